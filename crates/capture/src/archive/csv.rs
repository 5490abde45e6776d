//! Tables as text (RFC 4180, with `;`, tabs or `|` too): each row is an exchange by what the first row calls its columns.

use super::block::{Owned, PieceId, To, Work};
use super::open::{HEAD, peeked};
use super::pieces::{self, Pieces};
use super::{BLOCK, Content, Halt, LONGEST, Out, broken, row};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::{memchr, memchr_iter};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, BufRead, Read};
use std::path::Path;
use std::sync::Arc;

/// What stands between columns.
const SIGNS: [u8; 4] = *b",;\t|";
const UNCLOSED: &str = "a quotation mark in this row is never closed; the row was read to the end of its line";
/// Rows with such a mark, beyond which all others are read to the ends of their lines.
const MOST_UNCLOSED: usize = 16;
/// Of one row.
const MOST_COLUMNS: usize = 1 << 18;
/// Rows that are looked at to tell what a file is, the first one among them.
const LOOKED_AT: usize = 9;

/// Some rows of a table, and what its columns are called.
pub(super) struct Rows {
    names: Arc<[String]>,
    rows: Vec<Row>,
}

impl Rows {
    pub(super) fn read(self, to: &mut To<'_>) {
        for row in self.rows {
            let why = row.unclosed.then(|| UNCLOSED.to_owned());
            to.exchange(Ok((row.exchange(&self.names), why)), row.line, b"", row.line.to_string());
        }
    }
}

/// How a table is written, as far as its beginning shows.
struct Form {
    /// Of the mark of its encoding, and of a line that says the sign (`sep=;`).
    skipped: usize,
    sign: u8,
    /// Its rows have as many columns as its first one has names.
    sure: bool,
}

/// Whether the text that begins so is a table whose first row names its columns; one that is called so needs no other row.
pub(super) fn is(head: &[u8], path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
    form(head).is_some_and(|form| form.sure || name.ends_with(".csv") || name.ends_with(".tsv"))
}

fn form(head: &[u8]) -> Option<Form> {
    let mark = if head.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let text = &head[mark..];
    let line = text.iter().position(|b| *b == b'\n').unwrap_or(0);
    let said = text[..line].strip_suffix(b"\r").unwrap_or(&text[..line]);
    if let Some(&[sign]) = said.strip_prefix(b"sep=") {
        return Some(Form { skipped: mark + line + 1, sign, sure: true });
    }
    let written = |sign: u8| {
        let rows = first_rows(text, sign);
        let (first, rest) = rows.split_first()?;
        let names: Vec<_> = first.fields().collect();
        let fits = |row: &Row| row.ends.len() == names.len();
        let sure = names.len() > 1
            && rest.len() + names.len() > 3
            && !rest.is_empty()
            && rest.iter().all(fits)
            && names.iter().all(|name| is_plain(name))
            && names.iter().collect::<HashSet<_>>().len() == names.len();
        let is_named = names.iter().all(|name| is_name(name)) && names.iter().any(|name| !name.is_empty());
        is_named.then_some((sure, names.len(), Form { skipped: mark, sign, sure }))
    };
    let all = SIGNS.into_iter().filter_map(written);
    all.max_by_key(|(sure, columns, _)| (*sure, *columns)).map(|(.., form)| form)
}

fn first_rows(text: &[u8], sign: u8) -> Vec<Row> {
    let may_be_cut = text.len() + 3 >= HEAD;
    let mut records = Records::new(Box::new(io::Cursor::new(text.to_vec())), 1, sign);
    records.whole = !may_be_cut;
    let mut rows: Vec<Row> = std::iter::from_fn(|| records.next().ok()?).take(LOOKED_AT).collect();
    if may_be_cut && rows.len() < LOOKED_AT {
        rows.pop();
    }
    rows
}

/// A column in which rows are counted may have none.
fn is_name(name: &str) -> bool {
    let begins = name.trim().chars().next().is_none_or(|first| first.is_alphabetic() || "_@#".contains(first));
    let digits = name.chars().filter(char::is_ascii_digit).count();
    begins && name.len() <= 64 && digits <= 4 && !name.chars().skip(1).any(|sign| "@{}<>=\n".contains(sign))
}

/// What a sentence or a line of a program does not begin with.
fn is_plain(name: &str) -> bool {
    !name.starts_with(' ') && name.split_whitespace().count() <= 3 && !name.contains(|sign| "():'\"!?".contains(sign))
}

