//! Free text about persons inside an event is sealed apart, so that it can be destroyed and the event stays.
//!
//! An event marks such a text as `{"private": "…"}` (`respond::Text`). What is stored is `{"sealed": "<digest>"}`;
//! reading puts the text back while it exists.

use prove::Digest;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Takes the texts out: `seal` gets the name of the field and the text, and gives the digest.
pub fn take<X>(value: &mut Value, seal: &mut impl FnMut(&str, String) -> Result<Digest, X>) -> Result<(), X> {
    walk(value, "", &mut |key, map| match only(map, "private") {
        Some(text) if !text.is_empty() => {
            let digest = seal(key, text)?.to_string();
            *map = Map::from_iter([("sealed".to_owned(), Value::String(digest))]);
            Ok(())
        }
        _ => Ok(()),
    })
}

/// Puts the texts back that still exist.
pub fn put(value: &mut Value, texts: &BTreeMap<Digest, String>) {
    let done: Result<(), std::convert::Infallible> = walk(value, "", &mut |_, map| {
        if let Some(text) = only(map, "sealed").and_then(|d| texts.get(&d.parse().ok()?)) {
            *map = Map::from_iter([("private".to_owned(), Value::String(text.clone()))]);
        }
        Ok(())
    });
    let Ok(()) = done;
}

/// The string under this key when it is the object's only one.
fn only(map: &Map<String, Value>, key: &str) -> Option<String> {
    (map.len() == 1).then(|| map.get(key)?.as_str().map(str::to_owned)).flatten()
}

fn walk<X>(
    value: &mut Value,
    key: &str,
    visit: &mut impl FnMut(&str, &mut Map<String, Value>) -> Result<(), X>,
) -> Result<(), X> {
    match value {
        Value::Object(map) => {
            visit(key, map)?;
            map.iter_mut().try_for_each(|(key, value)| walk(value, key, visit))
        }
        Value::Array(list) => list.iter_mut().try_for_each(|value| walk(value, key, visit)),
        _ => Ok(()),
    }
}
