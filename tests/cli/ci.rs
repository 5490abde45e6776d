//! The examples for build servers: YAML, of the shape the servers read, with commands this program takes.

use crate::{run, stderr};
use serde_yaml::Value;
use std::fs;
use tempfile::tempdir;

fn example(name: &str) -> Value {
    let text = fs::read_to_string(tests::root().join("docs/ci").join(name)).expect(name);
    serde_yaml::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// Every command of ours, without where its output goes, reaches the declaration it asks for: only that is missing.
fn is_taken(script: &str) {
    let words: Vec<&str> = script.split(" > ").next().unwrap().split_whitespace().collect();
    assert_eq!(words[0], "sluss");
    let output = run(tempdir().unwrap().path(), &words[1..]);
    let said = stderr(&output);
    assert!(
        output.status.code() == Some(2) && said.contains("sluss.toml") && !said.contains("--help"),
        "{script}: {said}"
    );
}

#[test]
fn the_example_for_github_is_a_workflow() {
    let flow = example("github-actions.yml");
    assert!(flow.get("on").is_some() || flow.get(Value::Bool(true)).is_some(), "when it runs");
    let steps = flow["jobs"]["sluss"]["steps"].as_sequence().expect("steps");
    assert!(flow["jobs"]["sluss"]["runs-on"].is_string());
    assert!(steps.iter().all(|s| s.get("uses").is_some() != s.get("run").is_some()), "each step uses or runs");
    let ours = steps.iter().filter_map(|s| s["run"].as_str()).filter(|r| r.starts_with("sluss "));
    assert_eq!(ours.inspect(|script| is_taken(script)).count(), 1);
    let upload = steps.iter().find(|s| s["uses"].as_str().is_some_and(|u| u.contains("upload-sarif"))).expect("upload");
    assert_eq!(upload["with"]["sarif_file"], "sluss.sarif");
}

#[test]
fn the_example_for_gitlab_is_a_job() {
    let flow = example("gitlab-ci.yml");
    let job = &flow["sluss"];
    let ours = job["script"].as_sequence().expect("a script").iter().filter_map(Value::as_str);
    assert_eq!(ours.inspect(|script| is_taken(script)).count(), 1);
    assert_eq!(job["artifacts"]["reports"]["junit"], "sluss.xml");
    assert_eq!(job["artifacts"]["when"], "always");
}
