//! The routine without a browser: what it does when runs fail and nobody answers.

use super::*;
use std::sync::atomic::{AtomicUsize, Ordering};

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

#[test]
fn what_may_pass_is_tried_again() {
    let unseen = |why: &str| Trouble::from(Problem::new(Place::source("https://a.example/"), UNSEEN, why));
    for passing in ["it answered 503", "it answered 429", "it answered 502", "it answered 504", "the page crashed"] {
        assert!(may_pass(&unseen(passing)), "{passing}");
    }
    for lasting in ["it answered 404", "it answered 500", "it answered 403"] {
        assert!(!may_pass(&unseen(lasting)), "{lasting}");
    }
    assert!(!may_pass(&Problem::new(Place::source("sluss.toml"), "missing-key", "it answered 503").into()));
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
