//! Known people's identifiers in traffic archives: constant memory, all cores, results in the order of the input.

mod apart;
mod crew;
mod crowd;
mod ids;
mod list;
mod look;
mod mask;
mod reverse;
mod tally;
mod whom;

pub use detect::{phone_countries, phone_country};
pub(crate) use list::stream;
pub use list::{Estimate, Reading, Short, dates, people};
pub use reverse::Join;
use whom::Made;
pub use whom::{Whom, salts};

use crate::{Trouble, folder};
use capture::archive::{self, Kind};
use facts::{Gap, Place, Problem, Problems, Sighting, Summary, SummarySource, Unreadable};
use ids::Ids;
use look::{Looker, Names, Seen};
use std::collections::{BTreeSet, HashMap};
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
    /// What of the list is not looked for.
    pub too_short: Short,
    /// Files that were named more than once; they were looked through once.
    pub twice: Vec<String>,
    /// Files in which something was found and no time stands: first, last and months are of the others.
    pub timeless: Vec<String>,
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
    let (order, twice) = &order.once();
    let total = order.sizes()?.into_iter().sum();
    let Made { needles, reverse, too_short } = order.needles(total, stop, to.watch)?;
    let (names, read) = (Names::of(&order.files, &needles), Arc::new(AtomicU64::new(0)));
    let mut progress = Progress { total, ..Progress::default() };
    let (mut tally, mut ids) = (Tally::new(&names.told), Ids::default());
    let mut outcome = Ok(());
    crew::in_order(
        crew::cores(),
        // what was read when the stop came is still looked through
        |hand| cut(&order.files, &read, stop, &mut |job| hand(job) && !stop.load(Ordering::Relaxed)),
        || {
            let mut looker = Looker::new(&needles, &names, to.render);
            move |job| looker.look(job)
        },
        &mut |mut looked: Looked| {
            let text = std::mem::take(&mut looked.text);
            outcome = (to.sink)(&ids.distinct(text, std::mem::take(&mut looked.told), to.render));
            tally.add(looked);
            progress.bytes = read.load(Ordering::Relaxed);
            progress.sightings = tally.sightings();
            (to.watch)(progress);
            outcome.is_ok()
        },
    );
    outcome?;
    let scanned = tally.end(&needles, read.load(Ordering::Relaxed), stop.load(Ordering::Relaxed));
    let twice = twice.iter().map(|file| names.told[*file].clone()).collect();
    Ok(Scanned { reverse, too_short, twice, ..scanned })
}

impl Order {
    /// Each file once, however it is called; and which of these were named again. A stream can be read as often as it is named.
    fn once(&self) -> (Self, Vec<usize>) {
        let (mut files, mut known, mut twice) = (Vec::new(), HashMap::new(), BTreeSet::new());
        for path in &self.files {
            let name = std::fs::canonicalize(path).ok().filter(|name| name.is_file());
            match name.as_ref().and_then(|name| known.get(name)) {
                Some(first) => drop(twice.insert(*first)),
                None => {
                    name.map(|name| known.insert(name, files.len()));
                    files.push(path.clone());
                }
            }
        }
        (Self { files, ..self.clone() }, twice.into_iter().collect())
    }

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
    /// The scan was stopped in it or before it.
    Stopped(Unreadable),
}

/// Hands out the blocks of every file, in order, until `hand` answers false; then what was not read.
fn cut(files: &[PathBuf], read: &Arc<AtomicU64>, stop: &Arc<AtomicBool>, hand: &mut dyn FnMut(Job) -> bool) {
    let beside = archive::beside(files);
    for (file, path) in files.iter().enumerate() {
        if stop.load(Ordering::Relaxed) {
            return not_begun(files, file, hand);
        }
        if beside.contains(path) {
            read.fetch_add(archive::check(path).ok().flatten().unwrap_or_default(), Ordering::Relaxed);
            hand(Job { file, what: What::End(Kind::Attached) });
            continue;
        }
        let before = read.load(Ordering::Relaxed);
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
        // a stream ends where it is stopped
        let size = archive::check(path).ok().flatten();
        let ended = size.is_some() || matches!(last, What::Not(_)) || !stop.load(Ordering::Relaxed);
        let is_whole = wanted && ended;
        if !is_whole || !hand(Job { file, what: last }) {
            if !is_whole {
                let read = read.load(Ordering::Relaxed) - before;
                let why = match size {
                    Some(size) => format!("stopped here, after {read} of {size} bytes"),
                    None => format!("stopped here, after {read} bytes"),
                };
                not_read(files, file, why, hand);
            }
            return not_begun(files, file + 1, hand);
        }
    }
}

