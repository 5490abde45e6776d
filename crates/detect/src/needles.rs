use crate::Scanner;
use facts::{IdentifierKind, Person};
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
    pub people: Vec<Person>,
    pub options: Options,
}

impl Needles {
    pub fn compile(people: &[Person], options: &Options) -> Self {
        Self { inner: Arc::new(Inner { people: people.to_vec(), options: options.clone() }) }
    }

    /// Names what was compiled: same people and options, same digest.
    pub fn digest(&self) -> [u8; 32] {
        use sha2::{Digest, Sha256};
        let mut h = Sha256::new();
        for p in &self.inner.people {
            h.update(format!("{p:?}"));
        }
        h.update(format!("{:?}", self.inner.options));
        h.finalize().into()
    }

    /// Id and role of the person a hit names.
    pub fn person(&self, index: u32) -> (&str, &str) {
        let p = &self.inner.people[index as usize];
        (&p.id, &p.role)
    }

    pub fn scanner(&self) -> Scanner {
        Scanner::new(self.clone())
    }
}
