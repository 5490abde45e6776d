//! The routine without a browser: what it does when runs fail and nobody answers.

use super::*;
use axum::routing::post;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, mpsc};

fn order(dir: &Path) -> Order {
    let target = audit::Target::Address("https://a.example/".to_owned());
    // No browser: every run fails at once.
    let audit = audit::Order {
        chromium: Some("/bin/false".into()),
        ..audit::Order::new(target, dir.join("out"), dir.join("data"))
    };
    Order {
        audit,
        state: dir.join("state"),
        schedule: Schedule::Every(SignedDuration::from_secs(1)),
        poll: SignedDuration::from_hours(1),
        grace: None,
        retries: 0,
        receivers: Receivers::default(),
        register: None,
        country: "SE".into(),
        actor: "Anna Exempel".into(),
    }
}

#[tokio::test]
async fn a_folder_has_one_routine() {
    let dir = tempfile::tempdir().unwrap();
    let (order, mut quiet, mut silent) = (order(dir.path()), |_: Told<'_>| {}, |_: Told<'_>| {});
    let first = Routine::begin(&order, Stop::new(), &mut quiet).await.unwrap();
    let second = Routine::begin(&order, Stop::new(), &mut silent).await.err().expect("refused");
    assert!(second.is_input(), "{second}");
    assert!(second.to_string().contains(&format!("process {}", std::process::id())), "{second}");
    drop(first);
    Routine::begin(&order, Stop::new(), &mut silent).await.unwrap();
}

fn report(unseen: Option<&str>, unseen_status: Option<u16>) -> Report {
    let report: Report = serde_json::from_str(include_str!("../../../paper/samples/report.json")).unwrap();
    Report { unseen: unseen.map(str::to_owned), unseen_status, ..report }
}

fn audited(order: &Order, report: Report) -> Audited {
    Audited {
        report,
        out: order.state.join("runs/1"),
        bundle: order.state.join("runs/1/bundle.zip"),
        problems: Vec::new(),
        unstamped: None,
        idle: Vec::new(),
        shadowed: Vec::new(),
    }
}

#[test]
fn what_may_pass_is_tried_again() {
    let may_pass = |status| Failed::unseen(&report(None, status), "whatever the words are").may_pass;
    for passing in [None, Some(503), Some(429), Some(502), Some(504)] {
        assert!(may_pass(passing), "{passing:?}");
    }
    for lasting in [404, 500, 403] {
        assert!(!may_pass(Some(lasting)), "{lasting}");
    }
    let wrong = Problem::new(Place::source("sluss.toml"), "missing-key", "it answered 503");
    assert!(!Failed::from(Trouble::from(wrong)).may_pass);
}

/// Takes alarms, and gives their bodies.
async fn receiver() -> (String, mpsc::Receiver<serde_json::Value>) {
    let (heard, told) = mpsc::channel();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    let hook = post(move |body: String| {
        heard.send(serde_json::from_str(&body).unwrap()).unwrap();
        std::future::ready(())
    });
    tokio::spawn(async move { axum::serve(listener, axum::Router::new().route("/", hook)).await });
    (address, told)
}

