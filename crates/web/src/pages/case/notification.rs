//! The notification as it stands: what is missing, how it is filed in phases, every field to be read, answered and
//! copied, as a PDF, and in the order of an authority's own form.

use super::filing::{self, Filed};
use super::forms::Drawn;
use super::view::{Head, Tab, View};
use super::{history, language, one, overview, safe};
use crate::countries;
use crate::form::Left;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::page;
use crate::say::Say;
use crate::session::Here;
use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use respond::{Answers, Case, Duty, DutyState, Field, FieldValue, Item, ItemStatus, Moment, Shown};

#[derive(Template)]
#[template(path = "notification.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    sections: Vec<Section<'a>>,
    gaps: Vec<(String, String)>,
    draft: bool,
    /// Authorities' own forms: id and name.
    orders: Vec<(&'static str, String)>,
    filings: Vec<Filed>,
    /// Fields that changed since the last filing: what a follow-up has to say.
    changed: Vec<String>,
    file: Option<Drawn<'a>>,
    /// What was told and may still hold.
    upheld: Vec<Drawn<'a>>,
    delay: Option<Drawn<'a>>,
    tell_controller: Option<Drawn<'a>>,
    exercise: bool,
    /// Reports under other laws.
    reports: Vec<Report<'a>>,
    regimes: Option<Drawn<'a>>,
    open: bool,
}

struct Report<'a> {
    what: String,
    state: String,
    late: bool,
    due: Option<Timestamp>,
    done: Option<Timestamp>,
    source: String,
    form: Option<Drawn<'a>>,
}

struct Section<'a> {
    number: String,
    title: String,
    fields: Vec<(Row, Option<Drawn<'a>>)>,
}

/// A field and its answer, in words.
pub struct Row {
    pub label: String,
    pub value: String,
    pub note: String,
    /// Required and not known.
    pub gap: bool,
    pub id: String,
    /// The fact that answers it, where nobody has told it yet.
    pub fact: Option<&'static str>,
}

pub fn render(view: View<'_>) -> Result<Response, Oops> {
    let (here, f, case) = (view.here, &view.here.f, view.case());
    let all = respond::notification(case, here.now);
    let gaps = all.gaps.iter().filter_map(|id| all.field(id)).map(|x| (x.id.clone(), f.t(&x.label))).collect();
    let duties = case.duties(here.now);
    let owed = |id: &str| view.open() && duties.iter().any(|d| d.id == id && d.state.is_open());
    let to = recipient(case, &duties);
    page(&Show {
        f,
        c: view.head(Tab::Notification),
        sections: all.sections.iter().map(|s| section(&view, s)).filter(|s| !s.fields.is_empty()).collect(),
        gaps,
        draft: all.status == "draft",
        orders: orders(case).into_iter().map(|id| (id, f.t(format!("web-order-{id}")))).collect(),
        filings: filing::all(f, case),
        changed: case.changed(&to, case.now(here.now)).iter().map(|x| f.t(&x.label)).collect(),
        upheld: [("follow-up", "authority"), ("letter-holds", "people")]
            .into_iter()
            .filter(|(duty, _)| owed(duty))
            .map(|(_, about)| uphold(&view, about))
            .collect(),
        file: view.open().then(|| file(&view, &to)),
        delay: delay(&view),
        tell_controller: tell_controller(&view),
        exercise: case.exercise,
        reports: duties.iter().filter(|d| d.id == "report").map(|d| report(&view, d)).collect(),
        regimes: view.open().then(|| regimes(&view)),
        open: view.open(),
    })
}

fn report<'a>(view: &View<'a>, d: &Duty) -> Report<'a> {
    let (f, open) = (&view.here.f, d.state.is_open() && view.open());
    let (regime, stage) = d.about.split_once('/').unwrap_or_default();
    Report {
        what: paper::regime_stage(&f.words, &d.about),
        state: f.code("respond-duty-state", overview::state_word(d.state)),
        late: matches!(d.state, DutyState::Missed | DutyState::DoneLate),
        due: d.due.map(Moment::timestamp),
        done: d.done,
        source: overview::source(f, d),
        form: open.then(|| view.form("report", &[("regime", regime), ("stage", stage)])),
    }
}

/// The laws of the case's country that have reports of their own.
fn regimes<'a>(view: &View<'a>) -> Drawn<'a> {
    let (f, case) = (&view.here.f, view.case());
    let detected = case.detected.map(|at| f.field(at)).unwrap_or_default();
    let laws = case.regimes.iter().map(|id| ("regimes", id.as_str()));
    let given: Vec<(&str, &str)> = laws.chain([("detected", detected.as_str())]).collect();
    let one = |id: &str| (id.to_owned(), f.code("web-option-regimes", id));
    view.form("regimes", &given).offer("regimes", respond::other_regimes(&case.country).into_iter().map(one))
}

/// The forms of each authority that is told.
fn orders(case: &Case) -> Vec<&'static str> {
    let each = case.notified_each();
    let own = respond::competence(case, true).lead;
    let told = if each.is_empty() { own.into_iter().collect() } else { each };
    told.into_iter().flat_map(|a| respond::orders(&a.country)).collect()
}

