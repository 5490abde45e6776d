//! Speed and recall on seeded traffic: `scan [MB] [people …]`. CPU time of one thread, as ratios to a plain reading
//! of the same bytes in the same run; planted hits are counted against what is found.

use detect::{Needles, Options};
use facts::{IdentifierKind, Person};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

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
        (self.next() % n as u64) as usize
    }

    fn hex(&mut self, digits: usize) -> String {
        let mut s = String::new();
        while s.len() < digits {
            let _ = write!(s, "{:016x}", self.next());
        }
        s.truncate(digits);
        s
    }

    fn base64(&mut self, signs: usize) -> String {
        let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        (0..signs).map(|_| alphabet[self.below(64)] as char).collect()
    }
}

fn person(i: usize) -> Person {
    Person {
        id: format!("p{i}"),
        role: "end-user".into(),
        identifiers: vec![
            (IdentifierKind::Email, format!("person.{i:07}@example.org")),
            (IdentifierKind::Phone, format!("+4670{:07}", 1_740_605 + i)),
        ],
    }
}

const WORDS: [&str; 24] = [
    "page",
    "view",
    "event",
    "product",
    "meeting",
    "invite",
    "button",
    "click",
    "section",
    "header",
    "content",
    "image",
    "analytics",
    "collect",
    "tracking",
    "https",
    "example",
    "static",
    "script",
    "session",
    "visitor",
    "campaign",
    "source",
    "medium",
];

/// One line of NDJSON as CONTRACTS.md has it; what trackers really send: long URLs, ids, digests, JSON bodies.
fn line(r: &mut Random, n: usize, plant: &str) -> String {
    let mut url = format!(
        "https://{}.example.net/{}/{}?v={}",
        WORDS[r.below(24)],
        WORDS[r.below(24)],
        WORDS[r.below(24)],
        r.below(99)
    );
    for _ in 0..4 + r.below(8) {
        let key = WORDS[r.below(24)];
        let _ = match r.below(8) {
            0 => write!(url, "&{key}={}", r.hex(32)),
            1 => write!(url, "&{key}={}", r.next() % 2_000_000_000_000),
            2 => write!(url, "&{key}={}", r.base64(22)),
            3 => write!(url, "&{key}=https%3A%2F%2Fwww.example.com%2F{}%2F{}", WORDS[r.below(24)], r.below(10_000)),
            4 => write!(url, "&{key}={}-{}-{}-{}-{}", r.hex(8), r.hex(4), r.hex(4), r.hex(4), r.hex(12)),
            5 => write!(url, "&{key}=GA1.2.{}.{}", r.next() % 2_000_000_000, r.next() % 2_000_000_000),
            _ => write!(url, "&{key}={}", WORDS[r.below(24)]),
        };
    }
    let mut body = String::from("{");
    for i in 0..r.below(12) {
        let key = WORDS[r.below(24)];
        let _ = match r.below(6) {
            0 => write!(
                body,
                "\\\"{key}{i}\\\":\\\"{} {} {}\\\",",
                WORDS[r.below(24)],
                WORDS[r.below(24)],
                WORDS[r.below(24)]
            ),
            1 => write!(body, "\\\"{key}{i}\\\":{},", r.next() % 100_000),
            2 => write!(body, "\\\"{key}{i}\\\":\\\"{}\\\",", r.hex(64)),
            3 => write!(body, "\\\"{key}{i}\\\":\\\"user{}@example.com\\\",", r.below(1_000_000)),
            4 => write!(body, "\\\"{key}{i}\\\":\\\"{}\\\",", r.base64(43)),
            _ => write!(body, "\\\"{key}{i}\\\":true,"),
        };
    }
    body.push_str("\\\"z\\\":0}");
    format!(
        "{{\"id\":\"{n}\",\"at\":\"2021-03-01T12:{:02}:{:02}Z\",\"method\":\"POST\",\"url\":\"{url}{plant}\",\"headers\":[[\"referer\",\"https://www.example.com/{}\"]],\"body\":\"{body}\"}}\n",
        r.below(60),
        r.below(60),
        WORDS[r.below(24)]
    )
}

fn plant(r: &mut Random, people: usize) -> String {
    let i = r.below(people);
    let (email, phone) = (format!("person.{i:07}@example.org"), format!("70{:07}", 1_740_605 + i));
    let hex = |t: &str| Sha256::digest(t.as_bytes()).iter().fold(String::new(), |s, b| s + &format!("{b:02x}"));
    use base64::Engine;
    let url = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    match r.below(6) {
        0 => format!("&em={email}"),
        1 => format!("&em={}", email.replace('@', "%40")),
        2 => format!("&udff[em]={}", hex(&email)),
        3 => format!("&udff%5Bph%5D={}", hex(&format!("46{phone}"))),
        4 => format!("&em=tv.1~em.{}", url.encode(Sha256::digest(email.as_bytes()))),
        _ => format!("&d={}", url.encode(format!("{{\"mail\":\"{email}\"}}"))),
    }
}

/// (traffic, number of plants)
fn corpus(megabytes: usize, people: usize) -> (Vec<u8>, usize) {
    let mut r = Random(1);
    let (mut out, mut planted, mut n) = (Vec::with_capacity(megabytes << 20), 0, 0);
    while out.len() < megabytes << 20 {
        let with = n % 50 == 49;
        let token = if with { plant(&mut r, people) } else { String::new() };
        planted += usize::from(with);
        out.extend_from_slice(line(&mut r, n, &token).as_bytes());
        n += 1;
    }
    (out, planted)
}

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