fn kinds(told: &mpsc::Receiver<serde_json::Value>) -> Vec<String> {
    told.try_iter().map(|alarm| alarm["kind"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_that_cannot_be_written_for_a_while_ends_nothing() {
    let (dir, (hook, told)) = (tempfile::tempdir().unwrap(), receiver().await);
    let order = Order { receivers: Receivers { webhook: vec![hook], ..Receivers::default() }, ..order(dir.path()) };
    let said = Mutex::new(Vec::new());
    let mut tell = |told: Told<'_>| match told {
        Told::Unwritten { trouble } => said.lock().unwrap().push(trouble.to_string()),
        Told::Written => said.lock().unwrap().push("written".to_owned()),
        _ => {}
    };
    let mut routine = Routine::begin(&order, Stop::new(), &mut tell).await.unwrap();
    // A file where the folder should be: root cannot write below it either.
    let aside = dir.path().join("aside");
    std::fs::rename(&order.state, &aside).unwrap();
    std::fs::write(&order.state, "").unwrap();
    routine.round().await;
    let found = audited(&order, report(None, None));
    let news = report(None, None).findings.iter().filter(|f| is_news(f)).count();
    assert!(news > 0);
    routine.judged(found).await;
    routine.delivered().await;
    routine.deliver().await;
    routine.delivered().await;
    assert_eq!(kinds(&told), ["run-failed", "findings"], "alarms go out all the same");
    assert_eq!(routine.state.baseline().unwrap(), Some(report(None, None)), "what was found is not told again");
    routine.settle().await;
    let due = routine.unwritten.again;
    routine.say_unwritten();
    assert_eq!(routine.unwritten.again, due, "however often it is looked up, it is tried again then");

    std::fs::remove_file(&order.state).unwrap();
    std::fs::rename(&aside, &order.state).unwrap();
    routine.settle().await;
    drop(routine);
    let said = said.into_inner().unwrap();
    assert!(said[0].contains("cannot be written") && said.last().unwrap() == "written", "{said:?}");
    assert_eq!(said.len(), 2, "told once, whichever file it is: {said:?}");
    let log = std::fs::read_to_string(order.state.join("alarms.ndjson")).unwrap();
    assert_eq!(log.lines().count(), 2, "{log}");
    assert_eq!(audit::report(&order.state.join("baseline.json")).unwrap(), report(None, None));
    let heart = check(&order.state, Timestamp::now()).unwrap().0;
    assert!(heart.last_run.is_some() && heart.alarms_waiting == 0, "{heart:?}");
}

/// A service that is down is told once, each reason once, and once more where the reason changes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_failure_is_one_alarm() {
    let dir = tempfile::tempdir().unwrap();
    let (order, mut quiet) = (order(dir.path()), |_: Told<'_>| {});
    let mut routine = Routine::begin(&order, Stop::new(), &mut quiet).await.unwrap();
    for _ in 0..2 {
        routine.audit().await.unwrap_err();
    }
    assert_eq!(routine.state.waiting().len(), 1);
    let mut last = routine.state.heart.last_run.clone().unwrap();
    last.attempts.extend(last.attempts.clone());
    assert_eq!(Alarm::failed("service", &last).why.len(), 1);
    routine.state.heart.last_run.as_mut().unwrap().why = Some("another".to_owned());
    routine.audit().await.unwrap_err();
    assert_eq!(routine.state.waiting().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_routine_that_breaks_off_says_so() {
    let (dir, (hook, told)) = (tempfile::tempdir().unwrap(), receiver().await);
    let order = Order { receivers: Receivers { webhook: vec![hook], ..Receivers::default() }, ..order(dir.path()) };
    let health = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut tell = |told: Told<'_>| {
        if matches!(told, Told::Ran { .. }) {
            panic!("on purpose");
        }
    };
    assert!(caught(run(&order, health, Stop::new(), &mut tell)).await.is_err());
    assert_eq!(kinds(&told), ["ended"]);
    let (heart, pulse) = check(&order.state, Timestamp::now()).unwrap();
    assert_eq!(pulse, Pulse::Ended);
    assert!(heart.why.unwrap().contains("on purpose"));
}

/// The first alarm of a failed run meets a receiver that takes half a minute to say nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receiver_that_never_answers_holds_up_no_run() {
    let dir = tempfile::tempdir().unwrap();
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let webhook = vec![format!("http://{}/", silent.local_addr().unwrap())];
    let order = Order { receivers: Receivers { webhook, ..Receivers::default() }, ..order(dir.path()) };
    let (health, stop) = (TcpListener::bind("127.0.0.1:0").await.unwrap(), Stop::new());
    let ran = AtomicUsize::new(0);
    let mut tell = |told: Told<'_>| {
        if matches!(told, Told::Ran { .. }) {
            ran.fetch_add(1, Ordering::Relaxed);
        }
    };
    let going = run(&order, health, stop, &mut tell);
    let enough = async {
        while ran.load(Ordering::Relaxed) < 3 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::select! {
        ended = going => panic!("it ended: {ended:?}"),
        () = enough => {}
        () = tokio::time::sleep(Duration::from_secs(25)) => panic!("{ran:?} runs in 25 s"),
    }
}

/// What a broken run leaves is judged, and told as one that broke off, once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_run_that_broke_off_twice_is_one_alarm() {
    let dir = tempfile::tempdir().unwrap();
    let (order, mut quiet) = (order(dir.path()), |_: Told<'_>| {});
    let mut routine = Routine::begin(&order, Stop::new(), &mut quiet).await.unwrap();
    let mut broken = report(None, None);
    broken.findings.clear();
    broken.gaps.push(facts::Gap::new("the rest of it", "the browser ended").cut_by(Cut::Browser));
    for _ in 0..2 {
        routine.judged(audited(&order, broken.clone())).await;
    }
    let waiting: Vec<_> = routine.state.waiting().iter().map(|a| (a.kind.as_str(), a.why.as_slice())).collect();
    assert_eq!(waiting, [("incomplete", &["the browser ended".to_owned()][..])]);
}

#[test]
fn a_configuration_that_a_run_did_not_get_is_polled_on() {
    let configuration = |url: &str| facts::Configuration {
        vendor: "meta".into(),
        account: url.into(),
        url: url.into(),
        exchange: "x".into(),
        sha256: String::new(),
    };
    let mut now = report(None, None);
    now.configurations = vec![configuration("here")];
    now.earlier.configurations = vec![configuration("lost"), configuration("unpolled")];
    let before = |url: &str| poll::Known {
        url: url.into(),
        vendor: "meta".into(),
        account: url.into(),
        switches: [("automatic-matching".to_owned(), "on".to_owned())].into(),
        failed: 2,
    };
    let known = poll::known(&now, &[before("here"), before("lost"), before("not in the report")]);
    let known: Vec<_> = known.iter().map(|k| (k.url.as_str(), k.switches.len(), k.failed)).collect();
    assert_eq!(known, [("here", 0, 2), ("lost", 1, 2), ("unpolled", 0, 0)]);
}
