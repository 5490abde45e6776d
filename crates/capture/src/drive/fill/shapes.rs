//! Made-up words in the form a field asks for.

use super::numbers::over_a_hundred;
use crate::drive::fields::{Field, Shape, recognise, shape_of};
use crate::drive::fillers::{days, takes_digits};
use crate::drive::parts::part_of;
use facts::IdentifierKind;

/// Signs of an example that must vary, so that no two made-up words are alike by chance.
const VARIED: usize = 6;

/// The word in the forms that a field may want it in, the likeliest first; each belongs to nobody, and as good as none is
/// made twice.
pub(super) fn forms(field: &Field, kind: IdentifierKind, word: &str) -> Vec<String> {
    let without = |parting: &[char]| vec![word.to_owned(), word.replace(parting, "")];
    match kind {
        _ if shape_of(field) == Some(Shape::SeOrganisation) => se_organisation(word),
        _ if shape_of(field) == Some(Shape::FiOrganisation) => fi_organisation(word),
        IdentifierKind::Phone => without(&[' ', '-', '(', ')']),
        IdentifierKind::NationalId => without(&['-']).into_iter().chain(over_a_hundred(word)).collect(),
        IdentifierKind::PostalCode => without(&[' ']),
        IdentifierKind::BirthDate if part_of(field).is_none() => days(field, word),
        IdentifierKind::Iban if takes_digits(field) => account(word),
        IdentifierKind::Password => passwords(field, word),
        IdentifierKind::ExternalId if shape_of(field) == Some(Shape::Url) => address(word),
        IdentifierKind::ExternalId if recognise(field).is_some() && takes_digits(field) => {
            [number(field, word), word.to_owned()].into_iter().chain(like(&field.placeholder, word)).collect()
        }
        IdentifierKind::ExternalId => [word.to_owned()].into_iter().chain(like(&field.placeholder, word)).collect(),
        _ => vec![word.to_owned()],
    }
}

/// A number that depends on a word, as long as a field takes it.
fn number(field: &Field, word: &str) -> String {
    let long = field.most.unwrap_or(USUAL).clamp(1, USUAL);
    format!("9{}", join(&digits(word)[..long - 1]))
}

/// Digits of a number of which nothing is known.
const USUAL: usize = 10;

/// What an IBAN stands for in its country: of a Swedish one its bank, which does not exist, and the account.
fn account(iban: &str) -> Vec<String> {
    let own = iban.get(4..).unwrap_or(iban);
    vec![own.to_owned(), own.chars().take(USUAL).collect(), iban.to_owned()]
}

/// Addresses below a domain that is set aside (RFC 2606 §3), so that the word is found in whatever is sent of it.
fn address(word: &str) -> Vec<String> {
    vec![format!("https://{word}.example.org/"), format!("https://{word}.example.org"), format!("{word}.example.org")]
}

/// The mark of a password, in the order in which rules name such: the made-up one has the first.
const MARKS: [char; 11] = ['!', '#', '?', '@', '$', '%', '&', '*', '-', '_', '.'];

/// With a mark that the rules beside the field name, then with others, and without.
fn passwords(field: &Field, word: &str) -> Vec<String> {
    let with = |mark: &str| word.replace(MARKS[0], mark);
    let named = MARKS.iter().filter(|m| field.marks.contains(**m));
    let marks = named.chain(MARKS.iter().filter(|m| !field.marks.contains(**m)));
    marks.map(|m| with(&m.to_string())).chain([with("")]).collect()
}

