//! A people.csv of any length: cut into parts between rows, read and compiled on all cores.

use crate::{Trouble, folder};
use detect::{Columns, Compiler, Dates, Key, Needles, Options, RowId, Run};
use facts::{IdentifierKind, Person, Place, Problem, Problems};
use memchr::{memchr_iter, memchr2};
use rayon::prelude::*;
use std::collections::HashMap;
use std::io::Read;
use std::ops::{Range, RangeInclusive};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Bytes of one part, roughly.
const PART: usize = 1 << 20;
/// A row that is longer is a quotation mark that nobody closed.
const LONGEST_ROW: usize = 64 << 20;
/// Bad rows told one by one; of more, those with the same fault are told together.
const MOST_TOLD: usize = 100;
/// Enough rows to tell how a list goes on.
const SAMPLE: usize = 64 << 10;

/// The people of a people.csv, all of them in memory.
pub fn people(path: &Path) -> Result<Vec<Person>, Trouble> {
    Ok(detect::people(&path.display().to_string(), &folder::text(path)?)?)
}

/// How far a list was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    pub bytes: u64,
    pub of: u64,
}

/// What a list will come to, told by its first rows.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Estimate {
    pub bytes: u64,
    pub people: u64,
    pub keys_a_person: f64,
    /// Of the index.
    pub index_bytes: u64,
}

impl Estimate {
    /// Of a list compiled by this compiler.
    pub(crate) fn of(path: &Path, compiler: &Compiler) -> Result<Self, Trouble> {
        let (mut file, bytes) = folder::open_text(path).map_err(Trouble::read(path))?;
        let mut head = Vec::with_capacity(SAMPLE);
        file.by_ref().take(SAMPLE as u64).read_to_end(&mut head).map_err(Trouble::read(path))?;
        if head.len() as u64 == bytes {
            head.push(b'\n');
        }
        let end = memchr::memrchr(b'\n', &head).map_or(0, |end| end + 1);
        let source = path.display().to_string();
        let text = String::from_utf8_lossy(&head[..end]);
        let (columns, below) = Columns::read(&source, &text)?;
        let rows = columns.rows(&source, below, columns.first_line()).people;
        let mut joining = compiler.joining();
        joining.add(compiler.part(&rows));
        let (people, keys) = joining.size();
        let above = text.len() - below.len();
        let share = (bytes.saturating_sub(above as u64) as f64 / below.len().max(1) as f64).max(1.0);
        let index_bytes = (joining.end().most_bytes() as f64 * share) as u64;
        let keys_a_person = keys as f64 / people.max(1) as f64;
        Ok(Self { bytes, people: (people as f64 * share) as u64, keys_a_person, index_bytes })
    }

    pub(crate) fn keys(&self) -> f64 {
        self.people as f64 * self.keys_a_person
    }
}

/// The kinds of identifiers that a list has columns for.
pub(crate) fn kinds(path: &Path) -> Result<Vec<IdentifierKind>, Trouble> {
    let mut head = Vec::new();
    let (file, _) = folder::open_text(path).map_err(Trouble::read(path))?;
    file.take(SAMPLE as u64).read_to_end(&mut head).map_err(Trouble::read(path))?;
    Ok(Columns::read(&path.display().to_string(), &String::from_utf8_lossy(&head))?.0.kinds())
}

/// What is not looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Short {
    /// Values that are too short to be looked for in plain text, by kind.
    values: [u64; IdentifierKind::ALL.len()],
    /// People without an identifier.
    pub nobody: u64,
    /// People with a phone number and a country that is not known: the number is only read as one of the list's.
    pub countries: u64,
    /// People whose id, by which they are named wherever something is found, is an identifier of theirs.
    pub ids: u64,
}

impl Short {
    pub(crate) fn of(people: &[Person]) -> Self {
        use IdentifierKind as K;
        let nobody = people.iter().filter(|person| person.identifiers.is_empty()).count() as u64;
        let holds = |person: &Person, is: &dyn Fn(K, &str) -> bool| person.identifiers.iter().any(|(k, v)| is(*k, v));
        let is_unknown = |person: &&Person| {
            holds(person, &|kind, name| kind == K::Country && detect::phone_country(name).is_none())
                && holds(person, &|kind, number| kind == K::Phone && !number.starts_with('+'))
        };
        let countries = people.iter().filter(is_unknown).count() as u64;
        let is_own = |person: &&Person| {
            let id = person.id.trim();
            holds(person, &|kind, value| kind != K::ExternalId && value.trim().eq_ignore_ascii_case(id))
        };
        let ids = people.iter().filter(is_own).count() as u64;
        let mut short = Self { nobody, countries, ids, ..Self::default() };
        for (kind, value) in people.iter().flat_map(|person| &person.identifiers) {
            // countries are never looked for in plain text, and whole names are made of two columns that are
            let is_looked_for = !matches!(kind, K::Country | K::Name);
            short.values[*kind as usize] += u64::from(is_looked_for && !detect::is_findable(*kind, value));
        }
        short
    }

