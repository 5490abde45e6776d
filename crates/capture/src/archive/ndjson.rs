//! Traffic NDJSON (CONTRACTS): one exchange a line, only `url` required. What exporters write differently is read too:
//! numbers as ids, headers as an object or as named pairs, times without an offset (taken as UTC).

use super::block::Read;
use super::headers::Headers;
use super::kind::{COLUMNS, column};
use super::nested::is_response;
use super::others::{Others, in_order, shown};
use super::times::time;
use super::{loose, nested};
use crate::har::mend::mended;
use base64::Engine as _;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD};
use facts::Exchange;
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// Of one exchange: the columns, whatever file they stand in.
#[derive(Default)]
pub(super) struct Columns<'a> {
    pub id: Option<Text<'a>>,
    pub at: Option<Text<'a>>,
    pub page: Option<Text<'a>>,
    pub initiator: Option<Text<'a>>,
    pub method: Option<Text<'a>>,
    pub url: Text<'a>,
    pub headers: Option<Headers>,
    pub body: Option<Text<'a>>,
    pub body_base64: Option<Text<'a>>,
    pub frames: Option<Vec<Text<'a>>>,
    pub others: Others,
    /// What could not be read, by name and why.
    pub wrong: Vec<(&'static str, Wrong)>,
    /// Of that what was sent, as it stands.
    pub beside: Vec<(String, String)>,
}

/// What is wrong with a column.
#[derive(Clone, Copy)]
pub(super) enum Wrong {
    Type,
    Twice,
    Time,
    Base64,
    BothBodies,
}

impl<'de: 'a, 'a> Deserialize<'de> for Columns<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ColumnsVisitor)
    }
}

struct ColumnsVisitor;

impl<'de> Visitor<'de> for ColumnsVisitor {
    type Value = Columns<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("struct Columns")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut columns = Columns::default();
        let mut seen = [false; COLUMNS.len()];
        while let Some(Text(name)) = map.next_key::<Text<'_>>()? {
            let known = column(&name);
            if let Some(at) = COLUMNS.iter().position(|column| known == Some(column))
                && std::mem::replace(&mut seen[at], true)
            {
                return Err(Error::duplicate_field(COLUMNS[at]));
            }
            match known.unwrap_or(&name) {
                "id" => columns.id = map.next_value()?,
                "at" => columns.at = map.next_value()?,
                "page" => columns.page = map.next_value()?,
                "initiator" => columns.initiator = map.next_value()?,
                "method" => columns.method = map.next_value()?,
                "url" => columns.url = map.next_value::<Address<'_>>()?.0,
                "headers" => columns.headers = map.next_value()?,
                "body" => columns.body = map.next_value::<Option<Written<'_>>>()?.map(|body| body.0),
                "body_base64" => columns.body_base64 = map.next_value()?,
                "frames" => {
                    let frames = map.next_value::<Option<Vec<Written<'_>>>>()?;
                    columns.frames = frames.map(|all| all.into_iter().map(|frame| frame.0).collect());
                }
                name if is_response(name) => drop(map.next_value::<IgnoredAny>()?),
                _ => columns.others.0.push((name.into_owned(), map.next_value::<Value>()?)),
            }
        }
        let is_there = COLUMNS.iter().zip(seen).any(|(column, seen)| *column == "url" && seen);
        let none = || if is_there { Error::custom(EMPTY) } else { Error::missing_field("url") };
        columns.addressed().ok_or_else(none)
    }
}

/// To whom nothing is sent.
const EMPTY: &str = "`url` is empty";

/// One line; `number` is its id where it has none.
pub(super) fn exchange(line: &[u8], number: u64) -> Read {
    let error = match serde_json::from_slice::<Columns<'_>>(line) {
        Ok(columns) => return Ok(columns.exchange(number)),
        Err(error) => error,
    };
    let mended = mended(line);
    let (error, line) = match mended.as_deref() {
        Some(mended) => match serde_json::from_slice::<Columns<'_>>(mended) {
            Ok(columns) => return Ok(columns.exchange(number)),
            Err(error) => (error, mended),
        },
        None => (error, line),
    };
    if let Some(columns) = loose::columns(line) {
        return Ok(columns.exchange(number));
    }
    nested::exchange(line, number).ok_or_else(|| reason(&error))
}

