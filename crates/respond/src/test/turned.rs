//! No answer to an open question contradicts a duty that is called certain, and what a person must decide has a ground.

use super::any::{put, some_facts};
use super::cases::examples;
use crate::assess::proposal;
use crate::tables::tables;
use crate::view::says_unknown;
use crate::{Answer, BreachFacts, facts};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What a question can be answered with.
fn answers(fact: &str, now: Option<&Value>) -> Vec<Value> {
    let vocabulary = &tables().vocabulary;
    if vocabulary.is_number(fact) {
        return [0.0, 1.0, 25.0, 26.0, 101.0, 1001.0, 1e6].map(Value::from).into();
    }
    if vocabulary.truths.contains(fact) {
        return vec![json!(true), json!(false)];
    }
    let words = vocabulary.words[fact].iter().filter(|w| !says_unknown(fact, w));
    if !vocabulary.lists.contains(fact) {
        return words.map(|w| json!(w)).collect();
    }
    let listed = now.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let listed: Vec<&str> = listed.filter(|w| !says_unknown(fact, w)).collect();
    let more = words.map(|w| json!([listed.clone(), vec![w.as_str()]].concat()));
    more.chain([json!(listed)]).collect()
}

fn contradiction(read: &BreachFacts) -> Option<String> {
    let whole = serde_json::to_value(read).unwrap();
    let now = proposal(read);
    for question in &now.questions {
        let known = whole.pointer(&format!("/{}", question.fact.replace('.', "/")));
        for answer in answers(&question.fact, known) {
            let mut then = whole.clone();
            put(&mut then, &question.fact, answer.clone());
            let duties = proposal(&serde_json::from_value(then.clone()).unwrap()).duties;
            let pairs =
                [(now.duties.notify_authority, duties.notify_authority), (now.duties.communicate, duties.communicate)];
            let turns =
                |(before, after): &(Answer, Answer)| ![before, after].contains(&&Answer::Ask) && before != after;
            if pairs.iter().any(turns) && facts("then", &then.to_string()).is_ok() {
                return Some(format!("{} = {answer} turns {pairs:?} of {whole}", question.fact));
            }
        }
    }
    None
}

/// A duty that waits for a person: for an answer, or for weighing what speaks for it.
fn is_groundless(read: &BreachFacts) -> bool {
    let all = proposal(read);
    let lenient = ["lowers", "unlikely", "exempts", "pauses", "controller-decides"];
    let against = all.reasons.iter().any(|r| !lenient.contains(&r.effect.as_str()));
    all.duties.is_weighed() && all.questions.is_empty() && !against
}

#[test]
fn no_answer_contradicts_what_is_certain_of_an_example() {
    let list: Vec<Value> = serde_json::from_str(include_str!("../../../../corpus/cases/variants/list.json")).unwrap();
    let variants = list.iter().map(|v| facts("variant", &v["facts"].to_string()).unwrap());
    // Which answers would turn a duty hangs on few facts; these were met by chance.
    let met = facts("met", r#"{"nature":["availability"],"availability":{"effect":"none","restored_from":"paper"}}"#);
    let all = examples().into_iter().map(|e| e.facts).chain(variants).chain(met);
    let wrong: Vec<String> = all.filter_map(|facts| contradiction(&facts)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_answer_contradicts_what_is_certain(value in some_facts()) {
        if let Ok(read) = facts("any", &value.to_string()) {
            prop_assert_eq!(contradiction(&read), None);
            prop_assert!(!is_groundless(&read), "{}", value);
        }
    }
}
