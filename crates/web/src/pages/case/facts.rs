//! The facts of a case as a form, for everybody and for people who are hit in another way.

use super::history;
use super::take::seen;
use super::view::{Head, Tab, View};
use crate::form::{Left, needed, told};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::page;
use crate::questions::{self, Part};
use crate::session::{Here, Posted};
use ::facts::{Place, Problem};
use askama::Template;
use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use respond::{Act, BreachFacts, Case, Origin, Subgroup};
use serde_json::{Value, json};

#[derive(Template)]
#[template(path = "facts.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    sections: Vec<Part>,
    reason: String,
    rows: Vec<Fact>,
    groups: Vec<Known>,
    open: bool,
    /// The form of one group, with its name; the form of everybody has none.
    group: Option<Group>,
}

struct Group {
    /// Last part of its address: a number, or `new`.
    number: String,
    name: String,
    wrong: String,
}

/// A group as the list tells it.
struct Known {
    name: String,
    /// How many and which data, where that is known of it: label and value.
    rows: Vec<questions::Row>,
    risk: String,
}

struct Fact {
    label: String,
    value: String,
    origin: String,
}

/// What stands in the form.
struct Form<'a> {
    all: &'a Value,
    reason: &'a str,
    problems: &'a [Problem],
    /// Number and name, where it is a group's.
    group: Option<(String, String)>,
}

pub async fn ask(here: Here, Path(id): Path<String>, RawQuery(query): RawQuery) -> Result<Response, Oops> {
    let view = View::new(&here, &id, Left::asked(query.as_deref())).await?;
    let all = serde_json::to_value(&view.case().facts).unwrap_or_default();
    show(&view, &Form { all: &all, reason: "", problems: &[], group: None })
}

pub async fn ask_group(here: Here, Path((id, number)): Path<(String, String)>) -> Result<Response, Oops> {
    let view = View::new(&here, &id, Left::default()).await?;
    let group = match place(view.case(), &number)? {
        Some(n) => view.case().facts.subgroups[n].clone(),
        None => Subgroup { name: String::new(), facts: json!({}) },
    };
    show(&view, &Form { all: &group.facts, reason: "", problems: &[], group: Some((number, group.name)) })
}

/// Which group an address means; none for a new one. Counted from 1.
fn place(case: &Case, number: &str) -> Result<Option<usize>, Oops> {
    if number == "new" {
        return Ok(None);
    }
    let n = number.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < case.facts.subgroups.len());
    n.map(Some).ok_or(Oops::NotFound)
}

fn show(view: &View<'_>, form: &Form<'_>) -> Result<Response, Oops> {
    let (here, f, case) = (view.here, &view.here.f, view.case());
    let wrong: Vec<&str> = form.problems.iter().filter_map(questions::field_of).collect();
    let mut labels: Vec<(&str, String)> = wrong.iter().map(|name| (*name, questions::label(f, name))).collect();
    labels.push(("name", f.t("web-group-name")));
    let asked: Vec<String> = case.proposal().questions.into_iter().map(|q| q.fact).collect();
    let unknown = if form.group.is_some() { "web-group-same" } else { "web-unknown" };
    let group = |(number, name): &(String, String)| Group {
        number: number.clone(),
        name: name.clone(),
        wrong: form.problems.iter().find(|p| p.place.source == "name").map_or(String::new(), |p| f.problem(p)),
    };
    page(&Show {
        f,
        c: Head { problems: told(here, form.problems, &labels), ..view.head(Tab::Facts) },
        sections: sections(questions::form(f, form.all, &wrong, &asked, unknown, &case.country), form.group.is_some()),
        reason: form.reason.to_owned(),
        rows: questions::rows(f, &case.facts).into_iter().map(|row| fact(view, row)).collect(),
        groups: groups(f, case),
        open: view.open(),
        group: form.group.as_ref().map(group),
    })
}

/// What a group has of its own is most often its data and its number.
fn sections(mut all: Vec<Part>, group: bool) -> Vec<Part> {
    let holds = |part: &Part| part.questions.iter().any(|q| ["data", "people.count"].contains(&q.name));
    all.iter_mut().for_each(|part| part.open |= group && holds(part));
    all
}

/// What each says of itself; the rest is as for everybody.
fn groups(f: &Frame, case: &Case) -> Vec<Known> {
    let told = ["people.count", "people.min", "people.max", "people.groups", "data", "recipients.who"];
    let assessed = case.proposal().subgroups;
    let known = |group: &Subgroup| {
        let own: BreachFacts = serde_json::from_value(group.facts.clone()).unwrap_or_default();
        let risk = assessed.iter().find(|a| a.name == group.name).map(|a| f.code("web-risk", super::risk(a.risk)));
        let rows = questions::rows(f, &own).into_iter().filter(|row| told.contains(&row.name)).collect();
        Known { name: group.name.clone(), rows, risk: risk.unwrap_or_default() }
    };
    case.facts.subgroups.iter().map(known).collect()
}

fn fact(view: &View<'_>, row: questions::Row) -> Fact {
    Fact { origin: origin(view, row.name), label: row.label, value: row.value }
}

