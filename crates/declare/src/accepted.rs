//! `sluss-accepted.toml`: findings that a named person decided to live with, kept beside the declaration.

use crate::reader::{self, Reader, Table};
use facts::{Acceptance, Problem, Problems, Severity};
use jiff::civil::Date;
use std::ops::Range;
use toml::de::DeTable;

/// Reads the file, but for what was undone. `source` is its name as the user knows it.
///
/// # Errors
/// Every unknown key, missing key and bad value, each with line and column.
pub fn accepted(source: &str, text: &str) -> Result<Vec<Acceptance>, Problems> {
    reader::document(
        source,
        text,
        |reader, root, _| {
            reader.known(root, &["accepted"]);
            let rows = reader.tables(root, "accepted", "accepted");
            rows.iter()
                .map(|t| (t, reader.acceptance(t)))
                .filter(|(t, _)| stands(t.entries))
                .map(|(_, row)| row)
                .collect()
        },
        |_| Vec::new(),
    )
}

/// The file's text with this decision in it: where the finding has one already, the new one stands in its place, and
/// everything else stays as it was; else it is added. `about` says to readers what it is about.
pub fn decided(text: &str, row: &Acceptance, about: &str) -> String {
    edited(text, &row.finding, &values(row)).unwrap_or_else(|| {
        let gap = if text.is_empty() || text.ends_with("\n\n") { "" } else { "\n" };
        format!("{text}{gap}{}", entry(row, about))
    })
}

/// The file's text with the decision about a finding undone: its row stays, and says by whom, when and why. None where there
/// is no such decision.
pub fn undone(text: &str, finding: &str, by: &str, reason: &str, on: Date) -> Option<String> {
    let values = [(UNDONE_BY, by.into()), ("undone", on.to_string().into()), ("undone_reason", reason.into())];
    edited(text, finding, &values)
}

const UNDONE_BY: &str = "undone_by";

fn stands(row: &DeTable<'_>) -> bool {
    !row.contains_key(UNDONE_BY)
}

/// With these values in the rows about a finding that stand; none where there are none.
fn edited(text: &str, finding: &str, values: &[(&str, toml::Value)]) -> Option<String> {
    let (table, _) = DeTable::parse_recoverable(text);
    let rows = table.get_ref().get("accepted").and_then(|rows| rows.get_ref().as_array());
    let tables = rows.into_iter().flatten().filter_map(|t| Some((t.span(), t.get_ref().as_table()?)));
    let about_it = |t: &DeTable<'_>| t.get("finding").is_some_and(|f| f.get_ref().as_str() == Some(finding));
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (at, table) in tables.filter(|(_, table)| stands(table) && about_it(table)) {
        // A row in braces has its keys behind commas.
        let before_key = if text[at.start..].starts_with('{') { ", " } else { "\n" };
        let end = table.values().map(|v| v.span().end).max().unwrap_or_default();
        for (key, value) in values {
            match table.get(*key) {
                Some(before) => edits.push((before.span(), value.to_string())),
                None => edits.push((end..end, format!("{before_key}{key} = {value}"))),
            }
        }
    }
    edits.sort_by_key(|(at, _)| (at.start, at.end));
    let mut edited = text.to_owned();
    edits.iter().rev().for_each(|(at, value)| edited.replace_range(at.clone(), value));
    (!edits.is_empty()).then_some(edited)
}

fn values(row: &Acceptance) -> Vec<(&'static str, toml::Value)> {
    let severity = row.severity.map(word).unwrap_or_default();
    let words = [("finding", &*row.finding), ("by", &row.by), ("reason", &row.reason), ("severity", severity)];
    let mut values: Vec<(_, toml::Value)> =
        words.into_iter().filter(|(_, v)| !v.is_empty()).map(|(key, v)| (key, v.into())).collect();
    values.push(("until", row.until.to_string().into()));
    values
}

/// One row as it is added to the file. `about` says to its readers what it is about.
fn entry(row: &Acceptance, about: &str) -> String {
    let table: toml::Table = values(row).into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let about = about.replace(['\r', '\n'], " ");
    format!("# {about}\n[[accepted]]\n{table}\n")
}

const SEVERITIES: [(&str, Severity); 3] =
    [("low", Severity::Low), ("medium", Severity::Medium), ("high", Severity::High)];

fn word(severity: Severity) -> &'static str {
    SEVERITIES.iter().find(|(_, s)| *s == severity).map_or("", |(word, _)| word)
}

