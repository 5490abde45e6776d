//! What every database has to do. Each part takes an empty register, which must verify afterwards.

use super::{at, change, file, furnish, note, opened};
use crate::*;
use facts::Report;
use prove::{Digest, SigningKey, bundle};
use sqlx::Executor;

/// Hands the names of all parts to a macro.
macro_rules! parts {
    ($each:ident) => {
        $each!(
            a_case_is_kept,
            the_second_of_two_editors_is_told,
            two_writers_at_once,
            who_waited_is_no_clock_set_back,
            nothing_is_half_written,
            files_and_texts,
            destroying,
            log_is_append_only,
            audits,
            users_and_sessions,
            outbox,
            a_reminder_is_queued_and_claimed_once,
            records_are_kept,
            exports_verify,
            heads_grow
        );
    };
}
pub(crate) use parts;

pub async fn verifies(db: &Db) {
    let verdict = db.verify().await.unwrap();
    assert!(verdict.ok, "{:?}", verdict.broken);
}

pub async fn a_case_is_kept(db: &Db) {
    assert!(db.cases().await.unwrap().is_empty());
    let done = db.commit(change("c-1", 0, vec![opened("c-1"), note(1, "first")])).await.unwrap();
    assert_eq!((done.version, done.seq), (2, 1));
    let stored = db.case("c-1").await.unwrap().unwrap();
    assert_eq!((stored.version, stored.seq, stored.case.title.as_str()), (2, 1, "Pixel on the invitation page"));
    assert_eq!(stored.case.note.open(), Some("seen by Nils Exempel"), "texts are put back");
    db.commit(change("c-2", 0, vec![opened("c-2")])).await.unwrap();
    db.commit(change("c-1", 2, vec![note(5, "second")])).await.unwrap();
    let order: Vec<String> = db.cases().await.unwrap().into_iter().map(|c| c.id).collect();
    assert_eq!(order, ["c-1", "c-2"], "changed last first");
    assert_eq!(db.case("c-3").await.unwrap(), None);
    assert_eq!(db.cases_of_finding("f-1").await.unwrap(), ["c-1", "c-2"]);
    let history = db.history("c-1").await.unwrap();
    let told: Vec<_> = history.iter().map(|h| (h.version, h.seq, h.kind.as_str(), h.actor.as_str())).collect();
    assert_eq!(told, [(1, 1, "open", "anna"), (2, 1, "note", "anna"), (3, 3, "note", "anna")]);
    assert_eq!(history[2].event, Ok(note(5, "second")));
    let log = db.log(2, 10).await.unwrap();
    assert_eq!(log.iter().map(|l| l.seq).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(db.case_log("c-1").await.unwrap().len(), 2);
}

pub async fn the_second_of_two_editors_is_told(db: &Db) {
    db.commit(change("c-1", 0, vec![opened("c-1")])).await.unwrap();
    let before = db.log(1, 100).await.unwrap();
    db.commit(Change { actor: "berit".into(), ..change("c-1", 1, vec![note(1, "hers")]) }).await.unwrap();
    let late = Change { blobs: vec![file("x.pdf", b"x")], ..change("c-1", 1, vec![note(1, "his")]) };
    let RegisterError::Conflict(conflict) = db.commit(late).await.unwrap_err() else { panic!("no conflict") };
    assert_eq!((conflict.expected, conflict.current), (1, 2));
    let changes: Vec<_> =
        conflict.changes.iter().map(|c| (c.actor.as_str(), c.act.as_str(), c.kind.as_str())).collect();
    assert_eq!(changes, [("berit", "case.note", "note")]);
    assert!(conflict.to_string().contains("case.note by berit at 20"));
    assert_eq!(db.log(1, 100).await.unwrap().len(), before.len() + 1, "nothing of the second was written");
    let ahead = db.commit(change("c-1", 9, vec![note(1, "x")])).await.unwrap_err();
    assert!(matches!(ahead, RegisterError::Conflict(c) if c.changes.is_empty()));
    let unopened = db.commit(change("c-9", 0, vec![])).await.unwrap();
    assert_eq!(unopened.version, 0, "an act without events changes no case");
}

/// Everybody retries on conflict; nothing is lost and nothing doubled.
pub async fn two_writers_at_once(db: &Db) {
    db.commit(change("c-1", 0, vec![opened("c-1")])).await.unwrap();
    let writer = async |who: &'static str, db: Db| {
        for n in 0..15 {
            loop {
                let version = db.case("c-1").await.unwrap().unwrap().version;
                let event = note(n, &format!("{who} {n}"));
                let change = Change { actor: who.into(), ..change("c-1", version, vec![event]) };
                match db.commit(change).await {
                    Ok(_) => break,
                    Err(RegisterError::Conflict(_)) => {}
                    Err(other) => panic!("{other}"),
                }
            }
        }
    };
    let all = ["anna", "berit", "cecilia"].map(|who| tokio::spawn(writer(who, db.clone())));
    while !all.iter().all(tokio::task::JoinHandle::is_finished) {
        verifies(db).await;
    }
    for one in all {
        one.await.unwrap();
    }
    let history = db.history("c-1").await.unwrap();
    assert_eq!(history.len(), 46);
    for who in ["anna", "berit", "cecilia"] {
        assert_eq!(history.iter().filter(|h| h.version > 1 && h.actor == who).count(), 15);
    }
}

