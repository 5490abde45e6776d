//! Databases of SQLite (<https://www.sqlite.org/fileformat2.html>): each row of each table is an exchange to nobody, or to the
//! `url` it names. Rows that were deleted, and what stands in a write-ahead log beside the file, are not read.

use super::block::Work;
use super::others::{Others, TIMES};
use super::pieces::{self, Pieces};
use super::{BLOCK, Content, Halt, Out, broken, ndjson};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::Exchange;
use serde_json::{Map, Value};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// How a database begins.
pub(super) const MAGIC: &[u8] = b"SQLite format 3\0";

/// Reads the file at `path`, or what comes where there is none.
pub(super) fn read(path: Option<&Path>, mut content: Content, out: &mut Out<'_>) -> Result<(), Halt> {
    let mut kept = match path {
        Some(path) => File::open(path)?,
        None => {
            let mut kept = tempfile::tempfile()?;
            io::copy(&mut content, &mut kept)?;
            kept
        }
    };
    let is_whole = rows(kept.try_clone()?, out)?;
    if let Some(path) = path {
        let log = path.with_file_name(format!("{}-wal", path.file_name().unwrap_or_default().to_string_lossy()));
        if log.metadata().is_ok_and(|log| log.len() > 0) {
            out.unreadable(None, "the newest changes lie in the file beside it that ends in -wal; they were not read")?;
        }
    } else {
        kept.rewind()?;
        content = Box::new(BufReader::new(kept));
    }
    if !is_whole {
        return pieces::rest(&mut content, Pieces::new(""), out);
    }
    io::copy(&mut content, &mut io::sink())?;
    Ok(())
}

/// Whether everything could be read.
fn rows(file: File, out: &mut Out<'_>) -> Result<bool, Halt> {
    let opened = Database::new(file).and_then(|mut database| Ok((database.tables()?, database)));
    let (tables, mut database) = match opened {
        Ok(opened) => opened,
        Err(error) => {
            out.unreadable(None, broken(&error))?;
            return Ok(false);
        }
    };
    let (mut ready, mut bytes, mut number, mut is_whole) = (Vec::new(), 0, 0, true);
    for table in tables {
        let ended = database.each(&table, &mut |rowid, row| {
            number += 1;
            let exchange = exchange(&table.name, rowid, number, row);
            bytes += exchange.body.as_ref().map_or(0, Vec::len);
            ready.push((exchange, Some(number)));
            if bytes >= BLOCK || ready.len() >= 1024 {
                bytes = 0;
                return out.put(Work::Ready(std::mem::take(&mut ready)));
            }
            Ok(())
        });
        out.put(Work::Ready(std::mem::take(&mut ready)))?;
        match ended {
            Err(Halt::Io(error)) => {
                is_whole = false;
                out.unreadable(Some(number), format!("table `{}`: {error}; the rest was read as bytes", table.name))?;
            }
            ended => ended?,
        }
    }
    Ok(is_whole)
}

fn exchange(table: &str, rowid: Option<i64>, number: u64, row: Row) -> Exchange {
    let id = format!("{table}:{}", rowid.unwrap_or(number.cast_signed()));
    let row: Map<String, Value> = row.into_iter().filter_map(|(name, cell)| Some((name, cell.value()?))).collect();
    let when = |name: &str| TIMES.contains(&name) || matches!(name, "at" | "created_at");
    let times = row
        .iter()
        .filter(|(name, _)| when(name))
        .find_map(|(_, value)| Others(vec![("time".to_owned(), value.clone())]).time());
    let (has_url, line) = (row.contains_key("url"), Value::Object(row).to_string().into_bytes());
    let read = if has_url { ndjson::exchange(&line, number).ok() } else { None };
    match read {
        Some((exchange, _)) => Exchange { id, ..exchange },
        None => Exchange { id, at: times, body: Some(line), ..Exchange::default() },
    }
}

impl Cell {
    fn value(self) -> Option<Value> {
        Some(match self {
            Self::Null => return None,
            Self::Integer(number) => number.into(),
            Self::Real(number) => number.into(),
            Self::Text(text) => text.into(),
            Self::Blob(bytes) => String::from_utf8(bytes).unwrap_or_else(|e| STANDARD.encode(e.into_bytes())).into(),
        })
    }
}

