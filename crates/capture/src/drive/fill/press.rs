//! Buttons: which are pressed, and one press as a step of its own.

use super::super::buttons::{self, Effect, effect};
use super::super::consent::is_consent;
use super::super::fields::words_of;
use super::super::frames::Frame;
use super::super::listeners::show_pressed;
use super::super::visit::Visit;
use super::done::{Done, SPELLINGS, Step};
use super::layers::come_to_rest;
use super::polling::outlast;
use super::unsent::{by_enter, leads, sends};
use super::wanted::Wanted;
use crate::witness::{Hold, Witness};
use facts::Mode;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashSet};

/// A button-like element as the helper describes it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Button {
    pub n: usize,
    pub text: String,
    pub form: String,
    pub submits: bool,
    pub link: bool,
    pub selector: String,
    /// Names of the elements it lies in, lower case.
    pub around: String,
    /// What the notice says that it lies in, lower case.
    #[serde(default)]
    pub notice: String,
    /// That notice is laid over the page.
    #[serde(default)]
    pub over: bool,
    /// It lies in a form or layer that something is typed into.
    #[serde(default)]
    pub asks: bool,
    /// It lies in a form that is never to be sent.
    #[serde(default)]
    pub spared: bool,
    /// For an entry of that list which fits none here and is nearly its name.
    #[serde(default)]
    pub near: String,
    /// Only the debugger knows that it can be pressed.
    #[serde(default)]
    pub bare: bool,
    /// A link to another page that hears presses itself.
    #[serde(default)]
    pub hears: bool,
    /// One of the tabs over what is shown.
    #[serde(default)]
    pub tab: bool,
    /// A link that leads nowhere by itself.
    #[serde(default)]
    pub idle: bool,
    /// It stands beside one field, in a block of their own, and beside one for files.
    #[serde(default)]
    pub beside: bool,
    #[serde(default)]
    pub beside_file: bool,
    /// A box that a form must have ticked, or one of several answers.
    #[serde(default)]
    pub needed: bool,
    /// What its form holds, or its block; nothing where it stands in none.
    #[serde(default)]
    pub contents: Option<Contents>,
    /// What it stands under: a step without fields is told from the next by it.
    #[serde(default)]
    pub question: String,
    /// Buttons of one kind look alike, and stand in what looks alike.
    #[serde(default)]
    pub kind: String,
    /// The block it shares with fields that no button is marked to send: those of no form, or of one without a submitter.
    #[serde(default)]
    pub block: Option<usize>,
    /// It sends them by where it stands, whatever its words.
    #[serde(skip)]
    pub owns: bool,
    /// No button: the field of a form without one, in which Enter is pressed.
    #[serde(skip)]
    pub enter: bool,
}

/// What tells a form from another that stands in its place at the same address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Deserialize)]
pub struct Contents {
    /// Names of the fields that are seen, and of those that are not.
    asks: BTreeSet<String>,
    pub(super) carries: BTreeSet<String>,
    /// What its buttons say.
    says: BTreeSet<String>,
    /// Path that it is sent to, as written.
    action: String,
}

impl Contents {
    /// Whether it is another form than one that was here before. In one document a form may come to ask for more or less
    /// than it did; names of unseen fields may be drawn by lot.
    pub(super) fn is_another(&self, then: &Self, same_document: bool) -> bool {
        if same_document {
            return !self.asks.is_empty() && !then.asks.is_empty() && self.asks.is_disjoint(&then.asks);
        }
        let bare = self.asks.is_empty() && self.carries != then.carries;
        bare || (&self.asks, &self.says, &self.action) != (&then.asks, &then.says, &then.action)
    }

    /// Whether it does the same for something else: one of many in a list.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        (&self.asks, &self.carries, &self.says) == (&other.asks, &other.carries, &other.says)
    }
}

/// Buttons pressed beside filled fields in one pass, and of those that only the debugger knows.
pub(super) const CLICKS: usize = 4;

/// The buttons of an editor change how its text looks.
const TOOLS: &str = "toolbar";

pub(super) const BARE_CLICKS: usize = 2;

