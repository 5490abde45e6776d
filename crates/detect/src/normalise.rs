//! What was typed, in every spelling in which it is sent or hashed. The spellings are rows of tables/identifiers.toml;
//! here are the small steps they are made of.

use crate::digest::Hashes;
use crate::national::swedish_spelling;
use crate::phone::Number;
use crate::tables::Tables;
use facts::IdentifierKind;
use std::borrow::Cow;
use std::cell::OnceCell;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One spelling of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variant {
    pub text: String,
    /// The country a number was read as one of, where that is not the list's.
    country: Option<&'static str>,
    /// The normalisation that made it; none for as typed.
    name: Option<&'static str>,
    /// `nfc` or `nfd`, where that made it another.
    composition: Option<&'static str>,
    /// In which hashes it is looked for.
    pub hashes: Hashes,
    /// One of the most usual.
    pub usual: bool,
    /// Its hashes count only under a key that announces the identifier.
    pub announced: bool,
}

impl Variant {
    /// What was done to what was typed.
    pub fn form(&self) -> impl Iterator<Item = &'static str> {
        self.country.into_iter().chain(self.name).chain(self.composition)
    }
}

/// Every spelling of a value, as typed first, each text once, under its most ordinary name. `own`: the country in which
/// a number may be meant too.
pub(crate) fn variants(kind: IdentifierKind, typed: &str, country: &str, own: Option<&'static str>) -> Vec<Variant> {
    let as_typed = Variant {
        text: typed.to_owned(),
        country: None,
        name: None,
        composition: None,
        // most hash a name in lower case
        hashes: if kind == IdentifierKind::Name { Hashes::Common } else { Hashes::All },
        usual: false,
        announced: false,
    };
    let rows = Tables::get().normalisations_of(kind);
    let mut all = Vec::with_capacity(rows.len() + 1);
    all.push(as_typed);
    let readings = std::iter::once((country, None)).chain(own.map(|own| (own, Some(own))));
    for (country, named) in readings {
        let source = Typed { text: typed, country, number: OnceCell::new() };
        for row in rows.iter().map(|at| &Tables::get().normalisations[*at]) {
            // spellings in fewer hashes stand last in the table: no text has fewer than one of its names would give it
            let Some(text) = apply(&row.code, &source).filter(|text| !text.is_empty()) else { continue };
            if let Some(known) = all.iter_mut().find(|v| v.text == *text) {
                known.usual |= row.usual;
            } else {
                // two signs of anything else are also two letters of a country
                let short = text.len() <= 2 && kind != IdentifierKind::Country;
                all.push(Variant {
                    text: text.into_owned(),
                    country: named,
                    name: Some(&row.name),
                    composition: None,
                    hashes: row.hashes,
                    usual: row.usual,
                    announced: row.announced || short,
                });
            }
        }
    }
    for i in 0..all.len() {
        if !all[i].text.is_ascii() {
            for (name, text) in [("nfc", all[i].text.nfc().collect::<String>()), ("nfd", all[i].text.nfd().collect())] {
                if all.iter().all(|v| v.text != text) {
                    all.push(Variant { text, composition: Some(name), ..all[i] });
                }
            }
        }
    }
    all
}

/// Applies one named normalisation: for explanations.
pub(crate) fn by_name(name: &str, typed: &str, country: &str) -> Option<String> {
    match name {
        "nfc" => Some(typed.nfc().collect()),
        "nfd" => Some(typed.nfd().collect()),
        _ => {
            let source = Typed { text: typed, country, number: OnceCell::new() };
            apply(&Tables::get().normalisation(name)?.code, &source).map(Cow::into_owned)
        }
    }
}

/// What was typed, and what many steps have to know of it.
pub(crate) struct Typed<'t> {
    text: &'t str,
    /// ISO 3166-1 alpha-2: how a number without `+` is meant.
    country: &'t str,
    number: OnceCell<Option<Number>>,
}

/// From a text to the next, which is often the same; none where it does not apply.
pub(crate) type Step = for<'t> fn(Cow<'t, str>, &Typed<'_>) -> Option<Cow<'t, str>>;

fn apply<'t>(steps: &[Step], typed: &Typed<'t>) -> Option<Cow<'t, str>> {
    steps.iter().try_fold(Cow::Borrowed(typed.text), |text, step| step(text, typed))
}

