//! From a fingerprint to values: a Bloom filter of one cache line a key, then an exact bucket table.
//!
//! All of it is one row of bytes, in memory as in the file: filter blocks, bucket starts, entries. Blocks, buckets and
//! entries stand in the order of the fingerprints, so that a table is built in pieces, each by whom the caller likes.

use crate::simd;
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

/// The fingerprints by their first eight bits: what can be built by itself.
pub(crate) const PIECES: usize = 256;
/// Fewer keys are one piece.
const FEW: usize = 1 << 16;

/// How many blocks and buckets there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    pub blocks: usize,
    pub buckets: usize,
    pub entries: usize,
}

impl Shape {
    /// Of so many keys at most. Each piece has whole blocks and buckets.
    pub fn of(keys: usize) -> Self {
        let pieces = if keys < FEW { 1 } else { PIECES };
        let whole = |each: usize| (keys / each / pieces + 1) * pieces;
        Self { blocks: whole(KEYS_A_BLOCK), buckets: whole(KEYS_A_BUCKET), entries: 0 }
    }

    pub fn pieces(self) -> usize {
        if self.blocks.is_multiple_of(PIECES) && self.buckets.is_multiple_of(PIECES) { PIECES } else { 1 }
    }

    /// None where the numbers are not those of any table.
    pub fn bytes(self) -> Option<usize> {
        let starts = self.buckets.checked_add(1)?.checked_mul(8)?;
        let fits = [self.blocks, self.buckets].iter().all(|n| *n > 0 && u32::try_from(*n).is_ok());
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

    /// Keeps of the places in `prints` those whose fingerprint is in the table. Many are fetched from memory at once.
    pub fn keep_held(&self, prints: &[u64], places: &mut Vec<u32>) {
        let mut ranges: [Range<usize>; 32] = Default::default();
        let mut kept = 0;
        for from in (0..places.len()).step_by(ranges.len()) {
            let some = from..places.len().min(from + ranges.len());
            for (range, at) in ranges.iter_mut().zip(some.clone()) {
                *range = self.bucket(prints[places[at] as usize]);
                simd::fetch(self.entries[range.clone()].as_flattened());
            }
            for (range, at) in ranges.iter().zip(some) {
                let place = places[at];
                let rest = prints[place as usize] & REST;
                let held = self.entries[range.clone()].iter().fold(false, |held, e| held | (open_entry(e).0 == rest));
                places[kept] = place;
                kept += usize::from(held);
            }
        }
        places.truncate(kept);
    }

    fn bucket(&self, print: u64) -> Range<usize> {
        let bucket = part(print, self.starts.len() - 1);
        let start = |i: usize| (u64::from_le_bytes(self.starts[i]) as usize).min(self.entries.len());
        start(bucket)..start(bucket + 1).max(start(bucket))
    }

    /// Values under exactly this fingerprint.
    pub fn get(&self, print: u64) -> impl Iterator<Item = u32> + use<'a> {
        self.entries[self.bucket(print)]
            .iter()
            .map(open_entry)
            .filter(move |(rest, _)| *rest == print & REST)
            .map(|(_, v)| v)
    }
}

#[inline(always)]
fn open_entry(entry: &[u8; ENTRY]) -> (u64, u32) {
    let [first @ .., _] = *entry;
    let [_, _, _, _, _, value @ ..] = *entry;
    (u64::from_le_bytes(first) & REST, u32::from_le_bytes(value))
}

/// A fingerprint, its upper half first, and a value.
type Pair = [u32; 3];

fn print_of([high, low, _]: Pair) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// Fingerprints of one piece with their values.
#[derive(Default)]
pub struct Run(Vec<Pair>);

impl Run {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Twelve bytes a key.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|pair| pair.map(u32::to_le_bytes)).flatten().collect()
    }

    /// From what runs of one piece were written as, one after the other.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let word = |four: &[u8; 4]| u32::from_le_bytes(*four);
        Self(bytes.as_chunks::<12>().0.iter().map(|p| std::array::from_fn(|i| word(&p.as_chunks().0[i]))).collect())
    }

    /// Gives back what was held ready for more.
    pub(crate) fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }

    pub(crate) fn add_to_values(&mut self, offset: u32) {
        self.0.iter_mut().for_each(|pair| pair[2] += offset);
    }
}

/// A run for each piece.
pub(crate) struct Pairs(pub Vec<Run>);

impl Default for Pairs {
    fn default() -> Self {
        Self((0..PIECES).map(|_| Run::default()).collect())
    }
}

impl Pairs {
    pub fn extend(&mut self, prints: &[u64], values: &[u32]) {
        for (print, value) in prints.iter().zip(values) {
            self.0[(print >> 56) as usize].0.push([(print >> 32) as u32, *print as u32, *value]);
        }
    }
}

