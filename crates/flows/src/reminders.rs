//! Reminders before and after each deadline: queued in the register's outbox, sent by mail or webhook, each once.
//!
//! A message is claimed before it is sent and marked after; its id stays in the outbox, so it is never queued again. A
//! program that dies between the two sends it again after the claim, under the same message id, by which mail servers
//! and webhooks know it.

use crate::{Trouble, settings};
use facts::Lang;
use hyper_util::rt::TokioIo;
use jiff::{SignedDuration, Timestamp};
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use paper::words::Words;
use register::{Db, Due, Outgoing};
use respond::{Organisation, Reminder, Smtp};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Who queues: the program, no person.
const ACTOR: &str = "sluss";
const CLAIM: SignedDuration = SignedDuration::from_mins(5);
const LONGEST: Duration = Duration::from_secs(30);

/// What one round did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Round {
    pub queued: usize,
    pub sent: usize,
    pub failed: usize,
}

#[derive(Debug, Serialize, Deserialize)]
struct Letter {
    to: String,
    reminder: Reminder,
}

/// One round: queues what is due, sends what is queued. Does nothing without settings.
pub async fn round(db: &Db, now: Timestamp) -> Result<Round, Trouble> {
    let Some(organisation) = settings::organisation(db).await? else { return Ok(Round::default()) };
    let messages = outgoing(&organisation, &due(db, &organisation, now).await?);
    let mut round = Round { queued: db.queue(&messages, ACTOR, now).await?, ..Round::default() };
    for message in db.due(now, 200).await? {
        if !db.claim(&message.id, now, now + CLAIM).await? {
            continue;
        }
        match deliver(&organisation, &message).await {
            Ok(()) => {
                db.sent(&message.id, now).await?;
                round.sent += 1;
            }
            Err(why) => {
                db.unsent(&message.id, &why, now + pause(message.tries)).await?;
                round.failed += 1;
            }
        }
    }
    Ok(round)
}

/// The reminders whose time has come.
pub async fn due(db: &Db, organisation: &Organisation, now: Timestamp) -> Result<Vec<Reminder>, Trouble> {
    let wanted = &organisation.reminders;
    let cases = db.cases().await?;
    let mut due: Vec<Reminder> = cases.iter().flat_map(|s| respond::reminders(&s.case, wanted, now)).collect();
    for standing in settings::controls(db, now).await? {
        due.extend(respond::control_reminder(&standing.control, standing.due, wanted, now));
    }
    Ok(due)
}

fn outgoing(organisation: &Organisation, due: &[Reminder]) -> Vec<Outgoing> {
    let wanted = &organisation.reminders;
    let mails = wanted.email.iter().filter(|_| wanted.smtp.is_some()).map(|to| ("mail", to));
    let ways: Vec<(&str, &String)> = mails.chain(wanted.webhook.iter().map(|url| ("webhook", url))).collect();
    let each = due.iter().flat_map(|reminder| ways.iter().enumerate().map(move |(n, way)| (reminder, n, way)));
    each.map(|(reminder, n, (kind, to))| {
        let letter = Letter { to: (*to).clone(), reminder: reminder.clone() };
        Outgoing {
            id: format!("reminder/{}/{n}", reminder.id),
            kind: (*kind).to_owned(),
            body: serde_json::to_string(&letter).expect("plain data"),
            due: reminder.at,
        }
    })
    .collect()
}

/// Minutes until the next try: 1, 5, 25, then an hour.
fn pause(tries: u64) -> SignedDuration {
    SignedDuration::from_mins(5i64.pow(tries.min(2) as u32).min(60) + if tries > 2 { 35 } else { 0 })
}

