//! Sixteen words of four bytes, eight of eight, 64 bytes.

use super::words::{backwards, byte_lanes, lanes, op, register};
use crate::lanes::{Lanes, WIDEST, bytes};
use std::arch::x86_64::*;

register! {
    __m512i, 64, _mm512_loadu_si512, _mm512_storeu_si512,
    xor: _mm512_xor_si512,
    and: _mm512_and_si512,
    or: _mm512_or_si512,
    and_not: _mm512_andnot_si512,
    shuffle: _mm512_shuffle_epi8,
    add_bytes: _mm512_add_epi8,
}

/// What other instruction sets take several instructions for.
macro_rules! own {
    ($rotate:ident, $shift:ident, $pick:ident, $mask:ty) => {
        #[inline(always)]
        fn rotate_left(self, by: u32) -> Self {
            Self(op!($rotate(self.0, Self::splat(by.into()).0)))
        }

        #[inline(always)]
        fn shift_right(self, by: u32) -> Self {
            Self(op!($shift(self.0, Self::splat(by.into()).0)))
        }

        #[inline(always)]
        fn pick(self, other: Self, lanes: u16) -> Self {
            Self(op!($pick(lanes as $mask, self.0, other.0)))
        }
    };
}

lanes!(Narrow: 16 of u32, i32, _mm512_set1_epi32, _mm512_add_epi32, _mm512_loadu_si512, sixteen, {
    own!(_mm512_rolv_epi32, _mm512_srlv_epi32, _mm512_mask_blend_epi32, u16);
});
lanes!(Wide: 8 of u64, i64, _mm512_set1_epi64, _mm512_add_epi64, _mm512_loadu_si512, eight, {
    own!(_mm512_rolv_epi64, _mm512_srlv_epi64, _mm512_mask_blend_epi64, u8);
});

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
    byte_lanes!(__m512i, _mm512_set1_epi8);

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
