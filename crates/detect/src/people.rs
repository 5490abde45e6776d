use crate::normalise::{self, Order};
use crate::tables::Tables;
use facts::{IdentifierKind, Person, Place, Problem, Problems};
use memchr::{memchr, memchr_iter, memchr3};
use sha2::{Digest, Sha256};

/// Reads people.csv. `source` is the file's name for messages; a bad row is named by line, never by its values.
///
/// Columns: `id` (required, unique), `role`, and any identifier column of the contract; a cell may hold several
/// values separated by `;`. All problems are told at once.
pub fn people(source: &str, text: &str) -> Result<Vec<Person>, Problems> {
    let (columns, text) = Columns::read(source, text)?;
    let dates = columns.dates(text);
    let columns = columns.dated(dates);
    let Rows { people, ids, mut problems } = columns.rows(source, text, columns.first_line());
    problems.extend(repeated(source, &[ids]));
    if problems.is_empty() {
        let nobody = people.iter().all(|person| person.identifiers.is_empty());
        problems.extend(nobody.then(|| nobody_in(source, people.len())));
    }
    problems.sort_by_key(|p| p.place.line);
    if problems.is_empty() { Ok(people) } else { Err(Problems(problems)) }
}

/// Nothing below the header, or in none of so many rows.
pub fn nobody_in(source: &str, rows: usize) -> Problem {
    let place = Place::source(source);
    match rows {
        0 => Problem::new(place, "people-empty", "no rows below the header"),
        _ => Problem::new(place, "people-nobody", "no row holds an identifier to look for"),
    }
}

/// Every row whose id stood before; the ids are those of parts of one file, in order.
pub fn repeated(source: &str, parts: &[Vec<RowId>]) -> Vec<Problem> {
    let mut all: Vec<RowId> = parts.concat();
    all.sort_unstable();
    let same = |a: &RowId, b: &RowId| a.0 >> LINE_BITS == b.0 >> LINE_BITS;
    let twice = all.chunk_by(same).flat_map(|ids| ids[1..].iter().map(|id| (ids[0].line(), id.line())));
    let mut lines: Vec<_> = twice.collect();
    lines.sort_unstable_by_key(|(_, line)| *line);
    let told = |(first, line): (usize, usize)| {
        let message = format!("`id` stood already on line {first}");
        Problem::new(Place::line(source, line), "people-id-twice", message).found(first.to_string())
    };
    lines.into_iter().map(told).collect()
}

/// A digest of an id and, in its lowest bits, the line it stands on: sixteen bytes a row, however long the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowId(u128);

/// A file of 2⁴⁰ lines has more bytes than any disk; of 88 bits of a digest no two are the same by chance.
const LINE_BITS: u32 = 40;

impl RowId {
    fn new(id: &str, line: usize) -> Self {
        let digest: [u8; 32] = Sha256::digest(id.as_bytes()).into();
        let (half, _) = digest.split_first_chunk().expect("sixteen of 32 bytes");
        Self(u128::from_le_bytes(*half) >> LINE_BITS << LINE_BITS | line as u128)
    }

    fn line(self) -> usize {
        (self.0 & ((1 << LINE_BITS) - 1)) as usize
    }
}

/// Some rows of a people.csv.
#[derive(Debug, Default)]
pub struct Rows {
    pub people: Vec<Person>,
    pub ids: Vec<RowId>,
    pub problems: Vec<Problem>,
}

/// What the columns of a people.csv hold; rows can then be read in parts, each by whom the caller likes.
pub struct Columns {
    columns: Vec<Column>,
    /// Cells of the header: the last ones may be empty, as spreadsheets write them.
    cells: usize,
    first_line: usize,
    separator: u8,
    dates: Dates,
}

/// Which of the ways stand in a list in which the day of birth and its month can stand before the year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Dates {
    pub day_first: bool,
    pub month_first: bool,
    /// Some that may be either.
    pub either: bool,
}

impl Dates {
    pub fn add(&mut self, other: Self) {
        self.day_first |= other.day_first;
        self.month_first |= other.month_first;
        self.either |= other.either;
    }
}

/// What a column holds.
enum Column {
    Id,
    Role,
    Identifier(IdentifierKind),
}

