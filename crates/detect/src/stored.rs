//! The index as bytes, in memory and in a file: a header, the table, then everything sealed, then checksums of each of
//! these. All numbers are little-endian. Version 2.

use crate::digest::{Hashes, ways};
use crate::needles::{Bytes, Inner, Options, Span, Value};
use crate::phone::OwnCountry;
use crate::seal::{Cipher, Key};
use crate::table::{Piece, Shape};
use crate::tables::Tables;
use facts::{IdentifierKind, Place, Problem};
use serde::{Deserialize, Serialize};
use std::io;
use std::ops::Range;
use xxhash_rust::xxh64::{Xxh64, xxh64};

const MAGIC: &[u8; 16] = b"sluss/index/2\n\0\0";
/// Bytes of the header; a multiple of a cache line, so that filter blocks lie in one each.
pub(crate) const HEADER: usize = 192;
/// Bytes of a value: person, kind, shared, then its span.
pub(crate) const VALUE: usize = 16;
/// Bytes of a person: role, then the span of the id.
pub(crate) const ROW: usize = 12;
/// One checksum stands for so many bytes.
const CHECKED: usize = 4 << 20;
/// Checked at opening: what can be read in a few milliseconds.
const CHECKED_AT_ONCE: usize = 16;

/// How many of what an index holds, and so where everything lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    pub shape: Shape,
    pub values: usize,
    pub people: usize,
    /// Bytes.
    pub text: usize,
    domains: usize,
    /// Bytes.
    facts: usize,
}

impl Layout {
    pub fn table(&self) -> usize {
        HEADER
    }

    /// Where what is sealed begins.
    pub fn sealed(&self) -> usize {
        HEADER + self.shape.bytes().unwrap_or(0)
    }

    pub fn value(&self, index: u32) -> usize {
        self.sealed() + index as usize * VALUE
    }

    pub fn row(&self, index: u32) -> usize {
        self.value(self.values as u32) + index as usize * ROW
    }

    pub fn text(&self) -> usize {
        self.row(self.people as u32)
    }

    fn checks(&self) -> usize {
        self.text() + self.text + self.domains * 8 + self.facts
    }

    /// What has checksums of its own: filter, starts of buckets, entries, what is sealed.
    fn regions(&self) -> [Range<usize>; 4] {
        let starts = HEADER + self.shape.blocks * 64;
        let entries = starts + (self.shape.buckets + 1) * 8;
        [HEADER..starts, starts..entries, entries..self.sealed(), self.sealed()..self.checks()]
    }

    /// Stretches of which each has a checksum.
    fn stretches(&self) -> impl Iterator<Item = Range<usize>> {
        let cut = |r: Range<usize>| r.clone().step_by(CHECKED).map(move |start| start..(start + CHECKED).min(r.end));
        self.regions().into_iter().flat_map(cut)
    }

    pub fn end(&self) -> usize {
        self.checks() + self.regions().iter().map(|r| r.len().div_ceil(CHECKED) * 8).sum::<usize>()
    }

    fn numbers(&self) -> [u64; 8] {
        let Shape { blocks, buckets, entries } = self.shape;
        [blocks, buckets, entries, self.values, self.people, self.text, self.domains, self.facts].map(|n| n as u64)
    }

    /// None where the numbers cannot be those of an index of `length` bytes.
    fn read(numbers: [u64; 8], length: usize) -> Option<Self> {
        // every number counts things of at least one byte, and none of more than 64
        let fits = numbers.iter().all(|n| *n <= length as u64);
        let [blocks, buckets, entries, values, people, text, domains, facts] = numbers.map(|n| n as usize);
        let layout = Self { shape: Shape { blocks, buckets, entries }, values, people, text, domains, facts };
        (fits && layout.shape.bytes().is_some() && layout.end() == length).then_some(layout)
    }
}

