//! What says little by itself, a name, a town, a postal code, says more together: who of several it is, and whether it is
//! anybody of the list at all.

use crate::Hit;
use crate::hit::Words;
use crate::needles::Owners;
use crate::scan::{Found, Scanner, Whose, says_little};
use facts::IdentifierKind;
use std::collections::{HashMap, HashSet};

/// From so much on, what one exchange holds of a person is that person's.
const ENOUGH: u32 = 3;
/// More who have one thing are not looked at one by one.
const MOST: usize = 512;

/// How much a kind of identifier tells of who it is.
fn weight(kind: IdentifierKind, shared: bool) -> u32 {
    use IdentifierKind as K;
    match kind {
        K::Country => 0,
        K::GivenName | K::FamilyName | K::City | K::PostalCode => 1,
        K::BirthDate | K::Name | K::Address => 2,
        // a household's number, a company's address
        _ if shared => 2,
        _ => ENOUGH,
    }
}

/// Something that was found, and all who have it.
struct Thing {
    kind: IdentifierKind,
    low: bool,
    /// By spelling: the form, and whose it is, ascending.
    whose: Vec<(Words, Vec<u32>)>,
    shared: bool,
}

impl Found {
    /// All who have it, ascending, by its form.
    pub fn whose(&self, owners: &Owners) -> Vec<(Words, Vec<u32>)> {
        match &self.whose {
            Some(Whose { all, .. }) => all.iter().map(|one| (one.form.clone(), owners.of(one.value))).collect(),
            None => vec![(self.hit.form.clone(), self.hit.person.iter().copied().collect())],
        }
    }
}

impl Thing {
    fn new(found: &Found, owners: &Owners) -> Self {
        let Hit { identifier, low, .. } = &found.hit;
        Self { kind: *identifier, low: *low, whose: found.whose(owners), shared: found.whose.is_some() }
    }

    /// Its form, if the person has it.
    fn of(&self, person: u32) -> Option<&Words> {
        self.whose.iter().find(|(_, all)| all.binary_search(&person).is_ok()).map(|(form, _)| form)
    }

    /// Those of `some`, ascending, who have it. A town has many people and an exchange may name few, or the other way round.
    fn among(&self, some: &[u32]) -> Vec<u32> {
        if some.len() < self.count() {
            return some.iter().copied().filter(|person| self.of(*person).is_some()).collect();
        }
        let mut all: Vec<u32> = self.people().filter(|person| some.binary_search(person).is_ok()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn people(&self) -> impl Iterator<Item = u32> + '_ {
        self.whose.iter().flat_map(|(_, all)| all.iter().copied())
    }

    fn count(&self) -> usize {
        self.whose.iter().map(|(_, all)| all.len()).sum()
    }
}

/// What is held of one person: of each kind how much, and how much of it could not be chance.
#[derive(Default)]
pub(crate) struct Held {
    kinds: HashMap<IdentifierKind, (u32, u32)>,
}

impl Held {
    fn add(&mut self, thing: &Thing) {
        let told = weight(thing.kind, thing.shared);
        let (all, certain) = self.kinds.entry(thing.kind).or_default();
        *all = told.max(*all);
        *certain = if thing.low { *certain } else { told.max(*certain) };
    }

    fn all(&self) -> u32 {
        self.kinds.values().map(|(all, _)| all).sum()
    }

    fn certain(&self) -> u32 {
        self.kinds.values().map(|(_, certain)| certain).sum()
    }
}

impl Scanner {
    /// Tells of what several have and what says little whose it is, by all that the exchange holds of each of them; of
    /// nobody where it fits several alike. What does not come to enough is of low confidence.
    pub(super) fn weigh_together(&self, found: &mut [Found]) {
        if self.inner.options.made_up {
            return;
        }
        let held = self.weigh(found);
        for f in found.iter_mut().filter(|f| says_little(f.hit.identifier) && !f.hit.shared) {
            f.hit.low |= f.hit.person.and_then(|p| held.get(&p)).is_none_or(|held| held.certain() < ENOUGH);
        }
    }

