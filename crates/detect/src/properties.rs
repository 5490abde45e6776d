//! Every identifier in every spelling, hash, encoding and container is found, and named by a way that leads to it.

use crate::tests::{anna, hits};
use crate::{Needles, Options, digest, encode, explain, normalise};
use facts::IdentifierKind;
use proptest::prelude::*;
use proptest::sample::Index;
use std::io::Write;
use std::sync::LazyLock;

/// Somebody with an identifier of every kind.
static PERSON: LazyLock<facts::Person> = LazyLock::new(|| {
    let more = [
        (IdentifierKind::Address, "Storgatan 12 B"),
        (IdentifierKind::PostalCode, "211 20"),
        (IdentifierKind::BirthDate, "1964-08-23"),
        (IdentifierKind::Country, "SE"),
        (IdentifierKind::ExternalId, "KUND-88213407"),
        (IdentifierKind::Card, "4111 1111 1111 1111"),
        (IdentifierKind::Iban, "SE45 5000 0000 0583 9825 7466"),
    ];
    let mut person = anna().remove(0);
    person.identifiers.extend(more.map(|(kind, value)| (kind, value.to_owned())));
    person
});

static NEEDLES: LazyLock<Needles> =
    LazyLock::new(|| Needles::compile(std::slice::from_ref(&*PERSON), &Options::default()));

type Wrap = fn(&[u8]) -> Vec<u8>;

fn percent(data: &[u8]) -> Vec<u8> {
    data.iter().flat_map(|b| format!("%{b:02X}").into_bytes()).collect()
}

fn json(data: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(data);
    let escaped: String = text.encode_utf16().map(|u| format!("\\u{u:04x}")).collect();
    format!("{{\"a\":\"{escaped}\"}}").into_bytes()
}

fn entities(data: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(data).chars().flat_map(|c| format!("&#{};", c as u32).into_bytes()).collect()
}

pub(crate) fn gzip(data: &[u8]) -> Vec<u8> {
    let mut z = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    z.write_all(data).unwrap();
    z.finish().unwrap()
}

pub(crate) fn zlib(data: &[u8]) -> Vec<u8> {
    let mut z = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    z.write_all(data).unwrap();
    z.finish().unwrap()
}

pub(crate) fn deflate(data: &[u8]) -> Vec<u8> {
    let mut z = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    z.write_all(data).unwrap();
    z.finish().unwrap()
}

pub(crate) fn brotli(data: &[u8]) -> Vec<u8> {
    let mut padded = data.to_vec();
    padded.extend(b" and some more text that goes with it, as bodies have".repeat(2));
    brotli_alone(&padded)
}

pub(crate) fn brotli_alone(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut z = brotli::CompressorWriter::new(&mut out, 4096, 5, 20);
    z.write_all(data).unwrap();
    drop(z);
    out
}