/// What the scanner has to know beside keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Facts {
    pub country: String,
    pub salts: Vec<String>,
    pub hashes: Hashes,
    pub roles: Vec<String>,
    /// Most words any plain text has; 0 where no text is looked for by words.
    pub most_words: usize,
    /// Bit n: some text has n digits and no letters.
    pub digit_lengths: u32,
    pub phones: usize,
    pub digest: [u8; 32],
}

/// What is sealed, as it is stored.
#[derive(Default)]
pub(crate) struct Contents {
    pub values: Vec<[u8; VALUE]>,
    pub rows: Vec<[u8; ROW]>,
    pub text: Vec<u8>,
    pub domains: Vec<u64>,
}

impl Contents {
    /// Kind and text of a value, as typed.
    pub fn typed(&self, value: u32) -> (IdentifierKind, &[u8]) {
        let Value { kind, text: Span { start, length }, .. } = read_value(self.values[value as usize]);
        (kind, &self.text[start..start + length])
    }
}

fn span_bytes(span: Span) -> [u8; 8] {
    ((span.start as u64) << 24 | span.length as u64).to_le_bytes()
}

fn span(bytes: [u8; 8]) -> Span {
    let n = u64::from_le_bytes(bytes);
    Span { start: (n >> 24) as usize, length: (n & 0xff_ffff) as usize }
}

pub(crate) fn value_bytes(value: Value) -> [u8; VALUE] {
    let mut record = [0; VALUE];
    record[..4].copy_from_slice(&value.person.to_le_bytes());
    record[4] = IdentifierKind::ALL.iter().position(|k| *k == value.kind).unwrap_or(0) as u8;
    record[5] = u8::from(value.shared);
    record[6] = value.country.to_byte();
    record[8..].copy_from_slice(&span_bytes(value.text));
    record
}

pub(crate) fn read_value(record: [u8; VALUE]) -> Value {
    let [a, b, c, d, kind, shared, country, _, text @ ..] = record;
    let kind = IdentifierKind::ALL[kind as usize % IdentifierKind::ALL.len()];
    let (person, country) = (u32::from_le_bytes([a, b, c, d]), OwnCountry::from_byte(country));
    Value { person, kind, shared: shared != 0, country, text: span(text) }
}

pub(crate) fn row_bytes(id: Span, role: u32) -> [u8; ROW] {
    let mut record = [0; ROW];
    record[..4].copy_from_slice(&role.to_le_bytes());
    record[4..].copy_from_slice(&span_bytes(id));
    record
}

pub(crate) fn read_row(record: [u8; ROW]) -> (Span, u32) {
    let [a, b, c, d, id @ ..] = record;
    (span(id), u32::from_le_bytes([a, b, c, d]))
}

/// Checksums of one region, fed in order.
#[derive(Default)]
struct Checks {
    sums: Vec<u8>,
    current: Xxh64,
    fed: usize,
}

impl Checks {
    fn feed(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at((CHECKED - self.fed).min(bytes.len()));
            self.current.update(now);
            self.fed += now.len();
            if self.fed == CHECKED {
                self.end();
            }
            bytes = later;
        }
    }

    fn end(&mut self) {
        if self.fed > 0 {
            self.sums.extend_from_slice(&self.current.digest().to_le_bytes());
            self.current.reset(0);
            self.fed = 0;
        }
    }
}

/// Where the bytes of an index go: `put` gets where they stand in it.
pub(crate) type Put<'p> = &'p mut dyn FnMut(usize, &[u8]) -> io::Result<()>;

/// An index on its way: the table's pieces in order, then [`Writing::end`].
pub(crate) struct Writing {
    shape: Shape,
    checks: [Checks; 4],
    /// Where each region of the table goes on.
    at: [usize; 3],
}

impl Writing {
    pub fn new(shape: Shape, put: Put<'_>) -> io::Result<Self> {
        let starts = HEADER + shape.blocks * 64;
        let at = [HEADER, starts, starts + (shape.buckets + 1) * 8];
        let mut writing = Self { shape, checks: Default::default(), at };
        writing.shape.entries = 0;
        writing.put(1, &0u64.to_le_bytes(), put)?;
        Ok(writing)
    }

