//! Databases of SQLite: each row of each table is an exchange to nobody, or to the `url` it names. Rows that were deleted are
//! not read.

use super::block::Work;
use super::pieces::{self, Pieces};
use super::{BLOCK, Content, Halt, LONGEST, Out, broken, row};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use std::fs::{self, File};
use std::io::{self, BufReader, Seek};
use std::path::{Path, PathBuf};
use url::Url;

/// How a database begins.
pub(super) const MAGIC: &[u8] = b"SQLite format 3\0";

/// Reads the file at `path`, or what comes where there is none. SQLite writes beside a database that has a log of changes,
/// so that is read from a copy.
pub(super) fn read(path: Option<&Path>, mut content: Content, out: &mut Out<'_>) -> Result<(), Halt> {
    let log = path.map(log_of).filter(|log| log.metadata().is_ok_and(|log| log.len() > 0));
    let opened = match path {
        Some(path) if log.is_none() => Database::open(path, "immutable=1", OpenFlags::SQLITE_OPEN_READ_ONLY),
        _ => {
            // gone as soon as it is open: whoever ends the program leaves nothing of it behind
            let folder = tempfile::tempdir()?;
            let path = folder.path().join("copy");
            let mut copy = File::options().read(true).write(true).create_new(true).open(&path)?;
            io::copy(&mut content, &mut copy)?;
            if let Some(log) = log {
                fs::copy(log, log_of(&path))?;
            }
            copy.rewind()?;
            content = Box::new(BufReader::new(copy));
            Database::open(&path, "mode=rw", OpenFlags::SQLITE_OPEN_READ_WRITE)
        }
    };
    let is_whole = match opened {
        Ok(database) => database.rows(out)?,
        Err(error) => {
            out.unreadable(None, broken(&io::Error::other(error)))?;
            false
        }
    };
    if !is_whole {
        return pieces::rest(&mut content, Pieces::new(""), out);
    }
    io::copy(&mut content, &mut io::sink())?;
    Ok(())
}

/// Its newest changes lie there.
fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

impl From<rusqlite::Error> for Halt {
    fn from(error: rusqlite::Error) -> Self {
        Self::Io(io::Error::other(error))
    }
}

struct Database {
    connection: Connection,
    /// Names, and whether rows have numbers.
    tables: Vec<(String, bool)>,
}

impl Database {
    fn open(path: &Path, how: &str, flags: OpenFlags) -> rusqlite::Result<Self> {
        let absolute = std::path::absolute(path).ok().and_then(|path| Url::from_file_path(path).ok());
        let mut address = absolute.ok_or_else(|| rusqlite::Error::InvalidPath(path.to_owned()))?;
        address.set_query(Some(how));
        let connection = Connection::open_with_flags(
            address.as_str(),
            flags | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        // whoever made it may mean harm: <https://www.sqlite.org/security.html>
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST as i32)?;
        connection.execute_batch("PRAGMA cell_size_check = ON; BEGIN")?;
        let tables = connection
            .prepare(
                "SELECT s.name, NOT l.wr FROM sqlite_schema s JOIN pragma_table_list l ON l.schema = 'main' AND l.name = s.name
                 WHERE s.type = 'table' AND s.rootpage > 0 AND s.name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY s.rowid",
            )?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(Self { connection, tables })
    }

    /// Whether everything could be read.
    fn rows(&self, out: &mut Out<'_>) -> Result<bool, Halt> {
        let (mut number, mut is_whole) = (0, true);
        for (table, has_numbers) in &self.tables {
            match self.table(table, *has_numbers, &mut number, out) {
                Err(Halt::Io(error)) => {
                    is_whole = false;
                    out.unreadable(Some(number), format!("table `{table}`: {error}; the rest was read as bytes"))?;
                }
                ended => ended?,
            }
        }
        Ok(is_whole)
    }

    fn table(&self, table: &str, has_numbers: bool, number: &mut u64, out: &mut Out<'_>) -> Result<(), Halt> {
        let (rowid, quoted) = (if has_numbers { "_rowid_" } else { "NULL" }, table.replace('"', "\"\""));
        // an index may be damaged where the table is not
        let mut statement = self.connection.prepare(&format!("SELECT {rowid}, * FROM \"{quoted}\" NOT INDEXED"))?;
        let names: Vec<String> = statement.column_names().into_iter().skip(1).map(str::to_owned).collect();
        let (mut rows, mut ready, mut bytes) = (statement.query([])?, Vec::new(), 0);
        let ended = loop {
            let row = match rows.next() {
                Ok(Some(row)) => row,
                Ok(None) => break Ok(()),
                Err(error) => break Err(error.into()),
            };
            *number += 1;
            let id = match row.get_ref(0)? {
                ValueRef::Integer(rowid) => format!("{table}:{rowid}"),
                _ => format!("{table}:{number}"),
            };
            let (mut named, mut blobs) = (Vec::new(), Vec::new());
            for (name, at) in names.iter().zip(1..) {
                match row.get_ref(at) {
                    Ok(ValueRef::Blob(blob)) if std::str::from_utf8(blob).is_err() => {
                        bytes += blob.len();
                        blobs.push((name.clone(), blob.to_vec()));
                    }
                    Ok(cell) => named.extend(value(cell).map(|value| (name.as_str(), value))),
                    Err(_) => {}
                }
            }
            let exchange = row::with_bytes(row::exchange(id, *number, &named), blobs);
            bytes += exchange.body.as_ref().map_or(0, Vec::len);
            ready.push((exchange, Some(*number)));
            if bytes >= BLOCK || ready.len() >= 1024 {
                bytes = 0;
                out.put(Work::Ready(std::mem::take(&mut ready)))?;
            }
        };
        out.put(Work::Ready(ready))?;
        ended
    }
}

