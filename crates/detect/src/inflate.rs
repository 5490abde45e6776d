//! Decompression with a ceiling: what would grow beyond it is refused, not begun.

use flate2::{Decompress, FlushDecompress, Status};
use std::io::Read;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Opened {
    /// Everything, or what could be read of a stream that is cut.
    Content(Vec<u8>),
    /// More than the ceiling.
    TooLarge,
    /// Not of this format.
    Not,
}

/// What streams of deflate are read with: tens of kilobytes, kept from one to the next.
#[derive(Default)]
pub(crate) struct Inflater(Option<Decompress>);

/// Opens one format, to a ceiling.
pub(crate) type Open = fn(&mut Inflater, &[u8], usize) -> Opened;

impl Inflater {
    fn open(&mut self, data: &[u8], zlib: bool, ceiling: usize) -> Opened {
        self.read(data, zlib, ceiling).0
    }

    /// The same, and whether the stream ends with the last byte.
    fn read(&mut self, data: &[u8], zlib: bool, ceiling: usize) -> (Opened, bool) {
        let state = self.0.get_or_insert_with(|| Decompress::new(zlib));
        state.reset(zlib);
        let (mut out, mut buffer) = (Vec::new(), [0; BUFFER]);
        loop {
            let rest = &data[state.total_in() as usize..];
            let flush = if rest.is_empty() { FlushDecompress::Finish } else { FlushDecompress::None };
            let before = state.total_out();
            let status = state.decompress(rest, &mut buffer, flush);
            let more = &buffer[..(state.total_out() - before) as usize];
            match status {
                Ok(Status::Ok | Status::BufError) if more.is_empty() && !rest.is_empty() => {}
                Ok(_) if out.len() + more.len() > ceiling => return (Opened::TooLarge, false),
                Ok(_) if !more.is_empty() => out.extend_from_slice(more),
                _ if out.is_empty() => return (Opened::Not, false),
                _ => return (Opened::Content(out), is_last(&status) && state.total_in() as usize == data.len()),
            }
        }
    }
}

fn is_last(status: &Result<Status, flate2::DecompressError>) -> bool {
    matches!(status, Ok(Status::StreamEnd))
}

const BUFFER: usize = 8192;

/// What all of the bytes are, from the first to the last: one stream with its own end. What stands in it as it is (a stored
/// block) stands there as its content and as nothing else. None where they are no such stream.
pub(crate) fn whole(inflater: &mut Inflater, data: &[u8], ceiling: usize) -> Option<(&'static str, Opened)> {
    let mut rest = data;
    let (layer, (opened, is_whole)) = match data {
        _ if data.starts_with(GZIP) => {
            let (opened, ends) = read_to(flate2::bufread::MultiGzDecoder::new(&mut rest), ceiling);
            ("gzip", (opened, ends && rest.is_empty()))
        }
        _ if data.starts_with(ZSTD) => {
            let decoder = ruzstd::decoding::StreamingDecoder::new(&mut rest).ok()?;
            let (opened, ends) = read_to(decoder, ceiling);
            ("zstd", (opened, ends && rest.is_empty()))
        }
        _ if is_zlib(data) => ("zlib", inflater.read(data, true, ceiling)),
        _ if may_be_deflate(data) => ("deflate", inflater.read(data, false, ceiling)),
        _ => return None,
    };
    (is_whole || opened == Opened::TooLarge && layer != "deflate").then_some((layer, opened))
}

pub(crate) fn gzip(_: &mut Inflater, data: &[u8], ceiling: usize) -> Opened {
    gzip_members(data, ceiling).0
}

/// All members in a row, and how many bytes they take.
pub(crate) fn gzip_members(data: &[u8], ceiling: usize) -> (Opened, usize) {
    if !begins_gzip(data) {
        return (Opened::Not, 0);
    }
    let mut members = flate2::bufread::MultiGzDecoder::new(data);
    let opened = read(&mut members, ceiling);
    (opened, data.len() - members.get_ref().len())
}

pub(crate) fn zlib(inflater: &mut Inflater, data: &[u8], ceiling: usize) -> Opened {
    inflater.open(data, true, ceiling)
}

pub(crate) fn deflate(inflater: &mut Inflater, data: &[u8], ceiling: usize) -> Opened {
    inflater.open(data, false, ceiling)
}

