//! Candidates of a layer are asked for many at once: fingerprints in the lanes of a vector, the filter's blocks fetched
//! ahead. Only what passes the filter is looked at again, and compared in full.

use super::Scanner;
use crate::keys::digest_key;
use crate::simd;
use std::ops::Range;

/// What a candidate was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Mailbox,
    Digits,
    Words,
    Hex,
    /// Hex digits that stand alone: digests of less than 16 bytes count too.
    HexAlone,
    /// 16 bytes in the groups of a UUID.
    Uuid,
    /// The same where six bits say that it was made from a name.
    NameUuid,
    Base64,
    Base32,
    Base58,
    /// A hash of 32 or 64 bits as a number.
    Decimal,
    Raw,
}

#[derive(Clone, Copy)]
struct Tag {
    start: u32,
    end: u32,
    kind: Kind,
}

#[derive(Default)]
pub(super) struct Batch {
    keys: Vec<u64>,
    tags: Vec<Tag>,
    passed: Vec<u32>,
    /// Where the last digits that were somebody's end: shorter ones within are not told.
    digits_end: Option<u32>,
    /// Digests that were somebody's.
    told: Vec<Range<usize>>,
}

/// Candidates that are asked for together.
const FULL: usize = 1024;

impl Scanner {
    #[inline]
    pub(super) fn ask(&mut self, data: &[u8], kind: Kind, token: Range<usize>, key: u64) {
        self.batch.keys.push(key);
        self.batch.tags.push(Tag { start: token.start as u32, end: token.end as u32, kind });
        if self.batch.keys.len() >= FULL {
            self.answer(data);
        }
    }

    /// The same for digests as raw bytes that may begin at each of these places, each followed by more than 15 bytes.
    pub(super) fn ask_raw(&mut self, data: &[u8], mut starts: Range<usize>, end: usize) {
        while !starts.is_empty() {
            let room = FULL - self.batch.keys.len();
            let now = starts.start..starts.end.min(starts.start + room);
            let keys = data[now.start..now.end + 7].windows(8).map(digest_key);
            self.batch.keys.extend(keys);
            let tag = |start: usize| Tag { start: start as u32, end: end.min(start + 64) as u32, kind: Kind::Raw };
            self.batch.tags.extend(now.clone().map(tag));
            starts.start = now.end;
            if self.batch.keys.len() >= FULL {
                self.answer(data);
            }
        }
    }

    /// Asks for all candidates so far, all of them in `data`.
    pub(super) fn answer(&mut self, data: &[u8]) {
        if self.batch.keys.is_empty() {
            return;
        }
        let mut batch = std::mem::take(&mut self.batch);
        let inner = self.inner.clone();
        match &mut self.gathered {
            Some(gathered) => gathered.extend_from_slice(&batch.keys),
            None => {
                simd::prints(self.inner.prints, &mut batch.keys);
                let table = inner.table();
                simd::passing(table.blocks(), &batch.keys, &mut batch.passed);
                table.keep_held(&batch.keys, &mut batch.passed);
            }
        }
        for i in batch.passed.drain(..).map(|i| i as usize) {
            let (tag, print) = (batch.tags[i], batch.keys[i]);
            let token = tag.start as usize..tag.end as usize;
            self.enter(token.start);
            match tag.kind {
                Kind::Mailbox | Kind::Words => drop(self.text(&inner, data, token, print)),
                Kind::Digits if batch.digits_end == Some(tag.end) => {}
                Kind::Digits => {
                    if self.text(&inner, data, token, print) {
                        batch.digits_end = Some(tag.end);
                    }
                }
                kind => {
                    if self.digest(&inner, data, token.clone(), kind, print) {
                        batch.told.push(token);
                    }
                }
            }
        }
        batch.keys.clear();
        batch.tags.clear();
        self.batch = batch;
    }

    /// Digests told of in this layer, ascending, each with the furthest end so far; their contents need no opening.
    pub(super) fn told(&mut self) -> Vec<Range<usize>> {
        self.batch.digits_end = None;
        let mut told = std::mem::take(&mut self.batch.told);
        told.sort_unstable_by_key(|t| t.start);
        told.iter_mut().fold(0, |furthest, t| {
            t.end = t.end.max(furthest);
            t.end
        });
        told
    }
}

/// The key of at least sixteen hex digits.
#[inline]
pub(super) fn hex_key(text: &[u8]) -> u64 {
    let half = |from: usize| {
        let signs = u64::from_le_bytes(*text[from..].first_chunk().expect("sixteen digits"));
        // the value of a sign: its low nibble, and nine more for a letter
        let nibbles = (signs & 0x0f0f_0f0f_0f0f_0f0f) + (signs >> 6 & 0x0101_0101_0101_0101) * 9;
        let bytes = (nibbles << 4 | nibbles >> 8) & 0x00ff_00ff_00ff_00ff;
        let pairs = (bytes | bytes >> 8) & 0x0000_ffff_0000_ffff;
        (pairs | pairs >> 16) & 0xffff_ffff
    };
    half(0) | half(8) << 32
}

/// The key of up to eight bytes in hex.
pub(super) fn short_hex_key(text: &[u8]) -> u64 {
    digest_key(&crate::encode::unhex(&text[..text.len().min(16)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::properties::Random;

    #[test]
    fn hex_keys_are_those_of_the_bytes() {
        let mut r = Random(21);
        for _ in 0..1000 {
            let bytes = r.bytes(8);
            let text = crate::encode::hex(&bytes);
            assert_eq!(hex_key(text.as_bytes()), digest_key(&bytes));
            assert_eq!(hex_key(text.to_uppercase().as_bytes()), short_hex_key(text.as_bytes()));
        }
    }
}
