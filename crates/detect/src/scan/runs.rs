//! Runs of the base64 alphabet (which holds hex, base32 and base58): digests and encoded contents.

use super::masks::{Kinds, Masks};
use super::unknown::{base64_form, hex_form};
use super::{Parts, Place, Scanner, looks_like_text};
use crate::encode::{self, BASE64_VALUE, HEX_VALUE, NOT};
use crate::keys::digest_key;
use crate::lzstring;
use std::ops::Range;

/// Characters of unpadded base64 for digests of 16, 20, 28, 32, 48 and 64 bytes.
const BASE64_LENGTHS: [usize; 6] = [22, 27, 38, 43, 64, 86];
/// Hex digits for digests of 16 … 64 bytes: to find one whose front is glued to something (`3D<hex>`).
const HEX_LENGTHS: [usize; 6] = [32, 40, 56, 64, 96, 128];
/// Shortest run whose contents are looked at: nine bytes.
pub(super) const LEAST_RUN: usize = 12;
/// Shortest run that is opened though its contents are no text.
const LEAST_BINARY: usize = 20;
/// Shortest stretch of text accepted inside a run of unknown phase.
const LEAST_TEXT: usize = 9;
/// Starts tried for a digest inside one run.
const MOST_STARTS: usize = 64;

/// Texts found in base64 and in base64url, to be read on together.
type Texts = (Parts, Parts);

pub(crate) fn is_base64(b: u8) -> bool {
    BASE64_VALUE[b as usize] != NOT
}

fn is_hex(b: u8) -> bool {
    HEX_VALUE[b as usize] != NOT
}

impl Scanner {
    pub(super) fn runs(&mut self, data: &[u8], masks: &Masks) {
        if data.len() < LEAST_RUN {
            return self.short(data);
        }
        let (mut hex, mut alphanumeric, mut base64) = (0, 0, 0);
        let mut texts = Texts::default();
        while let Some(run) = masks.hex.next(hex) {
            hex = run.end;
            self.hex_run(data, run);
        }
        while let Some(run) = masks.alphanumeric.next(alphanumeric) {
            alphanumeric = run.end;
            self.alphanumeric_run(data, run, masks);
        }
        while let Some(run) = masks.base64.next(base64) {
            base64 = run.end;
            self.base64_run(data, run, masks, &mut texts);
        }
        self.open_many("base64", texts.0);
        self.open_many("base64url", texts.1);
    }

    /// A value of its own that is a 32-bit hash in hex. Inside longer data such a hash is never looked for.
    fn short(&mut self, data: &[u8]) {
        if data.len() == 8 && data.iter().all(|b| is_hex(*b)) {
            self.hex_digest(data, 0..8, true);
        }
    }

    fn base64_run(&mut self, data: &[u8], run: Range<usize>, masks: &Masks, texts: &mut Texts) {
        let is_hex = masks.hex.covers(&run);
        if self.inner.options.unknown && run.len() >= BASE64_LENGTHS[0] {
            let text = &data[run.clone()];
            let form = if is_hex { hex_form(text) } else { base64_form(text) };
            self.unknown_digest(data, run.clone(), form);
        }
        if is_hex {
            return;
        }
        let known = self.recognised;
        if run.len() >= BASE64_LENGTHS[0] {
            self.base64_digests(data, run.clone());
        }
        if self.recognised == known && self.may_open() {
            self.base64_contents(data, run, masks, texts);
        }
    }

    fn hex_run(&mut self, data: &[u8], run: Range<usize>) {
        let known = self.recognised;
        if run.len() == 16 {
            self.hex_digest(data, run.clone(), true);
        }
        if HEX_LENGTHS.contains(&run.len()) {
            self.hex_digest(data, run.clone(), false);
        } else if run.len() > 32 {
            let glued = [0, 2, 4].map(|n| run.start + n);
            let ends = HEX_LENGTHS.iter().filter_map(|n| run.end.checked_sub(*n)).filter(|s| *s > run.start);
            for start in glued.into_iter().chain(ends).filter(|s| run.end - s >= 32) {
                self.hex_digest(data, start..run.end, false);
            }
        }
        if self.recognised == known && self.may_open() {
            self.hex_contents(data, run);
        }
    }

    fn hex_digest(&mut self, data: &[u8], token: Range<usize>, whole: bool) {
        // The first eight bytes decide nearly always; the rest is decoded for the few that pass.
        let mut first = [0; 8];
        let length = encode::unhex_into(&data[token.clone()], &mut first);
        if !self.inner.may_hold(digest_key(&first[..length])) {
            return;
        }
        let text = &data[token.clone()];
        let encoding = if text.iter().any(u8::is_ascii_uppercase) && !text.iter().any(u8::is_ascii_lowercase) {
            "hex-upper"
        } else {
            "hex"
        };
        let candidate = encode::unhex(&text[..text.len().min(160)]);
        self.digest_token(data, token, &candidate, whole, encoding);
    }

    /// Text (or something compressed) written in hex, at either alignment.
    fn hex_contents(&mut self, data: &[u8], run: Range<usize>) {
        for start in [run.start, run.start + 1] {
            // three bytes decide nearly always
            let mut first = [0; 3];
            let length = encode::unhex_into(&data[start..run.end], &mut first);
            if !first[..length].iter().any(|b| *b >= 0x20 && *b < 0x7f || *b == 0x1f || *b == 0xb5 || *b >= 0xc2) {
                continue;
            }
            let content = encode::unhex(&data[start..run.end]);
            if looks_like_text(&content) || super::binary::is_compressed(&content) {
                return self.open("hex", start..run.end, &content);
            }
        }
    }

