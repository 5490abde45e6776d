//! Triage: a report by anybody who is logged in becomes a suspected incident. It starts no clock by itself.

use super::case::forms::table::OCCURRED;
use super::page;
use crate::form::{Filled, Told, moment, needed, told};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::session::{Anybody, FromAnybody, Here, Posted};
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use facts::{Place, Problem};
use jiff::{SignedDuration, Timestamp};
use respond::{Act, BreachFacts, Occurred};
use std::sync::{Arc, PoisonError};

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/cases/new", get(ask).post(open)).route("/report", get(ask_anybody).post(open_anybody))
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
    action: &'static str,
}

#[derive(Template)]
#[template(path = "reported.html")]
struct Reported<'a> {
    f: &'a Frame,
    case: &'a str,
}

/// As many reports without login an hour as a large organisation may see on a bad day.
const HOURLY: usize = 60;

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
    let action = if f.user.is_some() { "/cases/new" } else { "/report" };
    page(&Show { f, problems, form, natures, occurred, action })
}

async fn ask_anybody(Anybody(here): Anybody) -> Result<Response, Oops> {
    ask(here).await
}

async fn open(posted: Posted) -> Result<Response, Oops> {
    match opened(&posted).await? {
        Ok(case) => Ok(Redirect::to(&format!("/cases/{case}")).into_response()),
        Err(page) => Ok(page),
    }
}

/// Whoever reports without login gets a number to name, and sees nothing of the register.
async fn open_anybody(FromAnybody(posted): FromAnybody) -> Result<Response, Oops> {
    flood(&posted.here)?;
    match opened(&posted).await? {
        Ok(case) => page(&Reported { f: &posted.here.f, case: &case }),
        Err(page) => Ok(page),
    }
}

fn flood(here: &Here) -> Result<(), Oops> {
    let mut at = here.site.reported.lock().unwrap_or_else(PoisonError::into_inner);
    at.retain(|t| here.now.duration_since(*t) < SignedDuration::from_hours(1));
    if at.len() >= HOURLY {
        return Err(Oops::Flood);
    }
    at.push_back(here.now);
    Ok(())
}

/// The case, or the form with what is wrong in it.
async fn opened(posted: &Posted) -> Result<Result<String, Response>, Oops> {
    let here = &posted.here;
    // The settings say where the organisation's authority is; without them, what the program was started with.
    let country = flows::settings::country(&here.site.db, &here.site.country).await?;
    let problems = match act(posted, country) {
        Ok(act) => match open_case(here, act).await {
            Ok(case) => return Ok(Ok(case)),
            Err(Oops::Wrong(problems)) => problems,
            Err(oops) => return Err(oops),
        },
        Err(problems) => problems,
    };
    let labels = labels(&here.f);
    let page = show(here, Filled::from(posted), told(here, &problems, &labels))?;
    Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, page).into_response()))
}

async fn open_case(here: &Here, act: Act) -> Result<String, Oops> {
    let (db, now) = (&here.site.db, here.now);
    Ok(match here.f.user {
        Some(_) => flows::cases::open(db, &here.user, act, now).await?,
        None => flows::cases::open_from_anybody(db, act, now).await?,
    })
}

fn labels(f: &Frame) -> Vec<(&'static str, String)> {
    let fields = ["title", "what", "nature", "suspected"].map(|name| (name, f.t(format!("web-report-{name}"))));
    let times = [("from", "web-times-from"), ("to", "web-times-to"), ("occurred", "web-times-occurred")];
    fields.into_iter().chain(times.map(|(name, key)| (name, f.t(key)))).collect()
}

fn act(posted: &Posted, country: String) -> Result<Act, Vec<Problem>> {
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
        country,
        facts,
        origins: Vec::new(),
        findings: Vec::new(),
        suspected,
        occurred,
        // Only those who work here hold drills.
        exercise: posted.here.f.user.is_some() && posted.one("exercise").is_some(),
        note: note(posted).into(),
    })
}

/// What happened, and whom to ask.
fn note(posted: &Posted) -> String {
    let parts = ["what", "reporter"].into_iter().filter_map(|name| posted.one(name));
    parts.collect::<Vec<_>>().join("\n")
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
