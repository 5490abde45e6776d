//! Text written with escapes: percent, HTML entities, `\uXXXX`, quoted-printable. Only the stretch that holds escapes is decoded.

use super::Scanner;
use super::emptied::Before;
use super::looks_like_text;
use super::masks::Masks;
use crate::encode::{BASE64_VALUE, HEX_VALUE, NOT};
use crate::simd;
use std::ops::Range;

type Decoder = fn(&[u8], &mut Vec<u8>);

impl Scanner {
    pub(super) fn escapes(&mut self, data: &[u8], masks: &Masks) {
        self.stretches(data, masks, "percent", simd::PERCENT, is_percent, percent_into);
        self.stretches(data, masks, "html-entities", simd::AMP, is_entity, entities);
        self.stretches(data, masks, "unicode-escape", simd::BACKSLASH, is_backslash, backslashes_into);
        self.stretches(data, masks, "quoted-printable", simd::EQUALS, is_quoted_printable, quoted_printable);
        if !masks.has(simd::HIGH) || masks.has(simd::CONTROL) {
            return;
        }
        self.stretches(data, masks, "double-utf-8", simd::HIGH, is_double, doubles);
        if std::str::from_utf8(data).is_err() {
            self.stretches(data, masks, "iso-8859-1", simd::HIGH, is_latin, latin);
        }
    }

    fn stretches(
        &mut self,
        data: &[u8],
        masks: &Masks,
        layer: &'static str,
        class: usize,
        is: fn(&[u8], usize) -> bool,
        decode: Decoder,
    ) {
        let (mut done, mut from) = (0, 0);
        let (mut parts, mut again) = (self.parts(), Vec::new());
        while let Some(at) = masks.next(class, from) {
            from = at + 1;
            if !is(data, at) {
                continue;
            }
            self.enter(at);
            if !self.may_open() {
                continue;
            }
            // text goes on together; bytes may be a container that must stand alone, values are taken apart
            if !self.structure {
                let region = match class {
                    simd::PERCENT | simd::BACKSLASH => Some(token(masks, at, done, data.len())),
                    _ => None,
                };
                let region = region.filter(|token| class == simd::PERCENT || !writes_letters(data, masks, token));
                let region = region.unwrap_or_else(|| stretch(data, masks, at, done));
                let passed = match self.before(data, &region, layer) {
                    Before::Empty => true,
                    Before::Again(first) => {
                        again.push((first, region.clone()));
                        true
                    }
                    Before::New(mark) => {
                        let is_text = parts.add_text(&region, |out| decode(&data[region.clone()], out));
                        self.opens(mark.filter(|_| is_text), &region);
                        is_text
                    }
                };
                if passed {
                    (done, from) = (region.end, region.end);
                    continue;
                }
            }
            // bytes may hold quotes
            let region = stretch(data, masks, at, done);
            let mut content = Vec::new();
            decode(&data[region.clone()], &mut content);
            if class == simd::BACKSLASH && !looks_like_text(&content) {
                content = string(&data[region.clone()]);
            }
            self.open(layer, region.clone(), &content);
            (done, from) = (region.end, region.end);
        }
        self.open_many(layer, parts);
        again.retain(|(first, _)| self.held_something(*first));
        if !again.is_empty() {
            let mut parts = self.parts();
            for (_, region) in &again {
                parts.add_text(region, |out| decode(&data[region.clone()], out));
            }
            self.open_many(layer, parts);
        }
    }
}

/// Around an escape: to the next sign that ends any token.
fn token(masks: &Masks, at: usize, floor: usize, end: usize) -> Range<usize> {
    let start = masks.last(simd::END, floor..at).map_or(floor, |i| i + 1);
    start..masks.next(simd::END, at).unwrap_or(end)
}

