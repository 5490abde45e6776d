use super::{Witness, is_local};
use crate::devtools::protocol::{Initiator, Received, SocketCreated, SocketFrame, SocketHandshake, TransportCreated};
use facts::Response;
use jiff::Timestamp;

impl Witness {
    pub(super) fn socket_created(&mut self, session: &str, event: SocketCreated) {
        self.opened(session, &event.request_id, "GET", &event.url, "WebSocket", &event.initiator);
    }

    pub(super) fn transport_created(&mut self, session: &str, event: TransportCreated) {
        self.opened(session, &event.transport_id, "CONNECT", &event.url, "WebTransport", &event.initiator);
    }

    fn opened(&mut self, session: &str, id: &str, method: &str, url: &str, kind: &str, initiator: &Initiator) {
        let Some(lane) = self.sessions.get(session).and_then(|s| s.lane) else { return };
        if is_local(url) || self.hops.contains_key(id) {
            return;
        }
        let index = self.enter(session, lane, id, method, url);
        let entry = &mut self.log[index];
        entry.network = true;
        entry.kind = kind.to_owned();
        entry.exchange.at = Some(Timestamp::now());
        entry.exchange.stack = initiator.calls();
        entry.exchange.initiator = initiator.first(&entry.exchange.stack);
        entry.exchange.seen_by.push("network".to_owned());
    }

    fn socket(&self, id: &str) -> Option<usize> {
        self.hops.get(id)?.last().copied()
    }

    pub(super) fn socket_handshake(&mut self, event: SocketHandshake) {
        let Some(index) = self.socket(&event.request_id) else { return };
        self.log[index].exchange.headers = event.request.headers.0;
    }

    pub(super) fn socket_answered(&mut self, event: Received) {
        let Some(index) = self.socket(&event.request_id) else { return };
        let reply = event.response;
        self.log[index].exchange.response = Some(Response {
            status: u16::try_from(reply.status).unwrap_or(0),
            mime: reply.mime_type,
            headers: reply.headers.0,
            body: None,
        });
    }

    pub(super) fn frame_sent(&mut self, event: SocketFrame) {
        let Some(index) = self.socket(&event.request_id) else { return };
        let lane = self.log[index].lane;
        let mut bytes = event.response.bytes();
        if bytes.is_empty() {
            let key = (lane, self.log[index].exchange.url.clone());
            bytes = self.blobs.get_mut(&key).and_then(std::collections::VecDeque::pop_front).unwrap_or_default();
        }
        self.log[index].exchange.frames.push(bytes);
        self.touch(lane);
    }

    /// The spy may tell a Blob before or after its frame went out.
    pub(super) fn blob_sent(&mut self, lane: usize, url: String, bytes: Vec<u8>) {
        let socket = |e: &&mut super::Entry| e.lane == lane && e.kind == "WebSocket" && e.exchange.url == url;
        let empty = self
            .log
            .iter_mut()
            .rev()
            .find(socket)
            .and_then(|entry| entry.exchange.frames.iter_mut().find(|f| f.is_empty()));
        match empty {
            Some(frame) => *frame = bytes,
            None => self.blobs.entry((lane, url)).or_default().push_back(bytes),
        }
    }
}
