//! Lines of load balancers, proxies and other servers' logs, wherever they have a time and what was asked for: ALB,
//! CloudFront, IIS, HAProxy, Squid and their like. What else the line holds is kept beside it.

use super::times::time;
use facts::Exchange;
use jiff::{Timestamp, civil, tz::TimeZone};

const METHODS: [&str; 8] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT"];
/// Fields in which the time stands.
const FIRST: usize = 8;

/// None for a line without a time, or without a method and its target. `names`: what the log calls its fields.
pub(super) fn exchange(line: &[u8], number: u64, names: &str) -> Option<Exchange> {
    let text = String::from_utf8_lossy(line.trim_ascii());
    let fields = fields(&text);
    let at = (0..fields.len().min(FIRST)).find_map(|i| when(&fields[i..]))?;
    let Asked { method, url, used } = fields.iter().enumerate().find_map(|(i, _)| asked(&fields[i..]))?;
    let url = match host(&fields, names).filter(|_| url.starts_with('/')) {
        Some((scheme, host)) => format!("{scheme}://{host}{url}"),
        None => url,
    };
    let mut beside = text.to_string();
    for used in used {
        beside = beside.replacen(used, "", 1);
    }
    let mut headers = headers(&fields, names);
    for (_, value) in &headers {
        beside = beside.replacen(value, "", 1);
    }
    if let Some((_, cookies)) = headers.iter_mut().find(|(name, _)| name == "cookie") {
        // a blank is `+` (IIS) or escaped (CloudFront)
        *cookies = cookies.replace(";+", "; ").replace(";%20", "; ");
    }
    headers.push(("log-fields".to_owned(), beside));
    Some(Exchange {
        id: number.to_string(),
        at: Some(at),
        method: method.to_owned(),
        url,
        headers,
        ..Exchange::default()
    })
}

/// Each field with what the log calls it.
fn named<'a>(fields: &'a [&'a str], names: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let fits = names.split_ascii_whitespace().count() == fields.len();
    names.split_ascii_whitespace().zip(fields.iter().copied()).filter(move |_| fits)
}

/// The host asked for and how, where a field of its own holds it: `cs-host` of IIS, the authority of Envoy's default format.
fn host<'a>(fields: &[&'a str], names: &str) -> Option<(&'static str, &'a str)> {
    let field = |name: &str| Some(fields[named(fields, names).position(|(known, _)| known == name)?]);
    let scheme = if field("s-port") == Some("443") { "https" } else { "http" };
    let envoy = || fields.get(11).copied().filter(|_| fields.len() == 13 && fields[0].starts_with('['));
    let host = field("cs-host").or_else(|| field("cs(Host)")).or_else(envoy)?;
    (!matches!(host, "-" | "")).then_some((scheme, host))
}

/// The request headers that the log says it holds: `cs(Referer)`, `cs(Cookie)`.
fn headers(fields: &[&str], names: &str) -> Vec<(String, String)> {
    let header = |(name, value): (&str, &str)| {
        let name = name.strip_prefix("cs(")?.strip_suffix(')')?.to_ascii_lowercase();
        let is_read = matches!(name.as_str(), "referer" | "cookie" | "user-agent") && !matches!(value, "-" | "");
        is_read.then(|| (name, value.to_owned()))
    };
    named(fields, names).filter_map(header).collect()
}

/// Whether these lines are such a log: all of them, for any text may speak of requests.
pub(super) fn are<'a>(lines: impl Iterator<Item = &'a [u8]>) -> bool {
    let mut lines = lines.filter(|line| !is_comment(line)).peekable();
    lines.peek().is_some() && lines.all(|line| exchange(line, 1, "").is_some())
}

/// `#Fields: date time …` (W3C extended log)
pub(super) fn is_comment(line: &[u8]) -> bool {
    line.starts_with(b"#")
}

