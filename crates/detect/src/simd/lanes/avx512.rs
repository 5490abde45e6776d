//! Sixteen words of four bytes, eight of eight, 64 bytes.

use crate::lanes::{Lanes, WIDEST, bytes};
use std::arch::x86_64::*;

/// An operation of one instruction.
macro_rules! op {
    ($function:ident($($argument:expr),*)) => {
        // SAFETY: only reached from functions with these features, see `hashes!`; nothing is read or written.
        unsafe { $function($($argument),*) }
    };
}

#[derive(Clone, Copy)]
pub(super) struct Narrow(__m512i);

#[derive(Clone, Copy)]
pub(super) struct Wide(__m512i);

#[derive(Clone, Copy)]
pub(super) struct Bytes(__m512i);

/// What both widths have in common.
macro_rules! lanes {
    ($lanes:ident, $word:ty, $count:literal, $signed:ty, $splat:ident, $add:ident, $rotate:ident, $shift:ident,
     $pick:ident, $mask:ty, $swap:expr, $tile:ident) => {
        impl Lanes for $lanes {
            type Word = $word;
            const COUNT: usize = $count;
            const BYTES: usize = size_of::<$word>();

            #[inline(always)]
            fn word(number: u64) -> $word {
                number as $word
            }

            #[inline(always)]
            fn splat(word: $word) -> Self {
                Self(op!($splat(word as $signed)))
            }

            #[inline(always)]
            fn from_words(words: &[$word; WIDEST]) -> Self {
                // SAFETY: sixteen words are at least 64 readable bytes; loadu needs no alignment.
                Self(unsafe { _mm512_loadu_si512(words.as_ptr().cast()) })
            }

            #[inline(always)]
            fn add(self, other: Self) -> Self {
                Self(op!($add(self.0, other.0)))
            }

            #[inline(always)]
            fn xor(self, other: Self) -> Self {
                Self(op!(_mm512_xor_si512(self.0, other.0)))
            }

            #[inline(always)]
            fn and(self, other: Self) -> Self {
                Self(op!(_mm512_and_si512(self.0, other.0)))
            }

            #[inline(always)]
            fn or(self, other: Self) -> Self {
                Self(op!(_mm512_or_si512(self.0, other.0)))
            }

            #[inline(always)]
            fn and_not(self, other: Self) -> Self {
                Self(op!(_mm512_andnot_si512(self.0, other.0)))
            }

            #[inline(always)]
            fn rotate_left(self, by: u32) -> Self {
                Self(op!($rotate(self.0, Self::splat(by.into()).0)))
            }

            #[inline(always)]
            fn shift_right(self, by: u32) -> Self {
                Self(op!($shift(self.0, Self::splat(by.into()).0)))
            }

            #[inline(always)]
            fn swapped(self) -> Self {
                const ORDER: [u8; 64] = $swap;
                Self(op!(_mm512_shuffle_epi8(self.0, load(&ORDER))))
            }

            #[inline(always)]
            fn pick(self, other: Self, lanes: u16) -> Self {
                Self(op!($pick(lanes as $mask, self.0, other.0)))
            }

            #[inline(always)]
            fn gather(rows: &[u8], stride: usize, out: &mut [Self]) {
                for (part, tile) in out.chunks_exact_mut($count).enumerate() {
                    let mut all = [tile[0].0; $count];
                    for (i, row) in all.iter_mut().enumerate() {
                        *row = load(&rows[i * stride + part * 64..]);
                    }
                    for (word, column) in tile.iter_mut().zip($tile(all)) {
                        *word = Self(column);
                    }
                }
            }

            #[inline(always)]
            fn scatter(words: &[Self], rows: &mut [u8], stride: usize) {
                for (part, tile) in words.chunks_exact($count).enumerate() {
                    let mut all = [tile[0].0; $count];
                    for (column, word) in all.iter_mut().zip(tile) {
                        *column = word.0;
                    }
                    for (i, row) in $tile(all).into_iter().enumerate() {
                        store(row, &mut rows[i * stride + part * 64..]);
                    }
                }
            }
        }
    };
}

lanes!(
    Narrow,
    u32,
    16,
    i32,
    _mm512_set1_epi32,
    _mm512_add_epi32,
    _mm512_rolv_epi32,
    _mm512_srlv_epi32,
    _mm512_mask_blend_epi32,
    u16,
    backwards(4),
    sixteen
);
lanes!(
    Wide,
    u64,
    8,
    i64,
    _mm512_set1_epi64,
    _mm512_add_epi64,
    _mm512_rolv_epi64,
    _mm512_srlv_epi64,
    _mm512_mask_blend_epi64,
    u8,
    backwards(8),
    eight
);

/// Within every sixteen bytes, words of so many the other way round.
const fn backwards(size: usize) -> [u8; 64] {
    let mut order = [0; 64];
    let mut i = 0;
    while i < 64 {
        order[i] = (i % 16 / size * size + size - 1 - i % size) as u8;
        i += 1;
    }
    order
}

#[inline(always)]
fn load(bytes: &[u8]) -> __m512i {
    let line: &[u8; 64] = bytes.first_chunk().expect("64 bytes");
    // SAFETY: the line is 64 readable bytes; loadu needs no alignment.
    unsafe { _mm512_loadu_si512(line.as_ptr().cast()) }
}

#[inline(always)]
fn store(lanes: __m512i, bytes: &mut [u8]) {
    let line: &mut [u8; 64] = bytes.first_chunk_mut().expect("64 bytes");
    // SAFETY: the line is 64 writable bytes; storeu needs no alignment.
    unsafe { _mm512_storeu_si512(line.as_mut_ptr().cast(), lanes) }
}

