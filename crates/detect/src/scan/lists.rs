//! Bytes written one by one: groups of hex digits with signs between them (`ab:cd`, `0xab, 0xcd`), and decimal numbers
//! (`97,110`, `"0":97,"1":110`), as programs print digests, byte arrays and the codes of letters.

use super::contents::Contents;
use super::masks::Masks;
use super::{Scanner, looks_like_text};
use crate::encode;
use crate::keys::number;
use crate::simd;
use std::ops::Range;

/// Fewer bytes are a date, an address of a network, a version.
pub(crate) const LEAST_LISTED: usize = 9;
/// Fewer that are no text are no digest.
const LEAST_DIGEST: usize = 16;
const LAYER: &str = "bytes";
/// Nine numbers and what stands between them.
const SHORTEST: usize = 2 * LEAST_LISTED + LEAST_LISTED - 1;

/// What was written, and where.
#[derive(Debug, PartialEq)]
struct List {
    region: Range<usize>,
    content: Vec<u8>,
}

impl Scanner {
    pub(super) fn lists(&mut self, data: &[u8], masks: &Masks) {
        if data.len() < SHORTEST {
            return;
        }
        let mut contents = self.collecting(LAYER);
        let mut done = 0;
        for (word, places) in masks.words(simd::HEX_LISTS, 0) {
            for at in bits(word, places) {
                if at >= done
                    && let Some((region, content)) = hex_list(data, at, done)
                {
                    done = region.end;
                    content
                        .into_iter()
                        .for_each(|content| self.list(List { region: region.clone(), content }, &mut contents));
                }
            }
        }
        done = 0;
        for (word, places) in masks.words(simd::NUMBER_LISTS, 2) {
            for at in bits(word, places) {
                if at >= done {
                    let region = numbers_around(data, at, done);
                    done = region.end;
                    if region.len() < SHORTEST || !may_be_large(&data[region.clone()]) {
                        continue;
                    }
                    number_lists(data, region).into_iter().for_each(|list| self.list(list, &mut contents));
                }
            }
        }
        self.read_on(contents);
    }

    fn list(&mut self, List { region, content }: List, into: &mut Contents) {
        self.enter(region.start);
        if may_hold(&content) && self.may_open() {
            self.collect(into, region, &content);
        }
    }

    /// An array or object of JSON whose values are small numbers, or words of 32 bits.
    pub(crate) fn listed(&mut self, text: &[u8]) {
        let whole = || Some(List { region: 0..text.len(), content: words(text)? });
        let mut all = number_lists(text, 0..text.len());
        all.extend(if all.is_empty() { whole() } else { None });
        for List { region, content } in all {
            if may_hold(&content) {
                self.open(LAYER, region, &content);
            }
        }
    }
}

/// Whether bytes may be text, in Latin-1 too, or a digest: of small numbers only, neither is.
fn may_hold(content: &[u8]) -> bool {
    if content.iter().all(|b| *b < b' ') {
        return false;
    }
    let is_latin = || content.iter().all(|b| !super::is_control(*b) && !(0x80..0xa0).contains(b));
    content.len() >= LEAST_DIGEST || looks_like_text(content) || is_latin()
}

/// An array of 32-bit numbers, highest byte first, as CryptoJS keeps digests and texts.
fn words(text: &[u8]) -> Option<Vec<u8>> {
    let array = std::str::from_utf8(text).ok()?.strip_prefix('[')?.strip_suffix(']')?;
    let word = |n: &str| n.trim().parse().ok().or_else(|| n.trim().parse().ok().map(i32::cast_unsigned));
    let words = array.split(',').map(word).collect::<Option<Vec<u32>>>()?;
    let mut content: Vec<u8> = words.into_iter().flat_map(u32::to_be_bytes).collect();
    // the last word of a text may be filled up
    let zeros = content.iter().rev().take(3).take_while(|b| **b == 0).count();
    if looks_like_text(&content[..content.len() - zeros]) {
        content.truncate(content.len() - zeros);
    }
    Some(content)
}

