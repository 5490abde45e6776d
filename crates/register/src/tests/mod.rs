//! One contract for both databases; what only SQLite can do (kill, flipped bits, bytes in the file) is in its own files.

mod contract;
pub mod crash;
mod flip;
mod kill;
mod open;
#[cfg(unix)]
mod postgres;
mod sqlite;

use crate::{Blob, Change, Db};
use jiff::{SignedDuration, Timestamp};
use respond::Event;
use serde_json::json;
use std::path::PathBuf;
use tempfile::TempDir;

pub fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000).unwrap() + SignedDuration::from_mins(minute)
}

fn event(minute: i64, what: serde_json::Value) -> Event {
    let mut value = json!({"at": at(minute), "by": "anna"});
    value.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
    serde_json::from_value(value).unwrap()
}

pub fn opened(id: &str) -> Event {
    event(
        0,
        json!({
            "type": "open/1", "id": id, "title": "Pixel on the invitation page", "country": "SE", "findings": ["f-1"],
            "facts": {"schema": "sluss/facts/1", "nature": ["confidentiality"]}, "note": {"private": "seen by Nils Exempel"}
        }),
    )
}

pub fn note(minute: i64, text: &str) -> Event {
    event(minute, json!({"type": "note/1", "text": {"private": text}}))
}

pub fn change(case: &str, expected_version: u64, events: Vec<Event>) -> Change {
    let act = events.first().map_or("case.file", |e| if e.act() == "open" { "case.open" } else { "case.note" });
    Change {
        case: case.into(),
        expected_version,
        actor: "anna".into(),
        at: at(expected_version as i64),
        act: act.into(),
        events,
        blobs: Vec::new(),
        outbox: Vec::new(),
    }
}

pub fn file(name: &str, bytes: &[u8]) -> Blob {
    Blob::new(name, bytes.to_vec()).unwrap()
}

/// A register in a folder of its own.
pub async fn sqlite() -> (TempDir, PathBuf, Db) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("register.db");
    let db = Db::open(&path).await.unwrap();
    (dir, path, db)
}

/// Two cases with notes and a file, an audit, a user, an accepted finding, something destroyed: every table in use.
pub async fn furnish(db: &Db) {
    db.commit(change("c-1", 0, vec![opened("c-1"), note(1, "first")])).await.unwrap();
    db.commit(change("c-2", 0, vec![opened("c-2")])).await.unwrap();
    let filing = file("filing.pdf", &[b'%'; 900]);
    db.commit(Change { blobs: vec![filing], ..change("c-1", 2, vec![note(2, "filed")]) }).await.unwrap();
    for n in 3..12 {
        db.commit(change("c-1", n, vec![note(n as i64, &format!("note {n}"))])).await.unwrap();
    }
    let user = crate::User { id: "anna".into(), name: "Anna Exempel".into(), role: "officer".into(), disabled: false };
    db.put_user(&user, "system", at(20)).await.unwrap();
    db.put_audit(contract::audit("a-1"), Some(&contract::report()), "anna", at(21)).await.unwrap();
    let text = db.texts("c-1").await.unwrap().remove(0);
    db.destroy(text.digest, "asked for by the person", "anna", at(23)).await.unwrap();
}
