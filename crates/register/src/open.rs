use crate::{RegisterError, projection, rows};
use prove::{Broken, Verdict};
use sqlx::any::{AnyPoolOptions, install_default_drivers};
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{Any, AnyConnection, AnyPool, Connection, Executor, Row, SqlSafeStr, Transaction};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

/// The register. Cheap to clone; one for the whole program.
#[derive(Debug, Clone)]
pub enum Db {
    Sqlite(AnyPool),
    Postgres(AnyPool),
}

/// `SLUS`, set by the migration.
const APPLICATION_ID: i64 = 0x534c_5553;
/// Any number that no other program on the same PostgreSQL database is likely to lock.
const LOCK: &str = "SELECT pg_advisory_xact_lock(6010223177342511)";

impl Db {
    /// Opens the register in this file or at this `postgres://` address; makes it if it is not there, and brings an
    /// older one up to date.
    ///
    /// # Errors
    /// [`RegisterError::Open`] with what is wrong with the place, [`RegisterError::Damaged`] if the file is broken.
    pub async fn open(at: impl AsRef<Path>) -> Result<Self, RegisterError> {
        let at = at.as_ref();
        let db = match address(at) {
            Some(url) => Self::postgres(url).await?,
            None => Self::sqlite(at, true).await?,
        };
        projection::renew(&db).await?;
        Ok(db)
    }

    /// [`Db::open`], but nothing is made or brought up to date: for looking.
    ///
    /// # Errors
    /// As [`Db::open`], and if there is none.
    pub async fn open_existing(at: impl AsRef<Path>) -> Result<Self, RegisterError> {
        let at = at.as_ref();
        match address(at) {
            Some(url) => Self::existing_postgres(url).await,
            None => Self::sqlite(at, false).await,
        }
    }

    /// Waits for open work and closes; SQLite folds its write-ahead log into the file.
    pub async fn close(self) {
        self.pool().close().await;
    }

    pub(crate) fn pool(&self) -> &AnyPool {
        match self {
            Self::Sqlite(pool) | Self::Postgres(pool) => pool,
        }
    }

    /// A transaction that is alone in writing: the log has one end, and two must not see the same.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Any>, RegisterError> {
        match self {
            Self::Sqlite(pool) => Ok(pool.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => {
                let mut tx = pool.begin().await?;
                tx.execute(LOCK).await?;
                Ok(tx)
            }
        }
    }

    /// A transaction that sees one moment, whatever is written meanwhile.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Any>, RegisterError> {
        match self {
            Self::Sqlite(pool) => Ok(pool.begin().await?),
            Self::Postgres(pool) => Ok(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ").await?),
        }
    }

    async fn sqlite(path: &Path, make: bool) -> Result<Self, RegisterError> {
        let fail = |why: &str| RegisterError::Open { at: path.display().to_string(), why: why.to_owned() };
        let is_new = check_place(path, make).map_err(|why| fail(&why))?;
        if is_new {
            create(path).map_err(|e| disk(&e).unwrap_or_else(|| fail(&e.to_string())))?;
        }
        let opened = Self::set_up(path, make, &fail).await;
        if is_new && opened.is_err() {
            remove(path);
        }
        opened.map_err(|error| told(error, path))
    }

    async fn set_up(path: &Path, make: bool, fail: Fail<'_>) -> Result<Self, RegisterError> {
        install_default_drivers();
        let url = sqlite_url(path).ok_or_else(|| fail("the path is not valid UTF-8"))?;
        // One connection first: what fails in setting it up has a reason here, in the pool only a timeout.
        probe(&url).await.map_err(|e| opened(e, fail))?;
        let options = AnyPoolOptions::new().max_connections(4).acquire_timeout(Duration::from_secs(30));
        let pool = options.after_connect(|c, _| Box::pin(set_up_sqlite(c))).connect(&url).await;
        let pool = pool.map_err(|e| opened(e, fail))?;
        check_foreign(&pool, make).await.map_err(|e| e.unwrap_or_else(|| fail("it is no register")))?;
        if make {
            migrate(&pool, SQLITE).await.map_err(|e| migrated(e, fail))?;
        }
        Ok(Self::Sqlite(pool))
    }

