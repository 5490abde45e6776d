//! The breach register: every case, whatever became of it (Art. 33(5)).

use super::page;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::session::Here;
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::Timestamp;
use respond::Case;
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/cases", get(list))
}

#[derive(Template)]
#[template(path = "register.html")]
struct List {
    f: Frame,
    cases: Vec<CaseRow>,
}

/// A case as lists tell it.
pub struct CaseRow {
    pub id: String,
    pub title: String,
    /// Whose it is, where it is another controller's or one of several.
    pub controller: String,
    pub reference: String,
    pub opened: Timestamp,
    pub deadline: Option<Timestamp>,
    /// `41 hours left`, or why there is no clock.
    pub left: String,
    pub tone: &'static str,
    pub risk: String,
    pub state: String,
}

async fn list(here: Here) -> Result<Response, Oops> {
    let cases = super::case::every(&here.site).await?.iter().map(|c| row(&here, &c.case)).collect();
    page(&List { f: here.f, cases })
}

pub fn row(here: &Here, case: &Case) -> CaseRow {
    let clock = super::case::clock(here, case);
    CaseRow {
        id: case.id.clone(),
        title: clipped(&case.title),
        controller: case.controller.clone(),
        reference: super::case::reference(case).to_owned(),
        opened: case.opened,
        deadline: clock.at,
        left: clock.headline,
        tone: clock.tone,
        risk: here.f.t(format!("web-risk-{}", super::case::risk(case.assessment().risk))),
        state: here.f.t(format!("web-case-state-{}", super::case::state(case))),
    }
}

/// Titles that are longer than a list can show, in characters.
const LONG: usize = 120;

fn clipped(title: &str) -> String {
    let mut clipped: String = title.chars().take(LONG).collect();
    if clipped.len() < title.len() {
        clipped.push('…');
    }
    clipped
}
