//! A server on the loopback that notes every byte that arrives: the ground truth of the browser tests. TLS, HTTP/1.1,
//! WebSocket; small on purpose.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::Resolve;
use sha1::{Digest, Sha1};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

pub const APP: &str = "app.service.example";
pub const SINK: &str = "sink.third.example";
/// Speaks HTTP/2 only, for bodies that are made while they are sent.
pub const STREAM: &str = "stream.third.example";

#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrived {
    pub method: String,
    pub url: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// Payloads of a socket, in order.
    pub frames: Vec<Vec<u8>>,
}

#[derive(Clone)]
pub struct Server {
    folder: PathBuf,
    port: u16,
    stream_port: u16,
    log: Arc<Mutex<Vec<Arrived>>>,
}

impl Server {
    /// Serves a folder of `corpus/pages` on both hosts until the runtime ends.
    pub async fn start(folder: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let streams = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = |l: &TcpListener| l.local_addr().unwrap().port();
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../corpus/pages").join(folder);
        let server = Self { folder, port: port(&listener), stream_port: port(&streams), log: Arc::default() };
        tokio::spawn(server.clone().serve(listener, acceptor(&[])));
        tokio::spawn(super::http2::serve(streams, acceptor(&[b"h2"]), Arc::clone(&server.log)));
        server
    }

    /// TLS by its first byte (RFC 8446 § 5.1: handshake is 22), else clear text.
    async fn serve(self, listener: TcpListener, acceptor: TlsAcceptor) {
        while let Ok((stream, _)) = listener.accept().await {
            let (server, acceptor) = (self.clone(), acceptor.clone());
            tokio::spawn(async move {
                let mut first = [0];
                if !matches!(stream.peek(&mut first).await, Ok(1)) {
                    return;
                }
                if first[0] != 22 {
                    server.converse(stream, "http").await;
                } else if let Ok(stream) = acceptor.accept(stream).await {
                    server.converse(stream, "https").await;
                }
            });
        }
    }

    pub fn resolve(&self) -> Vec<Resolve> {
        let to = |host: &str, port, to_port| Resolve { host: host.into(), port, to_host: "127.0.0.1".into(), to_port };
        vec![
            to(APP, 443, self.port),
            to(SINK, 443, self.port),
            to(STREAM, 443, self.stream_port),
            to(APP, 80, self.port),
        ]
    }

    /// In clear text, under a name that leads here without being told.
    pub fn at(&self, host: &str) -> String {
        format!("http://{host}:{}", self.port)
    }

    pub fn arrived(&self) -> Vec<Arrived> {
        self.log.lock().unwrap().clone()
    }

    async fn converse(&self, stream: impl AsyncRead + AsyncWrite + Unpin, scheme: &str) {
        let mut stream = BufReader::new(stream);
        while let Some(request) = read_request(&mut stream, scheme).await {
            let n = {
                let mut log = self.log.lock().unwrap();
                log.push(request.clone());
                log.len() - 1
            };
            if let Some(key) = header(&request, "sec-websocket-key") {
                return self.socket(stream, key, n).await;
            }
            if request.url.ends_with("/hang") {
                return std::future::pending().await;
            }
            let answer = self.answer(&request);
            if stream.get_mut().write_all(&answer).await.is_err() || stream.get_mut().flush().await.is_err() {
                return;
            }
        }
    }

    fn answer(&self, request: &Arrived) -> Vec<u8> {
        let url = url::Url::parse(&request.url).unwrap();
        let origin = header(request, "origin").unwrap_or("*");
        let mut headers = format!(
            "cache-control: no-store\r\naccess-control-allow-origin: {origin}\r\naccess-control-allow-credentials: true\r\n\
             access-control-allow-headers: content-type, x-own\r\naccess-control-allow-methods: PUT, POST, GET\r\n"
        );
        if url.path().starts_with("/cookie") {
            headers.push_str("set-cookie: met=1; Secure; SameSite=None\r\nset-cookie: again=2; HttpOnly\r\n");
        }
        let (status, mime, body) = self.content(request, &url, &mut headers);
        let head =
            format!("HTTP/1.1 {status} x\r\ncontent-type: {mime}\r\n{headers}content-length: {}\r\n\r\n", body.len());
        [head.into_bytes(), body].concat()
    }

