//! Acts beside the straight way: many controllers, other laws, held-back people, orders, drills, the grid, the year.

use super::case::{Play, aware, conclude, file, open, some_facts, ts};
use super::filings::{answered, carried_out};
use crate::{
    About, Act, DutyState, Erasure, FieldValue, FilingKind, Ground, Means, Occurred, Reminders, Shown, Text, Weight,
    after_action, grid, other_regimes, reminders, statistics,
};

fn controller(name: &str, established: bool) -> Act {
    Act::SetController { controller: name.into(), event: "supplier-august".into(), established, controllers: vec![] }
}

fn regimes(ids: &[&str]) -> Act {
    Act::SetRegimes {
        regimes: ids.iter().map(|r| (*r).to_owned()).collect(),
        person: "Anna".into(),
        reason: "we run a hospital".into(),
        detected: None,
    }
}

fn report(regime: &str, stage: &str, sent: &str) -> Act {
    Act::Report {
        regime: regime.into(),
        stage: stage.into(),
        authority: "CSIRT".into(),
        sent: ts(sent),
        receipt: "r".into(),
    }
}

fn decided(order: bool) -> Act {
    Act::Decided {
        authority: "IMY".into(),
        reference: "D-1".into(),
        decided: "2026-05-04".parse().unwrap(),
        received: "2026-05-05".parse().unwrap(),
        outcome: "order".into(),
        articles: vec![],
        public_party: false,
        orders_communication: order,
        summary: "tell them".into(),
    }
}

fn communicate(sent: &str, held_back: u64) -> Act {
    Act::Communicate {
        sent: ts(sent),
        means: Means::Individual,
        subgroup: None,
        people: Some(10),
        languages: vec!["sv".into()],
        text: "We sent your letter to somebody else.".into(),
        held_back: Some(held_back),
        parts: crate::Letter::PARTS.map(str::to_owned).to_vec(),
        all: false,
        unlike: false,
    }
}

#[test]
fn a_controller_without_establishment_notifies_each_authority_concerned() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    let mut facts = some_facts();
    facts.people = Some(crate::People {
        countries: [("SE".to_owned(), 3.0), ("FI".to_owned(), 2.0)].into(),
        ..crate::People::default()
    });
    play.act("2026-04-02T17:00:00Z", Act::SetFacts { facts, source: "list".into(), origins: vec![] }).unwrap();
    play.act("2026-04-02T17:00:00Z", controller("Example Inc", false)).unwrap();
    let open = |play: &Play| -> Vec<(String, DutyState)> {
        let duties = play.case().unwrap().duties(ts("2026-04-03T00:00:00Z")).into_iter();
        duties.filter(|d| d.id == "notify-authority").map(|d| (d.about, d.state)).collect()
    };
    assert_eq!(open(&play), [("FI".into(), DutyState::Running), ("SE".into(), DutyState::Running)]);
    let to = |authority: &str| match file(FilingKind::Incomplete, "2026-04-02T20:00:00Z", None) {
        Act::File { kind, sent, receipt, delay_reason, withdrawal_reason, documents, fields, .. } => Act::File {
            authority: authority.into(),
            kind,
            sent,
            receipt,
            delay_reason,
            withdrawal_reason,
            documents,
            fields,
        },
        other => other,
    };
    assert_eq!(play.refused("2026-04-02T21:00:00Z", to("NO")), "authority");
    let stands = |play: &Play| {
        let case = play.case().unwrap();
        (case.stage(), case.filed().is_some(), case.next_authority().map(|a| a.country.as_str()))
    };
    let kind = |play: &Play| {
        let value =
            crate::notification(&play.case().unwrap(), ts("2026-04-02T21:00:00Z")).field("type").unwrap().value.clone();
        serde_json::to_string(&value).unwrap()
    };
    play.act("2026-04-02T21:00:00Z", to("FI")).unwrap();
    assert_eq!(open(&play), [("FI".into(), DutyState::Done), ("SE".into(), DutyState::Running)]);
    assert_eq!(stands(&play), ("filed-partly", false, Some("SE")));
    assert!(kind(&play).contains("type-new"), "it is the first one that Sweden gets");
    // The first one to Sweden, though not the first of the case.
    play.act("2026-04-02T21:00:00Z", to("SE")).unwrap();
    assert_eq!(open(&play), [("FI".into(), DutyState::Done), ("SE".into(), DutyState::Done)]);
    assert_eq!(stands(&play), ("filed", true, None));
    assert!(kind(&play).contains("type-follow-up"));
}

