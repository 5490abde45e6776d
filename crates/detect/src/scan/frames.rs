//! Where a token stands: through all layers back to the wire, and told once.

use super::Scanner;
use crate::table::mix;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;
use std::sync::Arc;

/// The bytes of one layer.
struct Frame {
    /// The layer its container stands in.
    outer: Option<u32>,
    from: Place,
    /// Which part of an exchange.
    part: u32,
}

/// Where the bytes of a layer stood in the layer outside.
#[derive(Default, Clone)]
pub(super) enum Place {
    /// They were given, or stood in a value that was taken apart.
    #[default]
    Outside,
    /// In one container.
    One(Range<usize>),
    /// In many, opened into one buffer.
    Many(Arc<Vec<Region>>),
}

impl Place {
    fn region(&self, at: usize) -> Option<Range<usize>> {
        match self {
            Self::Outside => None,
            Self::One(region) => Some(region.clone()),
            Self::Many(parts) => {
                let next = parts.partition_point(|part| part.at as usize <= at);
                parts.get(next.checked_sub(1)?).map(Region::container)
            }
        }
    }
}

/// A container that was opened into a buffer with others. None is of 4 GiB: what is opened at all has a budget.
#[derive(Clone)]
pub(super) struct Region {
    /// Where what it held begins in the buffer.
    pub at: u32,
    start: u32,
    end: u32,
}

impl Region {
    fn new(at: usize, container: &Range<usize>) -> Self {
        Self { at: at as u32, start: container.start as u32, end: container.end as u32 }
    }

    fn container(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// All layers, and what was found in each, so that the same token seen again through a container is not told twice.
#[derive(Default)]
pub(crate) struct Frames {
    all: Vec<Frame>,
    /// Whether any stands in another.
    nested: bool,
    /// (layer, form of whose) → where, ascending.
    hits: HashMap<(u32, u64), Vec<usize>, BuildHasherDefault<Mixed>>,
}

/// Cheap, for keys that nobody can choose at will or that are compared in full.
#[derive(Default)]
pub(crate) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        mix(self.0)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        eights.iter().for_each(|eight| self.write_u64(u64::from_le_bytes(*eight)));
        self.write_u64(rest.iter().fold(rest.len() as u64, |n, b| n << 8 | u64::from(*b)));
    }

    fn write_usize(&mut self, n: usize) {
        self.write_u64(n as u64);
    }

    fn write_u32(&mut self, n: u32) {
        self.write_u64(u64::from(n));
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(5) ^ n).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// Stands for every form.
const ANY: u64 = 1;
/// No pattern is shorter.
const LEAST_PATTERN: usize = 6;

impl Frames {
    /// Forgets all, and gives back what kept regions.
    pub(super) fn clear(&mut self) -> impl Iterator<Item = Vec<Region>> + '_ {
        self.hits.clear();
        self.nested = false;
        self.all.drain(..).filter_map(|frame| match frame.from {
            Place::Many(regions) => Arc::into_inner(regions),
            _ => None,
        })
    }

    pub(super) fn add(&mut self, outer: Option<u32>, from: Place, part: u32) -> u32 {
        self.nested |= outer.is_some();
        let part = outer.map_or(part, |outer| self.part(outer));
        self.all.push(Frame { outer, from, part });
        self.all.len() as u32 - 1
    }

    /// Puts what belongs to layers into the order in which they are met when each is read as soon as it is opened.
    pub fn sort<T>(&self, all: &mut [T], layer: impl Fn(&T) -> u32) {
        let sorted = |a: &T, b: &T| (self.part(layer(a)), layer(a)) <= (self.part(layer(b)), layer(b));
        if self.nested && all.len() > 1 {
            let order = self.order();
            all.sort_by_key(|one| (self.part(layer(one)), order[layer(one) as usize]));
        } else if !all.is_sorted_by(sorted) {
            all.sort_by_key(|one| (self.part(layer(one)), layer(one)));
        }
    }

    /// For each layer how many come before it; those that stand in it come right after it.
    fn order(&self) -> Vec<u32> {
        let mut sizes = vec![1; self.all.len()];
        for (i, frame) in self.all.iter().enumerate().rev() {
            if let Some(outer) = frame.outer {
                sizes[outer as usize] += sizes[i];
            }
        }
        // where the next one within each goes
        let (mut next, mut root) = (vec![0; self.all.len()], 0);
        let mut order = vec![0; self.all.len()];
        for (i, frame) in self.all.iter().enumerate() {
            let place = frame.outer.map_or(&mut root, |outer| &mut next[outer as usize]);
            order[i] = *place;
            *place += sizes[i];
            next[i] = order[i] + 1;
        }
        order
    }

