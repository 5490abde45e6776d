//! Eight words of four bytes, four of eight, 32 bytes.

use super::words::{backwards, byte_lanes, lanes, op, register};
use crate::lanes::{Lanes, WIDEST, bytes, constants::WHIRLPOOL_BOXES};
use std::arch::x86_64::*;

register! {
    __m256i, 32, _mm256_loadu_si256, _mm256_storeu_si256,
    xor: _mm256_xor_si256,
    and: _mm256_and_si256,
    or: _mm256_or_si256,
    and_not: _mm256_andnot_si256,
    shuffle: _mm256_shuffle_epi8,
    add_bytes: _mm256_add_epi8,
}

/// What there is one instruction for in AVX-512.
macro_rules! own {
    ($word:ty, $left:ident, $right:ident, $equal:ident) => {
        #[inline(always)]
        fn rotate_left(self, by: u32) -> Self {
            let count = |n: u32| op!(_mm_cvtsi32_si128(n as i32));
            let left = op!($left(self.0, count(by)));
            Self(or(left, op!($right(self.0, count(<$word>::BITS - by)))))
        }

        #[inline(always)]
        fn rotate_bytes(self, by: u32) -> Self {
            const ORDERS: [[u8; 32]; size_of::<$word>()] = turned();
            Self(shuffle(self.0, load(&ORDERS[by as usize])))
        }

        #[inline(always)]
        fn shift_right(self, by: u32) -> Self {
            Self(op!($right(self.0, _mm_cvtsi32_si128(by as i32))))
        }

        #[inline(always)]
        fn pick(self, other: Self, lanes: u16) -> Self {
            const BIT: [$word; WIDEST] = {
                let mut bits = [0; WIDEST];
                let mut i = 0;
                while i < WIDEST {
                    bits[i] = 1 << i;
                    i += 1;
                }
                bits
            };
            let bit = Self::from_words(&BIT);
            let chosen = op!($equal(Self::splat(lanes.into()).and(bit).0, bit.0));
            Self(op!(_mm256_blendv_epi8(self.0, other.0, chosen)))
        }
    };
}

lanes!(Narrow: 8 of u32, i32, _mm256_set1_epi32, _mm256_add_epi32, _mm256_loadu_si256, eight, {
    own!(u32, _mm256_sll_epi32, _mm256_srl_epi32, _mm256_cmpeq_epi32);
});
lanes!(Wide: 4 of u64, i64, _mm256_set1_epi64x, _mm256_add_epi64, _mm256_loadu_si256, four, {
    own!(u64, _mm256_sll_epi64, _mm256_srl_epi64, _mm256_cmpeq_epi64);
});

/// Within words of so many bytes, each byte further by none, one, two …
const fn turned<const SIZE: usize>() -> [[u8; 32]; SIZE] {
    let mut orders = [[0; 32]; SIZE];
    let mut i = 0;
    while i < SIZE * 32 {
        let (by, at) = (i / 32, i % 32 % 16);
        orders[by][i % 32] = (at / SIZE * SIZE + (at + SIZE - by) % SIZE) as u8;
        i += 1;
    }
    orders
}

/// Two rows of two halves to columns.
#[inline(always)]
fn halves(a: __m256i, b: __m256i) -> [__m256i; 2] {
    // SAFETY: only reached from functions with this feature, see `hashes!`; nothing is read or written.
    unsafe { [_mm256_permute2x128_si256::<0x20>(a, b), _mm256_permute2x128_si256::<0x31>(a, b)] }
}

/// Eight rows of eight words to columns: words within halves, then the halves.
#[inline(always)]
fn eight(rows: [__m256i; 8]) -> [__m256i; 8] {
    let (mut pairs, mut fours, mut out) = (rows, rows, rows);
    for i in 0..4 {
        pairs[2 * i] = op!(_mm256_unpacklo_epi32(rows[2 * i], rows[2 * i + 1]));
        pairs[2 * i + 1] = op!(_mm256_unpackhi_epi32(rows[2 * i], rows[2 * i + 1]));
    }
    for i in 0..2 {
        for half in 0..2 {
            let (a, b) = (pairs[4 * i + half], pairs[4 * i + 2 + half]);
            fours[4 * i + 2 * half] = op!(_mm256_unpacklo_epi64(a, b));
            fours[4 * i + 2 * half + 1] = op!(_mm256_unpackhi_epi64(a, b));
        }
    }
    for i in 0..4 {
        [out[i], out[4 + i]] = halves(fours[i], fours[4 + i]);
    }
    out
}