#[test]
fn other_laws_have_clocks_of_their_own_and_a_stage_counts_from_the_one_before() {
    assert!(other_regimes("SE").contains(&"lex-maria") && !other_regimes("FI").contains(&"lex-maria"));
    assert!(!other_regimes("SE").contains(&"gdpr"));
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    assert_eq!(play.refused("2026-04-02T16:40:00Z", regimes(&["nis3"])), "unknown-regime");
    play.act("2026-04-02T16:40:00Z", regimes(&["nis2"])).unwrap();
    let due = |play: &Play, stage: &str| {
        let duties = play.case().unwrap().duties(ts("2026-04-02T17:00:00Z"));
        let duty = duties.into_iter().find(|d| d.id == "report" && d.about == format!("nis2/{stage}")).unwrap();
        (duty.state, duty.due.unwrap().to_string())
    };
    assert_eq!(due(&play, "early-warning"), (DutyState::Running, "2026-04-03T18:20:00+02:00".into()));
    assert_eq!(due(&play, "final-report").1, "2026-05-05T23:59:59+02:00", "a month from the latest hour");
    assert_eq!(play.refused("2026-04-02T17:00:00Z", report("dora", "initial", "2026-04-02T16:50:00Z")), "regime");
    assert_eq!(play.refused("2026-04-02T17:00:00Z", report("nis2", "first", "2026-04-02T16:50:00Z")), "stage");
    play.act("2026-04-02T17:00:00Z", report("nis2", "incident-notification", "2026-04-02T16:50:00Z")).unwrap();
    assert_eq!(due(&play, "incident-notification").0, DutyState::Done);
    assert_eq!(due(&play, "final-report").1, "2026-05-04T23:59:59+02:00", "a month from when it was sent (a Sunday)");
}

/// Lex Maria: two months from the event, whenever it was noticed.
#[test]
fn a_report_that_counts_from_the_event_does_not_wait_for_awareness() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    play.act("2026-04-02T16:40:00Z", regimes(&["lex-maria", "nis2"])).unwrap();
    let seen = |play: &Play| {
        let (case, now) = (play.case().unwrap(), ts("2026-04-02T17:00:00Z"));
        let duty = case.duties(now).into_iter().find(|d| d.about == "lex-maria/report").unwrap();
        let asked = case.cautions(now).iter().any(|c| c.id == "event-unknown");
        (duty.due.unwrap().to_string(), asked)
    };
    assert_eq!(seen(&play), ("2026-06-02T23:59:59+02:00".into(), true), "the latest day it can be");
    let occurred =
        Occurred::Range { from: ts("2026-03-10T08:00:00Z"), to: ts("2026-03-12T08:00:00Z"), estimated: false };
    let times = Act::SetTimes { occurred, suspected: ts("2026-04-02T10:00:00Z"), reason: "the log".into() };
    play.act("2026-04-02T16:50:00Z", times).unwrap();
    assert_eq!(seen(&play), ("2026-05-10T23:59:59+02:00".into(), false));
    let early = play.case().unwrap().duties(ts("2026-04-02T17:00:00Z"));
    let early = early.into_iter().find(|d| d.about == "nis2/early-warning").unwrap();
    assert_eq!(early.due.unwrap().to_string(), "2026-04-03T18:20:00+02:00", "others count from awareness");
}

