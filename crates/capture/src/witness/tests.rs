mod logged;

use super::{Hold, Rules, Witness};
use crate::devtools::{Listener, Sender};
use facts::{Consent, Exchange, Gap, RunRef};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedReceiver;

/// A witness with one run and one page, fed by hand.
struct Stage {
    witness: Witness,
    out: Sender,
    sent: UnboundedReceiver<Vec<u8>>,
    run: usize,
}

const PAGE: &str = "https://app.service.example/";
const PIXEL: &str = "https://pixel.example/tr";

impl Stage {
    fn new() -> Self {
        let rules = Rules { first_party: vec!["service.example".into()], ..Rules::default() };
        let mut witness = Witness::new(rules);
        let run = witness.begin("context", 0, RunRef { journey: "j".into(), consent: Consent::None, step: None });
        witness.step(run, "click #send");
        let (out, sent) = Sender::kept();
        let mut stage = Self { witness, out, sent, run };
        stage.attach("page", "P", "page");
        stage.tell("Page.frameNavigated", json!({"frame": {"id": "P", "loaderId": "D1", "url": PAGE}}));
        stage.commands();
        stage
    }

    fn attach(&mut self, session: &str, target: &str, kind: &str) {
        let info = json!({"targetId": target, "type": kind, "url": "https://app.service.example/sw.js", "browserContextId": "context"});
        let event = to_raw_value(&json!({"sessionId": session, "targetInfo": info})).unwrap();
        self.witness.event("", "Target.attachedToTarget", &event, &self.out);
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.tell_of("page", method, params);
    }

    fn tell_browser(&mut self, method: &str, params: Value) {
        self.tell_of("", method, params);
    }

    fn tell_of(&mut self, session: &str, method: &str, params: Value) {
        self.witness.event(session, method, &to_raw_value(&params).unwrap(), &self.out);
    }

    /// Commands sent since the last call.
    fn commands(&mut self) -> Vec<Value> {
        let mut commands = Vec::new();
        while let Ok(bytes) = self.sent.try_recv() {
            commands.push(serde_json::from_slice(&bytes[..bytes.len() - 1]).unwrap());
        }
        commands
    }

    fn methods(&mut self) -> Vec<String> {
        self.commands().iter().map(|c| c["method"].as_str().unwrap().to_owned()).collect()
    }

    fn network(&mut self, id: &str, url: &str, more: Value) {
        let mut request = json!({"url": url, "method": "POST", "headers": {"a": "provisional"}});
        merge(&mut request, &more["request"]);
        let mut event = json!({"requestId": id, "request": request, "wallTime": 1_700_000_000.5, "type": "Ping"});
        merge(&mut event, &more["event"]);
        self.tell("Network.requestWillBeSent", event);
    }

    fn fetch(&mut self, pause: &str, id: &str, url: &str, more: Value) {
        let mut request = json!({"url": url, "method": "POST", "headers": {"a": "paused"}});
        merge(&mut request, &more["request"]);
        let mut event =
            json!({"requestId": pause, "networkId": id, "request": request, "frameId": "P", "resourceType": "Ping"});
        merge(&mut event, &more["event"]);
        self.tell("Fetch.requestPaused", event);
    }

    fn extra(&mut self, id: &str, value: &str) {
        self.tell(
            "Network.requestWillBeSentExtraInfo",
            json!({"requestId": id, "headers": {"a": value, ":path": "/"}}),
        );
    }

    fn end(mut self) -> (Vec<Exchange>, Vec<Gap>) {
        let seen = self.witness.finish();
        (seen.exchanges, seen.gaps)
    }
}

fn merge(into: &mut Value, from: &Value) {
    for (key, value) in from.as_object().into_iter().flatten() {
        into[key] = value.clone();
    }
}

fn entries(text: &str) -> Value {
    use base64::Engine as _;
    let bytes = base64::engine::general_purpose::STANDARD.encode(text);
    json!({"request": {"hasPostData": true, "postDataEntries": [{"bytes": bytes}]}})
}

fn answer(text: &str) -> Box<RawValue> {
    to_raw_value(&json!({"postData": text})).unwrap()
}

