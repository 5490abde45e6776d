//! Where a request stood towards the visitor's answer to the consent dialog.

use facts::{Consent, Exchange, Recording, RunRef};
use std::collections::BTreeMap;

/// What the visitor had said when a request left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// Nothing yet, or no dialog was found to say it in.
    Unanswered,
    Refused,
    Accepted,
    /// The request left while the dialog was being answered: it counts for no side.
    Answering,
}

/// When the dialog was answered, by journey and consent; runs whose dialog was not found are left out.
pub struct Answers<'a>(BTreeMap<(&'a str, Consent), jiff::Timestamp>);

impl<'a> Answers<'a> {
    pub fn of(recording: &'a Recording) -> Self {
        let unanswered = |consent: Consent| {
            recording.gaps.iter().any(|g| g.what.starts_with(&format!("{} of consent", consent.word())))
        };
        let runs = recording.runs.iter().filter(|r| r.consent != Consent::None && !unanswered(r.consent));
        let answered = runs.filter_map(|run| {
            let name = step(run.consent);
            let step = run.steps.iter().find(|s| s.name == name && s.ok)?;
            Some(((run.journey.as_str(), run.consent), step.at?))
        });
        Self(answered.collect())
    }

    /// Whether the service asks for consent at all: a dialog was answered in some run.
    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// None where the exchange belongs to no run or has no time.
    pub fn stance(&self, exchange: &Exchange) -> Option<Stance> {
        let run = exchange.run.as_ref()?;
        self.then(run, run.step.as_deref(), exchange.at)
    }

    /// Of something that left in a run, in this step at this time.
    pub fn then(&self, run: &RunRef, in_step: Option<&str>, at: Option<jiff::Timestamp>) -> Option<Stance> {
        if in_step == Some(&step(run.consent)) {
            return Some(Stance::Answering);
        }
        let Some(answered) = self.0.get(&(run.journey.as_str(), run.consent)) else {
            return Some(Stance::Unanswered);
        };
        Some(match at? > *answered {
            false => Stance::Unanswered,
            true if run.consent == Consent::Reject => Stance::Refused,
            true => Stance::Accepted,
        })
    }
}

fn step(consent: Consent) -> String {
    format!("consent {}", consent.word())
}
