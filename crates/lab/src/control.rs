//! The page for whoever runs the lab: switches, sinks and ground truth. Plain HTTP, this machine only.

use crate::{
    Collected, Mail, PIXEL_ID, Received, Replica, SERVICE, Sms, Switches, hosts,
    words::{Words, words},
};
use askama::Template;
use axum::{
    Json, Router,
    extract::{Form, Query, Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::{self, Next},
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use facts::Lang;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

const CSS: &str = include_str!("../assets/control.css");

type Shared = State<Arc<Replica>>;

pub(crate) fn router(replica: &Arc<Replica>) -> Router {
    Router::new()
        .route("/", get(overview))
        .route("/truth.json", get(truth))
        .route("/switches", post(turn))
        .route("/clear", post(clear))
        .layer(middleware::from_fn(own_page_only))
        .route("/gateway/sms", post(take_sms))
        .with_state(replica.clone())
}

/// Another site, or a name that was bound to this address, may neither read nor turn anything.
async fn own_page_only(request: Request, next: Next) -> Response {
    if is_own(request.headers()) { next.run(request).await } else { StatusCode::FORBIDDEN.into_response() }
}

fn is_own(headers: &HeaderMap) -> bool {
    let value = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let host = value(header::HOST).unwrap_or_default();
    let local = ["127.0.0.1", "localhost"].contains(&host.split(':').next().unwrap_or_default());
    local && value(header::ORIGIN).is_none_or(|origin| origin == format!("http://{host}"))
}

#[derive(Deserialize)]
struct Asked {
    lang: Option<String>,
}

#[derive(Template)]
#[template(path = "control.html")]
struct Overview {
    words: &'static Words,
    switches: Switches,
    start: String,
    rules: String,
    received: Vec<Received>,
    mails: Vec<Mail>,
    sms: Vec<Sms>,
    collected: Vec<Collected>,
}

impl Overview {
    fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    fn matching(&self) -> bool {
        self.switches.matching.get(PIXEL_ID).copied().unwrap_or_default()
    }

    fn languages(&self) -> [Lang; 3] {
        Lang::ALL
    }

    fn clock(&self, at: &Timestamp) -> String {
        at.strftime("%H:%M:%S").to_string()
    }
}

/// What Chromium needs to find the replica.
fn resolver_rules(port: u16) -> String {
    let rules: Vec<String> = hosts::ALL.iter().map(|host| format!("MAP {host}:443 127.0.0.1:{port}")).collect();
    rules.join(", ")
}

async fn overview(State(replica): Shared, Query(asked): Query<Asked>) -> Response {
    let lang = asked.lang.and_then(|tag| Lang::from_tag(&tag)).unwrap_or(replica.lang);
    let sinks = &replica.sinks;
    let page = Overview {
        words: words(lang),
        switches: replica.switches.read(),
        start: format!("https://{SERVICE}/"),
        rules: resolver_rules(replica.service_port),
        received: newest_first(sinks.received.all()),
        mails: newest_first(sinks.mails.all()),
        sms: newest_first(sinks.sms.all()),
        collected: newest_first(sinks.collected.all()),
    };
    match page.render() {
        Ok(html) => Html(html).into_response(),
        Err(why) => (StatusCode::INTERNAL_SERVER_ERROR, why.to_string()).into_response(),
    }
}

fn newest_first<T>(mut items: Vec<T>) -> Vec<T> {
    items.reverse();
    items
}

#[derive(Serialize)]
struct Truth {
    switches: Switches,
    received: Vec<Received>,
    collected: Vec<Collected>,
    mails: Vec<Mail>,
    sms: Vec<Sms>,
}

async fn truth(State(replica): Shared) -> Json<impl Serialize> {
    let sinks = &replica.sinks;
    Json(Truth {
        switches: replica.switches.read(),
        received: sinks.received.all(),
        collected: sinks.collected.all(),
        mails: sinks.mails.all(),
        sms: sinks.sms.all(),
    })
}

#[derive(Deserialize)]
struct Turn {
    matching: Option<bool>,
    consent_gate: Option<bool>,
    lang: Option<String>,
}

async fn turn(State(replica): Shared, Form(turn): Form<Turn>) -> Redirect {
    if let Some(on) = turn.matching {
        replica.switches.set_matching(PIXEL_ID, on);
    }
    if let Some(on) = turn.consent_gate {
        replica.switches.set_consent_gate(on);
    }
    back(turn.lang.as_deref())
}

async fn clear(State(replica): Shared, Form(asked): Form<Asked>) -> Redirect {
    replica.sinks.clear();
    back(asked.lang.as_deref())
}

fn back(lang: Option<&str>) -> Redirect {
    match lang.and_then(Lang::from_tag) {
        Some(lang) => Redirect::to(&format!("/?lang={}", lang.tag())),
        None => Redirect::to("/"),
    }
}

#[derive(Deserialize)]
struct Message {
    to: String,
    text: String,
}

/// The SMS gateway: takes a message and keeps it in memory.
async fn take_sms(State(replica): Shared, Json(Message { to, text }): Json<Message>) -> StatusCode {
    replica.sinks.sms.push(Sms { at: Timestamp::now(), to, text });
    StatusCode::ACCEPTED
}
