//! A run against an earlier one, and against what was accepted.

use super::fixture;
use crate::baseline::{Look, compare};
use crate::who::Who;
use crate::{Vendors, judge};
use facts::{Finding, FindingState, Report};

fn compared(now: Vec<Finding>, before: &Report, case: &fixture::Case, service: &str) -> Vec<Finding> {
    let (policy, recording) = (case.policy(), case.recording());
    let who = Who::new(&policy, &recording, Vendors::builtin());
    let look = Look::new(&who, &recording, Vendors::builtin(), before);
    compare(now, Some(&look), service)
}

#[test]
fn a_second_run_knows_the_first() {
    let case = fixture::first("undeclared-personal-data");
    let before = case.judge();
    let again = judge(&case.policy(), &case.recording(), case.sightings(), Vendors::builtin(), Some(&before));
    assert!(again.findings.iter().all(|f| f.state == FindingState::Known), "{:#?}", again.findings);

    let nothing = judge(&case.policy(), &case.recording(), Vec::new(), Vendors::builtin(), Some(&before));
    let gone: Vec<&Finding> = nothing.findings.iter().filter(|f| f.rule == "undeclared-personal-data").collect();
    assert!(
        !gone.is_empty() && gone.iter().all(|f| f.state == FindingState::Gone && f.sightings.is_empty()),
        "{gone:#?}"
    );

    let third = judge(&case.policy(), &case.recording(), Vec::new(), Vendors::builtin(), Some(&nothing));
    assert!(third.findings.iter().all(|f| f.rule != "undeclared-personal-data"), "what was gone is not told again");
}

#[test]
fn what_was_not_looked_at_is_not_gone() {
    let case = fixture::first("undeclared-personal-data");
    let before = case.judge();
    let mut recording = case.recording();
    recording.runs.retain(|r| r.journey == "another");
    let now = judge(&case.policy(), &recording, Vec::new(), Vendors::builtin(), Some(&before));
    let carried: Vec<&Finding> = now.findings.iter().filter(|f| f.rule == "undeclared-personal-data").collect();
    assert!(!carried.is_empty());
    assert!(carried.iter().all(|f| f.state == FindingState::Known && f.not_looked_at && !f.stands()), "{carried:#?}");
    let again = judge(&case.policy(), &case.recording(), case.sightings(), Vendors::builtin(), Some(&now));
    assert!(again.findings.iter().all(Finding::stands), "looked at again, it counts again: {:#?}", again.findings);
}

#[test]
fn gone_is_said_only_where_the_evidence_stood() {
    for rule in
        ["setting-conflict", "form-listening", "unexplained-recipient", "automatic-matching-on", "tracker-alias"]
    {
        let case = fixture::first(rule);
        let before = case.judge();
        let now = |consent: facts::Consent, before: &facts::Report| {
            let mut recording = case.recording();
            recording.exchanges.truncate(1);
            recording.behaviours.clear();
            recording.runs.iter_mut().for_each(|r| r.consent = consent);
            let report = judge(&case.policy(), &recording, Vec::new(), Vendors::builtin(), Some(before));
            let found = report.findings.into_iter().find(|f| f.rule == rule).expect("carried over");
            (found.state, found.not_looked_at)
        };
        let then = before.runs[0].consent;
        let other = facts::Consent::ALL.into_iter().find(|c| *c != then).expect("another answer");
        assert_eq!(now(then, &before), (FindingState::Gone, false), "{rule}");
        assert_eq!(now(other, &before), (FindingState::Known, true), "{rule}");
        // A report of a version before says nothing of where such a finding stood: any of its runs may have been it.
        let mut older = before.clone();
        for finding in &mut older.findings {
            finding.facts.retain(|name, _| name != "journeys" && name != "consents");
        }
        assert_eq!(now(other, &older), (FindingState::Known, true), "{rule}, older");
    }
}

#[test]
fn other_pages_and_a_shyer_mode_do_not_make_a_finding_gone() {
    let case = fixture::first("undeclared-personal-data");
    let mut recording = case.recording();
    recording.mode = Some(facts::Mode::Fill);
    let before = judge(&case.policy(), &recording, case.sightings(), Vendors::builtin(), None);
    let state = |recording: &facts::Recording| {
        let now = judge(&case.policy(), recording, Vec::new(), Vendors::builtin(), Some(&before));
        now.findings.iter().find(|f| f.rule == "undeclared-personal-data").expect("carried over").state
    };
    assert_eq!(state(&recording), FindingState::Gone);
    let observed = facts::Recording { mode: Some(facts::Mode::Observe), ..recording.clone() };
    assert_eq!(state(&observed), FindingState::Known);
    recording.exchanges.clear();
    assert_eq!(state(&recording), FindingState::Known, "the page was not visited");
}

#[test]
fn noise_is_no_change() {
    let case = fixture::first("undeclared-personal-data");
    let before = case.judge();
    let state = |change: &dyn Fn(&mut Finding)| {
        let mut now = before.findings.clone();
        now.iter_mut().for_each(change);
        let compared = compared(now, &before, &case, "service");
        compared.iter().find(|f| f.rule == "undeclared-personal-data").expect("found").state
    };
    let set = |name: &'static str, value: &'static str| {
        move |f: &mut Finding| drop(f.facts.insert(name.to_owned(), value.to_owned()))
    };
    assert_eq!(state(&|_| {}), FindingState::Known);
    for (name, value) in [("how", "unknown"), ("initiator", ""), ("reasons", "not-hashed"), ("observed", "unknown")] {
        assert_eq!(state(&set(name, value)), FindingState::Known, "{name}");
    }
    assert_eq!(state(&|f: &mut Finding| f.severity = facts::Severity::Low), FindingState::Changed);
    assert_eq!(state(&set("disguise", "plain")), FindingState::Changed);
    assert_eq!(state(&set("consents", "")), FindingState::Changed, "it holds under fewer answers");
    assert_eq!(state(&set("consents", "accept, reject")), FindingState::Known, "of answers that both runs gave");
}

