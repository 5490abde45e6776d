//! AVX-512 looks a byte up in tables of 128; AVX2 describes a class as a union of rectangles (set of high nibbles × set
//! of low nibbles): each rectangle is a bit, and two table look-ups and an AND tell in which of them a byte lies.

use super::{derive, lanes, portable, *};
use crate::table;
use std::arch::x86_64::*;

pub(super) fn available() -> Vec<Variant> {
    let mut all = Vec::new();
    let avx512 = is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512dq")
        && is_x86_feature_detected!("avx512vl")
        && is_x86_feature_detected!("avx512vbmi");
    if avx512 {
        all.push(Variant {
            name: "avx512",
            fill: fill_512,
            derive: derive_512,
            prints: prints_512,
            passing: passing_512,
            hash: lanes::hash_512,
        });
    }
    if is_x86_feature_detected!("avx2") {
        all.push(Variant {
            name: "avx2",
            fill: fill_2,
            derive: derive_2,
            prints: prints_2,
            passing: passing_2,
            hash: lanes::hash_2,
        });
    }
    all
}

fn fill_512(blocks: &[[u8; 64]], words: &mut [u64], stride: usize) {
    // SAFETY: only reached through `available`, which lists it where all these features were detected.
    unsafe { avx512(blocks, words, stride) }
}

fn fill_2(blocks: &[[u8; 64]], words: &mut [u64], stride: usize) {
    // SAFETY: only reached through `available`, which lists it where avx2 was detected.
    unsafe { avx2(blocks, words, stride) }
}

fn derive_512(words: &mut [u64], stride: usize, near: u32) {
    // SAFETY: only reached through `available`, which lists it where all these features were detected.
    unsafe { words_512(words, stride, near) }
}

fn derive_2(words: &mut [u64], stride: usize, near: u32) {
    // SAFETY: only reached through `available`, which lists it where avx2 was detected.
    unsafe { words_2(words, stride, near) }
}

fn prints_512(prints: Prints, keys: &mut [u64]) {
    // SAFETY: only reached through `available`, which lists it where all these features were detected.
    unsafe { lanes_512(prints, keys) }
}

fn prints_2(prints: Prints, keys: &mut [u64]) {
    // SAFETY: only reached through `available`, which lists it where avx2 was detected.
    unsafe { lanes_2(prints, keys) }
}

fn passing_512(blocks: &[[u8; 64]], prints: &[u64], out: &mut Vec<u32>) {
    // SAFETY: only reached through `available`, which lists it where all these features were detected.
    unsafe { filter_512(blocks, prints, out) }
}

fn passing_2(blocks: &[[u8; 64]], prints: &[u64], out: &mut Vec<u32>) {
    // SAFETY: only reached through `available`, which lists it where avx2 was detected.
    unsafe { filter_2(blocks, prints, out) }
}

#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi")]
fn lanes_512(prints: Prints, keys: &mut [u64]) {
    portable::lanes(prints, keys);
}

#[target_feature(enable = "avx2")]
fn lanes_2(prints: Prints, keys: &mut [u64]) {
    portable::lanes(prints, keys);
}

#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi")]
fn words_512(words: &mut [u64], stride: usize, near: u32) {
    derive::derive(words, stride, near);
}

#[target_feature(enable = "avx2")]
fn words_2(words: &mut [u64], stride: usize, near: u32) {
    derive::derive(words, stride, near);
}

/// So many fingerprints ahead the block is fetched: a miss is over when its turn comes.
const AHEAD: usize = 16;

