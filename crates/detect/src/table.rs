//! From a fingerprint to values: a Bloom filter of one cache line a key, then an exact bucket table.
//!
//! All of it is one row of bytes, in memory as in the file: filter blocks, bucket starts, entries. Blocks, buckets and
//! entries stand in the order of the fingerprints, so that building goes through memory once.

use std::ops::Range;

/// Spreads a key: digests are uniform already, text hashes and short digests are not.
pub(crate) fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x ^ (x >> 32)
}

/// Keys of one filter block of 512 bits: twelve bits a key.
const KEYS_A_BLOCK: usize = 42;
const KEYS_A_BUCKET: usize = 12;
/// Five bytes of the fingerprint (its bucket tells the rest), four of the value.
const ENTRY: usize = 9;
const REST: u64 = (1 << 40) - 1;

/// How many blocks and buckets there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    pub blocks: usize,
    pub buckets: usize,
    pub entries: usize,
}

impl Shape {
    fn of(keys: usize) -> Self {
        Self { blocks: keys / KEYS_A_BLOCK + 1, buckets: keys / KEYS_A_BUCKET + 1, entries: 0 }
    }

    /// None where the numbers are not those of any table.
    pub fn bytes(self) -> Option<usize> {
        let starts = self.buckets.checked_add(1)?.checked_mul(8)?;
        let fits = self.blocks > 0 && self.buckets > 0 && self.blocks < 1 << 32 && self.buckets < 1 << 32;
        let all = self.blocks.checked_mul(64)?.checked_add(starts)?.checked_add(self.entries.checked_mul(ENTRY)?);
        all.filter(|_| fits)
    }
}

/// Which of `n` equal parts of all fingerprints this one lies in.
#[inline(always)]
pub(crate) fn part(print: u64, n: usize) -> usize {
    (((print >> 32) * n as u64) >> 32) as usize
}

/// The bit of each word of a block.
#[inline(always)]
fn bits(print: u64) -> [u64; 8] {
    std::array::from_fn(|word| 1 << (print >> (word * 6) & 63))
}

/// Whether a block of the filter has all bits of this fingerprint.
#[inline(always)]
pub(crate) fn holds(block: &[u8; 64], print: u64) -> bool {
    let words = block.as_chunks::<8>().0;
    words.iter().zip(bits(print)).all(|(word, bit)| u64::from_le_bytes(*word) & bit != 0)
}

/// A table as it lies in memory.
#[derive(Clone, Copy)]
pub(crate) struct Table<'a> {
    blocks: &'a [[u8; 64]],
    starts: &'a [[u8; 8]],
    entries: &'a [[u8; ENTRY]],
}

impl<'a> Table<'a> {
    /// `bytes` are at least as many as the shape has.
    pub fn new(bytes: &'a [u8], shape: Shape) -> Self {
        let (blocks, rest) = bytes.split_at(shape.blocks * 64);
        let (starts, rest) = rest.split_at((shape.buckets + 1) * 8);
        let entries = &rest[..shape.entries * ENTRY];
        Self { blocks: blocks.as_chunks().0, starts: starts.as_chunks().0, entries: entries.as_chunks().0 }
    }

    #[cfg(test)]
    pub fn may_hold(&self, print: u64) -> bool {
        holds(&self.blocks[part(print, self.blocks.len())], print)
    }

    /// The blocks of the filter, for asking many at once.
    pub fn blocks(&self) -> &'a [[u8; 64]] {
        self.blocks
    }

    /// Values under exactly this fingerprint.
    pub fn get(&self, print: u64) -> impl Iterator<Item = u32> + use<'a> {
        let bucket = part(print, self.starts.len() - 1);
        let start = |i: usize| (u64::from_le_bytes(self.starts[i]) as usize).min(self.entries.len());
        let range = start(bucket)..start(bucket + 1).max(start(bucket));
        self.entries[range].iter().map(open_entry).filter(move |(rest, _)| *rest == print & REST).map(|(_, v)| v)
    }
}

fn open_entry(entry: &[u8; ENTRY]) -> (u64, u32) {
    let [a, b, c, d, e, value @ ..] = *entry;
    (u64::from_le_bytes([a, b, c, d, e, 0, 0, 0]), u32::from_le_bytes(value))
}

/// Fingerprints with their values, cut by their highest bits so that parts of a list can be joined piece by piece.
pub(crate) struct Pairs(Vec<Vec<(u64, u32)>>);

const PIECES: usize = 256;

impl Default for Pairs {
    fn default() -> Self {
        Self(vec![Vec::new(); PIECES])
    }
}

impl Pairs {
    pub fn extend(&mut self, prints: &[u64], values: &[u32]) {
        for (print, value) in prints.iter().zip(values) {
            self.0[part(*print, PIECES)].push((*print, *value));
        }
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }
}

