use super::Ahead;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::HashMap;

/// What the numbers of this file mean.
#[derive(Default)]
pub struct Constants {
    kinds: HashMap<i64, Name>,
    begin: i64,
    end: i64,
    /// Milliseconds from the log's clock to 1970.
    offset: i64,
}

#[derive(Clone, Copy)]
enum Name {
    Request,
    Job,
    Sent,
    Answered,
    Sockets,
    Lookup,
}

/// The numbers differ from version to version, the names rarely do.
const NAMES: [(&str, Name); 8] = [
    ("REQUEST_ALIVE", Name::Request),
    ("URL_REQUEST_START_JOB", Name::Job),
    ("HTTP_TRANSACTION_SEND_REQUEST_HEADERS", Name::Sent),
    ("HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS", Name::Sent),
    ("HTTP_TRANSACTION_QUIC_SEND_REQUEST_HEADERS", Name::Sent),
    ("HTTP_TRANSACTION_READ_RESPONSE_HEADERS", Name::Answered),
    ("TCP_CLIENT_SOCKET_POOL_REQUESTED_SOCKETS", Name::Sockets),
    ("HOST_RESOLVER_MANAGER_REQUEST", Name::Lookup),
];

/// The number of what asks for it: of the name `background_fetch_context`, as tools/traffic_annotation makes it (seen in Chromium
/// 156).
const BACKGROUND_FETCH: &str = "\"traffic_annotation\":16469669";

pub struct Event {
    pub source: u64,
    pub at: Option<Timestamp>,
    pub kind: Kind,
}

pub enum Kind {
    /// A request that the browser makes for a page, though no page's request it is by its other marks.
    Background,
    /// A request, or the next step of a redirect.
    Begun(Begun),
    /// What goes to the wire.
    Sent(Headers),
    Answered(Headers),
    Ended,
    Opened(Group),
    Name(Host),
}

#[derive(Deserialize)]
struct First {
    constants: Numbers,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Numbers {
    log_event_types: HashMap<String, i64>,
    log_event_phase: HashMap<String, i64>,
    time_tick_offset: Number,
}

/// A number, or one in quotation marks.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Number(i64),
    Text(String),
}

impl Number {
    fn value(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.parse().ok(),
        }
    }
}

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    params: Option<&'a RawValue>,
    phase: i64,
    source: Source,
    time: Number,
    #[serde(rename = "type")]
    kind: i64,
}

#[derive(Deserialize)]
struct Source {
    id: u64,
}

impl Constants {
    /// The first line: an object that is not closed before the end of the file.
    pub fn read(line: &[u8]) -> Option<Self> {
        let line = line.trim_ascii();
        let mut text = line.strip_suffix(b",").unwrap_or(line).to_vec();
        text.push(b'}');
        let Numbers { log_event_types: types, log_event_phase: phases, time_tick_offset: offset } =
            serde_json::from_slice::<First>(&text).ok()?.constants;
        Some(Self {
            kinds: NAMES.iter().filter_map(|(name, kind)| Some((*types.get(*name)?, *kind))).collect(),
            begin: *phases.get("PHASE_BEGIN")?,
            end: *phases.get("PHASE_END")?,
            offset: offset.value()?,
        })
    }

    /// None for what is no event, or none that matters here.
    pub fn event(&self, line: &[u8]) -> Option<Event> {
        let line = line.trim_ascii();
        // The last event of a log that was closed has no comma, but the end of the list.
        let line = line.strip_suffix(b",").unwrap_or(line);
        let line = line.strip_suffix(b"]").unwrap_or(line);
        if last_number(line).is_some_and(|kind| !self.kinds.contains_key(&kind)) {
            return None;
        }
        let line: Line<'_> = serde_json::from_slice(line).ok()?;
        let (begins, ends) = (line.phase == self.begin, line.phase == self.end);
        let params = || line.params.map_or("null", RawValue::get);
        let kind = match self.kinds.get(&line.kind)? {
            Name::Request if ends => Kind::Ended,
            Name::Request if begins && params().contains(BACKGROUND_FETCH) => Kind::Background,
            Name::Job if begins => Kind::Begun(serde_json::from_str(params()).ok()?),
            // That it was sent counts, however its headers are told.
            Name::Sent => Kind::Sent(serde_json::from_str(params()).unwrap_or_default()),
            Name::Answered => Kind::Answered(serde_json::from_str(params()).unwrap_or_default()),
            Name::Sockets => Kind::Opened(serde_json::from_str(params()).ok()?),
            Name::Lookup if begins => Kind::Name(serde_json::from_str(params()).ok()?),
            _ => return None,
        };
        let time = line.time.value().and_then(|time| time.checked_add(self.offset));
        Some(Event { source: line.source.id, at: time.and_then(|t| Timestamp::from_millisecond(t).ok()), kind })
    }
}

