//! What was typed, in every spelling in which it is sent or hashed. The spellings are rows of tables/identifiers.toml;
//! here are the small steps they are made of.

use crate::phone::{Number, digits};
use crate::tables::Tables;
use facts::IdentifierKind;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One spelling of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variant {
    pub text: String,
    /// Names of the normalisations that made it; empty for as typed.
    pub form: Vec<&'static str>,
}

/// Every spelling of a value, as typed first, each text once, under its most ordinary name.
pub(crate) fn variants(kind: IdentifierKind, typed: &str, country: &str) -> Vec<Variant> {
    let mut all = vec![Variant { text: typed.to_owned(), form: vec![] }];
    for row in Tables::get().normalisations.iter().filter(|n| n.kinds.contains(&kind)) {
        if let Some(text) = apply(&row.steps, typed, country) {
            push(&mut all, text, vec![row.name.as_str()]);
        }
    }
    for i in 0..all.len() {
        if !all[i].text.is_ascii() {
            let Variant { text, form } = all[i].clone();
            push(&mut all, text.nfc().collect(), with(&form, "nfc"));
            push(&mut all, text.nfd().collect(), with(&form, "nfd"));
        }
    }
    all
}

fn with(form: &[&'static str], name: &'static str) -> Vec<&'static str> {
    form.iter().copied().chain([name]).collect()
}

fn push(all: &mut Vec<Variant>, text: String, form: Vec<&'static str>) {
    if !text.is_empty() && !all.iter().any(|v| v.text == text) {
        all.push(Variant { text, form });
    }
}

/// Applies one named normalisation: for explanations.
pub(crate) fn by_name(name: &str, typed: &str, country: &str) -> Option<String> {
    match name {
        "nfc" => Some(typed.nfc().collect()),
        "nfd" => Some(typed.nfd().collect()),
        _ => apply(&Tables::get().normalisation(name)?.steps, typed, country),
    }
}

fn apply(steps: &[String], typed: &str, country: &str) -> Option<String> {
    steps.iter().try_fold(typed.to_owned(), |text, name| step(name, &text, country))
}

/// One step; none where it does not apply to this text.
fn step(name: &str, text: &str, country: &str) -> Option<String> {
    Some(match name {
        "trim" => text.trim().to_owned(),
        "lowercase" => text.to_lowercase(),
        "uppercase" => text.to_uppercase(),
        "strip-whitespace" => keep(text, |c| !c.is_whitespace()),
        "strip-digits" => keep(text, |c| !c.is_numeric()),
        "strip-punctuation" => keep(text, |c| c.is_alphanumeric() || c.is_whitespace() || is_combining_mark(c)),
        "strip-diacritics" => text.nfd().filter(|c| !is_combining_mark(*c)).collect(),
        "latin-letters-digits" => keep(&text.nfc().collect::<String>(), |c| c.is_ascii_alphanumeric()),
        "digits" => digits(text),
        "plus" => format!("+{text}"),
        "cut-hyphen" => text.split('-').next()?.to_owned(),
        "cut-plus-tag" | "gmail-dots" | "local-dots" => return mailbox(name, text),
        "idn-ascii" | "idn-unicode" => return crate::idn::respell(name, text),
        "e164" => Number::read(text, country)?.e164(),
        "national" => Number::read(text, country)?.with_trunk(),
        "national-significant" => Number::read(text, country)?.national,
        "country-code-and-trunk" => slip(text, country)?,
        "double-zero" => format!("00{}", text.strip_prefix('+')?),
        "meta-phone" => meta_phone(text),
        "google-phone" => google_phone(text)?,
        "pnr-12" | "pnr-10" | "pnr-separator" | "pnr-10-plus" => return crate::national::swedish_spelling(name, text),
        _ => return Date::read(text)?.write(name.strip_prefix("date-")?),
    })
}

fn keep(text: &str, wanted: impl Fn(char) -> bool) -> String {
    text.chars().filter(|c| wanted(*c)).collect()
}

fn mailbox(name: &str, text: &str) -> Option<String> {
    let (local, domain) = text.rsplit_once('@')?;
    let local = match name {
        "cut-plus-tag" => local.split('+').next()?.to_owned(),
        "gmail-dots" if !matches!(domain, "gmail.com" | "googlemail.com") => local.to_owned(),
        _ => local.replace('.', ""),
    };
    Some(format!("{local}@{domain}"))
}

