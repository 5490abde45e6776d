//! The browser's own network log against what its interfaces told.

use super::passed::{ONLY_PROXY, came_from, on_wire};
use super::{Witness, belongs, sockets};
use crate::netlog::{Ahead, NetLog, Sent};
use facts::{Gap, Response};
use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet, VecDeque};
use std::net::IpAddr;

/// How this witness is called in an exchange.
pub(super) const BY: &str = "net-log";

const REQUEST: &str = "the browser's network log tells of it, and no other interface of the browser";
const WORKER: &str = "the browser itself asked whether the script of a service worker has changed, as it does from time to \
                      time; only its network log tells of that";
const OPENED: &str = "the browser opened a connection ahead of any request, and none followed; only its network log tells of \
                      that";
const NAME: &str =
    "the browser looked up a name ahead of any request, and none followed; only its network log tells of that";

/// Exchanges by method and address, those that surely left the browser first.
type Left = HashMap<(String, String), VecDeque<usize>>;

impl Witness {
    /// Joins what the browsers' logs tell with what is recorded. What is recorded by nobody else becomes an exchange with a
    /// gap: a request, a connection, the look-up of a name.
    pub fn logged(&mut self, logs: Vec<(NetLog, Option<Gap>)>) {
        self.enter_scripts();
        self.enter_farewells();
        let mut left = self.unlogged();
        let mut ahead = Vec::new();
        for (log, gap) in logs {
            if let Some(gap) = gap {
                self.unseen(gap);
            }
            // Of a request that asked for the password and was sent again, the browser's interfaces tell once.
            let (asked, sent): (Vec<Sent>, Vec<Sent>) = log.sent.into_iter().partition(|s| self.is_challenge(s));
            for sent in sent {
                match left.get_mut(&key(&sent.method, &sent.url)).and_then(VecDeque::pop_front) {
                    Some(index) => self.joined(index, sent),
                    None => self.unheard_of(sent),
                }
            }
            for sent in asked {
                if let Some(index) = left.get_mut(&key(&sent.method, &sent.url)).and_then(VecDeque::pop_front) {
                    self.confirmed(index, sent);
                }
            }
            ahead.push((log.opened, log.names));
        }
        for (opened, names) in ahead {
            self.ahead(opened, names);
        }
        let alone =
            |what: &str| self.log.iter().any(|e| e.exchange.seen_by == ["proxy"] && came_from(&e.exchange) == what);
        let mut gaps = std::mem::take(&mut self.gaps);
        gaps.retain(|g| g.why != ONLY_PROXY || alone(&g.what));
        self.gaps = gaps;
    }

    /// What may have been on the wire. An answer of a service worker or the cache bears the address of what was fetched, and
    /// comes last, as does what nobody saw leave.
    fn unlogged(&self) -> Left {
        let held = |i: &usize| self.log[*i].exchange.seen_by.iter().any(|by| by == "held-back");
        let mut indices: Vec<usize> = (0..self.log.len()).filter(|i| !held(i)).collect();
        indices.sort_by_key(|i| {
            let entry = &self.log[*i];
            (entry.local, !entry.headers_final, entry.exchange.at)
        });
        let mut left = Left::new();
        for index in indices {
            let exchange = &self.log[index].exchange;
            left.entry(key(&exchange.method, &exchange.url)).or_default().push_back(index);
        }
        left
    }

    fn joined(&mut self, index: usize, sent: Sent) {
        if self.log[index].exchange.seen_by == ["proxy"] {
            self.gap(came_from(&self.log[index].exchange), why(&sent));
        }
        self.confirmed(index, sent);
    }

    /// Whether the service asked for the password that the audit has.
    fn is_challenge(&self, sent: &Sent) -> bool {
        let asks = url::Url::parse(&sent.url).map(|url| url.origin());
        sent.status == Some(401) && self.rules.login.as_ref().is_some_and(|(origin, _)| asks.as_ref() == Ok(origin))
    }

    fn confirmed(&mut self, index: usize, sent: Sent) {
        let entry = &mut self.log[index];
        entry.exchange.seen_by.push(BY.to_owned());
        entry.exchange.at = entry.exchange.at.or(sent.at);
        if !entry.headers_final && !sent.headers.is_empty() {
            self.set_final_headers(index, sent.headers);
        }
        self.log[index].headers_final = true;
    }

    fn unheard_of(&mut self, sent: Sent) {
        let why = why(&sent);
        let Some(index) = self.entered(&sent.method, &sent.url, sent.at, sent.site.as_deref()) else { return };
        self.set_final_headers(index, sent.headers);
        self.log[index].exchange.response = sent.status.map(|status| Response { status, ..Response::default() });
        self.log[index].exchange.page = self.page_about(index);
        self.gap(came_from(&self.log[index].exchange), why);
    }