pub(crate) fn brotli(_: &mut Inflater, data: &[u8], ceiling: usize) -> Opened {
    read(brotli_decompressor::Decompressor::new(data, 4096), ceiling)
}

pub(crate) fn zstd(_: &mut Inflater, data: &[u8], ceiling: usize) -> Opened {
    match ruzstd::decoding::StreamingDecoder::new(data) {
        Ok(decoder) => read(decoder, ceiling),
        Err(_) => Opened::Not,
    }
}

fn read(from: impl Read, ceiling: usize) -> Opened {
    read_to(from, ceiling).0
}

/// Whether it comes to an end, too.
fn read_to(mut from: impl Read, ceiling: usize) -> (Opened, bool) {
    let mut out = Vec::new();
    let mut buffer = [0; BUFFER];
    loop {
        match from.read(&mut buffer) {
            Ok(0) | Err(_) if out.is_empty() => return (Opened::Not, false),
            end @ (Ok(0) | Err(_)) => return (Opened::Content(out), end.is_ok()),
            Ok(n) if out.len() + n > ceiling => return (Opened::TooLarge, false),
            Ok(n) => out.extend_from_slice(&buffer[..n]),
        }
    }
}

/// A header of gzip (RFC 1952 section 2.3.1), then a block, as far as they are there. To make a reader for what only has
/// its magic number takes long.
fn begins_gzip(data: &[u8]) -> bool {
    /// Of the name of a file, or of a comment.
    const LONGEST: usize = 1 << 12;
    let Some([0x1f, 0x8b, 8, flags @ ..0x20, ..]) = data.first_chunk::<10>() else { return false };
    let mut at = 10;
    if flags & 4 != 0 {
        let Some(length) = data.get(at..at + 2) else { return true };
        at += 2 + usize::from(u16::from_le_bytes([length[0], length[1]]));
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            let rest = data.get(at..).unwrap_or_default();
            let near = &rest[..rest.len().min(LONGEST)];
            match memchr::memchr(0, near) {
                Some(end) => at += end + 1,
                None => return near.len() < LONGEST,
            }
        }
    }
    at += if flags & 2 == 0 { 0 } else { 2 };
    data.get(at..).and_then(begins_block).unwrap_or(true)
}

/// Two bytes of a zlib header: method, window and check (RFC 1950 section 2.2), without a preset dictionary; then a
/// block, as far as it is there.
pub(crate) fn is_zlib(data: &[u8]) -> bool {
    let [a, b, rest @ ..] = data else { return false };
    a & 0x8f == 8
        && u16::from_be_bytes([*a, *b]).is_multiple_of(31)
        && b & 0x20 == 0
        && begins_block(rest).unwrap_or(true)
}

/// The same where no other sign says so.
pub(crate) fn begins_zlib(data: &[u8]) -> bool {
    matches!(data, [0x78, 0x01 | 0x5e | 0x9c | 0xda, rest @ ..] if may_be_deflate(rest))
}

/// Whether a raw deflate stream of text, or of a message, may begin so: most bytes that are none are refused here.
pub(crate) fn may_be_deflate(data: &[u8]) -> bool {
    begins_block(data) == Some(true) && (bits_at(data, 1, 2) != Some(1) || fixed_begins_well(data))
}

/// Whether a block of deflate may begin so (RFC 1951 section 3.2); none where it is cut before that can be told. Nothing
/// tells one with the fixed codes.
fn begins_block(data: &[u8]) -> Option<bool> {
    match bits_at(data, 1, 2)? {
        0 => data.first_chunk::<5>().map(|[_, a, b, c, d]| *a == !c && *b == !d),
        1 => Some(true),
        2 => codes_are_complete(data),
        _ => Some(false),
    }
}

