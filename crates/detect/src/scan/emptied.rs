//! What was opened, or looked at, and held nothing: the same words, paths, addresses of pages and boundaries come again
//! and again, and are passed over.

use super::Scanner;
use std::ops::Range;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Marks of what held nothing, each at a place of its own.
#[derive(Default)]
pub(crate) struct Marks(Vec<u64>);

/// As many as stay in the cache.
const PLACES: usize = 1 << 14;
/// Longer tokens come again too seldom.
const LONGEST: usize = 4 << 10;
/// Of bytes in which more is recognised nothing is remembered.
const MOST_RECOGNISED: usize = 64;

impl Marks {
    pub fn has(&self, mark: u64) -> bool {
        self.0.get(mark as usize % PLACES) == Some(&mark)
    }

    #[cfg(test)]
    pub fn count(&self) -> usize {
        self.0.iter().filter(|mark| **mark != 0).count()
    }

    pub fn add(&mut self, mark: u64) {
        self.0.resize(PLACES, 0);
        self.0[mark as usize % PLACES] = mark;
    }
}

/// Tokens of the bytes that are read, in all their layers.
#[derive(Default)]
pub(super) struct Emptied {
    marks: Marks,
    /// What was opened in these bytes.
    opened: Vec<Token>,
    /// For marks, at places of their own, which was the last.
    last: Vec<u32>,
    /// Where something was recognised, in each layer down to it.
    recognised: Vec<(u32, usize)>,
}

struct Token {
    mark: u64,
    layer: u32,
    range: Range<usize>,
}

/// What is known of a token that may be opened.
pub(super) enum Before {
    /// Nothing; its mark, if it may have one.
    New(Option<u64>),
    /// Nothing was in it.
    Empty,
    /// It stands in this layer before: whether it holds something is known when that was read.
    Again(u32),
}

impl Scanner {
    /// Names bytes in a context. Nobody who does not know the key of the index can make two of one mark.
    pub(crate) fn mark(&self, bytes: &[u8], context: &[u8]) -> u64 {
        let depth = u64::from(self.peeled) << 8 | self.layers.len() as u64;
        xxh3_64_with_seed(bytes, xxh3_64_with_seed(context, self.seed ^ depth))
    }

    /// Whether this token was opened before, as deep. What is found in a token of bytes without a structure depends on the
    /// token alone.
    pub(super) fn before(&mut self, data: &[u8], token: &Range<usize>, disguise: &str) -> Before {
        if self.structure || self.inner.options.unknown || self.gathered.is_some() || token.len() > LONGEST {
            return Before::New(None);
        }
        let mark = self.mark(&data[token.clone()], disguise.as_bytes());
        let Emptied { marks, opened, last, .. } = &self.emptied;
        if marks.has(mark) {
            return Before::Empty;
        }
        let last = last.get(mark as usize % PLACES).copied();
        let is = |token: &&Token| token.mark == mark && Some(token.layer) == self.layer;
        match last.filter(|last| opened.get(*last as usize).as_ref().is_some_and(is)) {
            Some(last) => Before::Again(last),
            None => Before::New(Some(mark)),
        }
    }

    /// Notes a token that is opened now.
    pub(super) fn opens(&mut self, mark: Option<u64>, range: &Range<usize>) {
        if let (Some(mark), Some(layer)) = (mark, self.layer) {
            let Emptied { opened, last, .. } = &mut self.emptied;
            last.resize(PLACES, 0);
            last[mark as usize % PLACES] = opened.len() as u32;
            opened.push(Token { mark, layer, range: range.clone() });
        }
    }

    /// Whether something was recognised in a token that was opened.
    pub(super) fn held_something(&self, token: u32) -> bool {
        let Emptied { opened, recognised, .. } = &self.emptied;
        recognised.len() > MOST_RECOGNISED || opened[token as usize].is_among(recognised)
    }

