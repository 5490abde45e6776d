//! How deep the columns of a Parquet file stand in one another, by its footer (Thrift's compact protocol,
//! <https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift>): the library that reads them goes
//! a step deeper for each, and a hostile file has a million.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// Nothing real goes deeper.
const DEEPEST: usize = 64;
/// Values in values of the footer, other than columns.
const MOST_NESTED: u8 = 16;

const INT: u8 = 5;
const LIST: u8 = 9;
const STRUCT: u8 = 12;
/// Of the footer, its list of columns; of a column, how many stand in it.
const SCHEMA: u64 = 2;
const CHILDREN: u64 = 5;

/// Whether the columns stand in one another as real ones do; also where the footer cannot be read, which the library says.
pub(super) fn is_shallow(file: &mut File) -> io::Result<bool> {
    let footer = footer(file)?;
    file.rewind()?;
    Ok(depth(&footer).is_none_or(|depth| depth <= DEEPEST))
}

/// As many bytes as stand before the mark at the end.
fn footer(file: &mut File) -> io::Result<Vec<u8>> {
    const END: u64 = 8;
    let (mut end, mut footer) = ([0; 4], Vec::new());
    let size = file.seek(SeekFrom::End(0))?;
    if let Some(at) = size.checked_sub(END) {
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(&mut end)?;
        let length = u64::from(u32::from_le_bytes(end)).min(at);
        file.seek(SeekFrom::Start(at - length))?;
        file.take(length).read_to_end(&mut footer)?;
    }
    Ok(footer)
}

fn depth(footer: &[u8]) -> Option<usize> {
    let mut reader = Reader { bytes: footer };
    let mut deepest = None;
    reader.fields(&mut |reader, id, kind| match (id, kind) {
        (SCHEMA, LIST) => {
            deepest = Some(columns(reader)?);
            // the rest is of no interest
            None
        }
        _ => reader.skip(kind, 0),
    });
    deepest
}

/// Columns in the order of a walk through them, each with how many stand in it.
fn columns(reader: &mut Reader<'_>) -> Option<usize> {
    let (count, _) = reader.list().filter(|(_, kind)| *kind == STRUCT)?;
    let (mut open, mut deepest) = (Vec::new(), 0);
    for _ in 0..count {
        let mut children = 0;
        reader.fields(&mut |reader, id, kind| match (id, kind) {
            (CHILDREN, INT) => {
                children = reader.number()? >> 1;
                Some(())
            }
            _ => reader.skip(kind, 0),
        })?;
        if let Some(left) = open.last_mut() {
            *left -= 1;
        }
        if children > 0 {
            open.push(children);
            deepest = open.len().max(deepest);
        }
        while open.last() == Some(&0) {
            open.pop();
        }
    }
    Some(deepest)
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn take(&mut self, count: u64) -> Option<&[u8]> {
        let (taken, rest) = self.bytes.split_at_checked(usize::try_from(count).ok()?)?;
        self.bytes = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|byte| byte[0])
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    /// How many there are, and of what kind.
    fn list(&mut self) -> Option<(u64, u8)> {
        let head = self.byte()?;
        let count = if head >> 4 == 15 { self.number()? } else { u64::from(head >> 4) };
        Some((count, head & 15))
    }

    /// The fields of a structure, each with its number and kind, which the callback reads.
    fn fields(&mut self, field: &mut dyn FnMut(&mut Self, u64, u8) -> Option<()>) -> Option<()> {
        let mut id = 0u64;
        loop {
            let head = self.byte()?;
            if head == 0 {
                return Some(());
            }
            id = match head >> 4 {
                0 => self.number()? >> 1,
                more => id.wrapping_add(u64::from(more)),
            };
            field(self, id, head & 15)?;
        }
    }

    fn skip(&mut self, kind: u8, depth: u8) -> Option<()> {
        if depth > MOST_NESTED {
            return None;
        }
        match kind {
            1 | 2 => {}
            3 => {
                self.byte()?;
            }
            4..=6 => {
                self.number()?;
            }
            7 => {
                self.take(8)?;
            }
            8 => {
                let length = self.number()?;
                self.take(length)?;
            }
            9 | 10 => {
                let (count, kind) = self.list()?;
                for _ in 0..count {
                    // truth has a byte of its own here
                    self.skip(if kind <= 2 { 3 } else { kind }, depth + 1)?;
                }
            }
            11 => {
                let count = self.number()?;
                let kinds = if count > 0 { self.byte()? } else { 0 };
                for _ in 0..count {
                    self.skip(kinds >> 4, depth + 1)?;
                    self.skip(kinds & 15, depth + 1)?;
                }
            }
            12 => self.fields(&mut |reader, _, kind| reader.skip(kind, depth + 1))?,
            13 => {
                self.take(16)?;
            }
            _ => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    /// Groups that stand in one another, and a text in the last.
    pub(in crate::archive) fn nested(groups: usize) -> Vec<u8> {
        let count = groups + 2;
        let count = [count as u8 & 127 | 128, (count >> 7) as u8 & 127 | 128, (count >> 14) as u8];
        let root = b"\x48\x01s\x15\x02\0".to_vec();
        let group = b"\x35\x02\x18\x01g\x15\x02\0".repeat(groups);
        let text = b"\x15\x0c\x25\x02\x18\x03url\x25\0\0".to_vec();
        let footer =
            [b"\x15\x02\x19\xfc".to_vec(), count.to_vec(), root, group, text, b"\x16\0\x19\x0c\0".to_vec()].concat();
        let length = (footer.len() as u32).to_le_bytes();
        [&b"PAR1"[..], &footer, &length, b"PAR1"].concat()
    }

    #[test]
    fn columns_that_stand_in_one_another_are_counted() {
        for groups in [0, 1, 5, 100_000] {
            let file = nested(groups);
            assert_eq!(super::depth(&file[4..file.len() - 8]), Some(groups + 1));
        }
        assert_eq!(super::depth(b""), None);
        assert_eq!(super::depth(&[0x1c; 1000]), None, "structures without end");
        let got = crate::archive::tests::all("x.parquet", &nested(100_000));
        assert!(got.whys().contains("too deep in one another"), "{}", got.whys());
    }
}
