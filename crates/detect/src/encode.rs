//! How digests and texts are written, both ways. Decoders take what is there and say how far it made sense.

const HEX: &[u8; 16] = b"0123456789abcdef";
const B64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const B32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const B58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

pub(crate) const NOT: u8 = 0xff;

const fn reverse(alphabet: &[u8]) -> [u8; 256] {
    let mut table = [NOT; 256];
    let mut i = 0;
    while i < alphabet.len() {
        table[alphabet[i] as usize] = i as u8;
        i += 1;
    }
    table
}

const fn hex_values() -> [u8; 256] {
    let mut table = reverse(HEX);
    let mut c = b'A';
    while c <= b'F' {
        table[c as usize] = c - b'A' + 10;
        c += 1;
    }
    table
}

const fn base64_values() -> [u8; 256] {
    let mut table = reverse(B64);
    table[b'-' as usize] = 62;
    table[b'_' as usize] = 63;
    table
}

const fn base32_values() -> [u8; 256] {
    let mut table = reverse(B32);
    let mut c = b'a';
    while c <= b'z' {
        table[c as usize] = c - b'a';
        c += 1;
    }
    table
}

pub(crate) static HEX_VALUE: [u8; 256] = hex_values();
/// Both alphabets of RFC 4648: `+/` and `-_`.
pub(crate) static BASE64_VALUE: [u8; 256] = base64_values();
static BASE32_VALUE: [u8; 256] = base32_values();
static BASE58_VALUE: [u8; 256] = reverse(B58);

pub(crate) fn hex(data: &[u8]) -> String {
    data.iter().flat_map(|b| [HEX[(b >> 4) as usize] as char, HEX[(b & 15) as usize] as char]).collect()
}

fn base2(data: &[u8], bits: u32, alphabet: &[u8]) -> String {
    let mut out = String::with_capacity(data.len() * 8 / bits as usize + 2);
    let (mut acc, mut have) = (0u32, 0);
    for b in data {
        acc = acc << 8 | u32::from(*b);
        have += 8;
        while have >= bits {
            have -= bits;
            out.push(alphabet[(acc >> have) as usize & (alphabet.len() - 1)] as char);
        }
    }
    if have > 0 {
        out.push(alphabet[(acc << (bits - have)) as usize & (alphabet.len() - 1)] as char);
    }
    out
}

fn pad(mut text: String, block: usize) -> String {
    while !text.len().is_multiple_of(block) {
        text.push('=');
    }
    text
}

pub(crate) fn base64(data: &[u8]) -> String {
    pad(base2(data, 6, B64), 4)
}

pub(crate) fn base64url(data: &[u8]) -> String {
    base2(data, 6, B64).replace('+', "-").replace('/', "_")
}

pub(crate) fn base32(data: &[u8]) -> String {
    pad(base2(data, 5, B32), 8)
}

pub(crate) fn base58(data: &[u8]) -> String {
    let zeros = data.iter().take_while(|b| **b == 0).count();
    let mut digits: Vec<u8> = Vec::with_capacity(data.len() * 138 / 100 + 1);
    for byte in &data[zeros..] {
        let mut carry = u32::from(*byte);
        for d in &mut digits {
            carry += u32::from(*d) << 8;
            *d = (carry % 58) as u8;
            carry /= 58;
        }
        while carry > 0 {
            digits.push((carry % 58) as u8);
            carry /= 58;
        }
    }
    let body = digits.iter().rev().map(|d| B58[*d as usize] as char);
    std::iter::repeat_n('1', zeros).chain(body).collect()
}

/// Decodes as far as whole pairs of hex digits go.
pub(crate) fn unhex(text: &[u8]) -> Vec<u8> {
    text.chunks_exact(2)
        .map(|p| (HEX_VALUE[p[0] as usize], HEX_VALUE[p[1] as usize]))
        .take_while(|(h, l)| *h != NOT && *l != NOT)
        .map(|(h, l)| h << 4 | l)
        .collect()
}

/// Fills `out` as far as whole pairs of hex digits go; returns how far.
pub(crate) fn unhex_into(text: &[u8], out: &mut [u8]) -> usize {
    let mut length = 0;
    for (pair, byte) in text.chunks_exact(2).zip(out.iter_mut()) {
        let (h, l) = (HEX_VALUE[pair[0] as usize], HEX_VALUE[pair[1] as usize]);
        if h == NOT || l == NOT {
            break;
        }
        *byte = h << 4 | l;
        length += 1;
    }
    length
}

/// The first eight bytes of base64 as a digest key. `text` holds eleven signs of the alphabet.
pub(crate) fn first_of_base64(text: &[u8]) -> u64 {
    let bits = text[..11].iter().fold(0u128, |n, b| n << 6 | u128::from(BASE64_VALUE[*b as usize] & 63));
    ((bits >> 2) as u64).swap_bytes()
}

