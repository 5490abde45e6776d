//! A notification form as its table has it.

use crate::expr::Expr;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct OrderTable {
    pub id: String,
    pub country: String,
    pub questions: Vec<OrderRow>,
}

#[derive(Deserialize)]
pub struct OrderRow {
    pub n: String,
    pub field: String,
}

/// The form as its table has it.
pub struct Form {
    pub id: String,
    pub status: String,
    pub source: String,
    pub sections: Vec<SectionRow>,
    /// Ids of the fields a person fills in.
    pub items: Vec<String>,
}

/// What a person may answer to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    Text,
    /// One of these words; words keys [`super::option_key`].
    Options(&'static [String]),
    /// A whole number.
    Number,
    /// A day, or a day and a time.
    Moment,
    /// Files that are kept with the case, and text.
    Files,
}

pub struct SectionRow {
    pub(super) id: String,
    pub(super) name: String,
    pub fields: Vec<FieldRow>,
}

pub struct FieldRow {
    pub id: String,
    pub(super) value: Source,
    /// The fact that a value of the case is made from.
    fact: Option<String>,
    pub options: Vec<String>,
    number: bool,
    pub(super) moment: bool,
    pub(super) files: bool,
    pub(super) required: bool,
    pub(super) minimum: bool,
    pub(super) when: Option<Expr>,
    pub(super) needs: Option<String>,
}

impl FieldRow {
    /// Path of the fact that answers it, where one does.
    pub(super) fn fact(&self) -> Option<&str> {
        match &self.value {
            Source::Fact(path) => Some(path),
            _ => self.fact.as_deref(),
        }
    }

    /// None where the facts or the events answer it.
    pub(super) fn answers(&'static self) -> Option<Answers> {
        match &self.value {
            Source::Item if !self.options.is_empty() => Some(Answers::Options(&self.options)),
            Source::Item if self.number => Some(Answers::Number),
            Source::Item if self.moment => Some(Answers::Moment),
            Source::Item if self.files => Some(Answers::Files),
            Source::Item => Some(Answers::Text),
            _ => None,
        }
    }
}

pub(super) enum Source {
    Fact(String),
    Case(String),
    Item,
}

#[derive(Deserialize)]
struct RawForm {
    id: String,
    status: String,
    source: String,
    section: Vec<RawSection>,
}

#[derive(Deserialize)]
struct RawSection {
    id: String,
    name: String,
    field: Vec<RawField>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawField {
    id: String,
    value: String,
    fact: Option<String>,
    #[serde(default)]
    options: Vec<String>,
    #[serde(default)]
    pub(super) required: bool,
    #[serde(default)]
    pub(super) minimum: bool,
    when: Option<String>,
    needs: Option<String>,
    #[serde(default)]
    number: bool,
    #[serde(default)]
    moment: bool,
    #[serde(default)]
    files: bool,
}

pub fn read(text: &str, names: &crate::expr::Names) -> Result<Form, String> {
    let raw: RawForm = toml::from_str(text).map_err(|e| e.to_string())?;
    let mut items = Vec::new();
    let mut sections = Vec::new();
    for section in raw.section {
        let mut fields = Vec::new();
        for field in section.field {
            if field.value == "item" {
                items.push(field.id.clone());
            }
            fields.push(row(field, names)?);
        }
        sections.push(SectionRow { id: section.id, name: section.name, fields });
    }
    Ok(Form { id: raw.id, status: raw.status, source: raw.source, sections, items })
}

fn row(field: RawField, names: &crate::expr::Names) -> Result<FieldRow, String> {
    let value = match field.value.split_once(' ') {
        Some(("fact", path)) => Source::Fact(path.to_owned()),
        Some(("case", name)) => Source::Case(name.to_owned()),
        None if field.value == "item" => Source::Item,
        _ => return Err(format!("field `{}`: `{}` is no source of a value", field.id, field.value)),
    };
    let when = field.when.map(|w| names.parse(&w)).transpose().map_err(|e| format!("field `{}`: {e}", field.id))?;
    Ok(FieldRow {
        id: field.id,
        value,
        fact: field.fact,
        options: field.options,
        number: field.number,
        moment: field.moment,
        files: field.files,
        required: field.required,
        minimum: field.minimum,
        when,
        needs: field.needs,
    })
}
