//! JSON beside the pages, with the same session. Shapes are those of the contracts.

use crate::audits::kept;
use crate::oops::Oops;
use crate::session::{Here, same_origin};
use crate::site::Site;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::Json;
use axum::routing::get;
use facts::{Place, Problem, Report};
use jiff::Timestamp;
use register::{Happened, Stored};
use respond::{Act, Command};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/api/v1/cases", get(cases).post(open))
        .route("/api/v1/cases/{id}", get(case))
        .route("/api/v1/cases/{id}/acts", get(acts).post(act))
        .route("/api/v1/statistics/{year}", get(statistics))
        .route("/api/v1/audits", get(audits))
        .route("/api/v1/audits/{id}/report", get(report))
        .route("/api/{*rest}", get(nothing))
}

async fn nothing(_: Here) -> Oops {
    Oops::NotFound
}

/// A list of the cases: what the register page shows.
async fn cases(here: Here) -> Result<Json<Value>, Oops> {
    let stored = here.site.db.cases().await?;
    let row = |s: &Stored| {
        json!({"id": s.id, "version": s.version, "title": s.case.title, "reference": s.case.reference,
            "controller": s.case.controller, "event": s.case.event, "opened": s.case.opened, "aware": s.case.times.aware.as_ref().map(|a| a.at),
            "deadline": s.case.deadline().and_then(|d| d.operative), "open": s.case.closed.is_none() && s.case.no_breach.is_none()})
    };
    Ok(Json(json!({"cases": stored.iter().map(row).collect::<Vec<_>>()})))
}

async fn case(here: Here, Path(id): Path<String>) -> Result<Json<Value>, Oops> {
    let stored = here.site.db.case(&id).await?.ok_or(Oops::NotFound)?;
    let (case, now) = (&stored.case, here.now);
    Ok(Json(json!({"id": stored.id, "version": stored.version, "case": case, "assessment": case.assessment(),
        "deadline": case.deadline(), "duties": case.duties(now), "cautions": case.cautions(now)})))
}

/// What happened in a case, oldest first; `act` is null where it was destroyed.
async fn acts(here: Here, Path(id): Path<String>) -> Result<Json<Value>, Oops> {
    let happened = here.site.db.history(&id).await?;
    if happened.is_empty() {
        return Err(Oops::NotFound);
    }
    let one = |h: &Happened| {
        json!({"version": h.version, "at": h.at, "by": h.actor, "digest": h.digest,
            "act": h.event.as_ref().ok().map(|event| &event.what)})
    };
    Ok(Json(json!({"acts": happened.iter().map(one).collect::<Vec<_>>()})))
}

/// The version of the case it is based on, and the act as it is stored.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    seen: u64,
    act: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opening {
    act: Value,
}

/// Does one act on a case: the same as the pages' forms, and checked by the same law.
async fn act(here: Here, _: OwnPage, Path(id): Path<String>, body: Bytes) -> Result<Json<Value>, Oops> {
    let Asked { seen, act } = read(&body)?;
    here.site.db.case(&id).await?.ok_or(Oops::NotFound)?;
    let version = here.act(&id, seen, known(act, here.now)?).await?;
    Ok(Json(json!({"id": id, "version": version})))
}

