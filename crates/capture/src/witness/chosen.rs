//! Files that the audit chose for fields. Chromium shows the part of a body that comes from disk as nothing; what was in it is
//! known here.

use super::{Entry, Witness};
use memchr::memmem;

/// A file as it lay on disk when it was chosen.
pub(super) struct Chosen {
    name: String,
    bytes: Vec<u8>,
}

impl Witness {
    /// A file of this name and content was given to a field.
    pub fn chosen(&mut self, name: &str, bytes: Vec<u8>) {
        self.chosen.push(Chosen { name: name.to_owned(), bytes });
    }

    /// Puts the files' bytes where bodies lack them: only where the length sent then fits, or nobody knows it.
    pub(super) fn put_chosen(&mut self) {
        for entry in &mut self.log {
            if let Some(whole) = whole(entry, &self.chosen) {
                entry.exchange.body = Some(whole);
            }
        }
    }
}

fn whole(entry: &Entry, files: &[Chosen]) -> Option<Vec<u8>> {
    let exchange = &entry.exchange;
    let declared = exchange.header("content-length").and_then(|l| l.trim().parse::<usize>().ok());
    let seen = exchange.body.as_deref().unwrap_or_default();
    let body = match (seen, declared) {
        ([], Some(length)) => alone(length, files)?.to_vec(),
        _ => in_parts(seen, files)?,
    };
    declared.is_none_or(|length| length == body.len()).then_some(body)
}

/// The one file of this length: each that the audit makes has a length of its own.
fn alone(length: usize, files: &[Chosen]) -> Option<&[u8]> {
    let mut fits = files.iter().filter(|f| f.bytes.len() == length);
    fits.next().filter(|_| fits.next().is_none()).map(|f| f.bytes.as_slice())
}

/// A multipart body with every empty part that is named as a file filled with it (RFC 7578 § 4.2).
fn in_parts(body: &[u8], files: &[Chosen]) -> Option<Vec<u8>> {
    const BLANK: &[u8] = b"\r\n\r\n";
    let first = &body[..memmem::find(body, b"\r\n")?];
    let between = [b"\r\n", first].concat();
    first.starts_with(b"--").then_some(())?;
    let mut whole = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = memmem::find(rest, BLANK) {
        let (head, after) = rest.split_at(at + BLANK.len());
        whole.extend_from_slice(head);
        let end = memmem::find(after, &between)?;
        let file =
            files.iter().rev().find(|f| memmem::find(head, format!("filename=\"{}\"", f.name).as_bytes()).is_some());
        match file {
            Some(file) if end == 0 => whole.extend_from_slice(&file.bytes),
            _ => whole.extend_from_slice(&after[..end]),
        }
        rest = &after[end..];
    }
    whole.extend_from_slice(rest);
    (whole.len() > body.len()).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<Chosen> {
        let file = |name: &str, bytes: &[u8]| Chosen { name: name.into(), bytes: bytes.into() };
        vec![file("a.txt", b"first\n"), file("b.txt", b"\r\n--zz\r\n\r\n"), file("c.txt", b"third")]
    }

    #[test]
    fn a_file_stands_in_its_part_and_nowhere_else() {
        let part = |name: &str, held: &str| {
            format!("--zz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"{name}\"\r\n\r\n{held}\r\n")
        };
        let bodied = |one: &str, other: &str| {
            format!("{}{}{}--zz--\r\n", part("a.txt", one), part("b.txt", other), part("else.txt", "")).into_bytes()
        };
        let whole = in_parts(&bodied("", ""), &files()).unwrap();
        assert_eq!(whole, bodied("first\n", "\r\n--zz\r\n\r\n"));
        assert_eq!(in_parts(&bodied("kept", "kept"), &files()), None);
        for cut in 0..whole.len() {
            in_parts(&whole[..cut], &files());
        }
    }

    #[test]
    fn a_body_that_is_a_file_is_told_by_its_length_where_one_has_it() {
        let mut files = files();
        assert_eq!(alone(6, &files), Some(b"first\n".as_slice()));
        files.push(Chosen { name: "d".into(), bytes: b"six by".to_vec() });
        assert_eq!((alone(6, &files), alone(7, &files)), (None, None));
    }
}
