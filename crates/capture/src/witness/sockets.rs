use super::{Entry, Hold, Witness, is_local};
use crate::devtools::protocol::{Initiator, Received, SocketCreated, SocketFrame, SocketHandshake, TransportCreated};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::Sent;
use jiff::{SignedDuration, Timestamp};
use std::collections::{HashMap, HashSet};

/// A frame the spy told of while its page went away.
pub(super) struct Farewell {
    index: usize,
    bytes: Vec<u8>,
    sent: Sent,
}

/// Where the spy's image is asked for; it never leaves the browser.
pub(super) const FAREWELL: &str = "https://sluss.invalid/farewell?";
pub(super) const HOST: &str = "sluss.invalid";

/// How long before the spy's word of a frame the browser's own may have come.
const EARLIER: SignedDuration = SignedDuration::from_millis(500);

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
        // Its cookies stand in the headers of the wire, as other answers' do.
        self.replied(index, &event.request_id, &event.response, true);
        if let Some(response) = self.log[index].exchange.response.as_mut().filter(|r| r.status == 101) {
            response.protocol = "http/1.1".to_owned();
        }
    }

    pub(super) fn frame_sent(&mut self, event: SocketFrame) {
        let Some(index) = self.socket(&event.request_id) else { return };
        let lane = self.log[index].lane;
        let mut bytes = event.response.bytes();
        if bytes.is_empty() {
            let key = (lane, self.log[index].exchange.url.clone());
            bytes = self.blobs.get_mut(&key).and_then(std::collections::VecDeque::pop_front).unwrap_or_default();
        }
        if self.lanes[lane].hold == Hold::Watched {
            self.lanes[lane].carried = self.lanes[lane].carried.max(self.typed_within(lane, &[&bytes]));
        }
        self.push_frame(index, bytes);
        self.touch(lane);
    }

    /// Another frame of a connection, with where and when.
    pub(super) fn push_frame(&mut self, index: usize, bytes: Vec<u8>) {
        let sent = self.sent_now(index);
        let exchange = &mut self.log[index].exchange;
        exchange.frames.push(bytes);
        exchange.sent.push(sent);
    }

    fn sent_now(&self, index: usize) -> Sent {
        let Entry { lane, session, .. } = &self.log[index];
        let (page, step) = (self.page_of(session, *lane), self.lanes[*lane].tag.step.clone());
        Sent { at: Some(Timestamp::now()), page, step }
    }

    /// Sent while its page went away, as the spy's image tells. The browser may or may not have told of the frame, before or
    /// after.
    pub(super) fn farewell(&mut self, lane: usize, address: &str) {
        let Ok(address) = url::Url::parse(address) else { return };
        let part = |name: &str| address.query_pairs().find(|(n, _)| n == name).map(|(_, v)| v.into_owned());
        let (Some(url), Some(bytes)) = (part("u"), part("b").and_then(|b| STANDARD.decode(b).ok())) else { return };
        let socket = |e: &Entry| e.lane == lane && e.kind == "WebSocket" && e.exchange.url == url;
        let Some(index) = self.log.iter().rposition(socket) else { return };
        let sent = Sent { page: part("p"), ..self.sent_now(index) };
        self.farewells.push(Farewell { index, bytes, sent });
    }

    /// What was said on leaving and told by nobody else.
    pub(super) fn enter_farewells(&mut self) {
        let mut heard: HashMap<usize, HashSet<usize>> = HashMap::new();
        for Farewell { index, bytes, sent } in std::mem::take(&mut self.farewells) {
            let (exchange, heard) = (&mut self.log[index].exchange, heard.entry(index).or_default());
            let same =
                |n: &usize| exchange.frames[*n] == bytes && exchange.sent[*n].at >= sent.at.map(|at| at - EARLIER);
            let told = (0..exchange.frames.len()).find(|n| !heard.contains(n) && same(n));
            if told.is_none() {
                exchange.frames.push(bytes);
                exchange.sent.push(sent);
                if !exchange.seen_by.iter().any(|s| s == "spy") {
                    exchange.seen_by.push("spy".to_owned());
                }
            }
            heard.insert(told.unwrap_or(exchange.frames.len() - 1));
        }
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
