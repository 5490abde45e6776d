//! The spellings of many values, gathered until there are enough of one length to be hashed at once.

use crate::lanes::{LONGEST, Plan, Texts, Work};
use crate::simd;
use crate::{digest::Way, keys::digest_key, seal::Prints};

/// So many spellings are hashed at once: the buffers between the steps stay in the cache.
const FULL: usize = 512;
/// Longest spelling of each bin: whole blocks of the hashes with the least room in one (Whirlpool, then MD5 and SHA-256,
/// then SHA-512 and SHA-3).
const BINS: [usize; 4] = [31, 55, 111, LONGEST];

/// Gets fingerprints and whose they are.
pub(crate) type Sink<'a> = &'a mut dyn FnMut(&[u64], &[u32]);

/// How spellings become fingerprints.
pub(crate) struct Ways {
    prints: Prints,
    ways: Vec<Way>,
    all: Plan,
    /// For texts without a small letter: what begins with making them large is the same as what does not.
    caseless: Plan,
}

impl Ways {
    pub fn new(ways: Vec<Way>, prints: Prints) -> Self {
        // the first half of MurmurHash3's 128 bits is its key too
        let distinct = || ways.iter().filter(|w| w.names() != ["murmur3-64"]);
        let (all, caseless) = (Plan::new(distinct()), Plan::new(distinct().filter(|w| w.names()[0] != "uppercase")));
        Self { prints, all, caseless, ways }
    }

    pub fn prints(&self) -> Prints {
        self.prints
    }

    pub fn list(&self) -> &[Way] {
        &self.ways
    }
}

#[derive(Default)]
struct Bin {
    texts: Texts,
    owners: Vec<u32>,
}

/// Belongs to one thread; [`Spellings::end`] gives what is left.
pub(crate) struct Spellings<'w> {
    ways: &'w Ways,
    /// By length; without small letters, then with.
    bins: [[Bin; BINS.len()]; 2],
    work: Work,
    plain: (Vec<u64>, Vec<u32>),
}

impl<'w> Spellings<'w> {
    pub fn new(ways: &'w Ways) -> Self {
        let bin = |longest: usize| {
            let mut bin = Bin::default();
            bin.texts.clear(longest);
            bin
        };
        Self { ways, bins: [BINS.map(bin), BINS.map(bin)], work: Work::default(), plain: Default::default() }
    }

    /// A key of something as it stands.
    pub fn plain(&mut self, key: u64, owner: u32, sink: Sink<'_>) {
        self.plain.0.push(key);
        self.plain.1.push(owner);
        if self.plain.0.len() >= FULL {
            self.flush_plain(sink);
        }
    }

    /// Every digest of a spelling.
    pub fn hashed(&mut self, text: &str, owner: u32, sink: Sink<'_>) {
        let Some(length) = BINS.iter().position(|longest| text.len() <= *longest) else {
            let ways = self.ways;
            return ways.list().iter().for_each(|way| self.plain(digest_key(&way.run(text.as_bytes())), owner, sink));
        };
        let cased = text.bytes().any(|b| b.is_ascii_lowercase() || !b.is_ascii());
        let bin = &mut self.bins[usize::from(cased)][length];
        bin.texts.push(text.as_bytes());
        bin.owners.push(owner);
        if bin.owners.len() >= FULL {
            flush(self.ways, bin, cased, BINS[length], &mut self.work, sink);
        }
    }

    pub fn end(mut self, sink: Sink<'_>) {
        for (cased, bins) in self.bins.iter_mut().enumerate() {
            for (bin, longest) in bins.iter_mut().zip(BINS) {
                flush(self.ways, bin, cased == 1, longest, &mut self.work, sink);
            }
        }
        self.flush_plain(sink);
    }

    fn flush_plain(&mut self, sink: Sink<'_>) {
        let (keys, owners) = &mut self.plain;
        simd::prints(self.ways.prints, keys);
        sink(keys, owners);
        keys.clear();
        owners.clear();
    }
}

fn flush(ways: &Ways, bin: &mut Bin, cased: bool, longest: usize, work: &mut Work, sink: Sink<'_>) {
    if bin.owners.is_empty() {
        return;
    }
    let plan = if cased { &ways.all } else { &ways.caseless };
    plan.keys(&bin.texts, work, &mut |keys| {
        simd::prints(ways.prints, keys);
        sink(keys, &bin.owners);
    });
    bin.texts.clear(longest);
    bin.owners.clear();
}
