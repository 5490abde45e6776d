//! Why what looks like a date is none: the month has fewer days, the day fewer hours.

use facts::{Place, Problem};
use jiff::civil::Date;

/// Reads a day as `2026-04-02`; `field` is named where it cannot be read.
pub fn day(field: &str, text: &str) -> Result<Date, Problem> {
    text.trim().parse().map_err(|_| {
        let example = vec!["2026-04-02".to_owned()];
        let plain = Problem::new(Place::source(field), "day", format!("`{text}` is no day")).found(text);
        impossible(field, text).unwrap_or(Problem { allowed: example, ..plain })
    })
}

/// The reason why a date, with or without a time, cannot be; none where it is not written as one or can be. The first
/// word of what would be right is the number that the sentence needs.
pub fn impossible(field: &str, text: &str) -> Option<Problem> {
    let text = text.trim();
    let (date, time) = text.split_once(['T', 't', ' ']).unwrap_or((text, ""));
    let mut parts = date.split('-').map(|part| part.parse::<i16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let wrong = |code, message: String, most: i16| {
        let place = Place::source(field);
        Problem { allowed: vec![most.to_string()], ..Problem::new(place, code, message).found(text) }
    };
    if !(1..=12).contains(&month) {
        return Some(wrong("no-such-month", format!("`{text}` cannot be: a year has 12 months"), 12));
    }
    let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    let days = i16::from(first.days_in_month());
    if !(1..=days).contains(&day) {
        let month = first.strftime("%B %Y");
        return Some(wrong("no-such-day", format!("`{text}` cannot be: {month} has {days} days"), days));
    }
    let mut clock = time.split(':').map(|part| part.get(..2).and_then(|two| two.parse::<u8>().ok()));
    let (hour, minute) = (clock.next()??, clock.next()??);
    let cannot = hour > 23 || minute > 59;
    cannot.then(|| wrong("no-such-time", format!("`{text}` cannot be: a day ends at 23:59"), 23))
}
