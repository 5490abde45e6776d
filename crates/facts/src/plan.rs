use crate::{Canary, IdentifierKind};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What the visitor answered to the consent dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Consent {
    /// Left unanswered.
    None,
    Reject,
    Accept,
}

impl Consent {
    pub const ALL: [Self; 3] = [Self::None, Self::Reject, Self::Accept];

    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Reject => "reject",
            Self::Accept => "accept",
        }
    }
}

/// How far an audit may go with a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Look, type nothing.
    Observe,
    /// Type and click what does not send the form.
    Fill,
    /// Send forms too.
    Submit,
}

/// Everything capture needs to drive a browser; made from a declaration or from a bare address.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Absolute address.
    pub start: String,
    /// For a service that asks for a name and password before it shows anything (RFC 7617).
    pub login: Option<Login>,
    /// Registrable domains or hosts that belong to the service; navigation never leaves them.
    pub first_party: Vec<String>,
    pub journeys: Vec<Journey>,
    pub consents: Vec<Consent>,
    pub mode: Mode,
    /// Upper bound of pages visited by exploration.
    pub pages: usize,
    pub resolve: Vec<Resolve>,
    /// Accept any certificate.
    pub insecure: bool,
    /// Longest wait for one step.
    pub timeout: Duration,
    pub user_agent: Option<String>,
    /// Shortest time between two pages or sent forms, over everything that goes on side by side.
    pub pause: Duration,
    /// Forms that are never sent, whatever the mode: CSS selectors, or paths with `*` of a form's page or action.
    pub never_send: Vec<String>,
    /// Lead everything through a recording proxy too, and hold the two against each other.
    pub proxy: bool,
}

/// A name and password. They stand in no address, because addresses are told everywhere.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    pub user: String,
    pub password: String,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Login")
    }
}

/// One `--resolve HOST:PORT:ADDR:PORT`: connect there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolve {
    pub host: String,
    pub port: u16,
    pub to_host: String,
    pub to_port: u16,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Journey {
    pub name: String,
    pub script: Script,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Script {
    /// Find pages and forms, fill, click: needs no configuration.
    Explore,
    /// A Chrome DevTools Recorder export, step by step.
    Recorded(Vec<RecordedStep>),
}

/// One step of a recording, with the selectors of every alternative (outer) and their shadow/frame chain (inner).
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedStep {
    /// Shown in the report: `click #send`.
    pub name: String,
    pub action: StepAction,
    pub selectors: Vec<Vec<String>>,
    /// Frame path as the Recorder writes it, indices from the main frame down.
    pub frame: Vec<usize>,
    pub timeout: Option<Duration>,
    /// 1-based line in the recording, for messages.
    pub line: usize,
    /// Address of the pop-up it happens in; none for the main page.
    pub target: Option<String>,
    /// The step is followed by a navigation that must end before the next one.
    pub navigates: bool,
    /// Where the recording went with that, as it says itself.
    pub leads_to: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum StepAction {
    SetViewport {
        width: u32,
        height: u32,
        mobile: bool,
        touch: bool,
        landscape: bool,
        scale: f64,
    },
    Navigate {
        url: String,
    },
    Click {
        double: bool,
        /// As the Recorder calls it: `primary`, `secondary`, `auxiliary`, `back`, `forward`.
        button: String,
        /// `mouse`, `pen`, `touch`.
        device: String,
        /// Pixels from the left top corner of the element's box.
        offset: Option<(f64, f64)>,
        /// How long the button is down.
        duration: Duration,
    },
    Hover,
    /// `value` may hold `{{role.identifier}}`, replaced by a canary at run time.
    Change {
        value: String,
    },
    KeyDown {
        key: String,
    },
    KeyUp {
        key: String,
    },
    Scroll {
        x: f64,
        y: f64,
    },
    WaitForElement {
        visible: Option<bool>,
        count: Option<(String, usize)>,
        /// JSON objects that the element must agree with, as they stand in the recording.
        attributes: Option<String>,
        properties: Option<String>,
    },
    WaitForExpression {
        expression: String,
    },
    /// Bytes a second, none of a limit below 0; milliseconds that everything takes longer.
    Network {
        download: f64,
        upload: f64,
        latency: f64,
    },
    /// A step the Recorder writes and an audit need not do (`close`).
    Skip {
        why: String,
    },
    /// A step that nobody but the extension that wrote it can do (`customStep`): a gap.
    Unknown {
        why: String,
    },
}

/// Asks for one made-up value. Every canary is unique to its field, journey and consent state; fields of one form that ask for
/// the same once more share theirs, and it names them all.
#[derive(Debug, Clone, PartialEq)]
pub struct CanaryRequest {
    pub role: String,
    pub kind: IdentifierKind,
    pub journey: String,
    pub consent: Consent,
    /// CSS selector of the field.
    pub field: String,
    pub page: String,
    /// `lang` of the page's document, as it stands there; empty where there is none.
    pub lang: String,
    /// The country whose national ids the field's own words name, where they do.
    pub named: Option<String>,
    /// The country whose national ids the example beside the field is one of, where there is one.
    pub example: Option<String>,
    pub step: Option<String>,
    /// 0 for the first spelling of this field, 1 for the next (mixed case, `+46 …`).
    pub spelling: usize,
}

/// Makes canaries. `declare` implements it; capture only asks.
pub trait Mint: Send {
    fn mint(&mut self, wanted: &CanaryRequest) -> Canary;
}
