//! Which notifications stand, and what the authority still waits for.

use super::case::{Play, aware, conclude, file, some_facts, ts};
use crate::{About, Act, Duty, DutyState, FilingKind, ItemStatus, Occurred, notification};

const NOW: &str = "2026-04-02T20:00:00Z";

fn told() -> Play {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    play.act("2026-04-02T16:40:00Z", conclude(About::Authority, true)).unwrap();
    play.act(NOW, file(FilingKind::Incomplete, "2026-04-02T19:00:00Z", None)).unwrap();
    play
}

fn duty(play: &Play, id: &str, now: &str) -> Option<Duty> {
    play.case().unwrap().duties(ts(now)).into_iter().find(|d| d.id == id)
}

fn state(play: &Play, id: &str, now: &str) -> Option<DutyState> {
    duty(play, id, now).map(|d| d.state)
}

fn item(item: &str, status: ItemStatus, number: Option<f64>) -> Act {
    let text = if item.ends_with("exactness") { "exact" } else { "told" };
    Act::SetItem { item: item.into(), status, text: text.into(), number, files: Vec::new() }
}

fn to(authority: &str, kind: FilingKind, sent: &str) -> Act {
    let mut act = file(kind, sent, None);
    if let Act::File { authority: name, withdrawal_reason, .. } = &mut act {
        *name = authority.into();
        *withdrawal_reason = (kind == FilingKind::Withdrawal).then(|| "nobody saw it".into());
    }
    act
}

/// Answers every required field that a person answers.
pub fn answered(play: &mut Play, now: &str) {
    let mut facts = some_facts();
    facts.discovered_by = Some("data-subject".into());
    facts.consequences = Some(vec!["loss-of-control".into()]);
    facts.people = Some(crate::People {
        count: Some(1.0),
        approximate: Some(false),
        groups: Some(vec!["customers".into()]),
        ..crate::People::default()
    });
    play.act(now, Act::SetFacts { facts, source: "the caller".into(), origins: vec![] }).unwrap();
    let occurred = Occurred::Point { at: ts("2026-04-02T09:00:00Z"), estimated: false };
    let times = Act::SetTimes { occurred, suspected: ts("2026-04-02T10:00:00Z"), reason: "the log".into() };
    play.act(now, times).unwrap();
    let measure = Act::AddMeasure {
        id: "m".into(),
        what: "the letter was fetched".into(),
        owner: "Anna".into(),
        due: None,
        article_32: vec![],
        preventive: false,
    };
    play.act(now, measure).unwrap();
    play.act(now, item("records-number", ItemStatus::Known, Some(2.0))).unwrap();
    for gap in notification(&play.case().unwrap(), ts(now)).gaps {
        play.act(now, item(&gap, ItemStatus::Known, None)).unwrap();
    }
}

/// Says what Art. 33(5) has documented: effects, and a remedy that was carried out.
pub fn documented(play: &mut Play, now: &str) {
    play.act(now, item("likely-consequences", ItemStatus::Known, None)).unwrap();
    let [id, what, owner] = ["doc", "the letter was fetched", "Anna"].map(str::to_owned);
    let measure = Act::AddMeasure { id, what: what.into(), owner, due: None, article_32: vec![], preventive: false };
    play.act(now, measure).unwrap();
    play.act(now, carried_out("doc", now)).unwrap();
}

pub fn carried_out(id: &str, now: &str) -> Act {
    Act::DoMeasure { id: id.into(), done: ts(now), proof: "the receipt".into(), effective: None }
}

#[test]
fn what_lacks_required_answers_is_not_complete() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    assert_eq!(play.refused(NOW, file(FilingKind::Complete, NOW, None)), "filing-gaps");
    answered(&mut play, NOW);
    play.act(NOW, file(FilingKind::Complete, NOW, None)).unwrap();
    assert!(play.case().unwrap().filings[0].gaps().is_empty());
    assert_eq!(state(&play, "supplement", NOW), None);
}

