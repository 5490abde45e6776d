//! What one value looks like in every spelling and digest: made again at a hit, to verify it exactly and to name it.

use crate::compile::same_key;
use crate::digest::Way;
use crate::encode;
use crate::keys::{Class, class_of};
use crate::needles::{Inner, Value};
use crate::normalise::Variant;
use facts::IdentifierKind;

/// A value in every spelling.
pub(crate) struct Derived {
    pub value: Value,
    /// The same for all who have this identifier, however they typed it.
    pub same: u64,
    variants: Vec<Variant>,
}

/// A recognised form: words from what was typed to the token, without the final encoding of a digest.
pub(crate) type Form = Vec<&'static str>;

impl Derived {
    pub fn new(needles: &Inner, index: u32) -> Self {
        let value = needles.value(index);
        let variants = needles.variants(value);
        Self { value, same: same_key(value.kind, &variants), variants }
    }

    /// Whether this is a street whose number was left out: everybody's who lives there.
    pub fn is_street_alone(&self, form: &[&'static str]) -> bool {
        let has_number = || self.variants[0].text.contains(char::is_numeric);
        self.value.kind == IdentifierKind::Address && form.contains(&"google-name") && has_number()
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
        let respaced = |v: &&Variant| !v.text.contains('@') && self::bare(&v.text.to_lowercase()) == bare;
        if !self.is_of_another_century(&folded)
            && let Some(v) = self.variants.iter().find(respaced)
        {
            return Some(named(v, &["respaced", "plain"]));
        }
        self.disguised(&folded)
    }

    /// A Swedish number with `+` is of somebody a hundred years older than the same with `-`.
    fn is_of_another_century(&self, text: &str) -> bool {
        let is_old = || self.variants.iter().any(|v| v.text.contains('+'));
        self.value.kind == IdentifierKind::NationalId && (text.contains('+') || text.contains('-') && is_old())
    }

    /// Whether a phone number goes on after these digits where it is written with its country.
    pub fn goes_on_after(&self, digits: &[u8]) -> bool {
        let international = |v: &&Variant| v.text.strip_prefix('+').is_some_and(|t| t.as_bytes().starts_with(digits));
        self.variants.iter().any(|v| international(&v))
    }

    fn disguised(&self, folded: &str) -> Option<Form> {
        let turned = encode::rot13(folded);
        let back = encode::reversed(folded);
        let is = |v: &&Variant, text: &str| v.text.to_lowercase() == text;
        let find = |text: &str| self.variants.iter().find(|v| is(v, text));
        let rot13 = find(&turned).map(|v| named(v, &["rot13"]));
        // digits are looked for whatever stands between them, backwards too
        let digits = bare(&back);
        let is_digits = class_of(folded) == Class::Digits && !digits.is_empty();
        let respaced = || self.variants.iter().find(|v| is_digits && bare(&v.text) == digits);
        let reversed = || find(&back).map(|v| named(v, &["reversed"]));
        rot13.or_else(reversed).or_else(|| respaced().map(|v| named(v, &["respaced", "reversed"])))
    }

    /// Names a digest by its bytes: in full, or at least its first 16 bytes. `whole` says that the candidate is a
    /// token of its own: only then do digests of less than 16 bytes count, and only at their exact length.
    /// Digests are made until one fits; the usual ones come first.
    pub fn digest(&self, needles: &Inner, candidate: &[u8], whole: bool) -> Option<(Form, u8)> {
        let mut cut = None;
        // Ways before spellings: `sha256` of an odd spelling is more ordinary than an odd chain of the plain one.
        for way in &needles.ways {
            for variant in self.variants.iter().filter(|v| v.text.len() >= 2 && way.takes(v.hashes, v.usual)) {
                let digest = way.run(variant.text.as_bytes());
                let full = match digest.len() {
                    n if n >= 16 => candidate.starts_with(&digest),
                    _ => whole && candidate == digest,
                };
                if full {
                    return Some(name(way, variant, &[]));
                }
                let begins = candidate.get(..16).is_some_and(|first| digest.len() > 16 && digest.starts_with(first));
                if begins && cut.is_none() {
                    cut = Some(name(way, variant, &["truncated"]));
                }
            }
        }
        cut
    }
}

fn name(way: &Way, variant: &Variant, more: &[&'static str]) -> (Form, u8) {
    let mut form: Form = variant.form().chain(way.words.iter().copied()).collect();
    form.extend(more);
    (form, if variant.announced { 4 } else { way.class })
}

fn named(variant: &Variant, more: &[&'static str]) -> Form {
    variant.form().chain(more.iter().copied()).collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
