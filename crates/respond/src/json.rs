//! JSON whose objects name each field once. Of two, a reader would have to guess which was meant (RFC 8259, 4).

use facts::{Place, Problem};
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Error, Map, Value};
use std::fmt;

/// What the message of a field that is named twice begins with; the field follows in backticks.
const TWICE: &str = "named twice: ";

/// Reads JSON; a field that stands twice in one object is refused by its name.
pub fn json(source: &str, text: &str) -> Result<Value, Problem> {
    // Some editors begin a file with a mark of its encoding (RFC 8259, 8.1).
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str::<Once>(text).map(|once| once.0).map_err(|error| problem(source, text, &error))
}

fn problem(source: &str, text: &str, error: &Error) -> Problem {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let place = Place {
        line: Some(error.line().max(1)),
        column: Some(error.column().max(1)),
        text: Some(line.to_owned()),
        width: 1,
        ..Place::source(source)
    };
    let message = error.to_string();
    match message.strip_prefix(TWICE).and_then(|rest| rest.split('`').nth(1)) {
        Some(field) => {
            Problem::new(place, "twice-named", format!("`{field}` stands twice; keep one of them")).found(field)
        }
        None => Problem::new(place, "not-json", format!("this is not JSON: {message}")),
    }
}

struct Once(Value);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(yes.into())
    }

    fn visit_i64<E>(self, n: i64) -> Result<Value, E> {
        Ok(n.into())
    }

    fn visit_u64<E>(self, n: u64) -> Result<Value, E> {
        Ok(n.into())
    }

    fn visit_f64<E>(self, n: f64) -> Result<Value, E> {
        Ok(n.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Once(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            if map.contains_key(&name) {
                return Err(A::Error::custom(format!("{TWICE}`{name}`")));
            }
            map.insert(name, fields.next_value::<Once>()?.0);
        }
        Ok(map.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_stands_twice_is_named_with_its_place() {
        let text = "{\"people\": {\n\"count\": 1, \"count\": 2}}";
        let problem = json("f.json", text).unwrap_err();
        assert_eq!(
            (problem.code, problem.found.as_deref(), problem.place.line),
            ("twice-named", Some("count"), Some(2))
        );
        let same = r#"{"a":[1,-2,0.5,null,true,"x"],"b":{"a":{}}}"#;
        assert_eq!(json("", same).unwrap(), serde_json::from_str::<Value>(same).unwrap());
        assert_eq!(json("", &format!("\u{feff}{same}")), json("", same));
        assert_eq!(json("", "{\"a\":1").unwrap_err().code, "not-json");
    }
}
