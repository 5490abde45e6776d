//! One certificate for every host of the replica, made at start, and a listener that shows it.

use crate::{LabError, hosts};
use rustls::{
    ServerConfig,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use std::{io, net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::mpsc,
};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

const HANDSHAKE: Duration = Duration::from_secs(10);

pub(crate) struct Identity {
    pub certificate: Vec<u8>,
    pub config: Arc<ServerConfig>,
}

impl Identity {
    pub fn make() -> Result<Self, LabError> {
        let names: Vec<String> = hosts::ALL.iter().map(ToString::to_string).collect();
        let made = rcgen::generate_simple_self_signed(names)?;
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)?;
        Ok(Self { certificate: made.cert.der().to_vec(), config: Arc::new(config) })
    }
}

type Ready = (TlsStream<TcpStream>, SocketAddr);

/// Shakes hands beside the accept loop, so that one slow client never holds up the others.
pub(crate) struct TlsListener {
    address: SocketAddr,
    ready: mpsc::Receiver<Ready>,
}

impl TlsListener {
    pub fn new(listener: TcpListener, config: Arc<ServerConfig>) -> Result<Self, LabError> {
        let address = crate::address(&listener)?;
        let (sender, ready) = mpsc::channel(64);
        tokio::spawn(accept(listener, TlsAcceptor::from(config), sender));
        Ok(Self { address, ready })
    }
}

async fn accept(listener: TcpListener, acceptor: TlsAcceptor, sender: mpsc::Sender<Ready>) {
    loop {
        tokio::select! {
            () = sender.closed() => return,
            accepted = listener.accept() => {
                if let Ok((stream, from)) = accepted {
                    tokio::spawn(shake_hands(acceptor.clone(), stream, from, sender.clone()));
                }
            }
        }
    }
}

/// A client that breaks the handshake off (a browser that distrusts the certificate) is let go.
async fn shake_hands(acceptor: TlsAcceptor, stream: TcpStream, from: SocketAddr, sender: mpsc::Sender<Ready>) {
    if let Ok(Ok(stream)) = tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await {
        let _ = sender.send((stream, from)).await;
    }
}

impl axum::serve::Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(ready) => ready,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}
