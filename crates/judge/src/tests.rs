//! Every rule against its fixture, its name and its manual page.

mod contract;
mod fixture;
mod narrow;

use crate::rules::RULES;
use crate::{Vendors, check, judge};
use facts::{Finding, FindingState, Via};
use fixture::{Case, FIXTURES};

/// Names of the files in src/rules, made by build.rs.
const RULE_FILES: &[&str] = include!(concat!(env!("OUT_DIR"), "/rule_files.rs"));

/// Rule and text of every page in docs/rules, made by build.rs.
const MANUAL: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/manual.rs"));

#[test]
fn one_rule_one_name_in_code_fixture_and_manual() {
    assert!(RULES.is_sorted_by_key(|r| r.name));
    let files: Vec<String> = RULE_FILES.iter().filter(|f| **f != "mod").map(|f| f.replace('_', "-")).collect();
    let names: Vec<&str> = RULES.iter().map(|r| r.name).collect();
    assert_eq!(names, files, "rules and files");
    assert_eq!(names, FIXTURES.iter().map(|(name, _)| *name).collect::<Vec<_>>(), "rules and fixtures");
    assert_eq!(names, MANUAL.iter().map(|(name, _)| *name).collect::<Vec<_>>(), "rules and manual pages");
}

#[test]
fn the_manual_is_what_the_code_says() {
    for (rule, (name, written)) in RULES.iter().zip(MANUAL) {
        let page = rule.manual();
        assert_eq!(
            (rule.name, page.as_str()),
            (*name, *written),
            "run `cargo run -p sluss-judge --example rule-pages` and commit docs/rules"
        );
        let headings: Vec<&str> = page.lines().filter_map(|l| l.strip_prefix("## ")).collect();
        assert_eq!(headings, ["What it does", "Why it matters", "Example", "Known misses"], "{}", rule.name);
        let why = page.split("## ").find(|s| s.starts_with("Why")).expect("heading");
        assert!(["GDPR", "LEK"].iter().any(|source| why.contains(source)), "{}: no legal source", rule.name);
    }
}

#[test]
fn every_fixture_holds() {
    for (rule, text) in FIXTURES {
        let cases = fixture::cases(rule, text);
        assert!(cases.iter().any(|c| c.findings.is_empty()), "{rule}: no case that is fine");
        assert!(cases.iter().any(|c| !c.findings.is_empty()), "{rule}: no case that is not");
        for case in &cases {
            holds(rule, case);
        }
    }
}

fn holds(rule: &str, case: &Case) {
    let report = case.judge();
    let found: Vec<&Finding> =
        report.findings.iter().filter(|f| f.rule == rule && f.state != FindingState::Gone).collect();
    let name = format!("{rule}, {}", case.name);
    assert_eq!(found.len(), case.findings.len(), "{name}: {found:#?}");
    for wanted in &case.findings {
        assert!(found.iter().any(|f| wanted.is(f)), "{name}: {wanted:?} is not among {found:#?}");
    }
    for finding in found {
        assert!(finding.why.is_empty() && finding.id.len() == 16, "{name}: why and id");
        assert!(
            finding.sightings.iter().all(|i| *i < report.sightings.len()) && finding.sightings.is_sorted(),
            "{name}"
        );
    }
}

#[test]
fn ids_are_stable_and_tell_findings_apart() {
    for (rule, text) in FIXTURES {
        for case in fixture::cases(rule, text) {
            let (first, again) = (case.judge(), case.judge());
            assert_eq!(first, again);
            let ids: std::collections::BTreeSet<&str> = first.findings.iter().map(|f| f.id.as_str()).collect();
            assert_eq!(ids.len(), first.findings.len(), "{rule}, {}", case.name);
        }
    }
}

#[test]
fn a_second_run_knows_the_first() {
    let case = fixture::first("undeclared-personal-data");
    let before = case.judge();
    let again = judge(&case.policy(), &case.recording(), case.sightings(), Vendors::builtin(), Some(&before));
    assert!(again.findings.iter().all(|f| f.state == FindingState::Known), "{:#?}", again.findings);

    let nothing = judge(&case.policy(), &case.recording(), Vec::new(), Vendors::builtin(), Some(&before));
    let gone: Vec<&Finding> = nothing.findings.iter().filter(|f| f.rule == "undeclared-personal-data").collect();
    assert!(
        !gone.is_empty() && gone.iter().all(|f| f.state == FindingState::Gone && f.sightings.is_empty()),
        "{gone:#?}"
    );

    let third = judge(&case.policy(), &case.recording(), Vec::new(), Vendors::builtin(), Some(&nothing));
    assert!(third.findings.iter().all(|f| f.rule != "undeclared-personal-data"), "what was gone is not told again");
}

