//! The invited person's side. No tag, no third party, no question: only the meeting.

use super::{
    Shared,
    pages::{Frame, Meeting, Notice, page},
    visitor::Visitor,
};
use crate::Replica;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};

pub(super) async fn door(State(replica): Shared, visitor: Visitor, Path(token): Path<String>) -> Response {
    room(&replica, visitor, token, false).await
}

pub(super) async fn enter(State(replica): Shared, visitor: Visitor, Path(token): Path<String>) -> Response {
    room(&replica, visitor, token, true).await
}

async fn room(replica: &Replica, visitor: Visitor, token: String, waiting: bool) -> Response {
    match replica.store.host(&token).await {
        Ok(Some(host)) => {
            let f = Frame::new(&visitor, if waiting { "waiting-title" } else { "meeting-title" });
            let (name, organisation) = (host.name(), host.organisation);
            page(StatusCode::OK, &Meeting { f, host: name, organisation, token, waiting })
        }
        Ok(None) => page(StatusCode::NOT_FOUND, &Notice::new(&visitor, "no-meeting-title", "no-meeting-text")),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
