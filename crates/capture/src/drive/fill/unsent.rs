//! Forms that were filled: what of them is still to be sent, which did not go out, and what the page says of that.

use super::done::{Done, Step, form_of};
use super::press::{Button, Contents, Went, again, form_sent, is_left_alone, leads_back, pressable};
use super::ticks::tick_those;
use super::typing::{enter, fill_otherwise};
use super::wanted::scan;
use crate::drive::ahead::path_of;
use crate::drive::buttons::{Effect, effect, is_back, is_forward};
use crate::drive::consent::is_consent;
use crate::drive::frames::Frame;
use crate::drive::visit::Visit;
use crate::witness::without_query;
use facts::Mode;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;

/// How a form can go out.
#[derive(Default, Deserialize)]
struct Sending {
    /// Buttons that send it, and which of them cannot be pressed, by selector.
    buttons: usize,
    shut: Vec<String>,
    /// The field in which Enter sends it.
    last: Option<Last>,
}

#[derive(Deserialize)]
struct Last {
    n: usize,
    selector: String,
    contents: Option<Contents>,
}

/// What a page says of a form that it does not take.
#[derive(Default, Deserialize)]
struct Refusals {
    /// Fields that it calls wrong, by selector.
    fields: Vec<String>,
    /// Length of what it calls out, in characters.
    alert: usize,
}

impl Refusals {
    async fn of(visit: &Visit<'_, '_>, frame: &Frame, form: &str) -> Self {
        let mut told: Self = visit.page.ask(frame, "refusals", json!([form])).await.unwrap_or_default();
        if told.alert == 0 {
            told.alert = visit.page.look(|w| w.alert(visit.page.lane));
        }
        told
    }

    fn says_nothing(&self) -> bool {
        self.fields.is_empty() && self.alert == 0
    }

    /// `said`: what was done and did not help.
    fn told(&self, said: &str) -> String {
        match self {
            Self { fields, .. } if !fields.is_empty() => format!("{said}; the page calls wrong: {}", fields.join(", ")),
            Self { alert, .. } if *alert > 0 => format!("{said}; the page shows an alert of {alert} characters"),
            _ => format!("{said}; the page does not say why"),
        }
    }
}

/// Whether a press of it is to send what was filled in beside it.
pub(super) fn sends(button: &Button) -> bool {
    button.submits || effect(&button.text) == Some(Effect::Sends)
}

/// Whether it leads on from what was filled in beside it, be it to the form's next step.
pub(super) fn leads(button: &Button) -> bool {
    let step = is_forward(&button.text) && !button.link && (!button.form.is_empty() || button.owns);
    sends(button) || step && !leads_back(button)
}

/// What a filled form still waits for: the button that sends it, which something else came before, or Enter where it has none.
pub(super) async fn owed(visit: &Visit<'_, '_>, done: &Done, step: &Step) -> Option<(Frame, Button)> {
    let shown = super::shown(visit);
    for frame in visit.page.frames().await {
        let forms: Vec<&String> =
            done.forms.iter().filter(|(url, _)| *url == frame.url).map(|(_, form)| form).collect();
        let ends = done.has_past(&frame.url, step);
        if forms.is_empty() && !ends {
            continue;
        }
        let buttons = pressable(visit, &frame, "buttons").await;
        if ends && let Some(button) = ending(visit, done, step, &frame, &buttons, shown).await {
            return Some((frame, button.clone()));
        }
        for form in forms {
            let key = (path_of(&frame.url), form.clone());
            let tried = done.tried.contains(&key);
            // The last step of a wizard in one form may ask nothing.
            let asks = step.asks.contains_key(&(frame.url.clone(), form.clone()));
            if tried && (asks || form.is_empty()) {
                continue;
            }
            let fits =
                |b: &&Button| b.form == *form && sends(b) && !is_consent(b) && !is_left_alone(b) && !leads_back(b);
            let new = |b: &&Button| done.was_pressed(&step.button(&frame, b)) == 0 && !done.is_out(&frame, b, shown);
            if let Some(button) = buttons.iter().filter(fits).find(new) {
                return Some((frame, button.clone()));
            }
            let plain = buttons.iter().any(|b| b.form == *form);
            if !tried
                && !done.was_sent(&key)
                && !plain
                && let Some(enter) = by_enter(visit, &frame, form).await
            {
                return Some((frame, enter));
            }
        }
    }
    None
}

