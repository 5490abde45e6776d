//! The join the other way round, for one question without an index: the keys that stand in the traffic are collected,
//! the people are streamed past them, and only those who may be concerned are compiled.

use crate::compile::Compiler;
use crate::joining::Beside;
use crate::keys::MOST_WORDS;
use crate::needles::{Needles, Options};
use crate::spellings::Spellings;
use crate::table::Filter;
use crate::{Key, Scanner, simd};
use facts::{Exchange, IdentifierKind, Person};
use std::collections::HashSet;

/// Collects keys from traffic; belongs to one thread at a time.
///
/// ```
/// use detect::{Candidates, Gatherer, Options};
/// let people = detect::people("people.csv", "id,email\np1,a@example.com\np2,b@example.com\n").unwrap();
/// let options = Options::default();
/// let mut gatherer = Gatherer::new(&options, &[facts::IdentifierKind::Email]);
/// gatherer.scan(b"u=b%40example.com");
/// let candidates = Candidates::new(gatherer.keys(), &options);
/// // as often as there are people, on any thread
/// let sifted = candidates.sift(&people);
/// // then the traffic once more, for those who may be concerned
/// let needles = candidates.needles(vec![sifted]);
/// assert_eq!(needles.people(), 1);
/// ```
pub struct Gatherer {
    scanner: Scanner,
    /// How many keys are sorted already.
    sorted: usize,
}

/// So many collected keys are sorted before more are added: most traffic repeats itself.
const MANY: usize = 8 << 20;

impl Gatherer {
    /// `kinds`: what the list of people holds; words are only collected where one of them is written in words.
    pub fn new(options: &Options, kinds: &[IdentifierKind]) -> Self {
        use IdentifierKind as K;
        let in_words = |k: &K| !matches!(k, K::Email | K::Phone | K::Card | K::BirthDate | K::Country);
        let mut scanner =
            Needles::of_nobody(options, if kinds.iter().any(in_words) { MOST_WORDS } else { 0 }).scanner();
        scanner.gathered = Some(Vec::new());
        Self { scanner, sorted: 0 }
    }

    /// Collects from bytes as they stand, as [`Scanner::scan`] looks at them.
    pub fn scan(&mut self, bytes: &[u8]) {
        self.scanner.scan(bytes, &mut |_| ());
        self.tidy(MANY);
    }

    /// Collects from an exchange, as [`Scanner::exchange`] looks at it.
    pub fn exchange(&mut self, exchange: &Exchange) {
        self.scanner.exchange("", exchange, &mut |_| (), &mut |_| ());
        self.tidy(MANY);
    }

    /// Hands over what was collected so far, each key once, ascending.
    pub fn keys(&mut self) -> Vec<u64> {
        self.tidy(1);
        self.sorted = 0;
        self.scanner.take_gaps();
        self.scanner.gathered.replace(Vec::new()).unwrap_or_default()
    }

    fn tidy(&mut self, many: usize) {
        let keys = self.scanner.gathered.get_or_insert_default();
        if keys.len() - self.sorted >= many {
            keys.sort_unstable();
            keys.dedup();
            self.sorted = keys.len();
        }
    }
}

/// The keys of some traffic; shared between threads.
pub struct Candidates {
    compiler: Compiler,
    filter: Filter,
    known: HashSet<String>,
}

/// Of some people, those who may be concerned.
#[derive(Default)]
pub struct Sifted {
    people: Vec<Person>,
    beside: Beside,
}

impl Sifted {
    /// Ids of those who may be concerned.
    pub fn into_ids(self) -> impl Iterator<Item = String> {
        self.people.into_iter().map(|person| person.id)
    }
}

impl Candidates {
    /// `keys`: of [`Gatherer::keys`], in any order and any number of times.
    pub fn new(mut keys: Vec<u64>, options: &Options) -> Self {
        let key = Key::default();
        simd::prints(key.prints(), &mut keys);
        Self { compiler: Compiler::new(options, &key), filter: Filter::new(keys), known: HashSet::new() }
    }

    /// Keeps these people too: something stands in traffic whose keys are not here.
    pub fn with(self, ids: HashSet<String>) -> Self {
        Self { known: ids, ..self }
    }

    /// Number of keys, and of bytes they hold.
    pub fn size(&self) -> (usize, usize) {
        self.filter.size()
    }

    /// Keeps the people of whom something may stand in the traffic.
    pub fn sift(&self, people: &[Person]) -> Sifted {
        let mut concerned: Vec<bool> = people.iter().map(|person| self.known.contains(&person.id)).collect();
        let mut passed = Vec::new();
        let mut probe = |prints: &[u64], owners: &[u32]| {
            passed.clear();
            simd::passing(self.filter.blocks(), prints, &mut passed);
            for i in passed.iter().map(|i| *i as usize) {
                let person = &mut concerned[owners[i] as usize];
                *person = *person || self.filter.holds(prints[i]);
            }
        };
        let mut spellings = Spellings::new(self.compiler.ways());
        let mut canonical = Vec::new();
        for (index, person) in people.iter().enumerate() {
            let country = self.compiler.own_country(person);
            for (kind, typed) in &person.identifiers {
                let value = (*kind, typed.as_str(), country);
                let spelled = self.compiler.spell(value, index as u32, &mut spellings, &mut probe);
                canonical.push((index, spelled.canonical));
            }
        }
        spellings.end(&mut probe);
        let mut sifted = Sifted::default();
        sifted.beside.canonical.extend(canonical.iter().filter(|(i, _)| !concerned[*i]).map(|(_, key)| key));
        for (person, concerned) in people.iter().zip(concerned) {
            if concerned {
                sifted.people.push(person.clone());
            } else {
                let phones = person.identifiers.iter().filter(|(k, _)| *k == IdentifierKind::Phone);
                sifted.beside.phones += phones.count();
            }
        }
        sifted
    }

