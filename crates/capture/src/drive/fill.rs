//! The forms of one page: fields filled with canaries, buttons pressed, steps of wizards gone through.

pub(super) mod files;
mod wanted;

use super::consent::is_consent;
use super::explore::Found;
use super::fields::{self, Field};
use super::frames::Frame;
use super::listeners::show_pressed;
use super::page::PageError;
use super::visit::{Visit, place};
use crate::devtools::lock;
use facts::{IdentifierKind, Mode};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet, VecDeque};
pub use wanted::Key;
use wanted::{Filling, Wanted, scan};

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
    /// It lies in a form that is never to be sent.
    #[serde(default)]
    pub spared: bool,
    /// Only the debugger knows that it can be pressed.
    #[serde(default)]
    pub bare: bool,
}

/// Times a page's fields are filled: spellings, steps of a wizard, what a button revealed.
const PASSES: usize = 10;
/// Times more where new fields have appeared: steps of a long wizard.
const STEPS: usize = 20;
/// Buttons pressed beside filled fields in one pass, and in search of more fields on one page.
const CLICKS: usize = 4;
const BARE_CLICKS: usize = 2;
const REVEALS: usize = 6;
/// Spellings of each contact identifier: Meta, TikTok and Google read these in several.
const SPELLINGS: usize = 2;

struct Typed {
    frame_url: String,
    selector: String,
    value: String,
}

/// What was done on this page. Documents are known by address, elements by selector and what they say.
#[derive(Default)]
struct Done {
    /// Spellings a field has had, seen or unseen; all of them where it has only one.
    filled: HashMap<Key, usize>,
    pressed: HashMap<Pressed, usize>,
    /// Forms that have gone out.
    sent: HashSet<(String, String)>,
    /// Views of the open document that were worked on where they appeared.
    in_place: HashSet<String>,
    revealed: usize,
    reloaded: bool,
    /// The page kept what was typed, and was opened again before another spelling took its place.
    reopened: bool,
    escaped: bool,
    /// Scripts that send in turns have been waited for, however long their turns are.
    waited: bool,
}

/// A button, and the field its step begins with: a wizard's steps may all have the same button.
type Pressed = (String, String, String, String);

/// `wanted`: the address that was opened. One that leads to a page whose fields were all filled before adds nothing.
pub(super) async fn fill_page(visit: &mut Visit<'_, '_>, wanted: &str, found: &mut Found) {
    let url = &visit.page.url();
    let (mut done, mut led) = (Done::default(), Vec::new());
    if place(url) != place(wanted) && is_known(visit).await {
        return;
    }
    go_through(visit, url, &mut done, &mut led).await;
    if let Ok(frame) = visit.page.main_frame().await
        && visit.page.ask(&frame, "behind", json!([])).await.unwrap_or(false)
    {
        say_covered(visit);
    }
    lock(&visit.filled).extend(done.filled.keys().cloned());
    found.next.extend(led.into_iter().filter(|url| !done.is_through(url)));
    if !done.filled.is_empty() {
        visit.page.beat().await;
    }
}

async fn is_known(visit: &Visit<'_, '_>) -> bool {
    let mut asking = scan(visit).await;
    asking.retain(Wanted::is_canary);
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
    let (mut passes, mut steps) = (0, 0);
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
        let wanted = done.left(all);
        if wanted.iter().any(|w| w.is_canary() && w.spelling == 0) {
            steps += 1;
        } else {
            passes += 1;
            if !done.reopened && wanted.iter().any(Wanted::is_canary) && keeps(visit) {
                done.reopened = true;
                if visit.open(url).await.is_err() {
                    return;
                }
                continue;
            }
        }
        let onward = if wanted.iter().any(Wanted::is_canary) {
            let typed = fill(visit, &wanted).await;
            done.note(&wanted);
            // a button may lead away before what reads fields in turns has had its own
            if !done.waited || visit.page.has_short_beat() {
                visit.page.beat().await;
                done.waited = true;
            }
            click_around(visit, &here, &wanted, &typed, &step, done, led).await
        } else if let Some(onward) = reveal(visit, &here, &step, done, led).await {
            onward
        } else if here != url {
            Onward::Back
        } else if !done.escaped && escape(visit).await {
            done.escaped = true;
            Onward::Here
        } else {
            if done.reloaded || !done.has_spellings_left() || visit.open(url).await.is_err() {
                return;
            }
            done.reloaded = true;
            continue;
        };
        here = if onward == Onward::Here { visit.page.url() } else { url.to_owned() };
    }
}

