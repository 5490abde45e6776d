//! Living with a finding until a day: a named person decides and says why.
//!
//! The decision stands in a file beside the declaration, so that the build server and the officer read the same one, and
//! so that its history is that of the repository.

use crate::audit::{Order, Target};
use crate::{Trouble, folder};
use facts::{Acceptance, Finding, Place, Problem, Report};
use jiff::civil::Date;
use paper::words::Words;
use std::path::{Path, PathBuf};

/// The file's name beside a declaration.
pub const FILE: &str = "sluss-accepted.toml";

/// The file beside a declaration.
pub fn beside(declaration: &Path) -> PathBuf {
    declaration.parent().unwrap_or(Path::new("")).join(FILE)
}

/// Where an audit finds its acceptances: where the user said, else beside the declaration.
pub fn file(order: &Order) -> Option<PathBuf> {
    match (&order.accepted, &order.target) {
        (Some(named), _) => Some(named.clone()),
        (None, Target::Declaration(path)) => Some(beside(path)),
        (None, Target::Address(_)) => None,
    }
}

/// What was accepted. A file the user named has to be there; the one beside the declaration may be missing.
pub fn read(order: &Order) -> Result<Vec<Acceptance>, Trouble> {
    match file(order) {
        Some(path) if order.accepted.is_some() || path.exists() => load(&path),
        _ => Ok(Vec::new()),
    }
}

fn load(path: &Path) -> Result<Vec<Acceptance>, Trouble> {
    Ok(declare::accepted(&path.display().to_string(), &folder::text(path)?)?)
}

/// A person's decision about one finding.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Its id, or the beginning of it.
    pub finding: String,
    pub by: String,
    pub reason: String,
    /// The last day it holds.
    pub until: Date,
}

/// Writes the decision down. What was written before stays: renewing adds a row.
///
/// # Errors
/// The report has no such finding, name or reason is empty, or the day has passed.
pub fn add(
    path: &Path,
    report: &Report,
    decision: &Decision,
    today: Date,
    words: &Words,
) -> Result<Acceptance, Trouble> {
    let finding = find(report, &decision.finding)?;
    for (field, text) in [("by", &decision.by), ("reason", &decision.reason)] {
        if text.trim().is_empty() {
            let what = format!("nobody accepts a finding without `{field}`");
            return Err(Problem::new(Place::source(field), "acceptance", what).into());
        }
    }
    if decision.until < today {
        let what = format!("`{}` has passed: an acceptance ends in the future", decision.until);
        return Err(Problem::new(Place::source("until"), "acceptance", what).into());
    }
    let before = if path.exists() { folder::text(path)? } else { String::new() };
    // What is broken is told before anything is added to it.
    declare::accepted(&path.display().to_string(), &before)?;
    let row = Acceptance {
        finding: finding.id.clone(),
        by: decision.by.trim().to_owned(),
        reason: decision.reason.trim().to_owned(),
        until: decision.until,
        severity: Some(finding.severity),
    };
    let entry = declare::entry(&row, &paper::title(finding, words));
    let gap = if before.is_empty() || before.ends_with("\n\n") { "" } else { "\n" };
    folder::write(path, format!("{before}{gap}{entry}").as_bytes())?;
    Ok(row)
}

/// By its id or an unambiguous beginning.
fn find<'r>(report: &'r Report, id: &str) -> Result<&'r Finding, Trouble> {
    let begins: Vec<&Finding> = report.findings.iter().filter(|f| id.len() >= 4 && f.id.starts_with(id)).collect();
    if let [one] = begins[..] {
        return Ok(one);
    }
    let known: Vec<&str> = report.findings.iter().map(|f| f.id.as_str()).collect();
    let what = format!("the report has no finding `{id}`");
    Err(Problem::new(Place::source("FINDING"), "finding", what).found(id).allowed(&known).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::Lang;

    fn decision(finding: &str, until: Date) -> Decision {
        Decision {
            finding: finding.into(),
            by: "Anna Exempel".into(),
            reason: "is mended in \"January\"".into(),
            until,
        }
    }

    #[test]
    fn a_decision_is_written_read_and_renewed() {
        let report: Report = serde_json::from_str(include_str!("../../paper/samples/report.json")).unwrap();
        let (dir, words) = (tempfile::tempdir().unwrap(), Words::new(Lang::Sv));
        let (path, today) = (dir.path().join(FILE), jiff::civil::date(2026, 11, 25));
        let id = report.findings[0].id.clone();
        let row = add(&path, &report, &decision(&id, today), today, &words).unwrap();
        add(&path, &report, &decision(&id[..6], today.tomorrow().unwrap()), today, &words).unwrap();
        let rows = load(&path).unwrap();
        assert_eq!((rows.len(), &rows[0]), (2, &row));
        let mut judged = report.clone();
        judge::accept(&mut judged, &rows, today.tomorrow().unwrap());
        assert!(judged.findings[0].accepted.is_some());

        let refused = |d: &Decision| add(&path, &report, d, today, &words).unwrap_err();
        assert!(refused(&decision("nothing", today)).is_input());
        assert!(refused(&decision(&id, today.yesterday().unwrap())).is_input());
        assert!(refused(&Decision { by: " ".into(), ..decision(&id, today) }).is_input());
        assert_eq!(load(&path).unwrap().len(), 2, "what is refused is not written");
    }
}
