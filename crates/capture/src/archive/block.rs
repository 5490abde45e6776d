use super::{Kind, access, csv, har, ndjson, nested, weblog};
use facts::{Exchange, Gap, Unreadable};
use std::ops::Range;
use std::sync::Arc;

/// A part of an archive that one core reads by itself.
pub struct Block {
    source: Arc<str>,
    member: Option<u64>,
    kind: Kind,
    work: Work,
}

/// What a block holds.
pub enum Item<'a> {
    /// And its place (line, row, entry) where its id is the archive's own and not that place.
    Exchange(&'a Exchange, Option<u64>),
    /// Bytes that are no exchange, to be looked through as they stand.
    Bytes(Piece<'a>),
    Unreadable(Unreadable),
    Gap(Gap),
    Missing(Missing),
}

/// What was sent with an exchange and is not in the archive.
pub struct Missing {
    pub host: Option<String>,
    /// 0 where nothing says how many.
    pub bytes: u64,
}

/// Bytes with their name.
pub struct Piece<'a> {
    pub bytes: &'a [u8],
    /// Of the exchange they stand for; where they are lines, each line is one, and this is the first one's number.
    pub id: PieceId,
    /// What begins outside belongs to the neighbouring piece, which holds these bytes too.
    pub own: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PieceId {
    One(String),
    Lines(u64),
}

/// Bytes and their name, as a cutter hands them on.
pub(super) struct Owned {
    pub bytes: Vec<u8>,
    pub id: PieceId,
    pub own: Range<usize>,
}

pub(super) enum Work {
    /// Whole lines; the number of the first, and what a log said above them that its fields are called.
    Lines {
        first: u64,
        bytes: Vec<u8>,
        names: Arc<str>,
    },
    Entries(har::Entries),
    Rows(csv::Rows),
    /// Each with its place where its id is the archive's own.
    Ready(Vec<(Exchange, Option<u64>)>),
    Bytes(Owned),
    Unreadable(Unreadable),
    Gap(Gap),
}

impl Block {
    pub(super) fn new(source: Arc<str>, member: Option<u64>, kind: Kind, work: Work) -> Self {
        Self { source, member, kind, work }
    }

    /// What it is from: a file may hold several kinds, one after the other or packed together.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The file it is from, as the user named it.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Entries of HAR as they stand.
    pub(super) fn entries(&self) -> impl Iterator<Item = &[u8]> {
        let entries = if let Work::Entries(entries) = &self.work { Some(entries) } else { None };
        entries.into_iter().flat_map(har::Entries::each)
    }

    /// Which file of a zip or tar archive it is from, counted from 1.
    pub fn member(&self) -> Option<u64> {
        self.member
    }

    /// Reads what the block holds, in order.
    pub fn read(self, sink: &mut dyn FnMut(Item<'_>)) {
        let mut to = To { source: &self.source, sink };
        match self.work {
            Work::Lines { first, bytes, .. } if self.kind == Kind::Text => to.bytes(&bytes, PieceId::Lines(first)),
            Work::Lines { first, bytes, names } => to.lines(self.kind, first, &bytes, &names),
            Work::Entries(entries) => entries.read(&mut to),
            Work::Rows(rows) => rows.read(&mut to),
            Work::Ready(exchanges) => exchanges.iter().for_each(|(e, own)| to.ready(e, *own, self.kind)),
            Work::Bytes(Owned { bytes, id, own }) => (to.sink)(Item::Bytes(Piece { bytes: &bytes, id, own })),
            Work::Unreadable(unreadable) => (to.sink)(Item::Unreadable(unreadable)),
            Work::Gap(gap) => (to.sink)(Item::Gap(gap)),
        }
    }
}

/// Where a block's reader puts what it finds.
pub(super) struct To<'a> {
    source: &'a str,
    sink: &'a mut dyn FnMut(Item<'_>),
}

