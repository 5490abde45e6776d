//! All that Typst can see: templates, data and fonts held in memory.

use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// Fonts under the SIL Open Font License and the Bitstream Vera licence; texts beside the files.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../../fonts/LibertinusSerif-Regular.otf"),
    include_bytes!("../../fonts/LibertinusSerif-Bold.otf"),
    include_bytes!("../../fonts/DejaVuSansMono.ttf"),
];

const BASE: &str = include_str!("../../typst/base.typ");

/// What does not change from paper to paper.
struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|data| Font::iter(Bytes::new(*data))).collect();
    Shop { library: LazyHash::new(Library::default()), book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

/// Text as it can be set. A character that no embedded font has would be an empty box, which PDF/A and PDF/UA refuse;
/// its number stands there instead. So do controls and the marks that turn the writing direction.
pub(super) fn legible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push(c),
            '\r' => {}
            '\t' => out.push(' '),
            _ if crate::say::unseen(c) || !has(c) => out.push_str(&format!("[U+{:04X}]", u32::from(c))),
            _ => out.push(c),
        }
    }
    out
}

fn has(c: char) -> bool {
    SHOP.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
}

/// One paper being set.
pub(super) struct Paper {
    main: Source,
    base: Source,
    files: Vec<(FileId, Bytes)>,
}

impl Paper {
    pub(super) fn new(name: &str, text: &str, data: Vec<u8>, files: &[(&'static str, Vec<u8>)]) -> Self {
        let mut all = vec![(id("data.json"), Bytes::new(data))];
        all.extend(files.iter().map(|(name, bytes)| (id(name), Bytes::new(bytes.clone()))));
        Self {
            main: Source::new(id(name), text.to_owned()),
            base: Source::new(id("base.typ"), BASE.to_owned()),
            files: all,
        }
    }
}

/// Names come from this room alone, never from data.
fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain file name");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn unknown(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &SHOP.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHOP.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = [&self.main, &self.base].into_iter().find(|source| source.id() == id);
        found.cloned().ok_or_else(|| unknown(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(file, _)| *file == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or_else(|| unknown(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHOP.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        super::no_day()
    }
}
