use crate::Scanner;
use crate::compile::Compiler;
use crate::digest::{Hashes, Way};
use crate::keys::text_key;
use crate::normalise::{self, Variant};
use crate::phone::OwnCountry;
use crate::prefixes::Prefixes;
use crate::seal::{Cipher, Key, Prints};
use crate::stored::{self, Facts, Layout};
use crate::table::Table;
use facts::{IdentifierKind, Person, Problem};
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

/// How people's identifiers are compiled and how deep traffic is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// ISO 3166-1 alpha-2: how phone numbers without `+` are read.
    pub country: String,
    /// Container layers peeled off.
    pub depth: u8,
    /// Patterns without a list: e-mail, phone, national ids, cards, IBAN, hash-shaped values under `match_keys`.
    pub unknown: bool,
    /// Site salts to try around every normalised value.
    pub salts: Vec<String>,
    /// In which hashes identifiers are looked for.
    pub hashes: Hashes,
    /// Keys under which vendors take identifiers; from judge's tables.
    pub match_keys: Vec<MatchKey>,
    /// Bytes that opening containers may produce for one exchange (or one `scan`).
    pub budget: usize,
    /// The people are made up, and their values unlike anything else in the traffic: postal codes and birth dates, which
    /// otherwise are told only where a key announces them, are told anywhere, of low confidence.
    pub made_up: bool,
}

/// A vendor's key for an identifier: `udff[em]`, `u_hem`, or the text right before the value: `tv.1~em.`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchKey {
    pub key: String,
    pub identifier: IdentifierKind,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            country: "SE".into(),
            depth: 3,
            unknown: false,
            salts: Vec::new(),
            hashes: Hashes::All,
            match_keys: Vec::new(),
            budget: 64 << 20,
            made_up: false,
        }
    }
}

/// Compiled identifiers: immutable, cheap to clone, shared between threads. In memory or in a mapped file, the bytes
/// are the same.
#[derive(Clone)]
pub struct Needles {
    pub(crate) inner: Arc<Inner>,
}

/// Bytes somebody keeps in memory or has mapped.
pub(crate) type Bytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

pub(crate) struct Inner {
    pub options: Options,
    pub ways: Vec<Way>,
    pub facts: Facts,
    pub prints: Prints,
    /// Fingerprints of the e-mail domains, ascending: for addresses split into user and domain.
    pub domains: Vec<u64>,
    pub cipher: Cipher,
    pub layout: Layout,
    pub bytes: Bytes,
    /// Where the index begins in `bytes`.
    pub start: usize,
    /// How texts of words begin: made when words are first looked for.
    pub beginnings: OnceLock<Option<Prefixes>>,
    /// Made when something is found that says little by itself.
    pub owners: OnceLock<Owners>,
}

/// Who has what several typed alike: where the text stands, and the person; ascending.
pub(crate) struct Owners(Vec<(usize, u32)>);

impl Owners {
    /// Of more values it would take too much memory; each is then the first person's.
    pub const MOST: usize = 1 << 25;

    fn of_all(inner: &Inner) -> Self {
        let count = Some(inner.layout.values).filter(|count| *count <= Self::MOST).unwrap_or(0);
        let shared = (0..count as u32).map(|i| inner.value(i)).filter(|value| value.shared);
        let mut all: Vec<(usize, u32)> = shared.map(|value| (value.text.start, value.person)).collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// All who typed this, ascending.
    pub fn of(&self, value: Value) -> Vec<u32> {
        let start = self.0.partition_point(|(at, _)| *at < value.text.start);
        let own = self.0[start..].iter().take_while(|(at, _)| *at == value.text.start);
        let all: Vec<u32> = own.map(|(_, person)| *person).collect();
        if all.is_empty() { vec![value.person] } else { all }
    }
}

/// One value of one person.
#[derive(Clone, Copy)]
pub(crate) struct Value {
    pub kind: IdentifierKind,
    pub person: u32,
    pub shared: bool,
    /// Of a phone number.
    pub country: OwnCountry,
    pub text: Span,
}

/// A stretch of the texts.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    pub start: usize,
    pub length: usize,
}

impl Needles {
    /// Compiles identifiers in every normalisation and every hash of the tables, on this thread.
    pub fn compile(people: &[Person], options: &Options) -> Self {
        let compiler = Compiler::new(options, &Key::default());
        compiler.join(vec![compiler.part(people)])
    }

    /// Needles of nobody, for a scanner that only collects: every number counts, and so many words together.
    pub(crate) fn of_nobody(options: &Options, most_words: usize) -> Self {
        let mut needles = Self::compile(&[], options);
        let inner = Arc::get_mut(&mut needles.inner).expect("not shared yet");
        // no plain text has fewer than two
        inner.facts.digit_lengths = !0 << 2;
        inner.facts.most_words = most_words;
        needles
    }

