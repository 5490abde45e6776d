//! JSON as it is found in traffic: several documents in a row, cut off, with `+` for a space. Offsets are kept.

use crate::scan::Scanner;
use crate::scan::escapes::backslashes;
use std::borrow::Cow;

const MOST_NESTED: usize = 128;

/// Whether a text is one or several whole JSON documents.
pub(crate) fn is_complete(text: &[u8]) -> bool {
    walk(text, &mut |_, _, _, _| {}).is_ok()
}

impl Scanner {
    /// Every string, number and key of the documents; what cannot be read is scanned as it stands.
    pub(crate) fn json(&mut self, text: &[u8]) {
        let mut key = String::new();
        let read = walk(text, &mut |path, start, raw, quoted| {
            key.clear();
            for name in path {
                key.push_str(if key.is_empty() { "" } else { "." });
                key.push_str(name);
            }
            let content =
                if quoted && raw.contains(&b'\\') { Cow::Owned(backslashes(raw)) } else { Cow::Borrowed(raw) };
            let exact = matches!(content, Cow::Borrowed(_));
            self.under(&key, |s| s.shifted(start, exact, |s| s.leaf(&content)));
        });
        if let Err(end) = read {
            let layer = self.new_layer();
            self.shifted(end, true, |s| s.value(&text[end..], layer));
        }
    }
}

/// Takes path, start, raw text, and whether it was a string.
type Leaf<'a, 'f> = dyn FnMut(&[Cow<'a, str>], usize, &'a [u8], bool) + 'f;

/// Calls `leaf(path, start, raw, quoted)` for every scalar and every telling key; an error is where the text broke.
/// Array indices are not part of the path.
fn walk<'a>(text: &'a [u8], leaf: &mut Leaf<'a, '_>) -> Result<(), usize> {
    let mut walker = Walker { text, at: 0, path: Vec::new(), leaf };
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
    at: usize,
    path: Vec<Cow<'a, str>>,
    leaf: &'f mut Leaf<'a, 'f>,
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
            b'{' => self.object(depth),
            b'[' => self.array(depth),
            b'"' => {
                let (start, raw) = self.string()?;
                (self.leaf)(&self.path, start, raw, true);
                Some(())
            }
            _ => self.bare(),
        }
    }

    fn object(&mut self, depth: usize) -> Option<()> {
        self.at += 1;
        if self.eat(b'}').is_some() {
            return Some(());
        }
        loop {
            self.blanks();
            let (start, raw) = self.string()?;
            if raw.len() >= 6 {
                (self.leaf)(&self.path, start, raw, true);
            }
            self.eat(b':')?;
            self.path.push(match raw.contains(&b'\\') {
                true => Cow::Owned(String::from_utf8_lossy(&backslashes(raw)).into_owned()),
                false => String::from_utf8_lossy(raw),
            });
            let value = self.value(depth + 1);
            self.path.pop();
            value?;
            match (self.eat(b','), self.eat(b'}')) {
                (Some(()), None) => {}
                (None, Some(())) => return Some(()),
                _ => return None,
            }
        }
    }

    fn array(&mut self, depth: usize) -> Option<()> {
        self.at += 1;
        if self.eat(b']').is_some() {
            return Some(());
        }
        loop {
            self.value(depth + 1)?;
            match (self.eat(b','), self.eat(b']')) {
                (Some(()), None) => {}
                (None, Some(())) => return Some(()),
                _ => return None,
            }
        }
    }

    /// The raw inside of a string and where it begins.
    fn string(&mut self) -> Option<(usize, &'a [u8])> {
        if self.peek()? != b'"' {
            return None;
        }
        let start = self.at + 1;
        let mut end = start;
        loop {
            end += memchr::memchr2(b'"', b'\\', self.text.get(end..)?)?;
            if self.text[end] == b'"' {
                break;
            }
            end += 2;
        }
        self.at = end + 1;
        Some((start, &self.text[start..end]))
    }

    /// A number, `true`, `false`, `null`.
    fn bare(&mut self) -> Option<()> {
        let start = self.at;
        let is = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.');
        let length = self.text[start..].iter().take_while(|b| is(b)).count();
        let word = &self.text[start..start + length];
        let known = matches!(word, b"true" | b"false" | b"null");
        let number = word.first().is_some_and(|b| b.is_ascii_digit() || *b == b'-')
            && word.iter().all(|b| b.is_ascii_digit() || b"+-.eE".contains(b));
        if !known && !number {
            return None;
        }
        self.at += length;
        if number && length >= 4 {
            (self.leaf)(&self.path, start, word, false);
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
        let end = walk(text.as_bytes(), &mut |path, start, raw, _| {
            all.push((path.join("."), start, String::from_utf8_lossy(raw).into_owned()));
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
    fn broken_documents_are_read_to_the_break() {
        assert_eq!(leaves(r#"{"a":"x","b":"#).0.len(), 1);
        assert!(!is_complete(br#"{"a":"x""#));
        assert!(is_complete(b"{}\n[1]\n"));
        assert!(!is_complete(b"42 hello"));
        let deep = "[".repeat(100_000);
        assert!(leaves(&deep).1.is_err());
    }
}
