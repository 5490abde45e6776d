//! The proxy's word against the browser's.

use super::{Entry, Witness, without_query};
use crate::devtools::lock;
use crate::proxy::{Log, Passed};
use facts::{Exchange, Sent};

impl Witness {
    /// Joins what went through the proxy of a run with what the browser told of that run. What only one of them saw is a
    /// gap; where they differ about a body, what was on the wire counts.
    pub fn passed(&mut self, first: usize, log: Log) {
        self.enter_scripts();
        self.enter_farewells();
        let of_run = |i: &usize| self.lanes[self.log[*i].lane].first == first;
        let mut left: Vec<usize> = (0..self.log.len()).filter(of_run).collect();
        for passed in &log.passed {
            match self.told(&left, passed) {
                Some(n) => {
                    let index = left.swap_remove(n);
                    self.join(index, passed);
                }
                None => self.untold(first, passed),
            }
        }
        for index in left {
            if let Some(why) = past(&self.log[index]) {
                let exchange = &self.log[index].exchange;
                self.gap(format!("{} {} on the wire", exchange.method, without_query(&exchange.url)), why);
            }
        }
        for (host, why) in log.failed {
            self.gap(format!("what {host} would have got"), format!("the proxy found no way to it: {why}"));
        }
    }

    /// The place in `left` of what the browser told of it: the same body first, then the same address. What a service
    /// worker answered a page bears the address of what the worker itself fetched, and comes last.
    fn told(&self, left: &[usize], passed: &Passed) -> Option<usize> {
        let named = |i: &usize| {
            let exchange = &self.log[*i].exchange;
            exchange.method == passed.method && on_wire(&exchange.url) == passed.url
        };
        let whole = |i: &usize| named(i) && same(&self.log[*i].exchange, passed);
        let left_the_browser = |i: &usize| whole(i) && !self.log[*i].local;
        let position = |is: &dyn Fn(&usize) -> bool| left.iter().position(is);
        // Of connections to one address, the one most of whose frames these are; the browser may not have told the last.
        let common = |n: usize| {
            let told = self.log[left[n]].exchange.frames.iter();
            told.zip(lock(&passed.frames).iter()).take_while(|(told, passed)| told == passed).count()
        };
        let nearest = || {
            let sockets = (0..left.len()).filter(|n| named(&left[*n])).map(|n| (common(n), n));
            sockets
                .filter(|(common, _)| *common > 0)
                .max_by_key(|(common, n)| (*common, usize::MAX - n))
                .map(|(_, n)| n)
        };
        let found = position(&left_the_browser).or_else(|| position(&whole));
        found.or_else(nearest).or_else(|| position(&named))
    }

    fn join(&mut self, index: usize, passed: &Passed) {
        if !self.log[index].headers_final {
            self.set_final_headers(index, passed.headers.clone());
        }
        let exchange = &mut self.log[index].exchange;
        exchange.seen_by.push("proxy".to_owned());
        if same(exchange, passed) {
            return;
        }
        let known = exchange.body.as_ref().map_or(0, Vec::len);
        let what = format!("how {} {} was put together", exchange.method, without_query(&exchange.url));
        let body = lock(&passed.body).clone();
        let why = format!("the browser told {known} bytes, {} passed the proxy: those are kept", body.len());
        exchange.body = Some(body).filter(|b| !b.is_empty());
        let frames = lock(&passed.frames).clone();
        let untold = format!(
            "the browser told {} messages, {} passed the proxy: those are kept",
            exchange.frames.len(),
            frames.len()
        );
        let messages =
            (frames != exchange.frames).then(|| format!("messages sent over {}", without_query(&exchange.url)));
        exchange.sent = marks(exchange, &frames);
        exchange.frames = frames;
        if known > 0 {
            self.gap(what, why);
        }
        if let Some(what) = messages {
            self.gap(what, untold);
        }
    }

    fn untold(&mut self, first: usize, passed: &Passed) {
        let index = self.enter("", first, &format!("proxy-{}", self.log.len()), &passed.method, &passed.url);
        let exchange = &mut self.log[index].exchange;
        exchange.at = Some(passed.at);
        exchange.body = Some(lock(&passed.body).clone()).filter(|b| !b.is_empty());
        exchange.frames.clone_from(&lock(&passed.frames));
        exchange.seen_by.push("proxy".to_owned());
        exchange.page = None;
        self.log[index].exchange.page = self.page_about(index);
        self.set_final_headers(index, passed.headers.clone());
        self.gap(came_from(&self.log[index].exchange), ONLY_PROXY);
    }
}

/// Where and when each of the frames went out that passed the proxy, as far as the browser told of it; of another, what it
/// told of the one before.
fn marks(exchange: &Exchange, frames: &[Vec<u8>]) -> Vec<Sent> {
    let mut told = exchange.frames.iter().zip(&exchange.sent).peekable();
    let step = exchange.run.as_ref().and_then(|r| r.step.clone());
    let mut last = Sent { at: exchange.at, page: exchange.page.clone(), step };
    let mut mark = |frame: &Vec<u8>| {
        if let Some((_, sent)) = told.next_if(|(same, _)| *same == frame) {
            last = sent.clone();
        }
        last.clone()
    };
    frames.iter().map(&mut mark).collect()
}

/// As the proxy names it: without the fragment, a WebSocket by its handshake.
pub(super) fn on_wire(url: &str) -> String {
    let url = url.split('#').next().unwrap_or_default();
    match url.split_once("://") {
        Some(("wss", rest)) => format!("https://{rest}"),
        Some(("ws", rest)) => format!("http://{rest}"),
        _ => url.to_owned(),
    }
}

fn same(exchange: &Exchange, passed: &Passed) -> bool {
    exchange.body.as_deref().unwrap_or_default() == lock(&passed.body).as_slice()
        && exchange.frames == *lock(&passed.frames)
}

/// Why something the browser says it sent did not pass the proxy; none where it never left.
fn past(entry: &Entry) -> Option<&'static str> {
    match entry.kind.as_str() {
        "WebRTC" | "WebTransport" => Some("it goes past every proxy: only the browser told of it"),
        "WebSocket" => entry.exchange.response.is_some().then_some(UNSEEN),
        // Final headers are told of what is about to leave the browser; only an answer shows that it did.
        _ => (entry.headers_final && entry.exchange.response.is_some() && !entry.local).then_some(UNSEEN),
    }
}

/// What nobody knows of an exchange that no interface of the browser told of.
pub(super) fn came_from(exchange: &Exchange) -> String {
    format!("where {} {} came from", exchange.method, without_query(&exchange.url))
}

pub(super) const ONLY_PROXY: &str = "only the proxy saw it: the browser told of no such request";
const UNSEEN: &str = "the browser told of it, and the proxy did not see it";
