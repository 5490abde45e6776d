use super::frames::Contexts;
use super::listeners::note_unloads;
use crate::browser::Stop;
use crate::devtools::{CallError, Connection};
use crate::witness::{PageState, Witness};
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::sync::atomic::AtomicU32;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{Instant, timeout};

/// A tab and the witness that watches it.
#[derive(Clone)]
pub struct Page {
    pub connection: Connection,
    pub witness: Arc<Mutex<Witness>>,
    pub changed: Arc<Notify>,
    pub session: String,
    pub target: String,
    pub context: String,
    pub lane: usize,
    /// Longest wait for one step.
    pub limit: Duration,
    pub(super) contexts: Contexts,
    pub helper: Arc<str>,
    /// Keys that are down and change what others do (`keys::modifier`).
    pub(super) modifiers: Arc<AtomicU32>,
    stop: Stop,
}

#[derive(Debug, Clone, thiserror::Error)]
pub enum PageError {
    #[error("{0}")]
    Call(CallError),
    #[error("the page was replaced while it was looked at")]
    Replaced,
    /// The browser's own word, `net::ERR_CONNECTION_REFUSED`.
    #[error("{0}")]
    Load(String),
    /// It answered, but with nothing that can be looked at.
    #[error("{0}")]
    NoPage(String),
    #[error("it asks for a name and password: {0}")]
    Password(String),
    #[error("the page did not load within {} s", .0.as_secs_f32())]
    Slow(Duration),
    /// A step of a recording that is followed by another page there.
    #[error("it led nowhere within {} s, though the recording goes on to another page", .0.as_secs_f32())]
    Unled(Duration),
    #[error("{0}")]
    Script(String),
    #[error("{0}")]
    Element(String),
    #[error("the page crashed")]
    Crashed,
    /// The browser no longer answers, not even that it ends a script.
    #[error("the browser answered nothing any more")]
    Deaf,
    /// What came of the document was cut off or could not be read.
    #[error("it never finished loading, and shows nothing")]
    Blank,
    #[error("none of its frames loaded, and it shows nothing else")]
    Unframed,
    /// What a script was to draw.
    #[error("it shows nothing: one of its scripts failed")]
    Undrawn,
    #[error("the audit was stopped")]
    Stopped,
    /// What this mode does not do.
    #[error("{0}")]
    Held(&'static str),
}

/// What there is to see on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Something,
    Nothing,
    /// Nothing, and one of its scripts ended with an error.
    Failed,
}

/// How long a page at rest is given to draw something.
const DRAWING: Duration = Duration::from_secs(3);
/// How long nothing must happen before a page counts as at rest.
pub const QUIET: Duration = Duration::from_millis(200);
/// A page that shows a document but has not loaded is left after this long without any sign of life.
const SILENCE: Duration = Duration::from_secs(5);
/// How long a page may be deaf.
const ALIVE: Duration = Duration::from_secs(5);
const MB: u64 = 1024 * 1024;
/// Documents that an address may lead to one after another before it counts as one that never stays.
const ANEW: u32 = 5;
/// A document that leaves need not answer any more.
const AWAY: Duration = Duration::from_secs(2);
/// How long a service worker may take over what a page that has left gave it: nothing tells of it until it goes out.
const PASSED_ON: Duration = Duration::from_secs(1);
/// How soon a stop is heeded.
const HEED: Duration = Duration::from_millis(100);
const SHORT_BEAT: Duration = Duration::from_millis(1700);
/// Pages that never rest (polling, streams) are left after this.
pub const RESTLESS: Duration = Duration::from_secs(4);

impl Page {
    /// The first tab of a run, in a browser context that the witness knows.
    pub async fn open(
        connection: &Connection,
        (witness, changed): (&Arc<Mutex<Witness>>, &Arc<Notify>),
        context: &str,
        lane: usize,
        limit: Duration,
        helper: Arc<str>,
    ) -> Result<Self, PageError> {
        let page = Self {
            connection: connection.clone(),
            witness: Arc::clone(witness),
            changed: Arc::clone(changed),
            session: String::new(),
            target: String::new(),
            context: context.to_owned(),
            lane,
            limit,
            contexts: Contexts::default(),
            helper,
            modifiers: Arc::default(),
            stop: Stop::default(),
        };
        page.fresh().await
    }