/// A step by its name in the table.
pub(crate) fn step(name: &str) -> Option<Step> {
    Some(match name {
        "trim" => |t, _| changed(t, |t| t.trim().len() < t.len(), |t| t.trim().to_owned()),
        "lowercase" => {
            |t, _| changed(t, |t| !t.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()), str::to_lowercase)
        }
        "uppercase" => {
            |t, _| changed(t, |t| !t.bytes().all(|b| b.is_ascii() && !b.is_ascii_lowercase()), str::to_uppercase)
        }
        "strip-whitespace" => |t, _| keep(t, |c| !c.is_whitespace()),
        "strip-digits" => |t, _| keep(t, |c| !c.is_numeric()),
        "strip-punctuation" => |t, _| keep(t, |c| c.is_alphanumeric() || c.is_whitespace() || is_combining_mark(c)),
        "strip-diacritics" => {
            |t, _| changed(t, |t| !t.is_ascii(), |t| t.nfd().filter(|c| !is_combining_mark(*c)).collect())
        }
        // the letters that have no other letter below their marks
        "fold-letters" => |t, _| changed(t, |t| !t.is_ascii(), |t| respelled(t, FOLDED)),
        "digraphs" => |t, _| changed(t, |t| !t.is_ascii(), |t| respelled(&t.nfc().collect::<String>(), DIGRAPHS)),
        "hyphen-as-space" => |t, _| changed(t, |t| t.contains('-'), |t| t.replace('-', " ")),
        "space-as-hyphen" => |t, _| changed(t, |t| t.contains(' '), |t| t.replace(' ', "-")),
        "straight-apostrophe" => |t, _| changed(t, |t| t.contains('\u{2019}'), |t| t.replace('\u{2019}', "'")),
        "typographic-apostrophe" => |t, _| changed(t, |t| t.contains('\''), |t| t.replace('\'', "\u{2019}")),
        "latin-letters-digits" => |t, _| {
            let composed = changed(t, |t| !t.is_ascii(), |t| t.nfc().collect())?;
            keep(composed, |c| c.is_ascii_alphanumeric())
        },
        "digits" => |t, _| keep(t, |c| c.is_ascii_digit()),
        "plus" => |t, _| made(["+", &t].concat()),
        "cut-hyphen" => |t, _| changed(t, |t| t.contains('-'), |t| t.split('-').next().unwrap_or_default().to_owned()),
        "cut-plus-tag" => |t, _| mailbox(t, '+', |local, _| local.split('+').next().unwrap_or_default().to_owned()),
        "local-dots" => |t, _| mailbox(t, '.', |local, _| local.replace('.', "")),
        "gmail-dots" => |t, _| {
            let gmail = |domain: &str| matches!(domain, "gmail.com" | "googlemail.com");
            mailbox(t, '.', |local, domain| if gmail(domain) { local.replace('.', "") } else { local.to_owned() })
        },
        "gmail-domain" => {
            |t, _| changed(t, |t| t.ends_with("@googlemail.com"), |t| t.replace("@googlemail.com", "@gmail.com"))
        }
        "first-capital" => |t, _| {
            let mut signs = t.chars();
            made(signs.next()?.to_uppercase().chain(signs).collect())
        },
        "domain-lowercase" => |t, _| {
            let (local, domain) = t.rsplit_once('@')?;
            made([local, "@", &domain.to_lowercase()].concat())
        },
        "yahoo-tag" => |t, _| {
            let yahoo =
                |d: &str| d.starts_with("yahoo.") || matches!(d, "ymail.com" | "rocketmail.com" | "myyahoo.com");
            mailbox(t, '-', |local, domain| match local.split_once('-') {
                Some((box_name, _)) if yahoo(domain) => box_name.to_owned(),
                _ => local.to_owned(),
            })
        },
        "groups-of-four" => {
            |t, _| made(t.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" "))
        }
        "cut-country" => |t, _| {
            let rest = t.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            let cut = (1..=3).contains(&(t.len() - rest.len())) && rest.starts_with(['-', ' ']);
            if cut { made(rest[1..].to_owned()) } else { None }
        },
        "dated-hyphen" => |t, _| Some(Cow::Owned(crate::national::dated_hyphen(&t)?)),
        "country-alpha-3" => |t, _| Some(Cow::Owned(Tables::get().country_alpha_3(t.trim())?)),
        "country-code" => |t, _| Some(Cow::Owned(Tables::get().country_code(t.trim())?)),
        "idn-ascii" => |t, _| Some(Cow::Owned(crate::idn::respell("idn-ascii", &t)?)),
        "idn-unicode" => |t, _| Some(Cow::Owned(crate::idn::respell("idn-unicode", &t)?)),
        "e164" => |t, typed| numbered(&t, typed, |n| Some(n.e164())),
        "national" => |t, typed| numbered(&t, typed, |n| Some(n.with_trunk())),
        "national-significant" => |t, typed| numbered(&t, typed, |n| Some(n.national.clone())),
        "country-code-and-trunk" => |t, typed| numbered(&t, typed, slip),
        "grouped" => |t, typed| numbered(&t, typed, |n| n.grouped(&Tables::get().grouping.formats, false)),
        "grouped-international" => |t, typed| numbered(&t, typed, |n| n.grouped(&Tables::get().grouping.formats, true)),
        "customary" => |t, typed| numbered(&t, typed, |n| n.grouped(&Tables::get().grouping.customary, false)),
        "customary-international" => {
            |t, typed| numbered(&t, typed, |n| n.grouped(&Tables::get().grouping.customary, true))
        }
        "customary-other" => {
            |t, typed| numbered(&t, typed, |n| n.grouped(&Tables::get().grouping.customary_other, false))
        }
        "international-one-space" => {
            |t, typed| numbered(&t, typed, |n| Some(["+", &n.code, " ", &n.national].concat()))
        }
        "former-trunk" => |t, typed| numbered(&t, typed, |n| Some([n.former_trunk()?, &n.national].concat())),
        "double-zero" => |t, _| made(["00", t.strip_prefix('+')?].concat()),
        "meta-phone" => |t, _| made(meta_phone(&t)),
        "google-phone" => |t, _| Some(Cow::Owned(google_phone(&t)?)),
        "pnr-12" => |t, _| Some(Cow::Owned(swedish_spelling("pnr-12", &t)?)),
        "pnr-10" => |t, _| Some(Cow::Owned(swedish_spelling("pnr-10", &t)?)),
        "pnr-separator" => |t, _| Some(Cow::Owned(swedish_spelling("pnr-separator", &t)?)),
        "pnr-10-plus" => |t, _| Some(Cow::Owned(swedish_spelling("pnr-10-plus", &t)?)),
        "date-yyyymmdd" => |t, _| dated(&t, |y, m, d| format!("{y:04}{m:02}{d:02}")),
        "date-yyyy-mm-dd" => |t, _| dated(&t, |y, m, d| format!("{y:04}-{m:02}-{d:02}")),
        "date-yyyy/mm/dd" => |t, _| dated(&t, |y, m, d| format!("{y:04}/{m:02}/{d:02}")),
        "date-yymmdd" => |t, _| dated(&t, |y, m, d| format!("{:02}{m:02}{d:02}", y % 100)),
        "date-ddmmyy" => |t, _| dated(&t, |y, m, d| format!("{d:02}{m:02}{:02}", y % 100)),
        "date-ddmmyyyy" => |t, _| dated(&t, |y, m, d| format!("{d:02}{m:02}{y:04}")),
        "date-mmddyyyy" => |t, _| dated(&t, |y, m, d| format!("{m:02}{d:02}{y:04}")),
        "date-yyyy-m-d" => |t, _| dated(&t, |y, m, d| format!("{y:04}-{m}-{d}")),
        "date-dd.mm.yyyy" => |t, _| dated(&t, |y, m, d| format!("{d:02}.{m:02}.{y:04}")),
        "date-d.m.yyyy" => |t, _| dated(&t, |y, m, d| format!("{d}.{m}.{y:04}")),
        "date-dd-mm-yyyy" => |t, _| dated(&t, |y, m, d| format!("{d:02}-{m:02}-{y:04}")),
        "date-dd/mm/yyyy" => |t, _| dated(&t, |y, m, d| format!("{d:02}/{m:02}/{y:04}")),
        "date-mm/dd/yyyy" => |t, _| dated(&t, |y, m, d| format!("{m:02}/{d:02}/{y:04}")),
        "date-m/d/yyyy" => |t, _| dated(&t, |y, m, d| format!("{m}/{d}/{y:04}")),
        "date-d/m/yyyy" => |t, _| dated(&t, |y, m, d| format!("{d}/{m}/{y:04}")),
        "date-yyyy.mm.dd" => |t, _| dated(&t, |y, m, d| format!("{y:04}.{m:02}.{d:02}")),
        "date-hour" => |t, _| dated(&t, |y, m, d| format!("{y:04}-{m:02}-{d:02}T00")),
        "date-midnight" => |t, _| dated(&t, |y, m, d| format!("{y:04}-{m:02}-{d:02}T00:00:00")),
        "date-midnight-utc" => |t, _| dated(&t, |y, m, d| format!("{y:04}-{m:02}-{d:02}T00:00:00Z")),
        "date-midnight-milliseconds" => |t, _| dated(&t, |y, m, d| format!("{y:04}-{m:02}-{d:02}T00:00:00.000Z")),
        "date-yyyy" => |t, _| dated(&t, |y, _, _| format!("{y:04}")),
        "date-mm" => |t, _| dated(&t, |_, m, _| format!("{m:02}")),
        "date-dd" => |t, _| dated(&t, |_, _, d| format!("{d:02}")),
        _ => return None,
    })
}

