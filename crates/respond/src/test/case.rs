//! A case from suspicion to the last appeal date; what is refused on the way.

use super::filings::{answered, carried_out, documented};
use crate::case::timeline;
use crate::{
    About, Act, Answer, Case, Command, DutyState, Event, FieldValue, FilingKind, Ground, ItemStatus, Means, Occurred,
    Publication, Shown, Text, decide, facts, notification,
};
use jiff::Timestamp;
use serde::Deserialize;

pub fn ts(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn some_facts() -> crate::BreachFacts {
    facts("t", r#"{"nature":["confidentiality"],"confidentiality":"exfiltrated","unintelligible":"no","incident":["misdelivered"],
        "cause":"internal-non-malicious","data":["economic"],"recipients":{"who":"known-untrusted","count":1}}"#)
    .unwrap()
}

pub fn open() -> Act {
    Act::Open {
        id: String::new(),
        title: "Statement in the wrong envelope".into(),
        reference: "R-7".into(),
        country: "se".into(),
        facts: some_facts(),
        origins: vec![],
        findings: vec![],
        suspected: Some(ts("2026-04-02T10:00:00Z")),
        occurred: Occurred::Unknown,
        exercise: false,
        note: Text::default(),
    }
}

/// Plays acts one after another at a time; the case they make and its events.
pub struct Play(pub Vec<Event>);

impl Play {
    pub fn started() -> Self {
        let mut play = Self(vec![]);
        play.act("2026-04-02T11:00:00Z", open()).unwrap();
        play
    }

    pub fn drill() -> Self {
        let mut play = Self(vec![]);
        let mut act = open();
        if let Act::Open { exercise, .. } = &mut act {
            *exercise = true;
        }
        play.act("2026-04-02T11:00:00Z", act).unwrap();
        play
    }

    pub fn act(&mut self, now: &str, what: Act) -> Result<(), String> {
        let case = self.case();
        let events = decide(case.as_ref(), &Command::new("anna", what), ts(now)).map_err(|r| r.0.code.to_owned())?;
        self.0.extend(events);
        Ok(())
    }

    pub fn case(&self) -> Option<Case> {
        Case::fold(&self.0)
    }

    pub fn refused(&mut self, now: &str, what: Act) -> String {
        self.act(now, what).expect_err("should have been refused")
    }

    pub fn problem(&self, now: &str, what: Act) -> ::facts::Problem {
        let command = Command::new("anna", what);
        decide(self.case().as_ref(), &command, ts(now)).expect_err("should have been refused").0
    }
}

pub fn aware(at: &str) -> Act {
    Act::SetAware { aware: ts(at), person: "Anna".into(), reason: "the customer rang".into() }
}

pub fn file(kind: FilingKind, sent: &str, delay: Option<&str>) -> Act {
    Act::File {
        authority: "IMY".into(),
        kind,
        sent: ts(sent),
        receipt: "K-1".into(),
        delay_reason: delay.map(Into::into),
        withdrawal_reason: None,
        documents: vec![],
        fields: vec![],
    }
}

pub fn conclude(about: About, duty: bool) -> Act {
    Act::Conclude { about, person: "Anna".into(), duty, reasons: "looked at it".into(), proposed: None }
}

fn duty(case: &Case, id: &str, now: &str) -> DutyState {
    case.duties(ts(now)).into_iter().find(|d| d.id == id).unwrap().state
}

#[test]
fn the_clock_runs_from_awareness_and_stops_with_the_filing() {
    let mut play = Play::started();
    let case = play.case().unwrap();
    assert_eq!(case.country, "SE");
    assert!(case.deadline().is_none() && case.times.aware.is_none());
    assert_eq!(duty(&case, "notify-authority", "2026-04-02T12:00:00Z"), DutyState::Open);
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    let case = play.case().unwrap();
    assert_eq!(case.deadline().unwrap().operative.unwrap().to_string(), "2026-04-05T18:20:00+02:00");
    assert_eq!(duty(&case, "notify-authority", "2026-04-03T00:00:00Z"), DutyState::Running);
    assert_eq!(duty(&case, "notify-authority", "2026-04-05T16:20:01Z"), DutyState::Missed);
    play.act("2026-04-04T10:00:00Z", file(FilingKind::Incomplete, "2026-04-04T09:00:00Z", None)).unwrap();
    let case = play.case().unwrap();
    assert_eq!(duty(&case, "notify-authority", "2026-05-01T00:00:00Z"), DutyState::Done);
    let supplement = case.duties(ts("2026-04-10T00:00:00Z")).into_iter().find(|d| d.id == "supplement").unwrap();
    assert_eq!(supplement.due.unwrap().to_string(), "2026-05-02T23:59:59+02:00");
}

#[test]
fn impossible_times_are_refused() {
    let mut play = Play::started();
    assert_eq!(play.refused("2026-04-02T12:00:00Z", aware("2026-04-02T09:59:59Z")), "aware-before-suspected");
    assert_eq!(play.refused("2026-04-02T12:00:00Z", aware("2026-04-02T13:00:00Z")), "in-future");
    let nobody = Act::SetAware { aware: ts("2026-04-02T11:00:00Z"), person: " ".into(), reason: "x".into() };
    assert_eq!(play.refused("2026-04-02T12:00:00Z", nobody), "needed");
    let unreasoned = Act::SetAware { aware: ts("2026-04-02T11:00:00Z"), person: "Anna".into(), reason: " ".into() };
    assert_eq!(play.refused("2026-04-02T12:00:00Z", unreasoned), "reason-missing");
    let times = |from: &str, to: &str| Act::SetTimes {
        occurred: Occurred::Range { from: ts(from), to: ts(to), estimated: false },
        suspected: ts("2026-04-02T10:00:00Z"),
        reason: "logs".into(),
    };
    assert_eq!(
        play.refused("2026-04-02T12:00:00Z", times("2026-04-01T00:00:00Z", "2026-03-01T00:00:00Z")),
        "too-early"
    );
    assert_eq!(play.refused("2026-04-02T12:00:00Z", times("2026-04-02T10:30:00Z", "2026-04-02T10:40:00Z")), "too-late");
    assert_eq!(
        play.refused("2026-04-02T12:00:00Z", times("2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z")),
        "in-future"
    );
    assert_eq!(play.refused("2026-04-02T12:00:00Z", open()), "case-open");
    assert_eq!(
        decide(None, &Command::new("anna", aware("2026-04-02T11:00:00Z")), ts("2026-04-02T12:00:00Z"))
            .unwrap_err()
            .0
            .code,
        "no-case"
    );
    assert_eq!(
        decide(None, &Command::new(" ", open()), ts("2026-04-02T12:00:00Z")).unwrap_err().0.code,
        "person-missing"
    );
}

#[test]
fn a_suspicion_that_was_only_presumed_goes_along_with_an_earlier_awareness() {
    let mut act = open();
    if let Act::Open { suspected, .. } = &mut act {
        *suspected = None;
    }
    let mut play = Play(vec![]);
    play.act("2026-04-03T11:00:00Z", act).unwrap();
    let now = "2026-04-03T12:00:00Z";
    play.act(now, aware("2026-04-02T16:20:00Z")).unwrap();
    let told = |play: &Play| timeline(&play.0, ts(now)).into_iter().find(|l| l.act == "suspected").unwrap();
    let line = told(&play);
    assert_eq!((line.at, line.presumed), (ts("2026-04-02T16:20:00Z"), true));
    let suspected = ts("2026-04-02T10:00:00Z");
    play.act(now, Act::SetTimes { occurred: Occurred::Unknown, suspected, reason: "the log".into() }).unwrap();
    let line = told(&play);
    assert_eq!((line.at, line.presumed), (suspected, false));
    assert_eq!(play.refused(now, aware("2026-04-02T09:00:00Z")), "aware-before-suspected");
    let (long_ago, who) = (ts("2020-01-01T10:00:00Z"), "the recipient".to_owned());
    let asked = Act::RequestErasure { recipient: who, sent: long_ago, due: ts("2020-01-03T10:00:00Z") };
    assert_eq!(play.refused(now, asked), "before-suspected");
}

#[test]
fn awareness_changes_only_by_a_new_entry_and_the_old_one_stays() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    play.act("2026-04-03T08:00:00Z", aware("2026-04-02T14:00:00Z")).unwrap();
    let case = play.case().unwrap();
    assert_eq!(case.times.aware.unwrap().at, ts("2026-04-02T14:00:00Z"));
    assert_eq!(play.0.iter().filter(|e| e.act() == "aware").count(), 2);
}

