use super::network::{HELD_AGAIN, HELD_LOOKING};
use super::{Entry, Witness, without_query};
use facts::{Behaviour, Cut, Exchange, Gap};
use std::collections::HashMap;

/// Everything that was seen, reconciled.
pub struct Seen {
    pub exchanges: Vec<Exchange>,
    pub gaps: Vec<Gap>,
    pub behaviours: Vec<Behaviour>,
}

impl Witness {
    /// Empties the witness. Gaps name what only one witness saw without its body, and bodies of the wrong length.
    pub fn finish(&mut self) -> Seen {
        self.enter_scripts();
        self.enter_farewells();
        self.put_chosen();
        self.tell_unwaited();
        let mut gaps = std::mem::take(&mut self.gaps);
        // What went out another time was answered then.
        let again = |g: &Gap| g.why == HELD_AGAIN || g.why == HELD_LOOKING;
        gaps.retain(|g| !again(g) || !self.log.iter().any(|e| was_answered(e, &g.what)));
        let mut log = std::mem::take(&mut self.log);
        let mut behaviours = self.behaviours(&log);
        let unsent: Vec<bool> = log.iter().map(|e| was_not_sent(e, &log)).collect();
        let mut unsent = unsent.into_iter();
        gaps.extend(log.iter().filter_map(|e| unallowed(e, &log)));
        log.retain(|_| !unsent.next().unwrap_or(false));
        gaps.extend(log.iter().filter_map(|e| unheard(e, &log)));
        for entry in &log {
            gaps.extend(gap_of(entry).filter(|g| !gaps.contains(g)));
        }
        gaps.sort_by(|a, b| (&a.what, &a.why).cmp(&(&b.what, &b.why)));
        log.iter_mut().for_each(Entry::conclude);
        log.sort_by_key(|e| self.lanes[e.lane].order);
        rename(&mut log, &mut behaviours);
        (self.hops, self.asked, self.early_replies) = Default::default();
        for lane in &mut self.lanes {
            lane.in_flight.clear();
        }
        Seen { exchanges: log.into_iter().map(|e| e.exchange).collect(), gaps, behaviours }
    }
}

fn was_answered(entry: &Entry, what: &str) -> bool {
    let exchange = &entry.exchange;
    exchange.response.is_some() && what == format!("the answer to {} {}", exchange.method, without_query(&exchange.url))
}

/// Runs go on side by side; in the recording they stand one after the other, and the ids with them.
fn rename(log: &mut [Entry], behaviours: &mut [Behaviour]) {
    let names: HashMap<String, String> =
        log.iter().enumerate().map(|(n, e)| (e.exchange.id.clone(), format!("x{:04}", n + 1))).collect();
    for entry in log {
        let name = names[&entry.exchange.id].clone();
        entry.exchange.id = name;
        entry.exchange.redirected_from =
            entry.exchange.redirected_from.take().and_then(|from| names.get(&from).cloned());
    }
    for behaviour in behaviours {
        behaviour.sent_in = behaviour.sent_in.iter().filter_map(|id| names.get(id).cloned()).collect();
        behaviour.sent_in.sort();
    }
}

impl Witness {
    /// Scripts the browser fetched itself, once.
    pub(super) fn enter_scripts(&mut self) {
        for (lane, url) in std::mem::take(&mut self.scripts) {
            if self.log.iter().any(|e| e.lane == lane && e.exchange.url == url && e.exchange.method == "GET") {
                continue;
            }
            let page = self.page_of_client(lane, &url);
            let index = self.enter("", lane, &format!("script-{url}"), "GET", &url);
            self.log[index].exchange.page = page;
            self.log[index].exchange.seen_by.push("target".to_owned());
        }
    }
}

/// Begun, given up and begun again by the browser: `Fetch` told both, the wire saw one. What left the browser is told by
/// its final headers, so a request without them that has a twin is none.
fn was_not_sent(entry: &Entry, log: &[Entry]) -> bool {
    let exchange = &entry.exchange;
    let twin = |e: &Entry| {
        e.network && e.lane == entry.lane && e.exchange.url == exchange.url && e.exchange.method == exchange.method
    };
    let never = entry.fetch && !entry.network && !entry.headers_final && exchange.response.is_none();
    // Blocked before it left: a mixed or cross-origin load that the page had no right to.
    let blocked = entry.network && !entry.fetch && !entry.headers_final && exchange.response.is_none();
    if blocked && (entry.failed.is_some() || unallowed(entry, log).is_some()) {
        return true;
    }
    let held = exchange.seen_by.iter().any(|s| s == "held-back");
    never && !held && exchange.method == "GET" && exchange.body.is_none() && log.iter().any(twin)
}

