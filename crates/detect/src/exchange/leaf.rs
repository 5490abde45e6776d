//! One value: taken apart as JSON, a query, a list of named hashes or an escaped text before it is scanned as it stands.

use super::body::read_in;
use crate::dates;
use crate::keys::{anchor, text_key, words_key};
use crate::scan::escapes::{percent, quoted};
use crate::scan::signs::{self, Signs};
use crate::scan::{Found, Origin, Scanner, is_control, is_message};
use crate::tables::Tables;
use facts::IdentifierKind;
use std::borrow::Cow;
use std::collections::HashSet;

impl Scanner {
    /// Runs with one more name on the key.
    pub(crate) fn under(&mut self, name: &str, scan: impl FnOnce(&mut Self)) {
        let length = self.push_key(name);
        scan(self);
        self.key.truncate(length);
    }

    /// Runs with the current bytes beginning at `offset` of the enclosing ones.
    pub(crate) fn shifted(&mut self, offset: usize, exact: bool, scan: impl FnOnce(&mut Self)) {
        let outer = self.origin;
        if outer.exact {
            self.origin = Origin { base: outer.base.wrapping_add(offset as u64), exact };
        }
        scan(self);
        self.origin = outer;
    }

    pub(crate) fn value_at(&mut self, value: &[u8], offset: usize) {
        if !value.is_empty() {
            self.shifted(offset, true, |s| s.leaf(value));
        }
    }

    /// A value under its key: its syntax first, then its escapes, so that an escaped delimiter stays inside its value.
    pub(crate) fn leaf(&mut self, value: &[u8]) {
        self.taken_apart(value, true);
    }

    /// What names values is no piece of one.
    pub(crate) fn name(&mut self, name: &[u8]) {
        self.taken_apart(name, false);
    }

    fn taken_apart(&mut self, value: &[u8], may_be_piece: bool) {
        let signs = Signs::of(value);
        if let Some(text) = self.charset.filter(|_| signs.any(signs::HIGH)).and_then(|charset| read_in(charset, value))
        {
            return self.open("charset", 0..value.len(), text.as_bytes());
        }
        if let Some(text) = if signs.any(signs::HIGH) { folded(value) } else { None } {
            return self.open("nfkc", 0..value.len(), text.as_bytes());
        }
        if signs.any(signs::OTHER) {
            self.typed_out(value);
        }
        if signs.any(signs::EQUALS)
            && let Some(content) = quoted(value)
        {
            self.open("quoted-printable", 0..value.len(), &content);
        }
        if (signs.any(signs::TILDE) && self.named_list(value))
            || (signs.any(signs::OPENING) && self.nested_json(value))
            || (signs.any(signs::EQUALS) && self.nested_query(value, signs))
            || (signs.any(signs::DOT) && self.jwt(value))
        {
            return self.taken_for_syntax(value, signs);
        }
        let content = if self.form && signs.any(signs::OTHER) { with_blanks(value) } else { None };
        match content.filter(|_| self.may_decode(value, signs)) {
            Some(content) => {
                self.open("percent", 0..value.len(), &content);
                // who wrote a form by hand may not have escaped a plus
                let first = self.frames.count();
                self.unescaped(value, signs, false);
                self.unread.push(first..self.frames.count());
            }
            None => self.unescaped(value, signs, may_be_piece),
        }
    }

    /// In bytes that are no text an escape is chance.
    fn may_decode(&self, value: &[u8], signs: Signs) -> bool {
        signs.are_text(value) && (self.layers.is_empty() || self.may_open())
    }

    fn unescaped(&mut self, value: &[u8], signs: Signs, may_be_piece: bool) {
        if signs.any(signs::PERCENT) && self.may_decode(value, signs) {
            let content = percent(value);
            if content != value {
                return self.open("percent", 0..value.len(), &content);
            }
        }
        let layer = self.new_layer();
        if may_be_piece {
            let at = (self.frames.part(layer), layer, self.object);
            self.leaves.add(&self.key, value, signs, self.origin.base, at);
        }
        let is_plain = self.is_plain(value, signs);
        if !is_plain && self.was_empty(value) {
            return;
        }
        self.birth_day(value, signs);
        self.without_zeros(value);
        if !is_plain {
            self.telling_value(value, signs, layer);
        }
    }

