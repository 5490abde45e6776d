//! Patterns where no list of people exists: shapes with a checksum or a context, reported as nobody's in particular.

use super::Scanner;
use crate::Hit;
use crate::derive::Form;
use crate::exchange::is_seam;
use crate::keys::is_separator;
use crate::phone::Number;
use crate::{digest, encode, national};
use facts::IdentifierKind;
use std::ops::Range;

/// Stands for every pattern in what a layer holds.
const PATTERN: u64 = 0;

/// Identifiers that are hashed under keys called after them; an id may be a hash of nothing.
const HASHED: [IdentifierKind; 9] = {
    use IdentifierKind::{Address, BirthDate, City, Email, FamilyName, GivenName, NationalId, Phone, PostalCode};
    [Email, Phone, NationalId, GivenName, FamilyName, BirthDate, Address, PostalCode, City]
};
/// What a key is called that holds a hash.
const HASH_WORDS: [&str; 6] = ["hash", "sha", "md5", "hem", "digest", "hmac"];

/// File extensions that stand after an `@` in traffic (`logo@2x.png`) and are no top-level domains of mail.
const NO_DOMAIN: [&[u8]; 16] = [
    b"png", b"jpg", b"jpeg", b"gif", b"svg", b"webp", b"avif", b"js", b"mjs", b"css", b"json", b"html", b"php",
    b"woff", b"woff2", b"map",
];

impl Scanner {
    pub(super) fn unknown_texts(&mut self, data: &[u8]) {
        for at in memchr::memchr_iter(b'@', data) {
            if let Some(region) = mailbox(data, at).filter(|region| !self.logs_in(data, region)) {
                self.somebody(IdentifierKind::Email, vec!["plain"], region, false);
            }
        }
        let mut at = 0;
        while at < data.len() {
            if !data[at].is_ascii_digit() {
                at += 1;
                continue;
            }
            let end = number_end(data, at);
            self.unknown_number(data, at..end);
            at = end;
        }
        self.unknown_letters(data);
    }

    /// Whether what stands before the `@` is whom an address of a server is for: `https://user:word@host`.
    fn logs_in(&mut self, data: &[u8], mailbox: &Range<usize>) -> bool {
        /// Longer names and words nobody writes into an address.
        const LONGEST: usize = 128;
        self.enter(mailbox.start);
        let before = &data[mailbox.start.saturating_sub(LONGEST)..mailbox.start];
        let ends = |b: &u8| b.is_ascii_whitespace() || b"/?#&=,;\"'<>()[]{}".contains(b);
        let authority = before.iter().rposition(ends).map_or(before, |at| &before[..=at]);
        authority.ends_with(b"://") || self.key == "host"
    }

