//! A recording proxy between the browser and the world: a second witness that no page can get around, for what speaks
//! HTTP or WebSocket. The browser is told to believe its key, which lives as long as the audit.

mod identity;
mod pass;

pub use identity::Identity;

use crate::devtools::lock;
use facts::Resolve;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::{TokioExecutor, TokioIo};
pub use pass::Passed;
use pass::{Answer, Line, Way};
use rustls::pki_types::ServerName;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::{LazyConfigAcceptor, TlsConnector};

/// One run's way to the world, and everything that took it.
pub struct Proxy {
    /// As Chromium wants it named.
    pub address: String,
    world: Arc<World>,
    listening: JoinHandle<()>,
}

type Failed = Box<dyn std::error::Error + Send + Sync>;

/// What all connections of a proxy share.
struct World {
    identity: Arc<Identity>,
    resolve: Vec<Resolve>,
    insecure: bool,
    log: Mutex<Log>,
}

/// What passed, and what could not: connections that never came about.
#[derive(Default)]
pub struct Log {
    pub passed: Vec<Passed>,
    pub failed: Vec<(String, String)>,
}

impl Proxy {
    pub async fn start(identity: &Arc<Identity>, resolve: &[Resolve], insecure: bool) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}", listener.local_addr()?);
        let log = Mutex::default();
        let world = Arc::new(World { identity: Arc::clone(identity), resolve: resolve.to_vec(), insecure, log });
        let listening = tokio::spawn(listen(listener, Arc::clone(&world)));
        Ok(Self { address, world, listening })
    }

    /// Connections that did not come about, for a message.
    pub fn troubles(&self) -> Vec<String> {
        lock(&self.world.log).failed.iter().map(|(host, why)| format!("{host}: {why}")).collect()
    }

    /// Takes no more connections, and gives what passed.
    pub fn end(self) -> Log {
        self.listening.abort();
        std::mem::take(&mut *lock(&self.world.log))
    }
}

async fn listen(listener: TcpListener, world: Arc<World>) {
    while let Ok((stream, _)) = listener.accept().await {
        let world = Arc::clone(&world);
        tokio::spawn(async move {
            let service = service_fn(|request| asked(Arc::clone(&world), request));
            let serving = hyper::server::conn::http1::Builder::new()
                .preserve_header_case(true)
                .serve_connection(TokioIo::new(stream), service);
            let _ = serving.with_upgrades().await;
        });
    }
}

/// `CONNECT host:port` opens a tunnel; anything else is a request in the clear, with its whole address. An error closes
/// the connection: an answer of our own would look as one of the host's.
async fn asked(world: Arc<World>, request: Request<Incoming>) -> Result<Answer, Failed> {
    let authority = request.uri().authority().map(ToString::to_string).ok_or("no address")?;
    let (host, port) = host_and_port(&authority, 80).ok_or("no host")?;
    if request.method() != Method::CONNECT {
        let line = Line::http1(world.connect(&host, port).await?).await?;
        let way = Way { line, origin: format!("http://{authority}") };
        return Ok(way.pass(&world.log, request).await?);
    }
    let Ok(upstream) = world.connect(&host, port).await else { return Ok(pass::nothing(StatusCode::BAD_GATEWAY)) };
    tokio::spawn(async move {
        if let Ok(client) = hyper::upgrade::on(request).await {
            tunnel(world, TokioIo::new(client), upstream, host, port).await;
        }
    });
    Ok(pass::nothing(StatusCode::OK))
}

