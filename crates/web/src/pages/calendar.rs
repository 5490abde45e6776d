//! The deadlines in a calendar (iCalendar, RFC 5545). A calendar program cannot log in: its address holds a secret, of
//! which the register keeps the digest. A new address makes the old one worthless.

use super::page;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::session::{Here, Posted, digest, key};
use crate::site::Site;
use ::facts::Lang;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use paper::Words;
use respond::{Case, Reminders};
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/calendar", get(show).post(renew)).route("/calendar/{key}/{file}", get(feed))
}

#[derive(Template)]
#[template(path = "calendar.html")]
struct Show<'a> {
    f: &'a Frame,
    /// The path of the feed, told once.
    path: Option<String>,
    held: bool,
}

async fn show(here: Here) -> Result<Response, Oops> {
    let held = flows::calendar::holds(&here.site.db, &here.user).await?;
    page(&Show { f: &here.f, path: None, held })
}

async fn renew(posted: Posted) -> Result<Response, Oops> {
    let (here, (secret, digest)) = (&posted.here, key());
    flows::calendar::grant(&here.site.db, &here.user, digest, here.now).await?;
    let path = format!("/calendar/{secret}/{}.ics", here.f.lang().tag());
    page(&Show { f: &here.f, path: Some(path), held: true })
}

async fn feed(State(site): State<Arc<Site>>, Path((key, file)): Path<(String, String)>) -> Result<Response, Oops> {
    let lang = file.strip_suffix(".ics").and_then(Lang::from_tag).ok_or(Oops::NotFound)?;
    if !flows::calendar::granted(&site.db, digest(&key)).await? {
        return Err(Oops::NotFound);
    }
    let settings = flows::settings::organisation(&site.db).await?;
    let reminders = settings.map_or_else(Reminders::default, |o| o.reminders);
    let cases: Vec<Case> = site.db.cases().await?.into_iter().map(|stored| stored.case).collect();
    let feed = flows::calendar::feed(&cases, &reminders, &Words::new(lang), site.now());
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], feed).into_response())
}
