//! The signing key of this installation: made at first use, kept beside the register, readable by its owner only.

use crate::{Trouble, folder};
use prove::SigningKey;
use std::path::{Path, PathBuf};

/// Where the key lies in a data folder.
pub fn path(data: &Path) -> PathBuf {
    data.join("signing.key")
}

/// The key in `data`, made when there is none.
pub fn open(data: &Path) -> Result<SigningKey, Trouble> {
    let path = path(data);
    if path.exists() {
        let text = folder::text(&path)?;
        return prove::key_from_text(&path.display().to_string(), &text).map_err(Trouble::from);
    }
    folder::create(data)?;
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(Trouble::Random)?;
    let key = SigningKey::from_bytes(&seed);
    folder::write(&path, prove::key_to_text(&key).as_bytes())?;
    owner_only(&path)?;
    Ok(key)
}

#[cfg(unix)]
fn owner_only(path: &Path) -> Result<(), Trouble> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).map_err(Trouble::write(path))
}

#[cfg(not(unix))]
fn owner_only(_: &Path) -> Result<(), Trouble> {
    Ok(())
}
