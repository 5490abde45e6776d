//! What was recorded by mistake is struck: it stays in the history and no longer counts.

use super::case::{Play, aware, conclude, file, ts};
use crate::case::timeline;
use crate::{About, Act, DutyState, FilingKind};

const NOW: &str = "2026-04-02T20:00:00Z";

fn strike(entry: usize) -> Act {
    Act::Strike { entry, person: "Anna".into(), reason: "in the wrong case".into() }
}

fn told() -> Play {
    let mut play = Play::started();
    play.act(NOW, aware("2026-04-02T16:20:00Z")).unwrap();
    play.act(NOW, conclude(About::Authority, true)).unwrap();
    play.act(NOW, file(FilingKind::Incomplete, NOW, None)).unwrap();
    play
}

fn notified(play: &Play) -> DutyState {
    play.case().unwrap().duties(ts(NOW)).into_iter().find(|d| d.id == "notify-authority").unwrap().state
}

#[test]
fn a_notification_that_was_never_sent_is_struck_and_its_clock_runs_again() {
    let mut play = told();
    assert_eq!(notified(&play), DutyState::Done);
    play.act(NOW, strike(4)).unwrap();
    let case = play.case().unwrap();
    assert_eq!((notified(&play), case.filings.len()), (DutyState::Running, 0));
    let marks: Vec<bool> = case.history.iter().map(|h| h.struck).collect();
    assert_eq!(marks, [false, false, false, true, false], "both stay in the history");
    assert!(timeline(&play.0, ts(NOW)).iter().all(|line| line.act != "file"));
    play.act(NOW, file(FilingKind::Incomplete, NOW, None)).unwrap();
    assert_eq!((notified(&play), play.case().unwrap().filings[0].number), (DutyState::Done, 1));
}

#[test]
fn only_what_nothing_else_corrects_is_struck_and_from_the_end() {
    let mut play = told();
    play.act(NOW, file(FilingKind::FollowUp, NOW, None)).unwrap();
    assert_eq!(play.refused(NOW, strike(0)), "no-entry");
    assert_eq!(play.refused(NOW, strike(9)), "no-entry");
    assert_eq!(play.refused(NOW, strike(1)), "not-struck");
    assert_eq!(play.refused(NOW, strike(3)), "not-struck");
    assert_eq!(play.refused(NOW, strike(4)), "strike-later");
    play.act(NOW, strike(5)).unwrap();
    assert_eq!(play.refused(NOW, strike(5)), "struck");
    assert_eq!(play.refused(NOW, strike(6)), "not-struck");
    play.act(NOW, strike(4)).unwrap();
    let mute = Act::Strike { entry: 4, person: "Anna".into(), reason: " ".into() };
    assert_eq!(play.refused(NOW, mute), "reason-missing");
}

#[test]
fn a_title_is_corrected() {
    let mut play = told();
    let title = |text: &str| Act::SetTitle { title: text.into(), reason: "it named a person".into() };
    assert_eq!(play.refused(NOW, title(" ")), "needed");
    play.act(NOW, title("Letter gone astray")).unwrap();
    assert_eq!(play.case().unwrap().title, "Letter gone astray");
}
