//! The join the other way round: one pass over the traffic for the keys that stand in it, one over the people, who are
//! never in memory together, and what is left of them is looked for. It finds what an index of all of them finds.

use super::apart::Apart;
use super::list::{Estimate, Short, kinds, stream};
use super::{Job, Order, Progress, What, crew, cut};
use crate::Trouble;
use capture::archive::Item;
use detect::{Candidates, Compiler, Gatherer, Key, Needles, Options, Sifted};
use facts::{Exchange, Person};
use rayon::slice::ParallelSliceMut as _;
use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Which way people and traffic come together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Join {
    /// What costs less.
    #[default]
    Auto,
    /// All people are compiled in memory, then the traffic is read once.
    Index,
    /// The traffic is read twice, the people once.
    Reverse,
}

/// Nanoseconds of one core: to make a key, to put it into a table, to look at a byte of traffic for keys.
const MAKING: f64 = 60.0;
const BUILDING: f64 = 30.0;
const LOOKING: f64 = 6.0;
/// An index up to so many bytes is built in memory without a second thought.
const SMALL: u64 = 64 << 20;
/// Bytes held while a byte of an index is built: its keys stand beside it.
const BUILT: f64 = 2.0;
/// Candidates of a byte of traffic: 35 000 keys a megabyte, eight bytes each on the way and ten in the filter.
const HELD_A_BYTE: f64 = 0.7;
/// No more keys are held, a gigabyte of them: those of three and more gigabytes of traffic that never repeats itself. Then
/// the people are gone through, and the keys that follow are another round.
const MOST: usize = 1 << 27;

/// People, after whom a stop is noticed.
const SIFTED_AT_ONCE: usize = 256;

impl Join {
    /// `traffic`: bytes, where all of it can be read twice.
    pub(super) fn chosen(self, people: &Path, options: &Options, traffic: Option<u64>) -> Result<bool, Trouble> {
        match (self, traffic) {
            (Self::Index, _) | (Self::Auto, None) => Ok(false),
            // a pipe is read once
            (Self::Auto, _) if !people.is_file() => Ok(false),
            (Self::Reverse, Some(_)) if !people.is_file() && people.exists() => Err(facts::Problem::new(
                facts::Place::source(people.display().to_string()),
                "scan-join-pipe",
                "a list from a pipe cannot be read twice, as a reverse join does; give a file",
            )
            .found(people.display().to_string())
            .into()),
            (Self::Reverse, None) => Err(facts::Problem::new(
                facts::Place::default(),
                "scan-join-stream",
                "a stream cannot be read twice, as a reverse join does; give a file",
            )
            .into()),
            (Self::Reverse, Some(_)) => Ok(true),
            (Self::Auto, Some(traffic)) => {
                let estimate = Estimate::of(people, &Compiler::new(options, &Key::default()))?;
                Ok(is_cheaper(&estimate, traffic))
            }
        }
    }
}

/// Whether the reverse join needs less time without needing more memory; or much less memory.
fn is_cheaper(estimate: &Estimate, traffic: u64) -> bool {
    let index = estimate.keys() * (MAKING + BUILDING);
    let all = traffic as f64 * HELD_A_BYTE;
    let held = all.min(MOST as f64 * 10.0);
    let rounds = (all / held).ceil();
    let reverse = estimate.keys() * MAKING * rounds + traffic as f64 * LOOKING;
    let index_bytes = estimate.index_bytes as f64 * BUILT;
    let much_less = rounds <= 1.0 && 4.0 * held < index_bytes;
    estimate.index_bytes > SMALL && held < index_bytes && (reverse < index || much_less)
}

/// Needles of those of whom something may stand in the traffic; and how many values are too short for plain text. `watch` gets the bytes read of traffic and list.
pub(super) fn needles(
    order: &Order,
    people: &Path,
    options: &Options,
    stop: &Arc<AtomicBool>,
    watch: &mut dyn FnMut(Progress),
) -> Result<(Needles, Short), Trouble> {
    needles_in_rounds(order, people, options, stop, watch, MOST)
}

fn needles_in_rounds(
    order: &Order,
    people: &Path,
    options: &Options,
    stop: &Arc<AtomicBool>,
    watch: &mut dyn FnMut(Progress),
    most: usize,
) -> Result<(Needles, Short), Trouble> {
    let mut known = HashSet::new();
    let keys = gathered(order, people, options, stop, watch, most, &mut |keys, watch| {
        let candidates = Candidates::new(keys, options);
        known.extend(sifted(people, &candidates, stop, watch)?.0.into_iter().flat_map(Sifted::into_ids));
        Ok(())
    })?;
    let candidates = Candidates::new(keys, options).with(known);
    let (sifted, short) = sifted(people, &candidates, stop, watch)?;
    Ok((candidates.needles(sifted), short))
}