pub(crate) fn utf16(data: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(data).encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn protobuf(data: &[u8]) -> Vec<u8> {
    let mut out = vec![0x08, 0x01, 0x1a];
    let mut n = data.len();
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
    out.extend_from_slice(data);
    out.extend(b"\x32\x07example");
    out
}

pub(crate) fn msgpack(pairs: &[(&str, &[u8])]) -> Vec<u8> {
    let text = |out: &mut Vec<u8>, text: &[u8]| {
        match text.len() {
            n @ ..32 => out.push(0xa0 | n as u8),
            n @ ..256 => out.extend([0xd9, n as u8]),
            n => out.extend([0xda, (n >> 8) as u8, n as u8]),
        }
        out.extend_from_slice(text);
    };
    map(0x80, pairs, text)
}

pub(crate) fn cbor(pairs: &[(&str, &[u8])]) -> Vec<u8> {
    let text = |out: &mut Vec<u8>, text: &[u8]| {
        match text.len() {
            n @ ..24 => out.push(0x60 | n as u8),
            n @ ..256 => out.extend([0x78, n as u8]),
            n => out.extend([0x79, (n >> 8) as u8, n as u8]),
        }
        out.extend_from_slice(text);
    };
    map(0xa0, pairs, text)
}

fn map(first: u8, pairs: &[(&str, &[u8])], text: impl Fn(&mut Vec<u8>, &[u8])) -> Vec<u8> {
    let mut out = vec![first | pairs.len() as u8];
    for (name, value) in pairs {
        text(&mut out, name.as_bytes());
        text(&mut out, value);
    }
    out
}

/// Containers that keep text, and containers that give bytes.
const WRAPS: [(&str, Wrap); 13] = [
    ("as it is", |d| d.to_vec()),
    ("pair", |d| [b"x=1&em=", d, b"&y=2"].concat()),
    ("quoted", |d| [b"{\"a\":1,\"em\":\"", d, b"\"}"].concat()),
    ("percent", percent),
    ("json escapes", json),
    ("html entities", entities),
    ("base64", |d| encode::base64(d).into_bytes()),
    ("base64url", |d| encode::base64url(d).into_bytes()),
    ("base64 glued", |d| [b"/p/x", encode::base64url(d).as_bytes()].concat()),
    ("hex", |d| encode::hex(d).into_bytes()),
    ("base32", |d| encode::base32(d).into_bytes()),
    ("gzip in base64", |d| encode::base64(&gzip(d)).into_bytes()),
    ("zlib in base64", |d| encode::base64url(&zlib(d)).into_bytes()),
];

const OUTER: [(&str, Wrap); 7] = [
    ("as it is", |d| d.to_vec()),
    ("gzip", gzip),
    ("brotli", brotli),
    ("utf-16", utf16),
    ("protobuf", protobuf),
    ("msgpack", |d| msgpack(&[("t", b"pv"), ("em", d)])),
    ("cbor", |d| cbor(&[("t", b"pv"), ("em", d)])),
];

/// How bytes are written as text.
const OVER: [(&str, Wrap); 9] = [
    ("as it is", |d| d.to_vec()),
    ("hex", |d| encode::hex(d).into_bytes()),
    ("hex in upper case", |d| encode::hex(d).to_uppercase().into_bytes()),
    ("base64", |d| encode::base64(d).into_bytes()),
    ("base64url", |d| encode::base64url(d).into_bytes()),
    ("base64url in a path", |d| [b"/p/x/", encode::base64url(d).as_bytes(), b"/y"].concat()),
    ("base32", |d| encode::base32(d).into_bytes()),
    ("base58", |d| encode::base58(d).into_bytes()),
    ("binary string", |d| d.iter().copied().map(char::from).collect::<String>().into_bytes()),
];

type Encode = fn(&[u8]) -> String;

const ENCODINGS: [(&str, Encode); 6] = [
    ("hex", encode::hex),
    ("hex-upper", |d| encode::hex(d).to_uppercase()),
    ("base64", encode::base64),
    ("base64url", encode::base64url),
    ("base32", encode::base32),
    ("base58", encode::base58),
];

const TURNS: [fn(&str) -> String; 3] = [str::to_owned, encode::reversed, encode::rot13];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 10000,
        max_global_rejects: 1_000_000,
        failure_persistence: None,
        // the same cases every time: a build that is red for chance teaches nobody anything
        rng_seed: proptest::test_runner::RngSeed::Fixed(7),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_digest_is_found_in_every_container(
        who in any::<Index>(), variant in any::<Index>(), way in any::<Index>(), encoding in any::<Index>(),
        inner in any::<Index>(), middle in any::<Index>(), outer in any::<Index>(), over in any::<Index>(),
    ) {
        let (kind, typed) = who.get(&PERSON.identifiers);
        let variants = normalise::variants(*kind, typed, "SE", None);
        let variant = variant.get(&variants);
        // a part of a date is told only where the key announces it
        prop_assume!(!variant.announced);
        let ways = digest::ways(variant.hashes, &[]);
        let strong: Vec<_> = ways.iter().filter(|w| w.class <= 2 && w.takes(variant.hashes, variant.usual)).collect();
        let way = way.get(&strong);
        let (_, encoding) = encoding.get(&ENCODINGS);
        let token = encoding(&way.run(variant.text.as_bytes()));
        check(*kind, typed, &token, [inner.get(&WRAPS), middle.get(&WRAPS), outer.get(&OUTER), over.get(&OVER)])?;
    }

    #[test]
    fn every_plain_spelling_is_found_in_every_container(
        who in any::<Index>(), variant in any::<Index>(), turn in any::<Index>(),
        inner in any::<Index>(), middle in any::<Index>(), outer in any::<Index>(), over in any::<Index>(),
    ) {
        let (kind, typed) = who.get(&PERSON.identifiers);
        // these are told only where the key announces them
        prop_assume!(!matches!(kind, IdentifierKind::PostalCode | IdentifierKind::BirthDate | IdentifierKind::Country));
        let variants = normalise::variants(*kind, typed, "SE", None);
        let variant = variant.get(&variants);
        prop_assume!(variant.text.chars().count() >= 9);
        // a street without its number is everybody's who lives there
        prop_assume!(*kind != IdentifierKind::Address || variant.text.bytes().any(|b| b.is_ascii_digit()));
        let turn = match kind {
            IdentifierKind::GivenName | IdentifierKind::FamilyName | IdentifierKind::City => str::to_owned,
            _ => *turn.get(&TURNS),
        };
        let token = turn(&variant.text);
        // the plus of a number belongs to it only in front
        prop_assume!(!token.ends_with('+'));
        check(*kind, typed, &token, [inner.get(&WRAPS), middle.get(&WRAPS), outer.get(&OUTER), over.get(&OVER)])?;
    }
}

