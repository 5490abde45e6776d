//! What the routine remembers, in one folder: a sign of life, the last report, alarms that wait, the runs themselves.

use super::poll::Known;
use super::{Alarm, lock};
use crate::store::Store;
use crate::{Trouble, folder};
use declare::Schedule;
use facts::{Place, Problem, Report};
use jiff::{SignedDuration, Timestamp, Zoned};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::Duration;

/// heartbeat.json, schema `sluss/heartbeat/1`: what monitoring reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heartbeat {
    pub schema: String,
    /// Of the routine, while it lives: where it is gone without having said that it ended, it was killed.
    #[serde(default)]
    pub process: Option<u32>,
    /// When the routine was started.
    pub started: Timestamp,
    /// The last word of the routine, whatever it was.
    pub at: Timestamp,
    pub running_since: Option<Timestamp>,
    pub last_run: Option<LastRun>,
    pub last_poll: Option<Timestamp>,
    /// Why configurations could not be fetched at the last poll.
    pub poll_troubles: Vec<String>,
    pub next_run: Timestamp,
    pub next_poll: Timestamp,
    /// When a whole run has to have ended: past it, the routine has stopped or fails.
    pub overdue_after: Timestamp,
    /// How long the run that is under way may be, where it began on time; the routine beats meanwhile.
    #[serde(default)]
    pub run_until: Option<Timestamp>,
    /// The longest whole run so far, in seconds.
    #[serde(default)]
    pub longest_run: i64,
    pub alarms_waiting: usize,
    pub ended: Option<Timestamp>,
    /// Why it ended, where nobody asked it to.
    #[serde(default)]
    pub why: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastRun {
    pub started: Timestamp,
    pub ended: Timestamp,
    pub ok: bool,
    /// Attempts that failed.
    pub attempts: Vec<Attempt>,
    pub why: Option<String>,
    pub findings: usize,
    pub new: usize,
    pub gaps: usize,
    /// Where its report is.
    pub folder: Option<PathBuf>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    pub at: Timestamp,
    pub why: String,
}

impl LastRun {
    pub fn new(
        started: Timestamp,
        ended: Timestamp,
        attempts: Vec<Attempt>,
        report: Result<&Report, String>,
        folder: Option<&PathBuf>,
    ) -> Self {
        let (findings, gaps) = report.as_ref().map_or((&[][..], 0), |r| (&r.findings[..], r.gaps.len()));
        Self {
            started,
            ended,
            ok: report.is_ok(),
            attempts,
            findings: findings.iter().filter(|f| f.stands()).count(),
            new: findings.iter().filter(|f| super::is_news(f)).count(),
            gaps,
            why: report.err(),
            folder: folder.cloned(),
        }
    }
}

pub struct State {
    path: PathBuf,
    grace: SignedDuration,
    pub heart: Heartbeat,
    /// Switches as they were last read.
    pub known: Vec<Known>,
    /// Keeps what cannot be written until it can.
    pub store: Store,
    waiting: Vec<Alarm>,
    /// Lines for the log of what was delivered that it does not hold yet.
    sent: String,
}

const HEART: &str = "heartbeat.json";
const BASELINE: &str = "baseline.json";
const KNOWN: &str = "configurations.json";
const WAITING: &str = "alarms-waiting.json";
const SENT: &str = "alarms.ndjson";
/// How often a run under way beats, and after how long without a beat nothing is under way any more.
const BEAT: Duration = Duration::from_secs(5);
const STILL: SignedDuration = SignedDuration::from_secs(30);
/// Runs whose folders are kept; those that brought news are kept always.
const KEPT: usize = 30;
/// Runs that may wait in memory until they can be written: each has a recording and a bundle.
const HELD: usize = 3;

impl State {
    /// Takes up where the folder left off: a run that came due meanwhile is due now.
    pub fn begin(path: &Path, schedule: &Schedule, grace: SignedDuration, now: &Zoned) -> Result<Self, Trouble> {
        let before: Option<Heartbeat> = read(&path.join(HEART))?;
        let at = now.timestamp();
        let latest = next(schedule, now) + grace;
        let heart = Heartbeat {
            schema: "sluss/heartbeat/1".to_owned(),
            process: Some(std::process::id()),
            started: at,
            at,
            running_since: None,
            last_poll: before.as_ref().and_then(|b| b.last_poll),
            poll_troubles: Vec::new(),
            next_run: before
                .as_ref()
                .filter(|b| b.last_run.is_some())
                .map_or(at, |b| b.next_run.min(next(schedule, now))),
            next_poll: at,
            overdue_after: latest,
            run_until: None,
            longest_run: before.as_ref().map_or(0, |b| b.longest_run),
            alarms_waiting: 0,
            ended: None,
            why: None,
            last_run: before.and_then(|b| b.last_run),
        };
        let known = read(&path.join(KNOWN))?.unwrap_or_default();
        let waiting: Vec<Alarm> = read(&path.join(WAITING))?.unwrap_or_default();
        let (store, sent) = (Store::patient(), String::new());
        let mut state = Self { path: path.to_owned(), grace, heart, known, store, waiting, sent };
        state.heart.alarms_waiting = state.waiting.len();
        state.beat();
        Ok(state)
    }

