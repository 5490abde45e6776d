//! Runs of the base64 alphabet (which holds hex, base32 and base58): digests and encoded contents.

use super::batch::{Kind, hex_key, short_hex_key};
use super::masks::Masks;
use super::unknown::{base64_form, hex_form};
use super::{Parts, Scanner, looks_like_text, may_begin_text, uuid};
use crate::encode::{self, BASE64_VALUE, HEX_VALUE, NOT};
use crate::inflate::{GZIP, ZSTD};
use crate::keys::digest_key;
use crate::lzstring;
use crate::simd::{self, LEAST_DIGEST, LEAST_RUN};
use std::ops::Range;

/// Characters of unpadded base64 for digests of 16, 20, 28, 32, 48 and 64 bytes.
const BASE64_LENGTHS: [usize; 6] = [LEAST_DIGEST, 27, 38, 43, 64, 86];
/// Hex digits for digests of 16 … 64 bytes: to find one whose front is glued to something (`3D<hex>`).
pub(super) const HEX_LENGTHS: [usize; 6] = [32, 40, 56, 64, 96, 128];
/// Digits of a hash as a number: one in ten thousand is shorter.
const LEAST_NUMBER: usize = 6;
pub(super) const MOST_NUMBER: usize = 20;
/// Fewer bytes that are no text are not looked at.
const LEAST_BYTES: usize = 24;
/// Longer runs are no path, and few paths have more segments.
const LONGEST_PATH: usize = 16 << 10;
const MOST_SEGMENTS: usize = 8;
/// Shortest stretch of text accepted inside a run of unknown phase.
const LEAST_TEXT: usize = 9;

/// A run whose contents may be worth opening.
pub(super) enum Run {
    /// Hex from here on gives text, or bytes that are worth a look.
    Hex(Range<usize>),
    Base32(Range<usize>),
    Base58(Range<usize>),
    Base64(Base64),
}

pub(super) struct Base64 {
    range: Range<usize>,
    /// Where quads may begin that give text.
    phases: [bool; 4],
    /// Bytes that are no text show letters of both cases; names, words and hex digits do not.
    binary: bool,
}

impl Run {
    fn range(&self) -> &Range<usize> {
        match self {
            Self::Hex(run) | Self::Base32(run) | Self::Base58(run) => run,
            Self::Base64(run) => &run.range,
        }
    }
}

/// What stands in the runs of a layer, in base64 and in base64url, to be read on together.
struct Opened {
    texts: [Parts; 2],
    bytes: [Parts; 2],
}

const NAMES: [&str; 2] = ["base64", "base64url"];

pub(crate) fn is_base64(b: u8) -> bool {
    BASE64_VALUE[b as usize] != NOT
}

fn is_hex(b: u8) -> bool {
    HEX_VALUE[b as usize] != NOT
}

/// The bytes of a number of 32 or 64 bits, with or without a sign, that is too large to be anything else than a hash.
fn number(text: &[u8]) -> Option<Vec<u8>> {
    if !(LEAST_NUMBER..=MOST_NUMBER).contains(&text.len()) || !text[1..].iter().all(u8::is_ascii_digit) {
        return None;
    }
    let text = std::str::from_utf8(text).ok().filter(|t| !t.starts_with('+'))?;
    let narrow = text.parse().ok().or_else(|| text.parse().ok().map(i32::cast_unsigned));
    let wide = || text.parse().ok().or_else(|| text.parse().ok().map(i64::cast_unsigned));
    narrow.map(|n: u32| n.to_be_bytes().to_vec()).or_else(|| wide().map(|n: u64| n.to_be_bytes().to_vec()))
}

/// Base64 of JSON that is written from its end, as requests of Statsig have it (seen 2026-11-27): `{"`, `["` and `[{"` begin
/// with signs of their own.
fn written_backwards(text: &[u8]) -> Option<Vec<u8>> {
    if ![&b"Jye"[..], b"JyW", b"is3W"].iter().any(|end| text.ends_with(end)) {
        return None;
    }
    let forwards: Vec<u8> = text.iter().rev().copied().collect();
    looks_like_text(&encode::unbase64(&forwards)).then_some(forwards)
}

