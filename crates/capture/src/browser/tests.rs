//! Real Chromium against a loopback server that notes what arrives.

mod answers;
mod choices;
mod consent;
mod drawn;
mod handmade;
mod handmade_fields;
mod handmade_sending;
mod hints;
mod http2;
mod journeys;
mod odd;
mod onward;
mod overhead;
mod owners;
mod recorded;
mod server;
mod steps;
mod trouble;
mod unsent;

use super::{CaptureError, Options, Progress, Stop, record};
use facts::{
    Canary, CanaryRequest, Consent, Exchange, IdentifierKind, Journey, Mint, Mode, Plan, RecordedStep, Recording,
    Script, StepAction,
};
use server::{APP, Arrived, SINK, Server, header};
use std::path::Path;
use std::time::Duration;

/// Numbers its values, so that each tells which field it was typed into.
#[derive(Default)]
struct Counter(usize);

impl Mint for Counter {
    fn mint(&mut self, wanted: &CanaryRequest) -> Canary {
        self.0 += 1;
        let n = self.0;
        let value = match (wanted.kind, wanted.spelling) {
            (IdentifierKind::Phone, 0) => format!("070-174 06 {:02}", 5 + n),
            (IdentifierKind::Phone, _) => format!("+46 70 174 06 {:02}", 5 + n),
            (IdentifierKind::Email, 0) => format!("Canary{n}@example.org"),
            (IdentifierKind::Email, _) => format!("canary{n}@example.org"),
            (IdentifierKind::NationalId, _) => format!("18900101-98{n:02}"),
            (IdentifierKind::Password, _) => format!("Canary!{n}"),
            (IdentifierKind::BirthDate, _) => format!("19{n:02}-05-03"),
            _ => format!("canary{n}"),
        };
        Canary {
            id: format!("c{n:02}"),
            role: wanted.role.clone(),
            kind: wanted.kind,
            value,
            field: wanted.field.clone(),
            further_fields: Vec::new(),
            page: wanted.page.clone(),
            frame: None,
            journey: wanted.journey.clone(),
            consent: wanted.consent,
            step: wanted.step.clone(),
            typed: None,
            country: None,
        }
    }
}

fn plan(server: &Server, script: Script, mode: Mode) -> Plan {
    Plan {
        start: format!("https://{APP}/"),
        login: None,
        first_party: vec!["service.example".into()],
        journeys: vec![Journey { name: "j".into(), script }],
        consents: vec![Consent::None],
        mode,
        pages: 1,
        resolve: server.resolve(),
        insecure: true,
        timeout: Duration::from_secs(30),
        user_agent: None,
        pause: Duration::ZERO,
        never_send: Vec::new(),
        proxy: false,
    }
}

async fn run(plan: &Plan, out: &Path) -> Result<Recording, CaptureError> {
    let options = Options { plan, out, chromium: None, stop: Stop::new() };
    record(options, &mut Counter::default(), &mut |_| {}).await.map(|recorded| recorded.recording)
}

fn way(url: &str) -> String {
    url::Url::parse(url).unwrap().query_pairs().find(|(n, _)| n == "t").map_or(url.to_owned(), |(_, v)| v.into_owned())
}

/// What arrived and has no exchange with the same method, address, body and frames.
fn missed(arrived: &[Arrived], recording: &Recording) -> Vec<String> {
    let mut left: Vec<&Exchange> = recording.exchanges.iter().collect();
    let mut missed = Vec::new();
    for one in arrived {
        let same = |e: &&Exchange| {
            e.method == one.method
                && e.url.replace("wss:", "https:") == one.url
                && e.body.as_deref().unwrap_or_default() == one.body
                && e.frames == one.frames
        };
        match left.iter().position(same) {
            Some(i) => drop(left.swap_remove(i)),
            None => {
                let near = left.iter().find(|e| e.url.replace("wss:", "https:") == one.url && e.method == one.method);
                let near = near.map(|e| (e.body.as_ref().map(Vec::len), &e.frames, &e.seen_by));
                let (bytes, frames) = (one.body.len(), &one.frames);
                missed.push(format!("{} {} {bytes} bytes, {frames:?}, nearest {near:?}", one.method, way(&one.url)));
            }
        }
    }
    missed
}

/// What the recording says was sent to the third party, and did not arrive.
fn invented(arrived: &[Arrived], recording: &Recording) -> Vec<String> {
    let mut left: Vec<&Arrived> = arrived.iter().collect();
    let mut invented = Vec::new();
    let held = |e: &Exchange| e.seen_by.iter().any(|s| s == "held-back");
    let on_the_wire = |e: &&Exchange| e.host().as_deref() == Some(SINK) && e.method != "CONNECT" && !held(e);
    for one in recording.exchanges.iter().filter(on_the_wire) {
        let same = |a: &&Arrived| a.method == one.method && a.url == one.url.replace("wss:", "https:");
        match left.iter().position(same) {
            Some(i) => drop(left.swap_remove(i)),
            None => invented.push(format!("{} {} {:?}", one.method, way(&one.url), one.seen_by)),
        }
    }
    invented
}

/// What says that no visitor's browser sent it.
fn unlike_visitors(arrived: &[Arrived]) -> Vec<String> {
    let says =
        |a: &&Arrived| ["user-agent", "sec-ch-ua"].iter().any(|n| header(a, n).is_some_and(|v| v.contains("Headless")));
    arrived.iter().filter(says).map(|a| way(&a.url)).collect()
}

