//! AVX2 describes a class as a union of rectangles (set of high nibbles × set of low nibbles): each rectangle is a bit,
//! and two table look-ups and an AND tell in which of them a byte lies.

use super::super::{derive, portable, *};
use super::{AHEAD, fetch};
use crate::table;
use std::arch::x86_64::*;

#[target_feature(enable = "avx2")]
pub(super) fn signs_2(text: &[u8], out: &mut [u8]) -> usize {
    let all = |byte: u8| _mm256_set1_epi8(byte as i8);
    let places = _mm256_broadcastsi128_si256(_mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1));
    let (blocks, _) = text.as_chunks::<32>();
    for (i, block) in blocks.iter().enumerate() {
        // SAFETY: the block is 32 readable bytes; loadu needs no alignment.
        let bytes = unsafe { _mm256_loadu_si256(block.as_ptr().cast()) };
        // what to add to a sign, by where it lies; 0x80 where it is none
        let mut add = all(0x80);
        for (first, last, value) in [
            (b'A', b'Z', 0),
            (b'a', b'z', 26),
            (b'0', b'9', 52),
            (b'+', b'+', 62),
            (b'-', b'-', 62),
            (b'/', b'/', 63),
            (b'_', b'_', 63),
        ] {
            let inside = _mm256_and_si256(
                _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, all(first)), bytes),
                _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, all(last)), bytes),
            );
            add = _mm256_blendv_epi8(add, all(u8::wrapping_sub(value, first)), inside);
        }
        // no sign needs 0x80 added: the least is `_`, with 0xe0
        if _mm256_movemask_epi8(_mm256_cmpeq_epi8(add, all(0x80))) != 0 {
            return i * 32;
        }
        let values = _mm256_add_epi8(bytes, add);
        let pairs = _mm256_maddubs_epi16(values, _mm256_set1_epi16(0x0140));
        let quads = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x0001_1000));
        let mut packed = [0u8; 32];
        // SAFETY: `packed` is 32 writable bytes; storeu needs no alignment.
        unsafe { _mm256_storeu_si256(packed.as_mut_ptr().cast(), _mm256_shuffle_epi8(quads, places)) };
        let room = &mut out[i * 24..][..24];
        room[..12].copy_from_slice(&packed[..12]);
        room[12..].copy_from_slice(&packed[16..28]);
    }
    if blocks.len() * 32 == text.len() { text.len() } else { blocks.len() * 32 }
}

#[target_feature(enable = "avx2")]
pub(super) fn lanes_2(prints: Prints, keys: &mut [u64]) {
    portable::lanes(prints, keys);
}

#[target_feature(enable = "avx2")]
pub(super) fn words_2(words: &mut [u64], stride: usize, near: u32) {
    derive::derive::<__m256i>(words, stride, near);
}

/// Only used by [`words_2`], which has the instructions and is only reached where they were detected.
impl derive::Lanes for __m256i {
    const WORDS: usize = 4;

    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        // SAFETY: `words_2` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm256_loadu_si256(words[..4].as_ptr().cast()) }
    }

    #[inline(always)]
    fn store(self, words: &mut [u64]) {
        // SAFETY: `words_2` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm256_storeu_si256(words[..4].as_mut_ptr().cast(), self) }
    }

    #[inline(always)]
    fn and(self, other: Self) -> Self {
        // SAFETY: `words_2` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm256_and_si256(self, other) }
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        // SAFETY: `words_2` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm256_or_si256(self, other) }
    }

    #[inline(always)]
    fn less(self, other: Self) -> Self {
        // SAFETY: `words_2` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm256_andnot_si256(other, self) }
    }

    #[inline(always)]
    fn down(self, by: u32) -> Self {
        // SAFETY: `words_2` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm256_srl_epi64(self, _mm_cvtsi32_si128(by as i32)) }
    }

    #[inline(always)]
    fn up(self, by: u32) -> Self {
        // SAFETY: `words_2` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm256_sll_epi64(self, _mm_cvtsi32_si128(by as i32)) }
    }

    #[inline(always)]
    fn behind(self, previous: Self) -> Self {
        // SAFETY: `words_2` has the instructions; the slice is long enough, or there is none.
        unsafe {
            let turned = _mm256_permute4x64_epi64::<0b10_01_00_11>(self);
            _mm256_blend_epi32::<0b11>(turned, _mm256_permute4x64_epi64::<0b11>(previous))
        }
    }

    #[inline(always)]
    fn zero() -> Self {
        // SAFETY: `words_2` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm256_setzero_si256() }
    }
}

