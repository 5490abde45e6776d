//! A signed statement of how long the log is and what it holds: C2SP tlog-checkpoint, <https://c2sp.org/tlog-checkpoint>.
//!
//! The root is the Merkle tree hash of RFC 6962 section 2.1 over the links' hashes (32 bytes each is one leaf). One
//! kept outside the register shows later that no link before it was changed, dropped or replaced, and that the log
//! was not cut shorter, which the chain alone cannot show.

use crate::{Digest, SigningKey, VerifyingKey, note};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// Where a log stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Names the log, and the key in the signature line: no spaces, no `+`.
    pub origin: String,
    pub size: u64,
    pub root: Digest,
}

impl Head {
    /// The head of a log with these link hashes.
    pub fn of(origin: impl Into<String>, hashes: &[Digest]) -> Self {
        Self { origin: origin.into(), size: hashes.len() as u64, root: root(hashes) }
    }

    pub fn sign(&self, key: &SigningKey) -> String {
        let text = format!("{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root.0));
        note::sign(&text, &self.origin, key)
    }
}

/// Reads a checkpoint signed by this key under its own origin.
///
/// # Errors
/// A sentence on what does not hold.
pub fn open(text: &str, key: &VerifyingKey) -> Result<Head, String> {
    let origin = text.lines().next().unwrap_or("");
    let body = note::open(text, origin, key).map_err(|e| e.to_string())?;
    let mut lines = body.lines().skip(1);
    let size = lines.next().and_then(|l| l.parse().ok()).ok_or("has no size")?;
    let root = lines.next().and_then(|l| STANDARD.decode(l).ok()).and_then(|r| r.try_into().ok());
    Ok(Head { origin: origin.to_owned(), size, root: Digest(root.ok_or("has no root")?) })
}

/// Does a log with these link hashes continue the one the head was taken from?
///
/// # Errors
/// A sentence on what does not hold.
pub fn extends(head: &Head, hashes: &[Digest]) -> Result<(), String> {
    let Some(then) = usize::try_from(head.size).ok().and_then(|n| hashes.get(..n)) else {
        return Err(format!("is of {} links, the log has {}: links are missing at its end", head.size, hashes.len()));
    };
    if root(then) == head.root { Ok(()) } else { Err(format!("is of other {} links than the log has", head.size)) }
}

/// Merkle tree hash, RFC 6962 section 2.1.
pub fn root(hashes: &[Digest]) -> Digest {
    match hashes {
        [] => Digest::of(b""),
        [one] => Digest(Sha256::new().chain_update([0]).chain_update(one.0).finalize().into()),
        _ => {
            // The largest power of two smaller than n.
            let k = hashes.len().next_power_of_two() / 2;
            let (left, right) = (root(&hashes[..k]), root(&hashes[k..]));
            Digest(Sha256::new().chain_update([1]).chain_update(left.0).chain_update(right.0).finalize().into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(n: u8) -> Vec<Digest> {
        (0..n).map(|i| Digest::of(&[i])).collect()
    }

    #[test]
    fn the_tree_is_split_as_rfc_6962_says() {
        let h = hashes(7);
        let node = |l: Digest, r: Digest| Digest::of(&[&[1][..], &l.0, &r.0].concat());
        let leaf = |i: usize| Digest::of(&[&[0][..], &h[i].0].concat());
        assert_eq!(root(&[]).to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        // Section 2.1.3 draws the tree of seven: ((d0 d1)(d2 d3)) ((d4 d5) d6)
        let left = node(node(leaf(0), leaf(1)), node(leaf(2), leaf(3)));
        assert_eq!(root(&h), node(left, node(node(leaf(4), leaf(5)), leaf(6))));
    }

    #[test]
    fn a_shorter_or_rewritten_log_does_not_extend() {
        let head = Head::of("sluss.example.com/register", &hashes(5));
        assert!(extends(&head, &hashes(5)).is_ok() && extends(&head, &hashes(9)).is_ok());
        assert!(extends(&head, &hashes(4)).unwrap_err().contains("missing at its end"));
        let mut other = hashes(9);
        other[2] = Digest::ZERO;
        assert!(extends(&head, &other).unwrap_err().contains("other 5 links"));
    }

    #[test]
    fn a_signed_head_reads_back() {
        let key = SigningKey::from_bytes(&[9; 32]);
        let head = Head::of("register", &hashes(3));
        let text = head.sign(&key);
        assert_eq!(open(&text, &key.verifying_key()), Ok(head));
        assert!(open(&text.replace("\n3\n", "\n4\n"), &key.verifying_key()).is_err());
        assert!(open("", &key.verifying_key()).is_err());
    }
}
