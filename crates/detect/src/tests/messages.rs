//! Bytes that tell by themselves where their fields end: messages, certificates, digests side by side.

use super::packed::fields;
use super::*;
use crate::properties::{brotli_alone, deflate, gzip, zlib};

/// The number of a field and its bytes.
fn field(number: u8, data: &[u8]) -> Vec<u8> {
    [&[number << 3 | 2, data.len() as u8], data].concat()
}

/// A query stands in it, and it is none.
#[test]
fn a_message_that_holds_the_address_of_a_page_is_read_as_a_message() {
    let csv = "id,email,iban\np1,ailu@example.no,DE89370400440532013000\n";
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    let mut tried = 0;
    for address in ["https://a.example/?tab=2", "https://a.example/?tab=2&x=3", "/p?q", "a=b", "x&y=1"] {
        for (key, value) in [("u", "ailu@example.no"), ("iban", "DE89370400440532013000")] {
            for pairs in [[("page", address), (key, value)], [(key, value), ("page", address)]] {
                for message in fields(&pairs) {
                    let token = encode::base64(&message);
                    let frame = Exchange { frames: vec![message.clone()], ..get("wss://t.example.net/") };
                    for (exchange, within) in [
                        (post("application/octet-stream", gzip(&message)), ""),
                        (post("application/octet-stream", message), ""),
                        (post("application/json", format!("{{\"d\":\"{token}\"}}")), "d."),
                        (frame, ""),
                    ] {
                        let all = sightings_with(&needles, &exchange).0;
                        assert_eq!(all.len(), 1, "{address} {exchange:?}");
                        assert_eq!(all[0].key, format!("{within}{key}"), "{address} {exchange:?}");
                        tried += 1;
                    }
                }
            }
        }
        // its first field may be tagged as a text of JSON begins, and as a number that stands before one
        let event = [field(12, b"ailu@example.no"), b"\x10\x05".to_vec()].concat();
        for number in [3, 4, 6] {
            let message =
                [field(number, &event), field(number, &[7; 0x22]), field(number + 1, address.as_bytes())].concat();
            let framed = [&[0, 0, 0, 0, message.len() as u8][..], &message].concat();
            for body in [message, framed] {
                let all = sightings_with(&needles, &post("application/grpc-web+proto", body)).0;
                let [sighting] = &*all else { panic!("{number} {address} {:?}", places(&all)) };
                assert_eq!(
                    (sighting.key.as_str(), &*sighting.layers),
                    (&*format!("{number}.12"), &["protobuf".to_owned()][..])
                );
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 5 * (2 * 2 * 2 * 4 + 3 * 2));
}

/// What tells by itself where its fields end is worth packing as text is.
#[test]
fn messages_in_streams_without_a_magic_number_are_opened() {
    let mut packed = 0;
    let page = "https://www.example.net/settings/profile and more of it, until the stream has codes of its own";
    for more in [&[][..], &[("page", page), ("title", "Settings, profile, what else one sets")]] {
        let pairs = [&[("t", "pv"), ("email", "anna.berg@example.com")], more].concat();
        let numbered: Vec<u8> = (1..).zip(&pairs).flat_map(|(n, (_, value))| field(n, value.as_bytes())).collect();
        let messages = fields(&pairs).into_iter().map(|m| (m, "email")).chain([(numbered, "2")]);
        for (message, key) in messages {
            for (layer, stream) in [("deflate", deflate(&message)), ("br", brotli_alone(&message))] {
                let token = encode::base64url(&stream);
                let all = sightings(&post("application/octet-stream", stream.clone()));
                assert_eq!(all.len(), 1, "{layer} {message:?}");
                // brotli leaves what is short as it is
                if !stream.windows(10).any(|w| w == b"anna.berg@") {
                    assert_eq!((all[0].key.as_str(), all[0].layers[0].as_str()), (key, layer));
                    packed += 1;
                }
                assert_eq!(hits(&needles(), &stream).len(), 1, "{layer} {message:?}");
                assert_eq!(
                    sightings(&get(&format!("https://t.example.net/?d={token}"))).len(),
                    1,
                    "{layer} {message:?}"
                );
            }
        }
    }
    assert_eq!(packed, 10);
}

/// A tag and its content.
fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    match content.len() {
        n @ ..128 => [&[tag, n as u8], content].concat(),
        n => [&[tag, 0x82, (n >> 8) as u8, n as u8], content].concat(),
    }
}

/// As it stands in a certificate, before what begins with the sign of a digit.
fn certificate(attributes: &[(&[u8], u8, &str)], also: &str) -> Vec<u8> {
    let attribute = |(object, tag, text): &(&[u8], u8, &str)| {
        der(0x31, &der(0x30, &[der(6, object), der(*tag, text.as_bytes())].concat()))
    };
    let name = der(0x30, &attributes.iter().flat_map(attribute).collect::<Vec<u8>>());
    let alternative = der(0x30, &[der(6, b"\x55\x1d\x11"), der(4, &der(0x30, &der(0x81, also.as_bytes())))].concat());
    let key = der(3, &[&[0][..], &[0x9d; 270]].concat());
    der(
        0x30,
        &[der(0x30, &[der(2, &[7; 20]), name, key.clone(), der(0xa3, &der(0x30, &alternative))].concat()), key]
            .concat(),
    )
}

#[test]
fn what_a_certificate_says_of_its_owner_is_read() {
    let csv = "id,email,given_name,family_name,national_id\np1,anna@example.no,Bo,Öberg,19640823-3234\n";
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    let attributes: [(&[u8], u8, &str); 4] = [
        (b"\x55\x04\x05", 0x13, "196408233234"),
        (b"\x55\x04\x2a", 0x0c, "Bo"),
        (b"\x55\x04\x04", 0x0c, "Öberg"),
        (b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01", 0x16, "anna@example.no"),
    ];
    let own = certificate(&attributes, "ca@example.net");
    let alternative = certificate(&attributes[..3], "anna@example.no");
    for (certificate, key) in [(&own, "emailAddress"), (&alternative, "subjectAltName")] {
        let token = encode::base64(certificate);
        let lines: Vec<&str> = (0..token.len()).step_by(76).map(|at| &token[at..token.len().min(at + 76)]).collect();
        let xml = format!("<ds:X509Certificate>\n{}\n</ds:X509Certificate>", lines.join("\n"));
        for (exchange, before) in [
            (post("application/pkix-cert", certificate.clone()), ""),
            (post("application/json", format!("{{\"x5c\":[\"{token}\"]}}")), "x5c."),
            (post("text/xml", xml.clone()), ""),
        ] {
            let all = sightings_with(&needles, &exchange).0;
            let mut told: Vec<_> =
                all.iter().map(|s| (s.identifier.word(), s.key.strip_prefix(before).unwrap_or_default())).collect();
            // a line of base64 is also read by itself
            told.retain(|(_, key)| !key.is_empty());
            told.sort_unstable();
            let wanted = [
                ("email", key),
                ("family_name", "surname"),
                ("given_name", "givenName"),
                ("national_id", "serialNumber"),
            ];
            assert_eq!(told, wanted, "{:?}", places(&all));
        }
        for bytes in [certificate.clone(), xml.into_bytes()] {
            let mut kinds: Vec<_> = hits(&needles, &bytes).iter().map(|h| h.identifier.word()).collect();
            kinds.sort_unstable();
            assert!(kinds.contains(&"email") && kinds.contains(&"national_id"), "{kinds:?}");
        }
    }
}

#[test]
fn digests_that_stand_side_by_side_in_base64_are_all_told() {
    let md5 = |text: &str| digest::hash("md5").unwrap()(text.as_bytes());
    let (email, phone) = ("anna.berg@example.com", "46701740605");
    for digests in [
        [sha256(email), sha256(phone)].concat(),
        [sha256(phone), sha256(email)].concat(),
        [md5(email), md5(phone)].concat(),
        [md5(email), md5("nobody"), md5(phone)].concat(),
    ] {
        let token = encode::base64(&digests);
        for exchange in [
            get(&format!("https://t.example.net/?em={}", token.replace('+', "%2B"))),
            post("application/json", format!("{{\"em\":\"{token}\"}}")),
        ] {
            let mut kinds: Vec<_> = sightings(&exchange).iter().map(|s| s.identifier.word()).collect();
            kinds.sort_unstable();
            assert_eq!(kinds, ["email", "phone"], "{token}");
        }
        assert_eq!(hits(&needles(), format!("em={token}\n").as_bytes()).len(), 2, "{token}");
    }
    let alone = encode::base64url(&digest::hash("sha512").unwrap()(email.as_bytes()));
    assert_eq!(sightings(&get(&format!("https://t.example.net/?em={alone}"))).len(), 1);
}

/// As HAR keeps the bytes of a part: it begins as fields of Protocol Buffers may, too.
#[test]
fn a_stream_is_no_message_besides() {
    for n in 0..30 {
        let filler = encode::hex(&crate::properties::Random(n).bytes(n as usize));
        let stream = zlib(format!(r#"{{"x":"{filler}","email":"anna.berg@example.com"}}"#).as_bytes());
        let string: String = stream.iter().map(|b| char::from(*b)).collect();
        let all = sightings(&post("text/plain", string));
        assert!(all.iter().all(|s| s.layers.contains(&"zlib".to_owned())), "{:?}", places(&all));
        assert_eq!(all.len(), 1, "{:?}", places(&all));
    }
}

#[test]
fn an_address_of_a_page_is_not_taken_for_quoted_printable() {
    for query in ["page=41959", "page=2012", "page=4"] {
        let page =
            format!("https%3A%2F%2Fshop.example.com%2Fu%2Fanna.berg%40example.com%3F{}", query.replace('=', "%3D"));
        let all = sightings(&get(&format!("https://t.example.net/c?dl={page}")));
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].layers, ["percent", "query"], "{query}");
    }
}

/// What .NET writes before JSON, what Python writes for no number, what parts texts of JSON (RFC 7464).
#[test]
fn json_as_programs_write_it_is_taken_apart() {
    for (before, number) in
        [("", "1"), ("\u{feff}", "1"), ("\u{1e}", "1"), ("\r\n\u{feff}", "1"), ("", "NaN"), ("", "-Infinity")]
    {
        let body = format!(r#"{before}{{"n":{number},"user":{{"email":"anna.berg@example.com"}}}}"#);
        let all = sightings(&post("application/json", body.clone()));
        assert_eq!(places(&all).iter().map(|p| p.1).collect::<Vec<_>>(), ["user.email"], "{body}");
    }
}

/// As spreadsheets, columns of floats and JSON of them write what was a number.
#[test]
fn whole_numbers_with_a_fraction_of_nothing_are_read() {
    let csv = "id,phone,national_id,postal_code,birth_date\np1,+46701740605,19640823-3234,114 55,1964-08-24\n";
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
    let kinds = |exchange: &Exchange| {
        let all = sightings_with(&needles, exchange).0;
        let mut kinds: Vec<_> = all.iter().map(|s| s.identifier.word()).collect();
        kinds.sort_unstable();
        kinds
    };
    let whole = ["national_id", "phone", "postal_code"];
    let born = get("https://t.example.net/?birth_date=19640824.0");
    assert_eq!(kinds(&born), ["birth_date"]);
    let json = r#"{"phone":46701740605.0,"pnr":196408233234.0,"zip":11455.0}"#;
    assert_eq!(kinds(&post("application/json", json)), whole);
    assert_eq!(kinds(&get("https://t.example.net/?phone=46701740605.0&pnr=196408233234.0&zip=11455.0")), whole);
    let float = |number: f64| [&[0xcb][..], &number.to_be_bytes()].concat();
    let pairs = [("phone", 46_701_740_605.0), ("pnr", 196_408_233_234.0), ("zip", 11_455.0)];
    let pair = |(name, number): &(&str, f64)| [&[0xa0 | name.len() as u8], name.as_bytes(), &float(*number)].concat();
    let message = [vec![0x83], pairs.iter().flat_map(pair).collect()].concat();
    assert_eq!(kinds(&post("application/msgpack", message)), whole);
    for other in ["46701740605.05", "46701740605.25", "1.46701740605"] {
        assert_eq!(hits(&needles, format!("phone={other}\n").as_bytes()), [], "{other}");
    }
}

#[test]
fn messages_behind_their_lengths_keep_the_numbers_of_their_fields() {
    let own =
        [field(1, b"track"), field(5, b"anna.berg@example.com"), field(6, b"basic plan"), field(4, b"x")].concat();
    let other = [field(1, b"page"), field(5, b"nobody@example.com")].concat();
    let framed = |head: &dyn Fn(usize) -> Vec<u8>, all: &[&Vec<u8>]| -> Vec<u8> {
        all.iter().flat_map(|m| [head(m.len()), (*m).clone()].concat()).collect()
    };
    let grpc = |length: usize| [&[0][..], &(length as u32).to_be_bytes()].concat();
    let trailers = [&b"\x80\0\0\0\x0f"[..], b"grpc-status:0\r\n"].concat();
    let pair = [&own, &other];
    for body in [
        framed(&grpc, &pair),
        [framed(&grpc, &[&own]), trailers].concat(),
        framed(&|length| vec![length as u8], &[&other, &own, &other]),
        framed(&|length| (length as u32).to_be_bytes().to_vec(), &pair),
        framed(&|length| (length as u32).to_le_bytes().to_vec(), &[&own]),
        [b"\0\0\0\0\x2a\0", &own[..]].concat(),
    ] {
        let all = sightings(&post("application/octet-stream", body.clone()));
        let told: Vec<_> = all.iter().map(|s| (s.key.as_str(), s.layers.join(" "), s.offset as usize)).collect();
        let at = body.windows(9).position(|w| w == b"anna.berg").unwrap();
        assert_eq!(told, [("5", "protobuf".to_owned(), at)], "{body:?}");
    }
}

#[test]
fn somebody_may_stand_in_a_name_or_in_the_head_of_a_part() {
    let part = |head: &str| {
        let body = format!("--b\r\nContent-Disposition: form-data; {head}\r\n\r\n1\r\n--b--\r\n");
        post("multipart/form-data; boundary=b", body)
    };
    let hash = encode::hex(&sha256("anna.berg@example.com"));
    let cookie = Exchange {
        headers: vec![("cookie".into(), "a=1; anna.berg@example.com=1".into())],
        ..get("https://t.example.net/")
    };
    for (exchange, key) in [
        (part("name=\"anna.berg@example.com\""), ""),
        (part("name=\"u[anna.berg@example.com]\""), ""),
        (part(&format!("name=\"{hash}\"")), ""),
        (part("name=\"f\"; filename*=UTF-8''anna.berg%40example.com.pdf"), "f"),
        (part("name=\"f\"\r\nX-User: anna.berg@example.com"), "f.x-user"),
        (cookie, ""),
    ] {
        let all = sightings(&exchange);
        assert_eq!(all.iter().map(|s| s.key.as_str()).collect::<Vec<_>>(), [key], "{exchange:?}");
    }
}
