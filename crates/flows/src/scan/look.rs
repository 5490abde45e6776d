//! What one core does: reads a block and looks through what is in it.

use super::ids::Told;
use super::mask::Masker;
use super::{Job, Looked, Render, What};
use capture::archive::{Block, Item, Kind, Piece, PieceId};
use detect::{Hit, Needles, Scanner};
use facts::{Exchange, IdentifierKind, Part, Problem, Sighting, Unreadable};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

/// A sighting as it is counted.
pub(super) struct Seen {
    /// None where nobody in particular is meant.
    pub person: Option<u32>,
    pub identifier: IdentifierKind,
    pub shared: bool,
    /// Names the identifier, however people typed it.
    pub same: Option<u64>,
    pub low: bool,
    pub recipient: Arc<str>,
    pub at: Option<Timestamp>,
}

/// What the files are called: by whoever gave them, and as it may be told.
pub(super) struct Names {
    given: Vec<String>,
    pub told: Vec<String>,
}

impl Names {
    pub fn of(files: &[PathBuf], needles: &Needles) -> Self {
        let given: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
        let (mut masker, mut told) = (Masker::new(needles), given.clone());
        told.iter_mut().zip(1..).for_each(|(name, number)| masker.numbered(name, number));
        Self { given, told }
    }
}

pub(super) struct Looker<'a> {
    needles: &'a Needles,
    scanner: Scanner,
    masker: Masker,
    names: &'a Names,
    render: Render<'a>,
    /// Host → recipient; asked for at every sighting.
    recipients: HashMap<String, Arc<str>>,
    nobody: Arc<str>,
}

/// Hosts remembered.
const MOST_HOSTS: usize = 10_000;

impl<'a> Looker<'a> {
    pub fn new(needles: &'a Needles, names: &'a Names, render: Render<'a>) -> Self {
        let (scanner, masker) = (needles.scanner(), Masker::new(needles));
        Self { needles, scanner, masker, names, render, recipients: HashMap::new(), nobody: "unknown".into() }
    }

    pub fn look(&mut self, job: Job) -> Looked {
        let mut looked = Looked {
            file: job.file,
            kind: None,
            exchanges: 0,
            text: String::new(),
            told: Vec::new(),
            seen: Vec::new(),
            gaps: Vec::new(),
            missing: Vec::new(),
            unreadable: Vec::new(),
            unopened: None,
            stopped: None,
        };
        match job.what {
            What::Block(kind, block) => {
                looked.kind = Some(kind);
                self.block(block, &mut looked);
            }
            What::End(kind) => looked.kind = Some(kind),
            What::Stopped(unread) => {
                looked.stopped = Some(Unreadable { source: self.names.told[job.file].clone(), ..unread });
            }
            What::Not(problem) => {
                let problem = self.told_of(problem, job.file);
                let source = problem.place.source.clone();
                looked.unreadable.push(Unreadable { source, line: None, why: problem.message.clone() });
                looked.unopened = Some(problem);
            }
        }
        looked
    }

    fn block(&mut self, block: Block, looked: &mut Looked) {
        let kind = block.kind();
        let own_source = block.source().to_owned();
        let source = self.source(looked.file, &own_source, block.member());
        block.read(&mut |item| match item {
            Item::Exchange(exchange, place) => {
                looked.exchanges += 1;
                let start = looked.text.len();
                let sightings = self.exchange(&source, exchange, place, looked);
                if matches!(kind, Kind::Ndjson | Kind::Json | Kind::Parquet) && !sightings.is_empty() {
                    let place = place.or_else(|| exchange.id.parse().ok()).unwrap_or_default();
                    looked.told.push(Told { place, text: start..looked.text.len(), sightings });
                }
            }
            Item::Bytes(piece) => {
                looked.exchanges += match (kind, &piece.id) {
                    (Kind::Text, PieceId::Lines(_)) => lines(piece.bytes),
                    // a line of several pieces is one
                    (Kind::Text, PieceId::One(id)) => u64::from(!id.contains('/') || id.ends_with("/byte-0")),
                    (Kind::Bytes, PieceId::One(_)) => 1,
                    _ => 0,
                };
                self.piece(&source, &piece, looked);
            }
            Item::Unreadable(mut unreadable) => {
                // names of files and tables are the archive's own words too
                self.masker.text(&mut unreadable.why);
                looked.unreadable.push(Unreadable { source: source.clone(), ..unreadable });
            }
            Item::Gap(mut gap) => {
                if let Some(what) = gap.what.strip_suffix(&own_source) {
                    gap.what = format!("{what}{source}");
                }
                looked.gaps.push(gap);
            }
            Item::Missing(missing) => {
                let mut host = missing.host.unwrap_or_default();
                self.masker.host(&mut host);
                looked.missing.push((source.clone(), host, missing.bytes));
            }
        });
    }

    /// The file, and the file in it, without what of their names is anybody's; where it is, with their numbers.
    fn source(&mut self, file: usize, source: &str, member: Option<u64>) -> String {
        let name = &self.names.told[file];
        let Some(member) = member else { return name.clone() };
        // the file's own name stands before it
        let mut inner = source.strip_prefix(&self.names.given[file]).unwrap_or(source).to_owned();
        self.masker.numbered(&mut inner, member);
        format!("{name}{inner}")
    }

    fn told_of(&mut self, mut problem: Problem, file: usize) -> Problem {
        problem.place.source.clone_from(&self.names.told[file]);
        self.masker.text(&mut problem.message);
        problem.found.iter_mut().chain(&mut problem.allowed).for_each(|text| self.masker.text(text));
        problem
    }

