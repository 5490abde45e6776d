//! Access logs of Apache and nginx: common, combined, with the virtual host in front, with fields behind.
//! <https://httpd.apache.org/docs/2.4/mod/mod_log_config.html>, <https://nginx.org/en/docs/http/ngx_http_log_module.html>

use facts::Exchange;
use jiff::Timestamp;
use std::borrow::Cow;

/// `host ident user [time] "METHOD target HTTP/1.1" status size "referer" "user agent"`; none for anything else.
/// The log does not know its own host: the address begins with the path, unless the host stands in front of the line.
pub(super) fn exchange(line: &[u8], number: u64) -> Option<Exchange> {
    let text = String::from_utf8_lossy(line.trim_ascii());
    let (before, rest) = text.split_once(" [")?;
    let (time, rest) = rest.split_once("] \"")?;
    let at = at(time)?;
    let (request, rest) = quoted(rest)?;
    let mut plain = rest.trim_start().splitn(3, ' ');
    let status = plain.next()?;
    let size = plain.next()?;
    let is_number = |field: &str| field == "-" || field.bytes().all(|b| b.is_ascii_digit());
    if !is_number(status) || !is_number(size) {
        return None;
    }
    let (host, user) = in_front(before)?;
    let (method, target) = parts(&request);
    let mut headers = Vec::new();
    let mut add = |name: &str, value: &str| {
        if !matches!(value, "" | "-") {
            headers.push((name.to_owned(), value.to_owned()));
        }
    };
    add("remote-user", user);
    let mut rest = plain.next().unwrap_or_default();
    for name in ["referer", "user-agent"] {
        if let Some((value, after)) = rest.trim_start().strip_prefix('"').and_then(quoted) {
            add(name, &value);
            rest = after;
        }
    }
    add("log-fields", rest.trim());
    let url = if target.starts_with('/') { format!("{host}{target}") } else { target.to_owned() };
    Some(Exchange {
        id: number.to_string(),
        at: Some(at),
        method: method.to_owned(),
        url,
        headers,
        ..Exchange::default()
    })
}

/// The address' beginning, and the user: `host ident user`, or `virtual-host[:port] host ident user`.
fn in_front(before: &str) -> Option<(String, &str)> {
    let fields: Vec<&str> = before.split(' ').collect();
    match fields[..] {
        [_, _, user] => Some((String::new(), user)),
        [host, _, _, user] => Some((origin(host), user)),
        // a user's name may hold spaces; the identity before it is a hyphen
        [_, "-", ..] => Some((String::new(), before.splitn(3, ' ').nth(2)?)),
        _ => None,
    }
}

fn origin(host: &str) -> String {
    match host.strip_suffix(":443") {
        Some(host) => format!("https://{host}"),
        None => format!("http://{}", host.strip_suffix(":80").unwrap_or(host)),
    }
}

/// A request that is none (`-`, bytes of a TLS handshake) is all target.
fn parts(request: &str) -> (&str, &str) {
    let inner = request.rsplit_once(" HTTP/").map_or(request, |(inner, _)| inner);
    inner.split_once(' ').filter(|(method, _)| method.bytes().all(|b| b.is_ascii_uppercase())).unwrap_or(("", inner))
}

/// `10/Oct/2000:13:55:36 -0700`
fn at(time: &str) -> Option<Timestamp> {
    Timestamp::strptime("%d/%b/%Y:%H:%M:%S %z", time).ok()
}

/// Up to the closing quote, without `\"`, `\\` and `\xHH`; and what follows.
fn quoted(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let bytes = text.as_bytes();
    let mut end = 0;
    loop {
        end += memchr::memchr2(b'"', b'\\', bytes.get(end..)?)?;
        if bytes[end] == b'"' {
            break;
        }
        end += 2;
    }
    let (inside, rest) = (text.get(..end)?, &text[end + 1..]);
    let inside = if inside.contains('\\') { Cow::Owned(unescaped(inside)) } else { Cow::Borrowed(inside) };
    Some((inside, rest))
}

fn unescaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let (byte, used) = match (first, after) {
            (b'\\', [b'x', high, low, ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, 4),
                _ => (b'\\', 1),
            },
            (b'\\', [sign @ (b'"' | b'\\'), ..]) => (*sign, 2),
            _ => (*first, 1),
        };
        out.push(byte);
        rest = &rest[used..];
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).map(|d| d as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Exchange {
        exchange(line.as_bytes(), 3).unwrap_or_else(|| panic!("not read: {line}"))
    }

    #[test]
    fn the_combined_format_gives_path_referer_agent_and_user() {
        let e = read(
            r#"192.0.2.7 - anna@example.com [10/Oct/2000:13:55:36 -0700] "GET /a?em=b%40example.com HTTP/1.0" 200 2326 "https://p.example/?q=\"x\x40" "Mozilla/4.08 [en]" 0.012 "198.51.100.2""#,
        );
        assert_eq!((e.id.as_str(), e.method.as_str(), e.url.as_str()), ("3", "GET", "/a?em=b%40example.com"));
        assert_eq!(e.at, "2000-10-10T20:55:36Z".parse().ok());
        assert_eq!(e.header("referer"), Some("https://p.example/?q=\"x@"));
        assert_eq!(e.header("user-agent"), Some("Mozilla/4.08 [en]"));
        assert_eq!(e.header("remote-user"), Some("anna@example.com"));
        assert!(e.header("log-fields").unwrap().contains("198.51.100.2"));
        assert_eq!(e.host(), None);
    }

    #[test]
    fn the_host_is_known_where_the_log_or_the_request_says_it() {
        let virtual_host = r#"shop.example:443 192.0.2.7 - - [10/Oct/2000:13:55:36 +0000] "POST /b HTTP/1.1" 200 -"#;
        assert_eq!(read(virtual_host).url, "https://shop.example/b");
        let proxy = r#"192.0.2.7 - - [10/Oct/2000:13:55:36 +0000] "GET http://t.example/c HTTP/1.1" 200 5"#;
        assert_eq!(read(proxy).host().as_deref(), Some("t.example"));
    }

    #[test]
    fn odd_lines_are_read_or_refused_without_panic() {
        for request in ["-", r"\x16\x03\x01", "", r"GET /\", r#"GET /a\" HTTP/1.1"#] {
            let line = format!(r#"192.0.2.7 - - [10/Oct/2000:13:55:36 +0000] "{request}" 400 0 "-" "-""#);
            let _ = exchange(line.as_bytes(), 1);
        }
        for line in [
            "",
            "a [b] \"c",
            "x [10/Oct/2000:13:55:36 +0000] \"GET / HTTP/1.1\" 200 5",
            "2021-01-01 INFO [main] \"x\" 1 2",
        ] {
            assert!(exchange(line.as_bytes(), 1).is_none(), "{line}");
        }
    }
}
