//! The whole scanner: every disguise is found at its place, and nothing else is.

mod charsets;
mod messages;
mod nearest;
mod numbers;
mod packed;
mod patterns;
mod sized;
mod streams;

use crate::{Hit, MatchKey, Needles, Options, digest, encode};
use facts::{Exchange, Gap, IdentifierKind, Part, Person, Sighting};
use std::io::Read as _;

pub(crate) const EMAIL: &str = "Anna.Berg@example.com";
pub(crate) const PHONE: &str = "070-174 06 05";

pub(crate) fn anna() -> Vec<Person> {
    let identifiers = [
        (IdentifierKind::Email, EMAIL),
        (IdentifierKind::Phone, PHONE),
        (IdentifierKind::GivenName, "Anna-Karin"),
        (IdentifierKind::FamilyName, "Öbergsson"),
        (IdentifierKind::NationalId, "19640823-3234"),
        (IdentifierKind::City, "Malmö"),
    ];
    vec![Person {
        id: "p1".into(),
        role: "patient".into(),
        identifiers: identifiers.map(|(k, v)| (k, v.to_owned())).to_vec(),
    }]
}

pub(crate) fn needles() -> Needles {
    Needles::compile(&anna(), &Options::default())
}

pub(crate) fn hits(needles: &Needles, bytes: &[u8]) -> Vec<Hit> {
    let mut all = Vec::new();
    needles.scanner().scan(bytes, &mut |h| all.push(h));
    all
}

fn found(bytes: &[u8]) -> Vec<(IdentifierKind, String, String, u64)> {
    hits(&needles(), bytes)
        .into_iter()
        .map(|h| (h.identifier, h.form.join(" "), h.layers.join(" "), h.offset))
        .collect()
}

fn one(bytes: &[u8]) -> (String, String, u64) {
    let mut all = found(bytes);
    assert_eq!(all.len(), 1, "{all:?}");
    let (_, form, layers, offset) = all.remove(0);
    (form, layers, offset)
}

fn sha256(text: &str) -> Vec<u8> {
    digest::hash("sha256").unwrap()(text.as_bytes())
}

fn sightings(exchange: &Exchange) -> Vec<Sighting> {
    sightings_with(&needles(), exchange).0
}

fn sightings_with(needles: &Needles, exchange: &Exchange) -> (Vec<Sighting>, Vec<Gap>) {
    let (mut all, mut gaps) = (Vec::new(), Vec::new());
    needles.scanner().exchange("t.ndjson", exchange, &mut |s| all.push(s), &mut |g| gaps.push(g));
    (all, gaps)
}

fn get(url: &str) -> Exchange {
    Exchange { id: "1".into(), method: "GET".into(), url: url.into(), ..Exchange::default() }
}

fn post(kind: &str, body: impl Into<Vec<u8>>) -> Exchange {
    Exchange {
        id: "1".into(),
        method: "POST".into(),
        url: "https://t.example.net/c".into(),
        headers: vec![("Content-Type".into(), kind.into())],
        body: Some(body.into()),
        ..Exchange::default()
    }
}

fn places(all: &[Sighting]) -> Vec<(Part, &str, String, String)> {
    all.iter().map(|s| (s.part, s.key.as_str(), s.form.join(" "), s.layers.join(" "))).collect()
}

#[test]
fn plain_as_typed_and_in_other_spellings() {
    assert_eq!(one(b"mail Anna.Berg@example.com!"), ("plain".into(), "".into(), 5));
    assert_eq!(one(b"u=anna.berg@example.com&x"), ("lowercase plain".into(), "".into(), 2));
    assert_eq!(one(b"\"ANNA.berg@example.com\"").0, "letter-case plain");
    assert_eq!(one(b"tel: 070-174 06 05").0, "plain");
    assert_eq!(one(b"ph=0701740605").0, "digits plain");
    assert_eq!(one(b"+46701740605").0, "e164 plain");
    assert_eq!(one(b"+46 70-174 06 05").0, "customary-international plain");
    assert_eq!(one(b"+46 70-17 40 605").0, "e164 respaced plain");
    assert_eq!(one(b"ph=701740605&").0, "meta-phone plain");
    assert_eq!(one("fn=anna-karin".as_bytes()).0, "lowercase plain");
    assert_eq!(one("ln=öbergsson".as_bytes()).0, "lowercase plain");
    assert_eq!(one("pnr 640823-3234".as_bytes()).0, "pnr-10-hyphen plain");
}

#[test]
fn what_only_contains_an_identifier_is_no_hit() {
    for text in [
        "xAnna.Berg@example.com",
        "hanna.berg@example.com",
        "Anna.Berg@example.com.au",
        "Anna.Berg@example.company",
        "0701740605123",
        "10701740605",
        "3.701740605",
        "701740605.25",
        "hannakarins",
        "Anna",
        "Karin",
        "malmberg",
    ] {
        assert_eq!(found(text.as_bytes()), [], "{text}");
    }
}

/// The table of wire-formats.md: one typed number is hashed in three ways.
#[test]
fn a_name_inside_an_address_is_no_hit_of_its_own() {
    let other = Person {
        id: "p2".into(),
        role: "user".into(),
        identifiers: vec![(IdentifierKind::FamilyName, "Lindgren".into())],
    };
    let needles = Needles::compile(&[other], &Options::default());
    for address in ["sara.lindgren@example.com", "lindgren-x%40example.com", "info@lindgren.example"] {
        assert_eq!(hits(&needles, address.as_bytes()), [], "{address}");
    }
    assert_eq!(hits(&needles, b"greetings, Lindgren").len(), 1);
}

#[test]
fn vendors_hash_one_typed_number_in_their_own_ways() {
    for (text, form) in [
        ("701740605", "meta-phone sha256 hex"),
        ("0701740605", "digits sha256 hex"),
        ("+46701740605", "e164 sha256 hex"),
        ("+0701740605", "google-phone sha256 hex"),
        ("46701740605", "e164-digits sha256 hex"),
    ] {
        assert_eq!(one(encode::hex(&sha256(text)).as_bytes()).0, form, "{text}");
    }
    for (text, form) in [("malm", "latin-only sha256 hex"), ("annakarin", "meta-name sha256 hex")] {
        assert_eq!(one(encode::hex(&sha256(text)).as_bytes()).0, form, "{text}");
    }
}

