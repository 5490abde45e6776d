//! ## What it does
//! Reports a third party that got any request, identifier or not, although the visitor had refused, or before the
//! visitor had answered. It looks at those that need consent: the declaration says so (`consent = "accept"`), or the
//! recipient is an advertising, analytics, replay or marketing vendor.
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
//! Requests sent while the dialog was being answered count for neither side. Where the dialog could not be answered, the
//! run is taken as one without an answer.

use crate::evidence::Evidence;
use crate::finding::{Draft, list};
use facts::{Consent, Exchange, Recording, Severity};
use jiff::Timestamp;
use std::collections::BTreeMap;

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let answers = answers(evidence.recording);
    let mut found: BTreeMap<String, Vec<(&Exchange, bool)>> = BTreeMap::new();
    for (exchange, recipient) in evidence.third_party() {
        let declared = evidence.policy.zones.iter().filter_map(|z| z.allowed(&recipient.id));
        if !recipient.tracks() && declared.into_iter().all(|a| a.consent != Some(Consent::Accept)) {
            continue;
        }
        if let Some(refused) = against(exchange, &answers) {
            found.entry(recipient.id).or_default().push((exchange, refused));
        }
    }
    found.into_iter().map(|(id, seen)| draft(evidence, &id, &seen)).collect()
}

/// When the dialog was answered, by journey and consent; runs whose dialog was not found are left out.
fn answers(recording: &Recording) -> BTreeMap<(&str, Consent), Timestamp> {
    let unanswered =
        |consent: Consent| recording.gaps.iter().any(|g| g.what.starts_with(&format!("{} of consent", consent.word())));
    let runs = recording.runs.iter().filter(|r| r.consent != Consent::None && !unanswered(r.consent));
    let answered = runs.filter_map(|run| {
        let name = format!("consent {}", run.consent.word());
        let step = run.steps.iter().find(|s| s.name == name && s.ok)?;
        Some(((run.journey.as_str(), run.consent), step.at?))
    });
    answered.collect()
}

/// Whether it went against a refusal (`true`) or came before any answer (`false`); none where consent was given, or
/// during the answer itself.
fn against(exchange: &Exchange, answers: &BTreeMap<(&str, Consent), Timestamp>) -> Option<bool> {
    let run = exchange.run.as_ref()?;
    let answering = run.step.as_deref() == Some(&format!("consent {}", run.consent.word()));
    let Some(answered) = answers.get(&(run.journey.as_str(), run.consent)) else {
        return (!answering).then_some(false);
    };
    match (exchange.at? > *answered, run.consent) {
        _ if answering => None,
        (true, Consent::Reject) => Some(true),
        (true, _) => None,
        (false, _) => Some(false),
    }
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
        .with("count", if refused > 0 { refused } else { seen.len() }.to_string())
        .with("hosts", list(hosts.iter().map(String::as_str)))
        .with("journeys", list(runs().map(|r| r.journey.as_str())))
        .with("consents", list(runs().map(|r| r.consent.word())))
}
