//! The example cases of the authorities and our own: facts, expected answers, source.

use crate::{Answer, BreachFacts, assess, facts};
use serde_json::Value;
use std::path::Path;

pub struct Example {
    pub id: String,
    pub facts: BreachFacts,
    pub expected: Value,
}

pub fn examples() -> Vec<Example> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/cases");
    let mut paths: Vec<_> = folder.read_dir().unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "json"));
    paths.sort();
    paths.iter().map(|p| example(&p.to_string_lossy(), &std::fs::read_to_string(p).unwrap())).collect()
}

fn example(name: &str, text: &str) -> Example {
    let value: Value = serde_json::from_str(text).unwrap();
    let read = facts(name, &value["facts"].to_string()).unwrap_or_else(|e| panic!("{name}: {e}"));
    Example { id: value["id"].as_str().unwrap().to_owned(), facts: read, expected: value["expected"].clone() }
}

#[test]
fn every_example_comes_out_as_its_source_has_it() {
    let examples = examples();
    assert!(examples.len() >= 40, "the corpus has shrunk to {}", examples.len());
    let mut wrong = Vec::new();
    for example in &examples {
        let duties = serde_json::to_value(assess(&example.facts).duties).unwrap();
        for duty in ["document", "notify_authority", "communicate"] {
            if duties[duty] != example.expected[duty] {
                wrong.push(format!("{}: {duty} is {}, expected {}", example.id, duties[duty], example.expected[duty]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_known_is_a_question_and_never_a_no() {
    for nature in ["confidentiality", "integrity", "availability"] {
        let read = facts("t", &format!(r#"{{"nature":["{nature}"]}}"#)).unwrap();
        let duties = assess(&read).duties;
        assert_eq!((duties.notify_authority, duties.communicate), (Answer::Ask, Answer::Ask), "{nature}");
    }
}