/// Around an escape: to the next sign that ends any token. Escaped `&` and `=` are inside, raw ones outside;
/// a soft line break of quoted-printable is inside.
fn stretch(data: &[u8], masks: &Masks, at: usize, floor: usize) -> Range<usize> {
    let sign = data[at];
    let ends = |i: &usize| match data[*i] {
        b'"' | b'<' | b'>' => *i == 0 || data[*i - 1] != b'\\',
        b'&' => sign != b'&' && sign != b'\\',
        b'\r' | b'\n' => !(sign == b'=' && soft_break_holds(data, *i)),
        // all but percent leave blanks within a line as they are
        b => !(b == b' ' && sign != b'%'),
    };
    let earlier = |from: &usize| masks.last(simd::END, floor..*from);
    let start = std::iter::successors(earlier(&at), earlier).find(ends).map_or(floor, |i| i + 1);
    let later = |from: &usize| masks.next(simd::END, from + 1);
    let end = std::iter::successors(masks.next(simd::END, at), later).find(ends).unwrap_or(data.len());
    start..end
}

/// Whether letters beyond ASCII are written by their numbers: what they stand in, an address, may go on behind a blank.
fn writes_letters(data: &[u8], masks: &Masks, token: &Range<usize>) -> bool {
    let number = |at: &usize| match &data[*at..token.end] {
        [_, b'u', high @ ..] => high.len() >= 2 && (&high[..2] != b"00" || high.get(2) >= Some(&b'8')),
        _ => false,
    };
    let next = |from: usize| masks.next(simd::BACKSLASH, from).filter(|at| *at < token.end);
    std::iter::successors(next(token.start), |at| next(at + 1)).any(|at| number(&at))
}

fn soft_break_holds(data: &[u8], i: usize) -> bool {
    let before = if data[i] == b'\n' && i > 0 && data[i - 1] == b'\r' { i.wrapping_sub(2) } else { i.wrapping_sub(1) };
    data.get(before) == Some(&b'=') && !pads(data, before)
}

/// Whether an `=` at the end of a line ends base64: two are no soft break, nor is one behind whole quads of its signs.
fn pads(data: &[u8], at: usize) -> bool {
    const LEAST: usize = 11;
    let run = data[..at].iter().rev().take_while(|b| BASE64_VALUE[usize::from(**b)] != NOT).count();
    let text = &data[at - run..at];
    let mixed = [u8::is_ascii_uppercase, u8::is_ascii_lowercase].iter().all(|is| text.iter().any(is));
    data[..at].ends_with(b"=") || (run >= LEAST && run % 4 == 3 && mixed)
}

/// What an escape stands for: at most one character.
#[derive(Clone, Copy)]
pub(crate) struct Sign([u8; 4], u8);

impl Sign {
    const NOTHING: Self = Self([0; 4], 0);

    fn byte(b: u8) -> Self {
        Self([b, 0, 0, 0], 1)
    }

    fn of(c: char) -> Self {
        let mut bytes = [0; 4];
        let length = c.encode_utf8(&mut bytes).len();
        Self(bytes, length as u8)
    }

    fn bytes(&self) -> &[u8] {
        &self.0[..usize::from(self.1)]
    }
}

fn hex_pair(data: &[u8]) -> Option<u8> {
    let (h, l) = (HEX_VALUE[*data.first()? as usize], HEX_VALUE[*data.get(1)? as usize]);
    (h != NOT && l != NOT).then_some(h << 4 | l)
}

fn is_percent(data: &[u8], at: usize) -> bool {
    hex_pair(&data[at + 1..]).is_some() || is_number(&data[at..])
}

/// As ECMAScript's `escape` writes a letter beyond Latin-1.
fn is_number(data: &[u8]) -> bool {
    data.starts_with(b"%u") && unit(&data[2..]).is_some()
}

/// RFC 3986: every valid triplet; anything else stays. Where `escape` wrote it (ECMA-262 section B.2.1.1), numbers of letters.
pub(crate) fn percent(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len());
    percent_into(data, &mut out);
    out
}

fn percent_into(data: &[u8], out: &mut Vec<u8>) {
    let numbers = memchr::memmem::find(data, b"%u").is_some_and(|at| is_number(&data[at..]));
    replace(data, b'%', out, |rest| match hex_pair(&rest[1..]) {
        Some(b) => Some((if numbers { Sign::of(char::from(b)) } else { Sign::byte(b) }, 3)),
        None if numbers && is_number(rest) => utf16_escape(rest),
        None => None,
    });
}

