//! A register with two audits and a case, made by the flows themselves. All persons are made up.

use super::browser::Browser;
use crate::Site;
use facts::{Finding, FindingState, Report, Severity};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use register::{Audit, AuditStatus, Db};
use respond::{About, Act};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use tempfile::TempDir;

pub const AUDIT: &str = "2026-11-21-invite";
pub const USER: &str = "berit";
/// A PNG of one pixel.
pub const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\nnot really";

pub struct Sample {
    pub site: Site,
    pub case: String,
    pub folder: TempDir,
}

/// `now` of every page: a Saturday night, 23:40 in Stockholm.
pub fn now() -> Timestamp {
    "2026-11-21T22:40:00Z".parse().expect("a time")
}

pub fn report() -> Report {
    let mut report: Report = serde_json::from_str(include_str!("report.json")).expect("the sample report");
    report.findings = vec![
        finding("f-other", "someone-elses-data", Severity::High, &[0]),
        finding("f-conflict", "setting-conflict", Severity::High, &[]),
        finding("f-undeclared", "undeclared-personal-data", Severity::Medium, &[1]),
    ];
    report
}

fn finding(id: &str, rule: &str, severity: Severity, sightings: &[usize]) -> Finding {
    let facts = [
        ("vendor", "meta"),
        ("recipient", "Meta"),
        ("account", "770000000000001"),
        ("count", "2"),
        ("disguise", "hashed"),
        ("how", "automatic"),
        ("reason", "not-listed"),
        ("reasons", "someone-else, taken-automatically"),
        ("has_settings_page", "yes"),
        ("settings_page", "https://business.facebook.com/events_manager2/"),
        ("deletion_contact", "https://www.facebook.com/help/contact/"),
        ("setting", "automatic-matching"),
        ("declared", "off"),
        ("served", "on"),
        ("observed", "on"),
        ("through", "declaration"),
        ("platform", ""),
        ("platform_says", "unknown"),
        ("hosts", "www.facebook.com"),
    ];
    Finding {
        id: id.to_owned(),
        rule: rule.to_owned(),
        severity,
        recipient: Some("meta".to_owned()),
        identifier: Some("phone".to_owned()),
        role: Some("end-user".to_owned()),
        zone: None,
        why: "A sentence of a rule that has no words.".to_owned(),
        facts: BTreeMap::from(facts.map(|(k, v)| (k.to_owned(), v.to_owned()))),
        sightings: sightings.to_vec(),
        state: FindingState::New,
        not_looked_at: false,
        accepted: None,
    }
}

/// SHA-256 of 701740621, which the pixel makes of 070-174 06 21.
pub const PHONE_TOKEN: &str = "12c0da5bd8447b7477968adfa3b974d2ff88c8225c2a50da27ea1e2e57558c0c";

/// A recording of the one request that the sightings name.
pub fn har() -> Value {
    let query = format!("id=770000000000001&udff%5Bem%5D=x&udff%5Bph%5D={PHONE_TOKEN}&dl=%3Cscript%3E");
    json!({"log": {"version": "1.2", "creator": {"name": "sluss", "version": "0"}, "entries": [{
        "_sluss": {"id": "41"},
        "startedDateTime": "2026-11-21T20:10:22Z",
        "request": {
            "method": "POST",
            "url": format!("https://www.facebook.com/tr/?{query}"),
            "headers": [
                {"name": "Referer", "value": "https://invite.example.se/invite"},
                {"name": "Cookie", "value": "session=not-for-eyes"},
            ],
            "postData": {"mimeType": "text/plain", "text": "<b>posted</b>"},
        },
        "response": {"status": 200, "headers": [], "content": {"size": 0, "mimeType": "image/gif"}},
    }]}})
}

