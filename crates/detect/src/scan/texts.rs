//! Plain identifiers: around every `@`, in digits, in words.

use super::Scanner;
use super::masks::Masks;
use crate::compile::MOST_WORDS;
use crate::derive::Form;
use crate::keys::{Class, TextHash, is_separator, is_word};
use facts::IdentifierKind;
use std::ops::Range;

/// Longest local part looked at (RFC 5321 allows 64), with room for what is glued to it.
const LOCAL_PART: usize = 80;
const DOMAIN: usize = 255;
const MOST_DIGITS: usize = 19;
const MOST_GROUPS: usize = 8;

impl Scanner {
    pub(super) fn texts(&mut self, data: &[u8], masks: &Masks) {
        self.mailboxes(data);
        if self.inner.facts.has_digits {
            let mut at = 0;
            while let Some(run) = masks.near_digits.next(at) {
                at = run.end;
                self.digits(data, run);
            }
        }
        if self.inner.facts.most_words > 0 {
            self.words(data);
        }
    }

    fn mailboxes(&mut self, data: &[u8]) {
        for at in memchr::memchr_iter(b'@', data) {
            for end in domain_ends(data, at) {
                self.mailbox(data, at, end);
            }
        }
    }

    fn mailbox(&mut self, data: &[u8], at: usize, end: usize) {
        let mut hash = TextHash::NEW;
        data[at..end].iter().rev().for_each(|b| hash.push(*b));
        let floor = at.saturating_sub(LOCAL_PART);
        let mut start = at;
        while start > floor && is_local(data[start - 1]) {
            start -= 1;
            hash.push(data[start]);
            if (start == 0 || may_precede(data[start - 1], data[start]))
                && self.inner.may_hold(hash.key(Class::Mailbox))
            {
                self.text(data, start..end, hash.key(Class::Mailbox));
            }
        }
    }

    /// Digits (with what stands between them) that are worth a look.
    pub(super) fn least_digits(&self) -> u32 {
        if self.inner.facts.short_digits { 4 } else { 7 }
    }

    fn digits(&mut self, data: &[u8], run: Range<usize>) {
        let least = self.least_digits() as usize;
        let mut groups: Vec<Range<usize>> = Vec::new();
        let mut at = run.start;
        while at < run.end {
            if !data[at].is_ascii_digit() {
                at += 1;
                continue;
            }
            let end = at + data[at..].iter().take_while(|b| b.is_ascii_digit()).count();
            let joined = groups.last().is_some_and(|g| joins(&data[g.end..at]));
            if !joined {
                groups.clear();
            } else if groups.len() == MOST_GROUPS {
                groups.remove(0);
            }
            groups.push(at..end);
            self.digit_windows(data, &groups, least);
            at = end;
        }
    }

    /// Windows of groups that end with the last one; the longest that is somebody's counts.
    fn digit_windows(&mut self, data: &[u8], groups: &[Range<usize>], least: usize) {
        let end = groups[groups.len() - 1].end;
        if data.get(end).is_some_and(u8::is_ascii_alphabetic) || decimal(data, end) {
            return;
        }
        for first in 0..groups.len() {
            let total: usize = groups[first..].iter().map(Range::len).sum();
            let start = groups[first].start;
            let glued = start > 0 && (data[start - 1].is_ascii_alphabetic() || fraction(data, start));
            if (least..=MOST_DIGITS).contains(&total) && !glued {
                let mut hash = TextHash::NEW;
                data[start..end].iter().filter(|b| b.is_ascii_digit()).for_each(|b| hash.push(*b));
                let key = hash.key(Class::Digits);
                if self.inner.may_hold(key) && self.text(data, start..end, key) {
                    return;
                }
            }
        }
    }

    fn words(&mut self, data: &[u8]) {
        let most = self.inner.facts.most_words.min(MOST_WORDS);
        let mut window: Vec<Range<usize>> = Vec::with_capacity(most);
        let mut at = 0;
        while at < data.len() {
            if !is_word(data[at]) {
                at += 1;
                continue;
            }
            let end = at + data[at..].iter().take_while(|b| is_word(**b)).count();
            if !window.last().is_some_and(|w| joins_words(&data[w.end..at])) {
                window.clear();
            } else if window.len() == most {
                window.remove(0);
            }
            window.push(at..end);
            for first in 0..window.len() {
                let mut hash = TextHash::NEW;
                window[first..].iter().flat_map(|w| &data[w.clone()]).for_each(|b| hash.push(*b));
                if self.inner.may_hold(hash.key(Class::Words)) {
                    self.text(data, window[first].start..end, hash.key(Class::Words));
                }
            }
            at = end;
        }
    }

