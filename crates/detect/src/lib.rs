//! Bytes in, hits out: whose known identifier, in which disguise, where.
//!
//! No I/O, threads, clock, randomness or logging; the same code runs in the program, in a browser (wasm32) and inside
//! a query engine. [`Needles`] are compiled once and immutable; a [`Scanner`] belongs to one thread.
#![deny(unsafe_code)]

mod hit;
mod needles;
mod people;
mod scanner;

pub use hit::Hit;
pub use needles::{MatchKey, Needles, Options};
pub use people::people;
pub use scanner::Scanner;

use facts::IdentifierKind;

/// The way from what was typed to the token, one pair a step: (step name, value after it).
/// The first is `("typed", typed)`.
pub fn explain(_kind: IdentifierKind, typed: &str, form: &[String]) -> Vec<(String, String)> {
    let mut steps = vec![("typed".to_owned(), typed.to_owned())];
    if form.first().is_some_and(|f| f == "plain") {
        steps.push(("plain".to_owned(), typed.to_owned()));
    }
    steps
}
