//! Both formats held against their public schemas, written out here as tables: what each object must and may hold. SARIF:
//! OASIS sarif-schema-2.1.0.json; JUnit: what both junit-10.xsd of the Jenkins xUnit plugin and the older JUnit.xsd of Apache Ant
//! take. The schemas themselves are not vendored.

use super::{escape, junit, sarif};
use facts::{Acceptance, FindingState, Gap, Report, Severity};
use serde_json::Value;

/// Name, required, allowed besides. Only what this program writes is listed: anything else is told.
const OBJECTS: [(&str, &[&str], &[&str]); 15] = [
    ("log", &["version", "runs"], &["$schema"]),
    ("run", &["tool"], &["invocations", "results"]),
    ("tool", &["driver"], &[]),
    ("driver", &["name"], &["version", "rules"]),
    // § 3.49.7: no `name` that is the id once more.
    ("rule", &["id"], &["shortDescription", "fullDescription", "help"]),
    ("description", &["text"], &[]),
    ("help", &["text"], &["markdown"]),
    ("invocation", &["executionSuccessful"], &["toolExecutionNotifications"]),
    ("notification", &["message"], &["level"]),
    ("message", &["text"], &[]),
    ("result", &["message"], &["ruleId", "level", "baselineState", "partialFingerprints", "locations", "suppressions"]),
    ("location", &[], &["physicalLocation"]),
    ("physicalLocation", &["artifactLocation"], &["region"]),
    ("artifactLocation", &["uri"], &[]),
    ("suppression", &["kind"], &["status", "justification"]),
];

/// What lies under a property of an object: another object, or a list of them.
const BELOW: [(&str, &str); 17] = [
    ("runs", "run"),
    ("tool", "tool"),
    ("driver", "driver"),
    ("rules", "rule"),
    ("shortDescription", "description"),
    ("fullDescription", "description"),
    ("help", "help"),
    ("invocations", "invocation"),
    ("toolExecutionNotifications", "notification"),
    ("message", "message"),
    ("results", "result"),
    ("locations", "location"),
    ("physicalLocation", "physicalLocation"),
    ("artifactLocation", "artifactLocation"),
    ("suppressions", "suppression"),
    ("region", "region"),
    ("partialFingerprints", "strings"),
];

const WORDS: [(&str, &[&str]); 4] = [
    ("level", &["none", "note", "warning", "error"]),
    ("baselineState", &["new", "unchanged", "updated", "absent"]),
    ("kind", &["inSource", "external"]),
    ("status", &["accepted", "underReview", "rejected"]),
];

fn holds(name: &str, value: &Value) {
    let object = value.as_object().unwrap_or_else(|| panic!("`{name}` is no object: {value}"));
    match name {
        "region" => assert!(object.iter().all(|(k, v)| k == "startLine" && v.as_u64().is_some_and(|n| n >= 1))),
        "strings" => assert!(object.values().all(Value::is_string)),
        _ => {
            let (_, required, allowed) = OBJECTS.iter().find(|(n, ..)| *n == name).unwrap_or_else(|| panic!("{name}"));
            assert!(
                required.iter().all(|key| object.contains_key(*key)),
                "`{name}` lacks one of {required:?}: {value}"
            );
            let strange = object.keys().find(|k| !required.contains(&k.as_str()) && !allowed.contains(&k.as_str()));
            assert_eq!(strange, None, "in `{name}`");
        }
    }
    for (key, inner) in object {
        if let Some((_, words)) = WORDS.iter().find(|(k, _)| k == key) {
            assert!(words.contains(&inner.as_str().unwrap_or_default()), "`{key}`: {inner}");
        }
        let below = BELOW.iter().find(|(k, _)| k == key);
        match (below, inner) {
            (Some((_, one)), Value::Array(all)) => all.iter().for_each(|v| holds(one, v)),
            (Some((_, one)), other) => holds(one, other),
            (None, other) => assert!(!other.is_object() && !other.is_array(), "`{key}` is not in the table"),
        }
    }
}

/// Every state, severity and acceptance, and a gap.
fn reports() -> Vec<Report> {
    let sample: Report = serde_json::from_str(include_str!("../../../paper/samples/report.json")).unwrap();
    let mut all = vec![sample.clone()];
    for (state, severity) in [
        (FindingState::New, Severity::Low),
        (FindingState::Known, Severity::Medium),
        (FindingState::Changed, Severity::High),
        (FindingState::Gone, Severity::High),
    ] {
        let mut report = sample.clone();
        report.gaps.push(Gap::new("a <page> & \"more\"", "\u{1}\u{7f} none"));
        report.findings[0].state = state;
        report.findings[0].severity = severity;
        let (finding, until) = (report.findings[0].id.clone(), jiff::civil::date(2027, 1, 31));
        let (by, reason) = ("Anna <Exempel>".into(), "is \"mended\" & gone".into());
        report.findings[0].accepted = Some(Acceptance { finding, by, reason, until, severity: None });
        all.push(report);
    }
    let none = Report { findings: Vec::new(), sightings: Vec::new(), ..sample };
    all.push(Report { unseen: Some("it answered 503".into()), ..none.clone() });
    all.push(none);
    all
}