/// A request that waits for an answer gets one, whatever else is said of it.
#[test]
fn what_cannot_be_read_is_let_go_and_named() {
    let mut stage = Stage::new();
    stage.tell("Fetch.requestPaused", json!({"requestId": "p1", "request": {"url": 7}}));
    assert_eq!(stage.methods(), ["Fetch.continueRequest"]);
    let gaps = stage.end().1;
    assert!(gaps.iter().any(|g| g.what == "what the browser told by Fetch.requestPaused"), "{gaps:?}");
}

#[test]
fn a_target_is_instrumented_before_it_runs_and_a_worker_without_fetch() {
    let mut stage = Stage::new();
    stage.attach("worker", "W", "worker");
    let methods = stage.methods();
    assert!(!methods.contains(&"Fetch.enable".to_owned()) && methods.contains(&"Network.enable".to_owned()));
    assert_eq!(methods.last().unwrap(), "Runtime.runIfWaitingForDebugger");
    stage.attach("twin", "W", "worker");
    assert_eq!(stage.methods(), ["Runtime.runIfWaitingForDebugger"]);
    stage.attach("ui", "U", "browser_ui");
    assert_eq!(stage.methods(), ["Runtime.runIfWaitingForDebugger"]);
}

#[test]
fn two_witnesses_of_one_request_make_one_exchange_in_either_order() {
    for network_first in [true, false] {
        let mut stage = Stage::new();
        if network_first {
            stage.network("1", PIXEL, entries("body"));
        }
        stage.fetch("f", "1", PIXEL, entries("body"));
        if !network_first {
            stage.network("1", PIXEL, entries("body"));
        }
        stage.extra("1", "final");
        assert_eq!(stage.methods(), ["Fetch.continueRequest"]);
        let (exchanges, gaps) = stage.end();
        let [one] = &exchanges[..] else { panic!("{exchanges:?}") };
        assert_eq!((one.body.as_deref(), one.seen_by.len()), (Some(&b"body"[..]), 2));
        assert_eq!(one.headers, [("a".to_owned(), "final".to_owned())]);
        assert_eq!((one.page.as_deref(), one.run.as_ref().unwrap().step.as_deref()), (Some(PAGE), Some("click #send")));
        assert_eq!(gaps, []);
    }
}

#[test]
fn redirects_are_hops_with_their_own_headers_and_the_body_again() {
    let mut stage = Stage::new();
    let hop = |n: u32| format!("{PIXEL}?hop={n}");
    stage.network("1", &hop(1), entries("body"));
    stage.fetch("f1", "1", &hop(1), entries("body"));
    stage.extra("1", "first");
    // The second hop's headers and pause come before Network tells of it.
    stage.extra("1", "second");
    let redirected = json!({"request": {}, "event": {"redirectedRequestId": "f1"}});
    stage.fetch("f2", "1", &hop(2), redirected);
    let reply = json!({"status": 307, "headers": {"location": hop(2)}});
    stage.network("1", &hop(2), json!({"event": {"redirectResponse": reply, "redirectHasExtraInfo": true}}));
    let (exchanges, gaps) = stage.end();
    let [first, second] = &exchanges[..] else { panic!("{exchanges:?}") };
    assert_eq!(first.response.as_ref().unwrap().status, 307);
    assert_eq!(second.redirected_from.as_ref(), Some(&first.id));
    assert_eq!((first.header("a"), second.header("a")), (Some("first"), Some("second")));
    assert_eq!((second.body.as_deref(), gaps.len()), (Some(&b"body"[..]), 0));
}

