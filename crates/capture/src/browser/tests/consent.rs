//! Emulated dialogs of well-known makers and of nobody, answered both ways.

use super::super::session::Session;
use super::*;
use crate::drive::consent::{Answered, answer};
use std::collections::BTreeMap;

const DIALOGS: [&str; 34] = [
    "onetrust",
    "onetrust-settings",
    "cookiebot",
    "didomi",
    "usercentrics",
    "quantcast",
    "cookieyes",
    "complianz",
    "klaro",
    "trustarc",
    "tarteaucitron",
    "osano",
    "cookie-information",
    "iubenda",
    "funding-choices",
    "cookie-script",
    "sourcepoint",
    "swedish",
    "by-hand",
    "finnish-late",
    "framed",
    "closed",
    "second-layer",
    "second-layer-saves",
    "only-heard",
    "toggles",
    "three-layers",
    "unwilling",
    "srcdoc",
    "tcf",
    "casual",
    "fitting",
    "wall",
    "only-saves",
];

/// What the page was told and what the driver says, by dialog.
async fn answers(names: &[&str], consent: Consent) -> BTreeMap<String, (String, Answered)> {
    let server = Server::start("consent").await;
    let out = tempfile::tempdir().unwrap();
    let plan = plan(&server, Script::Explore, Mode::Fill);
    let program = crate::devtools::find(None).unwrap();
    let options = Options { plan: &plan, out: out.path(), chromium: None, stop: Stop::new() };
    let session = Session::new(&options, &program).await.unwrap();
    let connection = session.connection().await.unwrap();
    let (server, session, connection) = (&server, &session, &connection);
    let one = async |name: &str| {
        let tag = facts::RunRef { journey: name.into(), consent, step: None };
        let page = session.page(connection, 0, tag).await.unwrap();
        page.navigate(&format!("https://{APP}/?d={name}")).await.unwrap();
        let done = answer(&page, consent, true, true).await.unwrap();
        page.settle().await;
        let to_service = |a: &Arrived| a.method == "POST" && a.url.ends_with(&format!("/consent?d={name}"));
        let told =
            server.arrived().iter().find(|a| to_service(a)).map(|a| String::from_utf8_lossy(&a.body).into_owned());
        page.close().await;
        (name.to_owned(), (told.unwrap_or_default(), done))
    };
    use futures_util::StreamExt as _;
    futures_util::stream::iter(names.iter().map(|n| one(n))).buffer_unordered(4).collect().await
}

fn wrong(answers: &BTreeMap<String, (String, Answered)>, wanted: &str) -> Vec<String> {
    let right = |(told, done): &(String, Answered)| told == wanted && matches!(done, Answered::Clicked(_));
    answers.iter().filter(|(_, a)| !right(a)).map(|(name, a)| format!("{name}: {a:?}")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_dialog_is_refused() {
    let answers = answers(&DIALOGS, Consent::Reject).await;
    assert_eq!(wrong(&answers, "reject"), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_dialog_is_accepted() {
    let answers = answers(&DIALOGS, Consent::Accept).await;
    assert_eq!(wrong(&answers, "accept"), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_refused_is_not_accepted_instead() {
    let answers = answers(&["accept-only", "none"], Consent::Reject).await;
    for name in ["accept-only", "none"] {
        assert_eq!(answers[name], (String::new(), Answered::NoDialog), "{name}");
    }
}
