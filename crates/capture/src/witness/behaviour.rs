//! What scripts did beside sending: told by the spy in the page and by the driver's look at listeners.

use super::{Entry, Witness};
use facts::{Behaviour, Deed};
use jiff::Timestamp;
use memchr::memmem::Finder;
use std::collections::{HashMap, HashSet};
use std::time::Instant;

/// Everything noted so far.
#[derive(Default)]
pub(super) struct Book {
    notes: Vec<Noted>,
    /// Run, deed, script, field and frame to the note.
    known: HashMap<(usize, Deed, String, String, Option<String>), usize>,
    /// What was typed in each run.
    typed: Vec<(usize, String)>,
    /// How many exchanges there were when each run began to type.
    began: HashMap<usize, usize>,
    /// Pages of each run that kept something of it.
    keeping: Vec<(usize, String)>,
    /// When each run last kept something of it.
    kept: HashMap<usize, Instant>,
    /// Where forms of each run went, without fragment.
    sent_to: HashSet<(usize, String)>,
}

struct Noted {
    behaviour: Behaviour,
    first: usize,
    /// What was kept, and how many exchanges there were by then. Stays here: only where it was sent is told.
    kept: Vec<(String, usize)>,
}

/// Notes of one audit and values of one note; a page can write without end.
const NOTES: usize = 1000;
const VALUES: usize = 8;
/// Shorter values are sent by chance.
const WHOLE: usize = 8;
const PIECE: usize = 12;

/// So many of a number's last digits tell it, however a mask or a script writes it.
const DIGITS: usize = 7;

fn without_separators(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '.' | '/')).collect()
}

/// The last digits of a value that is a number; nothing of others.
fn last_digits(value: &str) -> String {
    let value = without_separators(value);
    let digits = value.strip_prefix('+').unwrap_or(&value);
    let is_number = digits.len() >= DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
    if is_number { digits[digits.len() - DIGITS..].to_owned() } else { String::new() }
}

impl Witness {
    pub(super) fn did(
        &mut self,
        session: &str,
        lane: usize,
        deed: Deed,
        field: String,
        stack: Vec<String>,
    ) -> Option<usize> {
        let script = stack.first()?.clone();
        let first = self.lanes[lane].first;
        let frame = self.frame_of(session);
        let key = (first, deed, script.clone(), field.clone(), frame.clone());
        if let Some(known) = self.behaviours.known.get(&key) {
            return Some(*known);
        }
        if self.behaviours.notes.len() == NOTES {
            self.gap("what scripts did beside sending", format!("more than {NOTES} acts: the rest was not noted"));
            return None;
        }
        let behaviour = Behaviour {
            what: deed,
            script,
            stack,
            field,
            page: self.page_of(session, lane),
            frame,
            at: Some(Timestamp::now()),
            sent_in: Vec::new(),
            run: Some(self.lanes[lane].tag.clone()),
        };
        self.behaviours.notes.push(Noted { behaviour, first, kept: Vec::new() });
        let n = self.behaviours.notes.len() - 1;
        self.behaviours.known.insert(key, n);
        Some(n)
    }

    /// What is about to be typed in a tab.
    pub fn typed(&mut self, lane: usize, value: &str) {
        if value.chars().count() >= super::held::SHORTEST {
            let (first, exchanges) = (self.lanes[lane].first, self.log.len());
            self.behaviours.began.entry(first).or_insert(exchanges);
            self.behaviours.typed.push((first, value.to_lowercase()));
        }
    }

    pub(super) fn began_typing(&self, lane: usize) -> usize {
        self.behaviours.began.get(&self.lanes[lane].first).copied().unwrap_or(self.log.len())
    }

    pub(super) fn has_typed(&self, lane: usize) -> bool {
        self.behaviours.typed.iter().any(|(of, _)| *of == self.lanes[lane].first)
    }

    /// Pages of a run that kept something that was typed.
    pub fn keeping(&self, lane: usize) -> Vec<String> {
        let first = self.lanes[lane].first;
        self.behaviours.keeping.iter().filter(|(of, _)| *of == first).map(|(_, page)| page.clone()).collect()
    }

    /// When a run last kept something that was typed.
    pub fn last_kept(&self, lane: usize) -> Option<Instant> {
        self.behaviours.kept.get(&self.lanes[lane].first).copied()
    }

    /// How many of the values typed in a run stand in any of these parts.
    pub(super) fn typed_within(&self, lane: usize, parts: &[&[u8]]) -> usize {
        let first = self.lanes[lane].first;
        let typed: HashSet<&str> =
            self.behaviours.typed.iter().filter(|(of, _)| *of == first).map(|(_, t)| t.as_str()).collect();
        if typed.is_empty() {
            return 0;
        }
        let texts: Vec<String> = parts.iter().flat_map(|part| super::held::readings(part)).collect();
        typed.iter().filter(|t| texts.iter().any(|text| text.contains(**t))).count()
    }

