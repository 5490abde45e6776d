//! What a person does to a case. A refused form comes back with what was written and a note on each field.

use super::notification;
use super::show::{again, overtaken};
use crate::form::{moment, needed};
use crate::oops::Oops;
use crate::session::Posted;
use ::facts::{Place, Problem};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use flows::Trouble;
use jiff::Timestamp;
use respond::{About, Act, FilingKind, ItemStatus};

type Done = Result<Response, Oops>;

/// Version of the case that the form was made from.
pub fn seen(posted: &Posted) -> Result<u64, Oops> {
    posted.one("seen").and_then(|v| v.parse().ok()).ok_or(Oops::Wrong(Vec::new()))
}

pub async fn aware(Path(id): Path<String>, posted: Posted) -> Done {
    let mut problems = Vec::new();
    let at = needed_moment(&posted, "aware", &mut problems);
    let person = needed(&posted, "person", &mut problems).to_owned();
    let reason = needed(&posted, "reason", &mut problems).into();
    let act = at.map(|aware| Act::SetAware { aware, person, reason });
    done(&id, &posted, "aware", act, problems, "#clock").await
}

pub async fn conclude(Path(id): Path<String>, posted: Posted) -> Done {
    let mut problems = Vec::new();
    let (form, about) = match posted.one("about") {
        Some("authority") => ("authority", About::Authority),
        Some("people") => ("people", About::People),
        _ => return Err(Oops::Wrong(Vec::new())),
    };
    let duty = choice(&posted, "duty", &mut problems);
    let person = needed(&posted, "person", &mut problems).to_owned();
    let reasons = needed(&posted, "reasons", &mut problems).into();
    let act = duty.map(|duty| Act::Conclude { about, person, duty, reasons, proposed: None });
    done(&id, &posted, form, act, problems, "#conclude").await
}

pub async fn no_breach(Path(id): Path<String>, posted: Posted) -> Done {
    let mut problems = Vec::new();
    let person = needed(&posted, "person", &mut problems).to_owned();
    let reasons = needed(&posted, "reasons", &mut problems).into();
    done(&id, &posted, "no-breach", Some(Act::NoBreach { person, reasons }), problems, "").await
}

pub async fn note(Path(id): Path<String>, posted: Posted) -> Done {
    let mut problems = Vec::new();
    let text = needed(&posted, "text", &mut problems).into();
    done(&id, &posted, "note", Some(Act::Note { text }), problems, "#history").await
}

/// Answers one field of the notification that no fact of the case fills.
pub async fn item(Path(id): Path<String>, posted: Posted) -> Done {
    let mut problems = Vec::new();
    let item = needed(&posted, "item", &mut problems).to_owned();
    let text = needed(&posted, "text", &mut problems).to_owned();
    let status = match posted.one("status") {
        Some("assumed") => ItemStatus::Assumed,
        Some("not-applicable") => ItemStatus::NotApplicable,
        _ => ItemStatus::Known,
    };
    if !problems.is_empty() {
        return Err(Oops::Wrong(problems));
    }
    let number = text.split_whitespace().collect::<String>().parse::<u64>().ok().map(|n| n as f64);
    let act = Act::SetItem { item: item.clone(), status, text: text.into(), number };
    let here = &posted.here;
    let result = flows::cases::act(&here.site.db, &here.user, &id, seen(&posted)?, act, here.now).await;
    match result.map_err(Oops::from) {
        Ok(_) => Ok(Redirect::to(&format!("/cases/{id}/notification#{item}")).into_response()),
        Err(Oops::Conflict { since, .. }) => notification::overtaken(&posted, &id, &item, since).await,
        Err(oops) => Err(oops),
    }
}

/// Freezes the notification as it is now and records when and where it went.
pub async fn filed(Path(id): Path<String>, posted: Posted) -> Done {
    let mut problems = Vec::new();
    let sent = needed_moment(&posted, "sent", &mut problems);
    let authority = needed(&posted, "authority", &mut problems).to_owned();
    let kind = kind(needed(&posted, "kind", &mut problems), &mut problems);
    let Some((sent, kind)) = sent.zip(kind).filter(|_| problems.is_empty()) else {
        return again(&posted, &id, "filed", problems).await;
    };
    let act = Act::File {
        authority,
        kind,
        sent,
        receipt: posted.one("receipt").unwrap_or_default().to_owned(),
        delay_reason: posted.one("delay_reason").map(Into::into),
        withdrawal_reason: posted.one("withdrawal_reason").map(Into::into),
        documents: Vec::new(),
        fields: Vec::new(),
    };
    let here = &posted.here;
    let result = flows::cases::file(&here.site.db, &here.user, &id, seen(&posted)?, act, here.now).await;
    finish(&id, &posted, "filed", result, "#notification").await
}

fn kind(word: &str, problems: &mut Vec<Problem>) -> Option<FilingKind> {
    let kind = serde_json::from_value(word.into()).ok();
    if kind.is_none() && !word.is_empty() {
        problems.push(Problem::new(Place::source("kind"), "choose", "`kind` is unknown"));
    }
    kind
}

fn choice(posted: &Posted, name: &str, problems: &mut Vec<Problem>) -> Option<bool> {
    match posted.one(name) {
        Some("yes") => Some(true),
        Some("no") => Some(false),
        _ => {
            problems.push(Problem::new(Place::source(name), "choose", format!("`{name}` is not chosen")));
            None
        }
    }
}

fn needed_moment(posted: &Posted, name: &str, problems: &mut Vec<Problem>) -> Option<Timestamp> {
    needed(posted, name, problems);
    moment(posted, name, problems)
}

/// Does the act if the form was whole.
async fn done(id: &str, posted: &Posted, form: &str, act: Option<Act>, problems: Vec<Problem>, place: &str) -> Done {
    let Some(act) = act.filter(|_| problems.is_empty()) else {
        return again(posted, id, form, problems).await;
    };
    let here = &posted.here;
    let result = flows::cases::act(&here.site.db, &here.user, id, seen(posted)?, act, here.now).await;
    finish(id, posted, form, result, place).await
}

/// To the page when it was done, back to the form when it was refused.
async fn finish(id: &str, posted: &Posted, form: &str, result: Result<u64, Trouble>, place: &str) -> Done {
    match result.map_err(Oops::from) {
        Ok(_) => Ok(Redirect::to(&format!("/cases/{id}{place}")).into_response()),
        Err(Oops::Wrong(problems)) => again(posted, id, form, problems).await,
        Err(Oops::Conflict { since, .. }) => overtaken(posted, id, form, since).await,
        Err(oops) => Err(oops),
    }
}

/// A page of a form that was refused.
pub fn refused(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
