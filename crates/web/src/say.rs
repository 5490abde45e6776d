//! Words, dates and the language of a request.

use facts::{Lang, Problem};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use paper::Words;
use paper::words::Value;
use std::borrow::Borrow;

/// The sentences of one language and the zone its times are told in. Templates call it `w`.
#[derive(Clone)]
pub struct Say {
    pub words: Words,
    pub zone: TimeZone,
}

/// Arguments are generic because templates pass some by value and some by reference.
impl Say {
    pub fn t(&self, key: impl AsRef<str>) -> String {
        self.words.say(key.as_ref())
    }

    pub fn t1(&self, key: &str, name: &str, value: impl AsRef<str>) -> String {
        self.words.with(key, &[(name, value.as_ref().into())])
    }

    /// With a number, so that plural forms are chosen.
    pub fn n(&self, key: &str, n: impl Borrow<usize>) -> String {
        self.words.with(key, &[("n", Value::from(*n.borrow()))])
    }

    /// So many findings of a grade.
    pub fn counted(&self, grade: impl AsRef<str>, n: impl Borrow<usize>) -> String {
        self.n(&format!("web-counted-{}", grade.as_ref()), n)
    }

    pub fn with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.with(key, args)
    }

    /// The word for a code of an open vocabulary, else the code itself.
    pub fn code(&self, key: &str, code: impl AsRef<str>) -> String {
        self.words.or(key, code.as_ref())
    }

    /// Empty where there is no such message: hints and leads.
    pub fn optional(&self, key: &str) -> String {
        if self.words.has(key) { self.t(key) } else { String::new() }
    }

    /// A problem in the reader's language where its sentence is known, else in English. Times are told in their zone.
    pub fn problem(&self, problem: &Problem) -> String {
        let key = format!("web-problem-{}", problem.code);
        if !self.words.has(&key) {
            return problem.to_string();
        }
        let found = match problem.found.as_deref().unwrap_or_default() {
            ids if problem.code == "filing-gaps" => paper::fields(&self.words, ids),
            lines if problem.code == "duty-open" => paper::open_duties(&self.words, lines),
            found => self.legible(found),
        };
        let limit = self.legible(problem.allowed.first().map_or("", String::as_str));
        self.with(&key, &[("found", found.into()), ("limit", limit.into())])
    }

    /// A point in time as people write it; other text stays.
    fn legible(&self, text: &str) -> String {
        let first = text.split_whitespace().next().and_then(|t| t.parse::<Timestamp>().ok());
        first.map_or_else(|| text.to_owned(), |at| self.moment(at))
    }

    pub fn lang(&self) -> Lang {
        self.words.lang()
    }

    pub fn moment(&self, at: impl Borrow<Timestamp>) -> String {
        self.words.moment(*at.borrow(), &self.zone)
    }

    pub fn moment_long(&self, at: impl Borrow<Timestamp>) -> String {
        self.words.moment_long(*at.borrow(), &self.zone)
    }

    /// As a `datetime-local` field holds it, in the zone it is read in.
    pub fn field(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string()
    }

    pub fn date(&self, at: impl Borrow<Timestamp>) -> String {
        self.words.date(*at.borrow(), &self.zone)
    }

    pub fn duration(&self, duration: impl Borrow<SignedDuration>) -> String {
        self.words.duration(*duration.borrow())
    }
}

/// `?lang=` first, then the cookie, then what the browser asks for, then English.
pub fn choose(query: Option<&str>, cookie: Option<&str>, accept: Option<&str>) -> Lang {
    query
        .and_then(Lang::from_tag)
        .or_else(|| cookie.and_then(Lang::from_tag))
        .or_else(|| accept.and_then(accepted))
        .unwrap_or(Lang::En)
}

/// The spoken language with the highest weight; the first of equals (RFC 9110, 12.5.4).
fn accepted(header: &str) -> Option<Lang> {
    let weighed = |item: &str| {
        let (tag, rest) = item.split_once(';').unwrap_or((item, ""));
        let q = rest.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.parse::<f32>().ok())?;
        (q > 0.0).then_some((q, Lang::from_tag(tag.trim())?))
    };
    let mut best: Option<(f32, Lang)> = None;
    for (q, lang) in header.split(',').filter_map(weighed) {
        if best.is_none_or(|(b, _)| q > b) {
            best = Some((q, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

/// The word keys that were asked for in vain: tests of every page hold it empty.
#[cfg(test)]
pub fn missing(html: &str) -> Vec<&str> {
    paper::words::missing_in(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_follows_query_cookie_browser_in_this_order() {
        let all = (Some("fi"), Some("sv"), Some("en"));
        assert_eq!(choose(all.0, all.1, all.2), Lang::Fi);
        assert_eq!(choose(None, all.1, all.2), Lang::Sv);
        assert_eq!(choose(Some("xx"), None, Some("de, sv-SE;q=0.8, en;q=0.9")), Lang::En);
        assert_eq!(choose(None, None, Some("fi;q=0, sv")), Lang::Sv);
        assert_eq!(choose(None, None, Some("de")), Lang::En);
        assert_eq!(choose(None, None, None), Lang::En);
    }
}
