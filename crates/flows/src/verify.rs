//! Checks a bundle or a register by itself: no server, no network.

use crate::Trouble;
use std::fs;
use std::io::Read as _;
use std::path::Path;

pub use prove::Verdict;

/// What every SQLite database begins with (<https://www.sqlite.org/fileformat.html> §1.3).
const SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// Tells by content whether it is a bundle or a register, and checks it; an address is a register in a database.
pub async fn run(path: &Path) -> Result<Verdict, Trouble> {
    if path.to_string_lossy().contains("://") {
        return Ok(register::verify(path).await?);
    }
    let mut head = Vec::new();
    let file = fs::File::open(path).map_err(Trouble::read(path))?;
    file.take(16).read_to_end(&mut head).map_err(Trouble::read(path))?;
    if head == SQLITE {
        return Ok(register::verify(path).await?);
    }
    let bytes = fs::read(path).map_err(Trouble::read(path))?;
    Ok(prove::bundle::verify(&path.display().to_string(), &bytes)?)
}
