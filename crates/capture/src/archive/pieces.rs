use super::block::{Owned, PieceId, Work};
use super::{Content, Halt, Out, avro, broken};
use std::io::{self, BufRead, ErrorKind};

/// Size of one piece, and how much of the last one the next repeats, so that no token is cut in two.
pub(super) const PIECE: usize = 4 << 20;
pub(super) const OVERLAP: usize = 64 << 10;

/// Bytes in overlapping pieces. What begins in the first half of an overlap is the earlier piece's, else the later one's.
pub(super) struct Pieces {
    /// Stands before the byte number in a piece's id.
    name: String,
    kept: Vec<u8>,
    /// Byte at which `kept` begins.
    at: u64,
}

impl Pieces {
    pub(super) fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), kept: Vec::new(), at: 0 }
    }

    pub(super) fn feed(&mut self, mut bytes: &[u8], out: &mut Out<'_>) -> Result<(), Halt> {
        while self.kept.len() + bytes.len() > PIECE {
            let (now, later) = bytes.split_at(PIECE - self.kept.len());
            self.kept.extend_from_slice(now);
            bytes = later;
            let kept = self.kept[PIECE - OVERLAP..].to_vec();
            let piece = std::mem::replace(&mut self.kept, kept);
            self.put(piece, PIECE - OVERLAP / 2, out)?;
            self.at += (PIECE - OVERLAP) as u64;
        }
        self.kept.extend_from_slice(bytes);
        Ok(())
    }

    pub(super) fn end(&mut self, out: &mut Out<'_>) -> Result<(), Halt> {
        let piece = std::mem::take(&mut self.kept);
        let length = piece.len();
        if length == 0 { Ok(()) } else { self.put(piece, length, out) }
    }

    fn put(&self, bytes: Vec<u8>, until: usize, out: &mut Out<'_>) -> Result<(), Halt> {
        let from = if self.at == 0 { 0 } else { OVERLAP / 2 };
        let id = PieceId::One(format!("{}byte-{}", self.name, self.at));
        out.put(Work::Bytes(Owned { bytes, id, own: from..until }))
    }
}

/// Any file.
pub(super) fn read(mut content: Content, out: &mut Out<'_>) -> Result<(), Halt> {
    let head = match content.fill_buf() {
        Ok(head) => head,
        Err(error) => return out.unreadable(None, broken(&error)),
    };
    if avro::is_avro(head) {
        return avro::read(content, out);
    }
    if is_orc(head) {
        out.unreadable(
            None,
            "an ORC file is read as bytes only: what is compressed in it is not seen; make Parquet of it",
        )?;
    }
    rest(&mut content, Pieces::new(""), out)
}

/// Behind its magic number is the head of a stream, or of what it is compressed in (ORC specification v1).
fn is_orc(head: &[u8]) -> bool {
    matches!(head, [b'O', b'R', b'C', next @ ..] if next.iter().take(3).any(|b| *b < b' '))
}

/// All that is left of a file.
pub(super) fn rest(content: &mut Content, mut pieces: Pieces, out: &mut Out<'_>) -> Result<(), Halt> {
    loop {
        let read = match content.fill_buf() {
            Ok([]) => return pieces.end(out),
            Ok(bytes) => {
                pieces.feed(bytes, out)?;
                bytes.len()
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => {
                pieces.end(out)?;
                return out.unreadable(None, broken(&error));
            }
        };
        content.consume(read);
    }
}

/// So many bytes, as they come.
pub(super) fn passed(
    content: &mut Content,
    size: u64,
    to: &mut dyn FnMut(&[u8]) -> Result<(), Halt>,
) -> Result<(), Halt> {
    let mut left = size;
    while left > 0 {
        let some = content.fill_buf()?;
        if some.is_empty() {
            return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
        }
        let used = some.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        to(&some[..used])?;
        content.consume(used);
        left -= used as u64;
    }
    Ok(())
}