    /// Hosts that were connected to or looked up and are in no exchange, each once in a run. Who is connected to was looked
    /// up too.
    fn ahead(&mut self, opened: Vec<Ahead>, names: Vec<Ahead>) {
        let mut known: HashSet<String> = self.log.iter().filter_map(|e| e.exchange.host()).collect();
        known.insert(sockets::HOST.to_owned());
        for (all, method, why) in [(opened, "CONNECT", OPENED), (names, "DNS", NAME)] {
            let mut met = HashSet::new();
            for one in all {
                let Some((host, url)) = address(&one.origin, method).filter(|(host, _)| !known.contains(host)) else {
                    continue;
                };
                let Some(near) = self.near(one.at, Some(&one.site), None) else { continue };
                if met.insert((self.lanes[self.log[near].lane].first, host))
                    && let Some(index) = self.entered(method, &url, one.at, Some(&one.site))
                {
                    self.gap(came_from(&self.log[index].exchange), why);
                }
            }
            known.extend(met.into_iter().map(|(_, host)| host));
        }
    }

    /// A new entry beside what its run did at that time.
    fn entered(&mut self, method: &str, url: &str, at: Option<Timestamp>, site: Option<&str>) -> Option<usize> {
        let near = self.near(at, site, Some(&key(method, url)))?;
        let lane = self.log[near].lane;
        let index = self.enter("", lane, &format!("{BY}-{}", self.log.len()), method, url);
        let (page, run) = (self.log[near].exchange.page.clone(), self.log[near].exchange.run.clone());
        let exchange = &mut self.log[index].exchange;
        (exchange.at, exchange.page, exchange.run) = (at, page, run);
        exchange.seen_by.push(BY.to_owned());
        Some(index)
    }

    /// The entry beside which something stood that no interface told of. The log knows no browser contexts: of the runs that
    /// showed pages of the site, the one that met the same address before, then the one that has got fewest of them this
    /// way, then the one that was at work on the site last.
    fn near(&self, at: Option<Timestamp>, site: Option<&str>, wanted: Option<&(String, String)>) -> Option<usize> {
        let host = site.and_then(|site| site.split_once("://")).map(|(_, host)| host);
        let host = host.map(|host| host.rsplit_once(':').map_or(host, |(host, _)| host));
        let of_site = |page: &str| {
            let page = url::Url::parse(page).ok();
            host.is_none_or(|site| page.as_ref().and_then(url::Url::host_str).is_some_and(|own| belongs(own, site)))
        };
        let mut runs: HashMap<usize, Near> = HashMap::new();
        for (index, entry) in self.log.iter().enumerate() {
            let run = runs.entry(self.lanes[entry.lane].first).or_default();
            let exchange = &entry.exchange;
            let same = wanted.is_some_and(|wanted| key(&exchange.method, &exchange.url) == *wanted);
            if exchange.seen_by == [BY] {
                run.given += usize::from(same);
                continue;
            }
            run.met |= same;
            let before = exchange.at.is_some() && (at.is_none() || exchange.at <= at);
            let place = (exchange.page.as_deref().is_some_and(of_site), before, exchange.at.filter(|_| before), index);
            run.place = run.place.max(Some(place));
        }
        let best = runs.into_values().filter_map(|run| run.place.map(|place| (run, place)));
        let rank = |(run, place): &(Near, Place)| (place.0, run.met, place.1, Reverse(run.given), place.2, place.3);
        best.max_by_key(rank).map(|(_, place)| place.3)
    }
}

/// Of the site, before the time, when, and the entry.
type Place = (bool, bool, Option<Timestamp>, usize);

/// A run that something may belong to.
#[derive(Default)]
struct Near {
    met: bool,
    given: usize,
    place: Option<Place>,
}

fn why(sent: &Sent) -> &'static str {
    if sent.is_worker_script() { WORKER } else { REQUEST }
}

fn key(method: &str, url: &str) -> (String, String) {
    (method.to_owned(), on_wire(url))
}

/// The name of a host, and how it stands in an exchange; an address is no name. With `--resolve` the log has the address
/// instead of the name.
fn address(origin: &str, method: &str) -> Option<(String, String)> {
    let whole = if origin.contains("://") { origin.to_owned() } else { format!("https://{origin}") };
    let url = url::Url::parse(&whole).ok()?;
    let host = url.host_str().filter(|host| host.trim_matches(['[', ']']).parse::<IpAddr>().is_err())?.to_owned();
    let url = if method == "DNS" { format!("dns://{host}") } else { url.to_string() };
    Some((host, url))
}
