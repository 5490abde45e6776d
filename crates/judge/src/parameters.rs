//! Names and values in a request, as the vendor tables name them.

use crate::evidence::path_of;
use facts::Exchange;
use flate2::read::MultiGzDecoder;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;
use std::borrow::Cow;
use std::fmt;
use std::io::Read as _;

/// What a compressed body may grow to, in bytes: events are small.
const LIMIT: u64 = 16 << 20;
/// What the pairs of one request may take, in bytes. A long name above a long list stands before each of its values, and so
/// a short text could fill any memory.
const MOST: usize = 16 << 20;

/// Names and values of the query and of a urlencoded, multipart or JSON body, decoded, in order. A body may be packed
/// with gzip, hold one JSON text a line, or hold JSON in a field. What is too much ([`LIMIT`], [`MOST`]) is left out.
pub fn parameters(exchange: &Exchange) -> Vec<(String, String)> {
    let mut pairs = Pairs::default();
    let query = path_of(&exchange.url).split_once('?').map_or("", |(_, q)| q);
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        pairs.push(&name, &value);
    }
    let body = unpacked(exchange.body.as_deref().unwrap_or_default());
    let kind = exchange.header("content-type").unwrap_or_default().to_ascii_lowercase();
    if body.starts_with(b"{") || body.starts_with(b"[") {
        let mut texts = serde_json::Deserializer::from_slice(&body);
        while pairs.read("", &mut texts).is_ok() {}
    } else if kind.contains("multipart/form-data") {
        parts(&String::from_utf8_lossy(&body), &mut pairs);
    } else if kind.is_empty() || kind.contains("urlencoded") || kind.contains("text/plain") {
        let plausible = body.contains(&b'=');
        for (name, value) in url::form_urlencoded::parse(if plausible { &body } else { b"" }) {
            pairs.push_field(&name, &value);
        }
    }
    pairs.all
}

/// What gzip packed; what cannot be unpacked as far as it goes.
pub fn unpacked(body: &[u8]) -> Cow<'_, [u8]> {
    if !body.starts_with(&[0x1f, 0x8b]) {
        return body.into();
    }
    let mut text = Vec::new();
    // A stream that was cut off holds what came before the cut.
    let _ = MultiGzDecoder::new(body).take(LIMIT).read_to_end(&mut text);
    text.into()
}

#[derive(Default)]
struct Pairs {
    all: Vec<(String, String)>,
    /// Bytes, those of what was taken for JSON included.
    size: usize,
}

impl Pairs {
    /// False where it is too much.
    fn push(&mut self, name: &str, value: &str) -> bool {
        self.size += name.len() + value.len() + size_of::<(String, String)>();
        let fits = self.size <= MOST;
        if fits {
            self.all.push((name.to_owned(), value.to_owned()));
        }
        fits
    }

    /// A field that may hold JSON, and holds its text where it does not.
    fn push_field(&mut self, name: &str, value: &str) {
        let known = self.all.len();
        let mut text = serde_json::Deserializer::from_str(value);
        let json = value.starts_with(['{', '[']) && self.read(name, &mut text).and_then(|()| text.end()).is_ok();
        if !json {
            self.all.truncate(known);
            self.push(name, value);
        }
    }

    /// Every value of the next JSON text under its path, as sightings name it: `context.page.url`, `events.name` for each of a
    /// list.
    fn read<'de, D: Deserializer<'de>>(&mut self, name: &str, text: D) -> Result<(), D::Error> {
        Leaves { path: &mut name.to_owned(), pairs: self }.deserialize(text)
    }
}

/// Reads a JSON text as it comes: a tree of it may take a hundred times its size.
struct Leaves<'p> {
    path: &'p mut String,
    pairs: &'p mut Pairs,
}

impl Leaves<'_> {
    fn leaf<E: Error>(self, value: &str) -> Result<(), E> {
        if self.pairs.push(self.path, value) { Ok(()) } else { Err(E::custom("too much")) }
    }
}

