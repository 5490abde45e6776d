use crate::append::{Entry, NewItem, Tx, append, crash_point};
use crate::{Blob, Db, RegisterError, projection, rows};
use jiff::Timestamp;
use prove::Digest;
use sqlx::{Executor, query};

impl Db {
    /// Destroys sealed bytes (a text in an event, a file, a report) and their salt, for ever. The reason goes into the
    /// log; the digest stays, and so does the chain. An event itself is never destroyed, since the case is what its
    /// events say (Art. 33(5)): the texts about persons in it are.
    ///
    /// SQLite overwrites the freed pages (`secure_delete`) and its write-ahead log is emptied, unless another program
    /// is reading at that moment: then it is by the next one that closes. PostgreSQL keeps the old row until VACUUM,
    /// and its own log. Backups, exports and what a solid-state disk keeps by itself are not reached.
    ///
    /// # Errors
    /// There is nothing under this digest, it is an event, it was destroyed before, or the reason is empty.
    pub async fn destroy(&self, digest: Digest, reason: &str, actor: &str, at: Timestamp) -> Result<(), RegisterError> {
        if reason.trim().is_empty() {
            return Err(RegisterError::Refused("destroying needs a reason".into()));
        }
        let mut tx = self.begin().await?;
        let (name, case) = place(&mut tx, digest).await?;
        let reason = Blob::new("reason", reason.as_bytes().to_vec())?;
        let items =
            [NewItem::Refer { kind: "destroyed", name, digest }, NewItem::Seal { kind: "reason", blob: reason }];
        let entry = Entry { at, actor, act: "sealed.destroy", case: case.as_deref() };
        let link = append(&mut tx, entry, &[], &items).await?;
        wipe(&mut tx, digest, link.seq).await?;
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

/// What may be destroyed under the digest: its name in the log and its case.
async fn place(tx: &mut Tx, digest: Digest) -> Result<(String, Option<String>), RegisterError> {
    let sql = "SELECT case_id, version, kind FROM events WHERE digest = $1";
    if let Some(row) = query(sql).bind(digest.to_string()).fetch_optional(&mut **tx).await? {
        let (case, kind, version) =
            (rows::text(&row, "case_id")?, rows::text(&row, "kind")?, rows::count(&row, "version")?);
        let why = "is an act of the case and stays; destroy the texts about persons in it";
        return Err(RegisterError::Refused(format!("`{case}/{version}/{kind}` {why}")));
    }
    let sql = "SELECT i.name, l.case_id FROM items i JOIN log l ON l.seq = i.seq WHERE i.digest = $1 ORDER BY i.seq";
    match query(sql).bind(digest.to_string()).fetch_optional(&mut **tx).await? {
        Some(row) => Ok((rows::text(&row, "name")?, rows::text_or_none(&row, "case_id")?)),
        None => Err(RegisterError::Missing(format!("sealed content `{digest}`"))),
    }
}
