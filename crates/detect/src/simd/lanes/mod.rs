//! Words and bytes of several texts in one register, and the hashes of src/lanes compiled for each instruction set.

mod avx2;
mod avx512;
pub(super) mod sha;
mod words;

use crate::lanes::{Hash, Texts, blake, bytes, damgard, double::Double, sha2, sponge};

/// A hash compiled for an instruction set.
macro_rules! hash {
    ($features:literal, $function:expr) => {{
        #[target_feature(enable = $features)]
        fn fast(texts: &Texts, out: &mut Texts) {
            $function(texts, out);
        }
        // SAFETY: only reached through `available`, which lists it where the features were detected.
        |texts: &Texts, out: &mut Texts| unsafe { fast(texts, out) }
    }};
}

/// The hashes of one instruction set, by the names of tables/transforms.toml. `$long`: words of four bytes for hashes that
/// wait for themselves.
macro_rules! hashes {
    ($find:ident, $features:literal, $narrow:ty, $long:ty, $wide:ty, $bytes:ty) => {
        pub(super) fn $find(name: &str) -> Option<Hash> {
            Some(match name {
                "md2" => hash!($features, bytes::md2::<$bytes>),
                "md4" => hash!($features, damgard::md4::<$long>),
                "md5" => hash!($features, damgard::md5::<$long>),
                "sha1" => hash!($features, damgard::sha1::<$long>),
                "ripemd160" => hash!($features, damgard::ripemd160::<$narrow>),
                "sha224" => hash!($features, sha2::sha224::<$narrow>),
                "sha256" => hash!($features, sha2::sha256::<$narrow>),
                "sha384" => hash!($features, sha2::sha384::<$wide>),
                "sha512" => hash!($features, sha2::sha512::<$wide>),
                "sha512-256" => hash!($features, sha2::sha512_256::<$wide>),
                "sha3-224" => hash!($features, (sponge::sha3::<$wide, 28, 6>)),
                "sha3-256" => hash!($features, (sponge::sha3::<$wide, 32, 6>)),
                "sha3-384" => hash!($features, (sponge::sha3::<$wide, 48, 6>)),
                "sha3-512" => hash!($features, (sponge::sha3::<$wide, 64, 6>)),
                "keccak-256" => hash!($features, (sponge::sha3::<$wide, 32, 1>)),
                "blake2b" => hash!($features, (blake::blake2::<$wide, 64>)),
                "blake2b-256" => hash!($features, (blake::blake2::<$wide, 32>)),
                "blake2s" => hash!($features, (blake::blake2::<$long, 32>)),
                "blake3" => hash!($features, blake::blake3::<$long>),
                "whirlpool" => hash!($features, bytes::whirlpool::<$bytes>),
                _ => return None,
            })
        }
    };
}

hashes!(
    hash_512,
    "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi",
    avx512::Narrow,
    avx512::Narrow,
    avx512::Wide,
    avx512::Bytes
);
hashes!(hash_2, "avx2", avx2::Narrow, Double<avx2::Narrow>, avx2::Wide, avx2::Bytes);
