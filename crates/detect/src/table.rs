//! From an eight-byte key to values: a Bloom filter of one cache line a key, then an exact bucket table.
//! Twelve bytes a key and half a byte of bucket index; immutable.

/// Spreads a key: digests are uniform already, text hashes and short digests are not.
pub(crate) fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x ^ (x >> 32)
}

/// Split-block Bloom filter: a key touches one 64-byte block, one bit in each of its eight words.
pub(crate) struct Bloom {
    blocks: Vec<[u64; 8]>,
}

const SALTS: [u32; 8] =
    [0x47b6_137b, 0x4497_4d91, 0x8824_ad5b, 0xa2b7_289d, 0x7054_95c7, 0x2df1_424b, 0x9efc_4947, 0x5c6b_fb31];

impl Bloom {
    /// About 16 bits a key.
    fn build(keys: &[u64]) -> Self {
        let blocks = (keys.len() / 32).next_power_of_two().max(1);
        let mut bloom = Self { blocks: vec![[0; 8]; blocks] };
        for key in keys {
            let block = bloom.block(*key);
            for (word, bit) in bloom.blocks[block].iter_mut().zip(bits(*key)) {
                *word |= bit;
            }
        }
        bloom
    }

    #[inline]
    fn block(&self, key: u64) -> usize {
        (key >> 32) as usize & (self.blocks.len() - 1)
    }

    #[inline]
    pub fn may_hold(&self, key: u64) -> bool {
        let block = &self.blocks[self.block(key)];
        block.iter().zip(bits(key)).all(|(word, bit)| word & bit != 0)
    }

    pub fn bytes(&self) -> usize {
        self.blocks.len() * 64
    }
}

#[inline]
fn bits(key: u64) -> impl Iterator<Item = u64> {
    SALTS.into_iter().map(move |s| 1u64 << ((key as u32).wrapping_mul(s) >> 26))
}

pub(crate) struct Table {
    bloom: Bloom,
    /// First entry of each bucket; a bucket is the entries whose keys share their highest bits.
    buckets: Vec<u32>,
    shift: u32,
    keys: Vec<u64>,
    values: Vec<u32>,
}

impl Table {
    /// Keys may repeat with different values; at most 2³² pairs.
    pub fn build(mut pairs: Vec<(u64, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let keys: Vec<u64> = pairs.iter().map(|(k, _)| *k).collect();
        let values: Vec<u32> = pairs.iter().map(|(_, v)| *v).collect();
        drop(pairs);
        let bits = (keys.len() / 8).max(2).next_power_of_two().ilog2();
        let shift = 64 - bits;
        let mut buckets = vec![0u32; (1usize << bits) + 1];
        for key in &keys {
            buckets[(key >> shift) as usize + 1] += 1;
        }
        for i in 1..buckets.len() {
            buckets[i] += buckets[i - 1];
        }
        Self { bloom: Bloom::build(&keys), buckets, shift, keys, values }
    }

    #[inline]
    pub fn may_hold(&self, key: u64) -> bool {
        self.bloom.may_hold(key)
    }

    /// Values under exactly this key.
    pub fn get(&self, key: u64) -> impl Iterator<Item = u32> + '_ {
        let bucket = (key >> self.shift) as usize;
        let range = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        let keys = &self.keys[range.clone()];
        keys.iter().zip(&self.values[range]).filter(move |(k, _)| **k == key).map(|(_, v)| *v)
    }

    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Memory held.
    pub fn bytes(&self) -> usize {
        self.bloom.bytes() + self.buckets.len() * 4 + self.keys.len() * 12
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_and_few_others_pass() {
        let pairs: Vec<_> = (0..50_000u64).map(|i| (mix(i), i as u32)).collect();
        let table = Table::build(pairs);
        for i in 0..50_000u64 {
            assert!(table.may_hold(mix(i)));
            assert_eq!(table.get(mix(i)).collect::<Vec<_>>(), [i as u32]);
        }
        let passed = (50_000..150_000u64).filter(|i| table.may_hold(mix(*i))).count();
        assert!(passed < 500, "{passed} of 100000 foreign keys pass the filter");
        assert!((50_000..150_000u64).all(|i| table.get(mix(i)).next().is_none()));
    }

    #[test]
    fn one_key_holds_several_values_and_an_empty_table_none() {
        let table = Table::build(vec![(7, 1), (7, 2), (7, 1), (u64::MAX, 3)]);
        assert_eq!(table.get(7).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(table.get(u64::MAX).collect::<Vec<_>>(), [3]);
        assert!(!Table::build(vec![]).may_hold(7));
    }
}
