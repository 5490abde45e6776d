//! What is made of the sets, word by word: plain code that every instruction set compiles for itself.

use super::*;

/// The word `by` bits further on.
#[inline(always)]
fn ahead(word: u64, next: u64, by: u32) -> u64 {
    word >> by | next << (64 - by)
}

/// Keeps the bits from which on at least `N` bits are set; right up to the word's end, and further as far as `next` goes.
#[inline(always)]
fn erode<const N: u32>(mut word: u64, mut next: u64) -> u64 {
    let mut length = 1;
    while length < N {
        let step = if length < N - length { length } else { N - length };
        word &= ahead(word, next, step);
        next &= next >> step;
        length += step;
    }
    word
}

#[inline(always)]
fn near_runs<const N: u32>(near: &[u64], long: &mut [u64], n: usize) {
    for i in 0..n {
        long[i] = erode::<N>(near[i], near[i + 1]);
    }
}

/// Starts of base64 quads that give ASCII.
#[inline(always)]
fn quads(sets: [u64; 4], next: [u64; 4]) -> u64 {
    let [base64, first, second, third] = sets;
    first & ahead(second, next[2], 1) & ahead(third, next[3], 2) & ahead(base64, next[0], 3)
}

/// Fills the rows after the sets, and leaves of some sets only what begins something.
#[inline(always)]
pub(super) fn derive(words: &mut [u64], stride: usize, near: u32) {
    let mut rest = words;
    let mut rows: [&mut [u64]; CLASSES] = std::array::from_fn(|_| {
        let (row, more) = std::mem::take(&mut rest).split_at_mut(stride);
        rest = more;
        row
    });
    // told of the same length, the loops below are vectors
    let n = stride - 1;
    for row in &mut rows {
        *row = &mut std::mem::take(row)[..n + 1];
    }
    let [
        base64,
        first,
        second,
        third,
        hex,
        upper,
        lower,
        digit,
        _,
        near_row,
        _,
        percent,
        ..,
        alnum,
        long_base64,
        long_hex,
        long_alnum,
        long_near,
        texts,
        long_texts,
    ] = &mut rows;
    for i in 0..stride {
        alnum[i] = upper[i] | lower[i] | digit[i];
    }
    for i in 0..n {
        long_base64[i] = erode::<{ LEAST_RUN as u32 }>(base64[i], base64[i + 1]);
    }
    for i in 0..n {
        long_hex[i] = erode::<{ LEAST_RUN as u32 }>(hex[i], hex[i + 1]);
    }
    for i in 0..n {
        long_alnum[i] = erode::<{ LEAST_RUN as u32 }>(alnum[i], alnum[i + 1]);
    }
    match near {
        9.. => near_runs::<9>(near_row, long_near, n),
        7..9 => near_runs::<7>(near_row, long_near, n),
        _ => near_runs::<4>(near_row, long_near, n),
    }
    for i in 0..n {
        let sets = [base64[i], first[i], second[i], third[i]];
        let next = [base64[i + 1], first[i + 1], second[i + 1], third[i + 1]];
        let (quad, after) = (quads(sets, next), quads(next, [0; 4]));
        let two = quad & ahead(quad, after, 4);
        texts[i] = two;
        long_texts[i] = two & ahead(two, after & after >> 4, 4);
    }
    for i in 0..n {
        percent[i] &= ahead(hex[i], hex[i + 1], 1) & ahead(hex[i], hex[i + 1], 2);
    }
    for row in [long_base64, long_hex, long_alnum, long_near, texts, long_texts] {
        row[n] = 0;
    }
    escapes(&mut rows, n);
}

/// `\"` changes no token: a quote ends one as the backslash before it does. `&` only counts before a near `;`, `=` before
/// what quoted-printable escapes.
#[inline(always)]
fn escapes(rows: &mut [&mut [u64]; CLASSES], n: usize) {
    let [.., backslash, amp, equals, _, _, quote, semi, soft, _, _, _, _, _, _, _, _, _] = rows;
    for i in 0..n {
        backslash[i] &= !ahead(quote[i], quote[i + 1], 1);
        equals[i] &= ahead(soft[i], soft[i + 1], 1);
    }
    for i in 0..n {
        // any `;` one to eleven bytes on
        let (s, t) = (semi[i], semi[i + 1]);
        let two = (s | ahead(s, t, 1), t | t >> 1);
        let four = (two.0 | ahead(two.0, two.1, 2), two.1 | two.1 >> 2);
        let eight = (four.0 | ahead(four.0, four.1, 4), four.1 | four.1 >> 4);
        amp[i] &= ahead(eight.0, eight.1, 1) | ahead(four.0, four.1, 8);
    }
}
