//! Containers of Avro: blocks of rows, packed by one codec (specification 1.12, "Object container files"). The file says
//! what its rows are made of; rows that are something else are looked through as bytes.

mod schema;

use super::block::Work;
use super::pieces::Pieces;
use super::{Content, Halt, LONGEST, Out, broken, row};
use facts::Exchange;
use schema::{Rest, Row, Schema};
use std::io::{self, BufRead as _, Read};

const MAGIC: &[u8] = b"Obj\x01";
const SYNC: usize = 16;

pub(super) fn is_avro(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

pub(super) fn read(mut content: Content, out: &mut Out<'_>) -> Result<(), Halt> {
    content.consume(MAGIC.len());
    let (codec, schema) = match head(&mut content) {
        Ok(head) => head,
        Err(error) => return out.unreadable(None, broken(&error)),
    };
    if !matches!(codec.as_str(), "null" | "deflate" | "zstandard" | "snappy") {
        return out.unreadable(None, format!("a file packed by {codec} is not opened here; unpack it first"));
    }
    let mut rows = Rows { schema, number: 0, pieces: Pieces::new(""), odd: false, out };
    let ended = blocks(&mut content, &codec, &mut rows);
    let Rows { mut pieces, odd, out, .. } = rows;
    pieces.end(out)?;
    if odd {
        out.unreadable(None, "rows that are not what the file says of them were read as bytes")?;
    }
    match ended {
        Err(Halt::Io(error)) => out.unreadable(None, broken(&error)),
        ended => ended,
    }
}

struct Rows<'a, 'o> {
    /// None where it cannot be read.
    schema: Option<Schema>,
    number: u64,
    /// What is not read by it.
    pieces: Pieces,
    odd: bool,
    out: &'a mut Out<'o>,
}

impl Rows<'_, '_> {
    fn block(&mut self, count: i64, bytes: &[u8]) -> Result<(), Halt> {
        match self.schema.as_ref().and_then(|schema| exchanges(schema, self.number, count, bytes)) {
            Some(ready) => {
                self.number += ready.len() as u64;
                let mut ready = ready.into_iter().peekable();
                while ready.peek().is_some() {
                    self.out.put(Work::Ready(ready.by_ref().take(1024).collect()))?;
                }
                Ok(())
            }
            None => {
                self.odd |= self.schema.is_some();
                self.pieces.feed(bytes, self.out)
            }
        }
    }
}

/// All rows of a block; none where they are not what they should be.
fn exchanges(schema: &Schema, before: u64, count: i64, bytes: &[u8]) -> Option<Vec<(Exchange, Option<u64>)>> {
    let (mut rest, mut ready) = (Rest::of(bytes), Vec::new());
    for number in before + 1..=before + u64::try_from(count).ok()? {
        let Row { fields, bytes: blobs } = schema.row(&mut rest)?;
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        let exchange = row::with_bytes(row::exchange(number.to_string(), number, &fields), blobs);
        ready.push((exchange, Some(number)));
    }
    rest.bytes.is_empty().then_some(ready)
}

fn blocks(content: &mut Content, codec: &str, rows: &mut Rows<'_, '_>) -> Result<(), Halt> {
    while !content.fill_buf()?.is_empty() {
        let count = long(content)?;
        let mut packed = Vec::new();
        if let Err(error) = bytes(content, &mut packed) {
            // what was written last may be cut
            rows.pieces.feed(&begun(codec, packed), rows.out)?;
            return Err(error.into());
        }
        skip(content, SYNC)?;
        let plain = match codec {
            "null" => packed,
            "deflate" => unpacked(flate2::read::DeflateDecoder::new(&*packed))?,
            "zstandard" => unpacked(zstd::Decoder::new(&*packed)?)?,
            // a checksum stands behind it
            _ => {
                let packed = packed.get(..packed.len().saturating_sub(4)).unwrap_or_default();
                let size = snap::raw::decompress_len(packed).map_err(io::Error::other)?;
                if size > LONGEST {
                    return Err(io::Error::other("a block is larger than 32 MiB").into());
                }
                snap::raw::Decoder::new().decompress_vec(packed).map_err(io::Error::other)?
            }
        };
        rows.block(count, &plain)?;
    }
    Ok(())
}

/// As far as it goes, what a block holds that is cut.
fn begun(codec: &str, packed: Vec<u8>) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut read = |rows: &mut dyn Read| drop(rows.take(LONGEST as u64).read_to_end(&mut plain));
    match codec {
        "null" => plain = packed,
        "deflate" => read(&mut flate2::read::DeflateDecoder::new(&*packed)),
        "zstandard" => zstd::Decoder::new(&*packed).into_iter().for_each(|mut rows| read(&mut rows)),
        _ => {}
    }
    plain
}

