//! Hash functions by the names of tables/transforms.toml, and the ways (chains) from a text to a digest.

use crate::encode;
use crate::tables::Tables;
use serde::{Deserialize, Serialize};
use sha2::Digest;

/// In which hashes of tables/transforms.toml identifiers are looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hashes {
    /// All of them.
    #[default]
    All,
    /// Those of class 1, which vendors use: an index is a sixth as large, and misses all others.
    Common,
}

/// A step from bytes to bytes.
pub(crate) type Step = fn(&[u8]) -> Vec<u8>;

fn rustcrypto<D: Digest>(data: &[u8]) -> Vec<u8> {
    D::digest(data).to_vec()
}

fn murmur128(data: &[u8]) -> [u8; 16] {
    let mut cursor = data;
    // Reading from a slice cannot fail.
    let hash = murmur3::murmur3_x64_128(&mut cursor, 0).unwrap_or_default();
    // The crate gives h1 in the low half; the customary print is h1 then h2, each big-endian.
    let mut out = [0; 16];
    out[..8].copy_from_slice(&(hash as u64).to_be_bytes());
    out[8..].copy_from_slice(&((hash >> 64) as u64).to_be_bytes());
    out
}

fn murmur32(data: &[u8]) -> Vec<u8> {
    let mut cursor = data;
    murmur3::murmur3_32(&mut cursor, 0).unwrap_or_default().to_be_bytes().to_vec()
}

/// ISO 3309, reflected polynomial EDB88320.
pub(crate) fn crc32(data: &[u8]) -> [u8; 4] {
    let mut crc = flate2::Crc::new();
    crc.update(data);
    crc.sum().to_be_bytes()
}

/// RFC 1950 section 8.2.
pub(crate) fn adler32(data: &[u8]) -> [u8; 4] {
    /// So many bytes fit the sums before they have to be reduced.
    const MOST: usize = 5552;
    let (mut a, mut b) = (1u32, 0u32);
    for some in data.chunks(MOST) {
        for byte in some {
            a += u32::from(*byte);
            b += a;
        }
        (a, b) = (a % 65521, b % 65521);
    }
    (b << 16 | a).to_be_bytes()
}

/// A hash by its name in the table.
pub(crate) fn hash(name: &str) -> Option<Step> {
    Some(match name {
        "md2" => rustcrypto::<md2::Md2>,
        "md4" => rustcrypto::<md4::Md4>,
        "md5" => rustcrypto::<md5::Md5>,
        "sha1" => rustcrypto::<sha1::Sha1>,
        "sha224" => rustcrypto::<sha2::Sha224>,
        "sha256" => rustcrypto::<sha2::Sha256>,
        "sha384" => rustcrypto::<sha2::Sha384>,
        "sha512" => rustcrypto::<sha2::Sha512>,
        "sha512-256" => rustcrypto::<sha2::Sha512_256>,
        "sha3-224" => rustcrypto::<sha3::Sha3_224>,
        "sha3-256" => rustcrypto::<sha3::Sha3_256>,
        "sha3-384" => rustcrypto::<sha3::Sha3_384>,
        "sha3-512" => rustcrypto::<sha3::Sha3_512>,
        "blake2b" => rustcrypto::<blake2::Blake2b512>,
        "blake2b-256" => rustcrypto::<blake2::Blake2b256>,
        "blake2s" => rustcrypto::<blake2::Blake2s256>,
        "blake3" => |d| blake3::hash(d).as_bytes().to_vec(),
        "ripemd160" => rustcrypto::<ripemd::Ripemd160>,
        "whirlpool" => rustcrypto::<whirlpool::Whirlpool>,
        "murmur3-128" => |d| murmur128(d).to_vec(),
        "murmur3-128-le" => |d| murmur128(d).as_chunks::<8>().0.iter().flat_map(|h| h.iter().rev()).copied().collect(),
        "murmur3-64" => |d| murmur128(d)[..8].to_vec(),
        "murmur3-32" => murmur32,
        "xxh64" => |d| xxhash_rust::xxh64::xxh64(d, 0).to_be_bytes().to_vec(),
        "crc32" => |d| crc32(d).to_vec(),
        "adler32" => |d| adler32(d).to_vec(),
        _ => return None,
    })
}

/// Any step of a chain: a hash, or an encoding between two hashes.
pub(crate) fn step(name: &str) -> Option<Step> {
    hash(name).or(match name {
        "hex" => Some(|d| encode::hex(d).into_bytes()),
        "hex-upper" => Some(|d| encode::hex(d).to_uppercase().into_bytes()),
        "base64" => Some(|d| encode::base64(d).into_bytes()),
        "base64url" => Some(|d| encode::base64url(d).into_bytes()),
        "base32" => Some(|d| encode::base32(d).into_bytes()),
        "base58" => Some(|d| encode::base58(d).into_bytes()),
        "raw" => Some(|d| d.to_vec()),
        "uppercase" => Some(|d| String::from_utf8_lossy(d).to_uppercase().into_bytes()),
        _ => None,
    })
}

