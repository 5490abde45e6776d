//! HTTP/1.x requests (RFC 9112) in what one side of a connection sent.

mod head;

use super::LONGEST;
use super::websocket::Socket;
use facts::Exchange;
pub(super) use head::head_end;
use head::{head, is_request, is_socket, may_be_request, proxied, size};
use jiff::Timestamp;
use memchr::memchr;
use std::net::SocketAddr;

/// What a stream turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Http,
    Tls,
    Http2,
    /// The other direction.
    Answers,
    Other,
    /// Nothing was sent.
    Silence,
}

/// A request line and headers longer than this are none.
const LONGEST_HEAD: usize = 1 << 20;
/// Bytes without a request that are kept before they are handed on.
const STRAY: usize = 1 << 20;
/// Where requests in clear text go: what is sent there and is nothing else is a part of one (IANA: http, http-alt; and custom).
const PORTS: [u16; 8] = [80, 591, 3128, 8000, 8008, 8080, 8081, 8888];
/// WebSocket payloads kept before they are handed on.
const FRAMES: usize = 1 << 20;

pub(super) struct Requests {
    to: SocketAddr,
    what: What,
    state: State,
    buffer: Vec<u8>,
    /// Where in `buffer` the search for the end of the head goes on.
    searched: usize,
    /// When the current request began.
    at: Option<Timestamp>,
    /// What belongs to no request that was recorded from its beginning: it was sent where requests are.
    stray: Vec<u8>,
    stray_at: Option<Timestamp>,
    stray_told: bool,
    /// Of these, bytes that were not kept.
    stray_lost: u64,
    /// When something came last.
    last: Option<Timestamp>,
    holes: Vec<Hole>,
    done: Vec<Exchange>,
    why: Vec<String>,
}

/// Bytes between requests that never came: whole requests may be among them.
pub(super) struct Hole {
    pub bytes: u64,
    /// When something came last before.
    pub after: Option<Timestamp>,
}

/// What a stream has to say so far.
pub(super) struct Told {
    pub exchanges: Vec<Exchange>,
    pub whys: Vec<String>,
    pub holes: Vec<Hole>,
}

/// Holes of a stream told one by one.
const MOST_HOLES: usize = 1000;

enum State {
    Head,
    Body {
        exchange: Box<Exchange>,
        left: u64,
    },
    Chunks {
        exchange: Box<Exchange>,
        step: Chunk,
    },
    Socket {
        exchange: Box<Exchange>,
        socket: Box<Socket>,
    },
    /// Nothing to read here, unless a segment begins like a request.
    Deaf,
}

#[derive(Clone, Copy)]
enum Chunk {
    Size,
    Data(u64),
    Gap,
    Trailer,
}

impl Requests {
    pub(super) fn new(to: SocketAddr) -> Self {
        Self {
            to,
            what: What::Silence,
            state: State::Head,
            buffer: Vec::new(),
            searched: 0,
            at: None,
            stray: Vec::new(),
            stray_at: None,
            stray_told: false,
            stray_lost: 0,
            last: None,
            holes: Vec::new(),
            done: Vec::new(),
            why: Vec::new(),
        }
    }

    pub(super) fn what(&self) -> What {
        self.what
    }

    /// Whether what comes next can matter.
    pub(super) fn wants(&self) -> bool {
        !matches!(self.state, State::Deaf) || matches!(self.what, What::Http | What::Other)
    }

    /// Bytes held.
    pub(super) fn kept(&self) -> usize {
        let state = match &self.state {
            State::Body { exchange, .. } | State::Chunks { exchange, .. } => exchange.body.as_ref().map_or(0, Vec::len),
            State::Socket { socket, .. } => socket.kept(),
            State::Head | State::Deaf => 0,
        };
        self.buffer.len() + self.stray.len() + state
    }

