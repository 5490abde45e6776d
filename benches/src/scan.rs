//! Speed and recall on seeded traffic: `scan [MB] [people …]`. CPU time of one thread, medians, as ratios to summing the
//! bytes of the same file in the same run; planted hits are counted against what is found.

mod corpus;
mod cpu;

use corpus::{corpus, person};
use detect::{Needles, Options};
use facts::Person;
use mmap_io::MemoryMappedFile;
use std::fs::File;
use std::hint::black_box;
use std::io::Read;
use std::path::Path;

const ROUNDS: usize = 5;
/// What `read` fills at once.
const BLOCK: usize = 1 << 20;

fn summed(bytes: &[u8]) -> u64 {
    bytes.as_chunks::<8>().0.iter().fold(0, |s, c| s.wrapping_add(u64::from_le_bytes(*c)))
}

fn read_and_sum(path: &Path) -> u64 {
    let (mut file, mut block, mut sum) = (File::open(path).expect("the traffic"), vec![0; BLOCK], 0u64);
    loop {
        match file.read(&mut block).expect("the traffic") {
            0 => return sum,
            n => sum = sum.wrapping_add(summed(&block[..n])),
        }
    }
}

fn with_mapped<T>(path: &Path, work: impl FnOnce(&[u8]) -> T) -> T {
    let file = MemoryMappedFile::open_ro(path).expect("the traffic");
    let mapped = file.as_slice(0, file.len()).expect("all of it");
    work(&mapped)
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn line_starts(bytes: &[u8]) -> Vec<usize> {
    std::iter::once(0).chain(bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(i, _)| i + 1)).collect()
}

fn main() {
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let megabytes = numbers.first().copied().unwrap_or(512);
    let counts = if numbers.len() > 1 { numbers[1..].to_vec() } else { vec![1, 1000] };
    let path = std::env::temp_dir().join(format!("sluss-traffic-{}", std::process::id()));
    for people in counts {
        measure(&path, megabytes, people);
    }
    std::fs::remove_file(&path).expect("the traffic");
}

/// One file, larger than the cache: summed as it is read, summed as it is mapped, scanned as it is mapped; in turn.
fn measure(path: &Path, megabytes: usize, people: usize) {
    let list: Vec<Person> = (0..people).map(person).collect();
    let (traffic, planted) = corpus(megabytes, people);
    std::fs::write(path, &traffic).expect("room for the traffic");
    let (mb, lines) = (traffic.len() as f64 / 1e6, line_starts(&traffic));
    drop(traffic);
    let depths = [0, 3];
    let needles = depths.map(|depth| Needles::compile(&list, &Options { depth, ..Options::default() }));
    let mut seconds: [Vec<f64>; 4] = Default::default();
    let mut found = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        seconds[0].push(cpu::spent(|| _ = black_box(read_and_sum(path))));
        seconds[1].push(cpu::spent(|| _ = black_box(with_mapped(path, summed))));
        for (i, needles) in needles.iter().enumerate() {
            let mut all = Vec::new();
            let mut scanner = needles.scanner();
            seconds[2 + i].push(cpu::spent(|| {
                all.clear();
                with_mapped(path, |bytes| scanner.scan(bytes, &mut |hit| all.push(hit)));
            }));
            found[i] = all;
        }
    }
    let [read, mapped, depth0, depth3] = seconds.map(median);
    println!(
        "people {people}: {mb:.0} MB; summed {:.0} MB/s as read, {:.0} MB/s as mapped; depth 3 costs {:.2} of depth 0",
        mb / read,
        mb / mapped,
        depth3 / depth0
    );
    for ((depth, seconds), found) in depths.into_iter().zip([depth0, depth3]).zip(&found) {
        let line = |offset: u64| lines.partition_point(|start| *start <= offset as usize) - 1;
        let (right, wrong): (Vec<_>, Vec<_>) = found.iter().partition(|h| line(h.offset) % 50 == 49);
        for hit in wrong.iter().take(3) {
            println!("  not planted: {} {:?} {:?} low {}", hit.identifier.word(), hit.form, hit.layers, hit.low);
        }
        println!(
            "  depth {depth}: {:.0} MB/s, {:.3} of summing as read, {:.3} as mapped; found {} of {planted} planted, {} not planted",
            mb / seconds,
            read / seconds,
            mapped / seconds,
            right.len(),
            wrong.len()
        );
    }
}