/// Four rows of four words to columns.
#[inline(always)]
fn four(rows: [__m256i; 4]) -> [__m256i; 4] {
    let (mut pairs, mut out) = (rows, rows);
    for i in 0..2 {
        pairs[2 * i] = op!(_mm256_unpacklo_epi64(rows[2 * i], rows[2 * i + 1]));
        pairs[2 * i + 1] = op!(_mm256_unpackhi_epi64(rows[2 * i], rows[2 * i + 1]));
    }
    for i in 0..2 {
        [out[i], out[2 + i]] = halves(pairs[i], pairs[2 + i]);
    }
    out
}

impl bytes::Bytes for Bytes {
    /// Sixteen rows of sixteen, each in both halves; see `look_up`.
    type Table = [__m256i; 16];
    byte_lanes!(__m256i, _mm256_set1_epi8);

    #[inline(always)]
    fn double(self) -> Self {
        let twice = self.add(self);
        let high = op!(_mm256_cmpgt_epi8(_mm256_setzero_si256(), self.0));
        twice.xor(Self(op!(_mm256_and_si256(high, _mm256_set1_epi8(0x1d)))))
    }

    #[inline(always)]
    fn pick(self, other: Self, lanes: u64) -> Self {
        let spread = op!(_mm256_shuffle_epi8(_mm256_set1_epi32(lanes as i32), load(&EIGHTHS)));
        let bit = op!(_mm256_set1_epi64x(0x8040_2010_0804_0201_u64 as i64));
        let chosen = op!(_mm256_cmpeq_epi8(_mm256_and_si256(spread, bit), bit));
        Self(op!(_mm256_blendv_epi8(self.0, other.0, chosen)))
    }

    #[inline(always)]
    fn table(table: &[u8; 256]) -> [__m256i; 16] {
        let mut rows = [op!(_mm256_setzero_si256()); 16];
        for (i, bytes) in table.as_chunks::<16>().0.iter().enumerate() {
            let mut twice = [0; 32];
            for (at, byte) in twice.iter_mut().enumerate() {
                let before = if i % 8 > 0 { table[16 * (i - 1) + at % 16] } else { 0 };
                *byte = bytes[at % 16] ^ before;
            }
            rows[i] = load(&twice);
        }
        rows
    }

    /// The high half of a byte names a row of the table, the low half a place in it. Rows hold what changes from the row
    /// before, so that all rows up to the named one are added up: for those after it the subtraction leaves the highest
    /// bit set, and the shuffle gives zero. Each half of the table by itself, for which the other half is below zero.
    #[inline(always)]
    fn look_up(self, table: &[__m256i; 16]) -> Self {
        let other = op!(_mm256_xor_si256(self.0, _mm256_set1_epi8(-128)));
        let mut found = [Self::splat(0); 4];
        for i in 0..8 {
            let back = op!(_mm256_set1_epi8(16 * i as i8));
            for (half, place) in [self.0, other].into_iter().enumerate() {
                let named = op!(_mm256_subs_epi8(place, back));
                let sum = &mut found[i % 2 * 2 + half];
                *sum = sum.xor(Self(op!(_mm256_shuffle_epi8(table[8 * half + i], named))));
            }
        }
        found[0].xor(found[1]).xor(found[2].xor(found[3]))
    }

    /// By the mini-boxes that the table is made of.
    #[inline(always)]
    fn whirlpool(self, _table: &[__m256i; 16]) -> Self {
        const BOXES: [[u8; 32]; 4] = {
            let mut twice = [[0; 32]; 4];
            let mut i = 0;
            while i < 128 {
                twice[i / 32][i % 32] = WHIRLPOOL_BOXES[i / 32][i % 16];
                i += 1;
            }
            twice
        };
        let box_of = |which: usize, x: __m256i| op!(_mm256_shuffle_epi8(load(&BOXES[which]), x));
        let nibble = op!(_mm256_set1_epi8(15));
        let high = box_of(0, op!(_mm256_and_si256(_mm256_srli_epi16::<4>(self.0), nibble)));
        let low = box_of(1, op!(_mm256_and_si256(self.0, nibble)));
        let middle = box_of(2, op!(_mm256_xor_si256(high, low)));
        let high = box_of(3, op!(_mm256_xor_si256(high, middle)));
        Self(high).xor(Self(box_of(1, op!(_mm256_xor_si256(low, middle)))))
    }

    #[inline(always)]
    fn riffle(self, other: Self) -> (Self, Self) {
        let low = op!(_mm256_unpacklo_epi8(self.0, other.0));
        let [first, second] = halves(low, op!(_mm256_unpackhi_epi8(self.0, other.0)));
        (Self(first), Self(second))
    }
}

/// Which of four bytes has the bit of a lane.
const EIGHTHS: [u8; 32] = {
    let mut order = [0; 32];
    let mut i = 0;
    while i < 32 {
        order[i] = i as u8 / 8;
        i += 1;
    }
    order
};