    fn put(&mut self, region: usize, bytes: &[u8], put: Put<'_>) -> io::Result<()> {
        put(self.at[region], bytes)?;
        self.checks[region].feed(bytes);
        self.at[region] += bytes.len();
        Ok(())
    }

    pub fn piece(&mut self, piece: Piece, put: Put<'_>) -> io::Result<()> {
        let mut blocks = Vec::with_capacity(piece.blocks.len() * 64);
        piece.blocks.as_flattened().iter().for_each(|word| blocks.extend_from_slice(&word.to_le_bytes()));
        self.put(0, &blocks, put)?;
        let mut starts = Vec::with_capacity(piece.counts.len() * 8);
        for count in &piece.counts {
            self.shape.entries += *count as usize;
            starts.extend_from_slice(&(self.shape.entries as u64).to_le_bytes());
        }
        self.put(1, &starts, put)?;
        self.put(2, piece.entries.as_flattened(), put)
    }

    /// Seals the contents behind the table, then writes checksums and the header.
    pub fn end(mut self, contents: &Contents, facts: &Facts, key: &Key, put: Put<'_>) -> io::Result<(Layout, Cipher)> {
        let facts = toml::to_string(facts).expect("facts are plain values").into_bytes();
        let domains: Vec<u8> = contents.domains.iter().flat_map(|d| d.to_le_bytes()).collect();
        let layout = Layout {
            shape: self.shape,
            values: contents.values.len(),
            people: contents.rows.len(),
            text: contents.text.len(),
            domains: contents.domains.len(),
            facts: facts.len(),
        };
        let all: [&[u8]; 5] =
            [contents.values.as_flattened(), contents.rows.as_flattened(), &contents.text, &domains, &facts];
        let nonce = key.nonce(&all);
        let cipher = key.cipher(nonce);
        let (mut at, mut sealed) = (0, Vec::new());
        for some in all.iter().flat_map(|bytes| bytes.chunks(CHECKED)) {
            sealed.clear();
            sealed.extend_from_slice(some);
            cipher.apply(at, &mut sealed);
            put(layout.sealed() + at, &sealed)?;
            self.checks[3].feed(&sealed);
            at += some.len();
        }
        self.checks.iter_mut().for_each(Checks::end);
        let sums: Vec<u8> = self.checks.iter().flat_map(|c| &c.sums).copied().collect();
        put(layout.checks(), &sums)?;
        put(0, &header(&layout, nonce, xxh64(&sums, 0), key))?;
        Ok((layout, cipher))
    }
}

/// Magic, tables, nonce, numbers, checksum of the checksums, checksum of all this, proof of the key.
fn header(layout: &Layout, nonce: [u8; 24], checks: u64, key: &Key) -> [u8; HEADER] {
    let mut out = Vec::with_capacity(HEADER);
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&Tables::get().digest);
    out.extend_from_slice(&nonce);
    out.extend_from_slice(layout.numbers().map(u64::to_le_bytes).as_flattened());
    out.extend_from_slice(&checks.to_le_bytes());
    out.extend_from_slice(&xxh64(&out, 0).to_le_bytes());
    out.extend_from_slice(&key.proof(&out));
    out.resize(HEADER, 0);
    out.try_into().expect("as long as a header")
}

const TABLES: usize = 16;
const NONCE: usize = 32;
const NUMBERS: usize = 56;
const CHECKS: usize = 120;
const CHECK: usize = 128;
const PROOF: usize = 136;

fn array<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    std::array::from_fn(|i| bytes[at + i])
}

