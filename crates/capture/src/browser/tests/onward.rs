//! What leads on from a page, whatever it is made of: links, forms, and names that stand in the way.

use super::handmade::starting;
use super::journeys::{change, step};
use super::*;

async fn visited(page: &str, mode: Mode) -> (Server, Recording) {
    let server = Server::start("onward").await;
    let out = tempfile::tempdir().unwrap();
    let plan = Plan { pages: 9, ..starting(&server, page, mode) };
    let recording = run(&plan, out.path()).await.unwrap();
    (server, recording)
}

/// How often something arrived at a path of the service.
fn count(server: &Server, method: &str, path: &str) -> usize {
    let at = |a: &Arrived| a.method == method && url::Url::parse(&a.url).unwrap().path() == path;
    server.arrived().iter().filter(|a| at(a)).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_in_a_drawing_is_followed_like_those_beside_it() {
    let (server, recording) = visited("drawing.html", Mode::Observe).await;
    for page in ["/area.html", "/old.html", "/contact.html"] {
        assert_eq!(count(&server, "GET", page), 1, "{page} {:#?}", recording.gaps);
    }
}

/// Names that forms have of their own, in which a field of that name stands (HTML, § 4.10.3, `[LegacyOverrideBuiltIns]`).
const NAMES: [&str; 4] = [
    "querySelector,children,matches,getAttribute,getRootNode,elements,submit,parentNode",
    "body,parentElement,closest,contains,id,attributes,textContent,localName,nodeType,checkVisibility",
    "createTreeWalker,getBoundingClientRect,hasAttribute,querySelectorAll,shadowRoot,ownerDocument,previousSibling,title",
    "activeElement,noValidate,action,method,compareDocumentPosition,isConnected,form,type,value,name,disabled,innerText",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fields_named_like_what_a_form_has_of_its_own_hide_nothing() {
    for names in NAMES {
        let (server, recording) = visited(&format!("shadowed.html?{names}"), Mode::Submit).await;
        assert_eq!(count(&server, "POST", "/apply"), 1, "{names} {:#?} {:#?}", recording.runs, recording.gaps);
        let lost = |g: &&facts::Gap| g.what.contains("stands on") || g.what.contains("form");
        assert_eq!(recording.gaps.iter().find(lost), None, "{names}");
    }
}

/// A recording that fills the field and presses Enter, which led on when it was made.
fn typed_and_entered() -> Vec<RecordedStep> {
    let mut enter = step("keyDown Enter", StepAction::KeyDown { key: "Enter".into() }, &[]);
    enter.navigates = true;
    vec![step("change #em", change("{{user.email}}"), &[&["#em"]]), enter]
}

async fn replayed(page: &str, mode: Mode) -> (Server, Recording) {
    let server = Server::start("onward").await;
    let out = tempfile::tempdir().unwrap();
    let script = Script::Recorded(typed_and_entered());
    let plan = Plan { start: format!("https://{APP}/{page}"), ..plan(&server, script, mode) };
    let recording = run(&plan, out.path()).await.unwrap();
    (server, recording)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn enter_goes_to_the_field_that_was_filled_before_it() {
    for (mode, expected) in [(Mode::Submit, 1), (Mode::Fill, 0)] {
        let (server, recording) = replayed("login.html", mode).await;
        assert_eq!(count(&server, "GET", "/inside.html"), expected, "{:#?}", recording.gaps);
        let held = recording.gaps.iter().any(|g| g.why.starts_with("what it sends is held back in this mode"));
        assert_eq!(held, mode == Mode::Fill, "{:#?}", recording.gaps);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_that_leads_nowhere_though_it_did_when_it_was_recorded_has_failed() {
    let (_, recording) = replayed("still.html", Mode::Submit).await;
    let last = recording.runs[0].steps.last().unwrap();
    assert!(!last.ok && last.line == Some(1), "{last:#?}");
    assert!(last.why.as_ref().unwrap().starts_with("it led nowhere within 2 s"), "{last:#?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_asks_for_nothing_is_sent_like_any_other() {
    let (server, recording) = visited("start.html", Mode::Submit).await;
    for (path, times) in
        [("/begun.html", 1), ("/apply", 1), ("/cancel", 0), ("/pay", 0), ("/away", 0), ("/add/1", 1), ("/add/2", 0)]
    {
        assert_eq!(count(&server, "POST", path), times, "{path} {:#?} {:#?}", recording.runs, recording.gaps);
    }
    assert_eq!(count(&server, "GET", "/drawn.html"), 1, "{:#?}", recording.runs);
    let told = |why: &str| recording.gaps.iter().filter(|g| g.what.starts_with("what follows") && g.why == why).count();
    assert_eq!(told("it was not pressed: its words say that it buys or pays"), 1, "{:#?}", recording.gaps);
    assert_eq!(told("it was not pressed: its words say that it deletes"), 1, "{:#?}", recording.gaps);
    assert_eq!(
        told("it was not pressed: its words say that it logs out or ends something"),
        1,
        "{:#?}",
        recording.gaps
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_asks_for_nothing_is_a_gap_where_forms_are_not_sent() {
    let (server, recording) = visited("start.html", Mode::Fill).await;
    assert!(server.arrived().iter().all(|a| a.method != "POST"), "{:#?}", server.arrived());
    let what = format!("what follows when form `form:nth-of-type(1)` on https://{APP}/start.html is sent");
    let told = recording.gaps.iter().any(|g| g.what == what && g.why.starts_with("this mode fills"));
    assert!(told, "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_step_of_a_wizard_at_one_address_is_sent_once() {
    let (server, recording) = visited("wizard.html", Mode::Submit).await;
    assert_eq!(count(&server, "POST", "/wizard.html"), 1, "{:#?} {:#?}", recording.runs, recording.gaps);
    assert_eq!(count(&server, "POST", "/wizard3.html"), 1, "{:#?} {:#?}", recording.runs, recording.gaps);
    let claims = recording.gaps.iter().find(|g| g.why.contains("the form stayed"));
    assert_eq!(claims, None, "{:#?}", recording.runs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn links_that_end_something_are_named_and_those_in_a_frame_followed() {
    for mode in [Mode::Observe, Mode::Submit] {
        let (server, recording) = visited("links.html", mode).await;
        for (path, times) in
            [("/help.html", 1), ("/account/x", 0), ("/end", 0), ("/out", 1), ("/deep.html", 1), ("/logout", 0)]
        {
            let all = server.arrived();
            let own = all.iter().filter(|a| a.url.starts_with(&format!("https://{APP}{path}"))).count();
            assert_eq!(own, times, "{path} {:#?}", recording.gaps);
        }
        let why = "it was not opened: its words or address say that it deletes, logs out or ends something";
        let mut named: Vec<_> = recording.gaps.iter().filter(|g| g.why == why).map(|g| g.what.as_str()).collect();
        named.sort_unstable();
        let at = format!("https://{APP}");
        let wanted = [
            format!("what {at}/logout shows"),
            format!("what link `Avboka tid för …` to {at}/end shows"),
            format!("what link `Peruuta varaus` to {at}/end shows"),
            format!("what link `Radera konto: så gör du` to {at}/account/x shows"),
        ];
        assert_eq!(named, wanted, "{:#?}", recording.gaps);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_page_that_leads_out_of_the_service_is_named_with_where_it_leads() {
    let server = Server::start("onward").await;
    let out = tempfile::tempdir().unwrap();
    let error = run(&starting(&server, "elsewhere", Mode::Observe), out.path()).await.unwrap_err();
    let wanted = format!("it leads to `{SINK}`, which is below none of `first_party`");
    assert!(matches!(&error, CaptureError::NoPage { why, .. } if *why == wanted), "{error:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_of_this_machine_are_reached_through_the_proxy_too() {
    let server = Server::start("onward").await;
    let out = tempfile::tempdir().unwrap();
    let host = "app.service.localhost";
    let start = format!("{}/inside.html", server.at(host));
    let plan = Plan { start, first_party: vec![host.into()], proxy: true, ..starting(&server, "", Mode::Observe) };
    let recording = run(&plan, out.path()).await.unwrap();
    let passed = recording.exchanges.iter().any(|e| e.url == plan.start && e.seen_by.iter().any(|by| by == "proxy"));
    assert!(passed, "{:#?}", recording.gaps);
}

/// A wall over the whole page, which nothing takes away.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fields_that_were_filled_under_a_wall_are_not_said_to_be_out_of_everybodys_reach() {
    let (_, recording) = visited("wall.html", Mode::Fill).await;
    assert!(!recording.canaries.is_empty(), "{:#?}", recording.runs);
    let told = recording.gaps.iter().find(|g| g.what.starts_with("what lies under")).unwrap();
    assert!(told.why.ends_with("fields were filled as with keys alone"), "{told:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_press_that_only_looks_says_so_where_forms_are_sent() {
    let (server, recording) = visited("outside.html", Mode::Submit).await;
    assert_eq!(count(&server, "POST", "/changed"), 0, "{:#?}", recording.runs);
    let told = recording.gaps.iter().find(|g| g.what.contains("/changed")).unwrap();
    assert!(told.why.starts_with("this press was to show what it opens"), "{told:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_date_is_made_up_in_the_order_that_the_field_shows() {
    let (server, recording) = visited("dates.html", Mode::Submit).await;
    let kinds: Vec<_> = recording.canaries.iter().map(|c| c.kind).collect();
    assert_eq!(kinds, [IdentifierKind::BirthDate], "{:#?}", recording.canaries);
    let sent = server.arrived().into_iter().find(|a| a.url.ends_with("/apply")).unwrap();
    let sent = String::from_utf8(sent.body).unwrap();
    assert!(sent.contains("day=2030-03-14"), "{sent}");
}

/// The start page sends everybody elsewhere first, and shows itself to who was let in.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_showed_another_first_is_filled_once_something_leads_there() {
    for (how, mode) in [("log-in", Mode::Submit), ("region", Mode::Fill)] {
        let server = Server::start("onward").await;
        let out = tempfile::tempdir().unwrap();
        let mut plan = plan(&server, Script::Explore, mode);
        (plan.start, plan.pages) = (format!("https://{APP}/inside?{how}"), 4);
        let recording = run(&plan, out.path()).await.unwrap();
        let filled = recording.canaries.iter().any(|c| c.field == "#patient-mail");
        assert!(filled, "{how} {:#?} {:#?}", recording.runs, recording.gaps);
    }
}
