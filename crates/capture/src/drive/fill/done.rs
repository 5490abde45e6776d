//! What was done on a page, so that nothing is done twice.

use super::super::fields;
use super::super::frames::Frame;
use super::press::Button;
use super::wanted::{Key, Wanted};
use std::collections::{HashMap, HashSet};

/// Spellings of each contact identifier: Meta, TikTok and Google read these in several.
pub(super) const SPELLINGS: usize = 2;

/// What was done on this page. Documents are known by address, elements by selector and what they say.
#[derive(Default)]
pub(super) struct Done {
    /// Spellings a field has had, seen or unseen; all of them where it has only one.
    pub(super) filled: HashMap<Key, usize>,
    pub(super) pressed: HashMap<Pressed, usize>,
    /// Forms that have gone out.
    pub(super) sent: HashSet<(String, String)>,
    /// Views of the open document that were worked on where they appeared.
    pub(super) in_place: HashSet<String>,
    pub(super) revealed: usize,
    /// What was pointed at.
    pub(super) hovered: HashSet<String>,
    pub(super) reloaded: bool,
    /// The page kept what was typed, and was opened again before another spelling took its place.
    pub(super) reopened: bool,
    pub(super) escaped: bool,
    /// Scripts that send in turns have been waited for, however long their turns are.
    pub(super) waited: bool,
}

/// A button, and the field its step begins with: a wizard's steps may all have the same button.
pub(super) type Pressed = (String, String, String, String);

/// What stands on the page before a pass.
pub(super) struct Step {
    /// The first field of each form.
    pub(super) first: HashMap<(String, String), String>,
    pub(super) fields: usize,
}

impl Step {
    pub(super) fn of(all: &[Wanted]) -> Self {
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
    pub(super) fn goes_on(&self, done: &Done, frame: &Frame, button: &Button) -> bool {
        self.fields == 0
            && fields::is_forward(&button.text)
            && done.was_pressed(&self.button(frame, button)) < SPELLINGS
    }

    pub(super) fn button(&self, frame: &Frame, button: &Button) -> Pressed {
        let form = (frame.url.clone(), button.form.clone());
        let first = self.first.get(&form).cloned().unwrap_or_default();
        (form.0, button.selector.clone(), fields::words_of(&button.text), first)
    }
}

impl Done {
    /// What is still to be filled, each field in its next spelling.
    pub(super) fn left(&self, all: Vec<Wanted>) -> Vec<Wanted> {
        let next = |mut w: Wanted| {
            w.spelling = self.filled.get(&w.key()).copied().unwrap_or(0);
            w
        };
        all.into_iter().map(next).filter(|w| w.is_due() || w.goes_along()).collect()
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
        }
    }

    pub(super) fn has_spellings_left(&self) -> bool {
        self.filled.values().any(|n| *n < SPELLINGS)
    }

    /// Whether an address needs no visit of its own: its fields were filled where it appeared.
    pub(super) fn is_through(&self, url: &str) -> bool {
        self.in_place.contains(url)
            && self.filled.iter().filter(|(key, _)| key.0 == url).all(|(_, spellings)| *spellings == SPELLINGS)
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

    pub(super) fn was_ever_pressed(&self, (url, selector, text, _): &Pressed) -> bool {
        self.pressed.keys().any(|(u, s, t, _)| (u, s, t) == (url, selector, text))
    }
}
