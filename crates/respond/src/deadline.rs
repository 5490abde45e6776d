//! Deadlines with every reading of the law and its source. The operative one is the earliest.

use crate::calendar::{Calendar, List, days_from};
use crate::tables::tables;
use crate::zone::{Authority, Moment};
use facts::{Place, Problem};
use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{RoundMode, Span, Timestamp, Unit, Zoned, ZonedRound};
use serde::{Deserialize, Serialize};

/// Schema `sluss/deadline/1`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeadlineAnswer {
    pub schema: String,
    pub regime: String,
    pub law: String,
    pub country: String,
    /// Whom the law binds: `controller`, `processor`, `nis2-entity` …
    #[serde(default)]
    pub who: String,
    /// IANA name of the zone the hours are counted in.
    pub zone: String,
    pub aware: Moment,
    /// The earliest reading of the first stage; null where the law only says "without undue delay".
    #[serde(default)]
    pub operative: Option<Moment>,
    pub readings: Vec<Reading>,
    pub stages: Vec<StageAnswer>,
    pub source: String,
    pub unconfirmed: bool,
    /// The country's list of holidays was not compared with the Official Journal; hours do not hang on it.
    pub holidays_unconfirmed: bool,
    /// Not law, only proposed.
    pub proposed: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub id: String,
    pub name: String,
    pub at: Moment,
    pub source: String,
    pub disputed: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StageAnswer {
    pub id: String,
    /// The event it counts from.
    pub from: String,
    pub from_at: Moment,
    /// The stage it counts from is taken to be done at the last moment.
    pub assumed: bool,
    pub undue_delay: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operative: Option<Moment>,
    pub readings: Vec<Reading>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    pub id: String,
    pub law: String,
    countries: Where,
    pub who: String,
    pub to: String,
    #[serde(default = "any_risk")]
    pub threshold: String,
    valid_from: toml::value::Datetime,
    pub source: String,
    #[serde(default)]
    unconfirmed: bool,
    #[serde(default)]
    unconfirmed_in: Vec<String>,
    #[serde(default)]
    pub proposed: bool,
    /// Other names people know it by, in lower case.
    #[serde(default)]
    also: Vec<String>,
    /// A case derives it by itself; the others are marked by a person.
    #[serde(default)]
    core: bool,
    stage: Vec<Stage>,
}

