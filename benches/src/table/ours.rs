//! The detector by itself.

use crate::measure::{cpu, median, memory, paired, process, wall};
use crate::{Settings, Table, corpus};
use detect::{Hit, Needles, Options};
use std::fs::File;
use std::hint::black_box;
use std::io::Read;
use std::path::Path;
use std::process::Command;

/// Traffic in which so many people stand, and needles for them.
pub struct Ours {
    pub traffic: Vec<u8>,
    pub planted: usize,
    pub needles: Needles,
    pub compiling: f64,
}

impl Ours {
    pub fn new(mb: usize, people: usize, depth: u8) -> Self {
        let (traffic, planted) = corpus::corpus(mb, people);
        let list: Vec<_> = (0..people).map(corpus::person).collect();
        let (compiling, needles) = cpu(|| Needles::compile(&list, &Options { depth, ..Options::default() }));
        Self { traffic, planted, needles, compiling }
    }

    /// CPU seconds of one scan.
    pub fn scan(&self) -> f64 {
        self.scan_with(&self.needles).0
    }

    fn scan_with(&self, needles: &Needles) -> (f64, Vec<Hit>) {
        let mut scanner = needles.scanner();
        cpu(|| {
            let mut all = Vec::new();
            scanner.scan(&self.traffic, &mut |hit| all.push(hit));
            all
        })
    }

    /// Planted lines found, and hits where nothing was planted: certain ones and of low confidence.
    fn recall(&self) -> (usize, usize, usize) {
        let ends: Vec<usize> = memchr::memchr_iter(b'\n', &self.traffic).collect();
        let (mut found, mut wrong, mut low) = (std::collections::HashSet::new(), 0, 0);
        for hit in self.scan_with(&self.needles).1 {
            let line = ends.partition_point(|end| *end < hit.offset as usize);
            match (is_planted(line), hit.low) {
                (true, _) => drop(found.insert(line)),
                (false, true) => low += 1,
                (false, false) => wrong += 1,
            }
        }
        (found.len(), wrong, low)
    }
}

pub fn is_planted(line: usize) -> bool {
    line % 50 == 49
}

fn gb(bytes: usize, seconds: f64) -> f64 {
    bytes as f64 / 1e9 / seconds
}

/// A plain summing read of the file: read(2) in blocks, from the page cache.
fn reading(path: &Path) -> f64 {
    let mut file = File::open(path).expect("the traffic");
    let mut block = vec![0; 256 << 10];
    let (seconds, sum) = cpu(|| {
        let mut sum = 0u64;
        while let Ok(n @ 1..) = file.read(&mut block) {
            let words = block[..n].as_chunks::<8>().0;
            sum = words.iter().fold(sum, |s, w| s.wrapping_add(u64::from_le_bytes(*w)));
        }
        sum
    });
    black_box(sum);
    seconds
}

pub fn measure(settings: &Settings, table: &mut Table) {
    let (runs, mb) = (settings.runs, settings.mb);
    let one = Ours::new(mb, 1, 3);
    let bytes = one.traffic.len();
    let path = settings.folder.join("sluss-traffic.ndjson");
    std::fs::write(&path, &one.traffic).expect("room for the traffic");
    let (read, deep, slower) = paired(runs, || reading(&path), || one.scan());
    table.row("summing read of the same file", "", format!("{:.1} GB/s", gb(bytes, read)));
    let depth0 = Needles::compile(&[corpus::person(0)], &Options { depth: 0, ..Options::default() });
    let (_, shallow, slower0) = paired(runs, || reading(&path), || one.scan_with(&depth0).0);
    let of_reading = |gbs: f64, slower: f64| format!("{gbs:.2} GB/s, {:.3}", 1.0 / slower);
    table.row("depth 0, of reading", "≥ 0.15", of_reading(gb(bytes, shallow), slower0));
    table.row("depth 3, of reading", "≥ 0.09", of_reading(gb(bytes, deep), slower));
    let (.., ratio) = paired(runs, || one.scan_with(&depth0).0, || one.scan());
    table.row("depth 3 over depth 0", "≤ 1.6", format!("{ratio:.2}"));
    threads(&one, runs, table);
    instructions(&path, runs, bytes, table);
    flat(settings, &one, table);
    let _ = std::fs::remove_file(path);
}

fn flat(settings: &Settings, one: &Ours, table: &mut Table) {
    let mut a_person = 0.0;
    for &people in &settings.people {
        let needed = (a_person * 2.0 * people as f64) as u64 + (settings.mb << 21) as u64;
        if needed > memory() {
            let why = format!("not measured: needs about {} GB of memory", needed >> 30);
            table.row(format!("{people} people over one"), "≤ 1.10", why);
            continue;
        }
        let ours = Ours::new(settings.mb, people, 3);
        let (keys, bytes) = ours.needles.size();
        a_person = bytes as f64 / people as f64;
        let (found, wrong, low) = ours.recall();
        let of = format!("{found} of {}, {wrong} ({low} of low confidence)", ours.planted);
        table.row(format!("{people} people: planted found, not planted"), "all, 0", of);
        if people > 1 {
            let (.., ratio) = paired(
                settings.runs,
                || one.scan() / one.traffic.len() as f64,
                || ours.scan() / ours.traffic.len() as f64,
            );
            table.row(format!("{people} people over one, CPU a byte"), "≤ 1.10", format!("{ratio:.2}"));
            let each = format!(
                "{:.0} ns, {:.1} bytes ({keys} keys)",
                ours.compiling * 1e9 / keys as f64,
                bytes as f64 / keys as f64
            );
            table.row(format!("{people} people compiled, a key"), "≤ 60 ns, ≤ 12 bytes", each);
        }
    }
}