    /// Which of these values, typed in a tab's run, any request of that run carried, let out or held back.
    pub fn went_out(&self, lane: usize, values: &[&str]) -> Vec<bool> {
        let first = self.lanes[lane].first;
        let mut out = vec![false; values.len()];
        let wanted: Vec<(String, String)> = values.iter().map(|v| (v.to_lowercase(), last_digits(v))).collect();
        for entry in self.log.iter().skip(self.began_typing(lane)).filter(|e| self.lanes[e.lane].first == first) {
            let exchange = &entry.exchange;
            let parts = [exchange.url.as_bytes(), exchange.body.as_deref().unwrap_or_default()];
            for part in parts.into_iter().chain(exchange.frames.iter().map(|frame| &**frame)) {
                let texts = super::held::readings(part);
                let digits = texts.each_ref().map(|text| without_separators(text));
                for (found, (value, number)) in out.iter_mut().zip(&wanted) {
                    let is_number = number.len() == DIGITS && digits.iter().any(|text| text.contains(&**number));
                    *found |= is_number || texts.iter().any(|text| text.contains(&**value));
                }
            }
        }
        out
    }

    pub(super) fn was_sent_to(&mut self, lane: usize, url: &str) {
        let address = url.split('#').next().unwrap_or(url).to_owned();
        self.behaviours.sent_to.insert((self.lanes[lane].first, address));
    }

    /// Whether asking for an address again would send a form again: a form went there, or it holds what was typed.
    pub fn is_sending(&self, lane: usize, url: &str) -> bool {
        let address = url.split('#').next().unwrap_or(url).to_owned();
        let query = address.split_once('?').map_or("", |(_, query)| query).to_owned();
        self.behaviours.sent_to.contains(&(self.lanes[lane].first, address))
            || self.typed_within(lane, &[query.as_bytes()]) > 0
    }

    /// Something was kept by a page: it may be sent when the page is opened again.
    pub(super) fn keeps(&mut self, session: &str, lane: usize, value: &str) {
        if self.typed_within(lane, &[value.as_bytes()]) == 0 {
            return;
        }
        let first = self.lanes[lane].first;
        self.behaviours.kept.insert(first, Instant::now());
        let page = self.page_of(session, lane).map(|page| (first, page));
        let new = page.filter(|page| !self.behaviours.keeping.contains(page));
        self.behaviours.keeping.extend(new);
    }

    pub(super) fn kept(&mut self, note: usize, value: String) {
        let exchanges = self.log.len();
        let kept = &mut self.behaviours.notes[note].kept;
        if kept.len() < VALUES && !kept.iter().any(|(v, _)| *v == value) {
            kept.push((value, exchanges));
        }
    }

    /// A listener as the debugger shows it, on `field` for `event`.
    pub fn listens(&mut self, session: &str, script: String, field: &str, event: &str) {
        if let Some(lane) = self.sessions.get(session).and_then(|s| s.lane) {
            self.did(session, lane, Deed::KeyListener, format!("{field} {event}"), vec![script]);
        }
    }

    /// Every note, by run; with the exchanges that carried what was kept, by their present ids.
    pub(super) fn behaviours(&mut self, log: &[Entry]) -> Vec<Behaviour> {
        let mut notes = std::mem::take(&mut self.behaviours).notes;
        notes.sort_by_key(|n| self.lanes[n.first].order);
        for note in &mut notes {
            let sought: Vec<_> = note.kept.iter().map(|(value, from)| (spellings(value), *from)).collect();
            let of_run = |e: &Entry| self.lanes[e.lane].first == note.first;
            let carried = |n: usize, e: &Entry| sought.iter().any(|(s, from)| n >= *from && carries(e, s));
            let carrying = log.iter().enumerate().filter(|(n, e)| of_run(e) && carried(*n, e));
            note.behaviour.sent_in = carrying.map(|(_, e)| e.exchange.id.clone()).collect();
        }
        notes.into_iter().map(|n| n.behaviour).collect()
    }
}

/// A value and its longer pieces as they may stand in an address or a body.
fn spellings(value: &str) -> Vec<String> {
    let separates = |c: char| !c.is_alphanumeric() && !"@.-_".contains(c);
    let pieces = value.split(separates).filter(|p| p.len() >= PIECE).take(VALUES);
    let mut found = Vec::new();
    for part in std::iter::once(value).filter(|v| v.len() >= WHOLE).chain(pieces) {
        let encoded: String = url::form_urlencoded::byte_serialize(part.as_bytes()).collect();
        found.extend([part.to_owned(), encoded.replace('+', "%20"), encoded]);
    }
    found.sort();
    found.dedup();
    found
}

/// Cookies are left out: that a cookie goes to the host that may read it is what it is for.
fn carries(entry: &Entry, spellings: &[String]) -> bool {
    let exchange = &entry.exchange;
    let headers = exchange.headers.iter().filter(|(name, _)| !name.eq_ignore_ascii_case("cookie"));
    let parts = std::iter::once(exchange.url.as_bytes()).chain(headers.map(|(_, v)| v.as_bytes()));
    let parts: Vec<&[u8]> =
        parts.chain(exchange.body.as_deref()).chain(exchange.frames.iter().map(Vec::as_slice)).collect();
    spellings.iter().any(|s| {
        let finder = Finder::new(s.as_bytes());
        parts.iter().any(|part| finder.find(part).is_some())
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_kept_value_is_sought_whole_and_by_its_long_pieces() {
        let sought = super::spellings(r#"{"mail":"kim.berg@example.org","n":1}"#);
        assert!(
            sought.contains(&"kim.berg@example.org".to_owned())
                && sought.contains(&"kim.berg%40example.org".to_owned())
        );
        assert!(!sought.iter().any(|s| s == "mail") && super::spellings("short").is_empty());
    }
}
