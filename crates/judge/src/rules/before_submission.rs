//! ## What it does
//! Reports that something typed went to a third party during the very step in which it was typed, before any button was
//! pressed.
//!
//! ## Why it matters
//! Nobody who starts to fill in a form has decided to send it; the person may correct, or leave. Collection that early
//! is neither expected nor necessary (GDPR art. 5(1)(a) and (c), 25) and reads from the device without consent (LEK
//! 9:28, PTS). Studies of such exfiltration found it on thousands of well-known sites.
//!
//! ## Example
//! Step `change #email` types the address; in the same step a request carries it to `forms.hscollectedforms.net`.
//!
//! ## Known misses
//! Scripts that wait for a click or for the page to close; sends that the browser reports only in a later step.

use crate::evidence::Evidence;
use crate::finding::{By, Draft, grouped, weigh};
use facts::{Canary, Severity, Sighting};
use std::collections::HashMap;

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let canaries: HashMap<&str, &Canary> = evidence.recording.canaries.iter().map(|c| (c.id.as_str(), c)).collect();
    let drafts = grouped(evidence, By::Identifier, |s| {
        canaries.get(s.person.as_str()).is_some_and(|c| while_typing(evidence, s, c))
    });
    let weighed = |draft: Draft| {
        let (severity, reasons) = weigh(evidence, &draft);
        draft.because(severity.max(Severity::Medium), &reasons)
    };
    drafts.into_iter().map(weighed).collect()
}

/// The step of the exchange itself counts, not the one filled in from the canary; and it must be one that only types.
fn while_typing(evidence: &Evidence<'_>, sighting: &Sighting, canary: &Canary) -> bool {
    let sent = evidence.exchange(sighting).and_then(|e| e.run.as_ref()).and_then(|r| r.step.as_deref());
    let types_only =
        |step: &str| ["change", "fill", "keyDown", "keyUp"].iter().any(|word| step.split(' ').next() == Some(word));
    sent.is_some_and(types_only) && sent == canary.step.as_deref()
}
