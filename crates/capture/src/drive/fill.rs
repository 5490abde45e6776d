//! The forms of one page: fields filled with canaries, buttons pressed, steps of wizards gone through.

mod done;
pub(super) mod files;
mod layers;
mod numbers;
mod parting;
mod polling;
mod press;
mod reveal;
mod shapes;
mod suggested;
mod ticks;
mod typing;
mod unfilled;
mod unfold;
mod unsent;
mod wanted;

use super::buttons::{Effect, effect};
use super::explore::{Found, collect_links};
use super::frames::Frame;
use super::visit::{Visit, place};
use crate::devtools::lock;
use crate::witness::HELD_AGAIN;
pub use done::Sent;
use done::{Done, SPELLINGS, Standing, Step, form_of};
use facts::Mode;
use parting::{enter_loose, move_away};
pub use press::Button;
pub(super) use press::report_prevented;
use press::{
    Went, again, choose_buttons, form_sent, is_covered, press, pressable, say_covered, say_left_alone, what_it_does,
};
use reveal::{CHOSEN, chosen_on, is_passed, leads_on, note_lost, reveal, say_untried, standing};
use serde_json::json;
use std::collections::VecDeque;
use std::sync::Arc;
use ticks::{tick, tick_form};
use typing::{Typed, fill, retype};
pub(super) use unfilled::say_unfilled;
use unfold::{hover, scroll_on};
use unsent::{owed, refill, refill_beside, reshape, say_unsent, unasked};
pub use wanted::Key;
use wanted::{Wanted, scan};

/// Times a page's fields are filled: spellings, steps of a wizard, what a button revealed.
const PASSES: usize = 10;
/// Times more where new fields have appeared: steps of a long wizard.
const STEPS: usize = 20;
/// Times what lies over the page is left.
const ESCAPES: usize = 3;
/// Times a press that was refused is made again with other answers.
const RETRIES: usize = 6;

/// `wanted`: the address that was opened. One that leads to a page whose fields were all filled before adds nothing.
pub(super) async fn fill_page(visit: &mut Visit<'_, '_>, wanted: &str, found: &mut Found) {
    let url = &visit.page.url();
    let (mut done, mut led) = (Done { sent: Arc::clone(&visit.sent), ..Done::default() }, Vec::new());
    if place(url) != place(wanted) && is_known(visit).await {
        return;
    }
    // Some ask for consent only when somebody does something.
    if scroll_on(visit).await {
        visit.page.settle().await;
        visit.answer_consent(false).await;
    }
    go_through(visit, url, &mut done, &mut led).await;
    // Some ask for more when somebody is about to go.
    if move_away(visit, &done).await {
        go_through(visit, url, &mut done, &mut led).await;
    }
    lead_to_windows(visit, &mut led);
    if let Ok(frame) = visit.page.main_frame().await {
        let behind = visit.page.ask(&frame, "behind", json!([])).await.unwrap_or(false);
        let opener = if layers::overlaid(visit, &frame).await { done.opener.as_deref() } else { None };
        let covered = done.covered && something_is_covered(visit, &frame).await;
        if behind || covered || opener.is_some() {
            say_covered(visit, opener, !behind && !done.filled.is_empty());
        }
    }
    if done.steps == CHOSEN {
        let what = format!("the rest of page {}", crate::witness::without_query(url));
        visit.gap(what, format!("it asks one thing after the other: it was left after {CHOSEN} steps"));
    }
    say_unsent(visit, &done).await;
    say_untried(visit, &done);
    lock(&visit.filled).extend(done.filled.keys().cloned());
    found.next.extend(led.into_iter().filter(|url| !done.is_through(url)));
    found.links.append(&mut done.found.links);
    found.files.append(&mut done.found.files);
    found.left.append(&mut done.found.left);
    say_left_alone(visit, &done).await;
    if !done.filled.is_empty() {
        enter_loose(visit, &done).await;
        visit.page.beat().await;
    }
}

async fn something_is_covered(visit: &Visit<'_, '_>, frame: &Frame) -> bool {
    let (mut covered, all) = (false, pressable(visit, frame, "openers").await);
    for button in all.iter().filter(|b| !b.bare) {
        covered = covered || visit.page.is_covered(frame, button.n).await;
    }
    covered
}

/// What buttons opened in windows is visited as pages; what has no address cannot be.
fn lead_to_windows(visit: &mut Visit<'_, '_>, led: &mut Vec<String>) {
    for url in std::mem::take(&mut visit.opened) {
        if url.is_empty() || url.starts_with("about:") {
            let what = format!("a window that {} opened", crate::witness::without_query(&visit.page.url()));
            visit.gap(what, "it has no address of its own: nothing was typed into it");
        } else if visit.is_own(&url) {
            led.push(url);
        }
    }
}

