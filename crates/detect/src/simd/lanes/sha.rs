//! SHA-224 and SHA-256 by the processor's own instructions: two texts go through them in turn, because one waits for its
//! result longer than for its place. SHA-1 so is no faster than in lanes.

use crate::lanes::{Hash, Texts, damgard, sha2};
use std::arch::x86_64::*;

/// An operation of one instruction.
macro_rules! op {
    ($function:ident$(::<$number:literal>)?($($argument:expr),*)) => {
        // SAFETY: only reached through `hash`, which asked for the features; nothing is read or written.
        unsafe { $function$(::<$number>)?($($argument),*) }
    };
}

/// Texts side by side.
const TWO: usize = 2;
/// Texts filled up together; there are always a multiple of these.
const MANY: usize = 16;
type Blocks = [[u8; 64]; TWO];

/// Where the processor has it.
pub(crate) fn hash(name: &str) -> Option<Hash> {
    if !(is_x86_feature_detected!("sha") && is_x86_feature_detected!("sse4.1") && is_x86_feature_detected!("ssse3")) {
        return None;
    }
    Some(match name {
        // SAFETY: the features are there.
        "sha224" => |texts, out| unsafe { run::<28>(&sha2::SHA224_START, texts, out) },
        "sha256" => |texts, out| unsafe { run::<32>(&sha2::SHA256_START, texts, out) },
        _ => return None,
    })
}

/// `OUT`: bytes of the digest.
#[target_feature(enable = "sha,sse4.1,ssse3")]
fn run<const OUT: usize>(start: &[u32; 8], texts: &Texts, out: &mut Texts) {
    out.clear_for_digests(texts, OUT);
    let [a, b, c, d, e, f, g, h] = *start;
    let start = [four(a, b, e, f), four(c, d, g, h)];
    for first in (0..texts.len()).step_by(MANY) {
        let last: [usize; MANY] = std::array::from_fn(|i| damgard::last_block::<64>(texts.length(first + i)));
        let mut states = [[start; TWO]; MANY / TWO];
        for block in 0..=last.into_iter().max().unwrap_or(0) {
            // all before any is read again: a read waits for what was just written in smaller parts
            let mut padded = [[0; 64]; MANY];
            for (i, to) in padded.iter_mut().enumerate() {
                damgard::pad(to, texts.row(first + i), texts.length(first + i), block, true);
            }
            for (pair, states) in states.iter_mut().enumerate() {
                let before = *states;
                compress(states, padded[pair * TWO..].first_chunk().expect("two blocks"));
                for i in 0..TWO {
                    if block > last[pair * TWO + i] {
                        states[i] = before[i];
                    }
                }
            }
        }
        for (i, [abef, cdgh]) in states.into_iter().flatten().enumerate() {
            let ([f, e, b, a], [h, g, d, c]) = (out_of(abef), out_of(cdgh));
            let row = out.row_mut(first + i);
            for (to, word) in row[..OUT].as_chunks_mut().0.iter_mut().zip([a, b, c, d, e, f, g, h]) {
                *to = word.to_be_bytes();
            }
            row[OUT..].fill(0);
        }
    }
}

/// Four words of each block, their bytes the other way round.
#[inline(always)]
fn words(blocks: &Blocks, order: __m128i) -> [[__m128i; 4]; TWO] {
    let mut all = [[order; 4]; TWO];
    for (words, block) in all.iter_mut().zip(blocks) {
        for (four, bytes) in words.iter_mut().zip(block.as_chunks::<16>().0) {
            // SAFETY: these are sixteen readable bytes; loadu needs no alignment.
            let bytes = unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) };
            *four = op!(_mm_shuffle_epi8(bytes, order));
        }
    }
    all
}

#[inline(always)]
fn four(a: u32, b: u32, c: u32, d: u32) -> __m128i {
    op!(_mm_set_epi32(a as i32, b as i32, c as i32, d as i32))
}

#[inline(always)]
fn out_of(words: __m128i) -> [u32; 4] {
    let mut four = [0; 4];
    // SAFETY: these are sixteen writable bytes; storeu needs no alignment.
    unsafe { _mm_storeu_si128(four.as_mut_ptr().cast(), words) };
    four
}

/// FIPS 180-4, section 6.2; the lower words of the state stand in the upper lanes.
#[inline(always)]
fn compress(states: &mut [[__m128i; 2]; TWO], blocks: &Blocks) {
    let mut w = words(blocks, op!(_mm_set_epi64x(0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203)));
    let before = *states;
    for round in 0..16 {
        let k = &sha2::NARROW_CONSTANTS[round * 4..round * 4 + 4];
        let constants = four(k[3], k[2], k[1], k[0]);
        for ([abef, cdgh], w) in states.iter_mut().zip(&mut w) {
            let sum = op!(_mm_add_epi32(w[round % 4], constants));
            *cdgh = op!(_mm_sha256rnds2_epu32(*cdgh, *abef, sum));
            *abef = op!(_mm_sha256rnds2_epu32(*abef, *cdgh, _mm_shuffle_epi32::<0x0e>(sum)));
            if round < 12 {
                let [w0, w1, w2, w3] = [0, 1, 2, 3].map(|i| w[(round + i) % 4]);
                let near = op!(_mm_alignr_epi8::<4>(w3, w2));
                let sum = op!(_mm_add_epi32(_mm_sha256msg1_epu32(w0, w1), near));
                w[round % 4] = op!(_mm_sha256msg2_epu32(sum, w3));
            }
        }
    }
    for (state, before) in states.iter_mut().zip(before) {
        for i in 0..2 {
            state[i] = op!(_mm_add_epi32(state[i], before[i]));
        }
    }
}
