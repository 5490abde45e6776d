//! ## What it does
//! Reports identifiers that went to a third party although the visitor had refused, where the declaration makes consent
//! a condition or the recipient is an advertising, analytics, replay or marketing vendor. Always of high severity.
//!
//! ## Why it matters
//! A choice that is offered and then ignored is worse than none: it lacks a legal basis (GDPR art. 6, 7(3)), misleads
//! (art. 5(1)(a)) and breaks LEK 9:28 (ePrivacy art. 5(3); PTS in Sweden, Traficom in Finland).
//!
//! ## Example
//! Journey run with consent `reject`; the request to the vendor still carries the hash of the typed address.
//!
//! ## Known misses
//! Dialogs the audit could not answer; the run then says so in its steps and gaps.

use super::before_consent::needs_consent;
use crate::evidence::Evidence;
use crate::finding::{By, Draft, grouped, weigh};
use facts::{Consent, Severity};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let refused = grouped(evidence, By::Role, |s| s.consent == Some(Consent::Reject) && needs_consent(evidence, s));
    let weighed = |draft: Draft| {
        let (_, reasons) = weigh(evidence, &draft);
        draft.because(Severity::High, &reasons)
    };
    refused.into_iter().map(weighed).collect()
}
