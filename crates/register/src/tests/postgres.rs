//! The contract on PostgreSQL: a server of our own in a temporary folder, reached through a Unix socket only.

use super::contract::{self, parts};
use super::kill;
use crate::{Db, RegisterError};
use std::path::Path;

#[path = "../../../../tests/src/postgres.rs"]
mod server;

use server::Server;

/// An empty register in a database of its own.
async fn fresh(server: &Server, name: &str) -> Db {
    server.sql("postgres", &format!("CREATE DATABASE {name}"));
    Db::open(server.url(name)).await.unwrap()
}

fn started() -> Option<Server> {
    let server = Server::start();
    if server.is_none() {
        eprintln!(
            "SKIPPED: PostgreSQL is not installed, so the register was not tested on it (apt install postgresql)"
        );
    }
    server
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_contract() {
    let Some(server) = started() else { return };
    macro_rules! run {
        ($($part:ident),*) => {
            $(let db = fresh(&server, stringify!($part)).await;
            contract::$part(&db).await;
            contract::verifies(&db).await;
            reopens(&server, stringify!($part), db).await;)*
        };
    }
    parts!(run);
}

/// What is stored is there for the next program, and looking changes nothing.
async fn reopens(server: &Server, name: &str, db: Db) {
    let links = db.log(1, 1000).await.unwrap();
    db.close().await;
    assert_eq!(crate::verify(server.url(name), None).await.unwrap().links, links.len() as u64);
    let db = Db::open(server.url(name)).await.unwrap();
    assert_eq!(db.log(1, 1000).await.unwrap(), links);
    db.close().await;
}

/// The program is killed, and then the server itself, in the middle of what it does.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment() {
    let Some(server) = started() else { return };
    fresh(&server, "killed").await.close().await;
    let url = server.url("killed");
    let last = kill::at_any_moment(Path::new(&url), 8).await;
    let mut child = kill::start(Path::new(&url), None);
    let said = kill::acknowledged(&mut child, 3);
    server.crash();
    child.wait().unwrap();
    server.up();
    assert!(kill::check(Path::new(&url), said).await > last, "what was acknowledged before the crash is there");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_between_any_two_writes() {
    let Some(server) = started() else { return };
    fresh(&server, "writes").await.close().await;
    kill::between_any_two_writes(Path::new(&server.url("writes"))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guards_that_were_taken_away_and_a_database_without_a_register_are_told() {
    let Some(server) = started() else { return };
    server.sql("postgres", "CREATE DATABASE nothing");
    let error = crate::verify(server.url("nothing"), None).await.unwrap_err();
    assert!(matches!(error, RegisterError::Open { .. }), "{error:?}");
    fresh(&server, "guards").await.close().await;
    assert!(crate::verify(server.url("guards"), None).await.unwrap().ok);
    server.sql("guards", "ALTER TABLE log DISABLE TRIGGER log_change");
    server.sql("guards", "DROP TRIGGER sealed_update ON sealed");
    let verdict = crate::verify(server.url("guards"), None).await.unwrap();
    let broken = format!("{verdict:?}");
    assert!(broken.contains("log_change") && broken.contains("sealed_update"), "{broken}");
}

#[tokio::test]
async fn an_address_without_a_server() {
    let folder = Path::new("/nonexistent");
    let url = format!("postgres://sluss:secret@localhost/x?host={}", folder.display());
    let error = Db::open(url).await.unwrap_err();
    assert!(matches!(error, RegisterError::Open { .. }), "{error:?}");
    assert!(!error.to_string().contains("secret"), "{error}");
}
