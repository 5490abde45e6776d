//! Traffic archives as a stream of exchanges: HAR, NDJSON, either compressed, or any file as raw bytes.
//!
//! What a file is, its name says first and its content otherwise. A format joins by a variant of [`Kind`] and a
//! reader (`Iterator<Item = Result<Exchange, Unreadable>>`): access logs, pcap and Parquet have their place there.

mod ndjson;
mod raw;
#[cfg(test)]
mod tests;

use crate::har;
use facts::{Exchange, Place, Problem, Unreadable};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// An open archive. NDJSON and raw bytes are read in constant memory; a HAR file is held whole, being one JSON value.
pub struct Archive {
    reader: Reader,
    kind: Kind,
    read: Arc<AtomicU64>,
    total: u64,
}

type Reader = Box<dyn Iterator<Item = Result<Exchange, Unreadable>> + Send>;

/// What the content was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Har,
    Ndjson,
    /// One exchange whose body is the file, in overlapping pieces; the id says at which byte a piece begins.
    Bytes,
}

impl Archive {
    /// Bytes of the file (as it lies on disk) read so far.
    pub fn bytes_read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// Size of the file on disk.
    pub fn total_bytes(&self) -> u64 {
        self.total
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }
}

impl Iterator for Archive {
    type Item = Result<Exchange, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        self.reader.next()
    }
}

/// Opens a file and finds out what it is.
pub fn open(path: &Path) -> Result<Archive, Problem> {
    let source = path.display().to_string();
    let file = File::open(path).map_err(|e| cannot(&source, &e))?;
    let meta = file.metadata().map_err(|e| cannot(&source, &e))?;
    if meta.is_dir() {
        let message = format!("`{source}` is a folder, not a file");
        return Err(Problem::new(Place::source(source), "archive-folder", message).allowed(&["a file"]));
    }
    let read = Arc::new(AtomicU64::new(0));
    let counted = BufReader::with_capacity(BLOCK, Counting { inner: file, read: Arc::clone(&read) });
    let mut content = decompressed(counted).map_err(|e| cannot(&source, &e))?;
    let kind =
        Kind::by_name(path).map_or_else(|| Kind::by_content(&mut content), Ok).map_err(|e| cannot(&source, &e))?;
    let reader = kind.reader(source, content)?;
    Ok(Archive { reader, kind, read, total: meta.len() })
}

const BLOCK: usize = 256 * 1024;

type Content = Box<dyn BufRead + Send>;

impl Kind {
    /// By the extension, below a compressed one's.
    fn by_name(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
        match name.rsplit_once('.')?.1 {
            "har" => Some(Self::Har),
            "ndjson" | "jsonl" => Some(Self::Ndjson),
            _ => None,
        }
    }

    /// By the first bytes: an object that names `log` first is HAR, one that holds `"url"` in its first line NDJSON.
    fn by_content(content: &mut Content) -> io::Result<Self> {
        let head = content.fill_buf()?;
        let text = String::from_utf8_lossy(&head[..head.len().min(4096)]);
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let Some(inside) = text.strip_prefix('{') else { return Ok(Self::Bytes) };
        if inside.trim_start().starts_with("\"log\"") {
            return Ok(Self::Har);
        }
        let first = inside.lines().next().unwrap_or("");
        Ok(if first.contains("\"url\"") { Self::Ndjson } else { Self::Bytes })
    }

    fn reader(self, source: String, mut content: Content) -> Result<Reader, Problem> {
        Ok(match self {
            Self::Ndjson => Box::new(ndjson::Lines::new(source, content)),
            Self::Bytes => Box::new(raw::Pieces::new(source, content)),
            Self::Har => {
                let mut bytes = Vec::new();
                content.read_to_end(&mut bytes).map_err(|e| cannot(&source, &e))?;
                let (_, entries) = har::Log::read(&source, &bytes)?;
                Box::new((0..entries.len()).map(move |n| entries.exchange(&source, &bytes, n)))
            }
        })
    }
}

/// gzip (several members too) and Zstandard by their magic numbers (RFC 1952 § 2.3.1, RFC 8878 § 3.1.1).
fn decompressed(mut content: impl BufRead + Send + 'static) -> io::Result<Content> {
    let head = content.fill_buf()?;
    if head.starts_with(&[0x1f, 0x8b]) {
        return Ok(Box::new(BufReader::with_capacity(BLOCK, flate2::bufread::MultiGzDecoder::new(content))));
    }
    if head.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        return Ok(Box::new(BufReader::with_capacity(BLOCK, zstd::Decoder::with_buffer(content)?)));
    }
    Ok(Box::new(content))
}

fn cannot(source: &str, error: &io::Error) -> Problem {
    let why = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        _ => error.to_string(),
    };
    Problem::new(Place::source(source), "archive-open", format!("cannot read `{source}`: {why}"))
        .allowed(&["a readable .har, .ndjson, .ndjson.gz, .ndjson.zst, or any other file"])
}

struct Counting<R> {
    inner: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        self.read.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}
