//! Counts exactly: every person once, however often seen.

use super::crowd::Crowd;
use super::look::Seen;
use super::{Looked, Scanned};
use detect::{Hashes, Needles};
use facts::{Counts, Gap, IdentifierKind, Problem, Summary, SummaryRecipient, SummarySource, Unreadable};
use jiff::{Timestamp, tz::TimeZone};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// Named one by one; beyond it they are counted, so that a bad file of any size costs no memory.
const MOST_NAMED: u64 = 1000;
/// Where a list of people says nothing of a role or a country.
const UNKNOWN: &str = "unknown";

#[derive(Default)]
pub(super) struct Tally {
    exchanges: u64,
    all: Group,
    /// Seen where it cannot be chance.
    certain: Crowd,
    /// Sightings of each person's own identifiers.
    each: HashMap<u32, u64>,
    /// Sightings of what several people have, by the person of whom it was told.
    shared: HashMap<u32, u64>,
    /// Addresses that several people have.
    addresses: HashSet<u64>,
    recipients: HashMap<Arc<str>, (Group, [u64; IdentifierKind::ALL.len()])>,
    months: Months,
    sources: Vec<SummarySource>,
    unreadable: Vec<Unreadable>,
    gaps: Vec<Gap>,
    /// Bodies that are not there, and their bytes, by file and host: one gap each.
    missing: BTreeMap<(usize, String, String), (u64, u64)>,
    /// Those that were not named.
    more_gaps: u64,
    unopened: Vec<Problem>,
}

/// People and sightings of one kind, and when.
#[derive(Default)]
struct Group {
    people: Crowd,
    sightings: u64,
    first: Option<Timestamp>,
    last: Option<Timestamp>,
}

impl Group {
    fn add(&mut self, person: Option<u32>, at: Option<Timestamp>) {
        self.sightings += 1;
        if let Some(person) = person {
            self.people.add(person);
        }
        if let Some(at) = at {
            self.first = Some(self.first.map_or(at, |first| first.min(at)));
            self.last = Some(self.last.map_or(at, |last| last.max(at)));
        }
    }

    fn counts(&self) -> Counts {
        Counts { people: self.people.len(), sightings: self.sightings }
    }
}

impl Tally {
    /// Of files of these names.
    pub fn new(files: &[String]) -> Self {
        let named = |name: &String| SummarySource { source: name.clone(), ..SummarySource::default() };
        Self { sources: files.iter().map(named).collect(), ..Self::default() }
    }

    pub fn sightings(&self) -> u64 {
        self.all.sightings
    }

    pub fn add(&mut self, looked: Looked) {
        let source = &mut self.sources[looked.file];
        if let Some(kind) = looked.kind {
            kind.word().clone_into(&mut source.format);
        }
        source.exchanges += looked.exchanges;
        source.sightings += looked.seen.len() as u64;
        source.sightings_without_time += looked.seen.iter().filter(|seen| seen.at.is_none()).count() as u64;
        for unreadable in looked.unreadable {
            source.unreadable += 1;
            if source.unreadable <= MOST_NAMED {
                self.unreadable.push(unreadable);
            }
        }
        source.gaps += looked.gaps.len() as u64;
        looked.gaps.into_iter().for_each(|gap| self.gap(gap));
        for (name, host, bytes) in looked.missing {
            let known = self.missing.entry((looked.file, name, host)).or_default();
            *known = (known.0 + 1, known.1.saturating_add(bytes));
        }
        self.unopened.extend(looked.unopened);
        // nothing in it is damaged: no line of the file's own
        self.unreadable.extend(looked.stopped);
        self.exchanges += looked.exchanges;
        looked.seen.into_iter().for_each(|seen| self.seen(seen));
    }

    fn gap(&mut self, gap: Gap) {
        if self.gaps.len() < MOST_NAMED as usize {
            self.gaps.push(gap);
        } else {
            self.more_gaps += 1;
        }
    }

    fn seen(&mut self, seen: Seen) {
        // an address that several people have is nobody's own
        let person = seen.person.filter(|_| !seen.shared);
        match (seen.person, seen.shared) {
            (Some(person), true) => *self.shared.entry(person).or_default() += 1,
            (Some(person), false) => *self.each.entry(person).or_default() += 1,
            (None, _) => {}
        }
        self.addresses.extend(seen.same.filter(|_| seen.shared && is_address(seen.identifier)));
        self.all.add(person, seen.at);
        if let Some(person) = person.filter(|_| !seen.low) {
            self.certain.add(person);
        }
        if let Some(at) = seen.at {
            self.months.group(at).add(person, None);
        }
        let (group, identifiers) = self.recipients.entry(seen.recipient).or_default();
        group.add(person, seen.at);
        identifiers[seen.identifier as usize] += 1;
    }