    fn content(&self, request: &Arrived, url: &url::Url, headers: &mut String) -> (u16, &'static str, Vec<u8>) {
        let query = |name: &str| url.query_pairs().find(|(n, _)| n == name).map(|(_, v)| v.into_owned());
        if request.method == "OPTIONS" {
            return (204, "text/plain", Vec::new());
        }
        match url.path() {
            "/hop" => {
                let way = if query("n").is_some() { "/hop?" } else { "/t?" };
                let next = url.as_str().replace("&n=1", "").replace("/hop?", way);
                headers.push_str(&format!("location: {next}\r\n"));
                (query("status").and_then(|s| s.parse().ok()).unwrap_or(302), "text/plain", Vec::new())
            }
            "/cookie-hop" => {
                headers.push_str("location: /cookie.png\r\n");
                (302, "text/plain", Vec::new())
            }
            "/elsewhere" => {
                headers.push_str(&format!("location: https://{SINK}/landing\r\n"));
                (302, "text/plain", Vec::new())
            }
            "/loop" => {
                headers.push_str("location: /loop\r\n");
                (302, "text/plain", Vec::new())
            }
            "/auth"
                if header(request, "authorization") == Some(&format!("Basic {}", STANDARD.encode("auditor:word"))) =>
            {
                self.file("/index.html", headers)
            }
            "/auth" => {
                headers.push_str("www-authenticate: Basic realm=\"inner\"\r\n");
                (401, "text/html", b"<title>who are you?</title>".to_vec())
            }
            "/packed-wrong" => {
                headers.push_str("content-encoding: gzip\r\n");
                (200, "text/html", b"no gzip".to_vec())
            }
            "/nothing-here" => (404, "text/html", Vec::new()),
            "/big.json" => (200, "application/json", vec![b'1'; 100 * 1024 * 1024]),
            "/download" => {
                headers.push_str("content-disposition: attachment; filename=\"list.bin\"\r\n");
                (200, "application/octet-stream", vec![0; 100])
            }
            // A page that shows another until somebody was let in.
            "/inside" if header(request, "cookie").is_some_and(|c| c.contains("in=1")) => {
                self.file("/behind.html", headers)
            }
            "/inside" => {
                headers.push_str(&format!("location: /entrance.html?{}\r\n", url.query().unwrap_or_default()));
                (302, "text/plain", Vec::new())
            }
            "/enter" => {
                headers.push_str("set-cookie: in=1\r\nlocation: /inside?log-in\r\n");
                (302, "text/plain", Vec::new())
            }
            "/document" => (200, "application/pdf", b"%PDF-1.4\n%%EOF".to_vec()),
            "/events" => (200, "text/event-stream", b"retry: 600000\ndata: hello\n\n".to_vec()),
            "/jsonp.js" => (200, "text/javascript", b"taken()".to_vec()),
            "/module.js" => (200, "text/javascript", b"export default 1".to_vec()),
            "/style.css" => (200, "text/css", b"p{color:black}".to_vec()),
            // A wizard drawn by its server: each step at the address of the first.
            "/wizard.html" if request.method == "POST" => self.file("/wizard2.html", headers),
            // A single page answers for all of its views.
            path if path.starts_with("/spa") => self.file("/spa.html", headers),
            path => self.file(if path == "/" { "/index.html" } else { path }, headers),
        }
    }

    fn file(&self, path: &str, headers: &mut String) -> (u16, &'static str, Vec<u8>) {
        let Ok(text) = std::fs::read_to_string(self.folder.join(&path[1..])) else {
            return (200, "text/plain", b"ok".to_vec());
        };
        if path == "/index.html" {
            headers.push_str(&format!(
                "content-security-policy-report-only: font-src 'none'; report-uri https://{SINK}/t?t=csp-report\r\n"
            ));
        }
        let origin = |text: String, (mark, host): (&str, &str)| text.replace(mark, &format!("https://{host}"));
        let text = [("{{APP}}", APP), ("{{SINK}}", SINK), ("{{STREAM}}", STREAM)].into_iter().fold(text, origin);
        let text = text.replace("{{PORT}}", &self.port.to_string());
        let mime = if path.ends_with(".html") { "text/html; charset=utf-8" } else { "text/javascript; charset=utf-8" };
        (200, mime, text.into_bytes())
    }

