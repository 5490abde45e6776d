//! Runs of the base64 alphabet (which holds hex, base32 and base58): digests and encoded contents.

use super::unknown::{base64_form, hex_form};
use super::{Scanner, looks_like_text};
use crate::encode::{self, BASE64_VALUE, HEX_VALUE, NOT};
use crate::lzstring;
use std::ops::Range;

/// Characters of unpadded base64 for digests of 16, 20, 28, 32, 48 and 64 bytes.
const BASE64_LENGTHS: [usize; 6] = [22, 27, 38, 43, 64, 86];
/// Hex digits for digests of 16 … 64 bytes: to find one whose front is glued to something (`3D<hex>`).
const HEX_LENGTHS: [usize; 6] = [32, 40, 56, 64, 96, 128];
/// Shortest run whose contents are looked at: nine bytes.
const LEAST_RUN: usize = 12;
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
    pub(super) fn runs(&mut self, data: &[u8]) {
        let mut at = 0;
        while at < data.len() {
            if !is_base64(data[at]) {
                at += 1;
                continue;
            }
            let end = at + data[at..].iter().take_while(|b| is_base64(**b)).count();
            if end - at >= 8 {
                self.run(data, at..end);
            }
            if self.inner.options.unknown && end - at >= 22 {
                let text = &data[at..end];
                let form = if text.iter().all(|b| is_hex(*b)) { hex_form(text) } else { base64_form(text) };
                self.unknown_digest(data, at..end, form);
            }
            at = end;
        }
    }

    fn run(&mut self, data: &[u8], run: Range<usize>) {
        self.hex_runs(data, run.clone());
        if run.len() >= 16 {
            self.alphanumeric_runs(data, run.clone());
        }
        if run.len() >= BASE64_LENGTHS[0] {
            self.base64_digests(data, run.clone());
        }
        if run.len() >= LEAST_RUN && self.may_open() {
            self.base64_contents(data, run);
        }
    }

    fn hex_runs(&mut self, data: &[u8], run: Range<usize>) {
        let mut at = run.start;
        while at < run.end {
            let length = data[at..run.end].iter().take_while(|b| is_hex(**b)).count();
            if length >= 8 {
                self.hex_run(data, at..at + length);
            }
            at += length.max(1);
        }
    }

    fn hex_run(&mut self, data: &[u8], run: Range<usize>) {
        if matches!(run.len(), 8 | 16) {
            self.hex_digest(data, run.clone(), true);
        }
        if run.len() >= 32 {
            let glued = [0, 2, 4].map(|n| run.start + n);
            let ends = HEX_LENGTHS.iter().filter_map(|n| run.end.checked_sub(*n)).filter(|s| *s > run.start);
            for start in glued.into_iter().chain(ends).filter(|s| run.end - s >= 32) {
                self.hex_digest(data, start..run.end, false);
            }
        }
        if run.len() >= LEAST_RUN && self.may_open() {
            self.hex_contents(data, run);
        }
    }

    fn hex_digest(&mut self, data: &[u8], token: Range<usize>, whole: bool) {
        let first = encode::unhex(&data[token.start..token.start + token.len().min(16)]);
        // The first eight bytes decide nearly always; the rest is decoded for the few that pass.
        if !self.inner.table.may_hold(crate::keys::digest_key(&first)) {
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
        let inside = (run.start + 1..=last).filter(|i| !data[i - 1].is_ascii_alphanumeric()).take(MOST_STARTS);
        let ends = BASE64_LENGTHS.iter().filter(|n| **n < text.len()).map(|n| run.end - n);
        for start in std::iter::once(run.start).chain(inside).chain(ends) {
            self.base64_digest(data, start..run.end);
        }
    }

    fn base64_digest(&mut self, data: &[u8], token: Range<usize>) {
        let first = encode::unbase64(&data[token.start..token.start + 11]);
        if first.len() < 8 || !self.inner.table.may_hold(crate::keys::digest_key(&first)) {
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
            if length >= 16 {
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
        let Some(content) = encode::unbase58(text) else { return };
        if content.len() >= 16 && self.digest_token(data, run.clone(), &content, true, "base58") {
            return;
        }
        if self.may_open() && looks_like_text(&content) {
            self.open("base58", run, &content);
        }
    }

    fn base64_contents(&mut self, data: &[u8], run: Range<usize>) {
        let joined = self.joined_lines(data, run.clone());
        let text = joined.as_deref().unwrap_or(&data[run.clone()]);
        let name = if text.iter().any(|b| b"-_".contains(b)) { "base64url" } else { "base64" };
        let content = encode::unbase64(text);
        if looks_like_text(&content) || super::binary::is_container(&content) {
            return self.open(name, run, &content);
        }
        if let Some(text) = lzstring::decompress(text, self.allowance()) {
            return self.open("lz-string", run, text.as_bytes());
        }
        if content.len() >= LEAST_TEXT {
            self.open(name, run.clone(), &content);
        }
        self.base64_phases(data, run, name);
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

    /// The start of the run may be glued to something else: text at the other three phases.
    fn base64_phases(&mut self, data: &[u8], run: Range<usize>, name: &'static str) {
        for phase in 1..4 {
            let start = run.start + phase;
            let content = encode::unbase64(&data[start..run.end]);
            for stretch in text_stretches(&content) {
                let token = start + stretch.start / 3 * 4..start + stretch.end.div_ceil(3) * 4;
                self.open(name, token.start..token.end.min(run.end), &content[stretch]);
            }
        }
    }
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