/// Whether the page that is shown kept something that was typed.
fn keeps(visit: &Visit<'_, '_>) -> bool {
    let (lane, now) = (visit.page.lane, place(&visit.page.url()));
    visit.page.look(|w| w.keeping(lane)).iter().any(|page| place(page) == now)
}

/// Leaves a dialog that has no button for it, as a visitor may; one that asks for consent stays. True where it is gone.
async fn escape(visit: &mut Visit<'_, '_>) -> bool {
    let Ok(frame) = visit.page.main_frame().await else { return false };
    let bars = async || visit.page.ask(&frame, "behind", json!([])).await.unwrap_or(false);
    if !bars().await || pressable(visit, &frame, "openers").await.iter().any(is_consent) {
        return false;
    }
    for down in [true, false] {
        let _ = visit.page.key(down, "Escape").await;
    }
    visit.page.settle().await;
    !bars().await
}

/// What stands on the page before a pass.
struct Step {
    /// The first field of each form.
    first: HashMap<(String, String), String>,
    fields: usize,
}

impl Step {
    fn of(all: &[Wanted]) -> Self {
        let mut first = HashMap::new();
        let mut fields = 0;
        for one in all.iter().filter(|w| w.is_canary() && !w.field.hidden) {
            let (url, form) = one.place();
            first.entry((url.to_owned(), form.to_owned())).or_insert_with(|| one.key().1);
            fields += 1;
        }
        Self { first, fields }
    }

    /// A button that leads on from a step without fields, once for each time the wizard is gone through.
    fn goes_on(&self, done: &Done, frame: &Frame, button: &Button) -> bool {
        self.fields == 0
            && fields::is_forward(&button.text)
            && done.was_pressed(&self.button(frame, button)) < SPELLINGS
    }

    fn button(&self, frame: &Frame, button: &Button) -> Pressed {
        let form = (frame.url.clone(), button.form.clone());
        let first = self.first.get(&form).cloned().unwrap_or_default();
        (form.0, button.selector.clone(), fields::words_of(&button.text), first)
    }
}

impl Done {
    /// What is still to be filled, each field in its next spelling.
    fn left(&self, all: Vec<Wanted>) -> Vec<Wanted> {
        let next = |mut w: Wanted| {
            w.spelling = self.filled.get(&w.key()).copied().unwrap_or(0);
            w
        };
        all.into_iter().map(next).filter(|w| w.spelling < w.spellings()).collect()
    }

    fn has_left(&self, all: &[Wanted]) -> bool {
        all.iter().any(|w| w.is_canary() && self.filled.get(&w.key()).is_none_or(|n| *n < w.spellings()))
    }

    fn is_new(&self, one: &Wanted) -> bool {
        one.is_canary() && !one.field.hidden && !self.filled.contains_key(&one.key())
    }

    fn note(&mut self, wanted: &[Wanted]) {
        for one in wanted.iter().filter(|w| w.is_canary()) {
            self.filled.insert(one.key(), if one.spellings() == 1 { SPELLINGS } else { one.spelling + 1 });
        }
    }

    fn has_spellings_left(&self) -> bool {
        self.filled.values().any(|n| *n < SPELLINGS)
    }

    /// Whether an address needs no visit of its own: its fields were filled where it appeared.
    fn is_through(&self, url: &str) -> bool {
        self.in_place.contains(url)
            && self.filled.iter().filter(|(key, _)| key.0 == url).all(|(_, spellings)| *spellings == SPELLINGS)
    }

