//! ## What it does
//! Reports a recipient that the declaration allows without saying what it is to the data (`role`) or what for
//! (`purpose`), and that did get requests.
//!
//! ## Why it matters
//! A purpose has to be explicit before collection starts (GDPR art. 5(1)(b)); the role decides which contract is needed
//! (art. 26, 28) and what the record of processing says (art. 30).
//!
//! ## Example
//! `[[zone.recipient]]` with `vendor = "hotjar"` and nothing else.
//!
//! ## Known misses
//! Whether the stated purpose is true or lawful is for people to judge.

use crate::evidence::Evidence;
use crate::finding::Draft;
use declare::Allowed;
use facts::Severity;
use std::collections::BTreeSet;

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let met: BTreeSet<String> = evidence.third_party().map(|(_, r)| r.id).collect();
    let zones = evidence.policy.zones.iter().flat_map(|z| z.recipients.iter().map(move |a| (z.name.as_str(), a)));
    let open = zones.filter(|(_, a)| met.contains(&a.vendor) && (a.role.is_none() || a.purpose.is_none()));
    open.map(|(zone, allowed)| draft(evidence, zone, allowed)).collect()
}

fn draft(evidence: &Evidence<'_>, zone: &str, allowed: &Allowed) -> Draft {
    let lacks = match (&allowed.role, &allowed.purpose) {
        (None, None) => "both",
        (None, _) => "role",
        _ => "purpose",
    };
    Draft::about(evidence, Severity::Low, &allowed.vendor)
        .in_zone(Some(zone))
        .because(Severity::Low, &[])
        .with("lacks", lacks)
}
