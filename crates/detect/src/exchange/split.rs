//! Identifiers spread over several values of one part: user and domain, number groups.

use super::leaves::{LEAST_DIGITS, Leaf, MOST_LEAVES};
use crate::scan::Scanner;
use crate::tables::Tables;
use std::ops::Range;

/// How far apart the pieces of one identifier may stand.
const NEIGHBOURS: usize = 4;
/// Of a card.
const MOST_DIGITS: usize = 19;

impl Scanner {
    pub(crate) fn split_values(&mut self) {
        let mut leaves = std::mem::take(&mut self.leaves);
        leaves.keep_pieces(|leaf| self.is_known_domain(leaf));
        // as if each value had been scanned as soon as it was met
        self.frames.sort(&mut leaves.all, |l| l.layer);
        for part in leaves.all.chunk_by(|a, b| a.part == b.part) {
            self.part = part[0].part;
            if (2..=MOST_LEAVES).contains(&part.len()) {
                let all: Vec<Leaf> = part.iter().map(|kept| leaves.leaf(kept)).collect();
                self.user_and_domain(&all);
                self.number_groups(&all);
                self.keystrokes(&all);
            }
        }
        leaves.clear();
        self.leaves = leaves;
    }

    fn is_known_domain(&self, leaf: &Leaf) -> bool {
        let known = || !self.inner.domains.is_empty() && self.inner.knows_domain(host(leaf));
        leaf.may_be.domain && (self.gathered.is_some() || known())
    }

    fn user_and_domain(&mut self, leaves: &[Leaf]) {
        for (i, domain) in leaves.iter().enumerate() {
            if !self.is_known_domain(domain) {
                continue;
            }
            let near = near(leaves, i);
            for at in near.clone().filter(|at| *at != i && is_local_part(leaves[*at].value)) {
                let user = &leaves[at];
                let is_apart = user.object != domain.object;
                if is_apart && (has_other(leaves, at, is_domain_key) || has_other(leaves, i, is_user_key)) {
                    continue;
                }
                // of two users and two domains, each user has the one that stands nearer
                let nearer = |other: usize| {
                    let leaf = &leaves[other];
                    let rivals = leaf.may_be.domain && family(leaf.key) == family(domain.key);
                    rivals && other != at && other.abs_diff(at) < i.abs_diff(at)
                };
                if near.clone().any(nearer) {
                    continue;
                }
                let name = text(user).trim_end_matches('@');
                let whole = format!("{name}@{}", host(domain));
                let key = [user.key, if is_apart { " + " } else { "+" }, domain.key].concat();
                self.joined("split", user, &key, whole.as_bytes());
            }
        }
    }

    fn number_groups(&mut self, leaves: &[Leaf]) {
        for run in leaves.chunk_by(|a, b| a.may_be.digits && b.may_be.digits) {
            for first in 0..run.len() {
                for count in 2..=NEIGHBOURS.min(run.len() - first) {
                    let pieces = &run[first..first + count];
                    if (LEAST_DIGITS..=MOST_DIGITS).contains(&pieces.iter().map(|l| l.value.len()).sum()) {
                        let whole: Vec<u8> = pieces.iter().flat_map(|l| l.value).copied().collect();
                        let key = pieces.iter().map(|l| l.key).collect::<Vec<_>>().join("+");
                        self.joined("split", &pieces[0], &key, &whole);
                    }
                }
            }
        }
    }

    pub(super) fn joined(&mut self, layer: &'static str, first: &Leaf, key: &str, whole: &[u8]) {
        let origin = self.origin;
        self.origin.base = first.offset;
        self.origin.exact = false;
        key.clone_into(&mut self.key);
        self.layers.push(layer);
        let own = self.new_layer();
        self.value(whole, own);
        self.layers.pop();
        self.key.clear();
        self.origin = origin;
    }
}

/// The last word of a key, without what counts it: `d2` and `to.d1` are of one family.
fn family(key: &str) -> &str {
    let name = key.rsplit(['.', '[', '_', '-']).next().unwrap_or(key);
    name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ']')
}

fn near(leaves: &[Leaf], at: usize) -> Range<usize> {
    at.saturating_sub(NEIGHBOURS)..leaves.len().min(at + NEIGHBOURS + 1)
}

/// Whether another value of the same object stands near under such a key.
fn has_other(leaves: &[Leaf], at: usize, is: fn(&str) -> bool) -> bool {
    near(leaves, at).any(|i| i != at && leaves[i].object == leaves[at].object && is(leaves[i].key))
}

/// Whether two keys joined by `+`, of one object, say that a user and a domain belong together.
pub(crate) fn is_seam(keys: &str) -> bool {
    keys.split_once('+').is_some_and(|(user, domain)| is_user_key(user) && is_domain_key(domain))
}

fn is_user_key(key: &str) -> bool {
    is_one_of(key, &Tables::get().seam.user)
}

fn is_domain_key(key: &str) -> bool {
    is_one_of(key, &Tables::get().seam.domain)
}

fn is_one_of(key: &str, words: &[String]) -> bool {
    words.contains(&family(key).to_ascii_lowercase())
}

pub(super) fn text<'a>(leaf: &Leaf<'a>) -> &'a str {
    std::str::from_utf8(leaf.value).unwrap_or_default()
}

fn host<'a>(domain: &Leaf<'a>) -> &'a str {
    text(domain).trim_start_matches('@')
}

fn is_local_part(text: &[u8]) -> bool {
    let text = text.strip_suffix(b"@").unwrap_or(text);
    (1..=64).contains(&text.len()) && text.iter().all(|b| b.is_ascii_graphic() && *b != b'@' || *b >= 0x80)
}
