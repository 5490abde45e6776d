//! An exchange taken apart: URL, headers, cookies, referer, body, frames; each value under its key.

mod body;
mod json;
mod labels;
mod leaf;
mod leaves;
mod repeated;
mod split;
mod strokes;
mod together;
mod zeros;

pub(crate) use split::is_seam;

use crate::hit::Words;
use crate::scan::{Found, Origin, Scanner};
use facts::{Exchange, Gap, Part, Sighting};
pub(crate) use labels::Labels;
pub(crate) use leaves::Leaves;
pub(crate) use repeated::Repeated;
use std::borrow::Cow;
use std::collections::HashSet;

impl Scanner {
    /// Finds every identifier in every part of an exchange. One sighting for each distinct
    /// (part, key, person, identifier, form); a gap for what could not be opened.
    pub fn exchange(
        &mut self,
        source: &str,
        exchange: &Exchange,
        sink: &mut dyn FnMut(Sighting),
        gaps: &mut dyn FnMut(Gap),
    ) {
        self.reset(0, true);
        self.begin_exchange();
        let mut parts = Parts::new();
        self.url(&exchange.url, None, &mut parts);
        self.headers(exchange, &mut parts);
        self.part(Part::Body, &mut parts, |s| s.body(exchange));
        self.part(Part::Frame, &mut parts, |s| s.frames(&exchange.frames));
        self.scan_waiting();
        self.split_values();
        self.scan_waiting();
        // what stood in joined values is not joined once more
        self.leaves.clear();
        let mut found = std::mem::take(&mut self.found);
        self.remember_headers(exchange, &found);
        self.remember_values(&found);
        // as if each value had been scanned as soon as it was met
        self.frames.sort(&mut found, |f| f.layer);
        self.choose_readings(&mut found);
        self.tell_of_the_named(&mut found);
        self.weigh_together(&mut found);
        let mut seen = HashSet::new();
        for found in found {
            let part = parts[self.frames.part(found.layer) as usize];
            if seen.insert(identity(part, &found)) {
                sink(self.sighting(source, exchange, part, found));
            }
        }
        for gap in self.take_gaps() {
            gaps(Gap { what: format!("{} of {} {}", gap.what, exchange.method, without_query(&exchange.url)), ..gap });
        }
    }

    /// Takes one part apart, from its own offset 0.
    fn part(&mut self, part: Part, parts: &mut Parts, take_apart: impl FnOnce(&mut Self)) {
        self.part = parts.len() as u32;
        parts.push(part);
        self.origin = Origin { base: 0, exact: true };
        self.key.clear();
        self.object = self.new_object();
        take_apart(self);
    }

    /// Path, query and fragment; all under `part` where the URL is itself a part (a referer).
    fn url(&mut self, url: &str, part: Option<Part>, parts: &mut Parts) {
        let cut = |text: &'_ str, sign| memchr::memchr(sign, text.as_bytes()).unwrap_or(text.len());
        let (address, fragment) = url.split_at(cut(url, b'#'));
        let (address, query) = address.split_at(cut(address, b'?'));
        let [fragment, query] = [fragment, query].map(|rest| rest.get(1..).unwrap_or(""));
        let authority = address.find("://").map_or(0, |i| i + 3);
        let path_at = address[authority..].find('/').map_or(address.len(), |i| authority + i);
        let base = |offset: usize| if part.is_some() { offset } else { 0 };
        self.part(part.unwrap_or(Part::UrlPath), parts, |s| {
            s.under("host", |s| s.value_at(&address.as_bytes()[authority..path_at], base(authority)));
            s.path(&address.as_bytes()[path_at..], base(path_at));
        });
        self.part(part.unwrap_or(Part::UrlQuery), parts, |s| s.pairs(query.as_bytes(), base(address.len() + 1)));
        let at = url.len() - fragment.len();
        self.part(part.unwrap_or(Part::UrlFragment), parts, |s| s.pairs(fragment.as_bytes(), base(at)));
    }