/// Organisation numbers of the group 4, which none is given of: 1 are estates of the deceased, 2 the state, 3 foreign
/// companies, 5 to 9 those of Swedish law. The third digit is 2 at least, the last a check digit (Luhn). Source: lists of the
/// groups as published by Swedish registers of companies, read 2026-11 (secondary).
fn se_organisation(word: &str) -> Vec<String> {
    let d = digits(word);
    let number: String = format!("4{}{}{}", d[0], 2 + d[1] % 8, join(&d[2..8]));
    let sum: u32 = number.chars().rev().filter_map(|c| c.to_digit(10)).enumerate().map(|(i, d)| luhn(i, d)).sum();
    let (six, four) = (&number[..6], format!("{}{}", &number[6..], (10 - sum % 10) % 10));
    let plain = format!("{six}{four}");
    vec![
        format!("{six}-{four}"),
        plain.clone(),
        format!("16{six}-{four}"),
        format!("16{plain}"),
        format!("SE{plain}01"),
    ]
}

fn luhn(place: usize, digit: u32) -> u32 {
    if place.is_multiple_of(2) { digit * 2 / 10 + digit * 2 % 10 } else { digit }
}

/// Finnish business ids that begin with 9: they are given in order, and had come to 3 in 2026. The check digit is by
/// weights 7, 9, 10, 5, 8, 4, 2 modulo 11, where the rest 1 is never used (unconfirmed: no text of the authority's was at
/// hand).
fn fi_organisation(word: &str) -> Vec<String> {
    let d = digits(word);
    let numbered = |last: u32| {
        let number = [&[9], &d[..5], &[last]].concat();
        let sum: u32 = number.iter().zip([7, 9, 10, 5, 8, 4, 2]).map(|(d, w)| d * w).sum();
        (number, sum % 11)
    };
    let (number, rest) = (0..10).map(|n| numbered((d[5] + n) % 10)).find(|(_, rest)| *rest != 1).unwrap_or_default();
    let (seven, check) = (join(&number), (11 - rest) % 11);
    vec![format!("{seven}-{check}"), format!("{seven}{check}"), format!("FI{seven}{check}")]
}

/// An example with other letters and digits, then with other digits only: what is the same in all may be letters.
fn like(example: &str, word: &str) -> Vec<String> {
    let d = digits(word);
    let other = |letters: bool| {
        let mut places = d.iter().cycle();
        let mut varied = 0;
        let made: String = example
            .chars()
            .map(|c| {
                let turn = |first: u8, many: u8, n: u32| char::from(first + (n as u8 + c as u8) % many);
                let made = match c {
                    '0'..='9' => places.next().map(|n| turn(b'0', 10, *n)),
                    'a'..='z' if letters => places.next().map(|n| turn(b'a', 26, *n)),
                    'A'..='Z' if letters => places.next().map(|n| turn(b'A', 26, *n)),
                    _ => None,
                };
                varied += usize::from(made.is_some());
                made.unwrap_or(c)
            })
            .collect();
        (varied >= VARIED).then_some(made)
    };
    [other(true), other(false)].into_iter().flatten().collect()
}

fn join(digits: &[u32]) -> String {
    digits.iter().map(u32::to_string).collect()
}

