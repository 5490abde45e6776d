use super::Content;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::{Exchange, Unreadable};
use jiff::Timestamp;
use serde::Deserialize;
use std::io::{BufRead, Read};

/// A line longer than this is no exchange; it is skipped in constant memory and named.
const LONGEST: u64 = 256 * 1024 * 1024;

/// Traffic NDJSON (CONTRACTS): one exchange a line, only `url` required.
pub(super) struct Lines {
    source: String,
    content: Content,
    line: u64,
    buffer: Vec<u8>,
    ended: bool,
}

#[derive(Deserialize)]
struct Line {
    id: Option<Id>,
    at: Option<String>,
    page: Option<String>,
    initiator: Option<String>,
    method: Option<String>,
    url: String,
    #[serde(default)]
    headers: Vec<(String, String)>,
    body: Option<String>,
    body_base64: Option<String>,
    #[serde(default)]
    frames: Vec<String>,
}

/// Exporters write numbers too.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

impl Lines {
    pub(super) fn new(source: String, content: Content) -> Self {
        Self { source, content, line: 0, buffer: Vec::new(), ended: false }
    }

    fn unreadable(&self, why: impl Into<String>) -> Unreadable {
        Unreadable { source: self.source.clone(), line: Some(self.line), why: why.into() }
    }

    /// The next line without its end; none at the end of the file.
    fn fill(&mut self) -> Result<Option<&[u8]>, Unreadable> {
        self.buffer.clear();
        self.line += 1;
        let read = self.content.by_ref().take(LONGEST).read_until(b'\n', &mut self.buffer);
        if let Err(error) = read {
            self.ended = true;
            return Err(self.unreadable(format!("the file cannot be read from here on: {error}")));
        }
        if self.buffer.is_empty() {
            self.ended = true;
            return Ok(None);
        }
        if self.buffer.last() != Some(&b'\n') && self.buffer.len() as u64 == LONGEST {
            self.skip_rest();
            return Err(self.unreadable("the line is longer than 256 MiB"));
        }
        let line = self.buffer.trim_ascii();
        Ok(Some(line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line)))
    }

    fn skip_rest(&mut self) {
        loop {
            let Ok(buffer) = self.content.fill_buf() else { return };
            if buffer.is_empty() {
                return;
            }
            let end = memchr::memchr(b'\n', buffer);
            let used = end.map_or(buffer.len(), |i| i + 1);
            self.content.consume(used);
            if end.is_some() {
                return;
            }
        }
    }
}

impl Iterator for Lines {
    type Item = Result<Exchange, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let read = match self.fill() {
                Err(why) => return Some(Err(why)),
                Ok(None) => return None,
                Ok(Some([])) => continue,
                Ok(Some(line)) => parse(line),
            };
            let line = self.line;
            return Some(read.map(|l| l.exchange(line)).unwrap_or_else(Err).map_err(|why| self.unreadable(why)));
        }
        None
    }
}

fn parse(line: &[u8]) -> Result<Line, String> {
    serde_json::from_slice(line).map_err(|e| reason(&e))
}

/// Says what is wrong and at which column, never the value that stands there.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    let what = if what.contains('"') { "a value of the wrong type" } else { what };
    match error.column() {
        0 => format!("not an exchange: {what}"),
        column => format!("not an exchange: {what} (column {column})"),
    }
}

impl Line {
    fn exchange(self, line: u64) -> Result<Exchange, String> {
        let at = self.at.map(|at| at.parse::<Timestamp>()).transpose();
        let at = at.map_err(|_| "`at` is not a time like `2021-03-01T12:00:00Z`".to_owned())?;
        let body = match (self.body, self.body_base64) {
            (Some(_), Some(_)) => return Err("both `body` and `body_base64` are given; keep one".to_owned()),
            (text, None) => text.map(String::into_bytes),
            (None, Some(encoded)) => {
                Some(STANDARD.decode(encoded).map_err(|_| "`body_base64` is not valid base64".to_owned())?)
            }
        };
        Ok(Exchange {
            id: self.id.map_or_else(|| line.to_string(), Id::text),
            at,
            page: self.page,
            initiator: self.initiator,
            method: self.method.unwrap_or_else(|| if body.is_some() { "POST" } else { "GET" }.to_owned()),
            url: self.url,
            headers: self.headers,
            body,
            frames: self.frames.into_iter().map(String::into_bytes).collect(),
            seen_by: vec!["ndjson".to_owned()],
            ..Exchange::default()
        })
    }
}

impl Id {
    fn text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
        }
    }
}
