//! Reminders before and after each deadline: queued in the register's outbox, sent by mail or webhook, each once.
//!
//! A message is claimed before it is sent and marked after; its id stays in the outbox, so it is never queued again. A
//! program that dies between the two sends it again after the claim, under the same message id, by which mail servers
//! and webhooks know it.

use crate::http::{self, Ways};
use crate::mail::{self, Mail, Relay};
use crate::{Trouble, settings};
use facts::Lang;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use paper::words::Words;
use register::{Db, Due, Outgoing};
use respond::{Organisation, Reminder, Reminders, Smtp};
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
    /// Those that were tried, in this round or before, and still wait.
    pub waiting: usize,
    /// Why they could not be sent, each reason once.
    pub why: Vec<String>,
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
    (round.waiting, round.why) = undelivered(db).await?;
    Ok(round)
}

/// How many reminders were tried and wait, and why, each reason once.
pub async fn undelivered(db: &Db) -> Result<(usize, Vec<String>), Trouble> {
    let waiting = db.undelivered().await?;
    let mut why: Vec<String> = waiting.iter().filter_map(|message| message.why.clone()).collect();
    why.sort();
    why.dedup();
    Ok((waiting.len(), why))
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
            ("mail", Some(smtp)) => mail(smtp, &letter, &message.id, &words(organisation), &zone(organisation)).await,
            ("webhook", _) => webhook(&organisation.reminders, &letter, &message.id).await,
            (other, _) => Err(format!("`{other}` is not set up")),
        }
    };
    tokio::time::timeout(LONGEST, sending).await.unwrap_or_else(|_| Err("no answer in 30 s".to_owned()))
}

fn words(organisation: &Organisation) -> Words {
    Words::new(settings::language(organisation).unwrap_or(Lang::En))
}

async fn mail(smtp: &Smtp, letter: &Letter, id: &str, words: &Words, zone: &TimeZone) -> Result<(), String> {
    let (subject, text) = say(&letter.reminder, words, zone);
    Relay::of(smtp)?.send(Mail { from: &smtp.from, to: &letter.to, subject, text, id }).await
}

/// Whose clocks a reminder tells.
fn zone(organisation: &Organisation) -> TimeZone {
    respond::zone_of(&organisation.country).unwrap_or(TimeZone::UTC)
}

/// Subject and text. Ids and duties only.
fn say(reminder: &Reminder, words: &Words, zone: &TimeZone) -> (String, String) {
    let duty = words.say(&format!("respond-duty-{}", reminder.duty));
    let what = paper::duty_name(words, &reminder.duty, &reminder.about);
    let subject = words
        .with("respond-remind-subject", &[("duty", duty.as_str().into()), ("case", reminder.case.as_str().into())]);
    let due = words.with("respond-remind-due", &[("due", words.moment_long(reminder.due, zone).into())]);
    let key = if reminder.hours >= 0 { "respond-remind-left" } else { "respond-remind-past" };
    let left = words.with(key, &[("hours", reminder.hours.abs().into())]);
    let end = words.say("respond-remind-end");
    (subject, format!("{what}\n{due}\n{left}\n\n{end}\n"))
}

/// Holds the webhook's token, where it is not in a file.
const TOKEN: &str = "SLUSS_WEBHOOK_TOKEN";

/// POST of the reminder as JSON, with `idempotency-key`, and the token where there is one. Redirects are not followed.
async fn webhook(wanted: &Reminders, letter: &Letter, id: &str) -> Result<(), String> {
    let token = match &wanted.webhook_token_file {
        Some(file) => Some(mail::secret(file)?),
        None => std::env::var(TOKEN).ok(),
    };
    if token.is_some() && !mail::is_sheltered(&letter.to) {
        return Err("a token is not sent to another machine without encryption".to_owned());
    }
    let body = serde_json::to_vec(&letter.reminder).map_err(|e| e.to_string())?;
    let (key, bearer) = (prove::Digest::of(id.as_bytes()).to_string(), token.map(|t| format!("Bearer {t}")));
    let mut headers = vec![("content-type", "application/json"), ("idempotency-key", key.as_str())];
    headers.extend(bearer.as_deref().map(|bearer| ("authorization", bearer)));
    let ways = Ways { resolve: &[], insecure: false, patience: LONGEST };
    match http::post_with(&letter.to, &headers, body, ways).await {
        Ok(answer) if (200..300).contains(&answer.status) => Ok(()),
        Ok(answer) => Err(format!("the webhook answered {}", answer.status)),
        Err(why) => Err(format!("the webhook cannot be reached: {why}")),
    }
}
