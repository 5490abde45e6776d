//! The index of a list of people: built once, opened in an instant, useless without its key, which lies beside it.

use crate::scan::{compile, salts};
use crate::{Trouble, folder};
use detect::{Key, Needles, Options};
use facts::{Place, Problem};
use mmap_io::MemoryMappedFile;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
}

/// Where the key of an index lies unless told otherwise.
pub fn key_beside(index: &Path) -> PathBuf {
    let mut name = index.as_os_str().to_owned();
    name.push(".key");
    name.into()
}

/// Builds the index and, where there is none yet, its key. `watch` gets the bytes of the list read and of all.
pub fn build(order: &Order, watch: &mut dyn FnMut(usize, usize)) -> Result<Built, Trouble> {
    if order.out.exists() && !order.force {
        let out = order.out.display().to_string();
        let message = format!("`{out}` is there already; it is overwritten only if you say so");
        return Err(Problem::new(Place::source(out), "index-exists", message).into());
    }
    let options =
        Options { country: order.country.clone(), salts: salts(order.salts.as_deref())?, ..Options::default() };
    let (key, new_key) = key(&order.key)?;
    let needles = compile(&order.people, &options, &key, watch)?;
    if new_key {
        folder::write_private(&order.key, key.to_text().as_bytes())?;
    }
    folder::write_with(&order.out, &mut |out| needles.save(out))?;
    let (keys, bytes) = needles.size();
    Ok(Built { people: needles.people(), keys, bytes, new_key })
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
    let key = read_key(key)?;
    let size = std::fs::metadata(index).map_err(Trouble::read(index))?.len();
    // a file without a byte cannot be mapped; it is refused with the same words as one that is cut
    let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = match size {
        0 => Arc::new([]),
        size => {
            let file = MemoryMappedFile::open_ro(index).map_err(|e| Trouble::read(index)(std::io::Error::other(e)))?;
            Arc::new(Mapped { file, size })
        }
    };
    Ok(Needles::load(&index.display().to_string(), bytes, &key, options)?)
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
            force: false,
        }
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
        let built = build(&order, &mut |_, _| ()).unwrap();
        assert_eq!((built.people, built.new_key), (1, true));
        let needles = open(&order.out, &order.key, &Options::default()).unwrap();
        assert_eq!(needles.person(0), ("p1".to_owned(), "user".to_owned()));
        assert_eq!(needles.country(0).as_deref(), Some("FI"));
        assert!(build(&order, &mut |_, _| ()).is_err_and(|e| e.to_string().contains("already")));
        let again = build(&Order { force: true, ..order.clone() }, &mut |_, _| ()).unwrap();
        assert!(!again.new_key);
        assert!(open(&order.out, &order.key, &Options::default()).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_the_key() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let order = order(dir.path());
        build(&order, &mut |_, _| ()).unwrap();
        assert_eq!(std::fs::metadata(&order.key).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn what_is_cut_foreign_or_of_another_key_is_refused_in_words() {
        let dir = tempfile::tempdir().unwrap();
        let order = order(dir.path());
        build(&order, &mut |_, _| ()).unwrap();
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
