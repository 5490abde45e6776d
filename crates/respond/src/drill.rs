//! What a drill showed, from what was done in it and when.

use crate::case::{Act, Case, Duty, DutyState, Event, Text};
use jiff::Timestamp;
use serde::Serialize;

/// Schema `sluss/after-action/1`: the note after a drill. Words keys as in the timeline and the list of duties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AfterAction {
    pub schema: &'static str,
    pub case: String,
    pub title: String,
    /// When the drill's suspicion arose, on its own clock.
    pub suspected: Timestamp,
    pub steps: Vec<Step>,
    /// Duties with a clock, or left open.
    pub duties: Vec<Duty>,
    /// Deadlines that went by, also while nobody had decided whether the duty exists.
    pub missed: usize,
    pub open: usize,
    /// Required fields of the notification that had no answer at the end.
    pub gaps: Vec<String>,
    /// What people wrote down, in order: the lessons.
    pub notes: Vec<Text>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    pub act: &'static str,
    pub by: String,
    /// On the drill's own clock.
    pub at: Timestamp,
    /// Minutes since the suspicion.
    pub minutes: i64,
}

/// None unless the events are those of a drill. `real` is the real time.
pub fn after_action(events: &[Event], real: Timestamp) -> Option<AfterAction> {
    let case = Case::fold(events).filter(|case| case.exercise)?;
    let suspected = case.times.suspected.unwrap_or(case.opened);
    let counts = |d: &Duty| d.due.is_some() || d.state.is_open();
    let duties: Vec<Duty> = case.duties(real).into_iter().filter(counts).collect();
    let now = case.now(real);
    let missed = |d: &Duty| match d.state {
        DutyState::Missed | DutyState::DoneLate => true,
        DutyState::Ask => d.due.as_ref().is_some_and(|due| due.timestamp() < now),
        _ => false,
    };
    Some(AfterAction {
        schema: "sluss/after-action/1",
        case: case.id.clone(),
        title: case.title.clone(),
        suspected,
        steps: events.iter().filter(|e| !matches!(e.what, Act::MoveClock { .. })).map(|e| step(e, suspected)).collect(),
        missed: duties.iter().filter(|d| missed(d)).count(),
        open: duties.iter().filter(|d| d.state.is_open()).count(),
        duties,
        gaps: crate::notification(&case, now).gaps,
        notes: events.iter().filter_map(note).collect(),
    })
}

fn step(event: &Event, suspected: Timestamp) -> Step {
    let minutes = event.at.duration_since(suspected).as_mins();
    Step { act: event.act(), by: event.by.clone(), at: event.at, minutes }
}

fn note(event: &Event) -> Option<Text> {
    match &event.what {
        Act::Note { text } => Some(text.clone()),
        _ => None,
    }
}
