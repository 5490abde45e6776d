use super::Content;
use facts::{Exchange, Unreadable};
use std::io::Read;

/// Size of one piece, and how much of the last one the next repeats, so that no token is cut in two.
const PIECE: usize = 4 * 1024 * 1024;
pub(super) const OVERLAP: usize = 16 * 1024;

/// Any file, cut into overlapping pieces.
pub(super) struct Pieces {
    source: String,
    content: Content,
    kept: Vec<u8>,
    /// Byte at which `kept` begins.
    at: u64,
    ended: bool,
}

impl Pieces {
    pub(super) fn new(source: String, content: Content) -> Self {
        Self { source, content, kept: Vec::new(), at: 0, ended: false }
    }
}

impl Iterator for Pieces {
    type Item = Result<Exchange, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let before = self.kept.len();
        let mut piece = std::mem::take(&mut self.kept);
        let wanted = (PIECE - before) as u64;
        if let Err(error) = self.content.by_ref().take(wanted).read_to_end(&mut piece) {
            self.ended = true;
            let why = format!("the file cannot be read beyond byte {}: {error}", self.at + piece.len() as u64);
            return Some(Err(Unreadable { source: self.source.clone(), line: None, why }));
        }
        self.ended = piece.len() < PIECE;
        if piece.len() == before && self.at + before as u64 > 0 {
            return None;
        }
        let id = format!("byte-{}", self.at);
        let overlap = if self.ended { piece.len() } else { piece.len() - OVERLAP };
        self.kept = piece[overlap..].to_vec();
        self.at += overlap as u64;
        Some(Ok(Exchange { id, body: Some(piece), seen_by: vec!["bytes".to_owned()], ..Exchange::default() }))
    }
}