/// A part of the table, ready to be put behind the one before.
pub struct Piece {
    pub(crate) blocks: Vec<[u64; 8]>,
    /// Of each bucket, how many entries.
    pub(crate) counts: Vec<u32>,
    pub(crate) entries: Vec<[u8; ENTRY]>,
}

/// Builds one of the pieces of a table. `choose` sees every group of values under one fingerprint and keeps those that
/// count.
pub(crate) fn piece(shape: Shape, index: usize, runs: Vec<Run>, choose: &dyn Fn(&mut Vec<u32>)) -> Piece {
    let (blocks, buckets) = (shape.blocks / shape.pieces(), shape.buckets / shape.pieces());
    let mut making = Making {
        shape,
        first: (index * blocks, index * buckets),
        piece: Piece { blocks: vec![[0; 8]; blocks], counts: vec![0; buckets], entries: Vec::new() },
        group: Vec::new(),
        near: Sorted::default(),
        choose,
    };
    making.piece.entries.reserve(runs.iter().map(Run::len).sum::<usize>());
    making.parts(runs);
    making.piece
}

struct Making<'c> {
    shape: Shape,
    /// Block and bucket with which the piece begins.
    first: (usize, usize),
    piece: Piece,
    group: Vec<u32>,
    near: Sorted,
    choose: &'c dyn Fn(&mut Vec<u32>),
}

/// Pairs of so many buckets (two to this power) are sorted in the cache.
const NEAR: u32 = 11;
/// Slots of a bucket (two to this power): about a pair each, so that a bucket is nearly sorted once they are filled.
const SLOTS: u32 = 3;

impl Making<'_> {
    /// By the buckets' highest bits first where there are many.
    fn parts(&mut self, runs: Vec<Run>) {
        let parts = ((self.piece.counts.len() - 1) >> NEAR) + 1;
        let runs: Vec<&[Pair]> = runs.iter().map(|run| &run.0[..]).collect();
        if parts == 1 {
            return self.near(0, &runs);
        }
        let (buckets, first) = (self.shape.buckets, self.first.1);
        let mut all = Sorted::default();
        all.sort(&runs, parts, |pair| (part(print_of(*pair), buckets) - first) >> NEAR);
        for (i, pairs) in all.groups_mut(1).enumerate() {
            self.near(i << NEAR, &[pairs]);
        }
    }

    /// The buckets from one of the piece's on.
    fn near(&mut self, from: usize, pairs: &[&[Pair]]) {
        let all = self.shape.buckets as u64;
        let first = ((self.first.1 + from) as u64) << SLOTS;
        let buckets = (self.piece.counts.len() - from).min(1 << NEAR);
        // `part`, with some bits of what it cuts off
        let slot = |[high, ..]: &Pair| (((u64::from(*high) * all) >> (32 - SLOTS)) - first) as usize;
        let mut near = std::mem::take(&mut self.near);
        near.sort(pairs, buckets << SLOTS, slot);
        for (bucket, entries) in near.groups_mut(1 << SLOTS).enumerate() {
            entries.sort_unstable_by_key(|pair| (print_of(*pair), pair[2]));
            self.bucket(from + bucket, entries);
        }
        self.near = near;
    }

    /// Pairs of one bucket, sorted.
    fn bucket(&mut self, bucket: usize, pairs: &[Pair]) {
        let before = self.piece.entries.len();
        for same in pairs.chunk_by(|a, b| a[..2] == b[..2]) {
            let print = print_of(same[0]);
            let block = &mut self.piece.blocks[part(print, self.shape.blocks) - self.first.0];
            for (word, bit) in block.iter_mut().zip(bits(print)) {
                *word |= bit;
            }
            if let [[.., value]] = same {
                self.piece.entries.push(entry(print, *value));
                continue;
            }
            self.group.clear();
            self.group.extend(same.iter().map(|[.., value]| *value));
            self.group.dedup();
            (self.choose)(&mut self.group);
            self.piece.entries.extend(self.group.iter().map(|value| entry(print, *value)));
        }
        self.piece.counts[bucket] = (self.piece.entries.len() - before) as u32;
    }
}

fn entry(print: u64, value: u32) -> [u8; ENTRY] {
    let mut entry = [0; ENTRY];
    entry[..8].copy_from_slice(&(print & REST).to_le_bytes());
    entry[5..].copy_from_slice(&value.to_le_bytes());
    entry
}

/// Pairs sorted by a number below some other, and where those of each number end. Kept from one time to the next: fresh
/// memory would be filled with zeros each time.
#[derive(Default)]
struct Sorted {
    pairs: Vec<Pair>,
    ends: Vec<u32>,
}

