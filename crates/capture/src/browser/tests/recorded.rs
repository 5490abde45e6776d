//! What a recording's steps do to a page, as its scripts hear it.

use super::journeys::{change, click, step};
use super::*;

/// What the page heard of the steps, told by the third party's server.
async fn heard(steps: Vec<RecordedStep>) -> serde_json::Value {
    let server = Server::start("odd").await;
    let out = tempfile::tempdir().unwrap();
    let steps = [steps, vec![step("told", click(), &[&["#told"]])]].concat();
    let script = Script::Recorded(steps);
    let plan = Plan { start: format!("https://{APP}/pressed.html"), ..plan(&server, script, Mode::Fill) };
    let recording = run(&plan, out.path()).await.unwrap();
    let arrived = server.arrived();
    assert!(!arrived.iter().any(|a| a.url.ends_with("/chat")), "a new line of a text sends nothing");
    let heard = arrived.iter().find(|a| a.url.ends_with("/heard")).unwrap_or_else(|| panic!("{:#?}", recording.runs));
    serde_json::from_slice(&heard.body).unwrap()
}

fn of<'a>(told: &'a serde_json::Value, kind: &str) -> Vec<&'a str> {
    told["heard"].as_array().unwrap().iter().filter_map(|l| l.as_str()?.strip_prefix(kind)).collect()
}

fn press(button: &str, offset: Option<(f64, f64)>, ms: u64) -> RecordedStep {
    let duration = Duration::from_millis(ms);
    step(
        "map",
        StepAction::Click { double: false, button: button.into(), device: "mouse".into(), offset, duration },
        &[&["#map"]],
    )
}