/// Each thread half of the lines.
fn threads(one: &Ours, runs: usize, table: &mut Table) {
    let middle = one.traffic.len() / 2;
    let middle = middle + memchr::memchr(b'\n', &one.traffic[middle..]).map_or(0, |n| n + 1);
    let (first, second) = one.traffic.split_at(middle);
    let scan = |bytes: &[u8]| one.needles.scanner().scan(bytes, &mut |hit| drop(black_box(hit)));
    let together = || {
        wall(|| {
            std::thread::scope(|s| {
                s.spawn(|| scan(first));
                scan(second);
            })
        })
    };
    let alone = || wall(|| (scan(first), scan(second)).1);
    let (.., ratio) = paired(runs, together, alone);
    table.row("two threads over one, wall clock", "≥ 1.8 on free cores", format!("{ratio:.2}"));
}

/// Scans a file with one instruction set: `table --with avx2 FILE`; prints CPU seconds.
pub fn with_instructions(set: &str) {
    if !detect::use_instructions(set) {
        return;
    }
    let traffic = std::fs::read(std::env::args().nth(3).expect("FILE")).expect("FILE");
    let needles = Needles::compile(&[corpus::person(0)], &Options::default());
    let seconds = (0..3).map(|_| cpu(|| needles.scanner().scan(&traffic, &mut |hit| drop(black_box(hit)))).0).collect();
    println!("{}", median(seconds));
}

fn instructions(path: &Path, runs: usize, bytes: usize, table: &mut Table) {
    let program = std::env::current_exe().expect("this program");
    let seconds = |set: &str| {
        let ran = process(Command::new(&program).args(["--with", set]).arg(path));
        ran.and_then(|(_, printed)| printed.trim().parse::<f64>().ok()).unwrap_or(f64::NAN)
    };
    let (wide, narrow, ratio) = paired(runs.min(3), || seconds("avx512"), || seconds("avx2"));
    let measured = match ratio.is_nan() {
        true => "not measured: this machine has not both".to_owned(),
        false => format!("{:.2} ({:.2} and {:.2} GB/s)", 1.0 / ratio, gb(bytes, narrow), gb(bytes, wide)),
    };
    table.row("AVX2, of AVX-512", "≥ 0.75", measured);
    let (_, portable) = (0, seconds("portable"));
    table.row("without vectors", "", format!("{:.2} GB/s", gb(bytes, portable)));
}

/// What the other programs of this folder print.
pub fn others(table: &mut Table) {
    let program = |name: &str| std::env::current_exe().expect("this program").with_file_name(name);
    let run = |name: &str, args: &[&str]| process(Command::new(program(name)).args(args)).map(|(_, printed)| printed);
    match run("hostile", &["8"]) {
        Some(printed) => hostile(&printed, table),
        None => table.row("hostile input over ordinary", "≥ 0.25", "not measured: `hostile` is not built"),
    }
    for (args, wanted) in [
        (["10000", "32"], "≤ 60 ns and ≤ 12 bytes a key; opens in ≤ 30 ms"),
        (["90000", "32"], "all transforms in ≤ 0.4 s"),
    ] {
        let printed = run("index", &args).unwrap_or_else(|| "not measured: `index` is not built".into());
        printed.lines().for_each(|line| table.row(format!("index {}", args.join(" ")), wanted, line.trim()));
    }
    let printed = run("count", &[]).unwrap_or_default();
    printed.lines().for_each(|line| table.row("counting people", "≤ 3 ns a hit", line));
}

fn hostile(printed: &str, table: &mut Table) {
    let rate = |line: &str| line.split("MB/s").next().and_then(|l| l.split_whitespace().last()?.parse::<f64>().ok());
    let kinds: Vec<(&str, f64)> = printed.lines().filter_map(|l| Some((l.get(..16)?.trim(), rate(l)?))).collect();
    let Some((_, ordinary)) = kinds.iter().find(|(name, _)| *name == "ordinary") else { return };
    let slow: Vec<String> =
        kinds.iter().filter(|(_, r)| r / ordinary < 0.25).map(|(n, r)| format!("{n} {:.2}", r / ordinary)).collect();
    let least = kinds.iter().map(|(_, r)| r / ordinary).fold(f64::MAX, f64::min);
    let below = if slow.is_empty() { String::new() } else { format!("; below: {}", slow.join(", ")) };
    table.row(
        format!("hostile input over ordinary, the slowest of {}", kinds.len()),
        "≥ 0.25",
        format!("{least:.2}{below}"),
    );
}