fn unpacked(rows: impl Read) -> io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    match rows.take(LONGEST as u64 + 1).read_to_end(&mut plain)? > LONGEST {
        true => Err(io::Error::other("a block is larger than 32 MiB")),
        false => Ok(plain),
    }
}

/// Reads metadata and sync marker: the codec, and what rows are made of.
fn head(content: &mut Content) -> io::Result<(String, Option<Schema>)> {
    let (mut codec, mut schema) = ("null".to_owned(), None);
    loop {
        let count = long(content)?;
        if count == 0 {
            break;
        }
        if count < 0 {
            long(content)?;
        }
        for _ in 0..count.unsigned_abs() {
            let (mut name, mut value) = (Vec::new(), Vec::new());
            bytes(content, &mut name)?;
            bytes(content, &mut value)?;
            match &*name {
                b"avro.codec" => codec = String::from_utf8_lossy(&value).into_owned(),
                b"avro.schema" => schema = Schema::read(&value),
                _ => {}
            }
        }
    }
    skip(content, SYNC)?;
    Ok((codec, schema))
}

/// So many as stand before them; where the file ends before, those that are there.
fn bytes(content: &mut Content, to: &mut Vec<u8>) -> io::Result<()> {
    let size = usize::try_from(long(content)?).ok().filter(|size| *size <= LONGEST);
    let size = size.ok_or_else(|| io::Error::other("a block is larger than 32 MiB"))?;
    match content.by_ref().take(size as u64).read_to_end(to)? {
        read if read == size => Ok(()),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

fn skip(content: &mut Content, size: usize) -> io::Result<()> {
    content.read_exact(&mut vec![0; size])
}

/// Seven bits a byte, the lowest first; the sign in the lowest bit.
fn long(content: &mut impl Read) -> io::Result<i64> {
    let mut all = 0u64;
    for shift in (0..64).step_by(7) {
        let mut byte = [0];
        content.read_exact(&mut byte)?;
        all |= u64::from(byte[0] & 127) << shift;
        if byte[0] < 128 {
            return Ok((all >> 1) as i64 ^ -((all & 1) as i64));
        }
    }
    Err(io::Error::other("a number that does not end"))
}

#[cfg(test)]
mod tests {
    use crate::archive::tests::all;
    use std::io::Write as _;

    /// The bytes, and what could not be read.
    fn pieces(name: &str, file: Vec<u8>) -> (Vec<u8>, Vec<String>) {
        let got = all(name, &file);
        let bytes = got.pieces.into_iter().flat_map(|(_, bytes, _)| bytes).collect();
        (bytes, got.unreadable.into_iter().map(|u| u.why).collect())
    }

    /// Metadata, and one block of one row, as its writers lay them out.
    fn container(codec: &str, packed: &[u8]) -> Vec<u8> {
        let long = |n: usize| match n * 2 {
            n if n < 128 => vec![n as u8],
            n => vec![(n & 127) as u8 | 128, (n >> 7) as u8],
        };
        let text = |text: &[u8]| [long(text.len()), text.to_vec()].concat();
        let head = [b"Obj\x01".to_vec(), long(1), text(b"avro.codec"), text(codec.as_bytes()), long(0), vec![7; 16]];
        [head.concat(), long(1), text(packed), vec![7; 16]].concat()
    }

    #[test]
    fn blocks_are_unpacked_and_another_codec_is_named() {
        let row = b"https://t.example/?em=a@example.org ".repeat(9);
        let mut deflated = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
        deflated.write_all(&row).unwrap();
        let snappy = snap::raw::Encoder::new().compress_vec(&row).unwrap();
        for (codec, packed) in [
            ("null", row.clone()),
            ("deflate", deflated.finish().unwrap()),
            ("zstandard", zstd::encode_all(&*row, 0).unwrap()),
            ("snappy", [snappy, vec![0; 4]].concat()),
        ] {
            assert_eq!(pieces("x.avro", container(codec, &packed)), (row.clone(), vec![]), "{codec}");
        }
        let (none, why) = pieces("x.avro", container("xz", &row));
        assert!(none.is_empty() && why[0].contains("packed by xz"), "{why:?}");
        for codec in ["null", "deflate", "zstandard"] {
            let mut random = 1u32;
            let more: String = std::iter::repeat_with(|| {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                char::from(b'a' + (random >> 24) as u8 % 26)
            })
            .take(400)
            .collect();
            let row = [&row[..], more.as_bytes()].concat();
            let packed = match codec {
                "null" => row,
                "deflate" => {
                    let mut deflated = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
                    deflated.write_all(&row).unwrap();
                    deflated.finish().unwrap()
                }
                _ => zstd::encode_all(&*row, 0).unwrap(),
            };
            let cut = container(codec, &packed);
            let (read, why) = pieces("x.avro", cut[..cut.len() - 20].to_vec());
            assert!(why[0].contains("cannot be read from here on"), "{why:?}");
            // zstandard gives whole blocks only
            assert!(codec == "zstandard" || read.starts_with(b"https://t.example/?em=a@example.org"), "{codec}");
        }
    }

    /// Each level has the one below it twice, and the last one nothing.
    #[test]
    fn rows_that_take_no_bytes_are_not_made_of_nothing_for_ever() {
        let leaf = r#"{"type":"record","name":"r0","fields":[]}"#.to_owned();
        let schema = (1..30).fold(leaf, |inner, level| {
            let below = level - 1;
            format!(r#"{{"type":"record","name":"r{level}","fields":[{{"name":"a","type":{inner}}},{{"name":"b","type":"r{below}"}}]}}"#)
        });
        let row = super::schema::Schema::read(schema.as_bytes()).unwrap();
        assert!(super::exchanges(&row, 0, 1, b"").is_none());
        let list = super::schema::Schema::read(br#"{"type":"array","items":"null"}"#).unwrap();
        assert!(super::exchanges(&list, 0, 1, b"\xfe\xff\xff\xff\x0f\0").is_none());
        assert_eq!(super::exchanges(&list, 0, 1, b"\x28\0").unwrap().len(), 1, "twenty");
    }

    /// Made by fastavro 1.13: all kinds of fields, a row in a row, several blocks.
    #[test]
    fn rows_are_read_as_the_file_says_they_are_made() {
        let got = all("x.avro", include_bytes!("tests/rows.avro"));
        assert_eq!((&*got.whys(), got.pieces.len(), got.exchanges.len()), ("", 0, 59));
        for (n, exchange) in (1..).zip(&got.exchanges) {
            assert_eq!((&*exchange.url, exchange.at.is_some()), (&*format!("https://t.example/e?n={n}"), true));
            let body: serde_json::Value = serde_json::from_slice(exchange.body.as_deref().unwrap()).unwrap();
            let email = (n % 5 > 0).then(|| format!("{}@example.se", "a".repeat(n)));
            assert_eq!(body.get("email").and_then(|e| e.as_str()), email.as_deref());
            assert_eq!(body["phone"], 46_701_740_605u64);
            assert_eq!((&body["kind"], &body["tags"][1], &body["more"]["a"]), (&"view".into(), &"y".into(), &n.into()));
            assert_eq!(n == 3, body.get("next").is_some_and(|next| next["url"] == "https://t.example/e?n=99"));
        }
    }

    #[test]
    fn rows_that_are_something_else_are_read_as_bytes() {
        let mut file = include_bytes!("tests/rows.avro").to_vec();
        let at = memchr::memmem::find(&file, br#""phone", "type": "double""#).unwrap();
        file[at..at + 25].copy_from_slice(br#""phone", "type": "string""#);
        let got = all("x.avro", &file);
        assert!(
            got.whys().contains("read as bytes") && got.exchanges.is_empty() && !got.pieces.is_empty(),
            "{}",
            got.whys()
        );
    }
}
