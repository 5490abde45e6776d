#![no_main]
//! Any text as people.csv: rows or problems, and problems never repeat a value.

libfuzzer_sys::fuzz_target!(|text: &str| {
    match detect::people("people.csv", text) {
        Ok(people) => assert!(!people.is_empty()),
        Err(problems) => assert!(!problems.0.is_empty()),
    }
});
