//! What was acknowledged survives the end of the process, wherever it comes; what was not is there whole or not at all.
//!
//! The child is this test binary again. A lost power supply is another matter: `synchronous=FULL` is for that, and no
//! test here pulls a plug.

use super::{at, change, crash, file, note, opened, sqlite};
use crate::{Change, Db, Outgoing};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const REGISTER: &str = "SLUSS_TEST_CHILD_REGISTER";
const CRASH_AFTER: &str = "SLUSS_TEST_CHILD_CRASH_AFTER";

/// Not a test by itself: what the killed child does, until it is killed. Says each version once it is acknowledged.
#[tokio::test]
async fn child() {
    let Ok(path) = std::env::var(REGISTER) else { return };
    let db = Db::open(path).await.unwrap();
    if let Ok(points) = std::env::var(CRASH_AFTER) {
        crash::after(points.parse().unwrap());
    }
    loop {
        let version = db.case("c-1").await.unwrap().map_or(0, |c| c.version);
        println!("acknowledged {}", commit(&db, version).await);
    }
}

/// Everything a change can hold.
async fn commit(db: &Db, version: u64) -> u64 {
    let first = if version == 0 { opened("c-1") } else { note(1, &format!("note {version}")) };
    let events = vec![first, note(2, "and another")];
    let outbox = vec![Outgoing { id: format!("m-{version}"), kind: "mail".into(), body: "{}".into(), due: at(0) }];
    let blobs = vec![file("filing.pdf", &vec![b'x'; 20_000])];
    db.commit(Change { blobs, outbox, ..change("c-1", version, events) }).await.unwrap().version
}

pub fn start(path: &Path, crash_after: Option<i64>) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "tests::kill::child", "--nocapture"]).env(REGISTER, path);
    child.stdout(Stdio::piped()).stderr(Stdio::null());
    if let Some(points) = crash_after {
        child.env(CRASH_AFTER, points.to_string());
    }
    child.spawn().unwrap()
}

/// Versions the child says, until it ends or has said so many.
pub fn acknowledged(child: &mut Child, enough: usize) -> Option<u64> {
    let lines = BufReader::new(child.stdout.as_mut().unwrap()).lines().map_while(Result::ok);
    let said = lines.filter_map(|l| l.rsplit_once("acknowledged ")?.1.parse().ok());
    said.take(enough).last()
}

/// Everything that was acknowledged is there, whole, and the register holds. Returns the version.
pub async fn check(path: &Path, acknowledged: Option<u64>) -> u64 {
    let verdict = crate::verify(path, None).await.unwrap();
    assert!(verdict.ok, "{:?}", verdict.broken);
    let db = Db::open(path).await.unwrap();
    let version = db.case("c-1").await.unwrap().map_or(0, |c| c.version);
    assert!(version >= acknowledged.unwrap_or(0), "{acknowledged:?} was acknowledged, {version} is there");
    assert_eq!(version % 2, 0, "half a change is there");
    let (files, messages) = (db.files("c-1").await.unwrap(), db.due(at(0), 100_000).await.unwrap());
    assert_eq!((files.len() as u64, messages.len() as u64), (version / 2, version / 2));
    assert_eq!(db.log(1, 100_000).await.unwrap().len() as u64, version / 2);
    db.close().await;
    version
}

/// Ends the child so often, each time after another number of acknowledged changes. Returns the last version.
pub async fn at_any_moment(path: &Path, rounds: usize) -> u64 {
    let mut last = 0;
    for round in 0..rounds {
        let mut child = start(path, None);
        let said = acknowledged(&mut child, 1 + round % 5);
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(said.is_some_and(|version| version > last), "the child did not commit");
        last = check(path, said).await;
    }
    last
}

/// One crash between each two writes of a change, deterministically: first change and a later one.
pub async fn between_any_two_writes(path: &Path) {
    let db = Db::open(path).await.unwrap();
    let points = {
        crash::after(i64::MAX);
        commit(&db, 0).await;
        let points = i64::MAX - crash::left();
        crash::after(-1);
        points
    };
    assert!(points > 10, "{points} writes in a change");
    db.close().await;
    let mut last = 2;
    for point in 0..points + 2 {
        let mut child = start(path, Some(point));
        let said = acknowledged(&mut child, usize::MAX);
        assert!(!child.wait().unwrap().success(), "the child was not ended");
        let version = check(path, said).await;
        assert_eq!(version, said.unwrap_or(last), "point {point}: what was not acknowledged is not there");
        last = version;
    }
}

#[tokio::test]
async fn killed_at_any_moment() {
    let (_dir, path, db) = sqlite().await;
    db.close().await;
    at_any_moment(&path, 12).await;
}

#[tokio::test]
async fn killed_between_any_two_writes() {
    let (_dir, path, db) = sqlite().await;
    db.close().await;
    between_any_two_writes(&path).await;
}