    /// How often a button was pressed before; counts this time.
    fn press(&mut self, button: &Pressed) -> usize {
        let times = self.pressed.entry(button.clone()).or_default();
        *times += 1;
        *times - 1
    }

    fn was_pressed(&self, button: &Pressed) -> usize {
        self.pressed.get(button).copied().unwrap_or(0)
    }

    fn was_ever_pressed(&self, (url, selector, text, _): &Pressed) -> bool {
        self.pressed.keys().any(|(u, s, t, _)| (u, s, t) == (url, selector, text))
    }
}

/// Documents the tab has shown.
fn shown(visit: &Visit<'_, '_>) -> u32 {
    visit.page.look(|w| w.state_of(&visit.page.session)).map_or(0, |s| s.shown)
}

/// Whether fields stand there that have had nothing yet.
async fn has_new(visit: &Visit<'_, '_>, done: &Done) -> bool {
    scan(visit).await.iter().any(|w| done.is_new(w))
}

/// Whether new fields stand there, or none of those that were filled.
async fn is_another(visit: &Visit<'_, '_>, done: &Done, filled: &[Wanted]) -> bool {
    let now = scan(visit).await;
    let still = |w: &Wanted| filled.iter().any(|f| f.key() == w.key());
    now.iter().any(|w| done.is_new(w)) || !now.iter().any(still)
}

/// Whether a step without fields asks to go on: a button that says so, and was not pressed in this view.
async fn leads_on(visit: &Visit<'_, '_>, done: &Done) -> bool {
    let Ok(frame) = visit.page.main_frame().await else { return false };
    let step = Step::of(&[]);
    let buttons = pressable(visit, &frame, "buttons").await;
    buttons.iter().any(|b| !b.link && !b.submits && step.goes_on(done, &frame, b))
}

/// Returns to a page. False where it is no longer to be had: a sent form may have changed what the address shows.
async fn back(visit: &mut Visit<'_, '_>, url: &str) -> bool {
    if place(&visit.page.url()) == place(url) {
        return true;
    }
    visit.open(url).await.is_ok() && place(&visit.page.url()) == place(url)
}

/// Presses the next button that may show fields or lead on. None where none is left.
async fn reveal(
    visit: &mut Visit<'_, '_>,
    here: &str,
    step: &Step,
    done: &mut Done,
    led: &mut Vec<String>,
) -> Option<Onward> {
    if done.revealed == REVEALS {
        return None;
    }
    let frame = visit.page.main_frame().await.ok()?;
    let mut buttons = pressable(visit, &frame, "openers").await;
    // In a wizard's step that asks nothing, only what leads on is pressed.
    let in_place = done.in_place.contains(here);
    buttons.sort_by_key(|b| (fields::is_back(&b.text), b.bare));
    let fits = |b: &Button| !b.submits && !b.link && !is_consent(b) && !fields::is_avoided(&b.text);
    let new = |b: &Button| !in_place && !done.was_ever_pressed(&step.button(&frame, b));
    let on = |b: &Button| !done.filled.is_empty() && step.goes_on(done, &frame, b);
    let button = uncovered(visit, &frame, buttons.into_iter().filter(|b| fits(b) && (new(b) || on(b)))).await?;
    done.revealed += 1;
    done.press(&step.button(&frame, &button));
    let before = shown(visit);
    press(visit, &frame, &button, false).await;
    Some(onward(visit, here, before, done, led).await)
}

/// The first that a visitor could press. What lies under something may come to lie open later.
async fn uncovered(visit: &Visit<'_, '_>, frame: &Frame, buttons: impl Iterator<Item = Button>) -> Option<Button> {
    let mut covered = false;
    for button in buttons {
        if !visit.page.is_covered(frame, button.n).await {
            return Some(button);
        }
        covered = true;
    }
    if covered {
        say_covered(visit);
    }
    None
}

