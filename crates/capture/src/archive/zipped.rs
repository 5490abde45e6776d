//! Zip archives, file by file, each as what it is (APPNOTE 6.3.10). Deflated or stored; anything else is named.

use super::open::{counting, unpacked};
use super::{Halt, Kind, Out, broken};
use ::zip::{CompressionMethod, ZipArchive};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Files told one by one; a directory of more is no traffic archive.
const MOST_FILES: usize = 1 << 20;

struct Packed {
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
    let mut left = size;
    for (file, number) in files.into_iter().zip(1..) {
        // files that share their bytes make much of little
        let Some(rest) = left.checked_sub(file.length) else {
            return out.unreadable(None, "the files in the zip archive overlap; the rest of them was not read");
        };
        left = rest;
        self::file(path, &file, number, read, out)?;
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

fn file(path: &Path, file: &Packed, number: u64, read: &Arc<AtomicU64>, out: &mut Out<'_>) -> Result<(), Halt> {
    let source: Arc<str> = format!("{}/{}", out.source, file.name).into();
    let mut inner = out.member(Arc::clone(&source), number, Kind::Zip);
    if file.encrypted {
        return inner.unreadable(None, "it is encrypted; unpack it first");
    }
    let mut bytes = File::open(path)?;
    bytes.seek(SeekFrom::Start(file.start))?;
    let bytes = counting(bytes.take(file.length), read);
    let content: super::Content = match file.method {
        CompressionMethod::Stored => Box::new(BufReader::new(bytes)),
        CompressionMethod::DEFLATE => {
            Box::new(BufReader::new(flate2::bufread::DeflateDecoder::new(BufReader::new(bytes))))
        }
        method => return inner.unreadable(None, format!("it is packed by {method}; unpack it first")),
    };
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
