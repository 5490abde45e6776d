//! ## What it does
//! Reports typed text that a session replay vendor received readable.
//!
//! ## Why it matters
//! A replay is a film of the visit. Without masking it holds everything typed, also what was deleted again, and anyone
//! at the customer with access can watch it (GDPR art. 5(1)(c), 25(2), 32). Masking is a switch at each of these vendors.
//!
//! ## Example
//! A frame to `wss://…hotjar.com` holds the canary typed into `#email` as it is.
//!
//! ## Known misses
//! Frames in binary formats that the detection cannot open; text drawn on a canvas.

use crate::evidence::{Evidence, disguise};
use crate::finding::{By, Draft, grouped, weigh};
use facts::Severity;

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let replay = grouped(evidence, By::Identifier, |s| {
        disguise(s) != "hashed" && evidence.vendor(s).is_some_and(|v| v.category == "session-replay")
    });
    let weighed = |draft: Draft| {
        let (severity, reasons) = weigh(evidence, &draft);
        draft.because(severity.max(Severity::Medium), &reasons)
    };
    replay.into_iter().map(weighed).collect()
}
