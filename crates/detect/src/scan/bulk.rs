//! The values of an exchange, scanned together: hundreds of short values are one buffer, and what their containers hold
//! is the next. A table says whose value each stretch is; whatever depends on that is asked of it.

use super::frames::{Parts, Place};
use super::signs::{self, Signs};
use super::{MOST_LAYERS, Origin, Scanner};
use std::collections::VecDeque;
use std::ops::Range;

/// Longer values are scanned where they stand.
const MOST_COPIED: usize = 16 << 10;
/// A buffer that is read at once stays in the cache.
const FULL: usize = 64 << 10;
/// Beyond so much the values so far are scanned before more are taken apart.
const MOST_WAITING: usize = 1 << 20;

/// What is known of a stretch of the buffer.
struct Value<K = Range<u32>, L = Range<u32>> {
    start: usize,
    key: K,
    layers: L,
    peeled: u8,
    origin: Origin,
    layer: u32,
}

/// Whose value each stretch of a buffer is.
#[derive(Default)]
pub(super) struct Table {
    values: Vec<Value>,
    keys: String,
    names: Vec<&'static str>,
    /// The stretch whose context is set.
    entered: Range<usize>,
}

#[derive(Default)]
struct Bulk {
    buffer: Vec<u8>,
    table: Table,
    /// What is looked at by itself: every value without text; of texts, numbers, short base58 and base64, and those beyond
    /// ASCII.
    single: Vec<Range<usize>>,
    /// Not text: only digests and streams without a magic number are looked for.
    bytes: bool,
}

/// What waits to be scanned, and buffers to be used again.
#[derive(Default)]
pub(super) struct Waiting {
    bulks: VecDeque<Bulk>,
    spare: Vec<Bulk>,
    size: usize,
}

/// What a scan of other bytes in between leaves as it was.
#[derive(Default)]
pub(super) struct Context {
    key: String,
    layers: Vec<&'static str>,
    peeled: u8,
    origin: Origin,
    from: Place,
    in_layer: bool,
    layer: Option<u32>,
    table: Table,
}

impl Table {
    fn add(&mut self, value: Value<&str, &[&'static str]>) {
        let last = self.values.last();
        let key = match last {
            Some(last) if self.keys[range(&last.key)] == *value.key => last.key.clone(),
            _ => {
                self.keys.push_str(value.key);
                (self.keys.len() - value.key.len()) as u32..self.keys.len() as u32
            }
        };
        let layers = match last {
            Some(last) if self.names[range(&last.layers)] == *value.layers => last.layers.clone(),
            _ => {
                self.names.extend_from_slice(value.layers);
                (self.names.len() - value.layers.len()) as u32..self.names.len() as u32
            }
        };
        let Value { start, peeled, origin, layer, .. } = value;
        self.values.push(Value { start, key, layers, peeled, origin, layer });
    }

    fn clear(&mut self) {
        self.values.clear();
        self.keys.clear();
        self.names.clear();
        self.entered = 0..0;
    }
}

fn range(of: &Range<u32>) -> Range<usize> {
    of.start as usize..of.end as usize
}

impl Scanner {
    /// A value that holds no further syntax: scanned with others of the exchange, or at once where it is long or no text.
    pub(crate) fn value(&mut self, data: &[u8], layer: u32) {
        let signs = Signs::of(data);
        if !self.is_plain(data, signs) {
            self.telling_value(data, signs, layer);
        }
    }

    /// The same where its signs are known, and that it is worth a look.
    pub(crate) fn telling_value(&mut self, data: &[u8], signs: Signs, layer: u32) {
        if data.len() > MOST_COPIED || !signs.are_text(data) {
            return self.read(data, layer);
        }
        let is_hex = data.len() == 8 && !signs.any(signs::NOT_HEX);
        let is_base58 = || !signs.any(signs::OTHER) && super::runs::may_be_short_base58(data);
        // with padding
        let is_short =
            || data.len() <= super::runs::MOST_SHORT + 2 && !signs.any(signs::NOT_BASE64) && signs.any(signs::NOT_HEX);
        let single = is_hex || !signs.any(signs::NOT_NUMBER) || signs.any(signs::HIGH) || is_base58() || is_short();
        self.put_off(data, layer, false, single);
    }

    /// A layer of the current exchange that is about to be read.
    pub(crate) fn new_layer(&mut self) -> u32 {
        self.frames.add(self.layer, self.from.clone(), self.part)
    }

    /// The contents of a container that are bytes without text.
    pub(super) fn bytes_within(&mut self, name: &'static str, region: Range<usize>, content: &[u8]) {
        if !self.may_open() || self.layers.len() >= MOST_LAYERS || !self.afford(content.len()) {
            return;
        }
        self.shifted(region.start, false, |s| {
            s.within(name, Place::One(region), |s| {
                let layer = s.new_layer();
                s.put_off(content, layer, true, true);
            });
        });
    }

