//! What happens in a case. An act is asked for by a [`Command`] and, once allowed, kept as an [`Event`] for ever.

use super::word::{About, Erasure, FilingKind, Ground, ItemStatus, Means, Occurred, Origin, Publication, Weight};
use crate::assess::Answer;
use crate::facts::BreachFacts;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Asks for one act.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Command {
    /// The person who acts: name or user id.
    pub by: String,
    #[serde(flatten)]
    pub what: Act,
}

/// One act that was allowed. Golden form: `{"at":…,"by":…,"type":"aware/1",…}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// When it was recorded, not when the thing it tells of happened.
    pub at: Timestamp,
    pub by: String,
    #[serde(flatten)]
    pub what: Act,
}

impl Command {
    pub fn new(by: impl Into<String>, what: Act) -> Self {
        Self { by: by.into(), what }
    }
}

impl Event {
    /// A short name of the act for the log, without personal data.
    pub fn act(&self) -> &'static str {
        self.what.name()
    }

    /// The same event with every text about persons replaced by what `seal` gives for it (a digest), so that the text
    /// can be kept, and destroyed, elsewhere.
    pub fn sealed(&self, seal: &mut dyn FnMut(&str) -> String) -> Self {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        walk(&mut value, &mut |map| {
            if let Some(serde_json::Value::String(text)) = map.remove("private") {
                map.insert("sealed".to_owned(), serde_json::Value::String(seal(&text)));
            }
        });
        serde_json::from_value(value).unwrap_or_else(|_| self.clone())
    }

    /// The texts about persons in this event.
    pub fn private_texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        let _ = self.sealed(&mut |text| {
            texts.push(text.to_owned());
            String::new()
        });
        texts
    }
}

fn walk(value: &mut serde_json::Value, visit: &mut dyn FnMut(&mut serde_json::Map<String, serde_json::Value>)) {
    match value {
        serde_json::Value::Object(map) => {
            visit(map);
            map.values_mut().for_each(|v| walk(v, visit));
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(|v| walk(v, visit)),
        _ => {}
    }
}

/// Free text that may tell of persons. The register may keep it apart and destroy it; then only its digest is left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Text {
    Private(String),
    Sealed(String),
}

impl Text {
    /// The text, while it exists.
    pub fn open(&self) -> Option<&str> {
        match self {
            Self::Private(text) => Some(text),
            Self::Sealed(_) => None,
        }
    }

    pub fn is_blank(&self) -> bool {
        self.open().is_some_and(|t| t.trim().is_empty())
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::Private(String::new())
    }
}

impl<T: Into<String>> From<T> for Text {
    fn from(text: T) -> Self {
        Self::Private(text.into())
    }
}

/// The parts of a letter to the people that Art. 34(2) with 33(3)(b)-(d) demands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Letter {
    pub happened: Text,
    pub consequences: Text,
    pub measures: Text,
    pub advice: Text,
    pub contact: Text,
}

impl Letter {
    /// As Art. 34(2) with 33(3)(b) to (d) demands them, in the order in which they are read.
    pub const PARTS: [&str; 5] = ["happened", "consequences", "measures", "advice", "contact"];

    /// In the order of [`Self::PARTS`].
    pub fn parts(&self) -> [&Text; 5] {
        [&self.happened, &self.consequences, &self.measures, &self.advice, &self.contact]
    }

    /// What is prose in its parts: names and numbers of the contact are not.
    pub fn prose(parts: [&str; 5]) -> String {
        parts[..4].join("\n")
    }
}

