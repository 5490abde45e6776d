//! Runs from bit masks: erosion leaves only the starts of runs that are long enough, so that short ones cost nothing.

use crate::simd::{Block, classify};
use std::ops::Range;

/// The masks of one layer; reused from layer to layer.
#[derive(Default)]
pub(crate) struct Masks {
    blocks: Vec<Block>,
    pub base64: Runs,
    pub near_digits: Runs,
    pub hex: Runs,
    pub alphanumeric: Runs,
    upper: Vec<u64>,
    lower: Vec<u64>,
    digits: Vec<u64>,
    /// Starts of two base64 quads in a row that decode to bytes below 0x80.
    texts: Vec<u64>,
    /// The same for three.
    long_texts: Vec<u64>,
}

/// Which kinds of signs a run holds.
pub(crate) struct Kinds {
    pub upper: bool,
    pub lower: bool,
    pub digits: bool,
}

fn refill(words: &mut Vec<u64>, with: impl Iterator<Item = u64>) {
    words.clear();
    words.extend(with);
}

/// A class and, eroded, where its long runs begin.
#[derive(Default)]
pub(crate) struct Runs {
    all: Vec<u64>,
    long: Vec<u64>,
}

impl Masks {
    /// `least`: of runs of letters, digits and the like; `digits`: of digits and what stands between them.
    pub fn fill(&mut self, data: &[u8], least: u32, digits: u32) {
        classify(data, &mut self.blocks);
        let blocks = &self.blocks;
        self.base64.fill(blocks.iter().map(|b| b[0]), least);
        self.near_digits.fill(blocks.iter().map(|b| b[1]), digits);
        self.hex.fill(blocks.iter().map(|b| b[5]), least);
        self.alphanumeric.fill(blocks.iter().map(|b| b[5] | b[6] | b[7]), least);
        refill(&mut self.upper, blocks.iter().map(|b| b[6]));
        refill(&mut self.lower, blocks.iter().map(|b| b[7]));
        refill(&mut self.digits, blocks.iter().map(|b| b[5] & !(b[6] | b[7])));
        self.texts.clear();
        self.texts.extend(self.blocks.windows(2).map(|w| {
            let shifted = |class: usize, by: u32| w[0][class] >> by | w[1][class] << (64 - by);
            w[0][2] & shifted(3, 1) & shifted(4, 2) & shifted(0, 3)
        }));
        self.texts.push(0);
        erode(&mut self.texts, 4);
        self.long_texts.clone_from(&self.texts);
        // both ends of three are ends of two
        erode(&mut self.long_texts, 4);
    }

    /// At which phases base64 inside the run may decode to text: three quads of ASCII in a row, or two in a short run
    /// (a name may begin with `Ö`).
    pub fn text_phases(&self, run: &Range<usize>) -> [bool; 4] {
        let (words, quads) = if run.len() < 20 { (&self.texts, 2) } else { (&self.long_texts, 3) };
        match run.len().checked_sub(quads * 4 - 1) {
            Some(starts) => [0, 1, 2, 3].map(|phase| {
                let pattern = 0x1111_1111_1111_1111 << ((run.start + phase) % 4);
                any_set(words, run.start..run.start + starts, pattern)
            }),
            None => [false; 4],
        }
    }

    pub fn kinds(&self, run: &Range<usize>) -> Kinds {
        let any = |words: &[u64]| any_set(words, run.clone(), !0);
        Kinds { upper: any(&self.upper), lower: any(&self.lower), digits: any(&self.digits) }
    }
}

impl Runs {
    /// Whether all of a range is of this class.
    pub fn covers(&self, run: &Range<usize>) -> bool {
        first_clear(&self.all, run.start) >= run.end
    }

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

/// Whether a bit of the pattern is set; looks no further than the range, whatever follows.
fn any_set(words: &[u64], range: Range<usize>, pattern: u64) -> bool {
    let (first, last) = (range.start / 64, (range.end - 1) / 64);
    let head = pattern & !0 << (range.start % 64);
    let tail = pattern & !0 >> (63 - (range.end - 1) % 64);
    if first == last {
        return words[first] & head & tail != 0;
    }
    words[first] & head != 0 || words[last] & tail != 0 || words[first + 1..last].iter().any(|w| w & pattern != 0)
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
            assert!(masks.text_phases(&(0..data.len()))[prefix.len() % 4], "{prefix}");
        }
        let mut masks = Masks::default();
        masks.fill(b"zzzz/////zzzzz/////zzzz", 12, 7);
        assert_eq!(masks.text_phases(&(0..23)), [false; 4]);
    }
}
