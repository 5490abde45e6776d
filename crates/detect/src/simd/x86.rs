//! AVX2 and AVX-512: a class is a union of rectangles (set of high nibbles × set of low nibbles). Each rectangle is a
//! bit; two table look-ups and an AND tell for every byte in which rectangles it lies.

use super::{Block, portable};
use std::arch::x86_64::*;
use std::sync::OnceLock;

type Variant = fn(&[[u8; 64]], &mut Vec<Block>);

/// The fastest variant of this machine.
pub(super) fn classify(blocks: &[[u8; 64]], out: &mut Vec<Block>) {
    static FASTEST: OnceLock<Option<Variant>> = OnceLock::new();
    match FASTEST.get_or_init(|| available().first().map(|(_, variant)| *variant)) {
        Some(variant) => variant(blocks, out),
        None => out.extend(blocks.iter().map(portable)),
    }
}

/// What this machine has, fastest first.
pub(super) fn available() -> Vec<(&'static str, Variant)> {
    let mut all: Vec<(&'static str, Variant)> = Vec::new();
    if is_x86_feature_detected!("avx512bw") && is_x86_feature_detected!("avx512f") {
        all.push(("avx512", wide));
    }
    if is_x86_feature_detected!("avx2") {
        all.push(("avx2", narrow));
    }
    all
}

fn wide(blocks: &[[u8; 64]], out: &mut Vec<Block>) {
    // SAFETY: only reached through `available`, which lists it where avx512f and avx512bw were detected.
    unsafe { avx512(blocks, out) }
}

fn narrow(blocks: &[[u8; 64]], out: &mut Vec<Block>) {
    // SAFETY: only reached through `available`, which lists it where avx2 was detected.
    unsafe { avx2(blocks, out) }
}

/// Look-up tables of one group of at most eight rectangles.
struct Group {
    high: [u8; 16],
    low: [u8; 16],
}

/// (high nibbles, low nibbles) as bit sets; the position in the list is the bit.
const fn group(rectangles: &[(u16, u16)]) -> Group {
    let mut g = Group { high: [0; 16], low: [0; 16] };
    let mut r = 0;
    while r < rectangles.len() {
        let mut n = 0;
        while n < 16 {
            if rectangles[r].0 >> n & 1 == 1 {
                g.high[n] |= 1 << r;
            }
            if rectangles[r].1 >> n & 1 == 1 {
                g.low[n] |= 1 << r;
            }
            n += 1;
        }
        r += 1;
    }
    g
}

const fn bits(nibbles: &[u8]) -> u16 {
    let mut set = 0;
    let mut i = 0;
    while i < nibbles.len() {
        set |= 1 << nibbles[i];
        i += 1;
    }
    set
}

/// From the first to the last, both included.
const fn span(first: u8, last: u8) -> u16 {
    let mut set = 0;
    let mut i = first;
    while i <= last {
        set |= 1 << i;
        i += 1;
    }
    set
}

/// 0: digits · 1: A–O, a–o · 2: P–Z, p–z · 3: `+ - /` · 4: `_` · 5: space ( ) + - . / · 6: A–F, a–f
const SIGNS: Group = group(&[
    (bits(&[3]), span(0, 9)),
    (bits(&[4, 6]), span(1, 15)),
    (bits(&[5, 7]), span(0, 10)),
    (bits(&[2]), bits(&[11, 13, 15])),
    (bits(&[5]), bits(&[15])),
    (bits(&[2]), bits(&[0, 8, 9, 11, 13, 14, 15])),
    (bits(&[4, 6]), span(1, 6)),
]);
const IS_BASE64: u8 = 0b1_1111;
const IS_LETTER: u8 = 0b110;
const IS_HEX: u8 = 0b100_0001;
const IS_NEAR: u8 = 0b10_0001;

/// 0: A–O · 1: P–Z · 2: a–f (first sign) · 3: A–H, Q–X · 4: g–n, w–z · 5: 0–3 (second sign)
const HALVES: Group = group(&[
    (bits(&[4]), span(1, 15)),
    (bits(&[5]), span(0, 10)),
    (bits(&[6]), span(1, 6)),
    (bits(&[4, 5]), span(1, 8)),
    (bits(&[6, 7]), span(7, 14)),
    (bits(&[3]), span(0, 3)),
]);
const IS_FIRST: u8 = 0b111;
const IS_UPPER: u8 = 0b11;
const IS_SECOND: u8 = 0b11_1000;

/// Third sign: 0: of A–Z · 1: of a–z · 2: of 0–9
const PAIRS: Group = group(&[
    (bits(&[4, 5]), bits(&[1, 2, 5, 6, 9, 10, 13, 14])),
    (bits(&[6, 7]), bits(&[0, 3, 4, 7, 8, 11, 12, 15])),
    (bits(&[3]), bits(&[0, 1, 4, 5, 8, 9])),
]);
const IS_THIRD: u8 = 0b111;

#[target_feature(enable = "avx2")]
fn avx2(blocks: &[[u8; 64]], out: &mut Vec<Block>) {
    let table = |half: &[u8; 16]| {
        // SAFETY: the pointer is to 16 readable bytes; loadu needs no alignment.
        _mm256_broadcastsi128_si256(unsafe { _mm_loadu_si128(half.as_ptr().cast()) })
    };
    let groups = [&SIGNS, &HALVES, &PAIRS].map(|g| (table(&g.high), table(&g.low)));
    let nibble = _mm256_set1_epi8(15);
    let zero = _mm256_setzero_si256();
    for block in blocks {
        let mut masks = [0u64; 8];
        for half in 0..2 {
            // SAFETY: `half` is 0 or 1, so 32 bytes from `half * 32` lie within the 64 of the block.
            let bytes = unsafe { _mm256_loadu_si256(block.as_ptr().add(half * 32).cast()) };
            let high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble);
            // a set highest bit makes the shuffle give zero: bytes from 0x80 on are in no rectangle
            let [signs, halves, pairs] =
                groups.map(|(h, l)| _mm256_and_si256(_mm256_shuffle_epi8(h, high), _mm256_shuffle_epi8(l, bytes)));
            let any = |found: __m256i, wanted: u8| {
                let none = _mm256_cmpeq_epi8(_mm256_and_si256(found, _mm256_set1_epi8(wanted as i8)), zero);
                !_mm256_movemask_epi8(none) as u32
            };
            let foreign = _mm256_movemask_epi8(bytes) as u32;
            let base64 = any(signs, IS_BASE64);
            let upper = any(halves, IS_UPPER);
            let found = [
                base64,
                any(signs, IS_NEAR) | foreign,
                any(halves, IS_FIRST) & base64,
                any(halves, IS_SECOND) & base64,
                any(pairs, IS_THIRD) & base64,
                any(signs, IS_HEX),
                upper,
                any(signs, IS_LETTER) & !upper,
            ];
            for (mask, bits) in masks.iter_mut().zip(found) {
                *mask |= u64::from(bits) << (half * 32);
            }
        }
        out.push(masks);
    }
}