/// Acts, each with the version of its shape in its tag. A shape that changes gets a new tag; the old one stays readable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Act {
    /// A suspicion becomes a case.
    #[serde(rename = "open/1")]
    Open {
        /// Left empty, it is made from the time.
        #[serde(default)]
        id: String,
        title: String,
        #[serde(default)]
        reference: String,
        /// Where the controller's authority is: ISO 3166, `FI-AX` for Åland.
        country: String,
        facts: BreachFacts,
        /// Which fact came from where.
        #[serde(default)]
        origins: Vec<Origin>,
        /// Audit findings the case came from.
        #[serde(default)]
        findings: Vec<String>,
        /// When somebody first suspected it; presumed if absent: at the opening, or at an awareness before it.
        #[serde(default)]
        suspected: Option<Timestamp>,
        #[serde(default)]
        occurred: Occurred,
        /// A drill: kept apart, never filed.
        #[serde(default)]
        exercise: bool,
        #[serde(default)]
        note: Text,
    },
    #[serde(rename = "times/1")]
    SetTimes { occurred: Occurred, suspected: Timestamp, reason: Text },
    /// The 72 hours run from here. Set by a named person with a reason; changed only by another such act.
    #[serde(rename = "aware/1")]
    SetAware { aware: Timestamp, person: String, reason: Text },
    #[serde(rename = "facts/1")]
    SetFacts {
        facts: BreachFacts,
        /// How it is known.
        source: Text,
        #[serde(default)]
        origins: Vec<Origin>,
    },
    #[serde(rename = "item/1")]
    SetItem {
        item: String,
        status: ItemStatus,
        #[serde(default)]
        text: Text,
        #[serde(default)]
        number: Option<f64>,
        /// Files of the case that are annexed: their digests (or names, before it is decided).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<String>,
    },
    /// A person concludes; the proposal of that hour is kept beside it.
    #[serde(rename = "conclude/1")]
    Conclude {
        about: About,
        person: String,
        /// Whether the duty exists.
        duty: bool,
        reasons: Text,
        /// What the rules proposed; filled in when decided.
        #[serde(default)]
        proposed: Option<Answer>,
    },
    /// What the authority, or the people, were told holds, although the case knows otherwise by now.
    #[serde(rename = "uphold/1")]
    Uphold {
        about: About,
        person: String,
        reasons: Text,
        /// The notification's fields as they were; filled in when decided.
        #[serde(default)]
        fields: Vec<crate::form::Field>,
    },
    /// No personal data breach after all: kept, with its reason.
    #[serde(rename = "no-breach/1")]
    NoBreach { person: String, reasons: Text },
    #[serde(rename = "delay/1")]
    ExplainDelay { duty: String, reason: Text },
    /// A notification was sent and is frozen.
    #[serde(rename = "file/1")]
    File {
        authority: String,
        kind: FilingKind,
        sent: Timestamp,
        #[serde(default)]
        receipt: String,
        #[serde(default)]
        delay_reason: Option<Text>,
        #[serde(default)]
        withdrawal_reason: Option<Text>,
        /// Digests of the frozen PDF and JSON, as the register keeps them.
        #[serde(default)]
        documents: Vec<String>,
        /// The fields as they were; filled in when decided.
        #[serde(default)]
        fields: Vec<crate::form::Field>,
    },
    /// Art. 33(2).
    #[serde(rename = "tell-controller/1")]
    TellController { controller: String, told: Timestamp },
    #[serde(rename = "communicate/1")]
    Communicate {
        sent: Timestamp,
        means: Means,
        #[serde(default)]
        subgroup: Option<String>,
        #[serde(default)]
        people: Option<u64>,
        #[serde(default)]
        languages: Vec<String>,
        text: Text,
        /// People with a protected identity who were held back from the channel; asked for where the facts know of such.
        #[serde(default)]
        held_back: Option<u64>,
        /// Which of the parts that Art. 34(2) demands the text says: names of [`Letter::PARTS`]. Until all were said,
        /// the people have not been told.
        #[serde(default)]
        parts: Vec<String>,
        /// Everybody of the group, or of all, has now been told, though the numbers differ.
        #[serde(default)]
        all: bool,
        /// It is another letter than the one approved, and whoever recorded it has said so.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        unlike: bool,
    },
    /// The letter to the people as far as it is written. Every one is kept; the newest goes on.
    #[serde(rename = "draft/1")]
    SaveDraft {
        /// Tag of the letter's language.
        language: String,
        #[serde(default)]
        subgroup: Option<String>,
        #[serde(flatten)]
        parts: Letter,
    },
    /// A named person says that a kept letter may go out as it is: it is no draft any more.
    #[serde(rename = "approve-draft/1")]
    ApproveDraft {
        /// Its number, from 1; the newest if 0, filled in when decided.
        #[serde(default)]
        draft: usize,
        person: String,
    },
    #[serde(rename = "exempt/1")]
    Exempt {
        ground: Ground,
        person: String,
        reasons: Text,
        /// Where and when the public was told; demanded for `c`, refused for `a` and `b`.
        #[serde(default)]
        published: Option<Publication>,
    },
    #[serde(rename = "pause/1")]
    PauseCommunication {
        requested_by: String,
        reason: Text,
        #[serde(default)]
        until: Option<Timestamp>,
    },
    #[serde(rename = "resume/1")]
    ResumeCommunication { reason: Text },
    #[serde(rename = "measure/1")]
    AddMeasure {
        id: String,
        what: Text,
        owner: String,
        #[serde(default)]
        due: Option<Timestamp>,
        /// Letters of Art. 32(1) it belongs to: `a` to `d`.
        #[serde(default)]
        article_32: Vec<String>,
        /// Prevents a recurrence, rather than mending this one.
        #[serde(default)]
        preventive: bool,
    },
    #[serde(rename = "measure-done/1")]
    DoMeasure {
        id: String,
        done: Timestamp,
        proof: Text,
        #[serde(default)]
        effective: Option<bool>,
    },
    #[serde(rename = "request-erasure/1")]
    RequestErasure { recipient: String, sent: Timestamp, due: Timestamp },
    #[serde(rename = "answer-erasure/1")]
    AnswerErasure { recipient: String, answered: Timestamp, outcome: Erasure, note: Text },
    #[serde(rename = "escalate-erasure/1")]
    EscalateErasure { recipient: String, to: String, reason: Text },
    /// The authority asks, or opens a supervision.
    #[serde(rename = "asked/1")]
    Asked {
        authority: String,
        reference: String,
        received: Timestamp,
        #[serde(default)]
        due: Option<Timestamp>,
        question: Text,
    },
    #[serde(rename = "answered/1")]
    Answered { reference: String, sent: Timestamp, answer: Text },
    #[serde(rename = "decision/1")]
    Decided {
        authority: String,
        reference: String,
        decided: Date,
        received: Date,
        /// Word of the outcome: `reprimand`, `fine`, `order`, `no-action` …
        outcome: String,
        #[serde(default)]
        articles: Vec<String>,
        /// The controller is a party representing the public: the appeal counts from the day of the decision.
        #[serde(default)]
        public_party: bool,
        /// Art. 34(4): the people have to be told.
        #[serde(default)]
        orders_communication: bool,
        summary: Text,
    },
    #[serde(rename = "link/1")]
    LinkFindings { findings: Vec<String> },
    #[serde(rename = "note/1")]
    Note { text: Text },
    /// An entry was a mistake: it no longer counts, and stays in the history with this one.
    #[serde(rename = "strike/1")]
    Strike {
        /// Its number in the history, from 1.
        entry: usize,
        person: String,
        reason: Text,
    },
    /// The case is called otherwise from now on.
    #[serde(rename = "title/1")]
    SetTitle { title: String, reason: Text },
    /// Whose case it is: one event at a processor is a case, and a clock, for each controller it hits.
    #[serde(rename = "controller/1")]
    SetController {
        controller: String,
        /// The same word in every case of one event.
        #[serde(default)]
        event: String,
        /// Has an establishment in the EEA; without one every authority concerned is notified.
        #[serde(default = "established")]
        established: bool,
        /// Whom the event hits and a processor has to tell; they join those named before.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        controllers: Vec<String>,
    },
    /// Other laws with reports and clocks of their own: ids of `tables/regimes/deadlines.toml`. Replaces the list.
    #[serde(rename = "regimes/1")]
    SetRegimes {
        regimes: Vec<String>,
        person: String,
        reason: Text,
        /// When the incident itself was noticed, whether or not personal data were known to be hit; what was said before
        /// stays where it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        detected: Option<Timestamp>,
    },
    /// The authority's receipt for a notification that was recorded without one.
    #[serde(rename = "receipt/1")]
    SetReceipt {
        /// Number of the notification in the case, from 1.
        filing: usize,
        receipt: String,
    },
    /// A report under one of them was sent.
    #[serde(rename = "report/1")]
    Report {
        regime: String,
        stage: String,
        authority: String,
        sent: Timestamp,
        #[serde(default)]
        receipt: String,
    },
    /// People who were held back from the channel were told in a way that is safe for them.
    #[serde(rename = "reach/1")]
    ReachHeldBack { sent: Timestamp, people: u64, how: Text },
    /// A factor of Art. 83(2) as a person sees it in this case.
    #[serde(rename = "weigh/1")]
    Weigh {
        /// `a` to `k`.
        letter: String,
        weight: Weight,
        text: Text,
    },
    /// A file is kept with the case: evidence, a report, the mail it came by.
    #[serde(rename = "attach/1")]
    Attach {
        name: String,
        /// As the register keeps it.
        #[serde(default)]
        digest: String,
        what: Text,
    },
    /// A drill's clock is put forward.
    #[serde(rename = "clock/1")]
    MoveClock {
        to: Timestamp,
        /// How far the drill is then ahead of the real clock, in seconds; filled in when decided.
        #[serde(default)]
        ahead: i64,
    },
    #[serde(rename = "close/1")]
    Close { person: String, reason: Text },
    #[serde(rename = "reopen/1")]
    Reopen { reason: Text },
}

