//! The page of a case.

use super::acts::{refused, seen};
use super::assessment::{self, Shown};
use super::history::{self, Entry, text};
use super::{Step, clock, notification, one, reference, state, steps};
use crate::clock::Clock;
use crate::form::{Filled, Told, told};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::{kept_with, page};
use crate::questions;
use crate::session::{Here, Posted};
use ::facts::Problem;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use register::Stored;
use respond::{About, Case, Conclusion, DutyState, ItemStatus, Occurred};
use serde_json::Value;

#[derive(Template)]
#[template(path = "case.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    clock: Clock,
    next: Vec<Step>,
    times: Vec<Time>,
    facts: Vec<Fact>,
    items: Vec<(String, String)>,
    findings: Vec<Finding>,
    assessment: Shown,
    conclusions: Vec<Concluded>,
    conclude: Vec<Question>,
    gaps: Vec<String>,
    filings: Vec<Filed>,
    authority: String,
    history: Vec<Entry>,
    /// Changes are taken; a closed case is only read.
    open: bool,
    note: String,
    form: Filled,
    problems: Vec<Told>,
    /// What others did meanwhile; empty where nobody was faster.
    since: Vec<Entry>,
    duties: Vec<Duty>,
    kinds: Vec<(&'static str, String)>,
}

/// The head line of every page of a case.
pub struct Head {
    pub id: String,
    pub title: String,
    pub reference: String,
    pub state: String,
    pub opened: Timestamp,
    pub opened_by: String,
    /// Version that the forms were made from.
    pub version: u64,
}

struct Time {
    label: String,
    at: Option<Timestamp>,
    text: String,
    note: String,
}

struct Fact {
    label: String,
    value: String,
    origin: String,
}

struct Finding {
    title: String,
    href: Option<String>,
}

struct Concluded {
    about: String,
    what: String,
    reasons: String,
    who: String,
    at: Timestamp,
    overrules: bool,
}

/// One form of conclusion.
struct Question {
    about: &'static str,
    title: String,
    question: String,
    done: bool,
}

/// A duty as it stands now.
struct Duty {
    what: String,
    state: String,
    tone: &'static str,
    due: Option<Timestamp>,
    done: Option<Timestamp>,
    source: String,
}

/// What a form that was not taken leaves behind.
#[derive(Default)]
struct Refused {
    form: Filled,
    problems: Vec<Told>,
    /// Version the form was made from, where somebody else was faster.
    overtaken: Option<u64>,
    /// The same, where the form was wrong: whoever mends it has not seen what came after.
    seen: Option<u64>,
}

struct Filed {
    at: Timestamp,
    what: String,
}

pub fn head(here: &Here, stored: &Stored) -> Head {
    let case = &stored.case;
    Head {
        id: case.id.clone(),
        title: case.title.clone(),
        reference: reference(case).to_owned(),
        state: here.f.t(format!("web-case-state-{}", state(case))),
        opened: case.opened,
        opened_by: case.opened_by.clone(),
        version: stored.version,
    }
}

pub async fn show(here: Here, Path(id): Path<String>) -> Result<Response, Oops> {
    render(&here, &id, Refused::default()).await
}

/// The page once more, with a form that was refused.
pub async fn again(posted: &Posted, id: &str, form: &str, problems: Vec<Problem>) -> Result<Response, Oops> {
    let f = &posted.here.f;
    let known = posted.all().map(|(name, _)| name).chain(problems.iter().map(|p| p.place.source.as_str()));
    let labels: Vec<(&str, String)> = known.filter_map(|name| Some((name, label(f, form, name)?))).collect();
    let mut told = told(&posted.here, &problems, &labels);
    for problem in &mut told {
        problem.field = format!("{form}-{}", problem.field);
    }
    let form = Filled::from(posted).of(form);
    Ok(refused(
        render(&posted.here, id, Refused { form, problems: told, overtaken: None, seen: Some(seen(posted)?) }).await?,
    ))
}

/// The page as others have left it, with what happened since and what this person wrote.
pub async fn overtaken(posted: &Posted, id: &str, form: &str, since: u64) -> Result<Response, Oops> {
    let form = Filled::from(posted).of(form);
    let left = Refused { form, overtaken: Some(since), ..Refused::default() };
    Ok((StatusCode::CONFLICT, render(&posted.here, id, left).await?).into_response())
}

