//! Made-up files for fields that ask for one.

use crate::drive::fields::Field;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// Where they lie until the audit ends, and how many were made.
#[derive(Default)]
pub struct Files(OnceLock<TempDir>, AtomicUsize);

/// One pixel (PNG, third edition, § 11).
const PIXEL: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

impl Files {
    /// A file of this name that holds a word, of a kind that the field takes. The spaces at its end give it a length that
    /// no other of its kind has.
    pub fn make(&self, field: &Field, name: &str, word: &str) -> io::Result<PathBuf> {
        let end = ending(&field.accept);
        let path = self.folder()?.join(format!("{name}.{end}"));
        let spaces = " ".repeat(self.1.fetch_add(1, Ordering::Relaxed));
        std::fs::write(&path, [contents(end, word), spaces.into_bytes()].concat())?;
        Ok(path)
    }

    fn folder(&self) -> io::Result<&Path> {
        if let Some(dir) = self.0.get() {
            return Ok(dir.path());
        }
        let dir = tempfile::Builder::new().prefix("sluss-files-").tempdir()?;
        Ok(self.0.get_or_init(|| dir).path())
    }
}

/// The first type named that is known here, else the first ending.
fn ending(accept: &str) -> &str {
    let kinds = || accept.split(',').map(str::trim);
    let by_type = kinds().find_map(|one| match one {
        "application/pdf" => Some("pdf"),
        "text/csv" => Some("csv"),
        "image/*" | "image/png" | "image/jpeg" | ".png" | ".jpg" | ".jpeg" => Some("png"),
        _ => None,
    });
    let plain = |end: &&str| !end.is_empty() && end.chars().all(char::is_alphanumeric);
    by_type.or_else(|| kinds().filter_map(|one| one.strip_prefix('.')).find(plain)).unwrap_or("txt")
}

fn contents(end: &str, word: &str) -> Vec<u8> {
    match end {
        "pdf" => format!("%PDF-1.4\n% {word}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n").into_bytes(),
        // What follows the last chunk is not drawn.
        "png" => [STANDARD.decode(PIXEL).unwrap_or_default(), word.as_bytes().to_vec()].concat(),
        _ => format!("{word}\n").into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_of_a_kind_the_field_takes_and_holds_its_word() {
        let files = Files::default();
        for (accept, end) in
            [("", "txt"), (".doc,.docx", "doc"), ("image/*", "png"), ("application/pdf,.png", "pdf"), ("../x", "txt")]
        {
            let path =
                files.make(&Field { accept: accept.into(), ..Field::default() }, "example-abc", "example-def").unwrap();
            assert_eq!(path.file_name().unwrap().to_str(), Some(format!("example-abc.{end}").as_str()), "{accept}");
            assert!(std::fs::read(path).unwrap().windows(11).any(|w| w == b"example-def"));
        }
    }
}