/// NIS2 counts from the incident: in Finland from its detection, whenever personal data were found to be hit.
#[test]
fn a_report_that_counts_from_the_incident_does_not_wait_for_awareness_of_personal_data() {
    let now = "2026-11-27T11:00:00Z";
    let case = |country: &str| {
        let mut act = open();
        if let Act::Open { country: own, suspected, .. } = &mut act {
            (*own, *suspected) = (country.into(), Some(ts("2026-11-10T07:00:00Z")));
        }
        let mut play = Play(vec![]);
        play.act(now, act).unwrap();
        play.act(now, regimes(&["nis2"])).unwrap();
        play
    };
    let seen = |play: &Play| {
        let (case, now) = (play.case().unwrap(), ts(now));
        let duty = case.duties(now).into_iter().find(|d| d.about == "nis2/early-warning").unwrap();
        let presumed = case.cautions(now).into_iter().find(|c| c.id.ends_with("-presumed")).map(|c| c.id);
        (duty.due.map(|at| at.to_string()), presumed)
    };
    let detected = |at: &str| match regimes(&["nis2"]) {
        Act::SetRegimes { regimes, person, reason, .. } => {
            Act::SetRegimes { regimes, person, reason, detected: Some(ts(at)) }
        }
        other => other,
    };
    let mut play = case("FI");
    assert_eq!(seen(&play), (Some("2026-11-11T09:00:00+02:00".into()), Some("detection-presumed")));
    play.act(now, report("nis2", "early-warning", "2026-11-11T06:00:00Z")).unwrap();
    let mut play = case("FI");
    play.act(now, aware("2026-11-27T10:00:00Z")).unwrap();
    assert_eq!(seen(&play).0.unwrap(), "2026-11-11T09:00:00+02:00", "not from awareness of personal data");
    assert_eq!(play.refused(now, detected("2026-11-28T10:00:00Z")), "in-future");
    play.act(now, detected("2026-11-12T07:00:00Z")).unwrap();
    assert_eq!(seen(&play), (Some("2026-11-13T09:00:00+02:00".into()), None));
    assert_eq!(play.refused(now, report("nis2", "early-warning", "2026-11-11T06:00:00Z")), "too-early");
    let mut play = case("SE");
    assert_eq!(seen(&play), (None, None), "nothing is known of awareness");
    play.act(now, aware("2026-11-27T10:00:00Z")).unwrap();
    assert_eq!(seen(&play), (Some("2026-11-28T11:00:00+01:00".into()), Some("incident-presumed")));
    play.act(now, detected("2026-11-10T07:00:00Z")).unwrap();
    assert_eq!(seen(&play), (Some("2026-11-11T08:00:00+01:00".into()), None));
    play.act(now, regimes(&["nis2", "eidas"])).unwrap();
    assert_eq!(seen(&play).1, None, "what was said stays");
}

/// Art. 78(3): the courts, and the time, are those of the State whose authority decided.
#[test]
fn the_time_to_appeal_is_that_of_the_authority_that_decided() {
    let seen = |country: &str, authority: &str| {
        let mut act = open();
        if let Act::Open { country: own, .. } = &mut act {
            *own = country.into();
        }
        let mut play = Play(vec![]);
        play.act("2026-04-02T11:00:00Z", act).unwrap();
        let mut act = decided(false);
        if let Act::Decided { authority: own, decided, received, .. } = &mut act {
            *own = authority.into();
            (*decided, *received) = ("2026-11-20".parse().unwrap(), "2026-11-24".parse().unwrap());
        }
        play.act("2026-11-25T11:00:00Z", act).unwrap();
        let (case, now) = (play.case().unwrap(), ts("2026-11-25T11:00:00Z"));
        let duty = case.duties(now).into_iter().find(|d| d.id == "appeal").unwrap();
        let asked = case.cautions(now).into_iter().find(|c| c.id == "appeal-unknown").and_then(|c| c.who);
        (duty.due.map(|at| at.to_string()[..10].to_owned()), duty.state, asked)
    };
    assert_eq!(seen("FI", "IMY"), (Some("2026-12-15".into()), DutyState::Running, None));
    assert_eq!(seen("SE", "TSV").0.as_deref(), Some("2026-12-28"));
    for (country, authority) in [("DK", "DK"), ("SE", "DE"), ("SE", "PTS")] {
        assert_eq!(seen(country, authority), (None, DutyState::Open, Some(authority.into())));
    }
}

