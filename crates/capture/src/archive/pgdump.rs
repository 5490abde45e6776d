//! Dumps of PostgreSQL in its custom format (pg_backup_archiver.c, pg_backup_custom.c): a table of contents, then the rows of
//! each table in blocks of packed chunks. Rows are read as text, each table as a file; the rest as bytes.

use super::ahead::Ahead;
use super::pieces::{self, Pieces};
use super::{Content, Halt, Kind, Out, broken};
use flate2::bufread::ZlibDecoder;
use memchr::memmem;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub(super) const MAGIC: &[u8] = b"PGDMP";

const DATA: u8 = 1;
const LARGE_OBJECTS: u8 = 3;
/// A number: its sign, and four bytes.
const INT: usize = 5;
/// Enough to tell where a block begins: what it is, its id, a large object's id, the length of its first chunk, its magic.
const BEGIN: usize = 1 + 3 * INT + 4;
/// Looked through at once for where a block begins.
const LOOK: usize = 64 << 10;

pub(super) fn read(content: Content, out: &mut Out<'_>) -> Result<(), Halt> {
    let mut dump = Shared::new(Ahead::new(content));
    let mut kept = out.inner(Arc::clone(&out.source), Kind::Bytes);
    let head = dump.look(BEGIN);
    if !is_packed(&head) {
        return pieces::rest(&mut (Box::new(BufReader::new(dump)) as Content), Pieces::new(""), &mut kept);
    }
    let (mut toc, mut number, mut promised) = (Pieces::new(""), 0, false);
    loop {
        let seen = dump.look(LOOK);
        if seen.is_empty() {
            break;
        }
        let begin = (0..seen.len()).find(|at| begins(&seen[*at..]));
        let used = begin.unwrap_or(if seen.len() < LOOK { seen.len() } else { seen.len() - BEGIN });
        promised |= memmem::find(&seen[..used], b"TABLE DATA").is_some();
        toc.feed(&seen[..used], &mut out.inner(Arc::clone(&out.source), Kind::Bytes))?;
        dump.lock().consume(used);
        if begin.is_some() {
            number += 1;
            block(&mut dump, number, out)?;
        }
    }
    toc.end(&mut out.inner(Arc::clone(&out.source), Kind::Bytes))?;
    if number == 0 && promised && head[10] == CUSTOM {
        out.unreadable(None, "the rows in the dump could not be opened; dump them as text")?;
    }
    // what broke off
    dump.lock().fill_buf()?;
    Ok(())
}

/// The format of a dump that has its rows in it; others have files beside it.
const CUSTOM: u8 = 1;

/// Version 1.15 names the algorithm, earlier ones the level of zlib.
fn is_packed(head: &[u8]) -> bool {
    match head.get(6) {
        Some(15..) => head.get(11) != Some(&0),
        _ => head.get(11..).and_then(int) != Some(0),
    }
}

fn int(bytes: &[u8]) -> Option<i64> {
    let [sign, value @ ..] = bytes.first_chunk::<INT>()?;
    let value = i64::from(u32::from_le_bytes(*value));
    Some(if *sign == 0 { value } else { -value })
}

/// Whether a block of packed rows begins here.
fn begins(bytes: &[u8]) -> bool {
    let chunk = match bytes.first() {
        Some(&DATA) => &bytes[1..],
        Some(&LARGE_OBJECTS) => bytes.get(1 + INT..).unwrap_or_default(),
        _ => return false,
    };
    let are = |at: usize| chunk.get(at..).and_then(int).is_some_and(|n| n > 0);
    let packed = chunk.get(2 * INT..).unwrap_or_default();
    are(0) && are(INT) && (packed.starts_with(ZSTD) || packed.starts_with(LZ4) || is_zlib(packed))
}

const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
const LZ4: &[u8] = &[0x04, 0x22, 0x4d, 0x18];

/// RFC 1950 section 2.2, with the windows and levels that are written.
fn is_zlib(bytes: &[u8]) -> bool {
    matches!(bytes, [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..])
}