/// As libraries fold them that know more than Unicode's decompositions.
const FOLDED: &[(char, &str)] =
    &[('ø', "o"), ('æ', "ae"), ('ß', "ss"), ('ł', "l"), ('đ', "d"), ('ð', "d"), ('þ', "th"), ('œ', "oe"), ('ı', "i")];

/// As ICAO 9303 (machine-readable travel documents) writes letters in Latin letters.
const DIGRAPHS: &[(char, &str)] = &[
    ('å', "aa"),
    ('ä', "ae"),
    ('ö', "oe"),
    ('ü', "ue"),
    ('ø', "oe"),
    ('æ', "ae"),
    ('ß', "ss"),
    ('ð', "d"),
    ('þ', "th"),
    ('œ', "oe"),
];

fn respelled(text: &str, letters: &[(char, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    for c in text.chars() {
        match letters.iter().find(|(letter, _)| *letter == c) {
            Some((_, instead)) => out.push_str(instead),
            None => out.push(c),
        }
    }
    out
}

/// A new text, or the same where nothing is to change.
fn changed<'t>(
    text: Cow<'t, str>,
    has_to: impl FnOnce(&str) -> bool,
    change: impl FnOnce(&str) -> String,
) -> Option<Cow<'t, str>> {
    if has_to(&text) { made(change(&text)) } else { Some(text) }
}