/// Joins pairs into a table appended to `out`. `offsets`: what to add to the values of each of `parts`.
/// `choose` sees every group of values under one fingerprint and keeps those that count.
pub(crate) fn build(
    mut parts: Vec<Pairs>,
    offsets: &[u32],
    choose: &mut dyn FnMut(&mut Vec<u32>),
    out: &mut Vec<u8>,
) -> Shape {
    let mut shape = Shape::of(parts.iter().map(Pairs::len).sum());
    let base = out.len();
    out.resize(base + shape.blocks * 64 + (shape.buckets + 1) * 8, 0);
    let mut group = Vec::new();
    for piece in 0..PIECES {
        let mut pairs: Vec<(u64, u32)> = Vec::new();
        for (part, offset) in parts.iter_mut().zip(offsets) {
            // taken: what is joined is freed
            pairs.extend(std::mem::take(&mut part.0[piece]).iter().map(|(p, v)| (*p, v + offset)));
        }
        sort(&mut pairs, shape.buckets);
        pairs.dedup();
        for same in pairs.chunk_by(|a, b| a.0 == b.0) {
            group.clear();
            group.extend(same.iter().map(|(_, v)| *v));
            choose(&mut group);
            for value in &group {
                append(out, base, &mut shape, same[0].0, *value);
            }
        }
    }
    // each start so far counts the entries of the bucket before
    let starts = base + shape.blocks * 64;
    let mut sum = 0;
    for start in out[starts..starts + (shape.buckets + 1) * 8].as_chunks_mut::<8>().0 {
        sum += u64::from_le_bytes(*start);
        *start = sum.to_le_bytes();
    }
    shape
}

/// By bucket first (one pass through memory), then within each.
fn sort(pairs: &mut Vec<(u64, u32)>, buckets: usize) {
    let Some(first) = pairs.iter().map(|(p, _)| part(*p, buckets)).min() else { return };
    let last = pairs.iter().map(|(p, _)| part(*p, buckets)).max().unwrap_or(first);
    let mut ends = vec![0usize; last - first + 2];
    for (print, _) in pairs.iter() {
        ends[part(*print, buckets) - first + 1] += 1;
    }
    for i in 1..ends.len() {
        ends[i] += ends[i - 1];
    }
    let mut sorted = vec![(0, 0); pairs.len()];
    for pair in pairs.iter() {
        let end = &mut ends[part(pair.0, buckets) - first];
        sorted[*end] = *pair;
        *end += 1;
    }
    let mut start = 0;
    for end in &ends[..ends.len() - 1] {
        sorted[start..*end].sort_unstable();
        start = *end;
    }
    *pairs = sorted;
}

fn append(out: &mut Vec<u8>, base: usize, shape: &mut Shape, print: u64, value: u32) {
    let at = |start: usize| -> Range<usize> { start..start + 8 };
    let or = |out: &mut Vec<u8>, range: Range<usize>, f: &dyn Fn(u64) -> u64| {
        let word = u64::from_le_bytes(out[range.clone()].try_into().expect("eight bytes"));
        out[range].copy_from_slice(&f(word).to_le_bytes());
    };
    let block = base + part(print, shape.blocks) * 64;
    for (word, bit) in bits(print).into_iter().enumerate() {
        or(out, at(block + word * 8), &|w| w | bit);
    }
    let start = base + shape.blocks * 64 + (part(print, shape.buckets) + 1) * 8;
    or(out, at(start), &|n| n + 1);
    out.extend_from_slice(&(print & REST).to_le_bytes()[..5]);
    out.extend_from_slice(&value.to_le_bytes());
    shape.entries += 1;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(pairs: impl IntoIterator<Item = (u64, u32)>) -> (Vec<u8>, Shape) {
        let mut all = Pairs::default();
        pairs.into_iter().for_each(|(p, v)| all.extend(&[p], &[v]));
        let mut out = Vec::new();
        let shape = build(vec![all], &[0], &mut |_| (), &mut out);
        assert_eq!(shape.bytes(), Some(out.len()));
        (out, shape)
    }

    #[test]
    fn every_key_is_found_and_few_others_pass() {
        let (bytes, shape) = table((0..50_000u64).map(|i| (mix(i), i as u32)));
        let table = Table::new(&bytes, shape);
        for i in 0..50_000u64 {
            assert!(table.may_hold(mix(i)));
            assert_eq!(table.get(mix(i)).collect::<Vec<_>>(), [i as u32]);
        }
        let passed = (50_000..150_000u64).filter(|i| table.may_hold(mix(*i))).count();
        assert!(passed < 1000, "{passed} of 100000 foreign keys pass the filter");
        assert!((50_000..150_000u64).all(|i| table.get(mix(i)).next().is_none()));
        assert!(bytes.len() <= 12 * 50_000);
    }

    #[test]
    fn one_key_holds_several_values_and_an_empty_table_none() {
        let (bytes, shape) = table([(7, 1), (7, 2), (7, 1), (u64::MAX, 3)]);
        let all = Table::new(&bytes, shape);
        assert_eq!(all.get(7).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(all.get(u64::MAX).collect::<Vec<_>>(), [3]);
        let (bytes, shape) = table([]);
        assert!(!Table::new(&bytes, shape).may_hold(7));
    }
}
