//! Telling people and programs: by mail in words, by webhook as JSON. Never a personal value: findings by id.

use super::LastRun;
use crate::audit::Order;
use crate::http::{self, Ways};
use crate::mail::{Mail, Relay};
use facts::{Finding, FindingState, Report, Severity};
use jiff::Timestamp;
use paper::words::Words;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

/// Who is told.
#[derive(Debug, Clone, Default)]
pub struct Receivers {
    pub mail: Vec<String>,
    pub mail_from: Option<String>,
    /// `smtp://user:password@host:587` (STARTTLS; in the clear on this machine only), `smtps://host`.
    pub smtp: Option<String>,
    pub webhook: Vec<String>,
}

/// One alarm, schema `sluss/alarm/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    pub schema: String,
    /// The same at every attempt to deliver it.
    pub id: String,
    /// `findings`, `configuration` or `run-failed`.
    pub kind: String,
    pub at: Timestamp,
    pub service: String,
    #[serde(default)]
    pub findings: Vec<Row>,
    #[serde(default)]
    pub changes: Vec<Change>,
    /// Why a run failed, or which configurations stay silent.
    #[serde(default)]
    pub why: Vec<String>,
    /// Folder of the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// Why it could not be delivered last time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undelivered: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub id: String,
    pub rule: String,
    pub severity: Severity,
    pub state: FindingState,
    pub recipient: Option<String>,
    pub why: String,
}

/// A vendor's switch that changed between two looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub vendor: String,
    pub account: String,
    pub setting: String,
    pub before: String,
    pub after: String,
    pub change_at: Option<String>,
}

impl Alarm {
    fn new(kind: &str, service: &str) -> Self {
        let at = Timestamp::now();
        Self {
            schema: "sluss/alarm/1".to_owned(),
            id: format!("{kind}-{}", at.as_microsecond()),
            kind: kind.to_owned(),
            at,
            service: service.to_owned(),
            findings: Vec::new(),
            changes: Vec::new(),
            why: Vec::new(),
            report: None,
            undelivered: None,
        }
    }

    pub fn findings(report: &Report, new: &[&Finding], out: &Path) -> Self {
        let row = |f: &&Finding| Row {
            id: f.id.clone(),
            rule: f.rule.clone(),
            severity: f.severity,
            state: f.state,
            recipient: f.recipient.clone(),
            why: f.why.clone(),
        };
        let service = report.service.as_ref().unwrap_or(&report.start);
        let report = Some(out.display().to_string());
        Self { findings: new.iter().map(row).collect(), report, ..Self::new("findings", service) }
    }

    pub fn failed(service: &str, last: &LastRun) -> Self {
        Self { why: last.attempts.iter().map(|a| a.why.clone()).collect(), ..Self::new("run-failed", service) }
    }

    /// None where nothing changed and nobody is silent.
    pub fn changes(service: &str, changes: Vec<Change>, silent: Vec<String>) -> Option<Self> {
        let any = !changes.is_empty() || !silent.is_empty();
        any.then(|| Self { changes, why: silent, ..Self::new("configuration", service) })
    }
}

/// To everybody, the webhooks three times each; the first that cannot be reached keeps the alarm waiting.
pub async fn send(alarm: &Alarm, to: &Receivers, order: &Order) -> Result<(), String> {
    let body = serde_json::to_vec(&Alarm { undelivered: None, ..alarm.clone() }).expect("plain data");
    for hook in &to.webhook {
        hooked(hook, &body, order).await?;
    }
    if !to.mail.is_empty() {
        mailed(alarm, to, &Words::new(order.lang)).await?;
    }
    Ok(())
}

async fn hooked(hook: &str, body: &[u8], order: &Order) -> Result<(), String> {
    let ways = Ways { resolve: &order.resolve, insecure: order.insecure, patience: Duration::from_secs(10) };
    let mut why = String::new();
    for wait in [0, 500, 2000] {
        tokio::time::sleep(Duration::from_millis(wait)).await;
        match http::post(hook, "application/json", body.to_vec(), ways).await {
            Ok(answer) if (200..300).contains(&answer.status) => return Ok(()),
            Ok(answer) => why = format!("the webhook answered {}", answer.status),
            Err(error) => why = format!("webhook {error}"),
        }
    }
    Err(why)
}

async fn mailed(alarm: &Alarm, to: &Receivers, words: &Words) -> Result<(), String> {
    let server = to.smtp.as_deref().ok_or("no mail server is named: SLUSS_SMTP or `smtp` in [watch]")?;
    let relay = Relay::at(server)?;
    let from = to.mail_from.as_deref().unwrap_or("sluss@localhost");
    for receiver in &to.mail {
        let (subject, text) = (subject(alarm, words), text(alarm, words));
        relay.send(Mail { from, to: receiver, subject, text, id: &format!("{}/{receiver}", alarm.id) }).await?;
    }
    Ok(())
}

fn subject(alarm: &Alarm, words: &Words) -> String {
    let service = paper::plain(&alarm.service);
    words.with(&format!("watch-subject-{}", alarm.kind), &[("service", service.into()), ("n", count(alarm).into())])
}

fn count(alarm: &Alarm) -> usize {
    alarm.findings.len().max(alarm.changes.len()).max(alarm.why.len())
}

/// One paragraph an item; what to do stands in the report.
pub fn text(alarm: &Alarm, words: &Words) -> String {
    let mut out = format!("{}\n\n", subject(alarm, words));
    for finding in &alarm.findings {
        let severity = match finding.severity {
            Severity::High => "high",
            Severity::Medium => "medium",
            Severity::Low => "low",
        };
        let severity = words.say(&format!("paper-severity-{severity}"));
        let _ = writeln!(out, "{severity} [{}]\n{}\n", finding.id, paper::plain(&finding.why));
    }
    for change in &alarm.changes {
        let args = [
            ("setting", words.or("paper-setting", &change.setting).into()),
            ("vendor", paper::plain(&change.vendor).into()),
            ("account", paper::plain(&change.account).into()),
            ("before", words.or("paper-switch", &change.before).into()),
            ("after", words.or("paper-switch", &change.after).into()),
        ];
        let _ = writeln!(out, "{}", words.with("watch-change", &args));
        let _ = writeln!(out, "{}\n", change.change_at.as_deref().unwrap_or_default());
    }
    for why in &alarm.why {
        let _ = writeln!(out, "- {}", paper::plain(why));
    }
    if let Some(report) = &alarm.report {
        let _ = writeln!(out, "{}", words.with("watch-report", &[("folder", paper::plain(report).into())]));
    }
    out
}
