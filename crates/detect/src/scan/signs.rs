//! Which kinds of signs a value holds: one look at its bytes spares most others.

#[derive(Clone, Copy)]
pub(crate) struct Signs(u16);

pub(crate) const TILDE: u16 = 1;
pub(crate) const EQUALS: u16 = 1 << 1;
pub(crate) const PERCENT: u16 = 1 << 2;
pub(crate) const DOT: u16 = 1 << 3;
pub(crate) const COLON: u16 = 1 << 4;
/// What a JSON text may begin with.
pub(crate) const OPENING: u16 = 1 << 5;
pub(crate) const AT: u16 = 1 << 6;
pub(crate) const DIGIT: u16 = 1 << 7;
/// From 0x80 on.
pub(crate) const HIGH: u16 = 1 << 8;
/// Control signs that text does not hold.
pub(crate) const CONTROL: u16 = 1 << 9;
/// Neither a letter nor a digit nor one of a few signs.
pub(crate) const OTHER: u16 = 1 << 10;
pub(crate) const NOT_HEX: u16 = 1 << 11;
/// Neither a digit nor `+`.
pub(crate) const NOT_DIGIT: u16 = 1 << 12;
/// Neither a digit nor `-`.
pub(crate) const NOT_NUMBER: u16 = 1 << 13;
/// What makes something of a few signs: the sign of addresses, those of escapes, and whatever is beyond ASCII or no text.
pub(crate) const TELLING: u16 = 1 << 14;
/// Not of either alphabet of base64, nor its padding.
pub(crate) const NOT_BASE64: u16 = 1 << 15;

static SIGNS: [u16; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = signs(i as u8);
        i += 1;
    }
    table
};

const fn signs(b: u8) -> u16 {
    let is_plain = b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b':' | b' ');
    (match b {
        b'~' => TILDE,
        b'=' => EQUALS,
        b'%' => PERCENT,
        b'.' => DOT,
        b':' => COLON,
        b'{' | b'[' | b'"' => OPENING,
        b'@' => AT,
        b'0'..=b'9' => DIGIT,
        0x80.. => HIGH,
        b if super::is_control(b) => CONTROL,
        _ => 0,
    }) | if is_plain { 0 } else { OTHER }
        | if b.is_ascii_hexdigit() { 0 } else { NOT_HEX }
        | if b.is_ascii_digit() || b == b'+' { 0 } else { NOT_DIGIT }
        | if b.is_ascii_digit() || b == b'-' { 0 } else { NOT_NUMBER }
        | if matches!(b, b'@' | b'%' | b'\\' | b'&' | b'=' | 0x80..) || super::is_control(b) { TELLING } else { 0 }
        | if b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_' | b'=') { 0 } else { NOT_BASE64 }
}

impl Signs {
    #[inline]
    pub fn of(value: &[u8]) -> Self {
        Self(value.iter().fold(0, |all, b| all | SIGNS[*b as usize]))
    }

    /// Whether there is any sign of these kinds.
    #[inline]
    pub fn any(self, kinds: u16) -> bool {
        self.0 & kinds != 0
    }

    /// Whether the value these are the signs of is text.
    #[inline]
    pub fn are_text(self, value: &[u8]) -> bool {
        !value.is_empty() && !self.any(CONTROL) && self.are_utf8(value)
    }

    #[inline]
    pub fn are_utf8(self, value: &[u8]) -> bool {
        !self.any(HIGH) || std::str::from_utf8(value).is_ok()
    }
}
