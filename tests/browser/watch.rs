//! The routine against the replica: drift between two runs, alarms by mail and webhook, a case, and the sign of life.

use facts::{Consent, Lang, Mode};
use flows::audit::{self, Stop, Target};
use flows::watch::{self, Order, Receivers, Told};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

type Shared<T> = Arc<Mutex<Vec<T>>>;

/// Takes JSON by POST; refuses the first one, as a receiver that is just starting would.
async fn hook(listener: TcpListener, bodies: Shared<Value>) {
    let mut refused = false;
    while let Ok((stream, _)) = listener.accept().await {
        let mut stream = BufReader::new(stream);
        let (mut line, mut length) = (String::new(), 0);
        while stream.read_line(&mut line).await.is_ok_and(|n| n > 2) {
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            line.clear();
        }
        let mut body = vec![0; length];
        stream.read_exact(&mut body).await.unwrap();
        let status = if refused { "200 OK" } else { "503 Starting" };
        if refused {
            bodies.lock().unwrap().push(serde_json::from_slice(&body).unwrap());
        }
        refused = true;
        let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        let _ = stream.write_all(answer.as_bytes()).await;
    }
}

/// As much of RFC 5321 as takes a message in.
async fn mailbox(listener: TcpListener, mails: Shared<String>) {
    while let Ok((stream, _)) = listener.accept().await {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 sink.example\r\n").await.unwrap();
        let mut line = String::new();
        while stream.read_line(&mut line).await.is_ok_and(|n| n > 0) {
            let word = line.trim().to_ascii_uppercase();
            line.clear();
            if word != "DATA" {
                let answer: &[u8] = if word == "QUIT" { b"221 bye\r\n" } else { b"250 ok\r\n" };
                stream.write_all(answer).await.unwrap();
                continue;
            }
            stream.write_all(b"354 go on\r\n").await.unwrap();
            let mut mail = String::new();
            while stream.read_line(&mut mail).await.is_ok_and(|n| n > 0) && !mail.ends_with("\r\n.\r\n") {}
            mails.lock().unwrap().push(mail);
            stream.write_all(b"250 taken\r\n").await.unwrap();
        }
    }
}

async fn listener() -> (TcpListener, u16) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    (listener, port)
}

/// Status and body of the sign of life.
async fn health(port: u16) -> (u16, Value) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    stream.write_all(b"GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).await.unwrap();
    let body = text.split("\r\n\r\n").nth(1).unwrap();
    (text[9..12].parse().unwrap(), serde_json::from_str(body).unwrap())
}

fn order(dir: &Path, lab: &lab::Lab, hook: u16, smtp: u16) -> Order {
    let target = Target::Declaration(tests::root().join("corpus/demo/sluss.toml"));
    let audit = audit::Order {
        journeys: vec!["invite a patient by SMS".into()],
        consents: vec![Consent::Accept],
        mode: Mode::Submit,
        pages: 1,
        resolve: lab.resolve(),
        insecure: true,
        timeout: Duration::from_secs(20),
        pause: Duration::ZERO,
        lang: Lang::Sv,
        ..audit::Order::new(target, dir.join("unused"), dir.join("data"))
    };
    Order {
        audit,
        state: dir.join("state"),
        schedule: watch::Schedule::Every(SignedDuration::from_hours(6)),
        poll: SignedDuration::from_secs(1),
        grace: None,
        retries: 1,
        receivers: Receivers {
            mail: vec!["dpo@example.se".into()],
            mail_from: None,
            smtp: Some(format!("smtp://127.0.0.1:{smtp}")),
            webhook: vec![format!("http://127.0.0.1:{hook}/alarm")],
        },
        register: Some(dir.join("register.db")),
        country: "SE".into(),
        actor: "Anna Exempel".into(),
    }
}