/// Where a fact comes from: a finding, an assumption, a person.
fn origin(view: &View<'_>, fact: &str) -> String {
    let (f, case) = (&view.here.f, view.case());
    // An origin of `people` holds for `people.count` too.
    let nearest = case.origins.iter().rev().filter(|o| o.fact == fact || fact.starts_with(&format!("{}.", o.fact)));
    match nearest.max_by_key(|o| o.fact.len()).map(|o| o.from.as_str()) {
        None => f.t("web-origin-unknown"),
        Some("assumed") => f.t("web-origin-assumed"),
        Some(respond::FROM_SCAN) => f.t("web-origin-scan"),
        Some(from) if from.starts_with("finding:") => f.t("web-origin-finding"),
        Some(person) => view.names.of(f, person),
    }
}

pub async fn save(Path(id): Path<String>, posted: Posted) -> Result<Response, Oops> {
    let view = View::new(&posted.here, &id, Left::default()).await?;
    let before = &view.case().facts;
    let read = questions::sent(&posted, before).and_then(|sent| respond::facts("form", &sent.to_string()));
    let done = match read {
        Ok(facts) => write(&posted, &id, before, facts).await,
        Err(problems) => Err(Oops::Wrong(problems.0)),
    };
    finish(&posted, &id, None, done).await
}

pub async fn save_group(Path((id, number)): Path<(String, String)>, posted: Posted) -> Result<Response, Oops> {
    let view = View::new(&posted.here, &id, Left::default()).await?;
    let before = &view.case().facts;
    let done = match regrouped(&posted, view.case(), &number) {
        Ok(facts) => write(&posted, &id, before, facts).await,
        Err(oops) => Err(oops),
    };
    finish(&posted, &id, Some(number), done).await
}

/// The facts with one group added, changed or taken out.
fn regrouped(posted: &Posted, case: &Case, number: &str) -> Result<BreachFacts, Oops> {
    let (mut facts, place) = (case.facts.clone(), place(case, number)?);
    if let (Some(n), Some("remove")) = (place, posted.one("do")) {
        facts.subgroups.remove(n);
        return Ok(facts);
    }
    let mut problems = Vec::new();
    let name = needed(posted, "name", &mut problems).to_owned();
    if facts.subgroups.iter().enumerate().any(|(n, g)| g.name == name && Some(n) != place) {
        problems.push(Problem::new(Place::source("name"), "group-exists", "there is a group of this name"));
    }
    let own = questions::sent(posted, &BreachFacts::default());
    let mut own = own.map_err(|more| Oops::Wrong(problems.iter().cloned().chain(more.0).collect()))?;
    if !problems.is_empty() {
        return Err(Oops::Wrong(problems));
    }
    own.as_object_mut().expect("facts are an object").remove("schema");
    let group = Subgroup { name, facts: own };
    match place {
        Some(n) => facts.subgroups[n] = group,
        None => facts.subgroups.push(group),
    }
    let text = serde_json::to_string(&facts).unwrap_or_default();
    respond::facts("form", &text).map_err(|p| Oops::Wrong(p.0))
}

async fn write(posted: &Posted, id: &str, before: &BreachFacts, facts: BreachFacts) -> Result<(), Oops> {
    let origins = origins(&posted.here.user, before, &facts);
    let source = posted.one("reason").unwrap_or_default().into();
    posted.here.act(id, seen(posted)?, Act::SetFacts { facts, source, origins }).await?;
    Ok(())
}

/// What this person changed is theirs; the rest keeps its origin.
fn origins(user: &str, before: &BreachFacts, after: &BreachFacts) -> Vec<Origin> {
    let changed = questions::changed(before, after);
    changed.into_iter().map(|fact| Origin { fact: fact.to_owned(), from: user.to_owned() }).collect()
}

async fn finish(posted: &Posted, id: &str, group: Option<String>, done: Result<(), Oops>) -> Result<Response, Oops> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=facts", Tab::Facts.address(id))).into_response()),
        Err(Oops::Wrong(problems)) => {
            let all = questions::as_typed(posted);
            let view = View::new(&posted.here, id, Left { seen: Some(seen(posted)?), ..Left::default() }).await?;
            let page = typed(&view, posted, &all, &problems, group)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(Oops::Conflict { since, .. }) => overtaken(posted, id, group, since).await,
        Err(oops) => Err(oops),
    }
}

fn typed(
    view: &View<'_>,
    posted: &Posted,
    all: &Value,
    problems: &[Problem],
    group: Option<String>,
) -> Result<Response, Oops> {
    let name = posted.one("name").unwrap_or_default().to_owned();
    let reason = posted.one("reason").unwrap_or_default();
    show(view, &Form { all, reason, problems, group: group.map(|number| (number, name)) })
}

/// The form as others have left it, with what this person changed in it on top, and what happened since.
async fn overtaken(posted: &Posted, id: &str, group: Option<String>, since: u64) -> Result<Response, Oops> {
    let view = View::new(&posted.here, id, Left { overtaken: Some(since), ..Left::default() }).await?;
    let all = if group.is_some() {
        questions::as_typed(posted)
    } else {
        let base = history::facts_at(&posted.here.site.db.history(id).await?, since);
        questions::merged(posted, &base, &view.case().facts).map_err(|p| Oops::Wrong(p.0))?
    };
    Ok((StatusCode::CONFLICT, typed(&view, posted, &all, &[], group)?).into_response())
}
