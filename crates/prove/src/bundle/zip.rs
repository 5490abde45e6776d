//! The zip container, written in exactly one way (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16).
//!
//! An own writer rather than the `zip` crate: verifying compares the file with what the writer gives for its content,
//! so that writer must never change its bytes with a new version. Reading is lenient; the comparison is strict.

use std::collections::BTreeMap;
use std::ops::Range;

const LOCAL: [u8; 4] = *b"PK\x03\x04";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const END: [u8; 4] = *b"PK\x05\x06";
const LOCAL_LEN: usize = 30;
const CENTRAL_LEN: usize = 46;
const END_LEN: usize = 22;

/// 1980-01-01, the first day the format knows.
const DATE: u16 = 1 << 5 | 1;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
/// Without zip64, sizes and offsets are 32 bits and entries 16.
pub const LIMIT: u64 = u32::MAX as u64;
pub const ENTRIES: usize = u16::MAX as usize;

/// Sorted by name in the bytes, each stored as it is. The caller keeps within [`LIMIT`] and [`ENTRIES`].
pub fn write(files: &BTreeMap<&str, &[u8]>) -> Vec<u8> {
    let mut out = Vec::with_capacity(files.iter().map(|(n, b)| n.len() * 2 + b.len() + 80).sum());
    let mut central = Vec::new();
    for (name, bytes) in files {
        let offset = out.len() as u32;
        let fields = fields(name, bytes);
        out.extend(LOCAL);
        out.extend(&fields);
        out.extend(name.as_bytes());
        out.extend(*bytes);
        // Made by: Unix, version 2.0.
        central.extend(CENTRAL.into_iter().chain(u16s([0x0314])).chain(fields.iter().copied()));
        // No comment, disk 0, binary; a regular file with mode 644.
        central.extend(u16s([0, 0, 0]).chain(u32s([0o100_644 << 16, offset])));
        central.extend(name.as_bytes());
    }
    let (count, start, size) = (files.len() as u16, out.len() as u32, central.len() as u32);
    out.extend(central);
    out.extend(END.into_iter().chain(u16s([0, 0, count, count])).chain(u32s([size, start])).chain(u16s([0])));
    out
}

/// What local and central header share: version needed 1.0 … length of the extra field.
fn fields(name: &str, bytes: &[u8]) -> Vec<u8> {
    let size = bytes.len() as u32;
    let head = u16s([10, UTF8, 0, 0, DATE]).chain(u32s([crc32fast::hash(bytes), size, size]));
    head.chain(u16s([name.len() as u16, 0])).collect()
}

fn u16s<const N: usize>(values: [u16; N]) -> impl Iterator<Item = u8> {
    values.into_iter().flat_map(u16::to_le_bytes)
}

fn u32s<const N: usize>(values: [u32; N]) -> impl Iterator<Item = u8> {
    values.into_iter().flat_map(u32::to_le_bytes)
}

/// An entry as far as it could be read: name and where its bytes lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    pub data: Range<usize>,
}

/// Entries by the central directory; none if it cannot be followed.
pub fn by_directory(bytes: &[u8]) -> Option<Vec<Entry>> {
    let end = end_record(bytes)?;
    let count = u16_at(bytes, end + 10)?;
    let mut at = u32_at(bytes, end + 16)? as usize;
    let mut entries = Vec::new();
    for _ in 0..count {
        let name_len = u16_at(bytes, at + 28)? as usize;
        let offset = u32_at(bytes, at + 42)? as usize;
        let extra = u16_at(bytes, at + 30)? as usize + u16_at(bytes, at + 32)? as usize;
        let same = bytes.get(at..at + 4)? == CENTRAL && u16_at(bytes, at + 10)? == 0;
        let start = offset.checked_add(LOCAL_LEN)?.checked_add(u16_at(bytes, offset.checked_add(26)?)? as usize)?;
        let data = start..start.checked_add(u32_at(bytes, at + 24)? as usize)?;
        bytes.get(data.clone())?;
        let name = std::str::from_utf8(bytes.get(at + CENTRAL_LEN..at + CENTRAL_LEN + name_len)?).ok()?;
        if !same {
            return None;
        }
        entries.push(Entry { name: name.to_owned(), data });
        at += CENTRAL_LEN + name_len + extra;
    }
    Some(entries)
}

/// Entries by their local headers from the front, as far as they go, and the name of the one that is cut off.
pub fn from_front(bytes: &[u8]) -> (Vec<Entry>, Option<String>) {
    let (mut entries, mut at) = (Vec::new(), 0);
    while bytes.get(at..at + 4) == Some(&LOCAL) {
        let Some((name, data)) = local(bytes, at) else { return (entries, Some(String::new())) };
        if data.end > bytes.len() {
            return (entries, Some(name));
        }
        at = data.end;
        entries.push(Entry { name, data });
    }
    (entries, None)
}

fn local(bytes: &[u8], at: usize) -> Option<(String, Range<usize>)> {
    let start = at + LOCAL_LEN + u16_at(bytes, at + 26)? as usize;
    let name = std::str::from_utf8(bytes.get(at + LOCAL_LEN..start)?).ok()?;
    let data = start + u16_at(bytes, at + 28)? as usize;
    Some((name.to_owned(), data..data + u32_at(bytes, at + 22)? as usize))
}

/// Offset of the last end record.
pub fn end_record(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_LEN)?;
    // A comment may follow: at most 65535 bytes.
    (last.saturating_sub(usize::from(u16::MAX))..=last).rev().find(|&at| bytes[at..at + 4] == END)
}

/// Does it begin or end as a zip does?
pub fn looks_like(bytes: &[u8]) -> bool {
    bytes.starts_with(&LOCAL) || end_record(bytes).is_some()
}

/// Which part of the container, written by [`write()`] for these files, the offset lies in.
pub fn part_at(files: &BTreeMap<&str, &[u8]>, offset: usize) -> String {
    let mut at = 0;
    for (name, bytes) in files {
        let data = at + LOCAL_LEN + name.len();
        if offset < data {
            return format!("header of {name}");
        }
        at = data + bytes.len();
        if offset < at {
            return (*name).to_owned();
        }
    }
    for name in files.keys() {
        at += CENTRAL_LEN + name.len();
        if offset < at {
            return format!("directory entry of {name}");
        }
    }
    if offset < at + END_LEN { "end of the zip".to_owned() } else { "after the end of the zip".to_owned() }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