#[test]
fn what_was_not_looked_at_is_not_gone() {
    let case = fixture::first("undeclared-personal-data");
    let before = case.judge();
    let mut recording = case.recording();
    recording.runs.retain(|r| r.journey == "another");
    let now = judge(&case.policy(), &recording, Vec::new(), Vendors::builtin(), Some(&before));
    let carried: Vec<&Finding> = now.findings.iter().filter(|f| f.rule == "undeclared-personal-data").collect();
    assert!(!carried.is_empty());
    assert!(carried.iter().all(|f| f.state == FindingState::Known && f.not_looked_at && !f.stands()), "{carried:#?}");
    let again = judge(&case.policy(), &case.recording(), case.sightings(), Vendors::builtin(), Some(&now));
    assert!(again.findings.iter().all(Finding::stands), "looked at again, it counts again: {:#?}", again.findings);
}

#[test]
fn gone_is_said_only_where_the_evidence_stood() {
    for rule in
        ["setting-conflict", "form-listening", "unexplained-recipient", "automatic-matching-on", "tracker-alias"]
    {
        let case = fixture::first(rule);
        let before = case.judge();
        let now = |consent: facts::Consent, before: &facts::Report| {
            let mut recording = case.recording();
            recording.exchanges.truncate(1);
            recording.behaviours.clear();
            recording.runs.iter_mut().for_each(|r| r.consent = consent);
            let report = judge(&case.policy(), &recording, Vec::new(), Vendors::builtin(), Some(before));
            let found = report.findings.into_iter().find(|f| f.rule == rule).expect("carried over");
            (found.state, found.not_looked_at)
        };
        let then = before.runs[0].consent;
        let other = facts::Consent::ALL.into_iter().find(|c| *c != then).expect("another answer");
        assert_eq!(now(then, &before), (FindingState::Gone, false), "{rule}");
        assert_eq!(now(other, &before), (FindingState::Known, true), "{rule}");
        // A report of a version before says nothing of where such a finding stood: any of its runs may have been it.
        let mut older = before.clone();
        for finding in &mut older.findings {
            finding.facts.retain(|name, _| name != "journeys" && name != "consents");
        }
        assert_eq!(now(other, &older), (FindingState::Known, true), "{rule}, older");
    }
}

#[test]
fn other_pages_and_a_shyer_mode_do_not_make_a_finding_gone() {
    let case = fixture::first("undeclared-personal-data");
    let mut recording = case.recording();
    recording.mode = Some(facts::Mode::Fill);
    let before = judge(&case.policy(), &recording, case.sightings(), Vendors::builtin(), None);
    let state = |recording: &facts::Recording| {
        let now = judge(&case.policy(), recording, Vec::new(), Vendors::builtin(), Some(&before));
        now.findings.iter().find(|f| f.rule == "undeclared-personal-data").expect("carried over").state
    };
    assert_eq!(state(&recording), FindingState::Gone);
    let observed = facts::Recording { mode: Some(facts::Mode::Observe), ..recording.clone() };
    assert_eq!(state(&observed), FindingState::Known);
    recording.exchanges.clear();
    assert_eq!(state(&recording), FindingState::Known, "the page was not visited");
}