fn keys(steps: &str) -> Vec<RecordedStep> {
    let key = |key: &str| match key.strip_prefix('^') {
        Some(up) => StepAction::KeyUp { key: up.to_owned() },
        None => StepAction::KeyDown { key: key.to_owned() },
    };
    steps.split(' ').map(|one| step(one, key(one), &[])).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_click_is_at_the_recorded_point_with_the_recorded_button_for_the_recorded_time() {
    let mobile =
        StepAction::SetViewport { width: 600, height: 800, mobile: true, touch: true, landscape: true, scale: 1.0 };
    let mut double = press("primary", Some((10.0, 90.0)), 0);
    double.action = StepAction::Click {
        double: true,
        button: "primary".into(),
        device: "mouse".into(),
        offset: Some((10.0, 90.0)),
        duration: Duration::ZERO,
    };
    let steps = vec![
        step("setViewport", mobile, &[]),
        press("primary", Some((33.0, 44.0)), 700),
        press("auxiliary", Some((1.0, 2.0)), 0),
        press("secondary", None, 0),
        press("primary", Some((900.0, 2.0)), 0),
        double,
    ];
    let told = heard(steps).await;
    let ups =
        [" 0 33 44 true", " 1 1 2 false", " 2 100 50 false", " 0 100 50 false", " 0 10 90 false", " 0 10 90 false"];
    assert_eq!(of(&told, "up").iter().map(|l| l.trim_end()).collect::<Vec<_>>(), ups);
    assert_eq!((told["touch"].as_bool(), told["way"].as_str()), (Some(true), Some("landscape-primary")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_click_with_a_finger_or_a_pen_is_one() {
    let by = |wanted: &str| {
        let mut step = press("primary", Some((20.0, 30.0)), 0);
        let StepAction::Click { device, .. } = &mut step.action else { unreachable!() };
        wanted.clone_into(device);
        step
    };
    let told = heard(vec![by("touch"), by("pen"), by("mouse")]).await;
    assert_eq!((of(&told, "by "), of(&told, "touch ")), (vec!["touch", "pen", "mouse"], vec!["1"]), "{told}");
    assert_eq!(of(&told, "up").len(), 3, "a tap is a click too: {told}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_goes_to_the_frame_that_its_path_names_and_to_no_other() {
    let server = Server::start("odd").await;
    let out = tempfile::tempdir().unwrap();
    let into = |frame: &[usize], action| RecordedStep { frame: frame.to_vec(), ..step("x", action, &[&["#x"]]) };
    let typed = |frame| into(frame, change("{{user.email}}"));
    let awaited = StepAction::WaitForExpression { expression: "part === 'inner'".into() };
    let mut by_address = typed(&[]);
    by_address.target = Some(format!("https://{SINK}/nested.html?part=second"));
    let steps =
        vec![typed(&[1]), into(&[1, 0], awaited), typed(&[1, 0]), typed(&[0]), typed(&[]), by_address, typed(&[7])];
    let script = Script::Recorded(steps);
    let plan = Plan { start: format!("https://{APP}/nested.html"), ..plan(&server, script, Mode::Fill) };
    let recording = run(&plan, out.path()).await.unwrap();
    let arrived = server.arrived();
    let via = |one: &Arrived| Some((one.url.split("/collect?via=").nth(1)?.to_owned(), one.body.clone()));
    let taken: Vec<_> = arrived.iter().filter_map(via).collect();
    let parts = ["second", "inner", "first", "page", "second"];
    let wanted: Vec<_> = parts
        .iter()
        .zip(&recording.canaries)
        .map(|(part, c)| ((*part).to_owned(), c.value.clone().into_bytes()))
        .collect();
    assert_eq!(taken, wanted, "{:#?}", recording.runs);
    let last = recording.runs[0].steps.last().unwrap();
    assert_eq!((last.ok, last.why.as_deref()), (false, Some("there is no frame at `7`")), "{last:?}");
}

/// As nearly every export has it: the first thing somebody does is to answer the dialog.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recorded_answer_to_the_consent_dialog_gives_way_to_that_of_the_run() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let steps = vec![
        step("agree", click(), &[&["aria/Godkänn alla"], &[".cookie-banner > button:nth-of-type(2)"]]),
        step("mail", change("{{user.email}}"), &[&["#mail"]]),
    ];
    let mut plan = plan(&server, Script::Recorded(steps), Mode::Fill);
    plan.consents = Consent::ALL.to_vec();
    let recording = run(&plan, out.path()).await.unwrap();
    let mut answers: Vec<_> =
        server.arrived().into_iter().filter(|a| a.url.ends_with("/consent")).map(|a| a.body).collect();
    answers.sort();
    assert_eq!(answers, [b"accept".to_vec(), b"reject".to_vec()], "{:#?}", recording.runs);
    assert!(recording.runs.iter().flat_map(|r| &r.steps).all(|s| s.ok), "{:#?}", recording.runs);
    assert_eq!(recording.canaries.len(), 3, "{:#?}", recording.runs);
    let own = |g: &&facts::Gap| g.why == "it answers the consent dialog: each run gives its own answer";
    assert_eq!(recording.gaps.iter().filter(own).count(), 1, "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mark_in_an_address_is_a_canary_too() {
    let server = Server::start("odd").await;
    let out = tempfile::tempdir().unwrap();
    let open = StepAction::Navigate { url: format!("https://{APP}/pressed.html?mail={{{{user.email}}}}") };
    let script = Script::Recorded(vec![step("open", open, &[])]);
    let recording = run(&plan(&server, script, Mode::Fill), out.path()).await.unwrap();
    let canary = &recording.canaries[0];
    assert_eq!((canary.field.as_str(), canary.page.as_str()), ("address", &*format!("https://{APP}/pressed.html")));
    let wanted = format!("https://{APP}/pressed.html?mail={}", canary.value.replace('@', "%40"));
    assert!(server.arrived().iter().any(|a| a.url == wanted), "{wanted} {:#?}", recording.runs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_that_change_what_others_do_stay_down_until_they_go_up() {
    let mut steps = vec![step("from", change("Hej"), &[&["#from"]])];
    steps.extend(keys("Control a ^a ^Control Delete ^Delete x ^x Tab ^Tab Shift Tab ^Tab"));
    steps.push(press("primary", Some((5.0, 5.0)), 0));
    steps.extend(keys("^Shift"));
    steps.push(press("primary", Some((5.0, 5.0)), 0));
    let told = heard(steps).await;
    assert_eq!(told["from"], "x", "Control and a selected what was there");
    assert_eq!(of(&told, "at ")[..3], ["from", "to", "from"]);
    assert_eq!(of(&told, "up"), [" 0 5 5 false S", " 0 5 5 false "]);
    let downs = of(&told, "down ");
    for wanted in ["Control ControlLeft 17 C", "a KeyA 65 C", "Delete Delete 46", "Tab Tab 9", "Tab Tab 9 S"] {
        assert!(downs.contains(&wanted), "{wanted}: {downs:#?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_typed_has_the_keys_of_a_keyboard() {
    let told = heard(vec![step("words", change("Hö 2@\n+"), &[&["#words"]])]).await;
    let keys = [
        "H KeyH 72 S",
        "ö Semicolon 192",
        "  Space 32",
        "2 Digit2 50",
        "@ Digit2 50 S",
        "Enter Enter 13 S",
        "+ Equal 187 S",
    ];
    assert_eq!(of(&told, "down "), keys);
    assert_eq!(told["words"], "Hö 2@\n+");
}