impl To<'_> {
    fn lines<'b>(&mut self, kind: Kind, first: u64, bytes: &'b [u8], mut names: &'b str) {
        for (line, number) in bytes.split(|b| *b == b'\n').zip(first..) {
            let line = line.trim_ascii();
            let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
            if line.is_empty() {
                continue;
            }
            let read = match kind {
                Kind::AccessLog if weblog::is_comment(line) => {
                    names = weblog::names(line).unwrap_or(names);
                    self.bytes(line, PieceId::One(number.to_string()));
                    continue;
                }
                Kind::AccessLog => {
                    let read = access::exchange(line, number).or_else(|| weblog::exchange(line, number, names));
                    read.map(|e| (e, None)).ok_or_else(|| NO_LOG_LINE.to_owned())
                }
                _ => ndjson::exchange(line, number),
            };
            if read.is_err() && self.document(line, number) {
                continue;
            }
            self.exchange(read, number, line, number.to_string());
        }
    }

    /// A line may be a HAR document of its own; false where it is none.
    fn document(&mut self, line: &[u8], number: u64) -> bool {
        let may_be = line.starts_with(b"{") && memchr::memmem::find(line, b"\"entries\"").is_some();
        let Some((recording, unreadable)) = may_be.then(|| crate::har::read(self.source, line).ok()).flatten() else {
            return false;
        };
        for (mut exchange, place) in recording.exchanges.into_iter().zip(1..) {
            let own = exchange.id.parse::<u64>().is_err().then_some(place);
            exchange.id = format!("{number}/{}", exchange.id);
            (self.sink)(Item::Exchange(&exchange, own));
        }
        for unreadable in unreadable {
            (self.sink)(Item::Unreadable(Unreadable { line: Some(number), ..unreadable }));
        }
        true
    }

    /// An exchange, perhaps with what of it could not be read; else the reason, and the bytes as they stand.
    pub(super) fn exchange(&mut self, read: Read, line: u64, bytes: &[u8], id: String) {
        let why = match read {
            Ok((exchange, why)) => {
                let own = (exchange.id != id).then(|| id.parse().unwrap_or(line));
                (self.sink)(Item::Exchange(&exchange, own));
                self.missing(&exchange, bytes);
                why
            }
            Err(why) => (!self.other(bytes, line, id) && !nested::is_event(bytes)).then_some(why),
        };
        if let Some(why) = why {
            (self.sink)(Item::Unreadable(Unreadable { source: self.source.to_owned(), line: Some(line), why }));
        }
    }

    /// What is no exchange: the events that it lists, else the bytes as they stand; whether it lists any.
    pub(super) fn other(&mut self, bytes: &[u8], line: u64, id: String) -> bool {
        let Some((events, rest)) = nested::events(bytes) else {
            self.bytes(bytes, PieceId::One(id));
            return false;
        };
        self.bytes(rest.as_bytes(), PieceId::One(id.clone()));
        for (event, number) in events.iter().zip(1..) {
            let (event, own) = (event.as_bytes(), format!("{id}/{number}"));
            match ndjson::exchange(event, number) {
                Ok((mut exchange, why)) => {
                    if exchange.id == number.to_string() {
                        exchange.id.clone_from(&own);
                    }
                    self.exchange(Ok((exchange, why)), line, event, own);
                }
                Err(_) => {
                    self.other(event, line, own);
                }
            }
        }
        true
    }

    fn ready(&mut self, exchange: &Exchange, own: Option<u64>, kind: Kind) {
        (self.sink)(Item::Exchange(exchange, own));
        // of packets, what is lost is told one by one
        if kind != Kind::Pcap {
            self.missing(exchange, b"");
        }
    }

    fn missing(&mut self, exchange: &Exchange, entry: &[u8]) {
        if let Some(bytes) = missing(exchange, entry) {
            (self.sink)(Item::Missing(Missing { host: exchange.host(), bytes }));
        }
    }

    fn bytes(&mut self, bytes: &[u8], id: PieceId) {
        (self.sink)(Item::Bytes(Piece { bytes, id, own: 0..bytes.len() }));
    }
}

/// An exchange and what of it is missing, or why there is none.
pub(super) type Read = Result<(Exchange, Option<String>), String>;

const NO_LOG_LINE: &str = "not a line of an access log";

/// Bytes of a body that were sent and are not there, by the header or by what HAR says of its size; 0 where only that there
/// was one is said. Browsers leave out what comes from a file or a blob, also within a form.
fn missing(exchange: &Exchange, entry: &[u8]) -> Option<u64> {
    let body = exchange.body.as_deref().unwrap_or_default();
    let length = exchange.header("content-length").and_then(|length| length.trim().parse::<u64>().ok());
    if body.is_empty() && exchange.frames.is_empty() {
        let coded = || exchange.header("transfer-encoding").map(|_| 0);
        return length.filter(|n| *n > 0).or_else(|| crate::har::body_size(entry)).or_else(coded);
    }
    let boundary = exchange.header("content-type").and_then(|kind| {
        let boundary = kind.strip_prefix("multipart/")?.split_once("boundary=")?.1;
        Some(boundary.trim_matches('"').as_bytes())
    });
    let is_whole = |boundary| body.strip_prefix(b"--").is_some_and(|rest| rest.starts_with(boundary));
    let packed = exchange.header("content-encoding").is_some();
    boundary.filter(|boundary| is_whole(boundary) && !packed)?;
    length?.checked_sub(body.len() as u64).filter(|n| *n > 0)
}
