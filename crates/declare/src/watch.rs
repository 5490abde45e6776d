//! `[watch]`: when a service is looked at again, and who is told.

use crate::reader::{Reader, Table};
use facts::Problem;
use jiff::{SignedDuration, Zoned};
use std::ops::Range;
use std::str::FromStr;

/// What the declaration says of the routine.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Watch {
    pub schedule: Option<Schedule>,
    /// How often vendor configurations are fetched between two audits.
    pub poll: Option<SignedDuration>,
    /// Addresses that get alarms.
    pub mail: Vec<String>,
    pub mail_from: Option<String>,
    /// `smtp://host:587` (STARTTLS) or `smtps://host`; the password comes from elsewhere.
    pub smtp: Option<String>,
    /// Addresses that get alarms as JSON.
    pub webhook: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schedule {
    /// From the start of one run to the start of the next.
    Every(SignedDuration),
    Cron(Cron),
}

impl Schedule {
    /// The next time after `now`; none where a cron line names a day that never comes.
    pub fn next(&self, now: &Zoned) -> Option<Zoned> {
        match self {
            Self::Every(span) => now.checked_add(*span).ok(),
            Self::Cron(cron) => cron.next(now),
        }
    }
}

/// Five fields as in crontab(5): minute, hour, day of the month, month, day of the week (0 or 7 is Sunday).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cron {
    minutes: Vec<i8>,
    hours: Vec<i8>,
    days: Vec<i8>,
    months: Vec<i8>,
    weekdays: Vec<i8>,
    /// Both days are restricted: either is enough.
    either: bool,
}

impl Cron {
    fn next(&self, now: &Zoned) -> Option<Zoned> {
        let mut date = now.date();
        // A leap day in February comes within eight years.
        for _ in 0..8 * 366 {
            if self.on(date) {
                let times = self.hours.iter().flat_map(|h| self.minutes.iter().map(move |m| (*h, *m)));
                let at = times.filter_map(|(h, m)| date.at(h, m, 0, 0).to_zoned(now.time_zone().clone()).ok());
                if let Some(next) = at.into_iter().find(|at| at > now) {
                    return Some(next);
                }
            }
            date = date.tomorrow().ok()?;
        }
        None
    }

    fn on(&self, date: jiff::civil::Date) -> bool {
        let day = self.days.contains(&date.day());
        let weekday = self.weekdays.contains(&(date.weekday().to_sunday_zero_offset()));
        let fits = if self.either { day || weekday } else { day && weekday };
        fits && self.months.contains(&date.month())
    }
}

impl FromStr for Cron {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fields: Vec<&str> = text.split_whitespace().collect();
        let [minute, hour, day, month, weekday] = fields[..] else {
            return Err(format!("five fields were expected, not {}", fields.len()));
        };
        let mut weekdays: Vec<i8> = field(weekday, 0..8, "day of the week")?.into_iter().map(|d| d % 7).collect();
        weekdays.sort_unstable();
        weekdays.dedup();
        Ok(Self {
            minutes: field(minute, 0..60, "minute")?,
            hours: field(hour, 0..24, "hour")?,
            days: field(day, 1..32, "day of the month")?,
            months: field(month, 1..13, "month")?,
            weekdays,
            either: day != "*" && weekday != "*",
        })
    }
}

/// `*`, `5`, `1-5`, `*/15`, `1-5/2`, and several with commas between.
fn field(text: &str, range: Range<i8>, name: &str) -> Result<Vec<i8>, String> {
    let wrong = || {
        format!(
            "`{text}` is no {name}: {} to {}, `*`, `1-5`, `*/2`, or several with commas",
            range.start,
            range.end - 1
        )
    };
    let mut values = Vec::new();
    for part in text.split(',') {
        let (span, step) = part.split_once('/').map_or((part, Ok(1)), |(s, step)| (s, step.parse::<usize>()));
        let step = step.ok().filter(|s| *s > 0).ok_or_else(wrong)?;
        let (from, to) = match span.split_once('-') {
            _ if span == "*" => (range.start, range.end - 1),
            Some((from, to)) => (from.parse().map_err(|_| wrong())?, to.parse().map_err(|_| wrong())?),
            None => span.parse().map(|one| (one, one)).map_err(|_| wrong())?,
        };
        if from > to || !range.contains(&from) || !range.contains(&to) {
            return Err(wrong());
        }
        values.extend((from..=to).step_by(step));
    }
    values.sort_unstable();
    values.dedup();
    Ok(values)
}

