//! As much of a certificate as checking a time stamp takes (RFC 5280 section 4.1). A library for all of X.509 would be
//! compiled for these fields.

use super::{EXPLICIT, INTEGER, OCTETS, OID, SEQUENCE, generalized, next, take};
use jiff::Timestamp;

const BITS: u8 = 0x03;
const BOOLEAN: u8 = 0x01;
const UTC_TIME: u8 = 0x17;
const GENERALIZED: u8 = 0x18;
const EXTENSIONS: u8 = 0xa3;
/// id-ce: 2.5.29, then the number of the extension.
const KEY_ID: [u8; 3] = [0x55, 0x1d, 14];
const BASIC_CONSTRAINTS: [u8; 3] = [0x55, 0x1d, 19];
const EXTENDED_USE: [u8; 3] = [0x55, 0x1d, 37];
/// id-kp-timeStamping, 1.3.6.1.5.5.7.3.8
const TIME_STAMPING: [u8; 8] = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x08];

pub(super) struct Certificate<'a> {
    /// What is signed, with its tag and length.
    pub signed: &'a [u8],
    pub algorithm: &'a [u8],
    pub signature: &'a [u8],
    pub serial: &'a [u8],
    /// Names with tag and length.
    pub issuer: &'a [u8],
    pub subject: &'a [u8],
    from: Timestamp,
    to: Timestamp,
    /// The bits of the public key, as they are given to its algorithm.
    pub key: &'a [u8],
    extensions: &'a [u8],
}

impl<'a> Certificate<'a> {
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let (whole, _) = take(bytes, SEQUENCE)?;
        let (signed, outer) = split(whole)?;
        let (algorithm, signature) = take(outer, SEQUENCE)?;
        let mut rest = take(signed, SEQUENCE)?.0;
        if let Some((_, more)) = take(rest, EXPLICIT) {
            rest = more;
        }
        let (serial, rest) = take(rest, INTEGER)?;
        let (_, rest) = take(rest, SEQUENCE)?;
        let (issuer, rest) = split(rest)?;
        let (validity, rest) = take(rest, SEQUENCE)?;
        let (subject, rest) = split(rest)?;
        let (key, mut rest) = take(rest, SEQUENCE)?;
        let (from, until) = time(validity)?;
        let mut extensions = &[][..];
        while let Some((tag, value, more)) = next(rest) {
            if tag == EXTENSIONS {
                extensions = take(value, SEQUENCE)?.0;
            }
            rest = more;
        }
        Some(Self {
            signed,
            algorithm: take(algorithm, OID)?.0,
            signature: bits(signature)?,
            serial,
            issuer,
            subject,
            from,
            to: time(until)?.0,
            key: bits(take(key, SEQUENCE)?.1)?,
            extensions,
        })
    }

    pub fn is_valid_at(&self, at: Timestamp) -> bool {
        (self.from..=self.to).contains(&at)
    }

    pub fn key_id(&self) -> Option<&'a [u8]> {
        Some(take(self.extension(&KEY_ID)?.1, OCTETS)?.0)
    }

    /// Its extended key usage is time stamping, that alone, and critical.
    pub fn is_for_stamps(&self) -> bool {
        let uses = self.extension(&EXTENDED_USE).filter(|(critical, _)| *critical);
        let uses = uses.and_then(|(_, value)| take(value, SEQUENCE)).map(|(uses, _)| uses);
        uses.and_then(|uses| take(uses, OID)) == Some((&TIME_STAMPING, &[]))
    }

    pub fn may_sign_others(&self) -> bool {
        let constraints = self.extension(&BASIC_CONSTRAINTS).and_then(|(_, value)| take(value, SEQUENCE));
        constraints.and_then(|(inside, _)| take(inside, BOOLEAN)).is_some_and(|(yes, _)| yes == [0xff])
    }

    /// Whether it is critical, and its value.
    fn extension(&self, wanted: &[u8]) -> Option<(bool, &'a [u8])> {
        let mut all = self.extensions;
        while let Some((one, more)) = take(all, SEQUENCE) {
            let (kind, rest) = take(one, OID)?;
            let (critical, rest) = take(rest, BOOLEAN).map_or((false, rest), |(yes, rest)| (yes == [0xff], rest));
            if kind == wanted {
                return Some((critical, take(rest, OCTETS)?.0));
            }
            all = more;
        }
        None
    }
}

/// The first element with its tag and length, and what follows.
pub(super) fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (_, _, rest) = next(bytes)?;
    bytes.split_at_checked(bytes.len() - rest.len())
}

/// A bit string of whole bytes.
fn bits(bytes: &[u8]) -> Option<&[u8]> {
    take(bytes, BITS)?.0.strip_prefix(&[0])
}

fn time(bytes: &[u8]) -> Option<(Timestamp, &[u8])> {
    let (tag, value, rest) = next(bytes)?;
    let at = match tag {
        GENERALIZED => generalized(value)?,
        // Two digits of the year: up to 49 they are of this century (section 4.1.2.5.1).
        UTC_TIME => generalized(&[if value < &b"50"[..] { &b"20"[..] } else { b"19" }, value].concat())?,
        _ => return None,
    };
    Some((at, rest))
}

/// `CN=Stamps, O=Example`: what people know a name by; other parts are left out.
pub(super) fn told(name: &[u8]) -> String {
    let mut said = Vec::new();
    let mut rest = take(name, SEQUENCE).map_or(&[][..], |(inside, _)| inside);
    while let Some((_, set, more)) = next(rest) {
        said.extend(part(set));
        rest = more;
    }
    said.join(", ")
}

/// id-at: 2.5.4, then the number of the attribute (RFC 4519).
fn part(set: &[u8]) -> Option<String> {
    let (kind, rest) = take(take(set, SEQUENCE)?.0, OID)?;
    let word = match kind.strip_prefix(&[0x55, 0x04])? {
        [3] => "CN",
        [6] => "C",
        [10] => "O",
        [11] => "OU",
        _ => return None,
    };
    Some(format!("{word}={}", String::from_utf8_lossy(next(rest)?.1)))
}
