//! A run that looked at less than its baseline.

use super::fixture;
use crate::{Vendors, judge};
use facts::{Cut, Finding, FindingState, Gap, Recording, Report, Severity, Step};

const HOME: &str = "https://app.service.example/";
const INVITE: &str = "https://app.service.example/invite";

/// The recording with just these pages visited.
fn on(mut recording: Recording, pages: &[&str]) -> Recording {
    let step =
        |page: &&str| Step { name: format!("open {page}"), ok: true, page: Some((*page).into()), ..Step::default() };
    recording.runs.iter_mut().for_each(|run| run.steps = pages.iter().map(step).collect());
    recording
}

/// As `--pages` says where it cuts something off.
fn cut(mut recording: Recording) -> Recording {
    // Whatever the words are.
    recording.gaps.push(Gap::new("more pages", "enough").cut_by(Cut::Pages));
    recording
}

fn the<'r>(report: &'r Report, rule: &str) -> &'r Finding {
    report.findings.iter().find(|f| f.rule == rule).expect(rule)
}

#[test]
fn what_no_sighting_places_is_gone_only_where_all_pages_were_visited() {
    let case = fixture::first("form-listening");
    let full = on(case.recording(), &[HOME, INVITE]);
    let judged = |recording: &Recording, before: Option<&Report>| {
        judge(&case.policy(), recording, Vec::new(), Vendors::builtin(), before)
    };
    let before = judged(&full, None);
    let quiet = |recording: Recording| Recording { behaviours: Vec::new(), exchanges: Vec::new(), ..recording };
    let narrow = quiet(cut(on(case.recording(), &[HOME])));
    let state = |report: &Report| (the(report, "form-listening").state, the(report, "form-listening").not_looked_at);
    let once = judged(&narrow, Some(&before));
    assert_eq!(state(&once), (FindingState::Known, true));
    let twice = judged(&narrow, Some(&once));
    assert_eq!(state(&twice), (FindingState::Known, true), "the next run knows no better");
    assert_eq!(state(&judged(&quiet(full), Some(&twice))), (FindingState::Gone, false));
    let all_there_is = quiet(on(case.recording(), &[HOME]));
    assert_eq!(state(&judged(&all_there_is, Some(&before))), (FindingState::Gone, false), "the page is no more");
    let mut stopped = quiet(on(case.recording(), &[HOME, INVITE]));
    stopped.gaps.push(Gap::new("the rest of it", "enough").cut_by(Cut::Stopped));
    assert_eq!(state(&judged(&stopped, Some(&before))), (FindingState::Known, true));
}

#[test]
fn a_finding_is_no_less_grave_for_being_looked_at_less() {
    let case = fixture::first("setting-conflict");
    let full = on(case.recording(), &[HOME, INVITE]);
    let before = judge(&case.policy(), &full, case.sightings(), Vendors::builtin(), None);
    assert_eq!(the(&before, "setting-conflict").severity, Severity::High);
    let mut served = full;
    served.exchanges.retain(|e| e.id == "cfg");
    served.exchanges[0].page = Some(HOME.into());
    let now = |recording: &Recording, before: &Report| {
        let report = judge(&case.policy(), recording, Vec::new(), Vendors::builtin(), Some(before));
        let finding = the(&report, "setting-conflict").clone();
        (finding.state, finding.severity, finding.stands(), report)
    };
    let narrow = cut(on(served.clone(), &[HOME]));
    let (state, severity, stands, report) = now(&narrow, &before);
    assert_eq!((state, severity, stands), (FindingState::Known, Severity::High, true));
    let (state, severity, ..) = now(&narrow, &report);
    assert_eq!((state, severity), (FindingState::Known, Severity::High), "the next run knows no better");
    let (state, severity, ..) = now(&served, &before);
    assert_eq!((state, severity), (FindingState::Changed, Severity::Medium), "looked at again");
}
