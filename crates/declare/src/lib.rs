//! What the organisation itself has decided: its policy, its recorded journeys, and the made-up persons of an audit.
//!
//! Pure: text and seeds in, values or [`facts::Problems`] out.

mod accepted;
mod json;
mod keys;
mod mint;
mod placeholder;
mod policy;
mod read;
mod reader;
mod recorder;
mod watch;

pub use accepted::{accepted, decided, undone};
pub use mint::CanaryMint;
pub use placeholder::{Placeholder, Wrong, placeholders};
pub use policy::{Allowed, ControllerRole, DATA_WORDS, JourneyRef, Policy, Service, Zone, undeclared};
pub use read::{policy, policy_and};
pub use recorder::{recording, title};
pub use watch::{Cron, Schedule, Watch, duration};