    /// Tells what several have of the one of them of whom most is there. Gives how much that is, of each.
    pub(crate) fn weigh(&self, found: &mut [Found]) -> HashMap<u32, Held> {
        let mut held = HashMap::new();
        // people who are made up have nothing in common with anybody
        if self.inner.options.made_up || !found.iter().any(|f| says_little(f.hit.identifier)) {
            return held;
        }
        let (things, of) = things(found, self.inner.owners());
        let people = people(&things);
        for thing in &things {
            for person in thing.among(&people) {
                held.entry(person).or_default().add(thing);
            }
        }
        // named by something of their own: what several have was told of them
        let own = |f: &&Found| f.whose.is_none() && !f.hit.low && !says_little(f.hit.identifier);
        let named: HashSet<u32> = found.iter().filter(own).filter_map(|f| f.hit.person).collect();
        let told: Vec<_> = things.iter().map(|thing| heaviest(thing, &people, &held)).collect();
        for (f, thing) in found.iter_mut().zip(of) {
            let is_named = f.hit.person.is_some_and(|person| named.contains(&person));
            if let Some((person, form)) = told[thing].as_ref().filter(|_| !is_named) {
                (f.hit.person, f.hit.form, f.hit.shared) = (Some(*person), form.clone(), false);
            }
        }
        held
    }
}

/// What was found, each once, and which of these each find is: a list of customers holds the same town ten thousand times.
fn things(found: &[Found], owners: &Owners) -> (Vec<Thing>, Vec<usize>) {
    let (mut things, mut known) = (Vec::new(), HashMap::new());
    let which = |f: &Found| {
        let own = f.whose.is_none().then(|| (f.hit.person, f.hit.form.clone()));
        let all = f.whose.iter().flat_map(|whose| whose.all.iter());
        let all: Vec<_> = all.map(|one| (one.value.text.start, one.value.person, one.form.clone())).collect();
        *known.entry((f.hit.identifier, f.hit.low, own, all)).or_insert_with(|| {
            things.push(Thing::new(f, owners));
            things.len() - 1
        })
    };
    let of = found.iter().map(which).collect();
    (things, of)
}

/// Of those of `people` who have it, where several may, the one of whom the exchange holds most, beside this: none where that
/// is several, or where it tells of somebody by itself.
fn heaviest(thing: &Thing, people: &[u32], held: &HashMap<u32, Held>) -> Option<(u32, Words)> {
    if !thing.shared || !says_little(thing.kind) {
        return None;
    }
    let own = weight(thing.kind, true);
    let fits = thing.among(people).into_iter().filter_map(|person| Some((held.get(&person)?.all(), person)));
    let mut fits: Vec<_> = fits.filter(|(all, _)| *all > own).collect();
    fits.sort_unstable_by_key(|(all, person)| (u32::MAX - all, *person));
    match &*fits {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, person), ..] => Some((*person, thing.of(*person)?.clone())),
        [] => None,
    }
}

