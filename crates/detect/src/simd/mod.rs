//! One pass over the bytes writes a bit a byte for each class, and what is made of them; fingerprints and the filter,
//! many at once. The only place in this crate with `unsafe`: each block has its proof, and every variant is compared
//! with the portable one in tests.
#![allow(unsafe_code)]

mod derive;
#[cfg(target_arch = "x86_64")]
mod lanes;
mod portable;
#[cfg(target_arch = "x86_64")]
mod x86;

use crate::lanes::Hash;
use crate::seal::Prints;

/// Classes: each has a bit vector over a layer. From `BASE64` to `NOT_BASE58` a class is a set of bytes.
pub(crate) const BASE64: usize = 0;
/// A base64 sign that, first (second, third) of its four, gives a byte below 0x80.
pub(crate) const FIRST: usize = 1;
pub(crate) const SECOND: usize = 2;
pub(crate) const THIRD: usize = 3;
pub(crate) const HEX: usize = 4;
pub(crate) const UPPER: usize = 5;
pub(crate) const LOWER: usize = 6;
pub(crate) const DIGIT: usize = 7;
pub(crate) const AT: usize = 8;
/// Digits and what may stand between them.
pub(crate) const NEAR: usize = 9;
/// What ends any token.
pub(crate) const END: usize = 10;
pub(crate) const PERCENT: usize = 11;
pub(crate) const BACKSLASH: usize = 12;
pub(crate) const AMP: usize = 13;
pub(crate) const EQUALS: usize = 14;
pub(crate) const CONTROL: usize = 15;
/// From 0x80 on.
pub(crate) const HIGH: usize = 16;
pub(crate) const QUOTE: usize = 17;
pub(crate) const SEMI: usize = 18;
/// First sign after `=` of what quoted-printable has a reason to escape.
pub(crate) const SOFT: usize = 19;
/// Digits that base32 has not.
pub(crate) const NOT_BASE32: usize = 20;
/// Letters and digits that base58 has not.
pub(crate) const NOT_BASE58: usize = 21;
const SETS: usize = 22;
/// Letters and digits.
pub(crate) const ALNUM: usize = 22;
/// Starts of two (three) base64 quads in a row that decode to bytes below 0x80.
pub(crate) const TEXTS: usize = 23;
pub(crate) const LONG_TEXTS: usize = 24;
/// Of the former, those in runs shorter than [`LONG_RUN`].
pub(crate) const SHORT_TEXTS: usize = 25;
/// Where runs of base64 begin that are at least [`LONG_RUN`] long.
pub(crate) const RUNS: usize = 26;
/// Where a digest in base64 may begin: in such a run, after no letter or digit, with signs that words and UUIDs have not.
pub(crate) const DIGESTS: usize = 27;
/// Where runs of at least [`LEAST_RUN`] hex digits begin.
pub(crate) const HEX_RUNS: usize = 28;
/// Where letters and digits begin whose first [`LEAST_RUN`] ([`LONG_RUN`]) base32 (base58) has.
pub(crate) const BASE32_RUNS: usize = 29;
pub(crate) const BASE58_RUNS: usize = 30;
/// Where runs of digits and what stands between them begin, of a length that is asked for.
pub(crate) const NUMBERS: usize = 31;
/// Letters, digits and what is beyond ASCII; where a row of them begins.
pub(crate) const WORD: usize = 32;
pub(crate) const WORDS: usize = 33;
/// Where groups of two, four or eight hex digits follow one another with a few signs between them. Of nine pairs, eight
/// fours, four eights at least one is a place, though a group that two words share is in neither.
pub(crate) const HEX_LISTS: usize = 34;
/// Where short numbers follow one another and no letters are near, likewise.
pub(crate) const NUMBER_LISTS: usize = 35;
pub(crate) const CLASSES: usize = 36;

/// Shortest run of base64 whose contents are looked at: nine bytes.
pub(crate) const LEAST_RUN: usize = 12;
/// Shortest run that may be something though its contents are no text.
pub(crate) const LONG_RUN: usize = 20;
/// Signs of the shortest digest in base64.
pub(crate) const LEAST_DIGEST: usize = 22;

