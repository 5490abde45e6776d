//! Checks a bundle or a register by itself: no server, no network.

use crate::Trouble;
use facts::{Place, Problem};
use std::fs;
use std::io::Read as _;
use std::path::Path;

pub use prove::{Broken, Verdict};

/// What every SQLite database begins with (<https://www.sqlite.org/fileformat.html> §1.3).
const SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// Tells by content whether it is a bundle or a register, and checks it; an address is a register in a database. `since` is
/// an earlier export, which the register's log has to go on from: links cut off at its end leave no trace in it.
pub async fn run(path: &Path, since: Option<&Path>) -> Result<Verdict, Trouble> {
    let head = since.map(head).transpose()?;
    if is_register(path)? {
        return Ok(register::verify(path, head.as_ref()).await?);
    }
    if since.is_some() {
        let message = "an earlier export is compared with a register, and this is none";
        let problem = Problem::new(Place::source(path.display().to_string()), "since-bundle", message);
        return Err(problem.allowed(&["the file of a register"]).into());
    }
    let bytes = fs::read(path).map_err(Trouble::read(path))?;
    Ok(prove::bundle::verify(&path.display().to_string(), &bytes)?)
}

fn head(export: &Path) -> Result<prove::Head, Trouble> {
    let bytes = fs::read(export).map_err(Trouble::read(export))?;
    Ok(prove::bundle::head(&export.display().to_string(), &bytes)?)
}

fn is_register(path: &Path) -> Result<bool, Trouble> {
    if path.to_string_lossy().contains("://") {
        return Ok(true);
    }
    let mut head = Vec::new();
    let file = fs::File::open(path).map_err(Trouble::read(path))?;
    file.take(16).read_to_end(&mut head).map_err(Trouble::read(path))?;
    Ok(head == SQLITE)
}
