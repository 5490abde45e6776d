//! Tokens that several people have: told once, of nobody in particular, and in an exchange of those whom it names.

use super::known::Recognised;
use super::{Found, Scanner};
use crate::Hit;
use crate::derive::Change;
use facts::IdentifierKind;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// All who may have a token: first those who are nearest to it.
pub(crate) struct Whose {
    pub all: Arc<[Arc<Recognised>]>,
    pub near: usize,
}

/// Whose a token is.
pub(super) struct Match {
    pub found: Arc<Recognised>,
    pub region: Range<usize>,
    pub low: bool,
}

impl Scanner {
    /// Tells whose a token is; false where it is nobody's.
    pub(super) fn report_all(&mut self, mut matches: Vec<Match>) -> bool {
        let any = !matches.is_empty();
        matches.sort_by_key(|m| (m.found.value.kind as u8, m.found.value.person));
        for kind in matches.chunk_by_mut(|a, b| a.found.value.kind == b.found.value.kind) {
            self.report_kind(kind);
        }
        matches.clear();
        self.matches = matches;
        any
    }

    /// Tells whose a token is as one kind of identifier; `matches` by person.
    fn report_kind(&mut self, matches: &mut [Match]) {
        // nearly always one has it
        if let [own] = matches
            && !own.found.value.shared
        {
            return self.report(own, false, None);
        }
        let least = matches.iter().map(|m| m.found.far).min().expect("a kind has a match");
        let nearest: Vec<u64> = matches.iter().filter(|m| m.found.far == least).map(|m| m.found.same).collect();
        // who has the same identifier has it, however it was typed
        let is_near = |m: &Match| nearest.contains(&m.found.same);
        matches.sort_by_key(|m| !is_near(m));
        let (near, further) = matches.split_at(matches.partition_point(is_near));
        let asked: Vec<_> = further.iter().map(|m| &m.found).filter(|found| may_be_meant(found)).collect();
        let whose = |near: Vec<&Arc<Recognised>>| Whose {
            near: near.len(),
            all: near.into_iter().chain(asked.clone()).cloned().collect(),
        };
        // one token may fit several who typed other things: `Storgatan 1` and `Storgatan 2`, a number in two countries
        let several = near.windows(2).any(|two| two[0].found.value.person != two[1].found.value.person);
        let is_shared = |m: &&Match| several || m.found.value.shared;
        let of = || near.iter().filter(is_shared);
        if let Some(first) = of().next() {
            let told = Match { found: first.found.clone(), region: first.region.clone(), low: of().all(|m| m.low) };
            self.report(&told, true, Some(whose(of().map(|m| &m.found).collect())));
        }
        for own in near.iter().filter(|m| !is_shared(m)) {
            self.report(own, false, (!asked.is_empty()).then(|| whose(vec![&own.found])));
        }
    }

    /// `whose`: all who may have it, where these are several.
    fn report(&mut self, Match { found, region, low }: &Match, shared: bool, whose: Option<Whose>) {
        self.recognised += 1;
        self.holds_something(region.start);
        let Some(offset) = self.first_seen(found.name(shared), region) else { return };
        let layers = self.layers();
        let hit = Hit {
            person: Some(found.value.person),
            identifier: found.value.kind,
            form: found.form.clone(),
            layers,
            offset,
            low: *low,
            shared,
            same: Some(found.same),
        };
        self.tell(hit, region.clone(), whose);
        if found.value.kind == IdentifierKind::Address {
            self.forget_pieces(region);
        }
    }

    /// A street may be called by a town or a name: what was just found within the address is nobody's but of whoever has
    /// that too.
    fn forget_pieces(&mut self, region: &Range<usize>) {
        use IdentifierKind::{City, FamilyName, GivenName};
        let Some((address, before)) = self.found.split_last() else { return };
        let near =
            |f: &&Found| f.layer == address.layer && f.region.start >= region.start && f.region.end <= region.end;
        let first = before.len() - before.iter().rev().take_while(near).count();
        let is_piece = |f: &Found| matches!(f.hit.identifier, City | GivenName | FamilyName);
        if !before[first..].iter().any(is_piece) {
            return;
        }
        let inner = self.inner.clone();
        let people = |found: &Found| -> Vec<u32> {
            found.whose(inner.owners()).into_iter().flat_map(|(_, people)| people).collect()
        };
        let own = people(address);
        let is_strangers = |f: &Found| is_piece(f) && !people(f).iter().any(|p| own.contains(p));
        let strangers: Vec<usize> = (first..before.len()).rev().filter(|i| is_strangers(&before[*i])).collect();
        strangers.into_iter().for_each(|i| drop(self.found.remove(i)));
    }

