//! The words and small shapes that acts are made of.

use crate::facts::BreachFacts;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Where a fact came from: `finding:<id>`, `assumed`, a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Path of the fact: `recipients.who`.
    pub fact: String,
    pub from: String,
}

/// When it happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Occurred {
    Point {
        at: Timestamp,
        #[serde(default)]
        estimated: bool,
    },
    Range {
        from: Timestamp,
        to: Timestamp,
        #[serde(default)]
        estimated: bool,
    },
    Ongoing {
        since: Timestamp,
        #[serde(default)]
        estimated: bool,
    },
    #[default]
    Unknown,
}

impl Occurred {
    pub fn start(&self) -> Option<Timestamp> {
        match self {
            Self::Point { at, .. } => Some(*at),
            Self::Range { from, .. } => Some(*from),
            Self::Ongoing { since, .. } => Some(*since),
            Self::Unknown => None,
        }
    }

    pub fn end(&self) -> Option<Timestamp> {
        match self {
            Self::Point { at, .. } => Some(*at),
            Self::Range { to, .. } => Some(*to),
            Self::Ongoing { .. } | Self::Unknown => None,
        }
    }
}

/// How well an item of Art. 33(3) is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum ItemStatus {
    Known,
    Assumed,
    Unknown {
        #[serde(default)]
        promised: Option<Timestamp>,
    },
    NotApplicable,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum About {
    /// Art. 33: is the authority told?
    Authority,
    /// Art. 34: are the people told?
    People,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FilingKind {
    /// The first one, everything in it.
    Complete,
    /// The first one, to be amended.
    Incomplete,
    FollowUp,
    Withdrawal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Means {
    Individual,
    Public,
    Other,
}

/// The conditions of Art. 34(3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ground {
    A,
    B,
    C,
}

impl Ground {
    /// The facts say the opposite of the condition: the one or the other has to be put right.
    pub fn contradicts(self, facts: &BreachFacts) -> bool {
        let mitigation = facts.mitigation.as_ref();
        match self {
            Self::A => matches!(facts.unintelligible.as_deref(), Some("no" | "subvertible")),
            Self::B => mitigation.and_then(|m| m.high_risk_no_longer_likely) == Some(false),
            Self::C => mitigation.and_then(|m| m.disproportionate_effort) == Some(false),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    pub at: Timestamp,
    pub place: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Erasure {
    Confirmed,
    Partly,
    Refused,
}

/// How a factor of Art. 83(2) bears on a fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    Aggravates,
    Mitigates,
    Neutral,
}
