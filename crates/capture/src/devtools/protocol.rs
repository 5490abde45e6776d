//! The parts of the protocol that are read, as far as they are read.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

#[derive(Deserialize)]
pub struct Message<'a> {
    pub id: Option<u64>,
    #[serde(borrow)]
    pub method: Option<Cow<'a, str>>,
    #[serde(borrow, rename = "sessionId")]
    pub session: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub params: Option<&'a RawValue>,
    #[serde(borrow)]
    result: Option<&'a RawValue>,
    #[serde(borrow)]
    error: Option<Refusal<'a>>,
}

#[derive(Deserialize)]
pub struct Refusal<'a> {
    #[serde(borrow)]
    pub message: Cow<'a, str>,
}

impl<'a> Message<'a> {
    pub fn outcome(self) -> Result<&'a RawValue, Refusal<'a>> {
        match self.error {
            Some(refusal) => Err(refusal),
            None => Ok(self.result.unwrap_or(RawValue::NULL)),
        }
    }
}

/// A JSON object of strings with its order kept: header names and values as the browser lists them. A header that was
/// sent several times stands there once, its values joined by line feeds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pairs(pub Vec<(String, String)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of strings")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some((name, values)) = map.next_entry::<String, String>()? {
                    pairs.extend(values.split('\n').map(|v| (name.clone(), v.to_owned())));
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attached {
    pub session_id: String,
    pub target_info: TargetInfo,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetInfo {
    pub target_id: String,
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub url: String,
    pub browser_context_id: Option<String>,
    /// The page that opened it.
    pub opener_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Detached {
    pub session_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    pub url: String,
    pub method: String,
    #[serde(default)]
    pub headers: Pairs,
    #[serde(default)]
    pub has_post_data: bool,
    pub post_data: Option<String>,
    #[serde(default)]
    pub post_data_entries: Vec<PostDataEntry>,
}

#[derive(Deserialize)]
pub struct PostDataEntry {
    /// Base64. Absent for a Blob or file.
    pub bytes: Option<String>,
}

impl Request {
    /// The exact body, if the entries hold all of it.
    pub fn body(&self) -> Option<Vec<u8>> {
        if self.post_data_entries.is_empty() {
            return None;
        }
        let parts = self.post_data_entries.iter().map(|e| e.bytes.as_ref().and_then(|b| STANDARD.decode(b).ok()));
        parts.collect::<Option<Vec<_>>>().map(|p| p.concat())
    }

    pub fn says_body(&self) -> bool {
        self.has_post_data || self.post_data.is_some() || !self.post_data_entries.is_empty()
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WillBeSent {
    pub request_id: String,
    #[serde(default, rename = "documentURL")]
    pub document_url: String,
    pub request: Request,
    #[serde(default)]
    pub wall_time: f64,
    /// Of the browser's monotonic clock, as all of them.
    #[serde(default)]
    pub timestamp: f64,
    #[serde(default)]
    pub initiator: Initiator,
    #[serde(default)]
    pub redirect_has_extra_info: bool,
    pub redirect_response: Option<Reply>,
    #[serde(default, rename = "type")]
    pub kind: String,
    pub frame_id: Option<String>,
    /// The document it is made in.
    #[serde(default)]
    pub loader_id: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Initiator {
    /// What it asks leave for, where it is a preflight.
    pub request_id: Option<String>,
    pub stack: Option<Stack>,
    pub url: Option<String>,
    pub line_number: Option<f64>,
    pub column_number: Option<f64>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stack {
    #[serde(default)]
    pub call_frames: Vec<CallFrame>,
    pub parent: Option<Box<Stack>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CallFrame {
    #[serde(default)]
    pub url: String,
    #[serde(default)]
    pub line_number: i64,
    #[serde(default)]
    pub column_number: i64,
}

/// The spy's own frames are not the page's.
pub const SPY_NAME: &str = "sluss-spy.js";

impl Initiator {
    /// Every call, innermost first, across asynchronous borders; 1-based as browsers show it.
    pub fn calls(&self) -> Vec<String> {
        let mut calls = Vec::new();
        let mut next = self.stack.as_ref();
        while let Some(stack) = next {
            let known = stack.call_frames.iter().filter(|c| !c.url.is_empty() && c.url != SPY_NAME);
            calls.extend(known.map(|c| format!("{}:{}:{}", c.url, c.line_number + 1, c.column_number + 1)));
            next = stack.parent.as_deref();
        }
        calls
    }

    /// The innermost script, else the document a parser was reading.
    pub fn first(&self, calls: &[String]) -> Option<String> {
        let parsed = || {
            let url = self.url.as_ref().filter(|u| !u.is_empty())?;
            Some(match (self.line_number, self.column_number) {
                (Some(line), Some(column)) => format!("{url}:{}:{}", line as u64 + 1, column as u64 + 1),
                (Some(line), None) => format!("{url}:{}", line as u64 + 1),
                _ => url.clone(),
            })
        };
        calls.first().cloned().or_else(parsed)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reply {
    #[serde(default)]
    pub status: i64,
    #[serde(default)]
    pub mime_type: String,
    #[serde(default)]
    pub headers: Pairs,
    /// It came from a service worker or a cache: what that worker fetched is told apart.
    #[serde(default)]
    pub from_service_worker: bool,
    #[serde(default)]
    pub from_disk_cache: bool,
    #[serde(default)]
    pub from_prefetch_cache: bool,
    #[serde(default)]
    pub protocol: String,
    pub timing: Option<Timing>,
}

/// Milliseconds after `request_time`, which is in seconds; -1 for what did not happen.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Timing {
    pub request_time: f64,
    pub dns_start: f64,
    pub dns_end: f64,
    pub connect_start: f64,
    pub connect_end: f64,
    pub ssl_start: f64,
    pub ssl_end: f64,
    pub send_start: f64,
    pub send_end: f64,
    pub receive_headers_end: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Received {
    pub request_id: String,
    #[serde(default)]
    pub timestamp: f64,
    pub response: Reply,
    #[serde(default)]
    pub has_extra_info: bool,
}

/// An answer as it came over the wire.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReceivedExtra {
    pub request_id: String,
    #[serde(default)]
    pub headers: Pairs,
    /// 304 where the answer is then told with the 200 that is kept.
    #[serde(default)]
    pub status_code: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Data<'a> {
    #[serde(borrow)]
    pub request_id: Cow<'a, str>,
    /// Unpacked.
    pub data_length: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SentExtra {
    pub request_id: String,
    #[serde(default)]
    pub headers: Pairs,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ended {
    pub request_id: String,
    #[serde(default)]
    pub timestamp: f64,
    #[serde(default)]
    pub error_text: String,
    #[serde(default)]
    pub encoded_data_length: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Paused {
    pub request_id: String,
    pub request: Request,
    #[serde(default)]
    pub frame_id: String,
    #[serde(default)]
    pub resource_type: String,
    pub network_id: Option<String>,
    /// The pause of the hop before, where this is a redirect.
    pub redirected_request_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthRequired {
    pub request_id: String,
    pub auth_challenge: Challenge,
}

#[derive(Deserialize)]
pub struct Challenge {
    /// Of the server or proxy that asks.
    pub origin: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SocketCreated {
    pub request_id: String,
    pub url: String,
    #[serde(default)]
    pub initiator: Initiator,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SocketHandshake {
    pub request_id: String,
    pub request: HandshakeRequest,
}

#[derive(Deserialize)]
pub struct HandshakeRequest {
    #[serde(default)]
    pub headers: Pairs,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SocketFrame {
    pub request_id: String,
    pub response: FrameData,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FrameData {
    pub opcode: f64,
    pub payload_data: String,
}

impl FrameData {
    /// Text frames stand as they are, all others in base64.
    pub fn bytes(self) -> Vec<u8> {
        if self.opcode as i64 == 1 {
            return self.payload_data.into_bytes();
        }
        STANDARD.decode(&self.payload_data).unwrap_or_else(|_| self.payload_data.into_bytes())
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TransportCreated {
    pub transport_id: String,
    pub url: String,
    #[serde(default)]
    pub initiator: Initiator,
}

#[derive(Deserialize)]
pub struct Navigated {
    pub frame: Frame,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Frame {
    pub id: String,
    pub parent_id: Option<String>,
    /// The document it shows.
    pub loader_id: String,
    pub url: String,
    /// With its `#`; `url` lacks it.
    #[serde(default)]
    pub url_fragment: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NavigatedWithin {
    pub frame_id: String,
    pub url: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Going {
    pub frame_id: String,
    /// `formSubmissionGet`, `anchorClick`, `scriptInitiated` …
    pub reason: String,
    pub url: String,
}

#[derive(Deserialize)]
pub struct WorldMade {
    pub context: World,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct World {
    pub id: i64,
    #[serde(default)]
    pub aux_data: WorldOf,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct WorldOf {
    /// The page's own, not an isolated one.
    pub is_default: bool,
    pub frame_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScriptParsed {
    pub script_id: String,
    pub url: String,
}

/// An error that no script caught.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Thrown {
    pub exception_details: ThrownDetails,
}

#[derive(Deserialize)]
pub struct ThrownDetails {
    pub text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Binding {
    pub name: String,
    #[serde(default)]
    pub execution_context_id: i64,
    pub payload: String,
}

#[derive(Deserialize)]
pub struct Dialog {
    /// Of the document that asks.
    pub url: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub message: String,
}

#[derive(Deserialize)]
pub struct Download {
    pub url: String,
}

/// Answer of `Network.getRequestPostData` and `Network.getResponseBody`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Body {
    #[serde(alias = "postData")]
    pub body: String,
    #[serde(default)]
    pub base64_encoded: bool,
}

impl Body {
    pub fn bytes(self) -> Option<Vec<u8>> {
        if self.base64_encoded { STANDARD.decode(self.body).ok() } else { Some(self.body.into_bytes()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_keep_their_order_and_their_repetitions() {
        let pairs: Pairs = serde_json::from_str(r#"{"z":"1","a":"2\n3"}"#).unwrap();
        let pairs: Vec<_> = pairs.0.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(pairs, [("z", "1"), ("a", "2"), ("a", "3")]);
    }

    #[test]
    fn entries_are_a_body_only_when_all_of_them_are_there() {
        let request = |entries: &str| -> Request {
            let json = format!(r#"{{"url":"u","method":"POST","postDataEntries":{entries}}}"#);
            serde_json::from_str(&json).unwrap()
        };
        assert_eq!(request(r#"[{"bytes":"AP8="},{"bytes":"eA=="}]"#).body(), Some(vec![0, 255, b'x']));
        assert_eq!(request(r#"[{"bytes":"AP8="},{}]"#).body(), None);
        assert_eq!(request("[]").body(), None);
    }

    #[test]
    fn a_stack_is_read_across_asynchronous_borders_without_the_spy() {
        let json = r#"{"type":"script","stack":{"callFrames":[{"url":"sluss-spy.js","lineNumber":1,"columnNumber":1}],
            "parent":{"callFrames":[{"url":"https://t.example/a.js","lineNumber":0,"columnNumber":9}]}}}"#;
        let initiator: Initiator = serde_json::from_str(json).unwrap();
        let calls = initiator.calls();
        assert_eq!(initiator.first(&calls).as_deref(), Some("https://t.example/a.js:1:10"));
    }
}
