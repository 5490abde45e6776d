//! Refusals for the facts of a breach: which field, what was found, what would be right.

use crate::tables::tables;
use facts::{Place, Problem, Problems, nearest};
use serde_json::Value;
use std::ops::Range;

const OBJECTS: [&str; 4] = ["availability", "people", "recipients", "mitigation"];
/// Fields of the root that are neither words nor numbers.
const PLAIN: [&str; 2] = ["schema", "subgroups"];

pub struct Checker<'a> {
    source: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
    /// How many people there are in all, at most.
    most: Option<f64>,
    /// In front of every path: `subgroups[2].facts.`
    prefix: String,
}

impl<'a> Checker<'a> {
    pub fn new(source: &'a str, text: &'a str) -> Self {
        Self { source, text, problems: Vec::new(), most: None, prefix: String::new() }
    }

    pub fn done(self) -> Result<(), Problems> {
        if self.problems.is_empty() { Ok(()) } else { Err(Problems(self.problems)) }
    }

    /// Checks the root (empty `prefix`) or what a subgroup overrides.
    pub fn facts(&mut self, value: &Value, prefix: &str) {
        self.prefix = prefix.to_owned();
        let Some(object) = value.as_object() else {
            let message =
                format!("`{}` has to be an object with facts", if prefix.is_empty() { self.source } else { prefix });
            return self.refuse("", "facts-object", &message, Some(kind(value)), &["{\"nature\": […], …}".to_owned()]);
        };
        if prefix.is_empty() {
            let people = |key: &str| value.pointer(&format!("/people/{key}")).and_then(Value::as_f64);
            self.most = people("count").or(people("max"));
            self.root(value);
        }
        for (key, value) in object {
            self.field("", key, value);
        }
        self.amounts(value);
        self.contradictions(value);
    }

    fn root(&mut self, value: &Value) {
        match value.get("schema") {
            None => {}
            Some(Value::String(schema)) if schema == crate::BreachFacts::SCHEMA => {}
            Some(other) => {
                let found = other.as_str().map_or_else(|| kind(other), str::to_owned);
                self.refuse(
                    "schema",
                    "schema",
                    "this program reads another schema",
                    Some(found),
                    &["sluss/facts/1".into()],
                );
            }
        }
        if value.get("nature").is_none_or(|n| n.as_array().is_some_and(Vec::is_empty)) {
            let allowed = tables().vocabulary.words["nature"].clone();
            self.refuse("nature", "facts-nature", "`nature` is missing: what was breached?", None, &allowed);
        }
    }

    fn field(&mut self, parent: &str, key: &str, value: &Value) {
        let path = if parent.is_empty() { key.to_owned() } else { format!("{parent}.{key}") };
        let vocabulary = &tables().vocabulary;
        if OBJECTS.contains(&path.as_str()) {
            return self.object(&path, value);
        }
        if path == "people.countries" {
            return self.countries(value);
        }
        if path == "subgroups" && self.prefix.is_empty() {
            return self.subgroups(value, self.most);
        }
        if path == "schema" && self.prefix.is_empty() {
            return;
        }
        if let Some(words) = vocabulary.words.get(&path) {
            return self.words(&path, value, words);
        }
        if vocabulary.is_number(&path) {
            return self.number(&path, value);
        }
        if vocabulary.truths.contains(&path) {
            if !value.is_boolean() {
                self.refuse(
                    &path,
                    "facts-type",
                    "true or false is expected",
                    Some(kind(value)),
                    &["true".into(), "false".into()],
                );
            }
            return;
        }
        if key.starts_with("record") {
            let message = format!("`{}{path}`: facts count people, not records", self.prefix);
            let right = ["people.count".to_owned(), "the item `records-number` of the notification".to_owned()];
            return self.refuse_found(&path, "facts-records", &message, key, &right);
        }
        let known = self.known_keys(parent);
        let message = format!("unknown field `{}{path}`", self.prefix);
        self.refuse_found(&path, "facts-field", &message, key, &known);
    }

    fn known_keys(&self, parent: &str) -> Vec<String> {
        let mut keys = tables().vocabulary.keys(parent);
        if parent.is_empty() {
            keys.extend(OBJECTS.iter().map(|k| (*k).to_owned()));
            if self.prefix.is_empty() {
                keys.extend(PLAIN.iter().map(|k| (*k).to_owned()));
            }
        }
        if parent == "people" {
            keys.push("countries".to_owned());
        }
        keys
    }

    fn object(&mut self, path: &str, value: &Value) {
        match value.as_object() {
            Some(object) => object.iter().for_each(|(key, value)| self.field(path, key, value)),
            None => self.refuse(path, "facts-type", "an object is expected", Some(kind(value)), &[]),
        }
    }