/// Who read the clock first may be the second to write; a clock that was set back stays to be seen.
pub async fn who_waited_is_no_clock_set_back(db: &Db) {
    let written = async |seconds: i64, version: u64, what| {
        let at = at(0) + jiff::SignedDuration::from_secs(seconds);
        db.commit(Change { at, ..change("c-1", version, vec![what]) }).await.unwrap();
    };
    written(5, 0, opened("c-1")).await;
    written(0, 1, note(1, "waited")).await;
    assert!(db.verify().await.unwrap().notes.is_empty());
    written(-600, 2, note(2, "set back")).await;
    assert_eq!(db.verify().await.unwrap().notes[0].what, "link 3");
}

pub async fn nothing_is_half_written(db: &Db) {
    db.commit(change("c-1", 0, vec![opened("c-1")])).await.unwrap();
    let out = |id: &str| Outgoing { id: id.into(), kind: "mail".into(), body: "{}".into(), due: at(1) };
    db.commit(Change { outbox: vec![out("m-1")], ..change("c-1", 1, vec![note(1, "a")]) }).await.unwrap();
    let twice = Change { outbox: vec![out("m-2"), out("m-1")], ..change("c-1", 2, vec![note(2, "b")]) };
    assert!(matches!(db.commit(twice).await, Err(RegisterError::Database(_))), "the same message twice");
    let stored = db.case("c-1").await.unwrap().unwrap();
    assert_eq!((stored.version, db.log(1, 9).await.unwrap().len()), (2, 2));
    assert_eq!(db.due(at(9), 9).await.unwrap().len(), 1);
    for bad in [Change { actor: String::new(), ..change("c-1", 2, vec![]) }, change("", 0, vec![])] {
        assert!(matches!(db.commit(bad).await, Err(RegisterError::Refused(_))));
    }
}

pub async fn files_and_texts(db: &Db) {
    let pdf = file("filing.pdf", b"%PDF-1.7 \x00\xff");
    let digest = pdf.digest();
    db.commit(Change { blobs: vec![pdf], ..change("c-1", 0, vec![opened("c-1")]) }).await.unwrap();
    assert_eq!(db.blob(digest).await.unwrap().unwrap(), b"%PDF-1.7 \x00\xff");
    let files = db.files("c-1").await.unwrap();
    assert_eq!((files.len(), files[0].name.as_str(), files[0].size), (1, "filing.pdf", Some(11)));
    assert_eq!(db.blob(Digest::ZERO).await.unwrap(), None);
    let texts = db.texts("c-1").await.unwrap();
    assert_eq!((texts.len(), texts[0].name.as_str()), (1, "c-1/1/note"));
    let stored = db.blob(db.history("c-1").await.unwrap()[0].digest).await.unwrap().unwrap();
    assert!(!String::from_utf8(stored).unwrap().contains("Exempel"), "the text is kept apart from its event");
}

