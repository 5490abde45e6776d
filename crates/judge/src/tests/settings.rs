//! Rules about vendors' switches, and what a declaration says of them.

use super::fixture::{self, FIXTURES};
use crate::{Vendors, check, judge};

#[test]
fn the_account_of_a_json_body_joins_what_is_served_and_what_is_seen() {
    let case = fixture::first("automatic-matching-on");
    let recording = case.recording();
    let page = recording.exchanges[0].page.clone();
    let exchange = |id: &str, url: &str, body: Option<&str>, serves: Option<&str>| facts::Exchange {
        id: id.into(),
        url: url.into(),
        page: page.clone(),
        method: "POST".into(),
        body: body.map(|b| b.as_bytes().to_vec()),
        response: serves.map(|s| facts::Response { status: 200, body: Some(s.into()), ..facts::Response::default() }),
        ..facts::Exchange::default()
    };
    let served = r#"{"AutoAdvancedMatching":{"auto_email":true}}"#;
    let to = "https://analytics.tiktok.com/api/v2/pixel";
    let accounts = |bodies: &[&str]| {
        let config = "https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=C1ABCDEF";
        let events = bodies.iter().enumerate().map(|(n, b)| exchange(&format!("t{n}"), to, Some(b), None));
        let exchanges = [exchange("c", config, None, Some(served))].into_iter().chain(events).collect();
        let recording = facts::Recording { exchanges, ..recording.clone() };
        let report = judge(&case.policy(), &recording, Vec::new(), Vendors::builtin(), None);
        let on = report.findings.into_iter().filter(|f| f.rule == "automatic-matching-on");
        on.map(|f| (f.facts["account"].clone(), f.severity)).collect::<Vec<_>>()
    };
    let one = [("C1ABCDEF".to_owned(), facts::Severity::High)];
    let named = r#"{"context":{"pixel":{"code":"C1ABCDEF"},"user":{"auto_email":"aa"}}}"#;
    assert_eq!(accounts(&[named]), one);
    assert_eq!(accounts(&[r#"{"context":{"user":{"auto_email":"aa"}}}"#]), one, "the only one there is");
}

/// What stands under a key shows the switch of its kind too.
#[test]
fn a_key_shows_the_switch_of_its_own() {
    let case = fixture::first("automatic-matching-on");
    let mut recording = case.recording();
    let page = recording.exchanges[0].page.clone();
    recording.exchanges = vec![facts::Exchange {
        id: "t".into(),
        url: "https://analytics.tiktok.com/api/v2/pixel".into(),
        page,
        method: "POST".into(),
        body: Some(br#"{"context":{"pixel":{"code":"C1"},"user":{"auto_email":"aa"}}}"#.to_vec()),
        ..facts::Exchange::default()
    }];
    let report = judge(&case.policy(), &recording, Vec::new(), Vendors::builtin(), None);
    let on = report.settings.into_iter().filter(|s| s.observed.as_deref() == Some("on")).map(|s| s.setting);
    assert_eq!(on.collect::<Vec<_>>(), ["automatic-email", "automatic-matching"]);
}

#[test]
fn a_declared_switch_that_nothing_shows_is_a_gap() {
    let gaps = |name: &str| {
        let (_, text) = FIXTURES.iter().find(|(rule, _)| *rule == "setting-conflict").expect("fixture");
        let case = fixture::cases("setting-conflict", text).into_iter().find(|c| c.name == name).expect("case");
        case.judge().gaps.into_iter().map(|g| g.what).collect::<Vec<_>>()
    };
    let unshown = "setting `session-replay` of Sentry";
    assert_eq!(gaps("a recording declared off, errors alone went out"), [unshown]);
    assert!(gaps("a recording declared off, seen going out").is_empty());
}

/// It is nobody's switch: it has a row whoever it was declared for, with what reached it.
#[test]
fn a_promise_to_hash_has_a_row_with_what_was_seen() {
    let (_, text) = FIXTURES.iter().find(|(rule, _)| *rule == "plain-text-where-hash-declared").expect("fixture");
    let mut seen = std::collections::BTreeSet::new();
    for case in fixture::cases("plain-text-where-hash-declared", text) {
        let report = case.judge();
        let plain = report.findings.iter().any(|f| f.rule == "plain-text-where-hash-declared");
        for row in report.settings.iter().filter(|row| row.setting == "hash-identifiers") {
            assert_eq!((row.conflict, row.observed.as_deref() == Some("off")), (plain, plain), "{} {row:?}", case.name);
            seen.insert(plain);
        }
        let twice = |f: &facts::Finding| f.facts.get("setting").is_some_and(|s| s == "hash-identifiers");
        assert!(!report.findings.iter().any(twice), "{}", case.name);
    }
    assert!(seen.contains(&true), "{seen:?}");
}

#[test]
fn unknown_vendors_and_settings_are_refused_with_their_line_and_the_nearest_name() {
    let text = "[service]\nname = \"x\"\ncontroller = \"c\"\nstart = \"https://a.example/\"\n\n[[zone]]\nname = \"all\"\npages = [\"/*\"]\n\n\
                [[zone.recipient]]\nvendor = \"mata\"\nsettings = { automatic-matching = \"off\" }\n\n[[zone.recipient]]\nvendor = \"meta\"\nsettings = { automatic-maching = \"off\" }\n\n\
                [[zone.recipient]]\nvendor = \"connect.facebook.net\"\n\n[[zone.recipient]]\nvendor = \"cdn.bildlager.example\"\n\n\
                [[zone.recipient]]\nvendor = \"bildlager.example\"\nsettings = { hash-identifiers = \"on\" }\n";
    let among = text.replace("controller =", "controler =");
    let problems = declare::policy_and("sluss.toml", &among, |p| check::check(p, Vendors::builtin())).unwrap_err();
    assert!(problems.0.iter().any(|p| p.code == "unknown-key"), "{problems}");
    assert!(problems.0.iter().any(|p| p.code == "unknown-vendor"), "told among the others: {problems}");
    let policy = declare::policy("sluss.toml", text).expect("declare knows no vendors");
    let told: Vec<_> = check::check(&policy, Vendors::builtin())
        .into_iter()
        .map(|p| (p.place.line.unwrap_or(0), p.code, p.nearest.unwrap_or_default()))
        .collect();
    assert_eq!(
        told,
        [
            (11, "unknown-vendor", "meta".to_owned()),
            (16, "unknown-setting", "automatic-matching".to_owned()),
            (19, "vendor-by-host", String::new()),
            (22, "vendor-by-host", "bildlager.example".to_owned()),
        ]
    );
}

#[test]
fn a_vendor_may_be_named_by_its_domain() {
    let case = fixture::first("forbidden-zone");
    let mut policy = case.policy();
    policy.zones[0].recipients.push(declare::Allowed { vendor: "facebook.com".into(), ..declare::Allowed::default() });
    let report = judge(&policy, &case.recording(), Vec::new(), Vendors::builtin(), None);
    assert!(report.findings.iter().all(|f| f.rule != "forbidden-zone"), "{:#?}", report.findings);
    policy.zones[0].recipients[0].vendor = "tagbrygga.example".into();
    assert_eq!(check::by_id(&policy, Vendors::builtin()).zones[0].recipients[0].vendor, "tagbrygga");
    // several services share this one
    policy.zones[0].recipients[0].vendor = "google.com".into();
    let all: Vec<_> = check::by_id(&policy, Vendors::builtin()).zones.remove(0).recipients;
    for id in ["google", "google-maps", "google-other"] {
        assert!(all.iter().any(|a| a.vendor == id), "{all:#?}");
    }
    assert!(all.iter().all(|a| !a.vendor.contains('.')), "google.com is a row's own host: {all:#?}");
    // a cloud, and the one service in it that has a row
    policy.zones[0].recipients[0].vendor = "amazonaws.com".into();
    let all: Vec<_> = check::by_id(&policy, Vendors::builtin()).zones.remove(0).recipients;
    let cloud: Vec<_> = all.iter().map(|a| a.vendor.as_str()).filter(|v| *v != "meta").collect();
    assert_eq!(cloud, ["cloudwatch-rum", "amazonaws.com"]);
}

#[test]
fn a_configuration_that_cannot_be_read_is_a_gap() {
    let case = fixture::first("setting-conflict");
    let mut recording = case.recording();
    assert_eq!(case.judge().gaps, []);
    for exchange in &mut recording.exchanges {
        exchange.response = None;
    }
    let report = judge(&case.policy(), &recording, Vec::new(), Vendors::builtin(), None);
    assert_eq!(report.gaps.len(), 1, "{:?}", report.gaps);
    assert!(report.gaps[0].what.contains("automatic-matching"));
    assert!(report.settings.iter().all(|s| s.served.is_none()));
}