/// Copies `data`, replacing what `decode` recognises at every `sign`: (character, length consumed, no less than its own).
fn replace(data: &[u8], sign: u8, out: &mut Vec<u8>, decode: impl Fn(&[u8]) -> Option<(Sign, usize)>) {
    let mut to = out.len();
    // a character is written as four bytes, of which some count
    out.resize(to + data.len() + 4, 0);
    let mut rest = data;
    while let Some(first) = rest.first() {
        if *first == sign
            && let Some((Sign(bytes, length), used)) = decode(rest)
        {
            out[to..to + 4].copy_from_slice(&bytes);
            to += usize::from(length);
            rest = &rest[used..];
            continue;
        }
        let plain = next(sign, rest);
        out[to..to + plain].copy_from_slice(&rest[..plain]);
        to += plain;
        rest = &rest[plain..];
    }
    out.truncate(to);
}

/// Where the next such sign after the first is, or the end: often near.
fn next(sign: u8, text: &[u8]) -> usize {
    const NEAR: usize = 3;
    let near = text.len().min(1 + NEAR);
    let far = || memchr::memchr(sign, &text[near..]).map_or(text.len(), |i| near + i);
    text[1..near].iter().position(|b| *b == sign).map_or_else(far, |i| i + 1)
}

fn character(code: u32) -> Option<Sign> {
    char::from_u32(code).map(Sign::of)
}

fn is_entity(data: &[u8], at: usize) -> bool {
    entity(&data[at..]).is_some()
}

/// Numeric references, and the named ones that stand inside identifiers (HTML Living Standard 13.5).
fn entity(data: &[u8]) -> Option<(Sign, usize)> {
    let length = data.iter().take(12).position(|b| *b == b';')?;
    let name = std::str::from_utf8(&data[1..length]).ok()?;
    let code = match name.strip_prefix('#') {
        Some(n) => match n.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => n.parse().ok()?,
        },
        None => u32::from(named_entity(name)?),
    };
    Some((character(code)?, length + 1))
}

fn named_entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" | "AMP" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "commat" => '@',
        "period" => '.',
        "plus" => '+',
        "lowbar" => '_',
        "hyphen" | "dash" => '-',
        "num" => '#',
        "equals" => '=',
        "colon" => ':',
        "nbsp" => ' ',
        "aring" => 'å',
        "auml" => 'ä',
        "ouml" => 'ö',
        "Aring" => 'Å',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "eacute" => 'é',
        "uuml" => 'ü',
        "oslash" => 'ø',
        "aelig" => 'æ',
        _ => return None,
    })
}

fn entities(data: &[u8], out: &mut Vec<u8>) {
    replace(data, b'&', out, entity);
}

/// UTF-8 that was taken for ISO 8859-1 or Windows-1252, and written as UTF-8 again: `Ã¶` for `ö`.
fn is_double(data: &[u8], at: usize) -> bool {
    double(&data[at..]).is_some()
}

fn doubles(data: &[u8], out: &mut Vec<u8>) {
    replace(data, LEAD, out, double);
}

/// First byte of the signs from À to ÿ, and so of all that the first bytes of UTF-8 were taken for, but for Â.
const LEAD: u8 = 0xc3;

fn double(data: &[u8]) -> Option<(Sign, usize)> {
    // the second sign is one of the second hundred, or beyond
    if !matches!(data, [LEAD, _, 0xc2 | 0xc5 | 0xc6 | 0xcb | 0xe2, ..]) {
        return None;
    }
    let text = data[..data.len().min(12)].utf8_chunks().next()?.valid();
    let mut signs = text.chars().scan(0, |end, c| {
        *end += c.len_utf8();
        Some((windows_1252(c)?, *end))
    });
    let (first, _) = signs.next()?;
    let more = match first {
        0xc2..0xe0 => 1,
        0xe0..0xf0 => 2,
        0xf0..0xf5 => 3,
        _ => return None,
    };
    let rest: Vec<(u8, usize)> = signs.take(more).collect();
    let bytes: Vec<u8> = std::iter::once(first).chain(rest.iter().map(|(b, _)| *b)).collect();
    let sign = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((Sign::of(sign), rest.last()?.1))
}

