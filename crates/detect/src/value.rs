//! Whether a value of a list can be what its column says. One that cannot would be looked for in vain, in silence: what
//! spreadsheets and address books do to values is undone where only one reading is left, the rest is refused.

use crate::national;
use crate::normalise;
use crate::people::Dates;
use crate::phone::{digits, without_extension};
use facts::IdentifierKind;
use std::borrow::Cow;

/// What is wrong with a value; never the value.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// Of the problem.
    pub code: &'static str,
    /// The fault where one kind has several.
    pub fault: Option<&'static str>,
    /// Behind the name of the column.
    pub why: &'static str,
}

/// The value of somebody who lives in `country` as it is looked for; `dates`: how the others of its list are written.
pub(crate) fn read(kind: IdentifierKind, typed: &str, country: Option<&str>, dates: Dates) -> Result<String, Wrong> {
    let value = repaired(kind, typed);
    if let Some(wrong) = wrong(kind, &value, country) {
        return Err(wrong);
    }
    let turned = normalise::month_first(&value).filter(|_| kind == IdentifierKind::BirthDate && dates.month_first);
    match turned {
        Some(_) if dates.day_first => Err(Wrong {
            code: "people-value",
            fault: Some("date-either"),
            why: "may have its day or its month first, and other rows have either: write `1975-03-12`",
        }),
        turned => Ok(turned.unwrap_or(value.into_owned())),
    }
}

fn wrong(kind: IdentifierKind, value: &str, country: Option<&str>) -> Option<Wrong> {
    use IdentifierKind as K;
    let fault = |fault, why| Some(Wrong { code: "people-value", fault, why });
    if is_whole_number_of(kind) && is_rounded(value) {
        let why =
            "holds a number like `1.23E+10`, whose digits are lost: format the column as text and export it again";
        return Some(Wrong { code: "people-rounded", fault: None, why });
    }
    let (fits, why) = match kind {
        K::Email if value.matches('@').count() > 1 && !is_mailbox(value) => {
            let why = "has more than one `@` in a value: several addresses are separated by `;`";
            return fault(Some("email-several"), why);
        }
        K::Email if value.contains(',') && !is_mailbox(value) => {
            return fault(
                Some("email-comma"),
                "has a comma in an address: is it a full stop, or are there several addresses, which are separated by `;`",
            );
        }
        K::Email => (is_mailbox(value), "is not an e-mail address"),
        K::Phone if without_extension(value.trim()).0.contains(char::is_alphabetic) => {
            return fault(
                Some("phone-letters"),
                "has letters in or before the number: words stand behind it, or in another column",
            );
        }
        K::Phone => (is_phone(value), "is not a phone number of 5 to 17 digits; several are separated by `;`"),
        K::BirthDate => (normalise::is_date(value), "is not a date like `1990-03-01`"),
        K::NationalId => (
            national::plausible(value, country),
            "is not a valid number: its check digit or date is wrong; other numbers are `external_id`",
        ),
        K::Card => (national::card(value), "is not a valid card number: its check digit is wrong"),
        K::Iban => (national::iban(value), "is not a valid IBAN: its check digits are wrong"),
        _ => (true, ""),
    };
    (!fits).then_some(Wrong { code: "people-value", fault: None, why })
}

/// Kinds that spreadsheets take for numbers though nobody counts with them.
fn is_whole_number_of(kind: IdentifierKind) -> bool {
    use IdentifierKind as K;
    matches!(kind, K::Phone | K::NationalId | K::ExternalId | K::PostalCode | K::Card)
}

/// Without what can be meant in one way only.
fn repaired(kind: IdentifierKind, typed: &str) -> Cow<'_, str> {
    use IdentifierKind as K;
    let mut value = typed.trim_matches(is_blank);
    match kind {
        K::Email => value = mailbox(value),
        K::Phone => value = without_exchange(without_words(without_prefix(value, "tel:"))),
        _ => {}
    }
    if is_whole_number_of(kind) {
        value = whole(value);
    }
    if kind == K::NationalId && value.contains(is_dash) {
        return value.replace(is_dash, "-").into();
    }
    value.into()
}

/// White space, and the signs without width that come along when a value is copied.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Dashes that word processors put in the place of a hyphen.
fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

