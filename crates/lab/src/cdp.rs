//! The customer data platform: one script on the service's pages, which loads the pixel and tells it what it may do.
//!
//! Its setting says that automatic matching is off and identifiers are hashed. It can only decide what *it* hands to
//! the pixel; what the pixel takes by itself is decided by the pixel's own configuration.

use crate::{Collected, PIXEL_ID, PIXEL_SCRIPTS, Replica, SERVICE};
use axum::{
    Json, Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::sync::Arc;

/// The service's project at the platform.
pub(crate) const PROJECT: &str = "vm-4c1e";
const SCRIPT: &str = include_str!("../assets/cdp.js");

pub(crate) fn router(replica: &Arc<Replica>) -> Router {
    Router::new()
        .route("/t/{script}", get(script))
        .route("/v1/projects/{project}/settings", get(settings))
        .route("/v1/track", post(track))
        .with_state(replica.clone())
}

pub(crate) fn script_url() -> String {
    format!("https://{}/t/{PROJECT}.js", crate::CDP)
}

async fn script(Path(script): Path<String>) -> Response {
    if script.strip_suffix(".js") != Some(PROJECT) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let text = SCRIPT.replace("__PROJECT__", PROJECT);
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], text)
        .into_response()
}

/// What the service's data team set, as anybody can read it.
pub(crate) fn settings_json() -> Value {
    json!({
        "project": PROJECT,
        "privacy": { "hashIdentifiers": true, "trackMeetingPages": false },
        "destinations": {
            "pixel": {
                "id": PIXEL_ID,
                "loader": format!("https://{PIXEL_SCRIPTS}/sv_SE/fbevents.js"),
                "automaticMatching": "off",
                "events": { "Account Created": "Lead", "Invitation Sent": "Contact" }
            }
        }
    })
}

async fn settings(Path(project): Path<String>) -> Response {
    if project != PROJECT {
        return StatusCode::NOT_FOUND.into_response();
    }
    let origin = format!("https://{SERVICE}");
    let headers = [(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin), (header::CACHE_CONTROL, "no-store".to_owned())];
    (headers, Json(settings_json())).into_response()
}

async fn track(State(replica): State<Arc<Replica>>, body: String) -> StatusCode {
    let Ok(value) = serde_json::from_str::<Value>(&body) else { return StatusCode::BAD_REQUEST };
    let word = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    replica.sinks.collected.push(Collected { at: Timestamp::now(), event: word("event"), page: word("page"), body });
    StatusCode::NO_CONTENT
}
