//! Plain identifiers: around every `@`, in digits, in words.

use super::Scanner;
use super::batch::Kind;
use super::known::Recognised;
use super::masks::Masks;
use super::shared::Match;
use crate::derive::Derived;
use crate::exchange::is_seam;
use crate::keys::{Class, MOST_DIGITS, TextHash, digits_key, is_separator, is_word, number};
use crate::needles::Inner;
use crate::simd;
use crate::tables::Tables;
use facts::IdentifierKind;
use std::ops::Range;
use std::sync::Arc;

/// Longest local part looked at (RFC 5321 allows 64), with room for what is glued to it.
const LOCAL_PART: usize = 80;
const DOMAIN: usize = 255;
/// Longest domain that something else may touch.
const MOST_TOUCHED: usize = 48;
const MOST_GROUPS: usize = 8;

/// Of ten.
static POWERS: [u64; MOST_DIGITS + 1] = {
    let mut powers = [1; MOST_DIGITS + 1];
    let mut i = 1;
    while i <= MOST_DIGITS {
        powers[i] = powers[i - 1] * 10;
        i += 1;
    }
    powers
};

impl Scanner {
    pub(super) fn texts(&mut self, data: &[u8], masks: &Masks) {
        // where no sign of an address stands on either side there is none
        let beside = |at: &usize| *at > 0 && is_local(data[at - 1]) && data.get(at + 1).is_some_and(|b| may_follow(*b));
        for at in masks.places(simd::AT).filter(beside) {
            for end in domain_ends(data, at) {
                self.mailbox(data, 0, at, end);
            }
            // people who are made up are told whatever touches them
            if self.inner.options.made_up {
                let domain = data[at + 1..].iter().take(MOST_TOUCHED).take_while(|b| is_domain(**b)).count();
                (at + 4..at + 1 + domain).for_each(|end| self.mailbox(data, 0, at, end));
            }
        }
        if self.inner.facts.digit_lengths != 0 {
            for run in masks.runs(simd::NUMBERS, simd::NEAR) {
                self.digits(data, 0, run, masks);
            }
        }
        self.words(data, masks);
    }

    /// The text begins at `first`.
    pub(super) fn mailbox(&mut self, data: &[u8], first: usize, at: usize, end: usize) {
        let mut hash = TextHash::NEW;
        data[at..end].iter().rev().for_each(|b| hash.push(*b));
        let floor = at.saturating_sub(LOCAL_PART).max(first);
        let mut start = at;
        while start > floor && is_local(data[start - 1]) {
            start -= 1;
            hash.push(data[start]);
            if start == first || self.inner.options.made_up || may_precede(data[start - 1], data[start]) {
                self.ask(data, Kind::Mailbox, start..end, hash.key(Class::Mailbox));
            }
        }
    }

    /// Digits (with what stands between them) that are worth a look.
    pub(super) fn least_digits(&self) -> u32 {
        self.inner.facts.digit_lengths.trailing_zeros()
    }

    /// Groups of digits that belong together, and every way to read the last of them as one number; the text they stand in
    /// begins at `first_of_text`.
    pub(super) fn digits(&mut self, data: &[u8], first_of_text: usize, run: Range<usize>, masks: &Masks) {
        // dates, times and the like hold too few
        if run.len() <= 64 && masks.bits(simd::DIGIT, &run).count_ones() < self.least_digits() {
            return;
        }
        let least = self.least_digits() as usize;
        // those that belong together end at `count`
        let mut groups: [Range<usize>; MOST_GROUPS * 4] = Default::default();
        let (mut first, mut count, mut total) = (0, 0, 0);
        for group in masks.groups(simd::DIGIT, run) {
            if count > first && !joins(&data[groups[count - 1].end..group.start]) {
                (first, count, total) = (0, 0, 0);
            } else if count - first == MOST_GROUPS {
                total -= groups[first].len();
                first += 1;
            }
            if count == groups.len() {
                groups.rotate_left(first);
                (first, count) = (0, count - first);
            }
            total += group.len();
            groups[count] = group;
            count += 1;
            if total >= least {
                self.digit_windows(data, first_of_text, &groups[first..count]);
            }
        }
    }

