use super::{CaptureError, Options, Progress, Stop};
use crate::devtools::{Browser, Launch, lock};
use crate::drive::explore::explore;
use crate::drive::recorded::replay;
use crate::drive::{Page, PageError, Shots, Visit, helper};
use crate::witness::{Rules, Witness, auto_attach};
use facts::{Consent, Gap, Journey, Mint, Mode, Plan, Recording, Run, RunRef, Script};
use jiff::Timestamp;
use serde_json::json;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;

/// A browser at work, and what it has given so far.
pub(super) struct Session<'a> {
    plan: &'a Plan,
    stop: Stop,
    program: &'a Path,
    browser: Browser,
    witness: Arc<Mutex<Witness>>,
    changed: Arc<Notify>,
    helper: Arc<str>,
    shots: Shots,
    recording: Recording,
}

impl<'a> Session<'a> {
    pub(super) async fn new(options: &Options<'a>, program: &'a Path, shots: Shots) -> Result<Self, CaptureError> {
        let plan = options.plan;
        let source = helper(plan.mode != Mode::Submit);
        let rules = Rules {
            first_party: plan.first_party.clone(),
            user_agent: plan.user_agent.clone(),
            helper: source.clone(),
        };
        let witness = Arc::new(Mutex::new(Witness::new(rules)));
        let changed = Arc::new(Notify::new());
        let recording =
            Recording { started: Some(Timestamp::now()), start: plan.start.clone(), ..Recording::default() };
        let browser = launch(plan, program, &witness, &changed).await?;
        let mut session = Self {
            plan,
            stop: options.stop.clone(),
            program,
            browser,
            witness,
            changed,
            helper: source.into(),
            shots,
            recording,
        };
        session.instrument().await?;
        Ok(session)
    }

    async fn instrument(&mut self) -> Result<(), CaptureError> {
        let call = |method: &'static str, params| self.browser.connection.call("", method, params);
        let version = call("Browser.getVersion", json!({})).await.map_err(failed)?;
        let text = |key: &str| version[key].as_str().unwrap_or_default().to_owned();
        self.recording.browser = text("product").replace("HeadlessChrome", "Chrome");
        // Trackers leave out what calls itself headless; an audit wants to see what a visitor gets.
        let agent =
            self.plan.user_agent.clone().unwrap_or_else(|| text("userAgent").replace("HeadlessChrome", "Chrome"));
        lock(&self.witness).present_as(agent);
        call("Target.setAutoAttach", auto_attach()).await.map_err(failed)?;
        Ok(())
    }

    pub(super) async fn all(
        &mut self,
        runs: &[(&Journey, Consent)],
        mint: &mut dyn Mint,
        watch: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<(), CaptureError> {
        for (n, (journey, consent)) in runs.iter().enumerate() {
            let name = |j: &Journey, c: Consent| format!("journey `{}`, consent {}", j.name, c.word());
            if self.stop.stopped() {
                self.gap(name(journey, *consent), "the audit was stopped before");
                continue;
            }
            if self.browser.connection.is_closed() {
                self.restart().await?;
            }
            watch(Progress::Run { journey: journey.name.clone(), consent: *consent, n: n + 1, of: runs.len() });
            let mut went = self.one(journey, *consent, mint, watch).await;
            if let (Err(error @ PageError::Crashed), false) = (&went, self.stop.stopped()) {
                self.gap(format!("the first attempt at {}", name(journey, *consent)), error.to_string());
                self.recording.runs.pop();
                went = self.one(journey, *consent, mint, watch).await;
            }
            match went {
                Ok(()) => {}
                Err(error @ (PageError::Load(_) | PageError::Slow(_))) if n == 0 => {
                    let why = error.to_string();
                    return Err(CaptureError::Unreachable { url: self.plan.start.clone(), why });
                }
                Err(error) => self.gap(name(journey, *consent), error.to_string()),
            }
            if self.browser.connection.is_closed() {
                self.gap(format!("the rest of {}", name(journey, *consent)), "the browser ended");
            } else if self.stop.stopped() {
                self.gap(format!("the rest of {}", name(journey, *consent)), "the audit was stopped");
            }
        }
        Ok(())
    }

    /// A browser that was killed is started again for the next run.
    async fn restart(&mut self) -> Result<(), CaptureError> {
        lock(&self.witness).restarted();
        self.browser = launch(self.plan, self.program, &self.witness, &self.changed).await?;
        self.instrument().await
    }

    async fn one(
        &mut self,
        journey: &Journey,
        consent: Consent,
        mint: &mut dyn Mint,
        watch: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<(), PageError> {
        let connection = self.browser.connection.clone();
        let made = connection.call("", "Target.createBrowserContext", json!({"disposeOnDetach": true})).await?;
        let context = made["browserContextId"].as_str().unwrap_or_default().to_owned();
        let downloads = json!({"behavior": "deny", "browserContextId": context, "eventsEnabled": true});
        connection.call("", "Browser.setDownloadBehavior", downloads).await?;
        let tag = RunRef { journey: journey.name.clone(), consent, step: None };
        let run = lock(&self.witness).begin(&context, tag);
        let page = Page::open(
            &connection,
            &self.witness,
            &self.changed,
            &context,
            run,
            self.plan.timeout,
            self.helper.clone(),
        );
        let page = page.await?.with_stop(self.stop.clone());
        let mut visit = Visit {
            page,
            plan: self.plan,
            journey: &journey.name,
            consent,
            steps: Vec::new(),
            mint,
            canaries: &mut self.recording.canaries,
            shots: &mut self.shots,
            watch,
            stop: self.stop.clone(),
        };
        let went = walk(&mut visit, &journey.script).await;
        visit.begin("leave");
        visit.page.leave().await;
        let target = visit.page.target.clone();
        self.recording.runs.push(Run { journey: journey.name.clone(), consent, steps: visit.steps });
        let _ = connection.call("", "Target.closeTarget", json!({"targetId": target})).await;
        let _ = connection.call("", "Target.disposeBrowserContext", json!({"browserContextId": context})).await;
        went
    }

    fn gap(&mut self, what: impl Into<String>, why: impl Into<String>) {
        self.recording.gaps.push(Gap { what: what.into(), why: why.into() });
    }

    /// Ends the browser and gives what was recorded, in the order of time.
    pub(super) async fn close(self) -> Recording {
        let Self { browser, witness, mut recording, .. } = self;
        browser.close().await;
        let seen = lock(&witness).finish();
        recording.exchanges = seen.exchanges;
        recording.gaps.extend(seen.gaps);
        recording.ended = Some(Timestamp::now());
        recording
    }
}

async fn launch(
    plan: &Plan,
    program: &Path,
    witness: &Arc<Mutex<Witness>>,
    changed: &Arc<Notify>,
) -> Result<Browser, CaptureError> {
    let launch = Launch { program, resolve: &plan.resolve, insecure: plan.insecure };
    let started = Browser::launch(&launch, Arc::clone(witness), Arc::clone(changed)).await;
    started.map_err(|error| CaptureError::BrowserFailed { why: format!("`{}`: {error}", program.display()) })
}

fn failed(error: crate::devtools::CallError) -> CaptureError {
    CaptureError::BrowserFailed { why: error.to_string() }
}

/// The start page, the answer to the dialog, then the script.
async fn walk(visit: &mut Visit<'_>, script: &Script) -> Result<(), PageError> {
    let start = visit.plan.start.clone();
    visit.open(&start).await?;
    visit.answer_consent().await;
    match script {
        Script::Explore => explore(visit).await,
        Script::Recorded(steps) => replay(visit, steps).await,
    }
    Ok(())
}
