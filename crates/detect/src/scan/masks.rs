//! Runs from bit masks: erosion leaves only the starts of runs that are long enough, so that short ones cost nothing.

use crate::simd::{Block, classify};
use std::ops::Range;

/// The masks of one layer; reused from layer to layer.
#[derive(Default)]
pub(crate) struct Masks {
    blocks: Vec<Block>,
    pub base64: Runs,
    pub near_digits: Runs,
    /// Starts of two base64 quads in a row that decode to bytes below 0x80.
    texts: Vec<u64>,
}

/// A class and, eroded, where its long runs begin.
#[derive(Default)]
pub(crate) struct Runs {
    all: Vec<u64>,
    long: Vec<u64>,
}

impl Masks {
    /// `digits`: the least length of a run of digits and what stands between them.
    pub fn fill(&mut self, data: &[u8], base64: u32, digits: u32) {
        classify(data, &mut self.blocks);
        self.base64.fill(self.blocks.iter().map(|b| b[0]), base64);
        self.near_digits.fill(self.blocks.iter().map(|b| b[1]), digits);
        self.texts.clear();
        self.texts.extend(self.blocks.windows(2).map(|w| {
            let shifted = |class: usize, by: u32| w[0][class] >> by | w[1][class] << (64 - by);
            w[0][2] & shifted(3, 1) & shifted(4, 2) & shifted(0, 3)
        }));
        self.texts.push(0);
        erode(&mut self.texts, 4);
    }

    /// Whether base64 inside the run may decode to text, at any phase. Two quads: a short name may begin with `Ö`.
    pub fn may_hold_text(&self, run: &Range<usize>) -> bool {
        first_set(&self.texts, run.start).is_some_and(|at| at + 8 <= run.end)
    }
}

impl Runs {
    fn fill(&mut self, words: impl Iterator<Item = u64>, least: u32) {
        self.all.clear();
        self.all.extend(words);
        self.long.clone_from(&self.all);
        let mut length = 1;
        while length < least {
            let step = length.min(least - length);
            erode(&mut self.long, step);
            length += step;
        }
    }

    /// The next run of at least the least length that begins at `from` or later.
    pub fn next(&self, from: usize) -> Option<Range<usize>> {
        let start = first_set(&self.long, from)?;
        Some(start..first_clear(&self.all, start))
    }
}

/// Keeps a bit where the one `by` further on is set too.
fn erode(words: &mut [u64], by: u32) {
    for i in 0..words.len() - 1 {
        words[i] &= words[i] >> by | words[i + 1] << (64 - by);
    }
    if let Some(last) = words.last_mut() {
        *last &= *last >> by;
    }
}

fn first_set(words: &[u64], from: usize) -> Option<usize> {
    let mut i = from / 64;
    let mut word = words.get(i)? & (!0 << (from % 64));
    while word == 0 {
        i += 1;
        word = *words.get(i)?;
    }
    Some(i * 64 + word.trailing_zeros() as usize)
}

fn first_clear(words: &[u64], from: usize) -> usize {
    let mut i = from / 64;
    let mut word = !words[i] & (!0 << (from % 64));
    while word == 0 {
        i += 1;
        word = words.get(i).map_or(!0, |w| !w);
    }
    i * 64 + word.trailing_zeros() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::properties::Random;
    use crate::simd;

    #[test]
    fn runs_are_those_a_plain_loop_finds() {
        let mut r = Random(9);
        let signs = b"abcdefghijklmnopqrstuvwxyzABCDEF0123456789+/-_ .\"";
        for _ in 0..300 {
            let data: Vec<u8> = (0..r.below(400)).map(|_| signs[r.below(signs.len())]).collect();
            let mut masks = Masks::default();
            masks.fill(&data, 12, 7);
            let mut slow = Vec::new();
            let mut at = 0;
            while at < data.len() {
                let n = data[at..].iter().take_while(|b| simd::class(**b) & simd::BASE64 != 0).count();
                if n >= 12 {
                    slow.push(at..at + n);
                }
                at += n.max(1);
            }
            let mut fast = Vec::new();
            let mut from = 0;
            while let Some(run) = masks.base64.next(from) {
                from = run.end;
                fast.push(run);
            }
            assert_eq!(fast, slow);
        }
    }

    #[test]
    fn text_in_base64_is_seen_at_every_phase() {
        let text = crate::encode::base64url(b"anna.berg@x.example");
        for prefix in ["", "x", "/x", "abc", "abcd"] {
            let data = format!("{prefix}{text}").into_bytes();
            let mut masks = Masks::default();
            masks.fill(&data, 12, 7);
            assert!(masks.may_hold_text(&(0..data.len())), "{prefix}");
        }
        let mut masks = Masks::default();
        masks.fill(b"zzzz/////zzzzz/////zzzz", 12, 7);
        assert!(!masks.may_hold_text(&(0..23)));
    }
}
