//! What would change the answer: every single fact, tried with every value it can have.

use crate::assess::{Answer, Change, Verdict};
use crate::facts::BreachFacts;
use crate::rules::Rules;
use crate::tables::tables;
use serde_json::{Value, json};

pub fn changes(rules: &Rules, facts: &BreachFacts) -> Vec<Change> {
    let now = answers(rules, facts);
    let base = serde_json::to_value(facts).unwrap_or_default();
    let mut changes = Vec::new();
    for (fact, value) in candidates() {
        let Some(other) = with(&base, &fact, &value) else { continue };
        let then = answers(rules, &other);
        if then != now {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            changes.push(Change { fact, value, notify_authority: then.0, communicate: then.1 });
        }
    }
    changes
}

fn answers(rules: &Rules, facts: &BreachFacts) -> (Answer, Answer) {
    let duties = Verdict::of(rules, facts).duties();
    (duties.notify_authority, duties.communicate)
}

/// Facts a person may yet learn. What was breached and what happened are the case itself.
fn candidates() -> Vec<(String, Value)> {
    let vocabulary = &tables().vocabulary;
    let fixed = ["nature", "incident", "role", "discovered_by", "ruled_out", "restriction"];
    let open = vocabulary.words.iter().filter(|(fact, _)| !fixed.contains(&fact.as_str()));
    open.flat_map(|(fact, words)| words.iter().map(move |w| (fact.clone(), json!(w)))).collect()
}

/// The facts with one value more (a list) or with another value. None where nothing changes.
fn with(base: &Value, fact: &str, value: &Value) -> Option<BreachFacts> {
    let mut facts = base.clone();
    let mut slot = &mut facts;
    for key in fact.split('.') {
        if slot.is_null() {
            *slot = json!({});
        }
        slot = slot.as_object_mut()?.entry(key).or_insert(Value::Null);
    }
    let is_list = tables().vocabulary.lists.contains(fact);
    match slot {
        Value::Array(list) if list.contains(value) => return None,
        Value::Array(list) => list.push(value.clone()),
        slot if is_list => *slot = json!([value]),
        slot if slot == value => return None,
        slot => *slot = value.clone(),
    }
    serde_json::from_value(facts).ok()
}
