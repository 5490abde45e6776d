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

pub struct SectionRow {
    pub(super) id: String,
    pub(super) name: String,
    pub fields: Vec<FieldRow>,
}

pub struct FieldRow {
    pub id: String,
    pub(super) value: Source,
    pub options: Vec<String>,
    pub(super) required: bool,
    pub(super) minimum: bool,
    pub(super) when: Option<Expr>,
    pub(super) needs: Option<String>,
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
    #[serde(default)]
    options: Vec<String>,
    #[serde(default)]
    pub(super) required: bool,
    #[serde(default)]
    pub(super) minimum: bool,
    when: Option<String>,
    needs: Option<String>,
    #[serde(default, rename = "number")]
    _number: bool,
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
        options: field.options,
        required: field.required,
        minimum: field.minimum,
        when,
        needs: field.needs,
    })
}
