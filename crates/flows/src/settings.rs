//! The organisation's settings, its recurring controls and re-assessments: kept in the register, each change logged.

use crate::{Trouble, access};
use facts::{Lang, Place, Problem};
use jiff::Timestamp;
use paper::words::Words;
use register::Db;
use respond::{Control, Organisation, Permission};
use serde::{Deserialize, Serialize};

/// The settings in force; none before they were given.
pub async fn organisation(db: &Db) -> Result<Option<Organisation>, Trouble> {
    let newest = db.records("settings").await?.pop().and_then(|record| record.bytes);
    let text = newest.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Ok(text.map(|text| respond::organisation("settings", &text)).transpose()?)
}

/// Where the organisation's authority is; without settings, `else_here`.
pub async fn country(db: &Db, else_here: &str) -> Result<String, Trouble> {
    Ok(organisation(db).await?.map_or_else(|| else_here.to_owned(), |o| o.country))
}

/// Sentences in the organisation's language; without settings that name one, in `else_here`.
pub async fn words(db: &Db, else_here: Lang) -> Result<Words, Trouble> {
    let named = organisation(db).await?.and_then(|o| language(&o));
    Ok(Words::new(named.unwrap_or(else_here)))
}

/// The language the organisation is written to in.
pub(crate) fn language(organisation: &Organisation) -> Option<Lang> {
    organisation.reminders.language.or(organisation.languages.first().copied())
}

/// The largest file that may be kept with a case, in bytes.
pub async fn largest_file(db: &Db) -> Result<usize, Trouble> {
    let files = organisation(db).await?.map(|o| o.files).unwrap_or_default();
    Ok(usize::try_from(files.most_mib << 20).unwrap_or(usize::MAX))
}

/// Takes new settings as they stand in a file.
pub async fn put(db: &Db, actor: &str, source: &str, text: &str, now: Timestamp) -> Result<Organisation, Trouble> {
    access::check(db, actor, Permission::Settings).await?;
    let read = respond::organisation(source, text)?;
    deliverable(&read)?;
    db.record("settings", "organisation", text.as_bytes().to_vec(), actor, now).await?;
    Ok(read)
}

/// Reminders that could never arrive are refused when they are asked for; settings kept before are read as they are.
fn deliverable(organisation: &Organisation) -> Result<(), Problem> {
    let wanted = &organisation.reminders;
    let wrong = |message: &str, found: &str, right: &str| {
        let problem = Problem::new(Place::source("[reminders]"), "receiver", message.to_owned());
        Err(problem.found(found.to_owned()).allowed(&[right]))
    };
    if let Some(receiver) = wanted.email.iter().find(|to| !crate::mail::is_address(to)) {
        return wrong("a reminder goes to a mail address", receiver, "dpo@example.se");
    }
    match (wanted.email.first(), &wanted.smtp) {
        (Some(receiver), None) => {
            wrong("mail is to be sent, and no mail server is named", receiver, "[reminders.smtp]")
        }
        (_, Some(smtp)) if !crate::mail::is_address(&smtp.from) => {
            wrong("the sender is no mail address", &smtp.from, "sluss@example.se")
        }
        _ => Ok(()),
    }
}

/// A recurring control and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Standing {
    #[serde(flatten)]
    pub control: Control,
    /// When it was done last; none if never.
    pub last: Option<Timestamp>,
    pub passed: Option<bool>,
    pub due: Timestamp,
    pub overdue: bool,
}

/// What is recorded when a control was done.
#[derive(Debug, Serialize, Deserialize)]
struct Done {
    proof: String,
    passed: bool,
}

/// Every control of the settings with its last time and its next; one never done counts from when it was set.
pub async fn controls(db: &Db, now: Timestamp) -> Result<Vec<Standing>, Trouble> {
    let Some(organisation) = organisation(db).await? else { return Ok(Vec::new()) };
    let (done, set) = (db.records("control").await?, db.records("settings").await?);
    let standing = |control: Control| {
        let last = done.iter().rev().find(|r| r.name == control.id);
        let first = set.iter().find(|r| r.bytes.as_deref().is_some_and(|b| names(b, &control.id)));
        let due = respond::control_due(&control, last.or(first).map_or(now, |r| r.at));
        let told = last.and_then(|r| serde_json::from_slice::<Done>(r.bytes.as_deref()?).ok());
        Standing { last: last.map(|r| r.at), passed: told.map(|d| d.passed), due, overdue: due < now, control }
    };
    Ok(organisation.control.into_iter().map(standing).collect())
}

