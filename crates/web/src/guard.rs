//! What stands before every page: the host's name, the language, the headers, and what becomes of an error.

use crate::oops::Oops;
use crate::pages;
use crate::say::{Say, choose};
use crate::session::{self, cookie_value};
use crate::site::{LARGEST_BODY, Site};
use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use facts::Lang;
use paper::Words;
use std::net::IpAddr;
use std::sync::Arc;

/// Nothing may be loaded but our own styles and pictures, nothing may run, nobody may frame us.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";
const LANGUAGE_COOKIE: &str = "sluss-lang";
const YEAR: u32 = 365 * 24 * 3600;

pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let set = |headers: &mut HeaderMap, name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    let headers = response.headers_mut();
    set(headers, header::CONTENT_SECURITY_POLICY, POLICY);
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, header::REFERRER_POLICY, "no-referrer");
    set(headers, header::X_FRAME_OPTIONS, "DENY");
    set(headers, header::CACHE_CONTROL, "no-store");
    set(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(headers, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(headers, HeaderName::from_static("x-robots-tag"), "noindex, nofollow");
    set(headers, HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()");
    response
}

/// A page of another name that was pointed at this address could read everything (DNS rebinding). It has to use a
/// name for it, so addresses and `localhost` pass, and the names the site was given.
pub async fn known_host(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let from_header = request.headers().get(header::HOST).and_then(|h| h.to_str().ok());
    let host = from_header.or_else(|| request.uri().authority().map(|a| a.as_str()));
    if host.is_some_and(|h| is_ours(h, &site.hosts)) {
        return next.run(request).await;
    }
    // Outside the language layer, so the page is made here.
    pages::oops(&site, chosen(request.headers(), None), request.uri().path(), Oops::WrongHost, None)
}

fn is_ours(host: &str, names: &[String]) -> bool {
    let name = match host.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or(""),
        None => host.split(':').next().unwrap_or(""),
    };
    let ours = name.eq_ignore_ascii_case("localhost") || names.iter().any(|n| n.eq_ignore_ascii_case(name));
    ours || name.parse::<IpAddr>().is_ok()
}

/// `?lang=` is remembered and taken out of the address; errors become pages in the reader's language.
pub async fn language(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let query = request.uri().query().and_then(asked);
    if let (Some(lang), &Method::GET) = (query, request.method()) {
        return remember(&site, lang, request.uri().path());
    }
    let lang = chosen(request.headers(), query);
    let path = request.uri().path().to_owned();
    let foreign = request.method() == Method::GET && is_foreign(request.headers());
    let (request, sent) = Sent::of(&site, request).await;
    let response = next.run(request).await;
    let oops = response.extensions().get::<Oops>().cloned().or_else(|| plain_error(&response));
    if let Some(Oops::Failed(why)) = &oops {
        (site.tell)(why);
    }
    match oops {
        Some(Oops::Login) if foreign => {
            session::once_more(&site, Chosen(lang), &path).unwrap_or_else(Oops::into_response)
        }
        Some(oops) => pages::oops(&site, lang, &path, oops, sent),
        None => response,
    }
}

/// A form as it was sent from a page of ours: what was written is given back where it cannot be taken.
pub struct Sent {
    pub to: String,
    /// Of the session there is, which may be another than when the form was made.
    pub csrf: String,
    pub fields: Vec<(String, String)>,
}

impl Sent {
    async fn of(site: &Site, request: Request) -> (Request, Option<Self>) {
        if !Self::is_ours(&request) {
            return (request, None);
        }
        let (parts, body) = request.into_parts();
        let Ok(bytes) = to_bytes(body, LARGEST_BODY).await else {
            return (Request::from_parts(parts, Body::empty()), None);
        };
        let fields = url::form_urlencoded::parse(&bytes).into_owned().filter(|(name, _)| name != "csrf").collect();
        let sent = Self { to: parts.uri.path().to_owned(), csrf: session::token(site, &parts.headers), fields };
        (Request::from_parts(parts, Body::from(bytes)), Some(sent))
    }

    fn is_ours(request: &Request) -> bool {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let fits = request.body().size_hint().exact().is_some_and(|length| length <= LARGEST_BODY as u64);
        let is_form = request.method() == Method::POST && kind.starts_with("application/x-www-form-urlencoded");
        is_form && fits && session::same_origin(request.headers())
    }
}

/// A link on another site led here, to a page.
fn is_foreign(headers: &HeaderMap) -> bool {
    let says = |name: &str, value: &str| headers.get(name).is_some_and(|v| v == value);
    says("sec-fetch-site", "cross-site") && says("sec-fetch-mode", "navigate")
}

/// An error that no handler of ours made into a page or into JSON.
fn plain_error(response: &Response) -> Option<Oops> {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    let ours = kind.starts_with("text/html") || kind.starts_with("application/json");
    if ours { None } else { Oops::of_status(response.status()) }
}

fn asked(query: &str) -> Option<Lang> {
    query.split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Lang::from_tag)
}

fn remember(site: &Site, lang: Lang, path: &str) -> Response {
    let secure = if site.https { "; Secure" } else { "" };
    let cookie = format!("{LANGUAGE_COOKIE}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={YEAR}{secure}", lang.tag());
    // `//host` would be another site's address.
    let path = format!("/{}", path.trim_start_matches('/'));
    ([(header::SET_COOKIE, cookie)], Redirect::to(&path)).into_response()
}

fn chosen(headers: &HeaderMap, query: Option<Lang>) -> Lang {
    let accept = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
    query.unwrap_or_else(|| choose(None, cookie_value(headers, LANGUAGE_COOKIE), accept))
}

/// The language of a request.
#[derive(Debug, Clone, Copy)]
pub struct Chosen(pub Lang);

impl Chosen {
    pub fn say(self, site: &Site) -> Say {
        Say { words: Words::new(self.0), zone: site.zone.clone() }
    }
}

impl FromRequestParts<Arc<Site>> for Chosen {
    type Rejection = Oops;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Site>) -> Result<Self, Oops> {
        Ok(Self(chosen(&parts.headers, parts.uri.query().and_then(asked))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_localhost_and_given_names_are_ours() {
        let names = ["breach.example.org".to_owned()];
        for host in ["127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]:80", "10.0.0.7", "breach.example.org:443"] {
            assert!(is_ours(host, &names), "{host}");
        }
        for host in ["evil.example", "127.0.0.1.evil.example", "", "[evil]", "localhost.evil.example", "xlocalhost"] {
            assert!(!is_ours(host, &names), "{host}");
        }
    }
}