    pub fn running(&mut self, since: Timestamp) {
        self.heart.running_since = Some(since);
        self.heart.run_until = (since <= self.heart.overdue_after).then(|| since + self.longest_wait());
        self.beat();
    }

    /// Beats while a run is under way, so that one that was killed is told from one that takes its time. To be dropped before
    /// anything else is written.
    pub fn beating(&self) -> Beating {
        let (path, mut heart) = (self.path.join(HEART), self.heart.clone());
        let (stop, stopped) = mpsc::channel();
        let beat = move || {
            while stopped.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                heart.at = Timestamp::now();
                let _ = folder::write(&path, &serde_json::to_vec_pretty(&heart).expect("plain data"));
            }
        };
        Beating(Some((stop, std::thread::spawn(beat))))
    }

    /// How long a run may be under way: the grace, or three times the longest so far, and half an hour in any case.
    fn longest_wait(&self) -> SignedDuration {
        let longest = SignedDuration::from_secs(self.heart.longest_run.saturating_mul(3));
        self.grace.max(longest).max(SignedDuration::from_mins(30))
    }

    /// A run has ended. Only a whole one puts off the hour at which the routine counts as stopped.
    pub fn ran(&mut self, last: LastRun, schedule: &Schedule, poll: SignedDuration, now: &Zoned) {
        (self.heart.running_since, self.heart.run_until) = (None, None);
        // From start to start: a long run does not make the next one late.
        let from = if matches!(schedule, Schedule::Every(_)) { zoned(last.started, now) } else { now.clone() };
        self.heart.next_run = next(schedule, &from).max(now.timestamp());
        self.heart.next_poll = now.timestamp() + poll;
        if last.ok {
            self.heart.overdue_after = self.heart.next_run + self.grace;
            self.heart.longest_run = self.heart.longest_run.max(last.started.duration_until(last.ended).as_secs());
        }
        self.heart.last_run = Some(last);
        self.beat();
    }

    pub fn polled(&mut self, at: Timestamp, troubles: Vec<String>, every: SignedDuration) {
        self.heart.last_poll = Some(at);
        self.heart.poll_troubles = troubles;
        self.heart.next_poll = at + every;
        self.write(KNOWN, &self.known.clone());
        self.beat();
    }

    /// Why: where nobody asked it to.
    pub fn ended(&mut self, why: Option<String>) {
        (self.heart.ended, self.heart.why) = (Some(Timestamp::now()), why);
        self.rests();
    }

    /// No process is at work until the next one begins.
    pub fn rests(&mut self) {
        self.heart.process = None;
        self.beat();
    }

    fn beat(&mut self) {
        self.heart.at = Timestamp::now();
        self.write(HEART, &self.heart.clone());
    }

    /// Tries again to write what could not be written. Gives the runs that are given up because too many wait.
    pub fn flush(&mut self) -> Vec<PathBuf> {
        self.store.flush();
        self.log();
        self.store.keep_newest(&self.path.join("runs"), HELD)
    }

    pub fn folder(&self, now: &Zoned) -> PathBuf {
        self.path.join("runs").join(now.strftime("%Y%m%d-%H%M%S").to_string())
    }

    /// The report the next run is compared with.
    pub fn baseline(&self) -> Result<Option<Report>, Trouble> {
        let path = self.path.join(BASELINE);
        match self.store.read(&path) {
            Ok(bytes) => crate::audit::read(&path, &String::from_utf8_lossy(&bytes)).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Trouble::read(&path)(error)),
        }
    }

    pub fn keep_baseline(&mut self, report: &Report) {
        self.write(BASELINE, report);
        self.known = super::poll::known(report, &self.known);
        self.write(KNOWN, &self.known.clone());
        self.prune();
    }

    /// Old runs without news go; what cannot be removed stays.
    fn prune(&self) {
        let runs = std::fs::read_dir(self.path.join("runs")).into_iter().flatten().flatten().map(|e| e.path());
        let mut runs: Vec<PathBuf> = runs.collect();
        runs.sort();
        let quiet = |path: &PathBuf| {
            let report = crate::audit::report(&path.join("report.json"));
            report.is_ok_and(|r| !r.findings.iter().any(super::is_news))
        };
        for old in runs.iter().rev().skip(KEPT).filter(|p| quiet(p)) {
            let _ = std::fs::remove_dir_all(old);
        }
    }

    pub fn waiting(&self) -> &[Alarm] {
        &self.waiting
    }

    /// Written before it is sent: an alarm survives the end of the program. One that cannot be written goes out all the same.
    pub fn alarm(&mut self, alarm: Alarm) {
        self.waiting.push(alarm);
        self.wait();
    }

    pub fn delivered(&mut self, alarm: &Alarm) {
        self.sent.push_str(&serde_json::to_string(alarm).expect("plain data"));
        self.sent.push('\n');
        self.log();
        self.waiting.retain(|a| a.id != alarm.id);
        self.wait();
    }

    /// Where the log cannot be read, its new lines wait until it can.
    fn log(&mut self) {
        let path = self.path.join(SENT);
        let mut log = match self.store.read(&path) {
            _ if self.sent.is_empty() => return,
            Ok(log) => log,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(_) => return,
        };
        log.extend(std::mem::take(&mut self.sent).into_bytes());
        self.put(&path, &log);
    }

    pub fn undelivered(&mut self, alarm: Alarm) {
        if let Some(one) = self.waiting.iter_mut().find(|a| a.id == alarm.id) {
            *one = alarm;
        }
        self.wait();
    }

    fn wait(&mut self) {
        self.write(WAITING, &self.waiting.clone());
        self.heart.alarms_waiting = self.waiting.len();
        self.beat();
    }

    fn write(&mut self, name: &str, data: &impl Serialize) {
        let bytes = serde_json::to_vec_pretty(data).expect("plain data");
        self.put(&self.path.join(name), &bytes);
    }

    fn put(&mut self, path: &Path, bytes: &[u8]) {
        self.store.put(path, bytes).expect("it is patient");
    }
}

