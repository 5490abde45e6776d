//! The sign of life from outside: a routine that was killed is noticed by whoever asks.

use crate::{run, stderr};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::tempdir;

#[test]
fn a_routine_that_tells_nobody_says_so() {
    let dir = tempdir().unwrap();
    let routine =
        ["watch", "https://a.example/", "--once", "--retries", "0", "--state", "s", "--chromium", "/bin/false"];
    let said = stderr(&run(dir.path(), &routine));
    assert!(said.contains("nobody is told") && said.contains("written down") && !said.contains("delivered"), "{said}");
}

#[test]
fn a_killed_routine_is_told_at_once_whatever_its_schedule() {
    let dir = tempdir().unwrap();
    let arguments = ["watch", "https://a.example/", "--every", "6h", "--retries", "0"];
    let mut routine = Command::new(tests::sluss())
        .args(arguments)
        .args(["--chromium", "/bin/false", "--health", "127.0.0.1:0", "--state", "state"])
        .current_dir(dir.path())
        .env("SLUSS_DATA", dir.path().join("data"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let heartbeat = dir.path().join("state/heartbeat.json");
    let patience = Instant::now();
    while !heartbeat.exists() && patience.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let before = run(dir.path(), &["watch", "--check", "state"]);
    routine.kill().unwrap();
    routine.wait().unwrap();
    assert_eq!(before.status.code(), Some(0), "{}", stderr(&before));
    let after = run(dir.path(), &["watch", "--check", "state"]);
    assert!(after.status.code() == Some(1) && stderr(&after).contains("NO SIGN OF LIFE"), "{}", stderr(&after));
    let nowhere = run(dir.path(), &["watch", "--check", "elsewhere"]);
    assert!(nowhere.status.code() == Some(2) && stderr(&nowhere).contains("heartbeat.json"), "{}", stderr(&nowhere));
}
