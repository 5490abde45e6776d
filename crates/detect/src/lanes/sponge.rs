//! FIPS 202, and Keccak as it was before.

use super::constants::{KECCAK, KECCAK_BY};
use super::{Lanes, Texts, WIDEST};

/// `OUT`: bytes of the digest; `END`: what is put behind the text.
#[inline(always)]
pub(crate) fn sha3<V: Lanes<Word = u64>, const OUT: usize, const END: u8>(texts: &Texts, out: &mut Texts) {
    /// The widest rate, filled up to whole tiles of words.
    const ROW: usize = 192;
    let rate = 200 - 2 * OUT;
    out.clear_for_digests(texts, OUT);
    let mut padded = [[0u8; ROW]; WIDEST];
    let zero = V::splat(0);
    let mut first = 0;
    while first < texts.len() {
        let mut most = 0;
        for lane in 0..V::COUNT {
            most = (texts.length(first + lane) / rate).max(most);
        }
        let mut state = [zero; 25];
        for block in 0..=most {
            let mut open = 0u16;
            for lane in 0..V::COUNT {
                pad(&mut padded[lane], texts.get(first + lane), block, rate, END);
                open |= u16::from(block <= texts.length(first + lane) / rate) << lane;
            }
            let mut words = [zero; ROW / 8];
            V::gather(padded.as_flattened(), ROW, &mut words);
            let before = state;
            for i in 0..rate / 8 {
                state[i] = state[i].xor(words[i]);
            }
            permute(&mut state);
            if block > 0 {
                for i in 0..25 {
                    state[i] = before[i].pick(state[i], open);
                }
            }
        }
        let mut digest = [zero; 8];
        for (i, word) in digest.iter_mut().enumerate() {
            *word = match OUT.saturating_sub(i * 8) {
                0 => zero,
                4 => state[i].and(V::splat(0xffff_ffff)),
                _ => state[i],
            };
        }
        out.write(first, &digest);
        first += V::COUNT;
    }
}

#[inline(always)]
fn pad(to: &mut [u8; 192], text: &[u8], block: usize, rate: usize, end: u8) {
    *to = [0; 192];
    let Some(rest) = text.get(block * rate..) else { return };
    let here = rest.len().min(rate);
    to[..here].copy_from_slice(&rest[..here]);
    if here < rate {
        to[here] = end;
        to[rate - 1] |= 0x80;
    }
}

#[inline(always)]
fn permute<V: Lanes<Word = u64>>(state: &mut [V; 25]) {
    for constant in KECCAK {
        let mut column = [state[0]; 5];
        for x in 0..5 {
            column[x] = state[x].xor(state[x + 5]).xor(state[x + 10]).xor(state[x + 15]).xor(state[x + 20]);
        }
        let mut moved = *state;
        for x in 0..5 {
            let change = column[(x + 4) % 5].xor(column[(x + 1) % 5].rotate_left(1));
            for y in 0..5 {
                let to = y + 5 * ((2 * x + 3 * y) % 5);
                moved[to] = state[x + 5 * y].xor(change).rotate_left(KECCAK_BY[x + 5 * y]);
            }
        }
        for y in 0..5 {
            for x in 0..5 {
                let row = y * 5;
                state[row + x] = moved[row + x].xor(moved[row + (x + 1) % 5].and_not(moved[row + (x + 2) % 5]));
            }
        }
        state[0] = state[0].xor(V::splat(constant));
    }
}