    /// Another tab in the same browser context, with a lane of its own.
    pub async fn beside(&self) -> Result<Self, PageError> {
        let mut page = self.fresh().await?;
        page.lane = page.look(|w| w.own_lane(&page.session, self.lane));
        Ok(page)
    }

    /// A tab in a window of its own: what lies in the background draws nothing and takes no clicks.
    async fn fresh(&self) -> Result<Self, PageError> {
        let params = json!({
            "url": "about:blank", "browserContextId": self.context, "newWindow": true, "width": 1280, "height": 900,
        });
        let made = self.connection.call("", "Target.createTarget", params).await?;
        let target = made["targetId"].as_str().unwrap_or_default().to_owned();
        let session = self.until(self.limit, |w| w.session_of(&target)).await;
        let session = session.ok_or_else(|| PageError::Load("the browser opened no tab".to_owned()))?;
        Ok(Self { session, target, contexts: Contexts::default(), modifiers: Arc::default(), ..self.clone() })
    }

    pub fn stopped(&self) -> bool {
        self.stop.stopped()
    }

    /// A pop-up of this tab, to act in.
    pub fn other(&self, session: String, target: String) -> Self {
        Self { session, target, contexts: Contexts::default(), ..self.clone() }
    }

    pub async fn close(&self) {
        let _ = self.connection.call("", "Target.closeTarget", json!({"targetId": self.target})).await;
    }

    #[must_use]
    pub fn with_stop(mut self, stop: Stop) -> Self {
        self.stop = stop;
        self
    }

    pub fn look<T>(&self, see: impl FnOnce(&mut Witness) -> T) -> T {
        see(&mut crate::devtools::lock(&self.witness))
    }

    pub async fn call(&self, method: &str, params: Value) -> Result<Value, PageError> {
        self.on(&self.session, method, params).await
    }

    /// A command to a session of this tab. A crashed one never answers, and after a stop nobody waits long for one that is
    /// frozen.
    pub(super) async fn on(&self, session: &str, method: &str, params: Value) -> Result<Value, PageError> {
        let gone = async {
            let mut stopped: Option<Instant> = None;
            while self.until(self.limit, |w| w.is_gone(session).then_some(())).await.is_none() {
                if self.stop.stopped() && stopped.get_or_insert_with(Instant::now).elapsed() > AWAY {
                    return PageError::Stopped;
                }
                tokio::time::sleep(HEED).await;
            }
            PageError::Crashed
        };
        tokio::select! {
            answer = self.connection.call_within(self.limit, session, method, params) => Ok(answer?),
            error = gone => Err(error),
        }
    }

    pub fn is_crashed(&self) -> bool {
        self.look(|w| w.is_gone(&self.session))
    }

    /// Waits until the witness shows something, or the limit has passed.
    pub async fn until<T>(&self, limit: Duration, mut see: impl FnMut(&mut Witness) -> Option<T>) -> Option<T> {
        let end = Instant::now() + limit;
        loop {
            let told = self.changed.notified();
            tokio::pin!(told);
            told.as_mut().enable();
            if let Some(found) = self.look(&mut see) {
                return Some(found);
            }
            let left = end.checked_duration_since(Instant::now())?;
            if self.connection.is_closed() || self.stop.stopped() {
                return None;
            }
            let _ = timeout(left.min(HEED), told).await;
        }
    }

    /// Waits until nothing has been on its way for a moment. False where the page never came to rest.
    pub async fn rest(&self, quiet: Duration, limit: Duration) -> bool {
        let end = Instant::now() + limit;
        loop {
            let told = self.changed.notified();
            tokio::pin!(told);
            told.as_mut().enable();
            if self.connection.is_closed() || self.stop.stopped() {
                return false;
            }
            let wait = match self.look(|w| w.quiet(self.lane)) {
                Some(since) if since >= quiet => return true,
                Some(since) => quiet - since,
                None => quiet,
            };
            let end = self.look(|w| w.late(self.lane)).map_or(end, |late| end.max(late.into()));
            if Instant::now() >= end {
                return false;
            }
            let _ = timeout(wait.min(end.saturating_duration_since(Instant::now())).min(HEED), told).await;
        }
    }

