//! Parquet with the columns of traffic NDJSON. Headers may be a list of pairs, a map, or their JSON; a body may be bytes.

mod footer;

use super::block::{Owned, PieceId, Work};
use super::damaged::guarded;
use super::headers::Headers;
use super::kind::column;
use super::ndjson::{Columns, Text};
use super::nested::is_response;
use super::others::{ADDRESSES, shown};
use super::pieces::{self, Pieces};
use super::{BLOCK, Content, Halt, Kind, Out, row};
use ::parquet::basic::{ConvertedType, LogicalType, Type as Physical};
use ::parquet::errors::ParquetError;
use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::{Field, Row};
use ::parquet::schema::types::Type;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::{Exchange, Unreadable};
use serde_json::Value;
use std::borrow::Cow;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub(super) fn read(path: &Path, read: &AtomicU64, out: &mut Out<'_>) -> Result<(), Halt> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let is_shallow = footer::is_shallow(&mut file)?;
    let mut rows = Rows { out, ready: Vec::new(), bytes: 0, number: 0, uuids: Vec::new() };
    let ended = match is_shallow {
        true => guarded(|| rows.all(file, size, read)),
        false => Ok(Err(Ended::Why("its columns stand too deep in one another".to_owned()))),
    };
    rows.flush()?;
    let why = match ended {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(Ended::Halt(halt))) => return Err(halt),
        Ok(Err(Ended::Why(why))) => why,
        Err(()) => "its contents contradict each other".to_owned(),
    };
    let Rows { number, out, .. } = rows;
    out.unreadable(Some(number + 1), format!("the Parquet file cannot be read from here on: {why}"))?;
    if number > 0 {
        return Ok(());
    }
    // of a copy that broke off nothing is told, and its texts may stand there
    read.fetch_add(size, Ordering::Relaxed);
    let mut content: Content = Box::new(BufReader::new(File::open(path)?));
    pieces::rest(&mut content, Pieces::new(""), &mut out.inner(Arc::clone(&out.source), Kind::Rest))
}

enum Ended {
    Halt(Halt),
    Why(String),
}

impl From<ParquetError> for Ended {
    fn from(error: ParquetError) -> Self {
        Self::Why(error.to_string())
    }
}

impl From<Halt> for Ended {
    fn from(halt: Halt) -> Self {
        Self::Halt(halt)
    }
}

struct Rows<'a, 'o> {
    out: &'a mut Out<'o>,
    /// Each with its row where its id is the file's own.
    ready: Vec<(Exchange, Option<u64>)>,
    bytes: usize,
    number: u64,
    /// Columns of UUIDs, which are read as any other bytes.
    uuids: Vec<String>,
}

impl Rows<'_, '_> {
    fn all(&mut self, file: File, size: u64, read: &AtomicU64) -> Result<(), Ended> {
        let reader = SerializedFileReader::new(file)?;
        let meta = reader.metadata().file_metadata();
        let total = u64::try_from(meta.num_rows()).unwrap_or(0).max(1);
        let (wanted, unread) = projection(meta.schema())?;
        for name in unread {
            self.out.unreadable(
                None,
                format!("the column `{name}` is of a type that is not read here; the rest was read"),
            )?;
        }
        let is_uuid = |field: &&Arc<Type>| field.get_basic_info().logical_type_ref() == Some(&LogicalType::Uuid);
        self.uuids = wanted.get_fields().iter().filter(is_uuid).map(|field| field.name().to_owned()).collect();
        let mut told = 0;
        for row in reader.get_row_iter(Some(wanted))? {
            self.row(&row?)?;
            let now = (u128::from(size) * u128::from(self.number.min(total)) / u128::from(total)) as u64;
            read.fetch_add(now - told, Ordering::Relaxed);
            told = now;
        }
        Ok(())
    }