    async fn postgres(url: &str) -> Result<Self, RegisterError> {
        let db = Self::connect_postgres(url).await?;
        let fail = |why: &str| RegisterError::Open { at: without_password(url), why: why.to_owned() };
        migrate(db.pool(), POSTGRES).await.map_err(|e| migrated(e, &fail))?;
        Ok(db)
    }

    async fn connect_postgres(url: &str) -> Result<Self, RegisterError> {
        install_default_drivers();
        let options = AnyPoolOptions::new().max_connections(16).acquire_timeout(PATIENCE);
        let fail = |e: sqlx::Error| RegisterError::Open { at: without_password(url), why: e.to_string() };
        // One connection first: why a server does not answer is known here, in the pool only that it took too long.
        match tokio::time::timeout(PATIENCE, AnyConnection::connect(url)).await {
            Ok(connection) => connection.map_err(fail)?.close().await.map_err(fail)?,
            Err(_) => return Err(fail(sqlx::Error::PoolTimedOut)),
        }
        Ok(Self::Postgres(options.connect(url).await.map_err(fail)?))
    }

    /// A database without a register is the user's to mend, as a file that is none.
    async fn existing_postgres(url: &str) -> Result<Self, RegisterError> {
        let db = Self::connect_postgres(url).await?;
        let found = sqlx::query("SELECT 1 FROM pg_tables WHERE tablename = 'events'").fetch_optional(db.pool()).await?;
        match found {
            Some(_) => Ok(db),
            None => Err(RegisterError::Open { at: without_password(url), why: "it is no register".to_owned() }),
        }
    }
}

fn address(at: &Path) -> Option<&str> {
    at.to_str().filter(|s| s.starts_with("postgres://") || s.starts_with("postgresql://"))
}

/// An address as it may stand in a message.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let path = rest.split('?').next().unwrap_or(rest);
    format!("{scheme}://{}", path.rsplit_once('@').map_or(path, |(_, host)| host))
}

/// Every connection: what is acknowledged is on the disk (FULL), and what is destroyed is overwritten (`secure_delete`).
async fn set_up_sqlite(connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    for pragma in [
        "PRAGMA busy_timeout = 20000",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA secure_delete = ON",
        "PRAGMA cell_size_check = ON",
        "PRAGMA trusted_schema = OFF",
    ] {
        connection.execute(pragma).await?;
    }
    Ok(())
}

async fn probe(url: &str) -> Result<(), sqlx::Error> {
    let mut connection = AnyConnection::connect(url).await?;
    set_up_sqlite(&mut connection).await?;
    connection.close().await
}

/// Whether a file is to be made there.
fn check_place(path: &Path, make: bool) -> Result<bool, String> {
    match std::fs::metadata(path) {
        Ok(found) if found.is_dir() => return Err("it is a folder; name a file".into()),
        Ok(found) if found.is_file() && found.len() == 0 => return Err("the file is empty".into()),
        Ok(_) => return Ok(false),
        Err(_) => {}
    }
    if !make {
        return Err("there is no such file".into());
    }
    match path.parent().filter(|p| !p.as_os_str().is_empty() && !p.is_dir()) {
        Some(parent) => Err(format!("there is no folder `{}`", parent.display())),
        None => Ok(true),
    }
}

/// An empty file that only its owner can read. SQLite gives its side files the same mode.
fn create(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// A register's file and those that SQLite keeps beside it. What does not go away does no harm.
pub fn remove(path: &Path) {
    for end in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        let _ = std::fs::remove_file(name);
    }
}