    /// Goes to an address and waits for its load event and for rest.
    pub async fn navigate(&self, url: &str) -> Result<(), PageError> {
        let before = self.state()?;
        let so_far = self.look(|w| w.exchanges());
        let went = self.connection.call_within(self.limit, &self.session, "Page.navigate", json!({"url": url})).await;
        let went = match went {
            Err(CallError::TimedOut { .. }) => return Err(self.give_up().await),
            other => other?,
        };
        if let Some(error) = went["errorText"].as_str().filter(|e| !e.is_empty()) {
            let download = went["isDownload"].as_bool() == Some(true);
            let away = self.look(|w| w.led_away(self.lane, so_far));
            return Err(match away.filter(|_| error.contains("ABORTED")) {
                Some(host) => PageError::NoPage(format!("it leads to `{host}`, which is below none of `first_party`")),
                None => unloaded(error, download),
            });
        }
        let within_document = went["loaderId"].as_str().is_none_or(str::is_empty);
        let arrived = |w: &mut Witness| match w.state_of(&self.session) {
            Some(now) if now.loads > before.loads || within_document => Some(Ok(())),
            // It shows a document and waits for something that does not come.
            Some(now) if now.shown > before.shown && w.silence(self.lane) > SILENCE => {
                Some(Err(PageError::Slow(SILENCE)))
            }
            Some(_) => None,
            None => Some(Err(PageError::Crashed)),
        };
        match self.until(self.limit, arrived).await {
            Some(Ok(())) => {}
            Some(Err(PageError::Crashed)) => return Err(PageError::Crashed),
            None if self.stop.stopped() => return Err(PageError::Stopped),
            Some(Err(_)) | None => {
                self.go_on(url).await;
                if self.shows_nothing().await {
                    return Err(PageError::Blank);
                }
            }
        }
        self.settle().await;
        self.look(|w| w.at_rest(&self.session));
        if self.state()?.shown > before.shown + ANEW {
            let what = format!("the rest of page {}", crate::witness::without_query(url));
            self.look(|w| w.gap(what, "it goes on to another document by itself all the time"));
        }
        if self.shows_broken_frames_only().await { Err(PageError::Unframed) } else { Ok(()) }
    }

    /// Whether the page shows anything, now or in a moment; and where it does not, whether a script of it failed.
    pub async fn shown(&self) -> Result<Shown, PageError> {
        let began = Instant::now();
        loop {
            let main = self.main_frame().await?;
            if !self.ask(&main, "empty", json!([])).await? {
                return Ok(Shown::Something);
            }
            if began.elapsed() > DRAWING || self.stopped() {
                let failed = self.look(|w| w.has_failed_script(&self.session));
                return Ok(if failed { Shown::Failed } else { Shown::Nothing });
            }
            tokio::time::sleep(QUIET).await;
        }
    }

    /// Whether all that the page shows is frames, and none of them came to a document of its own.
    async fn shows_broken_frames_only(&self) -> bool {
        let Ok(main) = self.main_frame().await else { return false };
        if !self.ask(&main, "onlyFrames", json!([])).await.unwrap_or(false) {
            return false;
        }
        for frame in self.frames().await.iter().filter(|f| f.inner) {
            if self.ask(frame, "came", json!([])).await.unwrap_or(false) {
                return false;
            }
        }
        true
    }

    /// Whether there is a document and nothing in it; one whose script keeps it busy does not say so.
    async fn shows_nothing(&self) -> bool {
        let something =
            "document.body && (document.body.childElementCount > 0 || document.body.innerText.trim() !== '')";
        let ask = json!({"expression": format!("!!({something})"), "returnByValue": true});
        let told = self.connection.call_within(ALIVE, &self.session, "Runtime.evaluate", ask).await;
        told.is_ok_and(|told| told["result"]["value"] == false)
    }

