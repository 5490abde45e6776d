//! The facts as conditions see them: by path, with "not known" kept apart from "no".

use crate::expr::Truth;
use crate::facts::BreachFacts;
use crate::rules::Implied;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Words that state that something is not known (yet). `cannot-assess` is final for confidentiality: the exposure is
/// real and stays unexplained; for unintelligibility it leaves the protection unproven.
pub fn says_unknown(fact: &str, word: &str) -> bool {
    match word {
        "undetermined" | "not-yet-known" | "to-be-determined" => true,
        "unknown" => fact == "cause",
        "cannot-assess" => fact == "unintelligible",
        _ => false,
    }
}

#[derive(Clone)]
pub struct View {
    words: BTreeMap<String, Known>,
    numbers: BTreeMap<String, f64>,
    ruled_out: BTreeSet<String>,
}

#[derive(Clone, Default)]
struct Known {
    words: Vec<String>,
    /// These are all there are.
    whole: bool,
}

impl View {
    /// `special` is the list of words that `special-categories` in `ruled_out` stands for; `implied` the words that
    /// make a kind of breach part of `nature`, named there or not.
    pub fn new(facts: &BreachFacts, special: &BTreeSet<String>, implied: &Implied) -> Self {
        let mut ruled_out: BTreeSet<String> = facts.ruled_out.iter().flatten().cloned().collect();
        if ruled_out.contains("special-categories") {
            ruled_out.extend(special.iter().cloned());
        }
        let mut view = Self { words: BTreeMap::new(), numbers: BTreeMap::new(), ruled_out };
        view.read("", &serde_json::to_value(facts).unwrap_or_default());
        for (kind, marks) in implied {
            if marks.iter().any(|(fact, words)| view.any(fact, words) == Truth::Yes) {
                view.words.entry("nature".to_owned()).or_default().words.push(kind.clone());
            }
        }
        view
    }

    fn read(&mut self, path: &str, value: &Value) {
        match value {
            Value::Object(map) => map.iter().for_each(|(key, value)| {
                let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                self.read(&below, value);
            }),
            Value::Number(number) => {
                self.numbers.insert(path.to_owned(), number.as_f64().unwrap_or_default());
            }
            Value::Bool(yes) => self.set(path, vec![yes.to_string()]),
            Value::String(word) => self.set(path, vec![word.clone()]),
            Value::Array(list) => self.set(path, list.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
            Value::Null => {}
        }
    }

    fn set(&mut self, fact: &str, mut words: Vec<String>) {
        let all = words.len();
        words.retain(|word| !says_unknown(fact, word));
        // A breach of nothing is a breach whose nature is not known yet.
        let whole = words.len() == all && !(fact == "nature" && all == 0);
        self.words.insert(fact.to_owned(), Known { words, whole });
    }

    /// The facts with one word more (a list) or with another word. None where nothing changes.
    pub fn with(&self, fact: &str, word: &str, is_list: bool) -> Option<Self> {
        let before = self.words.get(fact).cloned().unwrap_or_default();
        if before.words.iter().any(|w| w == word) {
            return None;
        }
        let mut words = if is_list { before.words } else { Vec::new() };
        words.push(word.to_owned());
        let mut other = self.clone();
        other.set(fact, words);
        Some(other)
    }

    pub fn any(&self, fact: &str, words: &BTreeSet<String>) -> Truth {
        let known = self.words.get(fact);
        if known.is_some_and(|k| k.words.iter().any(|w| words.contains(w))) {
            return Truth::Yes;
        }
        let open = words.iter().any(|w| !self.ruled_out.contains(w));
        if known.is_some_and(|k| k.whole) || !open { Truth::No } else { Truth::Unknown }
    }

    pub fn only(&self, fact: &str, words: &BTreeSet<String>) -> Truth {
        let Some(known) = self.words.get(fact) else { return Truth::Unknown };
        if known.words.iter().any(|w| !words.contains(w)) {
            return Truth::No;
        }
        // An empty list of kinds of data says nothing about what they are.
        if known.whole && !known.words.is_empty() { Truth::Yes } else { Truth::Unknown }
    }

    /// The least and the most a number can be.
    fn range(&self, fact: &str) -> (Option<f64>, Option<f64>) {
        let number = |path: &str| self.numbers.get(path).copied();
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
