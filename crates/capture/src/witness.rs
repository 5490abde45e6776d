//! What was seen: a synchronous state machine fed with every protocol event in order.
//!
//! It instruments each target before it runs, answers paused requests at once, and reconciles the witnesses (`Network`,
//! `Fetch`, the spy script in the page) into one exchange for each request on the wire.

mod addresses;
mod behaviour;
mod bodies;
mod chosen;
mod finish;
mod held;
mod logged;
mod network;
mod owners;
mod passed;
mod replies;
mod sockets;
mod spy;
mod targets;
#[cfg(test)]
mod tests;
mod timers;
mod worlds;

pub use held::Hold;
pub use network::HELD_AGAIN;
pub use targets::PageState;
pub(crate) use targets::{auto_attach, stack_depth};
pub use worlds::ASKS;

use crate::devtools::protocol::{Binding, ReceivedExtra};
use crate::devtools::{Listener, Sender};
use facts::{Exchange, Gap, Login, RunRef};
use jiff::Timestamp;
use serde_json::json;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::time::Instant;

/// What may pass, and how a browser presents itself.
#[derive(Clone, Default)]
pub struct Rules {
    /// Registrable domains or hosts of the service.
    pub first_party: Vec<String>,
    /// Given to every target; none leaves the browser's own.
    pub user_agent: Option<String>,
    /// Of the browser: `156.0.8078.108`.
    pub version: String,
    /// Stands in the isolated world of every document from its beginning.
    pub begins: String,
    /// For whatever asks for a name and password at this origin.
    pub login: Option<(url::Origin, Login)>,
    /// The mode sends forms: what is held back all the same is held back for another reason.
    pub sends: bool,
}

pub struct Witness {
    rules: Rules,
    sessions: HashMap<String, Session>,
    /// Target id to the session that instruments it.
    targets: HashMap<String, String>,
    /// Browser context to index in `lanes`.
    contexts: HashMap<String, usize>,
    lanes: Vec<Lane>,
    log: Vec<Entry>,
    /// Network's request id to the hops of that request, in order.
    hops: HashMap<String, Vec<usize>>,
    /// Headers that came before the request they belong to.
    early: HashMap<String, VecDeque<Vec<(String, String)>>>,
    /// Answers as they came over the wire, before those they belong to.
    early_replies: HashMap<String, VecDeque<ReceivedExtra>>,
    /// Commands sent from here whose answers are awaited.
    asked: HashMap<u64, bodies::Ask>,
    /// Questions to a page's own world, by the command that carries them.
    questions: HashMap<u64, worlds::Question>,
    notes: Vec<spy::Note>,
    /// Requests for which a name and password were given.
    logged_in: HashSet<String>,
    /// The last command that instruments a session, until it is answered.
    starting: HashMap<u64, String>,
    /// The document each frame shows, by session and frame, and those that have gone, with the page they belonged to.
    documents: HashMap<(String, String), String>,
    gone: HashMap<String, Option<String>>,
    /// Where a frame is about to go because a form was sent, by frame.
    forms: HashMap<String, String>,
    /// Scripts of service and shared workers, which the browser fetches itself: no session tells of them.
    scripts: Vec<(usize, String)>,
    /// Tabs whose pages are about to open a window, with the page's address, the earliest first.
    opening: VecDeque<(usize, String)>,
    /// Windows that a page has opened, by the run's first tab and the page's address.
    windows: HashMap<(usize, String), usize>,
    /// Windows, by session and target, that are closed as soon as a command to them is answered.
    surplus: HashMap<u64, (String, String)>,
    /// Whom shared and service workers work for, by run and script.
    clients: HashMap<(usize, String), Vec<owners::Client>>,
    /// Blobs sent over sockets, by address: Network shows such a frame as empty.
    blobs: HashMap<(usize, String), VecDeque<Vec<u8>>>,
    farewells: Vec<sockets::Farewell>,
    chosen: Vec<chosen::Chosen>,
    gaps: Vec<Gap>,
    behaviours: behaviour::Book,
    sites: timers::Sites,
    /// Timers too long to be waited for, by the place that set them: the shortest and the longest in seconds.
    unwaited: BTreeMap<String, (u64, u64)>,
}

/// One instrumented target.
struct Session {
    target: String,
    kind: String,
    parent: Option<String>,
    lane: Option<usize>,
    url: String,
    /// The page that opened this window.
    opener: Option<String>,
    /// Of a page what it showed before, of a part of a page the page that it was in and that has gone.
    left: Option<String>,
    address: addresses::Address,
    loads: u32,
    /// Documents its main frame has shown.
    shown: u32,
    loading: bool,
    crashed: bool,
    /// A script of the document it shows ended with an error nobody caught.
    failed_script: bool,
    /// The page's own world of each frame.
    worlds: HashMap<String, i64>,
    /// The frame each world belongs to.
    frames: HashMap<i64, String>,
    /// Addresses of scripts by the debugger's number.
    scripts: HashMap<String, String>,
    /// Everything that instruments it has been carried out.
    ready: bool,
}

