use crate::{Db, RegisterError, rows, texts};
use jiff::Timestamp;
use prove::{Digest, Head, Link};
use respond::{Case, Event};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, query};
use std::collections::BTreeMap;

/// A case as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored<S = Case> {
    pub id: String,
    pub case: S,
    /// To base the next change on.
    pub version: u64,
    /// Number of the log entry that changed it last.
    pub seq: u64,
}

/// One event with its place in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Happened<E = Event> {
    pub version: u64,
    pub seq: u64,
    pub at: Timestamp,
    pub actor: String,
    pub act: String,
    pub kind: String,
    pub digest: Digest,
    /// `Err`: destroyed, by the log entry of this number.
    pub event: Result<E, u64>,
}

/// A file kept with a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub seq: u64,
    pub at: Timestamp,
    pub name: String,
    pub digest: Digest,
    /// None when destroyed.
    pub size: Option<u64>,
}

impl Db {
    /// Every case, the one changed last first.
    pub async fn cases(&self) -> Result<Vec<Stored>, RegisterError> {
        let all = every(&mut *self.pool().acquire().await?).await?;
        let mut cases: Vec<Stored> = all.into_iter().filter_map(|(id, kept)| kept.stored(&id)).collect();
        cases.sort_by_key(|case| std::cmp::Reverse(case.seq));
        Ok(cases)
    }

    /// The case as its events fold; none if there is no such case.
    pub async fn case(&self, id: &str) -> Result<Option<Stored>, RegisterError> {
        Ok(events(&mut *self.pool().acquire().await?, id).await?.stored(id))
    }

    /// What happened to a case, oldest first, with the place of each event in the log.
    pub async fn history(&self, id: &str) -> Result<Vec<Happened>, RegisterError> {
        let sql = "SELECT e.version, e.seq, e.kind, e.digest, s.bytes, s.destroyed, l.at, l.actor, l.act \
                   FROM events e JOIN log l ON l.seq = e.seq JOIN sealed s ON s.digest = e.digest \
                   WHERE e.case_id = $1 ORDER BY e.version";
        let mut connection = self.pool().acquire().await?;
        let found = query(sql).bind(id.to_owned()).fetch_all(&mut *connection).await?;
        let texts = texts(&mut connection, Some(id)).await?;
        found.iter().map(|row| happened(id, row, &texts)).collect()
    }

    /// Files kept with a case, oldest first.
    pub async fn files(&self, case: &str) -> Result<Vec<File>, RegisterError> {
        self.items(case, "blob").await
    }

    /// Texts about persons in the events of a case, each destroyable by its digest; named `case/version/field`.
    pub async fn texts(&self, case: &str) -> Result<Vec<File>, RegisterError> {
        self.items(case, "text").await
    }

    async fn items(&self, case: &str, kind: &str) -> Result<Vec<File>, RegisterError> {
        let sql = "SELECT i.seq, i.name, i.digest, l.at, length(s.bytes) AS size FROM items i \
                   JOIN log l ON l.seq = i.seq JOIN sealed s ON s.digest = i.digest \
                   WHERE l.case_id = $1 AND i.kind = $2 ORDER BY i.seq, i.n";
        let found = query(sql).bind(case.to_owned()).bind(kind.to_owned()).fetch_all(self.pool()).await?;
        let file = |row| {
            Ok(File {
                seq: rows::count(row, "seq")?,
                at: rows::time(row, "at")?,
                name: rows::text(row, "name")?,
                digest: rows::digest(row, "digest")?,
                size: rows::count_or_none(row, "size")?,
            })
        };
        found.iter().map(file).collect()
    }

    /// Links of the log from this number on (1 is the first), at most `limit`, in order.
    pub async fn log(&self, from: u64, limit: u32) -> Result<Vec<Link>, RegisterError> {
        let sql = "SELECT seq, at, actor, act, case_id, content, prev, hash FROM log \
                   WHERE seq >= $1 ORDER BY seq LIMIT $2";
        let found = query(sql).bind(rows::int(from)).bind(i64::from(limit)).fetch_all(self.pool()).await?;
        found.iter().map(rows::link).collect()
    }

    /// Links of one case, in order.
    pub async fn case_log(&self, case: &str) -> Result<Vec<Link>, RegisterError> {
        let sql = "SELECT seq, at, actor, act, case_id, content, prev, hash FROM log WHERE case_id = $1 ORDER BY seq";
        query(sql).bind(case.to_owned()).fetch_all(self.pool()).await?.iter().map(rows::link).collect()
    }

    /// Where the log stands, to be signed and kept elsewhere. `origin` names this register.
    pub async fn head(&self, origin: &str) -> Result<Head, RegisterError> {
        Ok(Head::of(origin, &self.hashes().await?))
    }

    pub(crate) async fn hashes(&self) -> Result<Vec<Digest>, RegisterError> {
        let found = query("SELECT hash FROM log ORDER BY seq").fetch_all(self.pool()).await?;
        found.iter().map(|row| rows::digest(row, "hash")).collect()
    }

    /// Sealed bytes; none if there are none under this digest or they were destroyed.
    pub async fn blob(&self, digest: Digest) -> Result<Option<Vec<u8>>, RegisterError> {
        let sql = "SELECT salt, bytes FROM sealed WHERE digest = $1";
        let Some(row) = query(sql).bind(digest.to_string()).fetch_optional(self.pool()).await? else {
            return Ok(None);
        };
        let (salt, bytes) = (rows::salt_or_none(&row, "salt")?, rows::bytes_or_none(&row, "bytes")?);
        match salt.zip(bytes) {
            Some((salt, bytes)) if Digest::salted(&salt, &bytes) != digest => {
                Err(RegisterError::damaged(format!("sealed {digest}"), "is not what was recorded"))
            }
            other => Ok(other.map(|(_, bytes)| bytes)),
        }
    }