    /// There is a document; what it still waits for is a gap, not the end.
    async fn go_on(&self, url: &str) {
        let (waited, came) = self.look(|w| (w.unfinished(self.lane).join(", "), w.came_of(&self.session) / MB));
        self.give_up().await;
        let why = match came {
            _ if !waited.is_empty() => format!("no answer from {waited}"),
            0 => "it never finished loading".to_owned(),
            came => format!("it never finished loading: {came} MB of it had come"),
        };
        self.look(|w| w.gap(format!("the rest of page {}", crate::witness::without_query(url)), why));
    }

    async fn give_up(&self) -> PageError {
        self.connection.sender.send(&self.session, "Page.stopLoading", json!({}));
        PageError::Slow(self.limit)
    }

    /// Rest after a load or an act; a page that never rests is named once.
    pub async fn settle(&self) {
        self.look(|w| w.touch(self.lane));
        if !self.rest(QUIET, RESTLESS.min(self.limit)).await {
            self.look(|w| {
                for url in w.unfinished(self.lane) {
                    w.gap(format!("the end of {url}"), "still under way when the audit went on");
                }
            });
        }
        self.free().await;
    }

    /// Until what the page has put off has happened, at most some seconds: a tag that comes late hears what is typed
    /// then. Whether there was anything to wait for.
    pub async fn linger(&self) -> bool {
        let Some(left) = self.look(|w| w.put_off(self.lane)) else { return false };
        self.pass(left).await;
        self.settle().await;
        true
    }

    /// Until scripts that send in turns have had theirs.
    pub async fn beat(&self) {
        if let Some(turn) = self.look(|w| w.beat(self.lane)) {
            self.pass(turn).await;
            self.settle().await;
        }
    }

    /// Whether those turns are short enough to be waited for again and again.
    pub fn has_short_beat(&self) -> bool {
        self.look(|w| w.beat(self.lane)).is_some_and(|turn| turn < SHORT_BEAT)
    }

    async fn pass(&self, time: Duration) {
        let end = Instant::now() + time;
        while Instant::now() < end && !self.stopped() && !self.connection.is_closed() {
            tokio::time::sleep(HEED.min(end - Instant::now())).await;
        }
    }

    /// A script that never ends would keep everything waiting: it is ended. False where the browser does not even do that.
    pub async fn free(&self) -> bool {
        let ask = |method: &'static str, params| self.connection.call_within(ALIVE, &self.session, method, params);
        let alive = ask("Runtime.evaluate", json!({"expression": "1"})).await;
        if !matches!(alive, Err(CallError::TimedOut { .. })) || self.stop.stopped() || self.is_crashed() {
            return true;
        }
        let ended = ask("Runtime.terminateExecution", json!({})).await;
        let page = crate::witness::without_query(&self.url());
        self.look(|w| {
            w.gap(format!("the rest of page {page}"), "it answered nothing for 5 s: the script it ran was ended")
        });
        !matches!(ended, Err(CallError::TimedOut { .. }))
    }

    fn state(&self) -> Result<PageState, PageError> {
        self.look(|w| w.state_of(&self.session)).ok_or(PageError::Crashed)
    }

    /// Present address.
    pub fn url(&self) -> String {
        self.state().map(|s| s.url).unwrap_or_default()
    }

    pub async fn screenshot(&self) -> Result<Vec<u8>, PageError> {
        use base64::Engine as _;
        self.come_forward().await?;
        let params = json!({"format": "png", "optimizeForSpeed": true});
        let shot = self.call("Page.captureScreenshot", params).await?;
        let data = shot["data"].as_str().unwrap_or_default();
        base64::engine::general_purpose::STANDARD.decode(data).map_err(|e| PageError::Script(e.to_string()))
    }

    /// A tab behind its pop-up is not drawn and takes no clicks.
    pub async fn come_forward(&self) -> Result<(), PageError> {
        if self.others().is_empty() {
            return Ok(());
        }
        self.call("Page.bringToFront", json!({})).await.map(drop)
    }