/// In which sets a byte is, a bit each: the definition that every variant is held against.
pub(crate) const fn class(byte: u8) -> u32 {
    let value = crate::encode::BASE64_VALUE[byte as usize];
    let is_base64 = value != crate::encode::NOT;
    let separator = matches!(byte, b' ' | b'(' | b')' | b'+' | b'-' | b'.' | b'/');
    let blank = matches!(byte, b'\t' | b'\n' | b'\r');
    // three bytes of eight bits in four signs of six: the highest bits of the bytes are bit 5, 3 and 1
    (is_base64 as u32) << BASE64
        | ((is_base64 && value & 32 == 0) as u32) << FIRST
        | ((is_base64 && value & 8 == 0) as u32) << SECOND
        | ((is_base64 && value & 2 == 0) as u32) << THIRD
        | (byte.is_ascii_hexdigit() as u32) << HEX
        | (byte.is_ascii_uppercase() as u32) << UPPER
        | (byte.is_ascii_lowercase() as u32) << LOWER
        | (byte.is_ascii_digit() as u32) << DIGIT
        | ((byte == b'@') as u32) << AT
        | ((byte.is_ascii_digit() || separator || byte >= 0x80) as u32) << NEAR
        | ((byte <= b' ' || matches!(byte, b'"' | b'<' | b'>' | b'&')) as u32) << END
        | ((byte == b'%') as u32) << PERCENT
        | ((byte == b'\\') as u32) << BACKSLASH
        | ((byte == b'&') as u32) << AMP
        | ((byte == b'=') as u32) << EQUALS
        | (((byte < 0x20 && !blank) || byte == 0x7f) as u32) << CONTROL
        | ((byte >= 0x80) as u32) << HIGH
        | ((byte == b'"') as u32) << QUOTE
        | ((byte == b';') as u32) << SEMI
        | (matches!(byte, b'\r' | b'\n' | b'4' | b'2' | b'3' | b'C' | b'5') as u32) << SOFT
        | (matches!(byte, b'0' | b'1' | b'8' | b'9') as u32) << NOT_BASE32
        | (matches!(byte, b'0' | b'O' | b'I' | b'l') as u32) << NOT_BASE58
}

static CLASS: [u32; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = class(i as u8);
        i += 1;
    }
    table
};

/// What the machine can do; each by itself gives the same.
#[derive(Clone, Copy)]
pub(crate) struct Variant {
    pub name: &'static str,
    /// Fills the rows of the sets, each of so many words.
    fill: fn(&[[u8; 64]], &mut [u64], usize),
    /// Fills the rows after the sets; see [`derive::derive`].
    derive: fn(&mut [u64], usize, u32),
    /// So many words of each at a time.
    words: usize,
    prints: fn(Prints, &mut [u64]),
    passing: fn(&[[u8; 64]], &[u64], &mut Vec<u32>),
    /// The hashes it has in lanes, by their names.
    hash: fn(&str) -> Option<Hash>,
    unbase64: fn(&[u8], &mut [u8]) -> usize,
}

const PORTABLE: Variant = Variant {
    name: "portable",
    fill: portable::fill,
    derive: derive::derive::<u64>,
    words: 1,
    prints: portable::prints,
    passing: portable::passing,
    hash: |_| None,
    unbase64: |_, _| 0,
};

/// What this machine has, fastest first.
fn available() -> Vec<Variant> {
    #[cfg(target_arch = "x86_64")]
    let mut all = x86::available();
    #[cfg(not(target_arch = "x86_64"))]
    let mut all = Vec::new();
    all.push(PORTABLE);
    all
}

static FASTEST: std::sync::OnceLock<Variant> = std::sync::OnceLock::new();

fn fastest() -> Variant {
    *FASTEST.get_or_init(|| available()[0])
}

/// For measurements: has this process use `avx512`, `avx2` or `portable`, if the machine has it and nothing was compiled
/// or scanned before. Results are the same with each.
pub fn use_instructions(name: &str) -> bool {
    available().into_iter().find(|v| v.name == name).is_some_and(|v| FASTEST.set(v).is_ok())
}

/// Bit vectors of one layer, [`CLASSES`] rows of `stride` words.
#[derive(Default)]
pub(crate) struct Rows {
    words: Vec<u64>,
    stride: usize,
}