    /// Needles of those who were kept, to go through the same traffic once more: it finds what an index of all people
    /// finds. `sifted` in the order of the people.
    pub fn needles(&self, sifted: Vec<Sifted>) -> Needles {
        let mut beside = Beside::default();
        let mut parts = Vec::with_capacity(sifted.len());
        for some in sifted {
            beside.phones += some.beside.phones;
            beside.canonical.extend(some.beside.canonical);
            parts.push(self.compiler.part(&some.people));
        }
        self.compiler.join_of(parts, beside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{anna, hits};
    use facts::Sighting;

    #[test]
    fn finds_what_an_index_finds() {
        let mut people = anna();
        for i in 0..300 {
            let identifiers = vec![
                (IdentifierKind::Email, format!("person.{i}@example.org")),
                (IdentifierKind::Phone, format!("+4670174{i:04}")),
            ];
            people.push(Person { id: format!("q{i}"), role: "user".into(), identifiers });
        }
        let options = Options::default();
        let whole = Needles::compile(&people, &options);
        let digest = crate::encode::base64url(&crate::digest::hash("sha256").unwrap()(b"person.7@example.org"));
        let inside = crate::encode::base64(b"{\"mail\":\"person.9@example.org\",\"ph\":\"0701740033\"}");
        let data = format!("a={digest}&b={inside}&c=anna-karin+%C3%96bergsson&host=example.org&user=person.11");
        let exchange = Exchange { url: format!("https://t.example.net/?{data}"), ..Exchange::default() };
        let kinds = [IdentifierKind::Email, IdentifierKind::Phone, IdentifierKind::FamilyName];
        let mut gatherers = [Gatherer::new(&options, &kinds), Gatherer::new(&options, &kinds)];
        gatherers[0].scan(data.as_bytes());
        // what may stand between digits, without any
        gatherers[0].scan(b"a=(-)-(.)-(/)-(+)&b=%28-%29-%28.%29-%28+%29");
        gatherers[1].exchange(&exchange);
        let candidates = Candidates::new(gatherers.iter_mut().flat_map(Gatherer::keys).collect(), &options);
        let needles = candidates.needles(people.chunks(50).map(|c| candidates.sift(c)).collect());
        assert_eq!(needles.people(), 5);
        let named = |n: &Needles| -> Vec<_> {
            let all = hits(n, data.as_bytes());
            all.into_iter().map(|h| (n.person(h.person.unwrap()).0, h.form, h.layers, h.offset, h.low)).collect()
        };
        assert_eq!(named(&needles), named(&whole));
        assert_eq!(named(&whole).len(), 5);
        let seen = |n: &Needles| {
            let mut all = Vec::new();
            n.scanner().exchange("t", &exchange, &mut |s| all.push(Sighting { index: None, ..s }), &mut |_| ());
            all
        };
        assert_eq!(seen(&needles), seen(&whole));
    }

    /// Two people typed the same number, and mean two; what may be either's is told once.
    #[test]
    fn a_number_is_read_as_one_of_the_persons_own_country_too() {
        let csv = "id,phone,country\np1,040 1234567,FI\np2,040 1234567,\np3,040 1234568;+358 9 12345678,\n";
        let people = crate::people("people.csv", csv).unwrap();
        let hash = |text: &str| crate::encode::hex(&crate::digest::hash("sha256").unwrap()(text.as_bytes()));
        let data = ["+358401234567", "+46401234567", "358401234568"].map(hash).join("&");
        let options = Options::default();
        let mut gatherer = Gatherer::new(&options, &[IdentifierKind::Phone]);
        gatherer.scan(data.as_bytes());
        let candidates = Candidates::new(gatherer.keys(), &options);
        let joined = candidates.needles(vec![candidates.sift(&people)]);
        for needles in [joined, Needles::compile(&people, &options)] {
            let all = hits(&needles, data.as_bytes());
            let named: Vec<_> = all.iter().map(|h| (needles.person(h.person.unwrap()).0, h.form.join(" "))).collect();
            let named: Vec<_> = named.iter().map(|(id, form)| (id.as_str(), form.as_str())).collect();
            assert_eq!(named[0], ("p1", "FI e164 sha256 hex"));
            // whose number it would be in the list's country nobody can tell
            assert_eq!(named[1..], [("p1", "e164 sha256 hex"), ("p3", "FI e164-digits sha256 hex")]);
            assert_eq!(all.iter().map(|hit| hit.shared).collect::<Vec<_>>(), [false, true, false]);
        }
    }

    /// Who has it too may not be concerned: nobody sent what they typed.
    #[test]
    fn an_identifier_somebody_else_typed_otherwise_is_shared() {
        let person = |id: &str, typed: &str| Person {
            id: id.into(),
            role: String::new(),
            identifiers: vec![(IdentifierKind::Phone, typed.into())],
        };
        let people = [person("a", "070 17 40 605"), person("b", "+46701740605"), person("c", "+46701740606")];
        let digest = crate::digest::hash("sha256").unwrap()(b"070 17 40 605");
        let data = crate::encode::hex(&digest);
        let options = Options::default();
        let mut gatherer = Gatherer::new(&options, &[IdentifierKind::Phone]);
        gatherer.scan(data.as_bytes());
        let candidates = Candidates::new(gatherer.keys(), &options);
        let needles = candidates.needles(people.iter().map(|p| candidates.sift(std::slice::from_ref(p))).collect());
        assert_eq!(needles.people(), 1);
        let (joined, whole) =
            (hits(&needles, data.as_bytes()), hits(&Needles::compile(&people, &options), data.as_bytes()));
        assert_eq!(joined, whole);
        assert!(joined[0].shared);
    }
}