/// Sixteen rows of sixteen words to columns: words within quarters, then the quarters.
#[inline(always)]
fn sixteen(rows: [__m512i; 16]) -> [__m512i; 16] {
    let (mut pairs, mut fours, mut out) = (rows, rows, rows);
    for i in 0..8 {
        pairs[2 * i] = op!(_mm512_unpacklo_epi32(rows[2 * i], rows[2 * i + 1]));
        pairs[2 * i + 1] = op!(_mm512_unpackhi_epi32(rows[2 * i], rows[2 * i + 1]));
    }
    for i in 0..4 {
        for half in 0..2 {
            let (a, b) = (pairs[4 * i + half], pairs[4 * i + 2 + half]);
            fours[4 * i + 2 * half] = op!(_mm512_unpacklo_epi64(a, b));
            fours[4 * i + 2 * half + 1] = op!(_mm512_unpackhi_epi64(a, b));
        }
    }
    for i in 0..4 {
        let turned = quarters([fours[i], fours[4 + i], fours[8 + i], fours[12 + i]]);
        for (quarter, column) in turned.into_iter().enumerate() {
            out[4 * quarter + i] = column;
        }
    }
    out
}

/// Eight rows of eight words to columns.
#[inline(always)]
fn eight(rows: [__m512i; 8]) -> [__m512i; 8] {
    let (mut pairs, mut out) = (rows, rows);
    for i in 0..4 {
        pairs[2 * i] = op!(_mm512_unpacklo_epi64(rows[2 * i], rows[2 * i + 1]));
        pairs[2 * i + 1] = op!(_mm512_unpackhi_epi64(rows[2 * i], rows[2 * i + 1]));
    }
    for i in 0..2 {
        let turned = quarters([pairs[i], pairs[2 + i], pairs[4 + i], pairs[6 + i]]);
        for (quarter, column) in turned.into_iter().enumerate() {
            out[2 * quarter + i] = column;
        }
    }
    out
}

/// Four rows of four quarters to columns.
#[inline(always)]
fn quarters([a, b, c, d]: [__m512i; 4]) -> [__m512i; 4] {
    const EVEN: i32 = 0b10_00_10_00;
    const ODD: i32 = 0b11_01_11_01;
    // SAFETY: only reached from functions with these features, see `hashes!`; nothing is read or written.
    unsafe {
        let (ab_even, ab_odd) = (_mm512_shuffle_i32x4::<EVEN>(a, b), _mm512_shuffle_i32x4::<ODD>(a, b));
        let (cd_even, cd_odd) = (_mm512_shuffle_i32x4::<EVEN>(c, d), _mm512_shuffle_i32x4::<ODD>(c, d));
        [
            _mm512_shuffle_i32x4::<EVEN>(ab_even, cd_even),
            _mm512_shuffle_i32x4::<EVEN>(ab_odd, cd_odd),
            _mm512_shuffle_i32x4::<ODD>(ab_even, cd_even),
            _mm512_shuffle_i32x4::<ODD>(ab_odd, cd_odd),
        ]
    }
}

/// Where the bytes of two registers go when they are riffled: the first or second halves.
const fn riffled(from: u8) -> [u8; 64] {
    let mut order = [0; 64];
    let mut i = 0;
    while i < 64 {
        order[i] = from + i as u8 / 2 + 64 * (i as u8 % 2);
        i += 1;
    }
    order
}

impl bytes::Bytes for Bytes {
    type Table = [__m512i; 4];
    const COUNT: usize = 64;

    #[inline(always)]
    fn splat(byte: u8) -> Self {
        Self(op!(_mm512_set1_epi8(byte as i8)))
    }

    #[inline(always)]
    fn load(bytes: &[u8]) -> Self {
        Self(load(bytes))
    }

    #[inline(always)]
    fn store(self, bytes: &mut [u8]) {
        store(self.0, bytes);
    }

    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        Self(op!(_mm512_xor_si512(self.0, other.0)))
    }

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self(op!(_mm512_add_epi8(self.0, other.0)))
    }

    #[inline(always)]
    fn double(self) -> Self {
        let (twice, high) = (self.add(self), op!(_mm512_movepi8_mask(self.0)));
        let reduced = twice.xor(Self::splat(0x1d));
        Self(op!(_mm512_mask_blend_epi8(high, twice.0, reduced.0)))
    }

    #[inline(always)]
    fn pick(self, other: Self, lanes: u64) -> Self {
        Self(op!(_mm512_mask_blend_epi8(lanes, self.0, other.0)))
    }

    #[inline(always)]
    fn table(table: &[u8; 256]) -> [__m512i; 4] {
        [load(table), load(&table[64..]), load(&table[128..]), load(&table[192..])]
    }

    /// The highest bit of a byte says in which half of the table it is, the others where.
    #[inline(always)]
    fn look_up(self, [a, b, c, d]: &[__m512i; 4]) -> Self {
        let low = op!(_mm512_permutex2var_epi8(*a, self.0, *b));
        let high = op!(_mm512_permutex2var_epi8(*c, self.0, *d));
        Self(op!(_mm512_mask_blend_epi8(_mm512_movepi8_mask(self.0), low, high)))
    }

    #[inline(always)]
    fn riffle(self, other: Self) -> (Self, Self) {
        const FIRST: [u8; 64] = riffled(0);
        const SECOND: [u8; 64] = riffled(32);
        let first = op!(_mm512_permutex2var_epi8(self.0, load(&FIRST), other.0));
        (Self(first), Self(op!(_mm512_permutex2var_epi8(self.0, load(&SECOND), other.0))))
    }
}
