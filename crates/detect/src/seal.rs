//! What keeps an index from being a rainbow table: keyed fingerprints in place of digests, and a cipher over everything
//! that is needed to verify a hit. Whoever has the index without its key can test no guess against it.

use chacha20::XChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher, StreamCipherSeek};
use facts::{Place, Problem};
use sha2::{Digest, Sha256};

/// The secret of an index: 32 random bytes, kept apart from it. The default is for needles that stay in memory.
#[derive(Clone, Default)]
pub struct Key([u8; 32]);

const PREFIX: &str = "sluss-key-1:";

impl Key {
    /// From random bytes, which are the caller's to draw.
    pub fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// One line of text for a key file.
    pub fn to_text(&self) -> String {
        format!("{PREFIX}{}\n", crate::encode::hex(&self.0))
    }

    /// Reads what [`Key::to_text`] wrote. The message never repeats what was found.
    pub fn from_text(source: &str, text: &str) -> Result<Self, Problem> {
        let bytes = text.trim().strip_prefix(PREFIX).map(|hex| crate::encode::unhex(hex.as_bytes()));
        let key = bytes.and_then(|b| <[u8; 32]>::try_from(b).ok());
        let wanted = format!("not a key file: it holds one line, `{PREFIX}` and 64 hex digits");
        key.map(Self).ok_or_else(|| Problem::new(Place::source(source), "index-key", wanted))
    }

    /// A key for one purpose.
    fn purpose(&self, name: &str) -> [u8; 32] {
        let digest = Sha256::new().chain_update(self.0).chain_update(b"\0").chain_update(name);
        digest.finalize().into()
    }

    pub(crate) fn prints(&self) -> Prints {
        let key = self.purpose("fingerprints");
        let word = |i: usize| u64::from_le_bytes(key[i..i + 8].try_into().expect("eight bytes"));
        Prints { k0: word(0), k1: word(8) }
    }

    /// Proves that `data` was written by somebody with this key.
    pub(crate) fn proof(&self, data: &[u8]) -> [u8; 32] {
        let inner = Sha256::new().chain_update(self.purpose("proof")).chain_update(data).finalize();
        Sha256::new().chain_update(self.purpose("proof of proof")).chain_update(inner).finalize().into()
    }

    /// Different contents get different streams, so that a key may serve many indexes.
    pub(crate) fn nonce(&self, contents: &[&[u8]]) -> [u8; 24] {
        let mut digest = Sha256::new().chain_update(self.purpose("nonce"));
        contents.iter().for_each(|some| digest.update(some));
        let digest = digest.finalize();
        std::array::from_fn(|i| digest[i])
    }

    pub(crate) fn cipher(&self, nonce: [u8; 24]) -> Cipher {
        Cipher { key: self.purpose("contents"), nonce }
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Encrypts and decrypts any range of the sealed bytes.
#[derive(Clone)]
pub(crate) struct Cipher {
    key: [u8; 32],
    nonce: [u8; 24],
}

impl Cipher {
    /// `at`: where `bytes` stand in what is sealed.
    pub fn apply(&self, at: usize, bytes: &mut [u8]) {
        let mut stream = XChaCha20::new(&self.key.into(), &self.nonce.into());
        stream.seek(at as u64);
        stream.apply_keystream(bytes);
    }
}

/// Keyed fingerprints of eight-byte keys: SipHash-1-3 (Aumasson and Bernstein, 2012) of one word.
#[derive(Clone, Copy)]
pub(crate) struct Prints {
    k0: u64,
    k1: u64,
}

impl Prints {
    #[inline(always)]
    pub fn of(self, key: u64) -> u64 {
        self.of_many([key])[0]
    }

    /// Many at once, so that each may have a lane of a vector.
    #[inline(always)]
    pub fn of_many<const N: usize>(self, keys: [u64; N]) -> [u64; N] {
        const LENGTH: u64 = 8 << 56;
        let mut v = [
            [self.k0 ^ 0x736f_6d65_7073_6575; N],
            [self.k1 ^ 0x646f_7261_6e64_6f6d; N],
            [self.k0 ^ 0x6c79_6765_6e65_7261; N],
            [self.k1 ^ 0x7465_6462_7974_6573; N],
        ];
        xor(&mut v[3], keys);
        round(&mut v);
        xor(&mut v[0], keys);
        xor(&mut v[3], [LENGTH; N]);
        round(&mut v);
        xor(&mut v[0], [LENGTH; N]);
        xor(&mut v[2], [0xff; N]);
        round(&mut v);
        round(&mut v);
        round(&mut v);
        let [mut all, b, c, d] = v;
        xor(&mut all, b);
        xor(&mut all, c);
        xor(&mut all, d);
        all
    }
}

#[inline(always)]
fn xor<const N: usize>(v: &mut [u64; N], with: [u64; N]) {
    for (word, other) in v.iter_mut().zip(with) {
        *word ^= other;
    }
}

#[inline(always)]
fn round<const N: usize>([a, b, c, d]: &mut [[u64; N]; 4]) {
    for (((a, b), c), d) in a.iter_mut().zip(b).zip(c).zip(d) {
        *a = a.wrapping_add(*b);
        *c = c.wrapping_add(*d);
        *b = b.rotate_left(13) ^ *a;
        *d = d.rotate_left(16) ^ *c;
        *a = a.rotate_left(32);
        *c = c.wrapping_add(*b);
        *a = a.wrapping_add(*d);
        *b = b.rotate_left(17) ^ *c;
        *d = d.rotate_left(21) ^ *a;
        *c = c.rotate_left(32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hash::{DefaultHasher, Hasher};

    #[test]
    fn fingerprints_are_siphash_1_3() {
        for key in [0, 1, u64::MAX, 0x0123_4567_89ab_cdef] {
            // the standard library's hasher is SipHash-1-3 under the zero key
            let mut theirs = DefaultHasher::new();
            theirs.write_u64(key);
            assert_eq!(Prints { k0: 0, k1: 0 }.of(key), theirs.finish());
        }
        assert_ne!(Key::new([1; 32]).prints().of(7), Key::new([2; 32]).prints().of(7));
    }

    #[test]
    fn a_key_file_is_read_as_written_and_nothing_else_is() {
        let key = Key::new(std::array::from_fn(|i| i as u8));
        assert_eq!(Key::from_text("k", &key.to_text()).unwrap().0, key.0);
        for text in ["", "sluss-key-1:", "sluss-key-1:zz", "id,email\np1,a@example.com"] {
            let problem = Key::from_text("k", text).unwrap_err();
            assert_eq!(problem.code, "index-key");
            assert!(!problem.to_string().contains("example"));
        }
    }

    #[test]
    fn any_range_can_be_opened_by_itself() {
        let cipher = Key::new([7; 32]).cipher([9; 24]);
        let mut all: Vec<u8> = (0..=255).collect();
        cipher.apply(0, &mut all);
        assert_ne!(all[100..110], (100..110).collect::<Vec<u8>>());
        cipher.apply(100, &mut all[100..110]);
        assert_eq!(all[100..110], (100..110).collect::<Vec<u8>>());
    }
}