/// The byte that a character was taken from; ISO 8859-1 where Windows-1252 has none.
fn windows_1252(c: char) -> Option<u8> {
    /// From 0x80 on (WHATWG Encoding Standard, index windows-1252).
    const BEYOND: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    u8::try_from(c).ok().or_else(|| BEYOND.iter().position(|b| *b == c).map(|n| 0x80 + n as u8))
}

/// A letter beyond ASCII that is not UTF-8.
fn is_latin(data: &[u8], at: usize) -> bool {
    data[at..].utf8_chunks().next().is_some_and(|chunk| chunk.valid().is_empty())
}

/// ISO 8859-1: every byte is the character of its number.
fn latin(data: &[u8], out: &mut Vec<u8>) {
    data.iter().for_each(|b| out.extend_from_slice(Sign::of(char::from(*b)).bytes()));
}

fn is_backslash(data: &[u8], at: usize) -> bool {
    backslash(&data[at..]).is_some()
}

/// Escapes of JSON and ECMAScript strings.
pub(crate) fn backslash(data: &[u8]) -> Option<(Sign, usize)> {
    Some(match data.get(1)? {
        b'u' if data.get(2) == Some(&b'{') => {
            let close = data.iter().take(11).position(|b| *b == b'}')?;
            let code = u32::from_str_radix(std::str::from_utf8(&data[3..close]).ok()?, 16).ok()?;
            (character(code)?, close + 1)
        }
        b'u' => utf16_escape(data)?,
        b'x' => bytes(data, 4, |escape| hex_pair(escape.strip_prefix(b"\\x")?))?,
        b'0'..=b'3' => bytes(data, 4, |escape| octal(escape.strip_prefix(b"\\")?))?,
        b'n' => (Sign::byte(b'\n'), 2),
        b'r' => (Sign::byte(b'\r'), 2),
        b't' => (Sign::byte(b'\t'), 2),
        b'b' | b'f' => (Sign::byte(b' '), 2),
        b'"' => (Sign::byte(b'"'), 2),
        b'/' => (Sign::byte(b'/'), 2),
        b'\\' => (Sign::byte(b'\\'), 2),
        _ => return None,
    })
}

/// Escapes of one byte each, of so many signs: what together is a sign in UTF-8 was bytes, as servers log them, any
/// other the number of a letter.
fn bytes(data: &[u8], length: usize, byte: impl Fn(&[u8]) -> Option<u8>) -> Option<(Sign, usize)> {
    let first = byte(data)?;
    let more = match first {
        0xc2..0xe0 => 1,
        0xe0..0xf0 => 2,
        0xf0..0xf5 => 3,
        _ => 0,
    };
    let all = (0..=more).map(|i| data.get(i * length..).and_then(&byte)).collect::<Option<Vec<u8>>>();
    let sign = all.and_then(|all| std::str::from_utf8(&all).ok()?.chars().next());
    Some(sign.map_or((Sign::of(char::from(first)), length), |sign| (Sign::of(sign), length * (more + 1))))
}

/// Three octal digits.
fn octal(data: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(data.get(..3)?).ok().filter(|d| !d.starts_with('+'))?;
    u8::from_str_radix(digits, 8).ok()
}

fn unit(data: &[u8]) -> Option<u32> {
    Some(u32::from(hex_pair(data)?) << 8 | u32::from(hex_pair(data.get(2..)?)?))
}

fn utf16_escape(data: &[u8]) -> Option<(Sign, usize)> {
    let high = unit(&data[2..])?;
    if (0xd800..0xdc00).contains(&high) && data.get(6..8) == Some(&data[..2]) {
        let low = unit(&data[8..])?;
        let code = 0x10000 + ((high - 0xd800) << 10) + low.checked_sub(0xdc00)?;
        return Some((character(code)?, 12));
    }
    Some((character(high).unwrap_or(Sign::of('\u{fffd}')), 6))
}

pub(crate) fn backslashes(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len());
    backslashes_into(data, &mut out);
    out
}

