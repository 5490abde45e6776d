//! Maps that tell their own shape in bytes: MessagePack (<https://github.com/msgpack/msgpack/blob/master/spec.md>) and CBOR
//! (RFC 8949). As with Protocol Buffers, one is what parses to its last byte; here it has to name something too.

use crate::protobuf::Field;
use crate::scan::path_to;
use std::ops::Range;

/// The texts, byte strings and large integers of one value or several in a row, by the names of their maps; none where the
/// bytes are no MessagePack.
pub(crate) fn msgpack(data: &[u8]) -> Option<Vec<Field>> {
    Reader { data, at: 0, head: Reader::msgpack, named: false, maps: 0, map: 0, all: Vec::new() }.read()
}

/// The same of CBOR.
pub(crate) fn cbor(data: &[u8]) -> Option<Vec<Field>> {
    Reader { data, at: 0, head: Reader::cbor, named: false, maps: 0, map: 0, all: Vec::new() }.read()
}

/// Nothing real goes deeper.
const MOST_NESTED: u8 = 32;
/// Smaller numbers are nobody's.
const LEAST: u64 = 1000;
/// An extension that is a time: -1.
const TIMESTAMP: u8 = 0xff;

/// A number that was kept as one with a fraction (IEEE 754); 0 where it has one, or is none of anybody's.
pub(crate) fn whole(number: f64) -> u64 {
    // from there on not every whole number is one
    if number.fract() == 0.0 && (0.0..9e15).contains(&number) { number as u64 } else { 0 }
}

/// The same of four bytes.
pub(crate) fn whole_of_four(bits: u32) -> u64 {
    let number = f32::from_bits(bits);
    if number < 16_777_216.0 { whole(number.into()) } else { 0 }
}

/// Of two bytes, as encoders that write what is shortest have them; those of fractions alone are 0.
fn whole_of_two(bits: u16) -> u64 {
    let (exponent, fraction) = (bits >> 10 & 31, u32::from(bits & 0x3ff | 0x400));
    if bits >> 15 == 0 && (25..31).contains(&exponent) { u64::from(fraction << (exponent - 25)) } else { 0 }
}

/// Seconds since 1970 of MessagePack's timestamp extension.
fn seconds(data: &[u8]) -> u64 {
    let number = |bytes: &[u8]| bytes.iter().fold(0, |n, b| n << 8 | u64::from(*b));
    match data.len() {
        4 => number(data),
        8 => number(data) & ((1 << 34) - 1),
        12 => number(&data[4..]),
        _ => 0,
    }
}

struct Reader<'a> {
    data: &'a [u8],
    at: usize,
    head: fn(&mut Self) -> Option<Head>,
    named: bool,
    /// So far, and the one that is read.
    maps: u32,
    map: u32,
    all: Vec<Field>,
}

/// What begins; lengths in bytes or members, none where the end is marked.
enum Head {
    Text(usize),
    Bytes(usize),
    /// Text or bytes in pieces, up to a mark.
    Pieces,
    /// Bytes behind the number of an application's own type.
    Extension(usize),
    Array(Option<usize>),
    Map(Option<usize>),
    Number(u64),
    /// Nothing an identifier could stand in.
    Other(usize),
    /// Says something of what follows.
    Tag,
    End,
}

