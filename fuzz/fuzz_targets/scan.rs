#![no_main]
//! Any bytes: no panic, no hang, no hit that is not there in some form.

use detect::{Needles, Options};
use std::sync::LazyLock;

static NEEDLES: LazyLock<Needles> = LazyLock::new(|| {
    let csv = "id,email,phone,given_name\np1,anna.berg@example.com,070-174 06 05,Anna-Karin\n";
    Needles::compile(&detect::people("p.csv", csv).unwrap(), &Options { unknown: true, ..Options::default() })
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    NEEDLES.scanner().scan(data, &mut |hit| assert!(hit.offset <= data.len() as u64));
});
