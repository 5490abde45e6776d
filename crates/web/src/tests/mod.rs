//! The site as a browser sees it, on a register in a temporary folder.

mod answers;
mod axe;
mod browser;
mod desk;
mod forms;
mod further;
mod house;
mod kept;
mod overtaken;
mod pages;
mod request;
mod safety;
mod sample;
mod socket;