fn made<'t>(text: String) -> Option<Cow<'t, str>> {
    Some(Cow::Owned(text))
}

fn keep(text: Cow<'_, str>, wanted: impl Fn(char) -> bool) -> Option<Cow<'_, str>> {
    changed(text, |t| !t.chars().all(&wanted), |t| kept(t, &wanted))
}

/// Writes the number that was typed, which is read once, or another.
fn numbered<'o>(text: &str, typed: &Typed<'_>, write: impl FnOnce(&Number) -> Option<String>) -> Option<Cow<'o, str>> {
    let read = || Number::read(text, typed.country);
    let written = match std::ptr::eq(text, typed.text) {
        true => typed.number.get_or_init(read).as_ref().and_then(write),
        false => read().as_ref().and_then(write),
    };
    written.map(Cow::Owned)
}

fn dated<'o>(text: &str, write: impl FnOnce(u16, u8, u8) -> String) -> Option<Cow<'o, str>> {
    Date::read(text).map(|d| Cow::Owned(write(d.year, d.month, d.day)))
}

fn kept(text: &str, wanted: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().filter(|c| wanted(*c)).for_each(|c| out.push(c));
    out
}

/// An address with another part before the `@`, where a sign stands in it.
fn mailbox<'t>(text: Cow<'t, str>, sign: char, write: impl FnOnce(&str, &str) -> String) -> Option<Cow<'t, str>> {
    let (local, domain) = text.rsplit_once('@')?;
    match local.contains(sign) {
        true => made([&write(local, domain), "@", domain].concat()),
        false => Some(text),
    }
}

/// The country's calling code put before a number that still has its trunk prefix.
fn slip(number: &Number) -> Option<String> {
    (!number.trunk.is_empty()).then(|| [&*number.code, &number.trunk, &number.national].concat())
}

/// wire-formats, Meta (A): punctuation, spaces and letters removed, then all leading zeros.
fn meta_phone(text: &str) -> String {
    let kept = kept(text, |c| {
        !c.is_whitespace()
            && !c.is_alphabetic()
            && !matches!(c, '-' | '@' | '#' | '<' | '>' | '\'' | '"' | ',' | ';' | '(' | ')' | '+')
    });
    kept.trim_start_matches('0').to_owned()
}

/// wire-formats, Google (A): spaces and `- ( ) / .` stripped, a plus in front, 10–15 digits.
fn google_phone(text: &str) -> Option<String> {
    let kept = kept(text, |c| !c.is_whitespace() && !matches!(c, '-' | '(' | ')' | '/' | '.'));
    let number = kept.strip_prefix('+').unwrap_or(&kept);
    let fits = (10..=15).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| ["+", number].concat())
}

