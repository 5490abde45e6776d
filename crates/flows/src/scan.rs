//! Known people's identifiers in traffic archives: constant memory, all cores, results in the order of the input.

use crate::{Trouble, folder};
use capture::archive::{self, Archive};
use facts::{Counts, Exchange, Gap, Person, Sighting, Summary, SummaryRecipient, Unreadable};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// What the user asked for.
#[derive(Debug, Clone)]
pub struct Order {
    pub files: Vec<PathBuf>,
    pub people: Option<PathBuf>,
    /// Identifiers nobody listed, by pattern.
    pub unknown: bool,
    /// Container layers to peel off.
    pub depth: u8,
    /// ISO 3166-1 alpha-2; how a phone number without `+` is read.
    pub country: String,
}

/// How far a scan is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    pub bytes: u64,
    pub total: u64,
    pub sightings: u64,
}

/// What came of it; the sightings themselves went to the sink.
#[derive(Debug, Default)]
pub struct Scanned {
    pub summary: Summary,
    pub gaps: Vec<Gap>,
    /// Stopped by the user before the end.
    pub stopped: bool,
}

/// Exchanges handed to the cores at once. Large enough to keep them busy, small enough to stop soon and stay small.
const BATCH: usize = 512;
/// Bytes after which a batch is handed on early.
const BATCH_BYTES: usize = 16 << 20;

/// Scans every file. `sink` gets each sighting in input order; `watch` is called after every batch.
pub fn run(
    order: &Order,
    stop: &AtomicBool,
    sink: &mut dyn FnMut(&Sighting) -> Result<(), Trouble>,
    watch: &mut dyn FnMut(Progress),
) -> Result<Scanned, Trouble> {
    let people = people(order)?;
    let keys = judge::Vendors::builtin().match_keys().into_iter();
    let options = detect::Options {
        country: order.country.clone(),
        depth: order.depth,
        unknown: order.unknown,
        match_keys: keys.map(|(key, identifier)| detect::MatchKey { key, identifier }).collect(),
        ..detect::Options::default()
    };
    let needles = detect::Needles::compile(&people, &options);
    let archives = order.files.iter().map(|p| archive::open(p)).collect::<Result<Vec<_>, _>>()?;
    let mut progress = Progress { total: archives.iter().map(Archive::total_bytes).sum(), ..Progress::default() };
    let mut tally = Tally::default();
    let mut done = 0;
    for (path, mut archive) in order.files.iter().zip(archives) {
        let source = path.display().to_string();
        loop {
            let batch = batch(&mut archive, &mut tally);
            if batch.is_empty() {
                break;
            }
            for (exchange, sightings, gaps) in look(&needles, &source, &batch) {
                tally.exchange(exchange, &sightings);
                tally.gaps.extend(gaps);
                for sighting in &sightings {
                    sink(sighting)?;
                }
            }
            progress.bytes = done + archive.bytes_read();
            progress.sightings = tally.sightings;
            watch(progress);
            if stop.load(Ordering::Relaxed) {
                tally.summary.bytes = progress.bytes;
                return Ok(tally.end(true));
            }
        }
        done += archive.bytes_read();
        tally.summary.bytes = done;
    }
    Ok(tally.end(false))
}

/// The people of an order; none without a list.
pub fn people(order: &Order) -> Result<Vec<Person>, Trouble> {
    match &order.people {
        Some(path) => Ok(detect::people(&path.display().to_string(), &folder::text(path)?)?),
        None => Ok(Vec::new()),
    }
}

fn batch(archive: &mut Archive, tally: &mut Tally) -> Vec<Exchange> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    for next in archive.by_ref() {
        match next {
            Ok(exchange) => {
                bytes += exchange.url.len() + exchange.body.as_ref().map_or(0, Vec::len);
                batch.push(exchange);
            }
            Err(unreadable) => tally.summary.unreadable.push(unreadable),
        }
        if batch.len() == BATCH || bytes >= BATCH_BYTES {
            break;
        }
    }
    batch
}

type Looked<'a> = (&'a Exchange, Vec<Sighting>, Vec<Gap>);

