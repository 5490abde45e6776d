//! LZ-string (pieroxy): `compress`, `compressToBase64`, `compressToEncodedURIComponent`, `compressToUTF16`, `compressToUint8Array`.
//!
//! An LZ78 code with growing width. Every dictionary entry is a stretch of the output, so decoding is linear.

/// Decompresses a run of base64-like signs; none unless it is a complete stream of printable text.
pub(crate) fn decompress(text: &[u8], ceiling: usize) -> Option<String> {
    decode(text.iter().map(|b| u32::from(UNIT[*b as usize])), 6, ceiling)
}

/// Decompresses `compressToUTF16`: 15 bits a character, 32 added.
pub(crate) fn decompress_utf16(text: &str, ceiling: usize) -> Option<String> {
    let unit = |u: u16| match u.wrapping_sub(32) {
        u @ 0..0x8000 => u32::from(u.reverse_bits() >> 1),
        _ => u32::MAX,
    };
    decode(text.encode_utf16().map(unit), 15, ceiling)
}

/// Decompresses `compress`: 16 bits a unit, many of them halves of surrogate pairs.
pub(crate) fn decompress_units(units: &[u16], ceiling: usize) -> Option<String> {
    decode(units.iter().map(|unit| u32::from(unit.reverse_bits())), 16, ceiling)
}

/// Decompresses `compressToUint8Array`.
pub(crate) fn decompress_bytes(data: &[u8], ceiling: usize) -> Option<String> {
    decode(data.iter().map(|b| u32::from(b.reverse_bits())), 8, ceiling)
}

const NOT: u8 = 0xff;

/// The six bits of a sign, the first one lowest.
static UNIT: [u8; 256] = {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut table = [NOT; 256];
    let mut i = 0;
    while i < 64 {
        table[alphabet[i] as usize] = (i as u8).reverse_bits() >> 2;
        i += 1;
    }
    // the URI-safe variant writes 63 as `-`
    table[b'-' as usize] = 63;
    table
};

/// Units of so many bits each, the first one lowest; what is none has more.
#[derive(Clone)]
struct Bits<I> {
    units: I,
    width: u32,
    known: u64,
    count: u32,
}

impl<I: Iterator<Item = u32>> Bits<I> {
    fn take(&mut self, count: u32) -> Option<u32> {
        while self.count < count {
            let unit = self.units.next().filter(|u| *u < 1 << self.width)?;
            self.known |= u64::from(unit) << self.count;
            self.count += self.width;
        }
        let bits = self.known & ((1 << count) - 1);
        self.known >>= count;
        self.count -= count;
        Some(bits as u32)
    }

    /// Nothing but filling follows: what a random stream nearly never says.
    fn at_end(&mut self) -> bool {
        self.known == 0 && self.units.all(|unit| unit == 0)
    }
}

/// The codes of a stream, one after the other: what they mean depends on how many there were.
struct Codes<I> {
    bits: Bits<I>,
    /// Entries of the dictionary, from code 3 on.
    entries: u32,
    width: u32,
    /// So many entries more, and codes are a bit wider.
    room: u32,
}

enum Code {
    New(u16),
    /// One of the entries; the last one is being made: the last word and its own first sign.
    Entry(usize),
    End,
}

impl<I: Iterator<Item = u32>> Codes<I> {
    /// None where no text goes on so.
    fn next(&mut self) -> Option<Code> {
        let first = self.entries == 0;
        let code = self.bits.take(if first { 2 } else { self.width })?;
        let code = match code {
            0 | 1 => {
                let unit = self.bits.take(if code == 0 { 8 } else { 16 })? as u16;
                self.grow(first);
                Code::New(printable(unit)?)
            }
            2 if !first => return self.bits.at_end().then_some(Code::End),
            _ if first || code - 3 > self.entries => return None,
            _ => Code::Entry(code as usize - 3),
        };
        if !first {
            self.grow(false);
        }
        (self.width <= 30).then_some(code)
    }

    fn grow(&mut self, first: bool) {
        self.entries += 1;
        self.room -= u32::from(!first);
        if self.room == 0 {
            self.room = 1 << self.width;
            self.width += 1;
        }
    }
}

fn decode(units: impl Iterator<Item = u32> + Clone, width: u32, ceiling: usize) -> Option<String> {
    let bits = Bits { units, width, known: 0, count: 0 };
    let codes = || Codes { bits: bits.clone(), entries: 0, width: 3, room: 4 };
    // nearly everything is no stream: that is found out before anything is kept
    let mut trial = codes();
    while !matches!(trial.next()?, Code::End) {}
    let (mut codes, mut out) = (codes(), Vec::new());
    // as (start, length) in `out`
    let (mut entries, mut last): (Vec<(usize, usize)>, _) = (Vec::new(), None);
    loop {
        let start = out.len();
        match codes.next()? {
            Code::End => return (out.len() >= 6).then(|| String::from_utf16(&out).ok())?,
            Code::New(unit) => {
                out.push(unit);
                entries.push((start, 1));
            }
            Code::Entry(entry) => {
                let longer = last.map(|(from, length)| (from, length + 1));
                let (from, length) = entries.get(entry).copied().or(longer)?;
                if start + length > ceiling {
                    return None;
                }
                (from..from + length).for_each(|i| out.push(out[i]));
            }
        }
        entries.extend(last.map(|(from, length)| (from, length + 1)));
        last = Some((start, out.len() - start));
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
