use crate::RunRef;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One request and what came back, from a browser or from an archive.
///
/// Bytes are kept as they were on the wire: `body` is not decoded, `url` is not normalised.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Exchange {
    /// Unique within its recording or file.
    pub id: String,
    pub at: Option<Timestamp>,
    /// Address of the page (top document) the request was made from.
    pub page: Option<String>,
    /// The script that caused it: `https://host/tag.js` or `https://host/tag.js:line:column` (1-based).
    pub initiator: Option<String>,
    /// The whole call stack, innermost first, same form as `initiator`.
    pub stack: Vec<String>,
    pub method: String,
    pub url: String,
    /// As sent, in order; names as they stood.
    pub headers: Vec<(String, String)>,
    pub body: Option<Vec<u8>>,
    /// Payloads sent over a WebSocket or WebTransport opened by this request, in order.
    pub frames: Vec<Vec<u8>>,
    /// When and where each of `frames` went out: one for each, or none where nobody knows.
    pub sent: Vec<Sent>,
    pub response: Option<Response>,
    /// How long it took; none where nobody told.
    pub times: Option<Times>,
    /// The id of the exchange that redirected here.
    pub redirected_from: Option<String>,
    /// Which journey, consent state and step it belongs to; none for archives.
    pub run: Option<RunRef>,
    /// Which witnesses saw it (`network`, `fetch`, `spy`, `har` …).
    pub seen_by: Vec<String>,
}

/// A connection outlives the step it was opened in, and the address its page had then.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sent {
    pub at: Option<Timestamp>,
    pub page: Option<String>,
    pub step: Option<String>,
}

/// How long the parts of an exchange took, in milliseconds and divided as HAR 1.2 does; -1 where a part did not happen.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Times {
    pub blocked: f64,
    pub dns: f64,
    /// With `ssl`.
    pub connect: f64,
    pub ssl: f64,
    pub send: f64,
    pub wait: f64,
    pub receive: f64,
}

impl Times {
    pub fn total(&self) -> f64 {
        [self.blocked, self.dns, self.connect, self.send, self.wait, self.receive]
            .iter()
            .map(|part| part.max(0.0))
            .sum()
    }
}

/// What came back. `body` is kept for documents, scripts and JSON up to a limit: vendor settings are read from it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Response {
    pub status: u16,
    pub mime: String,
    pub headers: Vec<(String, String)>,
    /// By the name that ends agree on (ALPN, RFC 7301): `http/1.1`, `h2`; empty where nobody told.
    #[serde(default)]
    pub protocol: String,
    #[serde(skip)]
    pub body: Option<Vec<u8>>,
    /// Bytes of a body that is not here, unpacked, where they were counted.
    #[serde(skip)]
    pub size: Option<u64>,
    /// Why the body is not here.
    #[serde(skip)]
    pub unkept: Option<String>,
}

impl Exchange {
    /// Among `headers` the other body of a row that has two: no header can be called so (RFC 9110 section 5.1).
    pub const OTHER_BODY: &str = "body (other)";

    /// Among `headers`, before the name of a column: what a row holds there are bytes, written as characters of the same
    /// numbers. No header can be called so.
    pub const BYTES: &str = "bytes of ";

    /// The header for a column that holds bytes.
    pub fn bytes_of(column: &str, bytes: &[u8]) -> (String, String) {
        (format!("{}{column}", Self::BYTES), bytes.iter().map(|b| char::from(*b)).collect())
    }

    /// The value of the first header with this name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }

    /// Host of the URL without port, lower case; none when there is no authority part.
    pub fn host(&self) -> Option<String> {
        host_of(&self.url)
    }
}

/// Host of any absolute URL, without user, port or brackets, lower case.
pub(crate) fn host_of(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, h)| h);
    let host = match host.strip_prefix('[') {
        Some(v6) => v6.split(']').next()?,
        None => host.split(':').next()?,
    };
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::host_of;

    #[test]
    fn host_is_read_from_what_an_archive_may_hold() {
        for (url, host) in [
            ("https://WWW.Example.com:8443/a?b", Some("www.example.com")),
            ("wss://u:p@example.com/", Some("example.com")),
            ("https://[::1]:443/x", Some("::1")),
            ("https://example.com?x=1", Some("example.com")),
            ("data:text/plain,x", None),
            ("https:///x", None),
        ] {
            assert_eq!(host_of(url).as_deref(), host, "{url}");
        }
    }
}
