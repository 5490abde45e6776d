//! What a drill showed: who did what after how long, what was missed, what people wrote down.

use super::history::text;
use super::overview::duty_title;
use super::view::{Head, Tab, View};
use crate::form::Left;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::page;
use crate::session::Here;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::SignedDuration;
use respond::{DutyState, Event};

#[derive(Template)]
#[template(path = "after-action.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    missed: usize,
    open: usize,
    steps: Vec<Step>,
    /// Duty, state, whether it was too late.
    duties: Vec<(String, String, bool)>,
    gaps: Vec<String>,
    notes: Vec<String>,
}

struct Step {
    after: String,
    what: String,
    by: String,
}

pub async fn after_action(here: Here, Path(id): Path<String>) -> Result<Response, Oops> {
    let view = View::new(&here, &id, Left::default()).await?;
    let happened = here.site.db.history(&id).await?;
    let events: Vec<Event> = happened.into_iter().filter_map(|h| h.event.ok()).collect();
    let note = respond::after_action(&events, here.now).ok_or(Oops::NotFound)?;
    let f = &here.f;
    let step = |s: &respond::Step| Step {
        after: f.duration(SignedDuration::from_mins(s.minutes)),
        what: f.code("respond-act", s.act),
        by: view.names.of(f, &s.by),
    };
    let late = |state| matches!(state, DutyState::Missed | DutyState::DoneLate);
    let state = |d: &respond::Duty| f.code("respond-duty-state", super::overview::state_word(d.state));
    page(&Show {
        f,
        c: view.head(Tab::Overview),
        missed: note.missed,
        open: note.open,
        steps: note.steps.iter().map(step).collect(),
        duties: note.duties.iter().map(|d| (duty_title(f, view.case(), d), state(d), late(d.state))).collect(),
        gaps: note.gaps.iter().map(|id| f.code("respond-field", id)).collect(),
        notes: note.notes.iter().map(|n| text(f, n)).collect(),
    })
}
