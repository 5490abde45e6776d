//! What rows of Avro are made of (specification 1.12, "Schema Declaration" and "Binary encoding").

use super::super::row;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use std::collections::HashMap;

const DAY: i64 = 86_400;
/// Types in types, and values in values.
const DEEPEST: usize = 64;
/// Values of a block beyond its bytes: those that take none, of which a schema can make any number.
const MOST_EMPTY: usize = 1 << 16;

enum Type {
    Null,
    Boolean,
    Int,
    Float,
    Double,
    Bytes,
    Text,
    Fixed(usize),
    /// Days since 1970.
    Date,
    /// A number of so many bytes, or as many as it says, with digits behind its point.
    Decimal(Option<usize>, i32),
    Enum(Vec<String>),
    Array(Box<Type>),
    Map(Box<Type>),
    Union(Vec<Type>),
    Record(Vec<(String, Type)>),
    /// Of [`Schema::named`].
    Named(usize),
}

#[derive(Default)]
pub(super) struct Row {
    pub fields: Vec<(String, Value)>,
    pub bytes: Vec<(String, Vec<u8>)>,
}

/// What a file's rows are made of.
pub(super) struct Schema {
    row: Type,
    named: Vec<Type>,
}

/// What is left of a block.
pub(super) struct Rest<'a> {
    pub bytes: &'a [u8],
    /// Of values that take no bytes.
    empty: usize,
}

impl<'a> Rest<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, empty: bytes.len() + MOST_EMPTY }
    }
}

impl Schema {
    /// None where it is no schema, or one too deep.
    pub(super) fn read(json: &[u8]) -> Option<Self> {
        let mut reading = Reading::default();
        let row = reading.of(&serde_json::from_slice(json).ok()?, "", 0)?;
        let named = reading.named.into_iter().collect::<Option<_>>()?;
        Some(Self { row, named })
    }

    /// The fields of the next row, and those of them that are bytes and no text; a row that is no record is a field without
    /// a name.
    pub(super) fn row(&self, rest: &mut Rest<'_>) -> Option<Row> {
        let own = match &self.row {
            Type::Named(at) => self.named.get(*at)?,
            own => own,
        };
        let mut row = Row::default();
        match own {
            Type::Record(fields) => fields.iter().try_for_each(|(name, of)| self.field(name, of, rest, &mut row))?,
            own => self.field("", own, rest, &mut row)?,
        }
        Some(row)
    }

    fn field(&self, name: &str, of: &Type, rest: &mut Rest<'_>, row: &mut Row) -> Option<()> {
        match of {
            Type::Named(at) if matches!(self.named.get(*at)?, Type::Fixed(_)) => {
                return self.field(name, self.named.get(*at)?, rest, row);
            }
            Type::Union(kinds) => {
                let kind = kinds.get(usize::try_from(long(&mut rest.bytes)?).ok()?)?;
                return if matches!(kind, Type::Union(_)) { None } else { self.field(name, kind, rest, row) };
            }
            Type::Bytes | Type::Fixed(1..) => {
                let bytes = &mut rest.bytes;
                let own = if let Type::Fixed(size) = of { take(bytes, *size)? } else { sized(bytes)? };
                if std::str::from_utf8(own).is_err() {
                    row.bytes.push((name.to_owned(), own.to_vec()));
                    return Some(());
                }
                row.fields.push((name.to_owned(), text(own)));
            }
            of => {
                let value = self.value(of, rest, 1)?;
                row.fields.extend(Some((name.to_owned(), value)).filter(|(_, value)| !value.is_null()));
            }
        }
        Some(())
    }