/// What arrived with cookies that no exchange of its address has.
fn without_cookie(arrived: &[Arrived], recording: &Recording) -> Vec<String> {
    let same = |a: &Arrived| {
        let of = |e: &&Exchange| e.url.replace("wss:", "https:") == a.url && e.method == a.method;
        header(a, "cookie").is_none()
            || recording.exchanges.iter().filter(of).any(|e| e.header("cookie") == header(a, "cookie"))
    };
    arrived.iter().filter(|a| !same(a)).map(|a| way(&a.url)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_transport_is_recorded_with_its_exact_bytes() {
    let server = Server::start("transports").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&plan(&server, Script::Explore, Mode::Observe), out.path()).await.unwrap();
    let arrived = server.arrived();
    // What a frame under a service worker sends on leaving goes through that worker, which may be gone first.
    let chance = |w: &String| w.contains("://") || w == "frame-controlled-pagehide";
    let ways: std::collections::BTreeSet<_> = arrived.iter().map(|a| way(&a.url)).filter(|w| !chance(w)).collect();
    assert_eq!(missed(&arrived, &recording), Vec::<String>::new(), "gaps: {:#?}", recording.gaps);
    assert_eq!(invented(&arrived, &recording), Vec::<String>::new());
    assert_eq!(ways.len(), 154, "{ways:#?}");
    assert_eq!(unlike_visitors(&arrived), Vec::<String>::new());
    let left = arrived.iter().find(|a| way(&a.url) == "own-pagehide-beacon").and_then(|a| header(a, "cookie"));
    assert_eq!((left, without_cookie(&arrived, &recording)), (Some("who=kim@example.org"), Vec::new()));
    // The browser's network log told of each, and of nothing else.
    let logged = recording.exchanges.iter().filter(|e| e.seen_by.iter().any(|by| by == "net-log"));
    assert_eq!(logged.count(), arrived.len());
    let alone = recording.exchanges.iter().filter(|e| e.seen_by == ["net-log"]);
    for one in alone {
        assert!(one.url.ends_with("/sw.js"), "only the log saw {} {:?}", way(&one.url), one.run);
    }
    // The stack goes back over asynchronous borders: `fetches` waits for the compression before it posts.
    let gzip = recording.exchanges.iter().find(|e| e.url.ends_with("t=fetch-gzip") && e.method == "POST").unwrap();
    let own = gzip.stack.iter().filter(|s| s.contains("/all.js:")).count();
    assert!(own >= 3, "{:?}", gzip.stack);
    // What arrives nowhere: nobody listens, and UDP past every proxy is closed to the browser.
    let tried = |url: &str| recording.exchanges.iter().find(|e| e.url == url).unwrap_or_else(|| panic!("{url}"));
    tried(&format!("https://{SINK}/transport?t=webtransport"));
    tried("stun://stun.third.example:3478");
    let relay = tried("turn://turn.third.example:3478?transport=tcp");
    assert_eq!(relay.header("username"), Some("kim@example.org"));
}

/// The same page through the proxy: it sees every body the receiver saw, and what only one side saw has its gap.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_proxy_agrees_with_the_receiver_byte_for_byte() {
    let server = Server::start("transports").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    plan.proxy = true;
    let recording = run(&plan, out.path()).await.unwrap();
    let arrived = server.arrived();
    assert_eq!(missed(&arrived, &recording), Vec::<String>::new(), "gaps: {:#?}", recording.gaps);
    assert_eq!(without_cookie(&arrived, &recording), Vec::<String>::new());
    let by = |e: &&Exchange, who: &str| e.seen_by.iter().any(|s| s == who);
    let passed = recording.exchanges.iter().filter(|e| by(e, "proxy")).count();
    assert_eq!(passed, arrived.len(), "gaps: {:#?}", recording.gaps);
    let told = |what: &str| recording.gaps.iter().any(|g| g.what.contains(what));
    // What no interface of the browser told of, its own network log did: the proxy is never alone.
    for one in recording.exchanges.iter().filter(|e| e.seen_by.iter().all(|by| by == "proxy" || by == "net-log")) {
        assert_eq!(one.seen_by, ["proxy", "net-log"], "{} {:?}", way(&one.url), one.run);
        assert!(one.url.ends_with("/sw.js"), "only proxy and log saw {} {:?}", way(&one.url), one.run);
        assert!(told(&format!("where GET {} came from", one.url)), "{:#?}", recording.gaps);
    }
    assert!(!recording.gaps.iter().any(|g| g.why.contains("only the proxy saw it")), "{:#?}", recording.gaps);
    assert!(told(&format!("CONNECT https://{SINK}/transport on the wire")), "{:#?}", recording.gaps);
    assert!(!recording.gaps.iter().any(|g| g.why.contains("the proxy did not see it")), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_host_the_proxy_cannot_reach_or_trust_is_told_with_the_reason() {
    let server = Server::start("trouble").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    plan.proxy = true;
    plan.insecure = false;
    let error = run(&plan, out.path()).await.unwrap_err();
    assert!(matches!(&error, CaptureError::Unreachable { why, .. } if why.contains("certificate")), "{error:?}");
    plan.start = format!("http://{APP}/certificate.html");
    let recording = run(&plan, out.path()).await.unwrap();
    let told = |g: &facts::Gap| g.what == format!("what {SINK} would have got") && g.why.contains("certificate");
    assert!(recording.gaps.iter().any(told), "{:#?}", recording.gaps);
    plan.resolve[3].to_port = 1;
    let error = run(&plan, out.path()).await.unwrap_err();
    assert!(matches!(&error, CaptureError::Unreachable { why, .. } if why.contains("refused")), "{error:?}");
}
