//! ## What it does
//! Reports a script of a third party that read the value of form fields or listened to keys, whether or not anything was
//! seen to leave. It is silent where the declaration lets that recipient have identifiers from these pages. What happened in a
//! frame of somebody else (a chat, a payment) counts only where the audit typed something into that frame, and the finding says
//! whose frame it was: a visitor types there too. A partner's frame in which nobody types is the partner's own affair.
//!
//! ## Why it matters
//! Reading is the step before sending, and what is sent may be encrypted, delayed or sampled. Access to what people type
//! is access to personal data that has to be necessary and known (GDPR art. 5(1)(c), 25, 32) and reads from the
//! visitor's device (LEK 9:28, ePrivacy art. 5(3)).
//!
//! ## Example
//! `https://connect.facebook.net/signals/config/…:12:7` reads `#recipient-phone`; a replay's script hangs on
//! `document keyup`.
//!
//! Severity is medium for advertising, analytics, session replay and marketing vendors and in zones that allow nobody,
//! else low.
//!
//! ## Known misses
//! Scripts copied onto the service's own hosts; libraries of delivery networks, which work for whoever includes them;
//! listeners that every framework hangs on the whole page look like those of a key logger.

use crate::evidence::Evidence;
use crate::finding::{Draft, list};
use crate::vendors::Recipient;
use declare::DATA_WORDS;
use facts::{Behaviour, Deed, Severity};
use std::collections::BTreeMap;

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let mut found: BTreeMap<_, (Recipient, Vec<&Behaviour>)> = BTreeMap::new();
    for deed in evidence.recording.behaviours.iter().filter(|b| b.what != Deed::StorageWrite) {
        let Some(recipient) = evidence.owner(deed) else { continue };
        if evidence.frame_of_others(deed).is_some_and(|frame| !evidence.typed_into(frame)) {
            continue;
        }
        let zone = deed.page.as_deref().and_then(|p| evidence.policy.zone(p));
        let allowed = zone.and_then(|z| z.allowed(&recipient.id));
        if allowed.is_some_and(|a| a.data.iter().any(|d| !DATA_WORDS.contains(&d.as_str()))) {
            continue;
        }
        let key = (recipient.id.clone(), zone.map(|z| z.name.as_str()));
        found.entry(key).or_insert_with(|| (recipient, Vec::new())).1.push(deed);
    }
    found.into_iter().map(|((_, zone), (recipient, deeds))| draft(evidence, &recipient, zone, &deeds)).collect()
}

fn draft(evidence: &Evidence<'_>, recipient: &Recipient, zone: Option<&str>, deeds: &[&Behaviour]) -> Draft {
    let closed = evidence.policy.zones.iter().any(|z| Some(z.name.as_str()) == zone && z.recipients.is_empty());
    let reasons: Vec<&str> = [(closed, "closed-zone"), (recipient.tracks(), "tracker")]
        .into_iter()
        .filter_map(|(yes, reason)| yes.then_some(reason))
        .collect();
    let severity = if reasons.is_empty() { Severity::Low } else { Severity::Medium };
    let fields = |what: Deed| list(deeds.iter().filter(|d| d.what == what).map(|d| d.field.as_str()));
    let (read, heard) = (fields(Deed::FieldRead), fields(Deed::KeyListener));
    let how = match (read.is_empty(), heard.is_empty()) {
        (false, true) => "reads",
        (true, false) => "hears",
        _ => "both",
    };
    let frames: Vec<&str> = deeds.iter().filter_map(|d| evidence.frame_of_others(d)).collect();
    let frames = list(frames.iter().map(|f| f.split(['?', '#']).next().unwrap_or(f)));
    Draft::about(evidence, severity, &recipient.id)
        .in_zone(zone)
        .because(severity, &reasons)
        .seen_in(deeds.iter().filter_map(|d| d.run.as_ref()))
        .with("listens", how)
        .with("fields", list([read.as_str(), heard.as_str()].into_iter()))
        .with("framed", if frames.is_empty() { "no" } else { "yes" })
        .with("frames", frames)
        .with("initiator", deeds[0].script.clone())
}
