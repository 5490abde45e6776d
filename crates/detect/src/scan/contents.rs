//! What stands in runs of base64, hex, base32 and base58: decoded, and read on together where it may be.

use super::emptied::Before;
use super::runs::{Base64, Run, is_base64, may_be_bytes, may_begin};
use super::{Parts, Scanner, looks_like_text};
use crate::encode;
use crate::lzstring;
use crate::simd;
use std::ops::Range;

/// Longer runs are no path, and few paths have more segments.
const LONGEST_PATH: usize = 16 << 10;
const MOST_SEGMENTS: usize = 8;
/// Shortest stretch of text accepted inside a run of unknown phase.
const LEAST_TEXT: usize = 9;

/// What stands in one disguise in a layer, to be read on together.
pub(super) struct Contents {
    layer: &'static str,
    texts: Parts,
    bytes: Parts,
}

/// How runs are written; base64 and base64url by [`name_of`].
pub(super) const LAYERS: [&str; 5] = ["base64", "base64url", "hex", "base32", "base58"];
const HEX: usize = 2;
const BASE32: usize = 3;
const BASE58: usize = 4;

/// Base64 of JSON that is written from its end, as requests of Statsig have it (seen 2026-11-27): `{"`, `["` and `[{"` begin
/// with signs of their own.
fn written_backwards(text: &[u8]) -> Option<Vec<u8>> {
    if ![&b"Jye"[..], b"JyW", b"is3W"].iter().any(|end| text.ends_with(end)) {
        return None;
    }
    let forwards: Vec<u8> = text.iter().rev().copied().collect();
    looks_like_text(&encode::unbase64(&forwards)).then_some(forwards)
}

impl Scanner {
    /// Opens what the runs may hold, but for digests that were told of.
    pub(super) fn contents(&mut self, data: &[u8], runs: &mut [Run], told: &[Range<usize>]) {
        let (mut opened, mut again) = (LAYERS.map(|layer| self.collecting(layer)), Vec::new());
        let mut lines = Lines::default();
        runs.sort_by_key(|run| run.range().start);
        for run in &*runs {
            let range = run.range();
            self.enter(range.start);
            // `told` is ascending, each end the furthest so far
            let before = told.partition_point(|t| t.start < range.end);
            if !self.may_open() {
                continue;
            }
            if before > 0 && told[before - 1].end > range.start {
                self.behind_digest(data, run, &mut opened);
                continue;
            }
            // to lines as long as those of MIME and PEM the next ones belong
            let stands_alone = !matches!(range.len(), 64 | 76);
            match self.before(data, range, run.name()) {
                Before::Empty if stands_alone => {}
                Before::Again(first) if stands_alone => again.push((first, run)),
                Before::New(mark) => {
                    self.opens(mark.filter(|_| stands_alone), range);
                    self.run_contents(data, run, &mut opened, &mut lines);
                }
                _ => self.run_contents(data, run, &mut opened, &mut lines),
            }
        }
        opened.into_iter().for_each(|contents| self.read_on(contents));
        again.retain(|(first, _)| self.held_something(*first));
        if !again.is_empty() {
            let mut opened = LAYERS.map(|layer| self.collecting(layer));
            again.iter().for_each(|(_, run)| self.run_contents(data, run, &mut opened, &mut lines));
            opened.into_iter().for_each(|contents| self.read_on(contents));
        }
    }

    /// A digest was told at the beginning of a run; others may stand behind it.
    fn behind_digest(&mut self, data: &[u8], run: &Run, opened: &mut [Contents; 5]) {
        /// Of a digest.
        const LEAST: usize = 16;
        let Run::Base64(Base64 { range, .. }) = run else { return };
        let text = &data[range.clone()];
        let (name, content) = (name_of(text), encode::unbase64(text));
        match content.get(LEAST..).filter(|rest| rest.len() >= LEAST) {
            Some(rest) if self.structure => self.bytes_within(LAYERS[name], range.clone(), rest),
            Some(rest) => opened[name].bytes.add(range.clone(), rest),
            None => {}
        }
    }

    fn run_contents(&mut self, data: &[u8], run: &Run, opened: &mut [Contents; 5], lines: &mut Lines) {
        match run {
            Run::Hex(run) => self.contents_of(run, &encode::unhex(&data[run.clone()]), &mut opened[HEX]),
            Run::Base32(run) => self.contents_of(run, &encode::unbase32(&data[run.clone()]), &mut opened[BASE32]),
            Run::Base58(run) => {
                let content = encode::unbase58(&data[run.clone()]).unwrap_or_default();
                self.contents_of(run, &content, &mut opened[BASE58]);
            }
            Run::Base64(run) => self.base64_contents(data, run, opened, lines),
        }
    }

