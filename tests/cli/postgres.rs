//! The register in PostgreSQL by the command line: a case, its proof, and a row changed behind the program's back.

use crate::{run, stderr, stdout};
use tempfile::tempdir;
use tests::postgres::Server;

#[test]
fn a_case_is_kept_in_postgresql_and_verified_there() {
    let Some(server) = Server::start() else {
        eprintln!("SKIPPED: PostgreSQL is not installed (apt install postgresql)");
        return;
    };
    server.sql("postgres", "CREATE DATABASE register");
    let (dir, url) = (tempdir().unwrap(), server.url("register"));
    let ends = |args: &[&str], code: i32| {
        let output = run(dir.path(), &[&["case", "--register", &url, "--as", "Anna"], args].concat());
        let said = format!("{}{}", stdout(&output), stderr(&output));
        assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
        assert!(!said.contains("secret"), "the address holds a password: {said}");
        stdout(&output)
    };
    let id = ends(&["open", "--title", "Letter", "--suspected", "2026-03-02T09:00"], 1).trim().to_owned();
    ends(&["aware", &id, "--at", "2026-03-02T10:00", "--reason", "the recipient rang"], 0);
    ends(&["note", &id, "of Anna Exempel"], 0);
    let list: serde_json::Value = serde_json::from_str(&ends(&["list"], 0)).unwrap();
    assert_eq!(list[0]["times"]["aware"]["at"], "2026-03-02T09:00:00Z");
    ends(&["export", &id, "-o", "case.zip"], 0);
    assert_eq!(run(dir.path(), &["verify", "case.zip"]).status.code(), Some(0), "without the server");

    let verified = |code: i32| {
        let output = run(dir.path(), &["verify", &url]);
        let said = format!("{}{}", stdout(&output), stderr(&output));
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert!(!said.contains("secret"), "{said}");
        said
    };
    assert!(verified(0).contains("\"kind\": \"register\""));
    let sealed: serde_json::Value = serde_json::from_str(&ends(&["sealed", &id], 0)).unwrap();
    let digest = sealed[0]["digest"].as_str().unwrap();
    ends(&["destroy", digest, "--reason", "not needed"], 0);
    verified(0);
    let change = "ALTER TABLE log DISABLE TRIGGER USER; UPDATE log SET actor = 'somebody' WHERE seq = 2";
    server.sql("register", change);
    assert!(verified(1).contains("link 2"));
    drop(server);
    let output = run(dir.path(), &["verify", &url]);
    assert_eq!(output.status.code(), Some(2), "a server that is gone is the user's to start: {}", stderr(&output));
    assert!(!stderr(&output).contains("secret"));
}
