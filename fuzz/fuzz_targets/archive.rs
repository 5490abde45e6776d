#![no_main]
//! Any bytes as a file: recognised, unpacked, cut and read; no panic, no hang.

use capture::archive;
use std::io::Cursor;
use std::path::Path;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(archive) = archive::from_reader(Path::new("fuzz"), Box::new(Cursor::new(data.to_vec())), &Default::default()) {
        if archive.kind() == archive::Kind::Parquet {
            return;
        }
        archive.read(&mut |block| {
            block.read(&mut |_| ());
            true
        });
    }
});