/// A request that waited for leave of the other side (CORS, Fetch standard § 4.8) when the audit went on: it never left.
fn unallowed(entry: &Entry, log: &[Entry]) -> Option<Gap> {
    let exchange = &entry.exchange;
    let waits = entry.network && !entry.fetch && !entry.headers_final && exchange.response.is_none();
    let asks = |e: &&Entry| e.lane == entry.lane && e.exchange.method == "OPTIONS" && e.exchange.url == exchange.url;
    let unanswered = log.iter().filter(asks).any(|e| e.exchange.response.is_none());
    (waits && entry.failed.is_none() && exchange.method != "OPTIONS" && unanswered).then(|| {
        let what = format!("the answer to OPTIONS {}", without_query(&exchange.url));
        Gap::new(what, "it did not come, and the request that it was to allow was not sent")
    })
}

fn gap_of(entry: &Entry) -> Option<Gap> {
    unloaded(entry).or_else(|| other_end(entry)).or_else(|| unseen_body(entry))
}

/// Of a connection between browsers only the page's own script was heard.
fn other_end(entry: &Entry) -> Option<Gap> {
    let page = entry.exchange.page.as_deref().filter(|_| entry.kind == "WebRTC")?;
    let what = format!("the other end of WebRTC on {}", without_query(page));
    let why = "servers and messages of data channels were seen; Chromium tells neither who is at the other end nor sound \
               and pictures, and UDP that leaves past every proxy was closed to it";
    Some(Gap::new(what, why))
}

/// What a script or document would have done, had it come.
fn unloaded(entry: &Entry) -> Option<Gap> {
    let exchange = &entry.exchange;
    let (failed, url) = (entry.failed.as_deref(), without_query(&exchange.url));
    let status = exchange.response.as_ref().map_or(0, |r| r.status);
    match entry.kind.as_str() {
        "Script" | "Document" if failed.is_some_and(|f| !f.contains("ABORTED")) && status == 0 => {
            let why = format!("it did not load: {}", failed.unwrap_or_default());
            Some(Gap::new(format!("what {url} would have done"), why).cut_by(Cut::Unloaded))
        }
        "Document" if status >= 400 && exchange.page.as_ref().is_some_and(|p| without_query(p) == url) => {
            Some(Gap::new(format!("page {url}"), format!("it answered {status}")))
        }
        _ => None,
    }
}

fn unseen_body(entry: &Entry) -> Option<Gap> {
    let exchange = &entry.exchange;
    let what = format!("body of {} {}", exchange.method, without_query(&exchange.url));
    if entry.kind == "WebSocket" && exchange.frames.iter().any(Vec::is_empty) {
        let what = format!("a message sent over {}", without_query(&exchange.url));
        return Some(Gap::new(what, "it was empty, or a Blob, which the browser does not show"));
    }
    let declared = exchange.header("content-length").and_then(|l| l.trim().parse::<usize>().ok());
    let why = match (&exchange.body, declared) {
        (None, Some(length)) if length > 0 && is_report(exchange) => {
            format!("{length} bytes were sent, {}: {REPORT}", witnesses(entry))
        }
        (None, Some(length)) if length > 0 => format!("{length} bytes were sent, {}", witnesses(entry)),
        (None, _) if entry.says_body => format!("a body was sent, {}", witnesses(entry)),
        (Some(body), Some(length)) if body.len() != length => {
            format!("{length} bytes were sent, {} were seen", body.len())
        }
        _ => return None,
    };
    Some(Gap::new(what, why))
}

const REPORT: &str = "a report of the browser, which carries the page's address";

/// Made by the browser itself for an endpoint that the page names (Reporting API, section 3.5.2).
fn is_report(exchange: &Exchange) -> bool {
    exchange.header("content-type").is_some_and(|kind| kind.starts_with("application/reports+json"))
}

/// A page whose own policy forbids images of others keeps the spy's word of what its sockets send on leaving.
fn unheard(entry: &Entry, log: &[Entry]) -> Option<Gap> {
    let exchange = &entry.exchange;
    if entry.kind != "WebSocket" || exchange.seen_by.iter().any(|s| s == "proxy") {
        return None;
    }
    let of_page = |e: &&Entry| e.kind == "Document" && Some(&e.exchange.url) == exchange.page.as_ref();
    let page = log.iter().find(of_page)?.exchange.response.as_ref()?;
    let policy = page.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-security-policy"))?;
    let rules = || policy.1.split([';', ',']).map(str::trim);
    let images =
        rules().find(|r| r.starts_with("img-src")).or_else(|| rules().find(|r| r.starts_with("default-src")))?;
    let open = images.split_whitespace().any(|source| matches!(source, "*" | "https:"));
    let what = format!("messages sent over {} while its page went away", without_query(&exchange.url));
    (!open).then(|| Gap::new(what, "the page's own content security policy hides them; --proxy sees them"))
}

fn witnesses(entry: &Entry) -> String {
    let all = &entry.exchange.seen_by;
    // The network log shows nobody's body: it is named where nobody else saw anything.
    let seen_by: Vec<&str> = all.iter().map(String::as_str).filter(|by| *by != super::logged::BY).collect();
    let seen_by = if seen_by.is_empty() { all.join(" and ") } else { seen_by.join(" and ") };
    match &entry.note {
        Some(note) => format!("but {seen_by} could not show it ({note})"),
        None => format!("but {seen_by} could not show it"),
    }
}
