//! As much of an HTTP/2 receiver as a streamed upload needs (`h2`): notes what arrives, answers yes.

use super::server::Arrived;
use bytes::Bytes;
use std::sync::{Arc, Mutex};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

pub async fn serve(listener: TcpListener, acceptor: TlsAcceptor, log: Arc<Mutex<Vec<Arrived>>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let (acceptor, log) = (acceptor.clone(), Arc::clone(&log));
        tokio::spawn(async move {
            if let Ok(stream) = acceptor.accept(stream).await {
                converse(stream, log).await;
            }
        });
    }
}

async fn converse(stream: TlsStream<TcpStream>, log: Arc<Mutex<Vec<Arrived>>>) {
    let Ok(mut connection) = h2::server::handshake(stream).await else { return };
    while let Some(Ok((request, respond))) = connection.accept().await {
        tokio::spawn(answer(request, respond, Arc::clone(&log)));
    }
}

async fn answer(
    request: http::Request<h2::RecvStream>,
    mut respond: h2::server::SendResponse<Bytes>,
    log: Arc<Mutex<Vec<Arrived>>>,
) {
    let (head, mut stream) = request.into_parts();
    let mut body = Vec::new();
    while let Some(Ok(piece)) = stream.data().await {
        let _ = stream.flow_control().release_capacity(piece.len());
        body.extend_from_slice(&piece);
    }
    let (method, url) = (head.method.to_string(), head.uri.to_string());
    log.lock().unwrap().push(Arrived { method, url, body, ..Arrived::default() });
    let allowed = ["access-control-allow-origin", "access-control-allow-headers", "access-control-allow-methods"];
    let yes = allowed.into_iter().fold(http::Response::builder(), |r, name| r.header(name, "*"));
    let _ = respond.send_response(yes.body(()).unwrap(), true);
}
