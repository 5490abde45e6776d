use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a rule made of sightings, settings and policy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Stable across runs: a digest of rule, recipient, identifier, role and zone.
    pub id: String,
    /// Name of the rule; the manual page has the same name.
    pub rule: String,
    pub severity: Severity,
    #[serde(default)]
    pub recipient: Option<String>,
    #[serde(default)]
    pub identifier: Option<String>,
    #[serde(default)]
    pub role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// One or two sentences for a person, in the report's language; written by the face from `rule` and `facts`.
    pub why: String,
    /// What the sentence is made of: recipient name, account, setting, counts … (never a personal value).
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
    /// Indices into the report's `sightings`, ascending.
    pub sightings: Vec<usize>,
    pub state: FindingState,
    /// Who decided to live with it until when; absent once the date has passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Acceptance>,
    /// Carried over from the baseline: this run lacks a journey, an answer to consent or a page under which it was seen, or a
    /// script or configuration it rests on, so nothing is known of it now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_looked_at: bool,
}

impl Finding {
    /// Whether this run says that it is so: neither gone nor left out. Only these count.
    pub fn stands(&self) -> bool {
        self.state != FindingState::Gone && !self.not_looked_at
    }
}

/// A named person's decision to live with a finding until a date, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// Id of the finding.
    pub finding: String,
    pub by: String,
    pub reason: String,
    /// The last day it holds.
    pub until: Date,
    /// How grave the finding was then; a graver one is not covered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Low,
    Medium,
    High,
}

/// Against the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FindingState {
    New,
    Known,
    Gone,
    Changed,
}