/// Names the files from this one on, which were not begun when the stop came.
fn not_begun(files: &[PathBuf], from: usize, hand: &mut dyn FnMut(Job) -> bool) {
    (from..files.len()).for_each(|file| not_read(files, file, "stopped before it; it was not looked at".into(), hand));
}

fn not_read(files: &[PathBuf], file: usize, why: String, hand: &mut dyn FnMut(Job) -> bool) {
    let source = files[file].display().to_string();
    hand(Job { file, what: What::Stopped(Unreadable { source, line: None, why }) });
}

/// What one job came to.
struct Looked {
    file: usize,
    kind: Option<Kind>,
    exchanges: u64,
    text: String,
    /// Of exchanges whose ids may be the archive's own.
    told: Vec<ids::Told>,
    seen: Vec<Seen>,
    gaps: Vec<Gap>,
    /// What was sent and is not there: of which file, to whom, how many bytes.
    missing: Vec<(String, String, u64)>,
    unreadable: Vec<Unreadable>,
    unopened: Option<Problem>,
    stopped: Option<Unreadable>,
}

/// Writes the summary as JSON.
pub fn keep(summary: &Summary, path: &Path) -> Result<(), Trouble> {
    let json = serde_json::to_vec_pretty(summary).expect("a summary is plain data");
    folder::write(path, &json)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(order: &Order, stop: &Arc<AtomicBool>, sink: &mut dyn FnMut(&str)) -> Scanned {
        let to = To {
            render: &|sighting, text| text.push_str(&format!("{}\n", serde_json::to_string(sighting).unwrap())),
            sink: &mut |some| {
                sink(some);
                Ok(())
            },
            watch: &mut |_| (),
        };
        run(order, stop, to).unwrap()
    }

    fn order(dir: &Path, files: &[&str], people: &str) -> Order {
        std::fs::write(dir.join("people.csv"), people).unwrap();
        Order {
            files: files.iter().map(|file| dir.join(file)).collect(),
            whom: Whom::People(dir.join("people.csv")),
            join: Join::Index,
            unknown: false,
            depth: 3,
            country: "SE".into(),
            salts: None,
        }
    }

    #[test]
    fn what_was_not_read_when_it_was_stopped_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let line = format!("{:1000}\n", "{\"url\":\"https://t.test/?m=a@example.com\"}");
        // more blocks than are under way at once
        let lines = 4000 * (crew::cores() + 2);
        std::fs::write(dir.path().join("a.ndjson"), line.repeat(lines)).unwrap();
        std::fs::write(dir.path().join("b.ndjson"), &line).unwrap();
        let order = order(dir.path(), &["a.ndjson", "b.ndjson"], "id,email\np1,a@example.com\n");
        // what was read when the stop came is looked through
        let stop = Arc::new(AtomicBool::new(false));
        let summary = scanned(&order, &stop, &mut |_| stop.store(true, Ordering::Relaxed)).summary;
        assert!(summary.stopped && summary.sightings > 0 && summary.sightings < lines as u64);
        let whys: Vec<&str> = summary.unreadable.iter().map(|u| u.why.as_str()).collect();
        let size = lines * line.len();
        assert!(
            whys[0].starts_with("stopped here, after ") && whys[0].ends_with(&format!(" of {size} bytes")),
            "{whys:?}"
        );
        assert_eq!(whys[1..], ["stopped before it; it was not looked at"]);
        assert!(summary.sources[0].format == "ndjson" && summary.sources[1].format.is_empty());
        let words = paper::Words::new(facts::Lang::Sv);
        assert!(whys.iter().all(|why| paper::gaps::unread(why, &words).contains("avbröts")), "{whys:?}");

        let whole = scanned(&order, &Arc::default(), &mut |_| ()).summary;
        assert_eq!((whole.sightings, whole.unreadable), (lines as u64 + 1, vec![]));
    }

    /// A time stands in one file and not in the other.
    #[test]
    fn a_file_without_times_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let line = |at: &str| format!("{{{at}\"url\":\"https://t.test/?m=a@example.com\"}}\n");
        std::fs::write(dir.path().join("a.ndjson"), line("") + &line("\"at\":\"2021-03-01T12:00:00Z\",")).unwrap();
        std::fs::write(dir.path().join("b.ndjson"), line("\"when\":\"2021-03-01\",")).unwrap();
        let scanned = scanned(
            &order(dir.path(), &["a.ndjson", "b.ndjson"], "id,email\na,a@example.com\n"),
            &Arc::default(),
            &mut |_| (),
        );
        let without: Vec<u64> = scanned.summary.sources.iter().map(|s| s.sightings_without_time).collect();
        assert_eq!(without, [1, 1]);
        assert!(scanned.timeless.len() == 1 && scanned.timeless[0].ends_with("b.ndjson"), "{:?}", scanned.timeless);
    }

    #[test]
    fn exchanges_with_one_id_are_told_apart() {
        let dir = tempfile::tempdir().unwrap();
        let line = |id: &str| format!("{{{id}\"url\":\"https://t.test/?m=a@example.com&n=a@example.com\"}}\n");
        let id = |id: &str| line(&format!("\"id\":\"{id}\","));
        std::fs::write(dir.path().join("a.ndjson"), id("x") + &id("x") + &id("5") + &id("x") + &line("")).unwrap();
        std::fs::write(dir.path().join("b.ndjson"), id("x")).unwrap();
        let order = order(dir.path(), &["a.ndjson", "b.ndjson"], "id,email\na,a@example.com\n");
        let mut text = String::new();
        scanned(&order, &Arc::default(), &mut |some| text.push_str(some));
        let ids = text.lines().map(|line| serde_json::from_str::<Sighting>(line).unwrap().exchange);
        let ids: Vec<String> = ids.collect();
        assert_eq!(ids, ["x", "x", "x:2", "x:2", "5", "5", "x:4", "x:4", "5:5", "5:5", "x", "x"]);
    }

    /// Whom a list names that was not read to its end is looked for nowhere.
    #[test]
    fn who_stops_while_the_list_is_read_waits_for_nothing_more() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("a.ndjson"), "{\"url\":\"https://t.test/?m=p.1@example.com\"}\n").unwrap();
        let people: String = (0..9000).map(|i| format!("p{i},p.{i}@example.com\n")).collect();
        let mut order = order(dir.path(), &["a.ndjson"], &format!("id,email\n{people}"));
        for join in [Join::Index, Join::Reverse] {
            order.join = join;
            let stop = Arc::new(AtomicBool::new(true));
            assert_eq!(order.needles(Some(1), &stop, &mut |_| ()).unwrap().needles.people(), 0, "{join:?}");
            let summary = scanned(&order, &stop, &mut |_| ()).summary;
            assert!(summary.stopped && summary.exchanges == 0, "{join:?}: {summary:?}");
            assert_eq!(summary.unreadable[0].why, "stopped before it; it was not looked at");
        }
    }

    /// Of those too who stand nowhere else: a reverse join knows only whom it met.
    #[test]
    fn nobody_stands_in_the_archives_own_words() {
        let dir = tempfile::tempdir().unwrap();
        let line = concat!(
            r#"{"id":"b@example.com","page":"https://s.test/p?m=c@example.com&x=1","initiator":"https://s.test/t.js?u=d@example.com","#,
            r#""url":"https://t.test/","body":"{\"e@example.com\":{\"m\":\"a@example.com\"}}","headers":[["cookie","f@example.com=a@example.com"]]}"#,
        );
        std::fs::write(dir.path().join("a.ndjson"), line).unwrap();
        let people: String = "abcdef".chars().map(|c| format!("{c},{c}@example.com\n")).collect();
        let mut order = order(dir.path(), &["a.ndjson"], &format!("id,email\n{people}"));
        let mut texts = [String::new(), String::new()];
        for (join, text) in [Join::Index, Join::Reverse].into_iter().zip(&mut texts) {
            order.join = join;
            scanned(&order, &Arc::default(), &mut |some| text.push_str(some));
        }
        assert_eq!(texts[0], texts[1]);
        let first: Sighting = serde_json::from_str(texts[0].lines().next().unwrap()).unwrap();
        assert_eq!(first.exchange, "[email]:1");
        assert_eq!(first.page.as_deref(), Some("https://s.test/p?m=[email]&x=1"));
        assert_eq!(first.initiator.as_deref(), Some("https://s.test/t.js?u=[email]"));
        assert!(texts[0].contains(r#""key":"[email].m""#) && !texts[0].contains("example.com"), "{}", texts[0]);
    }

    /// What could not be read is told by the names it has there.
    #[test]
    fn reasons_hold_no_value_and_sums_no_end() {
        let dir = tempfile::tempdir().unwrap();
        let large = r#"{"request":{"method":"POST","url":"https://t.test/","headers":[{"name":"Content-Length","value":"18446744073709551615"}]}}"#;
        let har = format!(
            r#"{{"log":{{"entries":[{{"request":{{"method":"POST","url":"https://t.test/","headers":[],"postData":{{"_file":"a@example.com.bin"}}}}}},{large},{large}]}}}}"#
        );
        std::fs::write(dir.path().join("a.har"), har).unwrap();
        let order = order(dir.path(), &["a.har"], "id,email\na,a@example.com\n");
        let summary = scanned(&order, &Arc::default(), &mut |_| ()).summary;
        let why = &summary.unreadable[0].why;
        assert!(why.contains("`[email].bin`") && !why.contains("example.com"), "{why}");
    }

    #[test]
    fn what_is_too_short_for_plain_text_is_counted() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("a.ndjson"), "{\"url\":\"https://t.test/?user_id=K-1\"}\n").unwrap();
        let mut order = order(dir.path(), &["a.ndjson"], "id,external_id,country\na,K-1,SE\nb,7,SE\nc,KUND-1,SE\n");
        for join in [Join::Index, Join::Reverse] {
            order.join = join;
            let short = scanned(&order, &Arc::default(), &mut |_| ()).too_short;
            assert_eq!(short.columns().collect::<Vec<_>>(), [(facts::IdentifierKind::ExternalId, 2)]);
        }
    }

    #[test]
    fn a_file_named_twice_is_looked_through_once() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("a.ndjson"), "{\"url\":\"https://t.test/?m=a@example.com\"}\n").unwrap();
        let order = order(dir.path(), &["a.ndjson", "./a.ndjson", "a.ndjson"], "id,email\na,a@example.com\n");
        let scanned = scanned(&order, &Arc::default(), &mut |_| ());
        assert_eq!((scanned.summary.exchanges, scanned.summary.sources.len(), scanned.twice.len()), (1, 1, 1));
    }

    /// A file of a tar archive.
    fn tar(name: &str, bytes: &[u8]) -> Vec<u8> {
        let mut header = vec![0; 512];
        let mut put = |at: usize, text: &str| header[at..at + text.len()].copy_from_slice(text.as_bytes());
        put(0, name);
        put(124, &format!("{:011o}", bytes.len()));
        put(148, "        ");
        put(257, "ustar");
        let sum: u64 = header.iter().map(|b| u64::from(*b)).sum();
        header[148..154].copy_from_slice(format!("{sum:06o}").as_bytes());
        header.extend_from_slice(bytes);
        header.resize(header.len().next_multiple_of(512), 0);
        header
    }

    /// A file, or one in an archive, may be called after somebody; and ids of exchanges may all be addresses.
    #[test]
    fn names_of_files_hold_no_value_and_what_is_masked_can_be_found_again() {
        let dir = tempfile::tempdir().unwrap();
        let line = |id: &str| format!("{{\"id\":\"{id}\",\"url\":\"https://t.test/?m=a@example.com\"}}\n");
        let lines = line("x") + &line("a@example.com") + &line("b@example.com") + "{}\n";
        std::fs::write(dir.path().join("b@example.com.ndjson"), &lines).unwrap();
        let members = ["plain", "c@example.com.ndjson", "d@example.com.ndjson"].map(|name| tar(name, lines.as_bytes()));
        std::fs::write(dir.path().join("t.tar"), [members.concat(), vec![0; 1024]].concat()).unwrap();
        let people: String = "abcd".chars().map(|c| format!("{c},{c}@example.com\n")).collect();
        let mut order = order(dir.path(), &["t.tar", "b@example.com.ndjson"], &format!("id,email\n{people}"));
        let mut texts = [String::new(), String::new()];
        for (join, text) in [Join::Index, Join::Reverse].into_iter().zip(&mut texts) {
            order.join = join;
            let summary = scanned(&order, &Arc::default(), &mut |some| text.push_str(some)).summary;
            text.push_str(&serde_json::to_string(&summary).unwrap());
        }
        assert_eq!(texts[0], texts[1]);
        assert!(!texts[0].contains("@example.com"), "{}", texts[0]);
        let told: Vec<Sighting> = texts[0].lines().map_while(|line| serde_json::from_str(line).ok()).collect();
        let places: Vec<(&str, &str)> = told
            .iter()
            .map(|s| (s.source.rsplit_once("t.tar").map_or("file", |(_, name)| name), &*s.exchange))
            .collect();
        assert_eq!(places[..3], [("/plain", "x"), ("/plain", "[email]:2"), ("/plain", "[email]:3")]);
        assert!(places.contains(&("/[email].ndjson:2", "x")) && places.contains(&("/[email].ndjson:3", "x")));
        assert!(told.iter().any(|s| s.source.ends_with("/[email].ndjson:2") && !s.source.contains("t.tar")));
    }

    #[test]
    fn a_list_in_utf_16_is_read() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("a.txt"), "Åsa a@example.com").unwrap();
        let mut order = order(dir.path(), &["a.txt"], "");
        let text = "\u{feff}id;email\r\np1;a@example.com\r\n".replace(';', ",");
        let list: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        std::fs::write(dir.path().join("people.csv"), list).unwrap();
        for join in [Join::Index, Join::Reverse] {
            order.join = join;
            assert_eq!(scanned(&order, &Arc::default(), &mut |_| ()).summary.people, 1);
        }
        assert_eq!(people(&dir.path().join("people.csv")).unwrap().len(), 1);
    }
}
