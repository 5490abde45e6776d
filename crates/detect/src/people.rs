use facts::{IdentifierKind, Person, Place, Problem, Problems};
use std::collections::HashMap;

/// Reads people.csv. `source` is the file's name for messages; a bad row is named by line, never by its values.
///
/// Columns: `id` (required, unique), `role`, and any identifier column of the contract; a cell may hold several
/// values separated by `;`. All problems are told at once.
pub fn people(source: &str, text: &str) -> Result<Vec<Person>, Problems> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(true).from_reader(text.as_bytes());
    let columns = columns(source, &mut reader)?;
    let mut rows = Rows { source, columns, seen: HashMap::new(), problems: Vec::new(), people: Vec::new() };
    for record in reader.records() {
        match record {
            Ok(record) => rows.row(&record),
            Err(e) => rows.unreadable(&e),
        }
    }
    if rows.people.is_empty() && rows.problems.is_empty() {
        rows.problems.push(Problem::new(Place::source(source), "people-empty", "no rows below the header"));
    }
    if rows.problems.is_empty() { Ok(rows.people) } else { Err(Problems(rows.problems)) }
}

/// What a column holds.
enum Column {
    Id,
    Role,
    Identifier(IdentifierKind),
}

fn columns(source: &str, reader: &mut csv::Reader<&[u8]>) -> Result<Vec<Column>, Problems> {
    let header = reader.headers().map_err(|_| {
        Problem::new(Place::line(source, 1), "people-header", "the header row cannot be read as UTF-8 CSV")
    })?;
    let mut allowed = vec!["id", "role"];
    allowed.extend(IdentifierKind::ALL.map(IdentifierKind::word));
    let mut problems = Vec::new();
    let mut columns = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for name in header {
        let name = name.trim().to_lowercase();
        match name.as_str() {
            "id" => columns.push(Column::Id),
            "role" => columns.push(Column::Role),
            word => match IdentifierKind::from_word(word) {
                Some(kind) => columns.push(Column::Identifier(kind)),
                None => problems.push(unknown_column(source, word, &allowed)),
            },
        }
        if names.contains(&name) {
            problems.push(header_problem(source, "people-column-twice", format!("column `{name}` stands twice")));
        }
        names.push(name);
    }
    if !names.iter().any(|n| n == "id") {
        problems.push(header_problem(source, "people-no-id", "the column `id` is missing".into()));
    }
    if problems.is_empty() { Ok(columns) } else { Err(Problems(problems)) }
}

fn header_problem(source: &str, code: &'static str, message: String) -> Problem {
    Problem::new(Place::line(source, 1), code, message)
}

/// A header cell is named only while it looks like a name: a file without a header row must not leak its first row.
fn unknown_column(source: &str, word: &str, allowed: &[&str]) -> Problem {
    let looks_like_name = word.len() <= 24 && word.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == ' ');
    let problem = |message: String| Problem::new(Place::line(source, 1), "people-column", message);
    if looks_like_name && !word.is_empty() {
        problem(format!("unknown column `{word}`")).found(word).allowed(allowed)
    } else {
        problem("a header cell is not a column name; is the header row missing?".into()).allowed(allowed)
    }
}

struct Rows<'a> {
    source: &'a str,
    columns: Vec<Column>,
    /// id → line it first stood on
    seen: HashMap<String, usize>,
    problems: Vec<Problem>,
    people: Vec<Person>,
}

impl Rows<'_> {
    fn problem(&mut self, line: usize, code: &'static str, message: impl Into<String>) {
        self.problems.push(Problem::new(Place::line(self.source, line), code, message));
    }

    fn unreadable(&mut self, error: &csv::Error) {
        let line = error.position().map_or(0, |p| p.line() as usize);
        let why = match error.kind() {
            csv::ErrorKind::Utf8 { .. } => "the row is not UTF-8",
            _ => "the row cannot be read as CSV",
        };
        self.problem(line, "people-row", why);
    }

    fn row(&mut self, record: &csv::StringRecord) {
        let line = record.position().map_or(0, |p| p.line() as usize);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        if record.len() != self.columns.len() {
            let message = format!("the row has {} cells, the header has {}", record.len(), self.columns.len());
            return self.problem(line, "people-cells", message);
        }
        let person = self.person(record);
        if person.id.is_empty() {
            return self.problem(line, "people-id-empty", "`id` is empty");
        }
        if let Some(first) = self.seen.insert(person.id.clone(), line) {
            return self.problem(line, "people-id-twice", format!("`id` stood already on line {first}"));
        }
        self.people.push(person);
    }

    fn person(&self, record: &csv::StringRecord) -> Person {
        let mut person = Person::default();
        for (column, cell) in self.columns.iter().zip(record) {
            match column {
                Column::Id => cell.trim().clone_into(&mut person.id),
                Column::Role => cell.trim().clone_into(&mut person.role),
                Column::Identifier(kind) => {
                    let values = cell.split(';').map(str::trim).filter(|v| !v.is_empty());
                    person.identifiers.extend(values.map(|v| (*kind, v.to_owned())));
                }
            }
        }
        person
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_with_several_values_a_cell() {
        let text = "\u{feff}ID,role,email,phone\np1,patient,a@example.com; b@example.com,\"070-174 06 05\"\n,,,\n";
        let people = people("people.csv", text).unwrap();
        assert_eq!(people.len(), 1);
        assert_eq!(people[0].identifiers.len(), 3);
        assert_eq!(people[0].identifiers[2], (IdentifierKind::Phone, "070-174 06 05".into()));
    }

    #[test]
    fn every_bad_row_is_named_by_line_and_no_value_is_repeated() {
        let text = "id,email\np1,x@example.com\np1,y@example.com\n,z@example.com\np2,a@example.com,extra\n";
        let problems = people("people.csv", text).unwrap_err();
        let lines: Vec<_> = problems.0.iter().map(|p| (p.place.line.unwrap(), p.code)).collect();
        assert_eq!(lines, [(3, "people-id-twice"), (4, "people-id-empty"), (5, "people-cells")]);
        assert!(!problems.to_string().contains('@'));
    }

    #[test]
    fn a_misspelt_column_gets_the_nearest_name_and_a_missing_header_stays_private() {
        let problems = people("people.csv", "id,emial\np1,x\n").unwrap_err();
        assert_eq!(problems.0[0].nearest.as_deref(), Some("email"));
        let problems = people("people.csv", "p1,anna@example.com\n").unwrap_err();
        assert!(!problems.to_string().contains("anna"));
        assert!(people("people.csv", "id,email\n").is_err());
    }
}
