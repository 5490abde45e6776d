//! The index of a list of people: built once, opened in an instant, useless without its key, which lies beside it.

mod kept;

use crate::scan::{Estimate, Reading, Short, salts, stream};
use crate::{Trouble, folder};
use detect::{Compiler, Hashes, Joined, Key, Needles, Options, Piece};
use facts::{Place, Problem};
use kept::Kept;
use mmap_io::MemoryMappedFile;
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What the user asked for.
#[derive(Debug, Clone)]
pub struct Order {
    pub people: PathBuf,
    pub out: PathBuf,
    pub key: PathBuf,
    /// ISO 3166-1 alpha-2; how a phone number without `+` is read.
    pub country: String,
    /// One a line.
    pub salts: Option<PathBuf>,
    /// In which hashes people are looked for.
    pub common_hashes: bool,
    /// An index that is there already gives way.
    pub force: bool,
}

/// What was built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Built {
    pub people: usize,
    pub keys: usize,
    pub bytes: usize,
    /// A key was made; else one that was there was used.
    pub new_key: bool,
    /// Values that are too short to be looked for in plain text.
    pub too_short: Short,
}

/// What is told while an index is built.
pub trait Watch {
    /// Before anything is built: what it will come to, and the bytes needed of those that the disk has free.
    fn planned(&mut self, estimate: &Estimate, needed: u64, free: Option<u64>);
    fn read(&mut self, reading: Reading, people: usize);
}

/// Where the key of an index lies unless told otherwise.
pub fn key_beside(index: &Path) -> PathBuf {
    let mut name = index.as_os_str().to_owned();
    name.push(".key");
    name.into()
}

/// Whether others than its owner may read this key.
pub fn is_open_to_others(key: &Path) -> bool {
    #[cfg(unix)]
    if let Ok(there) = std::fs::metadata(key) {
        return there.is_file() && std::os::unix::fs::PermissionsExt::mode(&there.permissions()) & 0o044 != 0;
    }
    false
}

/// Builds the index and, where there is none yet, its key. Once `stop` is set nothing is left of it.
pub fn build(order: &Order, stop: &AtomicBool, watch: &mut dyn Watch) -> Result<Built, Trouble> {
    build_with(order, stop, watch, kept::IN_MEMORY)
}

fn build_with(order: &Order, stop: &AtomicBool, watch: &mut dyn Watch, in_memory: usize) -> Result<Built, Trouble> {
    let out = order.out.display().to_string();
    if order.out.exists() && !order.force {
        let message = format!("`{out}` is there already; it is overwritten only if you say so");
        return Err(Problem::new(Place::source(out), "index-exists", message).into());
    }
    if std::fs::metadata(&order.out).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        let message = format!("`{out}` is no regular file; an index is written in any order and opened in place");
        return Err(Problem::new(Place::source(out.clone()), "index-no-file", message).found(out).into());
    }
    let (key, new_key) = key(&order.key)?;
    folder::writable(&order.out)?;
    if new_key {
        folder::writable(&order.key)?;
    }
    let compiler = Compiler::new(&order.options()?, &key);
    let beside = order.out.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    plan(order, &compiler, beside, in_memory, watch)?;
    let (mut joining, mut kept) = (compiler.joining(), Kept::new(beside, in_memory));
    let mut short = Short::default();
    let stopped = || stop.load(Ordering::Relaxed);
    let work = |people: &[facts::Person]| {
        let wanted = people.iter().take_while(|_| !stopped());
        (compiler.part(wanted), Short::of(people))
    };
    stream(&order.people, stop, work, &mut |(part, some), reading| {
        short.add(&some);
        kept.add(joining.add(part)).map_err(Trouble::write(&order.out))?;
        watch.read(reading, joining.size().0);
        Ok(())
    })?;
    let told_stopped = || {
        let message = "stopped before the end; there is no index";
        Problem::new(Place::source(out.clone()), "index-stopped", message)
    };
    if stopped() {
        return Err(told_stopped().into());
    }
    let (people, _) = joining.size();
    let joined = joining.end();
    let mut size = (0, 0);
    let written = folder::write_with(&order.out, &mut |file| {
        size = joined.write(pieces(&joined, &kept, stop), &mut |at, bytes| put(file, at, bytes))?;
        Ok(())
    });
    if stopped() {
        return Err(told_stopped().into());
    }
    written?;
    if new_key {
        folder::write_private(&order.key, key.to_text().as_bytes())?;
    }
    Ok(Built { people, keys: size.0, bytes: size.1, new_key, too_short: short })
}

