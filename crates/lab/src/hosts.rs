//! The names of the replica, and which router answers to which name.

use crate::{Replica, cdn, cdp, pixel, service};
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::sync::Arc;
use tower::ServiceExt;

/// The service itself.
pub const SERVICE: &str = "app.vardmote.example";
/// Customer data platform.
pub const CDP: &str = "cdp.tagbrygga.example";
/// The pixel's loader and configuration.
pub const PIXEL_SCRIPTS: &str = "connect.pixel.example";
/// The pixel's receiver.
pub const PIXEL_RECEIVER: &str = "www.pixel.example";
/// A third party that gets no identifier of anyone.
pub const IMAGES: &str = "cdn.bildlager.example";
/// The service's account at the pixel.
pub const PIXEL_ID: &str = "280520170522001";

pub(crate) const ALL: [&str; 5] = [SERVICE, CDP, PIXEL_SCRIPTS, PIXEL_RECEIVER, IMAGES];

/// One router for the TLS listener: the `Host` header chooses.
pub(crate) fn router(replica: &Arc<Replica>) -> Router {
    let routers = [
        (SERVICE, service::router(replica)),
        (CDP, cdp::router(replica)),
        (PIXEL_SCRIPTS, pixel::scripts(replica)),
        (PIXEL_RECEIVER, pixel::receiver(replica)),
        (IMAGES, cdn::router()),
    ];
    let routers = Arc::new(routers);
    Router::new().fallback(move |request: Request<Body>| {
        let found = routers.iter().find(|(host, _)| host_of(&request) == Some(host)).map(|(_, router)| router.clone());
        dispatch(found, request)
    })
}

fn host_of(request: &Request<Body>) -> Option<&str> {
    let host = request.headers().get(header::HOST)?.to_str().ok()?;
    Some(host.split(':').next().unwrap_or(host))
}

async fn dispatch(router: Option<Router>, request: Request<Body>) -> Response {
    match router {
        Some(router) => router.oneshot(request).await.into_response(),
        None => StatusCode::MISDIRECTED_REQUEST.into_response(),
    }
}
