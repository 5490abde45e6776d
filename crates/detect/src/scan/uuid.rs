//! Digests in the groups of a UUID (RFC 9562).

use super::Scanner;
use super::batch::{Kind, hex_key};
use super::masks::Masks;
use crate::encode;
use crate::simd;
use std::ops::Range;

impl Scanner {
    /// A digest in the groups of a UUID, of which this is the last.
    pub(super) fn uuid(&mut self, data: &[u8], last: &Range<usize>, masks: &Masks) {
        /// The hex digits of the groups before it.
        const DIGITS: u64 = 0x007b_deff;
        let Some(start) = last.start.checked_sub(24) else { return };
        if masks.bits(simd::HEX, &(start..last.start)) != DIGITS || data[last.start - 1] != b'-' {
            return;
        }
        let token = &data[start..last.end];
        let mut first = [0; 16];
        first[..8].copy_from_slice(&token[..8]);
        first[8..12].copy_from_slice(&token[9..13]);
        first[12..].copy_from_slice(&token[14..18]);
        let key = hex_key(&first);
        self.ask(data, Kind::Uuid, start..last.end, key);
        // version 3 is made by MD5, 5 by SHA-1; the bits that say so stand where the digest has others
        if matches!(token[14], b'3' | b'5') && matches!(token[19], b'8' | b'9' | b'a' | b'b' | b'A' | b'B') {
            let version = |high: u64| key & !(15 << 52) | high << 52;
            (0..16).for_each(|high| self.ask(data, Kind::NameUuid, start..last.end, version(high)));
        }
    }
}

/// The bytes of a UUID.
pub(super) fn bytes(text: &[u8]) -> Vec<u8> {
    text.split(|b| *b == b'-').flat_map(encode::unhex).collect()
}

/// All digests that give this UUID when six of their bits are made to say how.
pub(super) fn named(uuid: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    (0..64u8).map(|bits| {
        let mut digest = uuid.to_vec();
        digest[6] = digest[6] & 15 | bits << 4;
        digest[8] = digest[8] & 63 | bits >> 4 << 6;
        digest
    })
}
