//! The notification to the supervisory authority as a paper.

use super::{Frame, PaperError, Template, page_words, region, render};
use crate::Words;
use jiff::Zoned;
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;
use respond::{Field, FieldValue, Moment, Notification, Section, Shown, Text};
use serde::Serialize;

/// The notification as it would be sent at `now`, by the clocks of the case's country, marked as a draft on every page.
pub fn notification_pdf(notification: &Notification, words: &Words, now: &Zoned) -> Result<Vec<u8>, PaperError> {
    paper(notification, words, now, true)
}

/// The notification that was sent: without the mark, to be kept as it is.
pub fn filed_notification_pdf(notification: &Notification, words: &Words, now: &Zoned) -> Result<Vec<u8>, PaperError> {
    paper(notification, words, now, false)
}

fn paper(notification: &Notification, words: &Words, now: &Zoned, draft: bool) -> Result<Vec<u8>, PaperError> {
    let data = data(notification, words, now, draft);
    let json = serde_json::to_vec_pretty(notification)?;
    let ident =
        format!("{} {} {} {} {draft}", notification.schema, notification.case, words.lang().tag(), now.timestamp());
    render(Template::Notification, &data, &[("notification.json", json)], &ident)
}

#[derive(Serialize)]
pub(super) struct Data {
    #[serde(flatten)]
    frame: Frame,
    subtitle: Option<String>,
    head: Vec<(String, String)>,
    basis: String,
    words: Headings,
    open: Open,
    sections: Vec<SectionData>,
}

#[derive(Serialize)]
struct Headings {
    field: String,
    answer: String,
    section: String,
    promised: String,
    required: String,
    nothing: String,
    attachment: String,
}

/// What is not known, in one place, so that nobody has to search for it.
#[derive(Serialize)]
struct Open {
    title: String,
    lead: String,
    fields: Vec<OpenField>,
}

#[derive(Serialize)]
struct OpenField {
    section: String,
    label: String,
    promised: String,
}

#[derive(Serialize)]
struct SectionData {
    number: String,
    title: String,
    fields: Vec<FieldData>,
    /// The fields that do not apply, named so that nobody wonders where they are.
    left_out: Option<String>,
}

#[derive(Serialize)]
struct FieldData {
    label: String,
    required: bool,
    state: &'static str,
    value: Vec<String>,
    note: Option<String>,
}

pub(super) fn data(n: &Notification, w: &Words, now: &Zoned, draft: bool) -> Data {
    Data {
        frame: frame(n, w, now, draft),
        subtitle: (!n.title.is_empty()).then(|| n.title.clone()),
        head: head(n, w, now),
        basis: basis(n, w),
        words: headings(w),
        open: open(n, w),
        sections: n.sections.iter().map(|s| section(s, w)).collect(),
    }
}

fn frame(n: &Notification, w: &Words, now: &Zoned, draft: bool) -> Frame {
    let title = w.say("paper-notification-title");
    let mark = match (n.exercise, draft) {
        (true, _) => Some("exercise"),
        (false, true) => Some("draft"),
        (false, false) => None,
    };
    let say = |what: &str| mark.map(|mark| w.say(&format!("paper-{mark}-{what}")));
    Frame {
        author: controller(n).unwrap_or_default(),
        description: w.with("paper-notification-about", &[("case", n.case.as_str().into())]),
        lang: w.lang().tag(),
        region: region(w.lang()),
        date: now.timestamp().into(),
        running: format!("{title} · {}", n.case),
        footer: w.with("paper-notification-footer", &[("case", n.case.as_str().into())]),
        page_words: page_words(w),
        draft: say("line"),
        draft_why: say("why").unwrap_or_default(),
        mark: say("mark").unwrap_or_default(),
        title,
    }
}

/// The first line of the controller's name and contact.
fn controller(n: &Notification) -> Option<String> {
    match &n.field("controller-name-contact")?.value {
        FieldValue::Known { value: Shown::Text(text) } | FieldValue::Assumed { value: Shown::Text(text) } => {
            text.open()?.lines().next().map(|line| line.trim().to_owned())
        }
        _ => None,
    }
}

fn zone_of(at: Moment) -> TimeZone {
    let text = at.to_string();
    let pieces = Pieces::parse(&text).ok();
    pieces.and_then(|p| p.to_numeric_offset()).map_or(TimeZone::UTC, TimeZone::fixed)
}

/// A moment as a person reads it, on the clocks that it names, with its day of the week.
pub fn moment(w: &Words, at: Moment) -> String {
    w.moment_long(at.timestamp(), &zone_of(at))
}

fn head(n: &Notification, w: &Words, now: &Zoned) -> Vec<(String, String)> {
    let mut rows = vec![(w.say("paper-case"), n.case.clone())];
    rows.extend(controller(n).map(|name| (w.say("paper-controller"), name)));
    if let Some(FieldValue::Known { value: Shown::Moment(at) }) = n.field("awareness").map(|f| &f.value) {
        rows.push((w.say("paper-aware"), moment(w, *at)));
    }
    if !n.changed.is_empty() {
        let labels: Vec<String> = n.changed.iter().map(|id| w.or("respond-field", id)).collect();
        rows.push((w.say("paper-changed"), labels.join("; ")));
    }
    rows.push((w.say("paper-as-of"), w.moment_long(now.timestamp(), now.time_zone())));
    rows
}