/// Ends the beating where it is dropped.
#[must_use]
pub struct Beating(Option<(mpsc::Sender<()>, JoinHandle<()>)>);

impl Drop for Beating {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.0.take() {
            drop(stop);
            let _ = thread.join();
        }
    }
}

fn next(schedule: &Schedule, from: &Zoned) -> Timestamp {
    schedule.next(from).map_or_else(|| from.timestamp() + SignedDuration::from_hours(24), |z| z.timestamp())
}

fn zoned(at: Timestamp, like: &Zoned) -> Zoned {
    at.to_zoned(like.time_zone().clone())
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, Trouble> {
    if !path.exists() {
        return Ok(None);
    }
    let text = folder::text(path)?;
    serde_json::from_str(&text).map(Some).map_err(|error| {
        let place = Place::line(path.display().to_string(), error.line());
        let what = format!("not as the routine wrote it: {error}; move the file away and it begins anew");
        Problem::new(place, "watch-state", what).into()
    })
}

/// Whether the routine keeps its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pulse {
    OnTime,
    Overdue,
    /// Its process is gone without having ended it, or a run under way shows no sign of life: it was killed, or hangs.
    Silent,
    /// It ended, and nobody has started it again.
    Ended,
}

/// The sign of life in a state folder, and what it says at this time. From outside the routine: it needs no process of
/// ours to run. In a copy of the folder nobody holds its lock: the routine seems to be gone.
pub fn check(path: &Path, now: Timestamp) -> Result<(Heartbeat, Pulse), Trouble> {
    let heart: Option<Heartbeat> = read(&path.join(HEART))?;
    let Some(heart) = heart else {
        let what = format!("`{}` holds no {HEART}: no routine ever ran there", path.display());
        return Err(Problem::new(Place::source(path.display().to_string()), "watch-state", what).into());
    };
    let gone = heart.process.is_some() && lock::is_free(path);
    let pulse = pulse(&heart, now, gone);
    Ok((heart, pulse))
}

