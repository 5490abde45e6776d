//! Index and reverse join: `index [people] [MB]`. Time and bytes a key, opening, and the people streamed past a corpus.

mod corpus;

use detect::{Candidates, Compiler, Gatherer, Key, Needles, Options};
use std::sync::Arc;
use std::time::Instant;

/// CPU seconds of this process so far: others at work on the same machine count less than in time by the clock.
fn cpu() -> f64 {
    let nanoseconds = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    nanoseconds.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

fn main() {
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let (people, megabytes) = (numbers.first().copied().unwrap_or(10_000), numbers.get(1).copied().unwrap_or(32));
    let list: Vec<_> = (0..people).map(corpus::person).collect();
    let options = Options::default();
    let key = Key::new([7; 32]);
    let compiler = Compiler::new(&options, &key);
    let start = cpu();
    let parts: Vec<_> = list.chunks(10_000).map(|c| compiler.part(c)).collect();
    let compiled = cpu() - start;
    let needles = compiler.join(parts);
    let built = cpu() - start;
    let (keys, bytes) = needles.size();
    let per_key = |seconds: f64| seconds * 1e9 / keys as f64;
    println!(
        "{people} people: {keys} keys in {built:.2} s, {:.0} ns a key ({:.0} of them joining), {:.2} bytes a key",
        per_key(built),
        per_key(built - compiled),
        bytes as f64 / keys as f64
    );
    let mut file = Vec::new();
    needles.save(&mut file).expect("memory");
    let start = Instant::now();
    let opened = Needles::load("people.slx", Arc::new(file), &key, &options).expect("an index");
    println!("opened in {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    let (traffic, planted) = corpus::corpus(megabytes, people);
    let mut with_index = 0;
    opened.scanner().scan(&traffic, &mut |_| with_index += 1);
    let start = Instant::now();
    let mut gatherer = Gatherer::new(&options, &[facts::IdentifierKind::Email, facts::IdentifierKind::Phone]);
    gatherer.scan(&traffic);
    let candidates = Candidates::new(gatherer.keys(), &options);
    let gathered = start.elapsed().as_secs_f64();
    let needles = candidates.needles(list.chunks(10_000).map(|c| candidates.sift(c)).collect());
    let mut joined = 0;
    needles.scanner().scan(&traffic, &mut |_| joined += 1);
    let (candidates, bytes) = candidates.size();
    println!(
        "reverse join: {candidates} candidates ({} MB) of {megabytes} MB in {gathered:.2} s, all in {:.2} s; {joined} hits, {with_index} by the index, {planted} planted, {} people kept",
        bytes >> 20,
        start.elapsed().as_secs_f64(),
        needles.people()
    );
}
