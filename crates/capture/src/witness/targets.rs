use super::addresses::Address;
use super::held::Hold;
use super::spy::{self, BINDING};
use super::{Entry, Session, Witness, without_query};
use crate::devtools::Sender;
use crate::devtools::protocol::{
    Attached, Detached, Dialog, Download, Frame, Going, Navigated, ScriptParsed, TargetInfo, Thrown,
};
use crate::drive::WORLD;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Kinds of targets that can send requests for a page. `browser_ui`, `tab` and the like are the browser's own.
const KINDS: [&str; 9] = [
    "page",
    "iframe",
    "worker",
    "shared_worker",
    "service_worker",
    "webview",
    "worklet",
    "shared_storage_worklet",
    "auction_worklet",
];

/// Pop-ups of one tab that are looked at side by side, and those of one page in a run. Each is a page at work: a page that
/// opens them without end would take all the machine has. No dialog, receipt or help text is opened so often.
const POP_UPS: usize = 10;
const WINDOWS: usize = 20;

pub(crate) fn auto_attach() -> Value {
    json!({"autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true})
}

/// How far back the calls are told that led to a request, across asynchronous borders.
pub(crate) fn stack_depth() -> Value {
    json!({"maxDepth": 32})
}

/// What a driver needs to know of a page.
pub struct PageState {
    pub loads: u32,
    pub shown: u32,
    pub url: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FrameEvent {
    frame_id: String,
}

const DECLINED: &str = "its dialog was answered with no";
const UNANSWERED: &str = "its dialog was left without an answer";

impl Witness {
    pub(super) fn attached(&mut self, parent: &str, event: Attached, out: &Sender) {
        let info = event.target_info;
        let session = event.session_id;
        let (lane, opener) = self.lane_of(parent, &info);
        let known = KINDS.contains(&info.kind.as_str());
        // A service worker is reported by the browser and by its page: instrument one, let both run.
        if !known || lane.is_none() || self.targets.contains_key(&info.target_id) {
            out.send(&session, "Runtime.runIfWaitingForDebugger", json!({}));
            return;
        }
        if let (Some(lane), Some(opener)) = (lane, &opener)
            && self.is_too_many(lane, without_query(opener))
        {
            let last = run_unseen(&session, out);
            self.surplus.insert(last, (session, info.target_id));
            return;
        }
        let mut last = 0;
        for (method, params) in self.instruments(&info.kind) {
            last = out.send(&session, method, params);
        }
        self.starting.insert(last, session.clone());
        if matches!(info.kind.as_str(), "service_worker" | "shared_worker") {
            self.scripts.extend(lane.map(|lane| (lane, info.url.clone())));
        }
        self.targets.insert(info.target_id.clone(), session.clone());
        let parent = (!parent.is_empty()).then(|| parent.to_owned());
        self.sessions.insert(
            session,
            Session {
                target: info.target_id,
                kind: info.kind,
                parent,
                lane,
                url: info.url,
                opener: opener.filter(|page| !page.is_empty()),
                left: None,
                address: Address::default(),
                loads: 0,
                shown: 0,
                loading: false,
                crashed: false,
                failed_script: false,
                worlds: HashMap::new(),
                frames: HashMap::new(),
                scripts: HashMap::new(),
                ready: false,
            },
        );
    }

    fn is_too_many(&mut self, lane: usize, page: String) -> bool {
        let (beside, run) = (self.pages_of(lane).len(), self.lanes[lane].first);
        let opened = self.windows.entry((run, page.clone())).or_default();
        let why = match (*opened < WINDOWS, beside <= POP_UPS) {
            (true, true) => {
                *opened += 1;
                return false;
            }
            (true, false) => format!("more than {POP_UPS}: closed unseen"),
            (false, _) => format!("it keeps opening them: those beyond {WINDOWS} were not looked at"),
        };
        self.gap(format!("pop-ups of {page}"), why);
        true
    }

    /// Told before the window is there.
    pub(super) fn opens(&mut self, session: &str) {
        let Some(lane) = self.sessions.get(session).and_then(|s| s.lane) else { return };
        let page = self.page_of(session, lane).unwrap_or_default();
        self.opening.push_back((lane, page));
    }

    /// Frames and workers belong to their page's tab, pop-ups to the tab that opened them, all else to the run. A pop-up
    /// that may not know its opener (`noopener`) is the one its page was about to open. Gives that page too.
    fn lane_of(&mut self, parent: &str, info: &TargetInfo) -> (Option<usize>, Option<String>) {
        let opener = info.opener_id.as_ref().and_then(|o| self.targets.get(o));
        let near = [Some(parent), opener.map(String::as_str)];
        let known = near.into_iter().flatten().find_map(|s| self.sessions.get(s)).and_then(|s| s.lane);
        let run = info.browser_context_id.as_ref().and_then(|c| self.contexts.get(c)).copied();
        // Tabs of our own begin blank.
        let pop_up = info.kind == "page" && (info.opener_id.is_some() || info.url != "about:blank");
        let announced = run.filter(|_| pop_up).and_then(|run| self.announced(known, run));
        let (lane, page) = announced.unzip();
        (known.or(lane).or(run), page)
    }

    fn announced(&mut self, known: Option<usize>, run: usize) -> Option<(usize, String)> {
        let fits = |(l, _): &(usize, String)| known.map_or(self.lanes[*l].first == run, |known| *l == known);
        let place = self.opening.iter().position(fits)?;
        self.opening.remove(place)
    }

    /// Commands of one session are carried out in order, so a target is instrumented before it runs on.
    fn instruments(&self, kind: &str) -> Vec<(&'static str, Value)> {
        let document = matches!(kind, "page" | "iframe" | "webview");
        let mut list = vec![("Target.setAutoAttach", auto_attach()), ("Network.enable", network_limits())];
        if kind != "worker" {
            let all = json!([{"urlPattern": "*", "requestStage": "Request"}]);
            let everything = json!({"patterns": all, "handleAuthRequests": self.rules.login.is_some()});
            list.push(("Fetch.enable", everything));
        }
        if let Some(agent) = &self.rules.user_agent {
            list.push(("Network.setUserAgentOverride", user_agent(agent, &self.rules.version)));
        }
        list.push(("Runtime.enable", json!({})));
        // Without the debugger, which makes every script slower.
        list.push(("Runtime.setAsyncCallStackDepth", stack_depth()));
        list.push(("Runtime.addBinding", json!({"name": BINDING})));
        if !document {
            // A worker waits with an empty world: the spy is there before its script.
            list.push(("Runtime.evaluate", json!({"expression": spy::source(), "silent": true})));
        }
        if document {
            list.push(("Page.enable", json!({})));
            let script = json!({"source": spy::source()});
            list.push(("Page.addScriptToEvaluateOnNewDocument", script));
            if !self.rules.begins.is_empty() {
                let begins = json!({"source": self.rules.begins, "worldName": WORLD});
                list.push(("Page.addScriptToEvaluateOnNewDocument", begins));
            }
        }
        if kind == "page" {
            list.push(("Emulation.setFocusEmulationEnabled", json!({"enabled": true})));
        }
        list.push(("Runtime.runIfWaitingForDebugger", json!({})));
        list
    }

    pub(super) fn detached(&mut self, event: Detached) {
        self.parts(&event.session_id);
        let Some(session) = self.sessions.remove(&event.session_id) else { return };
        self.targets.remove(&session.target);
        let orphans: Vec<usize> = (0..self.log.len()).filter(|i| self.log[*i].session == event.session_id).collect();
        for entry in orphans {
            self.done(entry);
        }
        self.asked.retain(|_, ask| ask.session() != event.session_id);
    }

    pub(super) fn crashed(&mut self, session: &str) {
        let Some(found) = self.sessions.get_mut(session) else { return };
        // Workers are told to have crashed when they have only ended.
        if !matches!(found.kind.as_str(), "page" | "iframe" | "webview") {
            return;
        }
        found.crashed = true;
        let (url, lane) = (without_query(&found.url).to_owned(), found.lane);
        // one that had shown nothing yet is the one before it, as far as anybody can tell
        let url = if url.is_empty() { lane.map(|lane| self.lanes[lane].page.clone()).unwrap_or_default() } else { url };
        self.gap(format!("the rest of page {}", without_query(&url)), "the page crashed");
    }

    /// A dialog stops the page until it is answered. Leaving is always allowed, and a form that is sent, or as if it were, is
    /// confirmed; other questions are declined, and what would follow is not seen.
    pub(super) fn dialog(&mut self, session: &str, event: Dialog, out: &Sender) {
        let lane = self.sessions.get(session).and_then(|s| s.lane);
        let sending = lane.is_some_and(|lane| matches!(self.lanes[lane].hold, Hold::Watched | Hold::Sending));
        if let Some(lane) = lane.filter(|_| event.kind == "alert") {
            self.lanes[lane].alert = event.message.chars().count();
        }
        let page = without_query(&event.url);
        let (accept, unseen) = match event.kind.as_str() {
            "confirm" if !sending => {
                (false, Some((format!("what {page} does where its question is answered with yes"), DECLINED)))
            }
            "prompt" => (false, Some((format!("what {page} does with what it asks for in a dialog"), UNANSWERED))),
            _ => (true, None),
        };
        if let Some((what, why)) = unseen {
            self.gap(what, why);
        }
        out.send(session, "Page.handleJavaScriptDialog", json!({"accept": accept}));
    }

    /// Length of what a page has said in a dialog of the browser's since the step began, in characters.
    pub fn alert(&self, lane: usize) -> usize {
        self.lanes[lane].alert
    }

    pub(super) fn navigated(&mut self, session: &str, event: Navigated) {
        self.handed_over(session, &event.frame);
        self.replaced(session, &event.frame);
        // a frame in a process of its own has a parent as well
        if event.frame.parent_id.is_some() {
            self.moved(session, &event.frame.id, event.frame.url);
            return;
        }
        if let Some(found) = self.sessions.get_mut(session) {
            found.shown += 1;
            found.failed_script = false;
            if let (Some(lane), "page") = (found.lane, found.kind.as_str()) {
                self.forget_timers(lane);
            }
        }
        self.came(session, &event.frame.url);
        self.moved(session, &event.frame.id, event.frame.url);
    }

    /// A fragment does not travel, but the frame's script reads it: it is kept with the frame's document.
    fn handed_over(&mut self, session: &str, frame: &Frame) {
        let Some(found) = self.sessions.get(session) else { return };
        let (Some(lane), false) = (found.lane, found.target == frame.id && found.kind == "page") else { return };
        if frame.url_fragment.len() < 2 {
            return;
        }
        let same = |e: &&mut Entry| e.lane == lane && e.kind == "Document" && e.exchange.url == frame.url;
        if let Some(entry) = self.log.iter_mut().rev().find(same) {
            entry.exchange.url.push_str(&frame.url_fragment);
        }
    }

    /// The renderer says why it goes somewhere before it asks for the document.
    pub(super) fn going(&mut self, session: &str, event: Going) {
        if event.reason.starts_with("formSubmission") {
            if let Some(lane) = self.sessions.get(session).and_then(|s| s.lane) {
                self.lanes[lane].forms += 1;
                self.was_sent_to(lane, &event.url);
            }
            self.forms.insert(event.frame_id, event.url);
        } else {
            self.forms.remove(&event.frame_id);
        }
    }

    pub(super) fn moved(&mut self, session: &str, frame: &str, url: String) {
        let Some(found) = self.sessions.get_mut(session).filter(|s| s.target == frame) else { return };
        found.url.clone_from(&url);
        if let (Some(lane), "page") = (found.lane, found.kind.as_str()) {
            self.lanes[lane].page = url;
        }
    }

    /// A promise that nobody waited for is often a request that failed, and draws nothing.
    pub(super) fn script_failed(&mut self, session: &str, thrown: &Thrown) {
        if let Some(found) = self.sessions.get_mut(session) {
            found.failed_script |= !thrown.exception_details.text.contains("in promise");
        }
    }

    pub fn has_failed_script(&self, session: &str) -> bool {
        self.sessions.get(session).is_some_and(|s| s.failed_script)
    }

    pub(super) fn script_parsed(&mut self, session: &str, event: ScriptParsed) {
        if let (false, Some(found)) = (event.url.is_empty(), self.sessions.get_mut(session)) {
            found.scripts.insert(event.script_id, event.url);
        }
    }

    pub fn script_url(&self, session: &str, script: &str) -> Option<String> {
        self.sessions.get(session)?.scripts.get(script).cloned()
    }

    pub(super) fn loading(&mut self, session: &str, event: FrameEvent, loading: bool) {
        let Some(found) = self.sessions.get_mut(session).filter(|s| s.target == event.frame_id) else { return };
        found.loading = loading;
        if let Some(lane) = found.lane {
            self.touch(lane);
        }
    }

    pub(super) fn loaded(&mut self, session: &str) {
        if let Some(found) = self.sessions.get_mut(session) {
            found.loads += 1;
        }
    }

    pub(super) fn download(&mut self, event: Download) {
        let url = without_query(&event.url);
        self.gap(format!("the file behind {url}"), "it is a download, which is not carried out");
    }

    /// Address of the frame of another site that a session is for: it has a process, and a session, of its own.
    pub(super) fn frame_of(&self, session: &str) -> Option<String> {
        self.sessions.get(session).filter(|s| s.kind == "iframe").map(|s| s.url.clone())
    }

    /// The session of a target that is instrumented and runs.
    pub fn session_of(&self, target: &str) -> Option<String> {
        self.targets.get(target).filter(|s| self.sessions.get(*s).is_some_and(|s| s.ready)).cloned()
    }

    pub(super) fn started(&mut self, id: u64, out: &Sender) {
        if let Some((session, target)) = self.surplus.remove(&id) {
            out.send(&session, "Page.stopLoading", json!({}));
            out.send("", "Target.closeTarget", json!({"targetId": target}));
        }
        let session = self.starting.remove(&id);
        if let Some(found) = session.and_then(|s| self.sessions.get_mut(&s)) {
            found.ready = true;
        }
    }

    /// Finished loads, documents shown and present address of a page; none when it is gone.
    pub fn state_of(&self, session: &str) -> Option<PageState> {
        let found = self.sessions.get(session).filter(|s| !s.crashed)?;
        Some(PageState { loads: found.loads, shown: found.shown, url: found.url.clone() })
    }

    /// Crashed or closed: no command to it is answered any more.
    pub fn is_gone(&self, session: &str) -> bool {
        self.sessions.get(session).is_none_or(|s| s.crashed)
    }

    /// Whether a service worker runs for the pages of a tab's run.
    pub fn is_served(&self, lane: usize) -> bool {
        let first = |lane: usize| self.lanes[lane].first;
        let serves = |s: &Session| s.kind == "service_worker" && s.lane.is_some_and(|l| first(l) == first(lane));
        self.sessions.values().any(serves)
    }

    /// The document that a page asked for last, whether it came or not.
    pub fn asked_for(&self, session: &str) -> Option<String> {
        let last = self.log.iter().rev().find(|e| e.session == session && e.kind == "Document")?;
        Some(last.exchange.url.clone())
    }

    /// How long nothing at all has happened in a run, whatever is still on its way.
    pub fn silence(&self, lane: usize) -> std::time::Duration {
        self.lanes[lane].last.elapsed()
    }

    /// Sessions of out-of-process frames below a page: session, frame id, session of the parent document.
    pub fn frames_below(&self, page: &str) -> Vec<(String, String, String)> {
        let below = |id: &str, s: &Session| s.kind == "iframe" && !s.crashed && self.is_below(id, page);
        let frames = self.sessions.iter().filter(|(id, s)| below(id, s));
        let mut frames: Vec<_> =
            frames.map(|(id, s)| (id.clone(), s.target.clone(), s.parent.clone().unwrap_or_default())).collect();
        frames.sort();
        frames
    }

    /// Whether a frame in a process of its own shows an address in a tab.
    pub fn has_frame(&self, lane: usize, url: &str) -> bool {
        self.sessions.values().any(|s| s.lane == Some(lane) && s.kind == "iframe" && s.url == url)
    }

    /// Session and target of the page of a tab that shows an address.
    pub fn page_at(&self, lane: usize, url: &str) -> Option<(String, String)> {
        let shows = |s: &&Session| s.lane == Some(lane) && s.kind == "page" && s.ready && s.url == url;
        let (session, found) = self.sessions.iter().find(|(_, s)| shows(s))?;
        Some((session.clone(), found.target.clone()))
    }

    /// Other pages of the same run: pop-ups.
    pub fn pages_of(&self, lane: usize) -> Vec<(String, String)> {
        let pages = self.sessions.iter().filter(|(_, s)| s.lane == Some(lane) && s.kind == "page");
        pages.map(|(id, s)| (id.clone(), s.target.clone())).collect()
    }
}

/// The script that opens a window stands still until the window runs, for ever where it is closed before. What it asks for
/// meanwhile is refused; a request that is paused when its window closes would go out. Gives the last command: with its
/// answer the window has begun to load.
fn run_unseen(session: &str, out: &Sender) -> u64 {
    out.send(session, "Fetch.enable", json!({"patterns": [{"urlPattern": "*"}]}));
    out.send(session, "Runtime.runIfWaitingForDebugger", json!({}));
    out.send(session, "Runtime.evaluate", json!({"expression": "0"}))
}

/// Large enough that no body an audit meets is cut.
fn network_limits() -> Value {
    let bytes = 128 * 1024 * 1024;
    json!({"maxTotalBufferSize": 2 * bytes, "maxResourceBufferSize": bytes, "maxPostDataSize": bytes})
}

/// The name of a browser in every way it tells it. One that is only given another `User-Agent` tells no brands, which only
/// programs that drive it do.
fn user_agent(agent: &str, version: &str) -> Value {
    let major = version.split('.').next().unwrap_or_default();
    let (nobody, age) = nobody(major);
    let brands = |own: &str, age: &str| {
        let mut both = [json!({"brand": nobody, "version": age}), json!({"brand": "Chromium", "version": own})];
        both.rotate_left(major.parse().unwrap_or(0) % 2);
        json!(both)
    };
    let (platform, architecture) = match (std::env::consts::OS, std::env::consts::ARCH) {
        ("macos", "aarch64") => ("macOS", "arm"),
        ("macos", _) => ("macOS", "x86"),
        ("windows", _) => ("Windows", "x86"),
        (_, "aarch64") => ("Linux", "arm"),
        _ => ("Linux", "x86"),
    };
    json!({"userAgent": agent, "userAgentMetadata": {
        "brands": brands(major, age), "fullVersionList": brands(version, &format!("{age}.0.0.0")), "fullVersion": version,
        "platform": platform, "platformVersion": "", "architecture": architecture, "bitness": "64",
        "model": "", "mobile": false, "wow64": false,
    }})
}

/// The brand that stands for none and its version, as Chromium draws them from its own
/// (components/embedder_support/user_agent_utils.cc; seen in 156): so what a page sends on leaving, where no session has a
/// say, names the same.
fn nobody(major: &str) -> (String, &'static str) {
    const SIGNS: [char; 11] = [' ', '(', ':', '-', '.', '/', ')', ';', '=', '?', '_'];
    let major: usize = major.parse().unwrap_or(0);
    let sign = |n: usize| SIGNS[n % SIGNS.len()];
    (format!("Not{}A{}Brand", sign(major), sign(major + 1)), ["8", "99", "24"][major % 3])
}