#[test]
fn an_order_reopens_what_was_told_exempted_or_closed() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    play.act("2026-04-03T10:00:00Z", file(FilingKind::Incomplete, "2026-04-03T09:00:00Z", None)).unwrap();
    for about in [About::Authority, About::People] {
        play.act("2026-04-03T11:00:00Z", conclude(about, true)).unwrap();
    }
    let close = || Act::Close { person: "Anna".into(), reason: "done".into() };
    assert_eq!(play.refused("2026-04-03T11:00:00Z", close()), "duty-open");
    let exempt = Act::Exempt {
        ground: Ground::B,
        person: "Anna".into(),
        reasons: "the letter came back unopened".into(),
        published: None,
    };
    play.act("2026-04-03T12:00:00Z", exempt).unwrap();
    answered(&mut play, "2026-04-03T12:30:00Z");
    play.act("2026-04-03T12:40:00Z", carried_out("m", "2026-04-03T12:40:00Z")).unwrap();
    play.act("2026-04-03T12:50:00Z", file(FilingKind::FollowUp, "2026-04-03T12:50:00Z", None)).unwrap();
    play.act("2026-04-03T13:00:00Z", close()).unwrap();
    play.act("2026-05-05T10:00:00Z", decided(true)).unwrap();
    let case = play.case().unwrap();
    assert!(case.closed.is_none());
    let duty = |play: &Play| {
        play.case().unwrap().duties(ts("2026-05-06T00:00:00Z")).into_iter().find(|d| d.id == "communicate").unwrap()
    };
    assert_eq!((duty(&play).state, duty(&play).source.as_str()), (DutyState::Open, "Art. 34(4)"));
    let mut told = communicate("2026-05-06T09:00:00Z", 0);
    if let Act::Communicate { people, all, .. } = &mut told {
        (*people, *all) = (Some(1), true);
    }
    play.act("2026-05-06T10:00:00Z", told).unwrap();
    assert_eq!(duty(&play).state, DutyState::Done);
}

#[test]
fn those_held_back_are_told_safely_and_a_pause_holds() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    let pause = Act::PauseCommunication { requested_by: "police".into(), reason: "traps are set".into(), until: None };
    play.act("2026-04-02T17:00:00Z", pause).unwrap();
    assert_eq!(play.refused("2026-04-02T18:00:00Z", communicate("2026-04-02T17:30:00Z", 2)), "paused");
    let duties = play.case().unwrap().duties(ts("2026-04-02T18:00:00Z"));
    assert_eq!(duties.iter().find(|d| d.id == "notify-authority").unwrap().state, DutyState::Running, "no pause here");
    play.act("2026-04-02T19:00:00Z", Act::ResumeCommunication { reason: "they were caught".into() }).unwrap();
    play.act("2026-04-02T20:00:00Z", communicate("2026-04-02T19:30:00Z", 2)).unwrap();
    let held = |play: &Play| {
        play.case().unwrap().duties(ts("2026-04-03T00:00:00Z")).into_iter().find(|d| d.id == "held-back").unwrap().state
    };
    assert_eq!(held(&play), DutyState::Open);
    let reach =
        |people| Act::ReachHeldBack { sent: ts("2026-04-02T20:30:00Z"), people, how: "by the tax agency".into() };
    assert_eq!(play.refused("2026-04-02T21:00:00Z", reach(3)), "held-back");
    play.act("2026-04-02T21:00:00Z", reach(2)).unwrap();
    assert_eq!(held(&play), DutyState::Done);
}