    pub fn end(mut self, needles: &Needles, bytes: u64, stopped: bool) -> Scanned {
        let (by_role, by_country) = self.kinds_of_people(needles);
        for source in self.sources.iter().filter(|s| s.unreadable > MOST_NAMED) {
            let why = format!("and {} more", source.unreadable - MOST_NAMED);
            self.unreadable.push(Unreadable { source: source.source.clone(), line: None, why });
        }
        for ((file, name, host), (requests, bytes)) in std::mem::take(&mut self.missing) {
            let why = match bytes {
                0 => "what was sent is not in the file".to_owned(),
                bytes => format!("{bytes} bytes were sent that are not in the file"),
            };
            self.sources[file].gaps += 1;
            self.gap(Gap::new(format!("bodies of {requests} requests to {host} in {name}"), why));
        }
        if self.more_gaps > 0 {
            let what = format!("{} more parts", self.more_gaps);
            self.gaps.push(Gap::new(what, "only the first thousand are named"));
        }
        let found = self.sources.iter().filter(|s| s.sightings > 0 && s.sightings_without_time == s.sightings);
        let timeless = found.map(|source| source.source.clone()).collect();
        let vendors = judge::Vendors::builtin();
        let mut by_recipient: Vec<SummaryRecipient> = self
            .recipients
            .iter()
            .map(|(recipient, (group, identifiers))| SummaryRecipient {
                recipient: recipient.to_string(),
                people: group.people.len(),
                sightings: group.sightings,
                first: group.first,
                last: group.last,
                identifiers: named(identifiers),
                country: vendors.country(recipient),
            })
            .collect();
        by_recipient.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.recipient.cmp(&b.recipient)));
        let summary = Summary {
            schema: Summary::SCHEMA.to_owned(),
            exchanges: self.exchanges,
            bytes,
            sightings: self.all.sightings,
            people: self.all.people.len(),
            people_low_confidence: self.all.people.len() - self.certain.len(),
            shared_addresses: self.addresses.len() as u64,
            first: self.all.first,
            last: self.all.last,
            by_recipient,
            by_role,
            by_country,
            by_month: self.months.named(),
            unreadable: self.unreadable,
            gaps: self.gaps,
            sources: self.sources,
            stopped,
            hashes: (needles.hashes() == Hashes::Common).then(|| "common".to_owned()),
        };
        Scanned { summary, timeless, unopened: self.unopened, ..Scanned::default() }
    }

    /// By role and by country. Sightings of what several people have count for the role of the one of whom they were
    /// told, those of nobody in particular for none.
    fn kinds_of_people(&self, needles: &Needles) -> (BTreeMap<String, Counts>, BTreeMap<String, Counts>) {
        let (mut roles, mut countries) = (BTreeMap::new(), BTreeMap::new());
        let mut add = |person: Option<u32>, people: u64, sightings: u64| {
            let role = person.map(|p| needles.person(p).1).unwrap_or_default();
            let country = person.and_then(|p| needles.country(p)).unwrap_or_default();
            count(&mut roles, role, people, sightings);
            count(&mut countries, country, people, sightings);
        };
        let mut known = 0;
        for person in self.all.people.iter() {
            let sightings = self.each.get(&person).copied().unwrap_or_default();
            known += sightings;
            add(Some(person), 1, sightings);
        }
        for (person, sightings) in &self.shared {
            known += sightings;
            add(Some(*person), 0, *sightings);
        }
        if self.all.sightings > known {
            add(None, 0, self.all.sightings - known);
        }
        (roles, countries)
    }
}

/// Where somebody can be reached; a name or a city is none, however many have it.
fn is_address(kind: IdentifierKind) -> bool {
    matches!(kind, IdentifierKind::Email | IdentifierKind::Phone)
}

fn count(groups: &mut BTreeMap<String, Counts>, name: String, people: u64, sightings: u64) {
    let name = if name.is_empty() { UNKNOWN.to_owned() } else { name };
    let counts = groups.entry(name).or_default();
    counts.people += people;
    counts.sightings += sightings;
}

fn named(identifiers: &[u64; IdentifierKind::ALL.len()]) -> BTreeMap<String, u64> {
    let counted = IdentifierKind::ALL.into_iter().map(|kind| (kind.word().to_owned(), identifiers[kind as usize]));
    counted.filter(|(_, n)| *n > 0).collect()
}

/// Groups by calendar month in UTC.
#[derive(Default)]
struct Months {
    groups: BTreeMap<(i16, i8), Group>,
    /// The month asked for last, and the seconds it spans: traffic comes in the order of time.
    last: Option<(Range<i64>, (i16, i8))>,
}

impl Months {
    fn group(&mut self, at: Timestamp) -> &mut Group {
        let second = at.as_second();
        let month = match &self.last {
            Some((span, month)) if span.contains(&second) => *month,
            _ => {
                let day = at.to_zoned(TimeZone::UTC).date();
                let edge = |date: jiff::civil::Date| {
                    date.to_zoned(TimeZone::UTC).map_or(second, |z| z.timestamp().as_second())
                };
                let month = (day.year(), day.month());
                let span = edge(day.first_of_month())..edge(day.last_of_month()) + 86_400;
                self.last = Some((span, month));
                month
            }
        };
        self.groups.entry(month).or_default()
    }

    fn named(&self) -> BTreeMap<String, Counts> {
        self.groups.iter().map(|((year, month), group)| (format!("{year:04}-{month:02}"), group.counts())).collect()
    }
}