#[test]
fn a_late_notification_demands_the_reason_for_the_delay() {
    let mut play = Play::started();
    let late = "2026-04-06T10:00:00Z";
    assert_eq!(play.refused(late, file(FilingKind::Incomplete, late, None)), "aware-missing");
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    assert_eq!(play.refused(late, file(FilingKind::Incomplete, late, None)), "delay-unexplained");
    assert_eq!(play.refused(late, file(FilingKind::FollowUp, late, Some("easter"))), "filing-kind");
    assert_eq!(play.refused(late, file(FilingKind::Incomplete, "2026-04-02T16:00:00Z", None)), "too-early");
    play.act(late, file(FilingKind::Incomplete, late, Some("the office was closed over Easter"))).unwrap();
    let case = play.case().unwrap();
    assert_eq!(duty(&case, "notify-authority", late), DutyState::DoneLate);
    let field = notification(&case, ts(late));
    assert!(matches!(field.field("late-reasons").unwrap().value, FieldValue::Known { .. }));
    assert!(!case.filings[0].fields.is_empty(), "the filing is frozen with its fields");
    assert_eq!(play.refused(late, file(FilingKind::Incomplete, late, None)), "filing-kind");
}

#[test]
fn a_person_may_overrule_and_both_stay_visible() {
    let mut play = Play::started();
    assert_eq!(play.case().unwrap().answer(About::Authority), Answer::Yes);
    play.act("2026-04-02T12:00:00Z", conclude(About::Authority, false)).unwrap();
    let case = play.case().unwrap();
    assert_eq!(case.answer(About::Authority), Answer::No);
    let conclusion = case.conclusion(About::Authority).unwrap();
    assert!(conclusion.overrules() && conclusion.proposed == Some(Answer::Yes));
    assert_eq!(duty(&case, "notify-authority", "2026-04-02T12:00:00Z"), DutyState::None);
    play.act("2026-04-02T13:00:00Z", conclude(About::Authority, true)).unwrap();
    assert_eq!(play.case().unwrap().conclusions.len(), 2);
}

