//! The facts of a breach as a form and as a table: labels and words for every field of `sluss/facts/1`.

use crate::countries::{self, Countries};
use crate::say::Say;
use crate::session::Posted;
use facts::{Place, Problem, Problems};
use respond::BreachFacts;
use serde_json::{Value, json};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    One,
    Many,
    Number,
    Truth,
    Countries,
}

/// Sent for a list that was checked and holds nothing.
const CHECKED_NONE: &str = "-";

/// Parts of the form, each with its fields in the order they are asked.
const PARTS: [(&str, &[(&str, Kind)]); 6] = [
    (
        "web-facts-part-breach",
        &[
            ("nature", Kind::Many),
            ("confidentiality", Kind::One),
            ("unintelligible", Kind::One),
            ("integrity", Kind::One),
            ("availability.kind", Kind::One),
            ("availability.hours", Kind::Number),
            ("availability.restored_from", Kind::One),
            ("availability.effect", Kind::One),
            ("incident", Kind::Many),
            ("cause", Kind::One),
            ("systemic", Kind::Truth),
            ("exposed_days", Kind::Number),
        ],
    ),
    ("web-facts-part-data", &[("data", Kind::Many), ("data_detail", Kind::One)]),
    (
        "web-facts-part-people",
        &[
            ("people.count", Kind::Number),
            ("people.min", Kind::Number),
            ("people.max", Kind::Number),
            ("people.approximate", Kind::Truth),
            ("people.groups", Kind::Many),
            ("people.identifiable", Kind::One),
            ("people.countries", Kind::Countries),
        ],
    ),
    (
        "web-facts-part-recipients",
        &[("recipients.who", Kind::One), ("recipients.count", Kind::Number), ("recipients.erased", Kind::One)],
    ),
    (
        "web-facts-part-effects",
        &[
            ("context", Kind::Many),
            ("consequences", Kind::Many),
            ("ruled_out", Kind::Many),
            ("evidence", Kind::One),
            ("mitigation.high_risk_no_longer_likely", Kind::Truth),
            ("mitigation.disproportionate_effort", Kind::Truth),
        ],
    ),
    ("web-facts-part-roles", &[("role", Kind::One), ("discovered_by", Kind::One), ("restriction", Kind::One)]),
];

fn fields() -> impl Iterator<Item = (&'static str, Kind)> {
    PARTS.iter().flat_map(|(_, fields)| fields.iter().copied())
}

/// One part of the form.
pub struct Part {
    pub title: String,
    /// Unfolded: something in it is asked for or wrong.
    pub open: bool,
    pub questions: Vec<Question>,
}

pub struct Question {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    /// Type of the input: `radio`, `checkbox`, `number`, `countries`.
    pub kind: &'static str,
    pub value: String,
    pub countries: Option<Countries>,
    pub options: Vec<Choice>,
    pub wrong: bool,
    /// The assessment waits for it.
    pub asked: bool,
}

pub struct Choice {
    pub code: String,
    pub label: String,
    pub chosen: bool,
}

/// A fact that is known, in words.
pub struct Row {
    pub name: &'static str,
    pub label: String,
    pub value: String,
}

pub fn label(w: &Say, name: &str) -> String {
    w.code("web-fact", dashed(name))
}

fn dashed(name: &str) -> String {
    name.replace(['.', '_'], "-")
}

/// The word for a code. What is ruled out is named by the words of the other fields.
pub fn word(w: &Say, name: &str, code: &str) -> String {
    word_key(w, name, code).map_or_else(|| code.to_owned(), |key| w.t(key))
}

fn word_key(w: &Say, name: &str, code: &str) -> Option<String> {
    let homes = ["data", "context", "people-groups", "consequences"];
    let own = dashed(name);
    let mut keys = std::iter::once(own.as_str()).chain(homes.into_iter().filter(|_| name == "ruled_out"));
    keys.find_map(|k| Some(format!("web-{k}-{code}")).filter(|key| w.words.has(key)))
}

/// The facts that are known, in the order of the form.
pub fn rows(w: &Say, facts: &BreachFacts) -> Vec<Row> {
    let all = serde_json::to_value(facts).unwrap_or_default();
    fields()
        .filter_map(|(name, kind)| {
            Some(Row { name, label: label(w, name), value: told(w, name, kind, at(&all, name)?) })
        })
        .collect()
}

/// Names of the facts that are otherwise than before.
pub fn changed(before: &BreachFacts, after: &BreachFacts) -> Vec<&'static str> {
    let [old, new] = [before, after].map(|f| serde_json::to_value(f).unwrap_or_default());
    fields().map(|(name, _)| name).filter(|name| at(&old, name) != at(&new, name)).collect()
}

