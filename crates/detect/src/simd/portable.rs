//! What every machine can do, and what all others are compared with.

use super::{CLASS, SETS};
use crate::seal::Prints;
use crate::table;

pub(super) fn fill(blocks: &[[u8; 64]], words: &mut [u64], stride: usize) {
    for (i, block) in blocks.iter().enumerate() {
        let classes = block.map(|b| CLASS[b as usize]);
        for set in 0..SETS {
            let mut word = 0u64;
            for (at, class) in classes.iter().enumerate() {
                word |= u64::from(class >> set & 1) << at;
            }
            words[set * stride + i] = word;
        }
    }
}

pub(super) fn prints(prints: Prints, keys: &mut [u64]) {
    lanes(prints, keys);
}

#[inline(always)]
pub(super) fn lanes(prints: Prints, keys: &mut [u64]) {
    let (eights, rest) = keys.as_chunks_mut::<8>();
    // loops, not closures: a closure is compiled without the instructions of the function around it
    for eight in eights {
        *eight = prints.of_many(*eight);
    }
    for key in rest {
        *key = prints.of(*key);
    }
}

pub(super) fn passing(blocks: &[[u8; 64]], prints: &[u64], out: &mut Vec<u32>) {
    let held = |print: &u64| table::holds(&blocks[table::part(*print, blocks.len())], *print);
    out.extend(prints.iter().enumerate().filter(|(_, p)| held(p)).map(|(i, _)| i as u32));
}
