//! What was done on a page, so that nothing is done twice.

use super::super::ahead::path_of;
use super::super::buttons::{self, Effect, effect};
use super::super::explore::Found;
use super::super::fields;
use super::super::frames::Frame;
use super::press::{Button, Contents, Went};
use super::wanted::{Key, Wanted};
use crate::devtools::lock;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex};

/// Spellings of each contact identifier: Meta, TikTok and Google read these in several.
pub(super) const SPELLINGS: usize = 2;

/// What was done on this page. Documents are known by address, elements by selector and what they say.
#[derive(Default)]
pub(super) struct Done {
    /// Spellings a field has had, seen or unseen; all of them where it has only one.
    pub(super) filled: HashMap<Key, usize>,
    pub(super) pressed: HashMap<Pressed, usize>,
    /// Those of the run.
    pub(super) sent: Arc<Mutex<Sent>>,
    /// Forms without a field to fill whose button was pressed, by page.
    pub(super) unasked: Vec<(String, Contents)>,
    /// Steps of forms that were submitted: a wizard may be one form whose steps go nowhere.
    pub(super) submitted: HashSet<Pressed>,
    /// Those whose press sent something that nobody can read: another press may send it again.
    pub(super) unread: HashSet<Pressed>,
    /// Views of the open document that were worked on where they appeared.
    pub(super) in_place: HashSet<String>,
    /// Forms that were left as they are, because nothing was left to do with them.
    pub(super) passed: HashSet<Place>,
    pub(super) revealed: usize,
    /// No more are pressed, and it was said.
    pub(super) spent: bool,
    /// Of each kind how many.
    pub(super) kinds: HashMap<String, usize>,
    /// Steps without fields that another one took the place of.
    pub(super) steps: usize,
    /// What leads on from such a step, and how many presses and changes there had been when it was pressed last.
    pub(super) led: HashMap<Pressed, (usize, usize)>,
    /// What was pointed at.
    pub(super) hovered: HashSet<String>,
    pub(super) reloaded: bool,
    /// The page kept what was typed, and was opened again before another spelling took its place.
    pub(super) reopened: bool,
    /// Times something that lay over the page was left.
    pub(super) escapes: usize,
    /// Something lay over what was to be pressed; what was pressed when it came.
    pub(super) covered: bool,
    pub(super) opener: Option<String>,
    /// Forms that were filled, by address and selector, and what each field was given last.
    pub(super) forms: BTreeSet<(String, String)>,
    pub(super) typed: HashMap<(String, String), String>,
    /// Their fields that a visitor sees and that tell something of somebody, by selector.
    pub(super) asked: BTreeMap<(String, String), BTreeSet<String>>,
    /// Forms beside which something stood that leads on or sends them, by page and selector.
    pub(super) leading: HashSet<(String, String)>,
    /// Those of which something went out or was held back.
    pub(super) answered: HashSet<(String, String)>,
    /// Forms, by page and selector, in which a button was pressed, and one that sends them.
    pub(super) clicked: HashSet<(String, String)>,
    pub(super) tried: HashSet<(String, String)>,
    /// Those that were pressed and did not go out, with the gap that says so.
    pub(super) refused: BTreeMap<(String, String), (String, String)>,
    /// What pages lead to that are not opened again.
    pub(super) found: Found,
    /// What was pressed and opened something that asks, in which document: another document may have it closed again.
    pub(super) openers: Vec<Opener>,
    /// Answers and other ways on of a form that went out before they were pressed, with the page and form they stood in.
    pub(super) untried: BTreeMap<Named, Place>,
    /// Documents the tab had shown when fields were filled last.
    pub(super) written: u32,
    /// Scripts that send in turns have been waited for, however long their turns are.
    pub(super) waited: bool,
}

/// Address, selector and words of a button.
pub(super) type Named = (String, String, String);

pub(super) struct Opener {
    button: Named,
    shown: u32,
    /// It was pressed in a second document as well.
    again: bool,
}

