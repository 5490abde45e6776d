use super::*;

fn labelled(label: &str) -> Field {
    Field { label: label.into(), ..Field::default() }
}

#[test]
fn the_table_keeps_its_promises() {
    for (n, row) in TABLE.kind.iter().enumerate() {
        assert!(!row.examples.is_empty() && !row.words.is_empty(), "row {n}");
        for example in &row.examples {
            assert_eq!(kind_of(&labelled(example)), Some(row.kind), "{example}");
        }
        for counter in row.counter.iter().filter(|_| row.kind != IdentifierKind::Address) {
            assert_ne!(kind_of(&labelled(counter)), Some(row.kind), "{counter}");
        }
    }
}

#[test]
fn a_field_is_known_by_whatever_it_says() {
    let field = |f: fn(&mut Field)| {
        let mut field = Field::default();
        f(&mut field);
        recognise(&field).map(|(k, r)| (k, r.as_str() == "user"))
    };
    use IdentifierKind::*;
    assert_eq!(field(|f| f.kind = "email".into()), Some((Email, true)));
    assert_eq!(field(|f| f.autocomplete = "section-a shipping tel".into()), Some((Phone, true)));
    assert_eq!(field(|f| f.name = "guest[mobile]".into()), Some((Phone, false)));
    assert_eq!(field(|f| f.placeholder = "Etunimi".into()), Some((GivenName, true)));
    assert_eq!(field(|f| f.kind = "password".into()), Some((Password, true)));
    assert_eq!(field(|f| f.label = "Meddelande".into()), None);
}

#[test]
fn a_nameless_field_is_known_by_its_example_and_a_message_takes_anything() {
    let example = |text: &str| kind_of(&Field { placeholder: text.into(), ..Field::default() });
    assert_eq!(example("19850713-1234"), Some(IdentifierKind::NationalId));
    assert_eq!(example("namn@foretag.example"), Some(IdentifierKind::Email));
    assert_eq!(example("070-123 45 67"), Some(IdentifierKind::Phone));
    assert_eq!((example("123 45"), example("@kim"), example("Skriv här")), (None, None, None));
    let tagged = |tag: &str, name: &str| Field { tag: tag.into(), name: name.into(), ..Field::default() };
    assert!(is_free(&tagged("textarea", "message")) && is_free(&tagged("input", "field_17")));
    assert!(is_free(&Field { kind: "search".into(), ..tagged("input", "q") }) && !is_free(&tagged("select", "x")));
    assert!(!is_free(&tagged("input", "captcha")) && is_riddle(&labelled("Captcha")));
}

#[test]
fn what_is_asked_for_again_says_so() {
    for label in ["Upprepa e-post", "Toista sähköposti", "Confirm e-mail", "E-post igen", "Gentag e-mail"] {
        assert!(is_again(&labelled(label)), "{label}");
    }
    assert!(!is_again(&labelled("E-post")) && is_again(&Field { name: "emailConfirm".into(), ..Field::default() }));
    assert_eq!(shape_of(&labelled("Y-tunnus")), Some(Shape::FiOrganisation));
    assert!(changes_page(&labelled("Språk")) && !changes_page(&labelled("Diagnos")));
    let amid = |label: &str| Field { amid: true, ..labelled(label) };
    assert!(!changes_page(&amid("Språk")) && changes_page(&amid("Sortera")));
}

#[test]
fn masks_may_reshape_what_was_typed_but_not_cut_it() {
    assert!(is_kept("070-174 06 05", "+46 70 174 06 05") && !is_kept("981115+9981", "981115-9981"));
    assert!(is_kept("070-174 06 05", "0701740605") && is_kept("Kim@Example.org", "kim@example.org"));
    assert!(!is_kept("070-174 06 05", "070-174 0") && !is_kept("Kim@example.org", ""));
}

#[test]
fn a_whole_name_is_told_from_its_parts() {
    let whole = |label: &str, name: &str, autocomplete: &str| {
        is_whole_name(&Field { name: name.into(), autocomplete: autocomplete.into(), ..labelled(label) })
    };
    for label in ["Ditt namn", "Vårdtagarens namn", "Lapsen nimi", "Koko nimi", "För- och efternamn", "Full name"] {
        assert!(whole(label, "", ""), "{label}");
    }
    assert!(whole("", "", "name") && whole("Nimi", "x", "section-a name"));
    assert!(!whole("Efternamn", "name", "") && !whole("Etunimi", "", "") && !whole("", "", "family-name"));
}

#[test]
fn a_label_says_more_than_a_name_and_than_what_switches_filling_off() {
    use IdentifierKind::*;
    let of = |label: &str, name: &str, autocomplete: &str| {
        let kind = "text".to_owned();
        kind_of(&Field { name: name.into(), autocomplete: autocomplete.into(), kind, ..labelled(label) })
    };
    assert_eq!(of("Postnummer", "pnr", ""), Some(PostalCode));
    assert_eq!((of("Wohnort", "w", "new-password"), of("Ort", "ort", "current-password")), (Some(City), Some(City)));
    assert_eq!(of("Namn", "firstname", ""), Some(GivenName));
    assert_eq!(of("Uppgift", "pnr", ""), Some(NationalId));
    assert_eq!(of("Lösenord", "x", "new-password"), Some(Password));
}

#[test]
fn a_label_says_more_than_username() {
    let username = |label: &str, name: &str| {
        let field = Field { autocomplete: "username".into(), name: name.into(), ..labelled(label) };
        kind_of(&field)
    };
    use IdentifierKind::*;
    assert_eq!(username("E-post eller personnummer", "uid"), Some(Email));
    assert_eq!(username("Personnummer", "username"), Some(NationalId));
    assert_eq!(username("Användarnamn", "u"), Some(ExternalId));
    assert_eq!(username("", "u"), Some(ExternalId));
    assert_eq!(kind_of(&Field { name: "username".into(), ..labelled("Sähköposti") }), Some(Email));
}

