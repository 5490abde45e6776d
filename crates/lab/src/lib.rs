//! A replica of the service in decision IMY-2022-3822, with an emulated advertising pixel beside it.
//!
//! A carer registers and invites somebody to a video meeting by SMS or e-mail link; the contact details are never
//! kept. Pages of the carer's side load a customer data platform whose own setting says that automatic matching is
//! off; the pixel's configuration says on, and wins. Everything the pixel receives is kept as the ground truth that
//! an audit is measured against. Every host ends in `.example` (RFC 2606): nothing can reach a real vendor.

mod cdn;
mod cdp;
mod control;
mod courier;
mod hosts;
mod pixel;
mod service;
mod sinks;
mod smtp;
mod store;
mod switches;
#[cfg(test)]
mod tests;
mod tls;
mod words;

use facts::{Lang, Resolve};
use std::{net::Ipv4Addr, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::watch, task::JoinSet};

pub use hosts::{CDP, IMAGES, PIXEL_ID, PIXEL_RECEIVER, PIXEL_SCRIPTS, SERVICE};
pub use sinks::{Collected, Mail, Received, Sms};
pub use switches::Switches;

/// How the replica starts. Both switches can be turned while it runs.
#[derive(Debug, Clone)]
pub struct Options {
    /// The pixel's own configuration says that automatic matching is on.
    pub matching: bool,
    /// Tags are loaded only after the visitor accepted; else they always are, as the banner were not there.
    pub consent_gate: bool,
    /// Port of the TLS listener for every host; 0 takes a free one.
    pub port: u16,
    /// Port of the control page; 0 takes a free one.
    pub control_port: u16,
    /// Language of a visitor who has not chosen one.
    pub lang: Lang,
    /// Where the service keeps its accounts; a temporary file when absent.
    pub database: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self { matching: true, consent_gate: false, port: 0, control_port: 0, lang: Lang::Sv, database: None }
    }
}