    /// Parameters may stand in a path too, each after a semicolon (RFC 3986 section 3.3).
    fn path(&mut self, path: &[u8], offset: usize) {
        let mut at = 0;
        for piece in path.split(|b| *b == b';') {
            match memchr::memchr(b'=', piece).filter(|_| at > 0) {
                Some(_) => self.pairs(piece, offset + at),
                None => self.value_at(piece, offset + at),
            }
            at += piece.len() + 1;
        }
    }

    fn headers(&mut self, exchange: &Exchange, parts: &mut Parts) {
        for (i, (name, value)) in exchange.headers.iter().enumerate() {
            if self.repeated.holds(name, value) {
                continue;
            }
            let first = parts.len();
            let name = match name.bytes().any(|b| b.is_ascii_uppercase()) {
                true => Cow::Owned(name.to_ascii_lowercase()),
                false => Cow::Borrowed(name.as_str()),
            };
            match &*name {
                n if n.starts_with(Exchange::BYTES) => {
                    let column = &exchange.headers[i].0[Exchange::BYTES.len()..];
                    let bytes: Vec<u8> = value.chars().map(|c| c as u8).collect();
                    self.part(Part::Body, parts, |s| s.under(column, |s| s.document(&bytes, 0)));
                }
                // HTTP/2 pseudo-headers repeat the URL; Host and Content-Length say nothing of people
                n if n.starts_with(':') || n == "host" || n == "content-length" => {}
                "referer" => self.url(value, Some(Part::Referer), parts),
                Exchange::OTHER_BODY => self.part(Part::Body, parts, |s| s.document(value.as_bytes(), 0)),
                "cookie" => self.part(Part::Cookie, parts, |s| s.cookies(value)),
                n => self.part(Part::Header, parts, |s| s.under(n, |s| s.value_at(value.as_bytes(), 0))),
            }
            self.repeated.entered(i, first..parts.len());
        }
    }

    fn cookies(&mut self, header: &str) {
        let mut at = 0;
        for cookie in header.split(';') {
            let skip = cookie.len() - cookie.trim_start().len();
            let (name, value) = cookie.trim_start().split_once('=').unwrap_or(("", cookie.trim_start()));
            let offset = at + skip + if name.is_empty() { 0 } else { name.len() + 1 };
            if leaf::may_be_somebodys(name.as_bytes()) {
                self.value_at(name.as_bytes(), at + skip);
            }
            self.under(name, |s| s.value_at(value.as_bytes(), offset));
            at += cookie.len() + 1;
        }
    }

    fn frames(&mut self, frames: &[Vec<u8>]) {
        for frame in frames {
            self.object = self.new_object();
            self.document(frame, 0);
        }
    }

    fn sighting(&self, source: &str, exchange: &Exchange, part: Part, found: Found) -> Sighting {
        let Found { hit, key, .. } = found;
        let (person, role) =
            hit.person.map_or_else(|| ("unknown".to_owned(), String::new()), |p| self.needles.person(p));
        let words = |words: Words| words.iter().map(|w| (*w).to_owned()).collect();
        Sighting {
            schema: Sighting::SCHEMA.into(),
            source: source.into(),
            exchange: exchange.id.clone(),
            at: exchange.at,
            page: exchange.page.clone(),
            host: exchange.host(),
            recipient: None,
            part,
            key,
            person,
            role,
            identifier: hit.identifier,
            form: words(hit.form),
            layers: words(hit.layers),
            offset: hit.offset,
            initiator: exchange.initiator.clone(),
            journey: None,
            consent: None,
            step: None,
            zone: None,
            field: None,
            further_fields: Vec::new(),
            typed: None,
            confidence: hit.low.then(|| "low".into()),
            shared: hit.shared,
            index: hit.person,
            same: hit.same,
        }
    }
}

/// The parts met so far.
type Parts = Vec<Part>;

type Identity = (Part, String, Option<u32>, facts::IdentifierKind, Words);

fn identity(part: Part, found: &Found) -> Identity {
    (part, found.key.clone(), found.hit.person, found.hit.identifier, found.hit.form.clone())
}

fn without_query(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or(url)
}