impl Rows {
    /// `near`: from what length on runs around digits count.
    pub fn fill(&mut self, data: &[u8], near: u32) {
        self.fill_with(fastest(), data, near);
    }

    fn fill_with(&mut self, variant: Variant, data: &[u8], near: u32) {
        let (blocks, rest) = data.as_chunks::<64>();
        // the last block is filled up with a byte of few classes; words for all lanes, and one more so that the next word
        // is always there
        self.stride = apart((blocks.len() + 1).next_multiple_of(variant.words) + 1);
        let needed = CLASSES * self.stride;
        if self.words.len() < needed {
            self.words.resize(needed, 0);
        }
        let words = &mut self.words[..needed];
        let mut last = [[0; 64]];
        last[0][..rest.len()].copy_from_slice(rest);
        (variant.fill)(blocks, words, self.stride);
        let mut tail = [0; SETS];
        (variant.fill)(&last, &mut tail, 1);
        for (row, word) in words.chunks_exact_mut(self.stride).zip(tail) {
            row[blocks.len()] = word & !(!0 << rest.len());
            row[blocks.len() + 1..].fill(0);
        }
        (variant.derive)(words, self.stride, near);
    }

    /// A word of a row and the next; every row has one more than its bytes need.
    #[inline]
    pub fn two(&self, class: usize, word: usize) -> [u64; 2] {
        debug_assert!(word + 1 < self.stride);
        let at = class * self.stride + word;
        self.words.get(at..at + 2).map_or([0; 2], |two| [two[0], two[1]])
    }

    #[inline]
    pub fn row(&self, class: usize) -> &[u64] {
        &self.words[class * self.stride..(class + 1) * self.stride]
    }
}

/// Rows a multiple of 4 KiB apart would share the same few lines of the first cache: three lines more keeps each row's
/// from its neighbours'.
fn apart(words: usize) -> usize {
    match words % 512 {
        _ if words < 256 => words,
        near @ 0..24 => words - near + 25,
        489.. => words.next_multiple_of(512) + 25,
        _ => words,
    }
}

/// A hash of many texts at once, by its name; none where this machine has none.
pub(crate) fn hash(name: &str) -> Option<Hash> {
    let own = if fastest().name == "avx2" { own(name) } else { None };
    own.or_else(|| (fastest().hash)(name))
}

/// A hash for which the processor has instructions: faster than eight lanes, not than sixteen.
#[cfg(target_arch = "x86_64")]
fn own(name: &str) -> Option<Hash> {
    lanes::sha::hash(name)
}

#[cfg(not(target_arch = "x86_64"))]
fn own(_name: &str) -> Option<Hash> {
    None
}

/// Every instruction set of this machine with its hashes.
#[cfg(test)]
pub(crate) fn hashes(name: &str) -> Vec<(&'static str, Hash)> {
    let own = own(name).map(|hash| ("own", hash));
    available().iter().filter_map(|v| Some((v.name, (v.hash)(name)?))).chain(own).collect()
}

/// Turns keys into fingerprints.
pub(crate) fn prints(prints: Prints, keys: &mut [u64]) {
    (fastest().prints)(prints, keys);
}

/// Which of the fingerprints may be held: their positions.
pub(crate) fn passing(blocks: &[[u8; 64]], prints: &[u64], out: &mut Vec<u32>) {
    (fastest().passing)(blocks, prints, out);
}

