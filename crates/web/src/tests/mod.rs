//! The site as a browser sees it, on a register in a temporary folder.

mod browser;
mod forms;
mod overtaken;
mod pages;
mod request;
mod safety;
mod sample;
mod socket;
