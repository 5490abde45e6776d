//! ## What it does
//! Reports a name of the service's own that is only an alias (DNS CNAME) of a third party: `metrics.example.se` that
//! leads to a tracker. What goes there is attributed to the third party in the whole report, with `via: cname`.
//! Also a server of the service's own that gets hashed identifiers under the keys of a vendor's format (`udff[em]`,
//! `em=tv.1~em.`): only the vendor has a use for them, and the server may pass them on. Then the fact `via` is `format`.
//!
//! ## Why it matters
//! Browsers take such a host for the service itself: they send it the service's cookies, session cookies included, and
//! blockers let it pass. The visitor cannot see who is asked (GDPR art. 5(1)(a), 13(1)(e)), the controller may not know
//! what is handed over (art. 24, 32), and consent is owed all the same (LEK 9:28, ePrivacy art. 5(3)). See Dimova et
//! al., "The CNAME of the Game", PETS 2021.
//!
//! ## Example
//! `data.example.se` → `example.se.data.adobedc.net`; the request carries the cookie of the login.
//!
//! Severity is high where identifiers or cookies went there, else medium, as where only the format tells; low where the
//! declaration lists the recipient for these pages.
//!
//! ## Known misses
//! Names that lead straight to an address of the third party (A, AAAA) and hosts that forward on their own server, unless
//! the format tells: where the keys are renamed, the values encrypted or packed in a way the detection cannot open, or not
//! hashed, it does not. Whether the server passes anything on cannot be seen, and of two vendors with the same format one is named. Third
//! parties that neither the tables nor the declaration nor a list of trackers names. Hosting and content delivery are no disguise and are not reported.

use crate::evidence::Evidence;
use crate::finding::{Draft, list};
use crate::own::InFormat;
use facts::{Exchange, Severity};
use std::collections::BTreeMap;

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let mut found: BTreeMap<String, Vec<&Exchange>> = BTreeMap::new();
    for (exchange, _) in evidence.third_party() {
        if let Some(host) = exchange.host().filter(|h| evidence.who.is_disguised(h)) {
            found.entry(host).or_default().push(exchange);
        }
    }
    let aliases = found.into_iter().filter_map(|(host, seen)| draft(evidence, &host, &seen));
    aliases.chain(evidence.in_format.iter().map(|row| in_format(evidence, row))).collect()
}

fn in_format(evidence: &Evidence<'_>, row: &InFormat<'_>) -> Draft {
    let declared = declared(evidence, &row.exchanges, &row.vendor.id);
    let (severity, reasons): (_, &[_]) = if declared {
        (Severity::Low, &["identifiers-sent", "declared"])
    } else {
        (Severity::Medium, &["identifiers-sent"])
    };
    let mut draft = Draft::about(evidence, severity, &row.vendor.id)
        .because(severity, reasons)
        .seen_in(row.exchanges.iter().filter_map(|e| e.run.as_ref()))
        .with("via", "format")
        .with("host", row.host.as_str())
        .with("cname", "")
        .with("identifiers", list(row.identifiers.iter().map(String::as_str)))
        .with("keys", list(row.keys.iter().map(String::as_str)))
        .with("count", row.exchanges.len().to_string());
    row.host.clone_into(&mut draft.what);
    draft
}

/// Whether the declaration lists the recipient wherever this was seen.
fn declared(evidence: &Evidence<'_>, seen: &[&Exchange], recipient: &str) -> bool {
    let zones = || seen.iter().filter_map(|e| evidence.policy.zone(e.page.as_deref()?));
    zones().next().is_some() && zones().all(|z| z.allowed(recipient).is_some())
}

fn draft(evidence: &Evidence<'_>, host: &str, seen: &[&Exchange]) -> Option<Draft> {
    let (recipient, name) = evidence.who.alias(host)?;
    let sightings: Vec<usize> =
        evidence.personal().filter(|(_, s)| s.host.as_deref() == Some(host)).map(|(i, _)| i).collect();
    let cookies = seen.iter().any(|e| e.header("cookie").is_some_and(|c| !c.is_empty()));
    let declared = declared(evidence, seen, &recipient.id);
    let mut reasons = Vec::new();
    for (yes, reason) in [(!sightings.is_empty(), "identifiers-sent"), (cookies, "own-cookies"), (declared, "declared")]
    {
        reasons.extend(yes.then_some(reason));
    }
    let severity = match (declared, sightings.is_empty() && !cookies) {
        (true, _) => Severity::Low,
        (false, true) => Severity::Medium,
        (false, false) => Severity::High,
    };
    let mut draft = Draft::about(evidence, severity, &recipient.id)
        .because(severity, &reasons)
        .seen_in(seen.iter().filter_map(|e| e.run.as_ref()))
        .with("via", "cname")
        .with("host", host)
        .with("cname", name)
        .with("identifiers", "")
        .with("keys", "")
        .with("count", seen.len().to_string());
    host.clone_into(&mut draft.what);
    draft.sightings = sightings;
    Some(draft)
}
