//! People by index, each counted once: a bit each, in pages that are made when somebody on them is seen.

const WORDS: usize = 512;

#[derive(Default)]
pub(crate) struct Crowd {
    pages: Vec<Option<Box<[u64; WORDS]>>>,
    people: u64,
}

impl Crowd {
    /// Whether this person was not in it yet.
    #[inline]
    pub fn add(&mut self, person: u32) -> bool {
        let (page, word) = (person as usize / (64 * WORDS), person as usize / 64 % WORDS);
        if self.pages.len() <= page {
            self.pages.resize_with(page + 1, || None);
        }
        let word = &mut self.pages[page].get_or_insert_with(|| Box::new([0; WORDS]))[word];
        let bit = 1 << (person % 64);
        let new = *word & bit == 0;
        *word |= bit;
        self.people += u64::from(new);
        new
    }

    pub fn len(&self) -> u64 {
        self.people
    }

    /// Everybody, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        let words = self.pages.iter().enumerate().flat_map(|(page, words)| {
            let words = words.iter().flat_map(|w| w.iter().copied());
            words.enumerate().map(move |(at, word)| (page * WORDS + at, word))
        });
        words
            .flat_map(|(at, word)| (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at as u32 * 64 + bit))
    }
}

#[cfg(test)]
mod tests {
    use super::Crowd;
    use std::collections::BTreeSet;

    #[test]
    fn everybody_is_counted_once() {
        let (mut crowd, mut set) = (Crowd::default(), BTreeSet::new());
        let mut x = 7u64;
        for _ in 0..20_000 {
            x = x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let person = (x >> 40) as u32 % 90_000;
            assert_eq!(crowd.add(person), set.insert(person));
        }
        assert_eq!(crowd.len(), set.len() as u64);
        assert_eq!(crowd.iter().collect::<Vec<_>>(), set.into_iter().collect::<Vec<_>>());
    }
}
