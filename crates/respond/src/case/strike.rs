//! What was recorded by mistake is struck by a later entry. Both stay in the history; the case is what is left.

use super::decide::{Allowed, Refusal, needed, reasoned};
use super::{Act, Case, Event};
use std::collections::BTreeSet;

/// Acts that nothing else corrects. The others are corrected by the same act, done anew.
const STRUCK: [&str; 18] = [
    "file",
    "receipt",
    "report",
    "delay",
    "tell-controller",
    "communicate",
    "reach",
    "exempt",
    "measure",
    "measure-done",
    "request-erasure",
    "answer-erasure",
    "escalate-erasure",
    "asked",
    "answered",
    "decision",
    "link",
    "weigh",
];

/// Numbers of the entries that were struck; the first event of a case is entry 1.
pub fn struck(events: &[Event]) -> BTreeSet<usize> {
    let entry = |event: &Event| if let Act::Strike { entry, .. } = event.what { Some(entry) } else { None };
    events.iter().filter_map(entry).collect()
}

pub fn strike(case: &Case, act: &Act) -> Allowed {
    let Act::Strike { entry, person, reason } = act else { return Ok(()) };
    needed("person", person)?;
    reasoned("reason", reason)?;
    let Some(happened) = entry.checked_sub(1).and_then(|n| case.history.get(n)) else {
        let message = format!("the history has the entries 1 to {}", case.history.len());
        return Err(Refusal::new("entry", "no-entry", message).found(entry.to_string()));
    };
    if happened.struck {
        return Err(Refusal::new("entry", "struck", "this entry was struck already").found(entry.to_string()));
    }
    if !STRUCK.contains(&happened.act.as_str()) {
        let message = "this is corrected by entering it anew, not struck";
        return Err(Refusal::new("entry", "not-struck", message).found(happened.act.clone()).allowed(&STRUCK));
    }
    // Later notifications follow up this one, and receipts go by its number.
    let follows = |act: &str| act == "file" || act == "receipt";
    let later = case.history[*entry..].iter().any(|h| follows(&h.act) && !h.struck);
    if happened.act == "file" && later {
        let message = "later notifications and receipts build on this one: strike them first";
        return Err(Refusal::new("entry", "strike-later", message).found(entry.to_string()));
    }
    Ok(())
}
