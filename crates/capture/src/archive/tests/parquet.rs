use super::super::{Kind, PieceId};
use super::all;
use ::parquet::basic::Compression;
use ::parquet::data_type::{
    ByteArray, ByteArrayType, FixedLenByteArray, FixedLenByteArrayType, FloatType, Int32Type, Int64Type,
};
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::parser::parse_message_type;
use facts::Exchange;
use std::sync::Arc;

const SCHEMA: &str = "message traffic {
  optional int64 at (TIMESTAMP(MICROS,true));
  required binary url (STRING);
  optional binary body;
  optional group headers (LIST) { repeated group list { optional group element (LIST) { repeated group list { optional binary element (STRING); } } } }
  optional group frames (LIST) { repeated group list { optional binary element (STRING); } }
  optional int64 other;
}";

fn texts(all: &[&str]) -> Vec<ByteArray> {
    all.iter().map(|t| ByteArray::from(*t)).collect()
}

/// Two rows; the second holds nothing but its url.
fn written(compression: Compression) -> Vec<u8> {
    let properties = WriterProperties::builder().set_compression(compression).build();
    file(SCHEMA, properties, &|column, writer| {
        let bytes = [&b"\0\xff"[..]].map(|b| ByteArray::from(b.to_vec()));
        let _ = match column {
            0 => writer.typed::<Int64Type>().write_batch(&[1_614_600_000_000_000], Some(&[1, 0]), None),
            1 => writer.typed::<ByteArrayType>().write_batch(
                &texts(&["https://t.example/a", "https://t.example/b"]),
                None,
                None,
            ),
            2 => writer.typed::<ByteArrayType>().write_batch(&bytes, Some(&[1, 0]), None),
            3 => writer.typed::<ByteArrayType>().write_batch(
                &texts(&["referer", "x", "a", "b"]),
                Some(&[5, 5, 5, 5, 0]),
                Some(&[0, 2, 1, 2, 0]),
            ),
            4 => writer.typed::<ByteArrayType>().write_batch(&texts(&["f", "g"]), Some(&[3, 3, 0]), Some(&[0, 1, 0])),
            _ => writer.typed::<Int64Type>().write_batch(&[], Some(&[0, 0]), None),
        }
        .unwrap();
    })
}