/// A value as it is stored.
enum Cell {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

/// A database file, page by page.
struct Database<R> {
    file: R,
    page: usize,
    /// Bytes of a page without what extensions keep at its end.
    usable: usize,
    encoding: u32,
    /// Pages that were read: none belongs to two trees, or to one twice.
    seen: Vec<bool>,
}

/// A table of `sqlite_schema`.
struct Table {
    name: String,
    root: u32,
    /// None where the order of what is stored is not that of the declaration.
    columns: Vec<Column>,
}

struct Column {
    name: String,
    /// It stands for the row's own number, and is not stored.
    is_rowid: bool,
}

type Row = Vec<(String, Cell)>;
type OnRow<'a, E> = &'a mut dyn FnMut(Option<i64>, Row) -> Result<(), E>;

const DAMAGED: &str = "a page of it is damaged";
const LONGEST_ROW: u64 = 32 << 20;
/// Pages above each other.
const DEEPEST: usize = 40;

impl<R: Read + Seek> Database<R> {
    fn new(mut file: R) -> io::Result<Self> {
        let size = file.seek(SeekFrom::End(0))?;
        let mut head = [0; 100];
        file.rewind()?;
        file.read_exact(&mut head)?;
        let page = match u16::from_be_bytes([head[16], head[17]]) {
            1 => 65536,
            page => usize::from(page),
        };
        let usable = page.checked_sub(head[20].into()).filter(|usable| *usable >= 480 && page.is_power_of_two());
        let usable = usable.ok_or_else(|| io::Error::other(DAMAGED))?;
        let pages = u32::try_from(size / page as u64).unwrap_or(u32::MAX);
        let encoding = u32::from_be_bytes([head[56], head[57], head[58], head[59]]);
        Ok(Self { file, page, usable, encoding, seen: vec![false; pages as usize + 1] })
    }

    /// Its tables, without those that SQLite keeps for itself.
    fn tables(&mut self) -> io::Result<Vec<Table>> {
        let mut tables = Vec::new();
        self.rows(1, &mut |_, row: Vec<Cell>| {
            let [Cell::Text(kind), Cell::Text(name), _, Cell::Integer(root), Cell::Text(sql), ..] = &row[..] else {
                return Ok(());
            };
            if kind == "table" && *root > 0 && !name.starts_with("sqlite_") {
                tables.push(Table {
                    name: name.clone(),
                    root: u32::try_from(*root).unwrap_or_default(),
                    columns: columns(sql),
                });
            }
            Ok::<(), io::Error>(())
        })?;
        Ok(tables)
    }

    /// Every row of a table with the names of its columns.
    fn each<E: From<io::Error>>(&mut self, table: &Table, on: OnRow<'_, E>) -> Result<(), E> {
        self.rows(table.root, &mut |rowid, cells| {
            let named = cells.into_iter().enumerate().map(|(at, cell)| match table.columns.get(at) {
                Some(column) if column.is_rowid && matches!(cell, Cell::Null) => {
                    (column.name.clone(), rowid.map_or(Cell::Null, Cell::Integer))
                }
                Some(column) => (column.name.clone(), cell),
                None => (format!("column {}", at + 1), cell),
            });
            on(rowid, named.collect())
        })
    }

    fn rows<E: From<io::Error>>(
        &mut self,
        root: u32,
        on: &mut dyn FnMut(Option<i64>, Vec<Cell>) -> Result<(), E>,
    ) -> Result<(), E> {
        // pages still to be read, the next one last
        let mut left = vec![(root, 0)];
        while let Some((number, depth)) = left.pop() {
            let bytes = self.page(number)?;
            let head = if number == 1 { 100 } else { 0 };
            let kind = bytes[head];
            let (is_table, is_leaf) = (matches!(kind, 0x05 | 0x0d), matches!(kind, 0x0a | 0x0d));
            if !matches!(kind, 0x02 | 0x05 | 0x0a | 0x0d) || depth > DEEPEST {
                return Err(io::Error::other(DAMAGED).into());
            }
            let count = u16_at(&bytes, head + 3)?;
            let cells = head + if is_leaf { 8 } else { 12 };
            let mut children = Vec::new();
            for i in 0..usize::from(count) {
                let mut at = usize::from(u16_at(&bytes, cells + 2 * i)?);
                if !is_leaf {
                    children.push((u32_at(&bytes, at)?, depth + 1));
                    at += 4;
                }
                if is_leaf || !is_table {
                    let size = varint(&bytes, &mut at)?;
                    let rowid = if is_table { Some(varint(&bytes, &mut at)?.cast_signed()) } else { None };
                    let payload = self.payload(&bytes, at, size, is_table)?;
                    on(rowid, record(&payload, self.encoding)?)?;
                }
            }
            if !is_leaf {
                children.push((u32_at(&bytes, head + 8)?, depth + 1));
            }
            left.extend(children.into_iter().rev());
        }
        Ok(())
    }

