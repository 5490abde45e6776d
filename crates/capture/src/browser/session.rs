use super::{CaptureError, Options, Progress, Stop};
use crate::devtools::{Browser, Connection, Launch, Logged, Tidying, lock, visitors_agent};
use crate::drive::explore::explore;
use crate::drive::recorded::replay;
use crate::drive::{Desk, Page, PageError, Visit, begins, helper};
use crate::netlog::{self, NetLog};
use crate::proxy::{Identity, Proxy};
use crate::witness::{Rules, Witness, auto_attach};
use facts::{Canary, Consent, Cut, Gap, Journey, Mode, Plan, Recording, Run, RunRef, Script};
use futures_util::StreamExt as _;
use jiff::Timestamp;
use serde_json::json;
use std::io::BufReader;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Notify;

/// A browser at work, and the witness of all it does.
pub(super) struct Session<'a> {
    plan: &'a Plan,
    stop: Stop,
    program: &'a Path,
    /// Another one takes its place when it has ended.
    browser: tokio::sync::Mutex<Browser>,
    witness: Arc<Mutex<Witness>>,
    changed: Arc<Notify>,
    helper: Arc<str>,
    /// Whom the proxies play to the browser; none without proxies.
    identity: Option<Arc<Identity>>,
    /// One for each attempt at a run, with the run's first lane.
    proxies: Mutex<Vec<(usize, Proxy)>>,
    /// Network logs of browsers that ended before their time.
    logs: Mutex<Vec<Logged>>,
    started: Timestamp,
    /// `Chrome/156.0…`
    name: String,
}

/// How long a run's browser context is waited for to go, and where the audit was stopped.
const PUT_AWAY: Duration = Duration::from_secs(3);
const PUT_AWAY_STOPPED: Duration = Duration::from_millis(300);

/// What came of one run.
#[derive(Default)]
pub(super) struct Outcome {
    n: usize,
    run: Option<Run>,
    canaries: Vec<Canary>,
    gaps: Vec<Gap>,
}

impl Outcome {
    fn gap(&mut self, what: impl Into<String>, why: impl Into<String>) {
        self.gaps.push(Gap::new(what, why));
    }
}

impl<'a> Session<'a> {
    pub(super) async fn new(options: &Options<'a>, program: &'a Path) -> Result<Self, CaptureError> {
        let plan = options.plan;
        let rules = Rules {
            first_party: plan.first_party.clone(),
            user_agent: plan.user_agent.clone(),
            begins: begins(plan),
            version: String::new(),
            login: plan.login.clone().zip(url::Url::parse(&plan.start).ok()).map(|(login, url)| (url.origin(), login)),
            sends: plan.mode == Mode::Submit,
        };
        let witness = Arc::new(Mutex::new(Witness::new(rules)));
        let changed = Arc::new(Notify::new());
        let identity = plan.proxy.then(Identity::make).transpose();
        let identity =
            identity.map_err(|e| CaptureError::BrowserFailed { why: format!("no key for the proxy: {e}") })?;
        let identity = identity.map(Arc::new);
        let browser = launch(plan, program, identity.as_deref(), &witness, &changed).await?;
        refuse_bad_selectors(&plan.never_send, &browser.connection).await?;
        instrument(&browser.connection, &witness).await?;
        let name = version(&browser.connection, "product").await.map_err(failed)?.replace("HeadlessChrome", "Chrome");
        Ok(Self {
            name,
            plan,
            stop: options.stop.clone(),
            program,
            browser: tokio::sync::Mutex::new(browser),
            witness,
            changed,
            helper: helper(plan).into(),
            identity,
            proxies: Mutex::default(),
            logs: Mutex::default(),
            started: Timestamp::now(),
        })
    }