    /// Forgets what was noted of other bytes.
    pub(super) fn forget_opened(&mut self) {
        self.emptied.opened.clear();
        self.emptied.recognised.clear();
    }

    /// Notes where something was recognised.
    pub(super) fn holds_something(&mut self, at: usize) {
        if let (false, Some(layer)) = (self.structure, self.layer) {
            let Emptied { recognised, .. } = &mut self.emptied;
            self.frames.each_layer(layer, at, |layer, at| recognised.push((layer, at)));
        }
    }

    /// Remembers what held nothing, of all that was opened.
    pub(super) fn remember_emptied(&mut self) {
        let Emptied { marks, opened, recognised, .. } = &mut self.emptied;
        if self.gaps.is_empty() && recognised.len() <= MOST_RECOGNISED {
            let empty = opened.iter().filter(|token| !token.is_among(recognised));
            empty.for_each(|token| marks.add(token.mark));
        }
        self.forget_opened();
    }
}

impl Token {
    fn is_among(&self, recognised: &[(u32, usize)]) -> bool {
        recognised.iter().any(|(layer, at)| *layer == self.layer && self.range.contains(at))
    }
}

#[cfg(test)]
mod tests {
    use crate::encode;
    use crate::properties::Random;
    use crate::tests::{EMAIL, needles};

    /// A scanner that has seen all before finds in each line what one finds that sees the line alone.
    #[test]
    fn what_comes_again_is_found_again() {
        let needles = needles();
        let percent = |text: &str| text.bytes().map(|b| format!("%{b:02x}")).collect::<String>();
        let json = format!("{{\"m\":\"{EMAIL}\",\"n\":\"nobody@example.net\"}}");
        let hash = encode::hex(&crate::digest::step("sha256").unwrap()(EMAIL.to_lowercase().as_bytes()));
        let tokens = [
            percent(EMAIL),
            percent("https://www.example.net/nobody"),
            format!("x{}y", percent(&encode::base64url(json.as_bytes()))),
            encode::base64url(json.as_bytes()),
            encode::base64url(b"nobody@example.net and many more words"),
            encode::hex(json.as_bytes()),
            encode::hex(b"nobody@example.net and many more"),
            encode::base64url(format!("h={hash}").as_bytes()),
            format!("a\\u0026{EMAIL}"),
            "nothing\\u0026at all".into(),
            "WebKitFormBoundary8Pbsawpjl7cCo1Tx".into(),
            EMAIL.into(),
        ];
        let mut r = Random(77);
        for _ in 0..20 {
            let line = |r: &mut Random| {
                let of = (0..r.below(6)).map(|_| tokens[r.below(tokens.len())].as_str());
                of.collect::<Vec<_>>().join(" ") + "\n"
            };
            let lines: Vec<String> = (0..200).map(|_| line(&mut r)).collect();
            let mut alone = Vec::new();
            let mut start = 0;
            for line in &lines {
                needles.scanner().scan(line.as_bytes(), &mut |hit| {
                    alone.push((start + hit.offset, hit.identifier, hit.form.to_vec(), hit.layers.to_vec()));
                });
                start += line.len() as u64;
            }
            alone.sort();
            let mut scanner = needles.scanner();
            for _ in 0..2 {
                let mut together = Vec::new();
                scanner.scan(lines.concat().as_bytes(), &mut |hit| {
                    together.push((hit.offset, hit.identifier, hit.form.to_vec(), hit.layers.to_vec()));
                });
                together.sort();
                assert_eq!(together, alone);
            }
        }
    }

    /// Plain looks keep nothing for the next one.
    #[test]
    fn what_was_recognised_in_other_bytes_is_forgotten() {
        let mut scanner = needles().scanner();
        let mut hits = 0;
        for _ in 0..200 {
            scanner.scan_plain(EMAIL.as_bytes(), &mut |_| hits += 1);
        }
        assert_eq!((hits, scanner.emptied.recognised.len()), (200, 1));
    }
}
