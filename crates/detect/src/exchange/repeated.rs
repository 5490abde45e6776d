//! Headers and values in which nothing was found: browsers send the same ones with exchange after exchange.

use crate::scan::{Found, Marks, Mixed, Scanner};
use facts::Exchange;
use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::ops::Range;

/// What a header holds depends on its name and value only.
#[derive(Default)]
pub(crate) struct Repeated {
    /// Name, zero, value.
    empty: HashSet<Box<[u8]>, BuildHasherDefault<Mixed>>,
    size: usize,
    wanted: Vec<u8>,
    /// Headers of the current exchange that were taken apart, and into which parts.
    entered: Vec<(usize, Range<usize>)>,
    /// Values in which nothing was found.
    values: Marks,
    /// Marks of the values of the current exchange.
    looked_at: Vec<u64>,
    /// Tokens that were recognised before it.
    recognised: usize,
}

/// Bytes that are kept.
const MOST: usize = 1 << 20;
const LONGEST: usize = 8 << 10;

impl Repeated {
    pub fn holds(&mut self, name: &str, value: &str) -> bool {
        self.wanted.clear();
        [name.as_bytes(), b"\0", value.as_bytes()].iter().for_each(|part| self.wanted.extend_from_slice(part));
        self.empty.contains(&*self.wanted)
    }

    pub fn entered(&mut self, header: usize, parts: Range<usize>) {
        self.entered.push((header, parts));
    }

    /// Whether nothing was found in a value with this mark; else it is about to be looked at.
    fn knows(&mut self, mark: u64) -> bool {
        let known = self.values.has(mark);
        if !known {
            self.looked_at.push(mark);
        }
        known
    }

    fn add(&mut self, name: &str, value: &str) {
        if name.len() + value.len() <= LONGEST {
            if self.size >= MOST {
                self.empty.clear();
                self.size = 0;
            }
            let header = [name.as_bytes(), b"\0", value.as_bytes()].concat();
            self.size += header.len();
            self.empty.insert(header.into());
        }
    }
}

impl Scanner {
    /// Forgets what was noted of another exchange.
    pub(super) fn begin_exchange(&mut self) {
        self.repeated.entered.clear();
        self.repeated.looked_at.clear();
        self.repeated.recognised = self.recognised();
    }

    /// Whether nothing was found in this value before, under this key and as deep: what is found depends on nothing else.
    pub(super) fn was_empty(&mut self, value: &[u8]) -> bool {
        if self.gathered.is_some() {
            return false;
        }
        let mark = self.mark(value, self.key.as_bytes());
        self.repeated.knows(mark)
    }

    /// Notes the values of an exchange in which nothing at all was found.
    pub(super) fn remember_values(&mut self, found: &[Found]) {
        if found.is_empty() && self.gaps.is_empty() && self.recognised() == self.repeated.recognised {
            let Repeated { values, looked_at, .. } = &mut self.repeated;
            looked_at.iter().for_each(|mark| values.add(*mark));
        }
    }

    /// Notes which headers of an exchange need no second look.
    pub(super) fn remember_headers(&mut self, exchange: &Exchange, found: &[Found]) {
        let mut entered = std::mem::take(&mut self.repeated.entered);
        // what was not opened was not seen, and what is collected is handed over now and then
        if self.gaps.is_empty() && self.gathered.is_none() {
            let mut told: Vec<usize> = found.iter().map(|f| self.frames.part(f.layer) as usize).collect();
            told.sort_unstable();
            for (header, parts) in &entered {
                let next = told.partition_point(|part| *part < parts.start);
                if told.get(next).is_none_or(|part| *part >= parts.end) {
                    let (name, value) = &exchange.headers[*header];
                    self.repeated.add(name, value);
                }
            }
        }
        entered.clear();
        self.repeated.entered = entered;
    }
}

#[cfg(test)]
mod tests {
    use crate::tests::needles;
    use facts::Exchange;

    /// One scanner over headers that come again: those with an identifier, whole or split, are told each time.
    #[test]
    fn only_headers_without_anything_are_passed_over() {
        let mut scanner = needles().scanner();
        let headers = [
            ("user-agent", "Mozilla/5.0 (X11; Linux x86_64)"),
            ("x-user", "anna.berg@example.com"),
            ("cookie", "u=anna.berg; d=example.com"),
            ("cookie", "u=nobody; d=example.net"),
            ("Referer", "https://www.example.com/?city=Malm%C3%B6"),
            ("accept", "*/*"),
        ];
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let exchange = Exchange { url: "https://t.example.net/".into(), headers, ..Exchange::default() };
        let mut look = || {
            let mut all = Vec::new();
            scanner.exchange("t", &exchange, &mut |s| all.push((s.part, s.key)), &mut |_| ());
            (all, scanner.repeated.empty.len())
        };
        let (first, known) = look();
        assert_eq!((first.len(), known), (3, 3));
        assert_eq!(look(), (first, known));
        assert!(scanner.repeated.holds("user-agent", "Mozilla/5.0 (X11; Linux x86_64)"));
        assert!(!scanner.repeated.holds("x-user", "Mozilla/5.0 (X11; Linux x86_64)"));
        assert!(!scanner.repeated.holds("x-user", "anna.berg@example.com"));
    }

    #[test]
    fn what_could_not_be_opened_is_not_passed_over() {
        let header = ("x-data".to_owned(), crate::encode::base64(&b"nobody's words ".repeat(20)));
        let exchange = Exchange { headers: vec![header], ..Exchange::default() };
        let options = crate::Options { budget: 100, ..crate::Options::default() };
        let mut scanner = crate::Needles::compile(&crate::tests::anna(), &options).scanner();
        for _ in 0..2 {
            let mut gaps = 0;
            scanner.exchange("t", &exchange, &mut |_| (), &mut |_| gaps += 1);
            assert_eq!((gaps, scanner.repeated.empty.len()), (1, 0));
        }
    }

    /// Values come again in other exchanges, under other keys, in containers, with and without a neighbour to be joined to.
    #[test]
    fn only_values_in_which_nothing_is_are_passed_over() {
        let exchange = |query: &str| Exchange { url: format!("https://t.example.net/?{query}"), ..Exchange::default() };
        let words = "a=Mozilla%2F5.0&b=GA1.2.68060533.1892356520&c=c0752fda-6dd6-4e17-ac9c-f679bf82f646";
        let email = crate::encode::base64url(b"{\"m\":\"anna.berg@example.com\"}");
        let mut people = crate::tests::anna();
        people[0].identifiers.push((facts::IdentifierKind::PostalCode, "215 14".into()));
        let mut scanner = crate::Needles::compile(&people, &crate::Options::default()).scanner();
        let mut look = |query: &str| {
            let mut all = Vec::new();
            scanner.exchange("t", &exchange(query), &mut |s| all.push((s.key, s.identifier)), &mut |_| ());
            let known = scanner.repeated.values.count();
            (all, known)
        };
        let first = look(words);
        assert!(first.0.is_empty() && first.1 >= 3);
        assert_eq!(look(words), first);
        for query in [
            format!("x={email}"),
            "x=anna.berg&y=example.com".into(),
            "postal_code=215%2014".into(),
            format!("{words}&e={email}"),
        ] {
            let first = look(&query);
            assert!(!first.0.is_empty(), "{query}");
            assert_eq!(look(&query), first, "{query}");
        }
        // announced by another key, what was nobody's is somebody's
        let alone = look("q=215%2014").0;
        assert_eq!((alone, look("postal_code=215%2014").0.len()), (vec![], 1));
    }
}
