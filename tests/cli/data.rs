use crate::{run, stderr, stdout};
use serde_json::Value;
use std::fs;
use tempfile::tempdir;

#[test]
fn a_deadline_is_the_earliest_reading() {
    let dir = tempdir().unwrap();
    let output = run(dir.path(), &["deadline", "--aware", "2026-04-02T18:20+02:00", "--country", "SE"]);
    assert_eq!(output.status.code(), Some(0));
    let answer: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(answer["schema"], "sluss/deadline/1");
    assert!(answer["operative"].as_str().unwrap().starts_with("2026-04-05T18:20"), "{answer}");
    assert!(answer["readings"].as_array().unwrap().len() >= 3);
}

/// As people of the language write times; what the moment given was taken for stands beside the law.
#[test]
fn a_deadline_is_told_to_people_in_their_language() {
    let dir = tempdir().unwrap();
    let human = |lang, regime, country| {
        let given = ["deadline", "--aware", "2026-12-21T15:10", "--format", "human", "--lang", lang];
        run(dir.path(), &[&given[..], &["--regime", regime, "--country", country]].concat())
    };
    for (lang, end, event) in [
        ("sv", "senast: söndag 21 februari 2027 kl. 23.59 (UTC+1)", "Räknas från händelsen"),
        ("fi", "viimeistään: sunnuntaina 21.2.2027 klo 23.59 (UTC+1)", "Lasketaan tapahtumasta"),
        ("en", "no later than: Sunday 21 February 2027, 23:59 (UTC+1)", "Counts from the event"),
    ] {
        let said = stdout(&human(lang, "lex-maria", "SE"));
        assert!(said.contains(end) && said.contains(event) && !said.contains("2027-02-21T"), "{said}");
    }
    let supplement = stdout(&human("sv", "imy-supplement", "SE"));
    assert!(supplement.contains("Räknas från anmälan.") && !supplement.contains("vetskap"), "{supplement}");
    for (lang, refused) in
        [("sv", "Regelverket `lex-maria` finns inte för FI"), ("fi", "Säädöstä `lex-maria` ei ole maalle FI")]
    {
        let said = stderr(&human(lang, "lex-maria", "FI"));
        assert!(said.to_lowercase().contains(&refused.to_lowercase()), "{said}");
    }
}

#[test]
fn an_assessment_answers_in_the_contract_s_shape() {
    let dir = tempdir().unwrap();
    let facts = tests::root().join("corpus/cases");
    let case = tests::files(&facts, "json").into_iter().next().expect("cases");
    let case: Value = serde_json::from_str(&fs::read_to_string(case).unwrap()).unwrap();
    fs::write(dir.path().join("f.json"), case["facts"].to_string()).unwrap();
    let output = run(dir.path(), &["assess", "f.json"]);
    let answer: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(answer["schema"], "sluss/assessment/1");
    assert_eq!(answer["duties"]["document"], true);
    assert!(!answer["reasons"].as_array().unwrap().is_empty());
}

#[test]
fn help_and_completions_are_there() {
    let dir = tempdir().unwrap();
    for args in [["audit", "--help"], ["scan", "--help"], ["completions", "bash"], ["completions", "fish"]] {
        let output = run(dir.path(), &args);
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(stdout(&output).contains("sluss"), "{args:?}");
    }
    let output = run(dir.path(), &["man", "--out", "man"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(dir.path().join("man/sluss-audit.1").exists());
}