/// Has the cache lines of these bytes fetched; a hint.
#[inline(always)]
pub(crate) fn fetch(bytes: &[u8]) {
    #[cfg(target_arch = "x86_64")]
    for line in bytes.chunks(64) {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        // SAFETY: a prefetch reads nothing into the program; every x86-64 has it; the pointer is to a byte of the slice.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(line.as_ptr().cast()) }
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = bytes;
}

/// Decodes base64 of either alphabet as far as vectors go, into at least three bytes for four signs. Returns how many
/// signs were read: all of them, or a multiple of four.
pub(crate) fn unbase64(text: &[u8], out: &mut [u8]) -> usize {
    (fastest().unbase64)(text, out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::properties::Random;

    fn bit(rows: &Rows, row: usize, at: usize) -> bool {
        rows.row(row)[at / 64] >> (at % 64) & 1 == 1
    }

    /// Each instruction set by itself, not only the one that is chosen here, against the definition.
    #[test]
    fn every_instruction_set_agrees_with_the_definition() {
        let mut r = Random(3);
        let mut all: Vec<u8> = (0..=255).collect();
        all.extend((0..3000).map(|_| r.next() as u8));
        all.extend((0..3000).map(|_| b"abcdefABCDEF0123456789+/-_ %&;=xyz"[r.below(34)]));
        for variant in available() {
            let mut rows = Rows::default();
            for cut in 0..130 {
                let data = &all[cut * 40..all.len() - cut];
                rows.fill_with(variant, data, 7);
                let mut slow = Rows::default();
                slow.fill_with(PORTABLE, data, 7);
                for row in 0..CLASSES {
                    let (fast, slow) = (rows.row(row), slow.row(row));
                    let used = data.len() / 64 + 1;
                    assert_eq!(fast[..used], slow[..used], "{} row {row} cut {cut}", variant.name);
                    assert!(fast[used..].iter().chain(&slow[used..]).all(|word| *word == 0));
                }
                for (at, byte) in data.iter().enumerate() {
                    // of the escapes only what begins one is left
                    for set in (0..SETS).filter(|s| ![PERCENT, BACKSLASH, AMP, EQUALS].contains(s)) {
                        assert_eq!(bit(&rows, set, at), class(*byte) >> set & 1 == 1, "{} {set} {byte}", variant.name);
                    }
                }
                assert!(
                    (0..CLASSES).all(|row| (data.len()..data.len() / 64 * 64 + 128).all(|at| !bit(&rows, row, at)))
                );
            }
        }
    }

    #[test]
    fn fingerprints_and_the_filter_agree() {
        let mut r = Random(5);
        let blocks: Vec<[u8; 64]> = (0..37).map(|_| std::array::from_fn(|_| (r.next() | r.next()) as u8)).collect();
        let secret = crate::Key::new([9; 32]).prints();
        for length in [0, 1, 7, 8, 9, 100, 1000] {
            let keys: Vec<u64> = (0..length).map(|_| r.next()).collect();
            let slow: Vec<u64> = keys.iter().map(|k| secret.of(*k)).collect();
            let mut held = Vec::new();
            portable::passing(&blocks, &slow, &mut held);
            for variant in available() {
                let mut fast = keys.clone();
                (variant.prints)(secret, &mut fast);
                assert_eq!(fast, slow, "{}", variant.name);
                let mut passed = Vec::new();
                (variant.passing)(&blocks, &fast, &mut passed);
                assert_eq!(passed, held, "{}", variant.name);
            }
        }
    }

    #[test]
    fn base64_is_decoded_as_by_a_plain_loop() {
        let mut r = Random(6);
        let alphabet: Vec<u8> = (0..=255u8).filter(|b| class(*b) >> BASE64 & 1 == 1).collect();
        for length in 0..300 {
            let mut text: Vec<u8> = (0..length).map(|_| alphabet[r.below(alphabet.len())]).collect();
            for _ in 0..r.below(2).min(length) {
                text[r.below(length)] = r.next() as u8;
            }
            let value = |b: &u8| Some(u64::from(crate::encode::BASE64_VALUE[*b as usize])).filter(|v| *v < 64);
            let whole = text.iter().take_while(|b| value(b).is_some()).count();
            let bits = text[..whole].iter().flat_map(|b| (0..6).rev().map(move |i| value(b).unwrap_or(0) >> i & 1));
            let bits: Vec<u64> = bits.collect();
            let slow: Vec<u8> = bits.chunks_exact(8).map(|e| e.iter().fold(0, |n, b| n << 1 | *b as u8)).collect();
            assert_eq!(crate::encode::unbase64(&text), slow);
            for variant in available() {
                // no byte beyond the room is written
                let mut out = vec![0xee; length * 3 / 4 + 70];
                let (room, beyond) = out.split_at_mut(length * 3 / 4);
                let read = (variant.unbase64)(&text, room);
                assert!(read <= whole && (read == length || read % 4 == 0), "{}", variant.name);
                assert_eq!(room[..read * 3 / 4], slow[..read * 3 / 4], "{}", variant.name);
                assert!(beyond.iter().all(|b| *b == 0xee));
            }
        }
    }
}
