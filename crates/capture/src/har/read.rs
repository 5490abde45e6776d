use super::initiator::Initiator;
use super::post::{PostData, bytes_or};
use super::{OwnEntry, OwnLog, UNKNOWN, mend};
use crate::archive::{shown, time};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::{Exchange, Place, Problem, Recording, Response, Times, Unreadable};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashSet;
use url::form_urlencoded;

/// Reads a HAR file. The whole file being wrong is a `Problem`; what cannot be read of an entry is named, the rest kept.
pub fn read(source: &str, bytes: &[u8]) -> Result<(Recording, Vec<Unreadable>), Problem> {
    let (log, places, titles) = Log::read(source, bytes)?;
    let mut recording = log.into_recording();
    let mut unreadable = Vec::new();
    for (place, number) in places.into_iter().zip(1..) {
        let line = place.start;
        let why = match entry(&bytes[place], number, &titles) {
            Ok((exchange, why)) => {
                recording.exchanges.push(exchange);
                why
            }
            Err(why) => Some(why),
        };
        unreadable.extend(why.map(|why| Unreadable {
            source: source.to_owned(),
            line: Some(line_of(bytes, line)),
            why: format!("entry {number} of the HAR file: {why}"),
        }));
    }
    Ok((recording, unreadable))
}

/// Where each exchange of a file of ours lies in it, by its id: so one can be read without the others.
pub fn places(source: &str, bytes: &[u8]) -> Result<Vec<(String, std::ops::Range<usize>)>, Problem> {
    #[derive(Deserialize)]
    struct Named {
        _sluss: Own,
    }
    #[derive(Deserialize)]
    struct Own {
        id: String,
    }
    let (_, places, _) = Log::read(source, bytes)?;
    let id = |place: std::ops::Range<usize>| {
        Some((serde_json::from_slice::<Named>(&bytes[place.clone()]).ok()?._sluss.id, place))
    };
    Ok(places.into_iter().filter_map(id).collect())
}

/// One exchange from its place; none where the bytes are no entry of a HAR file.
pub fn one(bytes: &[u8]) -> Option<Exchange> {
    entry(bytes, 0, &Titles::default()).ok().map(|(exchange, _)| exchange)
}

/// One entry as it stands in a file, by its 1-based number: the exchange, and what of it could not be read.
pub(crate) fn entry(bytes: &[u8], number: usize, titles: &Titles) -> Result<(Exchange, Option<String>), String> {
    let entry: Entry = match serde_json::from_slice(bytes) {
        Ok(entry) => entry,
        Err(error) => {
            let mended = mend::mended(bytes).ok_or_else(|| reason(&error))?;
            serde_json::from_slice(&mended).map_err(|e| reason(&e))?
        }
    };
    let own = entry.own.is_some();
    let (mut exchange, why) = entry.exchange(number, titles)?;
    if own {
        measure(bytes, &mut exchange);
    }
    Ok((exchange, why))
}

