//! Standard output or standard error on a full disk: what was asked is done, and the exit code says what became of it.
#![cfg(target_os = "linux")]

use crate::{run, stderr, stdout};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output};
use tempfile::tempdir;

const COMMANDS: &[&[&str]] = &[
    &["--help"],
    &["--version"],
    &["--lang", "sv", "scan", "--help"],
    &["completions", "bash"],
    &["docs"],
    &["deadline", "--aware", "2026-04-02T18:20+02:00"],
    &["deadline", "--aware", "2026-04-02T18:20+02:00", "--format", "human"],
    &["assess", "facts.json"],
    &["assess", "facts.json", "--format", "human"],
    &["verify", "r.db"],
    &["verify", "r.db", "--format", "human"],
    &["scan", "t.ndjson", "--people", "people.csv"],
    &["scan", "t.ndjson", "--people", "people.csv", "--format", "json"],
    &["case", "list"],
    &["case", "--format", "human", "list"],
    &["case", "show", "CASE"],
    &["case", "--format", "human", "show", "CASE"],
    &["case", "timeline", "CASE"],
    &["case", "assess", "CASE"],
    &["case", "authorities", "CASE"],
    &["case", "factors", "CASE"],
    &["case", "sealed", "CASE"],
    &["case", "statistics"],
    &["case", "calendar"],
    &["case", "plan"],
    &["case", "--format", "json", "note", "CASE", "seen"],
    &["case", "open", "--title", "another"],
    &["lab", "--port", "0"],
    &["serve", "--register", "r.db", "--bind", "127.0.0.1:0"],
];

/// The same with one stream on a disk that takes nothing.
fn full(dir: &Path, args: &[&str], out: bool) -> Output {
    let mut command = Command::new(tests::sluss());
    command.args(args).current_dir(dir).env("SLUSS_LANG", "en").env("SLUSS_REGISTER", "r.db");
    command.env("SLUSS_DATA", dir.join("data"));
    let full = File::options().write(true).open("/dev/full").unwrap();
    if out {
        command.stdout(full)
    } else {
        command.stderr(full)
    };
    command.output().unwrap()
}

#[test]
fn a_stream_that_cannot_be_written_loses_no_work() {
    let dir = tempdir().unwrap();
    let dir = dir.path();
    fs::write(dir.join("facts.json"), super::case::FACTS).unwrap();
    fs::write(dir.join("people.csv"), "id,email\np1,anna@example.org\n").unwrap();
    fs::write(dir.join("t.ndjson"), "{\"url\":\"https://a.example/?e=anna@example.org\"}\n").unwrap();
    let plain = |args: &[&str]| {
        let output = run(dir, &[&["case", "--register", "r.db"], args].concat());
        (output.status.code(), stdout(&output))
    };
    let (_, id) = plain(&["open", "--title", "one"]);
    for args in COMMANDS {
        let args: Vec<&str> = args.iter().map(|word| if *word == "CASE" { id.trim() } else { word }).collect();
        let told = full(dir, &args, true);
        assert_eq!(told.status.code(), Some(2), "{args:?}: {}", stderr(&told));
        assert!(
            stderr(&told).contains("`stdout`") && !stderr(&told).contains("panicked"),
            "{args:?}: {}",
            stderr(&told)
        );
        if !["lab", "serve"].contains(&args[0]) {
            let silent = full(dir, &args, false);
            assert!(
                silent.status.code().is_some_and(|code| code < 2) && !silent.stdout.is_empty(),
                "{args:?}: {silent:?}"
            );
        }
    }
    assert_eq!(full(dir, &["case", "show", "nobody"], false).status.code(), Some(2));
    assert_eq!(full(dir, &["scan", "--nonsense"], false).status.code(), Some(2));
    // What was done is kept, and told where it can be.
    let opened = full(dir, &["--quiet", "case", "--register", "new.db", "open", "--title", "two"], true);
    let kept = stdout(&run(dir, &["case", "--register", "new.db", "list"]));
    let list: serde_json::Value = serde_json::from_str(&kept).unwrap();
    assert!(stderr(&opened).contains(list[0]["id"].as_str().unwrap()), "{}", stderr(&opened));
}

#[test]
fn an_empty_file_is_no_register() {
    let dir = tempdir().unwrap();
    let dir = dir.path();
    fs::write(dir.join("lost.db"), "").unwrap();
    for args in [&["list"][..], &["open", "--title", "one"]] {
        let output = run(dir, &[&["case", "--register", "lost.db"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains("the file is empty"), "{}", stderr(&output));
    }
    assert_eq!(run(dir, &["verify", "lost.db"]).status.code(), Some(2));
    assert_eq!(run(dir, &["serve", "--register", "lost.db", "--bind", "127.0.0.1:0"]).status.code(), Some(2));
    assert_eq!(crate::names(dir), ["lost.db"]);
    assert!(fs::read(dir.join("lost.db")).unwrap().is_empty());
}

#[test]
fn a_polite_end_is_a_clean_one() {
    let dir = tempdir().unwrap();
    let dir = dir.path();
    for args in [&["lab", "--port", "0"][..], &["serve", "--register", "r.db", "--bind", "127.0.0.1:0"]] {
        for signal in ["-TERM", "-INT"] {
            let mut command = Command::new(tests::sluss());
            command
                .args(args)
                .current_dir(dir)
                .env("SLUSS_DATA", dir.join("data"))
                .stdout(std::process::Stdio::piped());
            let mut child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
            let mut line = String::new();
            std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.as_mut().unwrap()), &mut line)
                .unwrap();
            let pid = child.id().to_string();
            assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
            assert_eq!(child.wait().unwrap().code(), Some(0), "{args:?} {signal}");
        }
    }
}