/// Base64 of at most so many signs, the padding apart, is looked at by itself: a longer one is where text is looked for in
/// any bytes.
pub(super) const MOST_SHORT: usize = 34;

/// What a short value holds in base64 that is text beyond ASCII: a name with å, ä or ö in it shows no run of text.
fn short_text(value: &[u8]) -> Option<Vec<u8>> {
    let padded = value.iter().rev().take(2).take_while(|b| **b == b'=').count();
    let text = &value[..value.len() - padded];
    if !(LEAST_SHORT..=MOST_SHORT).contains(&text.len()) || !text.iter().all(|b| is_base64(*b)) {
        return None;
    }
    let content = encode::unbase64(text);
    let is_sign = |c: char| c.is_alphanumeric() || c.is_ascii_graphic() || c == ' ';
    let is_text = !content.is_ascii() && std::str::from_utf8(&content).is_ok_and(|text| text.chars().all(is_sign));
    is_text.then_some(content)
}

/// Of a name of five letters.
const LEAST_SHORT: usize = 8;

/// Letters and digits of both cases, fewer than what is a run of base58 anywhere.
pub(super) fn may_be_short_base58(text: &[u8]) -> bool {
    (LEAST_RUN..simd::LONG_RUN).contains(&text.len())
        && text.iter().all(u8::is_ascii_alphanumeric)
        && text.iter().any(u8::is_ascii_uppercase)
        && text.iter().any(u8::is_ascii_lowercase)
}

/// The bytes of a token that may be a digest, the name of how it is written, and whether it stands alone.
pub(super) fn decoded(data: &[u8], token: &Range<usize>, kind: Kind) -> (Vec<u8>, &'static str, bool) {
    let text = &data[token.clone()];
    match kind {
        Kind::Hex | Kind::HexAlone => {
            let upper = text.iter().any(u8::is_ascii_uppercase) && !text.iter().any(u8::is_ascii_lowercase);
            let candidate = encode::unhex(&text[..text.len().min(160)]);
            (candidate, if upper { "hex-upper" } else { "hex" }, kind == Kind::HexAlone)
        }
        Kind::Uuid => (uuid::bytes(text), "uuid", false),
        Kind::NameUuid => (uuid::bytes(text), "name-uuid", false),
        Kind::Base32 => (encode::unbase32(text), "base32", true),
        Kind::Base58 => (encode::unbase58(text).unwrap_or_default(), "base58", true),
        Kind::Decimal => (number(text).unwrap_or_default(), "decimal", true),
        Kind::Base64 => {
            let used = &text[..text.len().min(88)];
            let is_plain = used.iter().any(|b| b"+/".contains(b)) || data.get(token.end) == Some(&b'=');
            let url = used.iter().any(|b| b"-_".contains(b)) || !is_plain;
            (encode::unbase64(&text[..text.len().min(120)]), NAMES[usize::from(url)], false)
        }
        Kind::Raw | Kind::Mailbox | Kind::Digits | Kind::Words => (text.to_vec(), "raw", false),
    }
}

impl Scanner {
    /// Asks for every digest that the runs may be, and notes what may hold something.
    pub(super) fn runs(&mut self, data: &[u8], masks: &Masks, opening: bool, runs: &mut Vec<Run>) {
        if data.len() < LEAST_RUN {
            return;
        }
        for run in masks.runs(simd::HEX_RUNS, simd::HEX) {
            if run.len() == encode::UUID_GROUPS[4] {
                self.uuid(data, &run, masks);
            }
            let text = self.hex_run(data, run, opening);
            runs.extend(text.map(Run::Hex));
        }
        for run in masks.runs(simd::BASE32_RUNS, simd::ALNUM) {
            if self.base32(data, run.clone(), masks, opening) {
                runs.push(Run::Base32(run));
            }
        }
        for run in masks.runs(simd::BASE58_RUNS, simd::ALNUM) {
            if self.base58(data, run.clone(), masks, opening) {
                runs.push(Run::Base58(run));
            }
        }
        self.base64_digests(data, masks);
        for run in masks.runs(simd::RUNS, simd::BASE64) {
            let contents = self.base64_run(data, run, masks, opening);
            runs.extend(contents.map(Run::Base64));
        }
        if opening {
            short_texts(masks, runs);
        }
    }