/// The label of a form's field, as the template writes it.
fn label(f: &Frame, form: &str, name: &str) -> Option<String> {
    let key = match (form, name) {
        ("aware", "aware") => "web-aware-at",
        ("aware", "person") => "web-aware-by",
        ("aware", "reason") => "web-aware-reason",
        (_, "duty") => "web-conclude-choice",
        (_, "person") => "web-conclude-by",
        (_, "reasons") => "web-conclude-reasons",
        ("filed", "sent") => "web-filed-at",
        ("filed", "receipt") => "web-filed-receipt",
        ("filed", "kind") => "web-filed-kind",
        ("filed", "authority") => "web-filed-authority",
        ("filed", "delay_reason") => "web-filed-delay",
        ("note", "text") => "web-note-text",
        _ => return None,
    };
    Some(f.t(key))
}

async fn render(here: &Here, id: &str, left: Refused) -> Result<Response, Oops> {
    let stored = one(&here.site, id).await?;
    let happened = here.site.db.history(id).await?;
    let (f, case) = (&here.f, &stored.case);
    page(&Show {
        f,
        c: Head { version: left.seen.unwrap_or(stored.version), ..head(here, &stored) },
        clock: clock(here, case),
        next: steps(here, case),
        times: times(f, case),
        facts: facts(f, case),
        items: items(f, case),
        findings: findings(here, case).await?,
        assessment: assessment::shown(f, case),
        conclusions: conclusions(f, case),
        conclude: [About::Authority, About::People].map(|about| question(f, case, about)).into(),
        gaps: notification::gaps(f, case, here.now),
        filings: case.filings.iter().rev().map(|x| Filed { at: x.sent, what: filed(f, x) }).collect(),
        authority: case.country.clone(),
        history: history::told(f, &happened),
        open: case.closed.is_none(),
        note: text(f, &case.note),
        since: left.overtaken.map(|version| history::since(f, &happened, version)).unwrap_or_default(),
        form: left.form,
        problems: left.problems,
        duties: case.duties(here.now).iter().map(|d| duty(f, d)).collect(),
        kinds: kinds(f, case),
    })
}

fn times(f: &Frame, case: &Case) -> Vec<Time> {
    let time = |key: &str, at: Option<Timestamp>, note: String| Time {
        label: f.t(key),
        at,
        text: f.t("web-times-not-set"),
        note,
    };
    let aware = case.times.aware.as_ref();
    let note = aware
        .map(|a| f.with("web-times-set-by", &[("who", a.by.as_str().into()), ("reason", text(f, &a.reason).into())]));
    let mut all =
        vec![occurred(f, &case.times.occurred), time("web-times-suspected", case.times.suspected, String::new())];
    all.push(time("web-times-aware", aware.map(|a| a.at), note.unwrap_or_default()));
    all
}

fn occurred(f: &Frame, occurred: &Occurred) -> Time {
    let (word, estimated) = match occurred {
        Occurred::Point { estimated, .. } => ("point", *estimated),
        Occurred::Range { estimated, .. } => ("range", *estimated),
        Occurred::Ongoing { estimated, .. } => ("ongoing", *estimated),
        Occurred::Unknown => ("unknown", false),
    };
    let mut text = match (occurred, occurred.start(), occurred.end()) {
        (Occurred::Range { .. }, Some(from), Some(to)) => format!("{} – {}", f.moment(from), f.moment(to)),
        (_, Some(at), _) => f.moment(at),
        _ => String::new(),
    };
    if estimated {
        text = format!("{text} ({})", f.t("web-times-estimated"));
    }
    let kind = f.t(format!("web-times-{word}"));
    let text = if text.is_empty() { kind } else { format!("{text}, {kind}") };
    Time { label: f.t("web-times-occurred-label"), at: None, text, note: String::new() }
}

fn facts(f: &Frame, case: &Case) -> Vec<Fact> {
    let one = |row: questions::Row| Fact { origin: origin(f, case, row.name), label: row.label, value: row.value };
    questions::rows(f, &case.facts).into_iter().map(one).collect()
}

/// Where a fact comes from: a finding, an assumption, a person.
fn origin(f: &Frame, case: &Case, fact: &str) -> String {
    // An origin of `people` holds for `people.count` too.
    let nearest = case.origins.iter().rev().filter(|o| o.fact == fact || fact.starts_with(&format!("{}.", o.fact)));
    match nearest.max_by_key(|o| o.fact.len()).map(|o| o.from.as_str()) {
        None => f.t("web-origin-unknown"),
        Some("assumed") => f.t("web-origin-assumed"),
        Some(from) if from.starts_with("finding:") => f.t("web-origin-finding"),
        Some(person) => person.to_owned(),
    }
}

