//! What a recording means: who received what, which switches contradict each other, and which rules that breaks.
//!
//! Pure: policy, recording, sightings and tables in, a [`facts::Report`] out. Sentences for people are not made here.

mod accepted;
mod baseline;
mod check;
mod entities;
mod evidence;
mod film;
mod finding;
mod lost;
mod own;
mod parameters;
mod report;
mod rules;
mod settings;
mod stance;
mod trackers;
mod vendors;
mod who;

pub use accepted::accept;
pub use check::{by_id, check};
pub use evidence::{disguise, encodings, path_of};
pub use own::in_shape_of;
pub use report::judge;
pub use rules::{RULES, Rule};
pub use trackers::Trackers;
pub use vendors::{Endpoint, Example, Filmed, How, Key, Recipient, Setting, Vendor, Vendors, registrable};

#[cfg(test)]
mod tests;
