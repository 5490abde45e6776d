#![no_main]
//! Any bytes as an index, and an index with bytes changed: opened or refused, and what is opened can be scanned with.

use detect::{Compiler, Key, Needles, Options};
use std::sync::{Arc, LazyLock};

static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let people = detect::people("p.csv", "id,email,phone\np1,anna.berg@example.com,070-174 06 05\n").unwrap();
    let compiler = Compiler::new(&Options::default(), &Key::new([1; 32]));
    let mut file = Vec::new();
    compiler.join(vec![compiler.part(&people)]).save(&mut file).unwrap();
    file
});

libfuzzer_sys::fuzz_target!(|input: (bool, u16, &[u8])| {
    let (changed, at, bytes) = input;
    let mut file = if changed { FILE.clone() } else { Vec::new() };
    let at = usize::from(at).min(file.len());
    let end = (at + bytes.len()).min(file.len());
    file.splice(at..end, bytes.iter().copied());
    if let Ok(needles) = Needles::load("f", Arc::new(file), &Key::new([1; 32]), &Options::default()) {
        let _ = needles.verify("f");
        needles.scanner().scan(b"anna.berg@example.com 0701740605", &mut |_| ());
    }
});