fn any_risk() -> String {
    "risk".to_owned()
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
enum Where {
    Everywhere(String),
    In(Vec<String>),
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stage {
    id: String,
    from: String,
    hours: Option<i64>,
    days: Option<i64>,
    weeks: Option<i64>,
    months: Option<i64>,
    calendar: Option<List>,
    #[serde(default)]
    undue_delay: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ReadingRow {
    pub id: String,
    name: String,
    source: String,
    #[serde(default)]
    disputed: bool,
    #[serde(default)]
    of_law: bool,
}

#[derive(Deserialize)]
pub struct DeadlineTable {
    pub reading: Vec<ReadingRow>,
    pub regime: Vec<Regime>,
}

/// The deadlines of a regime from the moment of awareness (or of the event the regime counts from).
///
/// `aware` is RFC 3339; without an offset it is read on the clocks of `country`.
pub fn deadline(aware: &str, country: &str, regime: &str) -> Result<DeadlineAnswer, Problem> {
    let authority = tables().places.authority(country)?;
    let zone = tables().places.zone(authority);
    let at = moment(aware, &zone)?;
    deadline_at(at.timestamp(), &authority.country, regime)
}

/// The same from a point in time.
pub fn deadline_at(aware: Timestamp, country: &str, regime: &str) -> Result<DeadlineAnswer, Problem> {
    let authority = tables().places.authority(country)?;
    let at = aware.to_zoned(tables().places.zone(authority));
    let row = find(regime, authority, at.date())?;
    let stages = stages(row, authority, &at);
    let first = stages.first();
    Ok(DeadlineAnswer {
        schema: "sluss/deadline/1".to_owned(),
        regime: row.id.clone(),
        law: row.law.clone(),
        country: authority.country.clone(),
        who: row.who.clone(),
        zone: authority.zone.clone(),
        aware: Moment::from(&at),
        operative: first.and_then(|s| s.operative),
        readings: first.map(|s| s.readings.clone()).unwrap_or_default(),
        source: row.source.clone(),
        unconfirmed: row.unconfirmed || row.unconfirmed_in.contains(state(authority)),
        holidays_unconfirmed: tables().places.calendar(authority, List::Eu).is_none_or(|c| c.unconfirmed),
        proposed: row.proposed,
        stages,
    })
}

/// One stage of a regime from the event it really counts from, such as the hour an initial report was sent.
pub fn stage_deadline(from: Timestamp, country: &str, regime: &str, stage: &str) -> Result<StageAnswer, Problem> {
    let authority = tables().places.authority(country)?;
    let at = from.to_zoned(tables().places.zone(authority));
    let row = find(regime, authority, at.date())?;
    let wanted = row.stage.iter().find(|s| s.id == stage).ok_or_else(|| {
        let allowed: Vec<&str> = row.stage.iter().map(|s| s.id.as_str()).collect();
        Problem::new(Place::source("stage"), "stage", format!("`{}` has no stage `{stage}`", row.id))
            .found(stage)
            .allowed(&allowed)
    })?;
    Ok(answer(row, wanted, authority, &at, false))
}

/// The only country that a regime, by its id or another name, holds in; none where it holds in several.
pub fn country_of(regime: &str) -> Option<&'static str> {
    let id = spelt(regime);
    let rows = tables().deadlines.regime.iter();
    let rows: Vec<&'static Regime> = match rows.clone().any(|r| r.also.contains(&id)) {
        true => rows.filter(|r| r.also.contains(&id)).collect(),
        false => rows.filter(|r| r.id == id).collect(),
    };
    let only = |r: &&'static Regime| match &r.countries {
        Where::In(list) => <&[String; 1]>::try_from(list.as_slice()).ok().map(|[one]| one.as_str()),
        Where::Everywhere(_) => None,
    };
    let first = rows.first().and_then(only)?;
    rows.iter().all(|r| only(r) == Some(first)).then_some(first)
}

fn spelt(regime: &str) -> String {
    regime.trim().to_ascii_lowercase().replace('_', "-")
}

/// As the table calls it.
fn id_of(regime: &str) -> String {
    let id = spelt(regime);
    tables().deadlines.regime.iter().find(|r| r.also.contains(&id)).map_or(id, |r| r.id.clone())
}

/// Ids of the regimes that hold in a country.
pub fn regimes(country: &str) -> Vec<&'static str> {
    let Ok(authority) = tables().places.authority(country) else { return Vec::new() };
    let mut ids: Vec<&str> =
        tables().deadlines.regime.iter().filter(|r| r.holds_in(authority)).map(|r| r.id.as_str()).collect();
    ids.dedup();
    ids
}

/// Ids of the laws with reports of their own that a person may mark a case with.
pub fn other_regimes(country: &str) -> Vec<&'static str> {
    let aside = |id: &&str| tables().deadlines.regime.iter().any(|r| r.id == *id && !r.core && !r.proposed);
    regimes(country).into_iter().filter(aside).collect()
}

/// Ids of the stages of a regime in a country, in order; the newest row's.
pub fn stages_of(regime: &str, country: &str) -> Vec<&'static str> {
    let Ok(authority) = tables().places.authority(country) else { return Vec::new() };
    let rows = tables().deadlines.regime.iter().filter(|r| r.id == regime && r.holds_in(authority));
    let newest = rows.max_by_key(|r| r.valid_from());
    newest.into_iter().flat_map(|r| r.stage.iter().map(|s| s.id.as_str())).collect()
}

