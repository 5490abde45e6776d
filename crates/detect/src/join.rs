//! The join the other way round, for one question without an index: the keys that stand in the traffic are collected,
//! the people are streamed past them, and only those who may be concerned are compiled.

use crate::compile::{Compiler, MOST_WORDS};
use crate::needles::{Needles, Options};
use crate::spellings::Spellings;
use crate::table::{Pairs, Shape, Table, in_memory};
use crate::{Key, Scanner, simd};
use facts::{Exchange, IdentifierKind, Person};

/// Collects keys from traffic; belongs to one thread.
///
/// ```
/// use detect::{Candidates, Gatherer, Options};
/// let people = detect::people("people.csv", "id,email\np1,a@example.com\np2,b@example.com\n").unwrap();
/// let options = Options::default();
/// let mut gatherer = Gatherer::new(&options, &[facts::IdentifierKind::Email]);
/// gatherer.scan(b"u=b%40example.com");
/// let candidates = Candidates::join(vec![gatherer], &options);
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
        self.tidy();
    }

    /// Collects from an exchange, as [`Scanner::exchange`] looks at it.
    pub fn exchange(&mut self, exchange: &Exchange) {
        self.scanner.exchange("", exchange, &mut |_| (), &mut |_| ());
        self.tidy();
    }

    fn tidy(&mut self) {
        let keys = self.scanner.gathered.get_or_insert_default();
        if keys.len() - self.sorted >= MANY {
            keys.sort_unstable();
            keys.dedup();
            self.sorted = keys.len();
        }
    }
}

/// The keys of some traffic; shared between threads.
pub struct Candidates {
    compiler: Compiler,
    table: Vec<u8>,
    shape: Shape,
}

/// Of some people, those who may be concerned.
pub struct Sifted {
    people: Vec<Person>,
    /// Phone numbers of the others.
    phones: usize,
}

impl Candidates {
    pub fn join(gatherers: Vec<Gatherer>, options: &Options) -> Self {
        let key = Key::default();
        let prints = key.prints();
        let mut pairs = Pairs::default();
        for gatherer in gatherers {
            let mut keys = gatherer.scanner.gathered.unwrap_or_default();
            simd::prints(prints, &mut keys);
            keys.sort_unstable();
            keys.dedup();
            pairs.extend(&keys, &vec![0; keys.len()]);
        }
        let mut table = Vec::new();
        let shape = in_memory(pairs, &mut table);
        Self { compiler: Compiler::new(options, &key), table, shape }
    }

    /// Number of keys, and of bytes they hold.
    pub fn size(&self) -> (usize, usize) {
        (self.shape.entries, self.table.len())
    }

    /// Keeps the people of whom something may stand in the traffic.
    pub fn sift(&self, people: &[Person]) -> Sifted {
        let mut concerned = vec![false; people.len()];
        let table = Table::new(&self.table, self.shape);
        let mut passed = Vec::new();
        let mut probe = |prints: &[u64], owners: &[u32]| {
            passed.clear();
            simd::passing(table.blocks(), prints, &mut passed);
            for i in passed.iter().map(|i| *i as usize) {
                let person = &mut concerned[owners[i] as usize];
                *person = *person || table.get(prints[i]).next().is_some();
            }
        };
        let mut spellings = Spellings::new(self.compiler.ways());
        for (index, person) in people.iter().enumerate() {
            for (kind, typed) in &person.identifiers {
                self.compiler.spell(*kind, typed, index as u32, &mut spellings, &mut probe);
            }
        }
        spellings.end(&mut probe);
        let mut sifted = Sifted { people: Vec::new(), phones: 0 };
        for (person, concerned) in people.iter().zip(concerned) {
            if concerned {
                sifted.people.push(person.clone());
            } else {
                sifted.phones += person.identifiers.iter().filter(|(k, _)| *k == IdentifierKind::Phone).count();
            }
        }
        sifted
    }

    /// Needles of those who were kept, to go through the same traffic once more: it finds what an index of all people
    /// finds.
    pub fn needles(&self, sifted: Vec<Sifted>) -> Needles {
        let phones = sifted.iter().map(|s| s.phones).sum();
        let parts = sifted.iter().map(|s| self.compiler.part(&s.people)).collect();
        self.compiler.join_of(parts, phones)
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
        let mut gatherers = vec![Gatherer::new(&options, &kinds), Gatherer::new(&options, &kinds)];
        gatherers[0].scan(data.as_bytes());
        gatherers[1].exchange(&exchange);
        let candidates = Candidates::join(gatherers, &options);
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
}