#[test]
fn a_drill_has_its_own_clock_and_gives_a_note() {
    let mut play = Play::drill();
    play.act("2026-04-02T11:10:00Z", aware("2026-04-02T11:05:00Z")).unwrap();
    let clock = |to: &str| Act::MoveClock { to: ts(to), ahead: 0 };
    assert_eq!(play.refused("2026-04-02T11:20:00Z", clock("2026-04-02T11:00:00Z")), "too-early");
    play.act("2026-04-02T11:20:00Z", clock("2026-04-05T12:00:00Z")).unwrap();
    let missed = |play: &Play| after_action(&play.0, ts("2026-04-02T11:21:00Z")).unwrap().missed;
    assert_eq!(missed(&play), 1, "the deadline went by, though nobody had decided");
    // Ten real minutes later it is ten past twelve in the drill, and too late.
    let late = || file(FilingKind::Incomplete, "2026-04-05T12:10:00Z", None);
    assert_eq!(play.refused("2026-04-02T11:30:00Z", late()), "delay-unexplained");
    let explained = file(FilingKind::Incomplete, "2026-04-05T12:10:00Z", Some("the deputy was not called"));
    play.act("2026-04-02T11:30:00Z", explained).unwrap();
    play.act("2026-04-02T11:40:00Z", Act::Note { text: "Call the deputy first.".into() }).unwrap();
    let note = after_action(&play.0, ts("2026-04-02T12:00:00Z")).unwrap();
    assert_eq!((note.missed, note.notes.len(), note.steps[1].act, note.steps[1].minutes), (1, 1, "aware", 70));
    assert!(note.open > 0 && !note.gaps.is_empty());
    assert!(after_action(&Play::started().0, ts("2026-04-02T12:00:00Z")).is_none());
    let mut real = Play::started();
    assert_eq!(real.refused("2026-04-02T11:20:00Z", clock("2026-04-05T12:00:00Z")), "no-exercise");
    let year = statistics([&play.case().unwrap(), &real.case().unwrap()], 2026, ts("2026-04-10T00:00:00Z"));
    assert_eq!((year.cases, year.drills, year.notified), (1, 1, 0), "drills are not mixed in");
}

#[test]
fn a_receipt_that_comes_later_is_entered_once() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    let mut silent = file(FilingKind::Incomplete, "2026-04-03T09:00:00Z", None);
    if let Act::File { receipt, .. } = &mut silent {
        receipt.clear();
    }
    play.act("2026-04-03T10:00:00Z", silent).unwrap();
    let receipt = |filing| Act::SetReceipt { filing, receipt: "IMY-2026-77".into() };
    assert_eq!(play.refused("2026-04-04T10:00:00Z", receipt(2)), "filing");
    play.act("2026-04-04T10:00:00Z", receipt(1)).unwrap();
    assert_eq!(play.case().unwrap().filings[0].receipt, "IMY-2026-77");
    assert_eq!(play.refused("2026-04-04T10:00:00Z", receipt(1)), "receipt");
}

#[test]
fn the_year_counts_what_was_done_and_how_late() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    let late = file(FilingKind::Incomplete, "2026-04-06T16:20:00Z", Some("Easter"));
    play.act("2026-04-06T17:00:00Z", late).unwrap();
    play.act("2026-04-06T18:00:00Z", conclude(About::Authority, false)).unwrap();
    let case = play.case().unwrap();
    let year = statistics([&case], 2026, ts("2026-04-10T00:00:00Z"));
    assert_eq!((year.cases, year.notified, year.late, year.median_hours), (1, 1, 1, Some(96.0)));
    assert_eq!((year.overruled, year.by_incident["misdelivered"]), (1, 1));
    assert_eq!(statistics([&case], 2025, ts("2026-04-10T00:00:00Z")).cases, 0);
}

#[test]
fn the_grid_of_article_83_shows_the_case_and_takes_a_persons_weighing() {
    let mut play = Play::started();
    let weigh = |letter: &str| Act::Weigh {
        letter: letter.into(),
        weight: Weight::Mitigates,
        text: Text::from("we told the authority on the first day"),
    };
    assert_eq!(play.refused("2026-04-02T12:00:00Z", weigh("m")), "art-83");
    play.act("2026-04-02T12:00:00Z", weigh("h")).unwrap();
    let rows = grid(&play.case().unwrap());
    assert_eq!(rows.iter().map(|r| r.letter).collect::<String>(), "abcdefghijk");
    let row = |letter: &str| rows.iter().find(|r| r.letter == letter).unwrap();
    assert!(row("h").weighed.is_some() && row("a").weighed.is_none());
    assert_eq!(row("b").facts[0], ("cause", "internal-non-malicious".into()));
}

