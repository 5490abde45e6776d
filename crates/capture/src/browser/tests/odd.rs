//! Pages that are made unlike a textbook form: every planted leak is caused, recorded, and names its field.

use super::*;
use facts::Deed;
use std::collections::BTreeSet;

/// What happens to a field, and the field.
const PLANTED: [(&str, &str); 26] = [
    ("keyup", "#spa-mail"),
    ("keyup", "#spa-phone"),
    ("click", "#loose-mail"),
    ("click", "#loose-phone"),
    ("input", "#message"),
    ("input", "#note"),
    ("change", "#who"),
    ("change", "#how"),
    ("change", "#where"),
    ("blur", "#call"),
    ("blur", "#relative"),
    ("blur", "#news"),
    ("closed", "own-field >>> #inner"),
    ("blur", "#digits"),
    ("blur", "#x1"),
    ("blur", "#x2"),
    ("blur", "#far-mail"),
    ("kept", "#kept"),
    ("seen", "#kept"),
    ("pagehide", "#leaving"),
    ("blur", "#late-mail"),
    ("paused", "#late-mail"),
    ("turn", "#late-mail"),
    ("heard", "#heard-mail"),
    ("heard", "#heard-phone"),
    ("delegated", "#heard-mail"),
];

/// Ways and fields of which something typed was sent, or would have been by a press that sends.
fn leaked(recording: &Recording) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for one in &recording.exchanges {
        let Some(via) = one.url.split("/collect?via=").nth(1) else { continue };
        let body = String::from_utf8_lossy(one.body.as_deref().unwrap_or_default());
        let held = recording.canaries.iter().filter(|c| body.contains(&c.value));
        found.extend(held.map(|c| (via.to_owned(), c.field.clone())));
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_planted_leak_is_caused_and_recorded() {
    let server = Server::start("odd").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Fill);
    plan.pages = 20;
    let recording = run(&plan, out.path()).await.unwrap();
    let arrived = server.arrived();
    assert_eq!(missed(&arrived, &recording), Vec::<String>::new());
    assert_eq!(invented(&arrived, &recording), Vec::<String>::new());
    let leaked = leaked(&recording);
    let missing: Vec<_> =
        PLANTED.iter().filter(|(via, field)| !leaked.contains(&((*via).to_owned(), (*field).to_owned()))).collect();
    assert!(missing.is_empty(), "{missing:?}; steps {:#?}; gaps {:#?}", steps(&recording), recording.gaps);
    for field in ["#short", "#x3"] {
        assert!(leaked.contains(&("blur".to_owned(), field.to_owned())), "{field} in {leaked:#?}");
    }
    assert!(arrived.iter().all(|a| !a.url.ends_with("/send")), "no form was sent");
    let told =
        recording.gaps.iter().any(|g| g.what == format!("what https://{SINK}/late.js:7:3 does 30 s after it began"));
    assert!(told, "{:#?}", recording.gaps);
    behaves(&recording);
    let pixels: Vec<_> = recording.exchanges.iter().filter(|e| e.url.ends_with("/pixel")).collect();
    let by = |e: &&Exchange| e.initiator.as_ref().is_some_and(|script| script.contains("/on.js?e="));
    assert!(pixels.len() > 3 && pixels.iter().all(by), "{pixels:#?}");
    pop_up_belongs_to_its_page(&recording);
}

/// One in an element of no kind of its own, and one that no script made.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closed_shadow_trees_are_filled_whoever_holds_them() {
    for page in ["closed-script.html", "closed-markup.html"] {
        let server = Server::start("odd").await;
        let out = tempfile::tempdir().unwrap();
        let mut plan = plan(&server, Script::Explore, Mode::Fill);
        plan.start = format!("https://{APP}/{page}");
        plan.pages = 1;
        let recording = run(&plan, out.path()).await.unwrap();
        let wanted = BTreeSet::from([("closed".to_owned(), "#host >>> #inner".to_owned())]);
        assert_eq!(leaked(&recording), wanted, "{page}: {:#?}", recording.gaps);
    }
}

