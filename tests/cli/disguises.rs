//! Every disguise of corpus/disguises, written by other people's libraries, is found at its place; nothing else is.

use crate::{run, stderr, stdout};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use tempfile::tempdir;

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|l| serde_json::from_str(l).expect("a line of JSON")).collect()
}

/// Whether a sighting is the expected one: the end of its form, and all else that is given, is the same.
fn fits(wanted: &Value, seen: &Value) -> bool {
    wanted.as_object().unwrap().iter().all(|(name, value)| match (name.as_str(), value.as_array()) {
        ("form", Some(words)) => {
            let form = seen["form"].as_array().unwrap();
            form.ends_with(words) || (words.len() == 1 && form.contains(&words[0]))
        }
        _ => seen[name] == *value,
    })
}

fn same_person(wanted: &Value, seen: &Value) -> bool {
    ["person", "identifier"].iter().all(|name| wanted[name] == seen[name])
}

/// What was seen in each exchange is what its line expects. Returns how many lines there were.
fn as_expected(traffic: &str, output: &str) -> usize {
    let mut seen: HashMap<String, Vec<Value>> = HashMap::new();
    for sighting in lines(output) {
        seen.entry(sighting["exchange"].as_str().unwrap().to_owned()).or_default().push(sighting);
    }
    let (mut wrong, rows) = (Vec::new(), lines(traffic));
    for row in &rows {
        let (id, wanted) = (row["id"].as_str().unwrap(), row["expect"].as_array().unwrap());
        let seen = seen.remove(id).unwrap_or_default();
        let missed = wanted.iter().filter(|w| !seen.iter().any(|s| fits(w, s))).map(|w| format!("{id}: missed {w}"));
        let other = seen.iter().filter(|s| !wanted.iter().any(|w| same_person(w, s))).map(|s| format!("{id}: saw {s}"));
        wrong.extend(missed.chain(other));
    }
    assert!(wrong.is_empty() && seen.is_empty(), "{}", wrong.join("\n"));
    rows.len()
}

#[test]
fn every_disguise_is_found_with_a_list_and_with_its_index() {
    let (dir, corpus) = (tempdir().unwrap(), tests::root().join("corpus/disguises"));
    let path = |name: &str| corpus.join(name).display().to_string();
    let (traffic, people) = (path("traffic.ndjson"), path("people.csv"));
    fs::write(dir.path().join("salts"), "pepper-7\n").unwrap();
    let scan = |whom: &[&str]| run(dir.path(), &[&["scan", &traffic, "--format", "ndjson"], whom].concat());
    let listed = scan(&["--people", &people, "--salts", "salts"]);
    assert_eq!(listed.status.code(), Some(1), "{}", stderr(&listed));
    assert!(as_expected(&fs::read_to_string(&traffic).unwrap(), &stdout(&listed)) >= 1300);

    let built = run(dir.path(), &["index", &people, "-o", "p.slx", "--salts", "salts"]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(stdout(&scan(&["--index", "p.slx"])) == stdout(&listed), "an index finds what the list finds");
}

#[test]
fn every_pattern_is_found_without_a_list_and_nothing_that_is_none() {
    let patterns = tests::root().join("corpus/disguises/patterns.ndjson");
    let output = run(Path::new("."), &["scan", patterns.to_str().unwrap(), "--unknown", "--format", "ndjson"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(as_expected(&fs::read_to_string(&patterns).unwrap(), &stdout(&output)) >= 115);
}
