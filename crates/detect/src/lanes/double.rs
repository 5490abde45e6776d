use super::{Lanes, WIDEST};

/// Twice as many lanes: while one half waits for its result, the other goes on. For hashes of which each step needs the
/// one before.
#[derive(Clone, Copy)]
pub(crate) struct Double<V>(V, V);

/// Words of 64 bytes, the most that are gathered or scattered at once.
const MOST: usize = 16;

/// Both halves with those of another.
macro_rules! with_other {
    ($($name:ident)*) => {
        $(
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self(self.0.$name(other.0), self.1.$name(other.1))
            }
        )*
    };
}

/// Both halves by so much.
macro_rules! by {
    ($($name:ident)*) => {
        $(
            #[inline(always)]
            fn $name(self, by: u32) -> Self {
                Self(self.0.$name(by), self.1.$name(by))
            }
        )*
    };
}

impl<V: Lanes> Lanes for Double<V> {
    type Word = V::Word;
    const COUNT: usize = 2 * V::COUNT;
    const BYTES: usize = V::BYTES;

    #[inline(always)]
    fn word(number: u64) -> V::Word {
        V::word(number)
    }

    #[inline(always)]
    fn splat(word: V::Word) -> Self {
        Self(V::splat(word), V::splat(word))
    }

    #[inline(always)]
    fn from_words(words: &[V::Word; WIDEST]) -> Self {
        let mut second = *words;
        second[..V::COUNT].copy_from_slice(&words[V::COUNT..2 * V::COUNT]);
        Self(V::from_words(words), V::from_words(&second))
    }

    with_other!(add xor and or and_not);
    by!(rotate_left rotate_bytes shift_right);

    #[inline(always)]
    fn swapped(self) -> Self {
        Self(self.0.swapped(), self.1.swapped())
    }

    #[inline(always)]
    fn pick(self, other: Self, lanes: u16) -> Self {
        Self(self.0.pick(other.0, lanes), self.1.pick(other.1, lanes >> V::COUNT))
    }

    #[inline(always)]
    fn gather(rows: &[u8], stride: usize, out: &mut [Self]) {
        let (mut first, mut second) = ([out[0].0; MOST], [out[0].1; MOST]);
        for (part, words) in out.chunks_mut(MOST).enumerate() {
            let from = part * MOST * V::BYTES;
            V::gather(&rows[from..], stride, &mut first[..words.len()]);
            V::gather(&rows[from + V::COUNT * stride..], stride, &mut second[..words.len()]);
            for i in 0..words.len() {
                words[i] = Self(first[i], second[i]);
            }
        }
    }

    #[inline(always)]
    fn scatter(words: &[Self], rows: &mut [u8], stride: usize) {
        let (mut first, mut second) = ([words[0].0; MOST], [words[0].1; MOST]);
        for (part, words) in words.chunks(MOST).enumerate() {
            for i in 0..words.len() {
                (first[i], second[i]) = (words[i].0, words[i].1);
            }
            let from = part * MOST * V::BYTES;
            V::scatter(&first[..words.len()], &mut rows[from..], stride);
            V::scatter(&second[..words.len()], &mut rows[from + V::COUNT * stride..], stride);
        }
    }
}
