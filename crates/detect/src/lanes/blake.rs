//! RFC 7693 and the BLAKE3 paper; of BLAKE3 one chunk, which holds 1 024 bytes.

use super::constants::{BLAKE2, BLAKE3, SHA512_START};
use super::{Lanes, Texts, WIDEST};

/// The start is SHA-2's of the same width.
#[inline(always)]
fn start<V: Lanes>(i: usize) -> V {
    V::splat(V::word(SHA512_START[i] >> (64 - 8 * V::BYTES)))
}

/// Blocks of a text after its first.
#[inline(always)]
fn last_block(length: usize, size: usize) -> usize {
    length.saturating_sub(1) / size
}

#[inline(always)]
fn most_blocks<V: Lanes>(texts: &Texts, first: usize, size: usize) -> usize {
    let mut most = 0;
    for lane in 0..V::COUNT {
        most = last_block(texts.length(first + lane), size).max(most);
    }
    most
}

/// BLAKE2b for words of eight bytes, BLAKE2s for words of four. `OUT`: bytes of the digest.
#[inline(always)]
pub(crate) fn blake2<V: Lanes, const OUT: usize>(texts: &Texts, out: &mut Texts) {
    let size = 16 * V::BYTES;
    let (rounds, by) = if V::BYTES == 8 { (12, [32, 24, 16, 63]) } else { (10, [16, 12, 8, 7]) };
    out.clear_for_digests(texts, OUT);
    let zero = V::splat(V::word(0));
    let mut first = 0;
    while first < texts.len() {
        let mut state = [zero; 8];
        for (i, word) in state.iter_mut().enumerate() {
            *word = start(i);
        }
        // no key, no tree: section 2.5
        state[0] = state[0].xor(V::splat(V::word(0x0101_0000 ^ OUT as u64)));
        for block in 0..=most_blocks::<V>(texts, first, size) {
            let (mut read, mut last, mut open) = ([V::word(0); WIDEST], [V::word(0); WIDEST], 0u16);
            for lane in 0..V::COUNT {
                let length = texts.length(first + lane);
                read[lane] = V::word(length.min((block + 1) * size) as u64);
                last[lane] = V::word(if block == last_block(length, size) { !0 } else { 0 });
                open |= u16::from(block <= last_block(length, size)) << lane;
            }
            let mut words = [zero; 16];
            let here = (texts.stride() - block * size).min(size) / V::BYTES;
            texts.read(first, block * size, &mut words[..here]);
            let mut v = [zero; 16];
            for i in 0..8 {
                v[i] = state[i];
                v[i + 8] = start(i);
            }
            v[12] = v[12].xor(V::from_words(&read));
            v[14] = v[14].xor(V::from_words(&last));
            for round in 0..rounds {
                mixed(&mut v, &words, &BLAKE2[round % 10], by);
            }
            for i in 0..8 {
                state[i] = state[i].pick(state[i].xor(v[i]).xor(v[i + 8]), open);
            }
        }
        let mut digest = [zero; 16];
        digest[..OUT / V::BYTES].copy_from_slice(&state[..OUT / V::BYTES]);
        out.write(first, &digest[..64 / V::BYTES]);
        first += V::COUNT;
    }
}

/// Columns, then diagonals. `by`: rotations to the right.
#[inline(always)]
fn mixed<V: Lanes>(v: &mut [V; 16], words: &[V; 16], order: &[usize; 16], by: [u32; 4]) {
    quarter(v, [0, 4, 8, 12], words, order, 0, by);
    quarter(v, [1, 5, 9, 13], words, order, 1, by);
    quarter(v, [2, 6, 10, 14], words, order, 2, by);
    quarter(v, [3, 7, 11, 15], words, order, 3, by);
    quarter(v, [0, 5, 10, 15], words, order, 4, by);
    quarter(v, [1, 6, 11, 12], words, order, 5, by);
    quarter(v, [2, 7, 8, 13], words, order, 6, by);
    quarter(v, [3, 4, 9, 14], words, order, 7, by);
}

#[inline(always)]
fn quarter<V: Lanes>(
    v: &mut [V; 16],
    places: [usize; 4],
    words: &[V; 16],
    order: &[usize; 16],
    number: usize,
    by: [u32; 4],
) {
    let [mut a, mut b, mut c, mut d] = [v[places[0]], v[places[1]], v[places[2]], v[places[3]]];
    for half in 0..2 {
        a = a.add(b).add(words[order[2 * number + half]]);
        d = turned(d.xor(a), by[2 * half]);
        c = c.add(d);
        b = turned(b.xor(c), by[2 * half + 1]);
    }
    for (place, word) in places.into_iter().zip([a, b, c, d]) {
        v[place] = word;
    }
}

/// To the right.
#[inline(always)]
fn turned<V: Lanes>(x: V, by: u32) -> V {
    let left = 8 * V::BYTES as u32 - by;
    if left.is_multiple_of(8) { x.rotate_bytes(left / 8) } else { x.rotate_left(left) }
}

#[inline(always)]
pub(crate) fn blake3<V: Lanes<Word = u32>>(texts: &Texts, out: &mut Texts) {
    const SIZE: usize = 64;
    const CHUNK_START: u32 = 1;
    const CHUNK_END_AND_ROOT: u32 = 2 | 8;
    let in_order = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
    out.clear_for_digests(texts, 32);
    let zero = V::splat(0);
    let mut first = 0;
    while first < texts.len() {
        let mut state = [zero; 8];
        for (i, word) in state.iter_mut().enumerate() {
            *word = start(i);
        }
        for block in 0..=most_blocks::<V>(texts, first, SIZE) {
            let (mut lengths, mut flags, mut open) = ([0; WIDEST], [0; WIDEST], 0u16);
            for lane in 0..V::COUNT {
                let length = texts.length(first + lane);
                let last = last_block(length, SIZE);
                lengths[lane] = length.saturating_sub(block * SIZE).min(SIZE) as u32;
                flags[lane] =
                    if block == 0 { CHUNK_START } else { 0 } | if block == last { CHUNK_END_AND_ROOT } else { 0 };
                open |= u16::from(block <= last) << lane;
            }
            let mut words = [zero; 16];
            texts.read(first, block * SIZE, &mut words);
            let mut v = [zero; 16];
            for i in 0..8 {
                v[i] = state[i];
                v[i + 8] = if i < 4 { start(i) } else { zero };
            }
            v[14] = V::from_words(&lengths);
            v[15] = V::from_words(&flags);
            for _ in 0..7 {
                mixed(&mut v, &words, &in_order, [16, 12, 8, 7]);
                let before = words;
                for i in 0..16 {
                    words[i] = before[BLAKE3[i]];
                }
            }
            for i in 0..8 {
                state[i] = state[i].pick(v[i].xor(v[i + 8]), open);
            }
        }
        let mut digest = [zero; 16];
        digest[..8].copy_from_slice(&state);
        out.write(first, &digest);
        first += V::COUNT;
    }
}