#[test]
fn reminders_come_before_and_after_a_deadline_and_stop_with_it() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    let settings = Reminders::default();
    let hours = |play: &Play, now: &str| -> Vec<i64> {
        let all = reminders(&play.case().unwrap(), &settings, ts(now));
        all.iter().filter(|r| r.duty == "notify-authority").map(|r| r.hours).collect()
    };
    assert_eq!(hours(&play, "2026-04-02T17:00:00Z"), [] as [i64; 0]);
    assert_eq!(hours(&play, "2026-04-03T16:20:00Z"), [48]);
    assert_eq!(hours(&play, "2026-04-05T15:00:00Z"), [6], "only the latest of three");
    assert_eq!(hours(&play, "2026-04-05T18:00:00Z"), [-1]);
    play.act("2026-04-05T10:00:00Z", file(FilingKind::Incomplete, "2026-04-05T09:00:00Z", None)).unwrap();
    assert_eq!(hours(&play, "2026-04-05T15:00:00Z"), [] as [i64; 0]);
}

#[test]
fn a_suspicion_may_know_nothing_and_is_then_a_question() {
    let mut play = Play(vec![]);
    let mut act = super::case::open();
    if let Act::Open { facts, .. } = &mut act {
        *facts = crate::BreachFacts::default();
    }
    play.act("2026-04-02T11:00:00Z", act).unwrap();
    let duties = play.case().unwrap().assessment().duties;
    assert_eq!((duties.notify_authority, duties.communicate), (crate::Answer::Ask, crate::Answer::Ask));
}

#[test]
fn an_erasure_is_taken_up_as_it_was_asked_for_and_answered() {
    let mut play = Play::started();
    let asked = Act::RequestErasure {
        recipient: "meta".into(),
        sent: ts("2026-04-02T16:00:00Z"),
        due: ts("2026-04-04T16:00:00Z"),
    };
    play.act("2026-04-02T17:00:00Z", asked).unwrap();
    let now = "2026-04-03T12:00:00Z";
    let seen = |play: &Play| {
        let case = play.case().unwrap();
        let told = crate::notification(&case, ts(now)).field("measures-taken").unwrap().value.clone();
        let FieldValue::Known { value: Shown::Measures { asked, .. } } = told else { panic!("{told:?}") };
        let factor = grid(&case).into_iter().find(|row| row.letter == "c").unwrap();
        let erased = factor.facts.into_iter().find(|(path, _)| *path == "recipients.erased").unwrap().1;
        (asked[0].outcome, erased)
    };
    assert_eq!(seen(&play), (None, "requested".into()));
    let answer = Act::AnswerErasure {
        recipient: "meta".into(),
        answered: ts("2026-04-03T09:00:00Z"),
        outcome: Erasure::Confirmed,
        note: "all of it".into(),
    };
    play.act(now, answer).unwrap();
    assert_eq!(seen(&play), (Some(Erasure::Confirmed), "confirmed".into()));
}

/// In Finland a public party's days to appeal run from service as anybody's; Sweden sets it apart.
#[test]
fn a_public_party_has_a_day_to_appeal_in_every_country() {
    for (country, last) in [("SE", "2026-05-25"), ("FI", "2026-06-04"), ("FI-AX", "2026-06-04")] {
        let mut play = Play(vec![]);
        let mut open = super::case::open();
        let Act::Open { country: of, .. } = &mut open else { panic!() };
        *of = country.into();
        play.act("2026-04-02T11:00:00Z", open).unwrap();
        play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
        let mut decision = decided(false);
        let Act::Decided { public_party, authority, .. } = &mut decision else { panic!() };
        (*public_party, *authority) = (true, country.into());
        play.act("2026-05-06T10:00:00Z", decision).unwrap();
        let duties = play.case().unwrap().duties(ts("2026-05-06T11:00:00Z"));
        let due = duties.into_iter().find(|d| d.id == "appeal").and_then(|d| d.due).map(|at| at.to_string());
        assert!(due.as_ref().is_some_and(|due| due.starts_with(last)), "{country}: {due:?}");
    }
}

#[test]
fn a_decision_is_not_older_than_what_it_decides_on() {
    let mut play = Play::started();
    let Act::Decided { authority, reference, outcome, articles, summary, .. } = decided(false) else { panic!() };
    let old = Act::Decided {
        authority,
        reference,
        decided: "2024-12-19".parse().unwrap(),
        received: "2026-05-05".parse().unwrap(),
        outcome,
        articles,
        public_party: false,
        orders_communication: false,
        summary,
    };
    assert_eq!(play.refused("2026-05-06T10:00:00Z", old), "decided-before-known");
}
