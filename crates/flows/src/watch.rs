//! The routine: audits on a schedule, vendor configurations looked at in between, alarms, and a sign of life that others
//! can watch. IMY-2022-3822 turned on its absence.

mod alarm;
mod health;
mod lock;
mod poll;
mod state;

use crate::audit::{self, Audited, Progress, Stop};
use crate::{Trouble, access, cases, folder};
use declare::Watch;
use facts::{Cut, Finding, FindingState, Place, Problem, Report};
use jiff::{SignedDuration, Timestamp, Zoned};
use lock::Lock;
use register::Db;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub use alarm::{Alarm, Change, Receivers};
pub use declare::{Cron, Schedule, duration};
pub use state::{Attempt, Heartbeat, LastRun, Pulse, State, check};

/// What the user asked for.
#[derive(Debug, Clone)]
pub struct Order {
    /// Of each run; folder and baseline are the routine's own.
    pub audit: audit::Order,
    pub state: PathBuf,
    pub schedule: Schedule,
    /// How often vendor configurations are fetched between runs.
    pub poll: SignedDuration,
    /// How long a run may be late before the routine counts as stopped; none: half the time between two runs.
    pub grace: Option<SignedDuration>,
    /// How often a run that failed is tried again.
    pub retries: u32,
    pub receivers: Receivers,
    /// Where findings become draft cases.
    pub register: Option<PathBuf>,
    pub country: String,
    pub actor: String,
}

