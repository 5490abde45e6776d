//! ## What it does
//! Compared with the last run, reports scripts of third parties that were not loaded then. Needs `--baseline`. Addresses
//! are compared without their query.
//!
//! ## Why it matters
//! A script may do on the page whatever the page itself may: read every field, send it anywhere. Whoever answers for the
//! page has to know which scripts run on it (GDPR art. 24, 25, 32(1)(b) and (d)).
//!
//! ## Example
//! `https://connect.facebook.net/en_US/fbevents.js` since Tuesday's release of the tag manager's container.
//!
//! Severity is medium where a value was sent by one of the new scripts or its recipient is declared nowhere, else low.
//!
//! ## Known misses
//! Scripts changed under the same address; scripts of the service itself; code within the page.

use crate::evidence::Evidence;
use crate::finding::{Draft, list};
use crate::report::scripts;
use facts::{LoadedScript, Severity};
use std::collections::BTreeMap;

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let Some(baseline) = evidence.baseline else { return Vec::new() };
    let mut new: BTreeMap<String, Vec<LoadedScript>> = BTreeMap::new();
    for script in scripts(evidence.who, evidence.recording) {
        if baseline.known_scripts().all(|known| *known != script) {
            new.entry(script.recipient.clone()).or_default().push(script);
        }
    }
    new.into_iter().map(|(id, scripts)| draft(evidence, &id, &scripts)).collect()
}

fn draft(evidence: &Evidence<'_>, id: &str, scripts: &[LoadedScript]) -> Draft {
    let by_them = |initiator: &Option<String>| {
        initiator.as_deref().is_some_and(|i| scripts.iter().any(|s| i.starts_with(s.url.as_str())))
    };
    let sent: Vec<usize> = evidence.personal().filter(|(_, s)| by_them(&s.initiator)).map(|(i, _)| i).collect();
    let declared = evidence.policy.zones.iter().any(|z| z.allowed(id).is_some());
    let (severity, reason) = match (sent.is_empty(), declared) {
        (false, _) => (Severity::Medium, "sent-by-it"),
        (true, false) => (Severity::Medium, "not-declared"),
        (true, true) => (Severity::Low, "declared"),
    };
    let mut draft = Draft::about(evidence, severity, id)
        .because(severity, &[reason])
        .with("count", scripts.len().to_string())
        .with("scripts", list(scripts.iter().map(|s| s.url.as_str())));
    draft.sightings = sent;
    draft
}
