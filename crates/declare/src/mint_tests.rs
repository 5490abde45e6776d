use super::*;
use facts::Consent;

fn wanted(kind: IdentifierKind, spelling: usize) -> CanaryRequest {
    CanaryRequest {
        role: "end-user".into(),
        kind,
        journey: "invite".into(),
        consent: Consent::None,
        field: "#phone".into(),
        page: "https://app.mote.example/invite".into(),
        lang: String::new(),
        named: None,
        example: None,
        step: Some("change #phone".into()),
        spelling,
    }
}

fn many(seed: u64, kind: IdentifierKind, n: usize) -> Vec<String> {
    let mut mint = CanaryMint::new(seed);
    (0..n).map(|i| mint.mint(&wanted(kind, i % 2)).value).collect()
}

#[test]
fn the_same_seed_gives_the_same_canaries_and_another_seed_others() {
    for kind in IdentifierKind::ALL {
        assert_eq!(many(7, kind, 20), many(7, kind, 20), "{kind:?}");
        assert_ne!(many(7, kind, 20), many(8, kind, 20), "{kind:?}");
    }
}

#[test]
fn no_value_is_made_twice_whatever_its_case_or_spelling() {
    for kind in IdentifierKind::ALL {
        let mut seen = BTreeSet::new();
        for value in many(3, kind, 1500) {
            let digits: String = value.chars().filter(char::is_ascii_digit).collect();
            let core = if kind == IdentifierKind::Phone {
                digits.trim_start_matches(['0', '4', '6']).to_owned()
            } else {
                value.to_lowercase()
            };
            assert!(seen.insert(core), "{kind:?} repeats");
        }
    }
}

#[test]
fn an_email_is_at_a_reserved_domain_in_two_spellings() {
    for (i, value) in many(1, IdentifierKind::Email, 60).into_iter().enumerate() {
        let domain = value.rsplit('@').next().expect("domain");
        assert!(["example.com", "example.net", "example.org"].contains(&domain), "{domain}");
        assert_eq!(value == value.to_lowercase(), i % 2 == 1, "{value}");
        assert!(value.is_ascii() && value.len() > 20);
    }
}

#[test]
fn a_phone_is_from_numbers_set_aside_for_fiction() {
    let values = many(11, IdentifierKind::Phone, 3000);
    assert!(values[0].starts_with("070-174 06 ") && values[1].starts_with("+46 70 174 06 "));
    for value in &values {
        let last = value[value.len() - 2..].parse::<u32>().expect("digits");
        let swedish = (value.starts_with("070-174 06 ") || value.starts_with("+46 70 174 06 ")) && last >= 5;
        let british = value.starts_with("07700 900") || value.starts_with("+44 7700 900");
        let american = value.contains(") 555-01") || value.contains(" 555 01");
        assert!(swedish || british || american, "{value}");
    }
}

#[test]
fn a_name_is_letters_only_and_the_second_spelling_is_plain() {
    for (i, value) in many(5, IdentifierKind::GivenName, 100).into_iter().enumerate() {
        assert!(value.chars().all(char::is_alphabetic) && value.chars().count() >= 9, "{value}");
        assert!(i % 2 == 0 || value.is_ascii(), "{value}");
    }
    assert!(many(5, IdentifierKind::FamilyName, 100).iter().any(|v| !v.is_ascii()));
}

#[test]
fn numbers_carry_right_check_digits() {
    for card in many(2, IdentifierKind::Card, 50) {
        let sum: u32 = card
            .bytes()
            .rev()
            .enumerate()
            .map(|(i, b)| u32::from(b - b'0') * (1 + i as u32 % 2))
            .map(|d| d / 10 + d % 10)
            .sum();
        assert_eq!((card.len(), sum % 10), (16, 0));
    }
    for iban in many(2, IdentifierKind::Iban, 50) {
        let turned = format!("{}2814{}", &iban[4..], &iban[2..4]);
        assert_eq!((iban.len(), turned.bytes().fold(0u32, |r, d| (r * 10 + u32::from(d - b'0')) % 97)), (24, 1));
    }
}

#[test]
fn a_national_id_is_one_nobody_is_given() {
    for id in many(4, IdentifierKind::NationalId, 50) {
        let digits = id.replace('-', "");
        assert!(digits.starts_with("189") && ["98", "99"].contains(&&digits[8..10]), "{id}");
        assert!(digits.ends_with(luhn(&digits[2..11])) && digits.len() == 12, "{id}");
        assert!(id.len() == 12 || id.as_bytes()[8] == b'-', "{id}");
    }
    // The digits of the Tax Agency's leaflet on personal identity numbers: 811218-9876.
    assert_eq!(luhn("811218987"), '6');
}