fn fetch(blocks: &[[u8; 64]], print: Option<&u64>) {
    if let Some(print) = print {
        let block: *const [u8; 64] = &blocks[table::part(*print, blocks.len())];
        // SAFETY: a prefetch reads nothing into the program; the pointer is to a block of the slice.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(block.cast()) }
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi")]
fn filter_512(blocks: &[[u8; 64]], prints: &[u64], out: &mut Vec<u32>) {
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

#[target_feature(enable = "avx2")]
fn filter_2(blocks: &[[u8; 64]], prints: &[u64], out: &mut Vec<u32>) {
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

#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi")]
fn avx512(blocks: &[[u8; 64]], words: &mut [u64], stride: usize) {
    let load = |half: &[u8; 64]| {
        // SAFETY: the half is 64 readable bytes; loadu needs no alignment.
        unsafe { _mm512_loadu_si512(half.as_ptr().cast()) }
    };
    // every look-up gives eight sets; written out, because a loop over them is not unrolled
    for (lookup, sets) in LOOKUPS.iter().zip([0..8, 8..16, 16..SETS]) {
        let (low, high) = (load(&lookup[0]), load(&lookup[1]));
        let mut rest = &mut words[sets.start * stride..sets.end * stride];
        let mut empty: [[u64; 0]; 8] = [[]; 8];
        let mut rows: [&mut [u64]; 8] = empty.each_mut().map(|e| &mut e[..]);
        for row in rows.iter_mut().take(sets.len()) {
            let (one, more) = std::mem::take(&mut rest).split_at_mut(stride);
            *row = &mut one[..blocks.len()];
            rest = more;
        }
        let [a, b, c, d, e, f, g, h] = rows;
        for (i, block) in blocks.iter().enumerate() {
            let bytes = load(block);
            let foreign = _mm512_movepi8_mask(bytes);
            let found = _mm512_maskz_permutex2var_epi8(!foreign, low, bytes, high);
            // NEAR is the second of its look-up, HIGH the first of its
            let (near, beyond) = match sets.start {
                8 => (foreign, 0),
                16 => (0, foreign),
                _ => (0, 0),
            };
            a[i] = _mm512_test_epi8_mask(found, _mm512_set1_epi8(1)) | beyond;
            b[i] = _mm512_test_epi8_mask(found, _mm512_set1_epi8(2)) | near;
            c[i] = _mm512_test_epi8_mask(found, _mm512_set1_epi8(4));
            d[i] = _mm512_test_epi8_mask(found, _mm512_set1_epi8(8));
            if !e.is_empty() {
                e[i] = _mm512_test_epi8_mask(found, _mm512_set1_epi8(16));
                f[i] = _mm512_test_epi8_mask(found, _mm512_set1_epi8(32));
            }
            if !g.is_empty() {
                g[i] = _mm512_test_epi8_mask(found, _mm512_set1_epi8(64));
                h[i] = _mm512_test_epi8_mask(found, _mm512_set1_epi8(-128));
            }
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
/// Then 3: `"` and `&` · 4: `<` and `>` · 5: `2 4 5` · 6: `C` (after `=`)
const PAIRS: Group = group(&[
    (bits(&[4, 5]), bits(&[1, 2, 5, 6, 9, 10, 13, 14])),
    (bits(&[6, 7]), bits(&[0, 3, 4, 7, 8, 11, 12, 15])),
    (bits(&[3]), bits(&[0, 1, 4, 5, 8, 9])),
    (bits(&[2]), bits(&[2, 6])),
    (bits(&[3]), bits(&[12, 14])),
    (bits(&[3]), bits(&[2, 4, 5])),
    (bits(&[4]), bits(&[3])),
]);

#[target_feature(enable = "avx2")]
fn avx2(blocks: &[[u8; 64]], words: &mut [u64], stride: usize) {
    let table = |half: &[u8; 16]| {
        // SAFETY: the pointer is to 16 readable bytes; loadu needs no alignment.
        _mm256_broadcastsi128_si256(unsafe { _mm_loadu_si128(half.as_ptr().cast()) })
    };
    let groups = [&SIGNS, &HALVES, &PAIRS, &NOTS].map(|g| (table(&g.high), table(&g.low)));
    let mut rest = words;
    let rows: [&mut [u64]; SETS] = std::array::from_fn(|_| {
        let (row, more) = std::mem::take(&mut rest).split_at_mut(stride);
        rest = more;
        &mut row[..blocks.len()]
    });
    for (i, block) in blocks.iter().enumerate() {
        let halves = [0, 1].map(|half| {
            // SAFETY: `half` is 0 or 1, so 32 bytes from `half * 32` lie within the 64 of the block.
            let bytes = unsafe { _mm256_loadu_si256(block.as_ptr().add(half * 32).cast()) };
            half_of(bytes, &groups)
        });
        for set in 0..SETS {
            rows[set][i] = u64::from(halves[0][set]) | u64::from(halves[1][set]) << 32;
        }
    }
}

#[inline]
#[target_feature(enable = "avx2")]
fn half_of(bytes: __m256i, groups: &[(__m256i, __m256i); 4]) -> [u32; SETS] {
    let zero = _mm256_setzero_si256();
    let high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(15));
    // a set highest bit makes the shuffle give zero: bytes from 0x80 on are in no rectangle
    let [signs, halves, pairs, nots] =
        groups.map(|(h, l)| _mm256_and_si256(_mm256_shuffle_epi8(h, high), _mm256_shuffle_epi8(l, bytes)));
    let any = |found: __m256i, wanted: u8| {
        let none = _mm256_cmpeq_epi8(_mm256_and_si256(found, _mm256_set1_epi8(wanted as i8)), zero);
        !_mm256_movemask_epi8(none) as u32
    };
    let is = |byte: u8| _mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte as i8))) as u32;
    let up_to = |byte: u8| {
        let least = _mm256_min_epu8(bytes, _mm256_set1_epi8(byte as i8));
        _mm256_movemask_epi8(_mm256_cmpeq_epi8(least, bytes)) as u32
    };
    let foreign = _mm256_movemask_epi8(bytes) as u32;
    let (base64, upper, blank) = (any(signs, 0b1_1111), any(halves, 0b11), is(b'\n') | is(b'\r'));
    let mut sets = [0; SETS];
    sets[BASE64] = base64;
    sets[FIRST] = any(halves, 0b111) & base64;
    sets[SECOND] = any(halves, 0b11_1000) & base64;
    sets[THIRD] = any(pairs, 0b111) & base64;
    sets[HEX] = any(signs, 0b100_0001);
    sets[UPPER] = upper;
    sets[LOWER] = any(signs, 0b110) & !upper;
    sets[DIGIT] = any(signs, 1);
    sets[AT] = is(b'@');
    sets[NEAR] = any(signs, 0b10_0001) | foreign;
    sets[END] = up_to(b' ') | any(pairs, 0b1_1000);
    sets[PERCENT] = is(b'%');
    sets[BACKSLASH] = is(b'\\');
    sets[AMP] = is(b'&');
    sets[EQUALS] = is(b'=');
    sets[CONTROL] = (up_to(0x1f) & !blank & !is(b'\t')) | is(0x7f);
    sets[HIGH] = foreign;
    sets[QUOTE] = is(b'"');
    sets[SEMI] = is(b';');
    sets[NOT_BASE32] = any(nots, 0b11);
    sets[NOT_BASE58] = any(nots, 0b1_1100) | is(b'0');
    sets[SOFT] = blank | any(pairs, 0b110_0000);
    sets
}