async fn open(here: Here, _: OwnPage, body: Bytes) -> Result<(StatusCode, Json<Value>), Oops> {
    let Opening { act } = read(&body)?;
    let id = flows::cases::open(&here.site.db, &here.user, known(act, here.now)?, here.now).await?;
    Ok((StatusCode::CREATED, Json(json!({"id": id, "version": 1}))))
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Oops> {
    typed(respond::json("body", &String::from_utf8_lossy(body)).map_err(wrong)?)
}

fn wrong(problem: Problem) -> Oops {
    Oops::Wrong(vec![problem])
}

/// Of what serde finds wrong only the name of a field is told: the rest may quote a value.
fn typed<T: DeserializeOwned>(value: Value) -> Result<T, Oops> {
    serde_json::from_value(value.clone()).map_err(|error| {
        let said = error.to_string();
        let mut quoted = said.split('`').skip(1).step_by(2).map(str::to_owned);
        let named = quoted.next().unwrap_or_default();
        wrong(match said.split('`').next() {
            Some("missing field ") => Problem::new(Place::source(named), "empty", "a field is missing"),
            Some("unknown field ") => unknown(&named, quoted),
            Some("unknown variant ") if said.contains("open/1") => {
                Problem::new(Place::source("type"), "no-act", "there is no such act").found(named)
            }
            _ => match misshapen::<T>(&value, &said) {
                Some(field) => {
                    Problem::new(Place::source(field), "misshapen", "the field holds something else than it takes")
                }
                None => Problem::new(Place::source("body"), "not-json", "the body is not what this address takes"),
            },
        })
    })
}

/// The field that holds something of another kind: without it, another thing is found wrong, or nothing.
fn misshapen<T: DeserializeOwned>(value: &Value, said: &str) -> Option<String> {
    let without = |name: &String| {
        let mut rest = value.clone();
        rest.as_object_mut()?.remove(name);
        serde_json::from_value::<T>(rest).err().map(|error| error.to_string())
    };
    // Without its type an act is none, whatever else is wrong.
    let (last, first): (Vec<_>, Vec<_>) = value.as_object()?.keys().partition(|name| *name == "type");
    first.into_iter().chain(last).find(|name| without(name).as_deref() != Some(said)).cloned()
}

fn unknown(field: &str, known: impl IntoIterator<Item = String>) -> Problem {
    let known = known.into_iter().collect::<Vec<_>>().join(", ");
    Problem::new(Place::source(field), "unknown-field", "there is no such field").found(field).allowed(&[known])
}

/// The act, if each field of it is one: what is misspelt would be left out, and nobody would know.
fn known(asked: Value, now: Timestamp) -> Result<Act, Oops> {
    let mut problems = facts(&asked);
    if !problems.is_empty() {
        problems.extend(beside(asked, now));
        return Err(Oops::Wrong(problems));
    }
    let act: Act = typed(asked.clone())?;
    stranger(&asked, &json!(act)).map_or(Ok(act), |problem| Err(wrong(problem)))
}

fn facts(asked: &Value) -> Vec<Problem> {
    let named = |p: Problem| match p.found {
        Some(field) if p.code == "facts-field" => unknown(&field, p.allowed),
        // The path stands first in its sentence.
        found => {
            let place = match p.message.split('`').nth(1) {
                Some(path) => Place::source(format!("facts.{path}")),
                None => p.place,
            };
            Problem { place, found, ..p }
        }
    };
    let given = asked.get("facts").filter(|facts| **facts != json!({}));
    let read = given.and_then(|facts| respond::facts("facts", &facts.to_string()).err());
    read.map(|problems| problems.0.into_iter().map(named).collect()).unwrap_or_default()
}

/// What is wrong with an opening beside its facts.
fn beside(mut asked: Value, now: Timestamp) -> Option<Problem> {
    asked["facts"] = json!({});
    let opening = typed::<Act>(asked).ok().filter(|act| matches!(act, Act::Open { .. }))?;
    respond::decide(None, &Command::new("api", opening), now).err().map(|refusal| refusal.0)
}

/// The first field that was asked for and is not kept. What holds nothing may be left out when it is kept.
fn stranger(asked: &Value, kept: &Value) -> Option<Problem> {
    let is_empty = |value: &Value| [json!(null), json!(false), json!([]), json!({})].contains(value);
    match (asked, kept) {
        (Value::Object(asked), Value::Object(kept)) => asked.iter().find_map(|(name, value)| match kept.get(name) {
            Some(kept) => stranger(value, kept),
            None if is_empty(value) => None,
            None => Some(unknown(name, kept.keys().cloned())),
        }),
        (Value::Array(asked), Value::Array(kept)) => asked.iter().zip(kept).find_map(|(a, k)| stranger(a, k)),
        _ => None,
    }
}

/// JSON from a page of another site is held back by the browser, unless it dares to call it something else.
struct OwnPage;

impl FromRequestParts<Arc<Site>> for OwnPage {
    type Rejection = Oops;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Site>) -> Result<Self, Oops> {
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
        let json = kind.split(';').next().is_some_and(|kind| kind.trim() == "application/json");
        if json && same_origin(&parts.headers) { Ok(Self) } else { Err(Oops::Forged) }
    }
}

async fn statistics(here: Here, Path(year): Path<i16>) -> Result<Json<Value>, Oops> {
    let stored = here.site.db.cases().await?;
    let all = respond::statistics(stored.iter().map(|s| &s.case), year, here.now);
    Ok(Json(json!(all)))
}

async fn audits(here: Here) -> Result<Json<Value>, Oops> {
    Ok(Json(json!({"audits": here.site.db.audits().await?})))
}

async fn report(here: Here, Path(id): Path<String>) -> Result<Json<Report>, Oops> {
    Ok(Json(Report::clone(&kept(&here.site, &id).await?.report)))
}
