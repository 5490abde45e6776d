//! Runs of the base64 alphabet (which holds hex, base32 and base58): digests and encoded contents.

use super::batch::{Kind, hex_key, short_hex_key};
use super::masks::{Kinds, Masks};
use super::unknown::{base64_form, hex_form};
use super::{Parts, Scanner, looks_like_text, may_begin_text};
use crate::encode::{self, BASE64_VALUE, HEX_VALUE, NOT};
use crate::lzstring;
use crate::simd::{self, LEAST_RUN};
use std::ops::Range;

/// Characters of unpadded base64 for digests of 16, 20, 28, 32, 48 and 64 bytes.
const BASE64_LENGTHS: [usize; 6] = [22, 27, 38, 43, 64, 86];
/// Hex digits for digests of 16 … 64 bytes: to find one whose front is glued to something (`3D<hex>`).
const HEX_LENGTHS: [usize; 6] = [32, 40, 56, 64, 96, 128];
/// Shortest run that is opened though its contents are no text.
const LEAST_BINARY: usize = 20;
/// Shortest stretch of text accepted inside a run of unknown phase.
const LEAST_TEXT: usize = 9;
/// Starts tried for a digest inside one run.
const MOST_STARTS: usize = 64;

/// A run whose contents may be worth opening.
pub(super) enum Run {
    /// Hex from here on gives text.
    Hex(Range<usize>),
    Base32(Range<usize>),
    Base58(Range<usize>),
    Base64(Base64),
}

pub(super) struct Base64 {
    range: Range<usize>,
    /// Where quads may begin that give text.
    phases: [bool; 4],
    /// Bytes that are no text show letters of both cases; names, words and hex digits do not.
    binary: bool,
}

impl Run {
    fn range(&self) -> &Range<usize> {
        match self {
            Self::Hex(run) | Self::Base32(run) | Self::Base58(run) => run,
            Self::Base64(run) => &run.range,
        }
    }
}

/// What stands in the runs of a layer, in base64 and in base64url, to be read on together.
#[derive(Default)]
struct Opened {
    texts: [Parts; 2],
    bytes: [Parts; 2],
}

const NAMES: [&str; 2] = ["base64", "base64url"];

pub(crate) fn is_base64(b: u8) -> bool {
    BASE64_VALUE[b as usize] != NOT
}

fn is_hex(b: u8) -> bool {
    HEX_VALUE[b as usize] != NOT
}

/// The bytes of a token that may be a digest, the name of how it is written, and whether it stands alone.
pub(super) fn decoded(data: &[u8], token: &Range<usize>, kind: Kind) -> (Vec<u8>, &'static str, bool) {
    let text = &data[token.clone()];
    match kind {
        Kind::Hex | Kind::HexAlone => {
            let upper = text.iter().any(u8::is_ascii_uppercase) && !text.iter().any(u8::is_ascii_lowercase);
            let candidate = encode::unhex(&text[..text.len().min(160)]);
            (candidate, if upper { "hex-upper" } else { "hex" }, kind == Kind::HexAlone)
        }
        Kind::Base32 => (encode::unbase32(text), "base32", true),
        Kind::Base58 => (encode::unbase58(text).unwrap_or_default(), "base58", true),
        Kind::Base64 => {
            let used = &text[..text.len().min(88)];
            let is_plain = used.iter().any(|b| b"+/".contains(b)) || data.get(token.end) == Some(&b'=');
            let url = used.iter().any(|b| b"-_".contains(b)) || !is_plain;
            (encode::unbase64(&text[..text.len().min(120)]), NAMES[usize::from(url)], false)
        }
        Kind::Raw | Kind::Mailbox | Kind::Digits | Kind::Words => (text.to_vec(), "raw", false),
    }
}

impl Scanner {
    /// Asks for every digest that the runs may be, and notes what may hold something.
    pub(super) fn runs(&mut self, data: &[u8], masks: &Masks, runs: &mut Vec<Run>) {
        if data.len() < LEAST_RUN {
            return self.short(data);
        }
        let mut at = 0;
        while let Some(run) = masks.run(simd::LONG_BASE64, simd::BASE64, at) {
            at = run.end;
            self.within_run(data, run, masks, runs);
        }
    }

    /// Hex is of letters and digits, these are of base64: the outermost run holds all others.
    fn within_run(&mut self, data: &[u8], run: Range<usize>, masks: &Masks, runs: &mut Vec<Run>) {
        if masks.covers(simd::ALNUM, &run) {
            self.alphanumeric_run(data, run.clone(), masks, runs);
        } else {
            for part in masks.runs_in(simd::LONG_ALNUM, simd::ALNUM, &run) {
                self.alphanumeric_run(data, part, masks, runs);
            }
        }
        if masks.covers(simd::HEX, &run) {
            return self.hex_run(data, run, runs);
        }
        for part in masks.runs_in(simd::LONG_HEX, simd::HEX, &run) {
            self.hex_run(data, part, runs);
        }
        self.base64_run(data, run, masks, runs);
    }

