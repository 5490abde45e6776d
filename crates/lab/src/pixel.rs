//! Our own emulation of an advertising pixel with automatic form matching: loader, configuration and receiver.
//!
//! Paths, keys and switches are those of `Meta` in shared/facts/wire-formats.md; no script of a vendor is copied.

use crate::{PIXEL_RECEIVER, Received, Replica};
use axum::{
    Router,
    body::{Body, Bytes},
    extract::{FromRequest, Multipart, Path, Request, State},
    http::{Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use jiff::Timestamp;
use std::{collections::BTreeMap, sync::Arc};
use url::form_urlencoded;

const LOADER: &str = include_str!("../assets/pixel.js");
const MATCH_KEYS: &str = r#"["em","ph","fn","ln","ge","zp","ct","st","db","country","external_id"]"#;
/// The smallest transparent GIF.
const DOT: &[u8] =
    b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
const BODY_LIMIT: usize = 1 << 20;

pub(crate) fn scripts(replica: &Arc<Replica>) -> Router {
    Router::new()
        .route("/{locale}/fbevents.js", get(loader))
        .route("/signals/config/{id}", get(config))
        .with_state(replica.clone())
}

fn javascript(text: String) -> Response {
    let headers =
        [(header::CONTENT_TYPE, "application/x-javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (headers, text).into_response()
}

async fn loader(Path(_locale): Path<String>) -> Response {
    let receiver = format!("https://{PIXEL_RECEIVER}/tr/");
    javascript(LOADER.replace("__RECEIVER__", &receiver))
}

/// What the vendor's own tool was told. Automatic matching is on when both of its lines are there.
async fn config(State(replica): State<Arc<Replica>>, Path(id): Path<String>) -> Response {
    if id.is_empty() || !id.bytes().all(|b| b.is_ascii_digit()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    javascript(config_script(&id, replica.switches.matching(&id)))
}

fn config_script(id: &str, matching: Option<bool>) -> String {
    let mut switches = String::new();
    if matching == Some(true) {
        switches += &format!("config.set(\"{id}\",\"automaticMatching\",{{\"selectedMatchKeys\":{MATCH_KEYS}}});\n");
        switches += &format!("instance.optIn(\"{id}\",\"AutomaticMatching\",true);\n");
    }
    if matching.is_some() {
        switches += &format!("config.set(\"{id}\",\"inferredEvents\",{{\"buttonSelector\":null}});\n");
        switches += &format!("instance.optIn(\"{id}\",\"InferredEvents\",true);\n");
    }
    format!(
        "// Emulated pixel configuration of the Sluss lab.\n\
         fbq.registerPlugin(\"{id}\",{{__fbEventsPlugin:1,plugin:function(fbq,instance,config){{\n\
         {switches}instance.configLoaded(\"{id}\");\n}}}});\n"
    )
}

pub(crate) fn receiver(replica: &Arc<Replica>) -> Router {
    Router::new()
        .route("/tr", get(receive).post(receive))
        .route("/tr/", get(receive).post(receive))
        .with_state(replica.clone())
}

async fn receive(State(replica): State<Arc<Replica>>, request: Request) -> Response {
    let (method, target) = (request.method().clone(), request.uri().to_string());
    let mut fields = pairs(request.uri().query().unwrap_or_default().as_bytes());
    let Some((encoding, sent)) = body_fields(request).await else { return StatusCode::BAD_REQUEST.into_response() };
    fields.extend(sent);
    replica.sinks.received.push(received(&method, encoding, &target, fields));
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::CONTENT_TYPE, "image/gif")];
    (headers, DOT).into_response()
}

/// The fields of a body, and how they were packed; none when it cannot be read.
async fn body_fields(request: Request<Body>) -> Option<(&'static str, Vec<(String, String)>)> {
    if request.method() == Method::GET {
        return Some(("query", Vec::new()));
    }
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    if kind.starts_with("multipart/form-data") {
        let parts = Multipart::from_request(request, &()).await.ok()?;
        return Some(("multipart", multipart(parts).await?));
    }
    let bytes: Bytes = axum::body::to_bytes(request.into_body(), BODY_LIMIT).await.ok()?;
    Some(("urlencoded", pairs(&bytes)))
}

async fn multipart(mut parts: Multipart) -> Option<Vec<(String, String)>> {
    let mut fields = Vec::new();
    while let Some(part) = parts.next_field().await.ok()? {
        let name = part.name().unwrap_or_default().to_owned();
        fields.push((name, part.text().await.ok()?));
    }
    Some(fields)
}

fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}

fn received(method: &Method, encoding: &str, target: &str, fields: Vec<(String, String)>) -> Received {
    let field = |name: &str| fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    Received {
        at: Timestamp::now(),
        method: method.to_string(),
        encoding: encoding.to_owned(),
        url: format!("https://{PIXEL_RECEIVER}{target}"),
        pixel: field("id"),
        event: field("ev"),
        page: field("dl"),
        match_keys: keyed(&fields, "udff["),
        given: keyed(&fields, "ud["),
        fields,
    }
}

/// `udff[em]=…` → `em` → `…`.
fn keyed(fields: &[(String, String)], prefix: &str) -> BTreeMap<String, String> {
    let inner = |name: &str| Some(name.strip_prefix(prefix)?.strip_suffix(']')?.to_owned());
    fields.iter().filter_map(|(name, value)| Some((inner(name)?, value.clone()))).collect()
}