/// What a regime counts from (`aware`, `event`, `detected` …), and its law.
pub fn law_from(regime: &str, country: &str) -> Option<(&'static str, &'static str)> {
    let authority = tables().places.authority(country).ok()?;
    let rows = tables().deadlines.regime.iter().filter(|r| r.id == regime && r.holds_in(authority));
    let newest = rows.max_by_key(|r| r.valid_from())?;
    newest.stage.first().map(|stage| (&*stage.from, &*newest.law))
}

/// The holidays of a country in a year, as Reg. 1182/71 has them or as national law has them; empty where unknown.
pub fn holidays(country: &str, year: i16, national: bool) -> Vec<(Date, String)> {
    let list = if national { List::National } else { List::Eu };
    let places = &tables().places;
    let calendar = places.authority(country).ok().and_then(|a| places.calendar(a, list));
    calendar.map(|c| c.year(year).into_iter().map(|(day, id)| (day, id.to_owned())).collect()).unwrap_or_default()
}

fn find(regime: &str, authority: &Authority, on: Date) -> Result<&'static Regime, Problem> {
    let rows = &tables().deadlines.regime;
    let id = id_of(regime);
    let here: Vec<&Regime> = rows.iter().filter(|r| r.id == id && r.holds_in(authority)).collect();
    if here.is_empty() {
        let allowed = regimes(&authority.country);
        let message = format!("no regime `{regime}` is known for {}", authority.country);
        return Err(Problem::new(Place::source("regime"), "unknown-regime", message).found(regime).allowed(&allowed));
    }
    let valid = here.into_iter().filter(|r| r.valid_from() <= on).max_by_key(|r| r.valid_from());
    valid.ok_or_else(|| {
        let first = rows.iter().filter(|r| r.id == id && r.holds_in(authority)).map(Regime::valid_from).min();
        let message = format!("`{id}` was not in force on {on}");
        let allowed: Vec<String> = first.iter().map(|d| format!("{d} or later")).collect();
        Problem::new(Place::source("aware"), "not-in-force", message).found(on.to_string()).allowed(&allowed)
    })
}

/// The state whose law holds with an authority: Finland's on Åland too.
fn state(authority: &Authority) -> &String {
    authority.holidays_of.as_ref().unwrap_or(&authority.country)
}

impl Regime {
    fn holds_in(&self, authority: &Authority) -> bool {
        match &self.countries {
            Where::Everywhere(_) => true,
            Where::In(list) => list.contains(state(authority)),
        }
    }

    fn valid_from(&self) -> Date {
        let day = self.valid_from.date.map(|d| Date::new(d.year as i16, d.month as i8, d.day as i8));
        day.and_then(Result::ok).unwrap_or(Date::MAX)
    }
}

fn stages(regime: &Regime, authority: &Authority, aware: &Zoned) -> Vec<StageAnswer> {
    let mut done: Vec<StageAnswer> = Vec::new();
    for stage in &regime.stage {
        let before = done.iter().find(|s| s.id == stage.from).and_then(|s| s.operative);
        let from = before.map_or_else(|| aware.clone(), |m| m.timestamp().to_zoned(aware.time_zone().clone()));
        done.push(answer(regime, stage, authority, &from, before.is_some()));
    }
    done
}

fn answer(regime: &Regime, stage: &Stage, authority: &Authority, from: &Zoned, assumed: bool) -> StageAnswer {
    let readings = match stage.hours {
        Some(hours) => hour_readings(regime, hours, authority, from),
        None => day_reading(stage, authority, from).into_iter().collect(),
    };
    StageAnswer {
        id: stage.id.clone(),
        from: stage.from.clone(),
        from_at: Moment::from(from),
        assumed,
        undue_delay: stage.undue_delay,
        operative: readings.iter().map(|r| r.at).min(),
        readings,
    }
}

