//! Bodies, in the order in which the sources were found to be exact: `postDataEntries`, `Network.getRequestPostData`,
//! Fetch's entries, the text beside the request.

use super::{Witness, read, without_query};
use crate::devtools::Sender;
use crate::devtools::protocol::{Body, Ended, Paused, WillBeSent};
use serde_json::json;
use serde_json::value::RawValue;

/// What an answer is for.
pub(super) enum Ask {
    Request { entry: usize, session: String },
    Response { entry: usize, session: String },
}

impl Ask {
    pub(super) fn entry(&self) -> usize {
        match self {
            Self::Request { entry, .. } | Self::Response { entry, .. } => *entry,
        }
    }

    pub(super) fn session(&self) -> &str {
        match self {
            Self::Request { session, .. } | Self::Response { session, .. } => session,
        }
    }
}

const TEXT: u8 = 1;
const FETCH: u8 = 2;
const SPY: u8 = 3;
const ASKED: u8 = 4;
const ENTRIES: u8 = 5;

/// Documents, scripts and JSON up to this size are kept: vendors' settings are read from them.
const KEPT: usize = 1024 * 1024;

const TOO_LONG: &str = "longer than 1 MB: not kept";
pub(super) const LOST: &str = "the browser no longer had it";

impl Witness {
    fn set_body(&mut self, index: usize, rank: u8, body: Vec<u8>) {
        let entry = &mut self.log[index];
        if rank > entry.body_rank {
            entry.body_rank = rank;
            entry.exchange.body = Some(body);
        }
    }

    /// `before` is the hop that redirected here: 307 and 308 send its body again.
    pub(super) fn body_of_network(
        &mut self,
        index: usize,
        session: &str,
        event: &WillBeSent,
        before: Option<usize>,
        out: &Sender,
    ) {
        let request = &event.request;
        self.log[index].says_body |= request.says_body();
        if let Some(body) = request.body() {
            return self.set_body(index, ENTRIES, body);
        }
        if let Some(text) = &request.post_data {
            self.set_body(index, TEXT, text.clone().into_bytes());
        }
        if request.says_body() {
            let params = json!({"requestId": event.request_id});
            let id = out.send(session, "Network.getRequestPostData", params);
            self.asked.insert(id, Ask::Request { entry: index, session: session.to_owned() });
        }
        let again = before.filter(|b| request.method != "GET" && self.log[*b].exchange.method == request.method);
        if let (Some(before), None) = (again, &self.log[index].exchange.body)
            && let Some(body) = self.log[before].exchange.body.clone()
        {
            self.log[index].says_body = true;
            self.set_body(index, TEXT, body);
        }
    }

    pub(super) fn body_of_fetch(&mut self, index: usize, session: &str, event: &Paused, out: &Sender) {
        let request = &event.request;
        self.log[index].says_body |= request.says_body();
        if let Some(body) = request.body() {
            return self.set_body(index, FETCH, body);
        }
        if let Some(text) = &request.post_data {
            self.set_body(index, TEXT, text.clone().into_bytes());
        }
        if let (true, Some(network)) = (request.says_body() && !self.log[index].network, &event.network_id) {
            let id = out.send(session, "Network.getRequestPostData", json!({"requestId": network}));
            self.asked.insert(id, Ask::Request { entry: index, session: session.to_owned() });
        }
    }

    /// A streamed body, piece by piece.
    pub(super) fn body_of_spy(&mut self, index: usize, piece: &[u8]) {
        let entry = &mut self.log[index];
        entry.says_body = true;
        if entry.body_rank > SPY {
            return;
        }
        if entry.body_rank < SPY {
            entry.body_rank = SPY;
            entry.exchange.body = Some(Vec::new());
        }
        if let Some(body) = &mut entry.exchange.body {
            body.extend_from_slice(piece);
        }
    }

    pub(super) fn ask_response(&mut self, index: usize, session: &str, event: &Ended, out: &Sender) {
        let entry = &self.log[index];
        let Some(response) = &entry.exchange.response else { return };
        if !is_kept(&entry.kind, &response.mime) || entry.exchange.method == "HEAD" {
            return;
        }
        if event.encoded_data_length > KEPT as f64 {
            let what = format!("what {} answered", without_query(&entry.exchange.url));
            self.lanes[entry.lane].closed |= entry.kind == "Document";
            self.log[index].unkept = Some(TOO_LONG);
            return self.gap(what, TOO_LONG);
        }
        let id = out.send(session, "Network.getResponseBody", json!({"requestId": event.request_id}));
        self.asked.insert(id, Ask::Response { entry: index, session: session.to_owned() });
    }

    pub(super) fn answered(&mut self, id: u64, result: Result<&RawValue, &str>) {
        let Some(ask) = self.asked.remove(&id) else { return };
        let body = result.map(|raw| read::<Body>(raw).and_then(Body::bytes));
        let lane = self.log[ask.entry()].lane;
        self.touch(lane);
        match (ask, body) {
            (Ask::Request { entry, .. }, Ok(Some(body))) => self.set_body(entry, ASKED, body),
            (Ask::Request { entry, .. }, Ok(None)) => self.log[entry].note = Some("unreadable answer".to_owned()),
            (Ask::Request { entry, .. }, Err(why)) => self.log[entry].note = Some(why.to_owned()),
            (Ask::Response { entry, .. }, Ok(Some(body))) => self.keep_response(entry, body),
            (Ask::Response { entry, .. }, Ok(None) | Err(_)) => self.lost_response(entry),
        }
    }

    fn keep_response(&mut self, index: usize, body: Vec<u8>) {
        let entry = &self.log[index];
        self.lanes[entry.lane].closed |= entry.kind == "Document" && declares_tree(&body);
        if body.len() > KEPT {
            let what = format!("what {} answered", without_query(&self.log[index].exchange.url));
            self.log[index].received = body.len() as u64;
            self.log[index].unkept = Some(TOO_LONG);
            return self.gap(what, TOO_LONG);
        }
        if let Some(response) = &mut self.log[index].exchange.response {
            response.body = Some(body);
        }
    }

    /// Only scripts and JSON hold settings; a document that was left meanwhile is no loss.
    fn lost_response(&mut self, index: usize) {
        let entry = &self.log[index];
        let status = entry.exchange.response.as_ref().map_or(0, |r| r.status);
        if entry.kind == "Script" && (200..300).contains(&status) && status != 204 {
            let what = format!("what {} answered", without_query(&entry.exchange.url));
            self.gap(what, LOST);
        }
    }
}

/// Whether markup holds shadow trees (HTML, § 4.12.3): what the parser attaches no script is told of.
fn declares_tree(markup: &[u8]) -> bool {
    const ATTRIBUTE: &[u8] = b"shadowrootmode";
    markup.windows(ATTRIBUTE.len()).any(|word| word.eq_ignore_ascii_case(ATTRIBUTE))
}

pub(super) fn is_kept(kind: &str, mime: &str) -> bool {
    let mime = mime.to_ascii_lowercase();
    // A configuration may be served as anything that is no picture, font or film.
    let nameless = matches!(kind, "XHR" | "Fetch")
        && (mime.is_empty() || mime.starts_with("text/plain") || mime.ends_with("octet-stream"));
    let code = ["json", "javascript", "ecmascript"].iter().any(|word| mime.contains(word));
    matches!(kind, "Document" | "Script") || nameless || code
}
