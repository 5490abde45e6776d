//! Messages behind one another, each behind its length: gRPC (<https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md>),
//! gRPC-web, what Protocol Buffers' `writeDelimitedTo` and SignalR write, a length of four bytes; and one behind the number of
//! its schema (Confluent's wire format).

use crate::scan::looks_like_text;
use std::ops::Range;

/// Bytes before a message, and how many it has.
type Head = fn(&[u8]) -> Option<(usize, usize)>;

const HEADS: [Head; 5] = [grpc, varint, big_endian, little_endian, schema];

/// Shorter ones hold nothing.
const LEAST: usize = 2;

/// In each way in which the bytes are such messages to the last byte, where these are.
pub(crate) fn all(data: &[u8]) -> impl Iterator<Item = Vec<Range<usize>>> + '_ {
    let may_be = data.len() > LEAST && !looks_like_text(data);
    HEADS.into_iter().filter(move |_| may_be).filter_map(|head| split(data, head))
}

fn split(data: &[u8], head: Head) -> Option<Vec<Range<usize>>> {
    let (mut at, mut all) = (0, Vec::new());
    while at < data.len() {
        let (skip, length) = head(&data[at..])?;
        let start = at + skip;
        at = start.checked_add(length).filter(|end| length >= LEAST && *end <= data.len())?;
        // what gRPC-web ends with are headers, in text
        if !(skip == GRPC && data[start - GRPC] & 0x80 != 0) {
            all.push(start..at);
        }
    }
    Some(all)
}

const GRPC: usize = 5;

/// A flag (packed, or headers of gRPC-web) and a length.
fn grpc(data: &[u8]) -> Option<(usize, usize)> {
    let [0 | 1 | 0x80, length @ ..] = *data.first_chunk::<GRPC>()? else { return None };
    Some((GRPC, usize::try_from(u32::from_be_bytes(length)).ok()?))
}

fn varint(data: &[u8]) -> Option<(usize, usize)> {
    match *data {
        [length @ ..0x80, ..] => Some((1, usize::from(length))),
        [low, high @ 1..0x80, ..] => Some((2, usize::from(low & 0x7f) | usize::from(high) << 7)),
        [low, middle @ 0x80..=0xff, high @ 1..0x80, ..] => {
            Some((3, usize::from(low & 0x7f) | usize::from(middle & 0x7f) << 7 | usize::from(high) << 14))
        }
        _ => None,
    }
}

fn big_endian(data: &[u8]) -> Option<(usize, usize)> {
    Some((4, usize::try_from(u32::from_be_bytes(*data.first_chunk()?)).ok()?))
}

fn little_endian(data: &[u8]) -> Option<(usize, usize)> {
    Some((4, usize::try_from(u32::from_le_bytes(*data.first_chunk()?)).ok()?))
}

/// Zero, four bytes that name a schema, and zero for its first message; the rest is one.
fn schema(data: &[u8]) -> Option<(usize, usize)> {
    matches!(data, [0, _, _, _, _, 0, _, ..]).then(|| (6, data.len() - 6))
}