impl Order {
    fn options(&self) -> Result<Options, Trouble> {
        Ok(Options {
            country: self.country.clone(),
            salts: salts(self.salts.as_deref())?,
            hashes: if self.common_hashes { Hashes::Common } else { Hashes::All },
            ..Options::default()
        })
    }
}

/// Tells what the index will come to, and refuses where the disk has no room for it.
fn plan(
    order: &Order,
    compiler: &Compiler,
    beside: &Path,
    in_memory: usize,
    watch: &mut dyn Watch,
) -> Result<(), Trouble> {
    // a pipe is read once
    if !order.people.is_file() && order.people.exists() {
        return Ok(());
    }
    let estimate = Estimate::of(&order.people, compiler)?;
    let keys = estimate.keys() as u64 * kept::KEY as u64;
    let needed = estimate.index_bytes + if keys > in_memory as u64 { keys } else { 0 };
    let free = free(beside);
    watch.planned(&estimate, needed, free);
    let Some(free) = free.filter(|free| *free < needed) else { return Ok(()) };
    let place = Place::source(order.out.display().to_string());
    let message = format!("the index needs about {} MB on the way, the disk has {} MB free", needed >> 20, free >> 20);
    let cure = "another disk, or an index of the common hashes only";
    Err(Problem::new(place, "index-disk", message)
        .found(format!("{} MB", needed / 1_000_000 + 1))
        .allowed(&[cure])
        .into())
}

/// Bytes that can be written beside the index; none where the system does not say.
#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail * disk.f_frsize)
}

#[cfg(not(unix))]
fn free(_folder: &Path) -> Option<u64> {
    None
}

/// The pieces of the table, as many at once as there are cores.
fn pieces<'a>(
    joined: &'a Joined<'_>,
    kept: &'a Kept,
    stop: &'a AtomicBool,
) -> impl Iterator<Item = io::Result<Piece>> + 'a {
    let all: Vec<_> = joined.pieces().enumerate().collect();
    let rounds: Vec<_> = all.chunks(rayon::current_num_threads()).map(<[_]>::to_vec).collect();
    rounds.into_iter().flat_map(move |round| {
        let made = round.into_par_iter().map(|(i, numbers)| {
            if stop.load(Ordering::Relaxed) {
                return Err(io::ErrorKind::Interrupted.into());
            }
            Ok(joined.piece(i, kept.of(numbers)?))
        });
        made.collect::<Vec<_>>()
    })
}

fn put(file: &mut File, at: usize, bytes: &[u8]) -> io::Result<()> {
    file.seek(SeekFrom::Start(at as u64))?;
    file.write_all(bytes)
}

/// The key that lies there, or a new one, which is not written yet.
fn key(path: &Path) -> Result<(Key, bool), Trouble> {
    if path.exists() {
        return Ok((read_key(path)?, false));
    }
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(Trouble::Random)?;
    Ok((Key::new(random), true))
}

fn read_key(path: &Path) -> Result<Key, Trouble> {
    Ok(Key::from_text(&path.display().to_string(), &folder::text(path)?)?)
}