/// What was done in a run, in whichever tab.
#[derive(Default)]
pub struct Sent {
    /// Forms that have gone out, by page and selector.
    out: HashMap<(String, String), Vec<Out>>,
    /// Forms that nothing is left to do with, wherever on their page they come up again: a single page draws one in several views.
    through: HashSet<Form>,
    /// Links to views that were pressed, by page, selector and words: the same stand in every view.
    pub(super) followed: HashSet<(String, String, String)>,
}

/// Address without fragment, selector, and what its fields ask for.
type Form = (String, String, BTreeSet<String>);

/// A form, or a button of none, as it was when it went out.
#[derive(Clone)]
pub struct Out {
    contents: Contents,
    /// What was pressed.
    button: String,
    /// Documents the tab had shown.
    shown: u32,
    /// A click sent it, and another would again.
    by_click: bool,
}

/// A button, and what its step asks for, or the question it stands under: a wizard's steps may all have the same button, and an answer may
/// make a form ask for more.
pub(super) type Pressed = (String, String, String, String);

/// What stands on the page before a pass.
pub(super) struct Step {
    /// What each form asks for.
    pub(super) asks: HashMap<(String, String), Vec<String>>,
    pub(super) fields: usize,
    /// The first field of all: what a button of no form stands beside where all fields are of forms.
    pub(super) begins: String,
    /// A view that has just appeared, and nobody has said yet that what was filled before belongs to it.
    pub(super) appeared: bool,
}

impl Step {
    pub(super) fn of(all: &[Wanted]) -> Self {
        let mut asks: HashMap<_, Vec<String>> = HashMap::new();
        let (mut fields, mut begins) = (0, String::new());
        for one in all.iter().filter(|w| w.is_canary() && !w.field.hidden) {
            let (url, form) = one.place();
            asks.entry((url.to_owned(), form.to_owned())).or_default().push(one.key().1);
            if fields == 0 {
                begins = one.key().1;
            }
            fields += 1;
        }
        Self { asks, fields, begins, appeared: false }
    }

    /// A button that leads on from a step without fields, once for each time the wizard is gone through.
    pub(super) fn goes_on(&self, done: &Done, frame: &Frame, button: &Button) -> bool {
        self.fields == 0
            && buttons::is_forward(&button.text)
            && done.was_pressed(&self.button(frame, button)) < SPELLINGS
    }

    pub(super) fn button(&self, frame: &Frame, button: &Button) -> Pressed {
        let form = (frame.url.clone(), button.form.clone());
        let beside = || Some(self.begins.clone()).filter(|begins| form.1.is_empty() && !begins.is_empty());
        // What only hears presses may itself be what shows more.
        let most = if button.bare { 1 } else { usize::MAX };
        let joined = |asks: &Vec<String>| asks.iter().take(most).map(String::as_str).collect::<Vec<_>>().join(" ");
        let asks = self.asks.get(&form).map(joined).or_else(beside).unwrap_or_else(|| button.question.clone());
        (form.0, button.selector.clone(), fields::words_of(&button.text), asks)
    }
}

impl Done {
    /// What is still to be filled, each field in its next spelling. `document`: how many the tab has shown; another than the one that was
    /// filled last has none of what was chosen there.
    pub(super) fn left(&self, all: Vec<Wanted>, document: u32) -> Vec<Wanted> {
        let anew = |w: &Wanted| self.written < document && w.is_offered();
        let next = |mut w: Wanted| {
            w.spelling = self.filled.get(&w.key()).copied().unwrap_or(0);
            w
        };
        all.into_iter().map(next).filter(|w| w.is_due() || w.goes_along() || anew(w)).collect()
    }

    pub(super) fn has_left(&self, all: &[Wanted]) -> bool {
        all.iter().any(|w| self.filled.get(&w.key()).is_none_or(|n| *n < w.spellings()))
    }

    pub(super) fn is_new(&self, one: &Wanted) -> bool {
        !one.field.hidden && !self.filled.contains_key(&one.key())
    }