#[test]
fn sarif_keeps_the_schema() {
    for report in reports() {
        for declaration in [None, Some("sluss.toml")] {
            let log = sarif(&report, declaration, &[]);
            holds("log", &log);
            assert_eq!(log["version"], "2.1.0");
            let results = log["runs"][0]["results"].as_array().unwrap();
            assert_eq!(results.len(), report.findings.len());
            let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
            for result in results {
                assert!(rules.iter().any(|r| r["id"] == result["ruleId"]));
            }
        }
    }
}

#[test]
fn sarif_explains_its_rules_and_points_into_the_declaration() {
    let report = &reports()[0];
    let of = |f: &facts::Finding| Some((f.recipient.clone()?, f.zone.clone().unwrap_or_default(), 7));
    let named = report.findings.iter().position(|f| of(f).is_some()).unwrap();
    let lines = [of(&report.findings[named]).unwrap()];
    let log = sarif(report, Some("sluss.toml"), &lines);
    let run = &log["runs"][0];
    let start = |n: usize| &run["results"][n]["locations"][0]["physicalLocation"]["region"]["startLine"];
    assert_eq!(start(named), 7);
    let rule = &run["tool"]["driver"]["rules"][0];
    let short = rule["shortDescription"]["text"].as_str().unwrap();
    assert!(short.ends_with('.') && short.len() < 300 && !short.contains('\n'), "{short}");
    assert!(rule["fullDescription"]["text"].as_str().unwrap().starts_with(short.trim_end_matches('.')), "{rule}");
    assert!(rule["help"]["markdown"].as_str().unwrap().contains("## Known misses"), "{rule}");
}

type Names = &'static [&'static str];

/// Element, required attributes, allowed attributes, elements inside in their order.
const ELEMENTS: [(&str, Names, Names, Names); 8] = [
    (
        "testsuite",
        &["name", "tests", "failures", "errors", "time", "timestamp", "hostname"],
        &["skipped"],
        &["properties", "testcase", "system-out", "system-err"],
    ),
    ("properties", &[], &[], &[]),
    ("testcase", &["name", "classname", "time"], &[], &["skipped", "error", "failure"]),
    ("error", &["type"], &["message"], &[]),
    ("failure", &["type"], &["message"], &[]),
    ("skipped", &[], &["type", "message"], &[]),
    ("system-out", &[], &[], &[]),
    ("system-err", &[], &[], &[]),
];

/// Type of an attribute, as the schemas have them: whole numbers, decimals, a local time without a zone, tokens.
fn fits(attribute: &str, value: &str) -> bool {
    match attribute {
        "tests" | "failures" | "errors" | "skipped" => value.parse::<u64>().is_ok(),
        "time" => value.bytes().all(|b| b.is_ascii_digit() || b == b'.') && value.parse::<f64>().is_ok(),
        "timestamp" => value.len() == 19 && value.parse::<jiff::civil::DateTime>().is_ok(),
        "hostname" => !value.is_empty() && !value.contains(char::is_whitespace),
        _ => true,
    }
}

fn is_valid(node: roxmltree::Node<'_, '_>) {
    let name = node.tag_name().name();
    let (_, required, allowed, inside) = ELEMENTS.iter().find(|(n, ..)| *n == name).expect(name);
    for attribute in node.attributes() {
        let known = required.contains(&attribute.name()) || allowed.contains(&attribute.name());
        assert!(known && fits(attribute.name(), attribute.value()), "{name} {attribute:?}");
    }
    assert!(required.iter().all(|a| node.has_attribute(*a)), "{name}");
    let places = node.children().filter(roxmltree::Node::is_element).map(|child| {
        is_valid(child);
        inside.iter().position(|n| child.has_tag_name(*n)).unwrap_or_else(|| panic!("{child:?} in {name}"))
    });
    let places: Vec<usize> = places.collect();
    assert!(places.is_sorted(), "{name}: {places:?}");
    // Each element but `testcase` stands once, and a case has one outcome.
    let once = |n: &str| places.iter().filter(|p| inside[**p] == n).count();
    match name {
        "testsuite" => assert!(["properties", "system-out", "system-err"].iter().all(|n| once(n) == 1)),
        "testcase" => assert!(places.len() <= 1),
        _ => {}
    }
}

#[test]
fn junit_keeps_the_schema() {
    for report in reports() {
        let xml = junit(&report);
        let document = roxmltree::Document::parse(&xml).unwrap_or_else(|e| panic!("{e}: {xml}"));
        let suite = document.root_element();
        assert!(suite.has_tag_name("testsuite"));
        is_valid(suite);
        let number = |name: &str| suite.attribute(name).unwrap().parse::<usize>().unwrap();
        let count = |name: &str| suite.descendants().filter(|n| n.has_tag_name(name)).count();
        assert_eq!((number("tests"), number("failures")), (count("testcase"), count("failure")));
        let unseen = usize::from(report.unseen.is_some());
        assert_eq!((number("skipped"), number("errors"), count("error")), (count("skipped"), unseen, unseen));
    }
}

#[test]
fn text_cannot_break_out_of_an_attribute() {
    assert_eq!(escape("a\"<b>&\u{1}"), "a&quot;&lt;b&gt;&amp; ");
}
