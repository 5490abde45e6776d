use crate::append::{Entry, NewItem, Tx, append, crash_point};
use crate::{Blob, Db, RegisterError, projection, rows, texts};
use jiff::Timestamp;
use prove::Digest;
use sqlx::{Executor, query};

impl Db {
    /// Destroys sealed bytes (an event, a text in one, a file, a report) and their salt, for ever. The reason goes
    /// into the log; the digest stays, and so does the chain. An event that is destroyed no longer counts in its case.
    ///
    /// SQLite overwrites the freed pages (`secure_delete`) and its write-ahead log is emptied, unless another program
    /// is reading at that moment: then it is by the next one that closes. PostgreSQL keeps the old row until VACUUM,
    /// and its own log. Backups, exports and what a solid-state disk keeps by itself are not reached.
    ///
    /// # Errors
    /// There is nothing under this digest, it was destroyed before, or the reason is empty.
    pub async fn destroy(&self, digest: Digest, reason: &str, actor: &str, at: Timestamp) -> Result<(), RegisterError> {
        if reason.trim().is_empty() {
            return Err(RegisterError::Refused("destroying needs a reason".into()));
        }
        let mut tx = self.begin().await?;
        let case = place(&mut tx, digest).await?.1;
        let mut items = Vec::new();
        for digest in with_texts(&mut tx, digest).await? {
            let name = place(&mut tx, digest).await?.0;
            items.push(NewItem::Refer { kind: "destroyed", name, digest });
        }
        let gone: Vec<Digest> = items.iter().map(NewItem::digest).collect();
        items.push(NewItem::Seal { kind: "reason", blob: Blob::new("reason", reason.as_bytes().to_vec())? });
        let entry = Entry { at, actor, act: "sealed.destroy", case: case.as_deref() };
        let link = append(&mut tx, entry, &[], &items).await?;
        for digest in gone {
            wipe(&mut tx, digest, link.seq).await?;
        }
        if let Some(case) = &case {
            projection::project(&mut tx, case).await?;
        }
        tx.commit().await?;
        self.forget().await
    }

    /// Empties the write-ahead log, which may still hold what was destroyed.
    async fn forget(&self) -> Result<(), RegisterError> {
        if let Self::Sqlite(pool) = self {
            pool.execute("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(())
    }
}

/// The content itself and, if it is an event, the texts that were sealed apart from it and still exist.
async fn with_texts(tx: &mut Tx, digest: Digest) -> Result<Vec<Digest>, RegisterError> {
    let sql = "SELECT s.bytes FROM sealed s JOIN events e ON e.digest = s.digest WHERE s.digest = $1";
    let event = query(sql).bind(digest.to_string()).fetch_optional(&mut **tx).await?;
    let bytes = event.map(|row| rows::bytes_or_none(&row, "bytes")).transpose()?.flatten().unwrap_or_default();
    let mut all = vec![digest];
    for text in serde_json::from_slice(&bytes).map(|mut value| texts::named(&mut value)).unwrap_or_default() {
        let sql = "SELECT digest FROM sealed WHERE digest = $1 AND destroyed IS NULL";
        if query(sql).bind(text.to_string()).fetch_optional(&mut **tx).await?.is_some() {
            all.push(text);
        }
    }
    Ok(all)
}

async fn wipe(tx: &mut Tx, digest: Digest, seq: u64) -> Result<(), RegisterError> {
    let sql = "UPDATE sealed SET salt = NULL, bytes = NULL, destroyed = $1 WHERE digest = $2 AND destroyed IS NULL";
    let done = query(sql).bind(rows::int(seq)).bind(digest.to_string()).execute(&mut **tx).await?;
    crash_point();
    if done.rows_affected() == 1 {
        Ok(())
    } else {
        Err(RegisterError::Refused(format!("`{digest}` was destroyed before")))
    }
}

/// What the digest stands for: its name in the log and its case.
async fn place(tx: &mut Tx, digest: Digest) -> Result<(String, Option<String>), RegisterError> {
    let sql = "SELECT case_id, version, kind FROM events WHERE digest = $1";
    if let Some(row) = query(sql).bind(digest.to_string()).fetch_optional(&mut **tx).await? {
        let (case, kind) = (rows::text(&row, "case_id")?, rows::text(&row, "kind")?);
        return Ok((format!("{case}/{}/{kind}", rows::count(&row, "version")?), Some(case)));
    }
    let sql = "SELECT i.name, l.case_id FROM items i JOIN log l ON l.seq = i.seq WHERE i.digest = $1 ORDER BY i.seq";
    match query(sql).bind(digest.to_string()).fetch_optional(&mut **tx).await? {
        Some(row) => Ok((rows::text(&row, "name")?, rows::text_or_none(&row, "case_id")?)),
        None => Err(RegisterError::Missing(format!("sealed content `{digest}`"))),
    }
}