pub(super) fn read(content: Content, line: u64, out: &mut Out<'_>) -> Result<(), Halt> {
    let (mut content, head) = peeked(content);
    let form = form(&head).unwrap_or(Form { skipped: 0, sign: b',', sure: false });
    content.consume(form.skipped);
    let line = line + memchr_iter(b'\n', &head[..form.skipped]).count() as u64;
    let mut records = Records::new(content, line, form.sign);
    let mut rows = Rows { names: Arc::default(), rows: Vec::new() };
    let ended = loop {
        match records.next() {
            Ok(Some(first)) if rows.names.is_empty() => {
                rows.names = names(&first);
                let bytes = first.fields().collect::<Vec<_>>().join("\n").into_bytes();
                let (own, id) = (0..bytes.len(), PieceId::One(first.line.to_string()));
                out.put(Work::Bytes(Owned { bytes, id, own }))?;
            }
            Ok(Some(row)) => {
                rows.rows.push(row);
                if records.used >= BLOCK {
                    records.used = 0;
                    rows.flush(out)?;
                }
            }
            Ok(None) => return rows.flush(out),
            Err(ended) => break ended,
        }
    };
    rows.flush(out)?;
    let begun = std::mem::take(&mut records.row);
    let mut pieces = Pieces::new(format!("{}/", begun.line));
    // as it stands: between its fields are their signs
    pieces.feed(&std::mem::take(&mut records.raw), out)?;
    match ended {
        Cut::Io(error) => {
            pieces.end(out)?;
            out.unreadable(Some(begun.line), broken(&error))
        }
        Cut::Long => {
            let why = "the row is longer than 32 MiB, or has more than 262144 columns; from here on the file was read as bytes";
            out.unreadable(Some(begun.line), why)?;
            drop(begun);
            pieces::rest(&mut records.content, pieces, out)
        }
    }
}

/// What its columns are called, each by a name of its own.
fn names(first: &Row) -> Arc<[String]> {
    let mut known = HashSet::new();
    let names = first.fields().zip(1..).map(|(name, number)| {
        let name = match name.trim() {
            "" => format!("column {number}"),
            name => name.to_owned(),
        };
        if known.insert(name.clone()) { name } else { format!("{name} {number}") }
    });
    names.collect()
}

impl Rows {
    fn flush(&mut self, out: &mut Out<'_>) -> Result<(), Halt> {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() { Ok(()) } else { out.put(Work::Rows(Self { names: Arc::clone(&self.names), rows })) }
    }
}

/// The line at which it begins, its fields one after the other, and where each ends.
#[derive(Default)]
struct Row {
    line: u64,
    fields: Vec<u8>,
    ends: Vec<usize>,
    /// Whether it has a quotation mark that nothing closes.
    unclosed: bool,
}

impl Row {
    /// What is no UTF-8 is written in Latin-1, by spreadsheets of before.
    fn fields(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        begins.zip(&self.ends).map(|(begin, end)| {
            let field = &self.fields[begin..*end];
            match std::str::from_utf8(field) {
                Ok(text) => Cow::Borrowed(text),
                Err(_) => Cow::Owned(field.iter().map(|byte| char::from(*byte)).collect()),
            }
        })
    }

    fn exchange(&self, names: &[String]) -> facts::Exchange {
        let name = |at: usize| names.get(at).map_or_else(|| format!("column {}", at + 1).into(), Cow::from);
        let row = self.fields().enumerate().filter(|(_, field)| !field.is_empty());
        let row: Vec<(Cow<'_, str>, Value)> = row.map(|(at, field)| (name(at), Value::from(field))).collect();
        let row: Vec<_> = row.iter().map(|(name, value)| (&**name, value.clone())).collect();
        row::exchange(self.line.to_string(), self.line, &row)
    }
}

/// Rows as they come.
struct Records {
    content: Content,
    reader: Reader,
    sign: u8,
    line: u64,
    /// The one that is read.
    row: Row,
    /// Its bytes as they stand.
    raw: Vec<u8>,
    /// Bytes read.
    used: usize,
    /// Whether the content ends where the table does.
    whole: bool,
    unclosed: usize,
}

/// Why a row ends early.
enum Cut {
    Io(io::Error),
    Long,
}

impl Records {
    fn new(content: Content, line: u64, sign: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(sign).build();
        let row = Row::default();
        Self { content, reader, sign, line, row, raw: Vec::new(), used: 0, whole: true, unclosed: 0 }
    }