pub async fn destroying(db: &Db) {
    let list = file("people.csv", b"Nils Exempel;070-174 06 05");
    let digest = list.digest();
    let blobs = vec![list];
    db.commit(Change { blobs, ..change("c-1", 0, vec![opened("c-1"), note(1, "x")]) }).await.unwrap();
    assert!(matches!(db.destroy(digest, " ", "anna", at(2)).await, Err(RegisterError::Refused(_))));
    assert!(matches!(db.destroy(Digest::ZERO, "x", "anna", at(2)).await, Err(RegisterError::Missing(_))));
    db.destroy(digest, "kept too long", "anna", at(2)).await.unwrap();
    assert_eq!(db.blob(digest).await.unwrap(), None);
    assert_eq!(db.files("c-1").await.unwrap()[0].size, None);
    assert!(matches!(db.destroy(digest, "again", "anna", at(3)).await, Err(RegisterError::Refused(_))));

    let text = db.texts("c-1").await.unwrap()[0].digest;
    db.destroy(text, "asked for", "anna", at(3)).await.unwrap();
    let case = db.case("c-1").await.unwrap().unwrap();
    assert_eq!((case.case.note.open(), case.version), (None, 2), "the event stays without its text");

    for event in db.history("c-1").await.unwrap() {
        let refused = db.destroy(event.digest, "the wrong line", "anna", at(4)).await;
        assert!(matches!(refused, Err(RegisterError::Refused(_))), "an act stays: {refused:?}");
    }
    let case = db.case("c-1").await.unwrap().unwrap();
    assert_eq!((case.case.history.len(), case.version), (2, 2), "nothing went from the case");
    let verdict = db.verify().await.unwrap();
    assert_eq!((verdict.ok, verdict.destroyed, verdict.links), (true, 2, 3), "{:?}", verdict.broken);
    assert!(verdict.notes.iter().any(|n| n.what == "people.csv" && n.why.contains("on purpose by link 2")));
}

pub async fn log_is_append_only(db: &Db) {
    furnish(db).await;
    for sql in [
        "UPDATE log SET actor = 'x' WHERE seq = 1",
        "DELETE FROM log WHERE seq = 1",
        "DELETE FROM log",
        "INSERT INTO log SELECT seq + 100, at, actor, act, case_id, content, prev, hash FROM log WHERE seq = 1",
        "UPDATE events SET kind = 'x' WHERE version = 1",
        "DELETE FROM events",
        "INSERT INTO events SELECT 'c-9', version, seq, kind, digest FROM events WHERE version = 2",
        "UPDATE items SET name = 'x'",
        "DELETE FROM items",
        "DELETE FROM sealed",
        "UPDATE sealed SET bytes = salt",
        "UPDATE sealed SET salt = NULL, bytes = NULL",
        "UPDATE sealed SET salt = NULL, bytes = NULL, destroyed = 99999",
    ] {
        assert!(db.pool().execute(sql).await.is_err(), "{sql}");
    }
}

pub fn report() -> Report {
    serde_json::from_value(serde_json::json!({
        "schema": Report::SCHEMA, "start": "https://invite.example.se/", "service": "Invitations", "runs": [],
        "exchanges": 3, "gaps": [], "recipients": [], "sightings": [], "settings": [],
        "findings": [{"id": "f-1", "rule": "undeclared-recipient", "severity": "high", "why": "", "sightings": [], "state": "new"}]
    }))
    .unwrap()
}

pub fn audit(id: &str) -> Audit {
    Audit::new(id, at(0), "https://invite.example.se/", "audits/1")
}

