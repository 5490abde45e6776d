use crate::append::{Entry, append};
use crate::commit::put_outgoing;
use crate::{Db, Outgoing, RegisterError, rows};
use jiff::Timestamp;
use serde::Serialize;
use sqlx::query;

/// A message that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    pub id: String,
    pub kind: String,
    pub body: String,
    pub due: Timestamp,
    /// How often it was tried before, and why it failed last.
    pub tries: u64,
    pub why: Option<String>,
}

impl Db {
    /// Queues messages that no case's change causes, such as reminders. Those whose id was queued before, sent or not,
    /// are left out; where none is left, nothing is written. Returns how many were queued.
    pub async fn queue(&self, messages: &[Outgoing], actor: &str, at: Timestamp) -> Result<usize, RegisterError> {
        let mut tx = self.begin().await?;
        let mut new: Vec<&Outgoing> = Vec::new();
        for message in messages {
            let known = query("SELECT id FROM outbox WHERE id = $1").bind(message.id.clone());
            if known.fetch_optional(&mut *tx).await?.is_none() && new.iter().all(|m| m.id != message.id) {
                new.push(message);
            }
        }
        if new.is_empty() {
            return Ok(0);
        }
        let link = append(&mut tx, Entry { at, actor, act: "outbox.queue", case: None }, &[], &[]).await?;
        for message in &new {
            put_outgoing(&mut tx, link.seq, message).await?;
        }
        tx.commit().await?;
        Ok(new.len())
    }

    /// Messages that are due and not sent, the oldest first.
    pub async fn due(&self, now: Timestamp, limit: u32) -> Result<Vec<Due>, RegisterError> {
        let sql = "SELECT id, kind, body, due, tries, why FROM outbox WHERE sent IS NULL AND due <= $1 \
                   ORDER BY due, id LIMIT $2";
        let found = query(sql).bind(now.as_microsecond()).bind(i64::from(limit)).fetch_all(self.pool()).await?;
        found.iter().map(read).collect()
    }

    /// Messages that were tried and not sent, the oldest first.
    pub async fn undelivered(&self) -> Result<Vec<Due>, RegisterError> {
        let sql = "SELECT id, kind, body, due, tries, why FROM outbox WHERE sent IS NULL AND why IS NOT NULL \
                   ORDER BY due, id";
        query(sql).fetch_all(self.pool()).await?.iter().map(read).collect()
    }

    /// Takes a due message for sending: until `again` nobody else gets it. False if somebody else was faster.
    pub async fn claim(&self, id: &str, now: Timestamp, again: Timestamp) -> Result<bool, RegisterError> {
        let sql = "UPDATE outbox SET tries = tries + 1, due = $3 WHERE id = $1 AND sent IS NULL AND due <= $2";
        let update = query(sql).bind(id.to_owned()).bind(now.as_microsecond()).bind(again.as_microsecond());
        Ok(update.execute(self.pool()).await?.rows_affected() == 1)
    }

    /// It was sent. What it said is gone; its id stays, so that it is not queued again.
    pub async fn sent(&self, id: &str, at: Timestamp) -> Result<(), RegisterError> {
        let sql = "UPDATE outbox SET sent = $2, body = '', why = NULL WHERE id = $1";
        query(sql).bind(id.to_owned()).bind(at.as_microsecond()).execute(self.pool()).await?;
        Ok(())
    }

    /// It could not be sent; try again then. `why` holds no personal data.
    pub async fn unsent(&self, id: &str, why: &str, again: Timestamp) -> Result<(), RegisterError> {
        let sql = "UPDATE outbox SET why = $2, due = $3 WHERE id = $1";
        let update = query(sql).bind(id.to_owned()).bind(why.to_owned()).bind(again.as_microsecond());
        update.execute(self.pool()).await?;
        Ok(())
    }
}

fn read(row: &sqlx::any::AnyRow) -> Result<Due, RegisterError> {
    Ok(Due {
        id: rows::text(row, "id")?,
        kind: rows::text(row, "kind")?,
        body: rows::text(row, "body")?,
        due: rows::time(row, "due")?,
        tries: rows::count(row, "tries")?,
        why: rows::text_or_none(row, "why")?,
    })
}