#[test]
fn digests_in_every_encoding() {
    let d = sha256("anna.berg@example.com");
    for (text, form) in [
        (encode::hex(&d), "hex"),
        (encode::hex(&d).to_uppercase(), "hex-upper"),
        (encode::base64(&d), "base64"),
        (encode::base32(&d), "base32"),
        (encode::base32(&d).to_lowercase(), "base32"),
        (encode::base58(&d), "base58"),
        (format!("tv.1~em.{}~pn.x", encode::base64url(&d)), "base64url"),
        (encode::uuid(&d).to_uppercase(), "truncated uuid"),
        (format!("id3D{}", encode::name_uuid(&d)), "truncated name-uuid"),
        (format!("/path/{}/x", encode::hex(&d)), "hex"),
        (format!("x%3D{}", encode::hex(&d)), "hex"),
        (format!("\\u003d{}", encode::hex(&d)), "hex"),
    ] {
        assert_eq!(one(text.as_bytes()).0, format!("lowercase sha256 {form}"), "{text}");
    }
    // a digest that begins like a zlib stream is told once all the same
    let i = (0..).find(|i| crate::inflate::is_zlib(&sha256(&format!("a{i}@example.com")))).unwrap();
    let person = Person {
        id: "z".into(),
        role: String::new(),
        identifiers: vec![(IdentifierKind::Email, format!("a{i}@example.com"))],
    };
    let token = encode::hex(&sha256(&format!("a{i}@example.com")));
    assert_eq!(hits(&Needles::compile(&[person], &Options::default()), token.as_bytes()).len(), 1);
    let raw = [&b"\x08\x01\x12\x20"[..], &d, b"\x18\x01"].concat();
    assert_eq!(one(&raw), ("lowercase sha256 raw".into(), "".into(), 4));
    assert_eq!(one(&encode::hex(&d).as_bytes()[..32]).0, "lowercase sha256 truncated hex");
}

#[test]
fn every_container_of_the_table_is_opened() {
    for row in &crate::tables::Tables::get().containers {
        for (inside, written) in &row.vectors {
            let kind = if inside.contains("anna") { IdentifierKind::Email } else { IdentifierKind::ExternalId };
            let typed = inside.split(' ').next().unwrap().to_owned();
            let kind = if typed.contains('@') { IdentifierKind::Email } else { kind };
            if !typed.contains("example") {
                continue;
            }
            let person = Person { id: "x".into(), role: String::new(), identifiers: vec![(kind, typed)] };
            let needles = Needles::compile(&[person], &Options::default());
            let all = hits(&needles, &encode::unhex(written.as_bytes()));
            let layers: Vec<_> = all.iter().map(|h| (h.layers.clone(), h.form.clone())).collect();
            // a stored zstd block shows its text: there the decoder itself is asked
            let stored = crate::inflate::zstd(
                &mut crate::inflate::Inflater::default(),
                &encode::unhex(written.as_bytes()),
                1000,
            );
            let opened = layers.contains(&([row.name.as_str()].into(), ["plain"].into()))
                || (row.name == "zstd" && stored == crate::inflate::Opened::Content(inside.clone().into_bytes()));
            assert!(opened, "{}: {layers:?}", row.name);
        }
    }
}

#[test]
fn containers_are_peeled_to_the_depth_and_no_deeper() {
    let mut text = "u=anna.berg@example.com".to_owned();
    for depth in 1..=4 {
        text = encode::base64(text.as_bytes());
        let all = found(text.as_bytes());
        assert_eq!(all.len(), usize::from(depth <= 3), "depth {depth}");
    }
    let percent = "anna.berg%252540example.com";
    assert_eq!(one(percent.as_bytes()), ("lowercase plain".into(), "percent percent percent".into(), 0));
}

#[test]
fn a_url_is_split_and_keys_are_named() {
    let h = encode::hex(&sha256("anna.berg@example.com"));
    let p = encode::hex(&sha256("701740605"));
    let all = sightings(&get(&format!(
        "https://www.example.net/tr/?id=1&udff[em]={h}&udff%5Bph%5D={p}&dl=https%3A%2F%2Fx.example%2F%3Fe%3Danna.berg%2540example.com#Anna.Berg@example.com"
    )));
    assert_eq!(
        places(&all),
        [
            (Part::UrlQuery, "udff[em]", "lowercase sha256 hex".into(), "".into()),
            (Part::UrlQuery, "udff[ph]", "meta-phone sha256 hex".into(), "".into()),
            (Part::UrlQuery, "dl.e", "lowercase plain".into(), "percent query percent".into()),
            (Part::UrlFragment, "", "plain".into(), "".into()),
        ]
    );
    assert_eq!(all[0].offset, 14);
    assert_eq!(all[0].host.as_deref(), Some("www.example.net"));
    assert_eq!((all[0].person.as_str(), all[0].role.as_str()), ("p1", "patient"));
}

