//! What stands in binary data: raw digests, compressed streams, UTF-16, Protocol Buffers.

use super::messages::{begins_map, named};
use super::{Parts, Scanner, looks_like_text};
use crate::inflate::{self, GZIP, Open, Opened, ZSTD};
use crate::lzstring;
use crate::protobuf::{self, Field};
use facts::Gap;
use std::ops::Range;

/// Whether bytes begin like something compressed.
pub(crate) fn is_compressed(data: &[u8]) -> bool {
    data.starts_with(GZIP) || data.starts_with(ZSTD) || data.starts_with(ZIP) || inflate::is_zlib(data)
}

/// A local file header (APPNOTE 4.3.7): archives, and the documents of offices, are made of files with one each.
const ZIP: &[u8] = b"PK\x03\x04";
const PDF: &[u8] = b"%PDF-";

/// Whether decoded bytes are worth opening though they are no text.
pub(crate) fn is_container(data: &[u8]) -> bool {
    let is_utf16 = || utf16_runs(data, false).next().is_some() || utf16_runs(data, true).next().is_some();
    is_compressed(data) || (memchr::memchr(0, data).is_some() && is_utf16())
}

/// Whether bytes may be a message or a stream without a magic number.
pub(super) fn may_be_packed(data: &[u8]) -> bool {
    inflate::may_be_deflate(data)
        || inflate::may_be_brotli(data)
        || (begins_map(data) && named(data).is_some())
        || protobuf::fields(data).is_some()
}

/// Whether what a stream without a magic number gave is why somebody packed it.
fn is_worth_packing(content: &[u8]) -> bool {
    let is_text = |field: &Field| field.number.is_none() && looks_like_text(&content[field.region.clone()]);
    looks_like_text(content)
        || is_container(content)
        || named(content).is_some()
        || protobuf::fields(content).is_some_and(|fields| fields.iter().any(is_text))
}

/// Whether the first eight bytes may be UTF-16: signs of Latin-1, and some near beyond.
pub(super) fn begins_utf16(data: &[u8]) -> bool {
    let pairs = || data.chunks_exact(2).take(4);
    let of = |high: usize| pairs().all(|p| p[high] <= 5 && (p[high] > 0 || p[1 - high] >= 0x20));
    pairs().count() == 4 && (of(0) || of(1))
}

/// Whether this is what such a stream held, and no chance.
fn is_guess(stream: &[u8], content: &[u8]) -> bool {
    stream.len() >= LEAST_GUESSED && content.len() > stream.len() / 2 && is_worth_packing(content)
}

/// Least characters of a UTF-16 text.
const LEAST_UTF16: usize = 6;
/// Streams without a magic number are tried on no more than this.
const MOST_GUESSED: usize = 4 << 20;
/// Bytes of a member of gzip: header, an empty block, checksum and length.
const LEAST_MEMBER: usize = 20;
const LEAST_GUESSED: usize = 24;
/// Bytes before a stream, and those before one without a magic number.
const LONGEST_HEADER: usize = 16;
const HEADERS: [usize; 4] = [1, 2, 4, 8];

impl Scanner {
    /// Digests as raw bytes, anywhere. Sixteen bytes of a digest nearly never are text: three in a million.
    pub(super) fn raw_digests(&mut self, data: &[u8], within: Range<usize>) {
        let piece = &data[within.clone()];
        let Some(last) = piece.len().checked_sub(16) else { return };
        let mut foreign = std::mem::take(&mut self.foreign);
        foreign_places(piece, &mut foreign);
        // asked for so far
        let mut done = 0;
        for (i, word) in foreign.iter().enumerate() {
            let mut bits = *word;
            while bits != 0 {
                let at = i * 64 + bits.trailing_zeros() as usize;
                let more = (bits >> (at % 64)).trailing_ones() as usize;
                bits &= (!0u64).checked_shl((at % 64 + more) as u32).unwrap_or(0);
                let starts = done.max(at.saturating_sub(15))..(at + more).min(last + 1);
                if !starts.is_empty() {
                    self.ask_raw(data, within.start + starts.start..within.start + starts.end, within.end);
                    done = starts.end;
                }
            }
        }
        self.foreign = foreign;
    }

    /// Bytes without six signs of text in a row, out of many containers: only digests and streams without a magic
    /// number are looked for.
    pub(super) fn open_bytes(&mut self, layer: &'static str, parts: Parts) {
        self.within_many(layer, parts, |s, buffer, regions| {
            let starts = || regions.iter().map(|part| part.at as usize);
            let ends = starts().skip(1).chain([buffer.len()]).map(|end| end - Parts::BETWEEN.len());
            let pieces: Vec<_> = starts().zip(ends).map(|(start, end)| start..end).collect();
            let layer = s.new_layer();
            s.reading(layer, |s| s.scan_bytes(buffer, &pieces));
        });
    }