    /// Windows of groups that end with the last one; the longest that is somebody's counts.
    fn digit_windows(&mut self, data: &[u8], first_of_text: usize, groups: &[Range<usize>]) {
        let lengths = self.inner.facts.digit_lengths;
        let end = groups[groups.len() - 1].end;
        if data.get(end).is_some_and(u8::is_ascii_alphabetic) || decimal(data, end) {
            return;
        }
        // from each group on, the number so far and its digits
        let mut numbers = [(0, 0); MOST_GROUPS];
        let (mut first, mut value, mut count) = (groups.len(), 0u64, 0);
        for (i, group) in groups.iter().enumerate().rev() {
            if count + group.len() > MOST_DIGITS {
                break;
            }
            value = value.wrapping_add(number(&data[group.clone()]).wrapping_mul(POWERS[count]));
            count += group.len();
            (numbers[i], first) = ((value, count), i);
        }
        for (group, (value, count)) in groups.iter().zip(numbers).skip(first) {
            let start = group.start;
            let begins = || start == first_of_text || !(data[start - 1].is_ascii_alphabetic() || fraction(data, start));
            if lengths >> count & 1 == 1 && begins() {
                self.ask(data, Kind::Digits, start..end, digits_key(value, count));
            }
        }
    }

    /// Verifies a candidate and reports whose it is; false where it is nobody's.
    pub(super) fn text(&mut self, inner: &Inner, data: &[u8], region: Range<usize>, print: u64) -> bool {
        // A plus in front belongs to a phone number where a spelling has one.
        let plus = region.start > 0 && data[region.start - 1] == b'+';
        let token = &data[region.start - usize::from(plus)..region.end];
        let name = |derived: &Derived, bytes| std::str::from_utf8(bytes).ok().and_then(|s| derived.text(s));
        let look = |derived: &Derived| {
            let with = name(derived, token).filter(|f| plus && !f.form.contains(&"respaced")).map(|f| (f, 0, true));
            with.or_else(|| name(derived, &token[usize::from(plus)..]).map(|f| (f, 0, false)))
        };
        let mut matches = std::mem::take(&mut self.matches);
        // `Storgatan 9` is nobody's where `Storgatan 9 & 11` stands
        let mut whole = 0;
        for value in inner.get(print) {
            let (at, found) = match self.recognise(inner, value, (token, Kind::Words, plus), &look) {
                Some(found) => (region.start - usize::from(found.plus)..region.end, found),
                None => {
                    let Some((at, found)) = self.around(inner, data, &region, value) else { continue };
                    whole = whole.max(at.len());
                    (at, found)
                }
            };
            // another country's number may end with the digits of this one
            if found.value.kind == IdentifierKind::Phone && !found.plus {
                let before = country_before(data, region.start);
                if !before.is_empty() && !self.known_value(inner, value).goes_on_after(&before) {
                    continue;
                }
            }
            if let Some(low) = self.doubt(data, &at, &found) {
                matches.push(Match { found, region: at, low });
            }
        }
        matches.retain(|m| m.region.len() >= whole);
        self.report_all(matches)
    }

    pub(crate) fn looks_for_words(&self) -> bool {
        self.inner.facts.most_words > 0
    }

    /// Asks for one token of a value that is not read as it stands, and tells what there is around it.
    pub(crate) fn one_text(&mut self, value: &[u8], token: Range<usize>, key: u64) {
        if let Some(gathered) = &mut self.gathered {
            return gathered.push(key);
        }
        let (inner, print) = (self.inner.clone(), self.inner.prints.of(key));
        let whole = inner.get(print).any(|v| self.known_value(&inner, v).around(value, &token) == Some(0..value.len()));
        if whole {
            let layer = self.new_layer();
            self.reading(layer, |s| _ = s.text(&inner, value, token, print));
        }
    }

    /// Whether anything is looked for by this key.
    pub(crate) fn is_known(&self, key: u64) -> bool {
        self.inner.get(self.inner.prints.of(key)).next().is_some()
    }

    /// A text around the token by which it is looked for.
    fn around(
        &mut self,
        inner: &Inner,
        data: &[u8],
        token: &Range<usize>,
        value: u32,
    ) -> Option<(Range<usize>, Arc<Recognised>)> {
        let whole = self.known_value(inner, value).around(data, token)?;
        let text = &data[whole.clone()];
        let look = |derived: &Derived| derived.text(std::str::from_utf8(text).ok()?).map(|form| (form, 0, false));
        let found = self.recognise(inner, value, (text, Kind::Words, false), &look)?;
        Some((whole, found))
    }

