//! Nanoseconds a digest of each hash of tables/transforms.toml, in lanes and by the library: `digests [bytes]`.

use std::hint::black_box;
use std::time::Instant;

const TEXTS: usize = 512;
const TIMES: usize = 200;

const HASHES: [&str; 26] = [
    "sha256",
    "md5",
    "sha1",
    "sha512",
    "sha384",
    "sha224",
    "sha512-256",
    "sha3-256",
    "sha3-224",
    "sha3-384",
    "sha3-512",
    "blake2b",
    "blake2b-256",
    "blake2s",
    "blake3",
    "ripemd160",
    "whirlpool",
    "md4",
    "md2",
    "murmur3-128",
    "murmur3-128-le",
    "murmur3-64",
    "xxh64",
    "murmur3-32",
    "crc32",
    "adler32",
];

fn main() {
    let bytes = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(26);
    let texts: Vec<String> = (0..TEXTS).map(|i| format!("{i:0bytes$}")).collect();
    let texts: Vec<&[u8]> = texts.iter().map(|t| t.as_bytes()).collect();
    let (mut in_lanes, mut alone) = (0.0, 0.0);
    for hash in HASHES {
        let each = |lanes: bool| {
            let best = (0..5).filter_map(|_| {
                let start = Instant::now();
                black_box(detect::keys_of(hash, &texts, lanes, TIMES)?);
                Some(start.elapsed().as_secs_f64() * 1e9 / (TEXTS * TIMES) as f64)
            });
            best.reduce(f64::min)
        };
        let library = each(false).expect("a hash of the table");
        let lanes = each(true);
        alone += library;
        in_lanes += lanes.unwrap_or(library);
        match lanes {
            Some(lanes) => println!(
                "{hash:12} {lanes:6.1} ns in lanes, {library:7.1} by the library: {:.1} times",
                library / lanes
            ),
            None => println!("{hash:12}      none in lanes, {library:7.1} by the library"),
        }
    }
    println!("all of {bytes} bytes: {in_lanes:.0} ns with lanes, {alone:.0} without");
}
