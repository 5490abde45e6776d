//! The facts as conditions see them: by path, with "not known" kept apart from "no".

use crate::expr::Truth;
use crate::facts::BreachFacts;
use serde_json::Value;
use std::collections::BTreeSet;

/// Words that state that something is not known (yet). `cannot-assess` is final for confidentiality: the exposure is
/// real and stays unexplained; for unintelligibility it leaves the protection unproven.
fn says_unknown(fact: &str, word: &str) -> bool {
    match word {
        "undetermined" | "not-yet-known" | "to-be-determined" => true,
        "unknown" => fact == "cause",
        "cannot-assess" => fact == "unintelligible",
        _ => false,
    }
}

pub struct View {
    facts: Value,
    ruled_out: BTreeSet<String>,
}

impl View {
    /// `special` is the list of words that `special-categories` in `ruled_out` stands for.
    pub fn new(facts: &BreachFacts, special: &BTreeSet<String>) -> Self {
        let mut ruled_out: BTreeSet<String> = facts.ruled_out.iter().flatten().cloned().collect();
        if ruled_out.contains("special-categories") {
            ruled_out.extend(special.iter().cloned());
        }
        Self { facts: serde_json::to_value(facts).unwrap_or_default(), ruled_out }
    }

    fn at(&self, fact: &str) -> Option<&Value> {
        fact.split('.').try_fold(&self.facts, |value, key| value.get(key))
    }

    /// The words of a fact, and whether that is all of them. None: nothing is known.
    fn words(&self, fact: &str) -> Option<(BTreeSet<&str>, bool)> {
        match self.at(fact)? {
            Value::String(word) if says_unknown(fact, word) => None,
            Value::String(word) => Some((BTreeSet::from([word.as_str()]), true)),
            Value::Bool(yes) => Some((BTreeSet::from([if *yes { "true" } else { "false" }]), true)),
            Value::Array(list) => {
                let all: BTreeSet<&str> = list.iter().filter_map(Value::as_str).collect();
                let known: BTreeSet<&str> = all.iter().copied().filter(|w| !says_unknown(fact, w)).collect();
                let whole = known.len() == all.len();
                Some((known, whole))
            }
            _ => None,
        }
    }

    pub fn any(&self, fact: &str, words: &BTreeSet<String>) -> Truth {
        let (known, whole) = self.words(fact).unwrap_or_default();
        if known.iter().any(|w| words.contains(*w)) {
            return Truth::Yes;
        }
        let open = words.iter().any(|w| !self.ruled_out.contains(w));
        if whole || !open { Truth::No } else { Truth::Unknown }
    }

    pub fn only(&self, fact: &str, words: &BTreeSet<String>) -> Truth {
        let Some((known, whole)) = self.words(fact) else { return Truth::Unknown };
        if known.iter().any(|w| !words.contains(*w)) {
            return Truth::No;
        }
        // An empty list of kinds of data says nothing about what they are.
        if whole && !known.is_empty() { Truth::Yes } else { Truth::Unknown }
    }

    /// The least and the most a number can be.
    fn range(&self, fact: &str) -> (Option<f64>, Option<f64>) {
        let number = |path: &str| self.at(path).and_then(Value::as_f64);
        if let Some(exact) = number(fact) {
            return (Some(exact), Some(exact));
        }
        match fact.strip_suffix(".count") {
            Some(parent) => (number(&format!("{parent}.min")), number(&format!("{parent}.max"))),
            None => (None, None),
        }
    }

    pub fn at_least(&self, fact: &str, n: f64) -> Truth {
        match self.range(fact) {
            (Some(least), _) if least >= n => Truth::Yes,
            (_, Some(most)) if most < n => Truth::No,
            _ => Truth::Unknown,
        }
    }

    pub fn at_most(&self, fact: &str, n: f64) -> Truth {
        match self.range(fact) {
            (_, Some(most)) if most <= n => Truth::Yes,
            (Some(least), _) if least > n => Truth::No,
            _ => Truth::Unknown,
        }
    }
}
