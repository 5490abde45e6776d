//! ## What it does
//! Reports that something typed went to a third party while the form was being filled in: in the step in which it was
//! typed or a later one, but before the step that presses something. What a script sends at a pace of its own, and what
//! therefore left only in the pressing step, counts too if it left before the form did, and the recipient's script hears
//! what is typed or the same place in it was seen sending while typing.
//!
//! ## Why it matters
//! Nobody who starts to fill in a form has decided to send it; the person may correct, or leave. Collection that early
//! is neither expected nor necessary (GDPR art. 5(1)(a) and (c), 25) and reads from the device without consent (LEK
//! 9:28, PTS; in Finland section 205 of the Act on Electronic Communications Services, Traficom). Studies of such
//! exfiltration found it on thousands of well-known sites.
//!
//! ## Example
//! Step `change #email` types the address; in the same step a request carries it to `forms.hscollectedforms.net`.
//!
//! ## Known misses
//! Scripts that wait for a click or for the page to close.

use crate::evidence::{Evidence, Sender};
use crate::finding::{By, Draft, grouped, weigh};
use facts::{Canary, Deed, Exchange, Part, Run, Severity, Sighting, Step};
use jiff::Timestamp;
use std::collections::{BTreeSet, HashMap};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let canaries: HashMap<&str, &Canary> = evidence.recording.canaries.iter().map(|c| (c.id.as_str(), c)).collect();
    let sent = |s: &Sighting| canaries.get(s.person.as_str()).map_or(Sent::Late, |c| sent(evidence, s, c));
    // A place in a script that sends while somebody types does not wait for the click.
    let early = evidence.personal().filter(|(_, s)| sent(s) == Sent::WhileTyping);
    let places: BTreeSet<_> = early.filter_map(|(_, s)| place(s)).collect();
    let hearing = evidence.recording.behaviours.iter().filter(|b| b.what == Deed::KeyListener);
    let hearing: BTreeSet<String> = hearing.filter_map(|b| evidence.owner(b)).map(|owner| owner.id).collect();
    let hears = |s: &Sighting| {
        evidence.sender(s) == Some(Sender::Recipient) && s.recipient.as_ref().is_some_and(|r| hearing.contains(r))
    };
    let drafts = grouped(evidence, By::Identifier, |s| match sent(s) {
        Sent::WhileTyping => true,
        Sent::WhilePressing => hears(s) || place(s).is_some_and(|p| places.contains(&p)),
        Sent::Late => false,
    });
    let weighed = |draft: Draft| {
        let (severity, reasons) = weigh(evidence, &draft);
        draft.because(severity.max(Severity::Medium), &reasons)
    };
    drafts.into_iter().map(weighed).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sent {
    WhileTyping,
    /// In the step that presses something, before the service itself got anything.
    WhilePressing,
    Late,
}

/// By the order of the run's steps. The step of the exchange or message itself counts, not the one filled in from the
/// canary.
fn sent(evidence: &Evidence<'_>, sighting: &Sighting, canary: &Canary) -> Sent {
    let Some((exchange, run)) = evidence.exchange(sighting).and_then(|e| Some((e, e.run.as_ref()?))) else {
        return Sent::Late;
    };
    let message = sighting.part == Part::Frame && !exchange.sent.is_empty();
    let (step, at) = if message { (&sighting.step, sighting.at) } else { (&run.step, exchange.at) };
    let (Some(step), Some(typed)) = (step.as_deref(), canary.step.as_deref()) else { return Sent::Late };
    if step == typed && presses_nothing(step) {
        return Sent::WhileTyping;
    }
    let same = |r: &&Run| r.journey == run.journey && r.consent == run.consent;
    let here = canary.journey == run.journey && canary.consent == run.consent;
    let Some(whole) = evidence.recording.runs.iter().find(same).filter(|_| here) else { return Sent::Late };
    let Some(typed) = whole.steps.iter().position(|s| s.name == typed) else { return Sent::Late };
    let after = &whole.steps[typed..];
    let pressed = after.iter().position(|s| !presses_nothing(&s.name));
    // A step's own time is when it ended; the same step may come twice, and one that is over at once has no row.
    let by_then = |s: &Step| at.zip(s.at).is_none_or(|(sent, end)| sent <= end);
    let left = after.iter().position(|s| s.name == step && by_then(s));
    let between = || presses_nothing(step) && pressed.is_none_or(|p| by_then(&after[p]));
    match (left, pressed) {
        (None, _) if between() => Sent::WhileTyping,
        (Some(_), None) => Sent::WhileTyping,
        (Some(left), Some(pressed)) if left < pressed => Sent::WhileTyping,
        (Some(left), Some(pressed)) if left == pressed && !submitted(evidence, exchange, step, at) => {
            Sent::WhilePressing
        }
        _ => Sent::Late,
    }
}

/// Whether the service itself had got something in this step by then.
fn submitted(evidence: &Evidence<'_>, exchange: &Exchange, step: &str, at: Option<Timestamp>) -> bool {
    let run = |e: &Exchange| {
        let same =
            e.run.as_ref().zip(exchange.run.as_ref()).is_some_and(|(a, b)| {
                a.journey == b.journey && a.consent == b.consent && a.step.as_deref() == Some(step)
            });
        same && e.host().is_some() && evidence.who.recipient_of(e).is_none()
    };
    let own = evidence.recording.exchanges.iter().filter(|e| run(e)).filter_map(|e| e.at).min();
    own.is_some_and(|own| at.is_none_or(|at| at >= own))
}

/// Who sends it to whom, as long as the script stays the same.
fn place(sighting: &Sighting) -> Option<(&str, &str)> {
    Some((sighting.recipient.as_deref()?, sighting.initiator.as_deref()?))
}

/// Steps that type, look or wait; Enter sends a form.
fn presses_nothing(step: &str) -> bool {
    let quiet = [
        "change",
        "emulateNetworkConditions",
        "fill",
        "keyDown",
        "keyUp",
        "hover",
        "scroll",
        "setViewport",
        "waitForElement",
        "waitForExpression",
    ];
    step.split(' ').next().is_some_and(|word| quiet.contains(&word)) && !step.ends_with(" Enter")
}
