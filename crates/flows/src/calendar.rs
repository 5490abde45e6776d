//! The open deadlines as an iCalendar feed (RFC 5545). Ids and duties only, so that a calendar may show it to others.

use crate::Trouble;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use paper::words::Words;
use prove::Digest;
use register::Db;
use respond::{Case, Duty, Reminders};
use std::collections::BTreeMap;

/// Who may read the feed without logging in: the newest digest of each user's secret counts, while the user has access.
const KIND: &str = "calendar";

/// Gives the user a new secret, by its digest; an older one is worth nothing any more.
pub async fn grant(db: &Db, user: &str, secret: Digest, now: Timestamp) -> Result<(), Trouble> {
    db.record(KIND, user, secret.to_string().into_bytes(), user, now).await?;
    Ok(())
}

/// Whether the user has one.
pub async fn holds(db: &Db, user: &str) -> Result<bool, Trouble> {
    Ok(db.records(KIND).await?.iter().any(|record| record.name == user))
}

/// Whether this secret opens the feed.
pub async fn granted(db: &Db, secret: Digest) -> Result<bool, Trouble> {
    let newest: BTreeMap<String, Option<Vec<u8>>> =
        db.records(KIND).await?.into_iter().map(|record| (record.name, record.bytes)).collect();
    let wanted = Some(secret.to_string().into_bytes());
    for (user, _) in newest.into_iter().filter(|(_, kept)| *kept == wanted) {
        if db.user(&user).await?.is_some_and(|user| !user.disabled) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Drills and closed cases have no place in it.
pub fn feed(cases: &[Case], reminders: &Reminders, words: &Words, now: Timestamp) -> String {
    let mut lines = vec!["BEGIN:VCALENDAR".to_owned(), "VERSION:2.0".into(), "PRODID:-//Sluss//deadlines//EN".into()];
    for case in cases.iter().filter(|c| !c.exercise && c.closed.is_none()) {
        for duty in case.duties(now).iter().filter(|d| d.state.is_open()) {
            lines.extend(event(case, duty, reminders, words, now).into_iter().flatten());
        }
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| fold(line) + "\r\n").collect()
}

fn event(case: &Case, duty: &Duty, reminders: &Reminders, words: &Words, now: Timestamp) -> Option<Vec<String>> {
    let due = duty.due?.timestamp();
    let title = format!("{}: {}", paper::duty_name(words, &duty.id, &duty.about), case.id);
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@sluss.invalid", Digest::of(format!("{}/{}/{}", case.id, duty.id, duty.about).as_bytes())),
        format!("DTSTAMP:{}", utc(now)),
        format!("DTSTART:{}", utc(due)),
        format!("SUMMARY:{}", escaped(&title)),
        format!("DESCRIPTION:{}", escaped(&words.cite(&duty.source))),
    ];
    for hours in &reminders.before_hours {
        lines.extend(["BEGIN:VALARM".to_owned(), "ACTION:DISPLAY".into(), format!("TRIGGER:-PT{hours}H")]);
        lines.extend([format!("DESCRIPTION:{}", escaped(&title)), "END:VALARM".into()]);
    }
    lines.push("END:VEVENT".to_owned());
    Some(lines)
}

fn utc(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c if c.is_control() => {}
            c => out.push(c),
        }
        out
    })
}

/// Lines have at most 75 bytes; the rest goes on after a space.
fn fold(line: &str) -> String {
    let (mut out, mut length) = (String::new(), 0);
    for c in line.chars() {
        if length + c.len_utf8() > 74 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out
}