/// TLS by its first byte (RFC 8446 section 5.1), else clear text: `ws://` comes through a tunnel too.
async fn tunnel(world: Arc<World>, client: pass::Client, upstream: TcpStream, host: String, port: u16) {
    let mut client = tokio::io::BufReader::new(client);
    let first = tokio::io::AsyncBufReadExt::fill_buf(&mut client).await.ok().and_then(|b| b.first().copied());
    if first != Some(22) {
        if let Ok(line) = Line::http1(upstream).await {
            serve(world, client, false, Way { line, origin: origin("http", &host, port, 80) }).await;
        }
        return;
    }
    let Ok(hello) = LazyConfigAcceptor::new(rustls::server::Acceptor::default(), client).await else { return };
    let offered = hello.client_hello().alpn().map(|names| names.map(<[u8]>::to_vec).collect()).unwrap_or_default();
    match world.secure(upstream, &host, offered).await {
        Ok((line, spoken)) => {
            let Ok(config) = world.identity.config(&host, spoken) else { return };
            let Ok(client) = hello.into_stream(config).await else { return };
            let origin = origin("https", &host, port, 443);
            let second = matches!(line, Line::Second(_));
            serve(world, client, second, Way { line, origin }).await;
        }
        Err(why) => lock(&world.log).failed.push((host, why)),
    }
}

async fn serve(
    world: Arc<World>,
    client: impl tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
    second: bool,
    way: Way,
) {
    let service = service_fn(|request| {
        let (world, way) = (Arc::clone(&world), way.clone());
        async move { way.pass(&world.log, request).await }
    });
    let client = TokioIo::new(client);
    if second {
        let builder = hyper::server::conn::http2::Builder::new(TokioExecutor::new());
        let _ = builder.serve_connection(client, service).await;
    } else {
        let mut builder = hyper::server::conn::http1::Builder::new();
        let _ = builder.preserve_header_case(true).serve_connection(client, service).with_upgrades().await;
    }
}

impl World {
    /// Where the user sends a host, else where its name leads.
    async fn connect(&self, host: &str, port: u16) -> Result<TcpStream, String> {
        let sent = self.resolve.iter().find(|r| r.host == host && r.port == port);
        let (to, to_port) = sent.map_or((host, port), |r| (r.to_host.as_str(), r.to_port));
        // Names of this machine, whatever a resolver says of them (RFC 6761, § 6.3): Chromium asks none either.
        let own = to == "localhost" || to.ends_with(".localhost");
        let here = [SocketAddr::from((Ipv4Addr::LOCALHOST, to_port)), SocketAddr::from((Ipv6Addr::LOCALHOST, to_port))];
        let connected = match own {
            true => TcpStream::connect(&here[..]).await,
            false => TcpStream::connect((to.trim_matches(['[', ']']), to_port)).await,
        };
        connected.map_err(|error| {
            let why = error.to_string();
            lock(&self.log).failed.push((host.to_owned(), why.clone()));
            why
        })
    }

    /// The other end, and what it speaks of what the browser offers.
    async fn secure(&self, stream: TcpStream, host: &str, offered: Vec<Vec<u8>>) -> Result<(Line, Vec<u8>), String> {
        let mut config = crate::trust::config(self.insecure)?;
        config.alpn_protocols = offered.into_iter().filter(|name| name == b"h2" || name == b"http/1.1").collect();
        let name = ServerName::try_from(host.trim_matches(['[', ']']).to_owned()).map_err(|e| e.to_string())?;
        let tls = TlsConnector::from(Arc::new(config)).connect(name, stream).await.map_err(|e| e.to_string())?;
        let spoken = tls.get_ref().1.alpn_protocol().unwrap_or_default().to_vec();
        let line = if spoken == b"h2" { Line::http2(tls).await } else { Line::http1(tls).await };
        Ok((line.map_err(|e| e.to_string())?, spoken))
    }
}

fn host_and_port(authority: &str, otherwise: u16) -> Option<(String, u16)> {
    let url = url::Url::parse(&format!("http://{authority}")).ok()?;
    Some((url.host_str()?.to_owned(), url.port().unwrap_or(otherwise)))
}

fn origin(scheme: &str, host: &str, port: u16, usual: u16) -> String {
    if port == usual { format!("{scheme}://{host}") } else { format!("{scheme}://{host}:{port}") }
}
