//! National identity numbers, payment cards, IBAN: checksums, and the spellings of the Swedish number.

/// The steps `pnr-12`, `pnr-10`, `pnr-10-plus` and `pnr-separator`; none where the text is no Swedish number.
pub(crate) fn swedish_spelling(step: &str, text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let fits = text.chars().all(|c| c.is_ascii_digit() || "-+ ".contains(c)) && matches!(digits.len(), 10 | 12);
    if !fits || !swedish(text) {
        return None;
    }
    let short = &digits[digits.len() - 10..];
    Some(match step {
        "pnr-10" => short.to_owned(),
        "pnr-12" if digits.len() == 12 => digits,
        "pnr-12" => format!("{}{short}", century(short, text.contains('+'))),
        // who may have turned 100: born in the 1800s, or early in the 1900s
        "pnr-10-plus" if text.contains('+') || digits.len() == 12 && *digits < *"1927" => {
            format!("{}+{}", &short[..6], &short[6..])
        }
        "pnr-10-plus" => return None,
        _ => format!("{}-{}", &digits[..digits.len() - 4], &digits[digits.len() - 4..]),
    })
}

/// SKV 704: the sign is `-` until the year one turns 100, `+` after. Without a clock: the century in which somebody
/// whose number is in use is likely born; the other reading is a needle nobody sends.
fn century(short: &str, hundred: bool) -> &'static str {
    match (hundred, &short[..2] < "27") {
        (false, true) => "20",
        (true, false) => "18",
        _ => "19",
    }
}

/// A Danish number (six and four digits) or a Latvian one (six and five) with its hyphen; none where it is neither.
pub(crate) fn dated_hyphen(text: &str) -> Option<String> {
    let bare = text.bytes().all(|b| b.is_ascii_digit());
    let danish = || dated_ddmm(text) || danish_date(text) && !swedish(text);
    let fits = bare && (text.len() == 10 && danish() || text.len() == 11 && latvian(text));
    fits.then(|| [&text[..6], "-", &text[6..]].concat())
}

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// ISO/IEC 7812-1 annex B: doubling every second digit from the right.
pub(crate) fn luhn(digits: &[u32]) -> bool {
    let sum: u32 =
        digits.iter().rev().enumerate().map(|(i, d)| if i % 2 == 0 { *d } else { d * 2 / 10 + d * 2 % 10 }).sum();
    sum.is_multiple_of(10)
}

