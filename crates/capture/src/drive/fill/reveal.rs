//! What is pressed where nothing is typed: buttons that may show fields, and what leads on from a step that only asks to choose.

use super::done::{Done, Step, view_of};
use super::press::{Button, is_left_alone, leads_back, press, pressable, uncovered};
use super::unsent::{self, ending};
use super::{Onward, layers, onward, shown};
use crate::devtools::lock;
use crate::drive::buttons::{self, Effect, effect};
use crate::drive::consent::is_consent;
use crate::drive::frames::Frame;
use crate::drive::visit::Visit;
use serde_json::json;

/// Buttons pressed in search of more fields.
const REVEALS: usize = 6;
/// Steps of one page that only ask to choose.
pub(super) const CHOSEN: usize = 40;

/// Whether a step without fields asks to go on: a button that says so or sends, and was not pressed in this view.
pub(super) async fn leads_on(visit: &Visit<'_, '_>, done: &Done) -> bool {
    let Ok(frame) = visit.page.main_frame().await else { return false };
    let step = Step { appeared: true, ..Step::of(&[]) };
    let buttons = pressable(visit, &frame, "buttons").await;
    ending(done, &step, &frame, &buttons, shown(visit)).is_some()
        || buttons.iter().any(|b| !b.link && !b.submits && step.goes_on(done, &frame, b))
}

/// What leads on from a step that only asks to choose; once more after each other press, which it may have waited for.
pub(super) async fn chosen_on(visit: &Visit<'_, '_>, done: &mut Done, step: &Step) -> Option<(Frame, Button)> {
    if step.fields > 0 || done.steps == CHOSEN {
        return None;
    }
    let fits = |b: &Button| {
        !b.link && !b.submits && buttons::is_forward(&b.text) && !leads_back(b) && !is_left_alone(b) && !is_consent(b)
    };
    let lane = visit.page.lane;
    let changes = visit.page.look(|w| w.changes_sent(lane));
    for frame in visit.page.frames().await.into_iter().filter(|f| visit.is_part(f)) {
        for button in pressable(visit, &frame, "buttons").await.into_iter().filter(fits) {
            let key = step.button(&frame, &button);
            let presses: usize = done.pressed.values().sum();
            let before = done.led.get(&key);
            let due = before.is_none_or(|(then, _)| presses > *then);
            if !due || !visit.page.ask(&frame, "answersBeside", json!([button.n])).await.unwrap_or(false) {
                continue;
            }
            // refused, it sent nothing: it may still
            if before.is_some_and(|(_, then)| *then == changes) {
                done.pressed.remove(&key);
            }
            done.led.insert(key, (presses + 1, changes));
            return Some((frame, button));
        }
    }
    None
}

/// Whether nothing stands there any more under what this button stood under: another step took its place.
pub(super) async fn is_passed(visit: &Visit<'_, '_>, button: &Button) -> bool {
    for frame in visit.page.frames().await.into_iter().filter(|f| visit.is_part(f)) {
        if pressable(visit, &frame, "openers").await.iter().any(|b| b.question == button.question) {
            return false;
        }
    }
    !button.question.is_empty()
}

/// Presses the next button that may show fields or lead on. None where none is left.
pub(super) async fn reveal(
    visit: &mut Visit<'_, '_>,
    here: &str,
    step: &Step,
    done: &mut Done,
    led: &mut Vec<String>,
) -> Option<Onward> {
    if done.steps == CHOSEN {
        return None;
    }
    let mut buttons = Vec::new();
    for frame in visit.page.frames().await.into_iter().filter(|f| visit.is_part(f)) {
        buttons.extend(pressable(visit, &frame, "openers").await.into_iter().map(|b| (frame.clone(), b)));
    }
    // In a wizard's step that asks nothing, only what leads on is pressed.
    let in_place = done.in_place.contains(here);
    // What says that it leads on comes first, and of many that are alike each only after one of the others.
    let on = |b: &Button| buttons::is_forward(&b.text) || unsent::sends(b);
    let alike = |b: &Button| done.kinds.get(&b.kind).copied().unwrap_or(0);
    buttons.sort_by_cached_key(|(_, b)| (buttons::undoes(&b.text), b.hears, b.bare || b.idle, !on(b), alike(b)));
    let here_only = |b: &Button| !b.link || b.hears;
    let fits =
        |b: &Button| !b.submits && here_only(b) && !is_consent(b) && !effect(&b.text).is_some_and(Effect::is_grave);
    // Of steps that only ask to choose, each may have the same answers.
    let chooses = done.steps > 0 && step.fields == 0;
    let new = |frame: &Frame, b: &Button| {
        let key = step.button(frame, b);
        !in_place && if chooses { done.was_pressed(&key) == 0 } else { !done.was_ever_pressed(&key) }
    };
    let followed = |frame: &Frame, b: &Button| b.hears && lock(&done.sent).followed.contains(&view_of(frame, b));
    let sends = |b: &Button| b.owns || unsent::sends(b);
    let passed = |frame: &Frame, b: &Button| sends(b) && done.passed.contains(&(frame.url.clone(), b.form.clone()));
    let on = |frame: &Frame, b: &Button| !done.filled.is_empty() && step.goes_on(done, frame, b);
    let mut covered = false;
    buttons.retain(|(frame, b)| fits(b) && !followed(frame, b) && !passed(frame, b) && (new(frame, b) || on(frame, b)));
    if done.revealed == REVEALS {
        if !buttons.is_empty() && !done.spent {
            done.spent = true;
            let page = crate::witness::without_query(&visit.page.url()).to_owned();
            let why = format!("{REVEALS} buttons of the page were pressed in search of fields, and no more");
            visit.gap(format!("what {} more buttons on {page} do", buttons.len()), why);
        }
        return None;
    }
    let left = buttons.into_iter();
    let found = uncovered(visit, left, &mut covered).await;
    done.covered |= covered && found.is_none();
    let (frame, button) = found?;
    if button.hears {
        lock(&done.sent).followed.insert(view_of(&frame, &button));
    }
    done.press(&step.button(&frame, &button));
    let before = shown(visit);
    press(visit, &frame, &button, false).await;
    if layers::opened(visit, &frame).await {
        done.opener = Some(button.selector.clone());
    }
    match is_passed(visit, &button).await {
        true => done.steps += 1,
        false => done.revealed += 1,
    }
    *done.kinds.entry(button.kind).or_default() += 1;
    Some(onward(visit, here, before, done, led).await)
}