    pub(super) fn binary(&mut self, data: &[u8]) {
        let is_stream = self.compressed(data);
        self.narrowed(data, 0..data.len(), |_| true);
        self.utf16(data);
        // with structure, messages have been tried before anything else, unless something compressed may begin here
        let is_message = !(is_stream || (self.structure && !is_compressed(data))) && self.message(data);
        let is_guessed = !is_message && self.guessed(data, 0..data.len());
        // from further on, what has the fixed codes may look like a stream too
        if self.structure && !is_guessed {
            self.behind_header(data);
        }
    }

    /// A binary string of JavaScript: each byte a character, and that written as UTF-8.
    fn narrowed(&mut self, data: &[u8], value: Range<usize>, is: impl Fn(&[u8]) -> bool) {
        let Some(Ok(text)) = (!data.is_ascii()).then(|| std::str::from_utf8(&data[value.clone()])) else { return };
        let narrow: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(c).ok()).collect();
        if let Some(content) = narrow.filter(|content| is(content)) {
            self.open("binary-string", value, &content);
        }
    }

    /// Text beyond ASCII that may be written by a program: as a binary string, where it begins as a message does or
    /// holds signs that no text has; or by LZ-string, as text of any alphabet, from the first sign on.
    pub(super) fn foreign_text(&mut self, data: &[u8], value: Range<usize>) {
        let is_foreign = |content: &[u8]| content.iter().any(|b| (0x80..0xa0).contains(b)) || named(content).is_some();
        self.narrowed(data, value.clone(), is_foreign);
        let text = std::str::from_utf8(&data[value.clone()]).ok();
        let allowance = self.allowance();
        let units = |text: &str| lzstring::decompress_units(&text.encode_utf16().collect::<Vec<_>>(), allowance);
        let unpacked = |text: &str| lzstring::decompress_utf16(text, allowance).or_else(|| units(text));
        if let Some(text) = text.and_then(unpacked) {
            self.open("lz-string", value, text.as_bytes());
        }
    }

    /// Whether all of it is a stream.
    fn compressed(&mut self, data: &[u8]) -> bool {
        let is_stream = inflate::is_zlib(data) && self.inflated("zlib", 0..data.len(), data, inflate::zlib);
        // what begins one stands in any bytes: the block behind it has to be one of text
        for at in memchr::memchr_iter(0x78, data).filter(|at| *at > 0 && inflate::begins_zlib(&data[*at..])) {
            self.inflated("zlib", at..data.len(), data, inflate::zlib);
        }
        memchr::memmem::find_iter(data, ZIP).for_each(|at| self.zipped(data, at));
        if data.starts_with(PDF) {
            self.pdf(data);
        }
        // where members end that were read from the first of them on
        let mut members = 0;
        for at in memchr::memchr2_iter(GZIP[0], ZSTD[0], data) {
            if data[at..].starts_with(GZIP) && at >= members {
                let (opened, used) = inflate::gzip_members(&data[at..], self.allowance());
                self.open_stream("gzip", at..data.len(), opened);
                // what is no member may have been tried as one
                members = (at + used).saturating_sub(LEAST_MEMBER);
            } else if data[at..].starts_with(ZSTD) {
                self.inflated("zstd", at..data.len(), data, inflate::zstd);
            }
        }
        is_stream
    }

    /// A file of a zip archive: what is stored stands there anyhow.
    fn zipped(&mut self, data: &[u8], at: usize) {
        const DEFLATED: u16 = 8;
        let Some(header) = data[at..].first_chunk::<30>() else { return };
        let number = |i: usize| u16::from_le_bytes([header[i], header[i + 1]]);
        let (flags, method) = (number(6), number(8));
        let start = at + header.len() + usize::from(number(26)) + usize::from(number(28));
        if flags & 1 == 1 {
            self.unread("a file in the zip archive is encrypted");
        } else if method == DEFLATED && start < data.len() {
            self.inflated("zip", start..data.len(), data, inflate::deflate);
        } else if method != 0 && method != DEFLATED {
            self.unread("a file in the zip archive is compressed in a way this program does not read");
        }
    }

    /// Streams of a PDF document (ISO 32000-1 section 7.3.8). Its text may be numbers of glyphs, which nobody can read who
    /// does not draw them.
    fn pdf(&mut self, data: &[u8]) {
        const STREAM: &[u8] = b"stream";
        self.unread("a PDF document is only read as far as its text is letters");
        for at in memchr::memmem::find_iter(data, STREAM) {
            let rest = &data[at + STREAM.len()..];
            let blank = rest.iter().take(2).take_while(|b| matches!(b, b'\r' | b'\n')).count();
            if inflate::is_zlib(&rest[blank..]) {
                self.inflated("zlib", at + STREAM.len() + blank..data.len(), data, inflate::zlib);
            }
        }
    }

    /// Contents that were seen and not read, told once.
    fn unread(&mut self, why: &str) {
        if !self.gaps.iter().any(|gap| gap.why == why) {
            self.gaps.push(Gap::new("contents of nested or compressed data", why));
        }
    }

    /// Messages of a protocol of somebody's own begin with a few bytes: a kind, a number, a length.
    fn behind_header(&mut self, data: &[u8]) {
        for skip in 1..=LONGEST_HEADER.min(data.len()) {
            if inflate::is_zlib(&data[skip..]) {
                self.inflated("zlib", skip..data.len(), data, inflate::zlib);
            }
        }
        for skip in
            HEADERS.into_iter().filter(|skip| (LEAST_GUESSED..MOST_GUESSED).contains(&data.len().saturating_sub(*skip)))
        {
            let piece = &data[skip..];
            if inflate::may_be_deflate(piece) && self.guess("deflate", piece, skip..data.len(), inflate::deflate) {
                return;
            }
        }
    }

    /// False where it is no stream of this kind.
    fn inflated(&mut self, layer: &'static str, region: Range<usize>, data: &[u8], open: Open) -> bool {
        let allowance = self.allowance();
        let opened = open(&mut self.inflater, &data[region.clone()], allowance);
        self.open_stream(layer, region, opened)
    }

    fn open_stream(&mut self, layer: &'static str, region: Range<usize>, opened: Opened) -> bool {
        match opened {
            Opened::Content(content) => self.open(layer, region, &content),
            Opened::TooLarge => self.too_large(),
            Opened::Not => return false,
        }
        true
    }

    /// All of it, if it is one stream and nothing else: what stands in it as it is, is read as its content.
    pub(super) fn one_stream(&mut self, data: &[u8]) -> bool {
        let allowance = self.allowance();
        match inflate::whole(&mut self.inflater, data, allowance) {
            None => {
                let region = 0..data.len();
                return inflate::is_stored_brotli(data) && self.guess("br", data, region, inflate::brotli);
            }
            Some(("deflate", Opened::Content(content))) if !is_guess(data, &content) => return false,
            Some((layer, Opened::Content(content))) => self.open(layer, 0..data.len(), &content),
            Some(_) => self.too_large(),
        }
        true
    }

    /// Raw deflate and brotli have no magic number: they are what gives text, or a message. False where it is nothing.
    pub(super) fn guessed(&mut self, data: &[u8], region: Range<usize>) -> bool {
        let piece = &data[region.clone()];
        if !(LEAST_GUESSED..=MOST_GUESSED).contains(&piece.len()) || is_compressed(piece) {
            return false;
        }
        if inflate::may_be_deflate(piece) && self.guess("deflate", piece, region.clone(), inflate::deflate) {
            return true;
        }
        if inflate::may_be_brotli(piece) && self.guess("br", piece, region.clone(), inflate::brotli) {
            return true;
        }
        let text = lzstring::decompress_bytes(piece, self.allowance());
        if let Some(text) = &text {
            self.open("lz-string", region, text.as_bytes());
        }
        text.is_some()
    }

    /// A stream that only might be one is no gap when it is not.
    fn guess(&mut self, layer: &'static str, data: &[u8], region: Range<usize>, open: Open) -> bool {
        let allowance = self.allowance();
        let Opened::Content(content) = open(&mut self.inflater, data, allowance) else { return false };
        let is = is_guess(data, &content);
        if is {
            self.open(layer, region, &content);
        }
        is
    }

    fn utf16(&mut self, data: &[u8]) {
        let little: Vec<_> = utf16_runs(data, false).collect();
        let big: Vec<_> = utf16_runs(data, true).collect();
        // each order, read one byte off, looks like the other without its first sign: the earlier one is right
        let shadow =
            |r: &Range<usize>, others: &[Range<usize>]| others.binary_search_by_key(&r.start, |o| o.start + 1).is_ok();
        for (layer, big, regions, others) in [("utf-16le", false, &little, &big), ("utf-16be", true, &big, &little)] {
            for region in regions.iter().filter(|r| !shadow(r, others)).cloned() {
                let units = data[region.clone()].chunks_exact(2).map(|p| match big {
                    true => u16::from_be_bytes([p[0], p[1]]),
                    false => u16::from_le_bytes([p[0], p[1]]),
                });
                let text: String = char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect();
                self.open(layer, region, text.as_bytes());
            }
        }
    }
}