fn look<'a>(needles: &detect::Needles, source: &str, batch: &'a [Exchange]) -> Vec<Looked<'a>> {
    let vendors = judge::Vendors::builtin();
    batch
        .par_iter()
        .map_init(
            || needles.scanner(),
            |scanner, exchange| {
                let (mut sightings, mut gaps) = (Vec::new(), Vec::new());
                scanner.exchange(source, exchange, &mut |s| sightings.push(s), &mut |g| gaps.push(g));
                for sighting in &mut sightings {
                    sighting.recipient = sighting.host.as_deref().map(|h| vendors.recipient(h).id);
                }
                (exchange, sightings, gaps)
            },
        )
        .collect()
}

/// Counts exactly: every person once, however often seen.
#[derive(Default)]
struct Tally {
    summary: Summary,
    gaps: Vec<Gap>,
    sightings: u64,
    people: HashSet<String>,
    shared: HashSet<(String, String)>,
    recipients: BTreeMap<String, (SummaryRecipient, HashSet<String>)>,
    groups: HashMap<Group, (u64, HashSet<String>)>,
}

#[derive(PartialEq, Eq, Hash)]
enum Group {
    Role(String),
    Country(String),
    Month(String),
}

impl Tally {
    fn exchange(&mut self, _: &Exchange, sightings: &[Sighting]) {
        self.summary.exchanges += 1;
        for sighting in sightings {
            self.sighting(sighting);
        }
    }

    fn sighting(&mut self, sighting: &Sighting) {
        self.sightings += 1;
        if let Some(at) = sighting.at {
            self.summary.first = Some(self.summary.first.map_or(at, |f| f.min(at)));
            self.summary.last = Some(self.summary.last.map_or(at, |l| l.max(at)));
        }
        if sighting.shared {
            self.shared.insert((sighting.identifier.word().to_owned(), sighting.person.clone()));
        } else if !sighting.person.is_empty() {
            self.people.insert(sighting.person.clone());
        }
        self.recipient(sighting);
        let country = judge::Vendors::builtin().country(sighting.recipient.as_deref().unwrap_or_default());
        self.group(Group::Role(sighting.role.clone()), sighting);
        self.group(Group::Country(country.unwrap_or_else(|| "unknown".to_owned())), sighting);
        if let Some(at) = sighting.at {
            self.group(Group::Month(at.strftime("%Y-%m").to_string()), sighting);
        }
    }

    fn recipient(&mut self, sighting: &Sighting) {
        let name = sighting.recipient.clone().unwrap_or_default();
        let (row, people) = self.recipients.entry(name.clone()).or_default();
        row.recipient = name;
        row.sightings += 1;
        *row.identifiers.entry(sighting.identifier.word().to_owned()).or_default() += 1;
        if let Some(at) = sighting.at {
            row.first = Some(row.first.map_or(at, |f| f.min(at)));
            row.last = Some(row.last.map_or(at, |l| l.max(at)));
        }
        if !sighting.shared && !sighting.person.is_empty() {
            people.insert(sighting.person.clone());
        }
    }

    fn group(&mut self, group: Group, sighting: &Sighting) {
        let (sightings, people) = self.groups.entry(group).or_default();
        *sightings += 1;
        if !sighting.shared && !sighting.person.is_empty() {
            people.insert(sighting.person.clone());
        }
    }

    fn end(mut self, stopped: bool) -> Scanned {
        self.summary.schema = Summary::SCHEMA.to_owned();
        self.summary.sightings = self.sightings;
        self.summary.people = self.people.len() as u64;
        self.summary.shared_addresses = self.shared.len() as u64;
        self.summary.by_recipient = self
            .recipients
            .into_values()
            .map(|(mut row, people)| {
                row.people = people.len() as u64;
                row
            })
            .collect();
        for (group, (sightings, people)) in self.groups {
            let counts = Counts { people: people.len() as u64, sightings };
            match group {
                Group::Role(name) => self.summary.by_role.insert(name, counts),
                Group::Country(name) => self.summary.by_country.insert(name, counts),
                Group::Month(name) => self.summary.by_month.insert(name, counts),
            };
        }
        self.summary.unreadable.sort_by(|a: &Unreadable, b| (&a.source, a.line).cmp(&(&b.source, b.line)));
        Scanned { summary: self.summary, gaps: self.gaps, stopped }
    }
}

/// Writes the summary as JSON.
pub fn keep(summary: &Summary, path: &Path) -> Result<(), Trouble> {
    let json = serde_json::to_vec_pretty(summary).expect("a summary is plain data");
    folder::write(path, &json)
}
