//! A changed bit in a stored row is found and named, by verify on the file as it lies there.

use super::{furnish, sqlite};
use crate::{Db, RegisterError, verify};
use sqlx::{Executor, Row};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A furnished register, closed: one file, everything folded into it.
async fn closed() -> (TempDir, PathBuf) {
    let (dir, path, db) = sqlite().await;
    furnish(&db).await;
    // Free pages hold nothing; without them every page is in use.
    db.pool().execute("VACUUM").await.unwrap();
    db.close().await;
    (dir, path)
}

/// What verify says; none if it holds.
async fn said(path: &Path) -> Option<Vec<String>> {
    match verify(path, None).await {
        Ok(verdict) if verdict.ok => None,
        Ok(verdict) => Some(verdict.broken.into_iter().map(|b| format!("{} {}", b.what, b.why)).collect()),
        Err(RegisterError::Open { why, .. }) => Some(vec![why]),
        Err(other) => panic!("not a verdict: {other:?}"),
    }
}

/// A row's own bytes in the file, found by what is stored in it.
fn place(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).position(|w| w == needle).unwrap()
}

#[tokio::test]
async fn a_flipped_bit_names_its_row() {
    let (_dir, path) = closed().await;
    let db = Db::open(&path).await.unwrap();
    let log = db.log(1, 100).await.unwrap();
    let event = db.history("c-1").await.unwrap()[2].digest.to_string();
    let pdf = db.files("c-1").await.unwrap()[0].digest.to_string();
    db.close().await;
    let whole = std::fs::read(&path).unwrap();
    let content = log[2].content.to_string();
    for (needle, name) in [
        (content.as_bytes(), "link 3"),
        (&[b'%'; 100][..], pdf.as_str()),
        (b"\"text\":{\"sealed\"", event.as_str()),
        (b"filing.pdf", "link 3"),
        (b"\"title\":\"Pixel on the invitation page\",\"reference\"", "case c-"),
        (b"\"folder\":\"audits/1\"", "a-1"),
        (b"log is append-only", "of the schema"),
    ] {
        let mut bytes = whole.clone();
        let at = place(&bytes, needle);
        bytes[at + 3] ^= 1;
        std::fs::write(&path, &bytes).unwrap();
        let told = said(&path).await.unwrap_or_default();
        let shown = String::from_utf8_lossy(needle);
        let event_or_row = name == event && told.iter().any(|t| t.starts_with("sealed "));
        assert!(event_or_row || told.iter().any(|t| t.contains(name)), "{shown}: {told:?}");
    }
    std::fs::write(&path, &whole).unwrap();
    assert_eq!(said(&path).await, None);
}

/// Tables whose content verify answers for, and their indexes. Not: users, grants, sessions, outbox, meta (working
/// tables outside the chain), `_sqlx_migrations` columns that nothing reads (times).
const COVERED: [&str; 6] = ["log", "events", "items", "sealed", "cases", "audits"];

/// Flips bits spread over the used bytes of all pages of the covered tables and their indexes. What is neither found nor harmless fails: harmless is a
/// bit after which every covered row still reads the same (unused bytes between cells, counters of the file).
#[tokio::test]
async fn flipped_bits_all_over_the_file() {
    let (_dir, path) = closed().await;
    let pages = pages(&path).await;
    let (whole, rows) = (std::fs::read(&path).unwrap(), content(&path).await.unwrap());
    // Space between header and cells is zeros after VACUUM; rows hold few of them.
    let used: Vec<usize> = pages.iter().flat_map(|p| (p - 1) * 4096..p * 4096).filter(|at| whole[*at] != 0).collect();
    let (mut found, mut harmless) = (0, 0);
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..300 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let at = used[(state >> 12) as usize % used.len()];
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (state % 8);
        std::fs::write(&path, &bytes).unwrap();
        match said(&path).await {
            Some(told) => {
                assert!(!told.is_empty());
                found += 1;
            }
            None => {
                assert!(content(&path).await.as_ref() == Some(&rows), "byte {at} changed a row unseen");
                harmless += 1;
            }
        }
    }
    assert!(found > 290 && found + harmless == 300, "{found} found, {harmless} harmless");
}

/// Page numbers of the covered tables and their indexes.
async fn pages(path: &Path) -> Vec<usize> {
    let db = Db::open(path).await.unwrap();
    let mut pages = BTreeSet::new();
    let found =
        db.pool().fetch_all("SELECT s.tbl_name, d.pageno FROM dbstat d JOIN sqlite_master s ON s.name = d.name");
    for row in found.await.unwrap() {
        if COVERED.contains(&row.get::<String, _>(0).as_str()) {
            pages.insert(row.get::<i64, _>(1) as usize);
        }
    }
    db.close().await;
    pages.into_iter().collect()
}

/// All covered rows as text; none if they cannot be read.
async fn content(path: &Path) -> Option<Vec<String>> {
    let db = Db::open_existing(path).await.ok()?;
    let mut all = Vec::new();
    for sql in [
        "SELECT quote(seq) || quote(at) || quote(actor) || quote(act) || quote(case_id) || quote(content) || \
         quote(prev) || quote(hash) FROM log ORDER BY seq",
        "SELECT quote(case_id) || quote(version) || quote(seq) || quote(kind) || quote(digest) FROM events ORDER BY 1",
        "SELECT quote(seq) || quote(n) || quote(kind) || quote(name) || quote(digest) FROM items ORDER BY 1",
        "SELECT quote(digest) || quote(salt) || quote(bytes) || quote(destroyed) FROM sealed ORDER BY 1",
        "SELECT quote(case_id) || quote(version) || quote(seq) || quote(body) FROM cases ORDER BY 1",
        "SELECT quote(audit_id) || quote(seq) || quote(body) FROM audits ORDER BY 1",
    ] {
        for row in db.pool().fetch_all(sql).await.ok()? {
            all.push(row.try_get::<String, _>(0).ok()?);
        }
    }
    db.close().await;
    Some(all)
}

#[tokio::test]
async fn a_dropped_guard_and_a_forged_row_are_found() {
    let (_dir, path) = closed().await;
    let db = Db::open(&path).await.unwrap();
    for sql in [
        "DROP TRIGGER log_update",
        "UPDATE log SET actor = 'berit' WHERE seq = 4",
        "UPDATE cases SET version = 2 WHERE case_id = 'c-2'",
        "DROP TRIGGER events_delete",
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM events WHERE case_id = 'c-1' AND version = 3",
    ] {
        db.pool().execute(sql).await.unwrap();
    }
    db.close().await;
    let told = said(&path).await.unwrap().join("\n");
    for expected in [
        "trigger log_update of the schema is missing",
        "link 4 was changed: its fields do not give its hash",
        "case c-2 is stored otherwise than its events say",
        "link 3 covers other content than was logged",
        "case c-1 has a gap in its events",
    ] {
        assert!(told.contains(expected), "{expected} is not in:\n{told}");
    }
}
