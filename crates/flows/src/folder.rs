use crate::Trouble;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Reads a text file; bytes that are no UTF-8 are the user's problem, named.
pub fn text(path: &Path) -> Result<String, Trouble> {
    let bytes = fs::read(path).map_err(Trouble::read(path))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let place = facts::Place::source(path.display().to_string());
        facts::Problem::new(place, "utf8", format!("not UTF-8 text: byte {at} begins no character; save the file as UTF-8"))
            .into()
    })
}

/// Writes a file whole or not at all: a neighbour is written and flushed, then takes the name.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let mut partial = path.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    let put = || {
        let mut file = fs::File::create(&partial)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&partial, path)
    };
    put().map_err(|error| {
        let _ = fs::remove_file(&partial);
        Trouble::write(path)(error)
    })
}

/// Creates a folder and its parents.
pub fn create(path: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(path).map_err(Trouble::write(path))
}

/// Every file below `folder`, with its name relative to it in `/` form, sorted.
pub fn all(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Trouble> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(&dir).map_err(Trouble::read(&dir))? {
            let path = entry.map_err(Trouble::read(&dir))?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.push((name, fs::read(&path).map_err(Trouble::read(&path))?));
            }
        }
    }
    found.sort();
    Ok(found)
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
