//! Keystrokes, recorded one by one: in values under one key, in values parted by a sign, in elements, in lines of cells.

use super::leaves::{BACKSPACE, LEAST_TYPED, Leaf};
use super::split::text;
use crate::scan::signs::Signs;
use crate::scan::{Scanner, is_control};
use std::collections::HashMap;
use std::ops::Range;

impl Scanner {
    /// Single keys in order under one key, or under keys that count them.
    pub(super) fn keystrokes(&mut self, leaves: &[Leaf]) {
        let strokes: Vec<&Leaf> = leaves.iter().filter(|l| l.may_be.stroke).collect();
        // stable: in order within each key
        let mut sorted = strokes.clone();
        sorted.sort_by(|a, b| a.key.cmp(b.key));
        for typing in sorted.chunk_by(|a, b| a.key == b.key) {
            self.joined_strokes(typing);
        }
        let mut sorted = strokes;
        sorted.sort_by(|a, b| uncounted(a.key).cmp(uncounted(b.key)));
        for typing in sorted.chunk_by(|a, b| uncounted(a.key).eq(uncounted(b.key))) {
            if typing.iter().any(|stroke| stroke.key != typing[0].key) {
                self.joined_strokes(typing);
            }
        }
    }

    /// What was typed where each key is told once, when it goes down and up, or when it is pressed too.
    fn joined_strokes(&mut self, strokes: &[&Leaf]) {
        for events in 1..=3 {
            if let Some(typed) = typed(strokes, events).filter(|typed| typed.len() >= LEAST_TYPED) {
                self.joined("keystrokes", strokes[0], strokes[0].key, typed.as_bytes());
            }
        }
    }

    /// Keys of a keyboard with the same sign after each: `a|n|n|a`.
    pub(super) fn typed_out(&mut self, value: &[u8]) {
        if let [_, sign, _, second, ..] = value
            && sign == second
            && !sign.is_ascii_alphanumeric()
            && sign.is_ascii()
            // UTF-16 looks like letters parted by zeros
            && !is_control(*sign)
            && let Some(typed) = typed_out(value, *sign)
        {
            self.open("keystrokes", 0..value.len(), typed.as_bytes());
        }
    }

    /// Texts with a key in each element, attribute or line.
    pub(super) fn typed_in(&mut self, body: &[u8]) {
        if body.len() > LONGEST {
            return;
        }
        let mut all = Vec::new();
        if body.trim_ascii_start().starts_with(b"<") {
            elements(body, &mut |name, stroke| all.push((String::from_utf8_lossy(name).into_owned(), stroke)));
        } else {
            cells(body, &mut |column, stroke| all.push((column.to_string(), stroke)));
        }
        if all.len() < LEAST_TYPED {
            return;
        }
        let layer = self.new_layer();
        let part = self.frames.part(layer);
        for (name, stroke) in all {
            let value = &body[stroke.clone()];
            let offset = self.origin.base.wrapping_add(stroke.start as u64);
            let depth = self.push_key(&name);
            self.leaves.add(&self.key, value, Signs::of(value), offset, (part, layer));
            self.key.truncate(depth);
        }
    }
}

/// Longer texts are no record of typing.
const LONGEST: usize = 1 << 20;

/// `<k>m</k>`, `<key c="m"/>`.
fn elements(text: &[u8], stroke: &mut dyn FnMut(&[u8], Range<usize>)) {
    for at in memchr::memchr2_iter(b'>', b'"', text) {
        let (ends, name) = match text[at] {
            b'>' => (b'<', text[..at].rsplit(|b| *b == b'<').next()),
            _ => (b'"', text[..at].strip_suffix(b"=").and_then(|t| t.rsplit(|b| b" \t\n".contains(b)).next())),
        };
        if let (Some(end), Some(name)) = (sign_end(text, at + 1, ends), name) {
            let name = name.split(|b| *b == b' ').next().unwrap_or(name);
            stroke(name, at + 1..end);
        }
    }
}

/// Where the one sign ends that stands here before another.
fn sign_end(text: &[u8], at: usize, before: u8) -> Option<usize> {
    let length = text.iter().skip(at).take(5).position(|b| *b == before)?;
    let sign = std::str::from_utf8(&text[at..at + length]).ok()?;
    (sign.chars().count() == 1).then_some(at + length)
}

/// `90,m`: cells of one sign, each with the number of its column.
fn cells(text: &[u8], stroke: &mut dyn FnMut(usize, Range<usize>)) {
    let mut start = 0;
    for line in text.split(|b| *b == b'\n') {
        let mut at = start;
        for (column, cell) in line.split(|b| b",;\t".contains(b)).enumerate() {
            let (skip, own) = match cell.trim_ascii() {
                [b'"', own @ .., b'"'] => (1, own),
                own => (0, own),
            };
            let is_one = || std::str::from_utf8(own).is_ok_and(|own| own.chars().count() == 1);
            if own.len() <= 4 && is_one() || own == BACKSPACE {
                let from = at + cell.len() - cell.trim_ascii_start().len() + skip;
                stroke(column, from..from + own.len());
            }
            at += cell.len() + 1;
        }
        start += line.len() + 1;
    }
}

/// Keys that may still be down at the end: one is pressed before another is let go.
const MOST_HELD: usize = 2;

/// What was typed, with corrections (`a n n q Backspace a …`), where each key has so many events; none where they do not
/// come out even. Shift may be let go before the letter.
fn typed(strokes: &[&Leaf], events: usize) -> Option<String> {
    let (mut typed, mut seen) = (String::new(), HashMap::new());
    for stroke in strokes {
        let is_back = stroke.value == BACKSPACE;
        // what gives no sign is only told when it goes down and up
        let events = if is_back { events.min(2) } else { events };
        let count = seen.entry(text(stroke).to_lowercase()).or_insert(0);
        let is_first = *count == 0;
        *count = (*count + 1) % events;
        match is_first {
            true if is_back => drop(typed.pop()),
            true => typed.push_str(text(stroke)),
            false => {}
        }
    }
    (seen.values().filter(|count| **count > 0).count() <= MOST_HELD).then_some(typed)
}

/// A key without what counts it: `k0`, `keys[1][key]`.
fn uncounted(key: &str) -> impl Iterator<Item = u8> + '_ {
    key.bytes().filter(|b| !b.is_ascii_digit())
}

fn typed_out(value: &[u8], sign: u8) -> Option<String> {
    let text = std::str::from_utf8(value.strip_suffix(&[sign]).unwrap_or(value)).ok()?;
    let mut typed = String::new();
    for key in text.split(char::from(sign)) {
        let mut signs = key.chars();
        match (signs.next(), signs.next()) {
            (Some(_), None) => typed.push_str(key),
            _ if key.as_bytes() == BACKSPACE => drop(typed.pop()),
            _ => return None,
        }
    }
    (typed.len() >= LEAST_TYPED).then_some(typed)
}