impl Columns {
    /// Reads the header row; gives the text below it.
    pub fn read<'t>(source: &str, text: &'t str) -> Result<(Self, &'t str), Problems> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (separator, listed) = separated(text);
        let mut reader = reader(listed, separator);
        let mut header = csv::StringRecord::new();
        let unreadable = "the header row cannot be read as UTF-8 CSV";
        reader
            .read_record(&mut header)
            .map_err(|_| Problem::new(Place::line(source, 1), "people-header", unreadable))?;
        let cells = header.len();
        let unnamed = header.iter().rev().take_while(|name| name.trim().is_empty()).count();
        header.truncate(cells - unnamed);
        let columns = columns(source, &header)?;
        let below = &listed[reader.position().byte() as usize..];
        let above = &text[..text.len() - below.len()];
        let first_line = 1 + memchr_iter(b'\n', above.as_bytes()).count();
        Ok((Self { columns, cells, first_line, separator, dates: Dates::default() }, below))
    }

    /// What the columns hold of people.
    pub fn kinds(&self) -> Vec<IdentifierKind> {
        let kind = |column: &Column| match column {
            Column::Identifier(kind) => Some(*kind),
            Column::Id | Column::Role => None,
        };
        self.columns.iter().filter_map(kind).collect()
    }

    /// The line on which the rows begin.
    pub fn first_line(&self) -> usize {
        self.first_line
    }

    /// What stands between the cells.
    pub fn separator(&self) -> u8 {
        self.separator
    }

    /// How the dates of birth in some rows are written.
    pub fn dates(&self, text: &str) -> Dates {
        let mut dates = Dates::default();
        let is_date = |column: &Column| matches!(column, Column::Identifier(IdentifierKind::BirthDate));
        let Some(at) = self.columns.iter().position(is_date) else { return dates };
        for record in reader(text, self.separator).into_records().flatten() {
            for order in record.get(at).unwrap_or_default().split(';').filter_map(normalise::order) {
                dates.add(Dates {
                    day_first: order == Order::DayFirst,
                    month_first: order == Order::MonthFirst,
                    either: order == Order::Either,
                });
            }
        }
        dates
    }

    /// For rows of a list that writes dates so: what may be either is what the others are.
    pub fn dated(self, dates: Dates) -> Self {
        Self { dates, ..self }
    }

    /// Reads whole rows; `first` is the line on which they begin. Ids are compared by [`repeated`].
    pub fn rows(&self, source: &str, text: &str, first: usize) -> Rows {
        let rows = Rows::default();
        let mut making = Making { source, text: text.as_bytes(), list: self, at: 0, line: first, rows };
        let (mut reader, mut record) = (reader(text, self.separator), csv::StringRecord::new());
        loop {
            match reader.read_record(&mut record) {
                Ok(true) => making.row(&record, reader.position().byte() as usize),
                Ok(false) => return making.rows,
                Err(e) => making.unreadable(&e),
            }
        }
    }
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).from_reader(text.as_bytes())
}

fn columns(source: &str, header: &csv::StringRecord) -> Result<Vec<Column>, Problems> {
    let mut allowed = vec!["id", "role"];
    // Nobody keeps a list of passwords, and whole names are made of the two columns.
    let in_lists = |kind: &IdentifierKind| !matches!(kind, IdentifierKind::Password | IdentifierKind::Name);
    allowed.extend(IdentifierKind::ALL.into_iter().filter(in_lists).map(IdentifierKind::word));
    let mut problems = Vec::new();
    let mut columns = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let is_header = header.iter().any(|name| name.trim().eq_ignore_ascii_case("id"));
    for name in header {
        let name = name.trim().to_lowercase();
        match name.as_str() {
            "id" => columns.push(Column::Id),
            "role" => columns.push(Column::Role),
            word => match IdentifierKind::from_word(word).filter(in_lists) {
                Some(kind) => columns.push(Column::Identifier(kind)),
                None if is_header => problems.push(unknown_column(source, word, &allowed)),
                None => {}
            },
        }
        // without a header the first row holds values, which are not repeated
        if is_header && names.contains(&name) {
            let twice = header_problem(source, "people-column-twice", format!("column `{name}` stands twice"));
            problems.push(twice.found(name.clone()));
        }
        names.push(name);
    }
    if !is_header {
        let message = "the first row has no column `id`; is the header row missing?".into();
        problems.push(header_problem(source, "people-no-id", message).allowed(&allowed));
    } else if problems.is_empty() && !columns.iter().any(|c| matches!(c, Column::Identifier(_))) {
        let message = "no column holds an identifier to look for".into();
        problems.push(header_problem(source, "people-no-identifier", message).allowed(&allowed[2..]));
    }
    if problems.is_empty() { Ok(columns) } else { Err(Problems(problems)) }
}