    fn row(&mut self, row: &Row) -> Result<(), Halt> {
        self.number += 1;
        let (exchange, why) = match exchange(row, self.number, &self.uuids) {
            Ok((exchange, why)) => (Some(exchange), why),
            Err(why) => {
                self.flush()?;
                let (bytes, id) = (bytes_of(row, &self.uuids), PieceId::One(self.number.to_string()));
                let own = 0..bytes.len();
                self.out.put(Work::Bytes(Owned { bytes, id, own }))?;
                (None, Some(why))
            }
        };
        if let Some(exchange) = exchange {
            self.bytes += exchange.url.len() + exchange.body.as_ref().map_or(0, Vec::len);
            let own = (exchange.id != self.number.to_string()).then_some(self.number);
            self.ready.push((exchange, own));
        }
        if let Some(why) = why {
            let source = self.out.source.to_string();
            self.out.put(Work::Unreadable(Unreadable {
                source,
                line: Some(self.number),
                why: format!("row: {why}"),
            }))?;
        }
        if self.bytes >= BLOCK || self.ready.len() >= 1024 { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), Halt> {
        self.bytes = 0;
        self.out.put(Work::Ready(std::mem::take(&mut self.ready)))
    }
}

/// The schema without the columns of what came back, so that they are not read, and without those that cannot be, by name.
fn projection(schema: &Type) -> Result<(Type, Vec<String>), Ended> {
    let wanted = schema.get_fields().iter().filter(|field| !is_response(field.name())).cloned();
    let (fields, unread): (Vec<Arc<Type>>, Vec<Arc<Type>>) = wanted.partition(|field| is_read(field));
    if !fields.iter().any(|f| f.name().eq_ignore_ascii_case("url") || ADDRESSES.contains(&f.name())) {
        let names: Vec<_> = schema.get_fields().iter().map(|f| f.name()).take(20).collect();
        return Err(Ended::Why(format!("it has no column `url`; its columns: {}", names.join(", "))));
    }
    let unread = unread.iter().map(|field| field.name().to_owned()).collect();
    Ok((Type::group_type_builder(schema.name()).with_fields(fields).build()?, unread))
}

/// Whether the library reads such columns: at others it ends the program (INTERVAL).
fn is_read(field: &Type) -> bool {
    use ConvertedType as C;
    if field.is_group() {
        return field.get_fields().iter().all(|field| is_read(field));
    }
    let converted = field.get_basic_info().converted_type();
    match field.get_physical_type() {
        Physical::INT32 => {
            let small = matches!(converted, C::INT_8 | C::INT_16 | C::UINT_8 | C::UINT_16);
            small || matches!(converted, C::INT_32 | C::UINT_32 | C::NONE | C::DATE | C::TIME_MILLIS | C::DECIMAL)
        }
        Physical::INT64 => {
            let is_time = matches!(converted, C::TIME_MICROS | C::TIMESTAMP_MILLIS | C::TIMESTAMP_MICROS);
            is_time || matches!(converted, C::INT_64 | C::UINT_64 | C::NONE | C::DECIMAL)
        }
        Physical::BYTE_ARRAY => matches!(converted, C::UTF8 | C::ENUM | C::JSON | C::BSON | C::NONE | C::DECIMAL),
        Physical::FIXED_LEN_BYTE_ARRAY => matches!(converted, C::NONE | C::DECIMAL),
        Physical::BOOLEAN | Physical::INT96 | Physical::FLOAT | Physical::DOUBLE => true,
    }
}

/// What the row says, line by line.
fn bytes_of(row: &Row, uuids: &[String]) -> Vec<u8> {
    let mut all = Vec::new();
    for (name, field) in row.get_column_iter() {
        let value = uuid(name, field, uuids).map(String::into_bytes).or_else(|| raw(field));
        if let Some(value) = value.or_else(|| text(field).map(|text| text.owned().into_bytes())) {
            all.extend([name.as_bytes(), b": ", &value, b"\n"].concat());
        }
    }
    all
}

/// `9b2f5c1e-…`, where a column is one of UUIDs (RFC 9562 section 4).
fn uuid(name: &str, field: &Field, uuids: &[String]) -> Option<String> {
    let Field::Bytes(bytes) = field else { return None };
    let bytes: [u8; 16] = bytes.data().try_into().ok().filter(|_| uuids.iter().any(|uuid| uuid == name))?;
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    Some([&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-"))
}

fn exchange(row: &Row, number: u64, uuids: &[String]) -> Result<(Exchange, Option<String>), String> {
    let mut columns = Columns::default();
    let (mut blobs, mut sent, mut wrong) = (Vec::new(), Vec::new(), None);
    for (name, field) in row.get_column_iter() {
        if matches!(field, Field::Null) {
            continue;
        }
        match column(name).unwrap_or(name) {
            "headers" => columns.headers = headers(field).map_err(|why| wrong = Some(why)).ok(),
            "frames" => sent = frames(field).map_err(|why| wrong = Some(why)).unwrap_or_default(),
            "body" if matches!(field, Field::Bytes(_)) => {
                let body = raw(field).filter(|bytes| !bytes.is_empty());
                blobs.extend(body.map(|bytes| (name.clone(), bytes)));
            }
            name => {
                let uuid = || uuid(name, field, uuids).map(|text| Text(Cow::Owned(text)));
                let is_ours = column(name).is_some();
                if let (false, Field::Bytes(data), None) = (is_ours, field, uuid())
                    && std::str::from_utf8(data.data()).is_err()
                {
                    blobs.push((name.to_owned(), data.data().to_vec()));
                    continue;
                }
                if let (false, Some(value)) = (is_ours, nested(field)) {
                    columns.others.0.push((name.to_owned(), value));
                    continue;
                }
                let Some(text) = uuid().or_else(|| text(field)) else {
                    if is_ours {
                        wrong = Some(format!("`{name}` is of the wrong type; the rest was read"));
                    }
                    continue;
                };
                match name {
                    "id" => columns.id = Some(text),
                    "at" => columns.at = Some(text),
                    "page" => columns.page = Some(text),
                    "initiator" => columns.initiator = Some(text),
                    "method" => columns.method = Some(text),
                    "url" => columns.url = text,
                    "body" => columns.body = Some(text),
                    "body_base64" => columns.body_base64 = Some(text),
                    other => columns.others.0.push((other.to_owned(), text.0.into_owned().into())),
                }
            }
        }
    }
    let (exchange, why) = columns.addressed().ok_or("`url` is empty")?.exchange(number);
    Ok((row::with_bytes(Exchange { frames: sent, ..exchange }, blobs), why.or(wrong)))
}

fn text(field: &Field) -> Option<Text<'static>> {
    let text = match field {
        Field::Str(text) => text.clone(),
        Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into_owned(),
        Field::Int(n) => n.to_string(),
        Field::Long(n) => n.to_string(),
        Field::UInt(n) => n.to_string(),
        Field::ULong(n) => n.to_string(),
        Field::Double(n) => n.to_string(),
        Field::Null => return None,
        Field::Date(days) => day(*days),
        Field::Decimal(n) => row::decimal(n.data(), n.scale()),
        Field::Group(_) | Field::ListInternal(_) | Field::MapInternal(_) => nested(field)?.to_string(),
        Field::TimestampMillis(n) => time(jiff::Timestamp::from_millisecond(*n), *n),
        Field::TimestampMicros(n) => time(jiff::Timestamp::from_microsecond(*n), *n),
        // whatever else there is
        _ => field.to_string(),
    };
    Some(Text(Cow::Owned(text)))
}

/// As it is counted where it is beyond any calendar.
fn time(time: Result<jiff::Timestamp, jiff::Error>, counted: i64) -> String {
    time.map_or_else(|_| counted.to_string(), |time| time.to_string())
}

fn day(days: i32) -> String {
    let midnight = jiff::Timestamp::from_second(i64::from(days) * 86_400);
    midnight.map_or_else(|_| days.to_string(), |midnight| midnight.strftime("%F").to_string())
}

/// A column of columns, with their names.
fn nested(field: &Field) -> Option<Value> {
    Some(match field {
        Field::Group(group) => group.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect(),
        Field::ListInternal(list) => list.elements().iter().map(value).collect(),
        Field::MapInternal(map) => {
            map.entries().iter().map(|(name, field)| (shown(&value(name)), value(field))).collect()
        }
        _ => return None,
    })
}

fn value(field: &Field) -> Value {
    match field {
        Field::Bool(yes) => (*yes).into(),
        Field::Byte(n) => (*n).into(),
        Field::UByte(n) => (*n).into(),
        Field::Short(n) => (*n).into(),
        Field::UShort(n) => (*n).into(),
        Field::Int(n) => (*n).into(),
        Field::Long(n) => (*n).into(),
        Field::UInt(n) => (*n).into(),
        Field::ULong(n) => (*n).into(),
        Field::Double(n) => (*n).into(),
        Field::Bytes(bytes) => {
            let encoded = || STANDARD.encode(bytes.data());
            std::str::from_utf8(bytes.data()).map_or_else(|_| encoded(), str::to_owned).into()
        }
        _ => nested(field).or_else(|| Some(text(field)?.owned().into())).unwrap_or(Value::Null),
    }
}

fn raw(field: &Field) -> Option<Vec<u8>> {
    match field {
        Field::Bytes(bytes) => Some(bytes.data().to_vec()),
        Field::Str(text) => Some(text.clone().into_bytes()),
        _ => None,
    }
}

fn headers(field: &Field) -> Result<Headers, String> {
    let wrong = || "`headers` are no list of pairs, no map and no JSON; the rest was read".to_owned();
    let json = match field {
        Field::Str(text) => Value::from(text.as_str()),
        field => nested(field).ok_or_else(wrong)?,
    };
    // a column that is empty here is none
    let json = match json {
        Value::Object(all) => all.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        json => json,
    };
    serde_json::from_value(json).map_err(|_| wrong())
}

fn frames(field: &Field) -> Result<Vec<Vec<u8>>, String> {
    let wrong = || "`frames` are no list of texts; the rest was read".to_owned();
    match field {
        Field::ListInternal(list) => list.elements().iter().map(|f| raw(f).ok_or_else(wrong)).collect(),
        Field::Str(json) => {
            let frames: Vec<String> = serde_json::from_str(json).map_err(|_| wrong())?;
            Ok(frames.into_iter().map(String::into_bytes).collect())
        }
        _ => Err(wrong()),
    }
}
