//! All ways from texts to digests, over many texts at once: what several ways begin with is done once.

use super::{Hash, Texts, murmur};
use crate::digest::{self, Make, Step, Way, adler32, crc32};
use crate::encode;
use crate::simd;
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};
use xxhash_rust::{xxh32::xxh32, xxh64::xxh64};

/// The steps of some ways as a tree.
#[derive(Clone)]
pub(crate) struct Plan {
    nodes: Vec<Node>,
}

#[derive(Clone)]
struct Node {
    /// The texts themselves where there is none.
    from: Option<usize>,
    make: Make,
    /// Whether a way ends here.
    ends: bool,
    /// Whether a way goes on from here.
    goes_on: bool,
}

/// Texts longer than this are hashed one by one: BLAKE3's lanes hold one chunk.
pub(crate) const LONGEST: usize = 512;

/// Buffers between the steps.
#[derive(Default)]
pub(crate) struct Work {
    made: Vec<Texts>,
    keys: Vec<u64>,
}

impl Plan {
    pub fn new<'w>(ways: impl IntoIterator<Item = &'w Way>) -> Self {
        let mut plan = Self { nodes: Vec::new() };
        for way in ways {
            let mut from = None;
            // the bytes of a digest as they are need no step
            for make in way.makes.iter().filter(|make| !matches!(make, Make::Step("raw", _))) {
                from = Some(plan.node(from, make));
            }
            if let Some(end) = from {
                plan.nodes[end].ends = true;
            }
        }
        plan
    }

    fn node(&mut self, from: Option<usize>, make: &Make) -> usize {
        match self.nodes.iter().position(|n| n.from == from && n.make == *make) {
            Some(known) => known,
            None => {
                self.nodes.push(Node { from, make: make.clone(), ends: false, goes_on: false });
                if let Some(from) = from {
                    self.nodes[from].goes_on = true;
                }
                self.nodes.len() - 1
            }
        }
    }

    /// Gives the keys of every way, each of as many as there are texts and in their order.
    pub fn keys(&self, texts: &Texts, work: &mut Work, sink: &mut dyn FnMut(&mut [u64])) {
        // one more, in turn for all that nothing else is made of: it stays in the cache
        work.made.resize_with(work.made.len().max(self.nodes.len() + 1), Texts::default);
        for (i, node) in self.nodes.iter().enumerate() {
            // what a node is made of stands before it
            let (before, here) = work.made.split_at_mut(i);
            let (from, here) = (node.from.map_or(texts, |from| &before[from]), &mut here[..self.nodes.len() + 1 - i]);
            let out = &mut here[if node.goes_on { 0 } else { here.len() - 1 }];
            make(&node.make, from, out);
            if node.ends {
                work.keys.clear();
                work.keys.extend(out.keys());
                sink(&mut work.keys);
            }
        }
    }
}

fn make(how: &Make, texts: &Texts, out: &mut Texts) {
    match how {
        Make::Step(name, step) => match hash(name) {
            Some(hash) if texts.longest() <= LONGEST => hash(texts, out),
            _ => encode(name, *step, texts, out),
        },
        Make::Before(salt) => by(texts, out, |n| salt.len() + n, |text, to| put(salt, text, to)),
        Make::After(salt) => by(texts, out, |n| n + salt.len(), |text, to| put(text, salt, to)),
    }
}

fn put(first: &[u8], second: &[u8], to: &mut [u8]) {
    to[..first.len()].copy_from_slice(first);
    to[first.len()..].copy_from_slice(second);
}

fn hash(name: &str) -> Option<Hash> {
    simd::hash(name)
}

