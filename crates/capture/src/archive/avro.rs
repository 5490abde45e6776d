//! Containers of Avro: blocks of rows, packed by one codec (specification 1.12, "Object container files"). Rows are looked
//! through as bytes.

use super::pieces::Pieces;
use super::{Content, Halt, LONGEST, Out, broken};
use std::io::{self, BufRead as _, Read};

const MAGIC: &[u8] = b"Obj\x01";
const SYNC: usize = 16;

pub(super) fn is_avro(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

pub(super) fn read(mut content: Content, out: &mut Out<'_>) -> Result<(), Halt> {
    content.consume(MAGIC.len());
    let codec = match codec(&mut content) {
        Ok(codec) => codec,
        Err(error) => return out.unreadable(None, broken(&error)),
    };
    if !matches!(codec.as_str(), "null" | "deflate" | "zstandard" | "snappy") {
        return out.unreadable(None, format!("a file packed by {codec} is not opened here; unpack it first"));
    }
    let mut pieces = Pieces::new("");
    let ended = blocks(&mut content, &codec, &mut |rows| pieces.feed(rows, out));
    pieces.end(out)?;
    match ended {
        Err(Halt::Io(error)) => out.unreadable(None, broken(&error)),
        ended => ended,
    }
}

fn blocks(content: &mut Content, codec: &str, put: &mut dyn FnMut(&[u8]) -> Result<(), Halt>) -> Result<(), Halt> {
    while !content.fill_buf()?.is_empty() {
        long(content)?;
        let packed = bytes(content)?;
        skip(content, SYNC)?;
        match codec {
            "null" => put(&packed)?,
            "deflate" => unpacked(flate2::read::DeflateDecoder::new(&*packed), put)?,
            "zstandard" => unpacked(zstd::Decoder::new(&*packed)?, put)?,
            // a checksum stands behind it
            _ => {
                let packed = packed.get(..packed.len().saturating_sub(4)).unwrap_or_default();
                let size = snap::raw::decompress_len(packed).map_err(io::Error::other)?;
                if size > LONGEST {
                    return Err(io::Error::other("a block is larger than 32 MiB").into());
                }
                put(&snap::raw::Decoder::new().decompress_vec(packed).map_err(io::Error::other)?)?;
            }
        }
    }
    Ok(())
}

fn unpacked(mut rows: impl Read, put: &mut dyn FnMut(&[u8]) -> Result<(), Halt>) -> Result<(), Halt> {
    let mut some = vec![0; 64 << 10];
    loop {
        match rows.read(&mut some)? {
            0 => return Ok(()),
            read => put(&some[..read])?,
        }
    }
}

/// Reads metadata and sync marker.
fn codec(content: &mut Content) -> io::Result<String> {
    let mut codec = "null".to_owned();
    loop {
        let count = long(content)?;
        if count == 0 {
            break;
        }
        if count < 0 {
            long(content)?;
        }
        for _ in 0..count.unsigned_abs() {
            let (name, value) = (bytes(content)?, bytes(content)?);
            if name == b"avro.codec" {
                codec = String::from_utf8_lossy(&value).into_owned();
            }
        }
    }
    skip(content, SYNC)?;
    Ok(codec)
}

fn bytes(content: &mut Content) -> io::Result<Vec<u8>> {
    let size = usize::try_from(long(content)?).ok().filter(|size| *size <= LONGEST);
    let size = size.ok_or_else(|| io::Error::other("a block is larger than 32 MiB"))?;
    let mut bytes = Vec::new();
    match content.by_ref().take(size as u64).read_to_end(&mut bytes)? {
        read if read == size => Ok(bytes),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

fn skip(content: &mut Content, size: usize) -> io::Result<()> {
    content.read_exact(&mut vec![0; size])
}

/// Seven bits a byte, the lowest first; the sign in the lowest bit.
fn long(content: &mut Content) -> io::Result<i64> {
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
        let cut = container("null", &row);
        let (_, why) = pieces("x.avro", cut[..cut.len() - 40].to_vec());
        assert!(why[0].contains("cannot be read from here on"), "{why:?}");
    }
}
