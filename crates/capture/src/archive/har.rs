//! HAR as a stream: one entry after the other, without the responses, which hold nothing that was sent. A list of
//! exchanges is read the same way. What stands behind a document is read as what it is.

use super::ahead::Ahead;
use super::attached::{self, Attached};
use super::block::{To, Work};
use super::json::{Broken, Json};
use super::nested::may_list;
use super::pieces::Pieces;
use super::{BLOCK, Content, Halt, Kind, LONGEST, Out, ndjson};
use crate::har;
use memchr::memmem;
use std::io::{BufRead, Cursor};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// Some entries of a file, each as it stands but for its response.
pub(super) struct Entries {
    bytes: Vec<u8>,
    /// 1-based number, line, place in `bytes`.
    entries: Vec<(usize, u64, Range<usize>)>,
    /// None where the file is a list of exchanges.
    titles: Option<Arc<har::Titles>>,
    are_events: bool,
    attached: Option<Arc<Attached>>,
}

impl Entries {
    pub(super) fn each(&self) -> impl Iterator<Item = &[u8]> {
        self.entries.iter().map(|(_, _, place)| &self.bytes[place.clone()])
    }

    pub(super) fn read(self, to: &mut To<'_>) {
        let is_har = self.titles.is_some();
        for (number, line, place) in self.entries {
            let bytes = &self.bytes[place];
            let read = match &self.titles {
                Some(titles) => har::entry(bytes, number, titles),
                None if memmem::find(bytes, b"\"request\"").is_some() => {
                    let read = har::entry(bytes, number, &har::Titles::default());
                    read.or_else(|_| ndjson::exchange(bytes, number as u64))
                }
                None => ndjson::exchange(bytes, number as u64),
            };
            if self.are_events && read.is_err() {
                to.other(bytes, line, number.to_string());
                continue;
            }
            let read = read.map(|(mut exchange, why)| {
                let missing = attached::fill(self.attached.as_deref(), bytes, &mut exchange);
                (exchange, missing.or(why))
            });
            let named = |why: String| format!("{}: {why}", named(is_har, number));
            let read = read.map(|(exchange, why)| (exchange, why.map(named))).map_err(named);
            to.exchange(read, line, bytes, number.to_string());
        }
    }
}

fn named(is_har: bool, number: usize) -> String {
    format!("entry {number} of the {}", if is_har { "HAR file" } else { "list" })
}

pub(super) fn read(content: Content, line: u64, out: &mut Out<'_>) -> Result<(), Halt> {
    let mut json = Json { content: Ahead::new(content), line };
    let mut number = 0;
    loop {
        let Some(read) = document(&mut json, number, out)? else { return Ok(()) };
        number = read;
        if !json.more()? {
            return Ok(());
        }
        let kind = Kind::of(json.content.look(HEAD), Path::new(""));
        if matches!(kind, Kind::Har | Kind::Json) {
            continue;
        }
        // what holds files of its own is no part of a file
        let kind = if kind == Kind::Tar { Kind::Bytes } else { kind };
        let line = json.line;
        if !matches!(kind, Kind::Ndjson | Kind::AccessLog) {
            out.unreadable(Some(line), "what follows the JSON document is none; it was read as what it is")?;
        }
        let mut rest = out.inner(Arc::clone(&out.source), kind);
        return super::cut(Box::new(json.content), line, &mut rest);
    }
}

/// Objects in which a list of events stands; a hostile file would have a million.
const DEEPEST: u8 = 16;
/// Enough to tell what follows.
const HEAD: usize = 64 << 10;

