//! The scanner: tokens of a layer, containers opened into further layers, every hit verified exactly.

mod batch;
mod binary;
mod bulk;
mod contents;
mod emptied;
pub(crate) mod escapes;
mod frames;
mod known;
pub(crate) mod lists;
mod masks;
mod messages;
mod path;
mod plain;
mod runs;
mod shared;
pub(crate) mod signs;
mod sized;
mod texts;
mod unknown;
mod uuid;
mod windows;
mod words;

use crate::compile::MANY;
use crate::derive::Derived;
use crate::exchange::{Labels, Leaves, Repeated};

use crate::hit::Words;
use crate::inflate::Inflater;
use crate::needles::Inner;
use crate::simd;
use crate::tables::Tables;
use crate::{Hit, Needles};
use facts::{Gap, IdentifierKind};
use std::ops::Range;
use std::sync::Arc;

use batch::{Batch, Kind};
pub(crate) use binary::is_compressed;
use bulk::{Table, Waiting};
use emptied::Emptied;
pub(crate) use emptied::Marks;
pub(crate) use frames::Mixed;
use frames::{Frames, Parts, Place, Region};
use known::Known;
use masks::Masks;
pub(crate) use messages::{is_message, may_begin_message};
pub(crate) use path::{path_to, short_name};
use shared::Match;
pub(crate) use shared::{Whose, says_little};
use signs::Signs;

/// Looks for needles in bytes; owns its buffers, belongs to one thread.
pub struct Scanner {
    pub(crate) needles: Needles,
    pub(crate) inner: Arc<Inner>,
    known: Known,
    emptied: Emptied,
    /// Layers down to the current bytes.
    pub(crate) layers: Vec<&'static str>,
    /// Those of the last hit.
    told_layers: Words,
    /// How many of them count against the depth.
    peeled: u8,
    /// Where the current bytes (or their outermost container) lie in what was given.
    pub(crate) origin: Origin,
    pub(crate) frames: Frames,
    /// The layer that is read.
    layer: Option<u32>,
    /// Which part of an exchange is taken apart.
    pub(crate) part: u32,
    /// Values that are scanned together.
    waiting: Waiting,
    /// What the current bytes are, where they are values scanned together.
    table: Table,
    /// Where the next layer's bytes stand.
    from: Place,
    /// Between the beginning and the end of a layer, as opposed to a value being taken apart.
    in_layer: bool,
    /// Where the current window begins in what was given to `scan`.
    given: u64,
    /// Tokens recognised so far, told or not.
    recognised: usize,
    /// Of marks.
    seed: u64,
    /// Buffers not in use by a layer.
    masks: Vec<masks::Masks>,
    runs: Vec<Vec<runs::Run>>,
    buffers: Vec<Vec<u8>>,
    regions: Vec<Vec<Region>>,
    /// For decoding one run.
    scratch: Vec<u8>,
    /// Which bytes are no text.
    foreign: Vec<u64>,
    pub(crate) inflater: Inflater,
    batch: Batch,
    /// Whose the current token is.
    matches: Vec<Match>,
    /// Keys collected instead of asked for.
    pub(crate) gathered: Option<Vec<u64>>,
    /// Parameter, header, cookie, JSON path of the current bytes.
    pub(crate) key: String,
    /// The object or query of the current bytes, and how many there were.
    pub(crate) object: u64,
    pub(crate) objects: u64,
    /// Whether JSON, forms and the like are taken apart (within an exchange) or scanned as they stand.
    pub(crate) structure: bool,
    /// Whether the current bytes are a value of a form or a query, in which a blank is written as `+`.
    pub(crate) form: bool,
    /// How the body is written, where that is another way than those that are tried anyhow.
    pub(crate) charset: Option<&'static encoding_rs::Encoding>,
    /// Layers of such values that were read without their blanks.
    pub(crate) unread: Vec<Range<u32>>,
    budget: usize,
    pub(crate) gaps: Vec<Gap>,
    pub(crate) found: Vec<Found>,
    /// Short values of the current part, in order.
    pub(crate) leaves: Leaves,
    pub(crate) repeated: Repeated,
    pub(crate) labels: Labels,
}

/// A hit and the key it stands under.
pub(crate) struct Found {
    pub hit: Hit,
    pub key: String,
    pub layer: u32,
    /// Where the token stands in its layer.
    pub region: Range<usize>,
    /// All who may have it, where these are several.
    pub whose: Option<Whose>,
}

