//! Ids that rows of a file have in common: an exchange is told under a name of its own.

use super::Render;
use facts::Sighting;
use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::ops::Range;

/// What was told of one exchange.
pub(super) struct Told {
    /// Its line, row or entry.
    pub place: u64,
    /// Where it stands in the text.
    pub text: Range<usize>,
    pub sightings: Vec<Sighting>,
}

/// Of exchanges in which something was found.
#[derive(Default)]
pub(super) struct Ids {
    known: HashSet<u64>,
    hashes: RandomState,
}

/// Beyond so many those before are forgotten.
const MOST: usize = 1 << 20;

impl Ids {
    /// The text with the place behind each id that stood before: `17:2`.
    pub fn distinct(&mut self, text: String, told: Vec<Told>, render: Render<'_>) -> String {
        let (mut out, mut done) = (String::new(), 0);
        for Told { place, text: at, sightings } in told {
            let Some(first) = sightings.first() else { continue };
            if self.known.len() >= MOST {
                self.known.clear();
            }
            if self.known.insert(self.hashes.hash_one((&first.source, &first.exchange))) {
                continue;
            }
            out.push_str(&text[done..at.start]);
            for sighting in &sightings {
                let exchange = format!("{}:{place}", sighting.exchange);
                render(&Sighting { exchange, ..sighting.clone() }, &mut out);
            }
            done = at.end;
        }
        if done == 0 { text } else { out + &text[done..] }
    }
}