    /// A value of its own that is a hash of 32 bits in hex, or of 32 or 64 bits as a number, or a short text in base58 or,
    /// beyond ASCII, in base64.
    /// Inside longer data these are never looked for.
    pub(super) fn alone(&mut self, data: &[u8], value: Range<usize>) {
        let text = &data[value.clone()];
        if text.len() == 8 && text.iter().all(|b| is_hex(*b)) {
            self.ask(data, Kind::HexAlone, value.clone(), short_hex_key(text));
        }
        if let Some(number) = number(text) {
            self.ask(data, Kind::Decimal, value.clone(), digest_key(&number));
        }
        if let Some(content) = short_text(text) {
            self.enter(value.start);
            if self.may_open() {
                self.open(NAMES[name_of(text)], value.clone(), &content);
            }
        }
        if may_be_short_base58(text) {
            self.enter(value.start);
            if let Some(content) = encode::unbase58(text).filter(|_| self.may_open()) {
                self.text_in("base58", value, &content);
            }
        }
    }

    /// Where text in hex begins, if any may.
    fn hex_run(&mut self, data: &[u8], run: Range<usize>, opening: bool) -> Option<Range<usize>> {
        let first = first_of_hex(&data[run.start..], run.len());
        if run.len() == 16 {
            self.ask(data, Kind::HexAlone, run.clone(), first);
        }
        if HEX_LENGTHS.contains(&run.len()) {
            self.ask(data, Kind::Hex, run.clone(), first);
            // two digests one after the other are as long as one
            let half = run.start + run.len() / 2;
            if run.len() >= 64 {
                self.ask(data, Kind::Hex, half..run.end, hex_key(&data[half..run.end]));
            }
        } else if run.len() > 32 {
            let glued = [0, 2, 4].map(|n| run.start + n);
            let ends = HEX_LENGTHS.iter().filter_map(|n| run.end.checked_sub(*n)).filter(|s| *s > run.start);
            for start in glued.into_iter().chain(ends).filter(|s| run.end - s >= 32) {
                self.ask(data, Kind::Hex, start..run.end, hex_key(&data[start..run.end]));
            }
        }
        // at either alignment
        let other = (first.swap_bytes() << 4 | 6).swap_bytes();
        let bytes = run.len().is_multiple_of(2) && may_be_bytes(run.len() / 2);
        let shaped = may_begin_message(first, run.len() / 2) | may_begin_something(first) | may_begin_something(other);
        if !opening || !(bytes | shaped) {
            return None;
        }
        let start = [run.start, run.start + 1].into_iter().find(|s| hex_may_be_text(&data[*s..run.end]));
        start.map(|start| start..run.end).or_else(|| bytes.then_some(run))
    }

    /// Digests in base64: at the start of a run, and after every sign that is also a delimiter.
    fn base64_digests(&mut self, data: &[u8], masks: &Masks) {
        let mut end = 0;
        for start in masks.places(simd::DIGESTS) {
            if start >= end {
                end = masks.end(simd::BASE64, start);
            }
            self.ask(data, Kind::Base64, start..end, encode::first_of_base64(&data[start..start + 11]));
        }
    }

    fn base64_run(&mut self, data: &[u8], run: Range<usize>, masks: &Masks, opening: bool) -> Option<Base64> {
        let kinds = masks.kinds(&run);
        // a run as long as a digest is one, or begins after a delimiter; any other may end with one
        if run.len() > LEAST_DIGEST
            && !BASE64_LENGTHS.contains(&run.len())
            && (kinds.upper || kinds.digits)
            && masks.any_beside(simd::ALNUM, simd::HEX, &run)
        {
            for start in BASE64_LENGTHS.iter().filter_map(|n| run.end.checked_sub(*n)).filter(|s| *s > run.start) {
                self.ask(data, Kind::Base64, start..run.end, encode::first_of_base64(&data[start..start + 11]));
            }
        }
        let binary = kinds.upper && kinds.lower;
        let phases = if opening { masks.text_phases(&run) } else { return None };
        (binary || phases.contains(&true)).then_some(Base64 { range: run, phases, binary })
    }

