//! Everything a person reads: words, the HTML report, the PDF of a notification.
//!
//! No I/O, no clock, no randomness: `now`, the time zone and the screenshots are arguments.

mod duty;
pub mod gaps;
mod letter;
mod months;
mod pdf;
pub mod problems;
mod report;
mod say;
pub mod words;

pub use duty::{
    asked, authority, authority_name, caution, duty_name, duty_title, fields, open_duties, plan_gap, regime_stage, sent,
};
pub use letter::{PeopleLetter, unfinished};
pub use months::{months_svg, months_text};
pub use pdf::{Letter, Mark, PaperError, filed_notification_pdf, letter_pdf, moment, notification_pdf};
pub use report::{Explain, Screenshot, conflict, report_html, report_html_explained, state, summary};
pub use say::{
    consent, disguise, fix, identifier, law, part, plain, reasons, recipient, recipient_named, role, run, step, title,
    vendor, why,
};
pub use words::{Value, Words};

/// Design tokens and base styles, shared by the report and the web pages so that both look alike.
pub const BASE_CSS: &str = include_str!("../assets/base.css");

/// The manual page of a rule, Markdown; none for a rule of another version.
pub fn manual(rule: &str) -> Option<String> {
    judge::RULES.iter().find(|r| r.name == rule).map(judge::Rule::manual)
}
