//! Who asks: language, consent and account, read from query and cookies.

use crate::{
    Replica,
    store::Account,
    words::{Words, words},
};
use axum::{
    extract::{FromRequestParts, Request},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    middleware::Next,
    response::Response,
};
use facts::Lang;
use std::sync::Arc;
use url::form_urlencoded;

pub(super) const SESSION: &str = "vm_session";
pub(super) const LANGUAGE: &str = "vm_lang";
pub(super) const CONSENT: &str = "vm_consent";
pub(super) const FORM: &str = "vm_form";

pub(super) struct Visitor {
    pub words: &'static Words,
    /// `accept` or `reject`; none while the question is open.
    pub consent: Option<String>,
    pub session: Option<String>,
    pub form_token: Option<String>,
    pub account: Option<Account>,
    pub path: String,
}

impl FromRequestParts<Arc<Replica>> for Visitor {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, replica: &Arc<Replica>) -> Result<Self, StatusCode> {
        let cookies = |name: &str| read_cookie(&parts.headers, name);
        let chosen = asked_language(parts.uri.query()).or_else(|| Lang::from_tag(&cookies(LANGUAGE)?));
        let session = cookies(SESSION);
        let account = match &session {
            Some(token) => replica.store.session(token).await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?,
            None => None,
        };
        Ok(Self {
            words: words(chosen.unwrap_or(replica.lang)),
            consent: cookies(CONSENT).filter(|answer| answer == "accept" || answer == "reject"),
            form_token: cookies(FORM),
            session,
            account,
            path: parts.uri.path().to_owned(),
        })
    }
}

fn asked_language(query: Option<&str>) -> Option<Lang> {
    let mut pairs = form_urlencoded::parse(query?.as_bytes());
    Lang::from_tag(&pairs.find(|(name, _)| name == "lang")?.1)
}

fn read_cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value.to_owned())
}

/// A cookie of the service's own, unreadable for scripts.
pub(super) fn cookie(name: &str, value: &str, seconds: u32) -> String {
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; Secure; SameSite=Lax")
}

/// `?lang=fi` holds for the pages after it too.
pub(super) async fn remember_language(request: Request, next: Next) -> Response {
    let asked = asked_language(request.uri().query());
    let mut response = next.run(request).await;
    if let Some(value) = asked.and_then(|lang| HeaderValue::from_str(&cookie(LANGUAGE, lang.tag(), 31_536_000)).ok()) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
