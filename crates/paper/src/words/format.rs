//! Numbers, dates and durations as each language writes them.
//!
//! Swedish: Språkrådet, Svenska skrivregler (blank between thousands, `kl. 18.20`). Finnish: Kotimaisten kielten keskus
//! (`klo 18.20`, decimal comma). English: day before month, 24 hours.

use super::{Value, Words};
use facts::Lang;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};

/// Groups thousands from five digits on, so that a year never gets a blank in it.
const GROUP_FROM: usize = 5;

/// Formatters for bundles, one a language because Fluent takes a plain function.
pub(super) fn sv<M>(value: &Value<'_>, _: &M) -> Option<String> {
    number_in(Lang::Sv, value)
}

pub(super) fn fi<M>(value: &Value<'_>, _: &M) -> Option<String> {
    number_in(Lang::Fi, value)
}

pub(super) fn en<M>(value: &Value<'_>, _: &M) -> Option<String> {
    number_in(Lang::En, value)
}

fn number_in(lang: Lang, value: &Value<'_>) -> Option<String> {
    match value {
        Value::Number(n) => Some(write_number(lang, &n.as_string())),
        _ => None,
    }
}

/// `plain` is a number as Rust writes it: `-1234567.5`.
fn write_number(lang: Lang, plain: &str) -> String {
    let (thousands, point) = match lang {
        Lang::Sv | Lang::Fi => ('\u{a0}', ','),
        Lang::En => (',', '.'),
    };
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |rest| ("\u{2212}", rest));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let mut out = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        let left = whole.len() - i;
        if i > 0 && left % 3 == 0 && whole.len() >= GROUP_FROM {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

impl Words {
    /// `90 000` in Swedish and Finnish (with a blank that does not break), `90,000` in English.
    pub fn number(&self, n: impl Into<f64>) -> String {
        write_number(self.lang(), &n.into().to_string())
    }

    /// Counts, which may be larger than `f64` holds exactly.
    pub fn count(&self, n: u64) -> String {
        write_number(self.lang(), &n.to_string())
    }

    /// Date, time and offset from UTC: `2 april 2026 kl. 18.20 (UTC+2)`.
    pub fn moment(&self, at: Timestamp, zone: &TimeZone) -> String {
        self.dated("paper-moment", &at.to_zoned(zone.clone()))
    }

    /// As `moment`, with the day of the week, which matters for a deadline.
    pub fn moment_long(&self, at: Timestamp, zone: &TimeZone) -> String {
        self.dated("paper-moment-long", &at.to_zoned(zone.clone()))
    }

    pub fn date(&self, at: Timestamp, zone: &TimeZone) -> String {
        self.dated("paper-date", &at.to_zoned(zone.clone()))
    }

    /// A day of the calendar: `2 april 2026`.
    pub fn day(&self, day: Date) -> String {
        day.to_zoned(TimeZone::UTC).map_or_else(|_| day.to_string(), |at| self.dated("paper-date", &at))
    }

    /// A text that dates stand in, as the tables have it: `2024-04-30 (notified)`.
    pub fn dated_text(&self, text: &str) -> String {
        let part = |part: &str| part.parse::<Date>().map_or_else(|_| self.cite(part), |day| self.day(day));
        text.split(' ').map(part).collect::<Vec<_>>().join(" ")
    }

    /// `2 dygn och 3 timmar`: the two largest units, the sign left to the sentence around it.
    pub fn duration(&self, duration: SignedDuration) -> String {
        let seconds = duration.as_secs().unsigned_abs();
        if (1..60).contains(&seconds) {
            return self.with("paper-seconds", &[("n", Value::from(seconds))]);
        }
        let minutes = seconds / 60;
        let parts =
            [("paper-days", minutes / 1440), ("paper-hours", minutes / 60 % 24), ("paper-minutes", minutes % 60)];
        let first = parts.iter().position(|(_, n)| *n > 0).unwrap_or(2);
        let said: Vec<String> = parts[first..]
            .iter()
            .take(2)
            .filter(|(_, n)| *n > 0 || first == 2)
            .map(|(key, n)| self.with(key, &[("n", Value::from(*n))]))
            .collect();
        self.list(&said)
    }

    /// `a, b och c`.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [before @ .., last] => {
                let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
                let args = [("before", before.join(", ").into()), ("last", last.as_ref().into())];
                self.with("paper-list", &args)
            }
        }
    }

    fn dated(&self, key: &str, at: &Zoned) -> String {
        let month = self.say(&format!("paper-month-{}", at.month()));
        let weekday = self.say(&format!("paper-weekday-{}", at.weekday().to_monday_one_offset()));
        let args: [(&str, Value<'_>); 8] = [
            ("day", at.day().to_string().into()),
            ("month", month.into()),
            ("monthnumber", at.month().to_string().into()),
            ("year", at.year().to_string().into()),
            ("weekday", weekday.into()),
            ("hour", format!("{:02}", at.hour()).into()),
            ("minute", format!("{:02}", at.minute()).into()),
            ("offset", offset(at).into()),
        ];
        self.with(key, &args)
    }
}

/// `UTC`, `UTC+2`, `UTC−3:30`.
fn offset(at: &Zoned) -> String {
    let minutes = at.offset().seconds() / 60;
    let sign = if minutes < 0 { '\u{2212}' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (h, 0) => format!("UTC{sign}{h}"),
        (h, m) => format!("UTC{sign}{h}:{m:02}"),
    }
}
