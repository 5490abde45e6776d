//! The breach register: cases as events, an append-only chained log, sealed contents, audits, who may come in.
//!
//! [`Db`] is SQLite in one file (write-ahead log, `synchronous=FULL`) or PostgreSQL by address; one SQL for both.
//! There is one write for cases, [`Db::commit`]: events, log entry and outgoing messages in one transaction.
//!
//! # What lies where
//! * `log`, `events`, `items` are append-only (triggers), hold digests, acts, user ids and times, and stay for ever.
//! * `sealed` holds the bytes (event payloads, files, reports, reasons), each under a salted digest. They can be
//!   destroyed with a reason ([`Db::destroy`]); the chain stays valid. They are not encrypted: whoever can read the
//!   database file can read them, so it is made readable for its owner only and belongs on an encrypted disk.
//! * `cases`, `case_findings`, `audits` are projections: rebuilt from the former, compared with them by [`Db::verify`].
//! * `outbox`, `users`, `grants`, `sessions` are working tables outside the chain.

#![cfg_attr(not(test), warn(clippy::print_stdout, clippy::print_stderr))]

mod access;
mod append;
mod audits;
mod change;
mod commit;
mod destroy;
mod error;
mod export;
mod open;
mod outbox;
mod projection;
mod read;
mod records;
mod rows;
mod texts;
mod verify;

pub use access::User;
pub use audits::{Audit, AuditStatus};
pub use change::{Blob, Change, Committed, Outgoing};
pub use error::{Changed, Conflict, RegisterError};
pub use export::Export;
pub use open::{Db, remove, rename};
pub use outbox::Due;
pub use read::{File, Happened, Stored};
pub use records::Record;
pub use verify::verify;

#[cfg(test)]
mod tests;
