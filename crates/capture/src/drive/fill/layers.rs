//! What opens over the page or hangs from a button: looked at, and left again.

use super::done::Done;
use super::press::{Button, press, pressable};
use super::wanted::scan;
use crate::drive::buttons::{Effect, effect, is_answer, is_back, is_cross};
use crate::drive::consent::is_consent;
use crate::drive::frames::Frame;
use crate::drive::visit::Visit;
use crate::witness::Hold;
use serde_json::json;
use std::time::{Duration, Instant};

/// Whether the last press opened something.
pub(super) async fn opened(visit: &Visit<'_, '_>, frame: &Frame) -> bool {
    visit.page.ask::<usize>(frame, "opened", json!([])).await.unwrap_or_default() > 0
}

/// Whether something that was opened is still there.
pub(super) async fn overlaid(visit: &Visit<'_, '_>, frame: &Frame) -> bool {
    visit.page.ask::<usize>(frame, "overlaid", json!([])).await.unwrap_or_default() > 0
}

/// Whether what was opened asks for something that was not filled yet.
pub(super) async fn asks(visit: &Visit<'_, '_>, done: &Done) -> bool {
    scan(visit).await.iter().any(|w| w.field.over && done.is_new(w))
}

/// Whether an element lies in a layer that is to stay.
async fn is_nested(visit: &Visit<'_, '_>, frame: &Frame, n: usize) -> bool {
    visit.page.ask(frame, "nested", json!([n])).await.unwrap_or(false)
}

/// Leaves what lies over the page, but for the layer that an element lies in.
pub(super) async fn leave_over(visit: &mut Visit<'_, '_>, frame: &Frame, n: usize) {
    if !is_nested(visit, frame, n).await {
        leave(visit, frame).await;
    }
}

/// Leaves what lies over an element, or hangs from it where it `opened` that. Where the element lies in a layer itself, Escape might take
/// that away with all that was filled in.
pub(super) async fn leave_beside(visit: &mut Visit<'_, '_>, frame: &Frame, n: usize, opened: bool) -> bool {
    if !is_nested(visit, frame, n).await {
        return leave(visit, frame).await;
    }
    let hangs = async |visit: &Visit<'_, '_>| {
        come_to_rest(visit, frame).await;
        visit.page.ask::<usize>(frame, "hanging", json!([])).await.unwrap_or_default() > 0
    };
    visit.hold_back(Hold::Changes);
    if opened && hangs(visit).await {
        let _ = visit.page.click(frame, n).await;
    }
    if hangs(visit).await || !opened {
        let aside: Option<usize> = visit.page.ask(frame, "aside", json!([n])).await.unwrap_or_default();
        if let Some(aside) = aside {
            let _ = visit.page.click(frame, aside).await;
        }
    }
    visit.hold_back(Hold::Nothing);
    if hangs(visit).await
        && let Some(exit) = exit(visit, frame).await
    {
        press(visit, frame, &exit, false).await;
    }
    !hangs(visit).await
}

/// Leaves what lies over the page as a visitor may, by Escape, else by its own button, which may only say OK; a question about consent that came of itself
/// stays. True where it is gone.
pub(super) async fn leave(visit: &mut Visit<'_, '_>, frame: &Frame) -> bool {
    if !bars(visit, frame).await {
        return false;
    }
    let own = overlaid(visit, frame).await;
    if !own && pressable(visit, frame, "openers").await.iter().any(|b| !b.link && is_consent(b)) {
        return false;
    }
    for down in [true, false] {
        let _ = visit.page.key(down, "Escape").await;
    }
    visit.page.settle().await;
    if !is_gone(visit, frame).await {
        let exit = match exit(visit, frame).await {
            None if own => answering(visit, frame).await,
            exit => exit,
        };
        if let Some(exit) = &exit {
            press(visit, frame, exit, false).await;
        }
    }
    is_gone(visit, frame).await
}

/// The button of what was opened that leads away from it.
async fn exit(visit: &Visit<'_, '_>, frame: &Frame) -> Option<Button> {
    let exits: Vec<Button> = visit.page.ask(frame, "exits", json!([])).await.unwrap_or_default();
    let says = |b: &Button| is_back(&b.text) || is_cross(&b.text) || !b.text.chars().any(char::is_alphanumeric);
    exits.into_iter().find(|b| !b.submits && !b.link && says(b))
}

/// Whether nothing lies over the page; what is on its way out is waited for.
pub(super) async fn is_gone(visit: &Visit<'_, '_>, frame: &Frame) -> bool {
    let begun = Instant::now();
    while bars(visit, frame).await {
        if begun.elapsed() > LEAVING || !visit.page.ask(frame, "moving", json!([])).await.unwrap_or(false) {
            return false;
        }
        tokio::time::sleep(GLANCE).await;
    }
    true
}

/// Waits until nothing moves on the page.
pub(super) async fn come_to_rest(visit: &Visit<'_, '_>, frame: &Frame) {
    let begun = Instant::now();
    visit.page.settle().await;
    while begun.elapsed() < LEAVING && visit.page.ask(frame, "moving", json!([])).await.unwrap_or(false) {
        tokio::time::sleep(GLANCE).await;
    }
}

/// How long what fades away may take, and between two looks at it.
const LEAVING: Duration = Duration::from_secs(1);
const GLANCE: Duration = Duration::from_millis(50);

/// The button that gives what was opened what it asks for.
pub(super) async fn answering(visit: &Visit<'_, '_>, frame: &Frame) -> Option<Button> {
    let buttons: Vec<Button> = visit.page.ask(frame, "exits", json!([])).await.unwrap_or_default();
    let answers = |b: &Button| !b.link && is_answer(&b.text) && !effect(&b.text).is_some_and(Effect::is_grave);
    buttons.into_iter().find(answers)
}

/// The button of a dialog that asks whether a form is to go out. One with fields of its own is filled first.
pub(super) async fn confirming(visit: &Visit<'_, '_>, frame: &Frame, done: &Done) -> Option<Button> {
    if !opened(visit, frame).await || asks(visit, done).await {
        return None;
    }
    answering(visit, frame).await
}

async fn bars(visit: &Visit<'_, '_>, frame: &Frame) -> bool {
    visit.page.ask(frame, "behind", json!([])).await.unwrap_or(false) || overlaid(visit, frame).await
}