async fn is_known(visit: &Visit<'_, '_>) -> bool {
    let asking = scan(visit).await;
    let filled = lock(&visit.filled);
    !asking.is_empty() && asking.iter().all(|w| filled.contains(&w.key()))
}

/// Where the next pass goes on.
#[derive(PartialEq)]
enum Onward {
    /// At the page, as it was opened.
    Back,
    /// In the document as it is now: it holds what was written into it so far.
    Here,
}

async fn go_through(visit: &mut Visit<'_, '_>, url: &str, done: &mut Done, led: &mut Vec<String>) {
    let (mut passes, mut steps, mut chosen) = (0, 0, 0);
    let mut here = url.to_owned();
    while passes < PASSES && steps < STEPS {
        if place(&visit.page.url()) != place(&here) {
            url.clone_into(&mut here);
        }
        if visit.stop.stopped() || !back(visit, &here).await {
            return;
        }
        let mut all = scan(visit).await;
        if done.has_left(&all) && visit.page.linger().await {
            all = scan(visit).await;
        }
        let step = Step::of(&all);
        let forms = Standing::of(&all);
        let passed: Vec<_> = done.through(&all).into_iter().filter(|place| !done.forms.contains(place)).collect();
        done.passed.extend(passed);
        let wanted = done.left(done.unfinished(all), shown(visit));
        if wanted.iter().any(|w| w.is_due() && w.spelling == 0) {
            steps += 1;
        } else {
            passes += 1;
            if !done.reopened && wanted.iter().any(Wanted::is_due) && keeps(visit) {
                done.reopened = true;
                if visit.open(url).await.is_err() {
                    return;
                }
                continue;
            }
        }
        let onward = if wanted.iter().any(Wanted::is_due) {
            let typed = fill(visit, &wanted).await;
            // Another document has none of what stood in this form beside that.
            let document = shown(visit);
            if done.written < document {
                refill_beside(visit, done, &wanted).await;
            }
            done.written = document;
            tick(visit, &wanted).await;
            done.note(&wanted);
            done.typed.extend(typed.iter().map(|t| ((t.frame_url.clone(), t.selector.clone()), t.value.clone())));
            // a button may lead away before what reads fields in turns has had its own
            if !done.waited || visit.page.has_short_beat() {
                visit.page.beat().await;
                done.waited = true;
            }
            // What was typed may have gone out by itself: what took its place is filled before anything of it is pressed.
            if place(&visit.page.url()) == place(&here) && is_replaced(visit, done, &wanted).await {
                continue;
            }
            let buttons = choose_buttons(visit, &wanted, &step, done).await;
            let turn = Turn { here: &here, wanted: &wanted, typed: &typed, step: &step };
            let onward = click_around(visit, &turn, buttons, done, led).await;
            done.note_through(forms, visit.plan.mode == Mode::Submit);
            onward
        } else if let Some((frame, button)) = owed(visit, done, &step).await {
            done.tried.insert(form_of(&frame, &button));
            layers::leave_over(visit, &frame, button.n).await;
            refill(visit, done, &frame, &button.form).await;
            tick_form(visit, &frame, &button.form, Some(button.n)).await;
            let turn = Turn { here: &here, wanted: &[], typed: &[], step: &step };
            click_around(visit, &turn, vec![(frame, button)], done, led).await
        } else if let Some((frame, button)) = unasked(visit, done).await {
            tick_form(visit, &frame, &button.form, None).await;
            let turn = Turn { here: &here, wanted: &[], typed: &[], step: &step };
            click_around(visit, &turn, vec![(frame, button)], done, led).await
        } else if let Some((frame, button)) = chosen_on(visit, done, &step).await {
            tick_form(visit, &frame, &button.form, Some(button.n)).await;
            let turn = Turn { here: &here, wanted: &[], typed: &[], step: &step };
            let onward = click_around(visit, &turn, vec![(frame, button.clone())], done, led).await;
            done.steps += usize::from(is_passed(visit, &button).await);
            onward
        } else if let Some(onward) = reveal(visit, &here, &step, done, led).await {
            onward
        } else if hover(visit, done).await {
            Onward::Here
        } else if here != url {
            Onward::Back
        } else if done.escapes < ESCAPES && escape(visit).await {
            done.escapes += 1;
            Onward::Here
        } else {
            if done.reloaded || !done.is_owed_another() || visit.open(url).await.is_err() {
                return;
            }
            done.reloaded = true;
            continue;
        };
        // steps that only ask to choose are counted by themselves
        passes -= usize::from(done.steps > chosen && passes > 0);
        chosen = done.steps;
        here = if onward == Onward::Here { visit.page.url() } else { url.to_owned() };
    }
}

