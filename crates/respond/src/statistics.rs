//! A year of the register in numbers. Drills are counted apart and never mixed in.

use crate::case::{About, Case, Ground};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// Schema `sluss/statistics/1`. Cases belong to the year they were opened in, on the clocks of their country.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Statistics {
    pub schema: &'static str,
    pub year: i16,
    /// Real cases; the numbers below are of them.
    pub cases: usize,
    pub drills: usize,
    pub open: usize,
    /// Concluded to be no personal data breach.
    pub no_breach: usize,
    pub notified: usize,
    /// Of those notified: after the deadline.
    pub late: usize,
    /// Hours from awareness to the notification, the middle one; none without a notification.
    pub median_hours: Option<f64>,
    /// Everybody the duty is about was told.
    pub communicated: usize,
    pub exempted: BTreeMap<&'static str, usize>,
    /// Conclusions that depart from what the rules proposed.
    pub overruled: usize,
    /// The least number of people hit that the cases name together; this and what follows by kind without those that were
    /// no breach.
    pub people: f64,
    pub erasure_requests: usize,
    pub decisions: BTreeMap<String, usize>,
    pub by_nature: BTreeMap<String, usize>,
    pub by_incident: BTreeMap<String, usize>,
    pub by_cause: BTreeMap<String, usize>,
    pub by_data: BTreeMap<String, usize>,
}

/// What happened in the cases opened in `year`, as they stand at `now`.
pub fn statistics<'a>(cases: impl IntoIterator<Item = &'a Case>, year: i16, now: Timestamp) -> Statistics {
    let (drills, real): (Vec<&Case>, Vec<&Case>) =
        cases.into_iter().filter(|c| c.year_opened() == year).partition(|c| c.exercise);
    let mut all = Statistics {
        schema: "sluss/statistics/1",
        year,
        cases: real.len(),
        drills: drills.len(),
        ..Statistics::default()
    };
    let mut hours: Vec<f64> = real.iter().filter_map(|c| c.hours_to_notify()).collect();
    hours.sort_by(f64::total_cmp);
    all.median_hours = median(&hours);
    real.into_iter().for_each(|case| all.add(case, now));
    all
}

impl Statistics {
    fn add(&mut self, case: &Case, now: Timestamp) {
        let count = |yes: bool| usize::from(yes);
        self.open += count(case.closed.is_none());
        self.no_breach += count(case.no_breach.is_some());
        self.notified += count(case.first_told().is_some());
        let late = |d: &crate::Duty| d.id == "notify-authority" && d.state == crate::DutyState::DoneLate;
        self.late += count(case.duties(now).iter().any(late));
        self.communicated += count(case.is_told());
        if let Some(exemption) = case.exempted() {
            *self.exempted.entry(letter(exemption.ground)).or_default() += 1;
        }
        let last = [About::Authority, About::People].into_iter().filter_map(|about| case.conclusion(about));
        self.overruled += last.filter(|c| c.overrules()).count();
        self.erasure_requests += case.erasures.len();
        tally(&mut self.decisions, case.decisions.iter().map(|d| &d.outcome));
        // What was no breach hit nobody.
        if case.no_breach.is_some() {
            return;
        }
        self.people += case.facts.people.as_ref().and_then(|p| p.count.or(p.min)).unwrap_or_default();
        tally(&mut self.by_nature, &case.facts.nature);
        tally(&mut self.by_incident, case.facts.incident.iter().flatten());
        tally(&mut self.by_cause, &case.facts.cause);
        tally(&mut self.by_data, case.facts.data.iter().flatten());
    }
}

impl Case {
    fn year_opened(&self) -> i16 {
        self.opened.to_zoned(self.zone()).year()
    }

    fn hours_to_notify(&self) -> Option<f64> {
        let (aware, sent) = (self.times.aware.as_ref()?.at, self.first_told()?);
        Some(sent.duration_since(aware).as_secs_f64() / 3600.0)
    }
}

fn letter(ground: Ground) -> &'static str {
    match ground {
        Ground::A => "a",
        Ground::B => "b",
        Ground::C => "c",
    }
}

fn tally<'a>(counts: &mut BTreeMap<String, usize>, words: impl IntoIterator<Item = &'a String>) {
    words.into_iter().for_each(|word| *counts.entry(word.clone()).or_default() += 1);
}

/// The middle of sorted numbers, rounded to tenths.
fn median(sorted: &[f64]) -> Option<f64> {
    let middle = (sorted.get(sorted.len().checked_sub(1)? / 2)? + sorted.get(sorted.len() / 2)?) / 2.0;
    Some((middle * 10.0).round() / 10.0)
}
