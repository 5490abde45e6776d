//! Zip archives, file by file, each as what it is (APPNOTE 6.3.10). Deflated or stored; anything else is named.

use super::attached::{Attached, Named};
use super::damaged::guarded;
use super::open::{counting, unpacked};
use super::pieces::{self, Pieces};
use super::{Block, Content, Halt, Kind, Out, broken};
use ::zip::{CompressionMethod, ZipArchive};
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Files told one by one; a directory of more is no traffic archive.
const MOST_FILES: usize = 1 << 20;

#[derive(Clone)]
pub(super) struct Packed {
    name: String,
    start: u64,
    length: u64,
    method: CompressionMethod,
    encrypted: bool,
}

/// An archive, and its files by their names.
pub(super) struct Archive {
    path: PathBuf,
    files: HashMap<String, Packed>,
}

impl Archive {
    pub(super) fn open(&self, name: &str) -> Option<Content> {
        self.files.get(name)?.open(&self.path, &Arc::default()).ok()
    }
}

pub(super) fn read(path: &Path, read: &Arc<AtomicU64>, out: &mut Out<'_>) -> Result<(), Halt> {
    let size = File::open(path)?.metadata()?.len();
    let before = read.load(Ordering::Relaxed);
    let ended = files(path, size, read, out);
    read.store(before + size, Ordering::Relaxed);
    ended
}

fn files(path: &Path, size: u64, read: &Arc<AtomicU64>, out: &mut Out<'_>) -> Result<(), Halt> {
    // a damaged directory is the file's fault, not the program's
    let listed = guarded(|| list(path));
    let files = match listed {
        Ok(Ok(files)) => files,
        Ok(Err(why)) => return as_bytes(path, &why, out),
        Err(()) => return as_bytes(path, "its contents contradict each other", out),
    };
    let (attached, answers) = attached(path, &files, out)?;
    let mut left = size;
    for (file, number) in files.into_iter().zip(1..) {
        // files that share their bytes make much of little
        let Some(rest) = left.checked_sub(file.length) else {
            return out.unreadable(None, "the files in the zip archive overlap; the rest of them was not read");
        };
        left = rest;
        let is_answer = answers.contains(&file.name);
        if !is_answer {
            let beside = attached.get(&file.name).cloned();
            self::file(
                path,
                &file,
                number,
                read,
                &mut Out { attached: beside, ..out.inner(Arc::clone(&out.source), Kind::Zip) },
            )?;
        }
    }
    Ok(())
}

/// Its files may stand there though its directory does not: a copy that broke off has none.
fn as_bytes(path: &Path, why: &str, out: &mut Out<'_>) -> Result<(), Halt> {
    out.unreadable(None, format!("the zip archive cannot be read: {why}; it was read as bytes"))?;
    let mut content: Content = Box::new(BufReader::new(File::open(path)?));
    pieces::rest(&mut content, Pieces::new(""), &mut out.inner(Arc::clone(&out.source), Kind::Rest))
}

fn list(path: &Path) -> Result<Vec<Packed>, String> {
    let mut archive =
        ZipArchive::new(BufReader::new(File::open(path).map_err(|e| e.to_string())?)).map_err(|e| e.to_string())?;
    let mut files = Vec::new();
    for at in 0..archive.len().min(MOST_FILES) {
        let file = archive.by_index_raw(at).map_err(|e| e.to_string())?;
        if file.is_dir() {
            continue;
        }
        files.push(Packed {
            name: file.name().map_err(|e| e.to_string())?.into_owned(),
            start: file.data_start().unwrap_or_default(),
            length: file.compressed_size(),
            method: file.compression(),
            encrypted: file.encrypted(),
        });
    }
    Ok(files)
}