    /// Whether the run may hold something.
    fn base32(&mut self, data: &[u8], run: Range<usize>, masks: &Masks, opening: bool) -> bool {
        let kinds = masks.kinds(&run);
        // base32 in lower case is told from a word by its digits
        let is = if kinds.upper { !kinds.lower } else { kinds.lower && kinds.digits };
        if !is || masks.any(simd::NOT_BASE32, &run) {
            return false;
        }
        let text = &data[run.clone()];
        if text.len() >= 26 {
            self.ask(data, Kind::Base32, run, encode::first_of_base32(&text[..13]));
        }
        let length = text.len() * 5 / 8;
        opening && (may_be_bytes(length) || may_begin(&encode::unbase32(&text[..text.len().min(16)]), length))
    }

    /// Whether the run may hold something.
    fn base58(&mut self, data: &[u8], run: Range<usize>, masks: &Masks, opening: bool) -> bool {
        let kinds = masks.kinds(&run);
        if !(kinds.upper && kinds.lower) || masks.any(simd::NOT_BASE58, &run) {
            return false;
        }
        if run.len() > encode::MOST_BASE58 {
            return opening && run.len() <= encode::LONGEST_BASE58;
        }
        let mut content = [0; encode::MOST_BASE58];
        let Some(content) = encode::unbase58_into(&data[run.clone()], &mut content) else { return false };
        if content.len() >= 16 {
            self.ask(data, Kind::Base58, run, digest_key(content));
        }
        // of zeros in front a digest keeps one sign each
        let length = content.len();
        opening && (may_be_bytes(length) && may_be_bytes(length + 1) || may_begin(content, length))
    }

    /// Opens what the runs may hold, but for digests that were told of.
    pub(super) fn contents(&mut self, data: &[u8], runs: &mut [Run], told: &[Range<usize>]) {
        let mut opened = Opened { texts: [self.parts(), self.parts()], bytes: [self.parts(), self.parts()] };
        runs.sort_by_key(|run| run.range().start);
        for run in &*runs {
            let range = run.range();
            self.enter(range.start);
            // `told` is ascending, each end the furthest so far
            let before = told.partition_point(|t| t.start < range.end);
            if !self.may_open() || (before > 0 && told[before - 1].end > range.start) {
                continue;
            }
            match run {
                Run::Hex(run) => self.contents_of("hex", run, &encode::unhex(&data[run.clone()])),
                Run::Base32(run) => self.contents_of("base32", run, &encode::unbase32(&data[run.clone()])),
                Run::Base58(run) => {
                    self.contents_of("base58", run, &encode::unbase58(&data[run.clone()]).unwrap_or_default());
                }
                Run::Base64(run) => self.base64_contents(data, run, &mut opened),
            }
        }
        let Opened { texts, bytes } = opened;
        for (name, parts) in NAMES.into_iter().zip(texts) {
            self.open_many(name, parts);
        }
        for (name, parts) in NAMES.into_iter().zip(bytes) {
            self.open_bytes(name, parts);
        }
    }

    /// Bytes of a digest's length that are no text are one, unless they look like a message.
    fn contents_of(&mut self, layer: &'static str, run: &Range<usize>, content: &[u8]) {
        let has_shape = || super::binary::is_container(content) || may_begin(content, content.len());
        if looks_like_text(content) || may_be_bytes(content.len()) || has_shape() {
            self.open(layer, run.clone(), content);
        }
    }

    fn text_in(&mut self, layer: &'static str, run: Range<usize>, content: &[u8]) {
        if looks_like_text(content) {
            self.open(layer, run, content);
        }
    }

    /// Digest-shaped values under a key that vendors use.
    pub(super) fn unknown_digests(&mut self, data: &[u8], masks: &Masks) {
        for run in masks.runs(simd::RUNS, simd::BASE64) {
            let text = &data[run.clone()];
            let form = if masks.covers(simd::HEX, &run) { hex_form(text) } else { base64_form(text) };
            self.unknown_digest(data, run, form);
        }
    }