    pub(crate) fn add(&mut self, more: &Self) {
        self.values.iter_mut().zip(more.values).for_each(|(n, more)| *n += more);
        self.nobody += more.nobody;
        self.countries += more.countries;
        self.ids += more.ids;
    }

    /// The columns in which there are such values, and how many.
    pub fn columns(&self) -> impl Iterator<Item = (IdentifierKind, u64)> {
        let all = IdentifierKind::ALL.into_iter().map(|kind| (kind, self.values[kind as usize]));
        all.filter(|(_, n)| *n > 0)
    }
}

/// How the dates of birth of a list are written, where it can be read twice.
pub fn dates(path: &Path, stop: &AtomicBool) -> Result<Dates, Trouble> {
    let mut dates = Dates::default();
    if !path.is_file() {
        return Ok(dates);
    }
    let mut list = List::open(path)?;
    let columns = list.header()?;
    while columns.kinds().contains(&IdentifierKind::BirthDate) && !stop.load(Ordering::Relaxed) {
        list.fill()?;
        let pieces = list.pieces()?;
        if pieces.is_empty() {
            break;
        }
        let some: Vec<_> = pieces.par_iter().map(|(_, piece)| columns.dates(piece)).collect();
        some.into_iter().for_each(|some| dates.add(some));
        let used = pieces.iter().map(|(_, piece)| piece.len()).sum();
        list.drop(used);
    }
    Ok(dates)
}

/// Compiles a people.csv in memory; and how many of its values are too short for plain text. Of a list that is stopped,
/// nobody is looked for.
pub(crate) fn compile(
    path: &Path,
    options: &Options,
    key: &Key,
    stop: &AtomicBool,
) -> Result<(Needles, Short), Trouble> {
    let stopped = || stop.load(Ordering::Relaxed);
    let compiler = Compiler::new(options, key);
    let mut joining = compiler.joining();
    let mut kept: Vec<Vec<Run>> = Vec::new();
    let mut short = Short::default();
    let work = |people: &[Person]| (compiler.part(people.iter().take_while(|_| !stopped())), Short::of(people));
    stream(path, stop, work, &mut |(part, some), _| {
        kept.push(joining.add(part));
        short.add(&some);
        Ok(())
    })?;
    let nobody = || Needles::compile(&[], options);
    if stopped() {
        return Ok((nobody(), short));
    }
    let joined = joining.end();
    let all: Vec<_> = joined.pieces().enumerate().collect();
    let rounds = all.chunks(rayon::current_num_threads()).take_while(|_| !stopped());
    let needles = joined.needles(rounds.flat_map(|round| {
        let take = |(i, of): &(usize, Range<usize>)| {
            let runs = kept.iter_mut().flat_map(|runs| runs[of.clone()].iter_mut().map(std::mem::take));
            (*i, runs.collect())
        };
        let round: Vec<(usize, Vec<Run>)> = round.iter().map(take).collect();
        round.into_par_iter().map(|(i, runs)| joined.piece(i, runs)).collect::<Vec<_>>()
    }));
    Ok((if stopped() { nobody() } else { needles }, short))
}

/// Reads a people.csv of any length on all cores: `work` gets some of the people, `take` what came of it, in order. What
/// is wrong with the list is told at its end; `stop` ends it early without a word, and so may `work` end.
pub(crate) fn stream<T: Send>(
    path: &Path,
    stop: &AtomicBool,
    work: impl Fn(&[Person]) -> T + Sync,
    take: &mut dyn FnMut(T, Reading) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let source = path.display().to_string();
    let mut told = Told::default();
    let dates = dates(path, stop)?;
    let mut list = List::open(path)?;
    let columns = list.header()?.dated(dates);
    while !stop.load(Ordering::Relaxed) {
        list.fill()?;
        let pieces = list.pieces()?;
        if pieces.is_empty() {
            return told.end(&source);
        }
        let done = pieces.par_iter().map(|(first, piece)| {
            let rows = (!stop.load(Ordering::Relaxed)).then(|| columns.rows(&source, piece, *first))?;
            let nobody = rows.people.iter().all(|person| person.identifiers.is_empty());
            Some((work(&rows.people), rows.ids, rows.problems, nobody))
        });
        let Some(done) = done.collect::<Option<Vec<_>>>() else { return Ok(()) };
        let used = pieces.iter().map(|(_, piece)| piece.len()).sum();
        list.drop(used);
        for (part, ids, problems, nobody) in done {
            told.somebody |= !nobody;
            told.add(ids, problems);
            take(part, Reading { bytes: list.before, of: list.of })?;
        }
    }
    Ok(())
}