fn is_date(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// Personnummer and samordningsnummer (day + 60), 10 or 12 digits; SKV 704, SKV 707.
pub(crate) fn swedish(text: &str) -> bool {
    let d = digits(text);
    let short = match d.len() {
        10 => &d[..],
        12 if matches!(d[0] * 10 + d[1], 18..=20) => &d[2..],
        _ => return false,
    };
    let day = short[4] * 10 + short[5];
    is_date(short[2] * 10 + short[3], if day > 60 { day - 60 } else { day }) && luhn(short)
}

/// Whether a number begins with a day and a month, as Danish ones do.
pub(crate) fn dated_ddmm(text: &str) -> bool {
    let d = digits(text);
    d.len() >= 4 && is_date(d[2] * 10 + d[3], d[0] * 10 + d[1])
}

/// The same, or of a Danish replacement number: day + 60 (CPR-kontoret, erstatningspersonnummer).
fn danish_date(text: &str) -> bool {
    let d = digits(text);
    let day = |d: &[u32]| d[0] * 10 + d[1];
    d.len() >= 4 && is_date(d[2] * 10 + d[3], if day(&d) > 60 { day(&d) - 60 } else { day(&d) })
}

/// Whether a number of ten digits begins with a date as Swedish ones do.
pub(crate) fn dated_yymm(text: &str) -> bool {
    let d = digits(text);
    d.len() >= 6 && is_date(d[2] * 10 + d[3], (d[4] * 10 + d[5]) % 60)
}

/// Six digits, a century sign, three digits, a check sign.
pub(crate) fn finnish_shape(text: &str) -> bool {
    let t = text.as_bytes();
    t.len() == 11 && t[..6].iter().chain(&t[7..10]).all(u8::is_ascii_digit) && !t[6].is_ascii_digit()
}

/// Henkilötunnus: `ddmmyyCzzzQ`; century signs since 2023 by decree 690/2022.
pub(crate) fn finnish(text: &str) -> bool {
    let c: Vec<char> = text.to_uppercase().chars().collect();
    let [.., sign, z1, z2, z3, check] = c[..] else { return false };
    if c.len() != 11 || !"+-YXWVUABCDEF".contains(sign) {
        return false;
    }
    let number: String = c[..6].iter().chain([&z1, &z2, &z3]).collect();
    let Ok(n) = number.parse::<u32>() else { return false };
    let d = digits(&number);
    let check_signs = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    is_date(d[2] * 10 + d[3], d[0] * 10 + d[1]) && check_signs[(n % 31) as usize] as char == check
}

fn weighted(d: &[u32], weights: &[u32]) -> u32 {
    d.iter().zip(weights).map(|(d, w)| d * w).sum()
}

/// Fødselsnummer and D-number (day + 40), two check digits; numbers set aside for tests have 40 or 80 added to the month;
/// Skatteetaten.
pub(crate) fn norwegian(text: &str) -> bool {
    let d = digits(text);
    if d.len() != 11 {
        return false;
    }
    let day = d[0] * 10 + d[1];
    let month = d[2] * 10 + d[3];
    // 41 to 52 and 81 to 92
    let month = if month > 40 { month % 40 } else { month };
    is_date(month, if day > 40 { day - 40 } else { day })
        && (weighted(&d, &[3, 7, 6, 1, 8, 9, 4, 5, 2]) + d[9]).is_multiple_of(11)
        && (weighted(&d, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) + d[10]).is_multiple_of(11)
}

/// CPR number with the modulus 11 check (dropped for some numbers since 2007: those are not recognised).
pub(crate) fn danish(text: &str) -> bool {
    dated_cpr(text) && weighted(&digits(text), &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

/// A date and four digits, as CPR numbers are whether they have the check or not.
pub(crate) fn dated_cpr(text: &str) -> bool {
    digits(text).len() == 10 && danish_date(text)
}

/// Estonian isikukood and Lithuanian asmens kodas: the same scheme (EVS 585).
pub(crate) fn baltic(text: &str) -> bool {
    let d = digits(text);
    if d.len() != 11 || !(1..=8).contains(&d[0]) || !is_date(d[3] * 10 + d[4], d[5] * 10 + d[6]) {
        return false;
    }
    let mut check = weighted(&d, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
    if check == 10 {
        check = weighted(&d, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10;
    }
    check == d[10]
}

/// Latvian personas kods in its old form (ddmmyyczzzq); the new `32…` numbers carry no date and the same check.
pub(crate) fn latvian(text: &str) -> bool {
    let d = digits(text);
    if d.len() != 11 {
        return false;
    }
    let dated = is_date(d[2] * 10 + d[3], d[0] * 10 + d[1]) || (d[0] == 3 && (2..=9).contains(&d[1]));
    let sum = weighted(&d, &[1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11;
    dated && (1101 - sum) % 11 % 10 == d[10] && (1101 - sum) % 11 != 10
}

/// Those of eleven digits that Latvia gives out since 2017 and that have no check digit.
pub(crate) fn is_new_latvian(text: &str) -> bool {
    let d = digits(text);
    d.len() == 11 && d[0] == 3 && (2..=9).contains(&d[1]) && !latvian(text) && !baltic(text)
}

/// Whether a number can be somebody's who lives in `country` (ISO 3166-1 alpha-2, where it is known). A number in the
/// shape of one of ours has to pass its check or that of another country; other numbers are taken as they are.
pub(crate) fn plausible(value: &str, country: Option<&str>) -> bool {
    let ours = ["SE", "FI", "NO", "DK", "EE", "LV", "LT"];
    let letters = value.chars().filter(|c| c.is_alphanumeric()).count();
    if letters < 5 || country.is_some_and(|c| !ours.contains(&c)) {
        return letters >= 5;
    }
    let number: String = value.chars().filter(char::is_ascii_digit).collect();
    let bare = value.chars().all(|c| c.is_ascii_digit() || "-+ ".contains(c));
    // only Swedish and Finnish ones say `+`
    let danish = |value: &str| danish(value) && !value.contains('+');
    let checked = || [swedish, finnish, norwegian, baltic, latvian].iter().any(|check| check(value)) || danish(value);
    let in_finland = country == Some("FI");
    match number.len() {
        12 if bare && matches!(&number[..2], "18" | "19" | "20") => swedish(value),
        _ if finnish_shape(value) && (!bare || in_finland) => checked(),
        // Danish numbers since 2007 have a date and need no check digit
        10 if bare && country == Some("DK") => danish_date(value) || checked(),
        10 if bare && country.is_some() => checked() || !dated_yymm(value),
        10 if bare => checked() || dated_ddmm(value) && !value.contains('+') || !dated_yymm(value),
        // one digit too few or too many
        11 | 13 if bare && country == Some("SE") && dated_century(&number) => {
            checked() || number.len() == 11 && foreign_11(&number)
        }
        11 if bare && dated_11(&number) => checked() || foreign_11(&number),
        _ => true,
    }
}

/// Whether a number begins with a year of four digits, a month and a day.
fn dated_century(number: &str) -> bool {
    let d = digits(number);
    let day = d[6] * 10 + d[7];
    matches!(d[0] * 10 + d[1], 19 | 20) && is_date(d[4] * 10 + d[5], if day > 60 { day - 60 } else { day })
}

/// Whether eleven digits have their date where Estonian, Lithuanian, Norwegian or Latvian numbers have it.
fn dated_11(number: &str) -> bool {
    let d = digits(number);
    let (day, month) = (d[0] * 10 + d[1], d[2] * 10 + d[3]);
    let baltic = (1..=8).contains(&d[0]) && is_date(d[3] * 10 + d[4], d[5] * 10 + d[6]);
    baltic || is_date(month, if day > 40 { day - 40 } else { day })
}

/// Numbers of eleven digits of other countries, by their check digits: Poland, Belgium, Croatia and Germany, Turkey, Brazil.
fn foreign_11(number: &str) -> bool {
    let d = digits(number);
    let pesel = (weighted(&d, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) + d[10]).is_multiple_of(10);
    let value = |digits: &[u32]| digits.iter().fold(0u64, |n, d| n * 10 + u64::from(*d));
    let rest = value(&d[9..]);
    let belgian = [0, 2_000_000_000].iter().any(|born| 97 - (value(&d[..9]) + born) % 97 == rest);
    // ISO/IEC 7064, MOD 11,10
    let pair = d[..10].iter().fold(10, |product, digit| match (product + digit) % 10 {
        0 => 9,
        sum => sum * 2 % 11,
    });
    let hybrid = (11 - pair) % 10 == d[10];
    let odd: u32 = d[..9].iter().step_by(2).sum();
    let even: u32 = d[1..8].iter().step_by(2).sum();
    let turkish = (odd * 7 + 100 - even) % 10 == d[9] && (d[..10].iter().sum::<u32>()) % 10 == d[10];
    let mod_11 = |digits: &[u32], first: u32| {
        let sum: u32 = digits.iter().zip((2..=first).rev()).map(|(d, w)| d * w).sum();
        sum * 10 % 11 % 10
    };
    let brazilian = mod_11(&d[..9], 10) == d[9] && mod_11(&d[..10], 11) == d[10];
    pesel || belgian || hybrid || turkish || brazilian
}

/// Payment card number: 13–19 digits, Luhn, a first digit that is issued; ISO/IEC 7812-1.
pub(crate) fn card(text: &str) -> bool {
    let d = digits(text);
    let varied = d.iter().any(|x| *x != d[0]);
    (13..=19).contains(&d.len()) && matches!(d[0], 2..=6) && varied && luhn(&d)
}

/// ISO 13616: country, two check digits, modulus 97.
pub(crate) fn iban(text: &str) -> bool {
    let t: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let shape = (15..=34).contains(&t.len())
        && t.iter().all(char::is_ascii_alphanumeric)
        && t[..2].iter().all(char::is_ascii_uppercase)
        && t[2..4].iter().all(char::is_ascii_digit);
    if !shape {
        return false;
    }
    t[4..].iter().chain(&t[..4]).fold(0u32, |rest, c| {
        let v = c.to_digit(36).unwrap_or(0);
        if v > 9 { (rest * 100 + v) % 97 } else { (rest * 10 + v) % 97 }
    }) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Published sample numbers of the authorities and standards, and the same with one digit changed.
    #[test]
    fn samples_hold_and_a_changed_digit_does_not() {
        type Check = fn(&str) -> bool;
        let samples: [(Check, &str, &str); 12] = [
            (swedish, "640823-3234", "640823-3235"),
            (swedish, "19640823-3234", "19640823-3244"),
            (swedish, "701063-2391", "701063-2392"),
            (finnish, "131052-308T", "131052-308U"),
            (finnish, "010594Y9032", "010594Y9033"),
            (norwegian, "01010750160", "01010750161"),
            (norwegian, "01810700021", "01010750161"),
            (danish, "070761-4285", "070761-4286"),
            (baltic, "37605030299", "37605030298"),
            (latvian, "161175-19997", "161175-19998"),
            (card, "4111 1111 1111 1111", "4111 1111 1111 1112"),
            (iban, "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 33"),
        ];
        for (check, good, bad) in samples {
            assert!(check(good), "{good}");
            assert!(!check(bad), "{bad}");
        }
    }

    #[test]
    fn a_number_in_the_shape_of_one_of_ours_has_to_pass_a_check() {
        let dk = Some("DK");
        for (value, country) in [
            ("690863-4002", dk),
            ("690863-4002", None),
            ("690863-4003", dk),
            ("010180-1234", dk),
            ("640823-3234", dk),
            ("010180-1234", None),
            ("131052-308T", Some("FI")),
            ("37605030299", Some("EE")),
            ("37605030299", None),
            ("44051401359", None),
            ("85073003328", None),
            ("69435151530", None),
            ("10000000146", None),
            ("52998224725", None),
            ("640823-3235", Some("PL")),
            ("38803309913", Some("PL")),
            ("AB-12345", None),
            ("1985030723844", None),
            ("2001985500011", Some("SE")),
        ] {
            assert!(plausible(value, country), "{value} {country:?}");
        }
        for (value, country) in [
            ("640823-3235", None),
            ("640823-3235", Some("SE")),
            ("240671-9189", Some("FI")),
            ("131052-308U", Some("FI")),
            ("131052-308U", None),
            ("38803309913", Some("EE")),
            ("38803309913", None),
            ("01010750161", Some("NO")),
            ("993280-1234", dk),
            ("12", None),
            ("101224+2383", None),
            ("19850307239", Some("SE")),
            ("1985030723844", Some("SE")),
        ] {
            assert!(!plausible(value, country), "{value} {country:?}");
        }
    }

    #[test]
    fn spellings_need_a_valid_number() {
        assert_eq!(swedish_spelling("pnr-12", "640823-3235"), None);
        assert_eq!(swedish_spelling("pnr-12", "640823+3234").as_deref(), Some("186408233234"));
        assert_eq!(swedish_spelling("pnr-12", "121212+1212").as_deref(), Some("191212121212"));
        assert_eq!(swedish_spelling("pnr-10-plus", "191212121212").as_deref(), Some("121212+1212"));
        assert_eq!(swedish_spelling("pnr-10-plus", "19640823-3234"), None);
    }
}
