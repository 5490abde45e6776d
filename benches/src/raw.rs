//! Scans a file as raw bytes over and over, for profiles: `raw FILE TIMES DEPTH PEOPLE [avx512|avx2|portable]`;
//! `raw --write FILE MB PEOPLE` (`--write-dense`); `raw --density FILE` counts what a file has of tokens; `raw --levels FILE TIMES DEPTH PEOPLE` compares the instruction sets, each in a process
//! of its own, in turn.

mod corpus;

use detect::{Needles, Options};
use std::time::Instant;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let number = |i: usize| args.get(i).and_then(|a| a.parse::<usize>().ok()).unwrap_or(1);
    if args[0] == "--write" {
        return std::fs::write(&args[1], corpus::corpus(number(2), number(3)).0).expect("written");
    }
    if args[0] == "--write-dense" {
        return std::fs::write(&args[1], corpus::dense(number(2), number(3)).0).expect("written");
    }
    if args[0] == "--density" {
        return density(&std::fs::read(&args[1]).expect("FILE"));
    }
    if args[0] == "--levels" {
        return levels(&args[1..]);
    }
    if let Some(level) = args.get(4) {
        assert!(detect::use_instructions(level), "this machine has no {level}");
    }
    let data = std::fs::read(&args[0]).expect("FILE");
    let people: Vec<_> = (0..number(3)).map(corpus::person).collect();
    let needles = Needles::compile(&people, &Options { depth: number(2) as u8, ..Options::default() });
    let mut hits = 0;
    // the best of each megabyte: what else runs on the machine disturbs some of them, never all
    let best = |work: &mut dyn FnMut(&[u8])| -> f64 {
        let pieces = data.chunks(1 << 20);
        pieces.map(|piece| (0..number(1)).map(|_| seconds(|| work(piece))).fold(f64::MAX, f64::min)).sum()
    };
    // each time one that has seen nothing yet
    let scanning = best(&mut |piece| needles.scanner().scan(piece, &mut |_| hits += 1));
    let mut sum = 0u64;
    let reading = best(&mut |piece| {
        sum = piece.as_chunks::<8>().0.iter().fold(sum, |s, c| s.wrapping_add(u64::from_le_bytes(*c)));
    });
    let speed = |seconds: f64| data.len() as f64 / 1e6 / seconds;
    println!(
        "{:.0} MB/s, {} hits, summing {:.0} MB/s ({})",
        speed(scanning),
        hits / number(1),
        speed(reading),
        sum & 1
    );
}

/// What there is of tokens in a megabyte.
fn density(data: &[u8]) {
    let count = |what: &str, is: &dyn Fn(u8) -> bool, fits: &dyn Fn(&[u8]) -> bool| {
        let runs = || data.split(|b| !is(*b)).filter(|run| fits(run));
        let (number, bytes) = (runs().count() as f64, runs().map(<[u8]>::len).sum::<usize>() as f64);
        let mb = data.len() as f64 / 1e6;
        println!("{what}: {:.0}, {:.1} % of the bytes", number / mb, bytes / mb / 1e4);
    };
    let digits = |run: &[u8]| run.iter().filter(|b| b.is_ascii_digit()).count();
    let is_base64 = |b: u8| b.is_ascii_alphanumeric() || b"+/-_".contains(&b);
    count("base64 of 20 signs and more", &is_base64, &|run| run.len() >= 20);
    count("hex of 12 and more", &|b| b.is_ascii_hexdigit(), &|run| run.len() >= 12);
    count("letters and digits, 12 and more", &|b| b.is_ascii_alphanumeric(), &|run| run.len() >= 12);
    count("numbers of 7 digits and more", &|b| b.is_ascii_digit() || b" ()+-./".contains(&b), &|run| digits(run) >= 7);
    for sign in [b'@', b'%', b'\\', b'"'] {
        count(&char::from(sign).to_string(), &|b| b == sign, &|run| !run.is_empty());
    }
}

fn seconds(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

const ROUNDS: usize = 5;

fn levels(args: &[String]) {
    let own = std::env::current_exe().expect("this program");
    let speed = |level: &str| -> Option<f64> {
        let run = std::process::Command::new(&own).args(args).arg(level).output().expect("this program");
        String::from_utf8(run.stdout).ok()?.split(' ').next()?.parse().ok()
    };
    let names = ["avx512", "avx2", "portable"];
    let mut all = names.map(|_| Vec::new());
    for _ in 0..ROUNDS {
        names.iter().zip(&mut all).for_each(|(name, speeds)| speeds.extend(speed(name)));
    }
    let medians = all.map(|mut speeds| {
        speeds.sort_by(f64::total_cmp);
        speeds.get(speeds.len() / 2).copied()
    });
    for (name, median) in names.into_iter().zip(medians) {
        match (median, medians[0]) {
            (Some(speed), Some(first)) => println!("{name}: {speed:.0} MB/s, {:.2} of avx512", speed / first),
            (Some(speed), None) => println!("{name}: {speed:.0} MB/s"),
            (None, _) => println!("{name}: not on this machine"),
        }
    }
}
