use super::sockets::{FAREWELL, HOST};
use super::{Entry, Hold, Witness, at_wall, is_local, without_query};
use crate::devtools::Sender;
use crate::devtools::protocol::{AuthRequired, Frame, Paused, Reply, SentExtra, WillBeSent};
use facts::Exchange;
use jiff::Timestamp;
use serde_json::json;

const HELD: &str = "forms are not sent in this mode: recorded, but held back";
const HELD_REQUEST: &str = "what may change something is not sent in this mode: recorded, but held back";
const HELD_TYPED: &str = "a press that sends lets nothing out that was typed in this mode: recorded, but held back";
const HELD_FOR_GOOD: &str = "a press that buys, deletes or logs out lets nothing out: recorded, but held back";
/// Where the mode sends forms, each goes out once, and none that is never to be sent.
pub const HELD_LOOKING: &str =
    "this press was to show what it opens, or was made before: what may change something is recorded, but held back";
pub const HELD_AGAIN: &str =
    "this press was not to send anything, because a form is sent once or never: recorded, but held back";

/// RFC 9110 § 9.2.1: the others are safe.
fn may_change(method: &str) -> bool {
    !matches!(method, "GET" | "HEAD" | "OPTIONS")
}

/// Whether a request can carry what a page knows.
fn says_something(event: &Paused) -> bool {
    may_change(&event.request.method) || event.request.url.contains('?')
}

/// Fetch leaves the fragment out.
fn same_document(one: &str, other: &str) -> bool {
    one.split('#').next() == other.split('#').next()
}

/// How far back a request is looked for under another name.
pub(super) const RECENT: usize = 50;

impl Witness {
    /// A new entry of a run, at the end of its request's hops.
    pub(super) fn enter(&mut self, session: &str, lane: usize, id: &str, method: &str, url: &str) -> usize {
        let hops = self.hops.entry(id.to_owned()).or_default();
        let before = hops.last().copied();
        let index = self.log.len();
        hops.push(index);
        let before = before.map(|before| &self.log[before].exchange);
        let redirected_from = before.map(|before| before.id.clone());
        let page = before.and_then(|before| before.page.clone());
        let page = page.or_else(|| self.asked_through(session, lane, method, url));
        let exchange = Exchange {
            id: format!("x{:04}", index + 1),
            page: page.or_else(|| self.page_of(session, lane)),
            method: method.to_owned(),
            url: url.to_owned(),
            redirected_from,
            run: Some(self.lanes[lane].tag.clone()),
            ..Exchange::default()
        };
        self.log.push(Entry {
            exchange,
            lane,
            session: session.to_owned(),
            kind: String::new(),
            document: String::new(),
            top: false,
            network: false,
            fetch: false,
            headers_final: false,
            local: false,
            says_body: false,
            body_rank: 0,
            failed: None,
            note: None,
            clock: super::replies::Clock::default(),
            wire: super::replies::Wire::default(),
            received: 0,
            unkept: None,
        });
        self.touch(lane);
        index
    }

    pub(super) fn last_hop(&self, id: &str, with: impl Fn(&Entry) -> bool) -> Option<usize> {
        self.hops.get(id)?.iter().rev().copied().find(|i| with(&self.log[*i]))
    }

    pub(super) fn will_be_sent(&mut self, session: &str, event: WillBeSent, out: &Sender) {
        let Some(lane) = self.sessions.get(session).and_then(|s| s.lane) else { return };
        if is_local(&event.request.url) || event.kind == "Document" && self.is_leaving(session) {
            return;
        }
        let id = event.request_id.as_str();
        let before = self.last_hop(id, |e| e.network);
        match (&event.redirect_response, before) {
            (Some(reply), Some(before)) => self.redirected(before, reply, &event),
            // The same request told by two sessions: an out-of-process frame's document.
            (None, Some(_)) => return,
            _ => {}
        }
        let method = event.request.method.as_str();
        let waiting =
            self.last_hop(id, |e| !e.network && e.exchange.method == method && e.exchange.url == event.request.url);
        let index = waiting.unwrap_or_else(|| self.enter(session, lane, id, method, &event.request.url));
        self.fill_network(index, session, &event);
        self.body_of_network(index, session, &event, before, out);
        if let Some(headers) = self.early.get_mut(id).and_then(std::collections::VecDeque::pop_front) {
            self.set_final_headers(index, headers);
        }
        // These stay open or are never told to have ended.
        let untold =
            matches!(event.kind.as_str(), "EventSource" | "Ping" | "Preflight" | "CSPViolationReport" | "Prefetch");
        if !untold && !self.gone.contains_key(&event.loader_id) {
            self.lanes[lane].in_flight.insert(index);
        }
    }

