//! Timers: evidence that a page is not done although nothing is on its way. Told by the spy as they are set.

use super::{Entry, Witness};
use jiff::Timestamp;
use std::collections::HashMap;
use std::time::{Duration, Instant};

/// The longest timer that is waited for.
const LONGEST: Duration = Duration::from_secs(5);
/// Up to here it is waited for each time it is set, longer ones once in a run.
const SHORT: Duration = Duration::from_millis(1500);
/// Longer ones are clocks of a session, not a tag that comes late.
const CLOCK: Duration = Duration::from_secs(60);
/// What a timer sends is on its way a moment after.
const AFTER: Duration = Duration::from_millis(100);
/// Set so soon after it ended, it was set by itself: it goes round and round.
const ROUND: Duration = Duration::from_millis(60);
/// What is asked at once stands closer together.
const TURN: Duration = Duration::from_millis(800);
/// Times in one step that a timer which had ended is waited for anew.
const AGAIN: u32 = 3;

/// Those of a tab's present document.
#[derive(Default)]
pub(super) struct Timers {
    /// Until when the page is not at rest.
    rest: Option<Instant>,
    /// The same for long ones, which a page at work may otherwise outlast.
    late: Option<Instant>,
    /// When the last of them has ended, whether or not rest waits for it.
    last: Option<Instant>,
    /// The longest of those that a third party's script lets come again and again.
    beat: Duration,
}

/// Run and call site of every timer, with when it was last due.
#[derive(Default)]
pub(super) struct Sites(HashMap<(usize, String), Site>);

struct Site {
    due: Instant,
    step: Option<String>,
    again: u32,
}

impl Witness {
    pub(super) fn waits(&mut self, lane: usize, length: Duration, again: bool, site: String) {
        let third = !site.is_empty() && !self.is_first_party(&site);
        if length > LONGEST {
            // The service's own counts once there is something it could send.
            if (third || self.has_typed(lane)) && !site.is_empty() && !again && length <= CLOCK {
                let script = super::without_query(&site);
                let seconds = length.as_secs();
                let (from, to) = self.unwaited.entry(script).or_insert((seconds, seconds));
                (*from, *to) = ((*from).min(seconds), (*to).max(seconds));
            }
            return;
        }
        let news = self.is_news(lane, length, site);
        let timers = &mut self.lanes[lane].timers;
        if again && third {
            timers.beat = timers.beat.max(length);
        }
        let Some(first) = news.filter(|first| *first || !again) else { return };
        let end = Instant::now() + length + AFTER;
        timers.last = timers.last.max(Some(end));
        if first || length <= SHORT {
            timers.rest = timers.rest.max(Some(end));
        }
        if first && length > SHORT {
            timers.late = timers.late.max(Some(end));
        }
    }

    /// Whether a timer is set for the first time in its run; none where it only goes round.
    fn is_news(&mut self, lane: usize, length: Duration, site: String) -> Option<bool> {
        let (now, state) = (Instant::now(), &self.lanes[lane]);
        let step = state.tag.step.clone();
        let before = self.sites.0.remove(&(state.first, site.clone()));
        let ended = before.as_ref().filter(|b| b.due <= now);
        let round = ended.is_some_and(|b| now - b.due < ROUND);
        let again = match (&before, ended) {
            (Some(before), Some(_)) if before.step == step => before.again + 1,
            (Some(before), None) => before.again,
            _ => 0,
        };
        let first = before.is_none();
        self.sites.0.insert((state.first, site), Site { due: now + length, step, again });
        (!round && again <= AGAIN).then_some(first)
    }

    /// What a tab asked its service last some time after something was sent, and how often it asked anything then; nothing that it had asked
    /// again and again before. `from`: exchanges there were when it was sent.
    pub fn asked_since(&self, lane: usize, from: usize, sent: Timestamp) -> Option<(String, usize)> {
        let own = |e: &&Entry| e.lane == lane && !e.top && self.is_first_party(&e.exchange.url);
        let address = |e: &Entry| super::without_query(&e.exchange.url);
        let later = |e: &&Entry| {
            e.exchange.at.is_some_and(|at| at.duration_since(sent).as_millis() >= TURN.as_millis() as i128)
        };
        let known = |e: &Entry| self.log.iter().take(from).filter(own).filter(|b| address(b) == address(e)).count() > 1;
        let asked: Vec<&Entry> = self.log.iter().skip(from).filter(own).filter(later).filter(|e| !known(e)).collect();
        asked.last().map(|last| (address(last), asked.len()))
    }

    /// One gap for each place that put something off for longer than is waited.
    pub(super) fn tell_unwaited(&mut self) {
        for (script, (from, to)) in std::mem::take(&mut self.unwaited) {
            let when = if from == to { from.to_string() } else { format!("{from}–{to}") };
            let what = format!("what {script} does {when} s after it began");
            self.gap(what, "timers longer than 5 s are not waited for");
        }
    }

    /// Another document: the timers of the one before are gone.
    pub(super) fn forget_timers(&mut self, lane: usize) {
        self.lanes[lane].timers = Timers::default();
    }

    pub(super) fn is_waiting(&self, lane: usize) -> bool {
        self.lanes[lane].timers.rest > Some(Instant::now())
    }

    /// Until when a page's late timers are waited for, whatever else it does.
    pub fn late(&self, lane: usize) -> Option<Instant> {
        self.lanes[lane].timers.late
    }

    /// How long until everything has happened that the page put off; none where it has.
    pub fn put_off(&self, lane: usize) -> Option<Duration> {
        self.lanes[lane].timers.last?.checked_duration_since(Instant::now())
    }

    /// How long it takes until scripts that send in turns have had theirs.
    pub fn beat(&self, lane: usize) -> Option<Duration> {
        Some(self.lanes[lane].timers.beat).filter(|b| !b.is_zero()).map(|b| b + AFTER)
    }
}