/// A list of which so much is in memory as is worked on.
struct List<'p> {
    path: &'p Path,
    file: Box<dyn Read + Send>,
    /// Bytes of the file, and those before `text`.
    of: u64,
    before: u64,
    /// Line on which `text` begins.
    line: usize,
    text: Vec<u8>,
    ended: bool,
    separator: u8,
}

impl<'p> List<'p> {
    fn open(path: &'p Path) -> Result<Self, Trouble> {
        let (file, of) = folder::open_text(path).map_err(Trouble::read(path))?;
        Ok(Self { path, file, of, before: 0, line: 1, text: Vec::new(), ended: false, separator: b',' })
    }

    /// Reads the header and drops it.
    fn header(&mut self) -> Result<Columns, Trouble> {
        self.fill()?;
        let source = self.path.display().to_string();
        let text = self.utf8()?;
        let (columns, below) = Columns::read(&source, text)?;
        let used = text.len() - below.len();
        self.drop(used);
        self.line = columns.first_line();
        self.separator = columns.separator();
        Ok(columns)
    }

    /// Reads on until there is a part for every core.
    fn fill(&mut self) -> Result<(), Trouble> {
        let wanted = (4 * PART * rayon::current_num_threads()).saturating_sub(self.text.len()).max(PART);
        if !self.ended {
            let read = self.file.by_ref().take(wanted as u64).read_to_end(&mut self.text);
            self.ended = read.map_err(Trouble::read(self.path))? < wanted;
        }
        Ok(())
    }

    /// Parts of whole rows, each with its line; none at the end. What is begun stays for the next round.
    fn pieces(&mut self) -> Result<Vec<(usize, &str)>, Trouble> {
        let each = if self.of == 0 { PART } else { PART.min(self.of as usize / rayon::current_num_threads() + 1) };
        while !self.ended && pieces(self.utf8()?, self.line, each, self.separator).len() < 2 {
            if self.text.len() > LONGEST_ROW {
                let message = "the row that begins here is longer than 64 MiB; is a quotation mark left open";
                let place = Place::line(self.path.display().to_string(), self.line);
                return Err(Problem::new(place, "people-row-long", message).into());
            }
            self.fill()?;
        }
        let mut all = pieces(self.utf8()?, self.line, each, self.separator);
        if !self.ended {
            all.pop();
        }
        Ok(all)
    }

    /// What is there, without a character that is begun.
    fn utf8(&self) -> Result<&str, Trouble> {
        let (valid, wrong) = match std::str::from_utf8(&self.text) {
            Ok(text) => return Ok(text),
            Err(error) => (error.valid_up_to(), error.error_len().is_some() || self.ended),
        };
        if wrong {
            let line = self.line + memchr_iter(b'\n', &self.text[..valid]).count();
            return Err(folder::not_utf8(self.path, line, &self.text[valid..]));
        }
        Ok(std::str::from_utf8(&self.text[..valid]).unwrap_or_default())
    }

    fn drop(&mut self, bytes: usize) {
        self.line += memchr_iter(b'\n', &self.text[..bytes]).count();
        self.before += bytes as u64;
        self.text.drain(..bytes);
    }
}

