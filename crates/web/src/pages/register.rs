//! The breach register: every case, whatever became of it (Art. 33(5)).

use super::page;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::session::Here;
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::get;
use jiff::Timestamp;
use respond::Case;
use serde::Deserialize;
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/cases", get(list))
}

#[derive(Template)]
#[template(path = "register.html")]
struct List {
    f: Frame,
    cases: Vec<CaseRow>,
    sought: String,
    /// Which of how many are shown; empty where it is all.
    shown: String,
    before: Option<String>,
    after: Option<String>,
}

/// What of the register a person wants to see.
#[derive(Deserialize)]
struct Asked {
    /// Words that title, reference and controller hold together, in any case.
    #[serde(default)]
    q: String,
    /// From one on.
    #[serde(default)]
    page: Option<usize>,
}

/// Cases on one page.
const PAGE: usize = 100;

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

async fn list(here: Here, Query(asked): Query<Asked>) -> Result<Response, Oops> {
    let all = super::case::every(&here.site).await?;
    let words: Vec<String> = asked.q.split_whitespace().map(str::to_lowercase).collect();
    let fits = |case: &Case| {
        let text = [&case.title, super::case::reference(case), &case.controller].join(" ").to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let found: Vec<&Case> = all.iter().map(|stored| &stored.case).filter(|case| fits(case)).collect();
    let last = found.len().div_ceil(PAGE).max(1);
    let page_shown = asked.page.unwrap_or(1).clamp(1, last);
    let from = (page_shown - 1) * PAGE;
    let cases: Vec<CaseRow> = found.iter().skip(from).take(PAGE).map(|case| row(&here, case)).collect();
    let address = |page: usize| {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("q", &asked.q)
            .append_pair("page", &page.to_string())
            .finish();
        format!("/cases?{query}")
    };
    let places = [("first", from + 1), ("last", from + cases.len()), ("n", found.len())];
    let shown = if cases.len() == all.len() {
        String::new()
    } else {
        here.f.with("web-register-shown", &places.map(|(name, n)| (name, n.into())))
    };
    page(&List {
        sought: asked.q.clone(),
        shown: if found.is_empty() { String::new() } else { shown },
        before: (page_shown > 1).then(|| address(page_shown - 1)),
        after: (page_shown < last).then(|| address(page_shown + 1)),
        cases,
        f: here.f,
    })
}

pub fn row(here: &Here, case: &Case) -> CaseRow {
    let clock = super::case::clock(here, case);
    CaseRow {
        id: case.id.clone(),
        title: marked(&here.f, case.exercise, &clipped(&case.title)),
        controller: whose(here, case),
        reference: super::case::reference(case).to_owned(),
        opened: case.opened,
        deadline: clock.at,
        left: clock.headline,
        tone: clock.tone,
        risk: here.f.t(format!("web-risk-{}", super::case::risk(case.proposal().risk))),
        state: here.f.t(format!("web-case-state-{}", super::case::state(case))),
    }
}

/// An exercise says so wherever it stands among real cases.
pub fn marked(f: &Frame, exercise: bool, title: &str) -> String {
    if exercise { format!("{}: {title}", f.t("paper-exercise-mark")) } else { title.to_owned() }
}

/// The cases of one event share a title: the processor's own says what it is.
fn whose(here: &Here, case: &Case) -> String {
    let named = Some(&case.controller).filter(|name| !name.is_empty() && **name != case.title);
    let role = case.is_processors().then(|| here.f.t("web-role-processor"));
    named.cloned().into_iter().chain(role).collect::<Vec<_>>().join(", ")
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