/// Chromium tells them apart, in either order; what a page may not see sets its cookies all the same.
#[test]
fn cookies_stand_in_the_answer_as_it_came_over_the_wire() {
    let set = |value: &str, status: u16| json!({"requestId": "1", "statusCode": status, "headers": {"Set-Cookie": value, "etag": "wire"}});
    let reply = |status: u16| json!({"status": status, "protocol": "h2", "headers": {"etag": "told"}});
    let cookies = |e: &Exchange| {
        let headers = e.response.as_ref().unwrap().headers.iter();
        headers.map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join(" ")
    };
    for (first, kept) in [(true, 200), (false, 200), (true, 304), (false, 304)] {
        let mut stage = Stage::new();
        let event = set("a=1\nb=2", kept);
        stage.network("1", PIXEL, json!({}));
        if first {
            stage.tell("Network.responseReceivedExtraInfo", event.clone());
        }
        stage.tell("Network.responseReceived", json!({"requestId": "1", "response": reply(200), "hasExtraInfo": true}));
        if !first {
            stage.tell("Network.responseReceivedExtraInfo", event);
        }
        let (exchanges, _) = stage.end();
        let wanted = if kept == 200 {
            "Set-Cookie=a=1 Set-Cookie=b=2 etag=wire"
        } else {
            "etag=told Set-Cookie=a=1 Set-Cookie=b=2"
        };
        assert_eq!(cookies(&exchanges[0]), wanted);
    }
    let mut stage = Stage::new();
    stage.network("1", PIXEL, json!({}));
    stage.tell("Network.responseReceivedExtraInfo", set("a=1", 200));
    stage.tell("Network.loadingFailed", json!({"requestId": "1", "errorText": "net::ERR_FAILED"}));
    let (exchanges, _) = stage.end();
    assert_eq!(cookies(&exchanges[0]), "Set-Cookie=a=1 etag=wire");
}

#[test]
fn the_parts_of_the_time_make_up_the_whole() {
    let mut stage = Stage::new();
    stage.network("1", PIXEL, json!({"event": {"timestamp": 100.0}}));
    let timing = json!({"requestTime": 100.5, "dnsStart": 1, "dnsEnd": 3, "connectStart": 4, "connectEnd": 14, "sslStart": 6,
        "sslEnd": 14, "sendStart": 15, "sendEnd": 16, "receiveHeadersEnd": 40});
    let response = json!({"status": 200, "timing": timing});
    stage.tell("Network.responseReceived", json!({"requestId": "1", "timestamp": 100.6, "response": response}));
    stage.tell("Network.dataReceived", json!({"requestId": "1", "dataLength": 70}));
    stage.tell("Network.loadingFinished", json!({"requestId": "1", "timestamp": 101.0}));
    let (exchanges, _) = stage.end();
    let times = exchanges[0].times.unwrap();
    assert_eq!((times.dns, times.connect, times.ssl, times.send, times.wait), (2.0, 10.0, 8.0, 1.0, 24.0));
    assert!((times.total() - 1000.0).abs() < 0.01 && times.receive > 459.0, "{times:?}");
    assert_eq!(exchanges[0].response.as_ref().unwrap().size, Some(70));
}

#[test]
fn a_body_in_no_event_is_asked_for_and_a_gap_when_nobody_has_it() {
    let blob = || json!({"request": {"hasPostData": true, "postDataEntries": [{}]}});
    for told in [Some("blob bytes"), None] {
        let mut stage = Stage::new();
        stage.network("1", PIXEL, blob());
        let asked = stage.commands().into_iter().find(|c| c["method"] == "Network.getRequestPostData").unwrap();
        let id = asked["id"].as_u64().unwrap();
        assert_eq!(stage.witness.quiet(stage.run), None);
        match told {
            Some(text) => stage.witness.answer(id, Ok(&answer(text)), &stage.out),
            None => stage.witness.answer(id, Err("No post data available"), &stage.out),
        }
        let (exchanges, gaps) = stage.end();
        assert_eq!(exchanges[0].body.as_deref(), told.map(str::as_bytes));
        assert_eq!(gaps.len(), usize::from(told.is_none()));
        if let Some(gap) = gaps.first() {
            assert_eq!(gap.what, "body of POST https://pixel.example/tr");
            assert!(gap.why.contains("network") && gap.why.contains("No post data"), "{}", gap.why);
        }
    }
}

#[test]
fn a_body_shorter_than_its_declared_length_is_a_gap() {
    let mut stage = Stage::new();
    stage.network("1", PIXEL, entries("body"));
    stage.tell("Network.requestWillBeSentExtraInfo", json!({"requestId": "1", "headers": {"Content-Length": "9"}}));
    let (_, gaps) = stage.end();
    assert_eq!(gaps[0].why, "9 bytes were sent, 4 were seen");
}