/// The first that a visitor could press. What lies under something may come to lie open later. What only hears presses may be a part of
/// what lies over it.
pub(super) async fn uncovered(
    visit: &Visit<'_, '_>,
    buttons: impl Iterator<Item = (Frame, Button)>,
    covered: &mut bool,
) -> Option<(Frame, Button)> {
    for (frame, button) in buttons {
        if !is_covered(visit, &frame, button.n, !*covered && !button.bare).await {
            return Some((frame, button));
        }
        *covered |= !button.bare;
    }
    None
}

/// `rests`: what is on its way out is waited for.
pub(super) async fn is_covered(visit: &Visit<'_, '_>, frame: &Frame, n: usize, rests: bool) -> bool {
    if !visit.page.is_covered(frame, n).await {
        return false;
    }
    if rests {
        come_to_rest(visit, frame).await;
    }
    visit.page.is_covered(frame, n).await
}

/// `opener`: what was pressed before the layer was there, where that is known.
/// `filled`: the fields there were filled, as by somebody who only uses keys.
pub(super) fn say_covered(visit: &Visit<'_, '_>, opener: Option<&str>, filled: bool) {
    let what = format!("what lies under a dialog or layer of {}", crate::witness::without_query(&visit.page.url()));
    let why = if filled {
        "no mouse reaches it while that is there, and the audit did not get it away; fields were filled as with keys alone"
    } else {
        "no visitor reaches it while that is there, and the audit did not get it away"
    };
    visit.gap(what, opener.map_or_else(|| why.to_owned(), |opener| format!("{why}: `{opener}` opened it")));
}

/// Buttons beside filled fields: those that send nothing first, links last. What undoes them is left until nothing is filled there
/// once more.
pub(super) async fn choose_buttons(
    visit: &Visit<'_, '_>,
    wanted: &[Wanted],
    step: &Step,
    done: &Done,
) -> Vec<(Frame, Button)> {
    let mut chosen = Vec::new();
    let mut places = HashSet::new();
    for one in wanted.iter().filter(|w| w.is_due()) {
        if !places.insert(one.place()) {
            continue;
        }
        let again = wanted.iter().any(|w| w.place() == one.place() && w.spelling + 1 < w.spellings());
        let all = pressable(visit, &one.frame, "buttons").await;
        // A form without a button that leads on may have it outside.
        let own = all.iter().any(|b| b.form == one.field.form && leads(b));
        let of_form = |b: &Button| {
            b.form == one.field.form || !own && b.form.is_empty() && !b.link && buttons::is_forward(&b.text)
        };
        let mut beside: Vec<Button> = all
            .into_iter()
            .filter(|b| of_form(b) && !is_consent(b) && !is_left_alone(b))
            .filter(|b| !(again && leads_back(b)))
            .filter(|b| !(b.link && b.form.is_empty()) && done.was_pressed(&step.button(&one.frame, b)) < SPELLINGS)
            .collect();
        let rank = |b: &Button| (b.bare, leads_back(b), b.tab, b.around.contains(TOOLS), b.link);
        beside.sort_by_key(|b| (!b.submits, rank(b)));
        let mut others = beside.split_off(beside.partition_point(|b| b.submits));
        let bare = others.split_off(others.partition_point(|b| !b.bare));
        beside.truncate(CLICKS);
        beside.extend(others.into_iter().take(CLICKS));
        beside.extend(bare.into_iter().take(BARE_CLICKS));
        // What sends a form ends the pass and comes last, after what leads on; what leads back undoes it.
        // So does a tab, which may take away the panel that it stands for.
        beside.sort_by_key(|b| (leads_back(b), b.tab, b.link, b.submits, buttons::is_forward(&b.text)));
        let known = |b: &Button| chosen.iter().any(|(f, c): &(Frame, Button)| f.id == one.frame.id && c.n == b.n);
        beside.retain(|b| !known(b));
        chosen.extend(beside.into_iter().map(|b| (one.frame.clone(), b)));
    }
    chosen.sort_by_key(|(_, b)| leads_back(b) || b.tab);
    chosen
}