    /// Digests in base64: at the start, after every sign that is also a delimiter, and ending with the run.
    fn base64_digests(&mut self, data: &[u8], run: Range<usize>) {
        let text = &data[run.clone()];
        let last = run.end - BASE64_LENGTHS[0];
        // a run as long as a digest is one, or begins after a delimiter; no need to try its ends
        let whole = BASE64_LENGTHS.contains(&text.len());
        let inside = (run.start + 1..=last).filter(|i| !data[i - 1].is_ascii_alphanumeric()).take(MOST_STARTS);
        let ends = BASE64_LENGTHS.iter().filter(|n| !whole && **n < text.len()).map(|n| run.end - n);
        for start in std::iter::once(run.start).chain(inside).chain(ends) {
            self.base64_digest(data, start..run.end);
        }
    }

    fn base64_digest(&mut self, data: &[u8], token: Range<usize>) {
        let first = encode::first_of_base64(&data[token.start..token.start + 11]);
        if !self.inner.may_hold(first) {
            return;
        }
        let text = &data[token.start..token.end.min(token.start + 120)];
        let candidate = encode::unbase64(text);
        let used = &text[..text.len().min(88)];
        let encoding = match () {
            () if used.iter().any(|b| b"-_".contains(b)) => "base64url",
            () if used.iter().any(|b| b"+/".contains(b)) || data.get(token.end) == Some(&b'=') => "base64",
            () => "base64url",
        };
        self.digest_token(data, token, &candidate, false, encoding);
    }

    /// Base32 and base58: runs without the four signs that base64 has beside letters and digits.
    fn alphanumeric_run(&mut self, data: &[u8], run: Range<usize>, masks: &Masks) {
        match masks.kinds(&run) {
            Kinds { upper: true, lower: true, .. } => self.base58(data, run),
            // base32 in lower case is told from a word by its digits
            Kinds { upper: true, lower: false, .. } | Kinds { upper: false, lower: true, digits: true } => {
                self.base32(data, run);
            }
            _ => {}
        }
    }

    fn base32(&mut self, data: &[u8], run: Range<usize>) {
        let text = &data[run.clone()];
        if text.iter().any(|b| matches!(b, b'0' | b'1' | b'8' | b'9')) {
            return;
        }
        let content = encode::unbase32(text);
        if content.len() >= 16 && self.digest_token(data, run.clone(), &content, true, "base32") {
            return;
        }
        if self.may_open() && looks_like_text(&content) {
            self.open("base32", run, &content);
        }
    }

    fn base58(&mut self, data: &[u8], run: Range<usize>) {
        let text = &data[run.clone()];
        if !(20..=90).contains(&run.len()) || text.iter().any(|b| b"0OIl".contains(b)) {
            return;
        }
        let Some(content) = encode::unbase58(text) else { return };
        if content.len() >= 16 && self.digest_token(data, run.clone(), &content, true, "base58") {
            return;
        }
        if self.may_open() && looks_like_text(&content) {
            self.open("base58", run, &content);
        }
    }

    fn base64_contents(&mut self, data: &[u8], run: Range<usize>, masks: &Masks, texts: &mut Texts) {
        let phases = masks.text_phases(&run);
        let may_be_text = phases.contains(&true);
        let raw = &data[run.clone()];
        // Bytes that are no text, written in base64, show letters of both cases; names, words and hex digits do not.
        let kinds = masks.kinds(&run);
        let may_be_binary = run.len() >= LEAST_BINARY && kinds.upper && kinds.lower;
        if !may_be_text && !may_be_binary {
            return;
        }
        if !phases[0] && !may_be_binary {
            return self.base64_phases(data, run.clone(), name_of(raw), phases);
        }
        let joined = self.joined_lines(data, run.clone());
        let text = joined.as_deref().unwrap_or(raw);
        let name = name_of(text);
        let content = encode::unbase64(text);
        let is_text = may_be_text && looks_like_text(&content);
        if is_text && !self.structure {
            let parts = if name == "base64" { &mut texts.0 } else { &mut texts.1 };
            return parts.add(run, &content);
        }
        if is_text || super::binary::is_container(&content) {
            return self.open(name, run, &content);
        }
        if let Some(text) = lzstring::decompress(text, self.allowance()) {
            return self.open("lz-string", run, text.as_bytes());
        }
        let known = self.recognised;
        if may_be_binary && may_be_text {
            self.open(name, run.clone(), &content);
        } else if may_be_binary {
            self.open_bytes(name, run.clone(), &content);
        }
        if self.recognised == known && may_be_text {
            self.base64_phases(data, run, name, phases);
        }
    }

    /// Bytes without six signs of text in a row: only digests and streams are looked for.
    fn open_bytes(&mut self, name: &'static str, run: Range<usize>, content: &[u8]) {
        if !self.afford(content.len()) {
            return;
        }
        self.within(name, Place::One(run.clone()), |s| s.bytes(run.start, content));
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
    fn base64_phases(&mut self, data: &[u8], run: Range<usize>, name: &'static str, phases: [bool; 4]) {
        for phase in (0..4).filter(|p| phases[*p]) {
            let start = run.start + phase;
            let content = encode::unbase64(&data[start..run.end]);
            for stretch in text_stretches(&content) {
                let token = start + stretch.start / 3 * 4..start + stretch.end.div_ceil(3) * 4;
                self.open(name, token.start..token.end.min(run.end), &content[stretch]);
            }
        }
    }
}

fn name_of(text: &[u8]) -> &'static str {
    if text.iter().any(|b| b"-_".contains(b)) { "base64url" } else { "base64" }
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