pub async fn audits(db: &Db) {
    db.put_audit(audit("a-1"), None, "anna", at(0)).await.unwrap();
    assert_eq!(db.audits().await.unwrap()[0].status, AuditStatus::Running);
    assert_eq!(db.audit("a-1").await.unwrap().unwrap().1, None);
    let done = Audit { status: AuditStatus::Done, ..audit("a-1") };
    db.put_audit(done, Some(&report()), "anna", at(1)).await.unwrap();
    db.put_audit(audit("a-2"), None, "anna", at(2)).await.unwrap();
    let all = db.audits().await.unwrap();
    assert_eq!(all.iter().map(|a| (a.id.as_str(), a.high)).collect::<Vec<_>>(), [("a-2", 0), ("a-1", 1)]);
    let (listed, kept) = db.audit("a-1").await.unwrap().unwrap();
    assert_eq!((listed.service.as_deref(), kept), (Some("Invitations"), Some(report())));
    assert_eq!(db.audit("a-3").await.unwrap(), None);

    let digest = db.audit("a-1").await.unwrap().unwrap().0.report.unwrap();
    db.destroy(digest, "kept too long", "anna", at(6)).await.unwrap();
    assert_eq!(db.audit("a-1").await.unwrap().unwrap().1, None);
}

pub async fn users_and_sessions(db: &Db) {
    let user = User { id: "anna".into(), name: "Anna Exempel".into(), role: "officer".into(), disabled: false };
    let (link, session, wrong) = (Digest::of(b"link"), Digest::of(b"session"), Digest::of(b"wrong"));
    assert!(matches!(db.grant(link, "anna", at(10)).await, Err(RegisterError::Missing(_))));
    db.put_user(&user, "system", at(0)).await.unwrap();
    assert_eq!(db.users().await.unwrap(), std::slice::from_ref(&user));
    db.grant(link, "anna", at(10)).await.unwrap();
    assert_eq!(db.redeem(wrong, session, at(60), at(1)).await.unwrap(), None);
    assert_eq!(db.redeem(link, session, at(60), at(10)).await.unwrap(), None, "expired");
    assert_eq!(db.redeem(link, session, at(60), at(1)).await.unwrap(), Some(user.clone()));
    assert_eq!(db.redeem(link, wrong, at(60), at(1)).await.unwrap(), None, "once");
    assert_eq!(db.session(session, at(59)).await.unwrap(), Some(user.clone()));
    assert_eq!(db.session(session, at(60)).await.unwrap(), None, "expired");
    assert_eq!(db.session(link, at(2)).await.unwrap(), None);
    db.end_session(session).await.unwrap();
    assert_eq!(db.session(session, at(2)).await.unwrap(), None);
    db.grant(link, "anna", at(10)).await.unwrap();
    db.put_user(&User { disabled: true, ..user }, "system", at(3)).await.unwrap();
    assert_eq!(db.redeem(link, session, at(60), at(4)).await.unwrap(), None, "disabled");
    assert!(db.grant(wrong, "anna", at(10)).await.is_err());
    db.sweep(at(100)).await.unwrap();
}

pub async fn outbox(db: &Db) {
    let out = |id: &str, due| Outgoing { id: id.into(), kind: "mail".into(), body: "{}".into(), due };
    let messages = vec![out("m-2", at(20)), out("m-1", at(10))];
    db.commit(Change { outbox: messages, ..change("c-1", 0, vec![opened("c-1")]) }).await.unwrap();
    assert_eq!(db.due(at(9), 9).await.unwrap(), []);
    let due: Vec<String> = db.due(at(20), 9).await.unwrap().into_iter().map(|d| d.id).collect();
    assert_eq!(due, ["m-1", "m-2"]);
    assert!(db.claim("m-1", at(20), at(25)).await.unwrap());
    db.unsent("m-1", "no route", at(30)).await.unwrap();
    assert_eq!(db.due(at(20), 9).await.unwrap().len(), 1);
    let again = db.due(at(30), 9).await.unwrap().pop().unwrap();
    assert_eq!((again.id.as_str(), again.tries, again.why.as_deref()), ("m-1", 1, Some("no route")));
    db.sent("m-1", at(31)).await.unwrap();
    assert_eq!(db.due(at(99), 9).await.unwrap().len(), 1);
}

