//! tar archives, file by file, each as what it is (POSIX.1-1988 ustar, with GNU's and pax' longer names left short).

use super::open::unpacked;
use super::pieces::{self, Pieces};
use super::{Content, Halt, Kind, Out, broken};
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

const BLOCK: usize = 512;
const DAMAGED: &str = "the tar archive is damaged or cut; what is left of it was read as bytes";
const NESTED: &str = "a tar archive inside another is not opened; unpack it first";

/// What the files of an archive are read from, one after the other.
#[derive(Clone)]
struct Shared(Arc<Mutex<Content>>);

impl Read for Shared {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).read(to)
    }
}

/// Whether a file begins with a header block: five letters alone may stand in any text.
pub(super) fn is_tar(head: &[u8]) -> bool {
    let Some(block) = head.get(..BLOCK).filter(|block| &block[257..262] == b"ustar") else { return false };
    let (before, rest) = block.split_at(148);
    let (field, after) = rest.split_at(8);
    // the sum of all bytes, its own eight as spaces
    let sum: u64 = before.iter().chain(after).map(|b| u64::from(*b)).sum::<u64>() + 8 * u64::from(b' ');
    u64::from_str_radix(text(field).trim(), 8) == Ok(sum)
}

pub(super) fn read(content: Content, out: &mut Out<'_>) -> Result<(), Halt> {
    let mut content = Shared(Arc::new(Mutex::new(content)));
    let mut number = 0;
    loop {
        let mut header = Vec::with_capacity(BLOCK);
        content.by_ref().take(BLOCK as u64).read_to_end(&mut header)?;
        // two empty blocks end it, and behind them another may stand
        if header.iter().all(|b| *b == 0) {
            match header.len() {
                BLOCK => continue,
                _ => return Ok(()),
            }
        }
        let Some(size) = size(&header).filter(|_| is_tar(&header)) else {
            out.unreadable(None, DAMAGED)?;
            let mut rest = out.inner(Arc::clone(&out.source), Kind::Rest);
            let mut pieces = Pieces::new("");
            pieces.feed(&header, &mut rest)?;
            return pieces::rest(&mut (Box::new(BufReader::new(content)) as Content), pieces, &mut rest);
        };
        let mut bytes = content.clone().take(size);
        match header[156] {
            0 | b'0' | b'7' => {
                number += 1;
                file(&name(&header), number, bytes, out)?;
            }
            _ => drop(io::copy(&mut bytes, &mut io::sink())?),
        }
        let padding = (BLOCK as u64 - size % BLOCK as u64) % BLOCK as u64;
        io::copy(&mut content.by_ref().take(padding), &mut io::sink())?;
    }
}

/// Reads one file to its end.
fn file(name: &str, number: u64, bytes: io::Take<Shared>, out: &mut Out<'_>) -> Result<(), Halt> {
    let source: Arc<str> = format!("{}/{name}", out.source).into();
    let left = Left(Arc::new(Mutex::new(bytes)));
    let content: Content = Box::new(BufReader::new(left.clone()));
    let read = match unpacked(content) {
        Ok((content, head, _)) => {
            let kind = Kind::of(&head, Path::new(name));
            let mut inner = out.member(source, number, kind);
            match kind {
                // each of one in another in another would need more memory
                Kind::Tar => inner.unreadable(None, NESTED),
                _ => match super::cut(content, 1, &mut inner) {
                    Err(Halt::Io(error)) => inner.unreadable(None, broken(&error)),
                    ended => ended,
                },
            }
        }
        Err(error) => out.member(source, number, Kind::Tar).unreadable(None, broken(&error)),
    };
    read?;
    // what its reader left
    io::copy(&mut left.clone(), &mut io::sink())?;
    if left.0.lock().unwrap_or_else(PoisonError::into_inner).limit() > 0 {
        return out.unreadable(None, DAMAGED);
    }
    Ok(())
}

#[derive(Clone)]
struct Left(Arc<Mutex<io::Take<Shared>>>);

impl Read for Left {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).read(to)
    }
}

fn text(field: &[u8]) -> String {
    String::from_utf8_lossy(field.split(|b| *b == 0).next().unwrap_or_default()).into_owned()
}

fn name(header: &[u8]) -> String {
    match text(&header[345..500]) {
        prefix if prefix.is_empty() => text(&header[..100]),
        prefix => format!("{prefix}/{}", text(&header[..100])),
    }
}

/// Octal; binary with the highest bit set where it is too large for that.
fn size(header: &[u8]) -> Option<u64> {
    let field = header.get(124..136).filter(|_| header.len() == BLOCK)?;
    if field[0] & 0x80 != 0 {
        return Some(u64::from_be_bytes(field[4..].try_into().ok()?));
    }
    let digits = text(field);
    u64::from_str_radix(digits.trim(), 8).ok()
}
