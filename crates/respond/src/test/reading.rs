//! What is refused in the facts of a breach, and with what words.

use crate::facts;
use ::facts::Problem;

fn problems(text: &str) -> Vec<Problem> {
    facts("facts.json", text).expect_err(text).0
}

#[test]
fn wrong_facts_are_refused_with_code_and_hint() {
    let cases = [
        (r#"{"nature":["confidentiality"],"peple":{}}"#, "facts-field", Some("people")),
        (r#"{"nature":["confidentialty"]}"#, "facts-word", Some("confidentiality")),
        (r#"{"nature":[]}"#, "facts-nature", None),
        (r#"{"confidentiality":"likely"}"#, "facts-nature", None),
        (r#"{"nature":["integrity"],"data":"basic"}"#, "facts-type", None),
        (r#"{"nature":["integrity"],"data":["healt"]}"#, "facts-word", Some("health")),
        (r#"{"nature":["integrity"],"people":{"count":-1}}"#, "facts-negative", None),
        (r#"{"nature":["integrity"],"people":{"min":20,"max":3}}"#, "facts-range", None),
        (r#"{"nature":["integrity"],"people":{"count":1,"min":3}}"#, "facts-range", None),
        (r#"{"nature":["integrity"],"people":{"count":90000000000}}"#, "facts-too-many", None),
        (r#"{"nature":["integrity"],"people":{"records":3}}"#, "facts-records", None),
        (r#"{"nature":["integrity"],"people":{"count":"many"}}"#, "facts-type", None),
        (r#"{"nature":["integrity"],"people":{"countries":{"XX":3}}}"#, "country", None),
        (r#"{"nature":["integrity"],"people":{"count":3,"countries":{"SE":3,"FI":2}}}"#, "facts-sum", None),
        (r#"{"nature":["availability"],"availability":{"hours":-0.1}}"#, "facts-negative", None),
        (r#"{"nature":["availability"],"availability":{"effekt":"none"}}"#, "facts-field", Some("effect")),
        (r#"{"nature":["confidentiality"],"incident":["ransomwar"]}"#, "facts-word", Some("ransomware")),
        (r#"{"nature":["confidentiality"],"incident":["ransomwear"]}"#, "facts-word", Some("ransomware")),
        (r#"{"nature":["confidentiality"],"ruled_out":["foo"]}"#, "facts-word", None),
        (
            r#"{"nature":["confidentiality"],"data":["health"],"ruled_out":["special-categories"]}"#,
            "facts-contradiction",
            None,
        ),
        (
            r#"{"nature":["confidentiality"],"context":["targeted"],"ruled_out":["targeted"]}"#,
            "facts-contradiction",
            None,
        ),
        (r#"{"schema":"sluss/facts/2","nature":["integrity"]}"#, "schema", Some("sluss/facts/1")),
        (r#"{"nature":["integrity"],"mitigation":{"disproportionate_effort":"yes"}}"#, "facts-type", None),
        (r#"{"nature":["integrity"],"subgroups":[{"facts":{}}]}"#, "subgroup-name", None),
        (r#"{"nature":["integrity"],"subgroups":[{"name":"a","facts":{"dta":[]}}]}"#, "facts-field", Some("data")),
        (
            r#"{"nature":["integrity"],"people":{"count":5},"subgroups":[{"name":"a","facts":{"people":{"count":10}}}]}"#,
            "subgroup-more",
            None,
        ),
        (
            r#"{"nature":["integrity"],"subgroups":[{"name":"a","facts":{}},{"name":"a ","facts":{}}]}"#,
            "subgroup-twice",
            None,
        ),
        (r#"["nature"]"#, "facts-object", None),
        (r#"{"nature":"#, "not-json", None),
    ];
    for (text, code, hint) in cases {
        let found = problems(text);
        assert_eq!(found[0].code, code, "{text}: {}", found[0]);
        assert_eq!(found[0].nearest.as_deref(), hint, "{text}");
        assert!(!found[0].message.is_empty());
    }
}

#[test]
fn a_refusal_names_the_line_and_underlines_the_word() {
    let text = "{\n \"nature\": [\"confidentiality\"],\n \"data_detail\": \"richh\"\n}";
    let found = &problems(text)[0];
    assert_eq!((found.place.line, found.place.column, found.place.width), (Some(3), Some(17), 7));
    assert_eq!(found.nearest.as_deref(), Some("rich"));
}

#[test]
fn all_problems_are_told_at_once() {
    let found = problems(r#"{"nature":["x"],"people":{"count":-1},"dta":[]}"#);
    let mut codes: Vec<&str> = found.iter().map(|p| p.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["facts-field", "facts-negative", "facts-word"]);
}

#[test]
fn what_the_contract_allows_is_read() {
    let text = r#"{"nature":["availability"],"availability":{"kind":"temporary","hours":30.5},"incident":["some-new-kind"],
        "people":{"count":120.0,"countries":{"SE":100,"FI-AX":20}},"ruled_out":["special-categories","misuse-observed","education"],"context":[]}"#;
    let read = facts("t", text).unwrap();
    assert_eq!(read.people.as_ref().unwrap().count, Some(120.0));
    assert_eq!(read.context, Some(vec![]));
    let again = facts("t", &serde_json::to_string(&read).unwrap()).unwrap();
    assert_eq!(again, read);
}

#[test]
fn a_subgroup_overrides_what_it_names() {
    let text = r#"{"nature":["confidentiality"],"data":["basic"],"people":{"min":100,"max":200,"groups":["employees"]},
        "subgroups":[{"name":"ten","facts":{"data":["health"],"people":{"count":10}}}]}"#;
    let read = facts("t", text).unwrap();
    let own = read.of(&read.subgroups[0]);
    let people = own.people.unwrap();
    assert_eq!((people.count, people.min, people.max), (Some(10.0), None, None));
    assert_eq!(people.groups, Some(vec!["employees".to_owned()]));
    assert_eq!(own.data, Some(vec!["health".to_owned()]));
}

#[test]
fn records_are_not_people_and_nobody_is_not_somebody() {
    let code = |text: &str| facts("t", text).unwrap_err().0[0].code;
    assert_eq!(code(r#"{"nature":["confidentiality"],"people":{"records":5}}"#), "facts-records");
    assert_eq!(code(r#"{"nature":["confidentiality"],"records_count":5}"#), "facts-records");
    assert_eq!(code(r#"{"nature":["confidentiality"],"recipients":{"who":"none","count":3}}"#), "facts-nobody");
    let disclosed = r#"{"nature":["confidentiality"],"confidentiality":"exfiltrated","recipients":{"who":"none"}}"#;
    assert_eq!(code(disclosed), "facts-nobody");
}

#[test]
fn numbers_may_be_fractions() {
    let read = facts("t", r#"{"nature":["integrity"],"people":{"count":90000.4},"recipients":{"count":1.5}}"#).unwrap();
    assert_eq!(read.people.and_then(|p| p.count), Some(90000.4));
}
