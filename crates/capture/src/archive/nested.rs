//! Exchanges below the first level of a line or an entry, as queues, indexes and log services wrap them, as objects or as
//! their text; and what such a service writes that is none.

use super::ndjson::{Columns, unbase64, written};
use super::others::{TIMES, WRAPPED, WRAPPERS, shown};
use super::times::time;
use super::{access, loose, weblog};
use facts::Exchange;
use jiff::Timestamp;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Wrappers within each other.
const DEEPEST: usize = 4;

type Around<'a> = BTreeMap<String, &'a RawValue>;
type Found = (Exchange, Option<String>);

/// `number` is its id where it has none.
pub(super) fn exchange(line: &[u8], number: u64) -> Option<Found> {
    let text = std::str::from_utf8(line).ok()?;
    unwrapped(text, number, DEEPEST).or_else(|| logged(line, number).map(|exchange| (exchange, None)))
}

/// What stands around the exchange is looked through with it.
fn unwrapped(text: &str, number: u64, deepest: usize) -> Option<Found> {
    let mut around: Around<'_> = serde_json::from_str(text).ok()?;
    if let Some(event) = elastic(text, &around, number) {
        return Some((event, None));
    }
    let (name, (mut exchange, why)) = WRAPPERS.iter().find_map(|name| {
        let inner = inner(around.get(*name)?)?;
        let columns = serde_json::from_str(&inner).ok().or_else(|| loose::columns(inner.as_bytes()));
        let read = columns.map(|columns| Columns::exchange(columns, number));
        Some((*name, read.or_else(|| unwrapped(&inner, number, deepest.checked_sub(1)?))?))
    })?;
    around.remove(name);
    around.retain(|name, value| !is_response(name) && !matches!(value.get(), "null" | "true" | "false"));
    for (name, value) in around.into_iter().filter_map(|(name, value)| Some((name, written(value)?.owned()))) {
        let is_time = name == "at" || TIMES.contains(&name.as_str());
        match time(&value).filter(|_| is_time && exchange.at.is_none()) {
            Some(at) => exchange.at = Some(at),
            None if WRAPPED.contains(&name.as_str()) && exchange.id == number.to_string() => exchange.id = value,
            None if name == "body" && exchange.body.is_none() => exchange.body = Some(value.into_bytes()),
            None => exchange.headers.push((name, value)),
        }
    }
    Some((exchange, why))
}

/// An object, its text, or that in base64.
fn inner<'a>(value: &'a RawValue) -> Option<Cow<'a, str>> {
    let text = written(value)?.0;
    if text.trim_start().starts_with('{') {
        return Some(text);
    }
    let bytes = text.starts_with("ey").then(|| unbase64(&text))??;
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

/// What came back was not sent.
pub(super) fn is_response(column: &str) -> bool {
    /// Behind `resp` in one word.
    const OF_ONE: [&str; 10] =
        ["body", "bytes", "code", "content", "header", "headers", "length", "size", "status", "time"];
    let words = words(column);
    let is_one = |word: &str| {
        word.contains("response") || word.strip_prefix("resp").is_some_and(|of| of.is_empty() || OF_ONE.contains(&of))
    };
    // a `respondent` sends, and a `response_to` names what is answered
    let is_named =
        words.iter().enumerate().any(|(at, word)| is_one(word) && words.get(at + 1).is_none_or(|w| w != "to"));
    is_named || words == ["res"] || words.windows(2).any(|two| two == ["set", "cookie"])
}

