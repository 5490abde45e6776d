use jiff::Timestamp;
use serde::Serialize;
use std::fmt;
use std::io::ErrorKind;

/// Why the register did not do it. Nothing is half-written: each is one transaction that was rolled back.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// Somebody else changed the case in between.
    #[error("{0}")]
    Conflict(Conflict),
    /// The address or file is no register this program can open: the user's to mend.
    #[error("cannot open the register `{at}`: {why}")]
    Open { at: String, why: String },
    /// A stored row is not what it should be. `sluss verify` names all of them.
    #[error("the register is damaged: {what} {why}")]
    Damaged { what: String, why: String },
    /// Asked to change what is not there.
    #[error("there is no {0}")]
    Missing(String),
    /// The change itself makes no sense.
    #[error("refused: {0}")]
    Refused(String),
    /// The disk is full, can only be read, or lets nobody in: the user's to mend.
    #[error("the register cannot be written: {0}")]
    Disk(ErrorKind),
    #[error("the system gives no random numbers: {0}")]
    Random(getrandom::Error),
    #[error("the database failed: {0}")]
    Database(#[source] sqlx::Error),
}

/// What happened to the case since the version the change was based on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conflict {
    pub case: String,
    pub expected: u64,
    pub current: u64,
    /// Oldest first; never empty unless `expected` lies ahead of the case.
    pub changes: Vec<Changed>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    pub version: u64,
    pub at: Timestamp,
    pub actor: String,
    pub act: String,
    /// Kind of the event.
    pub kind: String,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "case `{}` is at version {}, the change was based on {}", self.case, self.current, self.expected)?;
        for (i, change) in self.changes.iter().enumerate() {
            let lead = if i == 0 { ": " } else { ", " };
            write!(f, "{lead}{} by {} at {}", change.act, change.actor, change.at)?;
        }
        Ok(())
    }
}

impl RegisterError {
    /// The user's to mend (exit 2), not ours (exit 3).
    pub fn is_input(&self) -> bool {
        matches!(self, Self::Open { .. } | Self::Disk(_) | Self::Conflict(_) | Self::Missing(_) | Self::Refused(_))
    }

    pub(crate) fn damaged(what: impl Into<String>, why: impl Into<String>) -> Self {
        Self::Damaged { what: what.into(), why: why.into() }
    }
}

/// What SQLite says (<https://www.sqlite.org/rescode.html>), with extended codes in the upper bytes: 8 can only be read,
/// 13 is full, 14 cannot be opened, 11 is corrupt, 26 no database. Of 10, an error of the disk: 778 writes, 1034 and 1290
/// flush, 4874 makes the index of the log longer.
impl From<sqlx::Error> for RegisterError {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(|e| e.code()).and_then(|c| c.parse::<u32>().ok());
        match code.map(|c| (c & 0xff, c)) {
            Some((11 | 26, _)) => Self::damaged("the database file", error.to_string()),
            Some((13, _) | (10, 778 | 1034 | 1290 | 4874)) => Self::Disk(ErrorKind::StorageFull),
            Some((8, _)) => Self::Disk(ErrorKind::ReadOnlyFilesystem),
            Some((14, _)) => Self::Disk(ErrorKind::PermissionDenied),
            _ => match error {
                sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                    Self::damaged("a stored row", error.to_string())
                }
                other => Self::Database(other),
            },
        }
    }
}