impl<'a> Columns<'a> {
    /// With the address that other columns say where `url` does not; none where none does.
    pub(super) fn addressed(mut self) -> Option<Self> {
        if self.url.0.is_empty() {
            let (method, url) = self.others.address()?;
            self.url = Text(Cow::Owned(url));
            self.method = self.method.or(method.map(|m| Text(Cow::Owned(m))));
        }
        Some(self)
    }

    /// The exchange, and what of it could not be read.
    pub(super) fn exchange(mut self, number: u64) -> (Exchange, Option<String>) {
        let mut wrong = self.wrong;
        let mut headers = self.headers.unwrap_or_default().0;
        headers.extend(self.beside);
        headers.extend(self.others.headers());
        let at = self.at.and_then(|at| {
            let read = time(&at.0);
            if read.is_none() {
                wrong.push(("at", Wrong::Time));
            }
            read
        });
        let at = at.or_else(|| self.others.time());
        // some exporters always write both, and leave one empty
        let given = |text: Option<Text<'_>>| text.map(Text::owned).filter(|text| !text.is_empty());
        let (text, encoded) = (given(self.body), given(self.body_base64));
        let bytes = encoded.map(|encoded| {
            unbase64(&encoded).unwrap_or_else(|| {
                wrong.push(("body_base64", Wrong::Base64));
                encoded.into_bytes()
            })
        });
        let body = match (text, bytes) {
            (Some(text), Some(bytes)) if text.as_bytes() != bytes => {
                wrong.push(("body", Wrong::BothBodies));
                headers.push((Exchange::OTHER_BODY.to_owned(), text));
                Some(bytes)
            }
            (text, bytes) => bytes.or(text.map(String::into_bytes)),
        };
        let method = self.method.map_or_else(|| if body.is_some() { "POST" } else { "GET" }.to_owned(), Text::owned);
        // what else the row holds is looked through with it: as its body, or beside that as headers
        let mut others = Vec::new();
        for (name, value) in self.others.0 {
            if !matches!(value, Value::Null | Value::Bool(_)) {
                others.push((name, in_order(value)));
            }
        }
        let (body, rest) = match (body, others) {
            (None, others) if !others.is_empty() => (Some(Value::from_iter(others).to_string().into_bytes()), vec![]),
            (body, others) => (body, others),
        };
        headers.extend(rest.into_iter().map(|(name, value)| (name, shown(&value))));
        let exchange = Exchange {
            id: self.id.map_or_else(|| number.to_string(), Text::owned),
            at,
            page: self.page.map(Text::owned),
            initiator: self.initiator.map(Text::owned),
            method,
            url: with_host(with_scheme(self.url.owned()), &headers),
            headers,
            body,
            frames: self.frames.unwrap_or_default().into_iter().map(|f| f.owned().into_bytes()).collect(),
            ..Exchange::default()
        };
        (exchange, told(&wrong))
    }
}

/// What is wrong with a row; of several columns only which.
fn told(wrong: &[(&str, Wrong)]) -> Option<String> {
    let (name, why) = wrong.first()?;
    let mut names: Vec<_> = wrong.iter().map(|(name, _)| format!("`{name}`")).collect();
    names.dedup();
    Some(match why {
        _ if names.len() > 1 => format!("{} are not what they should be; the rest was read", names.join(", ")),
        Wrong::Type => format!("`{name}` is of the wrong type; the rest was read"),
        Wrong::Twice => format!("`{name}` stands twice; the first was read"),
        Wrong::Time => "`at` is not a time like `2021-03-01T12:00:00Z`; the rest was read".to_owned(),
        Wrong::Base64 => "`body_base64` is not valid base64; it was read as it stands".to_owned(),
        Wrong::BothBodies => "both `body` and `body_base64` are given; both were read".to_owned(),
    })
}