    /// Writes the index: a file to be mapped and given to [`Needles::load`] with the key of its [`Compiler`].
    pub fn save(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.inner.stored())
    }

    /// Opens an index in place; `source` names it in problems. `country`, `salts` and `hashes` are those it was
    /// built with, the rest of `options` counts. An index that is foreign, cut short or changed is refused, as is the wrong key; of a
    /// large one only the beginning is read: [`Needles::verify`] reads it all.
    pub fn load(source: &str, bytes: Bytes, key: &Key, options: &Options) -> Result<Self, Problem> {
        stored::load(source, bytes, key, options).map(|inner| Self { inner: Arc::new(inner) })
    }

    /// Reads all of the index and compares its checksums.
    pub fn verify(&self, source: &str) -> Result<(), Problem> {
        stored::verify(source, self.inner.stored(), &self.inner.layout)
    }

    /// Names what was compiled: same people and options, same digest.
    pub fn digest(&self) -> [u8; 32] {
        self.inner.facts.digest
    }

    /// In which hashes the people are looked for.
    pub fn hashes(&self) -> Hashes {
        self.inner.options.hashes
    }

    /// Id and role of the person a hit names.
    pub fn person(&self, index: u32) -> (String, String) {
        self.inner.person(index)
    }

    /// What the list of people says of a person's country; none where it says nothing.
    pub fn country(&self, person: u32) -> Option<String> {
        let (_, country) = self.inner.values_of(person).find(|(_, v)| v.kind == IdentifierKind::Country)?;
        Some(self.inner.typed(country))
    }

    /// How many people were compiled.
    pub fn people(&self) -> usize {
        self.inner.layout.people
    }

    /// Number of keys, and of bytes of the index with the identifiers.
    pub fn size(&self) -> (usize, usize) {
        (self.inner.layout.shape.entries, self.inner.stored().len())
    }

    pub fn scanner(&self) -> Scanner {
        Scanner::new(self.clone())
    }
}

/// From so many phone numbers on, a bare national number in traffic may be chance.
const MANY_PHONES: usize = 1000;

impl Inner {
    fn stored(&self) -> &[u8] {
        &(*self.bytes).as_ref()[self.start..]
    }

    pub fn table(&self) -> Table<'_> {
        Table::new(&self.stored()[self.layout.table()..], self.layout.shape)
    }

    /// Values under this fingerprint.
    pub fn get(&self, print: u64) -> impl Iterator<Item = u32> + use<'_> {
        let values = self.layout.values;
        self.table().get(print).filter(move |v| (*v as usize) < values)
    }

    pub fn knows_domain(&self, host: &str) -> bool {
        self.domains.binary_search(&self.prints.of(text_key(host))).is_ok()
    }

    pub fn value(&self, index: u32) -> Value {
        let mut record = [0; stored::VALUE];
        self.unseal(self.layout.value(index), &mut record);
        stored::read_value(record)
    }

    /// What a person has, with its numbers.
    pub fn values_of(&self, person: u32) -> impl Iterator<Item = (u32, Value)> {
        let (mut from, mut to) = (0, self.layout.values as u32);
        // values stand in the order of the people
        while from < to {
            let middle = from + (to - from) / 2;
            let before = self.value(middle).person < person;
            (from, to) = if before { (middle + 1, to) } else { (from, middle) };
        }
        let own = (from..self.layout.values as u32).map(|i| (i, self.value(i)));
        own.take_while(move |(_, v)| v.person == person)
    }

    pub fn typed(&self, value: Value) -> String {
        self.text(value.text)
    }

    pub fn variants(&self, value: Value) -> Vec<Variant> {
        normalise::variants(value.kind, &self.typed(value), &self.options.country, value.country.code())
    }

    /// Who has what several have.
    pub fn owners(&self) -> &Owners {
        self.owners.get_or_init(|| Owners::of_all(self))
    }

    /// None where every word may begin a text.
    pub fn prefixes(&self) -> Option<&Prefixes> {
        self.beginnings.get_or_init(|| Prefixes::of(self)).as_ref()
    }

    pub fn many_phones(&self) -> bool {
        self.facts.phones >= MANY_PHONES
    }

    fn person(&self, index: u32) -> (String, String) {
        let mut record = [0; stored::ROW];
        self.unseal(self.layout.row(index), &mut record);
        let (id, role) = stored::read_row(record);
        (self.text(id), self.facts.roles.get(role as usize).cloned().unwrap_or_default())
    }

    fn text(&self, span: Span) -> String {
        let at = self.layout.text().saturating_add(span.start);
        let fits = span.start.saturating_add(span.length) <= self.layout.text;
        let mut bytes = vec![0; if fits { span.length } else { 0 }];
        self.unseal(at, &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// `at`: in the index.
    fn unseal(&self, at: usize, into: &mut [u8]) {
        if let Some(sealed) = self.stored().get(at..at + into.len()) {
            into.copy_from_slice(sealed);
            self.cipher.apply(at - self.layout.sealed(), into);
        }
    }
}