    /// A value of its own that is a 32-bit hash in hex. Inside longer data such a hash is never looked for.
    fn short(&mut self, data: &[u8]) {
        if data.len() == 8 && data.iter().all(|b| is_hex(*b)) {
            self.ask(data, Kind::HexAlone, 0..8, short_hex_key(data));
        }
    }

    fn hex_run(&mut self, data: &[u8], run: Range<usize>, runs: &mut Vec<Run>) {
        if run.len() == 16 {
            self.ask(data, Kind::HexAlone, run.clone(), hex_key(&data[run.clone()]));
        }
        if HEX_LENGTHS.contains(&run.len()) {
            self.ask(data, Kind::Hex, run.clone(), hex_key(&data[run.clone()]));
        } else if run.len() > 32 {
            let glued = [0, 2, 4].map(|n| run.start + n);
            let ends = HEX_LENGTHS.iter().filter_map(|n| run.end.checked_sub(*n)).filter(|s| *s > run.start);
            for start in glued.into_iter().chain(ends).filter(|s| run.end - s >= 32) {
                self.ask(data, Kind::Hex, start..run.end, hex_key(&data[start..run.end]));
            }
        }
        // at either alignment
        if let Some(start) = [run.start, run.start + 1].into_iter().find(|s| hex_may_be_text(&data[*s..run.end])) {
            runs.push(Run::Hex(start..run.end));
        }
    }

    /// Digests in base64: at the start, after every sign that is also a delimiter, and ending with the run.
    fn base64_digests(&mut self, data: &[u8], run: Range<usize>, masks: &Masks) {
        let last = run.end - BASE64_LENGTHS[0];
        let digest = |s: &mut Self, start: usize| {
            let key = encode::first_of_base64(&data[start..start + 11]);
            s.ask(data, Kind::Base64, start..run.end, key);
        };
        digest(self, run.start);
        let mut at = run.start;
        for _ in 0..MOST_STARTS {
            let Some(sign) = masks.next_other(simd::ALNUM, at..last) else { break };
            at = sign + 1;
            if at > run.start {
                digest(self, at);
            }
        }
        // a run as long as a digest is one, or begins after a delimiter; no need to try its ends
        if !BASE64_LENGTHS.contains(&run.len()) {
            for length in BASE64_LENGTHS.into_iter().filter(|n| *n < run.len()) {
                digest(self, run.end - length);
            }
        }
    }

    fn base64_run(&mut self, data: &[u8], run: Range<usize>, masks: &Masks, runs: &mut Vec<Run>) {
        let kinds = masks.kinds(&run);
        // 22 signs of a digest are never all small letters, nor all hex digits (one in 10⁸): those are words and UUIDs
        if run.len() >= BASE64_LENGTHS[0]
            && (kinds.upper || kinds.digits)
            && masks.any_beside(simd::ALNUM, simd::HEX, &run)
        {
            self.base64_digests(data, run.clone(), masks);
        }
        let phases = masks.text_phases(&run);
        let binary = run.len() >= LEAST_BINARY && kinds.upper && kinds.lower;
        if binary || phases.contains(&true) {
            runs.push(Run::Base64(Base64 { range: run, phases, binary }));
        }
    }

    /// Base32 and base58: runs without the four signs that base64 has beside letters and digits.
    fn alphanumeric_run(&mut self, data: &[u8], run: Range<usize>, masks: &Masks, runs: &mut Vec<Run>) {
        match masks.kinds(&run) {
            Kinds { upper: true, lower: true, .. } => self.base58(data, run, masks, runs),
            // base32 in lower case is told from a word by its digits
            Kinds { upper: true, lower: false, .. } | Kinds { upper: false, lower: true, digits: true } => {
                self.base32(data, run, masks, runs);
            }
            _ => {}
        }
    }

    fn base32(&mut self, data: &[u8], run: Range<usize>, masks: &Masks, runs: &mut Vec<Run>) {
        if masks.any(simd::NOT_BASE32, &run) {
            return;
        }
        let text = &data[run.clone()];
        if text.len() >= 26 {
            let first = encode::unbase32(&text[..13]);
            self.ask(data, Kind::Base32, run.clone(), crate::keys::digest_key(&first));
        }
        if may_begin_text(&encode::unbase32(&text[..text.len().min(16)])) {
            runs.push(Run::Base32(run));
        }
    }

    fn base58(&mut self, data: &[u8], run: Range<usize>, masks: &Masks, runs: &mut Vec<Run>) {
        if !(20..=90).contains(&run.len()) || masks.any(simd::NOT_BASE58, &run) {
            return;
        }
        let mut content = [0; encode::MOST_BASE58];
        let Some(content) = encode::unbase58_into(&data[run.clone()], &mut content) else { return };
        if content.len() >= 16 {
            self.ask(data, Kind::Base58, run.clone(), crate::keys::digest_key(content));
        }
        if may_begin_text(content) {
            runs.push(Run::Base58(run));
        }
    }

