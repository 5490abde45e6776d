//! Hash functions by the names of tables/transforms.toml, and the ways (chains) from a text to a digest.

use crate::encode;
use crate::tables::{self, Tables};
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

fn murmur128(data: &[u8], seed: u32) -> [u8; 16] {
    let mut cursor = data;
    // Reading from a slice cannot fail.
    let hash = murmur3::murmur3_x64_128(&mut cursor, seed).unwrap_or_default();
    // The crate gives h1 in the low half; the customary print is h1 then h2, each big-endian.
    let mut out = [0; 16];
    out[..8].copy_from_slice(&(hash as u64).to_be_bytes());
    out[8..].copy_from_slice(&((hash >> 64) as u64).to_be_bytes());
    out
}

/// The 32-bit machine's 128 bits: its four words, each with its lowest byte first.
fn murmur_x86_128_le(data: &[u8]) -> Vec<u8> {
    let mut cursor = data;
    murmur3::murmur3_x86_128(&mut cursor, 0).unwrap_or_default().to_le_bytes().to_vec()
}

/// The same, each word big-endian.
fn murmur_x86_128(data: &[u8]) -> Vec<u8> {
    let hash = murmur_x86_128_le(data);
    hash.as_chunks::<4>().0.iter().flat_map(|word| word.iter().rev()).copied().collect()
}

fn murmur32(data: &[u8], seed: u32) -> Vec<u8> {
    let mut cursor = data;
    murmur3::murmur3_32(&mut cursor, seed).unwrap_or_default().to_be_bytes().to_vec()
}

/// draft-eastlake-fnv: FNV-1a.
pub(crate) fn fnv1a_32(data: &[u8]) -> [u8; 4] {
    data.iter().fold(0x811c_9dc5u32, |h, b| (h ^ u32::from(*b)).wrapping_mul(0x0100_0193)).to_be_bytes()
}

/// The same in 64 bits.
pub(crate) fn fnv1a_64(data: &[u8]) -> [u8; 8] {
    let (start, prime) = (0xcbf2_9ce4_8422_2325u64, 0x0100_0000_01b3);
    data.iter().fold(start, |h, b| (h ^ u64::from(*b)).wrapping_mul(prime)).to_be_bytes()
}

/// `String.hashCode` of Java, over the units of UTF-16.
pub(crate) fn string_hash(data: &[u8]) -> [u8; 4] {
    let text = String::from_utf8_lossy(data);
    let hash = text.encode_utf16().fold(0u32, |h, unit| h.wrapping_mul(31).wrapping_add(unit.into()));
    hash.to_be_bytes()
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
        "keccak-256" => rustcrypto::<sha3::Keccak256>,
        "blake2b" => rustcrypto::<blake2::Blake2b512>,
        "blake2b-256" => rustcrypto::<blake2::Blake2b256>,
        "blake2s" => rustcrypto::<blake2::Blake2s256>,
        "blake3" => |d| blake3::hash(d).as_bytes().to_vec(),
        "ripemd160" => rustcrypto::<ripemd::Ripemd160>,
        "whirlpool" => rustcrypto::<whirlpool::Whirlpool>,
        "murmur3-128" => |d| murmur128(d, 0).to_vec(),
        "murmur3-128-le" => {
            |d| murmur128(d, 0).as_chunks::<8>().0.iter().flat_map(|h| h.iter().rev()).copied().collect()
        }
        "murmur3-64" => |d| murmur128(d, 0)[..8].to_vec(),
        "murmur3-128-seed-31" => |d| murmur128(d, 31).to_vec(),
        "murmur3-x86-128" => murmur_x86_128,
        "murmur3-x86-128-le" => murmur_x86_128_le,
        "murmur3-128-number" => |d| {
            let hash = murmur128(d, 0);
            [&hash[8..], &hash[..8]].concat()
        },
        "murmur3-32" => |d| murmur32(d, 0),
        "murmur3-32-seed-1" => |d| murmur32(d, 1),
        "murmur3-32-seed-42" => |d| murmur32(d, 42),
        "xxh64" => |d| xxhash_rust::xxh64::xxh64(d, 0).to_be_bytes().to_vec(),
        "xxh32" => |d| xxhash_rust::xxh32::xxh32(d, 0).to_be_bytes().to_vec(),
        "xxh3-64" => |d| xxhash_rust::xxh3::xxh3_64(d).to_be_bytes().to_vec(),
        "xxh3-128" => |d| xxhash_rust::xxh3::xxh3_128(d).to_be_bytes().to_vec(),
        "fnv1a-32" => |d| fnv1a_32(d).to_vec(),
        "fnv1a-64" => |d| fnv1a_64(d).to_vec(),
        "string-hash" => |d| string_hash(d).to_vec(),
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
        "uuid" => Some(|d| encode::uuid(d).into_bytes()),
        "name-uuid" => Some(|d| encode::name_uuid(d).into_bytes()),
        "raw" => Some(|d| d.to_vec()),
        "percent" => Some(|d| encode::component(d).into_bytes()),
        "utf-16le" => Some(|d| String::from_utf8_lossy(d).encode_utf16().flat_map(u16::to_le_bytes).collect()),
        "newline" => Some(|d| [d, b"\n"].concat()),
        "quoted" => Some(|d| [b"\"", d, b"\""].concat()),
        "uppercase" => Some(|d| String::from_utf8_lossy(d).to_uppercase().into_bytes()),
        _ => None,
    })
}

