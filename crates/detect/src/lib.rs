//! Bytes in, hits out: whose known identifier, in which disguise, where.
//!
//! No I/O, threads, clock, randomness or logging; the same code runs in the program, in a browser (wasm32) and inside
//! a query engine. [`Needles`] are compiled once and immutable; a [`Scanner`] belongs to one thread.
//!
//! ```
//! use detect::{Needles, Options};
//! let people = detect::people("people.csv", "id,email\np1,anna.berg@example.com\n").unwrap();
//! let needles = Needles::compile(&people, &Options::default());
//! let mut hits = Vec::new();
//! needles.scanner().scan(b"u=anna.berg%40example.com", &mut |hit| hits.push(hit));
//! assert_eq!(needles.person(hits[0].person.unwrap()).0, "p1");
//! assert_eq!(*hits[0].layers, ["percent"]);
//! ```
#![deny(unsafe_code)]

mod compile;
mod dates;
mod der;
mod derive;
mod digest;
mod encode;
mod exchange;
mod explain;
mod framed;
mod hit;
mod idn;
mod inflate;
mod join;
mod joining;
mod keys;
#[cfg_attr(not(target_arch = "x86_64"), allow(dead_code, reason = "lanes are filled where the processor has them"))]
mod lanes;
mod lzstring;
mod national;
mod needles;
mod normalise;
mod packed;
mod people;
mod phone;
mod prefixes;
#[cfg(test)]
mod properties;
mod protobuf;
mod scan;
mod seal;
mod simd;
mod spellings;
mod stored;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod value;

pub use compile::{Compiler, Part, is_findable};
pub use digest::Hashes;
pub use explain::explain;
pub use hit::{Hit, Words};
pub use join::{Candidates, Gatherer, Sifted};
pub use joining::{Joined, Joining};
#[doc(hidden)]
pub use lanes::keys_of;
pub use needles::{MatchKey, Needles, Options};
pub use people::{Columns, Dates, RowId, Rows, nobody_in, people, phone_countries, phone_country, repeated};
pub use scan::Scanner;
pub use seal::Key;
#[doc(hidden)]
pub use simd::use_instructions;
pub use table::{Piece, Run};
