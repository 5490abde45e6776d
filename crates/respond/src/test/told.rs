//! The people of Art. 34 have been told when those the duty is about have got a letter that says what it has to.

use super::case::{Play, conclude, some_facts, ts};
use crate::{
    About, Act, BreachFacts, DutyState, FieldValue, Ground, Letter, Means, Occurred, People, Publication, Shown,
    Subgroup, notification, statistics,
};
use serde_json::json;

const NOW: &str = "2026-04-03T12:00:00Z";

fn letter(people: u64) -> Act {
    Act::Communicate {
        sent: ts("2026-04-03T10:00:00Z"),
        means: Means::Individual,
        subgroup: None,
        people: Some(people),
        languages: vec!["sv".into(), "smn".into(), "ar-SY".into()],
        text: "We sent your letter to somebody else.".into(),
        held_back: None,
        parts: Letter::PARTS.map(str::to_owned).to_vec(),
        all: false,
        unlike: false,
    }
}

/// The letter, changed as a person may write it.
fn with(mut value: serde_json::Value, people: u64) -> Act {
    let mut act = serde_json::to_value(letter(people)).unwrap();
    act.as_object_mut().unwrap().append(value.as_object_mut().unwrap());
    serde_json::from_value(act).unwrap()
}

fn case_of(count: f64, subgroups: Vec<Subgroup>) -> Play {
    let mut play = Play::started();
    let people = Some(People { count: Some(count), ..People::default() });
    let facts = BreachFacts { people, subgroups, ..some_facts() };
    play.act(NOW, Act::SetFacts { facts, source: "the list".into(), origins: vec![] }).unwrap();
    play.act(NOW, conclude(About::People, true)).unwrap();
    play
}

fn state(play: &Play) -> DutyState {
    play.case().unwrap().duties(ts(NOW)).into_iter().find(|d| d.id == "communicate").unwrap().state
}

#[test]
fn what_cannot_be_is_refused() {
    let mut play = case_of(212.0, vec![]);
    let occurred = Occurred::Point { at: ts("2026-04-02T09:00:00Z"), estimated: false };
    let times = Act::SetTimes { occurred, suspected: ts("2026-04-02T10:00:00Z"), reason: "the log".into() };
    play.act(NOW, times).unwrap();
    assert_eq!(play.refused(NOW, with(json!({"sent": "2026-04-02T08:00:00Z"}), 212)), "too-early");
    assert_eq!(play.refused(NOW, with(json!({"languages": ["xx"]}), 212)), "no-language");
    assert_eq!(play.refused(NOW, with(json!({"subgroup": "nosuch"}), 212)), "subgroup");
    assert_eq!(play.refused(NOW, with(json!({"parts": ["hello"]}), 212)), "letter-part");
    assert_eq!(play.refused(NOW, letter(2000)), "people-beyond");
    assert_eq!(play.refused(NOW, with(json!({"held_back": 7000}), 1)), "people-beyond");
}

#[test]
fn the_duty_is_done_when_nobody_is_left() {
    let mut play = case_of(212.0, vec![]);
    play.act(NOW, with(json!({"parts": ["happened"]}), 212)).unwrap();
    assert_eq!(state(&play), DutyState::Open, "the letter does not say what it has to");
    play.act(NOW, letter(1)).unwrap();
    assert_eq!(state(&play), DutyState::Open, "one of 212");
    play.act(NOW, with(json!({"held_back": 2}), 209)).unwrap();
    assert_eq!(state(&play), DutyState::Done);
    let mut fewer = case_of(212.0, vec![]);
    fewer.act(NOW, with(json!({"all": true}), 200)).unwrap();
    assert_eq!(state(&fewer), DutyState::Done, "a person says that nobody is left");
}

/// Art. 34(3)(c): a public communication takes the place of letters only where these would be too much.
#[test]
fn a_public_notice_alone_tells_nobody() {
    let mut public = case_of(212.0, vec![]);
    let cautions = |play: &Play| play.case().unwrap().cautions(ts(NOW)).into_iter().map(|c| c.id).collect::<Vec<_>>();
    public.act(NOW, with(json!({"means": "public", "people": null}), 0)).unwrap();
    assert_eq!((state(&public), cautions(&public)), (DutyState::Open, vec!["public-only"]));
    public.act(NOW, exempt(Ground::C)).unwrap();
    assert_eq!((state(&public), cautions(&public)), (DutyState::Done, vec![]));
}

