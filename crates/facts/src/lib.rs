//! The nouns that cross a seam. Every room may use this one; it uses none.
//!
//! No I/O, no clock, no randomness. Shapes that other programs read are versioned (`schema`) and only ever grow.

mod behaviour;
mod exchange;
mod finding;
mod lang;
mod person;
mod plan;
mod problem;
mod recording;
mod report;
mod sighting;

pub use behaviour::{Behaviour, Deed};
pub use exchange::{Exchange, Response, Sent, Times};
pub use finding::{Acceptance, Finding, FindingState, Severity};
pub use lang::Lang;
pub use person::{IdentifierKind, Person, whole_names};
pub use plan::{CanaryRequest, Consent, Journey, Login, Mint, Mode, Plan, RecordedStep, Resolve, Script, StepAction};
pub use problem::{Place, Problem, Problems, nearest};
pub use recording::{Alias, Canary, Cut, Gap, Recording, Run, RunRef, Step, Typed, TypedAs};
pub use report::{
    Configuration, Counts, Earlier, LoadedScript, MadeWith, RecipientRow, Report, SettingRow, Summary,
    SummaryRecipient, SummarySource, Unreadable, Via,
};
pub use sighting::{Part, Sighting};