    /// A day in a spelling that only the key tells from other dates.
    fn birth_day(&mut self, value: &[u8], signs: Signs) {
        if !signs.any(signs::DIGIT) || self.layers.last() == Some(&"date") {
            return;
        }
        for day in dates::days(value) {
            let announces = |s: &Self| Tables::get().announces(&s.key, IdentifierKind::BirthDate);
            if (self.gathered.is_some() || self.is_known(text_key(&day))) && announces(self) {
                self.open("date", 0..value.len(), day.as_bytes());
            }
        }
    }

    /// What was taken apart may be somebody's as it stands: `CN=anna.berg`.
    fn taken_for_syntax(&mut self, value: &[u8], signs: Signs) {
        /// No id is longer.
        const MOST: usize = 128;
        if value.len() <= MOST
            && self.looks_for_words()
            && signs.are_text(value)
            && let Ok(text) = std::str::from_utf8(value)
            && let Some(stretch) = anchor(IdentifierKind::ExternalId, text)
        {
            self.one_text(value, stretch.clone(), words_key(&text[stretch]));
        }
    }

    fn nested_json(&mut self, value: &[u8]) -> bool {
        let trimmed = value.trim_ascii();
        let looks = matches!((trimmed.first(), trimmed.last()), (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']')))
            || (trimmed.len() > 2 && trimmed[0] == b'"' && trimmed[trimmed.len() - 1] == b'"');
        looks && super::json::is_complete(value) && {
            self.nested("json", value, |s| s.json(value));
            true
        }
    }

    /// `a=1&b=2`, a URL with a query, or one pair whose key is a name.
    fn nested_query(&mut self, value: &[u8], signs: Signs) -> bool {
        let Some(equals) = memchr::memchr(b'=', value) else { return false };
        let question = memchr::memchr(b'?', &value[..equals]);
        let name = &value[question.map_or(0, |q| q + 1)..equals];
        let rest = &value[equals + 1..];
        if !is_name(name)
            || rest.is_empty()
            || rest.iter().all(|b| *b == b'=')
            || memchr::memchr(b'\n', value).is_some()
            || (!signs.are_text(value) && is_packed(&value[..equals], value))
        {
            return false;
        }
        self.nested("query", value, |s| {
            let query = question.map_or(0, |q| q + 1);
            s.value_at(&value[..question.unwrap_or(0)], 0);
            s.pairs(&value[query..], query);
        });
        true
    }

    /// `tv.1~em.<hash>~pn.<hash>`: a version, then named values between tildes.
    fn named_list(&mut self, value: &[u8]) -> bool {
        let items: Vec<&[u8]> = value.split(|b| *b == b'~').collect();
        let named = |item: &&[u8]| item.iter().position(|b| *b == b'.').is_some_and(|dot| is_name(&item[..dot]));
        if items.len() < 2 || !items.iter().all(named) || value.contains(&b'@') {
            return false;
        }
        let mut at = 0;
        for item in items {
            let dot = item.iter().position(|b| *b == b'.').unwrap_or(0);
            let name = String::from_utf8_lossy(&item[..dot]).into_owned();
            self.under(&name, |s| s.value_at(&item[dot + 1..], at + dot + 1));
            at += item.len() + 1;
        }
        true
    }

    /// Three base64url segments, the first two JSON (RFC 7519).
    fn jwt(&mut self, value: &[u8]) -> bool {
        let token = value.strip_prefix(b"Bearer ").unwrap_or(value);
        if !token.starts_with(b"eyJ") {
            return false;
        }
        let segments: Vec<&[u8]> = token.split(|b| *b == b'.').collect();
        let is = segments.len() == 3
            && segments.iter().all(|s| s.iter().all(|b| b.is_ascii_alphanumeric() || b"-_=".contains(b)));
        if is {
            for segment in &segments[..2] {
                self.open("jwt", 0..value.len(), &crate::encode::unbase64(segment));
            }
        }
        is
    }

    /// A layer of syntax within the current value.
    fn nested(&mut self, layer: &'static str, value: &[u8], scan: impl FnOnce(&mut Self)) {
        if self.layers.len() >= crate::scan::MOST_LAYERS {
            let layer = self.new_layer();
            return self.value(value, layer);
        }
        self.layers.push(layer);
        scan(self);
        self.layers.pop();
    }

    /// `key=value` between ampersands.
    pub(crate) fn pairs(&mut self, query: &[u8], offset: usize) {
        let text = std::str::from_utf8(query).ok();
        let own = self.new_object();
        let outer = std::mem::replace(&mut self.object, own);
        let mut at = 0;
        for pair in query.split(|b| *b == b'&') {
            let equals = pair.iter().position(|b| *b == b'=');
            let (name, value) = equals.map_or((&b""[..], pair), |i| (&pair[..i], &pair[i + 1..]));
            let signs = Signs::of(name);
            let shown = if signs.any(signs::PERCENT) { Cow::Owned(percent(name)) } else { Cow::Borrowed(name) };
            let own = match text.and_then(|t| t.get(at..at + name.len())) {
                Some(own) if !signs.any(signs::PERCENT) => Cow::Borrowed(own),
                _ => String::from_utf8_lossy(&shown),
            };
            if equals.is_some() && value.iter().all(|b| *b == b'=') {
                // no pair, but a value with its padding
                self.value_at(pair, offset + at);
            } else if may_be_somebodys(&shown) {
                self.value_at(name, offset + at);
            }
            let value_at = offset + at + equals.map_or(0, |i| i + 1);
            let outside = std::mem::replace(&mut self.form, true);
            self.under(&own, |s| s.value_at(value, value_at));
            self.form = outside;
            at += pair.len() + 1;
        }
        self.object = outer;
    }

    /// Stands for an object, a query or the like, and for a document with all its objects.
    pub(crate) fn new_object(&mut self) -> u64 {
        self.objects += 1;
        self.objects << 32
    }

    /// Drops what was found in a form with its blanks left as they are written, where it reads better with them read; and
    /// what reads better as it is written.
    pub(crate) fn choose_readings(&mut self, found: &mut Vec<Found>) {
        let unread = std::mem::take(&mut self.unread);
        if unread.is_empty() {
            return;
        }
        let mut layers = vec![false; self.frames.count() as usize];
        unread.into_iter().for_each(|range| layers[range.start as usize..range.end as usize].fill(true));
        let is_unread = |f: &Found| layers[f.layer as usize];
        let is_respaced = |f: &Found| f.hit.form.contains(&"respaced");
        let told = |f: &Found| (f.hit.person, f.hit.identifier, f.key.clone());
        let plus: HashSet<_> = found.iter().filter(|f| is_unread(f) && !is_respaced(f)).map(told).collect();
        found.retain(|f| !is_respaced(f) || !is_unread(f) && !plus.contains(&told(f)));
    }
}