    /// Requests read, and what of them is missing; holes only where requests are known to be.
    pub(super) fn told(&mut self) -> Told {
        let holes = if self.what == What::Http { std::mem::take(&mut self.holes) } else { Vec::new() };
        Told { exchanges: std::mem::take(&mut self.done), whys: std::mem::take(&mut self.why), holes }
    }

    /// Where nothing was seen of requests that were answered.
    pub(super) fn answered(&mut self) {
        if self.what == What::Silence {
            self.what = What::Http;
        }
    }

    /// The other side asks: what is no request here is an answer.
    pub(super) fn answers(&mut self) {
        if matches!(self.what, What::Other | What::Silence) {
            self.what = What::Answers;
            self.state = State::Deaf;
            (self.stray, self.buffer, self.stray_lost) = (Vec::new(), Vec::new(), 0);
        }
    }

    /// The next bytes, in order.
    pub(super) fn feed(&mut self, data: &[u8], at: Option<Timestamp>) {
        self.last = at.or(self.last);
        if matches!(self.state, State::Deaf) {
            if !self.wants() {
                return;
            }
            if !is_request(data) {
                return self.keep_stray(data, at);
            }
            self.hand_on_stray();
            self.state = State::Head;
        }
        if matches!(self.state, State::Head) && self.buffer.is_empty() {
            self.at = at;
        }
        self.buffer.extend_from_slice(data);
        let mut used = 0;
        while let Some(step) = self.step(used) {
            used += step;
            if matches!(self.state, State::Head) {
                self.at = at;
                self.searched = used;
            }
        }
        self.buffer.drain(..used.min(self.buffer.len()));
        self.searched = self.searched.saturating_sub(used);
        if matches!(self.state, State::Deaf) {
            self.buffer = Vec::new();
        }
    }

    /// So many bytes never came.
    pub(super) fn lost(&mut self, bytes: u32) {
        if let State::Body { exchange, left } = &mut self.state
            && u64::from(bytes) <= *left
        {
            *left -= u64::from(bytes);
            // what stands on either side of the hole is not one word
            keep(exchange, b"\n", &mut self.done);
            self.missing(bytes);
            if matches!(self.state, State::Body { left: 0, .. }) {
                self.finish();
            }
            return;
        }
        if matches!(self.state, State::Head) && !self.buffer.is_empty() && !is_request(&self.buffer) {
            // a request line without its end, or the end of something whose beginning is missing
            if self.what == What::Silence {
                self.what = What::Other;
            }
            let rest = std::mem::take(&mut self.buffer);
            self.keep_stray(&rest, self.at);
        }
        let begun = !matches!(self.state, State::Head | State::Deaf) || !self.buffer.is_empty();
        if begun {
            self.missing(bytes);
            self.finish();
        } else if self.holes.len() < MOST_HOLES {
            self.holes.push(Hole { bytes: bytes.into(), after: self.last });
        } else if let Some(hole) = self.holes.last_mut() {
            hole.bytes += u64::from(bytes);
        }
        self.buffer.clear();
        self.searched = 0;
    }

    fn keep_stray(&mut self, data: &[u8], at: Option<Timestamp>) {
        if self.stray.is_empty() {
            self.stray_at = at;
        }
        let room = STRAY.saturating_sub(self.stray.len());
        let rest = &data[data.len().min(room)..];
        self.stray.extend_from_slice(&data[..data.len() - rest.len()]);
        let is_sent_to_http = self.what == What::Http || self.what == What::Other && PORTS.contains(&self.to.port());
        if !is_sent_to_http {
            self.stray_lost += rest.len() as u64;
        } else if data.len() >= room {
            self.hand_on_stray();
            self.keep_stray(rest, at);
        }
    }

    /// The bytes without a request, as one without a head.
    fn hand_on_stray(&mut self) {
        let body = std::mem::take(&mut self.stray);
        if body.is_empty() {
            return;
        }
        if !self.stray_told {
            self.why.push(format!(
                "bytes to {} belong to no request whose beginning was recorded; they were read as a body",
                self.to
            ));
        }
        self.stray_told = true;
        if std::mem::take(&mut self.stray_lost) > 0 {
            let to = self.to;
            self.why
                .push(format!("of the bytes to {to} that belong to no such request only the first {STRAY} were kept"));
        }
        let url = format!("http://{}/", self.to);
        self.done.push(Exchange { at: self.stray_at, url, body: Some(body), ..Exchange::default() });
    }