/// Whether this is a calendar date, year first or last.
pub(crate) fn is_date(text: &str) -> bool {
    Date::read(text).is_some()
}

/// Where the day stands in a date whose year is last; either, where both numbers may be a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
    Either,
}

/// None where the year stands first, or day and month are the same.
pub(crate) fn order(text: &str) -> Option<Order> {
    let (first, second, _) = year_last(text)?;
    match (first > 12, second > 12) {
        _ if first == second => None,
        (true, _) => Some(Order::DayFirst),
        (_, true) => Some(Order::MonthFirst),
        _ => Some(Order::Either),
    }
}

/// `03/12/1975` as a date of March, where it may be one.
pub(crate) fn month_first(text: &str) -> Option<String> {
    let (month, day, year) = year_last(text).filter(|_| order(text) == Some(Order::Either))?;
    Some(format!("{year}-{month:02}-{day:02}"))
}

fn year_last(text: &str) -> Option<(u8, u8, &str)> {
    match date_parts(text)[..] {
        [first, second, year] if year.len() == 4 => Some((first.parse().ok()?, second.parse().ok()?, year)),
        _ => None,
    }
}

fn date_parts(text: &str) -> Vec<&str> {
    text.trim().split(['-', '.', '/', ' ']).filter(|p| !p.is_empty()).collect()
}

/// A calendar date as people type it.
pub(crate) struct Date {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl Date {
    pub fn read(text: &str) -> Option<Self> {
        let (y, m, d) = match date_parts(text)[..] {
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

    /// So many days after 1970-01-01, or before.
    pub fn of_days(days: i64) -> Option<Self> {
        // years from March on, so that a leap day is the last of one; 400 of them have always as many days
        let days = days + 719_468;
        let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let from_march = (5 * day + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = era * 400 + year + i64::from(month <= 2);
        Some(Self {
            year: year.try_into().ok()?,
            month: month as u8,
            day: (day - (153 * from_march + 2) / 5 + 1) as u8,
        })
    }

    pub fn next(&self) -> Option<Self> {
        let Self { year, month, day } = *self;
        Some(match (day < self.last_day(), month < 12) {
            (true, _) => Self { year, month, day: day + 1 },
            (_, true) => Self { year, month: month + 1, day: 1 },
            _ => Self { year: year.checked_add(1)?, month: 1, day: 1 },
        })
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_the_table_holds() {
        let mut run = 0;
        for row in &Tables::get().normalisations {
            for (country, typed, wanted) in &row.examples {
                assert_eq!(by_name(&row.name, typed, country).as_deref(), Some(wanted.as_str()), "{}", row.name);
                run += 1;
            }
        }
        assert!(run >= 45, "{run} examples run");
    }

    /// The table of one typed number in wire-formats.md.
    #[test]
    fn one_typed_number_in_every_vendors_spelling() {
        let named = |typed: &str, text: &str| {
            let all = variants(IdentifierKind::Phone, typed, "SE", None);
            all.into_iter().find(|v| v.text == text).map(|v| v.form().collect::<Vec<_>>())
        };
        assert_eq!(named("070-174 06 05", "701740605"), Some(vec!["meta-phone"]));
        assert_eq!(named("070-174 06 05", "0701740605"), Some(vec!["digits"]));
        assert_eq!(named("070-174 06 05", "+46701740605"), Some(vec!["e164"]));
        assert_eq!(named("070-174 06 05", "+0701740605"), Some(vec!["google-phone"]));
        assert_eq!(named("+46 70 174 06 05", "46701740605"), Some(vec!["digits"]));
        assert_eq!(named("+46 70 174 06 05", "0701740605"), Some(vec!["national"]));
    }

    #[test]
    fn every_day_is_counted() {
        let mut date = Date { year: 1890, month: 1, day: 1 };
        for days in -29_219..60_000 {
            let counted = Date::of_days(days).unwrap();
            assert_eq!((counted.year, counted.month, counted.day), (date.year, date.month, date.day));
            date = date.next().unwrap();
        }
    }

    #[test]
    fn composed_and_decomposed_spellings_are_both_there() {
        let all = variants(IdentifierKind::FamilyName, "Öberg", "SE", None);
        let decomposed = all.iter().find(|v| v.text == "o\u{308}berg").unwrap();
        assert!(decomposed.form().eq(["lowercase", "nfd"]));
    }
}
