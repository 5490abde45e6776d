//! Where a tired reader starts: what needs doing next, open cases with their clocks, the latest audits.

use super::case::{self, Step};
use super::page;
use super::register::{CaseRow, row};
use crate::audits::{Kept, Row, all};
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
use register::Stored;
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
    let mut next: Vec<Next> = open.iter().flat_map(|c| case_next(&here, c)).collect();
    next.sort_by_key(|n| (!(n.urgent && n.by.is_none()), n.by.is_none(), n.by));
    next.extend(unhandled(&here, &audits).await?);
    next.extend(house(&here).await?);
    let cases = open.iter().take(SHOWN).map(|c| row(&here, &c.case)).collect();
    let more = next.len().saturating_sub(SHOWN);
    next.truncate(SHOWN);
    page(&Show { f: here.f, next, more, cases, open: open.len(), audits: audits.iter().map(Kept::row).collect() })
}

/// What cannot wait till tomorrow in the case; where nothing is so near, the first step that is not done.
fn case_next(here: &Here, stored: &Stored) -> Vec<Next> {
    let now = stored.case.now(here.now);
    let steps: Vec<Step> = case::steps(here, &stored.case).into_iter().filter(|s| !s.done).collect();
    let (near, rest): (Vec<Step>, Vec<Step>) = steps.into_iter().partition(|step| step.is_near(now));
    let first = if near.is_empty() { 1 } else { 0 };
    near.into_iter().chain(rest.into_iter().take(first)).map(|step| next(here, stored, step)).collect()
}

fn next(here: &Here, stored: &Stored, step: Step) -> Next {
    let row = row(here, &stored.case);
    // A step with a date of its own is not due by the clock of the case.
    let (by, left) = match step.due {
        Some(due) => (Some(due), left(here, stored.case.now(here.now), due)),
        None if step.undue => (None, step.why),
        None if stored.case.is_to_notify(here.now) => (row.deadline, row.left),
        // When it was filed is no date to be done by.
        None => (None, String::new()),
    };
    let urgent = step.late || step.undue || (step.due.is_none() && row.tone == "high");
    let about = [row.title, row.controller].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" · ");
    Next { what: step.what, about, href: step.href, by, left, urgent }
}

fn left(here: &Here, now: Timestamp, due: Timestamp) -> String {
    let left = due.duration_since(now);
    let key = if left.is_negative() { "web-clock-over" } else { "web-clock-left" };
    here.f.t1(key, "time", here.f.duration(left))
}

/// Controls that are overdue, and changes that nobody has looked at again.
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