#[test]
fn a_plain_value_where_a_hash_was_is_a_change() {
    let case = fixture::first("undeclared-personal-data");
    let before = case.judge();
    let mut sightings = case.sightings();
    for sighting in &mut sightings {
        sighting.form = vec!["plain".into()];
    }
    let now = judge(&case.policy(), &case.recording(), sightings, Vendors::builtin(), Some(&before));
    let changed = now.findings.iter().find(|f| f.rule == "undeclared-personal-data").expect("found");
    assert_eq!(changed.state, FindingState::Changed);
}

#[test]
fn an_event_between_two_runs_is_told_once() {
    let before = fixture::first("new-host").judge();
    assert!(before.findings.iter().any(|f| f.rule == "new-host"));
    let case = fixture::first("new-host");
    let after = judge(&case.policy(), &case.recording(), case.sightings(), Vendors::builtin(), Some(&before));
    assert!(after.findings.iter().all(|f| f.rule != "new-host"), "{:#?}", after.findings);
}

#[test]
fn an_acceptance_holds_until_its_day_and_for_its_gravity() {
    let today = jiff::civil::date(2026, 11, 25);
    let report = fixture::first("undeclared-personal-data").judge();
    let finding = &report.findings[0];
    let row = |until, severity| facts::Acceptance {
        finding: finding.id.clone(),
        by: "Anna Exempel".into(),
        reason: "is being mended".into(),
        until,
        severity,
    };
    let outcome = |rows: &[facts::Acceptance]| {
        let mut report = report.clone();
        crate::accept(&mut report, rows, today, None);
        let f = report.findings.swap_remove(0);
        (f.state, f.accepted.is_some(), f.facts.get("acceptance").cloned().unwrap_or_default())
    };
    let yesterday = today.yesterday().expect("a day");
    assert_eq!(outcome(&[row(today, Some(finding.severity))]), (FindingState::Known, true, "holds".into()));
    assert_eq!(outcome(&[row(yesterday, None)]), (FindingState::New, false, "expired".into()));
    assert_eq!(outcome(&[row(yesterday, None), row(today, None)]), (FindingState::Known, true, "holds".into()));
    assert_eq!(finding.severity, facts::Severity::High);
    assert_eq!(outcome(&[row(today, Some(facts::Severity::Low))]), (FindingState::New, false, "graver".into()));
    assert_eq!(outcome(&[]), (FindingState::New, false, String::new()));
}

#[test]
fn an_acceptance_that_has_run_out_is_news_once() {
    let case = fixture::first("undeclared-personal-data");
    let id = case.judge().findings[0].id.clone();
    let row = |by: &str, severity| facts::Acceptance {
        finding: id.clone(),
        by: by.into(),
        reason: "is being mended".into(),
        until: jiff::civil::date(2026, 11, 24),
        severity,
    };
    let run = |before: Option<&facts::Report>, row: facts::Acceptance, day: i8| {
        let mut now = judge(&case.policy(), &case.recording(), case.sightings(), Vendors::builtin(), before);
        crate::accept(&mut now, &[row], jiff::civil::date(2026, 11, day), before);
        let state = now.findings.iter().find(|f| f.id == id).expect("it stands").state;
        (now, state)
    };
    for (row, day) in [(row("Anna Exempel", None), 25), (row("Anna Exempel", Some(facts::Severity::Low)), 24)] {
        let (held, state) = run(None, facts::Acceptance { severity: None, ..row.clone() }, 24);
        assert_eq!(state, FindingState::Known);
        let (lapsed, state) = run(Some(&held), row.clone(), day);
        assert_eq!(state, FindingState::New, "{row:?}");
        let (after, state) = run(Some(&lapsed), row.clone(), day);
        assert_eq!(state, FindingState::Known, "{row:?}");
        assert_eq!(run(Some(&after), row, day).1, FindingState::Known);
    }
    let lapsed = run(None, row("Anna Exempel", None), 25).0;
    assert_eq!(run(Some(&lapsed), row("Bo Exempel", None), 25).1, FindingState::New, "another decision has run out");
}

#[test]
fn two_services_never_share_an_id_and_older_baselines_still_match() {
    let case = fixture::first("undeclared-personal-data");
    let report = case.judge();
    let mut elsewhere = case.policy();
    elsewhere.service.name = "Another service".into();
    let other = judge(&elsewhere, &case.recording(), case.sightings(), Vendors::builtin(), None);
    assert_eq!(report.findings.len(), other.findings.len());
    assert!(report.findings.iter().all(|f| other.findings.iter().all(|o| o.id != f.id)));

    // As a version before wrote them: what the id is made from, without the service.
    let mut before = report.clone();
    before.findings.iter_mut().enumerate().for_each(|(n, f)| f.id = format!("{n:016x}"));
    let mut now = report.findings.clone();
    let service = crate::report::service(report.service.as_deref(), &report.start);
    now.iter_mut().enumerate().for_each(|(n, f)| f.id = crate::finding::of_service(&service, &format!("{n:016x}")));
    let compared = compared(now, &before, &case, &service);
    assert_eq!(compared.len(), report.findings.len(), "none is gone, none is there twice");
    assert!(compared.iter().all(|f| f.state == FindingState::Known), "{compared:#?}");
}