    pub(super) fn note(&mut self, wanted: &[Wanted]) {
        for one in wanted.iter().filter(|w| w.is_due()) {
            self.filled.insert(one.key(), if one.spellings() == 1 { SPELLINGS } else { one.spelling + 1 });
            if !one.field.hidden {
                self.forms.insert(owned(one.place()));
                if one.is_canary() && !one.is_guess() {
                    self.asked.entry(owned(one.place())).or_default().insert(one.field.selector.clone());
                }
            }
        }
    }

    pub(super) fn is_new_path(&self, one: &Wanted) -> bool {
        let (url, asks, _) = one.key();
        let known = |key: &Key| path_of(&key.0) == path_of(&url) && key.1 == asks;
        one.is_canary() && !one.field.hidden && !self.filled.keys().any(known)
    }

    /// Whether the page, opened anew, has something left: another spelling, or an answer that a form went out without.
    pub(super) fn is_owed_another(&self) -> bool {
        self.filled.values().any(|n| *n < SPELLINGS) || self.untried().next().is_some()
    }

    fn untried(&self) -> impl Iterator<Item = (&Named, &Place)> {
        self.untried.iter().filter(|(one, _)| !self.was_named(one))
    }

    /// What stood in a form that went out, and is gone with it.
    pub(super) fn note_untried(&mut self, frame: &Frame, gone: Vec<Button>) {
        self.untried.extend(gone.iter().map(|b| (named(frame, b), (frame.url.clone(), b.form.clone()))));
    }

    /// The first of each form of which none could be tried, with its page.
    pub(super) fn left_untried(&self) -> Vec<(String, String)> {
        let mut forms = HashSet::new();
        let tried: HashSet<&Place> =
            self.untried.iter().filter(|(one, _)| self.was_named(one)).map(|(_, form)| form).collect();
        let left = self.untried().filter(|(_, form)| !tried.contains(form) && forms.insert(*form));
        left.map(|((url, selector, _), _)| (selector.clone(), url.clone())).collect()
    }

    /// After a press that opened something. `shown`: documents the tab had shown.
    pub(super) fn note_opener(&mut self, frame: &Frame, button: &Button, shown: u32) {
        let button = named(frame, button);
        match self.openers.iter_mut().find(|o| o.button == button) {
            Some(known) => (known.shown, known.again) = (shown, true),
            None => self.openers.push(Opener { button, shown, again: false }),
        }
    }

    /// Whether a button opened something in an earlier document in which something is left to do.
    pub(super) fn opens_again(&self, frame: &Frame, button: &Button, shown: u32) -> bool {
        let button = named(frame, button);
        let closed = |o: &Opener| o.button == button && o.shown < shown && !o.again;
        self.openers.iter().any(closed) && self.is_owed_another()
    }

    /// Whether an address needs no visit of its own: its fields were filled where it appeared.
    pub(super) fn is_through(&self, url: &str) -> bool {
        self.in_place.contains(url)
            && self.filled.iter().filter(|(key, _)| key.0 == url).all(|(_, spellings)| *spellings == SPELLINGS)
    }

    /// Whether the form that a button stands in has gone out, and not another in its place. `shown`: documents the tab has shown.
    pub(super) fn is_out(&self, frame: &Frame, button: &Button, shown: u32) -> bool {
        self.out(&form_of(frame, button), button, shown).is_some()
    }

    /// Whether this button sent it.
    pub(super) fn is_out_by(&self, frame: &Frame, button: &Button, shown: u32) -> bool {
        self.out(&form_of(frame, button), button, shown).is_some_and(|out| out.button == button.selector)
    }

    fn out(&self, key: &(String, String), button: &Button, shown: u32) -> Option<Out> {
        let now = button.contents.clone().unwrap_or_default();
        lock(&self.sent).out.get(key)?.iter().find(|then| !now.is_another(&then.contents, then.shown == shown)).cloned()
    }

    /// Whether a form at this place went out, whatever it held.
    pub(super) fn was_sent(&self, key: &(String, String)) -> bool {
        lock(&self.sent).out.contains_key(key)
    }

