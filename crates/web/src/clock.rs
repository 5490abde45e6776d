//! The 72 hours as a page tells them: how long is left, by which reading of the law, and what stops the clock.

use crate::say::Say;
use jiff::{SignedDuration, Timestamp};
use respond::DeadlineAnswer;

/// Below this the page grows insistent.
const SOON: SignedDuration = SignedDuration::from_hours(24);

pub struct Clock {
    /// Class of the card: `high`, `medium`, `low`, `ok`, `gap`.
    pub tone: &'static str,
    pub headline: String,
    pub what: String,
    pub at: Option<Timestamp>,
    pub note: String,
    pub readings: Vec<Reading>,
    /// Whether awareness has been set.
    pub runs: bool,
}

pub struct Reading {
    pub name: String,
    pub at: Timestamp,
    pub source: String,
    pub operative: bool,
    pub disputed: bool,
}

/// What the clock needs to know of a case.
pub struct State<'a> {
    pub answer: Option<&'a DeadlineAnswer>,
    /// When the last of those who have to be notified was; none while one is left.
    pub filed: Option<Timestamp>,
    /// The authority that is notified next, where there are several.
    pub next: Option<&'a str>,
    /// A person has concluded that nobody need be notified.
    pub no_duty: bool,
    /// The notification was withdrawn, and nobody has concluded since.
    pub untold: bool,
    /// It was no breach, and nobody was notified.
    pub dismissed: bool,
    /// The case of a processor, who has no 72 hours, and whether it has told its controllers.
    pub processor: Option<Told>,
}

#[derive(Clone, Copy)]
pub struct Told {
    pub aware: bool,
    pub all: bool,
    pub last: Option<Timestamp>,
}

pub fn clock(w: &Say, state: &State<'_>, now: Timestamp) -> Clock {
    if state.dismissed {
        return still(w, "ok", "web-clock-dismissed", "web-clock-none-note");
    }
    if let Some(told) = state.processor {
        let (tone, headline) = if told.all { ("ok", "web-clock-told") } else { ("medium", "web-clock-tell") };
        let clock = still(w, tone, headline, "web-clock-processor-note");
        let at = told.last.filter(|_| told.all);
        return Clock { what: w.t("web-clock-told-at"), at, runs: told.aware, ..clock };
    }
    let Some(answer) = state.answer else { return not_started(w) };
    // The regime of this page counts in hours; one that only says "without undue delay" has no clock to show.
    let Some(due) = answer.operative.map(|m| m.timestamp()) else { return not_started(w) };
    let mut clock = running(w, due, now);
    clock.readings = readings(w, answer, due);
    if let Some(filed) = state.filed {
        let (tone, headline) = if filed > due { ("medium", "web-clock-filed-late") } else { ("ok", "web-clock-filed") };
        stop(&mut clock, tone, w.t(headline));
        clock.what = w.t("web-clock-filed-at");
        clock.at = Some(filed);
        clock.note = w.t1("web-clock-filed-note", "at", w.moment(due));
    } else if state.no_duty {
        stop(&mut clock, "ok", w.t("web-clock-none"));
        clock.note = w.t("web-clock-none-note");
    } else if state.untold {
        stop(&mut clock, "medium", w.t("web-clock-withdrawn"));
        clock.note = w.t("web-clock-withdrawn-note");
    } else if let Some(authority) = state.next.filter(|_| now <= due) {
        clock.what = w.t1("web-clock-what-to", "authority", authority);
    }
    clock
}

fn stop(clock: &mut Clock, tone: &'static str, headline: String) {
    clock.tone = tone;
    clock.headline = headline;
}

fn not_started(w: &Say) -> Clock {
    still(w, "gap", "web-clock-not-started", "web-clock-not-started-note")
}

fn still(w: &Say, tone: &'static str, headline: &str, note: &str) -> Clock {
    Clock {
        tone,
        headline: w.t(headline),
        what: String::new(),
        at: None,
        note: w.t(note),
        readings: Vec::new(),
        runs: false,
    }
}

/// So little is left, or it is over.
pub fn is_pressing(left: SignedDuration) -> bool {
    left < SOON / 2
}

fn running(w: &Say, operative: Timestamp, now: Timestamp) -> Clock {
    let left = operative.duration_since(now);
    let over = left.is_negative();
    let tone = if is_pressing(left) {
        "high"
    } else if left < SOON {
        "medium"
    } else {
        "low"
    };
    let (headline, what) =
        if over { ("web-clock-over", "web-clock-was") } else { ("web-clock-left", "web-clock-what") };
    Clock {
        tone,
        headline: w.t1(headline, "time", w.duration(left)),
        what: w.t(what),
        at: Some(operative),
        note: if over { w.t("web-clock-over-note") } else { w.t1("web-clock-note", "now", w.moment(now)) },
        readings: Vec::new(),
        runs: true,
    }
}

/// The operative reading first, the disputed ones last.
fn readings(w: &Say, answer: &DeadlineAnswer, due: Timestamp) -> Vec<Reading> {
    let one = |r: &respond::Reading| {
        let key = format!("respond-reading-{}", r.id);
        Reading {
            name: if w.words.has(&key) { w.t(&key) } else { r.name.clone() },
            at: r.at.timestamp(),
            source: w.words.cite(&r.source),
            operative: r.at.timestamp() == due,
            disputed: r.disputed,
        }
    };
    let mut all: Vec<Reading> = answer.readings.iter().map(one).collect();
    all.sort_by_key(|r| (r.disputed, r.at));
    all
}