    /// Whether a plain token alone could be chance: none = too likely to be told, true = told with low confidence.
    fn doubt(&self, data: &[u8], region: &Range<usize>, found: &Recognised) -> Option<bool> {
        use IdentifierKind as K;
        let (kind, form) = (found.value.kind, &found.form);
        let token = &data[region.clone()];
        let signs = || token.iter().filter(|b| is_word(**b)).count();
        let announced = || self.announced(data, region.start, kind);
        let is_turned = form.iter().any(|word| matches!(*word, "reversed" | "rot13"));
        match kind {
            // put together from two values that nothing says belong together
            K::Email if self.layers.last() == Some(&"split") => Some(!is_seam(&self.key)),
            K::Email | K::Card | K::Iban | K::NationalId => Some(form.contains(&"reversed") && kind != K::Email),
            K::Phone if token[0] == b'+' => Some(false),
            // `80 60 471 07`, backwards, stands before the rest of the number: `80 60 471 07 64+`
            K::Phone if is_turned && form.contains(&"respaced") && digits_follow(data, region.end) => None,
            K::Phone => Some((signs() < 9 || self.inner.many_phones() || form.contains(&"reversed")) && !announced()),
            // a street without its number is everybody's who lives there; with another, it is somebody else's address
            K::Address if found.street_alone => (announced() && !has_number_beside(data, region)).then_some(true),
            K::Address => (is_turned || !house_goes_on(data, region)).then_some(false),
            K::Password | K::Name => Some(false),
            K::BirthDate if date_goes_on(data, region) => None,
            K::PostalCode | K::BirthDate if self.inner.options.made_up && signs() >= 5 => Some(!announced()),
            K::PostalCode | K::BirthDate | K::Country => announced().then_some(false),
            // another name may be this one backwards
            K::GivenName | K::FamilyName | K::City if is_turned => announced().then_some(true),
            K::GivenName | K::FamilyName | K::City => {
                // of two letters in bytes there are some in every few megabytes, after two that announce them
                let known = match signs() < 4 && !is_within_text(data, region) {
                    true => Tables::get().announces(&self.key, kind),
                    false => announced(),
                };
                (known || signs() >= 4 && !in_address(data, region)).then_some(!known)
            }
            // a small number under a key for ids may be one of another list
            K::ExternalId if self.layers.last() == Some(&"number") => {
                Some(token.iter().skip_while(|b| **b == b'0').count() < 8)
            }
            K::ExternalId => {
                let known = announced();
                let signs = signs();
                let telling = signs >= 12 || (signs >= 8 && !token.iter().all(u8::is_ascii_digit));
                (known || telling).then_some(!known && (signs < 16 || is_turned))
            }
        }
    }
}

/// Signs an e-mail's local part may hold (RFC 5321 atext, dots, non-ASCII by RFC 6531).
const LOCAL: u8 = 1;
/// Of these, what delimits in practice though the RFC allows it.
const DELIMITS: u8 = 2;
/// Signs a domain may hold.
const DOMAIN_SIGN: u8 = 4;
/// These, and those of a local part that is reversed.
const FOLLOWS: u8 = 8;

static MAILBOX: [u8; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        let b = i as u8;
        let odd = matches!(b, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'/' | b'=' | b'?' | b'^' | b'`' | b'{'..=b'~');
        let domain = b.is_ascii_alphanumeric() || b >= 0x80 || matches!(b, b'.' | b'-');
        if domain || odd || b == b'_' {
            table[i] = LOCAL | if odd { DELIMITS } else { 0 } | if domain { DOMAIN_SIGN } else { 0 };
        }
        if domain || matches!(b, b'+' | b'_') {
            table[i] |= FOLLOWS;
        }
        i += 1;
    }
    table
};

pub(super) fn is_local(b: u8) -> bool {
    MAILBOX[b as usize] & LOCAL != 0
}

/// Signs of a local part that do not delimit.
fn is_name(b: u8) -> bool {
    MAILBOX[b as usize] & (LOCAL | DELIMITS) == LOCAL
}

/// Whether an address may begin after `before`.
fn may_precede(before: u8, first: u8) -> bool {
    !is_name(before)
        // in binary data a foreign byte may stand right before the text
        || (before >= 0x80 && first.is_ascii() && first != b'.')
}

