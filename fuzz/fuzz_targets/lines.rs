#![no_main]
//! Lines of NDJSON and of an access log, good ones among any others: every good one is read.

use capture::archive::{self, Item, Kind};
use std::io::Cursor;
use std::path::Path;

const NDJSON: &str = "{\"id\":\"good\",\"url\":\"https://a.example/\"}";
const LOG: &str = "192.0.2.1 - good [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 5";

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    for (good, kind) in [(NDJSON, Kind::Ndjson), (LOG, Kind::AccessLog)] {
        let text = [good.as_bytes(), b"\n", data, b"\n", good.as_bytes()].concat();
        let mut read = 0;
        let archive = archive::from_reader(Path::new("x"), Box::new(Cursor::new(text)), &Default::default()).unwrap();
        assert_eq!(archive.kind(), kind);
        archive.read(&mut |block| {
            block.read(&mut |item| {
                if let Item::Exchange(e) = item {
                    read += usize::from(e.id == "good" || e.header("remote-user") == Some("good"));
                }
            });
            true
        });
        assert!(read >= 2);
    }
});
