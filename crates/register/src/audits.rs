//! Audits that were run, and their reports.

use crate::append::{Entry, NewItem, Tx, append, crash_point};
use crate::{Blob, Db, RegisterError, rows};
use facts::{Report, Severity};
use jiff::Timestamp;
use prove::Digest;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sqlx::query;
use std::path::PathBuf;

/// One audit as it is listed. Its report is kept beside it, sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audit {
    /// Given by the caller, unique; the same id again replaces what is listed and adds to the log.
    pub id: String,
    pub at: Timestamp,
    /// Address the audit began at.
    pub start: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Where report.html, capture.har, screenshots and the bundle are.
    pub folder: PathBuf,
    pub status: AuditStatus,
    /// Findings by severity.
    pub high: usize,
    pub medium: usize,
    pub low: usize,
    /// Digest of the sealed report, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Digest>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AuditStatus {
    Running,
    Done,
    /// By the user, before its end.
    Stopped,
    Failed,
}

impl Audit {
    /// An audit that begins, without a report yet.
    pub fn new(id: impl Into<String>, at: Timestamp, start: impl Into<String>, folder: impl Into<PathBuf>) -> Self {
        Self {
            id: id.into(),
            at,
            start: start.into(),
            service: None,
            folder: folder.into(),
            status: AuditStatus::Running,
            high: 0,
            medium: 0,
            low: 0,
            report: None,
        }
    }
}

impl Db {
    /// Stores an audit and, when it has one, its report. Counts and service are taken from the report.
    ///
    /// # Errors
    /// The database fails.
    pub async fn put_audit(
        &self,
        audit: Audit,
        report: Option<&Report>,
        actor: &str,
        at: Timestamp,
    ) -> Result<Audit, RegisterError> {
        let (mut audit, mut items) = (audit, Vec::new());
        if let Some(report) = report {
            let blob = Blob::new(audit.id.clone(), json(report)?)?;
            describe(&mut audit, report, blob.digest());
            items.push(NewItem::Seal { kind: "report", blob });
        }
        let body = json(&audit)?;
        items.push(NewItem::Seal { kind: "audit", blob: Blob::new(audit.id.clone(), body.clone())? });
        let mut tx = self.begin().await?;
        let link = append(&mut tx, Entry { at, actor, act: "audit.put", case: None }, &[], &items).await?;
        put(&mut tx, &audit.id, link.seq, body).await?;
        tx.commit().await?;
        Ok(audit)
    }

    /// Every audit, the newest first.
    pub async fn audits(&self) -> Result<Vec<Audit>, RegisterError> {
        let found = query("SELECT audit_id, body FROM audits ORDER BY seq DESC").fetch_all(self.pool()).await?;
        found.iter().map(|row| from_json(&rows::text(row, "body")?, "an audit")).collect()
    }

    /// An audit and its report; the report is none while it runs, or when it was destroyed.
    pub async fn audit(&self, id: &str) -> Result<Option<(Audit, Option<Report>)>, RegisterError> {
        let sql = "SELECT body FROM audits WHERE audit_id = $1";
        let Some(row) = query(sql).bind(id.to_owned()).fetch_optional(self.pool()).await? else { return Ok(None) };
        let audit: Audit = from_json(&rows::text(&row, "body")?, "an audit")?;
        let bytes = match audit.report {
            Some(digest) => self.blob(digest).await?,
            None => None,
        };
        let report = bytes.map(|b| from_json(&String::from_utf8_lossy(&b), "a report")).transpose()?;
        Ok(Some((audit, report)))
    }
}

fn describe(audit: &mut Audit, report: &Report, digest: Digest) {
    let count = |severity| report.findings.iter().filter(|f| f.severity == severity).count();
    audit.report = Some(digest);
    audit.start.clone_from(&report.start);
    audit.service.clone_from(&report.service);
    (audit.high, audit.medium, audit.low) = (count(Severity::High), count(Severity::Medium), count(Severity::Low));
}

async fn put(tx: &mut Tx, id: &str, seq: u64, body: Vec<u8>) -> Result<(), RegisterError> {
    let sql = "INSERT INTO audits (audit_id, seq, body) VALUES ($1, $2, $3) \
               ON CONFLICT (audit_id) DO UPDATE SET seq = $2, body = $3";
    let body = String::from_utf8_lossy(&body).into_owned();
    query(sql).bind(id.to_owned()).bind(rows::int(seq)).bind(body).execute(&mut **tx).await?;
    crash_point();
    Ok(())
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, RegisterError> {
    serde_json::to_vec(value).map_err(|e| RegisterError::Refused(e.to_string()))
}

fn from_json<T: DeserializeOwned>(text: &str, what: &str) -> Result<T, RegisterError> {
    serde_json::from_str(text)
        .map_err(|e| RegisterError::damaged(what, format!("cannot be read (line {}, column {})", e.line(), e.column())))
}
