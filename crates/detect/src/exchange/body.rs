//! The body by what it is: content encoding, multipart, JSON, form, anything else.

use super::leaf::may_be_somebodys;
use crate::inflate::{self, Open, Opened};
use crate::scan::{Scanner, is_control, is_message, looks_like_text};
use encoding_rs::Encoding;
use facts::{Exchange, Gap};
use std::borrow::Cow;

impl Scanner {
    pub(crate) fn body(&mut self, exchange: &Exchange) {
        let Some(body) = exchange.body.as_deref().filter(|b| !b.is_empty()) else { return };
        let kind = exchange.header("content-type").unwrap_or("");
        let encoding = exchange.header("content-encoding").unwrap_or("").trim().to_ascii_lowercase();
        self.charset = charset(kind);
        // the last one named is the outermost
        let encodings: Vec<&str> = encoding.rsplit(',').map(str::trim).collect();
        self.coded(body, &encodings, kind);
        self.charset = None;
    }

    fn coded(&mut self, body: &[u8], encodings: &[&str], kind: &str) {
        let [encoding, rest @ ..] = encodings else { return self.typed(body, kind) };
        match self.decoded(body, encoding) {
            Some((layer, content)) => self.open_with(layer, body.len(), &content, |s| s.coded(&content, rest, kind)),
            None if matches!(*encoding, "" | "identity") => self.coded(body, rest, kind),
            None => self.typed(body, kind),
        }
    }

    /// The body without the encoding its header names (RFC 9110 section 8.4); none where it has none, or not really.
    fn decoded(&mut self, body: &[u8], encoding: &str) -> Option<(&'static str, Vec<u8>)> {
        let (layer, open): (_, Open) = match encoding {
            "gzip" | "x-gzip" => ("gzip", inflate::gzip),
            "br" => ("br", inflate::brotli),
            "zstd" => ("zstd", inflate::zstd),
            "deflate" if inflate::is_zlib(body) => ("zlib", inflate::zlib),
            "deflate" => ("deflate", inflate::deflate),
            "" | "identity" => return None,
            other => {
                self.not_opened(body, other);
                return None;
            }
        };
        // some proxies write bodies unpacked and leave the header as it was
        if looks_like_text(body) {
            return None;
        }
        let allowance = self.allowance();
        match open(&mut self.inflater, body, allowance) {
            Opened::Content(content) => Some((layer, content)),
            Opened::TooLarge => {
                self.too_large();
                None
            }
            Opened::Not => {
                let why = format!("the header says {layer}, the bytes are not");
                self.gaps.push(Gap::new("body", why));
                None
            }
        }
    }

    /// A body in another encoding (LZ4, Snappy, encrypted: RFC 8188): its bytes are looked through as they stand.
    fn not_opened(&mut self, body: &[u8], encoding: &str) {
        const LONGEST: usize = 24;
        let is_name =
            encoding.len() <= LONGEST && encoding.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_, ".contains(&b));
        if !looks_like_text(body) {
            let name = if is_name { encoding } else { "the header names" };
            self.gaps.push(Gap::new("body", format!("its content encoding is not opened here: {name}")));
        }
    }

    fn typed(&mut self, body: &[u8], kind: &str) {
        if let Some(boundary) = boundary(body, kind) {
            return self.multipart(body, &boundary);
        }
        // signs of several bytes may hold those of JSON and of forms
        let several = self.charset.filter(|charset| !charset.is_single_byte());
        match several.and_then(|charset| read_in(charset, body)) {
            Some(text) => self.open_with("charset", body.len(), text.as_bytes(), |s| s.document(text.as_bytes(), 0)),
            None => self.document(body, 0),
        }
    }

    /// JSON, a form, or anything else: by what it is, whatever it is called.
    pub(crate) fn document(&mut self, body: &[u8], offset: usize) {
        // before JSON may stand the mark of its encoding, and what parts one text of it from the next (RFC 7464)
        let text = body.trim_ascii_start();
        let inner = text.strip_prefix(b"\xef\xbb\xbf").or(text.strip_prefix(b"\x1e")).unwrap_or(text);
        let (body, offset) = match inner.first() {
            Some(b'{' | b'[' | b'"') => (inner, offset + body.len() - inner.len()),
            _ => (body, offset),
        };
        let first = body.trim_ascii_start().first();
        self.shifted(offset, true, |s| match first {
            // the tag of a field of Protocol Buffers
            Some(b'"' | b'0'..=b'9') if is_message(body) => s.leaf(body),
            Some(b'{' | b'[' | b'"') if !is_binary(body) => s.json(body),
            Some(b'0'..=b'9') if has_json_after_number(body) => s.json(body),
            _ if is_form(body) => s.pairs(body, 0),
            _ if is_forms(body) => s.forms(body),
            _ => {
                s.typed_in(body);
                s.leaf(body);
            }
        });
    }

    /// A form a line, as events are sent several at once.
    fn forms(&mut self, body: &[u8]) {
        let mut at = 0;
        for line in body.split(|b| *b == b'\n') {
            self.pairs(line.strip_suffix(b"\r").unwrap_or(line), at);
            at += line.len() + 1;
        }
    }

    fn multipart(&mut self, body: &[u8], boundary: &[u8]) {
        let delimiter = [b"--", boundary].concat();
        let starts: Vec<usize> = memchr::memmem::find_iter(body, &delimiter).collect();
        for (i, start) in starts.iter().enumerate() {
            let from = start + delimiter.len();
            let to = starts.get(i + 1).copied().unwrap_or(body.len());
            self.multipart_part(body, from, to);
        }
        self.value_at(&body[..starts.first().copied().unwrap_or(body.len())], 0);
    }