/// What an entry of ours tells of the answer in HAR's own fields. Those of other programs are not read for it: nobody asks.
fn measure(entry: &[u8], exchange: &mut Exchange) {
    #[derive(Deserialize)]
    struct Measured {
        timings: Option<Timings>,
        response: Answer,
    }
    #[derive(Deserialize)]
    struct Timings {
        #[serde(flatten)]
        times: Times,
        comment: Option<String>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Answer {
        http_version: String,
        content: Size,
    }
    #[derive(Deserialize)]
    struct Size {
        size: i64,
        comment: Option<String>,
    }
    let Ok(Measured { timings, response: answer }) = serde_json::from_slice(entry) else { return };
    exchange.times = timings.filter(|t| t.comment.is_none()).map(|t| t.times);
    if let Some(response) = &mut exchange.response {
        response.protocol = Some(answer.http_version).filter(|v| v != UNKNOWN).unwrap_or_default();
        response.size = u64::try_from(answer.content.size).ok().filter(|_| response.body.is_none());
        response.unkept = answer.content.comment;
    }
}

/// Bytes of the body as an entry says; none where it has none, or says nothing of it.
pub(crate) fn body_size(entry: &[u8]) -> Option<u64> {
    #[derive(Deserialize)]
    struct Sized {
        request: Size,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Size {
        body_size: i64,
    }
    memchr::memmem::find(entry, b"\"bodySize\"")?;
    let size = serde_json::from_slice::<Sized>(entry).ok()?.request.body_size;
    u64::try_from(size).ok().filter(|n| *n > 0)
}

/// What was sent of messages that stand one a line.
pub(crate) fn messages(lines: &[u8]) -> Vec<Vec<u8>> {
    let read = |line| serde_json::from_slice::<Message>(line).ok()?.frame(&mut None);
    lines.split(|b| *b == b'\n').filter_map(read).collect()
}

/// The titles of the pages by their ids.
#[derive(Default)]
pub(crate) struct Titles(Vec<(String, String)>);

/// From the file's list of pages as it stands; none where it cannot be read.
pub(crate) fn titles(pages: &[u8]) -> Titles {
    Titles::of(serde_json::from_slice(pages).unwrap_or_default())
}

impl Titles {
    fn of(pages: Vec<Page>) -> Self {
        Self(pages.into_iter().map(|p| (p.id, p.title)).collect())
    }

    /// Chrome writes the address into the page's title; Firefox the document's title, which is no address.
    fn address(&self, id: &str) -> String {
        let title = self.0.iter().find(|(i, t)| i == id && t.contains("://")).map(|(_, t)| t.clone());
        title.unwrap_or_else(|| id.to_owned())
    }
}

/// Everything but the entries.
struct Log {
    own: OwnLog,
    browser: Option<Software>,
    first_page: Option<String>,
}

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    log: RawLog<'a>,
}

#[derive(Deserialize)]
struct RawLog<'a> {
    #[serde(borrow)]
    entries: Vec<&'a RawValue>,
    #[serde(default)]
    pages: Vec<Page>,
    browser: Option<Software>,
    _sluss: Option<OwnLog>,
}

#[derive(Deserialize)]
struct Page {
    #[serde(default)]
    id: String,
    #[serde(default)]
    title: String,
}

#[derive(Deserialize)]
struct Software {
    #[serde(default)]
    name: String,
    #[serde(default)]
    version: String,
}

impl Log {
    /// With the place of every entry in the file, and the titles of the pages.
    fn read(source: &str, bytes: &[u8]) -> Result<(Self, Vec<std::ops::Range<usize>>, Titles), Problem> {
        let text = std::str::from_utf8(bytes).map_err(|e| not_text(source, bytes, e.valid_up_to()))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let offset = bytes.len() - text.len();
        let file: File<'_> = serde_json::from_str(text).map_err(|e| not_har(source, text, &e))?;
        let places = file.log.entries.iter().map(|raw| place_in(text, raw.get(), offset)).collect();
        let titles = Titles::of(file.log.pages);
        let first_page = titles.0.iter().map(|(_, t)| t).find(|t| t.contains("://")).cloned();
        let log = Self { own: file.log._sluss.unwrap_or_default(), browser: file.log.browser, first_page };
        Ok((log, places, titles))
    }

    fn into_recording(self) -> Recording {
        let browser = self.browser.map(|b| format!("{}/{}", b.name, b.version)).unwrap_or_default();
        let own = self.own;
        let foreign = own.schema.is_empty();
        Recording {
            started: own.started,
            ended: own.ended,
            start: if foreign { self.first_page.unwrap_or_default() } else { own.start },
            browser: if foreign { browser } else { own.browser },
            mode: own.mode,
            runs: own.runs,
            exchanges: Vec::new(),
            gaps: own.gaps,
            canaries: own.canaries,
            behaviours: own.behaviours,
            aliases: own.aliases,
        }
    }
}

/// `part` is a slice of `text`; its place, counted from the start of the file.
fn place_in(text: &str, part: &str, offset: usize) -> std::ops::Range<usize> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize + offset;
    start..start + part.len()
}

fn line_of(bytes: &[u8], at: usize) -> u64 {
    memchr::memchr_iter(b'\n', &bytes[..at]).count() as u64 + 1
}