fn say_covered(visit: &Visit<'_, '_>) {
    let what = format!("what lies under a dialog or layer of {}", crate::witness::without_query(&visit.page.url()));
    visit.gap(what, "no visitor reaches it while that is there, and the audit did not get it away");
}

/// After a press: a view that appeared in the same document is gone on with where it has something new.
async fn onward(visit: &Visit<'_, '_>, here: &str, before: u32, done: &mut Done, led: &mut Vec<String>) -> Onward {
    let now = visit.page.url();
    if place(&now) == place(here) {
        return Onward::Here;
    }
    if !visit.is_own(&now) {
        return Onward::Back;
    }
    led.push(now.clone());
    if shown(visit) == before && (has_new(visit, done).await || leads_on(visit, done).await) {
        done.in_place.insert(now);
        return Onward::Here;
    }
    Onward::Back
}

async fn fill(visit: &mut Visit<'_, '_>, wanted: &[Wanted]) -> Vec<Typed> {
    let names: Vec<_> = wanted.iter().filter(|w| w.is_canary()).map(|w| w.field.selector.as_str()).collect();
    let name = format!("fill {}", names.join(", "));
    visit.begin(&name);
    let mut typed: Vec<Typed> = Vec::new();
    let mut outcome = Ok(());
    let mut passwords = HashMap::new();
    for one in wanted {
        match fill_one(visit, one, &name, &mut passwords).await {
            Ok(Some(value)) => {
                typed.push(Typed { frame_url: one.frame.url.clone(), selector: one.field.selector.clone(), value })
            }
            Ok(None) => {}
            Err(PageError::Element(why)) => say_unfilled(visit, one, &why),
            Err(error) => outcome = Err(error),
        }
    }
    visit.page.settle().await;
    visit.end(&name, outcome).await;
    typed
}

fn say_unfilled(visit: &Visit<'_, '_>, one: &Wanted, why: &str) {
    let what = format!("the field `{}` on {}", one.field.selector, crate::witness::without_query(&one.frame.url));
    visit.gap(what, format!("it could not be filled: {why}"));
}

/// `passwords`: that of each form, since forms ask for it twice and want the same.
async fn fill_one(
    visit: &mut Visit<'_, '_>,
    wanted: &Wanted,
    step: &str,
    passwords: &mut HashMap<(String, String), String>,
) -> Result<Option<String>, PageError> {
    let (frame, field) = (&wanted.frame, &wanted.field);
    let value = match &wanted.value {
        Filling::Choice => {
            let _: Value = visit.page.ask(frame, "choose", json!([field.n])).await?;
            return Ok(None);
        }
        Filling::Filler(text) => (*text).to_owned(),
        Filling::Canary(IdentifierKind::Password, role) => {
            let mut mint = || visit.canary(role, IdentifierKind::Password, &field.selector, step, 0).value;
            passwords.entry((frame.url.clone(), field.form.clone())).or_insert_with(&mut mint).clone()
        }
        Filling::File(role) => {
            let word = visit.canary(role, IdentifierKind::ExternalId, &field.selector, step, 0).value;
            let unwritten = |e: std::io::Error| PageError::Element(e.to_string());
            visit.desk.files.make(field, &word).map_err(unwritten)?.to_string_lossy().into_owned()
        }
        // Two canaries, so that either's hash is known by its own kind.
        Filling::WholeName(role) => {
            let parts = [IdentifierKind::GivenName, IdentifierKind::FamilyName];
            parts.map(|kind| visit.canary(role, kind, &field.selector, step, 0).value).join(" ")
        }
        Filling::Canary(kind, role) => visit.canary(role, *kind, &field.selector, step, wanted.spelling).value,
    };
    let kept = enter(visit, frame, field, &value).await?;
    // A guess must not keep a form from being sent.
    if visit.plan.mode == Mode::Submit && wanted.is_guess() {
        let takes: bool = visit.page.ask(frame, "takes", json!([field.n])).await.unwrap_or(true);
        if !takes {
            let _: Value = visit.page.ask(frame, "put", json!([field.n, ""])).await?;
            say_unfilled(visit, wanted, "it does not say what it takes, and refused a made-up word");
            return Ok(None);
        }
    }
    if kept || !wanted.is_canary() {
        return Ok(Some(value));
    }
    // Some fields take digits only, or not so many letters.
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    if matches!(wanted.value, Filling::Canary(IdentifierKind::Phone, _)) && enter(visit, frame, field, &digits).await? {
        if let Some(canary) = visit.canaries.last_mut() {
            canary.value.clone_from(&digits);
        }
        visit.page.look(|w| w.typed(visit.page.lane, &digits));
        return Ok(Some(digits));
    }
    let what = format!("what was typed into `{}` on {}", field.selector, crate::witness::without_query(&frame.url));
    visit.gap(what, "the field did not keep it as typed");
    Ok(Some(value))
}