    fn multipart_part(&mut self, body: &[u8], from: usize, to: usize) {
        let part = &body[from..to];
        let (head, skip) = match (memchr::memmem::find(part, b"\r\n\r\n"), memchr::memmem::find(part, b"\n\n")) {
            (Some(at), _) => (&part[..at], at + 4),
            (None, Some(at)) => (&part[..at], at + 2),
            (None, None) => return self.value_at(part, from),
        };
        let content = part[skip..].strip_suffix(b"\r\n").unwrap_or(&part[skip..]);
        let head = String::from_utf8_lossy(head);
        let encoded = head.to_ascii_lowercase().contains("content-transfer-encoding: quoted-printable");
        let name = parameter(&head, "name=").unwrap_or_default();
        // RFC 8187: a charset, a language and the text in percent-encoding
        let coded = parameter(&head, "filename*=").and_then(|file| Some(file.splitn(3, '\'').nth(2)?.to_owned()));
        for file in [parameter(&head, "filename="), coded].into_iter().flatten() {
            self.under(&name, |s| s.shifted(from, false, |s| s.leaf(file.as_bytes())));
        }
        if may_be_somebodys(name.as_bytes()) {
            self.shifted(from, false, |s| s.name(name.as_bytes()));
        }
        for (header, value) in head.lines().filter_map(|line| line.split_once(':')) {
            let header = header.trim().to_ascii_lowercase();
            if !header.starts_with("content-") || header == "content-id" || header == "content-location" {
                self.under(&name, |s| {
                    s.under(&header, |s| s.shifted(from, false, |s| s.leaf(value.trim().as_bytes())))
                });
            }
        }
        self.under(&name, |s| match encoded {
            // `=40` is no pair of a form
            true => s.shifted(from + skip, true, |s| s.flat(content)),
            false => s.document(content, from + skip),
        });
    }

    fn open_with(&mut self, layer: &'static str, length: usize, content: &[u8], scan: impl FnOnce(&mut Self)) {
        // the transfer's own encoding is syntax: it costs no depth, only budget
        if self.allowance() < content.len() || length == 0 {
            return self.too_large();
        }
        self.layers.push(layer);
        self.shifted(0, false, scan);
        self.layers.pop();
    }
}

/// What a request says its body is written in, where that is none of those that are tried anyhow.
fn charset(kind: &str) -> Option<&'static Encoding> {
    let named = parameter(&kind.to_ascii_lowercase(), "charset=")?;
    let charset = Encoding::for_label(named.as_bytes())?;
    let is_tried = charset == encoding_rs::UTF_8 || charset == encoding_rs::WINDOWS_1252;
    (charset.is_ascii_compatible() && !is_tried).then_some(charset)
}

/// A text in this character set; none where the bytes are text without it, or none in it.
pub(super) fn read_in(charset: &'static Encoding, bytes: &[u8]) -> Option<String> {
    if std::str::from_utf8(bytes).is_ok() || bytes.iter().any(|b| is_control(*b)) {
        return None;
    }
    charset.decode_without_bom_handling_and_without_replacement(bytes).map(Cow::into_owned)
}

/// From the header, or from a body that begins like one.
fn boundary(body: &[u8], header: &str) -> Option<Vec<u8>> {
    let kind = header.to_ascii_lowercase();
    let told = kind.starts_with("multipart/").then(|| parameter(header, "boundary=")).flatten();
    let stands = |b: &String| !b.is_empty() && memchr::memmem::find(body, format!("--{b}").as_bytes()).is_some();
    if let Some(told) = told.filter(stands) {
        return Some(told.into_bytes());
    }
    let first = body.strip_prefix(b"--")?.split(|b| *b == b'\n').next()?.trim_ascii_end();
    let is_multipart =
        || kind.starts_with("multipart/") || memchr::memmem::find(&body[..body.len().min(400)], b"ontent-").is_some();
    ((1..=70).contains(&first.len()) && is_multipart()).then(|| first.to_vec())
}

fn parameter(head: &str, name: &str) -> Option<String> {
    let found = head.match_indices(name).find(|(at, _)| !head[..*at].ends_with(|c: char| c.is_alphanumeric()))?;
    let rest = &head[found.0 + name.len()..];
    Some(match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().unwrap_or("").to_owned(),
        None => rest.split([';', '\r', '\n']).next().unwrap_or("").trim().to_owned(),
    })
}

/// Whether bytes begin as no text does: a stream may have the first sign of JSON, as has JSON in UTF-16.
fn is_binary(body: &[u8]) -> bool {
    let head = &body[..body.len().min(256)];
    head.starts_with(b"{\0")
        || head.starts_with(b"[\0")
        || head.starts_with(b"\"\0")
        || head.iter().any(|b| is_control(*b)) && std::str::from_utf8(head).is_err_and(|e| e.error_len().is_some())
}

/// `42["event",{…}]`: socket.io and its like put a type before the document.
fn has_json_after_number(body: &[u8]) -> bool {
    let rest = body.trim_ascii_start();
    let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    matches!(rest.get(digits), Some(b'{' | b'['))
}

fn is_forms(body: &[u8]) -> bool {
    let mut lines = body.split(|b| *b == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    body.contains(&b'\n') && lines.all(|line| line.contains(&b'&') && is_form(line))
}

fn is_form(body: &[u8]) -> bool {
    let first = body.split(|b| *b == b'&').next().unwrap_or(body);
    let Some(equals) = memchr::memchr(b'=', first) else { return false };
    let named = first[..equals].iter().all(|b| b.is_ascii_graphic() && !b"{}<>\"".contains(b));
    // padding is no value
    let valued = first[equals..].iter().any(|b| *b != b'=') || first.len() < body.len();
    (1..=128).contains(&equals) && named && valued && !body.trim_ascii_end().iter().any(|b| *b < b' ')
}
