//! The only room that knows the order: what a user wants, one statement a stage. Every write is here.

pub mod accept;
pub mod access;
pub mod audit;
pub mod calendar;
pub mod cases;
pub mod demo;
mod evidence;
mod folder;
mod http;
pub mod index;
pub mod intake;
pub mod keys;
mod mail;
mod names;
mod places;
pub mod reminders;
pub mod scan;
pub mod script;
pub mod settings;
mod trouble;
pub mod verify;
pub mod watch;

pub use capture::browser::CaptureError;
pub use folder::{text, write};
pub use trouble::Trouble;

/// Creates a folder and its parents.
pub fn folder(path: &std::path::Path) -> Result<(), Trouble> {
    folder::create(path)
}
