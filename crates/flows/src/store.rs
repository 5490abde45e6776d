//! Where files are written that must not be lost: on a disk that is full, or cannot be written for a while, they are kept
//! in memory until it can.

use crate::{Trouble, folder};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, Default)]
pub struct Store {
    patient: bool,
    files: BTreeMap<PathBuf, Vec<u8>>,
    /// Why the last of them could not be written.
    trouble: Option<Trouble>,
}

impl Store {
    /// What cannot be written is kept, and is no error.
    pub fn patient() -> Self {
        Self { patient: true, ..Self::default() }
    }

    pub fn is_patient(&self) -> bool {
        self.patient
    }

    /// Writes a file whole or not at all, and its folder.
    ///
    /// # Errors
    /// It cannot be written, and nobody asked for patience.
    pub fn put(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
        let written = folder::create(path.parent().unwrap_or(Path::new(""))).and_then(|()| folder::write(path, bytes));
        match written {
            Ok(()) => drop(self.files.remove(path)),
            Err(trouble) if self.patient => {
                self.files.insert(path.to_owned(), bytes.to_vec());
                self.trouble = Some(trouble);
            }
            Err(trouble) => return Err(trouble),
        }
        Ok(())
    }

    /// As it was last put, on disk or not.
    pub fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.files.get(path).map_or_else(|| std::fs::read(path), |bytes| Ok(bytes.clone()))
    }

    /// Tries again what could not be written.
    pub fn flush(&mut self) {
        self.trouble = None;
        for (path, bytes) in std::mem::take(&mut self.files) {
            let _ = self.put(&path, &bytes);
        }
    }

    /// Gives up the oldest folders of this one, so that at most `most` wait in memory; gives their names.
    pub fn keep_newest(&mut self, within: &Path, most: usize) -> Vec<PathBuf> {
        let of = |path: &Path| Some(within.join(path.strip_prefix(within).ok()?.components().next()?));
        let folders: BTreeSet<PathBuf> = self.files.keys().filter_map(|path| of(path)).collect();
        let old: Vec<PathBuf> = folders.iter().take(folders.len().saturating_sub(most)).cloned().collect();
        self.files.retain(|path, _| !old.iter().any(|folder| path.starts_with(folder)));
        old
    }

    /// None where everything is written.
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref().filter(|_| !self.files.is_empty())
    }

    pub fn take_trouble(&mut self) -> Option<Trouble> {
        self.trouble.take().filter(|_| !self.files.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_is_kept_until_it_can() {
        let dir = tempfile::tempdir().unwrap();
        let (barred, inside) = (dir.path().join("state"), dir.path().join("state/runs/1/report.json"));
        // A file where the folder should be: also root cannot write below it.
        std::fs::write(&barred, "").unwrap();
        assert!(Store::default().put(&inside, b"x").is_err(), "an audit says so at once");
        let mut store = Store::patient();
        store.put(&inside, b"old").unwrap();
        store.put(&inside, b"new").unwrap();
        assert!(store.trouble().is_some() && store.read(&inside).unwrap() == b"new");
        store.flush();
        assert!(store.trouble().is_some());
        std::fs::remove_file(&barred).unwrap();
        store.flush();
        assert!(store.trouble().is_none() && std::fs::read(&inside).unwrap() == b"new");
    }

    #[test]
    fn the_oldest_folders_are_given_up_first() {
        let dir = tempfile::tempdir().unwrap();
        let (barred, runs) = (dir.path().join("state"), dir.path().join("state/runs"));
        std::fs::write(&barred, "").unwrap();
        let mut store = Store::patient();
        for name in ["1/a", "1/b/c", "2/a", "3/a"] {
            store.put(&runs.join(name), b"x").unwrap();
        }
        store.put(&barred.join("baseline.json"), b"x").unwrap();
        assert_eq!(store.keep_newest(&runs, 2), [runs.join("1")]);
        assert!(store.read(&runs.join("1/b/c")).is_err() && store.read(&runs.join("2/a")).is_ok());
        assert!(store.read(&barred.join("baseline.json")).is_ok());
    }
}