/// serde_json's reason without its own position (it counts within the entry, not the file), and without a value: what it
/// quotes after `invalid type: string`, or `integer`, may be personal. What a field is called is not.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.split(" at line ").next().unwrap_or(&text);
    let names_field = ["missing", "duplicate"].iter().any(|what| text.starts_with(what));
    match (text.find(['"', '`']), text.rfind(['"', '`'])) {
        (Some(from), Some(to)) if from < to && !names_field => format!("{}…{}", &text[..from], &text[to + 1..]),
        _ => text.to_owned(),
    }
}

fn not_text(source: &str, bytes: &[u8], at: usize) -> Problem {
    let place = Place::line(source, line_of(bytes, at) as usize);
    Problem::new(place, "har-encoding", "the file is not UTF-8 text, so it is no HAR file")
        .allowed(&["a HAR 1.2 file: JSON in UTF-8"])
}

fn not_har(source: &str, text: &str, error: &serde_json::Error) -> Problem {
    let mut place = Place::line(source, error.line().max(1));
    place.column = Some(error.column().max(1));
    let found = reason(error);
    if error.is_eof() {
        let message = "the HAR file ends in the middle; it was cut while it was written or copied";
        return Problem::new(place, "har-cut", message).found(found).allowed(&["the complete file"]);
    }
    if error.is_syntax() {
        let message = format!("this is not valid JSON: {found}");
        return Problem::new(place, "har-syntax", message).found(first_bytes(text)).allowed(&[RIGHT]);
    }
    Problem::new(place, "har-shape", format!("this is JSON, but not a HAR file: {found}"))
        .found(found)
        .allowed(&[RIGHT])
}

const RIGHT: &str = "{\"log\": {\"entries\": [ … ]}}, as browsers export it";

/// Enough to tell HTML from JSON, never enough for a personal value.
fn first_bytes(text: &str) -> String {
    let kind = match text.trim_start().chars().next() {
        Some('<') => "markup (HTML or XML)",
        Some('{' | '[') => "JSON with an error in it",
        Some(_) => "something else than JSON",
        None => "an empty file",
    };
    kind.to_owned()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    started_date_time: Option<Value>,
    pageref: Option<String>,
    request: Request,
    response: Option<ResponseIn>,
    #[serde(default, rename = "_webSocketMessages")]
    messages: Vec<Message>,
    #[serde(rename = "_initiator")]
    initiator: Option<Initiator>,
    #[serde(rename = "_sluss")]
    own: Option<OwnEntry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    #[serde(default)]
    method: String,
    url: String,
    #[serde(default)]
    headers: Vec<Pair>,
    #[serde(default)]
    cookies: Vec<Pair>,
    #[serde(default)]
    query_string: Vec<Pair>,
    post_data: Option<PostData>,
}

#[derive(Deserialize)]
struct Pair {
    name: String,
    #[serde(default)]
    value: String,
}

#[derive(Deserialize)]
struct ResponseIn {
    #[serde(default)]
    status: i64,
    #[serde(default)]
    headers: Vec<Pair>,
    #[serde(default)]
    content: Content,
}

#[derive(Default, Deserialize)]
struct Content {
    #[serde(default, rename = "mimeType")]
    mime: String,
    text: Option<String>,
    encoding: Option<String>,
}

#[derive(Deserialize)]
struct Message {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    opcode: i64,
    #[serde(default)]
    data: String,
}

impl Entry {
    /// With the last of the reasons why something in it could not be read; that something is then as it stood.
    fn exchange(self, number: usize, titles: &Titles) -> Result<(Exchange, Option<String>), String> {
        if self.request.url.is_empty() {
            return Err("`request.url` is empty".to_owned());
        }
        let mut why = None;
        let stack = self.initiator.as_ref().map(Initiator::stack).unwrap_or_default();
        let body = self.request.post_data.and_then(|data| data.bytes(&mut why));
        let started = self.started_date_time.as_ref().map(shown).filter(|at| !at.is_empty());
        let at = started.as_deref().and_then(time);
        if at.is_none() && started.is_some() && self.own.is_none() {
            why = Some("`startedDateTime` is not a time like `2021-03-01T12:00:00Z`; the rest was read".to_owned());
        }
        let mut exchange = Exchange {
            id: number.to_string(),
            at,
            page: self.pageref.map(|id| titles.address(&id)),
            initiator: self.initiator.as_ref().and_then(|i| i.first(&stack)),
            stack,
            method: if self.request.method.is_empty() { "GET".to_owned() } else { self.request.method },
            url: with_query(self.request.url, self.request.query_string),
            headers: with_cookies(pairs(self.request.headers), self.request.cookies),
            body,
            frames: self.messages.into_iter().filter_map(|m| m.frame(&mut why)).collect(),
            sent: Vec::new(),
            response: self.response.map(|r| r.response(&mut why)),
            times: None,
            redirected_from: None,
            run: None,
            seen_by: vec!["har".to_owned()],
        };
        if let Some(own) = self.own {
            exchange.take_own(own)?;
        }
        Ok((exchange, why))
    }
}