    fn page(&mut self, number: u32) -> io::Result<Vec<u8>> {
        let seen = self.seen.get_mut(number as usize).filter(|seen| number > 0 && !**seen);
        *seen.ok_or_else(damaged)? = true;
        let mut bytes = vec![0; self.page];
        self.file.seek(SeekFrom::Start(u64::from(number - 1) * self.page as u64))?;
        self.file.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// What of a row stands in its page, and what in pages of its own (fileformat2.html section 1.6).
    fn payload(&mut self, bytes: &[u8], at: usize, size: u64, is_table: bool) -> io::Result<Vec<u8>> {
        if size > LONGEST_ROW {
            return Err(io::Error::other("a row is larger than 32 MiB"));
        }
        let (size, usable) = (size as usize, self.usable);
        let most = if is_table { usable - 35 } else { (usable - 12) * 64 / 255 - 23 };
        let least = (usable - 12) * 32 / 255 - 23;
        let fitting = least + size.saturating_sub(least) % (usable - 4);
        let here = if size <= most {
            size
        } else if fitting <= most {
            fitting
        } else {
            least
        };
        let mut payload = bytes.get(at..at + here).ok_or_else(damaged)?.to_vec();
        let mut next = if here < size { u32_at(bytes, at + here)? } else { 0 };
        while payload.len() < size {
            let more = self.page(next)?;
            let part = (size - payload.len()).min(usable - 4);
            payload.extend_from_slice(&more[4..4 + part]);
            next = u32_at(&more, 0)?;
        }
        Ok(payload)
    }
}

fn damaged() -> io::Error {
    io::Error::other(DAMAGED)
}

fn u16_at(bytes: &[u8], at: usize) -> io::Result<u16> {
    bytes.get(at..).and_then(|b| b.first_chunk()).map(|b| u16::from_be_bytes(*b)).ok_or_else(damaged)
}

fn u32_at(bytes: &[u8], at: usize) -> io::Result<u32> {
    bytes.get(at..).and_then(|b| b.first_chunk()).map(|b| u32::from_be_bytes(*b)).ok_or_else(damaged)
}

/// Seven bits a byte, the highest first; eight in the ninth.
fn varint(bytes: &[u8], at: &mut usize) -> io::Result<u64> {
    let mut all = 0u64;
    for i in 0..9 {
        let byte = *bytes.get(*at).ok_or_else(damaged)?;
        *at += 1;
        if i == 8 {
            return Ok(all << 8 | u64::from(byte));
        }
        all = all << 7 | u64::from(byte & 127);
        if byte < 128 {
            break;
        }
    }
    Ok(all)
}

/// The types of all values, then the values (section 2.1).
fn record(bytes: &[u8], encoding: u32) -> io::Result<Vec<Cell>> {
    let mut at = 0;
    let end = varint(bytes, &mut at)? as usize;
    let mut types = Vec::new();
    while at < end {
        types.push(varint(bytes, &mut at)?);
    }
    let mut at = end;
    let mut cells = Vec::with_capacity(types.len());
    for kind in types {
        let size = match kind {
            0 | 8..=11 => 0,
            1..=4 => kind as usize,
            5 => 6,
            6 | 7 => 8,
            _ => (kind - 12) as usize / 2,
        };
        let value = at.checked_add(size).and_then(|end| bytes.get(at..end)).ok_or_else(damaged)?;
        at += size;
        let integer = || {
            value
                .iter()
                .enumerate()
                .fold(0, |n, (i, b)| if i == 0 { i64::from(b.cast_signed()) } else { n << 8 | i64::from(*b) })
        };
        cells.push(match kind {
            0 | 10 | 11 => Cell::Null,
            1..=6 => Cell::Integer(integer()),
            7 => Cell::Real(f64::from_bits(integer().cast_unsigned())),
            8 | 9 => Cell::Integer(kind.cast_signed() - 8),
            _ if kind % 2 == 0 => Cell::Blob(value.to_vec()),
            _ => Cell::Text(text(value, encoding)),
        });
    }
    Ok(cells)
}

fn text(bytes: &[u8], encoding: u32) -> String {
    let units = |of: fn([u8; 2]) -> u16| {
        String::from_utf16_lossy(&bytes.chunks_exact(2).map(|b| of([b[0], b[1]])).collect::<Vec<_>>())
    };
    match encoding {
        2 => units(u16::from_le_bytes),
        3 => units(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// The names in `CREATE TABLE name(…)`, of what is stored; none of a table that is kept in the order of its key.
fn columns(sql: &str) -> Vec<Column> {
    let upper = sql.to_ascii_uppercase();
    if upper.trim_end().rsplit(')').next().is_some_and(|end| end.contains("WITHOUT")) {
        return Vec::new();
    }
    let Some((_, inside)) = sql.split_once('(') else { return Vec::new() };
    let mut parts = vec![String::new()];
    let (mut depth, mut quote) = (0, None);
    for sign in inside.chars() {
        match (quote, sign) {
            (Some(end), _) if sign == end => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(sign),
            (None, '[') => quote = Some(']'),
            (None, '(') => depth += 1,
            (None, ')') if depth == 0 => break,
            (None, ')') => depth -= 1,
            (None, ',') if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    parts.iter().filter_map(|part| column(part.trim())).collect()
}

fn column(declared: &str) -> Option<Column> {
    const CONSTRAINTS: [&str; 5] = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];
    let (name, rest) = match declared.chars().next()? {
        quote @ ('"' | '\'' | '`') => declared[1..].split_once(quote)?,
        '[' => declared[1..].split_once(']')?,
        _ => declared.split_at(declared.find(char::is_whitespace).unwrap_or(declared.len())),
    };
    let bare = !declared.starts_with(['"', '\'', '`', '[']);
    let word = name.split('(').next().unwrap_or_default().to_ascii_uppercase();
    if bare && CONSTRAINTS.contains(&&*word) {
        return None;
    }
    let words: Vec<String> = rest.to_ascii_uppercase().split_whitespace().map(str::to_owned).collect();
    let has = |wanted: &[&str]| words.windows(wanted.len()).any(|w| w == wanted);
    let computed = words.iter().any(|word| word == "AS" || word.starts_with("AS("));
    let is_computed = computed && !has(&["STORED"]);
    (!is_computed).then(|| Column {
        name: name.to_owned(),
        is_rowid: words.first().is_some_and(|w| w == "INTEGER") && has(&["PRIMARY", "KEY"]),
    })
}

#[cfg(test)]
mod tests {
    use super::{column, columns};
    use crate::archive::Kind;
    use crate::archive::tests::all;

    /// Made by SQLite 3.40: a table with its own number as a column, a row that goes on in other pages, one with `url`, one without row
    /// numbers; gzip.
    const DATABASE: &[u8] = include_bytes!("tests/rows.sqlite.gz");

    fn plain() -> Vec<u8> {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(DATABASE), &mut bytes).unwrap();
        bytes
    }

    #[test]
    fn rows_are_read_with_the_names_of_their_columns() {
        for (name, bytes) in [("app.db", plain()), ("app.db.gz", DATABASE.to_vec())] {
            let got = all(name, &bytes);
            assert_eq!((got.kind, &*got.whys()), (Some(Kind::Sqlite), ""));
            let body = |id: &str| {
                let found =
                    got.exchanges.iter().find(|e| e.id == id).unwrap_or_else(|| panic!("{id}: {:?}", got.ids()));
                String::from_utf8(found.body.clone().unwrap_or_default()).unwrap()
            };
            assert_eq!(got.exchanges.len(), 402, "{:?}", got.ids());
            assert_eq!(body("a b:7"), r#"{"e-mail":"p7@example.org","id":7,"n":-1.5}"#);
            let long = body("a b:200");
            assert!(long.len() > 9000 && long.contains("tail@example.org"), "{}", long.len());
            assert!(got.exchanges.iter().any(|e| e.url == "https://t.example/?a=1" && e.at.is_some()));
            assert!(body("w:402").contains("\"column 1\":\"k@example.org\""), "{}", body("w:402"));
        }
    }

    #[test]
    fn a_damaged_database_is_named_and_read_as_bytes() {
        let mut bytes = plain();
        let length = bytes.len();
        bytes[1024..].fill(9);
        let got = all("app.db", &bytes);
        assert!(got.whys().contains("damaged") && got.pieces[0].1.len() == length, "{}", got.whys());
        let got = all("app.db", b"SQLite format 3\0a@example.org");
        assert!(got.whys().contains("from here on") && got.pieces.len() == 1, "{}", got.whys());
    }

    #[test]
    fn columns_are_those_that_are_stored() {
        let sql = "CREATE TABLE t(a INTEGER PRIMARY KEY, \"b,(\" text DEFAULT ('x,y'), [c d], `e`, f AS (a) , g int GENERATED ALWAYS AS (a) VIRTUAL, primary_x text, PRIMARY KEY(a), CHECK (a > 0))";
        let names: Vec<_> = columns(sql).into_iter().map(|c| (c.name, c.is_rowid)).collect();
        let expected = [("a", true), ("b,(", false), ("c d", false), ("e", false), ("primary_x", false)];
        assert_eq!(names, expected.map(|(name, is)| (name.to_owned(), is)));
        assert!(columns("CREATE TABLE w(k, v, PRIMARY KEY(k)) WITHOUT ROWID").is_empty());
        assert!(column("").is_none());
    }
}
