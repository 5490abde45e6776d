//! TCP streams put together again, each direction by itself: out of order, repeated, with holes.

use super::block::Work;
use super::http::{Requests, Told, What};
use super::packets::{Packet, Segment};
use super::{BLOCK, Halt, Out};
use facts::Exchange;
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;

/// Bytes a stream keeps while it waits for a missing segment; then the segment counts as lost.
const MOST_HELD: usize = 1 << 20;
/// What holding a segment costs besides its bytes.
const EACH: usize = 64;
/// Streams open at once; beyond it the one silent for longest is ended.
const MOST_STREAMS: usize = 1 << 16;
/// Bytes all streams keep.
const MOST_KEPT: usize = 256 << 20;

/// A number further ahead is of another connection.
const MOST_UNSEEN: i32 = 1 << 30;

type Ends = (SocketAddr, SocketAddr);

pub(super) struct Streams {
    open: HashMap<Ends, Stream>,
    /// Bytes the streams keep.
    kept: usize,
    packets: u64,
    exchanges: u64,
    ready: Vec<Exchange>,
    ready_bytes: usize,
    unseen: Unseen,
}

/// What was there and could not be read.
#[derive(Default)]
struct Unseen {
    encrypted: u64,
    http2: u64,
    quic: u64,
    /// Streams of other protocols, and datagrams.
    others: u64,
    datagrams: u64,
    fragments: u64,
    /// Packets.
    sealed: u64,
    foreign: u64,
    cut: u64,
    links: BTreeMap<u32, u64>,
}

impl Streams {
    pub(super) fn new() -> Self {
        Self {
            open: HashMap::new(),
            kept: 0,
            packets: 0,
            exchanges: 0,
            ready: Vec::new(),
            ready_bytes: 0,
            unseen: Unseen::default(),
        }
    }

    pub(super) fn packet(&mut self, packet: Packet<'_>, at: Option<Timestamp>, out: &mut Out<'_>) -> Result<(), Halt> {
        self.packets += 1;
        match packet {
            Packet::Segment(segment) => return self.segment(&segment, at, out),
            Packet::Quic => self.unseen.quic += 1,
            Packet::Fragment => self.unseen.fragments += 1,
            Packet::Datagram => self.unseen.datagrams += 1,
            Packet::UnknownLink(link) => *self.unseen.links.entry(link).or_default() += 1,
            Packet::Sealed => self.unseen.sealed += 1,
            Packet::Foreign => self.unseen.foreign += 1,
            Packet::Cut => self.unseen.cut += 1,
            Packet::Other => {}
        }
        Ok(())
    }

    fn segment(&mut self, segment: &Segment<'_>, at: Option<Timestamp>, out: &mut Out<'_>) -> Result<(), Halt> {
        let ends = (segment.from, segment.to);
        if segment.syn
            && let Some(old) = self.open.remove(&ends)
        {
            let back = self.back(ends);
            self.close(old, back, out)?;
        }
        if let (Some(ack), Some(other)) = (segment.ack, self.open.get_mut(&(segment.to, segment.from))) {
            other.sent_until(ack);
        }
        if !segment.syn && segment.data.is_empty() && !self.open.contains_key(&ends) {
            return Ok(());
        }
        self.make_room(out)?;
        let begins = segment.sequence.wrapping_add(u32::from(segment.syn));
        let stream = self.open.entry(ends).or_insert_with(|| Stream::new(begins, segment, self.packets));
        let before = stream.kept();
        stream.last = self.packets;
        stream.take(begins, segment.data, at);
        stream.ending |= segment.end;
        stream.was_called |= segment.syn && segment.ack.is_some();
        if segment.fin {
            stream.sent_until(begins.wrapping_add(segment.data.len() as u32));
        }
        if stream.ending && stream.held.is_empty() && stream.unseen() == 0 {
            stream.end();
        }
        self.kept = (self.kept + stream.kept()).saturating_sub(before);
        let (told, port) = (stream.requests.told(), stream.port);
        self.tell(told, port, segment.to, out)
    }

    /// What goes the other way on a connection.
    fn back(&self, (from, to): Ends) -> Option<What> {
        Some(self.open.get(&(to, from))?.requests.what())
    }