/// `30s`, `15m`, `6h`, `1d`.
pub fn duration(text: &str) -> Option<SignedDuration> {
    let unit = text.char_indices().next_back()?;
    let number: i64 = text[..unit.0].parse().ok().filter(|n| (1..=1_000_000).contains(n))?;
    let seconds = match unit.1 {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86400,
        _ => return None,
    };
    Some(SignedDuration::from_secs(number * seconds))
}

impl Reader<'_> {
    pub fn watch(&mut self, t: &Table<'_, '_>) -> Watch {
        self.known(t, &["every", "cron", "poll", "mail", "mail_from", "smtp", "webhook"]);
        let (every, cron) = (self.span(t, "every").map(Schedule::Every), self.cron(t));
        if let (Some(at), true) = (self.at(t, "cron"), t.entries.contains_key("every")) {
            let message = "`every` and `cron` are two schedules: one of them is enough";
            self.problems.push(Problem::new(self.place(at), "two-schedules", message));
        }
        let mail = self.list(t, "mail");
        for (address, at) in mail.iter().filter(|(a, _)| !a.contains('@')) {
            let message = "an alarm goes to a mail address";
            let problem = Problem::new(self.place(at.clone()), "mail-address", message).found(address.clone());
            self.problems.push(problem.allowed(&["dataskydd@example.se"]));
        }
        let webhook = self.list(t, "webhook");
        for (address, at) in webhook.iter().filter(|(a, _)| !a.starts_with("https://") && !a.starts_with("http://")) {
            let message = "a webhook is an absolute web address";
            let problem = Problem::new(self.place(at.clone()), "webhook-address", message).found(address.clone());
            self.problems.push(problem.allowed(&["https://…"]));
        }
        Watch {
            schedule: every.or(cron),
            poll: self.span(t, "poll"),
            mail: mail.into_iter().map(|(a, _)| a).collect(),
            mail_from: self.string(t, "mail_from"),
            smtp: self.smtp(t),
            webhook: webhook.into_iter().map(|(a, _)| a).collect(),
        }
    }

    fn span(&mut self, t: &Table<'_, '_>, key: &str) -> Option<SignedDuration> {
        let text = self.string(t, key)?;
        let span = duration(&text);
        if let (None, Some(at)) = (span, self.at(t, key)) {
            let message = format!("`{key}` is a number and a unit: s, m, h or d");
            let problem = Problem::new(self.place(at), "time-span", message).found(text);
            self.problems.push(problem.allowed(&["15m", "6h", "1d"]));
        }
        span
    }

    fn cron(&mut self, t: &Table<'_, '_>) -> Option<Schedule> {
        let (text, at) = (self.string(t, "cron")?, self.at(t, "cron")?);
        match text.parse() {
            Ok(cron) => Some(Schedule::Cron(cron)),
            Err(why) => {
                let problem = Problem::new(self.place(at), "cron", why).found(text);
                self.problems.push(problem.allowed(&["30 3 * * 1-5"]));
                None
            }
        }
    }

    fn smtp(&mut self, t: &Table<'_, '_>) -> Option<String> {
        let text = self.string(t, "smtp")?;
        let at = self.at(t, "smtp")?;
        let shown = text.split_once("://").filter(|(scheme, _)| matches!(*scheme, "smtp" | "smtps"));
        match shown {
            Some((_, rest)) if !rest.is_empty() && !rest.contains('@') => Some(text),
            found => {
                // Whatever stands before an @ may be a password: it is not shown.
                let message = if found.is_some() {
                    "user and password do not belong into a file that is shared: set SLUSS_SMTP instead"
                } else {
                    "`smtp` is the address of a mail server"
                };
                let mut place = self.place(at);
                place.text = None;
                let right = ["smtp://mail.example.se:587", "smtps://mail.example.se"];
                self.problems.push(Problem::new(place, "smtp-address", message).allowed(&right));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(cron: &str, after: &str) -> String {
        let cron: Cron = cron.parse().expect(cron);
        let zoned: Zoned = format!("{after}[Europe/Stockholm]").parse().expect(after);
        cron.next(&zoned).map_or_else(String::new, |z| z.datetime().to_string())
    }

    #[test]
    fn the_next_time_is_the_first_that_fits() {
        for (cron, after, wanted) in [
            ("30 3 * * *", "2026-11-25T03:30", "2026-11-26T03:30:00"),
            ("30 3 * * *", "2026-11-25T03:29", "2026-11-25T03:30:00"),
            ("*/15 8-17 * * 1-5", "2026-11-27T17:50", "2026-11-30T08:00:00"),
            ("0 0 29 2 *", "2026-11-25T00:00", "2028-02-29T00:00:00"),
            ("0 6 1 * 1", "2026-11-25T00:00", "2026-11-30T06:00:00"),
            ("0 6 * * 7", "2026-11-25T00:00", "2026-11-29T06:00:00"),
            // The hour that summer time skips: the clock's next one.
            ("30 2 29 3 *", "2026-03-29T00:00", "2026-03-29T03:30:00"),
            ("0 0 31 2 *", "2026-01-01T00:00", ""),
        ] {
            assert_eq!(next(cron, after), wanted, "{cron} after {after}");
        }
    }

    #[test]
    fn what_is_no_schedule_is_refused() {
        for bad in ["", "* * * *", "60 * * * *", "* 5-3 * * *", "*/0 * * * *", "a * * * *", "* * 0 * *", "1,,2 * * * *"]
        {
            assert!(bad.parse::<Cron>().is_err(), "{bad}");
        }
        for bad in ["", "6", "h", "-1h", "6 h", "0m", "99999999h", "6ö"] {
            assert_eq!(duration(bad), None, "{bad}");
        }
        assert_eq!(duration("15m"), Some(SignedDuration::from_mins(15)));
    }

    #[test]
    fn the_table_is_read_and_its_mistakes_are_told() {
        let service = "[service]\nname = \"x\"\ncontroller = \"c\"\nstart = \"https://a.example/\"\n";
        let read = |watch: &str| crate::policy("sluss.toml", &format!("{service}[watch]\n{watch}"));
        let good = "every = \"6h\"\npoll = \"15m\"\nmail = [\"dpo@example.se\"]\nsmtp = \"smtp://mail.example.se:587\"\nwebhook = [\"https://example.se/hook\"]\n";
        let watch = read(good).expect("good").watch.expect("a table");
        assert_eq!(watch.schedule, Some(Schedule::Every(SignedDuration::from_hours(6))));
        assert_eq!((watch.mail.len(), watch.webhook.len()), (1, 1));
        for (bad, code) in [
            ("evry = \"6h\"", "unknown-key"),
            ("every = \"6 hours\"", "time-span"),
            ("cron = \"daily\"", "cron"),
            ("every = \"6h\"\ncron = \"0 3 * * *\"", "two-schedules"),
            ("mail = [\"dpo\"]", "mail-address"),
            ("webhook = [\"example.se\"]", "webhook-address"),
            ("smtp = \"smtp://me:secret@example.se\"", "smtp-address"),
        ] {
            let told = read(bad).expect_err(bad).0;
            assert_eq!(told[0].code, code, "{bad}");
            assert!(
                !told[0].to_string().contains("secret")
                    && told[0].place.text.as_deref().is_none_or(|t| !t.contains("secret"))
            );
        }
    }
}