impl Reader<'_> {
    fn acceptance(&mut self, t: &Table<'_, '_>) -> Acceptance {
        self.known(t, &["finding", "by", "reason", "until", "severity", "undone", UNDONE_BY, "undone_reason"]);
        Acceptance {
            finding: self.required(t, "finding").unwrap_or_default(),
            by: self.required(t, "by").unwrap_or_default(),
            reason: self.required(t, "reason").unwrap_or_default(),
            until: self.date(t, "until").unwrap_or_default(),
            severity: self.word(t, "severity", &SEVERITIES),
        }
    }

    /// A day, as a string or as TOML's own date.
    fn date(&mut self, t: &Table<'_, '_>, key: &str) -> Option<Date> {
        let Some(value) = t.entries.get(key) else {
            self.missing(t, key);
            return None;
        };
        let text = match value.get_ref() {
            toml::de::DeValue::Datetime(day) => day.to_string(),
            other => other.as_str().unwrap_or_default().to_owned(),
        };
        let day = text.parse().ok();
        if day.is_none() {
            let message = format!("`{key}` must be a day");
            let problem = Problem::new(self.place(value.span()), "day", message).found(text);
            self.problems.push(problem.allowed(&["2027-01-31"]));
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Acceptance {
        Acceptance {
            finding: "0123456789abcdef".into(),
            by: "Anna \"A\" Exempel".into(),
            reason: "is taken out in\nJanuary".into(),
            until: jiff::civil::date(2027, 1, 31),
            severity: Some(Severity::Medium),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let text = format!("{}{}", entry(&row(), "undeclared\ndata"), entry(&row(), "x"));
        assert_eq!(accepted("a.toml", &text), Ok(vec![row(), row()]));
        assert_eq!(accepted("a.toml", ""), Ok(vec![]));
    }

    #[test]
    fn a_later_decision_stands_in_the_place_of_the_earlier() {
        let other = Acceptance { finding: "fedcba9876543210".into(), severity: None, ..row() };
        let first = decided("# ours\n", &row(), "x");
        let both = decided(&first, &other, "y");
        let later = Acceptance { by: "Bo".into(), until: jiff::civil::date(2027, 2, 28), severity: None, ..row() };
        let text = decided(&both.replace("[[accepted]]\n", "[[accepted]]\n# asked twice\n"), &later, "x");
        let kept = Acceptance { severity: Some(Severity::Medium), ..later };
        assert_eq!(accepted("a.toml", &text), Ok(vec![kept, other.clone()]), "{text}");
        assert!(text.starts_with("# ours\n") && text.matches("# asked twice").count() == 2, "{text}");
        let graver = Acceptance { severity: Some(Severity::High), ..other };
        let text = decided(&text, &graver, "y");
        assert_eq!(accepted("a.toml", &text).unwrap()[1], graver, "{text}");
    }

    #[test]
    fn what_is_undone_stays_and_counts_no_longer() {
        let first = decided("", &row(), "x");
        let on = jiff::civil::date(2026, 11, 28);
        let text = undone(&first, &row().finding, "Bo", "a slip of \"mine\"", on).unwrap();
        assert_eq!(accepted("a.toml", &text), Ok(vec![]), "{text}");
        assert!(text.starts_with(first.trim_end()) && text.contains("undone_by = \"Bo\""), "{text}");
        assert_eq!(undone(&text, &row().finding, "Bo", "again", on), None);
        let anew = decided(&text, &row(), "x");
        assert_eq!(accepted("a.toml", &anew), Ok(vec![row()]), "{anew}");
        assert!(anew.starts_with(&text), "{anew}");
    }

    #[test]
    fn a_day_may_be_written_either_way() {
        let text = entry(&row(), "x").replace("\"2027-01-31\"", "2027-01-31");
        assert_eq!(accepted("a.toml", &text), Ok(vec![row()]));
    }

    #[test]
    fn nobody_accepts_without_name_reason_and_end() {
        let told = |text: &str| accepted("a.toml", text).expect_err("refused").0;
        let missing: Vec<_> = told("[[accepted]]\nfinding = \"x\"\n").into_iter().map(|p| p.allowed).collect();
        assert_eq!(missing, [["by"], ["reason"], ["until"]]);
        let found = told(&entry(&row(), "x").replace("2027-01-31", "2027-02-30"));
        assert_eq!((found[0].code, found[0].place.line), ("day", Some(9)));
        assert_eq!(told(&entry(&row(), "x").replace("reason =", "reson ="))[1].nearest.as_deref(), Some("reason"));
    }
}
