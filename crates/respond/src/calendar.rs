//! Working days of any year, from rules: fixed dates, weekdays near a date, days from Easter.

use jiff::civil::{Date, Weekday, date};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Which list: the European one (Reg. 1182/71) or the one for periods set by national law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum List {
    Eu,
    National,
}

#[derive(Deserialize)]
pub struct Calendars {
    pub country: BTreeMap<String, Calendar>,
}

#[derive(Deserialize)]
pub struct Calendar {
    #[serde(default)]
    pub unconfirmed: bool,
    pub holidays: Vec<Holiday>,
}

#[derive(Deserialize)]
pub struct Holiday {
    pub id: String,
    on: On,
    from: Option<i16>,
    until: Option<i16>,
    /// On a Saturday or Sunday, the next working day is free as well.
    #[serde(default)]
    moves: bool,
}

/// When a holiday is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum On {
    Fixed(i8, i8),
    /// The first such weekday on or after the date.
    First(Weekday, i8, i8),
    /// The date itself where it is the second weekday, else the first such weekday after it.
    FirstUnless(Weekday, Weekday, i8, i8),
    Easter(i32),
    Orthodox(i32),
}

impl Calendar {
    pub fn is_working_day(&self, day: Date) -> bool {
        !is_weekend(day) && !self.year(day.year()).iter().any(|(free, _)| *free == day)
    }

    /// The day itself if it is a working day, else the next one that is.
    pub fn working_day_from(&self, day: Date) -> Date {
        days_from(day).find(|d| self.is_working_day(*d)).unwrap_or(day)
    }

    /// All holidays of a year in order of date.
    pub fn year(&self, year: i16) -> Vec<(Date, &str)> {
        let own = |h| Holiday::in_year(h, year).map(|day| (day, h));
        let mut own: Vec<(Date, &Holiday)> = self.holidays.iter().filter_map(own).collect();
        own.sort_by_key(|(day, _)| *day);
        let mut days: Vec<(Date, &str)> = own.iter().map(|(day, h)| (*day, h.id.as_str())).collect();
        for (day, holiday) in own.into_iter().filter(|(day, h)| h.moves && is_weekend(*day)) {
            let free = days_from(day).find(|d| !is_weekend(*d) && !days.iter().any(|(taken, _)| taken == d));
            days.extend(free.map(|free| (free, holiday.id.as_str())));
        }
        days.sort();
        days
    }
}

pub fn days_from(day: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(day), |d| d.tomorrow().ok())
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

impl Holiday {
    fn in_year(&self, year: i16) -> Option<Date> {
        let within = self.from.is_none_or(|y| year >= y) && self.until.is_none_or(|y| year <= y);
        within.then(|| self.on.date(year)).flatten()
    }
}

impl On {
    fn date(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::First(weekday, month, day) => {
                days_from(Date::new(year, month, day).ok()?).take(7).find(|d| d.weekday() == weekday)
            }
            Self::FirstUnless(weekday, unless, month, day) => {
                let own = Date::new(year, month, day).ok().filter(|d| d.weekday() == unless);
                own.or_else(|| Self::First(weekday, month, day).date(year))
            }
            Self::Easter(days) => shift(easter(year), days),
            Self::Orthodox(days) => shift(orthodox_easter(year), days),
        }
    }
}

fn shift(day: Date, days: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().days(days)).ok()
}

/// Easter Sunday of the Gregorian calendar (anonymous Gregorian computus, Nature 13, 1876, p. 487).
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    date(year, (n / 31) as i8, (n % 31 + 1) as i8)
}

/// Easter Sunday of the Orthodox churches as a Gregorian date (Meeus, Astronomical Algorithms, ch. 8), for 1900 to 2099.
pub fn orthodox_easter(year: i16) -> Date {
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let n = d + e + 114;
    let julian = date(year, (n / 31) as i8, (n % 31 + 1) as i8);
    shift(julian, 13).unwrap_or(julian)
}

impl TryFrom<String> for On {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no day of a year");
        for (word, make) in [("easter", Self::Easter as fn(i32) -> Self), ("orthodox", Self::Orthodox)] {
            if let Some(days) = text.strip_prefix(word) {
                return days.parse().map(make).map_err(|_| wrong());
            }
        }
        let weekday = |word| weekday_of(word).ok_or_else(wrong);
        match text.split_once(' ') {
            Some((words, day)) if words.contains('|') => {
                let (month, day) = month_day(day).ok_or_else(wrong)?;
                let (unless, first) = words.split_once('|').ok_or_else(wrong)?;
                Ok(Self::FirstUnless(weekday(first)?, weekday(unless)?, month, day))
            }
            Some((first, day)) => {
                let (month, day) = month_day(day).ok_or_else(wrong)?;
                Ok(Self::First(weekday(first)?, month, day))
            }
            None => month_day(&text).map(|(month, day)| Self::Fixed(month, day)).ok_or_else(wrong),
        }
    }
}

fn month_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // 2024 is a leap year: every day that exists in some year is one.
    Date::new(2024, month, day).ok().map(|_| (month, day))
}

fn weekday_of(word: &str) -> Option<Weekday> {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let at = days.iter().position(|d| *d == word)?;
    Weekday::from_monday_zero_offset(at as i8).ok()
}