    fn words(&mut self, path: &str, value: &Value, words: &[String]) {
        if !tables().vocabulary.lists.contains(path) {
            return match value.as_str() {
                Some(word) => self.word(path, word, words),
                None => self.refuse(path, "facts-type", "one word is expected", Some(kind(value)), words),
            };
        }
        let Some(list) = value.as_array() else {
            return self.refuse(path, "facts-type", "a list of words is expected", Some(kind(value)), words);
        };
        for item in list {
            match item.as_str() {
                Some(word) => self.word(path, word, words),
                None => self.refuse(path, "facts-type", "a word is expected", Some(kind(item)), words),
            }
        }
    }

    fn word(&mut self, path: &str, word: &str, words: &[String]) {
        let vocabulary = &tables().vocabulary;
        let listed = || vocabulary.lists.iter().any(|list| vocabulary.words[list].iter().any(|w| w == word));
        if words.iter().any(|w| w == word) || path == "ruled_out" && listed() {
            return;
        }
        let slip = nearest(word, words).is_some_and(|near| strsim_near(near, word));
        if vocabulary.open.contains(path) && !slip && is_kebab(word) {
            return;
        }
        let message = format!("`{}{path}` does not know this word", self.prefix);
        self.refuse_found(path, "facts-word", &message, word, words);
    }

    fn number(&mut self, path: &str, value: &Value) {
        let Some(number) = value.as_f64() else {
            return self.refuse(path, "facts-type", "a number is expected", Some(kind(value)), &[]);
        };
        let vocabulary = &tables().vocabulary;
        let whole = vocabulary.whole.contains(path);
        let found = Some(value.to_string());
        if number < 0.0 {
            let what = if whole { "a count" } else { "a duration" };
            self.refuse(path, "facts-negative", &format!("{what} cannot be negative"), found, &["≥ 0".into()]);
        } else if whole && number > vocabulary.most_people {
            self.refuse(path, "facts-too-many", "there are not so many people; are these records?", found, &[]);
        }
    }

    fn countries(&mut self, value: &Value) {
        let path = "people.countries";
        let Some(object) = value.as_object() else {
            return self.refuse(path, "facts-type", "an object is expected: country and count", Some(kind(value)), &[]);
        };
        for (code, count) in object {
            if tables().countries.contains(code) {
                self.number("people.count", count);
            } else {
                let allowed: Vec<String> = tables().countries.iter().cloned().collect();
                let message = format!("`{}{path}` does not know this country", self.prefix);
                self.refuse_found(path, "country", &message, code, &allowed);
                // Any two letters are near to some country's.
                self.problems.iter_mut().filter(|p| p.code == "country").for_each(|p| p.nearest = None);
            }
        }
    }

    /// A group has a name of its own, and is not larger than all people together.
    fn among(&mut self, before: &[Value], group: &Value, path: &str, most: Option<f64>) {
        let name = group["name"].as_str().unwrap_or_default().trim();
        let is_same = |other: &Value| other["name"].as_str().is_some_and(|n| n.trim() == name);
        if !name.is_empty() && before.iter().any(is_same) {
            self.refuse_found(path, "subgroup-twice", &format!("`{path}` has the name of another group"), name, &[]);
        }
        let people = ["count", "min"].map(|key| group.pointer(&format!("/facts/people/{key}")).and_then(Value::as_f64));
        if let (Some(own), Some(most)) = (people[0].or(people[1]), most)
            && own > most
        {
            let message = format!("`{path}` has more people than there are in all");
            self.refuse(path, "subgroup-more", &message, Some(own.to_string()), &[format!("at most {most}")]);
        }
    }

    fn subgroups(&mut self, value: &Value, most: Option<f64>) {
        let Some(list) = value.as_array() else {
            return self.refuse("subgroups", "facts-type", "a list of subgroups is expected", Some(kind(value)), &[]);
        };
        for (i, group) in list.iter().enumerate() {
            self.prefix.clear();
            let keys = ["name".to_owned(), "facts".to_owned()];
            let path = format!("subgroups[{i}]");
            self.among(&list[..i], group, &path, most);
            if group.get("name").and_then(Value::as_str).is_none_or(|n| n.trim().is_empty()) {
                self.refuse(&path, "subgroup-name", &format!("`{path}` has no name"), None, &[]);
            }
            for key in group.as_object().into_iter().flat_map(|o| o.keys()).filter(|k| !keys.contains(k)) {
                self.refuse_found(&path, "facts-field", &format!("unknown field `{path}.{key}`"), key, &keys);
            }
            match group.get("facts") {
                Some(facts) => self.facts(facts, &format!("{path}.facts.")),
                None => self.refuse(&path, "subgroup-facts", &format!("`{path}` has no facts"), None, &[]),
            }
        }
        self.prefix.clear();
    }

