use super::{OwnEntry, OwnLog, SCHEMA, UNKNOWN, cookies, text_of};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::{Exchange, Recording, Response};
use jiff::Timestamp;
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::io;

/// Writes one exchange after the other; memory does not grow with the recording.
pub fn write(recording: &Recording, mut out: impl io::Write) -> io::Result<()> {
    serde_json::to_writer(&mut out, &json_log(recording))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct File<'a> {
    log: Log<'a>,
}

#[derive(Serialize)]
struct Log<'a> {
    version: &'static str,
    creator: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    browser: Option<Value>,
    pages: Vec<Value>,
    _sluss: OwnLog,
    entries: EntryList<'a>,
}

fn json_log(recording: &Recording) -> File<'_> {
    let (name, version) = recording.browser.split_once('/').unwrap_or((&recording.browser, ""));
    File {
        log: Log {
            version: "1.2",
            creator: json!({"name": "sluss", "version": env!("CARGO_PKG_VERSION")}),
            browser: (!name.is_empty()).then(|| json!({"name": name, "version": version})),
            pages: pages(recording),
            _sluss: OwnLog {
                schema: SCHEMA.to_owned(),
                started: recording.started,
                ended: recording.ended,
                start: recording.start.clone(),
                browser: recording.browser.clone(),
                mode: recording.mode,
                runs: recording.runs.clone(),
                gaps: recording.gaps.clone(),
                canaries: recording.canaries.clone(),
                behaviours: recording.behaviours.clone(),
                aliases: recording.aliases.clone(),
            },
            entries: EntryList(&recording.exchanges),
        },
    }
}

/// One HAR page for each page address, dated by its first exchange.
fn pages(recording: &Recording) -> Vec<Value> {
    let mut seen: Vec<&str> = Vec::new();
    let mut out = Vec::new();
    for exchange in &recording.exchanges {
        let Some(page) = exchange.page.as_deref().filter(|p| !seen.contains(p)) else { continue };
        seen.push(page);
        let started = exchange.at.or(recording.started).unwrap_or_default();
        out.push(json!({"startedDateTime": started.to_string(), "id": page, "title": page, "pageTimings": {}}));
    }
    out
}

struct EntryList<'a>(&'a [Exchange]);

impl Serialize for EntryList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for exchange in self.0 {
            list.serialize_element(&entry(exchange))?;
        }
        list.end()
    }
}

fn entry(exchange: &Exchange) -> Value {
    let mut entry = json!({
        "startedDateTime": exchange.at.unwrap_or_default().to_string(),
        "time": exchange.times.map_or(0.0, |times| times.total()),
        "request": request(exchange),
        "response": response(exchange),
        "cache": {},
        "timings": timings(exchange),
        "_sluss": own(exchange),
    });
    if let Some(page) = &exchange.page {
        entry["pageref"] = json!(page);
    }
    if !exchange.frames.is_empty() {
        let sent = |n: usize| exchange.sent.get(n).and_then(|s| s.at);
        let messages = exchange.frames.iter().enumerate().map(|(n, f)| message(f, sent(n)));
        entry["_webSocketMessages"] = messages.collect();
    }
    entry
}

fn own(exchange: &Exchange) -> OwnEntry {
    OwnEntry {
        id: exchange.id.clone(),
        at: exchange.at,
        page: exchange.page.clone(),
        initiator: exchange.initiator.clone(),
        stack: exchange.stack.clone(),
        frames: exchange.frames.iter().map(|f| STANDARD.encode(f)).collect(),
        sent: exchange.sent.clone(),
        responded: exchange.response.is_some(),
        redirected_from: exchange.redirected_from.clone(),
        run: exchange.run.clone(),
        seen_by: exchange.seen_by.clone(),
    }
}

/// As Chrome exports a sent frame, so that other programs see it too.
fn message(frame: &[u8], at: Option<Timestamp>) -> Value {
    let (opcode, data) = match std::str::from_utf8(frame) {
        Ok(text) => (1, text.to_owned()),
        Err(_) => (2, STANDARD.encode(frame)),
    };
    let mut message = json!({"type": "send", "opcode": opcode, "data": data});
    if let Some(at) = at {
        message["time"] = json!(at.as_microsecond() as f64 / 1e6);
    }
    message
}

fn request(exchange: &Exchange) -> Value {
    let mut request = json!({
        "method": exchange.method,
        "url": exchange.url,
        "httpVersion": version(exchange.response.as_ref()),
        "cookies": cookies::sent(&exchange.headers),
        "headers": headers(&exchange.headers),
        "queryString": query(&exchange.url),
        "headersSize": -1,
        "bodySize": exchange.body.as_ref().map_or(0, Vec::len),
    });
    if let Some(body) = &exchange.body {
        let (text, encoding) = text_of(body);
        let mime = exchange.header("content-type").unwrap_or("");
        request["postData"] = json!({"mimeType": mime, "text": text});
        if let Some(encoding) = encoding {
            request["postData"]["_encoding"] = json!(encoding);
        }
    }
    request
}

fn response(exchange: &Exchange) -> Value {
    let empty = Response::default();
    let response = exchange.response.as_ref().unwrap_or(&empty);
    let counted = response.body.as_ref().map(|b| b.len() as u64).or(response.size);
    let mut content = json!({"size": counted.map_or(json!(-1), |n| json!(n)), "mimeType": response.mime});
    if let Some(body) = &response.body {
        let (text, encoding) = text_of(body);
        content["text"] = json!(text);
        if let Some(encoding) = encoding {
            content["encoding"] = json!(encoding);
        }
    }
    if let Some(why) = &response.unkept {
        content["comment"] = json!(why);
    }
    let location = response.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case("location")).map_or("", |(_, v)| v);
    json!({
        "status": response.status, "statusText": "", "httpVersion": version(exchange.response.as_ref()),
        "cookies": cookies::set(&response.headers, exchange.at), "headers": headers(&response.headers),
        "content": content, "redirectURL": location, "headersSize": -1, "bodySize": -1,
    })
}

fn version(response: Option<&Response>) -> &str {
    response.map(|r| r.protocol.as_str()).filter(|p| !p.is_empty()).unwrap_or(UNKNOWN)
}

/// HAR lets only the parts before sending be left open.
fn timings(exchange: &Exchange) -> Value {
    let open = json!({
        "blocked": -1, "dns": -1, "connect": -1, "ssl": -1, "send": 0, "wait": 0, "receive": 0, "comment": "not known",
    });
    exchange.times.map_or(open, |times| json!(times))
}

fn headers(headers: &[(String, String)]) -> Value {
    headers.iter().map(|(name, value)| json!({"name": name, "value": value})).collect()
}

/// HAR wants the query split; the address itself is what we read back.
fn query(url: &str) -> Value {
    let Ok(url) = url::Url::parse(url) else { return json!([]) };
    url.query_pairs().map(|(name, value)| json!({"name": name, "value": value})).collect()
}