/// `type=tel` brings a keypad up: what the field wants its words say.
#[test]
fn a_keypad_makes_no_telephone_number() {
    use IdentifierKind::*;
    let of = |label: &str, placeholder: &str, name: &str, autocomplete: &str| {
        let [placeholder, name, autocomplete] = [placeholder, name, autocomplete].map(str::to_owned);
        let (tag, kind) = ("input".to_owned(), "tel".to_owned());
        Field { tag, kind, placeholder, name, autocomplete, ..labelled(label) }
    };
    let filler = |field: &Field| fillers(field).first().copied().unwrap_or_default();
    for (label, placeholder, name, kind) in [
        ("Personnummer", "ååååmmddnnnn", "pnr", NationalId),
        ("", "131052-308T", "a", NationalId),
        ("", "", "pnr", NationalId),
        ("Postnummer", "", "", PostalCode),
        ("Syntymäaika", "pp.kk.vvvv", "", BirthDate),
        ("Organisationsnummer", "", "", ExternalId),
        ("Y-tunnus", "", "", ExternalId),
        ("Kundnummer", "", "phone", ExternalId),
        ("Kontonummer", "", "", Iban),
        ("Mobil", "", "kod", Phone),
        ("Telefon eller personnummer", "", "", Phone),
        ("E-post eller mobil", "", "", Phone),
        ("Ring mig på", "070-123 45 67", "", Phone),
        ("Ring mig på", "", "username", Phone),
        ("Country code", "", "", Phone),
        ("", "", "", Phone),
    ] {
        assert_eq!(kind_of(&of(label, placeholder, name, "")), Some(kind), "{label} {placeholder} {name}");
    }
    for (label, autocomplete, value) in [
        ("Kod från SMS", "one-time-code", "738214"),
        ("", "one-time-code", "738214"),
        ("Please enter your pin code", "", "738214"),
        ("Vahvistuskoodi", "", "738214"),
        ("CVC", "", "738"),
        ("Giltigt till (MM/ÅÅ)", "cc-exp", "12/30"),
        ("Antal personer", "", "1"),
        ("Mätarställning", "", "7382"),
        ("Belopp (kr)", "", "1"),
        ("Ålder", "", "42"),
        ("Clearingnummer", "", "7382"),
    ] {
        let field = of(label, "", "", autocomplete);
        assert_eq!((kind_of(&field), filler(&field)), (None, value), "{label} {autocomplete}");
    }
    assert_eq!(kind_of(&of("Kortnummer", "", "", "cc-number")), Some(Card));
    let off = of("Mobilnummer", "", "", "one-time-code");
    assert_eq!(kind_of(&off), Some(Phone), "it only switches filling off");
    assert_eq!(kind_of(&labelled("SMS-kod")), None);
}

#[test]
fn what_hides_what_is_typed_may_hide_a_number() {
    use IdentifierKind::*;
    let of = |label: &str, placeholder: &str, most: Option<usize>| {
        let (tag, kind) = ("input".to_owned(), "password".to_owned());
        let field = Field { tag, kind, placeholder: placeholder.into(), most, ..labelled(label) };
        (kind_of(&field), fillers(&field).first().copied().unwrap_or_default())
    };
    for (label, placeholder, most, kind) in [
        ("Personnummer", "ååååmmddnnnn", None, NationalId),
        ("Henkilötunnus", "", None, NationalId),
        ("", "ÅÅMMDD-XXXX", None, NationalId),
        ("Kortnummer", "", None, Card),
        ("Lösenord (ej personnummer)", "", None, Password),
        ("Lösenord", "8 tecken", None, Password),
        ("E-post", "", None, Password),
        ("Kod", "", None, Password),
        ("", "", None, Password),
    ] {
        assert_eq!(of(label, placeholder, most), (Some(kind), ""), "{label} {placeholder}");
    }
    assert_eq!((of("PIN-kod", "", Some(4)).0, of("CVC", "", Some(3))), (None, (None, "738")));
}

#[test]
fn the_word_for_a_national_id_names_its_country() {
    for (label, country) in [
        ("Henkilötunnus", Some("FI")),
        ("HETU", Some("FI")),
        ("Personbeteckning", Some("FI")),
        ("Fødselsnummer (11 siffer)", Some("NO")),
        ("D-nummer", Some("NO")),
        ("CPR-nr.", Some("DK")),
        ("Personnummer (CPR)", Some("DK")),
        ("Samordningsnummer", Some("SE")),
        ("Personnummer", None),
        ("Telefon", None),
    ] {
        assert_eq!(named_country(&labelled(label)), country, "{label}");
    }
}

#[test]
fn boxes_of_a_code_take_a_sign_each() {
    let code = |n: usize, label: &str| Field {
        n,
        tag: "input".into(),
        kind: "tel".into(),
        autocomplete: "one-time-code".into(),
        ..labelled(label)
    };
    let most = |mut fields: Vec<Field>| {
        tell_boxes(&mut fields);
        fields.into_iter().map(|f| f.most).collect::<Vec<_>>()
    };
    assert_eq!(most((0..4).map(|n| code(n, "Please enter your pin code")).collect()), [Some(1); 4]);
    assert_eq!(most((0..4).map(|n| code(n, &format!("Siffra {n}"))).collect()), [Some(1); 4]);
    assert_eq!(most(vec![code(0, "Kod")]), [None]);
    let phones = (0..4).map(|n| Field { autocomplete: String::new(), ..code(n, "Telefon") });
    assert_eq!(most(phones.collect()), [None; 4]);
}