/// In which order the lengths of the codes for code lengths stand.
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// Whether a block's own codes (RFC 1951 section 3.2.7) use all there is and have an end: random ones never do.
fn codes_are_complete(data: &[u8]) -> Option<bool> {
    let (literals, distances) = (bits_at(data, 3, 5)? as usize + 257, bits_at(data, 8, 5)? as usize + 1);
    let widths = bits_at(data, 13, 4)? as usize + 4;
    let mut width_of = [0; 19];
    for (i, symbol) in ORDER.iter().enumerate().take(widths) {
        width_of[*symbol] = bits_at(data, 17 + i * 3, 3)?;
    }
    let used: u32 = width_of.iter().filter(|w| **w > 0).map(|w| 128 >> w).sum();
    if literals > 286 || distances > 30 || used != 128 {
        return Some(false);
    }
    // by the next seven bits, the first one highest
    let (mut symbols, mut next) = ([0u8; 128], 0);
    for width in 1..=7 {
        for symbol in (0..19).filter(|s| width_of[*s] == width) {
            symbols[next..next + (128 >> width)].fill(symbol as u8);
            next += 128 >> width;
        }
    }
    let (mut lengths, mut count, mut at) = ([0u8; 286 + 30], 0, 17 + widths * 3);
    while count < literals + distances {
        let symbol = symbols[(bits_at(data, at, 7)?.reverse_bits() >> 25) as usize];
        at += width_of[usize::from(symbol)] as usize;
        let (length, extra, least) = match symbol {
            16 if count > 0 => (lengths[count - 1], 2, 3),
            16 => return Some(false),
            17 => (0, 3, 3),
            18 => (0, 7, 11),
            length => (length, 0, 1),
        };
        let times = least + bits_at(data, at, extra)? as usize;
        at += extra as usize;
        let Some(run) = lengths[..literals + distances].get_mut(count..count + times) else { return Some(false) };
        run.fill(length);
        count += times;
    }
    let (literals, distances) = lengths[..count].split_at(literals);
    let used = |lengths: &[u8]| lengths.iter().filter(|l| **l > 0).count();
    let whole = |lengths: &[u8]| lengths.iter().filter(|l| **l > 0).map(|l| 1 << (15 - l)).sum::<u32>() == 1 << 15;
    // a single distance, or none, needs no whole code
    Some(literals[256] > 0 && whole(literals) && (used(distances) < 2 || whole(distances)))
}

/// So much of a block with fixed codes decides what it holds: less is chance.
const BEGINNING: usize = 64;
/// Bits of a match after its symbol.
const LONGEST_MATCH: usize = 5 + 5 + 13;

/// Whether the first bytes of a block with fixed codes (RFC 1951 section 3.2.6) are text, or those of a message.
fn fixed_begins_well(data: &[u8]) -> bool {
    // the longest match is of 258
    let mut out = [0; BEGINNING + 258];
    let Some(length) = fixed_beginning(data, &mut out) else { return false };
    let out = &out[..length];
    let is_control = |b: &u8| super::scan::is_control(*b);
    // it may be cut within a sign
    let is_utf8 = || std::str::from_utf8(out).map_or_else(|e| e.error_len().is_none(), |_| true);
    length > 0 && (!out.iter().any(is_control) && is_utf8() || super::scan::may_begin_message(out))
}

/// How much of the block is known; none where it cannot be one.
fn fixed_beginning(data: &[u8], out: &mut [u8]) -> Option<usize> {
    let (mut at, mut length) = (3, 0);
    while length < BEGINNING {
        // codes are packed most significant bit first
        let Some(bits) = bits_at(data, at, 9) else { break };
        let nine = (bits.reverse_bits() >> 23) as u16;
        let (symbol, width) = match nine {
            0..0x060 => (256 + (nine >> 2), 7),
            0x060..0x180 => ((nine >> 1) - 0x30, 8),
            0x180..0x190 => (280 + (nine >> 1) - 0xc0, 8),
            _ => (144 + nine - 0x190, 9),
        };
        at += width;
        match symbol {
            0..256 => {
                out[length] = symbol as u8;
                length += 1;
            }
            256 => break,
            _ => {
                let cut = at + LONGEST_MATCH > data.len() * 8;
                match repeat(data, &mut at, symbol - 257, length) {
                    Some((distance, count)) => {
                        (length..length + count).for_each(|i| out[i] = out[i - distance]);
                        length += count;
                    }
                    None if cut => break,
                    None => return None,
                }
            }
        }
    }
    Some(length)
}

/// (distance, length) of a match; none where there is nothing so far back.
fn repeat(data: &[u8], at: &mut usize, length: u16, known: usize) -> Option<(usize, usize)> {
    let mut take = |n: u32| {
        let bits = bits_at(data, *at, n);
        *at += n as usize;
        bits
    };
    let extra = if (8..28).contains(&length) { u32::from(length) / 4 - 1 } else { 0 };
    let base = match u32::from(length) {
        n @ 0..8 => n + 3,
        28 => 258,
        n @ 8..28 => ((4 + n % 4) << extra) + 3,
        _ => return None,
    };
    let count = base + take(extra)?;
    let code = take(5)?.reverse_bits() >> 27;
    let extra = if code >= 2 { code / 2 - 1 } else { 0 };
    let base = if code >= 2 { (2 + code % 2) << extra } else { code };
    let distance = (base + take(extra)? + 1) as usize;
    (code < 30 && distance <= known).then_some((distance, count as usize))
}

