//! The sign of life from outside: a routine that was killed is noticed by whoever asks.

use crate::{run, stderr};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::tempdir;

#[test]
fn a_killed_routine_is_overdue_once_its_hour_has_passed() {
    let dir = tempdir().unwrap();
    let arguments = ["watch", "https://a.example/", "--every", "2s", "--grace", "1s", "--retries", "0"];
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
    while run(dir.path(), &["watch", "--check", "state"]).status.code() != Some(1) {
        assert!(patience.elapsed() < Duration::from_secs(60), "nobody noticed");
        std::thread::sleep(Duration::from_millis(200));
    }
    let nowhere = run(dir.path(), &["watch", "--check", "elsewhere"]);
    assert!(nowhere.status.code() == Some(2) && stderr(&nowhere).contains("heartbeat.json"), "{}", stderr(&nowhere));
}