fn names(settings: &[u8], control: &str) -> bool {
    String::from_utf8_lossy(settings).contains(&format!("\"{control}\""))
}

/// Records that a control was done, with its proof.
pub async fn control_done(
    db: &Db,
    actor: &str,
    id: &str,
    proof: &str,
    passed: bool,
    now: Timestamp,
) -> Result<(), Trouble> {
    access::check(db, actor, Permission::Write).await?;
    let known: Vec<String> = controls(db, now).await?.into_iter().map(|s| s.control.id).collect();
    if !known.iter().any(|k| k == id) {
        let problem = Problem::new(Place::source("control"), "control", format!("there is no control `{id}`"));
        return Err(problem.found(id).allowed(&known).into());
    }
    needed("proof", proof)?;
    let bytes = serde_json::to_vec(&Done { proof: proof.to_owned(), passed }).expect("plain data");
    db.record("control", id, bytes, actor, now).await?;
    Ok(())
}

/// A recipient that is new or a vendor's setting that changed between two audits: somebody has to look again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Demand {
    /// `recipient:meta`, `setting:meta/automatic-matching=on`.
    pub about: String,
    /// The audit that saw it.
    pub audit: String,
    pub at: Timestamp,
    pub answered: Option<Reassessment>,
}

/// The answer: is a data protection impact assessment (Art. 35) needed again, and why or why not?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reassessment {
    pub dpia: bool,
    pub person: String,
    pub reasons: String,
}

/// Every change that the audits in the register saw, oldest first, with its answer if it has one.
pub async fn demands(db: &Db) -> Result<Vec<Demand>, Trouble> {
    let answers = db.records("reassessment").await?;
    let mut audits: Vec<(register::Audit, Option<facts::Report>)> = Vec::new();
    for audit in db.audits().await? {
        audits.extend(db.audit(&audit.id).await?);
    }
    audits.sort_by_key(|(audit, _)| audit.at);
    let mut seen: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
    let mut demands = Vec::new();
    for (audit, report) in audits {
        let Some(report) = report else { continue };
        let traits = traits(&report);
        let before = seen.insert(audit.start.clone(), traits.clone());
        let new = before.iter().flat_map(|old| traits.iter().filter(|t| !old.contains(t)));
        for about in new.cloned().collect::<Vec<_>>() {
            let name = format!("{}/{about}", audit.id);
            let answer = answers.iter().rev().find(|r| r.name == name).and_then(|r| r.bytes.clone());
            let answered = answer.and_then(|bytes| serde_json::from_slice(&bytes).ok());
            demands.push(Demand { about, audit: audit.id.clone(), at: audit.at, answered });
        }
    }
    Ok(demands)
}

/// Third parties that received something, and the switches that were served.
fn traits(report: &facts::Report) -> Vec<String> {
    let recipients = report.recipients.iter().filter(|r| r.third_party).map(|r| format!("recipient:{}", r.id));
    let served = |s: &facts::SettingRow| Some(format!("setting:{}/{}={}", s.vendor, s.setting, s.served.as_deref()?));
    recipients.chain(report.settings.iter().filter_map(served)).collect()
}

/// Records the answer to a demand.
pub async fn reassess(
    db: &Db,
    actor: &str,
    demand: &str,
    answer: &Reassessment,
    now: Timestamp,
) -> Result<(), Trouble> {
    access::check(db, actor, Permission::Decide).await?;
    let open = demands(db).await?;
    let names: Vec<String> = open.iter().map(|d| format!("{}/{}", d.audit, d.about)).collect();
    if !names.iter().any(|n| n == demand) {
        let problem = Problem::new(Place::source("demand"), "demand", format!("nothing demands `{demand}`"));
        return Err(problem.found(demand).allowed(&names).into());
    }
    needed("person", &answer.person)?;
    needed("reasons", &answer.reasons)?;
    let bytes = serde_json::to_vec(answer).expect("plain data");
    db.record("reassessment", demand, bytes, actor, now).await?;
    Ok(())
}

fn needed(field: &str, text: &str) -> Result<(), Trouble> {
    if text.trim().is_empty() {
        return Err(Problem::new(Place::source(field), "needed", format!("`{field}` is missing")).into());
    }
    Ok(())
}
