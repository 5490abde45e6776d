//! Papers as tagged PDF (PDF/UA-1 and PDF/A-3a at once), set by Typst inside the program.
//!
//! The setting knows no disk, no network and no clock: templates and fonts are embedded, data and time are arguments.

mod letter;
mod notification;
#[cfg(test)]
mod tests;
mod world;

pub use letter::{Letter, Mark, letter_pdf};
pub use notification::moment;
pub use notification::{filed_notification_pdf, notification_pdf};

use crate::Words;
use facts::Lang;
use jiff::Timestamp;
use serde::Serialize;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::Paper;

/// A paper that could not be set: a mistake in a template or in the data given to it, never the user's.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    #[error("the data of the paper cannot be written: {0}")]
    Data(#[from] serde_json::Error),
    #[error("the page cannot be written: {0}")]
    Page(#[from] askama::Error),
    #[error("the paper `{template}` cannot be set: {why}")]
    Setting { template: &'static str, why: String },
}

/// The papers there are; each is a template in `typst/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    Letter,
    Notification,
}

impl Template {
    fn name(self) -> &'static str {
        match self {
            Self::Letter => "letter.typ",
            Self::Notification => "notification.typ",
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Letter => include_str!("../../typst/letter.typ"),
            Self::Notification => include_str!("../../typst/notification.typ"),
        }
    }
}

/// What every paper carries, whatever it says. The templates read it from `data.json` by these names.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Frame {
    pub title: String,
    pub author: String,
    pub description: String,
    /// BCP 47 primary subtag.
    pub lang: &'static str,
    /// ISO 3166 country of the language's rules of hyphenation and quotes.
    pub region: &'static str,
    pub date: Date,
    /// Head line of the second page and those after it.
    pub running: String,
    pub footer: String,
    /// What stands around the page's number and between it and the number of pages.
    pub page_words: [String; 2],
    /// The sentence that this is no final paper; none on one that is.
    pub draft: Option<String>,
    pub draft_why: String,
    /// The word across the page of a draft.
    pub mark: String,
}

/// Country whose rules of hyphenation and quotes hold.
fn region(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "SE",
        Lang::Fi => "FI",
        Lang::En => "GB",
    }
}

fn page_words(words: &Words) -> [String; 2] {
    ["paper-page-number", "paper-page-of"].map(|key| format!(" {} ", words.say(key)))
}

/// UTC, in the parts that Typst's `datetime` takes.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Date {
    year: i16,
    month: i8,
    day: i8,
    hour: i8,
    minute: i8,
    second: i8,
}

impl From<Timestamp> for Date {
    fn from(at: Timestamp) -> Self {
        let at = at.to_zoned(jiff::tz::TimeZone::UTC);
        let (year, month, day) = (at.year(), at.month(), at.day());
        Self { year, month, day, hour: at.hour(), minute: at.minute(), second: at.second() }
    }
}

/// Sets a paper: `data` becomes `data.json`, `files` lie beside it (attachments). The same input gives the same bytes.
pub fn render(
    template: Template,
    data: &impl Serialize,
    files: &[(&'static str, Vec<u8>)],
    ident: &str,
) -> Result<Vec<u8>, PaperError> {
    let mut data = serde_json::to_value(data)?;
    make_legible(&mut data);
    let paper = Paper::new(template.name(), template.text(), serde_json::to_vec(&data)?, files);
    let failed = |errors: typst::ecow::EcoVec<typst::diag::SourceDiagnostic>| PaperError::Setting {
        template: template.name(),
        why: errors.iter().map(|e| e.message.to_string()).collect::<Vec<_>>().join("; "),
    };
    let document = typst::compile::<PagedDocument>(&paper).output.map_err(failed)?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("Sluss".to_owned())),
        standards: standards(template)?,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options).map_err(failed);
    // Typst remembers what it computed; a server must not remember every case it ever set.
    typst::comemo::evict(0);
    pdf
}

fn standards(template: Template) -> Result<PdfStandards, PaperError> {
    PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_3a])
        .map_err(|e| PaperError::Setting { template: template.name(), why: e.message().to_string() })
}

fn make_legible(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) => *text = world::legible(text),
        serde_json::Value::Array(list) => list.iter_mut().for_each(make_legible),
        serde_json::Value::Object(map) => map.values_mut().for_each(make_legible),
        _ => {}
    }
}

/// The day is in the data; Typst is told none of its own.
fn no_day() -> Option<Datetime> {
    None
}
