//! What is done about it: measures with owner, date, proof and effect; erasure by whoever got the data.

use super::forms::Drawn;
use super::history::text;
use super::view::{Head, Tab, View};
use crate::audits::kept_with;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::page;
use crate::session::Here;
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use respond::Case;

#[derive(Template)]
#[template(path = "measures.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    measures: Vec<Measure<'a>>,
    add: Drawn<'a>,
    erasures: Vec<Erasure<'a>>,
    ask: Drawn<'a>,
    /// Who got the data, by the findings: names that are asked most likely.
    likely: Vec<String>,
    open: bool,
}

struct Measure<'a> {
    what: String,
    owner: String,
    due: Option<Timestamp>,
    late: bool,
    article_32: String,
    preventive: bool,
    done: Option<Timestamp>,
    proof: String,
    /// Words of whether it had the effect it was meant to have.
    effect: String,
    finish: Option<Drawn<'a>>,
}

struct Erasure<'a> {
    recipient: String,
    sent: Timestamp,
    due: Timestamp,
    late: bool,
    answered: Option<Timestamp>,
    outcome: String,
    note: String,
    escalated: String,
    forms: Vec<Drawn<'a>>,
}

pub async fn render(view: View<'_>) -> Result<Response, Oops> {
    let (f, case) = (&view.here.f, view.case());
    let likely = likely(view.here, case).await?;
    let next = format!("m{}", case.measures.len() + 1);
    page(&Show {
        f,
        c: view.head(Tab::Measures),
        measures: case.measures.iter().map(|m| measure(&view, m)).collect(),
        add: view.form("measure", &[("id", &next)]).opened(case.measures.is_empty()),
        erasures: case.erasures.iter().map(|e| erasure(&view, e)).collect(),
        ask: view
            .form("request-erasure", &[])
            .offer("recipient", likely.iter().map(|name| (name.clone(), String::new()))),
        likely,
        open: view.open(),
    })
}

fn measure<'a>(view: &View<'a>, m: &respond::case::Measure) -> Measure<'a> {
    let (f, now) = (&view.here.f, view.case().now(view.here.now));
    let effect = match (m.done, m.effective) {
        (None, _) => String::new(),
        (_, Some(true)) => f.t("web-measure-effective"),
        (_, Some(false)) => f.t("web-measure-ineffective"),
        (_, None) => f.t("web-measure-unchecked"),
    };
    // Done, but whether it helped was not looked at yet: the form stays.
    let unfinished = m.done.is_none() || m.effective.is_none();
    let title = f.t(if m.done.is_some() { "web-measure-check" } else { "web-form-measure-done" });
    Measure {
        what: text(f, &m.what),
        owner: m.owner.clone(),
        due: m.due,
        late: m.done.is_none() && m.due.is_some_and(|due| due < now),
        article_32: m.article_32.join(", "),
        preventive: m.preventive,
        done: m.done,
        proof: m.proof.as_ref().map(|p| text(f, p)).unwrap_or_default(),
        effect,
        finish: (view.open() && unfinished).then(|| view.form("measure-done", &[("id", &m.id)]).titled(title)),
    }
}

fn erasure<'a>(view: &View<'a>, e: &respond::case::ErasureRequest) -> Erasure<'a> {
    let (f, now) = (&view.here.f, view.case().now(view.here.now));
    let outcome = e.outcome.and_then(|o| serde_json::to_value(o).ok());
    let outcome = outcome.as_ref().and_then(|o| o.as_str()).map(|code| f.t(format!("web-option-outcome-{code}")));
    let settled = e.outcome == Some(respond::Erasure::Confirmed);
    let forms = ["answer-erasure", "escalate-erasure"].map(|name| view.form(name, &[("recipient", &e.recipient)]));
    Erasure {
        recipient: paper::vendor(&f.words, &e.recipient),
        sent: e.sent,
        due: e.due,
        late: e.answered.is_none() && e.due < now,
        answered: e.answered,
        outcome: outcome.unwrap_or_else(|| f.t("web-erasure-waiting")),
        note: e.note.as_ref().map(|n| text(f, n)).unwrap_or_default(),
        escalated: e.escalated_to.clone().unwrap_or_default(),
        forms: if view.open() && !settled { forms.into() } else { Vec::new() },
    }
}

/// Recipients whom the findings name and who were not asked yet.
async fn likely(here: &Here, case: &Case) -> Result<Vec<String>, Oops> {
    let mut ids = Vec::new();
    for id in &case.findings {
        let kept = kept_with(&here.site, id).await?;
        ids.extend(kept.as_ref().and_then(|k| k.finding(id)).and_then(|x| x.recipient.clone()));
    }
    ids.retain(|id| !case.erasures.iter().any(|e| paper::recipient_named(&e.recipient) == *id));
    let mut names: Vec<String> = ids.iter().map(|id| paper::vendor(&here.f.words, id)).collect();
    names.sort();
    names.dedup();
    Ok(names)
}
