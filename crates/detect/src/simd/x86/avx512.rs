//! AVX-512 looks a byte up in tables of 128, eight classes at once, and turns the bits of eight bytes into bytes of eight
//! bits.

use super::super::{derive, portable, *};
use super::{AHEAD, fetch};
use crate::table;
use std::arch::x86_64::*;

/// Values of base64 signs below 0x80.
static SIGN_VALUES: [[u8; 64]; 2] = {
    let mut halves = [[0; 64]; 2];
    let mut i = 0;
    while i < 128 {
        halves[i / 64][i % 64] = crate::encode::BASE64_VALUE[i];
        i += 1;
    }
    halves
};

/// Where the three bytes of each four of signs stand, most significant first.
static TRIPLES: [u8; 64] = {
    let mut places = [0; 64];
    let mut i = 0;
    while i < 48 {
        places[i] = (i / 3 * 4 + 2 - i % 3) as u8;
        i += 1;
    }
    places
};

#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni")]
pub(super) fn signs_512(text: &[u8], out: &mut [u8]) -> usize {
    let (low, high, triples) = (load(&SIGN_VALUES[0]), load(&SIGN_VALUES[1]), load(&TRIPLES));
    let mut read = 0;
    while read < text.len() {
        let signs = &text[read..text.len().min(read + 64)];
        let used = !0u64 >> (64 - signs.len());
        // SAFETY: `used` has a bit for each byte of `signs`; bytes that are masked out are not read.
        let bytes = unsafe { _mm512_maskz_loadu_epi8(used, signs.as_ptr().cast()) };
        let values = _mm512_maskz_permutex2var_epi8(used, low, bytes, high);
        if _mm512_movepi8_mask(_mm512_or_si512(values, bytes)) & used != 0 {
            return read;
        }
        let pairs = _mm512_maddubs_epi16(values, _mm512_set1_epi16(0x0140));
        let quads = _mm512_madd_epi16(pairs, _mm512_set1_epi32(0x0001_1000));
        let packed = _mm512_permutexvar_epi8(triples, quads);
        let room = &mut out[read * 3 / 4..][..signs.len() * 3 / 4];
        let filled = if room.is_empty() { 0 } else { !0u64 >> (64 - room.len()) };
        // SAFETY: `filled` has a bit for each byte of `room`; no other byte is written.
        unsafe { _mm512_mask_storeu_epi8(room.as_mut_ptr().cast(), filled, packed) };
        read += signs.len();
    }
    read
}

#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni")]
pub(super) fn lanes_512(prints: Prints, keys: &mut [u64]) {
    portable::lanes(prints, keys);
}

#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni")]
pub(super) fn words_512(words: &mut [u64], stride: usize, near: u32) {
    derive::derive::<__m512i>(words, stride, near);
}