/// `responseHeaders`, `response_headers`: the words of a column's name.
fn words(column: &str) -> Vec<String> {
    let (mut words, mut was_small) = (vec![String::new()], false);
    for sign in column.chars() {
        if !sign.is_alphanumeric() || (sign.is_uppercase() && was_small) {
            words.push(String::new());
        }
        was_small = sign.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| sign.is_alphanumeric()) {
            word.extend(sign.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// An event of Elastic's Common Schema (<https://www.elastic.co/guide/en/ecs/current/ecs-url.html>): `url` is an object.
fn elastic(text: &str, around: &Around<'_>, number: u64) -> Option<Exchange> {
    around.get("url").filter(|url| url.get().starts_with('{'))?;
    let mut event: Value = serde_json::from_str(text).ok()?;
    let said = |at: &str| event.pointer(at).filter(|value| !value.is_null()).map(shown);
    let url = said("/url/full").or_else(|| said("/url/original"))?;
    let body = said("/http/request/body/content");
    let method = said("/http/request/method");
    let method = method.unwrap_or_else(|| if body.is_some() { "POST" } else { "GET" }.to_owned());
    let at = said("/@timestamp").and_then(|at| time(&at));
    if let Some(http) = event.pointer_mut("/http").and_then(Value::as_object_mut) {
        http.remove("response");
    }
    if let Some(request) = event.pointer_mut("/http/request/body").and_then(Value::as_object_mut) {
        request.remove("content");
    }
    let rest = event.as_object()?.iter().filter(|(name, _)| !matches!(name.as_str(), "url" | "@timestamp"));
    let headers = rest.map(|(name, value)| (name.clone(), shown(value))).collect();
    let (id, body) = (number.to_string(), body.map(String::into_bytes));
    Some(Exchange { id, at, method, url, headers, body, ..Exchange::default() })
}

/// A line that a container wrote (Docker's json-file), of an access log or any text; from other services, of an access log.
pub(super) fn logged(line: &[u8], number: u64) -> Option<Exchange> {
    let around: Around<'_> = serde_json::from_slice(line).ok()?;
    let said = |name: &str| serde_json::from_str::<Cow<'_, str>>(around.get(name)?.get()).ok();
    let at = TIMES.iter().find_map(|name| time(around.get(*name)?.get().trim_matches('"')));
    for name in ["log", "message", "line", "textPayload", "_raw", "@message"] {
        let Some(text) = said(name) else { continue };
        let text = text.trim().as_bytes();
        if let Some(read) = access::exchange(text, number).or_else(|| weblog::exchange(text, number, "")) {
            return Some(Exchange { at: read.at.or(at), ..read });
        }
    }
    let time: Timestamp = said("time")?.parse().ok()?;
    let body = said("log")?.trim().as_bytes().to_vec();
    Some(Exchange { id: number.to_string(), at: Some(time), body: Some(body), ..Exchange::default() })
}

/// What only events of such services have, with a request or without.
const MARKS: [&str; 16] = [
    "_source",
    "_index",
    "_raw",
    "payload",
    "topic",
    "message",
    "@message",
    "@timestamp",
    "jsonPayload",
    "protoPayload",
    "textPayload",
    "logName",
    "insertId",
    "line",
    "logEvents",
    "result",
];
/// What Elasticsearch's bulk requests say before a document, in an object of its own.
const ACTIONS: [&str; 4] = ["index", "create", "update", "delete"];

/// Whether a line that is no exchange is what it should be all the same: an event, or what is to be done with the next line.
pub(super) fn is_event(line: &[u8]) -> bool {
    let around: Around<'_> = serde_json::from_slice(line).unwrap_or_default();
    let is_action = |(name, value): (&String, &&RawValue)| ACTIONS.contains(&&**name) && value.get().starts_with('{');
    (around.len() == 1 && around.iter().all(is_action))
        || (!around.contains_key("url") && MARKS.iter().any(|mark| around.contains_key(*mark)))
}

/// Under which names such services list their events, and what these lists stand in.
const LISTS: [&str; 9] =
    ["hits", "events", "logEvents", "records", "Records", "results", "result", "data", "rawResponse"];

/// `key` in its quotes.
pub(super) fn may_list(key: &[u8]) -> bool {
    let name = key.strip_prefix(b"\"").and_then(|key| key.strip_suffix(b"\"")).unwrap_or(key);
    LISTS.iter().any(|list| list.as_bytes() == name)
}

/// The events that a line lists, and the line without them; none where it lists none.
pub(super) fn events(line: &[u8]) -> Option<(Vec<String>, String)> {
    let mut document: Value = serde_json::from_slice(line).ok()?;
    let events = listed(&mut document)?;
    Some((events.iter().map(Value::to_string).collect(), document.to_string()))
}

fn listed(document: &mut Value) -> Option<Vec<Value>> {
    // Loki: a time and a line
    let pair = |pair: &Value| Some(json!({"timestamp": pair.get(0)?.as_str()?, "line": pair.get(1)?.as_str()?}));
    if let Some(Value::Array(pairs)) = document.get_mut("values") {
        let events = pairs.iter().map(pair).collect::<Option<Vec<_>>>()?;
        pairs.clear();
        return Some(events);
    }
    LISTS.iter().find_map(|name| match document.get_mut(*name)? {
        Value::Array(events) if events.first().is_some_and(Value::is_object) => Some(std::mem::take(events)),
        inner => listed(inner),
    })
}

#[cfg(test)]
mod tests {
    use super::super::ndjson;
    use crate::archive::tests::all;
    use crate::archive::{Kind, tests::Got};
    use facts::Exchange;

    fn read(line: &str) -> Exchange {
        let (exchange, why) = ndjson::exchange(line.as_bytes(), 9).unwrap_or_else(|why| panic!("{line}: {why}"));
        assert_eq!(why, None, "{line}");
        exchange
    }

    #[test]
    fn what_is_wrapped_is_unwrapped() {
        for line in [
            r#"{"topic":"t","value":"{\"url\": \"https://t.example/\", \"at\": \"2021-03-01T12:00:00Z\"}\n"}"#,
            r#"{"_index":"i","_source":{"url":"https://t.example/","@timestamp":"2021-03-01T12:00:00Z"}}"#,
            r#"{"timestamp":1614600000000,"message":"{\"url\":\"https://t.example/\"}"}"#,
            r#"{"level":"info","ts":1614600000.0,"request":{"method":"GET","host":"t.example","uri":"/","headers":{"X":["a"]}},"resp_headers":{"a":["b"]}}"#,
            r#"{"httpRequest":{"requestMethod":"GET","requestUrl":"https://t.example/","userAgent":"m"},"timestamp":"2021-03-01T12:00:00Z"}"#,
            r#"{"ClientRequestHost":"t.example","ClientRequestMethod":"GET","ClientRequestURI":"/","EdgeStartTimestamp":1614600000000000000}"#,
            r#"{"startedDateTime":"2021-03-01T12:00:00Z","request":{"method":"GET","url":"https://t.example/","headers":[]},"response":{}}"#,
            r#"{"url":"https://t.example/","time_stamp":"2021-03-01T12:00:00Z"}"#,
            r#"{"url":"https://t.example/","timeStamp":1614600000000}"#,
            r#"{"url":"https://t.example/","TimeGenerated":"2021-03-01T12:00:00Z"}"#,
            r#"{"request_url":"https://t.example/","at":"2021-03-01 12:00:00 UTC"}"#,
            r#"{"request":{"method":"GET","uri":"/","headers":{"host":"t.example"}},"started_at":1614600000000}"#,
            r#"{"time":"2021-03-01T12:00:00.0000000Z","properties":{"httpMethod":"GET","requestUri":"https://t.example:443/"}}"#,
            r#"{"timestamp":1614600000000,"httpRequest":{"headers":[{"name":"Host","value":"t.example"}],"uri":"/","args":"a=b","httpMethod":"GET"}}"#,
            r#"{"RequestHost":"t.example","RequestMethod":"GET","RequestPath":"/","StartUTC":"2021-03-01T12:00:00.0Z","time":"2021-03-01T13:00:00+01:00"}"#,
            r#"{"log":"t.example:80 192.0.2.1 - - [01/Mar/2021:12:00:00 +0000] \"GET / HTTP/1.1\" 200 5\n","stream":"stdout","time":"2021-03-01T12:00:01.5Z"}"#,
            r#"{"log":"{\"url\":\"https://t.example/\"}\n","stream":"stdout","time":"2021-03-01T12:00:00Z"}"#,
            r#"{"_index":"i","_source":{"request":{"url":"https://t.example/"},"@timestamp":"2021-03-01T12:00:00Z"}}"#,
            r#"{"insertId":"1","jsonPayload":{"request":{"url":"https://t.example/"}},"timestamp":"2021-03-01T12:00:00Z"}"#,
            r#"{"preview":false,"result":{"_raw":"{\"req\":{\"url\":\"/\",\"headers\":{\"host\":\"t.example\"}}}","_time":"2021-03-01T12:00:00.000+00:00"}}"#,
            r#"{"labels":{"app":"x"},"line":"{\"url\":\"https://t.example/\"}","timestamp":"2021-03-01T12:00:00Z"}"#,
            r#"{"timestamp":1614600000000,"message":"t.example:80 192.0.2.1 - - [01/Mar/2021:12:00:00 +0000] \"GET / HTTP/1.1\" 200 5"}"#,
        ] {
            let exchange = read(line);
            assert_eq!(exchange.host().as_deref(), Some("t.example"), "{line}");
            assert_eq!((exchange.at, &*exchange.id), ("2021-03-01T12:00:00Z".parse().ok(), "9"), "{line}");
            assert_eq!(Kind::of(line.as_bytes(), "x".as_ref()), Kind::Ndjson, "{line}");
        }
        let exchange = read(r#"{"_id":"k7","user":"anna@example.com","_source":{"url":"/x"}}"#);
        assert_eq!((exchange.id.as_str(), exchange.header("user")), ("k7", Some("anna@example.com")));
        let deep = |depth: usize| format!("{}{{\"url\":\"/x\"}}{}", r#"{"value":"#.repeat(depth), "}".repeat(depth));
        assert_eq!(read(&deep(super::DEEPEST + 1)).url, "/x");
        assert!(ndjson::exchange(deep(super::DEEPEST + 2).as_bytes(), 1).unwrap_err().contains("url"));
    }

    #[test]
    fn what_an_event_of_elasticsearch_holds_is_told_with_it() {
        let event = r#"{"@timestamp":"2021-01-15T10:00:00Z","url":{"full":"https://t.example/a"},"http":{"request":{"body":{"content":"a=1"}},"response":{"x":"no"}},"user":{"name":"n"}}"#;
        for (line, id) in [(event.to_owned(), "9"), (format!(r#"{{"_index":"i","_id":"k","_source":{event}}}"#), "k")] {
            let read = read(&line);
            assert_eq!((&*read.id, &*read.url, &*read.method), (id, "https://t.example/a", "POST"));
            assert_eq!((read.body.as_deref(), read.header("user")), (Some(&b"a=1"[..]), Some(r#"{"name":"n"}"#)));
            assert!(read.at.is_some() && !format!("{read:?}").contains("no\\\""), "{read:?}");
        }
    }

    #[test]
    fn what_came_back_is_told_from_who_responds() {
        for column in [
            "response",
            "resp",
            "res",
            "resp_headers",
            "respBody",
            "respbody",
            "responseHeaders",
            "EdgeResponseStatus",
            "response-body",
            "responsebody",
            "httpresponse",
            "set_cookie",
            "Set-Cookie",
            "sc_set_cookie",
            "RESPONSE_TIME",
        ] {
            assert!(super::is_response(column), "{column}");
        }
        for column in
            ["respondent_email", "responsible", "response_to", "responseTo", "respons", "resolution", "reset", "cookie"]
        {
            assert!(!super::is_response(column), "{column}");
        }
    }

    fn hosts(got: &Got) -> Vec<String> {
        assert_eq!(got.whys(), "");
        got.exchanges.iter().map(|exchange| exchange.host().unwrap_or_default()).collect()
    }

    #[test]
    fn lines_of_services_are_exchanges_or_lines_and_never_unreadable() {
        let bulk = b"{\"index\":{\"_index\":\"i\"}}\n{\"url\":\"https://t.example/\"}\n{\"create\":{}}\n{\"@timestamp\":\"2021-03-01T12:00:00Z\",\"message\":\"x\"}\n";
        let got = all("x", bulk);
        assert_eq!((hosts(&got), got.pieces.len()), (vec!["t.example".to_owned()], 3));
        let kcat = |payload: &str| {
            format!("{{\"topic\":\"t\",\"partition\":0,\"ts\":1614600000000,\"key\":null,\"payload\":{payload}}}\n")
        };
        let sent = r#""{\"url\":\"https://t.example/\"}""#;
        // the same in base64
        let encoded = r#""eyJ1cmwiOiJodHRwczovL3QuZXhhbXBsZS8ifQ==""#;
        for first in [sent, encoded] {
            let got = all("x", (kcat(first) + &kcat("\"x\"") + &kcat("null")).as_bytes());
            assert_eq!((hosts(&got), got.pieces.len()), (vec!["t.example".to_owned()], 2));
        }
        let got = all("x", kcat("\"x\"").as_bytes());
        assert_eq!((got.kind, hosts(&got).len(), got.pieces.len()), (Some(Kind::Text), 0, 1));
    }

    #[test]
    fn documents_that_list_events_are_read_event_by_event() {
        let request = r#"{"request":{"url":"https://t.example/"}}"#;
        for document in [
            format!(
                r#"{{"took":1,"hits":{{"total":2,"hits":[{{"_id":"a","_source":{request}}},{{"_id":"b","_source":{{"x":1}}}}]}}}}"#
            ),
            format!(r#"{{"records":[{request},{{"x":1}}]}}"#),
            format!(r#"{{"rawResponse":{{"hits":{{"hits":[{{"_source":{request}}},{{"_source":{{}}}}]}}}}}}"#),
            format!(
                r#"{{"messageType":"DATA_MESSAGE","logEvents":[{{"id":"1","message":{0}}},{{"id":"2","message":"x"}}]}}"#,
                serde_json::json!(request)
            ),
            format!(
                r#"{{"data":{{"result":[{{"stream":{{}},"values":[["1614600000000000000",{0}],["1","x"]]}}]}}}}"#,
                serde_json::json!(request)
            ),
        ] {
            for text in [
                document.clone(),
                document.replace("{\"", "{\n  \"").replace(",\"", ",\n  \""),
                document.clone() + "\n" + &document,
            ] {
                let got = all("x.json", text.as_bytes());
                let twice = if text.len() > 2 * document.len() { 2 } else { 1 };
                assert_eq!(hosts(&got), vec!["t.example"; twice], "{text}");
                assert_eq!(got.kind, Some(Kind::Json), "{text}");
                assert!(got.pieces.len() >= twice, "{text}");
            }
        }
    }
}
