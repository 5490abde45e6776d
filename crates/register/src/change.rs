use crate::RegisterError;
use jiff::Timestamp;
use prove::{Digest, Salt};
use respond::Event;

/// One act on one case: everything in it is written, or nothing is.
#[derive(Debug, Clone)]
pub struct Change {
    pub case: String,
    /// Version the decision was based on; 0 for a new case.
    pub expected_version: u64,
    /// A user's id. It stays in the log for ever.
    pub actor: String,
    pub at: Timestamp,
    /// A word: `case.open`, `case.assess` … It stays in the log for ever.
    pub act: String,
    pub events: Vec<Event>,
    pub blobs: Vec<Blob>,
    pub outbox: Vec<Outgoing>,
}

/// Bytes to be sealed: a filing's PDF, a letter, evidence. Made before the change, so that an event can name its digest.
#[derive(Clone, PartialEq, Eq)]
pub struct Blob {
    /// Shown in listings and exports, and kept for ever: `filing.pdf`, no personal data.
    pub name: String,
    pub bytes: Vec<u8>,
    pub(crate) salt: Salt,
    digest: Digest,
}

impl Blob {
    /// # Errors
    /// The system gives no random numbers.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, RegisterError> {
        let mut salt = [0; 32];
        getrandom::fill(&mut salt).map_err(RegisterError::Random)?;
        let salt = Salt(salt);
        Ok(Self { name: name.into(), digest: Digest::salted(&salt, &bytes), bytes, salt })
    }

    /// Salted: two blobs of the same bytes have different digests.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

impl std::fmt::Debug for Blob {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Blob").field("name", &self.name).field("size", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// A message that the change causes: reminder, webhook, letter. Sent later, at least once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Unique; the same id twice is refused, so a reminder is not queued twice.
    pub id: String,
    pub kind: String,
    pub body: String,
    pub due: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// Of the case, after the change.
    pub version: u64,
    /// Number of the log entry.
    pub seq: u64,
    /// Hash of the log entry.
    pub hash: Digest,
}
