//! A run to which third parties gave no script or configuration.

use super::fixture;
use crate::{Vendors, judge};
use facts::{Exchange, Finding, FindingState, Gap, Recording, Report, Response, Sighting};

const SCRIPT: &str = "https://connect.facebook.net/en_US/fbevents.js";
const MANAGER: &str = "https://www.googletagmanager.com/gtm.js";

fn case() -> fixture::Case {
    fixture::first("setting-conflict")
}

fn judged(recording: &Recording, sightings: Vec<Sighting>, before: Option<&Report>) -> Report {
    judge(&case().policy(), recording, sightings, Vendors::builtin(), before)
}

/// The fixture's pixel, with the script that loads it and the tag manager that loads that.
fn whole() -> Recording {
    let mut recording = case().recording();
    let like = recording.exchanges.iter().find(|e| e.id == "cfg").expect("a configuration").clone();
    let script = |id: &str, url: &str, stack: &[&str]| Exchange {
        id: id.into(),
        url: format!("{url}?v=1"),
        headers: vec![("Sec-Fetch-Dest".into(), "script".into())],
        stack: stack.iter().map(|s| format!("{s}:1:1")).collect(),
        ..like.clone()
    };
    recording.exchanges.extend([script("s", SCRIPT, &[MANAGER]), script("m", MANAGER, &[])]);
    recording
}

/// With this one refused, and without what it would have brought.
fn refused(id: &str, status: Option<u16>) -> Recording {
    let mut recording = whole();
    let chain = ["page", "m", "s", "cfg"];
    let left = chain.iter().position(|c| *c == id).expect("one of them");
    recording.exchanges.retain(|e| chain[..=left].contains(&e.id.as_str()));
    let exchange = recording.exchanges.iter_mut().find(|e| e.id == id).expect("the one");
    exchange.response = status.map(|status| Response { status, mime: "text/plain".into(), ..Response::default() });
    recording
}

fn the<'r>(report: &'r Report, rule: &str) -> &'r Finding {
    report.findings.iter().find(|f| f.rule == rule).unwrap_or_else(|| panic!("{rule}: {:#?}", report.findings))
}

#[test]
fn what_rests_on_what_did_not_come_is_not_gone_and_comes_back_as_nothing_new() {
    let before = judged(&whole(), case().sightings(), None);
    let back = |before: &Report| {
        let again = judged(&whole(), case().sightings(), Some(before));
        assert!(again.findings.iter().all(|f| f.state == FindingState::Known && f.stands()), "{:#?}", again.findings);
        assert_eq!(again.earlier, facts::Earlier::default());
    };
    for (id, status) in [("s", Some(500)), ("s", None), ("cfg", Some(503)), ("cfg", Some(200)), ("m", Some(404))] {
        let poor = judged(&refused(id, status), Vec::new(), Some(&before));
        let found = the(&poor, "setting-conflict");
        assert_eq!((found.state, found.not_looked_at), (FindingState::Known, true), "{id} {status:?}");
        let poorer = judged(&refused(id, status), Vec::new(), Some(&poor));
        assert!(the(&poorer, "setting-conflict").not_looked_at, "{id} {status:?}: the next run knows no better");
        back(&poor);
        back(&poorer);
    }
    let mut gone = whole();
    gone.exchanges.retain(|e| e.id == "page");
    let gone = judged(&gone, Vec::new(), Some(&before));
    assert_eq!(the(&gone, "setting-conflict").state, FindingState::Gone, "it was asked for nowhere");
    assert_eq!(gone.earlier, facts::Earlier::default());
}

#[test]
fn a_script_is_missing_only_on_the_page_that_went_without() {
    let before = judged(&whole(), case().sightings(), None);
    let looked = |pages: [&str; 2]| {
        let mut flaky = refused("s", Some(500));
        let failed = flaky.exchanges.iter_mut().find(|e| e.id == "s").expect("the script");
        failed.page = Some(pages[0].into());
        let response = Some(Response { status: 200, ..Response::default() });
        let came = Exchange { id: "again".into(), page: Some(pages[1].into()), response, ..failed.clone() };
        flaky.exchanges.push(came);
        !the(&judged(&flaky, Vec::new(), Some(&before)), "setting-conflict").not_looked_at
    };
    let (stood, other) = ("https://app.service.example/invite", "https://app.service.example/m/other");
    assert!(looked([stood, stood]) && looked([other, stood]));
    assert!(!looked([stood, other]));
}

#[test]
fn a_servers_error_for_a_script_is_a_gap() {
    let gap =
        |script: &str, why: &str| Gap::new(format!("what {script} would have done"), why).cut_by(facts::Cut::Unloaded);
    assert!(judged(&refused("s", Some(500)), Vec::new(), None).gaps.contains(&gap(SCRIPT, "it answered 500")));
    // One that nobody knows is a gap once it came.
    let own = "https://cdn.partner.example/p.js";
    let mut recording = whole();
    recording.exchanges.iter_mut().find(|e| e.id == "s").expect("the script").url = own.into();
    let before = judged(&recording, Vec::new(), None);
    recording.exchanges.iter_mut().find(|e| e.id == "s").expect("the script").response.as_mut().expect("one").status =
        404;
    let gap = gap(own, "it answered 404");
    assert!(!judged(&recording, Vec::new(), None).gaps.contains(&gap));
    assert!(judged(&recording, Vec::new(), Some(&before)).gaps.contains(&gap));
}