    /// Digits with separators between them, from the first to the last.
    fn unknown_number(&mut self, data: &[u8], region: Range<usize>) {
        let alone = |b: Option<&u8>| b.is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'_');
        let before = region.start.checked_sub(1).and_then(|i| data.get(i));
        if !alone(before) || !alone(data.get(region.end)) {
            return;
        }
        let Ok(text) = std::str::from_utf8(&data[region.clone()]) else { return };
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let plus = before == Some(&b'+') && alone(region.start.checked_sub(2).and_then(|i| data.get(i)));
        self.enter(region.start);
        let announced = |kind| self.announced(data, region.start, kind);
        let kind = match digits {
            8..=15 if plus && Number::read(&format!("+{text}"), "SE").is_some_and(|number| number.is_somewhere()) => {
                IdentifierKind::Phone
            }
            13..=19 if national::card(text) && (is_grouped_card(text) || announced(IdentifierKind::Card)) => {
                IdentifierKind::Card
            }
            10..=12 if self.is_national(text, data, &region) => IdentifierKind::NationalId,
            12 if is_bare_swedish(text) => IdentifierKind::NationalId,
            // those given out since 2017 have neither a date nor a check digit
            11 if text.starts_with('3') && self.key.to_lowercase().contains("personas") => IdentifierKind::NationalId,
            7..=15 if announced(IdentifierKind::Phone) && !text.contains('.') => IdentifierKind::Phone,
            _ => return,
        };
        let low = match kind {
            IdentifierKind::Phone => !plus,
            IdentifierKind::NationalId => is_bare_swedish(text) && !announced(kind) || national::is_new_latvian(text),
            _ => false,
        };
        self.somebody(kind, vec!["plain"], region, low);
    }

    /// A checksum alone passes one number in ten or a hundred: the written shape or the key has to agree.
    fn is_national(&self, text: &str, data: &[u8], region: &Range<usize>) -> bool {
        let valid = [national::swedish, national::norwegian, national::baltic, national::latvian];
        let parts: Vec<usize> = text.split(['-', '+']).map(str::len).collect();
        let swedish = matches!(parts[..], [6 | 8, 4]) && national::swedish(text);
        let latvian = matches!(parts[..], [6, 5]) && !text.contains('+') && national::latvian(text);
        if swedish || latvian {
            return true;
        }
        let announced = self.announced(data, region.start, IdentifierKind::NationalId);
        announced && (valid.iter().any(|v| v(text)) || self.is_danish(text, data, region))
    }

    /// A date and four digits without a check. With 60 added to the day most Swedish numbers with a wrong digit would do.
    fn is_danish(&self, text: &str, data: &[u8], region: &Range<usize>) -> bool {
        const NAME: &[u8] = b"cpr";
        let before = &data[region.start.saturating_sub(16)..region.start];
        let is_called = || {
            [self.key.as_bytes(), before].iter().any(|t| memchr::memmem::find(&t.to_ascii_lowercase(), NAME).is_some())
        };
        national::dated_cpr(text) && !text.contains('+') && (national::dated_ddmm(text) || is_called())
    }

    /// Finnish numbers and IBAN: letters and digits with a checksum.
    fn unknown_letters(&mut self, data: &[u8]) {
        let is = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+');
        let mut at = 0;
        while at < data.len() {
            let length = data[at..].iter().take_while(|b| is(b)).count();
            let whole = || Some(at..at + length).filter(|region| is_iban(&data[region.clone()]));
            if let Some(region) = printed_iban(data, at).or_else(whole) {
                self.enter(at);
                // one word in a hundred has the checksum
                let is_written = data[at].is_ascii_uppercase() || self.announced(data, at, IdentifierKind::Iban);
                at = region.end;
                if is_written {
                    self.somebody(IdentifierKind::Iban, vec!["plain"], region, false);
                }
                continue;
            }
            if length == 11 && std::str::from_utf8(&data[at..at + length]).is_ok_and(national::finnish) {
                self.somebody(IdentifierKind::NationalId, vec!["plain"], at..at + length, false);
            }
            at += length.max(1);
        }
    }

    /// A run as long as a digest under a key that vendors use for an identifier: somebody's hashed identifier.
    pub(super) fn unknown_digest(&mut self, data: &[u8], region: Range<usize>, form: Option<[&'static str; 2]>) {
        let Some(form) = form else { return };
        // a part of an address may be as long
        let rest = &data[region.end..];
        if rest.get(rest.iter().take_while(|b| is_local(b)).count()) == Some(&b'@') {
            return;
        }
        self.enter(region.start);
        let token = &data[region.clone()];
        if let Some((kind, low)) = self.match_key(data, region.start).filter(|_| !is_of_nothing(token, form)) {
            self.somebody(kind, form.to_vec(), region, low);
        }
    }

    /// Which identifier is hashed under a key: one that a vendor uses for it or that is called a hash of it, or, of low
    /// confidence, one that only announces an address or a number.
    fn match_key(&self, data: &[u8], at: usize) -> Option<(IdentifierKind, bool)> {
        if let Some(kind) = self.vendors_key(data, at) {
            return Some((kind, false));
        }
        let kind = HASHED.into_iter().find(|kind| self.announced(data, at, *kind))?;
        let before = &data[self.value_start()..at];
        let key = if self.key.is_empty() { String::from_utf8_lossy(before) } else { self.key.as_str().into() };
        let key = key.to_ascii_lowercase();
        let called = HASH_WORDS.iter().any(|word| key.contains(word));
        // a `name` that is no name is some program's
        let is_somebodys = matches!(kind, IdentifierKind::Email | IdentifierKind::Phone | IdentifierKind::NationalId);
        (called || is_somebodys).then_some((kind, !called))
    }

    fn vendors_key(&self, data: &[u8], at: usize) -> Option<IdentifierKind> {
        let before = data[self.value_start()..at].trim_ascii_end();
        let before = before.strip_suffix(b"\":\"").or(before.strip_suffix(b"=")).unwrap_or(before);
        let last = self.key.rsplit('.').next().unwrap_or("");
        let fits = |key: &str| match key.strip_suffix('.').and_then(|k| k.rsplit_once('~')) {
            Some((_, name)) => before.ends_with(key.as_bytes()) || (last == name && self.key.contains('.')),
            None => {
                self.key == key
                    || self.key.strip_suffix(key).is_some_and(|rest| rest.ends_with('.'))
                    || (self.key.is_empty() && ends_with_word(before, key.as_bytes()))
            }
        };
        self.inner.options.match_keys.iter().find(|m| fits(&m.key)).map(|m| m.identifier)
    }

    fn somebody(&mut self, kind: IdentifierKind, form: Form, region: Range<usize>, low: bool) {
        let at = region.start;
        // one pattern a token, and none where somebody known was found
        self.enter(at);
        let is_guessed = self.layers.last() == Some(&"split") && !is_seam(&self.key);
        if is_guessed || self.is_told(&region) {
            return;
        }
        let Some(offset) = self.first_seen(PATTERN, &region) else { return };
        let (form, layers) = (form.into(), self.layers());
        let hit = Hit { person: None, identifier: kind, form, layers, offset, low, shared: false, same: None };
        self.tell(hit, region, None);
    }
}

