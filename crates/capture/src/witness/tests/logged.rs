use super::{PAGE, PIXEL, Stage, entries};
use crate::netlog::{Ahead, NetLog, Sent};
use facts::{Consent, Gap, RunRef};
use jiff::Timestamp;
use serde_json::json;

const SITE: &str = "https://service.example";
const WORKER: &str = "https://app.service.example/sw.js";

/// Seconds after the first request that [`Stage::network`] tells of.
fn at(seconds: i64) -> Option<Timestamp> {
    Some(Timestamp::from_second(1_700_000_001 + seconds).unwrap())
}

fn sent(method: &str, url: &str) -> Sent {
    let headers = vec![("a".to_owned(), "logged".to_owned())];
    Sent { at: at(1), method: method.into(), url: url.into(), site: Some(SITE.into()), headers, status: Some(200) }
}

fn worker(seconds: i64) -> Sent {
    Sent { at: at(seconds), headers: vec![("Service-Worker".into(), "script".into())], ..sent("GET", WORKER) }
}

fn ahead(origin: &str) -> Ahead {
    Ahead { at: at(1), origin: origin.into(), site: SITE.into() }
}

fn log(requests: Vec<Sent>) -> Vec<(NetLog, Option<Gap>)> {
    vec![(NetLog { sent: requests, ..NetLog::default() }, None)]
}

fn came_from(method: &str, url: &str) -> String {
    format!("where {method} {url} came from")
}

#[test]
fn what_was_told_is_joined_and_the_rest_entered_with_a_gap() {
    let mut stage = Stage::new();
    stage.network("1", PIXEL, entries("body"));
    stage.extra("1", "final");
    stage.witness.logged(log(vec![sent("POST", PIXEL), sent("POST", PIXEL)]));
    let (exchanges, gaps) = stage.end();
    let [told, untold] = &exchanges[..] else { panic!("{exchanges:?}") };
    assert_eq!(told.seen_by, ["network", "net-log"]);
    assert_eq!(told.headers, [("a".to_owned(), "final".to_owned())]);
    assert_eq!((untold.seen_by.as_slice(), untold.at), (&["net-log".to_owned()][..], at(1)));
    assert_eq!((untold.page.as_deref(), untold.response.as_ref().map(|r| r.status)), (Some(PAGE), Some(200)));
    assert_eq!(untold.run.as_ref().unwrap().step.as_deref(), Some("click #send"));
    assert_eq!(gaps.len(), 1);
    assert_eq!(gaps[0].what, came_from("POST", PIXEL));
}

#[test]
fn what_was_held_back_is_not_what_went_out() {
    let mut stage = Stage::new();
    stage.witness.hold_back(stage.run, super::Hold::Changes);
    stage.fetch("f", "1", PAGE, json!({}));
    assert_eq!(stage.methods(), ["Fetch.failRequest"]);
    stage.witness.logged(log(vec![sent("POST", PAGE)]));
    let (exchanges, _) = stage.end();
    let seen: Vec<_> = exchanges.iter().map(|e| e.seen_by.join(" ")).collect();
    assert_eq!(seen, ["fetch held-back", "net-log"]);
}

#[test]
fn a_socket_is_known_by_its_handshake_and_a_body_by_nobody() {
    let mut stage = Stage::new();
    let created = json!({"requestId": "s", "url": "wss://a.example/s", "initiator": {"type": "script"}});
    stage.tell("Network.webSocketCreated", created);
    let mut post = sent("POST", PIXEL);
    post.headers.push(("Content-Length".into(), "7".into()));
    stage.witness.logged(log(vec![sent("GET", "wss://a.example/s"), post]));
    let (exchanges, gaps) = stage.end();
    assert_eq!(exchanges.len(), 2);
    assert_eq!(exchanges[0].seen_by, ["network", "net-log"]);
    let body = gaps.iter().find(|g| g.what == format!("body of POST {PIXEL}")).unwrap();
    assert_eq!(body.why, "7 bytes were sent, but net-log could not show it");
}

/// The browser asks once for each run: each gets one before any gets two.
#[test]
fn checks_of_a_worker_go_to_the_runs_that_met_it() {
    let mut stage = Stage::new();
    let get = json!({"request": {"method": "GET"}, "event": {"type": "Script"}});
    stage.network("1", WORKER, get.clone());
    let tag = RunRef { journey: "j".into(), consent: Consent::Reject, step: None };
    stage.witness.begin("second", 1, tag);
    let info = json!({"targetId": "Q", "type": "page", "url": "about:blank", "browserContextId": "second"});
    stage.tell_browser("Target.attachedToTarget", json!({"sessionId": "other", "targetInfo": info}));
    stage.tell_of("other", "Page.frameNavigated", json!({"frame": {"id": "Q", "loaderId": "Q1", "url": PAGE}}));
    let mut event = json!({"requestId": "2", "wallTime": 1_700_000_001.5, "type": "Script"});
    event["request"] = json!({"url": WORKER, "method": "GET", "headers": {}});
    stage.tell_of("other", "Network.requestWillBeSent", event);
    stage.witness.logged(log(vec![worker(0), worker(1), worker(3), worker(4), worker(5)]));
    let (exchanges, gaps) = stage.end();
    let alone = exchanges.iter().filter(|e| e.seen_by == ["net-log"]);
    let mut consents: Vec<_> = alone.map(|e| e.run.as_ref().unwrap().consent.word()).collect();
    consents.dedup();
    assert_eq!((exchanges.len(), consents), (5, vec!["none", "reject"]));
    let why = "the browser itself asked whether the script of a service worker has changed, as it does from time to time; only \
               its network log tells of that";
    assert_eq!(gaps, [Gap::new(came_from("GET", WORKER), why)]);
}

#[test]
fn hosts_without_a_request_are_entered_once_the_connection_before_the_name() {
    let mut stage = Stage::new();
    stage.network("1", PIXEL, json!({}));
    let opened =
        ["https://pixel.example:443", "https://pre.example:8443", "https://pre.example:8443", "https://[::1]:443"];
    let names = ["https://canary1.tracker.example", "pre.example:8443", "127.0.0.1:80", "https://sluss.invalid"];
    let log = NetLog {
        opened: opened.into_iter().map(ahead).collect(),
        names: names.into_iter().map(ahead).collect(),
        ..NetLog::default()
    };
    stage.witness.logged(vec![(log, None)]);
    let (exchanges, gaps) = stage.end();
    let alone = exchanges.iter().filter(|e| e.seen_by == ["net-log"]);
    let alone: Vec<_> = alone.map(|e| (e.method.as_str(), e.url.as_str())).collect();
    assert_eq!(alone, [("CONNECT", "https://pre.example:8443/"), ("DNS", "dns://canary1.tracker.example")]);
    let told: Vec<_> = gaps.iter().map(|g| g.what.as_str()).collect();
    let expected = alone.iter().map(|(method, url)| came_from(method, url)).collect::<Vec<_>>();
    assert_eq!(told, expected);
}

/// Nothing was recorded that it could stand beside: nobody's page asked for it.
#[test]
fn a_log_of_no_run_enters_nothing() {
    let mut stage = Stage::new();
    let gap = Gap::new("the end of the browser's network log", "the browser did not write it in time");
    stage.witness.logged(vec![(log(vec![sent("GET", PIXEL)]).remove(0).0, Some(gap.clone()))]);
    let (exchanges, gaps) = stage.end();
    assert_eq!((exchanges, gaps), (vec![], vec![gap]));
}
