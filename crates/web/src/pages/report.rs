//! Triage: a report by anybody who is logged in becomes a suspected incident. It starts no clock by itself.

use super::case::forms::table::OCCURRED;
use super::page;
use crate::form::{Filled, Told, moment, needed, told};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::session::{Here, Posted};
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use facts::{Place, Problem};
use jiff::Timestamp;
use respond::{Act, BreachFacts, Occurred};
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/cases/new", get(ask).post(open))
}

#[derive(Template)]
#[template(path = "report.html")]
struct Show<'a> {
    f: &'a Frame,
    problems: Vec<Told>,
    form: Filled,
    /// Code, word, explanation.
    natures: Vec<(String, String, String)>,
    occurred: Vec<(&'static str, String)>,
}

async fn ask(here: Here) -> Result<Response, Oops> {
    let form = Filled::default().with("occurred", "unknown");
    show(&here, form, Vec::new())
}

fn show(here: &Here, form: Filled, problems: Vec<Told>) -> Result<Response, Oops> {
    let f = &here.f;
    let nature =
        |code: &String| (code.clone(), f.t(format!("web-nature-{code}")), f.t(format!("web-nature-{code}-hint")));
    let natures = respond::vocabulary("nature").iter().map(nature).collect();
    let occurred = OCCURRED.iter().map(|code| (*code, f.t(format!("web-option-occurred-kind-{code}")))).collect();
    page(&Show { f, problems, form, natures, occurred })
}

async fn open(posted: Posted) -> Result<Response, Oops> {
    let here = &posted.here;
    let problems = match act(&posted) {
        Ok(act) => match flows::cases::open(&here.site.db, &here.user, act, here.now).await.map_err(Oops::from) {
            Ok(case) => return Ok(Redirect::to(&format!("/cases/{case}")).into_response()),
            Err(Oops::Wrong(problems)) => problems,
            Err(oops) => return Err(oops),
        },
        Err(problems) => problems,
    };
    let labels = labels(&here.f);
    let page = show(here, Filled::from(&posted), told(here, &problems, &labels))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn labels(f: &Frame) -> Vec<(&'static str, String)> {
    let fields = ["title", "what", "nature", "suspected"].map(|name| (name, f.t(format!("web-report-{name}"))));
    let times = [("from", "web-times-from"), ("to", "web-times-to"), ("occurred", "web-times-occurred")];
    fields.into_iter().chain(times.map(|(name, key)| (name, f.t(key)))).collect()
}

fn act(posted: &Posted) -> Result<Act, Vec<Problem>> {
    let mut problems = Vec::new();
    let title = needed(posted, "title", &mut problems).to_owned();
    needed(posted, "suspected", &mut problems);
    let suspected = moment(posted, "suspected", &mut problems);
    let occurred = occurred(posted, &mut problems);
    let facts = BreachFacts { nature: nature(posted, &mut problems), ..BreachFacts::default() };
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Act::Open {
        id: String::new(),
        title,
        reference: String::new(),
        country: posted.here.site.country.clone(),
        facts,
        origins: Vec::new(),
        findings: Vec::new(),
        suspected,
        occurred,
        exercise: false,
        note: posted.one("what").unwrap_or_default().into(),
    })
}

fn nature(posted: &Posted, problems: &mut Vec<Problem>) -> Vec<String> {
    let nature: Vec<String> = posted.many("nature").map(str::to_owned).collect();
    if nature.is_empty() {
        problems.push(Problem::new(Place::source("nature"), "facts-nature", "`nature` is missing"));
    }
    nature
}

fn occurred(posted: &Posted, problems: &mut Vec<Problem>) -> Occurred {
    let mut at = |name: &str| -> Option<Timestamp> {
        needed(posted, name, problems);
        moment(posted, name, problems)
    };
    let occurred = match posted.one("occurred") {
        Some("point") => at("from").map(|at| Occurred::Point { at, estimated: true }),
        Some("range") => at("from").zip(at("to")).map(|(from, to)| Occurred::Range { from, to, estimated: true }),
        Some("ongoing") => at("from").map(|since| Occurred::Ongoing { since, estimated: true }),
        _ => None,
    };
    occurred.unwrap_or_default()
}