/// One tab of a run, with what it opened: steps, holding back and quiet are told for each tab.
struct Lane {
    tag: RunRef,
    /// Place of the run among all runs.
    order: usize,
    /// The run's first tab; it also has what belongs to no tab: service and shared workers.
    first: usize,
    /// Address of the main page, for workers that belong to none.
    page: String,
    in_flight: HashSet<usize>,
    last: Instant,
    /// When its last step began.
    begun: Instant,
    /// Length of what a dialog of the browser's has said since then, in characters.
    alert: usize,
    hold: Hold,
    /// Requests and submissions that were held back.
    held: usize,
    /// Forms that were sent by way of a document.
    forms: usize,
    /// Typed values that one request carried while the lane was watched, at most.
    carried: usize,
    /// Something else went to others meanwhile, where nothing had gone before anything was typed.
    unread: bool,
    /// Requests that may change something, let through to the service.
    changes: usize,
    /// Documents are asked for again only so that they leave: they are answered with nothing.
    leaving: bool,
    /// A document of it has a closed shadow tree.
    closed: bool,
    timers: timers::Timers,
}

/// An exchange on its way, with what is known about it beside the facts.
struct Entry {
    exchange: Exchange,
    lane: usize,
    session: String,
    kind: String,
    /// The document that made it.
    document: String,
    /// It is the document of a page.
    top: bool,
    network: bool,
    fetch: bool,
    headers_final: bool,
    /// Answered without leaving the browser.
    local: bool,
    says_body: bool,
    body_rank: u8,
    failed: Option<String>,
    note: Option<String>,
    clock: replies::Clock,
    wire: replies::Wire,
    /// Bytes of the answer's body so far, unpacked.
    received: u64,
    /// Why that body is not kept.
    unkept: Option<&'static str>,
}

impl Witness {
    pub fn new(rules: Rules) -> Self {
        Self {
            rules,
            sessions: HashMap::new(),
            targets: HashMap::new(),
            contexts: HashMap::new(),
            lanes: Vec::new(),
            log: Vec::new(),
            hops: HashMap::new(),
            early: HashMap::new(),
            early_replies: HashMap::new(),
            asked: HashMap::new(),
            questions: HashMap::new(),
            notes: Vec::new(),
            logged_in: HashSet::new(),
            starting: HashMap::new(),
            documents: HashMap::new(),
            gone: HashMap::new(),
            forms: HashMap::new(),
            scripts: Vec::new(),
            opening: VecDeque::new(),
            windows: HashMap::new(),
            surplus: HashMap::new(),
            clients: HashMap::new(),
            blobs: HashMap::new(),
            farewells: Vec::new(),
            chosen: Vec::new(),
            gaps: Vec::new(),
            behaviours: behaviour::Book::default(),
            sites: timers::Sites::default(),
            unwaited: BTreeMap::new(),
        }
    }

    pub fn present_as(&mut self, agent: String, version: String) {
        self.rules.user_agent = Some(agent);
        self.rules.version = version;
    }

    /// Another browser: nothing of the old one will be heard of again.
    pub fn restarted(&mut self) {
        self.sessions.clear();
        self.targets.clear();
        self.contexts.clear();
        self.hops.clear();
        self.early.clear();
        self.early_replies.clear();
        self.asked.clear();
        self.surplus.clear();
        for lane in &mut self.lanes {
            lane.in_flight.clear();
        }
    }

    /// Begins a run in a browser context; what happens there is tagged with it from now on. `order` is its place among
    /// all runs. Gives the run's first lane.
    pub fn begin(&mut self, context: &str, order: usize, tag: RunRef) -> usize {
        let lane = self.lane(tag, order, self.lanes.len());
        self.contexts.insert(context.to_owned(), lane);
        lane
    }

    fn lane(&mut self, tag: RunRef, order: usize, first: usize) -> usize {
        self.lanes.push(Lane {
            tag,
            order,
            first,
            page: String::new(),
            in_flight: HashSet::new(),
            last: Instant::now(),
            begun: Instant::now(),
            alert: 0,
            hold: Hold::Nothing,
            held: 0,
            forms: 0,
            carried: 0,
            unread: false,
            changes: 0,
            leaving: false,
            closed: false,
            timers: timers::Timers::default(),
        });
        self.lanes.len() - 1
    }

