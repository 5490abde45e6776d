//! Hashes built by Merkle and Damgård's rule: blocks of sixteen words, a one bit and the length at the end.

use super::constants::{MD5, RIPEMD_LEFT, RIPEMD_LEFT_BY, RIPEMD_RIGHT, RIPEMD_RIGHT_BY};
use super::{Lanes, Texts, WIDEST};

/// What makes a hash of this family. A trait, because a function that is handed on as a value is compiled without the
/// instructions of the function around it.
pub(super) trait Hash<V: Lanes> {
    const START: [V::Word; 8];
    /// Words of the digest.
    const WORDS: usize;
    const BIG_ENDIAN: bool;
    fn compress(state: &mut [V; 8], words: &[V; 16]);
}

/// `B`: bytes of a block, sixteen words.
#[inline(always)]
pub(super) fn run<V: Lanes, H: Hash<V>, const B: usize>(texts: &Texts, out: &mut Texts) {
    out.clear_for_digests(texts, H::WORDS * V::BYTES);
    let mut padded = [[0u8; B]; WIDEST];
    let mut first = 0;
    while first < texts.len() {
        let mut state = [V::splat(H::START[0]); 8];
        for i in 1..8 {
            state[i] = V::splat(H::START[i]);
        }
        let mut most = 0;
        for lane in 0..V::COUNT {
            most = last_block::<B>(texts.length(first + lane)).max(most);
        }
        for block in 0..=most {
            let mut open = 0u16;
            for lane in 0..V::COUNT {
                let (row, length) = (texts.row(first + lane), texts.length(first + lane));
                pad(&mut padded[lane], row, length, block, H::BIG_ENDIAN);
                open |= u16::from(block <= last_block::<B>(length)) << lane;
            }
            let mut words = [state[0]; 16];
            V::gather(padded.as_flattened(), B, &mut words);
            if H::BIG_ENDIAN {
                swap(&mut words);
            }
            let before = state;
            H::compress(&mut state, &words);
            if block > 0 {
                for i in 0..8 {
                    state[i] = before[i].pick(state[i], open);
                }
            }
        }
        if H::BIG_ENDIAN {
            swap(&mut state);
        }
        let mut digest = [V::splat(H::START[0]); 16];
        for (i, word) in digest.iter_mut().enumerate() {
            *word = if i < H::WORDS { state[i] } else { word.xor(*word) };
        }
        out.write(first, &digest[..64 / V::BYTES]);
        first += V::COUNT;
    }
}

#[inline(always)]
fn swap<V: Lanes, const N: usize>(words: &mut [V; N]) {
    for word in words {
        *word = word.swapped();
    }
}

/// The length takes eight bytes, sixteen in blocks of 128.
#[inline(always)]
pub(crate) fn last_block<const B: usize>(length: usize) -> usize {
    (length + B / 8) / B
}

#[inline(always)]
pub(crate) fn pad<const B: usize>(to: &mut [u8; B], row: &[u8], length: usize, block: usize, big_endian: bool) {
    for (i, line) in to.as_chunks_mut::<64>().0.iter_mut().enumerate() {
        let from = block * B + i * 64;
        *line = match row.get(from..from + 64) {
            Some(text) => *text.first_chunk().expect("64 bytes"),
            None => [0; 64],
        };
    }
    if length / B == block {
        to[length % B] = 0x80;
    }
    if last_block::<B>(length) == block {
        let bits = length as u64 * 8;
        let bits = if big_endian { bits.to_be_bytes() } else { bits.to_le_bytes() };
        to[B - 8..].copy_from_slice(&bits);
    }
}

const MD_START: [u32; 8] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0, 0, 0, 0];

/// (x and y) or (not x and z)
#[inline(always)]
pub(super) fn choice<V: Lanes>(x: V, y: V, z: V) -> V {
    x.and(y).or(x.and_not(z))
}

#[inline(always)]
pub(super) fn majority<V: Lanes>(x: V, y: V, z: V) -> V {
    x.and(y).or(z.and(x.or(y)))
}

#[inline(always)]
fn parity<V: Lanes>(x: V, y: V, z: V) -> V {
    x.xor(y).xor(z)
}

#[inline(always)]
fn not<V: Lanes<Word = u32>>(x: V) -> V {
    x.xor(V::splat(!0))
}

/// RFC 1320.
#[inline(always)]
pub(crate) fn md4<V: Lanes<Word = u32>>(texts: &Texts, out: &mut Texts) {
    run::<V, Md4, 64>(texts, out);
}

struct Md4;

impl<V: Lanes<Word = u32>> Hash<V> for Md4 {
    const START: [u32; 8] = MD_START;
    const WORDS: usize = 4;
    const BIG_ENDIAN: bool = false;

