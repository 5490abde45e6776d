//! Words that a field takes only once a person has said so: an entry of what it suggests is chosen, or Enter makes a chip of them.

use super::layers::come_to_rest;
use super::press::report_prevented;
use super::typing::offered;
use super::wanted::Wanted;
use crate::drive::page::PageError;
use crate::drive::visit::Visit;
use crate::witness::Hold;
use facts::Mode;
use serde_json::{Value, json};

/// Whether the field dropped what was typed and shows it nowhere beside itself.
pub(super) async fn has_dropped(visit: &Visit<'_, '_>, wanted: &Wanted, value: &str) -> Result<bool, PageError> {
    let (frame, n) = (&wanted.frame, wanted.field.n);
    let held: String = visit.page.ask(frame, "holds", json!([n])).await?;
    if !held.is_empty() {
        return Ok(false);
    }
    let shows: String = visit.page.ask(frame, "shows", json!([n])).await?;
    Ok(!shows.contains(value))
}

/// Types once more, and takes an entry of what then opens; where nothing does, presses Enter. True where the field took either. Nothing
/// is sent by that.
pub(super) async fn take_word(visit: &Visit<'_, '_>, wanted: &Wanted, value: &str) -> Result<bool, PageError> {
    let guarded = visit.plan.mode == Mode::Submit;
    if guarded {
        visit.page.guard(true).await;
    }
    let taken = type_and_take(visit, wanted, value).await;
    visit.hold_back(Hold::Nothing);
    report_prevented(visit, &wanted.frame).await;
    if guarded {
        visit.page.guard(false).await;
    }
    taken
}

async fn type_and_take(visit: &Visit<'_, '_>, wanted: &Wanted, value: &str) -> Result<bool, PageError> {
    let (frame, n) = (&wanted.frame, wanted.field.n);
    for what in ["watch", "remember"] {
        let _: Value = visit.page.ask(frame, what, json!([])).await?;
    }
    visit.page.write(frame, n, value).await?;
    let entry = if wanted.field.list { offered(visit, frame, n).await? } else { None };
    let taken = if let Some(entry) = entry {
        visit.hold_back(Hold::Changes);
        visit.page.click(frame, entry).await?;
        come_to_rest(visit, frame).await;
        true
    } else {
        visit.hold_back(Hold::Sending);
        for down in [true, false] {
            visit.page.key(down, "Enter").await?;
        }
        visit.page.settle().await;
        visit.page.ask::<String>(frame, "holds", json!([n])).await?.is_empty()
    };
    let _: Value = visit.page.ask(frame, "blur", json!([n])).await?;
    Ok(taken)
}
