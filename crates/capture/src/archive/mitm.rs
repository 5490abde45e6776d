//! Flows that mitmproxy kept (`mitmdump -w`): netstrings with a type behind each (tnetstrings), one dictionary a flow. Requests,
//! and messages that the client sent; what was answered is passed over.

use super::block::Work;
use super::pieces::{self, Pieces};
use super::{BLOCK, Content, Halt, Kind, LONGEST, Out, broken};
use facts::Exchange;
use jiff::Timestamp;
use std::io::{self, BufRead, Read};
use std::sync::Arc;

/// Keys of a flow.
const KEYS: [&str; 16] = [
    "websocket",
    "response",
    "request",
    "messages",
    "backup",
    "timestamp_created",
    "comment",
    "metadata",
    "marked",
    "is_replay",
    "intercepted",
    "server_conn",
    "client_conn",
    "error",
    "id",
    "version",
];
/// Of these, what says what was sent and to whom.
const WANTED: [&str; 4] = ["websocket", "request", "messages", "server_conn"];
/// Of a length.
const MOST_DIGITS: usize = 12;
/// Lists and dictionaries in each other.
const DEEPEST: usize = 16;

/// Whether a dictionary begins here whose first key is a flow's.
pub(super) fn is_flows(head: &[u8]) -> bool {
    let Some((_, inner)) = length(head) else { return false };
    let Some((size, key)) = length(inner) else { return false };
    let key = key.get(..size + 1).and_then(|key| key.strip_suffix(b";").or(key.strip_suffix(b",")));
    key.is_some_and(|key| KEYS.iter().any(|k| k.as_bytes() == key))
}

/// A length, and what stands behind its colon.
fn length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let digits = bytes.iter().take(MOST_DIGITS).take_while(|b| b.is_ascii_digit()).count();
    let rest = bytes[digits..].strip_prefix(b":")?;
    Some((std::str::from_utf8(&bytes[..digits]).ok()?.parse().ok()?, rest))
}

pub(super) fn read(mut content: Content, out: &mut Out<'_>) -> Result<(), Halt> {
    let (mut ready, mut bytes, mut number) = (Vec::new(), 0, 0);
    let mut last = Flow::default();
    let ended = loop {
        match content.fill_buf() {
            Ok([]) => break Ok(()),
            Ok(_) => number += 1,
            Err(error) => break Err(Halt::Io(error)),
        }
        match flow(&mut content, number, &mut last, out) {
            Ok(()) => {
                let exchange = exchange(&Value::Dict(std::mem::take(&mut last.values)), number);
                bytes += exchange.url.len() + exchange.body.as_ref().map_or(0, Vec::len);
                bytes += exchange.frames.iter().map(Vec::len).sum::<usize>();
                ready.push((exchange, None));
            }
            Err(ended) => break Err(ended),
        }
        if bytes >= BLOCK {
            bytes = 0;
            out.put(Work::Ready(std::mem::take(&mut ready)))?;
        }
    };
    // its request may be whole
    if last.values.iter().any(|(name, _)| matches!(name.as_str(), "request" | "messages")) {
        ready.push((exchange(&Value::Dict(last.values), number), None));
    }
    out.put(Work::Ready(ready))?;
    let Err(Halt::Io(error)) = ended else { return ended };
    out.unreadable(None, broken(&error))?;
    let mut rest = out.inner(Arc::clone(&out.source), Kind::Bytes);
    let mut pieces = Pieces::new(format!("{number}/"));
    pieces.feed(&last.begun, &mut rest)?;
    pieces::rest(&mut content, pieces, &mut rest)
}

/// What is read of a flow.
#[derive(Default)]
struct Flow {
    values: Vec<(String, Value)>,
    /// Bytes of what is read now.
    begun: Vec<u8>,
}

