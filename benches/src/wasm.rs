//! The corpus of disguises in a host that has no disk, no clock and no threads: built for wasm32-unknown-unknown and called
//! by `wasm.mjs` (`make wasm`). Returns how many hundreds of exchanges were as expected; traps where one was not.

use base64::Engine;
use detect::{Needles, Options};
use facts::Exchange;
use serde_json::Value;
use std::process::ExitCode;

const PEOPLE: &str = include_str!("../../corpus/disguises/people.csv");
const TRAFFIC: &str = include_str!("../../corpus/disguises/traffic.ndjson");

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn exchange(row: &Value) -> Exchange {
    let list = |name: &str| row[name].as_array().cloned().unwrap_or_default();
    let encoded = row["body_base64"].as_str();
    let decoded = encoded.map(|b| base64::engine::general_purpose::STANDARD.decode(b).expect("base64"));
    Exchange {
        url: text(&row["url"]),
        headers: list("headers").iter().map(|h| (text(&h[0]), text(&h[1]))).collect(),
        body: decoded.or_else(|| row["body"].as_str().map(|b| b.as_bytes().to_vec())),
        frames: list("frames").iter().map(|f| text(f).into_bytes()).collect(),
        ..Exchange::default()
    }
}

fn main() -> ExitCode {
    let people = detect::people("people.csv", PEOPLE).expect("the list");
    let options = Options { salts: vec!["pepper-7".into()], ..Options::default() };
    let needles = Needles::compile(&people, &options);
    let mut scanner = needles.scanner();
    let mut right = 0;
    for line in TRAFFIC.lines() {
        let row: Value = serde_json::from_str(line).expect("a line of JSON");
        let mut seen = Vec::new();
        let mut sink = |s: facts::Sighting| seen.push((s.person, s.identifier.word(), s.part.word()));
        scanner.exchange("corpus", &exchange(&row), &mut sink, &mut |_| ());
        for wanted in row["expect"].as_array().expect("what is expected") {
            let is = |s: &(String, &str, &str)| {
                wanted["person"] == s.0 && wanted["identifier"] == s.1 && wanted["part"] == s.2
            };
            assert!(seen.iter().any(is), "{}: {wanted} not in {seen:?}", row["id"]);
        }
        assert!(!seen.is_empty() || row["expect"] == serde_json::json!([]));
        right += 1;
    }
    ExitCode::from((right / 100) as u8)
}