    /// Every run, `side_by_side` at a time; the outcomes in the order of the runs.
    pub(super) async fn all(
        &self,
        runs: &[(&Journey, Consent)],
        side_by_side: usize,
        desk: &Desk<'_>,
    ) -> Result<Vec<Outcome>, CaptureError> {
        let of = runs.len();
        let going = runs.iter().enumerate().map(|(n, (journey, consent))| self.one(n, of, journey, *consent, desk));
        let mut going = futures_util::stream::iter(going).buffer_unordered(side_by_side);
        let mut outcomes = Vec::new();
        while let Some(outcome) = going.next().await {
            outcomes.push(outcome?);
        }
        outcomes.sort_by_key(|o| o.n);
        Ok(outcomes)
    }

    async fn one(
        &self,
        n: usize,
        of: usize,
        journey: &Journey,
        consent: Consent,
        desk: &Desk<'_>,
    ) -> Result<Outcome, CaptureError> {
        let name = format!("journey `{}`, consent {}", journey.name, consent.word());
        let mut outcome = Outcome { n, ..Outcome::default() };
        if self.stop.stopped() {
            outcome.gaps.push(Gap::new(name, "the audit was stopped before").cut_by(Cut::Stopped));
            return Ok(outcome);
        }
        desk.tell(Progress::Run { journey: journey.name.clone(), consent, n: n + 1, of });
        let mut connection = self.connection().await?;
        let mut went = self.attempt(&connection, n, journey, consent, desk, &mut outcome).await;
        let lost = connection.is_closed() || matches!(went, Err(PageError::Crashed));
        if lost && !self.stop.stopped() {
            let why = if connection.is_closed() { "the browser ended" } else { "the page crashed" };
            outcome.gap(format!("the first attempt at {name}"), why);
            connection = self.connection().await?;
            went = self.attempt(&connection, n, journey, consent, desk, &mut outcome).await;
        }
        match went {
            Ok(()) => {}
            Err(PageError::NoPage(why)) if n == 0 => {
                return Err(CaptureError::NoPage { url: self.plan.start.clone(), why });
            }
            Err(PageError::Password(_)) if n == 0 => {
                return Err(CaptureError::Password { url: self.plan.start.clone() });
            }
            Err(PageError::Slow(limit)) if n == 0 => {
                return Err(CaptureError::Slow { url: self.plan.start.clone(), limit });
            }
            Err(error @ PageError::Load(_)) if n == 0 => {
                let troubles = lock(&self.proxies).iter().flat_map(|(_, proxy)| proxy.troubles()).collect::<Vec<_>>();
                let why = std::iter::once(error.to_string()).chain(troubles).collect::<Vec<_>>().join("; ");
                return Err(CaptureError::Unreachable { url: self.plan.start.clone(), why });
            }
            // Told below.
            Err(PageError::Stopped) => {}
            Err(error @ (PageError::Crashed | PageError::Deaf)) => {
                outcome.gaps.push(Gap::new(name.clone(), error.to_string()).cut_by(Cut::Browser));
            }
            Err(error) => outcome.gap(name.clone(), error.to_string()),
        }
        if connection.is_closed() {
            let rest = Gap::new(format!("the rest of {name}"), "the browser ended");
            outcome.gaps.push(rest.cut_by(Cut::Browser));
        } else if self.stop.stopped() {
            let rest = Gap::new(format!("the rest of {name}"), "the audit was stopped");
            outcome.gaps.push(rest.cut_by(Cut::Stopped));
        }
        Ok(outcome)
    }

    /// The browser's pipe; a browser that was killed is started again.
    pub(super) async fn connection(&self) -> Result<Connection, CaptureError> {
        let mut browser = self.browser.lock().await;
        if browser.connection.is_closed() {
            lock(&self.witness).restarted();
            lock(&self.logs).push(Logged { whole: true, ..browser.logged() });
            *browser = launch(self.plan, self.program, self.identity.as_deref(), &self.witness, &self.changed).await?;
            instrument(&browser.connection, &self.witness).await?;
        }
        Ok(browser.connection.clone())
    }

