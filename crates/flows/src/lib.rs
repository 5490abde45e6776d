//! The only room that knows the order: what a user wants, one statement a stage. Every write is here.

#![cfg_attr(not(test), warn(clippy::print_stdout, clippy::print_stderr))]

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
mod store;
mod trouble;
pub mod verify;
pub mod watch;

pub use capture::browser::CaptureError;
pub use folder::{text, writable, write};
pub use trouble::Trouble;

/// Creates a folder and its parents.
pub fn folder(path: &std::path::Path) -> Result<(), Trouble> {
    folder::create(path)
}

/// Whether standard output was closed (`>&-`) when the program began. Rust then opens `/dev/null` in its place, to read and to
/// write, which shells do not do for `>/dev/null`; Python and Node do.
#[cfg(unix)]
pub fn leads_nowhere() -> bool {
    use rustix::fs::{OFlags, fcntl_getfl, fstat};
    let out = std::io::stdout();
    let is_null = || Some(fstat(&out).ok()?.st_rdev == rustix::fs::stat("/dev/null").ok()?.st_rdev);
    let both_ways = fcntl_getfl(&out).is_ok_and(|flags| flags.contains(OFlags::RDWR));
    both_ways && is_null().unwrap_or_default()
}

#[cfg(not(unix))]
pub fn leads_nowhere() -> bool {
    false
}
