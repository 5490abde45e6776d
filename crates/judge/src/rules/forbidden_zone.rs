//! ## What it does
//! Reports a third party that got any request from a page whose zone does not list it, personal identifiers or not. A
//! connection that was opened without a request counts too; a name that was only looked up does not.
//!
//! ## Why it matters
//! Every request carries the visitor's address on the network and the page they are on; on a page about health, school
//! or debts that alone tells something (GDPR recital 30; CJEU C-252/21 on pages that reveal special categories). The
//! company of IMY-2022-3822 had decided that no tracking takes place on the patients' side: this rule holds the site to
//! such a decision.
//!
//! ## Example
//! The zone `patient side` has `recipients = []`; a page under `/m/` loads a font from another company.
//!
//! Severity is high for advertising, analytics and session replay in a zone that allows nobody, medium for anyone else
//! there and for trackers in other zones, low for the rest.
//!
//! ## Known misses
//! Pages that no journey visits; third parties that the service forwards to from its own server.

use crate::evidence::Evidence;
use crate::finding::{Draft, list};
use crate::vendors::Recipient;
use facts::{Exchange, Severity};
use std::collections::BTreeMap;

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let mut found: BTreeMap<(String, String), Vec<(&Exchange, Recipient)>> = BTreeMap::new();
    for (exchange, recipient) in evidence.third_party() {
        let zone = exchange.page.as_deref().and_then(|p| evidence.policy.zone(p));
        if let Some(zone) = zone.filter(|z| z.allowed(&recipient.id).is_none()) {
            found.entry((recipient.id.clone(), zone.name.clone())).or_default().push((exchange, recipient));
        }
    }
    found.into_iter().map(|((id, zone), seen)| draft(evidence, &id, &zone, &seen)).collect()
}

fn draft(evidence: &Evidence<'_>, id: &str, zone: &str, seen: &[(&Exchange, Recipient)]) -> Draft {
    let closed = evidence.policy.zones.iter().any(|z| z.name == zone && z.recipients.is_empty());
    let tracker = seen[0].1.tracks() || seen.iter().any(|(e, _)| evidence.films(e));
    let severity = match (closed, tracker) {
        (true, true) => Severity::High,
        (true, false) | (false, true) => Severity::Medium,
        (false, false) => Severity::Low,
    };
    let reasons: Vec<&str> =
        [(closed, "closed-zone"), (tracker, "tracker")].iter().filter(|(yes, _)| *yes).map(|(_, r)| *r).collect();
    let hosts: Vec<String> = seen.iter().filter_map(|(e, _)| e.host()).collect();
    let runs = || seen.iter().filter_map(|(e, _)| e.run.as_ref());
    Draft::about(evidence, severity, id)
        .in_zone(Some(zone))
        .because(severity, &reasons)
        .counted(seen.iter().map(|(e, _)| *e))
        .with("hosts", list(hosts.iter().map(String::as_str)))
        .seen_in(runs())
        .with("closed", if closed { "yes" } else { "no" })
}
