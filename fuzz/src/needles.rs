//! The detector.

use super::{Input, text};
use detect::{Candidates, Compiler, Gatherer, Key, Needles, Options};
use facts::{Exchange, IdentifierKind};
use std::sync::{Arc, LazyLock};

const PEOPLE: &str = "id,email,phone,given_name\np1,anna.berg@example.com,070-174 06 05,Anna-Karin\n";

fn compiled(unknown: bool) -> Needles {
    let options = Options { budget: 1 << 20, unknown, ..Options::default() };
    Needles::compile(&detect::people("p.csv", PEOPLE).expect("rows"), &options)
}

static NEEDLES: LazyLock<Needles> = LazyLock::new(|| compiled(false));
static PATTERNS: LazyLock<Needles> = LazyLock::new(|| compiled(true));

/// No hit that is not there in some form.
pub fn scan(data: &[u8]) {
    PATTERNS.scanner().scan(data, &mut |hit| assert!(hit.offset <= data.len() as u64));
}

const KINDS: [&str; 5] =
    ["", "application/json", "multipart/form-data; boundary=b", "text/plain", "application/x-www-form-urlencoded"];
const ENCODINGS: [&str; 5] = ["", "gzip", "br", "zstd", "deflate"];

/// Every splitter and every container.
pub fn exchange(data: &[u8]) {
    let mut input = Input(data);
    let (kind, encoding) = (KINDS[usize::from(input.byte()) % 5], ENCODINGS[usize::from(input.byte()) % 5]);
    let short = usize::from(input.byte());
    let line = text(input.take(short)).into_owned();
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let exchange = Exchange {
        url: format!("https://example.net/{line}"),
        headers: vec![
            header("content-type", kind),
            header("content-encoding", encoding),
            header("cookie", &line),
            header("referer", &line),
        ],
        frames: vec![input.0.to_vec()],
        body: Some(input.0.to_vec()),
        ..Exchange::default()
    };
    for needles in [&NEEDLES, &PATTERNS] {
        needles.scanner().exchange("fuzz", &exchange, &mut |_| (), &mut |_| ());
    }
}

/// What containers begin with: gzip, zlib, zstd, fixed and stored deflate, brotli, UTF-16, protobuf, gRPC, lz-string,
/// JWT, multipart.
const BEGIN: [&[u8]; 12] = [
    b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
    b"\x78\x9c",
    b"\x28\xb5\x2f\xfd\x20",
    b"\x4b\xcc",
    b"\x01\x18\x00\xe7\xff",
    b"\x1b\x40\x00\x00",
    b"a\x00n\x00n\x00a\x00",
    b"\x0a\x17\x12\x15",
    b"\x00\x00\x00\x00\x10",
    b"N4IgpgtiBcIIYDsF",
    b"eyJhbGciOiJIUzI1NiJ9.",
    b"--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n",
];

fn wrapped(data: Vec<u8>, how: u8) -> Vec<u8> {
    let each = |write: fn(u8) -> String| data.iter().flat_map(|b| write(*b).into_bytes()).collect();
    match how % 4 {
        0 => data,
        1 => each(|b| format!("{b:02x}")),
        2 => each(|b| format!("%{b:02X}")),
        _ => each(|b| format!("\\u{b:04x}")),
    }
}

/// Every container around, before and after any bytes: opened, cut or refused, within the budget.
pub fn containers(data: &[u8]) {
    let mut input = Input(data);
    let begin = BEGIN[usize::from(input.byte()) % BEGIN.len()];
    let wraps = [input.byte(), input.byte()];
    let data = wraps.into_iter().fold([begin, input.0].concat(), wrapped);
    NEEDLES.scanner().scan(&data, &mut |_| ());
    let exchange = Exchange { body: Some(data), ..Exchange::default() };
    NEEDLES.scanner().exchange("fuzz", &exchange, &mut |_| (), &mut |_| ());
}

/// The reverse join: what is gathered of any bytes can be joined, and finds who stands in them.
pub fn gather(data: &[u8]) {
    let options = Options { budget: 1 << 20, ..Options::default() };
    let mut gatherer = Gatherer::new(&options, &[IdentifierKind::Email, IdentifierKind::Phone]);
    gatherer.scan(data);
    gatherer.scan(b"\nanna.berg@example.com\n");
    let candidates = Candidates::new(gatherer.keys(), &options);
    let people = detect::people("p.csv", PEOPLE).expect("rows");
    assert_eq!(candidates.needles(vec![candidates.sift(&people)]).people(), 1);
}

static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let people = detect::people("p.csv", "id,email,phone\np1,anna.berg@example.com,070-174 06 05\n").expect("rows");
    let compiler = Compiler::new(&Options::default(), &Key::new([1; 32]));
    let mut file = Vec::new();
    compiler.join(vec![compiler.part(&people)]).save(&mut file).expect("memory");
    file
});

/// Any bytes as an index, and an index with bytes changed: opened or refused; what is opened can be scanned with.
pub fn index(data: &[u8]) {
    let mut input = Input(data);
    let mut file = if input.byte() % 4 > 0 { FILE.clone() } else { Vec::new() };
    let at = usize::from(input.word()).min(file.len());
    let end = (at + input.0.len()).min(file.len());
    file.splice(at..end, input.0.iter().copied());
    if let Ok(needles) = Needles::load("f", Arc::new(file), &Key::new([1; 32]), &Options::default()) {
        let _ = needles.verify("f");
        needles.scanner().scan(b"anna.berg@example.com 0701740605", &mut |_| ());
    }
}

pub fn key(data: &[u8]) {
    if let Ok(key) = Key::from_text("k", &text(data)) {
        assert!(Key::from_text("k", &key.to_text()).is_ok());
    }
}

/// Rows or problems.
pub fn people(data: &[u8]) {
    match detect::people("people.csv", &text(data)) {
        Ok(people) => assert!(!people.is_empty()),
        Err(problems) => assert!(!problems.0.is_empty()),
    }
}
