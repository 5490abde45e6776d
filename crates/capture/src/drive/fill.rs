//! The forms of one page: fields filled with canaries, buttons pressed, steps of wizards gone through.

mod wanted;

use super::consent::is_consent;
use super::explore::Found;
use super::fields::{self, Field};
use super::frames::Frame;
use super::listeners::show_pressed;
use super::page::PageError;
use super::visit::{Visit, place};
use facts::{IdentifierKind, Mode};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
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

/// What was done on this page. Documents are known by address, elements by selector.
#[derive(Default)]
struct Done {
    /// Spellings a field has had, seen or unseen; all of them where it has only one.
    filled: HashMap<(String, String, bool), usize>,
    pressed: HashMap<(String, String), usize>,
    /// Forms that have gone out.
    sent: HashSet<(String, String)>,
    revealed: usize,
    reloaded: bool,
}

pub(super) async fn fill_page(visit: &mut Visit<'_, '_>, url: &str, found: &mut Found) {
    let mut done = Done::default();
    go_through(visit, url, &mut done, found).await;
    if !done.filled.is_empty() {
        visit.page.beat().await;
    }
}

async fn go_through(visit: &mut Visit<'_, '_>, url: &str, done: &mut Done, found: &mut Found) {
    for _ in 0..PASSES {
        if visit.stop.stopped() || !back(visit, url).await {
            return;
        }
        let mut wanted = done.left(scan(visit).await);
        if wanted.iter().any(Wanted::is_canary) && visit.page.linger().await {
            wanted = done.left(scan(visit).await);
        }
        if wanted.iter().any(Wanted::is_canary) {
            let typed = fill(visit, &wanted).await;
            done.note(&wanted);
            click_around(visit, url, &wanted, &typed, done, found).await;
        } else if !reveal(visit, url, done, found).await {
            if done.reloaded || !done.has_spellings_left() || visit.open(url).await.is_err() {
                return;
            }
            done.reloaded = true;
        }
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

    fn note(&mut self, wanted: &[Wanted]) {
        for one in wanted.iter().filter(|w| w.is_canary()) {
            self.filled.insert(one.key(), if one.spellings() == 1 { SPELLINGS } else { one.spelling + 1 });
        }
    }

    fn has_spellings_left(&self) -> bool {
        self.filled.values().any(|n| *n < SPELLINGS)
    }

    /// How often a button was pressed before; counts this time.
    fn press(&mut self, frame: &Frame, button: &Button) -> usize {
        let times = self.pressed.entry((frame.url.clone(), button.selector.clone())).or_default();
        *times += 1;
        *times - 1
    }

    fn was_pressed(&self, frame: &Frame, button: &Button) -> usize {
        self.pressed.get(&(frame.url.clone(), button.selector.clone())).copied().unwrap_or(0)
    }
}

/// Returns to a page. False where it is no longer to be had: a sent form may have changed what the address shows.
async fn back(visit: &mut Visit<'_, '_>, url: &str) -> bool {
    if place(&visit.page.url()) == place(url) {
        return true;
    }
    visit.open(url).await.is_ok() && place(&visit.page.url()) == place(url)
}

/// Presses the next button that may show fields or lead on. False where none is left.
async fn reveal(visit: &mut Visit<'_, '_>, url: &str, done: &mut Done, found: &mut Found) -> bool {
    if done.revealed == REVEALS {
        return false;
    }
    let Ok(frame) = visit.page.main_frame().await else { return false };
    let mut buttons = pressable(visit, &frame, "openers").await;
    buttons.sort_by_key(|b| (fields::is_back(&b.text), b.bare));
    let fits = |b: &Button| !b.submits && !b.link && !is_consent(b) && !fields::is_avoided(&b.text);
    let Some(button) = buttons.into_iter().find(|b| fits(b) && done.was_pressed(&frame, b) == 0) else { return false };
    done.revealed += 1;
    done.press(&frame, &button);
    press(visit, &frame, &button, false).await;
    let now = visit.page.url();
    if place(&now) != place(url) && visit.is_own(&now) {
        found.next.push(now);
    }
    true
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
        return Ok(Some(digits));
    }
    let what = format!("what was typed into `{}` on {}", field.selector, crate::witness::without_query(&frame.url));
    visit.gap(what, "the field did not keep it as typed");
    Ok(Some(value))
}

/// Keys where keys work, else by value. True where the field then holds it.
async fn enter(visit: &Visit<'_, '_>, frame: &Frame, field: &Field, value: &str) -> Result<bool, PageError> {
    let held = if field.hidden || !fields::takes_keys(&field.tag, &field.kind) {
        visit.page.ask(frame, "put", json!([field.n, value])).await?
    } else {
        visit.page.type_into(frame, field.n, value).await?
    };
    Ok(fields::is_kept(value, &held))
}

/// Buttons beside filled fields: those that send nothing first, links last.
async fn choose_buttons(visit: &Visit<'_, '_>, wanted: &[Wanted], done: &Done) -> Vec<(Frame, Button)> {
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
            .filter(|b| !(b.link && b.form.is_empty()) && done.was_pressed(&one.frame, b) < SPELLINGS)
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
    url: &str,
    wanted: &[Wanted],
    typed: &[Typed],
    done: &mut Done,
    found: &mut Found,
) {
    let buttons = choose_buttons(visit, wanted, done).await;
    let count = buttons.len();
    for (i, (frame, button)) in buttons.into_iter().enumerate() {
        if visit.stop.stopped() {
            return;
        }
        let Some((frame, n)) = again(visit, &frame, &button).await else { continue };
        let form = (frame.url.clone(), button.form.clone());
        let before = done.press(&frame, &button);
        // A form is sent once, however many spellings are tried.
        let once = if button.submits { !done.sent.contains(&form) } else { before == 0 };
        let may_send = visit.plan.mode == Mode::Submit && once;
        if may_send && button.submits && button.spared {
            let what =
                format!("what follows when form `{}` on {} is sent", button.form, crate::witness::without_query(url));
            visit.gap(what, "it is on the list of forms that are never sent");
        }
        let send = may_send && !button.spared;
        let sent = press(visit, &frame, &Button { n, ..button.clone() }, send).await;
        let now = visit.page.url();
        let moved = place(&now) != place(url);
        if button.submits && (sent || send && moved) {
            done.sent.insert(form);
        }
        if !moved {
            continue;
        }
        if visit.is_own(&now) {
            found.next.push(now);
        }
        if i + 1 < count {
            if !back(visit, url).await {
                return;
            }
            retype(visit, typed).await;
        }
    }
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
        if let Some(found) = buttons.into_iter().find(|b| b.selector == button.selector) {
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
