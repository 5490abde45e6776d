//! Where a tired reader starts: what needs doing next, open cases with their clocks, the latest audits.

use super::case::{self, Todo};
use super::page;
use super::register::{CaseRow, row};
use crate::audits::{Kept, Row, all};
use crate::clock::is_pressing;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::session::Here;
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use facts::Severity;
use jiff::Timestamp;
use respond::Case;
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/", get(show))
}

#[derive(Template)]
#[template(path = "overview.html")]
struct Show {
    f: Frame,
    next: Vec<Next>,
    /// Beyond those that are shown.
    more: usize,
    cases: Vec<CaseRow>,
    open: usize,
    audits: Vec<Row>,
}

/// One thing to do, and by when.
struct Next {
    what: String,
    about: String,
    href: String,
    by: Option<Timestamp>,
    left: String,
    urgent: bool,
}

/// Steps and cases shown: more than anybody does in a day.
const SHOWN: usize = 30;

async fn show(here: Here) -> Result<Response, Oops> {
    let audits = all(&here.site).await?;
    let open = case::open(&here.site).await?;
    let mut due: Vec<Due> = open.iter().flat_map(|stored| case_due(&stored.case, here.now)).collect();
    // Exercises come after what is real, however near their own clock is.
    due.sort_by_key(|d| (d.case.exercise, !(d.urgent && d.todo.by.is_none()), d.todo.by.is_none(), d.todo.by));
    let mut beside = unhandled(&here, &audits).await?;
    beside.extend(house(&here).await?);
    let more = (due.len() + beside.len()).saturating_sub(SHOWN);
    let next = due.iter().take(SHOWN).map(|d| next(&here, d)).chain(beside).take(SHOWN).collect();
    let cases = open.iter().take(SHOWN).map(|c| row(&here, &c.case)).collect();
    page(&Show { f: here.f, next, more, cases, open: open.len(), audits: audits.iter().map(Kept::row).collect() })
}

/// A step of a case, and by when.
struct Due<'a> {
    case: &'a Case,
    todo: Todo,
    urgent: bool,
}

/// What cannot wait till tomorrow in the case; where nothing is so near, the first step that is not done.
fn case_due(case: &Case, real: Timestamp) -> Vec<Due<'_>> {
    let now = case.now(real);
    let (mut near, rest): (Vec<Todo>, Vec<Todo>) = case::todos(case, real).into_iter().partition(|t| t.is_near(now));
    near.retain(|todo| !todo.is_done(case));
    if near.is_empty() {
        near.extend(rest.into_iter().find(|todo| !todo.is_done(case)));
    }
    let due = |todo: Todo| {
        // A step with a date of its own does not press by the clock of the case.
        let pressing = todo.due.is_none() && todo.by.is_some_and(|by| is_pressing(by.duration_since(now)));
        Due { case, urgent: todo.late || todo.undue || pressing, todo }
    };
    near.into_iter().map(due).collect()
}

fn next(here: &Here, due: &Due<'_>) -> Next {
    let (case, step) = (due.case, due.todo.step(here, due.case));
    let left = match due.todo.by {
        Some(by) => left(here, case.now(here.now), by),
        None if step.undue => step.why,
        None => String::new(),
    };
    let row = row(here, case);
    let about = [row.title, row.controller].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" · ");
    Next { what: step.what, about, href: step.href, by: due.todo.by, left, urgent: due.urgent }
}

fn left(here: &Here, now: Timestamp, due: Timestamp) -> String {
    let left = due.duration_since(now);
    let key = if left.is_negative() { "web-clock-over" } else { "web-clock-left" };
    here.f.t1(key, "time", here.f.duration(left))
}

/// Controls that are overdue, changes that nobody has looked at again, reminders that do not arrive.
async fn house(here: &Here) -> Result<Vec<Next>, Oops> {
    let (db, f) = (&here.site.db, &here.f);
    let step = |what: String, about: String, by: Option<Timestamp>| Next {
        what,
        about,
        href: "/controls".to_owned(),
        by,
        left: f.t("web-overdue"),
        urgent: by.is_some(),
    };
    let controls = flows::settings::controls(db, here.now).await?;
    let overdue = controls.into_iter().filter(|c| c.overdue);
    let mut all: Vec<Next> = overdue.map(|c| step(c.control.what, f.t("web-next-control"), Some(c.due))).collect();
    let open = flows::settings::demands(db).await?.iter().filter(|d| d.answered.is_none()).count();
    if open > 0 {
        all.push(step(f.t("web-changes-lead-short"), f.n("web-changes-open", open), None));
    }
    let (waiting, why) = flows::reminders::undelivered(db).await?;
    if waiting > 0 {
        let why: Vec<String> = why.iter().map(|why| paper::gaps::why(why, &f.words)).collect();
        let (what, about) = (f.n("web-reminders-waiting", waiting), why.join("; "));
        all.insert(0, Next { what, about, href: "/plan".to_owned(), by: None, left: String::new(), urgent: true });
    }
    Ok(all)
}

/// Grave findings that nobody has made a case of, of the latest audit of each service.
async fn unhandled(here: &Here, audits: &[Kept]) -> Result<Vec<Next>, Oops> {
    let mut seen = Vec::new();
    let mut next = Vec::new();
    for kept in audits {
        if seen.contains(&kept.name()) {
            continue;
        }
        seen.push(kept.name());
        for finding in kept.report.findings.iter().filter(|f| f.severity == Severity::High && f.stands()) {
            if case::holding(&here.site, &finding.id).await?.is_none() {
                next.push(Next {
                    what: paper::title(finding, &here.f.words),
                    about: format!("{}. {}", kept.name(), here.f.t("web-next-finding")),
                    href: format!("/audits/{}/findings/{}", kept.id, finding.id),
                    by: None,
                    left: String::new(),
                    urgent: false,
                });
            }
        }
    }
    Ok(next)
}