    fn missing(&mut self, bytes: u32) {
        self.why.push(format!("a request to {}: {bytes} bytes were lost before they were recorded", self.to));
    }

    /// Nothing comes any more.
    pub(super) fn end(&mut self) {
        let cut = match &self.state {
            State::Head => is_request(&self.buffer),
            State::Body { .. } | State::Chunks { .. } => true,
            State::Socket { socket, .. } => socket.is_within(),
            State::Deaf => false,
        };
        if cut {
            self.why.push(format!("a request to {}: its end was not recorded", self.to));
        }
        if self.what == What::Silence && !self.buffer.is_empty() {
            self.what = What::Other;
        }
        // a capture may begin in the middle of the only request
        if self.what == What::Other && PORTS.contains(&self.to.port()) {
            self.what = What::Http;
        }
        if self.what == What::Http && !cut && matches!(self.state, State::Head) {
            let rest = std::mem::take(&mut self.buffer);
            self.keep_stray(&rest, self.at);
        }
        self.finish();
        if self.what == What::Http {
            self.hand_on_stray();
        }
        self.stray = Vec::new();
        self.state = State::Deaf;
        self.buffer = Vec::new();
    }

    /// Hands on the request as far as it was read.
    fn finish(&mut self) {
        match std::mem::replace(&mut self.state, State::Head) {
            State::Head if is_request(&self.buffer) => {
                self.what = What::Http;
                let bytes = std::mem::take(&mut self.buffer);
                self.done.extend(head(&bytes, self.at, self.to));
            }
            State::Body { exchange, .. } | State::Chunks { exchange, .. } => self.done.push(*exchange),
            State::Socket { mut exchange, mut socket } => {
                exchange.frames = socket.frames();
                exchange.frames.extend(socket.rest());
                self.done.push(*exchange);
            }
            State::Head | State::Deaf => {}
        }
    }

    /// Reads from `buffer[used..]`; how far it came, or none when it needs more.
    fn step(&mut self, used: usize) -> Option<usize> {
        let rest = &self.buffer[used..];
        if rest.is_empty() {
            return None;
        }
        match &mut self.state {
            State::Head => self.begin(used),
            State::Body { exchange, left } => {
                let take = rest.len().min(usize::try_from(*left).unwrap_or(usize::MAX));
                keep(exchange, &rest[..take], &mut self.done);
                *left -= take as u64;
                if *left == 0 {
                    self.finish();
                }
                Some(take)
            }
            State::Chunks { .. } => self.chunk(used),
            State::Socket { socket, .. } => {
                let length = rest.len();
                match socket.feed(rest) {
                    Ok(()) => self.relieve(),
                    Err(why) => {
                        self.why.push(format!("a WebSocket to {}: {why}", self.to));
                        self.finish();
                        self.state = State::Deaf;
                    }
                }
                Some(length)
            }
            State::Deaf => None,
        }
    }

    /// A long conversation is handed on in parts.
    fn relieve(&mut self) {
        if let State::Socket { exchange, socket } = &mut self.state
            && socket.ready() >= FRAMES
        {
            let frames = socket.frames();
            self.done.push(Exchange { frames, ..(**exchange).clone() });
        }
    }