/// Whether the page that is shown kept something that was typed.
fn keeps(visit: &Visit<'_, '_>) -> bool {
    let (lane, now) = (visit.page.lane, place(&visit.page.url()));
    visit.page.look(|w| w.keeping(lane)).iter().any(|page| place(page) == now)
}

/// Leaves a dialog or layer that has no button for it.
async fn escape(visit: &mut Visit<'_, '_>) -> bool {
    let Ok(frame) = visit.page.main_frame().await else { return false };
    layers::leave(visit, &frame).await
}

/// Documents the tab has shown.
fn shown(visit: &Visit<'_, '_>) -> u32 {
    visit.page.look(|w| w.state_of(&visit.page.session)).map_or(0, |s| s.shown)
}

/// Whether fields stand there that have had nothing yet.
async fn has_new(visit: &Visit<'_, '_>, done: &Done) -> bool {
    done.unfinished(scan(visit).await).iter().any(|w| done.is_new(w))
}

/// The same, where a field at the same path is the same whatever the query.
async fn has_new_path(visit: &Visit<'_, '_>, done: &Done) -> bool {
    scan(visit).await.iter().any(|w| done.is_new_path(w))
}

/// Whether new fields stand there, or none of those that were filled.
async fn is_another(visit: &Visit<'_, '_>, done: &Done, filled: &[Wanted]) -> bool {
    let now = scan(visit).await;
    let still = |w: &Wanted| filled.iter().any(|f| f.key() == w.key());
    now.iter().any(|w| done.is_new(w)) || !now.iter().any(still)
}

/// Whether new fields stand there, and none of those that were filled.
async fn is_replaced(visit: &Visit<'_, '_>, done: &Done, filled: &[Wanted]) -> bool {
    let now = scan(visit).await;
    let still = |w: &Wanted| filled.iter().any(|f| f.key() == w.key());
    now.iter().any(|w| done.is_new(w)) && !now.iter().any(still)
}

/// Returns to a page. False where it is no longer to be had: a sent form may have changed what the address shows.
async fn back(visit: &mut Visit<'_, '_>, url: &str) -> bool {
    if place(&visit.page.url()) == place(url) {
        return true;
    }
    visit.open(url).await.is_ok() && place(&visit.page.url()) == place(url)
}

/// After a press: a view that appeared in the same document is gone on with where it has something new.
///
/// An address that would send a form again when it is asked for is not opened again: what is new in it is filled where it is, and
/// what it leads to is noted.
async fn onward(visit: &Visit<'_, '_>, here: &str, before: u32, done: &mut Done, led: &mut Vec<String>) -> Onward {
    let now = visit.page.url();
    if place(&now) == place(here) {
        return Onward::Here;
    }
    if !visit.is_own(&now) {
        return Onward::Back;
    }
    let lane = visit.page.lane;
    let sending = visit.page.look(|w| w.is_sending(lane, &now));
    if sending {
        collect_links(visit, &mut done.found).await;
    } else {
        led.push(now.clone());
    }
    let new = if sending { has_new_path(visit, done).await } else { has_new(visit, done).await };
    if (sending || shown(visit) == before) && (new || leads_on(visit, done).await) {
        done.in_place.insert(now);
        return Onward::Here;
    }
    Onward::Back
}

/// What a pass found and did before buttons are pressed.
struct Turn<'t> {
    here: &'t str,
    wanted: &'t [Wanted],
    typed: &'t [Typed],
    step: &'t Step,
}

