use crate::Trouble;
use std::fs;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

/// Reads a text file; bytes that are no UTF-8 are the user's problem, named.
pub fn text(path: &Path) -> Result<String, Trouble> {
    let mut bytes = Vec::new();
    open_text(path).and_then(|(mut file, _)| file.read_to_end(&mut bytes)).map_err(Trouble::read(path))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        not_utf8(path, 1 + memchr::memchr_iter(b'\n', &error.as_bytes()[..at]).count(), &error.as_bytes()[at..])
    })
}

/// What a JSON file says that it is.
pub(crate) fn schema(text: &str) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Named {
        schema: Option<String>,
    }
    serde_json::from_str::<Named>(text).ok()?.schema
}

/// A text file, read as UTF-8 also where a spreadsheet wrote UTF-16; and its size on disk.
pub(crate) fn open_text(path: &Path) -> io::Result<(Box<dyn Read + Send>, u64)> {
    let file = fs::File::open(path)?;
    let size = file.metadata()?.len();
    Ok((Box::new(capture::archive::utf8(Box::new(io::BufReader::new(file)))), size))
}

/// `rest` begins with what is no character, on this line.
pub(crate) fn not_utf8(path: &Path, line: usize, rest: &[u8]) -> Trouble {
    // one letter beyond ASCII between letters of ASCII
    let latin1 = matches!(rest, [0xc0..=0xff, after, ..] if after.is_ascii()) || matches!(rest, [0xc0..=0xff]);
    let (code, looks) = if latin1 { ("utf8-latin1", "; it looks like Latin-1 (Windows-1252)") } else { ("utf8", "") };
    let message = format!("not UTF-8 text{looks}; save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
    facts::Problem::new(facts::Place::line(path.display().to_string(), line), code, message).into()
}

/// Writes a file whole or not at all: a neighbour is written and flushed, then takes the name. Through a symbolic link its
/// target is written; what is no file (a pipe, a device) is written into as it is.
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

/// Refuses what [`write`] could not write, before hours of work are spent on what is to stand there.
pub fn writable(path: &Path) -> Result<(), Trouble> {
    check(path).map_err(Trouble::write(path))
}

fn check(path: &Path) -> io::Result<()> {
    let Place::File(path) = place(path)? else { return Ok(()) };
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !fs::metadata(folder)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    #[cfg(unix)]
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK)?;
    Ok(())
}

type Put<'a> = &'a mut dyn FnMut(&mut fs::File) -> io::Result<()>;

fn whole(path: &Path, put: Put<'_>, options: &fs::OpenOptions) -> Result<(), Trouble> {
    let written = match place(path) {
        Ok(Place::File(file)) => replaced(&file, put, options),
        Ok(Place::Node) => fs::OpenOptions::new().write(true).open(path).and_then(|mut node| put(&mut node)),
        Err(error) => Err(error),
    };
    written.map_err(Trouble::write(path))
}

fn replaced(path: &Path, put: Put<'_>, options: &fs::OpenOptions) -> io::Result<()> {
    let mut partial = path.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    let mut write = || {
        let mut file = options.open(&partial)?;
        put(&mut file)?;
        file.sync_all()?;
        fs::rename(&partial, path)
    };
    write().inspect_err(|_| {
        let _ = fs::remove_file(&partial);
    })
}

/// What a name leads to.
enum Place {
    /// A file, there already or not yet.
    File(PathBuf),
    /// A pipe, a device, a socket.
    Node,
}

/// Links to links, as many as Linux follows (path_resolution(7)).
const MOST_LINKS: usize = 40;

fn place(path: &Path) -> io::Result<Place> {
    if fs::metadata(path).is_ok_and(|m| !m.is_file() && !m.is_dir()) {
        return Ok(Place::Node);
    }
    // one by one, for the last may lead to a file that is still to be made
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = path.parent().unwrap_or(Path::new("")).join(target),
            Err(_) => return Ok(Place::File(path)),
        }
    }
    Err(io::Error::other("too many symbolic links"))
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

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_written_into_and_a_link_keeps_its_target() {
        use std::os::unix::fs::{FileTypeExt as _, symlink};
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        fs::create_dir(at("far")).unwrap();
        fs::write(at("far/old"), "old").unwrap();
        symlink("far/old", at("old")).unwrap();
        symlink("far/new", at("new")).unwrap();
        for name in ["old", "new"] {
            writable(&at(name)).unwrap();
            write(&at(name), b"text").unwrap();
            assert!(fs::symlink_metadata(at(name)).unwrap().is_symlink(), "{name}");
            assert_eq!(fs::read(at("far").join(name)).unwrap(), b"text");
        }
        assert_eq!(fs::read_dir(at("far")).unwrap().count(), 2, "no part is left");

        rustix::fs::mkfifoat(rustix::fs::CWD, at("pipe"), 0o600.into()).unwrap();
        let reader = std::thread::spawn({
            let pipe = at("pipe");
            move || fs::read(pipe).unwrap()
        });
        write(&at("pipe"), b"text").unwrap();
        assert_eq!(reader.join().unwrap(), b"text");
        assert!(fs::symlink_metadata(at("pipe")).unwrap().file_type().is_fifo());

        symlink("/dev/null", at("null")).unwrap();
        write(&at("null"), b"text").unwrap();
        assert!(fs::metadata(at("null")).unwrap().file_type().is_char_device());
        symlink("loop", at("loop")).unwrap();
        assert!(write(&at("loop"), b"text").is_err() && writable(&at("loop")).is_err());
    }

    #[test]
    fn what_cannot_be_written_is_refused_before() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        fs::write(at("file"), "x").unwrap();
        assert!(
            writable(&at("file")).is_ok() && writable(&at("fresh")).is_ok() && writable(Path::new("fresh")).is_ok()
        );
        for name in ["gone/x", "file/x", ""] {
            assert!(writable(&at(name)).is_err_and(|e| e.is_input()), "{name}");
        }
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing is left");
    }
}