    /// A lane of its own for another tab of the same run, which shows nothing yet.
    pub fn own_lane(&mut self, session: &str, first: usize) -> usize {
        let lane = self.lane(self.lanes[first].tag.clone(), self.lanes[first].order, first);
        if let Some(found) = self.sessions.get_mut(session) {
            found.lane = Some(lane);
        }
        lane
    }

    pub fn step(&mut self, lane: usize, name: &str) {
        self.lanes[lane].tag.step = Some(name.to_owned());
        self.lanes[lane].last = Instant::now();
        self.lanes[lane].begun = Instant::now();
        self.lanes[lane].alert = 0;
    }

    /// What is recorded and held back from now on.
    pub fn hold_back(&mut self, lane: usize, hold: Hold) {
        self.lanes[lane].hold = hold;
        self.lanes[lane].carried = 0;
        self.lanes[lane].unread = false;
    }

    /// While set, documents are answered with an empty page and not recorded.
    pub fn leaving(&mut self, lane: usize, leaving: bool) {
        self.lanes[lane].leaving = leaving;
    }

    /// Whether a document that the tab has shown has a closed shadow tree, or may have.
    pub fn has_closed(&self, lane: usize) -> bool {
        self.lanes[lane].closed
    }

    pub fn gap(&mut self, what: impl Into<String>, why: impl Into<String>) {
        self.unseen(Gap::new(what, why));
    }

    pub fn unseen(&mut self, gap: Gap) {
        if !self.gaps.contains(&gap) {
            self.gaps.push(gap);
        }
    }

    /// How often something that may change state was let through to the service itself.
    pub fn changes_sent(&self, lane: usize) -> usize {
        self.lanes[lane].changes
    }

    /// How often a form was sent by way of a document.
    pub fn forms_sent(&self, lane: usize) -> usize {
        self.lanes[lane].forms
    }

    /// How many typed values one request carried since [`Hold::Watched`] was set, at most.
    pub fn carried(&self, lane: usize) -> usize {
        self.lanes[lane].carried
    }

    /// Whether something that carries nothing in plain went to others since then, where nothing had gone before anything was typed: what
    /// measures visits has sent something by then.
    pub fn has_unread(&self, lane: usize) -> bool {
        self.lanes[lane].unread
    }

    /// A form's submission was held back in the page: no request tells of it.
    pub fn form_held(&mut self, lane: usize) {
        self.lanes[lane].held += 1;
    }

    pub fn held(&self, lane: usize) -> usize {
        self.lanes[lane].held
    }

    pub fn exchanges(&self) -> usize {
        self.log.len()
    }

    /// The host outside the service that a tab was led to and did not go, of what was recorded after the first `from`.
    pub fn led_away(&self, lane: usize, from: usize) -> Option<String> {
        let held = |e: &&Entry| e.exchange.seen_by.iter().any(|by| by == "held-back");
        let away =
            |e: &&Entry| e.lane == lane && e.kind == "Document" && held(e) && !self.is_first_party(&e.exchange.url);
        self.log.get(from..)?.iter().filter(away).find_map(|e| e.exchange.host())
    }

    /// How long nothing has happened in a run; none while something is still on its way.
    pub fn quiet(&self, lane: usize) -> Option<std::time::Duration> {
        let state = &self.lanes[lane];
        let loading = self.sessions.values().any(|s| s.lane == Some(lane) && s.loading && !s.crashed);
        let asking = self.asked.values().any(|a| self.log[a.entry()].lane == lane);
        let rests = state.in_flight.is_empty() && !loading && !asking && !self.is_waiting(lane);
        rests.then(|| state.last.elapsed())
    }

    /// Requests that have not ended, for a message.
    pub fn unfinished(&self, lane: usize) -> Vec<String> {
        let mut urls: Vec<_> =
            self.lanes[lane].in_flight.iter().map(|i| without_query(&self.log[*i].exchange.url)).collect();
        urls.sort();
        urls.dedup();
        urls
    }

    /// Something was done or happened just now: quiet is counted from here.
    pub fn touch(&mut self, lane: usize) {
        self.lanes[lane].last = Instant::now();
    }

    fn is_first_party(&self, url: &str) -> bool {
        let Ok(url) = url::Url::parse(url) else { return false };
        let Some(host) = url.host_str() else { return false };
        self.rules.first_party.iter().any(|own| belongs(host, own))
    }
}

/// Whether a host is a domain or lies below it.
pub(crate) fn belongs(host: &str, domain: &str) -> bool {
    let (host, domain) = (host.to_ascii_lowercase(), domain.to_ascii_lowercase());
    host == domain || host.strip_suffix(&domain).is_some_and(|rest| rest.ends_with('.'))
}

/// An address that may be shown: what a person typed stands after the question mark.
pub(crate) fn without_query(url: &str) -> String {
    url.split(['?', '#']).next().unwrap_or(url).to_owned()
}

