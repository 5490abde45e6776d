//! The breach process: a person acts, the domain decides, the register keeps the act and its log entry in one transaction.

mod open;

pub use open::{join, open_from_findings, open_from_report, open_from_report_with, open_from_scan};

use crate::{Trouble, access, keys, settings};
use facts::{Lang, Problem};
use jiff::{Timestamp, Zoned};
use paper::words::Words;
use prove::Digest;
use register::{Blob, Change, Db, Stored};
use respond::{Act, Case, Command, Event, ItemStatus, Permission, Text};
use std::path::Path;

/// Names the register's log in a signed head (C2SP tlog-checkpoint: the origin line).
const ORIGIN: &str = "sluss/register";

/// Opens a case; returns its id.
pub async fn open(db: &Db, actor: &str, act: Act, now: Timestamp) -> Result<String, Trouble> {
    access::check(db, actor, act.needs()).await?;
    opened(db, actor, act, None, now).await
}

/// `kept` is a file that is sealed with the case, and what it shows.
async fn opened(db: &Db, actor: &str, act: Act, kept: Option<(Blob, Text)>, now: Timestamp) -> Result<String, Trouble> {
    let mut events = respond::decide(None, &Command::new(actor, act), now)?;
    let Some(case) = Case::fold(&events) else { return Err(unknown("case", "")) };
    let mut blobs = Vec::new();
    if let Some((file, what)) = kept {
        let attach = Act::Attach { name: file.name.clone(), digest: file.digest().to_string(), what };
        events.extend(respond::decide(Some(&case), &Command::new(actor, attach), now)?);
        blobs.push(file);
    }
    events.extend(settled(db, &case, now).await?);
    commit(db, &case.id, 0, actor, events, blobs, now).await?;
    Ok(case.id)
}

/// Enters what the settings say of the controller, so that nobody types it at night. A processor's case is another's.
pub(crate) async fn settled(db: &Db, case: &Case, now: Timestamp) -> Result<Vec<Event>, Trouble> {
    let settings = settings::organisation(db).await?.filter(|_| case.facts.role.as_deref() != Some("processor"));
    let Some(organisation) = settings else { return Ok(Vec::new()) };
    let mut events = Vec::new();
    for item in respond::Organisation::ITEMS {
        let Some(text) = organisation.item(item) else { continue };
        let (item, text) = (item.to_owned(), text.as_str().into());
        let act = Act::SetItem { item, status: respond::ItemStatus::Known, text, number: None, files: Vec::new() };
        events.extend(respond::decide(Some(case), &Command::new(SETTINGS, act), now)?);
    }
    Ok(events)
}

/// Who enters what the settings say: no person.
const SETTINGS: &str = "settings";

/// Stands in the log for people who report without logging in.
const ANYBODY: &str = "report-form";

/// Opens a case from a report by somebody who has no login. They may do this and nothing else.
pub async fn open_from_anybody(db: &Db, act: Act, now: Timestamp) -> Result<String, Trouble> {
    opened(db, ANYBODY, act, None, now).await
}

/// One act on a case. `seen` is the version the person looked at: if somebody changed the case since, the register
/// refuses and tells what changed.
pub async fn act(db: &Db, actor: &str, case: &str, seen: u64, act: Act, now: Timestamp) -> Result<u64, Trouble> {
    access::check(db, actor, act.needs()).await?;
    if matches!(act, Act::Attach { .. }) {
        return Err(unfit(0, 0).into());
    }
    if let Act::LinkFindings { findings } = &act {
        kept(db, findings).await?;
    }
    if let Act::Communicate { text, .. } = &act {
        ready(text.open().unwrap_or_default())?;
    }
    whether_known(&act)?;
    // A note rests on no version: who was slower writes it below.
    if matches!(act, Act::Note { .. }) {
        return note(db, actor, case, seen, act, now).await;
    }
    let Some(stored) = db.case(case).await? else { return Err(unknown("case", case)) };
    // Who strikes an entry has to be allowed what it did.
    if let Act::Strike { entry, .. } = act
        && let Some(struck) = entry.checked_sub(1).and_then(|n| stored.case.history.get(n))
    {
        access::check(db, actor, respond::act_needs(&struck.act)).await?;
    }
    let act = one_recipient(&stored.case, act)?;
    let events = respond::decide(Some(&stored.case), &Command::new(actor, act.clone()), now)?;
    let mut changes = vec![change(case, seen, actor, events, Vec::new(), now)];
    changes.extend(told(db, actor, &stored.case, &act, now).await?);
    Ok(db.commit_all(changes).await?[0].version)
}