    fn is_leaving(&self, session: &str) -> bool {
        self.sessions.get(session).and_then(|s| s.lane).is_some_and(|lane| self.lanes[lane].leaving)
    }

    fn fill_network(&mut self, index: usize, session: &str, event: &WillBeSent) {
        let top = event.kind == "Document" && self.is_main_frame(session, event.frame_id.as_deref());
        let page = self.page_of_told(index, session, event, top);
        let entry = &mut self.log[index];
        entry.top = top;
        entry.network = true;
        entry.clock.begun = event.timestamp;
        entry.kind.clone_from(&event.kind);
        entry.document.clone_from(&event.loader_id);
        let exchange = &mut entry.exchange;
        exchange.at = at_wall(event.wall_time).or(exchange.at);
        exchange.page = page;
        exchange.stack = event.initiator.calls();
        exchange.initiator = event.initiator.first(&exchange.stack);
        exchange.seen_by.insert(0, "network".to_owned());
        if !entry.headers_final {
            entry.exchange.headers.clone_from(&event.request.headers.0);
        }
        self.match_note(index);
    }

    /// A document of the service is its own page; one of others belongs to where it was asked for, and is not shown.
    fn page_of_told(&self, index: usize, session: &str, event: &WillBeSent, top: bool) -> Option<String> {
        let own = top && self.is_first_party(&event.document_url);
        let own = own.then(|| event.document_url.clone());
        let before = self.gone.get(&event.loader_id).cloned().flatten();
        let allowed = event.initiator.request_id.as_ref().and_then(|id| self.hops.get(id)?.last());
        let allowed = allowed.and_then(|allowed| self.log[*allowed].exchange.page.clone());
        let (lane, exchange) = (self.log[index].lane, &self.log[index].exchange);
        let asked = || self.asked_through(session, lane, &exchange.method, &exchange.url);
        own.or(before).or(allowed).or_else(asked).or_else(|| self.page_of(session, lane))
    }

    fn is_main_frame(&self, session: &str, frame: Option<&str>) -> bool {
        self.sessions.get(session).is_some_and(|s| s.kind == "page" && Some(s.target.as_str()) == frame)
    }

    fn redirected(&mut self, before: usize, reply: &Reply, event: &WillBeSent) {
        self.replied(before, &event.request_id, reply, event.redirect_has_extra_info);
        self.log[before].clock.answered = event.timestamp;
        self.log[before].clock.ended = event.timestamp;
        if !event.redirect_has_extra_info {
            self.log[before].headers_final = true;
        }
        self.done(before);
    }

    pub(super) fn done(&mut self, index: usize) {
        let lane = self.log[index].lane;
        if self.lanes[lane].in_flight.remove(&index) {
            self.touch(lane);
        }
    }

    /// A document went: what it asked for and outlives it (`keepalive`) is never told to have ended.
    pub(super) fn replaced(&mut self, session: &str, frame: &Frame) {
        let (of, main) = (|s: &str| s == session, frame.parent_id.is_none());
        let page = self.sessions.get(session).and_then(|s| s.lane).and_then(|lane| self.page_of(session, lane));
        let left = self.documents.extract_if(|(s, id), _| of(s) && (main || *id == frame.id));
        self.gone.extend(left.map(|(_, document)| (document, page.clone())));
        if main {
            self.parts(session);
        }
        self.documents.insert((session.to_owned(), frame.id.clone()), frame.loader_id.clone());
        let ended = |i: &usize| self.gone.contains_key(&self.log[*i].document);
        let ended: Vec<usize> = self.lanes.iter().flat_map(|l| &l.in_flight).copied().filter(ended).collect();
        ended.into_iter().for_each(|entry| self.done(entry));
    }

    /// The headers really sent, with cookies; they may come before or after the request.
    pub(super) fn sent_extra(&mut self, event: SentExtra) {
        let hops = self.hops.get(&event.request_id);
        let next = hops.and_then(|h| h.iter().copied().find(|i| !self.log[*i].headers_final));
        match next {
            Some(index) => self.set_final_headers(index, event.headers.0),
            None => self.early.entry(event.request_id).or_default().push_back(event.headers.0),
        }
    }

