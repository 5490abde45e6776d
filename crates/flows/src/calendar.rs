//! The open deadlines as an iCalendar feed (RFC 5545). Ids and duties only, so that a calendar may show it to others.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use paper::words::Words;
use respond::{Case, Duty, Reminders};

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
    let about = if duty.about.is_empty() { String::new() } else { format!(" ({})", duty.about) };
    let title = format!("{}{about}: {}", words.say(&format!("respond-duty-{}", duty.id)), case.id);
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!(
            "UID:{}@sluss.invalid",
            prove::Digest::of(format!("{}/{}/{}", case.id, duty.id, duty.about).as_bytes())
        ),
        format!("DTSTAMP:{}", utc(now)),
        format!("DTSTART:{}", utc(due)),
        format!("SUMMARY:{}", escaped(&title)),
        format!("DESCRIPTION:{}", escaped(&duty.source)),
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
