//! From a finding or a person's words to a breach case: facts, assessment, duties, deadlines, filings.
//!
//! Pure: `now` is an argument. Every number, article and deadline is in tables/; every sentence in tables/words.

// A problem carries where, what and what would be right; it is made once and at the edge of a run.
#![allow(clippy::result_large_err)]

mod assess;
mod calendar;
pub mod case;
mod check;
mod day;
mod deadline;
mod drill;
mod enisa;
mod expr;
mod facts;
mod form;
mod json;
mod organisation;
mod plain;
mod remind;
mod roles;
mod rules;
mod statistics;
mod supervision;
mod tables;
mod view;
mod whatif;
mod zone;

pub use crate::assess::{
    Answer, AssessedDuties, Assessment, Change, Question, Reason, Risk, SubgroupAssessment, assess,
};
pub use crate::case::{
    About, Act, Attachment, Aware, Case, Caution, Command, Conclusion, Duty, DutyState, Erasure, Event, FROM_SCAN,
    Filing, FilingKind, Ground, Item, ItemStatus, Letter, Line, Means, Occurred, Origin, Publication, Refusal,
    Reported, Text, Times, Weighed, Weight, decide, draft, draft_of_scan, timeline,
};
pub use crate::day::{day, impossible};
pub use crate::deadline::{
    DeadlineAnswer, Reading, StageAnswer, country_of, deadline, deadline_at, holidays, moment_in, other_regimes,
    regimes, stage_deadline, stages_of,
};
pub use crate::drill::{AfterAction, Step, after_action};
pub use crate::enisa::Score;
pub use crate::facts::{Availability, BreachFacts, Mitigation, People, Recipients, Subgroup, facts};
pub use crate::form::{
    Answers, Asked, Field, FieldValue, Notification, Section, Sent, Shown, answer_key, answers, fact_of, notification,
    notification_of, option_key, orders, word_key,
};
pub use crate::json::json;
pub use crate::organisation::{
    Contact, Control, Decides, Encryption, Files, FirstHour, Organisation, Plan, Prepared, Reminders, Smtp,
    organisation, plan,
};
pub use crate::plain::{Readability, readability};
pub use crate::remind::{Reminder, control_due, control_reminder, reminders};
pub use crate::roles::{Permission, act_needs, may, roles, roles_that_may};
pub use crate::rules::{Effect, RuleCard, rule_book};
pub use crate::statistics::{Statistics, statistics};
pub use crate::supervision::{
    Competence, FactorRow, Leading, Precedent, authority_named, authority_of, competence, eea, grid, leading,
    precedents,
};
pub use crate::tables::vocabulary_of as vocabulary;
pub use crate::zone::{Authority, Moment, zone_of};

#[cfg(test)]
mod test;
