use super::{OwnEntry, OwnLog, bytes_of};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::{Exchange, Place, Problem, Recording, Response, Unreadable};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;

/// Reads a HAR file. The whole file being wrong is a `Problem`; a bad entry is named and the rest kept.
pub fn read(source: &str, bytes: &[u8]) -> Result<(Recording, Vec<Unreadable>), Problem> {
    let (log, entries) = Log::read(source, bytes)?;
    let mut recording = log.into_recording();
    let mut unreadable = Vec::new();
    for entry in entries.exchanges(source, bytes) {
        match entry {
            Ok(exchange) => recording.exchanges.push(exchange),
            Err(why) => unreadable.push(why),
        }
    }
    Ok((recording, unreadable))
}

/// Everything but the entries.
pub(crate) struct Log {
    own: OwnLog,
    browser: Option<Software>,
    first_page: Option<String>,
}

/// Where each entry stands in the file, so that they can be read one by one.
pub(crate) struct Entries {
    places: Vec<std::ops::Range<usize>>,
    titles: Vec<(String, String)>,
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
    pub(crate) fn read(source: &str, bytes: &[u8]) -> Result<(Self, Entries), Problem> {
        let text = std::str::from_utf8(bytes).map_err(|e| not_text(source, bytes, e.valid_up_to()))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let offset = bytes.len() - text.len();
        let file: File<'_> = serde_json::from_str(text).map_err(|e| not_har(source, text, &e))?;
        let places = file.log.entries.iter().map(|raw| place_in(text, raw.get(), offset)).collect();
        let titles: Vec<_> = file.log.pages.into_iter().map(|p| (p.id, p.title)).collect();
        let first_page = titles.iter().map(|(_, t)| t).find(|t| t.contains("://")).cloned();
        let log = Self { own: file.log._sluss.unwrap_or_default(), browser: file.log.browser, first_page };
        Ok((log, Entries { places, titles }))
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

impl Entries {
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    pub(crate) fn exchange(&self, source: &str, bytes: &[u8], n: usize) -> Result<Exchange, Unreadable> {
        let place = self.places[n].clone();
        let line = line_of(bytes, place.start);
        let unreadable = |why| Unreadable { source: source.to_owned(), line: Some(line), why };
        let entry: Entry = serde_json::from_slice(&bytes[place])
            .map_err(|e| unreadable(format!("entry {} of the HAR file: {}", n + 1, reason(&e))))?;
        entry.exchange(n, &self.titles).map_err(|why| unreadable(format!("entry {} of the HAR file: {why}", n + 1)))
    }

    fn exchanges<'a>(
        &'a self,
        source: &'a str,
        bytes: &'a [u8],
    ) -> impl Iterator<Item = Result<Exchange, Unreadable>> + 'a {
        (0..self.len()).map(move |n| self.exchange(source, bytes, n))
    }
}

fn line_of(bytes: &[u8], at: usize) -> u64 {
    memchr::memchr_iter(b'\n', &bytes[..at]).count() as u64 + 1
}

/// serde_json's reason without its own position (it counts within the entry, not the file), and without a value:
/// what it quotes after `invalid type: string` may be personal.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.split(" at line ").next().unwrap_or(&text);
    match (text.find('"'), text.rfind('"')) {
        (Some(from), Some(to)) if from < to => format!("{}…{}", &text[..from], &text[to + 1..]),
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
    started_date_time: Option<String>,
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
    post_data: Option<PostData>,
}

#[derive(Deserialize)]
struct Pair {
    name: String,
    #[serde(default)]
    value: String,
}

