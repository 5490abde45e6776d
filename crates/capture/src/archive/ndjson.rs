//! Traffic NDJSON (CONTRACTS): one exchange a line, only `url` required. What exporters write differently is read too:
//! numbers as ids, headers as an object or as named pairs, times without an offset (taken as UTC).

use super::block::Read;
use super::kind::COLUMNS;
use crate::har::mend::mended;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::Exchange;
use jiff::{Timestamp, civil, tz::TimeZone};
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
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
            if let Some(at) = COLUMNS.iter().position(|column| *column == name)
                && std::mem::replace(&mut seen[at], true)
            {
                return Err(Error::duplicate_field(COLUMNS[at]));
            }
            match &*name {
                "id" => columns.id = map.next_value()?,
                "at" => columns.at = map.next_value()?,
                "page" => columns.page = map.next_value()?,
                "initiator" => columns.initiator = map.next_value()?,
                "method" => columns.method = map.next_value()?,
                "url" => columns.url = map.next_value::<Address<'_>>()?.0,
                "headers" => columns.headers = map.next_value()?,
                "body" => columns.body = map.next_value()?,
                "body_base64" => columns.body_base64 = map.next_value()?,
                "frames" => columns.frames = map.next_value()?,
                name if is_response(name) => drop(map.next_value::<IgnoredAny>()?),
                _ => columns.others.0.push((name.into_owned(), map.next_value::<Value>()?)),
            }
        }
        if columns.url.0.is_empty() {
            let is_there = COLUMNS.iter().zip(seen).any(|(column, seen)| *column == "url" && seen);
            let none = || if is_there { Error::custom(EMPTY) } else { Error::missing_field("url") };
            let (method, url) = columns.others.address().ok_or_else(none)?;
            columns.url = Text(Cow::Owned(url));
            columns.method = columns.method.or(method.map(|m| Text(Cow::Owned(m))));
        }
        Ok(columns)
    }
}

/// To whom nothing is sent.
const EMPTY: &str = "`url` is empty";

/// What came back was not sent.
pub(super) fn is_response(column: &str) -> bool {
    let column = column.to_ascii_lowercase().replace('-', "_");
    column.starts_with("resp") || column.contains("response") || column.contains("set_cookie")
}

/// Columns that are none of ours.
#[derive(Default)]
pub(super) struct Others(pub Vec<(String, Value)>);

/// Names that web servers' logs in JSON give their fields.
const TIMES: [&str; 7] = ["time_iso8601", "@timestamp", "timestamp", "time", "ts", "msec", "time_local"];
const HOSTS: [&str; 5] = ["http_host", "host", "server_name", "vhost", "virtual_host"];

impl Others {
    fn take(&mut self, names: &[&str]) -> Option<String> {
        let known = |(name, value): &(String, Value)| names.contains(&name.as_str()) && !value.is_object();
        let at = self.0.iter().position(known)?;
        Some(shown(&self.0.remove(at).1))
    }

    /// Method and address of a server's log; the address begins with the path where the log does not say its host.
    fn address(&mut self) -> Option<(Option<String>, String)> {
        let (method, target) = match self.take(&["request_uri", "uri"]) {
            Some(target) => (self.take(&["request_method"]), target),
            None => self.request()?,
        };
        let scheme = self.take(&["scheme"]).filter(|s| s == "https").unwrap_or_else(|| "http".to_owned());
        match self.take(&HOSTS).filter(|host| target.starts_with('/') && !host.is_empty()) {
            Some(host) => Some((method, format!("{scheme}://{host}{target}"))),
            None => Some((method, target)),
        }
    }

    /// `GET /x HTTP/1.1`
    fn request(&mut self) -> Option<(Option<String>, String)> {
        let line = self.0.iter().find(|(name, _)| name == "request")?.1.as_str()?;
        let (method, target) = line.rsplit_once(" HTTP/")?.0.split_once(' ')?;
        let read = (Some(method.to_owned()), target.to_owned());
        self.take(&["request"]);
        Some(read)
    }

