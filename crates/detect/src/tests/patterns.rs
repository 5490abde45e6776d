//! What is told without a list.

use super::*;

fn patterns(exchange: &Exchange) -> Vec<(IdentifierKind, String, String)> {
    let key = |key: &str, identifier| MatchKey { key: key.into(), identifier };
    let match_keys = vec![key("udff[em]", IdentifierKind::Email), key("tv.1~em.", IdentifierKind::Email)];
    let needles = Needles::compile(&[], &Options { unknown: true, match_keys, ..Options::default() });
    let all = sightings_with(&needles, exchange).0;
    all.into_iter().map(|s| (s.identifier, s.key, s.form.join(" "))).collect()
}

#[test]
fn patterns_are_found_where_no_list_exists() {
    let h = encode::hex(&sha256("somebody@example.com"));
    let b = encode::base64url(&sha256("somebody@example.com"));
    for (query, kind, key, form) in [
        ("e=some.body%40example.com".to_owned(), IdentifierKind::Email, "e", "plain"),
        ("link_url=mailto%3Asome.body%40example.com".into(), IdentifierKind::Email, "link_url", "plain"),
        ("u=user:some.body%40example.com".into(), IdentifierKind::Email, "u", "plain"),
        ("cpr=010290-1235".into(), IdentifierKind::NationalId, "cpr", "plain"),
        ("x=%2B46701740605".into(), IdentifierKind::Phone, "x", "plain"),
        ("phone=070-1740605".into(), IdentifierKind::Phone, "phone", "plain"),
        ("x=640823-3234".into(), IdentifierKind::NationalId, "x", "plain"),
        ("x=131052-308T".into(), IdentifierKind::NationalId, "x", "plain"),
        // twelve bytes, and ten digits
        ("personnummer=6%C2%A0408233234".into(), IdentifierKind::NationalId, "personnummer", "plain"),
        ("x=196408233234".into(), IdentifierKind::NationalId, "x", "plain"),
        ("x=4111%201111%201111%201111".into(), IdentifierKind::Card, "x", "plain"),
        ("x=GB82WEST12345698765432".into(), IdentifierKind::Iban, "x", "plain"),
        ("iban=gb82%20west%201234%205698%207654%2032".into(), IdentifierKind::Iban, "iban", "plain"),
        ("iban=gb82west12345698765432".into(), IdentifierKind::Iban, "iban", "plain"),
        (format!("udff[em]={h}"), IdentifierKind::Email, "udff[em]", "sha256 hex"),
        (format!("em=tv.1~em.{b}"), IdentifierKind::Email, "em.em", "sha256 base64url"),
        (format!("hashedEmail={h}"), IdentifierKind::Email, "hashedEmail", "sha256 hex"),
        (format!("sha256_phone_number={h}"), IdentifierKind::Phone, "sha256_phone_number", "sha256 hex"),
        (format!("user=%5Bphone_hash%3A{h}%5D"), IdentifierKind::Phone, "user", "sha256 hex"),
        ("udff[em]=Anna.Lindgrenhellstromlundberg1@example.com".into(), IdentifierKind::Email, "udff[em]", "plain"),
    ] {
        let all = patterns(&get(&format!("https://t.example.net/?{query}")));
        assert_eq!(all, [(kind, key.to_owned(), form.to_owned())], "{query}");
    }
}

/// A message has an id, and a hash of an address is called one.
#[test]
fn under_a_key_that_is_called_no_hash_one_is_of_low_confidence() {
    let needles = Needles::compile(&[], &Options { unknown: true, ..Options::default() });
    let h = encode::hex(&sha256("somebody@example.com"));
    for (key, low) in [("email_id", true), ("email_sha256", false)] {
        let all = sightings_with(&needles, &get(&format!("https://t.example.net/?{key}={h}"))).0;
        assert_eq!(all.iter().map(|s| s.confidence.is_some()).collect::<Vec<_>>(), [low], "{key}");
    }
}

#[test]
fn whoever_logs_in_to_a_host_is_no_address() {
    assert_eq!(patterns(&get("https://some.body@host.example.com/x")), []);
    assert_eq!(patterns(&get("https://some.body:word@host.example.com/x")), []);
}

#[test]
fn shapes_that_are_nothing_are_not_reported() {
    let h = encode::hex(&sha256("somebody@example.com"));
    for query in [
        format!("sid={h}&name={h}"),
        "img=logo@2x.png".into(),
        "v=react@17.0.2".into(),
        "dsn=https://0123456789abcdef@o1.ingest.example.com/1".into(),
        "u=https://some.body@host.example.com/x&v=ftp://some.body:word@host.example.com".into(),
        "x=%2B999123456789".into(),
        "x=010290-1235".into(),
        "t=1700084597&ts=1700083981162".into(),
        "x=640823-3235&card=4111111111111112".into(),
        "at=2023-11-15T21:43:17%2B0100".into(),
        "udff[em]=undefined".into(),
        "x=gb82west12345698765432".into(),
    ] {
        assert_eq!(patterns(&get(&format!("https://t.example.net/?{query}"))), [], "{query}");
    }
}

#[test]
fn numbers_count_by_their_own_check_and_a_hash_of_nothing_is_nobodys() {
    for (text, told) in [
        ("puh. 050 555 0123", "phone"),
        ("tlf. 21 55 50 12", "phone"),
        ("ring 050 555 0123", ""),
        ("personnummer 640823-3234", "national_id"),
        ("personnummer 640823-3235", ""),
        ("national_id=811218-9877", ""),
        ("personnummer 101224+2383", ""),
        ("cpr 811218-9877", "national_id"),
        ("cpr-nr. 010290-1235", "national_id"),
        ("161175-19997", "national_id"),
        ("161175-19998", ""),
        ("udff[em]=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", ""),
        ("email_sha256=eb045d78d273107348b0300c01d29b7552d622abbc6faf81b3ec55359aa9950c", ""),
        ("email_md5=d41d8cd98f00b204e9800998ecf8427e", ""),
        ("email_md5=900150983cd24fb0d6963f7d28e17f72", "email"),
    ] {
        let kinds: Vec<_> = patterns(&post("text/plain", text)).iter().map(|found| found.0.word()).collect();
        assert_eq!(kinds.join(" "), told, "{text}");
    }
}
