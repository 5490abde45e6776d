//! Hostile input: each kind alone, as a ratio to ordinary traffic of the same size. No kind may be quadratic:
//! the last ratio is the time for twice the bytes over the time for once. `hostile [MB [KIND]]`: of all kinds or of one.

mod corpus;
mod cpu;

use detect::{Needles, Options};

fn main() {
    let csv = "id,email,phone,given_name\np1,anna.berg@example.com,070-174 06 05,Anna-Karin\n";
    let needles = Needles::compile(&detect::people("p.csv", csv).expect("rows"), &Options::default());
    let size = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(1usize) << 20;
    let nested = {
        use base64::Engine;
        let mut text = "anna.berg@example.com ".repeat(20);
        for _ in 0..6 {
            text = base64::engine::general_purpose::STANDARD.encode(text);
        }
        text + "\n"
    };
    let traffic = String::from_utf8(corpus::corpus(size >> 20, 1).0).expect("text");
    let kinds: [(&str, &str); 16] = [
        ("ordinary", &traffic),
        ("e-mails", "a.b@example.com,"),
        ("known e-mail", "anna.berg@example.com "),
        ("known number", "070-174 06 05, "),
        ("hex", "0123456789abcdef"),
        ("digits", "1 2 3 4 5 6 7 8 9 0 "),
        ("digits in a row", "07017406050701740605"),
        ("%41", "%41"),
        ("%2541", "%2541%2525"),
        ("uuid", "123e4567-e89b-12d3-a456-426614174000,"),
        ("slashes", "/"),
        ("ats", "@"),
        ("locals", "a@!#$%&'*+/=?^_`{|}~-b"),
        ("backslashes", "\\u0040\\\\\\\""),
        ("entities", "&#64;&amp;"),
        ("nested base64", &nested),
    ];
    let seconds = |text: &str, size: usize| {
        let data = text.repeat(size / text.len() + 1);
        let mut scanner = needles.scanner();
        let mut hits = 0;
        let seconds = cpu::spent(|| {
            hits = 0;
            scanner.scan(data.as_bytes(), &mut |_| hits += 1);
        });
        (seconds, hits)
    };
    let ordinary = seconds(kinds[0].1, size).0;
    let only = std::env::args().nth(2);
    for (name, text) in kinds.into_iter().filter(|(name, _)| only.as_ref().is_none_or(|o| o == name)) {
        let (once, hits) = seconds(text, size);
        let (twice, _) = seconds(text, size * 2);
        println!(
            "{name:16} {:8.1} MB/s  {:.2} of ordinary  x{:.1}  {hits} hits",
            size as f64 / 1e6 / once,
            ordinary / once,
            twice / once
        );
    }
}
