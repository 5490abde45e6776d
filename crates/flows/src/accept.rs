//! Living with a finding until a day: a named person decides and says why.
//!
//! The decision stands in a file beside the declaration, so that the build server and the officer read the same one, and
//! so that its history is that of the repository.

use crate::audit::{Order, Target};
use crate::{Trouble, folder};
use facts::{Acceptance, Finding, Place, Problem, Problems, Report};
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

/// How far ahead anybody can decide, in years: what is lived with is looked at again some day.
const YEARS: i16 = 2;

/// Writes the decision down, in the place of an earlier one about the same finding, which is given back too. Everything
/// else of the file stays.
///
/// # Errors
/// The report has no such finding, name or reason is empty, or the day has passed or is more than two years off.
pub fn add(
    path: &Path,
    report: &Report,
    decision: &Decision,
    today: Date,
    words: &Words,
) -> Result<(Acceptance, Option<Acceptance>), Trouble> {
    let finding = find(report, &decision.finding)?;
    let fields = [("by", &decision.by), ("reason", &decision.reason)];
    let missing = fields.iter().filter(|(_, text)| text.trim().is_empty()).map(|(field, _)| {
        let what = format!("nobody accepts a finding without `{field}`");
        Problem::new(Place::source(*field), "acceptance", what)
    });
    let missing: Vec<Problem> = missing.collect();
    if !missing.is_empty() {
        return Err(Problems(missing).into());
    }
    if decision.until < today {
        let what = format!("`{}` has passed: an acceptance ends in the future", decision.until);
        return Err(Problem::new(Place::source("until"), "acceptance", what).into());
    }
    let last = today.saturating_add(jiff::Span::new().years(YEARS));
    if decision.until > last {
        let what = format!("`{}` is too far off: an acceptance lasts two years at most", decision.until);
        return Err(Problem::new(Place::source("until"), "acceptance", what)
            .allowed(&[format!("{last} or earlier")])
            .into());
    }
    let before = if path.exists() { folder::text(path)? } else { String::new() };
    // What is broken is told before anything is added to it.
    let rows = declare::accepted(&path.display().to_string(), &before)?;
    let earlier = rows.into_iter().find(|row| row.finding == finding.id);
    let row = Acceptance {
        finding: finding.id.clone(),
        by: decision.by.trim().to_owned(),
        reason: decision.reason.trim().to_owned(),
        until: decision.until,
        severity: Some(finding.severity),
    };
    keep(path, &declare::decided(&before, &row, &paper::title(finding, words)))?;
    Ok((row, earlier))
}

/// Takes back what was accepted about a finding, by its id or the beginning of it. The row stays, and says who undid it, when
/// and why.
///
/// # Errors
/// Nothing stands in the file about such a finding, or about several; name or reason is empty.
pub fn undo(path: &Path, finding: &str, by: &str, reason: &str, today: Date) -> Result<Acceptance, Trouble> {
    let missing = [("by", by), ("reason", reason)].into_iter().filter(|(_, text)| text.trim().is_empty());
    let missing: Vec<Problem> = missing
        .map(|(field, _)| {
            Problem::new(Place::source(field), "acceptance", format!("nobody undoes an acceptance without `{field}`"))
        })
        .collect();
    if !missing.is_empty() {
        return Err(Problems(missing).into());
    }
    let text = if path.exists() { folder::text(path)? } else { String::new() };
    let rows = declare::accepted(&path.display().to_string(), &text)?;
    let ids: Vec<String> = rows.iter().map(|row| row.finding.clone()).collect();
    let mut begins = rows.into_iter().filter(|row| row.finding.starts_with(finding));
    let (Some(row), None) = (begins.next().filter(|_| finding.len() >= BEGINNING), begins.next()) else {
        let what = format!("`{finding}` is no finding that is accepted in `{}`, or not the only one", path.display());
        return Err(problem(what).found(finding).allowed(&ids).into());
    };
    let undone = declare::undone(&text, &row.finding, by.trim(), reason.trim(), today).unwrap_or(text);
    keep(path, &undone)?;
    Ok(row)
}

/// Writes what can be read again: rows written as one array take none in `[[accepted]]` behind them.
fn keep(path: &Path, text: &str) -> Result<(), Trouble> {
    declare::accepted(&path.display().to_string(), text)?;
    folder::write(path, text.as_bytes())
}

/// Characters of an id that are asked for, where it is not whole.
const BEGINNING: usize = 4;
/// Ids that are told where none fits.
const NEAR: usize = 5;