/// The rows of one table, or the large objects.
fn block(dump: &mut Shared<Ahead>, number: u64, out: &mut Out<'_>) -> Result<(), Halt> {
    let begun = dump.look(BEGIN);
    let id = int(&begun[1..]).unwrap_or_default();
    let source: Arc<str> = format!("{}/{id}", out.source).into();
    io::copy(&mut dump.by_ref().take(1 + INT as u64), &mut io::sink())?;
    loop {
        // each has its id before it; none ends them
        if begun[0] == LARGE_OBJECTS && dump.int()? == 0 {
            return Ok(());
        }
        let packed = dump.look(INT + 4).get(INT..).unwrap_or_default().to_vec();
        let mut chunks = Shared::new(Chunks { dump: dump.clone(), left: 0, ended: false });
        let bytes = BufReader::new(chunks.clone());
        let mut inner = out.member(Arc::clone(&source), number, Kind::Text);
        let ended = if packed.starts_with(LZ4) {
            inner.unreadable(None, "a file packed by LZ4 is not opened here; unpack it first")
        } else if packed.starts_with(ZSTD) {
            zstd::Decoder::with_buffer(bytes)
                .map_err(Halt::Io)
                .and_then(|rows| super::cut(Box::new(BufReader::new(rows)), 1, &mut inner))
        } else {
            super::cut(Box::new(BufReader::new(ZlibDecoder::new(bytes))), 1, &mut inner)
        };
        match ended {
            Err(Halt::Io(error)) => inner.unreadable(None, broken(&error))?,
            ended => ended?,
        }
        // what its reader left
        io::copy(&mut chunks, &mut io::sink())?;
        if begun[0] == DATA {
            return Ok(());
        }
    }
}

/// Each with its length before it; one without any ends them.
struct Chunks {
    dump: Shared<Ahead>,
    left: u64,
    ended: bool,
}

impl Read for Chunks {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 && !self.ended {
            self.left =
                u64::try_from(self.dump.int()?).map_err(|_| io::Error::other("a chunk of an impossible length"))?;
            self.ended = self.left == 0;
        }
        if self.left == 0 {
            return Ok(0);
        }
        let read = self.dump.by_ref().take(self.left).read(to)?;
        self.left -= read as u64;
        if read == 0 && !to.is_empty() { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(read) }
    }
}

struct Shared<R>(Arc<Mutex<R>>);

impl<R> Shared<R> {
    fn new(inner: R) -> Self {
        Self(Arc::new(Mutex::new(inner)))
    }

    fn lock(&self) -> MutexGuard<'_, R> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<R> Clone for Shared<R> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<R: Read> Read for Shared<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.lock().read(to)
    }
}

impl Shared<Ahead> {
    /// So many of the next bytes, or all there are.
    fn look(&self, count: usize) -> Vec<u8> {
        let mut ahead = self.lock();
        let seen = ahead.look(count);
        seen[..seen.len().min(count)].to_vec()
    }

    fn int(&mut self) -> io::Result<i64> {
        let mut bytes = [0; INT];
        self.read_exact(&mut bytes)?;
        Ok(int(&bytes).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use crate::archive::tests::all;
    use std::io::Write as _;

    fn int(n: u32) -> Vec<u8> {
        [&[0], &n.to_le_bytes()[..]].concat()
    }

    fn zlib(rows: &[u8]) -> Vec<u8> {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(rows).unwrap();
        packed.finish().unwrap()
    }

    /// Chunks of a few bytes, as large ones are cut where a buffer is full.
    fn chunks(packed: &[u8]) -> Vec<u8> {
        let each = packed.chunks(40).flat_map(|chunk| [int(chunk.len() as u32), chunk.to_vec()].concat());
        each.chain(int(0)).collect()
    }

    fn dump(blocks: &[Vec<u8>]) -> Vec<u8> {
        let head =
            [b"PGDMP\x01\x0e\0\x04\x08\x01\x01\x01\0\0\0".to_vec(), int(1), b"people TABLE DATA".to_vec()].concat();
        [head, blocks.concat()].concat()
    }

    #[test]
    fn rows_and_large_objects_are_opened_and_each_table_is_a_file() {
        let rows: Vec<u8> = (0..99).flat_map(|i| format!("{i}\tp{i}@example.org\n").into_bytes()).collect();
        let objects = [vec![3], int(9), int(7), chunks(&zlib(b"x@example.org")), int(0)].concat();
        for packed in [zlib(&rows), zstd::encode_all(&*rows, 0).unwrap()] {
            let got = all("d.dump", &dump(&[[vec![1], int(5), chunks(&packed)].concat(), objects.clone()]));
            let texts: Vec<&[u8]> = got.pieces.iter().map(|(_, bytes, _)| &bytes[..]).collect();
            assert_eq!(texts[..2], [&rows[..], b"x@example.org"], "{}", got.whys());
            assert!(texts[2].ends_with(b"people TABLE DATA") && got.unreadable.is_empty(), "{}", got.whys());
        }
    }

    #[test]
    fn rows_that_cannot_be_opened_are_named() {
        assert!(all("d.dump", &dump(&[])).whys().contains("could not be opened"));
        let block = |packed: &[u8]| dump(&[[vec![1], int(5), chunks(packed)].concat()]);
        assert!(all("d.dump", &block(b"\x04\x22\x4d\x18 and so on")).whys().contains("LZ4"));
        let whole = block(&zlib(b"a@example.org"));
        assert!(all("d.dump", &whole[..whole.len() - 9]).whys().contains("from here on"));
    }
}
