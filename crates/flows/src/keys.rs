//! The signing key of this installation: made at first use, kept beside the register, readable by its owner only.

use crate::{Trouble, folder};
use facts::{Place, Problem};
use prove::{Digest, SigningKey};
use std::path::{Path, PathBuf};

/// Where the key lies in a data folder.
pub fn path(data: &Path) -> PathBuf {
    data.join("signing.key")
}

/// The key in `data`, made when there is none.
pub fn open(data: &Path) -> Result<SigningKey, Trouble> {
    let path = path(data);
    if path.exists() {
        return read(&path);
    }
    folder::create(data)?;
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(Trouble::Random)?;
    let key = SigningKey::from_bytes(&seed);
    folder::write_private(&path, format!("{}\n", Digest(seed)).as_bytes())?;
    Ok(key)
}

/// What a bundle made now says about itself.
pub(crate) fn meta(of: String, created: jiff::Timestamp) -> prove::Meta {
    prove::Meta { created, tool: concat!("sluss ", env!("CARGO_PKG_VERSION")).to_owned(), of, head: None }
}

/// 32 bytes in hex: the seed of RFC 8032.
fn read(path: &Path) -> Result<SigningKey, Trouble> {
    let seed: Result<Digest, _> = folder::text(path)?.trim().parse();
    seed.map(|seed| SigningKey::from_bytes(&seed.0)).map_err(|_| {
        let what = "no signing key: 64 hexadecimal digits were expected; restore it from a backup, or move it away and a new one is made";
        Problem::new(Place::source(path.display().to_string()), "signing-key", what).into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_and_read_again() {
        let dir = tempfile::tempdir().unwrap();
        let first = open(dir.path()).unwrap();
        assert_eq!(open(dir.path()).unwrap().to_bytes(), first.to_bytes());
        std::fs::write(path(dir.path()), "garbage").unwrap();
        assert!(open(dir.path()).is_err_and(|e| e.is_input()));
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        open(dir.path()).unwrap();
        let mode = std::fs::metadata(path(dir.path())).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
