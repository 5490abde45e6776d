//! One file of evidence that anyone can check: `sluss/bundle/1`.
//!
//! A plain zip (stored, no compression, fixed times, sorted names: the same input gives the same bytes) with
//!
//! | file | holds |
//! | --- | --- |
//! | `manifest.json` | schema, when and by which program it was made, what it is evidence of, every other file's name, size and SHA-256, the public key |
//! | `manifest.sig` | Ed25519 signature (RFC 8032, 64 bytes) over `manifest.json` |
//! | `signer.pem` | the public key as OpenSSL reads it |
//! | `SHA256SUMS` | the same digests as `sha256sum -c` reads them |
//! | `README.txt` | how to check all this with standard tools |
//! | `timestamp.tsr` | where one was asked for: a third party's time stamp over `manifest.sig` (RFC 3161) |
//! | `checkpoint` | where a register's log comes along: its signed head ([`crate::checkpoint`]) |
//! | everything else | the evidence |
//!
//! # What the signature proves
//! That whoever held this key signed exactly these files, and that no bit of them has changed since. The key is made
//! by the program at its first use and never leaves that machine.
//!
//! # What it does not prove
//! Who that was: a name stands behind a key only for somebody who got the fingerprint another way (by telephone, in
//! the organisation's letter). When it was: `created` is the signer's own clock. That the content is true: whoever
//! holds the key can sign an invented recording. A time stamp by a third party (RFC 3161, [`stamp()`]) and a checkpoint
//! kept elsewhere narrow this.

mod seal;
mod verify;
mod zip;

pub use seal::{imprint, seal, stamp};
pub use verify::{head, read, verify, verify_by};

use crate::{Digest, Head};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub const SCHEMA: &str = "sluss/bundle/1";

const MANIFEST: &str = "manifest.json";
const SIGNATURE: &str = "manifest.sig";
const SIGNER: &str = "signer.pem";
const SUMS: &str = "SHA256SUMS";
const README: &str = "README.txt";
const CHECKPOINT: &str = "checkpoint";
const STAMP: &str = "timestamp.tsr";
/// Names that the bundle writes itself.
const OWN: [&str; 7] = [MANIFEST, SIGNATURE, SIGNER, SUMS, README, CHECKPOINT, STAMP];

/// What a bundle says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    pub created: Timestamp,
    /// `sluss 0.1.0`
    pub tool: String,
    /// What it is evidence of: `audit a-17`, `case c-2026-3`, `register`.
    pub of: String,
    /// The register's log as it stood, when the files hold `log.ndjson`.
    pub head: Option<Head>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    schema: String,
    created: Timestamp,
    tool: String,
    of: String,
    files: Vec<Row>,
    signer: Key,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Row {
    name: String,
    size: u64,
    sha256: Digest,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Key {
    algorithm: String,
    public_key: String,
}

/// Why a name may not stand in a bundle: it could leave the folder it is unpacked into, or not be unpacked everywhere.
fn bad_name(name: &str) -> Option<&'static str> {
    let odd = |c: char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    if name.is_empty() || name.len() > 1024 {
        Some("is empty or too long")
    } else if name.starts_with('/') || name.split('/').any(|part| matches!(part, "" | "." | "..")) {
        Some("leads out of the folder it is unpacked into")
    } else if name.chars().any(odd) {
        Some("has a character that not every system can store")
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