    fn time(&mut self) -> Option<Timestamp> {
        let known = |(name, value): &(String, Value)| {
            let at = TIMES.contains(&name.as_str()).then(|| time(&shown(value)))?;
            Some((name.clone(), at?))
        };
        let (name, at) = self.0.iter().find_map(known)?;
        self.take(&[&name]);
        Some(at)
    }

    /// The request headers that logs have columns for.
    fn headers(&mut self) -> impl Iterator<Item = (String, String)> {
        const NAMES: [(&str, &str); 7] = [
            ("http_referer", "referer"),
            ("http_referrer", "referer"),
            ("referer", "referer"),
            ("referrer", "referer"),
            ("http_user_agent", "user-agent"),
            ("cookies", "cookie"),
            ("http_cookie", "cookie"),
        ];
        NAMES.into_iter().filter_map(|(column, header)| {
            let at = self.0.iter().position(|(name, value)| name == column && value.is_string())?;
            let value = shown(&self.0.remove(at).1);
            (!matches!(value.as_str(), "" | "-")).then(|| (header.to_owned(), value))
        })
    }
}

/// A string as it is, anything else as JSON.
fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// One line; `number` is its id where it has none.
pub(super) fn exchange(line: &[u8], number: u64) -> Read {
    let columns = match serde_json::from_slice::<Columns<'_>>(line) {
        Ok(columns) => columns.exchange(number),
        Err(error) => {
            let mended = mended(line).ok_or_else(|| reason(&error))?;
            serde_json::from_slice::<Columns<'_>>(&mended).map_err(|e| reason(&e))?.exchange(number)
        }
    };
    Ok(columns)
}

impl Columns<'_> {
    /// The exchange, and what of it could not be read.
    pub(super) fn exchange(mut self, number: u64) -> (Exchange, Option<String>) {
        let mut why = None;
        let mut headers = self.headers.unwrap_or_default().0;
        headers.extend(self.others.headers());
        let at = self.at.and_then(|at| {
            let read = time(&at.0);
            if read.is_none() {
                why = Some("`at` is not a time like `2021-03-01T12:00:00Z`; the rest was read");
            }
            read
        });
        let at = at.or_else(|| self.others.time());
        let body = match (self.body, self.body_base64) {
            (Some(text), encoded) => {
                if encoded.is_some() {
                    why = Some("both `body` and `body_base64` are given; `body` was read");
                }
                Some(text.0.into_owned().into_bytes())
            }
            (None, Some(encoded)) => STANDARD.decode(encoded.0.as_bytes()).map_or_else(
                |_| {
                    why = Some("`body_base64` is not valid base64; it was read as it stands");
                    Some(encoded.0.as_bytes().to_vec())
                },
                Some,
            ),
            (None, None) => None,
        };
        let method = self.method.map_or_else(|| if body.is_some() { "POST" } else { "GET" }.to_owned(), Text::owned);
        // what else the row holds is looked through with it: as its body, or beside that as headers
        self.others.0.retain(|(_, value)| !matches!(value, Value::Null | Value::Bool(_)));
        let (body, rest) = match (body, self.others.0) {
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
            url: self.url.owned(),
            headers,
            body,
            frames: self.frames.unwrap_or_default().into_iter().map(|f| f.owned().into_bytes()).collect(),
            ..Exchange::default()
        };
        (exchange, why.map(str::to_owned))
    }
}

/// RFC 3339; a time without an offset is UTC; seconds, milli-, micro- or nanoseconds since 1970 by their size.
pub(super) fn time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    if let Ok(local) = text.parse::<civil::DateTime>() {
        return local.to_zoned(TimeZone::UTC).ok().map(|z| z.timestamp());
    }
    if let Ok(at) = Timestamp::strptime("%d/%b/%Y:%H:%M:%S %z", text) {
        return Some(at);
    }
    let number = text.parse::<f64>().ok().filter(|n| n.is_finite() && *n > 0.0)?;
    let unit = [1e11, 1e14, 1e17, 1e20].iter().position(|limit| number < *limit)?;
    Timestamp::from_microsecond((number * [1e6, 1e3, 1.0, 1e-3][unit]) as i64).ok()
}