/// Why it failed, without an address: it is kept and shown.
async fn deliver(organisation: &Organisation, message: &Due) -> Result<(), String> {
    let letter: Letter = serde_json::from_str(&message.body).map_err(|_| "the message cannot be read".to_owned())?;
    let sending = async {
        match (message.kind.as_str(), &organisation.reminders.smtp) {
            ("mail", Some(smtp)) => mail(smtp, &letter, &message.id, &words(organisation)).await,
            ("webhook", _) => webhook(&letter, &message.id).await,
            (other, _) => Err(format!("`{other}` is not set up")),
        }
    };
    tokio::time::timeout(LONGEST, sending).await.unwrap_or_else(|_| Err("no answer in 30 s".to_owned()))
}

fn words(organisation: &Organisation) -> Words {
    let lang = organisation.reminders.language.or(organisation.languages.first().copied());
    Words::new(lang.unwrap_or(Lang::En))
}

async fn mail(smtp: &Smtp, letter: &Letter, id: &str, words: &Words) -> Result<(), String> {
    let wrong = |what: &'static str| move |_| format!("`{what}` is no address");
    let (subject, text) = say(&letter.reminder, words);
    let message = Message::builder()
        .from(smtp.from.parse().map_err(wrong("reminders.smtp.from"))?)
        .to(letter.to.parse().map_err(wrong("reminders.email"))?)
        .message_id(Some(format!("<{}@sluss.invalid>", prove::Digest::of(id.as_bytes()))))
        .subject(subject)
        .header(ContentType::TEXT_PLAIN)
        .body(text)
        .map_err(|e| e.to_string())?;
    let relay = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host).port(smtp.port).build();
    relay.send(message).await.map(|_| ()).map_err(|e| match e.status() {
        Some(code) => format!("the mail server answered {code}"),
        None => "the mail server cannot be reached".to_owned(),
    })
}

/// Subject and text. Ids and duties only.
fn say(reminder: &Reminder, words: &Words) -> (String, String) {
    let duty = words.say(&format!("respond-duty-{}", reminder.duty));
    let about = if reminder.about.is_empty() { String::new() } else { format!(": {}", reminder.about) };
    let subject = words
        .with("respond-remind-subject", &[("duty", duty.as_str().into()), ("case", reminder.case.as_str().into())]);
    let due = words.with("respond-remind-due", &[("due", reminder.due.to_string().into())]);
    let key = if reminder.hours >= 0 { "respond-remind-left" } else { "respond-remind-past" };
    let left = words.with(key, &[("hours", reminder.hours.abs().into())]);
    let end = words.say("respond-remind-end");
    (subject, format!("{duty}{about}\n{due}\n{left}\n\n{end}\n"))
}

/// POST of the reminder as JSON, with `idempotency-key`. Plain HTTP, to a gateway on this machine or network.
async fn webhook(letter: &Letter, id: &str) -> Result<(), String> {
    let url: hyper::Uri = letter.to.parse().map_err(|_| "`reminders.webhook` is no address".to_owned())?;
    let host = url.authority().filter(|_| url.scheme_str() == Some("http"));
    let host = host.ok_or("`reminders.webhook` has to be an http:// address of this network")?;
    let body = serde_json::to_string(&letter.reminder).map_err(|e| e.to_string())?;
    let request = hyper::Request::post(url.path_and_query().map_or("/", |p| p.as_str()))
        .header("host", host.as_str())
        .header("content-type", "application/json")
        .header("idempotency-key", prove::Digest::of(id.as_bytes()).to_string())
        .body(body)
        .map_err(|e| e.to_string())?;
    let unreachable = |_| "the webhook cannot be reached".to_owned();
    let address = (host.host().trim_matches(['[', ']']), host.port_u16().unwrap_or(80));
    let stream = tokio::net::TcpStream::connect(address).await.map_err(unreachable)?;
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(|e| e.to_string())?;
    tokio::spawn(connection);
    let status = sender.send_request(request).await.map_err(|e| e.to_string())?.status();
    if status.is_success() { Ok(()) } else { Err(format!("the webhook answered {}", status.as_u16())) }
}
