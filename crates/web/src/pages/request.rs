//! The request of a finding as it went over the wire, with what was found in it marked.

use crate::frame::Frame;
use facts::{Exchange, Part, Report, Sighting};
use std::ops::Range;

/// As much of a body as a person reads; the whole is in capture.har.
const SHOWN: usize = 4 * 1024;

/// A stretch of text; `found` where it is what the finding is about.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub found: bool,
}

/// What was sent, ready to be read.
pub struct Sent {
    pub method: String,
    pub url: Vec<Piece>,
    /// The parameters of the address, decoded; hardly anybody reads them as they are sent.
    pub query: Vec<Parameter>,
    pub headers: Vec<(String, Vec<Piece>)>,
    pub body: Option<Body>,
}

pub struct Parameter {
    pub name: String,
    pub value: String,
    pub found: bool,
}

pub struct Body {
    pub label: String,
    pub text: Vec<Piece>,
    /// That it was cut, or that it is not text.
    pub note: String,
}

/// A token and where detection met it.
struct Token<'a> {
    sighting: &'a Sighting,
    /// As it was sent; empty where the way to it cannot be repeated.
    text: String,
}

/// Whether all of it is the audit's own: only made-up values may be shown.
pub fn made_up(report: &Report, sightings: &[&Sighting]) -> bool {
    sightings.iter().all(|s| report.canaries.iter().any(|c| c.id == s.person))
}

pub fn sent(f: &Frame, report: &Report, sightings: &[&Sighting], exchange: &Exchange) -> Sent {
    let here = sightings.iter().filter(|s| s.exchange == exchange.id);
    let tokens: Vec<Token<'_>> = here.map(|s| Token { sighting: s, text: token(report, s) }).collect();
    Sent {
        method: exchange.method.clone(),
        url: url(&exchange.url, &tokens),
        query: query(&exchange.url, &tokens),
        headers: headers(exchange, &tokens),
        body: body(f, exchange, &tokens),
    }
}

fn token(report: &Report, s: &Sighting) -> String {
    let canary = report.canaries.iter().find(|c| c.id == s.person);
    let steps = canary.map(|c| detect::explain(c.kind, &c.value, &s.form)).unwrap_or_default();
    steps.into_iter().next_back().map(|(_, value)| value).unwrap_or_default()
}

