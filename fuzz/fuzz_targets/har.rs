#![no_main]
//! Any text as the rest of a HAR file; what both readers take for an exchange is the same.

use capture::archive::{self, Item};
use std::io::Cursor;
use std::path::Path;

libfuzzer_sys::fuzz_target!(|data: &str| {
    let text = format!("{{\"log\":{{\"entries\":[{data}]}}}}");
    let mut streamed = Vec::new();
    let input = Box::new(Cursor::new(text.clone().into_bytes()));
    archive::from_reader(Path::new("x.har"), input, &Default::default()).unwrap().read(&mut |block| {
        block.read(&mut |item| {
            if let Item::Exchange(exchange) = item {
                streamed.push(exchange.clone());
            }
        });
        true
    });
    // what is wrong in an answer is nothing to the stream, which leaves answers out
    if let Ok((mut recording, unreadable)) = capture::har::read("x.har", text.as_bytes())
        && unreadable.is_empty()
    {
        recording.exchanges.iter_mut().for_each(|e| e.response = None);
        assert_eq!(recording.exchanges, streamed);
    }
});
