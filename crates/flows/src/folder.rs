use crate::Trouble;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Reads a text file; bytes that are no UTF-8 are the user's problem, named.
pub fn text(path: &Path) -> Result<String, Trouble> {
    let bytes = fs::read(path).map_err(Trouble::read(path))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        not_utf8(path, 1 + memchr::memchr_iter(b'\n', &error.as_bytes()[..at]).count(), &error.as_bytes()[at..])
    })
}

/// `rest` begins with what is no character, on this line.
pub(crate) fn not_utf8(path: &Path, line: usize, rest: &[u8]) -> Trouble {
    // one letter beyond ASCII between letters of ASCII
    let latin1 = matches!(rest, [0xc0..=0xff, after, ..] if after.is_ascii()) || matches!(rest, [0xc0..=0xff]);
    let (code, looks) = if latin1 { ("utf8-latin1", "; it looks like Latin-1 (Windows-1252)") } else { ("utf8", "") };
    let message = format!("not UTF-8 text{looks}; save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
    facts::Problem::new(facts::Place::line(path.display().to_string(), line), code, message).into()
}

/// Writes a file whole or not at all: a neighbour is written and flushed, then takes the name.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    whole(path, &mut |out| out.write_all(bytes), fs::OpenOptions::new().write(true).create(true).truncate(true))
}

/// The same, readable by its owner only from the first byte on.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    whole(path, &mut |out| out.write_all(bytes), &options)
}

/// The same for what is too large to hold twice: `put` writes it, in any order.
pub fn write_with(path: &Path, put: Put<'_>) -> Result<(), Trouble> {
    whole(path, put, fs::OpenOptions::new().write(true).create(true).truncate(true))
}

type Put<'a> = &'a mut dyn FnMut(&mut fs::File) -> io::Result<()>;

fn whole(path: &Path, put: Put<'_>, options: &fs::OpenOptions) -> Result<(), Trouble> {
    let mut partial = path.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    let mut write = || {
        let mut file = options.open(&partial)?;
        put(&mut file)?;
        file.sync_all()?;
        fs::rename(&partial, path)
    };
    write().map_err(|error| {
        let _ = fs::remove_file(&partial);
        Trouble::write(path)(error)
    })
}

/// Creates a folder and its parents.
pub fn create(path: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(path).map_err(Trouble::write(path))
}

/// Creates a folder and remembers whether it was there before.
pub fn created(path: &Path) -> Result<Made, Trouble> {
    let made = Made { path: path.to_owned(), fresh: !path.exists() };
    create(path)?;
    Ok(made)
}

pub struct Made {
    path: PathBuf,
    fresh: bool,
}

impl Made {
    /// Takes the folder away again if it was not there before: work that failed leaves nothing half-written.
    pub fn undo(&self) {
        if self.fresh {
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_nothing_behind() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("taken");
        fs::create_dir(&target).unwrap();
        fs::write(target.join("inside"), "x").unwrap();
        assert!(write(&target, b"new").is_err());
        let names: Vec<_> = fs::read_dir(dir.path()).unwrap().flatten().map(|e| e.file_name()).collect();
        assert_eq!(names, ["taken"]);
    }
}
