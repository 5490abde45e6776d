//! Which reminders a case calls for: before and after each deadline that still runs.

use crate::case::{Case, Duty};
use crate::organisation::{Control, Reminders};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// One reminder. It names ids and duties only: it travels by mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Unique for the duty, its deadline and the hours: queued once.
    pub id: String,
    /// When it goes out.
    pub at: Timestamp,
    pub case: String,
    /// Words key `respond-duty-<duty>`.
    pub duty: String,
    pub about: String,
    pub due: Timestamp,
    /// Hours before the deadline; negative after it.
    pub hours: i64,
}

/// Every reminder of the case whose time has come at `now` (the real time) and whose duty is not done. Of several that
/// are due at once (the program stood still) only the latest: nobody needs three mails about one deadline.
pub fn reminders(case: &Case, settings: &Reminders, now: Timestamp) -> Vec<Reminder> {
    if case.closed.is_some() || case.exercise {
        return Vec::new();
    }
    let open = case.duties(now).into_iter().filter(|d| d.state.is_open());
    open.filter_map(|duty| due_now(&case.id, &duty, settings, now)).collect()
}

/// The same for a control that comes back and was last done at `done`.
pub fn control_reminder(control: &Control, due: Timestamp, settings: &Reminders, now: Timestamp) -> Option<Reminder> {
    latest("controls", "control", &control.id, due, settings, now)
}

fn due_now(case: &str, duty: &Duty, settings: &Reminders, now: Timestamp) -> Option<Reminder> {
    latest(case, &duty.id, &duty.about, duty.due?.timestamp(), settings, now)
}

fn latest(
    case: &str,
    duty: &str,
    about: &str,
    due: Timestamp,
    settings: &Reminders,
    now: Timestamp,
) -> Option<Reminder> {
    let before = settings.before_hours.iter().map(|h| i64::from(*h));
    let hours = before.chain(settings.after_hours.iter().map(|h| -i64::from(*h)));
    let at = |hours: i64| due.checked_sub(SignedDuration::from_hours(hours)).ok();
    let (at, hours) = hours.filter_map(|h| Some((at(h)?, h))).filter(|(at, _)| *at <= now).max()?;
    Some(Reminder {
        id: format!("{case}/{duty}/{about}/{}/{hours}", due.as_second()),
        at,
        case: case.to_owned(),
        duty: duty.to_owned(),
        about: about.to_owned(),
        due,
        hours,
    })
}

/// When a control is due next: counted from when it was done last, else from when it was set.
pub fn control_due(control: &Control, last: Timestamp) -> Timestamp {
    let days = SignedDuration::from_hours(24 * i64::from(control.every_days));
    last.checked_add(days).unwrap_or(last)
}