impl Sorted {
    fn sort(&mut self, pairs: &[&[Pair]], n: usize, number: impl Fn(&Pair) -> usize) {
        self.ends.clear();
        self.ends.resize(n, 0);
        let all = || pairs.iter().copied().flatten();
        all().for_each(|pair| self.ends[number(pair)] += 1);
        let mut sum = 0;
        for end in &mut self.ends {
            (*end, sum) = (sum, sum + *end);
        }
        if self.pairs.len() < sum as usize {
            self.pairs.resize(sum as usize, [0; 3]);
        }
        for some in pairs {
            for pair in *some {
                let end = &mut self.ends[number(pair)];
                self.pairs[*end as usize] = *pair;
                *end += 1;
            }
        }
    }

    /// The pairs of so many numbers after one another.
    fn groups_mut(&mut self, each: usize) -> impl Iterator<Item = &mut [Pair]> {
        let (mut rest, mut begin) = (&mut self.pairs[..], 0);
        self.ends.chunks_exact(each).map(move |ends| {
            let end = ends[each - 1] as usize;
            let (group, after) = std::mem::take(&mut rest).split_at_mut(end - begin);
            (rest, begin) = (after, end);
            group
        })
    }
}

/// Fingerprints without values: the same filter before them, and where each bucket begins.
pub(crate) struct Filter {
    blocks: Vec<[u8; 64]>,
    starts: Vec<u32>,
    prints: Vec<u64>,
}

impl Filter {
    /// Of fewer than 2³² fingerprints.
    pub fn new(mut prints: Vec<u64>) -> Self {
        prints.sort_unstable();
        prints.dedup();
        let shape = Shape::of(prints.len());
        let mut blocks = vec![[0; 64]; shape.blocks];
        let mut starts = vec![0u32; shape.buckets + 1];
        for print in &prints {
            let words = blocks[part(*print, shape.blocks)].as_chunks_mut::<8>().0;
            for (word, bit) in words.iter_mut().zip(bits(*print)) {
                *word = (u64::from_le_bytes(*word) | bit).to_le_bytes();
            }
            starts[part(*print, shape.buckets) + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { blocks, starts, prints }
    }

    pub fn blocks(&self) -> &[[u8; 64]] {
        &self.blocks
    }

    pub fn holds(&self, print: u64) -> bool {
        let bucket = part(print, self.starts.len() - 1);
        self.prints[self.starts[bucket] as usize..self.starts[bucket + 1] as usize].contains(&print)
    }

    /// Number of fingerprints, and of bytes.
    pub fn size(&self) -> (usize, usize) {
        (self.prints.len(), self.prints.len() * 8 + self.starts.len() * 4 + self.blocks.len() * 64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(pairs: impl IntoIterator<Item = (u64, u32)>) -> (Vec<u8>, Shape) {
        let mut all = Pairs::default();
        pairs.into_iter().for_each(|(p, v)| all.extend(&[p], &[v]));
        let mut shape = Shape::of(all.0.iter().map(Run::len).sum());
        let each = PIECES / shape.pieces();
        let mut pieces = Vec::new();
        while !all.0.is_empty() {
            let runs = all.0.drain(..each).collect();
            pieces.push(piece(shape, pieces.len(), runs, &|_| ()));
        }
        let words = |w: &u64| w.to_le_bytes();
        let mut out: Vec<u8> = pieces.iter().flat_map(|p| p.blocks.as_flattened()).flat_map(words).collect();
        out.extend([0; 8]);
        for count in pieces.iter().flat_map(|p| &p.counts) {
            shape.entries += *count as usize;
            out.extend((shape.entries as u64).to_le_bytes());
        }
        pieces.iter().for_each(|p| out.extend_from_slice(p.entries.as_flattened()));
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
    fn a_filter_without_values_holds_what_it_was_made_of() {
        for n in [0, 1, 30_000, 90_000] {
            let filter = Filter::new((0..n).chain(0..n / 2).map(mix).collect());
            assert_eq!(filter.size().0 as u64, n);
            assert!((0..n).all(|i| filter.holds(mix(i))));
            assert!((n..2 * n + 100).all(|i| !filter.holds(mix(i))));
            assert!(filter.blocks().len() * 512 >= n as usize * 12);
        }
    }

    #[test]
    fn one_key_holds_several_values_and_an_empty_table_none() {
        let (bytes, shape) = table((0..70_000).map(|i| (mix(i % 35_000), i as u32)));
        assert_eq!((shape.pieces(), shape.entries), (PIECES, 70_000));
        assert!((0..35_000).all(|i| Table::new(&bytes, shape).get(mix(i)).eq([i as u32, i as u32 + 35_000])));
        let (bytes, shape) = table([(7, 1), (7, 2), (7, 1), (u64::MAX, 3)]);
        let all = Table::new(&bytes, shape);
        assert_eq!(all.get(7).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(all.get(u64::MAX).collect::<Vec<_>>(), [3]);
        let (bytes, shape) = table([]);
        assert!(!Table::new(&bytes, shape).may_hold(7));
    }
}