fn value(cell: ValueRef<'_>) -> Option<Value> {
    Some(match cell {
        ValueRef::Null => return None,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
        ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Connection, fs};
    use crate::archive::Kind;
    use crate::archive::tests::{Got, all, at};
    use facts::Exchange;

    /// Made by SQLite 3.40: a table with its own number as a column, a row that goes on in other pages, one with `url`, one without row
    /// numbers; gzip.
    const DATABASE: &[u8] = include_bytes!("tests/rows.sqlite.gz");

    fn plain() -> Vec<u8> {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(DATABASE), &mut bytes).unwrap();
        bytes
    }

    fn body(got: &Got, id: &str) -> String {
        let found = got.exchanges.iter().find(|e| e.id == id).unwrap_or_else(|| panic!("{id}: {:?}", got.ids()));
        String::from_utf8(found.body.clone().unwrap_or_default()).unwrap()
    }

    #[test]
    fn rows_are_read_with_the_names_of_their_columns() {
        for (name, bytes) in [("app ?%#.db", plain()), ("app.db.gz", DATABASE.to_vec())] {
            let got = all(name, &bytes);
            assert_eq!((got.kind, &*got.whys()), (Some(Kind::Sqlite), ""));
            assert_eq!(got.exchanges.len(), 402, "{:?}", got.ids());
            assert_eq!(body(&got, "a b:7"), r#"{"id":7,"e-mail":"p7@example.org","n":-1.5}"#);
            let long = body(&got, "a b:200");
            assert!(long.len() > 9000 && long.contains("tail@example.org"), "{}", long.len());
            assert!(got.exchanges.iter().any(|e| e.url == "https://t.example/?a=1" && e.at.is_some()));
            assert!(body(&got, "w:402").contains("k@example.org"), "{}", body(&got, "w:402"));
        }
    }

    #[test]
    fn bytes_are_read_as_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let made = Connection::open(&path).unwrap();
        made.execute_batch(
            "CREATE TABLE q(url, body, raw); INSERT INTO q VALUES ('https://t.example/', x'1f8b00ff', x'ff01');
             CREATE TABLE r(Raw, body); INSERT INTO r VALUES (x'ff02', x'fe'); INSERT INTO r VALUES (x'6162', 5);",
        )
        .unwrap();
        drop(made);
        let got = at(&path);
        let sent = got.exchanges.iter().find(|e| e.url == "https://t.example/").unwrap();
        assert_eq!(sent.body.as_deref(), Some(&[0x1f, 0x8b, 0, 0xff][..]));
        assert_eq!(sent.headers, [Exchange::bytes_of("raw", &[0xff, 1])]);
        let row = got.exchanges.iter().find(|e| e.id == "r:1").unwrap();
        assert_eq!(row.headers, [Exchange::bytes_of("Raw", &[0xff, 2]), Exchange::bytes_of("body", &[0xfe])]);
        assert_eq!(body(&got, "r:2"), r#"{"Raw":"ab","body":5}"#);
    }

    #[test]
    fn what_is_damaged_is_named_and_read_as_bytes() {
        let mut bytes = plain();
        let length = bytes.len();
        bytes[1024..].fill(9);
        let got = all("app.db", &bytes);
        assert!(got.whys().contains("malformed") && got.pieces[0].1.len() == length, "{}", got.whys());
        let got = all("app.db", b"SQLite format 3\0a@example.org");
        assert!(got.whys().contains("from here on") && got.pieces.len() == 1, "{}", got.whys());
    }

    /// Of two tables and an index the root page of one table is damaged.
    #[test]
    fn a_damaged_table_costs_no_other_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let made = Connection::open(&path).unwrap();
        made.execute_batch(
            "PRAGMA page_size = 1024; CREATE TABLE a(e); CREATE TABLE \"b\"\"c\"(e, g AS (e || 'x')); CREATE INDEX i ON a(e);
             INSERT INTO a VALUES ('a@example.org'); INSERT INTO \"b\"\"c\" VALUES ('b@example.org');",
        )
        .unwrap();
        drop(made);
        let mut bytes = fs::read(&path).unwrap();
        bytes[1024..2048].fill(9);
        let got = all("a.db", &bytes);
        assert_eq!((got.ids(), got.unreadable.len()), (vec!["b\"c:1"], 1), "{}", got.whys());
        assert!(got.whys().contains("table `a`: ") && !got.pieces.is_empty(), "{}", got.whys());
        assert!(body(&got, "b\"c:1").contains("b@example.orgx"));
    }

    #[test]
    fn the_newest_changes_are_read_and_nothing_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let open = Connection::open(&path).unwrap();
        open.execute_batch(
            "PRAGMA journal_mode = WAL; CREATE TABLE a(e); PRAGMA wal_checkpoint; INSERT INTO a VALUES ('a@example.org');",
        )
        .unwrap();
        let kept = tempfile::tempdir().unwrap();
        for name in ["a.db", "a.db-wal"] {
            fs::copy(folder.path().join(name), kept.path().join(name)).unwrap();
        }
        let before = || {
            let files = fs::read_dir(kept.path()).unwrap().map(|file| file.unwrap().path());
            let mut files: Vec<_> = files.map(|path| (fs::read(&path).unwrap(), path)).collect();
            files.sort();
            files
        };
        let files = before();
        let got = at(&kept.path().join("a.db"));
        assert_eq!((&*got.whys(), &*body(&got, "a:1")), ("", r#"{"e":"a@example.org"}"#));
        assert!(files.len() == 2 && before() == files);
    }
}