    fn value(&self, of: &Type, rest: &mut Rest<'_>, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        if matches!(of, Type::Null | Type::Fixed(0) | Type::Decimal(Some(0), _))
            || matches!(of, Type::Record(fields) if fields.is_empty())
        {
            rest.empty = rest.empty.checked_sub(1)?;
        }
        let bytes = &mut rest.bytes;
        Some(match of {
            Type::Null => Value::Null,
            Type::Boolean => Value::Bool(take(bytes, 1)? != [0]),
            Type::Int => long(bytes)?.into(),
            Type::Float => number(f32::from_le_bytes(take(bytes, 4)?.try_into().ok()?).into()),
            Type::Double => number(f64::from_le_bytes(take(bytes, 8)?.try_into().ok()?)),
            Type::Bytes | Type::Text => text(sized(bytes)?),
            Type::Fixed(size) => text(take(bytes, *size)?),
            Type::Date => {
                jiff::Timestamp::from_second(long(bytes)?.checked_mul(DAY)?).ok()?.strftime("%F").to_string().into()
            }
            Type::Decimal(size, scale) => {
                let number = if let Some(size) = size { take(bytes, *size)? } else { sized(bytes)? };
                row::decimal(number, *scale).into()
            }
            Type::Enum(words) => words.get(usize::try_from(long(bytes)?).ok()?)?.clone().into(),
            Type::Array(of) => {
                let mut all = Vec::new();
                self.each(rest, &mut |rest| {
                    all.push(self.value(of, rest, depth + 1)?);
                    Some(())
                })?;
                all.into()
            }
            Type::Map(of) => {
                let mut all = Map::new();
                self.each(rest, &mut |rest| {
                    let name = String::from_utf8_lossy(sized(&mut rest.bytes)?).into_owned();
                    all.insert(name, self.value(of, rest, depth + 1)?);
                    Some(())
                })?;
                all.into()
            }
            Type::Union(kinds) => {
                let kind = kinds.get(usize::try_from(long(bytes)?).ok()?)?;
                self.value(kind, rest, depth + 1)?
            }
            Type::Record(fields) => {
                let read = |(name, of): &(String, Type)| Some((name.clone(), self.value(of, rest, depth + 1)?));
                fields.iter().map(read).collect::<Option<Map<_, _>>>()?.into()
            }
            Type::Named(at) => self.value(self.named.get(*at)?, rest, depth + 1)?,
        })
    }

    /// Blocks of items, of which each says how many it has.
    fn each(&self, rest: &mut Rest<'_>, item: &mut dyn FnMut(&mut Rest<'_>) -> Option<()>) -> Option<()> {
        loop {
            let count = long(&mut rest.bytes)?;
            if count == 0 {
                return Some(());
            }
            if count < 0 {
                long(&mut rest.bytes)?;
            }
            for _ in 0..count.unsigned_abs() {
                item(rest)?;
            }
        }
    }
}

/// While a schema is read.
#[derive(Default)]
struct Reading {
    places: HashMap<String, usize>,
    /// None while it is read.
    named: Vec<Option<Type>>,
}

impl Reading {
    fn of(&mut self, json: &Value, space: &str, depth: usize) -> Option<Type> {
        if depth > DEEPEST {
            return None;
        }
        match json {
            Value::String(name) => self.called(name, space),
            Value::Array(kinds) => {
                Some(Type::Union(kinds.iter().map(|kind| self.of(kind, space, depth + 1)).collect::<Option<_>>()?))
            }
            Value::Object(fields) => self.complex(fields, space, depth),
            _ => None,
        }
    }

    fn called(&self, name: &str, space: &str) -> Option<Type> {
        Some(match name {
            "null" => Type::Null,
            "boolean" => Type::Boolean,
            "int" | "long" => Type::Int,
            "float" => Type::Float,
            "double" => Type::Double,
            "bytes" => Type::Bytes,
            "string" => Type::Text,
            name => Type::Named(*self.places.get(&full(name, space)).or_else(|| self.places.get(name))?),
        })
    }

