//! Driving: what a visitor does, and looking at a page as far as doing needs it.

mod ahead;
pub mod consent;
pub mod explore;
pub mod fields;
mod frames;
mod input;
mod page;
pub mod recorded;
mod shots;
mod visit;

pub use page::{Page, PageError};
pub use shots::Shots;
pub use visit::Visit;

/// Source of the script that stands in every document's isolated world.
pub fn helper(guarded: bool) -> String {
    include_str!("drive/helper.js").replace("GUARDED", if guarded { "true" } else { "false" })
}

/// The isolated world's name.
pub const WORLD: &str = "sluss";
