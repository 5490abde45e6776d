//! How a case begins from what the program itself found: findings of an audit, numbers of a scan.

use super::{act, open, opened, unknown};
use crate::{Trouble, access};
use facts::{Problem, Report, Summary};
use jiff::Timestamp;
use paper::words::Words;
use register::{Blob, Db};
use respond::{Act, BreachFacts};
use std::collections::BTreeMap;

/// Opens a draft case from findings of a report. An open case that holds one of them already is returned instead: one
/// leak, one case.
pub async fn open_from_report(
    db: &Db,
    actor: &str,
    report: &Report,
    findings: &[String],
    country: &str,
    now: Timestamp,
) -> Result<String, Trouble> {
    let wanted = chosen(report, findings)?;
    match holder(db, &wanted).await? {
        Some(id) => Ok(id),
        None => open(db, actor, draft(report, &wanted, country), now).await,
    }
}

/// As [`open_from_report`], with what a person says beside the report: `own` is an [`Act::Open`] whose words win over the
/// report's. Where an open case holds a finding already, that is told, and nothing of it is lost in silence.
pub async fn open_from_report_with(
    db: &Db,
    actor: &str,
    report: &Report,
    findings: &[String],
    own: Act,
    now: Timestamp,
) -> Result<String, Trouble> {
    let wanted = chosen(report, findings)?;
    if let Some(id) = holder(db, &wanted).await? {
        let what = format!("the open case `{id}` holds this finding already: add to it what you know");
        return Err(Problem::new(facts::Place::source("finding"), "finding-held", what).found(id).into());
    }
    open(db, actor, joined(draft(report, &wanted, ""), own), now).await
}

/// The open case that holds one of the findings.
async fn holder(db: &Db, findings: &[String]) -> Result<Option<String>, Trouble> {
    for finding in findings {
        for id in db.cases_of_finding(finding).await? {
            if db.case(&id).await?.is_some_and(|stored| stored.case.closed.is_none()) {
                return Ok(Some(id));
            }
        }
    }
    Ok(None)
}

/// The draft, with what a person says put over it. A fact that a person gives is no longer the finding's.
fn joined(draft: Act, own: Act) -> Act {
    let mut act = draft;
    if let Act::Open { title, reference, country, facts, origins, suspected, occurred, exercise, note, .. } = &mut act
        && let Act::Open { title: t, reference: r, country: c, facts: f, suspected: s, exercise: e, note: n, .. } = own
    {
        if !t.trim().is_empty() {
            *title = t;
        }
        let given = serde_json::to_value(&f).unwrap_or_default();
        if f != BreachFacts::default() {
            *facts = facts.with(&f);
            origins.retain(|o| given.pointer(&format!("/{}", o.fact.replace('.', "/"))).is_none());
        }
        *suspected = s.or(*suspected);
        // Since when is then not what the audit saw first.
        if occurred.start().zip(*suspected).is_some_and(|(start, suspected)| start > suspected) {
            *occurred = respond::Occurred::Unknown;
        }
        (*reference, *country, *exercise, *note) = (r, c, e, n);
    }
    act
}

/// Opens a draft case from new findings, or joins the open one that the same leak belongs to: one whose findings stand in
/// this report too and share a recipient or a rule with the new ones.
pub async fn join(
    db: &Db,
    actor: &str,
    report: &Report,
    new: &[String],
    country: &str,
    now: Timestamp,
) -> Result<String, Trouble> {
    let akin: Vec<&String> = report.findings.iter().filter(|f| is_akin(report, f, new)).map(|f| &f.id).collect();
    for finding in akin {
        for id in db.cases_of_finding(finding).await? {
            let Some(stored) = db.case(&id).await?.filter(|s| s.case.closed.is_none()) else { continue };
            let findings: Vec<String> = new.iter().filter(|f| !stored.case.findings.contains(f)).cloned().collect();
            if !findings.is_empty() {
                act(db, actor, &id, stored.version, Act::LinkFindings { findings }, now).await?;
            }
            return Ok(id);
        }
    }
    open_from_report(db, actor, report, new, country, now).await
}

fn is_akin(report: &Report, finding: &facts::Finding, new: &[String]) -> bool {
    let mut others = report.findings.iter().filter(|f| new.contains(&f.id));
    others.any(|f| {
        f.id == finding.id || f.recipient.is_some() && f.recipient == finding.recipient || f.rule == finding.rule
    })
}

/// As [`open_from_report`], for an audit the register knows.
pub async fn open_from_findings(
    db: &Db,
    actor: &str,
    audit: &str,
    findings: &[String],
    country: &str,
    now: Timestamp,
) -> Result<String, Trouble> {
    let Some((_, Some(report))) = db.audit(audit).await? else { return Err(unknown("audit", audit)) };
    open_from_report(db, actor, &report, findings, country, now).await
}

fn draft(report: &Report, findings: &[String], whose: &str) -> Act {
    let category = |id: &str| judge::Vendors::builtin().vendor(id).map(|v| v.category.as_str());
    let mut act = respond::draft(report, findings, category).what;
    if let Act::Open { country, .. } = &mut act {
        whose.clone_into(country);
    }
    act
}

/// All findings when none is named; a name that is not in the report is refused.
fn chosen(report: &Report, findings: &[String]) -> Result<Vec<String>, Trouble> {
    let known: Vec<&str> = report.findings.iter().map(|f| f.id.as_str()).collect();
    if let Some(stranger) = findings.iter().find(|f| !known.contains(&f.as_str())) {
        let place = facts::Place::source("finding");
        let what = format!("the report has no finding `{stranger}`");
        return Err(Problem::new(place, "finding", what).found(stranger.clone()).allowed(&known).into());
    }
    let all = || known.iter().map(|id| (*id).to_owned()).collect();
    Ok(if findings.is_empty() { all() } else { findings.to_vec() })
}

/// Opens a draft case from what a scan counted, and keeps the summary with it, sealed. `own` is an [`Act::Open`] whose words
/// win over the scan's.
pub async fn open_from_scan(
    db: &Db,
    actor: &str,
    summary: &Summary,
    own: Act,
    words: &Words,
    now: Timestamp,
) -> Result<String, Trouble> {
    access::check(db, actor, own.needs()).await?;
    if summary.sightings == 0 {
        let what = "the scan saw nobody: there is nothing to open a case from";
        return Err(Problem::new(facts::Place::source("summary"), "nobody-seen", what).into());
    }
    let act = joined(respond::draft_of_scan(summary, &trackers(summary), ""), own);
    let json = serde_json::to_vec_pretty(summary).expect("a summary is plain data");
    let kept = (Blob::new("summary.json", json)?, words.say("respond-scan-kept").into());
    opened(db, actor, act, Some(kept), now).await
}

/// Names of the recipients that are known to follow people around, by id.
fn trackers(summary: &Summary) -> BTreeMap<String, String> {
    let named = |id: &String| judge::Vendors::builtin().named(id);
    let known = summary.by_recipient.iter().map(|r| named(&r.recipient)).filter(|r| r.tracks() || r.profiles());
    known.map(|r| (r.id, r.name)).collect()
}
