//! One file a page or a family of pages.

mod audit;
mod calendar;
pub mod case;
mod controls;
mod finding;
mod overview;
mod plan;
mod register;
mod report;
mod request;
mod statistics;
mod users;
mod verify;

use self::case::forms::{Input, again};
use crate::frame::Frame;
use crate::guard::{Chosen, Sent};
use crate::oops::Oops;
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{Html, IntoResponse, Json, Response};
use facts::{Lang, Problem};
use serde_json::{Value, json};
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .merge(controls::routes())
        .merge(overview::routes())
        .merge(plan::routes())
        .merge(users::routes())
        .merge(calendar::routes())
        .merge(audit::routes())
        .merge(finding::routes())
        .merge(case::routes())
        .merge(register::routes())
        .merge(report::routes())
        .merge(statistics::routes())
        .merge(verify::routes())
}

pub async fn not_found() -> Oops {
    Oops::NotFound
}

/// A page from its template.
pub fn page(template: &impl Template) -> Result<Response, Oops> {
    Ok(Html(template.render()?).into_response())
}

#[derive(Template)]
#[template(path = "oops.html")]
struct OopsPage {
    f: Frame,
    title: String,
    cure: String,
    problems: Vec<String>,
    back: Option<String>,
    /// Whoever cannot log in may still report.
    report: bool,
    /// What was written, to be sent again.
    again: Option<Again>,
}

struct Again {
    to: String,
    csrf: String,
    /// What a person wrote, and what the page had in it.
    written: Vec<Input>,
    given: Vec<(String, String)>,
    login: bool,
}

impl Again {
    fn of(f: &Frame, oops: &Oops, sent: Sent) -> Option<Self> {
        let login = matches!(oops, Oops::Login);
        let lost = login || matches!(oops, Oops::Forged | Oops::Wrong(_) | Oops::Broken | Oops::Failed(_));
        let (written, given) = again(f, &sent.to, sent.fields);
        let again = Self { to: sent.to, csrf: sent.csrf, written, given, login };
        (lost && !again.written.is_empty()).then_some(again)
    }
}

/// What went wrong, in the reader's language and in the form they asked for. Never the cause.
pub fn oops(site: &Site, lang: Lang, path: &str, oops: Oops, sent: Option<Sent>) -> Response {
    let f = Frame::anonymous(Chosen(lang).say(site), "/");
    let status = oops.status();
    let title = format!("web-oops-{}", oops.word());
    let cure = format!("{title}-cure");
    if path.starts_with("/api/") {
        return (status, Json(told(&f, &oops, &title, &cure))).into_response();
    }
    let back = match &oops {
        Oops::Conflict { case, .. } => Some(format!("/cases/{case}")),
        Oops::NotFound => Some("/".to_owned()),
        _ => None,
    };
    let problems = match &oops {
        Oops::Wrong(problems) => problems.iter().map(|p| f.problem(p)).collect(),
        _ => Vec::new(),
    };
    let report = site.open_report && matches!(oops, Oops::Login | Oops::LinkSpent);
    let again = sent.and_then(|sent| Again::of(&f, &oops, sent));
    match (OopsPage { f, title, cure, problems, back, report, again }).render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(_) => (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], "500").into_response(),
    }
}

/// The same for programs: what is wrong with which field; where somebody was faster, the version that was seen.
fn told(f: &Frame, oops: &Oops, title: &str, cure: &str) -> Value {
    let mut all = json!({"error": oops.word(), "message": f.t(title), "cure": f.t(cure)});
    match oops {
        Oops::Wrong(problems) => {
            let one = |p: &Problem| {
                let mut one = json!({"field": p.place.source, "code": p.code, "message": f.problem(p)});
                if !p.allowed.is_empty() {
                    one["allowed"] = json!(p.allowed);
                }
                one
            };
            all["problems"] = problems.iter().map(one).collect();
        }
        Oops::Conflict { case, since, changes } => {
            (all["case"], all["seen"], all["changes"]) = (json!(case), json!(since), json!(changes));
        }
        _ => {}
    }
    all
}