    /// Ends what was silent for longest when there is no room for more.
    fn make_room(&mut self, out: &mut Out<'_>) -> Result<(), Halt> {
        if self.open.len() < MOST_STREAMS && self.kept < MOST_KEPT {
            return Ok(());
        }
        let mut ages: Vec<_> = self.open.iter().map(|(ends, stream)| (stream.last, *ends)).collect();
        ages.sort_unstable();
        for (_, ends) in ages.iter().take(ages.len() / 2 + 1) {
            let back = self.back(*ends);
            if let Some(stream) = self.open.remove(ends) {
                self.close(stream, back, out)?;
            }
        }
        Ok(())
    }

    fn close(&mut self, mut stream: Stream, back: Option<What>, out: &mut Out<'_>) -> Result<(), Halt> {
        self.kept = self.kept.saturating_sub(stream.kept());
        if back == Some(What::Answers) && stream.unseen() > 0 {
            stream.requests.answered();
        }
        if stream.was_called || back == Some(What::Http) {
            stream.requests.answers();
        }
        stream.end();
        match stream.requests.what() {
            What::Tls => self.unseen.encrypted += 1,
            What::Http2 => self.unseen.http2 += 1,
            What::Other => self.unseen.others += 1,
            What::Http | What::Answers | What::Silence => {}
        }
        self.tell(stream.requests.told(), stream.port, stream.to, out)
    }

    /// What went from a port of somebody's to a server.
    fn tell(&mut self, told: Told, port: u16, to: SocketAddr, out: &mut Out<'_>) -> Result<(), Halt> {
        for mut exchange in told.exchanges {
            self.exchanges += 1;
            exchange.id = self.exchanges.to_string();
            self.ready_bytes += exchange.url.len() + exchange.body.as_ref().map_or(0, Vec::len);
            self.ready_bytes += exchange.frames.iter().map(Vec::len).sum::<usize>();
            self.ready.push(exchange);
        }
        for why in told.whys {
            out.unreadable(None, why)?;
        }
        for hole in told.holes {
            let why = match hole.after {
                Some(after) => format!("they were lost before they were recorded, after {after}"),
                None => "they were lost before they were recorded".to_owned(),
            };
            out.gap(format!("{} bytes from port {port} to {to}", hole.bytes), &why)?;
        }
        if self.ready_bytes >= BLOCK || self.ready.len() >= 1024 { self.flush(out) } else { Ok(()) }
    }

    fn flush(&mut self, out: &mut Out<'_>) -> Result<(), Halt> {
        self.ready_bytes = 0;
        let ready = std::mem::take(&mut self.ready);
        out.put(Work::Ready(ready.into_iter().map(|exchange| (exchange, None)).collect()))
    }

    /// The capture is over: what is open is read as far as it goes, oldest first.
    pub(super) fn end(mut self, out: &mut Out<'_>) -> Result<(), Halt> {
        let back: HashMap<Ends, What> = self.open.keys().filter_map(|ends| Some((*ends, self.back(*ends)?))).collect();
        let mut open: Vec<(Ends, Stream)> = std::mem::take(&mut self.open).into_iter().collect();
        open.sort_unstable_by_key(|(_, s)| s.born);
        for (ends, stream) in open {
            self.close(stream, back.get(&ends).copied(), out)?;
        }
        if self.packets == 0 {
            out.unreadable(None, "no packet is in it")?;
        }
        self.flush(out)?;
        let unseen = self.unseen;
        for (count, what, why) in [
            (
                unseen.encrypted,
                "TLS streams",
                "they are encrypted; record where the traffic is in clear, or in the browser",
            ),
            (unseen.http2, "HTTP/2 streams", "only HTTP/1.x is read from packets"),
            (
                unseen.quic,
                "QUIC packets",
                "they are encrypted; record where the traffic is in clear, or in the browser",
            ),
            (unseen.others, "TCP streams without an HTTP request", "only HTTP/1.x is read from packets"),
            (unseen.datagrams, "UDP packets", "only HTTP/1.x is read from packets"),
            (unseen.fragments, "IP fragments", "they are not put together"),
            (
                unseen.sealed,
                "IPsec and MACsec packets",
                "they are encrypted; record where the traffic is in clear, or in the browser",
            ),
            (unseen.foreign, "packets of other protocols", "only HTTP/1.x is read from packets"),
            (unseen.cut, "packets cut short", "their headers are not whole; record whole packets"),
        ] {
            if count > 0 {
                out.gap(format!("{count} {what}"), why)?;
            }
        }
        for (link, count) in unseen.links {
            out.unreadable(
                None,
                format!("{count} packets of link type {link}, not known here; they were read as bytes"),
            )?;
        }
        Ok(())
    }
}

