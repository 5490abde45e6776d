//! Keystrokes, recorded one by one, field by field where each names its own: in values under one key, in values parted by a sign, in elements, in lines of cells.

use super::leaves::{BACKSPACE, LEAST_TYPED, Leaf};
use super::split::text;
use crate::scan::signs::Signs;
use crate::scan::{Scanner, is_control};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

impl Scanner {
    /// Single keys in order under one key, or under keys that count them.
    pub(super) fn keystrokes(&mut self, leaves: &[Leaf]) {
        let strokes: Vec<usize> = (0..leaves.len()).filter(|i| leaves[*i].may_be.stroke).collect();
        if strokes.len() < 2 {
            return;
        }
        let records = Records::of(leaves);
        // stable: in order within each key
        let mut sorted = strokes.clone();
        sorted.sort_by(|a, b| leaves[*a].key.cmp(leaves[*b].key));
        for typing in sorted.chunk_by(|a, b| leaves[*a].key == leaves[*b].key) {
            self.typing(&records, typing);
        }
        let mut sorted = strokes;
        sorted.sort_by(|a, b| uncounted(leaves[*a].key).cmp(uncounted(leaves[*b].key)));
        for typing in sorted.chunk_by(|a, b| uncounted(leaves[*a].key).eq(uncounted(leaves[*b].key))) {
            if typing.iter().any(|stroke| leaves[*stroke].key != leaves[typing[0]].key) {
                self.typing(&records, typing);
            }
        }
    }

    /// Field by field where each key comes with the name of its field; else all of it, and what stands between signs of a
    /// new field.
    fn typing(&mut self, records: &Records, strokes: &[usize]) {
        let names = records.fields(strokes, &mut |name| self.labels.announced(name).is_some());
        let is_number = |name: &&[u8]| name.iter().all(u8::is_ascii_digit);
        // a number may be the second in which keys went down
        if names.as_ref().is_none_or(|names| names.iter().all(is_number)) {
            self.joined_strokes(records, strokes, "", LEAST_TYPED);
            let pieces: Vec<_> = strokes.chunk_by(|a, b| !records.part(*a, *b)).collect();
            for piece in pieces.iter().filter(|_| pieces.len() > 1) {
                self.joined_strokes(records, piece, "", LEAST_TYPED);
            }
        }
        let Some(names) = names else { return };
        let mut fields: BTreeMap<&[u8], Vec<Vec<usize>>> = BTreeMap::new();
        for run in (0..strokes.len()).collect::<Vec<_>>().chunk_by(|a, b| names[*a] == names[*b]) {
            fields.entry(names[run[0]]).or_default().push(run.iter().map(|i| strokes[*i]).collect());
        }
        for (name, runs) in fields {
            let announced = self.labels.announced(name).map(str::to_owned);
            let least = if announced.is_some() { LEAST_NAMED } else { LEAST_TYPED };
            // somebody comes back to a field, or another form has one of the same name
            let whole = [runs.concat()];
            for typed in whole.iter().chain(runs.iter().filter(|_| runs.len() > 1)) {
                self.joined_strokes(records, typed, announced.as_deref().unwrap_or(""), least);
            }
        }
    }

