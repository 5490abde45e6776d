//! The style sheet: one file of our own, named by its digest so that it may be kept for good.

use crate::oops::Oops;
use crate::site::Site;
use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest as _, Sha256};
use std::sync::{Arc, LazyLock};

const OWN_CSS: &str = include_str!("../assets/web.css");

static STYLE: LazyLock<String> = LazyLock::new(|| format!("{}\n{OWN_CSS}", paper::BASE_CSS));
static NAME: LazyLock<String> = LazyLock::new(|| {
    let digest = Sha256::digest(STYLE.as_bytes());
    digest[..8].iter().map(|b| format!("{b:02x}")).collect::<String>() + ".css"
});

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/assets/{name}", get(style)).route("/favicon.ico", get(async || StatusCode::NO_CONTENT))
}

/// Address of the style sheet, for the templates.
pub fn style_address() -> String {
    format!("/assets/{}", *NAME)
}

async fn style(Path(name): Path<String>) -> Result<Response, Oops> {
    if name != *NAME {
        return Err(Oops::NotFound);
    }
    let headers = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, STYLE.as_str()).into_response())
}
