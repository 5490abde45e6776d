//! Rows of which a column is not what it should be: only `url` is required, the rest is an exchange without it.

use super::headers::Headers;
use super::kind::COLUMNS;
use super::ndjson::{Address, Columns, Text, Written, Wrong};
use super::nested::is_response;
use crate::har;
use facts::Exchange;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// The columns of a row, with the names of those that could not be read; none where it is no object or says no address.
pub(super) fn columns(line: &[u8]) -> Option<Columns<'_>> {
    let Row(row) = serde_json::from_slice(line).ok()?;
    let (mut columns, mut seen) = (Columns::default(), [false; COLUMNS.len()]);
    for (Text(name), value) in row {
        let Some(at) = COLUMNS.iter().position(|column| column.eq_ignore_ascii_case(&name)) else {
            if !is_response(&name) {
                columns.others.0.push((name.into_owned(), serde_json::from_str(value.get()).ok()?));
            }
            continue;
        };
        let (column, twice) = (COLUMNS[at], std::mem::replace(&mut seen[at], true));
        if value.get() == "null" {
            continue;
        }
        if twice || !columns.take(column, value) {
            columns.wrong.push((column, if twice { Wrong::Twice } else { Wrong::Type }));
            if !ABOUT.contains(&column) {
                let name = if column == "body" { Exchange::OTHER_BODY } else { column };
                columns.beside.push((name.to_owned(), value.get().to_owned()));
            }
        }
    }
    columns.addressed()
}

/// Columns that say something of the exchange and were not sent with it.
const ABOUT: [&str; 5] = ["id", "at", "page", "initiator", "method"];

impl<'a> Columns<'a> {
    /// False where the value is none of this column's.
    fn take(&mut self, column: &str, value: &'a RawValue) -> bool {
        match column {
            "id" => into(&mut self.id, text(value).or_else(|| extended(value))),
            "at" => into(&mut self.at, text(value).or_else(|| extended(value))),
            "page" => into(&mut self.page, text(value).or_else(|| address(value))),
            "initiator" => {
                self.initiator = text(value).or_else(|| address(value));
                self.initiator.is_some() || value.get().starts_with('{')
            }
            "method" => into(&mut self.method, text(value)),
            "url" => serde_json::from_str::<Address<'_>>(value.get()).map(|url| self.url = url.0).is_ok(),
            "headers" => {
                let (headers, whole) = Headers::some(value.get());
                self.headers = Some(headers);
                whole
            }
            "body" => into(&mut self.body, written(value)),
            "body_base64" => into(&mut self.body_base64, text(value)),
            _ => {
                let (frames, whole) = frames(value);
                self.frames = Some(frames);
                whole
            }
        }
    }
}

fn into<T>(column: &mut Option<T>, value: Option<T>) -> bool {
    *column = value;
    column.is_some()
}

fn text(value: &RawValue) -> Option<Text<'_>> {
    serde_json::from_str(value.get()).ok()
}

fn written(value: &RawValue) -> Option<Text<'_>> {
    serde_json::from_str::<Written<'_>>(value.get()).ok().map(|written| written.0)
}

/// MongoDB's Extended JSON: `{"$oid":"…"}`, `{"$date":"…"}`, `{"$date":{"$numberLong":"…"}}`.
fn extended(value: &RawValue) -> Option<Text<'_>> {
    #[derive(Deserialize)]
    enum Extended<'a> {
        #[serde(rename = "$oid", alias = "$date", alias = "$numberLong", alias = "$numberInt", alias = "$uuid")]
        Of(#[serde(borrow)] &'a RawValue),
    }
    let Extended::Of(inner) = serde_json::from_str(value.get()).ok()?;
    text(inner).or_else(|| extended(inner))
}

/// As browsers' tools write who sent a request.
fn address(value: &RawValue) -> Option<Text<'_>> {
    Some(Text(Cow::Owned(har::initiator(value.get())?)))
}

/// A list of them or a single one; and whether each could be read.
fn frames(value: &RawValue) -> (Vec<Text<'_>>, bool) {
    let all: Vec<&RawValue> = serde_json::from_str(value.get()).unwrap_or_else(|_| vec![value]);
    let read: Vec<_> = all.iter().filter_map(|frame| written(frame)).collect();
    let whole = read.len() == all.len();
    (read, whole)
}

