//! What is pressed where nothing is typed: buttons that may show fields, and what leads on from a step that only asks to choose.

use super::done::{Done, Step, view_of};
use super::press::{Button, is_left_alone, leads_back, press, pressable, uncovered};
use super::unsent::{self, ending};
use super::{Onward, has_new, layers, onward, shown};
use crate::devtools::lock;
use crate::drive::buttons::{self, Effect, effect};
use crate::drive::consent::is_consent;
use crate::drive::frames::Frame;
use crate::drive::visit::{Visit, place};
use serde_json::json;

/// Buttons pressed in search of more fields; what opened something in an earlier document is pressed once more beside them.
const REVEALS: usize = 6;
/// Steps of one page that only ask to choose.
pub(super) const CHOSEN: usize = 40;

/// Whether a step without fields asks to go on: a button that says so or sends, and was not pressed in this view.
pub(super) async fn leads_on(visit: &Visit<'_, '_>, done: &Done) -> bool {
    let Ok(frame) = visit.page.main_frame().await else { return false };
    let step = Step { appeared: true, ..Step::of(&[]) };
    let buttons = pressable(visit, &frame, "buttons").await;
    ending(visit, done, &step, &frame, &buttons, shown(visit)).await.is_some()
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
    let before = shown(visit);
    let mut buttons = standing(visit, done).await;
    // In a wizard's step that asks nothing, only what leads on is pressed.
    let in_place = done.in_place.contains(here);
    // What says that it leads on comes first, and of many that are alike each only after one of the others.
    let on = |b: &Button| buttons::is_forward(&b.text) || unsent::sends(b);
    let alike = |b: &Button| done.kinds.get(&b.kind).copied().unwrap_or(0);
    buttons.sort_by_cached_key(|(_, b)| (buttons::undoes(&b.text), b.hears, b.bare || b.idle, !on(b), alike(b)));
    // Of steps that only ask to choose, each may have the same answers.
    let chooses = done.steps > 0 && step.fields == 0;
    let known = |frame: &Frame, b: &Button| {
        if chooses { done.was_pressed(&step.button(frame, b)) > 0 } else { done.was_ever_pressed(frame, b) }
    };
    let new = |frame: &Frame, b: &Button| !in_place && !known(frame, b);
    let sends = |b: &Button| b.owns || unsent::sends(b);
    let passed = |frame: &Frame, b: &Button| sends(b) && done.passed.contains(&(frame.url.clone(), b.form.clone()));
    let on = |frame: &Frame, b: &Button| !done.filled.is_empty() && step.goes_on(done, frame, b);
    buttons.retain(|(frame, b)| !passed(frame, b));
    let (mut first, mut again): (Vec<_>, Vec<_>) =
        buttons.into_iter().partition(|(frame, b)| new(frame, b) || on(frame, b));
    again.retain(|(frame, b)| done.opens_again(frame, b, before));
    if done.revealed == REVEALS {
        if !first.is_empty() && !done.spent {
            done.spent = true;
            let page = crate::witness::without_query(&visit.page.url()).to_owned();
            let why = format!("{REVEALS} buttons of the page were pressed in search of fields, and no more");
            visit.gap(format!("what {} more buttons on {page} do", first.len()), why);
        }
        first.clear();
    }
    let (mut covered, mut aside) = (false, false);
    let mut found = uncovered(visit, first.into_iter(), &mut covered).await;
    let is_new = found.is_some();
    if !is_new {
        found = uncovered(visit, again.into_iter(), &mut aside).await;
    }
    done.covered |= covered && found.is_none();
    let (frame, button) = found?;
    if button.hears {
        lock(&done.sent).followed.insert(view_of(&frame, &button));
    }
    done.press(&step.button(&frame, &button));
    press(visit, &frame, &button, false).await;
    let layer = layers::opened(visit, &frame).await;
    if layer {
        done.opener = Some(button.selector.clone());
    }
    match is_passed(visit, &button).await {
        true => done.steps += 1,
        false => done.revealed += usize::from(is_new),
    }
    let stays = shown(visit) == before && place(&visit.page.url()) == place(here);
    if stays && (layer || has_new(visit, done).await) || done.opens_again(&frame, &button, before) {
        done.note_opener(&frame, &button, before);
    }
    *done.kinds.entry(button.kind).or_default() += 1;
    Some(onward(visit, here, before, done, led).await)
}

/// What there is to press in search of fields.
pub(super) async fn standing(visit: &Visit<'_, '_>, done: &Done) -> Vec<(Frame, Button)> {
    let here_only = |b: &Button| !b.link || b.hears;
    let fits =
        |b: &Button| !b.submits && here_only(b) && !is_consent(b) && !effect(&b.text).is_some_and(Effect::is_grave);
    let followed = |frame: &Frame, b: &Button| b.hears && lock(&done.sent).followed.contains(&view_of(frame, b));
    let mut found = Vec::new();
    for frame in visit.page.frames().await.into_iter().filter(|f| visit.is_part(f)) {
        let openers = pressable(visit, &frame, "openers").await;
        found.extend(openers.into_iter().filter(|b| fits(b) && !followed(&frame, b)).map(|b| (frame.clone(), b)));
    }
    found
}

/// Notes what of a form that went out stood there `before` it did, and was not pressed: a person who chose another answer would see what
/// belongs to that.
pub(super) async fn note_lost(
    visit: &Visit<'_, '_>,
    done: &mut Done,
    sent: (&Frame, &Button),
    before: Vec<(Frame, Button)>,
) {
    let now = standing(visit, done).await;
    let stands = |one: &Button| now.iter().any(|(_, b)| b.selector == one.selector && b.text == one.text);
    let (frame, form) = (sent.0, &sent.1.form);
    let of_form = |(at, b): &(Frame, Button)| at.id == frame.id && b.form == *form && !unsent::leads(b);
    let lost = before.into_iter().filter(|one| of_form(one) && !buttons::undoes(&one.1.text));
    let lost: Vec<Button> = lost.map(|(_, b)| b).filter(|b| !stands(b) && !done.was_ever_pressed(frame, b)).collect();
    done.note_untried(frame, lost);
}

/// Names what could not be tried any more.
pub(super) fn say_untried(visit: &Visit<'_, '_>, done: &Done) {
    for (selector, url) in done.left_untried().into_iter().filter(|_| done.revealed < REVEALS) {
        visit.gap(format!("what `{selector}` on {} does", crate::witness::without_query(&url)), UNTRIED);
    }
}

const UNTRIED: &str = "the form it stood in went out before it was pressed, and did not come up again";
