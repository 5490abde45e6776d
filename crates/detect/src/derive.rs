//! What one value looks like in every spelling and digest: made again at a hit, to verify it exactly and to name it.

use crate::compile::same_key;
use crate::digest::Way;
use crate::encode;
use crate::keys::{Class, anchor, class_of, is_word};
use crate::needles::{Inner, Value};
use crate::normalise::Variant;
use facts::IdentifierKind;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A value in every spelling.
pub(crate) struct Derived {
    pub value: Value,
    /// The same for all who have this identifier, however they typed it.
    pub same: u64,
    variants: Vec<Variant>,
    /// The stretches by which some of the spellings are looked for.
    anchors: Vec<(usize, Range<usize>)>,
}

/// A recognised form: words from what was typed to the token, without the final encoding of a digest.
pub(crate) type Form = Vec<&'static str>;

/// What a token is, and how far it is from what was typed, then from the spelling by which it is known: of two people
/// whom it fits, the nearer one has it.
pub(crate) struct Fit {
    pub form: Form,
    pub far: (Change, Change),
}

/// What has to be done to one text to get another, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    Nothing,
    LetterCase,
    Separators,
    /// Separators between digits taken out, put in or moved: `1-2` and `12`.
    Numbers,
    /// Letters and digits are others: something was cut off, or is written in another way.
    Derived,
    /// Written backwards or through ROT13.
    Turned,
}

impl Change {
    fn between(from: &str, to: &str) -> Self {
        if from == to {
            return Self::Nothing;
        }
        let [from, to] = [from, to].map(|text| text.nfc().collect::<String>());
        let [small, other] = [&from, &to].map(|text| text.to_lowercase());
        match () {
            () if from == to => Self::Nothing,
            () if small == other => Self::LetterCase,
            () if bare(&small) != bare(&other) => Self::Derived,
            () if numbers(&small).eq(numbers(&other)) => Self::Separators,
            () => Self::Numbers,
        }
    }
}

impl Derived {
    pub fn new(needles: &Inner, index: u32) -> Self {
        let value = needles.value(index);
        let variants = needles.variants(value);
        let in_words = variants.iter().enumerate().filter(|(_, v)| class_of(&v.text) == Class::Words);
        let anchors = in_words.filter_map(|(i, v)| Some((i, anchor(value.kind, &v.text)?))).collect();
        Self { value, same: same_key(value.kind, &variants), variants, anchors }
    }

    /// Where a whole spelling stands of which the token is the stretch by which it is looked for.
    pub fn around(&self, data: &[u8], token: &Range<usize>) -> Option<Range<usize>> {
        let is = |range: Range<usize>, text: &str, simple: fn(&str) -> String| {
            data.get(range).is_some_and(|b| {
                b.eq_ignore_ascii_case(text.as_bytes())
                    || std::str::from_utf8(b).is_ok_and(|b| simple(b) == simple(text))
            })
        };
        let whole = |(variant, stretch): &(usize, Range<usize>)| {
            let text = &*self.variants[*variant].text;
            let start = token.start.checked_sub(stretch.start)?;
            let end = token.end + text.len() - stretch.end;
            let goes_on = |at: usize| data.get(at).is_some_and(|b| is_word(*b));
            let is_whole = is(start..token.start, &text[..stretch.start], str::to_lowercase)
                && is(token.end..end, &text[stretch.end..], str::to_lowercase)
                && is(token.clone(), &text[stretch.clone()], |text| bare(&text.to_lowercase()))
                && !(start > 0 && goes_on(start - 1) && goes_on(start))
                && !(goes_on(end - 1) && goes_on(end));
            is_whole.then_some(start..end)
        };
        self.anchors.iter().filter_map(whole).max_by_key(Range::len)
    }

