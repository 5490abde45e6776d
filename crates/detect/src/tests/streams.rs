//! Streams whose content stands in them as it is, in one another, or behind one another.

use super::*;
use crate::properties::{brotli_alone, deflate, gzip};
use std::io::Write as _;

const JSON: &[u8] = br#"{"e":"pv","user":{"email":"anna.berg@example.com"},"n":42}"#;

fn told_as(exchange: &Exchange) -> Vec<(String, String)> {
    sightings(exchange).into_iter().map(|s| (s.key, s.layers.join(" "))).collect()
}

fn gzip_stored(data: &[u8]) -> Vec<u8> {
    let mut z = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
    z.write_all(data).unwrap();
    z.finish().unwrap()
}

fn zlib_stored(data: &[u8]) -> Vec<u8> {
    let mut z = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::none());
    z.write_all(data).unwrap();
    z.finish().unwrap()
}

/// RFC 8878: a single segment and a raw block, which is what short texts become.
fn zstd_stored(data: &[u8]) -> Vec<u8> {
    let block = (data.len() as u32) << 3 | 1;
    [b"\x28\xb5\x2f\xfd\x20", &[data.len() as u8][..], &block.to_le_bytes()[..3], data].concat()
}

#[test]
fn a_stream_that_stores_is_opened_and_read_once() {
    for (layer, pack) in [("gzip", gzip_stored as fn(&[u8]) -> Vec<u8>), ("zlib", zlib_stored), ("zstd", zstd_stored)] {
        let body = pack(JSON);
        let own = [("user.email".to_owned(), format!("{layer} json"))];
        assert_eq!(told_as(&post("application/octet-stream", body.clone())), own);
        let hits = hits(&needles(), &body);
        assert_eq!(hits.iter().map(|h| h.layers.to_vec()).collect::<Vec<_>>(), [[layer]]);
        // cut short, what stands there is still read
        let cut = &body[..body.len() - 9];
        assert_eq!(told_as(&post("application/octet-stream", cut)).len(), 1, "{layer}");
    }
}

#[test]
fn streams_in_streams_are_told_one_by_one() {
    let twice = gzip(&gzip(JSON));
    for body in [twice.clone(), gzip_stored(&gzip(JSON))] {
        assert_eq!(
            told_as(&post("application/octet-stream", body)),
            [("user.email".to_owned(), "gzip gzip json".to_owned())]
        );
    }
    let all = hits(&needles(), &gzip(&twice));
    assert_eq!(all.iter().map(|h| h.layers.to_vec()).collect::<Vec<_>>(), [["gzip"; 3]]);
    // brotli leaves what is packed as it is
    for inner in [gzip(JSON), crate::properties::zlib(JSON), zstd_stored(JSON)] {
        let body = brotli_alone(&inner);
        for text in [encode::base64(&body), encode::hex(&body)] {
            let told = told_as(&post("text/plain", text));
            assert!(matches!(&*told, [(key, layers)] if key == "user.email" && layers.contains(" br ")), "{told:?}");
        }
    }
}

/// What has the fixed codes looks like a stream from its third byte on too.
#[test]
fn a_stream_without_a_magic_number_is_told_once() {
    let mut r = crate::properties::Random(16);
    for n in 0..60 {
        let filler = encode::hex(&r.bytes(n % 20));
        let json = format!(r#"{{"e":"pv{filler}","user":{{"email":"anna.berg@example.com"}},"n":{n}}}"#);
        let told = told_as(&post("application/octet-stream", deflate(json.as_bytes())));
        assert_eq!(told, [("user.email".to_owned(), "deflate json".to_owned())], "{json}");
    }
}

#[test]
fn json_in_utf_16_keeps_its_keys_without_a_mark() {
    let text = std::str::from_utf8(JSON).unwrap();
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (layer, body) in [("utf-16le", little), ("utf-16be", big)] {
        let kind = format!("application/json; charset={layer}");
        assert_eq!(told_as(&post(&kind, body)), [("user.email".to_owned(), format!("{layer} json"))]);
    }
}

#[test]
fn content_encodings_are_taken_off_the_last_one_first() {
    for (named, layers) in [("gzip, br", "br gzip"), ("identity,gzip", "gzip"), ("br, gzip", "gzip br")] {
        let body = match layers {
            "br gzip" => brotli_alone(&gzip(JSON)),
            "gzip" => gzip(JSON),
            _ => gzip(&brotli_alone(JSON)),
        };
        let mut exchange = post("application/json", body);
        exchange.headers.push(("content-encoding".into(), named.into()));
        let (all, gaps) = sightings_with(&needles(), &exchange);
        let told: Vec<_> = all.iter().map(|s| (s.key.as_str(), s.layers.join(" "))).collect();
        assert_eq!((told, gaps.len()), (vec![("user.email", layers.to_owned())], 0), "{named}");
    }
}
