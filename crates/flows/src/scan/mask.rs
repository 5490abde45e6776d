//! Values never appear in output. Pages, keys, hosts and ids are the archive's own words, and may hold them: whatever of
//! these words is somebody's identifier, in whatever disguise, gives way to what it is; the rest stays byte for byte.

use super::apart::Apart;
use detect::{Hit, Needles, Scanner};
use facts::IdentifierKind;
use std::collections::HashMap;
use std::ops::Range;

pub(super) struct Masker {
    scanner: Scanner,
    /// What was asked before: none where nothing gave way. The same page stands in thousands of exchanges.
    known: [HashMap<Box<str>, Option<Box<str>>>; 3],
}

/// How words are put together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// An address, a title, an id.
    Text,
    /// Names joined by signs that an identifier may hold too: `a.anna@example.com.tel`.
    Key,
    Host,
}

/// Words of each shape remembered.
const MOST_KNOWN: usize = 10_000;
/// What a value gives way to may stand beside another one: so often is looked again.
const MOST_ROUNDS: usize = 8;
/// Of a token and of its outermost container; beyond, all the rest gives way.
const MOST_BOUNDS: usize = 256;
/// Bytes before a token that may say what it is.
const CONTEXT: usize = 64;
/// Names of a key that may be one identifier together.
const MOST_NAMES: usize = 8;

impl Masker {
    pub fn new(needles: &Needles) -> Self {
        Self { scanner: needles.scanner(), known: Default::default() }
    }

    /// `https://site.test/p?mail=[email]&tel=[phone]`
    pub fn text(&mut self, text: &mut String) {
        self.masked(Shape::Text, text);
    }

    /// `[email]:17`: what is left may be the same of many, so its place tells them apart and finds it again.
    pub fn numbered(&mut self, text: &mut String, place: u64) {
        let before = text.clone();
        self.text(text);
        if *text != before {
            text.push_str(&format!(":{place}"));
        }
    }

    pub fn key(&mut self, key: &mut String) {
        self.masked(Shape::Key, key);
    }

    pub fn host(&mut self, host: &mut String) {
        self.masked(Shape::Host, host);
    }

    fn masked(&mut self, shape: Shape, text: &mut String) {
        if !self.known[shape as usize].contains_key(text.as_str()) {
            let masked = self.look(shape, text);
            let known = &mut self.known[shape as usize];
            if known.len() >= MOST_KNOWN {
                known.clear();
            }
            known.insert(text.as_str().into(), masked.map(Into::into));
        }
        if let Some(masked) = &self.known[shape as usize][text.as_str()] {
            (**masked).clone_into(text);
        }
    }

    fn look(&mut self, shape: Shape, text: &str) -> Option<String> {
        let mut masked = None;
        for _ in 0..MOST_ROUNDS {
            let now = masked.as_deref().unwrap_or(text);
            let mut spans = match shape {
                Shape::Text => self.spans(now, host_of(now)),
                Shape::Key => self.spans_of_names(now, false),
                Shape::Host => self.spans_of_names(now, true),
            };
            spans.extend(self.spans_apart(now, shape == Shape::Host));
            match spans.is_empty() {
                true => break,
                false => masked = Some(replaced(now, spans)),
            }
        }
        masked
    }

    /// Of each run of names: an identifier may be one of them, or several.
    fn spans_of_names(&mut self, text: &str, is_host: bool) -> Vec<Span> {
        let is_sign = |c: char| c.is_ascii_punctuation() && c != '@' && c != '%';
        let names: Vec<Range<usize>> = text
            .split(is_sign)
            .map(|name| {
                let start = name.as_ptr() as usize - text.as_ptr() as usize;
                start..start + name.len()
            })
            .collect();
        let mut all = self.spans(text, if is_host { 0..text.len() } else { 0..0 });
        for first in 0..names.len() {
            for last in first..names.len().min(first + MOST_NAMES) {
                let (start, end) = (names[first].start, names[last].end);
                let piece = &text[start..end];
                let found = self.spans(piece, if is_host { 0..piece.len() } else { 0..0 });
                all.extend(found.into_iter().map(|(at, kind)| (at.start + start..at.end + start, kind)));
            }
        }
        all
    }