/// In either alphabet, with padding or without, in lines or in one.
pub(super) fn unbase64(text: &str) -> Option<Vec<u8>> {
    const LOOSE: GeneralPurposeConfig = GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent);
    STANDARD.decode(text).ok().or_else(|| {
        let in_one = text.bytes().filter(|b| !b.is_ascii_whitespace());
        let standard = in_one.map(|b| match b {
            b'-' => b'+',
            b'_' => b'/',
            b => b,
        });
        GeneralPurpose::new(&alphabet::STANDARD, LOOSE).decode(standard.collect::<Vec<u8>>()).ok()
    })
}

/// Where the address begins with the path, and a header says whose it is.
fn with_host(url: String, headers: &[(String, String)]) -> String {
    let host = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("host")).map(|(_, host)| host.as_str());
    match host.filter(|host| url.starts_with('/') && !host.is_empty()) {
        Some(host) => format!("http://{host}{url}"),
        None => url,
    }
}

/// `//host/…` (RFC 3986 section 4.2) and `host/…` say to whom, though not how. Names end in a public suffix: `script.js/x` is a
/// path, as is what has neither a path nor a port behind it.
fn with_scheme(url: String) -> String {
    let relative = url.strip_prefix("//");
    let rest = relative.unwrap_or(&url);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    let is_name = !host.is_empty() && host.chars().all(|c| c.is_alphanumeric() || "-._".contains(c));
    let is_known = || {
        psl::suffix(host.to_ascii_lowercase().as_bytes())
            .is_some_and(|s| s.is_known() && s.as_bytes().len() < host.len())
    };
    let is_sure = relative.is_some() || rest[authority.len()..].starts_with('/') || !port.is_empty();
    match is_sure && is_name && port.bytes().all(|b| b.is_ascii_digit()) && is_known() {
        true => format!("http://{rest}"),
        false => url,
    }
}

/// Says what is wrong and at which column, never the value that stands there.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    let is_json = error.is_data() || TOO_MUCH.contains(&what);
    let what = match what {
        w if w.contains("struct Columns") => "a line is an object like `{\"url\":\"https://…\"}`",
        "missing field `url`" => "`url` is missing",
        w if w == EMPTY || TOO_MUCH.contains(&w) => w,
        _ if is_json => "a value of the wrong type",
        w => &format!("the line is no valid JSON: {w}"),
    };
    match error.column() {
        0 => format!("not an exchange: {what}"),
        column => format!("not an exchange: {what} (column {column})"),
    }
}

/// What JSON may hold and is not read.
const TOO_MUCH: [&str; 2] = ["recursion limit exceeded", "number out of range"];

/// A string, borrowed from the line where it holds no escapes; exporters write numbers too.
#[derive(Default)]
pub(super) struct Text<'a>(pub Cow<'a, str>);

impl Text<'_> {
    pub(super) fn owned(self) -> String {
        self.0.into_owned()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor).map(Self)
    }
}

/// A string, or the text of an object or list: exporters write JSON bodies so.
pub(super) struct Written<'a>(pub Text<'a>);

impl<'de: 'a, 'a> Deserialize<'de> for Written<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&'de RawValue>::deserialize(deserializer)?;
        written(raw).map(Self).ok_or_else(|| Error::custom("invalid type"))
    }
}

pub(super) fn written(raw: &RawValue) -> Option<Text<'_>> {
    match raw.get().as_bytes().first()? {
        b'{' | b'[' => Some(Text(Cow::Borrowed(raw.get()))),
        _ => serde_json::from_str(raw.get()).ok(),
    }
}

/// A string or nothing: a number is no address.
pub(super) struct Address<'a>(pub Text<'a>);

