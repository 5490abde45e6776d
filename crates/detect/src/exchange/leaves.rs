//! The values of an exchange, kept for what is split over several of them.

use super::strokes::LEAST_RUN;
use crate::scan::signs::{self, Signs};
use std::ops::Range;

/// A value as it stood under its key.
pub(super) struct Leaf<'a> {
    pub key: &'a str,
    /// Text.
    pub value: &'a [u8],
    pub offset: u64,
    /// The object, query or message it stood in.
    pub object: u64,
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

/// Where a leaf's key and value stand.
pub(super) struct Kept {
    key: Range<usize>,
    value: Range<usize>,
    offset: u64,
    pub layer: u32,
    pub part: u32,
    object: u64,
    pub may_be: Pieces,
}

/// The values of an exchange, part by part; one buffer holds them all.
#[derive(Default)]
pub(crate) struct Leaves {
    pub(super) all: Vec<Kept>,
    values: Vec<u8>,
    keys: String,
    parts: Vec<Together>,
}

/// What the pieces of one part come to.
#[derive(Clone, Copy, Default)]
struct Together {
    count: usize,
    digits: usize,
    typed: usize,
    domain: bool,
}

/// Values of one part that are joined.
pub(super) const MOST_LEAVES: usize = 20_000;
/// Longer values are not kept for joining.
const MOST_KEPT: usize = 256;
/// Digits, or signs typed one by one, that are worth joining.
pub(super) const LEAST_DIGITS: usize = 9;
pub(super) const LEAST_TYPED: usize = 6;

impl Leaves {
    /// Keeps what is text.
    pub fn add(&mut self, key: &str, value: &[u8], signs: Signs, offset: u64, at: (u32, u32, u64)) {
        if value.len() > MOST_KEPT || !signs.are_utf8(value) {
            return;
        }
        let may_be = Pieces {
            domain: signs.any(signs::DOT) && !signs.any(signs::COLON),
            digits: (1..=8).contains(&value.len()) && !signs.any(signs::NOT_DIGIT),
            stroke: is_stroke(value),
        };
        let together = self.together(at.0);
        together.digits += if may_be.digits { value.len() } else { 0 };
        together.typed += if may_be.stroke && value != BACKSPACE { value.len() } else { 0 };
        self.keep(key, value, offset, at, may_be);
    }

    fn together(&mut self, part: u32) -> &mut Together {
        let part = part as usize;
        if self.parts.len() <= part {
            self.parts.resize(part + 1, Together::default());
        }
        &mut self.parts[part]
    }

    /// Keeps what stands beside a stroke and is a piece of nothing.
    pub fn add_beside(&mut self, key: &str, value: &[u8], (part, layer): (u32, u32)) {
        if value.len() <= MOST_KEPT {
            self.keep(key, value, 0, (part, layer, 0), Pieces::default());
        }
    }

    fn keep(&mut self, key: &str, value: &[u8], offset: u64, (part, layer, object): (u32, u32, u64), may_be: Pieces) {
        let count = &mut self.together(part).count;
        *count += 1;
        // of so many nothing is joined
        if *count > MOST_LEAVES + 1 {
            return;
        }
        let (key_at, value_at) = (self.keys.len(), self.values.len());
        self.keys.push_str(key);
        self.values.extend_from_slice(value);
        let (key, value) = (key_at..self.keys.len(), value_at..self.values.len());
        self.all.push(Kept { key, value, offset, layer, part, object, may_be });
    }

    /// Leaves those of parts in which something may be put together; `is_known` tells a domain that is looked for.
    pub(super) fn keep_pieces(&mut self, is_known: impl Fn(&Leaf) -> bool) {
        for i in 0..self.all.len() {
            let kept = &self.all[i];
            if kept.may_be.domain && is_known(&self.leaf(kept)) {
                self.parts[kept.part as usize].domain = true;
            }
        }
        let parts = &self.parts;
        self.all.retain(|kept| {
            let Together { digits, typed, domain, .. } = parts[kept.part as usize];
            domain || digits >= LEAST_DIGITS || typed >= LEAST_RUN
        });
    }

    pub(super) fn leaf(&self, kept: &Kept) -> Leaf<'_> {
        let Kept { key, value, offset, object, may_be, .. } = kept;
        let (key, value) = (&self.keys[key.clone()], &self.values[value.clone()]);
        Leaf { key, value, offset: *offset, object: *object, may_be: *may_be }
    }

    pub fn clear(&mut self) {
        self.all.clear();
        self.values.clear();
        self.keys.clear();
        self.parts.clear();
    }
}

pub(super) const BACKSPACE: &[u8] = b"Backspace";

pub(super) fn is_stroke(value: &[u8]) -> bool {
    let one_sign = |text: &str| text.chars().nth(1).is_none();
    value == BACKSPACE || value.len() <= 1 || (value.len() <= 4 && std::str::from_utf8(value).is_ok_and(one_sign))
}
