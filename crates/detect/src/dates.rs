//! Days as programs and people write them beside the spellings of tables/identifiers.toml: with a time, with the month in
//! letters, counted from 1970. Only a key tells a birth date among them.

use crate::normalise::Date;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Midnight in Europe is at most so many hours before that of UTC.
const HOURS_AHEAD: i64 = 4;
const LONGEST: usize = 64;

/// How months begin, in Swedish, Finnish, Norwegian, Danish, Estonian, Latvian, English, German, French, Dutch and Polish.
const MONTHS: [&[&str]; 12] = [
    &["jan", "tammi", "jaan", "sty"],
    &["feb", "helmi", "fév", "veebr", "lut"],
    &["mar", "mär", "maalis", "maart", "mrt"],
    &["apr", "avr", "huhti", "kwi"],
    &["may", "maj", "mai", "touko", "mei"],
    &["jun", "kesä", "juin", "juuni", "jūn", "cze"],
    &["jul", "heinä", "juil", "juuli", "jūl", "lip"],
    &["aug", "elo", "aoû", "sie"],
    &["sep", "syys", "wrz"],
    &["okt", "oct", "loka", "paź"],
    &["nov", "marras", "lis"],
    &["dec", "des", "dez", "déc", "joulu", "det", "gru"],
];

/// The days, written `1990-03-01`, that a value may mean.
pub(crate) fn days(value: &[u8]) -> Vec<String> {
    match value {
        _ if value.len() > LONGEST => Vec::new(),
        [b'0'..=b'9' | b'-', rest @ ..] if (7..20).contains(&rest.len()) && rest.iter().all(u8::is_ascii_digit) => {
            counted(value)
        }
        [b'0'..=b'9', _, _, _, b'-', _, _, b'-', _, _, b'T' | b' ', ..] => with_time(value),
        _ if begins_with_letters(value) => in_letters(value),
        _ => Vec::new(),
    }
}

/// Whether a word stands there, or one behind one or two digits: nearly every other value is refused by this.
fn begins_with_letters(value: &[u8]) -> bool {
    let digits = value.iter().take(3).take_while(|b| b.is_ascii_digit()).count();
    let signs = value[digits..].iter().take(3).take_while(|b| b" .-/".contains(b)).count();
    let word = &value[digits + signs..];
    let letters = word.iter().take(16).take_while(|b| b.is_ascii_alphabetic() || !b.is_ascii()).count();
    let ends = word.get(letters).is_some_and(|b| b" ,.-".contains(b) || digits > 0 && *b == b'/');
    matches!((digits, signs), (0, 0) | (1..=2, 1..=2)) && letters >= 3 && ends
}

fn text(date: Option<&Date>) -> Option<String> {
    date.filter(|d| (1850..2100).contains(&d.year)).map(|d| format!("{:04}-{:02}-{:02}", d.year, d.month, d.day))
}

/// Seconds since 1970, of a midnight, or parts of them down to a billionth.
fn counted(value: &[u8]) -> Vec<String> {
    let number: Option<i64> = std::str::from_utf8(value).ok().and_then(|text| text.parse().ok());
    let day = |seconds: i64| {
        let after = seconds.rem_euclid(DAY);
        let is_midnight = seconds % HOUR == 0 && (after == 0 || after >= DAY - HOURS_AHEAD * HOUR);
        if is_midnight { text(Date::of_days(seconds.div_euclid(DAY) + i64::from(after > 0)).as_ref()) } else { None }
    };
    // eight digits alone are a date already
    let seconds = number.filter(|n| !(10_000_000..100_000_000).contains(n));
    let parts = [1000, 1_000_000, 1_000_000_000].map(|part| number.filter(|n| n % part == 0).map(|n| n / part));
    std::iter::once(seconds).chain(parts).flatten().filter_map(day).collect()
}

/// That of a time, and the next one of an evening: a midnight in Europe, told in UTC.
fn and_next(date: Date, hour: Option<i64>) -> Vec<String> {
    let next = if hour.is_some_and(|h| (24 - HOURS_AHEAD..24).contains(&h)) { date.next() } else { None };
    [text(Some(&date)), text(next.as_ref())].into_iter().flatten().collect()
}

fn with_time(value: &[u8]) -> Vec<String> {
    let Ok(value) = std::str::from_utf8(value) else { return Vec::new() };
    // at midnight it is a spelling of the table, and before a blank a token of its own
    if !value[10..].starts_with('T') && !value[10..].starts_with(" 2") || value[10..].starts_with("T00") {
        return Vec::new();
    }
    let hour = value[11..].split(|c: char| !c.is_ascii_digit()).next().and_then(|hour| hour.parse().ok());
    Date::read(&value[..10]).map_or_else(Vec::new, |date| and_next(date, hour))
}

/// `14. maaliskuuta 1987`, `14-Mar-1987`, `March 14, 1987`, `Sat Mar 14 1987 00:00:00 GMT+0100`.
fn in_letters(value: &[u8]) -> Vec<String> {
    let Ok(value) = std::str::from_utf8(value) else { return Vec::new() };
    let words: Vec<&str> =
        value.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(6).collect();
    let Some((at, month)) = words.iter().take(3).enumerate().find_map(|(at, word)| Some((at, month(word)?))) else {
        return Vec::new();
    };
    let is_day = |word: &&str| word.len() <= 2 && word.starts_with(|c: char| c.is_ascii_digit());
    let before = at.checked_sub(1).map(|i| words[i]).filter(is_day);
    let rest = &words[at + 1..];
    let (day, rest) = match (before, rest) {
        (Some(day), rest) => (day, rest),
        (None, [day, rest @ ..]) if is_day(day) => (*day, rest),
        _ => return Vec::new(),
    };
    let date = match rest {
        [year, ..] if year.len() == 4 => Date::read(&format!("{year}-{month}-{day}")),
        _ => None,
    };
    let hour = rest.get(1).and_then(|word| word.parse().ok());
    date.map_or_else(Vec::new, |date| and_next(date, hour))
}

fn month(word: &str) -> Option<usize> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let word = word.to_lowercase();
    let of_month = |(at, beginnings): (usize, &&[&'static str])| {
        let begins = beginnings.iter().filter(|begin| word.starts_with(**begin)).map(|begin| begin.len());
        Some((begins.max()?, at + 1))
    };
    MONTHS.iter().enumerate().filter_map(of_month).max().map(|(_, month)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for written in [
            "Sat Mar 14 1987 00:00:00 GMT+0100",
            "Fri, 13 Mar 1987 23:00:00 GMT",
            "1987-03-13T23:00:00.000Z",
            "1987-03-13T22:00:00Z",
            "1987-03-14T12:00:00Z",
            "542674800000",
            "542678400",
            "542678400000",
            "542678400000000",
            "542678400000000000",
            "14 mars 1987",
            "14. maaliskuuta 1987",
            "14 March 1987",
            "14-Mar-1987",
            "March 14, 1987",
            "14. März 1987",
            "14 marca 1987",
        ] {
            assert!(days(written.as_bytes()).contains(&"1987-03-14".to_owned()), "{written}");
        }
        assert!(days(b"-86400000").contains(&"1969-12-31".to_owned()));
        assert_eq!(days("3. marraskuuta 1987".as_bytes()), ["1987-11-03"]);
        for other in
            ["542678401000", "19870314", "14 rows 1987", "market 14", "1987-03-33T00", "Mars", "31 feb 1987", "é"]
        {
            assert!(days(other.as_bytes()).is_empty(), "{other}");
        }
    }
}
