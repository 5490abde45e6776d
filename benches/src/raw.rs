//! Scans a file as raw bytes over and over, for profiles: `raw FILE TIMES DEPTH PEOPLE`; `raw --write FILE MB PEOPLE`.

mod corpus;

use detect::{Needles, Options};
use std::time::Instant;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let number = |i: usize| args.get(i).and_then(|a| a.parse::<usize>().ok()).unwrap_or(1);
    if args[0] == "--write" {
        return std::fs::write(&args[1], corpus::corpus(number(2), number(3)).0).expect("written");
    }
    let data = std::fs::read(&args[0]).expect("FILE");
    let people: Vec<_> = (0..number(3)).map(corpus::person).collect();
    let needles = Needles::compile(&people, &Options { depth: number(2) as u8, ..Options::default() });
    let mut scanner = needles.scanner();
    let (mut hits, mut best) = (0, f64::MAX);
    for _ in 0..number(1) {
        let start = Instant::now();
        scanner.scan(&data, &mut |_| hits += 1);
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{:.0} MB/s, {} hits", data.len() as f64 / 1e6 / best, hits / number(1));
}