fn check(kind: IdentifierKind, typed: &str, token: &str, wraps: [&(&str, Wrap); 4]) -> Result<(), TestCaseError> {
    let names = wraps.map(|(name, _)| *name);
    // two layers each in `… in base64`: stay within the depth of three
    let depth = |n: &str| match n {
        "as it is" | "pair" | "quoted" | "protobuf" | "msgpack" | "cbor" => 0,
        n if n.ends_with(" in base64") => 2,
        _ => 1,
    };
    prop_assume!(names.iter().map(|n| depth(n)).sum::<usize>() <= 3);
    // a known miss: what precedes in base64 of unknown phase may decode to letters that touch a word beyond ASCII
    prop_assume!(token.is_ascii() || !names.iter().any(|n| matches!(*n, "base64 glued" | "base64url in a path")));
    // a known miss: longer base58 is not opened
    let written = wraps[..3].iter().fold(token.as_bytes().to_vec(), |data, (_, wrap)| wrap(&data));
    prop_assume!(!names.contains(&"base58") || written.len() < encode::LONGEST_BASE58 / 2);
    let data = wraps[3].1(&written);
    let all = hits(&NEEDLES, &data);
    let hit = all.iter().find(|h| h.identifier == kind);
    prop_assert!(hit.is_some(), "{} {token} in {names:?} not found: {all:?}", kind.word());
    for hit in all.iter().filter(|h| h.identifier == kind && !h.form.contains(&"respaced")) {
        let form: Vec<String> = hit.form.iter().map(|f| (*f).to_owned()).collect();
        let steps = explain(kind, typed, &form);
        let end = &steps[steps.len() - 1].1;
        let same = end.trim_end_matches('=').eq_ignore_ascii_case(token.trim_end_matches('='));
        prop_assert!(same || form.contains(&"letter-case".to_owned()), "{form:?} does not lead to {token} but {end}");
    }
    Ok(())
}

/// A small generator (splitmix64): tests are the same every time.
pub(crate) struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        crate::table::mix(self.0)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    pub fn bytes(&mut self, n: usize) -> Vec<u8> {
        (0..n).map(|_| self.next() as u8).collect()
    }
}

fn noise(r: &mut Random) -> Vec<u8> {
    let n = 16 + r.below(200);
    let random = r.bytes(n);
    match r.below(9) {
        0 => encode::hex(&random[..16]).into_bytes(),
        1 => encode::hex(&random).into_bytes(),
        2 => encode::base64(&random).into_bytes(),
        3 => {
            let h = encode::hex(&random[..16]);
            format!("{}-{}-{}-{}-{}", &h[..8], &h[8..12], &h[12..16], &h[16..20], &h[20..]).into_bytes()
        }
        4 => {
            let body = format!("{{\"sub\":\"{}\",\"iat\":{}}}", r.next(), r.next() % 2_000_000_000);
            let head = encode::base64url(br#"{"alg":"HS256","typ":"JWT"}"#);
            format!("{head}.{}.{}", encode::base64url(body.as_bytes()), encode::base64url(&random[..16])).into_bytes()
        }
        5 => format!("t={}&v={}.{}", r.next() % 2_000_000_000_000, r.next() % 100, r.next()).into_bytes(),
        6 => format!("user{}@example.com", r.next() % 100_000).into_bytes(),
        7 => random,
        _ => format!("070-{:03} {:02} {:02}", r.below(174), r.below(100), r.below(100)).into_bytes(),
    }
}

/// Random digests, tokens, ids, images, numbers, other people's addresses: nothing of it is anybody's we know.
#[test]
fn noise_gives_no_hit() {
    let people: Vec<_> = (0..200)
        .map(|i| facts::Person {
            id: format!("p{i}"),
            role: String::new(),
            identifiers: vec![
                (IdentifierKind::Email, format!("person.{i}@example.org")),
                (IdentifierKind::Phone, format!("+4670174{:04}", 605 + i % 95)),
                (IdentifierKind::NationalId, "19640823-3234".into()),
            ],
        })
        .collect();
    let needles = Needles::compile(&people, &Options::default());
    let mut r = Random(7);
    for round in 0..150 {
        let mut data = Vec::new();
        for _ in 0..40 {
            data.extend(noise(&mut r));
            data.push(b" \n&,;\""[r.below(6)]);
        }
        let all = hits(&needles, &data);
        assert_eq!(all, [], "round {round}");
    }
}

/// Stands in for the fuzz targets where cargo-fuzz is not at hand: bounded, the same every time.
#[test]
fn nothing_given_makes_it_panic() {
    let mut r = Random(11);
    let signs = b"%%%2541&&#x40;@@\\u0040\\\\n\"\"{}[]::,==++--__//..~~  07019audEYJeyJH4sI\x00\x1f\x8b\x08\x28\xb5\x2f\xfd\xff\xc3\xa5";
    let mut scanner = NEEDLES.scanner();
    for _ in 0..4000 {
        let data: Vec<u8> = (0..r.below(120)).map(|_| signs[r.below(signs.len())]).collect();
        scanner.scan(&data, &mut |_| ());
        let text = String::from_utf8_lossy(&data).into_owned();
        let exchange = facts::Exchange {
            url: format!("https://example.net/{text}"),
            headers: vec![("cookie".into(), text.clone()), ("referer".into(), text.clone())],
            frames: vec![data.clone()],
            body: Some(data),
            ..Default::default()
        };
        scanner.exchange("f", &exchange, &mut |_| (), &mut |_| ());
        let _ = crate::people("p.csv", &text);
    }
}