/// The places of the set bits of the word that begins here.
fn bits(word: usize, mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (bits != 0).then(|| word + bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(at)
    })
}

/// Groups of as many digits as the one that begins here, with the same signs between each two: where they stand, and what they
/// are unless they are read elsewhere.
fn hex_list(data: &[u8], at: usize, floor: usize) -> Option<(Range<usize>, Option<Vec<u8>>)> {
    let is_hex = |at: usize| data.get(at).is_some_and(u8::is_ascii_hexdigit);
    let digits = (at..data.len()).take_while(|i| is_hex(*i)).count();
    if !data.get(at + digits).is_some_and(|b| SIGNS.contains(b)) {
        return None;
    }
    let is_group = |at: usize| (at..at + digits).all(is_hex) && !is_hex(at + digits);
    let fits = |n: &usize| data.get(at + digits..at + digits + n).is_some_and(separates) && is_group(at + digits + n);
    let length = (1..=LONGEST_BETWEEN).find(fits)?;
    let (between, step) = (&data[at + digits..at + digits + length], digits + length);
    let (mut start, mut end) = (at, at + digits);
    while start >= floor + step && data[..start].ends_with(between) && is_group(start - step) {
        start -= step;
    }
    while data[end..].starts_with(between) && is_group(end + length) {
        end += step;
    }
    let count = (end - start + length) / step;
    if count * digits / 2 < LEAST_LISTED {
        return None;
    }
    let content: Vec<u8> = (start..end).step_by(step).flat_map(|at| encode::unhex(&data[at..at + digits])).collect();
    // text in these is read as the escapes of a program
    let is_escaped = between.contains(&b'\\') && looks_like_text(&content);
    Some((start..end, (!is_escaped).then_some(content)))
}

const LONGEST_BETWEEN: usize = 4;
const SIGNS: &[u8] = b":-._ ,;|/\\";

/// Signs between groups of hex digits, and what may announce the next.
fn separates(between: &[u8]) -> bool {
    let signs = [&b"0x"[..], b"0X"].iter().find_map(|hex| between.strip_suffix(*hex));
    let signs = signs.or(between.strip_suffix(b"\\x").map(|_| &between[..1]));
    let signs = signs.unwrap_or(between);
    !signs.is_empty() && signs.iter().all(|b| SIGNS.contains(b))
}

/// The digits around a place, and what may stand between numbers.
fn numbers_around(data: &[u8], at: usize, floor: usize) -> Range<usize> {
    let is = |b: &&u8| AROUND[**b as usize];
    let start = at - data[floor..at].iter().rev().take_while(is).count();
    start..at + data[at..].iter().take_while(is).count()
}

/// Digits, and what may stand between numbers or around their names.
static AROUND: [bool; 256] = {
    let mut table = [false; 256];
    let signs = b"0123456789 \t\r\n,;:-._|/\"\\";
    let mut i = 0;
    while i < signs.len() {
        table[signs[i] as usize] = true;
        i += 1;
    }
    table
};

const BETWEEN: &[u8] = b",;:-._|/";

/// Whether any number may be a byte that is not below ten: of others only, no list holds anything.
fn may_be_large(numbers: &[u8]) -> bool {
    let two_digits = |two: &[u8]| two[0].is_ascii_digit() & two[1].is_ascii_digit();
    numbers.windows(2).any(two_digits) || memchr::memchr(b'-', numbers).is_some()
}

/// A number, and the one that is its name: `"7":97`.
struct Number {
    region: Range<usize>,
    name: Option<u64>,
    /// The byte it is, also with a sign.
    byte: Option<u8>,
}

