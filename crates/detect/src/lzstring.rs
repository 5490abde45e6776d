//! LZ-string (pieroxy): `compressToBase64`, `compressToEncodedURIComponent`, `compressToUTF16`, `compressToUint8Array`.
//!
//! An LZ78 code with growing width. Every dictionary entry is a stretch of the output, so decoding is linear.

/// Decompresses a run of base64-like signs; none unless it is a complete stream of printable text.
pub(crate) fn decompress(text: &[u8], ceiling: usize) -> Option<String> {
    // the first code is 0 or 1: its higher bit, the second of the first sign, is not set
    if text.first().is_none_or(|b| VALUE[*b as usize] & 0b01_0000 != 0) {
        return None;
    }
    let bits = |signs: &[u8; 10]| signs.iter().rev().fold(0, |n, b| n << 6 | u64::from(REVERSED[*b as usize]));
    if text.first_chunk().is_some_and(|signs| !may_begin(bits(signs))) {
        return None;
    }
    decode(text.iter().map(|b| u32::from(VALUE[*b as usize])), 6, ceiling)
}

/// Whether the first three codes could be those of a text: most runs that are something else are refused here.
/// `bits`: at least 56, the first one lowest.
fn may_begin(mut bits: u64) -> bool {
    let mut take = |count: u32| {
        let code = bits & ((1 << count) - 1);
        bits >>= count;
        code as u16
    };
    // the highest code that has a meaning so far
    let mut known = 2;
    [2, 3, 3].into_iter().all(|width| match take(width) {
        code @ (0 | 1) => {
            known += 2;
            printable(take(if code == 0 { 8 } else { 16 })).is_some()
        }
        // 2 is the end, which comes after six characters
        code => {
            known += 1;
            code > 2 && code < known
        }
    })
}

/// Decompresses `compressToUTF16`: 15 bits a character, 32 added.
pub(crate) fn decompress_utf16(text: &str, ceiling: usize) -> Option<String> {
    decode(text.encode_utf16().map(|u| u32::from(u).wrapping_sub(32)), 15, ceiling)
}

/// Decompresses `compressToUint8Array`.
pub(crate) fn decompress_bytes(data: &[u8], ceiling: usize) -> Option<String> {
    let bits = |first: &[u8; 8]| u64::from_le_bytes(first.map(u8::reverse_bits));
    if data.first_chunk().is_some_and(|first| !may_begin(bits(first))) {
        return None;
    }
    decode(data.iter().map(|b| u32::from(*b)), 8, ceiling)
}

const NOT: u8 = 0xff;

static VALUE: [u8; 256] = {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut table = [NOT; 256];
    let mut i = 0;
    while i < 64 {
        table[alphabet[i] as usize] = i as u8;
        i += 1;
    }
    // the URI-safe variant writes 63 as `-`
    table[b'-' as usize] = 63;
    table
};

/// The six bits of a sign the other way round; what is no sign is left to the decoder.
static REVERSED: [u8; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = (VALUE[i] << 2).reverse_bits();
        i += 1;
    }
    table
};

struct Bits<I> {
    units: I,
    width: u32,
    unit: u32,
    left: u32,
}

impl<I: Iterator<Item = u32>> Bits<I> {
    /// Least significant bit first in the code, most significant first in the unit.
    fn take(&mut self, count: u32) -> Option<u32> {
        let mut code = 0;
        for i in 0..count {
            if self.left == 0 {
                self.unit = self.units.next().filter(|u| *u < 1 << self.width)?;
                self.left = self.width;
            }
            self.left -= 1;
            code |= (self.unit >> self.left & 1) << i;
        }
        Some(code)
    }

    /// Nothing but filling follows: what a random stream nearly never says.
    fn at_end(&mut self) -> bool {
        self.unit & ((1 << self.left) - 1) == 0 && self.units.all(|unit| unit == 0)
    }

