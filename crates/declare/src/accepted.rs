//! `sluss-accepted.toml`: findings that a named person decided to live with, kept beside the declaration.

use crate::reader::{self, Reader, Table};
use facts::{Acceptance, Problem, Problems, Severity};
use jiff::civil::Date;

/// Reads the file. `source` is its name as the user knows it.
///
/// # Errors
/// Every unknown key, missing key and bad value, each with line and column.
pub fn accepted(source: &str, text: &str) -> Result<Vec<Acceptance>, Problems> {
    reader::document(
        source,
        text,
        |reader, root, _| {
            reader.known(root, &["accepted"]);
            reader.tables(root, "accepted", "accepted").iter().map(|t| reader.acceptance(t)).collect()
        },
        |_| Vec::new(),
    )
}

/// One row as it is added to the file. `about` says to its readers what it is about.
pub fn entry(row: &Acceptance, about: &str) -> String {
    let mut table = toml::Table::new();
    let severity = row.severity.map(word).unwrap_or_default();
    for (key, value) in [("finding", &*row.finding), ("by", &row.by), ("reason", &row.reason), ("severity", severity)] {
        if !value.is_empty() {
            table.insert(key.to_owned(), value.into());
        }
    }
    table.insert("until".to_owned(), row.until.to_string().into());
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
        self.known(t, &["finding", "by", "reason", "until", "severity"]);
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
