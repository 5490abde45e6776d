#![no_main]
//! An exchange made of any bytes: every splitter and every container.

use detect::{Needles, Options};
use facts::Exchange;
use std::sync::LazyLock;

static NEEDLES: LazyLock<Needles> = LazyLock::new(|| {
    let csv = "id,email,phone,given_name\np1,anna.berg@example.com,070-174 06 05,Anna-Karin\n";
    Needles::compile(&detect::people("p.csv", csv).unwrap(), &Options { budget: 1 << 20, ..Options::default() })
});

const KINDS: [&str; 5] = ["", "application/json", "multipart/form-data; boundary=b", "text/plain", "application/x-www-form-urlencoded"];
const ENCODINGS: [&str; 5] = ["", "gzip", "br", "zstd", "deflate"];

libfuzzer_sys::fuzz_target!(|input: (u8, u8, &[u8], &str)| {
    let (kind, encoding, body, text) = input;
    let exchange = Exchange {
        url: format!("https://example.net/{text}"),
        headers: vec![
            ("content-type".into(), KINDS[kind as usize % 5].into()),
            ("content-encoding".into(), ENCODINGS[encoding as usize % 5].into()),
            ("cookie".into(), text.into()),
            ("referer".into(), text.into()),
        ],
        frames: vec![body.to_vec()],
        body: Some(body.to_vec()),
        ..Exchange::default()
    };
    NEEDLES.scanner().exchange("fuzz", &exchange, &mut |_| (), &mut |_| ());
});
