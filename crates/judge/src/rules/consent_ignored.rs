//! ## What it does
//! Reports a third party that got any request, identifier or not, although the visitor had refused, or before the
//! visitor had answered. It looks at those that need consent: the declaration says so (`consent = "accept"`), the
//! recipient is an advertising, analytics, replay or marketing vendor or stands on a list of trackers, the request is a
//! recording of the visit, by the vendor's row or, without one, by the form of a widespread recorder (rrweb), or its script
//! kept something on the visitor's device and sent it along.
//!
//! ## Why it matters
//! Loading such a script stores on the visitor's device or reads from it, which needs consent first unless the visitor
//! asked for the service (LEK 9:28, ePrivacy art. 5(3)). In Sweden PTS supervises this, not IMY; in Finland Traficom.
//! Whether personal data left on top of that is told by `before-consent` and `after-refusal`.
//!
//! ## Example
//! Journey run with consent `reject`: the dialog is answered, and the next page loads `connect.facebook.net` all the same.
//!
//! Severity is medium after a refusal, low where it only came before an answer.
//!
//! ## Known misses
//! Recordings of those without a row in another form than rrweb's, and rrweb's own that are packed by its packer or encrypted.
//! Requests sent while the dialog was being answered count for neither side. Where the dialog could not be answered, the
//! run is taken as one without an answer.

use crate::evidence::Evidence;
use crate::finding::{Draft, list};
use crate::stance::Stance;
use facts::{Behaviour, Consent, Deed, Exchange, Severity};
use std::collections::{BTreeMap, BTreeSet};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let recognised = recognised(evidence);
    let mut found: BTreeMap<String, Vec<(&Exchange, bool)>> = BTreeMap::new();
    for (exchange, recipient) in evidence.third_party() {
        let mut declared = evidence.policy.zones.iter().filter_map(|z| z.allowed(&recipient.id));
        let conditional = declared.any(|a| a.consent == Some(Consent::Accept));
        let follows = recipient.tracks() || evidence.films(exchange);
        if !follows && !conditional && !recognised.contains(exchange.id.as_str()) {
            continue;
        }
        match evidence.answers.stance(exchange) {
            Some(Stance::Refused) => found.entry(recipient.id).or_default().push((exchange, true)),
            Some(Stance::Unanswered) => found.entry(recipient.id).or_default().push((exchange, false)),
            _ => {}
        }
    }
    found.into_iter().map(|(id, seen)| draft(evidence, &id, &seen)).collect()
}

/// Exchanges that carried to a third party what its own script had kept on the device: it knows the visitor again.
fn recognised<'a>(evidence: &Evidence<'a>) -> BTreeSet<&'a str> {
    let kept = evidence.recording.behaviours.iter().filter(|b| b.what == Deed::StorageWrite);
    let owned = kept.filter_map(|b| Some((b, evidence.owner(b)?.id)));
    let back = |(b, owner): (&'a Behaviour, String)| {
        let to = move |id: &&String| evidence.recipient_of(id).is_some_and(|r| r.id == owner);
        b.sent_in.iter().filter(to).map(String::as_str)
    };
    owned.flat_map(back).collect()
}

fn draft(evidence: &Evidence<'_>, id: &str, seen: &[(&Exchange, bool)]) -> Draft {
    let refused = seen.iter().filter(|(_, refused)| *refused).count();
    let (severity, reason) =
        if refused > 0 { (Severity::Medium, "after-refusal") } else { (Severity::Low, "before-answer") };
    let hosts: Vec<String> = seen.iter().filter_map(|(e, _)| e.host()).collect();
    let runs = || seen.iter().filter_map(|(e, _)| e.run.as_ref());
    Draft::about(evidence, severity, id)
        .because(severity, &[reason])
        .with("refused", if refused > 0 { "yes" } else { "no" })
        .counted(seen.iter().filter(|(_, after)| *after || refused == 0).map(|(e, _)| *e))
        .with("hosts", list(hosts.iter().map(String::as_str)))
        .seen_in(runs())
}
