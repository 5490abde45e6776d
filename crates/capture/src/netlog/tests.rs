use super::{Ahead, NetLog, Sent, read};

/// The numbers are made up, as they may be: the first line says what they mean.
const CONSTANTS: &str = r#"{"constants":{"logEventPhase":{"PHASE_BEGIN":1,"PHASE_END":2,"PHASE_NONE":0},
"logEventTypes":{"HOST_RESOLVER_MANAGER_REQUEST":1,"HTTP_TRANSACTION_READ_RESPONSE_HEADERS":2,
"HTTP_TRANSACTION_SEND_REQUEST_HEADERS":3,"HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS":4,"REQUEST_ALIVE":5,
"TCP_CLIENT_SOCKET_POOL_REQUESTED_SOCKETS":6,"URL_REQUEST_START_JOB":7,"SOMETHING_ELSE":8},
"timeTickOffset":"1795740000000"}"#;

const SITE: &str = "https://service.example";

fn log(events: &[String]) -> String {
    let events = events.join(",\n");
    format!("{},\n\"events\": [\n{events},\n", CONSTANTS.replace('\n', ""))
}

fn told(events: &[String]) -> NetLog {
    read(log(events).as_bytes()).unwrap()
}

fn event(source: u64, kind: u64, phase: u64, params: &str) -> String {
    format!(
        r#"{{"params":{params},"phase":{phase},"source":{{"id":{source},"start_time":"7","type":1}},"time":"{}","type":{kind}}}"#,
        1000 + source
    )
}

fn begun(source: u64, method: &str, url: &str, initiator: &str, kind: &str) -> String {
    let key = format!("{SITE} {SITE}");
    let params = format!(
        r#"{{"initiator":"{initiator}","load_flags":0,"method":"{method}","network_isolation_key":"{key}","request_type":"{kind}","url":"{url}"}}"#
    );
    event(source, 7, 1, &params)
}

fn page() -> String {
    begun(1, "GET", "https://app.service.example/", "not an origin", "main frame")
}

