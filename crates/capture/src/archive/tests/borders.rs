use super::super::pieces::{OVERLAP, PIECE};
use super::super::{BLOCK, Kind};
use super::{Got, all};
use std::io::Write;

fn mail(number: usize) -> String {
    format!("a{number:08}@example.org")
}

/// As it stands and compressed.
fn both(bytes: &[u8], check: impl Fn(Got)) {
    check(all("x", bytes));
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(bytes).unwrap();
    check(all("x.gz", &gz.finish().unwrap()));
}

/// Within a hundred bytes of where a piece begins, ends, and hands over to the next one.
#[test]
fn what_lies_across_the_border_of_pieces_is_read_whole_and_once() {
    let mut bytes = vec![0; 3 * PIECE];
    let step = PIECE - OVERLAP;
    let borders = (1..3).flat_map(|n| [n * step, n * step + OVERLAP / 2, n * step + OVERLAP]).chain([BLOCK, PIECE]);
    let mut planted = Vec::new();
    for at in borders.flat_map(|border| (border - 100..=border + 100).step_by(25)) {
        if bytes[at] == 0 {
            bytes[at..at + 21].copy_from_slice(mail(at).as_bytes());
            planted.push(mail(at));
        }
    }
    planted.sort_unstable();
    both(&bytes, |got| {
        assert_eq!((got.kind, got.whys().as_str()), (Some(Kind::Bytes), ""));
        let own = got.pieces.iter().flat_map(|(_, piece, own)| {
            let begins = memchr::memchr_iter(b'a', piece).filter(|at| own.contains(at) && piece[at - 1] == 0);
            begins.map(|at| String::from_utf8_lossy(&piece[at..at + 21]).into_owned())
        });
        let mut own: Vec<String> = own.collect();
        own.sort_unstable();
        assert_eq!(own, planted);
    });
}

/// Lines and rows of every length meet the borders of what is read in one go.
#[test]
fn lines_and_rows_across_a_border_are_whole() {
    let count = 5 * BLOCK / 150;
    let filler = |n: usize| "x".repeat(n % 199);
    let lines: String = (0..count)
        .map(|n| format!("{{\"url\":\"https://t.example/?{}\",\"body\":\"{}\"}}\n", filler(n), mail(n)))
        .collect();
    let rows: String = (0..count).map(|n| format!("{n},\"{}\n\",{}\n", filler(n), mail(n))).collect();
    let rows = "id,note,e-mail\n".to_owned() + &rows;
    for (text, kind) in [(lines, Kind::Ndjson), (rows, Kind::Csv)] {
        both(text.as_bytes(), |got| {
            assert_eq!((got.kind, got.whys().as_str(), got.exchanges.len()), (Some(kind), "", count));
            for (n, exchange) in got.exchanges.iter().enumerate() {
                let body = String::from_utf8_lossy(exchange.body.as_deref().unwrap_or_default());
                assert!(body.contains(&mail(n)) && body.len() < 300, "{n}: {body}");
            }
        });
    }
}