/// Code, message, and what was found.
type Wrong = (&'static str, String, Option<String>);

/// What is wrong with a list, and the ids to find more of it.
#[derive(Default)]
struct Told {
    ids: Vec<Vec<RowId>>,
    /// The first of them.
    problems: Vec<Problem>,
    /// The others by what is wrong, each with its lines.
    more: HashMap<Wrong, Vec<RangeInclusive<usize>>>,
    /// Whether anybody has an identifier.
    somebody: bool,
}

impl Told {
    fn add(&mut self, ids: Vec<RowId>, problems: Vec<Problem>) {
        self.ids.push(ids);
        problems.into_iter().for_each(|problem| self.problem(problem));
    }

    fn problem(&mut self, problem: Problem) {
        if self.problems.len() < MOST_TOLD {
            return self.problems.push(problem);
        }
        let Problem { place, code, message, found, .. } = problem;
        let (lines, line) = (self.more.entry((code, message, found)).or_default(), place.line.unwrap_or_default());
        match lines.last_mut().filter(|last| *last.end() + 1 == line) {
            Some(last) => *last = *last.start()..=line,
            None => lines.push(line..=line),
        }
    }

    /// In the order of the lines.
    fn end(mut self, source: &str) -> Result<(), Trouble> {
        let twice = detect::repeated(source, &self.ids);
        twice.into_iter().for_each(|problem| self.problem(problem));
        if self.problems.is_empty() && !self.somebody {
            return Err(detect::nobody_in(source, self.ids.iter().map(Vec::len).sum()).into());
        }
        self.problems.sort_by_key(|p| p.place.line);
        let mut more: Vec<_> = self.more.into_iter().collect();
        more.sort_by_key(|(_, lines)| *lines[0].start());
        self.problems.extend(more.into_iter().map(|((code, message, found), lines)| {
            let (first, last) = (*lines[0].start(), *lines[lines.len() - 1].end());
            let place = match first == last {
                true => Place::line(source, first),
                false => Place::source(format!("{source}:{}", lines.iter().map(shown).collect::<Vec<_>>().join(", "))),
            };
            Problem { found, ..Problem::new(place, code, message) }
        }));
        if self.problems.is_empty() { Ok(()) } else { Err(Problems(self.problems).into()) }
    }
}

fn shown(lines: &RangeInclusive<usize>) -> String {
    let (first, last) = (lines.start(), lines.end());
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

/// Pieces of whole rows of about `size` bytes, each with the line it begins on.
fn pieces(text: &str, first: usize, size: usize, separator: u8) -> Vec<(usize, &str)> {
    let bytes = text.as_bytes();
    let (mut all, mut line, mut start, mut at) = (Vec::new(), first, 0, 0);
    let (mut quoted, mut ended) = (false, None);
    while let Some(next) = memchr2(b'"', b'\n', &bytes[at..]) {
        let sign = at + next;
        at = sign + 1;
        if bytes[sign] == b'"' {
            // within quotes any ends them, and the second of two opens them again; outside only one that begins a cell
            let before = sign.checked_sub(1);
            let begins =
                before.is_none_or(|at| bytes[at] == separator || matches!(bytes[at], b'\n' | b'\r')) || ended == before;
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
            let pieces = pieces(text, 2, size, b',');
            assert_eq!(pieces.iter().map(|p| p.1).collect::<String>(), text);
            for (line, piece) in pieces {
                assert!(matches!(piece.as_bytes()[0], b'a'..=b'd') && piece.ends_with('\n'), "{size}: {piece:?}");
                let before = piece.as_ptr() as usize - text.as_ptr() as usize;
                assert_eq!(line, 2 + text[..before].matches('\n').count());
            }
        }
    }

    #[test]
    fn ids_that_are_identifiers_are_counted() {
        let text = "id,email,external_id\nA@example.com,a@example.com,\nx1,b@example.com,x1\n";
        assert_eq!(Short::of(&detect::people("p.csv", text).unwrap()).ids, 1);
    }

    #[test]
    fn the_people_of_a_short_list_are_counted() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "id,email,phone\np1,a@example.com,\np2,b@example.com,\n").unwrap();
        let estimate = Estimate::of(file.path(), &Compiler::new(&Options::default(), &Key::default())).unwrap();
        assert_eq!(estimate.people, 2);
    }

    #[test]
    fn a_long_list_compiles_to_what_a_short_one_does_and_its_bad_rows_are_named() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("people.csv");
        let row = |i: usize| format!("p{i},user,person.{i}@example.com\n");
        let mut text = "id,role,email\n".to_owned() + &(0..2000).map(row).collect::<String>();
        std::fs::write(&path, &text).unwrap();
        let compiled = || compile(&path, &Options::default(), &Key::default(), &AtomicBool::new(false));
        let at_once = Needles::compile(&people(&path).unwrap(), &Options::default());
        assert_eq!(compiled().unwrap().0.digest(), at_once.digest());
        let estimate = Estimate::of(&path, &Compiler::new(&Options::default(), &Key::default())).unwrap();
        let (keys, bytes) = at_once.size();
        assert!((1990..2010).contains(&estimate.people), "{estimate:?}");
        assert!((keys..keys * 11 / 10).contains(&(estimate.keys() as usize)), "{keys}: {estimate:?}");
        assert!((bytes..bytes * 2).contains(&(estimate.index_bytes as usize)), "{bytes}: {estimate:?}");
        text.push_str("p7,user,again@example.com\np2001\n");
        std::fs::write(&path, &text).unwrap();
        let said = compiled().err().unwrap().to_string();
        assert!(
            said.contains(":2002: `id` stood already on line 9") && said.contains(":2003: the row has 1"),
            "{said}"
        );
        std::fs::write(&path, text.replace(",user", "")).unwrap();
        let said = compiled().err().unwrap().to_string();
        assert!(
            said.contains(":101: the row has 2 cells") && said.contains(":102-2002: the row has 2 cells"),
            "{said}"
        );
        assert!(said.contains(":2003: the row has 1"), "{said}");
    }
}