/// A short text with signs of full width (as keyboards for Chinese and Japanese write them), digits of Arabic and Persian and
/// the minus sign as ASCII has them; none where there are none.
fn folded(value: &[u8]) -> Option<String> {
    const LONGEST: usize = 256;
    const WIDER: u32 = 0xff01 - 0x21;
    let fold = |sign: char| match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - WIDER),
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(sign) & 15, 10),
        '\u{2212}' => Some('-'),
        _ => None,
    };
    let text = std::str::from_utf8(value).ok().filter(|text| text.len() <= LONGEST)?;
    let is_other = text.chars().any(|sign| fold(sign).is_some());
    is_other.then(|| text.chars().map(|sign| fold(sign).unwrap_or(sign)).collect())
}

/// Whether an identifier may stand where a key should.
pub(super) fn may_be_somebodys(name: &[u8]) -> bool {
    name.len() >= 16 || name.contains(&b'@') || name.iter().filter(|b| b.is_ascii_digit()).count() >= 6
}

/// Whether a query is only the end of an address somewhere in these bytes, which are no text.
fn is_packed(before: &[u8], value: &[u8]) -> bool {
    before.iter().any(|b| is_control(*b)) || is_message(value)
}

fn is_name(name: &[u8]) -> bool {
    (1..=64).contains(&name.len()) && name.iter().all(|b| b.is_ascii_alphanumeric() || b"_-.[]:$".contains(b))
}

/// A value of a form with its blanks, which are written as `+` (URL Living Standard section 5.2); none where each `+` is
/// one: where a blank is escaped, and before a number with its country.
fn with_blanks(value: &[u8]) -> Option<Vec<u8>> {
    memchr::memchr(b'+', value)?;
    if value == b"+" || memchr::memmem::find(value, b"%20").is_some() {
        return None;
    }
    let mut read = value.to_vec();
    for at in memchr::memchr_iter(b'+', value).filter(|at| !begins_number(value, *at)) {
        read[at] = b' ';
    }
    (read != value).then(|| percent(&read))
}

/// Whether digits follow this `+` and nothing stands before it, but for what a value begins after.
fn begins_number(value: &[u8], plus: usize) -> bool {
    let before = &value[..plus];
    let begins = before.is_empty() || [&b"\""[..], b"%22", b":", b"%3A", b"%3a"].iter().any(|s| before.ends_with(s));
    begins && value.get(plus + 1).is_some_and(|b| matches!(b, b'1'..=b'9'))
}
