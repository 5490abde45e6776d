//! The contract on PostgreSQL: a server of our own in a temporary folder, reached through a Unix socket only.

use super::contract::{self, parts};
use crate::{Db, RegisterError};
use sqlx::{AnyConnection, AssertSqlSafe, Connection, Executor};
use std::os::unix::{fs::chown, process::CommandExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Stops when dropped.
struct Server {
    bin: PathBuf,
    dir: TempDir,
    owner: Option<u32>,
}

impl Server {
    /// None where PostgreSQL is not installed.
    fn start() -> Option<Self> {
        let bin = binaries()?;
        let dir = tempfile::tempdir().unwrap();
        let server = Self { bin, owner: owner(), dir };
        if let Some(owner) = server.owner {
            chown(server.dir.path(), Some(owner), None).unwrap();
        }
        server.run("initdb", &["-D", "data", "-U", "sluss", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]);
        let options = format!("-k {} -c listen_addresses=''", server.dir.path().display());
        server.run("pg_ctl", &["start", "-w", "-D", "data", "-l", "log", "-o", &options]);
        Some(server)
    }

    /// As the server refuses to: never as root.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.bin.join(program));
        command.current_dir(self.dir.path()).env("LC_ALL", "C");
        if let Some(owner) = self.owner {
            command.uid(owner);
        }
        command
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        // pg_ctl hands its output to the server, which keeps it open: a file, not a pipe.
        let out = std::fs::File::create(self.dir.path().join("out")).unwrap();
        let done = self.command(program).args(arguments).stdout(out.try_clone().unwrap()).stderr(out).status().unwrap();
        assert!(done.success(), "{program}: {}", std::fs::read_to_string(self.dir.path().join("out")).unwrap());
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://sluss:secret@localhost/{database}?host={}", self.dir.path().display())
    }

    /// An empty register in a database of its own.
    async fn fresh(&self, name: &str) -> Db {
        sqlx::any::install_default_drivers();
        let mut connection = AnyConnection::connect(&self.url("postgres")).await.unwrap();
        connection.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
        Db::open(self.url(name)).await.unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.command("pg_ctl").args(["stop", "-m", "immediate", "-D", "data"]).output();
    }
}

/// Debian keeps each version in a folder of its own, outside PATH.
fn binaries() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|d| d.path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = std::env::split_paths(&path).chain(debian).collect::<Vec<_>>();
    all.into_iter().find(|bin| ["initdb", "pg_ctl", "postgres"].iter().all(|program| bin.join(program).exists()))
}

/// The user to run as, when this is root.
fn owner() -> Option<u32> {
    let id = |arguments: &[&str]| {
        let out = Command::new("id").args(arguments).output().ok()?;
        String::from_utf8(out.stdout).ok()?.trim().parse::<u32>().ok()
    };
    id(&["-u"]).filter(|own| *own == 0).and_then(|_| id(&["-u", "postgres"]))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_contract() {
    let Some(server) = Server::start() else {
        eprintln!(
            "SKIPPED: PostgreSQL is not installed, so the register was not tested on it (apt install postgresql)"
        );
        return;
    };
    macro_rules! run {
        ($($part:ident),*) => {
            $(let db = server.fresh(stringify!($part)).await;
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
    assert_eq!(crate::verify(server.url(name)).await.unwrap().links, links.len() as u64);
    let db = Db::open(server.url(name)).await.unwrap();
    assert_eq!(db.log(1, 1000).await.unwrap(), links);
    db.close().await;
}

#[tokio::test]
async fn an_address_without_a_server() {
    let folder = Path::new("/nonexistent");
    let url = format!("postgres://sluss:secret@localhost/x?host={}", folder.display());
    let error = Db::open(url).await.unwrap_err();
    assert!(matches!(error, RegisterError::Open { .. }), "{error:?}");
    assert!(!error.to_string().contains("secret"), "{error}");
}
