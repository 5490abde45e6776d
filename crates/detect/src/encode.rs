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

/// ECMA-262, `encodeURIComponent`.
pub(crate) fn component(data: &[u8]) -> String {
    written(component_length(data), |out| component_into(data, out))
}

fn is_component(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte)
}

/// How many signs [`component`] gives.
pub(crate) fn component_length(data: &[u8]) -> usize {
    data.len() + 2 * data.iter().filter(|b| !is_component(**b)).count()
}

/// `out` has as many signs as [`component_length`] says.
pub(crate) fn component_into(data: &[u8], out: &mut [u8]) {
    let mut to = 0;
    for byte in data {
        if is_component(*byte) {
            out[to] = *byte;
            to += 1;
        } else {
            out[to] = b'%';
            hex_into(&[*byte], &mut out[to + 1..to + 3], b'A');
            to += 3;
        }
    }
}

pub(crate) fn hex(data: &[u8]) -> String {
    written(data.len() * 2, |out| hex_into(data, out, b'a'))
}

/// `ten`: the sign of ten, `a` or `A`. `out` is twice as long as `data`.
#[inline(always)]
pub(crate) fn hex_into(data: &[u8], out: &mut [u8], ten: u8) {
    let sign = |nibble: u8| nibble + if nibble < 10 { b'0' } else { ten - 10 };
    for (pair, byte) in out.as_chunks_mut::<2>().0.iter_mut().zip(data) {
        *pair = [sign(byte >> 4), sign(byte & 15)];
    }
}

/// Hex digits of the groups of a UUID.
pub(crate) const UUID_GROUPS: [usize; 5] = [8, 4, 4, 4, 12];

/// The first sixteen bytes as a UUID (RFC 9562 section 4), with no bit changed.
pub(crate) fn uuid(data: &[u8]) -> String {
    let hex = hex(&data[..data.len().min(16)]);
    let mut rest = hex.as_str();
    let groups = UUID_GROUPS.map(|n| rest.split_at_checked(n).map_or("", |(group, after)| (group, rest = after).0));
    groups.join("-")
}

/// The same with the bits that tell how it was made: version 3 of an MD5, 5 of a longer digest (RFC 9562 sections 5.3, 5.5).
pub(crate) fn name_uuid(data: &[u8]) -> String {
    let mut digest = data.to_vec();
    let version = if data.len() == 16 { 3 } else { 5 };
    if let Some([_, _, _, _, _, _, sixth, _, eighth, ..]) = digest.get_mut(..) {
        *sixth = *sixth & 15 | version << 4;
        *eighth = *eighth & 63 | 128;
    }
    uuid(&digest)
}

/// Text of so many signs, all of them ASCII.
fn written(length: usize, write: impl FnOnce(&mut [u8])) -> String {
    let mut out = vec![b' '; length];
    write(&mut out);
    String::from_utf8(out).unwrap_or_default()
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
    written(data.len().div_ceil(3) * 4, |out| base64_into(data, out))
}

/// `out` has four signs for every three bytes of `data`, begun threes too.
#[inline(always)]
pub(crate) fn base64_into(data: &[u8], out: &mut [u8]) {
    let (threes, rest) = data.as_chunks::<3>();
    let (fours, last) = out.as_chunks_mut::<4>().0.split_at_mut(threes.len());
    for (four, [a, b, c]) in fours.iter_mut().zip(threes) {
        *four = quad(*a, *b, *c);
    }
    match *rest {
        [a] => last[0] = [quad(a, 0, 0)[0], quad(a, 0, 0)[1], b'=', b'='],
        [a, b] => last[0] = [quad(a, b, 0)[0], quad(a, b, 0)[1], quad(a, b, 0)[2], b'='],
        _ => {}
    }
}

#[inline(always)]
fn quad(a: u8, b: u8, c: u8) -> [u8; 4] {
    let bits = u32::from_be_bytes([0, a, b, c]);
    std::array::from_fn(|i| B64[(bits >> (18 - 6 * i)) as usize & 63])
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
    let mut out = Vec::with_capacity(text.len() / 2);
    for [high, low] in text.as_chunks().0 {
        let (high, low) = (HEX_VALUE[*high as usize], HEX_VALUE[*low as usize]);
        if (high | low) == NOT {
            break;
        }
        out.push(high << 4 | low);
    }
    out
}

/// The first eight bytes of base64 as a digest key. `text` holds eleven signs of the alphabet.
#[inline]
pub(crate) fn first_of_base64(text: &[u8]) -> u64 {
    let sign = |i: usize| u64::from(BASE64_VALUE[text[i] as usize] & 63);
    let pair = |i: usize| sign(i) << 6 | sign(i + 1);
    let text_bits = (pair(0) << 12 | pair(2)) << 36 | (pair(4) << 12 | pair(6)) << 12 | pair(8);
    (text_bits << 4 | sign(10) >> 2).swap_bytes()
}

