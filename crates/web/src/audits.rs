//! The audits that are kept, and where their files lie.

use crate::oops::Oops;
use crate::site::Site;
use facts::{Finding, FindingState, Report, Severity};
use jiff::Timestamp;
use register::Audit;
use std::path::PathBuf;
use std::sync::Arc;

/// Every audit that has a report, the newest first.
pub async fn all(site: &Site) -> Result<Vec<Kept>, Oops> {
    let mut found = Vec::new();
    for audit in site.db.audits().await? {
        found.extend(read(site, audit).await?);
    }
    found.sort_by_key(|kept| std::cmp::Reverse(kept.at));
    Ok(found)
}

pub async fn kept(site: &Site, id: &str) -> Result<Kept, Oops> {
    let audit = site.db.audits().await?.into_iter().find(|audit| audit.id == id).ok_or(Oops::NotFound)?;
    read(site, audit).await?.ok_or(Oops::NotFound)
}

/// The newest audit that has this finding.
pub async fn kept_with(site: &Site, finding: &str) -> Result<Option<Kept>, Oops> {
    for audit in site.db.audits().await? {
        let kept = read(site, audit).await?.filter(|k| k.finding(finding).is_some());
        if kept.is_some() {
            return Ok(kept);
        }
    }
    Ok(None)
}

/// None where there is no report of it (yet, or any more). A report is sealed under its digest: read once.
async fn read(site: &Site, audit: Audit) -> Result<Option<Kept>, Oops> {
    let Some(key) = audit.report.map(|digest| digest.to_string()) else { return Ok(None) };
    let report = match site.reports.get(&key) {
        Some(report) => Some(report),
        None => site.db.audit(&audit.id).await?.and_then(|(_, report)| report).map(|r| site.reports.put(key, r)),
    };
    let folder = site.audits.join(&audit.folder);
    Ok(report.map(|report| Kept { id: audit.id, at: audit.at, folder, report }))
}

/// One audit: its report and its output folder.
pub struct Kept {
    pub id: String,
    pub at: Timestamp,
    pub folder: PathBuf,
    pub report: Arc<Report>,
}

/// A row of the list of audits.
pub struct Row {
    pub id: String,
    pub name: String,
    pub at: Timestamp,
    /// Findings that stand, by severity, the worst first.
    pub counts: Vec<(&'static str, usize)>,
    pub gaps: usize,
}

impl Kept {
    pub fn name(&self) -> &str {
        self.report.service.as_deref().unwrap_or(&self.report.start)
    }

    pub fn row(&self) -> Row {
        let count = |s| self.report.findings.iter().filter(|f| f.severity == s && stands(f)).count();
        let counts = [Severity::High, Severity::Medium, Severity::Low].map(|s| (severity(s), count(s)));
        Row {
            id: self.id.clone(),
            name: self.name().to_owned(),
            at: self.at,
            counts: counts.into_iter().filter(|(_, n)| *n > 0).collect(),
            gaps: self.report.gaps.len(),
        }
    }

    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.report.findings.iter().find(|f| f.id == id)
    }

    /// Address of a step's picture.
    pub fn picture(&self, screenshot: &str) -> String {
        format!("/audits/{}/{screenshot}", self.id)
    }
}

pub fn stands(finding: &Finding) -> bool {
    finding.stands()
}

pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Low => "low",
        Severity::Medium => "medium",
        Severity::High => "high",
    }
}

pub fn state(finding: &Finding) -> &'static str {
    match finding.state {
        _ if finding.not_looked_at => "unlooked",
        FindingState::New => "new",
        FindingState::Known => "known",
        FindingState::Gone => "gone",
        FindingState::Changed => "changed",
    }
}
