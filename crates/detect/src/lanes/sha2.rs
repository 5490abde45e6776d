//! FIPS 180-4, sections 6.2 to 6.7. The constants of the narrow hashes are the upper (SHA-224's start: the lower) halves
//! of the wide ones'.

use super::constants::{SHA2, SHA384_START, SHA512_256_START, SHA512_START};
use super::damgard::{Hash, choice, majority, run};
use super::{Lanes, Texts};

const fn halves<const N: usize>(wide: [u64; N], shift: u32) -> [u32; N] {
    let mut out = [0; N];
    let mut i = 0;
    while i < N {
        out[i] = (wide[i] >> shift) as u32;
        i += 1;
    }
    out
}

/// The first 64 are the narrow hashes'.
pub(crate) const NARROW_CONSTANTS: [u32; 80] = halves(SHA2, 32);
pub(crate) const SHA224_START: [u32; 8] = halves(SHA384_START, 0);
pub(crate) const SHA256_START: [u32; 8] = halves(SHA512_START, 32);

/// A hash of this family: its name, words, start, words of the digest, bytes of a block.
macro_rules! hashes {
    ($($name:ident, $hash:ident, $word:ty, $start:expr, $words:literal, $block:literal, $rounds:expr, $shape:ident;)*) => {$(
        #[inline(always)]
        pub(crate) fn $name<V: Lanes<Word = $word>>(texts: &Texts, out: &mut Texts) {
            run::<V, $hash, $block>(texts, out);
        }

        struct $hash;

        impl<V: Lanes<Word = $word>> Hash<V> for $hash {
            const START: [$word; 8] = $start;
            const WORDS: usize = $words;
            const BIG_ENDIAN: bool = true;

            #[inline(always)]
            fn compress(state: &mut [V; 8], words: &[V; 16]) {
                compress(state, words, $rounds, $shape);
            }
        }
    )*};
}

hashes! {
    sha224, Sha224, u32, SHA224_START, 7, 64, 64, NARROW;
    sha256, Sha256, u32, SHA256_START, 8, 64, 64, NARROW;
    sha384, Sha384, u64, SHA384_START, 6, 128, 80, WIDE;
    sha512, Sha512, u64, SHA512_START, 8, 128, 80, WIDE;
    sha512_256, Sha512Cut, u64, SHA512_256_START, 4, 128, 80, WIDE;
}

/// Rotations to the right of the two sums over the state, then rotations and the shift of the two over the schedule.
type Shape = [[u32; 3]; 4];

const NARROW: Shape = [[2, 13, 22], [6, 11, 25], [7, 18, 3], [17, 19, 10]];
const WIDE: Shape = [[28, 34, 39], [14, 18, 41], [1, 8, 7], [19, 61, 6]];

#[inline(always)]
fn compress<V: Lanes>(state: &mut [V; 8], words: &[V; 16], rounds: usize, shape: Shape) {
    let mut w = *words;
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for sixteen in SHA2[..rounds].as_chunks::<16>().0 {
        let mut summands = w;
        for i in 0..16 {
            summands[i] = w[i].add(V::splat(V::word(sixteen[i] >> (64 - 8 * V::BYTES))));
        }
        // eight at once: then every word of the state is in its place again
        for eight in summands.as_chunks::<8>().0 {
            round([a, b, c, e, f, g], &mut d, &mut h, eight[0], shape);
            round([h, a, b, d, e, f], &mut c, &mut g, eight[1], shape);
            round([g, h, a, c, d, e], &mut b, &mut f, eight[2], shape);
            round([f, g, h, b, c, d], &mut a, &mut e, eight[3], shape);
            round([e, f, g, a, b, c], &mut h, &mut d, eight[4], shape);
            round([d, e, f, h, a, b], &mut g, &mut c, eight[5], shape);
            round([c, d, e, g, h, a], &mut f, &mut b, eight[6], shape);
            round([b, c, d, f, g, h], &mut e, &mut a, eight[7], shape);
        }
        // after the last round for nothing: cheaper than asking
        for i in 0..16 {
            let (far, near) = (sum_shifted(w[(i + 1) % 16], shape[2]), sum_shifted(w[(i + 14) % 16], shape[3]));
            w[i] = w[i].add(far).add(w[(i + 9) % 16]).add(near);
        }
    }
    let with = [a, b, c, d, e, f, g, h];
    for i in 0..8 {
        state[i] = state[i].add(with[i]);
    }
}

#[inline(always)]
fn round<V: Lanes>([a, b, c, e, f, g]: [V; 6], d: &mut V, h: &mut V, summand: V, shape: Shape) {
    let first = h.add(summand).add(choice(e, f, g)).add(sum(e, shape[1]));
    *d = d.add(first);
    *h = first.add(majority(a, b, c)).add(sum(a, shape[0]));
}

#[inline(always)]
fn sum<V: Lanes>(x: V, by: [u32; 3]) -> V {
    turned(x, by[0]).xor(turned(x, by[1])).xor(turned(x, by[2]))
}

#[inline(always)]
fn sum_shifted<V: Lanes>(x: V, by: [u32; 3]) -> V {
    turned(x, by[0]).xor(turned(x, by[1])).xor(x.shift_right(by[2]))
}

#[inline(always)]
fn turned<V: Lanes>(x: V, by: u32) -> V {
    x.rotate_left(8 * V::BYTES as u32 - by)
}