    /// Goes through a run once, in a browser context of its own.
    async fn attempt(
        &self,
        connection: &Connection,
        n: usize,
        journey: &Journey,
        consent: Consent,
        desk: &Desk<'_>,
        outcome: &mut Outcome,
    ) -> Result<(), PageError> {
        let tag = RunRef { journey: journey.name.clone(), consent, step: None };
        let page = self.page(connection, n, tag).await?;
        let context = page.context.clone();
        let mut visit = Visit::new(page, self.plan, &journey.name, consent, desk, n);
        let went = walk(&mut visit, &journey.script).await;
        visit.begin("leave");
        visit.page.leave().await;
        visit.page.close().await;
        // Tabs went on side by side.
        visit.steps.sort_by_key(|s| s.at);
        outcome.canaries.append(&mut visit.canaries);
        outcome.run = Some(Run { journey: journey.name.clone(), consent, steps: visit.steps });
        // The browser may wait for a page that never lets go; it is ended with all its contexts later.
        let limit = if self.stop.stopped() { PUT_AWAY_STOPPED } else { PUT_AWAY };
        let away = json!({"browserContextId": context});
        let _ = connection.call_within(limit, "", "Target.disposeBrowserContext", away).await;
        went
    }

    /// A tab in a browser context of its own.
    pub(super) async fn page(&self, connection: &Connection, n: usize, tag: RunRef) -> Result<Page, PageError> {
        let proxy = self.proxy().await?;
        let mut wanted = json!({"disposeOnDetach": true});
        if let Some(proxy) = &proxy {
            wanted["proxyServer"] = proxy.address.as_str().into();
            // Hosts of this machine too.
            wanted["proxyBypassList"] = "<-loopback>".into();
        }
        let made = connection.call("", "Target.createBrowserContext", wanted).await?;
        let context = made["browserContextId"].as_str().unwrap_or_default().to_owned();
        let downloads = json!({"behavior": "deny", "browserContextId": context, "eventsEnabled": true});
        connection.call("", "Browser.setDownloadBehavior", downloads).await?;
        let lane = lock(&self.witness).begin(&context, n, tag);
        lock(&self.proxies).extend(proxy.map(|proxy| (lane, proxy)));
        let told = (&self.witness, &self.changed);
        let page = Page::open(connection, told, &context, lane, self.plan.timeout, self.helper.clone()).await?;
        Ok(page.with_stop(self.stop.clone()))
    }

    async fn proxy(&self) -> Result<Option<Proxy>, PageError> {
        let Some(identity) = &self.identity else { return Ok(None) };
        let started = Proxy::start(identity, &self.plan.resolve, self.plan.insecure).await;
        started.map(Some).map_err(|e| PageError::Load(format!("the proxy cannot be started: {e}")))
    }

    /// Ends the browser and gives what was recorded, run by run, in the order of time.
    pub(super) async fn close(self, outcomes: Vec<Outcome>) -> (Recording, Tidying) {
        let (started, start) = (Some(self.started), self.plan.start.clone());
        let mut recording = Recording { started, start, browser: self.name, ..Recording::default() };
        let (tidying, logged) = self.browser.into_inner().close().await;
        let mut logs = std::mem::take(&mut *lock(&self.logs));
        logs.push(logged);
        let logs = tokio::task::spawn_blocking(move || logs.into_iter().map(read_log).collect::<Vec<_>>());
        for mut outcome in outcomes {
            recording.runs.extend(outcome.run.take());
            recording.canaries.append(&mut outcome.canaries);
            recording.gaps.append(&mut outcome.gaps);
        }
        for (n, canary) in recording.canaries.iter_mut().enumerate() {
            canary.id = format!("c{:02}", n + 1);
        }
        for (lane, proxy) in lock(&self.proxies).drain(..) {
            lock(&self.witness).passed(lane, proxy.end());
        }
        let logs = logs.await.unwrap_or_default();
        lock(&self.witness).logged(logs);
        let seen = lock(&self.witness).finish();
        recording.exchanges = seen.exchanges;
        recording.gaps.extend(seen.gaps);
        recording.behaviours = seen.behaviours;
        recording.ended = Some(Timestamp::now());
        (recording, tidying)
    }
}