    /// A new character after code 0 (8 bits) or 1 (16 bits).
    fn character(&mut self, code: u32) -> Option<u16> {
        self.take(if code == 0 { 8 } else { 16 }).map(|c| c as u16)
    }
}

fn decode(units: impl Iterator<Item = u32>, width: u32, ceiling: usize) -> Option<String> {
    let mut bits = Bits { units, width, unit: 0, left: 0 };
    let first = bits.take(2).filter(|c| *c < 2)?;
    let mut out = Vec::with_capacity(64);
    out.push(printable(bits.character(first)?)?);
    // Entries from code 3 on, as (start, length) in `out`.
    let mut entries: Vec<(usize, usize)> = Vec::with_capacity(64);
    entries.push((0, 1));
    let (mut last, mut code_width, mut room) = ((0usize, 1usize), 3, 4u32);
    loop {
        let code = bits.take(code_width)?;
        let start = out.len();
        let mut taken = 0;
        match code {
            2 => return (out.len() >= 6 && bits.at_end()).then(|| String::from_utf16(&out).ok())?,
            0 | 1 => {
                out.push(printable(bits.character(code)?)?);
                entries.push((start, 1));
                taken = 1;
            }
            _ => {
                let (from, length) = match entries.get(code as usize - 3) {
                    Some(entry) => *entry,
                    // the entry being made: the last word and its own first sign
                    None if code as usize - 3 == entries.len() => (last.0, last.1 + 1),
                    None => return None,
                };
                if out.len() + length > ceiling {
                    return None;
                }
                for i in 0..length {
                    out.push(out[from + i]);
                }
            }
        }
        let length = out.len() - start;
        entries.push((last.0, last.1 + 1));
        last = (start, length);
        for _ in 0..=taken {
            room -= 1;
            if room == 0 {
                room = 1 << code_width;
                code_width += 1;
            }
        }
        if code_width > 30 {
            return None;
        }
    }
}

fn printable(unit: u16) -> Option<u16> {
    (unit >= 0x20 && unit != 0x7f || matches!(unit, 9 | 10 | 13)).then_some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"{"em":"anna.berg@example.com","x":"anna.berg@example.com"}"#;

    /// Vectors by the package `lzstring` (PyPI), a port of lz-string.
    #[test]
    fn reads_what_the_library_writes() {
        let base64 = "N4IgpgtiBcIIYDsFwHQCMwCcDmABMAHnBAA4A2YKAxgPZQA0IBM8SqGO+RpF1dIAXyA=";
        assert_eq!(decompress(base64.trim_end_matches('=').as_bytes(), 1000).as_deref(), Some(JSON));
        let repeated = decompress(b"IY18cQ", 1000);
        assert_eq!(repeated.as_deref(), Some("aaaaaaaaaaaaaaaaaaaaaa"));
        let units = [
            "e1afa1e0a189e4868ce281bce181a3c48ce0aea0e790a2e1a6a0e29ca3e4b0a0e18ca0e0bd98e180a0e780a6e698aac6accfb9e280a6",
            "e488a1e1a882e2aaa6e1b892e1a9a5e6ac8937e690a020",
        ];
        let utf16 = String::from_utf8(crate::encode::unhex(units.concat().as_bytes())).unwrap();
        assert_eq!(decompress_utf16(&utf16, 1000).as_deref(), Some(JSON));
        let bytes = crate::encode::unbase64(base64.as_bytes());
        assert_eq!(decompress_bytes(&bytes, 1000).as_deref(), Some(JSON));
    }

    #[test]
    fn what_is_no_stream_is_none() {
        for text in ["", "A", "googletagmanager", "N4IgpgtiBcIIYDsFwHQCMwCcDmABMAHnBAA4A2Y", "////////"] {
            assert_eq!(decompress(text.as_bytes(), 1000), None, "{text}");
        }
        assert_eq!(decompress(b"IY18cQ", 10), None);
        assert_eq!(decompress(b"IY18cQAAz", 1000), None);
    }
}