    fn begin(&mut self, used: usize) -> Option<usize> {
        let rest = &self.buffer[used..];
        match proxied(rest) {
            Some(0) => return None,
            Some(length) => return Some(length),
            None => {}
        }
        let blank = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        if blank > 0 {
            return Some(blank);
        }
        let other = match rest {
            [0x16, 0x03, ..] => Some(What::Tls),
            _ if rest.starts_with(b"PRI * HTTP/2") => Some(What::Http2),
            _ if rest.starts_with(b"HTTP/1.") => Some(What::Answers),
            _ if !may_be_request(rest) => Some(What::Other),
            _ => None,
        };
        if let Some(other) = other {
            return self.deaf(other, used);
        }
        let from = self.searched.max(used).saturating_sub(3).max(used);
        let Some(end) = head_end(&self.buffer[from..]).map(|end| from + end) else {
            self.searched = self.buffer.len();
            return if rest.len() > LONGEST_HEAD { self.deaf(What::Other, used) } else { None };
        };
        let Some(head) = head(&self.buffer[used..end], self.at, self.to) else {
            return self.deaf(What::Other, used);
        };
        self.what = What::Http;
        self.state = after_head(head);
        if matches!(self.state, State::Body { left: 0, .. }) {
            self.finish();
        }
        Some(end - used)
    }

    fn deaf(&mut self, what: What, used: usize) -> Option<usize> {
        if self.what != What::Http || what == What::Tls {
            self.what = what;
        }
        self.state = State::Deaf;
        if what == What::Other {
            let rest = self.buffer.split_off(used);
            self.keep_stray(&rest, self.at);
        }
        None
    }

    fn chunk(&mut self, used: usize) -> Option<usize> {
        let rest = &self.buffer[used..];
        let State::Chunks { exchange, step } = &mut self.state else { return None };
        if let Chunk::Data(left) = step {
            let take = rest.len().min(usize::try_from(*left).unwrap_or(usize::MAX));
            keep(exchange, &rest[..take], &mut self.done);
            *left -= take as u64;
            if *left == 0 {
                *step = Chunk::Gap;
            }
            return Some(take);
        }
        let Some(end) = memchr(b'\n', rest) else {
            return if rest.len() > LONGEST_HEAD { self.broken_chunk(used) } else { None };
        };
        let line = rest[..end].trim_ascii();
        match step {
            Chunk::Gap => *step = Chunk::Size,
            Chunk::Trailer if line.is_empty() => self.finish(),
            Chunk::Trailer => {}
            Chunk::Size | Chunk::Data(_) => match size(line) {
                Some(0) => *step = Chunk::Trailer,
                Some(length) => *step = Chunk::Data(length),
                None => return self.broken_chunk(used),
            },
        }
        Some(end + 1)
    }

    fn broken_chunk(&mut self, start: usize) -> Option<usize> {
        let length = self.buffer.len() - start;
        self.why.push(format!("a request to {}: its chunks cannot be told apart", self.to));
        if let State::Chunks { exchange, .. } = &mut self.state {
            keep(exchange, &self.buffer[start..], &mut self.done);
        }
        self.finish();
        Some(length)
    }
}

/// What follows the head (RFC 9112 § 6.3).
fn after_head(exchange: Exchange) -> State {
    let exchange = Box::new(exchange);
    let coded = exchange.header("transfer-encoding").is_some_and(|v| v.to_ascii_lowercase().contains("chunked"));
    let left = exchange.header("content-length").and_then(|v| v.trim().parse().ok()).unwrap_or(0);
    if coded {
        State::Chunks { exchange, step: Chunk::Size }
    } else if is_socket(&exchange) {
        State::Socket { exchange, socket: Box::default() }
    } else {
        State::Body { exchange, left }
    }
}

/// A body is held up to a limit; a larger one is handed on in parts.
fn keep(exchange: &mut Exchange, mut bytes: &[u8], done: &mut Vec<Exchange>) {
    loop {
        let body = exchange.body.get_or_insert_default();
        let room = LONGEST.saturating_sub(body.len());
        if bytes.len() <= room {
            return body.extend_from_slice(bytes);
        }
        body.extend_from_slice(&bytes[..room]);
        bytes = &bytes[room..];
        let rest = Exchange { body: None, ..exchange.clone() };
        done.push(std::mem::replace(exchange, rest));
    }
}