/// Some programs list the query, or a part of it, and leave that out of the address. What would end it there is escaped.
fn with_query(mut url: String, query: Vec<Pair>) -> String {
    if query.is_empty() {
        return url;
    }
    let fragment = url.find('#').map(|at| url.split_off(at)).unwrap_or_default();
    let own = url.split_once('?').map(|(_, own)| own);
    let written =
        own.into_iter().flat_map(|own| own.split('&').map(|p| Cow::Borrowed(p.split('=').next().unwrap_or(p))));
    let read = own.into_iter().flat_map(|own| form_urlencoded::parse(own.as_bytes()).map(|(name, _)| name));
    let named: HashSet<Cow<'_, str>> = written.chain(read).collect();
    let escaped = |text: &str| text.replace('&', "%26").replace('#', "%23");
    let pair = |p: &Pair| format!("{}={}", escaped(&p.name), escaped(&p.value));
    let rest: Vec<_> = query.iter().filter(|p| !named.contains(&*p.name)).map(pair).collect();
    let before = if own.is_none() {
        "?"
    } else if own == Some("") {
        ""
    } else {
        "&"
    };
    match rest.is_empty() {
        true => url + &fragment,
        false => format!("{url}{before}{}{fragment}", rest.join("&")),
    }
}

/// Some programs list cookies and leave out their header.
fn with_cookies(mut headers: Vec<(String, String)>, cookies: Vec<Pair>) -> Vec<(String, String)> {
    if !cookies.is_empty() && !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("cookie")) {
        let all: Vec<_> = cookies.into_iter().map(|c| format!("{}={}", c.name, c.value)).collect();
        headers.push(("cookie".to_owned(), all.join("; ")));
    }
    headers
}

trait TakeOwn {
    fn take_own(&mut self, own: OwnEntry) -> Result<(), String>;
}

impl TakeOwn for Exchange {
    fn take_own(&mut self, own: OwnEntry) -> Result<(), String> {
        let frame = |f: &String| STANDARD.decode(f).map_err(|_| "a frame is not valid base64".to_owned());
        self.frames = own.frames.iter().map(frame).collect::<Result<_, _>>()?;
        self.sent = own.sent;
        self.response = self.response.take().filter(|_| own.responded);
        (self.id, self.at, self.page) = (own.id, own.at, own.page);
        (self.initiator, self.stack) = (own.initiator, own.stack);
        (self.redirected_from, self.run, self.seen_by) = (own.redirected_from, own.run, own.seen_by);
        Ok(())
    }
}

fn pairs(list: Vec<Pair>) -> Vec<(String, String)> {
    list.into_iter().map(|p| (p.name, p.value)).collect()
}

impl Message {
    /// What was sent; opcode 2 is binary (RFC 6455 § 5.2), which exports write as base64.
    fn frame(self, why: &mut Option<String>) -> Option<Vec<u8>> {
        let encoding = (self.opcode == 2).then_some("base64");
        (self.kind == "send").then(|| bytes_or(self.data, encoding, "a WebSocket message", why))
    }
}

impl ResponseIn {
    fn response(self, why: &mut Option<String>) -> Response {
        let encoding = self.content.encoding;
        let body = self.content.text.map(|t| bytes_or(t, encoding.as_deref(), "the response", why));
        Response {
            status: u16::try_from(self.status).unwrap_or(0),
            mime: self.content.mime,
            headers: pairs(self.headers),
            body,
            ..Response::default()
        }
    }
}
