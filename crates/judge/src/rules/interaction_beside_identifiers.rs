//! ## What it does
//! Reports that a request which carried an identifier also told what the person was doing: the event, the text of the
//! button, the address or title of the page. Silent where the declaration lets `page`, `event` and these identifiers go
//! to that recipient from that zone, and the visitor's answer to the consent dialog was kept to.
//!
//! ## Why it matters
//! Together they make a record of a person's behaviour. IMY-2022-3822 lists exactly these: button clicks, events and
//! page openings beside hashed addresses. On a page about care or debts the page's name is the sensitive part (GDPR
//! art. 9, recital 51), and the assessment of a breach has to count it (art. 33(3)(a)).
//!
//! ## Example
//! `ev=SubscribedButtonClick`, `cd[buttonText]=Send invitation` and `dl=https://…/invite` beside `udff[ph]`.
//!
//! ## Known misses
//! Vendors whose keys for events the tables do not list; bodies that are neither urlencoded, multipart nor JSON (packed
//! with gzip or not).

use crate::evidence::Evidence;
use crate::finding::{By, Draft, grouped, list};
use crate::parameters::parameters;
use crate::stance::Stance;
use facts::{Consent, Severity, Sighting};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let drafts = grouped(evidence, By::Role, |s| !is_declared(evidence, s) && !beside(evidence, s).is_empty());
    drafts.into_iter().map(|draft| explain(evidence, draft)).collect()
}

/// Whether all of it may go there: the identifier, and what is told beside it.
fn is_declared(evidence: &Evidence<'_>, sighting: &Sighting) -> bool {
    let Some(allowed) = evidence.allowed(sighting) else { return false };
    let told = ["page", "event"].iter().all(|word| allowed.data.iter().any(|d| d == word));
    let unasked = sighting.consent == Some(Consent::None)
        || matches!(evidence.stance(sighting), Some(Stance::Unanswered | Stance::Refused));
    told && evidence.permits(sighting) && !(unasked && evidence.needs_consent(sighting))
}

fn beside(evidence: &Evidence<'_>, sighting: &Sighting) -> Vec<String> {
    let (Some(vendor), Some(exchange)) = (evidence.vendor(sighting), evidence.exchange(sighting)) else {
        return Vec::new();
    };
    let told = parameters(exchange).into_iter().filter(|(k, v)| !v.is_empty() && vendor.tells_interaction(k));
    told.map(|(k, _)| k).collect()
}

fn explain(evidence: &Evidence<'_>, draft: Draft) -> Draft {
    let keys: Vec<String> = draft.sightings.iter().flat_map(|i| beside(evidence, &evidence.sightings[*i])).collect();
    let keys = list(keys.iter().map(String::as_str));
    let closed = evidence.zone(&evidence.sightings[draft.sightings[0]]).is_some_and(|z| z.recipients.is_empty());
    let (severity, reasons): (_, &[&str]) =
        if closed { (Severity::Medium, &["closed-zone"]) } else { (Severity::Low, &[]) };
    draft.because(severity, reasons).with("interaction", keys)
}