/// Requests that never leave the browser.
fn is_local(url: &str) -> bool {
    ["data:", "blob:", "about:", "chrome:", "chrome-extension:", "devtools:", "filesystem:", sockets::FAREWELL]
        .iter()
        .any(|scheme| url.starts_with(scheme))
}

fn read<'a, T: serde::Deserialize<'a>>(params: &'a RawValue) -> Option<T> {
    serde_json::from_str(params.get()).ok()
}

impl Witness {
    /// What the browser says and nobody here understands; a request that waits goes on all the same.
    fn unread(&mut self, session: &str, method: &str, params: &RawValue, out: &Sender) {
        #[derive(serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Waiting<'a> {
            #[serde(borrow)]
            request_id: &'a RawValue,
        }
        if let ("Fetch.requestPaused", Some(Waiting { request_id })) = (method, read(params)) {
            out.send(session, "Fetch.continueRequest", json!({"requestId": request_id}));
        }
        self.gap(format!("what the browser told by {method}"), "this program cannot read it");
    }
}

impl Listener for Witness {
    fn event(&mut self, session: &str, method: &str, params: &RawValue, out: &Sender) {
        // Paused first: every one of them waits for this answer.
        let known = match method {
            "Fetch.requestPaused" => read(params).map(|e| self.paused(session, e, out)),
            "Fetch.authRequired" => read(params).map(|e| self.asked_to_log_in(session, e, out)),
            "Network.requestWillBeSent" => read(params).map(|e| self.will_be_sent(session, e, out)),
            "Network.requestWillBeSentExtraInfo" => read(params).map(|e| self.sent_extra(e)),
            "Network.responseReceived" => read(params).map(|e| self.received(e)),
            "Network.responseReceivedExtraInfo" => read(params).map(|e| self.received_extra(e)),
            "Network.dataReceived" => read(params).map(|e| self.data(&e)),
            "Network.loadingFinished" => read(params).map(|e| self.finished(session, e, out)),
            "Network.loadingFailed" => read(params).map(|e| self.failed(e)),
            "Network.webSocketCreated" => read(params).map(|e| self.socket_created(session, e)),
            "Network.webSocketWillSendHandshakeRequest" => read(params).map(|e| self.socket_handshake(e)),
            "Network.webSocketHandshakeResponseReceived" => read(params).map(|e| self.socket_answered(e)),
            "Network.webSocketFrameSent" => read(params).map(|e| self.frame_sent(e)),
            "Network.webTransportCreated" => read(params).map(|e| self.transport_created(session, e)),
            "Runtime.executionContextCreated" => read(params).map(|e| self.world_made(session, e)),
            "Runtime.exceptionThrown" => read(params).map(|e| self.script_failed(session, &e)),
            "Debugger.scriptParsed" => read(params).map(|e| self.script_parsed(session, e)),
            "Runtime.bindingCalled" => read(params).map(|e: Binding| match e.name.as_str() {
                ASKS => self.question(session, &e, out),
                _ => self.spied(session, e),
            }),
            "Target.attachedToTarget" => read(params).map(|e| self.attached(session, e, out)),
            "Target.detachedFromTarget" => read(params).map(|e| self.detached(e)),
            "Inspector.targetCrashed" => {
                self.crashed(session);
                Some(())
            }
            "Page.windowOpen" => {
                self.opens(session);
                Some(())
            }
            "Page.javascriptDialogOpening" => read(params).map(|e| self.dialog(session, e, out)),
            "Page.frameNavigated" => read(params).map(|e| self.navigated(session, e)),
            "Page.frameRequestedNavigation" => read(params).map(|e| self.going(session, e)),
            "Page.navigatedWithinDocument" => read(params).map(|e| self.navigated_within(session, e)),
            "Page.frameStartedLoading" => read(params).map(|e| self.loading(session, e, true)),
            "Page.frameStoppedLoading" => read(params).map(|e| self.loading(session, e, false)),
            "Page.loadEventFired" => {
                self.loaded(session);
                Some(())
            }
            "Browser.downloadWillBegin" | "Page.downloadWillBegin" => read(params).map(|e| self.download(e)),
            _ => Some(()),
        };
        if known.is_none() {
            self.unread(session, method, params, out);
        }
    }

    fn answer(&mut self, id: u64, result: Result<&RawValue, &str>, out: &Sender) {
        self.started(id, out);
        self.evaluated(id, result, out);
        self.answered(id, result);
    }

    fn closed(&mut self) {}
}

fn at_wall(seconds: f64) -> Option<Timestamp> {
    if seconds <= 0.0 {
        return None;
    }
    Timestamp::from_microsecond((seconds * 1e6) as i64).ok()
}