#[test]
fn noise_is_no_change() {
    let case = fixture::first("undeclared-personal-data");
    let before = case.judge();
    let state = |change: &dyn Fn(&mut Finding)| {
        let mut now = before.findings.clone();
        now.iter_mut().for_each(change);
        let compared = crate::baseline::compare(now, Some(&before), &case.recording(), "service");
        compared.iter().find(|f| f.rule == "undeclared-personal-data").expect("found").state
    };
    let set = |name: &'static str, value: &'static str| {
        move |f: &mut Finding| drop(f.facts.insert(name.to_owned(), value.to_owned()))
    };
    assert_eq!(state(&|_| {}), FindingState::Known);
    for (name, value) in [("how", "unknown"), ("initiator", ""), ("reasons", "not-hashed"), ("observed", "unknown")] {
        assert_eq!(state(&set(name, value)), FindingState::Known, "{name}");
    }
    assert_eq!(state(&|f: &mut Finding| f.severity = facts::Severity::Low), FindingState::Changed);
    assert_eq!(state(&set("disguise", "plain")), FindingState::Changed);
    assert_eq!(state(&set("consents", "")), FindingState::Changed, "it holds under fewer answers");
    assert_eq!(state(&set("consents", "accept, reject")), FindingState::Known, "of answers that both runs gave");
}

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
fn a_start_page_that_answers_with_an_error_shows_nothing() {
    let case = fixture::first("undeclared-personal-data");
    let before = case.judge();
    let mut recording = case.recording();
    assert_eq!(before.unseen, None);
    for (n, run) in recording.runs.clone().iter().enumerate() {
        let answer = |id: &str, url: &str, status, from: Option<&str>| facts::Exchange {
            id: format!("{id}{n}"),
            url: url.into(),
            redirected_from: from.map(|f| format!("{f}{n}")),
            response: Some(facts::Response { status, ..facts::Response::default() }),
            run: Some(facts::RunRef { journey: run.journey.clone(), consent: run.consent, step: None }),
            ..facts::Exchange::default()
        };
        recording.exchanges.push(answer("a", "https://app.service.example/", 302, None));
        recording.exchanges.push(answer("b", "https://app.service.example/gone", 404, Some("a")));
    }
    let report = judge(&case.policy(), &recording, Vec::new(), Vendors::builtin(), Some(&before));
    assert_eq!(report.unseen.as_deref(), Some("it answered 404"));
    assert!(report.findings.iter().all(|f| f.state != FindingState::Gone), "{:#?}", report.findings);
    recording.exchanges.pop();
    let one = judge(&case.policy(), &recording, Vec::new(), Vendors::builtin(), None);
    assert_eq!(one.unseen, None, "it answered in one of the runs");
    let nothing = facts::Recording {
        gaps: vec![facts::Gap {
            what: "journey `explore`, consent none".into(),
            why: "the audit was stopped before".into(),
        }],
        ..facts::Recording::default()
    };
    let report = judge(&case.policy(), &nothing, Vec::new(), Vendors::builtin(), None);
    assert_eq!(report.unseen.as_deref(), Some("nothing of the service was looked at"));
    let why = Some("it never finished loading, and shows nothing".to_owned());
    let steps = vec![facts::Step { name: "open /".into(), ok: false, why: why.clone(), ..facts::Step::default() }];
    let runs = vec![facts::Run { journey: "explore".into(), consent: facts::Consent::None, steps }];
    let blank = facts::Recording { runs, ..nothing };
    let report = judge(&case.policy(), &blank, Vec::new(), Vendors::builtin(), None);
    assert_eq!(report.unseen, why, "as its step says");
}

#[test]
fn whose_script_sent_it_is_told() {
    let case = fixture::first("someone-elses-data");
    let how = |script: &str| {
        let mut sightings = case.sightings();
        for sighting in &mut sightings {
            (sighting.key, sighting.initiator) = ("q".into(), Some(script.to_owned()));
        }
        let report = judge(&case.policy(), &case.recording(), sightings, Vendors::builtin(), None);
        let found = report.findings.into_iter().find(|f| f.rule == "someone-elses-data").expect("found");
        (found.facts["how"].clone(), found.facts["script_owner"].clone())
    };
    let told = |how: &str, owner: &str| (how.to_owned(), owner.to_owned());
    assert_eq!(how("https://app.service.example/invite:47:6"), told("given", ""));
    assert_eq!(how("https://app.service.example/app.js:47:6"), told("unknown", ""));
    assert_eq!(how("https://tag.fremmande.example/t.js:1:2"), told("another-script", "fremmande.example"));
    assert_eq!(how("https://connect.facebook.net/x.js:1:2"), told("unknown", ""));
}

