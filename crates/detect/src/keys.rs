//! The eight-byte keys under which spellings and digests stand in the table.
//!
//! A text key is a polynomial over the bytes that count, so that a scanner extends a candidate byte by byte.
//! Every hit is verified exactly: a key only has to be cheap and well spread.

use crate::encode;
use crate::table::mix;
use facts::IdentifierKind;
use std::ops::Range;

/// How a plain text is recognised in traffic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Around an `@`; hashed from the end to the start.
    Mailbox,
    /// Digits whatever stands between them.
    Digits,
    /// Words whatever stands between them.
    Words,
}

/// A growing text key.
#[derive(Clone, Copy)]
pub(crate) struct TextHash(u64);

impl TextHash {
    pub const NEW: Self = Self(0xcbf2_9ce4_8422_2325);

    #[inline]
    pub fn push(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
    }

    #[inline]
    pub fn key(self, class: Class) -> u64 {
        mix(self.0 ^ ((class as u64 + 1) << 60))
    }
}

/// Separators people and programs put into phone numbers and the like, byte by byte: also the no-break space (C2 A0), thin
/// and narrow spaces and hyphens and dashes of typography (E2 80 89…93, AF).
pub(crate) fn is_separator(b: u8) -> bool {
    matches!(b, b' ' | b'-' | b'(' | b')' | b'.' | b'+' | b'/' | 0xa0 | 0xc2 | 0xe2 | 0x80 | 0x89..=0x93 | 0xaf)
}

pub(crate) fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b >= 0x80
}

pub(crate) fn class_of(text: &str) -> Class {
    let ends_address = |b: u8| b <= b' ' || b"\"(),:;<>[\\]".contains(&b);
    // of quoted names and numbers of hosts too
    let is_odd = || text.starts_with('"') || text.ends_with(']');
    let is_mailbox = text.contains('@') && (is_odd() || !text.bytes().any(ends_address));
    let is_digits = || text.bytes().all(|b| b.is_ascii_digit() || is_separator(b));
    match is_mailbox {
        true => Class::Mailbox,
        false if is_digits() => Class::Digits,
        false => Class::Words,
    }
}

/// Longest text by words that is joined.
pub(crate) const MOST_WORDS: usize = 8;

/// How many bytes the sign of typography has that stands here between words: no-break spaces, dashes, quotation marks, an
/// accent by itself; 0 where none does.
fn typographic(text: &[u8]) -> usize {
    match text {
        [0xc2, 0xa0 | 0xab | 0xad | 0xb4 | 0xbb, ..] => 2,
        [0xe2, 0x80, 0x80..=0xbf, ..] => 3,
        _ => 0,
    }
}

/// The words of a text.
pub(crate) fn words(text: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    // `Ã–` is an Ö whose bytes were taken for signs
    let is_half = move |at: usize| at >= 2 && text[at - 2] == 0xc3 && matches!(text[at - 1], 0x82 | 0x83);
    let is_within =
        move |at: usize| is_word(text[at]) && (text[at] < 0xc2 || typographic(&text[at..]) == 0 || is_half(at));
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() && !is_within(at) {
            at += typographic(&text[at..]).max(1);
        }
        let start = at;
        while at < text.len() && is_within(at) {
            at += 1;
        }
        (start < at).then_some(start..at)
    })
}

/// Whether the words on both sides may be those of one text.
pub(crate) fn joins_words(mut between: &[u8]) -> bool {
    for _ in 0..3 {
        let length = match between.first() {
            None => return true,
            Some(first) if b" -+_.,/'()`".contains(first) => 1,
            Some(_) => typographic(between),
        };
        between = &between[length..];
    }
    between.is_empty()
}

/// The stretch by which a text is looked for whose words are not all joined, because other signs stand between them or
/// there are too many: `t Eriksgatan 23` of `S:t Eriksgatan 23`. None where they are joined.
pub(crate) fn anchor(kind: IdentifierKind, text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut stretches: Vec<(usize, Range<usize>)> = Vec::new();
    for word in words(bytes) {
        match stretches.last_mut() {
            Some((count, last)) if *count < MOST_WORDS && joins_words(&bytes[last.end..word.start]) => {
                (*count, last.end) = (*count + 1, word.end);
            }
            _ => stretches.push((1, word)),
        }
    }
    let signs = |range: &Range<usize>| bytes[range.clone()].iter().filter(|b| is_word(**b)).count();
    let digits = |range: &Range<usize>| bytes[range.clone()].iter().filter(|b| b.is_ascii_digit()).count();
    let weight = |range: &Range<usize>| match kind {
        // what tells ids apart stands last: `urn:patient:4711`
        IdentifierKind::ExternalId => (digits(range) >= 2, signs(range).min(3)),
        _ => (false, signs(range)),
    };
    let best = stretches.iter().map(|(_, range)| range).max_by_key(|range| weight(range))?;
    (stretches.len() > 1 && signs(best) > 1).then(|| best.clone())
}

/// More digits than any identifier has are no number.
pub(crate) const MOST_DIGITS: usize = 19;

/// The value of digits in a row.
#[inline]
pub(crate) fn number(digits: &[u8]) -> u64 {
    let (eights, rest) = digits.as_chunks::<8>();
    let high = eights.iter().fold(0u64, |n, eight| n.wrapping_mul(100_000_000).wrapping_add(eight_digits(*eight)));
    rest.iter().fold(high, |n, d| n.wrapping_mul(10).wrapping_add(u64::from(d & 15)))
}

