//! Chromium's own log of its network (`--log-net-log`): what it sent, whom it connected to and which names it looked up,
//! whatever told it to. The file is JSON with one event a line after the constants that name their numbers
//! (<https://chromium.googlesource.com/chromium/src/+/main/net/log/file_net_log_observer.cc>, read 2026-11-27).
//!
//! The names of events are Chromium's inner affair: one that a version does not have is not told of.

mod event;
mod lines;
#[cfg(test)]
mod tests;

use event::{Constants, Event, Kind};
use jiff::Timestamp;
use lines::Lines;
use std::collections::{HashMap, HashSet};
use std::io::BufRead;

/// What one log tells of pages. What the browser does for itself (updates, lists of its maker) is left out: it has no page
/// that asked for it.
#[derive(Debug, Default, PartialEq)]
pub struct NetLog {
    /// What went out, each redirect and each further attempt that was answered for itself, in the order of sending.
    pub sent: Vec<Sent>,
    /// Connections opened ahead of any request, in order.
    pub opened: Vec<Ahead>,
    /// Names looked up, in order; also those of hosts that then got a request.
    pub names: Vec<Ahead>,
}

/// A request that left the browser, not one answered from its cache, by a service worker or by the protocol.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sent {
    pub at: Option<Timestamp>,
    pub method: String,
    /// Without fragment; a WebSocket's begins with `ws`.
    pub url: String,
    /// The page's site (`https://service.example`), where the version tells.
    pub site: Option<String>,
    /// As they were sent, with cookies and credentials.
    pub headers: Vec<(String, String)>,
    pub status: Option<u16>,
}

/// What happened for a host before, or without, any request to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ahead {
    pub at: Option<Timestamp>,
    /// `https://host:port`; the port may be missing, and for a name the scheme too.
    pub origin: String,
    pub site: String,
}

/// Requests that are under way at a time; more are not held.
const OPEN: usize = 100_000;

impl Sent {
    /// Whether the browser asked for the script of a service worker (Service Workers, section 4.5: the header is set for
    /// nothing else).
    pub fn is_worker_script(&self) -> bool {
        self.headers.iter().any(|(name, value)| name.eq_ignore_ascii_case("service-worker") && value == "script")
    }
}

/// Reads a log that may break off anywhere, in memory that grows with what it tells only. None where it is no such log.
pub fn read(log: impl BufRead) -> Option<NetLog> {
    let mut lines = Lines::new(log);
    let constants = lines.next().and_then(Constants::read)?;
    let mut reader = Reader { constants, ..Reader::default() };
    while let Some(line) = lines.next() {
        if let Some(event) = reader.constants.event(line) {
            reader.take(event);
        }
    }
    Some(reader.end())
}

#[derive(Default)]
struct Reader {
    constants: Constants,
    open: HashMap<u64, Open>,
    /// Requests of background fetches.
    background: HashSet<u64>,
    /// Sites of the pages that were shown.
    sites: HashSet<String>,
    told: NetLog,
}

/// A request that has not ended.
struct Open {
    method: String,
    url: String,
    site: Option<String>,
    /// Its latest attempt in `sent`, and whether that was answered.
    last: Option<(usize, bool)>,
}

impl Reader {
    fn take(&mut self, event: Event) {
        let at = event.at;
        match event.kind {
            Kind::Background => drop(self.background.insert(event.source)),
            Kind::Begun(begun) => {
                self.open.remove(&event.source);
                if (begun.is_pages() || self.background.contains(&event.source)) && self.open.len() < OPEN {
                    self.sites.extend(begun.site().filter(|_| begun.is_document()).map(str::to_owned));
                    let site = begun.site().map(str::to_owned);
                    let url = begun.url.split('#').next().unwrap_or_default().to_owned();
                    self.open.insert(event.source, Open { method: begun.method, url, site, last: None });
                }
            }
            Kind::Sent(headers) => self.sent(event.source, at, headers.pairs()),
            Kind::Answered(headers) => self.answered(event.source, headers.status()),
            Kind::Ended => drop(self.open.remove(&event.source)),
            Kind::Opened(group) => self.told.opened.extend(group.ahead(at)),
            Kind::Name(name) => self.told.names.extend(name.ahead(at)),
        }
    }

    /// A request that is sent again because a kept connection turned out to be closed went nowhere the first time.
    fn sent(&mut self, source: u64, at: Option<Timestamp>, headers: Vec<(String, String)>) {
        let Some(open) = self.open.get_mut(&source) else { return };
        let sent = Sent {
            at,
            method: open.method.clone(),
            url: open.url.clone(),
            site: open.site.clone(),
            headers,
            status: None,
        };
        match open.last {
            Some((index, false)) => self.told.sent[index] = sent,
            _ => {
                open.last = Some((self.told.sent.len(), false));
                self.told.sent.push(sent);
            }
        }
    }

    fn answered(&mut self, source: u64, status: Option<u16>) {
        // Before the answer there may be words that it is coming (RFC 9110 section 15.2).
        let Some(status) = status.filter(|s| *s == 101 || *s >= 200) else { return };
        if let Some((index, answered)) = self.open.get_mut(&source).and_then(|open| open.last.as_mut()) {
            *answered = true;
            self.told.sent[*index].status = Some(status);
        }
    }

    /// What was done for no page's site was done for the browser itself.
    fn end(mut self) -> NetLog {
        self.told.opened.retain(|one| self.sites.contains(&one.site));
        self.told.names.retain(|one| self.sites.contains(&one.site));
        self.told
    }
}
