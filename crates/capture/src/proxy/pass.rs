//! One request on its way through: noted, handed on, and its body copied while it flows.

use super::Log;
use crate::archive::websocket::Socket;
use crate::devtools::lock;
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Empty};
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::client::conn::{http1, http2};
use hyper::header::{self, HeaderMap, HeaderName};
use hyper::upgrade::Upgraded;
use hyper::{Request, Response, StatusCode, Uri};
use hyper_util::rt::{TokioExecutor, TokioIo};
use jiff::Timestamp;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};

pub type Answer = Response<BoxBody<Bytes, hyper::Error>>;
pub type Client = TokioIo<Upgraded>;

/// A request that went out.
pub struct Passed {
    pub at: Timestamp,
    pub method: String,
    /// `http` and `https`, also for a WebSocket.
    pub url: String,
    pub headers: Vec<(String, String)>,
    pub body: Arc<Mutex<Vec<u8>>>,
    /// Messages sent over a WebSocket.
    pub frames: Arc<Mutex<Vec<Vec<u8>>>>,
    pub status: Option<u16>,
}

/// Longest body that is kept.
const LONGEST: usize = 128 << 20;

/// Concern one connection only (RFC 9110 section 7.6.1). Without its extensions a WebSocket is not compressed.
const OWN: [HeaderName; 4] = [
    HeaderName::from_static("proxy-connection"),
    HeaderName::from_static("keep-alive"),
    header::PROXY_AUTHORIZATION,
    header::SEC_WEBSOCKET_EXTENSIONS,
];

/// The connection to the other end.
#[derive(Clone)]
pub enum Line {
    First(Arc<tokio::sync::Mutex<http1::SendRequest<Tee>>>),
    Second(http2::SendRequest<Tee>),
}

#[derive(Clone)]
pub struct Way {
    pub line: Line,
    /// Scheme, host and port.
    pub origin: String,
}

impl Line {
    pub async fn http1(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static) -> hyper::Result<Self> {
        let (sender, connection) =
            http1::Builder::new().preserve_header_case(true).handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection.with_upgrades());
        Ok(Self::First(Arc::new(tokio::sync::Mutex::new(sender))))
    }

    pub async fn http2(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static) -> hyper::Result<Self> {
        let (sender, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self::Second(sender))
    }

    async fn send(&self, request: Request<Tee>) -> hyper::Result<Response<Incoming>> {
        match self {
            Self::First(sender) => {
                let mut sender = sender.lock().await;
                sender.ready().await?;
                sender.send_request(request).await
            }
            Self::Second(sender) => {
                let mut sender = sender.clone();
                sender.ready().await?;
                sender.send_request(request).await
            }
        }
    }
}

impl Way {
    pub async fn pass(&self, log: &Mutex<Log>, mut request: Request<Incoming>) -> hyper::Result<Answer> {
        let path = request.uri().path_and_query().map_or("/", |p| p.as_str()).to_owned();
        let passed = Passed {
            at: Timestamp::now(),
            method: request.method().to_string(),
            url: format!("{}{path}", self.origin),
            headers: texts(request.headers()),
            body: Arc::default(),
            frames: Arc::default(),
            status: None,
        };
        let (body, frames) = (Arc::clone(&passed.body), Arc::clone(&passed.frames));
        let n = {
            let mut log = lock(log);
            log.passed.push(passed);
            log.passed.len() - 1
        };
        let client = hyper::upgrade::on(&mut request);
        if matches!(self.line, Line::First(_)) {
            *request.uri_mut() = path.parse::<Uri>().unwrap_or_default();
        }
        OWN.iter().for_each(|name| drop(request.headers_mut().remove(name)));
        let mut answer = self.line.send(request.map(|inner| Tee { inner, copy: body })).await?;
        if let Some(passed) = lock(log).passed.get_mut(n) {
            passed.status = Some(answer.status().as_u16());
        }
        if answer.status() == StatusCode::SWITCHING_PROTOCOLS {
            let server = hyper::upgrade::on(&mut answer);
            tokio::spawn(converse(client, server, frames));
        }
        Ok(answer.map(BodyExt::boxed))
    }
}

fn texts(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |(name, value): (&HeaderName, &header::HeaderValue)| {
        (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    headers.iter().map(text).collect()
}

/// An answer without a body.
pub fn nothing(status: StatusCode) -> Answer {
    let mut answer = Response::new(Empty::new().map_err(|never| match never {}).boxed());
    *answer.status_mut() = status;
    answer
}

/// Both ways until either side ends; what the browser says is read on the way.
async fn converse(
    client: hyper::upgrade::OnUpgrade,
    server: hyper::upgrade::OnUpgrade,
    frames: Arc<Mutex<Vec<Vec<u8>>>>,
) {
    let (Ok(client), Ok(server)) = tokio::join!(client, server) else { return };
    let (mut from_client, mut to_client) = tokio::io::split(TokioIo::new(client));
    let (mut from_server, mut to_server) = tokio::io::split(TokioIo::new(server));
    let up = async {
        let (mut socket, mut buffer) = (Some(Socket::default()), vec![0; 16 * 1024]);
        while let Ok(n @ 1..) = from_client.read(&mut buffer).await {
            // What is no WebSocket is carried all the same.
            socket = fed(socket, &buffer[..n], &frames);
            if to_server.write_all(&buffer[..n]).await.is_err() || to_server.flush().await.is_err() {
                break;
            }
        }
        lock(&frames).extend(socket.map(|mut socket| socket.rest()).unwrap_or_default());
        let _ = to_server.shutdown().await;
    };
    let down = async {
        let _ = tokio::io::copy(&mut from_server, &mut to_client).await;
        let _ = to_client.shutdown().await;
    };
    tokio::join!(up, down);
}

/// None once the bytes are no WebSocket's.
fn fed(socket: Option<Socket>, bytes: &[u8], frames: &Mutex<Vec<Vec<u8>>>) -> Option<Socket> {
    let mut socket = socket?;
    socket.feed(bytes).ok()?;
    lock(frames).append(&mut socket.frames());
    Some(socket)
}

/// A body that is copied while it flows.
pub struct Tee {
    inner: Incoming,
    copy: Arc<Mutex<Vec<u8>>>,
}

impl Body for Tee {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let polled = Pin::new(&mut self.inner).poll_frame(context);
        if let Poll::Ready(Some(Ok(frame))) = &polled
            && let Some(data) = frame.data_ref()
        {
            let mut copy = lock(&self.copy);
            let room = LONGEST.saturating_sub(copy.len()).min(data.len());
            copy.extend_from_slice(&data[..room]);
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