    pub fn count(&self) -> u32 {
        self.all.len() as u32
    }

    pub fn part(&self, layer: u32) -> u32 {
        self.all[layer as usize].part
    }

    /// Where a place of a layer stands in it and in each one outside.
    pub(super) fn each_layer(&self, layer: u32, at: usize, mut is_at: impl FnMut(u32, usize)) {
        is_at(layer, at);
        let (mut inner, mut place) = (&self.all[layer as usize], at);
        while let (Some(region), Some(outer)) = (inner.from.region(place), inner.outer) {
            is_at(outer, region.start);
            (inner, place) = (&self.all[outer as usize], region.start);
        }
    }

    fn has(&self, layer: u32, name: u64, region: &Range<usize>) -> bool {
        self.hits.get(&(layer, name)).is_some_and(|at| {
            // nearly always what is asked for lies beyond all so far
            if at.last().is_none_or(|last| *last < region.start) {
                return false;
            }
            let first = at.partition_point(|p| *p < region.start);
            at.get(first).is_some_and(|p| *p < region.end)
        })
    }

    /// False where it was noted before.
    fn note(&mut self, layer: u32, name: u64, at: usize) -> bool {
        let all = self.hits.entry((layer, name)).or_default();
        if all.last().is_none_or(|last| *last < at) {
            all.push(at);
            return true;
        }
        let place = all.partition_point(|p| *p < at);
        let is_new = all[place] != at;
        if is_new {
            all.insert(place, at);
        }
        is_new
    }

    /// Notes a token of a layer. Where it or its outermost container stands, or none where the same was seen there
    /// before or in the bytes that its container stands in.
    fn first_seen(&mut self, layer: u32, name: u64, at: usize) -> Option<usize> {
        if self.all[layer as usize].outer.is_none() {
            return self.note(layer, name, at).then_some(at);
        }
        if self.has(layer, name, &(at..at + 1)) {
            return None;
        }
        let (mut inner, mut place) = (&self.all[layer as usize], at);
        while let (Some(region), Some(outer)) = (inner.from.region(place), inner.outer) {
            if self.has(outer, name, &region) {
                return None;
            }
            (inner, place) = (&self.all[outer as usize], region.start);
        }
        self.note(layer, name, at);
        Some(place)
    }
}

/// Contents of many containers of one kind, apart from one another.
#[derive(Default)]
pub(super) struct Parts {
    pub buffer: Vec<u8>,
    pub regions: Vec<Region>,
}

impl Parts {
    /// Ends every kind of token, and is no soft line break.
    pub const BETWEEN: &[u8] = b" \n";

    pub fn add(&mut self, region: Range<usize>, content: &[u8]) {
        self.regions.push(Region::new(self.buffer.len(), &region));
        self.buffer.extend_from_slice(content);
        self.buffer.extend_from_slice(Self::BETWEEN);
    }

    /// The same for what `decode` appends, if that is text.
    pub fn add_text(&mut self, region: &Range<usize>, decode: impl FnOnce(&mut Vec<u8>)) -> bool {
        let start = self.buffer.len();
        decode(&mut self.buffer);
        let is = super::looks_like_text(&self.buffer[start..]);
        if is {
            self.regions.push(Region::new(start, region));
            self.buffer.extend_from_slice(Self::BETWEEN);
        } else {
            self.buffer.truncate(start);
        }
        is
    }
}

impl Scanner {
    /// Empty ones, with the room of some that were put back.
    pub(super) fn parts(&mut self) -> Parts {
        Parts { buffer: self.buffers.pop().unwrap_or_default(), regions: self.regions.pop().unwrap_or_default() }
    }

    /// Notes a token of the current layer; its offset on the wire, or none where it was told already.
    pub(super) fn first_seen(&mut self, name: u64, region: &Range<usize>) -> Option<u64> {
        let (layer, at) = (self.layer?, region.start);
        if self.inner.options.unknown {
            // a pattern may begin or end elsewhere than what was known, and may be seen where that was told further out
            let places = (at..region.end).step_by(LEAST_PATTERN).chain(region.end.checked_sub(1));
            for at in places {
                self.frames.note(layer, ANY, at);
            }
        }
        let place = self.frames.first_seen(layer, name, at)?;
        Some(match (self.structure, self.origin.exact) {
            (true, false) => self.origin.base,
            (true, true) => self.origin.base.wrapping_add(at as u64),
            // outside an exchange, the outermost layer is what was given
            (false, _) => self.given + place as u64,
        })
    }

    /// Whether anything was found there in the current layer.
    pub(super) fn is_told(&self, region: &Range<usize>) -> bool {
        self.layer.is_some_and(|layer| self.frames.has(layer, ANY, region))
    }
}
