//! A people.csv of any length: cut into parts between rows, read and compiled on all cores.

use crate::{Trouble, folder};
use detect::{Columns, Compiler, Key, Needles, Options, Part, RowId};
use facts::{Person, Place, Problem, Problems};
use memchr::{memchr_iter, memchr2};
use rayon::prelude::*;
use std::path::Path;

/// Bytes of one part, roughly.
const PART: usize = 1 << 20;
/// Bad rows told one by one.
const MOST_TOLD: usize = 100;

/// The people of a people.csv, all of them in memory.
pub fn people(path: &Path) -> Result<Vec<Person>, Trouble> {
    Ok(detect::people(&path.display().to_string(), &folder::text(path)?)?)
}

/// Compiles a people.csv. `watch` gets the bytes read and of all, after every round.
pub(crate) fn compile(
    path: &Path,
    options: &Options,
    key: &Key,
    watch: &mut dyn FnMut(usize, usize),
) -> Result<Needles, Trouble> {
    let (source, text) = (path.display().to_string(), folder::text(path)?);
    let (columns, below) = Columns::read(&source, &text)?;
    let compiler = Compiler::new(options, key);
    let pieces = pieces(below, columns.first_line(), PART.min(below.len() / rayon::current_num_threads() + 1));
    let (mut parts, mut ids, mut problems): (Vec<Part>, Vec<Vec<RowId>>, Vec<Problem>) = Default::default();
    let mut read = 0;
    for round in pieces.chunks(4 * rayon::current_num_threads()) {
        let done = round.par_iter().map(|(first, piece)| {
            let rows = columns.rows(&source, piece, *first);
            (compiler.part(&rows.people), rows.ids, rows.problems)
        });
        for (part, known, bad) in done.collect::<Vec<_>>() {
            parts.push(part);
            ids.push(known);
            problems.extend(bad);
        }
        read += round.iter().map(|(_, piece)| piece.len()).sum::<usize>();
        watch(read, below.len());
    }
    problems.extend(detect::repeated(&source, &ids));
    if problems.is_empty() && ids.iter().all(Vec::is_empty) {
        problems.push(detect::no_rows(&source));
    }
    if problems.is_empty() { Ok(compiler.join(parts)) } else { Err(told(&source, problems).into()) }
}

/// In the order of the lines; of very many the first.
fn told(source: &str, mut problems: Vec<Problem>) -> Problems {
    problems.sort_by_key(|p| p.place.line);
    let more = problems.len().saturating_sub(MOST_TOLD);
    problems.truncate(MOST_TOLD);
    if more > 0 {
        let message = format!("{more} more rows are wrong");
        problems.push(Problem::new(Place::source(source), "people-more", message));
    }
    Problems(problems)
}

/// Pieces of whole rows of about `size` bytes, each with the line it begins on.
fn pieces(text: &str, first: usize, size: usize) -> Vec<(usize, &str)> {
    let bytes = text.as_bytes();
    let (mut all, mut line, mut start, mut at) = (Vec::new(), first, 0, 0);
    let (mut quoted, mut ended) = (false, None);
    while let Some(next) = memchr2(b'"', b'\n', &bytes[at..]) {
        let sign = at + next;
        at = sign + 1;
        if bytes[sign] == b'"' {
            // within quotes any ends them, and the second of two opens them again; outside only one that begins a cell
            let before = sign.checked_sub(1);
            let begins = before.is_none_or(|before| matches!(bytes[before], b',' | b'\n' | b'\r')) || ended == before;
            ended = quoted.then_some(sign);
            quoted = !quoted && begins;
        } else if !quoted && at - start >= size {
            all.push((line, &text[start..at]));
            line += memchr_iter(b'\n', &bytes[start..at]).count();
            start = at;
        }
    }
    if start < text.len() {
        all.push((line, &text[start..]));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_never_cut_and_lines_are_counted() {
        let text = "a,\"x\n\"\"y\n\"\nb,5\"\"x\nc,\"\"\nd,\"q\"\r\n";
        for size in 1..text.len() {
            let pieces = pieces(text, 2, size);
            assert_eq!(pieces.iter().map(|p| p.1).collect::<String>(), text);
            for (line, piece) in pieces {
                assert!(matches!(piece.as_bytes()[0], b'a'..=b'd') && piece.ends_with('\n'), "{size}: {piece:?}");
                let before = piece.as_ptr() as usize - text.as_ptr() as usize;
                assert_eq!(line, 2 + text[..before].matches('\n').count());
            }
        }
    }

    #[test]
    fn a_long_list_compiles_to_what_a_short_one_does_and_its_bad_rows_are_named() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("people.csv");
        let row = |i: usize| format!("p{i},user,person.{i}@example.com\n");
        let mut text = "id,role,email\n".to_owned() + &(0..2000).map(row).collect::<String>();
        std::fs::write(&path, &text).unwrap();
        let compiled = || compile(&path, &Options::default(), &Key::default(), &mut |_, _| ());
        let at_once = Needles::compile(&people(&path).unwrap(), &Options::default());
        assert_eq!(compiled().unwrap().digest(), at_once.digest());
        text.push_str("p7,user,again@example.com\np2001\n");
        std::fs::write(&path, &text).unwrap();
        let said = compiled().err().unwrap().to_string();
        assert!(
            said.contains(":2002: `id` stood already on line 9") && said.contains(":2003: the row has 1"),
            "{said}"
        );
        std::fs::write(&path, text.replace(",user", "")).unwrap();
        assert!(compiled().err().unwrap().to_string().contains("1902 more rows"));
    }
}
