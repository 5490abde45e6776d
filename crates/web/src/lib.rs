//! The web face: pages and a JSON API for the people who answer for a breach.
//!
//! Server-rendered, no script. Reads go straight to the register, writes through `flows` (invariant 5).
//! No request is logged; addresses hold ids, never values of persons.

mod api;
mod assets;
mod audits;
mod cache;
mod clock;
mod countries;
mod form;
mod frame;
mod guard;
mod names;
mod oops;
mod pages;
mod questions;
mod say;
mod session;
mod site;
#[cfg(test)]
mod tests;

pub use session::login_link;
pub use site::{Site, router, serve};