    /// Opens what the runs may hold, but for digests that were told of.
    pub(super) fn contents(&mut self, data: &[u8], runs: &[Run], told: &[Range<usize>]) {
        let mut opened = Opened::default();
        for run in runs {
            let range = run.range();
            if told.iter().any(|t| t.start < range.end && range.start < t.end) {
                continue;
            }
            match run {
                Run::Hex(run) => {
                    let content = encode::unhex(&data[run.clone()]);
                    if looks_like_text(&content) || super::binary::is_compressed(&content) {
                        self.open("hex", run.clone(), &content);
                    }
                }
                Run::Base32(run) => self.text_in("base32", run.clone(), &encode::unbase32(&data[run.clone()])),
                Run::Base58(run) => {
                    self.text_in("base58", run.clone(), &encode::unbase58(&data[run.clone()]).unwrap_or_default());
                }
                Run::Base64(run) => self.base64_contents(data, run, &mut opened),
            }
        }
        let Opened { texts, bytes } = opened;
        for (name, parts) in NAMES.into_iter().zip(texts) {
            self.open_many(name, parts);
        }
        for (name, parts) in NAMES.into_iter().zip(bytes) {
            self.open_bytes(name, parts);
        }
    }

    fn text_in(&mut self, layer: &'static str, run: Range<usize>, content: &[u8]) {
        if looks_like_text(content) {
            self.open(layer, run, content);
        }
    }

    /// Digest-shaped values under a key that vendors use.
    pub(super) fn unknown_digests(&mut self, data: &[u8], masks: &Masks) {
        let mut at = 0;
        while let Some(run) = masks.run(simd::LONG_BASE64, simd::BASE64, at) {
            at = run.end;
            let text = &data[run.clone()];
            let form = if masks.covers(simd::HEX, &run) { hex_form(text) } else { base64_form(text) };
            self.unknown_digest(data, run, form);
        }
    }

    fn base64_contents(&mut self, data: &[u8], run: &Base64, opened: &mut Opened) {
        let raw = &data[run.range.clone()];
        if !run.phases[0] && !run.binary {
            return self.base64_phases(data, run, NAMES[name_of(raw)]);
        }
        let joined = self.joined_lines(data, run.range.clone());
        let text = joined.as_deref().unwrap_or(raw);
        let mut content = std::mem::take(&mut self.scratch);
        content.clear();
        encode::unbase64_into(text, &mut content);
        self.base64_content(data, run, text, &content, opened);
        self.scratch = content;
    }

    fn base64_content(&mut self, data: &[u8], run: &Base64, text: &[u8], content: &[u8], opened: &mut Opened) {
        let (range, name, may_be_text) = (run.range.clone(), name_of(text), run.phases.contains(&true));
        let is_text = may_be_text && looks_like_text(content);
        if is_text && !self.structure {
            return opened.texts[name].add(range, content);
        }
        if is_text || super::binary::is_container(content) {
            return self.open(NAMES[name], range, content);
        }
        if let Some(text) = lzstring::decompress(text, self.allowance()) {
            return self.open("lz-string", range, text.as_bytes());
        }
        let known = self.recognised;
        if run.binary && may_be_text {
            self.open(NAMES[name], range, content);
        } else if run.binary && self.structure {
            let mut parts = Parts::default();
            parts.add(range.clone(), content);
            self.shifted(range.start, false, |s| s.open_bytes(NAMES[name], parts));
        } else if run.binary {
            opened.bytes[name].add(range, content);
        }
        if self.recognised == known && may_be_text {
            self.base64_phases(data, run, NAMES[name]);
        }
    }

    /// MIME breaks base64 into lines of 76 (PEM: 64) signs; the first line stands for all.
    fn joined_lines(&self, data: &[u8], run: Range<usize>) -> Option<Vec<u8>> {
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
        Some(joined)
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

/// Which of [`NAMES`].
fn name_of(text: &[u8]) -> usize {
    usize::from(text.iter().any(|b| matches!(b, b'-' | b'_')))
}

fn hex_may_be_text(text: &[u8]) -> bool {
    if text.len() >= 16 {
        let first = hex_key(text).to_le_bytes();
        if first.iter().any(|b| super::is_control(*b)) {
            return super::binary::is_compressed(&first);
        }
    }
    let mut first = [0; 9];
    let length = encode::unhex_into(text, &mut first);
    may_begin_text(&first[..length]) || super::binary::is_compressed(&first[..length])
}

/// Stretches of text that are too long for chance.
fn text_stretches(content: &[u8]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    for chunk in content.utf8_chunks() {
        for piece in chunk.valid().split(|c: char| c.is_control()) {
            let start = piece.as_ptr() as usize - content.as_ptr() as usize;
            if piece.len() >= LEAST_TEXT {
                all.push(start..start + piece.len());
            }
        }
    }
    all
}
