#![no_main]
//! Every container around, before and after any bytes: opened, cut or refused, within the budget.

use detect::{Needles, Options};
use std::sync::LazyLock;

static NEEDLES: LazyLock<Needles> = LazyLock::new(|| {
    let csv = "id,email,phone,given_name\np1,anna.berg@example.com,070-174 06 05,Anna-Karin\n";
    Needles::compile(&detect::people("p.csv", csv).unwrap(), &Options { budget: 1 << 20, ..Options::default() })
});

/// What containers begin with: gzip, zlib, zstd, fixed and stored deflate, brotli, UTF-16, protobuf, gRPC, lz-string.
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

fn hex(data: &[u8]) -> Vec<u8> {
    data.iter().flat_map(|b| format!("{b:02x}").into_bytes()).collect()
}

fn percent(data: &[u8]) -> Vec<u8> {
    data.iter().flat_map(|b| format!("%{b:02X}").into_bytes()).collect()
}

fn escapes(data: &[u8]) -> Vec<u8> {
    data.iter().flat_map(|b| format!("\\u{b:04x}").into_bytes()).collect()
}

libfuzzer_sys::fuzz_target!(|input: (u8, [u8; 2], &[u8])| {
    let (begin, wraps, bytes) = input;
    let mut data = [BEGIN[usize::from(begin) % BEGIN.len()], bytes].concat();
    for wrap in wraps {
        data = match wrap % 4 {
            0 => data,
            1 => hex(&data),
            2 => percent(&data),
            _ => escapes(&data),
        };
    }
    NEEDLES.scanner().scan(&data, &mut |_| ());
    let exchange = facts::Exchange { body: Some(data), ..Default::default() };
    NEEDLES.scanner().exchange("fuzz", &exchange, &mut |_| (), &mut |_| ());
});
