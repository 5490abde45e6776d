//! The facts of a case as a form.

use super::acts::{refused, seen};
use super::history::{self, Entry};
use super::one;
use super::show::{Head, head};
use crate::form::{Told, told};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::page;
use crate::questions::{self, Part};
use crate::session::{Here, Posted};
use ::facts::Problem;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::Stored;
use respond::{Act, BreachFacts, Origin};
use serde_json::Value;

#[derive(Template)]
#[template(path = "facts.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    problems: Vec<Told>,
    sections: Vec<Part>,
    reason: &'a str,
    /// What others did meanwhile; empty where nobody was faster.
    since: Vec<Entry>,
}

/// What stands in the form.
struct Form<'a> {
    all: &'a Value,
    reason: &'a str,
    problems: &'a [Problem],
    since: Vec<Entry>,
    /// Version the form is made from.
    seen: u64,
}

pub async fn ask(here: Here, Path(id): Path<String>) -> Result<Response, Oops> {
    let stored = one(&here.site, &id).await?;
    let all = serde_json::to_value(&stored.case.facts).unwrap_or_default();
    show(&here, &stored, Form { all: &all, reason: "", problems: &[], since: Vec::new(), seen: stored.version })
}

fn show(here: &Here, stored: &Stored, form: Form<'_>) -> Result<Response, Oops> {
    let Form { all, reason, problems, since, seen } = form;
    let wrong: Vec<&str> = problems.iter().filter_map(questions::field_of).collect();
    let labels: Vec<(&str, String)> = wrong.iter().map(|name| (*name, questions::label(&here.f, name))).collect();
    page(&Show {
        f: &here.f,
        c: Head { version: seen, ..head(here, stored) },
        problems: told(here, problems, &labels),
        sections: questions::form(&here.f, all, &wrong),
        reason,
        since,
    })
}

pub async fn save(Path(id): Path<String>, posted: Posted) -> Result<Response, Oops> {
    let here = &posted.here;
    let stored = one(&here.site, &id).await?;
    match write(&posted, &stored).await {
        Ok(()) => Ok(Redirect::to(&format!("/cases/{id}#assessment")).into_response()),
        Err(Oops::Wrong(problems)) => {
            let reason = posted.one("reason").unwrap_or_default();
            let all = questions::as_typed(&posted);
            let (since, seen) = (Vec::new(), seen(&posted)?);
            Ok(refused(show(here, &stored, Form { all: &all, reason, problems: &problems, since, seen })?))
        }
        Err(Oops::Conflict { since, .. }) => overtaken(&posted, &id, since).await,
        Err(oops) => Err(oops),
    }
}

/// The form as others have left it, with what this person changed in it on top, and what happened since.
async fn overtaken(posted: &Posted, id: &str, since: u64) -> Result<Response, Oops> {
    let here = &posted.here;
    let stored = one(&here.site, id).await?;
    let happened = here.site.db.history(id).await?;
    let base = history::facts_at(&happened, since);
    let all = questions::merged(posted, &base, &stored.case.facts).map_err(|p| Oops::Wrong(p.0))?;
    let since = history::since(&here.f, &happened, since);
    let reason = posted.one("reason").unwrap_or_default();
    let page = show(here, &stored, Form { all: &all, reason, problems: &[], since, seen: stored.version })?;
    Ok((StatusCode::CONFLICT, page).into_response())
}

async fn write(posted: &Posted, stored: &Stored) -> Result<(), Oops> {
    let (here, before) = (&posted.here, &stored.case.facts);
    let sent = questions::sent(posted, before).map_err(|p| Oops::Wrong(p.0))?;
    let facts = respond::facts("form", &sent.to_string()).map_err(|p| Oops::Wrong(p.0))?;
    let origins = origins(&here.user, before, &facts);
    let source = posted.one("reason").unwrap_or_default().into();
    let act = Act::SetFacts { facts, source, origins };
    flows::cases::act(&here.site.db, &here.user, &stored.case.id, seen(posted)?, act, here.now).await?;
    Ok(())
}

/// What this person changed is theirs; the rest keeps its origin.
fn origins(user: &str, before: &BreachFacts, after: &BreachFacts) -> Vec<Origin> {
    let changed = questions::changed(before, after);
    changed.into_iter().map(|fact| Origin { fact: fact.to_owned(), from: user.to_owned() }).collect()
}