fn basis(n: &Notification, w: &Words) -> String {
    let key = if n.status == "draft" { "paper-basis-draft" } else { "paper-basis" };
    w.with(key, &[("form", n.form.as_str().into()), ("source", w.cite(&n.form_source).into())])
}

fn headings(w: &Words) -> Headings {
    Headings {
        field: w.say("paper-entry"),
        answer: w.say("paper-answer"),
        section: w.say("paper-section"),
        promised: w.say("paper-promised"),
        required: w.say("paper-required"),
        nothing: w.say("paper-section-nothing"),
        attachment: w.say("paper-attachment"),
    }
}

fn open(n: &Notification, w: &Words) -> Open {
    let all = n.sections.iter().flat_map(|s| s.fields.iter().map(move |f| (s, f)));
    let unknown: Vec<_> = all.filter(|(_, f)| matches!(f.value, FieldValue::Unknown { .. })).collect();
    let named = |(_, f): &&(&Section, &Field)| f.required || promised(f).is_some();
    let fields: Vec<OpenField> = unknown.iter().filter(named).map(|(s, f)| open_field(s, f, w)).collect();
    let required = unknown.iter().filter(|(_, f)| f.required).count();
    let lead = match (required, unknown.len()) {
        (0, 0) => w.say("paper-open-none"),
        (required, all) => {
            w.with("paper-open-lead", &[("required", required.into()), ("others", (all - required).into())])
        }
    };
    Open { title: w.say("paper-open"), lead, fields }
}

fn open_field(s: &Section, f: &Field, w: &Words) -> OpenField {
    let promised = promised(f).map_or_else(|| w.say("paper-promised-none"), |at| moment(w, at));
    OpenField { section: s.id.clone(), label: w.say(&f.label), promised }
}

fn promised(field: &Field) -> Option<Moment> {
    match field.value {
        FieldValue::Unknown { promised } => promised,
        _ => None,
    }
}

fn section(s: &Section, w: &Words) -> SectionData {
    let (out, shown): (Vec<&Field>, Vec<&Field>) = s.fields.iter().partition(|f| f.value == FieldValue::NotApplicable);
    let out: Vec<String> = out.into_iter().map(|f| w.say(&f.label)).collect();
    SectionData {
        number: s.id.clone(),
        title: w.say(&s.label),
        fields: shown.into_iter().map(|f| field(f, w)).collect(),
        left_out: (!out.is_empty()).then(|| w.with("paper-left-out", &[("fields", out.join("; ").into())])),
    }
}

fn field(f: &Field, w: &Words) -> FieldData {
    let (state, value, note) = match &f.value {
        FieldValue::Known { value } => ("known", shown(value, w), None),
        FieldValue::Assumed { value } => ("assumed", shown(value, w), Some(w.say("paper-assumed"))),
        FieldValue::Unknown { promised } => {
            let until = promised.map(|at| w.with("paper-promised-for", &[("at", moment(w, at).into())]));
            ("unknown", vec![w.say("paper-unknown")], until)
        }
        FieldValue::NotApplicable => ("not-applicable", vec![w.say("paper-not-applicable")], None),
    };
    FieldData { label: w.say(&f.label), required: f.required, state, value, note }
}

fn shown(value: &Shown, w: &Words) -> Vec<String> {
    match value {
        Shown::Words(keys) => keys.iter().map(|key| word(w, key)).collect(),
        Shown::Text(text) => vec![self::text(text, w)],
        Shown::Texts(texts) => texts.iter().map(|t| self::text(t, w)).collect(),
        Shown::Number(n) => vec![w.number(*n)],
        Shown::Range(min, max) => vec![range(*min, *max, w)],
        Shown::Moment(at) => vec![moment(w, *at)],
        Shown::Day(day) => vec![w.day(*day)],
        Shown::Truth(yes) => vec![w.say(if *yes { "paper-yes" } else { "paper-no" })],
        Shown::Countries(all) => {
            all.iter().map(|(code, n)| format!("{}: {}", w.or("respond-country", code), w.number(*n))).collect()
        }
        Shown::Names(names) => names.iter().map(|name| crate::authority_name(w, name)).collect(),
        Shown::Measures { taken, asked } => {
            let taken = taken.iter().map(|t| self::text(t, w));
            taken.chain(asked.iter().map(|a| crate::duty::asked(w, a))).collect()
        }
        Shown::Letters(all) => {
            let own = |s: &respond::Sent| s.text.as_ref().map(|t| self::text(t, w));
            all.iter().map(|s| crate::duty::sent(w, s, own(s).as_deref())).collect()
        }
    }
}

/// A word of an open list may have no translation; then the word itself stands there, without its key.
fn word(w: &Words, key: &str) -> String {
    match key.split_once("incident-") {
        Some((_, word)) if !w.has(key) => word.to_owned(),
        _ => w.say(key),
    }
}

fn text(text: &Text, w: &Words) -> String {
    text.open().map_or_else(|| w.say("paper-erased"), str::to_owned)
}

fn range(min: Option<f64>, max: Option<f64>, w: &Words) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!("{}–{}", w.number(min), w.number(max)),
        (Some(min), None) => w.with("paper-at-least", &[("n", w.number(min).into())]),
        (None, Some(max)) => w.with("paper-at-most", &[("n", w.number(max).into())]),
        (None, None) => w.say("paper-unknown"),
    }
}