/// What was sent in one flow.
fn flow(content: &mut Content, number: u64, flow: &mut Flow, out: &mut Out<'_>) -> Result<(), Halt> {
    let (mut left, _) = begun(content)?;
    while left > 0 {
        let (size, digits) = begun(content)?;
        held(content, size, &mut flow.begun)?;
        let key = std::mem::take(&mut flow.begun);
        let (value, more) = begun(content)?;
        left = left.checked_sub(size + digits + 2 + value + more + 2).ok_or_else(damaged)?;
        let name = String::from_utf8_lossy(&key[..key.len() - 1]).into_owned();
        if !WANTED.contains(&&*name) {
            pieces::passed(content, value + 1, &mut |_| Ok(()))?;
        } else if value > LONGEST as u64 {
            let mut rest = out.inner(Arc::clone(&out.source), Kind::Bytes);
            let mut pieces = Pieces::new(format!("{number}/"));
            pieces::passed(content, value + 1, &mut |bytes| pieces.feed(bytes, &mut rest))?;
            pieces.end(&mut rest)?;
            out.unreadable(None, format!("flow {number} is larger than 32 MiB; it was read as bytes"))?;
        } else {
            held(content, value, &mut flow.begun)?;
            let (kind, bytes) = flow.begun.split_last().ok_or_else(damaged)?;
            flow.values.push((name, Value::of(*kind, bytes, 0).ok_or_else(damaged)?));
            flow.begun.clear();
        }
    }
    held(content, 0, &mut flow.begun)?;
    match std::mem::take(&mut flow.begun)[..] {
        [b'}'] => Ok(()),
        _ => Err(damaged().into()),
    }
}

fn damaged() -> io::Error {
    io::Error::other("this is no flow of mitmproxy")
}

/// A length and its digits.
fn begun(content: &mut Content) -> io::Result<(u64, u64)> {
    let (mut size, mut digits) = (0, 0);
    loop {
        let mut byte = [0];
        content.read_exact(&mut byte)?;
        match byte[0] {
            digit @ b'0'..=b'9' if digits < MOST_DIGITS as u64 => size = size * 10 + u64::from(digit - b'0'),
            b':' if digits > 0 => return Ok((size, digits)),
            _ => return Err(damaged()),
        }
        digits += 1;
    }
}

