//! The keys of an index on their way: in memory while they are few, then in a file without a name, which is gone
//! whatever happens.

use detect::Run;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Bytes of keys in memory.
pub(super) const IN_MEMORY: usize = 512 << 20;
/// Bytes of a key, in memory as in the file.
pub(super) const KEY: usize = 12;

type Places = Vec<Range<u64>>;

pub(super) struct Kept {
    folder: PathBuf,
    most: usize,
    /// Of each part, its runs.
    runs: Vec<Vec<Run>>,
    bytes: usize,
    /// And where the runs of each number stand in it.
    file: Option<(Mutex<File>, Vec<Places>)>,
    end: u64,
}

impl Kept {
    /// `folder`: where the file is made once the keys have more than `most` bytes.
    pub fn new(folder: &Path, most: usize) -> Self {
        Self { folder: folder.to_owned(), most, runs: Vec::new(), bytes: 0, file: None, end: 0 }
    }

    pub fn add(&mut self, runs: Vec<Run>) -> io::Result<()> {
        self.bytes += runs.iter().map(|run| run.len() * KEY).sum::<usize>();
        self.runs.push(runs);
        if self.bytes > self.most { self.spill() } else { Ok(()) }
    }

    fn spill(&mut self) -> io::Result<()> {
        let numbers = self.runs[0].len();
        if self.file.is_none() {
            self.file = Some((Mutex::new(tempfile::tempfile_in(&self.folder)?), vec![Vec::new(); numbers]));
        }
        let (file, places) = self.file.as_mut().expect("just made");
        let file = file.get_mut().unwrap_or_else(PoisonError::into_inner);
        for (number, places) in places.iter_mut().enumerate() {
            let start = self.end;
            for runs in &mut self.runs {
                let bytes = std::mem::take(&mut runs[number]).to_bytes();
                file.write_all(&bytes)?;
                self.end += bytes.len() as u64;
            }
            places.push(start..self.end);
        }
        self.runs.clear();
        self.bytes = 0;
        Ok(())
    }

    /// The runs of these numbers, on any thread.
    pub fn of(&self, numbers: Range<usize>) -> io::Result<Vec<Run>> {
        let mut all = Vec::new();
        if let Some((file, places)) = &self.file {
            for place in places[numbers.clone()].iter().flatten() {
                let mut bytes = vec![0; (place.end - place.start) as usize];
                let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
                file.seek(SeekFrom::Start(place.start))?;
                file.read_exact(&mut bytes)?;
                drop(file);
                all.push(Run::from_bytes(&bytes));
            }
        }
        let here = self.runs.iter().flat_map(|runs| &runs[numbers.clone()]);
        all.extend(here.map(|run| Run::from_bytes(&run.to_bytes())));
        Ok(all)
    }
}