#[test]
fn nothing_leaves_the_service_by_navigation_and_nothing_is_changed_while_held_back() {
    let mut stage = Stage::new();
    let document = json!({"event": {"resourceType": "Document"}, "request": {"method": "GET"}});
    stage.fetch("away", "1", "https://elsewhere.example/", document.clone());
    let frame = json!({"event": {"resourceType": "Document", "frameId": "inner"}, "request": {"method": "GET"}});
    stage.fetch("frame", "2", "https://elsewhere.example/", frame);
    stage.fetch("own", "3", PAGE, document);
    assert_eq!(stage.methods(), ["Fetch.failRequest", "Fetch.continueRequest", "Fetch.continueRequest"]);
    stage.witness.hold_back(stage.run, Hold::Changes);
    stage.fetch("save", "4", "https://api.service.example/save", entries("x"));
    stage.fetch("pixel", "5", PIXEL, entries("x"));
    assert_eq!(stage.methods(), ["Fetch.failRequest", "Fetch.continueRequest"]);
    let search = "https://app.service.example/search?q=x";
    let document = json!({"event": {"resourceType": "Document"}, "request": {"method": "GET"}});
    let going = |reason: &str| json!({"frameId": "P", "reason": reason, "url": format!("{search}#top")});
    stage.tell("Page.frameRequestedNavigation", going("formSubmissionGet"));
    stage.fetch("search", "6", search, document.clone());
    stage.tell("Page.frameRequestedNavigation", going("anchorClick"));
    stage.fetch("link", "7", search, document);
    assert_eq!(stage.methods(), ["Fetch.failRequest", "Fetch.continueRequest"]);
    let (exchanges, gaps) = stage.end();
    assert_eq!((exchanges.len(), gaps.len()), (7, 3));
}

