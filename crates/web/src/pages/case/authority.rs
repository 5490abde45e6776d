//! Supervision: who is competent, what the authority asks and what was answered, its decision, the last day to appeal,
//! and what authorities made of breaches like this one.

use super::forms::Drawn;
use super::history::text;
use super::view::{Head, Tab, View};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::page;
use crate::questions::{self, word};
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::Date;
use respond::{Authority, Case, FactorRow, Precedent};
use serde_json::Value;

#[derive(Template)]
#[template(path = "authority.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    lead: Option<Competent>,
    /// It leads the others (Art. 56(1)), as far as is known.
    leads: bool,
    concerned: Vec<Competent>,
    outside: Vec<String>,
    /// What is open about who is competent.
    unsure: Vec<String>,
    questions: Vec<Question<'a>>,
    asked: Drawn<'a>,
    decisions: Vec<Decision>,
    decision: Drawn<'a>,
    grid: Vec<Factor<'a>>,
    precedents: Vec<Like>,
}

/// One factor of Art. 83(2).
struct Factor<'a> {
    letter: &'static str,
    title: String,
    /// What the case says to it.
    facts: Vec<(String, String)>,
    weight: String,
    text: String,
    form: Drawn<'a>,
}

struct Competent {
    country: String,
    name: String,
    site: String,
}

struct Question<'a> {
    authority: String,
    reference: String,
    received: Timestamp,
    due: Option<Timestamp>,
    late: bool,
    question: String,
    answered: Option<Timestamp>,
    answer: String,
    form: Option<Drawn<'a>>,
}

struct Decision {
    authority: String,
    reference: String,
    decided: String,
    received: String,
    outcome: String,
    articles: String,
    orders: bool,
    summary: String,
    /// Last day to appeal, and the rule behind it.
    appeal: Option<(Timestamp, String)>,
    over: bool,
}

struct Like {
    controller: String,
    authority: String,
    date: String,
    outcome: String,
    lesson: String,
    sure: String,
    source: String,
}

/// So many are read; the likest come first.
const PRECEDENTS: usize = 8;

pub fn render(view: View<'_>) -> Result<Response, Oops> {
    let (f, case) = (&view.here.f, view.case());
    let tag = f.words.lang().tag();
    let competent =
        |a: &Authority| Competent { country: a.country.clone(), name: a.name_in(tag).to_owned(), site: a.site.clone() };
    let all = respond::competence(case, case.established);
    let authority = all.lead.map_or("", |a| a.name_in(tag));
    page(&Show {
        f,
        c: view.head(Tab::Authority),
        lead: all.lead.map(competent),
        leads: matches!(respond::leading(case), respond::Leading::Known | respond::Leading::Presumed),
        concerned: all.concerned.iter().map(|a| competent(a)).collect(),
        outside: all.outside.clone(),
        unsure: case
            .cautions(view.here.now)
            .iter()
            .filter(|c| c.who.is_some())
            .map(|c| paper::caution(&f.words, c))
            .collect(),
        questions: case.questions.iter().rev().map(|q| question(&view, q)).collect(),
        asked: view.form("asked", &[("authority", authority)]),
        decisions: case.decisions.iter().rev().map(|d| decision(&view, d)).collect(),
        decision: if respond::regimes(&case.country).contains(&"appeal-public") {
            view.form("decision", &[("authority", authority)])
        } else {
            view.form("decision", &[("authority", authority)]).without("public_party")
        },
        grid: respond::grid(case).iter().map(|row| factor(&view, row)).collect(),
        precedents: respond::precedents(case).into_iter().take(PRECEDENTS).map(|p| like(f, p)).collect(),
    })
}

