//! A draft case from audit findings: only what the findings show, each fact with the finding it came from.

mod scan;

pub use scan::{FROM_SCAN, draft_of_scan};

use super::{Act, Command, Occurred, Origin};
use crate::facts::{BreachFacts, People, Recipients};
use crate::tables::tables;
use facts::{Finding, Report, Sighting};
use jiff::Timestamp;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// How words of findings become words of facts. Table `tables/forms/draft.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftTable {
    #[serde(rename = "source")]
    _source: String,
    country: String,
    /// Kind of data by identifier word.
    data: BTreeMap<String, String>,
    /// Group of people by role in the journey.
    group: BTreeMap<String, String>,
    other_group: String,
    /// The first and the last step of a `form` that a hash leaves: `sha256` …
    hashes: BTreeSet<String>,
    /// Facts every finding of this kind stands for.
    nature: Vec<String>,
    confidentiality: String,
    incident: Vec<String>,
    incident_on_conflict: String,
    cause_on_conflict: String,
    /// The word for recipients that are all of this category, and for others.
    recipient: String,
    recipient_category: String,
    recipient_otherwise: String,
    hashed: String,
    plain: String,
    title: String,
}

/// Opens a draft case from the findings named (all of the report, if none is named). `by` is left to the caller.
/// `category` is what a vendor's table says of a recipient.
pub fn draft<'a>(report: &Report, finding_ids: &[String], category: impl Fn(&str) -> Option<&'a str>) -> Command {
    let chosen: Vec<&Finding> =
        report.findings.iter().filter(|f| finding_ids.is_empty() || finding_ids.contains(&f.id)).collect();
    let sightings = Seen::of(report, &chosen);
    // What a finding without sightings is about got nobody's data.
    let telling = chosen.iter().copied().filter(|f| sightings.0.is_empty() || !f.sightings.is_empty());
    let telling: Vec<&Finding> = telling.collect();
    let mut sketch = Sketch { report, findings: &chosen, telling: &telling, seen: &sightings, origins: Vec::new() };
    let facts = sketch.facts(category);
    let last = sketch.last();
    let title = sketch.title();
    Command::new(
        "",
        Act::Open {
            id: String::new(),
            title,
            reference: String::new(),
            country: tables().draft.country.clone(),
            facts,
            origins: sketch.origins,
            findings: chosen.iter().map(|f| f.id.clone()).collect(),
            suspected: last,
            // That it was seen at the audit does not tell since when it has gone on.
            occurred: Occurred::Unknown,
            exercise: false,
            note: super::Text::default(),
        },
    )
}

struct Seen<'a>(Vec<(&'a str, &'a Sighting)>);

impl<'a> Seen<'a> {
    fn of(report: &'a Report, findings: &[&'a Finding]) -> Self {
        let each = findings.iter().flat_map(|f| f.sightings.iter().map(move |i| (f.id.as_str(), *i)));
        Self(each.filter_map(|(id, i)| Some((id, report.sightings.get(i)?))).collect())
    }
}

struct Sketch<'a> {
    report: &'a Report,
    findings: &'a [&'a Finding],
    /// Those of them that say what went to whom.
    telling: &'a [&'a Finding],
    seen: &'a Seen<'a>,
    origins: Vec<Origin>,
}

