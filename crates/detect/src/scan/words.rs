//! Words of one text, joined over the signs between them.

use super::Scanner;
use super::batch::Kind;
use super::masks::Masks;
use crate::keys::{Class, MOST_WORDS, TextHash, joins_words, words};
use crate::needles::Inner;
use crate::prefixes::Prefixes;
use crate::simd;
use std::ops::Range;

impl Scanner {
    pub(super) fn words(&mut self, data: &[u8], masks: &Masks) {
        let Some(mut joined) = Joined::new(self.inner.facts.most_words) else { return };
        let inner = self.inner.clone();
        let prefixes = self.prefixes(&inner);
        let beyond_ascii = masks.has(simd::HIGH);
        for run in masks.runs(simd::WORDS, simd::WORD) {
            if beyond_ascii && masks.any(simd::HIGH, &run) {
                let within = words(&data[run.clone()]);
                within.for_each(|w| joined.next(self, data, run.start + w.start..run.start + w.end, prefixes));
            } else {
                joined.next(self, data, run, prefixes);
            }
        }
    }

    fn prefixes<'a>(&self, inner: &'a Inner) -> Option<&'a Prefixes> {
        if self.gathered.is_none() { inner.prefixes() } else { None }
    }

    /// The same of one text within bytes: it begins at `first`, and `data` ends with it.
    pub(super) fn words_of(&mut self, data: &[u8], first: usize) {
        let Some(mut joined) = Joined::new(self.inner.facts.most_words) else { return };
        let inner = self.inner.clone();
        let prefixes = self.prefixes(&inner);
        words(&data[first..]).for_each(|w| joined.next(self, data, first + w.start..first + w.end, prefixes));
    }
}

/// Words of one text so far.
struct Joined {
    most: usize,
    /// Where each text that may go on begins, and its key so far.
    window: [(usize, TextHash); MOST_WORDS],
    count: usize,
    /// Where the last word ends.
    last: usize,
}

impl Joined {
    /// None where no words are looked for.
    fn new(most: usize) -> Option<Self> {
        let most = most.min(MOST_WORDS);
        (most > 0).then_some(Self { most, window: [(0, TextHash::NEW); MOST_WORDS], count: 0, last: 0 })
    }

    #[inline]
    fn next(&mut self, scanner: &mut Scanner, data: &[u8], word: Range<usize>, prefixes: Option<&Prefixes>) {
        if self.count > 0 && !joins_words(&data[self.last..word.start]) {
            self.count = 0;
        } else if self.count == self.most {
            self.window.rotate_left(1);
            self.count -= 1;
        }
        if prefixes.is_none_or(|p| p.may_begin(&data[word.clone()])) {
            self.window[self.count] = (word.start, TextHash::NEW);
            self.count += 1;
        }
        let mut kept = 0;
        for i in 0..self.count {
            let (start, mut hash) = self.window[i];
            data[word.clone()].iter().for_each(|b| hash.push(*b));
            let key = hash.key(Class::Words);
            if prefixes.is_none_or(|p| p.may_hold(key)) {
                scanner.ask(data, Kind::Words, start..word.end, key);
                self.window[kept] = (start, hash);
                kept += 1;
            }
        }
        (self.last, self.count) = (word.end, kept);
    }
}