    /// RFC 6455: the handshake, then frames until the other side closes.
    async fn socket(&self, mut stream: BufReader<impl AsyncRead + AsyncWrite + Unpin>, key: &str, n: usize) {
        let accept = STANDARD.encode(Sha1::digest(format!("{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
        let head = format!(
            "HTTP/1.1 101 x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: {accept}\r\n\r\n"
        );
        let _ = stream.get_mut().write_all(head.as_bytes()).await;
        let _ = stream.get_mut().flush().await;
        while let Some((opcode, payload)) = read_frame(&mut stream).await {
            if opcode == 8 {
                if payload.len() > 2 {
                    self.log.lock().unwrap()[n].frames.push(payload[2..].to_vec());
                }
                return;
            }
            self.log.lock().unwrap()[n].frames.push(payload);
        }
    }
}

fn acceptor(protocols: &[&[u8]]) -> TlsAcceptor {
    let made = rcgen::generate_simple_self_signed([APP, SINK, STREAM].map(str::to_owned)).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let config = ServerConfig::builder().with_no_client_auth();
    let mut config = config.with_single_cert(vec![made.cert.der().clone()], key).unwrap();
    config.alpn_protocols = protocols.iter().map(|p| p.to_vec()).collect();
    TlsAcceptor::from(Arc::new(config))
}

pub fn header<'a>(request: &'a Arrived, name: &str) -> Option<&'a str> {
    request.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
}

async fn read_line(stream: &mut (impl AsyncBufReadExt + Unpin)) -> Option<String> {
    let mut line = String::new();
    stream.read_line(&mut line).await.ok().filter(|n| *n > 0)?;
    Some(line.trim_end().to_owned())
}

async fn read_request(stream: &mut (impl AsyncBufReadExt + Unpin), scheme: &str) -> Option<Arrived> {
    let first = read_line(stream).await?;
    let (method, rest) = first.split_once(' ')?;
    let target = rest.rsplit_once(' ')?.0;
    let mut request = Arrived { method: method.to_owned(), ..Arrived::default() };
    loop {
        let line = read_line(stream).await?;
        let Some((name, value)) = line.split_once(':') else { break };
        request.headers.push((name.to_owned(), value.trim().to_owned()));
    }
    request.url = format!("{scheme}://{}{target}", header(&request, "host")?);
    if header(&request, "transfer-encoding").is_some() {
        request.body = read_chunks(stream).await?;
    } else if let Some(length) = header(&request, "content-length").and_then(|l| l.parse().ok()) {
        request.body = vec![0; length];
        stream.read_exact(&mut request.body).await.ok()?;
    }
    Some(request)
}

async fn read_chunks(stream: &mut (impl AsyncBufReadExt + Unpin)) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = usize::from_str_radix(&read_line(stream).await?, 16).ok()?;
        let mut chunk = vec![0; size];
        stream.read_exact(&mut chunk).await.ok()?;
        read_line(stream).await?;
        if size == 0 {
            return Some(body);
        }
        body.extend(chunk);
    }
}

/// One masked frame, unmasked. Fragments and extended lengths beyond 16 bits are not needed here.
async fn read_frame(stream: &mut (impl AsyncReadExt + Unpin)) -> Option<(u8, Vec<u8>)> {
    let opcode = stream.read_u8().await.ok()? & 15;
    let length = match stream.read_u8().await.ok()? & 127 {
        126 => stream.read_u16().await.ok()? as usize,
        short => short as usize,
    };
    let mut mask = [0; 4];
    stream.read_exact(&mut mask).await.ok()?;
    let mut payload = vec![0; length];
    stream.read_exact(&mut payload).await.ok()?;
    for (i, byte) in payload.iter_mut().enumerate() {
        *byte ^= mask[i % 4];
    }
    Some((opcode, payload))
}
