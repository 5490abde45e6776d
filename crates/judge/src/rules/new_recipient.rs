//! ## What it does
//! Compared with the last run, reports a third party that got requests now and did not then. Needs `--baseline`.
//!
//! ## Why it matters
//! Tags are added by many hands, and vendors load other vendors. A new recipient demands a decision before it starts:
//! purpose, legal basis, contract, transfer, assessment (GDPR art. 24, 28, 35, 44). In IMY-2022-3822 no new assessment
//! was made when the pixel came; and nothing told that anything had changed.
//!
//! ## Example
//! The tag manager was published on Tuesday; on Wednesday's run `analytics.tiktok.com` appears.
//!
//! ## Known misses
//! A recipient the earlier run could not have met, because other journeys or consents were run, is reported as new too.

use crate::evidence::Evidence;
use crate::finding::{Draft, list};
use facts::{Exchange, Severity};
use std::collections::BTreeMap;

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let Some(baseline) = evidence.baseline else { return Vec::new() };
    let mut new: BTreeMap<String, Vec<&Exchange>> = BTreeMap::new();
    for (exchange, recipient) in evidence.third_party() {
        // Of one without requests only the name had been looked up.
        if !baseline.known_recipients().any(|r| r.id == recipient.id && r.requests > 0) {
            new.entry(recipient.id).or_default().push(exchange);
        }
    }
    new.into_iter().map(|(id, seen)| draft(evidence, &id, &seen)).collect()
}

fn draft(evidence: &Evidence<'_>, id: &str, seen: &[&Exchange]) -> Draft {
    let declared = evidence.policy.zones.iter().any(|z| z.allowed(id).is_some());
    let (severity, reason) = if declared { (Severity::Low, "declared") } else { (Severity::Medium, "not-declared") };
    let hosts: Vec<String> = seen.iter().filter_map(|e| e.host()).collect();
    Draft::about(evidence, severity, id)
        .because(severity, &[reason])
        .counted(seen.iter().copied())
        .with("hosts", list(hosts.iter().map(String::as_str)))
        .with("initiator", seen[0].initiator.clone().unwrap_or_default())
        .with("listed", if declared { "yes" } else { "no" })
}