    #[inline(always)]
    fn compress(state: &mut [V; 8], words: &[V; 16]) {
        const ORDER: [[usize; 16]; 3] = [
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
            [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
            [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
        ];
        const BY: [[u32; 4]; 3] = [[3, 7, 11, 19], [3, 5, 9, 13], [3, 9, 11, 15]];
        const ADD: [u32; 3] = [0, 0x5a82_7999, 0x6ed9_eba1];
        let [mut a, mut b, mut c, mut d, ..] = *state;
        for round in 0..3 {
            for i in 0..16 {
                let f = match round {
                    0 => choice(b, c, d),
                    1 => majority(b, c, d),
                    _ => parity(b, c, d),
                };
                let sum = a.add(f).add(words[ORDER[round][i]]).add(V::splat(ADD[round]));
                (a, b, c, d) = (d, sum.rotate_left(BY[round][i % 4]), b, c);
            }
        }
        add(state, [a, b, c, d]);
    }
}

#[inline(always)]
fn add<V: Lanes, const N: usize>(state: &mut [V; 8], with: [V; N]) {
    for i in 0..N {
        state[i] = state[i].add(with[i]);
    }
}

/// RFC 1321.
#[inline(always)]
pub(crate) fn md5<V: Lanes<Word = u32>>(texts: &Texts, out: &mut Texts) {
    run::<V, Md5, 64>(texts, out);
}

struct Md5;

impl<V: Lanes<Word = u32>> Hash<V> for Md5 {
    const START: [u32; 8] = MD_START;
    const WORDS: usize = 4;
    const BIG_ENDIAN: bool = false;

    #[inline(always)]
    fn compress(state: &mut [V; 8], words: &[V; 16]) {
        const BY: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
        /// Factor and summand of the word's number.
        const ORDER: [(usize, usize); 4] = [(1, 0), (5, 1), (3, 5), (7, 0)];
        let [mut a, mut b, mut c, mut d, ..] = *state;
        for round in 0..4 {
            for i in 0..16 {
                let f = match round {
                    0 => choice(b, c, d),
                    1 => choice(d, b, c),
                    2 => parity(b, c, d),
                    _ => c.xor(b.or(not(d))),
                };
                let word = words[(i * ORDER[round].0 + ORDER[round].1) % 16];
                let sum = a.add(f).add(V::splat(MD5[round * 16 + i])).add(word);
                (a, b, c, d) = (d, b.add(sum.rotate_left(BY[round][i % 4])), b, c);
            }
        }
        add(state, [a, b, c, d]);
    }
}

/// FIPS 180-4, section 6.1.
#[inline(always)]
pub(crate) fn sha1<V: Lanes<Word = u32>>(texts: &Texts, out: &mut Texts) {
    run::<V, Sha1, 64>(texts, out);
}

struct Sha1;

impl<V: Lanes<Word = u32>> Hash<V> for Sha1 {
    const START: [u32; 8] = MD_START;
    const WORDS: usize = 5;
    const BIG_ENDIAN: bool = true;

    #[inline(always)]
    fn compress(state: &mut [V; 8], words: &[V; 16]) {
        const ADD: [u32; 4] = [0x5a82_7999, 0x6ed9_eba1, 0x8f1b_bcdc, 0xca62_c1d6];
        let mut w = *words;
        let [mut a, mut b, mut c, mut d, mut e, ..] = *state;
        for round in 0..4 {
            for i in round * 20..round * 20 + 20 {
                if i >= 16 {
                    let sum = w[(i + 13) % 16].xor(w[(i + 8) % 16]).xor(w[(i + 2) % 16]).xor(w[i % 16]);
                    w[i % 16] = sum.rotate_left(1);
                }
                let f = match round {
                    0 => choice(b, c, d),
                    2 => majority(b, c, d),
                    _ => parity(b, c, d),
                };
                let sum = a.rotate_left(5).add(f).add(e).add(V::splat(ADD[round])).add(w[i % 16]);
                (a, b, c, d, e) = (sum, a, b.rotate_left(30), c, d);
            }
        }
        add(state, [a, b, c, d, e]);
    }
}

/// Dobbertin, Bosselaers and Preneel, 1996.
#[inline(always)]
pub(crate) fn ripemd160<V: Lanes<Word = u32>>(texts: &Texts, out: &mut Texts) {
    run::<V, Ripemd160, 64>(texts, out);
}

struct Ripemd160;

impl<V: Lanes<Word = u32>> Hash<V> for Ripemd160 {
    const START: [u32; 8] = MD_START;
    const WORDS: usize = 5;
    const BIG_ENDIAN: bool = false;

    #[inline(always)]
    fn compress(state: &mut [V; 8], words: &[V; 16]) {
        const LEFT: [u32; 5] = [0, 0x5a82_7999, 0x6ed9_eba1, 0x8f1b_bcdc, 0xa953_fd4e];
        const RIGHT: [u32; 5] = [0x50a2_8be6, 0x5c4d_d124, 0x6d70_3ef3, 0x7a6d_76e9, 0];
        let [h0, h1, h2, h3, h4, ..] = *state;
        let mut left = [h0, h1, h2, h3, h4];
        let mut right = left;
        for round in 0..5 {
            for i in round * 16..round * 16 + 16 {
                let word = words[RIPEMD_LEFT[i] as usize];
                line(&mut left, round, word.add(V::splat(LEFT[round])), RIPEMD_LEFT_BY[i]);
                let word = words[RIPEMD_RIGHT[i] as usize];
                line(&mut right, 4 - round, word.add(V::splat(RIGHT[round])), RIPEMD_RIGHT_BY[i]);
            }
        }
        let [a, b, c, d, e] = left;
        let [f, g, h, i, j] = right;
        let sums = [h1.add(c).add(i), h2.add(d).add(j), h3.add(e).add(f), h4.add(a).add(g), h0.add(b).add(h)];
        state[..5].copy_from_slice(&sums);
    }
}

#[inline(always)]
fn line<V: Lanes<Word = u32>>([a, b, c, d, e]: &mut [V; 5], function: usize, word: V, by: u8) {
    let f = match function {
        0 => parity(*b, *c, *d),
        1 => choice(*b, *c, *d),
        2 => b.or(not(*c)).xor(*d),
        3 => choice(*d, *b, *c),
        _ => b.xor(c.or(not(*d))),
    };
    let sum = a.add(f).add(word).rotate_left(u32::from(by)).add(*e);
    (*a, *b, *c, *d, *e) = (*e, sum, *b, c.rotate_left(10), *d);
}
