//! ## What it does
//! Reports identifiers that went to a third party although the visitor had refused, where the declaration makes consent
//! a condition, the recipient is an advertising, analytics, replay or marketing vendor or a customer data platform, the
//! value stood in a recording of the visit, whoever makes it, or nobody knows what the recipient is for: neither the
//! declaration nor the vendor tables. Always of high severity, but medium for the unknown.
//!
//! ## Why it matters
//! A choice that is offered and then ignored is worse than none: it lacks a legal basis (GDPR art. 6, 7(3)), misleads
//! (art. 5(1)(a)) and breaks LEK 9:28 (ePrivacy art. 5(3); PTS in Sweden, Traficom in Finland).
//!
//! ## Example
//! Journey run with consent `reject`; the request to the vendor still carries the hash of the typed address.
//!
//! ## Known misses
//! Dialogs the audit could not answer, and what left while it was being answered; the run then says so in its steps and
//! gaps.

use crate::evidence::Evidence;
use crate::finding::{By, Draft, grouped, weigh};
use crate::stance::Stance;
use facts::{Severity, Sighting};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let against = |s: &Sighting| evidence.stance(s) == Some(Stance::Refused);
    let drafts =
        grouped(evidence, By::Role, |s| against(s) && (evidence.needs_consent(s) || evidence.is_unexplained(s)));
    let weighed = |draft: Draft| {
        let needs = draft.sightings.iter().any(|i| evidence.needs_consent(&evidence.sightings[*i]));
        let (_, reasons) = weigh(evidence, &draft);
        draft.because(if needs { Severity::High } else { Severity::Medium }, &reasons)
    };
    drafts.into_iter().map(weighed).collect()
}