fn numbers(data: &[u8], region: Range<usize>) -> impl Iterator<Item = Number> {
    let text = &data[..region.end];
    let mut at = region.start;
    std::iter::from_fn(move || {
        let (mut value, mut small) = digits(text, at)?;
        let (mut start, mut name) = (value.start, None);
        if matches!(text.get(value.end), Some(b'"' | b'\\')) {
            // its quotes may be escaped
            let escapes = text[value.end..].iter().take_while(|b| **b == b'\\').count();
            if text[value.end + escapes..].starts_with(b"\":")
                && let Some(named) = digits(text, value.end)
            {
                name = Some(number(&text[value.clone()]));
                // of its quotes one may be missing
                start = start.saturating_sub(1 + escapes).max(at);
                (value, small) = named;
            }
        }
        let before = |i: usize| value.start.checked_sub(i).map_or(0, |i| text[i]);
        let is_negative = before(1) == b'-' && !before(2).is_ascii_digit();
        start -= usize::from(is_negative && name.is_none());
        let byte = small.and_then(|n| match n {
            1..=128 if is_negative => Some((256 - n) as u8),
            _ => u8::try_from(n).ok().filter(|_| !is_negative),
        });
        at = value.end;
        Some(Number { region: start..at, name, byte })
    })
}

/// The next digits, and their value if they are no more than three.
#[inline]
fn digits(text: &[u8], from: usize) -> Option<(Range<usize>, Option<u16>)> {
    let start = from + text[from..].iter().position(u8::is_ascii_digit)?;
    let (mut end, mut value) = (start, 0u16);
    while let Some(digit) = text.get(end).filter(|b| b.is_ascii_digit()) {
        value = value.wrapping_mul(10).wrapping_add(u16::from(digit & 15));
        end += 1;
    }
    Some((start..end, Some(value).filter(|_| end - start <= 3)))
}

/// The sign between two numbers, whatever blanks are around it; blanks alone only within a line.
fn between(data: &[u8]) -> Option<u8> {
    match data {
        [b' '] => return Some(b' '),
        [sign] if BETWEEN.contains(sign) => return Some(*sign),
        _ => {}
    }
    match data.trim_ascii() {
        [] => (!data.is_empty() && data.iter().all(|b| *b == b' ')).then_some(b' '),
        [sign] => Some(*sign).filter(|sign| BETWEEN.contains(sign)),
        _ => None,
    }
}

/// Numbers of one byte each, with the same sign between each two; if they have names, these count from zero.
fn number_lists(data: &[u8], region: Range<usize>) -> Vec<List> {
    let mut all = Vec::new();
    let mut list = List { region: 0..0, content: Vec::new() };
    // what stands between two of the list, and where its last one begins
    let (mut sign, mut last) = (None, 0);
    for Number { region, name, byte } in numbers(data, region) {
        let Some(byte) = byte else {
            all.extend(whole(&mut list));
            continue;
        };
        let count = list.content.len();
        let next = if count > 0 { between(&data[list.region.end..region.start]) } else { None };
        if next.is_none() || name.is_some_and(|name| name != count as u64) {
            all.extend(whole(&mut list));
            list.region.start = region.start;
        } else if count > 1 && sign != next {
            // the last one is the first of others
            let first = list.content[count - 1];
            all.extend(whole(&mut list));
            list.region = last..region.end;
            list.content.push(first);
        }
        (sign, last) = (next, region.start);
        list.content.push(byte);
        list.region.end = region.end;
    }
    all.extend(whole(&mut list));
    all
}

