//! Every parser of foreign bytes, bounded: its seeds, and what becomes of them by chance, the same chance every time.
//! `SLUSS_FUZZ_SECONDS` says for how long each (2 where it is not set); libFuzzer goes on from here: `make fuzz`.

#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use tests::root;

/// The mail a case may be opened by; its parser stands behind the flows, which libFuzzer is not built with.
fn mail(data: &[u8]) {
    let (words, now) = (paper::Words::new(facts::Lang::Sv), "2026-04-02T18:20:00Z".parse().expect("a time"));
    let _ = flows::intake::read("m.eml", data, "SE", &words, now);
}

/// No parser may take longer over a few kilobytes, in a debug build on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);

/// splitmix64
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        start..start + self.below(64.min(length - start) + 1)
    }
}

/// Lengths, escapes and delimiters that parsers trip over.
const TELLING: [&[u8]; 24] = [
    b"\0",
    b"\xff",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\x80",
    b"%",
    b"%25",
    b"&#",
    b"\\u",
    b"\\ud800",
    b"=",
    b"\r\n",
    b"--",
    b"\"",
    b"{",
    b"[[[[",
    b"]",
    b"}",
    b"\xc3",
    b"\xe2\x80\xa8",
    b"-1",
    b"99999999999999999999",
    b"1e999",
    b"@",
];

fn changed(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut data = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(6) {
        let range = random.range(data.len());
        match random.below(7) {
            0 => data[range].iter_mut().for_each(|b| *b ^= 1 << (random.next() % 8)),
            1 => drop(data.drain(range)),
            2 => data.truncate(range.start),
            3 => {
                let again = data[range.clone()].repeat(1 + random.below(4));
                data.splice(range.end..range.end, again);
            }
            4 => drop(data.splice(range, TELLING[random.below(TELLING.len())].iter().copied())),
            5 => {
                let other = &seeds[random.below(seeds.len())];
                data.splice(range, other[random.range(other.len())].iter().copied());
            }
            _ => {
                let bytes: Vec<u8> = (0..random.below(16)).map(|_| random.next() as u8).collect();
                data.splice(range, bytes);
            }
        }
    }
    data.truncate(1 << 16);
    data
}

/// The target's own seeds; those that read traffic also take the lines of corpus/disguises.
fn seeds(name: &str) -> Vec<Vec<u8>> {
    let folder = fs::read_dir(root().join("fuzz/seeds").join(name));
    let mut paths: Vec<_> = folder.into_iter().flatten().flatten().map(|e| e.path()).collect();
    paths.sort();
    let mut seeds: Vec<Vec<u8>> = paths.iter().map(|p| fs::read(p).expect("a seed")).collect();
    if matches!(name, "scan" | "exchange" | "gather" | "lines" | "archive") {
        let lines = fs::read(root().join("corpus/disguises/traffic.ndjson")).expect("the corpus");
        seeds.extend(lines.split(|b| *b == b'\n').step_by(7).map(<[u8]>::to_vec));
    }
    seeds.push(b"\x01\x02\x03anna.berg@example.com 0701740605".to_vec());
    seeds
}

fn hammer(name: &str, target: fn(&[u8])) {
    let seconds = std::env::var("SLUSS_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok()).unwrap_or(2.0);
    let (begin, mut random, seeds) = (Instant::now(), Random(0x5155_5353), seeds(name));
    let mut runs = 0;
    while runs < seeds.len() || begin.elapsed().as_secs_f64() < seconds {
        let data = seeds.get(runs).cloned().unwrap_or_else(|| changed(&seeds, &mut random));
        let start = Instant::now();
        let ended = catch_unwind(AssertUnwindSafe(|| target(&data)));
        assert!(ended.is_ok(), "{name} panics at the input {}", hex(&data));
        assert!(start.elapsed() < LONGEST, "{name} takes {:?} at the input {}", start.elapsed(), hex(&data));
        runs += 1;
    }
    println!("{name}: {runs} inputs");
}

fn hex(data: &[u8]) -> String {
    data.iter().map(|b| format!("{b:02x}")).collect()
}

macro_rules! each {
    ($($name:ident)*) => {
        $(#[test] fn $name() { hammer(stringify!($name), |data| targets::run(stringify!($name), data)); })*

        /// A target is a row of the library, a program for libFuzzer, and a test here.
        #[test]
        fn every_target_is_run() {
            let tested = [$(stringify!($name)),*];
            let known = targets::TARGETS.map(|(name, _)| name);
            assert_eq!(tested.len(), known.len());
            let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).expect("fuzz/Cargo.toml");
            for name in known {
                assert!(tested.contains(&name), "{name} has no test");
                assert!(manifest.contains(&format!("\"fuzz_targets/{name}.rs\"")), "{name} has no program");
            }
        }
    };
}

each! {
    scan exchange containers gather index key people archive har lines packets parquet dns netlog declaration accepted recorder
    facts settings parameters stamp bundle checkpoint placeholder trackers
}

#[test]
fn letters() {
    hammer("mail", mail);
}