impl Act {
    /// The tag without its version.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::SetTimes { .. } => "times",
            Self::SetAware { .. } => "aware",
            Self::SetFacts { .. } => "facts",
            Self::SetItem { .. } => "item",
            Self::Conclude { .. } => "conclude",
            Self::Uphold { .. } => "uphold",
            Self::NoBreach { .. } => "no-breach",
            Self::ExplainDelay { .. } => "delay",
            Self::File { .. } => "file",
            Self::TellController { .. } => "tell-controller",
            Self::Communicate { .. } => "communicate",
            Self::SaveDraft { .. } => "draft",
            Self::ApproveDraft { .. } => "approve-draft",
            Self::Exempt { .. } => "exempt",
            Self::PauseCommunication { .. } => "pause",
            Self::ResumeCommunication { .. } => "resume",
            Self::AddMeasure { .. } => "measure",
            Self::DoMeasure { .. } => "measure-done",
            Self::RequestErasure { .. } => "request-erasure",
            Self::AnswerErasure { .. } => "answer-erasure",
            Self::EscalateErasure { .. } => "escalate-erasure",
            Self::Asked { .. } => "asked",
            Self::Answered { .. } => "answered",
            Self::Decided { .. } => "decision",
            Self::LinkFindings { .. } => "link",
            Self::Note { .. } => "note",
            Self::Strike { .. } => "strike",
            Self::SetTitle { .. } => "title",
            Self::SetController { .. } => "controller",
            Self::SetRegimes { .. } => "regimes",
            Self::SetReceipt { .. } => "receipt",
            Self::Report { .. } => "report",
            Self::ReachHeldBack { .. } => "reach",
            Self::Weigh { .. } => "weigh",
            Self::Attach { .. } => "attach",
            Self::MoveClock { .. } => "clock",
            Self::Close { .. } => "close",
            Self::Reopen { .. } => "reopen",
        }
    }
}

fn established() -> bool {
    true
}