#[test]
fn bodies_are_read_by_what_they_are() {
    let json = r#"{"context":{"user":{"email":"anna.berg@example.com"}},"s":"{\"em\":\"anna.berg@example.com\"}"}"#;
    assert_eq!(
        places(&sightings(&post("text/plain", json))),
        [
            (Part::Body, "context.user.email", "lowercase plain".into(), "".into()),
            (Part::Body, "s.em", "lowercase plain".into(), "json".into()),
        ]
    );
    let form = "ud%5Bem%5D=anna.berg%40example.com&x=1";
    assert_eq!(
        places(&sightings(&post("application/x-www-form-urlencoded", form))),
        [(Part::Body, "ud[em]", "lowercase plain".into(), "percent".into())]
    );
    let multipart = "--b1\r\nContent-Disposition: form-data; name=\"udff[ph]\"\r\n\r\n0701740605\r\n--b1--\r\n";
    let all = sightings(&post("multipart/form-data; boundary=b1", multipart));
    assert_eq!(places(&all), [(Part::Body, "udff[ph]", "digits plain".into(), "".into())]);
    assert_eq!(all[0].offset, multipart.find("0701740605").unwrap() as u64);
    let proto = [&b"\x0a\x17\x12\x15"[..], b"anna.berg@example.com"].concat();
    assert_eq!(
        places(&sightings(&post("application/octet-stream", proto))),
        [(Part::Body, "1.2", "lowercase plain".into(), "protobuf".into())]
    );
    let packed = [&b"\x82\xa1t\x01\xa4user\x81\xa4mail\xb5"[..], b"anna.berg@example.com"].concat();
    assert_eq!(
        places(&sightings(&post("application/octet-stream", packed))),
        [(Part::Body, "user.mail", "lowercase plain".into(), "msgpack".into())]
    );
    for (skip, layer) in [(5, "zlib"), (4, "deflate")] {
        let (text, mut stream) = (br#"{"mail":"anna.berg@example.com","n":1}"#, Vec::new());
        match layer {
            "zlib" => drop(flate2::read::ZlibEncoder::new(&text[..], Default::default()).read_to_end(&mut stream)),
            _ => drop(flate2::read::DeflateEncoder::new(&text[..], Default::default()).read_to_end(&mut stream)),
        }
        stream.splice(..0, b"\x01\x00\x07\x9a\x00"[..skip].iter().copied());
        let found = sightings(&post("application/octet-stream", stream));
        assert_eq!(places(&found), [(Part::Body, "mail", "lowercase plain".into(), format!("{layer} json"))]);
    }
    // CBOR of a name says its length with a letter: only its structure tells where it begins.
    let plain = [&b"\xa1\x64user\xa1\x6agiven_name\x6a"[..], b"Anna-Karin"].concat();
    assert_eq!(
        places(&sightings(&post("application/cbor", plain))),
        [(Part::Body, "user.given_name", "plain".into(), "cbor".into())]
    );
}

#[test]
fn compressed_bodies_frames_cookies_and_headers() {
    use std::io::Write;
    let mut z = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    z.write_all(br#"{"hem":"anna.berg@example.com"}"#).unwrap();
    let gz = z.finish().unwrap();
    let linkedin = post("text/plain", encode::base64(&gz));
    assert_eq!(
        places(&sightings(&linkedin)),
        [(Part::Body, "hem", "lowercase plain".into(), "base64 gzip json".into())]
    );
    let mut encoded = post("application/json", gz);
    encoded.headers.push(("content-encoding".into(), "gzip".into()));
    assert_eq!(places(&sightings(&encoded)), [(Part::Body, "hem", "lowercase plain".into(), "gzip".into())]);
    let mut e = get("https://t.example.net/");
    e.headers = vec![
        (":path".into(), "/?anna.berg@example.com".into()),
        ("Cookie".into(), "a=1; u=anna.berg%40example.com".into()),
        ("Referer".into(), "https://x.example/p?mail=anna.berg@example.com".into()),
        ("X-User".into(), "anna.berg@example.com".into()),
    ];
    e.frames = vec![br#"42["join",{"mail":"anna.berg@example.com"}]"#.to_vec()];
    let all = sightings(&e);
    assert_eq!(
        all.iter().map(|s| (s.part, s.key.as_str(), s.offset)).collect::<Vec<_>>(),
        [(Part::Cookie, "u", 7), (Part::Referer, "mail", 25), (Part::Header, "x-user", 0), (Part::Frame, "mail", 19),]
    );
}

#[test]
fn nested_vendor_formats_give_nested_keys() {
    let h = encode::hex(&sha256("anna.berg@example.com"));
    let b = encode::base64url(&sha256("anna.berg@example.com"));
    for (query, key) in [
        (format!("pid=em%3D{h}%26ph%3Dx"), "pid.em"),
        (format!("pd=%7B%22em%22%3A%22{h}%22%7D"), "pd.em"),
        (format!("em=tv.1~em.{b}~pn.x"), "em.em"),
    ] {
        let all = sightings(&get(&format!("https://t.example.net/?{query}")));
        assert_eq!(all.len(), 1, "{query} {:?}", places(&all));
        assert_eq!(all[0].key, key);
    }
}

#[test]
fn at_the_depth_what_stands_there_is_still_read() {
    let h = encode::hex(&sha256("anna.berg@example.com"));
    let needles = Needles::compile(&anna(), &Options { depth: 0, ..Options::default() });
    let query = get(&format!("https://t.example.net/?e=anna.berg%40example.com&x=%2520{h}"));
    let all = sightings_with(&needles, &query).0;
    assert_eq!(
        places(&all),
        [
            (Part::UrlQuery, "e", "lowercase plain".into(), "percent".into()),
            (Part::UrlQuery, "x", "lowercase sha256 hex".into(), "percent".into()),
        ]
    );
}

#[test]
fn one_sighting_for_each_distinct_place_and_form() {
    let all = sightings(&post(
        "application/json",
        r#"{"a":["anna.berg@example.com","anna.berg@example.com"],"b":"anna.berg@example.com"}"#,
    ));
    assert_eq!(all.len(), 2);
}

#[test]
fn split_values_and_keystrokes_are_joined() {
    let all = sightings(&get("https://t.example.net/?user=anna.berg&host=example.com"));
    assert_eq!(places(&all), [(Part::UrlQuery, "user+host", "lowercase plain".into(), "split".into())]);
    let all = sightings(&get("https://t.example.net/?p1=070&p2=174&p3=0605"));
    assert_eq!(all[0].key, "p1+p2+p3");
    let mut typing = get("wss://t.example.net/");
    typing.frames = "anna.berx\u{8}g@example.com"
        .chars()
        .map(
            |c| if c == '\u{8}' { r#"{"key":"Backspace"}"#.into() } else { format!(r#"{{"key":"{c}"}}"#).into_bytes() },
        )
        .collect();
    assert_eq!(places(&sightings(&typing)), [(Part::Frame, "key", "lowercase plain".into(), "keystrokes".into())]);
}

#[test]
fn a_bomb_is_a_gap_and_not_a_hang() {
    use std::io::Write;
    let mut z = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    z.write_all(&vec![b' '; 4 << 20]).unwrap();
    let bomb = z.finish().unwrap();
    let needles = Needles::compile(&anna(), &Options { budget: 1 << 20, ..Options::default() });
    let (all, gaps) = sightings_with(&needles, &post("application/octet-stream", bomb));
    assert_eq!((all.len(), gaps.len()), (0, 1));
    assert!(gaps[0].what.contains("POST https://t.example.net/c"), "{gaps:?}");
}

#[test]
fn a_password_is_found_as_it_is_and_in_disguise() {
    let typed = "Lucka-7ab3cd4ef";
    let identifiers = vec![(IdentifierKind::Password, typed.to_owned())];
    let person = Person { id: "c1".into(), role: "user".into(), identifiers };
    let needles = Needles::compile(&[person], &Options::default());
    let form = |bytes: &[u8]| hits(&needles, bytes).into_iter().map(|h| h.form.join(" ")).collect::<Vec<_>>();
    let json = format!(r#"{{"n":"pw","v":"{typed}"}}"#);
    assert_eq!(form(json.as_bytes()), ["plain"]);
    assert_eq!(form(encode::base64(json.as_bytes()).as_bytes()), ["plain"]);
    assert_eq!(form(b"pw=Lucka%2D7ab3cd4ef&x=1"), ["plain"]);
    assert_eq!(form(encode::hex(&sha256(typed)).as_bytes()), ["sha256 hex"]);
    assert_eq!(form(b"pw=Lucka-8ab3cd4ef"), [""; 0]);
}

#[test]
fn shared_addresses_are_told_apart() {
    let person = |id: &str| Person {
        id: id.into(),
        role: "user".into(),
        identifiers: vec![(IdentifierKind::Email, "desk@example.com".into())],
    };
    let needles = Needles::compile(&[person("a"), person("b")], &Options::default());
    let (all, _) = sightings_with(&needles, &get("https://t.example.net/?e=desk@example.com"));
    assert_eq!(all.len(), 1);
    assert!(all[0].shared);
}

#[test]
fn salted_hashes_are_found_when_the_salt_is_known() {
    let needles = Needles::compile(&anna(), &Options { salts: vec!["s3cret".into()], ..Options::default() });
    let token = encode::hex(&sha256("s3cretanna.berg@example.com"));
    assert_eq!(*hits(&needles, token.as_bytes())[0].form, ["lowercase", "salt-before", "sha256", "hex"]);
    assert!(hits(&self::needles(), token.as_bytes()).is_empty());
}

#[test]
fn bytes_one_by_one_are_read_in_json_and_anywhere() {
    let d = digest::hash("md5").unwrap()(b"anna.berg@example.com");
    let numbers = format!("{d:?}");
    let named: Vec<String> = d.iter().enumerate().map(|(i, b)| format!("\"{i}\":{b}")).collect();
    let words: Vec<i32> = d.as_chunks().0.iter().map(|word| i32::from_be_bytes(*word)).collect();
    let raw = |key: &str| [(Part::Body, key.to_owned(), "lowercase md5 raw".to_owned(), "bytes".to_owned())];
    for (value, key) in [
        (numbers.clone(), "h"),
        (format!("{{{}}}", named.join(",")), "h"),
        (format!("{{\"words\":{words:?},\"sigBytes\":16}}"), "h.words"),
        (
            format!(
                "\"{}\"",
                encode::hex(&d).as_bytes().chunks(2).map(String::from_utf8_lossy).collect::<Vec<_>>().join(":")
            ),
            "h",
        ),
    ] {
        let all = sightings(&post("application/json", format!("{{\"n\":[1,2,3],\"h\":{value},\"z\":[0.5,7]}}")));
        let all: Vec<_> =
            places(&all).into_iter().map(|(part, key, form, layers)| (part, key.to_owned(), form, layers)).collect();
        assert_eq!(all, raw(key), "{value}");
    }
    let text = format!("digest {} of", &numbers[1..numbers.len() - 1]);
    assert_eq!(one(text.as_bytes()), ("lowercase md5 raw".into(), "bytes".into(), 7));
}

#[test]
fn a_short_text_in_base58_is_read_as_a_value_of_its_own() {
    let value = encode::base58(b"+46701740605");
    let all = sightings(&get(&format!("https://t.example.net/?ph={value}")));
    assert_eq!(places(&all), [(Part::UrlQuery, "ph", "e164 plain".into(), "base58".into())]);
}

#[test]
fn values_without_a_name_of_their_own_are_looked_at() {
    let email = encode::base64(EMAIL.as_bytes());
    let padded = encode::base64(b"0701740605");
    assert!(padded.ends_with("=="));
    for body in [padded.as_str(), &format!("a=1&{padded}&b=2"), "0701740605=1", &format!("{email}=1")] {
        assert_eq!(sightings(&post("text/plain", body)).len(), 1, "{body}");
    }
}

#[test]
fn hashes_as_numbers_are_found_where_their_key_announces_them() {
    let number = |name: &str| digest::hash(name).unwrap()(EMAIL.as_bytes());
    let short = |name: &str| u32::from_be_bytes(number(name).try_into().unwrap());
    let long = u64::from_be_bytes(number("xxh64").try_into().unwrap());
    for name in ["crc32", "adler32", "murmur3-32"] {
        let n = short(name);
        for text in [format!("{n}"), format!("{}", n.cast_signed())] {
            let all = sightings(&post("application/json", format!("{{\"email_hash\":{text}}}")));
            let form = format!("{name} decimal");
            assert_eq!(places(&all), [(Part::Body, "email_hash", form, String::new())], "{text}");
            assert_eq!(sightings(&post("application/json", format!("{{\"count\":{text}}}"))), [], "{text}");
        }
    }
    let all = sightings(&post("application/json", format!("{{\"h\":\"{long}\"}}")));
    assert_eq!(places(&all), [(Part::Body, "h", "xxh64 decimal".into(), String::new())]);
}

#[test]
fn text_all_in_escapes_of_quoted_printable_is_read() {
    let written: String = "0701740605".bytes().map(|b| format!("={b:02X}")).collect();
    let all = sightings(&post("application/json", format!("{{\"d\":\"{written}\"}}")));
    assert_eq!(places(&all), [(Part::Body, "d", "digits plain".into(), "quoted-printable".into())]);
}

/// Words backwards and by ROT13: what tells enough by itself anywhere, names where a key announces them.
#[test]
fn words_are_found_turned_round() {
    let csv = "id,national_id,external_id,given_name,address\np1,131052-308T,kund-4711ab,Anna-Karin,Storgatan 12 B\n";
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    let form = |text: &str| {
        let all = hits(&needles, text.as_bytes());
        all.first().map(|h| (h.identifier.word(), h.form.last().copied().unwrap_or(""), h.low))
    };
    assert_eq!(form("x=T803-250131"), Some(("national_id", "reversed", true)));
    assert_eq!(form("x=131052-308G"), Some(("national_id", "rot13", false)));
    assert_eq!(form("x=ba1174-dnuk&"), Some(("external_id", "reversed", true)));
    assert_eq!(form("B 21 natagrotS"), Some(("address", "reversed", false)));
    assert_eq!(form("Fgbetngna 12 O"), Some(("address", "rot13", false)));
    assert_eq!(form("fn=niraK-annA"), Some(("given_name", "reversed", true)));
    assert_eq!(form("fn=Naan-Xneva"), Some(("given_name", "rot13", true)));
    assert_eq!(form("page=Naan-Xneva"), None);
}

fn named(csv: &str, text: &str) -> Vec<(String, String, bool)> {
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    let whose = |h: crate::Hit| (needles.person(h.person.unwrap()).0, h.form.join(" "), h.low);
    hits(&needles, text.as_bytes()).into_iter().map(whose).collect()
}

#[test]
fn what_many_have_is_nobodys() {
    let streets = "id,address\np1,Storgatan 12\np2,Storgatan 14 B\n";
    assert_eq!(named(streets, "vi bor nära storgatan i byn"), []);
    assert_eq!(named(streets, "Storgatan 14 B")[0].0, "p2");
    assert!(named(streets, "street=storgatan").iter().all(|(.., low)| *low));
    let phone = "id,phone\np1,070-174 06 05\n";
    for foreign in ["+33 7 01 74 06 05", "+358 701740605", "+48 701 740 605", "0033 701740605", "+1 (70) 174-0605"] {
        assert_eq!(named(phone, foreign), [], "{foreign}");
    }
    for own in ["+46 70 174 06 05", "+46 (0)70-174 06 05", "0046 70 174 06 05", "x +46701740605"] {
        assert_eq!(named(phone, own).len(), 1, "{own}");
    }
    let old = "id,national_id\np1,850412-2386\n";
    assert_eq!(named(old, "nr 850412+2386 "), []);
    assert_eq!(named(old, "nr 850412-2386 ").len(), 1);
}

fn told(csv: &str, exchange: &Exchange) -> Vec<(String, &'static str, bool, bool)> {
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    let all = sightings_with(&needles, exchange).0;
    all.into_iter().map(|s| (s.person, s.identifier.word(), s.shared, s.confidence.is_some())).collect()
}

#[test]
fn odd_spellings_of_numbers_are_found() {
    let csv = "id,card,phone,postal_code,birth_date\np1,4111110001234561,070-1740608,215 14,1979-04-16\n";
    let form = |text: &str| named(csv, text).into_iter().map(|(_, form, low)| (form, low)).collect::<Vec<_>>();
    let card = encode::hex(&sha256("4111-1100-0123-4561"));
    assert_eq!(form(&card), [("card-hyphens sha256 hex".into(), false)]);
    assert_eq!(form("phone=80 60 471 07 64+"), [("e164 respaced reversed".into(), false)]);
}

/// Google's `sa0` is the hash of a street without its number.
#[test]
fn a_street_alone_is_nobodys_own() {
    let street = encode::hex(&sha256("storgatan"));
    let one = "id,address\na1,Storgatan 12\n";
    let query = format!("https://t.example.net/?sa0={street}");
    assert_eq!(told(one, &get(&query)), [("a1".into(), "address", false, true)]);
    let csv = "id,email,address\na1,anna@example.org,Storgatan 12\na2,bo@example.org,Storgatan 40\na3,,storgatan 7 B\n";
    assert_eq!(told(csv, &get(&query)), [("a1".into(), "address", true, true)]);
    for (mail, id) in [("anna@example.org", "a1"), ("bo@example.org", "a2")] {
        let all = told(csv, &get(&format!("{query}&em={}", encode::hex(&sha256(mail)))));
        assert_eq!(all, [(id.into(), "address", true, true), (id.into(), "email", false, false)]);
    }
}

#[test]
fn another_house_in_the_street_is_somebody_elses() {
    let csv = "id,address\na1,Storgatan 12\na2,Storgatan 40\nb,12 High Street\n";
    for other in
        ["Storgatan 999", "Storgatan, 121", "Storgatan+13", "Storgatan%2013", "99 High Street", "99, high street"]
    {
        assert_eq!(named(csv, &format!("address={other}&x")), [], "{other}");
    }
    assert_eq!(named(csv, "address=Storgatan 12").iter().map(|(id, ..)| id.as_str()).collect::<Vec<_>>(), ["a1"]);
    assert_eq!(named(csv, "address=12 High Street").iter().map(|(id, ..)| id.as_str()).collect::<Vec<_>>(), ["b"]);
    assert_eq!(named(csv, "address=Storgatan&zip=1").len(), 1);
}

#[test]
fn what_several_have_is_told_of_the_one_who_is_named() {
    let csv = "id,email,city,phone\na1,anna@example.org,Lund,070-1740605\na2,bo@example.org,Lund,+46 70 174 06 05\na3,cia@example.org,lund,\n";
    let city = encode::hex(&sha256("lund"));
    let mail = |mail: &str| encode::hex(&sha256(mail));
    let at = |query: String| told(csv, &get(&format!("https://t.example.net/?{query}")));
    let (own, theirs) =
        (|id: &str| (id.to_owned(), "email", false, false), |id: &str| (id.to_owned(), "city", true, false));
    assert_eq!(at(format!("ct={city}")), [theirs("a1")]);
    for (address, id) in [("anna@example.org", "a1"), ("bo@example.org", "a2"), ("cia@example.org", "a3")] {
        assert_eq!(at(format!("em={}&ct={city}", mail(address))), [own(id), theirs(id)]);
        assert_eq!(at(format!("ct={city}&em={}", mail(address))), [theirs(id), own(id)]);
    }
    let two = format!("em={}&ct={city}&em2={}&ct={city}", mail("cia@example.org"), mail("bo@example.org"));
    assert_eq!(at(two), [own("a3"), theirs("a3"), own("a2"), theirs("a2")]);
    // one number, typed in two ways, is one token's
    let phone = encode::hex(&sha256("46701740605"));
    assert_eq!(at(format!("ph={phone}")), [("a1".into(), "phone", true, false)]);
    assert_eq!(at(format!("em={}&ph={phone}", mail("bo@example.org")))[1], ("a2".into(), "phone", true, false));
}

#[test]
fn a_user_has_the_domain_that_stands_nearer() {
    let needles = Needles::compile(
        &crate::people("p.csv", "id,email\na,kim@example.org\nb,lo@example.org\n").unwrap(),
        &Options::default(),
    );
    let told = |query: &str| {
        let exchange = Exchange { url: format!("https://t.example/?{query}"), ..Exchange::default() };
        let mut all = Vec::new();
        needles.scanner().exchange("t", &exchange, &mut |s| all.push((s.key, s.confidence)), &mut |_| ());
        all
    };
    assert_eq!(told("u1=kim&d1=a.example&u2=bo&d2=example.org"), []);
    assert_eq!(told("u1=bo&d1=a.example&u2=kim&d2=example.org"), [("u2+d2".to_owned(), None)]);
    assert_eq!(told("name=kim&page=1&host=example.org"), [("name+host".to_owned(), Some("low".to_owned()))]);
    assert_eq!(told("utm_campaign=kim&dh=example.org"), [("utm_campaign+dh".to_owned(), Some("low".to_owned()))]);
}

/// Bytes that hold `%41` by chance are no escaped text.
#[test]
fn compressed_bodies_are_opened_whatever_bytes_they_hold() {
    let csv = "id,email\np1,anna.berg@example.com\n";
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    let mut r = crate::properties::Random(77);
    let mut with_escape = 0;
    for _ in 0..80 {
        let noise = encode::base64(&r.bytes(6000));
        let text = format!("{{\"events\":\"{noise}\",\"user\":{{\"mail\":\"anna.berg@example.com\"}}}}");
        let packed = crate::properties::gzip(text.as_bytes());
        let escaped = |w: &[u8]| w[0] == b'%' && w[1].is_ascii_hexdigit() && w[2].is_ascii_hexdigit();
        with_escape += usize::from(packed.windows(3).any(escaped));
        for body in [packed.clone(), encode::base64(&packed).into_bytes()] {
            let exchange = Exchange { body: Some(body), ..Exchange::default() };
            let mut all = Vec::new();
            needles.scanner().exchange("t", &exchange, &mut |s| all.push(s.key), &mut |_| ());
            assert_eq!(all, ["user.mail"]);
        }
    }
    assert!(with_escape > 5, "{with_escape}");
}

#[test]
fn events_a_line_and_parameters_in_a_path_have_their_names() {
    let lines = "en=page_view&_et=5\r\nen=form&ep.user_email=anna.berg%40example.com&up.phone=0701740605";
    let keys = |exchange: Exchange| {
        let all = sightings(&exchange);
        all.into_iter().map(|s| (s.key, s.layers.join(" "))).collect::<Vec<_>>()
    };
    let told = keys(post("text/plain", lines));
    assert_eq!(told, [("ep.user_email".into(), "percent".into()), ("up.phone".into(), String::new())]);
    let url = "https://ad.example/activity;src=1;u1=anna.berg%40example.com;u3=46701740605;ord=1?";
    let told = keys(Exchange { url: url.into(), ..Exchange::default() });
    assert_eq!(told, [("u1".into(), "percent".into()), ("u3".into(), String::new())]);
}

#[test]
fn the_second_of_two_digests_and_text_of_two_bytes_a_sign_in_hex_are_found() {
    let csv = "id,email\np1,anna.berg@example.com\n";
    let digest = encode::hex(&<sha2::Sha256 as sha2::Digest>::digest(b"anna.berg@example.com"));
    let other = "0123456789abcdef".repeat(4);
    assert_eq!(named(csv, &format!("em={other}{digest}")).len(), 1);
    for swap in [false, true] {
        let units = "anna.berg@example.com".encode_utf16().map(|u| if swap { u.swap_bytes() } else { u });
        let hex: String = units.map(|u| format!("{u:04x}")).collect();
        assert_eq!(named(csv, &format!("x={hex}")).len(), 1, "{hex}");
    }
}

#[test]
fn values_of_nobody_are_told_without_a_key_that_announces_them() {
    let people = crate::people("p.csv", "id,birth_date,postal_code\np1,1938-10-05,059 28\n").unwrap();
    for made_up in [false, true] {
        let needles = Needles::compile(&people, &Options { made_up, ..Options::default() });
        let all: Vec<bool> =
            hits(&needles, b"s=1938-10-05&p=05928&zip=059 28&n=105928").iter().map(|h| h.low).collect();
        assert_eq!(all, if made_up { vec![true, true, false] } else { vec![false] });
    }
}

/// What is typed into a field for the whole name is hashed as one.
#[test]
fn hashes_of_given_and_family_name_in_one_are_found_and_the_plain_ones_are_told_apart() {
    let csv = "id,given_name,family_name\np1,Anna-Karin;Kaija,von Öberg\np2,Bo,Lind\n";
    let needles = Needles::compile(&crate::people("people.csv", csv).unwrap(), &Options::default());
    let told = |text: &str| {
        let all = hits(&needles, text.as_bytes());
        all.into_iter().map(|h| (h.person.unwrap_or(9), h.identifier, h.form.join(" "))).collect::<Vec<_>>()
    };
    let md5 = |text: &str| encode::hex(&crate::digest::hash("md5").unwrap()(text.as_bytes()));
    for (name, form) in [
        ("Anna-Karin von Öberg", "md5 hex"),
        ("anna-karin von öberg", "lowercase md5 hex"),
        ("von öberg kaija", "lowercase md5 hex"),
        ("annakarinvonöberg", "whole-name-compact md5 hex"),
        ("anna-karin von oberg", "no-diacritics-spaces md5 hex"),
        ("ANNA-KARIN VON ÖBERG", "whole-name-uppercase md5 hex"),
    ] {
        assert_eq!(told(&format!("n={}", md5(name))), [(0, IdentifierKind::Name, form.to_owned())], "{name}");
    }
    assert_eq!(told(&format!("n={}", md5("bo von öberg"))), [], "nobody's");
    let plain: Vec<_> = told("name=Kaija von Öberg").into_iter().map(|(_, kind, _)| kind).collect();
    assert!(!plain.is_empty() && !plain.contains(&IdentifierKind::Name), "{plain:?}");
}

#[test]
fn addresses_and_names_beyond_ascii_are_found_however_they_are_written() {
    let csv = "id,family_name,address,email\np1,Strömfjädersson,Kvarnhjulsgränden 101,anna@example.com\n";
    let needles = Needles::compile(&crate::people("people.csv", csv).unwrap(), &Options::default());
    let told = |url: &str, body: &[u8]| {
        let exchange = Exchange { url: url.into(), body: Some(body.to_vec()), ..Exchange::default() };
        let mut found = Vec::new();
        needles.scanner().exchange("x", &exchange, &mut |s: Sighting| found.push(s.identifier), &mut |_| ());
        found
    };
    use IdentifierKind::{Address, Email, FamilyName};
    assert_eq!(told("https://t.example/?a=KVARNHJULSGR%C3%84NDEN+101", b""), [Address]);
    assert_eq!(told("https://t.example/?a=Kvarnhjulsgr%E4nden%20101", b""), [Address]);
    assert_eq!(told("https://t.example/", b"ship to Kvarnhjulsgr\xe4nden 101, today"), [Address]);
    for (key, value) in [("ln", "U3Ryw7ZtZmrDpGRlcnNzb24="), ("x", "U3Ryw7ZtZmrDpGRlcnNzb24")] {
        assert_eq!(told(&format!("https://t.example/?{key}={value}"), b""), [FamilyName], "{key}");
    }
    assert_eq!(told("https://t.example/", br#"{"u":"eyJsbiI6IlN0csO2bWZqw6RkZXJzc29uIn0="}"#), [FamilyName]);
    for body in [
        "<a>Kvarnhjulsgr&#xE4;nden 101</a>",
        "<a>till Kvarnhjulsgr&auml;nden 101, i dag</a>",
        "street=\"Kvarnhjulsgr\\u00e4nden 101\" x",
        "{\"note\": \"a\\nb\", \"street\": \"n\\u00e4ra Kvarnhjulsgr\\u00e4nden 101\"} x",
    ] {
        assert_eq!(told("https://t.example/", body.as_bytes()), [Address], "{body}");
        assert_eq!(hits(&needles, body.as_bytes()).len(), 1, "{body} as bytes");
    }
    let mail = b"<a href=3D\"https://t.example/?u=3Danna@example.com&x=3D1\">";
    assert_eq!(hits(&needles, mail).iter().map(|h| h.identifier).collect::<Vec<_>>(), [Email]);
}

#[test]
fn a_name_with_a_sign_beyond_ascii_in_every_few_is_read_from_base64_of_any_length() {
    let csv = "id,given_name,family_name\np1,Gun-Märit,Jääskeläinen\n";
    let needles = Needles::compile(&crate::people("people.csv", csv).unwrap(), &Options::default());
    let told = |text: &str| hits(&needles, text.as_bytes()).iter().map(|h| h.identifier).collect::<Vec<_>>();
    for after in ["", " åä", " i Hämeenkyrö", " på Södergränden vid Årstaån i Örnsköldsvik"] {
        for text in [format!("Gun-Märit Jääskeläinen{after}"), format!("ö Gun-Märit Jääskeläinen{after}")] {
            for value in [encode::base64(text.as_bytes()), encode::base64url(text.as_bytes())] {
                assert!(told(&format!("namn={value}")).contains(&IdentifierKind::FamilyName), "{text} as bytes");
                let body = format!("{{\"namn\":\"{value}\"}}");
                let (found, _) = sightings_with(&needles, &post("application/json", body));
                assert!(found.iter().any(|s| s.identifier == IdentifierKind::FamilyName), "{text}");
            }
        }
    }
}

#[test]
fn a_form_writes_a_blank_within_compressed_bytes_as_a_plus() {
    let csv = "id,email\np1,anna.berg@example.com\n";
    let needles = Needles::compile(&crate::people("people.csv", csv).unwrap(), &Options::default());
    let mut tried = 0;
    for n in 1..40u64 {
        let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        let numbers: String = (1..40).map(|i| format!("{:x}", (n * i).wrapping_mul(0x9e37_79b9_7f4a_7c15))).collect();
        let text = format!("{{\"n\":\"{numbers}\",\"m\":\"anna.berg@example.com\"}}");
        std::io::Write::write_all(&mut gz, text.as_bytes()).unwrap();
        let packed = gz.finish().unwrap();
        if !packed[10..packed.len() - 8].contains(&b' ') {
            continue;
        }
        tried += 1;
        let sign = |b: &u8| if *b == b' ' { "+".to_owned() } else { format!("%{b:02X}") };
        let url = format!("https://t.example/?d={}", packed.iter().map(sign).collect::<String>());
        let exchange = Exchange { url, ..Exchange::default() };
        let mut found = 0;
        needles.scanner().exchange("x", &exchange, &mut |_: Sighting| found += 1, &mut |_| ());
        // with a wrong byte in it, what comes before may come out too
        assert!(found >= 1, "{n}");
    }
    assert!(tried > 10, "{tried}");
}

/// In a form and in a query a plus is an escape, unless nobody escaped the plus that was typed.
#[test]
fn a_plus_in_a_form_is_a_blank_or_a_plus() {
    let csv = "id,email,phone,given_name,address,national_id\n\
        p1,anna+x@example.com,+46 70 174 06 06,Anna Maria,Storgatan 17 B,\np2,,,,,121212+1212\n";
    let needles = Needles::compile(&crate::people("people.csv", csv).unwrap(), &Options::default());
    let told = |exchange: &Exchange| {
        let all = sightings_with(&needles, exchange).0;
        let told = places(&all).into_iter().map(|(_, key, form, layers)| format!("{key}: {form} [{layers}]"));
        told.collect::<Vec<_>>().join(", ")
    };
    for (form, expected) in [
        ("tel=%2B46+70+174+06+06&adr=Storgatan+17+B", "tel: plain [percent], adr: plain [percent]"),
        ("tel=+46+70+174+06+06", "tel: plain [percent]"),
        ("tel=+46701740606", "tel: e164 plain []"),
        ("tel=+46%2070%20174%2006%2006", "tel: plain [percent]"),
        ("fn=Anna+Maria", "fn: plain [percent]"),
        ("u=https://p.example/?fn=Anna+Maria", "u.fn: plain [query percent]"),
        ("u=https%3A%2F%2Fp.example%2F%3Ffn%3DAnna%2BMaria", "u.fn: plain [percent query percent]"),
        ("d={\"fn\":\"Anna+Maria\",\"tel\":\"+46701740606\"}", "d.fn: plain [json percent], d.tel: e164 plain [json]"),
        ("m=anna+x@example.com", "m: plain []"),
        ("m=anna+x%40example.com", "m: plain [percent]"),
        ("m=Anna+Maria,+anna%2Bx%40example.com", "m: plain [percent], m: plain [percent]"),
        ("pnr=121212+1212", "pnr: plain []"),
    ] {
        assert_eq!(told(&get(&format!("https://t.example/?{form}"))), expected, "{form}");
        assert_eq!(told(&post("application/x-www-form-urlencoded", form)), expected, "{form}");
    }
    let json = post("application/json", "{\"fn\":\"Anna+Maria\"}");
    assert_eq!(told(&json), "fn: respaced plain []");
    let hash = "dJ+uN9Iqx8X7tL9JrNEwlvW1/cD2lZBTuCFv0LH0Q+g=";
    assert_eq!(told(&get(&format!("https://t.example/?h={hash}"))), "");
}

#[test]
fn a_name_is_no_piece_of_a_strangers_address_with_a_tag() {
    let needles =
        Needles::compile(&crate::people("people.csv", "id,given_name\np1,Torborg\n").unwrap(), &Options::default());
    for text in ["torborg+shop@annan.example", "to: torborg'x@annan.example", "torborg+a+b@annan.example"] {
        assert!(hits(&needles, text.as_bytes()).is_empty(), "{text}");
    }
    assert_eq!(hits(&needles, b"till Torborg och torborg+x@annan.example").len(), 1);
}

fn in_json(key: &str, text: &str) -> String {
    format!(r#"{{"data":{{"{key}":"{}"}}}}"#, text.replace('\\', "\\\\"))
}

/// Signs that join no words: a text is looked for by one stretch of it, and compared in full.
#[test]
fn texts_with_any_sign_in_them_are_found() {
    let csv = "id,address,external_id,city\na,S:t Eriksgatan 23,auth0|5f7c8ec7a1b2c3d4e5f60718,S:t Olof\n\
        b,Karl XI:s gata 4 #12,EXAMPLE\\anna.berg,Malmö\nc,Storgatan 9 & 11,urn:patient:4711,Lund\n\
        d,Storgatan 9,KU=N-884213,Lund\n";
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    let exchange = |e: &Exchange| -> Vec<(String, IdentifierKind, String)> {
        let all = sightings_with(&needles, e).0;
        all.into_iter().map(|s| (s.person, s.identifier, s.form.join(" "))).collect()
    };
    for (key, text, person, kind) in [
        ("street", "S:t Eriksgatan 23", "a", IdentifierKind::Address),
        ("city", "S:t Olof", "a", IdentifierKind::City),
        ("id", "auth0|5f7c8ec7a1b2c3d4e5f60718", "a", IdentifierKind::ExternalId),
        ("street", "Karl XI:s gata 4 #12", "b", IdentifierKind::Address),
        ("id", "EXAMPLE\\anna.berg", "b", IdentifierKind::ExternalId),
        ("street", "Storgatan 9 & 11", "c", IdentifierKind::Address),
        ("id", "urn:patient:4711", "c", IdentifierKind::ExternalId),
        ("id", "KU=N-884213", "d", IdentifierKind::ExternalId),
    ] {
        let wanted = [(person.to_owned(), kind, "plain".to_owned())];
        let escaped: String = text.bytes().map(|b| format!("%{b:02X}")).collect();
        assert_eq!(exchange(&get(&format!("https://t.example.net/c?{key}={escaped}"))), wanted);
        let json = in_json(key, text);
        assert_eq!(exchange(&post("application/json", json.clone())), wanted);
        if !text.contains('=') {
            let longer = in_json(key, &format!("of {text}, here"));
            assert_eq!(exchange(&post("application/json", longer)), wanted);
        }
        let told = |bytes: &str| hits(&needles, bytes.as_bytes()).iter().any(|h| h.identifier == kind);
        assert!(told(&format!("{key}: {text}\n")) && told(&json) && told(&escaped), "{text}");
        let other = format!("{key}: x{text}x");
        assert!(!told(&other), "{other}");
    }
}

#[test]
fn signs_of_typography_are_those_of_keyboards() {
    let csv = "id,iban,address,family_name,given_name\n\
        a,SE4550000000058398257466,Östra Ågatan 7,O'Brien,Anna-Karin\n";
    for (key, text) in [
        ("iban", "SE45\u{a0}5000\u{a0}0000\u{a0}0583\u{a0}9825\u{a0}7466"),
        ("street", "Östra\u{a0}Ågatan\u{202f}7"),
        ("last_name", "O´Brien"),
        ("last_name", "O`Brien"),
        ("last_name", "“O’Brien”"),
        ("first_name", "Anna\u{2011}Karin"),
        ("first_name", "Anna\u{2013}Karin"),
        ("first_name", "Anna\u{a0}Karin"),
    ] {
        let body = in_json(key, text);
        assert_eq!(told(csv, &post("application/json", body)).len(), 1, "{text}");
        assert_eq!(named(csv, &format!("{key}: {text}")).len(), 1, "{text}");
    }
}

#[test]
fn a_birth_date_is_read_in_any_spelling_under_its_key() {
    let csv = "id,birth_date\na,1987-03-14\n";
    for written in ["Sat Mar 14 1987 00:00:00 GMT+0100", "1987-03-13T23:00:00.000Z", "542678400000", "14 mars 1987"] {
        let asked = |key: &str| told(csv, &post("application/json", format!(r#"{{"{key}":"{written}"}}"#))).len();
        assert_eq!((asked("birthDate"), asked("at")), (1, 0), "{written}");
    }
    assert_eq!(told(csv, &post("application/json", r#"{"birthDate":542678400000}"#)).len(), 1);
}

#[test]
fn ids_are_announced_by_names_in_any_letter_case_and_by_paths() {
    let csv = "id,external_id\na,72953136\n";
    for key in ["patient_id", "patientId", "crmId", "customerNumber", "kundnummer", "asiakasnumero", "sub", "personId"]
    {
        assert_eq!(told(csv, &get(&format!("https://t.example.net/c?{key}=72953136"))).len(), 1, "{key}");
    }
    assert_eq!(told(csv, &get("https://t.example.net/patient/72953136/journal")).len(), 1);
    for other in ["c?page=72953136", "product/72953136/journal", "c?orderNumber=72953136"] {
        assert_eq!(told(csv, &get(&format!("https://t.example.net/{other}"))).len(), 0, "{other}");
    }
}
