//! Driving: what a visitor does, and looking at a page as far as doing needs it.

mod ahead;
mod awaited;
mod buttons;
mod closed;
pub mod consent;
mod desk;
pub mod explore;
pub mod fields;
mod fill;
mod fillers;
mod frames;
mod ids;
mod input;
mod keys;
mod links;
mod listeners;
mod marks;
mod number;
mod page;
mod parts;
pub mod recorded;
mod shots;
mod spared;
mod typed;
mod visit;
mod whose;

pub use desk::Desk;
pub use page::{Page, PageError};
pub use shots::Shots;
pub use visit::Visit;

use facts::{Mode, Plan, Script};
use serde_json::json;

/// Source of the script that looks into a document from its isolated world.
pub fn helper(plan: &Plan) -> String {
    let helper = include_str!("drive/helper.js")
        .replace("NEVER_SEND", &json!(plan.never_send).to_string())
        .replace("/* SELECTOR */", SELECTOR)
        .replace("/* FORMS */", include_str!("drive/forms.js"));
    guard(plan) + &helper
}

/// Source of the script that keeps a document from sending forms.
fn guard(plan: &Plan) -> String {
    include_str!("drive/guard.js").replace("GUARDED", if plan.mode == Mode::Submit { "false" } else { "true" })
}

/// What stands in every document's isolated world before its own scripts run. Where forms are sent, which ones are
/// not is told by the whole helper; else it is made when a document is first looked into, which makes pages load faster.
/// Where nothing is pressed, nothing has to stand there.
pub fn begins(plan: &Plan) -> String {
    let presses = plan.mode != Mode::Observe || plan.journeys.iter().any(|j| j.script != Script::Explore);
    match plan.mode {
        Mode::Submit => helper(plan),
        _ if presses => guard(plan),
        _ => String::new(),
    }
}

/// How an element is named, so that it is found again and means the same to everybody.
pub const SELECTOR: &str = include_str!("drive/selector.js");

/// The isolated world's name.
pub const WORLD: &str = "sluss";
