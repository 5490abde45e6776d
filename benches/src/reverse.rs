//! The reverse join on all cores: `reverse [people] [MB] [common]`. People are made up part by part and never in memory
//! together.

mod corpus;
mod measure;

use detect::{Candidates, Gatherer, Hashes, Options, Sifted};
use facts::IdentifierKind;
use measure::{cpu, peak};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

const PART: usize = 20_000;

/// Calls `work` for every number below `n`, on all cores; what comes of it is in order.
fn on_all_cores<T: Send>(n: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    if i >= n {
                        return;
                    }
                    let result = work(i);
                    done.lock().expect("no panic").push((i, result));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no panic");
    done.sort_by_key(|(i, _)| *i);
    done.into_iter().map(|(_, result)| result).collect()
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Vec<usize> = args.iter().filter_map(|a| a.parse().ok()).collect();
    let (people, megabytes) = (numbers.first().copied().unwrap_or(1_000_000), numbers.get(1).copied().unwrap_or(256));
    let hashes = if args.iter().any(|a| a == "common") { Hashes::Common } else { Hashes::All };
    let options = Options { hashes, ..Options::default() };
    let (traffic, planted) = corpus::corpus(megabytes, people);
    let mut ends: Vec<usize> = (1..=megabytes).map(|i| (i << 20).min(traffic.len())).collect();
    for end in &mut ends {
        *end += traffic[*end..].iter().position(|b| *b == b'\n').map_or(traffic.len() - *end, |at| at + 1);
    }
    let block = |i: usize| &traffic[if i == 0 { 0 } else { ends[i - 1] }..ends[i]];
    let held = peak();
    let (start, clock) = (cpu(), Instant::now());
    let told = |what: &str| {
        println!("{what}: {:.1} s by the clock, {:.1} s of CPU so far", clock.elapsed().as_secs_f64(), cpu() - start);
    };
    let kinds = [IdentifierKind::Email, IdentifierKind::Phone];
    let keys = on_all_cores(ends.len(), |i| {
        let mut gatherer = Gatherer::new(&options, &kinds);
        gatherer.scan(block(i));
        gatherer.keys()
    });
    let candidates = Candidates::new(keys.concat(), &options);
    told(&format!("{} candidates in {megabytes} MB", candidates.size().0));
    let sifted: Vec<Sifted> = on_all_cores(people.div_ceil(PART), |i| {
        let part: Vec<_> = (i * PART..((i + 1) * PART).min(people)).map(corpus::person).collect();
        candidates.sift(&part)
    });
    told(&format!("{people} people"));
    let needles = candidates.needles(sifted);
    let hits = on_all_cores(ends.len(), |i| {
        let mut hits = 0;
        needles.scanner().scan(block(i), &mut |_| hits += 1);
        hits
    });
    told(&format!("{} people kept, {} hits, {planted} planted", needles.people(), hits.iter().sum::<usize>()));
    println!("peak {} MB, {held} of them the traffic", peak());
}
