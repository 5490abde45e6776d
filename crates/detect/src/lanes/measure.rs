use super::Texts;
use crate::keys::digest_key;
use crate::{digest, simd};

/// For measuring only: a sum of the keys that texts of about one length have under a hash, made so many times, in lanes
/// or by the library. None where there is no such hash, or none in lanes.
pub fn keys_of(hash: &str, texts: &[&[u8]], in_lanes: bool, times: usize) -> Option<u64> {
    let library = digest::hash(hash)?;
    let lanes = if in_lanes { Some(simd::hash(hash)?) } else { None };
    let (mut all, mut out, mut sum) = (Texts::default(), Texts::default(), 0u64);
    all.clear(texts.iter().map(|t| t.len()).max().unwrap_or(0));
    texts.iter().for_each(|text| all.push(text));
    for _ in 0..times {
        if let Some(hash) = lanes {
            hash(&all, &mut out);
        }
        for i in 0..texts.len() {
            let key = if in_lanes { digest_key(out.get(i)) } else { digest_key(&library(all.get(i))) };
            sum = sum.wrapping_add(key);
        }
    }
    Some(sum)
}
