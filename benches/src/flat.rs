//! Whether many people cost more than one: `flat [MB] [people …]`, with the common hashes. CPU time a byte, best of
//! five, each list against one person in turn.

mod corpus;
mod measure;

use detect::{Hashes, Needles, Options};
use measure::cpu;

fn main() {
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let megabytes = numbers.first().copied().unwrap_or(128);
    let options = Options { hashes: Hashes::Common, ..Options::default() };
    let compiled = |people: usize| {
        let compiler = detect::Compiler::new(&options, &detect::Key::default());
        let part = |start: usize| {
            let list: Vec<_> = (start..(start + 20_000).min(people)).map(corpus::person).collect();
            compiler.part(&list)
        };
        compiler.join((0..people).step_by(20_000).map(part).collect())
    };
    let one = compiled(1);
    for people in numbers.get(1..).filter(|n| !n.is_empty()).unwrap_or(&[1000]) {
        let many = compiled(*people);
        let (traffic, planted) = corpus::corpus(megabytes, *people);
        let scan = |needles: &Needles| {
            let (start, mut hits) = (cpu(), 0);
            needles.scanner().scan(&traffic, &mut |_| hits += 1);
            (cpu() - start, hits)
        };
        let (mut alone, mut all, mut found) = (f64::MAX, f64::MAX, 0);
        for _ in 0..5 {
            alone = scan(&one).0.min(alone);
            let (seconds, hits) = scan(&many);
            (all, found) = (seconds.min(all), hits);
        }
        let (keys, bytes) = many.size();
        println!(
            "{people} people ({keys} keys, {} MB): {:.3} times one person's CPU, {:.0} MB/s; {found} hits, {planted} planted",
            bytes >> 20,
            all / alone,
            traffic.len() as f64 / 1e6 / all
        );
    }
}