    /// Forms that were filled in this document, in whichever of its views, and do not stand there now; fields of no form count as one.
    fn past<'d>(&'d self, url: &'d str, step: &'d Step) -> impl Iterator<Item = (String, &'d str)> {
        let here = move |at: &str| step.appeared || at == url || self.in_place.contains(url);
        let stands = |form: &String| step.asks.contains_key(&(url.to_owned(), form.clone()));
        let past = self.forms.iter().filter(move |(at, form)| here(at) && !stands(form));
        past.map(|(at, form)| (path_of(at), form.as_str()))
    }

    /// Whether there are any, all of which the page took.
    pub(super) fn has_past(&self, url: &str, step: &Step) -> bool {
        let mut past = self.past(url, step).map(|(page, form)| (page, form.to_owned())).peekable();
        past.peek().is_some() && past.all(|key| !self.refused.contains_key(&key))
    }

    /// Whether one of them went out, or anything of no form at this page, or something that nobody can read.
    pub(super) fn was_past_sent(&self, url: &str, step: &Step) -> bool {
        let page = path_of(url);
        let loose = |(at, of): &(String, String)| *at == page && of.ends_with(ITSELF);
        let mut past = self.past(url, step).map(|(page, form)| (page, form.to_owned()));
        let sent = lock(&self.sent);
        let out = |key: (String, String)| sent.out.contains_key(&key) || !key.1.is_empty() && !self.unread.is_empty();
        sent.out.keys().any(loose) || past.any(out)
    }

    /// Whether a button sent what it stands beside, without a form.
    pub(super) fn is_out_alone(&self, frame: &Frame, button: &Button, shown: u32) -> bool {
        self.out(&alone(frame, button), button, shown).is_some()
    }

    /// Forms that nothing is left to do with.
    pub(super) fn through(&self, all: &[Wanted]) -> HashSet<Place> {
        let sent = lock(&self.sent);
        let standing = Standing::of(all).0.into_iter();
        standing.filter(|(_, form, _)| sent.through.contains(form)).map(|(place, ..)| place).collect()
    }

    /// Without their fields.
    pub(super) fn unfinished(&self, all: Vec<Wanted>) -> Vec<Wanted> {
        let through = self.through(&all);
        all.into_iter().filter(|w| through.is_empty() || !through.contains(&owned(w.place()))).collect()
    }

    /// Notes the forms that were filled in every spelling, and went out where forms are sent.
    pub(super) fn note_through(&self, standing: Standing, sends: bool) {
        let mut sent = lock(&self.sent);
        for ((url, name), form, fields) in standing.0 {
            let page = path_of(&url);
            let of =
                |(at, of): &(String, String)| *at == page && (*of == name || name.is_empty() && of.ends_with(ITSELF));
            let filled = fields.iter().all(|key| self.filled.get(key) == Some(&SPELLINGS));
            if filled && (!sends || sent.out.keys().any(of)) {
                sent.through.insert(form);
            }
        }
    }

    /// Whether a press may send where forms are sent: each form once, and each button beside fields that stand in none. `times`:
    /// how often it was pressed before.
    pub(super) fn may_send(&self, frame: &Frame, button: &Button, step: &Pressed, times: usize, shown: u32) -> bool {
        let out =
            !button.form.is_empty() && self.is_out(frame, button, shown) || self.is_out_alone(frame, button, shown);
        if button.submits {
            !out && !self.submitted.contains(step)
        } else {
            !out && (times == 0 || self.refused.contains_key(&form_of(frame, button)))
        }
    }

    /// Whether a click sent it, not the form's submission: another click would send it again.
    pub(super) fn sends_by_click(&self, frame: &Frame, button: &Button, shown: u32) -> bool {
        let by_click = |key| self.out(&key, button, shown).is_some_and(|out| out.by_click);
        button.submits && by_click(form_of(frame, button)) || by_click(alone(frame, button))
    }

    /// After a press that was allowed to send. A form whose submission carried nothing that was typed, and went nowhere, may be
    /// a step of a wizard: that step has been submitted, the next is another. `shown`: documents the tab had shown before.
    pub(super) fn note_sent(&mut self, frame: &Frame, button: &Button, step: Pressed, went: &Went, shown: u32) {
        let form = form_of(frame, button);
        let is_out = went.is_out() || went.unread && !went.submitted;
        let contents = button.contents.clone().unwrap_or_default();
        let out = |by_click| Out { contents, button: button.selector.clone(), shown, by_click };
        if !button.form.is_empty() && (button.submits || went.submitted) {
            if is_out {
                self.refused.remove(&form);
                lock(&self.sent).out.entry(form).or_default().push(out(!went.submitted));
            }
            if went.submitted {
                self.submitted.insert(step);
            }
        } else if is_out && (button.owns || effect(&button.text) == Some(Effect::Sends)) {
            // What goes to the service is held back the next time; what another was sent in plain may go there in code.
            let sent = out(went.carried > 0 || went.unread);
            lock(&self.sent).out.entry(alone(frame, button)).or_default().push(sent);
        }
    }

    /// A button of no form led on from these: Enter in one of their forms is no way that is owed any more.
    pub(super) fn note_outside(&mut self, button: &Button, filled: &[Wanted]) {
        if button.form.is_empty() && buttons::is_forward(&button.text) {
            let forms = filled.iter().map(|w| (path_of(&w.frame.url), w.field.form.clone()));
            self.tried.extend(forms.filter(|(_, form)| !form.is_empty()));
        }
    }

    /// How often a button was pressed before; counts this time.
    pub(super) fn press(&mut self, button: &Pressed) -> usize {
        let times = self.pressed.entry(button.clone()).or_default();
        *times += 1;
        *times - 1
    }

    pub(super) fn was_pressed(&self, button: &Pressed) -> usize {
        self.pressed.get(button).copied().unwrap_or(0)
    }

    /// Whether a button was pressed on any step.
    pub(super) fn was_tried(&self, frame: &Frame, button: &Button) -> bool {
        self.pressed.keys().any(|(url, selector, ..)| (url, selector) == (&frame.url, &button.selector))
    }

    pub(super) fn was_ever_pressed(&self, frame: &Frame, button: &Button) -> bool {
        self.was_named(&named(frame, button))
    }

    fn was_named(&self, (url, selector, text): &Named) -> bool {
        self.pressed.keys().any(|(u, s, t, _)| (u, s, t) == (url, selector, text))
    }
}

