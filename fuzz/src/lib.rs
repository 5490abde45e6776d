//! Every parser of foreign bytes, as a function of any bytes: it may refuse them, never panic or hang. libFuzzer calls them
//! (`fuzz_targets/`, `make fuzz`), and so does a bounded test in every build (`tests/fuzz`).

mod archives;
mod documents;
mod needles;

/// Name and function of a target.
pub type Target = (&'static str, fn(&[u8]));

pub const TARGETS: [Target; 25] = [
    ("scan", needles::scan),
    ("exchange", needles::exchange),
    ("containers", needles::containers),
    ("gather", needles::gather),
    ("index", needles::index),
    ("key", needles::key),
    ("people", needles::people),
    ("archive", archives::archive),
    ("har", archives::har),
    ("lines", archives::lines),
    ("packets", archives::packets),
    ("parquet", archives::parquet),
    ("dns", archives::dns),
    ("netlog", archives::netlog),
    ("declaration", documents::declaration),
    ("accepted", documents::accepted),
    ("recorder", documents::recorder),
    ("facts", documents::facts),
    ("settings", documents::settings),
    ("parameters", documents::parameters),
    ("stamp", documents::stamp),
    ("bundle", documents::bundle),
    ("checkpoint", documents::checkpoint),
    ("placeholder", documents::placeholder),
    ("trackers", documents::trackers),
];

/// Runs a target by its name.
pub fn run(name: &str, data: &[u8]) {
    let (_, target) = TARGETS.iter().find(|(known, _)| *known == name).expect("a target");
    target(data);
}

/// Bytes cut up into what a target needs.
pub(crate) struct Input<'a>(pub &'a [u8]);

impl<'a> Input<'a> {
    pub fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().map_or((0, &[][..]), |(b, rest)| (*b, rest));
        self.0 = rest;
        first
    }

    pub fn word(&mut self) -> u16 {
        u16::from_le_bytes([self.byte(), self.byte()])
    }

    /// Up to so many.
    pub fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        taken
    }
}

pub(crate) fn text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}