    /// Verifies a candidate and reports whose it is; false where it is nobody's.
    pub(crate) fn text(&mut self, data: &[u8], region: Range<usize>, key: u64) -> bool {
        let inner = self.inner.clone();
        let mut hit = false;
        for value in inner.get(key) {
            let derived = self.derived(value);
            // A plus in front belongs to a phone number where a spelling has one.
            let plus = region.start > 0 && data[region.start - 1] == b'+';
            let kind = inner.value(value).kind;
            let with_plus = if plus { region.start - 1..region.end } else { region.clone() };
            let name = |r: &Range<usize>| std::str::from_utf8(&data[r.clone()]).ok().and_then(|s| derived.text(s));
            let named = name(&with_plus).filter(|f| plus && !f.contains(&"respaced")).map(|f| (f, with_plus.clone()));
            let Some((form, at)) = named.or_else(|| name(&region).map(|f| (f, region.clone()))) else { continue };
            if let Some(low) = self.doubt(data, &at, kind, &form) {
                self.report(value, form, at, low);
                hit = true;
            }
        }
        hit
    }

    /// Whether a plain token alone could be chance: none = too likely to be told, true = told with low confidence.
    fn doubt(&self, data: &[u8], region: &Range<usize>, kind: IdentifierKind, form: &Form) -> Option<bool> {
        use IdentifierKind as K;
        let token = &data[region.clone()];
        let signs = token.iter().filter(|b| is_word(**b)).count();
        let announced = || self.announced(data, region.start, kind);
        match kind {
            K::Email | K::Card | K::Iban | K::NationalId => Some(form.contains(&"reversed") && kind != K::Email),
            K::Phone if token[0] == b'+' => Some(false),
            K::Phone => Some((signs < 9 || self.inner.many_phones() || form.contains(&"reversed")) && !announced()),
            K::Address => Some(false),
            K::PostalCode | K::BirthDate | K::Country => announced().then_some(false),
            K::GivenName | K::FamilyName | K::City => {
                let known = announced();
                (known || signs >= 4).then_some(!known)
            }
            K::ExternalId => {
                let known = announced();
                let telling = signs >= 12 || (signs >= 8 && !token.iter().all(u8::is_ascii_digit));
                (known || telling).then_some(!known && signs < 16)
            }
        }
    }
}

/// Signs an e-mail's local part may hold (RFC 5321 atext, dots, non-ASCII by RFC 6531).
fn is_local(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b >= 0x80 || b".!#$%&'*+/=?^_`{|}~-".contains(&b)
}

/// Whether an address may begin after `before`: signs that delimit in practice though the RFC allows them.
fn may_precede(before: u8, first: u8) -> bool {
    !is_local(before)
        || b"!#$%&'*+/=?^`{|}~".contains(&before)
        // in binary data a foreign byte may stand right before the text
        || (before >= 0x80 && first.is_ascii() && first != b'.')
}

fn is_domain(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b >= 0x80 || b == b'-' || b == b'.'
}

/// Ends of the domain after `at`: all of it, and the part before foreign bytes.
fn domain_ends(data: &[u8], at: usize) -> impl Iterator<Item = usize> {
    let domain = &data[at + 1..data.len().min(at + 1 + DOMAIN)];
    let whole = domain.iter().take_while(|b| is_domain(**b)).count();
    let ascii = domain[..whole].iter().take_while(|b| b.is_ascii()).count();
    let trim = |n: usize| {
        let n = domain[..n].iter().rposition(|b| b.is_ascii_alphanumeric() || *b >= 0x80).map_or(0, |i| i + 1);
        (n >= 2).then_some(at + 1 + n)
    };
    let (a, b) = (trim(whole), trim(ascii));
    a.into_iter().chain(b.filter(move |_| a != b))
}

fn joins(between: &[u8]) -> bool {
    between.len() <= 3 && between.iter().all(|b| is_separator(*b))
}

fn joins_words(between: &[u8]) -> bool {
    between.len() <= 3 && between.iter().all(|b| b" -+_.,/'()".contains(b))
}

/// `.` and a digit after the end: part of a decimal number or of a dotted one.
fn decimal(data: &[u8], end: usize) -> bool {
    data.get(end) == Some(&b'.') && data.get(end + 1).is_some_and(u8::is_ascii_digit)
}

/// A digit and `.` before the start.
fn fraction(data: &[u8], start: usize) -> bool {
    start >= 2 && data[start - 1] == b'.' && data[start - 2].is_ascii_digit()
}
