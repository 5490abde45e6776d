//! One pass over the bytes writes a bit a byte for each class. The only place in this crate with `unsafe`: each block
//! has its proof, and every variant is compared with the portable one in tests.
#![allow(unsafe_code)]

#[cfg(target_arch = "x86_64")]
mod x86;

/// Class bits of one byte; see [`class`].
pub(crate) const BASE64: u8 = 1;
pub(crate) const NEAR_DIGITS: u8 = 2;
/// A base64 sign that, first (second, third) of its four, gives a byte below 0x80.
pub(crate) const FIRST: u8 = 4;
pub(crate) const SECOND: u8 = 8;
pub(crate) const THIRD: u8 = 16;
pub(crate) const HEX: u8 = 32;
pub(crate) const UPPER: u8 = 64;
pub(crate) const LOWER: u8 = 128;
const COUNT: usize = 8;

/// What a byte is: the definition that every variant is held against.
pub(crate) const fn class(byte: u8) -> u8 {
    let value = crate::encode::BASE64_VALUE[byte as usize];
    let mut bits = 0;
    if value != crate::encode::NOT {
        bits |= BASE64;
        // three bytes of eight bits in four signs of six: the highest bits of the bytes are bit 5, 3 and 1
        if value & 32 == 0 {
            bits |= FIRST;
        }
        if value & 8 == 0 {
            bits |= SECOND;
        }
        if value & 2 == 0 {
            bits |= THIRD;
        }
    }
    if byte.is_ascii_hexdigit() {
        bits |= HEX;
    }
    if byte.is_ascii_uppercase() {
        bits |= UPPER;
    }
    if byte.is_ascii_lowercase() {
        bits |= LOWER;
    }
    if byte.is_ascii_digit() || matches!(byte, b' ' | b'(' | b')' | b'+' | b'-' | b'.' | b'/') || byte >= 0x80 {
        bits |= NEAR_DIGITS;
    }
    bits
}

static CLASSES: [u8; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = class(i as u8);
        i += 1;
    }
    table
};

/// One word a 64 bytes for each class, in the order of the class bits.
pub(crate) type Block = [u64; COUNT];

/// Classifies `data` block by block; the last block is filled with zero bytes, which are of no class.
pub(crate) fn classify(data: &[u8], out: &mut Vec<Block>) {
    out.clear();
    out.reserve(data.len() / 64 + 2);
    let (blocks, rest) = data.as_chunks::<64>();
    #[cfg(target_arch = "x86_64")]
    x86::classify(blocks, out);
    #[cfg(not(target_arch = "x86_64"))]
    out.extend(blocks.iter().map(portable));
    let mut last = [0; 64];
    last[..rest.len()].copy_from_slice(rest);
    out.push(portable(&last));
    // one more, so that looking at the next block needs no case of its own
    out.push([0; COUNT]);
}

pub(crate) fn portable(block: &[u8; 64]) -> Block {
    let mut masks = [0u64; COUNT];
    for (i, byte) in block.iter().enumerate() {
        let bits = CLASSES[*byte as usize];
        for (class, mask) in masks.iter_mut().enumerate() {
            *mask |= u64::from(bits >> class & 1) << i;
        }
    }
    masks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::properties::Random;

    #[test]
    fn the_fast_pass_agrees_with_the_portable_one() {
        let mut r = Random(3);
        let mut all: Vec<u8> = (0..=255).collect();
        all.extend((0..20_000).map(|_| r.next() as u8));
        for cut in 0..130 {
            let data = &all[cut..all.len() - cut / 2];
            let mut fast = Vec::new();
            classify(data, &mut fast);
            let mut padded = data.to_vec();
            padded.resize(data.len() / 64 * 64 + 64, 0);
            let slow: Vec<Block> = padded.as_chunks::<64>().0.iter().map(portable).collect();
            assert_eq!(fast[..fast.len() - 1], slow, "cut {cut}");
        }
    }

    /// Each instruction set by itself, not only the one that is chosen here.
    #[cfg(target_arch = "x86_64")]
    #[test]
    fn every_instruction_set_agrees() {
        let mut r = Random(5);
        let blocks: Vec<[u8; 64]> = (0..500).map(|_| std::array::from_fn(|_| r.next() as u8)).collect();
        let slow: Vec<Block> = blocks.iter().map(portable).collect();
        let mut run = 0;
        for (name, variant) in x86::available() {
            let mut fast = Vec::new();
            variant(&blocks, &mut fast);
            assert_eq!(fast, slow, "{name}");
            run += 1;
        }
        assert!(run >= 1);
    }
}
