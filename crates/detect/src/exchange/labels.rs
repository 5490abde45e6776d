//! Names that stand as values beside what they name: `{"name":"birth_date","value":"1990-03-01"}`.

use crate::tables::Tables;
use facts::IdentifierKind;
use std::collections::HashMap;

const MOST: usize = 4096;
/// Of a name.
const LONGEST: usize = 64;

/// What names announce; the same ones come with exchange after exchange.
#[derive(Default)]
pub(crate) struct Labels(HashMap<Box<[u8]>, Option<Box<str>>>);

impl Labels {
    /// `[birth_date]`: what a name announces, in the words of a list's columns. The name itself may be somebody's.
    pub fn announced(&mut self, name: &[u8]) -> Option<&str> {
        // `user-4711` names nobody's customer number, but a user
        if name.len() > LONGEST || name.iter().filter(|b| b.is_ascii_digit()).count() > 1 {
            return None;
        }
        if !self.0.contains_key(name) {
            if self.0.len() >= MOST {
                self.0.clear();
            }
            self.0.insert(name.into(), announced(name));
        }
        self.0.get(name)?.as_deref()
    }
}

fn announced(name: &[u8]) -> Option<Box<str>> {
    let name = std::str::from_utf8(name).ok()?;
    let kinds = IdentifierKind::ALL.into_iter().filter(|kind| Tables::get().announces(name, *kind));
    let words: Vec<&str> = kinds.map(IdentifierKind::word).collect();
    (!words.is_empty()).then(|| format!("[{}]", words.join("|")).into())
}