fn pulse(heart: &Heartbeat, now: Timestamp, gone: bool) -> Pulse {
    let under_way = heart.run_until.is_some_and(|until| now <= until);
    let still = heart.running_since.is_some() && heart.at + STILL < now;
    match heart.ended {
        Some(_) => Pulse::Ended,
        None if gone || still => Pulse::Silent,
        None if heart.overdue_after < now && !under_way => Pulse::Overdue,
        None => Pulse::OnTime,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every(text: &str) -> Schedule {
        Schedule::Every(declare::duration(text).expect(text))
    }

    fn at(text: &str) -> Zoned {
        format!("2026-11-25T{text}[UTC]").parse().expect(text)
    }

    fn run(started: &Zoned, ok: bool) -> LastRun {
        let (started, why) = (started.timestamp(), (!ok).then(|| "no answer".to_owned()));
        LastRun { started, ended: started, ok, attempts: vec![], why, findings: 0, new: 0, gaps: 0, folder: None }
    }

    #[test]
    fn only_a_whole_run_puts_off_the_hour() {
        let dir = tempfile::tempdir().unwrap();
        let (grace, poll) = (SignedDuration::from_mins(30), SignedDuration::from_mins(5));
        let mut state = State::begin(dir.path(), &every("6h"), grace, &at("00:00")).unwrap();
        assert_eq!(state.heart.next_run, at("00:00").timestamp(), "the first run is due at once");
        assert_eq!(state.heart.overdue_after, at("06:30").timestamp());
        state.ran(run(&at("00:00"), true), &every("6h"), poll, &at("00:10"));
        assert_eq!(state.heart.next_run, at("06:00").timestamp(), "from start to start");
        assert_eq!(state.heart.overdue_after, at("06:30").timestamp());
        state.ran(run(&at("06:00"), false), &every("6h"), poll, &at("06:01"));
        assert_eq!(state.heart.overdue_after, at("06:30").timestamp(), "a failed run is no run");
        let overdue = |t: &str| check(dir.path(), at(t).timestamp()).unwrap().1 == Pulse::Overdue;
        assert!(!overdue("06:30") && overdue("06:31"));
        let taken_up = State::begin(dir.path(), &every("6h"), grace, &at("13:00")).unwrap();
        assert_eq!(taken_up.heart.next_run, at("12:00").timestamp(), "what came due meanwhile is due now");
    }

    #[test]
    fn a_run_under_way_is_on_time_up_to_a_limit() {
        let dir = tempfile::tempdir().unwrap();
        let (grace, poll) = (SignedDuration::from_secs(30), SignedDuration::from_mins(5));
        let mut state = State::begin(dir.path(), &every("1h"), grace, &at("00:00")).unwrap();
        let beaten = |state: &State, t: &str, beat: &str| {
            pulse(&Heartbeat { at: at(beat).timestamp(), ..state.heart.clone() }, at(t).timestamp(), false)
        };
        let pulse = |state: &State, t: &str| beaten(state, t, t);
        let long = LastRun { ended: at("00:20").timestamp(), ..run(&at("00:00"), true) };
        state.ran(long, &every("1h"), poll, &at("00:20"));
        state.running(at("01:00").timestamp());
        let told = (pulse(&state, "01:02"), pulse(&state, "02:00"), pulse(&state, "02:01"));
        assert_eq!(told, (Pulse::OnTime, Pulse::OnTime, Pulse::Overdue));
        assert_eq!(beaten(&state, "01:10", "01:09"), Pulse::Silent, "it was killed");
        state.ran(run(&at("01:00"), false), &every("1h"), poll, &at("01:40"));
        assert_eq!(pulse(&state, "01:41"), Pulse::Overdue, "it failed: none was whole");
        state.running(at("01:42").timestamp());
        assert_eq!(pulse(&state, "01:43"), Pulse::Overdue, "it began too late");
    }

    #[test]
    fn a_process_that_is_gone_is_told_at_once() {
        let dir = tempfile::tempdir().unwrap();
        let told = || check(dir.path(), Timestamp::now()).unwrap().1;
        let lock = lock::Lock::take(dir.path()).unwrap();
        let begin = || State::begin(dir.path(), &every("6h"), SignedDuration::from_hours(3), &Zoned::now()).unwrap();
        let mut state = begin();
        state.running(Timestamp::now());
        assert_eq!((told(), state.heart.process), (Pulse::OnTime, Some(std::process::id())));
        drop(lock);
        assert_eq!(told(), Pulse::Silent, "killed in a run");
        state = begin();
        assert_eq!(told(), Pulse::Silent, "killed between two");
        state.rests();
        assert_eq!(told(), Pulse::OnTime, "one run was asked for, and came to its end");
        let _again = lock::Lock::take(dir.path()).unwrap();
    }

    #[test]
    fn an_ended_routine_says_so_until_it_begins_again() {
        let dir = tempfile::tempdir().unwrap();
        let grace = SignedDuration::from_mins(30);
        let mut state = State::begin(dir.path(), &every("6h"), grace, &at("00:00")).unwrap();
        let told = || check(dir.path(), at("00:01").timestamp()).unwrap().1;
        assert_eq!(told(), Pulse::OnTime);
        state.ended(None);
        assert_eq!(told(), Pulse::Ended);
        State::begin(dir.path(), &every("6h"), grace, &at("00:01")).unwrap();
        assert_eq!(told(), Pulse::OnTime);
    }

    #[test]
    fn an_empty_folder_and_a_damaged_one_are_told() {
        let dir = tempfile::tempdir().unwrap();
        assert!(check(dir.path(), Timestamp::now()).unwrap_err().is_input());
        std::fs::write(dir.path().join(HEART), "{").unwrap();
        assert!(check(dir.path(), Timestamp::now()).unwrap_err().is_input());
    }
}