#[test]
fn public_communication_belongs_to_the_third_exemption_only() {
    let mut play = Play::started();
    let now = "2026-04-03T12:00:00Z";
    let exempt =
        |ground, published| Act::Exempt { ground, person: "Anna".into(), reasons: "because".into(), published };
    let published =
        Some(Publication { at: ts("2026-04-03T10:00:00Z"), place: "https://www.example.com/notice".into() });
    assert_eq!(play.refused(now, exempt(Ground::C, None)), "publication-missing");
    assert_eq!(play.refused(now, exempt(Ground::A, published.clone())), "publication-needless");
    assert_eq!(play.refused(now, exempt(Ground::B, published.clone())), "publication-needless");
    play.act(now, exempt(Ground::C, published)).unwrap();
    assert_eq!(duty(&play.case().unwrap(), "communicate", now), DutyState::None);
    let order = Act::Decided {
        authority: "IMY".into(),
        reference: "IMY-1".into(),
        decided: jiff::civil::date(2026, 4, 3),
        received: jiff::civil::date(2026, 4, 3),
        outcome: "order".into(),
        articles: vec!["34(4)".into()],
        public_party: false,
        orders_communication: true,
        summary: "tell them".into(),
    };
    play.act(now, order).unwrap();
    assert_eq!(duty(&play.case().unwrap(), "communicate", now), DutyState::Open, "an order reopens it");
    assert_eq!(play.refused(now, exempt(Ground::B, None)), "ordered");
}

#[test]
fn a_police_request_pauses_the_communication_only() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    let now = "2026-04-03T00:00:00Z";
    play.act(
        now,
        Act::PauseCommunication { requested_by: "police".into(), reason: "investigation".into(), until: None },
    )
    .unwrap();
    let case = play.case().unwrap();
    assert_eq!(duty(&case, "communicate", now), DutyState::Paused);
    assert_eq!(duty(&case, "notify-authority", now), DutyState::Running);
    play.act(now, Act::ResumeCommunication { reason: "the police agree".into() }).unwrap();
    assert_eq!(duty(&play.case().unwrap(), "communicate", now), DutyState::Ask);
    let told = Act::Communicate {
        sent: ts(now),
        means: Means::Individual,
        subgroup: None,
        people: Some(1),
        languages: vec!["sv".into()],
        text: "letter".into(),
        held_back: None,
        parts: crate::Letter::PARTS.map(str::to_owned).to_vec(),
        all: true,
        unlike: false,
    };
    play.act(now, told).unwrap();
    assert_eq!(duty(&play.case().unwrap(), "communicate", now), DutyState::Done);
}

