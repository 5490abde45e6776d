//! Findings that a named person decided to live with, until a day.

use crate::finding::of_service;
use crate::report::service;
use facts::{Acceptance, Finding, FindingState, Report};
use jiff::civil::Date;

/// Marks what is accepted today. An acceptance that has run out, or was for something less grave, holds no longer: the
/// finding is new again, once, and its facts say why; in a run after one that told so it is what the comparison with that one
/// says. Gives the ids that no finding of the report has, standing or not: they do nothing.
pub fn accept(report: &mut Report, accepted: &[Acceptance], today: Date, baseline: Option<&Report>) -> Vec<String> {
    let service = service(report.service.as_deref(), &report.start);
    for finding in report.findings.iter_mut().filter(|f| f.state != FindingState::Gone) {
        let rows =
            accepted.iter().filter(|a| a.finding == finding.id || of_service(&service, &a.finding) == finding.id);
        // The one that lasts longest, where a file has several.
        if let Some(row) = rows.max_by_key(|a| a.until) {
            let is = |f: &&Finding| f.id == finding.id || of_service(&service, &f.id) == finding.id;
            let before = baseline.and_then(|b| b.findings.iter().find(is)).cloned();
            mark(finding, row, today, before.as_ref());
        }
    }
    let is = |a: &Acceptance, f: &Finding| f.id == a.finding || f.id == of_service(&service, &a.finding);
    let idle = accepted.iter().filter(|a| !report.findings.iter().any(|f| is(a, f)));
    idle.map(|a| a.finding.clone()).collect()
}

fn mark(finding: &mut Finding, row: &Acceptance, today: Date, before: Option<&Finding>) {
    let graver = row.severity.is_some_and(|then| finding.severity > then);
    let word = match (row.until < today, graver) {
        (true, _) => "expired",
        (false, true) => "graver",
        (false, false) => "holds",
    };
    let facts =
        [("acceptance", word.to_owned()), ("accepted_by", row.by.clone()), ("accepted_until", row.until.to_string())];
    // Nothing is said of what was not looked at, not that it is to be decided again.
    let told = finding.not_looked_at
        || before.is_some_and(|b| facts.iter().all(|(name, value)| b.facts.get(*name) == Some(value)));
    finding.facts.extend(facts.map(|(name, value)| (name.to_owned(), value)));
    if word == "holds" {
        finding.state = FindingState::Known;
        finding.accepted = Some(row.clone());
    } else if !told {
        finding.state = FindingState::New;
    }
}