    /// What is on the list by itself, where its surroundings say nothing of it or something else.
    fn spans_apart(&mut self, text: &str, is_host: bool) -> Vec<Span> {
        use IdentifierKind as K;
        let apart = Apart::of(text, is_host);
        let is_told = |kind| {
            matches!(
                kind,
                K::Email | K::Phone | K::NationalId | K::ExternalId | K::BirthDate | K::PostalCode | K::Card | K::Iban
            )
        };
        let mut hits = Vec::new();
        self.scanner.scan_plain(apart.lines.as_bytes(), &mut |hit| hits.push(hit));
        hits.retain(|hit| hit.person.is_some() && is_told(hit.identifier));
        let placed = |hit: &Hit| Some((apart.place(hit.offset as usize)?, hit.identifier));
        let mut spans: Vec<Span> = hits.iter().filter_map(placed).collect();
        // a longer piece has it at its beginning too
        spans.sort_by_key(|(at, kind)| (at.start, *kind as u8, at.end));
        spans.dedup_by_key(|(at, kind)| (at.start, *kind as u8));
        spans
    }

    /// What is somebody's. A host that is called like a town or by one name is no person's, nor is a town in an address.
    fn spans(&mut self, text: &str, host: Range<usize>) -> Vec<Span> {
        use IdentifierKind as K;
        let mut hits = self.hits(text);
        let is_name = |hit: &Hit| matches!(hit.identifier, K::GivenName | K::FamilyName);
        let in_host = |hit: &Hit| host.contains(&(hit.offset as usize)) && hit.layers.is_empty();
        let names: Vec<_> = hits.iter().filter(|hit| in_host(hit)).map(|hit| (hit.person, hit.identifier)).collect();
        let is_whole =
            |hit: &Hit| [K::GivenName, K::FamilyName].iter().all(|kind| names.contains(&(hit.person, *kind)));
        hits.retain(|hit| !hit.low || hit.identifier != K::City && !(is_name(hit) && in_host(hit) && !is_whole(hit)));
        hits.iter().map(|hit| (self.span(text, hit), hit.identifier)).collect()
    }

    fn hits(&mut self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        self.scanner.scan(text.as_bytes(), &mut |hit| hits.push(hit));
        self.scanner.take_gaps();
        hits
    }

    /// The least of the text around the beginning of a hit in which it is found.
    fn span(&mut self, text: &str, hit: &Hit) -> Range<usize> {
        let at = text.floor_char_boundary(hit.offset as usize);
        let context = text.floor_char_boundary(at.saturating_sub(CONTEXT));
        let there = (hit.offset as usize - context) as u64;
        let ends = (at + 1..=text.len()).filter(|end| is_bound(text, *end)).take(MOST_BOUNDS);
        let found = |s: &mut Self, end| s.hits(&text[context..end]).iter().any(|h| h.offset == there && same(h, hit));
        let end = ends.into_iter().find(|end| found(self, *end)).unwrap_or(text.len());
        if hit.layers.is_empty() {
            return at..end;
        }
        // the run that was opened may begin long before what it holds
        let starts = (at..end).rev().filter(|start| is_bound(text, *start)).take(MOST_BOUNDS);
        let start = starts.into_iter().find(|start| self.hits(&text[*start..end]).iter().any(|h| same(h, hit)));
        let padding = text[end..].bytes().take_while(|b| *b == b'=').count();
        let is_value_behind = text[end + padding..].starts_with(|c: char| c.is_alphanumeric());
        start.unwrap_or(at)..if is_value_behind { end } else { end + padding }
    }
}

type Span = (Range<usize>, IdentifierKind);

/// The same of the same in the same disguise.
fn same(a: &Hit, b: &Hit) -> bool {
    (a.person, a.identifier, &a.form, &a.layers) == (b.person, b.identifier, &b.form, &b.layers)
}

/// Where a token may begin or end: not within a word.
fn is_bound(text: &str, at: usize) -> bool {
    let is_word = |c: char| c.is_alphanumeric();
    text.is_char_boundary(at)
        && !(text[..at].chars().next_back().is_some_and(is_word) && text[at..].chars().next().is_some_and(is_word))
}