/// What a run of so many hex digits is.
pub(super) fn hex_form(text: &[u8]) -> Option<[&'static str; 2]> {
    let hash = match text.len() {
        32 => "md5",
        40 => "sha1",
        56 => "sha224",
        64 => "sha256",
        96 => "sha384",
        128 => "sha512",
        _ => return None,
    };
    varied(text).then_some([hash, if text.iter().any(u8::is_ascii_uppercase) { "hex-upper" } else { "hex" }])
}

/// What a run of so many base64 signs (without padding) is.
pub(super) fn base64_form(text: &[u8]) -> Option<[&'static str; 2]> {
    let hash = match text.len() {
        22 => "md5",
        27 => "sha1",
        43 => "sha256",
        86 => "sha512",
        _ => return None,
    };
    let mixed = text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase);
    (mixed && varied(text))
        .then_some([hash, if text.iter().any(|b| b"+/".contains(b)) { "base64" } else { "base64url" }])
}

/// Whether it is the hash of a field that was empty, as tags send it.
fn is_of_nothing(token: &[u8], [hash, encoding]: [&str; 2]) -> bool {
    const NOTHING: [&str; 9] = ["", "undefined", "null", "none", "None", "NULL", "nan", "NaN", "[object Object]"];
    let bytes = if encoding.starts_with("hex") { encode::unhex(token) } else { encode::unbase64(token) };
    digest::hash(hash).is_some_and(|hash| NOTHING.iter().any(|nothing| hash(nothing.as_bytes()) == bytes))
}

/// A digest holds many different signs; a row of zeros does not.
fn varied(text: &[u8]) -> bool {
    let mut seen = [false; 256];
    text.iter().for_each(|b| seen[*b as usize] = true);
    seen.iter().filter(|s| **s).count() >= 8
}

fn ends_with_word(text: &[u8], word: &[u8]) -> bool {
    text.strip_suffix(word).is_some_and(|rest| rest.last().is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'_'))
}

/// An address as people have them: stricter than the RFC, because traffic is full of other things with an `@`. Letters
/// beyond ASCII only where all of it is text.
fn mailbox(data: &[u8], at: usize) -> Option<Range<usize>> {
    let is_text = |region: &Range<usize>| {
        std::str::from_utf8(&data[region.clone()]).is_ok_and(|t| t.chars().all(|c| c.is_ascii() || c.is_alphabetic()))
    };
    mailbox_of(data, at, |b| b >= 0x80).filter(is_text).or_else(|| mailbox_of(data, at, |_| false))
}