async fn click_around(
    visit: &mut Visit<'_, '_>,
    turn: &Turn<'_>,
    buttons: Vec<(Frame, Button)>,
    done: &mut Done,
    led: &mut Vec<String>,
) -> Onward {
    let here = turn.here;
    done.leading.extend(buttons.iter().filter(|(_, b)| unsent::leads(b)).map(|(frame, b)| form_of(frame, b)));
    let mut buttons = VecDeque::from(buttons);
    // What is covered comes after what lies over it.
    let (mut covered, mut escapes) = (0, 0);
    while let Some((frame, button)) = buttons.pop_front() {
        if visit.stop.stopped() {
            break;
        }
        let Some((frame, n)) = again(visit, &frame, &button).await else { continue };
        if is_covered(visit, &frame, n, covered == 0).await {
            buttons.push_back((frame.clone(), button));
            covered += 1;
            if covered < buttons.len() {
                continue;
            }
            // One that comes back each time stays.
            if escapes < ESCAPES && layers::leave_beside(visit, &frame, n, false).await {
                (covered, escapes) = (0, escapes + 1);
                continue;
            }
            done.covered |= buttons.iter().any(|(_, b)| !b.bare);
            break;
        }
        covered = 0;
        let step = turn.step.button(&frame, &button);
        let before = shown(visit);
        let times = done.press(&step);
        let sends = visit.plan.mode == Mode::Submit;
        let once = done.may_send(&frame, &button, &step, times, before);
        if sends && !once && (done.sends_by_click(&frame, &button, before) || done.unread.contains(&step)) {
            continue;
        }
        let foreign = !visit.is_part(&frame);
        let why = held_for_good(&button).or_else(|| (foreign && unsent::sends(&button)).then(|| FOREIGN.to_owned()));
        let held = why.filter(|_| sends).or_else(|| {
            let later = sends && button.submits && !once && times == 0 && !done.is_out_by(&frame, &button, before);
            later.then(|| HELD_AGAIN.to_owned())
        });
        if let Some(why) = &held {
            let at = if frame.inner { &frame.url } else { here };
            let what = if button.submits || effect(&button.text) == Some(Effect::Buys) {
                form_sent(&button.form, at)
            } else {
                what_it_does(&button, at)
            };
            visit.gap(what, why);
        }
        let send = sends && once && held.is_none() && !foreign && !button.spared;
        let stood = if send && unsent::sends(&button) { standing(visit, done).await } else { Vec::new() };
        let mut went = press(visit, &frame, &Button { n, ..button.clone() }, send).await;
        if send
            && unsent::sends(&button)
            && !went.is_out()
            && let Some(yes) = layers::confirming(visit, &frame, done).await
        {
            went = went.and(press(visit, &frame, &yes, true).await);
            layers::is_gone(visit, &frame).await;
        }
        let may_again = |went: &Went| {
            let step_only = unsent::leads(&button) && !unsent::sends(&button) && went.carried == 0;
            if sends {
                send && (step_only || unsent::sends(&button) && (!went.is_out() || went.carried == 0))
            } else {
                step_only && !went.held
            }
        };
        for nth in 1..=RETRIES {
            if visit.stop.stopped() || !may_again(&went) || shown(visit) > before {
                break;
            }
            let Some((frame, n)) = reshape(visit, (&frame, &button), went.sent, nth).await else { break };
            went = went.and(press(visit, &frame, &Button { n, ..button.clone() }, send).await);
        }
        let moved = place(&visit.page.url()) != place(here);
        let away = moved || shown(visit) > before;
        let refused = unsent::note(visit, done, (&frame, &button), &went, (away, before)).await;
        if send && !refused {
            if went.unread && !went.is_out() {
                done.unread.insert(step.clone());
            }
            let left = shown(visit) > before || moved && went.carried > 0;
            let sent = went.sent || button.submits && left;
            let went = Went { sent, ..went };
            done.note_sent(&frame, &button, step, &went, before);
            if went.is_out() && (!button.form.is_empty() || !moved) {
                note_lost(visit, done, (&frame, &button), stood).await;
            }
        }
        if !moved {
            if !button.submits && layers::opened(visit, &frame).await {
                done.opener = Some(button.selector.clone());
                if !layers::asks(visit, done).await {
                    layers::leave_beside(visit, &frame, n, true).await;
                }
            }
            // Another step took its place: the other buttons were those of the one before.
            let outside = button.form.is_empty() && !turn.wanted.is_empty();
            if (outside || !buttons.is_empty()) && is_another(visit, done, turn.wanted).await {
                done.note_outside(&button, turn.wanted);
                break;
            }
            continue;
        }
        if onward(visit, here, before, done, led).await == Onward::Here {
            return Onward::Here;
        }
        if !buttons.is_empty() {
            if done.in_place.contains(here) || !back(visit, here).await {
                return Onward::Back;
            }
            retype(visit, turn.typed).await;
            tick(visit, turn.wanted).await;
        }
    }
    if place(&visit.page.url()) == place(here) { Onward::Here } else { Onward::Back }
}

/// Why a form is not to go out by a button in any mode.
fn held_for_good(button: &Button) -> Option<String> {
    match effect(&button.text) {
        Some(effect) if effect.is_grave() => Some(GRAVE.to_owned()),
        _ if button.submits && !button.near.is_empty() => Some(format!(
            "it is nearly called `{}`, which is on the list of forms that are never sent and fits none here",
            button.near
        )),
        _ if button.submits && button.spared => Some("it is on the list of forms that are never sent".to_owned()),
        _ => None,
    }
}

/// Where forms are sent, at the service.
const FOREIGN: &str =
    "it stands in a frame of another site, outside `first_party`: it was filled, and what it sends was held back";
/// Where forms are sent too.
const GRAVE: &str =
    "its button says that it buys, deletes or logs out: it was pressed, and what it sends was held back";