/// Whom the next filing is for: who has got none, else who waits for a follow-up, else the first.
fn recipient(case: &Case, duties: &[Duty]) -> String {
    let waits = |d: &&Duty| ["supplement", "follow-up"].contains(&d.id.as_str()) && d.state.is_open();
    let next = case.next_authority().map(|a| a.country.clone());
    let next = next.or_else(|| duties.iter().find(waits).map(|d| d.about.clone()).filter(|about| !about.is_empty()));
    let first = || case.notified_each().first().copied().or(respond::competence(case, true).lead);
    next.or_else(|| first().map(|a| a.country.clone())).unwrap_or_else(|| case.country.clone())
}

/// A person says that what was told holds.
pub fn uphold<'a>(view: &View<'a>, about: &str) -> Drawn<'a> {
    view.form("uphold", &[("about", about)]).titled(view.here.f.t(format!("web-form-uphold-{about}")))
}

/// What can be filed next: the first is whole or to be amended, later ones follow up or withdraw.
fn file<'a>(view: &View<'a>, to: &str) -> Drawn<'a> {
    let (f, case) = (&view.here.f, view.case());
    let each = case.notified_each();
    let authority = respond::authority_of(to, to).map_or(to, |a| a.name_in(f.words.lang().tag()));
    let first = case.filed_with(authority).is_empty();
    let kinds = if first { ["incomplete", "complete"] } else { ["follow-up", "withdrawal"] };
    let form = view.form("file", &[("authority", authority), ("kind", kinds[0])]);
    let form = form.titled(f.t(if first { "web-form-file" } else { "web-form-file-again" }));
    match (each.is_empty(), first) {
        // Each authority is at its own stage.
        (false, _) => form,
        (true, true) => form.only("kind", &kinds).without("withdrawal_reason"),
        (true, false) => form.only("kind", &kinds).without("delay_reason"),
    }
}

fn delay<'a>(view: &View<'a>) -> Option<Drawn<'a>> {
    let case = view.case();
    (view.open() && case.owes_reasons(view.here.now)).then(|| view.form("delay", &[("duty", "notify-authority")]))
}

fn tell_controller<'a>(view: &View<'a>) -> Option<Drawn<'a>> {
    let processor = view.case().is_processors();
    let next = view.case().untold_controllers().first().copied().unwrap_or_default();
    (view.open() && processor).then(|| view.form("tell-controller", &[("controller", next)]))
}

fn section<'a>(view: &View<'a>, s: &respond::Section) -> Section<'a> {
    let fields =
        s.fields.iter().filter(|x| x.value != FieldValue::NotApplicable || view.case().items.contains_key(&x.id));
    Section {
        number: s.id.clone(),
        title: view.here.f.t(&s.label),
        fields: fields.map(|x| (row(&view.here.f, x), answer(view, x))).collect(),
    }
}

/// The form of a field that a person answers; the rest follows from the facts.
fn answer<'a>(view: &View<'a>, field: &Field) -> Option<Drawn<'a>> {
    let (f, case) = (&view.here.f, view.case());
    let kind = respond::answers(&field.id).filter(|_| view.open())?;
    let item = case.items.get(&field.id);
    let begun = view.organisation.as_ref().filter(|_| item.is_none()).and_then(|o| o.item(&field.id));
    let said = item.and_then(|i| i.text.open()).or(begun.as_deref()).unwrap_or_default();
    let (status, promised) = status(f, item);
    let (text, why) = if status == "not-applicable" { (String::new(), said) } else { (typed(f, field, said), "") };
    let text = if matches!(kind, Answers::Text | Answers::Files) { said } else { &text };
    let mut given = vec![("item", field.id.as_str()), ("text", text), ("why", why)];
    given.extend([("status.is", status), ("status.promised", promised.as_str())]);
    given.extend(item.iter().flat_map(|i| &i.files).map(|digest| ("files", digest.as_str())));
    let form = asked(view, kind, text, field, view.form("item", &given)).about(f.t(&field.label));
    Some(if begun.is_some() { form.led(f.t("web-item-begun")) } else { form })
}

/// An answer as its input holds it.
fn typed(w: &Say, field: &Field, said: &str) -> String {
    match &field.value {
        FieldValue::Known { value } | FieldValue::Assumed { value } => match value {
            Shown::Moment(at) => w.field(at.timestamp()),
            Shown::Number(n) => n.to_string(),
            _ => said.to_owned(),
        },
        _ => said.to_owned(),
    }
}

