//! A case told by time: what happened when, and which deadlines followed from it.

use super::{Act, Case, Duty, Event, FilingKind};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// One line of the story. No sentence and no text about persons: words key `respond-act-<act>-<kind>`, `respond-act-<act>`
/// or `respond-duty-<act>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// When the thing happened or falls due, not when it was recorded.
    pub at: Timestamp,
    pub act: String,
    /// Which of its kind: a filing's `complete`, `incomplete`, `follow-up`, `withdrawal`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<FilingKind>,
    /// What it is about: recipient, measure, authority, outcome.
    pub about: String,
    /// A deadline, not a happening.
    pub due: bool,
    /// Nobody said when: see [`super::Times::presumed`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub presumed: bool,
}

/// Everything that happened, and the deadlines of the case as it is at `now`, in order.
pub fn timeline(events: &[Event], now: Timestamp) -> Vec<Line> {
    let struck = super::struck(events);
    let kept = events.iter().enumerate().filter(|(n, _)| !struck.contains(&(n + 1)));
    let mut lines: Vec<Line> = kept.map(|(_, event)| Line::of(event)).collect();
    let case = Case::fold(events);
    lines.extend(case.iter().flat_map(begun));
    let duties = case.map(|c| c.duties(now)).unwrap_or_default();
    lines.extend(duties.iter().filter_map(Line::deadline));
    lines.sort_by_key(|line| line.at);
    lines
}

fn begun(case: &Case) -> Vec<Line> {
    let line = |act: &str, at: Timestamp| Line {
        at,
        act: act.to_owned(),
        kind: None,
        about: String::new(),
        due: false,
        presumed: false,
    };
    let occurred = &case.times.occurred;
    let begin = occurred.start().map(|at| line("began", at));
    let suspected = case.times.suspected.map(|at| Line { presumed: case.times.presumed, ..line("suspected", at) });
    begin.into_iter().chain(suspected).chain(occurred.end().map(|at| line("ended", at))).collect()
}

impl Line {
    /// One event as a line.
    pub fn of(event: &Event) -> Self {
        let (at, about) = event.what.happened(event.at);
        let kind = if let Act::File { kind, .. } = event.what { Some(kind) } else { None };
        Self { at, act: event.act().to_owned(), kind, about, due: false, presumed: false }
    }

    fn deadline(duty: &Duty) -> Option<Self> {
        let at = duty.due?.timestamp();
        Some(Self { at, act: duty.id.clone(), kind: None, about: duty.about.clone(), due: true, presumed: false })
    }
}

impl Act {
    /// When it happened (as far as the act says so, else when it was recorded), and what it is about.
    fn happened(&self, recorded: Timestamp) -> (Timestamp, String) {
        let noon = |day: jiff::civil::Date| {
            TimeZone::UTC.to_ambiguous_zoned(day.at(12, 0, 0, 0)).later().map_or(recorded, |z| z.timestamp())
        };
        match self {
            Self::SetAware { aware, .. } => (*aware, String::new()),
            Self::File { sent, authority, .. } => (*sent, authority.clone()),
            Self::TellController { told, controller } => (*told, controller.clone()),
            Self::Communicate { sent, .. } => (*sent, String::new()),
            Self::AddMeasure { id, .. } => (recorded, id.clone()),
            Self::DoMeasure { id, done, .. } => (*done, id.clone()),
            Self::RequestErasure { recipient, sent, .. } => (*sent, recipient.clone()),
            Self::AnswerErasure { recipient, answered, .. } => (*answered, recipient.clone()),
            Self::Asked { received, reference, .. } => (*received, reference.clone()),
            Self::Answered { sent, reference, .. } => (*sent, reference.clone()),
            Self::Decided { decided, outcome, .. } => (noon(*decided), outcome.clone()),
            Self::SetItem { item, .. } => (recorded, item.clone()),
            Self::Report { sent, regime, stage, .. } => (*sent, format!("{regime}/{stage}")),
            Self::ReachHeldBack { sent, .. } => (*sent, String::new()),
            Self::SetController { controller, .. } => (recorded, controller.clone()),
            Self::SetRegimes { regimes, .. } => (recorded, regimes.join(", ")),
            Self::EscalateErasure { recipient, .. } => (recorded, recipient.clone()),
            Self::Exempt { ground, .. } => (recorded, format!("{ground:?}").to_lowercase()),
            Self::Weigh { letter, .. } => (recorded, letter.clone()),
            Self::Strike { entry, .. } => (recorded, entry.to_string()),
            Self::Attach { name, .. } => (recorded, name.clone()),
            _ => (recorded, String::new()),
        }
    }
}
