//! Bodies in the character set that the request names.

use super::*;

#[test]
fn names_are_read_in_the_character_set_of_the_request() {
    let csv = "id,given_name,family_name,city\na,Šarūnas,Žemaitis,Kėdainiai\nb,Łukasz,Wiśniewski,Poznań\nc,太郎,佐藤康,東京都\n";
    for (charset, family) in [
        ("windows-1257", "Žemaitis"),
        ("ISO-8859-13", "Žemaitis"),
        ("iso-8859-4", "Žemaitis"),
        ("windows-1250", "Wiśniewski"),
        ("\"iso-8859-2\"", "Wiśniewski"),
        ("Shift_JIS", "佐藤康"),
        ("euc-jp", "佐藤康"),
    ] {
        let encoding = encoding_rs::Encoding::for_label(charset.trim_matches('"').as_bytes()).unwrap();
        let written = |text: &str| encoding.encode(text).0.into_owned();
        let escaped: String = written(family).iter().map(|b| format!("%{b:02X}")).collect();
        for (kind, body) in [
            ("application/json", written(&format!("{{\"last_name\":\"{family}\"}}"))),
            ("application/x-www-form-urlencoded", written(&format!("last_name={family}&a=1"))),
            ("application/x-www-form-urlencoded", format!("last_name={escaped}&a=1").into_bytes()),
        ] {
            let exchange = post(&format!("{kind}; charset={charset}"), body);
            let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
            let all = sightings_with(&needles, &exchange).0;
            let [one] = &all[..] else { panic!("{charset} {kind}: {all:?}") };
            assert_eq!((one.identifier.word(), &*one.key), ("family_name", "last_name"), "{charset} {kind}");
            assert!(one.layers.iter().any(|layer| layer == "charset"), "{charset}: {:?}", one.layers);
        }
    }
    // text that is UTF-8 whatever is said, and what is tried anyhow
    for charset in ["windows-1257", "utf-8", "iso-8859-1", "none"] {
        let body = "{\"last_name\":\"Wiśniewski\"}";
        assert_eq!(told(csv, &post(&format!("application/json; charset={charset}"), body)).len(), 1, "{charset}");
    }
}

#[test]
fn what_other_keyboards_write_is_read_as_ascii() {
    let csv = "id,phone,email\na,+46701740605,anna.berg@example.com\n";
    for value in [
        "\u{ff10}\u{ff17}\u{ff10}\u{ff0d}\u{ff11}\u{ff17}\u{ff14}\u{ff10}\u{ff16}\u{ff10}\u{ff15}",
        "\u{660}\u{667}\u{660}\u{661}\u{667}\u{664}\u{660}\u{666}\u{660}\u{665}",
        "\u{6f0}\u{6f7}\u{6f0}\u{6f1}\u{6f7}\u{6f4}\u{6f0}\u{6f6}\u{6f0}\u{6f5}",
        "070\u{2212}174\u{2212}06\u{2212}05",
        "anna.berg\u{ff20}example.com",
    ] {
        let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
        let escaped: String = value.bytes().map(|b| format!("%{b:02X}")).collect();
        for exchange in [
            post("application/json", format!(r#"{{"v":"{value}"}}"#)),
            get(&format!("https://t.example.net/?v={escaped}")),
        ] {
            let all = sightings_with(&needles, &exchange).0;
            assert_eq!(all.len(), 1, "{value} {all:?}");
            assert_eq!(all[0].layers.last().map(String::as_str), Some("nfkc"), "{value}");
        }
    }
}