    fn complex(&mut self, json: &Map<String, Value>, space: &str, depth: usize) -> Option<Type> {
        let kind = json.get("type")?;
        let Some(kind) = kind.as_str() else { return self.of(kind, space, depth + 1) };
        let means = json.get("logicalType").and_then(Value::as_str);
        let scale = || i32::try_from(json.get("scale").and_then(Value::as_u64).unwrap_or(0)).ok();
        match (kind, means) {
            ("int", Some("date")) => return Some(Type::Date),
            ("bytes", Some("decimal")) => return Some(Type::Decimal(None, scale()?)),
            _ => {}
        }
        match kind {
            "array" => return Some(Type::Array(Box::new(self.of(json.get("items")?, space, depth + 1)?))),
            "map" => return Some(Type::Map(Box::new(self.of(json.get("values")?, space, depth + 1)?))),
            "record" | "error" | "enum" | "fixed" => {}
            simple => return self.called(simple, space),
        }
        let space = json.get("namespace").and_then(Value::as_str).unwrap_or(space);
        let name = full(json.get("name")?.as_str()?, space);
        let inner = name.rsplit_once('.').map_or("", |(space, _)| space).to_owned();
        let at = self.named.len();
        self.named.push(None);
        self.places.insert(name, at);
        let read = match kind {
            "fixed" => {
                let size = usize::try_from(json.get("size")?.as_u64()?).ok()?;
                if means == Some("decimal") { Type::Decimal(Some(size), scale()?) } else { Type::Fixed(size) }
            }
            "enum" => {
                let words = json.get("symbols")?.as_array()?.iter();
                Type::Enum(words.map(|word| word.as_str().map(str::to_owned)).collect::<Option<_>>()?)
            }
            _ => {
                let mut fields = Vec::new();
                for field in json.get("fields")?.as_array()? {
                    let of = self.of(field.get("type")?, &inner, depth + 1)?;
                    fields.push((field.get("name")?.as_str()?.to_owned(), of));
                }
                Type::Record(fields)
            }
        };
        self.named[at] = Some(read);
        Some(Type::Named(at))
    }
}

fn full(name: &str, space: &str) -> String {
    if space.is_empty() || name.contains('.') { name.to_owned() } else { format!("{space}.{name}") }
}

fn take<'a>(bytes: &mut &'a [u8], size: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(size)?;
    *bytes = rest;
    Some(taken)
}

fn sized<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let size = usize::try_from(long(bytes)?).ok()?;
    take(bytes, size)
}

fn long(bytes: &mut &[u8]) -> Option<i64> {
    super::long(bytes).ok()
}

/// Whole ones without a fraction, as other files have them.
fn number(of: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if of.fract() == 0.0 && of.abs() < EXACT { (of as i64).into() } else { of.into() }
}

/// Text, or base64 of what is none.
fn text(bytes: &[u8]) -> Value {
    std::str::from_utf8(bytes).map_or_else(|_| STANDARD.encode(bytes), str::to_owned).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_and_days_are_read_as_what_they_mean_and_bytes_as_bytes() {
        let schema = json!({"type": "record", "name": "R", "fields": [
            {"name": "pnr", "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 0}},
            {"name": "share", "type": ["null", {"type": "fixed", "name": "F", "size": 4, "logicalType": "decimal", "precision": 8, "scale": 2}]},
            {"name": "born", "type": {"type": "int", "logicalType": "date"}},
            {"name": "raw", "type": ["null", "bytes"]},
            {"name": "key", "type": {"type": "fixed", "name": "G", "size": 2}},
            {"name": "none", "type": ["null", "bytes"]},
            {"name": "text", "type": "bytes"},
        ]});
        let schema = Schema::read(schema.to_string().as_bytes()).unwrap();
        // 197503122389; -1250 hundredths; day 1896
        let row = b"\x0a\x2d\xfc\x1a\x7b\xd5\x02\xff\xff\xfb\x1e\xd0\x1d\x02\x06\x1f\x8b\xff\xff\xfe\x00\x04ab";
        let mut rest = Rest::of(&row[..]);
        let Row { fields, bytes } = schema.row(&mut rest).unwrap();
        assert!(rest.bytes.is_empty());
        let told: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect();
        assert_eq!(told, [("pnr", "197503122389"), ("share", "-12.5"), ("born", "1975-03-12"), ("text", "ab")]);
        assert_eq!(bytes, [("raw".to_owned(), vec![0x1f, 0x8b, 0xff]), ("key".to_owned(), vec![0xff, 0xfe])]);
    }
}
