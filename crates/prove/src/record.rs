//! The log as it stands in a bundle: `log.ndjson`, one link a line, with the items it covers and where their bytes are.
//!
//! Two kinds of lines. Whole: `{"seq","at","actor","act","case","content","prev","hash","items":[…]}`; blind, for what
//! belongs to another case than the exported one: `{"seq","hash"}`. A blind line keeps its place in the chain and in
//! the checkpoint's tree, and says nothing else.

use crate::chain::{Tip, Walk, Why};
use crate::{Broken, Digest, Item, Link, Salt, Verdict, content};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Name of the log's file in a bundle.
pub const LOG: &str = "log.ndjson";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Record {
    Whole {
        #[serde(flatten)]
        link: Link,
        items: Vec<Sealed>,
    },
    Blind {
        seq: u64,
        hash: Digest,
    },
}

/// An item and where its bytes are. Without file and salt it was destroyed, or is not part of the export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    #[serde(flatten)]
    pub item: Item,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<Salt>,
    /// Number of the link that destroyed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destroyed: Option<u64>,
}

impl Record {
    pub fn hash(&self) -> Digest {
        match self {
            Self::Whole { link, .. } => link.hash,
            Self::Blind { hash, .. } => *hash,
        }
    }
}

/// Writes `log.ndjson`.
pub fn write(records: &[Record]) -> Vec<u8> {
    let mut out = Vec::new();
    for record in records {
        // A record is plain data: its serialisation cannot fail.
        out.extend(serde_json::to_vec(record).unwrap_or_default());
        out.push(b'\n');
    }
    out
}

/// Checks the chain, what each link covers, and every sealed file. Returns the hashes of all links, for the checkpoint.
pub(crate) fn check(log: &[u8], files: &BTreeMap<&str, &[u8]>, verdict: &mut Verdict) -> Vec<Digest> {
    let mut hashes = Vec::new();
    let mut walk = Walk::default();
    for (n, line) in log.split_inclusive(|b| *b == b'\n').enumerate() {
        let record: Record = match serde_json::from_slice(line) {
            Ok(record) => record,
            Err(_) => {
                verdict.fail(Broken::new(format!("{LOG} line {}", n + 1), "log-line", "is not a link"));
                return hashes;
            }
        };
        if let Err(broken) = step(&mut walk, &record, files, verdict) {
            verdict.fail(Broken::new(format!("link {}", broken.seq), "link", broken.why.to_string()));
            return hashes;
        }
        hashes.push(record.hash());
        verdict.links += 1;
    }
    for seq in walk.done().backwards {
        verdict.note(Broken::new(format!("link {seq}"), "clock", "has an earlier time than the link before it"));
    }
    hashes
}

fn step(
    walk: &mut Walk,
    record: &Record,
    files: &BTreeMap<&str, &[u8]>,
    verdict: &mut Verdict,
) -> Result<(), crate::chain::Broken> {
    let (link, items) = match record {
        Record::Blind { seq, hash } => return walk.step_blind(Tip { seq: *seq, hash: *hash }),
        Record::Whole { link, items } => (link, items),
    };
    walk.step(link)?;
    if content::digest(items.iter().map(|s| &s.item)) != link.content {
        return Err(crate::chain::Broken { seq: link.seq, why: Why::Content });
    }
    items.iter().for_each(|sealed| check_sealed(link.seq, sealed, files, verdict));
    Ok(())
}

fn check_sealed(seq: u64, sealed: &Sealed, files: &BTreeMap<&str, &[u8]>, verdict: &mut Verdict) {
    // The link that destroyed it names it once more.
    if sealed.destroyed.is_some() && sealed.item.kind != "destroyed" {
        verdict.destroyed += 1;
    }
    let (Some(file), Some(salt)) = (&sealed.file, &sealed.salt) else { return };
    match files.get(file.as_str()) {
        None => verdict.fail(Broken::new(file, "sealed-missing", format!("is named by link {seq} and not there"))),
        Some(bytes) if Digest::salted(salt, bytes) != sealed.item.digest => {
            verdict.fail(Broken::new(file, "sealed-digest", format!("is not what link {seq} recorded")));
        }
        Some(_) => verdict.contents += 1,
    }
}
