use crate::Digest;
use jiff::Timestamp;
use serde::Serialize;

/// What checking a bundle or a register gave, schema `sluss/verdict/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    pub schema: &'static str,
    /// `bundle` or `register`.
    pub kind: &'static str,
    /// Nothing is broken.
    pub ok: bool,
    /// What was checked: the files of a bundle.
    pub files: Vec<FileRow>,
    /// Links of the log that were checked.
    pub links: u64,
    /// Sealed contents whose digest was checked.
    pub contents: u64,
    /// Sealed contents that were destroyed on purpose, with a reason in the log. Not broken.
    pub destroyed: u64,
    pub broken: Vec<Broken>,
    /// Worth a look, no break: a clock set back, data destroyed.
    pub notes: Vec<Broken>,
    pub signer: Option<Signer>,
    /// When a bundle was made and what it is evidence of, in its own words.
    pub created: Option<Timestamp>,
    pub of: Option<String>,
    /// When a third party had the signature before it, in that party's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stamp: Option<crate::Stamp>,
    /// Links that an earlier export had, where a register was compared with one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<u64>,
}

/// Something that does not hold: its name as the user knows it, and why. English; faces translate by `code`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Broken {
    /// File, link, case or table: `capture.har`, `link 7`, `case c-1`.
    pub what: String,
    pub why: String,
    /// Names the sentence in the words: `verify-<code>`.
    pub code: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileRow {
    pub name: String,
    pub size: u64,
    pub sha256: Digest,
}

/// Who signed. The key proves who only to somebody who knows the key by another way: compare the fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signer {
    pub algorithm: &'static str,
    /// 32 bytes, standard base64.
    pub public_key: String,
    /// SHA-256 of the 32 bytes.
    pub fingerprint: Digest,
    /// When a key was expected: it is that one.
    pub expected: Option<bool>,
}

impl Broken {
    pub fn new(what: impl Into<String>, code: &'static str, why: impl Into<String>) -> Self {
        Self { what: what.into(), why: why.into(), code }
    }
}

impl Verdict {
    pub const SCHEMA: &'static str = "sluss/verdict/1";

    pub fn new(kind: &'static str) -> Self {
        Self {
            schema: Self::SCHEMA,
            kind,
            ok: true,
            files: Vec::new(),
            links: 0,
            contents: 0,
            destroyed: 0,
            broken: Vec::new(),
            notes: Vec::new(),
            signer: None,
            created: None,
            of: None,
            stamp: None,
            since: None,
        }
    }

    pub fn fail(&mut self, broken: Broken) {
        self.ok = false;
        if !self.broken.contains(&broken) {
            self.broken.push(broken);
        }
    }

    pub fn note(&mut self, note: Broken) {
        self.notes.push(note);
    }
}
