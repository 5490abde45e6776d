//! ## What it does
//! Reports an identifier of a person that reached a third party although the declaration does not allow that recipient
//! to get that kind of data from that zone. Without a declaration nothing is allowed, and every identifier is reported.
//! Hashed and encoded values count as well as plain ones: the recipient compares hashes of its own members.
//!
//! ## Why it matters
//! Each transfer is processing that needs a purpose and a legal basis (GDPR art. 5(1)(b) and 6), must be known to the
//! controller (art. 5(2), 24) and kept under control by security measures (art. 32). In IMY-2022-3822 the fault was not
//! the pixel as such but that nobody had a routine that would have shown what it sent. A transfer that was never
//! intended is a possible personal data breach (art. 4(12), 33).
//!
//! ## Example
//! The zone `caregiver side` allows `meta` the data `page` and `event`. The request to `/tr/` carries
//! `udff[ph]=<sha256>`, the number typed into `#recipient-phone`.
//!
//! Cure: turn the collection off where it is configured, or, if the transfer is meant, assess it and write it into the
//! declaration: `data = ["page", "event", "phone"]`. A password is always grave, hashed or not, and cannot be declared.
//!
//! Severity is high for what singles a person out and is not hashed, is somebody else's, came after a refusal or from a zone
//! that allows nobody; medium for what does not single anybody out but is so, and for what is hashed; low for the rest. What
//! may be chance is medium at most where it can be read, and low where it is hashed. What the visitor typed into a form of
//! the recipient's own, in its frame, counts as hashed does: whoever is given it is meant to read it. The name of a chosen file does
//! not single anybody out; the file itself is told where what it holds was seen.
//!
//! ## Known misses
//! Identifiers that no canary was typed for (an address the service already knew); values encrypted with a key that
//! only the vendor has; data a recipient passes on between servers.

use crate::evidence::Evidence;
use crate::finding::{By, Draft, grouped, weigh};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let drafts = grouped(evidence, By::Identifier, |s| !evidence.permits(s));
    drafts.into_iter().map(|draft| explain(evidence, draft)).collect()
}

fn explain(evidence: &Evidence<'_>, draft: Draft) -> Draft {
    let sighting = &evidence.sightings[draft.sightings[0]];
    let reason = match (evidence.policy.is_declared(), evidence.zone(sighting), evidence.allowed(sighting)) {
        (false, ..) => "no-declaration",
        (_, None, _) => "no-zone",
        (_, Some(_), None) => "not-listed",
        (_, Some(_), Some(_)) => "not-this-data",
    };
    let (severity, reasons) = weigh(evidence, &draft);
    draft.because(severity, &reasons).with("reason", reason)
}
