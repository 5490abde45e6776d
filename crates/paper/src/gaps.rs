//! What could not be seen and what was done, in words: recordings and reports hold it in fixed English, `tables/gaps.toml` knows its texts.

use crate::say::plain;
use crate::{Value, Words};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Table {
    what: Vec<Row>,
    why: Vec<Row>,
    step: Vec<Row>,
    unread: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    /// The fixed text; `{name}` stands for any run of characters.
    text: String,
    say: String,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../tables/gaps.toml")).expect("tables/gaps.toml is well formed")
});

/// What could not be seen. A text of a newer version, or of the browser's own, stays as it is.
pub fn what(text: &str, words: &Words) -> String {
    told("what", &TABLE.what, text, words).unwrap_or_else(|| plain(text))
}

/// Why not.
pub fn why(text: &str, words: &Words) -> String {
    told("why", &TABLE.why, text, words).unwrap_or_else(|| plain(text))
}

/// A step by what it is called; a recording may call its own as it likes.
pub fn step(name: &str, words: &Words) -> String {
    told("step", &TABLE.step, name, words).unwrap_or_else(|| plain(name))
}

/// Why a part of an archive could not be read as what it should be.
pub fn unread(text: &str, words: &Words) -> String {
    told("unread", &TABLE.unread, text, words).unwrap_or_else(|| plain(text))
}

/// A gap in words, and how often where it was more than once.
pub struct Told {
    pub what: String,
    pub why: String,
    pub times: Option<String>,
}

/// The same gap once; the first seen first.
pub fn each_once(gaps: &[facts::Gap], words: &Words) -> Vec<Told> {
    let mut counted: Vec<(&facts::Gap, usize)> = Vec::new();
    for gap in gaps {
        match counted.iter_mut().find(|(g, _)| *g == gap) {
            Some((_, n)) => *n += 1,
            None => counted.push((gap, 1)),
        }
    }
    let times = |n: usize| (n > 1).then(|| words.with("paper-times", &[("n", n.into())]));
    let told =
        |(g, n): (&facts::Gap, usize)| Told { what: what(&g.what, words), why: why(&g.why, words), times: times(n) };
    counted.into_iter().map(told).collect()
}

/// Whether there are words for it.
pub fn is_known(gap: &facts::Gap) -> bool {
    TABLE.what.iter().any(|r| fit(&r.text, &gap.what).is_some())
        && TABLE.why.iter().any(|r| fit(&r.text, &gap.why).is_some())
}

fn told(kind: &str, rows: &[Row], text: &str, words: &Words) -> Option<String> {
    let (row, parts) = rows.iter().find_map(|row| Some((row, fit(&row.text, text)?)))?;
    let args: Vec<(&str, Value<'_>)> =
        parts.into_iter().map(|(name, part)| (name, argument(words, name, part))).collect();
    Some(words.with(&format!("paper-gap-{kind}-{}", row.say), &args))
}

fn argument(words: &Words, name: &str, part: &str) -> Value<'static> {
    let said = match name {
        "consent" => words.or("paper-consent", part),
        "account" if part.is_empty() => words.say("paper-account-unknown"),
        "setting" => words.or("paper-setting", part),
        "identifiers" => words.list(&part.split(", ").map(|i| words.or("paper-identifier", i)).collect::<Vec<_>>()),
        "received" => words.or("paper-gap-received", part),
        "step" => return step(part, words).into(),
        // Chooses the plural.
        "n" if part.len() < 8 && part.bytes().all(|b| b.is_ascii_digit()) => {
            return part.parse::<u64>().map_or_else(|_| plain(part).into(), Value::from);
        }
        "unread" => return unread(part, words).into(),
        "problem" => crate::problems::say(part, words.lang()),
        _ => part.to_owned(),
    };
    plain(&said).into()
}

/// The parts of a text that stand for the names of a pattern; none where it does not fit.
pub(crate) fn fit<'a>(pattern: &'a str, text: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let mut pieces = pattern.split('{');
    let mut rest = text.strip_prefix(pieces.next()?)?;
    let mut parts = Vec::new();
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        let (name, literal) = piece.split_once('}')?;
        let at = if pieces.peek().is_none() { rest.len().checked_sub(literal.len())? } else { rest.find(literal)? };
        let (part, after) = rest.split_at_checked(at)?;
        rest = after.strip_prefix(literal)?;
        parts.push((name, part));
    }
    rest.is_empty().then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::Lang;

    #[test]
    fn every_text_has_words_that_hold_its_parts() {
        for (kind, rows) in
            [("what", &TABLE.what), ("why", &TABLE.why), ("step", &TABLE.step), ("unread", &TABLE.unread)]
        {
            for row in rows {
                let text = row.text.replace(['{', '}'], "");
                let found = rows.iter().find(|r| fit(&r.text, &text).is_some()).map(|r| r.say.as_str());
                assert_eq!(found, Some(row.say.as_str()), "`{text}` is caught by an earlier row");
                let said = Lang::ALL.map(|lang| told(kind, rows, &text, &Words::new(lang)).unwrap());
                assert!(said.iter().all(|s| !s.contains('$')), "{said:?}");
                assert!(said[0] != said[1] && said[1] != said[2], "{said:?}");
            }
        }
    }

    #[test]
    fn a_number_chooses_its_plural() {
        let said = |n: u32, lang| what(&format!("{n} more steps of journey `invite`"), &Words::new(lang));
        for (lang, one) in [(Lang::En, "The next step"), (Lang::Sv, "Nästa steg"), (Lang::Fi, "seuraava vaihe")] {
            assert!(said(1, lang).contains(one), "{}", said(1, lang));
            assert!(said(12, lang).contains("12") && !said(12, lang).contains(one), "{}", said(12, lang));
        }
    }

    #[test]
    fn parts_are_found_and_strangers_stay() {
        let gap = "step `click #a` of journey `invite`, consent reject";
        let said = what(gap, &Words::new(Lang::Sv));
        assert!(said.contains("tryck på #a") && said.contains("samtycke nekat"), "{said}");
        assert_eq!(why("net::ERR_FAILED", &Words::new(Lang::Fi)), "net::ERR_FAILED");
        assert_eq!(fit("a {x} b", "a  b"), Some(vec![("x", "")]));
        assert_eq!(fit("a {x} b", "a b"), None);
        assert_eq!(fit("{x} ö", "ö"), None);
    }
}