/// May stand before the `@`.
fn is_local(b: &u8) -> bool {
    b.is_ascii_alphanumeric() || b"._%+-".contains(b)
}

fn mailbox_of(data: &[u8], at: usize, beyond: impl Fn(u8) -> bool) -> Option<Range<usize>> {
    let is_local = |b: &u8| is_local(b) || beyond(*b);
    let local = data[..at].iter().rev().take(65).take_while(|b| is_local(b)).count();
    let start = at - local;
    let is_domain = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.') || beyond(*b);
    let length = data[at + 1..].iter().take(255).take_while(|b| is_domain(b)).count();
    let domain = &data[at + 1..at + 1 + length];
    let domain = &domain[..domain.iter().rposition(u8::is_ascii_alphanumeric)? + 1];
    let dot = domain.iter().rposition(|b| *b == b'.')?;
    let top = &domain[dot + 1..];
    let top_fits = (2..=24).contains(&top.len()) && top.iter().all(u8::is_ascii_alphabetic);
    let no_file = !NO_DOMAIN.contains(&top.to_ascii_lowercase().as_slice());
    let begins = |b: u8| b.is_ascii_alphanumeric() || beyond(b);
    let local_fits = (1..=64).contains(&local) && begins(data[start]) && data[at - 1] != b'.';
    let labels_fit = domain[..dot].split(|b| *b == b'.').all(|l| !l.is_empty() && l[0] != b'-');
    (local_fits && top_fits && no_file && labels_fit).then_some(start..at + 1 + domain.len())
}

/// An IBAN as it is printed: groups of four with a sign between them, the last may be shorter (ISO 13616).
fn printed_iban(data: &[u8], at: usize) -> Option<Range<usize>> {
    let head = data.get(at..at + 4)?;
    if !head[..2].iter().all(u8::is_ascii_alphabetic) || !head[2..].iter().all(u8::is_ascii_digit) {
        return None;
    }
    let mut ends = Vec::new();
    let (mut end, mut group) = (at + 4, 4);
    while group == 4 && ends.len() < 8 && data.get(end).is_some_and(|b| b" +-".contains(b)) {
        group = data[end + 1..].iter().take(5).take_while(|b| b.is_ascii_alphanumeric()).count();
        if !(1..=4).contains(&group) {
            break;
        }
        end += 1 + group;
        ends.push(end);
    }
    ends.into_iter().rev().map(|end| at..end).find(|region| is_iban(&data[region.clone()]))
}

/// Letters of one case.
fn is_iban(text: &[u8]) -> bool {
    let signs = || text.iter().filter(|b| b.is_ascii_alphanumeric());
    let one_case = !signs().any(u8::is_ascii_lowercase) || !signs().any(u8::is_ascii_uppercase);
    let text: String = signs().map(|b| char::from(b.to_ascii_uppercase())).collect();
    one_case && (15..=34).contains(&text.len()) && national::iban(&text)
}

fn number_end(data: &[u8], start: usize) -> usize {
    let mut end = start;
    loop {
        end += data[end..].iter().take_while(|b| b.is_ascii_digit()).count();
        let gap = data[end..].iter().take(3).take_while(|b| is_separator(**b)).count();
        let more = gap > 0 && data.get(end + gap).is_some_and(u8::is_ascii_digit) && end - start < 24;
        if !more {
            return end;
        }
        end += gap;
    }
}

/// Twelve digits with a date of birth in front, as systems keep Swedish numbers; what may be a day and a time of this
/// century is none.
fn is_bare_swedish(text: &str) -> bool {
    let is_time = || text.starts_with("20") && &text[8..10] < "24" && &text[10..] < "60";
    let is_bare = text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit());
    is_bare && matches!(&text[..2], "19" | "20") && national::swedish(text) && !is_time()
}

/// `4111 1111 1111 1111` or with hyphens.
fn is_grouped_card(text: &str) -> bool {
    let groups: Vec<usize> = text.split([' ', '-']).map(str::len).collect();
    matches!(groups[..], [4, 4, 4, 4] | [4, 6, 5])
}