impl Reader<'_> {
    fn read(mut self) -> Option<Vec<Field>> {
        // A lone text, number or byte is anything.
        while self.at < self.data.len() {
            let from = self.at;
            if !matches!((self.head)(&mut self)?, Head::Array(_) | Head::Map(_) | Head::Tag) {
                return None;
            }
            self.at = from;
            self.value("", 0)?;
        }
        (self.named && !self.all.is_empty()).then_some(self.all)
    }

    /// True at the mark that ends what has no length.
    fn value(&mut self, path: &str, depth: u8) -> Option<bool> {
        let from = self.at;
        match (self.head)(self)? {
            Head::Text(length) => {
                let region = self.take(length)?;
                std::str::from_utf8(&self.data[region.clone()]).ok()?;
                self.push(path, region, None);
            }
            Head::Bytes(length) => {
                let region = self.take(length)?;
                self.push(path, region, None);
            }
            Head::Pieces => {
                let pieces = self.pieces()?;
                let region = pieces.first().map_or(from..from, |first| first.start..self.at);
                match &pieces[..] {
                    [one] => self.push(path, one.clone(), None),
                    several => {
                        let joined = several.iter().flat_map(|piece| &self.data[piece.clone()]).copied().collect();
                        self.push_field(path, region, None, Some(joined));
                    }
                }
            }
            Head::Extension(length) => {
                let kind = self.byte()?;
                let region = self.take(length)?;
                match kind {
                    TIMESTAMP => {
                        let number = seconds(&self.data[region.clone()]);
                        self.push(path, region, Some(number));
                    }
                    _ => self.push(path, region, None),
                }
            }
            Head::Number(number) if number >= LEAST => self.push(path, from..self.at, Some(number)),
            Head::Number(_) => {}
            Head::Other(length) => {
                self.take(length)?;
            }
            Head::Tag => return self.value(path, depth.checked_add(1).filter(|d| *d < MOST_NESTED)?),
            Head::End => return Some(true),
            Head::Array(length) => self.members(length, depth, |reader, depth| reader.value(path, depth))?,
            Head::Map(length) => {
                self.maps += 1;
                let outer = std::mem::replace(&mut self.map, self.maps);
                self.members(length, depth, |reader, depth| reader.pair(path, depth))?;
                self.map = outer;
            }
        }
        Some(false)
    }

    fn members(&mut self, length: Option<usize>, depth: u8, one: impl Fn(&mut Self, u8) -> Option<bool>) -> Option<()> {
        // Each has a byte at least.
        if depth == MOST_NESTED || length.is_some_and(|n| n > self.data.len() - self.at) {
            return None;
        }
        let mut left = length;
        while left != Some(0) {
            match (one(self, depth + 1)?, length) {
                (true, None) => return Some(()),
                (true, Some(_)) => return None,
                (false, _) => left = left.map(|n| n - 1),
            }
        }
        Some(())
    }

    fn pair(&mut self, path: &str, depth: u8) -> Option<bool> {
        let name = match (self.head)(self)? {
            Head::Text(length) => {
                let region = self.take(length)?;
                let name = std::str::from_utf8(&self.data[region]).ok().filter(|n| !n.contains(char::is_control))?;
                self.named |= !name.is_empty();
                name.to_owned()
            }
            Head::Pieces => {
                let name: Vec<u8> = self.pieces()?.into_iter().flat_map(|piece| &self.data[piece]).copied().collect();
                let name = String::from_utf8(name).ok().filter(|n| !n.contains(char::is_control))?;
                self.named |= !name.is_empty();
                name
            }
            Head::Number(number) => number.to_string(),
            Head::End => return Some(true),
            _ => return None,
        };
        let path = path_to(path, &name);
        (!self.value(&path, depth)?).then_some(false)
    }

    fn push(&mut self, path: &str, region: Range<usize>, number: Option<u64>) {
        self.push_field(path, region, number, None);
    }

    fn push_field(&mut self, path: &str, region: Range<usize>, number: Option<u64>, joined: Option<Vec<u8>>) {
        if !region.is_empty() {
            self.all.push(Field { path: path.to_owned(), region, number, joined, map: self.map });
        }
    }

    /// Where the pieces of a text stand (RFC 8949 section 3.2.3).
    fn pieces(&mut self) -> Option<Vec<Range<usize>>> {
        let mut all = Vec::new();
        loop {
            match (self.head)(self)? {
                Head::Text(length) | Head::Bytes(length) => all.push(self.take(length)?),
                Head::End => return Some(all),
                _ => return None,
            }
        }
    }

    fn take(&mut self, length: usize) -> Option<Range<usize>> {
        let end = self.at.checked_add(length).filter(|end| *end <= self.data.len())?;
        Some(std::mem::replace(&mut self.at, end)..end)
    }

    fn byte(&mut self) -> Option<u8> {
        let region = self.take(1)?;
        Some(self.data[region.start])
    }

    fn big_endian(&mut self, bytes: usize) -> Option<u64> {
        let region = self.take(bytes)?;
        Some(self.data[region].iter().fold(0, |n, b| n << 8 | u64::from(*b)))
    }

    fn length(&mut self, bytes: usize) -> Option<usize> {
        usize::try_from(self.big_endian(bytes)?).ok()
    }

    fn msgpack(&mut self) -> Option<Head> {
        let byte = self.byte()?;
        let wide = |first: u8| 1 << (byte - first);
        Some(match byte {
            0x00..=0x7f => Head::Number(u64::from(byte)),
            0x80..=0x8f => Head::Map(Some(usize::from(byte & 15))),
            0x90..=0x9f => Head::Array(Some(usize::from(byte & 15))),
            0xa0..=0xbf => Head::Text(usize::from(byte & 31)),
            0xc0 | 0xc2 | 0xc3 | 0xe0..=0xff => Head::Other(0),
            0xc1 => return None,
            0xc4..=0xc6 => Head::Bytes(self.length(wide(0xc4))?),
            // an extension's type follows its length
            0xc7..=0xc9 => Head::Extension(self.length(wide(0xc7))?),
            0xca => Head::Number(whole_of_four(self.big_endian(4)? as u32)),
            0xcb => Head::Number(whole(f64::from_bits(self.big_endian(8)?))),
            0xcc..=0xcf => Head::Number(self.big_endian(wide(0xcc))?),
            // a negative one reads as a number too large to be anybody's
            0xd0..=0xd3 => Head::Number(self.big_endian(wide(0xd0))?),
            0xd4..=0xd8 => Head::Extension(wide(0xd4)),
            0xd9..=0xdb => Head::Text(self.length(wide(0xd9))?),
            0xdc | 0xdd => Head::Array(Some(self.length(2 * wide(0xdc))?)),
            0xde | 0xdf => Head::Map(Some(self.length(2 * wide(0xde))?)),
        })
    }

    fn cbor(&mut self) -> Option<Head> {
        let byte = self.byte()?;
        let (major, low) = (byte >> 5, byte & 31);
        let marked = low == 31;
        let argument = match low {
            0..=23 => u64::from(low),
            24..=27 => self.big_endian(1 << (low - 24))?,
            31 if matches!(major, 2..=5 | 7) => 0,
            _ => return None,
        };
        let length = usize::try_from(argument).ok()?;
        Some(match major {
            0 => Head::Number(argument),
            2 | 3 if marked => Head::Pieces,
            2 => Head::Bytes(length),
            3 => Head::Text(length),
            4 => Head::Array((!marked).then_some(length)),
            5 => Head::Map((!marked).then_some(length)),
            6 => Head::Tag,
            7 if marked => Head::End,
            7 if low == 25 => Head::Number(whole_of_two(argument as u16)),
            7 if low == 26 => Head::Number(whole_of_four(argument as u32)),
            7 if low == 27 => Head::Number(whole(f64::from_bits(argument))),
            _ => Head::Other(0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(data: &[u8], fields: Option<Vec<Field>>) -> Vec<(String, Vec<u8>)> {
        let text = |f: Field| match f.number {
            Some(number) => (f.path, number.to_string().into_bytes()),
            None => (f.path, f.joined.unwrap_or_else(|| data[f.region].to_vec())),
        };
        fields.unwrap_or_default().into_iter().map(text).collect()
    }

    #[test]
    fn maps_give_names_and_exact_bounds() {
        let named = |list: &[(&str, &str)]| -> Vec<(String, Vec<u8>)> {
            list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
        };
        // {"u": {"n": "Anna", "t": [701740605, null, true, 1.5]}, "v": -1}
        let packed =
            b"\x82\xa1u\x82\xa1n\xa4Anna\xa1t\x94\xce\x29\xd3\xf8\x3d\xc0\xc3\xcb\x3f\xf8\0\0\0\0\0\0\xa1v\xff";
        assert_eq!(told(packed, msgpack(packed)), named(&[("u.n", "Anna"), ("u.t", "701757501")]));
        // the same, the inner map ended by a mark, under a tag
        let plain = b"\xa2\x61u\xbf\x61n\xc1\x64Anna\x61t\xa4\x01\xf6\x02\xf5\x03\xfb\x3f\xf8\0\0\0\0\0\0\x04\x1a\x29\xd3\xf8\x3d\xff\x61v\x20";
        assert_eq!(told(plain, cbor(plain)), named(&[("u.n", "Anna"), ("u.t.4", "701757501")]));
    }

    #[test]
    fn a_whole_number_with_a_fraction_of_nothing_is_one() {
        for (number, told) in
            [(46_701_740_605.0, Some(46_701_740_605)), (11_455.0, Some(11_455)), (11_455.5, None), (-11_455.0, None)]
        {
            let bytes = f64::to_be_bytes(number);
            let number = |fields: Option<Vec<Field>>| fields.and_then(|all| all.last()?.number);
            assert_eq!(number(msgpack(&[&b"\x82\xa1a\xa1b\xa1n\xcb"[..], &bytes].concat())), told);
            assert_eq!(number(cbor(&[&b"\xa2\x61a\x61b\x61n\xfb"[..], &bytes].concat())), told);
        }
    }

    /// Each value has a copy of what names it.
    #[test]
    fn long_names_are_cut_and_deep_ones_left_off() {
        let name = |n: usize| [&b"\xda"[..], &(n as u16).to_be_bytes(), &vec![b'n'; n]].concat();
        let mut packed = [&b"\xdc\x03\xe8"[..], &b"\xa3xyz".repeat(1000)].concat();
        for _ in 0..10 {
            packed = [&b"\x81"[..], &name(6000), &packed].concat();
        }
        let all = msgpack(&packed).unwrap();
        assert_eq!(all.len(), 1000);
        assert!(all.iter().all(|field| (256..=1024).contains(&field.path.len())));
    }

    #[test]
    fn short_fractions_extensions_and_pieces_are_read() {
        let named = |value: &[u8]| [&b"\x82\xa1a\xa1b\xa1n"[..], value].concat();
        let msg = |value: &[u8]| told(&named(value), msgpack(&named(value))).pop().unwrap();
        let own = |value: &[u8]| ("n".to_owned(), value.to_vec());
        assert_eq!(msg(&[&[0xca][..], &11455f32.to_be_bytes()].concat()), own(b"11455"));
        assert_eq!(msg(b"\xc7\x05\x07a@b.c"), own(b"a@b.c"));
        assert_eq!(msg(b"\xd6\x2aAnna"), own(b"Anna"));
        // 1975-03-12
        assert_eq!(msg(&[&[0xd6, 0xff][..], &163_814_400u32.to_be_bytes()].concat()), own(b"163814400"));
        assert_eq!(msg(&[&[0xd7, 0xff][..], &(7u64 << 34 | 163_814_400).to_be_bytes()].concat()), own(b"163814400"));
        let named = |value: &[u8]| [&b"\xa2\x61a\x61b\x61n"[..], value].concat();
        let cbor = |value: &[u8]| told(&named(value), super::cbor(&named(value))).pop().unwrap();
        assert_eq!(cbor(&[&[0xfa][..], &11455f32.to_be_bytes()].concat()), own(b"11455"));
        for (half, number) in [(0x6800u16, "2048"), (0x684c, "2200"), (0x7bff, "65504")] {
            assert_eq!(cbor(&[&[0xf9][..], &half.to_be_bytes()].concat()), own(number.as_bytes()));
        }
        assert_eq!(cbor(b"\x7f\x64Anna\xff"), own(b"Anna"));
        assert_eq!(cbor(b"\x7f\x62An\x62na\x60\xff"), own(b"Anna"));
        assert_eq!(cbor(b"\x5f\x42\x1f\x8b\x41\xff\xff"), own(b"\x1f\x8b\xff"));
        let chunked = b"\xa1\x7f\x61n\x61m\xff\x64Anna";
        assert_eq!(told(chunked, super::cbor(chunked)), [("nm".to_owned(), b"Anna".to_vec())]);
        // a piece in pieces, and none that ends
        assert!(
            super::cbor(b"\xa1\x61n\x7f\x7f\x61a\xff\xff").is_none() && super::cbor(b"\xa1\x61n\x7f\x61a").is_none()
        );
    }

    #[test]
    fn what_is_cut_names_nothing_or_goes_on_is_none() {
        let whole = b"\x81\xa1n\xa4Anna";
        assert!(msgpack(whole).is_some() && msgpack(&[whole, whole.as_slice()].concat()).is_some());
        for end in 1..whole.len() {
            assert!(msgpack(&whole[..end]).is_none(), "{end}");
        }
        for not in
            [b"hello world".as_slice(), b"", b"\x92\xa4Anna\xa4Berg", b"\x81\x01\xa4Anna", b"\xdd\xff\xff\xff\xff\x80"]
        {
            assert!(msgpack(not).is_none(), "{not:?}");
            assert!(cbor(not).is_none(), "{not:?}");
        }
        let deep = [vec![0x91; 5000], b"\x81\xa1n\xa4Anna".to_vec()].concat();
        assert!(msgpack(&deep).is_none());
    }
}
