//! HAR 1.2 (<http://www.softwareishard.com/blog/har-12-spec/>) in both directions.
//!
//! Our own files carry what HAR has no place for in `_sluss` objects, so that reading gives back what was written.
//! Files of other programs are read as far as they go; an entry that cannot be read is named, the others are kept.

mod cookies;
mod initiator;
pub(crate) mod mend;
mod post;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use initiator::initiator;
pub(crate) use read::{Titles, body_size, entry, messages, titles};
pub use read::{one, places, read};
pub use write::write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::{Alias, Behaviour, Canary, Gap, Mode, Run, RunRef, Sent};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Log level: what a recording knows beside its exchanges.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct OwnLog {
    schema: String,
    started: Option<Timestamp>,
    ended: Option<Timestamp>,
    start: String,
    browser: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<Mode>,
    runs: Vec<Run>,
    gaps: Vec<Gap>,
    canaries: Vec<Canary>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    behaviours: Vec<Behaviour>,
    aliases: Vec<Alias>,
}

const SCHEMA: &str = "sluss/recording/1";

/// A version of HTTP that nobody told, as browsers export it.
const UNKNOWN: &str = "unknown";

/// Entry level.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct OwnEntry {
    id: String,
    at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    initiator: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stack: Vec<String>,
    /// Base64.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    frames: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sent: Vec<Sent>,
    /// HAR demands a response object; this says whether there was one.
    responded: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    redirected_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<RunRef>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    seen_by: Vec<String>,
}

/// HAR's text with an optional encoding: plain where the bytes are UTF-8, else base64.
fn text_of(bytes: &[u8]) -> (String, Option<&'static str>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(_) => (STANDARD.encode(bytes), Some("base64")),
    }
}

fn decoded(text: &str, encoding: &str) -> Result<Vec<u8>, String> {
    match encoding {
        "base64" => STANDARD.decode(text.trim()).map_err(|_| "it is not valid base64".to_owned()),
        other => Err(format!("unknown encoding `{other}`; known: base64")),
    }
}
