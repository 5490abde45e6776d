//! What a link covers: a list of items, each a salted digest of bytes that are sealed elsewhere.
//!
//! # `sluss/content/1`
//! A link's `content` is SHA-256 over these lines, each ended by one line feed, in stored order:
//! ```text
//! sluss/content/1
//! event c-2026-3/4/assessed 5feceb66…
//! blob letter.pdf 6b86b273…
//! ```
//! kind, a space, name (escaped as in [`crate::chain`], spaces as `\x20`), a space, digest. The digest is SHA-256 over
//! 32 random bytes of salt, then the bytes. Destroying bytes and salt leaves the digest, which says nothing any more.

use crate::{Digest, chain::escape};
use serde::{Deserialize, Serialize};

/// One thing a link covers. `kind` and `name` stay for ever, so they hold no personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// `event`, `blob`, `destroyed`, `audit` …
    pub kind: String,
    pub name: String,
    pub digest: Digest,
}

/// The content digest of a link.
pub fn digest<'a>(items: impl IntoIterator<Item = &'a Item>) -> Digest {
    let mut text = String::from("sluss/content/1\n");
    for item in items {
        let field = |s: &str| escape(s).replace(' ', "\\x20");
        text.push_str(&format!("{} {} {}\n", field(&item.kind), field(&item.name), item.digest));
    }
    Digest::of(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(kind: &str, name: &str) -> Item {
        Item { kind: kind.into(), name: name.into(), digest: Digest::of(b"") }
    }

    #[test]
    fn a_name_cannot_pose_as_another_item() {
        let one = [item("event", "a"), item("blob", "b")];
        let forged = [item("event", &format!("a {}\nblob b", Digest::of(b"")))];
        assert_ne!(digest(&one), digest(&forged));
        assert_ne!(digest(&[item("a b", "c")]), digest(&[item("a", "b c")]));
        assert_ne!(digest(&[item("a", "\\x20")]), digest(&[item("a", " ")]));
    }

    #[test]
    fn order_counts() {
        let (a, b) = (item("event", "a"), item("event", "b"));
        assert_ne!(digest([&a, &b]), digest([&b, &a]));
    }
}
