//! The service's own database. What it may hold is said in schema.sql.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::{
    FromRow, Row, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow},
};
use std::{fmt::Write, path::Path};

const LINK_LIVES: jiff::SignedDuration = jiff::SignedDuration::from_mins(15);

#[derive(Clone)]
pub(crate) struct Account {
    pub id: String,
    pub email: String,
    pub phone: String,
    pub given_name: String,
    pub family_name: String,
    pub organisation: String,
}

impl Account {
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

/// An invitation as the carer sees it afterwards: when and how, but not to whom.
pub(crate) struct Invitation {
    pub channel: String,
    pub sent_us: i64,
}

// By hand: the derive compiles sqlx and SQLite a second time for the macros.
impl FromRow<'_, SqliteRow> for Account {
    fn from_row(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            email: row.try_get("email")?,
            phone: row.try_get("phone")?,
            given_name: row.try_get("given_name")?,
            family_name: row.try_get("family_name")?,
            organisation: row.try_get("organisation")?,
        })
    }
}

impl FromRow<'_, SqliteRow> for Invitation {
    fn from_row(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        Ok(Self { channel: row.try_get("channel")?, sent_us: row.try_get("sent_us")? })
    }
}

pub(crate) struct Store(SqlitePool);

impl Store {
    pub async fn open(path: &Path) -> Result<Self, sqlx::Error> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .foreign_keys(true)
            // Deleted rows are overwritten with zeros, not only unlinked.
            .pragma("secure_delete", "ON");
        let pool = SqlitePoolOptions::new().max_connections(4).connect_with(options).await?;
        sqlx::raw_sql(include_str!("schema.sql")).execute(&pool).await?;
        Ok(Self(pool))
    }

    pub async fn close(&self) {
        self.0.close().await;
    }

    /// False when the address already has an account.
    pub async fn register(&self, account: &Account) -> Result<bool, sqlx::Error> {
        let sql = "INSERT INTO account (id, email, phone, given_name, family_name, organisation, created_us)
                   VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING";
        let done = sqlx::query(sql)
            .bind(&account.id)
            .bind(&account.email)
            .bind(&account.phone)
            .bind(&account.given_name)
            .bind(&account.family_name)
            .bind(&account.organisation)
            .bind(Timestamp::now().as_microsecond())
            .execute(&self.0)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    pub async fn account_by_email(&self, email: &str) -> Result<Option<Account>, sqlx::Error> {
        sqlx::query_as("SELECT * FROM account WHERE email = ?").bind(email).fetch_optional(&self.0).await
    }

    pub async fn open_session(&self, account: &str) -> Result<String, sqlx::Error> {
        let token = token();
        sqlx::query("INSERT INTO session (token, account, created_us) VALUES (?, ?, ?)")
            .bind(digest(&token))
            .bind(account)
            .bind(Timestamp::now().as_microsecond())
            .execute(&self.0)
            .await?;
        Ok(token)
    }

    pub async fn session(&self, token: &str) -> Result<Option<Account>, sqlx::Error> {
        let sql = "SELECT account.* FROM account JOIN session ON session.account = account.id WHERE session.token = ?";
        sqlx::query_as(sql).bind(digest(token)).fetch_optional(&self.0).await
    }

    pub async fn close_session(&self, token: &str) -> Result<(), sqlx::Error> {
        sqlx::query("DELETE FROM session WHERE token = ?").bind(digest(token)).execute(&self.0).await?;
        Ok(())
    }

    pub async fn make_login_link(&self, account: &str) -> Result<String, sqlx::Error> {
        let token = token();
        sqlx::query("INSERT INTO login_link (token, account, expires_us) VALUES (?, ?, ?)")
            .bind(digest(&token))
            .bind(account)
            .bind((Timestamp::now() + LINK_LIVES).as_microsecond())
            .execute(&self.0)
            .await?;
        Ok(token)
    }

    /// The account of a link that was not used before and has not run out; the link is spent.
    pub async fn spend_login_link(&self, token: &str) -> Result<Option<String>, sqlx::Error> {
        sqlx::query_scalar("DELETE FROM login_link WHERE token = ? AND expires_us > ? RETURNING account")
            .bind(digest(token))
            .bind(Timestamp::now().as_microsecond())
            .fetch_optional(&self.0)
            .await
    }

    /// Notes that an invitation was sent, never to whom.
    pub async fn note_invitation(&self, account: &str, token: &str, channel: &str) -> Result<String, sqlx::Error> {
        let id = self::token();
        sqlx::query("INSERT INTO invitation (id, account, token, channel, sent_us) VALUES (?, ?, ?, ?, ?)")
            .bind(&id)
            .bind(account)
            .bind(digest(token))
            .bind(channel)
            .bind(Timestamp::now().as_microsecond())
            .execute(&self.0)
            .await?;
        Ok(id)
    }

    /// Forgets an invitation that could not be sent.
    pub async fn drop_invitation(&self, id: &str) -> Result<(), sqlx::Error> {
        sqlx::query("DELETE FROM invitation WHERE id = ?").bind(id).execute(&self.0).await?;
        Ok(())
    }

    pub async fn invitations(&self, account: &str) -> Result<Vec<Invitation>, sqlx::Error> {
        sqlx::query_as("SELECT channel, sent_us FROM invitation WHERE account = ? ORDER BY sent_us DESC LIMIT 8")
            .bind(account)
            .fetch_all(&self.0)
            .await
    }

    pub async fn invitation(&self, account: &str, id: &str) -> Result<Option<Invitation>, sqlx::Error> {
        sqlx::query_as("SELECT channel, sent_us FROM invitation WHERE account = ? AND id = ?")
            .bind(account)
            .bind(id)
            .fetch_optional(&self.0)
            .await
    }

    /// Who invited to this meeting.
    pub async fn host(&self, token: &str) -> Result<Option<Account>, sqlx::Error> {
        let sql = "SELECT account.* FROM account JOIN invitation ON invitation.account = account.id
                   WHERE invitation.token = ?";
        sqlx::query_as(sql).bind(digest(token)).fetch_optional(&self.0).await
    }
}

/// 128 random bits as hex.
///
/// # Panics
/// When the operating system has no randomness to give.
pub(crate) fn token() -> String {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    hex(&bytes)
}

fn digest(token: &str) -> String {
    hex(&Sha256::digest(token))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