/// Detection counts offsets from the start of each part.
fn url(url: &str, tokens: &[Token<'_>]) -> Vec<Piece> {
    let path = url.find("://").map_or(0, |i| i + 3);
    let path = url[path..].find('/').map_or(url.len(), |i| path + i);
    let end = url.find('#').unwrap_or(url.len());
    let query = url[..end].find('?').map_or(end, |i| i + 1);
    let start = |part| match part {
        Part::UrlPath => Some(path),
        Part::UrlQuery => Some(query),
        Part::UrlFragment => Some((end + 1).min(url.len())),
        _ => None,
    };
    let marks = tokens.iter().filter_map(|t| mark(url, start(t.sighting.part)?, t)).collect();
    pieces(url, marks, 0..url.len())
}

fn query(url: &str, tokens: &[Token<'_>]) -> Vec<Parameter> {
    let address = url.split_once('#').map_or(url, |(address, _)| address);
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let found: Vec<u64> =
        tokens.iter().filter(|t| t.sighting.part == Part::UrlQuery).map(|t| t.sighting.offset).collect();
    let mut at = 0;
    let mut all = Vec::new();
    for pair in query.split('&') {
        let place = at..at + pair.len() as u64;
        at = place.end + 1;
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        all.push(Parameter {
            name: decoded(name),
            value: decoded(value),
            found: found.iter().any(|o| place.contains(o)),
        });
    }
    all.retain(|p| !p.name.is_empty());
    all
}

/// Percent-encoding and `+` undone, as a form is read (WHATWG URL, 5.1).
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).and_then(|b| char::from(*b).to_digit(16));
    let (mut out, mut i) = (Vec::new(), 0);
    while let Some(&byte) = bytes.get(i) {
        match (byte, digit(i + 1), digit(i + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                i += 2;
            }
            (b'+', ..) => out.push(b' '),
            _ => out.push(byte),
        }
        i += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Those that say where it came from and what it is, and those in which something was found.
fn headers(exchange: &Exchange, tokens: &[Token<'_>]) -> Vec<(String, Vec<Piece>)> {
    let shown = |name: &str| {
        ["referer", "origin", "content-type"].contains(&name) || tokens.iter().any(|t| is_in(t.sighting, name))
    };
    let known = exchange.headers.iter().filter(|(name, _)| shown(&name.to_ascii_lowercase()));
    known.map(|(name, value)| (name.clone(), header(name, value, tokens))).collect()
}

fn is_in(s: &Sighting, header: &str) -> bool {
    match s.part {
        Part::Referer => header == "referer",
        Part::Cookie => header == "cookie",
        Part::Header => s.key == header || s.key.starts_with(&format!("{header}.")),
        _ => false,
    }
}

fn header(name: &str, value: &str, tokens: &[Token<'_>]) -> Vec<Piece> {
    let name = name.to_ascii_lowercase();
    let marks = tokens.iter().filter(|t| is_in(t.sighting, &name)).filter_map(|t| mark(value, 0, t)).collect();
    pieces(value, marks, 0..value.len())
}

/// What was posted, else the message of a socket in which something was found.
fn body(f: &Frame, exchange: &Exchange, tokens: &[Token<'_>]) -> Option<Body> {
    if let Some(bytes) = exchange.body.as_deref().filter(|b| !b.is_empty()) {
        return Some(content(f, "web-request-body", bytes, &of(tokens, Part::Body)));
    }
    let framed = of(tokens, Part::Frame);
    let frames = exchange.frames.iter();
    let with = frames.clone().find(|frame| framed.iter().any(|t| t.is_written_in(frame))).or(frames.clone().next())?;
    Some(content(f, "web-request-frame", with, &framed))
}

fn of<'a, 'b>(tokens: &'b [Token<'a>], part: Part) -> Vec<&'b Token<'a>> {
    tokens.iter().filter(|t| t.sighting.part == part).collect()
}

fn content(f: &Frame, label: &str, bytes: &[u8], tokens: &[&Token<'_>]) -> Body {
    let label = f.t(label);
    let Some(text) = readable(bytes) else {
        return Body { label, text: Vec::new(), note: f.n("web-request-binary", bytes.len()) };
    };
    let marks: Vec<_> = tokens.iter().filter_map(|t| mark(text, 0, t)).collect();
    let window = window(text, &marks);
    let cut = window.len() < text.len();
    let note = if cut { f.n("web-request-cut", text.len()) } else { String::new() };
    Body { label, text: pieces(text, marks, window), note }
}

/// Text, and not merely bytes that happen to be UTF-8.
fn readable(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.chars().all(|c| !c.is_control() || matches!(c, '\t' | '\r' | '\n')).then_some(text)
}

/// The beginning, or what surrounds the first thing found where that lies further down.
fn window(text: &str, marks: &[Range<usize>]) -> Range<usize> {
    let first = marks.iter().map(|m| m.start).min().unwrap_or(0);
    let beyond = marks.iter().any(|m| m.start == first && m.end > SHOWN);
    let from = text.floor_char_boundary(if beyond { first.saturating_sub(SHOWN / 4) } else { 0 });
    from..text.floor_char_boundary(from + SHOWN)
}

impl Token<'_> {
    fn is_written_in(&self, bytes: &[u8]) -> bool {
        !self.text.is_empty() && bytes.windows(self.text.len()).any(|w| w.eq_ignore_ascii_case(self.text.as_bytes()))
    }
}

/// Where the token stands in a text whose part begins at `start`: where detection met it, else where it is written.
/// A token inside a container (percent-encoding, Base64) is not text; then the container is marked.
fn mark(text: &str, start: usize, token: &Token<'_>) -> Option<Range<usize>> {
    let met = usize::try_from(token.sighting.offset).ok().and_then(|offset| start.checked_add(offset));
    let met = met.filter(|at| *at < text.len() && text.is_char_boundary(*at));
    let at = met.filter(|at| starts_with(&text[*at..], &token.text)).or_else(|| position(text, start, &token.text));
    if let Some(at) = at {
        return Some(at..at + token.text.len());
    }
    let met = met?;
    let end = text[met..].find(|c: char| c.is_whitespace() || "&;\"',<>}".contains(c)).map_or(text.len(), |i| met + i);
    (met < end).then_some(met..end)
}

fn starts_with(text: &str, token: &str) -> bool {
    !token.is_empty() && text.as_bytes().get(..token.len()).is_some_and(|t| t.eq_ignore_ascii_case(token.as_bytes()))
}

fn position(text: &str, start: usize, token: &str) -> Option<usize> {
    let rest = text.get(start..)?;
    rest.char_indices().map(|(i, _)| i).find(|i| starts_with(&rest[*i..], token)).map(|i| start + i)
}

/// The text of `window`, cut at the marks.
fn pieces(text: &str, mut marks: Vec<Range<usize>>, window: Range<usize>) -> Vec<Piece> {
    marks.sort_by_key(|m| m.start);
    let (mut all, mut at) = (Vec::new(), window.start);
    let mut put = |range: Range<usize>, found| {
        let text = text.get(range).unwrap_or_default().to_owned();
        if !text.is_empty() {
            all.push(Piece { text, found });
        }
    };
    for m in marks {
        let m = m.start.max(at)..m.end.min(window.end);
        if m.start < m.end {
            put(at..m.start, false);
            put(m.clone(), true);
            at = m.end;
        }
    }
    put(at..window.end, false);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sighting(part: Part, offset: u64) -> Sighting {
        let json = include_str!("../tests/report.json");
        let report: Report = serde_json::from_str(json).expect("the sample report");
        Sighting { part, offset, ..report.sightings[0].clone() }
    }

    fn found(pieces: &[Piece]) -> Vec<&str> {
        pieces.iter().filter(|p| p.found).map(|p| p.text.as_str()).collect()
    }

    fn whole(pieces: &[Piece]) -> String {
        pieces.iter().map(|p| p.text.as_str()).collect()
    }

    #[test]
    fn a_token_is_marked_where_detection_met_it_and_not_at_an_earlier_twin() {
        let address = "https://t.example/abc?x=abc&y=ABC#z";
        let s = sighting(Part::UrlQuery, 8);
        let cut = url(address, &[Token { sighting: &s, text: "abc".into() }]);
        assert_eq!(found(&cut), ["ABC"]);
        assert_eq!(whole(&cut), address);
    }

    #[test]
    fn parameters_are_decoded_and_the_one_that_held_the_token_is_marked() {
        let address = "https://t.example/?a%5Bb%5D=x%2By+z%&udff=%C3%A5#f=1";
        let s = sighting(Part::UrlQuery, address.find("%C3").expect("it is there") as u64 - 18 - 1);
        let all = query(address, &[Token { sighting: &s, text: String::new() }]);
        let told: Vec<_> = all.iter().map(|p| (p.name.as_str(), p.value.as_str(), p.found)).collect();
        assert_eq!(told, [("a[b]", "x+y z%", false), ("udff", "å", true)]);
        assert!(query("https://t.example/", &[]).is_empty());
    }

    #[test]
    fn a_token_inside_a_container_marks_the_container() {
        let s = sighting(Part::UrlQuery, 2);
        let cut =
            url("https://t.example/?e=a%40example.org&n=1", &[Token { sighting: &s, text: "a@example.org".into() }]);
        assert_eq!(found(&cut), ["a%40example.org"]);
    }

    #[test]
    fn an_offset_from_a_wrong_report_marks_nothing() {
        let s = sighting(Part::UrlQuery, u64::MAX);
        let cut = url("https://t.example/?e=ö", &[Token { sighting: &s, text: "nowhere".into() }]);
        assert_eq!((found(&cut).len(), whole(&cut).as_str()), (0, "https://t.example/?e=ö"));
    }

    #[test]
    fn a_long_body_is_cut_around_what_was_found() {
        let text = format!("{}ö=token&{}", "å".repeat(SHOWN), "y".repeat(SHOWN));
        let s = sighting(Part::Body, text.find("token").expect("it is there") as u64);
        let marks = vec![mark(&text, 0, &Token { sighting: &s, text: "token".into() }).expect("a place")];
        let window = window(&text, &marks);
        assert!(window.len() <= SHOWN && window.len() > SHOWN / 2);
        assert_eq!(found(&pieces(&text, marks, window)), ["token"]);
    }

    #[test]
    fn overlapping_marks_lose_no_text() {
        let cut = pieces("abcdef", vec![1..4, 2..5, 0..2], 0..6);
        assert_eq!(whole(&cut), "abcdef");
        assert_eq!(found(&cut).concat(), "abcde");
    }

    #[test]
    fn bytes_are_not_shown_as_text() {
        assert_eq!(readable(b"a\tb\n"), Some("a\tb\n"));
        assert_eq!((readable(b"\x1f\x8b\x08"), readable(b"a\0b")), (None, None));
    }
}