/// The button that sends what earlier steps of a wizard were filled with, in one that asks nothing: it stands in no form, or in one
/// without fields that it is not marked to send. After something went out only where the step leads back too, or shows again what was
/// filled in (a draft may have been kept): else it thanks, and what it offers begins anew.
pub(super) async fn ending<'b>(
    visit: &Visit<'_, '_>,
    done: &Done,
    step: &Step,
    frame: &Frame,
    buttons: &'b [Button],
    shown: u32,
) -> Option<&'b Button> {
    let asks = |b: &Button| step.asks.contains_key(&(frame.url.clone(), b.form.clone()));
    let loose = |b: &&Button| !b.link && (b.form.is_empty() || !b.submits && !asks(b));
    let back = buttons.iter().filter(loose).any(|b| is_back(&b.text));
    if !done.has_past(&frame.url, step) {
        return None;
    }
    if done.was_past_sent(&frame.url, step) && !back && !repeats(visit, done, frame).await {
        return None;
    }
    let fits = |b: &&Button| sends(b) && !is_consent(b) && !is_left_alone(b) && !leads_back(b);
    let new = |b: &&Button| done.was_pressed(&step.button(frame, b)) == 0 && !done.is_out_alone(frame, b, shown);
    buttons.iter().filter(loose).filter(fits).find(new)
}

/// Whether the page shows again what was filled in; one value, as an address in its thanks, is not enough.
async fn repeats(visit: &Visit<'_, '_>, done: &Done, frame: &Frame) -> bool {
    let values: BTreeSet<&String> = done.typed.values().filter(|value| value.chars().count() > 3).collect();
    visit.page.ask::<usize>(frame, "repeats", json!([values])).await.unwrap_or_default() > 1
}

/// A form without a button is sent by Enter in a field (HTML, § 4.10.22.2 Implicit submission).
pub(super) async fn by_enter(visit: &Visit<'_, '_>, frame: &Frame, form: &str) -> Option<Button> {
    let how: Sending = visit.page.ask(frame, "sending", json!([form])).await.ok()?;
    let last = how.last.filter(|_| how.buttons == 0)?;
    let (form, contents) = (form.to_owned(), last.contents);
    Some(Button { n: last.n, selector: last.selector, form, submits: true, enter: true, contents, ..Button::default() })
}

/// Buttons of forms that ask for nothing an audit fills in: a hidden value and a button, say. One for each kind: a list may have
/// such a form for each of its lines.
async fn of_unasked(visit: &Visit<'_, '_>, done: &Done) -> Vec<(Frame, Button, Contents)> {
    let (mut found, filled) = (Vec::new(), scan(visit).await);
    for frame in visit.page.frames().await {
        let page = path_of(&frame.url);
        for button in pressable(visit, &frame, "buttons").await {
            let key = form_of(&frame, &button);
            let Some(contents) = button.contents.clone().filter(|_| button.submits && !button.form.is_empty()) else {
                continue;
            };
            let asks = filled.iter().any(|w| w.place() == (&frame.url, &button.form))
                || done.forms.contains(&(frame.url.clone(), button.form.clone()))
                || done.tried.contains(&key) && !done.unasked.iter().any(|(at, _)| *at == page);
            let known = done.unasked.iter().any(|(at, then)| *at == page && then.is_alike(&contents));
            let listed =
                found.iter().any(|(f, _, c): &(Frame, _, Contents)| f.url == frame.url && c.is_alike(&contents));
            if !asks && !known && !listed && !is_consent(&button) {
                found.push((frame.clone(), button, contents));
            }
        }
    }
    found
}

/// The next of these that is to be pressed. What ends something says `cancel` as well as what only leads back.
pub(super) async fn unasked(visit: &Visit<'_, '_>, done: &mut Done) -> Option<(Frame, Button)> {
    let found = of_unasked(visit, done).await;
    let may = |b: &Button| !is_left_alone(b) && !leads_back(b) && !effect(&b.text).is_some_and(Effect::is_grave);
    let (frame, button, contents) = found.into_iter().find(|(_, b, _)| may(b))?;
    done.unasked.push((path_of(&frame.url), contents));
    Some((frame, button))
}

