//! The words of an address one by one, each with what says what it may be. Traffic is read by rules that keep chance out:
//! `anna@example.com.pdf` is nobody's address there, and digits alone are no customer's number. In what is told to others
//! any of it that is on the list gives way.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

/// A text to look through, and what its lines are.
#[derive(Default)]
pub(super) struct Apart {
    pub lines: String,
    /// Where a piece begins in the lines, and where it stands in the text.
    pieces: Vec<(usize, Range<usize>)>,
}

/// Names that may be one address, on either side of its `@`.
const MOST_OF_ADDRESS: usize = 6;
/// Names that may be one number or id.
const MOST_OF_ID: usize = 4;
/// Names without digits that may be one id.
const MOST_OF_NAME: usize = 2;
/// Digits of a card.
const LONGEST_NUMBER: usize = 19;
const LONGEST_MIXED: usize = 12;
/// Letters and digits of the shortest that is looked for.
const LEAST: usize = 4;
const LONGEST: usize = 80;
const LONGEST_ID: usize = 40;
const MOST_ESCAPED: usize = 3;
/// Of a text so many names; it is as long as anybody likes.
const MOST_NAMES: usize = 512;

impl Apart {
    /// `is_host`: only what has digits in it may be somebody's.
    pub fn of(text: &str, is_host: bool) -> Self {
        let (mut apart, names) = (Self::default(), names(text));
        let at_sign = |name: &Range<usize>| plain(&text[name.clone()]).contains('@');
        for first in 0..names.len() {
            for last in first..names.len().min(first + 2 * MOST_OF_ADDRESS) {
                let place = names[first].start..names[last].end;
                if place.len() > LONGEST {
                    break;
                }
                let piece = &*plain(&text[place.clone()]);
                if piece.contains(is_break) {
                    break;
                }
                let signs = names[first..=last].iter().position(at_sign);
                let is_address = signs.is_some_and(|at| at < MOST_OF_ADDRESS && last - first - at < MOST_OF_ADDRESS);
                if is_address {
                    apart.put("email", piece, &place);
                    continue;
                }
                let count = |what: fn(&char) -> bool| piece.chars().filter(what).count();
                let (digits, letters) = (count(char::is_ascii_digit), count(|c| c.is_alphabetic()));
                let parts = last - first + 1;
                // where there are enough of both, it is found whatever stands around it
                let is_id = match (digits, letters) {
                    (0, 0) => false,
                    (0, _) => !is_host && parts <= MOST_OF_NAME,
                    (_, 0) => parts <= MOST_OF_ID && digits <= LONGEST_NUMBER,
                    _ => parts <= MOST_OF_ID && digits + letters <= LONGEST_MIXED,
                };
                if is_id && digits + letters >= LEAST && piece.len() <= LONGEST_ID {
                    apart.put("customer_id", piece, &place);
                    if letters == 0 {
                        NUMBERS.iter().for_each(|key| apart.put(key, piece, &place));
                    }
                }
            }
        }
        apart
    }

    fn put(&mut self, key: &str, piece: &str, place: &Range<usize>) {
        let _ = write!(self.lines, "{key}=");
        self.pieces.push((self.lines.len(), place.clone()));
        let _ = writeln!(self.lines, "{piece}");
    }

    /// Where in the text what begins here in the lines stands; none where it is no piece from its beginning.
    pub fn place(&self, offset: usize) -> Option<Range<usize>> {
        let at = self.pieces.binary_search_by_key(&offset, |(at, _)| *at).ok()?;
        Some(self.pieces[at].1.clone())
    }
}

/// Without escapes, also those that were escaped again.
fn plain(piece: &str) -> Cow<'_, str> {
    let mut piece = Cow::Borrowed(piece);
    for _ in 0..MOST_ESCAPED {
        if !piece.contains('%') {
            break;
        }
        let mut parts = piece.split('%');
        let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
        for part in parts {
            match part.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
                Some(byte) => {
                    bytes.push(byte);
                    bytes.extend_from_slice(&part.as_bytes()[2..]);
                }
                None => bytes.extend([b"%", part.as_bytes()].concat()),
            }
        }
        piece = String::from_utf8_lossy(&bytes).into_owned().into();
    }
    piece
}

/// Words that announce what is written in digits alone.
const NUMBERS: [&str; 5] = ["phone", "personnummer", "birth_date", "postal_code", "card"];

/// What no value is written with.
fn is_break(c: char) -> bool {
    matches!(c, '&' | '=' | '#' | '?' | '"' | '<' | '>' | '\\') || c.is_control()
}

/// Between signs, escaped ones too; `@` is in the middle of a name.
fn names(text: &str) -> Vec<Range<usize>> {
    let (mut all, mut start, mut at) = (Vec::new(), 0, 0);
    while at < text.len() && all.len() < MOST_NAMES {
        let c = text[at..].chars().next().unwrap_or_default();
        let escaped = text.get(at + 1..at + 3).filter(|_| c == '%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        let (sign, length) = match escaped {
            Some(byte) => (byte < 0x80 && is_sign(char::from(byte)), 3),
            None => (is_sign(c), c.len_utf8()),
        };
        if sign {
            all.extend((start < at).then_some(start..at));
            start = at + length;
        }
        at += length;
    }
    all.extend((start < text.len() && at >= text.len()).then_some(start..text.len()));
    all
}

fn is_sign(c: char) -> bool {
    c.is_ascii_punctuation() && c != '@' || c.is_whitespace() || c.is_control()
}