/// Gives a closed register another name, with what a full disk kept in the log beside it.
///
/// # Errors
/// The disk does not do it.
pub fn rename(from: &Path, to: &Path) -> std::io::Result<()> {
    let log = |path: &Path| {
        let mut name = path.as_os_str().to_owned();
        name.push("-wal");
        std::path::PathBuf::from(name)
    };
    if log(from).exists() {
        std::fs::rename(log(from), log(to))?;
    }
    std::fs::rename(from, to)?;
    remove(from);
    Ok(())
}

/// The disk's own reason, where SQLite only says that it cannot write.
fn told(error: RegisterError, path: &Path) -> RegisterError {
    match error {
        RegisterError::Disk(ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied) => {
            let written = std::fs::OpenOptions::new().write(true).open(path);
            written.err().and_then(|e| disk(&e)).unwrap_or(error)
        }
        other => other,
    }
}

fn disk(error: &std::io::Error) -> Option<RegisterError> {
    use ErrorKind as Kind;
    let kind = error.kind();
    let is_known = matches!(kind, Kind::StorageFull | Kind::ReadOnlyFilesystem | Kind::PermissionDenied);
    is_known.then_some(RegisterError::Disk(kind))
}

/// The path with what a URL would read otherwise percent-encoded.
fn sqlite_url(path: &Path) -> Option<String> {
    let mut url = String::from("sqlite:");
    for byte in std::path::absolute(path).ok()?.to_str()?.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => url.push(byte as char),
            other => url.push_str(&format!("%{other:02X}")),
        }
    }
    Some(url)
}

/// A SQLite file without our mark is somebody else's, unless it is new and empty: nothing is written into it.
async fn check_foreign(pool: &AnyPool, make: bool) -> Result<(), Option<RegisterError>> {
    let one = async |sql: &'static str| -> Result<i64, RegisterError> {
        Ok(sqlx::query(sql).fetch_one(pool).await?.try_get(0)?)
    };
    let id = one("PRAGMA application_id").await.map_err(Some)?;
    let tables = one("SELECT COUNT(*) FROM sqlite_master").await.map_err(Some)?;
    if id == APPLICATION_ID || (tables == 0 && make) { Ok(()) } else { Err(None) }
}

type Fail<'a> = &'a (dyn Fn(&str) -> RegisterError + Sync);

fn opened(error: sqlx::Error, fail: Fail<'_>) -> RegisterError {
    // 26: the first bytes are not those of a SQLite file.
    let foreign = error.as_database_error().is_some_and(|e| e.code().as_deref() == Some("26"));
    match RegisterError::from(error) {
        RegisterError::Damaged { .. } if foreign => fail("it is no SQLite database"),
        RegisterError::Database(e) => fail(&e.to_string()),
        other => other,
    }
}

fn migrated(error: MigrateError, fail: Fail<'_>) -> RegisterError {
    match error {
        MigrateError::VersionMissing(v) => fail(&format!("a newer program wrote it (migration {v}); update sluss")),
        MigrateError::VersionMismatch(v) => fail(&format!("its migration {v} is not the one this program has")),
        MigrateError::Execute(e) | MigrateError::ExecuteMigration(e, _) => RegisterError::from(e),
        other => fail(&other.to_string()),
    }
}

type Sql = (i64, &'static str, &'static str);

// One line a file: `sqlx::migrate!` would compile sqlx and SQLite a second time for the macro.
const COMMON: &[Sql] = &[
    (1, "register", include_str!("../migrations/common/0001_register.sql")),
    (3, "outbox sent", include_str!("../migrations/common/0003_outbox_sent.sql")),
];
const SQLITE: &[Sql] = &[(2, "append only", include_str!("../migrations/sqlite/0002_append_only.sql"))];
const POSTGRES: &[Sql] = &[(2, "append only", include_str!("../migrations/postgres/0002_append_only.sql"))];

/// How long a server may take to let somebody in.
const PATIENCE: Duration = Duration::from_secs(5);

/// Tables for both, triggers for each: one sequence of versions out of two folders.
fn migrations(dialect: &[Sql]) -> Vec<Migration> {
    let make = |&(version, name, sql): &Sql| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    let mut all: Vec<Migration> = COMMON.iter().chain(dialect).map(make).collect();
    all.sort_by_key(|m| m.version);
    all
}