    /// What was typed where each key is told once, when it goes down and up, or when it is pressed too.
    fn joined_strokes(&mut self, records: &Records, strokes: &[usize], announced: &str, least: usize) {
        let strokes: Vec<&Leaf> = strokes.iter().map(|stroke| &records.leaves[*stroke]).collect();
        for events in 1..=3 {
            if let Some(typed) = typed(&strokes, events).filter(|typed| typed.len() >= least) {
                self.joined("keystrokes", strokes[0], &format!("{}{announced}", strokes[0].key), typed.as_bytes());
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

    /// A number in the object of a key.
    pub(super) fn beside_stroke(&mut self, value: &[u8]) {
        let layer = self.new_layer();
        self.leaves.add_beside(&self.key, value, (self.frames.part(layer), layer));
    }

    /// Texts with a key in each element, attribute or line.
    pub(super) fn typed_in(&mut self, body: &[u8]) {
        if body.len() > LONGEST {
            return;
        }
        let is_markup = body.trim_ascii_start().starts_with(b"<");
        let mut all = Vec::new();
        let mut note =
            |name: &[u8], stroke, record| all.push((String::from_utf8_lossy(name).into_owned(), stroke, record));
        match is_markup {
            true => elements(body, &mut note),
            false => cells(body, &mut note),
        }
        if all.len() < LEAST_TYPED {
            return;
        }
        let layer = self.new_layer();
        let part = self.frames.part(layer);
        let mut seen = None;
        for (name, stroke, record) in all {
            // what stands beside several is told once
            let is_new = seen.replace(record.start) != Some(record.start);
            let record = body.get(record).filter(|record| is_new && record.len() < LONGEST_RECORD).unwrap_or_default();
            let mut beside = |name: &str, value: &[u8]| self.leaves.add_beside(name, value, (part, layer));
            match is_markup {
                true => attributes(record, &mut beside),
                false => columns(record, &mut beside),
            }
            let value = &body[stroke.clone()];
            let offset = self.origin.base.wrapping_add(stroke.start as u64);
            let depth = self.push_key(&name);
            self.leaves.add(&self.key, value, Signs::of(value), offset, (part, layer, self.object));
            self.key.truncate(depth);
        }
    }
}

/// The values of a part, record by record: one ends where a key comes again.
struct Records<'a> {
    leaves: &'a [Leaf<'a>],
    /// Where the record of each value begins, and the next.
    of: Vec<Range<usize>>,
}

impl<'a> Records<'a> {
    fn of(leaves: &'a [Leaf<'a>]) -> Self {
        let (mut of, mut first, mut keys) = (Vec::with_capacity(leaves.len()), 0, HashSet::new());
        for (i, leaf) in leaves.iter().enumerate() {
            let key = hash(leaf.key);
            if !keys.insert(key) {
                of.resize(i, first..i);
                first = i;
                keys.clear();
                keys.insert(key);
            }
        }
        of.resize(leaves.len(), first..leaves.len());
        Self { leaves, of }
    }

    /// For each key the name of the field it was typed in: what stands beside it and stays the same for a while.
    fn fields(&self, strokes: &[usize], announces: &mut dyn FnMut(&[u8]) -> bool) -> Option<Vec<&'a [u8]>> {
        if strokes.len() < LEAST_RUN {
            return None;
        }
        let record = self.of[strokes[0]].clone();
        let beside = self.leaves[record].iter().take(MOST_BESIDE);
        let names = beside.filter_map(|leaf| strokes.iter().map(|stroke| self.name(*stroke, leaf.key)).collect());
        let telling = names.filter_map(|names: Vec<&[u8]>| {
            let runs = names.chunk_by(|a, b| a == b).count();
            let distinct = names.iter().collect::<HashSet<_>>().len();
            let tells = runs * LEAST_RUN <= names.len() && (distinct > 1 || announces(names[0]));
            tells.then_some((distinct, names))
        });
        // of a page and a field, the field; of several alike the first
        telling.reduce(|most, next| if next.0 > most.0 { next } else { most }).map(|(_, names)| names)
    }

    /// What stands under a key in the record of a stroke, if it may name a field.
    fn name(&self, stroke: usize, key: &str) -> Option<&'a [u8]> {
        let mut record = self.leaves[self.of[stroke].clone()].iter().take(MOST_BESIDE);
        let leaf = record.find(|leaf| of_record(leaf.key).eq(of_record(key)))?;
        let is_flag = [&b"true"[..], b"false", BACKSPACE].contains(&leaf.value);
        // a digit that is no key is a number
        (!is_flag && (leaf.value.len() >= LEAST_NAMED || !leaf.may_be.stroke)).then_some(leaf.value)
    }

    /// Whether something between two strokes says that another field begins: a key that leads there, or a record of
    /// something else.
    fn part(&self, one: usize, next: usize) -> bool {
        let is_key = |leaf: &&Leaf| of_record(leaf.key).eq(of_record(self.leaves[one].key));
        let between = self.of[one].end..self.of[next].start;
        let mut at = between.start;
        let mut is_other = false;
        while at < between.end && !is_other {
            let record = &self.leaves[self.of[at].clone()];
            is_other = record.iter().find(is_key).is_none_or(|leaf| LEADING.contains(&leaf.value));
            at = self.of[at].end;
        }
        is_other
    }
}

/// Fields have names of two signs and more, so have people.
const LEAST_NAMED: usize = 2;
/// Keys typed in a field before the next, on average.
pub(super) const LEAST_RUN: usize = 3;
/// A record of a keystroke is short.
const MOST_BESIDE: usize = 32;
/// The tag or line of one; of a longer one nothing is looked at beside the keystroke.
const LONGEST_RECORD: usize = 1 << 10;
/// Keys that lead to the next field.
const LEADING: [&[u8]; 2] = [b"Tab", b"Enter"];