/// One step of a way.
#[derive(Clone)]
pub(crate) enum Make {
    /// By a name of tables/transforms.toml.
    Step(&'static str, Step),
    /// Something put before what there is.
    Before(Vec<u8>),
    After(Vec<u8>),
}

impl PartialEq for Make {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Step(a, _), Self::Step(b, _)) => a == b,
            (Self::Before(a), Self::Before(b)) | (Self::After(a), Self::After(b)) => a == b,
            _ => false,
        }
    }
}

impl Make {
    fn run(&self, data: &[u8]) -> Vec<u8> {
        match self {
            Self::Step(_, step) => step(data),
            Self::Before(salt) => [salt, data].concat(),
            Self::After(salt) => [data, salt].concat(),
        }
    }
}

/// A way from a spelling to a digest: hashes and what stands between them, and salts.
#[derive(Clone)]
pub(crate) struct Way {
    /// Words of the form, without the final encoding.
    pub words: Vec<&'static str>,
    /// Class of the hash or chain, see tables/transforms.toml.
    pub class: u8,
    /// It is only gone by from the most usual spellings.
    pub usual: bool,
    pub makes: Vec<Make>,
}

impl Way {
    /// Whether spellings of this kind are looked for by it.
    pub fn takes(&self, hashes: Hashes, usual: bool) -> bool {
        (hashes == Hashes::All || self.class == 1) && (usual || !self.usual)
    }

    pub fn run(&self, text: &[u8]) -> Vec<u8> {
        self.makes.iter().fold(text.to_vec(), |data, make| make.run(&data))
    }
}

/// The ways of the tables in order of preference, and the salted ones.
pub(crate) fn ways(hashes: Hashes, salts: &[String]) -> Vec<Way> {
    let tables = Tables::get();
    let counts = |class: u8| hashes == Hashes::All || class == 1;
    let single = tables.hashes.iter().filter(|h| counts(h.class)).filter_map(|h| way(&[&h.name], h.class, h.usual));
    let chains = tables.chains.iter().filter(|c| counts(c.class)).filter_map(|c| {
        let steps: Vec<&'static str> = c.steps.iter().map(String::as_str).collect();
        way(&steps, c.class, c.usual)
    });
    let (usual, mut all): (Vec<Way>, Vec<Way>) = single.chain(chains).partition(|w| w.usual);
    all.extend(usual);
    for salt in salts.iter().filter(|s| !s.is_empty()) {
        // fewer bits are no proof of a salt
        for h in tables.hashes.iter().filter(|h| counts(h.class) && h.class <= 2) {
            all.extend(salted(h, salt).into_iter().flatten());
        }
    }
    all
}

