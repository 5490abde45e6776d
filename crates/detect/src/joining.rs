//! Parts of a list joined: what is known of the people is kept here, their keys by the caller, in memory or on a disk.
//! The pieces of the table can then be built side by side.

use crate::compile::{Compiler, Part, add};
use crate::needles::{Inner, Needles, Owners, Span, Value};
use crate::seal::Cipher;
use crate::stored::{self, Contents, Facts, HEADER, Layout, Put, Writing};
use crate::table::{self, PIECES, Piece, Run, Shape};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Takes parts in the order of the list.
pub struct Joining<'c> {
    compiler: &'c Compiler,
    contents: Contents,
    /// (key of the canonical spelling, value), the key's upper half first.
    canonical: Vec<[u32; 3]>,
    roles: Vec<String>,
    most_words: usize,
    digit_lengths: u32,
    phones: usize,
    /// Keys of canonical spellings that somebody else has, ascending.
    elsewhere: Vec<u64>,
    keys: usize,
    sum: [u64; 4],
}

/// Bytes that facts and checksums have at least, with some to spare.
const FACTS: usize = 4096;

/// What is to be known of those of a list who are not joined.
#[derive(Default)]
pub(crate) struct Beside {
    pub phones: usize,
    /// Keys of the canonical spellings of their values.
    pub canonical: Vec<u64>,
}

/// Everything but the table.
pub struct Joined<'c> {
    compiler: &'c Compiler,
    contents: Contents,
    facts: Facts,
    keys: usize,
    shape: Shape,
}

impl Compiler {
    /// Begins to join the parts of a list.
    pub fn joining(&self) -> Joining<'_> {
        self.joining_with(Beside::default())
    }

    /// Begins to join the parts of some of the people of a list.
    pub(crate) fn joining_with(&self, Beside { phones, mut canonical }: Beside) -> Joining<'_> {
        canonical.sort_unstable();
        Joining {
            compiler: self,
            contents: Contents::default(),
            canonical: Vec::new(),
            roles: Vec::new(),
            most_words: 0,
            digit_lengths: 0,
            phones,
            elsewhere: canonical,
            keys: 0,
            sum: [0; 4],
        }
    }
}

impl<'c> Joining<'c> {
    /// Gives the part's keys, in as many runs as always: the caller keeps them.
    pub fn add(&mut self, part: Part) -> Vec<Run> {
        let all = &mut self.contents;
        let (people, text, before) = (all.rows.len() as u32, all.text.len(), all.values.len() as u32);
        let moved = |span: Span| Span { start: span.start + text, ..span };
        let role = |name: String| match self.roles.iter().position(|r| *r == name) {
            Some(at) => at as u32,
            None => {
                self.roles.push(name);
                self.roles.len() as u32 - 1
            }
        };
        let roles: Vec<u32> = part.roles.into_iter().map(role).collect();
        all.rows.extend(part.rows.into_iter().map(|(id, role)| stored::row_bytes(moved(id), roles[role as usize])));
        let value = |v: Value| stored::value_bytes(Value { person: v.person + people, text: moved(v.text), ..v });
        all.values.extend(part.values.into_iter().map(value));
        all.text.extend_from_slice(&part.text);
        all.domains.extend_from_slice(&part.domains);
        let pair = |(key, value): (u64, u32)| [(key >> 32) as u32, key as u32, value + before];
        self.canonical.extend(part.canonical.into_iter().map(pair));
        self.most_words = self.most_words.max(part.most_words);
        self.digit_lengths |= part.digit_lengths;
        self.phones += part.phones;
        add(&mut self.sum, part.sum);
        let mut runs = part.pairs.0;
        runs.iter_mut().for_each(|run| run.add_to_values(before));
        self.keys += runs.iter().map(Run::len).sum::<usize>();
        runs
    }

    /// People and keys so far; some of the keys may turn out to be the same.
    pub fn size(&self) -> (usize, usize) {
        (self.contents.rows.len(), self.keys)
    }