    fn next(&mut self) -> Result<Option<Row>, Cut> {
        self.row.fields.clear();
        self.raw.clear();
        self.blanks().map_err(Cut::Io)?;
        self.row.line = self.line;
        let (mut length, mut count) = (0, 0);
        let ended = loop {
            self.row.fields.resize((2 * length).max(1 << 10), 0);
            self.row.ends.resize((2 * count).max(1 << 5), 0);
            let input = match self.content.fill_buf() {
                Ok(input) => input,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => break Some(Cut::Io(error)),
            };
            let (fields, ends) = (&mut self.row.fields[length..], &mut self.row.ends[count..]);
            let (read, used, written, ended) = self.reader.read_record(input, fields, ends);
            self.line += memchr_iter(b'\n', &input[..used]).count() as u64;
            self.raw.extend_from_slice(&input[..used]);
            self.content.consume(used);
            (self.used, length, count) = (self.used + used, length + written, count + ended);
            match read {
                ReadRecordResult::Record if count < MOST_COLUMNS => break None,
                ReadRecordResult::End => return Ok(None),
                _ if length > LONGEST || count >= MOST_COLUMNS => break Some(Cut::Long),
                _ => {}
            }
        };
        self.row.fields.truncate(length);
        match ended {
            Some(cut) => Err(cut),
            None if self.whole && is_unclosed(&self.raw, self.sign) => Ok(Some(self.first_line())),
            None => {
                let (fields, ends) = (self.row.fields.clone(), self.row.ends[..count].to_vec());
                Ok(Some(Row { fields, ends, ..self.row }))
            }
        }
    }

    /// The first line of a row that swallowed those behind it, which are read again.
    fn first_line(&mut self) -> Row {
        let mut line = std::mem::take(&mut self.raw);
        let behind = line.split_off(memchr(b'\n', &line).map_or(line.len(), |at| at + 1));
        self.line -= memchr_iter(b'\n', &behind).count() as u64;
        let content = std::mem::replace(&mut self.content, Box::new(io::empty()));
        self.content = Box::new(io::Cursor::new(behind).chain(content));
        let plain = || ReaderBuilder::new().delimiter(self.sign).quoting(false).build();
        line.push(b'\n');
        let columns = memchr_iter(self.sign, &line).count() + 2;
        let (mut fields, mut ends) = (vec![0; line.len()], vec![0; columns]);
        let (_, _, length, count) = plain().read_record(&line, &mut fields, &mut ends);
        fields.truncate(length);
        ends.truncate(count);
        self.unclosed += 1;
        self.whole = self.unclosed < MOST_UNCLOSED;
        self.reader = if self.whole { ReaderBuilder::new().delimiter(self.sign).build() } else { plain() };
        Row { fields, ends, line: self.row.line, unclosed: true }
    }

    /// Ends of lines before a row.
    fn blanks(&mut self) -> io::Result<()> {
        loop {
            let input = self.content.fill_buf()?;
            let blanks = input.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let is_all = blanks > 0 && blanks == input.len();
            self.line += memchr_iter(b'\n', &input[..blanks]).count() as u64;
            self.content.consume(blanks);
            if !is_all {
                return Ok(());
            }
        }
    }
}

/// Whether a field in quotation marks goes on over lines and is not closed, or by what opens the next one.
fn is_unclosed(row: &[u8], sign: u8) -> bool {
    let (mut quoted, mut begins, mut lines) = (false, true, false);
    let mut at = 0;
    while let Some(&byte) = row.get(at) {
        at += 1;
        match (quoted, byte) {
            (true, b'"') if row.get(at) == Some(&b'"') => at += 1,
            (true, b'"') => {
                quoted = false;
                let ends = row.get(at).is_none_or(|b| *b == sign || matches!(b, b'\r' | b'\n'));
                if lines && !ends {
                    return true;
                }
            }
            (true, b'\n') => lines = true,
            (true, _) => {}
            (false, b'"') => (quoted, lines) = (begins, false),
            (false, _) => {}
        }
        begins = !quoted && byte == sign;
    }
    quoted && lines
}

#[cfg(test)]
mod tests {
    use crate::archive::Kind;
    use crate::archive::tests::all;

    fn bodies(name: &str, text: &[u8]) -> Vec<(String, String)> {
        let got = all(name, text);
        assert_eq!((got.kind, &*got.whys()), (Some(Kind::Csv), ""), "{name}");
        let body = |e: facts::Exchange| (e.id, String::from_utf8(e.body.unwrap_or_default()).unwrap());
        got.exchanges.into_iter().map(body).collect()
    }

