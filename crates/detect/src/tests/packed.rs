//! What is packed into bytes, wherever these stand; what is typed, wherever the keys stand.

use super::*;
use crate::properties::{brotli, cbor, gzip, msgpack, utf16, zlib};

const JSON: &[u8] = br#"{"event":"PageView","user":{"email":"anna.berg@example.com"}}"#;
/// `{"em":"anna.berg@example.com","x":"anna.berg@example.com"}` by lz-string.
const LZ: &str = "N4IgpgtiBcIIYDsFwHQCMwCcDmABMAHnBAA4A2YKAxgPZQA0IBM8SqGO+RpF1dIAXyA";

pub(super) fn fields(pairs: &[(&str, &str)]) -> [Vec<u8>; 2] {
    [msgpack, cbor].map(|pack| pack(&pairs.iter().map(|(k, v)| (*k, v.as_bytes())).collect::<Vec<_>>()))
}

fn keys(exchange: &Exchange) -> Vec<(Part, String)> {
    sightings(exchange).into_iter().map(|s| (s.part, s.key)).collect()
}

fn quoted(text: &str) -> String {
    let sign = |c: char| match c {
        '\u{8}' => "\\b".to_owned(),
        '\u{c}' => "\\f".to_owned(),
        '\n' => "\\n".to_owned(),
        '"' | '\\' => format!("\\{c}"),
        c if c < ' ' => format!("\\u{:04x}", c as u32),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(sign).collect::<String>())
}