/// Between `//` and the path.
fn host_of(text: &str) -> Range<usize> {
    let Some(start) = text.find("://").map(|at| at + 3) else { return 0..0 };
    start..text[start..].find(['/', '?', '#']).map_or(text.len(), |end| start + end)
}

/// What overlaps gives way as one, to what the longest of it is.
fn replaced(text: &str, mut spans: Vec<Span>) -> String {
    spans.sort_by_key(|(span, kind)| (span.start, std::cmp::Reverse(span.end), *kind as u8));
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for one in merged(&spans) {
        out.extend([&text[at..one.0.start], "[", one.1.word(), "]"]);
        at = one.0.end;
    }
    out.push_str(&text[at..]);
    out
}

fn merged(spans: &[Span]) -> Vec<Span> {
    let mut all: Vec<(Range<usize>, &Span)> = Vec::new();
    for span in spans {
        match all.last_mut().filter(|(whole, _)| span.0.start < whole.end) {
            Some((whole, longest)) => {
                whole.end = whole.end.max(span.0.end);
                if span.0.len() > longest.0.len() {
                    *longest = span;
                }
            }
            None => all.push((span.0.clone(), span)),
        }
    }
    all.into_iter().map(|(whole, longest)| (whole, longest.1)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Masker, Needles};
    use detect::Options;

    const PEOPLE: &str = "id,email,phone,given_name,family_name,city,external_id\n\
        p1,torborg.ohallbrand@mejl1.example,070-174 06 06,Torborg,Ohallbrand,Malmö,KND-7307919\n";

    fn masker(options: &Options) -> Masker {
        Masker::new(&Needles::compile(&detect::people("people.csv", PEOPLE).unwrap(), options))
    }

    fn text(masker: &mut Masker, text: &str) -> String {
        let mut text = text.to_owned();
        masker.text(&mut text);
        text
    }

    #[test]
    fn an_address_keeps_all_but_the_values() {
        let mut masker = masker(&Options::default());
        let encoded = "dG9yYm9yZy5vaGFsbGJyYW5kQG1lamwxLmV4YW1wbGU=";
        let sha256 = "b0f0e69aa12c1ea304209a28badfeaee4360e8361739dc4975ac0be1d564355a";
        for (given, expected) in [
            (
                "https://site.test/p?mail=torborg.ohallbrand@mejl1.example&tel=0701740606#x",
                "https://site.test/p?mail=[email]&tel=[phone]#x",
            ),
            ("https://site.test/p?mail=torborg.ohallbrand%40mejl1.example&x=1", "https://site.test/p?mail=[email]&x=1"),
            ("https://site.test/u/torborg.ohallbrand@mejl1.example/edit", "https://site.test/u/[email]/edit"),
            (&format!("https://site.test/?a=1&d={encoded}&b=2"), "https://site.test/?a=1&d=[email]&b=2"),
            (&format!("https://site.test/?u={sha256}"), "https://site.test/?u=[email]"),
            ("https://site.test/k/KND-7307919", "https://site.test/k/[external_id]"),
            ("https://site.test/om/torborg-ohallbrand/", "https://site.test/om/[given_name]-[family_name]/"),
            ("Order by torborg.ohallbrand@mejl1.example, thanks", "Order by [email], thanks"),
            ("user:torborg.ohallbrand@mejl1.example", "user:[email]"),
        ] {
            assert_eq!(text(&mut masker, given), expected, "{given}");
            assert_eq!(text(&mut masker, given), expected, "again: {given}");
        }
    }

    /// Where detection is kept from chance by what stands around a value.
    #[test]
    fn what_is_on_the_list_gives_way_whatever_stands_around_it() {
        let people =
            "id,email,external_id,phone\np1,matti.m@example.com,9876543,0701740606\np2,bo@example.com,annaberg,\n";
        let mut masker =
            Masker::new(&Needles::compile(&detect::people("people.csv", people).unwrap(), &Options::default()));
        for (given, expected) in [
            ("https://site.test/files/matti.m@example.com.pdf", "https://site.test/files/[email].pdf"),
            ("https://cdn.test/matti.m@example.com.js", "https://cdn.test/[email].js"),
            ("https://cdn.test/x%2Fmatti.m%40example.com.js", "https://cdn.test/x[email].js"),
            ("job-17-matti.m@example.com", "job-17-[email]"),
            ("export_MATTI.M@example.com_2.zip/bo@example.com.json", "export_[email]_2.zip/[email].json"),
            ("https://site.test/u/9876543/edit?q=9876543", "https://site.test/u/[external_id]/edit?q=[external_id]"),
            ("https://site.test/u/annaberg/", "https://site.test/u/[external_id]/"),
            ("https://site.test/0701740606.html", "https://site.test/[phone].html"),
            ("https://site.test/98765431/9876540?annabergs", "https://site.test/98765431/9876540?annabergs"),
        ] {
            assert_eq!(text(&mut masker, given), expected);
        }
        let mut key = "data[9876543].x".to_owned();
        masker.key(&mut key);
        assert_eq!(key, "data[[external_id]].x");
    }

    #[test]
    fn what_holds_no_value_is_unchanged() {
        let mut masker = masker(&Options::default());
        for given in [
            "",
            "https://malmo.test/malmo/kontakt?utm_source=x&id=17&fbclid=IwAR0x-Yz_1",
            "https://torborg.test/",
            "https://site.test/å/ä?ö=€&%E4=%C3%A5#%",
            "1f3c7b9a",
            "9/17",
        ] {
            assert_eq!(text(&mut masker, given), given);
        }
        for given in ["", "malmo", "udff[em]", "user.given_name", "q", "a.b[0].c+d"] {
            let (mut key, mut host) = (given.to_owned(), given.to_owned());
            masker.key(&mut key);
            masker.host(&mut host);
            assert_eq!((key.as_str(), host.as_str()), (given, given));
        }
    }

    #[test]
    fn a_key_and_a_host_may_be_made_of_one() {
        let mut masker = masker(&Options::default());
        for (given, expected) in [
            ("torborg.ohallbrand@mejl1.example.tel", "[email].tel"),
            ("a.torborg.ohallbrand@mejl1.example", "a.[email]"),
            ("user[torborg.ohallbrand@mejl1.example][x]", "user[[email]][x]"),
            ("x-torborg.ohallbrand@mejl1.example", "x-[email]"),
            ("a.dG9yYm9yZy5vaGFsbGJyYW5kQG1lamwxLmV4YW1wbGU=.b", "a.[email].b"),
            ("items.0701740606.0", "items.[phone].0"),
            ("udff[em]", "udff[em]"),
        ] {
            let mut key = given.to_owned();
            masker.key(&mut key);
            assert_eq!(key, expected);
        }
        for (given, expected) in [
            ("0701740606.t.test", "[phone].t.test"),
            ("torborg.ohallbrand.mejl1.example", "[given_name].[family_name].mejl1.example"),
            ("torborg.t.test", "torborg.t.test"),
            ("www.facebook.com", "www.facebook.com"),
        ] {
            let mut host = given.to_owned();
            masker.host(&mut host);
            assert_eq!(host, expected);
        }
    }

    #[test]
    fn patterns_are_nobodys_and_give_way_all_the_same() {
        let mut masker = Masker::new(&Needles::compile(&[], &Options { unknown: true, ..Options::default() }));
        assert_eq!(text(&mut masker, "https://site.test/?m=vem@annan.example&q=1"), "https://site.test/?m=[email]&q=1");
    }

    /// Whatever stands there: it ends, and the signs are whole.
    #[test]
    fn long_and_odd_words_end() {
        let mut masker = masker(&Options::default());
        let long = format!("data:,{}torborg.ohallbrand@mejl1.example{}", "å?=".repeat(3000), "%C3%".repeat(3000));
        assert!(!text(&mut masker, &long).contains("ohallbrand"));
        let mut key = "a.".repeat(500) + "torborg.ohallbrand@mejl1.example";
        masker.key(&mut key);
        assert!(!key.contains("ohallbrand") && key.starts_with("a.a."));
    }
}