/// The first eight bytes of base32 as a digest key. `text` holds thirteen signs of the alphabet.
pub(crate) fn first_of_base32(text: &[u8]) -> u64 {
    let bits = text[..13].iter().fold(0u128, |n, b| n << 5 | u128::from(BASE32_VALUE[*b as usize] & 31));
    ((bits >> 1) as u64).swap_bytes()
}

/// Decodes base64 of either alphabet, padded or not, up to the first foreign byte; leftover bits are dropped.
pub(crate) fn unbase64(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() * 3 / 4 + 3);
    unbase64_into(text, &mut out);
    out
}

pub(crate) fn unbase64_into(text: &[u8], out: &mut Vec<u8>) {
    let start = out.len();
    out.resize(start + text.len() * 3 / 4, 0);
    let read = crate::simd::unbase64(text, &mut out[start..]);
    let (quads, rest) = text[read..].as_chunks::<4>();
    let start = start + read * 3 / 4;
    for (i, quad) in quads.iter().enumerate() {
        let v = quad.map(|b| u32::from(BASE64_VALUE[b as usize]));
        if (v[0] | v[1] | v[2] | v[3]) & 0x80 != 0 {
            out.truncate(start + i * 3);
            return tail(quad, out);
        }
        let n = v[0] << 18 | v[1] << 12 | v[2] << 6 | v[3];
        out[start + i * 3..][..3].copy_from_slice(&[(n >> 16) as u8, (n >> 8) as u8, n as u8]);
    }
    if read < text.len() {
        out.truncate(start + quads.len() * 3);
        tail(rest, out);
    }
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

/// Longer text is not decoded: the cost is quadratic.
pub(crate) const LONGEST_BASE58: usize = 4096;

/// None where a sign is not of the alphabet, or the text is too long.
pub(crate) fn unbase58(text: &[u8]) -> Option<Vec<u8>> {
    if text.len() > LONGEST_BASE58 {
        return None;
    }
    // a sign is less than six bits, but for ones in front
    let (mut words, mut out) = (vec![0; text.len().div_ceil(10)], vec![0; text.len()]);
    let length = unbase58_with(text, &mut words, &mut out)?.len();
    out.truncate(length);
    Some(out)
}

/// Room for the bytes of ninety signs and more.
pub(crate) const MOST_BASE58: usize = 96;

/// The same of a short text. None also where `out` has no room.
pub(crate) fn unbase58_into<'a>(text: &[u8], out: &'a mut [u8; MOST_BASE58]) -> Option<&'a [u8]> {
    unbase58_with(text, &mut [0; MOST_BASE58 / 8], out)
}

/// Ten signs at a time. `words` are zeros.
fn unbase58_with<'a>(text: &[u8], words: &mut [u64], out: &'a mut [u8]) -> Option<&'a [u8]> {
    let ones = text.iter().take_while(|b| **b == b'1').count();
    // least significant word first
    let mut used = 0;
    for signs in text[ones..].chunks(10) {
        let (mut value, mut scale) = (0u64, 1u64);
        for sign in signs {
            let digit = Some(BASE58_VALUE[*sign as usize]).filter(|d| *d != NOT)?;
            value = value * 58 + u64::from(digit);
            scale *= 58;
        }
        let mut carry = u128::from(value);
        for word in &mut words[..used] {
            carry += u128::from(*word) * u128::from(scale);
            *word = carry as u64;
            carry >>= 64;
        }
        if carry > 0 {
            *words.get_mut(used)? = carry as u64;
            used += 1;
        }
    }
    let highest = words[..used].last().map_or(0, |w| w.leading_zeros() as usize / 8);
    let length = ones + used * 8 - highest;
    let room = out.get_mut(..length)?;
    room.fill(0);
    for (i, byte) in room[ones..].iter_mut().rev().enumerate() {
        *byte = (words[i / 8] >> (i % 8 * 8)) as u8;
    }
    Some(room)
}

pub(crate) fn rot13(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii() { char::from(rot13_byte(c as u8)) } else { c }).collect()
}

pub(crate) fn rot13_byte(byte: u8) -> u8 {
    let turn = |a: u8| a + (byte - a + 13) % 26;
    match byte {
        b'a'..=b'z' => turn(b'a'),
        b'A'..=b'Z' => turn(b'A'),
        _ => byte,
    }
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
            "uuid" => uuid,
            "name-uuid" => name_uuid,
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
        fn what_is_written_is_read(data in proptest::collection::vec(proptest::num::u8::ANY, 0..65)) {
            assert_eq!(unhex(hex(&data).as_bytes()), data);
            assert_eq!(unbase64(base64(&data).as_bytes()), data);
            assert_eq!(unbase64(base64url(&data).as_bytes()), data);
            if data.len() >= 9 {
                let key = first_of_base64(base64(&data).as_bytes());
                assert_eq!(key.to_le_bytes(), data[..8]);
                assert_eq!(first_of_base32(base32(&data).as_bytes()).to_le_bytes(), data[..8]);
            }
            assert_eq!(unbase32(base32(&data).as_bytes()), data);
            assert_eq!(unbase58(base58(&data).as_bytes()).unwrap(), data);
        }
    }
}