/// Address and selector of a form.
pub(super) type Place = (String, String);

/// The forms that stand on the page, with their fields that are seen.
pub(super) struct Standing(Vec<(Place, Form, Vec<Key>)>);

impl Standing {
    pub(super) fn of(all: &[Wanted]) -> Self {
        let mut forms: BTreeMap<Place, Vec<Key>> = BTreeMap::new();
        for one in all.iter().filter(|w| !w.field.hidden) {
            forms.entry(owned(one.place())).or_default().push(one.key());
        }
        let form = |(url, name): &Place, fields: &[Key]| {
            (without_view(url).to_owned(), name.clone(), fields.iter().map(|key| key.1.clone()).collect())
        };
        Self(forms.into_iter().map(|(place, fields)| (place.clone(), form(&place, &fields), fields)).collect())
    }
}

fn named(frame: &Frame, button: &Button) -> Named {
    (frame.url.clone(), button.selector.clone(), fields::words_of(&button.text))
}

fn owned((url, form): (&str, &str)) -> Place {
    (url.to_owned(), form.to_owned())
}

fn without_view(url: &str) -> &str {
    url.split('#').next().unwrap_or(url)
}

pub(super) fn form_of(frame: &Frame, button: &Button) -> (String, String) {
    (path_of(&frame.url), button.form.clone())
}

/// A link that a page has in each of its views.
pub(super) fn view_of(frame: &Frame, button: &Button) -> (String, String, String) {
    (without_view(&frame.url).to_owned(), button.selector.clone(), fields::words_of(&button.text))
}

const ITSELF: &str = "itself";

/// A button that stands in no form, or sends without its form. Steps of a wizard may have theirs in the same place.
fn alone(frame: &Frame, button: &Button) -> (String, String) {
    (path_of(&frame.url), format!("{} `{}` {ITSELF}", button.selector, fields::words_of(&button.text)))
}