/// What is otherwise than before, in words: what it is and what it was.
pub fn changes(w: &Say, before: &BreachFacts, after: &BreachFacts) -> Vec<String> {
    let [old, new] = [before, after].map(|f| serde_json::to_value(f).unwrap_or_default());
    // `nature` is always a list: an empty one was not answered, and nobody checked anything.
    let answered = |all: &'_ Value, name: &str| {
        at(all, name).filter(|v| name != "nature" || !v.as_array().is_some_and(Vec::is_empty)).cloned()
    };
    let said = |all: &Value, name, kind| {
        answered(all, name).map_or_else(|| w.t("web-unknown"), |value| told(w, name, kind, &value))
    };
    let one = |(name, kind)| {
        let args = [
            ("fact", label(w, name).into()),
            ("new", said(&new, name, kind).into()),
            ("old", said(&old, name, kind).into()),
        ];
        w.with("web-fact-changed", &args)
    };
    fields().filter(|(name, _)| at(&old, name) != at(&new, name)).map(one).collect()
}

fn told(w: &Say, name: &str, kind: Kind, value: &Value) -> String {
    match (kind, value) {
        (Kind::Truth, Value::Bool(yes)) => w.t(format!("web-truth-{yes}")),
        (Kind::Countries, Value::Object(all)) => {
            let one = |(code, n): (&String, &Value)| {
                format!("{} {}", countries::name(w, code), w.words.number(n.as_f64().unwrap_or_default()))
            };
            all.iter().map(one).collect::<Vec<_>>().join(", ")
        }
        (_, Value::String(code)) => word(w, name, code),
        (_, Value::Number(n)) => w.words.number(n.as_f64().unwrap_or_default()),
        (_, Value::Array(list)) if list.is_empty() => w.t("web-checked-none"),
        (_, Value::Array(list)) => {
            let said: Vec<String> = list.iter().filter_map(Value::as_str).map(|code| word(w, name, code)).collect();
            said.join(", ")
        }
        _ => value.to_string(),
    }
}

fn at<'a>(all: &'a Value, name: &str) -> Option<&'a Value> {
    name.split('.').try_fold(all, |value, key| value.get(key)).filter(|v| !v.is_null() && *v != &json!({}))
}