/// Whether a word is a piece of an e-mail address: that is told as the address it is, and the piece is nobody else's name.
fn in_address(data: &[u8], word: &Range<usize>) -> bool {
    // of a tag behind a plus, and of a name like O'Brien
    let may_follow = |b: &&u8| is_name(**b) || matches!(**b, b'+' | b'\'');
    let local = data[word.end..].iter().take(LOCAL_PART).take_while(may_follow).count();
    let after = &data[word.end + local..];
    let domain = data[..word.start].iter().rev().take(DOMAIN).take_while(|b| is_domain(**b)).count();
    let at = |sign: &&[u8]| after.starts_with(sign);
    ATS.iter().any(|sign| at(&sign.as_bytes())) || data[..word.start - domain].ends_with(b"@")
}

/// How an `@` is written.
const ATS: [&str; 9] = ["@", "%40", "%2540", "=40", "&#64;", "&#x40;", "&commat;", "\\u0040", "\\x40"];

fn is_domain(b: u8) -> bool {
    MAILBOX[b as usize] & DOMAIN_SIGN != 0
}

/// Signs of a domain, and of a local part that is reversed.
fn may_follow(b: u8) -> bool {
    MAILBOX[b as usize] & FOLLOWS != 0
}

/// Ends of the domain after `at`: all of it, the part before foreign bytes, all a local part may hold that is reversed, and
/// the part before the ending of a file's name.
pub(super) fn domain_ends(data: &[u8], at: usize) -> impl Iterator<Item = usize> {
    let domain = &data[at + 1..data.len().min(at + 1 + DOMAIN)];
    let count = |signs: u8| domain.iter().take_while(|b| MAILBOX[**b as usize] & signs != 0).count();
    let whole = count(DOMAIN_SIGN);
    let trim = |mut n: usize| {
        while n > 0 && matches!(domain[n - 1], b'.' | b'-') {
            n -= 1;
        }
        (n >= 2).then_some(at + 1 + n)
    };
    let a = trim(whole);
    let foreign = domain[..whole].iter().position(|b| !b.is_ascii());
    let b = foreign.and_then(trim).filter(|b| a != Some(*b));
    let goes_on = domain.get(whole).is_some_and(|b| may_follow(*b));
    let c = if goes_on { trim(count(FOLLOWS)) } else { None };
    let d = a.and_then(|end| before_other(&data[at + 1..end])).and_then(trim);
    [a, b, c, d].into_iter().flatten()
}

/// How long a domain is without what is none of it: the ending of a file's name, or the first word of the next sentence.
fn before_other(domain: &[u8]) -> Option<usize> {
    let dot = memchr::memrchr(b'.', domain)?;
    let last = &domain[dot + 1..];
    let is_file = || Tables::get().file_endings.iter().any(|ending| last.eq_ignore_ascii_case(ending.as_bytes()));
    let is_sentence = || last[0].is_ascii_uppercase() && !domain[..dot].iter().any(u8::is_ascii_uppercase);
    (!last.is_empty() && (is_file() || is_sentence())).then_some(dot)
}

/// Digits from a `+` or `00` on that stand before a number as its country (and perhaps area) does; none where there are none.
fn country_before(data: &[u8], start: usize) -> Vec<u8> {
    const MOST: usize = 8;
    let (mut digits, mut at) = (Vec::new(), start);
    loop {
        let signs = data[..at].iter().rev().take(3).take_while(|b| is_separator(**b)).count();
        let end = at - signs;
        let length = data[..end].iter().rev().take(MOST).take_while(|b| b.is_ascii_digit()).count();
        let group = &data[end - length..end];
        if signs == 0 || length == 0 || digits.len() + length > MOST {
            return Vec::new();
        }
        digits.splice(0..0, group.iter().copied());
        at = end - length;
        if data[..at].last() == Some(&b'+') {
            return digits;
        }
        if let Some(rest) = group.strip_prefix(b"00").filter(|rest| !rest.is_empty()) {
            return rest.iter().copied().chain(digits[length..].iter().copied()).collect();
        }
    }
}

/// Whether the number of a house stands after a street or before it.
fn has_number_beside(data: &[u8], street: &Range<usize>) -> bool {
    let is_blank = |b: &u8| matches!(b, b' ' | b',' | b'+' | b'\t' | b'-' | b'.' | 0xc2 | 0xa0);
    let mut after = &data[street.end..];
    while let Some(rest) = ESCAPED_BLANKS.iter().find_map(|blank| after.strip_prefix(*blank)) {
        after = rest;
    }
    let mut before = &data[..street.start];
    while let Some(rest) = ESCAPED_BLANKS.iter().find_map(|blank| before.strip_suffix(*blank)) {
        before = rest;
    }
    let next = after.iter().take(4).find(|b| !is_blank(b));
    let last = before.iter().rev().take(4).find(|b| !is_blank(b));
    [next, last].into_iter().flatten().any(u8::is_ascii_digit)
}