/// What stands between the cells, and the text without a first line that says so (`sep=;`): spreadsheets write commas,
/// semicolons or tabs, by the country.
fn separated(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(&[sign]) = first.trim_end_matches('\r').strip_prefix("sep=").map(str::as_bytes)
        && sign.is_ascii()
    {
        return (sign, rest);
    }
    let names_id =
        |sign: &u8| first.split(char::from(*sign)).any(|name| name.trim().trim_matches('"').eq_ignore_ascii_case("id"));
    (b",;\t".iter().copied().find(names_id).unwrap_or(b','), text)
}

fn header_problem(source: &str, code: &'static str, message: String) -> Problem {
    Problem::new(Place::line(source, 1), code, message)
}

/// A header cell is named only while it looks like a name: a file without a header row must not leak its first row. The
/// words that announce an identifier in traffic (`personnummer`) tell the column it belongs to.
fn unknown_column(source: &str, word: &str, allowed: &[&str]) -> Problem {
    let looks_like_name = word.len() <= 24 && word.chars().all(|c| c.is_alphabetic() || "-_ ".contains(c));
    let problem = |message: String| Problem::new(Place::line(source, 1), "people-column", message);
    if !looks_like_name || word.is_empty() {
        let message = "a header cell is not a column name";
        return Problem::new(Place::line(source, 1), "people-header-cell", message).allowed(allowed);
    }
    let mut problem = problem(format!("unknown column `{word}`")).found(word).allowed(allowed);
    let announced = || IdentifierKind::ALL.into_iter().find(|kind| Tables::get().announces(word, *kind));
    problem.nearest = problem.nearest.or_else(|| announced().map(|kind| kind.word().to_owned()));
    problem
}

struct Making<'a> {
    source: &'a str,
    text: &'a [u8],
    list: &'a Columns,
    /// Byte and line of the row read last.
    at: usize,
    line: usize,
    rows: Rows,
}

