//! What never reaches the protocol: told by a small script in the page (`spy.js`).

use super::{Entry, Witness, is_local, read};
use crate::devtools::protocol::{Binding, SPY_NAME};
use crate::drive::SELECTOR;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::Deed;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::time::Duration;

/// The script deletes this name from the page before any other script runs.
pub(super) const BINDING: &str = "__slussTell";
/// The script, with the naming of elements that the driver's helper uses too.
pub(super) fn source() -> String {
    include_str!("spy.js").replace("/* SELECTOR */", SELECTOR)
}

/// Where a beacon was called, until its request is seen.
pub(super) struct Note {
    lane: usize,
    url: String,
    calls: Vec<String>,
}

#[derive(Deserialize)]
#[serde(tag = "what", rename_all = "lowercase")]
enum Told {
    /// `navigator.sendBeacon`: the protocol gives no call site.
    Beacon { url: String, stack: String },
    /// A piece of a streamed request body.
    Stream { url: String, method: String, base64: String },
    /// A Blob sent over a WebSocket.
    Socket { url: String, base64: String },
    /// Something sent over a data channel or a WebTransport.
    Sent { id: String, url: String, via: String, base64: String, stack: String },
    /// Something beside sending; `value` where something was kept.
    Did { deed: Deed, field: String, value: Option<String>, stack: String },
    /// A timer was set, over so many milliseconds; `again` where it comes in turns.
    Waits { ms: u64, again: bool, stack: String },
    /// A shared or service worker works for this document.
    Works { url: String },
    /// A closed shadow tree was made, or markup for one was given to the parser.
    Closed,
    /// Why a WebSocket is closed, in its page's words.
    Closes { url: String, base64: String },
    /// One request of a background fetch.
    Background { url: String, method: String, headers: Vec<(String, String)>, base64: String, stack: String },
    /// The connection itself; `username` is what a relay is told.
    Opened { id: String, url: String, via: String, username: Option<String>, stack: String },
}

impl Witness {
    pub(super) fn spied(&mut self, session: &str, event: Binding) {
        let Some(lane) = self.sessions.get(session).and_then(|s| s.lane).filter(|_| event.name == BINDING) else {
            return;
        };
        let Ok(raw) = RawValue::from_string(event.payload) else { return };
        match read::<Told>(&raw) {
            Some(Told::Beacon { url, stack }) => {
                self.notes.push(Note { lane, url, calls: calls(&stack) });
                self.match_latest();
            }
            Some(Told::Stream { url, method, base64 }) => self.streamed(lane, &url, &method, &base64),
            Some(Told::Socket { url, base64 }) => {
                self.blob_sent(lane, url, STANDARD.decode(base64).unwrap_or_default());
            }
            Some(Told::Closes { url, base64 }) => {
                let socket = |e: &Entry| e.lane == lane && e.kind == "WebSocket" && e.exchange.url == url;
                if let Some(index) = self.log.iter().rposition(socket) {
                    self.push_frame(index, STANDARD.decode(base64).unwrap_or_default());
                    self.spy_saw(index);
                }
            }
            Some(Told::Background { url, method, headers, base64, stack }) => {
                let id = format!("spy-background-{}", self.log.len());
                let index = self.enter(session, lane, &id, &method, &url);
                self.body_of_spy(index, &STANDARD.decode(base64).unwrap_or_default());
                self.spy_saw(index);
                let exchange = &mut self.log[index].exchange;
                (exchange.at, exchange.headers, exchange.stack) = (Some(Timestamp::now()), headers, calls(&stack));
                exchange.initiator = exchange.stack.first().cloned();
            }
            Some(Told::Opened { id, url, via, username, stack }) => {
                let index = self.peer(session, lane, &id, &url, &via, &stack);
                self.log[index].exchange.headers.extend(username.map(|name| ("username".to_owned(), name)));
            }
            Some(Told::Sent { id, url, via, base64, stack }) => {
                let index = self.peer(session, lane, &id, &url, &via, &stack);
                let bytes = STANDARD.decode(base64).unwrap_or_default();
                self.push_frame(index, bytes);
            }
            Some(Told::Did { deed, field, value, stack }) => {
                if let Some(value) = &value {
                    self.keeps(session, lane, value);
                }
                let stack = if deed == Deed::FieldRead { readers(&stack) } else { calls(&stack) };
                let note = self.did(session, lane, deed, field, stack);
                if let (Some(note), Some(value)) = (note, value) {
                    self.kept(note, value);
                }
            }
            Some(Told::Waits { ms, again, stack }) => {
                let site = calls(&stack).into_iter().next().unwrap_or_default();
                self.waits(lane, Duration::from_millis(ms), again, site);
            }
            Some(Told::Works { url }) => self.works_for(session, lane, url),
            Some(Told::Closed) => self.lanes[lane].closed = true,
            None => {}
        }
    }

    fn streamed(&mut self, lane: usize, url: &str, method: &str, base64: &str) {
        let fits = |i: &usize| {
            let entry = &self.log[*i];
            entry.lane == lane && entry.exchange.url == url && entry.exchange.method == method && entry.body_rank <= 3
        };
        let Some(index) = (0..self.log.len()).rev().find(fits) else { return };
        self.body_of_spy(index, &STANDARD.decode(base64).unwrap_or_default());
        self.spy_saw(index);
    }