#[derive(Deserialize)]
struct PostData {
    #[serde(default, rename = "mimeType")]
    mime: String,
    text: Option<String>,
    #[serde(rename = "_encoding", alias = "encoding")]
    encoding: Option<String>,
    #[serde(default)]
    params: Vec<Pair>,
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

#[derive(Deserialize)]
struct Initiator {
    url: Option<String>,
    #[serde(rename = "lineNumber")]
    line: Option<f64>,
    stack: Option<Stack>,
}

#[derive(Default, Deserialize)]
struct Stack {
    #[serde(default, rename = "callFrames")]
    frames: Vec<Call>,
    parent: Option<Box<Stack>>,
}

#[derive(Deserialize)]
struct Call {
    #[serde(default)]
    url: String,
    #[serde(default, rename = "lineNumber")]
    line: f64,
    #[serde(default, rename = "columnNumber")]
    column: f64,
}

impl Entry {
    fn exchange(self, n: usize, titles: &[(String, String)]) -> Result<Exchange, String> {
        if self.request.url.is_empty() {
            return Err("`request.url` is empty".to_owned());
        }
        let stack = self.initiator.as_ref().map(Initiator::stack).unwrap_or_default();
        let body = self.request.post_data.map(PostData::bytes).transpose()?.flatten();
        let mut exchange = Exchange {
            id: (n + 1).to_string(),
            at: self.started_date_time.as_deref().and_then(|t| t.parse::<Timestamp>().ok()),
            page: self.pageref.map(|id| page_address(&id, titles)),
            initiator: self.initiator.as_ref().and_then(|i| i.first(&stack)),
            stack,
            method: if self.request.method.is_empty() { "GET".to_owned() } else { self.request.method },
            url: self.request.url,
            headers: pairs(self.request.headers),
            body,
            frames: frames(self.messages)?,
            response: self.response.map(ResponseIn::response).transpose()?,
            redirected_from: None,
            run: None,
            seen_by: vec!["har".to_owned()],
        };
        if let Some(own) = self.own {
            exchange.take_own(own)?;
        }
        Ok(exchange)
    }
}

trait TakeOwn {
    fn take_own(&mut self, own: OwnEntry) -> Result<(), String>;
}

impl TakeOwn for Exchange {
    fn take_own(&mut self, own: OwnEntry) -> Result<(), String> {
        let frame = |f: &String| STANDARD.decode(f).map_err(|_| "a frame is not valid base64".to_owned());
        self.frames = own.frames.iter().map(frame).collect::<Result<_, _>>()?;
        self.response = self.response.take().filter(|_| own.responded);
        (self.id, self.at, self.page) = (own.id, own.at, own.page);
        (self.initiator, self.stack) = (own.initiator, own.stack);
        (self.redirected_from, self.run, self.seen_by) = (own.redirected_from, own.run, own.seen_by);
        Ok(())
    }
}

/// Chrome writes the address into the page's title; Firefox the document's title, which is no address.
fn page_address(id: &str, titles: &[(String, String)]) -> String {
    let title = titles.iter().find(|(i, t)| i == id && t.contains("://")).map(|(_, t)| t.clone());
    title.unwrap_or_else(|| id.to_owned())
}

fn pairs(list: Vec<Pair>) -> Vec<(String, String)> {
    list.into_iter().map(|p| (p.name, p.value)).collect()
}

fn frames(messages: Vec<Message>) -> Result<Vec<Vec<u8>>, String> {
    let sent = messages.into_iter().filter(|m| m.kind == "send");
    sent.map(|m| bytes_of(m.data, (m.opcode == 2).then_some("base64"))).collect()
}

impl PostData {
    /// Text where there is one; the parameters put together again where a program wrote only those.
    fn bytes(self) -> Result<Option<Vec<u8>>, String> {
        match self.text {
            Some(text) if !text.is_empty() || self.params.is_empty() => {
                bytes_of(text, self.encoding.as_deref()).map(Some)
            }
            _ if self.params.is_empty() => Ok(None),
            _ if self.mime.starts_with("multipart/") => Ok(Some(lines_of(&self.params))),
            _ => Ok(Some(form_of(&self.params))),
        }
    }
}

/// Parameters are listed decoded or not, depending on the program; `=` and `&` stay what they are.
fn form_of(params: &[Pair]) -> Vec<u8> {
    params.iter().map(|p| format!("{}={}", p.name, p.value)).collect::<Vec<_>>().join("&").into_bytes()
}

fn lines_of(params: &[Pair]) -> Vec<u8> {
    params.iter().map(|p| format!("{}: {}\r\n", p.name, p.value)).collect::<String>().into_bytes()
}

impl ResponseIn {
    fn response(self) -> Result<Response, String> {
        let encoding = self.content.encoding;
        let body = self.content.text.map(|t| bytes_of(t, encoding.as_deref())).transpose();
        Ok(Response {
            status: u16::try_from(self.status).unwrap_or(0),
            mime: self.content.mime,
            headers: pairs(self.headers),
            body: body.map_err(|why| format!("response: {why}"))?,
        })
    }
}

impl Initiator {
    fn stack(&self) -> Vec<String> {
        let mut out = Vec::new();
        let mut next = self.stack.as_ref();
        while let Some(stack) = next {
            let calls = stack.frames.iter().filter(|c| !c.url.is_empty());
            out.extend(calls.map(|c| format!("{}:{}:{}", c.url, c.line as u64 + 1, c.column as u64 + 1)));
            next = stack.parent.as_deref();
        }
        out
    }

    fn first(&self, stack: &[String]) -> Option<String> {
        let own = self.url.as_ref().filter(|u| !u.is_empty());
        stack.first().cloned().or_else(|| {
            own.map(|url| self.line.map_or_else(|| url.clone(), |line| format!("{url}:{}", line as u64 + 1)))
        })
    }
}