fn exempt(ground: Ground) -> Act {
    let place = "https://www.example.com/notice".into();
    let published = (ground == Ground::C).then(|| Publication { at: ts("2026-04-03T10:00:00Z"), place });
    Act::Exempt { ground, person: "Anna".into(), reasons: "no addresses".into(), published }
}

/// The highest number that there may be has been told, or a person says that nobody is left.
#[test]
fn a_number_that_is_not_known_is_not_reached() {
    let case = |people: serde_json::Value| {
        let mut play = case_of(1.0, vec![]);
        let facts = BreachFacts { people: Some(serde_json::from_value(people).unwrap()), ..some_facts() };
        play.act(NOW, Act::SetFacts { facts, source: "the list".into(), origins: vec![] }).unwrap();
        play
    };
    for people in [
        json!({"max": 90_000.0}),
        json!({"min": 50.0, "max": 90_000.0}),
        json!({"min": 50.0}),
        json!({"groups": ["patients"]}),
        json!({"count": 90_000.0, "approximate": true}),
    ] {
        let mut play = case(people.clone());
        play.act(NOW, letter(60)).unwrap();
        assert_eq!(state(&play), DutyState::Open, "{people}");
        let asked = play.case().unwrap().cautions(ts(NOW));
        assert!(asked.iter().any(|c| c.id == "told-in-part"), "{people}");
        play.act(NOW, with(json!({"all": true}), 40)).unwrap();
        assert_eq!(state(&play), DutyState::Done, "{people}");
    }
    let mut play = case(json!({"max": 100.0}));
    play.act(NOW, letter(100)).unwrap();
    assert_eq!(state(&play), DutyState::Done);
}

#[test]
fn an_exemption_does_not_outlive_the_facts_it_rests_on() {
    let worse = |play: &mut Play, context: &str, data: &[&str]| {
        let mut facts = play.case().unwrap().facts;
        facts.context = Some(vec![context.into()]);
        facts.data = Some(data.iter().map(|d| (*d).to_owned()).collect());
        play.act(NOW, Act::SetFacts { facts, source: "seen".into(), origins: vec![] }).unwrap();
    };
    let cautions = |play: &Play| play.case().unwrap().cautions(ts(NOW)).into_iter().map(|c| c.id).collect::<Vec<_>>();
    for (ground, context, data) in [
        (Ground::B, "misuse-observed", &["economic"][..]),
        (Ground::C, "confidential-relationship", &["economic", "health"]),
    ] {
        let mut play = case_of(212.0, vec![]);
        play.act(NOW, exempt(ground)).unwrap();
        assert_eq!(state(&play), DutyState::None);
        worse(&mut play, context, data);
        assert_eq!((state(&play), cautions(&play)), (DutyState::Open, vec!["exemption-outgrown"]), "{ground:?}");
        let paper = notification(&play.case().unwrap(), ts(NOW));
        assert_eq!(paper.field("exemption").unwrap().value, FieldValue::NotApplicable, "{ground:?}");
        let mut upheld = Play(play.0.clone());
        let uphold =
            Act::Uphold { about: About::People, person: "Anna".into(), reasons: "it holds".into(), fields: vec![] };
        upheld.act(NOW, uphold).unwrap();
        assert_eq!((state(&upheld), cautions(&upheld)), (DutyState::None, vec![]), "{ground:?}");
        play.act(NOW, exempt(ground)).unwrap();
        assert_eq!((state(&play), cautions(&play)), (DutyState::None, vec![]), "{ground:?}");
    }
}

/// The authority sees what took the place of letters.
#[test]
fn a_public_communication_stands_in_the_notification() {
    let mut play = case_of(212.0, vec![]);
    play.act(NOW, exempt(Ground::C)).unwrap();
    let paper = notification(&play.case().unwrap(), ts(NOW));
    let field = |id: &str| serde_json::to_string(&paper.field(id).unwrap().value).unwrap();
    assert!(field("publication-at").contains("2026-04-03T12:00"), "{}", field("publication-at"));
    assert!(field("publication-place").contains("https://www.example.com/notice"));
}

