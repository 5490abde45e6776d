//! The spellings of many values, gathered until there are enough of one length to be hashed at once.

use crate::digest::{Hashes, Way};
use crate::lanes::{LONGEST, Plan, Texts, Work};
use crate::normalise::Variant;
use crate::simd;
use crate::{keys::digest_key, seal::Prints};

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
    /// By the numbers of [`Among`].
    plans: [Plan; PLANS],
}

const PLANS: usize = 5;

/// Which of the ways a text goes.
#[derive(Clone, Copy)]
enum Among {
    Common,
    All,
    /// Of texts without a small letter: what begins with making them large is the same as what does not.
    Caseless,
    /// And those that only the most usual spellings go.
    AllUsual,
    CaselessUsual,
}

impl Ways {
    pub fn new(ways: Vec<Way>, prints: Prints) -> Self {
        // the first half of MurmurHash3's 128 bits is its key too
        let distinct = |w: &&Way| w.words != ["murmur3-64"];
        let caseless = |w: &&Way| w.words[0] != "uppercase";
        let all = || ways.iter().filter(distinct);
        let plans = [
            Plan::new(ways.iter().filter(|w| w.class == 1)),
            Plan::new(all().filter(|w| !w.usual)),
            Plan::new(all().filter(|w| !w.usual).filter(caseless)),
            Plan::new(all()),
            Plan::new(all().filter(caseless)),
        ];
        Self { prints, plans, ways }
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
    /// By the numbers of [`Among`], then by length.
    bins: [[Bin; BINS.len()]; PLANS],
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
        let bins = std::array::from_fn(|_| BINS.map(bin));
        Self { ways, bins, work: Work::default(), plain: Default::default() }
    }

    /// A key of something as it stands.
    pub fn plain(&mut self, key: u64, owner: u32, sink: Sink<'_>) {
        self.plain.0.push(key);
        self.plain.1.push(owner);
        if self.plain.0.len() >= FULL {
            self.flush_plain(sink);
        }
    }

    /// The digests of a spelling.
    pub fn hashed(&mut self, Variant { text, hashes, usual, .. }: &Variant, owner: u32, sink: Sink<'_>) {
        let Some(length) = BINS.iter().position(|longest| text.len() <= *longest) else {
            let ways = self.ways.list().iter().filter(|way| way.takes(*hashes, *usual));
            return ways.for_each(|way| self.plain(digest_key(&way.run(text.as_bytes())), owner, sink));
        };
        let has_case = || text.bytes().any(|b| b.is_ascii_lowercase() || !b.is_ascii());
        let among = match hashes {
            Hashes::Common => Among::Common,
            Hashes::All => match (has_case(), usual) {
                (true, false) => Among::All,
                (false, false) => Among::Caseless,
                (true, true) => Among::AllUsual,
                (false, true) => Among::CaselessUsual,
            },
        };
        self.put(text, among, length, owner, sink);
    }

    fn put(&mut self, text: &str, among: Among, length: usize, owner: u32, sink: Sink<'_>) {
        let bin = &mut self.bins[among as usize][length];
        bin.texts.push(text.as_bytes());
        bin.owners.push(owner);
        if bin.owners.len() >= FULL {
            flush(self.ways, bin, among as usize, BINS[length], &mut self.work, sink);
        }
    }

    pub fn end(mut self, sink: Sink<'_>) {
        for (among, bins) in self.bins.iter_mut().enumerate() {
            for (bin, longest) in bins.iter_mut().zip(BINS) {
                flush(self.ways, bin, among, longest, &mut self.work, sink);
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

fn flush(ways: &Ways, bin: &mut Bin, among: usize, longest: usize, work: &mut Work, sink: Sink<'_>) {
    if bin.owners.is_empty() {
        return;
    }
    ways.plans[among].keys(&bin.texts, work, &mut |keys| {
        simd::prints(ways.prints, keys);
        sink(keys, &bin.owners);
    });
    bin.texts.clear(longest);
    bin.owners.clear();
}
