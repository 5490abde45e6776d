use super::{Archive, Content, Kind};
use facts::{Place, Problem};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

const BUFFER: usize = 256 * 1024;
/// Enough to tell what a file is.
pub(super) const HEAD: usize = 64 * 1024;
/// A file packed twice is opened twice; more is no archive.
const MOST_PACKED: usize = 2;

/// Opens a file, or standard input for `-`, and finds out what it is. `read` counts the bytes (as they lie on disk) while
/// it is read. A stream (standard input, a pipe) ends when `stop` is set, also while nothing comes.
pub fn open(path: &Path, read: &Arc<AtomicU64>, stop: &Arc<AtomicBool>) -> Result<Archive, Problem> {
    let source = path.display().to_string();
    let is_file = check(path)?.is_some();
    let opened = || File::open(path).map_err(|e| cannot(&source, &e));
    let input: Box<dyn Read + Send> = match source.as_str() {
        "-" => Box::new(Patient::new(io::stdin(), stop)),
        _ if is_file => Box::new(opened()?),
        _ => Box::new(Patient::new(opened()?, stop)),
    };
    from_reader(path, input, read)
}

/// A stream that may have nothing to say for long: another thread waits for it.
struct Patient {
    chunks: Receiver<io::Result<Vec<u8>>>,
    chunk: io::Cursor<Vec<u8>>,
    stop: Arc<AtomicBool>,
}

/// How soon a stop is noticed while nothing comes.
const PATIENCE: Duration = Duration::from_millis(50);

impl Patient {
    fn new(mut stream: impl Read + Send + 'static, stop: &Arc<AtomicBool>) -> Self {
        let (give, chunks) = sync_channel(2);
        std::thread::spawn(move || {
            loop {
                let mut chunk = vec![0; BUFFER];
                let read = stream.read(&mut chunk).map(|n| {
                    chunk.truncate(n);
                    chunk
                });
                let ended = read.as_ref().is_ok_and(Vec::is_empty);
                if give.send(read).is_err() || ended {
                    return;
                }
            }
        });
        Self { chunks, chunk: io::Cursor::default(), stop: Arc::clone(stop) }
    }
}

impl Read for Patient {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.chunk.read(buf)?;
            if read > 0 || self.stop.load(Ordering::Relaxed) {
                return Ok(read);
            }
            match self.chunks.recv_timeout(PATIENCE) {
                Ok(chunk) => self.chunk = io::Cursor::new(chunk?),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            }
        }
    }
}

/// The same for bytes from anywhere; the path names them, and is where a Parquet file lies.
pub fn from_reader(path: &Path, input: Box<dyn Read + Send>, read: &Arc<AtomicU64>) -> Result<Archive, Problem> {
    let source = path.display().to_string();
    let before = read.load(Ordering::Relaxed);
    let counted = BufReader::with_capacity(BUFFER, counting(input, read));
    let (content, head, packed) = unpacked(Box::new(counted)).map_err(|e| cannot(&source, &e))?;
    let (content, head) = match head.get(..2) {
        Some([0xff, 0xfe] | [0xfe, 0xff]) => peeked(super::utf8(content)),
        _ => (content, head),
    };
    let kind = Kind::of(&head, path);
    let path = (source != "-" && !packed).then(|| path.to_owned());
    if matches!(kind, Kind::Parquet | Kind::Zip) && path.is_some() {
        // their readers begin anew, at the file's end
        read.store(before, Ordering::Relaxed);
    }
    if kind == Kind::Parquet && path.is_none() {
        let message = format!("`{source}` is a Parquet file inside something else; it is read from its end");
        let problem = Problem::new(Place::source(source.clone()), "archive-parquet", message);
        return Err(problem.found(source));
    }
    Ok(Archive { source: source.into(), path, kind, content, read: Arc::clone(read) })
}

/// Whether there is a file to read, and its size; a stream (standard input, a pipe) has none.
pub fn check(path: &Path) -> Result<Option<u64>, Problem> {
    let source = path.display().to_string();
    if source == "-" {
        return Ok(None);
    }
    let meta = std::fs::metadata(path).map_err(|e| cannot(&source, &e))?;
    if meta.is_dir() {
        let message = format!("`{source}` is a folder, not a file");
        let place = Place::source(source.clone());
        let problem = Problem::new(place, "archive-folder", message).found(source.clone());
        return Err(problem.allowed(&[format!("{}/*", source.trim_end_matches('/'))]));
    }
    if meta.is_file() {
        File::open(path).map_err(|e| cannot(&source, &e))?;
        return Ok(Some(meta.len()));
    }
    Ok(None)
}

/// gzip (several members too) and Zstandard by their magic numbers (RFC 1952 § 2.3.1, RFC 8878 § 3.1.1 and 3.1.2).
/// Gives the content, its first bytes, and whether it was packed.
pub(super) fn unpacked(content: Content) -> io::Result<(Content, Vec<u8>, bool)> {
    let (mut content, mut head) = peeked(content);
    for layer in 0..MOST_PACKED {
        let zstd =
            head.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) || matches!(head[..], [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..]);
        let inner: Content = if head.starts_with(&[0x1f, 0x8b]) {
            Box::new(BufReader::with_capacity(BUFFER, flate2::bufread::MultiGzDecoder::new(content)))
        } else if zstd {
            Box::new(BufReader::with_capacity(BUFFER, zstd::Decoder::with_buffer(content)?))
        } else {
            return Ok((content, head, layer > 0));
        };
        (content, head) = peeked(inner);
    }
    Ok((content, head, true))
}

/// The first bytes, and the content with them still in front; an error stays where it was.
pub(super) fn peeked(mut content: Content) -> (Content, Vec<u8>) {
    let mut head = Vec::with_capacity(HEAD);
    let rest: Content = match content.by_ref().take(HEAD as u64).read_to_end(&mut head) {
        Ok(_) => content,
        Err(error) => Box::new(BufReader::new(Fails(Some(error)))),
    };
    (Box::new(io::Cursor::new(head.clone()).chain(rest)), head)
}

struct Fails(Option<io::Error>);

impl Read for Fails {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

fn cannot(source: &str, error: &io::Error) -> Problem {
    let (code, why) = match error.kind() {
        io::ErrorKind::NotFound => ("archive-missing", "there is no such file".to_owned()),
        io::ErrorKind::PermissionDenied => ("archive-barred", "no permission to read it".to_owned()),
        _ => ("archive-open", error.to_string()),
    };
    let problem = Problem::new(Place::source(source), code, format!("cannot read `{source}`: {why}"));
    problem.allowed(&[".har, .ndjson, .json, .log, .pcap, .parquet, .gz, .zst, .zip …"]).found(source)
}

/// Counts the bytes that are read.
pub(super) fn counting<R: Read>(inner: R, read: &Arc<AtomicU64>) -> impl Read + use<R> {
    Counting { inner, read: Arc::clone(read) }
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