#[target_feature(enable = "avx512f,avx512bw")]
fn avx512(blocks: &[[u8; 64]], out: &mut Vec<Block>) {
    let table = |half: &[u8; 16]| {
        // SAFETY: the pointer is to 16 readable bytes; loadu needs no alignment.
        _mm512_broadcast_i32x4(unsafe { _mm_loadu_si128(half.as_ptr().cast()) })
    };
    let groups = [&SIGNS, &HALVES, &PAIRS].map(|g| (table(&g.high), table(&g.low)));
    let nibble = _mm512_set1_epi8(15);
    for block in blocks {
        // SAFETY: the block is 64 readable bytes; loadu needs no alignment.
        let bytes = unsafe { _mm512_loadu_si512(block.as_ptr().cast()) };
        let high = _mm512_and_si512(_mm512_srli_epi16(bytes, 4), nibble);
        let [signs, halves, pairs] =
            groups.map(|(h, l)| _mm512_and_si512(_mm512_shuffle_epi8(h, high), _mm512_shuffle_epi8(l, bytes)));
        let any = |found: __m512i, wanted: u8| _mm512_test_epi8_mask(found, _mm512_set1_epi8(wanted as i8));
        let base64 = any(signs, IS_BASE64);
        let upper = any(halves, IS_UPPER);
        out.push([
            base64,
            any(signs, IS_NEAR) | _mm512_movepi8_mask(bytes),
            any(halves, IS_FIRST) & base64,
            any(halves, IS_SECOND) & base64,
            any(pairs, IS_THIRD) & base64,
            any(signs, IS_HEX),
            upper,
            any(signs, IS_LETTER) & !upper,
        ]);
    }
}