/// What HAR files of the archive name: the files that each can draw on, by its name; and those that are not read by themselves,
/// because they hold answers, or what belongs to an entry.
fn attached(path: &Path, files: &[Packed], out: &mut Out<'_>) -> Result<(Beside, HashSet<String>), Halt> {
    let (mut beside, mut apart) = (Beside::new(), HashSet::new());
    let by_name = files.iter().map(|f| (f.name.clone(), f.clone())).collect();
    let all = Arc::new(Archive { path: path.to_owned(), files: by_name });
    for file in files.iter().filter(|file| file.name.ends_with(".har")) {
        let folder = file.name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let attached = Arc::new(Attached::Zip(Arc::clone(&all), folder.clone()));
        let mut named = Named::default();
        let mut sink = |block: Block| {
            named.add(&block);
            true
        };
        let mut entries = Out {
            source: Arc::clone(&out.source),
            member: None,
            kind: Kind::Har,
            attached: Some(attached),
            sink: &mut sink,
        };
        // what is wrong with it is told when it is read
        if let Ok(content) = file.open(path, &Arc::default()).and_then(unpacked) {
            let _ = super::cut(content.0, 1, &mut entries);
        }
        let attached = entries.attached.take();
        if !named.sent.is_empty() || !named.answers.is_empty() {
            beside.extend(attached.map(|attached| (file.name.clone(), attached)));
        }
        apart.extend(named.sent.into_iter().chain(named.answers).map(|name| format!("{folder}{name}")));
    }
    Ok((beside, apart))
}

/// By the names of HAR files.
type Beside = HashMap<String, Arc<Attached>>;

impl Packed {
    /// Its content, not decrypted.
    pub(super) fn open(&self, path: &Path, read: &Arc<AtomicU64>) -> io::Result<Content> {
        let mut bytes = File::open(path)?;
        bytes.seek(SeekFrom::Start(self.start))?;
        let bytes = BufReader::new(counting(bytes.take(self.length), read));
        Ok(match self.method {
            CompressionMethod::Stored => Box::new(bytes),
            CompressionMethod::DEFLATE => Box::new(BufReader::new(flate2::bufread::DeflateDecoder::new(bytes))),
            method => return Err(io::Error::other(method.to_string())),
        })
    }

    fn is_readable(&self) -> bool {
        matches!(self.method, CompressionMethod::Stored | CompressionMethod::DEFLATE)
    }
}

fn file(path: &Path, file: &Packed, number: u64, read: &Arc<AtomicU64>, out: &mut Out<'_>) -> Result<(), Halt> {
    let source: Arc<str> = format!("{}/{}", out.source, file.name).into();
    let mut inner = out.member(Arc::clone(&source), number, Kind::Zip);
    if file.encrypted {
        return inner.unreadable(None, "it is encrypted; unpack it first");
    }
    if !file.is_readable() {
        return inner.unreadable(None, format!("it is packed by {}; unpack it first", file.method));
    }
    let content = file.open(path, read)?;
    let (content, head, _) = match unpacked(content) {
        Ok(unpacked) => unpacked,
        Err(error) => return inner.unreadable(None, broken(&error)),
    };
    let kind = Kind::of(&head, Path::new(&file.name));
    let mut inner = out.member(source, number, kind);
    match super::cut(content, 1, &mut inner) {
        Err(Halt::Io(error)) => inner.unreadable(None, broken(&error)),
        ended => ended,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// There may be ten thousand, each beside all files of the archive.
    #[test]
    fn har_files_share_what_is_known_of_their_archive() {
        let har = |file: &str| {
            let post = format!(r#""postData":{{"{file}":"b.json"}}"#);
            format!(r#"{{"log":{{"entries":[{{"request":{{"method":"POST","url":"https://t.example/",{post}}}}}]}}}}"#)
        };
        let [names, none] = ["_file", "text"].map(har);
        let files: [(&str, &[u8]); 4] = [
            ("a/1.har", names.as_bytes()),
            ("2.har", names.as_bytes()),
            ("a/3.har", none.as_bytes()),
            ("a/b.json", b"x"),
        ];
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("t.zip");
        std::fs::write(&path, crate::archive::tests::kinds::zipped(&files)).unwrap();
        let mut out =
            Out { source: "t.zip".into(), member: None, kind: Kind::Zip, attached: None, sink: &mut |_| true };
        let (beside, apart) = attached(&path, &list(&path).unwrap(), &mut out).unwrap_or_else(|_| panic!());
        assert_eq!(apart, ["a/b.json", "b.json"].map(str::to_owned).into());
        assert!(beside.len() == 2 && !beside.contains_key("a/3.har"));
        let [one, two] = ["a/1.har", "2.har"].map(|name| match &*beside[name] {
            Attached::Zip(archive, folder) => (archive, &**folder),
            Attached::Folder(_) => panic!(),
        });
        assert!(Arc::ptr_eq(one.0, two.0) && (one.1, two.1) == ("a/", ""));
    }
}