/// Longer texts are no record of typing.
const LONGEST: usize = 1 << 20;

/// Calls with the name of a stroke, where it stands, and where its record does.
type Note<'n> = dyn FnMut(&[u8], Range<usize>, Range<usize>) + 'n;

/// `<k>m</k>`, `<key c="m"/>`.
fn elements(text: &[u8], note: &mut Note<'_>) {
    let mut tag = 0;
    for at in memchr::memchr3_iter(b'<', b'>', b'"', text) {
        let (ends, name) = match text[at] {
            b'<' => {
                tag = at + 1;
                continue;
            }
            b'>' => (b'<', first_word(&text[tag..at])),
            _ => (b'"', text[..at].strip_suffix(b"=").and_then(last_word)),
        };
        if let (Some(end), Some(name)) = (sign_end(text, at + 1, ends), name) {
            let near = &text[tag..text.len().min(tag + LONGEST_RECORD)];
            let length = memchr::memchr2(b'<', b'>', near).unwrap_or(near.len());
            note(name, at + 1..end, tag..tag + length);
        }
    }
}

/// Longer ones name neither an element nor an attribute.
const LONGEST_NAME: usize = 64;

/// The name that the inside of a tag begins with.
fn first_word(tag: &[u8]) -> Option<&[u8]> {
    let near = &tag[..tag.len().min(LONGEST_NAME + 1)];
    near.split(|b| *b == b' ').next().filter(|name| name.len() <= LONGEST_NAME)
}

/// The name that a text ends with.
fn last_word(text: &[u8]) -> Option<&[u8]> {
    let near = &text[text.len().saturating_sub(LONGEST_NAME + 1)..];
    near.rsplit(|b| b" \t\n".contains(b)).next().filter(|name| name.len() <= LONGEST_NAME)
}

/// The longer attributes of a tag: `key n="email" c="m"`.
fn attributes(tag: &[u8], beside: &mut dyn FnMut(&str, &[u8])) {
    let mut pieces = tag.split(|b| *b == b'"');
    while let (Some(before), Some(value)) = (pieces.next(), pieces.next()) {
        let name = before.strip_suffix(b"=").unwrap_or_default().trim_ascii_start();
        if value.len() >= LEAST_NAMED {
            beside(&String::from_utf8_lossy(name), value);
        }
    }
}

/// The longer cells of a line.
fn columns(line: &[u8], beside: &mut dyn FnMut(&str, &[u8])) {
    for (column, cell) in line.split(|b| b",;\t".contains(b)).enumerate() {
        if cell.len() >= LEAST_NAMED {
            beside(&column.to_string(), cell.trim_ascii());
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
fn cells(text: &[u8], note: &mut Note<'_>) {
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
                note(column.to_string().as_bytes(), from..from + own.len(), start..start + line.len());
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

/// The same key in another record: without what counts it, unless that is all there is, as of a column.
fn of_record(key: &str) -> impl Iterator<Item = u8> + '_ {
    let counted = key.bytes().any(|b| !b.is_ascii_digit());
    key.bytes().filter(move |b| !counted || !b.is_ascii_digit())
}

fn hash(key: &str) -> u64 {
    of_record(key).fold(0xcbf2_9ce4_8422_2325, |n: u64, b| (n ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(text: &str) -> Vec<(String, String)> {
        let mut all = Vec::new();
        elements(text.as_bytes(), &mut |name, stroke, _| {
            all.push((String::from_utf8_lossy(name).into_owned(), text[stroke].to_owned()));
        });
        all
    }

    /// Each stroke keeps its name: without a blank in it, a text would be kept as often as it has quotes.
    #[test]
    fn what_is_longer_than_a_name_names_no_stroke() {
        let pair = |name: &str, stroke: &str| (name.to_owned(), stroke.to_owned());
        assert_eq!(
            noted(r#"<k c="m" dd="n"/><e f="g">o</e>"#),
            [pair("c", "m"), pair("dd", "n"), pair("f", "g"), pair("e", "o")]
        );
        let all = noted(&format!("<a{}", r#"="x""#.repeat(500)));
        assert!(all.iter().all(|(name, _)| name.len() <= LONGEST_NAME), "{}", all.len());
        assert_eq!(noted(&format!("<{}>x</a>", "a".repeat(500))), []);
    }
}