/// Keys where keys work, else by value. True where the field then holds it.
async fn enter(visit: &Visit<'_, '_>, frame: &Frame, field: &Field, value: &str) -> Result<bool, PageError> {
    if field.kind == "file" {
        return visit.page.attach(frame, field.n, value).await.map(|()| true);
    }
    let held = if field.hidden || !fields::takes_keys(&field.tag, &field.kind) {
        visit.page.ask(frame, "put", json!([field.n, value])).await?
    } else {
        visit.page.type_into(frame, field.n, value).await?
    };
    Ok(fields::is_kept(value, &held))
}

/// Buttons beside filled fields: those that send nothing first, links last.
async fn choose_buttons(visit: &Visit<'_, '_>, wanted: &[Wanted], step: &Step, done: &Done) -> Vec<(Frame, Button)> {
    let mut chosen = Vec::new();
    let mut places = HashSet::new();
    for one in wanted.iter().filter(|w| w.is_canary()) {
        if !places.insert(one.place()) {
            continue;
        }
        let mut beside: Vec<Button> = pressable(visit, &one.frame, "buttons")
            .await
            .into_iter()
            .filter(|b| b.form == one.field.form && !is_consent(b) && !fields::is_avoided(&b.text))
            .filter(|b| !(b.link && b.form.is_empty()) && done.was_pressed(&step.button(&one.frame, b)) < SPELLINGS)
            .collect();
        beside.sort_by_key(|b| (b.bare, fields::is_back(&b.text), b.link, b.submits));
        let bare = beside.split_off(beside.partition_point(|b| !b.bare));
        beside.truncate(CLICKS);
        beside.extend(bare.into_iter().take(BARE_CLICKS));
        // What sends a form ends the pass, what leads back undoes it.
        beside.sort_by_key(|b| (fields::is_back(&b.text), b.link, b.submits));
        chosen.extend(beside.into_iter().map(|b| (one.frame.clone(), b)));
    }
    chosen
}