/// Whether the document that begins here lists events of a log service, as far as can be seen.
pub(super) fn lists(head: &[u8]) -> bool {
    fn look(json: &mut Json, found: &mut bool, depth: u8) -> Result<(), Broken> {
        json.object(&mut |json, key| match (key, json.peek()?) {
            (key, b'[') if may_list(key) => {
                json.expect(b'[')?;
                *found |= json.peek()? == b'{';
                skip(json)
            }
            (key, b'{') if may_list(key) && depth < DEEPEST => look(json, found, depth + 1),
            // an exchange may say these of itself, before its list or behind it
            (br#""url""# | br#""body""# | br#""headers""#, _) => {
                *found = false;
                Err(Broken::Cut)
            }
            _ => json.value(&mut |_| Ok(())),
        })
    }
    /// To the end of a list that has begun.
    fn skip(json: &mut Json) -> Result<(), Broken> {
        loop {
            match json.peek()? {
                b']' => return json.expect(b']'),
                b',' => json.expect(b',')?,
                _ => json.value(&mut |_| Ok(()))?,
            }
        }
    }
    let (mut json, mut found) = (Json { content: Ahead::new(Box::new(Cursor::new(head.to_vec()))), line: 1 }, false);
    // it may be cut
    let _ = look(&mut json, &mut found, 0);
    found
}

/// Reads one document; the number of its last entry, or none where all the rest was read with it.
fn document(json: &mut Json, before: usize, out: &mut Out<'_>) -> Result<Option<usize>, Halt> {
    let mut file = File {
        batch: vec![],
        entries: vec![],
        listed: false,
        number: before,
        titles: Some(Arc::default()),
        are_events: false,
        begun: vec![],
        beside: Pieces::new(format!("{before}/")),
        has_beside: false,
        inside: vec![],
    };
    let ended = file.document(json, out);
    file.flush(out)?;
    let line = Some(json.line);
    let Err(ended) = ended else {
        let number = file.number;
        file.end(line, out)?;
        return Ok(Some(number));
    };
    let begun = std::mem::take(&mut file.begun);
    let mut rest = Pieces::new(format!("{}/", file.number));
    rest.feed(&begun, out)?;
    match ended {
        Broken::Halt(Halt::Io(error)) => {
            rest.end(out)?;
            out.unreadable(line, super::broken(&error))?;
        }
        Broken::Halt(halt) => return Err(halt),
        Broken::Cut => {
            rest.end(out)?;
            let what = if file.titles.is_some() { "HAR file" } else { "list" };
            out.unreadable(line, format!("the {what} ends in the middle; it was cut while it was written or copied"))?;
        }
        Broken::Syntax => {
            out.unreadable(line, "this is no HAR file, or not valid JSON; from here on it was read as bytes")?;
            without_responses(json, rest, out)?;
        }
    }
    Ok(None)
}

/// All that is left, as bytes, but for what looks like responses: nothing in them was sent.
fn without_responses(json: &mut Json, mut rest: Pieces, out: &mut Out<'_>) -> Result<(), Halt> {
    const KEY: &[u8] = b"\"response\"";
    loop {
        let seen = json.content.look(HEAD);
        if seen.is_empty() {
            rest.end(out)?;
            // what broke off is told by whoever reads on
            return match json.content.fill_buf() {
                Ok(_) => Ok(()),
                Err(error) => out.unreadable(None, super::broken(&error)),
            };
        }
        let found = memmem::find(seen, KEY);
        let used = match found {
            Some(at) => at + KEY.len(),
            None if seen.len() < HEAD => seen.len(),
            None => seen.len() - KEY.len(),
        };
        rest.feed(&seen[..used], out)?;
        json.content.consume(used);
        if found.is_none() {
            continue;
        }
        let seen = json.content.look(HEAD);
        let blank = |bytes: &[u8]| bytes.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let colon = blank(seen);
        let is_object = seen.get(colon) == Some(&b':') && seen[colon + 1..].trim_ascii_start().starts_with(b"{");
        if is_object {
            json.content.consume(colon + 1);
            match json.value(&mut |_| Ok(())) {
                Err(Broken::Halt(halt)) => return Err(halt),
                // to the end of the file
                Ok(()) | Err(Broken::Cut | Broken::Syntax) => rest.feed(b":null", out)?,
            }
        }
    }
}

