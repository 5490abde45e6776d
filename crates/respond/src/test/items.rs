//! What may be answered to an item of the notification, and how it is shown.

use super::case::{Play, ts};
use crate::{Act, FieldValue, ItemStatus, Shown, notification};

const NOW: &str = "2026-04-02T17:00:00Z";

fn known(item: &str, text: &str) -> Act {
    Act::SetItem { item: item.into(), status: ItemStatus::Known, text: text.into(), number: None, files: Vec::new() }
}

fn with_files(item: &str, files: &[&str]) -> Act {
    let files = files.iter().map(|f| (*f).to_owned()).collect();
    Act::SetItem { item: item.into(), status: ItemStatus::Known, text: "".into(), number: None, files }
}

fn shown(play: &Play, field: &str) -> Shown {
    match notification(&play.case().unwrap(), ts(NOW)).field(field).unwrap().value.clone() {
        FieldValue::Known { value } => value,
        other => panic!("{field}: {other:?}"),
    }
}

#[test]
fn a_closed_list_takes_its_words_only_and_they_have_labels() {
    let mut play = Play::started();
    let problem = play.problem(NOW, known("severity", "quite bad"));
    assert_eq!(
        (problem.code, problem.allowed),
        ("item-option", vec!["minor".into(), "moderate".into(), "severe".into()])
    );
    play.act(NOW, known("severity", "moderate")).unwrap();
    assert_eq!(shown(&play, "severity"), Shown::Words(vec!["respond-option-severity-moderate".into()]));
    assert_eq!(crate::answer_key("severity", "moderate").as_deref(), Some("respond-option-severity-moderate"));
    assert_eq!(crate::answer_key("systems", "moderate"), None);
}

#[test]
fn a_time_is_one_that_can_be_and_a_day_alone_stays_a_day() {
    let mut play = Play::started();
    for (text, code) in [("in April", "moment"), ("2026-02-30", "no-such-day"), ("2026-05-01", "in-future")] {
        assert_eq!(play.refused(NOW, known("told-by-other-at", text)), code, "{text}");
    }
    play.act(NOW, known("told-by-other-at", "2026-04-01")).unwrap();
    assert_eq!(play.case().unwrap().items["told-by-other-at"].text.open(), Some("2026-04-01"));
    let mut facts = play.case().unwrap().facts;
    facts.discovered_by = Some("processor".into());
    play.act(NOW, Act::SetFacts { facts, source: "the caller".into(), origins: vec![] }).unwrap();
    assert_eq!(shown(&play, "told-by-other-at"), Shown::Day("2026-04-01".parse().unwrap()));
    play.act(NOW, known("told-by-other-at", "2026-04-01T17:30")).unwrap();
    let Shown::Moment(at) = shown(&play, "told-by-other-at") else { panic!("a moment") };
    assert_eq!(at.timestamp(), ts("2026-04-01T15:30:00Z"), "on the clocks of the case");
}

#[test]
fn a_count_is_a_number_and_whether_it_is_exact_is_asked() {
    let mut play = Play::started();
    let gap = |play: &Play, id: &str| notification(&play.case().unwrap(), ts(NOW)).gaps.iter().any(|g| g == id);
    assert_eq!(play.refused(NOW, known("records-number", "about a hundred")), "item-number");
    assert!(!gap(&play, "records-number-exactness"), "of no number it is not asked");
    play.act(NOW, known("records-number", "90 000")).unwrap();
    assert_eq!(shown(&play, "records-number"), Shown::Number(90_000.0));
    assert!(gap(&play, "records-number-exactness"));
    play.act(NOW, known("records-number-exactness", "approximate")).unwrap();
    assert!(!gap(&play, "records-number-exactness"));

    let mut people = |count: Option<f64>, min: Option<f64>, approximate: Option<bool>| {
        let mut facts = play.case().unwrap().facts;
        facts.people = Some(crate::People { count, min, approximate, ..crate::People::default() });
        play.act(NOW, Act::SetFacts { facts, source: "a count".into(), origins: vec![] }).unwrap();
        notification(&play.case().unwrap(), ts(NOW)).field("people-number-exactness").unwrap().value.clone()
    };
    let word = |word: &str| FieldValue::Known {
        value: Shown::Words(vec![format!("respond-option-people-number-exactness-{word}")]),
    };
    assert_eq!(people(None, None, None), FieldValue::NotApplicable);
    assert_eq!(people(Some(12.0), None, None), FieldValue::Unknown { promised: None }, "never guessed");
    assert_eq!(people(Some(12.0), None, Some(false)), word("exact"));
    assert_eq!(people(Some(12.0), None, Some(true)), word("approximate"));
    assert_eq!(people(None, Some(10.0), None), word("approximate"), "between two is no exact number");
}

#[test]
fn files_of_the_case_are_named_as_annexes_and_no_others() {
    let mut play = Play::started();
    let attach = Act::Attach { name: "log.txt".into(), digest: "ab12".into(), what: "log of the server".into() };
    play.act(NOW, attach).unwrap();
    let problem = play.problem(NOW, with_files("attachments", &["other.txt"]));
    assert_eq!((problem.code, problem.allowed), ("item-file", vec!["log.txt".to_owned()]));
    assert_eq!(play.refused(NOW, with_files("systems", &["log.txt"])), "item-files");
    play.act(NOW, with_files("attachments", &["log.txt"])).unwrap();
    assert_eq!(play.case().unwrap().items["attachments"].files, ["ab12"], "a name becomes the digest it is kept under");
    assert_eq!(shown(&play, "attachments"), Shown::Texts(vec!["log.txt: log of the server".into()]));
    assert_eq!(play.refused(NOW, known("attachments", " ")), "reason-missing");
}
