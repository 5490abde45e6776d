//! What belongs to the organisation and to no case: its settings, controls that were done, re-assessments. Each is
//! sealed under a log entry of its own; the newest of a kind and name counts, none is overwritten.

use crate::append::{Entry, NewItem, append};
use crate::{Blob, Db, RegisterError, rows};
use jiff::Timestamp;
use prove::Digest;
use sqlx::query;

/// One record with its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub seq: u64,
    pub at: Timestamp,
    pub actor: String,
    pub name: String,
    pub digest: Digest,
    /// None when destroyed.
    pub bytes: Option<Vec<u8>>,
}

impl Db {
    /// Keeps a record. `kind` and `name` stand in the log for ever: no personal data.
    ///
    /// # Errors
    /// The database fails.
    pub async fn record(
        &self,
        kind: &'static str,
        name: &str,
        bytes: Vec<u8>,
        actor: &str,
        at: Timestamp,
    ) -> Result<u64, RegisterError> {
        let item = NewItem::Seal { kind, blob: Blob::new(name, bytes)? };
        let mut tx = self.begin().await?;
        let act = format!("{kind}.put");
        let link = append(&mut tx, Entry { at, actor, act: &act, case: None }, &[], &[item]).await?;
        tx.commit().await?;
        Ok(link.seq)
    }

    /// Every record of a kind, oldest first.
    pub async fn records(&self, kind: &str) -> Result<Vec<Record>, RegisterError> {
        let sql = "SELECT i.seq, i.name, i.digest, s.bytes, l.at, l.actor FROM items i \
                   JOIN log l ON l.seq = i.seq JOIN sealed s ON s.digest = i.digest \
                   WHERE i.kind = $1 AND l.case_id IS NULL ORDER BY i.seq, i.n";
        let found = query(sql).bind(kind.to_owned()).fetch_all(self.pool()).await?;
        let record = |row| {
            Ok(Record {
                seq: rows::count(row, "seq")?,
                at: rows::time(row, "at")?,
                actor: rows::text(row, "actor")?,
                name: rows::text(row, "name")?,
                digest: rows::digest(row, "digest")?,
                bytes: rows::bytes_or_none(row, "bytes")?,
            })
        };
        found.iter().map(record).collect()
    }
}