struct File {
    batch: Vec<u8>,
    entries: Vec<(usize, u64, Range<usize>)>,
    /// Whether there is a list of entries.
    listed: bool,
    number: usize,
    /// None where the document is a list.
    titles: Option<Arc<har::Titles>>,
    /// Some of which may be no exchanges.
    are_events: bool,
    /// What was read of the entry at which the file broke.
    begun: Vec<u8>,
    /// What stands where a HAR file has nothing.
    beside: Pieces,
    has_beside: bool,
    /// What stands in `log` beside the entries, up to a limit.
    inside: Vec<u8>,
}

impl File {
    fn document(&mut self, json: &mut Json, out: &mut Out<'_>) -> Result<(), Broken> {
        json.mark()?;
        if json.peek()? == b'[' {
            self.titles = None;
            return self.entries(json, out);
        }
        json.object(&mut |json, key| match key {
            br#""log""# if json.peek()? == b'{' => json.object(&mut |json, key| match key {
                br#""pages""# => self.pages(json),
                br#""entries""# if json.peek()? == b'[' => self.entries(json, out),
                _ => held(&mut self.inside, json),
            }),
            // some programs leave out what is around it
            br#""entries""# if json.peek()? == b'[' => self.entries(json, out),
            br#""response""# => json.value(&mut |_| Ok(())),
            key if out.kind == Kind::Json && may_list(key) => self.events(json, 0, out),
            _ => self.beside(json, out),
        })
    }

    /// What a log service or an index answered with.
    fn events(&mut self, json: &mut Json, depth: u8, out: &mut Out<'_>) -> Result<(), Broken> {
        match json.peek()? {
            b'[' => {
                (self.titles, self.are_events) = (None, true);
                self.entries(json, out)
            }
            b'{' if depth < DEEPEST => json.object(&mut |json, key| match may_list(key) {
                true => self.events(json, depth + 1, out),
                false => self.beside(json, out),
            }),
            _ => self.beside(json, out),
        }
    }

    /// A value where a HAR file has none.
    fn beside(&mut self, json: &mut Json, out: &mut Out<'_>) -> Result<(), Broken> {
        self.has_beside = true;
        json.value(&mut |bytes| self.beside.feed(bytes, out))?;
        Ok(self.beside.feed(b"\n", out)?)
    }

    /// Any JSON may be called a HAR file, and may hold more than one.
    fn end(mut self, line: Option<u64>, out: &mut Out<'_>) -> Result<(), Halt> {
        if !self.listed {
            self.beside.feed(&self.inside, out)?;
        }
        self.beside.end(out)?;
        match (self.listed, self.has_beside) {
            (true, _) if self.titles.is_none() => Ok(()),
            (true, false) => Ok(()),
            (true, true) => {
                out.unreadable(line, "beside `log` the HAR file holds something else; it was read as bytes")
            }
            (false, _) => out.unreadable(line, "this is no HAR file: it has no `log.entries`; it was read as bytes"),
        }
    }

    /// Names of pages too many to hold are not worth their memory: entries then name a page by its id.
    fn pages(&mut self, json: &mut Json) -> Result<(), Broken> {
        let mut text = Vec::new();
        json.value(&mut |bytes| {
            if text.len() + bytes.len() <= LONGEST {
                text.extend_from_slice(bytes);
            }
            Ok(())
        })?;
        self.titles = Some(Arc::new(har::titles(&text)));
        Ok(())
    }

    fn entries(&mut self, json: &mut Json, out: &mut Out<'_>) -> Result<(), Broken> {
        json.expect(b'[')?;
        self.listed = true;
        loop {
            match json.peek()? {
                b']' => return json.expect(b']'),
                b',' => json.expect(b',')?,
                b'{' => self.entry(json, out)?,
                b'"' | b'[' | b'-' | b'0'..=b'9' | b'n' | b't' | b'f' => self.other(json, out)?,
                _ => return Err(Broken::Syntax),
            }
        }
    }

    /// What is no object stands for no exchange.
    fn other(&mut self, json: &mut Json, out: &mut Out<'_>) -> Result<(), Broken> {
        self.number += 1;
        let line = json.line;
        let mut pieces = Pieces::new(format!("{}/", self.number));
        json.value(&mut |bytes| pieces.feed(bytes, out))?;
        pieces.end(out)?;
        let why = format!("{}: it is no object", named(self.titles.is_some(), self.number));
        Ok(out.unreadable(Some(line), why)?)
    }

    fn entry(&mut self, json: &mut Json, out: &mut Out<'_>) -> Result<(), Broken> {
        self.number += 1;
        let line = json.line;
        let mut kept = Kept { bytes: std::mem::take(&mut self.begun), pieces: None, number: self.number };
        let read = kept.entry(json, out);
        if let Some(mut pieces) = kept.pieces {
            read?;
            pieces.end(out)?;
            let entry = named(self.titles.is_some(), self.number);
            let why = format!("{entry} is larger than 32 MiB; it was read as bytes");
            return Ok(out.unreadable(Some(line), why)?);
        }
        self.begun = kept.bytes;
        read?;
        let start = self.batch.len();
        self.batch.append(&mut self.begun);
        self.entries.push((self.number, line, start..self.batch.len()));
        if self.batch.len() >= BLOCK { Ok(self.flush(out)?) } else { Ok(()) }
    }

    fn flush(&mut self, out: &mut Out<'_>) -> Result<(), Halt> {
        let (bytes, entries) = (std::mem::take(&mut self.batch), std::mem::take(&mut self.entries));
        if entries.is_empty() {
            return Ok(());
        }
        let attached = out.attached.clone();
        out.put(Work::Entries(Entries {
            bytes,
            entries,
            titles: self.titles.clone(),
            are_events: self.are_events,
            attached,
        }))
    }
}