/// Digits that depend on a word, and are other ones for another (FNV-1a, then a multiplier of Knuth's).
fn digits(word: &str) -> [u32; 16] {
    let mut state =
        word.bytes().fold(0xcbf2_9ce4_8422_2325u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    std::array::from_fn(|_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) % 10) as u32
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(field: Field, word: &str) -> Vec<String> {
        forms(&field, IdentifierKind::ExternalId, word)
    }

    #[test]
    fn numbers_of_organisations_are_of_none_and_their_check_digits_right() {
        let (mut swedish, mut finnish) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
        for n in 0..200 {
            let word = format!("example-{n}");
            let number = of(Field { name: "orgnr".into(), ..Field::default() }, &word).swap_remove(1);
            let sum: u32 = number.chars().rev().enumerate().map(|(i, c)| luhn(i + 1, c.to_digit(10).unwrap())).sum();
            assert!(sum.is_multiple_of(10) && number.starts_with('4') && number.as_bytes()[2] >= b'2', "{number}");
            let id = of(Field { label: "Y-tunnus".into(), ..Field::default() }, &word).swap_remove(1);
            let weighed: u32 =
                id.chars().zip([7, 9, 10, 5, 8, 4, 2, 1]).map(|(c, w)| c.to_digit(10).unwrap() * w).sum();
            assert!(weighed.is_multiple_of(11) && id.starts_with('9') && id.len() == 8, "{id}");
            swedish.insert(number);
            finnish.insert(id);
        }
        assert!(swedish.len() == 200 && finnish.len() > 195);
    }

    #[test]
    fn an_address_is_made_up_too_and_holds_its_word() {
        for field in [
            Field { kind: "url".into(), label: "LinkedIn-profil".into(), ..Field::default() },
            Field { label: "Din webbplats".into(), ..Field::default() },
            Field { label: "Kotisivut".into(), ..Field::default() },
        ] {
            let made = of(field, "example-abc");
            assert_eq!(made[0], "https://example-abc.example.org/");
        }
    }

    #[test]
    fn a_password_has_a_mark_that_the_rules_beside_it_name() {
        let made = |marks: &str| {
            let field = Field { kind: "password".into(), marks: marks.into(), ..Field::default() };
            forms(&field, IdentifierKind::Password, "Lucka!7abc")
        };
        assert_eq!((&*made("")[0], &*made("!@#$%")[0]), ("Lucka!7abc", "Lucka!7abc"));
        assert_eq!((&*made("@#$")[0], &*made("-_")[0]), ("Lucka#7abc", "Lucka-7abc"));
        assert_eq!(made("").last().unwrap(), "Lucka7abc");
    }

    #[test]
    fn what_takes_digits_gets_digits() {
        let field = |label: &str, most: Option<usize>| Field {
            tag: "input".into(),
            kind: "tel".into(),
            label: label.into(),
            most,
            ..Field::default()
        };
        let first = |label: &str, most: Option<usize>| of(field(label, most), "example-abc").swap_remove(0);
        assert!(first("Kundnummer", None).len() == 10 && first("Kundnummer", Some(6)).len() == 6);
        assert_ne!(first("Kundnummer", None), of(field("Kundnummer", None), "example-abd")[0]);
        let account = forms(&field("Kontonummer", Some(12)), IdentifierKind::Iban, "SE4500012345678901234567");
        assert_eq!(account[..2], ["00012345678901234567", "0001234567"]);
    }

    #[test]
    fn a_day_of_birth_is_written_as_its_example_shows_it() {
        let made = |placeholder: &str, lang: &str| {
            let (kind, tag) = ("text".to_owned(), "input".to_owned());
            let field = Field { kind, tag, placeholder: placeholder.into(), lang: lang.into(), ..Field::default() };
            forms(&field, IdentifierKind::BirthDate, "1920-05-03").swap_remove(0)
        };
        assert_eq!((made("", "sv"), made("pp.kk.vvvv", "fi")), ("1920-05-03".into(), "03.05.1920".into()));
        assert_eq!((made("ÅÅÅÅMMDD", "sv"), made("", "fi")), ("19200503".into(), "3.5.1920".into()));
        let picked = Field { kind: "date".into(), tag: "input".into(), lang: "fi".into(), ..Field::default() };
        assert_eq!(forms(&picked, IdentifierKind::BirthDate, "1920-05-03"), ["1920-05-03"]);
    }

    #[test]
    fn an_example_is_varied_within_its_kinds_of_signs() {
        let field = |example: &str| Field { placeholder: example.into(), ..Field::default() };
        let made = of(field("AB-1234/26"), "example-abc");
        assert_eq!((made.len(), &*made[0]), (3, "example-abc"));
        let outline = |t: &str| t.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>();
        assert_eq!(outline(&made[2]), "AB-0000/00");
        assert_ne!(made[1], of(field("AB-1234/26"), "example-abd")[1]);
        assert_eq!(of(field("12"), "w"), ["w"]);
    }
}