fn duty(f: &Frame, duty: &respond::Duty) -> Duty {
    let word = |state| serde_json::to_value(state).ok().and_then(|v: Value| v.as_str().map(str::to_owned));
    let what = f.code("respond-duty", &duty.id);
    Duty {
        what: if duty.about.is_empty() { what } else { format!("{what}: {}", about(f, duty)) },
        state: f.code("respond-duty-state", word(duty.state).unwrap_or_default()),
        tone: match duty.state {
            DutyState::Missed | DutyState::DoneLate => "warn",
            DutyState::Done => "good",
            _ => "",
        },
        due: duty.due.map(respond::Moment::timestamp),
        done: duty.done,
        source: duty.source.clone(),
    }
}

/// The item or recipient by its name; a measure or a reference is its own name.
fn about(f: &Frame, duty: &respond::Duty) -> String {
    match duty.id.as_str() {
        "complete-item" => f.code("respond-item", &duty.about),
        "erasure" => {
            judge::Vendors::builtin().vendor(&duty.about).map_or_else(|| duty.about.clone(), |v| v.name.clone())
        }
        _ => duty.about.clone(),
    }
}

fn items(f: &Frame, case: &Case) -> Vec<(String, String)> {
    let state = |status: &ItemStatus| match status {
        ItemStatus::Known => f.t("web-item-known"),
        ItemStatus::Assumed => f.t("web-item-assumed"),
        ItemStatus::Unknown { promised: None } => f.t("web-item-unknown"),
        ItemStatus::Unknown { promised: Some(at) } => f.t1("web-item-promised", "date", f.date(*at)),
        ItemStatus::NotApplicable => f.t("web-item-not-applicable"),
    };
    case.items.iter().map(|(id, item)| (f.code("respond-item", id), state(&item.status))).collect()
}

async fn findings(here: &Here, case: &Case) -> Result<Vec<Finding>, Oops> {
    let mut all = Vec::new();
    for id in &case.findings {
        let kept = kept_with(&here.site, id).await?;
        let found = kept.as_ref().and_then(|k| Some((k, k.finding(id)?)));
        all.push(match found {
            Some((kept, x)) => Finding {
                title: paper::title(x, &here.f.words),
                href: Some(format!("/audits/{}/findings/{}", kept.id, x.id)),
            },
            None => Finding { title: id.clone(), href: None },
        });
    }
    Ok(all)
}

fn conclusions(f: &Frame, case: &Case) -> Vec<Concluded> {
    let told = |about: String, c: &Conclusion| Concluded {
        about,
        what: f.t(if c.duty { "web-duty-yes" } else { "web-duty-no" }),
        reasons: text(f, &c.reasons),
        who: c.person.clone(),
        at: c.at,
        overrules: c.overrules(),
    };
    let breach = case.no_breach.iter().map(|c| told(f.t("web-breach-question"), c));
    let duties = case.conclusions.iter().rev().map(|c| told(f.t(title(c.about)), c));
    breach.chain(duties).collect()
}

fn title(about: About) -> &'static str {
    match about {
        About::Authority => "web-conclude-authority",
        About::People => "web-conclude-people",
    }
}

fn question(f: &Frame, case: &Case, about: About) -> Question {
    let (word, question) = match about {
        About::Authority => ("authority", "web-conclude-authority-question"),
        About::People => ("people", "web-conclude-people-question"),
    };
    Question { about: word, title: f.t(title(about)), question: f.t(question), done: case.conclusion(about).is_some() }
}

fn filed(f: &Frame, filing: &respond::Filing) -> String {
    let kind = serde_json::to_value(filing.kind).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    let parts = [f.code("web-filing", &kind), filing.authority.clone(), filing.receipt.clone()];
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What can be filed next: the first is whole or to be amended, later ones follow up or withdraw.
fn kinds(f: &Frame, case: &Case) -> Vec<(&'static str, String)> {
    let words = if case.filings.is_empty() { ["incomplete", "complete"] } else { ["follow-up", "withdrawal"] };
    words.map(|word| (word, f.t(format!("web-filing-{word}")))).into()
}