/// What goes on, for whoever looks on.
#[derive(Debug)]
pub enum Told<'a> {
    Audit(Progress),
    /// A run was tried, failed, and is tried again after this time.
    Again {
        why: &'a str,
        wait: SignedDuration,
    },
    Ran {
        last: &'a LastRun,
    },
    /// The run stands; its evidence bears no time stamp.
    Unstamped {
        why: &'a str,
    },
    Alarm(&'a Alarm),
    /// Alarms that could not be delivered wait for the next round.
    Waiting {
        why: &'a str,
    },
    Case(&'a str),
    /// It is kept in memory and written when it can be.
    Unwritten {
        trouble: &'a Trouble,
    },
    /// Everything that had to wait is written.
    Written,
    /// What a run found is given up, for too many wait to be written.
    GivenUp {
        run: &'a Path,
    },
    Next(&'a Heartbeat),
}

type Tell<'t> = &'t mut (dyn FnMut(Told<'_>) + Send);

/// What the declaration says of the routine; the declaration is checked on the way.
pub fn declared(target: &audit::Target) -> Result<Watch, Trouble> {
    Ok(audit::policy(target)?.watch.unwrap_or_default())
}

/// One run and one round of alarms, now.
pub async fn once(order: &Order, stop: Stop, tell: Tell<'_>) -> Result<Report, Trouble> {
    let mut routine = Routine::begin(order, stop, tell).await?;
    let report = routine.audit().await;
    routine.deliver().await;
    routine.delivered().await;
    routine.state.rests();
    let written = routine.all_written().await;
    report.and_then(|report| written.map(|()| report))
}

/// Goes on until it is stopped. A run that fails is an alarm, not the end, and what cannot be written waits in memory. Where
/// our own fault ends it, everybody is told.
pub async fn run(order: &Order, health: TcpListener, stop: Stop, tell: Tell<'_>) -> Result<(), Trouble> {
    let mut routine = Routine::begin(order, stop, tell).await?;
    let served = health::serve(health, order.state.clone());
    while !routine.stop.stopped() {
        if let Err(fault) = caught(routine.round()).await {
            routine.broke(&*fault).await;
            std::panic::resume_unwind(fault);
        }
        routine.rest().await;
    }
    served.abort();
    routine.delivered().await;
    routine.state.ended(None);
    routine.all_written().await
}

type Fault = Box<dyn Any + Send>;

/// A future that may panic, to its end or to that.
async fn caught<T>(future: impl Future<Output = T>) -> Result<T, Fault> {
    let mut future = std::pin::pin!(future);
    let poll = |context: &mut Context<'_>| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(poll) => poll.map(Ok),
        Err(fault) => Poll::Ready(Err(fault)),
    };
    std::future::poll_fn(poll).await
}

struct Routine<'a> {
    order: &'a Order,
    state: State,
    stop: Stop,
    tell: Tell<'a>,
    /// Alarms under way, beside the runs: nobody who does not answer holds those up.
    post: Option<JoinHandle<Vec<Sent>>>,
    /// When what could not be delivered is tried again.
    again: Timestamp,
    /// Audits that the register could not take yet, with the ids of their news.
    owed: Vec<(Audited, Vec<String>)>,
    unwritten: Unwritten,
    _lock: Lock,
}

/// What could not be written, as it was told last.
struct Unwritten {
    told: Option<String>,
    /// When it is tried again.
    again: Timestamp,
    /// Why the register could not take an audit.
    register: Option<Trouble>,
}

/// How long what could not be written waits.
const ROOM: SignedDuration = SignedDuration::from_secs(5);

/// An alarm that was sent, and why somebody has not got it.
type Sent = (Alarm, Option<String>);

/// How long what could not be delivered waits.
const AGAIN: SignedDuration = SignedDuration::from_secs(60);

impl<'a> Routine<'a> {
    /// What cannot work is told before anything runs.
    async fn begin(order: &'a Order, stop: Stop, tell: Tell<'a>) -> Result<Self, Trouble> {
        audit::policy(&order.audit.target)?;
        folder::create(&order.state)?;
        let lock = Lock::take(&order.state)?;
        if let Some(path) = &order.register {
            folder::create(path.parent().unwrap_or(Path::new("")))?;
            let db = Db::open(path).await?;
            access::user(&db, &order.actor, Timestamp::now()).await?;
            db.close().await;
        }
        let now = Zoned::now();
        let grace = order.grace.unwrap_or_else(|| usual_grace(&order.schedule, &now));
        let state = State::begin(&order.state, &order.schedule, grace, &now)?;
        let unwritten = Unwritten { told: None, again: Timestamp::UNIX_EPOCH, register: None };
        let again = Timestamp::UNIX_EPOCH;
        Ok(Self { order, state, stop, tell, post: None, again, owed: Vec::new(), unwritten, _lock: lock })
    }

    async fn round(&mut self) {
        let now = Timestamp::now();
        if self.state.heart.next_run <= now {
            // Told as an alarm; the routine goes on.
            let _ = self.audit().await;
        } else if self.state.heart.next_poll <= now {
            self.poll().await;
        }
        self.deliver().await;
        self.say_unwritten();
        (self.tell)(Told::Next(&self.state.heart));
    }

    /// Tries again to write what could not be written, and to tell the register what it could not take.
    async fn settle(&mut self) {
        for run in self.state.flush() {
            (self.tell)(Told::GivenUp { run: &run });
        }
        self.unwritten.register = None;
        for (audited, news) in std::mem::take(&mut self.owed) {
            self.register(audited, news).await;
        }
        self.unwritten.again = Timestamp::now() + ROOM;
        self.say_unwritten();
    }

    /// Once for each reason, whichever file it is.
    fn say_unwritten(&mut self) {
        let trouble = self.state.store.trouble().or(self.unwritten.register.as_ref());
        let reason = |trouble: &Trouble| match trouble {
            Trouble::Write { source, .. } => source.to_string(),
            other => other.to_string(),
        };
        let told = trouble.map(reason);
        match trouble {
            Some(trouble) if told != self.unwritten.told => (self.tell)(Told::Unwritten { trouble }),
            None if self.unwritten.told.is_some() => (self.tell)(Told::Written),
            _ => {}
        }
        self.unwritten.told = told;
    }

    /// At the end: what could not be written by now is lost.
    async fn all_written(&mut self) -> Result<(), Trouble> {
        self.settle().await;
        self.state.store.take_trouble().or(self.unwritten.register.take()).map_or(Ok(()), Err)
    }

    /// Our own fault ended it: told to everybody before it does.
    async fn broke(&mut self, fault: &(dyn Any + Send)) {
        let said = fault.downcast_ref::<String>().map(String::as_str).or(fault.downcast_ref::<&str>().copied());
        let why = format!("the routine broke off: {}", said.unwrap_or_default());
        self.state.alarm(Alarm::ended(&self.service(), &why));
        self.state.ended(Some(why));
        // What is under way first: nobody gets that twice.
        self.delivered().await;
        self.deliver().await;
        self.delivered().await;
        self.state.flush();
    }

    /// Until something is due or alarms have gone, looking up now and then whether to stop.
    async fn rest(&mut self) {
        let heart = &self.state.heart;
        let mut due = heart.next_run.min(heart.next_poll);
        if heart.alarms_waiting > 0 && self.post.is_none() {
            due = due.min(self.again);
        }
        let gone = |post: &Option<JoinHandle<_>>| post.as_ref().is_some_and(JoinHandle::is_finished);
        while Timestamp::now() < due && !self.stop.stopped() && !gone(&self.post) {
            if self.unwritten.told.is_some() && self.unwritten.again <= Timestamp::now() {
                self.settle().await;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    /// One run, tried again where it fails for a reason that may pass.
    async fn audit(&mut self) -> Result<Report, Trouble> {
        let started = Timestamp::now();
        self.state.running(started);
        let beating = self.state.beating();
        let mut attempts = Vec::new();
        let outcome = loop {
            let Failed { trouble, may_pass } = match self.attempt().await {
                Ok(audited) => break Ok(audited),
                Err(failed) => failed,
            };
            attempts.push(Attempt { at: Timestamp::now(), why: trouble.to_string() });
            let left = attempts.len() <= self.order.retries as usize;
            if !left || !may_pass || self.stop.stopped() {
                break Err(trouble);
            }
            self.wait(attempts.len(), &trouble.to_string()).await;
        };
        drop(beating);
        let report = outcome.as_ref().map(|a| &a.report).map_err(ToString::to_string);
        let last = LastRun::new(started, Timestamp::now(), attempts, report, outcome.as_ref().ok().map(|a| &a.out));
        let before = self.state.heart.last_run.as_ref().and_then(|l| l.why.clone());
        self.state.ran(last.clone(), &self.order.schedule, self.order.poll, &Zoned::now());
        (self.tell)(Told::Ran { last: &last });
        match outcome {
            Ok(audited) => {
                if before.is_some() {
                    self.state.alarm(Alarm::recovered(&self.service(), &audited.out));
                }
                Ok(self.judged(audited).await)
            }
            Err(trouble) => {
                // Whoever stopped it knows, and so does whoever was told the same of the run before.
                if !self.stop.stopped() && before != last.why {
                    self.state.alarm(Alarm::failed(&self.service(), &last));
                }
                Err(trouble)
            }
        }
    }

    async fn attempt(&mut self) -> Result<Audited, Failed> {
        let out = self.state.folder(&Zoned::now());
        let order = audit::Order { out, baseline: None, ..self.order.audit.clone() };
        let baseline = self.state.baseline()?;
        let (store, tell) = (&mut self.state.store, &mut self.tell);
        let audited = audit::into(store, &order, baseline, self.stop.clone(), &mut |p| tell(Told::Audit(p))).await?;
        match &audited.report.unseen {
            None => Ok(audited),
            Some(why) => Err(Failed::unseen(&audited.report, why)),
        }
    }

    async fn wait(&mut self, attempt: usize, why: &str) {
        let longest = SignedDuration::from_mins(10);
        let wait = (SignedDuration::from_secs(5) * 4i32.pow(attempt.min(5) as u32 - 1)).min(longest);
        (self.tell)(Told::Again { why, wait });
        let until = Timestamp::now() + wait;
        while Timestamp::now() < until && !self.stop.stopped() {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    /// What a run has shown: the next baseline, alarms, cases.
    async fn judged(&mut self, audited: Audited) -> Report {
        let report = audited.report.clone();
        let new: Vec<&Finding> = report.findings.iter().filter(|f| is_news(f)).collect();
        if !new.is_empty() {
            self.state.alarm(Alarm::findings(&report, &new, &audited.out));
        }
        let broke = broke_off(&report);
        let told = || self.state.baseline().is_ok_and(|before| before.is_some_and(|b| !broke_off(&b).is_empty()));
        if !broke.is_empty() && !told() {
            self.state.alarm(Alarm::incomplete(&report, broke, &audited.out));
        }
        if let Some(why) = &audited.unstamped {
            (self.tell)(Told::Unstamped { why });
            self.state.alarm(Alarm::unstamped(&self.service(), why, &audited.out));
        }
        let news = new.iter().map(|f| f.id.clone()).collect();
        self.state.keep_baseline(&report);
        self.register(audited, news).await;
        report
    }

    /// Into the register, where there is one; what it cannot take now is owed to it.
    async fn register(&mut self, audited: Audited, news: Vec<String>) {
        if let Err(trouble) = self.registered(&audited, &news).await {
            self.unwritten.register = Some(trouble);
            self.owed.push((audited, news));
        }
    }

    async fn registered(&mut self, audited: &Audited, news: &[String]) -> Result<(), Trouble> {
        if let Some(path) = &self.order.register {
            let db = Db::open(path).await?;
            let now = Timestamp::now();
            let actor = access::user(&db, &self.order.actor, now).await?.id;
            audit::remember(&db, audited, &actor, now).await?;
            if !news.is_empty() {
                let case = cases::join(&db, &actor, &audited.report, news, &self.order.country, now).await?;
                (self.tell)(Told::Case(&case));
            }
            db.close().await;
        }
        Ok(())
    }

    /// A change brings the next run forward: what it does has to be seen, not guessed.
    async fn poll(&mut self) {
        let polled = poll::look(&mut self.state.known, &self.order.audit).await;
        let now = Timestamp::now();
        if let Some(alarm) = Alarm::changes(&self.service(), polled.changes, polled.silent) {
            if !alarm.changes.is_empty() {
                self.state.heart.next_run = now;
            }
            self.state.alarm(alarm);
        }
        self.state.polled(now, polled.troubles, self.order.poll);
    }

    /// Takes in what has gone, and sends what waits.
    async fn deliver(&mut self) {
        if self.post.as_ref().is_some_and(JoinHandle::is_finished) {
            self.delivered().await;
        }
        let due = |alarm: &Alarm| alarm.undelivered.is_none() || self.again <= Timestamp::now();
        let waiting: Vec<Alarm> = self.state.waiting().iter().filter(|a| due(a)).cloned().collect();
        if self.post.is_none() && !waiting.is_empty() {
            let (to, order) = (self.order.receivers.clone(), self.order.audit.clone());
            self.post = Some(tokio::spawn(async move {
                let mut sent = Vec::new();
                for mut alarm in waiting {
                    let why = alarm::send(&mut alarm, &to, &order).await.err();
                    sent.push((alarm, why));
                }
                sent
            }));
        }
    }

    /// What has gone is off the list; what could not be delivered waits on, with its reason.
    async fn delivered(&mut self) {
        let Some(post) = self.post.take() else { return };
        for (alarm, why) in post.await.unwrap_or_default() {
            match why {
                None => {
                    (self.tell)(Told::Alarm(&alarm));
                    self.state.delivered(&alarm);
                }
                Some(why) => {
                    (self.tell)(Told::Waiting { why: &why });
                    self.state.undelivered(Alarm { undelivered: Some(why), ..alarm });
                    self.again = Timestamp::now() + AGAIN;
                }
            }
        }
    }

    fn service(&self) -> String {
        match &self.order.audit.target {
            audit::Target::Address(address) => address.clone(),
            audit::Target::Declaration(path) => {
                audit::policy(&self.order.audit.target).map_or_else(|_| path.display().to_string(), |p| p.service.name)
            }
        }
    }
}

/// The code of a run in which nothing was looked at.
const UNSEEN: &str = "unseen";

/// Answers that a service gives while it is busy, starting or being replaced: RFC 9110 section 15.6, RFC 6585 section 4.
const PASSING: [u16; 4] = [429, 502, 503, 504];

/// A run that did not happen.
struct Failed {
    trouble: Trouble,
    /// Whether the same may go well a little later: the browser, the network, or a service that says so itself.
    may_pass: bool,
}

impl Failed {
    fn unseen(report: &Report, why: &str) -> Self {
        let trouble = Problem::new(Place::source(&report.start), UNSEEN, why).into();
        Self { trouble, may_pass: report.unseen_status.is_none_or(|status| PASSING.contains(&status)) }
    }
}

impl From<Trouble> for Failed {
    fn from(trouble: Trouble) -> Self {
        Self { may_pass: matches!(trouble, Trouble::Capture(_)), trouble }
    }
}

/// Why the browser could not go through what it was to, each reason once.
fn broke_off(report: &Report) -> Vec<String> {
    let broken = report.gaps.iter().filter(|gap| gap.cut == Some(Cut::Browser));
    let mut why: Vec<String> = broken.map(|gap| gap.why.clone()).collect();
    why.sort();
    why.dedup();
    why
}

/// New or changed, and accepted by nobody.
fn is_news(finding: &Finding) -> bool {
    matches!(finding.state, FindingState::New | FindingState::Changed) && finding.accepted.is_none()
}

/// Half the time between two runs, at least half a minute.
fn usual_grace(schedule: &Schedule, now: &Zoned) -> SignedDuration {
    let next = schedule.next(now);
    let after = next.as_ref().and_then(|n| schedule.next(n));
    let between = next.zip(after).map_or(SignedDuration::from_hours(1), |(n, a)| n.duration_until(&a));
    (between / 2).max(SignedDuration::from_secs(30))
}

/// The schedule the user gave, else the declaration's.
///
/// # Errors
/// Neither, or a cron line for a day that never comes.
pub fn schedule(asked: Option<SignedDuration>, declared: &Watch) -> Result<Schedule, Trouble> {
    let schedule = asked.map(Schedule::Every).or_else(|| declared.schedule.clone());
    if asked.is_none() && schedule.as_ref().is_some_and(|s| s.next(&Zoned::now()).is_none()) {
        let problem = Problem::new(Place::source("[watch] cron"), "schedule", "the day of the schedule never comes");
        return Err(problem.allowed(&["cron = \"30 3 * * *\""]).into());
    }
    schedule.filter(|s| s.next(&Zoned::now()).is_some()).ok_or_else(|| {
        let what = "no schedule that ever comes: neither asked for nor declared";
        Problem::new(Place::source("[watch]"), "schedule", what)
            .allowed(&["every = \"6h\"", "cron = \"30 3 * * *\""])
            .into()
    })
}

#[cfg(test)]
mod tests;
