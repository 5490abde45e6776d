//! This run against an earlier one.

use crate::finding::of_service;
use facts::{Finding, FindingState, Recording, Report};

/// These tell that something happened between two runs: told once, they are neither known nor gone in the next.
const EVENTS: [&str; 4] = ["configuration-changed", "new-host", "new-recipient", "new-script"];

/// Marks what is new, known or changed, and carries over what the earlier run had and this one has not.
///
/// `gone` is said only where this run looked under the same journeys and consents; else the finding stays `known` and is
/// marked as not looked at: it counts nowhere. Indices of carried findings would point into another report and are
/// dropped.
///
/// A baseline of a version whose ids did not hold the service's name is read as if they did.
pub fn compare(
    mut found: Vec<Finding>,
    baseline: Option<&Report>,
    recording: &Recording,
    service: &str,
) -> Vec<Finding> {
    let Some(baseline) = baseline else { return sorted(found) };
    let is = |b: &Finding, id: &str| b.id == id || of_service(service, &b.id) == id;
    for finding in &mut found {
        let before = baseline.findings.iter().find(|b| is(b, &finding.id) && b.state != FindingState::Gone);
        finding.state = before
            .map_or(FindingState::New, |b| if same(b, finding) { FindingState::Known } else { FindingState::Changed });
    }
    let stays = |b: &&Finding| b.state != FindingState::Gone && !EVENTS.contains(&b.rule.as_str());
    let missing = baseline.findings.iter().filter(stays).filter(|b| !found.iter().any(|f| is(b, &f.id)));
    let carried: Vec<Finding> = missing.map(|b| carry(b, recording)).collect();
    found.extend(carried);
    sorted(found)
}

fn same(before: &Finding, now: &Finding) -> bool {
    let fact = |f: &Finding, name: &str| f.facts.get(name).cloned();
    let facts = ["disguise", "how", "declared", "served", "observed", "reason"];
    before.severity == now.severity && facts.iter().all(|name| fact(before, name) == fact(now, name))
}

fn carry(before: &Finding, recording: &Recording) -> Finding {
    let looked = looked(before, recording);
    let mut finding = before.clone();
    finding.sightings.clear();
    finding.why.clear();
    finding.accepted = None;
    finding.not_looked_at = !looked;
    finding.state = if looked { FindingState::Gone } else { FindingState::Known };
    finding.facts.insert("looked".into(), if looked { "yes" } else { "no" }.into());
    finding
}

/// Whether every journey and consent the finding was seen under was run to its end again.
fn looked(before: &Finding, recording: &Recording) -> bool {
    let words = |name: &str| before.facts.get(name).map_or("", String::as_str).split(", ").filter(|w| !w.is_empty());
    let whole = || recording.runs.iter().filter(|r| r.steps.iter().all(|s| s.ok));
    whole().next().is_some()
        && words("journeys").all(|journey| whole().any(|r| r.journey == journey))
        && words("consents").all(|consent| whole().any(|r| r.consent.word() == consent))
}

fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    let gone = |f: &Finding| f.state == FindingState::Gone;
    let key = |f: &Finding| (gone(f), std::cmp::Reverse(f.severity), f.rule.clone(), f.id.clone());
    findings.sort_by_key(key);
    findings
}