/// Only used by [`words_512`], which has the instructions and is only reached where they were detected.
impl derive::Lanes for __m512i {
    const WORDS: usize = 8;

    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        // SAFETY: `words_512` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm512_loadu_si512(words[..8].as_ptr().cast()) }
    }

    #[inline(always)]
    fn store(self, words: &mut [u64]) {
        // SAFETY: `words_512` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm512_storeu_si512(words[..8].as_mut_ptr().cast(), self) }
    }

    #[inline(always)]
    fn and(self, other: Self) -> Self {
        // SAFETY: `words_512` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm512_and_si512(self, other) }
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        // SAFETY: `words_512` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm512_or_si512(self, other) }
    }

    #[inline(always)]
    fn less(self, other: Self) -> Self {
        // SAFETY: `words_512` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm512_andnot_si512(other, self) }
    }

    #[inline(always)]
    fn down(self, by: u32) -> Self {
        // SAFETY: `words_512` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm512_srl_epi64(self, _mm_cvtsi32_si128(by as i32)) }
    }

    #[inline(always)]
    fn up(self, by: u32) -> Self {
        // SAFETY: `words_512` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm512_sll_epi64(self, _mm_cvtsi32_si128(by as i32)) }
    }

    #[inline(always)]
    fn behind(self, previous: Self) -> Self {
        // SAFETY: `words_512` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm512_alignr_epi64::<7>(self, previous) }
    }

    #[inline(always)]
    fn zero() -> Self {
        // SAFETY: `words_512` has the instructions; the slice is long enough, or there is none.
        unsafe { _mm512_setzero_si512() }
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni")]
pub(super) fn filter_512(blocks: &[[u8; 64]], prints: &[u64], out: &mut Vec<u32>) {
    let shifts = _mm512_set_epi64(42, 36, 30, 24, 18, 12, 6, 0);
    let (one, low) = (_mm512_set1_epi64(1), _mm512_set1_epi64(63));
    prints.iter().take(AHEAD).for_each(|p| fetch(blocks, Some(p)));
    for (i, print) in prints.iter().enumerate() {
        fetch(blocks, prints.get(i + AHEAD));
        let places = _mm512_and_si512(_mm512_srlv_epi64(_mm512_set1_epi64(*print as i64), shifts), low);
        let bits = _mm512_sllv_epi64(one, places);
        let block = &blocks[table::part(*print, blocks.len())];
        // SAFETY: the block is 64 readable bytes; loadu needs no alignment.
        let words = unsafe { _mm512_loadu_si512(block.as_ptr().cast()) };
        if _mm512_test_epi64_mask(words, bits) == 0xff {
            out.push(i as u32);
        }
    }
}

/// Eight classes a table, for bytes below 0x80.
const fn tables(first: usize) -> [[u8; 64]; 2] {
    let mut halves = [[0; 64]; 2];
    let mut i = 0;
    while i < 128 {
        halves[i / 64][i % 64] = (class(i as u8) >> first) as u8;
        i += 1;
    }
    halves
}

static LOOKUPS: [[[u8; 64]; 2]; 3] = [tables(0), tables(8), tables(16)];

/// Classes of bytes from 0x80 on, for each look-up.
const BEYOND: [u8; 3] = {
    let all = class(0x80);
    [all as u8, (all >> 8) as u8, (all >> 16) as u8]
};

/// Where byte `q` of word `k` comes from: byte `k` of word `q`.
static TURNED: [u8; 64] = {
    let mut places = [0; 64];
    let mut i = 0;
    while i < 64 {
        places[i] = (i % 8 * 8 + i / 8) as u8;
        i += 1;
    }
    places
};

/// The constants of the pass over the bytes.
struct Pass {
    lookups: [(__m512i, __m512i, __m512i); 3],
    backwards: __m512i,
    unit: __m512i,
    turned: __m512i,
}

impl Pass {
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni")]
    fn new() -> Self {
        let mut i = 0;
        let lookups = LOOKUPS.each_ref().map(|_| {
            i += 1;
            (load(&LOOKUPS[i - 1][0]), load(&LOOKUPS[i - 1][1]), _mm512_set1_epi8(BEYOND[i - 1] as i8))
        });
        Self {
            lookups,
            backwards: _mm512_broadcast_i32x4(_mm_set_epi8(8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7)),
            unit: _mm512_set1_epi64(0x8040_2010_0804_0201_u64 as i64),
            turned: load(&TURNED),
        }
    }

    /// For each look-up eight words, one a class, with a bit a byte.
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni")]
    fn words(&self, block: &[u8; 64]) -> [__m512i; 3] {
        // each eight bytes backwards, as the matrix below counts its rows
        let bytes = _mm512_shuffle_epi8(load(block), self.backwards);
        let beyond = _mm512_movepi8_mask(bytes);
        let mut all = [bytes; 3];
        for (words, (low, high, foreign)) in all.iter_mut().zip(&self.lookups) {
            let found = _mm512_mask_mov_epi8(_mm512_permutex2var_epi8(*low, bytes, *high), beyond, *foreign);
            // eight bytes are a matrix of bits: turned, each row is of one class
            let rows = _mm512_gf2p8affine_epi64_epi8::<0>(self.unit, found);
            *words = _mm512_permutexvar_epi8(self.turned, rows);
        }
        all
    }
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni")]
fn load(bytes: &[u8; 64]) -> __m512i {
    // SAFETY: 64 readable bytes; loadu needs no alignment.
    unsafe { _mm512_loadu_si512(bytes.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni")]
fn store(words: __m512i, into: &mut [u64; 8]) {
    // SAFETY: 64 writable bytes; storeu needs no alignment.
    unsafe { _mm512_storeu_si512(into.as_mut_ptr().cast(), words) }
}

/// Eight words of eight blocks, word by word.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni")]
fn turn(m: [__m512i; 8]) -> [__m512i; 8] {
    let [a, b, c, d, e, f, g, h] = m;
    let low = |x, y| _mm512_unpacklo_epi64(x, y);
    let high = |x, y| _mm512_unpackhi_epi64(x, y);
    // words 0 2 4 6 (1 3 5 7) of two blocks each
    let [ab0, cd0, ef0, gh0] = [low(a, b), low(c, d), low(e, f), low(g, h)];
    let [ab1, cd1, ef1, gh1] = [high(a, b), high(c, d), high(e, f), high(g, h)];
    let four = |ab, cd, ef, gh| {
        // words 0 and 4, 2 and 6 of four blocks each
        let (abcd0, abcd2) = (_mm512_shuffle_i64x2::<0x88>(ab, cd), _mm512_shuffle_i64x2::<0xdd>(ab, cd));
        let (efgh0, efgh2) = (_mm512_shuffle_i64x2::<0x88>(ef, gh), _mm512_shuffle_i64x2::<0xdd>(ef, gh));
        [
            _mm512_shuffle_i64x2::<0x88>(abcd0, efgh0),
            _mm512_shuffle_i64x2::<0x88>(abcd2, efgh2),
            _mm512_shuffle_i64x2::<0xdd>(abcd0, efgh0),
            _mm512_shuffle_i64x2::<0xdd>(abcd2, efgh2),
        ]
    };
    let [w0, w2, w4, w6] = four(ab0, cd0, ef0, gh0);
    let [w1, w3, w5, w7] = four(ab1, cd1, ef1, gh1);
    [w0, w1, w2, w3, w4, w5, w6, w7]
}

#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni")]
pub(super) fn classes_512(blocks: &[[u8; 64]], words: &mut [u64], stride: usize) {
    let pass = Pass::new();
    let (eights, rest) = blocks.as_chunks::<8>();
    for (i, eight) in eights.iter().enumerate() {
        let mut all = [[pass.unit; 3]; 8];
        for (words, block) in all.iter_mut().zip(eight) {
            *words = pass.words(block);
        }
        for lookup in 0..3 {
            let rows = turn(all.each_ref().map(|words| words[lookup]));
            for (k, row) in rows.into_iter().enumerate().take(SETS - lookup * 8) {
                let at = (lookup * 8 + k) * stride + i * 8;
                store(row, words[at..].first_chunk_mut().expect("a row has a word a block"));
            }
        }
    }
    for (i, block) in rest.iter().enumerate() {
        for (lookup, eight) in pass.words(block).into_iter().enumerate() {
            let mut row = [0; 8];
            store(eight, &mut row);
            for (k, word) in row.into_iter().enumerate().take(SETS - lookup * 8) {
                words[(lookup * 8 + k) * stride + eights.len() * 8 + i] = word;
            }
        }
    }
}