    /// All parts were added.
    pub fn end(mut self) -> Joined<'c> {
        self.share();
        self.contents.domains.sort_unstable();
        self.contents.domains.dedup();
        let facts = self.facts();
        Joined { compiler: self.compiler, contents: self.contents, facts, keys: self.keys, shape: Shape::of(self.keys) }
    }

    /// Two people with one identifier, however they typed it, share it.
    fn share(&mut self) {
        self.canonical.sort_unstable();
        let values = &mut self.contents.values;
        for same in self.canonical.chunk_by(|a, b| a[..2] == b[..2]) {
            let person = |[.., value]: &[u32; 3]| stored::read_value(values[*value as usize]).person;
            let [high, low, _] = same[0];
            let somebody_else = || self.elsewhere.binary_search(&(u64::from(high) << 32 | u64::from(low))).is_ok();
            if same.iter().any(|one| person(one) != person(&same[0])) || somebody_else() {
                for [.., value] in same {
                    let record = &mut values[*value as usize];
                    *record = stored::value_bytes(Value { shared: true, ..stored::read_value(*record) });
                }
            }
        }
        self.typed_alike();
    }

    /// What several typed alike stands in the text once for all parts: by its place they are known to have it.
    fn typed_alike(&mut self) {
        let Contents { values, text, .. } = &mut self.contents;
        if values.len() > Owners::MOST {
            return;
        }
        let mut moved: Vec<(usize, usize)> = Vec::new();
        for same in self.canonical.chunk_by(|a, b| a[..2] == b[..2]).filter(|same| same.len() > 1) {
            let mut first: HashMap<&[u8], usize> = HashMap::new();
            for [.., value] in same {
                let Span { start, length } = stored::read_value(values[*value as usize]).text;
                let to = *first.entry(&text[start..start + length]).or_insert(start);
                moved.extend((to != start).then_some((start, to)));
            }
        }
        moved.sort_unstable();
        for record in values.iter_mut().filter(|_| !moved.is_empty()) {
            let value = stored::read_value(*record);
            if let Ok(at) = moved.binary_search_by_key(&value.text.start, |(from, _)| *from) {
                *record = stored::value_bytes(Value { text: Span { start: moved[at].1, ..value.text }, ..value });
            }
        }
    }

    fn facts(&self) -> Facts {
        let options = &self.compiler.options;
        let digest = Sha256::new()
            .chain_update(format!("sluss/needles/2 {options:?} {}", self.contents.rows.len()))
            .chain_update(self.sum.map(u64::to_le_bytes).as_flattened());
        Facts {
            country: options.country.clone(),
            salts: options.salts.clone(),
            hashes: options.hashes,
            roles: self.roles.clone(),
            most_words: self.most_words,
            digit_lengths: self.digit_lengths,
            phones: self.phones,
            digest: digest.finalize().into(),
        }
    }
}

impl Joined<'_> {
    /// The table is built in so many pieces; each is made of these of the runs of every part.
    pub fn pieces(&self) -> impl ExactSizeIterator<Item = Range<usize>> + use<> {
        let each = PIECES / self.shape.pieces();
        (0..self.shape.pieces()).map(move |i| i * each..(i + 1) * each)
    }

    /// Bytes of the index, if no two keys turn out to be the same.
    pub fn most_bytes(&self) -> usize {
        let entries = Shape { entries: self.keys, ..self.shape };
        let Contents { values, rows, text, domains } = &self.contents;
        let sealed = values.as_flattened().len() + rows.as_flattened().len() + text.len() + domains.len() * 8;
        let told = self.facts.roles.iter().chain(&self.facts.salts).map(|t| 2 * t.len() + 16).sum::<usize>();
        HEADER + entries.bytes().unwrap_or(usize::MAX / 2) + sealed + told + (self.keys >> 16) + FACTS
    }

    /// Builds a piece of the table, on any thread.
    pub fn piece(&self, index: usize, runs: Vec<Run>) -> Piece {
        table::piece(self.shape, index, runs, &|group| self.choose(group))
    }

    /// Writes the index, to be opened by [`Needles::load`]: `pieces` in order, then all else. `put` gets where bytes stand
    /// in the index. Gives the number of keys and of bytes.
    pub fn write(
        &self,
        pieces: impl IntoIterator<Item = io::Result<Piece>>,
        put: &mut dyn FnMut(usize, &[u8]) -> io::Result<()>,
    ) -> io::Result<(usize, usize)> {
        let (layout, _) = self.put(pieces, put)?;
        Ok((layout.shape.entries, layout.end()))
    }

    fn put(&self, pieces: impl IntoIterator<Item = io::Result<Piece>>, put: Put<'_>) -> io::Result<(Layout, Cipher)> {
        let mut writing = Writing::new(self.shape, put)?;
        for piece in pieces {
            writing.piece(piece?, put)?;
        }
        writing.end(&self.contents, &self.facts, &self.compiler.key, put)
    }

    /// The index in memory; `pieces` in order, each dropped before the next is asked for.
    pub fn needles(&self, pieces: impl IntoIterator<Item = Piece>) -> Needles {
        // no more is needed, so that the bytes stay where a cache line begins
        let mut bytes: Vec<u8> = Vec::with_capacity(self.most_bytes() + 64);
        let start = bytes.as_ptr().align_offset(64) % 64;
        let put = &mut |at: usize, some: &[u8]| {
            let from = start + at;
            if from >= bytes.len() {
                bytes.resize(from, 0);
                bytes.extend_from_slice(some);
            } else {
                bytes.resize(bytes.len().max(from + some.len()), 0);
                bytes[from..from + some.len()].copy_from_slice(some);
            }
            Ok(())
        };
        let (layout, cipher) = self.put(pieces.into_iter().map(Ok), put).expect("memory takes all");
        let ways = self.compiler.ways();
        Needles {
            inner: Arc::new(Inner {
                options: self.compiler.options.clone(),
                ways: ways.list().to_vec(),
                facts: self.facts.clone(),
                prints: ways.prints(),
                domains: self.contents.domains.clone(),
                cipher,
                layout,
                bytes: Arc::new(bytes),
                start,
                beginnings: OnceLock::new(),
                owners: OnceLock::new(),
            }),
        }
    }

    /// Of values under one key: each text once, for the first who has it; a number is another in another country.
    fn choose(&self, group: &mut Vec<u32>) {
        let country = |i: u32| stored::read_value(self.contents.values[i as usize]).country;
        let typed = |i: &u32| (self.contents.typed(*i), country(*i));
        group.sort_unstable_by(|a, b| (typed(a), a).cmp(&(typed(b), b)));
        group.dedup_by(|a, b| typed(a) == typed(b));
        group.sort_unstable();
    }
}