#[test]
fn a_supplement_is_done_by_a_follow_up_without_gaps() {
    let mut play = told();
    play.act(NOW, file(FilingKind::FollowUp, NOW, None)).unwrap();
    assert_eq!(state(&play, "supplement", NOW), Some(DutyState::Running), "it brought nothing");
    answered(&mut play, NOW);
    play.act(NOW, file(FilingKind::FollowUp, NOW, None)).unwrap();
    assert_eq!(state(&play, "supplement", NOW), Some(DutyState::Done));
}

#[test]
fn what_changed_since_the_filing_is_followed_up_or_upheld() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00.25Z")).unwrap();
    play.act(NOW, conclude(About::Authority, true)).unwrap();
    play.act(NOW, conclude(About::People, false)).unwrap();
    answered(&mut play, NOW);
    play.act(NOW, file(FilingKind::Complete, NOW, None)).unwrap();
    play.act(NOW, carried_out("m", NOW)).unwrap();
    play.0 = serde_json::from_str(&serde_json::to_string(&play.0).unwrap()).unwrap();
    assert_eq!(state(&play, "follow-up", NOW), None, "kept and read again");
    let people = |play: &mut Play, now: &str, count: f64| {
        let mut facts = play.case().unwrap().facts;
        facts.people.as_mut().unwrap().count = Some(count);
        play.act(now, Act::SetFacts { facts, source: "the list".into(), origins: vec![] }).unwrap();
    };
    people(&mut play, NOW, 3.0);
    assert_eq!(
        play.case().unwrap().changed("", ts(NOW)).into_iter().map(|f| f.id).collect::<Vec<_>>(),
        ["people-number"]
    );
    let close = || Act::Close { person: "Anna".into(), reason: "done".into() };
    assert_eq!(play.problem(NOW, close()).found.as_deref(), Some("follow-up"));
    let later = "2026-04-02T21:00:00Z";
    let uphold =
        Act::Uphold { about: About::Authority, person: "Anna".into(), reasons: "a slip".into(), fields: vec![] };
    play.act(later, uphold).unwrap();
    assert_eq!(state(&play, "follow-up", later), None);
    people(&mut play, later, 4.0);
    assert_eq!(state(&play, "follow-up", later), Some(DutyState::Open), "upheld for three");
    people(&mut play, later, 1.0);
    assert_eq!(state(&play, "follow-up", later), None, "as it was told");
    people(&mut play, later, 4.0);
    play.act(later, file(FilingKind::FollowUp, later, None)).unwrap();
    play.act(later, close()).unwrap();
}

#[test]
fn a_promise_is_kept_when_the_authority_has_it() {
    let mut play = told();
    let promised = ItemStatus::Unknown { promised: Some(ts("2026-04-09T10:00:00Z")) };
    play.act(NOW, item("records-number", promised, None)).unwrap();
    play.act(NOW, item("records-number", ItemStatus::Known, Some(212.0))).unwrap();
    assert_eq!(state(&play, "complete-item", NOW), Some(DutyState::Running), "only we know it");
    assert_eq!(state(&play, "complete-item", "2026-04-10T00:00:00Z"), Some(DutyState::Missed));
    play.act(NOW, file(FilingKind::FollowUp, NOW, None)).unwrap();
    assert_eq!(state(&play, "complete-item", NOW), Some(DutyState::Done));
    let mut early = Play::started();
    let promised = ItemStatus::Unknown { promised: Some(ts("2026-04-09T10:00:00Z")) };
    early.act(NOW, item("records-number", promised, None)).unwrap();
    early.act(NOW, item("records-number", ItemStatus::Known, Some(212.0))).unwrap();
    assert_eq!(state(&early, "complete-item", NOW), None, "nobody was told to wait for it");
}

