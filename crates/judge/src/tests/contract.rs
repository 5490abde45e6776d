//! report.json against CONTRACTS.md: every field named there stands in it, also where nothing is known.

use super::fixture;
use crate::{Vendors, judge};
use serde_json::Value;

const REPORT: &[&str] =
    &["schema", "start", "runs", "exchanges", "gaps", "recipients", "sightings", "settings", "findings"];
const RUN: &[&str] = &["journey", "consent", "steps"];
const STEP: &[&str] = &["name", "ok", "screenshot"];
const GAP: &[&str] = &["what", "why"];
const RECIPIENT: &[&str] = &["id", "name", "hosts", "requests", "third_party", "via"];
const SIGHTING: &[&str] = &[
    "schema",
    "source",
    "exchange",
    "at",
    "page",
    "host",
    "recipient",
    "part",
    "key",
    "person",
    "role",
    "identifier",
    "form",
    "layers",
    "offset",
    "initiator",
    "journey",
    "consent",
    "step",
    "zone",
    "field",
];
const SETTING: &[&str] = &["vendor", "account", "setting", "declared", "served", "observed", "conflict"];
const FINDING: &[&str] = &["id", "rule", "severity", "recipient", "identifier", "role", "why", "sightings", "state"];

fn holds(row: &Value, fields: &[&str]) {
    let map = row.as_object().expect("an object");
    for field in fields {
        assert!(map.contains_key(*field), "`{field}` is missing in {row}");
    }
}

fn each<'v>(report: &'v Value, list: &str, fields: &[&str]) -> &'v Vec<Value> {
    let rows = report[list].as_array().unwrap_or_else(|| panic!("`{list}` is a list"));
    rows.iter().for_each(|row| holds(row, fields));
    rows
}

fn one_of(row: &Value, field: &str, words: &[&str]) {
    let word = row[field].as_str().unwrap_or_else(|| panic!("`{field}` is a word in {row}"));
    assert!(words.contains(&word), "`{field}` is `{word}`");
}

fn check(report: &Value) {
    holds(report, REPORT);
    assert_eq!(report["schema"], "sluss/report/1");
    assert!(report["exchanges"].is_u64());
    for run in each(report, "runs", RUN) {
        one_of(run, "consent", &["none", "reject", "accept"]);
        each(run, "steps", STEP);
    }
    each(report, "gaps", GAP);
    for row in each(report, "recipients", RECIPIENT) {
        one_of(row, "via", &["cname", "direct"]);
    }
    for row in each(report, "sightings", SIGHTING) {
        assert_eq!(row["schema"], "sluss/sighting/1");
    }
    for row in each(report, "settings", SETTING) {
        assert!(row["conflict"].is_boolean());
    }
    for row in each(report, "findings", FINDING) {
        one_of(row, "severity", &["low", "medium", "high"]);
        one_of(row, "state", &["new", "known", "gone", "changed"]);
        let sightings = report["sightings"].as_array().map_or(0, Vec::len) as u64;
        assert!(row["sightings"].as_array().expect("a list").iter().all(|i| i.as_u64().is_some_and(|i| i < sightings)));
    }
}

#[test]
fn every_report_of_a_fixture_keeps_the_contract() {
    let mut seen = [0; 4];
    for (rule, text) in fixture::FIXTURES {
        for case in fixture::cases(rule, text) {
            let report = serde_json::to_value(case.judge()).expect("plain data");
            check(&report);
            for (n, list) in ["recipients", "sightings", "settings", "findings"].iter().enumerate() {
                seen[n] += report[*list].as_array().map_or(0, Vec::len);
            }
        }
    }
    assert!(seen.iter().all(|n| *n > 20), "{seen:?}: nothing was looked at");
}

#[test]
fn it_reads_back_and_carried_findings_keep_the_contract_too() {
    let case = fixture::first("undeclared-personal-data");
    let before = case.judge();
    let gone = judge(&case.policy(), &case.recording(), Vec::new(), Vendors::builtin(), Some(&before));
    let value = serde_json::to_value(&gone).expect("plain data");
    check(&value);
    assert_eq!(serde_json::from_value::<facts::Report>(value).expect("our own"), gone);
    let bare = declare::undeclared("https://app.service.example/");
    check(
        &serde_json::to_value(judge(&bare, &facts::Recording::default(), vec![], Vendors::builtin(), None))
            .expect("data"),
    );
}
