//! From what was written in a form to the act, and from the act back to words for the history.

use super::table::{Field, Form, Kind, find};
use crate::form::moment;
use crate::say::Say;
use crate::session::Posted;
use facts::{Place, Problem};
use respond::{Act, Answers};
use serde_json::{Value, json};

/// What was written, as an act; else what is wrong with which field.
pub fn read(form: &Form, posted: &Posted) -> Result<Act, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut act = json!({"type": form.tag});
    for field in form.fields {
        match value(field, posted, &mut problems) {
            Some(value) => put(&mut act, field.name, value),
            None if field.needed => problems.push(empty(field)),
            None => {}
        }
    }
    // One note for each field is enough: what is no time is not empty as well.
    problems.dedup_by(|b, a| a.place.source == b.place.source);
    if !problems.is_empty() {
        return Err(problems);
    }
    (form.shape)(&mut act);
    serde_json::from_value(act).map_err(|_| missing_part(form, posted))
}

/// Some fields are needed only with others (the end of a period, the place of a publication).
fn missing_part(form: &Form, posted: &Posted) -> Vec<Problem> {
    let open = form.fields.iter().filter(|f| !f.needed && f.name.contains('.') && posted.one(f.name).is_none());
    let problems: Vec<Problem> = open.filter(|f| f.kind == Kind::Moment || f.kind == Kind::Line).map(empty).collect();
    if problems.is_empty() {
        vec![Problem::new(Place::source(""), "shape", "the form cannot be read")]
    } else {
        problems
    }
}

fn empty(field: &Field) -> Problem {
    let code = if matches!(field.kind, Kind::One(_) | Kind::Truth) { "choose" } else { "empty" };
    Problem::new(Place::source(field.name), code, format!("`{}` is empty", field.name))
}

fn value(field: &Field, posted: &Posted, problems: &mut Vec<Problem>) -> Option<Value> {
    let name = field.name;
    match field.kind {
        Kind::Line | Kind::Fixed | Kind::Next | Kind::One(_) => posted.one(name).map(|v| json!(v)),
        Kind::Text => posted.one(name).map(|v| json!({"private": v})),
        Kind::Answer => answer(name, posted, problems).map(|v| json!({"private": v})),
        Kind::Moment => moment(posted, name, problems).map(|at| json!(at)),
        Kind::Day => posted.one(name).map(|typed| respond::day(name, typed)).and_then(|day| match day {
            Ok(day) => Some(json!(day)),
            Err(problem) => {
                problems.push(problem);
                None
            }
        }),
        Kind::Number => posted.one(name).and_then(|typed| whole(name, typed, problems)).map(|n| json!(n)),
        Kind::Truth => posted.one(name).map(|v| json!(v == "yes")),
        Kind::Check => posted.one(name).map(|_| json!(true)),
        Kind::Many(_) => Some(json!(posted.many(name).collect::<Vec<_>>())),
        Kind::Words => Some(json!(
            posted
                .one(name)
                .unwrap_or_default()
                .split(',')
                .map(str::trim)
                .filter(|w| !w.is_empty())
                .collect::<Vec<_>>()
        )),
    }
}

/// A time is kept as the moment it is in the zone of the page; a day alone is one everywhere.
fn answer(name: &str, posted: &Posted, problems: &mut Vec<Problem>) -> Option<String> {
    let kind = posted.one("item").and_then(respond::answers);
    let in_words = matches!(kind, None | Some(Answers::Text | Answers::Files));
    if !in_words && posted.one("status.is") == Some("not-applicable") {
        if posted.one("why").is_none() {
            problems.push(Problem::new(Place::source("why"), "empty", "`why` is empty"));
        }
        return None;
    }
    match posted.one(name)? {
        typed if kind == Some(Answers::Moment) && typed.contains('T') => {
            moment(posted, name, problems).map(|at| at.to_string())
        }
        typed => Some(typed.to_owned()),
    }
}

/// Reads `90 000`.
fn whole(name: &str, typed: &str, problems: &mut Vec<Problem>) -> Option<u64> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let read = digits.parse().ok();
    if read.is_none() {
        problems.push(Problem::new(Place::source(name), "whole-number", format!("`{name}` is no whole number")));
    }
    read
}

fn put(act: &mut Value, name: &str, value: Value) {
    let mut here = act;
    for key in name.split('.') {
        here = &mut here[key];
    }
    *here = value;
}

/// What an act says, field by field, in words; a text that was destroyed says so.
pub fn told(w: &Say, act: &Act) -> Vec<String> {
    let Some(form) = find(act.name()) else { return Vec::new() };
    let all = serde_json::to_value(act).unwrap_or_default();
    let said = |field: &Field| {
        let value = field.name.split('.').try_fold(&all, |value, key| value.get(key))?;
        let said = in_words(w, field, value, &all).filter(|said| !said.is_empty())?;
        Some(format!("{}: {said}", super::draw::label(w, form, field)))
    };
    form.fields.iter().filter_map(said).collect()
}

fn in_words(w: &Say, field: &Field, value: &Value, all: &Value) -> Option<String> {
    let list = || value.as_array().into_iter().flatten().filter_map(Value::as_str);
    Some(match field.kind {
        Kind::Line if field.name == "recipient" => paper::vendor(&w.words, value.as_str()?),
        Kind::Line => value.as_str()?.to_owned(),
        Kind::Fixed | Kind::Next => value.as_str().map_or_else(|| value.to_string(), |code| fixed(w, field.name, code)),
        Kind::Text => text(w, value),
        Kind::Answer => {
            let (said, item) = (text(w, value), all["item"].as_str().unwrap_or_default());
            let at = said.parse::<jiff::Timestamp>().ok().filter(|_| respond::answers(item) == Some(Answers::Moment));
            at.map(|at| w.moment(at)).or_else(|| respond::answer_key(item, &said).map(|key| w.t(key))).unwrap_or(said)
        }
        Kind::Moment => w.moment(value.as_str()?.parse::<jiff::Timestamp>().ok()?),
        Kind::Day => value.as_str()?.to_owned(),
        Kind::Number => w.words.number(value.as_f64()?),
        Kind::Truth | Kind::Check => w.t(format!("web-truth-{}", value.as_bool()?)),
        Kind::One(_) => super::draw::option(w, field, value.as_str()?),
        // Digests tell nobody anything.
        Kind::Many(_) if field.name == "files" => match list().count() {
            0 => String::new(),
            n => w.words.count(n as u64),
        },
        Kind::Many(_) => list().map(|code| super::draw::option(w, field, code)).collect::<Vec<_>>().join(", "),
        Kind::Words => list().collect::<Vec<_>>().join(", "),
    })
}

fn text(w: &Say, value: &Value) -> String {
    let open = value.get("private").and_then(Value::as_str);
    open.map_or_else(|| if value.is_null() { String::new() } else { w.t("web-destroyed") }, str::to_owned)
}

fn fixed(w: &Say, name: &str, code: &str) -> String {
    match name {
        "about" => w.code("web-conclude", code),
        "item" => w.code("respond-item", code),
        "duty" => w.code("respond-duty", code),
        "letter" => w.code("respond-factor", code),
        "regime" => w.code("web-option-regimes", code),
        "stage" => w.code("web-option-stage", code),
        "recipient" => paper::vendor(&w.words, code),
        _ => code.to_owned(),
    }
}
