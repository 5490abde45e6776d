//! Runs and places from bit masks: erosion has left only the starts of runs that are long enough, so that short ones
//! cost nothing.

use crate::simd::{self, Rows};
use std::ops::Range;

/// The masks of one layer; reused from layer to layer.
#[derive(Default)]
pub(crate) struct Masks {
    rows: Rows,
}

/// Which kinds of signs a run holds.
pub(crate) struct Kinds {
    pub upper: bool,
    pub lower: bool,
    pub digits: bool,
}

impl Masks {
    /// `near`: from what length on runs around digits count.
    pub fn fill(&mut self, data: &[u8], near: u32) {
        self.rows.fill(data, near);
    }

    /// Where the run of a class ends that goes on at `at`.
    #[inline]
    pub fn end(&self, class: usize, at: usize) -> usize {
        match !self.window(class, at) {
            0 => first_clear(self.rows.row(class), at + 64),
            others => at + others.trailing_zeros() as usize,
        }
    }

    /// Where the run of a class begins that holds `at`, if it is shorter than 64.
    pub fn start(&self, class: usize, at: usize) -> usize {
        let from = at.saturating_sub(63);
        let others = !(self.window(class, from) << (63 - (at - from)));
        at + 1 - (others.leading_zeros() as usize).min(at - from + 1)
    }

    /// Runs that begin at the places of a row.
    pub fn runs(&self, starts: usize, all: usize) -> impl Iterator<Item = Range<usize>> + '_ {
        self.places(starts).map(move |start| start..self.end(all, start))
    }

    /// The next place of a class.
    #[inline]
    pub fn next(&self, class: usize, from: usize) -> Option<usize> {
        match self.window(class, from) {
            0 => first_set(self.rows.row(class), from + 64),
            near => Some(from + near.trailing_zeros() as usize),
        }
    }

    /// The places of a class.
    pub fn places(&self, class: usize) -> Places<'_> {
        Places { words: self.rows.row(class), i: 0, word: self.rows.row(class)[0] }
    }

    /// The last place of a class in a range.
    pub fn last(&self, class: usize, range: Range<usize>) -> Option<usize> {
        last_set(self.rows.row(class), range)
    }

    pub fn has(&self, class: usize) -> bool {
        self.rows.row(class).iter().any(|w| *w != 0)
    }

    #[inline]
    pub fn any(&self, class: usize, range: &Range<usize>) -> bool {
        match range.len() {
            0 => false,
            n @ 1..=64 => self.window(class, range.start) << (64 - n) != 0,
            _ => any_set(self.rows.row(class), range.clone(), !0),
        }
    }

    /// Whether all of a range is of this class.
    #[inline]
    pub fn covers(&self, class: usize, run: &Range<usize>) -> bool {
        self.end(class, run.start) >= run.end
    }

    /// The places of a class in a range of one to 64.
    #[inline]
    pub fn bits(&self, class: usize, range: &Range<usize>) -> u64 {
        let unused = 64 - range.len() as u32;
        self.window(class, range.start) << unused >> unused
    }

    /// Whether a range holds something of the first class that is not of the second.
    pub fn any_beside(&self, class: usize, other: usize, range: &Range<usize>) -> bool {
        let starts = range.clone().step_by(64);
        starts.into_iter().any(|at| {
            let rest = (range.end - at).min(64);
            (self.window(class, at) & !self.window(other, at)) << (64 - rest) != 0
        })
    }

    /// The 64 bits from here on.
    #[inline]
    fn window(&self, class: usize, at: usize) -> u64 {
        let [word, next] = self.rows.two(class, at / 64);
        word >> (at % 64) | next << 1 << (63 - at % 64)
    }

    /// Stretches of a class within a range.
    pub fn groups(&self, class: usize, range: Range<usize>) -> Groups<'_> {
        let mut groups = Groups { masks: self, class, at: range.start, end: range.end, bits: 0 };
        groups.look();
        groups
    }

    /// Words of a row in which more than so many bits are set, each with where it begins.
    pub fn words(&self, class: usize, more: u32) -> impl Iterator<Item = (usize, u64)> + '_ {
        let words = self.rows.row(class).iter().enumerate();
        words.filter(move |(_, word)| **word != 0 && word.count_ones() > more).map(|(i, word)| (i * 64, *word))
    }

    /// At which phases base64 inside the run may decode to text: three quads of ASCII in a row, or two in a short run
    /// (a name may begin with `Ö`).
    pub fn text_phases(&self, run: &Range<usize>) -> [bool; 4] {
        let (row, quads) = if run.len() < simd::LONG_RUN { (simd::TEXTS, 2) } else { (simd::LONG_TEXTS, 3) };
        match run.len().checked_sub(quads * 4 - 1) {
            Some(starts) if starts > 0 && self.any(row, &(run.start..run.start + starts)) => {
                [0, 1, 2, 3].map(|phase| {
                    let pattern = 0x1111_1111_1111_1111 << ((run.start + phase) % 4);
                    any_set(self.rows.row(row), run.start..run.start + starts, pattern)
                })
            }
            _ => [false; 4],
        }
    }

    #[inline]
    pub fn kinds(&self, run: &Range<usize>) -> Kinds {
        Kinds {
            upper: self.any(simd::UPPER, run),
            lower: self.any(simd::LOWER, run),
            digits: self.any(simd::DIGIT, run),
        }
    }
}

