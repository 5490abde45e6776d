//! The append-only log: each link holds the hash of the one before, so none can be changed, taken out or moved
//! without every later hash changing.
//!
//! # `sluss/link/1`
//! A link's hash is SHA-256 over these lines, UTF-8, each ended by one line feed, in this order:
//! ```text
//! sluss/link/1
//! seq 7
//! at 1775146800000000
//! actor anna
//! act case.assess
//! case c-2026-3
//! content 5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9
//! prev 6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b
//! ```
//! `at` is microseconds since 1970-01-01 UTC. A link that belongs to no case has the line `case` without a space.
//! In values a backslash is written `\\` and a control character `\xNN`, so a value cannot pose as another line.
//! `content` is the digest of [`crate::content`]; the first link's `prev` is 64 zeros. `printf … | sha256sum` repeats it.
//!
//! What the chain alone does not show: links cut off at its end, or a whole new chain. A [`crate::checkpoint`] kept
//! elsewhere (each bundle holds one) does.

use crate::Digest;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::fmt::Write as _;

/// One act, by whom, when, on what, and the digest of what it held. No personal data of data subjects: `actor` is a
/// user's id, `act` a word such as `case.assess`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// 1, 2, 3 …
    pub seq: u64,
    pub at: Timestamp,
    pub actor: String,
    pub act: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    pub content: Digest,
    /// Hash of the link before.
    pub prev: Digest,
    pub hash: Digest,
}

/// What a new link says, before it has its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    pub at: Timestamp,
    pub actor: String,
    pub act: String,
    pub case: Option<String>,
    pub content: Digest,
}

/// Where the chain stands: how many links, and the hash of the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tip {
    pub seq: u64,
    pub hash: Digest,
}

impl Tip {
    pub const START: Self = Self { seq: 0, hash: Digest::ZERO };
}

impl Link {
    /// The bytes that are hashed.
    pub fn canonical(&self) -> String {
        let mut out = String::from("sluss/link/1\n");
        let case = self.case.as_deref().map_or(String::new(), |c| format!(" {}", escape(c)));
        let (actor, act) = (escape(&self.actor), escape(&self.act));
        let _ = write!(
            out,
            "seq {}\nat {}\nactor {actor}\nact {act}\ncase{case}\ncontent {}\nprev {}\n",
            self.seq,
            self.at.as_microsecond(),
            self.content,
            self.prev
        );
        out
    }

    /// The hash its own fields give.
    pub fn computed(&self) -> Digest {
        Digest::of(self.canonical().as_bytes())
    }

    pub fn tip(&self) -> Tip {
        Tip { seq: self.seq, hash: self.hash }
    }
}

/// Backslashes and control characters written out, so that the encoding is injective and a value stays on its line.
pub(crate) fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            c if (c as u32) < 0x20 || c as u32 == 0x7f => {
                let _ = write!(out, "\\x{:02x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out
}

/// The next link after `tip`. Times are cut to microseconds, the unit that is stored and hashed.
pub fn link(tip: Tip, act: Act) -> Link {
    let at = Timestamp::from_microsecond(act.at.as_microsecond()).unwrap_or(act.at);
    let Act { actor, act, case, content, .. } = act;
    let mut link = Link { seq: tip.seq + 1, at, actor, act, case, content, prev: tip.hash, hash: Digest::ZERO };
    link.hash = link.computed();
    link
}

/// The first link that does not hold, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("link {seq} {why}")]
pub struct Broken {
    pub seq: u64,
    pub why: Why,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The sequence jumps: `seq` and what follows up to the number found are not there.
    Missing { found: u64 },
    /// The number stands where a higher one should: links were swapped or doubled.
    Order { expected: u64 },
    /// Its own fields do not give its hash.
    Hash,
    /// It does not point to the link before it.
    Prev,
    /// What it covers does not give its content digest.
    Content,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { found } => write!(f, "is missing: the next one stored is {found}"),
            Self::Order { expected } => write!(f, "stands where {expected} belongs"),
            Self::Hash => f.write_str("was changed: its fields do not give its hash"),
            Self::Prev => f.write_str("does not follow from the link before it"),
            Self::Content => f.write_str("covers other content than was logged"),
        }
    }
}

/// What a chain that holds has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    pub tip: Tip,
    /// Links whose time lies before the link before: a clock was set back. Worth a look, no break.
    pub backwards: Vec<u64>,
}

/// Checks links in order from the first.
///
/// # Errors
/// The first link that does not hold.
pub fn check(links: impl IntoIterator<Item = Link>) -> Result<Checked, Broken> {
    let mut walk = Walk::default();
    for link in links {
        walk.step(&link)?;
    }
    Ok(walk.done())
}

/// [`check`], one link at a time, for a caller that streams.
#[derive(Debug)]
pub struct Walk {
    tip: Tip,
    last: Option<Timestamp>,
    backwards: Vec<u64>,
}

impl Default for Walk {
    fn default() -> Self {
        Self { tip: Tip::START, last: None, backwards: Vec::new() }
    }
}

impl Walk {
    /// # Errors
    /// Why this link does not hold.
    pub fn step(&mut self, link: &Link) -> Result<(), Broken> {
        self.place(link.seq)?;
        let broken = |why| Err(Broken { seq: link.seq, why });
        if link.prev != self.tip.hash {
            return broken(Why::Prev);
        }
        if link.hash != link.computed() {
            return broken(Why::Hash);
        }
        if self.last.is_some_and(|last| link.at < last) {
            self.backwards.push(link.seq);
        }
        self.last = Some(link.at);
        self.tip = link.tip();
        Ok(())
    }

    /// A link of which only the hash is shown (another case's, in an export for one): it holds its place.
    ///
    /// # Errors
    /// It stands in the wrong place.
    pub fn step_blind(&mut self, tip: Tip) -> Result<(), Broken> {
        self.place(tip.seq)?;
        self.tip = tip;
        Ok(())
    }

    /// After a break: goes on from what is stored, to find further breaks.
    pub fn resume(&mut self, tip: Tip, at: Timestamp) {
        self.tip = tip;
        self.last = Some(at);
    }

    fn place(&self, seq: u64) -> Result<(), Broken> {
        let expected = self.tip.seq + 1;
        match seq.cmp(&expected) {
            std::cmp::Ordering::Equal => Ok(()),
            std::cmp::Ordering::Greater => Err(Broken { seq: expected, why: Why::Missing { found: seq } }),
            std::cmp::Ordering::Less => Err(Broken { seq, why: Why::Order { expected } }),
        }
    }

    pub fn done(self) -> Checked {
        Checked { tip: self.tip, backwards: self.backwards }
    }
}

#[cfg(test)]
#[path = "chain/tests.rs"]
mod tests;