    fn base64_contents(&mut self, data: &[u8], run: &Base64, opened: &mut Opened) {
        let raw = &data[run.range.clone()];
        if let Some(forwards) = written_backwards(raw) {
            return self.open("reversed", run.range.clone(), &forwards);
        }
        if !run.phases[0] && !run.binary {
            return self.base64_phases(data, run, NAMES[name_of(raw)]);
        }
        let joined = self.joined_lines(data, run.range.clone());
        let text = joined.as_deref().unwrap_or(raw);
        let mut content = std::mem::take(&mut self.scratch);
        content.clear();
        encode::unbase64_into(text, &mut content);
        self.base64_content(data, run, text, &content, opened);
        self.scratch = content;
    }

    fn base64_content(&mut self, data: &[u8], run: &Base64, text: &[u8], content: &[u8], opened: &mut Opened) {
        let (range, name, may_be_text) = (run.range.clone(), name_of(text), run.phases.contains(&true));
        let is_text = may_be_text && looks_like_text(content);
        if is_text && !self.structure {
            return opened.texts[name].add(range, content);
        }
        if is_text || super::binary::is_compressed(content) {
            return self.open(NAMES[name], range, content);
        }
        if let Some(text) = lzstring::decompress(text, self.allowance()) {
            return self.open("lz-string", range, text.as_bytes());
        }
        let known = self.recognised;
        // read from elsewhere, UTF-16 may look like itself
        if (run.binary && may_be_text) || super::binary::is_container(content) {
            self.at_once(|s| s.open(NAMES[name], range, content));
        } else if run.binary && self.structure {
            self.bytes_within(NAMES[name], range.clone(), content);
        } else if run.binary {
            opened.bytes[name].add(range, content);
        }
        if self.recognised == known && text.len() == run.range.len() {
            self.segments(data, &run.range);
        }
        if self.recognised == known && may_be_text {
            self.base64_phases(data, run, NAMES[name]);
        }
    }

    /// A slash is a sign of base64 and stands between the segments of a path. Text is found at any phase; bytes are
    /// looked for from each slash on, to the next and to the end.
    fn segments(&mut self, data: &[u8], run: &Range<usize>) {
        let text = &data[run.clone()];
        if text.len() > LONGEST_PATH || memchr::memchr(b'/', text).is_none() {
            return;
        }
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'/', text).map(|at| at + 1));
        for start in starts.take(MOST_SEGMENTS) {
            let rest = &text[start..];
            let own = memchr::memchr(b'/', rest).unwrap_or(rest.len());
            let whole = (own < rest.len() && start > 0).then_some(rest.len());
            for length in std::iter::once(own).chain(whole).filter(|n| *n >= simd::LONG_RUN) {
                let start = run.start + start;
                self.segment(data, start..start + length);
            }
        }
    }

    fn segment(&mut self, data: &[u8], range: Range<usize>) {
        let text = &data[range.clone()];
        if !(text.iter().any(u8::is_ascii_uppercase) && text.iter().any(u8::is_ascii_lowercase)) {
            return;
        }
        let content = encode::unbase64(text);
        if super::binary::is_container(&content) || super::binary::may_be_packed(&content) {
            self.at_once(|s| s.open(NAMES[name_of(text)], range, &content));
        } else if let Some(text) = lzstring::decompress(text, self.allowance()) {
            self.at_once(|s| s.open("lz-string", range, text.as_bytes()));
        }
    }

    /// MIME breaks base64 into lines of 76 (PEM: 64) signs; the first line stands for all.
    fn joined_lines(&self, data: &[u8], run: Range<usize>) -> Option<Vec<u8>> {
        let break_len = |at: usize| match data.get(at..at + 2) {
            Some(b"\r\n") => 2,
            Some([b'\n', _]) => 1,
            _ => 0,
        };
        if !matches!(run.len(), 64 | 76) || break_len(run.end) == 0 {
            return None;
        }
        let mut joined = data[run.clone()].to_vec();
        let mut at = run.end;
        while break_len(at) > 0 {
            at += break_len(at);
            let length = data[at..].iter().take_while(|b| is_base64(**b)).count();
            joined.extend_from_slice(&data[at..at + length]);
            at += length;
            if length != run.len() {
                break;
            }
        }
        Some(joined)
    }

    /// The start of the run may be glued to something else: text at any of the four phases.
    fn base64_phases(&mut self, data: &[u8], run: &Base64, name: &'static str) {
        let Range { start, end } = run.range;
        for start in (0..4).filter(|p| run.phases[*p]).map(|p| start + p) {
            let content = encode::unbase64(&data[start..end]);
            for stretch in text_stretches(&content) {
                let token = start + stretch.start / 3 * 4..start + stretch.end.div_ceil(3) * 4;
                self.open(name, token.start..token.end.min(end), &content[stretch]);
            }
        }
    }
}

