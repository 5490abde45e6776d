//! Every rule against its fixture, its name and its manual page.

mod compared;
mod contract;
mod evidence;
mod fixture;
mod lost;
mod narrow;
mod recipients;
mod settings;

use crate::rules::RULES;
use facts::{Finding, FindingState};
use fixture::{Case, FIXTURES};

/// Names of the files in src/rules, made by build.rs.
const RULE_FILES: &[&str] = include!(concat!(env!("OUT_DIR"), "/rule_files.rs"));

/// Rule and text of every page in docs/rules, made by build.rs.
const MANUAL: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/manual.rs"));

#[test]
fn one_rule_one_name_in_code_fixture_and_manual() {
    assert!(RULES.is_sorted_by_key(|r| r.name));
    let files: Vec<String> = RULE_FILES.iter().filter(|f| **f != "mod").map(|f| f.replace('_', "-")).collect();
    let names: Vec<&str> = RULES.iter().map(|r| r.name).collect();
    assert_eq!(names, files, "rules and files");
    assert_eq!(names, FIXTURES.iter().map(|(name, _)| *name).collect::<Vec<_>>(), "rules and fixtures");
    assert_eq!(names, MANUAL.iter().map(|(name, _)| *name).collect::<Vec<_>>(), "rules and manual pages");
}

#[test]
fn the_manual_is_what_the_code_says() {
    for (rule, (name, written)) in RULES.iter().zip(MANUAL) {
        let page = rule.manual();
        assert_eq!(
            (rule.name, page.as_str()),
            (*name, *written),
            "run `cargo run -p sluss-judge --example rule-pages` and commit docs/rules"
        );
        let headings: Vec<&str> = page.lines().filter_map(|l| l.strip_prefix("## ")).collect();
        assert_eq!(headings, ["What it does", "Why it matters", "Example", "Known misses"], "{}", rule.name);
        let why = page.split("## ").find(|s| s.starts_with("Why")).expect("heading");
        assert!(["GDPR", "LEK"].iter().any(|source| why.contains(source)), "{}: no legal source", rule.name);
    }
}

#[test]
fn every_fixture_holds() {
    for (rule, text) in FIXTURES {
        let cases = fixture::cases(rule, text);
        assert!(cases.iter().any(|c| c.findings.is_empty()), "{rule}: no case that is fine");
        assert!(cases.iter().any(|c| !c.findings.is_empty()), "{rule}: no case that is not");
        for case in &cases {
            holds(rule, case);
        }
    }
}

fn holds(rule: &str, case: &Case) {
    let report = case.judge();
    let found: Vec<&Finding> =
        report.findings.iter().filter(|f| f.rule == rule && f.state != FindingState::Gone).collect();
    let name = format!("{rule}, {}", case.name);
    assert_eq!(found.len(), case.findings.len(), "{name}: {found:#?}");
    for wanted in &case.findings {
        assert!(found.iter().any(|f| wanted.is(f)), "{name}: {wanted:?} is not among {found:#?}");
    }
    for finding in found {
        assert!(finding.why.is_empty() && finding.id.len() == 16, "{name}: why and id");
        assert!(
            finding.sightings.iter().all(|i| *i < report.sightings.len()) && finding.sightings.is_sorted(),
            "{name}"
        );
    }
}

#[test]
fn ids_are_stable_and_tell_findings_apart() {
    for (rule, text) in FIXTURES {
        for case in fixture::cases(rule, text) {
            let (first, again) = (case.judge(), case.judge());
            assert_eq!(first, again);
            let ids: std::collections::BTreeSet<&str> = first.findings.iter().map(|f| f.id.as_str()).collect();
            assert_eq!(ids.len(), first.findings.len(), "{rule}, {}", case.name);
        }
    }
}

/// Names after `$` in a message and in the parts of sentences it refers to.
fn variables(words: &str, key: &str) -> std::collections::BTreeSet<String> {
    let start = words.find(&format!("\n{key} = ")).unwrap_or_else(|| panic!("no message {key}")) + 1;
    let more = |l: &&str| l.starts_with([' ', '}']);
    let rest = words[start..].lines().skip(1).take_while(more);
    let text: String = words[start..].lines().take(1).chain(rest).collect();
    let name = |s: &str| s.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>();
    let mut found: std::collections::BTreeSet<String> = text.split('$').skip(1).map(name).collect();
    for part in ["judge-disguise", "judge-how", "judge-change-at", "judge-contacts"] {
        if text.contains(&format!("{{ {part} }}")) {
            found.extend(variables(words, part));
        }
    }
    found
}

#[test]
fn every_sentence_gets_the_facts_it_needs() {
    let words = include_str!("../../../tables/words/en/judge.ftl");
    for (rule, text) in FIXTURES {
        assert!(!words[words.find(&format!("judge-{rule}-law = ")).expect("a law message")..].is_empty());
        for case in fixture::cases(rule, text) {
            for finding in case.judge().findings {
                for message in ["title", "why", "fix"] {
                    for name in variables(words, &format!("judge-{}-{message}", finding.rule)) {
                        assert!(finding.facts.contains_key(&name), "{} {message}: no fact `{name}`", finding.rule);
                    }
                }
                for reason in finding.facts["reasons"].split(", ").filter(|r| !r.is_empty()) {
                    assert!(
                        words.contains(&format!("\njudge-reason-{reason} = ")),
                        "{}: reason `{reason}`",
                        finding.rule
                    );
                }
            }
        }
    }
}
