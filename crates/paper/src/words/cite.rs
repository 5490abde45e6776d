//! Sources in the reader's language: `EDPB 01/2021 case 3` is a *fall*, a *tapaus*.

use facts::Lang;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "schema")]
    _schema: String,
    #[serde(rename = "source")]
    _source: String,
    phrases: Vec<Phrase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrase {
    en: String,
    sv: String,
    fi: String,
    /// Before several numbers.
    many: Option<Many>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Many {
    sv: String,
    fi: String,
}

/// The longest first.
static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("../../../../tables/citations.toml")).expect("the table is tested");
    let mut phrases = table.phrases;
    phrases.sort_by_key(|p| std::cmp::Reverse(p.en.len()));
    phrases
});

/// A source as the tables have it, its words told in `lang`; names and numbers stay.
pub fn cite(source: &str, lang: Lang) -> String {
    let (mut told, mut rest) = (String::new(), source);
    if lang == Lang::En {
        return source.to_owned();
    }
    while let Some(first) = rest.chars().next() {
        let within = told.ends_with(char::is_alphanumeric);
        if let Some((article, after)) = Article::read(rest).filter(|_| !within) {
            told.push_str(&article.say(lang));
            rest = after;
            continue;
        }
        let phrase = PHRASES.iter().find(|p| !within && fits(rest, &p.en));
        match phrase {
            Some(phrase) => {
                rest = &rest[phrase.en.len()..];
                let (numbers, after) = numbers(rest);
                match phrase.many.as_ref().filter(|_| numbers.contains(['–', ','])) {
                    Some(many) => {
                        told.extend([if lang == Lang::Sv { &*many.sv } else { &*many.fi }, &*numbers]);
                        rest = after;
                    }
                    None => told.push_str(if lang == Lang::Sv { &phrase.sv } else { &phrase.fi }),
                }
            }
            None => {
                told.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    told
}

/// The numbers that a text begins with, `107-109` with the dash of a range; and what comes after.
fn numbers(text: &str) -> (String, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit() && ![' ', ',', '-'].contains(&c)).unwrap_or(text.len());
    let run = text[..end].trim_end_matches([' ', ',', '-']);
    (run.replace('-', "–"), &text[run.len()..])
}

/// It stands here, and no word goes on after it.
fn fits(text: &str, phrase: &str) -> bool {
    let after = text.strip_prefix(phrase).map(|rest| rest.chars().next());
    let ends = phrase.ends_with(char::is_alphanumeric);
    after.is_some_and(|next| !ends || next.is_none_or(|c| !c.is_alphanumeric()))
}

/// `Art. 33(3)(a)`: *artikel 33.3 a*, *33 artiklan 3 kohdan a alakohta*.
struct Article<'t> {
    /// Whether it is called one here; one of several has its numbers only.
    named: bool,
    number: &'t str,
    paragraph: Option<&'t str>,
    /// Of `2(2)-(3)` the last one.
    to: Option<&'t str>,
    /// Of the same article: `33(1), (4)`.
    further: Vec<&'t str>,
    point: Option<&'t str>,
    /// Of `(b)-(c)` the last one.
    point_to: Option<&'t str>,
}

impl<'t> Article<'t> {
    fn read(text: &'t str) -> Option<(Self, &'t str)> {
        let called = text.strip_prefix("Art. ").or_else(|| text.strip_prefix("art. "));
        let rest = called.unwrap_or(text);
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let letter = rest[digits..].starts_with(|c: char| c.is_ascii_lowercase());
        let (number, rest) = rest.split_at_checked(digits + usize::from(letter)).filter(|_| digits > 0)?;
        let (paragraph, rest) = bracketed(rest, |c| c.is_ascii_digit());
        let (to, rest) = ranged(rest, paragraph, |c| c.is_ascii_digit());
        let (point, rest) = bracketed(rest, |c| c.is_ascii_lowercase());
        let (point_to, mut rest) = ranged(rest, point, |c| c.is_ascii_lowercase());
        let mut further = Vec::new();
        while let Some((Some(paragraph), after)) = rest.strip_prefix(", ").map(|r| bracketed(r, |c| c.is_ascii_digit()))
        {
            further.push(paragraph);
            rest = after;
        }
        let ends = !rest.starts_with(char::is_alphanumeric);
        let is_one = called.is_some() || paragraph.is_some();
        (is_one && ends)
            .then_some((Self { named: called.is_some(), number, paragraph, to, further, point, point_to }, rest))
    }

    fn say(&self, lang: Lang) -> String {
        let Self { number, paragraph, to, further, point, point_to, .. } = self;
        if let (Some(first), [between @ .., last]) = (paragraph, further.as_slice()) {
            let all = |each: &dyn Fn(&str) -> String| {
                let listed: Vec<String> = std::iter::once(first).chain(between).map(|n| each(n)).collect();
                (listed.join(", "), each(last))
            };
            if lang == Lang::Sv {
                let (listed, last) = all(&|n| format!("{number}.{n}"));
                return format!("{}{listed} och {last}", if self.named { "artikel " } else { "" });
            }
            let (listed, last) = all(&str::to_owned);
            return format!("{number} artiklan {listed} ja {last} kohta");
        }
        if lang == Lang::Sv {
            let named = if self.named { "artikel " } else { "" };
            let paragraph = paragraph.map_or_else(String::new, |n| format!(".{n}"));
            let to = to.map_or_else(String::new, |n| format!("–{number}.{n}"));
            let point = point.map_or_else(String::new, |p| format!(" {p}"));
            let point_to = point_to.map_or_else(String::new, |p| format!("–{p}"));
            return format!("{named}{number}{paragraph}{to}{point}{point_to}");
        }
        let both = |first: &Option<&str>, last: &Option<&str>| {
            first.map(|a| {
                last.map_or_else(|| a.to_owned(), |b| format!("{a}{}{b}", if follow(a, b) { " ja " } else { "–" }))
            })
        };
        match (both(paragraph, to), both(point, point_to)) {
            (Some(n), Some(p)) => format!("{number} artiklan {n} kohdan {p} alakohta"),
            (Some(n), None) => format!("{number} artiklan {n} kohta"),
            (None, Some(p)) => format!("{number} artiklan {p} alakohta"),
            (None, None) => format!("{number} artikla"),
        }
    }
}

/// One comes right after the other: `2` and `3`, `b` and `c`.
fn follow(a: &str, b: &str) -> bool {
    let place = |text: &str| text.parse::<u32>().ok().or_else(|| text.chars().next().map(u32::from));
    place(a).zip(place(b)).is_some_and(|(a, b)| a + 1 == b)
}

/// The last of a range: `-(3)` after `(2)`.
fn ranged<'t>(text: &'t str, first: Option<&str>, of: fn(char) -> bool) -> (Option<&'t str>, &'t str) {
    match text.strip_prefix('-').filter(|_| first.is_some()).map(|rest| bracketed(rest, of)) {
        Some((Some(last), rest)) => (Some(last), rest),
        _ => (None, text),
    }
}

/// What stands in brackets at the start of a text, and what comes after.
fn bracketed(text: &str, of: fn(char) -> bool) -> (Option<&str>, &str) {
    let within = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    match within.filter(|(within, _)| !within.is_empty() && within.chars().all(of)) {
        Some((within, rest)) => (Some(within), rest),
        None => (None, text),
    }
}
