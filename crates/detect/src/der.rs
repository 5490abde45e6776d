//! Certificates, signatures and what directories send, in ASN.1 (DER: ITU-T X.690): bytes behind a text there may read as
//! further digits of it. One is what parses to its last byte.

use crate::protobuf::Field;
use std::ops::Range;

/// The texts and byte strings of one value or several in a row, each by the identifier of the attribute or extension it
/// stands behind; none where the bytes are no DER or hold no text.
pub(crate) fn fields(data: &[u8]) -> Option<Vec<Field>> {
    if data.first() != Some(&SEQUENCE) {
        return None;
    }
    let mut reader = Reader { data, all: Vec::new(), is_told: false };
    reader.values(0..data.len(), "", 0)?;
    reader.is_told.then_some(reader.all)
}

const BIT_STRING: u8 = 0x03;
const OCTET_STRING: u8 = 0x04;
const OBJECT: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;
/// Of the first byte.
const CONSTRUCTED: u8 = 0x20;
/// Nothing real goes deeper.
const MOST_NESTED: u8 = 32;

struct Reader<'a> {
    data: &'a [u8],
    all: Vec<Field>,
    /// Whether a text was among them.
    is_told: bool,
}

impl Reader<'_> {
    /// All values of a region.
    fn values(&mut self, region: Range<usize>, outside: &str, depth: u8) -> Option<()> {
        let (mut at, mut name) = (region.start, outside.to_owned());
        while at < region.end {
            let (tag, content) = self.value(at..region.end)?;
            at = content.end;
            match tag {
                OBJECT => name = called(&self.data[content]),
                BIT_STRING => self.bytes(content.start + 1..content.end.max(content.start + 1), &name, depth),
                OCTET_STRING => self.bytes(content, &name, depth),
                // UTF8String, NumericString, PrintableString, TeletexString, IA5String, VisibleString; times
                0x0c | 0x12..=0x14 | 0x16..=0x18 | 0x1a => {
                    self.is_told |= !content.is_empty();
                    self.push(&name, content);
                }
                // UniversalString, BMPString, and what a protocol numbers itself
                0x1c | 0x1e => self.push(&name, content),
                0x40.. if tag & CONSTRUCTED == 0 => self.push(&name, content),
                _ if tag & CONSTRUCTED != 0 => self.values(content, &name, deeper(depth)?)?,
                _ => {}
            }
        }
        Some(())
    }

    /// Tag and content of what begins here: tags of one byte and lengths that are given, as DER has them.
    fn value(&self, within: Range<usize>) -> Option<(u8, Range<usize>)> {
        let [tag, length, rest @ ..] = &self.data[within.clone()] else { return None };
        let more = usize::from(length.checked_sub(0x80).unwrap_or(0));
        let length = match length {
            0x80 => return None,
            0..0x80 => usize::from(*length),
            _ => rest.get(..more).filter(|_| more <= 4)?.iter().fold(0, |n, b| n << 8 | usize::from(*b)),
        };
        let start = within.start + 2 + more;
        let end = start.checked_add(length).filter(|end| *end <= within.end && tag & 0x1f != 0x1f)?;
        Some((*tag, start..end))
    }

    /// Bytes in which DER may stand.
    fn bytes(&mut self, region: Range<usize>, name: &str, depth: u8) {
        let (known, told) = (self.all.len(), self.is_told);
        let begins = self.data.get(region.start) == Some(&SEQUENCE);
        if begins && deeper(depth).is_some_and(|depth| self.values(region.clone(), name, depth).is_some()) {
            return;
        }
        self.all.truncate(known);
        self.is_told = told;
        self.push(name, region);
    }

    fn push(&mut self, name: &str, region: Range<usize>) {
        if !region.is_empty() {
            self.all.push(Field { path: name.to_owned(), region, number: None, joined: None, map: 0 });
        }
    }
}

fn deeper(depth: u8) -> Option<u8> {
    (depth < MOST_NESTED).then_some(depth + 1)
}

/// What an object identifier is called (X.520, RFC 2985, RFC 3739, RFC 5280); its numbers where it names nobody.
fn called(object: &[u8]) -> String {
    /// A name that was made of a random number has 20 bytes (ITU-T X.667).
    const LONGEST: usize = 32;
    if object.len() > LONGEST {
        return String::new();
    }
    let name = match object {
        [0x55, 4, last] => match last {
            3 => "commonName",
            4 => "surname",
            5 => "serialNumber",
            7 => "localityName",
            9 => "streetAddress",
            16 => "postalAddress",
            17 => "postalCode",
            20 => "telephoneNumber",
            42 => "givenName",
            _ => "",
        },
        [0x55, 0x1d, 17] => "subjectAltName",
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01" => "emailAddress",
        b"\x2b\x06\x01\x05\x05\x07\x09\x01" => "dateOfBirth",
        _ => "",
    };
    if !name.is_empty() {
        return name.to_owned();
    }
    let (mut numbers, mut number) = (Vec::new(), 0u64);
    for byte in object {
        number = number.wrapping_shl(7) | u64::from(byte & 0x7f);
        if *byte < 0x80 {
            numbers.push(number);
            number = 0;
        }
    }
    // the first holds two
    let Some((first, rest)) = numbers.split_first() else { return String::new() };
    let arc = (*first / 40).min(2);
    let all = [arc, first - arc * 40].into_iter().chain(rest.iter().copied());
    all.map(|n| n.to_string()).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(data: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
        Some(fields(data)?.into_iter().map(|f| (f.path, data[f.region].to_vec())).collect())
    }

    #[test]
    fn attributes_name_what_stands_behind_them() {
        // a serial number, a time, an unknown attribute, an extension with an address within bytes
        let data = b"\x30\x39\x31\x0b\x30\x09\x06\x03\x55\x04\x05\x13\x02\x31\x39\x17\x03\x31\x32\x5a\x30\x08\x06\x02\x2a\x03\x0c\x02hi\x30\x14\x06\x03\x55\x1d\x11\x04\x0d\x30\x0b\x81\x09a@example\x03\x02\x00\xff\x02\x01\x05";
        let all: Vec<_> = [
            ("serialNumber", &b"19"[..]),
            ("", b"12Z"),
            ("1.2.3", b"hi"),
            ("subjectAltName", b"a@example"),
            ("", b"\xff"),
        ]
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.to_vec()))
        .collect();
        assert_eq!(told(data), Some(all));
        assert!(told(&[&data[..], data].concat()).is_some());
        for end in 1..data.len() {
            assert_eq!(told(&data[..end]), None, "{end}");
        }
        for not in [
            &b"0123456789"[..],
            b"\x30\x03\x02\x01\x05",
            b"",
            b"\x30\x80\x0c\x02hi\0\0",
            b"\x30\x84\xff\xff\xff\xff\x0c",
        ] {
            assert_eq!(told(not), None, "{not:?}");
        }
        let long = [&b"\x30\x2c\x06\x26"[..], &[0x81; 37], b"\x03\x0c\x02hi"].concat();
        assert_eq!(told(&long), Some(vec![(String::new(), b"hi".to_vec())]), "an identifier longer than any");
        let deep = (0..40).fold(b"\x0c\x02hi".to_vec(), |inner, _| [&[0x30, inner.len() as u8][..], &inner].concat());
        assert_eq!(told(&deep), None);
    }
}
