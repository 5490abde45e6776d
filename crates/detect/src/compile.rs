//! From people to needles, in parts: each may be made by a thread of the caller's, and joining them gives what one
//! part would have given.

use crate::derive::{bare, numbers};
use crate::digest::ways;
use crate::encode;
use crate::joining::Beside;
use crate::keys::{
    Class, Digits, MOST_DIGITS, MOST_WORDS, anchor, class_of, mailbox_key, text_key, turned, words_in, words_key,
};
use crate::needles::{Needles, Options, Span, Value};
use crate::normalise::{self, Variant};
use crate::phone::OwnCountry;
use crate::seal::Key;
use crate::spellings::{Sink, Spellings, Ways};
use crate::table::{Pairs, Run, mix};
use crate::tables::Tables;
use facts::{IdentifierKind, Person};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// Compiles people into needles; shared between threads.
///
/// ```
/// use detect::{Compiler, Key, Needles, Options};
/// let people = detect::people("people.csv", "id,email\np1,a@example.com\np2,b@example.com\n").unwrap();
/// let key = Key::new([7; 32]);
/// let compiler = Compiler::new(&Options::default(), &key);
/// let parts = people.chunks(1).map(|chunk| compiler.part(chunk)).collect();
/// let mut file = Vec::new();
/// compiler.join(parts).save(&mut file).unwrap();
/// let needles = Needles::load("people.slx", std::sync::Arc::new(file), &key, &Options::default()).unwrap();
/// assert_eq!(needles.people(), 2);
/// ```
pub struct Compiler {
    pub(crate) options: Options,
    pub(crate) key: Key,
    ways: Ways,
}

/// Some of the people, compiled.
#[derive(Default)]
pub struct Part {
    pub(crate) pairs: Pairs,
    pub(crate) values: Vec<Value>,
    /// Person → (id, index in `roles`).
    pub(crate) rows: Vec<(Span, u32)>,
    pub(crate) roles: Vec<String>,
    pub(crate) text: Vec<u8>,
    pub(crate) domains: Vec<u64>,
    /// (key of the canonical spelling, value).
    pub(crate) canonical: Vec<(u64, u32)>,
    pub(crate) most_words: usize,
    pub(crate) digit_lengths: u32,
    pub(crate) phones: usize,
    /// Sum of the people's digests: what was compiled, whatever the parts.
    pub(crate) sum: [u64; 4],
}

/// From so many values on, a key says nothing.
pub(crate) const MANY: usize = 64;
/// No identifier is longer; what is, is nobody's.
const LONGEST: usize = 1 << 16;

impl Compiler {
    pub fn new(options: &Options, key: &Key) -> Self {
        let ways = Ways::new(ways(options.hashes, &options.salts), key.prints());
        Self { options: options.clone(), key: key.clone(), ways }
    }

    /// Compiles people; their order is that of the parts.
    pub fn part<'p>(&self, people: impl IntoIterator<Item = &'p Person>) -> Part {
        let mut making = Making {
            compiler: self,
            part: Part::default(),
            spellings: Spellings::new(&self.ways),
            seen: HashMap::new(),
            roles: HashMap::new(),
        };
        people.into_iter().for_each(|p| making.person(p));
        let Making { mut part, spellings, .. } = making;
        spellings.end(&mut |prints, values| part.pairs.extend(prints, values));
        part.pairs.0.iter_mut().for_each(Run::shrink);
        part
    }

    /// Joins parts, in order.
    pub fn join(&self, parts: Vec<Part>) -> Needles {
        self.join_of(parts, Beside::default())
    }

    /// Joins the parts of some of the people of a list.
    pub(crate) fn join_of(&self, parts: Vec<Part>, beside: Beside) -> Needles {
        let mut joining = self.joining_with(beside);
        let mut runs: Vec<Vec<Run>> = parts.into_iter().map(|part| joining.add(part)).collect();
        let joined = joining.end();
        let mut piece = |(i, of): (usize, Range<usize>)| {
            let take = |runs: &mut Vec<Run>| runs[of.clone()].iter_mut().map(std::mem::take).collect::<Vec<_>>();
            joined.piece(i, runs.iter_mut().flat_map(take).collect())
        };
        joined.needles(joined.pieces().enumerate().map(&mut piece))
    }
}

