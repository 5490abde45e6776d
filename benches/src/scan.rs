//! Speed and recall on seeded traffic: `scan [MB] [people …]`. CPU time of one thread, as ratios to a plain reading
//! of the same bytes in the same run; planted hits are counted against what is found.

mod corpus;

use corpus::{corpus, person};
use detect::{Needles, Options};
use facts::Person;
use std::hint::black_box;
use std::time::Instant;

/// CPU seconds of this process so far (user and system, clock ticks of 10 ms).
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit_once(')').map_or("", |(_, r)| r);
    let fields: Vec<&str> = after.split_whitespace().collect();
    let ticks = |i: usize| fields.get(i).and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}

fn measured<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let (start, wall) = (cpu(), Instant::now());
    let result = work();
    let used = cpu() - start;
    (result, if used > 0.05 { used } else { wall.elapsed().as_secs_f64() })
}

fn memchr_lines(bytes: &[u8]) -> Vec<usize> {
    std::iter::once(0).chain(bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(i, _)| i + 1)).collect()
}

fn main() {
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let megabytes = numbers.first().copied().unwrap_or(64);
    let counts = if numbers.len() > 1 { numbers[1..].to_vec() } else { vec![1, 1000] };
    for people in counts {
        let list: Vec<Person> = (0..people).map(person).collect();
        let (traffic, planted) = corpus(megabytes, people);
        let mb = traffic.len() as f64 / 1e6;
        let sum = || traffic.as_chunks::<8>().0.iter().fold(0u64, |s, c| s.wrapping_add(u64::from_le_bytes(*c)));
        let (_, warm) = measured(|| black_box(sum()));
        let (_, reading) = measured(|| (0..20).map(|_| black_box(sum())).fold(0, u64::wrapping_add));
        let reading = (reading / 20.0).min(warm);
        for depth in [0, 3] {
            let (needles, building) = measured(|| Needles::compile(&list, &Options { depth, ..Options::default() }));
            let (keys, bytes) = needles.size();
            let mut scanner = needles.scanner();
            let (found, seconds) = measured(|| {
                let mut all = Vec::new();
                scanner.scan(&traffic, &mut |hit| all.push(hit));
                all
            });
            let lines: Vec<usize> = memchr_lines(&traffic);
            let line = |offset: u64| lines.partition_point(|start| *start <= offset as usize) - 1;
            let (right, wrong): (Vec<_>, Vec<_>) = found.iter().partition(|h| line(h.offset) % 50 == 49);
            let low = wrong.iter().filter(|h| h.low).count();
            for hit in wrong.iter().take(3) {
                println!("  not planted: {} {:?} {:?} low {}", hit.identifier.word(), hit.form, hit.layers, hit.low);
            }
            let (found, wrong) = (right.len(), wrong.len());
            println!(
                "people {people} depth {depth}: {:.0} MB/s, {:.3} of reading, found {found} of {planted} planted, {wrong} not planted ({low} of low confidence); index {keys} keys, {:.1} bytes a key, {:.0} ns a key",
                mb / seconds,
                reading / seconds,
                bytes as f64 / keys as f64,
                building * 1e9 / keys as f64
            );
        }
    }
}
