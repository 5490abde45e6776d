//! What the instruction sets have in common: registers of so many bytes, and words of several texts in them. Each names its
//! own instructions, and does in its own way what the others have no like of.

/// An operation of one instruction.
macro_rules! op {
    ($function:ident($($argument:expr),*)) => {
        // SAFETY: only reached from functions with these features, see `hashes!`; nothing is read or written.
        unsafe { $function($($argument),*) }
    };
}

/// Words of four and of eight bytes and bytes in a register, how it is read and written, and what two of them give.
macro_rules! register {
    ($register:ident, $bytes:literal, $load:ident, $store:ident, $($name:ident: $instruction:ident,)*) => {
        #[derive(Clone, Copy)]
        pub(super) struct Narrow($register);

        #[derive(Clone, Copy)]
        pub(super) struct Wide($register);

        #[derive(Clone, Copy)]
        pub(super) struct Bytes($register);

        #[inline(always)]
        fn load(bytes: &[u8]) -> $register {
            let bytes: &[u8; $bytes] = bytes.first_chunk().expect("as many bytes as a register has");
            // SAFETY: these are readable bytes, as many as are read; loadu needs no alignment.
            unsafe { $load(bytes.as_ptr().cast()) }
        }

        #[inline(always)]
        fn store(register: $register, bytes: &mut [u8]) {
            let bytes: &mut [u8; $bytes] = bytes.first_chunk_mut().expect("as many bytes as a register has");
            // SAFETY: these are writable bytes, as many as are written; storeu needs no alignment.
            unsafe { $store(bytes.as_mut_ptr().cast(), register) }
        }

        $(
            #[inline(always)]
            fn $name(a: $register, b: $register) -> $register {
                op!($instruction(a, b))
            }
        )*
    };
}

/// Words of one width: how many, of which type and as what the instructions take it; `$tile`: rows to columns, of as many
/// rows as words. Then what is done in its own way.
macro_rules! lanes {
    ($lanes:ident: $count:literal of $word:ty, $signed:ty, $splat:ident, $add:ident, $load:ident, $tile:ident,
     { $($own:tt)* }) => {
        impl Lanes for $lanes {
            type Word = $word;
            const COUNT: usize = $count;
            const BYTES: usize = size_of::<$word>();

            #[inline(always)]
            fn word(number: u64) -> $word {
                number as $word
            }

            #[inline(always)]
            fn splat(word: $word) -> Self {
                Self(op!($splat(word as $signed)))
            }

            #[inline(always)]
            fn from_words(words: &[$word; WIDEST]) -> Self {
                const { assert!(size_of::<Self>() <= size_of::<[$word; WIDEST]>()) };
                // SAFETY: there are as many readable bytes, as was just asserted; loadu needs no alignment.
                Self(unsafe { $load(words.as_ptr().cast()) })
            }

            #[inline(always)]
            fn add(self, other: Self) -> Self {
                Self(op!($add(self.0, other.0)))
            }

            #[inline(always)]
            fn xor(self, other: Self) -> Self {
                Self(xor(self.0, other.0))
            }

            #[inline(always)]
            fn and(self, other: Self) -> Self {
                Self(and(self.0, other.0))
            }

            #[inline(always)]
            fn or(self, other: Self) -> Self {
                Self(or(self.0, other.0))
            }

            #[inline(always)]
            fn and_not(self, other: Self) -> Self {
                Self(and_not(self.0, other.0))
            }

            #[inline(always)]
            fn swapped(self) -> Self {
                const ORDER: [u8; size_of::<$lanes>()] = backwards(size_of::<$word>());
                Self(shuffle(self.0, load(&ORDER)))
            }

            #[inline(always)]
            fn gather(rows: &[u8], stride: usize, out: &mut [Self]) {
                for (part, tile) in out.chunks_exact_mut($count).enumerate() {
                    let mut all = [tile[0].0; $count];
                    for (i, row) in all.iter_mut().enumerate() {
                        *row = load(&rows[i * stride + part * size_of::<Self>()..]);
                    }
                    for (word, column) in tile.iter_mut().zip($tile(all)) {
                        *word = Self(column);
                    }
                }
            }

            #[inline(always)]
            fn scatter(words: &[Self], rows: &mut [u8], stride: usize) {
                for (part, tile) in words.chunks_exact($count).enumerate() {
                    let mut all = [tile[0].0; $count];
                    for (column, word) in all.iter_mut().zip(tile) {
                        *column = word.0;
                    }
                    for (i, row) in $tile(all).into_iter().enumerate() {
                        store(row, &mut rows[i * stride + part * size_of::<Self>()..]);
                    }
                }
            }

            $($own)*
        }
    };
}

/// What bytes have in common.
macro_rules! byte_lanes {
    ($register:ident, $splat:ident) => {
        const COUNT: usize = size_of::<$register>();

        #[inline(always)]
        fn splat(byte: u8) -> Self {
            Self(op!($splat(byte as i8)))
        }

        #[inline(always)]
        fn load(bytes: &[u8]) -> Self {
            Self(load(bytes))
        }

        #[inline(always)]
        fn store(self, bytes: &mut [u8]) {
            store(self.0, bytes);
        }

        #[inline(always)]
        fn xor(self, other: Self) -> Self {
            Self(xor(self.0, other.0))
        }

        #[inline(always)]
        fn add(self, other: Self) -> Self {
            Self(add_bytes(self.0, other.0))
        }
    };
}

/// Within every sixteen bytes, words of so many the other way round.
pub(super) const fn backwards<const N: usize>(size: usize) -> [u8; N] {
    let mut order = [0; N];
    let mut i = 0;
    while i < N {
        order[i] = (i % 16 / size * size + size - 1 - i % size) as u8;
        i += 1;
    }
    order
}

pub(super) use {byte_lanes, lanes, op, register};
