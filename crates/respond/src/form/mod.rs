//! A case in the fields of a notification form: what is known, assumed, missing or does not apply. No language in it:
//! labels and options are keys of the words.

mod fill;
mod table;

pub use table::{Answers, Form, OrderTable, read};

use crate::case::{Act, Case, Erasure, Text};
use crate::tables::tables;
use crate::zone::Moment;
use fill::Filler;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Schema `sluss/notification/1`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notification {
    pub schema: String,
    /// Id of the form, such as `edpb-2026`.
    pub form: String,
    /// `draft` while the form itself is one; words key `respond-form-status-<status>`.
    pub status: String,
    pub form_source: String,
    pub case: String,
    pub title: String,
    pub exercise: bool,
    pub at: Timestamp,
    pub sections: Vec<Section>,
    /// Ids of the required fields that have no value.
    pub gaps: Vec<String>,
    /// Of a follow-up: ids of the fields that are otherwise than the authority was told last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Its number in the form: `3.1`.
    pub id: String,
    /// Words key of the heading.
    pub label: String,
    pub fields: Vec<Field>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    pub id: String,
    /// Words key: `respond-field-<id>`.
    pub label: String,
    pub value: FieldValue,
    pub required: bool,
    /// Part of the minimum of Art. 33(3).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub minimum: bool,
    /// Where the answer is from: `finding:<id>`, `scan`; empty where a person gave it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum FieldValue {
    Known {
        value: Shown,
    },
    /// Taken for true until it is known.
    Assumed {
        value: Shown,
    },
    Unknown {
        promised: Option<Moment>,
    },
    NotApplicable,
}

/// A value a face can write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// Words keys.
    Words(Vec<String>),
    Text(Text),
    Texts(Vec<Text>),
    Number(f64),
    /// At least, at most.
    Range(Option<f64>, Option<f64>),
    Moment(Moment),
    Day(Date),
    Truth(bool),
    /// Amount by country code.
    Countries(Vec<(String, f64)>),
    Names(Vec<String>),
    /// What was done, and what recipients were asked to erase.
    Measures {
        taken: Vec<Text>,
        asked: Vec<Asked>,
    },
    /// Each sending to the people.
    Letters(Vec<Sent>),
}

/// One sending: when, to how many of whom, and what it said where that is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    pub at: Moment,
    pub people: Option<u64>,
    pub group: Option<String>,
    pub text: Option<Text>,
}

/// A request for erasure, and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    pub recipient: String,
    pub sent: Moment,
    pub answered: Option<Moment>,
    pub outcome: Option<Erasure>,
    pub note: Option<Text>,
}

impl Field {
    /// They read alike: what was frozen holds its times to the second.
    pub(crate) fn says_as(&self, other: &Self) -> bool {
        serde_json::to_value(&self.value).ok() == serde_json::to_value(&other.value).ok()
    }
}

impl Notification {
    pub const SCHEMA: &'static str = "sluss/notification/1";

    pub fn fields(&self) -> Vec<Field> {
        self.sections.iter().flat_map(|s| s.fields.iter().cloned()).collect()
    }

    pub fn field(&self, id: &str) -> Option<&Field> {
        self.sections.iter().flat_map(|s| &s.fields).find(|f| f.id == id)
    }

    /// The same answers in the order of an authority's own form: question number and field.
    pub fn in_order_of(&self, form: &str) -> Option<Vec<(String, &Field)>> {
        let order = tables().orders.iter().find(|o| o.id == form)?;
        Some(order.questions.iter().filter_map(|q| Some((q.n.clone(), self.field(&q.field)?))).collect())
    }
}

/// Ids of the authorities' own orders for a country.
pub fn orders(country: &str) -> Vec<&'static str> {
    tables().orders.iter().filter(|o| o.country == country).map(|o| o.id.as_str()).collect()
}

/// The case in the fields of the EDPB's template, as it stands at `now`.
pub fn notification(case: &Case, now: Timestamp) -> Notification {
    filled(case, None, now)
}

/// The same as it is frozen when `filing` (an [`Act::File`]) is recorded: with its kind and its reasons.
pub fn notification_of(case: &Case, filing: &Act, now: Timestamp) -> Notification {
    filled(case, Some(filing), now)
}

fn filled(case: &Case, filing: Option<&Act>, now: Timestamp) -> Notification {
    let form = &tables().form;
    let filler = Filler::new(case, filing, now);
    let sections: Vec<Section> = form.sections.iter().map(|s| filler.section(s)).collect();
    let empty = |f: &&Field| f.required && matches!(f.value, FieldValue::Unknown { .. });
    let gaps = sections.iter().flat_map(|s| &s.fields).filter(empty).map(|f| f.id.clone()).collect();
    let before = fill::earlier(case, filing);
    let otherwise = |f: &&Field| before.last().is_some_and(|last| last.is_otherwise(f));
    let changed = sections.iter().flat_map(|s| &s.fields).filter(otherwise).map(|f| f.id.clone()).collect();
    Notification {
        schema: Notification::SCHEMA.to_owned(),
        form: form.id.clone(),
        status: form.status.clone(),
        form_source: form.source.clone(),
        case: case.id.clone(),
        title: case.title.clone(),
        exercise: case.exercise,
        at: now,
        sections,
        gaps,
        changed,
    }
}

/// What a person may answer to an item of the form; none for a field that the facts or the events answer.
pub fn answers(item: &str) -> Option<Answers> {
    row(item)?.answers()
}

/// Path of the fact that answers a field; none where a person or the events do.
pub fn fact_of(field: &str) -> Option<&'static str> {
    row(field)?.fact()
}

fn row(field: &str) -> Option<&'static table::FieldRow> {
    tables().form.sections.iter().flat_map(|s| &s.fields).find(|row| row.id == field)
}

/// Words key of an answer that is one of the item's options.
pub fn answer_key(item: &str, answer: &str) -> Option<String> {
    let Some(Answers::Options(options)) = answers(item) else { return None };
    options.iter().any(|o| o == answer).then(|| option_key(item, answer))
}

/// Words key of one word of a fact: `web-people-groups-patients`.
pub fn word_key(fact: &str, word: &str) -> String {
    format!("web-{}-{word}", fact.replace(['.', '_'], "-"))
}

/// Words key of one option of a field: `respond-option-sub-type-complete`.
pub fn option_key(field: &str, option: &str) -> String {
    format!("respond-option-{field}-{option}")
}