#[target_feature(enable = "avx2")]
pub(super) fn filter_2(blocks: &[[u8; 64]], prints: &[u64], out: &mut Vec<u32>) {
    let shifts = [_mm256_set_epi64x(18, 12, 6, 0), _mm256_set_epi64x(42, 36, 30, 24)];
    let (one, low) = (_mm256_set1_epi64x(1), _mm256_set1_epi64x(63));
    prints.iter().take(AHEAD).for_each(|p| fetch(blocks, Some(p)));
    for (i, print) in prints.iter().enumerate() {
        fetch(blocks, prints.get(i + AHEAD));
        let block = &blocks[table::part(*print, blocks.len())];
        let held = |half: usize| {
            let places = _mm256_and_si256(_mm256_srlv_epi64(_mm256_set1_epi64x(*print as i64), shifts[half]), low);
            // SAFETY: `half` is 0 or 1, so 32 bytes from `half * 32` lie within the 64 of the block.
            let words = unsafe { _mm256_loadu_si256(block.as_ptr().add(half * 32).cast()) };
            _mm256_testc_si256(words, _mm256_sllv_epi64(one, places)) == 1
        };
        if held(0) && held(1) {
            out.push(i as u32);
        }
    }
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

/// 0: A–O · 1: P–Z · 2: a–f (first sign) · 3: A–H, Q–X · 4: g–n, w–z · 5: 0–3 (second sign)
const HALVES: Group = group(&[
    (bits(&[4]), span(1, 15)),
    (bits(&[5]), span(0, 10)),
    (bits(&[6]), span(1, 6)),
    (bits(&[4, 5]), span(1, 8)),
    (bits(&[6, 7]), span(7, 14)),
    (bits(&[3]), span(0, 3)),
]);

/// 0: `0 1` · 1: `8 9` · 2: `I` · 3: `O` · 4: `l`
const NOTS: Group = group(&[
    (bits(&[3]), bits(&[0, 1])),
    (bits(&[3]), bits(&[8, 9])),
    (bits(&[4]), bits(&[9])),
    (bits(&[4]), bits(&[15])),
    (bits(&[6]), bits(&[12])),
]);

/// Third sign: 0: of A–Z · 1: of a–z · 2: of 0–9
/// Then 3: `"` and `&` · 4: `<` and `>` · 5: `2 3 4 5` · 6: `C` (after `=`)
const PAIRS: Group = group(&[
    (bits(&[4, 5]), bits(&[1, 2, 5, 6, 9, 10, 13, 14])),
    (bits(&[6, 7]), bits(&[0, 3, 4, 7, 8, 11, 12, 15])),
    (bits(&[3]), bits(&[0, 1, 4, 5, 8, 9])),
    (bits(&[2]), bits(&[2, 6])),
    (bits(&[3]), bits(&[12, 14])),
    (bits(&[3]), span(2, 5)),
    (bits(&[4]), bits(&[3])),
]);

/// So many blocks at a time: their bits of one set are written side by side.
const TOGETHER: usize = 4;

#[target_feature(enable = "avx2")]
pub(super) fn classes_2(blocks: &[[u8; 64]], words: &mut [u64], stride: usize) {
    let groups = [SIGNS.tables(), HALVES.tables(), PAIRS.tables(), NOTS.tables()];
    let mut sets = [[0; TOGETHER * 2]; SETS];
    for (i, some) in blocks.chunks(TOGETHER).enumerate() {
        for (half, bytes) in some.as_flattened().as_chunks::<32>().0.iter().enumerate() {
            half_of(bytes, &groups, half, &mut sets);
        }
        for (set, halves) in sets.iter().enumerate() {
            let row = &mut words[set * stride + i * TOGETHER..][..some.len()];
            match <&mut [u64; TOGETHER]>::try_from(&mut *row) {
                // SAFETY: both are 32 bytes, and words of this processor have their low half first; loadu and storeu
                // need no alignment.
                Ok(row) => unsafe {
                    _mm256_storeu_si256(row.as_mut_ptr().cast(), _mm256_loadu_si256(halves.as_ptr().cast()));
                },
                Err(_) => row.iter_mut().zip(halves.as_chunks().0).for_each(|(to, [low, high])| {
                    *to = u64::from(*low) | u64::from(*high) << 32;
                }),
            }
        }
    }
}

/// Where a byte lies in a group: by the tables of its high and of its low nibbles.
type Tables = (__m256i, __m256i);

impl Group {
    #[inline]
    #[target_feature(enable = "avx2")]
    fn tables(&self) -> Tables {
        let table = |half: &[u8; 16]| {
            // SAFETY: the pointer is to 16 readable bytes; loadu needs no alignment.
            _mm256_broadcastsi128_si256(unsafe { _mm_loadu_si128(half.as_ptr().cast()) })
        };
        (table(&self.high), table(&self.low))
    }
}

/// Which bytes are in any of some rectangles; of seven at most, so that no byte is negative.
#[inline]
#[target_feature(enable = "avx2")]
fn any(found: __m256i, rectangles: u8) -> __m256i {
    _mm256_cmpgt_epi8(_mm256_and_si256(found, _mm256_set1_epi8(rectangles as i8)), _mm256_setzero_si256())
}

#[inline]
#[target_feature(enable = "avx2")]
fn is(bytes: __m256i, byte: u8) -> __m256i {
    _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte as i8))
}