    /// Closes pop-ups of this run; what they sent is recorded. Gives their addresses, or where they were held back from going.
    pub async fn close_others(&self) -> Vec<String> {
        let others: Vec<_> = self.look(|w| w.pages_of(self.lane)).into_iter().filter(|p| p.0 != self.session).collect();
        let mut shown = Vec::new();
        for (session, target) in others {
            let blank = |url: &String| url.is_empty() || url.starts_with("about:");
            let address = self.look(|w| {
                w.state_of(&session).map(|s| s.url).filter(|url| !blank(url)).or_else(|| w.asked_for(&session))
            });
            shown.push(address.unwrap_or_default());
            let _ = self.connection.call("", "Target.closeTarget", json!({"targetId": target})).await;
        }
        shown
    }

    /// Leaves the page, so that what is sent on leaving is sent. A frame of another process and a pop-up are made to
    /// leave while their sessions live: what they send when their tab closes, nobody would see.
    pub async fn leave(&self) {
        note_unloads(self).await;
        self.look(|w| w.leaving(self.lane, true));
        // Innermost first: a frame that leaves takes those inside it along.
        for level in self.levels() {
            self.send_away(&level).await;
        }
        self.go_blank().await;
        self.look(|w| w.touch(self.lane));
        let served = self.look(|w| w.is_served(self.lane));
        self.rest(if served { PASSED_ON } else { QUIET }, RESTLESS).await;
        self.look(|w| w.leaving(self.lane, false));
    }

    async fn send_away(&self, sessions: &[String]) {
        let away = json!({"expression": "location.reload()"});
        let told = sessions.iter().map(|s| self.connection.call_within(AWAY, s, "Runtime.evaluate", away.clone()));
        join_all(told).await;
        self.look(|w| w.touch(self.lane));
        self.rest(QUIET, RESTLESS).await;
    }

    async fn go_blank(&self) {
        let blank = json!({"url": "about:blank"});
        let _ = self.connection.call_within(ALIVE, &self.session, "Page.navigate", blank).await;
    }

    /// The page is left for another one: its pop-ups go with it, after what they send on leaving. It goes first, or it would
    /// open more of them.
    pub async fn leave_others(&self) {
        if self.others().is_empty() {
            return;
        }
        self.go_blank().await;
        self.look(|w| w.leaving(self.lane, true));
        self.send_away(&self.others()).await;
        self.look(|w| w.leaving(self.lane, false));
        self.close_others().await;
    }

    /// Sessions of everything but the main document, innermost level first, pop-ups last.
    fn levels(&self) -> Vec<Vec<String>> {
        let others = self.others();
        let mut levels: Vec<Vec<String>> = Vec::new();
        for page in std::iter::once(&self.session).chain(&others) {
            let frames = self.look(|w| w.frames_below(page));
            for (session, _, _) in &frames {
                let depth = depth(&frames, session);
                levels.resize(levels.len().max(depth + 1), Vec::new());
                levels[depth].push(session.clone());
            }
        }
        levels.reverse();
        levels.push(others);
        levels.retain(|level| !level.is_empty());
        levels
    }

    /// Sessions of the pop-ups of this run.
    fn others(&self) -> Vec<String> {
        let pages = self.look(|w| w.pages_of(self.lane)).into_iter().map(|p| p.0);
        pages.filter(|session| *session != self.session).collect()
    }
}

impl From<CallError> for PageError {
    /// The browser refuses to look into a document that has gone.
    fn from(error: CallError) -> Self {
        match &error {
            CallError::Refused { why, .. } if why.contains("Cannot find context") => Self::Replaced,
            _ => Self::Call(error),
        }
    }
}

/// Why an address shows no page, by the browser's word for it.
fn unloaded(error: &str, download: bool) -> PageError {
    match error {
        _ if download => PageError::NoPage("it is a download, which is not carried out".to_owned()),
        _ if error.contains("AUTH_CREDENTIALS") => PageError::Password(error.to_owned()),
        _ if error.contains("HTTP_RESPONSE_CODE_FAILURE") => {
            PageError::NoPage(format!("it answered with an error and without a page: {error}"))
        }
        _ => PageError::Load(error.to_owned()),
    }
}

/// How many frames of other processes lie around one.
fn depth(frames: &[(String, String, String)], session: &str) -> usize {
    let parent = frames.iter().find(|f| f.0 == session).map(|f| f.2.as_str());
    parent.filter(|p| frames.iter().any(|f| f.0 == *p)).map_or(0, |p| 1 + depth(frames, p))
}
