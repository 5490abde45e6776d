//! What every machine can do, and what all others are compared with.

use super::{CLASS, SETS};
use crate::seal::Prints;
use crate::table;

pub(super) fn fill(blocks: &[[u8; 64]], words: &mut [u64], stride: usize) {
    for (i, block) in blocks.iter().enumerate() {
        let mut rows = [[0u8; 8]; 24];
        for (at, eight) in block.as_chunks::<8>().0.iter().enumerate() {
            let classes = eight.map(|b| CLASS[b as usize]);
            for lookup in 0..3 {
                let bytes = classes.map(|c| (c >> (lookup * 8)) as u8);
                let turned = turned(u64::from_le_bytes(bytes)).to_le_bytes();
                for (row, byte) in rows[lookup * 8..].iter_mut().zip(turned) {
                    row[at] = byte;
                }
            }
        }
        for (set, row) in rows.iter().enumerate().take(SETS) {
            words[set * stride + i] = u64::from_le_bytes(*row);
        }
    }
}

/// Eight rows of eight bits, columns made rows (Warren, Hacker's Delight, section 7-3).
fn turned(x: u64) -> u64 {
    let swapped = |x: u64, by: u32, mask: u64| {
        let differing = (x ^ (x >> by)) & mask;
        x ^ differing ^ (differing << by)
    };
    let x = swapped(x, 7, 0x00aa_00aa_00aa_00aa);
    let x = swapped(x, 14, 0x0000_cccc_0000_cccc);
    swapped(x, 28, 0x0000_0000_f0f0_f0f0)
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