/// A clock in the address, fast and slow: one page all the same, filled once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_changes_its_address_all_the_time_is_one_page_and_is_filled() {
    for every in [30, 400] {
        let server = Server::start("odd").await;
        let out = tempfile::tempdir().unwrap();
        let mut plan = plan(&server, Script::Explore, Mode::Fill);
        (plan.start, plan.pages) = (format!("https://{APP}/moving.html?every={every}"), 5);
        let recording = run(&plan, out.path()).await.unwrap();
        let wanted = BTreeSet::from([("blur".to_owned(), "#moving-mail".to_owned())]);
        assert_eq!(leaked(&recording), wanted, "{every}: {:#?}", recording.runs);
        let told = |g: &facts::Gap| g.what == format!("the further addresses of https://{APP}/moving.html");
        assert!(recording.gaps.iter().any(told), "{every}: {:#?}", recording.gaps);
        let opened = steps(&recording).iter().filter(|s| s.starts_with("open /moving/")).count();
        assert!(opened <= if every == 30 { 0 } else { 3 }, "{every}: {:#?}", steps(&recording));
    }
}

/// A question that the page asks when a form goes out is answered with yes, where it is to go out and where it is held back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_asks_once_more_is_confirmed() {
    for mode in [Mode::Fill, Mode::Submit] {
        let server = Server::start("odd").await;
        let out = tempfile::tempdir().unwrap();
        let plan = Plan { start: format!("https://{APP}/confirmed.html"), ..plan(&server, Script::Explore, mode) };
        let recording = run(&plan, out.path()).await.unwrap();
        let confirmed = ("confirmed".to_owned(), "#told-mail".to_owned());
        assert!(leaked(&recording).contains(&confirmed), "{mode:?} {:#?}", recording.gaps);
        let sent = server.arrived().iter().filter(|a| a.method == "POST" && a.url.ends_with("/asked")).count();
        assert_eq!(sent, usize::from(mode == Mode::Submit), "{:#?}", recording.gaps);
        assert!(!recording.gaps.iter().any(|g| g.why.contains("answered with no")), "{:#?}", recording.gaps);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_consent_dialog_that_comes_when_somebody_scrolls_is_answered() {
    let server = Server::start("odd").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Fill);
    (plan.start, plan.consents) = (format!("https://{APP}/scrolled.html"), vec![Consent::Reject, Consent::Accept]);
    let recording = run(&plan, out.path()).await.unwrap();
    let arrived = server.arrived();
    let answers: BTreeSet<_> = arrived.iter().filter(|a| a.url.ends_with("/answered")).map(|a| &a.body[..]).collect();
    assert_eq!(answers, BTreeSet::from([&b"accept"[..], b"reject"]), "{:#?}", recording.runs);
    assert!(!recording.gaps.iter().any(|g| g.why.contains("no dialog")), "{:#?}", recording.gaps);
}

fn steps(recording: &Recording) -> Vec<&str> {
    recording.runs[0].steps.iter().map(|s| s.name.as_str()).collect()
}

/// A pop-up that may not know its opener belongs to the page that opened it all the same.
fn pop_up_belongs_to_its_page(recording: &Recording) {
    let opened: Vec<_> = recording.exchanges.iter().filter(|e| e.url.contains("/opened.html")).collect();
    assert!(!opened.is_empty());
    for one in opened {
        let step = one.run.as_ref().and_then(|r| r.step.as_deref());
        assert_eq!(step, Some("open /opener.html"), "{one:#?}");
    }
}

/// Reads, listeners and what was kept, each by the third party's script.
fn behaves(recording: &Recording) {
    let theirs = |deed: Deed, field: &str| {
        let found = recording.behaviours.iter().find(|b| b.what == deed && b.field == field && b.script.contains(SINK));
        found.unwrap_or_else(|| panic!("{deed:?} {field} in {:#?}", recording.behaviours)).clone()
    };
    let read = theirs(Deed::FieldRead, "#who");
    assert!(read.script.contains("/on.js?e=change:") && read.page.is_some() && !read.stack.is_empty(), "{read:?}");
    let far = theirs(Deed::FieldRead, "#far-mail");
    assert!(read.frame.is_none() && far.frame.as_ref().is_some_and(|f| f.ends_with("/inner.html")), "{read:?} {far:?}");
    theirs(Deed::KeyListener, "document keyup");
    let kept = theirs(Deed::StorageWrite, "localStorage._last");
    theirs(Deed::StorageWrite, "indexedDB.typed");
    assert!(!theirs(Deed::StorageWrite, "localStorage._seen").sent_in.is_empty());
    assert!(recording.exchanges.iter().all(|e| !e.url.ends_with("via=storage-broken")));
    let sent = recording.exchanges.iter().filter(|e| kept.sent_in.contains(&e.id));
    assert!(
        sent.clone().count() > 0
            && sent.clone().all(|e| ["kept", "seen"].iter().any(|via| e.url.ends_with(&format!("via={via}")))),
        "{kept:?}"
    );
}