/// Decodes base64 of either alphabet, padded or not, up to the first foreign byte; leftover bits are dropped.
pub(crate) fn unbase64(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() * 3 / 4 + 3);
    unbase64_into(text, &mut out);
    out
}

pub(crate) fn unbase64_into(text: &[u8], out: &mut Vec<u8>) {
    let mut quads = text.chunks_exact(4);
    for q in quads.by_ref() {
        let v = [0, 1, 2, 3].map(|i| u32::from(BASE64_VALUE[q[i] as usize]));
        if (v[0] | v[1] | v[2] | v[3]) & 0x80 != 0 {
            return tail(q, out);
        }
        let n = v[0] << 18 | v[1] << 12 | v[2] << 6 | v[3];
        out.extend_from_slice(&[(n >> 16) as u8, (n >> 8) as u8, n as u8]);
    }
    tail(quads.remainder(), out);
}

fn tail(rest: &[u8], out: &mut Vec<u8>) {
    let (mut acc, mut have) = (0u32, 0);
    for v in rest.iter().map(|b| BASE64_VALUE[*b as usize]).take_while(|v| *v != NOT) {
        acc = acc << 6 | u32::from(v);
        have += 6;
        if have >= 8 {
            have -= 8;
            out.push((acc >> have) as u8);
        }
    }
}

pub(crate) fn unbase32(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() * 5 / 8 + 1);
    let (mut acc, mut have) = (0u32, 0);
    for v in text.iter().map(|b| BASE32_VALUE[*b as usize]).take_while(|v| *v != NOT) {
        acc = acc << 5 | u32::from(v);
        have += 5;
        if have >= 8 {
            have -= 8;
            out.push((acc >> have) as u8);
        }
    }
    out
}

#[inline]
pub(crate) fn is_base58(b: u8) -> bool {
    BASE58_VALUE[b as usize] != NOT
}

/// None where a sign is not of the alphabet. Quadratic, ten signs at a time: callers bound the length.
pub(crate) fn unbase58(text: &[u8]) -> Option<Vec<u8>> {
    let ones = text.iter().take_while(|b| **b == b'1').count();
    // least significant word first
    let mut words: Vec<u64> = Vec::with_capacity(text.len() / 10 + 1);
    for signs in text[ones..].chunks(10) {
        let (mut value, mut scale) = (0u64, 1u64);
        for sign in signs {
            let digit = BASE58_VALUE[*sign as usize];
            if digit == NOT {
                return None;
            }
            value = value * 58 + u64::from(digit);
            scale *= 58;
        }
        let mut carry = u128::from(value);
        for word in &mut words {
            carry += u128::from(*word) * u128::from(scale);
            *word = carry as u64;
            carry >>= 64;
        }
        if carry > 0 {
            words.push(carry as u64);
        }
    }
    let mut bytes = vec![0; ones];
    let significant = words.iter().rev().flat_map(|w| w.to_be_bytes()).skip_while(|b| *b == 0);
    bytes.extend(significant);
    Some(bytes)
}

pub(crate) fn rot13(text: &str) -> String {
    let turn = |c: char, a: u8| (a + (c as u8 - a + 13) % 26) as char;
    text.chars()
        .map(|c| match c {
            'a'..='z' => turn(c, b'a'),
            'A'..='Z' => turn(c, b'A'),
            _ => c,
        })
        .collect()
}

pub(crate) fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::Tables;

    fn encoder(name: &str) -> fn(&[u8]) -> String {
        match name {
            "hex" => hex,
            "hex-upper" => |d| hex(d).to_uppercase(),
            "base64" => base64,
            "base64url" => base64url,
            "base32" => base32,
            "base58" => base58,
            "rot13" => |d| rot13(std::str::from_utf8(d).unwrap()),
            "reversed" => |d| reversed(std::str::from_utf8(d).unwrap()),
            other => panic!("encoding {other} has no code"),
        }
    }

    #[test]
    fn every_encoding_vector_of_the_table_holds() {
        for row in &Tables::get().encodings {
            for (text, written) in &row.vectors {
                assert_eq!(encoder(&row.name)(text.as_bytes()), *written, "{}", row.name);
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read(data in proptest::collection::vec(proptest::num::u8::ANY, 0..80)) {
            assert_eq!(unhex(hex(&data).as_bytes()), data);
            assert_eq!(unbase64(base64(&data).as_bytes()), data);
            assert_eq!(unbase64(base64url(&data).as_bytes()), data);
            if data.len() >= 9 {
                let key = first_of_base64(base64(&data).as_bytes());
                assert_eq!(key.to_le_bytes(), data[..8]);
            }
            assert_eq!(unbase32(base32(&data).as_bytes()), data);
            assert_eq!(unbase58(base58(&data).as_bytes()).unwrap(), data);
        }
    }
}
