//! The facts of a case as a form.

use super::acts::{refused, seen};
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
}

pub async fn ask(here: Here, Path(id): Path<String>) -> Result<Response, Oops> {
    let stored = one(&here.site, &id).await?;
    let all = serde_json::to_value(&stored.case.facts).unwrap_or_default();
    show(&here, &stored, &all, "", &[])
}

fn show(here: &Here, stored: &Stored, all: &Value, reason: &str, problems: &[Problem]) -> Result<Response, Oops> {
    let wrong: Vec<&str> = problems.iter().filter_map(questions::field_of).collect();
    let labels: Vec<(&str, String)> = wrong.iter().map(|name| (*name, questions::label(&here.f, name))).collect();
    page(&Show {
        f: &here.f,
        c: head(here, stored),
        problems: told(here, problems, &labels),
        sections: questions::form(&here.f, all, &wrong),
        reason,
    })
}

pub async fn save(Path(id): Path<String>, posted: Posted) -> Result<Response, Oops> {
    let here = &posted.here;
    let stored = one(&here.site, &id).await?;
    match write(&posted, &stored).await {
        Ok(()) => Ok(Redirect::to(&format!("/cases/{id}#assessment")).into_response()),
        Err(Oops::Wrong(problems)) => {
            let reason = posted.one("reason").unwrap_or_default();
            Ok(refused(show(here, &stored, &questions::as_typed(&posted), reason, &problems)?))
        }
        Err(oops) => Err(oops),
    }
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
