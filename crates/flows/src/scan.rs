//! Known people's identifiers in traffic archives: constant memory, all cores, results in the order of the input.

mod crew;
mod crowd;
mod list;
mod look;
mod reverse;
mod tally;
mod whom;

pub use detect::{phone_countries, phone_country};
pub(crate) use list::stream;
pub use list::{Estimate, Reading, people};
pub use reverse::Join;
pub use whom::Whom;
pub(crate) use whom::salts;

use crate::{Trouble, folder};
use capture::archive::{self, Kind};
use facts::{Gap, Place, Problem, Problems, Sighting, Summary, SummarySource, Unreadable};
use look::{Looker, Seen};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use tally::Tally;

/// What the user asked for.
#[derive(Debug, Clone)]
pub struct Order {
    /// `-` is standard input.
    pub files: Vec<PathBuf>,
    pub whom: Whom,
    /// How a list of people is looked for.
    pub join: Join,
    /// Identifiers nobody listed, by pattern.
    pub unknown: bool,
    /// Container layers to peel off.
    pub depth: u8,
    /// ISO 3166-1 alpha-2; how a phone number without `+` is read. An index has its own.
    pub country: String,
    /// One a line: what a site may put before or behind a value it hashes. An index has its own.
    pub salts: Option<PathBuf>,
}

/// How far a scan is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    pub bytes: u64,
    /// None where something is a stream.
    pub total: Option<u64>,
    pub sightings: u64,
}

/// What came of it; the sightings themselves went to the sink.
#[derive(Debug, Default)]
pub struct Scanned {
    pub summary: Summary,
    /// Files that could not be opened, and why; the others were scanned.
    pub unopened: Vec<Problem>,
    /// The traffic was read twice, the people once: see [`Join`].
    pub reverse: bool,
}

impl Scanned {
    /// Whether something was to be read and nothing could be: not the same as nothing found.
    pub fn saw_nothing(&self) -> bool {
        self.unseen().next().is_some()
    }

    /// The files of which nothing could be read.
    pub fn unseen(&self) -> impl Iterator<Item = &str> {
        let nothing = |s: &&SummarySource| s.exchanges == 0 && s.unreadable + s.gaps > 0;
        self.summary.sources.iter().filter(nothing).map(|s| s.source.as_str())
    }
}

/// What an earlier scan counted.
pub fn summary(path: &Path) -> Result<Summary, Trouble> {
    let text = folder::text(path)?;
    let source = path.display().to_string();
    if let Some(schema) = folder::schema(&text).filter(|schema| schema != Summary::SCHEMA) {
        let problem =
            Problem::new(Place::source(source), "summary", format!("this is `{schema}`, no summary of a scan"));
        return Err(problem.found(schema).allowed(&[Summary::SCHEMA]).into());
    }
    serde_json::from_str(&text).map_err(|error| {
        let mut place = Place::line(source, error.line());
        place.column = Some(error.column());
        let what = format!("no summary of a scan (schema {}): {error}", Summary::SCHEMA);
        Problem::new(place, "summary", what).into()
    })
}

/// Writes a sighting down; called on every core.
pub type Render<'a> = &'a (dyn Fn(&Sighting, &mut String) + Sync);

/// Where the scan's words go.
pub struct To<'a> {
    pub render: Render<'a>,
    /// Gets what was rendered, in input order.
    pub sink: &'a mut dyn FnMut(&str) -> Result<(), Trouble>,
    /// Called after every block.
    pub watch: &'a mut dyn FnMut(Progress),
}

/// Scans every file.
pub fn run(order: &Order, stop: &Arc<AtomicBool>, to: To<'_>) -> Result<Scanned, Trouble> {
    let total = order.sizes()?.into_iter().sum();
    let (needles, reverse) = order.needles(total, stop, to.watch)?;
    let read = Arc::new(AtomicU64::new(0));
    let mut progress = Progress { total, ..Progress::default() };
    let mut tally = Tally::new(&order.files);
    let mut outcome = Ok(());
    crew::in_order(
        crew::cores(),
        // what was read when the stop came is still looked through
        |hand| cut(&order.files, &read, stop, &mut |job| hand(job) && !stop.load(Ordering::Relaxed)),
        || {
            let mut looker = Looker::new(&needles, to.render);
            move |job| looker.look(job)
        },
        &mut |looked: Looked| {
            outcome = (to.sink)(&looked.text);
            tally.add(looked);
            progress.bytes = read.load(Ordering::Relaxed);
            progress.sightings = tally.sightings();
            (to.watch)(progress);
            outcome.is_ok()
        },
    );
    outcome?;
    let scanned = tally.end(&needles, read.load(Ordering::Relaxed), stop.load(Ordering::Relaxed));
    Ok(Scanned { reverse, ..scanned })
}

impl Order {
    /// Of each file; none of a stream. One that is not there does not keep the others from being read.
    fn sizes(&self) -> Result<Vec<Option<u64>>, Problems> {
        let (sizes, problems): (Vec<_>, Vec<_>) =
            self.files.iter().map(|path| archive::check(path)).partition(Result::is_ok);
        if sizes.is_empty() {
            return Err(Problems(problems.into_iter().filter_map(Result::err).collect()));
        }
        Ok(sizes.into_iter().flatten().collect())
    }
}

/// A part of the work: which file, what it was taken for, and a block of it; none at its end.
struct Job {
    file: usize,
    what: What,
}

enum What {
    Block(Kind, archive::Block),
    End(Kind),
    /// It could not be opened after all.
    Not(Problem),
}

/// Hands out the blocks of every file, in order, until `hand` answers false.
fn cut(files: &[PathBuf], read: &Arc<AtomicU64>, stop: &Arc<AtomicBool>, hand: &mut dyn FnMut(Job) -> bool) {
    for (file, path) in files.iter().enumerate() {
        let mut wanted = true;
        let last = match archive::open(path, read, stop) {
            Ok(archive) => {
                let kind = archive.kind();
                archive.read(&mut |block| {
                    wanted = hand(Job { file, what: What::Block(kind, block) });
                    wanted
                });
                What::End(kind)
            }
            Err(problem) => What::Not(problem),
        };
        if !wanted || !hand(Job { file, what: last }) {
            return;
        }
    }
}

/// What one job came to.
struct Looked {
    file: usize,
    kind: Option<Kind>,
    exchanges: u64,
    text: String,
    seen: Vec<Seen>,
    gaps: Vec<Gap>,
    unreadable: Vec<Unreadable>,
    unopened: Option<Problem>,
}

/// Writes the summary as JSON.
pub fn keep(summary: &Summary, path: &Path) -> Result<(), Trouble> {
    let json = serde_json::to_vec_pretty(summary).expect("a summary is plain data");
    folder::write(path, &json)
}