#[inline]
#[target_feature(enable = "avx2")]
fn up_to(bytes: __m256i, byte: u8) -> __m256i {
    _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(byte as i8)), bytes)
}

#[inline]
#[target_feature(enable = "avx2")]
fn half_of(bytes: &[u8; 32], groups: &[Tables; 4], half: usize, sets: &mut [[u32; TOGETHER * 2]; SETS]) {
    // SAFETY: the pointer is to 32 readable bytes; loadu needs no alignment.
    let bytes = unsafe { _mm256_loadu_si256(bytes.as_ptr().cast()) };
    let high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(15));
    // a set highest bit makes the shuffle give zero: bytes from 0x80 on are in no rectangle
    let found = |group: usize| {
        let (h, l) = groups[group];
        _mm256_and_si256(_mm256_shuffle_epi8(h, high), _mm256_shuffle_epi8(l, bytes))
    };
    let (signs, halves, pairs, nots) = (found(0), found(1), found(2), found(3));
    let or = |a, b| _mm256_or_si256(a, b);
    let and = |a, b| _mm256_and_si256(a, b);
    let less = |a, b| _mm256_andnot_si256(b, a);
    let mut put = |set: usize, of: __m256i| sets[set][half] = _mm256_movemask_epi8(of) as u32;
    let (base64, upper) = (any(signs, 0b1_1111), any(halves, 0b11));
    let breaks = or(is(bytes, b'\n'), is(bytes, b'\r'));
    put(BASE64, base64);
    put(FIRST, and(any(halves, 0b111), base64));
    put(SECOND, and(any(halves, 0b11_1000), base64));
    put(THIRD, and(any(pairs, 0b111), base64));
    put(HEX, any(signs, 0b100_0001));
    put(UPPER, upper);
    put(LOWER, less(any(signs, 0b110), upper));
    put(DIGIT, any(signs, 1));
    put(AT, is(bytes, b'@'));
    put(NEAR, or(any(signs, 0b10_0001), bytes));
    put(END, or(up_to(bytes, b' '), any(pairs, 0b1_1000)));
    put(PERCENT, is(bytes, b'%'));
    put(BACKSLASH, is(bytes, b'\\'));
    put(AMP, is(bytes, b'&'));
    put(EQUALS, is(bytes, b'='));
    put(CONTROL, or(less(less(up_to(bytes, 0x1f), breaks), is(bytes, b'\t')), is(bytes, 0x7f)));
    put(HIGH, bytes);
    put(QUOTE, is(bytes, b'"'));
    put(SEMI, is(bytes, b';'));
    put(NOT_BASE32, any(nots, 0b11));
    put(NOT_BASE58, or(any(nots, 0b1_1100), is(bytes, b'0')));
    put(SOFT, or(breaks, any(pairs, 0b110_0000)));
}
