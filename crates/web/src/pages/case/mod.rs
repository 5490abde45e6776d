//! One breach case: clock, what to do next, times, facts, assessment, conclusions, notification, history.

mod acts;
mod assessment;
mod facts;
mod history;
mod notification;
mod show;
mod steps;

pub use steps::{Step, steps};

use crate::clock::{self, Clock};
use crate::oops::Oops;
use crate::session::Here;
use crate::site::Site;
use ::facts::Lang;
use axum::Router;
use axum::extract::Path;
use axum::response::Redirect;
use axum::routing::{get, post};
use register::Stored;
use respond::{About, Answer, Case, Risk};
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/cases/{id}", get(show::show))
        .route("/cases/{id}/facts", get(facts::ask).post(facts::save))
        .route("/cases/{id}/aware", post(acts::aware).get(back))
        .route("/cases/{id}/conclude", post(acts::conclude).get(back))
        .route("/cases/{id}/no-breach", post(acts::no_breach).get(back))
        .route("/cases/{id}/filed", post(acts::filed).get(back))
        .route("/cases/{id}/note", post(acts::note).get(back))
        .route("/cases/{id}/item", post(acts::item).get(back))
        .route("/cases/{id}/notification", get(notification::preview))
        .route("/cases/{id}/notification/{file}", get(notification::pdf))
}

/// Where a refused form was shown, a reload or a change of language asks for its address.
async fn back(_: Here, Path(id): Path<String>) -> Redirect {
    Redirect::to(&format!("/cases/{id}"))
}

/// Every case, the one changed last first.
pub async fn every(site: &Site) -> Result<Vec<Stored>, Oops> {
    Ok(site.db.cases().await?)
}

/// Cases that somebody still has to do something about.
pub async fn open(site: &Site) -> Result<Vec<Stored>, Oops> {
    Ok(every(site).await?.into_iter().filter(|c| is_open(&c.case)).collect())
}

pub async fn one(site: &Site, id: &str) -> Result<Stored, Oops> {
    site.db.case(id).await?.ok_or(Oops::NotFound)
}

/// The case that holds a finding, if any.
pub async fn holding(site: &Site, finding: &str) -> Result<Option<String>, Oops> {
    Ok(site.db.cases_of_finding(finding).await?.pop())
}

pub fn is_open(case: &Case) -> bool {
    case.closed.is_none() && case.no_breach.is_none()
}

pub fn clock(here: &Here, case: &Case) -> Clock {
    let answer = case.deadline();
    let concluded = case.conclusion(About::Authority).is_some_and(|c| !c.duty);
    let state = clock::State {
        answer: answer.as_ref(),
        filed: case.filings.first().map(|f| f.sent),
        no_duty: concluded || case.no_breach.is_some(),
    };
    clock::clock(&here.f, &state, here.now)
}

/// The organisation's own reference, else the id.
pub fn reference(case: &Case) -> &str {
    if case.reference.is_empty() { &case.id } else { &case.reference }
}

/// Where the case stands, as a word: `web-case-state-<word>`.
pub fn state(case: &Case) -> &'static str {
    let concluded = [About::Authority, About::People].iter().all(|a| case.conclusion(*a).is_some());
    match case {
        c if c.no_breach.is_some() => "dismissed",
        c if c.closed.is_some() => "closed",
        c if !c.filings.is_empty() => "filed",
        _ if concluded => "concluded",
        c if c.times.aware.is_some() => "open",
        _ => "suspected",
    }
}

pub fn risk(risk: Risk) -> &'static str {
    match risk {
        Risk::Unlikely => "unlikely",
        Risk::Risk => "risk",
        Risk::High => "high",
        Risk::Undetermined => "undetermined",
    }
}

/// `web-duty-<word>`.
pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Ask => "ask",
    }
}

/// `sv.pdf` asks for the Swedish one.
fn language(file: &str) -> Option<Lang> {
    let tag = file.strip_suffix(".pdf")?;
    Lang::ALL.into_iter().find(|l| l.tag() == tag)
}
