//! How the texts begin that are looked for as words: most words of traffic begin none of them, and need no further look.

use crate::keys::{Class, TextHash, class_of, is_word, turned};
use crate::needles::Inner;

/// With more values everything is looked at: finding out how they begin would take longer than it spares.
const MOST_VALUES: usize = 1 << 16;
/// Each person's own counted.
const MOST_PEOPLES: usize = 4 * MOST_VALUES;
const LEAST_BITS: usize = 1 << 16;
const MOST_BITS: usize = 1 << 23;
/// Bits for each beginning, so that few others pass.
const BITS_EACH: usize = 16;

/// A filter over the keys of all beginnings.
pub(crate) struct Prefixes {
    bits: Vec<u64>,
    shift: u32,
}

impl Prefixes {
    /// None where there are too many values.
    pub fn of(inner: &Inner) -> Option<Self> {
        if inner.layout.values > MOST_PEOPLES {
            return None;
        }
        let mut values: Vec<_> = (0..inner.layout.values as u32).map(|value| inner.value(value)).collect();
        // what many people have stands there once
        values.sort_unstable_by_key(|value| value.text.start);
        values.dedup_by_key(|value| value.text.start);
        if values.len() > MOST_VALUES {
            return None;
        }
        let mut keys = Vec::new();
        for value in values {
            for variant in inner.variants(value) {
                if class_of(&variant.text) == Class::Words {
                    for text in turned(&variant.text).chain([variant.text.clone()]) {
                        let mut hash = TextHash::NEW;
                        keys.extend(text.bytes().filter(|b| is_word(*b)).map(|b| {
                            hash.push(b);
                            hash.key(Class::Words)
                        }));
                    }
                }
            }
        }
        let size = (keys.len() * BITS_EACH).next_power_of_two().clamp(LEAST_BITS, MOST_BITS);
        let mut prefixes = Self { bits: vec![0; size / 64], shift: 64 - size.trailing_zeros() };
        for key in keys {
            let bit = (key >> prefixes.shift) as usize;
            prefixes.bits[bit / 64] |= 1 << (bit % 64);
        }
        Some(prefixes)
    }

    /// Whether a text that is looked for may begin with the words of this key.
    #[inline]
    pub fn may_hold(&self, key: u64) -> bool {
        let bit = (key >> self.shift) as usize;
        self.bits[bit / 64] >> (bit % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use crate::keys::text_key;
    use crate::{Needles, Options};

    #[test]
    fn every_beginning_of_a_text_is_held_and_few_others_are() {
        let csv = "id,email,given_name,address\np1,a@example.com,Anna-Karin,Storgatan 12 B\n";
        let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
        let prefixes = needles.inner.prefixes().unwrap();
        for text in ["Anna", "anna", "anna-karin", "annaka", "Storgatan", "storgatan 12", "storgatan 12 b"] {
            assert!(prefixes.may_hold(text_key(text)), "{text}");
        }
        let others = (0..10_000).filter(|n| prefixes.may_hold(text_key(&format!("page{n}x")))).count();
        assert!(others < 500, "{others}");
    }
}