#[test]
fn a_declared_switch_that_nothing_shows_is_a_gap() {
    let gaps = |name: &str| {
        let (_, text) = FIXTURES.iter().find(|(rule, _)| *rule == "setting-conflict").expect("fixture");
        let case = fixture::cases("setting-conflict", text).into_iter().find(|c| c.name == name).expect("case");
        case.judge().gaps.into_iter().map(|g| g.what).collect::<Vec<_>>()
    };
    let unshown = "setting `session-replay` of Sentry account ``";
    assert_eq!(gaps("a recording declared off, errors alone went out"), [unshown]);
    assert!(gaps("a recording declared off, seen going out").is_empty());
}

#[test]
fn a_plain_value_where_a_hash_was_is_a_change() {
    let case = fixture::first("undeclared-personal-data");
    let before = case.judge();
    let mut sightings = case.sightings();
    for sighting in &mut sightings {
        sighting.form = vec!["plain".into()];
    }
    let now = judge(&case.policy(), &case.recording(), sightings, Vendors::builtin(), Some(&before));
    let changed = now.findings.iter().find(|f| f.rule == "undeclared-personal-data").expect("found");
    assert_eq!(changed.state, FindingState::Changed);
}

#[test]
fn unknown_vendors_and_settings_are_refused_with_their_line_and_the_nearest_name() {
    let text = "[service]\nname = \"x\"\ncontroller = \"c\"\nstart = \"https://a.example/\"\n\n[[zone]]\nname = \"all\"\npages = [\"/*\"]\n\n\
                [[zone.recipient]]\nvendor = \"mata\"\n\n[[zone.recipient]]\nvendor = \"meta\"\nsettings = { automatic-maching = \"off\" }\n\n\
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
            (15, "unknown-setting", "automatic-matching".to_owned()),
            (18, "vendor-by-host", String::new()),
            (21, "vendor-by-host", "bildlager.example".to_owned()),
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
fn a_finding_says_where_the_audit_held_back_all_it_rests_on() {
    let case = fixture::first("undeclared-personal-data");
    let held = |held: bool| {
        let mut recording = case.recording();
        let by = if held { "held-back" } else { "fetch" };
        recording.exchanges.iter_mut().for_each(|e| e.seen_by = vec![by.into()]);
        let report = judge(&case.policy(), &recording, case.sightings(), Vendors::builtin(), None);
        report.findings.iter().find(|f| f.rule == "undeclared-personal-data").unwrap().facts.contains_key("held")
    };
    assert_eq!((held(true), held(false)), (true, false));
}

#[test]
fn sightings_are_placed_and_those_at_the_service_itself_left_out() {
    let case = fixture::first("someone-elses-data");
    let (mut recording, mut sightings) = (case.recording(), case.sightings());
    let typed = recording.canaries.iter_mut().find(|c| c.field == "#recipient-phone").expect("a phone");
    typed.also_in("#phone-again");
    let mut own = sightings[0].clone();
    own.host = Some("api.service.example".into());
    sightings.push(own);
    let report = judge(&case.policy(), &recording, sightings.clone(), Vendors::builtin(), None);
    assert_eq!(report.sightings.len(), sightings.len() - 1);
    let s = &report.sightings[1];
    assert_eq!(
        (s.recipient.as_deref(), s.zone.as_deref(), s.journey.as_deref()),
        (Some("meta"), Some("carers"), Some("invite"))
    );
    assert_eq!((s.field.as_deref(), s.step.as_deref()), (Some("#recipient-phone"), Some("click #send")));
    assert_eq!(s.fields().collect::<Vec<_>>(), ["#recipient-phone", "#phone-again"], "every field it may come from");
    assert_eq!(serde_json::to_value(s).unwrap()["further_fields"], serde_json::json!(["#phone-again"]));
    assert!(serde_json::to_value(&report.sightings[0]).unwrap().get("further_fields").is_none());
    let names: Vec<_> = report.recipients.iter().map(|r| (r.id.as_str(), r.third_party)).collect();
    assert_eq!(names, [("meta", true), ("service.example", false)]);
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

/// Names after `$` in a message and in the parts of sentences it refers to.
fn variables(words: &str, key: &str) -> std::collections::BTreeSet<String> {
    let start = words.find(&format!("\n{key} = ")).unwrap_or_else(|| panic!("no message {key}")) + 1;
    let more = |l: &&str| l.starts_with([' ', '}']);
    let rest = words[start..].lines().skip(1).take_while(more);
    let text: String = words[start..].lines().take(1).chain(rest).collect();
    let name = |s: &str| s.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>();
    let mut found: std::collections::BTreeSet<String> = text.split('$').skip(1).map(name).collect();
    for part in ["judge-disguise", "judge-how", "judge-change-at", "judge-contacts"] {
        if text.contains(&format!("{{ {part} }}")) {
            found.extend(variables(words, part));
        }
    }
    found
}

#[test]
fn every_sentence_gets_the_facts_it_needs() {
    let words = include_str!("../../../tables/words/en/judge.ftl");
    for (rule, text) in FIXTURES {
        assert!(!words[words.find(&format!("judge-{rule}-law = ")).expect("a law message")..].is_empty());
        for case in fixture::cases(rule, text) {
            for finding in case.judge().findings {
                for message in ["title", "why", "fix"] {
                    for name in variables(words, &format!("judge-{}-{message}", finding.rule)) {
                        assert!(finding.facts.contains_key(&name), "{} {message}: no fact `{name}`", finding.rule);
                    }
                }
                for reason in finding.facts["reasons"].split(", ").filter(|r| !r.is_empty()) {
                    assert!(
                        words.contains(&format!("\njudge-reason-{reason} = ")),
                        "{}: reason `{reason}`",
                        finding.rule
                    );
                }
            }
        }
    }
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
fn an_event_between_two_runs_is_told_once() {
    let before = fixture::first("new-host").judge();
    assert!(before.findings.iter().any(|f| f.rule == "new-host"));
    let case = fixture::first("new-host");
    let after = judge(&case.policy(), &case.recording(), case.sightings(), Vendors::builtin(), Some(&before));
    assert!(after.findings.iter().all(|f| f.rule != "new-host"), "{:#?}", after.findings);
}

#[test]
fn an_acceptance_holds_until_its_day_and_for_its_gravity() {
    let today = jiff::civil::date(2026, 11, 25);
    let report = fixture::first("undeclared-personal-data").judge();
    let finding = &report.findings[0];
    let row = |until, severity| facts::Acceptance {
        finding: finding.id.clone(),
        by: "Anna Exempel".into(),
        reason: "is being mended".into(),
        until,
        severity,
    };
    let outcome = |rows: &[facts::Acceptance]| {
        let mut report = report.clone();
        crate::accept(&mut report, rows, today);
        let f = report.findings.swap_remove(0);
        (f.state, f.accepted.is_some(), f.facts.get("acceptance").cloned().unwrap_or_default())
    };
    let yesterday = today.yesterday().expect("a day");
    assert_eq!(outcome(&[row(today, Some(finding.severity))]), (FindingState::Known, true, "holds".into()));
    assert_eq!(outcome(&[row(yesterday, None)]), (FindingState::New, false, "expired".into()));
    assert_eq!(outcome(&[row(yesterday, None), row(today, None)]), (FindingState::Known, true, "holds".into()));
    assert_eq!(finding.severity, facts::Severity::High);
    assert_eq!(outcome(&[row(today, Some(facts::Severity::Low))]), (FindingState::New, false, "graver".into()));
    assert_eq!(outcome(&[]), (FindingState::New, false, String::new()));
}

#[test]
fn two_services_never_share_an_id_and_older_baselines_still_match() {
    let case = fixture::first("undeclared-personal-data");
    let report = case.judge();
    let mut elsewhere = case.policy();
    elsewhere.service.name = "Another service".into();
    let other = judge(&elsewhere, &case.recording(), case.sightings(), Vendors::builtin(), None);
    assert_eq!(report.findings.len(), other.findings.len());
    assert!(report.findings.iter().all(|f| other.findings.iter().all(|o| o.id != f.id)));

    // As a version before wrote them: what the id is made from, without the service.
    let mut before = report.clone();
    before.findings.iter_mut().enumerate().for_each(|(n, f)| f.id = format!("{n:016x}"));
    let mut now = report.findings.clone();
    let service = crate::report::service(report.service.as_deref(), &report.start);
    now.iter_mut().enumerate().for_each(|(n, f)| f.id = crate::finding::of_service(&service, &format!("{n:016x}")));
    let compared = crate::baseline::compare(now, Some(&before), &case.recording(), &service);
    assert_eq!(compared.len(), report.findings.len(), "none is gone, none is there twice");
    assert!(compared.iter().all(|f| f.state == FindingState::Known), "{compared:#?}");
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
