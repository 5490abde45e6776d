//! Traffic in which nobody is: `clean [MB] [people]`. Random digests, tokens, UUIDs, base64 images, compressed bodies,
//! numbers, other people's addresses. Exit 1 where anything but a number of low confidence is found.

mod corpus;
mod odd;

use corpus::Random;
use detect::{Needles, Options};

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
            odd::line(&mut r, &mut text);
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
