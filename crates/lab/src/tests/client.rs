//! A browser without scripts: TLS, cookies, forms; it follows nothing by itself.

use crate::{Lab, SERVICE};
use http_body_util::{BodyExt, Full};
use hyper::{Method, Request, body::Bytes, header};
use hyper_util::rt::TokioIo;
use rustls::{ClientConfig, RootCertStore, pki_types::CertificateDer, pki_types::ServerName};
use std::{collections::BTreeMap, sync::Arc};
use tokio::net::TcpStream;
use url::form_urlencoded;

pub struct Client {
    to: String,
    trust: Arc<ClientConfig>,
    pub cookies: BTreeMap<String, String>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub kind: String,
    pub location: Option<String>,
    pub text: String,
}

impl Client {
    pub fn new(lab: &Lab) -> Self {
        let resolve = lab.resolve().into_iter().find(|r| r.host == SERVICE).expect("the service has a map");
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from(lab.certificate().to_vec())).expect("the certificate can be trusted");
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let config = config.expect("versions are known").with_root_certificates(roots).with_no_client_auth();
        Self {
            to: format!("{}:{}", resolve.to_host, resolve.to_port),
            trust: Arc::new(config),
            cookies: BTreeMap::new(),
        }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.ask(SERVICE, Method::GET, path, "", Vec::new()).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.ask(SERVICE, Method::POST, path, "application/x-www-form-urlencoded", body.into_bytes()).await
    }

    pub async fn ask(&mut self, host: &'static str, method: Method, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        let stream = TcpStream::connect(&self.to).await.expect("the lab listens");
        let name = ServerName::try_from(host).expect("a host name");
        let stream = tokio_rustls::TlsConnector::from(self.trust.clone()).connect(name, stream).await.expect("TLS");
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
        tokio::spawn(connection);
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, host)
            .header(header::CONTENT_TYPE, kind)
            .header(header::COOKIE, if host == SERVICE { cookies.join("; ") } else { String::new() })
            .body(Full::new(Bytes::from(body)))
            .expect("a request");
        let response = sender.send_request(request).await.expect("an answer");
        self.keep(host, response.headers());
        let value = |name| response.headers().get(name).map(|v| v.to_str().expect("ASCII").to_owned());
        let (status, location) = (response.status().as_u16(), value(header::LOCATION));
        let kind = value(header::CONTENT_TYPE).unwrap_or_default();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        Answer { status, kind, location, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    fn keep(&mut self, host: &str, headers: &hyper::HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE).iter().filter(|_| host == SERVICE) {
            let pair = line.to_str().expect("ASCII").split(';').next().expect("a pair");
            let (name, value) = pair.split_once('=').expect("name and value");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// Every `https://host` that a page names.
pub fn hosts_in(html: &str) -> Vec<String> {
    let mut rest = html;
    let mut hosts = Vec::new();
    while let Some(at) = rest.find("//") {
        rest = &rest[at + 2..];
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-')).unwrap_or(rest.len());
        if rest[..end].contains('.') {
            hosts.push(rest[..end].to_owned());
        }
    }
    hosts
}

/// The link in a message, as a path of the service.
pub fn path_in(text: &str) -> String {
    let from = text.find("https://").expect("a link");
    let link = text[from..].split_whitespace().next().expect("a link");
    let path = link.strip_prefix(&format!("https://{SERVICE}"));
    path.expect("a link to the service").to_owned()
}
