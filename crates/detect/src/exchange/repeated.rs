//! Headers in which nothing was found: browsers send the same ones with exchange after exchange.

use crate::scan::{Found, Mixed, Scanner};
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
}
