use crate::digest::{Way, ways};
use crate::keys::{Class, class_of, digest_key, text_key, words_in};
use crate::normalise::{self, Variant};
use crate::strings::Strings;
use crate::table::{Table, mix};
use crate::tables::Tables;
use crate::{Scanner, encode};
use facts::{IdentifierKind, Person};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::Arc;

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
    /// Keys under which vendors take identifiers; from judge's tables.
    pub match_keys: Vec<MatchKey>,
    /// Bytes that opening containers may produce for one exchange (or one `scan`).
    pub budget: usize,
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
            match_keys: Vec::new(),
            budget: 64 << 20,
        }
    }
}

/// Compiled identifiers: immutable, cheap to clone, shared between threads.
#[derive(Clone)]
pub struct Needles {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub options: Options,
    pub ways: Vec<Way>,
    pub table: Table,
    strings: Strings,
    /// Per person: index of id and of role in `strings`.
    people: Vec<(u32, u32)>,
    values: Vec<Value>,
    /// Most words any plain text has; 0 where no text is looked for by words.
    pub most_words: usize,
    /// Some text is shorter than seven digits (postal codes, birth dates).
    pub short_digits: bool,
    pub has_digits: bool,
    /// So many phone numbers that a bare national one may be chance.
    pub many_phones: bool,
    /// Hashes of the e-mail domains: for addresses split into user and domain.
    pub domains: Vec<u64>,
    digest: [u8; 32],
}

/// One value of one person.
#[derive(Clone, Copy)]
pub(crate) struct Value {
    pub kind: IdentifierKind,
    pub person: u32,
    typed: u32,
    pub shared: bool,
}

impl Needles {
    /// Compiles identifiers in every normalisation and every hash of the tables.
    pub fn compile(people: &[Person], options: &Options) -> Self {
        let mut builder = Builder::new(options);
        for person in people {
            builder.person(person);
        }
        Self { inner: Arc::new(builder.finish()) }
    }

    /// Names what was compiled: same people and options, same digest.
    pub fn digest(&self) -> [u8; 32] {
        self.inner.digest
    }

    /// Id and role of the person a hit names.
    pub fn person(&self, index: u32) -> (&str, &str) {
        let (id, role) = self.inner.people[index as usize];
        (self.inner.strings.get(id), self.inner.strings.get(role))
    }

    /// Number of keys, and of bytes they hold in memory with the identifiers.
    pub fn size(&self) -> (usize, usize) {
        let i = &*self.inner;
        let values = i.values.len() * size_of::<Value>() + i.people.len() * 8;
        (i.table.len(), i.table.bytes() + values + i.strings.bytes())
    }

    pub fn scanner(&self) -> Scanner {
        Scanner::new(self.clone())
    }
}

impl Inner {
    pub fn value(&self, index: u32) -> Value {
        self.values[index as usize]
    }

    pub fn typed(&self, value: Value) -> &str {
        self.strings.get(value.typed)
    }

    pub fn variants(&self, index: u32) -> Vec<Variant> {
        let value = self.value(index);
        normalise::variants(value.kind, self.typed(value), &self.options.country)
    }
}

struct Builder<'a> {
    options: &'a Options,
    ways: Vec<Way>,
    strings: Strings,
    roles: HashMap<String, u32>,
    people: Vec<(u32, u32)>,
    values: Vec<Value>,
    /// (canonical spelling, value): equal canonicals of different people are shared.
    canonical: Vec<(u64, u32)>,
    pairs: Vec<(u64, u32)>,
    most_words: usize,
    short_digits: bool,
    has_digits: bool,
    phones: usize,
    domains: Vec<u64>,
    digest: Sha256,
}

/// From so many phone numbers on, a bare national number in traffic may be chance.
const MANY_PHONES: usize = 1000;

impl<'a> Builder<'a> {
    fn new(options: &'a Options) -> Self {
        let mut digest = Sha256::new();
        digest.update(format!("sluss/needles/1 {options:?}"));
        Self {
            options,
            ways: ways(&options.salts),
            strings: Strings::default(),
            roles: HashMap::new(),
            people: Vec::new(),
            values: Vec::new(),
            canonical: Vec::new(),
            pairs: Vec::new(),
            most_words: 0,
            short_digits: false,
            has_digits: false,
            phones: 0,
            domains: Vec::new(),
            digest,
        }
    }

    fn person(&mut self, person: &Person) {
        self.digest.update(format!("\n{}\t{}", person.id, person.role));
        let id = self.strings.push(&person.id);
        let role = match self.roles.get(&person.role) {
            Some(role) => *role,
            None => {
                let role = self.strings.push(&person.role);
                self.roles.insert(person.role.clone(), role);
                role
            }
        };
        self.people.push((id, role));
        for (kind, typed) in &person.identifiers {
            self.digest.update(format!("\t{}\t{typed}", kind.word()));
            self.value(*kind, typed);
        }
    }

    fn value(&mut self, kind: IdentifierKind, typed: &str) {
        if typed.trim().is_empty() {
            return;
        }
        let index = self.values.len() as u32;
        let person = (self.people.len() - 1) as u32;
        let shared = kind == IdentifierKind::Email
            && typed.split_once('@').is_some_and(|(l, _)| Tables::get().is_role_address(l.trim()));
        let text = self.strings.push(typed);
        self.values.push(Value { kind, person, typed: text, shared });
        self.phones += usize::from(kind == IdentifierKind::Phone);
        let variants = normalise::variants(kind, typed, &self.options.country);
        self.canonical.push((canonical(kind, &variants), index));
        for variant in &variants {
            self.texts(kind, &variant.text, index);
            self.digests(&variant.text, index);
        }
    }

