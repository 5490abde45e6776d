//! A browser's profile in the temporary folder. A program that is killed leaves it there; the next one takes it away.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use tempfile::TempDir;

const PREFIX: &str = "sluss-profile-";
/// The file in a profile that its program holds locked, with the process id for whoever looks. The system lets go of the lock
/// when the process ends, however it ends; a process id alone may be another's by then, or of another container.
const OWNER: &str = "sluss-owner";

/// A new one, and what keeps others from taking it for a leftover.
pub fn make() -> io::Result<(TempDir, File)> {
    let root = std::env::temp_dir();
    let made = make_in(&root)?;
    sweep(&root, fs::metadata(made.0.path())?.uid());
    Ok(made)
}

fn make_in(root: &Path) -> io::Result<(TempDir, File)> {
    let profile = tempfile::Builder::new().prefix(PREFIX).tempdir_in(root)?;
    // It bears its name only once it is locked: nobody sees it otherwise.
    let unnamed = profile.path().join("sluss-owner.new");
    let mut owner = File::create(&unnamed)?;
    owner.try_lock()?;
    writeln!(owner, "{}", std::process::id())?;
    fs::rename(&unnamed, profile.path().join(OWNER))?;
    Ok((profile, owner))
}

/// Removes this user's profiles whose program is gone; what does not say whose it is stays.
fn sweep(root: &Path, user: u32) {
    for entry in fs::read_dir(root).into_iter().flatten().flatten() {
        let path = entry.path();
        let named = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let own = |path: &Path| fs::symlink_metadata(path).is_ok_and(|m| m.is_dir() && m.uid() == user);
        if named && own(&path) && is_left(&path) {
            let _ = fs::remove_dir_all(&path);
        }
    }
}

fn is_left(profile: &Path) -> bool {
    File::open(profile.join(OWNER)).is_ok_and(|owner| owner.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_profiles_whose_program_is_gone_are_removed() {
        let root = tempfile::tempdir().unwrap();
        let user = fs::metadata(root.path()).unwrap().uid();
        let (held, _owner) = make_in(root.path()).unwrap();
        let (left, owner) = make_in(root.path()).unwrap();
        let told = fs::read_to_string(left.path().join(OWNER)).unwrap();
        assert_eq!(told.trim(), std::process::id().to_string());
        let left = left.keep();
        let (nobodys, linked) = (root.path().join("sluss-profile-a"), root.path().join("sluss-profile-b"));
        fs::create_dir(&nobodys).unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join(OWNER), "1").unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), &linked).unwrap();
        sweep(root.path(), user);
        assert!(left.exists(), "its program lives");
        drop(owner);
        sweep(root.path(), user + 1);
        assert!(left.exists(), "another user's");
        sweep(root.path(), user);
        assert!(!left.exists() && held.path().exists() && nobodys.exists() && linked.exists());
        assert!(elsewhere.path().join(OWNER).exists());
    }
}
