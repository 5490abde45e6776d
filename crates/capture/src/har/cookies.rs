//! Cookies as HAR 1.2 lists them, out of their headers (RFC 6265, sections 4.2.1 and 5.2).

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

type Headers = [(String, String)];

/// Of a request.
pub(super) fn sent(headers: &Headers) -> Value {
    let pairs = named(headers, "cookie").flat_map(|all| all.split(';')).filter(|one| !one.trim().is_empty()).map(pair);
    pairs.map(|(name, value)| json!({"name": name, "value": value})).collect()
}

/// Of an answer; `at` is when it was asked for.
pub(super) fn set(headers: &Headers, at: Option<Timestamp>) -> Value {
    named(headers, "set-cookie").map(|line| cookie(line, at)).collect()
}

fn named<'a>(headers: &'a Headers, name: &'static str) -> impl Iterator<Item = &'a str> {
    headers.iter().filter(move |(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
}

/// What stands without `=` is a value without a name.
fn pair(text: &str) -> (&str, &str) {
    let (name, value) = text.split_once('=').unwrap_or(("", text));
    (name.trim(), value.trim())
}

fn cookie(line: &str, at: Option<Timestamp>) -> Value {
    let (whole, attributes) = line.split_once(';').unwrap_or((line, ""));
    let (name, value) = pair(whole);
    let mut cookie = json!({"name": name, "value": value, "httpOnly": false, "secure": false});
    let mut lasts = None;
    for attribute in attributes.split(';') {
        let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "path" => cookie["path"] = json!(value),
            "domain" => cookie["domain"] = json!(value),
            "httponly" => cookie["httpOnly"] = json!(true),
            "secure" => cookie["secure"] = json!(true),
            "samesite" => cookie["sameSite"] = json!(value),
            "expires" => cookie["expires"] = date(value).map_or(Value::Null, |at| json!(at.to_string())),
            "max-age" => lasts = value.parse().ok().map(SignedDuration::from_secs),
            _ => {}
        }
    }
    // RFC 6265, section 5.3, step 3: it goes before `Expires`.
    if let Some(end) = lasts.and_then(|lasts| at?.checked_add(lasts).ok()) {
        cookie["expires"] = json!(end.to_string());
    }
    if cookie["expires"].is_null() {
        cookie.as_object_mut().map(|cookie| cookie.remove("expires"));
    }
    cookie
}

/// As RFC 9110 writes dates, or with the hyphens of older servers.
fn date(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text.replace('-', " ")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_attribute_that_har_has_a_field_for_is_read() {
        let header = |value: &str| vec![("Set-Cookie".to_owned(), value.to_owned())];
        let told = |value: &str| set(&header(value), "2026-11-27T08:00:00Z".parse().ok())[0].clone();
        let whole = "fr=0a=b; Expires=Wed, 25-Feb-2026 07:28:00 GMT; path=/; Domain=.tracker.example; Secure; HttpOnly; SameSite=None";
        assert_eq!(
            told(whole),
            json!({"name": "fr", "value": "0a=b", "path": "/", "domain": ".tracker.example", "httpOnly": true, "secure": true,
                "sameSite": "None", "expires": "2026-02-25T07:28:00Z"})
        );
        assert_eq!(told("a=1; expires=never; max-age=60")["expires"], "2026-11-27T08:01:00Z");
        assert_eq!(
            told("alone; expires=never"),
            json!({"name": "", "value": "alone", "httpOnly": false, "secure": false})
        );
    }

    #[test]
    fn what_is_sent_is_listed_one_by_one() {
        let headers = vec![("cookie".to_owned(), "a=1; b==; c".to_owned())];
        assert_eq!(
            sent(&headers),
            json!([{"name": "a", "value": "1"}, {"name": "b", "value": "="}, {"name": "", "value": "c"}])
        );
    }
}
