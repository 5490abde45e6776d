//! Every code this room gives to a face has its words in every language.

use crate::tables::tables;
use crate::{rule_book, vocabulary};
use std::collections::BTreeSet;

const LANGUAGES: [(&str, &str); 3] = [
    ("sv", include_str!("../../../../tables/words/sv/respond.ftl")),
    ("fi", include_str!("../../../../tables/words/fi/respond.ftl")),
    ("en", include_str!("../../../../tables/words/en/respond.ftl")),
];

fn keys(text: &str) -> BTreeSet<String> {
    text.lines().filter_map(|l| l.split_once(" = ")).map(|(key, _)| key.to_owned()).collect()
}

fn wanted() -> Vec<String> {
    let rules = &tables().rules;
    let reasons = rule_book().into_iter().map(|c| c.id.to_owned());
    let factors = rules.factors.iter().map(|f| f.id.clone()).chain(rules.exemptions.iter().map(|e| e.id.clone()));
    let mut keys: Vec<String> = reasons.chain(factors).map(|id| format!("respond-reason-{id}")).collect();
    for row in tables().form.sections.iter().flat_map(|s| &s.fields) {
        keys.push(format!("respond-field-{}", row.id));
        keys.extend(row.options.iter().map(|o| crate::option_key(&row.id, o)));
    }
    keys.extend(tables().form.items.iter().map(|i| format!("respond-item-{i}")));
    keys.extend(tables().deadlines.reading.iter().map(|r| format!("respond-reading-{}", r.id)));
    keys
}

#[test]
fn every_reason_field_option_and_reading_has_words_in_every_language() {
    let wanted = wanted();
    assert!(wanted.len() > 150, "{}", wanted.len());
    for (lang, text) in LANGUAGES {
        let there = keys(text);
        let missing: Vec<&String> = wanted.iter().filter(|k| !there.contains(*k)).collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}

#[test]
fn words_of_facts_are_named_after_their_field() {
    assert_eq!(crate::word_key("people.groups", "patients"), "web-people-groups-patients");
    assert!(vocabulary("people.groups").contains(&"patients".to_owned()) && vocabulary("people.count").is_empty());
}