fn factor<'a>(view: &View<'a>, row: &FactorRow) -> Factor<'a> {
    let f = &view.here.f;
    let weight = row.weighed.as_ref().and_then(|w| serde_json::to_value(w.weight).ok());
    let weight = weight.as_ref().and_then(|w| w.as_str()).unwrap_or_default();
    let text = row.weighed.as_ref().map(|w| text(f, &w.text)).unwrap_or_default();
    let given = [("letter", row.letter), ("weight", weight), ("text", text.as_str())];
    let title = f.code("respond-factor", row.letter);
    Factor {
        letter: row.letter,
        facts: row.facts.iter().map(|(path, value)| (grid_label(f, path), grid_value(f, path, value))).collect(),
        weight: if weight.is_empty() { String::new() } else { f.t(format!("web-option-weight-{weight}")) },
        form: view.form("weigh", &given).about(title.clone()),
        title,
        text,
    }
}

fn grid_label(f: &Frame, path: &str) -> String {
    let key = format!("web-grid-{path}");
    if f.words.has(&key) { f.t(&key) } else { questions::label(f, path) }
}

/// Acts are counted, facts are told in their words.
fn grid_value(f: &Frame, path: &str, value: &Value) -> String {
    match value {
        Value::Array(list) => {
            let words: Vec<String> = list.iter().filter_map(Value::as_str).map(|code| word(f, path, code)).collect();
            words.join(", ")
        }
        Value::String(code) => word(f, path, code),
        Value::Number(n) => f.words.number(n.as_f64().unwrap_or_default()),
        Value::Bool(yes) => f.t(format!("web-truth-{yes}")),
        _ => String::new(),
    }
}

fn question<'a>(view: &View<'a>, q: &respond::case::AuthorityQuestion) -> Question<'a> {
    let f = &view.here.f;
    let open = q.answered.is_none();
    Question {
        authority: q.authority.clone(),
        reference: q.reference.clone(),
        received: q.received,
        due: q.due,
        late: open && q.due.is_some_and(|due| due < view.here.now),
        question: text(f, &q.question),
        answered: q.answered,
        answer: q.answer.as_ref().map(|a| text(f, a)).unwrap_or_default(),
        form: open.then(|| view.form("answered", &[("reference", &q.reference)])),
    }
}

fn decision(view: &View<'_>, d: &respond::case::Decision) -> Decision {
    let (f, case) = (&view.here.f, view.case());
    let appeal = appeal(case, &d.reference, view.here.now).map(|(at, source)| (at, f.words.cite(&source)));
    Decision {
        authority: d.authority.clone(),
        reference: d.reference.clone(),
        decided: day(f, d.decided),
        received: day(f, d.received),
        outcome: f.code("web-option-outcome", &d.outcome),
        articles: d.articles.join(", "),
        orders: d.orders_communication,
        summary: text(f, &d.summary),
        over: appeal.as_ref().is_some_and(|(at, _)| *at < view.here.now),
        appeal,
    }
}

fn appeal(case: &Case, reference: &str, now: Timestamp) -> Option<(Timestamp, String)> {
    let duty = case.duties(now).into_iter().find(|d| d.id == "appeal" && d.about == reference)?;
    Some((duty.due?.timestamp(), duty.source))
}

fn day(f: &Frame, day: Date) -> String {
    // Noon is the same day in every zone of the EEA.
    let at = f.zone.to_ambiguous_timestamp(day.at(12, 0, 0, 0)).compatible();
    at.map_or_else(|_| day.to_string(), |at| f.date(at))
}

/// In the reader's language; a precedent that has no words yet, as the table has it.
fn told(f: &Frame, key: &str, p: &Precedent, given: &str) -> String {
    let key = format!("{key}-{}", p.id.to_lowercase());
    if f.words.has(&key) { f.t(key) } else { given.to_owned() }
}

fn like(f: &Frame, p: &Precedent) -> Like {
    let amount =
        p.amount.filter(|n| *n > 0).map(|n| format!(", {} {}", f.words.count(n), p.currency.as_deref().unwrap_or("")));
    Like {
        controller: f.words.cite(&p.controller),
        authority: format!("{} ({})", f.words.cite(&p.authority), p.country),
        date: f.words.dated_text(&p.date),
        outcome: format!("{}{}", told(f, "respond-ended", p, &p.outcome), amount.unwrap_or_default()),
        lesson: told(f, "respond-lesson", p, &p.lesson),
        sure: f.t(format!("web-confidence-{}", p.confidence)),
        source: f.words.cite(&p.source),
    }
}