fn sifted(
    people: &Path,
    candidates: &Candidates,
    stop: &AtomicBool,
    watch: &mut dyn FnMut(Progress),
) -> Result<(Vec<Sifted>, Short), Trouble> {
    let (mut all, mut short) = (Vec::new(), Short::default());
    let work = |people: &[Person]| {
        let parts = people.chunks(SIFTED_AT_ONCE).take_while(|_| !stop.load(Ordering::Relaxed));
        (parts.map(|part| candidates.sift(part)).collect::<Vec<_>>(), Short::of(people))
    };
    stream(people, stop, work, &mut |(some, count), reading| {
        all.extend(some);
        short.add(&count);
        watch(Progress { bytes: reading.bytes, total: Some(reading.of), sightings: 0 });
        Ok(())
    })?;
    Ok((all, short))
}

/// Does with keys what a round is.
type Round<'a> = &'a mut dyn FnMut(Vec<u64>, &mut dyn FnMut(Progress)) -> Result<(), Trouble>;

/// The keys that stand in the traffic, each at least once, without those of full rounds.
fn gathered(
    order: &Order,
    people: &Path,
    options: &Options,
    stop: &Arc<AtomicBool>,
    watch: &mut dyn FnMut(Progress),
    most: usize,
    round: Round<'_>,
) -> Result<Vec<u64>, Trouble> {
    let kinds = kinds(people)?;
    let read = Arc::new(AtomicU64::new(0));
    let total = order.sizes()?.into_iter().sum();
    let (mut keys, mut distinct, mut done) = (Vec::new(), 0, Ok(()));
    crew::in_order(
        crew::cores(),
        |hand| cut(&order.files, &read, stop, &mut |job| hand(job) && !stop.load(Ordering::Relaxed)),
        || {
            let mut gatherer = Gatherer::new(options, &kinds);
            let mut known = HashSet::new();
            move |job| {
                gather(&mut gatherer, &mut known, job);
                gatherer.keys()
            }
        },
        &mut |some: Vec<u64>| {
            keys.extend(some);
            // most traffic repeats itself
            if keys.len() > (2 * distinct + (4 << 20)).min(most) {
                keys.par_sort_unstable();
                keys.dedup();
                distinct = keys.len();
            }
            if distinct > most / 4 * 3 {
                distinct = 0;
                done = round(std::mem::take(&mut keys), watch);
            }
            watch(Progress { bytes: read.load(Ordering::Relaxed), total, sightings: 0 });
            done.is_ok()
        },
    );
    done.map(|()| keys)
}

/// `known`: words beside the traffic that were gathered before.
fn gather(gatherer: &mut Gatherer, known: &mut HashSet<String>, job: Job) {
    if let What::Block(_, block) = job.what {
        word(gatherer, known, block.source());
        block.read(&mut |item| match item {
            Item::Exchange(exchange, place) => {
                gatherer.exchange(exchange);
                beside(gatherer, known, exchange, place.is_some());
            }
            Item::Bytes(piece) => gatherer.scan(piece.bytes),
            // told when the traffic is read the second time
            Item::Unreadable(_) | Item::Gap(_) | Item::Missing(_) => {}
        });
    }
}

/// Words remembered.
const MOST_KNOWN: usize = 10_000;

/// What is told of an exchange and was not sent with it: who stands there is masked, so has to be known.
fn beside(gatherer: &mut Gatherer, known: &mut HashSet<String>, exchange: &Exchange, own_id: bool) {
    let Exchange { id, page, initiator, headers, .. } = exchange;
    let words = [page.as_deref(), initiator.as_deref(), Some(id.as_str()).filter(|_| own_id)].into_iter().flatten();
    // cookies have names too
    let names = headers.iter().flat_map(|(name, value)| [Some(name), Some(value).filter(|_| is_cookie(name))]);
    words.chain(names.flatten().map(String::as_str)).for_each(|text| word(gatherer, known, text));
}

/// As [`super::mask`] looks at it.
fn word(gatherer: &mut Gatherer, known: &mut HashSet<String>, text: &str) {
    if known.contains(text) {
        return;
    }
    if known.len() >= MOST_KNOWN {
        known.clear();
    }
    known.insert(text.to_owned());
    gatherer.scan(text.as_bytes());
    gatherer.scan(Apart::of(text, false).lines.as_bytes());
}

