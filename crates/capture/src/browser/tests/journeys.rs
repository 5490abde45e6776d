use super::*;

fn to<'a>(arrived: &'a [Arrived], host: &str, path: &str) -> Vec<&'a Arrived> {
    let wanted = format!("https://{host}{path}");
    arrived.iter().filter(|a| a.url == wanted && a.method == "POST").collect()
}

fn collected(arrived: &[Arrived]) -> String {
    to(arrived, SINK, "/collect").iter().map(|a| String::from_utf8_lossy(&a.body).into_owned() + "\n").collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exploration_fills_everything_clicks_and_sends_nothing_to_the_service() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Fill);
    plan.pages = 3;
    let recording = run(&plan, out.path()).await.unwrap();
    let arrived = server.arrived();
    assert_eq!(missed(&arrived, &recording), Vec::<String>::new());

    let fields: std::collections::BTreeSet<_> =
        recording.canaries.iter().map(|c| (c.field.as_str(), c.kind.word(), c.role.as_str())).collect();
    for wanted in [
        ("#phone", "phone", "end-user"),
        ("#mail", "email", "end-user"),
        ("input[name=\"sender\"]", "email", "user"),
        ("login-box >>> #own", "email", "user"),
        ("input[name=\"epost\"]", "email", "user"),
        ("input[name=\"tel\"]", "phone", "user"),
        ("input[name=\"fname\"]", "given_name", "user"),
    ] {
        assert!(fields.contains(&wanted), "{wanted:?} not in {fields:#?}; steps {:#?}", recording.runs);
    }
    // What a press that sends would have let out is recorded, and held back.
    let collects = |e: &&Exchange| e.url == format!("https://{SINK}/collect");
    let bodies = recording.exchanges.iter().filter(collects).filter_map(|e| e.body.as_deref());
    let taken: String = bodies.map(|b| String::from_utf8_lossy(b).into_owned() + "\n").collect();
    for canary in &recording.canaries {
        assert!(taken.contains(&canary.value), "{} in {} was not taken: {taken}", canary.value, canary.field);
    }
    for path in ["/send", "/draft", "/newsletter", "/contact", "/consent"] {
        assert_eq!(to(&arrived, APP, path), Vec::<&Arrived>::new(), "{path}");
    }
    let draft = recording.exchanges.iter().find(|e| e.url.ends_with("/draft")).expect("held back, but recorded");
    assert_eq!((draft.body.as_deref(), draft.response.is_none()), (Some(&b"draft"[..]), true));
    assert!(recording.gaps.iter().any(|g| g.what.contains("`#invite`")), "{:#?}", recording.gaps);
    let pages: std::collections::BTreeSet<_> =
        arrived.iter().filter(|a| a.method == "GET").map(|a| a.url.as_str()).collect();
    assert!(pages.contains(format!("https://{APP}/contact.html").as_str()));
    assert!(recording.exchanges.iter().any(|e| e.url.ends_with("/search?q=1")), "held back, but recorded");
    for path in ["/list.pdf", "/logga-ut", "/search?q=1"] {
        assert!(!pages.contains(format!("https://{APP}{path}").as_str()), "{path}");
    }
    assert!(!pages.contains(format!("https://{SINK}/away").as_str()));
    for step in &recording.runs[0].steps {
        let shot = step.screenshot.as_ref().expect("a picture of each step");
        assert!(std::fs::read(out.path().join(shot)).unwrap().starts_with(b"\x89PNG"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_form_is_sent_once_and_only_in_submit_mode() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&plan(&server, Script::Explore, Mode::Submit), out.path()).await.unwrap();
    let arrived = server.arrived();
    for path in ["/send", "/newsletter", "/draft"] {
        assert_eq!(to(&arrived, APP, path).len(), 1, "{path}: {:#?}", recording.runs);
    }
    let sent = String::from_utf8_lossy(&to(&arrived, APP, "/send")[0].body).into_owned();
    assert!(sent.contains("phone=070-174+06+06&mail=Canary2%40example.org"), "{sent}");
    // The second spelling is typed for who listens, and held back.
    let collects = recording.exchanges.iter().filter(|e| e.url == format!("https://{SINK}/collect"));
    let taken: String = collects.map(|e| String::from_utf8_lossy(e.body.as_deref().unwrap_or_default())).collect();
    for canary in recording.canaries.iter().filter(|c| ["#phone", "#mail"].contains(&c.field.as_str())) {
        assert!(taken.contains(&canary.value), "{} was not taken: {taken}", canary.value);
    }
    assert_eq!(recording.canaries.iter().filter(|c| c.field == "#phone").count(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_consent_state_is_answered_in_a_fresh_context() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    plan.consents = Consent::ALL.to_vec();
    let recording = run(&plan, out.path()).await.unwrap();
    let arrived = server.arrived();
    let answers: std::collections::BTreeSet<_> =
        to(&arrived, APP, "/consent").iter().map(|a| String::from_utf8_lossy(&a.body).into_owned()).collect();
    let wanted = ["accept", "reject"].map(str::to_owned).into();
    assert_eq!(answers, wanted, "{:#?} {:#?}", recording.gaps, recording.runs);
    let consent = |e: &&Exchange| e.url.ends_with("/consent");
    let tags: Vec<_> = recording.exchanges.iter().filter(consent).map(|e| e.run.as_ref().unwrap().consent).collect();
    assert_eq!(tags, [Consent::Reject, Consent::Accept]);
    assert_eq!(recording.runs.len(), 3);
}

pub(super) fn step(name: &str, action: StepAction, selectors: &[&[&str]]) -> RecordedStep {
    RecordedStep {
        name: name.into(),
        action,
        selectors: selectors.iter().map(|c| c.iter().map(|s| (*s).to_owned()).collect()).collect(),
        frame: Vec::new(),
        timeout: Some(Duration::from_secs(2)),
        line: 1,
        target: None,
        navigates: false,
        leads_to: None,
    }
}

pub(super) fn click() -> StepAction {
    StepAction::Click {
        double: false,
        button: "primary".into(),
        device: "mouse".into(),
        offset: None,
        duration: Duration::ZERO,
    }
}

pub(super) fn change(value: &str) -> StepAction {
    StepAction::Change { value: value.into() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recording_is_replayed_with_canaries_through_every_kind_of_selector() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let mut send = step("send", click(), &[&["text/Skicka"]]);
    send.navigates = true;
    let mut chat = step("chat", change("{{end-user.phone}}"), &[&["aria/Telefon"]]);
    chat.frame = vec![1];
    let mut begin = step("chat click", click(), &[&["aria/Starta chatt[role=\"button\"]"]]);
    begin.frame = vec![1];
    let steps = vec![
        step("open", StepAction::Navigate { url: format!("https://{APP}/") }, &[]),
        step("phone", change("{{end-user.phone}}"), &[&["aria/Nothing"], &["aria/Mobilnummer"]]),
        step("mail", change("{{ end-user.email }}"), &[&["xpath///*[@id=\"mail\"]"]]),
        step("own", change("{{user.email}}"), &[&["css/login-box", "css/#own"]]),
        step("own again", click(), &[&["pierce/span[role=button]"]]),
        chat,
        begin,
        send,
        step("open", StepAction::Navigate { url: format!("https://{APP}/contact.html") }, &[]),
        step("slip", click(), &[&["#opne"]]),
        step("never", click(), &[&["#open"]]),
    ];
    let recording = run(&plan(&server, Script::Recorded(steps), Mode::Submit), out.path()).await.unwrap();
    let arrived = server.arrived();
    let taken = collected(&arrived);
    assert_eq!(recording.canaries.len(), 4, "{:#?} {:#?}", recording.gaps, recording.runs);
    for canary in &recording.canaries {
        assert!(taken.contains(&canary.value), "{} in {}: {taken}", canary.value, canary.field);
    }
    let sent = to(&arrived, APP, "/send");
    let body = String::from_utf8_lossy(&sent[0].body);
    assert!(sent.len() == 1 && body.contains("mail=Canary2%40example.org"), "{body}");
    let last = recording.runs[0].steps.last().unwrap();
    assert!(!last.ok && last.why.as_ref().unwrap().contains("nearest there is `#open`"), "{last:?}");
    assert!(recording.gaps.iter().any(|g| g.what.starts_with("1 more steps")), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recorded_sign_in_that_this_mode_holds_back_says_so() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let mut go = step("go", click(), &[&["#go"]]);
    go.navigates = true;
    let open = StepAction::Navigate { url: format!("https://{APP}/signin.html") };
    let steps = vec![step("open", open, &[]), step("user", change("{{user.email}}"), &[&["#user"]]), go];
    let recording = run(&plan(&server, Script::Recorded(steps), Mode::Fill), out.path()).await.unwrap();
    let last = recording.runs[0].steps.last().unwrap();
    assert!(!last.ok && last.why.as_ref().unwrap().contains("--mode submit"), "{last:?}");
    assert!(to(&server.arrived(), APP, "/signin").is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_hears_the_keys_is_noted_on_a_recorded_journey_too() {
    let server = Server::start("odd").await;
    let out = tempfile::tempdir().unwrap();
    let open = StepAction::Navigate { url: format!("https://{APP}/late.html") };
    let mut on = step("on", click(), &[&["#late-on"]]);
    on.navigates = true;
    let steps = vec![step("open", open, &[]), step("mail", change("{{user.email}}"), &[&["#late-mail"]]), on];
    let recording = run(&plan(&server, Script::Recorded(steps), Mode::Fill), out.path()).await.unwrap();
    let hears = |b: &facts::Behaviour| b.what == facts::Deed::KeyListener && b.field == "document input";
    assert!(recording.behaviours.iter().any(hears), "{:#?}", recording.behaviours);
    let turn = server.arrived().iter().any(|a| a.url.contains("via=turn"));
    assert!(turn, "what sends in turns had its own before the step led away");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_element_named_by_what_it_is_called_is_told_with_the_nearest_too() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let open = StepAction::Navigate { url: format!("https://{APP}/") };
    let steps = vec![step("open", open, &[]), step("phone", change("1"), &[&["aria/Mobilnumret"]])];
    let recording = run(&plan(&server, Script::Recorded(steps), Mode::Fill), out.path()).await.unwrap();
    let last = recording.runs[0].steps.last().unwrap();
    assert!(last.why.as_deref().unwrap().contains("`aria/Mobilnummer`"), "{last:?}");
}

/// What follows a form that is held back is no fault of the recording's; where pages are only looked at, nothing is typed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recording_in_a_mode_that_does_less_than_it_wants_is_a_gap_and_no_error() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let open = StepAction::Navigate { url: format!("https://{APP}/signin.html") };
    let steps = vec![
        step("open", open, &[]),
        step("user", change("{{user.email}}"), &[&["#user"]]),
        step("go", click(), &[&["#go"]]),
        step("inside", click(), &[&["#only-inside"]]),
    ];
    let recording = run(&plan(&server, Script::Recorded(steps.clone()), Mode::Fill), out.path()).await.unwrap();
    let last = recording.runs[0].steps.last().unwrap();
    assert!(!last.ok && last.name == "inside" && last.line.is_none(), "{last:?}");
    assert!(last.why.as_deref().unwrap().contains("--mode submit sends it"), "{last:?}");

    let recording = run(&plan(&server, Script::Recorded(steps), Mode::Observe), out.path()).await.unwrap();
    assert!(recording.canaries.is_empty() && recording.runs[0].steps.iter().all(|s| s.ok && s.line.is_none()));
    let left_out = recording.gaps.iter().find(|g| g.what.starts_with("3 steps of journey")).expect("a gap");
    assert!(left_out.why.contains("--mode fill"), "{left_out:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recorded_journey_leaves_its_last_page_and_waits_for_the_worker_that_passes_on_what_is_sent_then() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let served = StepAction::WaitForExpression { expression: "!!navigator.serviceWorker.controller".into() };
    let script = Script::Recorded(vec![step("served", served, &[])]);
    let plan = Plan { start: format!("https://{APP}/parting.html"), ..plan(&server, script, Mode::Submit) };
    let recording = run(&plan, out.path()).await.unwrap();
    assert_eq!(to(&server.arrived(), SINK, "/parted").len(), 1, "{:#?}", recording.runs);
    assert!(recording.exchanges.iter().any(|e| e.url.ends_with("/parted")), "{:#?}", recording.gaps);
    let told = |recording: &Recording| recording.gaps.iter().any(|g| g.what.ends_with("parting.html sends on leaving"));
    assert!(!told(&recording), "{:#?}", recording.gaps);

    let plan = Plan { start: format!("{}?unload", plan.start), ..plan };
    let recording = run(&plan, out.path()).await.unwrap();
    assert!(told(&recording), "Chromium may lose it: {:#?}", recording.gaps);
}

/// The page's own handlers never hear of a submission: no request tells that it was held back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_recording_waits_for_after_a_form_was_held_back_is_a_gap() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let there = StepAction::WaitForElement { visible: None, count: None, attributes: None, properties: None };
    let steps = vec![
        step("send", click(), &[&["text/Skicka"]]),
        step("sent", there, &[&["#after"]]),
        step("then", click(), &[&["#mail"]]),
    ];
    let recording = run(&plan(&server, Script::Recorded(steps), Mode::Fill), out.path()).await.unwrap();
    let last = recording.runs[0].steps.last().unwrap();
    assert!(!last.ok && last.name == "sent" && last.line.is_none(), "{last:?}");
    assert_eq!(last.why.as_deref(), Some("it may rest on what is held back in this mode: --mode submit sends it"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_pages_are_only_looked_at_every_form_that_stays_empty_is_a_gap() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&plan(&server, Script::Explore, Mode::Observe), out.path()).await.unwrap();
    let untyped = |g: &&facts::Gap| g.why == "nothing is typed in this mode: --mode fill fills it";
    let told: Vec<&str> = recording.gaps.iter().filter(untyped).map(|g| g.what.as_str()).collect();
    let wanted = [
        format!("form `#chat` on https://{SINK}/chat.html"),
        format!("form `#invite` on https://{APP}/"),
        format!("form `#newsletter` on https://{APP}/newsletter.html"),
        format!("the fields `login-box >>> #own` on https://{APP}/"),
    ];
    assert_eq!(told, wanted);
    assert!(recording.canaries.is_empty());
}

/// Whatever ends a recorded journey early and is no matter of the mode is told with its line.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recording_that_ends_early_names_the_line_whatever_ended_it() {
    let server = Server::start("forms").await;
    let open = |url: String| StepAction::Navigate { url };
    let count = |op: &str, n| StepAction::WaitForElement {
        visible: None,
        count: Some((op.to_owned(), n)),
        attributes: None,
        properties: None,
    };
    let visible = |v| StepAction::WaitForElement { visible: Some(v), count: None, attributes: None, properties: None };
    let awaits = |expression: &str| StepAction::WaitForExpression { expression: expression.into() };
    let never = awaits("document.title === 'never'");
    for (action, selectors, why) in [
        (open(format!("https://{SINK}/away?secret=1")), &[][..], "is below none of `first_party`: not visited"),
        (open(format!("https://{APP}/nothing-here")), &[], "it answered with an error and without a page"),
        (never, &[], "the awaited expression never became true"),
        (awaits("nobody.knows"), &[], "never became true: ReferenceError: nobody is not defined"),
        (awaits("if ("), &[], "never became true: SyntaxError"),
        (click(), &[&["#:r1: >"][..]], "`#:r1: >` is no valid selector"),
        (click(), &[&["xpath///*[@id="]], "`xpath///*[@id=` is no valid selector"),
        (click(), &[&["text/Spara utkats"]], "nearest there is `text/Spara utkast`"),
        (click(), &[&["xpath///*[@id=\"sedn\"]"]], "nearest there is `xpath///*[@id=\"send\"]`"),
        (click(), &[&["#nobody"], &["button[type=buton]"]], "nearest there is `button[type=button]`"),
        (click(), &[&["input[name=token]"]], "is there, but never became visible"),
        (count(">=", 3), &[&["#mail"][..]], "`#mail` was found 1 times, and >= 3 was waited for"),
        (visible(false), &[&["#mail"]], "`#mail` never went out of sight"),
    ] {
        let out = tempfile::tempdir().unwrap();
        let mut first = step("first", action, selectors);
        first.timeout = Some(Duration::from_secs(1));
        let steps = vec![first, step("then", click(), &[&["#mail"]])];
        let recording = run(&plan(&server, Script::Recorded(steps), Mode::Fill), out.path()).await.unwrap();
        let last = recording.runs[0].steps.last().unwrap();
        assert!(!last.ok && last.name == "first" && last.line == Some(1), "{last:?}");
        let told = last.why.as_deref().unwrap();
        assert!(told.contains(why) && !told.contains("secret"), "{told}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_of_an_extension_is_a_gap_and_the_journey_goes_on() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let custom = StepAction::Unknown { why: "a custom step belongs to the extension that wrote it".into() };
    let scroll = StepAction::Scroll { x: 0.0, y: 10.0 };
    let slow = StepAction::Network { download: 1e6, upload: -1.0, latency: 400.0 };
    let open = StepAction::Navigate { url: format!("https://{APP}/?again=1") };
    let mut elsewhere = step("open", open, &[]);
    elsewhere.leads_to = Some(format!("https://{APP}/elsewhere?typed=1"));
    let steps = vec![
        step("customStep x", custom, &[]),
        step("scroll", scroll, &[&["#mail"]]),
        step("emulateNetworkConditions", slow, &[]),
        elsewhere,
        step("mail", change("{{user.email}}"), &[&["#mail"]]),
    ];
    let recording = run(&plan(&server, Script::Recorded(steps), Mode::Fill), out.path()).await.unwrap();
    assert!(recording.gaps.iter().any(|g| g.what.starts_with("step `customStep x`")), "{:#?}", recording.gaps);
    let led = recording.gaps.iter().find(|g| g.what.starts_with("what the recording shows after step `open`"));
    let led = &led.unwrap_or_else(|| panic!("{:#?}", recording.gaps)).why;
    assert!(led.contains("/elsewhere`") && !led.contains("typed"), "{led}");
    let steps: Vec<_> = recording.runs[0].steps.iter().map(|s| (s.name.as_str(), s.ok)).collect();
    assert_eq!(steps[1..], [("scroll", true), ("emulateNetworkConditions", true), ("open", true), ("mail", true)]);
    let again = recording.exchanges.iter().find(|e| e.url.ends_with("again=1")).unwrap();
    assert!(again.times.unwrap().total() >= 400.0, "{:?}", again.times);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn navigation_never_leaves_the_service() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let away = StepAction::Navigate { url: format!("https://{SINK}/away") };
    let steps = vec![step("link", click(), &[&["text/Bort"]]), step("away", away, &[])];
    let recording = run(&plan(&server, Script::Recorded(steps), Mode::Submit), out.path()).await.unwrap();
    assert!(server.arrived().iter().all(|a| !a.url.ends_with("/away")));
    let held = recording.exchanges.iter().find(|e| e.url.ends_with("/away")).expect("recorded");
    assert!(held.seen_by.iter().any(|s| s == "held-back"));
    assert!(recording.gaps.iter().any(|g| g.what.contains("/away")), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_host_that_does_not_answer_is_the_users_to_mend() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Fill);
    plan.resolve[0].to_port = 1;
    let error = run(&plan, out.path()).await.unwrap_err();
    assert!(matches!(&error, CaptureError::Unreachable { why, .. } if why.contains("REFUSED")), "{error:?}");
    assert!(error.is_input());
    plan.resolve = server.resolve();
    plan.insecure = false;
    let error = run(&plan, out.path()).await.unwrap_err();
    assert!(matches!(&error, CaptureError::Unreachable { why, .. } if why.contains("CERT")), "{error:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_keeps_what_there_is_and_ends_the_browser() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let plan = plan(&server, Script::Explore, Mode::Fill);
    let stop = Stop::new();
    let options = Options { plan: &plan, out: out.path(), chromium: None, stop: stop.clone() };
    let mut heed = |p: Progress| {
        if matches!(p, Progress::Step { .. }) {
            stop.stop();
        }
    };
    let began = std::time::Instant::now();
    let recording = record(options, &mut Counter::default(), &mut heed).await.unwrap().recording;
    assert!(began.elapsed() < Duration::from_secs(25), "it does not wait for what never comes: {:?}", began.elapsed());
    assert!(!recording.exchanges.is_empty());
    assert_eq!(recording.runs[0].steps.len(), 1, "{:?}", recording.runs);
    assert!(recording.gaps.iter().any(|g| g.why == "the audit was stopped"), "{:#?}", recording.gaps);
}

#[tokio::test]
async fn a_missing_browser_is_said_before_anything_is_written() {
    let server = Server::start("forms").await;
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let plan = plan(&server, Script::Explore, Mode::Fill);
    let chromium = Some("/nonexistent/chromium".into());
    let options = Options { plan: &plan, out: &out, chromium, stop: Stop::new() };
    let error = record(options, &mut Counter::default(), &mut |_| {}).await.unwrap_err();
    assert!(matches!(error, CaptureError::NoBrowser { ref tried } if tried.len() == 1));
    assert!(!out.exists());
}

#[tokio::test]
async fn a_program_that_is_no_browser_is_said_to_be_none() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let plan = plan(&server, Script::Explore, Mode::Fill);
    let options = Options { plan: &plan, out: out.path(), chromium: Some("/bin/false".into()), stop: Stop::new() };
    let error = record(options, &mut Counter::default(), &mut |_| {}).await.unwrap_err();
    assert!(matches!(&error, CaptureError::NotStarted { program, .. } if program.ends_with("false")), "{error:?}");
    assert!(error.is_input(), "the path is the user's to mend");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_page_that_never_answers_is_told_as_slow() {
    let server = Server::start("trouble").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    plan.start = format!("https://{APP}/hang");
    plan.timeout = Duration::from_secs(3);
    let error = run(&plan, out.path()).await.unwrap_err();
    assert!(matches!(&error, CaptureError::Slow { limit, .. } if limit.as_secs() == 3), "{error:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recording_waits_for_what_an_element_has_and_acts_in_a_pop_up() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let awaits = |attributes: &str, properties: &str| StepAction::WaitForElement {
        visible: Some(true),
        count: None,
        attributes: Some(attributes.into()),
        properties: Some(properties.into()),
    };
    let open = StepAction::WaitForExpression { expression: "!!window.open('/chat-window.html')".into() };
    let mut chat = step("chat", change("{{user.phone}}"), &[&["input[name=tel]"]]);
    chat.target = Some(format!("https://{APP}/chat-window.html"));
    let steps = vec![
        step("there", awaits(r#"{"type": "tel"}"#, r#"{"id": "phone"}"#), &[&["#phone"]]),
        step("open", open, &[]),
        chat,
        step("back", click(), &[&["#save"]]),
        step("not so", awaits(r#"{"type": "email"}"#, "{}"), &[&["#phone"]]),
    ];
    let recording = run(&plan(&server, Script::Recorded(steps), Mode::Submit), out.path()).await.unwrap();
    let names: Vec<_> = recording.runs[0].steps.iter().map(|s| (s.name.as_str(), s.ok)).collect();
    let wanted = [("there", true), ("open", true), ("chat", true), ("back", true), ("not so", false)];
    assert_eq!(names[1..], wanted, "{:#?}", recording.runs);
    assert!(recording.canaries.iter().any(|c| c.field == "input[name=\"tel\"]"), "{:#?}", recording.canaries);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_selector_that_spares_nothing_because_it_is_none_is_refused_before_anything_is_opened() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Submit);
    plan.never_send = vec!["form:has(#x) > a".into(), "/send*".into(), "##x[".into()];
    let error = run(&plan, out.path()).await.unwrap_err();
    assert!(error.is_input() && error.to_string().contains("`##x[`"), "{error}");
    assert!(server.arrived().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slip_of_the_pen_in_the_list_spares_the_form_that_it_nearly_names() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let plan = Plan { never_send: vec!["form#invit".into()], ..plan(&server, Script::Explore, Mode::Submit) };
    let recording = run(&plan, out.path()).await.unwrap();
    let sent = |path| to(&server.arrived(), APP, path).len();
    assert_eq!((sent("/send"), sent("/newsletter")), (0, 1), "{:#?}", recording.runs);
    let told = |g: &facts::Gap| g.what.contains("`#invite`") && g.why.contains("nearly called `form#invit`");
    assert!(recording.gaps.iter().any(told), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_on_the_list_is_never_sent_and_the_service_is_not_hurried() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Submit);
    (plan.never_send, plan.pause) =
        (vec!["#invite".into(), "/newsletter*".into(), "#invit".into()], Duration::from_secs(2));
    plan.user_agent = Some("Example-Audit/1 (+https://example.org/audit)".into());
    plan.pages = 2;
    let began = std::time::Instant::now();
    let recording = run(&plan, out.path()).await.unwrap();
    let arrived = server.arrived();
    for path in ["/send", "/newsletter"] {
        assert_eq!(to(&arrived, APP, path), Vec::<&Arrived>::new(), "{path}");
    }
    let told = |g: &facts::Gap| g.what.contains("`#invite`") && g.why.contains("never sent");
    assert!(recording.gaps.iter().any(told), "{:#?}", recording.gaps);
    let idle: Vec<_> = recording.gaps.iter().filter(|g| g.what.contains("never to be sent")).collect();
    assert!(idle.len() == 1 && idle[0].what.contains("`#invit`"), "{idle:?}");
    assert!(idle[0].why.ends_with("the nearest there is `#invite`"), "{idle:?}");
    assert!(began.elapsed() > Duration::from_secs(2), "two pages with a pause between them");
    let named = |a: &Arrived| server::header(a, "user-agent").is_some_and(|v| v.starts_with("Example-Audit/1"));
    assert!(arrived.iter().all(named), "the user agent names the audit everywhere");
}