pub(crate) fn load(source: &str, bytes: Bytes, key: &Key, options: &Options) -> Result<Inner, Problem> {
    let data = (*bytes).as_ref();
    let (layout, nonce) = open(data, key).map_err(|(code, why)| Problem::new(Place::source(source), code, why))?;
    check(source, data, &layout, CHECKED_AT_ONCE)?;
    let cipher = key.cipher(nonce);
    let mut rest = data[layout.text() + layout.text..layout.checks()].to_vec();
    cipher.apply(layout.text() + layout.text - layout.sealed(), &mut rest);
    let (domains, facts) = rest.split_at(layout.domains * 8);
    let facts: Option<Facts> = std::str::from_utf8(facts).ok().and_then(|t| toml::from_str(t).ok());
    let facts = facts.ok_or_else(|| damaged(source))?;
    let options =
        Options { country: facts.country.clone(), salts: facts.salts.clone(), hashes: facts.hashes, ..options.clone() };
    Ok(Inner {
        ways: ways(options.hashes, &options.salts),
        domains: domains.as_chunks::<8>().0.iter().map(|d| u64::from_le_bytes(*d)).collect(),
        options,
        facts,
        prints: key.prints(),
        cipher,
        layout,
        bytes,
        start: 0,
        beginnings: std::sync::OnceLock::new(),
        owners: std::sync::OnceLock::new(),
    })
}

/// The header; else a code and what is wrong.
fn open(data: &[u8], key: &Key) -> Result<(Layout, [u8; 24]), (&'static str, String)> {
    if !data.starts_with(&MAGIC[..12]) {
        return Err(("index-foreign", "not an index of people".into()));
    }
    if data.get(..16) != Some(MAGIC) && data.len() >= 16 {
        return Err(("index-version", "an index of another version of this program; build it again".into()));
    }
    if data.len() < HEADER {
        return Err(("index-cut", format!("the index is cut short: {} bytes", data.len())));
    }
    if xxh64(&data[..CHECK], 0).to_le_bytes() != data[CHECK..PROOF] {
        return Err(("index-damaged", "the header of the index was changed or damaged".into()));
    }
    if key.proof(&data[..PROOF]) != data[PROOF..PROOF + 32] {
        return Err(("index-wrong-key", "the key is not the one this index was built with".into()));
    }
    if data[TABLES..NONCE] != Tables::get().digest {
        return Err(("index-tables", "the index was built with other tables of transforms; build it again".into()));
    }
    let numbers = std::array::from_fn(|i| u64::from_le_bytes(array(data, NUMBERS + i * 8)));
    let layout = Layout::read(numbers, data.len());
    let cut = || ("index-cut", format!("the index is cut short or was added to: it has {} bytes", data.len()));
    Ok((layout.ok_or_else(cut)?, array(data, NONCE)))
}

fn damaged(source: &str) -> Problem {
    Problem::new(Place::source(source), "index-damaged", "the index was changed or damaged; build it again")
}

/// Checksums of the first and of the last stretches, `most` of them together.
fn check(source: &str, data: &[u8], layout: &Layout, most: usize) -> Result<(), Problem> {
    let checks = &data[layout.checks()..];
    let count = checks.len() / 8;
    let all = layout.stretches().zip(checks.as_chunks::<8>().0);
    let near_an_end = |i: usize| i < most / 2 || i + most.div_ceil(2) >= count;
    let fits = xxh64(checks, 0) == u64::from_le_bytes(array(data, CHECKS))
        && all
            .enumerate()
            .filter(|(i, _)| near_an_end(*i))
            .all(|(_, (c, sum))| xxh64(&data[c], 0).to_le_bytes() == *sum);
    if fits { Ok(()) } else { Err(damaged(source)) }
}

