//! What was sent as a body, as programs write it: text, base64, bytes as characters, or parameters alone.

use super::decoded;
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct PostData {
    #[serde(default, rename = "mimeType")]
    mime: String,
    text: Option<String>,
    #[serde(rename = "_encoding", alias = "encoding")]
    encoding: Option<String>,
    #[serde(default)]
    params: Vec<Param>,
}

#[derive(Deserialize)]
struct Param {
    #[serde(default)]
    name: String,
    #[serde(default)]
    value: String,
    #[serde(rename = "fileName")]
    file_name: Option<String>,
}

impl PostData {
    /// Text where there is one; the parameters put together again where a program wrote only those.
    pub(super) fn bytes(self, why: &mut Option<String>) -> Option<Vec<u8>> {
        match self.text {
            Some(text) if !text.is_empty() || self.params.is_empty() => {
                let encoding = self.encoding.as_deref();
                if encoding.is_none_or(str::is_empty) {
                    if let Some(bytes) = latin1(&text, &self.mime) {
                        return Some(bytes);
                    }
                    if lost_bytes(&text) {
                        *why = Some(REPLACED.to_owned());
                    }
                }
                Some(bytes_or(text, encoding, "the body", why))
            }
            _ if self.params.is_empty() => None,
            _ if self.mime.starts_with("multipart/") => Some(parts_of(&self.params)),
            _ => Some(form_of(&self.params)),
        }
    }
}

const REPLACED: &str =
    "the body: the program that wrote the file replaced bytes that are no text; what stood there cannot be seen";

/// Some programs write bytes as characters of the same number. Told by what packed data begin with, or by a media type
/// that is no text where the bytes are text of their own or hold controls that no text has.
fn latin1(text: &str, mime: &str) -> Option<Vec<u8>> {
    if text.bytes().all(|b| matches!(b, b'\t' | b'\n' | b'\r' | 0x20..=0x7e)) {
        return None;
    }
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(c).ok()).collect::<Option<_>>()?;
    // gzip, Zstandard, zlib
    let packed = match bytes[..] {
        [0x1f, 0x8b, ..] | [0x28, 0xb5, 0x2f, 0xfd, ..] => true,
        [0x78, 0x01 | 0x5e | 0x9c | 0xda, _, ..] => !text.is_ascii(),
        _ => false,
    };
    let plain = ["text/", "json", "xml", "javascript", "urlencoded", "multipart/"];
    let is_text = mime.is_empty() || plain.iter().any(|p| mime.to_ascii_lowercase().contains(p));
    let controls = || bytes.iter().any(|b| matches!(b, 0x80..=0x9f));
    let binary = !is_text && !text.is_ascii() && (controls() || std::str::from_utf8(&bytes).is_ok());
    (packed || binary).then_some(bytes)
}

/// Whether a text has replacement characters where it is no text at all.
fn lost_bytes(text: &str) -> bool {
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    text.contains('\u{fffd}') && (text.contains(control) || text.starts_with('\u{fffd}'))
}

/// Parameters are listed decoded or not, depending on the program; `=` and `&` stay what they are.
fn form_of(params: &[Param]) -> Vec<u8> {
    params.iter().map(|p| format!("{}={}", p.name, p.value)).collect::<Vec<_>>().join("&").into_bytes()
}

/// A multipart body under a boundary of its own (RFC 7578).
fn parts_of(params: &[Param]) -> Vec<u8> {
    let part = |p: &Param| {
        let file = p.file_name.as_ref().map(|f| format!("; filename=\"{f}\"")).unwrap_or_default();
        let head = format!("--sluss-part\r\nContent-Disposition: form-data; name=\"{}\"{file}", p.name);
        format!("{head}\r\n\r\n{}\r\n", p.value)
    };
    (params.iter().map(part).collect::<String>() + "--sluss-part--\r\n").into_bytes()
}

/// What a text stands for; as it stands, with the reason, where its encoding is not what it says.
pub(super) fn bytes_or(text: String, encoding: Option<&str>, what: &str, why: &mut Option<String>) -> Vec<u8> {
    let Some(encoding) = encoding.filter(|e| !e.is_empty()) else { return text.into_bytes() };
    decoded(&text, encoding).unwrap_or_else(|reason| {
        *why = Some(format!("{what}: {reason}; it was read as it stands"));
        text.into_bytes()
    })
}
