//! Numbers that lost their leading zeros because something kept them as numbers: national ids, postal codes, ids. As fewer
//! digits they are anything, so only a key tells them.

use crate::keys::{digits_key, number};
use crate::scan::Scanner;
use crate::tables::Tables;
use facts::IdentifierKind as Kind;
use std::ops::RangeInclusive;

/// `00100` is the centre of Helsinki, `0001011234` a Swedish number of somebody born in January 2000.
const MOST_ZEROS: usize = 3;
const DIGITS: RangeInclusive<usize> = 3..=12;
const KINDS: [Kind; 3] = [Kind::NationalId, Kind::PostalCode, Kind::ExternalId];

/// The digits of a number that may have lost some, also where it went through one with a fraction (`550.0`).
fn shortened(value: &[u8]) -> Option<&[u8]> {
    let digits = value.strip_suffix(b".0").unwrap_or(value);
    let is = DIGITS.contains(&digits.len()) && digits[0] != b'0' && digits.iter().all(u8::is_ascii_digit);
    is.then_some(digits)
}

impl Scanner {
    /// Whether this number with zeros before it is somebody's whose key would have to say so: cheaper than the key.
    pub(super) fn may_lack_zeros(&self, value: &[u8]) -> bool {
        let Some(digits) = shortened(value) else { return false };
        self.lengths(digits).any(|length| self.gathered.is_some() || self.is_known(digits_key(number(digits), length)))
    }

    /// How many digits there may have been, of those that something looked for has.
    fn lengths(&self, digits: &[u8]) -> impl Iterator<Item = usize> + use<> {
        let (most, known) = (digits.len() + MOST_ZEROS, self.inner.facts.digit_lengths);
        (digits.len() + 1..=most).filter(move |length| known >> length & 1 == 1)
    }

    pub(super) fn without_zeros(&mut self, value: &[u8]) {
        let Some(digits) = shortened(value) else { return };
        for length in self.lengths(digits) {
            let key = digits_key(number(digits), length);
            let announced = |kind: &Kind| Tables::get().announces(&self.key, *kind);
            if let Some(gathered) = &mut self.gathered {
                gathered.extend(KINDS.iter().any(announced).then_some(key));
                continue;
            }
            let is_kind =
                |kind: &Kind| self.inner.get(self.inner.prints.of(key)).any(|v| self.inner.value(v).kind == *kind);
            if self.is_known(key) && KINDS.iter().any(|kind| is_kind(kind) && announced(kind)) {
                let padded = [&b"000"[..length - digits.len()], digits].concat();
                self.open("number", 0..value.len(), &padded);
            }
        }
    }
}
