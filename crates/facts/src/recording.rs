use crate::{Behaviour, Consent, Exchange, IdentifierKind, Person};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What was seen on all journeys, and what could not be. Written (as HAR) before anything is detected.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recording {
    pub started: Option<Timestamp>,
    pub ended: Option<Timestamp>,
    /// Absolute address the audit began at.
    pub start: String,
    /// `Chromium/156.0…` and the like.
    pub browser: String,
    pub runs: Vec<Run>,
    pub exchanges: Vec<Exchange>,
    pub gaps: Vec<Gap>,
    pub canaries: Vec<Canary>,
    pub behaviours: Vec<Behaviour>,
    /// What DNS said of the hosts that were met; a host without an alias has no row.
    pub aliases: Vec<Alias>,
}

/// A host that is only another name for somebody else's (CNAME, RFC 1034 section 3.6.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// As it stood in addresses.
    pub host: String,
    /// The names it leads to, in order, lower case, without the final dot.
    pub names: Vec<String>,
}

/// One journey under one consent state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    pub journey: String,
    pub consent: Consent,
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub name: String,
    pub ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// Address of the page after the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// File name below the output folder.
    #[serde(default)]
    pub screenshot: Option<String>,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Where the step stands in its recording, 1-based, when it asks for an element that is not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// Which run and step an exchange or canary belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRef {
    pub journey: String,
    pub consent: Consent,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
}

/// Something that could not be seen, and why. Never an empty list instead.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Gap {
    /// What was not seen, in plain words: `body of POST https://…`.
    pub what: String,
    pub why: String,
}

/// A made-up value typed into one field; belongs to nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Canary {
    /// Unique within the recording (`c01` …); doubles as the person id of its sightings.
    pub id: String,
    pub role: String,
    pub kind: IdentifierKind,
    /// As typed.
    pub value: String,
    /// CSS selector of the field it was typed into.
    pub field: String,
    /// Page it was typed on.
    pub page: String,
    pub journey: String,
    pub consent: Consent,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
}

impl Canary {
    /// The person detection looks for: one canary, one person, one identifier.
    pub fn person(&self) -> Person {
        Person { id: self.id.clone(), role: self.role.clone(), identifiers: vec![(self.kind, self.value.clone())] }
    }
}