/// Writes what is gone from a form again, before it is sent; a file would be another, and may go out as soon as it is chosen.
pub(super) async fn refill(visit: &Visit<'_, '_>, done: &Done, frame: &Frame, form: &str) {
    let typed = |w: &&super::Wanted| w.place() == (&frame.url, form) && w.is_canary() && w.field.kind != "file";
    for one in scan(visit).await.iter().filter(typed) {
        let key = (frame.url.clone(), one.field.selector.clone());
        let held: String = visit.page.ask(&one.frame, "holds", json!([one.field.n])).await.unwrap_or_default();
        if let Some(value) = done.typed.get(&key).filter(|_| held.is_empty()) {
            let _ = enter(visit, &one.frame, &one.field, value).await;
        }
    }
}

/// The same in all forms of some fields.
pub(super) async fn refill_beside(visit: &Visit<'_, '_>, done: &Done, wanted: &[super::Wanted]) {
    let places: BTreeSet<(&str, &str)> = wanted.iter().map(super::Wanted::place).collect();
    for (url, form) in places {
        if let Some(one) = wanted.iter().find(|w| w.place() == (url, form)) {
            refill(visit, done, &one.frame, form).await;
        }
    }
}

/// After a press that sent nothing that was typed, for the `nth` time: gives each field that the page calls wrong another form of what it
/// asks for, and ticks boxes. The button as it is then, where anything was changed. `counted`: something went to the service all the same.
pub(super) async fn reshape(
    visit: &mut Visit<'_, '_>,
    (frame, button): (&Frame, &Button),
    counted: bool,
    nth: usize,
) -> Option<(Frame, usize)> {
    let told = Refusals::of(visit, frame, &button.form).await;
    if told.says_nothing() || counted && told.fields.is_empty() {
        return None;
    }
    let (frame, n) = again(visit, frame, button).await?;
    let here = (frame.url.as_str(), button.form.as_str());
    let mut fields = scan(visit).await;
    fields.retain(|w| w.place() == here);
    // A step that asks for nothing else waits for its boxes, whatever they say.
    let any = fields.is_empty() && told.fields.is_empty();
    let wrong = |b: &Button| any || told.fields.contains(&b.selector);
    let mut reshaped = nth == 1 && tick_those(visit, &frame, &button.form, Some(n), wrong).await;
    for one in fields.iter().filter(|w| told.fields.contains(&w.field.selector)) {
        reshaped |= fill_otherwise(visit, one, nth).await;
    }
    if reshaped { again(visit, &frame, button).await } else { None }
}

/// After a press: whether it was to send a form, and the form is there as before. `away`: another document or address is shown;
/// `shown`: documents the tab had shown before.
pub(super) async fn note(
    visit: &Visit<'_, '_>,
    done: &mut Done,
    (frame, button): (&Frame, &Button),
    went: &Went,
    (away, shown): (bool, u32),
) -> bool {
    let key = form_of(frame, button);
    done.clicked.insert(key.clone());
    if went.sent || went.held || went.is_out() || went.prevented && visit.plan.mode != Mode::Submit {
        done.answered.insert(key.clone());
    }
    if !leads(button) {
        return false;
    }
    if sends(button) {
        done.tried.insert(key.clone());
    }
    // Where forms are sent, a press whose submission was held back came after one that was not.
    if went.prevented && visit.plan.mode == Mode::Submit || effect(&button.text).is_some_and(Effect::is_grave) {
        return false;
    }
    let here = (frame.url.as_str(), button.form.as_str());
    let fields = scan(visit).await;
    let still = |w: &super::Wanted| w.place() == here && done.filled.contains_key(&w.key());
    // One that ends a wizard may stand beside nothing.
    let ends = !button.submits && !done.forms.is_empty() && !fields.iter().any(|w| w.place() == here);
    let stays = if ends { again(visit, frame, button).await.is_some() } else { fields.iter().any(still) };
    let goes_on = (ends || !sends(button)) && fields.iter().any(|w| done.is_new(w));
    if away || went.prevented || !stays || goes_on {
        done.refused.remove(&key);
        return false;
    }
    // It went out before, and is asked for once more.
    if done.is_out(frame, button, shown) || done.is_out_alone(frame, button, shown) {
        return false;
    }
    let told = Refusals::of(visit, frame, &button.form).await;
    // What only counts presses, or keeps a draft, goes out all the same.
    let refused = sends(button) && !went.held && went.carried == 0 && !told.fields.is_empty();
    if went.is_out() && !refused && !told.fields.is_empty() {
        let said =
            told.told(&format!("`{}` was pressed, the service was sent it, and the form stayed", button.selector));
        visit.gap(form_sent(&button.form, &frame.url), said);
    }
    if went.sent && !refused || went.held || !sends(button) && told.says_nothing() {
        let refuses = !told.fields.is_empty() || !went.held && told.alert > 0;
        if refuses && went.carried == 0 && !went.submitted {
            let by = &button.selector;
            let why = told.told(&format!("`{by}` was pressed, the form stayed, and nothing of it was seen to go out"));
            visit.gap(form_sent(&button.form, &frame.url), why);
        }
        done.refused.remove(&key);
        return false;
    }
    // What only heard the press may have carried something too.
    let quiet = went.carried == 0 && (!button.form.is_empty() || ends || !told.says_nothing());
    if !quiet && told.fields.is_empty() {
        done.refused.remove(&key);
        return false;
    }
    let by = if button.enter { format!("{} (Enter)", button.selector) } else { button.selector.clone() };
    if went.unread && told.fields.is_empty() {
        done.refused.remove(&key);
        visit.gap(form_sent(&button.form, &frame.url), format!("`{by}` was pressed, the form stayed, and {UNREAD}"));
        return false;
    }
    let why = if told.says_nothing() && visit.plan.mode != Mode::Submit {
        super::press::FILLS.to_owned()
    } else {
        told.told(&format!("`{by}` was pressed, the form stayed, and nothing of it was seen to go out"))
    };
    done.refused.insert(key, (form_sent(&button.form, &frame.url), why));
    true
}