/// What the routine told, in words of this test.
fn note(told: Told<'_>, log: &Shared<String>) {
    let line = match told {
        Told::Ran { last } => format!("ran {} new {}", last.ok, last.new),
        Told::Again { why, .. } => format!("again {why}"),
        Told::Unstamped { why } => format!("unstamped {why}"),
        Told::Case(id) => format!("case {id}"),
        Told::Alarm(alarm) => format!("alarm {}", alarm.kind),
        Told::Waiting { why } => format!("waiting {why}"),
        Told::Unwritten { trouble } => format!("unwritten {trouble}"),
        Told::Written => "written".to_owned(),
        Told::GivenUp { run } => format!("given up {}", run.display()),
        Told::Audit(_) | Told::Next(_) => return,
    };
    log.lock().unwrap().push(line);
}

/// Waits for something to come true; a minute on a busy machine is no failure.
async fn until<T>(what: &str, mut see: impl FnMut() -> Option<T>) -> T {
    for _ in 0..1200 {
        if let Some(found) = see() {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{what} did not come");
}

fn lines(log: &Shared<String>, begin: &str) -> Vec<String> {
    log.lock().unwrap().iter().filter(|l| l.starts_with(begin)).cloned().collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_switch_that_is_turned_between_two_runs_is_told_and_leads_to_a_case() {
    let dir = tempfile::tempdir().unwrap();
    let lab = lab::start(lab::Options { matching: false, ..lab::Options::default() }).await.unwrap();
    let ((hooks, hook_port), (mail, smtp), (beat, beat_port)) = (listener().await, listener().await, listener().await);
    let (bodies, mails, log): (Shared<Value>, Shared<String>, Shared<String>) = Default::default();
    tokio::spawn(hook(hooks, Arc::clone(&bodies)));
    tokio::spawn(mailbox(mail, Arc::clone(&mails)));
    let order = order(dir.path(), &lab, hook_port, smtp);
    let (stop, telling) = (Stop::new(), Arc::clone(&log));
    let mut tell = |told: Told<'_>| note(told, &telling);
    let routine = watch::run(&order, beat, stop.clone(), &mut tell);

    let looking = async {
        until("the first run", || lines(&log, "ran").first().cloned()).await;
        let polled = |known: Option<Timestamp>| {
            let heart = watch::check(&order.state, Timestamp::now()).unwrap().0;
            heart.last_poll.filter(|at| Some(*at) != known)
        };
        let first = until("a look at the configurations", || polled(None)).await;
        until("another look", || polled(Some(first))).await;
        assert_eq!(lines(&log, "ran").len(), 1, "looked at more often than run: {log:?}");
        assert_eq!(health(beat_port).await.0, 200);

        lab.set_matching(true);
        until("the drift", || lines(&log, "alarm configuration").first().cloned()).await;
        until("the run it brings forward", || lines(&log, "ran").get(1).cloned()).await;
        until("the alarm of what was found", || lines(&log, "alarm findings").first().cloned()).await;
        let case = until("the case", || lines(&log, "case").first().cloned()).await;
        stop.stop();
        case
    };
    let (ended, case) = tokio::join!(routine, looking);
    ended.unwrap();
    assert!(watch::check(&order.state, Timestamp::now()).unwrap().0.ended.is_some());

    told_without_values(&bodies.lock().unwrap(), &mails.lock().unwrap(), &dir.path().join("state"));
    is_a_draft(dir.path(), case.trim_start_matches("case "));
    // The same findings, told anew to a routine that has lost its memory, join the case.
    std::fs::remove_file(order.state.join("baseline.json")).unwrap();
    let report = watch::once(&order, Stop::new(), &mut |told| note(told, &log)).await.unwrap();
    assert!(!report.findings.is_empty());
    let cases = lines(&log, "case");
    assert!(cases.len() >= 2 && cases.iter().all(|c| *c == case), "{cases:?}");
    is_a_draft(dir.path(), case.trim_start_matches("case "));
    lab.stop().await;
}

/// Ids, rules and switches; nothing of what was typed.
fn told_without_values(bodies: &[Value], mails: &[String], state: &Path) {
    let drift = bodies.iter().find(|b| b["kind"] == "configuration").expect("told by webhook");
    let change = &drift["changes"][0];
    assert_eq!((&change["vendor"], &change["before"], &change["after"]), (&"meta".into(), &"off".into(), &"on".into()));
    let found = bodies.iter().find(|b| b["kind"] == "findings").expect("told by webhook");
    assert!(found["findings"].as_array().is_some_and(|f| !f.is_empty()));
    let (text, letters) = (serde_json::to_string(bodies).unwrap(), mails.join("\n"));
    assert!(mails.len() >= 2 && letters.contains("To: dpo@example.se"), "{letters}");
    let baseline: Value = serde_json::from_slice(&std::fs::read(state.join("baseline.json")).unwrap()).unwrap();
    let typed = baseline["canaries"].as_array().unwrap();
    assert!(!typed.is_empty());
    for canary in typed {
        let value = canary["value"].as_str().unwrap();
        assert!(!text.contains(value) && !letters.contains(value), "an alarm holds what was typed");
    }
}

/// The register's one case: what leaked stands in it, and nobody is said to be aware, which is a person's word.
fn is_a_draft(dir: &Path, case: &str) {
    let mut command = Command::new(tests::sluss());
    command.args(["case", "list", "--format", "json", "--register"]).arg(dir.join("register.db"));
    let output = command.env("SLUSS_DATA", dir.join("data")).output().unwrap();
    let cases: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {output:?}"));
    assert_eq!(cases.as_array().map(Vec::len), Some(1), "{cases}");
    assert_eq!((&cases[0]["id"], &cases[0]["times"]["aware"]), (&case.into(), &Value::Null), "{cases}");
    assert_eq!(cases[0]["facts"]["nature"][0], "confidentiality", "{cases}");
}

/// A browser that cannot start: tried again with the reason, then an alarm; no whole run, so the hour passes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_run_that_did_not_happen_turns_the_sign_of_life_bad() {
    let dir = tempfile::tempdir().unwrap();
    let lab = lab::start(lab::Options::default()).await.unwrap();
    let ((hooks, hook_port), (mail, smtp), (beat, beat_port)) = (listener().await, listener().await, listener().await);
    let (bodies, mails, log): (Shared<Value>, Shared<String>, Shared<String>) = Default::default();
    tokio::spawn(hook(hooks, Arc::clone(&bodies)));
    tokio::spawn(mailbox(mail, Arc::clone(&mails)));
    let mut order = order(dir.path(), &lab, hook_port, smtp);
    order.audit.chromium = Some("/bin/false".into());
    (order.schedule, order.grace) =
        (watch::Schedule::Every(SignedDuration::from_secs(2)), Some(SignedDuration::from_secs(1)));
    let (stop, telling) = (Stop::new(), Arc::clone(&log));
    let mut tell = |told: Told<'_>| note(told, &telling);
    let routine = watch::run(&order, beat, stop.clone(), &mut tell);
    let looking = async {
        let again = until("another attempt", || lines(&log, "again").first().cloned()).await;
        assert!(again.contains("/bin/false"), "{again}");
        until("the alarm", || lines(&log, "alarm run-failed").first().cloned()).await;
        let (heart, _) = watch::check(&order.state, Timestamp::now()).unwrap();
        let last = heart.last_run.unwrap();
        assert!(!last.ok && last.attempts.len() == 2 && last.why.unwrap().contains("/bin/false"));
        until("the hour", || {
            (watch::check(&order.state, Timestamp::now()).unwrap().1 == watch::Pulse::Overdue).then_some(())
        })
        .await;
        let (status, body) = health(beat_port).await;
        assert_eq!((status, &body["overdue"]), (503, &Value::Bool(true)));
        stop.stop();
    };
    let (ended, ()) = tokio::join!(routine, looking);
    ended.unwrap();
    let told = bodies.lock().unwrap().clone();
    assert!(told[0]["kind"] == "run-failed" && told[0]["why"][0].as_str().unwrap().contains("/bin/false"), "{told:?}");
    assert!(!mails.lock().unwrap().is_empty());
    lab.stop().await;
}