/// The list, if it is long enough; leaves an empty one.
fn whole(list: &mut List) -> Option<List> {
    if list.content.len() < LEAST_LISTED {
        list.content.clear();
        return None;
    }
    Some(std::mem::replace(list, List { region: 0..0, content: Vec::new() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::properties::Random;

    fn lists(text: &str) -> Vec<(String, Vec<u8>)> {
        let all = number_lists(text.as_bytes(), 0..text.len());
        all.into_iter().map(|l| (text[l.region].to_owned(), l.content)).collect()
    }

    #[test]
    fn a_name_without_all_of_its_quotes_begins_behind_the_number_before() {
        assert_eq!(lists(r#"1\2\\":3"#), []);
    }

    #[test]
    fn numbers_in_a_row_are_bytes() {
        let text = b"anna.berg";
        let numbers: Vec<String> = text.iter().map(u8::to_string).collect();
        for sign in [",", ", ", " ", "-", ";", ",\n  "] {
            let written = numbers.join(sign);
            assert_eq!(lists(&format!("x = 5/{written}/ 1000{sign}7")), [(written, text.to_vec())], "{sign}");
        }
        let named: Vec<String> = numbers.iter().enumerate().map(|(i, n)| format!("\"{i}\": {n}")).collect();
        assert_eq!(lists(&format!("{{{}}}", named.join(", "))), [(named.join(", "), text.to_vec())]);
        assert_eq!(lists("-1,-128,0,127,-3,1,2,3,4")[0].1, [255, 128, 0, 127, 253, 1, 2, 3, 4]);
        let escaped = r#"{\"0\":49,\"1\":50,\"2\":51,\"3\":52,\"4\":53,\"5\":54,\"6\":55,\"7\":56,\"8\":57}"#;
        assert_eq!(lists(escaped)[0].1, b"123456789");
        for none in
            ["1,2,3,4,5,6,7,8", "1,2,3,4,5,6,7,8.9,10", "1\n2\n3\n4\n5\n6\n7\n8\n9", "1,2,3,4,256,6,7,8,9,10,11"]
        {
            assert_eq!(lists(none), [], "{none}");
        }
    }

    #[test]
    fn groups_of_hex_digits_are_bytes() {
        let mut r = Random(4);
        let (bytes, mut masks) = (r.bytes(16), Masks::default());
        let hex = encode::hex(&bytes);
        for digits in [2, 4, 8] {
            let signs = [":", "-", " ", ", ", "\\x", ",0x", ", 0x"];
            for sign in &signs[..if digits == 2 { 7 } else { 4 }] {
                for before in ["", "ab ", "x", "0123456789012345678901234567890123456789012345678901"] {
                    let groups: Vec<&str> = (0..32).step_by(digits).map(|i| &hex[i..i + digits]).collect();
                    let written = groups.join(sign);
                    let data = format!("{before}{}{written}!", if before == "x" { "" } else { "=" });
                    masks.fill(data.as_bytes(), 7);
                    let places: Vec<usize> =
                        masks.words(simd::HEX_LISTS, 0).flat_map(|(word, places)| bits(word, places)).collect();
                    let found: Vec<_> = places.iter().filter_map(|at| hex_list(data.as_bytes(), *at, 0)).collect();
                    assert!(found.iter().any(|(_, content)| content.as_ref() == Some(&bytes)), "{data} {places:?}");
                }
            }
        }
    }

    /// Else each of its groups would be looked at from there to its end.
    #[test]
    fn what_is_read_as_escapes_is_passed_over_at_once() {
        let text = format!("x = {};", r"\x41".repeat(1000));
        let end = text.len() - 1;
        assert_eq!(hex_list(text.as_bytes(), 6, 0), Some((6..end, None)));
    }

    #[test]
    fn every_list_has_a_place_that_is_looked_at() {
        let mut masks = Masks::default();
        for before in 0..70 {
            let text = format!("{}0,48,48,48,48,48,48,48,48, x", "a".repeat(before));
            masks.fill(text.as_bytes(), 7);
            let at = masks.words(simd::NUMBER_LISTS, 2).flat_map(|(word, places)| bits(word, places)).next();
            let at = at.unwrap_or_else(|| panic!("{text}"));
            let region = numbers_around(text.as_bytes(), at, 0);
            assert_eq!(number_lists(text.as_bytes(), region)[0].content, b"\x0000000000");
        }
    }
}
