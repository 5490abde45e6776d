//! The page that something was sent from, where it is not the one that is shown by then.

use super::journeys::{change, step};
use super::*;

fn page_of<'r>(recording: &'r Recording, sent: &str) -> Option<&'r str> {
    let found = recording.exchanges.iter().find(|e| way(&e.url) == sent);
    found.unwrap_or_else(|| panic!("{sent} {:#?}", recording.gaps)).page.as_deref()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workers_and_windows_belong_to_the_page_that_has_them() {
    let server = Server::start("owners").await;
    let out = tempfile::tempdir().unwrap();
    let plan = Plan { pages: 9, ..plan(&server, Script::Explore, Mode::Fill) };
    let recording = run(&plan, out.path()).await.unwrap();
    for (sent, page) in [("service", "served"), ("shared", "shared"), ("opened", "opened"), ("target", "target")] {
        assert_eq!(page_of(&recording, sent), Some(format!("https://{APP}/{page}.html").as_str()), "{sent}");
    }
    let claims = recording.gaps.iter().find(|g| g.what.ends_with("/unloads.html sends on leaving"));
    assert_eq!(claims, None, "the worker's scope is another page");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_sent_on_leaving_belongs_to_the_page_that_was_left() {
    let server = Server::start("owners").await;
    let out = tempfile::tempdir().unwrap();
    let open = |page: &str| step("open", StepAction::Navigate { url: format!("https://{APP}/{page}.html") }, &[]);
    let typed = step("change #em", change("{{user.email}}"), &[&["#em"]]);
    let script = Script::Recorded(vec![open("leaving"), typed, open("unloads"), open("leaving")]);
    let recording = run(&plan(&server, script, Mode::Fill), out.path()).await.unwrap();
    let from = Some(format!("https://{APP}/leaving.html"));
    let left: Vec<_> = recording.exchanges.iter().filter(|e| e.host().as_deref() == Some(SINK)).collect();
    assert!(left.len() >= 18, "{left:#?}");
    for one in left {
        assert_eq!(one.page, from, "{one:#?}");
    }
}