/// `46701740611.0`: a column with an empty cell in it is one of fractions.
fn whole(value: &str) -> &str {
    let Some((number, fraction)) = value.rsplit_once(['.', ',']) else { return value };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_whole = digits(number.strip_prefix('+').unwrap_or(number)) && fraction == "0";
    if is_whole { number } else { value }
}

/// `4.67E+10`, `4,67e10`; an id may be `12E4`.
fn is_rounded(value: &str) -> bool {
    let Some((number, power)) = value.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    let is_sure = whole.len() < number.len() || power.starts_with('+');
    is_sure && digits(whole) && digits(fraction) && digits(power.strip_prefix('+').unwrap_or(power))
}

fn without_prefix<'v>(value: &'v str, prefix: &str) -> &'v str {
    let begins = value.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    if begins { value[prefix.len()..].trim() } else { value }
}

/// `Mobil: 070-…`; letters that stand close before digits may belong to them.
fn without_words(value: &str) -> &str {
    let begins = |c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | '\u{ff0b}');
    let (words, number) = value.split_at(value.find(begins).unwrap_or(0));
    let is_apart = words.contains(char::is_alphabetic) && !words.ends_with(char::is_alphabetic);
    if is_apart { number } else { value }
}

/// Without the words that announce an extension, and what follows them: `031-390 06 00 ankn 12`.
fn without_exchange(value: &str) -> &str {
    const WORDS: [&str; 9] = ["ankn", "anknytning", "ext", "extension", "x", "alanumero", "alanro", "vaihde", "lokal"];
    let (number, behind) = without_extension(value);
    let word = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    if WORDS.contains(&word.as_str()) { number.trim_end_matches([' ', ',', '-', '(']) } else { value }
}

/// An address as address books and mail programs write it: `Anna Berg <mailto:anna@example.com>`, `'anna@example.com'.`
fn mailbox(value: &str) -> &str {
    const AROUND: [(char, char); 12] = [
        ('<', '>'),
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('"', '"'),
        ('\'', '\''),
        ('`', '`'),
        ('“', '”'),
        ('”', '”'),
        ('‘', '’'),
        ('’', '’'),
        ('«', '»'),
    ];
    let mut value = value;
    loop {
        let mut bare = value.trim_matches(is_blank);
        bare = without_prefix(bare.strip_suffix(['.', ',']).unwrap_or(bare), "mailto:");
        for (open, close) in AROUND {
            bare = bare.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).unwrap_or(bare);
        }
        // a name before it has no `@`
        if let Some((_, address)) = bare.strip_suffix('>').and_then(|rest| rest.split_once('<'))
            && bare.matches('@').count() == 1
            && address.contains('@')
        {
            bare = address;
        }
        if bare.len() == value.len() {
            return bare;
        }
        value = bare;
    }
}

/// With an extension of at most six digits.
fn is_phone(value: &str) -> bool {
    let (number, extension) = without_extension(value.trim());
    (5..=17).contains(&digits(number).len()) && digits(extension).len() <= 6
}

/// One address. The part before `@` may hold any sign that RFC 5322 lets stand there bare, and any at all in quotes.
fn is_mailbox(value: &str) -> bool {
    let Some((local, domain)) = value.rsplit_once('@') else { return false };
    let is_bare = |c: char| {
        c.is_alphanumeric() || !c.is_ascii() && !is_blank(c) && !c.is_control() || "!#$%&'*+-/=?^_`{|}~.".contains(c)
    };
    let quoted = local.len() > 2 && local.starts_with('"') && local.ends_with('"') && !local.contains(char::is_control);
    let label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_' || is_mark(c))
    };
    let number = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let is_host = || domain.split('.').all(label);
    let literal = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || ".:".contains(c));
    !local.is_empty() && (quoted || local.chars().all(is_bare)) && number.map_or_else(is_host, literal)
}