fn is_cookie(name: &str) -> bool {
    name.eq_ignore_ascii_case("cookie")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::{self, To, Whom};
    use std::path::PathBuf;

    fn order(dir: &Path, join: Join, salts: Option<PathBuf>) -> Order {
        Order {
            files: vec![dir.join("t.ndjson"), dir.join("a.log")],
            whom: Whom::People(dir.join("people.csv")),
            join,
            unknown: false,
            depth: 3,
            country: "SE".into(),
            salts,
        }
    }

    fn run(order: &Order) -> (String, scan::Scanned) {
        let mut text = String::new();
        let to = To {
            render: &|sighting, text| text.push_str(&format!("{}\n", serde_json::to_string(sighting).unwrap())),
            sink: &mut |some| {
                text.push_str(some);
                Ok(())
            },
            watch: &mut |_| (),
        };
        let scanned = scan::run(order, &Arc::new(AtomicBool::new(false)), to).unwrap();
        (text, scanned)
    }

    fn sha256(text: &str) -> String {
        use sha2::Digest as _;
        sha2::Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
    }

    /// People who share addresses and numbers, typed in several ways; traffic in two formats, salted hashes too.
    fn corpus(dir: &Path) {
        let mut people = "id,role,email,phone,city,country\n".to_owned();
        for i in 0..4000 {
            let phone = if i % 2 == 0 { "070-174 06" } else { "+467017406" };
            let city = if i % 7 == 0 { "Malmö" } else { "" };
            let email = if i % 100 == 99 { "info@example.org".to_owned() } else { format!("p.{i}@example.org") };
            people.push_str(&format!("p{i},user,{email},{phone}{:02},{city},SE\n", i % 90));
        }
        std::fs::write(dir.join("people.csv"), people).unwrap();
        let mut traffic = String::new();
        for i in (0..4000).step_by(37) {
            let url = match i % 5 {
                0 => format!("https://t.example.net/?em={}", sha256(&format!("p.{i}@example.org"))),
                1 => format!("https://t.example.net/?em={}", sha256(&format!("p.{i}@example.orgpepper"))),
                2 => format!("https://u.example.net/?user=p.{i}&domain=example.org&city=malm"),
                3 => format!("https://u.example.net/?ph={}", sha256(&format!("070-174 06{:02}", i % 90))),
                _ => "https://u.example.net/?q=info%40example.org".to_owned(),
            };
            traffic.push_str(&format!(
                "{{\"id\":\"{i}\",\"at\":\"2021-03-01T12:00:00Z\",\"method\":\"GET\",\"url\":\"{url}\"}}\n"
            ));
        }
        std::fs::write(dir.join("t.ndjson"), traffic).unwrap();
        std::fs::write(
            dir.join("a.log"),
            "192.0.2.1 - - [01/Mar/2021:12:00:00 +0000] \"GET /?m=p.5@example.org HTTP/1.1\" 200 1 \"-\" \"-\"\n",
        )
        .unwrap();
        std::fs::write(dir.join("salts"), "pepper\n").unwrap();
    }

    #[test]
    fn it_finds_and_counts_what_an_index_does() {
        let dir = tempfile::tempdir().unwrap();
        corpus(dir.path());
        for salts in [None, Some(dir.path().join("salts"))] {
            let (sightings, scanned) = run(&order(dir.path(), Join::Index, salts.clone()));
            let (theirs, joined) = run(&order(dir.path(), Join::Reverse, salts.clone()));
            assert_eq!(theirs, sightings);
            assert_eq!(joined.summary, scanned.summary);
            assert!(joined.reverse && !scanned.reverse);
            assert!(
                scanned.summary.people > 40
                    && scanned.summary.by_country.len() == 1
                    && scanned.summary.shared_addresses > 0,
                "{:?}",
                scanned.summary
            );
            assert_eq!(sightings.contains("salt-after"), salts.is_some());
        }
    }

    /// Who is concerned in one round is looked for in all of the traffic.
    #[test]
    fn more_keys_than_are_held_are_gone_through_in_rounds() {
        let dir = tempfile::tempdir().unwrap();
        corpus(dir.path());
        let (order, stop) = (order(dir.path(), Join::Reverse, None), Arc::new(AtomicBool::new(false)));
        let people = dir.path().join("people.csv");
        let options = Options::default();
        let mut rounds = 0;
        let rest = gathered(&order, &people, &options, &stop, &mut |_| (), 100, &mut |keys, _| {
            rounds += 1;
            assert!(keys.len() > 75);
            Ok(())
        });
        assert!(rounds > 0 && rest.unwrap().len() <= 100, "{rounds} rounds");
        let needles = |most| needles_in_rounds(&order, &people, &options, &stop, &mut |_| (), most).unwrap().0;
        let (whole, parts) = (needles(MOST), needles(100));
        assert!(whole.people() > 40);
        assert_eq!((parts.people(), parts.digest()), (whole.people(), whole.digest()));
    }

    #[test]
    fn a_short_list_is_compiled_and_a_stream_is_not_read_twice() {
        let dir = tempfile::tempdir().unwrap();
        corpus(dir.path());
        let chosen = |join: Join, traffic| join.chosen(&dir.path().join("people.csv"), &Options::default(), traffic);
        assert!(!chosen(Join::Auto, Some(1)).unwrap());
        assert!(!chosen(Join::Auto, None).unwrap());
        assert!(chosen(Join::Reverse, None).is_err_and(|e| e.is_input()));
        // 90 000 people with address and phone, and a hundred megabytes
        let list = Estimate { bytes: 7 << 20, people: 90_000, keys_a_person: 656.0, index_bytes: 700 << 20 };
        assert!(is_cheaper(&list, 100 << 20) && !is_cheaper(&list, 1 << 40));
        let large = Estimate { bytes: 1 << 30, people: 10_000_000, keys_a_person: 440.0, index_bytes: 50 << 30 };
        assert!(is_cheaper(&large, 512 << 20) && !is_cheaper(&large, 1 << 40));
    }
}
