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
fn answered(play: &mut Play, now: &str) {
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
    assert_eq!(play.refused(NOW, to("TSV", FilingKind::FollowUp, NOW)), "other-authority");
    assert_eq!(play.refused(NOW, to("IMY", FilingKind::FollowUp, "2026-04-02T18:00:00Z")), "too-early");
    play.act(NOW, to("Integritetsskyddsmyndigheten", FilingKind::FollowUp, NOW)).unwrap();
}
