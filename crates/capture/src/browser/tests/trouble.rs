//! Everything that goes wrong on the way ends in a gap that names it, and the audit goes on.

use super::*;

/// A script that notes its process id and becomes Chromium.
fn noting(folder: &Path) -> (std::path::PathBuf, std::path::PathBuf) {
    use std::os::unix::fs::PermissionsExt;
    let (script, note) = (folder.join("browser"), folder.join("pid"));
    let browser = crate::devtools::find(None).unwrap();
    let text = format!("#!/bin/sh\necho $$ > {}\nexec {} \"$@\"\n", note.display(), browser.display());
    std::fs::write(&script, text).unwrap();
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    (script, note)
}

/// Ends processes of the browser that `note` names, once, at the first step: itself, or its renderers.
fn killer(note: &Path, renderers: bool) -> impl FnMut(Progress) {
    signaller(note, renderers, "-9")
}

fn signaller(note: &Path, renderers: bool, signal: &'static str) -> impl FnMut(Progress) {
    let (note, mut killed) = (note.to_owned(), false);
    move |p: Progress| {
        if killed || !matches!(p, Progress::Step { .. }) {
            return;
        }
        killed = true;
        let pid = std::fs::read_to_string(&note).unwrap().trim().to_owned();
        let victims = if renderers { renderers_of(&pid) } else { vec![pid] };
        assert!(!victims.is_empty());
        assert!(std::process::Command::new("kill").arg(signal).args(victims).status().unwrap().success());
    }
}

/// Processes of the browser's group (proc(5): field 5 of `stat`) that draw pages.
fn renderers_of(group: &str) -> Vec<String> {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let is_one = |path: &Path| {
        let text = |name: &str| std::fs::read_to_string(path.join(name)).unwrap_or_default();
        let stat = text("stat");
        let own = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(2));
        own == Some(group) && text("cmdline").contains("--type=renderer")
    };
    processes.filter(|p| is_one(&p.path())).map(|p| p.file_name().to_string_lossy().into_owned()).collect()
}

async fn killed(renderers: bool) -> Recording {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    plan.consents = vec![Consent::None, Consent::Accept];
    let (script, note) = noting(out.path());
    let options = Options { plan: &plan, out: out.path(), chromium: Some(script), stop: Stop::new() };
    record(options, &mut Counter::default(), &mut killer(&note, renderers)).await.unwrap().recording
}

