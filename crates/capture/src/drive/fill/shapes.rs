//! Made-up words in the form a field asks for.

use super::numbers::over_a_hundred;
use crate::drive::fields::{Field, Shape, shape_of};
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
        IdentifierKind::ExternalId => [word.to_owned()].into_iter().chain(like(&field.placeholder, word)).collect(),
        _ => vec![word.to_owned()],
    }
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

/// The country whose national ids the example beside a field is one of: `131052-308T`, `ppkkvv-xxxx`, `ååååmmdd-nnnn`.
pub(super) fn country_of(field: &Field) -> Option<&'static str> {
    let texts = [&field.placeholder, &field.described, &field.title, &field.label];
    texts.into_iter().flat_map(|text| text.split_whitespace()).find_map(id_country)
}

fn id_country(word: &str) -> Option<&'static str> {
    const FINNISH: [&str; 3] = ["ppkkvv", "ddmmåå", "ddmmyy"];
    const SWEDISH: [&str; 6] = ["ååååmmdd", "ååmmdd", "yyyymmdd", "yymmdd", "vvvvkkpp", "vvkkpp"];
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    // After the day of birth comes the sign of its century, then what tells people apart.
    let parted = |mask: &&str| word.strip_prefix(*mask).is_some_and(|rest| rest.starts_with(['-', '+', 'a']));
    if FINNISH.iter().any(parted) {
        return Some("FI");
    }
    if SWEDISH.iter().any(|mask| word.starts_with(mask) && word.len() > mask.len()) {
        return Some("SE");
    }
    let signs: Vec<char> = word.chars().collect();
    let number = |from: usize| signs[from..from + 2].iter().filter_map(|c| c.to_digit(10)).fold(0, |n, d| n * 10 + d);
    let are_digits = |range: std::ops::Range<usize>| signs[range].iter().all(char::is_ascii_digit);
    let day = |day: usize, month: usize| (1..=31).contains(&number(day)) && (1..=12).contains(&number(month));
    match signs.len() {
        11 if are_digits(0..6) && are_digits(7..10) => {
            let sign = "-+abcdefuvwxy".contains(signs[6]);
            let swedish = are_digits(10..11) && "-+".contains(signs[6]) && day(4, 2);
            match (swedish, sign && day(0, 2)) {
                (true, _) => Some("SE"),
                (false, true) => Some("FI"),
                _ => None,
            }
        }
        13 if are_digits(0..8) && "-+".contains(signs[8]) && are_digits(9..13) && day(6, 4) => Some("SE"),
        12 if are_digits(0..12) && ["18", "19", "20"].contains(&&word[..2]) && day(6, 4) => Some("SE"),
        _ => None,
    }
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
    fn an_example_of_a_national_id_tells_its_country() {
        for (said, country) in [
            ("Esim. 131052-308T", Some("FI")),
            ("131052A308T", Some("FI")),
            ("Henkilötunnus on muotoa ppkkvv-xxxx", Some("FI")),
            ("(ddmmåå-xxxx)", Some("FI")),
            ("t.ex. 850713-1234", Some("SE")),
            ("19850713-1234", Some("SE")),
            ("198507131234", Some("SE")),
            ("ÅÅÅÅMMDD-NNNN", Some("SE")),
            ("muodossa vvvvkkpp-xxxx", Some("SE")),
            ("311285-1234", Some("FI")),
            ("pp.kk.vvvv", None),
            ("ÅÅMMDD", None),
            ("0401234567", None),
            ("kundnummer 123456-7890", None),
        ] {
            let field = Field { described: said.into(), ..Field::default() };
            assert_eq!(country_of(&field), country, "{said}");
        }
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