/// The country's calling code put before a number that still has its trunk prefix.
fn slip(text: &str, country: &str) -> Option<String> {
    let number = Number::read(text, country)?;
    (!number.trunk.is_empty()).then(|| format!("{}{}", number.code, number.with_trunk()))
}

/// wire-formats, Meta (A): punctuation, spaces and letters removed, then all leading zeros.
fn meta_phone(text: &str) -> String {
    let kept = keep(text, |c| !c.is_whitespace() && !c.is_alphabetic() && !"-@#<>'\",;()+".contains(c));
    kept.trim_start_matches('0').to_owned()
}

/// wire-formats, Google (A): spaces and `- ( ) / .` stripped, a plus in front, 10–15 digits.
fn google_phone(text: &str) -> Option<String> {
    let kept = keep(text, |c| !c.is_whitespace() && !"-()/.".contains(c));
    let number = kept.strip_prefix('+').unwrap_or(&kept);
    let fits = (10..=15).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| format!("+{number}"))
}

/// Whether this is a calendar date, year first or last.
pub(crate) fn is_date(text: &str) -> bool {
    Date::read(text).is_some()
}

/// A calendar date as people type it.
struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.trim().split(['-', '.', '/', ' ']).filter(|p| !p.is_empty()).collect();
        let (y, m, d) = match parts[..] {
            [whole] if whole.len() == 8 && whole.is_ascii() => (&whole[..4], &whole[4..6], &whole[6..]),
            [y, m, d] if y.len() == 4 => (y, m, d),
            // 08/23/1964
            [m, d, y] if y.len() == 4 && d.parse().is_ok_and(|d: u8| d > 12) => (y, m, d),
            [d, m, y] if y.len() == 4 => (y, m, d),
            _ => return None,
        };
        let date = Self { year: y.parse().ok()?, month: m.parse().ok()?, day: d.parse().ok()? };
        (1..=date.last_day()).contains(&date.day).then_some(date)
    }

    /// Of the month; none where there is no such month.
    fn last_day(&self) -> u8 {
        let leap = self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        }
    }

    fn write(&self, format: &str) -> Option<String> {
        let Self { year, month, day } = self;
        Some(match format {
            "yyyymmdd" => format!("{year:04}{month:02}{day:02}"),
            "yyyy-mm-dd" => format!("{year:04}-{month:02}-{day:02}"),
            "yymmdd" => format!("{:02}{month:02}{day:02}", year % 100),
            "dd.mm.yyyy" => format!("{day:02}.{month:02}.{year:04}"),
            "dd/mm/yyyy" => format!("{day:02}/{month:02}/{year:04}"),
            "mm/dd/yyyy" => format!("{month:02}/{day:02}/{year:04}"),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_the_table_holds() {
        let mut run = 0;
        for row in &Tables::get().normalisations {
            for (country, typed, wanted) in &row.examples {
                assert_eq!(apply(&row.steps, typed, country).as_deref(), Some(wanted.as_str()), "{}", row.name);
                run += 1;
            }
        }
        assert!(run >= 45, "{run} examples run");
    }

    /// The table of one typed number in wire-formats.md.
    #[test]
    fn one_typed_number_in_every_vendors_spelling() {
        let named = |typed: &str, text: &str| {
            let all = variants(IdentifierKind::Phone, typed, "SE");
            all.into_iter().find(|v| v.text == text).map(|v| v.form)
        };
        assert_eq!(named("070-174 06 05", "701740605"), Some(vec!["meta-phone"]));
        assert_eq!(named("070-174 06 05", "0701740605"), Some(vec!["digits"]));
        assert_eq!(named("070-174 06 05", "+46701740605"), Some(vec!["e164"]));
        assert_eq!(named("070-174 06 05", "+0701740605"), Some(vec!["google-phone"]));
        assert_eq!(named("+46 70 174 06 05", "46701740605"), Some(vec!["digits"]));
        assert_eq!(named("+46 70 174 06 05", "0701740605"), Some(vec!["national"]));
    }

    #[test]
    fn composed_and_decomposed_spellings_are_both_there() {
        let all = variants(IdentifierKind::FamilyName, "Öberg", "SE");
        let decomposed = all.iter().find(|v| v.text == "o\u{308}berg").unwrap();
        assert_eq!(decomposed.form, ["lowercase", "nfd"]);
    }
}
