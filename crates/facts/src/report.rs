use crate::{Behaviour, Canary, Finding, Gap, Mode, Run, Sighting};
use jiff::Timestamp;
use serde::{Deserialize, Serialize, Serializer};
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
    /// How far the audit went with forms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    pub runs: Vec<Run>,
    /// Number of exchanges recorded; the exchanges are in capture.har.
    pub exchanges: usize,
    pub gaps: Vec<Gap>,
    /// Why nothing of the service was looked at; absent where something was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unseen: Option<String>,
    /// The status of HTTP that the start page answered with, where that is why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unseen_status: Option<u16>,
    pub recipients: Vec<RecipientRow>,
    #[serde(serialize_with = "whole")]
    pub sightings: Vec<Sighting>,
    pub settings: Vec<SettingRow>,
    pub findings: Vec<Finding>,
    /// What was typed where. Made up, belongs to nobody, so it may be shown.
    #[serde(default)]
    pub canaries: Vec<Canary>,
    /// What scripts did beside sending.
    #[serde(default)]
    pub behaviours: Vec<Behaviour>,
    /// Scripts of third parties that were loaded, so that the next run knows which are new.
    #[serde(default)]
    pub scripts: Vec<LoadedScript>,
    /// Vendor configurations as they were served: where each was, and its digest.
    #[serde(default)]
    pub configurations: Vec<Configuration>,
    /// What the baseline knew of third parties and this run could not look at: a later one takes it for nothing new.
    #[serde(default, skip_serializing_if = "Earlier::is_empty")]
    pub earlier: Earlier,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_with: Option<MadeWith>,
}

impl Report {
    pub const SCHEMA: &'static str = "sluss/report/1";

    pub fn known_recipients(&self) -> impl Iterator<Item = &RecipientRow> {
        self.recipients.iter().chain(&self.earlier.recipients)
    }

    pub fn known_scripts(&self) -> impl Iterator<Item = &LoadedScript> {
        self.scripts.iter().chain(&self.earlier.scripts)
    }

    pub fn known_settings(&self) -> impl Iterator<Item = &SettingRow> {
        self.settings.iter().chain(&self.earlier.settings)
    }

    pub fn known_configurations(&self) -> impl Iterator<Item = &Configuration> {
        self.configurations.iter().chain(&self.earlier.configurations)
    }
}

/// Rows of the last report that had them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Earlier {
    /// With the hosts that were not met again.
    pub recipients: Vec<RecipientRow>,
    pub scripts: Vec<LoadedScript>,
    /// Those that were served.
    pub settings: Vec<SettingRow>,
    pub configurations: Vec<Configuration>,
}

impl Earlier {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The contract names these fields for a sighting of a report: they stand there also where nothing is known.
fn whole<'a, S: Serializer>(sightings: &'a [Sighting], to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        #[serde(flatten)]
        seen: &'a Sighting,
        #[serde(flatten)]
        unknown: BTreeMap<&'static str, ()>,
    }
    let row = |seen: &'a Sighting| {
        let fields = [
            ("journey", seen.journey.is_none()),
            ("consent", seen.consent.is_none()),
            ("step", seen.step.is_none()),
            ("zone", seen.zone.is_none()),
            ("field", seen.field.is_none()),
        ];
        Row { seen, unknown: fields.into_iter().filter(|(_, none)| *none).map(|(name, _)| (name, ())).collect() }
    };
    to.collect_seq(sightings.iter().map(row))
}

/// A script a third party served, by its address without query.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LoadedScript {
    pub recipient: String,
    pub url: String,
}

/// One configuration file of a vendor as it was served to the audit's browser.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Configuration {
    pub vendor: String,
    pub account: String,
    pub url: String,
    /// The exchange whose response it was.
    pub exchange: String,
    /// Of the body, lower-case hex.
    pub sha256: String,
}

/// What a report was made with: the same program on the same recording gives the same verdict.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeWith {
    /// `sluss 0.1.0`
    pub program: String,
    /// SHA-256 of the vendor and entity tables and of the shipped lists of trackers, lower-case hex.
    pub tables: String,
    /// Operating system and processor: `linux x86_64`.
    pub system: String,
    /// Name and SHA-256 of the list of trackers the user brought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter_list: Option<String>,
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
    /// The name behind the service's own one, where `via` is `cname`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cname: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The filter list that names it a tracker, where the user brought one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed: Option<String>,
    /// Other third parties whose scripts had a part in its requests: without them it gets none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub brought_by: Vec<String>,
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
    #[serde(default)]
    pub declared: Option<String>,
    #[serde(default)]
    pub served: Option<String>,
    #[serde(default)]
    pub observed: Option<String>,
    pub conflict: bool,
    /// The exchange whose response held the served setting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Where to change it: the vendor's settings page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_at: Option<String>,
}

impl SettingRow {
    /// Declared, and neither served nor seen: whether the declaration holds is not known.
    pub fn is_unchecked(&self) -> bool {
        self.declared.is_some() && self.served.is_none() && self.observed.is_none()
    }
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
    /// Those of them who were seen only where it could be chance (`confidence` low).
    #[serde(default)]
    pub people_low_confidence: u64,
    pub shared_addresses: u64,
    pub first: Option<Timestamp>,
    pub last: Option<Timestamp>,
    pub by_recipient: Vec<SummaryRecipient>,
    pub by_role: BTreeMap<String, Counts>,
    /// Of the people, as their list says it; `unknown` where it does not.
    pub by_country: BTreeMap<String, Counts>,
    /// `2021-03`, in UTC.
    #[serde(default)]
    pub by_month: BTreeMap<String, Counts>,
    /// The first thousand of a file one by one, the rest as a number.
    pub unreadable: Vec<Unreadable>,
    /// What was there and could not be seen: encrypted, lost, packed in a way that is not opened. The first thousand.
    #[serde(default)]
    pub gaps: Vec<Gap>,
    #[serde(default)]
    pub sources: Vec<SummarySource>,
    /// The user stopped it: what is here is what was found until then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stopped: bool,
    /// `common` where only the hashes that vendors use were looked for; all of them where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hashes: Option<String>,
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
    /// Where the recipient is established, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// One file of a scan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummarySource {
    pub source: String,
    /// What it was taken for: `har`, `ndjson`, `json`, `access-log`, `pcap`, `parquet`, `zip`, `tar`, `packed`, `text`, `bytes`.
    pub format: String,
    pub exchanges: u64,
    pub sightings: u64,
    /// Of them, those with which no time stands: no first, last or month tells of them.
    #[serde(default, skip_serializing_if = "is_none")]
    pub sightings_without_time: u64,
    /// Lines, entries or parts that could not be read.
    pub unreadable: u64,
    /// Parts that were there and could not be seen.
    #[serde(default)]
    pub gaps: u64,
}

fn is_none(number: &u64) -> bool {
    *number == 0
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
