//! Whose national id an example beside a field is.

use super::fields::Field;

/// The country whose national ids the example beside a field is one of: `131052-308T`, `ppkkvv-xxxx`, `ååååmmdd-nnnn`.
pub fn country_of(field: &Field) -> Option<&'static str> {
    let texts = [&field.placeholder, &field.described, &field.title, &field.label];
    texts.into_iter().find_map(|text| shown_country(text))
}

pub fn shown_country(text: &str) -> Option<&'static str> {
    text.split_whitespace().find_map(id_country)
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
