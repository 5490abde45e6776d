//! What cannot be is refused, what is over is not counted, and what was undone is asked again.

use super::case::{Play, aware, conclude, file, some_facts, ts};
use crate::{
    About, Act, BreachFacts, DutyState, Erasure, FilingKind, Ground, ItemStatus, People, Publication, notification,
    statistics,
};

const NOW: &str = "2026-04-03T12:00:00Z";

fn started() -> Play {
    let mut play = Play::started();
    play.act(NOW, aware("2026-04-02T16:20:00Z")).unwrap();
    play
}

fn to(authority: &str, kind: FilingKind) -> Act {
    let mut act = file(kind, NOW, None);
    if let Act::File { authority: own, withdrawal_reason, .. } = &mut act {
        *own = authority.into();
        *withdrawal_reason = Some("nobody saw it".into());
    }
    act
}

#[test]
fn nobody_is_told_before_anybody_suspects() {
    let mut play = started();
    let exempt = |at: &str| Act::Exempt {
        ground: Ground::C,
        person: "Anna".into(),
        reasons: "no addresses".into(),
        published: Some(Publication { at: ts(at), place: "the web page".into() }),
    };
    assert_eq!(play.refused(NOW, exempt("2026-04-01T10:00:00Z")), "before-suspected");
    play.act(NOW, exempt("2026-04-03T10:00:00Z")).unwrap();
}

#[test]
fn what_is_about_nothing_is_refused() {
    let mut play = started();
    let delay = |duty: &str| Act::ExplainDelay { duty: duty.into(), reason: "the office was closed".into() };
    assert_eq!(play.refused(NOW, delay("nosuch")), "no-duty");
    play.act(NOW, delay("notify-authority")).unwrap();
    let uphold = |about| Act::Uphold { about, person: "Anna".into(), reasons: "it holds".into(), fields: vec![] };
    assert_eq!(play.refused(NOW, uphold(About::Authority)), "nothing-told");
    assert_eq!(play.refused(NOW, uphold(About::People)), "nothing-told");
    play.act(NOW, to("IMY", FilingKind::Incomplete)).unwrap();
    play.act(NOW, uphold(About::Authority)).unwrap();
    let asked = || Act::Asked {
        authority: "IMY".into(),
        reference: "R1".into(),
        received: ts(NOW),
        due: None,
        question: "why?".into(),
    };
    play.act(NOW, asked()).unwrap();
    assert_eq!(play.refused(NOW, asked()), "question-open");
    play.act(NOW, Act::Answered { reference: "R1".into(), sent: ts(NOW), answer: "so".into() }).unwrap();
    play.act(NOW, asked()).unwrap();
}

#[test]
fn two_files_of_one_name_are_told_apart_and_a_name_is_read_as_it_is_written() {
    let mut play = started();
    let attach =
        |name: &str, digest: &str| Act::Attach { name: name.into(), digest: digest.into(), what: "log".into() };
    let annex = |file: &str| Act::SetItem {
        item: "attachments".into(),
        status: ItemStatus::Known,
        text: "".into(),
        number: None,
        files: vec![file.into()],
    };
    assert_eq!(play.refused(NOW, attach("b\u{202e}gpj.exe", "d0")), "name-signs");
    play.act(NOW, attach("a.txt", "d1")).unwrap();
    play.act(NOW, annex("a.txt")).unwrap();
    play.act(NOW, attach("a.txt", "d2")).unwrap();
    let problem = play.problem(NOW, annex("a.txt"));
    assert_eq!((problem.code, problem.allowed), ("item-file-twice", vec!["d1".into(), "d2".into()]));
    play.act(NOW, annex("d1")).unwrap();
    assert_eq!(play.case().unwrap().items["attachments"].files, ["d1"]);
}

#[test]
fn a_withdrawn_notification_is_concluded_on_again() {
    let mut play = started();
    for about in [About::Authority, About::People] {
        play.act(NOW, conclude(about, about == About::Authority)).unwrap();
    }
    play.act(NOW, to("IMY", FilingKind::Incomplete)).unwrap();
    assert!(!play.case().unwrap().is_untold());
    play.act("2026-04-03T12:01:00Z", to("IMY", FilingKind::Withdrawal)).unwrap();
    assert!(play.case().unwrap().is_untold());
    let close = Act::Close { person: "Anna".into(), reason: "done".into() };
    assert_eq!(play.refused("2026-04-03T12:01:00Z", close), "not-concluded");
    play.act("2026-04-03T12:02:00Z", conclude(About::Authority, false)).unwrap();
    assert!(!play.case().unwrap().is_untold());
}

#[test]
fn a_year_counts_breaches_and_authorities_that_are_competent() {
    let of = |people: f64| {
        let mut play = started();
        let people = Some(People {
            count: Some(people),
            countries: [("SE".to_owned(), people - 1.0), ("NO".to_owned(), 1.0)].into(),
            ..People::default()
        });
        let facts = BreachFacts { people, ..some_facts() };
        play.act(NOW, Act::SetFacts { facts, source: "the list".into(), origins: vec![] }).unwrap();
        play
    };
    let mut dismissed = of(100.0);
    dismissed.act(NOW, Act::NoBreach { person: "Anna".into(), reasons: "test data".into() }).unwrap();
    let mut beside = of(100.0);
    beside.act(NOW, to("NO", FilingKind::Incomplete)).unwrap();
    let cases = [dismissed, beside].map(|play| play.case().unwrap());
    let year = statistics(&cases, 2026, ts(NOW));
    assert_eq!((year.cases, year.no_breach, year.people, year.notified), (2, 1, 100.0, 0));
    assert_eq!((year.by_nature["confidentiality"], year.median_hours), (1, None));
    assert_eq!(cases[1].stage(), "open", "nobody competent was told");
}

#[test]
fn an_erasure_that_was_refused_has_no_clock() {
    let mut play = started();
    let (who, due) = ("meta".to_owned(), ts("2026-04-05T12:00:00Z"));
    play.act(NOW, Act::RequestErasure { recipient: who.clone(), sent: ts(NOW), due }).unwrap();
    let state =
        |play: &Play| play.case().unwrap().duties(ts(NOW)).into_iter().find(|d| d.id == "erasure").unwrap().state;
    assert_eq!(state(&play), DutyState::Running);
    let (recipient, outcome) = (who.clone(), Erasure::Refused);
    play.act(NOW, Act::AnswerErasure { recipient, answered: ts(NOW), outcome, note: "no".into() }).unwrap();
    assert_eq!(state(&play), DutyState::Open);
    play.act(NOW, Act::EscalateErasure { recipient: who, to: "IMY".into(), reason: "refused".into() }).unwrap();
    assert_eq!(state(&play), DutyState::PassedOn);
}

#[test]
fn a_follow_up_names_what_is_otherwise() {
    let mut play = started();
    assert!(notification(&play.case().unwrap(), ts(NOW)).changed.is_empty());
    play.act(NOW, to("IMY", FilingKind::Incomplete)).unwrap();
    let facts = BreachFacts { data: Some(vec!["health".into()]), ..some_facts() };
    play.act(NOW, Act::SetFacts { facts, source: "the list".into(), origins: vec![] }).unwrap();
    assert_eq!(notification(&play.case().unwrap(), ts(NOW)).changed, ["data-types"]);
}