    /// Numbers that cannot be true together.
    fn amounts(&mut self, value: &Value) {
        let people = |key: &str| value.pointer(&format!("/people/{key}")).and_then(Value::as_f64);
        let (count, min, max) = (people("count"), people("min"), people("max"));
        if let (Some(min), Some(max)) = (min, max)
            && min > max
        {
            let found = format!("min {min}, max {max}");
            self.refuse("people.min", "facts-range", "`people.min` is more than `people.max`", Some(found), &[]);
        }
        if count.is_some_and(|c| min.is_some_and(|m| c < m) || max.is_some_and(|m| c > m)) {
            let found = count.map(|c| c.to_string());
            self.refuse(
                "people.count",
                "facts-range",
                "`people.count` lies outside `people.min` to `people.max`",
                found,
                &[],
            );
        }
        let countries = value.pointer("/people/countries").and_then(Value::as_object);
        let sum: f64 = countries.into_iter().flat_map(|c| c.values()).filter_map(Value::as_f64).sum();
        if let Some(most) = count.or(max)
            && countries.is_some()
            && sum > most
        {
            let found = format!("{sum} by country, {most} in all");
            self.refuse(
                "people.countries",
                "facts-sum",
                "the countries hold more people than there are in all",
                Some(found),
                &[],
            );
        }
    }

    /// What was disclosed was disclosed to somebody.
    fn nobody(&mut self, value: &Value) {
        let word = |pointer: &str| value.pointer(pointer).and_then(Value::as_str);
        if word("/recipients/who") != Some("none") {
            return;
        }
        let count = value.pointer("/recipients/count").and_then(Value::as_f64).filter(|n| *n > 0.0);
        let disclosed = word("/confidentiality") == Some("exfiltrated");
        if disclosed || count.is_some() {
            let found = count.map_or("confidentiality `exfiltrated`".to_owned(), |n| format!("count {n}"));
            let message = "`recipients.who` says nobody, the other facts say somebody";
            let allowed = &tables().vocabulary.words["recipients.who"][1..];
            self.refuse("recipients.who", "facts-nobody", message, Some(found), allowed);
        }
    }

    /// What is listed cannot be ruled out.
    fn contradictions(&mut self, value: &Value) {
        self.nobody(value);
        let words = |pointer: &str| -> Vec<String> {
            let list = value.pointer(pointer).and_then(Value::as_array);
            list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        let special = &tables().rules.names.sets["special"];
        let listed: Vec<String> =
            ["/data", "/context", "/people/groups", "/consequences"].into_iter().flat_map(words).collect();
        for out in words("/ruled_out") {
            let hit = listed.iter().find(|w| **w == out || (out == "special-categories" && special.contains(*w)));
            if let Some(word) = hit {
                let message = format!("`{word}` is listed and ruled out at once");
                self.refuse("ruled_out", "facts-contradiction", &message, Some(out.clone()), &[]);
            }
        }
    }

    fn refuse_found(&mut self, path: &str, code: &'static str, message: &str, found: &str, allowed: &[String]) {
        self.refuse(path, code, message, Some(found.to_owned()), allowed);
    }

    fn refuse(&mut self, path: &str, code: &'static str, message: &str, found: Option<String>, allowed: &[String]) {
        let mark = found.as_deref().and_then(|f| self.find(f, 0)).or_else(|| self.find_path(path));
        let place = match mark {
            Some(range) => Place::span(self.source, self.text, range),
            None => Place::source(self.source),
        };
        let message =
            if message.contains('`') { message.to_owned() } else { format!("`{}{path}`: {message}", self.prefix) };
        let mut problem = Problem::new(place, code, message);
        problem.found = found;
        self.problems.push(if allowed.is_empty() { problem } else { problem.allowed(allowed) });
    }

    /// Where a word stands in quotes in the text, from a place on.
    fn find(&self, word: &str, from: usize) -> Option<Range<usize>> {
        let quoted = format!("\"{word}\"");
        let at = self.text.get(from..)?.find(&quoted).filter(|_| !word.is_empty())?;
        Some(from + at..from + at + quoted.len())
    }

    /// Where the last part of a path stands, after the parts before it.
    fn find_path(&self, path: &str) -> Option<Range<usize>> {
        path.split('.').try_fold(0..0, |before: Range<usize>, key| self.find(key, before.end))
    }
}

/// A word of an open list that is this near to a known one is a slip, not a new word.
fn strsim_near(known: &str, word: &str) -> bool {
    known.len().abs_diff(word.len()) <= 2 && nearest(word, &[known]).is_some() && shared(known, word) + 3 >= known.len()
}

fn shared(a: &str, b: &str) -> usize {
    let front = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let back = a.bytes().rev().zip(b.bytes().rev()).take_while(|(x, y)| x == y).count();
    front + back
}

fn is_kebab(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a word",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
    .to_owned()
}