/// Every reading of a period in hours. Summer and winter time make elapsed and wall-clock hours differ.
fn hour_readings(regime: &Regime, hours: i64, authority: &Authority, from: &Zoned) -> Vec<Reading> {
    let elapsed = |start: &Zoned| start.checked_add(Span::new().hours(hours)).ok();
    let wall = |start: &Zoned| {
        let civil = start.datetime().checked_add(Span::new().hours(hours)).ok()?;
        let ambiguous = start.time_zone().to_ambiguous_zoned(civil);
        let is_gap = matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. });
        let end = ambiguous.earlier().ok()?;
        // What the clocks skip ends when they go on, not before it has begun.
        if is_gap { next_change(&end) } else { Some(end) }
    };
    let full = next_full_hour(from);
    let full_elapsed = full.as_ref().and_then(elapsed);
    let full_wall = full.as_ref().and_then(wall);
    let working = full
        .as_ref()
        .zip(full_elapsed.as_ref())
        .and_then(|(start, end)| two_working_days(hours, authority, start, end));
    let ends = [
        ("elapsed", elapsed(from)),
        ("wall-clock", wall(from)),
        ("full-hours", full_elapsed),
        ("full-hours-wall-clock", full_wall),
        ("two-working-days", working),
    ];
    let rows = &tables().deadlines.reading;
    let found = ends.into_iter().filter_map(|(id, end)| Some((rows.iter().find(|r| r.id == id)?, end?)));
    found.map(|(row, end)| row.reading(&regime.law, hours, &end)).collect()
}

impl ReadingRow {
    fn reading(&self, law: &str, hours: i64, end: &Zoned) -> Reading {
        Reading {
            id: self.id.clone(),
            name: self.name.replace("{n}", &hours.to_string()),
            at: Moment::from(end),
            source: if self.of_law { format!("{law}: {}", self.source) } else { self.source.clone() },
            disputed: self.disputed,
        }
    }
}

/// The first moment after the next change of the clocks.
fn next_change(at: &Zoned) -> Option<Zoned> {
    let change = at.time_zone().following(at.timestamp()).next()?.timestamp();
    Some(change.to_zoned(at.time_zone().clone()))
}

/// Art. 3(1): the hour in which the event falls is not counted.
fn next_full_hour(at: &Zoned) -> Option<Zoned> {
    let hour = at.round(ZonedRound::new().smallest(Unit::Hour).mode(RoundMode::Trunc)).ok()?;
    hour.checked_add(Span::new().hours(1)).ok()
}

/// Art. 3(5): a period of two days or more holds two whole working days, else it is longer.
fn two_working_days(hours: i64, authority: &Authority, start: &Zoned, end: &Zoned) -> Option<Zoned> {
    if hours < 48 {
        return None;
    }
    let calendar = tables().places.calendar(authority, List::Eu)?;
    let is_whole = start.start_of_day().is_ok_and(|midnight| midnight == *start);
    let first = if is_whole { start.date() } else { start.date().tomorrow().ok()? };
    let second = days_from(first).filter(|d| calendar.is_working_day(*d)).nth(1)?;
    if second < end.date() { Some(end.clone()) } else { end_of(second, start.time_zone()) }
}

/// A period in days, weeks or months: the day of the event is not counted.
fn day_reading(stage: &Stage, authority: &Authority, from: &Zoned) -> Option<Reading> {
    let (days, weeks, months) = (stage.days.unwrap_or(0), stage.weeks.unwrap_or(0), stage.months.unwrap_or(0));
    if days + weeks + months == 0 {
        return None;
    }
    let last = from.date().checked_add(Span::new().days(days).weeks(weeks).months(months)).ok()?;
    let calendar = stage.calendar.and_then(|list| Some((list, tables().places.calendar(authority, list)?)));
    let last = match calendar {
        None => last,
        Some((List::National, calendar)) => calendar.working_day_from(last),
        Some((List::Eu, calendar)) => european_end(calendar, from.date(), last),
    };
    let source = match stage.calendar {
        None => "calendar days",
        Some(List::Eu) => "Reg. 1182/71 art. 3(2)(b)-(c), 3(4), 3(5)",
        Some(List::National) => "national list of holidays",
    };
    Some(Reading {
        id: "end-of-day".to_owned(),
        name: source.to_owned(),
        at: Moment::from(&end_of(last, from.time_zone())?),
        source: source.to_owned(),
        disputed: false,
    })
}

