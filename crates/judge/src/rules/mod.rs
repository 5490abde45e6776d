//! The rules. One file, one name: in code, fixture, test and manual page (docs/rules).
//!
//! To add one: a file with its manual page as `//!` comment and a `check`, its `mod` line, its row in [`RULES`]. A test
//! holds the folder, the list and the manual against each other.

mod after_refusal;
mod automatic_matching_on;
mod before_consent;
mod before_submission;
mod configuration_changed;
mod forbidden_zone;
mod identifier_in_address;
mod interaction_beside_identifiers;
mod new_recipient;
mod plain_text_where_hash_declared;
mod setting_conflict;
mod someone_elses_data;
mod undeclared_personal_data;
mod unexplained_recipient;
mod unmasked_session_replay;

use crate::evidence::Evidence;
use crate::finding::Draft;
use facts::Finding;

/// One thing that can be wrong.
pub struct Rule {
    /// As findings and the manual page are named.
    pub name: &'static str,
    pub(crate) check: fn(&Evidence<'_>) -> Vec<Draft>,
    /// Source of the rule; its leading comment is the manual page.
    pub(crate) source: &'static str,
}

macro_rules! rules {
    ($($name:literal = $module:ident),+ $(,)?) => {
        &[$(Rule { name: $name, check: $module::check, source: include_str!(concat!(stringify!($module), ".rs")) }),+]
    };
}

/// Every rule, sorted by name.
pub const RULES: &[Rule] = rules![
    "after-refusal" = after_refusal,
    "automatic-matching-on" = automatic_matching_on,
    "before-consent" = before_consent,
    "before-submission" = before_submission,
    "configuration-changed" = configuration_changed,
    "forbidden-zone" = forbidden_zone,
    "identifier-in-address" = identifier_in_address,
    "interaction-beside-identifiers" = interaction_beside_identifiers,
    "new-recipient" = new_recipient,
    "plain-text-where-hash-declared" = plain_text_where_hash_declared,
    "setting-conflict" = setting_conflict,
    "someone-elses-data" = someone_elses_data,
    "undeclared-personal-data" = undeclared_personal_data,
    "unexplained-recipient" = unexplained_recipient,
    "unmasked-session-replay" = unmasked_session_replay,
];

impl Rule {
    /// The manual page, Markdown.
    pub fn manual(&self) -> String {
        let comment = self.source.lines().map_while(|l| l.strip_prefix("//!"));
        let body: String = comment.map(|l| format!("{}\n", l.strip_prefix(' ').unwrap_or(l))).collect();
        format!("# {}\n\n{body}", self.name)
    }
}

pub(crate) fn all(evidence: &Evidence<'_>) -> Vec<Finding> {
    RULES.iter().flat_map(|rule| (rule.check)(evidence).into_iter().map(|draft| draft.finish(rule.name))).collect()
}