fn sent(source: u64) -> String {
    event(source, 3, 0, r#"{"headers":["Host: a.example","X-Own: a: b"],"line":"GET / HTTP/1.1\r\n"}"#)
}

fn answered(source: u64, status: u16) -> String {
    event(source, 2, 0, &format!(r#"{{"headers":["HTTP/1.1 {status} OK","a: b"]}}"#))
}

fn urls(log: &NetLog) -> Vec<&str> {
    log.sent.iter().map(|s| s.url.as_str()).collect()
}

#[test]
fn a_request_counts_once_it_is_sent() {
    let cached = begun(2, "GET", "https://a.example/cached", SITE, "other");
    let post = begun(3, "POST", "https://a.example/post#f", SITE, "other");
    let log = told(&[cached, event(2, 5, 2, "null"), post, sent(3), answered(3, 103), answered(3, 204)]);
    let headers = vec![("Host".into(), "a.example".into()), ("X-Own".into(), "a: b".into())];
    let only = Sent {
        at: Some("2026-11-27T00:40:01.003Z".parse().unwrap()),
        method: "POST".into(),
        url: "https://a.example/post".into(),
        site: Some(SITE.into()),
        headers,
        status: Some(204),
    };
    assert_eq!(log.sent, [only]);
}

#[test]
fn redirects_and_answered_attempts_count_each() {
    let first = begun(2, "POST", "https://a.example/1", SITE, "other");
    let second = begun(2, "GET", "https://a.example/2", SITE, "other");
    let log = told(&[first, sent(2), answered(2, 302), second, sent(2), sent(2), answered(2, 401), sent(2)]);
    // The second of the four went into a closed connection.
    assert_eq!(urls(&log), ["https://a.example/1", "https://a.example/2", "https://a.example/2"]);
    assert_eq!(log.sent.iter().map(|s| s.status).collect::<Vec<_>>(), [Some(302), Some(401), None]);
}

#[test]
fn http2_headers_are_those_of_the_page() {
    let params =
        r#"{"headers":[":method: GET",":path: /","service-worker: script"],"source_dependency":{"id":9,"type":11}}"#;
    let log = told(&[begun(2, "GET", "https://a.example/sw.js", SITE, "other"), event(2, 4, 0, params)]);
    assert_eq!(log.sent[0].headers, [("service-worker".to_owned(), "script".to_owned())]);
    assert!(log.sent[0].is_worker_script());
}

#[test]
fn what_the_browser_does_for_itself_is_left_out() {
    let own = begun(2, "POST", "https://update.browser.example/", "not an origin", "other");
    let other =
        |kind: &str, url: &str| begun(3, "GET", url, SITE, kind).replace(&format!("{SITE} {SITE}"), "null null");
    let list = other("other", "https://list.browser.example/");
    let name =
        r#"{"host":"https://update.browser.example","network_anonymization_key":"https://browser.example same_site"}"#;
    let sockets = r#"{"group_id":"https://update.browser.example <null>"}"#;
    let log = told(&[page(), own, sent(2), list, sent(3), event(4, 1, 1, name), event(5, 6, 0, sockets)]);
    assert_eq!(log, NetLog::default());
}

#[test]
fn names_and_connections_belong_to_the_site_of_a_page() {
    let name = |host: &str| {
        format!(r#"{{"host":"{host}","is_speculative":true,"network_anonymization_key":"{SITE} same_site"}}"#)
    };
    let sockets = format!(r#"{{"group_id":"pmpsa/http://b.example:81 <{SITE} cross_site>"}}"#);
    let later = event(4, 1, 1, &name("http://a.example:80"));
    let log = told(&[
        event(3, 6, 0, &sockets),
        later,
        event(4, 1, 2, "null"),
        event(5, 1, 1, &name("c.example:443")),
        page(),
    ]);
    let origins = |list: &[Ahead]| list.iter().map(|a| a.origin.clone()).collect::<Vec<_>>();
    assert_eq!(origins(&log.opened), ["http://b.example:81"]);
    assert_eq!(origins(&log.names), ["http://a.example:80", "c.example:443"]);
    assert!(log.names.iter().all(|a| a.site == SITE));
}

#[test]
fn a_log_cut_anywhere_tells_what_is_whole() {
    let requests = (2..5).flat_map(|n| [begun(n, "GET", &format!("https://a.example/{n}"), SITE, "other"), sent(n)]);
    let whole = log(&requests.collect::<Vec<_>>());
    let first = whole.find('\n').unwrap();
    let mut most = 0;
    for end in 0..whole.len() {
        let cut = read(&whole.as_bytes()[..end]);
        assert_eq!(cut.is_some(), end >= first - 1, "{end}");
        let count = cut.map_or(0, |log| log.sent.len());
        assert!(count >= most, "{end}");
        most = count;
    }
    assert_eq!(most, 3);
    // Closed in good order: the last event stands before the end of the list.
    let closed = format!("{}],\n\"polledData\": [{{}}]\n}}\n", whole.trim_end().trim_end_matches(','));
    assert_eq!(read(closed.as_bytes()).unwrap().sent.len(), 3);
}

#[test]
fn odd_lines_are_passed_over() {
    let get = begun(2, "GET", "https://a.example/", SITE, "other");
    let huge = event(3, 8, 0, &format!("\"{}\"", "x".repeat(5 * 1024 * 1024)));
    let odd = [r#"{"type":7}"#, "[]", "\u{0}", "", r#"{"params":3,"phase":1,"source":{"id":2},"time":"x","type":3}"#];
    let odd = odd.map(str::to_owned);
    let log = told(&[vec![get, huge], odd.to_vec(), vec![event(2, 99, 1, "{}"), sent(2)]].concat());
    assert_eq!(urls(&log), ["https://a.example/", "https://a.example/"][..1].to_vec());
    assert_eq!(read(&b"{\"log\":{}}\n"[..]), None);
    assert_eq!(read(&b""[..]), None);
}

/// A version whose events have other names tells of nothing.
#[test]
fn unknown_names_tell_nothing() {
    let text = log(&[page(), sent(1)]).replace("URL_REQUEST_START_JOB", "URL_REQUEST_BEGUN");
    assert_eq!(read(text.as_bytes()), Some(NetLog::default()));
}

/// Nine of ten events are passed over by the number at their end; where another version puts it elsewhere, all are read.
#[test]
fn the_order_of_an_events_parts_does_not_matter() {
    let moved = |event: String| {
        let value: serde_json::Value = serde_json::from_str(&event).unwrap();
        let (kind, source) = (&value["type"], &value["source"]["id"]);
        let (phase, params) = (&value["phase"], &value["params"]);
        format!(r#"{{"type":{kind},"params":{params},"phase":{phase},"time":7,"source":{{"id":{source},"type":99}}}}"#)
    };
    let log = told(&[moved(begun(2, "GET", "https://a.example/", SITE, "other")), moved(sent(2))]);
    assert_eq!(urls(&log), ["https://a.example/"]);
}