async fn click_around(
    visit: &mut Visit<'_, '_>,
    here: &str,
    wanted: &[Wanted],
    typed: &[Typed],
    step: &Step,
    done: &mut Done,
    led: &mut Vec<String>,
) -> Onward {
    let mut buttons: VecDeque<_> = choose_buttons(visit, wanted, step, done).await.into();
    // What is covered comes after what lies over it.
    let mut covered = 0;
    while let Some((frame, button)) = buttons.pop_front() {
        if visit.stop.stopped() {
            break;
        }
        let Some((frame, n)) = again(visit, &frame, &button).await else { continue };
        if visit.page.is_covered(&frame, n).await {
            buttons.push_back((frame, button));
            covered += 1;
            if covered < buttons.len() {
                continue;
            }
            say_covered(visit);
            break;
        }
        covered = 0;
        let form = (frame.url.clone(), button.form.clone());
        let times = done.press(&step.button(&frame, &button));
        // A form is sent once, however many spellings are tried.
        let once = if button.submits { !done.sent.contains(&form) } else { times == 0 };
        let may_send = visit.plan.mode == Mode::Submit && once;
        if may_send && button.submits && button.spared {
            let what =
                format!("what follows when form `{}` on {} is sent", button.form, crate::witness::without_query(here));
            visit.gap(what, "it is on the list of forms that are never sent");
        }
        let send = may_send && !button.spared;
        let before = shown(visit);
        let sent = press(visit, &frame, &Button { n, ..button.clone() }, send).await;
        let moved = place(&visit.page.url()) != place(here);
        if button.submits && (sent || send && moved) {
            done.sent.insert(form);
        }
        if !moved {
            // Another step took its place: the other buttons were those of the one before.
            if !buttons.is_empty() && is_another(visit, done, wanted).await {
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
            retype(visit, typed).await;
        }
    }
    if place(&visit.page.url()) == place(here) { Onward::Here } else { Onward::Back }
}

/// What can be pressed, as the helper sees it after the debugger told it what hears presses.
async fn pressable(visit: &Visit<'_, '_>, frame: &Frame, which: &str) -> Vec<Button> {
    show_pressed(&visit.page, frame).await;
    visit.page.ask(frame, which, json!([])).await.unwrap_or_default()
}

/// The same button in the document as it is now.
async fn again(visit: &Visit<'_, '_>, frame: &Frame, button: &Button) -> Option<(Frame, usize)> {
    for now in visit.page.frames().await.into_iter().filter(|f| f.url == frame.url) {
        let buttons = pressable(visit, &now, "buttons").await;
        let same =
            |b: &Button| b.selector == button.selector && fields::words_of(&b.text) == fields::words_of(&button.text);
        if let Some(found) = buttons.into_iter().find(same) {
            return Some((now, found.n));
        }
    }
    None
}

async fn retype(visit: &mut Visit<'_, '_>, typed: &[Typed]) {
    for wanted in scan(visit).await {
        let same = |t: &&Typed| t.selector == wanted.field.selector && t.frame_url == wanted.frame.url;
        if let Some(typed) = typed.iter().find(same) {
            let _ = enter(visit, &wanted.frame, &wanted.field, &typed.value).await;
        }
    }
}

/// One click as a step of its own. Only with `send` may a form go out; true where something went to the service.
async fn press(visit: &mut Visit<'_, '_>, frame: &Frame, button: &Button, send: bool) -> bool {
    let name = format!("click {}", button.selector);
    if send {
        visit.desk.pace().await;
    }
    visit.begin(&name);
    if send && button.submits {
        let _: Result<Value, _> = visit.page.ask(frame, "tick", json!([button.form])).await;
    }
    let guarded = visit.plan.mode == Mode::Submit && !send;
    if guarded {
        visit.page.guard(true).await;
    }
    let lane = visit.page.lane;
    let before = visit.page.look(|w| w.changes_sent(lane));
    visit.hold_back(!send);
    let clicked = visit.page.click(frame, button.n, 1, "left").await;
    visit.page.settle().await;
    visit.hold_back(false);
    report_prevented(visit, frame, &button.form).await;
    if guarded {
        visit.page.guard(false).await;
    }
    visit.page.close_others().await;
    visit.end(&name, clicked).await;
    visit.page.look(|w| w.changes_sent(lane)) > before
}

pub(super) async fn report_prevented(visit: &Visit<'_, '_>, frame: &Frame, form: &str) -> bool {
    let prevented: u32 = visit.page.ask(frame, "prevented", json!([])).await.unwrap_or_default();
    if prevented > 0 && visit.plan.mode != Mode::Submit {
        let form = if form.is_empty() { "a form".to_owned() } else { format!("form `{form}`") };
        let what = format!("what follows when {form} on {} is sent", crate::witness::without_query(&frame.url));
        visit.gap(what, "this mode fills forms and clicks, but sends none");
    }
    prevented > 0
}
