//! Messages: bytes that tell by names or numbers of fields where each of these ends.

use super::binary::begins_utf16;
use super::runs::HEX_LENGTHS;
use super::{MOST_LAYERS, Scanner, looks_like_text};
use crate::protobuf::{self, Field};
use crate::{der, framed, packed};
use std::ops::Range;

/// Of a field in messages behind one another.
const LEAST_TEXT: usize = 4;

type Read = fn(&[u8]) -> Option<Vec<Field>>;

struct Message {
    layer: &'static str,
    at: usize,
    fields: Vec<Field>,
}

impl Message {
    /// A byte before a digest, and its first one, may be read as the beginning of a field.
    fn is_digest(&self, data: &[u8]) -> bool {
        let is = self.layer == "protobuf" && HEX_LENGTHS.contains(&(data.len() * 2 - 2));
        is && matches!(&*self.fields, [field] if !looks_like_text(&data[self.at..][field.region.clone()]))
    }
}

/// Whether bytes may be a map whose first field has a name, an array of such, or under the tag of CBOR; or DER.
pub(super) fn begins_map(data: &[u8]) -> bool {
    let is = |data: &[u8]| {
        matches!(data, [0x80..=0x8f, 0xa1..=0xbf | 0xd9, ..] | [0xde | 0xdf, _, _, ..])
            || matches!(data, [0xa0..=0xbb | 0xbf, 0x61..=0x7b | 0x7f, ..])
    };
    if let [der::SEQUENCE, length, ..] = data {
        return (2..0x85).contains(length);
    }
    data.first().is_some_and(|b| *b >= 0x80)
        && (is(data) || matches!(data, [0x80..=0x9f, inner @ ..] | [0xd9, 0xd9, 0xf7, inner @ ..] if is(inner)))
}

/// Whether bytes may be fields of Protocol Buffers of which the first has a low number, and is one or bytes.
fn begins_fields(data: &[u8]) -> bool {
    matches!(data, [tag @ 8..0x80, length, rest @ ..] if tag & 7 == 0 || (tag & 7 == 2 && usize::from(*length) <= rest.len()))
}

/// Whether the beginning of what was packed may be that of a message, or of text in UTF-16.
pub(crate) fn may_begin_message(data: &[u8]) -> bool {
    begins_map(data) || begins_utf16(data) || matches!(data, [tag @ 8..0x80, ..] if matches!(tag & 7, 0 | 2))
}

/// What names its fields is hardly anything else.
pub(super) fn named(data: &[u8]) -> Option<(&'static str, Vec<Field>)> {
    let read = |(layer, read): (_, Read)| Some((layer, read(data)?));
    [("msgpack", packed::msgpack as Read), ("cbor", packed::cbor), ("der", der::fields)].into_iter().find_map(read)
}

/// The messages that bytes are as a whole, and where each begins: one, or several behind one another.
fn messages(data: &[u8]) -> Option<Vec<Message>> {
    let one = |data: &[u8], at| {
        let buffers = || Some(("protobuf", protobuf::fields(data)?));
        let (layer, fields) = named(data).or_else(buffers)?;
        Some(Message { layer, at, fields })
    };
    if let Some(message) = one(data, 0) {
        return Some(vec![message]);
    }
    // that each length fits may be chance where nothing in between is text
    let has_text = |all: &[Message]| {
        let is_text = |at: usize, f: &Field| {
            let region = f.region.start + at..f.region.end + at;
            f.number.is_none() && region.len() >= LEAST_TEXT && looks_like_text(&data[region])
        };
        all.iter().any(|m| m.fields.iter().any(|f| is_text(m.at, f)))
    };
    let read =
        |all: Vec<Range<usize>>| all.into_iter().map(|r| one(&data[r.clone()], r.start)).collect::<Option<Vec<_>>>();
    framed::all(data).filter_map(read).find(|all| has_text(all))
}

/// Whether these bytes tell by themselves where their fields end.
pub(crate) fn is_message(data: &[u8]) -> bool {
    messages(data).is_some()
}

impl Scanner {
    /// Bytes with a structure of their own, told by names or numbers of fields. That costs no depth.
    pub(super) fn message(&mut self, data: &[u8]) -> bool {
        if self.layers.len() >= MOST_LAYERS {
            return false;
        }
        let Some(all) = messages(data).filter(|all| !all.iter().any(|m| m.is_digest(data))) else { return false };
        for Message { layer, at, fields } in all {
            self.fields(layer, data, at, fields);
        }
        true
    }

    fn protobuf(&mut self, data: &[u8], within: Range<usize>) -> bool {
        let piece = &data[within.clone()];
        let read = |fields| Message { layer: "protobuf", at: 0, fields };
        let message = protobuf::fields(piece).map(read).filter(|message| !message.is_digest(piece));
        let is = message.is_some();
        if let Some(Message { layer, fields, .. }) = message {
            self.fields(layer, data, within.start, fields);
        }
        is
    }

    /// Bytes without six signs of text in a row: a message, or else digests and streams without a magic number.
    pub(super) fn scan_bytes(&mut self, buffer: &[u8], pieces: &[Range<usize>]) {
        let mut maps = Vec::new();
        for (i, piece) in pieces.iter().enumerate() {
            match Some(&buffer[piece.clone()]).filter(|piece| begins_map(piece)).and_then(named) {
                Some(map) => maps.push((i, map)),
                None => self.raw_digests(buffer, piece.clone()),
            }
        }
        self.answer(buffer);
        self.told();
        let mut maps = maps.into_iter().peekable();
        for (i, piece) in pieces.iter().enumerate() {
            self.enter(piece.start);
            let map = maps.next_if(|(at, _)| *at == i);
            if self.layers.len() >= MOST_LAYERS {
                continue;
            }
            match map {
                Some((_, (layer, fields))) => self.fields(layer, buffer, piece.start, fields),
                None if begins_fields(&buffer[piece.clone()]) && self.protobuf(buffer, piece.clone()) => {}
                None if self.may_open() => drop(self.guessed(buffer, piece.clone())),
                None => {}
            }
        }
    }

    fn fields(&mut self, layer: &'static str, data: &[u8], skip: usize, fields: Vec<Field>) {
        let message = self.new_object();
        let outer = self.object;
        for field in fields {
            self.object = message + u64::from(field.map);
            let region = field.region.start + skip..field.region.end + skip;
            let depth = self.push_key(&field.path);
            match (field.number, field.joined) {
                (Some(number), _) => self.open(layer, region, number.to_string().as_bytes()),
                (None, Some(joined)) => self.open(layer, region, &joined),
                (None, None) => self.open(layer, region.clone(), &data[region]),
            }
            self.key.truncate(depth);
        }
        self.object = outer;
    }
}
