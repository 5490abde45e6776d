//! Runs of the base64 alphabet (which holds hex, base32 and base58): digests and encoded contents.

use super::masks::Masks;
use super::unknown::{base64_form, hex_form};
use super::{Scanner, looks_like_text};
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
        let mut at = 0;
        while let Some(run) = masks.base64.next(at) {
            at = run.end;
            self.run(data, run, masks);
        }
    }

    /// A value of its own that is a 32-bit hash in hex. Inside longer data such a hash is never looked for.
    fn short(&mut self, data: &[u8]) {
        if data.len() == 8 && data.iter().all(|b| is_hex(*b)) {
            self.hex_digest(data, 0..8, true);
        }
    }

    fn run(&mut self, data: &[u8], run: Range<usize>, masks: &Masks) {
        let known = self.recognised;
        self.hex_runs(data, run.clone());
        if run.len() >= LEAST_RUN {
            self.alphanumeric_runs(data, run.clone());
        }
        if run.len() >= BASE64_LENGTHS[0] {
            self.base64_digests(data, run.clone());
            if self.inner.options.unknown {
                self.unknown_run(data, run.clone());
            }
        }
        if self.recognised == known && self.may_open() {
            self.base64_contents(data, run, masks);
        }
    }

    fn unknown_run(&mut self, data: &[u8], run: Range<usize>) {
        let text = &data[run.clone()];
        let form = if text.iter().all(|b| is_hex(*b)) { hex_form(text) } else { base64_form(text) };
        self.unknown_digest(data, run, form);
    }

    fn hex_runs(&mut self, data: &[u8], run: Range<usize>) {
        let mut at = run.start;
        while at < run.end {
            let length = data[at..run.end].iter().take_while(|b| is_hex(**b)).count();
            if length >= LEAST_RUN {
                self.hex_run(data, at..at + length);
            }
            at += length.max(1);
        }
    }

    fn hex_run(&mut self, data: &[u8], run: Range<usize>) {
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
        if self.may_open() {
            self.hex_contents(data, run);
        }
    }

    fn hex_digest(&mut self, data: &[u8], token: Range<usize>, whole: bool) {
        // The first eight bytes decide nearly always; the rest is decoded for the few that pass.
        let mut first = [0; 8];
        let length = encode::unhex_into(&data[token.clone()], &mut first);
        if !self.inner.table.may_hold(digest_key(&first[..length])) {
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
        if !self.inner.table.may_hold(first) {
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
    fn alphanumeric_runs(&mut self, data: &[u8], run: Range<usize>) {
        let mut at = run.start;
        while at < run.end {
            let length = data[at..run.end].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
            if length >= LEAST_RUN {
                self.base32(data, at..at + length);
                self.base58(data, at..at + length);
            }
            at += length.max(1);
        }
    }

    fn base32(&mut self, data: &[u8], run: Range<usize>) {
        let text = &data[run.clone()];
        let upper = text.iter().all(|b| matches!(b, b'A'..=b'Z' | b'2'..=b'7'));
        let lower = !upper && text.iter().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'));
        if !upper && !lower {
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
        let mixed = text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase);
        if !(20..=90).contains(&run.len()) || !mixed {
            return;
        }
        if text.iter().any(|b| b"0OIl".contains(b)) {
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

    fn base64_contents(&mut self, data: &[u8], run: Range<usize>, masks: &Masks) {
        let may_be_text = masks.may_hold_text(&run);
        let raw = &data[run.clone()];
        if !may_be_text && !binary_in_base64(raw) {
            return;
        }
        let joined = self.joined_lines(data, run.clone());
        let text = joined.as_deref().unwrap_or(raw);
        let name = if text.iter().any(|b| b"-_".contains(b)) { "base64url" } else { "base64" };
        let content = encode::unbase64(text);
        if looks_like_text(&content) || super::binary::is_container(&content) {
            return self.open(name, run, &content);
        }
        if let Some(text) = lzstring::decompress(text, self.allowance()) {
            return self.open("lz-string", run, text.as_bytes());
        }
        let known = self.recognised;
        if binary_in_base64(text) {
            self.open(name, run.clone(), &content);
        }
        if self.recognised == known && may_be_text {
            self.base64_phases(data, run, name);
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
    fn base64_phases(&mut self, data: &[u8], run: Range<usize>, name: &'static str) {
        for phase in 0..4 {
            let start = run.start + phase;
            let content = encode::unbase64(&data[start..run.end]);
            for stretch in text_stretches(&content) {
                let token = start + stretch.start / 3 * 4..start + stretch.end.div_ceil(3) * 4;
                self.open(name, token.start..token.end.min(run.end), &content[stretch]);
            }
        }
    }
}

/// Bytes that are no text, written in base64, show letters of both cases; names, words and hex digits do not.
fn binary_in_base64(text: &[u8]) -> bool {
    text.len() >= LEAST_BINARY && text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase)
}

/// Stretches of printable ASCII that are too long for chance.
fn text_stretches(content: &[u8]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for (i, b) in content.iter().chain([&0]).enumerate() {
        if !(0x20..0x7f).contains(b) {
            if i - start >= LEAST_TEXT {
                all.push(start..i);
            }
            start = i + 1;
        }
    }
    all
}
