//! A PostgreSQL server of a test's own, in a temporary folder, reached through a Unix socket only.

use std::os::unix::{fs::chown, process::CommandExt};
use std::path::PathBuf;
use std::process::Command;
use tempfile::TempDir;

/// Stops when dropped.
pub struct Server {
    bin: PathBuf,
    dir: TempDir,
    owner: Option<u32>,
}

impl Server {
    /// None where PostgreSQL is not installed.
    pub fn start() -> Option<Self> {
        let bin = binaries()?;
        let dir = tempfile::tempdir().unwrap();
        let server = Self { bin, owner: owner(), dir };
        if let Some(owner) = server.owner {
            chown(server.dir.path(), Some(owner), None).unwrap();
        }
        server.run("initdb", &["-D", "data", "-U", "sluss", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]);
        server.up();
        Some(server)
    }

    pub fn up(&self) {
        let options = format!("-k {} -c listen_addresses=''", self.dir.path().display());
        self.run("pg_ctl", &["start", "-w", "-D", "data", "-l", "log", "-o", &options]);
    }

    /// As a power cut would: nothing is finished, nothing flushed.
    pub fn crash(&self) {
        self.run("pg_ctl", &["stop", "-m", "immediate", "-D", "data"]);
    }

    /// SQL as the database's owner, past every guard of ours that its triggers do not keep.
    pub fn sql(&self, database: &str, sql: &str) {
        let host = self.dir.path().display().to_string();
        self.run("psql", &["-q", "-v", "ON_ERROR_STOP=1", "-h", &host, "-U", "sluss", "-d", database, "-c", sql]);
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

    pub fn run(&self, program: &str, arguments: &[&str]) {
        // pg_ctl hands its output to the server, which keeps it open: a file, not a pipe.
        let out = std::fs::File::create(self.dir.path().join("out")).unwrap();
        let done = self.command(program).args(arguments).stdout(out.try_clone().unwrap()).stderr(out).status().unwrap();
        assert!(done.success(), "{program}: {}", std::fs::read_to_string(self.dir.path().join("out")).unwrap());
    }

    pub fn url(&self, database: &str) -> String {
        format!("postgres://sluss:secret@localhost/{database}?host={}", self.dir.path().display())
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
    all.into_iter()
        .find(|bin| ["initdb", "pg_ctl", "postgres", "psql"].iter().all(|program| bin.join(program).exists()))
}

/// The user to run as, when this is root.
fn owner() -> Option<u32> {
    let id = |arguments: &[&str]| {
        let out = Command::new("id").args(arguments).output().ok()?;
        String::from_utf8(out.stdout).ok()?.trim().parse::<u32>().ok()
    };
    id(&["-u"]).filter(|own| *own == 0).and_then(|_| id(&["-u", "postgres"]))
}
