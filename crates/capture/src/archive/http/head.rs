//! What requests begin with (RFC 9112 sections 2 to 5), and the lines between chunks.

use facts::Exchange;
use jiff::Timestamp;
use memchr::memmem;
use std::net::SocketAddr;

/// A request line and headers; where these do not say to whom, to the address.
pub(super) fn head(bytes: &[u8], at: Option<Timestamp>, to: SocketAddr) -> Option<Exchange> {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.lines();
    let (method, rest) = lines.next()?.split_once(' ')?;
    let target = rest.rsplit_once(" HTTP/1").map_or(rest, |(target, _)| target).trim();
    let mut exchange = Exchange { at, method: method.to_owned(), ..Exchange::default() };
    for line in lines {
        match (line.split_once(':'), exchange.headers.last_mut()) {
            // a folded line goes on with the one before (RFC 9112 § 5.2)
            (_, Some((_, value))) if line.starts_with([' ', '\t']) => value.push_str(line.trim()),
            (Some((name, value)), _) => exchange.headers.push((name.trim().to_owned(), value.trim().to_owned())),
            (None, _) => {}
        }
    }
    exchange.url = address(&exchange, target, to);
    Some(exchange)
}

fn address(exchange: &Exchange, target: &str, to: SocketAddr) -> String {
    if target.contains("://") && !target.starts_with('/') {
        return target.to_owned();
    }
    if exchange.method == "CONNECT" {
        return format!("http://{target}");
    }
    let scheme = if is_socket(exchange) { "ws" } else { "http" };
    // `*`, and what is no target, would be part of the host
    let root = if target.starts_with(['/', '?']) { "" } else { "/" };
    match exchange.header("host") {
        Some(host) if !host.is_empty() => format!("{scheme}://{host}{root}{target}"),
        _ => format!("{scheme}://{to}{root}{target}"),
    }
}

pub(super) fn is_socket(exchange: &Exchange) -> bool {
    exchange.header("upgrade").is_some_and(|v| v.eq_ignore_ascii_case("websocket"))
}

/// Hexadecimal, with extensions behind a semicolon.
pub(super) fn size(line: &[u8]) -> Option<u64> {
    let digits = line.split(|b| *b == b';').next()?.trim_ascii();
    u64::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

pub(in crate::archive) fn head_end(bytes: &[u8]) -> Option<usize> {
    let crlf = memmem::find(bytes, b"\r\n\r\n").map(|at| at + 4);
    let lf = memmem::find(&bytes[..crlf.unwrap_or(bytes.len())], b"\n\n").map(|at| at + 2);
    lf.or(crlf)
}

/// How long what a proxy puts before a connection is (<https://www.haproxy.org/download/3.0/doc/proxy-protocol.txt>); 0
/// where its end is still to come, none where there is none.
pub(super) fn proxied(bytes: &[u8]) -> Option<usize> {
    const TEXT: [&[u8]; 3] = [b"PROXY TCP4 ", b"PROXY TCP6 ", b"PROXY UNKNOWN"];
    const LONGEST: usize = 107;
    const BINARY: &[u8] = b"\r\n\r\n\0\r\nQUIT\n";
    if let Some(rest) = bytes.strip_prefix(BINARY) {
        let [_, _, high, low, rest @ ..] = rest else { return Some(0) };
        let more = usize::from(u16::from_be_bytes([*high, *low]));
        return Some(if rest.len() < more { 0 } else { BINARY.len() + 4 + more });
    }
    if !TEXT.iter().any(|begin| bytes.starts_with(begin)) {
        return None;
    }
    match memchr::memchr(b'\n', &bytes[..bytes.len().min(LONGEST)]) {
        Some(end) => Some(end + 1),
        None if bytes.len() < LONGEST => Some(0),
        None => None,
    }
}

const LONGEST_METHOD: usize = 20;

/// A method, or its beginning.
pub(super) fn may_be_request(bytes: &[u8]) -> bool {
    let method = bytes.iter().take_while(|b| b.is_ascii_uppercase() || **b == b'-').count();
    match bytes.get(method) {
        Some(b' ') => (3..=LONGEST_METHOD).contains(&method) && !bytes.starts_with(b"HTTP"),
        Some(_) => false,
        None => method <= LONGEST_METHOD,
    }
}

/// A whole request line of HTTP/1.x.
pub(super) fn is_request(bytes: &[u8]) -> bool {
    let line = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    may_be_request(bytes) && memmem::find(line, b" HTTP/1.").is_some()
}