/// Whether it is pressed after all others: it leads back, or empties what was filled.
pub(super) fn leads_back(button: &Button) -> bool {
    buttons::undoes(&button.text)
}

/// Whether it is not pressed beside filled fields either: what deletes or logs out belongs to them only where it stands in their form.
pub(super) fn is_left_alone(button: &Button) -> bool {
    match effect(&button.text) {
        Some(Effect::Keeps) => true,
        Some(Effect::Deletes | Effect::Ends) => button.form.is_empty(),
        _ => false,
    }
}

/// Names what was not pressed for its words, once for each document and effect, and what stands in frames of others.
pub(super) async fn say_left_alone(visit: &Visit<'_, '_>, done: &Done) {
    for frame in visit.page.frames().await {
        let mut named = HashSet::new();
        // A form that asks for nothing is named by itself.
        let of_form = |b: &Button| b.submits && !done.forms.contains(&(frame.url.clone(), b.form.clone()));
        let mut all = pressable(visit, &frame, "openers").await;
        all.retain(|b| !b.link && !is_consent(b) && !of_form(b) && !done.was_tried(&frame, b));
        if !visit.is_part(&frame) {
            if all.iter().any(|b| b.form.is_empty()) {
                let what = format!("what the buttons in the frame {} open", crate::witness::without_query(&frame.url));
                visit.gap(what, OTHERS_OPENERS);
            }
            continue;
        }
        for button in all {
            let grave = effect(&button.text).filter(|e| e.is_grave());
            if let Some(effect) = grave.filter(|e| named.insert(*e)) {
                visit.gap(what_it_does(&button, &frame.url), effect.left_alone());
            }
        }
    }
}

const OTHERS_OPENERS: &str = "it is a frame of another site: only the buttons beside fields are pressed in it";

/// What can be pressed, as the helper sees it after the debugger told it what hears presses.
pub(super) async fn pressable(visit: &Visit<'_, '_>, frame: &Frame, which: &str) -> Vec<Button> {
    show_pressed(&visit.page, frame).await;
    let mut found: Vec<Button> = visit.page.ask(frame, which, json!([])).await.unwrap_or_default();
    found.retain(|b| !empties(b));
    let told: HashSet<usize> = found.iter().filter(|b| sends(b)).filter_map(|b| b.block).collect();
    for button in &mut found {
        let beside = button.block.is_some_and(|block| !told.contains(&block));
        button.owns = beside && !button.link && !is_consent(button) && !leads_back(button);
    }
    found
}

/// Whether all that it does is to empty the field it stands beside.
fn empties(button: &Button) -> bool {
    button.beside && buttons::clears(&button.text)
        || button.beside_file && effect(&button.text) == Some(Effect::Deletes)
}

/// The same button in the document as it is now.
pub(super) async fn again(visit: &Visit<'_, '_>, frame: &Frame, button: &Button) -> Option<(Frame, usize)> {
    for now in visit.page.frames().await.into_iter().filter(|f| f.url == frame.url) {
        if button.enter {
            return by_enter(visit, &now, &button.form).await.map(|found| (now, found.n));
        }
        let buttons = pressable(visit, &now, "buttons").await;
        let same = |b: &Button| b.selector == button.selector && words_of(&b.text) == words_of(&button.text);
        if let Some(found) = buttons.into_iter().find(same) {
            return Some((now, found.n));
        }
    }
    None
}

/// What a press was allowed, and what it did.
#[derive(Default)]
pub(super) struct Went {
    /// A form's submission reached the page's own handlers, or the browser.
    pub(super) submitted: bool,
    /// A form went out by way of a document, or something that may change something went to the service.
    pub(super) sent: bool,
    /// Typed values that one request carried, at most.
    pub(super) carried: usize,
    /// Its submission was held back before the page heard of it.
    pub(super) prevented: bool,
    /// A request that it made was held back.
    pub(super) held: bool,
    /// Something went to others that nobody can read, where nothing had gone before anything was typed.
    pub(super) unread: bool,
}

impl Went {
    /// Whether what was filled in went out: what only hears a press may carry one value too.
    pub(super) fn is_out(&self) -> bool {
        self.sent || self.carried > 1 || self.carried > 0 && !self.submitted
    }

