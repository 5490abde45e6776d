//! One request at a time over HTTP/1.1, with TLS where the address says so: vendor configurations, alarms, time stamps.

use facts::Resolve;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{Request, body::Bytes, header};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use url::Url;

/// Longest answer that is read.
const LIMIT: usize = 16 << 20;

/// How hosts are reached: as an audit reaches them.
#[derive(Debug, Clone, Copy)]
pub struct Ways<'a> {
    pub resolve: &'a [Resolve],
    /// Accept any certificate.
    pub insecure: bool,
    /// Longest wait for the whole answer.
    pub patience: Duration,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

/// Fetches an address. Redirects are not followed: they would lead where nobody named.
pub async fn get(url: &str, ways: Ways<'_>) -> Result<Answer, String> {
    send(url, None, ways).await
}

/// Sends a body of this media type.
pub async fn post(url: &str, kind: &str, body: Vec<u8>, ways: Ways<'_>) -> Result<Answer, String> {
    post_with(url, &[(header::CONTENT_TYPE.as_str(), kind)], body, ways).await
}

/// Sends a body under these headers.
pub async fn post_with(url: &str, headers: Headers<'_>, body: Vec<u8>, ways: Ways<'_>) -> Result<Answer, String> {
    send(url, Some((headers, body)), ways).await
}

type Headers<'a> = &'a [(&'a str, &'a str)];

async fn send(url: &str, body: Option<(Headers<'_>, Vec<u8>)>, ways: Ways<'_>) -> Result<Answer, String> {
    let address = Url::parse(url).map_err(|e| format!("`{url}` is no address: {e}"))?;
    let answer = timeout(ways.patience, connected(&address, body, ways)).await;
    let answer = answer.unwrap_or_else(|_| Err(format!("no answer within {} s", ways.patience.as_secs())));
    answer.map_err(|why| format!("{}: {why}", address.host_str().unwrap_or_default()))
}

async fn connected(address: &Url, body: Option<(Headers<'_>, Vec<u8>)>, ways: Ways<'_>) -> Result<Answer, String> {
    let host = address.host_str().ok_or("the address names no host")?.trim_matches(['[', ']']);
    let port = address.port_or_known_default().ok_or("the address names no port")?;
    let (to, to_port) = ways
        .resolve
        .iter()
        .find(|r| r.host == host && r.port == port)
        .map_or((host, port), |r| (r.to_host.trim_matches(['[', ']']), r.to_port));
    let stream = TcpStream::connect((to, to_port)).await.map_err(text)?;
    let request = request(address, body)?;
    match address.scheme() {
        "http" => speak(stream, request).await,
        "https" => {
            let name = ServerName::try_from(host.to_owned()).map_err(text)?;
            let tls = TlsConnector::from(Arc::new(capture::trust::config(ways.insecure)?));
            speak(tls.connect(name, stream).await.map_err(text)?, request).await
        }
        other => Err(format!("`{other}` is neither http nor https")),
    }
}

fn request(address: &Url, body: Option<(Headers<'_>, Vec<u8>)>) -> Result<Request<Full<Bytes>>, String> {
    let path = address.query().map_or_else(|| address.path().to_owned(), |q| format!("{}?{q}", address.path()));
    let host = &address[url::Position::BeforeHost..url::Position::AfterPort];
    let builder = Request::builder().uri(path).header(header::HOST, host).header(header::USER_AGENT, "sluss");
    let request = match body {
        None => builder.method("GET").body(Full::default()),
        Some((headers, bytes)) => {
            let builder = headers.iter().fold(builder.method("POST"), |b, (name, value)| b.header(*name, *value));
            builder.body(Full::new(bytes.into()))
        }
    };
    request.map_err(text)
}

async fn speak(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Full<Bytes>>,
) -> Result<Answer, String> {
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(text)?;
    let carried = tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(text)?;
    let status = answer.status().as_u16();
    let body = Limited::new(answer.into_body(), LIMIT).collect().await.map_err(|e| e.to_string())?;
    carried.abort();
    Ok(Answer { status, body: body.to_bytes().to_vec() })
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
