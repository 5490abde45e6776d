//! The site as a browser sees it, on a register in a temporary folder.

mod browser;
mod pages;
mod safety;
mod sample;
mod socket;