async fn migrate(pool: &AnyPool, dialect: &[Sql]) -> Result<(), MigrateError> {
    Migrator::with_migrations(migrations(dialect)).run(pool).await
}

/// Tables and triggers are those that the migrations it has had give: no guard was dropped, no text of them flipped.
pub async fn check_schema(connection: &mut AnyConnection, verdict: &mut Verdict) -> Result<(), RegisterError> {
    let had: Vec<i64> = sqlx::query("SELECT version FROM _sqlx_migrations ORDER BY version")
        .fetch_all(&mut *connection)
        .await?
        .iter()
        .map(|row| Ok(row.try_get(0)?))
        .collect::<Result<_, RegisterError>>()?;
    let mut fresh = AnyConnection::connect("sqlite::memory:").await?;
    let wanted = migrations(SQLITE).into_iter().filter(|m| had.contains(&m.version)).collect();
    Migrator::with_migrations(wanted)
        .run(&mut fresh)
        .await
        .map_err(|e| RegisterError::damaged("schema", e.to_string()))?;
    let (wanted, found) = (schema(&mut fresh).await?, schema(connection).await?);
    for (name, sql) in &wanted {
        match found.get(name) {
            None => verdict.fail(Broken::new(format!("{name} of the schema"), "schema", "is missing")),
            Some(other) if other != sql => {
                verdict.fail(Broken::new(format!("{name} of the schema"), "schema", "was changed"));
            }
            Some(_) => {}
        }
    }
    for name in found.keys().filter(|name| !wanted.contains_key(*name)) {
        verdict.fail(Broken::new(format!("{name} of the schema"), "schema", "was added"));
    }
    Ok(())
}

/// The guards stand, and are in force: those that the migration made, by their names.
pub async fn check_guards(connection: &mut AnyConnection, verdict: &mut Verdict) -> Result<(), RegisterError> {
    let sql = "SELECT CAST(tgname AS TEXT) AS name, CASE tgenabled WHEN 'D' THEN 0 ELSE 1 END AS on_duty \
               FROM pg_trigger WHERE NOT tgisinternal";
    let found = sqlx::query(sql).fetch_all(connection).await?;
    let found: BTreeMap<String, bool> = found
        .iter()
        .map(|row| Ok((rows::text(row, "name")?, rows::count(row, "on_duty")? == 1)))
        .collect::<Result<_, RegisterError>>()?;
    let made = POSTGRES.iter().flat_map(|(_, _, sql)| sql.split("CREATE TRIGGER ").skip(1));
    for name in made.filter_map(|rest| rest.split_whitespace().next()) {
        let why = match found.get(name) {
            Some(true) => continue,
            Some(false) => "was switched off",
            None => "is missing",
        };
        verdict.fail(Broken::new(format!("trigger {name} of the schema"), "schema", why));
    }
    Ok(())
}

/// Everything in the schema by kind and name, and the digests of the migrations that made it.
async fn schema(connection: &mut AnyConnection) -> Result<BTreeMap<String, Option<String>>, RegisterError> {
    let sql = "SELECT type || ' ' || name AS name, sql FROM sqlite_master \
               UNION ALL SELECT 'migration ' || version, hex(checksum) || description || success FROM _sqlx_migrations";
    let found = sqlx::query(sql).fetch_all(connection).await?;
    found.iter().map(|row| Ok((rows::text(row, "name")?, rows::text_or_none(row, "sql")?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_does_not_reach_a_message() {
        assert_eq!(without_password("postgres://u:p@db.example.org/x?password=q"), "postgres://db.example.org/x");
        assert_eq!(without_password("postgres:///x?host=/run"), "postgres:///x");
    }

    #[test]
    fn any_path_is_an_address() {
        let url = sqlite_url(Path::new("/a b/#?å.db")).unwrap();
        assert_eq!(url, "sqlite:/a%20b/%23%3F%C3%A5.db");
    }
}