/// A sign that belongs to the letter before it (NFD), or joins two (Persian and Indic scripts, Catalan, Japanese; RFC 5892).
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{b7}' | '\u{30fb}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use IdentifierKind as K;

    #[test]
    fn what_cannot_be_what_its_column_says_is_wrong() {
        for (kind, good, bad) in [
            (K::Email, "Anna.Berg+x@blåbär.example", "anna.berg"),
            (K::Email, "a@localhost", "a@example.com\nb"),
            (K::Phone, "070-174 06 05 (mobil)", "070"),
            (K::Phone, "08-539 006 05 (växel)", "070-1740605 el. 08-539006"),
            (K::BirthDate, "1996-02-29", "1995-02-29"),
            (K::BirthDate, "29.2.1996", "1990-13-01"),
            (K::BirthDate, "08/23/1964", "900301"),
            (K::NationalId, "19640823-3234", "19640823-3235"),
            (K::NationalId, "640823+3234", "640823-3235"),
            (K::NationalId, "131052-308T", "131052-308U"),
            (K::NationalId, "070761-4286", "?"),
            (K::NationalId, "44051401359", "196408233235"),
            (K::Card, "4111 1111 1111 1111", "4111 1111 1111 1112"),
            (K::Iban, "SE45 5000 0000 0583 9825 7466", "SE45 5000 0000 0583 9825 7467"),
            (K::ExternalId, "x", "x"),
            (K::Email, "o'brien/x|y=z@sub_d.example", "anna@m.example,bo@m.example"),
            (K::Email, "\"a@b, c\"@m.example", "anna@m.example/bo@m.example"),
            (K::Email, "å\u{308}sa@bla\u{30a}.example", "anna@m.example|bo@m.example"),
            (K::Email, "a@[192.0.2.1]", "anna@@m.example"),
            (K::Email, "a@xn--blbr-roah.example", "anna@m,example"),
            (K::Email, "a@m", "anna@m..example"),
            (K::Email, "a@m", "anna,berg@m.example"),
            (K::Email, "a@m", "Bo <bo@m.example> Ek"),
            (K::Phone, "46701740611", "4.67E+10"),
            (K::Phone, "46701740611", "467,017E+05"),
            (K::Phone, "070-174 06 05 hem", "saknas1234567"),
            (K::NationalId, "19850307-2384", "1.98503072384E+11"),
            (K::ExternalId, "12E4", "1.98E+11"),
            (K::ExternalId, "1.98E", "1,98e11"),
            (K::PostalCode, "SW1E 5JE", "1E+05"),
        ] {
            let read = |value| read(kind, value, None, Dates::default());
            assert_eq!(read(good).as_deref(), Ok(good));
            assert!(good == bad || read(bad).is_err(), "{bad}");
        }
    }
    #[test]
    fn what_programs_did_to_a_value_is_undone_where_one_reading_is_left() {
        for (kind, typed, meant) in [
            (K::Email, "<anna@m.example>", "anna@m.example"),
            (K::Email, "mailto:anna@m.example", "anna@m.example"),
            (K::Email, "Anna Berg <MAILTO:anna@m.example>", "anna@m.example"),
            (K::Email, "anna@m.example.", "anna@m.example"),
            (K::Email, "(anna@m.example)", "anna@m.example"),
            (K::Email, "anna@m.example,", "anna@m.example"),
            (K::Email, "['anna@m.example']", "anna@m.example"),
            (K::Email, "\u{feff}”anna@m.example”\u{200b}", "anna@m.example"),
            (K::Phone, "46701740611.0", "46701740611"),
            (K::Phone, "46701740611,0", "46701740611"),
            (K::Phone, "tel:+46-70-1740611", "+46-70-1740611"),
            (K::Phone, "\u{202a}+46701740611\u{202c}", "+46701740611"),
            (K::Phone, "070.174.06.11", "070.174.06.11"),
            (K::Phone, "Mobil: +46 70-174 06 11", "+46 70-174 06 11"),
            (K::Phone, "031-390 06 00, ankn. 12", "031-390 06 00"),
            (K::Phone, "+46313900600x12", "+46313900600"),
            (K::Phone, "09 4711 5500 (vaihde)", "09 4711 5500"),
            (K::NationalId, "198503072384.0", "198503072384"),
            (K::NationalId, "19850307–2384", "19850307-2384"),
            (K::ExternalId, "9876543.0", "9876543"),
            (K::ExternalId, "K-9.0", "K-9.0"),
            (K::PostalCode, "12345.0", "12345"),
            (K::Card, "4111111111111111.0", "4111111111111111"),
            (K::Address, "(Villan) 7.0", "(Villan) 7.0"),
        ] {
            assert_eq!(read(kind, typed, Some("SE"), Dates::default()).as_deref(), Ok(meant), "{typed}");
        }
        let rounded = read(K::NationalId, "1.98503E+11", Some("SE"), Dates::default()).unwrap_err();
        assert_eq!(rounded.code, "people-rounded");
        assert!(read(K::NationalId, "198503072385.0", Some("SE"), Dates::default()).is_err());
    }
}
