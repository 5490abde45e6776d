//! A report by anyone, as a mail file, becomes a suspected incident: the text is kept, the mail itself is sealed with it.

use crate::cases::unknown;
use crate::{Trouble, access, cases, settings};
use facts::{Lang, Place, Problem};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use mail_parser::{Message, MessageParser};
use paper::words::Words;
use register::{Blob, Change, Db};
use respond::{Act, BreachFacts, Case, Command, Occurred, Permission, Text};

/// The longest mail that is taken, in bytes.
const MOST: usize = 25 * 1024 * 1024;
/// The longest text of it that is copied into the case, in characters; the whole stays in the sealed mail.
const TEXT: usize = 20_000;
/// What the mail is called in its case.
const NAME: &str = "report.eml";

/// Opens a case from a mail (RFC 5322). The time of suspicion is when the mail was sent, unless that is not possible.
/// The case is called what the settings' language calls it; without settings, `lang`.
pub async fn mail(
    db: &Db,
    actor: &str,
    source: &str,
    bytes: &[u8],
    country: &str,
    lang: Lang,
    now: Timestamp,
) -> Result<String, Trouble> {
    access::check(db, actor, Permission::Write).await?;
    let words = settings::words(db, lang).await?;
    let act = read(source, bytes, country, &words, now)?;
    if let Some(id) = holder(db, bytes).await? {
        let what = format!("the case `{id}` was opened from this mail already: add to it what you know");
        return Err(Problem::new(Place::source(source), "mail-held", what).found(id).into());
    }
    let sealed = Blob::new(NAME, bytes.to_vec())?;
    let mut events = respond::decide(None, &Command::new(actor, act), now)?;
    let Some(case) = Case::fold(&events) else { return Err(unknown("case", "")) };
    let attach = Act::Attach {
        name: NAME.to_owned(),
        digest: sealed.digest().to_string(),
        what: Text::from(words.say("respond-mail-kept")),
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

/// The case whose sealed mail is this one: by its Message-ID, or byte for byte.
async fn holder(db: &Db, bytes: &[u8]) -> Result<Option<String>, Trouble> {
    let id = message_id(bytes);
    let is_this = |kept: Vec<u8>| kept == bytes || id.is_some() && message_id(&kept) == id;
    for stored in db.cases().await? {
        for kept in db.files(&stored.id).await?.iter().filter(|kept| kept.name == NAME) {
            if db.blob(kept.digest).await?.is_some_and(is_this) {
                return Ok(Some(stored.id));
            }
        }
    }
    Ok(None)
}

fn message_id(bytes: &[u8]) -> Option<String> {
    MessageParser::default().parse_headers(bytes)?.message_id().map(str::to_owned)
}

/// The act that opens the case. Pure, for any bytes. Nothing of the mail is in the title, which stands in the log for ever.
pub fn read(source: &str, bytes: &[u8], country: &str, words: &Words, now: Timestamp) -> Result<Act, Trouble> {
    let wrong = |why: &str| Problem::new(Place::source(source), "mail", format!("`{source}` {why}"));
    if bytes.len() > MOST {
        return Err(wrong("is longer than 25 MiB").into());
    }
    let mail = MessageParser::default().parse(bytes).filter(|m| m.from().is_some());
    let mail = mail.ok_or_else(|| wrong("is no mail: it has no sender").allowed(&["a file in .eml format"]))?;
    let sent = mail.date().and_then(|d| Timestamp::from_second(d.to_timestamp()).ok()).filter(|at| *at <= now);
    let zone = respond::zone_of(country).unwrap_or(TimeZone::UTC);
    let date = words.date(sent.unwrap_or(now), &zone);
    Ok(Act::Open {
        id: String::new(),
        title: words.with("respond-mail-title", &[("date", date.into())]),
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
    let subject = mail.subject().unwrap_or_default().trim();
    let text: String = mail.body_text(0).unwrap_or_default().chars().take(TEXT).collect();
    let head: Vec<&str> = [from, subject].into_iter().filter(|line| !line.is_empty()).collect();
    format!("{}\n\n{}", head.join("\n"), text.trim())
}
