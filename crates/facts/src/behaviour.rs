use crate::RunRef;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a script did that is no request: it read a field, listened to keys, or kept something. Values are not recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behaviour {
    pub what: Deed,
    /// The innermost script, `https://host/tag.js:line:column` (1-based).
    pub script: String,
    /// The whole call stack, innermost first, same form; empty for listeners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stack: Vec<String>,
    /// A field or form: its CSS selector, as `Canary::field` has it. A listener: the selector of what it hangs on,
    /// `document` or `window`, and its event: `document keyup`. Storage: `localStorage.key`, `sessionStorage.key`,
    /// `cookie.name`.
    pub field: String,
    /// Page it happened on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Document of the frame it happened in, where that is not the page itself and of another site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// Ids of the exchanges of the same run that carried what was kept, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent_in: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<RunRef>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// The value of a form field was read by a script.
    FieldRead,
    /// A script hears the keys, or every change, of a field or of the whole page.
    KeyListener,
    /// Something was put into a cookie or the page's storage.
    StorageWrite,
}
