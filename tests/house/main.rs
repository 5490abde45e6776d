//! The house test: the layers stand as drawn, the pure rooms are pure, the tables are read, the documents tell the truth.

mod docs;
mod layers;
mod problems;
mod tables;