/// Up to 16 bits, least significant first.
fn bits_at(data: &[u8], at: usize, count: u32) -> Option<u32> {
    let byte = |i: usize| u32::from(data.get(at / 8 + i).copied().unwrap_or(0));
    let whole = byte(0) | byte(1) << 8 | byte(2) << 16;
    (at + count as usize <= data.len() * 8).then_some(whole >> (at % 8) & ((1 << count) - 1))
}

/// Whether a brotli stream may begin so (RFC 7932 section 9): the first meta-block is compressed, and its length is one
/// that text of this compressed size has; or it holds something compressed as it is.
pub(crate) fn may_be_brotli(data: &[u8]) -> bool {
    let (bits, mut taken) = (data.first_chunk::<8>().map_or(0, |head| u64::from_le_bytes(*head)), 0);
    let mut take = |n: u32| {
        let value = bits >> taken & ((1 << n) - 1);
        taken += n;
        value
    };
    let Some((last, length)) = brotli_block(&mut take).filter(|_| data.len() >= 8) else { return false };
    if last == 0 && take(1) == 1 {
        // what could not be made smaller stands there, from the next whole byte on
        return is_stored(&data[taken.div_ceil(8) as usize..], length);
    }
    // what is short is one block; else of one block type of each kind, its distances without postfix and direct codes
    let simple = last == 1 || data.len() >= MOST_SIMPLE || take(9) == 0;
    let least = data.len().saturating_sub(MOST_GROWN);
    simple && (least..=data.len().saturating_mul(MOST_RATIO)).contains(&length)
}

/// Whether it is the last meta-block, and how long what it holds is; none where it holds nothing.
fn brotli_block(take: &mut impl FnMut(u32) -> u64) -> Option<(u64, usize)> {
    // WBITS: 0 · xxx1 · 000 0001 and the like
    if take(1) == 1 && take(3) == 0 {
        take(3);
    }
    let last = take(1);
    if last == 1 && take(1) == 1 {
        return None;
    }
    let nibbles = Some(take(2) as u32).filter(|nibbles| *nibbles < 3)?;
    Some((last, take((nibbles + 4) * 4) as usize + 1))
}

fn is_stored(stored: &[u8], length: usize) -> bool {
    stored.len() > length && super::scan::is_compressed(stored)
}

/// Whether it is a brotli stream that holds something compressed as it is, which could be taken for what stands there.
pub(crate) fn is_stored_brotli(data: &[u8]) -> bool {
    /// Of the header of a meta-block.
    const HEADS: std::ops::Range<usize> = 3..6;
    data.len() > HEADS.end && HEADS.into_iter().any(|n| super::scan::is_compressed(&data[n..])) && may_be_brotli(data)
}

/// A short text may come out longer by so much.
const MOST_GROWN: usize = 8;

/// From so many bytes on a brotli encoder may find several block types worth their cost.
const MOST_SIMPLE: usize = 512;

/// Text shrinks by no more than this; a guess is worth no more.
const MOST_RATIO: usize = 40;

