//! What one value looks like in every spelling and digest: made again at a hit, to verify it exactly and to name it.

use crate::encode;
use crate::needles::Inner;
use crate::normalise::Variant;
use std::cell::OnceCell;

/// A value with everything that can be made of it.
pub(crate) struct Derived {
    variants: Vec<Variant>,
    digests: OnceCell<Vec<Made>>,
}

struct Made {
    variant: u16,
    way: u16,
    digest: Vec<u8>,
}

/// A recognised form: words from what was typed to the token, without the final encoding of a digest.
pub(crate) type Form = Vec<&'static str>;

impl Derived {
    pub fn new(needles: &Inner, index: u32) -> Self {
        Self { variants: needles.variants(index), digests: OnceCell::new() }
    }

    /// Names a plain text: exactly a spelling, or one in other letter case, or with other separators.
    pub fn text(&self, surface: &str) -> Option<Form> {
        let exact = self.variants.iter().find(|v| v.text == surface);
        if let Some(v) = exact {
            return Some(named(v, &["plain"]));
        }
        let folded = surface.to_lowercase();
        if let Some(v) = self.variants.iter().find(|v| v.text.to_lowercase() == folded) {
            return Some(named(v, &["letter-case", "plain"]));
        }
        let bare = bare(&folded);
        if let Some(v) =
            self.variants.iter().find(|v| !v.text.contains('@') && self::bare(&v.text.to_lowercase()) == bare)
        {
            return Some(named(v, &["respaced", "plain"]));
        }
        self.disguised(&folded)
    }

    fn disguised(&self, folded: &str) -> Option<Form> {
        let turned = encode::rot13(folded);
        let back = encode::reversed(folded);
        let is = |v: &&Variant, text: &str| v.text.to_lowercase() == text;
        let find = |text: &str| self.variants.iter().find(|v| is(v, text));
        if folded.contains('@')
            && let Some(v) = find(&turned)
        {
            return Some(named(v, &["rot13"]));
        }
        find(&back).map(|v| named(v, &["reversed"]))
    }

    /// Names a digest by its bytes: in full, or at least its first 16 bytes. `whole` says that the candidate is a
    /// token of its own: only then do digests of less than 16 bytes count, and only at their exact length.
    pub fn digest(&self, needles: &Inner, candidate: &[u8], whole: bool) -> Option<(Form, u8)> {
        let all = self.digests.get_or_init(|| self.make(needles));
        let full = all.iter().find(|m| match m.digest.len() {
            n if n >= 16 => candidate.starts_with(&m.digest),
            _ => whole && candidate == m.digest,
        });
        if let Some(m) = full {
            return Some(self.name(needles, m, &[]));
        }
        let first = candidate.get(..16)?;
        let cut = all.iter().find(|m| m.digest.len() > 16 && m.digest.starts_with(first))?;
        Some(self.name(needles, cut, &["truncated"]))
    }

    fn make(&self, needles: &Inner) -> Vec<Made> {
        let mut all = Vec::with_capacity(self.variants.len() * needles.ways.len());
        // Ways before spellings: `sha256` of an odd spelling is more ordinary than an odd chain of the plain one.
        for (way, w) in needles.ways.iter().enumerate() {
            for (variant, v) in self.variants.iter().enumerate().filter(|(_, v)| v.text.len() >= 2) {
                all.push(Made { variant: variant as u16, way: way as u16, digest: w.run(v.text.as_bytes()) });
            }
        }
        all
    }

    fn name(&self, needles: &Inner, made: &Made, more: &[&'static str]) -> (Form, u8) {
        let way = &needles.ways[made.way as usize];
        let mut form = self.variants[made.variant as usize].form.clone();
        form.extend(&way.words);
        form.extend(more);
        (form, way.class)
    }
}

fn named(variant: &Variant, more: &[&'static str]) -> Form {
    variant.form.iter().chain(more).copied().collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