/// Says what is wrong and at which column, never the value that stands there.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    let what = match what {
        w if w.contains("struct Columns") => "a line is an object like `{\"url\":\"https://…\"}`",
        w if w.contains('"') || w.starts_with("invalid type") => "a value of the wrong type",
        w => w,
    };
    match error.column() {
        0 => format!("not an exchange: {what}"),
        column => format!("not an exchange: {what} (column {column})"),
    }
}

/// A string, borrowed from the line where it holds no escapes; exporters write numbers too.
#[derive(Default)]
pub(super) struct Text<'a>(pub Cow<'a, str>);

impl Text<'_> {
    fn owned(self) -> String {
        self.0.into_owned()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor).map(Self)
    }
}

/// A string or nothing: a number is no address.
struct Address<'a>(Text<'a>);

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

/// `[["name","value"]]`, `[{"name":…,"value":…}]`, `{"name":"value"}` or `{"name":["value","value"]}`.
#[derive(Default)]
pub(super) struct Headers(pub Vec<(String, String)>);

impl<'de> Deserialize<'de> for Headers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeadersVisitor).map(Self)
    }
}

struct HeadersVisitor;

impl<'de> Visitor<'de> for HeadersVisitor {
    type Value = Vec<(String, String)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("headers as a list of pairs or as an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::new();
        while let Some(Header(name, value)) = seq.next_element()? {
            all.push((name, value));
        }
        Ok(all)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::new();
        while let Some((name, OneOrMore(values))) = map.next_entry::<String, _>()? {
            all.extend(values.into_iter().map(|value| (name.clone(), value)));
        }
        Ok(all)
    }
}

struct Header(String, String);

impl<'de> Deserialize<'de> for Header {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeaderVisitor)
    }
}

struct HeaderVisitor;

impl<'de> Visitor<'de> for HeaderVisitor {
    type Value = Header;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a header as `[name, value]` or `{name, value}`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Header, A::Error> {
        let mut next = || seq.next_element::<Text<'_>>();
        let (Some(name), Some(value)) = (next()?, next()?) else { return Err(Error::invalid_length(0, &self)) };
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Header(name.owned(), value.owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Header, A::Error> {
        let mut header = Header(String::new(), String::new());
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            match &*key {
                "name" => header.0 = map.next_value::<Text<'_>>()?.owned(),
                "value" => header.1 = map.next_value::<Text<'_>>()?.owned(),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(header)
    }
}

struct OneOrMore(Vec<String>);

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either<'a> {
            More(#[serde(borrow)] Vec<Text<'a>>),
            One(#[serde(borrow)] Text<'a>),
        }
        Ok(Self(match Either::deserialize(deserializer)? {
            Either::More(values) => values.into_iter().map(Text::owned).collect(),
            Either::One(value) => vec![value.owned()],
        }))
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
        assert_eq!(read(r#"{"url":null,"host":"a.example","uri":"/x"}"#).0.url, "http://a.example/x");
        assert_eq!(read(r#"{"url":"https:\/\/a.example\/å"}"#).0.url, "https://a.example/å");
    }

    #[test]
    fn times_are_read_as_exporters_write_them() {
        let at = "2021-03-01T12:00:00Z".parse().ok();
        for text in
            ["2021-03-01T12:00:00Z", "2021-03-01T13:00:00+01:00", "2021-03-01 12:00:00", "1614600000", "1614600000000"]
        {
            assert_eq!(time(text), at, "{text}");
        }
        assert_eq!(time("soon"), None);
    }
}
