//! What a visitor does beside typing and pressing: Enter in a field that stands in no form, and the mouse, which goes away at last.

use super::done::Done;
use super::has_new;
use super::typing::enter;
use super::wanted::{Wanted, scan};
use crate::drive::fields;
use crate::drive::page::PageError;
use crate::drive::visit::{Visit, place};
use crate::witness::Hold;
use facts::Mode;
use serde_json::json;
use std::time::Duration;
use tokio::time::timeout;

/// Fields of a page in which Enter is pressed.
const ENTERS: usize = 4;
/// How long the browser may take over input that a page need not hear.
const PATIENCE: Duration = Duration::from_secs(3);

/// In fields that stand in no form.
pub(super) async fn enter_loose(visit: &mut Visit<'_, '_>, done: &Done) {
    let open = |w: &Wanted| w.is_canary() && !w.field.hidden && w.field.form.is_empty();
    let keys = |w: &Wanted| w.field.kind != "file" && fields::takes_keys(&w.field.tag, &w.field.kind);
    let mut found = scan(visit).await;
    found.retain(|w| open(w) && keys(w) && done.filled.contains_key(&w.key()));
    found.truncate(ENTERS);
    if !found.is_empty() && !visit.stop.stopped() {
        press_enter(visit, &found).await;
    }
}

/// Across the page and out at the top. True where the page asks for something new then.
pub(super) async fn move_away(visit: &mut Visit<'_, '_>, done: &Done) -> bool {
    if !visit.stop.stopped() && !visit.page.is_crashed() {
        let name = "move the mouse away";
        visit.begin(name);
        let moved = timeout(PATIENCE, visit.page.move_away()).await;
        visit.page.settle().await;
        visit.end(name, moved.unwrap_or(Ok(()))).await;
    }
    has_new(visit, done).await
}

/// As a step of its own; nothing that was typed goes out by it.
async fn press_enter(visit: &mut Visit<'_, '_>, found: &[Wanted]) {
    let name = "keyDown Enter";
    visit.begin(name);
    let guarded = visit.plan.mode == Mode::Submit;
    if guarded {
        visit.page.guard(true).await;
    }
    visit.hold_back(Hold::Sending);
    let here = place(&visit.page.url());
    let mut outcome = Ok(());
    for one in found {
        outcome = outcome.and(timeout(PATIENCE, enter_in(visit, one)).await.unwrap_or(Ok(())));
        visit.page.settle().await;
        if place(&visit.page.url()) != here {
            break;
        }
    }
    visit.hold_back(Hold::Nothing);
    if guarded {
        visit.page.guard(false).await;
    }
    visit.page.close_others().await;
    visit.end(name, outcome).await;
}

async fn enter_in(visit: &Visit<'_, '_>, one: &Wanted) -> Result<(), PageError> {
    let (frame, field) = (&one.frame, &one.field);
    let held: String = visit.page.ask(frame, "holds", json!([field.n])).await?;
    let typed = visit.canaries.iter().rev().find(|c| c.fields().any(|f| f == field.selector));
    if let Some(typed) = typed.filter(|_| held.is_empty()) {
        enter(visit, frame, field, &typed.value).await?;
    }
    // A field may be gone by what another one did.
    visit.page.press_enter(frame, field.n).await
}
