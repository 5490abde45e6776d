//! An exchange taken apart: URL, headers, cookies, referer, body, frames; each value under its key.

mod body;
mod json;
mod leaf;
mod split;

use crate::scan::{Found, Scanner};
use facts::{Exchange, Gap, Part, Sighting};
use std::collections::HashSet;

/// A value as it stood under its key, kept for what is split over several values.
pub(crate) struct Leaf {
    pub key: String,
    pub text: String,
    pub offset: u64,
}

/// The values of a part in order; their strings are used again and again.
#[derive(Default)]
pub(crate) struct Leaves {
    all: Vec<Leaf>,
    used: usize,
}

impl Leaves {
    pub fn add(&mut self, key: &str, text: &str, offset: u64) {
        if self.used == self.all.len() {
            self.all.push(Leaf { key: String::new(), text: String::new(), offset: 0 });
        }
        let leaf = &mut self.all[self.used];
        key.clone_into(&mut leaf.key);
        text.clone_into(&mut leaf.text);
        leaf.offset = offset;
        self.used += 1;
    }

    pub fn clear(&mut self) {
        self.used = 0;
    }

    fn get(&self) -> &[Leaf] {
        &self.all[..self.used]
    }
}

/// What an exchange gave so far.
struct Collected {
    found: Vec<(Part, Found)>,
}

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
        let mut all = Collected { found: Vec::new() };
        self.url(&exchange.url, None, &mut all);
        self.headers(exchange, &mut all);
        self.part(Part::Body, &mut all, |s| s.body(exchange));
        self.part(Part::Frame, &mut all, |s| s.frames(&exchange.frames));
        let mut seen = HashSet::new();
        for (part, found) in all.found {
            if seen.insert(identity(part, &found)) {
                sink(self.sighting(source, exchange, part, found));
            }
        }
        for gap in self.take_gaps() {
            gaps(Gap { what: format!("{} of {} {}", gap.what, exchange.method, without_query(&exchange.url)), ..gap });
        }
    }

    /// Runs one part from its own offset 0, then looks at its values together.
    fn part(&mut self, part: Part, all: &mut Collected, scan: impl FnOnce(&mut Self)) {
        self.at_start_of_part();
        scan(self);
        self.split_values();
        all.found.extend(self.found.drain(..).map(|f| (part, f)));
    }

    /// Path, query and fragment; all under `part` where the URL is itself a part (a referer).
    fn url(&mut self, url: &str, part: Option<Part>, all: &mut Collected) {
        let (address, fragment) = url.split_once('#').unwrap_or((url, ""));
        let (address, query) = address.split_once('?').unwrap_or((address, ""));
        let authority = address.find("://").map_or(0, |i| i + 3);
        let path_at = address[authority..].find('/').map_or(address.len(), |i| authority + i);
        let base = |offset: usize| if part.is_some() { offset } else { 0 };
        self.part(part.unwrap_or(Part::UrlPath), all, |s| {
            s.under("host", |s| s.value_at(&address.as_bytes()[authority..path_at], base(authority)));
            s.value_at(&address.as_bytes()[path_at..], base(path_at));
        });
        self.part(part.unwrap_or(Part::UrlQuery), all, |s| s.pairs(query.as_bytes(), base(address.len() + 1)));
        let at = url.len() - fragment.len();
        self.part(part.unwrap_or(Part::UrlFragment), all, |s| s.pairs(fragment.as_bytes(), base(at)));
    }

    fn headers(&mut self, exchange: &Exchange, all: &mut Collected) {
        for (name, value) in &exchange.headers {
            match name.to_ascii_lowercase().as_str() {
                // HTTP/2 pseudo-headers repeat the URL; Host and Content-Length say nothing of people
                n if n.starts_with(':') || n == "host" || n == "content-length" => {}
                "referer" => self.url(value, Some(Part::Referer), all),
                "cookie" => self.part(Part::Cookie, all, |s| s.cookies(value)),
                n => self.part(Part::Header, all, |s| s.under(n, |s| s.value_at(value.as_bytes(), 0))),
            }
        }
    }

    fn cookies(&mut self, header: &str) {
        let mut at = 0;
        for cookie in header.split(';') {
            let skip = cookie.len() - cookie.trim_start().len();
            let (name, value) = cookie.trim_start().split_once('=').unwrap_or(("", cookie.trim_start()));
            let offset = at + skip + if name.is_empty() { 0 } else { name.len() + 1 };
            self.under(name, |s| s.value_at(value.as_bytes(), offset));
            at += cookie.len() + 1;
        }
    }

    fn frames(&mut self, frames: &[Vec<u8>]) {
        for frame in frames {
            self.document(frame, 0);
        }
    }

    fn sighting(&self, source: &str, exchange: &Exchange, part: Part, found: Found) -> Sighting {
        let Found { hit, key } = found;
        let (person, role) =
            hit.person.map_or_else(|| ("unknown".to_owned(), String::new()), |p| self.needles.person(p));
        let words = |w: Vec<&str>| w.into_iter().map(str::to_owned).collect();
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
            confidence: hit.low.then(|| "low".into()),
            shared: hit.shared,
            index: hit.person,
        }
    }
}

type Identity = (Part, String, Option<u32>, facts::IdentifierKind, Vec<&'static str>);

fn identity(part: Part, found: &Found) -> Identity {
    (part, found.key.clone(), found.hit.person, found.hit.identifier, found.hit.form.clone())
}

fn without_query(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or(url)
}
