//! Telling people and programs: by mail in words, by webhook as JSON. Never a personal value: findings by id.

use super::LastRun;
use crate::audit::Order;
use crate::http::{self, Ways};
use crate::mail::{self, Mail, Relay};
use facts::{Finding, FindingState, Place, Problem, Report, Severity};
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

impl Receivers {
    /// A receiver or server that can never be told anything.
    ///
    /// # Errors
    /// Names the key of `[watch]` and what would be right; a server's address, which may hold a password, is not repeated.
    pub fn check(&self) -> Result<(), Problem> {
        let wrong = |key: &str, message: String, right: &str| {
            Problem::new(Place::source(format!("[watch] {key}")), "receiver", message).allowed(&[right])
        };
        let addresses =
            self.mail.iter().map(|to| ("mail", to)).chain(self.mail_from.iter().map(|from| ("mail_from", from)));
        for (key, address) in addresses {
            if !mail::is_address(address) {
                let message = "an alarm goes to a mail address".to_owned();
                return Err(wrong(key, message, "dpo@example.se").found(address.clone()));
            }
        }
        if let Some(server) = &self.smtp {
            Relay::at(server).map_err(|message| wrong("smtp", message, "smtp://mail.example.se:587"))?;
        }
        let web = |hook: &&String| {
            let url = url::Url::parse(hook).ok();
            !url.is_some_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        };
        match self.webhook.iter().find(web) {
            Some(hook) => {
                let message = "a webhook is an absolute web address".to_owned();
                Err(wrong("webhook", message, "https://chat.example.se/hook").found(hook.clone()))
            }
            None => Ok(()),
        }
    }
}

/// One alarm, schema `sluss/alarm/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    pub schema: String,
    /// The same at every attempt to deliver it.
    pub id: String,
    /// `findings`, `configuration`, `run-failed`, `incomplete`, `recovered`, `unstamped` or `ended`.
    pub kind: String,
    pub at: Timestamp,
    pub service: String,
    #[serde(default)]
    pub findings: Vec<Row>,
    #[serde(default)]
    pub changes: Vec<Change>,
    /// Why a run failed, broke off or the routine ended, which configurations stay silent, or why the evidence bears no time stamp.
    #[serde(default)]
    pub why: Vec<String>,
    /// Folder of the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// Why it could not be delivered last time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undelivered: Option<String>,
    /// Who has it while others wait for it: digests of their addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<String>,
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
            told: Vec::new(),
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
        let mut why: Vec<String> = last.attempts.iter().map(|a| a.why.clone()).collect();
        why.dedup();
        Self { why, ..Self::new("run-failed", service) }
    }

    /// The browser broke down, and again when it was tried once more: the report holds what was seen until then.
    pub fn incomplete(report: &Report, why: Vec<String>, out: &Path) -> Self {
        let service = report.service.as_ref().unwrap_or(&report.start);
        Self { why, report: Some(out.display().to_string()), ..Self::new("incomplete", service) }
    }

    /// A run was whole after one that failed.
    pub fn recovered(service: &str, out: &Path) -> Self {
        Self { report: Some(out.display().to_string()), ..Self::new("recovered", service) }
    }

    /// Not because somebody asked it to.
    pub fn ended(service: &str, why: &str) -> Self {
        Self { why: vec![why.to_owned()], ..Self::new("ended", service) }
    }

    /// The run itself stands.
    pub fn unstamped(service: &str, why: &str, out: &Path) -> Self {
        let report = Some(out.display().to_string());
        Self { why: vec![why.to_owned()], report, ..Self::new("unstamped", service) }
    }

    /// None where nothing changed and nobody is silent.
    pub fn changes(service: &str, changes: Vec<Change>, silent: Vec<String>) -> Option<Self> {
        let any = !changes.is_empty() || !silent.is_empty();
        any.then(|| Self { changes, why: silent, ..Self::new("configuration", service) })
    }
}

/// To everybody who has not got it yet, the webhooks three times each. Whoever cannot be reached holds up nobody else, and
/// keeps the alarm waiting: each reason is told once, with `; ` between.
pub async fn send(alarm: &mut Alarm, to: &Receivers, order: &Order) -> Result<(), String> {
    let words = Words::new(order.lang);
    let bare = bare(alarm, &words);
    let body = serde_json::to_vec(&bare).expect("plain data");
    let mut failed: Vec<String> = Vec::new();
    for receiver in to.webhook.iter().chain(&to.mail) {
        let key = prove::Digest::of(receiver.as_bytes()).to_string();
        if alarm.told.contains(&key) {
            continue;
        }
        let went = if to.webhook.contains(receiver) {
            hooked(receiver, &body, order).await
        } else {
            mailed(&bare, receiver, to, &words).await
        };
        match went {
            Ok(()) => alarm.told.push(key),
            Err(why) if !failed.contains(&why) => failed.push(why),
            Err(_) => {}
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("; ")) }
}

