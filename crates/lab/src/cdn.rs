//! A third party that only serves a picture: what an audit must not cry about.

use axum::{
    Router,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use sha2::{Digest, Sha256};
use std::fmt::Write;

const PICTURE: &str = include_str!("../assets/meeting.svg");

pub(crate) fn router() -> Router {
    Router::new().route("/i/{digest}/meeting.svg", get(picture))
}

/// The picture's address holds digests of the picture, as caches like it: they look like hashed identifiers.
pub(crate) fn image_url() -> String {
    let digest = digest();
    format!("https://{}/i/{}/meeting.svg?v={digest}", crate::IMAGES, &digest[..32])
}

fn digest() -> String {
    Sha256::digest(PICTURE).iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

async fn picture(Path(asked): Path<String>) -> Response {
    if asked != digest()[..32] {
        return StatusCode::NOT_FOUND.into_response();
    }
    let headers =
        [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, PICTURE).into_response()
}
