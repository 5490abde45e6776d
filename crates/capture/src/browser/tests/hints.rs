//! Names looked up and connections opened without any request (`dns-prefetch`, `preconnect`). A browser follows such hints
//! in its own profile only: not in the contexts beside it, which are those of private windows and an audit's.

use super::server::Server;
use super::{plan, run};
use crate::devtools::{Browser, Launch, find, lock};
use crate::netlog;
use crate::witness::{Rules, Witness, auto_attach};
use facts::{Consent, Exchange, Gap, Mode, Resolve, RunRef, Script};
use serde_json::json;
use std::io::BufReader;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::Notify;

const START: &str = "app.service.localhost";

/// A page in the browser's own profile, until what it hints at was done; with what was recorded.
async fn in_the_own_profile(server: &Server) -> (Vec<Exchange>, Vec<Gap>) {
    let program = find(None).expect("Chromium is installed where tests run");
    let rules = Rules { first_party: vec!["service.localhost".into()], ..Rules::default() };
    let witness = Arc::new(Mutex::new(Witness::new(rules)));
    let launch = Launch { program: &program, resolve: &[], insecure: false, agent: None, believe: None, net_log: true };
    let browser = Browser::launch(&launch, Arc::clone(&witness), Arc::new(Notify::new())).await.unwrap();
    let call = |session: String, method: &'static str, params| {
        let connection = browser.connection.clone();
        async move { connection.call(&session, method, params).await.unwrap() }
    };
    let blank = json!({"url": "about:blank"});
    let made = call(String::new(), "Target.createTarget", blank.clone()).await;
    let told = call(String::new(), "Target.getTargetInfo", json!({"targetId": made["targetId"]})).await;
    let context = told["targetInfo"]["browserContextId"].as_str().unwrap();
    lock(&witness).begin(context, 0, RunRef { journey: "j".into(), consent: Consent::None, step: None });
    call(String::new(), "Target.setAutoAttach", auto_attach()).await;
    let made = call(String::new(), "Target.createTarget", blank).await;
    let begun = Instant::now();
    let session = loop {
        if let Some(session) = lock(&witness).session_of(made["targetId"].as_str().unwrap()) {
            break session;
        }
        assert!(begun.elapsed() < Duration::from_secs(10), "the page is never ready");
        tokio::time::sleep(Duration::from_millis(10)).await;
    };
    call(session, "Page.navigate", json!({"url": server.at(START)})).await;
    let arrived = |what: &str| server.arrived().iter().any(|a| a.url.contains(what));
    let sockets = format!("{} \\u003C", server.at("pre.third.localhost"));
    let logged = |what: &str| browser_log(&browser).contains(what);
    while !(arrived("t=used") && logged("canary1.tracker.localhost") && logged(&sockets)) {
        assert!(begun.elapsed() < Duration::from_secs(20), "the page never did what it says");
        // So that the log is written on: it is in batches.
        call(
            String::new(),
            "Storage.setCookies",
            json!({"cookies": [{"name": "n", "value": "1", "domain": "sluss.invalid"}]}),
        )
        .await;
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let (_tidying, logged) = browser.close().await;
    assert!(logged.whole);
    let log = netlog::read(BufReader::new(logged.file.unwrap())).unwrap();
    lock(&witness).logged(vec![(log, None)]);
    let seen = lock(&witness).finish();
    (seen.exchanges, seen.gaps)
}

fn browser_log(browser: &Browser) -> String {
    std::io::read_to_string(browser.logged().file.unwrap()).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_and_connections_without_a_request_are_told() {
    let server = Server::start("hints").await;
    let (exchanges, gaps) = in_the_own_profile(&server).await;
    let alone = exchanges.iter().filter(|e| e.seen_by == ["net-log"]);
    let mut alone: Vec<_> = alone.map(|e| (e.method.as_str(), e.url.as_str(), e.page.as_deref())).collect();
    alone.sort();
    let page = format!("{}/", server.at(START));
    let pre = format!("{}/", server.at("pre.third.localhost"));
    let expected = [
        ("CONNECT", pre.as_str(), Some(page.as_str())),
        ("DNS", "dns://canary1.tracker.localhost", Some(page.as_str())),
    ];
    assert_eq!(alone, expected, "{exchanges:#?}");
    for (method, url, _) in expected {
        assert!(gaps.iter().any(|g| g.what == format!("where {method} {url} came from")), "{gaps:#?}");
    }
    // Asked for by its page too, and by the browser's two other interfaces.
    let used: Vec<_> = exchanges.iter().filter(|e| e.host().as_deref() == Some("used.third.localhost")).collect();
    assert_eq!(used.iter().map(|e| e.seen_by.len()).collect::<Vec<_>>(), [3], "{used:#?}");
}

/// docs/limits.md says so; where this fails, it is to be said otherwise.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_audits_contexts_follow_no_hints() {
    let server = Server::start("hints").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    plan.start = format!("{}/", server.at(START));
    plan.first_party = vec!["service.localhost".into()];
    plan.resolve = Vec::new();
    let recording = run(&plan, out.path()).await.unwrap();
    let hosts: std::collections::BTreeSet<_> = recording.exchanges.iter().filter_map(Exchange::host).collect();
    assert_eq!(hosts.into_iter().collect::<Vec<_>>(), [START, "used.third.localhost"], "{:#?}", recording.gaps);
    assert_eq!(recording.gaps, []);
}

/// So says docs/limits.md: Chromium connects when a navigation begins, before it asks whether it may go on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_navigation_that_is_held_back_has_opened_a_connection() {
    let server = Server::start("hints").await;
    let away = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    plan.start = format!("{}/away.html", server.at(START));
    plan.first_party = vec!["service.localhost".into()];
    let to_port = away.local_addr().unwrap().port();
    plan.resolve = vec![Resolve { host: "away.third.example".into(), port: 80, to_host: "127.0.0.1".into(), to_port }];
    let recording = run(&plan, out.path()).await.unwrap();
    let gone: Vec<_> =
        recording.exchanges.iter().filter(|e| e.host().as_deref() == Some("away.third.example")).collect();
    assert_eq!(gone.iter().map(|e| e.seen_by.join(" ")).collect::<Vec<_>>(), ["network fetch held-back"]);
    let connected = tokio::time::timeout(Duration::from_secs(5), away.accept()).await;
    let (mut connection, _) = connected.expect("no connection").unwrap();
    let mut bytes = Vec::new();
    let _ = tokio::io::AsyncReadExt::read_to_end(&mut connection, &mut bytes).await;
    assert_eq!(bytes, b"", "nothing was sent over it");
}
