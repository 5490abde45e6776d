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
