//! What processors of this family have: each variant is only listed where its instructions were detected.

mod avx2;
mod avx512;

use super::{lanes, *};
use crate::table;
use avx2::{classes_2, filter_2, lanes_2, signs_2, words_2};
use avx512::{classes_512, filter_512, lanes_512, signs_512, words_512};

pub(super) fn available() -> Vec<Variant> {
    let mut all = Vec::new();
    let avx512 = is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512dq")
        && is_x86_feature_detected!("avx512vl")
        && is_x86_feature_detected!("avx512vbmi")
        && is_x86_feature_detected!("avx512vbmi2")
        && is_x86_feature_detected!("gfni");
    if avx512 {
        all.push(Variant {
            name: "avx512",
            fill: fill_512,
            derive: derive_512,
            words: 8,
            prints: prints_512,
            passing: passing_512,
            hash: lanes::hash_512,
            unbase64: unbase64_512,
        });
    }
    if is_x86_feature_detected!("avx2") {
        all.push(Variant {
            name: "avx2",
            fill: fill_2,
            derive: derive_2,
            words: 4,
            prints: prints_2,
            passing: passing_2,
            hash: lanes::hash_2,
            unbase64: unbase64_2,
        });
    }
    all
}

fn fill_512(blocks: &[[u8; 64]], words: &mut [u64], stride: usize) {
    // SAFETY: only reached through `available`, which lists it where all these features were detected.
    unsafe { classes_512(blocks, words, stride) }
}

fn fill_2(blocks: &[[u8; 64]], words: &mut [u64], stride: usize) {
    // SAFETY: only reached through `available`, which lists it where avx2 was detected.
    unsafe { classes_2(blocks, words, stride) }
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

fn unbase64_512(text: &[u8], out: &mut [u8]) -> usize {
    // SAFETY: only reached through `available`, which lists it where all these features were detected.
    unsafe { signs_512(text, out) }
}

fn unbase64_2(text: &[u8], out: &mut [u8]) -> usize {
    // SAFETY: only reached through `available`, which lists it where avx2 was detected.
    unsafe { signs_2(text, out) }
}

/// So many fingerprints ahead the block is fetched: a miss is over when its turn comes.
const AHEAD: usize = 48;

fn fetch(blocks: &[[u8; 64]], print: Option<&u64>) {
    if let Some(print) = print {
        super::fetch(&blocks[table::part(*print, blocks.len())]);
    }
}
