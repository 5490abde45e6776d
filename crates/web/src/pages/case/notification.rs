//! The notification as it stands: field by field to be read and copied, and as a PDF.

use super::history::Entry;
use super::show::{Head, head};
use super::{history, language, one};
use crate::form::Filled;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::page;
use crate::say::Say;
use crate::session::{Here, Posted};
use askama::Template;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use respond::{Act, Case, Command, Field, FieldValue, ItemStatus, Moment, Shown, Text};

#[derive(Template)]
#[template(path = "notification.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    sections: Vec<Section>,
    missing: usize,
    draft: bool,
    /// What others did meanwhile; empty where nobody was faster.
    since: Vec<Entry>,
    /// An answer that was not taken.
    form: Filled,
}

struct Section {
    number: String,
    title: String,
    fields: Vec<Row>,
}

struct Row {
    label: String,
    value: String,
    note: String,
    /// Required and not known.
    gap: bool,
    id: String,
    /// A person may answer it here; the rest follows from the facts.
    item: bool,
}

pub async fn preview(here: Here, Path(id): Path<String>) -> Result<Response, Oops> {
    render(&here, &id, Filled::default(), None).await
}

/// The page as others have left it, with what happened since and what this person wrote.
pub async fn overtaken(posted: &Posted, id: &str, item: &str, since: u64) -> Result<Response, Oops> {
    let page = render(&posted.here, id, Filled::from(posted).of(item), Some(since)).await?;
    Ok((StatusCode::CONFLICT, page).into_response())
}

async fn render(here: &Here, id: &str, form: Filled, overtaken: Option<u64>) -> Result<Response, Oops> {
    let stored = one(&here.site, id).await?;
    let since = match overtaken {
        Some(version) => history::since(&here.f, &here.site.db.history(id).await?, version),
        None => Vec::new(),
    };
    let all = respond::notification(&stored.case, here.now);
    let f = &here.f;
    let section = |s: &respond::Section| Section {
        number: s.id.clone(),
        title: f.t(&s.label),
        fields: s
            .fields
            .iter()
            .filter(|x| x.value != FieldValue::NotApplicable)
            .map(|x| row(here, &stored.case, x))
            .collect(),
    };
    let sections = all.sections.iter().map(section).filter(|s| !s.fields.is_empty()).collect();
    let (missing, draft) = (all.gaps.len(), all.status == "draft");
    page(&Show { f, c: head(here, &stored), sections, missing, draft, since, form })
}

/// Labels of the required fields that are still open.
pub fn gaps(f: &Frame, case: &Case, now: Timestamp) -> Vec<String> {
    let all = respond::notification(case, now);
    all.gaps.iter().filter_map(|id| all.field(id)).map(|field| f.t(&field.label)).collect()
}

fn row(here: &Here, case: &Case, field: &Field) -> Row {
    let w: &Say = &here.f;
    let (value, note) = match &field.value {
        FieldValue::Known { value } => (shown(w, value), String::new()),
        FieldValue::Assumed { value } => (shown(w, value), w.t("web-item-assumed")),
        FieldValue::Unknown { promised: Some(at) } => {
            (w.t1("web-item-promised", "date", moment(w, *at)), String::new())
        }
        FieldValue::Unknown { promised: None } => (w.t("web-item-unknown"), String::new()),
        FieldValue::NotApplicable => (w.t("web-item-not-applicable"), String::new()),
    };
    let unknown = matches!(field.value, FieldValue::Unknown { .. });
    Row {
        label: w.t(&field.label),
        value,
        note,
        gap: unknown && field.required,
        id: field.id.clone(),
        item: may_answer(here, case, &field.id),
    }
}

/// The law of the case says which fields are answered by a person; asked, not repeated here.
fn may_answer(here: &Here, case: &Case, field: &str) -> bool {
    let act = Act::SetItem { item: field.to_owned(), status: ItemStatus::Known, text: Text::default(), number: None };
    respond::decide(Some(case), &Command::new(here.user.as_str(), act), here.now).is_ok()
}

fn moment(w: &Say, at: Moment) -> String {
    w.moment(at.timestamp())
}

fn shown(w: &Say, value: &Shown) -> String {
    match value {
        Shown::Words(keys) => keys.iter().map(|key| said(w, key)).collect::<Vec<_>>().join(", "),
        Shown::Text(text) => history::text(w, text),
        Shown::Texts(texts) => texts.iter().map(|t| history::text(w, t)).collect::<Vec<_>>().join("\n"),
        Shown::Number(n) => w.words.number(*n),
        Shown::Range(min, max) => range(w, *min, *max),
        Shown::Moment(at) => moment(w, *at),
        Shown::Truth(yes) => w.t(format!("web-truth-{yes}")),
        Shown::Countries(all) => {
            all.iter().map(|(code, n)| format!("{code} {}", w.words.number(*n))).collect::<Vec<_>>().join(", ")
        }
        Shown::Names(names) => names.join(", "),
    }
}

/// A word of an open list may have no translation; then the word itself stands there.
fn said(w: &Say, key: &str) -> String {
    if w.words.has(key) { w.t(key) } else { key.rsplit_once("incident-").map_or(key, |(_, word)| word).to_owned() }
}

fn range(w: &Say, min: Option<f64>, max: Option<f64>) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!("{} – {}", w.words.number(min), w.words.number(max)),
        (Some(min), None) => w.t1("web-at-least", "n", w.words.number(min)),
        (None, Some(max)) => w.t1("web-at-most", "n", w.words.number(max)),
        (None, None) => w.t("web-item-unknown"),
    }
}

/// Made when it is asked for; what was filed is frozen in the register.
pub async fn pdf(here: Here, Path((id, file)): Path<(String, String)>) -> Result<Response, Oops> {
    let lang = language(&file).ok_or(Oops::NotFound)?;
    let stored = one(&here.site, &id).await?;
    let now = here.now;
    // Setting type takes a while: not on the thread that answers others.
    let made = tokio::task::spawn_blocking(move || flows::cases::notification_pdf(&stored.case, lang, now)).await;
    let bytes = made.map_err(|_| Oops::Broken)??;
    let name = format!("attachment; filename=\"{}-{}.pdf\"", safe(&id), lang.tag());
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)], bytes)
        .into_response())
}

fn safe(id: &str) -> String {
    id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}