/// By its id or an unambiguous beginning.
fn find<'r>(report: &'r Report, id: &str) -> Result<&'r Finding, Trouble> {
    let begins: Vec<&Finding> = report.findings.iter().filter(|f| f.id.starts_with(id)).collect();
    let ids = |found: &[&Finding]| -> Vec<String> { found.iter().take(NEAR).map(|f| f.id.clone()).collect() };
    let (what, near) = match begins[..] {
        [one] if id.len() >= BEGINNING => return Ok(one),
        _ if id.len() < BEGINNING => (format!("`{id}` is too short: give at least {BEGINNING} characters"), Vec::new()),
        [_, _, ..] => {
            let (told, more) = (ids(&begins), if begins.len() > NEAR { ", …" } else { "" });
            return Err(refused(format!("`{id}` is ambiguous: {}{more}", told.join(", "))));
        }
        _ => {
            let mut all: Vec<&Finding> = report.findings.iter().collect();
            let shared = |f: &&Finding| f.id.bytes().zip(id.bytes()).take_while(|(a, b)| a == b).count();
            all.sort_by_key(|f| std::cmp::Reverse(shared(f)));
            (format!("the report has no finding `{id}`"), ids(&all))
        }
    };
    Err(if near.is_empty() { refused(what) } else { problem(what).found(id).allowed(&near).into() })
}

fn problem(what: String) -> Problem {
    Problem::new(Place::source("FINDING"), "finding", what)
}

fn refused(what: String) -> Trouble {
    problem(what).into()
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
        let (row, none) = add(&path, &report, &decision(&id, today), today, &words).unwrap();
        let later = decision(&id[..6], today.tomorrow().unwrap());
        let (renewed, earlier) = add(&path, &report, &later, today, &words).unwrap();
        assert_eq!((none, earlier.as_ref()), (None, Some(&row)), "what it replaces is told");
        let rows = load(&path).unwrap();
        assert!(row.until < renewed.until);
        assert_eq!(rows, [renewed], "the later one stands in the place of the earlier");
        let mut judged = report.clone();
        let unknown = Acceptance { finding: id[..8].to_owned(), ..rows[0].clone() };
        let idle = judge::accept(&mut judged, &[rows[0].clone(), unknown], today.tomorrow().unwrap(), None);
        assert!(judged.findings[0].accepted.is_some());
        assert_eq!(idle, [&id[..8]], "a beginning of an id is none");

        let refused = |d: &Decision| add(&path, &report, d, today, &words).unwrap_err();
        assert!(refused(&decision("nothing", today)).is_input());
        assert!(refused(&decision(&id, today.yesterday().unwrap())).is_input());
        let far = refused(&decision(&id, jiff::civil::date(2999, 1, 1))).to_string();
        assert!(far.contains("two years"), "{far}");
        let blank = refused(&Decision { by: " ".into(), reason: String::new(), ..decision(&id, today) });
        assert!(matches!(blank, Trouble::Input(Problems(both)) if both.len() == 2));
        assert_eq!(load(&path).unwrap().len(), 1, "what is refused is not written");

        assert!(undo(&path, &id, "Bo", " ", today).unwrap_err().is_input());
        assert!(undo(&path, "nothing", "Bo", "a slip", today).unwrap_err().is_input());
        assert_eq!(undo(&path, &id[..6], "Bo", "a slip", today).unwrap().finding, id);
        assert!(load(&path).unwrap().is_empty() && folder::text(&path).unwrap().contains("Bo"));

        let array =
            "accepted = [{ finding = \"fedcba9876543210\", by = \"Bo\", reason = \"x\", until = 2027-01-31 }]\n";
        folder::write(&path, array.as_bytes()).unwrap();
        assert!(refused(&Decision { by: "Anna".into(), reason: "x".into(), ..decision(&id, today) }).is_input());
        assert_eq!(folder::text(&path).unwrap(), array, "what could not be read again is not written");
        undo(&path, "fedcba98", "Bo", "a slip", today).unwrap();
        assert!(load(&path).unwrap().is_empty());
    }

    #[test]
    fn an_id_that_does_not_fit_is_told_with_the_near_ones() {
        let mut report: Report = serde_json::from_str(include_str!("../../paper/samples/report.json")).unwrap();
        let one = report.findings[0].clone();
        report.findings = (0..9).map(|n| Finding { id: format!("abcd{n}0123456789a"), ..one.clone() }).collect();
        let told = |id: &str| find(&report, id).unwrap_err().to_string();
        assert!(told("abc").contains("too short"), "{}", told("abc"));
        assert!(told("abcd").contains("ambiguous: abcd00123456789a, "), "{}", told("abcd"));
        for id in ["abcd", "abcx12", "ab"] {
            assert!(told(id).matches("0123456789a").count() <= NEAR, "{}", told(id));
        }
        assert_eq!(find(&report, "abcd3").unwrap().id, "abcd30123456789a");
    }
}