    /// Bytes of a digest's length that are no text are one, unless they look like a message.
    fn contents_of(&mut self, run: &Range<usize>, content: &[u8], into: &mut Contents) {
        let has_shape = || super::binary::is_container(content) || may_begin(content, content.len());
        if looks_like_text(content) || may_be_bytes(content.len()) || has_shape() {
            self.collect(into, run.clone(), content);
        }
    }

    /// For what stands in a layer in this disguise.
    pub(super) fn collecting(&mut self, layer: &'static str) -> Contents {
        Contents { layer, texts: self.parts(), bytes: self.parts() }
    }

    /// Contents that need no layer of their own wait for others; any other are read at once.
    pub(super) fn collect(&mut self, into: &mut Contents, region: Range<usize>, content: &[u8]) {
        let is_text = looks_like_text(content);
        // without six signs of text in a row
        let is_bare = || !content.split(|b| !(0x20..0x7f).contains(b)).any(|run| run.len() >= 6);
        if is_text && !self.structure {
            into.texts.add(region, content);
        } else if is_text || super::binary::is_container(content) || !is_bare() {
            self.open(into.layer, region, content);
        } else if self.structure {
            self.bytes_within(into.layer, region, content);
        } else {
            into.bytes.add(region, content);
        }
    }

    /// Reads what was collected.
    pub(super) fn read_on(&mut self, contents: Contents) {
        let Contents { layer, texts, bytes } = contents;
        self.open_many(layer, texts);
        self.open_bytes(layer, bytes);
    }

    fn base64_contents(&mut self, data: &[u8], run: &Base64, opened: &mut [Contents], lines: &mut Lines) {
        let raw = &data[run.range.clone()];
        let is_joined = lines.hold(&run.range);
        if is_joined && lines.are_read {
            return;
        }
        if let Some(forwards) = written_backwards(raw) {
            return self.open("reversed", run.range.clone(), &forwards);
        }
        if !run.phases[0] && !run.binary {
            return self.base64_phases(data, run, LAYERS[name_of(raw)]);
        }
        let joined = if is_joined { None } else { joined_lines(data, run.range.clone()) };
        let text = joined.as_ref().map_or(raw, |(text, _)| text);
        let mut content = std::mem::take(&mut self.scratch);
        content.clear();
        encode::unbase64_into(text, &mut content);
        let is_read = self.base64_content(data, run, text, &content, opened);
        if let Some((_, end)) = joined {
            *lines = Lines { length: raw.len(), end, are_read: is_read };
        }
        self.scratch = content;
    }

    /// Whether all of it is read: of bytes only digests and streams are looked for.
    fn base64_content(
        &mut self,
        data: &[u8],
        run: &Base64,
        text: &[u8],
        content: &[u8],
        opened: &mut [Contents],
    ) -> bool {
        let (range, name, may_be_text) = (run.range.clone(), name_of(text), run.phases.contains(&true));
        // of a name with å, ä or ö in every few letters no run is seen, and no other bytes of this length are text
        let is_text = looks_like_text(content);
        if is_text && !self.structure {
            opened[name].texts.add(range, content);
            return true;
        }
        if is_text || super::binary::is_compressed(content) {
            self.open(LAYERS[name], range, content);
            return true;
        }
        if let Some(text) = lzstring::decompress(text, self.allowance()) {
            self.open("lz-string", range, text.as_bytes());
            return true;
        }
        let known = self.recognised;
        // read from elsewhere, UTF-16 may look like itself
        let is_read = (run.binary && may_be_text) || super::binary::is_container(content);
        if is_read {
            self.at_once(|s| s.open(LAYERS[name], range, content));
        } else if run.binary && self.structure {
            self.bytes_within(LAYERS[name], range.clone(), content);
        } else if run.binary {
            opened[name].bytes.add(range, content);
        }
        if self.recognised == known && text.len() == run.range.len() {
            self.segments(data, &run.range);
        }
        if self.recognised == known && may_be_text {
            self.base64_phases(data, run, LAYERS[name]);
        }
        is_read
    }