impl<'de: 'a, 'a> Deserialize<'de> for Address<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text: Option<Cow<'de, str>> = Option::<Borrowed<'de>>::deserialize(deserializer)?.map(|b| b.0);
        Ok(Self(Text(text.unwrap_or_default())))
    }
}

/// Borrowed where it can be.
#[derive(Deserialize)]
struct Borrowed<'a>(#[serde(borrow)] Cow<'a, str>);

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, v: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(v))
    }

    fn visit_str<E: Error>(self, v: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(v.to_owned()))
    }

    fn visit_i64<E: Error>(self, v: i64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(v.to_string()))
    }

    fn visit_u64<E: Error>(self, v: u64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(v.to_string()))
    }

    fn visit_f64<E: Error>(self, v: f64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(v.to_string()))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> (Exchange, Option<String>) {
        exchange(line.as_bytes(), 9).unwrap()
    }

    #[test]
    fn headers_are_read_in_every_shape() {
        let expected = [("a".to_owned(), "1".to_owned()), ("b".to_owned(), "2".to_owned())];
        for headers in [
            r#"[["a","1"],["b",2]]"#,
            r#"[{"name":"a","value":"1"},{"value":"2","name":"b","x":[]}]"#,
            r#"{"a":"1","b":["2"]}"#,
            r#"[{"Name":"a","Value":"1"},{"k":"b","v":2}]"#,
            r#"[{"a":"1","b":"2"}]"#,
            r#"[["a","1"],{"b":"2"}]"#,
            r#"[{"header":"a","value_base64":"MQ"},{"b":2}]"#,
        ] {
            let (exchange, why) = read(&format!(r#"{{"url":"https://a.example/","headers":{headers}}}"#));
            assert_eq!((exchange.headers.as_slice(), why), (&expected[..], None), "{headers}");
        }
        assert_eq!(read(r#"{"url":"/","headers":null,"frames":null,"body":null,"id":null}"#).0.id, "9");
    }

    #[test]
    fn what_is_wrong_is_named_and_the_rest_read() {
        let (exchange, why) = read(r#"{"url":"https://a.example/?x","at":"yesterday","body_base64":"%%%"}"#);
        assert_eq!((exchange.at, exchange.body.as_deref()), (None, Some(&b"%%%"[..])));
        assert!(why.unwrap().contains("body_base64"));
        let quoted = super::exchange(br#"{"url":["anna@example.com"]}"#, 1).unwrap_err();
        assert!(!quoted.contains("anna"), "{quoted}");
        assert!(super::exchange(br#"{"id":"1"}"#, 1).unwrap_err().contains("url"));
        for (line, why) in [
            (r#"{"url":5}"#, "a value of the wrong type"),
            (r#"{"url":true}"#, "a value of the wrong type"),
            (r#"{"url":null}"#, "`url` is empty"),
            (r#"{"url":""}"#, "`url` is empty"),
        ] {
            let told = super::exchange(line.as_bytes(), 1).unwrap_err();
            assert!(told.starts_with(&format!("not an exchange: {why} (column ")), "{line}: {told}");
        }
        for (line, why) in [
            ("not json", "the line is no valid JSON: expected ident (column 2)"),
            (r#"{"id":"1"}"#, "`url` is missing (column 10)"),
        ] {
            assert_eq!(super::exchange(line.as_bytes(), 1).unwrap_err(), format!("not an exchange: {why}"));
        }
        let large = super::exchange(br#"{"url":"/","x":1e999}"#, 1).unwrap_err();
        assert!(large.starts_with("not an exchange: number out of range"), "{large}");
        assert_eq!(read(r#"{"URL":"https://a.example/","ID":5,"BODY":"x"}"#).0.id, "5");
        assert_eq!(read(r#"{"url":null,"host":"a.example","uri":"/x"}"#).0.url, "http://a.example/x");
        assert_eq!(read(r#"{"url":"https:\/\/a.example\/å"}"#).0.url, "https://a.example/å");
    }

    #[test]
    fn an_address_without_a_scheme_says_its_host() {
        for (url, host) in [
            ("//www.facebook.com/tr?e=1", Some("www.facebook.com")),
            ("www.facebook.com/tr?e=1", Some("www.facebook.com")),
            ("www.facebook.com:443/tr?e=1", Some("www.facebook.com")),
            ("//t.example.co.uk?e=1", Some("t.example.co.uk")),
            ("/tr?e=1", None),
            ("//wp-admin/x", None),
            ("script.js/x?e=1", None),
            ("collect.pl?e=1", None),
            ("com/x", None),
            ("mailto:a@example.com", None),
        ] {
            assert_eq!(read(&format!(r#"{{"url":"{url}"}}"#)).0.host().as_deref(), host, "{url}");
        }
    }

    #[test]
    fn of_two_bodies_an_empty_one_is_none_and_both_are_read() {
        let line = |body: &str, base64: &str| {
            read(&format!(r#"{{"url":"https://a.example/","body":"{body}","body_base64":"{base64}"}}"#))
        };
        let (exchange, why) = line("", "AP8=");
        assert_eq!((exchange.body.as_deref(), why), (Some(&[0, 255][..]), None));
        assert_eq!(line("x", "").0.body.as_deref(), Some(&b"x"[..]));
        assert_eq!(line("x", "eA=="), line("x", ""));
        for base64 in ["_-__", "/+//", "_-\\r\\n__", " _-\\n__ \\n"] {
            let (exchange, why) = line("", base64);
            assert_eq!((exchange.body.as_deref(), why), (Some(&[255, 239, 255][..]), None), "{base64}");
        }
        assert_eq!(line("", "AP8").0.body.as_deref(), Some(&[0, 255][..]));
        let (exchange, why) = line("text", "AP8=");
        assert_eq!(
            (exchange.body.as_deref(), exchange.header(Exchange::OTHER_BODY)),
            (Some(&[0, 255][..]), Some("text"))
        );
        assert!(why.unwrap().contains("both were read"));
    }

    #[test]
    fn objects_are_read_as_their_text() {
        let (exchange, why) = read(
            r#"{"url":"/","body":{"b": ["0701740606", 1.0],"a":null},"frames":[{"x":1},"y",[2]],"headers":"{\"a\":\"1\"}"}"#,
        );
        assert_eq!(exchange.body.as_deref(), Some(&br#"{"b": ["0701740606", 1.0],"a":null}"#[..]));
        assert_eq!(exchange.frames, [&br#"{"x":1}"#[..], b"y", b"[2]"]);
        assert_eq!((exchange.header("a"), why), (Some("1"), None));
        let lines = read(r#"{"url":"/","headers":"Referer: https://p.example/\r\nX: 1\r\n"}"#).0;
        assert_eq!((lines.header("referer"), lines.headers.len()), (Some("https://p.example/"), 2));
    }

    /// As a browser's extension has them: what counts from zero is a list, whatever the order of its names.
    #[test]
    fn typed_arrays_in_other_columns_are_lists() {
        let numbers: Vec<String> = (0..12).map(|n| format!("\"{n}\":{}", n + 65)).collect();
        let bytes = format!("{{{}}}", numbers.join(","));
        let list: Vec<String> = (65..77).map(|n| n.to_string()).collect();
        let (alone, _) = read(&format!(r#"{{"url":"/","raw":[{{"bytes":{bytes}}}]}}"#));
        let whole = format!("{{\"raw\":[{{\"bytes\":[{}]}}]}}", list.join(","));
        assert_eq!(String::from_utf8(alone.body.unwrap()).unwrap(), whole);
        let (beside, _) = read(&format!(r#"{{"url":"/","body":"a","raw":{bytes}}}"#));
        assert_eq!(beside.header("raw"), Some(&*format!("[{}]", list.join(","))));
    }
}
