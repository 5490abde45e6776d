//! JSON as it is found in traffic: several documents in a row, cut off, with `+` for a space. Offsets are kept.

use super::Labels;
use super::leaves::{BACKSPACE, is_stroke};
use crate::lzstring;
use crate::scan::escapes::{backslashes, string, units_beyond};
use crate::scan::lists::LEAST_LISTED;
use crate::scan::{Scanner, short_name};
use crate::tables::Tables;
use std::borrow::Cow;
use std::ops::Range;

const MOST_NESTED: usize = 128;
/// Shorter numbers are nobody's as they stand.
const LEAST_NUMBER: usize = 4;

/// What a name reads, which programs write with escapes.
fn unescaped(name: &[u8]) -> Cow<'_, [u8]> {
    match memchr::memchr(b'\\', name) {
        Some(_) => Cow::Owned(backslashes(name)),
        None => Cow::Borrowed(name),
    }
}

/// Whether a text is one or several whole JSON documents.
pub(crate) fn is_complete(text: &[u8]) -> bool {
    walk(text, None, &mut |_| {}).is_ok()
}

impl Scanner {
    /// Every string, number and key of the documents; what cannot be read is scanned as it stands.
    pub(crate) fn json(&mut self, text: &[u8]) {
        let mut labels = std::mem::take(&mut self.labels);
        let document = self.new_object();
        let outside = self.object;
        let read = walk(text, Some(&mut labels), &mut |found| {
            self.object = document + u64::from(found.object);
            match found.role {
                Role::List => return self.under(found.path, |s| s.shifted(found.start, true, |s| s.listed(found.raw))),
                Role::Beside => return self.under(found.path, |s| s.beside_stroke(found.raw)),
                Role::Short if !self.may_lack_zeros(found.raw) => return,
                Role::Short => {
                    return self.under(found.path, |s| s.shifted(found.start, true, |s| s.without_zeros(found.raw)));
                }
                Role::Value | Role::Name => {}
            }
            let content = match found.escaped {
                true => Cow::Owned(string(found.raw)),
                false => Cow::Borrowed(found.raw),
            };
            let is_name = found.role == Role::Name;
            let units = if found.escaped { units_beyond(found.raw) } else { None };
            if let Some(text) = units.and_then(|units| lzstring::decompress_units(&units, self.allowance())) {
                return self.under(found.path, |s| {
                    s.shifted(found.start, true, |s| s.open("lz-string", 0..found.raw.len(), text.as_bytes()));
                });
            }
            self.under(found.path, |s| {
                s.shifted(found.start, !found.escaped, |s| if is_name { s.name(&content) } else { s.leaf(&content) });
            });
        });
        self.labels = labels;
        self.object = outside;
        if let Err(end) = read {
            let layer = self.new_layer();
            self.shifted(end, true, |s| s.value(&text[end..], layer));
        }
    }
}

/// A scalar or a telling key.
struct Found<'a> {
    /// Names from the outermost object inwards; array indices are not part of it.
    path: &'a str,
    start: usize,
    raw: &'a [u8],
    /// A string with backslashes.
    escaped: bool,
    role: Role,
    /// Which of the document's objects it stands in.
    object: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Value,
    Name,
    /// An array or object that may be bytes: it ends with many small numbers, or is called so.
    List,
    /// A short number in the object of a keystroke.
    Beside,
    /// A number that is nobody's but with a zero before it.
    Short,
}

type Leaf<'f> = dyn FnMut(Found<'_>) + 'f;

/// Calls `leaf` for every scalar and every telling key; an error is where the text broke. Without `labels` a path does not
/// say what a value is by the name beside it.
fn walk(text: &[u8], labels: Option<&mut Labels>, leaf: &mut Leaf<'_>) -> Result<(), usize> {
    let valid = std::str::from_utf8(text).ok();
    let mut walker = Walker {
        text,
        valid,
        at: 0,
        path: String::new(),
        small: 0,
        short: Vec::new(),
        labels,
        leaf,
        objects: 0,
        within: 0,
    };
    loop {
        walker.blanks();
        if walker.at == text.len() {
            return Ok(());
        }
        walker.value(0).ok_or(walker.at)?;
    }
}

struct Walker<'a, 'f> {
    text: &'a [u8],
    /// The same, where all of it is UTF-8.
    valid: Option<&'a str>,
    at: usize,
    path: String,
    /// Small numbers so far, one after the other.
    small: usize,
    /// Names and values of short numbers in the objects that are read.
    short: Vec<[Range<usize>; 2]>,
    labels: Option<&'f mut Labels>,
    /// So far, and the one that is read.
    objects: u32,
    within: u32,
    leaf: &'f mut Leaf<'f>,
}

/// The raw inside of a string.
struct Quoted<'a> {
    start: usize,
    raw: &'a [u8],
    escaped: bool,
}

