//! Zip archives, file by file, each as what it is (APPNOTE 6.3.10). Deflated or stored; anything else is named.

use super::attached::{Attached, Named};
use super::open::{counting, unpacked};
use super::{Block, Content, Halt, Kind, Out, broken};
use ::zip::{CompressionMethod, ZipArchive};
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
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

pub(super) fn read(path: &Path, read: &Arc<AtomicU64>, out: &mut Out<'_>) -> Result<(), Halt> {
    let size = File::open(path)?.metadata()?.len();
    let before = read.load(Ordering::Relaxed);
    let ended = files(path, size, read, out);
    read.store(before + size, Ordering::Relaxed);
    ended
}

fn files(path: &Path, size: u64, read: &Arc<AtomicU64>, out: &mut Out<'_>) -> Result<(), Halt> {
    // a damaged directory is the file's fault, not the program's
    let listed = catch_unwind(AssertUnwindSafe(|| list(path)));
    let files = match listed {
        Ok(Ok(files)) => files,
        Ok(Err(why)) => return out.unreadable(None, format!("the zip archive cannot be read: {why}")),
        Err(_) => return out.unreadable(None, "the zip archive cannot be read: its contents contradict each other"),
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
    for file in files.iter().filter(|file| file.name.ends_with(".har")) {
        let folder = file.name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let below = |f: &&Packed| f.name.starts_with(&folder);
        let below = files.iter().filter(below).map(|f| (f.name[folder.len()..].to_owned(), f.clone())).collect();
        let attached = Arc::new(Attached::Zip(path.to_owned(), below));
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
        beside.extend(entries.attached.map(|attached| (file.name.clone(), attached)));
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