/// Every column, in order, those that stand twice too.
struct Row<'a>(Vec<(Text<'a>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Row<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RowVisitor).map(Self)
    }
}

struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = Vec<(Text<'de>, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::new();
        while let Some(entry) = map.next_entry()? {
            all.push(entry);
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use crate::archive::ndjson::exchange;

    /// The address and what else stands in the row is read whatever one column holds.
    #[test]
    fn one_column_of_another_type_costs_the_row_that_column_only() {
        let at = "2021-03-01T12:00:00Z";
        for (column, wrong) in [
            (r#""initiator":{"type":"script"}"#, ""),
            (r#""initiator":["x"]"#, "`initiator`"),
            (r#""id":true"#, "`id`"),
            (r#""id":{"a":1,"b":2}"#, "`id`"),
            (r#""at":true"#, "`at`"),
            (r#""page":{"title":"x"}"#, "`page`"),
            (r#""headers":[["a"],["b","2"]]"#, "`headers`"),
            (r#""headers":true"#, "`headers`"),
            (r#""headers":[{"name":"a","text":"1"}]"#, "`headers`"),
            (r#""headers":[{"a":{"b":"1"}}]"#, "`headers`"),
            (r#""body":true"#, "`body`"),
            (r#""body_base64":{}"#, "`body_base64`"),
            (r#""frames":["x",true]"#, "`frames`"),
            (r#""url":"https://other.example/""#, "`url` stands twice"),
            (r#""headers":5,"page":{}"#, "`headers`, `page` are"),
        ] {
            let line = format!(r#"{{"url":"https://t.example/?x","method":"PUT",{column},"id2":"y"}}"#);
            let (exchange, why) = exchange(line.as_bytes(), 9).unwrap();
            assert_eq!((exchange.url.as_str(), exchange.method.as_str()), ("https://t.example/?x", "PUT"), "{line}");
            assert!(exchange.id == "9" && why.as_deref().unwrap_or_default().starts_with(wrong), "{line}: {why:?}");
            assert_eq!(why.is_none(), wrong.is_empty(), "{line}: {why:?}");
        }
        let read = |column: &str| {
            let line = format!(r#"{{"url":"https://t.example/","x":{{"url":"https://x.example/"}},{column}}}"#);
            let (exchange, why) = exchange(line.as_bytes(), 9).unwrap();
            assert_eq!((exchange.host().as_deref(), why), (Some("t.example"), None), "{line}");
            exchange
        };
        assert_eq!(read(r#""id":{"$oid":"5f"}"#).id, "5f");
        for date in [r#""2021-03-01T12:00:00Z""#, r#"{"$numberLong":"1614600000000"}"#, "1614600000000"] {
            assert_eq!(read(&format!(r#""at":{{"$date":{date}}}"#)).at, at.parse().ok(), "{date}");
        }
        assert_eq!(read(r#""frames":"x""#).frames, [b"x"]);
        let called = read(r#""initiator":{"type":"script","stack":{"callFrames":[{"url":"https://p.example/t.js"}]}}"#);
        assert_eq!(called.initiator.as_deref(), Some("https://p.example/t.js:1:1"));
        assert_eq!(read(r#""page":{"url":"https://p.example/"}"#).page.as_deref(), Some("https://p.example/"));
    }

    #[test]
    fn what_could_not_be_read_is_still_looked_through() {
        let line = br#"{"url":"/","headers":[["a"]],"body":"x","url":"https://o.example/?y","body":"z"}"#;
        let (exchange, why) = exchange(line, 1).unwrap();
        assert_eq!(exchange.body.as_deref(), Some(&b"x"[..]));
        let beside: Vec<_> = exchange.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(
            beside,
            [("headers", r#"[["a"]]"#), ("url", r#""https://o.example/?y""#), (facts::Exchange::OTHER_BODY, r#""z""#)]
        );
        assert!(why.unwrap().starts_with("`headers`, `url`, `body` are"));
    }
}
