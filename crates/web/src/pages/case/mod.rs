//! One breach case: a page that leads with the clock and what to do next, and one page for each kind of work.

mod assessment;
mod authority;
mod drill;
mod event;
mod facts;
mod files;
mod filing;
pub mod forms;
mod history;
mod letter;
mod measures;
mod notification;
mod overview;
mod people;
mod steps;
mod take;
mod view;

pub use history::bundle;
pub use steps::{Step, Todo, steps, todos};
pub use view::Tab;

use crate::clock::{self, Clock};
use crate::oops::Oops;
use crate::session::Here;
use crate::site::Site;
use ::facts::Lang;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use register::Stored;
use respond::{About, Answer, Case, Risk};
use std::sync::Arc;

/// What the settings may allow at most for a file, and some room for what is written beside it.
const LARGEST_FORM: usize = (respond::Files::LIMIT as usize + 1) << 20;

pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/cases/{id}", get(view::overview))
        .route("/cases/{id}/{name}", get(view::tab).post(take::act))
        .route("/cases/{id}/facts", get(facts::ask).post(facts::save))
        .route("/cases/{id}/facts/{group}", get(facts::ask_group).post(facts::save_group))
        .route("/cases/{id}/communicate", post(people::sent).get(people::back))
        .route("/cases/{id}/letters/{number}/{file}", get(people::letter_file))
        .route("/cases/{id}/exemption/{file}", get(people::exemption_paper))
        .route("/cases/{id}/after-action", get(drill::after_action))
        .route("/cases/{id}/destroy", post(history::destroy).get(history::back))
        .route("/cases/{id}/attach", post(files::attach).get(history::back).layer(DefaultBodyLimit::max(LARGEST_FORM)))
        .route("/cases/{id}/controllers", post(event::open).get(event::back))
        .route("/cases/{id}/export", get(history::export))
        .route("/cases/{id}/notification/{file}", get(notification::pdf))
        .route("/cases/{id}/order/{form}", get(notification::in_order))
        .route("/cases/{id}/filings/{number}", get(filing::show))
        .route("/cases/{id}/files/{digest}", get(files::file))
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
    let several = case.notified_each().len() > 1;
    let state = clock::State {
        answer: answer.as_ref(),
        filed: case.filed(),
        next: case.next_authority().filter(|_| several).map(|a| a.name_in(here.f.words.lang().tag())),
        no_duty: case.answer(About::Authority) == Answer::No,
        untold: case.is_untold(),
        dismissed: case.no_breach.is_some() && case.notified().is_empty(),
        processor: case.is_processors().then(|| clock::Told {
            aware: case.times.aware.is_some(),
            all: case.is_answered(here.now),
            last: case.told_controllers.iter().map(|(_, at)| *at).max(),
        }),
    };
    clock::clock(&here.f, &state, case.now(here.now))
}

/// The organisation's own reference, else the id.
pub fn reference(case: &Case) -> &str {
    if case.reference.is_empty() { &case.id } else { &case.reference }
}

/// Where the case stands, as a word: `web-case-state-<word>`.
pub fn state(case: &Case) -> &'static str {
    case.stage()
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
pub fn language(file: &str) -> Option<Lang> {
    let tag = file.strip_suffix(".pdf")?;
    Lang::ALL.into_iter().find(|l| l.tag() == tag)
}

/// For the name of a file.
fn safe(id: &str) -> String {
    id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

/// Sets a paper: it takes a while, so not on the thread that answers others.
pub async fn set<F>(paper: F) -> Result<Vec<u8>, Oops>
where
    F: FnOnce() -> Result<Vec<u8>, flows::Trouble> + Send + 'static,
{
    Ok(tokio::task::spawn_blocking(paper).await.map_err(|_| Oops::Broken)??)
}