    /// A slash is a sign of base64 and stands between the segments of a path. Text is found at any phase; bytes are
    /// looked for from each slash on, to the next and to the end.
    fn segments(&mut self, data: &[u8], run: &Range<usize>) {
        let text = &data[run.clone()];
        if text.len() > LONGEST_PATH || memchr::memchr(b'/', text).is_none() {
            return;
        }
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'/', text).map(|at| at + 1));
        for start in starts.take(MOST_SEGMENTS) {
            let rest = &text[start..];
            let own = memchr::memchr(b'/', rest).unwrap_or(rest.len());
            let whole = (own < rest.len() && start > 0).then_some(rest.len());
            for length in std::iter::once(own).chain(whole).filter(|n| *n >= simd::LONG_RUN) {
                let start = run.start + start;
                self.segment(data, start..start + length);
            }
        }
    }

    fn segment(&mut self, data: &[u8], range: Range<usize>) {
        let text = &data[range.clone()];
        if !(text.iter().any(u8::is_ascii_uppercase) && text.iter().any(u8::is_ascii_lowercase)) {
            return;
        }
        let content = encode::unbase64(text);
        if super::binary::is_container(&content) || super::binary::may_be_packed(&content) {
            self.at_once(|s| s.open(LAYERS[name_of(text)], range, &content));
        } else if let Some(text) = lzstring::decompress(text, self.allowance()) {
            self.at_once(|s| s.open("lz-string", range, text.as_bytes()));
        }
    }

    /// The start of the run may be glued to something else: text at any of the four phases.
    fn base64_phases(&mut self, data: &[u8], run: &Base64, name: &'static str) {
        let Range { start, end } = run.range;
        for start in (0..4).filter(|p| run.phases[*p]).map(|p| start + p) {
            let content = encode::unbase64(&data[start..end]);
            for stretch in text_stretches(&content) {
                let token = start + stretch.start / 3 * 4..start + stretch.end.div_ceil(3) * 4;
                self.open(name, token.start..token.end.min(end), &content[stretch]);
            }
        }
    }
}

/// Lines of base64 that are one text: the first stands for all.
#[derive(Default)]
struct Lines {
    length: usize,
    end: usize,
    /// Whether what they hold together was opened as a whole. Else each is looked at by itself.
    are_read: bool,
}

impl Lines {
    fn hold(&self, run: &Range<usize>) -> bool {
        run.start < self.end && run.len() == self.length
    }
}

/// MIME breaks base64 into lines of 76 (PEM: 64) signs: all from the first on, and where they end.
fn joined_lines(data: &[u8], run: Range<usize>) -> Option<(Vec<u8>, usize)> {
    let break_len = |at: usize| match data.get(at..at + 2) {
        Some(b"\r\n") => 2,
        Some([b'\n', _]) => 1,
        _ => 0,
    };
    if !matches!(run.len(), 64 | 76) || break_len(run.end) == 0 {
        return None;
    }
    let mut joined = data[run.clone()].to_vec();
    let mut at = run.end;
    while break_len(at) > 0 {
        at += break_len(at);
        let length = data[at..].iter().take_while(|b| is_base64(**b)).count();
        joined.extend_from_slice(&data[at..at + length]);
        at += length;
        if length != run.len() {
            break;
        }
    }
    Some((joined, at))
}

/// Which of [`LAYERS`].
pub(super) fn name_of(text: &[u8]) -> usize {
    // folded, so that the compiler uses vectors
    usize::from(text.iter().fold(false, |any, b| any | (*b == b'-') | (*b == b'_')))
}

/// Stretches of text that are too long for chance.
fn text_stretches(content: &[u8]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut from = 0;
    // a stretch that begins here would hold this sign
    while let Some(last) = content.get(from + LEAST_TEXT - 1) {
        if *last < 0x20 || *last == 0x7f {
            from += LEAST_TEXT;
            continue;
        }
        let end = content[from..].iter().position(|b| *b < 0x20 || *b == 0x7f).map_or(content.len(), |n| from + n);
        if end - from >= LEAST_TEXT {
            valid_stretches(content, from..end, &mut all);
        }
        from = end + 1;
    }
    all
}

/// The same where no sign is a control sign of ASCII.
fn valid_stretches(content: &[u8], within: Range<usize>, all: &mut Vec<Range<usize>>) {
    for chunk in content[within].utf8_chunks() {
        for piece in chunk.valid().split(|c: char| c.is_control()).filter(|piece| piece.len() >= LEAST_TEXT) {
            let start = piece.as_ptr() as usize - content.as_ptr() as usize;
            all.push(start..start + piece.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_text_are_found_in_anything() {
        let mut r = crate::properties::Random(31);
        let signs: Vec<char> = "abcdefgh\0\u{1}\u{7f}\u{85}åß€".chars().collect();
        for _ in 0..2000 {
            let mut content = Vec::new();
            while content.len() < 40 {
                match r.below(12) {
                    0 => content.push(r.next() as u8),
                    _ => content.extend(signs[r.below(signs.len())].to_string().repeat(1 + r.below(9)).bytes()),
                }
            }
            let mut slow = Vec::new();
            for chunk in content.utf8_chunks() {
                for piece in chunk.valid().split(|c: char| c.is_control()).filter(|piece| piece.len() >= LEAST_TEXT) {
                    let start = piece.as_ptr() as usize - content.as_ptr() as usize;
                    slow.push(start..start + piece.len());
                }
            }
            assert_eq!(text_stretches(&content), slow, "{content:?}");
        }
    }
}
