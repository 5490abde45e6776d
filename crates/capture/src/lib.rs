//! Capture: a plan in, a [`facts::Recording`] out. Drives a real Chromium, and reads traffic archives.
//!
//! The only stage that touches network, disk and clock. It finds no identifiers and judges nothing: what it could
//! not see becomes a [`facts::Gap`].

// `Problem` is the seam's error; it is built once for a whole file, never in a loop.
#![allow(clippy::result_large_err)]

pub mod archive;
pub mod browser;
pub mod har;
pub mod names;
pub mod netlog;
pub mod trust;

mod devtools;
mod drive;
mod proxy;
mod witness;
