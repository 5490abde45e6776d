//! ## What it does
//! Reports identifiers that went to a third party while the visitor had not yet answered the consent dialog, in whichever run, where the
//! declaration makes consent a condition, the recipient is an advertising, analytics, replay or marketing vendor, the
//! recipient is a customer data platform, or the value stood in a recording of the visit, whoever makes it. Where the service asks for consent, a third party of which nobody says what it is for counts
//! as one of those, unless the visitor filled in a form of its own.
//!
//! ## Why it matters
//! Reading from the visitor's device for anything but what they asked for needs consent first (LEK 9:28, ePrivacy art.
//! 5(3); in Sweden supervised by PTS, not IMY; in Finland section 205 of the Act on Electronic Communications Services,
//! Traficom). What follows on the server side needs its own basis under GDPR art. 6; consent has to be given before
//! (art. 4(11), 7).
//!
//! ## Example
//! Journey run with consent `none`; the pixel sends `udff[em]` while the dialog is still on the screen.
//!
//! Severity is at most medium for a third party of which nobody says what it is for.
//!
//! ## Known misses
//! Consent stored by other means than a dialog; recipients of categories the tables do not know.

use crate::evidence::Evidence;
use crate::finding::{By, Draft, grouped, weigh};
use crate::stance::Stance;
use facts::{Consent, Severity, Sighting};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let early = |s: &Sighting| s.consent == Some(Consent::None) || evidence.stance(s) == Some(Stance::Unanswered);
    let unknown = |s: &Sighting| evidence.answers.any() && evidence.is_unexplained(s);
    let drafts = grouped(evidence, By::Role, |s| early(s) && (evidence.needs_consent(s) || unknown(s)));
    // A service that no run could answer, although some tried, asks for nothing.
    let tried = evidence.recording.runs.iter().any(|r| r.consent != Consent::None);
    let asked = match (evidence.answers.any(), tried) {
        (true, _) => "yes",
        (false, true) => "no",
        (false, false) => "unknown",
    };
    let weighed = |draft: Draft| {
        let needs = draft.sightings.iter().any(|i| evidence.needs_consent(&evidence.sightings[*i]));
        let most = if needs { Severity::High } else { Severity::Medium };
        let (severity, reasons) = weigh(evidence, &draft);
        draft.because(severity.clamp(Severity::Medium, most), &reasons).with("asked", asked)
    };
    drafts.into_iter().map(weighed).collect()
}