    fn put_off(&mut self, data: &[u8], layer: u32, bytes: bool, single: bool) {
        let room = |b: &Bulk| b.bytes == bytes && b.buffer.len() + data.len() < FULL;
        if !self.waiting.bulks.back().is_some_and(room) {
            let spare = self.waiting.spare.pop().unwrap_or_default();
            self.waiting.bulks.push_back(Bulk { bytes, ..spare });
        }
        if let Some(bulk) = self.waiting.bulks.back_mut() {
            let start = bulk.buffer.len();
            let (key, layers) = (&*self.key, &*self.layers);
            bulk.table.add(Value { start, key, layers, peeled: self.peeled, origin: self.origin, layer });
            bulk.buffer.extend_from_slice(data);
            bulk.buffer.extend_from_slice(Parts::BETWEEN);
            if single {
                bulk.single.push(start..start + data.len());
            }
        }
        self.waiting.size += data.len();
        if self.waiting.size > MOST_WAITING {
            let context = self.leave();
            self.scan_waiting();
            self.come_back(context);
        }
    }

    /// Opens something and scans all that comes out of it, because what is done next depends on it.
    pub(super) fn at_once(&mut self, open: impl FnOnce(&mut Self)) {
        let waiting = std::mem::take(&mut self.waiting);
        open(self);
        if !self.waiting.bulks.is_empty() {
            let context = self.leave();
            self.scan_waiting();
            self.come_back(context);
        }
        self.waiting = waiting;
    }

    /// Scans all that waits, and what comes out of it.
    pub(crate) fn scan_waiting(&mut self) {
        while let Some(mut bulk) = self.waiting.bulks.pop_front() {
            self.waiting.size = self.waiting.size.saturating_sub(bulk.buffer.len());
            self.table = std::mem::take(&mut bulk.table);
            self.in_layer = true;
            // as little as any of the values has been peeled, until one is entered
            self.layers.clear();
            self.peeled = self.table.values.iter().map(|v| v.peeled).min().unwrap_or(0);
            match bulk.bytes {
                true => self.scan_bytes(&bulk.buffer, &bulk.single),
                false => self.scan_values(&bulk.buffer, &bulk.single),
            }
            bulk.table = std::mem::take(&mut self.table);
            bulk.table.clear();
            bulk.buffer.clear();
            bulk.single.clear();
            self.waiting.spare.push(bulk);
        }
        self.key.clear();
        self.layers.clear();
        (self.peeled, self.in_layer, self.layer) = (0, false, None);
        self.origin = Origin { base: 0, exact: true };
    }

    fn scan_values(&mut self, buffer: &[u8], single: &[Range<usize>]) {
        let mut masks = self.masks.pop().unwrap_or_default();
        masks.fill(buffer, self.least_digits());
        single.iter().for_each(|value| self.alone(buffer, value.clone()));
        self.tokens(buffer, true, &masks);
        if masks.has(crate::simd::HIGH) {
            for value in single.iter().filter(|s| !buffer[(*s).clone()].is_ascii()) {
                self.enter(value.start);
                if self.may_open() {
                    self.foreign_text(buffer, value.clone());
                }
            }
        }
        self.masks.push(masks);
    }

    /// Sets the context of the value that stands here, if values are scanned together.
    #[inline]
    pub(super) fn enter(&mut self, at: usize) {
        if !self.table.values.is_empty() && !self.table.entered.contains(&at) {
            self.enter_other(at);
        }
    }

    fn enter_other(&mut self, at: usize) {
        let table = &mut self.table;
        let next = table.values.partition_point(|v| v.start <= at);
        let Some(value) = next.checked_sub(1).and_then(|i| table.values.get(i)) else { return };
        table.entered = value.start..table.values.get(next).map_or(usize::MAX, |v| v.start);
        self.key.clear();
        self.key.push_str(&table.keys[range(&value.key)]);
        self.layers.clear();
        self.layers.extend_from_slice(&table.names[range(&value.layers)]);
        self.peeled = value.peeled;
        self.origin = value.origin;
        if self.origin.exact {
            // positions are those in the buffer
            self.origin.base = self.origin.base.wrapping_sub(value.start as u64);
        }
        self.layer = Some(value.layer);
    }

    /// Where the current value begins in what is scanned.
    pub(super) fn value_start(&self) -> usize {
        self.table.entered.start
    }

    /// Turns to other bytes.
    pub(super) fn leave(&mut self) -> Context {
        let empty = Context { origin: Origin { base: 0, exact: true }, ..Context::default() };
        self.come_back(empty)
    }

    /// Goes on with former bytes; returns the context so far.
    pub(super) fn come_back(&mut self, context: Context) -> Context {
        Context {
            key: std::mem::replace(&mut self.key, context.key),
            layers: std::mem::replace(&mut self.layers, context.layers),
            peeled: std::mem::replace(&mut self.peeled, context.peeled),
            origin: std::mem::replace(&mut self.origin, context.origin),
            from: std::mem::replace(&mut self.from, context.from),
            in_layer: std::mem::replace(&mut self.in_layer, context.in_layer),
            layer: std::mem::replace(&mut self.layer, context.layer),
            table: std::mem::replace(&mut self.table, context.table),
        }
    }
}
