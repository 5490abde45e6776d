//! The page that something was sent from: of what is sent on leaving the one that was left, of a window the one that opened
//! it, of a worker the one that it works for.

use super::{Entry, Session, Witness, is_local};
use jiff::SignedDuration;
use std::collections::BTreeSet;

/// A document that a shared or service worker works for.
pub(super) struct Client {
    session: String,
    /// Its last address, once it has gone.
    last: Option<String>,
}

const ABOUT: SignedDuration = SignedDuration::from_secs(2);

/// What Network tells of while its document lives.
const TOLD: [&str; 4] = ["Ping", "Fetch", "XHR", "Image"];

impl Witness {
    /// Address of the top document a session belongs to; none for a worker that works for several.
    pub(super) fn page_of(&self, session: &str, lane: usize) -> Option<String> {
        let mut next = self.sessions.get(session);
        while let Some(found) = next {
            match found.kind.as_str() {
                "page" => return shown(found).or_else(|| found.left.clone()).or_else(|| found.opener.clone()),
                "shared_worker" | "service_worker" => return self.page_of_client(lane, &found.url),
                _ if found.left.is_some() => return found.left.clone(),
                _ => next = found.parent.as_ref().and_then(|p| self.sessions.get(p)),
            }
        }
        Some(self.lanes[lane].page.clone()).filter(|u| !is_local(u) && !u.is_empty())
    }

    /// Who a request that only Fetch has told of so far belongs to. A document that leaves asks after another has taken its
    /// place in the browser, and Network does not tell of that; whether the new one has been told by then is chance.
    pub(super) fn page_of_paused(&self, session: &str, lane: usize, frame: &str, kind: &str) -> Option<String> {
        let now = self.page_of(session, lane);
        let Some(found) = self.sessions.get(session).filter(|s| s.kind == "page" && TOLD.contains(&kind)) else {
            return now;
        };
        let shows = |frame: &str| self.documents.get(&(session.to_owned(), frame.to_owned()));
        let inner = frame != found.target && shows(frame).is_some();
        let goes = self.lanes[lane].leaving || self.is_going(session, shows(&found.target));
        if inner || goes { now } else { found.left.clone().or(now) }
    }

    /// Whether the document a page asked for last is not the one it shows.
    fn is_going(&self, session: &str, shown: Option<&String>) -> bool {
        let last = self.log.iter().rev().find(|e| e.session == session && e.top);
        last.is_some_and(|last| Some(&last.document) != shown)
    }

    /// The page that waits for what a service worker asks for.
    pub(super) fn asked_through(&self, session: &str, lane: usize, method: &str, url: &str) -> Option<String> {
        self.sessions.get(session).filter(|s| s.kind == "service_worker")?;
        let first = self.lanes[lane].first;
        let waits = |e: &&Entry| {
            let (exchange, own) = (&e.exchange, e.session == session || self.lanes[e.lane].first != first);
            !own && exchange.method == method && exchange.url == url && exchange.response.is_none()
        };
        self.log.iter().rev().take(super::network::RECENT).find(waits)?.exchange.page.clone()
    }

    /// The page a worker works for, where it is one only.
    pub(super) fn page_of_client(&self, lane: usize, script: &str) -> Option<String> {
        let clients = self.clients.get(&(self.lanes[lane].first, script.to_owned()))?;
        let page = |c: &Client| c.last.clone().or_else(|| self.page_of(&c.session, lane));
        sole(clients.iter().filter_map(page))
    }

    /// The page of what no interface of the browser told of, where its run showed no other about that time.
    pub(super) fn page_about(&self, index: usize) -> Option<String> {
        let Entry { exchange, lane, .. } = &self.log[index];
        let (run, at) = (self.lanes[*lane].first, exchange.at?);
        let about = |e: &&Entry| {
            let apart = e.exchange.at.map(|then| then.duration_since(at).abs());
            self.lanes[e.lane].first == run && apart.is_some_and(|apart| apart <= ABOUT)
        };
        sole(self.log.iter().filter(about).filter_map(|e| e.exchange.page.clone()))
    }

    pub(super) fn works_for(&mut self, session: &str, lane: usize, script: String) {
        let clients = self.clients.entry((self.lanes[lane].first, script)).or_default();
        if !clients.iter().any(|c| c.session == session && c.last.is_none()) {
            clients.push(Client { session: session.to_owned(), last: None });
        }
    }

    /// The document of a page goes, with all that is in it.
    pub(super) fn parts(&mut self, session: &str) {
        let Some(lane) = self.sessions.get(session).and_then(|s| s.lane) else { return };
        let Some(page) = self.page_of(session, lane) else { return };
        let below: Vec<String> = self.sessions.keys().filter(|s| self.is_below(s, session)).cloned().collect();
        for one in below.iter().map(String::as_str).chain([session]) {
            let of = |c: &&mut Client| c.session == one && c.last.is_none();
            self.clients.values_mut().flatten().filter(of).for_each(|c| c.last = Some(page.clone()));
            if let Some(found) = self.sessions.get_mut(one) {
                found.left = Some(page.clone());
            }
        }
    }

    pub(super) fn is_below(&self, session: &str, page: &str) -> bool {
        let mut next = self.sessions.get(session).and_then(|s| s.parent.as_deref());
        while let Some(parent) = next {
            if parent == page {
                return true;
            }
            next = self.sessions.get(parent).and_then(|p| p.parent.as_deref());
        }
        false
    }
}

fn sole(pages: impl Iterator<Item = String>) -> Option<String> {
    let mut pages: BTreeSet<String> = pages.collect();
    pages.pop_first().filter(|_| pages.is_empty())
}

/// A window begins with the address it is to go to, which it may not show.
fn shown(found: &Session) -> Option<String> {
    Some(found.url.clone()).filter(|url| found.shown > 0 && !is_local(url) && !url.is_empty())
}