#[test]
fn what_was_withdrawn_is_not_notified_and_can_be_notified_anew() {
    let mut play = told();
    play.act(NOW, to("se", FilingKind::Withdrawal, NOW)).unwrap();
    assert_eq!(state(&play, "notify-authority", NOW), Some(DutyState::Ask), "the same authority by its code");
    assert_eq!(state(&play, "supplement", NOW), None);
    let later = "2026-04-02T21:00:00Z";
    play.act(later, conclude(About::Authority, true)).unwrap();
    assert_eq!(state(&play, "notify-authority", later), Some(DutyState::Running), "wrongly withdrawn");
    assert_eq!(play.refused(later, to("IMY", FilingKind::FollowUp, later)), "filing-kind");
    play.act(later, to("IMY", FilingKind::Incomplete, later)).unwrap();
    assert_eq!(state(&play, "notify-authority", later), Some(DutyState::Done));
    assert_eq!(play.case().unwrap().filings.len(), 3, "nothing is taken away");
}

#[test]
fn a_follow_up_goes_to_the_authority_that_was_notified_and_after_it() {
    let mut play = told();
    play.act(NOW, people_in(&["SE", "DK"])).unwrap();
    assert_eq!(play.refused(NOW, to("DK", FilingKind::FollowUp, NOW)), "other-authority");
    assert_eq!(play.refused(NOW, to("IMY", FilingKind::FollowUp, "2026-04-02T18:00:00Z")), "too-early");
    play.act(NOW, to("Integritetsskyddsmyndigheten", FilingKind::FollowUp, NOW)).unwrap();
}

fn people_in(countries: &[&str]) -> Act {
    let mut facts = some_facts();
    let countries = countries.iter().map(|code| ((*code).to_owned(), 1.0)).collect();
    facts.people = Some(crate::People { countries, ..crate::People::default() });
    Act::SetFacts { facts, source: "the list".into(), origins: vec![] }
}

#[test]
fn only_a_competent_authority_is_notified_and_the_lead_one_fulfils_the_duty() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    play.act("2026-04-02T16:40:00Z", conclude(About::Authority, true)).unwrap();
    let unknown = play.problem(NOW, to("Banana", FilingKind::Incomplete, NOW));
    assert_eq!((unknown.code, unknown.allowed), ("authority-unknown", vec!["IMY".to_owned()]));
    let foreign = play.problem(NOW, to("TSV", FilingKind::Incomplete, NOW));
    assert_eq!((foreign.code, foreign.allowed), ("authority-not-competent", vec!["IMY".to_owned()]));
    play.act(NOW, people_in(&["SE", "FI"])).unwrap();
    play.act(NOW, to("TSV", FilingKind::Incomplete, NOW)).unwrap();
    assert_eq!(state(&play, "notify-authority", NOW), Some(DutyState::Running), "one concerned, not the lead");
    play.act(NOW, to("Integritetsskyddsmyndigheten", FilingKind::Incomplete, NOW)).unwrap();
    assert_eq!(state(&play, "notify-authority", NOW), Some(DutyState::Done));
}

#[test]
fn a_private_controller_on_aland_answers_to_the_authority_of_finland() {
    let mut open = super::case::open();
    if let Act::Open { country, .. } = &mut open {
        *country = "FI-AX".into();
    }
    let mut play = Play(vec![]);
    play.act("2026-04-02T11:00:00Z", open).unwrap();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    play.act("2026-04-02T16:40:00Z", conclude(About::Authority, true)).unwrap();
    let lead = |play: &Play| crate::competence(&play.case().unwrap(), true).lead.unwrap().country.clone();
    let asked = |play: &Play| play.case().unwrap().cautions(ts(NOW)).iter().any(|c| c.id == "sector-unknown");
    assert_eq!((lead(&play).as_str(), asked(&play)), ("FI-AX", true), "not said yet which");
    play.act(NOW, to("TSV", FilingKind::Incomplete, NOW)).unwrap();
    assert_eq!(state(&play, "notify-authority", NOW), Some(DutyState::Running));
    let sector = |word: &str| Act::SetItem {
        item: "sector".into(),
        status: ItemStatus::Known,
        text: word.into(),
        number: None,
        files: vec![],
    };
    play.act(NOW, sector("public")).unwrap();
    assert_eq!((lead(&play).as_str(), asked(&play)), ("FI-AX", false));
    play.act(NOW, sector("private")).unwrap();
    assert_eq!((lead(&play).as_str(), asked(&play)), ("FI", false));
    assert_eq!(state(&play, "notify-authority", NOW), Some(DutyState::Done));
}