    /// Cases that came from a finding.
    pub async fn cases_of_finding(&self, finding: &str) -> Result<Vec<String>, RegisterError> {
        let sql = "SELECT case_id FROM case_findings WHERE finding_id = $1 ORDER BY case_id";
        let found = query(sql).bind(finding.to_owned()).fetch_all(self.pool()).await?;
        found.iter().map(|row| rows::text(row, "case_id")).collect()
    }
}

fn happened(case: &str, row: &AnyRow, texts: &Texts) -> Result<Happened, RegisterError> {
    let version = rows::count(row, "version")?;
    let event = match (rows::bytes_or_none(row, "bytes")?, rows::count_or_none(row, "destroyed")?) {
        (Some(bytes), None) => Ok(event(case, version, &bytes, texts)?),
        (_, destroyed) => Err(destroyed.unwrap_or(0)),
    };
    Ok(Happened {
        version,
        seq: rows::count(row, "seq")?,
        at: rows::time(row, "at")?,
        actor: rows::text(row, "actor")?,
        act: rows::text(row, "act")?,
        kind: rows::text(row, "kind")?,
        digest: rows::digest(row, "digest")?,
        event,
    })
}

fn event(case: &str, version: u64, bytes: &[u8], texts: &Texts) -> Result<Event, RegisterError> {
    // The error of serde may quote a value; line and column do not.
    let unread = |e: serde_json::Error| {
        let why = format!("cannot be read (line {}, column {})", e.line(), e.column());
        RegisterError::damaged(format!("event {version} of case {case}"), why)
    };
    let mut value = serde_json::from_slice(bytes).map_err(unread)?;
    texts::put(&mut value, texts);
    serde_json::from_value(value).map_err(unread)
}

/// The events of a case that were not destroyed, and version and log entry of the last one, destroyed or not.
#[derive(Debug, Default)]
pub struct Kept {
    pub events: Vec<Event>,
    pub last: Option<(u64, u64)>,
}

impl Kept {
    fn add(&mut self, case: &str, row: &AnyRow, texts: &Texts) -> Result<(), RegisterError> {
        let (version, seq) = (rows::count(row, "version")?, rows::count(row, "seq")?);
        self.last = Some((version, seq));
        if let Some(bytes) = rows::bytes_or_none(row, "bytes")? {
            self.events.push(event(case, version, &bytes, texts)?);
        }
        Ok(())
    }

    fn stored(&self, id: &str) -> Option<Stored> {
        let (version, seq) = self.last?;
        Some(Stored { id: id.to_owned(), case: Case::fold(&self.events)?, version, seq })
    }
}

const EVERY_EVENT: &str = "SELECT e.case_id, e.version, e.seq, s.bytes FROM events e \
                           JOIN sealed s ON s.digest = e.digest ORDER BY e.case_id, e.version";
const EVENTS: &str = "SELECT e.version, e.seq, s.bytes FROM events e \
                      JOIN sealed s ON s.digest = e.digest WHERE e.case_id = $1 ORDER BY e.version";

pub async fn events(connection: &mut AnyConnection, case: &str) -> Result<Kept, RegisterError> {
    // Events first: a text is written with its event, so none can be missing that was not destroyed.
    let found = query(EVENTS).bind(case.to_owned()).fetch_all(&mut *connection).await?;
    let texts = texts(connection, Some(case)).await?;
    let mut kept = Kept::default();
    for row in found {
        kept.add(case, &row, &texts)?;
    }
    Ok(kept)
}

/// [`events`] of every case.
pub async fn every(connection: &mut AnyConnection) -> Result<BTreeMap<String, Kept>, RegisterError> {
    let found = query(EVERY_EVENT).fetch_all(&mut *connection).await?;
    let texts = texts(connection, None).await?;
    let mut all: BTreeMap<String, Kept> = BTreeMap::new();
    for row in found {
        let case = rows::text(&row, "case_id")?;
        all.entry(case.clone()).or_default().add(&case, &row, &texts)?;
    }
    Ok(all)
}

type Texts = BTreeMap<Digest, String>;

const EVERY_TEXT: &str = "SELECT i.digest, s.bytes FROM items i JOIN sealed s ON s.digest = i.digest \
                          WHERE i.kind = 'text' AND s.bytes IS NOT NULL";
const TEXTS: &str = "SELECT i.digest, s.bytes FROM items i JOIN log l ON l.seq = i.seq \
                     JOIN sealed s ON s.digest = i.digest \
                     WHERE l.case_id = $1 AND i.kind = 'text' AND s.bytes IS NOT NULL";

/// The texts of a case's events, or of all, that still exist.
async fn texts(connection: &mut AnyConnection, case: Option<&str>) -> Result<Texts, RegisterError> {
    let found = match case {
        Some(case) => query(TEXTS).bind(case.to_owned()).fetch_all(connection).await?,
        None => query(EVERY_TEXT).fetch_all(connection).await?,
    };
    let text = |row: &AnyRow| {
        let bytes = rows::bytes_or_none(row, "bytes")?.unwrap_or_default();
        Ok((rows::digest(row, "digest")?, String::from_utf8_lossy(&bytes).into_owned()))
    };
    found.iter().map(text).collect()
}
