//! UTF-16 with a byte order mark (RFC 2781), as PowerShell and spreadsheets write it, read as UTF-8.

use super::Content;
use std::io::{self, BufRead, BufReader, Read};

/// Text in UTF-8, whatever it was; anything else as it is.
pub fn utf8(content: Content) -> Content {
    let (content, head) = super::open::peeked(content);
    match order(&head) {
        Some(order) => Box::new(BufReader::new(Utf16 { content, order, kept: Vec::new(), out: io::Cursor::default() })),
        None => content,
    }
}

type Order = fn([u8; 2]) -> u16;

/// Enough to tell text from bytes that begin like it.
const SAMPLE: usize = 1024;

fn order(head: &[u8]) -> Option<Order> {
    let order: Order = match head {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let head = &head[..head.len().min(SAMPLE)];
    let is_text = |c: char| !c.is_control() || c.is_whitespace();
    let all = units(head, order).collect::<Vec<_>>();
    let whole = all.len() - all.last().map_or(0, |unit| usize::from(is_first_half(*unit)));
    char::decode_utf16(all[..whole].iter().copied()).all(|c| c.is_ok_and(is_text)).then_some(order)
}

fn units(bytes: &[u8], order: Order) -> impl Iterator<Item = u16> + '_ {
    bytes.as_chunks::<2>().0.iter().map(move |pair| order(*pair))
}

fn is_first_half(unit: u16) -> bool {
    (0xd800..0xdc00).contains(&unit)
}

struct Utf16 {
    content: Content,
    order: Order,
    /// Half a unit, or the first half of a pair.
    kept: Vec<u8>,
    out: io::Cursor<String>,
}

impl Read for Utf16 {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.out.read(to)?;
            if read > 0 || to.is_empty() {
                return Ok(read);
            }
            let some = self.content.fill_buf()?;
            let (length, ended) = (some.len(), some.is_empty());
            if ended && self.kept.is_empty() {
                return Ok(0);
            }
            self.kept.extend_from_slice(some);
            self.content.consume(length);
            self.out = io::Cursor::new(self.text(ended));
        }
    }
}

impl Utf16 {
    /// All that is whole; at the end also what is not.
    fn text(&mut self, ended: bool) -> String {
        let mut all: Vec<u16> = units(&self.kept, self.order).collect();
        if !ended && all.last().is_some_and(|unit| is_first_half(*unit)) {
            all.pop();
        }
        self.kept.drain(..2 * all.len());
        let mut text: String = char::decode_utf16(all).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        if ended && !std::mem::take(&mut self.kept).is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
        }
        text
    }
}
