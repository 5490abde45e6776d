//! ## What it does
//! Reports an identifier that reached a recipient readable although the declaration says
//! `settings = { hash-identifiers = "on" }` for it.
//!
//! ## Why it matters
//! Hashing is weak protection, but it is a measure that was promised (GDPR art. 32(1)(a), pseudonymisation), and the
//! assessment of a breach leans on it: in IMY-2022-3822 it spoke for the company that only hashed values had left.
//!
//! ## Example
//! Google's enhanced conversions hash the address and send the city in plain text: `ct0.Stockholm`.
//!
//! ## Known misses
//! Hashes of values so few that anyone can list them, such as phone numbers, count as hashed here.

use crate::check::HASH_IDENTIFIERS;
use crate::evidence::{Evidence, disguise};
use crate::finding::{By, Draft, grouped};
use facts::{Severity, Sighting};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let promised =
        |s: &Sighting| evidence.allowed(s).and_then(|a| a.settings.get(HASH_IDENTIFIERS)).is_some_and(|v| v == "on");
    let plain = grouped(evidence, By::Identifier, |s| promised(s) && disguise(s) != "hashed");
    plain.into_iter().map(|draft| draft.because(Severity::High, &["not-hashed"])).collect()
}
