//! Triage: a report by anybody who is logged in becomes a suspected incident. It starts no clock by itself.

use super::case::forms::table::OCCURRED;
use super::page;
use crate::countries;
use crate::form::{Filled, Told, moment, needed, told};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::questions::Choice;
use crate::session::{Anybody, FromAnybody, Here, NEW, Posted, digest};
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use facts::{Place, Problem};
use jiff::{SignedDuration, Timestamp};
use respond::{Act, BreachFacts, Occurred, Permission};
use serde::Deserialize;
use std::sync::{Arc, PoisonError};

pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/cases/new", get(ask).post(open))
        .route("/cases/new/{country}", get(ask).post(open))
        .route("/report", get(ask_anybody).post(open_anybody))
        .route("/report/{country}", get(ask_anybody).post(open_anybody))
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
    /// Where the form goes without a country, and where this one goes.
    new: &'static str,
    action: &'a str,
    /// The countries of the EEA, that of the case chosen.
    countries: Vec<Choice>,
    country: String,
}

/// For those whose role does not allow to open a case.
#[derive(Template)]
#[template(path = "report-barred.html")]
struct Barred<'a> {
    f: &'a Frame,
    who: String,
    /// Anybody may report without login.
    open: bool,
}

#[derive(Template)]
#[template(path = "reported.html")]
struct Reported<'a> {
    f: &'a Frame,
    case: &'a str,
}

/// As many reports without login an hour as a large organisation may see on a bad day.
const HOURLY: usize = 60;
/// Those that could not be taken are sent again by whoever mends them; this many only a program sends.
const REFUSED_HOURLY: usize = 5000;

/// The country of a select, which has an address of its own.
#[derive(Deserialize)]
struct Asked {
    country: Option<String>,
}

async fn ask(here: Here, Query(asked): Query<Asked>) -> Result<Response, Oops> {
    if here.f.user.is_some() && !here.f.may_write() {
        let who = here.f.who_may(Permission::Write);
        return page(&Barred { f: &here.f, who, open: here.site.open_report });
    }
    if let Some(country) = asked.country.filter(|country| respond::zone_of(country).is_some()) {
        return Ok(Redirect::to(&format!("{}/{country}", new(&here))).into_response());
    }
    let form = Filled::default().with("occurred", "unknown");
    show(&here, form, Vec::new()).await
}

fn new(here: &Here) -> &'static str {
    NEW[usize::from(here.f.user.is_none())]
}

/// Whose authority the case belongs to: the address names it, else the settings, else what the program was started with.
async fn country(here: &Here) -> Result<String, Oops> {
    match here.f.path.strip_prefix(new(here)).and_then(|rest| rest.strip_prefix('/')) {
        Some(country) => Ok(country.to_uppercase()),
        None => own(here).await,
    }
}

async fn own(here: &Here) -> Result<String, Oops> {
    Ok(flows::settings::country(&here.site.db, &here.site.country).await?)
}

async fn show(here: &Here, form: Filled, problems: Vec<Told>) -> Result<Response, Oops> {
    let f = &here.f;
    let country = country(here).await?;
    let countries = countries::inside(f, &country, &own(here).await?);
    let nature =
        |code: &String| (code.clone(), f.t(format!("web-nature-{code}")), f.t(format!("web-nature-{code}-hint")));
    let natures = respond::vocabulary("nature").iter().map(nature).collect();
    let occurred = OCCURRED.iter().map(|code| (*code, f.t(format!("web-option-occurred-kind-{code}")))).collect();
    let country = countries::name(f, &country);
    page(&Show { f, problems, form, natures, occurred, new: new(here), action: &f.path, countries, country })
}

async fn ask_anybody(Anybody(here): Anybody, asked: Query<Asked>) -> Result<Response, Oops> {
    ask(here, asked).await
}

async fn open(posted: Posted) -> Result<Response, Oops> {
    match opened(&posted).await? {
        Ok(case) => Ok(Redirect::to(&format!("/cases/{case}")).into_response()),
        Err(page) => Ok(page),
    }
}

/// Whoever reports without login gets a number to name, and sees nothing of the register.
async fn open_anybody(FromAnybody(posted): FromAnybody) -> Result<Response, Oops> {
    let here = &posted.here;
    stop_flood(here)?;
    let opened = opened(&posted).await?;
    here.site.reported.lock().unwrap_or_else(PoisonError::into_inner).push_back((here.now, opened.is_ok()));
    match opened {
        Ok(case) => page(&Reported { f: &here.f, case: &case }),
        Err(page) => Ok(page),
    }
}

fn stop_flood(here: &Here) -> Result<(), Oops> {
    let mut all = here.site.reported.lock().unwrap_or_else(PoisonError::into_inner);
    all.retain(|(at, _)| here.now.duration_since(*at) < SignedDuration::from_hours(1));
    let taken = all.iter().filter(|(_, taken)| *taken).count();
    if taken >= HOURLY || all.len() - taken >= REFUSED_HOURLY { Err(Oops::Flood) } else { Ok(()) }
}

/// The case, or the form with what is wrong in it.
async fn opened(posted: &Posted) -> Result<Result<String, Response>, Oops> {
    let here = &posted.here;
    let problems = match act(posted, country(here).await?) {
        Ok(act) => match open_case(here, act).await {
            Ok(case) => return Ok(Ok(case)),
            Err(Oops::Wrong(problems)) => problems,
            Err(oops) => return Err(oops),
        },
        Err(problems) => problems,
    };
    let labels = labels(&here.f);
    let page = show(here, Filled::from(posted), told(here, &problems, &labels)).await?;
    Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, page).into_response()))
}

/// The same report word for word within the hour is the same: a button pressed twice, a page that was loaded anew.
async fn open_case(here: &Here, act: Act) -> Result<String, Oops> {
    let (db, now) = (&here.site.db, here.now);
    let report = digest(&format!("{} {}", here.user, serde_json::to_string(&act).unwrap_or_default()));
    let mut opened = here.site.opened.lock().await;
    opened.retain(|(at, ..)| now.duration_since(*at) < SignedDuration::from_hours(1));
    if let Some((_, _, case)) = opened.iter().find(|(_, known, _)| *known == report) {
        return Ok(case.clone());
    }
    let case = match here.f.user {
        Some(_) => flows::cases::open(db, &here.user, act, now).await?,
        None => flows::cases::open_from_anybody(db, act, now).await?,
    };
    opened.push_back((now, report, case.clone()));
    Ok(case)
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
