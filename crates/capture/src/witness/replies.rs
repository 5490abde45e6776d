//! What came back, and how long it took.
//!
//! Cookies that an answer sets stand only in its headers as they came over the wire, which are told apart from the answer,
//! before or after it.

use super::{Entry, Witness, bodies};
use crate::devtools::Sender;
use crate::devtools::protocol::{Data, Ended, Received, ReceivedExtra, Reply, Timing};
use facts::{Response, Times};

/// What is known of an answer's headers.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) enum Wire {
    /// As the page is told them.
    #[default]
    Untold,
    /// Those of the wire are to come.
    Awaited,
    Told,
}

/// Seconds of the browser's monotonic clock; 0 is what was not told.
#[derive(Default)]
pub(super) struct Clock {
    pub begun: f64,
    pub timing: Option<Timing>,
    pub answered: f64,
    pub ended: f64,
}

impl Clock {
    fn times(&self) -> Option<Times> {
        let span = |from: f64, to: f64| if from < 0.0 { -1.0 } else { rounded(to - from) };
        let passed = |from: f64, to: f64| if to > 0.0 { rounded((to - from) * 1000.0) } else { 0.0 };
        let none = Times { blocked: -1.0, dns: -1.0, connect: -1.0, ssl: -1.0, send: 0.0, wait: 0.0, receive: 0.0 };
        let last = self.answered.max(self.ended);
        if self.begun <= 0.0 || last <= 0.0 {
            return None;
        }
        // Cached, answered by a service worker, or not at all.
        let Some(timing) = self.timing.filter(|t| t.send_start >= 0.0 && t.receive_headers_end >= 0.0) else {
            return Some(match self.answered > 0.0 {
                true => Times {
                    wait: passed(self.begun, self.answered),
                    receive: passed(self.answered, self.ended),
                    ..none
                },
                false => Times { blocked: passed(self.begun, self.ended), ..none },
            });
        };
        let dns = span(timing.dns_start, timing.dns_end);
        let connect = span(timing.connect_start, timing.connect_end);
        let before = (timing.request_time - self.begun) * 1000.0 + timing.send_start;
        Some(Times {
            blocked: rounded(before - dns.max(0.0) - connect.max(0.0)),
            dns,
            connect,
            ssl: span(timing.ssl_start, timing.ssl_end),
            send: span(timing.send_start, timing.send_end),
            wait: rounded(timing.receive_headers_end - timing.send_end),
            receive: passed(timing.request_time + timing.receive_headers_end / 1000.0, self.ended),
        })
    }
}

/// The clock tells no more than microseconds.
fn rounded(milliseconds: f64) -> f64 {
    (milliseconds.max(0.0) * 1000.0).round() / 1000.0
}

impl Witness {
    pub(super) fn replied(&mut self, index: usize, id: &str, reply: &Reply, has_extra: bool) {
        let entry = &mut self.log[index];
        let told = entry.exchange.response.replace(response(reply));
        entry.clock.timing = reply.timing;
        // The same answer told by two sessions.
        if entry.wire == Wire::Told {
            if let (Some(now), Some(told)) = (&mut entry.exchange.response, told) {
                now.headers = told.headers;
            }
        } else if has_extra {
            match self.early_replies.get_mut(id).and_then(std::collections::VecDeque::pop_front) {
                Some(extra) => entry.came(extra),
                None => entry.wire = Wire::Awaited,
            }
        }
    }

    pub(super) fn received_extra(&mut self, event: ReceivedExtra) {
        // Asked for a name and password, the browser sends the request again and tells of the second answer only.
        if event.status_code == 401 && self.rules.login.is_some() {
            return;
        }
        let awaits = |e: &Entry| e.wire == Wire::Awaited || e.is_hidden();
        let hops = self.hops.get(&event.request_id);
        match hops.and_then(|hops| hops.iter().copied().find(|i| awaits(&self.log[*i]))) {
            Some(index) => self.log[index].came(event),
            None => self.early_replies.entry(event.request_id.clone()).or_default().push_back(event),
        }
    }

    pub(super) fn received(&mut self, event: Received) {
        let Some(index) = self.last_hop(&event.request_id, |_| true) else { return };
        let reply = &event.response;
        self.replied(index, &event.request_id, reply, event.has_extra_info);
        self.log[index].clock.answered = event.timestamp;
        self.log[index].local = reply.from_service_worker || reply.from_disk_cache || reply.from_prefetch_cache;
        let lane = self.log[index].lane;
        self.touch(lane);
        // A page need not read the answer to a fetch; it is then never told to have ended. A document's end is told
        // to the process it was given to, or to nobody.
        if matches!(self.log[index].kind.as_str(), "Fetch" | "Document") {
            self.done(index);
        }
    }

