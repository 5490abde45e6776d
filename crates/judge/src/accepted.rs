//! Findings that a named person decided to live with, until a day.

use crate::finding::of_service;
use crate::report::service;
use facts::{Acceptance, Finding, FindingState, Report};
use jiff::civil::Date;

/// Marks what is accepted today. An acceptance that has run out, or was for something less grave, holds no longer: the
/// finding is new again and its facts say why. Gives the ids that no finding of the report has, standing or not: they do
/// nothing.
pub fn accept(report: &mut Report, accepted: &[Acceptance], today: Date) -> Vec<String> {
    let service = service(report.service.as_deref(), &report.start);
    for finding in report.findings.iter_mut().filter(|f| f.stands()) {
        let rows =
            accepted.iter().filter(|a| a.finding == finding.id || of_service(&service, &a.finding) == finding.id);
        // The one that lasts longest, where a file has several.
        if let Some(row) = rows.max_by_key(|a| a.until) {
            mark(finding, row, today);
        }
    }
    let is = |a: &Acceptance, f: &Finding| f.id == a.finding || f.id == of_service(&service, &a.finding);
    let idle = accepted.iter().filter(|a| !report.findings.iter().any(|f| is(a, f)));
    idle.map(|a| a.finding.clone()).collect()
}

fn mark(finding: &mut Finding, row: &Acceptance, today: Date) {
    let graver = row.severity.is_some_and(|then| finding.severity > then);
    let word = match (row.until < today, graver) {
        (true, _) => "expired",
        (false, true) => "graver",
        (false, false) => "holds",
    };
    finding.facts.insert("acceptance".into(), word.into());
    finding.facts.insert("accepted_by".into(), row.by.clone());
    finding.facts.insert("accepted_until".into(), row.until.to_string());
    if word == "holds" {
        finding.state = FindingState::Known;
        finding.accepted = Some(row.clone());
    } else {
        finding.state = FindingState::New;
    }
}