/// One direction of a connection.
struct Stream {
    /// Sequence number of the next byte.
    next: u32,
    /// What came too early, by sequence number relative to `first`.
    held: BTreeMap<u32, (Option<Timestamp>, Vec<u8>)>,
    held_bytes: usize,
    first: u32,
    /// What was sent ends here, as either side says.
    until: u32,
    /// Whose, and to whom.
    port: u16,
    to: SocketAddr,
    requests: Requests,
    /// Its end was seen; what was lost before it may still come.
    ending: bool,
    /// The other side opened the connection.
    was_called: bool,
    /// Packets before the stream's first and last.
    born: u64,
    last: u64,
}

impl Stream {
    fn new(next: u32, segment: &Segment<'_>, packet: u64) -> Self {
        let requests = Requests::new(segment.to);
        Self {
            next,
            until: next,
            port: segment.from.port(),
            to: segment.to,
            held: BTreeMap::new(),
            held_bytes: 0,
            first: next,
            requests,
            ending: false,
            was_called: false,
            born: packet,
            last: packet,
        }
    }

    fn kept(&self) -> usize {
        self.held_bytes + self.requests.kept()
    }

    fn sent_until(&mut self, until: u32) {
        if (1..MOST_UNSEEN).contains(&until.wrapping_sub(self.until).cast_signed()) {
            self.until = until;
        }
    }

    /// Bytes that are known to be sent, and did not come. The end of a stream takes a number of its own.
    fn unseen(&self) -> u32 {
        let unseen = self.until.wrapping_sub(self.next).cast_signed();
        if (2..MOST_UNSEEN).contains(&unseen) { unseen.unsigned_abs() } else { 0 }
    }

    fn take(&mut self, sequence: u32, data: &[u8], at: Option<Timestamp>) {
        if data.is_empty() {
            return;
        }
        if self.accept(sequence, data, at) {
            return self.release();
        }
        if !self.requests.wants() {
            self.next = sequence.wrapping_add(data.len() as u32);
            return;
        }
        if self.held.is_empty() {
            self.first = self.next;
        }
        let place = sequence.wrapping_sub(self.first);
        let old = self.held.get(&place).map(|(_, data)| data.len());
        // a part of it may come again, to see whether anybody answers
        if old.is_none_or(|old| old < data.len()) {
            self.held.insert(place, (at, data.to_vec()));
            self.held_bytes += data.len() + EACH;
            self.held_bytes -= old.map_or(0, |old| old + EACH);
        }
        if self.held_bytes > MOST_HELD {
            self.skip();
        }
    }

    /// Reads what is next, or was read before; false for what comes too early.
    fn accept(&mut self, sequence: u32, data: &[u8], at: Option<Timestamp>) -> bool {
        let ahead = sequence.wrapping_sub(self.next).cast_signed();
        if ahead > 0 {
            return false;
        }
        if let Some(new) = data.get(ahead.unsigned_abs() as usize..).filter(|new| !new.is_empty()) {
            self.next = self.next.wrapping_add(new.len() as u32);
            self.requests.feed(new, at);
        }
        true
    }

    /// What was held and is due.
    fn release(&mut self) {
        while let Some(entry) = self.held.first_entry() {
            let sequence = self.first.wrapping_add(*entry.key());
            if sequence.wrapping_sub(self.next).cast_signed() > 0 {
                return;
            }
            let (at, data) = entry.remove();
            self.held_bytes -= data.len() + EACH;
            self.accept(sequence, &data, at);
        }
    }

    /// Gives up on what is missing before the first held segment.
    fn skip(&mut self) {
        if let Some((key, _)) = self.held.first_key_value() {
            let sequence = self.first.wrapping_add(*key);
            self.requests.lost(sequence.wrapping_sub(self.next));
            self.next = sequence;
            self.release();
        }
    }

    /// Reads what there is as far as it goes; what comes after is a repetition.
    fn end(&mut self) {
        while !self.held.is_empty() {
            self.skip();
        }
        if self.unseen() > 0 {
            self.requests.lost(self.unseen());
            self.next = self.until;
        }
        self.requests.end();
    }
}
