use crate::{Db, RegisterError, rows};
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
    /// Messages that are due, the oldest first.
    pub async fn due(&self, now: Timestamp, limit: u32) -> Result<Vec<Due>, RegisterError> {
        let sql = "SELECT id, kind, body, due, tries, why FROM outbox WHERE due <= $1 ORDER BY due, id LIMIT $2";
        let found = query(sql).bind(now.as_microsecond()).bind(i64::from(limit)).fetch_all(self.pool()).await?;
        let due = |row| {
            Ok(Due {
                id: rows::text(row, "id")?,
                kind: rows::text(row, "kind")?,
                body: rows::text(row, "body")?,
                due: rows::time(row, "due")?,
                tries: rows::count(row, "tries")?,
                why: rows::text_or_none(row, "why")?,
            })
        };
        found.iter().map(due).collect()
    }

    /// It was sent. What it said is gone with it.
    pub async fn sent(&self, id: &str) -> Result<(), RegisterError> {
        query("DELETE FROM outbox WHERE id = $1").bind(id.to_owned()).execute(self.pool()).await?;
        Ok(())
    }

    /// It could not be sent; try again then. `why` holds no personal data.
    pub async fn unsent(&self, id: &str, why: &str, again: Timestamp) -> Result<(), RegisterError> {
        let sql = "UPDATE outbox SET tries = tries + 1, why = $2, due = $3 WHERE id = $1";
        let update = query(sql).bind(id.to_owned()).bind(why.to_owned()).bind(again.as_microsecond());
        update.execute(self.pool()).await?;
        Ok(())
    }
}