    /// Tells what several have of those of them whom the same line names: bytes as they stand hold no exchanges.
    pub(super) fn name_by_line(&mut self, window: &[u8]) {
        if self.found.iter().all(|f| f.whose.is_none()) {
            return;
        }
        let mut found = std::mem::take(&mut self.found);
        let ends: Vec<u64> = memchr::memchr_iter(b'\n', window).map(|at| self.given + at as u64).collect();
        let line = |f: &Found| ends.partition_point(|end| *end < f.hit.offset);
        found.sort_by_key(line);
        for of_line in found.chunk_by_mut(|a, b| line(a) == line(b)) {
            self.tell_of_the_named(of_line);
            self.weigh(of_line);
        }
        self.found = found;
    }

    /// What several people have is told of those of them whom the same exchange names by something of their own: of
    /// several such, of the one who is named nearest. `found` in the order of the exchange.
    pub(crate) fn tell_of_the_named(&mut self, found: &mut [Found]) {
        let mut kinds: Vec<IdentifierKind> = Vec::new();
        kinds.extend(found.iter().filter(|f| f.whose.is_some()).map(|f| f.hit.identifier));
        if kinds.is_empty() {
            return;
        }
        let named = self.named(found, &kinds);
        for (at, Found { hit, whose, .. }) in found.iter_mut().enumerate() {
            let Some(Whose { all, near }) = whose else { continue };
            let named = all.iter().enumerate().filter_map(|(i, one)| {
                let place = nearest(named.get(&one.same)?, at);
                Some((i >= *near, one, place))
            });
            // of two spellings of it, the one that the person typed
            let order = |(far, one, (place, person)): &(bool, &Arc<Recognised>, (usize, u32))| {
                (*far, place.abs_diff(at), one.value.person != *person)
            };
            if let Some((far, one, (_, person))) = named.min_by_key(order) {
                hit.person = Some(person);
                hit.form = one.form.clone();
                hit.shared |= far;
            }
        }
    }

    /// By identifiers of these kinds: where in the exchange those who have them are named, and who that is.
    fn named(&mut self, found: &[Found], kinds: &[IdentifierKind]) -> HashMap<u64, Vec<(usize, u32)>> {
        let inner = self.inner.clone();
        let mut of: HashMap<u32, Vec<u64>> = HashMap::new();
        let mut named: HashMap<u64, Vec<(usize, u32)>> = HashMap::new();
        let own = |f: &Found| f.hit.person.filter(|_| f.whose.is_none() && !f.hit.low);
        for (at, person) in found.iter().enumerate().filter_map(|(at, f)| Some((at, own(f)?))) {
            let has = of.entry(person).or_insert_with(|| {
                let values = inner.values_of(person).filter(|(_, v)| kinds.contains(&v.kind));
                values.map(|(value, _)| self.known_value(&inner, value).same).collect()
            });
            has.iter().for_each(|same| named.entry(*same).or_default().push((at, person)));
        }
        named
    }
}

/// Of places in order, the nearest; the one before where two are.
fn nearest(places: &[(usize, u32)], at: usize) -> (usize, u32) {
    let after = places.partition_point(|(place, _)| *place < at);
    let beside = places[after.saturating_sub(1)..].iter().take(2);
    *beside.min_by_key(|(place, _)| place.abs_diff(at)).expect("nobody is named nowhere")
}

/// Kinds of which one token may well be several people's who typed different things.
pub(crate) fn says_little(kind: IdentifierKind) -> bool {
    use IdentifierKind as K;
    use K::{Address, BirthDate, City, Country, FamilyName, GivenName, Name, PostalCode};
    matches!(kind, GivenName | FamilyName | Name | Address | City | PostalCode | Country | BirthDate)
}

/// Whether what somebody else typed more nearly may be this one's all the same, if the exchange holds more of this one. Not
/// where numbers are others: that is another house.
fn may_be_meant(found: &Recognised) -> bool {
    says_little(found.value.kind)
        && found.value.kind != IdentifierKind::BirthDate
        && found.far.0 != Change::Numbers
        && found.far.1 != Change::Numbers
}
