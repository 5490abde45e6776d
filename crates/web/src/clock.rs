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
    pub filed: Option<Timestamp>,
    /// A person has concluded that nobody need be notified.
    pub no_duty: bool,
    /// The case of a processor, who has no 72 hours.
    pub processors: bool,
}

pub fn clock(w: &Say, state: &State<'_>, now: Timestamp) -> Clock {
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
        let (headline, note) = if state.processors {
            ("web-duty-controller", "web-clock-processor-note")
        } else {
            ("web-clock-none", "web-clock-none-note")
        };
        stop(&mut clock, "ok", w.t(headline));
        clock.note = w.t(note);
    }
    clock
}

fn stop(clock: &mut Clock, tone: &'static str, headline: String) {
    clock.tone = tone;
    clock.headline = headline;
}

fn not_started(w: &Say) -> Clock {
    Clock {
        tone: "gap",
        headline: w.t("web-clock-not-started"),
        what: String::new(),
        at: None,
        note: w.t("web-clock-not-started-note"),
        readings: Vec::new(),
        runs: false,
    }
}

fn running(w: &Say, operative: Timestamp, now: Timestamp) -> Clock {
    let left = operative.duration_since(now);
    let over = left.is_negative();
    let tone = if over || left < SOON / 2 {
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