/// The case of a controller of the same event learns when its processor told it, unless somebody has answered that.
async fn told(db: &Db, actor: &str, case: &Case, act: &Act, now: Timestamp) -> Result<Option<Change>, Trouble> {
    let Act::TellController { controller, told } = act else { return Ok(None) };
    if case.event.is_empty() {
        return Ok(None);
    }
    let is_its =
        |c: &Case| c.event == case.event && c.id != case.id && c.controller.eq_ignore_ascii_case(controller.trim());
    let waits = |c: &Case| c.closed.is_none() && !c.is_processors() && !c.items.contains_key(TOLD);
    let own = db.cases().await?.into_iter().find(|s| is_its(&s.case) && waits(&s.case));
    let Some(own) = own else { return Ok(None) };
    let events = respond::decide(Some(&own.case), &Command::new(actor, told_at(*told)), now)?;
    Ok(Some(change(&own.case.id, own.version, actor, events, Vec::new(), now)))
}

/// When the processor told the controller: an item of the controller's notification.
const TOLD: &str = "told-by-other-at";

fn told_at(at: Timestamp) -> Act {
    let (item, text) = (TOLD.to_owned(), at.to_string().into());
    Act::SetItem { item, status: respond::ItemStatus::Known, text, number: None, files: Vec::new() }
}

/// Whoever is asked to erase is one, however the name is written, and is not asked again before there is an answer.
fn one_recipient(case: &Case, mut act: Act) -> Result<Act, Trouble> {
    let asked = matches!(act, Act::RequestErasure { .. });
    if let Act::RequestErasure { recipient, .. }
    | Act::AnswerErasure { recipient, .. }
    | Act::EscalateErasure { recipient, .. } = &mut act
    {
        let named = paper::recipient_named(recipient);
        match case.erasures.iter().rev().find(|e| paper::recipient_named(&e.recipient) == named) {
            Some(open) if asked && open.answered.is_none() => {
                let what = "this recipient was asked already and has not answered";
                return Err(Problem::new(facts::Place::source("recipient"), "asked-already", what)
                    .found(&*recipient)
                    .into());
            }
            Some(known) => recipient.clone_from(&known.recipient),
            None => *recipient = named,
        }
    }
    Ok(act)
}

async fn note(db: &Db, actor: &str, case: &str, seen: u64, act: Act, now: Timestamp) -> Result<u64, Trouble> {
    let act = Command::new(actor, act);
    loop {
        let Some(Stored { case: read, version, .. }) = db.case(case).await? else { return Err(unknown("case", case)) };
        let events = respond::decide(Some(&read), &act, now)?;
        // A version that is not there yet is the register's to refuse.
        match commit(db, case, version.max(seen), actor, events, Vec::new(), now).await {
            Err(Trouble::Register(register::RegisterError::Conflict(c))) if c.expected <= c.current => {}
            done => return done,
        }
    }
}

/// What is known is no promise, and what is promised is not known.
fn whether_known(act: &Act) -> Result<(), Trouble> {
    let Act::SetItem { status: ItemStatus::Unknown { .. }, text, number, files, .. } = act else { return Ok(()) };
    if text.is_blank() && number.is_none() && files.is_empty() {
        return Ok(());
    }
    let what = "an answer is known, or not known yet: leave out the answer, or say that it is known or assumed";
    Err(Problem::new(facts::Place::source("text"), "known-or-not", what).into())
}

/// What went out to the people is no draft, and nothing in it is left to be filled in.
fn ready(text: &str) -> Result<(), Trouble> {
    let left = paper::unfinished(text);
    if left.is_empty() {
        return Ok(());
    }
    let left = left.join("; ");
    let what = format!("the text is not ready to be sent; it still says: {left}");
    Err(Problem::new(facts::Place::source("text"), "letter-unfinished", what).found(left).into())
}

/// Keeps a file with a case, sealed: evidence, a report, an answer.
pub async fn attach(
    db: &Db,
    actor: &str,
    case: &str,
    seen: u64,
    file: (&str, Vec<u8>),
    what: &str,
    now: Timestamp,
) -> Result<u64, Trouble> {
    let (name, bytes) = file;
    let most = settings::largest_file(db).await?;
    if bytes.is_empty() || bytes.len() > most {
        return Err(unfit(bytes.len(), most).into());
    }
    let sealed = Blob::new(name, bytes)?;
    let act = Act::Attach { name: name.to_owned(), digest: sealed.digest().to_string(), what: what.into() };
    access::check(db, actor, act.needs()).await?;
    let Some(stored) = db.case(case).await? else { return Err(unknown("case", case)) };
    let events = respond::decide(Some(&stored.case), &Command::new(actor, act), now)?;
    commit(db, case, seen, actor, events, vec![sealed], now).await
}

