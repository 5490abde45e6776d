//! Where a register can and cannot be opened, and what is left on the disk.

use super::{at, change, file, furnish, opened, sqlite};
use crate::{Change, Db, RegisterError};
use sqlx::Executor;

fn why(error: RegisterError) -> String {
    assert!(error.is_input(), "{error:?}");
    error.to_string()
}

#[tokio::test]
async fn places_that_are_no_register() {
    let dir = tempfile::tempdir().unwrap();
    let text = dir.path().join("notes.txt");
    std::fs::write(&text, "just text, long enough to be no header of a database file at all, so it is foreign")
        .unwrap();
    let absent = dir.path().join("no/such/register.db");
    for (path, said) in
        [(text.as_path(), "it is no SQLite database"), (dir.path(), "it is a folder"), (&absent, "there is no folder")]
    {
        let why = why(Db::open(path).await.unwrap_err());
        assert!(why.contains(said), "{why}");
    }
    assert!(why(crate::verify(dir.path().join("no.db"), None).await.unwrap_err()).contains("there is no such file"));
    assert!(!dir.path().join("no.db").exists(), "looking makes nothing");
    let empty = dir.path().join("empty.db");
    std::fs::write(&empty, "").unwrap();
    assert!(why(crate::verify(&empty, None).await.unwrap_err()).contains("the file is empty"));
    assert!(why(Db::open(&empty).await.unwrap_err()).contains("the file is empty"));
}

#[tokio::test]
async fn somebody_elses_database_is_left_alone() {
    let (_dir, path, db) = sqlite().await;
    db.pool().execute("PRAGMA application_id = 7").await.unwrap();
    db.close().await;
    let before = std::fs::read(&path).unwrap();
    assert!(why(Db::open(&path).await.unwrap_err()).contains("it is no register"));
    assert!(std::fs::read(&path).unwrap() == before);
}

#[tokio::test]
async fn a_newer_register_is_not_touched() {
    let (_dir, path, db) = sqlite().await;
    let newer = "INSERT INTO _sqlx_migrations VALUES (9999, 'later', '2027-01-01', 1, x'00', 0)";
    db.pool().execute(newer).await.unwrap();
    db.close().await;
    assert!(why(Db::open(&path).await.unwrap_err()).contains("a newer program wrote it (migration 9999)"));
}

#[tokio::test]
async fn it_opens_again_under_any_name() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("register #1 å?.db");
    for version in 0..2 {
        let db = Db::open(&path).await.unwrap();
        assert_eq!(db.case("c-1").await.unwrap().map_or(0, |c| c.version), version);
        db.commit(change("c-1", version, vec![opened("c-1")])).await.unwrap();
        db.close().await;
    }
    assert!(path.is_file());
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, _, db) = sqlite().await;
    furnish(&db).await;
    for file in std::fs::read_dir(dir.path()).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o077, 0, "{:?}", file.file_name());
    }
}

/// Looks into the files themselves, while the register is open: nothing of a destroyed text is left in them.
#[tokio::test]
async fn what_is_destroyed_is_gone_from_the_disk() {
    let (dir, _, db) = sqlite().await;
    let list = file("people.csv", b"Nils Exempel;070-174 06 05");
    let digest = list.digest();
    db.commit(Change { blobs: vec![list], ..change("c-1", 0, vec![opened("c-1")]) }).await.unwrap();
    let holds = |needle: &[u8]| {
        let files = std::fs::read_dir(dir.path()).unwrap().map(|f| std::fs::read(f.unwrap().path()).unwrap());
        files.into_iter().any(|bytes| bytes.windows(needle.len()).any(|w| w == needle))
    };
    assert!(holds(b"070-174 06 05") && holds(b"seen by Nils Exempel"));
    let text = db.texts("c-1").await.unwrap()[0].digest;
    db.destroy(digest, "kept too long", "anna", at(1)).await.unwrap();
    db.destroy(text, "asked for", "anna", at(2)).await.unwrap();
    assert!(!holds(b"070-174 06 05"));
    assert!(!holds(b"Nils Exempel"), "the projection forgot it too");
}