/// The form, filled with what is known or with what was sent and refused. `asked` are the facts the assessment waits
/// for; `unknown` is the words key of "no answer"; `home` is the country of the controller's authority.
pub fn form(w: &Say, all: &Value, wrong: &[&str], asked: &[String], unknown: &str, home: &str) -> Vec<Part> {
    let one = |(name, kind): &(&'static str, Kind)| Question {
        wrong: wrong.contains(name),
        asked: asked.iter().any(|a| a == name),
        countries: (*kind == Kind::Countries).then(|| countries::asked(w, at(all, name), home)),
        ..question(w, name, *kind, at(all, name), unknown)
    };
    let part = |(title, fields): &(&str, &[(&'static str, Kind)])| {
        let questions: Vec<Question> = fields.iter().map(one).collect();
        Part { title: w.t(title), open: questions.iter().any(|q| q.asked || q.wrong), questions }
    };
    let mut parts: Vec<Part> = PARTS.iter().map(part).collect();
    // Where nothing is asked for, the form is not a row of closed doors.
    parts[0].open |= parts.iter().all(|p| !p.open);
    parts
}

fn question(w: &Say, name: &'static str, kind: Kind, value: Option<&Value>, unknown: &str) -> Question {
    let (input, options) = match kind {
        Kind::One => ("radio", with_unknown(w, choices(w, name, value), value, unknown)),
        Kind::Truth => ("radio", with_unknown(w, truths(w, value), value, unknown)),
        Kind::Many => ("checkbox", with_none(w, choices(w, name, value), name, value)),
        Kind::Number => ("number", Vec::new()),
        Kind::Countries => ("countries", Vec::new()),
    };
    let hint = match kind {
        Kind::Number => w.t("web-facts-number-hint"),
        Kind::Countries => w.t("web-facts-countries-hint"),
        _ => String::new(),
    };
    let shown = match value {
        Some(Value::Number(n)) => n.as_f64().unwrap_or_default().to_string(),
        Some(Value::String(s)) if kind == Kind::Number => s.clone(),
        _ => String::new(),
    };
    let (label, countries) = (label(w, name), None);
    Question { name, label, hint, kind: input, value: shown, countries, options, wrong: false, asked: false }
}

/// The vocabulary, and after it words of an open list that are not in it.
fn choices(w: &Say, name: &str, value: Option<&Value>) -> Vec<Choice> {
    let held: Vec<&str> = match value {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let known = respond::vocabulary(name);
    let strange = held.iter().filter(|h| !known.iter().any(|k| k == *h) && **h != CHECKED_NONE);
    let codes = known.iter().map(String::as_str).chain(strange.copied());
    codes
        .map(|code| Choice { code: code.to_owned(), label: word(w, name, code), chosen: held.contains(&code) })
        .collect()
}

fn truths(w: &Say, value: Option<&Value>) -> Vec<Choice> {
    [true, false]
        .map(|yes| Choice {
            code: yes.to_string(),
            label: w.t(format!("web-truth-{yes}")),
            chosen: value.and_then(Value::as_bool) == Some(yes),
        })
        .into()
}

fn with_unknown(w: &Say, mut options: Vec<Choice>, value: Option<&Value>, unknown: &str) -> Vec<Choice> {
    options.push(Choice { code: String::new(), label: w.t(unknown), chosen: value.is_none() });
    options
}

/// "Checked: none" differs from "not asked yet"; the kind of breach cannot be none.
fn with_none(w: &Say, mut options: Vec<Choice>, name: &str, value: Option<&Value>) -> Vec<Choice> {
    if name != "nature" {
        let chosen = value.and_then(Value::as_array).is_some_and(Vec::is_empty);
        options.push(Choice { code: CHECKED_NONE.to_owned(), label: w.t("web-checked-none"), chosen });
    }
    options
}

/// What was sent, in the schema's shape. Subgroups, which the form does not show, stay as they were.
pub fn sent(posted: &Posted, before: &BreachFacts) -> Result<Value, Problems> {
    let mut all = json!({"schema": BreachFacts::SCHEMA});
    if let Some(groups) = serde_json::to_value(before).ok().and_then(|v| v.get("subgroups").cloned()) {
        all["subgroups"] = groups;
    }
    let mut problems = Vec::new();
    for (name, kind) in fields() {
        match one(posted, name, kind) {
            Ok(None) => {}
            Ok(Some(value)) => put(&mut all, name, value),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(all) } else { Err(Problems(problems)) }
}

/// What was sent, kept for the form that is shown again, numbers as they were typed.
pub fn as_typed(posted: &Posted) -> Value {
    let mut all = json!({});
    for (name, kind) in fields() {
        let value = match kind {
            Kind::Countries => Some(countries::typed(posted, name)),
            _ => one(posted, name, kind).unwrap_or_else(|_| posted.one(name).map(|typed| json!(typed))),
        };
        if let Some(value) = value {
            put(&mut all, name, value);
        }
    }
    all
}

/// The facts as they are now, and on top what this person changed since `base`, the facts they had before them.
pub fn merged(posted: &Posted, base: &BreachFacts, now: &BreachFacts) -> Result<Value, Problems> {
    let typed = sent(posted, base)?;
    let mine = changed(base, &respond::facts("form", &typed.to_string())?);
    let mut all = serde_json::to_value(now).unwrap_or_default();
    for name in mine {
        put(&mut all, name, at(&typed, name).cloned().unwrap_or_default());
    }
    Ok(all)
}

fn put(all: &mut Value, name: &str, value: Value) {
    let mut here = all;
    for key in name.split('.') {
        here = &mut here[key];
    }
    *here = value;
}

fn one(posted: &Posted, name: &str, kind: Kind) -> Result<Option<Value>, Problem> {
    let first = posted.one(name);
    Ok(match kind {
        Kind::One => first.map(|word| json!(word)),
        Kind::Truth => first.map(|word| json!(word == "true")),
        Kind::Number => first.map(|typed| number(name, typed)).transpose()?,
        Kind::Countries => countries::read(posted, name)?,
        Kind::Many => {
            let words: Vec<&str> = posted.many(name).collect();
            let none = words.contains(&CHECKED_NONE);
            let words: Vec<&str> = words.into_iter().filter(|w| *w != CHECKED_NONE).collect();
            (none || !words.is_empty()).then(|| json!(words))
        }
    })
}

/// Reads `90 000`, `1,5` and `1.5`.
pub fn number(name: &str, typed: &str) -> Result<Value, Problem> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    let read = plain.parse::<f64>().ok().filter(|n| n.is_finite());
    read.map(|n| json!(n)).ok_or_else(|| {
        Problem::new(Place::source(name), "number", format!("`{name}` is no number")).found(typed.to_owned())
    })
}

/// Which field a problem is about: it is named in the message, in backticks.
pub fn field_of(problem: &Problem) -> Option<&'static str> {
    fields().map(|(name, _)| name).find(|n| problem.place.source == *n || problem.message.contains(&format!("`{n}`")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(number("people.count", "90 000").unwrap(), json!(90000.0));
        assert_eq!(number("exposed_days", "1,5").unwrap(), json!(1.5));
        assert_eq!(number("people.count", "many").unwrap_err().code, "number");
    }

    #[test]
    fn every_word_of_the_vocabulary_has_a_sentence_in_every_language() {
        for lang in facts::Lang::ALL {
            let w = Say { words: paper::Words::new(lang), zone: jiff::tz::TimeZone::UTC };
            for (name, _) in fields() {
                assert!(!label(&w, name).is_empty());
                for code in respond::vocabulary(name) {
                    assert!(word_key(&w, name, code).is_some(), "{} {name} {code}", lang.tag());
                }
            }
        }
    }
}
