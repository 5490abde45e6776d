//! What would change the answer: every single fact, tried with every value it can have.

use crate::assess::{Change, Verdict};
use crate::facts::BreachFacts;
use crate::rules::Rules;
use crate::tables::tables;

pub fn changes(rules: &Rules, facts: &BreachFacts) -> Vec<Change> {
    let view = rules.view(facts);
    let now = Verdict::quick(rules, &view);
    let lists = &tables().vocabulary.lists;
    let mut changes = Vec::new();
    for (fact, value) in candidates() {
        let Some(other) = view.with(fact, value, lists.contains(fact)) else { continue };
        let (notify_authority, communicate) = Verdict::quick(rules, &other);
        if (notify_authority, communicate) != now {
            changes.push(Change { fact: fact.clone(), value: value.clone(), notify_authority, communicate });
        }
    }
    changes
}

/// Facts a person may yet learn. What was breached and what happened are the case itself.
fn candidates() -> impl Iterator<Item = (&'static String, &'static String)> {
    let fixed = ["nature", "incident", "role", "discovered_by", "ruled_out", "restriction"];
    let open = tables().vocabulary.words.iter().filter(move |(fact, _)| !fixed.contains(&fact.as_str()));
    open.flat_map(|(fact, words)| words.iter().map(move |word| (fact, word)))
}
