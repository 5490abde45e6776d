//! The values of an exchange, kept for what is split over several of them.

use crate::scan::signs::{self, Signs};
use std::ops::Range;

/// A value as it stood under its key.
pub(super) struct Leaf<'a> {
    pub key: &'a str,
    pub text: &'a str,
    pub offset: u64,
    pub may_be: Pieces,
}

/// Of what a value may be a piece, to be told from its signs.
#[derive(Clone, Copy, Default)]
pub(super) struct Pieces {
    /// A dot, and no colon: with one it is a URL, whose words are others.
    pub domain: bool,
    /// Up to eight digits.
    pub digits: bool,
    /// A single key.
    pub stroke: bool,
}

/// Where a leaf's key and text stand.
pub(super) struct Kept {
    key: Range<usize>,
    text: Range<usize>,
    offset: u64,
    pub layer: u32,
    pub may_be: Pieces,
}

/// The values of an exchange, part by part; one buffer holds them all.
#[derive(Default)]
pub(crate) struct Leaves {
    pub(super) all: Vec<Kept>,
    texts: Vec<u8>,
    keys: String,
    digits: usize,
    strokes: usize,
}

/// Longer values are not kept for joining.
const MOST_KEPT: usize = 256;

impl Leaves {
    /// Keeps what is text.
    pub fn add(&mut self, key: &str, value: &[u8], signs: Signs, offset: u64, layer: u32) {
        if value.len() > MOST_KEPT || !signs.are_utf8(value) {
            return;
        }
        let may_be = Pieces {
            domain: signs.any(signs::DOT) && !signs.any(signs::COLON),
            digits: (1..=8).contains(&value.len()) && !signs.any(signs::NOT_DIGIT),
            stroke: is_stroke(value),
        };
        self.digits += usize::from(may_be.digits);
        self.strokes += usize::from(may_be.stroke);
        let (key_at, text_at) = (self.keys.len(), self.texts.len());
        self.keys.push_str(key);
        self.texts.extend_from_slice(value);
        let (key, text) = (key_at..self.keys.len(), text_at..self.texts.len());
        self.all.push(Kept { key, text, offset, layer, may_be });
    }

    /// Whether there are several pieces of one thing, but for user and domain.
    pub fn may_join(&self) -> bool {
        self.digits > 1 || self.strokes > 1
    }

    pub(super) fn leaf(&self, kept: &Kept) -> Leaf<'_> {
        let Kept { key, text, offset, may_be, .. } = kept;
        let text = std::str::from_utf8(&self.texts[text.clone()]).unwrap_or_default();
        Leaf { key: &self.keys[key.clone()], text, offset: *offset, may_be: *may_be }
    }

    pub fn clear(&mut self) {
        self.all.clear();
        self.texts.clear();
        self.keys.clear();
        (self.digits, self.strokes) = (0, 0);
    }
}

fn is_stroke(value: &[u8]) -> bool {
    let one_sign = |text: &str| text.chars().nth(1).is_none();
    value == b"Backspace" || value.len() <= 1 || (value.len() <= 4 && std::str::from_utf8(value).is_ok_and(one_sign))
}
