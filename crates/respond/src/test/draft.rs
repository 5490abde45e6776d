//! A draft case from audit findings.

use crate::{Act, Answer, Case, Occurred, assess, decide, draft};
use ::facts::{Finding, Report};
use jiff::Timestamp;
use serde_json::json;

fn report(form: &[&str], conflict: bool) -> Report {
    let sighting = |role: &str, identifier: &str| {
        json!({"schema": "sluss/sighting/1", "source": "capture.har", "exchange": "17", "at": "2026-11-20T10:00:00Z",
            "part": "url.query", "key": "udff[ph]", "person": "c01", "role": role, "identifier": identifier,
            "form": form, "layers": [], "offset": 0})
    };
    serde_json::from_value(json!({
        "schema": "sluss/report/1", "start": "https://invite.example.com/", "service": "Meeting invitations",
        "ended": "2026-11-20T10:05:00Z", "runs": [], "exchanges": 3, "gaps": [],
        "recipients": [{"id": "meta", "name": "Meta", "hosts": ["www.facebook.com"], "requests": 2, "third_party": true, "via": "direct"}],
        "sightings": [sighting("end-user", "phone"), sighting("patient", "given_name")],
        "settings": [{"vendor": "meta", "account": "1", "setting": "automatic-matching", "declared": "off", "served": "on", "conflict": conflict}],
        "findings": [
            {"id": "f1", "rule": "undeclared-personal-data", "severity": "high", "recipient": "meta", "why": "", "sightings": [0], "state": "new"},
            {"id": "f2", "rule": "somebody-else", "severity": "high", "recipient": "meta", "why": "", "sightings": [1], "state": "new"},
        ],
    }))
    .unwrap()
}

fn opened(report: &Report, ids: &[&str]) -> Case {
    let ids: Vec<String> = ids.iter().map(|s| (*s).to_owned()).collect();
    let mut command = draft(report, &ids);
    command.by = "anna".into();
    let events = decide(None, &command, "2026-11-21T00:00:00Z".parse::<Timestamp>().unwrap()).unwrap();
    Case::fold(&events).unwrap()
}

#[test]
fn hashed_contact_details_make_a_case_with_the_origin_of_each_fact() {
    let case = opened(&report(&["digits", "sha256", "hex"], true), &[]);
    let facts = &case.facts;
    assert_eq!(facts.unintelligible.as_deref(), Some("subvertible"));
    assert_eq!(facts.incident.as_deref().unwrap(), ["tracking-technology", "misconfiguration"]);
    assert_eq!(facts.data.as_deref().unwrap(), ["basic", "contact"]);
    let people = facts.people.as_ref().unwrap();
    assert_eq!(
        (people.groups.as_deref().unwrap(), people.count),
        (&["other".to_owned(), "patients".to_owned()][..], None)
    );
    let recipients = facts.recipients.as_ref().unwrap();
    assert_eq!((recipients.who.as_deref(), recipients.count), (Some("advertising-platform"), Some(1.0)));
    assert_eq!(case.findings, ["f1", "f2"]);
    assert!(case.origins.iter().any(|o| o.fact == "data" && o.from == "finding:f2"));
    assert!(case.origins.iter().any(|o| o.fact == "cause" && o.from == "finding:f1"));
    assert_eq!(case.title, "Meeting invitations → Meta");
    let times = &case.times;
    assert_eq!((&times.occurred, &times.aware), (&Occurred::Unknown, &None), "an audit does not tell since when");
    let duties = assess(facts).duties;
    assert_eq!((duties.notify_authority, duties.communicate), (Answer::Yes, Answer::Ask));
}

#[test]
fn one_value_in_clear_is_enough_for_no_protection() {
    let case = opened(&report(&["plain"], false), &["f1"]);
    assert_eq!(case.facts.unintelligible.as_deref(), Some("no"));
    assert_eq!(case.facts.incident.as_deref().unwrap(), ["tracking-technology"]);
    assert_eq!(case.facts.cause, None, "without a setting in conflict nobody knows why");
    assert_eq!(case.facts.data.as_deref().unwrap(), ["contact"]);
    assert_eq!(case.findings, ["f1"]);
}

#[test]
fn a_finding_without_sightings_claims_nothing() {
    let mut bare = report(&["plain"], false);
    bare.findings = vec![Finding { sightings: vec![], ..bare.findings.remove(0) }];
    let case = opened(&bare, &[]);
    assert_eq!((case.facts.confidentiality.as_deref(), case.facts.data.as_deref()), (None, None));
    let Act::Open { id, .. } = draft(&bare, &[]).what else { panic!("a draft opens a case") };
    assert!(id.is_empty() && !case.id.is_empty());
}