/// Art. 3(4), then 3(5): not on a holiday, and with two working days in it.
fn european_end(calendar: &Calendar, event: Date, last: Date) -> Date {
    let end = calendar.working_day_from(last);
    let first = event.tomorrow().unwrap_or(event);
    let second = days_from(first).filter(|d| calendar.is_working_day(*d)).nth(1).unwrap_or(end);
    end.max(second)
}

/// The last second of a day: the period ends with it.
fn end_of(day: Date, zone: &TimeZone) -> Option<Zoned> {
    zone.to_ambiguous_zoned(day.at(23, 59, 59, 0)).later().ok()
}

/// Reads a moment as [`moment`] does, on the clocks of a country.
pub fn moment_in(text: &str, country: &str) -> Result<Timestamp, Problem> {
    let places = &tables().places;
    Ok(moment(text, &places.zone(places.authority(country)?))?.timestamp())
}

/// Reads a moment; without an offset on the clocks of `zone`, where it must be one moment and not two or none.
pub fn moment(text: &str, zone: &TimeZone) -> Result<Zoned, Problem> {
    let wrong = || {
        let message = format!("`{text}` is no moment in time");
        // An example of the form; the nearest date would be a guess.
        let allowed = ["2026-04-02T18:20:00+02:00", "2026-04-02T18:20"].map(str::to_owned).to_vec();
        Problem { allowed, ..Problem::new(Place::source("aware"), "moment", message).found(text) }
    };
    let text = text.trim();
    // As the program itself writes it: the offset may stand apart.
    let joined = text.rsplit_once(' ').filter(|(_, end)| end.starts_with(['+', '-']));
    let joined = joined.map(|(clock, offset)| format!("{clock}{offset}"));
    let joined = joined.as_deref().unwrap_or(text);
    // The library takes offsets of up to 25 hours; an hour of RFC 3339 ends at 23.
    if joined.get(11..).and_then(|time| time.rsplit_once(['+', '-'])).is_some_and(|(_, hours)| hours >= "24") {
        return Err(wrong());
    }
    if let Ok(at) = joined.parse::<Timestamp>() {
        return Ok(at.to_zoned(zone.clone()));
    }
    if let Some(problem) = crate::impossible("aware", text) {
        return Err(problem);
    }
    if !text.contains(['T', 't', ' ']) {
        return Err(wrong());
    }
    let civil: DateTime = text.parse().map_err(|_| wrong())?;
    let ambiguous = zone.to_ambiguous_zoned(civil);
    match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => ambiguous.unambiguous().map_err(|_| wrong()),
        AmbiguousOffset::Gap { before, after } => {
            let message = format!("the clocks were put forward: `{text}` did not exist");
            Err(clock_change(message, text, &[before, after]))
        }
        AmbiguousOffset::Fold { before, after } => {
            let message = format!("the clocks were put back: `{text}` was twice; say which");
            Err(clock_change(message, text, &[before, after]))
        }
    }
}

fn clock_change(message: String, text: &str, offsets: &[jiff::tz::Offset]) -> Problem {
    let clock = |o: &jiff::tz::Offset| {
        format!(
            "{text}{}{:02}:{:02}",
            if o.is_negative() { '-' } else { '+' },
            o.seconds().abs() / 3600,
            o.seconds().abs() % 3600 / 60
        )
    };
    let allowed: Vec<String> = offsets.iter().map(clock).collect();
    let mut problem = Problem::new(Place::source("aware"), "clock-change", message);
    problem.found = Some(text.to_owned());
    problem.allowed = allowed;
    problem
}
