#![allow(dead_code, reason = "each program uses a part")]
//! Seeded traffic with planted hits, the same every time.

use facts::{IdentifierKind, Person};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// splitmix64
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    pub fn hex(&mut self, digits: usize) -> String {
        let mut s = String::new();
        while s.len() < digits {
            let _ = write!(s, "{:016x}", self.next());
        }
        s.truncate(digits);
        s
    }

    pub fn base64(&mut self, signs: usize) -> String {
        let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        (0..signs).map(|_| alphabet[self.below(64)] as char).collect()
    }
}

pub fn person(i: usize) -> Person {
    Person {
        id: format!("p{i}"),
        role: "end-user".into(),
        identifiers: vec![
            (IdentifierKind::Email, format!("person.{i:07}@example.org")),
            (IdentifierKind::Phone, format!("+4670{:07}", 1_740_605 + i)),
        ],
    }
}

pub const WORDS: [&str; 24] = [
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
pub fn line(r: &mut Random, n: usize, plant: &str) -> String {
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

pub fn plant(r: &mut Random, people: usize) -> String {
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
pub fn corpus(megabytes: usize, people: usize) -> (Vec<u8>, usize) {
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