/// As rrweb packs its events and PostHog its snapshots: each byte a character of a JSON string.
#[test]
fn a_stream_in_a_string_of_json_is_opened_whatever_its_bytes_are() {
    for n in 0..20 {
        let mut random = crate::properties::Random(n);
        let filler = encode::hex(&random.bytes(n as usize * 30));
        let json = format!(r#"{{"x":"{filler}","email":"anna.berg@example.com"}}"#);
        for packed in [gzip(json.as_bytes()), zlib(json.as_bytes())] {
            let string: String = packed.iter().map(|b| char::from(*b)).collect();
            let string = quoted(&string);
            for body in [format!(r#"{{"data":{string}}}"#), format!("[{string}]")] {
                let exchange = Exchange { body: Some(body.clone().into_bytes()), ..get("https://x.example.net/s/") };
                assert_eq!(keys(&exchange).len(), 1, "{body:?}");
            }
        }
    }
}

/// Read from each of its lines to its end, one such would leave nothing to spend on what stands behind it.
#[test]
fn lines_of_base64_are_read_together_once() {
    let mut random = crate::properties::Random(7);
    let lines = |bytes: &[u8], length: usize| {
        let text = encode::base64(bytes).into_bytes();
        text.chunks(length).map(|line| String::from_utf8_lossy(line).into_owned()).collect::<Vec<_>>().join("\r\n")
    };
    for length in [64, 76] {
        let attachment = lines(&random.bytes(150_000), length);
        let message = format!("{attachment}\r\n\r\n--b\r\n\r\n{}", encode::base64(JSON));
        for body in [message.clone(), format!("{{\"mail\":{}}}", quoted(&message.replace('\r', "")))] {
            let exchange = Exchange { body: Some(body.into_bytes()), ..get("https://x.example.net/s/") };
            let (all, gaps) = sightings_with(&needles(), &exchange);
            assert_eq!((all.len(), gaps.len()), (1, 0));
        }
    }
    // each of its own
    let token = |text: &str| encode::base64(format!("{text:48}").as_bytes());
    for other in [token("nobody"), encode::base64(&random.bytes(48))] {
        let list = [&other, &other, &token("anna.berg@example.com"), &other].map(String::as_str).join("\n");
        assert_eq!(hits(&needles(), list.as_bytes()).len(), 1, "{list}");
    }
}

/// Each read to the end of all would leave nothing to spend on what stands behind them.
#[test]
fn members_of_gzip_in_a_row_are_read_once() {
    let body = [b"\0".to_vec(), gzip(b"x").repeat(12_000), b"\0\0".to_vec(), gzip(JSON)].concat();
    let (all, gaps) = sightings_with(&needles(), &post("application/octet-stream", body));
    assert_eq!((all.len(), gaps.len()), (1, 0));
}

#[test]
fn packed_data_are_found_as_segments_of_a_path() {
    let named = [("t", "pv"), ("email", "anna.berg@example.com")];
    let [msgpack, cbor] = fields(&named).map(|d| encode::base64url(&d));
    let mut tokens = [gzip(JSON), zlib(JSON), brotli(JSON), utf16(JSON)].map(|d| encode::base64url(&d)).to_vec();
    tokens.extend([msgpack, cbor, LZ.to_owned(), encode::base64(&gzip(JSON)), encode::base64(&zlib(JSON))]);
    for token in tokens {
        for before in ["", "c/", "a/bc/", "collect/v1/", "Xy/abCD/0123/"] {
            for after in ["", "/pixel"] {
                let url = format!("https://t.example.net/{before}{token}{after}");
                assert!(!hits(&needles(), format!("GET {url} HTTP/1.1").as_bytes()).is_empty(), "{url}");
                let referer =
                    Exchange { headers: vec![("referer".into(), url.clone())], ..get("https://x.example.net/") };
                for (part, exchange) in [(Part::UrlPath, get(&url)), (Part::Referer, referer)] {
                    let all = keys(&exchange);
                    let twice = token == LZ && all.len() == 2;
                    assert!((all.len() == 1 || twice) && all.iter().all(|(p, _)| *p == part), "{url} {all:?}");
                }
            }
        }
    }
}

#[test]
fn base64_of_json_is_read_from_its_end_too() {
    for json in
        [std::str::from_utf8(JSON).unwrap(), r#"[{"a":"anna.berg@example.com"}]"#, r#"["anna.berg@example.com"]"#]
    {
        for pad in ["", " ", "  "] {
            let backwards: String = encode::base64(format!("{json}{pad}").as_bytes()).chars().rev().collect();
            let all = sightings(&post("text/plain", backwards.clone()));
            assert_eq!(all.len(), 1, "{backwards}");
            assert_eq!(all[0].layers, ["reversed", "base64", "json"], "{backwards}");
            assert_eq!(hits(&needles(), format!("x={backwards}\n").as_bytes()).len(), 1, "{backwards}");
        }
    }
}

#[test]
fn messages_are_read_at_the_last_depth_too() {
    // the length of 0x77 or 0x7a signs would be read as a letter before the first one
    for name in ["asa.oleary1", "asa.oleary1.bo"] {
        let email = format!("{name}@example.com");
        let csv = format!("id,email\np1,{email}\n");
        let needles = Needles::compile(&crate::people("p.csv", &csv).unwrap(), &Options::default());
        for packed in fields(&[("t", "pv"), ("email", &email)]) {
            let inner = format!("{{\"x\":\"{}\"}}", encode::base64(&packed));
            let token = encode::base64(&gzip(inner.as_bytes()));
            let all = sightings_with(&needles, &post("application/json", format!("{{\"d\":\"{token}\"}}"))).0;
            assert_eq!(all.len(), 1, "{email}");
            assert!(all[0].key.starts_with("d.x.email"), "{}", all[0].key);
            assert_eq!(hits(&needles, token.as_bytes()).len(), 1, "{email}");
        }
    }
}

#[test]
fn names_of_short_values_in_a_message_announce_them() {
    for packed in fields(&[("t", "pv"), ("city", "Malmö")])
        .into_iter()
        .chain(fields(&[("event", "PageView"), ("fn", "Anna-Karin")]))
    {
        let json = format!("{{\"d\":\"{}\"}}", encode::base64(&packed));
        let all = keys(&post("application/json", json.clone()));
        assert!(matches!(&*all, [(Part::Body, key)] if key == "d.city" || key == "d.fn"), "{json} {all:?}");
    }
}

#[test]
fn a_byte_before_a_digest_is_no_field() {
    let digest = digest::hash("blake2b").unwrap()(b"anna.berg@example.com");
    for first in [0, 0x81, 0x82, 0x83] {
        let data = [&[first], &*digest].concat();
        let all = sightings(&post("application/json", format!("{{\"d\":\"{}\"}}", encode::base64(&data))));
        assert_eq!(all.len(), 1, "{first}");
    }
}

/// By brotli 1.1 (PyPI), quality 11: 70 bytes become 72.
#[test]
fn brotli_of_a_short_text_that_grows_is_opened() {
    let csv = "id,email\np1,maja.lindkvist@example.org\n";
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    let token = "G0UAABwHbqzFThC0p4tBqEfkFy9wSZtU3smWSVOHpS9AYAMO2APdxngwHTbGzhMkMgst8LNUQjAslx0YS5OO4/XjPo2B7ssD";
    assert_eq!(sightings_with(&needles, &post("text/plain", format!("{{\"d\":\"{token}\"}}"))).0.len(), 1);
    let url = format!("https://t.example.net/c/{}", token.replace('/', "_"));
    assert_eq!(sightings_with(&needles, &get(&url)).0.len(), 1);
}

/// Each key once, then down and up, then pressed too; and with the next one down before the last one is up.
#[test]
fn keys_that_go_down_and_up_are_typed_once() {
    let each = |text: &str, events: &[&str]| -> Vec<(String, String)> {
        text.chars().flat_map(|c| events.iter().map(move |e| ((*e).to_owned(), c.to_string()))).collect()
    };
    let rolled = |text: &str| {
        let mut all: Vec<(String, String)> = Vec::new();
        for c in text.chars().map(|c| c.to_string()) {
            let last = all.iter().rev().find(|(event, _)| event == "keydown").map(|(_, c)| c.clone());
            all.push(("keydown".into(), c));
            all.extend(last.map(|c| ("keyup".into(), c)));
        }
        all
    };
    for text in ["Anna.Berg@example.com", "0701740605"] {
        let records = [
            each(text, &["keydown"]),
            each(text, &["keydown", "keyup"]),
            each(text, &["keydown", "keypress", "keyup"]),
            rolled(text),
        ];
        for record in records {
            let events: Vec<String> =
                record.iter().map(|(event, key)| format!(r#"{{"type":"{event}","key":"{key}","t":1000}}"#)).collect();
            let body = post("application/json", format!(r#"{{"ev":[{}]}}"#, events.join(",")));
            assert_eq!(places(&sightings(&body)).len(), 1, "{record:?}");
            let lines = post("text/plain", events.join("\n"));
            assert_eq!(places(&sightings(&lines)).len(), 1, "{record:?}");
            let frames = events.into_iter().map(String::into_bytes).collect();
            let all = sightings(&Exchange { frames, ..get("wss://t.example.net/") });
            assert_eq!((all.len(), all[0].key.as_str()), (1, "key"), "{record:?}");
        }
    }
}

#[test]
fn corrections_and_shift_count_once() {
    let keys = [
        "A",
        "a",
        "n",
        "n",
        "x",
        "x",
        "Backspace",
        "Backspace",
        "n",
        "n",
        "a",
        "a",
        ".",
        ".",
        "b",
        "b",
        "e",
        "e",
        "r",
        "g",
        "r",
        "g",
    ];
    let rest = "@@eexxaammppllee..ccoomm";
    let keys: Vec<String> = keys.into_iter().map(str::to_owned).chain(rest.chars().map(String::from)).collect();
    let body = format!("[{}]", keys.iter().map(|k| format!("{{\"key\":\"{k}\"}}")).collect::<Vec<_>>().join(","));
    assert_eq!(self::keys(&post("application/json", body)), [(Part::Body, "key".into())]);
}

#[test]
fn keys_in_fields_elements_and_lines_are_joined() {
    for text in ["anna.berg@example.com", "0701740605"] {
        let each = |form: &dyn Fn(usize, char) -> String| {
            text.chars().enumerate().map(|(i, c)| form(i, c)).collect::<String>()
        };
        let bodies = [
            each(&|i, c| format!("k{i}={c}&")),
            each(&|i, c| format!("ev[{i}][key]={c}&ev[{i}][type]=keydown&")),
            format!("<events>{}</events>", each(&|_, c| format!("<k>{c}</k>"))),
            format!("<events>\n{}</events>", each(&|i, c| format!("<key t=\"{}\" c=\"{c}\"/>\n", i * 90))),
            each(&|i, c| format!("{},{c}\n", i * 90)),
            format!("{{\"keys\":\"{}\"}}", each(&|_, c| format!("{c}|"))),
            format!("keys={}&x=1", each(&|_, c| format!("{c}|")).trim_end_matches('|')),
        ];
        for body in bodies {
            let all = sightings(&post("text/plain", body.clone()));
            assert!(
                all.iter().any(|s| s.layers.last().is_some_and(|l| l == "keystrokes")),
                "{body} {:?}",
                places(&all)
            );
        }
    }
}

/// A keylogger that tells each key with the field it was typed in, by frames, forms, elements or lines.
#[test]
fn keys_are_joined_field_by_field_where_they_name_it() {
    let csv = "id,email,phone,given_name,national_id\np1,anna.berg@example.com,070-1740605,Signe,19121212-1212\n";
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    let fields = [
        ("epost", "anna.berg@example.com"),
        ("mobil", "0701740605"),
        ("barn_pnr", "19121212-1212"),
        ("barn_fornamn", "Signe"),
        ("adress", "Storgatan 12"),
    ];
    let strokes: Vec<(&str, char)> = fields.iter().flat_map(|(n, text)| text.chars().map(move |c| (*n, c))).collect();
    let each = |form: &dyn Fn(usize, &str, char) -> String| {
        strokes.iter().enumerate().map(|(i, (n, c))| form(i, n, *c)).collect::<Vec<_>>()
    };
    let frame = |_: usize, n: &str, c: char| format!(r#"{{"t":"key","n":"{n}","c":"{c}"}}"#);
    let mut frames = get("wss://t.example.net/");
    frames.frames = each(&frame).into_iter().map(String::into_bytes).collect();
    let bodies = [
        format!("[{}]", each(&|_, n, c| format!(r##"{{"c":"{c}","page":"/ansok","sel":"#{n}"}}"##)).join(",")),
        each(&|_, n, c| format!("n={n}&c={c}")).join("\n"),
        each(&|i, n, c| format!("ev[{i}][n]={n}&ev[{i}][c]={c}")).join("&"),
        format!(
            "<events>{}</events>",
            each(&|i, n, c| format!("<key t=\"{}\" n=\"{n}\" c=\"{c}\"/>", i * 90)).concat()
        ),
        format!("<events>{}</events>", each(&|_, n, c| format!("<k f=\"{n}\">{c}</k>\n")).concat()),
        each(&|i, n, c| format!("{},{n},{c}", i * 90)).join("\n"),
    ];
    let alone = frames.frames.iter().filter(|f| f.windows(12).any(|w| w == b"barn_fornamn")).cloned().collect();
    let all = sightings_with(&needles, &Exchange { frames: alone, ..frames.clone() }).0;
    assert_eq!(places(&all), [(Part::Frame, "c[given_name]", "plain".into(), "keystrokes".into())]);
    for exchange in bodies.into_iter().map(|body| post("text/plain", body)).chain([frames]) {
        let mut kinds: Vec<_> = sightings_with(&needles, &exchange)
            .0
            .iter()
            .filter(|s| s.layers.last().is_some_and(|l| l == "keystrokes"))
            .map(|s| s.identifier.word())
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds, ["email", "given_name", "national_id", "phone"], "{exchange:?}");
    }
}

/// As recorders of sessions number the nodes of a page; a number may also be the second.
#[test]
fn keys_are_joined_field_by_field_where_they_number_it() {
    let typed = |text: &str, id: &str, first: usize| -> Vec<String> {
        let key = |(i, c): (usize, char)| format!(r#"{{"t":{},"node":{id},"key":"{c}"}}"#, first + i * 93);
        text.chars().enumerate().map(key).collect()
    };
    for (one, other) in [("17", "42"), ("5", "6"), ("104", "9"), ("70001", "70002")] {
        let events = [typed("anna.berg@example.com", one, 0), typed("0701740605", other, 9000)].concat();
        let body = post("application/json", format!("[{}]", events.join(",")));
        let frames = events.into_iter().map(String::into_bytes).collect();
        for exchange in [body, Exchange { frames, ..get("wss://t.example.net/") }] {
            let all = sightings(&exchange);
            let mut kinds: Vec<_> = all.iter().map(|s| s.identifier.word()).collect();
            kinds.sort_unstable();
            assert_eq!(kinds, ["email", "phone"], "{one} {:?}", places(&all));
        }
    }
    let key = |(i, c): (usize, char)| format!(r#"{{"s":{},"key":"{c}"}}"#, 31 + i / 4);
    let events: Vec<_> = "anna.berg@example.com".chars().enumerate().map(key).collect();
    assert_eq!(keys(&post("application/json", format!("[{}]", events.join(",")))).len(), 1);
}

/// Without a name beside it a field begins where a key led there, or where something else was told.
#[test]
fn keys_are_parted_where_another_field_begins() {
    let key = |c: &str| format!(r#"{{"t":"key","key":"{c}"}}"#);
    for between in [key("Tab"), r#"{"t":"blur"}"#.to_owned()] {
        let typed = |text: &str| text.chars().map(|c| key(&c.to_string())).collect::<Vec<_>>();
        let all =
            [typed("0701740605"), vec![between.clone()], typed("1234567"), vec![between], typed("8899aa")].concat();
        let found = keys(&post("application/json", format!("[{}]", all.join(","))));
        assert_eq!(found, [(Part::Body, "key".into())]);
    }
}

#[test]
fn values_split_over_members_of_json_are_joined() {
    let csv = "id,email,phone,card\np1,anna.berg@example.com,070-1740605,4111110001234561\n";
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    for (json, key) in [
        (r#"{"area":"070","number":"1740605"}"#, "area+number"),
        (r#"{"country":"+46","area":"70","number":"1740605"}"#, "country+area+number"),
        (r#"{"card1":"4111","card2":"1100","card3":"0123","card4":"4561"}"#, "card1+card2+card3+card4"),
        (r#"{"user":"anna.berg@","domain":"example.com"}"#, "user+domain"),
    ] {
        let all = sightings_with(&needles, &post("application/json", json)).0;
        assert!(all.iter().any(|s| s.key == key && s.confidence.is_none()), "{json} {:?}", places(&all));
    }
}

#[test]
fn quoted_printable_that_escapes_only_what_it_must_is_read() {
    let csv = "id,phone,city,address\np1,070-174 06 05,Borås,Björkstigen 12\n";
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    // a town or a street by itself may be somebody else's
    for (key, value, count) in [
        ("phone", "070-174=2006=2005", 1),
        ("city", "Bor=C3=A5s", 1),
        ("address", "Bj=C3=B6rkstigen=2012", 1),
        ("id", "id=20701740605", 0),
        ("v", "20=20701740605", 0),
    ] {
        let all = sightings_with(&needles, &post("application/json", format!("{{\"{key}\":\"{value}\"}}"))).0;
        // a street without its number is told beside
        let all: Vec<_> = all.into_iter().filter(|s| !s.form.iter().any(|f| f == "google-name")).collect();
        assert_eq!(all.len(), count, "{value} {:?}", places(&all));
        assert!(all.iter().all(|s| s.key == key && s.confidence.is_none() == (key == "phone")), "{value}");
    }
    let mail = "Hej!\r\nVi ses p=C3=A5 Bj=C3=B6rkstigen 12 klockan tv=C3=A5, 070-174=2006=2005\r\n";
    assert_eq!(sightings_with(&needles, &post("message/rfc822", mail)).0.len(), 2);
    assert_eq!(hits(&needles, mail.as_bytes()).len(), 2);
    assert_eq!(hits(&needles, b"a=20701740605&w=20701740605; x=2012"), []);
}

#[test]
fn office_documents_are_opened_and_what_cannot_be_is_told() {
    let zip = crate::tables::Tables::get().containers.iter().find(|c| c.name == "zip").unwrap().vectors[0].1.clone();
    let zip = encode::unhex(zip.as_bytes());
    let (all, gaps) = sightings_with(&needles(), &post("application/octet-stream", zip.clone()));
    assert_eq!((all.len(), gaps.len()), (1, 0));
    assert!(all[0].layers.contains(&"zip".to_owned()));
    let mut encrypted = zip;
    encrypted[6] |= 1;
    assert_eq!(sightings_with(&needles(), &post("application/zip", encrypted)).1.len(), 1);
    let pdf = b"%PDF-1.7\n1 0 obj<</Filter/FlateDecode>>stream\n\x78\x9c\x00\x00endstream".to_vec();
    assert_eq!(sightings_with(&needles(), &post("application/pdf", pdf)).1.len(), 1);
}

#[test]
fn an_address_ends_before_the_ending_of_a_file() {
    for text in ["/avatar/anna.berg@example.com.png", "anna.berg@example.com.PDF", "till anna.berg@example.com.Hej!"] {
        assert_eq!(found(text.as_bytes()).len(), 1, "{text}");
    }
    assert_eq!(found(b"anna.berg@example.com.au and anna.berg@example.com.pdfx"), []);
    // whoever is made up is told whatever touches the address
    let made_up = Needles::compile(&anna(), &Options { made_up: true, ..Options::default() });
    for text in [
        "user_anna.berg@example.com",
        "1anna.berg@example.com",
        "anna.berg@example.comx",
        "mailanna.berg@example.comphone",
    ] {
        assert_eq!(hits(&made_up, text.as_bytes()).len(), 1, "{text}");
    }
}

/// Bytes in an encoding that nothing here opens could hold anybody; text under such a header was not encoded.
#[test]
fn a_content_encoding_that_is_not_opened_is_a_gap() {
    for (encoding, body, gaps) in [
        ("snappy", &b"\x00\xff\x80 \x01\x02"[..], 1),
        ("x; secret@example.com", &b"\x00\xff\x80"[..], 1),
        ("snappy", &br#"{"a":1}"#[..], 0),
        ("identity", &b"\x00\xff\x80"[..], 0),
    ] {
        let mut e = post("application/json", body);
        e.headers.push(("content-encoding".into(), encoding.into()));
        let mut scanner = needles().scanner();
        scanner.exchange("t", &e, &mut |_| (), &mut |gap| assert!(!gap.why.contains('@'), "{}", gap.why));
        let mut told = 0;
        scanner.exchange("t", &e, &mut |_| (), &mut |_| told += 1);
        assert_eq!(told, gaps, "{encoding}");
    }
}

/// Made by lz-string 1.5.0: `{"em":…,"x":…}` twice the address, and an event.
#[test]
fn code_units_of_lz_string_are_unpacked() {
    let [short, long] = [
        r"\u3782\u20a6\u0b62\u05c2\u0860\u3b05\uc074\u0233\u009c\u0e60\u0130\u01e7\u0400\u3803\u660a\u0318\u0f654\u2013\u3c4a\ua18e\uf91a\u45d5\ud200\u5f20\u0000",
        r"\u3782\u20a6\u06e6\u0760\u2e20\u2e10\u0140\u8607\u3300\ud409\u6603\ub880\u0d08\u02b8\u0ce6N\u8a86\u00b6\ua8e0\u0da2\u22ad\u34a8\u0740\u11b5\ue800\u0980\u01ea\u9e80\u0766\u61b8\u0630\u0f6f\u4400\u5f12\ud110\u0466\u5400",
    ];
    for (packed, keys) in [(short, &["d.em", "d.x"][..]), (long, &["d.user.email"])] {
        // all escaped, and only what has to be
        let units = crate::scan::escapes::units_beyond(packed.as_bytes()).unwrap();
        let sign = |one: Result<char, std::char::DecodeUtf16Error>| match one {
            Ok('\0') => "\\u0000".to_owned(),
            Ok(sign) => sign.to_string(),
            Err(half) => format!("\\u{:04x}", half.unpaired_surrogate()),
        };
        let written: String = char::decode_utf16(units).map(sign).collect();
        for string in [packed.to_owned(), written] {
            let exchange = post("application/json", format!(r#"{{"d":"{string}"}}"#));
            let told: Vec<String> = keys_of(&exchange);
            assert_eq!(told, keys, "{string}");
        }
    }
}

fn keys_of(exchange: &Exchange) -> Vec<String> {
    sightings(exchange).into_iter().map(|s| s.key).collect()
}
