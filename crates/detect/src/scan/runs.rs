//! Runs of the base64 alphabet (which holds hex, base32 and base58): digests and encoded contents.

use super::batch::{Kind, hex_key, short_hex_key};
use super::contents::{LAYERS, name_of};
use super::masks::Masks;
use super::unknown::{base64_form, hex_form};
use super::{Scanner, looks_like_text, may_begin_text, uuid};
use crate::encode::{self, BASE64_VALUE, HEX_VALUE, NOT};
use crate::inflate::{GZIP, ZSTD};
use crate::keys::digest_key;
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

/// A run whose contents may be worth opening.
pub(super) enum Run {
    /// Hex from here on gives text, or bytes that are worth a look.
    Hex(Range<usize>),
    Base32(Range<usize>),
    Base58(Range<usize>),
    Base64(Base64),
}

pub(super) struct Base64 {
    pub range: Range<usize>,
    /// Where quads may begin that give text.
    pub phases: [bool; 4],
    /// Bytes that are no text show letters of both cases; names, words and hex digits do not.
    pub binary: bool,
}

impl Run {
    pub fn name(&self) -> &'static str {
        match self {
            Self::Hex(_) => "hex",
            Self::Base32(_) => "base32",
            Self::Base58(_) => "base58",
            Self::Base64(_) => "base64",
        }
    }

    pub fn range(&self) -> &Range<usize> {
        match self {
            Self::Hex(run) | Self::Base32(run) | Self::Base58(run) => run,
            Self::Base64(run) => &run.range,
        }
    }
}

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
            (encode::unbase64(&text[..text.len().min(120)]), LAYERS[usize::from(url)], false)
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
                self.open(LAYERS[name_of(text)], value.clone(), &content);
            }
        }
        if may_be_short_base58(text) {
            self.enter(value.start);
            let content = encode::unbase58(text).filter(|content| self.may_open() && looks_like_text(content));
            if let Some(content) = content {
                self.open("base58", value, &content);
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

    /// Digest-shaped values under a key that vendors use.
    pub(super) fn unknown_digests(&mut self, data: &[u8], masks: &Masks) {
        for run in masks.runs(simd::RUNS, simd::BASE64) {
            let text = &data[run.clone()];
            let form = if masks.covers(simd::HEX, &run) { hex_form(text) } else { base64_form(text) };
            self.unknown_digest(data, run, form);
        }
    }
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
pub(super) fn may_be_bytes(length: usize) -> bool {
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
pub(super) fn may_begin(content: &[u8], length: usize) -> bool {
    may_begin_text(content)
        || super::binary::is_compressed(content)
        || super::binary::begins_utf16(content)
        || may_begin_message(first_of(content), length)
}

#[cfg(test)]
mod tests {
    use super::*;
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