/// The kind of an event, where it stands at the very end as Chromium writes it: nine of ten need not be read.
fn last_number(line: &[u8]) -> Option<i64> {
    const SIGN: &[u8] = b"\"type\":";
    let line = line.strip_suffix(b"}")?;
    let digits = line.iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let (before, number) = line.split_at(line.len() - digits);
    before.ends_with(SIGN).then(|| std::str::from_utf8(number).ok()?.parse().ok())?
}

#[derive(Deserialize)]
pub struct Begun {
    pub url: String,
    pub method: String,
    #[serde(default)]
    initiator: String,
    /// The page's site and the frame's, with a space between.
    network_isolation_key: Option<String>,
    request_type: Option<String>,
}

impl Begun {
    /// Whether it shows a page or a frame.
    pub fn is_document(&self) -> bool {
        self.request_type.as_deref().is_some_and(|kind| kind.ends_with("frame"))
    }

    /// Asked for by a page, its frames or workers. What the browser asks for itself has no origin and is no document, or
    /// belongs to no site.
    pub fn is_pages(&self) -> bool {
        let asked = self.initiator.starts_with("http") || self.initiator.starts_with("null");
        (asked || self.is_document()) && (self.network_isolation_key.is_none() || self.site().is_some())
    }

    pub fn site(&self) -> Option<&str> {
        site(self.network_isolation_key.as_deref()?)
    }
}

/// The first of the two sites of a key; none where it has none (`null`).
fn site(key: &str) -> Option<&str> {
    key.split(' ').next().filter(|site| site.starts_with("http"))
}

/// `name: value`, as the log has them; an answer begins with its status line.
#[derive(Default, Deserialize)]
pub struct Headers {
    headers: Vec<String>,
}

impl Headers {
    /// Without HTTP/2's own, which repeat method and address and begin with a colon.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let pair = |line: &String| {
            let (name, value) = line.split_once(':').filter(|(name, _)| !name.is_empty())?;
            Some((name.to_owned(), value.trim().to_owned()))
        };
        self.headers.iter().filter_map(pair).collect()
    }

    /// `HTTP/1.1 200 OK`
    pub fn status(&self) -> Option<u16> {
        self.headers.first()?.split(' ').nth(1)?.parse().ok()
    }
}

/// Sockets for `https://host:port <site same_site>`; words before the address tell about cookies (`pm/`).
#[derive(Deserialize)]
pub struct Group {
    group_id: String,
}

impl Group {
    pub fn ahead(&self, at: Option<Timestamp>) -> Option<Ahead> {
        let (origin, rest) = self.group_id.split_once(" <")?;
        let scheme = origin.find("://")?;
        let begin = origin[..scheme].rfind('/').map_or(0, |slash| slash + 1);
        Some(Ahead { at, origin: origin[begin..].to_owned(), site: site(rest.trim_end_matches('>'))?.to_owned() })
    }
}

#[derive(Deserialize)]
pub struct Host {
    host: String,
    #[serde(alias = "network_isolation_key")]
    network_anonymization_key: String,
}

impl Host {
    pub fn ahead(self, at: Option<Timestamp>) -> Option<Ahead> {
        let site = site(&self.network_anonymization_key)?.to_owned();
        Some(Ahead { at, origin: self.host, site })
    }
}
