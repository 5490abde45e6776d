//! The sign of life over HTTP: 200 while the routine is on time, 503 once it is overdue, so that monitoring outside
//! notices a routine that hangs or fails; one that is gone does not answer at all.

use super::state::{Pulse, check};
use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::Timestamp;
use std::path::PathBuf;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub fn serve(listener: TcpListener, state: PathBuf) -> JoinHandle<()> {
    let site = Router::new().route("/health", get(move || std::future::ready(health(&state))));
    tokio::spawn(async move {
        let _ = axum::serve(listener, site).await;
    })
}

fn health(state: &std::path::Path) -> Response {
    let (status, body) = match check(state, Timestamp::now()) {
        Ok((heart, pulse)) => {
            let overdue = matches!(pulse, Pulse::Overdue | Pulse::Silent);
            let mut body = serde_json::to_value(&heart).unwrap_or_default();
            body["overdue"] = overdue.into();
            (if pulse == Pulse::OnTime { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, body)
        }
        Err(trouble) => {
            (StatusCode::SERVICE_UNAVAILABLE, serde_json::json!({"overdue": true, "why": trouble.to_string()}))
        }
    };
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}