/// A digest of a person as words that add up.
pub(crate) fn add(sum: &mut [u64; 4], other: [u64; 4]) {
    sum.iter_mut().zip(other).for_each(|(s, o)| *s = s.wrapping_add(o));
}

struct Making<'a> {
    compiler: &'a Compiler,
    part: Part,
    spellings: Spellings<'a>,
    /// What was typed → its value: what many people have in common is compiled once.
    seen: HashMap<(IdentifierKind, OwnCountry, String), u32>,
    roles: HashMap<String, u32>,
}

impl Making<'_> {
    fn person(&mut self, person: &Person) {
        let mut digest = Sha256::new().chain_update(&person.id).chain_update("\t").chain_update(&person.role);
        let id = self.text(&person.id);
        let role = match self.roles.get(&person.role) {
            Some(role) => *role,
            None => {
                self.part.roles.push(person.role.clone());
                self.roles.insert(person.role.clone(), self.part.roles.len() as u32 - 1);
                self.part.roles.len() as u32 - 1
            }
        };
        self.part.rows.push((id, role));
        let country = self.compiler.own_country(person);
        for (kind, typed) in &person.identifiers {
            ["\t", kind.word(), "\t", typed].iter().for_each(|some| digest.update(some));
            let country = if *kind == IdentifierKind::Phone { country } else { OwnCountry::default() };
            self.value(*kind, typed, country);
        }
        let digest: [u8; 32] = digest.finalize().into();
        let words = digest.as_chunks::<8>().0;
        add(&mut self.part.sum, std::array::from_fn(|i| u64::from_le_bytes(words[i])));
    }

    fn text(&mut self, text: &str) -> Span {
        let start = self.part.text.len();
        self.part.text.extend_from_slice(text.as_bytes());
        Span { start, length: text.len() }
    }

    fn value(&mut self, kind: IdentifierKind, typed: &str, country: OwnCountry) {
        if typed.trim().is_empty() || typed.len() > LONGEST {
            return;
        }
        let person = self.part.rows.len() as u32 - 1;
        self.part.phones += usize::from(kind == IdentifierKind::Phone);
        let index = self.part.values.len() as u32;
        let known = *self.seen.entry((kind, country, typed.to_owned())).or_insert(index);
        if known < index {
            let known = &mut self.part.values[known as usize];
            known.shared |= known.person != person;
            // what somebody has is asked for by the person: `Inner::values_of`
            let own = Value { person, ..*known };
            self.part.values.push(own);
            return;
        }
        let shared = kind == IdentifierKind::Email
            && typed.split_once('@').is_some_and(|(l, _)| Tables::get().is_role_address(l.trim()));
        let text = self.text(typed);
        self.part.values.push(Value { kind, person, shared, country, text });
        let part = &mut self.part;
        let value = (kind, typed, country);
        let spelled = self.compiler.spell(value, index, &mut self.spellings, &mut |prints, values| {
            part.pairs.extend(prints, values);
        });
        part.canonical.push((spelled.canonical, index));
        part.domains.extend(spelled.domains.iter().map(|d| self.compiler.ways.prints().of(*d)));
        part.most_words = part.most_words.max(spelled.most_words);
        part.digit_lengths |= spelled.digit_lengths;
    }
}

/// What is to be known of a value beside its keys.
#[derive(Default)]
pub(crate) struct Spelled {
    pub canonical: u64,
    domains: Vec<u64>,
    most_words: usize,
    digit_lengths: u32,
}

impl Compiler {
    pub(crate) fn ways(&self) -> &Ways {
        &self.ways
    }