/// Keeps a value, up to a limit: it is read only where there are no entries.
fn held(kept: &mut Vec<u8>, json: &mut Json) -> Result<(), Broken> {
    json.value(&mut |bytes| {
        let room = LONGEST.saturating_sub(kept.len());
        kept.extend_from_slice(&bytes[..bytes.len().min(room)]);
        Ok(())
    })?;
    kept.push(b'\n');
    Ok(())
}

/// An answer longer than this holds what came back, and names no file.
const MOST_NAMED: usize = 64 << 10;

/// One entry, held whole up to a limit and handed on in pieces beyond it.
struct Kept {
    bytes: Vec<u8>,
    pieces: Option<Pieces>,
    number: usize,
}

impl Kept {
    fn entry(&mut self, json: &mut Json, out: &mut Out<'_>) -> Result<(), Broken> {
        self.push(b"{", out)?;
        json.object(&mut |json, key| {
            if self.bytes.len() > 1 || self.pieces.is_some() {
                self.push(b",", out)?;
            }
            self.push(key, out)?;
            self.push(b":", out)?;
            if key == br#""response""# {
                let mut seen = Vec::new();
                json.value(&mut |bytes| {
                    let room = if out.attached.is_some() { MOST_NAMED.saturating_sub(seen.len()) } else { 0 };
                    seen.extend_from_slice(&bytes[..bytes.len().min(room)]);
                    Ok(())
                })?;
                return Ok(self.push(&attached::left(&seen), out)?);
            }
            json.value(&mut |bytes| self.push(bytes, out))
        })?;
        Ok(self.push(b"}", out)?)
    }

    fn push(&mut self, bytes: &[u8], out: &mut Out<'_>) -> Result<(), Halt> {
        if self.pieces.is_none() && self.bytes.len() + bytes.len() > LONGEST {
            let mut pieces = Pieces::new(format!("{}/", self.number));
            pieces.feed(&std::mem::take(&mut self.bytes), out)?;
            self.pieces = Some(pieces);
        }
        match &mut self.pieces {
            Some(pieces) => pieces.feed(bytes, out),
            None => {
                self.bytes.extend_from_slice(bytes);
                Ok(())
            }
        }
    }
}
