//! What would change the answer: every single fact, tried with every value it can have.

use crate::assess::{Answer, Change, Verdict, covers_everybody};
use crate::facts::BreachFacts;
use crate::rules::Rules;
use crate::tables::tables;
use crate::view::{View, says_unknown};
use serde_json::Value;

/// The two answers of [`crate::proposal`], without their reasons: for many cases at once.
pub fn answers(facts: &BreachFacts) -> (Answer, Answer) {
    let rules = &tables().rules;
    Whole::of(rules, facts).answer(|part| Verdict::quick(rules, &part.view))
}

pub fn changes(rules: &Rules, facts: &BreachFacts) -> Vec<Change> {
    let whole = Whole::of(rules, facts);
    let now = whole.answer(|part| Verdict::quick(rules, &part.view));
    let lists = &tables().vocabulary.lists;
    let mut changes = Vec::new();
    for (fact, value) in candidates() {
        let is_list = lists.contains(fact);
        let with = |part: &Part| {
            let other = if part.names(fact) { None } else { part.view.with(fact, value, is_list) };
            Verdict::quick(rules, other.as_ref().unwrap_or(&part.view))
        };
        let (notify_authority, communicate) = whole.answer(with);
        if (notify_authority, communicate) != now && can_be(facts, fact, value, is_list) {
            changes.push(Change { fact: fact.clone(), value: value.clone(), notify_authority, communicate });
        }
    }
    changes
}

/// The groups whose answers make the whole's.
struct Whole(Vec<Part>);

/// One of them: its facts, and those it has for itself.
struct Part {
    view: View,
    own: Value,
}

impl Whole {
    fn of(rules: &Rules, facts: &BreachFacts) -> Self {
        let groups: Vec<(BreachFacts, Value)> =
            facts.subgroups.iter().map(|s| (facts.of(s), s.facts.clone())).collect();
        let everybody = covers_everybody(facts, groups.iter().map(|(facts, _)| facts));
        let rest = (!everybody).then(|| Part { view: rules.view(facts), own: Value::Null });
        let parts = groups.into_iter().map(|(facts, own)| Part { view: rules.view(&facts), own });
        Self(rest.into_iter().chain(parts).collect())
    }

    /// The strictest of its parts.
    fn answer(&self, of: impl Fn(&Part) -> (Answer, Answer)) -> (Answer, Answer) {
        let each = self.0.iter().map(of);
        each.fold((Answer::No, Answer::No), |(n, c), (notify, communicate)| (n.max(notify), c.max(communicate)))
    }
}

impl Part {
    fn names(&self, fact: &str) -> bool {
        self.own.pointer(&format!("/{}", fact.replace('.', "/"))).is_some()
    }
}

/// Whether the facts with this value are facts of one and the same breach.
fn can_be(facts: &BreachFacts, fact: &str, word: &str, is_list: bool) -> bool {
    let mut all = serde_json::to_value(facts).unwrap_or_default();
    let place = fact.split('.').fold(&mut all, |place, key| &mut place[key]);
    let word = word.parse::<bool>().map_or_else(|_| Value::from(word), Value::from);
    match place {
        Value::Array(list) => list.push(word),
        _ if is_list => *place = Value::Array(vec![word]),
        _ => *place = word,
    }
    crate::facts("facts", &all.to_string()).is_ok()
}

/// Facts a person may yet learn. What was breached and what happened are the case itself.
fn candidates() -> impl Iterator<Item = (&'static String, &'static String)> {
    let fixed = ["nature", "incident", "role", "discovered_by", "ruled_out", "restriction"];
    let open = tables().vocabulary.words.iter().filter(move |(fact, _)| !fixed.contains(&fact.as_str()));
    let all = open.flat_map(|(fact, words)| words.iter().map(move |word| (fact, word)));
    all.filter(|(fact, word)| !says_unknown(fact, word))
}
