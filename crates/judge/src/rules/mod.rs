//! The rules. One file, one name: in code, fixture, test and manual page (docs/rules).
//!
//! To add one: a file with its manual page as `//!` comment and a `check`, its `mod` line, its row in [`RULES`]. A test
//! holds the folder, the list and the manual against each other.

mod after_refusal;
mod automatic_matching_on;
mod before_consent;
mod before_submission;
mod configuration_changed;
mod consent_ignored;
mod forbidden_zone;
mod form_listening;
mod identifier_in_address;
mod interaction_beside_identifiers;
mod new_host;
mod new_recipient;
mod new_script;
mod plain_text_where_hash_declared;
mod setting_conflict;
mod someone_elses_data;
mod tracker_alias;
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
    /// Whose law it is about, as names of regimes: security and legal basis are the data protection authority's, access
    /// to the visitor's device the communications authority's (IMY and PTS in Sweden).
    pub regimes: &'static [&'static str],
    pub(crate) check: fn(&Evidence<'_>) -> Vec<Draft>,
    /// Source of the rule; its leading comment is the manual page.
    pub(crate) source: &'static str,
}

macro_rules! rules {
    ($($name:literal = $module:ident under $($regime:literal)+),+ $(,)?) => {
        &[$(Rule { name: $name, regimes: &[$($regime),+], check: $module::check, source: include_str!(concat!(stringify!($module), ".rs")) }),+]
    };
}

/// Every rule, sorted by name.
pub const RULES: &[Rule] = rules![
    "after-refusal" = after_refusal under "eprivacy" "gdpr",
    "automatic-matching-on" = automatic_matching_on under "eprivacy" "gdpr",
    "before-consent" = before_consent under "eprivacy" "gdpr",
    "before-submission" = before_submission under "eprivacy" "gdpr",
    "configuration-changed" = configuration_changed under "gdpr",
    "consent-ignored" = consent_ignored under "eprivacy",
    "forbidden-zone" = forbidden_zone under "gdpr",
    "form-listening" = form_listening under "eprivacy" "gdpr",
    "identifier-in-address" = identifier_in_address under "gdpr",
    "interaction-beside-identifiers" = interaction_beside_identifiers under "gdpr",
    "new-host" = new_host under "gdpr",
    "new-recipient" = new_recipient under "gdpr",
    "new-script" = new_script under "gdpr",
    "plain-text-where-hash-declared" = plain_text_where_hash_declared under "gdpr",
    "setting-conflict" = setting_conflict under "gdpr",
    "someone-elses-data" = someone_elses_data under "gdpr",
    "tracker-alias" = tracker_alias under "eprivacy" "gdpr",
    "undeclared-personal-data" = undeclared_personal_data under "gdpr",
    "unexplained-recipient" = unexplained_recipient under "gdpr",
    "unmasked-session-replay" = unmasked_session_replay under "eprivacy" "gdpr",
];

impl Rule {
    /// The manual page, Markdown.
    pub fn manual(&self) -> String {
        let comment = self.source.lines().map_while(|l| l.strip_prefix("//!"));
        let body: String = comment.map(|l| format!("{}\n", l.strip_prefix(' ').unwrap_or(l))).collect();
        format!("# {}\n\n{body}", self.name)
    }
}

pub(crate) fn all(evidence: &Evidence<'_>, service: &str) -> Vec<Finding> {
    let found = |rule: &'static Rule| {
        let drafts = (rule.check)(evidence).into_iter();
        drafts.map(|draft| draft.finish(rule.name, rule.regimes, service))
    };
    RULES.iter().flat_map(found).collect()
}