/// What such a comment calls the fields of the lines below it.
pub(super) fn names(line: &[u8]) -> Option<&str> {
    std::str::from_utf8(line.strip_prefix(b"#Fields:")?).ok().map(str::trim)
}

/// Between blanks or tabs; a quoted one is one.
fn fields(text: &str) -> Vec<&str> {
    let (mut all, mut rest) = (Vec::new(), text);
    loop {
        rest = rest.trim_start_matches([' ', '\t']);
        if rest.is_empty() {
            return all;
        }
        let (field, after) = match rest.strip_prefix('"').and_then(|inside| inside.split_once('"')) {
            Some(quoted) => quoted,
            None => rest.split_at(rest.find([' ', '\t']).unwrap_or(rest.len())),
        };
        all.push(field);
        rest = after;
    }
}

/// The time that these fields begin with: in one field or two, in seconds with their fraction, or in brackets.
fn when(fields: &[&str]) -> Option<Timestamp> {
    let first = fields.first()?;
    if let Some(inside) = first.strip_prefix('[') {
        let inside = inside.trim_end_matches(']');
        return match civil::DateTime::strptime("%d/%b/%Y:%H:%M:%S%.f", inside) {
            Ok(local) => Some(local.to_zoned(TimeZone::UTC).ok()?.timestamp()),
            Err(_) => time(inside).filter(|_| inside.contains('T')),
        };
    }
    match first.as_bytes() {
        [b'0'..=b'9', _, _, _, b'-', _, _, b'-', _, _] => time(&format!("{first} {}", fields.get(1)?)),
        [b'0'..=b'9', _, _, _, b'-', _, _, b'-', _, _, b'T', ..] => time(first),
        // `1286536309.586`
        [digits @ .., b'.', _, _, _] if digits.len() == 10 && digits.iter().all(u8::is_ascii_digit) => time(first),
        _ => None,
    }
}

struct Asked<'a> {
    method: &'a str,
    url: String,
    /// The fields it was told by.
    used: Vec<&'a str>,
}

/// What these fields begin with: a quoted request line, or method and address, the host or the query in a field of its own.
fn asked<'a>(fields: &[&'a str]) -> Option<Asked<'a>> {
    let first = *fields.first()?;
    if let Some((method, target)) = first.split_once(' ') {
        let target = target.rsplit_once(" HTTP/")?.0;
        return whole(method, target).filter(|_| METHODS.contains(&method));
    }
    if !METHODS.contains(&first) {
        return None;
    }
    let is_value = |field: &&&str| !matches!(**field, "-" | "");
    let (second, third) = (*fields.get(1)?, fields.get(2).copied().unwrap_or_default());
    // CloudFront: method, host, path, status, referer, user agent, query
    if !second.contains('/') && third.starts_with('/') {
        let query = fields.get(6).filter(is_value).map_or("", |query| *query);
        let sign = if query.is_empty() { "" } else { "?" };
        let url = format!("https://{second}{third}{sign}{query}");
        return Some(Asked { method: first, url, used: vec![third, query] });
    }
    // IIS: method, path, query, port
    let is_port = fields.get(3).is_some_and(|port| port.parse::<u16>().is_ok());
    if second.starts_with('/') && is_port && is_value(&&third) {
        return Some(Asked { method: first, url: format!("{second}?{third}"), used: vec![second, third] });
    }
    whole(first, second)
}