#[test]
fn those_told_are_the_sum_of_what_was_recorded() {
    let mut play = case_of(100.0, vec![]);
    let count = |play: &mut Play, count: f64| {
        let mut facts = play.case().unwrap().facts;
        facts.people = Some(People { count: Some(count), ..People::default() });
        play.act(NOW, Act::SetFacts { facts, source: "the list".into(), origins: vec![] }).unwrap();
    };
    let field = |play: &Play, id: &str| {
        let value = notification(&play.case().unwrap(), ts(NOW)).field(id).unwrap().value.clone();
        let FieldValue::Known { value } = value else { panic!("{id}") };
        value
    };
    play.act(NOW, letter(100)).unwrap();
    count(&mut play, 40.0);
    assert_eq!(field(&play, "communicated-to"), Shown::Number(100.0), "the letters went out");
    count(&mut play, 150.0);
    play.act(NOW, with(json!({"sent": "2026-04-03T11:00:00Z", "text": {"private": "Another text."}}), 50)).unwrap();
    assert_eq!(field(&play, "communicated-to"), Shown::Number(150.0));
    let Shown::Letters(sent) = field(&play, "communication-text") else { panic!("each sending") };
    let told: Vec<_> = sent.iter().map(|s| (s.people, s.text.as_ref().unwrap().open().unwrap())).collect();
    assert_eq!(told, [(Some(100), "We sent your letter to somebody else."), (Some(50), "Another text.")]);
}

#[test]
fn a_letter_that_rests_on_other_facts_is_upheld_or_sent_again() {
    let doubt = |play: &Play| play.case().unwrap().duties(ts(NOW)).iter().any(|d| d.id == "letter-holds");
    let told_otherwise = || {
        let mut play = case_of(100.0, vec![]);
        play.act(NOW, letter(100)).unwrap();
        let mut facts = play.case().unwrap().facts;
        facts.people.as_mut().unwrap().count = Some(90.0);
        play.act(NOW, Act::SetFacts { facts: facts.clone(), source: "x".into(), origins: vec![] }).unwrap();
        assert!(!doubt(&play), "how many there are stands in no letter");
        facts.data = Some(vec!["economic".into(), "health".into()]);
        play.act(NOW, Act::SetFacts { facts, source: "x".into(), origins: vec![] }).unwrap();
        assert!(doubt(&play));
        play
    };
    let mut upheld = told_otherwise();
    let uphold =
        Act::Uphold { about: About::People, person: "Anna".into(), reasons: "it said so".into(), fields: vec![] };
    upheld.act(NOW, uphold).unwrap();
    assert!(!doubt(&upheld));
    let mut again = told_otherwise();
    again.act(NOW, letter(10)).unwrap();
    assert!(doubt(&again), "ten of ninety");
    again.act(NOW, letter(80)).unwrap();
    assert!(!doubt(&again));
}

#[test]
fn the_group_at_high_risk_has_to_be_among_those_told() {
    let facts = json!({"context": ["protected-identity"], "people": {"count": 2.0, "groups": ["vulnerable"]}});
    let mut play = case_of(100.0, vec![Subgroup { name: "protected".into(), facts }]);
    assert_eq!(play.refused(NOW, letter(98)), "held-back-unsaid");
    play.act(NOW, with(json!({"held_back": 0}), 98)).unwrap();
    assert_eq!(state(&play), DutyState::Open, "the two are left");
    play.act(NOW, with(json!({"subgroup": "protected", "held_back": 0}), 2)).unwrap();
    assert_eq!(state(&play), DutyState::Done);
}

#[test]
fn a_letter_that_lacks_a_part_has_not_told_completely() {
    let mut play = case_of(60_000.0, vec![]);
    play.act(NOW, with(json!({"parts": ["happened"]}), 60_000)).unwrap();
    let shown = |play: &Play, id: &str| match &notification(&play.case().unwrap(), ts(NOW)).field(id).unwrap().value {
        FieldValue::Known { value } => value.clone(),
        other => panic!("{id}: {other:?}"),
    };
    let Shown::Words(words) = shown(&play, "communicated") else { panic!("words") };
    assert_eq!(words[0], "respond-option-communicated-partly");
    assert_eq!(words[1..], ["consequences", "measures", "advice", "contact"].map(|p| format!("respond-lacking-{p}")));
    let year = |play: &Play| statistics(&[play.case().unwrap()], 2026, ts(NOW)).communicated;
    assert_eq!(year(&play), 0);
    play.act(NOW, letter(100)).unwrap();
    assert_eq!(shown(&play, "communicated-to"), Shown::Number(60_000.0), "a hundred of them were told once more");
    assert_eq!(year(&play), 0);
    play.act(NOW, letter(60_000)).unwrap();
    assert_eq!(shown(&play, "communicated"), Shown::Words(vec!["respond-option-communicated-yes".into()]));
    assert_eq!((shown(&play, "communicated-to"), year(&play)), (Shown::Number(60_000.0), 1));
}
