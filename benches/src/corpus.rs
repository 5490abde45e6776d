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

/// One line of NDJSON as CONTRACTS.md has it, of what a page fetches and sends. What kinds there are, how long, and how
/// dense in tokens, was fitted to requests recorded in 2023 at six sites; `density` counts both.
pub fn line(r: &mut Random, n: usize, plant: &str) -> String {
    let kind = if plant.is_empty() { r.below(100) } else { 70 };
    let (host, path) = match kind {
        0..62 => asset(r),
        62..86 => tracker(r),
        _ => (format!("api.{}.example", word(r)), format!("/{}/v{}/{}", word(r), r.below(4), word(r))),
    };
    let (path, body) = (path + plant, if kind < 88 { String::new() } else { body(r, kind) });
    let method = if body.is_empty() { "GET" } else { "POST" };
    let referer = format!("https://www.{}.example/", WORDS[n / 40 % 24]);
    let (accept, dest) = [
        ("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", "image"),
        ("*/*", "empty"),
        ("application/json, text/plain, */*", "script"),
        ("text/css,*/*;q=0.1", "style"),
    ][r.below(4)];
    let mut headers = format!(
        "[\":authority\", \"{host}\"], [\":method\", \"{method}\"], [\":path\", \"{path}\"], [\":scheme\", \"https\"], \
         [\"accept\", \"{accept}\"], [\"referer\", \"{referer}\"], [\"sec-fetch-dest\", \"{dest}\"], \
         [\"sec-fetch-mode\", \"no-cors\"], [\"sec-fetch-site\", \"cross-site\"]"
    );
    if r.below(12) == 0 {
        let _ = write!(headers, ", [\"x-csrf-token\", \"{}==\"]", r.base64(86));
    }
    format!(
        "{{\"id\": \"{n}\", \"at\": \"2021-03-01T12:{:02}:{:02}.{:03}Z\", \"method\": \"{method}\", \"url\": \"https://{host}{path}\", \
         \"headers\": [{headers}], \"body\": \"{body}\"}}\n",
        r.below(60),
        r.below(60),
        r.below(1000)
    )
}

fn word(r: &mut Random) -> &'static str {
    WORDS[r.below(24)]
}

fn asset(r: &mut Random) -> (String, String) {
    let host = format!("static.{}.example", word(r));
    let file = ["js", "css", "png", "json"][r.below(4)];
    let path = match r.below(8) {
        0 => format!("/assets/{}/shared/{file}/{}/{}.{file}", r.hex(16), word(r), word(r)),
        2..5 => format!(
            "/wp-content/themes/{}/{}-{}.min.{file}?ver={}.{}",
            word(r),
            word(r),
            word(r),
            r.below(9),
            r.below(99)
        ),
        1 => format!("/page-data/{}/page-data.{file}?{}", word(r), r.hex(25)),
        _ => format!("/{}/images/{}{}_{}.{file}", word(r), word(r), word(r), r.below(5000)),
    };
    (host, path)
}

fn tracker(r: &mut Random) -> (String, String) {
    let mut path = format!("/{}/?id={}&ev={}", word(r), r.next() % 10_000_000_000_000_000, word(r));
    let page = format!("https%3A%2F%2Fwww.{}.example%2F{}%2F", word(r), word(r));
    for _ in 0..5 + r.below(9) {
        let key = word(r);
        let _ = match r.below(24) {
            0 => write!(path, "&{key}={}", r.hex(32)),
            1 => write!(path, "&{key}={}", r.base64(22)),
            2 => write!(path, "&{key}={}-{}-{}-{}-{}", r.hex(8), r.hex(4), r.hex(4), r.hex(4), r.hex(12)),
            3 | 4 => write!(path, "&fbp=fb.1.{}.{}", time(r), r.next() % 2_000_000_000),
            5 | 6 => write!(path, "&{key}={}", time(r)),
            7..11 => write!(path, "&{key}={page}"),
            11 => write!(
                path,
                "&cd[{key}]=%7B%22classList%22%3A%22css-{}%20{}%22%2C%22destination%22%3A%22{page}%22%2C%22id%22%3A%22%22%2C%22innerText%22%3A%22{}%20{}%22%7D",
                r.hex(6),
                word(r),
                word(r),
                word(r)
            ),
            12..16 => write!(path, "&{key}={}", r.below(2000)),
            _ => write!(path, "&{key}={}", word(r)),
        };
    }
    (format!("www.{}.example", word(r)), path)
}

fn time(r: &mut Random) -> u64 {
    1_600_000_000_000 + r.next() % 100_000_000_000
}

/// JSON in JSON, or a form's parts.
fn body(r: &mut Random, kind: usize) -> String {
    if kind >= 96 {
        let boundary = r.base64(16).replace(['-', '_'], "x");
        let part = |r: &mut Random| {
            let (name, value) = (word(r), format!("{} {} {}", word(r), word(r), r.below(100_000)));
            format!(
                "------WebKitFormBoundary{boundary}\\r\\nContent-Disposition: form-data; name=\\\"{name}\\\"\\r\\n\\r\\n{value}\\r\\n"
            )
        };
        return (0..4 + r.below(30)).map(|_| part(r)).collect();
    }
    let mut body = String::from("{");
    for i in 0..10 + r.below(60) {
        let key = word(r);
        let _ = match r.below(24) {
            0..7 => write!(body, "\\\"{key}{i}\\\":\\\"{} {} {}\\\",", word(r), word(r), word(r)),
            7..12 => write!(body, "\\\"{key}{i}\\\":{},", r.below(100_000)),
            12 => write!(body, "\\\"{key}{i}\\\":\\\"{}\\\",", r.hex(64)),
            13 => write!(body, "\\\"{key}{i}\\\":\\\"{}\\\",", r.base64(43)),
            14 => write!(body, "\\\"{key}{i}\\\":\\\"user{}@example.com\\\",", r.below(1_000_000)),
            15..17 => write!(body, "\\\"{key}{i}\\\":{},", time(r)),
            17..20 => write!(body, "\\\"{key}{i}\\\":\\\"https://www.{}.example/{}\\\",", word(r), word(r)),
            20 => write!(body, "\\\"{key}{i}\\\":{{\\\"text\\\":\\\"r\\\\u00e4tt {}\\\"}},", word(r)),
            _ => write!(body, "\\\"{key}{i}\\\":true,"),
        };
    }
    body + "\\\"z\\\":0}"
}

/// The same of nothing but trackers: long URLs, ids, digests, JSON bodies, three times as dense in tokens.
pub fn dense_line(r: &mut Random, n: usize, plant: &str) -> String {
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
    of_lines(line, megabytes, people)
}

/// The same of nothing but trackers.
pub fn dense(megabytes: usize, people: usize) -> (Vec<u8>, usize) {
    of_lines(dense_line, megabytes, people)
}

fn of_lines(line: fn(&mut Random, usize, &str) -> String, megabytes: usize, people: usize) -> (Vec<u8>, usize) {
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
