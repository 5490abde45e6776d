//! Where a sighting stands, how it came there, and whether anything was looked at.

use super::fixture;
use crate::{Vendors, judge};
use facts::FindingState;

#[test]
fn a_start_page_that_answers_with_an_error_shows_nothing() {
    let case = fixture::first("undeclared-personal-data");
    let before = case.judge();
    let mut recording = case.recording();
    assert_eq!(before.unseen, None);
    for (n, run) in recording.runs.clone().iter().enumerate() {
        let answer = |id: &str, url: &str, status, from: Option<&str>| facts::Exchange {
            id: format!("{id}{n}"),
            url: url.into(),
            redirected_from: from.map(|f| format!("{f}{n}")),
            response: Some(facts::Response { status, ..facts::Response::default() }),
            run: Some(facts::RunRef { journey: run.journey.clone(), consent: run.consent, step: None }),
            ..facts::Exchange::default()
        };
        recording.exchanges.push(answer("a", "https://app.service.example/", 302, None));
        recording.exchanges.push(answer("b", "https://app.service.example/gone", 404, Some("a")));
    }
    let report = judge(&case.policy(), &recording, Vec::new(), Vendors::builtin(), Some(&before));
    assert_eq!((report.unseen.as_deref(), report.unseen_status), (Some("it answered 404"), Some(404)));
    assert!(report.findings.iter().all(|f| f.state != FindingState::Gone), "{:#?}", report.findings);
    recording.exchanges.pop();
    let one = judge(&case.policy(), &recording, Vec::new(), Vendors::builtin(), None);
    assert_eq!(one.unseen, None, "it answered in one of the runs");
    let nothing = facts::Recording {
        gaps: vec![facts::Gap::new("journey `explore`, consent none", "the audit was stopped before")],
        ..facts::Recording::default()
    };
    let report = judge(&case.policy(), &nothing, Vec::new(), Vendors::builtin(), None);
    assert_eq!(report.unseen.as_deref(), Some("nothing of the service was looked at"));
    let why = Some("it never finished loading, and shows nothing".to_owned());
    let steps = vec![facts::Step { name: "open /".into(), ok: false, why: why.clone(), ..facts::Step::default() }];
    let runs = vec![facts::Run { journey: "explore".into(), consent: facts::Consent::None, steps }];
    let blank = facts::Recording { runs, ..nothing };
    let report = judge(&case.policy(), &blank, Vec::new(), Vendors::builtin(), None);
    assert_eq!(report.unseen, why, "as its step says");
}

#[test]
fn whose_script_sent_it_is_told() {
    let case = fixture::first("someone-elses-data");
    let how = |script: &str| {
        let mut sightings = case.sightings();
        for sighting in &mut sightings {
            (sighting.key, sighting.initiator) = ("q".into(), Some(script.to_owned()));
        }
        let report = judge(&case.policy(), &case.recording(), sightings, Vendors::builtin(), None);
        let found = report.findings.into_iter().find(|f| f.rule == "someone-elses-data").expect("found");
        (found.facts["how"].clone(), found.facts["script_owner"].clone())
    };
    let told = |how: &str, owner: &str| (how.to_owned(), owner.to_owned());
    assert_eq!(how("https://app.service.example/invite:47:6"), told("given", ""));
    assert_eq!(how("https://app.service.example/app.js:47:6"), told("unknown", ""));
    assert_eq!(how("https://tag.fremmande.example/t.js:1:2"), told("another-script", "fremmande.example"));
    assert_eq!(how("https://connect.facebook.net/x.js:1:2"), told("unknown", ""));
}

#[test]
fn a_finding_says_where_the_audit_held_back_all_it_rests_on() {
    let case = fixture::first("undeclared-personal-data");
    let held = |held: bool| {
        let mut recording = case.recording();
        let by = if held { "held-back" } else { "fetch" };
        recording.exchanges.iter_mut().for_each(|e| e.seen_by = vec![by.into()]);
        let report = judge(&case.policy(), &recording, case.sightings(), Vendors::builtin(), None);
        report.findings.iter().find(|f| f.rule == "undeclared-personal-data").unwrap().facts.contains_key("held")
    };
    assert_eq!((held(true), held(false)), (true, false));
}

#[test]
fn what_was_held_back_and_carried_nothing_makes_nobody_a_recipient() {
    let case = fixture::first("undeclared-personal-data");
    let mut recording = case.recording();
    let url = "https://popup.reklam.example/x".to_owned();
    let away = facts::Exchange { id: "away".into(), url, seen_by: vec!["held-back".into()], ..Default::default() };
    recording.exchanges.push(away);
    let report = judge(&case.policy(), &recording, case.sightings(), Vendors::builtin(), None);
    assert!(!report.recipients.iter().any(|r| r.id == "reklam.example"), "{:?}", report.recipients);
    assert!(report.recipients.iter().any(|r| r.third_party));
}

#[test]
fn sightings_are_placed_and_those_at_the_service_itself_left_out() {
    let case = fixture::first("someone-elses-data");
    let (mut recording, mut sightings) = (case.recording(), case.sightings());
    let typed = recording.canaries.iter_mut().find(|c| c.field == "#recipient-phone").expect("a phone");
    typed.also_in("#phone-again");
    let mut own = sightings[0].clone();
    own.host = Some("api.service.example".into());
    sightings.push(own);
    let report = judge(&case.policy(), &recording, sightings.clone(), Vendors::builtin(), None);
    assert_eq!(report.sightings.len(), sightings.len() - 1);
    let s = &report.sightings[1];
    assert_eq!(
        (s.recipient.as_deref(), s.zone.as_deref(), s.journey.as_deref()),
        (Some("meta"), Some("carers"), Some("invite"))
    );
    assert_eq!((s.field.as_deref(), s.step.as_deref()), (Some("#recipient-phone"), Some("click #send")));
    assert_eq!(s.fields().collect::<Vec<_>>(), ["#recipient-phone", "#phone-again"], "every field it may come from");
    assert_eq!(serde_json::to_value(s).unwrap()["further_fields"], serde_json::json!(["#phone-again"]));
    assert!(serde_json::to_value(&report.sightings[0]).unwrap().get("further_fields").is_none());
    let names: Vec<_> = report.recipients.iter().map(|r| (r.id.as_str(), r.third_party)).collect();
    assert_eq!(names, [("meta", true), ("service.example", false)]);
}