impl<'de> DeserializeSeed<'de> for Leaves<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, text: D) -> Result<(), D::Error> {
        text.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Leaves<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.leaf(if value { "true" } else { "false" })
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.leaf(&value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.leaf(&value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.leaf(&Number::from_f64(value).map_or_else(String::new, |number| number.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.leaf(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Leaves { path: self.path, pairs: self.pairs })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let above = self.path.len();
        while let Some(name) = map.next_key::<String>()? {
            if above > 0 {
                self.path.push('.');
            }
            self.path.push_str(&name);
            map.next_value_seed(Leaves { path: self.path, pairs: self.pairs })?;
            self.path.truncate(above);
        }
        Ok(())
    }
}

/// Fields of a multipart body (RFC 7578); files are left out.
fn parts(body: &str, pairs: &mut Pairs) {
    let Some(boundary) = body.lines().next().filter(|l| l.starts_with("--")) else { return };
    let field = |part: &str| {
        let (head, value) = part.split_once("\r\n\r\n")?;
        let name = head.split("name=\"").nth(1)?.split('"').next()?;
        if !head.contains("filename=") {
            pairs.push(name, value.trim_end_matches("\r\n"));
        }
        Some(())
    };
    body.split(boundary).filter_map(field).count();
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn of(body: &[u8]) -> Vec<(String, String)> {
        let exchange =
            Exchange { url: "https://api.vendor.example/e".into(), body: Some(body.to_vec()), ..Exchange::default() };
        parameters(&exchange)
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn items_of_a_list_have_no_number() {
        assert_eq!(of(br#"{"events":[{"n":"a"},{"n":"b"}]}"#), [pair("events.n", "a"), pair("events.n", "b")]);
    }

    #[test]
    fn lines_and_fields_of_json_are_read() {
        assert_eq!(of(b"{\"a\":1}\n{\"a\":2}\n"), [pair("a", "1"), pair("a", "2")]);
        assert_eq!(of(b"data=%5B%7B%22event%22%3A%22x%22%7D%5D&n=7"), [pair("data.event", "x"), pair("n", "7")]);
    }

    #[test]
    fn what_gzip_packed_is_read() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(br#"{"token":"t"}"#).expect("memory");
        assert_eq!(of(&packed.finish().expect("memory")), [pair("token", "t")]);
        assert_eq!(of(&[0x1f, 0x8b, 0x00]), []);
    }

    #[test]
    fn values_stand_in_order_and_what_is_no_json_stays_as_it_is() {
        let body = br#"{"z":1.0,"a":[true,null,-1],"b":{"c":"x","":9}} {"cut":["y","#;
        let wanted = [("z", "1.0"), ("a", "true"), ("a", "-1"), ("b.c", "x"), ("b.", "9"), ("cut", "y")];
        assert_eq!(of(body), wanted.map(|(name, value)| pair(name, value)));
        let fields = b"a={no&b=[1]x&c=[1]&d=7&e={";
        let wanted = [("a", "{no"), ("b", "[1]x"), ("c", "1"), ("d", "7"), ("e", "{")];
        assert_eq!(of(fields), wanted.map(|(name, value)| pair(name, value)));
    }

    /// Short texts that grow: zeros that gzip packs to a thousandth, a long name before every value of a list, deep nests.
    #[test]
    fn nothing_expands_beyond_its_bounds() {
        let gzip = |text: &[u8]| {
            let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
            packed.write_all(text).expect("memory");
            packed.finish().expect("memory")
        };
        let size = |pairs: &[(String, String)]| pairs.iter().map(|(n, v)| n.len() + v.len()).sum::<usize>();
        let zeros = gzip(&vec![b'0'; LIMIT as usize + 1]);
        assert!(zeros.len() < 100_000 && unpacked(&zeros).len() as u64 == LIMIT);
        let twice = unpacked(&gzip(&zeros)).into_owned();
        assert_eq!(twice, zeros, "one layer, whatever lies in it");
        let (name, list) = ("n".repeat(100_000), "1,".repeat(100_000));
        for body in [
            format!("{{\"{name}\":[{list}1]}}"),
            format!("{{\"{name}\":{{{}\"a\":1}}}}", "\"a\":{},".repeat(100_000)),
            format!("{name}=[{list}1]"),
            "[{\"\":0},".repeat(1_000_000),
            "[".repeat(1_000_000),
            "{\"a\":".repeat(1_000_000),
        ] {
            for body in [body.as_bytes(), &gzip(body.as_bytes())] {
                assert!(size(&of(body)) <= MOST);
            }
        }
    }
}