#[derive(Clone, Copy, Default)]
pub(crate) struct Origin {
    pub base: u64,
    /// A position in the current bytes added to `base` is a position on the wire.
    pub exact: bool,
}

/// Layers that are syntax rather than disguise do not count against the depth.
const FREE: [&str; 11] =
    ["json", "query", "multipart", "protobuf", "msgpack", "cbor", "der", "date", "number", "charset", "nfkc"];
/// Nesting of any kind ends here.
pub(crate) const MOST_LAYERS: usize = 24;

impl Scanner {
    pub(crate) fn new(needles: Needles) -> Self {
        let inner = needles.inner.clone();
        Self {
            budget: inner.options.budget,
            seed: inner.prints.of(0),
            needles,
            inner,
            known: Known::default(),
            emptied: Emptied::default(),
            layers: Vec::new(),
            told_layers: Words::default(),
            peeled: 0,
            origin: Origin { base: 0, exact: true },
            frames: Frames::default(),
            layer: None,
            part: 0,
            waiting: Waiting::default(),
            table: Table::default(),
            from: Place::Outside,
            in_layer: false,
            given: 0,
            recognised: 0,
            masks: Vec::new(),
            runs: Vec::new(),
            buffers: Vec::new(),
            regions: Vec::new(),
            scratch: Vec::new(),
            foreign: Vec::new(),
            inflater: Inflater::default(),
            batch: Batch::default(),
            matches: Vec::new(),
            gathered: None,
            key: String::new(),
            object: 0,
            objects: 0,
            structure: false,
            form: false,
            charset: None,
            unread: Vec::new(),
            gaps: Vec::new(),
            found: Vec::new(),
            leaves: Leaves::default(),
            repeated: Repeated::default(),
            labels: Labels::default(),
        }
    }