fn unfit(length: usize, most: usize) -> Problem {
    let place = facts::Place::source("file");
    match length {
        0 => Problem::new(place, "no-file", "no file was chosen, or it is empty"),
        _ => Problem::new(place, "too-large", format!("files of up to {} MiB are kept", most >> 20))
            .allowed(&[format!("{} MiB", most >> 20)]),
    }
}

/// Only a finding that an audit in the register has is evidence.
async fn kept(db: &Db, findings: &[String]) -> Result<(), Trouble> {
    let mut known = std::collections::BTreeSet::new();
    for audit in db.audits().await? {
        let report = db.audit(&audit.id).await?.and_then(|(_, report)| report);
        known.extend(report.into_iter().flat_map(|r| r.findings).map(|f| f.id));
    }
    let Some(stranger) = findings.iter().find(|f| !known.contains(*f)) else { return Ok(()) };
    let what = format!("no audit in the register has the finding `{stranger}`");
    let known: Vec<String> = known.into_iter().collect();
    Err(Problem::new(facts::Place::source("finding"), "finding", what).found(stranger.clone()).allowed(&known).into())
}

/// One event, many controllers: opens a case for each with the facts of `case`, and marks all of them as one event, in
/// one transaction. Each controller becomes aware by itself, so no clock is copied. Returns the new cases.
pub async fn for_controllers(
    db: &Db,
    actor: &str,
    case: &str,
    seen: Option<u64>,
    event: &str,
    controllers: &[String],
    now: Timestamp,
) -> Result<Vec<String>, Trouble> {
    let Some(Stored { case: first, version, .. }) = db.case(case).await? else { return Err(unknown("case", case)) };
    named(event, controllers)?;
    let own = if first.controller.is_empty() { &first.title } else { &first.controller };
    let mark = Command::new(actor, marked(&first, own, event, controllers));
    access::check(db, actor, mark.what.needs()).await?;
    let events = respond::decide(Some(&first), &mark, now)?;
    let mut changes = vec![change(case, seen.unwrap_or(version), actor, events, Vec::new(), now)];
    let mut ids = Vec::new();
    let mut free = 1..;
    for controller in controllers {
        let id = loop {
            let id = format!("{case}-{}", free.next().unwrap_or(u32::MAX));
            if db.case(&id).await?.is_none() {
                break id;
            }
        };
        let copy = Command::new(actor, copied(&first, &id));
        access::check(db, actor, copy.what.needs()).await?;
        let mut events = respond::decide(None, &copy, now)?;
        let opened = Case::fold(&events).ok_or_else(|| unknown("case", &id))?;
        events.extend(respond::decide(
            Some(&opened),
            &Command::new(actor, marked(&first, controller, event, &[])),
            now,
        )?);
        if let Some(at) = first.told_controller(controller) {
            events.extend(respond::decide(Some(&opened), &Command::new(actor, told_at(at)), now)?);
        }
        changes.push(change(&id, 0, actor, events, Vec::new(), now));
        ids.push(id);
    }
    db.commit_all(changes).await?;
    Ok(ids)
}

fn named(event: &str, controllers: &[String]) -> Result<(), Trouble> {
    let wrong = |code, why: &str| Err(Problem::new(facts::Place::source("controllers"), code, why).into());
    if event.trim().is_empty() {
        return Err(Problem::new(facts::Place::source("event"), "needed", "the event has to be named").into());
    }
    let mut seen: Vec<&str> = controllers.iter().map(|c| c.trim()).collect();
    if seen.is_empty() || seen.contains(&"") {
        return wrong("needed", "every controller has to be named");
    }
    seen.sort_unstable();
    if seen.windows(2).any(|pair| pair[0] == pair[1]) { wrong("twice", "a controller is named twice") } else { Ok(()) }
}

fn marked(first: &Case, controller: &str, event: &str, controllers: &[String]) -> Act {
    let (controller, event) = (controller.trim().to_owned(), event.trim().to_owned());
    let controllers = controllers.iter().map(|c| c.trim().to_owned()).collect();
    Act::SetController { controller, event, established: first.established, controllers }
}

fn copied(first: &Case, id: &str) -> Act {
    Act::Open {
        id: id.to_owned(),
        title: first.title.clone(),
        reference: first.reference.clone(),
        country: first.country.clone(),
        facts: controllers(&first.facts),
        origins: first.origins.clone(),
        findings: first.findings.clone(),
        suspected: first.times.suspected.filter(|_| !first.times.presumed),
        occurred: first.times.occurred.clone(),
        exercise: first.exercise,
        note: first.note.clone(),
    }
}

