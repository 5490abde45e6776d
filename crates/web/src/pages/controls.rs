//! Controls that come back (Art. 32(1)), and changes that somebody has to look at again (Art. 35).

use super::page;
use crate::form::Left;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::session::{Here, Posted};
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use facts::{Place, Problem};
use flows::settings::{Demand, Reassessment, Standing};
use jiff::Timestamp;
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/controls", get(show))
        .route("/controls/{id}", post(done).get(async || Redirect::to("/controls")))
        .route("/reassessments", post(answer).get(async || Redirect::to("/controls")))
}

#[derive(Template)]
#[template(path = "controls.html")]
struct Show<'a> {
    f: &'a Frame,
    controls: Vec<Control>,
    open: Vec<Change>,
    answered: Vec<Change>,
    left: Left,
}

struct Control {
    id: String,
    what: String,
    owner: String,
    letters: String,
    every: String,
    due: Timestamp,
    overdue: bool,
    last: Option<Timestamp>,
    passed: Option<bool>,
}

/// A recipient that is new, or a setting that changed.
struct Change {
    /// Names it in the form.
    name: String,
    /// Id of its form on the page.
    dom: String,
    what: String,
    at: Timestamp,
    audit: String,
    answer: Option<Reassessment>,
}

async fn show(here: Here) -> Result<Response, Oops> {
    render(&here, Left::default()).await
}

async fn render(here: &Here, left: Left) -> Result<Response, Oops> {
    let (db, f) = (&here.site.db, &here.f);
    let controls = flows::settings::controls(db, here.now).await?.into_iter().map(|s| control(f, s)).collect();
    let changes = flows::settings::demands(db).await?;
    let changes = changes.into_iter().rev().map(|d| change(f, d));
    let (open, answered) = changes.partition(|c| c.answer.is_none());
    let status = if left.wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page(&Show { f, controls, open, answered, left })?).into_response())
}

fn control(f: &Frame, s: Standing) -> Control {
    let owner = f.code("web-plan-role", &s.control.owner);
    let every = [("n", s.control.every_days.into()), ("who", owner.as_str().into())];
    Control {
        every: f.with("web-control-every", &every),
        letters: s.control.article_32.join(", "),
        id: s.control.id,
        what: s.control.what,
        owner,
        due: s.due,
        overdue: s.overdue,
        last: s.last,
        passed: s.passed,
    }
}

fn change(f: &Frame, d: Demand) -> Change {
    let name = format!("{}/{}", d.audit, d.about);
    let dom = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    Change { what: what(f, &d.about), name, dom, at: d.at, audit: d.audit, answer: d.answered }
}

/// `recipient:meta` and `setting:meta/automatic-matching=on` in words.
fn what(f: &Frame, about: &str) -> String {
    let vendor = |id: &str| paper::vendor(&f.words, id);
    if let Some(id) = about.strip_prefix("recipient:") {
        return f.t1("web-change-recipient", "recipient", vendor(id));
    }
    let (place, value) = about.trim_start_matches("setting:").split_once('=').unwrap_or((about, ""));
    let (id, setting) = place.split_once('/').unwrap_or((place, ""));
    let args = [
        ("recipient", vendor(id).into()),
        ("setting", f.code("paper-setting", setting).into()),
        ("value", f.code("paper-switch", value).into()),
    ];
    f.with("web-change-setting", &args)
}

/// A control was done, with its proof.
async fn done(Path(id): Path<String>, posted: Posted) -> Result<Response, Oops> {
    let here = &posted.here;
    let proof = posted.one("proof").unwrap_or_default();
    let result = match posted.one("passed") {
        Some(word) => flows::settings::control_done(&here.site.db, &here.user, &id, proof, word == "yes", here.now)
            .await
            .map_err(Oops::from),
        None => Err(choose("passed")),
    };
    finish(&posted, format!("control-{id}"), result).await
}

async fn answer(posted: Posted) -> Result<Response, Oops> {
    let here = &posted.here;
    let name = posted.one("demand").unwrap_or_default().to_owned();
    let result = match posted.one("dpia") {
        Some(word) => {
            let text = |field: &str| posted.one(field).unwrap_or_default().to_owned();
            let answer = Reassessment { dpia: word == "yes", person: text("person"), reasons: text("reasons") };
            flows::settings::reassess(&here.site.db, &here.user, &name, &answer, here.now).await.map_err(Oops::from)
        }
        None => Err(choose("dpia")),
    };
    let dom = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect::<String>();
    finish(&posted, format!("change-{dom}"), result).await
}

fn choose(field: &str) -> Oops {
    Oops::Wrong(vec![Problem::new(Place::source(field), "choose", format!("`{field}` is not chosen"))])
}

async fn finish(posted: &Posted, form: String, result: Result<(), Oops>) -> Result<Response, Oops> {
    match result {
        Ok(()) => Ok(Redirect::to("/controls").into_response()),
        Err(Oops::Wrong(problems)) => {
            render(&posted.here, Left::of(posted, form).refused(&posted.here.f, &problems, 0)).await
        }
        Err(oops) => Err(oops),
    }
}

impl Show<'_> {
    /// What was written in a form that was refused.
    fn typed(&self, form: &str, field: &str) -> &str {
        if self.left.form == form { self.left.get(field) } else { "" }
    }

    fn wrong(&self, form: &str) -> String {
        let all: Vec<&str> = self.left.wrong.iter().map(|(_, sentence)| sentence.as_str()).collect();
        if self.left.form == form { all.join(" ") } else { String::new() }
    }
}
