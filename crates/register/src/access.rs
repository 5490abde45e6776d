//! Who may come in: users, one-time links, sessions. Tokens themselves never get here, only their digests.

use crate::append::{Entry, NewItem, append};
use crate::{Blob, Db, RegisterError, rows};
use jiff::Timestamp;
use prove::Digest;
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::query;

/// Somebody who works with the register. `id` stands in the log as actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct User {
    pub id: String,
    pub name: String,
    pub role: String,
    pub disabled: bool,
}

impl Db {
    /// Adds a user or changes name, role or access; by whom and when goes into the log.
    ///
    /// # Errors
    /// The database fails.
    pub async fn put_user(&self, user: &User, actor: &str, at: Timestamp) -> Result<(), RegisterError> {
        let bytes = serde_json::to_vec(user).map_err(|e| RegisterError::Refused(format!("a user: {e}")))?;
        let item = NewItem::Seal { kind: "user", blob: Blob::new(user.id.clone(), bytes)? };
        let mut tx = self.begin().await?;
        append(&mut tx, Entry { at, actor, act: "user.put", case: None }, &[], &[item]).await?;
        let sql = "INSERT INTO users (user_id, name, role, disabled) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (user_id) DO UPDATE SET name = $2, role = $3, disabled = $4";
        let put = query(sql).bind(user.id.clone()).bind(user.name.clone()).bind(user.role.clone());
        put.bind(i64::from(user.disabled)).execute(&mut *tx).await?;
        if user.disabled {
            for sql in ["DELETE FROM grants WHERE user_id = $1", "DELETE FROM sessions WHERE user_id = $1"] {
                query(sql).bind(user.id.clone()).execute(&mut *tx).await?;
            }
        }
        Ok(tx.commit().await?)
    }

    pub async fn users(&self) -> Result<Vec<User>, RegisterError> {
        let sql = "SELECT user_id, name, role, disabled FROM users ORDER BY user_id";
        query(sql).fetch_all(self.pool()).await?.iter().map(user).collect()
    }

    pub async fn user(&self, id: &str) -> Result<Option<User>, RegisterError> {
        let sql = "SELECT user_id, name, role, disabled FROM users WHERE user_id = $1";
        let row = query(sql).bind(id.to_owned()).fetch_optional(self.pool()).await?;
        row.as_ref().map(user).transpose()
    }

    /// Stores a one-time link for a user, by the digest of its token.
    ///
    /// # Errors
    /// There is no such user, or no access for it.
    pub async fn grant(&self, token: Digest, user: &str, expires: Timestamp) -> Result<(), RegisterError> {
        match self.user(user).await? {
            Some(found) if !found.disabled => {}
            _ => return Err(RegisterError::Missing(format!("user `{user}` with access"))),
        }
        let put = query("INSERT INTO grants (token, user_id, expires) VALUES ($1, $2, $3)").bind(token.to_string());
        put.bind(user.to_owned()).bind(expires.as_microsecond()).execute(self.pool()).await?;
        Ok(())
    }

    /// Trades a one-time link for a session: once, before it expires. None when the link does not hold, whatever
    /// the reason, so that an answer tells an attacker nothing.
    pub async fn redeem(
        &self,
        token: Digest,
        session: Digest,
        expires: Timestamp,
        now: Timestamp,
    ) -> Result<Option<User>, RegisterError> {
        let mut tx = self.begin().await?;
        let sql = "SELECT u.user_id, u.name, u.role, u.disabled FROM grants g JOIN users u ON u.user_id = g.user_id \
                   WHERE g.token = $1 AND g.expires > $2 AND u.disabled = 0";
        let found = query(sql).bind(token.to_string()).bind(now.as_microsecond()).fetch_optional(&mut *tx).await?;
        let Some(user) = found.as_ref().map(user).transpose()? else { return Ok(None) };
        query("DELETE FROM grants WHERE token = $1").bind(token.to_string()).execute(&mut *tx).await?;
        let put = query("INSERT INTO sessions (token, user_id, expires) VALUES ($1, $2, $3)").bind(session.to_string());
        put.bind(user.id.clone()).bind(expires.as_microsecond()).execute(&mut *tx).await?;
        append(&mut tx, Entry { at: now, actor: &user.id, act: "user.login", case: None }, &[], &[]).await?;
        tx.commit().await?;
        Ok(Some(user))
    }

    /// Whose session this is, if it still holds.
    pub async fn session(&self, token: Digest, now: Timestamp) -> Result<Option<User>, RegisterError> {
        let sql = "SELECT u.user_id, u.name, u.role, u.disabled FROM sessions s JOIN users u ON u.user_id = s.user_id \
                   WHERE s.token = $1 AND s.expires > $2 AND u.disabled = 0";
        let found = query(sql).bind(token.to_string()).bind(now.as_microsecond()).fetch_optional(self.pool()).await?;
        found.as_ref().map(user).transpose()
    }

    /// Ends a session.
    pub async fn end_session(&self, token: Digest) -> Result<(), RegisterError> {
        query("DELETE FROM sessions WHERE token = $1").bind(token.to_string()).execute(self.pool()).await?;
        Ok(())
    }

    /// Drops what has expired.
    pub async fn sweep(&self, now: Timestamp) -> Result<(), RegisterError> {
        for sql in ["DELETE FROM grants WHERE expires <= $1", "DELETE FROM sessions WHERE expires <= $1"] {
            query(sql).bind(now.as_microsecond()).execute(self.pool()).await?;
        }
        Ok(())
    }
}

fn user(row: &AnyRow) -> Result<User, RegisterError> {
    Ok(User {
        id: rows::text(row, "user_id")?,
        name: rows::text(row, "name")?,
        role: rows::text(row, "role")?,
        disabled: rows::count(row, "disabled")? == 1,
    })
}
