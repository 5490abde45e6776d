//! A draft case from audit findings.

use crate::{Act, Answer, Case, Command, FROM_SCAN, Occurred, assess, decide, draft, draft_of_scan};
use ::facts::{Finding, Gap, Report, Summary, SummaryRecipient};
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

fn category(vendor: &str) -> Option<&'static str> {
    (vendor == "meta").then_some("advertising")
}

fn opened(report: &Report, ids: &[&str]) -> Case {
    let ids: Vec<String> = ids.iter().map(|s| (*s).to_owned()).collect();
    let mut command = draft(report, &ids, category);
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
    let Act::Open { id, .. } = draft(&bare, &[], category).what else { panic!("a draft opens a case") };
    assert!(id.is_empty() && !case.id.is_empty());
}

#[test]
fn only_who_got_personal_data_is_a_recipient() {
    let mut many = report(&["plain"], false);
    let with = |recipient: &str, sightings: Vec<usize>| Finding {
        id: recipient.to_owned(),
        recipient: Some(recipient.to_owned()),
        sightings,
        ..many.findings[0].clone()
    };
    let (images, chat) = (with("images.example", vec![]), with("chat.example", vec![0]));
    many.findings.push(images);
    let case = opened(&many, &[]);
    let recipients = case.facts.recipients.as_ref().unwrap();
    assert_eq!((recipients.who.as_deref(), recipients.count), (Some("advertising-platform"), Some(1.0)));
    assert!(!case.origins.iter().any(|o| o.from == "finding:images.example"), "{:?}", case.origins);
    assert_eq!(case.title, "Meeting invitations → Meta");
    many.findings.push(chat);
    let recipients = opened(&many, &[]).facts.recipients.unwrap();
    assert_eq!((recipients.who.as_deref(), recipients.count), (Some("unknown"), Some(2.0)));
}

/// A scan of one archive with two kinds of people, in two countries.
fn summary() -> Summary {
    serde_json::from_value(json!({
        "schema": "sluss/summary/1", "exchanges": 40, "bytes": 9000, "sightings": 24, "people": 12, "shared_addresses": 1,
        "first": "2026-03-01T08:00:00Z", "last": "2026-04-11T17:30:00Z",
        "by_recipient": [{"recipient": "meta", "people": 12, "sightings": 24, "first": null, "last": null,
            "identifiers": {"email": 20, "given_name": 4}}],
        "by_role": {"patient": {"people": 9, "sightings": 20}, "carer": {"people": 3, "sightings": 4}, "user": {"people": 0, "sightings": 1}},
        "by_country": {"SE": {"people": 10, "sightings": 20}, "unknown": {"people": 2, "sightings": 4}},
        "unreadable": [], "sources": [{"source": "logs/march.har", "format": "har", "exchanges": 40, "sightings": 24, "unreadable": 0}],
    }))
    .unwrap()
}

fn of_scan(summary: &Summary, trackers: &[(&str, &str)]) -> Case {
    let trackers = trackers.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect();
    let command = Command::new("anna", draft_of_scan(summary, &trackers, "SE"));
    let events = decide(None, &command, "2026-11-21T00:00:00Z".parse::<Timestamp>().unwrap()).unwrap();
    Case::fold(&events).unwrap()
}

#[test]
fn a_scan_that_read_everything_gives_exact_numbers_marked_as_its_own() {
    let case = of_scan(&summary(), &[("meta", "Meta")]);
    let people = case.facts.people.as_ref().unwrap();
    assert_eq!((people.count, people.min, people.max), (Some(12.0), None, None));
    assert_eq!(people.groups.as_deref().unwrap(), ["other", "patients"], "of users nobody was seen");
    assert_eq!(people.countries, [("SE".to_owned(), 10.0)].into(), "a country the list does not tell is not made up");
    let groups: Vec<_> =
        case.facts.subgroups.iter().map(|g| (&*g.name, case.facts.of(g).people.unwrap().count)).collect();
    assert_eq!(groups, [("carer", Some(3.0)), ("patient", Some(9.0))]);
    assert_eq!(case.facts.recipients.as_ref().unwrap().count, Some(1.0));
    assert_eq!(case.facts.data.as_deref().unwrap(), ["basic", "contact"]);
    let (from, to) = ("2026-03-01T08:00:00Z".parse().unwrap(), "2026-04-11T17:30:00Z".parse().unwrap());
    assert_eq!(case.times.occurred, Occurred::Range { from, to, estimated: true });
    assert_eq!(case.title, "march.har → Meta");
    for fact in ["nature", "people.count", "people.countries", "recipients.count", "data", "confidentiality"] {
        assert!(case.origins.iter().any(|o| o.fact == fact && o.from == FROM_SCAN), "{fact}: {:?}", case.origins);
    }
    assert_eq!(case.facts.unintelligible, None, "a summary does not tell in which form they were");
}

#[test]
fn what_a_scan_could_not_read_or_what_may_be_chance_makes_no_exact_number() {
    let people = |summary: &Summary| {
        let people = of_scan(summary, &[]).facts.people.unwrap();
        (people.count, people.min, people.max)
    };
    let chance = Summary { people_low_confidence: 2, ..summary() };
    assert_eq!(people(&chance), (None, Some(10.0), Some(12.0)));
    let stopped = Summary { stopped: true, ..summary() };
    assert_eq!(people(&stopped), (None, Some(12.0), None));
    let gap = Summary { gaps: vec![Gap::new("a stream", "TLS")], ..chance };
    assert_eq!(people(&gap), (None, Some(10.0), None));
}

#[test]
fn a_recipient_that_nobody_knows_may_be_the_service_itself() {
    let mut both = summary();
    both.by_recipient.push(SummaryRecipient { recipient: "service.example".into(), ..both.by_recipient[0].clone() });
    let case = of_scan(&both, &[("meta", "Meta")]);
    assert_eq!((case.facts.confidentiality, case.facts.incident, case.facts.recipients), (None, None, None));
    assert_eq!(case.title, "march.har → Meta, service.example");
}
