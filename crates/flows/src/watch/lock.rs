//! One routine in a folder: two would take turns over one baseline and one queue of alarms.

use crate::Trouble;
use facts::{Place, Problem};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

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
        let mut attempts = 10;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                // Somebody may just be asking whether it is held.
                Err(TryLockError::WouldBlock) if attempts > 0 => std::thread::sleep(Duration::from_millis(20)),
                Err(TryLockError::WouldBlock) => return Err(taken(folder, &path)),
                Err(TryLockError::Error(error)) => return Err(Trouble::write(&path)(error)),
            }
            attempts -= 1;
        }
        // For whoever is refused; a full disk takes not even that.
        let _ = file.set_len(0).and_then(|()| write!(file, "{}", std::process::id()));
        Ok(Self(file))
    }
}

/// Whether nobody holds it, as far as that can be told from here: it tells a process that is gone from one of another
/// container, and from one that got its id.
pub fn is_free(folder: &Path) -> bool {
    File::open(folder.join("lock")).is_ok_and(|file| file.try_lock_shared().is_ok())
}

fn taken(folder: &Path, path: &Path) -> Trouble {
    let process = std::fs::read_to_string(path).unwrap_or_default();
    let what = format!(
        "another routine is at work in this folder, process {}: end it, or name another folder",
        process.trim()
    );
    Problem::new(Place::source(folder.display().to_string()), "watch-lock", what).into()
}