impl Sketch<'_> {
    fn facts<'v>(&mut self, category: impl Fn(&str) -> Option<&'v str>) -> BreachFacts {
        let table = &tables().draft;
        let mut facts = BreachFacts {
            nature: self.given("nature", &table.nature),
            incident: Some(self.incident()),
            ..BreachFacts::default()
        };
        if self.seen.0.is_empty() {
            return facts;
        }
        facts.confidentiality = Some(self.of_all("confidentiality", table.confidentiality.clone()));
        facts.unintelligible = Some(self.protection());
        facts.data = Some(self.kinds());
        facts.recipients = Some(self.recipients(category));
        facts.people = Some(People { groups: Some(self.groups()), ..People::default() });
        if self.conflict().is_some() {
            facts.cause = Some(table.cause_on_conflict.clone());
            let from = self.conflict().map(|f| f.id.clone()).unwrap_or_default();
            self.origin("cause", &from);
        }
        facts
    }

    fn origin(&mut self, fact: &str, finding: &str) {
        let origin = Origin { fact: fact.to_owned(), from: format!("finding:{finding}") };
        if !self.origins.contains(&origin) {
            self.origins.push(origin);
        }
    }

    fn of_all<T>(&mut self, fact: &str, value: T) -> T {
        for finding in self.telling {
            self.origin(fact, &finding.id);
        }
        value
    }

    fn given(&mut self, fact: &str, words: &[String]) -> Vec<String> {
        self.of_all(fact, words.to_vec())
    }

    /// A finding of a setting that is served otherwise than declared.
    fn conflict(&self) -> Option<&Finding> {
        let vendors: BTreeSet<&str> =
            self.report.settings.iter().filter(|s| s.conflict).map(|s| s.vendor.as_str()).collect();
        let hit =
            |f: &&&Finding| f.rule.contains("setting") || f.recipient.as_deref().is_some_and(|r| vendors.contains(r));
        self.findings.iter().find(hit).copied()
    }

    fn incident(&mut self) -> Vec<String> {
        let table = &tables().draft;
        let mut words = self.given("incident", &table.incident);
        if let Some(finding) = self.conflict().map(|f| f.id.clone()) {
            words.push(table.incident_on_conflict.clone());
            self.origin("incident", &finding);
        }
        words
    }

    /// One value in clear is enough for "no"; hashes of contact details can be found again by whoever holds accounts.
    fn protection(&mut self) -> String {
        let table = &tables().draft;
        let hashed = |s: &Sighting| s.form.iter().any(|step| table.hashes.contains(step));
        let plain = self.seen.0.iter().find(|(_, s)| !hashed(s)).map(|(id, _)| (*id).to_owned());
        match plain {
            Some(finding) => {
                self.origin("unintelligible", &finding);
                table.plain.clone()
            }
            None => self.of_all("unintelligible", table.hashed.clone()),
        }
    }

    fn kinds(&mut self) -> Vec<String> {
        let table = &tables().draft;
        let mut kinds = BTreeSet::new();
        for (finding, sighting) in &self.seen.0 {
            let kind = table.data.get(sighting.identifier.word()).cloned();
            if kinds.insert(kind.unwrap_or_else(|| "other".to_owned())) {
                self.origin("data", finding);
            }
        }
        kinds.into_iter().collect()
    }

    fn groups(&mut self) -> Vec<String> {
        let table = &tables().draft;
        let mut groups = BTreeSet::new();
        for (finding, sighting) in &self.seen.0 {
            let group = table.group.get(&sighting.role).unwrap_or(&table.other_group);
            if groups.insert(group.clone()) {
                self.origin("people.groups", finding);
            }
        }
        groups.into_iter().collect()
    }

    fn recipients<'v>(&mut self, category: impl Fn(&str) -> Option<&'v str>) -> Recipients {
        let table = &tables().draft;
        let got: Vec<(&str, &str)> =
            self.telling.iter().filter_map(|f| Some((f.recipient.as_deref()?, f.id.as_str()))).collect();
        let names: BTreeSet<&str> = got.iter().map(|(name, _)| *name).collect();
        for (_, finding) in &got {
            self.origin("recipients.who", finding);
            self.origin("recipients.count", finding);
        }
        let advertise = names.iter().all(|name| category(name) == Some(&table.recipient_category));
        let who = if advertise { &table.recipient } else { &table.recipient_otherwise };
        let known = !names.is_empty();
        Recipients { who: known.then(|| who.clone()), count: known.then_some(names.len() as f64), erased: None }
    }

    fn last(&self) -> Option<Timestamp> {
        self.seen.0.iter().filter_map(|(_, s)| s.at).max().or(self.report.ended)
    }

    fn title(&self) -> String {
        let service = self.report.service.as_ref().unwrap_or(&self.report.start);
        let name =
            |id: &str| self.report.recipients.iter().find(|r| r.id == id).map_or(id.to_owned(), |r| r.name.clone());
        let names: BTreeSet<String> = self.telling.iter().filter_map(|f| f.recipient.as_deref()).map(name).collect();
        let to = names.into_iter().collect::<Vec<_>>().join(", ");
        tables().draft.title.replace("{service}", service).replace("{recipients}", &to)
    }
}