/// Opens an index in place.
pub(crate) fn open(index: &Path, key: &Path, options: &Options) -> Result<Needles, Trouble> {
    // an index that is not there is named before its key
    let size = std::fs::metadata(index).map_err(Trouble::read(index))?.len();
    // a file without a byte cannot be mapped; it is refused with the same words as one that is cut
    let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = match size {
        0 => Arc::new([]),
        size => {
            let file = MemoryMappedFile::open_ro(index).map_err(|e| Trouble::read(index)(std::io::Error::other(e)))?;
            Arc::new(Mapped { file, size })
        }
    };
    let name = index.display().to_string();
    let key = read_key(key).map_err(|trouble| {
        // what is no index has no key
        match Needles::load(&name, Arc::clone(&bytes), &Key::default(), options) {
            Err(problem) if problem.code == "index-foreign" => problem.into(),
            _ => trouble,
        }
    })?;
    Ok(Needles::load(&name, bytes, &key, options)?)
}

struct Mapped {
    file: MemoryMappedFile,
    size: u64,
}

impl AsRef<[u8]> for Mapped {
    fn as_ref(&self) -> &[u8] {
        self.file.as_slice_bytes(0, self.size).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(dir: &Path) -> Order {
        std::fs::write(dir.join("people.csv"), "id,role,email,country\np1,user,a@example.com,FI\n").unwrap();
        let out = dir.join("people.slx");
        Order {
            people: dir.join("people.csv"),
            key: key_beside(&out),
            out,
            country: "SE".into(),
            salts: None,
            common_hashes: false,
            force: false,
        }
    }

    /// What was told, in order.
    #[derive(Default)]
    struct Seen {
        planned: Vec<(Estimate, u64, Option<u64>)>,
        people: usize,
    }

    impl Watch for Seen {
        fn planned(&mut self, estimate: &Estimate, needed: u64, free: Option<u64>) {
            self.planned.push((*estimate, needed, free));
        }

        fn read(&mut self, _: Reading, people: usize) {
            assert_eq!(self.planned.len(), 1, "planned before anything is built");
            self.people = people;
        }
    }

    fn build(order: &Order) -> Result<Built, Trouble> {
        super::build(order, &AtomicBool::new(false), &mut Seen::default())
    }

    fn names(dir: &Path) -> Vec<String> {
        let mut all: Vec<_> =
            std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        all.sort();
        all
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_no_index_and_a_key_that_others_read_is_told() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let order = order(dir.path());
        let key = order.key.clone();
        let device = Order { out: "/dev/null".into(), force: true, ..order.clone() };
        assert!(build(&device).unwrap_err().to_string().contains("no regular file"));
        assert!(!key.exists());
        build(&order).unwrap();
        assert!(!is_open_to_others(&key));
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(is_open_to_others(&key) && !is_open_to_others(&dir.path().join("none")));
    }

    #[test]
    fn an_index_built_on_the_disk_is_the_one_built_in_memory() {
        let dir = tempfile::tempdir().unwrap();
        let order = order(dir.path());
        let row = |i: usize| format!("p{i},user,person.{i}@example.com,SE\n");
        let text = "id,role,email,country\n".to_owned() + &(0..3000).map(row).collect::<String>();
        std::fs::write(&order.people, text).unwrap();
        let mut seen = Seen::default();
        let whole = super::build(&order, &AtomicBool::new(false), &mut seen).unwrap();
        assert_eq!((whole.people, seen.people), (3000, 3000));
        let (estimate, needed, _) = seen.planned[0];
        assert!(
            (whole.bytes as u64..whole.bytes as u64 * 2).contains(&needed) && estimate.people.abs_diff(3000) < 100,
            "{estimate:?}"
        );
        let bytes = std::fs::read(&order.out).unwrap();
        assert_eq!(bytes.len(), whole.bytes);
        let again = Order { force: true, ..order.clone() };
        let on_disk = build_with(&again, &AtomicBool::new(false), &mut Seen::default(), 1000).unwrap();
        assert_eq!(on_disk, Built { new_key: false, ..whole });
        assert!(std::fs::read(&order.out).unwrap() == bytes);
        assert_eq!(names(dir.path()), ["people.csv", "people.slx", "people.slx.key"]);
        open(&order.out, &order.key, &Options::default()).unwrap().verify("people.slx").unwrap();
    }

    #[test]
    fn who_stops_leaves_nothing_behind() {
        let dir = tempfile::tempdir().unwrap();
        let order = order(dir.path());
        let stopped = super::build(&order, &AtomicBool::new(true), &mut Seen::default());
        assert!(stopped.is_err_and(|e| e.is_input() && e.to_string().contains("stopped")));
        assert_eq!(names(dir.path()), ["people.csv"]);
    }

    #[test]
    fn the_common_hashes_are_found_and_no_others() {
        let dir = tempfile::tempdir().unwrap();
        let order = Order { common_hashes: true, ..order(dir.path()) };
        let common = build(&order).unwrap();
        let needles = open(&order.out, &order.key, &Options::default()).unwrap();
        assert_eq!(needles.hashes(), Hashes::Common);
        // of a@example.com: SHA-256, then BLAKE2s
        let found = |data: &str| {
            let mut hits = 0;
            needles.scanner().scan(data.as_bytes(), &mut |_| hits += 1);
            hits
        };
        assert_eq!(found("x=08168cd80dfd534ab0f10af10f1303fe00af2d43ab5c1432360d137f8197e17a"), 1);
        assert_eq!(found("x=34f99dd2a8825d154f96dd83ff2cda61b0a0e83b28cb67bd18592f8ef29f0d03"), 0);
        assert_eq!(found("x=a@example.com"), 1);
        let all = build(&Order { common_hashes: false, force: true, ..order }).unwrap();
        assert!(all.keys > 5 * common.keys, "{} keys of all hashes, {} of the common", all.keys, common.keys);
    }

    fn refused(result: Result<Needles, Trouble>) -> String {
        let trouble = result.err().expect("refused");
        assert!(trouble.is_input(), "{trouble}");
        trouble.to_string()
    }

    #[test]
    fn an_index_is_built_opened_and_never_overwritten_unasked() {
        let dir = tempfile::tempdir().unwrap();
        let order = order(dir.path());
        let built = build(&order).unwrap();
        assert_eq!((built.people, built.new_key), (1, true));
        let needles = open(&order.out, &order.key, &Options::default()).unwrap();
        assert_eq!(needles.person(0), ("p1".to_owned(), "user".to_owned()));
        assert_eq!(needles.country(0).as_deref(), Some("FI"));
        assert!(build(&order).is_err_and(|e| e.to_string().contains("already")));
        let again = build(&Order { force: true, ..order.clone() }).unwrap();
        assert!(!again.new_key);
        assert!(open(&order.out, &order.key, &Options::default()).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_the_key() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let order = order(dir.path());
        build(&order).unwrap();
        assert_eq!(std::fs::metadata(&order.key).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn what_is_cut_foreign_or_of_another_key_is_refused_in_words() {
        let dir = tempfile::tempdir().unwrap();
        let order = order(dir.path());
        build(&order).unwrap();
        let whole = std::fs::read(&order.out).unwrap();
        for bytes in [&whole[..whole.len() - 1], &whole[..100], b"", b"id,email\np1,a@example.com\n"] {
            std::fs::write(&order.out, bytes).unwrap();
            let said = refused(open(&order.out, &order.key, &Options::default()));
            assert!(said.contains("people.slx") && !said.contains('@'), "{said}");
        }
        std::fs::write(&order.out, &whole).unwrap();
        std::fs::write(&order.key, Key::new([5; 32]).to_text()).unwrap();
        assert!(refused(open(&order.out, &order.key, &Options::default())).contains("key"));
        assert!(refused(open(&order.out, &dir.path().join("gone"), &Options::default())).contains("gone"));
    }
}