    pub(super) fn data(&mut self, event: &Data<'_>) {
        if let Some(index) = self.last_hop(&event.request_id, |_| true) {
            self.log[index].received += event.data_length as u64;
        }
    }

    pub(super) fn finished(&mut self, session: &str, event: Ended, out: &Sender) {
        let Some(index) = self.last_hop(&event.request_id, |_| true) else { return };
        self.log[index].clock.ended = event.timestamp;
        self.done(index);
        self.ask_response(index, session, &event, out);
    }

    pub(super) fn failed(&mut self, event: Ended) {
        let Some(index) = self.last_hop(&event.request_id, |_| true) else { return };
        let entry = &mut self.log[index];
        entry.clock.ended = event.timestamp;
        entry.failed = Some(event.error_text);
        let early = self.early_replies.get_mut(&event.request_id);
        if let Some(extra) = early.filter(|_| entry.is_hidden()).and_then(std::collections::VecDeque::pop_front) {
            entry.came(extra);
        }
        self.done(index);
    }

    /// Bytes that came of the document a page asked for last.
    pub fn came_of(&self, session: &str) -> u64 {
        let last = self.log.iter().rev().find(|e| e.session == session && e.kind == "Document");
        last.map_or(0, |e| e.received)
    }
}

impl Entry {
    /// The page may not see the answer (Fetch standard, section 4.10: no leave of the other side), and the browser shows it to
    /// nobody; its cookies are set all the same.
    fn is_hidden(&self) -> bool {
        let answered = self.exchange.response.is_some();
        !answered && self.failed.is_some() && !matches!(self.kind.as_str(), "Script" | "Document")
    }

    /// The headers as they came over the wire.
    fn came(&mut self, extra: ReceivedExtra) {
        self.wire = Wire::Told;
        let headers = extra.headers.0.into_iter().filter(|(name, _)| !name.starts_with(':'));
        match &mut self.exchange.response {
            Some(response) if i64::from(response.status) == extra.status_code => response.headers = headers.collect(),
            // What was kept is told with the headers that were kept.
            Some(response) => response.headers.extend(headers.filter(|(n, _)| n.eq_ignore_ascii_case("set-cookie"))),
            None => {
                let headers: Vec<_> = headers.collect();
                let status = u16::try_from(extra.status_code).unwrap_or(0);
                self.exchange.response = Some(Response { status, headers, ..Response::default() });
                self.unkept = Some("the page was not let see it, and the browser shows it to nobody");
            }
        }
    }

    /// How long it took, and what there is to say of a body that is not here.
    pub(super) fn conclude(&mut self) {
        self.exchange.times = self.clock.times();
        let (kind, method) = (self.kind.as_str(), self.exchange.method.as_str());
        let Some(response) = self.exchange.response.as_mut().filter(|r| r.body.is_none()) else { return };
        let is_redirect = (300..400).contains(&response.status) && response.status != 304;
        let ended = self.clock.ended > 0.0;
        if method == "HEAD" || matches!(response.status, 101 | 204 | 304) || ended && self.received == 0 && !self.local
        {
            response.size = (!is_redirect && self.unkept.is_none()).then_some(0);
        } else if ended {
            response.size = Some(self.received).filter(|n| *n > 0);
        }
        if response.size == Some(0) || self.clock.begun <= 0.0 && self.unkept.is_none() {
            return;
        }
        let why = match &self.failed {
            _ if self.unkept.is_some() => self.unkept.unwrap_or_default().to_owned(),
            _ if is_redirect => "the browser does not show what comes with a redirect".to_owned(),
            Some(error) => format!("it broke off: {error}"),
            None if !ended => "it had not ended when the audit went on".to_owned(),
            None if bodies::is_kept(kind, &response.mime) => bodies::LOST.to_owned(),
            None => "only documents, scripts and JSON are kept".to_owned(),
        };
        response.unkept = Some(why);
    }
}

pub(super) fn response(reply: &Reply) -> Response {
    Response {
        status: u16::try_from(reply.status).unwrap_or(0),
        mime: reply.mime_type.clone(),
        headers: reply.headers.0.clone(),
        protocol: reply.protocol.clone(),
        ..Response::default()
    }
}