    pub(super) fn set_final_headers(&mut self, index: usize, headers: Vec<(String, String)>) {
        // HTTP/2 pseudo-headers repeat method and address.
        let mut headers: Vec<_> = headers.into_iter().filter(|(n, _)| !n.starts_with(':')).collect();
        if self.rules.login.is_some() {
            // Who audits is nobody's business who reads the recording.
            let given = |name: &str| name.eq_ignore_ascii_case("authorization");
            let basic = headers.iter_mut().filter(|(name, value)| given(name) && value.starts_with("Basic "));
            basic.for_each(|(_, value)| "Basic …".clone_into(value));
        }
        self.log[index].headers_final = true;
        self.log[index].exchange.headers = headers;
    }

    pub(super) fn paused(&mut self, session: &str, event: Paused, out: &Sender) {
        // Of a window that is closed unseen.
        if !self.sessions.contains_key(session) {
            let none = json!({"requestId": event.request_id, "errorReason": "Aborted"});
            out.send(session, "Fetch.failRequest", none);
            return;
        }
        if event.resource_type == "Document" && self.is_leaving(session) {
            let html = json!([{"name": "content-type", "value": "text/html"}]);
            let empty =
                json!({"requestId": event.request_id, "responseCode": 200, "responseHeaders": html, "body": ""});
            out.send(session, "Fetch.fulfillRequest", empty);
            return;
        }
        if self.is_spys(&event) {
            out.send(session, "Fetch.fulfillRequest", json!({"requestId": event.request_id, "responseCode": 204}));
            if let Some(lane) = self.sessions.get(session).and_then(|s| s.lane) {
                self.farewell(lane, &event.request.url);
            }
            return;
        }
        let verdict = self.verdict(session, &event);
        match verdict {
            None => out.send(session, "Fetch.continueRequest", json!({"requestId": event.request_id})),
            Some((reason, _)) => {
                out.send(session, "Fetch.failRequest", json!({"requestId": event.request_id, "errorReason": reason}))
            }
        };
        let Some(lane) = self.sessions.get(session).and_then(|s| s.lane) else { return };
        if is_local(&event.request.url) {
            return;
        }
        if verdict.is_none() && may_change(&event.request.method) && self.is_first_party(&event.request.url) {
            self.lanes[lane].changes += 1;
        }
        if verdict.is_none() && self.lanes[lane].hold == Hold::Watched {
            let typed = self.typed_in(lane, &event);
            let fresh = typed == 0 && says_something(&event) && self.is_fresh(lane, &event.request.url);
            self.lanes[lane].carried = self.lanes[lane].carried.max(typed);
            self.lanes[lane].unread |= fresh;
        }
        let id = event.network_id.clone().unwrap_or_else(|| format!("fetch-{}", event.request_id));
        let method = event.request.method.as_str();
        let url = event.request.url.as_str();
        let same = |e: &Entry| e.exchange.method == method && e.exchange.url == url;
        let waiting = self.last_hop(&id, |e| !e.fetch && same(e));
        let told = event.redirected_request_id.is_none() && self.last_hop(&id, |e| e.fetch && same(e)).is_some();
        if waiting.is_none() && told {
            // Asked a second time for the same request: a font that the preload scanner had begun.
            return;
        }
        let index = match waiting.or_else(|| self.orphan(lane, &event)) {
            Some(index) => index,
            None => {
                let page = self.page_of_paused(session, lane, &event.frame_id, &event.resource_type);
                let index = self.enter(session, lane, &id, method, url);
                if self.log[index].exchange.redirected_from.is_none() {
                    self.log[index].exchange.page = page.or(self.log[index].exchange.page.take());
                }
                index
            }
        };
        self.fill_fetch(index, &event, verdict.map(|v| v.1));
        self.body_of_fetch(index, session, &event, out);
    }

    /// Whether an address of others was not asked for before anything was typed in the run.
    fn is_fresh(&self, lane: usize, url: &str) -> bool {
        let (first, began) = (self.lanes[lane].first, self.began_typing(lane));
        let of_run = |e: &&Entry| self.lanes[e.lane].first == first;
        let address = without_query(url);
        !self.is_first_party(url)
            && !self.log[..began].iter().filter(of_run).any(|e| without_query(&e.exchange.url) == address)
    }

    /// Gives the name and password once for each request; one that is asked again had the wrong ones.
    pub(super) fn asked_to_log_in(&mut self, session: &str, event: AuthRequired, out: &Sender) {
        let asks = url::Url::parse(&event.auth_challenge.origin).map(|url| url.origin());
        let login = self.rules.login.as_ref().filter(|(origin, _)| asks.as_ref() == Ok(origin));
        let answer = match login.filter(|_| self.logged_in.insert(event.request_id.clone())) {
            Some((_, login)) => {
                json!({"response": "ProvideCredentials", "username": login.user, "password": login.password})
            }
            None => json!({"response": "CancelAuth"}),
        };
        let params = json!({"requestId": event.request_id, "authChallengeResponse": answer});
        out.send(session, "Fetch.continueWithAuth", params);
    }

