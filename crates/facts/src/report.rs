use crate::{Behaviour, Canary, Finding, Gap, Run, Sighting};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// report.json of an audit, schema `sluss/report/1`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub schema: String,
    /// Address the audit began at.
    pub start: String,
    /// Name of the service and its controller, where a declaration gave them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controller: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
    #[serde(default)]
    pub browser: String,
    pub runs: Vec<Run>,
    /// Number of exchanges recorded; the exchanges are in capture.har.
    pub exchanges: usize,
    pub gaps: Vec<Gap>,
    pub recipients: Vec<RecipientRow>,
    pub sightings: Vec<Sighting>,
    pub settings: Vec<SettingRow>,
    pub findings: Vec<Finding>,
    /// What was typed where. Made up, belongs to nobody, so it may be shown.
    #[serde(default)]
    pub canaries: Vec<Canary>,
    /// What scripts did beside sending.
    #[serde(default)]
    pub behaviours: Vec<Behaviour>,
}

impl Report {
    pub const SCHEMA: &'static str = "sluss/report/1";
}

/// Who got requests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecipientRow {
    pub id: String,
    pub name: String,
    pub hosts: Vec<String>,
    pub requests: usize,
    pub third_party: bool,
    pub via: Via,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Via {
    Direct,
    /// A name of the service's own that points to the recipient.
    Cname,
}

/// One vendor switch as declared, as the vendor serves it, and as the traffic shows it. `on`, `off`, or absent when unknown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SettingRow {
    pub vendor: String,
    pub account: String,
    pub setting: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub served: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed: Option<String>,
    pub conflict: bool,
    /// The exchange whose response held the served setting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Where to change it: the vendor's settings page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_at: Option<String>,
}

/// `scan --summary`, schema `sluss/summary/1`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    pub schema: String,
    pub exchanges: u64,
    pub bytes: u64,
    pub sightings: u64,
    /// Natural persons, each counted once.
    pub people: u64,
    pub shared_addresses: u64,
    pub first: Option<Timestamp>,
    pub last: Option<Timestamp>,
    pub by_recipient: Vec<SummaryRecipient>,
    pub by_role: BTreeMap<String, Counts>,
    pub by_country: BTreeMap<String, Counts>,
    #[serde(default)]
    pub by_month: BTreeMap<String, Counts>,
    pub unreadable: Vec<Unreadable>,
}

impl Summary {
    pub const SCHEMA: &'static str = "sluss/summary/1";
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SummaryRecipient {
    pub recipient: String,
    pub people: u64,
    pub sightings: u64,
    pub first: Option<Timestamp>,
    pub last: Option<Timestamp>,
    /// Sightings by identifier word.
    pub identifiers: BTreeMap<String, u64>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub people: u64,
    pub sightings: u64,
}

/// A line or entry that could not be read; the rest was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    pub source: String,
    /// 1-based; absent where the source has no lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    pub why: String,
}