#[test]
fn a_case_is_closed_only_when_somebody_concluded_and_did_what_follows() {
    let mut play = Play::started();
    let now = "2026-04-02T17:00:00Z";
    let close = || Act::Close { person: "Anna".into(), reason: "done".into() };
    assert_eq!(play.refused(now, close()), "not-concluded");
    play.act(now, conclude(About::Authority, true)).unwrap();
    play.act(now, conclude(About::People, false)).unwrap();
    assert_eq!(play.refused(now, close()), "duty-open");
    play.act(now, aware("2026-04-02T16:20:00Z")).unwrap();
    play.act(now, file(FilingKind::Incomplete, now, None)).unwrap();
    let left = play.problem(now, close());
    assert_eq!((left.code, left.found.as_deref()), ("duty-open", Some("document\nsupplement")));
    answered(&mut play, now);
    assert_eq!(play.problem(now, close()).found.as_deref(), Some("supplement\nmeasure m"));
    play.act(now, carried_out("m", now)).unwrap();
    play.act(now, file(FilingKind::FollowUp, now, None)).unwrap();
    play.act(now, close()).unwrap();
    assert_eq!(play.refused(now, conclude(About::People, true)), "case-closed");
    play.act(now, Act::Reopen { reason: "new facts".into() }).unwrap();
    play.act(now, conclude(About::People, true)).unwrap();
}

#[test]
fn no_breach_is_a_conclusion_that_stays_in_the_register() {
    let mut play = Play::started();
    let now = "2026-04-02T17:00:00Z";
    assert_eq!(play.refused(now, Act::NoBreach { person: "Anna".into(), reasons: "".into() }), "reason-missing");
    play.act(now, Act::NoBreach { person: "Anna".into(), reasons: "the envelope was empty".into() }).unwrap();
    let case = play.case().unwrap();
    assert_eq!((case.answer(About::Authority), case.answer(About::People)), (Answer::No, Answer::No));
    play.act(now, Act::Close { person: "Anna".into(), reason: "no breach".into() }).unwrap();
}

#[test]
fn a_notification_names_its_gaps_and_what_does_not_apply() {
    let mut play = Play::started();
    let now = "2026-04-02T17:00:00Z";
    play.act(now, aware("2026-04-02T16:20:00Z")).unwrap();
    let set = |item: &str, status, text: &str| Act::SetItem {
        item: item.into(),
        status,
        text: text.into(),
        number: None,
        files: Vec::new(),
    };
    play.act(now, set("description", ItemStatus::Known, "two letters in one envelope")).unwrap();
    play.act(now, set("likely-consequences", ItemStatus::Assumed, "a stranger knows a balance")).unwrap();
    play.act(now, set("dpo-contact", ItemStatus::Unknown { promised: Some(ts("2026-04-09T10:00:00Z")) }, "")).unwrap();
    assert_eq!(play.refused(now, set("sector", ItemStatus::NotApplicable, "")), "reason-missing");
    assert_eq!(play.refused(now, set("dpo", ItemStatus::Known, "x")), "item");
    assert_eq!(
        play.refused(now, set("dpo-contact", ItemStatus::Unknown { promised: Some(ts("2026-04-01T10:00:00Z")) }, "")),
        "promise-past"
    );
    let paper = notification(&play.case().unwrap(), ts(now));
    let value = |id: &str| &paper.field(id).unwrap().value;
    assert!(matches!(value("description"), FieldValue::Known { .. }));
    assert!(matches!(value("likely-consequences"), FieldValue::Assumed { .. }));
    assert!(matches!(value("dpo-contact"), FieldValue::Unknown { promised: Some(_) }));
    assert_eq!(value("integrity-type"), &FieldValue::NotApplicable);
    assert_eq!(value("late-reasons"), &FieldValue::NotApplicable);
    assert_eq!(value("nature"), &FieldValue::Known { value: Shown::Words(vec!["web-nature-confidentiality".into()]) });
    for gap in ["dpo-contact", "people-number", "records-number", "how-discovered", "when"] {
        assert!(paper.gaps.iter().any(|g| g == gap), "{gap} is a gap: {:?}", paper.gaps);
    }
    assert!(!paper.gaps.iter().any(|g| g == "description" || g == "late-reasons"));
    let order = paper.in_order_of("imy").unwrap();
    assert_eq!(order.len(), 32, "every question of the order has its field");
    assert_eq!(paper.in_order_of("tsv").unwrap().len(), 21);
}

