//! Columns that are none of the contract's: those of servers', networks' and log services' JSON.

use super::times::time;
use jiff::Timestamp;
use serde_json::Value;

/// Columns that are none of ours.
#[derive(Default)]
pub(super) struct Others(pub Vec<(String, Value)>);

/// Names that web servers' and networks' logs, data warehouses and tags give the time, in any letter case, the surest first.
pub(super) const TIMES: [&str; 49] = [
    "at",
    "time_iso8601",
    "@timestamp",
    "timestamp",
    "time",
    "ts",
    "msec",
    "time_local",
    "EdgeStartTimestamp",
    "startedDateTime",
    "eventTime",
    "receiveTimestamp",
    "started_at",
    "StartUTC",
    "_time",
    "time_stamp",
    "timestamp_ms",
    "timestampMs",
    "_timestamp",
    "event_time",
    "event_timestamp",
    "eventTimestamp",
    "TimeGenerated",
    "startTime",
    "start_time",
    "datetime",
    "date_time",
    "request_timestamp",
    "request_time",
    "requestTime",
    "server_time",
    "log_time",
    "logged_at",
    "received_at",
    "receivedAt",
    "sent_at",
    "sentAt",
    "originalTimestamp",
    "collector_tstamp",
    "derived_tstamp",
    "dvce_created_tstamp",
    "occurred_at",
    "wallTime",
    "epoch",
    "created_at",
    "createdAt",
    "created",
    "start",
    "date",
];
const HOSTS: [&str; 7] =
    ["http_host", "host", "server_name", "vhost", "virtual_host", "ClientRequestHost", "RequestHost"];
/// Whole addresses, or paths; `url` and `uri` are told apart from other words where they stand.
pub(super) const ADDRESSES: [&str; 7] =
    ["request_uri", "requestUri", "ClientRequestURI", "RequestPath", "request_url", "requestUrl", "full_url"];
const METHODS: [&str; 5] = ["request_method", "ClientRequestMethod", "requestMethod", "RequestMethod", "httpMethod"];
const SCHEMES: [&str; 3] = ["scheme", "ClientRequestScheme", "RequestScheme"];
/// What queues, indexes and log services put around an exchange, as an object or as its text.
pub(super) const WRAPPERS: [&str; 20] = [
    "value",
    "_source",
    "message",
    "payload",
    "data",
    "event",
    "record",
    "request",
    "httpRequest",
    "jsonPayload",
    "properties",
    "log",
    "req",
    "http",
    "result",
    "_raw",
    "line",
    "textPayload",
    "protoPayload",
    "@message",
];
/// Its id and its time beside a wrapper.
pub(super) const WRAPPED: [&str; 3] = ["id", "_id", "at"];

impl Others {
    fn take(&mut self, names: &[&str]) -> Option<String> {
        self.take_if(names, |_| true)
    }

    fn take_if(&mut self, names: &[&str], is: impl Fn(&str) -> bool) -> Option<String> {
        let known = |(name, value): &(String, Value)| names.contains(&name.as_str()) && !value.is_object();
        let at = self.0.iter().position(|column| known(column) && is(&shown(&column.1)))?;
        Some(shown(&self.0.remove(at).1))
    }

    /// Method and address of a server's log; the address begins with the path where the log does not say its host.
    pub(super) fn address(&mut self) -> Option<(Option<String>, String)> {
        let (method, target) = match self.take(&ADDRESSES).or_else(|| self.take(&["uri"])) {
            Some(target) => (self.take(&METHODS), target),
            None => self.request()?,
        };
        // what does not go into the address is looked through with the rest
        let host = if target.starts_with('/') { self.take_if(&HOSTS, |host| !host.is_empty()) } else { None };
        let Some(host) = host else { return Some((method, target)) };
        let scheme = self.take_if(&SCHEMES, |scheme| matches!(scheme, "http" | "https"));
        Some((method, format!("{}://{host}{target}", scheme.as_deref().unwrap_or("http"))))
    }

    /// `GET /x HTTP/1.1`
    fn request(&mut self) -> Option<(Option<String>, String)> {
        let line = self.0.iter().find(|(name, _)| name == "request")?.1.as_str()?;
        let (method, target) = line.rsplit_once(" HTTP/")?.0.split_once(' ')?;
        let read = (Some(method.to_owned()), target.to_owned());
        self.take(&["request"]);
        Some(read)
    }

    pub(super) fn time(&mut self) -> Option<Timestamp> {
        let named = |wanted: &'static str| self.0.iter().filter(move |(name, _)| name.eq_ignore_ascii_case(wanted));
        // `date` and `time` beside each other
        let both = named("date").zip(named("time")).find_map(|((_, date), (_, of_day))| {
            let (date, of_day) = (date.as_str()?, of_day.as_str()?);
            time(&format!("{date}T{of_day}"))
        });
        if both.is_some() {
            self.0.retain(|(name, _)| !["date", "time"].iter().any(|taken| name.eq_ignore_ascii_case(taken)));
            return both;
        }
        let read = |(name, value): &(String, Value)| Some((name.clone(), time(&shown(value))?));
        let (name, at) = TIMES.iter().find_map(|wanted| named(wanted).find_map(read))?;
        self.take(&[&name]);
        Some(at)
    }

    /// The request headers that logs have columns for.
    pub(super) fn headers(&mut self) -> impl Iterator<Item = (String, String)> {
        const NAMES: [(&str, &str); 10] = [
            ("ClientRequestReferer", "referer"),
            ("ClientRequestUserAgent", "user-agent"),
            ("userAgent", "user-agent"),
            ("http_referer", "referer"),
            ("http_referrer", "referer"),
            ("referer", "referer"),
            ("referrer", "referer"),
            ("http_user_agent", "user-agent"),
            ("cookies", "cookie"),
            ("http_cookie", "cookie"),
        ];
        NAMES.into_iter().filter_map(|(column, header)| {
            let at = self.0.iter().position(|(name, value)| name == column && value.is_string())?;
            let value = shown(&self.0.remove(at).1);
            (!matches!(value.as_str(), "" | "-")).then(|| (header.to_owned(), value))
        })
    }
}

/// A string as it is, anything else as JSON.
pub(crate) fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// As many entries as are bytes written one by one.
const LEAST_BYTES: usize = 9;

/// An object whose names count from zero, as JSON has typed arrays, is a list: its order would be that of the names.
pub(super) fn in_order(value: Value) -> Value {
    match value {
        Value::Object(mut object) => {
            let counts = object.len() >= LEAST_BYTES && (0..object.len()).all(|n| object.contains_key(&n.to_string()));
            if counts {
                return (0..object.len()).filter_map(|n| object.remove(&n.to_string())).collect();
            }
            object.into_iter().map(|(name, value)| (name, in_order(value))).collect()
        }
        Value::Array(array) => array.into_iter().map(in_order).collect(),
        value => value,
    }
}