fn way(names: &[&'static str], class: u8, usual: bool) -> Option<Way> {
    let makes = names.iter().map(|n| Some(Make::Step(n, step(n)?))).collect::<Option<_>>()?;
    Some(Way { words: names.to_vec(), class, usual, makes })
}

/// What stands between a salt and a text.
const BETWEEN: [&str; 4] = ["", ":", "|", "-"];

/// A hash with a salt before or behind the text, or for those that vendors use as the key of its HMAC.
fn salted(hash: &'static tables::Hash, salt: &str) -> Vec<Option<Way>> {
    let around = |word: &'static str, makes: Vec<(usize, Make)>| {
        let mut way = way(&[&hash.name], hash.class, hash.usual)?;
        way.words.insert(0, word);
        makes.into_iter().for_each(|(at, make)| way.makes.insert(at, make));
        Some(way)
    };
    let mut all = Vec::new();
    for between in BETWEEN {
        all.push(around("salt-before", vec![(0, Make::Before([salt, between].concat().into_bytes()))]));
        all.push(around("salt-after", vec![(0, Make::After([between, salt].concat().into_bytes()))]));
    }
    all.push(step(&hash.name).filter(|_| hash.class == 1).and_then(|step| {
        let [inner, outer] = hmac_pads(step, hash.bytes, salt.as_bytes()).map(Make::Before);
        around("hmac", vec![(0, inner), (2, outer), (3, Make::Step(&hash.name, step))])
    }));
    all
}

/// RFC 2104: what is put before the text, and before the digest of that.
fn hmac_pads(hash: Step, bytes: usize, key: &[u8]) -> [Vec<u8>; 2] {
    // of MD5, SHA-1 and SHA-2
    let block = if bytes > 32 { 128 } else { 64 };
    let mut key = if key.len() > block { hash(key) } else { key.to_vec() };
    key.resize(block, 0);
    [0x36, 0x5c].map(|pad| key.iter().map(|b| b ^ pad).collect())
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
        let before = |text: &[u8]| ways.iter().any(|w| w.words[0] == "salt-before" && w.run(b"x") == plain(text));
        assert!([&b"pepper:x"[..], b"pepper|x", b"pepper-x"].into_iter().all(before));
    }

    #[test]
    fn every_hash_of_128_bits_and_more_is_salted() {
        let ways = ways(Hashes::All, &["pepper".into()]);
        for row in Tables::get().hashes.iter().filter(|row| row.bytes >= 16) {
            let plain = hash(&row.name).unwrap();
            let is = |word: &str, text: &[u8]| {
                ways.iter().any(|w| w.words == [word, &row.name] && w.usual == row.usual && w.run(b"x") == plain(text))
            };
            assert!(is("salt-before", b"pepper:x") && is("salt-after", b"xpepper"), "{}", row.name);
        }
        assert!(super::ways(Hashes::Common, &["pepper".into()]).iter().all(|w| w.class == 1));
    }

    /// RFC 2202 and RFC 4231, test cases 2; a key longer than a block: case 6 of the latter.
    #[test]
    fn a_salt_may_be_the_key_of_an_hmac() {
        let of = |key: &str, hash: &str, text: &[u8]| {
            let ways = ways(Hashes::All, &[key.into()]);
            encode::hex(&ways.iter().find(|w| w.words == ["hmac", hash]).unwrap().run(text))
        };
        let text = b"what do ya want for nothing?";
        assert_eq!(of("Jefe", "md5", text), "750c783e6ab0b503eaa86e310a5db738");
        assert_eq!(of("Jefe", "sha1", text), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
        assert_eq!(of("Jefe", "sha256", text), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        let sha512 = "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737";
        assert_eq!(of("Jefe", "sha512", text), sha512);
        let text = b"Test Using Larger Than Block-Size Key - Hash Key First";
        let long = hmac_pads(hash("sha256").unwrap(), 32, &[0xaa; 131]);
        let inner = hash("sha256").unwrap()(&[&long[0][..], text].concat());
        let outer = hash("sha256").unwrap()(&[&long[1][..], &inner].concat());
        assert_eq!(encode::hex(&outer), "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }
}
