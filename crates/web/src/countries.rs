//! Where the people live, as a form asks it: a row for each country of the EEA, with the authority that follows from it,
//! and a line for countries outside.

use crate::questions::Choice;
use crate::say::Say;
use crate::session::Posted;
use facts::{Place, Problem};
use serde_json::{Map, Value, json};

/// Empty rows after those that are filled.
const MORE: usize = 3;

pub struct Countries {
    pub rows: Vec<Row>,
    /// `US 12, CH 3`.
    pub others: String,
}

pub struct Row {
    /// Part of its fields' names.
    pub n: usize,
    pub options: Vec<Choice>,
    pub number: String,
}

/// `value` is what is known, or what [`typed`] kept. `home` is the country of the controller's authority.
pub fn asked(w: &Say, value: Option<&Value>, home: &str) -> Countries {
    let (inside, others) = match value {
        Some(Value::Array(typed)) => kept(typed),
        Some(Value::Object(known)) => {
            let (inside, outside): (Vec<_>, Vec<_>) =
                known.iter().partition(|(code, _)| respond::authority_of(code, home).is_some());
            let row = |(code, n): (&String, &Value)| (code.clone(), n.as_f64().unwrap_or_default().to_string());
            let others: Vec<String> = outside.into_iter().map(row).map(|(code, n)| format!("{code} {n}")).collect();
            (inside.into_iter().map(row).collect(), others.join(", "))
        }
        _ => (Vec::new(), String::new()),
    };
    let rows = inside.into_iter().chain(std::iter::repeat_n(Default::default(), MORE)).enumerate();
    let row = |(n, (code, number)): (usize, (String, String))| Row { n, options: options(w, &code, home), number };
    Countries { rows: rows.map(row).collect(), others }
}

fn kept(typed: &[Value]) -> (Vec<(String, String)>, String) {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = typed.iter().filter_map(Value::as_array).map(|row| (text(&row[0]), text(&row[1])));
    (rows.collect(), typed.last().map(text).unwrap_or_default())
}

/// Those whose languages the pages speak.
const NEAR: [&str; 2] = ["SE", "FI"];

/// Every country of the EEA: the organisation's `own` and the near ones first, the others by name.
pub fn inside(w: &Say, chosen: &str, own: &str) -> Vec<Choice> {
    let first = [own, NEAR[0], NEAR[1]];
    let place = |code: &str| first.iter().position(|c| *c == code).unwrap_or(first.len());
    let one = |code: &str| Choice { chosen: code == chosen, code: code.to_owned(), label: name(w, code) };
    let mut all: Vec<Choice> = respond::eea().map(one).collect();
    all.sort_by_key(|choice| (place(&choice.code), order(&choice.label)));
    all
}

/// By name; what each is supervised by.
fn options(w: &Say, chosen: &str, home: &str) -> Vec<Choice> {
    let one = |code: &'static str| {
        let authority = respond::authority_of(code, home).map_or("", |a| a.short_in(w.words.lang().tag()));
        let label = format!("{} – {authority}", name(w, code));
        Choice { chosen: code == chosen, code: code.to_owned(), label }
    };
    let mut all: Vec<Choice> = respond::eea().map(one).collect();
    all.sort_by_key(|choice| order(&choice.label));
    all.insert(0, Choice { code: String::new(), label: String::new(), chosen: chosen.is_empty() });
    all
}

/// Å, Ä and Ö stand last in Swedish and Finnish, and no country's English name begins with one but Åland.
fn order(label: &str) -> String {
    label.to_lowercase().replace('å', "\u{10ffff}1").replace('ä', "\u{10ffff}2").replace('ö', "\u{10ffff}3")
}

/// The country by name, where it has one here.
pub fn name(w: &Say, code: &str) -> String {
    w.code("respond-country", code)
}

/// What was sent; none where nothing was.
pub fn read(posted: &Posted, name: &str) -> Result<Option<Value>, Problem> {
    let mut all = Map::new();
    let others = posted.one(name).unwrap_or_default();
    let rows = sent(posted, name).into_iter().filter(|(code, number)| !code.is_empty() || !number.is_empty());
    let others = others.split([',', ';']).map(str::trim).filter(|item| !item.is_empty()).map(apart);
    for (code, number) in rows.chain(others) {
        let wrong = || {
            let message = format!("`{name}` wants a country and a number");
            Problem::new(Place::source(name), "countries", message).found(format!("{code} {number}").trim())
        };
        if code.is_empty() {
            return Err(wrong());
        }
        let count = super::questions::number(name, &number).map_err(|_| wrong())?;
        if all.insert(code.to_uppercase(), count).is_some() {
            let message = format!("`{name}` names a country twice");
            return Err(Problem::new(Place::source(name), "country-twice", message).found(code));
        }
    }
    Ok((!all.is_empty()).then_some(Value::Object(all)))
}

/// `SE 120`
fn apart(item: &str) -> (String, String) {
    let (code, number) = item.split_once([' ', ':', '=']).unwrap_or((item, ""));
    (code.trim().to_owned(), number.trim().to_owned())
}

/// Code and number of each row.
fn sent(posted: &Posted, name: &str) -> Vec<(String, String)> {
    let field = |n: usize, what: &str| posted.one(&format!("{name}.{n}.{what}")).unwrap_or_default().to_owned();
    let most = respond::eea().count() + MORE;
    (0..most).map(|n| (field(n, "code"), field(n, "number"))).collect()
}

/// What was sent, as it was typed, for the form that is shown again.
pub fn typed(posted: &Posted, name: &str) -> Value {
    let rows = sent(posted, name).into_iter().filter(|(code, number)| !code.is_empty() || !number.is_empty());
    let rows = rows.map(|(code, number)| json!([code, number]));
    rows.chain([json!(posted.one(name).unwrap_or_default())]).collect()
}
