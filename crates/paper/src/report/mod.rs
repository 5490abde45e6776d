//! The report of an audit as one HTML file that needs nothing else: no script, no file, no network.

mod behaviours;
mod findings;
mod page;
mod steps;
mod summary;
#[cfg(test)]
mod tests;

pub use findings::conflict;
pub use summary::{state, summary};

use crate::Words;
use askama::Template;
use base64::Engine;
use facts::{IdentifierKind, Report};

/// How a typed value became what was sent, step by step: `(name of the step, value after it)`.
pub type Explain<'a> = &'a dyn Fn(IdentifierKind, &str, &[String]) -> Vec<(String, String)>;

/// Bytes of a screenshot by the name that stands in the report.
pub type Screenshot<'a> = &'a dyn Fn(&str) -> Option<Vec<u8>>;

/// The report without the values between what was typed and what was sent.
pub fn report_html(report: &Report, words: &Words, screenshot: Screenshot<'_>) -> String {
    report_html_explained(report, words, screenshot, &|_, _, _| Vec::new())
}

/// The report; `explain` gives the value after each step of a disguise. Only canaries are explained: they are made up.
pub fn report_html_explained(
    report: &Report,
    words: &Words,
    screenshot: Screenshot<'_>,
    explain: Explain<'_>,
) -> String {
    let sources = Sources { report, words: *words, screenshot, explain };
    page::page(&sources).render().expect("a template without filters of its own writes into a string")
}

/// What the report is made from.
struct Sources<'a> {
    report: &'a Report,
    words: Words,
    screenshot: Screenshot<'a>,
    explain: Explain<'a>,
}

impl Sources<'_> {
    /// The picture as a `data:` address; none for what is no picture (an SVG could carry a script).
    fn picture(&self, name: &str) -> Option<String> {
        let bytes = (self.screenshot)(name)?;
        let kind = kind(&bytes)?;
        Some(format!("data:{kind};base64,{}", base64::engine::general_purpose::STANDARD.encode(&bytes)))
    }

    /// The name people know a recipient by.
    fn recipient(&self, id: &str) -> String {
        let row = self.report.recipients.iter().find(|r| r.id == id);
        crate::say::recipient(&self.words, id, row.map_or(id, |r| &r.name))
    }
}

fn kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}