/// What stands between hashes, and hashes without lanes.
fn encode(name: &str, step: Step, texts: &Texts, out: &mut Texts) {
    let is_ascii = || (0..texts.len()).all(|i| texts.get(i).is_ascii());
    match name {
        "hex" => by(texts, out, |n| 2 * n, |text, to| encode::hex_into(text, to, b'a')),
        "hex-upper" => by(texts, out, |n| 2 * n, |text, to| encode::hex_into(text, to, b'A')),
        "base64" => by(texts, out, |n| n.div_ceil(3) * 4, encode::base64_into),
        "newline" => by(texts, out, |n| n + 1, |text, to| put(text, b"\n", to)),
        "quoted" => by(
            texts,
            out,
            |n| n + 2,
            |text, to| {
                to[0] = b'"';
                put(text, b"\"", &mut to[1..]);
            },
        ),
        "utf-16le" if is_ascii() => by(
            texts,
            out,
            |n| 2 * n,
            |text, to| to.as_chunks_mut().0.iter_mut().zip(text).for_each(|(to, b)| *to = [*b, 0]),
        ),
        "uppercase" if is_ascii() => by(
            texts,
            out,
            |n| n,
            |text, to| {
                to.copy_from_slice(text);
                to.make_ascii_uppercase();
            },
        ),
        "percent" => {
            out.clear(3 * texts.longest());
            for text in (0..texts.len()).map(|i| texts.get(i)) {
                out.put(encode::component_length(text), |to| encode::component_into(text, to));
            }
        }
        "murmur3-128" => of(texts, out, |text| halves(murmur::wide(text, 0).map(u64::to_be_bytes))),
        "murmur3-128-le" => of(texts, out, |text| halves(murmur::wide(text, 0).map(u64::to_le_bytes))),
        "murmur3-128-number" => of(texts, out, |text| {
            let [first, second] = murmur::wide(text, 0).map(u64::to_be_bytes);
            halves([second, first])
        }),
        "murmur3-64" => of(texts, out, |text| murmur::wide(text, 0)[0].to_be_bytes()),
        "murmur3-32" => of(texts, out, |text| murmur::narrow(text, 0).to_be_bytes()),
        "murmur3-x86-128" => of(texts, out, |text| quarters(murmur::narrow_wide(text).map(u32::to_be_bytes))),
        "murmur3-x86-128-le" => of(texts, out, |text| quarters(murmur::narrow_wide(text).map(u32::to_le_bytes))),
        "xxh64" => of(texts, out, |text| xxh64(text, 0).to_be_bytes()),
        "crc32" => of(texts, out, crc32),
        "adler32" => of(texts, out, adler32),
        "murmur3-128-seed-31" => of(texts, out, |text| halves(murmur::wide(text, 31).map(u64::to_be_bytes))),
        "murmur3-32-seed-1" => of(texts, out, |text| murmur::narrow(text, 1).to_be_bytes()),
        "murmur3-32-seed-42" => of(texts, out, |text| murmur::narrow(text, 42).to_be_bytes()),
        "xxh3-64" => of(texts, out, |text| xxh3_64(text).to_be_bytes()),
        "xxh3-128" => of(texts, out, |text| xxh3_128(text).to_be_bytes()),
        "xxh32" => of(texts, out, |text| xxh32(text, 0).to_be_bytes()),
        "fnv1a-32" => of(texts, out, digest::fnv1a_32),
        "fnv1a-64" => of(texts, out, digest::fnv1a_64),
        "string-hash" => of(texts, out, digest::string_hash),
        _ => each(step, texts, out),
    }
}

fn halves([a, b]: [[u8; 8]; 2]) -> [u8; 16] {
    std::array::from_fn(|i| if i < 8 { a[i] } else { b[i - 8] })
}

fn quarters(words: [[u8; 4]; 4]) -> [u8; 16] {
    std::array::from_fn(|i| words[i / 4][i % 4])
}

/// Hashes that are too short for lanes.
#[inline(always)]
fn of<const N: usize>(texts: &Texts, out: &mut Texts, hash: impl Fn(&[u8]) -> [u8; N]) {
    by(texts, out, |_| N, |text, to| to.copy_from_slice(&hash(text)));
}

#[inline(always)]
fn by(texts: &Texts, out: &mut Texts, length: impl Fn(usize) -> usize, write: impl Fn(&[u8], &mut [u8])) {
    out.clear(length(texts.longest()));
    for i in 0..texts.len() {
        let text = texts.get(i);
        out.put(length(text.len()), |to| write(text, to));
    }
}

fn each(step: Step, texts: &Texts, out: &mut Texts) {
    let all: Vec<Vec<u8>> = (0..texts.len()).map(|i| step(texts.get(i))).collect();
    out.clear(all.iter().map(Vec::len).max().unwrap_or(0));
    all.iter().for_each(|text| out.push(text));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::{Hashes, ways};
    use crate::keys::digest_key;
    use crate::properties::Random;

    #[test]
    fn the_keys_of_all_ways_are_those_of_the_ways_one_by_one() {
        let ways = ways(Hashes::All, &["pepper".into(), "s".repeat(90)]);
        let mut r = Random(17);
        for longest in [5, 40, 120, 600] {
            let texts: Vec<String> = (0..150).map(|_| encode::base64(&r.bytes(longest * 3 / 4))).collect();
            let texts: Vec<&str> = texts.iter().map(|t| &t[..r.below(t.len())]).chain(["Åsa", "ß"]).collect();
            let mut all = Texts::default();
            all.clear(texts.iter().map(|t| t.len()).max().unwrap());
            texts.iter().for_each(|t| all.push(t.as_bytes()));
            let mut keys: Vec<u64> = Vec::new();
            Plan::new(&ways).keys(&all, &mut Work::default(), &mut |some| keys.extend_from_slice(some));
            let mut slow: Vec<u64> =
                ways.iter().flat_map(|w| texts.iter().map(|t| digest_key(&w.run(t.as_bytes())))).collect();
            assert_eq!(keys.len(), slow.len());
            keys.sort_unstable();
            slow.sort_unstable();
            assert!(keys == slow, "of texts up to {longest}");
        }
    }
}