/// A file of one group of rows; `write` is given each column with its number.
fn file(schema: &str, properties: WriterProperties, write: &dyn Fn(usize, &mut SerializedColumnWriter<'_>)) -> Vec<u8> {
    let mut out = Vec::new();
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut file = SerializedFileWriter::new(&mut out, schema, Arc::new(properties)).unwrap();
    let mut group = file.next_row_group().unwrap();
    for column in 0.. {
        let Some(mut writer) = group.next_column().unwrap() else { break };
        write(column, &mut writer);
        writer.close().unwrap();
    }
    group.close().unwrap();
    file.close().unwrap();
    out
}

#[test]
fn the_columns_of_the_contract_are_read() {
    for compression in [Compression::UNCOMPRESSED, Compression::SNAPPY, Compression::ZSTD(Default::default())] {
        let got = all("traffic.bin", &written(compression));
        assert_eq!((got.kind, got.ids()), (Some(Kind::Parquet), vec!["1", "2"]), "{}", got.whys());
        let first = &got.exchanges[0];
        assert_eq!(first.at, "2021-03-01T12:00:00Z".parse().ok());
        assert_eq!((first.header("referer"), first.header("a")), (Some("x"), Some("b")));
        assert_eq!((first.body.as_deref(), first.frames.len()), (Some(&[0, 255][..]), 2));
        assert_eq!((got.exchanges[1].body.as_ref(), got.exchanges[1].method.as_str()), (None, "GET"));
    }
}

#[test]
fn a_row_without_an_address_is_looked_through_and_an_id_may_be_a_uuid() {
    let schema = "message traffic { required fixed_len_byte_array(16) id (UUID); optional binary url (STRING); optional binary body (STRING); }";
    let mut out = Vec::new();
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut file = SerializedFileWriter::new(&mut out, schema, Arc::default()).unwrap();
    let mut group = file.next_row_group().unwrap();
    let mut column = 0;
    while let Some(mut writer) = group.next_column().unwrap() {
        let ids = [FixedLenByteArray::from((0x9b..0xab).collect::<Vec<u8>>()), FixedLenByteArray::from(vec![0xff; 16])];
        match column {
            0 => writer.typed::<FixedLenByteArrayType>().write_batch(&ids, None, None),
            1 => writer.typed::<ByteArrayType>().write_batch(&texts(&["https://t.example/"]), Some(&[1, 0]), None),
            _ => writer.typed::<ByteArrayType>().write_batch(&texts(&["e=a@example.com"]), Some(&[0, 1]), None),
        }
        .unwrap();
        writer.close().unwrap();
        column += 1;
    }
    group.close().unwrap();
    file.close().unwrap();
    let got = all("x.parquet", &out);
    assert_eq!(got.ids(), ["9b9c9d9e-9fa0-a1a2-a3a4-a5a6a7a8a9aa"]);
    assert_eq!(got.whys(), "Some(2): row: `url` is empty\n");
    let (id, bytes, own) = &got.pieces[0];
    assert_eq!((id, own.end), (&PieceId::One("2".into()), bytes.len()));
    assert!(String::from_utf8_lossy(bytes).contains("body: e=a@example.com\n"));
}

#[test]
fn a_damaged_file_is_named_and_never_a_panic() {
    let whole = written(Compression::SNAPPY);
    for cut in (4..whole.len()).step_by(97) {
        let (_dir, path) = super::file("x.parquet", &whole[..cut]);
        super::open(&path, &Arc::default(), &Arc::default()).unwrap().read(&mut |block| {
            block.read(&mut |_| ());
            true
        });
    }
    let got_nothing = {
        let (_dir, path) = super::file("x.parquet", b"PAR1 and nothing else");
        let mut whys = String::new();
        super::open(&path, &Arc::default(), &Arc::default()).unwrap().read(&mut |block| {
            block.read(&mut |item| {
                if let super::Item::Unreadable(u) = item {
                    whys += &u.why;
                }
            });
            true
        });
        whys
    };
    assert!(got_nothing.contains("cannot be read"), "{got_nothing}");
}

/// As databases write whole numbers (`NUMBER`, `decimal(12,0)`), and other numbers than those of 32 and 64 bits.
#[test]
fn columns_of_every_type_are_read() {
    let schema = "message traffic { required binary url (STRING); required int64 national_id (DECIMAL(12,0)); required int32 small (INTEGER(16,true)); required float part; }";
    let mut out = Vec::new();
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut file = SerializedFileWriter::new(&mut out, schema, Arc::default()).unwrap();
    let mut group = file.next_row_group().unwrap();
    let mut column = 0;
    while let Some(mut writer) = group.next_column().unwrap() {
        match column {
            0 => writer.typed::<ByteArrayType>().write_batch(&texts(&["https://t.example/"]), None, None),
            1 => writer.typed::<Int64Type>().write_batch(&[196_408_233_234], None, None),
            2 => writer.typed::<Int32Type>().write_batch(&[4711], None, None),
            _ => writer.typed::<FloatType>().write_batch(&[1.5], None, None),
        }
        .unwrap();
        writer.close().unwrap();
        column += 1;
    }
    group.close().unwrap();
    file.close().unwrap();
    let got = all("x.parquet", &out);
    let body = String::from_utf8_lossy(got.exchanges[0].body.as_deref().unwrap_or_default()).into_owned();
    assert!(["196408233234", "4711", "1.5"].iter().all(|number| body.contains(number)), "{body} {}", got.whys());
    let cut = all("x.parquet", &out[..out.len() - 8]);
    assert!(cut.whys().contains("cannot be read"));
    assert!(cut.pieces.iter().any(|(_, bytes, _)| memchr::memmem::find(bytes, b"https://t.example/").is_some()));
}

/// A file of one row: each column by its type and how it is written.
fn one_row(schema: &str, write: &dyn Fn(usize, &mut ::parquet::column::writer::ColumnWriter<'_>)) -> Vec<u8> {
    file(schema, WriterProperties::default(), &|column, writer| write(column, writer.untyped()))
}

#[test]
fn columns_of_columns_keep_their_names_and_bytes_are_bytes() {
    use ::parquet::column::writer::ColumnWriter as Writer;
    let schema = "message t { required binary url (STRING);
        required group headers { required binary referer (STRING); optional binary cookie (STRING); }
        required group user { required binary zip (STRING); required int32 born (DATE); }
        required group params (LIST) { repeated group list { required group element { required binary key (STRING); required binary value (STRING); } } }
        required int64 pnr (DECIMAL(12,0)); required int32 share (DECIMAL(5,2)); required binary raw;
        required fixed_len_byte_array(12) every (INTERVAL); }";
    let written = one_row(schema, &|column, writer| {
        let text = ["https://t.example/", "https://p.example/", "", "114 55", "", "birth_date", "1975-03-12"];
        let value = [ByteArray::from(text.get(column).copied().unwrap_or_default())];
        let raw = [ByteArray::from(vec![0x1f, 0x8b, 0xff])];
        let done = match writer {
            Writer::ByteArrayColumnWriter(w) if column == 2 => w.write_batch(&[], Some(&[0]), None),
            Writer::ByteArrayColumnWriter(w) if column < 5 => w.write_batch(&value, None, None),
            Writer::ByteArrayColumnWriter(w) if column < 7 => w.write_batch(&value, Some(&[1]), Some(&[0])),
            Writer::ByteArrayColumnWriter(w) => w.write_batch(&raw, None, None),
            Writer::Int32ColumnWriter(w) => w.write_batch(&[if column == 4 { 1896 } else { -1250 }], None, None),
            Writer::Int64ColumnWriter(w) => w.write_batch(&[197_503_122_389], None, None),
            Writer::FixedLenByteArrayColumnWriter(w) => {
                w.write_batch(&[FixedLenByteArray::from(vec![0; 12])], None, None)
            }
            _ => unreachable!(),
        };
        done.unwrap();
    });
    let got = all("x.parquet", &written);
    assert_eq!(got.whys(), "None: the column `every` is of a type that is not read here; the rest was read\n");
    let row = &got.exchanges[0];
    assert_eq!(
        row.headers,
        [("referer".into(), "https://p.example/".into()), Exchange::bytes_of("raw", &[0x1f, 0x8b, 0xff])]
    );
    let body: serde_json::Value = serde_json::from_slice(row.body.as_deref().unwrap()).unwrap();
    assert_eq!(
        body,
        serde_json::json!({"user": {"zip": "114 55", "born": "1975-03-12"},
            "params": [{"key": "birth_date", "value": "1975-03-12"}], "pnr": "197503122389", "share": "-12.5"})
    );
}