impl Making<'_> {
    fn problem(&mut self, line: usize, code: &'static str, message: impl Into<String>) {
        self.rows.problems.push(Problem::new(Place::line(self.source, line), code, message));
    }

    /// The reader's own count is one short after `\r\n`, and does not know of blank lines before a row.
    fn line(&mut self, position: Option<&csv::Position>) -> usize {
        let begin = position.map_or(self.at, |p| (p.byte() as usize).clamp(self.at, self.text.len()));
        let blank = self.text[begin..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        self.line += memchr_iter(b'\n', &self.text[self.at..begin + blank]).count();
        self.at = begin + blank;
        self.line
    }

    fn unreadable(&mut self, error: &csv::Error) {
        let why = match error.kind() {
            csv::ErrorKind::Utf8 { .. } => "the row is not UTF-8",
            _ => "the row cannot be read as CSV",
        };
        let line = self.line(error.position());
        self.problem(line, "people-row", why);
    }

    /// A row that ends before this byte.
    fn row(&mut self, record: &csv::StringRecord, end: usize) {
        let line = self.line(record.position());
        if end == self.text.len() || memchr(b'\n', record.as_slice().as_bytes()).is_some() {
            let raw = &self.text[self.at..end];
            if let Some(open) = unclosed(raw, self.list.columns.len(), self.list.separator) {
                let line = line + memchr_iter(b'\n', &raw[..open]).count();
                return self.problem(
                    line,
                    "people-quote",
                    "a cell begins here with a quotation mark that is not closed",
                );
            }
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        let named = self.list.columns.len();
        let is_empty = |cell: &str| cell.trim().is_empty();
        if record.len() != named && (record.len() != self.list.cells || !record.iter().skip(named).all(is_empty)) {
            let message = format!("the row has {} cells, the header has {named}", record.len());
            let problem = Problem::new(Place::line(self.source, line), "people-cells", message);
            return self.rows.problems.push(problem.found(record.len().to_string()));
        }
        let person = self.person(record, line);
        if person.id.is_empty() {
            return self.problem(line, "people-id-empty", "`id` is empty");
        }
        self.rows.ids.push(RowId::new(&person.id, line));
        self.rows.people.push(person);
    }

    fn person(&mut self, record: &csv::StringRecord, line: usize) -> Person {
        let mut person = Person::default();
        for (column, cell) in self.list.columns.iter().zip(record) {
            match column {
                Column::Id => cell.trim().clone_into(&mut person.id),
                Column::Role => cell.trim().clone_into(&mut person.role),
                Column::Identifier(kind) => {
                    let values = cell.split(';').map(str::trim).filter(|v| !v.is_empty());
                    person.identifiers.extend(values.map(|value| (*kind, value.to_owned())));
                }
            }
        }
        let country = country(&person);
        for (kind, value) in &mut person.identifiers {
            match crate::value::read(*kind, value, country.as_deref(), self.list.dates) {
                Ok(read) => *value = read,
                Err(wrong) => {
                    let message = format!("`{}` {}", kind.word(), wrong.why);
                    let problem = Problem::new(Place::line(self.source, line), wrong.code, message);
                    self.rows.problems.push(problem.found(wrong.fault.unwrap_or(kind.word())));
                }
            }
        }
        person.add_whole_names();
        person
    }
}

/// Where in a row a cell begins with a quotation mark that nobody closed, so that it swallowed what follows. The reader takes
/// any quotation mark for its end; but one that ends a cell of several lines has a comma or the end of the row behind it,
/// and none of its lines is a row like the others.
fn unclosed(row: &[u8], columns: usize, separator: u8) -> Option<usize> {
    let mut at = 0;
    while at < row.len() {
        if row[at] == b'"' {
            let open = at;
            let Some(end) = closing(row, open + 1) else { return Some(open) };
            let cell = &row[open + 1..end];
            let behind = row[end + 1..].iter().find(|b| !matches!(b, b' ' | b'\t'));
            let goes_on = behind.is_some_and(|b| *b != separator && !matches!(b, b'\r' | b'\n'));
            let holds_row =
                columns > 2 && cell.split(|b| *b == b'\n').skip(1).any(|line| is_row(line, columns, separator));
            if cell.contains(&b'\n') && (goes_on || holds_row) {
                return Some(open);
            }
            at = end + 1;
        }
        at += memchr3(separator, b'\n', b'\r', &row[at..])? + 1;
    }
    None
}

/// The quotation mark that closes a cell; two of them stand for one in it.
fn closing(row: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr(b'"', &row[at..])?;
        if row.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// As many cells as a row has, of which the first is a word: an address has blanks in the part before its first comma.
fn is_row(line: &[u8], columns: usize, separator: u8) -> bool {
    let first = line.split(|b| *b == separator).next().unwrap_or_default();
    let is_word = !first.is_empty() && !first.iter().any(u8::is_ascii_whitespace);
    is_word && memchr_iter(separator, line).count() + 1 >= columns
}

/// Where somebody lives, as ISO 3166-1 alpha-2; a name that is not known is left as it is.
fn country(person: &Person) -> Option<String> {
    let (_, name) = person.identifiers.iter().find(|(kind, _)| *kind == IdentifierKind::Country)?;
    Some(Tables::get().country_code(name).unwrap_or_else(|| name.clone()).to_uppercase())
}

/// The countries whose phone numbers are known.
pub fn phone_countries() -> impl Iterator<Item = &'static str> {
    Tables::get().phone.countries.iter().map(|(iso, ..)| iso.as_str())
}

/// The one of them that goes by this name (`UK`).
pub fn phone_country(name: &str) -> Option<&'static str> {
    Tables::get().phone_country(name).and_then(|at| phone_countries().nth(at))
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
    fn columns_without_a_name_are_passed_over_where_they_are_empty() {
        let read = |text: &str| people("people.csv", text).map(|people| people.len());
        assert_eq!(read("id,email,,\np1,a@example.com,,\np2,b@example.com\np3,c@example.com, ,\n").unwrap(), 3);
        let problems = read("id,email,\np1,a@example.com,\np2,b@example.com,x\n").unwrap_err();
        assert_eq!((problems.0.len(), problems.0[0].code, problems.0[0].place.line), (1, "people-cells", Some(3)));
        assert_eq!(read("id,,email\np1,,a@example.com\n").unwrap_err().0[0].code, "people-header-cell");
    }

    #[test]
    fn a_list_of_nobody_is_wrong() {
        let code = |text: &str| people("people.csv", text).unwrap_err().0[0].code;
        assert_eq!(code("id,email\n"), "people-empty");
        assert_eq!(code("id,email\np1,\np2, ; \n"), "people-nobody");
        assert_eq!(people("people.csv", "id,email\np1,\np2,a@example.com\n").unwrap().len(), 2);
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_named_by_its_line() {
        let head = "id,email,address\np0,o@example.org,Gatan 1\n";
        for (rows, line) in [
            // to the end of the file
            ("p1,bo@example.org,\"Storgatan 1\np2,anna@example.org,Ringleden 2\n", 3),
            ("p1,bo@example.org,\"Storgatan 1", 3),
            ("\"p1,bo@example.org,Storgatan 1\np2,anna@example.org,Ringleden 2\n", 3),
            // to the next quotation mark, whether that opens a cell or ends one
            ("p1,bo@example.org,\"Storgatan 1\np2,anna@example.org,\"Ringleden 2, Lund\"\n", 3),
            ("p1,bo@example.org,\"Storgatan 1\np2,anna@example.org,Ringleden 2\"\np3,c@example.org,x\n", 3),
            // the cell that is open is not the first of several lines
            ("p1,\"bo@example.org;\r\nb@example.org\",\"Storgatan 1\np2,anna@example.org,Ringleden 2\n", 4),
        ] {
            let problems = people("people.csv", &format!("{head}{rows}")).unwrap_err();
            let told: Vec<_> = problems.0.iter().map(|p| (p.place.line.unwrap(), p.code)).collect();
            assert_eq!(told, [(line, "people-quote")], "{rows}");
            assert!(!problems.to_string().contains("Storgatan"));
        }
        for rows in [
            "p1,bo@example.org,\"Storgatan 1\n223 50 Lund\nSweden\"\n",
            "p1,bo@example.org,\"Storgatan 1, 2 tr\r\n223 50 Lund, Skåne, Sweden\" \r\n",
            "p1,bo@example.org,\"\"\"Villa\"\"\nStorgatan 1\"",
            "p1,bo@example.org,Storgatan 1 \"Villan\"\n",
        ] {
            let people = people("people.csv", &format!("{head}{rows}")).unwrap();
            assert_eq!(people.len(), 2, "{rows}");
        }
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
    fn a_value_that_cannot_be_what_its_column_says_is_named_by_line() {
        let text = "id,email,phone,birth_date,national_id,iban,card\n\
            p1,a@example.com,070-174 06 05,1964-08-23,640823-3234,SE4550000000058398257466,4111111111111111\n\
            p2,anna,12,1964-13-23,640823-3235,SE4550000000058398257467,4111111111111112\n";
        let problems = people("people.csv", text).unwrap_err();
        assert!(problems.0.iter().all(|p| p.place.line == Some(3) && p.code == "people-value"));
        assert_eq!(problems.0.len(), 6, "{problems}");
        assert!(!problems.to_string().contains("anna") && !problems.to_string().contains("3235"));
    }

    #[test]
    fn what_a_spreadsheet_did_to_values_is_undone_or_named_by_line() {
        let text = "id,email,phone,national_id,external_id,country\n\
            p1,<anna@m.example>;mailto:a@m.example,46701740611.0,198503072384.0,9876543.0,SE\n\
            p2,\"anna@m.example,bo@m.example\",4.67E+10,1.98503072384E+11,1.98E+11,SE\n\
            p3,\"anna@m,example\",saknas1234567,,,SE\n";
        let problems = people("people.csv", text).unwrap_err();
        let told: Vec<_> =
            problems.0.iter().map(|p| (p.place.line.unwrap(), p.code, p.found.as_deref().unwrap())).collect();
        let rounded = |kind| (3, "people-rounded", kind);
        assert_eq!(
            told[..4],
            [(3, "people-value", "email-several"), rounded("phone"), rounded("national_id"), rounded("external_id")]
        );
        assert_eq!(told[4..], [(4, "people-value", "email-comma"), (4, "people-value", "phone-letters")]);
        for value in ["m.example", "4.67", "saknas", "1.98"] {
            assert!(!problems.to_string().contains(value), "{problems}");
        }
        let good = text.split("p2").next().unwrap();
        let values: Vec<String> =
            people("people.csv", good).unwrap().remove(0).identifiers.into_iter().map(|i| i.1).collect();
        assert_eq!(values, ["anna@m.example", "a@m.example", "46701740611", "198503072384", "9876543", "SE"]);
    }

    #[test]
    fn a_misspelt_column_gets_the_nearest_name_and_a_missing_header_stays_private() {
        let problems = people("people.csv", "id,emial\np1,x\n").unwrap_err();
        assert_eq!(problems.0[0].nearest.as_deref(), Some("email"));
        let problems = people("people.csv", "p1,anna@example.com\n").unwrap_err();
        assert!(!problems.to_string().contains("anna"));
        assert!(people("people.csv", "id,email\n").is_err());
        assert!(people("people.csv", "id,role\np1,user\n").unwrap_err().to_string().contains("no column holds"));
        for (column, nearest) in [("e-mail", "email"), ("Personnummer", "national_id"), ("telefon", "phone")] {
            let problems = people("people.csv", &format!("id,{column}\np1,x\n")).unwrap_err();
            assert_eq!(problems.0[0].nearest.as_deref(), Some(nearest));
        }
        let problems = people("people.csv", "id,password\np1,x\n").unwrap_err();
        assert!(problems.0[0].code == "people-column" && !problems.to_string().contains("iban, password"));
    }

    /// As spreadsheets of Sweden and Finland write them.
    #[test]
    fn cells_may_stand_between_semicolons_or_tabs() {
        for (head, sign, line) in [("", ';', 3), ("", '\t', 3), ("\u{feff}sep=;\r\n", ';', 4), ("sep=,\n", ',', 4)] {
            let text = format!("{head}id{sign}email\np1{sign}\"a@example.com;b@example.com\"\np2{sign}anna\n");
            let problems = people("people.csv", &text).unwrap_err();
            assert_eq!(problems.0.iter().map(|p| p.place.line).collect::<Vec<_>>(), [Some(line)], "{problems}");
            let good = people("people.csv", text.split("p2").next().unwrap()).unwrap();
            assert_eq!(good[0].identifiers.len(), 2, "{head}{sign}");
        }
        let text = "id;email;address\np1;a@example.com;\"Storgatan 1\np2;b@example.com;Storgatan 2\n";
        let problems = people("people.csv", text).unwrap_err();
        assert_eq!((problems.0[0].code, problems.0[0].place.line), ("people-quote", Some(2)));
    }

    #[test]
    fn the_column_says_whether_the_month_stands_first() {
        let read = |dates: &[&str]| {
            let rows: String = dates.iter().enumerate().map(|(i, date)| format!("p{i},{date}\n")).collect();
            people("people.csv", &format!("id,birth_date\n{rows}"))
        };
        let born = |dates: &[&str]| read(dates).unwrap().swap_remove(0).identifiers.swap_remove(0).1;
        assert_eq!(born(&["03/12/1975", "03/25/1975", "5/5/1975"]), "1975-03-12");
        assert_eq!(born(&["03/12/1975", "25/03/1975"]), "03/12/1975");
        assert_eq!(born(&["03/12/1975", "1975-03-25"]), "03/12/1975");
        let problems = read(&["03/12/1975", "25/03/1975", "03/25/1975", "04/04/1975"]).unwrap_err();
        let told: Vec<_> = problems.0.iter().map(|p| (p.place.line, p.found.as_deref())).collect();
        assert_eq!(told, [(Some(2), Some("date-either"))]);
    }

    #[test]
    fn rows_read_in_parts_are_those_read_at_once() {
        let text =
            "id,email\r\np1,\"a@example.com\r\n;b@example.com\"\r\np2,c@example.com\r\n\r\np1,d@example.com\r\n,\np4\n";
        let (columns, below) = Columns::read("people.csv", text).unwrap();
        let cut = below.find("p2").unwrap();
        let lines_before = below[..cut].matches('\n').count();
        let first = columns.rows("people.csv", &below[..cut], columns.first_line());
        let second = columns.rows("people.csv", &below[cut..], columns.first_line() + lines_before);
        let twice = repeated("people.csv", &[first.ids, second.ids]);
        let at_once = people("people.csv", text).unwrap_err().0;
        assert_eq!([twice, first.problems, second.problems].concat(), at_once);
        let lines: Vec<_> = at_once.iter().map(|p| (p.place.line.unwrap(), p.code)).collect();
        assert_eq!(lines, [(6, "people-id-twice"), (8, "people-cells")]);
        assert!(at_once[0].message.ends_with("line 2"), "{}", at_once[0].message);
    }
}