    fn texts(&mut self, kind: IdentifierKind, text: &str, index: u32) {
        if !is_findable(kind, text) {
            return;
        }
        self.pairs.push((text_key(text), index));
        match class_of(text) {
            Class::Mailbox => {
                self.pairs.push((text_key(&encode::rot13(text)), index));
                self.pairs.push((text_key(&encode::reversed(text)), index));
                self.domains.extend(text.rsplit_once('@').map(|(_, d)| text_key(d)));
            }
            Class::Digits => {
                self.has_digits = true;
                let digits = text.bytes().filter(u8::is_ascii_digit).count();
                self.short_digits |= digits < 7;
                if digits >= 9 {
                    self.pairs.push((text_key(&encode::reversed(text)), index));
                }
            }
            Class::Words => self.most_words = self.most_words.max(words_in(text).min(MOST_WORDS)),
        }
    }

    fn digests(&mut self, text: &str, index: u32) {
        if text.len() < 2 {
            return;
        }
        for way in &self.ways {
            self.pairs.push((digest_key(&way.run(text.as_bytes())), index));
        }
    }

    fn finish(mut self) -> Inner {
        self.canonical.sort_unstable();
        for group in self.canonical.chunk_by(|a, b| a.0 == b.0) {
            let first = self.values[group[0].1 as usize].person;
            if group.iter().any(|(_, v)| self.values[*v as usize].person != first) {
                group.iter().for_each(|(_, v)| self.values[*v as usize].shared = true);
            }
        }
        self.domains.sort_unstable();
        self.domains.dedup();
        Inner {
            options: self.options.clone(),
            ways: self.ways,
            table: Table::build(self.pairs),
            strings: self.strings,
            people: self.people,
            values: self.values,
            most_words: self.most_words,
            short_digits: self.short_digits,
            has_digits: self.has_digits,
            many_phones: self.phones >= MANY_PHONES,
            domains: self.domains,
            digest: self.digest.finalize().into(),
        }
    }
}

/// Longest text by words that is joined.
pub(crate) const MOST_WORDS: usize = 8;

/// Two spellings of one identifier have the same canonical key.
fn canonical(kind: IdentifierKind, variants: &[Variant]) -> u64 {
    let named = |name: &str| variants.iter().find(|v| v.form == [name]);
    let best = match kind {
        IdentifierKind::Phone => named("e164"),
        IdentifierKind::NationalId => named("pnr-10").or(named("no-separator")),
        IdentifierKind::BirthDate => named("date-compact"),
        _ => named("lowercase"),
    };
    mix(text_key(&best.unwrap_or(&variants[0]).text) ^ (kind as u64) << 48)
}

/// Whether the plain text says enough to be looked for. Hashes of it always are.
fn is_findable(kind: IdentifierKind, text: &str) -> bool {
    use IdentifierKind as K;
    let signs = text.chars().filter(|c| c.is_alphanumeric()).count();
    let least = match kind {
        K::Country => return false,
        K::GivenName | K::FamilyName | K::City => 2,
        K::PostalCode | K::ExternalId => 4,
        K::Email | K::BirthDate | K::Address => 6,
        K::Phone => 7,
        K::NationalId => 9,
        K::Card | K::Iban => 12,
    };
    signs >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: &str, identifiers: &[(IdentifierKind, &str)]) -> Person {
        Person {
            id: id.into(),
            role: "patient".into(),
            identifiers: identifiers.iter().map(|(k, v)| (*k, (*v).to_owned())).collect(),
        }
    }

    #[test]
    fn needles_are_send_sync_and_have_a_digest() {
        fn check<T: Send + Sync + Clone>(_: &T) {}
        let options = Options::default();
        let one = Needles::compile(&[person("a", &[(IdentifierKind::Email, "a@example.com")])], &options);
        let same = Needles::compile(&[person("a", &[(IdentifierKind::Email, "a@example.com")])], &options);
        let other = Needles::compile(&[person("a", &[(IdentifierKind::Email, "b@example.com")])], &options);
        check(&one);
        assert_eq!(one.digest(), same.digest());
        assert_ne!(one.digest(), other.digest());
        assert_eq!(one.person(0), ("a", "patient"));
    }

    #[test]
    fn one_value_of_two_people_in_two_spellings_is_shared() {
        let people = [
            person("a", &[(IdentifierKind::Email, "Anna@Example.com"), (IdentifierKind::Phone, "070-174 06 05")]),
            person("b", &[(IdentifierKind::Email, "anna@example.com"), (IdentifierKind::Phone, "+46701740605")]),
            person("c", &[(IdentifierKind::Email, "c@example.com"), (IdentifierKind::Email, "C@example.com")]),
            person("d", &[(IdentifierKind::Email, "info@example.com")]),
        ];
        let needles = Needles::compile(&people, &Options::default());
        let shared: Vec<bool> = needles.inner.values.iter().map(|v| v.shared).collect();
        assert_eq!(shared, [true, true, true, true, false, false, true]);
    }
}