pub(crate) const GZIP: &[u8] = b"\x1f\x8b\x08";
pub(crate) const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_without_a_magic_number_are_not_refused_unread() {
        use std::io::Write;
        let text = "{\"page\":\"view\",\"email\":\"anna.berg@example.com\",\"n\":12345},".repeat(3);
        for (level, times) in [(1, 1), (6, 1), (9, 1), (6, 5), (6, 40)] {
            let text = text.repeat(times);
            let mut z = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::new(level));
            z.write_all(text.as_bytes()).unwrap();
            assert!(may_be_deflate(&z.finish().unwrap()), "deflate {level}");
            for window in [16, 18, 22, 24] {
                let mut out = Vec::new();
                let mut z = brotli::CompressorWriter::new(&mut out, 4096, level, window);
                z.write_all(text.as_bytes()).unwrap();
                drop(z);
                assert!(may_be_brotli(&out) || out.len() * MOST_RATIO < text.len(), "brotli {level} {window}");
            }
        }
        let mut r = crate::properties::Random(13);
        let random = (0..10_000).filter(|_| may_be_brotli(&r.bytes(64))).count();
        assert!(random < 1000, "{random}");
        let random = (0..10_000).filter(|_| may_be_deflate(&r.bytes(300))).count();
        assert!(random < 100, "{random}");
    }

    #[test]
    fn a_beginning_of_gzip_is_not_refused_and_its_magic_number_is_none() {
        use flate2::GzBuilder;
        use std::io::Write;
        let made = |name: bool, comment: bool, extra: bool| {
            let mut builder = GzBuilder::new();
            builder = if name { builder.filename("a name") } else { builder };
            builder = if comment { builder.comment("some words") } else { builder };
            builder = if extra { builder.extra(vec![7; 300]) } else { builder };
            let mut z = builder.write(Vec::new(), flate2::Compression::fast());
            z.write_all(b"anna.berg@example.com and others").unwrap();
            z.finish().unwrap()
        };
        for n in 0..8 {
            let stream = made(n & 1 > 0, n & 2 > 0, n & 4 > 0);
            assert!((10..=stream.len()).all(|end| begins_gzip(&stream[..end])), "{n}");
        }
        let mut r = crate::properties::Random(15);
        let random = (0..10_000).filter(|_| begins_gzip(&[b"\x1f\x8b\x08".to_vec(), r.bytes(300)].concat())).count();
        assert!(random < 1200, "{random}");
        assert!(!begins_gzip(&b"\x1f\x8b\x08".repeat(9000)));
        assert!(!begins_gzip(&[b"\x1f\x8b\x08\x08\0\0\0\0\0\0".to_vec(), vec![b'x'; 1 << 13]].concat()));
    }

    /// Runs of hex are judged by their first bytes.
    #[test]
    fn a_beginning_of_zlib_is_not_refused() {
        use std::io::Write;
        let mut r = crate::properties::Random(14);
        for length in 1..200 {
            let text = crate::encode::hex(&r.bytes(length));
            let mut z = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(length as u32 % 10));
            z.write_all(text.as_bytes()).unwrap();
            let stream = z.finish().unwrap();
            assert!((2..=stream.len()).all(|n| is_zlib(&stream[..n])), "{length}");
        }
    }

    #[test]
    fn a_bomb_is_refused() {
        use std::io::Write;
        let mut z = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        z.write_all(&vec![b'a'; 1 << 20]).unwrap();
        let bomb = z.finish().unwrap();
        let mut inflater = Inflater::default();
        assert_eq!(gzip(&mut inflater, &bomb, 1 << 16), Opened::TooLarge);
        assert_eq!(gzip(&mut inflater, b"no gzip", 100), Opened::Not);
    }

    /// The decoders of the library, which begin afresh each time.
    #[test]
    fn a_stream_is_read_as_if_none_was_before() {
        use std::io::Write;
        let mut r = crate::properties::Random(15);
        let mut inflater = Inflater::default();
        for round in 0..400 {
            let text = crate::encode::hex(&r.bytes(r.0 as usize % 9000));
            let mut raw = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::new(round % 10));
            let mut framed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(round % 10));
            raw.write_all(text.as_bytes()).unwrap();
            framed.write_all(text.as_bytes()).unwrap();
            for (mut stream, is_zlib) in [(raw.finish().unwrap(), false), (framed.finish().unwrap(), true)] {
                match round % 4 {
                    0 => {}
                    1 => stream.truncate(r.below(stream.len())),
                    2 => stream.extend(r.bytes(20)),
                    _ => {
                        let at = r.below(stream.len());
                        stream[at] ^= 1 << r.below(8);
                    }
                }
                for ceiling in [1 << 20, text.len() / 2] {
                    let (own, theirs) = match is_zlib {
                        true => {
                            let theirs = flate2::bufread::ZlibDecoder::new(&stream[..]);
                            (zlib(&mut inflater, &stream, ceiling), read(theirs, ceiling))
                        }
                        false => {
                            let theirs = flate2::bufread::DeflateDecoder::new(&stream[..]);
                            (deflate(&mut inflater, &stream, ceiling), read(theirs, ceiling))
                        }
                    };
                    assert_eq!(own, theirs, "round {round}");
                }
            }
        }
    }
}