    /// Finds every identifier in `bytes`, whatever they are: tokens as they stand and in containers to the depth.
    pub fn scan(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Hit)) {
        let (mut start, mut line) = (0, 0);
        while start < bytes.len() {
            let (end, seen) = windows::end(bytes, start, &mut line);
            self.reset(start as u64, false);
            self.flat(&bytes[start..seen]);
            self.remember_emptied();
            self.name_by_line(&bytes[start..seen]);
            for found in self.found.drain(..) {
                if found.hit.offset < end as u64 {
                    sink(found.hit);
                }
            }
            start = end;
        }
    }

    /// What the last `scan` could not open, and why.
    pub fn take_gaps(&mut self) -> Vec<Gap> {
        std::mem::take(&mut self.gaps)
    }

    pub(crate) fn reset(&mut self, base: u64, structure: bool) {
        self.layers.clear();
        self.forget_opened();
        let regions = self.frames.clear().map(|mut regions| {
            regions.clear();
            regions
        });
        self.regions.extend(regions);
        self.layer = None;
        self.part = 0;
        self.from = Place::Outside;
        self.in_layer = false;
        self.given = base;
        self.key.clear();
        self.peeled = 0;
        self.origin = Origin { base, exact: true };
        self.structure = structure;
        self.form = false;
        self.charset = None;
        self.unread.clear();
        self.budget = self.inner.options.budget;
    }

    /// One layer: its tokens, then its containers.
    pub(crate) fn flat(&mut self, data: &[u8]) {
        let layer = self.new_layer();
        self.read(data, layer);
    }

    fn read(&mut self, data: &[u8], layer: u32) {
        self.reading(layer, |s| {
            if data.len() >= simd::LEAST_RUN || !s.is_plain(data, Signs::of(data)) {
                s.any_layer(data);
            }
        });
    }

    /// Runs within a layer whose bytes are read now, by themselves.
    pub(super) fn reading(&mut self, layer: u32, read: impl FnOnce(&mut Self)) {
        let outside = self.layer.replace(layer);
        let between = std::mem::replace(&mut self.in_layer, true);
        let table = std::mem::take(&mut self.table);
        read(self);
        self.table = table;
        self.in_layer = between;
        self.layer = outside;
    }

    /// Short values that hold nothing where no words are looked for: most values of most exchanges.
    pub(crate) fn is_plain(&self, data: &[u8], signs: Signs) -> bool {
        if data.len() >= simd::LEAST_RUN || self.inner.options.unknown || self.inner.facts.most_words > 0 {
            return false;
        }
        let digits = || data.iter().filter(|b| b.is_ascii_digit()).count() as u32;
        let few_digits = !signs.any(signs::DIGIT) || digits() < self.least_digits();
        !signs.any(signs::TELLING) && few_digits && (data.len() != 8 || signs.any(signs::NOT_HEX))
    }

    fn any_layer(&mut self, data: &[u8]) {
        let mut masks = self.masks.pop().unwrap_or_default();
        masks.fill(data, self.least_digits());
        let valid = !masks.has(simd::HIGH) || std::str::from_utf8(data).is_ok();
        let is_text = !data.is_empty() && valid && !masks.has(simd::CONTROL);
        if !is_text && self.may_open() && self.one_stream(data) {
            self.masks.push(masks);
            return;
        }
        // where bytes have a structure, its bounds and names are better than what is found around it; what begins as
        // something compressed only looks like a message
        let is_message = |s: &mut Self| !binary::is_compressed(data) && s.message(data);
        if is_text || !self.structure || !is_message(self) {
            if data.len() <= runs::MOST_SHORT + 2 {
                self.alone(data, 0..data.len());
            }
            self.tokens(data, is_text, &masks);
            if is_text && masks.has(simd::HIGH) && self.may_open() {
                self.foreign_text(data, 0..data.len());
            }
        }
        self.masks.push(masks);
    }

    fn tokens(&mut self, data: &[u8], is_text: bool, masks: &Masks) {
        // asked before any value is entered
        let (opening, known) = (self.may_open(), self.found.len());
        self.texts(data, masks);
        let mut runs = self.runs.pop().unwrap_or_default();
        self.runs(data, masks, opening, &mut runs);
        if !is_text {
            self.raw_digests(data, 0..data.len());
        }
        self.answer(data);
        let told = self.told();
        if !is_text {
            self.sized(data, masks, known);
        }
        if self.inner.options.unknown {
            self.unknown_digests(data, masks);
            self.unknown_texts(data);
        }
        if opening {
            self.contents(data, &mut runs, &told);
            self.escapes(data, masks);
            self.lists(data, masks);
            if !is_text {
                self.binary(data);
            }
        } else if !is_text && !self.structure {
            self.message(data);
        }
        runs.clear();
        self.runs.push(runs);
    }

    /// Tokens recognised so far, told or not.
    pub(crate) fn recognised(&self) -> usize {
        self.recognised
    }

    /// Layers of syntax, and the escapes that URLs and forms have by themselves.
    fn is_free(&self, layer: &str) -> bool {
        FREE.contains(&layer) || (self.structure && self.layers.is_empty() && layer == "percent")
    }

    pub(crate) fn may_open(&self) -> bool {
        self.peeled < self.inner.options.depth && self.layers.len() < MOST_LAYERS
    }

    /// Goes on in the contents of a container that stands at `region` of the current layer.
    pub(crate) fn open(&mut self, layer: &'static str, region: Range<usize>, content: &[u8]) {
        let free = self.is_free(layer);
        if (!free && !self.may_open()) || self.layers.len() >= MOST_LAYERS || !self.afford(content.len()) {
            return;
        }
        let outer = self.origin;
        if outer.exact {
            self.origin = Origin { base: outer.base.wrapping_add(region.start as u64), exact: false };
        }
        self.within(layer, Place::One(region), |s| if s.structure { s.leaf(content) } else { s.flat(content) });
        self.origin = outer;
    }

    /// The same for many containers of one kind, whose contents stand in one buffer.
    fn open_many(&mut self, layer: &'static str, parts: Parts) {
        self.within_many(layer, parts, |s, buffer, _| s.flat(buffer));
    }

    fn within_many(&mut self, layer: &'static str, parts: Parts, scan: impl FnOnce(&mut Self, &[u8], &[Region])) {
        let Parts { mut buffer, regions } = parts;
        if buffer.is_empty() || !self.may_open() || !self.afford(buffer.len()) {
            self.regions.push(regions);
        } else {
            let regions = Arc::new(regions);
            self.within(layer, Place::Many(regions.clone()), |s| scan(s, &buffer, &regions));
        }
        buffer.clear();
        self.buffers.push(buffer);
    }

    fn within(&mut self, layer: &'static str, from: Place, scan: impl FnOnce(&mut Self)) {
        let free = self.is_free(layer);
        // a value taken apart has no layer of its own: what it holds stood where it stood
        let from = if self.in_layer { from } else { self.from.clone() };
        let outside = (std::mem::replace(&mut self.from, from), std::mem::replace(&mut self.in_layer, false));
        let form = std::mem::replace(&mut self.form, false);
        self.layers.push(layer);
        self.peeled += u8::from(!free);
        scan(self);
        self.peeled -= u8::from(!free);
        self.layers.pop();
        self.form = form;
        (self.from, self.in_layer) = outside;
    }

    /// Opened containers may produce so many bytes; beyond that is a gap, told once.
    fn afford(&mut self, bytes: usize) -> bool {
        if let Some(rest) = self.budget.checked_sub(bytes) {
            self.budget = rest;
            return true;
        }
        let why = format!("opening containers gave more than {} bytes", self.inner.options.budget);
        if !self.gaps.iter().any(|g| g.why == why) {
            self.gaps.push(Gap::new("contents of nested or compressed data", why));
        }
        false
    }

    /// What is left to spend on opening containers.
    pub(crate) fn allowance(&self) -> usize {
        self.budget
    }

    pub(crate) fn too_large(&mut self) {
        self.budget = 0;
        self.afford(1);
    }

    /// Tells whose digest this is, if it is anybody's.
    fn digest(&mut self, inner: &Inner, data: &[u8], token: Range<usize>, kind: Kind, print: u64) -> bool {
        // 32 bits that fit so many are nobody's
        if kind == Kind::HexAlone && token.len() < 16 && inner.get(print).nth(MANY).is_some() {
            return false;
        }
        let look = |derived: &Derived| {
            let (candidate, encoding, alone) = runs::decoded(data, &token, kind);
            let (mut fit, class) = match kind {
                Kind::NameUuid => uuid::named(&candidate).find_map(|c| derived.digest(inner, &c, false))?,
                _ => derived.digest(inner, &candidate, alone)?,
            };
            fit.form.push(encoding);
            Some((fit, class, false))
        };
        let mut matches = std::mem::take(&mut self.matches);
        // padding tells the alphabets of base64 apart
        let padded = data.get(token.end) == Some(&b'=');
        for value in inner.get(print) {
            let written = (&data[token.clone()], kind, padded);
            let Some(found) = self.recognise(inner, value, written, &look) else { continue };
            // 32 bits are chance among millions of tokens: only under a key that announces the identifier, and of few
            // (a year of birth).
            let many = || inner.get(print).nth(MANY).is_some();
            if found.class == 4 && (!self.announced(data, token.start, found.value.kind) || many()) {
                continue;
            }
            let low = found.class == 4 || found.street_alone;
            matches.push(Match { found, region: token.clone(), low });
        }
        self.report_all(matches)
    }

    /// Whether the key, or else the text right before the token, announces this kind of identifier.
    fn announced(&self, data: &[u8], at: usize, kind: IdentifierKind) -> bool {
        let tables = Tables::get();
        if !self.key.is_empty() && tables.announces(&self.key, kind) {
            return true;
        }
        let before = &data[at.saturating_sub(32)..at];
        let cut = before.iter().rposition(|b| matches!(b, b'&' | b',' | b'\n' | b';' | b'{')).map_or(0, |i| i + 1);
        let before = String::from_utf8_lossy(&before[cut..]);
        tables.announces(&before, kind) || kind == IdentifierKind::ExternalId && tables.leads_to_somebody(&before)
    }

    /// Layers down to the current bytes, the same for all hits in them.
    fn layers(&mut self) -> Words {
        if *self.told_layers != *self.layers {
            self.told_layers = self.layers.as_slice().into();
        }
        self.told_layers.clone()
    }

    fn tell(&mut self, hit: Hit, region: Range<usize>, whose: Option<Whose>) {
        self.found.push(Found { hit, key: self.key.clone(), layer: self.layer.unwrap_or(0), region, whose });
    }
}

/// Control signs that text does not hold.
pub(crate) const fn is_control(b: u8) -> bool {
    (b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r')) || b == 0x7f
}

/// Whether bytes are text a person or a program could have written: what a spurious decoding almost never is.
pub(crate) fn looks_like_text(data: &[u8]) -> bool {
    // folded by the block, so that the compiler uses vectors
    let controls = |block: &[u8]| block.iter().fold(false, |any, b| any | is_control(*b));
    !data.is_empty() && !data.chunks(256).any(controls) && std::str::from_utf8(data).is_ok()
}

/// Whether bytes begin as text does, or as something compressed: a few decide nearly always.
pub(crate) fn may_begin_text(content: &[u8]) -> bool {
    let first = &content[..content.len().min(8)];
    let valid = || match std::str::from_utf8(first) {
        Ok(_) => true,
        // cut within a sign
        Err(e) => e.error_len().is_none() && content.len() > first.len(),
    };
    !first.iter().any(|b| is_control(*b)) && valid()
}