pub(crate) fn verify(source: &str, data: &[u8], layout: &Layout) -> Result<(), Problem> {
    check(source, data, layout, usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{anna, hits};
    use crate::{Compiler, Needles};
    use std::sync::Arc;

    fn key() -> Key {
        Key::new([5; 32])
    }

    fn built() -> (Needles, Vec<u8>) {
        let options = Options { salts: vec!["s3cret".into()], country: "FI".into(), ..Options::default() };
        let compiler = Compiler::new(&options, &key());
        let needles = compiler.join(vec![compiler.part(&anna())]);
        let mut file = Vec::new();
        needles.save(&mut file).unwrap();
        (needles, file)
    }

    fn opened(file: Vec<u8>, key: &Key) -> Result<Needles, Problem> {
        Needles::load("people.slx", Arc::new(file), key, &Options::default())
    }

    #[test]
    fn a_saved_index_finds_what_the_needles_did() {
        let (needles, file) = built();
        let again = opened(file, &key()).unwrap();
        let data = b"a=anna.berg@example.com&b=0701740605&c=QW5uYS5CZXJnQGV4YW1wbGUuY29t&ct=malm\xc3\xb6";
        let all = hits(&needles, data);
        assert_eq!(all.len(), 4);
        assert_eq!(hits(&again, data), all);
        assert_eq!((again.digest(), again.people(), again.person(0)), (needles.digest(), 1, needles.person(0)));
        assert_eq!(again.inner.options.salts, ["s3cret"]);
        again.verify("people.slx").unwrap();
    }

    #[test]
    fn nothing_of_anybody_can_be_read_without_the_key() {
        let (needles, file) = built();
        for text in ["berg", "example", "0605", "s3cret", "patient", "\u{d6}berg"] {
            assert_eq!(memchr::memmem::find(&file, text.as_bytes()), None, "{text}");
        }
        // the fingerprints of the same people under another key are others
        let compiler = Compiler::new(&Options::default(), &Key::new([6; 32]));
        let other = compiler.join(vec![compiler.part(&anna())]);
        let print = needles.inner.prints.of(crate::keys::text_key("anna.berg@example.com"));
        assert_eq!(needles.inner.get(print).count(), 1);
        assert_eq!(other.inner.table().get(print).count(), 0);
    }

    #[test]
    fn a_foreign_or_cut_or_changed_file_or_key_is_refused() {
        let (_, file) = built();
        let code = |file: &[u8], key: &Key| opened(file.to_vec(), key).map(|_| ()).unwrap_err().code;
        assert_eq!(code(b"id,email\np1,a@example.com\n", &key()), "index-foreign");
        assert_eq!(code(b"", &key()), "index-foreign");
        assert_eq!(code(&[b"sluss/index/1\n\0\0", &file[16..]].concat(), &key()), "index-version");
        assert_eq!(code(&file, &Key::new([6; 32])), "index-wrong-key");
        for length in (16..file.len()).step_by(97).chain([file.len() - 1]) {
            assert!(matches!(code(&file[..length], &key()), "index-cut"), "{length}");
        }
        assert_eq!(code(&[&file[..], b"x"].concat(), &key()), "index-cut");
        for at in (16..file.len()).step_by(61) {
            let mut changed = file.clone();
            changed[at] ^= 4;
            // the last bytes of the header are empty
            if (PROOF + 32..HEADER).contains(&at) {
                continue;
            }
            assert!(["index-damaged", "index-wrong-key"].contains(&code(&changed, &key())), "{at}");
        }
    }

    #[test]
    fn a_large_index_is_read_in_full_by_verify_only() {
        let text = vec![b'x'; CHECKED * (CHECKED_AT_ONCE + 4)];
        let facts = built().0.inner.facts.clone();
        let mut file = Vec::new();
        let mut put = |at: usize, bytes: &[u8]| {
            file.resize(file.len().max(at + bytes.len()), 0);
            file[at..at + bytes.len()].copy_from_slice(bytes);
            Ok(())
        };
        let shape = Shape::of(0);
        let mut writing = Writing::new(shape, &mut put).unwrap();
        writing.piece(crate::table::piece(shape, 0, vec![], &|_| ()), &mut put).unwrap();
        let contents = Contents { text, domains: vec![3], ..Contents::default() };
        writing.end(&contents, &facts, &key(), &mut put).unwrap();
        opened(file.clone(), &key()).unwrap().verify("x").unwrap();
        let middle = file.len() / 2;
        file[middle] ^= 1;
        let needles = opened(file, &key()).unwrap();
        assert_eq!(needles.verify("x").unwrap_err().code, "index-damaged");
    }
}