/// The UTF-16 code units of a string of JSON, where the first and most others are beyond Latin-1: halves of surrogate pairs
/// that stand alone among them (`\ud83d`), which no text has.
pub(crate) fn units_beyond(data: &[u8]) -> Option<Vec<u16>> {
    const LEAST: usize = 8;
    let begins = matches!(data, [0xc4..=0xf4, ..] | [b'\\', b'u', b'1'..=b'9' | b'a'..=b'f' | b'A'..=b'F', ..])
        || matches!(data, [b'\\', b'u', b'0', b'1'..=b'9' | b'a'..=b'f' | b'A'..=b'F', ..]);
    if !begins {
        return None;
    }
    let text = std::str::from_utf8(data).ok()?;
    let (mut units, mut rest) = (Vec::new(), text.chars());
    while let Some(sign) = rest.next() {
        let mut pair = [0; 2];
        if sign != '\\' {
            units.extend_from_slice(sign.encode_utf16(&mut pair));
            continue;
        }
        units.push(match rest.next()? {
            'b' => 8,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'u' => {
                let digits = rest.as_str().get(..4)?;
                rest = rest.as_str()[4..].chars();
                u16::from_str_radix(digits, 16).ok()?
            }
            other => u16::try_from(u32::from(other)).ok()?,
        });
    }
    let beyond = units.iter().filter(|unit| **unit > 0xff).count();
    (units.len() >= LEAST && beyond * 2 > units.len()).then_some(units)
}

/// A string of JSON. `\b` and `\f` part words in text, and are bytes in a binary string: among other signs that no text has.
pub(crate) fn string(data: &[u8]) -> Vec<u8> {
    let text = backslashes(data);
    let is_foreign = |pair: &[u8]| matches!(pair, [0xc2, 0x80..0xa0]);
    if looks_like_text(&text) && !text.windows(2).any(is_foreign) {
        return text;
    }
    let mut out = Vec::with_capacity(data.len());
    replace(data, b'\\', &mut out, |escape| match escape.get(1)? {
        b'b' => Some((Sign::byte(8), 2)),
        b'f' => Some((Sign::byte(0x0c), 2)),
        _ => backslash(escape),
    });
    out
}

fn backslashes_into(data: &[u8], out: &mut Vec<u8>) {
    replace(data, b'\\', out, backslash);
}

/// Signs that quoted-printable has a reason to escape, or three escapes in a row: `=` also stands between names and
/// values everywhere.
fn is_quoted_printable(data: &[u8], at: usize) -> bool {
    let escape = |n: &usize| data.get(at + n) == Some(&b'=') && hex_pair(&data[at + n + 1..]).is_some();
    match &data[at + 1..] {
        [b'4', b'0', ..] | [b'2', b'E' | b'B', ..] | [b'C', b'3', ..] | [b'5', b'F', ..] | [b'3', b'D', ..] => true,
        [b'2', b'0', ..] => has_further_escape(data, at),
        [b'\r', b'\n', ..] | [b'\n', ..] => {
            let line = at <= LONGEST_LINE || data[at - LONGEST_LINE - 1..at].contains(&b'\n');
            line && !pads(data, at)
        }
        _ => [0, 3, 6].iter().all(escape),
    }
}

/// Whether another escape stands near, in the same word: a `=20` alone is a value of twenty or more.
fn has_further_escape(data: &[u8], at: usize) -> bool {
    const NEAR: usize = 16;
    let in_word = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.');
    let after = data[at + 3..].iter().take(NEAR).take_while(|b| in_word(b)).count() + at + 3;
    let before = data[..at].iter().rev().take(NEAR).take_while(|b| in_word(b)).count();
    let earlier = (at - before).checked_sub(1).filter(|earlier| before >= 2 && data[*earlier] == b'=');
    is_escape(&data[after..]) || earlier.is_some_and(|earlier| is_escape(&data[earlier..]))
}

/// Of quoted-printable (RFC 2045 section 6.7).
fn is_escape(data: &[u8]) -> bool {
    matches!(data, [b'=', pair @ ..] if hex_pair(pair).is_some() && !pair[..2].iter().any(u8::is_ascii_lowercase))
}