/// Why the replica could not start.
#[derive(Debug, thiserror::Error)]
pub enum LabError {
    #[error("cannot listen on `{address}`: {why}")]
    Listen { address: SocketAddr, why: std::io::Error },
    #[error("cannot make a temporary folder: {0}")]
    Folder(std::io::Error),
    #[error("cannot open the database of the replica: {0}")]
    Database(#[from] sqlx::Error),
    #[error("cannot make the certificate: {0}")]
    Certificate(#[from] rcgen::Error),
    #[error("cannot set up TLS: {0}")]
    Tls(#[from] rustls::Error),
    #[error("cannot set up mail: {0}")]
    Mail(String),
}

/// What every part of the replica shares.
pub(crate) struct Replica {
    pub lang: Lang,
    pub switches: switches::Board,
    pub sinks: sinks::Sinks,
    pub store: store::Store,
    pub courier: courier::Courier,
    pub service_port: u16,
}

/// A running replica; it stops when dropped.
pub struct Lab {
    replica: Arc<Replica>,
    secure: SocketAddr,
    control: SocketAddr,
    certificate: Vec<u8>,
    database: PathBuf,
    stopping: watch::Sender<bool>,
    tasks: JoinSet<()>,
    _folder: tempfile::TempDir,
}

/// Starts every host of the replica on loopback.
///
/// # Errors
/// When a port is taken, or the temporary folder, database or certificate cannot be made.
pub async fn start(options: Options) -> Result<Lab, LabError> {
    let folder = tempfile::tempdir().map_err(LabError::Folder)?;
    let database = options.database.clone().unwrap_or_else(|| folder.path().join("vardmote.sqlite"));
    let secure = listen(options.port).await?;
    let control = listen(options.control_port).await?;
    let mail = listen(0).await?;
    let (secure_at, control_at, mail_at) = (address(&secure)?, address(&control)?, address(&mail)?);
    let replica = Arc::new(Replica {
        lang: options.lang,
        switches: switches::Board::new(options.matching, options.consent_gate),
        sinks: sinks::Sinks::default(),
        store: store::Store::open(&database).await?,
        courier: courier::Courier::new(mail_at, control_at).map_err(|why| LabError::Mail(why.to_string()))?,
        service_port: secure_at.port(),
    });
    let identity = tls::Identity::make()?;
    let (stopping, stopped) = watch::channel(false);
    let mut tasks = JoinSet::new();
    tasks.spawn(smtp::serve(mail, replica.clone()));
    tasks.spawn(serve(tls::TlsListener::new(secure, identity.config)?, hosts::router(&replica), stopped.clone()));
    tasks.spawn(serve(control, control::router(&replica), stopped));
    Ok(Lab {
        replica,
        secure: secure_at,
        control: control_at,
        certificate: identity.certificate,
        database,
        stopping,
        tasks,
        _folder: folder,
    })
}

impl Lab {
    /// Where the service begins.
    pub fn start_url(&self) -> String {
        format!("https://{SERVICE}/")
    }

    /// The switches, the sinks and the ground truth, for a person at this machine.
    pub fn control_url(&self) -> String {
        format!("http://{}/", self.control)
    }

    /// Maps every host of the replica to the loopback listener.
    pub fn resolve(&self) -> Vec<Resolve> {
        hosts::ALL.iter().map(|host| self.resolve_one(host)).collect()
    }

    fn resolve_one(&self, host: &str) -> Resolve {
        Resolve { host: host.to_owned(), port: 443, to_host: self.secure.ip().to_string(), to_port: self.secure.port() }
    }

    /// The self-signed certificate (DER) that all hosts show.
    pub fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    /// The service's database file.
    pub fn database(&self) -> &std::path::Path {
        &self.database
    }

    pub fn switches(&self) -> Switches {
        self.replica.switches.read()
    }

    /// Turns automatic matching in the pixel's own configuration.
    pub fn set_matching(&self, on: bool) {
        self.replica.switches.set_matching(PIXEL_ID, on);
    }

    /// Holds tags back until the visitor accepts, or lets them load at once.
    pub fn set_consent_gate(&self, on: bool) {
        self.replica.switches.set_consent_gate(on);
    }

    /// Everything the pixel's receiver got, in order: the ground truth.
    pub fn received(&self) -> Vec<Received> {
        self.replica.sinks.received.all()
    }

    /// Everything the customer data platform got.
    pub fn collected(&self) -> Vec<Collected> {
        self.replica.sinks.collected.all()
    }

    pub fn mails(&self) -> Vec<Mail> {
        self.replica.sinks.mails.all()
    }

    pub fn sms(&self) -> Vec<Sms> {
        self.replica.sinks.sms.all()
    }

    /// Makes the mail server refuse, as when it is down.
    pub fn refuse_mail(&self, on: bool) {
        self.replica.sinks.refuse_mail.store(on, std::sync::atomic::Ordering::Relaxed);
    }

    /// Empties every sink; accounts stay.
    pub fn clear(&self) {
        self.replica.sinks.clear();
    }

    /// Waits until something that arrived makes `done` true. Wrap it in a timeout.
    pub async fn until(&self, mut done: impl FnMut(&Self) -> bool) {
        let mut arrivals = self.replica.sinks.arrivals();
        while !done(self) {
            if arrivals.changed().await.is_err() {
                return;
            }
        }
    }

    /// Lets running answers end, then closes every listener and deletes the temporary files.
    pub async fn stop(mut self) {
        let _ = self.stopping.send(true);
        let ended = async { while self.tasks.join_next().await.is_some() {} };
        let _ = tokio::time::timeout(Duration::from_millis(500), ended).await;
        self.tasks.shutdown().await;
        self.replica.store.close().await;
    }
}

async fn listen(port: u16) -> Result<TcpListener, LabError> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).await.map_err(|why| LabError::Listen { address, why })
}

fn address(listener: &TcpListener) -> Result<SocketAddr, LabError> {
    let unknown = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    listener.local_addr().map_err(|why| LabError::Listen { address: unknown, why })
}

async fn serve<L>(listener: L, router: axum::Router, mut stopped: watch::Receiver<bool>)
where
    L: axum::serve::Listener,
    L::Addr: std::fmt::Debug,
{
    let until = async move {
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    // Serving ends by the signal only; accept errors are retried inside.
    let _ = axum::serve(listener, router).with_graceful_shutdown(until).await;
}