    /// Whether this is a street whose number was left out: everybody's who lives there.
    pub fn is_street_alone(&self, form: &[&'static str]) -> bool {
        let has_number = || self.variants[0].text.contains(char::is_numeric);
        self.value.kind == IdentifierKind::Address && form.contains(&"google-name") && has_number()
    }

    /// Names a plain text: exactly a spelling, or one in other letter case, or with other separators.
    pub fn text(&self, surface: &str) -> Option<Fit> {
        let fit = |v: &Variant, more: &[&'static str]| Fit { form: named(v, more), far: self.far(v, surface) };
        if let Some(v) = self.plain().find(|v| v.text == surface) {
            return Some(fit(v, &["plain"]));
        }
        let folded = surface.to_lowercase();
        if let Some(v) = self.plain().find(|v| v.text.to_lowercase() == folded) {
            return Some(fit(v, &["letter-case", "plain"]));
        }
        let bare = bare(&folded);
        let respaced = |v: &&Variant| {
            let text = v.text.to_lowercase();
            !text.contains('@') && self::bare(&text) == bare && self.may_be_respaced(&text, &folded)
        };
        if !self.is_of_another_century(&folded)
            && let Some(v) = self.plain().find(respaced)
        {
            return Some(fit(v, &["respaced", "plain"]));
        }
        self.disguised(&folded).map(|form| Fit { form, far: (Change::Turned, Change::Turned) })
    }

    /// Spellings that are looked for as they stand: `Storgatan 12` is another house than `Storgatan 1-2`, and only vendors
    /// who hash an address take out what stands between its numbers.
    fn plain(&self) -> impl Iterator<Item = &Variant> {
        let typed = &*self.variants[0].text;
        let is_house =
            move |v: &&Variant| !v.text.contains(|c: char| c.is_ascii_digit()) || numbers(&v.text).eq(numbers(typed));
        self.variants.iter().filter(move |v| self.value.kind != IdentifierKind::Address || is_house(v))
    }

    /// Whether other separators leave what this kind of identifier says as it was.
    fn may_be_respaced(&self, spelling: &str, surface: &str) -> bool {
        let words = |text: &str| text.split(|c: char| !c.is_alphanumeric()).map(str::len).collect::<Vec<_>>();
        match self.value.kind {
            IdentifierKind::Address => numbers(spelling).eq(numbers(surface)),
            // `94-03-01` of `940301`; `1994-11` is no `1994-1-1`
            IdentifierKind::BirthDate => {
                let [own, other] = [words(spelling), words(surface)];
                own == other || own == [6] && other == [2, 2, 2]
            }
            // without any, it is the same id
            IdentifierKind::ExternalId => {
                let typed = &*self.variants[0].text;
                [typed, surface].iter().any(|text| words(text).len() == 1) || numbers(typed).eq(numbers(surface))
            }
            _ => true,
        }
    }

    /// How far a text is from what was typed, and from the spelling by which it is known.
    fn far(&self, variant: &Variant, text: &str) -> (Change, Change) {
        let typed = &*self.variants[0].text;
        let change = Change::between(typed, text);
        match self.value.kind {
            // how a number is grouped says nothing, nor whether it was typed with its country; that it is sent with the
            // one it was typed with does
            IdentifierKind::Phone => {
                let international = typed.starts_with('+') && change < Change::Derived;
                (if international { Change::Nothing } else { Change::Derived }, Change::Nothing)
            }
            _ => (change, Change::between(&variant.text, text)),
        }
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
        let find = |text: &str| self.plain().find(|v| is(v, text));
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
    pub fn digest(&self, needles: &Inner, candidate: &[u8], whole: bool) -> Option<(Fit, u8)> {
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
                    return Some(self.name(way, variant, &[]));
                }
                let begins = candidate.get(..16).is_some_and(|first| digest.len() > 16 && digest.starts_with(first));
                if begins && cut.is_none() {
                    cut = Some(self.name(way, variant, &["truncated"]));
                }
            }
        }
        cut
    }

    fn name(&self, way: &Way, variant: &Variant, more: &[&'static str]) -> (Fit, u8) {
        let mut form: Form = variant.form().chain(way.words.iter().copied()).collect();
        form.extend(more);
        let far = self.far(variant, &variant.text);
        (Fit { form, far }, if variant.announced { 4 } else { way.class })
    }
}

fn named(variant: &Variant, more: &[&'static str]) -> Form {
    variant.form().chain(more.iter().copied()).collect()
}

/// A text without its separators.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The numbers in a text, in order.
pub(crate) fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty())
}