#[test]
fn a_follow_up_shows_only_what_changed() {
    let mut play = Play::started();
    let now = "2026-04-02T17:00:00Z";
    play.act(now, aware("2026-04-02T16:20:00Z")).unwrap();
    play.act(now, file(FilingKind::Incomplete, now, None)).unwrap();
    let mut more = some_facts();
    more.discovered_by = Some("data-subject".into());
    play.act(now, Act::SetFacts { facts: more, source: "the caller".into(), origins: vec![] }).unwrap();
    play.act(now, file(FilingKind::FollowUp, now, None)).unwrap();
    let case = play.case().unwrap();
    let changed: Vec<&str> = case.filings[1].changed(&case.filings[0]).iter().map(|f| f.id.as_str()).collect();
    assert!(changed.contains(&"how-discovered") && !changed.contains(&"nature"), "{changed:?}");
}

#[test]
fn bad_facts_and_requests_are_refused() {
    let mut play = Play::started();
    let now = "2026-04-02T17:00:00Z";
    let mut bad = some_facts();
    bad.data = Some(vec!["helth".into()]);
    assert_eq!(play.refused(now, Act::SetFacts { facts: bad, source: "x".into(), origins: vec![] }), "facts-word");
    let answer = Act::AnswerErasure {
        recipient: "meta".into(),
        answered: ts(now),
        outcome: crate::Erasure::Confirmed,
        note: "".into(),
    };
    assert_eq!(play.refused(now, answer), "no-request");
    let done = Act::DoMeasure { id: "m".into(), done: ts(now), proof: "x".into(), effective: None };
    assert_eq!(play.refused(now, done), "measure");
    let measure = Act::AddMeasure {
        id: "m".into(),
        what: "x".into(),
        owner: "web".into(),
        due: None,
        article_32: vec!["e".into()],
        preventive: false,
    };
    assert_eq!(play.refused(now, measure), "article-32");
}

#[test]
fn events_survive_json_and_their_texts_can_be_sealed() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    let text = serde_json::to_string(&play.0).unwrap();
    assert!(text.contains(r#""type":"open/1""#) && text.contains(r#""type":"aware/1""#));
    assert_eq!(serde_json::from_str::<Vec<Event>>(&text).unwrap(), play.0);
    let event = &play.0[1];
    assert_eq!(event.private_texts(), ["the customer rang"]);
    let sealed = event.sealed(&mut |_| "d1".to_owned());
    assert!(!serde_json::to_string(&sealed).unwrap().contains("rang"));
    let case = Case::fold(&[play.0[0].clone(), sealed]).unwrap();
    let aware = case.times.aware.unwrap();
    assert_eq!((aware.reason.open(), aware.at), (None, ts("2026-04-02T16:20:00Z")));
}

#[derive(Deserialize)]
struct Script {
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    now: Timestamp,
    source: String,
    command: Command,
}

/// The decision IMY-2022-3822 as a case, from suspicion to the last day of appeal.
#[test]
fn the_kry_decision_runs_as_a_case_to_its_appeal_date() {
    let script: Script = serde_json::from_str(include_str!("../../../../corpus/cases/kry/script.json")).unwrap();
    let mut events = Vec::new();
    for step in &script.steps {
        assert!(!step.source.is_empty());
        let case = Case::fold(&events);
        let more = decide(case.as_ref(), &step.command, step.now)
            .unwrap_or_else(|r| panic!("{} at {}: {r}", step.command.what.name(), step.now));
        events.extend(more);
    }
    let case = Case::fold(&events).unwrap();
    let now = ts("2024-12-21T00:00:00Z");
    let due = |id: &str| case.duties(now).into_iter().find(|d| d.id == id).unwrap();
    assert_eq!(due("notify-authority").state, DutyState::Done);
    assert_eq!(due("notify-authority").due.unwrap().to_string(), "2022-05-20T14:00:00+02:00");
    assert_eq!(due("supplement").due.unwrap().to_string(), "2022-06-15T23:59:59+02:00");
    assert_eq!((due("supplement").state, due("erasure").state), (DutyState::Done, DutyState::Done));
    assert_eq!(due("appeal").due.unwrap().to_string(), "2025-01-10T23:59:59+01:00");
    let duties = case.assessment().duties;
    assert_eq!((duties.notify_authority, duties.communicate), (Answer::Yes, Answer::Ask));
    let story = timeline(&events, now);
    let text: String =
        story.iter().map(|l| format!("{} {}{} {}\n", l.at, if l.due { "due: " } else { "" }, l.act, l.about)).collect();
    assert!(
        text.contains("2020-05-28T00:00:00Z began") && text.contains("2025-01-10T22:59:59Z due: appeal IMY-2022-3822"),
        "{text}"
    );
    println!("{text}");
}

fn usb(more: &str) -> crate::BreachFacts {
    let text = format!(
        r#"{{"nature":["confidentiality"],"confidentiality":"likely","incident":["device-lost-stolen"],"cause":"external-malicious",
        "availability":{{"restored_from":"backup"}},"context":[],{more}}}"#
    );
    facts("t", &text).unwrap()
}

