use facts::{Place, Problem};
use std::path::Path;

/// Refuses to write over what is read.
pub fn keeps(option: &str, output: &Path, inputs: &[&Path]) -> Result<(), Problem> {
    let Some(input) = inputs.iter().find(|input| is_same(output, input)) else { return Ok(()) };
    let message = format!(
        "`{option}` would overwrite `{}`, which is read or written here already; name another file",
        input.display()
    );
    Err(Problem::new(Place::source(option), "output-is-input", message).found(input.display().to_string()))
}

/// By name, or by what the names lead to.
pub fn is_same(a: &Path, b: &Path) -> bool {
    if a == b {
        return true;
    }
    #[cfg(unix)]
    if let (Ok(a), Ok(b)) = (std::fs::metadata(a), std::fs::metadata(b)) {
        use std::os::unix::fs::MetadataExt as _;
        return a.is_file() && (a.dev(), a.ino()) == (b.dev(), b.ino());
    }
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