/// Names every filled form that did not go out, or would not.
pub(super) async fn say_unsent(visit: &Visit<'_, '_>, done: &Done) {
    done.refused.values().for_each(|(what, why)| visit.gap(what, why));
    let frames = visit.page.frames().await;
    for (url, form) in &done.forms {
        let key = (path_of(url), form.clone());
        if done.tried.contains(&key) || done.was_sent(&key) || form.is_empty() {
            say_unseen(visit, done, (url, form), &key);
            continue;
        }
        let mut how = Sending::default();
        if let Some(frame) = frames.iter().find(|f| f.url == *url) {
            how = visit.page.ask(frame, "sending", json!([form])).await.unwrap_or_default();
            if let Some(shut) = how.shut.first() {
                let told = Refusals::of(visit, frame, form).await;
                visit.gap(form_sent(form, url), told.told(&format!("its button `{shut}` stayed disabled")));
                continue;
            }
        }
        if how.buttons == 0 && done.clicked.contains(&key) {
            continue;
        }
        let unsent = if visit.plan.mode == Mode::Submit { UNPRESSED } else { super::press::FILLS };
        visit.gap(form_sent(form, url), unsent);
    }
    for (frame, button, _) in of_unasked(visit, done).await {
        let why = match effect(&button.text) {
            Some(effect) if effect.is_grave() => effect.left_alone(),
            _ if leads_back(&button) => Effect::Ends.left_alone(),
            _ if visit.plan.mode == Mode::Submit => UNPRESSED,
            _ => super::press::FILLS,
        };
        visit.gap(form_sent(&button.form, &frame.url), why);
    }
}

/// Names the fields of a form that something stood beside to send, and of which nothing left the browser, by whatever was
/// pressed: the page did not take them, or put away what they stood in.
fn say_unseen(visit: &Visit<'_, '_>, done: &Done, (url, form): (&str, &str), key: &(String, String)) {
    let told = done.refused.contains_key(key) || done.answered.contains(key) || !done.leading.contains(key);
    let Some(fields) = done.asked.get(&(url.to_owned(), form.to_owned())).filter(|_| !told) else { return };
    let of_form = |c: &&facts::Canary| path_of(&c.page) == key.0 && fields.contains(&c.field);
    let values: Vec<&str> = visit.canaries.iter().filter(of_form).map(|c| c.value.as_str()).collect();
    let lane = visit.page.lane;
    if values.is_empty() || visit.page.look(|w| w.went_out(lane, &values)).contains(&true) {
        return;
    }
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    visit.gap(format!("the fields `{}` on {}", fields.join(", "), without_query(url)), UNSEEN);
}

const UNSEEN: &str = "they were filled, and nothing of them was seen to go out, whatever was pressed beside them";
const UNREAD: &str = "what went to others cannot be read: the form may have gone out, and is not sent again";
const UNPRESSED: &str = "no button that sends it could be pressed";
