//! How the texts begin that are looked for as words: most words of traffic begin none of them, and need no further look.

use crate::keys::{Class, TextHash, anchor, class_of, turned, words};
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
    /// By their first letters: most words are refused before they are hashed.
    letters: Box<[u64; LETTERS / 64]>,
}

/// Five bits of each of three.
const LETTERS: usize = 1 << 15;

/// Of letters that differ in case only, the same.
#[inline]
fn letters(first: [u8; 3]) -> usize {
    first.iter().fold(0, |all, b| all << 5 | usize::from(b & 31))
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
        let (mut keys, mut begins) = (Vec::new(), Box::new([0; LETTERS / 64]));
        for value in values {
            for variant in inner.variants(value) {
                if class_of(&variant.text) == Class::Words {
                    let stretch = anchor(value.kind, &variant.text).map(|stretch| variant.text[stretch].to_owned());
                    for text in turned(&variant.text).chain([variant.text.clone()]).chain(stretch) {
                        let (mut hash, mut first) = (TextHash::NEW, [0; 3]);
                        let signs = words(text.as_bytes()).flat_map(|word| text[word].bytes());
                        keys.extend(signs.enumerate().map(|(i, b)| {
                            if let Some(letter) = first.get_mut(i) {
                                *letter = b;
                                let at = letters(first);
                                begins[at / 64] |= 1 << (at % 64);
                            }
                            hash.push(b);
                            hash.key(Class::Words)
                        }));
                    }
                }
            }
        }
        let size = (keys.len() * BITS_EACH).next_power_of_two().clamp(LEAST_BITS, MOST_BITS);
        let mut prefixes = Self { bits: vec![0; size / 64], shift: 64 - size.trailing_zeros(), letters: begins };
        for key in keys {
            let bit = (key >> prefixes.shift) as usize;
            prefixes.bits[bit / 64] |= 1 << (bit % 64);
        }
        Some(prefixes)
    }

    /// Whether a text that is looked for may begin with this word.
    #[inline]
    pub fn may_begin(&self, word: &[u8]) -> bool {
        let first = match word {
            [a, b, c, ..] => [*a, *b, *c],
            [a, b] => [*a, *b, 0],
            [a] => [*a, 0, 0],
            [] => return false,
        };
        let at = letters(first);
        self.letters[at / 64] >> (at % 64) & 1 == 1
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
        for text in
            ["A", "An", "ANN", "Anna", "anna", "anna-karin", "annaka", "Storgatan", "storgatan 12", "storgatan 12 b"]
        {
            assert!(prefixes.may_hold(text_key(text)), "{text}");
            assert!(prefixes.may_begin(text.as_bytes()), "{text}");
        }
        let others = (0..10_000).filter(|n| prefixes.may_hold(text_key(&format!("page{n}x")))).count();
        assert!(others < 500, "{others}");
        assert!(["page", "view", "event", "pa", "v"].iter().all(|word| !prefixes.may_begin(word.as_bytes())));
    }
}