/// A way from a spelling to a digest: hashes and what stands between them, optionally with a salt around the text.
#[derive(Clone)]
pub(crate) struct Way {
    /// Words of the form, without the final encoding.
    pub words: Vec<&'static str>,
    /// Class of the hash or chain, see tables/transforms.toml.
    pub class: u8,
    steps: Vec<Step>,
    salt: Option<(String, bool)>,
}

impl Way {
    /// The steps by name, without a salt.
    pub fn names(&self) -> &[&'static str] {
        &self.words[usize::from(self.salt.is_some())..]
    }

    /// And whether it stands before the text.
    pub fn salt(&self) -> Option<(&str, bool)> {
        self.salt.as_ref().map(|(salt, before)| (salt.as_str(), *before))
    }

    pub fn run(&self, text: &[u8]) -> Vec<u8> {
        let salted = self.salt.as_ref().map(|(salt, before)| match before {
            true => [salt.as_bytes(), text].concat(),
            false => [text, salt.as_bytes()].concat(),
        });
        let start = salted.as_deref().unwrap_or(text);
        let (first, rest) = self.steps.split_first().expect("a way has a step");
        rest.iter().fold(first(start), |data, step| step(&data))
    }
}

/// The ways of the tables in order of preference, and the salted ones.
pub(crate) fn ways(hashes: Hashes, salts: &[String]) -> Vec<Way> {
    let tables = Tables::get();
    let counts = |class: u8| hashes == Hashes::All || class == 1;
    let single = tables.hashes.iter().filter(|h| counts(h.class)).filter_map(|h| way(&[&h.name], h.class));
    let chains = tables.chains.iter().filter(|c| counts(c.class)).filter_map(|c| {
        let steps: Vec<&'static str> = c.steps.iter().map(String::as_str).collect();
        way(&steps, c.class)
    });
    let mut all: Vec<Way> = single.chain(chains).collect();
    for salt in salts.iter().filter(|s| !s.is_empty()) {
        for h in tables.hashes.iter().filter(|h| h.class == 1) {
            for (word, before) in [("salt-before", true), ("salt-after", false)] {
                all.extend(way(&[&h.name], h.class).map(|mut w| {
                    w.words.insert(0, word);
                    w.salt = Some((salt.clone(), before));
                    w
                }));
            }
        }
    }
    all
}

fn way(names: &[&'static str], class: u8) -> Option<Way> {
    let steps = names.iter().map(|n| step(n)).collect::<Option<Vec<_>>>()?;
    Some(Way { words: names.to_vec(), class, steps, salt: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hash_vector_of_the_table_holds() {
        for row in &Tables::get().hashes {
            let hash = hash(&row.name).unwrap_or_else(|| panic!("{} has no code", row.name));
            for (text, digest) in &row.vectors {
                assert_eq!(encode::hex(&hash(text.as_bytes())), *digest, "{}", row.name);
                assert_eq!(digest.len(), row.bytes * 2, "{}", row.name);
            }
        }
    }

    #[test]
    fn every_chain_vector_of_the_table_holds() {
        let ways = ways(Hashes::All, &[]);
        for row in &Tables::get().chains {
            let way = ways.iter().find(|w| w.words == row.steps).expect("the chain has code");
            for (text, digest) in &row.vectors {
                assert_eq!(encode::hex(&way.run(text.as_bytes())), *digest, "{:?}", row.steps);
            }
        }
        assert_eq!(ways.len(), Tables::get().hashes.len() + Tables::get().chains.len());
    }

    #[test]
    fn the_common_ways_are_what_vendors_use() {
        let words: Vec<_> = ways(Hashes::Common, &[]).into_iter().map(|w| w.words.join(" ")).collect();
        assert_eq!(words, ["sha256", "md5", "sha1", "sha512", "md5 hex sha256"]);
    }

    #[test]
    fn a_salt_goes_before_and_after() {
        let ways = ways(Hashes::All, &["pepper".into()]);
        let plain = hash("sha256").unwrap();
        let of = |word: &str| ways.iter().find(|w| w.words == [word, "sha256"]).unwrap().run(b"x");
        assert_eq!(of("salt-before"), plain(b"pepperx"));
        assert_eq!(of("salt-after"), plain(b"xpepper"));
    }
}