/// A value whose every `=` begins an escape, as it reads; none where that is no text, or where an escape may be the
/// beginning of a query's value.
pub(crate) fn quoted(value: &[u8]) -> Option<Vec<u8>> {
    let mut escapes = memchr::memchr_iter(b'=', value);
    let first = escapes.next()?;
    let rest = value.get(first + 3..)?;
    // `?page=41959` is a query
    if value[..first].contains(&b'?')
        || !is_escape(&value[first..])
        || !escapes.clone().all(|at| is_escape(&value[at..]))
    {
        return None;
    }
    let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    if escapes.next().is_none() && digits > MOST_OF_HOUSE {
        return None;
    }
    let mut content = Vec::new();
    quoted_printable(value, &mut content);
    looks_like_text(&content).then_some(content)
}

/// Digits of a number in a street.
const MOST_OF_HOUSE: usize = 4;

/// Of quoted-printable (RFC 2045 section 6.7): a longer one with `=` at its end is padded base64.
const LONGEST_LINE: usize = 76;

fn quoted_printable(data: &[u8], out: &mut Vec<u8>) {
    replace(data, b'=', out, |rest| match rest.get(1..) {
        Some([b'\r', b'\n', ..]) => Some((Sign::NOTHING, 3)),
        Some([b'\n', ..]) => Some((Sign::NOTHING, 2)),
        Some(next) => hex_pair(next).map(|b| (Sign::byte(b), 3)),
        None => None,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_ends_at_what_ends_a_token() {
        let whole = |data: &[u8], at| {
            let mut masks = Masks::default();
            masks.fill(data, 7);
            data[stretch(data, &masks, at, 0)].to_vec()
        };
        assert_eq!(whole(b"x=1&em=anna%40example.com&ph=2", 11), b"em=anna%40example.com");
        assert_eq!(whole(b"to: exam=\r\nple.com\r\nnext", 8), b"to: exam=\r\nple.com");
        assert_eq!(whole(b"eyJlbWFpbCI6ICJ4In0=\nnext", 19), b"eyJlbWFpbCI6ICJ4In0=");
        assert_eq!(whole(b"eyJlbWFpbCI6IHh9Cg==\nnext", 19), b"eyJlbWFpbCI6IHh9Cg==");
    }

    #[test]
    fn broken_escapes_stay_as_they_are() {
        assert_eq!(percent(b"100%, %4, %zz%u12"), b"100%, %4, %zz%u12");
        assert_eq!(percent(b"Wr%F3bel %u0141 %uD83D%uDE00"), "Wróbel Ł 😀".as_bytes());
        let mut out = Vec::new();
        entities(b"&;&#;&#x110000;&nosuch;&", &mut out);
        assert_eq!(out, b"&;&#;&#x110000;&nosuch;&");
        assert_eq!(backslashes(b"\\u12 \\ud83d \\q\\"), "\\u12 \u{fffd} \\q\\".as_bytes());
    }

    #[test]
    fn utf_8_taken_for_another_alphabet_is_read_as_it_was() {
        let mut out = Vec::new();
        doubles("Ã–berg, Ã\u{96}berg, MalmÃ¶, RenÃ©e, O\u{cc}\u{88}, â‚¬, Ã, Ãx, á".as_bytes(), &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), "Öberg, Öberg, Malmö, Renée, O\u{308}, €, Ã, Ãx, á");
    }

    #[test]
    fn escaped_bytes_are_utf_8_where_they_can_be() {
        for (written, text) in [
            (r"\xC3\x96berg", "Öberg"),
            (r"\303\226berg", "Öberg"),
            (r"\xd6berg", "Öberg"),
            (r"\xC3\x96\xd6\xC3", "ÖÖÃ"),
            (r"\xf0\x9f\x98\x80\141", "😀a"),
            (r"\x4 \40 \400 \1+1", r"\x4 \40 \400 \1+1"),
        ] {
            assert_eq!(String::from_utf8(backslashes(written.as_bytes())).unwrap(), text);
        }
    }
}
