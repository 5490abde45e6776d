//! What a case holds. Each part is what the acts of its kind have made of it.

use super::event::{Letter, Text};
use super::word::{About, Erasure, FilingKind, Ground, ItemStatus, Means, Occurred, Origin, Publication, Weight};
use crate::assess::Answer;
use crate::facts::BreachFacts;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    pub id: String,
    pub title: String,
    pub reference: String,
    pub country: String,
    pub exercise: bool,
    pub opened: Timestamp,
    pub opened_by: String,
    pub note: Text,
    pub times: Times,
    pub facts: BreachFacts,
    pub origins: Vec<Origin>,
    /// Items of Art. 33(3) by id.
    pub items: BTreeMap<String, Item>,
    /// Items that were promised, by id, until they are given up or found before anybody waits for them.
    #[serde(default)]
    pub promises: BTreeMap<String, Promise>,
    /// The latest conclusion about each addressee, with the earlier ones before it.
    pub conclusions: Vec<Conclusion>,
    pub no_breach: Option<Conclusion>,
    /// What was told and holds, as a person says, though the case knows otherwise.
    pub upheld: Vec<Upheld>,
    pub delays: BTreeMap<String, Text>,
    pub findings: Vec<String>,
    pub filings: Vec<Filing>,
    pub told_controllers: Vec<(String, Timestamp)>,
    /// Controllers that the processor whose case it is has to tell, as far as they were named.
    pub controllers: Vec<String>,
    pub communications: Vec<Communication>,
    /// Letters to the people as they were kept while being written, oldest first.
    pub drafts: Vec<Draft>,
    pub exemption: Option<Exemption>,
    pub pause: Option<Pause>,
    pub measures: Vec<Measure>,
    pub erasures: Vec<ErasureRequest>,
    pub questions: Vec<AuthorityQuestion>,
    pub decisions: Vec<Decision>,
    /// Whose case it is; empty where it is the organisation's own.
    pub controller: String,
    /// Shared by the cases of one event.
    pub event: String,
    /// The controller has an establishment in the EEA.
    pub established: bool,
    /// Other laws whose reports are due, by id.
    pub regimes: Vec<String>,
    /// When the incident itself was noticed, for the laws that count from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detected: Option<Timestamp>,
    pub reports: Vec<Reported>,
    /// People held back from a channel and told otherwise since.
    pub reached: u64,
    /// Factors of Art. 83(2) by letter.
    pub weights: BTreeMap<String, Weighed>,
    pub attachments: Vec<Attachment>,
    /// How far a drill's clock is ahead of the real one, in seconds.
    pub ahead: i64,
    pub closed: Option<Closed>,
    /// Who did what when, without texts.
    pub history: Vec<Happened>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Times {
    pub occurred: Occurred,
    pub suspected: Option<Timestamp>,
    /// Nobody said when it was suspected: the case was opened then, or somebody had become aware already.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub presumed: bool,
    pub aware: Option<Aware>,
    /// The earliest awareness that was set and moved to a later time since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Aware>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Aware {
    pub at: Timestamp,
    /// The named person who set it.
    pub by: String,
    pub reason: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub status: ItemStatus,
    pub text: Text,
    pub number: Option<f64>,
    /// Digests of the case's files that are annexed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    pub due: Timestamp,
    pub made: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Conclusion {
    pub about: About,
    pub person: String,
    pub at: Timestamp,
    pub duty: bool,
    pub reasons: Text,
    pub proposed: Option<Answer>,
    /// What it rests on: the facts as they were then.
    #[serde(default)]
    pub facts: BreachFacts,
}

impl Conclusion {
    /// The person decided otherwise than the rules proposed.
    pub fn overrules(&self) -> bool {
        matches!((self.proposed, self.duty), (Some(Answer::Yes), false) | (Some(Answer::No), true))
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Upheld {
    pub about: About,
    pub person: String,
    pub at: Timestamp,
    pub reasons: Text,
    pub facts: BreachFacts,
    pub fields: Vec<crate::form::Field>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Filing {
    /// From 1.
    pub number: usize,
    pub authority: String,
    pub kind: FilingKind,
    pub sent: Timestamp,
    pub recorded: Timestamp,
    pub by: String,
    pub receipt: String,
    pub delay_reason: Option<Text>,
    pub withdrawal_reason: Option<Text>,
    pub documents: Vec<String>,
    pub fields: Vec<crate::form::Field>,
}

impl Filing {
    /// Fields that are otherwise than in the filing before: what a follow-up shows.
    pub fn changed(&self, before: &Self) -> Vec<&crate::form::Field> {
        let same = |f: &crate::form::Field| before.fields.iter().any(|b| b.id == f.id && b.says_as(f));
        self.fields.iter().filter(|f| !same(f)).collect()
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Communication {
    pub sent: Timestamp,
    pub means: Means,
    pub subgroup: Option<String>,
    pub people: Option<u64>,
    pub languages: Vec<String>,
    pub text: Text,
    pub held_back: u64,
    /// Parts of Art. 34(2) that it says, by [`Letter::PARTS`].
    #[serde(default)]
    pub parts: Vec<String>,
    /// A person says that nobody is left, whatever the numbers.
    #[serde(default)]
    pub all: bool,
    /// What the case knew when it was recorded.
    #[serde(default)]
    pub facts: BreachFacts,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub at: Timestamp,
    pub by: String,
    pub language: String,
    pub subgroup: Option<String>,
    pub letter: Letter,
    /// Until somebody has, it is a draft and says so.
    #[serde(default)]
    pub approved: Option<Approval>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Approval {
    pub at: Timestamp,
    pub person: String,
}

/// Who writes to the people: what the case knows of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sender {
    /// Name and contact of the controller.
    pub controller: Option<String>,
    /// Name and contact of the data protection officer, or of another contact point.
    pub dpo: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exemption {
    pub ground: Ground,
    pub person: String,
    pub at: Timestamp,
    pub reasons: Text,
    pub published: Option<Publication>,
    /// What it rests on: the facts as they were then.
    #[serde(default)]
    pub facts: BreachFacts,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pause {
    pub requested_by: String,
    pub reason: Text,
    pub until: Option<Timestamp>,
    pub since: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    pub id: String,
    pub what: Text,
    pub owner: String,
    pub due: Option<Timestamp>,
    pub article_32: Vec<String>,
    pub preventive: bool,
    pub done: Option<Timestamp>,
    pub proof: Option<Text>,
    pub effective: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErasureRequest {
    pub recipient: String,
    pub sent: Timestamp,
    pub due: Timestamp,
    pub answered: Option<Timestamp>,
    pub outcome: Option<Erasure>,
    pub note: Option<Text>,
    pub escalated_to: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AuthorityQuestion {
    pub authority: String,
    pub reference: String,
    pub received: Timestamp,
    pub due: Option<Timestamp>,
    pub question: Text,
    pub answered: Option<Timestamp>,
    pub answer: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    pub authority: String,
    pub reference: String,
    pub decided: Date,
    pub received: Date,
    pub outcome: String,
    pub articles: Vec<String>,
    pub public_party: bool,
    pub orders_communication: bool,
    pub summary: Text,
}

/// A report under another law.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reported {
    pub regime: String,
    pub stage: String,
    pub authority: String,
    pub sent: Timestamp,
    pub receipt: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Weighed {
    pub weight: Weight,
    pub text: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    pub name: String,
    pub digest: String,
    pub what: Text,
    pub at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Closed {
    pub at: Timestamp,
    pub person: String,
    pub reason: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Happened {
    pub at: Timestamp,
    pub by: String,
    pub act: String,
    /// A later entry says that it was a mistake.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
}
