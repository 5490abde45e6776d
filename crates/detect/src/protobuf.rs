//! Protocol Buffers without a schema: a message is what parses to its last byte (encoding specification, protobuf.dev).

use super::packed::{whole, whole_of_four};
use super::scan::looks_like_text;
use std::ops::Range;

/// A field that may hold an identifier.
pub(crate) struct Field {
    /// Field numbers from the outer message inwards: `1.3`.
    pub path: String,
    pub region: Range<usize>,
    /// The decimal digits of a large integer; otherwise the bytes of the region.
    pub number: Option<u64>,
    /// A text in several pieces, put together.
    pub joined: Option<Vec<u8>>,
    /// Which of the maps it stands in; none are told apart in Protocol Buffers, which name nothing.
    pub map: u32,
}

/// The texts, byte strings and large integers of a message; none where the bytes are no message.
pub(crate) fn fields(data: &[u8]) -> Option<Vec<Field>> {
    // nearly everything is no message: that is found out before anything is kept
    if !is_message(data)? {
        return None;
    }
    let mut all = Vec::new();
    message(data, 0..data.len(), "", 0, &mut all)?;
    all.iter().any(|f| f.number.is_none()).then_some(all)
}

/// Whether a field holds bytes; none where the fields do not end with the last byte.
fn is_message(data: &[u8]) -> Option<bool> {
    let (mut at, mut holds_bytes) = (0, false);
    while at < data.len() {
        let tag = varint(data, &mut at, data.len())?;
        let length = match tag & 7 {
            0 => {
                varint(data, &mut at, data.len())?;
                0
            }
            1 => 8,
            2 => {
                holds_bytes = true;
                usize::try_from(varint(data, &mut at, data.len())?).ok()?
            }
            5 => 4,
            _ => return None,
        };
        at = at.checked_add(length).filter(|end| *end <= data.len() && tag >> 3 > 0)?;
    }
    Some(holds_bytes)
}

/// Deeper messages are taken as bytes.
const MOST_NESTED: u8 = 16;

fn message(data: &[u8], region: Range<usize>, path: &str, depth: u8, all: &mut Vec<Field>) -> Option<()> {
    let mut at = region.start;
    if region.is_empty() {
        return None;
    }
    while at < region.end {
        let tag = varint(data, &mut at, region.end)?;
        let (number, wire) = (tag >> 3, tag & 7);
        if number == 0 || number > 0x1fff_ffff {
            return None;
        }
        let path = if path.is_empty() { number.to_string() } else { format!("{path}.{number}") };
        match wire {
            0 => {
                let start = at;
                let number = varint(data, &mut at, region.end)?;
                if number >= 1_000_000 {
                    all.push(Field { path, region: start..at, number: Some(number), joined: None, map: 0 });
                }
            }
            1 | 5 => {
                let start = at;
                at = at.checked_add(if wire == 1 { 8 } else { 4 }).filter(|e| *e <= region.end)?;
                let number = fixed(&data[start..at]);
                all.extend(number.map(|n| Field { path, region: start..at, number: Some(n), joined: None, map: 0 }));
            }
            2 => {
                let length = usize::try_from(varint(data, &mut at, region.end)?).ok()?;
                let end = at.checked_add(length).filter(|e| *e <= region.end)?;
                length_delimited(data, at..end, path, depth, all);
                at = end;
            }
            _ => return None,
        }
    }
    Some(())
}

/// A number of four or eight bytes: one with a fraction of nothing, else a whole one.
fn fixed(bytes: &[u8]) -> Option<u64> {
    const LEAST_WHOLE: u64 = 1000;
    const LARGE: std::ops::Range<u64> = 1_000_000..1_000_000_000_000_000;
    let (whole, number) = match bytes.try_into() {
        Ok(four) => {
            let bits = u32::from_le_bytes(four);
            (whole_of_four(bits), bits.into())
        }
        Err(_) => {
            let bits = u64::from_le_bytes(bytes.try_into().ok()?);
            (whole(f64::from_bits(bits)), bits)
        }
    };
    if whole >= LEAST_WHOLE { Some(whole) } else { LARGE.contains(&number).then_some(number) }
}

fn length_delimited(data: &[u8], region: Range<usize>, path: String, depth: u8, all: &mut Vec<Field>) {
    let bytes = &data[region.clone()];
    let known = all.len();
    if depth < MOST_NESTED && !looks_like_text(bytes) && message(data, region.clone(), &path, depth + 1, all).is_some()
    {
        return;
    }
    all.truncate(known);
    if !bytes.is_empty() {
        all.push(Field { path, region, number: None, joined: None, map: 0 });
    }
}

fn varint(data: &[u8], at: &mut usize, end: usize) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0..64).step_by(7) {
        let byte = *data[..end].get(*at)?;
        *at += 1;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_messages_give_paths_and_exact_bounds() {
        let data = b"\x08\x96\x01\x1a\x12\x12\x10a@example.com ok";
        let fields = fields(data).unwrap();
        assert_eq!(fields.len(), 1);
        assert_eq!(fields[0].path, "3.2");
        assert_eq!(&data[fields[0].region.clone()], b"a@example.com ok");
        let number = |field: &[u8]| super::fields(&[b"\x0a\x01a", field].concat()).unwrap().last().unwrap().number;
        let fixed = |tag: u8, bytes: &[u8]| number(&[&[tag][..], bytes].concat());
        assert_eq!(fixed(0x11, &197_503_122_389u64.to_le_bytes()), Some(197_503_122_389));
        assert_eq!(fixed(0x11, &197_503_122_389f64.to_le_bytes()), Some(197_503_122_389));
        assert_eq!(fixed(0x15, &11455f32.to_le_bytes()), Some(11455));
        assert_eq!(fixed(0x15, &0.5f32.to_le_bytes()), Some(0x3f00_0000));
        assert_eq!(fixed(0x11, &0.5f64.to_le_bytes()), None);
        assert!(super::fields(b"hello world").is_none());
        assert!(super::fields(b"").is_none());
    }
}
