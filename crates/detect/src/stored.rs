//! The index as bytes, in memory and in a file: a header, the table, then everything sealed, then checksums.
//! All numbers are little-endian. Version 1.

use crate::digest::ways;
use crate::needles::{Bytes, Inner, Options, Span, Value};
use crate::seal::{Cipher, Key};
use crate::table::Shape;
use crate::tables::Tables;
use facts::{IdentifierKind, Place, Problem};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::xxh64;

const MAGIC: &[u8; 16] = b"sluss/index/1\n\0\0";
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

    fn end(&self) -> usize {
        self.checks() + (self.checks() - HEADER).div_ceil(CHECKED) * 8
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
    pub roles: Vec<String>,
    /// Most words any plain text has; 0 where no text is looked for by words.
    pub most_words: usize,
    /// Bit n: some text has n digits and no letters.
    pub digit_lengths: u32,
    pub phones: usize,
    pub digest: [u8; 32],
}

/// What is sealed.
pub(crate) struct Contents {
    pub values: Vec<Value>,
    pub rows: Vec<(Span, u32)>,
    pub text: Vec<u8>,
    pub domains: Vec<u64>,
}

fn span_bytes(span: Span) -> [u8; 8] {
    ((span.start as u64) << 24 | span.length as u64).to_le_bytes()
}

fn span(bytes: [u8; 8]) -> Span {
    let n = u64::from_le_bytes(bytes);
    Span { start: (n >> 24) as usize, length: (n & 0xff_ffff) as usize }
}

fn value_bytes(value: Value) -> [u8; VALUE] {
    let mut record = [0; VALUE];
    record[..4].copy_from_slice(&value.person.to_le_bytes());
    record[4] = IdentifierKind::ALL.iter().position(|k| *k == value.kind).unwrap_or(0) as u8;
    record[5] = u8::from(value.shared);
    record[8..].copy_from_slice(&span_bytes(value.text));
    record
}

pub(crate) fn read_value(record: [u8; VALUE]) -> Value {
    let [a, b, c, d, kind, shared, _, _, text @ ..] = record;
    let kind = IdentifierKind::ALL[kind as usize % IdentifierKind::ALL.len()];
    Value { person: u32::from_le_bytes([a, b, c, d]), kind, shared: shared != 0, text: span(text) }
}

pub(crate) fn read_row(record: [u8; ROW]) -> (Span, u32) {
    let [a, b, c, d, id @ ..] = record;
    (span(id), u32::from_le_bytes([a, b, c, d]))
}

/// Room for an index, with its (still empty) header where a cache line begins.
pub(crate) fn begin(keys: usize, people: usize, text: usize) -> Vec<u8> {
    // what follows the table is small beside it; a little more than needed costs nothing
    let mut bytes: Vec<u8> = Vec::with_capacity(keys * 12 + people * 64 + text * 2 + (1 << 16));
    let line = bytes.as_ptr().align_offset(64) % 64;
    bytes.resize(line + HEADER, 0);
    bytes
}

/// Seals the contents behind the table, then writes checksums and the header at `start`.
pub(crate) fn finish(
    bytes: &mut Vec<u8>,
    start: usize,
    shape: Shape,
    contents: &Contents,
    facts: &Facts,
    key: &Key,
) -> (Layout, Cipher) {
    let facts = toml::to_string(facts).expect("facts are plain values").into_bytes();
    let layout = Layout {
        shape,
        values: contents.values.len(),
        people: contents.rows.len(),
        text: contents.text.len(),
        domains: contents.domains.len(),
        facts: facts.len(),
    };
    let sealed = bytes.len();
    contents.values.iter().for_each(|v| bytes.extend_from_slice(&value_bytes(*v)));
    for (id, role) in &contents.rows {
        bytes.extend_from_slice(&role.to_le_bytes());
        bytes.extend_from_slice(&span_bytes(*id));
    }
    bytes.extend_from_slice(&contents.text);
    contents.domains.iter().for_each(|d| bytes.extend_from_slice(&d.to_le_bytes()));
    bytes.extend_from_slice(&facts);
    let nonce = key.nonce(&bytes[sealed..]);
    let cipher = key.cipher(nonce);
    cipher.apply(0, &mut bytes[sealed..]);
    let checks: Vec<u8> = bytes[start + HEADER..].chunks(CHECKED).flat_map(|c| xxh64(c, 0).to_le_bytes()).collect();
    bytes.extend_from_slice(&checks);
    let header = header(&layout, nonce, xxh64(&checks, 0), key);
    bytes[start..start + HEADER].copy_from_slice(&header);
    (layout, cipher)
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
    let options = Options { country: facts.country.clone(), salts: facts.salts.clone(), ..options.clone() };
    Ok(Inner {
        ways: ways(&options.salts),
        domains: domains.as_chunks::<8>().0.iter().map(|d| u64::from_le_bytes(*d)).collect(),
        options,
        facts,
        prints: key.prints(),
        cipher,
        layout,
        bytes,
        start: 0,
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
    let all = data[HEADER..layout.checks()].chunks(CHECKED).zip(checks.as_chunks::<8>().0);
    let count = all.len();
    let near_an_end = |i: usize| i < most / 2 || i + most.div_ceil(2) >= count;
    let fits = xxh64(checks, 0) == u64::from_le_bytes(array(data, CHECKS))
        && all.enumerate().filter(|(i, _)| near_an_end(*i)).all(|(_, (c, sum))| xxh64(c, 0).to_le_bytes() == *sum);
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
        assert_eq!(code(&[b"sluss/index/2\n\0\0", &file[16..]].concat(), &key()), "index-version");
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
        let mut bytes = begin(0, 0, text.len());
        let start = bytes.len() - HEADER;
        let shape = crate::table::build(vec![], &[], &mut |_| (), &mut bytes);
        let contents = Contents { values: vec![], rows: vec![], text, domains: vec![3] };
        finish(&mut bytes, start, shape, &contents, &facts, &key());
        let mut file = bytes.split_off(start);
        opened(file.clone(), &key()).unwrap().verify("x").unwrap();
        let middle = file.len() / 2;
        file[middle] ^= 1;
        let needles = opened(file, &key()).unwrap();
        assert_eq!(needles.verify("x").unwrap_err().code, "index-damaged");
    }
}
