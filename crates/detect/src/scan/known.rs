//! What tokens turned out to be: one that stands in traffic again and again is verified once.

use super::Scanner;
use super::batch::Kind;
use super::frames::Mixed;
use crate::derive::{Change, Derived, Fit};
use crate::hit::Words;
use crate::needles::{Inner, Value};
use crate::table::mix;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};
use std::sync::Arc;

const MOST: usize = 4096;
/// Longer tokens are verified each time.
const LONGEST: usize = 160;

/// A token that is somebody's.
pub(crate) struct Recognised {
    pub value: Value,
    pub form: Words,
    /// For digests how many bytes tell them apart.
    pub class: u8,
    /// Of a number: the plus before it is part of it.
    pub plus: bool,
    /// The same for all who have this identifier, however they typed it.
    pub same: u64,
    /// A street without its number.
    pub street_alone: bool,
    /// How far it is from what was typed, and from a spelling of that.
    pub far: (Change, Change),
    /// Of kind and form.
    name: u64,
}

impl Recognised {
    /// Several spellings of one person's identifier have one name; of a shared one, the first person's.
    pub fn name(&self, shared: bool) -> u64 {
        mix(self.name ^ u64::from(if shared { u32::MAX } else { self.value.person }))
    }
}

#[derive(Default)]
pub(super) struct Known {
    tokens: HashMap<Vec<u8>, Option<Arc<Recognised>>, BuildHasherDefault<Mixed>>,
    values: HashMap<u32, Arc<Derived>, BuildHasherDefault<Mixed>>,
    key: Vec<u8>,
}

/// What a token is if it is a value's: its form, class, and whether the plus before it belongs to it.
type Look<'a> = &'a dyn Fn(&Derived) -> Option<(Fit, u8, bool)>;

impl Known {
    fn derived(&mut self, inner: &Inner, value: u32) -> Arc<Derived> {
        if self.values.len() >= MOST {
            self.values.clear();
        }
        self.values.entry(value).or_insert_with(|| Arc::new(Derived::new(inner, value))).clone()
    }

    fn recognise(&mut self, inner: &Inner, value: u32, look: Look<'_>) -> Option<Arc<Recognised>> {
        let derived = self.derived(inner, value);
        let (Fit { form, far }, class, plus) = look(&derived)?;
        let (value, same, street_alone) = (derived.value, derived.same, derived.is_street_alone(&form));
        let mut hasher = DefaultHasher::new();
        (value.kind, &form).hash(&mut hasher);
        let name = hasher.finish();
        Some(Arc::new(Recognised { value, form: form.into(), class, plus, same, street_alone, far, name }))
    }
}

impl Scanner {
    pub(super) fn known_value(&mut self, inner: &Inner, value: u32) -> Arc<Derived> {
        self.known.derived(inner, value)
    }

    /// Whether a token is this value's. `odd`: what else the answer depends on.
    pub(super) fn recognise(
        &mut self,
        inner: &Inner,
        value: u32,
        (token, kind, odd): (&[u8], Kind, bool),
        look: Look<'_>,
    ) -> Option<Arc<Recognised>> {
        if token.len() > LONGEST {
            return self.known.recognise(inner, value, look);
        }
        let mut key = std::mem::take(&mut self.known.key);
        key.clear();
        key.extend_from_slice(&value.to_le_bytes());
        key.extend_from_slice(&[kind as u8, u8::from(odd)]);
        key.extend_from_slice(token);
        let known = match self.known.tokens.get(&key) {
            Some(known) => known.clone(),
            None => {
                let known = self.known.recognise(inner, value, look);
                if self.known.tokens.len() >= MOST {
                    self.known.tokens.clear();
                }
                self.known.tokens.insert(key.clone(), known.clone());
                known
            }
        };
        self.known.key = key;
        known
    }
}