/// What may be answered says how it is asked.
fn asked<'a>(view: &View<'a>, kind: Answers, text: &str, field: &Field, form: Drawn<'a>) -> Drawn<'a> {
    let (f, files) = (&view.here.f, &view.case().attachments);
    let form = if matches!(kind, Answers::Text | Answers::Files) { form.without("why") } else { form };
    let form = if kind != Answers::Files || files.is_empty() { form.without("files") } else { form };
    match kind {
        Answers::Text => form,
        Answers::Files => form.offer("files", files.iter().map(|a| (a.digest.clone(), a.name.clone()))),
        Answers::Number => form.asking("text", "number"),
        // A day that was answered without its time is no moment.
        Answers::Moment if text.len() == "2026-04-02".len() => form.asking("text", "date"),
        Answers::Moment => form.asking("text", "datetime-local"),
        Answers::Options(options) => {
            let one = |code: &String| (code.clone(), f.t(respond::option_key(&field.id, code)));
            let none = (String::new(), f.t("web-item-no-answer"));
            form.asking("text", "radio").offer("text", options.iter().map(one).chain([none]))
        }
    }
}

fn status(w: &Say, item: Option<&Item>) -> (&'static str, String) {
    match item.map(|i| &i.status) {
        None | Some(ItemStatus::Known) => ("known", String::new()),
        Some(ItemStatus::Assumed) => ("assumed", String::new()),
        Some(ItemStatus::NotApplicable) => ("not-applicable", String::new()),
        Some(ItemStatus::Unknown { promised }) => ("unknown", promised.map(|at| w.field(at)).unwrap_or_default()),
    }
}

/// Labels of the required fields that are still open.
pub fn gaps(f: &Frame, case: &Case, now: Timestamp) -> Vec<String> {
    let all = respond::notification(case, now);
    all.gaps.iter().filter_map(|id| all.field(id)).map(|field| f.t(&field.label)).collect()
}

pub fn row(w: &Say, field: &Field) -> Row {
    let (value, note) = match &field.value {
        FieldValue::Known { value } => (shown(w, value), String::new()),
        FieldValue::Assumed { value } => (shown(w, value), w.t("web-option-status-is-assumed")),
        FieldValue::Unknown { promised: Some(at) } => {
            (w.t1("web-item-promised", "date", moment(w, *at)), String::new())
        }
        FieldValue::Unknown { promised: None } => (w.t("web-option-status-is-unknown"), String::new()),
        FieldValue::NotApplicable => (w.t("web-option-status-is-not-applicable"), String::new()),
    };
    let unknown = matches!(field.value, FieldValue::Unknown { .. });
    let fact = respond::fact_of(&field.id).filter(|_| unknown);
    Row { label: w.t(&field.label), value, note, gap: unknown && field.required, id: field.id.clone(), fact }
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
        Shown::Day(day) => w.words.day(*day),
        Shown::Truth(yes) => w.t(format!("web-truth-{yes}")),
        Shown::Countries(all) => {
            let one = |(code, n): &(String, f64)| format!("{} {}", countries::name(w, code), w.words.number(*n));
            all.iter().map(one).collect::<Vec<_>>().join(", ")
        }
        Shown::Names(names) => {
            names.iter().map(|name| paper::authority_name(&w.words, name)).collect::<Vec<_>>().join(", ")
        }
        Shown::Measures { taken, asked } => {
            let taken = taken.iter().map(|t| history::text(w, t));
            taken.chain(asked.iter().map(|a| paper::asked(&w.words, a))).collect::<Vec<_>>().join("\n")
        }
        Shown::Letters(all) => {
            let own = |s: &respond::Sent| s.text.as_ref().map(|t| history::text(w, t));
            all.iter().map(|s| paper::sent(&w.words, s, own(s).as_deref())).collect::<Vec<_>>().join("\n\n")
        }
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
        (None, None) => w.t("web-option-status-is-unknown"),
    }
}

#[derive(Template)]
#[template(path = "order.html")]
struct InOrder<'a> {
    f: &'a Frame,
    c: Head,
    name: String,
    hint: String,
    /// Question number and answer.
    rows: Vec<(String, Row)>,
}

/// The same answers in the order of an authority's own form, to be copied one by one.
pub async fn in_order(here: Here, Path((id, form)): Path<(String, String)>) -> Result<Response, Oops> {
    let view = View::new(&here, &id, Left::default()).await?;
    let all = respond::notification(view.case(), here.now);
    let rows = all.in_order_of(&form).ok_or(Oops::NotFound)?;
    page(&InOrder {
        f: &here.f,
        c: view.head(Tab::Notification),
        name: here.f.t(format!("web-order-{form}")),
        hint: here.f.optional(&format!("web-order-{form}-hint")),
        rows: rows.into_iter().map(|(n, field)| (n, row(&here.f, field))).collect(),
    })
}

/// Made when it is asked for; what was filed is frozen in the register.
pub async fn pdf(here: Here, Path((id, file)): Path<(String, String)>) -> Result<Response, Oops> {
    let lang = language(&file).ok_or(Oops::NotFound)?;
    let stored = one(&here.site, &id).await?;
    let now = here.now;
    let bytes = super::set(move || flows::cases::notification_pdf(&stored.case, lang, now)).await?;
    let name = format!("attachment; filename=\"{}-{}.pdf\"", safe(&id), lang.tag());
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)], bytes)
        .into_response())
}