/// Pairs, then fours, then all eight at once.
#[inline]
fn eight_digits(digits: [u8; 8]) -> u64 {
    let n = u64::from_le_bytes(digits) & 0x0f0f_0f0f_0f0f_0f0f;
    let n = (n.wrapping_mul(2561) >> 8) & 0x00ff_00ff_00ff_00ff;
    let n = (n.wrapping_mul(6_553_601) >> 16) & 0x0000_ffff_0000_ffff;
    n.wrapping_mul(42_949_672_960_001) >> 32
}

/// The key of so many digits of this value, whatever stands between them.
#[inline]
pub(crate) fn digits_key(value: u64, count: usize) -> u64 {
    mix(value ^ (count as u64 + 32) << 58)
}

pub(crate) fn text_key(text: &str) -> u64 {
    match class_of(text) {
        Class::Mailbox => mailbox_key(text.bytes().rev()),
        Class::Digits => Digits::of(text).key(),
        Class::Words => words_key(text),
    }
}

pub(crate) fn words_key(text: &str) -> u64 {
    let mut hash = TextHash::NEW;
    words(text.as_bytes()).flat_map(|word| text.as_bytes()[word].iter()).for_each(|b| hash.push(*b));
    hash.key(Class::Words)
}

/// The digits of a text as a number, in both directions, and how many there are.
#[derive(Default)]
pub(crate) struct Digits {
    value: u64,
    backwards: u64,
    pub count: usize,
}

impl Digits {
    pub fn of(text: &str) -> Self {
        let (mut digits, mut power) = (Self::default(), 1u64);
        for digit in text.bytes().filter(u8::is_ascii_digit).map(|b| u64::from(b & 15)) {
            digits.value = digits.value.wrapping_mul(10).wrapping_add(digit);
            digits.backwards = digits.backwards.wrapping_add(power.wrapping_mul(digit));
            power = power.wrapping_mul(10);
            digits.count += 1;
        }
        digits
    }

    pub fn key(&self) -> u64 {
        digits_key(self.value, self.count)
    }

    /// Of the digits from the last to the first.
    pub fn backwards(&self) -> u64 {
        digits_key(self.backwards, self.count)
    }
}

/// The key of an address by its bytes from the last to the first.
pub(crate) fn mailbox_key(backwards: impl Iterator<Item = u8>) -> u64 {
    let mut hash = TextHash::NEW;
    backwards.for_each(|b| hash.push(b));
    hash.key(Class::Mailbox)
}

/// What a text of words becomes backwards and by ROT13. Short ones would be other people's names.
pub(crate) fn turned(text: &str) -> impl Iterator<Item = String> + use<'_> {
    const LEAST: usize = 4;
    let counts = text.chars().filter(|c| c.is_alphanumeric()).count() >= LEAST;
    let ways = [encode::reversed as fn(&str) -> String, encode::rot13];
    ways.into_iter().filter(move |_| counts).map(move |way| way(text))
}

/// Number of words a scanner has to join to see this text.
pub(crate) fn words_in(text: &str) -> usize {
    words(text.as_bytes()).count()
}

/// Key of a digest or of its first bytes.
#[inline]
pub(crate) fn digest_key(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<8>() {
        Some(first) => u64::from_le_bytes(*first),
        None => mix(bytes.iter().fold(1, |n, b| n << 8 | u64::from(*b))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_ignore_case_and_what_stands_between() {
        assert_eq!(text_key("Anna@Example.com"), text_key("anna@example.COM"));
        assert_eq!(text_key("070-174 06 05"), text_key("0701740605"));
        assert_eq!(text_key("Anna-Karin"), text_key("annakarin"));
        assert_eq!(text_key("“Östra\u{a0}Ågatan\u{202f}7”"), text_key("Östra Ågatan 7"));
        assert_eq!(text_key("Anna\u{2011}Karin"), text_key("annakarin"));
        assert_ne!(text_key("0701740605"), text_key("0701740606"));
        for digits in ["070-174 06 05", "7", "12345678901234567890123"] {
            let reversed: String = digits.chars().rev().collect();
            assert_eq!(Digits::of(digits).backwards(), text_key(&reversed));
            assert_eq!(Digits::of(digits).key(), text_key(digits));
        }
        assert_eq!(words_in("Storgatan 12 B"), 3);
        assert_eq!(words_in("Ågatan 4½ – Östra"), 3);
        for digits in ["", "7", "12345678", "0701740605", "9999999999999999999"] {
            assert_eq!(number(digits.as_bytes()), digits.parse().unwrap_or(0));
        }
    }

    #[test]
    fn texts_whose_words_are_not_joined_are_looked_for_by_what_tells_them_apart() {
        use IdentifierKind as K;
        for (kind, text, stretch) in [
            (K::Address, "S:t Eriksgatan 23", "t Eriksgatan 23"),
            (K::Address, "Karl XI:s gata 4 #12", "s gata 4"),
            (K::ExternalId, "auth0|5f7c8ec7a1b2c3d4e5f60718", "5f7c8ec7a1b2c3d4e5f60718"),
            (K::ExternalId, "EXAMPLE\\anna.berg", "anna.berg"),
            (K::ExternalId, "urn:patient:12", "12"),
            (K::ExternalId, "https://id.example.se/u/88421377", "id.example.se/u/88421377"),
            (K::Address, "a b c d e f g h i 12", "a b c d e f g h"),
        ] {
            assert_eq!(anchor(kind, text).map(|range| &text[range]), Some(stretch));
        }
        for joined in ["Storgatan 12, lgh 1101", "dGVzdHVzZXIwMDE4ODQ=", "O`Brien", "a|b"] {
            assert_eq!(anchor(K::ExternalId, joined), None);
        }
    }
}