    #[test]
    fn rows_have_the_names_that_the_first_one_says() {
        for (before, sign, first) in
            [("", ",", 2), ("\u{feff}", ";", 2), ("", "\t", 2), ("", "|", 2), ("sep=\t\r\n", "\t", 3)]
        {
            let text =
                "id,födelsedatum,\"note\"\r\n1,1979-04-16,\"a\r\n\"\"b\"\"\"\r\n\r\n2,,x\r\n3,z,\n".replace(',', sign);
            let rows = [
                (first, "{\"id\":\"1\",\"födelsedatum\":\"1979-04-16\",\"note\":\"a\\r\\n\\\"b\\\"\"}"),
                (first + 3, "{\"id\":\"2\",\"note\":\"x\"}"),
                (first + 4, "{\"id\":\"3\",\"födelsedatum\":\"z\"}"),
            ];
            let rows = rows.map(|(line, row)| (line.to_string(), row.to_owned()));
            assert_eq!(bodies("x", format!("{before}{text}").as_bytes()), rows, "{before}{sign:?}");
        }
        let got = bodies("x.CSV.gz", b",a,a\n0,1,2,\xe5\xe4\n");
        assert_eq!(got[0].1, "{\"column 1\":\"0\",\"a\":\"1\",\"a 3\":\"2\",\"column 4\":\"åä\"}");
        assert_eq!(all("x.csv", b"zip,e").exchanges.len() + all("x.csv", b"zip\n").exchanges.len(), 0);
        assert_eq!(bodies("x.csv", b"zip\n21514").len(), 1);
    }

    #[test]
    fn a_row_with_an_address_is_sent_there() {
        let text = b"at,url,headers,body\n2021-03-01T12:00:00Z,https://t.example/?a=1,\"{\"\"a\"\":\"\"1\"\"}\",em=x\n";
        let got = all("x", text);
        let sent = &got.exchanges[0];
        assert_eq!(
            (got.kind, sent.host().as_deref(), sent.header("a")),
            (Some(Kind::Csv), Some("t.example"), Some("1"))
        );
        assert!(sent.at.is_some() && sent.body.as_deref() == Some(b"em=x") && sent.id == "2", "{sent:?}");
    }

    #[test]
    fn other_text_is_no_table() {
        for text in [
            "Dear Anna, how are you?\nBest, Bo\n",
            "p1,anna@example.com,1979-04-16\np2,bo@example.com,1979-04-17\n",
            "one\ntwo\nthree\n",
            "INSERT INTO t VALUES (1, 'a');\nINSERT INTO t VALUES (2, 'b');\n",
            "a,b\n1,2,3\n4\n",
            "a, b\n1, 2\n3, 4\n",
            "Hej, hej\n",
        ] {
            assert_eq!(all("x", text.as_bytes()).kind, Some(Kind::Text), "{text}");
        }
    }

    #[test]
    fn rows_behind_a_quote_that_is_never_closed_are_rows() {
        for closed_by_others in ["", "\""] {
            let other = format!("{closed_by_others}https://c.example/?e=3{closed_by_others}");
            let text = format!(
                "id,at,url\n1,,https://a.example/\n2,,\"https://b.example/x\n3,2021-03-01T12:00:00Z,{other}\n4,,https://d.example/\n"
            );
            let got = all("x.csv", text.as_bytes());
            let sent: Vec<_> = got.exchanges.iter().map(|e| (e.id.as_str(), e.host())).collect();
            let hosts = [("2", "a"), ("3", "b"), ("4", "c"), ("5", "d")]
                .map(|(id, host)| (id, Some(format!("{host}.example"))));
            assert_eq!((sent, got.unreadable.len(), got.unreadable[0].line), (hosts.to_vec(), 1, Some(3)), "{other}");
        }
        // one mark in every row
        let rows: String = (0..60).map(|n| format!("{n},,\"https://a.example/{n}\n")).collect();
        let got = all("x.csv", format!("id,at,url\n{rows}").as_bytes());
        assert_eq!(got.exchanges.len(), 60);
        // what is quoted over lines, and marks in the middle of a field, are as they should be
        let got = all("x.csv", b"id,url,note\n1,https://a.example/,\"a\n\"\"b\"\"\"\n2,https://a.example/,5\" wide\n");
        assert_eq!((got.exchanges.len(), got.unreadable.len()), (2, 0));
    }

    /// A quote that is never closed.
    #[test]
    fn a_row_that_does_not_end_is_read_as_bytes() {
        let rest = "b,21514\n".repeat((super::LONGEST + (6 << 20)) / 8);
        let text = format!("id,zip\na,21514\n\"b,{rest}");
        let got = all("x.csv", text.as_bytes());
        let own: usize = got.pieces.iter().skip(1).map(|(.., own)| own.len()).sum();
        assert_eq!((got.ids(), got.unreadable[0].line, own), (vec!["2"], Some(3), rest.len() + 3));
    }
}