/// Whose what was found may be: those of what few have, or else those who have the two things that fewest have.
fn people(things: &[Thing]) -> Vec<u32> {
    let mut all: Vec<u32> = things.iter().filter(|t| t.count() <= MOST).flat_map(Thing::people).collect();
    if all.is_empty() {
        let mut by_count: Vec<&Thing> = things.iter().collect();
        by_count.sort_by_key(|thing| thing.count());
        if let [first, rest @ ..] = &*by_count
            && let Some(second) = rest.iter().find(|thing| thing.kind != first.kind)
        {
            all.extend(first.people().filter(|person| second.of(*person).is_some()).take(MOST));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use crate::{Compiler, Key, Needles, Options};
    use facts::{Exchange, IdentifierKind};

    const PEOPLE: &str = "id,email,phone,given_name,family_name,birth_date,postal_code,city\n\
        a,anna@example.com,070-174 06 05,Anna,Berg,1979-04-16,215 14,Malmö\n\
        b,bo@example.com,070-174 06 05,Bosse,Berg,1981-02-03,215 14,Malmö\n\
        c,cecilia@example.com,070-174 06 07,Anna,Ek,1979-04-16,903 30,Umeå\n\
        d,d@example.com,070-174 06 08,Doris,Lind,1950-01-02,111 22,Kiruna\n";

    /// Of each sighting the person, with `?` where it may be chance and `+` where it is several people's.
    fn told(query: &str) -> Vec<String> {
        let people = crate::people("p.csv", PEOPLE).unwrap();
        let needles = Needles::compile(&people, &Options::default());
        let exchange = Exchange { url: format!("https://t.example.net/?{query}"), ..Exchange::default() };
        let mut all = Vec::new();
        needles.scanner().exchange(
            "t",
            &exchange,
            &mut |s| {
                let (low, shared) = (s.confidence.map_or("", |_| "?"), if s.shared { "+" } else { "" });
                all.push(format!("{}{low}{shared}", s.person));
            },
            &mut |_| (),
        );
        all
    }

    #[test]
    fn what_says_little_alone_may_be_chance() {
        assert_eq!(told("city=Kiruna"), ["d?"]);
        assert_eq!(told("birth_date=1950-01-02"), ["d?"]);
        assert_eq!(told("given_name=Doris&family_name=Berg"), ["d?", "a+"]);
        assert_eq!(told("given_name=Doris&family_name=Lind&city=Kiruna"), ["d", "d", "d"]);
        assert_eq!(told("city=Kiruna&email=d@example.com"), ["d", "d"]);
    }

    #[test]
    fn several_together_tell_of_whom_each_alone_does_not() {
        // a first name, a family name, a town of several each: only one has all three
        assert_eq!(told("given_name=Anna&family_name=Berg&city=Malm%C3%B6"), ["a", "a", "a"]);
        assert_eq!(told("given_name=Bosse&family_name=Berg&zip=21514"), ["b", "b", "b"]);
        assert_eq!(told("given_name=Anna&birth_date=1979-04-16&postal_code=903%2030"), ["c", "c", "c"]);
        // two have both
        assert_eq!(told("family_name=Berg&city=Malm%C3%B6"), ["a+", "a+"]);
        // a household's number and a first name
        assert_eq!(told("given_name=Bosse&phone=%2B46701740605")[0], "b");
        // a mother's and her child's names
        assert_eq!(told("fn=Anna&ln=Ek&ct=Ume%C3%A5&kid_fn=Doris&kid_ln=Lind&kid_ct=Kiruna").len(), 6);
    }

    /// A list of customers: what is done is in proportion to what stands there, not to its square.
    #[test]
    fn what_stands_there_again_and_again_is_one_thing() {
        let people = crate::people("p.csv", PEOPLE).unwrap();
        let needles = Needles::compile(&people, &Options::default());
        let mut scanner = needles.scanner();
        scanner.reset(0, true);
        scanner.pairs("name=Anna+Berg&city=Malm%C3%B6&email=anna@example.com&".repeat(40).as_bytes(), 0);
        scanner.scan_waiting();
        let (things, of) = super::things(&scanner.found, scanner.inner.owners());
        assert!(things.len() < 8 && of.len() >= 120, "{} of {}", things.len(), of.len());
    }

    #[test]
    fn who_of_several_it_is_does_not_depend_on_how_the_list_was_cut() {
        let people = crate::people("p.csv", PEOPLE).unwrap();
        let compiler = Compiler::new(&Options::default(), &Key::default());
        for at in 0..=people.len() {
            let needles = compiler.join(vec![compiler.part(&people[..at]), compiler.part(&people[at..])]);
            let url = "https://t.example.net/?given_name=Bosse&family_name=Berg&city=Malm%C3%B6".to_owned();
            let exchange = Exchange { url, ..Exchange::default() };
            let mut all = Vec::new();
            needles.scanner().exchange("t", &exchange, &mut |s| all.push(s.person), &mut |_| ());
            assert_eq!(all, ["b", "b", "b"], "{at}");
        }
    }

    #[test]
    fn a_line_names_who_of_several_it_is() {
        let needles = Needles::compile(&crate::people("p.csv", PEOPLE).unwrap(), &Options::default());
        let text =
            "('b', 'Bosse', 'Berg', 'bo@example.com', 'Malmö'),\n('a', 'Anna', 'Berg', 'anna@example.com', 'Malmö')";
        let mut all = Vec::new();
        needles.scanner().scan(text.as_bytes(), &mut |hit| all.push((hit.offset > 50, hit.person)));
        assert!(all.len() > 6 && all.iter().all(|(second, person)| *person == Some(u32::from(!second))), "{all:?}");
    }

    #[test]
    fn a_street_called_by_a_town_is_no_town() {
        let csv = "id,email,address,city\na,mari@example.se,Kase 4-1,Pärnu\nb,jaan@example.com,Pärnu mnt 96-13,Jõhvi\n\
            c,c@example.com,Malmö allé 3,Malmö\n";
        let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
        let told = |body: &str| {
            let exchange =
                Exchange { url: "https://t.example/".into(), body: Some(body.into()), ..Exchange::default() };
            let mut all = Vec::new();
            let sink = &mut |s: facts::Sighting| all.push((s.person, s.identifier));
            needles.scanner().exchange("t", &exchange, sink, &mut |_| ());
            all
        };
        let b = |kind| ("b".to_owned(), kind);
        assert_eq!(
            told(r#"{"a":"Pärnu mnt 96-13","city":"Jõhvi"}"#),
            [b(IdentifierKind::Address), b(IdentifierKind::City)]
        );
        assert_eq!(told("Pärnu mnt 96-13, Jõhvi"), [b(IdentifierKind::Address), b(IdentifierKind::City)]);
        assert_eq!(told("Kase 4-1, Pärnu").len(), 2);
        assert_eq!(told(r#"{"a":"Malmö allé 3"}"#).len(), 2, "the same person's town");
    }
}