pub async fn site(report: &Report) -> Sample {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let db = Db::open(folder.path().join("register.db")).await.expect("a register");
    let pictures = folder.path().join(AUDIT).join("screenshots");
    std::fs::create_dir_all(&pictures).expect("a folder");
    for name in ["001.png", "002.png", "003.png", "004.png", "secret.png"] {
        std::fs::write(pictures.join(name), PICTURE).expect("a picture");
    }
    std::fs::write(folder.path().join(AUDIT).join("capture.har"), har().to_string()).expect("a recording");
    keep(&db, report).await;
    let opened = now() - SignedDuration::from_mins(90);
    let ids = ["f-other".to_owned(), "f-conflict".to_owned()];
    let case = flows::cases::open_from_findings(&db, USER, AUDIT, &ids, "SE", opened).await.expect("a case");
    let zone = TimeZone::get("Europe/Stockholm").expect("a time zone");
    let mut site = Site::new(db, folder.path().to_owned(), zone, "SE");
    site.clock = now;
    Sample { site, case, folder }
}

async fn keep(db: &Db, report: &Report) {
    let mut audit = Audit::new(AUDIT, now() - SignedDuration::from_hours(2), &report.start, PathBuf::from(AUDIT));
    audit.status = AuditStatus::Done;
    db.put_audit(audit, Some(report), USER, now()).await.expect("an audit");
    let mut clean = report.clone();
    clean.service = Some("Webbplats".to_owned());
    clean.findings.clear();
    clean.gaps.clear();
    let mut audit = Audit::new("clean", now() - SignedDuration::from_hours(30), &clean.start, PathBuf::from("clean"));
    audit.status = AuditStatus::Done;
    db.put_audit(audit, Some(&clean), USER, now()).await.expect("an audit");
}

impl Sample {
    pub async fn new() -> Self {
        site(&report()).await
    }

    /// A browser that has come in by a one-time link.
    pub async fn browser(&self) -> Browser {
        self.browser_of(self.site.clone()).await
    }

    pub async fn browser_of(&self, site: Site) -> Browser {
        let link = crate::login_link(&site.db, "http://127.0.0.1:8080/", USER, site.now()).await.expect("a link");
        let mut browser = Browser::new(site);
        let path = link.strip_prefix("http://127.0.0.1:8080").expect("the base").to_owned();
        assert_eq!(browser.log_in(&path).await.status, 303);
        browser
    }

    /// Awareness an hour ago, and both conclusions.
    pub async fn handle(&self) {
        self.aware_hours_ago(1).await;
        for about in [About::Authority, About::People] {
            let (person, reasons) = ("Berit Lund".to_owned(), "känsligt sammanhang".into());
            self.act(Act::Conclude { about, person, duty: true, reasons, proposed: None }).await;
        }
    }

    pub async fn aware_hours_ago(&self, hours: i64) {
        let aware = now() - SignedDuration::from_hours(hours);
        self.act(Act::SetAware { aware, person: "Berit Lund".into(), reason: "loggen".into() }).await;
    }

    pub async fn act(&self, act: Act) {
        let db = &self.site.db;
        let stored = db.case(&self.case).await.expect("a register").expect("the case");
        flows::cases::act(db, USER, &self.case, stored.version, act, now()).await.expect("allowed");
    }

    /// Every address a reader can go to.
    pub fn addresses(&self) -> Vec<String> {
        let case = &self.case;
        let mut all: Vec<String> = [
            "/",
            "/audits",
            "/cases",
            "/cases/new",
            "/cases/new/FI",
            "/verify",
            "/report",
            "/statistics/2026",
            "/plan",
            "/plan/settings",
            "/controls",
            "/users",
            "/calendar",
        ]
        .map(str::to_owned)
        .into();
        all.extend([format!("/audits/{AUDIT}"), "/audits/clean".to_owned()]);
        all.extend(["f-other", "f-conflict", "f-undeclared"].map(|f| format!("/audits/{AUDIT}/findings/{f}")));
        all.extend(
            [
                "",
                "/facts",
                "/facts/new",
                "/assessment",
                "/notification",
                "/order/imy",
                "/order/tsv",
                "/people",
                "/measures",
                "/authority",
                "/history",
            ]
            .map(|p| format!("/cases/{case}{p}")),
        );
        all
    }
}
