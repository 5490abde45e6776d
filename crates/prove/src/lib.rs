//! What anyone can check without us: the chained log, its signed head, and sealed bundles of evidence.
//!
//! Pure: bytes in, bytes or a [`Verdict`] out. No clock, no randomness, no I/O: times, salts and keys are arguments.
//!
//! * [`chain`]: links of the append-only log, `sluss/link/1`.
//! * [`content`]: what a link covers, as salted digests, so that sealed personal data can be destroyed and the chain
//!   stays valid.
//! * [`checkpoint`]: a signed statement "the log had n links and this root", C2SP tlog-checkpoint.
//! * [`bundle`]: one file of evidence, a plain zip with a signed manifest, `sluss/bundle/1`.
//! * [`stamp`]: a time stamp by a third party, RFC 3161.
//! * [`record`]: the log as lines of a bundle, whole or with other cases' links reduced to their hash.

// A Problem is large, rare, and made once per refused file.
#![allow(clippy::result_large_err)]

pub mod bundle;
pub mod chain;
pub mod checkpoint;
pub mod content;
mod digest;
pub mod note;
pub mod record;
pub mod stamp;
mod verdict;

pub use bundle::Meta;
pub use chain::Link;
pub use checkpoint::Head;
pub use content::Item;
pub use digest::{Digest, Salt};
pub use ed25519_dalek::{SigningKey, VerifyingKey};
pub use stamp::Stamp;
pub use verdict::{Broken, FileRow, Signer, Verdict};
