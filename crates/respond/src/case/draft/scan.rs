//! A draft case from a scan's summary: the numbers it counted and what they show, nothing else. A person is never in it.

use crate::case::{Act, Occurred, Origin, Text};
use crate::facts::{BreachFacts, People, Recipients, Subgroup};
use crate::tables::tables;
use facts::{Counts, Summary};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Where a fact is from that a scan told.
pub const FROM_SCAN: &str = "scan";

/// Recipients and sources that a title names; the rest it counts.
const MOST_NAMED: usize = 3;

/// Opens a draft case, in the country `whose`, from what a scan counted. `trackers` are those of its recipients that are
/// known to follow people around, by id, with their names: that somebody received what is not theirs is told only where
/// all of them are, for one whom nobody knows may be the service itself.
pub fn draft_of_scan(summary: &Summary, trackers: &BTreeMap<String, String>, whose: &str) -> Act {
    let facts = facts(summary, trackers);
    Act::Open {
        id: String::new(),
        title: title(summary, trackers),
        reference: String::new(),
        country: whose.to_owned(),
        origins: origins(&facts),
        facts,
        findings: Vec::new(),
        suspected: None,
        occurred: occurred(summary),
        exercise: false,
        note: Text::default(),
    }
}

fn facts(summary: &Summary, trackers: &BTreeMap<String, String>) -> BreachFacts {
    let table = &tables().draft;
    let received =
        !summary.by_recipient.is_empty() && summary.by_recipient.iter().all(|r| trackers.contains_key(&r.recipient));
    let received = received.then_some(summary.by_recipient.len() as f64);
    BreachFacts {
        nature: table.nature.clone(),
        confidentiality: received.map(|_| table.confidentiality.clone()),
        incident: received.map(|_| table.incident.clone()),
        recipients: received.map(|count| Recipients {
            who: Some(table.recipient.clone()),
            count: Some(count),
            erased: None,
        }),
        data: kinds(summary),
        people: people(summary),
        subgroups: subgroups(summary),
        ..BreachFacts::default()
    }
}

fn kinds(summary: &Summary) -> Option<Vec<String>> {
    let identifiers = summary.by_recipient.iter().flat_map(|r| r.identifiers.keys());
    let kind = |word: &String| tables().draft.data.get(word).cloned().unwrap_or_else(|| "other".to_owned());
    let kinds: BTreeSet<String> = identifiers.map(kind).collect();
    (!kinds.is_empty()).then(|| kinds.into_iter().collect())
}

fn people(summary: &Summary) -> Option<People> {
    let groups: BTreeSet<String> = roles(summary).map(|(role, _)| group(role)).collect();
    let countries = summary.by_country.iter().filter(|(code, n)| n.people > 0 && tables().countries.contains(*code));
    let counted = Counted::of(summary);
    (summary.people > 0).then(|| People {
        groups: (!groups.is_empty()).then(|| groups.into_iter().collect()),
        countries: countries.map(|(code, n)| (code.clone(), n.people as f64)).collect(),
        ..counted.people(summary.people, summary.people - summary.people_low_confidence)
    })
}

/// Roles of the list that somebody was seen of.
fn roles(summary: &Summary) -> impl Iterator<Item = (&String, &Counts)> {
    summary.by_role.iter().filter(|(_, n)| n.people > 0)
}

fn group(role: &str) -> String {
    let table = &tables().draft;
    table.group.get(role).unwrap_or(&table.other_group).clone()
}

/// Who is hit in another way is judged apart: each role of the list is a group of its own, where there are several.
fn subgroups(summary: &Summary) -> Vec<Subgroup> {
    if roles(summary).count() < 2 {
        return Vec::new();
    }
    let counted = Counted::of(summary);
    let subgroup = |(role, n): (&String, &Counts)| {
        // Of a role it is not told who may be seen by chance: that many at most may be too many.
        let certain = n.people.saturating_sub(summary.people_low_confidence);
        let people = People { groups: Some(vec![group(role)]), ..counted.people(n.people, certain) };
        Subgroup { name: role.clone(), facts: json!({ "people": people }) }
    };
    roles(summary).map(subgroup).collect()
}

/// Whether the numbers are all there is to count, or what could be seen of it.
struct Counted {
    whole: bool,
}

impl Counted {
    fn of(summary: &Summary) -> Self {
        let seen = summary.unreadable.is_empty() && summary.gaps.is_empty();
        Self { whole: seen && !summary.stopped && summary.hashes.is_none() }
    }

    /// `certain` of `all` were seen where it cannot be chance.
    fn people(&self, all: u64, certain: u64) -> People {
        let (all, certain) = (all as f64, certain as f64);
        match self.whole {
            true if all == certain => People { count: Some(all), approximate: Some(false), ..People::default() },
            true => People { min: Some(certain), max: Some(all), ..People::default() },
            false => People { min: Some(certain), ..People::default() },
        }
    }
}

/// From the first to the last of what was seen. What archives do not reach back to may have been before.
fn occurred(summary: &Summary) -> Occurred {
    match (summary.first, summary.last) {
        (Some(from), Some(to)) if from < to => Occurred::Range { from, to, estimated: true },
        (Some(at), Some(_)) => Occurred::Point { at, estimated: true },
        _ => Occurred::Unknown,
    }
}

/// Every fact that has a value is the scan's.
fn origins(facts: &BreachFacts) -> Vec<Origin> {
    let whole = serde_json::to_value(facts).unwrap_or_default();
    let known =
        |path: &&String| whole.pointer(&format!("/{}", path.replace('.', "/"))).is_some_and(|v| *v != json!([]));
    let origin = |fact: &str| Origin { fact: fact.to_owned(), from: FROM_SCAN.to_owned() };
    let more = [("people.countries", facts.people.as_ref().is_some_and(|p| !p.countries.is_empty()))];
    let more = more.into_iter().filter(|(_, is)| *is).map(|(fact, _)| origin(fact));
    tables().vocabulary.paths().filter(known).map(|path| origin(path)).chain(more).collect()
}

fn title(summary: &Summary, trackers: &BTreeMap<String, String>) -> String {
    let file = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
    let sources = named(summary.sources.iter().map(|s| file(&s.source)));
    let name = |id: &String| trackers.get(id).unwrap_or(id).clone();
    let recipients = named(summary.by_recipient.iter().map(|r| name(&r.recipient)));
    tables().draft.title.replace("{service}", &sources).replace("{recipients}", &recipients)
}

fn named(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    let first = names.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
    let rest = names.len().saturating_sub(MOST_NAMED);
    if rest == 0 { first } else { format!("{first} + {rest}") }
}
