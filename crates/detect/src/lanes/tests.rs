use super::Texts;
use crate::properties::Random;
use crate::tables::Tables;
use crate::{digest, simd};

/// Each instruction set by itself, every length to 300, alone and among others, against the library.
#[test]
fn every_hash_in_lanes_is_the_librarys() {
    let mut r = Random(11);
    let texts: Vec<Vec<u8>> = (0..=300).chain((0..300).map(|i| i * 7 % 140)).map(|n| r.bytes(n)).collect();
    let mut compared = 0;
    for row in &Tables::get().hashes {
        let library = digest::hash(&row.name).expect("the hash has code");
        for (level, hash) in simd::hashes(&row.name) {
            for group in texts.chunks(37).chain(texts.chunks(301)) {
                let (mut all, mut out) = (Texts::default(), Texts::default());
                all.clear(group.iter().map(Vec::len).max().unwrap_or(0));
                group.iter().for_each(|text| all.push(text));
                hash(&all, &mut out);
                assert_eq!(out.len(), group.len());
                for (i, text) in group.iter().enumerate() {
                    assert_eq!(out.get(i), library(text), "{level} {} of {} bytes", row.name, text.len());
                    assert!(out.row(i)[out.length(i)..].iter().all(|b| *b == 0), "{level} {}", row.name);
                    compared += 1;
                }
            }
        }
    }
    // twenty hashes on each instruction set that this machine has, two by instructions of their own
    let own = (simd::hashes("sha256").len() - simd::hashes("md5").len()) * 2;
    assert_eq!(compared, (simd::hashes("md5").len() * 20 + own) * texts.len() * 2);
}
