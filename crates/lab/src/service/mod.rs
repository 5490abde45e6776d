//! The service: what a carer and an invited person see. It works without scripts.

mod account;
mod invite;
mod meeting;
mod pages;
mod visitor;

use crate::Replica;
use axum::{
    Router,
    extract::{Form, State},
    http::{StatusCode, header},
    middleware,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use pages::{Frame, Notice, page};
use serde::Deserialize;
use std::sync::Arc;
use visitor::{CONSENT, Visitor, cookie};

type Shared = State<Arc<Replica>>;

pub(crate) fn router(replica: &Arc<Replica>) -> Router {
    Router::new()
        .route("/", get(start))
        .route("/privacy", get(privacy))
        .route("/consent", post(consent))
        .route("/register", get(account::register_form).post(account::register))
        .route("/login", get(account::login_form).post(account::login))
        .route("/login/{token}", get(account::open_link).post(account::spend_link))
        .route("/check-mail", get(account::check_mail))
        .route("/logout", post(account::logout))
        .route("/invite", get(invite::form).post(invite::send))
        .route("/sent/{id}", get(invite::sent))
        .route("/m/{token}", get(meeting::door).post(meeting::enter))
        .route("/assets/style.css", get(style))
        .route("/assets/mark.svg", get(mark))
        .fallback(missing)
        .layer(middleware::from_fn(visitor::remember_language))
        .with_state(replica.clone())
}

async fn start(State(replica): Shared, visitor: Visitor) -> Response {
    let frame = Frame::new(&visitor, "start-title").tagged(&replica, &visitor, &[]);
    page(StatusCode::OK, &pages::Start { f: frame, image: crate::cdn::image_url() })
}

async fn privacy(visitor: Visitor) -> Response {
    page(StatusCode::OK, &pages::Privacy { f: Frame::new(&visitor, "privacy-title") })
}

#[derive(Deserialize)]
struct Answer {
    answer: String,
    #[serde(default)]
    back: String,
}

async fn consent(Form(Answer { answer, back }): Form<Answer>) -> Response {
    if !["accept", "reject"].contains(&answer.as_str()) {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    }
    // Only a path of this service: `//host` would be another one.
    let back = if back.starts_with('/') && !back.starts_with("//") && !back.contains('\\') { back } else { "/".into() };
    ([(header::SET_COOKIE, cookie(CONSENT, &answer, 180 * 86_400))], Redirect::to(&back)).into_response()
}

async fn missing(visitor: Visitor) -> Response {
    page(StatusCode::NOT_FOUND, &Notice::new(&visitor, "missing-title", "missing-text"))
}

async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("../../assets/style.css")).into_response()
}

async fn mark() -> Response {
    ([(header::CONTENT_TYPE, "image/svg+xml")], include_str!("../../assets/mark.svg")).into_response()
}