    fn exchange(
        &mut self,
        source: &str,
        exchange: &Exchange,
        place: Option<u64>,
        looked: &mut Looked,
    ) -> Vec<Sighting> {
        let (mut sightings, masker) = (Vec::new(), &mut self.masker);
        self.scanner.exchange(source, exchange, &mut |s| sightings.push(s), &mut |mut gap| {
            masker.text(&mut gap.what);
            looked.gaps.push(gap);
        });
        let Some(first) = sightings.first() else { return sightings };
        let recipient = self.recipient(first.host.as_deref(), exchange);
        for sighting in &mut sightings {
            self.mask(sighting, place);
            self.told(sighting, &recipient, looked);
        }
        sightings
    }

    /// Takes from the archive's own words what is anybody's: a person is named by id.
    fn mask(&mut self, sighting: &mut Sighting, place: Option<u64>) {
        let Sighting { exchange, page, host, key, initiator, .. } = sighting;
        [page, initiator].into_iter().flatten().for_each(|text| self.masker.text(text));
        if let Some(place) = place {
            self.masker.numbered(exchange, place);
        }
        host.iter_mut().for_each(|host| self.masker.host(host));
        self.masker.key(key);
    }

    fn told(&self, sighting: &mut Sighting, recipient: &Arc<str>, looked: &mut Looked) {
        sighting.recipient = sighting.host.is_some().then(|| recipient.to_string());
        (self.render)(sighting, &mut looked.text);
        looked.seen.push(Seen {
            person: sighting.index,
            identifier: sighting.identifier,
            shared: sighting.shared,
            same: sighting.same,
            low: sighting.confidence.is_some(),
            recipient: Arc::clone(recipient),
            at: sighting.at,
        });
    }

    /// A vendor's id, or the domain without what of it is anybody's.
    fn recipient(&mut self, host: Option<&str>, exchange: &Exchange) -> Arc<str> {
        let Some(host) = host else { return Arc::clone(&self.nobody) };
        let vendors = judge::Vendors::builtin();
        if vendors.is_shared(host) {
            return vendors.recipient_at(host, judge::path_of(&exchange.url)).id.into();
        }
        if let Some(known) = self.recipients.get(host) {
            return Arc::clone(known);
        }
        if self.recipients.len() >= MOST_HOSTS {
            self.recipients.clear();
        }
        let mut recipient = vendors.recipient(host).id;
        self.masker.host(&mut recipient);
        let recipient: Arc<str> = recipient.into();
        self.recipients.insert(host.to_owned(), Arc::clone(&recipient));
        recipient
    }

    /// Bytes that are no exchange: one sighting for each distinct (line or piece, person, identifier, form).
    fn piece(&mut self, source: &str, piece: &Piece<'_>, looked: &mut Looked) {
        let mut hits = Vec::new();
        self.scanner.scan(piece.bytes, &mut |hit| hits.push(hit));
        looked.gaps.extend(self.scanner.take_gaps());
        hits.retain(|hit| piece.own.contains(&(hit.offset as usize)));
        hits.sort_by_key(|hit| hit.offset);
        let mut lines = Lines::new(piece);
        let mut told = HashSet::new();
        for hit in hits {
            let (exchange, begin) = lines.of(hit.offset as usize);
            if told.insert((begin, hit.person, hit.identifier, hit.form.clone())) {
                let mut sighting = self.sighting(source, exchange, begin, hit);
                self.told(&mut sighting, &self.nobody, looked);
            }
        }
    }

    fn sighting(&self, source: &str, exchange: String, begin: usize, hit: Hit) -> Sighting {
        let nobody = || ("unknown".to_owned(), String::new());
        let (person, role) = hit.person.map_or_else(nobody, |p| self.needles.person(p));
        let words = |words: detect::Words| words.iter().map(|w| (*w).to_owned()).collect();
        Sighting {
            schema: Sighting::SCHEMA.into(),
            source: source.into(),
            exchange,
            at: None,
            page: None,
            host: None,
            recipient: None,
            part: Part::Body,
            key: String::new(),
            person,
            role,
            identifier: hit.identifier,
            form: words(hit.form),
            layers: words(hit.layers),
            offset: hit.offset - begin as u64,
            initiator: None,
            journey: None,
            consent: None,
            step: None,
            zone: None,
            field: None,
            further_fields: Vec::new(),
            typed: None,
            confidence: hit.low.then(|| "low".into()),
            shared: hit.shared,
            index: hit.person,
            same: hit.same,
        }
    }
}

fn lines(bytes: &[u8]) -> u64 {
    bytes.split(|b| *b == b'\n').filter(|line| !line.trim_ascii().is_empty()).count() as u64
}

/// Which exchange an offset in a piece belongs to; offsets ascend.
struct Lines<'a> {
    bytes: &'a [u8],
    id: &'a PieceId,
    /// Lines before `begin`, which begins one.
    number: u64,
    begin: usize,
    /// Up to where line ends were looked for: a line may be long, and hits in it many.
    looked: usize,
}

impl<'a> Lines<'a> {
    fn new(piece: &'a Piece<'a>) -> Self {
        Self { bytes: piece.bytes, id: &piece.id, number: 0, begin: 0, looked: 0 }
    }

    fn of(&mut self, offset: usize) -> (String, usize) {
        let first = match self.id {
            PieceId::One(id) => return (id.clone(), 0),
            PieceId::Lines(first) => first,
        };
        for end in memchr::memchr_iter(b'\n', &self.bytes[self.looked..offset.max(self.looked)]) {
            self.begin = self.looked + end + 1;
            self.number += 1;
        }
        self.looked = self.looked.max(offset);
        ((first + self.number).to_string(), self.begin)
    }
}
