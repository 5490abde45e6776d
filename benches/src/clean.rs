//! Traffic in which nobody is: `clean [MB] [people]`. Random digests, tokens, UUIDs, base64 images, compressed bodies,
//! numbers, other people's addresses. Exit 1 where anything but a number of low confidence is found.

mod corpus;

use base64::Engine;
use corpus::Random;
use detect::{Needles, Options};
use std::fmt::Write;

fn odd_line(r: &mut Random, out: &mut String) {
    let url = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let bytes = |r: &mut Random, n: usize| -> Vec<u8> { (0..n).map(|_| r.next() as u8).collect() };
    let _ = match r.below(6) {
        0 => {
            let body = format!("{{\"sub\":\"{}\",\"iat\":{}}}", r.hex(24), r.next() % 2_000_000_000);
            let head = url.encode(br#"{"alg":"HS256","typ":"JWT"}"#);
            let signature = url.encode(bytes(r, 32));
            writeln!(out, "authorization: Bearer {head}.{}.{signature}", url.encode(body))
        }
        1 => {
            let image = [&b"\x89PNG\r\n\x1a\n"[..], &bytes(r, 600)].concat();
            writeln!(out, "data:image/png;base64,{}", base64::engine::general_purpose::STANDARD.encode(image))
        }
        2 => writeln!(out, "x-trace: {}-{}-{}-01", r.hex(2), r.hex(32), r.hex(16)),
        3 => writeln!(out, "sha512={} etag=\"{}\"", r.hex(128), r.hex(40)),
        4 => {
            let (a, b, c) = (r.below(90) + 10, r.below(90) + 10, r.below(9000) + 1000);
            writeln!(
                out,
                "order {} total {a}.{b} ref {c}-{a}{b} lat 59.{} lon 18.{}",
                r.next() % 10_000_000,
                r.next() % 1_000_000,
                r.next() % 1_000_000
            )
        }
        _ => writeln!(
            out,
            "id={}&cid={}.{}&h={}",
            r.base64(43),
            r.next() % 2_000_000_000,
            r.next() % 2_000_000_000,
            r.base64(27)
        ),
    };
}

fn main() {
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let (megabytes, people) = (numbers.first().copied().unwrap_or(1024), numbers.get(1).copied().unwrap_or(1000));
    let list: Vec<_> = (0..people).map(corpus::person).collect();
    let needles = Needles::compile(&list, &Options::default());
    let mut scanner = needles.scanner();
    let mut r = Random(4);
    let (mut bytes, mut low, mut wrong) = (0usize, 0, 0);
    while bytes < megabytes << 20 {
        let mut text = String::with_capacity(5 << 20);
        while text.len() < 4 << 20 {
            let n = r.below(1_000_000);
            text.push_str(&corpus::line(&mut r, n, ""));
            odd_line(&mut r, &mut text);
        }
        bytes += text.len();
        scanner.scan(text.as_bytes(), &mut |hit| {
            if hit.low {
                low += 1;
            } else {
                wrong += 1;
                println!("{} {:?} {:?}", hit.identifier.word(), hit.form, hit.layers);
            }
        });
    }
    println!("{} MB, {people} people: {wrong} hits, {low} of low confidence", bytes >> 20);
    std::process::exit(i32::from(wrong > 0));
}
