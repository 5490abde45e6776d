//! A report by anyone, as a mail file, becomes a suspected incident: the text is kept, the mail itself is sealed with it.

use crate::cases::unknown;
use crate::{Trouble, access, cases};
use facts::{Place, Problem};
use jiff::Timestamp;
use mail_parser::{Message, MessageParser};
use register::{Blob, Change, Db};
use respond::{Act, BreachFacts, Case, Command, Occurred, Permission, Text};

/// The longest mail that is taken, in bytes.
const MOST: usize = 25 * 1024 * 1024;
/// The longest text of it that is copied into the case, in characters; the whole stays in the sealed mail.
const TEXT: usize = 20_000;

/// Opens a case from a mail (RFC 5322). The time of suspicion is when the mail was sent, unless that is not possible.
pub async fn mail(
    db: &Db,
    actor: &str,
    source: &str,
    bytes: &[u8],
    country: &str,
    now: Timestamp,
) -> Result<String, Trouble> {
    access::check(db, actor, Permission::Write).await?;
    let act = read(source, bytes, country, now)?;
    let sealed = Blob::new("report.eml", bytes.to_vec())?;
    let mut events = respond::decide(None, &Command::new(actor, act), now)?;
    let Some(case) = Case::fold(&events) else { return Err(unknown("case", "")) };
    let attach = Act::Attach {
        name: "report.eml".to_owned(),
        digest: sealed.digest().to_string(),
        what: Text::from("the report as it came"),
    };
    events.extend(respond::decide(Some(&case), &Command::new(actor, attach), now)?);
    events.extend(cases::settled(db, &case, now).await?);
    let change = Change {
        case: case.id.clone(),
        expected_version: 0,
        actor: actor.to_owned(),
        at: now,
        act: "case.report".to_owned(),
        events,
        blobs: vec![sealed],
        outbox: Vec::new(),
    };
    db.commit(change).await?;
    Ok(case.id)
}

/// The act that opens the case. Pure, for any bytes.
pub fn read(source: &str, bytes: &[u8], country: &str, now: Timestamp) -> Result<Act, Trouble> {
    let wrong = |why: &str| Problem::new(Place::source(source), "mail", format!("`{source}` {why}"));
    if bytes.len() > MOST {
        return Err(wrong("is longer than 25 MiB").into());
    }
    let mail = MessageParser::default().parse(bytes).filter(|m| m.from().is_some());
    let mail = mail.ok_or_else(|| wrong("is no mail: it has no sender").allowed(&["a file in .eml format"]))?;
    let title = mail.subject().map(str::trim).filter(|s| !s.is_empty()).unwrap_or("Report by mail");
    let sent = mail.date().and_then(|d| Timestamp::from_second(d.to_timestamp()).ok()).filter(|at| *at <= now);
    Ok(Act::Open {
        id: String::new(),
        title: title.chars().take(200).collect(),
        reference: String::new(),
        country: country.to_owned(),
        facts: BreachFacts::default(),
        origins: Vec::new(),
        findings: Vec::new(),
        suspected: sent,
        occurred: Occurred::Unknown,
        exercise: false,
        note: Text::from(note(&mail)),
    })
}

fn note(mail: &Message) -> String {
    let from = mail.from().and_then(|a| a.first()).and_then(|a| a.address()).unwrap_or_default();
    let text: String = mail.body_text(0).unwrap_or_default().chars().take(TEXT).collect();
    format!("{from}\n\n{}", text.trim())
}