/// Whether the number of a house goes on behind an address or before it: `12-4`, `12/4`, `12 & 14`, `12 B`, `10-12 High
/// Street`. What says where in the house somebody lives may follow: a comma, a word, a letter and a number (`12 B 3`).
fn house_goes_on(data: &[u8], address: &Range<usize>) -> bool {
    let blanks = |text: &[u8]| text.iter().take(2).take_while(|b| matches!(b, b' ' | b'+')).count();
    let is_digit = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    let token = &data[address.clone()];
    let before = matches!(data[..address.start], [.., b'0'..=b'9', b'-' | b'/']) && is_digit(token.first());
    if !is_digit(token.last()) {
        return before;
    }
    let after = &data[address.end..];
    let apart = blanks(after);
    let goes_on = match &after[apart..] {
        [b'-' | b'/', next, ..] | [0xe2, 0x80, 0x93, next, ..] if apart == 0 => next.is_ascii_digit(),
        [b'&', rest @ ..] => {
            let number = &rest[blanks(rest)..];
            let digits = number.iter().take_while(|b| b.is_ascii_digit()).count();
            // `&2=` is the next of a form's pairs
            digits > 0 && number.get(digits) != Some(&b'=')
        }
        // `i` is a word
        [letter, rest @ ..] if apart > 0 && letter.is_ascii_alphabetic() && *letter != b'i' => {
            let is_alone = rest.first().is_none_or(|b| !is_word(*b) && !b"-.'=".contains(b));
            let flat = blanks(rest);
            is_alone && !(flat > 0 && is_digit(rest.get(flat)))
        }
        _ => false,
    };
    before || goes_on
}

/// Whether a date is part of a longer number: `1994-1-1` in `1994-1-1-22`.
fn date_goes_on(data: &[u8], date: &Range<usize>) -> bool {
    matches!(data[date.end..], [b'-' | b'.' | b'/', b'0'..=b'9', ..]) && !is_whole(data, date.end)
        || matches!(data[..date.start], [.., b'0'..=b'9', b'-' | b'.' | b'/'])
}

/// Whether what stands around a word is text.
fn is_within_text(data: &[u8], word: &Range<usize>) -> bool {
    const BESIDE: usize = 16;
    let start = word.start.saturating_sub(BESIDE);
    let around = &data[start..data.len().min(word.end + BESIDE)];
    // cut within a sign
    let cut = around.iter().take(3).take_while(|b| start > 0 && matches!(b, 0x80..0xc0)).count();
    let is_cut = |error: std::str::Utf8Error| error.error_len().is_none();
    std::str::from_utf8(&around[cut..]).map_or_else(is_cut, |_| true) && !around.iter().any(|b| super::is_control(*b))
}

/// A space and a comma as URLs have them.
const ESCAPED_BLANKS: [&[u8]; 3] = [b"%20", b"%2C", b"%2c"];

fn joins(between: &[u8]) -> bool {
    between.len() <= 3 && between.iter().all(|b| is_separator(*b))
}

/// Whether the next group of digits of the same number stands there.
fn digits_follow(data: &[u8], end: usize) -> bool {
    let signs = data[end..].iter().take(3).take_while(|b| is_separator(**b)).count();
    signs > 0 && data.get(end + signs).is_some_and(u8::is_ascii_digit)
}

/// `.` and a digit after the end: part of a decimal number or of a dotted one.
fn decimal(data: &[u8], end: usize) -> bool {
    data.get(end) == Some(&b'.') && data.get(end + 1).is_some_and(u8::is_ascii_digit) && !is_whole(data, end)
}

/// `46701740605.0`: a whole number that was kept as a fraction.
fn is_whole(data: &[u8], end: usize) -> bool {
    data[end..].starts_with(b".0") && !data.get(end + 2).is_some_and(u8::is_ascii_digit)
}

/// A digit and `.` before the start.
fn fraction(data: &[u8], start: usize) -> bool {
    start >= 2 && data[start - 1] == b'.' && data[start - 2].is_ascii_digit()
}
