//! Headers in every shape that exporters write.

use super::ndjson::{Text, unbase64};
use super::others::shown;
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// `[["name","value"]]`, `[{"name":…,"value":…}]` in other words too, `[{"name":"value"}]`, `{"name":"value"}` or `{"name":["value","value"]}`.
#[derive(Default)]
pub(super) struct Headers(pub Vec<(String, String)>);

impl<'de> Deserialize<'de> for Headers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeadersVisitor).map(Self)
    }
}

impl Headers {
    /// Of a list in which not all are headers those that are; and whether all are.
    pub fn some(json: &str) -> (Self, bool) {
        if let Ok(all) = serde_json::from_str(json) {
            return (all, true);
        }
        let list: Vec<&RawValue> = serde_json::from_str(json).unwrap_or_default();
        let read = list.iter().filter_map(|one| serde_json::from_str(one.get()).ok());
        (Self(read.flat_map(|Header(some)| some).collect()), false)
    }
}

struct HeadersVisitor;

impl<'de> Visitor<'de> for HeadersVisitor {
    type Value = Vec<(String, String)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("headers as a list of pairs or as an object")
    }

    /// The JSON of one of these, or lines `name: value`.
    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if let Ok(Headers(all)) = serde_json::from_str(text) {
            return Ok(all);
        }
        let lines = text.lines().map(|line| line.split_once(':').unwrap_or(("", line)));
        let named = lines.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        Ok(named.filter(|(name, value)| !name.is_empty() || !value.is_empty()).collect())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::new();
        while let Some(Header(some)) = seq.next_element()? {
            all.extend(some);
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

/// One, or those of an object that names them.
struct Header(Vec<(String, String)>);

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
        Ok(Header(vec![(name.owned(), value.owned())]))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Header, A::Error> {
        let (mut name, mut value, mut others) = (None, None, Vec::new());
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            match &*key {
                "name" => name = Some(map.next_value::<Text<'_>>()?.owned()),
                "value" => value = Some(map.next_value::<Text<'_>>()?.owned()),
                key => others.push((key.to_owned(), map.next_value::<Value>()?)),
            }
        }
        let called = |words: &[&str]| {
            let is =
                |(key, value): &&(String, Value)| words.iter().any(|w| key.eq_ignore_ascii_case(w)) && is_plain(value);
            others.iter().find(is).map(|(_, value)| shown(value))
        };
        let bytes = || unbase64(&called(&ENCODED)?).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let wrong = || Error::custom("a header without a value");
        let name = name.or_else(|| called(&NAMES));
        let value = value.or_else(|| called(&VALUES)).or_else(bytes);
        match (name, value) {
            (Some(name), Some(value)) => Ok(Header(vec![(name, value)])),
            (Some(name), None) if others.is_empty() => Ok(Header(vec![(name, String::new())])),
            // `{"referer":"…"}`
            (None, None) if others.iter().all(|(_, value)| is_plain(value)) => {
                Ok(Header(others.iter().map(|(name, value)| (name.clone(), shown(value))).collect()))
            }
            _ => Err(wrong()),
        }
    }
}

/// Words for a header's name and value, in any letter case.
const NAMES: [&str; 5] = ["name", "key", "header", "field", "k"];
const VALUES: [&str; 3] = ["value", "val", "v"];
const ENCODED: [&str; 3] = ["value_base64", "valueBase64", "rawValue"];

fn is_plain(value: &Value) -> bool {
    value.is_string() || value.is_number()
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