    pub(super) fn spy_saw(&mut self, index: usize) {
        let seen_by = &mut self.log[index].exchange.seen_by;
        if !seen_by.iter().any(|s| s == "spy") {
            seen_by.push("spy".to_owned());
        }
    }

    /// The exchange of a connection only the spy can see into; one that Network reported too is joined by its address.
    fn peer(&mut self, session: &str, lane: usize, id: &str, url: &str, via: &str, stack: &str) -> usize {
        let key = format!("spy-{session}-{id}");
        if let Some(index) = self.hops.get(&key).and_then(|h| h.last().copied()) {
            return index;
        }
        let reported = |i: &usize| {
            let entry = &self.log[*i];
            entry.lane == lane
                && entry.kind == via
                && entry.exchange.url == url
                && !entry.exchange.seen_by.iter().any(|s| s == "spy")
        };
        let index = match (0..self.log.len()).rev().find(reported) {
            Some(index) => {
                self.hops.insert(key, vec![index]);
                index
            }
            None => self.enter(session, lane, &key, "CONNECT", url),
        };
        let entry = &mut self.log[index];
        entry.kind = via.to_owned();
        entry.exchange.at.get_or_insert_with(Timestamp::now);
        entry.exchange.seen_by.push("spy".to_owned());
        if entry.exchange.stack.is_empty() {
            entry.exchange.stack = calls(stack);
            entry.exchange.initiator = entry.exchange.stack.first().cloned();
        }
        index
    }

    pub(super) fn match_note(&mut self, index: usize) {
        let exchange = &self.log[index].exchange;
        if !exchange.stack.is_empty() || exchange.method != "POST" {
            return;
        }
        let lane = self.log[index].lane;
        let Some(n) = self.notes.iter().position(|n| n.lane == lane && n.url == exchange.url) else { return };
        let note = self.notes.remove(n);
        let exchange = &mut self.log[index].exchange;
        exchange.initiator = note.calls.first().cloned();
        exchange.stack = note.calls;
        exchange.seen_by.push("spy".to_owned());
    }

    fn match_latest(&mut self) {
        let Some(note) = self.notes.last().filter(|n| !is_local(&n.url)) else { return };
        let beacon = |i: &usize| {
            let entry = &self.log[*i];
            let unexplained = entry.kind == "Ping" && entry.exchange.stack.is_empty();
            unexplained && entry.lane == note.lane && entry.exchange.url == note.url
        };
        if let Some(index) = (0..self.log.len()).rev().find(beacon) {
            self.match_note(index);
        }
    }
}

/// `Error.stack` of V8 (<https://v8.dev/docs/stack-trace-api>): lines that end in `url:line:column` with or without a
/// parenthesis.
fn calls(stack: &str) -> Vec<String> {
    let place = |line: &str| {
        let line = line.trim().strip_prefix("at ")?;
        let place = line.rsplit_once('(').map_or(line, |(_, p)| p.trim_end_matches(')'));
        (place.contains("://") && !place.contains(SPY_NAME)).then(|| place.trim_start_matches("async ").to_owned())
    };
    stack.lines().filter_map(place).collect()
}

/// Who asked for a value, and for whom: getters in front of the native one, such as that of React's value tracker
/// (packages/react-dom-bindings/src/client/inputValueTracking.js), only pass it on.
fn readers(stack: &str) -> Vec<String> {
    let all = calls(stack);
    let getters = stack.lines().filter(|line| !calls(line).is_empty()).take_while(|line| is_getter(line)).count();
    match all.get(getters..) {
        Some(readers) if !readers.is_empty() => readers.to_vec(),
        _ => all,
    }
}

/// `get value [as value]`, `HTMLInputElement.get [as value]`: an accessor of the element, as V8 names its frame.
fn is_getter(line: &str) -> bool {
    let Some((function, _)) = line.trim().trim_start_matches("at ").rsplit_once(" (") else { return false };
    let name = function.split(" [as ").next().unwrap_or(function);
    name.ends_with("Element.get") || name.rsplit('.').next().is_some_and(|own| own.starts_with("get "))
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_accessor_of_the_element_is_not_who_read_it() {
        for getter in
            ["get value [as value]", "HTMLInputElement.get [as value]", "HTMLTextAreaElement.get", "y.get value"]
        {
            let stack = format!(
                "Error\n    at HTMLInputElement.<anonymous> (sluss-spy.js:1:2)\n    at {getter} (https://p.example/:3:4)\n    \
                 at {getter} (https://p.example/more.js:3:4)\n    at read (https://t.example/a.js:5:6)\n    at https://p.example/:7:8"
            );
            assert_eq!(super::readers(&stack), ["https://t.example/a.js:5:6", "https://p.example/:7:8"], "{getter}");
        }
        let read = |calls: &str| super::readers(&format!("Error\n    at {calls} (https://p.example/:3:4)"));
        assert_eq!(read("HTMLInputElement.get"), ["https://p.example/:3:4"]);
        assert_eq!(read("Reader.getAll"), ["https://p.example/:3:4"]);
    }

    #[test]
    fn a_stack_text_gives_places_outermost_last_without_the_spy() {
        let stack = "Error\n    at Navigator.sendBeacon (sluss-spy.js:3:4)\n    at send (https://t.example/a.js:5:6)\n    \
                     at https://p.example/:7:8\n    at <anonymous>";
        assert_eq!(super::calls(stack), ["https://t.example/a.js:5:6", "https://p.example/:7:8"]);
    }
}