/// What a processor knows, as the facts of a controller it has told.
fn controllers(facts: &respond::BreachFacts) -> respond::BreachFacts {
    let mut facts = facts.clone();
    if facts.role.as_deref() == Some("processor") {
        facts.role = Some("controller".to_owned());
        facts.discovered_by = Some("processor".to_owned());
    }
    facts
}

/// Destroys one sealed content (a text about persons, a file) for ever: its digest and the reason stay in the log, and
/// the chain stays valid. An act of a case is refused.
pub async fn destroy(db: &Db, actor: &str, sealed: Digest, reason: &str, now: Timestamp) -> Result<(), Trouble> {
    access::check(db, actor, Permission::Destroy).await?;
    Ok(db.destroy(sealed, reason, actor, now).await?)
}

/// Reads a digest as `sluss case sealed` lists it.
pub fn digest(text: &str) -> Result<Digest, Trouble> {
    let wrong = || Problem::new(facts::Place::source("digest"), "digest", "a digest has 64 hexadecimal digits");
    text.parse().map_err(|_| wrong().found(text).into())
}

/// Records that a notification was sent: its PDFs and JSON are frozen in the same transaction.
pub async fn file(db: &Db, actor: &str, case: &str, seen: u64, mut act: Act, now: Timestamp) -> Result<u64, Trouble> {
    access::check(db, actor, act.needs()).await?;
    let Some(stored) = db.case(case).await? else { return Err(unknown("case", case)) };
    let sent = now.to_zoned(stored.case.zone());
    let frozen =
        freeze(&respond::notification_of(&stored.case, &act, stored.case.now(now)), &sent, &stored.case.country)?;
    if let Act::File { documents, .. } = &mut act {
        *documents = frozen.iter().map(|blob| blob.digest().to_string()).collect();
    }
    let events = respond::decide(Some(&stored.case), &Command::new(actor, act), now)?;
    commit(db, case, seen, actor, events, frozen, now).await
}

fn freeze(notification: &respond::Notification, now: &Zoned, country: &str) -> Result<Vec<Blob>, Trouble> {
    let json = serde_json::to_vec_pretty(notification).expect("a notification is plain data");
    let mut frozen = vec![Blob::new("notification.json", json)?];
    for lang in Lang::ALL {
        let pdf = paper::filed_notification_pdf(notification, &Words::new(lang).of_country(country), now)?;
        frozen.push(Blob::new(format!("notification-{}.pdf", lang.tag()), pdf)?);
    }
    Ok(frozen)
}

/// The notification as it would be sent now.
pub fn notification_pdf(case: &Case, lang: Lang, now: Timestamp) -> Result<Vec<u8>, Trouble> {
    let here = now.to_zoned(case.zone());
    Ok(paper::notification_pdf(&respond::notification(case, now), &Words::new(lang).of_country(&case.country), &here)?)
}

/// When the authority has to be told at the latest, by the earliest reading; none before awareness is set.
pub fn notify_by(case: &Case) -> Option<Timestamp> {
    case.notify_by()
}

async fn commit(
    db: &Db,
    case: &str,
    seen: u64,
    actor: &str,
    events: Vec<Event>,
    blobs: Vec<Blob>,
    now: Timestamp,
) -> Result<u64, Trouble> {
    Ok(db.commit(change(case, seen, actor, events, blobs, now)).await?.version)
}

fn change(case: &str, seen: u64, actor: &str, events: Vec<Event>, blobs: Vec<Blob>, now: Timestamp) -> Change {
    Change {
        case: case.to_owned(),
        expected_version: seen,
        actor: actor.to_owned(),
        at: now,
        act: format!("case.{}", events.first().map_or("nothing", Event::act)),
        events,
        blobs,
        outbox: Vec::new(),
    }
}

/// One case, or the whole register, as one sealed file.
pub async fn export(db: &Db, case: Option<&str>, data: &Path, now: Timestamp) -> Result<Vec<u8>, Trouble> {
    let key = keys::open(data)?;
    let (export, of) = match case {
        Some(id) => (db.export(id, ORIGIN).await?, format!("case {id}")),
        None => (db.export_all(ORIGIN).await?, "register".to_owned()),
    };
    let meta = prove::Meta { head: Some(export.head), ..keys::meta(of, now) };
    Ok(prove::bundle::seal(export.files, &key, &meta)?)
}

pub(crate) fn unknown(what: &'static str, id: &str) -> Trouble {
    Problem::new(facts::Place::source(what), "unknown", format!("there is no {what} `{id}`")).found(id).into()
}