/// Goes through the set bits.
pub(crate) struct Places<'a> {
    words: &'a [u64],
    i: usize,
    word: u64,
}

impl Iterator for Places<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.word == 0 {
            self.i += 1;
            self.word = *self.words.get(self.i)?;
        }
        let at = self.i * 64 + self.word.trailing_zeros() as usize;
        self.word &= self.word - 1;
        Some(at)
    }
}

/// Goes through stretches of set bits.
pub(crate) struct Groups<'a> {
    masks: &'a Masks,
    class: usize,
    at: usize,
    end: usize,
    /// The places of the class from `at` on that were not gone through.
    bits: u64,
}

impl Groups<'_> {
    fn look(&mut self) {
        let near = self.at..self.end.min(self.at + 64);
        self.bits = if near.is_empty() { 0 } else { self.masks.bits(self.class, &near) };
    }
}

impl Iterator for Groups<'_> {
    type Item = Range<usize>;

    #[inline]
    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            if self.bits == 0 {
                self.at += 64;
                if self.at >= self.end {
                    return None;
                }
                self.look();
                continue;
            }
            let first = self.bits.trailing_zeros();
            let length = (self.bits >> first).trailing_ones();
            let start = self.at + first as usize;
            if first + length < 64 {
                self.bits &= !0 << (first + length);
                return Some(start..start + length as usize);
            }
            // it may go on beyond what was looked at
            if first > 0 {
                self.at = start;
                self.look();
                continue;
            }
            self.at = self.masks.end(self.class, start).min(self.end);
            self.look();
            return Some(start..self.at);
        }
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