fn all_went_well_in_the_end(recording: &Recording, why: &str) {
    let told = |g: &facts::Gap| g.what.starts_with("the first attempt at journey `j`") && g.why == why;
    assert!(recording.gaps.iter().any(told), "{:#?}", recording.gaps);
    let runs: Vec<_> = recording.runs.iter().map(|r| (r.consent, r.steps.iter().all(|s| s.ok))).collect();
    assert_eq!(runs, [(Consent::None, true), (Consent::Accept, true)], "{:#?}", recording.runs);
    for consent in [Consent::None, Consent::Accept] {
        assert!(recording.exchanges.iter().any(|e| e.run.as_ref().unwrap().consent == consent));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_browser_is_a_gap_and_its_runs_are_tried_again_in_another() {
    all_went_well_in_the_end(&killed(false).await, "the browser ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crashed_tab_is_a_gap_and_its_run_is_tried_again() {
    all_went_well_in_the_end(&killed(true).await, "the page crashed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_page_that_cannot_be_read_did_not_open() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Fill);
    (plan.start, plan.timeout) = (format!("https://{APP}/packed-wrong"), Duration::from_secs(8));
    let recording = run(&plan, out.path()).await.unwrap();
    let steps: Vec<_> = recording.runs[0].steps.iter().map(|s| (s.ok, s.why.as_deref())).collect();
    assert_eq!(steps, [(false, Some("it never finished loading, and shows nothing"))], "{:#?}", recording.gaps);
}

/// What there is to see decides, not what the document holds: what was to be drawn may be the form.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_shows_nothing_is_told() {
    let server = Server::start("trouble").await;
    for (page, opened, gap) in [
        ("undrawn.html", false, Some("it shows nothing: one of its scripts failed")),
        ("empty.html", true, Some("it has loaded and shows nothing")),
        ("empty.html?late", true, None),
    ] {
        let out = tempfile::tempdir().unwrap();
        let mut plan = plan(&server, Script::Explore, Mode::Fill);
        plan.start = format!("https://{APP}/{page}");
        let recording = run(&plan, out.path()).await.unwrap();
        assert!(recording.runs[0].steps.iter().all(|s| s.ok == opened), "{page}: {:#?}", recording.runs);
        let mut why: Vec<&str> = recording.gaps.iter().map(|g| &*g.why).filter(|w| w.contains("nothing")).collect();
        // of a start page the run is told as well
        why.dedup();
        assert_eq!(why, gap.into_iter().collect::<Vec<_>>(), "{page}");
        let sent = recording.exchanges.iter().any(|e| e.url.ends_with("/measured"));
        assert_eq!(sent, opened, "{page}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_browser_that_froze_leaves_no_step_that_went_well() {
    let server = Server::start("forms").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    plan.timeout = Duration::from_secs(2);
    let (script, note) = noting(out.path());
    let options = Options { plan: &plan, out: out.path(), chromium: Some(script), stop: Stop::new() };
    let recorded = record(options, &mut Counter::default(), &mut signaller(&note, false, "-STOP")).await;
    let recording = recorded.unwrap().recording;
    assert!(recording.runs[0].steps.iter().all(|s| !s.ok), "{:#?}", recording.runs);
    let deaf = |g: &facts::Gap| g.why == "the browser answered nothing any more";
    assert!(recording.gaps.iter().any(deaf), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_a_page_does_is_named_and_the_audit_goes_on() {
    let server = Server::start("trouble").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    (plan.pages, plan.timeout) = (20, Duration::from_secs(8));
    let recording = run(&plan, out.path()).await.unwrap();
    let steps = &recording.runs[0].steps;
    let why = |name: &str| {
        let step = steps.iter().find(|s| s.name == name).unwrap_or_else(|| panic!("{name} in {steps:#?}"));
        step.why.clone().unwrap_or_default()
    };
    let gap = |what: &str, why: &str| {
        let told = recording.gaps.iter().any(|g| g.what.contains(what) && g.why.contains(why));
        assert!(told, "{what}: {why} in {:#?}", recording.gaps);
    };
    assert_eq!(why("open /hang"), "the page did not load within 8 s");
    assert!(why("open /loop").contains("TOO_MANY_REDIRECTS"), "{}", why("open /loop"));
    assert!(why("open /download").contains("is a download"), "{}", why("open /download"));
    for page in ["dialogs", "busy", "late-busy", "popups", "big"] {
        assert_eq!(why(&format!("open /{page}.html")), "", "{page}");
    }
    assert!(why("open /auth").contains("name and password"), "{}", why("open /auth"));
    gap("/download", "download");
    gap("/auth", "asks for a name and password");
    gap("/busy.html", "the script it ran was ended");
    gap("/late-busy.html", "the script it ran was ended");
    gap("pop-ups of", "more than 10");
    gap("/dialogs.html does where its question", "answered with no");
    gap("/dialogs.html does with what it asks for", "without an answer");
    gap("the rest of page https://app.service.example/turning.html", "by itself all the time");
    gap("/document says", "PDF");
    assert!(!recording.gaps.iter().any(|g| g.what.contains("chrome-extension")), "{:#?}", recording.gaps);
    // Not kept for its length, or not waited for where others are loaded beside it.
    let told = recording.gaps.iter().any(|g| g.what.contains("/big.json") || g.why.contains("/big.json"));
    assert!(told, "{:#?}", recording.gaps);
    let arrived = server.arrived();
    let answered = arrived.iter().find(|a| a.url.ends_with("/answered")).expect("dialogs were answered");
    assert_eq!(answered.body, b"null");
    let big = recording.exchanges.iter().find(|e| e.url.ends_with("/t?t=big")).expect("recorded");
    assert_eq!(big.body.as_ref().map(Vec::len), Some(100 * 1024 * 1024));
    assert!(recording.exchanges.iter().any(|e| e.url.ends_with("/t?t=after-all")), "a page after all these");
}

/// The script of such a page stands still while a window of its is held.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_opens_windows_for_ever_is_filled() {
    let server = Server::start("trouble").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Fill);
    plan.start = format!("https://{APP}/popups-for-ever.html");
    plan.timeout = Duration::from_secs(8);
    let recording = run(&plan, out.path()).await.unwrap();
    let steps = &recording.runs[0].steps;
    assert!(steps.iter().all(|s| s.ok), "{steps:#?}");
    assert!(steps.iter().any(|s| s.name == "fill input[name=\"email\"]"), "{steps:#?}");
    let endless = |g: &facts::Gap| {
        g.what == format!("pop-ups of {}", plan.start)
            && g.why == "it keeps opening them: those beyond 20 were not looked at"
    };
    assert!(recording.gaps.iter().any(endless), "{:#?}", recording.gaps);
    let windows = server.arrived().into_iter().filter(|a| a.url.contains("/beating.html")).collect::<Vec<_>>();
    assert!(windows.len() >= 20, "{windows:?}");
    assert_eq!(missed(&windows, &recording), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn windows_go_with_the_page_that_opened_them() {
    let server = Server::start("trouble").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    (plan.start, plan.pages) = (format!("https://{APP}/popups-for-ever.html"), 2);
    let recording = run(&plan, out.path()).await.unwrap();
    let step = |e: &Exchange| e.run.as_ref().and_then(|r| r.step.clone()).unwrap_or_default();
    let beats = recording.exchanges.iter().filter(|e| e.url.ends_with("/t?t=beat")).map(step).collect::<Vec<_>>();
    assert!(recording.runs[0].steps.iter().any(|s| s.name == "open /last.html"), "{:#?}", recording.runs);
    assert!(!beats.is_empty() && beats.iter().all(|step| step == "open /popups-for-ever.html"), "{beats:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_script_behind_a_bad_certificate_is_a_gap() {
    let server = Server::start("trouble").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    (plan.start, plan.insecure) = (format!("http://{APP}/certificate.html"), false);
    let recording = run(&plan, out.path()).await.unwrap();
    let told = |g: &facts::Gap| g.what.contains("/tag.js would have done") && g.why.contains("CERT");
    assert!(recording.gaps.iter().any(told), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_page_that_answers_without_a_page_is_told_by_what_it_is() {
    let server = Server::start("trouble").await;
    let out = tempfile::tempdir().unwrap();
    for (path, wanted) in [("download", "a download"), ("nothing-here", "an error")] {
        let mut plan = plan(&server, Script::Explore, Mode::Observe);
        plan.start = format!("https://{APP}/{path}");
        let error = run(&plan, out.path()).await.expect_err("no page");
        assert!(matches!(&error, CaptureError::NoPage { why, .. } if why.contains(wanted)), "{path}: {error}");
    }
    let mut locked = plan(&server, Script::Explore, Mode::Observe);
    locked.start = format!("https://{APP}/auth");
    let error = run(&locked, out.path()).await.expect_err("no page");
    assert!(matches!(&error, CaptureError::Password { url } if *url == locked.start), "{error}");
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    (plan.start, plan.timeout) = (format!("https://{APP}/hang"), Duration::from_secs(2));
    let error = run(&plan, out.path()).await.expect_err("no answer");
    assert!(matches!(&error, CaptureError::Slow { limit, .. } if limit.as_secs() == 2), "{error}");
}

/// A tab that crashes on the only page there is: nothing was looked at, and no step went well.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_crashes_its_tab_is_no_step_that_went_well() {
    let server = Server::start("trouble").await;
    let out = tempfile::tempdir().unwrap();
    let plan = plan(&server, Script::Explore, Mode::Fill);
    let (script, note) = noting(out.path());
    let options = Options { plan: &plan, out: out.path(), chromium: Some(script), stop: Stop::new() };
    let again = |p: Progress| {
        if matches!(p, Progress::Step { .. }) {
            killer(&note, true)(p);
        }
    };
    let recording = record(options, &mut Counter::default(), &mut { again }).await.unwrap().recording;
    let steps = &recording.runs[0].steps;
    assert!(
        !steps.is_empty() && steps.iter().all(|s| !s.ok && s.why.as_deref() == Some("the page crashed")),
        "{steps:?}"
    );
}

/// Nobody is told in a debugger's words; the dialog that is there after all is answered.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_reloads_itself_is_no_words_of_the_debugger() {
    let server = Server::start("trouble").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Fill);
    (plan.start, plan.consents) = (format!("https://{APP}/restless.html"), vec![Consent::Reject]);
    let recording = run(&plan, out.path()).await.unwrap();
    let raw = |g: &&facts::Gap| g.why.contains("Runtime.") || g.what.ends_with(' ');
    assert_eq!(recording.gaps.iter().find(raw), None, "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_and_password_open_the_service_and_stand_nowhere() {
    let server = Server::start("trouble").await;
    let login = |password: &str| facts::Login { user: "auditor".into(), password: password.into() };
    let mut plan = Plan { start: format!("https://{APP}/auth"), ..plan(&server, Script::Explore, Mode::Observe) };
    for (password, opens) in [("word", true), ("other", false)] {
        plan.login = Some(login(password));
        let out = tempfile::tempdir().unwrap();
        let recording = run(&plan, out.path()).await;
        let Ok(recording) = recording else {
            assert!(!opens);
            continue;
        };
        let shown = recording
            .exchanges
            .iter()
            .any(|e| e.url.ends_with("/auth") && e.response.as_ref().is_some_and(|r| r.status == 200));
        assert_eq!(shown, opens, "{:#?}", recording.gaps);
        assert!(!recording.gaps.iter().any(|g| g.what.contains("came from")), "{:#?}", recording.gaps);
        let told = format!("{recording:?}");
        assert!(!told.contains("auditor") && !told.contains("YXVkaXRvcjp3b3Jk"), "{told}");
    }
}
