//! Whose a host is.

use super::fixture;
use crate::{Vendors, judge};
use facts::Via;

#[test]
fn identifiers_in_a_trackers_shape_to_an_own_server_are_a_gap() {
    let case = fixture::first("someone-elses-data");
    let gaps = |url: &str| {
        let (mut recording, mut sightings) = (case.recording(), case.sightings());
        sightings.truncate(1);
        sightings[0].host = None;
        let sent = recording.exchanges.iter_mut().find(|e| e.id == sightings[0].exchange).expect("an exchange");
        (sent.url, sent.body) = (url.to_owned(), None);
        let report = judge(&case.policy(), &recording, sightings, Vendors::builtin(), None);
        report.gaps.into_iter().filter(|g| g.why.contains("your own")).map(|g| g.what).collect::<Vec<_>>()
    };
    let google = gaps("https://sst.service.example/g/collect?v=2&tid=G-AB12CD34&em=tv.1~em.aa");
    assert_eq!(google, ["what sst.service.example does with requests in the shape of Google Analytics"]);
    assert_eq!(gaps("https://metrics.service.example/b/ss/suite/1/JS-2.22.0/s1?v7=aa").len(), 1);
    assert_eq!(gaps("https://api.service.example/collect?email=aa"), [""; 0], "no account, no path of its own");
    assert_eq!(gaps("https://www.google-analytics.com/g/collect?v=2&tid=G-1"), [""; 0], "no server of one's own");
}

#[test]
fn what_goes_to_an_alias_is_the_third_partys() {
    let report = fixture::first("tracker-alias").judge();
    let row = report.recipients.iter().find(|r| r.id == "adobe").expect("a row");
    assert_eq!(
        (row.via, row.third_party, row.hosts.as_slice()),
        (Via::Cname, true, &["data.service.example".into()][..])
    );
    assert_eq!(row.cname.as_deref(), Some("service.example.data.adobedc.net"));
    assert_eq!(report.sightings[0].recipient.as_deref(), Some("adobe"));
    let rules: std::collections::BTreeSet<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
    assert!(rules.contains("undeclared-personal-data"), "{rules:?}");
}

#[test]
fn a_name_that_leads_to_a_domain_of_the_users_list_is_that_trackers() {
    let text = fixture::FIXTURES.iter().find(|(name, _)| *name == "tracker-alias").expect("it is there").1;
    let case = fixture::cases("tracker-alias", text).into_iter().find(|c| c.name == "a domain that nobody names");
    let case = case.expect("it is there");
    let list = crate::Trackers::read("own.txt", "||mittarinet.example^\n").unwrap();
    let vendors = Vendors::builtin().clone().with_trackers(list);
    let report = judge(&case.policy(), &case.recording(), Vec::new(), &vendors, None);
    let row = report.recipients.iter().find(|r| r.id == "mittarinet.example").unwrap();
    assert_eq!((row.via, row.cname.as_deref()), (Via::Cname, Some("service.mittarinet.example")));
    assert!(report.findings.iter().any(|f| f.rule == "tracker-alias"), "{:#?}", report.findings);
}

#[test]
fn a_list_the_user_brings_names_those_the_tables_do_not_know() {
    let text = fixture::FIXTURES.iter().find(|(name, _)| *name == "consent-ignored").expect("it is there").1;
    let case =
        fixture::cases("consent-ignored", text).into_iter().find(|c| c.name == "pictures follow nobody").unwrap();
    let list = crate::Trackers::read("own.txt", "||bildlager.example^\n").unwrap();
    let vendors = Vendors::builtin().clone().with_trackers(list);
    let report = judge(&case.policy(), &case.recording(), Vec::new(), &vendors, None);
    let row = report.recipients.iter().find(|r| r.id == "bildlager.example").unwrap();
    assert_eq!(row.listed.as_deref(), Some("own.txt"));
    assert!(report.findings.iter().any(|f| f.rule == "consent-ignored" && f.facts["category"] == "tracker"));
    assert!(case.judge().recipients.iter().all(|r| r.listed.is_none()));
}

#[test]
fn the_users_list_is_asked_before_those_that_are_shipped() {
    let builtin = Vendors::builtin();
    assert_eq!(builtin.recipient("collect.wizaly.com").listed.as_deref(), Some("EasyPrivacy"));
    assert_eq!(builtin.recipient("cdn.ntv.io").listed.as_deref(), Some("CNAME trackers"));
    assert_eq!(builtin.recipient("www.facebook.com").listed, None, "a row of the tables says more");
    let own = crate::Trackers::read("own.txt", "||ntv.io^\n@@||collect.wizaly.com^\n").unwrap();
    let vendors = builtin.clone().with_trackers(own);
    assert_eq!(vendors.recipient("cdn.ntv.io").listed.as_deref(), Some("own.txt"));
    assert_eq!(vendors.recipient("collect.wizaly.com").listed, None, "the user says it is none");
    assert_eq!(vendors.recipient("wizaly.com").listed.as_deref(), Some("EasyPrivacy"));
}

/// What the browser's network log alone tells: a connection is a contact without a request, a name only a name, and both
/// have a recipient.
#[test]
fn connections_and_names_without_a_request_are_told_as_what_they_are() {
    let case = fixture::first("forbidden-zone");
    let page = Some("https://app.service.example/m/7".to_owned());
    let ahead = |method: &str, url: &str| facts::Exchange {
        id: url.into(),
        method: method.into(),
        url: url.into(),
        page: page.clone(),
        seen_by: vec!["net-log".into()],
        ..facts::Exchange::default()
    };
    let mut recording = case.recording();
    recording.exchanges =
        vec![ahead("CONNECT", "https://pre.third.example/"), ahead("DNS", "dns://canary1.name.tracker.example")];
    let mut sighting = case
        .sightings()
        .first()
        .cloned()
        .unwrap_or_else(|| fixture::first("someone-elses-data").sightings()[0].clone());
    sighting.exchange = "dns://canary1.name.tracker.example".into();
    sighting.host = None;
    let report = judge(&case.policy(), &recording, vec![sighting], Vendors::builtin(), None);
    let rows: Vec<_> = report.recipients.iter().map(|r| (r.id.as_str(), r.requests, r.hosts.join(" "))).collect();
    let expected = [
        ("third.example", 1, "pre.third.example".to_owned()),
        ("tracker.example", 0, "canary1.name.tracker.example".to_owned()),
    ];
    assert_eq!(rows, expected);
    assert_eq!(report.sightings[0].recipient.as_deref(), Some("tracker.example"));
    let zone: Vec<_> = report.findings.iter().filter(|f| f.rule == "forbidden-zone").collect();
    let fact = |name: &str| zone[0].facts[name].as_str();
    assert_eq!(
        (zone.len(), fact("contact"), fact("count"), fact("hosts")),
        (1, "connection", "1", "pre.third.example")
    );
    // What carried data to a name is told as any data sent there; the name alone is no contact.
    let of_name = report.findings.iter().filter(|f| f.recipient.as_deref() == Some("tracker.example"));
    assert!(of_name.clone().count() > 0 && of_name.clone().all(|f| !f.sightings.is_empty()), "{:#?}", report.findings);
}