#[test]
fn a_finnish_page_gets_a_finnish_code_that_nobody_is_given() {
    let mut mint = CanaryMint::new(4);
    for _ in 0..50 {
        let page = "https://varaus.example.fi/aika".to_owned();
        let id = mint.mint(&CanaryRequest { page, ..wanted(IdentifierKind::NationalId, 0) }).value;
        assert_eq!((id.len(), &id[6..8]), (11, "-9"), "{id}");
        assert!(id.ends_with(check_character(&format!("{}{}", &id[..6], &id[7..10]))), "{id}");
    }
    // Fictitious persons of the Finnish register office's test list: 010594Y9032, 020594X903P.
    assert_eq!((check_character("010594903"), check_character("020594903")), ('2', 'P'));
}

/// Born before 1861, and in no register: those of Denmark and Norway begin in the 1960s.
#[test]
fn danish_and_norwegian_numbers_are_of_the_nineteenth_century_and_checked() {
    let weighed = |id: &str, weights: &[u32]| {
        let digits = id.chars().filter_map(|c| c.to_digit(10));
        digits.zip(weights).map(|(d, w)| d * w).sum::<u32>() % 11
    };
    // Examples of the libraries that publish the rules: python-stdnum's cpr and fodselsnummer.
    assert_eq!(weighed("211062-5629", &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]), 0);
    assert_eq!(weighed("15108695088", &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]), 0);
    let mut mint = CanaryMint::new(9);
    let mut made = |named: &str, page: &str| {
        let (named, page) = (Some(named.to_owned()).filter(|n| !n.is_empty()), page.to_owned());
        mint.mint(&CanaryRequest { named, page, ..wanted(IdentifierKind::NationalId, 0) }).value
    };
    for _ in 0..300 {
        for id in [made("DK", "https://a.example.se/"), made("", "https://a.example.dk/")] {
            assert_eq!((id.len(), weighed(&id, &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1])), (11, 0), "{id}");
            assert!(["58", "59", "60"].contains(&&id[4..6]) && "5678".contains(&id[7..8]), "{id}");
        }
        for id in [made("NO", "https://a.example.se/"), made("", "https://a.example.no/")] {
            let checks =
                [weighed(&id, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]), weighed(&id, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])];
            assert_eq!((id.len(), checks), (11, [0, 0]), "{id}");
            assert!(
                ["55", "56", "57", "58"].contains(&&id[4..6]) && (500..750).contains(&id[6..9].parse().unwrap()),
                "{id}"
            );
        }
    }
    // The field's own word decides against host and example.
    let finnish = made("FI", "https://a.example.no/");
    assert_eq!((finnish.len(), &finnish[6..8]), (11, "-9"));
}

#[test]
fn the_example_beside_a_field_tells_the_country_of_its_ids() {
    let mut mint = CanaryMint::new(4);
    let mut made = |host: &str, example: &str| {
        let (page, example) = (format!("https://{host}/x"), Some(example.to_owned()));
        mint.mint(&CanaryRequest { page, example, ..wanted(IdentifierKind::NationalId, 0) }).value
    };
    let id = made("ansokan.example.se", "FI");
    assert_eq!((id.len(), &id[6..8]), (11, "-9"), "{id}");
    assert!(made("hakemus.example.fi", "SE").starts_with("189"));
    // A Danish number looks like a Finnish one.
    assert!(made("bestil.example.dk", "FI")[4..].starts_with(['5', '6']));
}

#[test]
fn a_password_is_what_rules_for_passwords_want() {
    for password in many(6, IdentifierKind::Password, 50) {
        let has = |f: fn(char) -> bool| password.chars().any(f);
        assert!(has(char::is_uppercase) && has(char::is_lowercase) && has(|c| c.is_ascii_digit()), "{password}");
        assert!(has(|c| "!@#$%".contains(c)) && (12..=16).contains(&password.len()), "{password}");
    }
}

#[test]
fn the_language_tells_the_country_where_the_host_does_not() {
    let mut mint = CanaryMint::new(4);
    let mut made = |host: &str, lang: &str| {
        let (page, lang) = (format!("https://{host}/x"), lang.to_owned());
        mint.mint(&CanaryRequest { page, lang, ..wanted(IdentifierKind::NationalId, 0) })
    };
    for (host, lang, country, finnish) in [
        ("varaus.example", "fi-FI", Some("FI"), true),
        ("bokning.example.se", "fi", Some("SE"), false),
        ("bokning.example.fi", "sv", Some("FI"), true),
        ("bestil.example", "da", Some("DK"), false),
        ("bestill.example", "nb-NO", Some("NO"), false),
        ("boka.example", "sv", None, false),
    ] {
        let canary = made(host, lang);
        let is_finnish = canary.value.len() == 11 && &canary.value[6..8] == "-9";
        assert_eq!((canary.country.as_deref(), is_finnish), (country, finnish), "{host} {lang}");
    }
}

#[test]
fn a_canary_names_where_it_was_typed() {
    let canary = CanaryMint::new(1).mint(&wanted(IdentifierKind::Phone, 0));
    assert_eq!((canary.id.as_str(), canary.role.as_str(), canary.field.as_str()), ("c01", "end-user", "#phone"));
    assert_eq!(
        (canary.journey.as_str(), canary.consent, canary.step.as_deref()),
        ("invite", Consent::None, Some("change #phone"))
    );
}