    pub(crate) fn own_country(&self, person: &Person) -> OwnCountry {
        OwnCountry::of(person.identifiers.iter().map(|(kind, typed)| (*kind, typed.as_str())), &self.options.country)
    }

    /// Gives everything one value is looked for by to `spellings`, as `owner`'s.
    pub(crate) fn spell(
        &self,
        (kind, typed, country): (IdentifierKind, &str, OwnCountry),
        owner: u32,
        spellings: &mut Spellings<'_>,
        sink: Sink<'_>,
    ) -> Spelled {
        let mut spelled = Spelled::default();
        let own = country.code().filter(|_| kind == IdentifierKind::Phone);
        let variants = normalise::variants(kind, typed, &self.options.country, own);
        spelled.canonical = same_key(kind, &variants);
        let mut plain = Vec::new();
        for variant in &variants {
            if is_findable(kind, &variant.text) {
                spelled.text(kind, &variant.text, &mut plain);
            }
            if variant.text.len() >= 2 {
                spellings.hashed(variant, owner, sink);
            }
        }
        plain.sort_unstable();
        plain.dedup();
        plain.into_iter().for_each(|key| spellings.plain(key, owner, sink));
        spelled
    }
}

impl Spelled {
    /// Texts with one key differ in letter case, or in what stands between digits or words.
    fn text(&mut self, kind: IdentifierKind, text: &str, keys: &mut Vec<u64>) {
        match class_of(text) {
            Class::Mailbox => {
                let key = mailbox_key(text.bytes().rev());
                if keys.contains(&key) {
                    return;
                }
                keys.push(key);
                keys.push(mailbox_key(text.bytes().rev().map(encode::rot13_byte)));
                keys.push(match text.is_ascii() {
                    true => mailbox_key(text.bytes()),
                    false => text_key(&encode::reversed(text)),
                });
                self.domains.extend(text.rsplit_once('@').map(|(_, d)| text_key(d)));
            }
            Class::Digits => {
                let digits = Digits::of(text);
                if keys.contains(&digits.key()) {
                    return;
                }
                keys.push(digits.key());
                if digits.count <= MOST_DIGITS {
                    self.digit_lengths |= 1 << digits.count;
                }
                if digits.count >= 9 {
                    keys.push(digits.backwards());
                }
            }
            Class::Words => {
                keys.extend(anchor(kind, text).map(|stretch| words_key(&text[stretch])));
                let key = words_key(text);
                if keys.contains(&key) {
                    return;
                }
                keys.push(key);
                keys.extend(turned(text).map(|text| words_key(&text)));
                self.most_words = self.most_words.max(words_in(text).min(MOST_WORDS));
            }
        }
    }
}

/// Names an identifier, however it was typed.
pub(crate) fn same_key(kind: IdentifierKind, variants: &[Variant]) -> u64 {
    let canonical = canonical(kind, variants);
    let key = match kind {
        // another key is that of any letter case and separators
        IdentifierKind::ExternalId | IdentifierKind::Address => {
            canonical.bytes().fold(0, |key, b| mix(key ^ u64::from(b)))
        }
        _ => text_key(&canonical),
    };
    mix(key ^ (kind as u64) << 48)
}

/// Two spellings of one identifier have the same canonical one: of a number that may be of two countries, that in its
/// person's own, which comes last.
fn canonical(kind: IdentifierKind, variants: &[Variant]) -> Cow<'_, str> {
    let named = |name: &str| variants.iter().rfind(|v| v.form().last() == Some(name));
    let typed = &variants[0];
    let best = match kind {
        IdentifierKind::Phone => named("e164"),
        IdentifierKind::NationalId => named("pnr-10").or(named("no-separator")),
        IdentifierKind::BirthDate => named("date-compact"),
        IdentifierKind::Country => named("country-code").or(named("lowercase")),
        // `1-2` is not `12`
        IdentifierKind::Address => {
            let text = typed.text.to_lowercase();
            return (bare(&text) + &numbers(&text).collect::<Vec<_>>().join(" ")).into();
        }
        // letter case and separators tell some of them apart
        IdentifierKind::ExternalId => return typed.text.trim().into(),
        _ => named("lowercase"),
    };
    best.unwrap_or(typed).text.as_str().into()
}