#[test]
fn no_promise_is_made_to_the_authority_before_a_person_has_concluded() {
    let mut play = told();
    let facts = r#"{"nature":["confidentiality"],"confidentiality":"exfiltrated","unintelligible":"no","data":["health"],
        "recipients":{"who":"public"},"people":{"count":900,"groups":["patients"]}}"#;
    let facts = crate::facts("t", facts).unwrap();
    play.act(NOW, Act::SetFacts { facts, source: "x".into(), origins: vec![] }).unwrap();
    assert_eq!(play.case().unwrap().assessment().duties.communicate, crate::Answer::Yes, "the proposal");
    let said = |play: &Play, field: &str| {
        let value = notification(&play.case().unwrap(), ts(NOW)).field(field).unwrap().value.clone();
        serde_json::to_string(&value).unwrap()
    };
    assert!(said(&play, "communicated").contains("investigating"), "{}", said(&play, "communicated"));
    assert!(said(&play, "risk-outcome").contains("undetermined"), "{}", said(&play, "risk-outcome"));
    play.act(NOW, conclude(About::People, true)).unwrap();
    assert!(said(&play, "communicated").contains("will-be"), "{}", said(&play, "communicated"));
    assert!(said(&play, "risk-outcome").contains("high"), "{}", said(&play, "risk-outcome"));
}

#[test]
fn awareness_that_is_moved_does_not_undo_a_deadline_that_had_passed() {
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    play.act("2026-04-02T16:40:00Z", conclude(About::Authority, true)).unwrap();
    let now = "2026-04-06T12:00:00Z";
    let cautions = |play: &Play| play.case().unwrap().cautions(ts(now)).into_iter().map(|c| c.id).collect::<Vec<_>>();
    play.act(now, aware("2026-04-06T10:00:00Z")).unwrap();
    assert!(play.case().unwrap().owes_reasons(ts(now)));
    assert_eq!(cautions(&play), ["aware-moved"]);
    assert_eq!(play.refused(now, file(FilingKind::Incomplete, now, None)), "delay-unexplained");
    play.act(now, file(FilingKind::Incomplete, now, Some("two were away"))).unwrap();
    let first = play.case().unwrap().filings[0].fields.iter().find(|f| f.id == "awareness-first").unwrap().clone();
    assert!(serde_json::to_string(&first.value).unwrap().contains("2026-04-02T18:20:00+02:00"), "{first:?}");
    // In time by both.
    let mut play = Play::started();
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    play.act("2026-04-02T18:30:00Z", aware("2026-04-02T18:20:00Z")).unwrap();
    play.act(NOW, file(FilingKind::Incomplete, NOW, None)).unwrap();
    assert_eq!(cautions(&play), [""; 0]);
}

#[test]
fn a_processor_who_told_before_awareness_speaks_against_the_clock() {
    let mut play = Play::started();
    let mut facts = some_facts();
    facts.discovered_by = Some("processor".into());
    play.act("2026-04-02T16:30:00Z", aware("2026-04-02T16:20:00Z")).unwrap();
    play.act(NOW, Act::SetFacts { facts, source: "their mail".into(), origins: vec![] }).unwrap();
    let said_at = |play: &mut Play, at: &str| {
        let (item, text) = ("told-by-other-at".into(), at.into());
        play.act(NOW, Act::SetItem { item, status: ItemStatus::Known, text, number: None, files: vec![] }).unwrap();
        let case = play.case().unwrap();
        assert_eq!(case.times.aware.as_ref().unwrap().at, ts("2026-04-02T16:20:00Z"), "no clock moves by itself");
        case.cautions(ts(NOW)).into_iter().map(|c| (c.id, c.at.unwrap().to_string())).next()
    };
    assert_eq!(said_at(&mut play, "2026-03-20 09:00"), Some(("told-earlier", "2026-03-20T09:00:00+01:00".into())));
    assert_eq!(said_at(&mut play, "2026-04-02"), None, "the day of awareness itself");
    assert_eq!(said_at(&mut play, "2026-04-02 18:20"), None);
}