fn set_facts(facts: crate::BreachFacts) -> Act {
    Act::SetFacts { facts, source: "the nurse rang".into(), origins: vec![] }
}

fn encrypted() -> Play {
    let mut act = open();
    if let Act::Open { facts, .. } = &mut act {
        *facts = usb(r#""unintelligible":"yes","data":["contact"]"#);
    }
    let mut play = Play(vec![]);
    play.act("2026-04-02T11:00:00Z", act).unwrap();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    play
}

#[test]
fn the_rules_propose_that_there_is_no_duty_and_a_person_decides() {
    let mut play = encrypted();
    let now = "2026-04-02T17:00:00Z";
    let case = play.case().unwrap();
    assert_eq!(case.assessment().duties.notify_authority, Answer::No, "the rules would let it be");
    assert_eq!(
        (duty(&case, "notify-authority", now), duty(&case, "communicate", now)),
        (DutyState::Ask, DutyState::Ask)
    );
    let asked = case.duties(ts(now)).into_iter().find(|d| d.id == "notify-authority").unwrap();
    assert_eq!(
        asked.due.unwrap().to_string(),
        "2026-04-05T18:20:00+02:00",
        "the clock runs until somebody has concluded"
    );
    let reminded = crate::reminders(&case, &crate::Reminders::default(), ts("2026-04-05T12:00:00Z"));
    assert_eq!(reminded.iter().map(|r| r.duty.as_str()).collect::<Vec<_>>(), ["notify-authority"]);
    play.act(now, conclude(About::Authority, false)).unwrap();
    assert_eq!(duty(&play.case().unwrap(), "notify-authority", now), DutyState::None);
}

#[test]
fn a_conclusion_that_there_is_no_duty_does_not_outlive_the_facts_it_rests_on() {
    let mut play = encrypted();
    let now = "2026-04-02T17:00:00Z";
    let close = || Act::Close { person: "Anna".into(), reason: "done".into() };
    play.act(now, conclude(About::Authority, false)).unwrap();
    play.act(now, conclude(About::People, false)).unwrap();
    play.act(now, set_facts(usb(r#""unintelligible":"yes","data":["contact"],"discovered_by":"data-subject""#)))
        .unwrap();
    assert!(play.case().unwrap().overtaken(About::Authority).is_none(), "nothing that bears on the answer");
    play.act(now, set_facts(usb(r#""unintelligible":"no","data":["health"],"people":{"groups":["patients"]}"#)))
        .unwrap();
    let case = play.case().unwrap();
    assert_eq!((case.answer(About::Authority), case.answer(About::People)), (Answer::Yes, Answer::Yes));
    assert_eq!(duty(&case, "notify-authority", now), DutyState::Running);
    assert!(
        case.conclusion(About::Authority).is_some() && case.standing(About::Authority).is_none(),
        "kept, not ruling"
    );
    assert_eq!(play.refused(now, close()), "conclusion-overtaken");
    play.act(now, conclude(About::Authority, false)).unwrap();
    play.act(now, conclude(About::People, false)).unwrap();
    play.act(
        now,
        set_facts(usb(
            r#""unintelligible":"no","data":["health"],"people":{"groups":["patients"]},"recipients":{"who":"public"}"#,
        )),
    )
    .unwrap();
    assert!(play.case().unwrap().overtaken(About::People).is_some(), "overruled on other facts than these");
    play.act(now, set_facts(usb(r#""unintelligible":"yes","data":["contact"]"#))).unwrap();
    documented(&mut play, now);
    play.act(now, close()).unwrap();
}

#[test]
fn what_was_concluded_to_be_no_breach_is_reopened_before_its_facts_change() {
    let mut play = encrypted();
    let now = "2026-04-02T17:00:00Z";
    play.act(now, Act::NoBreach { person: "Anna".into(), reasons: "it was found in the drawer".into() }).unwrap();
    assert_eq!(play.refused(now, set_facts(usb(r#""unintelligible":"no""#))), "case-dismissed");
    play.act(now, Act::Reopen { reason: "it was another one".into() }).unwrap();
    play.act(now, set_facts(usb(r#""unintelligible":"no""#))).unwrap();
}

#[test]
fn a_processor_owes_its_controllers_word_and_they_decide() {
    let mut play = Play::started();
    let now = "2026-04-02T17:00:00Z";
    play.act(now, aware("2026-04-02T16:20:00Z")).unwrap();
    let mut facts = some_facts();
    facts.role = Some("processor".into());
    play.act(now, set_facts(facts)).unwrap();
    let named = |play: &Play| -> Vec<(String, String, DutyState)> {
        play.case().unwrap().duties(ts(now)).into_iter().map(|d| (d.id, d.about, d.state)).collect()
    };
    let tell = |name: &str, state| ("tell-controller".to_owned(), name.to_owned(), state);
    assert_eq!(named(&play), [tell("", DutyState::Open)], "nothing of the controller's");
    assert_eq!(play.refused(now, conclude(About::People, false)), "processor-concludes");
    let case = play.case().unwrap();
    assert!(case.notify_by().is_none() && case.deadline().is_none() && !case.is_answered(ts(now)));
    let controllers = vec!["Example Town".to_owned(), "Example County".to_owned()];
    let (controller, event) = ("Example Hosting".into(), "november".into());
    play.act(now, Act::SetController { controller, event, established: true, controllers }).unwrap();
    play.act(now, Act::TellController { controller: "example town".into(), told: ts(now) }).unwrap();
    assert_eq!(named(&play), [tell("Example Town", DutyState::Done), tell("Example County", DutyState::Open)]);
    let close = || Act::Close { person: "Anna".into(), reason: "told".into() };
    assert_eq!(play.problem(now, close()).found.as_deref(), Some("tell-controller Example County"));
    play.act(now, Act::TellController { controller: "Example County".into(), told: ts(now) }).unwrap();
    assert!(play.case().unwrap().is_answered(ts(now)));
    play.act(now, close()).unwrap();
}

#[test]
fn fewer_people_are_asked_about_again_but_are_not_worse() {
    let mut play = Play::started();
    let now = "2026-04-02T17:00:00Z";
    let people = |play: &mut Play, count: f64, data: &str| {
        let text = format!(
            r#"{{"nature":["confidentiality"],"confidentiality":"exfiltrated","unintelligible":"no",
            "data":["{data}"],"people":{{"count":{count}}},"recipients":{{"who":"known-untrusted"}}}}"#
        );
        play.act(now, set_facts(facts("t", &text).unwrap())).unwrap();
    };
    people(&mut play, 200_000.0, "economic");
    play.act(now, conclude(About::People, false)).unwrap();
    people(&mut play, 150.0, "economic");
    assert!(!play.case().unwrap().is_worse(About::People));
    people(&mut play, 200_001.0, "health");
    let case = play.case().unwrap();
    assert!(case.overtaken(About::People).is_some() && case.is_worse(About::People));
}

#[test]
fn what_was_no_breach_has_no_clock() {
    let mut play = Play::started();
    let now = "2026-04-02T17:00:00Z";
    play.act(now, aware("2026-04-02T16:20:00Z")).unwrap();
    play.act(now, Act::NoBreach { person: "Anna".into(), reasons: "a test".into() }).unwrap();
    assert!(play.case().unwrap().deadline().is_none());
}

#[test]
fn an_exemption_against_the_facts_is_refused_and_falls_with_them() {
    let mut play = encrypted();
    let now = "2026-04-02T17:00:00Z";
    let exempt =
        || Act::Exempt { ground: Ground::A, person: "Anna".into(), reasons: "encrypted".into(), published: None };
    play.act(now, exempt()).unwrap();
    assert_eq!(duty(&play.case().unwrap(), "communicate", now), DutyState::None);
    play.act(now, set_facts(usb(r#""unintelligible":"no","data":["health"],"people":{"groups":["patients"]}"#)))
        .unwrap();
    let case = play.case().unwrap();
    assert!(case.exemption.is_some() && case.exempted().is_none(), "kept, and it no longer holds");
    assert_eq!(duty(&case, "communicate", now), DutyState::Open);
    assert_eq!(play.refused(now, exempt()), "exempt-against-facts");
}

#[test]
fn a_pause_that_is_over_pauses_nothing() {
    let mut play = Play::started();
    let pause =
        |until| Act::PauseCommunication { requested_by: "police".into(), reason: "x".into(), until: Some(ts(until)) };
    assert_eq!(play.refused("2026-04-03T00:00:00Z", pause("2026-04-02T12:00:00Z")), "pause-past");
    play.act("2026-04-03T00:00:00Z", pause("2026-04-04T00:00:00Z")).unwrap();
    let case = play.case().unwrap();
    assert!(case.paused(ts("2026-04-03T23:00:00Z")).is_some() && case.paused(ts("2026-04-04T00:00:00Z")).is_none());
}

#[test]
fn a_breach_is_documented_when_its_effects_and_remedies_are() {
    let mut play = Play::started();
    let now = "2026-04-02T17:00:00Z";
    let set = |item: &str| Act::SetItem {
        item: item.into(),
        status: ItemStatus::Known,
        text: "x".into(),
        number: None,
        files: Vec::new(),
    };
    assert_eq!(duty(&play.case().unwrap(), "document", now), DutyState::Open);
    play.act(now, set("likely-consequences")).unwrap();
    assert_eq!(duty(&play.case().unwrap(), "document", now), DutyState::Open);
    let measure = Act::AddMeasure {
        id: "m1".into(),
        what: "asked for it back".into(),
        owner: "Anna".into(),
        due: None,
        article_32: vec![],
        preventive: false,
    };
    play.act(now, measure).unwrap();
    assert_eq!(duty(&play.case().unwrap(), "document", now), DutyState::Done);
}

#[test]
fn the_story_tells_the_first_suspicion() {
    let play = Play::started();
    let lines = timeline(&play.0, ts("2026-04-02T12:00:00Z"));
    assert!(lines.iter().any(|l| l.act == "suspected" && l.at == ts("2026-04-02T10:00:00Z") && !l.due));
}

#[test]
fn a_filing_that_turns_out_late_needs_its_reasons_before_the_case_is_closed() {
    let mut play = Play::started();
    let now = "2026-04-06T12:00:00Z";
    play.act(now, aware("2026-04-04T10:00:00Z")).unwrap();
    play.act(now, file(FilingKind::Incomplete, "2026-04-06T11:00:00Z", None)).unwrap();
    play.act(now, conclude(About::Authority, true)).unwrap();
    play.act(now, conclude(About::People, false)).unwrap();
    answered(&mut play, now);
    play.act(now, carried_out("m", now)).unwrap();
    play.act(now, file(FilingKind::FollowUp, now, None)).unwrap();
    assert!(!play.case().unwrap().owes_reasons(ts(now)));
    play.act(now, aware("2026-04-02T16:20:00Z")).unwrap();
    assert!(play.case().unwrap().owes_reasons(ts(now)), "the corrected awareness made it late");
    let close = || Act::Close { person: "Anna".into(), reason: "done".into() };
    assert_eq!(play.refused(now, close()), "delay-unexplained");
    play.act(now, Act::ExplainDelay { duty: "notify-authority".into(), reason: "the mail lay unread".into() }).unwrap();
    assert_eq!(play.problem(now, close()).found.as_deref(), Some("follow-up"), "the authority was told another hour");
    play.act(now, file(FilingKind::FollowUp, now, None)).unwrap();
    play.act(now, close()).unwrap();
}