/// A value, and its type behind it; where the file ends before, what there is.
fn held(content: &mut Content, size: u64, to: &mut Vec<u8>) -> io::Result<()> {
    let size = size.min(LONGEST as u64) + 1;
    to.clear();
    match content.by_ref().take(size).read_to_end(to)? as u64 {
        read if read == size => Ok(()),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

enum Value {
    /// Also text, numbers, truth and nothing, as they are written.
    Bytes(Vec<u8>),
    Dict(Vec<(String, Value)>),
    List(Vec<Value>),
}

impl Value {
    fn of(kind: u8, mut bytes: &[u8], depth: usize) -> Option<Self> {
        if !matches!(kind, b'}' | b']') {
            return Some(Self::Bytes(bytes.to_vec()));
        }
        let mut all = Vec::new();
        while !bytes.is_empty() && depth < DEEPEST {
            let (size, rest) = length(bytes)?;
            let (value, rest) = rest.split_at_checked(size)?;
            let (kind, rest) = rest.split_first()?;
            all.push(Self::of(*kind, value, depth + 1)?);
            bytes = rest;
        }
        if kind == b']' {
            return Some(Self::List(all));
        }
        let (mut dict, mut all) = (Vec::new(), all.into_iter());
        while let (Some(key), Some(value)) = (all.next(), all.next()) {
            dict.push((key.text(), value));
        }
        Some(Self::Dict(dict))
    }

    fn get(&self, name: &str) -> Option<&Self> {
        let Self::Dict(all) = self else { return None };
        all.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    fn list(&self) -> &[Self] {
        if let Self::List(all) = self { all } else { &[] }
    }

    fn bytes(&self) -> &[u8] {
        if let Self::Bytes(bytes) = self { bytes } else { &[] }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(self.bytes()).into_owned()
    }

    /// Text that says something.
    fn said(&self, name: &str) -> Option<String> {
        self.get(name).map(Self::text).filter(|text| !text.is_empty())
    }
}

fn exchange(flow: &Value, number: u64) -> Exchange {
    let none = Value::Dict(vec![]);
    let request = flow.get("request").unwrap_or(&none);
    let pair = |pair: &Value| match pair.list() {
        [name, value, ..] => Some((name.text(), value.text())),
        _ => None,
    };
    let headers: Vec<_> = request.get("headers").map(Value::list).unwrap_or_default().iter().filter_map(pair).collect();
    let messages = flow.get("messages").or(flow.get("websocket").and_then(|socket| socket.get("messages")));
    let messages: Vec<_> = messages.map(Value::list).unwrap_or_default().iter().filter_map(message).collect();
    let first = messages.first().and_then(|(at, _)| *at);
    Exchange {
        id: number.to_string(),
        at: request.said("timestamp_start").and_then(|at| time(&at)).or(first),
        method: request.said("method").unwrap_or_default(),
        url: address(flow, request, &headers),
        headers,
        body: request.get("content").map(|body| body.bytes().to_vec()).filter(|body| !body.is_empty()),
        frames: messages.into_iter().map(|(_, bytes)| bytes).collect(),
        ..Exchange::default()
    }
}

/// Of the client: with its type before it where it is a WebSocket's, without where it is a connection's.
fn message(message: &Value) -> Option<(Option<Timestamp>, Vec<u8>)> {
    let mut parts = message.list().iter();
    let from_client = parts.find(|part| matches!(part.bytes(), b"true" | b"false"))?;
    let (content, at) = (parts.next()?, parts.next()?);
    (from_client.bytes() == b"true").then(|| (time(&at.text()), content.bytes().to_vec()))
}

/// Where the request says a name, that is who was meant; else the server that was connected to.
fn address(flow: &Value, request: &Value, headers: &[(String, String)]) -> String {
    let port = request.said("port").unwrap_or_default();
    let named = || headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("host")).map(|(_, host)| host.clone());
    let host = request.said("authority").or_else(named).or_else(|| Some(format!("{}:{port}", request.said("host")?)));
    let Some(host) = host else {
        let server =
            flow.get("server_conn").and_then(|server| server.get("address")).map(Value::list).unwrap_or_default();
        let parts: Vec<_> = server.iter().take(2).map(Value::text).collect();
        return if parts.is_empty() { String::new() } else { format!("tcp://{}", parts.join(":")) };
    };
    if request.said("method").as_deref() == Some("CONNECT") {
        return format!("http://{host}");
    }
    let scheme = request.said("scheme").unwrap_or_else(|| "http".to_owned());
    let scheme = if flow.get("websocket").is_some_and(|socket| matches!(socket, Value::Dict(_))) {
        scheme.replacen("http", "ws", 1)
    } else {
        scheme
    };
    let path = request.said("path").unwrap_or_default();
    if path.contains("://") && !path.starts_with('/') { path } else { format!("{scheme}://{host}{path}") }
}

fn time(seconds: &str) -> Option<Timestamp> {
    let seconds = seconds.parse::<f64>().ok()?;
    Timestamp::from_microsecond((seconds * 1e6) as i64).ok()
}

#[cfg(test)]
mod tests {
    use crate::archive::Kind;
    use crate::archive::tests::all;

    fn net(kind: char, bytes: &[u8]) -> Vec<u8> {
        [format!("{}:", bytes.len()).as_bytes(), bytes, &[kind as u8]].concat()
    }

    fn dict(all: &[(&str, Vec<u8>)]) -> Vec<u8> {
        net(
            '}',
            &all.iter().flat_map(|(key, value)| [net(';', key.as_bytes()), value.clone()].concat()).collect::<Vec<_>>(),
        )
    }

    fn list(all: &[Vec<u8>]) -> Vec<u8> {
        net(']', &all.concat())
    }

    fn text(text: &str) -> Vec<u8> {
        net(',', text.as_bytes())
    }

    fn request(content: Vec<u8>) -> Vec<u8> {
        dict(&[
            ("path", text("/a?b=1")),
            ("authority", text("")),
            ("scheme", text("https")),
            ("method", text("POST")),
            ("port", net('#', b"443")),
            ("host", net(';', b"192.0.2.1")),
            ("timestamp_start", net('^', b"1600000000.5")),
            ("content", content),
            ("headers", list(&[list(&[text("Host"), text("t.example")]), list(&[text("content-length"), text("6")])])),
        ])
    }

    #[test]
    fn what_was_sent_is_read_and_what_was_answered_is_not() {
        let message = |sent: &[u8], bytes: &[u8]| {
            list(&[net('#', b"1"), net('!', sent), net(',', bytes), net('^', b"1600000001.0")])
        };
        let socket = dict(&[("messages", list(&[message(b"true", b"mine"), message(b"false", b"theirs")]))]);
        let answer = dict(&[("content", text(&"came back".repeat(9)))]);
        let http = dict(&[
            ("websocket", net('~', b"")),
            ("response", answer),
            ("request", request(text("a=\u{e4}&c"))),
            ("type", text("http")),
        ]);
        let socket = dict(&[("websocket", socket), ("request", request(net('~', b"")))]);
        let raw = list(&[net('!', b"true"), net(',', b"raw"), net('^', b"1600000002.0")]);
        let server = dict(&[("address", list(&[text("192.0.2.7"), net('#', b"25")]))]);
        let tcp = dict(&[("messages", list(&[raw])), ("server_conn", server)]);
        let got = all("x", &[http, socket, tcp.clone()].concat());
        assert_eq!((got.kind, got.ids()), (Some(Kind::Mitmproxy), vec!["1", "2", "3"]), "{}", got.whys());
        let [http, socket, tcp_] = &got.exchanges[..] else { panic!() };
        assert_eq!((&*http.url, &*http.method), ("https://t.example/a?b=1", "POST"));
        assert_eq!(
            (http.body.as_deref(), http.at.unwrap().as_millisecond()),
            (Some("a=\u{e4}&c".as_bytes()), 1_600_000_000_500)
        );
        assert_eq!((&*socket.url, &socket.frames[..]), ("wss://t.example/a?b=1", &[b"mine".to_vec()][..]));
        assert_eq!((&*tcp_.url, &tcp_.frames[..]), ("tcp://192.0.2.7:25", &[b"raw".to_vec()][..]));
        let cut = [tcp.clone(), tcp[..tcp.len() - 5].to_vec()].concat();
        let got = all("x", &cut);
        // what was sent stands before the cut
        let raw: Vec<_> = got.exchanges.iter().map(|exchange| &exchange.frames[..]).collect();
        assert_eq!(raw, [[b"raw".to_vec()], [b"raw".to_vec()]]);
        assert!(got.whys().contains("from here on"), "{}", got.whys());
    }

    #[test]
    fn what_was_read_of_a_flow_that_is_cut_is_told() {
        let answer = dict(&[("content", text(&"came back".repeat(9)))]);
        let flow = dict(&[("response", answer.clone()), ("request", request(text("a=b")))]);
        let late = dict(&[("request", request(text("a=b"))), ("response", answer)]);
        let got = all("x", &late[..late.len() - 20]);
        assert_eq!((got.ids(), got.exchanges[0].body.as_deref()), (vec!["1"], Some(&b"a=b"[..])), "{}", got.whys());
        assert!(got.whys().contains("from here on"));
        let got = all("x", &flow[..flow.len() - 20]);
        assert!(got.exchanges.is_empty() && got.pieces[0].1.windows(6).any(|w| w == b"/a?b=1"), "{}", got.whys());
    }

    /// The proxy kept only the head.
    #[test]
    fn a_body_that_was_not_kept_is_told() {
        let got = all("x", &dict(&[("request", request(net('~', b"")))]));
        assert_eq!(got.missing, [(Some("t.example".to_owned()), 6)]);
    }
}