/// A bit for each byte that no text has: control signs, and what breaks UTF-8 (at the first byte that shows it).
fn foreign_places(data: &[u8], places: &mut Vec<u64>) {
    const BEFORE: usize = 3;
    places.clear();
    let mut block = [0; BEFORE + 64];
    for piece in data.chunks(64) {
        block[BEFORE..][..piece.len()].copy_from_slice(piece);
        block[BEFORE + piece.len()..].fill(b' ');
        // a loop without branches, so that the compiler uses vectors
        let foreign: [u8; 64] = std::array::from_fn(|i| {
            let [fourth, third, second, b] = [block[i], block[i + 1], block[i + 2], block[i + 3]];
            let follows = (second >= 0xc0) | (third >= 0xe0) | (fourth >= 0xf0);
            let blank = (b == b'\t') | (b == b'\n') | (b == b'\r');
            let never = ((b < 0x20) & !blank) | (b == 0x7f) | (b >= 0xf5) | (b & 0xfe == 0xc0);
            u8::from((follows != (b & 0xc0 == 0x80)) | never)
        });
        // of eight bytes the lowest bits, side by side
        let pack = |word: u64, (i, eight): (usize, &[u8; 8])| {
            word | (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (i * 8)
        };
        let word = foreign.as_chunks::<8>().0.iter().enumerate().fold(0, pack);
        let used = !0 >> (64 - piece.len());
        places.push(word & used);
        block.copy_within(64.., 0);
    }
}

/// Stretches of Latin-1 text in UTF-16.
fn utf16_runs(data: &[u8], big: bool) -> impl Iterator<Item = Range<usize>> {
    let (zero, sign) = if big { (0, 1) } else { (1, 0) };
    let fits = move |at: usize| match data.get(at..at + 2) {
        Some(pair) => pair[zero] == 0 && (pair[sign] >= 0x20 || matches!(pair[sign], 9 | 10 | 13)),
        None => false,
    };
    // one letter beyond Latin-1 (a combining mark, Greek, Cyrillic) between two within
    let near = move |at: usize| data.get(at + zero).is_some_and(|high| *high <= 5);
    let mut at = 0;
    std::iter::from_fn(move || {
        while at + LEAST_UTF16 * 2 <= data.len() {
            // in most bytes zeros are far apart
            if data[at + zero] != 0 {
                at += memchr::memchr(0, &data[at + zero..])?;
            }
            let start = at;
            while fits(at) || (at > start && near(at) && fits(at + 2)) {
                at += 2;
            }
            let found = start..at;
            if found.is_empty() {
                // of zeros none is a sign
                let zeros = data[start..].iter().take_while(|b| **b == 0).count();
                at = start + zeros.saturating_sub(sign).max(1);
            }
            if found.len() >= LEAST_UTF16 * 2 {
                return Some(found);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_text_has_is_seen() {
        let mut r = crate::properties::Random(41);
        let signs: Vec<char> = "ab \t\nåß€😀\u{7f}\0\u{1b}".chars().collect();
        let mut places = Vec::new();
        for _ in 0..3000 {
            let mut data = Vec::new();
            for _ in 0..r.below(90) {
                match r.below(9) {
                    0 => data.push(r.next() as u8),
                    _ => data.extend(signs[r.below(signs.len())].to_string().bytes()),
                }
            }
            foreign_places(&data, &mut places);
            let set = |at: usize| places[at / 64] >> (at % 64) & 1 == 1;
            let is_text =
                data.utf8_chunks().all(|c| c.invalid().is_empty() && !c.valid().bytes().any(super::super::is_control));
            // what UTF-8 forbids besides, and a sign that the end cuts off, may pass for text
            let shown = (0..data.len()).any(set);
            assert!(!is_text || !shown, "{data:?}");
            let mut at = 0;
            for chunk in data.utf8_chunks() {
                (at..).zip(chunk.valid().bytes()).for_each(|(i, b)| assert!(!super::super::is_control(b) || set(i)));
                at += chunk.valid().len();
                let end = at + chunk.invalid().len();
                let odd = |i: usize| matches!(data[i], 0xe0 | 0xed | 0xf0 | 0xf4);
                if !chunk.invalid().is_empty() {
                    let near = at.saturating_sub(3)..data.len().min(end + 3);
                    assert!(near.clone().any(set) || odd(at) || end == data.len(), "{at} {data:?}");
                }
                at = end;
            }
        }
    }

    #[test]
    fn hardly_any_digest_passes_for_text() {
        let mut r = crate::properties::Random(42);
        let (mut places, mut texts) = (Vec::new(), 0);
        for _ in 0..200_000 {
            foreign_places(&r.bytes(16), &mut places);
            texts += usize::from(places == [0]);
        }
        assert!(texts <= 5, "{texts}");
    }
}