#[test]
fn a_press_that_sends_lets_out_nothing_typed_whoever_it_would_go_to() {
    let api = "https://api.example/apply";
    let get = |id: &str| json!({"event": {"resourceType": "Script"}, "request": {"method": "GET"}, "id": id});
    let mut stage = Stage::new();
    stage.witness.typed(stage.run, "Kim.Berg@example.org");
    stage.witness.hold_back(stage.run, Hold::Watched);
    stage.fetch("watched", "1", &format!("{api}?e=kim.berg%40example.org"), get("1"));
    assert_eq!(stage.witness.carried(stage.run), 1);
    for (hold, held) in
        [(Hold::Changes, [false; 3]), (Hold::Sending, [true, true, false]), (Hold::Everything, [true; 3])]
    {
        stage.commands();
        stage.witness.hold_back(stage.run, hold);
        stage.fetch("post", "2", api, entries(r#"{"mail":"kim.berg@example.org"}"#));
        stage.fetch("get", "3", &format!("{api}?e=kim.berg%40example.org"), get("3"));
        stage.fetch("own", "4", "https://app.service.example/more", get("4"));
        let failed = stage.methods().into_iter().map(|m| m == "Fetch.failRequest").collect::<Vec<_>>();
        assert_eq!(failed, held, "{hold:?}");
    }
}

#[test]
fn an_address_that_a_form_led_to_or_that_holds_what_was_typed_would_send_again() {
    let mut stage = Stage::new();
    stage.witness.typed(stage.run, "Kim Berg");
    let going = json!({"frameId": "P", "reason": "formSubmissionGet", "url": format!("{PAGE}booked?time=5#top")});
    stage.tell("Page.frameRequestedNavigation", going);
    let sends = |path: &str| stage.witness.is_sending(stage.run, &format!("{PAGE}{path}"));
    assert_eq!(["booked?time=5", "search?q=kim+berg", "booked?time=6", "kim"].map(sends), [true, true, false, false]);
}

#[test]
fn where_forms_are_sent_a_gap_says_what_else_held_it_back_unless_it_went_out() {
    for (hold, why) in [(Hold::Changes, "was to show what it opens"), (Hold::Sending, "sent once or never")] {
        held_back_again(hold, why);
    }
}

fn held_back_again(hold: Hold, why: &str) {
    let mut stage = Stage::new();
    stage.witness.rules.sends = true;
    stage.fetch("sent", "1", "https://api.service.example/save", entries("x"));
    stage.tell(
        "Network.requestWillBeSent",
        json!({"requestId": "1", "request": {"method": "POST", "url": "https://api.service.example/save"}}),
    );
    stage.tell("Network.responseReceived", json!({"requestId": "1", "response": {"status": 200}}));
    stage.witness.hold_back(stage.run, hold);
    stage.fetch("again", "2", "https://api.service.example/save?n=2", entries("x"));
    stage.fetch("other", "3", "https://api.service.example/other", entries("x"));
    let (_, gaps) = stage.end();
    let held: Vec<_> = gaps.iter().filter(|g| g.why.contains("held back")).collect();
    assert_eq!(held.len(), 1, "{gaps:?}");
    assert!(held[0].what.ends_with("/other") && held[0].why.contains(why), "{held:?}");
}

#[test]
fn a_socket_keeps_its_frames_and_a_blob_told_before_or_after() {
    let socket = "wss://pixel.example/s";
    let frame =
        |opcode: u32, data: &str| json!({"requestId": "s", "response": {"opcode": opcode, "payloadData": data}});
    let spy = |text: &str| {
        let payload = json!({"what": "socket", "url": socket, "base64": text}).to_string();
        json!({"name": super::spy::BINDING, "payload": payload})
    };
    for blob_first in [true, false] {
        let mut stage = Stage::new();
        stage.tell("Network.webSocketCreated", json!({"requestId": "s", "url": socket}));
        stage.tell("Network.webSocketFrameSent", frame(1, "text"));
        stage.tell("Network.webSocketFrameSent", frame(2, "AP8="));
        if blob_first {
            stage.tell("Runtime.bindingCalled", spy("YmxvYg=="));
        }
        stage.tell("Network.webSocketFrameSent", frame(2, ""));
        if !blob_first {
            stage.tell("Runtime.bindingCalled", spy("YmxvYg=="));
        }
        let (exchanges, gaps) = stage.end();
        assert_eq!(exchanges[0].frames, [b"text".to_vec(), vec![0, 255], b"blob".to_vec()]);
        assert_eq!(gaps, []);
    }
}

#[test]
fn a_request_begun_twice_and_sent_once_is_one_exchange() {
    let mut stage = Stage::new();
    let font = || json!({"request": {"method": "GET"}, "event": {"resourceType": "Font"}});
    stage.fetch("f1", "early", "https://cdn.example/f.woff", font());
    stage.network("1", "https://cdn.example/f.woff", json!({"request": {"method": "GET"}, "event": {"type": "Font"}}));
    stage.fetch("f2", "1", "https://cdn.example/f.woff", font());
    stage.extra("1", "final");
    assert_eq!(stage.end().0.len(), 1);
}

#[test]
fn what_a_socket_says_on_leaving_is_entered_once_and_never_asked_of_anybody() {
    let socket = "wss://pixel.example/s";
    let frame = |data: &str| json!({"requestId": "s", "response": {"opcode": 1, "payloadData": data}});
    let mut stage = Stage::new();
    stage.tell("Network.webSocketCreated", json!({"requestId": "s", "url": socket}));
    stage.tell("Network.webSocketFrameSent", frame("told"));
    stage.commands();
    for (n, text) in ["dG9sZA==", "bGVmdA=="].into_iter().enumerate() {
        let farewell = format!("https://sluss.invalid/farewell?u={socket}&p={PAGE}a&b={text}");
        let image = json!({"request": {"method": "GET"}, "event": {"resourceType": "Ping"}});
        stage.fetch(&format!("f{n}"), &format!("n{n}"), &farewell, image);
    }
    assert_eq!(stage.methods(), ["Fetch.fulfillRequest"; 2]);
    let (exchanges, gaps) = stage.end();
    assert_eq!(exchanges.len(), 1, "{exchanges:#?}");
    assert_eq!(exchanges[0].frames, [b"told".to_vec(), b"left".to_vec()]);
    let left = &exchanges[0].sent[1];
    assert_eq!(
        (left.page.as_deref(), left.step.as_deref()),
        (Some("https://app.service.example/a"), Some("click #send"))
    );
    assert_eq!(gaps, []);
}

#[test]
fn a_policy_that_hides_what_is_said_on_leaving_is_a_gap() {
    for (policy, gap) in [("img-src 'self'", true), ("default-src 'none'; img-src https:", false)] {
        let mut stage = Stage::new();
        let document = json!({"request": {"method": "GET"}, "event": {"type": "Document"}});
        stage.network("1", PAGE, document);
        let reply = json!({"status": 200, "mimeType": "text/html", "headers": {"Content-Security-Policy": policy}});
        stage.tell("Network.responseReceived", json!({"requestId": "1", "response": reply}));
        stage.tell("Network.webSocketCreated", json!({"requestId": "s", "url": "wss://pixel.example/s"}));
        let (_, gaps) = stage.end();
        let told = gaps.iter().any(|g| g.what == "messages sent over wss://pixel.example/s while its page went away");
        assert_eq!(told, gap, "{policy}: {gaps:#?}");
    }
}

/// What a frame's script reads from its address does not travel, and is handed over all the same.
#[test]
fn the_fragment_of_a_frames_address_is_kept_with_its_document() {
    let mut stage = Stage::new();
    let document = json!({"event": {"type": "Document", "frameId": "F"}, "request": {"method": "GET"}});
    stage.network("1", "https://other.example/frame", document.clone());
    stage.network("2", PAGE, document);
    let frame = |id: &str, url: &str| json!({"frame": {"id": id, "loaderId": id, "parentId": "P", "url": url, "urlFragment": "#e=typed"}});
    stage.tell("Page.frameNavigated", frame("F", "https://other.example/frame"));
    stage.tell("Page.frameNavigated", frame("P", PAGE));
    let (exchanges, _) = stage.end();
    let urls: Vec<&str> = exchanges.iter().map(|e| e.url.as_str()).collect();
    assert_eq!(urls, ["https://other.example/frame#e=typed", PAGE]);
}

/// The answer to a `keepalive` fetch goes to the document that asked, which is gone.
#[test]
fn what_outlives_its_document_is_not_waited_for() {
    let mut stage = Stage::new();
    let kept = json!({"event": {"type": "Fetch", "loaderId": "D1"}});
    stage.network("1", PIXEL, kept.clone());
    assert_eq!(stage.witness.quiet(stage.run), None);
    stage.tell("Page.frameNavigated", json!({"frame": {"id": "P", "loaderId": "D2", "url": PAGE}}));
    assert!(stage.witness.quiet(stage.run).is_some());
    stage.network("2", PIXEL, kept);
    assert!(stage.witness.quiet(stage.run).is_some(), "told late");
    stage.network("3", PIXEL, json!({"event": {"type": "Fetch", "loaderId": "D2"}}));
    assert_eq!(stage.witness.quiet(stage.run), None);
}

#[test]
fn a_request_whose_leave_never_came_was_not_sent() {
    for answered in [false, true] {
        let mut stage = Stage::new();
        let put = json!({"request": {"method": "PUT", "hasPostData": true}, "event": {"type": "Fetch"}});
        stage.network("1", PIXEL, put);
        stage.network("2", PIXEL, json!({"request": {"method": "OPTIONS"}, "event": {"type": "Preflight"}}));
        if answered {
            stage.tell("Network.responseReceived", json!({"requestId": "2", "response": {"status": 204}}));
        }
        let (exchanges, gaps) = stage.end();
        assert_eq!(exchanges.iter().filter(|e| e.method == "PUT").count(), usize::from(answered));
        let told = |g: &Gap| g.what == format!("the answer to OPTIONS {PIXEL}") && g.why.contains("was not sent");
        assert_eq!(gaps.iter().any(told), !answered, "{gaps:#?}");
    }
}

/// Fetch alone tells of what a document sends on leaving, before or after the next one has been told.
#[test]
fn what_only_fetch_told_of_belongs_to_the_page_that_was_left() {
    let mut stage = Stage::new();
    let next = "https://app.service.example/next";
    let document = json!({"type": "Document", "frameId": "P", "loaderId": "D2", "documentURL": next});
    let of_document = json!({"request": {"method": "GET"}, "event": document});
    stage.fetch("p1", "D2", next, json!({"request": {"method": "GET"}, "event": {"resourceType": "Document"}}));
    stage.network("D2", next, of_document);
    stage.fetch("p2", "n1", PIXEL, json!({}));
    stage.tell("Page.frameNavigated", json!({"frame": {"id": "P", "loaderId": "D2", "url": next}}));
    stage.fetch("p3", "n2", PIXEL, json!({}));
    stage.network("n3", PIXEL, json!({"event": {"loaderId": "D1"}}));
    stage.network("n4", PIXEL, json!({"event": {"loaderId": "D2"}}));
    let pages: Vec<_> = stage.end().0.into_iter().map(|e| e.page.unwrap()).collect();
    assert_eq!(pages, [next, PAGE, PAGE, PAGE, next]);
}
