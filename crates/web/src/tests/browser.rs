//! A browser of a few lines: keeps cookies, follows nothing, drives the router without a socket.

use crate::site::Site;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use std::collections::BTreeMap;
use tower::ServiceExt as _;

#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    pub headers: Vec<(&'static str, String)>,
}

pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Page {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("pages are UTF-8")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().expect("headers are ASCII"))
    }

    /// The token of the first form.
    pub fn csrf(&self) -> String {
        let text = self.text();
        let after = text.split("name=\"csrf\" value=\"").nth(1).expect("a form with a token");
        after.split('"').next().unwrap_or_default().to_owned()
    }
}

impl Browser {
    pub fn new(site: Site) -> Self {
        let headers = vec![("host", "127.0.0.1:8080".to_owned())];
        Self { router: crate::router(site), cookies: BTreeMap::new(), headers }
    }

    /// The same browser, with its cookies, at another site.
    pub fn moved_to(&self, site: Site) -> Self {
        Self { router: crate::router(site), ..self.clone() }
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Method::GET, path, None).await
    }

    /// Opens a one-time link and presses its button.
    pub async fn log_in(&mut self, link: &str) -> Page {
        let asked = self.get(link).await.text();
        let token = asked.split("name=\"token\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("a button");
        self.post("/login", &[("token", token)]).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let pairs: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", escaped(n), escaped(v))).collect();
        self.send(Method::POST, path, Some(pairs.join("&"))).await
    }

    /// As a form with a file is sent (RFC 7578).
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Page {
        let part = |name: &str, value: &str| {
            format!("--b0\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let mut body: Vec<u8> = fields.iter().flat_map(|(name, value)| part(name, value).into_bytes()).collect();
        let head = format!("--b0\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), bytes, b"\r\n--b0--\r\n"].concat());
        self.sent(Method::POST, path, Some("multipart/form-data; boundary=b0"), body).await
    }

    pub async fn json(&mut self, path: &str, body: &serde_json::Value) -> Page {
        self.sent(Method::POST, path, Some("application/json"), body.to_string().into_bytes()).await
    }

    pub async fn send(&mut self, method: Method, path: &str, form: Option<String>) -> Page {
        let kind = form.is_some().then_some("application/x-www-form-urlencoded");
        self.sent(method, path, kind, form.unwrap_or_default().into_bytes()).await
    }

    async fn sent(&mut self, method: Method, path: &str, kind: Option<&str>, body: Vec<u8>) -> Page {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let cookies: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("the router does not fail");
        let (parts, body) = response.into_parts();
        self.keep(&parts.headers);
        let body = to_bytes(body, 16 * 1024 * 1024).await.expect("a body").to_vec();
        Page { status: parts.status, headers: parts.headers, body }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE).iter().filter_map(|v| v.to_str().ok()) {
            let pair = cookie.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    pub fn speak(&mut self, lang: &str) {
        self.cookies.insert("sluss-lang".to_owned(), lang.to_owned());
    }
}

fn escaped(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}
