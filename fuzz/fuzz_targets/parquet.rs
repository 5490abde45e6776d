#![no_main]
//! Any bytes as a Parquet file.

use capture::archive;
use std::io::Write;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    // the library's panics are caught by the reader; they shall not end the run
    std::panic::set_hook(Box::new(|_| ()));
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"PAR1").unwrap();
    file.write_all(data).unwrap();
    archive::open(file.path(), &Default::default(), &Default::default()).unwrap().read(&mut |block| {
        block.read(&mut |_| ());
        true
    });
});
