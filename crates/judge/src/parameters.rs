//! Names and values in a request, as the vendor tables name them.

use crate::evidence::path_of;
use facts::Exchange;
use flate2::read::MultiGzDecoder;
use serde_json::Value;
use std::borrow::Cow;
use std::io::Read as _;

/// What a compressed body may grow to, in bytes: events are small.
const LIMIT: u64 = 16 << 20;

/// Names and values of the query and of a urlencoded, multipart or JSON body, decoded, in order. A body may be packed
/// with gzip, hold one JSON text a line, or hold JSON in a field.
pub fn parameters(exchange: &Exchange) -> Vec<(String, String)> {
    let query = path_of(&exchange.url).split_once('?').map_or("", |(_, q)| q);
    let mut pairs: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let body = unpacked(exchange.body.as_deref().unwrap_or_default());
    let kind = exchange.header("content-type").unwrap_or_default().to_ascii_lowercase();
    if body.starts_with(b"{") || body.starts_with(b"[") {
        let texts = serde_json::Deserializer::from_slice(&body).into_iter::<Value>();
        texts.map_while(Result::ok).for_each(|value| leaves("", &value, &mut pairs));
    } else if kind.contains("multipart/form-data") {
        pairs.extend(parts(&String::from_utf8_lossy(&body)));
    } else if kind.is_empty() || kind.contains("urlencoded") || kind.contains("text/plain") {
        let plausible = body.contains(&b'=');
        for (name, value) in url::form_urlencoded::parse(if plausible { &body } else { b"" }) {
            match serde_json::from_str(&value) {
                Ok(json @ (Value::Object(_) | Value::Array(_))) => leaves(&name, &json, &mut pairs),
                _ => pairs.push((name.into_owned(), value.into_owned())),
            }
        }
    }
    pairs
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

/// Every value of a JSON text under its path, as sightings name it: `context.page.url`, `events.name` for each of a list.
fn leaves(path: &str, value: &Value, pairs: &mut Vec<(String, String)>) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Object(map) => map.iter().for_each(|(name, v)| leaves(&below(name), v, pairs)),
        Value::Array(list) => list.iter().for_each(|v| leaves(path, v, pairs)),
        Value::String(text) => pairs.push((path.to_owned(), text.clone())),
        Value::Null => {}
        other => pairs.push((path.to_owned(), other.to_string())),
    }
}

/// Fields of a multipart body (RFC 7578); files are left out.
fn parts(body: &str) -> Vec<(String, String)> {
    let Some(boundary) = body.lines().next().filter(|l| l.starts_with("--")) else { return Vec::new() };
    let field = |part: &str| {
        let (head, value) = part.split_once("\r\n\r\n")?;
        let name = head.split("name=\"").nth(1)?.split('"').next()?;
        (!head.contains("filename=")).then(|| (name.to_owned(), value.trim_end_matches("\r\n").to_owned()))
    };
    body.split(boundary).filter_map(field).collect()
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
}