pub async fn a_reminder_is_queued_and_claimed_once(db: &Db) {
    let out = |id: &str| Outgoing { id: id.into(), kind: "reminder".into(), body: "{}".into(), due: at(1) };
    assert_eq!(db.queue(&[out("r-1"), out("r-2"), out("r-1")], "sluss", at(1)).await.unwrap(), 2);
    assert_eq!(db.queue(&[out("r-1"), out("r-2")], "sluss", at(2)).await.unwrap(), 0);
    assert_eq!(db.log(1, 9).await.unwrap().len(), 1, "nothing queued, nothing logged");
    let both = tokio::join!(db.claim("r-1", at(3), at(8)), db.claim("r-1", at(3), at(8)));
    assert_eq!([both.0.unwrap(), both.1.unwrap()].iter().filter(|won| **won).count(), 1);
    db.sent("r-1", at(3)).await.unwrap();
    assert!(!db.claim("r-1", at(99), at(100)).await.unwrap(), "sent is sent");
    assert_eq!(db.queue(&[out("r-1")], "sluss", at(4)).await.unwrap(), 0, "and never queued again");
    // Claimed by a process that died: somebody else gets it when the claim is over.
    assert!(db.claim("r-2", at(3), at(8)).await.unwrap());
    assert_eq!(db.due(at(7), 9).await.unwrap(), []);
    assert!(db.claim("r-2", at(8), at(12)).await.unwrap());
    verifies(db).await;
}

pub async fn records_are_kept(db: &Db) {
    db.record("settings", "organisation", b"one".to_vec(), "anna", at(1)).await.unwrap();
    let seq = db.record("settings", "organisation", b"two".to_vec(), "berit", at(2)).await.unwrap();
    db.record("control", "pixel-audit", b"{}".to_vec(), "anna", at(3)).await.unwrap();
    let kept = db.records("settings").await.unwrap();
    assert_eq!(kept.iter().map(|r| r.bytes.as_deref().unwrap()).collect::<Vec<_>>(), [b"one", b"two"]);
    assert_eq!((kept[1].seq, kept[1].actor.as_str(), kept[1].at), (seq, "berit", at(2)));
    db.destroy(kept[0].digest, "an old phone number", "anna", at(4)).await.unwrap();
    assert_eq!(db.records("settings").await.unwrap()[0].bytes, None);
    verifies(db).await;
}

pub async fn exports_verify(db: &Db) {
    furnish(db).await;
    let key = SigningKey::from_bytes(&[4; 32]);
    let seal = |export: Export| {
        let meta = prove::Meta { created: at(30), tool: "t".into(), of: "x".into(), head: Some(export.head) };
        bundle::seal(export.files, &key, &meta).unwrap()
    };
    let all = db.export_all("register.example.com").await.unwrap();
    let links = db.log(1, 1000).await.unwrap().len() as u64;
    let verdict = bundle::verify("x", &seal(all)).unwrap();
    assert_eq!((verdict.ok, verdict.links, verdict.destroyed), (true, links, 1), "{:?}", verdict.broken);
    assert_eq!(verdict.contents, db.verify().await.unwrap().contents, "everything that is sealed is in it");

    let one = db.export("c-2", "register.example.com").await.unwrap();
    let names: Vec<String> = one.files.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(names.contains(&"cases/c-2/events/0001-open.json".to_owned()));
    let log = String::from_utf8(one.files.iter().find(|(n, _)| n == "log.ndjson").unwrap().1.clone()).unwrap();
    assert_eq!(log.matches("anna").count(), 1, "other cases' entries say nothing");
    let verdict = bundle::verify("x", &seal(one)).unwrap();
    assert_eq!((verdict.ok, verdict.links, verdict.contents), (true, links, 2), "{:?}", verdict.broken);
    assert!(matches!(db.export("c-9", "r").await, Err(RegisterError::Missing(_))));
}

pub async fn heads_grow(db: &Db) {
    furnish(db).await;
    let head = db.head("register.example.com").await.unwrap();
    db.commit(change("c-2", 1, vec![note(1, "later")])).await.unwrap();
    let hashes: Vec<Digest> = db.log(1, 1000).await.unwrap().iter().map(|l| l.hash).collect();
    assert_eq!(prove::checkpoint::extends(&head, &hashes), Ok(()));
    assert!(prove::checkpoint::extends(&head, &hashes[..3]).is_err());
}