/// As it is told: without what is ours to remember, and why something failed, which is kept in fixed English, in the
/// reader's language.
fn bare(alarm: &Alarm, words: &Words) -> Alarm {
    let why = alarm.why.iter().map(|why| paper::gaps::why(why, words)).collect();
    Alarm { undelivered: None, told: Vec::new(), why, ..alarm.clone() }
}

async fn hooked(hook: &str, body: &[u8], order: &Order) -> Result<(), String> {
    let ways = Ways { resolve: &order.resolve, insecure: order.insecure, patience: Duration::from_secs(10) };
    // The host alone: the rest of the address may be a secret.
    let host = url::Url::parse(hook).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let mut why = String::new();
    for wait in [0, 500, 2000] {
        tokio::time::sleep(Duration::from_millis(wait)).await;
        match http::post(hook, "application/json", body.to_vec(), ways).await {
            Ok(answer) if (200..300).contains(&answer.status) => return Ok(()),
            Ok(answer) => why = format!("the webhook at `{host}` answered {}", answer.status),
            Err(error) => why = format!("the webhook at `{host}`: {error}"),
        }
    }
    Err(why)
}

async fn mailed(alarm: &Alarm, receiver: &str, to: &Receivers, words: &Words) -> Result<(), String> {
    let server = to.smtp.as_deref().ok_or("no mail server is named: SLUSS_SMTP or `smtp` in [watch]")?;
    let from = to.mail_from.as_deref().unwrap_or("sluss@localhost");
    let (subject, text) = (subject(alarm, words), text(alarm, words));
    let id = format!("{}/{receiver}", alarm.id);
    Relay::at(server)?.send(Mail { from, to: receiver, subject, text, id: &id }).await
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
        let _ = writeln!(out, "- {}", paper::gaps::why(why, words));
    }
    if let Some(report) = &alarm.report {
        let _ = writeln!(out, "{}", words.with("watch-report", &[("folder", paper::plain(report).into())]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Target;
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;
    use std::sync::mpsc::channel;

    #[test]
    fn why_something_failed_is_told_in_the_readers_language() {
        let silent = vec!["https://connect.pixel.example/c: no switch can be read in it".to_owned()];
        let alarm = Alarm::changes("s", Vec::new(), silent).unwrap();
        let told = facts::Lang::ALL.map(|lang| bare(&alarm, &Words::new(lang)).why.remove(0));
        assert!(told.iter().all(|t| t.contains("connect.pixel.example")), "{told:?}");
        assert!(told[0] != told[1] && told[1] != told[2] && told[0] != told[2], "{told:?}");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn whoever_cannot_be_reached_holds_up_nobody_else() {
        let (live, got) = (TcpListener::bind("127.0.0.1:0").unwrap(), channel());
        let hook = format!("http://127.0.0.1:{}/", live.local_addr().unwrap().port());
        std::thread::spawn(move || {
            for mut stream in live.incoming().flatten() {
                let mut bytes = [0; 4096];
                let n = stream.read(&mut bytes).unwrap();
                got.0.send(String::from_utf8_lossy(&bytes[..n]).into_owned()).unwrap();
                stream.write_all(b"HTTP/1.1 204 x\r\nconnection: close\r\n\r\n").unwrap();
            }
        });
        // Port 9 is the discard service's: nobody listens there.
        let webhook = vec!["http://127.0.0.1:9/".to_owned(), hook];
        let to = Receivers { webhook, ..Receivers::default() };
        let target = Target::Address("https://service.example/".to_owned());
        let order = Order::new(target, "out".into(), "data".into());
        let mut alarm = Alarm::new("run-failed", "service");
        for attempt in 1..3 {
            let why = send(&mut alarm, &to, &order).await.unwrap_err();
            assert!(why.starts_with("the webhook at `127.0.0.1`: "), "{why}");
            assert_eq!(alarm.told.len(), 1, "attempt {attempt}");
        }
        let told: Vec<String> = got.1.try_iter().collect();
        assert!(told.len() == 1 && !told[0].contains("told"), "{told:?}");
    }

    /// Found out when the routine is set up, not on the day of the leak.
    #[test]
    fn a_receiver_that_can_never_be_told_is_refused() {
        let good = || Receivers {
            mail: vec!["Dpo <dpo@example.se>".into()],
            mail_from: Some("sluss@example.se".into()),
            smtp: Some("smtps://user:secret@mail.example.se".into()),
            webhook: vec!["https://chat.example.se/hook".into()],
        };
        good().check().unwrap();
        let wrong = [
            ("mail", Receivers { mail: vec!["not an address".into()], ..good() }),
            ("mail_from", Receivers { mail_from: Some("x".into()), ..good() }),
            ("smtp", Receivers { smtp: Some("secret".into()), ..good() }),
            ("webhook", Receivers { webhook: vec!["ftp://x".into()], ..good() }),
        ];
        for (key, receivers) in wrong {
            let problem = receivers.check().unwrap_err();
            assert!(problem.to_string().contains(key) || problem.place.source.contains(key), "{key}: {problem:?}");
            assert!(!problem.to_string().contains("secret"), "{problem}");
        }
    }
}
