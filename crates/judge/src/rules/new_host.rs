//! ## What it does
//! Compared with the last run, reports a host of a recipient that was known by other hosts only. Needs `--baseline`. A
//! recipient that is wholly new is told by `new-recipient`.
//!
//! ## Why it matters
//! A vendor's new host is often a new function: a form collector beside a counter, a replay beside statistics. Changes
//! have to be noticed before anybody can assess them (GDPR art. 24, 32(1)(d)).
//!
//! ## Example
//! `forms.hscollectedforms.net` appears where only `js.hs-scripts.com` was loaded before.
//!
//! ## Known misses
//! New paths on a known host; vendors that spread their load over hosts with made-up names are told again and again.

use crate::evidence::Evidence;
use crate::finding::Draft;
use facts::{Exchange, Severity};
use std::collections::BTreeMap;

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let Some(baseline) = evidence.baseline else { return Vec::new() };
    let mut new: BTreeMap<(String, String), Vec<&Exchange>> = BTreeMap::new();
    for (exchange, recipient) in evidence.third_party() {
        let Some(host) = exchange.host() else { continue };
        let known = baseline.known_recipients().filter(|r| r.third_party && r.id == recipient.id && r.requests > 0);
        let mut before = known.peekable();
        if before.peek().is_some() && before.all(|r| !r.hosts.contains(&host)) {
            new.entry((recipient.id, host)).or_default().push(exchange);
        }
    }
    new.into_iter().map(|((id, host), seen)| draft(evidence, &id, &host, &seen)).collect()
}

fn draft(evidence: &Evidence<'_>, id: &str, host: &str, seen: &[&Exchange]) -> Draft {
    let mut draft = Draft::about(evidence, Severity::Low, id)
        .because(Severity::Low, &["known-recipient"])
        .counted(seen.iter().copied())
        .with("hosts", host)
        .with("initiator", seen[0].initiator.clone().unwrap_or_default());
    host.clone_into(&mut draft.what);
    draft
}