    /// With what one more press of the same did.
    pub(super) fn and(self, then: Self) -> Self {
        Self {
            submitted: self.submitted || then.submitted,
            sent: self.sent || then.sent,
            carried: self.carried.max(then.carried),
            prevented: self.prevented || then.prevented,
            held: self.held || then.held,
            unread: self.unread || then.unread,
        }
    }
}

/// What is held back while a button is pressed. Where forms are sent, a press that is not to send was made before, and what it
/// sent then is not sent again.
fn hold_of(button: &Button, send: bool) -> Hold {
    match effect(&button.text) {
        Some(effect) if effect.is_grave() => Hold::Everything,
        _ if send => Hold::Watched,
        Some(_) => Hold::Sending,
        None if button.submits || button.owns || buttons::is_forward(&button.text) => Hold::Sending,
        // What a dialog is told may be what it was waiting for.
        None if button.around.contains("dialog") && buttons::is_answer(&button.text) => Hold::Sending,
        None => Hold::Changes,
    }
}

/// One click as a step of its own. Only with `send` may a form go out.
pub(super) async fn press(visit: &mut Visit<'_, '_>, frame: &Frame, button: &Button, send: bool) -> Went {
    let name = if button.enter { "keyDown Enter".to_owned() } else { format!("click {}", button.selector) };
    if send {
        visit.desk.pace().await;
    }
    visit.begin(&name);
    let tell = async |what: &str, with: Value| visit.page.ask::<Value>(frame, what, with).await.is_ok();
    tell("remember", json!([])).await;
    tell("stay", json!([button.link])).await;
    let guarded = visit.plan.mode == Mode::Submit && !send;
    if guarded {
        visit.page.guard(true).await;
    }
    let lane = visit.page.lane;
    let so_far = |w: &mut Witness| (w.changes_sent(lane), w.forms_sent(lane), w.held(lane));
    let ((changes, forms, held), before) = visit.page.look(|w| (so_far(w), (w.exchanges(), Timestamp::now())));
    visit.hold_back(hold_of(button, send));
    let clicked = if button.enter {
        visit.page.press_enter(frame, button.n).await
    } else {
        visit.page.click(frame, button.n).await
    };
    visit.page.settle().await;
    if send {
        outlast(visit, &button.form, before).await;
    }
    tell("stay", json!([false])).await;
    let (now, carried, unread) = visit.page.look(|w| (so_far(w), w.carried(lane), w.has_unread(lane)));
    visit.hold_back(Hold::Nothing);
    let prevented = report_prevented(visit, frame).await;
    let submitted: u32 = visit.page.ask(frame, "submitted", json!([])).await.unwrap_or_default();
    if guarded {
        visit.page.guard(false).await;
    }
    visit.opened.extend(visit.page.close_others().await);
    visit.end(&name, clicked).await;
    let out = now.1 > forms;
    let (sent, held) = (now.0 > changes || out, now.2 > held);
    Went { submitted: submitted > 0 || out, sent, carried, prevented, held, unread }
}

/// Names the forms that the page's guard held back since it was asked last.
pub(in crate::drive) async fn report_prevented(visit: &Visit<'_, '_>, frame: &Frame) -> bool {
    let prevented: Vec<String> = visit.page.ask(frame, "prevented", json!([])).await.unwrap_or_default();
    for form in prevented.iter().filter(|_| visit.plan.mode != Mode::Submit) {
        visit.gap(form_sent(form, &frame.url), FILLS);
    }
    !prevented.is_empty()
}

/// Why a form did not go out where none is sent.
pub(super) const FILLS: &str = "this mode fills forms and clicks, but sends none";

/// What is out of sight where a form is not sent.
pub(super) fn form_sent(form: &str, url: &str) -> String {
    let form = if form.is_empty() { "a form".to_owned() } else { format!("form `{form}`") };
    format!("what follows when {form} on {} is sent", crate::witness::without_query(url))
}

pub(super) fn what_it_does(button: &Button, url: &str) -> String {
    format!("what `{}` on {} does", button.selector, crate::witness::without_query(url))
}