    /// The spy's own word, or what a page's policy would tell of it.
    fn is_spys(&self, event: &Paused) -> bool {
        let body = || event.request.body().unwrap_or_default();
        event.request.url.starts_with(FAREWELL)
            || event.resource_type == "CSPViolationReport" && memchr::memmem::find(&body(), HOST.as_bytes()).is_some()
    }

    /// A request Network has just told under another name: `fetchLater` is one.
    fn orphan(&self, lane: usize, event: &Paused) -> Option<usize> {
        let body = event.request.body();
        let fits = |i: &usize| {
            let entry = &self.log[*i];
            entry.lane == lane
                && entry.network
                && !entry.fetch
                && matches!(entry.kind.as_str(), "Document" | "Fetch" | "Ping" | "Other")
                && entry.exchange.method == event.request.method
                && entry.exchange.url == event.request.url
                && (body.is_none() || entry.exchange.body.is_none() || entry.exchange.body == body)
        };
        (0..self.log.len()).rev().take(RECENT).find(fits)
    }

    fn fill_fetch(&mut self, index: usize, event: &Paused, held: Option<&'static str>) {
        let entry = &mut self.log[index];
        entry.fetch = true;
        entry.exchange.seen_by.push("fetch".to_owned());
        if entry.kind.is_empty() {
            entry.kind.clone_from(&event.resource_type);
        }
        if entry.exchange.at.is_none() {
            entry.exchange.at = Some(Timestamp::now());
        }
        if !entry.network && !entry.headers_final {
            entry.exchange.headers.clone_from(&event.request.headers.0);
        }
        if let Some(why) = held {
            let what = format!("the answer to {} {}", entry.exchange.method, without_query(&entry.exchange.url));
            self.log[index].exchange.seen_by.push("held-back".to_owned());
            let lane = self.log[index].lane;
            self.lanes[lane].held += 1;
            self.gap(what, why);
        }
        self.match_note(index);
    }

    /// Why a request must not go out: the browser's reason and ours. None lets it pass.
    fn verdict(&self, session: &str, event: &Paused) -> Option<(&'static str, &'static str)> {
        let found = self.sessions.get(session)?;
        let hold = self.hold_of(found);
        let holds = hold >= Hold::Changes;
        let document = event.resource_type == "Document";
        let top = document && found.kind == "page" && event.frame_id == found.target;
        if top && event.request.url.starts_with("http") && !self.is_first_party(&event.request.url) {
            return Some(("Aborted", "navigation does not leave the service: recorded, but not sent"));
        }
        // `form.submit()` called by a script fires no event that a guard in the page could stop.
        let form =
            document && self.forms.get(&event.frame_id).is_some_and(|url| same_document(url, &event.request.url));
        if holds && form {
            return Some(("Aborted", if self.rules.sends { HELD_AGAIN } else { HELD }));
        }
        let own = self.is_first_party(&event.request.url);
        let typed = || found.lane.is_some_and(|lane| self.typed_in(lane, event) > 0);
        let is_held = match hold {
            Hold::Nothing | Hold::Watched => false,
            Hold::Changes => own && may_change(&event.request.method),
            Hold::Sending => own && may_change(&event.request.method) || typed(),
            Hold::Everything => own || typed(),
        };
        if is_held && !is_local(&event.request.url) {
            let reason = if document { "Aborted" } else { "BlockedByClient" };
            let changes = own && may_change(&event.request.method);
            return Some((
                reason,
                match hold {
                    Hold::Everything => HELD_FOR_GOOD,
                    Hold::Changes if self.rules.sends => HELD_LOOKING,
                    _ if self.rules.sends => HELD_AGAIN,
                    _ if !changes => HELD_TYPED,
                    _ if document => HELD,
                    _ => HELD_REQUEST,
                },
            ));
        }
        None
    }

    /// A worker that serves all tabs of a run is held back while one of them is.
    fn hold_of(&self, session: &super::Session) -> Hold {
        let Some(own) = session.lane.map(|l| &self.lanes[l]) else { return Hold::Nothing };
        let shared = matches!(session.kind.as_str(), "service_worker" | "shared_worker");
        let beside = self.lanes.iter().filter(|l| shared && l.first == own.first).map(|l| l.hold);
        beside.fold(own.hold, Hold::max)
    }
}