impl<'a> Walker<'a, '_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n' | b'+' | 0x1e)) {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        self.blanks();
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        self.blanks();
        match self.peek()? {
            _ if depth > MOST_NESTED => None,
            b'{' => {
                self.objects += 1;
                let outer = std::mem::replace(&mut self.within, self.objects);
                let read = self.object(depth);
                self.within = outer;
                read
            }
            b'[' => self.array(depth),
            b'"' => {
                let string = self.string()?;
                self.small = 0;
                self.found(string, Role::Value);
                Some(())
            }
            _ => self.bare(),
        }
    }

    fn found(&mut self, Quoted { start, raw, escaped }: Quoted<'a>, role: Role) {
        (self.leaf)(Found { path: &self.path, start, raw, escaped, role, object: self.within });
    }

    /// Numbers of fields and of keys are short, and of no use elsewhere.
    fn beside(&mut self, first: usize) {
        for [name, value] in self.short.split_off(first) {
            let outer = self.path.len();
            self.path.push_str(if outer > 0 { "." } else { "" });
            self.path.push_str(&String::from_utf8_lossy(&self.text[name]));
            self.found(Quoted { start: value.start, raw: &self.text[value], escaped: false }, Role::Beside);
            self.path.truncate(outer);
        }
    }

    /// The end of an array or object that began there.
    fn end(&mut self, first: usize) {
        if std::mem::take(&mut self.small) >= LEAST_LISTED || self.path.ends_with("words") {
            self.found(Quoted { start: first, raw: &self.text[first..self.at], escaped: false }, Role::List);
        }
    }

    fn object(&mut self, depth: usize) -> Option<()> {
        let first = self.at;
        (self.at, self.small) = (first + 1, 0);
        if self.eat(b'}').is_some() {
            return Some(());
        }
        // the name of a value in the same object
        let mut label = Cow::Borrowed(&b""[..]);
        let (shorts, mut has_stroke) = (self.short.len(), false);
        loop {
            self.blanks();
            let name = self.string()?;
            let outer = self.path.len();
            let (start, end) = (name.start, name.start + name.raw.len());
            let own = match self.valid.and_then(|text| text.get(start..end)) {
                Some(own) if !name.escaped => Cow::Borrowed(own),
                _ => Cow::Owned(String::from_utf8_lossy(&backslashes(name.raw)).into_owned()),
            };
            if name.raw.len() >= 6 {
                self.found(name, Role::Name);
            }
            self.eat(b':')?;
            self.path.push_str(if outer > 0 { "." } else { "" });
            self.path.push_str(short_name(&own));
            let pairs = &Tables::get().pairs;
            if !label.is_empty() && pairs.values.iter().any(|word| own.eq_ignore_ascii_case(word)) {
                let announced = self.labels.as_mut().and_then(|labels| labels.announced(&label));
                self.path.push_str(announced.unwrap_or(""));
            }
            self.blanks();
            let from = self.at;
            self.value(depth + 1)?;
            self.path.truncate(outer);
            let value = &self.text[from..self.at];
            if let Some(inside) = value.strip_prefix(b"\"") {
                let inside = inside.strip_suffix(b"\"").unwrap_or(inside);
                has_stroke |= (1..=BACKSPACE.len()).contains(&inside.len()) && is_stroke(&unescaped(inside));
                if pairs.names.iter().any(|word| own.eq_ignore_ascii_case(word)) {
                    label = unescaped(inside);
                }
            } else if value.len() < LEAST_NUMBER && value.iter().all(u8::is_ascii_digit) && end > start {
                self.short.push([start..end, from..self.at]);
            }
            if self.ends(b'}')? {
                if has_stroke {
                    self.beside(shorts);
                }
                self.short.truncate(shorts);
                self.end(first);
                return Some(());
            }
        }
    }

    fn array(&mut self, depth: usize) -> Option<()> {
        let first = self.at;
        (self.at, self.small) = (first + 1, 0);
        if self.eat(b']').is_some() {
            return Some(());
        }
        self.blanks();
        let from = self.at;
        self.value(depth + 1)?;
        if self.ends(b']')? {
            self.end(first);
            return Some(());
        }
        let outer = self.path.len();
        let name = self.text[from..self.at - 1].trim_ascii_end();
        if let Some(name) = name.strip_prefix(b"\"").and_then(|n| n.strip_suffix(b"\"")).filter(|_| self.is_last()) {
            let announced = self.labels.as_mut().and_then(|labels| labels.announced(&unescaped(name)));
            self.path.push_str(announced.unwrap_or(""));
        }
        loop {
            self.value(depth + 1)?;
            self.path.truncate(outer);
            if self.ends(b']')? {
                self.end(first);
                return Some(());
            }
        }
    }

    /// Whether what comes next is a string or number, and the last of its array: `["zip","215 14"]`, as forms' entries are
    /// written.
    fn is_last(&mut self) -> bool {
        let (at, small) = (self.at, self.small);
        self.blanks();
        let is_value = match self.peek() {
            Some(b'"') => self.string().is_some(),
            Some(b'0'..=b'9') => {
                self.at += self.text[self.at..].iter().take_while(|b| b.is_ascii_digit()).count();
                true
            }
            _ => false,
        };
        let is_last = is_value && self.ends(b']') == Some(true);
        (self.at, self.small) = (at, small);
        is_last
    }

    /// Whether the end comes next, or else a comma.
    fn ends(&mut self, end: u8) -> Option<bool> {
        self.blanks();
        let next = self.peek().filter(|b| *b == end || *b == b',')?;
        self.at += 1;
        Some(next == end)
    }

    fn string(&mut self) -> Option<Quoted<'a>> {
        if self.peek()? != b'"' {
            return None;
        }
        let start = self.at + 1;
        let (mut end, mut escaped) = (start, false);
        loop {
            end += memchr::memchr2(b'"', b'\\', self.text.get(end..)?)?;
            if self.text[end] == b'"' {
                break;
            }
            end += 2;
            escaped = true;
        }
        self.at = end + 1;
        Some(Quoted { start, raw: &self.text[start..end], escaped })
    }

    /// A number, `true`, `false`, `null`.
    fn bare(&mut self) -> Option<()> {
        let start = self.at;
        let is = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.');
        let length = self.text[start..].iter().take_while(|b| is(b)).count();
        let word = &self.text[start..start + length];
        // the latter are what Python and JavaScript write though JSON has none
        let known = matches!(word, b"true" | b"false" | b"null" | b"NaN" | b"Infinity" | b"-Infinity" | b"undefined");
        let number = word.first().is_some_and(|b| b.is_ascii_digit() || *b == b'-')
            && word.iter().all(|b| b.is_ascii_digit() || b"+-.eE".contains(b));
        if !known && !number {
            return None;
        }
        self.at += length;
        self.small = if number && length <= 4 { self.small + 1 } else { 0 };
        if number && length >= LEAST_NUMBER - 1 {
            let role = if length < LEAST_NUMBER { Role::Short } else { Role::Value };
            self.found(Quoted { start, raw: word, escaped: false }, role);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = (Vec<(String, usize, String)>, Result<(), usize>);

    fn leaves(text: &str) -> Read {
        let mut all = Vec::new();
        let end = walk(text.as_bytes(), Some(&mut Labels::default()), &mut |found| {
            all.push((found.path.to_owned(), found.start, String::from_utf8_lossy(found.raw).into_owned()));
        });
        (all, end)
    }

    #[test]
    fn paths_and_offsets_are_kept() {
        let (all, end) = leaves(r#"{"a":{"b":["x",12345,"y\"z"]},"c":true}"#);
        assert_eq!(end, Ok(()));
        assert_eq!(all[0], ("a.b".into(), 12, "x".into()));
        assert_eq!(all[1], ("a.b".into(), 15, "12345".into()));
        assert_eq!(all[2].2, "y\\\"z");
    }

    #[test]
    fn a_value_is_what_the_name_beside_it_says() {
        for (names, key) in [(["name", "value"], "f.value"), (["key", "val"], "f.val"), (["label", "Value"], "f.Value")]
        {
            let [name, value] = names;
            for (label, says) in [("birth_date", "[birth_date]"), ("anna.berg", ""), ("user-4711", "")] {
                let text = format!(r#"{{"f":[{{"{name}":"{label}","{value}":"1979-04-16"}},{{"{value}":"z"}}]}}"#);
                let all = leaves(&text).0;
                let paths: Vec<_> = all.iter().filter(|l| l.0.starts_with(key)).map(|l| l.0.as_str()).collect();
                assert_eq!(paths, [&format!("{key}{says}"), key], "{text}");
            }
        }
        for text in [r#"[{"label":"F\u00f6delsedatum","value":"1979-04-16"}]"#, r#"["F\u00f6delsedatum","1979-04-16"]"#]
        {
            assert!(leaves(text).0.iter().any(|l| l.0.ends_with("[birth_date]")), "{text}");
        }
        let nested = r#"{"params":[{"key":"zip","value":{"string_value":"215 14"}}]}"#;
        assert_eq!(leaves(nested).0.last().unwrap().0, "params.value[postal_code].string_value");
    }

    #[test]
    fn the_first_of_two_says_what_the_second_is() {
        let paths = |text: &str| leaves(text).0.iter().map(|l| l.0.clone()).collect::<Vec<_>>();
        assert_eq!(paths(r#"[["zip", "215 14"], ["birth_date" ,19790416]]"#)[1], "[postal_code]");
        assert_eq!(paths(r#"{"f":[["name","x"],["birth_date",19790416]]}"#).last().unwrap(), "f[birth_date]");
        for other in [r#"["zip","215 14","x"]"#, r#"["zip",["215 14"]]"#, r#"["a","215 14"]"#, r#"[1,"215 14"]"#] {
            assert!(paths(other).iter().all(String::is_empty), "{other}");
        }
        assert_eq!(leaves(r#"["zip","215"#).1, Err(7));
    }

    #[test]
    fn broken_documents_are_read_to_the_break() {
        assert_eq!(leaves(r#"{"a":"x","b":"#).0.len(), 1);
        assert!(!is_complete(br#"{"a":"x""#));
        assert!(is_complete(b"{}\n[1]\n"));
        assert!(!is_complete(b"42 hello"));
        let deep = "[".repeat(100_000);
        assert!(leaves(&deep).1.is_err());
    }
}
