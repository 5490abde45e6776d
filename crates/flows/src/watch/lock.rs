//! One routine in a folder: two would take turns over one baseline and one queue of alarms.

use crate::Trouble;
use facts::{Place, Problem};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::Path;

/// Held as long as it lives; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock(#[allow(dead_code)] File);

impl Lock {
    /// # Errors
    /// Another routine holds it: which, by its process id.
    pub fn take(folder: &Path) -> Result<Self, Trouble> {
        let path = folder.join("lock");
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = opened.map_err(Trouble::write(&path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(taken(folder, &path)),
            Err(TryLockError::Error(error)) => return Err(Trouble::write(&path)(error)),
        }
        let told = file.set_len(0).and_then(|()| write!(file, "{}", std::process::id()));
        told.map_err(Trouble::write(&path))?;
        Ok(Self(file))
    }
}

fn taken(folder: &Path, path: &Path) -> Trouble {
    let process = std::fs::read_to_string(path).unwrap_or_default();
    let what = format!(
        "another routine is at work in this folder, process {}: end it, or name another folder",
        process.trim()
    );
    Problem::new(Place::source(folder.display().to_string()), "watch-lock", what).into()
}