/// Which of [`NAMES`].
fn name_of(text: &[u8]) -> usize {
    // folded, so that the compiler uses vectors
    usize::from(text.iter().fold(false, |any, b| any | (*b == b'-') | (*b == b'_')))
}

/// Runs too short for anything but text.
fn short_texts(masks: &Masks, runs: &mut Vec<Run>) {
    let mut end = 0;
    for at in masks.places(simd::SHORT_TEXTS) {
        if at >= end {
            end = masks.end(simd::BASE64, at);
            let range = masks.start(simd::BASE64, at)..end;
            let phases = masks.text_phases(&range);
            if range.len() >= LEAST_RUN && phases.contains(&true) {
                runs.push(Run::Base64(Base64 { range, phases, binary: false }));
            }
        }
    }
}

/// The first eight bytes of so many hex digits, filled up with letters.
fn first_of_hex(text: &[u8], digits: usize) -> u64 {
    match text.first_chunk::<16>() {
        Some(signs) => {
            let known = !0u64 >> (64 - digits.min(16) / 2 * 8);
            hex_key(signs) & known | 0x6666_6666_6666_6666 & !known
        }
        None => {
            let mut signs = [b'6'; 16];
            signs[..digits & !1].copy_from_slice(&text[..digits & !1]);
            hex_key(&signs)
        }
    }
}

/// Whether eight bytes may begin text or something compressed, with no branch that depends on them: nearly never.
fn may_begin_something(bytes: u64) -> bool {
    // the highest bit of each byte that is zero
    let zeros = |x: u64| !((x & !HIGHEST).wrapping_add(0x7f * EACH) | x) & HIGHEST;
    let blanks = zeros(bytes ^ (9 * EACH)) | zeros(bytes ^ (10 * EACH)) | zeros(bytes ^ (13 * EACH));
    let [a, b, ..] = bytes.to_le_bytes();
    let zlib = (a & 0x8f == 8) & u16::from_be_bytes([a, b]).is_multiple_of(31);
    // few letters lie beyond the first eight pages
    const EVERY_OTHER: u64 = 0x00f8_00f8_00f8_00f8;
    let utf16 = (bytes & EVERY_OTHER == 0) | (bytes & EVERY_OTHER << 8 == 0);
    (broken(bytes) | (below_space(bytes) & !blanks) == 0) | (a == GZIP[0]) | (a == ZSTD[0]) | zlib | utf16
}

/// Whether so many bytes are worth a look whatever they are: no digest, and enough for something.
fn may_be_bytes(length: usize) -> bool {
    length >= LEAST_BYTES && !HEX_LENGTHS.contains(&(length * 2))
}

/// Whether so many bytes may be a message whose first or second field is text, by the first eight, with no branch that
/// depends on them: MessagePack, CBOR, Protocol Buffers.
fn may_begin_message(first: u64, length: usize) -> bool {
    let [a, b, c, d, ..] = first.to_le_bytes();
    let odd = below_space(first) | broken(first);
    let text = |at: u32| odd >> (at * 8) & 0xffff_ffff == 0;
    // of a name as long as this
    let name = |size: u8| (size & 0x1f > 0) & (odd >> 16 & !(!0 << (8 * u32::from((size & 0x1f).min(4)))) == 0);
    let field = |tag: u8, size: u8| (tag & 0x87 == 2) & (tag > 7) & (usize::from(size) < length);
    let named = ((a & 0xf0 == 0x80) & (b & 0xe0 == 0xa0)) | ((a & 0xe0 == 0xa0) & (b & 0xe0 == 0x60));
    (named & name(b)) | (field(a, b) & text(2)) | ((a & 0x87 == 0) & (a > 7) & (b < 0x80) & field(c, d) & text(4))
}

