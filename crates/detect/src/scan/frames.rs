//! Where a token stands: through all layers back to the wire, and told once.

use super::Scanner;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// What was found in one layer, so that the same token seen again through a container is not told twice.
#[derive(Default)]
pub(super) struct Frame {
    /// Form of whose → where, ascending.
    pub hits: HashMap<u64, Vec<usize>>,
    pub from: Place,
}

/// Where the bytes of a layer stood in the layer outside.
#[derive(Default, Clone)]
pub(super) enum Place {
    /// They were given, or stood in a value that was taken apart.
    #[default]
    Outside,
    /// In one container.
    One(Range<usize>),
    /// In many, opened into one buffer: (where each begins in the buffer, its container).
    Many(Rc<Vec<(usize, Range<usize>)>>),
}

impl Place {
    fn region(&self, at: usize) -> Option<Range<usize>> {
        match self {
            Self::Outside => None,
            Self::One(region) => Some(region.clone()),
            Self::Many(parts) => {
                let next = parts.partition_point(|(start, _)| *start <= at);
                parts.get(next.checked_sub(1)?).map(|(_, region)| region.clone())
            }
        }
    }
}

impl Frame {
    fn has(&self, name: u64, region: &Range<usize>) -> bool {
        self.hits.get(&name).is_some_and(|at| {
            let first = at.partition_point(|p| *p < region.start);
            at.get(first).is_some_and(|p| *p < region.end)
        })
    }

    fn add(&mut self, name: u64, at: usize) {
        let all = self.hits.entry(name).or_default();
        all.insert(all.partition_point(|p| *p < at), at);
    }
}

/// Contents of many containers of one kind, apart from one another.
#[derive(Default)]
pub(super) struct Parts {
    pub buffer: Vec<u8>,
    pub regions: Vec<(usize, Range<usize>)>,
}

impl Parts {
    /// Ends every kind of token, and is no soft line break.
    pub const BETWEEN: &[u8] = b" \n";

    pub fn add(&mut self, region: Range<usize>, content: &[u8]) {
        self.regions.push((self.buffer.len(), region));
        self.buffer.extend_from_slice(content);
        self.buffer.extend_from_slice(Self::BETWEEN);
    }
}

impl Scanner {
    /// Notes a token of the current layer. Its offset on the wire, or none where the same was seen there before or in
    /// the bytes that its container stands in.
    pub(super) fn first_seen(&mut self, name: u64, at: usize) -> Option<u64> {
        let (current, outer) = self.frames.split_last_mut()?;
        if current.has(name, &(at..at + 1)) {
            return None;
        }
        let mut place = at;
        let mut from = current.from.clone();
        for frame in outer.iter().rev() {
            let Some(region) = from.region(place) else { break };
            if frame.has(name, &region) {
                return None;
            }
            place = region.start;
            from = frame.from.clone();
        }
        current.add(name, at);
        Some(match (self.structure, self.origin.exact) {
            (true, false) => self.origin.base,
            (true, true) => self.origin.base + at as u64,
            // outside an exchange, the outermost layer is what was given
            (false, _) => self.given + place as u64,
        })
    }
}