/// Whether the plain text says enough to be looked for. Hashes of it always are.
pub fn is_findable(kind: IdentifierKind, text: &str) -> bool {
    use IdentifierKind as K;
    let least: usize = match kind {
        K::Country | K::Name => return false,
        // words are not read on past a colon
        K::BirthDate if text.contains(':') => return false,
        K::GivenName | K::FamilyName | K::City => 2,
        K::PostalCode | K::ExternalId => 4,
        K::Password => 8,
        K::Email | K::BirthDate | K::Address => 6,
        K::Phone => 7,
        K::NationalId => 9,
        K::Card | K::Iban => 12,
    };
    match text.is_ascii() {
        true => text.bytes().filter(u8::is_ascii_alphanumeric).count() >= least,
        false => text.chars().filter(|c| c.is_alphanumeric()).count() >= least,
    }
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
        assert_eq!(one.person(0), ("a".into(), "patient".into()));
    }

    fn list() -> Vec<Person> {
        vec![
            person("a", &[(IdentifierKind::Email, "Anna@Example.com"), (IdentifierKind::Phone, "070-174 06 05")]),
            person("b", &[(IdentifierKind::Email, "anna@example.com"), (IdentifierKind::Phone, "+46701740605")]),
            person("c", &[(IdentifierKind::Email, "c@example.com"), (IdentifierKind::Email, "C@example.com")]),
            person("d", &[(IdentifierKind::Email, "info@example.com")]),
            person("e", &[(IdentifierKind::City, "Malmö"), (IdentifierKind::Email, "e@example.com")]),
            person("f", &[(IdentifierKind::City, "Malmö"), (IdentifierKind::Email, "e@example.com")]),
        ]
    }

    #[test]
    fn one_value_of_two_people_in_two_spellings_is_shared() {
        let needles = Needles::compile(&list(), &Options::default());
        let inner = &needles.inner;
        let shared: Vec<bool> = (0..inner.layout.values as u32).map(|i| inner.value(i).shared).collect();
        assert_eq!(shared, [true, true, true, true, false, false, true, true, true, true, true]);
        assert_eq!(inner.typed(inner.value(7)), "Malmö");
    }

    #[test]
    fn a_country_that_many_have_is_everybodys() {
        let from = |id: &str, country| person(id, &[(IdentifierKind::Country, country)]);
        let list = [from("a", "SE"), from("b", "SE"), from("c", "FI"), person("d", &[]), from("e", "SE")];
        let needles = Needles::compile(&list, &Options::default());
        let countries: Vec<_> = (0..5).map(|i| needles.country(i)).collect();
        assert_eq!(
            countries.iter().map(Option::as_deref).collect::<Vec<_>>(),
            [Some("SE"), Some("SE"), Some("FI"), None, Some("SE")]
        );
    }

    #[test]
    fn parts_joined_are_what_one_part_is() {
        let compiler = Compiler::new(&Options::default(), &Key::new([3; 32]));
        let whole = compiler.join(vec![compiler.part(&list())]);
        for size in 1..6 {
            let joined = compiler.join(list().chunks(size).map(|c| compiler.part(c)).collect());
            assert_eq!(joined.digest(), whole.digest(), "{size}");
            for text in ["anna@example.com", "0701740605", "malmö", "e@example.com", "info@example.com"] {
                let data =
                    format!("city={text}&x={}", encode::hex(&crate::digest::hash("md5").unwrap()(text.as_bytes())));
                let hits = |n: &Needles| crate::tests::hits(n, data.as_bytes());
                assert_eq!(hits(&joined), hits(&whole), "{size} {text}");
                assert!(!hits(&whole).is_empty());
            }
        }
    }
}