/// With what is missing of it.
fn read_log(logged: Logged) -> (NetLog, Option<Gap>) {
    let gap = |what: &str, why: &str| Some(Gap::new(what, why));
    match logged.file.and_then(|file| netlog::read(BufReader::new(file))) {
        None => (NetLog::default(), gap("the browser's network log", "the browser wrote none that can be read")),
        Some(log) if logged.whole => (log, None),
        Some(log) => (log, gap("the end of the browser's network log", "the browser did not write it in time")),
    }
}

async fn launch(
    plan: &Plan,
    program: &Path,
    identity: Option<&Identity>,
    witness: &Arc<Mutex<Witness>>,
    changed: &Arc<Notify>,
) -> Result<Browser, CaptureError> {
    let believe = identity.map(Identity::fingerprint);
    // Trackers leave out what calls itself headless; an audit wants to see what a visitor gets.
    let agent = match &plan.user_agent {
        Some(agent) => Some(agent.clone()),
        None => visitors_agent(program).await,
    };
    let launch = Launch { program, resolve: &plan.resolve, insecure: plan.insecure, agent, believe, net_log: true };
    let started = Browser::launch(&launch, Arc::clone(witness), Arc::clone(changed)).await;
    started.map_err(|error| CaptureError::NotStarted { program: program.to_owned(), why: error.to_string() })
}

/// Attaches the witness to everything the browser will open.
async fn instrument(browser: &Connection, witness: &Mutex<Witness>) -> Result<(), CaptureError> {
    let agent = version(browser, "userAgent").await.map_err(failed)?.replace("HeadlessChrome", "Chrome");
    let product = version(browser, "product").await.map_err(failed)?;
    lock(witness).present_as(agent, product.split('/').nth(1).unwrap_or_default().to_owned());
    browser.call("", "Target.setAutoAttach", auto_attach()).await.map(drop).map_err(failed)
}

/// A selector the browser cannot read would spare no form: it is told before anything is opened. Asked in an empty page,
/// before anybody watches.
async fn refuse_bad_selectors(list: &[String], browser: &Connection) -> Result<(), CaptureError> {
    let selectors: Vec<&String> = list.iter().filter(|one| !one.starts_with('/')).collect();
    if selectors.is_empty() {
        return Ok(());
    }
    let made = browser.call("", "Target.createTarget", json!({"url": "about:blank"})).await.map_err(failed)?;
    let attach = json!({"targetId": made["targetId"], "flatten": true});
    let attached = browser.call("", "Target.attachToTarget", attach).await.map_err(failed)?;
    let session = attached["sessionId"].as_str().unwrap_or_default();
    let mut bad = None;
    for selector in selectors {
        let ask = json!({"expression": format!("document.querySelector({})", json!(selector))});
        let answer = browser.call(session, "Runtime.evaluate", ask).await.map_err(failed)?;
        if answer.get("exceptionDetails").is_some() {
            bad = Some(selector.clone());
            break;
        }
    }
    let _ = browser.call("", "Target.closeTarget", json!({"targetId": made["targetId"]})).await;
    bad.map_or(Ok(()), |selector| Err(CaptureError::Selector { selector }))
}

async fn version(browser: &Connection, key: &str) -> Result<String, crate::devtools::CallError> {
    let version = browser.call("", "Browser.getVersion", json!({})).await?;
    Ok(version[key].as_str().unwrap_or_default().to_owned())
}

fn failed(error: crate::devtools::CallError) -> CaptureError {
    CaptureError::BrowserFailed { why: error.to_string() }
}

/// The start page, the answer to the dialog, then the script.
async fn walk(visit: &mut Visit<'_, '_>, script: &Script) -> Result<(), PageError> {
    let start = visit.plan.start.clone();
    visit.open(&start).await?;
    visit.answer_consent(true).await;
    match script {
        Script::Explore => explore(visit).await,
        Script::Recorded(steps) => replay(visit, steps).await,
    }
    visit.say_unanswered();
    visit.check().await
}