const EACH: u64 = 0x0101_0101_0101_0101;
const HIGHEST: u64 = 0x80 * EACH;

/// The highest bit of each byte that is below a space.
fn below_space(bytes: u64) -> u64 {
    !((bytes & !HIGHEST).wrapping_add(0x60 * EACH) | bytes) & HIGHEST
}

/// The highest bit of bytes beyond ASCII that are no UTF-8: every first byte of a sign has further ones after it, every
/// further one another before it.
fn broken(bytes: u64) -> u64 {
    let high = bytes & HIGHEST;
    let first_of_sign = high & bytes << 1;
    let further = high & !(bytes << 1);
    (first_of_sign << 8 & !further) | (further & !((first_of_sign | further) << 8))
}

/// The first eight bytes, filled up with zeros.
fn first_of(content: &[u8]) -> u64 {
    content.iter().take(8).rev().fold(0, |all, b| all << 8 | u64::from(*b))
}

fn hex_may_be_text(text: &[u8]) -> bool {
    may_begin(&encode::unhex(&text[..text.len().min(18)]), text.len() / 2)
}

/// Whether so many bytes that begin like this are text, or something of a shape of its own.
fn may_begin(content: &[u8], length: usize) -> bool {
    may_begin_text(content)
        || super::binary::is_compressed(content)
        || super::binary::begins_utf16(content)
        || may_begin_message(first_of(content), length)
}

/// Stretches of text that are too long for chance.
fn text_stretches(content: &[u8]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut from = 0;
    // a stretch that begins here would hold this sign
    while let Some(last) = content.get(from + LEAST_TEXT - 1) {
        if *last < 0x20 || *last == 0x7f {
            from += LEAST_TEXT;
            continue;
        }
        let end = content[from..].iter().position(|b| *b < 0x20 || *b == 0x7f).map_or(content.len(), |n| from + n);
        if end - from >= LEAST_TEXT {
            valid_stretches(content, from..end, &mut all);
        }
        from = end + 1;
    }
    all
}

/// The same where no sign is a control sign of ASCII.
fn valid_stretches(content: &[u8], within: Range<usize>, all: &mut Vec<Range<usize>>) {
    for chunk in content[within].utf8_chunks() {
        for piece in chunk.valid().split(|c: char| c.is_control()).filter(|piece| piece.len() >= LEAST_TEXT) {
            let start = piece.as_ptr() as usize - content.as_ptr() as usize;
            all.push(start..start + piece.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn stretches_of_text_are_found_in_anything() {
        let mut r = crate::properties::Random(31);
        let signs: Vec<char> = "abcdefgh\0\u{1}\u{7f}\u{85}åß€".chars().collect();
        for _ in 0..2000 {
            let mut content = Vec::new();
            while content.len() < 40 {
                match r.below(12) {
                    0 => content.push(r.next() as u8),
                    _ => content.extend(signs[r.below(signs.len())].to_string().repeat(1 + r.below(9)).bytes()),
                }
            }
            let mut slow = Vec::new();
            for chunk in content.utf8_chunks() {
                for piece in chunk.valid().split(|c: char| c.is_control()).filter(|piece| piece.len() >= LEAST_TEXT) {
                    let start = piece.as_ptr() as usize - content.as_ptr() as usize;
                    slow.push(start..start + piece.len());
                }
            }
            assert_eq!(text_stretches(&content), slow, "{content:?}");
        }
    }

    #[test]
    fn numbers_of_hashes_are_their_bytes() {
        let bytes = |text: &str| number(text.as_bytes());
        assert_eq!(bytes("613153351"), Some(613_153_351u32.to_be_bytes().to_vec()));
        assert_eq!(bytes("-1000000"), Some((-1_000_000i32).to_be_bytes().to_vec()));
        assert_eq!(bytes("18446744073709551615"), Some(vec![0xff; 8]));
        assert_eq!(bytes("-9223372036854775808"), Some(i64::MIN.to_be_bytes().to_vec()));
        for none in ["", "12345", "+12345678", "--12345678", "-", "1234567x", "99999999999999999999", "4294967296.5"] {
            assert_eq!(bytes(none), None, "{none}");
        }
    }
}
