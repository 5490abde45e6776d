//! Traffic archives in blocks: cheap to cut in order by one thread, read by whichever core is free.
//!
//! What a file is, its content says; its name only where the content does not. A format joins by a variant of [`Kind`]
//! and a function that cuts ([`Archive::read`]) or reads ([`Block::read`]). Whatever cannot be read as what it should be is
//! named and handed on as bytes: bad lines hold evidence too.

mod access;
mod ahead;
mod attached;
mod avro;
mod block;
mod csv;
mod damaged;
mod har;
mod headers;
mod http;
mod json;
mod kind;
mod lines;
mod loose;
mod mitm;
mod ndjson;
mod nested;
mod open;
mod others;
mod packets;
mod parquet;
mod pcap;
mod pgdump;
mod pieces;
mod row;
mod sealed;
mod sqlite;
mod streams;
mod tar;
#[cfg(test)]
mod tests;
mod times;
mod utf16;
mod warc;
mod weblog;
pub(crate) mod websocket;
mod zipped;

pub use attached::beside;
pub use block::{Block, Item, Missing, Piece, PieceId};
pub use kind::Kind;
pub use open::{check, from_reader, open};
pub(crate) use others::shown;
pub(crate) use times::time;
pub use utf16::utf8;

use attached::Attached;
use block::Work;
use facts::{Gap, Unreadable};
use std::io::{self, BufRead};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Bytes of one block, roughly: large enough to keep a core busy, small enough to stop soon.
const BLOCK: usize = 1 << 20;
/// What belongs together (a line, an entry, a body) is held whole up to here, else read as bytes in pieces.
const LONGEST: usize = 32 << 20;

/// What is read, in order.
pub type Content = Box<dyn BufRead + Send>;

/// An open archive. Memory does not grow with its size.
pub struct Archive {
    source: Arc<str>,
    /// None where the archive does not lie there as it is.
    path: Option<PathBuf>,
    kind: Kind,
    content: Content,
    read: Arc<AtomicU64>,
}

impl Archive {
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Cuts the archive into blocks, in order, until its end or until `sink` answers false.
    pub fn read(self, sink: &mut dyn FnMut(Block) -> bool) {
        let folder = || self.path.as_deref()?.parent().map(|folder| Arc::new(Attached::Folder(folder.to_owned())));
        let attached = if self.kind == Kind::Har { folder() } else { None };
        let mut out = Out { source: self.source, member: None, kind: self.kind, attached, sink };
        let ended = match (self.kind, self.path.as_deref()) {
            (Kind::Parquet, Some(path)) => parquet::read(path, &self.read, &mut out),
            (Kind::Zip, Some(path)) => zipped::read(path, &self.read, &mut out),
            (Kind::Sqlite, Some(path)) if path.is_file() => sqlite::read(Some(path), self.content, &mut out),
            _ => cut(self.content, 1, &mut out),
        };
        if let Err(Halt::Io(error)) = ended {
            // whoever stopped needs no last word
            let _ = out.unreadable(None, broken(&error));
        }
    }
}

/// Cuts content of the kind that `out` says; `line` is the number of its first line.
fn cut(content: Content, line: u64, out: &mut Out<'_>) -> Result<(), Halt> {
    match out.kind {
        Kind::Har | Kind::Json => har::read(content, line, out),
        Kind::Pcap => pcap::read(content, out),
        Kind::PgDump => pgdump::read(content, out),
        Kind::Tar => tar::read(content, out),
        Kind::Mitmproxy => mitm::read(content, out),
        Kind::Warc => warc::read(content, out),
        Kind::Sqlite => sqlite::read(None, content, out),
        Kind::Csv => csv::read(content, line, out),
        Kind::Bytes | Kind::Rest | Kind::Attached => pieces::read(content, out),
        Kind::Ndjson | Kind::AccessLog | Kind::Text => lines::read(content, line, out),
        Kind::Parquet => {
            out.unreadable(None, "a Parquet file is read from its end and has to be a file of its own; unpack it first")
        }
        Kind::Zip => {
            out.unreadable(None, "a zip archive is read from its end and has to be a file of its own; unpack it first")
        }
        Kind::Packed(what) => {
            out.unreadable(None, format!("a file packed by {what} is not opened here; unpack it first"))
        }
        Kind::Sealed(by) => out.unreadable(None, format!("it is encrypted ({by}); decrypt it first")),
    }
}

/// Why cutting ended early.
enum Halt {
    Stopped,
    Io(io::Error),
}

impl From<io::Error> for Halt {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

fn broken(error: &io::Error) -> String {
    format!("the file cannot be read from here on: {error}")
}

/// Where a cutter puts its blocks.
struct Out<'a> {
    source: Arc<str>,
    /// Which file of an archive.
    member: Option<u64>,
    /// What the blocks are from.
    kind: Kind,
    /// Where files lie that entries of HAR name.
    attached: Option<Arc<Attached>>,
    sink: &'a mut dyn FnMut(Block) -> bool,
}

impl Out<'_> {
    /// The same for a part that is of another kind, or has a name of its own.
    fn inner(&mut self, source: Arc<str>, kind: Kind) -> Out<'_> {
        Out { source, member: self.member, kind, attached: self.attached.clone(), sink: &mut *self.sink }
    }

    /// The same for a file of an archive, counted from 1.
    fn member(&mut self, source: Arc<str>, member: u64, kind: Kind) -> Out<'_> {
        Out { member: Some(member), ..self.inner(source, kind) }
    }

    fn put(&mut self, work: Work) -> Result<(), Halt> {
        let block = Block::new(Arc::clone(&self.source), self.member, self.kind, work);
        if (self.sink)(block) { Ok(()) } else { Err(Halt::Stopped) }
    }

    fn unreadable(&mut self, line: Option<u64>, why: impl Into<String>) -> Result<(), Halt> {
        let source = self.source.to_string();
        self.put(Work::Unreadable(Unreadable { source, line, why: why.into() }))
    }

    fn gap(&mut self, what: String, why: &str) -> Result<(), Halt> {
        self.put(Work::Gap(Gap::new(format!("{what} in {}", self.source), why)))
    }
}
