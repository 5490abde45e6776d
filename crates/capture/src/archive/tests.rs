mod borders;
mod cut;
mod har;
pub(super) mod kinds;
mod packets;
mod parquet;

use super::{Item, Kind, PieceId, open};
use facts::{Exchange, Gap, Unreadable};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What an archive gave, in order.
#[derive(Default)]
pub(super) struct Got {
    pub kind: Option<Kind>,
    pub exchanges: Vec<Exchange>,
    pub pieces: Vec<(PieceId, Vec<u8>, Range<usize>)>,
    pub unreadable: Vec<Unreadable>,
    pub gaps: Vec<Gap>,
    /// To whom, and how many bytes.
    pub missing: Vec<(Option<String>, u64)>,
}

impl Got {
    pub fn ids(&self) -> Vec<&str> {
        self.exchanges.iter().map(|e| e.id.as_str()).collect()
    }

    pub fn whys(&self) -> String {
        self.unreadable.iter().map(|u| format!("{:?}: {}\n", u.line, u.why)).collect()
    }
}

fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (dir, path)
}

pub(super) fn all(name: &str, bytes: &[u8]) -> Got {
    let (_dir, path) = file(name, bytes);
    at(&path)
}

pub(super) fn at(path: &Path) -> Got {
    let read = Arc::new(AtomicU64::new(0));
    let archive = open(path, &read, &Arc::default()).unwrap();
    let mut got = Got { kind: Some(archive.kind()), ..Got::default() };
    archive.read(&mut |block| {
        block.read(&mut |item| match item {
            Item::Exchange(exchange, _) => got.exchanges.push(exchange.clone()),
            Item::Bytes(piece) => got.pieces.push((piece.id, piece.bytes.to_vec(), piece.own)),
            Item::Unreadable(unreadable) => got.unreadable.push(unreadable),
            Item::Gap(gap) => got.gaps.push(gap),
            Item::Missing(missing) => got.missing.push((missing.host, missing.bytes)),
        });
        true
    });
    let size = path.metadata().unwrap().len();
    assert_eq!(read.load(Ordering::Relaxed), size, "{}: bytes read", path.display());
    got
}