fn whole<'a>(method: &'a str, target: &'a str) -> Option<Asked<'a>> {
    let url = match method {
        "CONNECT" => format!("https://{target}"),
        _ => target.to_owned(),
    };
    (url.contains("://") || url.starts_with('/')).then(|| Asked { method, url, used: vec![target] })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As their makers document them.
    const LINES: [(&str, &str, &str, &str); 7] = [
        (
            r#"https 2021-03-01T12:00:00.186641Z app/my-lb/50dc6c495c0c9188 192.0.2.39:2817 198.51.100.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://www.example.com:443/p?em=b%40example.org HTTP/1.1" "curl/7.46.0" - -"#,
            "2021-03-01T12:00:00.186641Z",
            "GET",
            "https://www.example.com:443/p?em=b%40example.org",
        ),
        (
            "2021-03-01\t12:00:00\tLAX1\t2390\t192.0.2.202\tGET\td111111abcdef8.cloudfront.net\t/view\t200\twww.example.com\tMozilla\tem=b%40example.org\t-\tMiss",
            "2021-03-01T12:00:00Z",
            "GET",
            "https://d111111abcdef8.cloudfront.net/view?em=b%40example.org",
        ),
        (
            "2021-03-01 12:00:00 192.0.2.1 POST /view em=b%40example.org 443 anna 198.51.100.2 Mozilla - 200 0 0 15",
            "2021-03-01T12:00:00Z",
            "POST",
            "/view?em=b%40example.org",
        ),
        (
            r#"Mar  1 12:00:00 localhost haproxy[14389]: 192.0.2.2:33317 [01/Mar/2021:12:00:00.655] http-in static/srv1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 "GET /index.html?em=b HTTP/1.1""#,
            "2021-03-01T12:00:00.655Z",
            "GET",
            "/index.html?em=b",
        ),
        (
            "1614600000.586  19448 192.0.2.5 TCP_MISS/200 4192 GET http://t.example/p?em=b - DIRECT/198.51.100.3 text/html",
            "2021-03-01T12:00:00.586Z",
            "GET",
            "http://t.example/p?em=b",
        ),
        (
            "1614600000.586     30 192.0.2.5 TCP_TUNNEL/200 39 CONNECT t.example:443 - HIER_DIRECT/198.51.100.3 -",
            "2021-03-01T12:00:00.586Z",
            "CONNECT",
            "https://t.example:443",
        ),
        (
            r#"[2021-03-01T12:00:00.310Z] "POST /x?em=b%40example.org HTTP/2" 204 - 154 0 226 100 "192.0.2.8" "nsq2http" "cc21d9b0-cf5c" "shop.example" "tcp://10.0.2.1:80""#,
            "2021-03-01T12:00:00.310Z",
            "POST",
            "http://shop.example/x?em=b%40example.org",
        ),
    ];

    #[test]
    fn the_host_of_iis_is_where_fields_says() {
        let names = "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs-host sc-status";
        let line = "2021-03-01 12:00:00 192.0.2.1 GET /a.aspx em=b 443 - 192.0.2.3 shop.example 200";
        assert_eq!(exchange(line.as_bytes(), 1, names).unwrap().url, "https://shop.example/a.aspx?em=b");
    }

    #[test]
    fn a_line_says_when_and_what_was_asked_for() {
        for (line, at, method, url) in LINES {
            let read = exchange(line.as_bytes(), 3, "").unwrap_or_else(|| panic!("{line}"));
            assert_eq!((read.id.as_str(), read.method.as_str(), read.url.as_str()), ("3", method, url));
            assert_eq!(read.at, at.parse().ok(), "{line}");
            assert!(read.header("log-fields").is_some_and(|beside| !beside.contains(url) && beside.len() > 20));
            assert!(are([&b"#Version: 1.0"[..], line.as_bytes()].into_iter()));
        }
    }

    #[test]
    fn other_text_is_none() {
        for line in [
            "",
            "#Fields: date time",
            "2021-03-01T12:00:00Z INFO started",
            "GET /x HTTP/1.1",
            "2021-03-01 12:00:00 We GET the bus",
            "2021-03-01",
            "\"",
            "[x] \"GET / HTTP/1.1\"",
        ] {
            assert!(exchange(line.as_bytes(), 1, "").is_none(), "{line}");
        }
        assert!(!are([LINES[0].0.as_bytes(), b"what is this"].into_iter()) && !are([&b"#x"[..]].into_iter()));
    }
}