fn last_set(words: &[u64], range: Range<usize>) -> Option<usize> {
    let last = range.end.checked_sub(1).filter(|l| *l >= range.start)?;
    let mut i = last / 64;
    let mut word = words[i] & !0 >> (63 - last % 64);
    while word == 0 && i > range.start / 64 {
        i -= 1;
        word = words[i];
    }
    let at = (i * 64 + 63).checked_sub(word.leading_zeros() as usize)?;
    (word != 0 && at >= range.start).then_some(at)
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
    let mut word = words.get(i).map_or(!0, |w| !w) & (!0 << (from % 64));
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

    #[test]
    fn runs_and_places_are_those_a_plain_loop_finds() {
        let mut r = Random(9);
        let signs = b"abcdefghijklmnopqrstuvwxyzABCDEF0123456789+/-_ .\"%&;=\\";
        for _ in 0..300 {
            let data: Vec<u8> = (0..r.below(400)).map(|_| signs[r.below(signs.len())]).collect();
            let mut masks = Masks::default();
            masks.fill(&data, 7);
            let is = |b: u8| simd::class(b) >> simd::BASE64 & 1 == 1;
            let mut slow = Vec::new();
            let mut at = 0;
            while at < data.len() {
                let n = data[at..].iter().take_while(|b| is(**b)).count();
                if n >= simd::LONG_RUN {
                    slow.push(at..at + n);
                }
                (at..at + n.min(63)).for_each(|i| assert_eq!(masks.start(simd::BASE64, i), at));
                at += n.max(1);
            }
            assert_eq!(masks.runs(simd::RUNS, simd::BASE64).collect::<Vec<_>>(), slow);
            let digest = |at: usize| {
                let signs = data.get(at..at + simd::LEAST_DIGEST)?;
                let whole = signs.iter().all(|b| is(*b)) && (at == 0 || !data[at - 1].is_ascii_alphanumeric());
                let telling = signs.iter().any(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
                let beyond = signs.iter().any(|b| b.is_ascii_alphanumeric() && !b.is_ascii_hexdigit());
                (whole && telling && beyond).then_some(at)
            };
            let digests: Vec<usize> = (0..data.len()).filter_map(digest).collect();
            assert_eq!(masks.places(simd::DIGESTS).collect::<Vec<_>>(), digests);
            let alone = |at: usize, n: usize, not: &[u8]| {
                let signs = data.get(at..at + n)?;
                let fits = signs.iter().all(|b| b.is_ascii_alphanumeric() && !not.contains(b));
                (fits && (at == 0 || !data[at - 1].is_ascii_alphanumeric())).then_some(at)
            };
            for (row, n, not) in
                [(simd::BASE32_RUNS, simd::LEAST_RUN, &b"0189"[..]), (simd::BASE58_RUNS, simd::LONG_RUN, b"0OIl")]
            {
                let starts: Vec<usize> = (0..data.len()).filter_map(|at| alone(at, n, not)).collect();
                assert_eq!(masks.places(row).collect::<Vec<_>>(), starts);
            }
            let short = |at: &usize| {
                let run = masks.start(simd::BASE64, *at)..masks.end(simd::BASE64, *at);
                !slow.contains(&run)
            };
            let short_texts: Vec<usize> = masks.places(simd::TEXTS).filter(short).collect();
            assert_eq!(masks.places(simd::SHORT_TEXTS).collect::<Vec<_>>(), short_texts);
            let hex = |at: usize| data.get(at).is_some_and(u8::is_ascii_hexdigit);
            let percents: Vec<usize> =
                (0..data.len()).filter(|i| data[*i] == b'%' && hex(i + 1) && hex(i + 2)).collect();
            assert_eq!(masks.places(simd::PERCENT).collect::<Vec<_>>(), percents);
            let near = |i: usize| data[i..].iter().take(12).skip(1).any(|b| *b == b';');
            let amps: Vec<usize> = (0..data.len()).filter(|i| data[*i] == b'&' && near(*i)).collect();
            assert_eq!(masks.places(simd::AMP).collect::<Vec<_>>(), amps);
            for (from, to) in (0..20).map(|_| (r.below(data.len() + 1), r.below(data.len() + 1))) {
                let groups: Vec<_> = masks.groups(simd::LOWER, from..to).collect();
                let mut slow = Vec::new();
                let mut at = from;
                while at < to {
                    let n = data[at..to].iter().take_while(|b| b.is_ascii_lowercase()).count();
                    if n > 0 {
                        slow.push(at..at + n);
                    }
                    at += n.max(1);
                }
                assert_eq!(groups, slow);
            }
            for (from, to) in (0..20).map(|_| (r.below(data.len() + 1), r.below(data.len() + 1))) {
                let last = (from..to).rev().find(|i| simd::class(data[*i]) >> simd::END & 1 == 1);
                assert_eq!(masks.last(simd::END, from..to), last);
            }
        }
    }

    #[test]
    fn stretches_of_any_length_are_gone_through() {
        let mut masks = Masks::default();
        for length in 0..200 {
            for before in [0, 1, 62, 63, 64, 65] {
                let data = [vec![b'.'; before], vec![b'7'; length], b".12.3".to_vec()].concat();
                masks.fill(&data, 7);
                let end = before + length;
                let whole: Vec<_> = masks.groups(simd::DIGIT, 0..data.len()).collect();
                let stretches = [before..end, end + 1..end + 3, end + 4..end + 5];
                assert!(whole.iter().eq(stretches.iter().filter(|stretch| !stretch.is_empty())));
                let cut: Vec<_> = masks.groups(simd::DIGIT, before..before + length / 2).collect();
                let half = before..before + length / 2;
                assert!(cut.iter().eq(std::iter::once(&half).filter(|half| !half.is_empty())));
            }
        }
    }

    #[test]
    fn text_in_base64_is_seen_at_every_phase() {
        let text = crate::encode::base64url(b"anna.berg@x.example");
        for prefix in ["", "x", "/x", "abc", "abcd"] {
            let data = format!("{prefix}{text}").into_bytes();
            let mut masks = Masks::default();
            masks.fill(&data, 7);
            assert!(masks.text_phases(&(0..data.len()))[prefix.len() % 4], "{prefix}");
        }
        let mut masks = Masks::default();
        masks.fill(b"zzzz/////zzzzz/////zzzz", 7);
        assert_eq!(masks.text_phases(&(0..23)), [false; 4]);
    }
}
