use super::{read, write};
use facts::{
    Alias, Behaviour, Canary, Consent, Deed, Exchange, Gap, IdentifierKind, Recording, Response, Run, RunRef, Sent,
    Step, Times,
};
use proptest::prelude::*;

fn full() -> Recording {
    let run = RunRef { journey: "explore".into(), consent: Consent::Reject, step: Some("click #send".into()) };
    let exchange = Exchange {
        id: "7".into(),
        at: Some("2026-11-22T01:02:03.000000004Z".parse().unwrap()),
        page: Some("https://invite.example.se/".into()),
        initiator: Some("https://pixel.example/tag.js:1:20".into()),
        stack: vec!["https://pixel.example/tag.js:1:20".into(), "https://invite.example.se/:4:1".into()],
        method: "POST".into(),
        url: "https://pixel.example/tr/?id=1&x=a%20b".into(),
        headers: vec![("Content-Type".into(), "application/octet-stream".into()), ("a".into(), "b".into())],
        body: Some(vec![0, 255, b'x']),
        frames: vec![b"text".to_vec(), vec![0, 159, 146, 150]],
        sent: vec![
            Sent { at: "2026-11-22T01:02:04.5Z".parse().ok(), page: None, step: Some("click #send".into()) },
            Sent::default(),
        ],
        response: Some(Response {
            status: 200,
            mime: "text/javascript".into(),
            headers: vec![("etag".into(), "1".into()), ("set-cookie".into(), "a=b".into())],
            protocol: "h2".into(),
            body: Some(b"var a=1".to_vec()),
            ..Response::default()
        }),
        times: Some(Times { blocked: 0.5, dns: -1.0, connect: -1.0, ssl: -1.0, send: 0.25, wait: 8.0, receive: 1.0 }),
        redirected_from: Some("6".into()),
        run: Some(run),
        seen_by: vec!["network".into(), "fetch".into()],
    };
    let silent =
        Exchange { id: "8".into(), method: "GET".into(), url: "https://a.example/".into(), ..Exchange::default() };
    let unkept =
        Response { size: Some(70), unkept: Some("longer".into()), body: None, ..exchange.response.clone().unwrap() };
    let unkept = Exchange { id: "10".into(), response: Some(unkept), ..exchange.clone() };
    let empty_body =
        Exchange { body: Some(Vec::new()), frames: vec![], sent: vec![], id: "9".into(), ..exchange.clone() };
    Recording {
        started: Some("2026-11-22T01:02:03Z".parse().unwrap()),
        ended: None,
        start: "https://invite.example.se/".into(),
        browser: "Chrome/156.0".into(),
        mode: Some(facts::Mode::Fill),
        runs: vec![Run {
            journey: "explore".into(),
            consent: Consent::Reject,
            steps: vec![Step { name: "click #send".into(), ok: true, ..Step::default() }],
        }],
        exchanges: vec![exchange, silent, empty_body, unkept],
        gaps: vec![Gap::new("body of POST", "only one witness")],
        canaries: vec![Canary {
            id: "c01".into(),
            role: "end-user".into(),
            kind: IdentifierKind::Email,
            value: "c01@example.org".into(),
            field: "#to".into(),
            further_fields: vec!["#to-again".into()],
            page: "https://invite.example.se/".into(),
            frame: Some("https://forms.example.org/".into()),
            journey: "explore".into(),
            consent: Consent::Reject,
            step: None,
            typed: None,
            country: None,
        }],
        behaviours: vec![Behaviour {
            what: Deed::FieldRead,
            script: "https://t.example/a.js:1:2".into(),
            stack: vec!["https://t.example/a.js:1:2".into()],
            field: "#to".into(),
            page: Some("https://invite.example.se/".into()),
            at: None,
            frame: None,
            sent_in: vec!["7".into()],
            run: None,
        }],
        aliases: vec![Alias { host: "m.example.se".into(), names: vec!["t.tracker.example".into()] }],
    }
}

fn round(recording: &Recording) -> Recording {
    let mut bytes = Vec::new();
    write(recording, &mut bytes).unwrap();
    let (back, unreadable) = read("capture.har", &bytes).unwrap();
    assert_eq!(unreadable, []);
    back
}

#[test]
fn our_own_file_reads_back_as_it_was() {
    let recording = full();
    assert_eq!(round(&recording), recording);
}

#[test]
fn other_programs_find_cookies_times_and_versions_where_har_has_them() {
    let mut bytes = Vec::new();
    write(&full(), &mut bytes).unwrap();
    let file: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let [first, silent, _, unkept] = file["log"]["entries"].as_array().unwrap().as_slice() else { panic!("{file}") };
    assert_eq!((&first["time"], &first["timings"]["dns"]), (&9.75.into(), &(-1.0).into()));
    assert_eq!((&first["request"]["httpVersion"], &first["response"]["httpVersion"]), (&"h2".into(), &"h2".into()));
    assert_eq!(first["response"]["cookies"][0]["name"], "a");
    assert_eq!(
        (&silent["timings"]["comment"], &silent["request"]["httpVersion"]),
        (&"not known".into(), &"unknown".into())
    );
    assert_eq!(
        (&unkept["response"]["content"]["size"], &unkept["response"]["content"]["comment"]),
        (&70.into(), &"longer".into())
    );
}

proptest! {
    #[test]
    fn any_bytes_survive(
        body in proptest::option::of(proptest::collection::vec(any::<u8>(), 0..60)),
        frame in proptest::collection::vec(any::<u8>(), 0..20),
        name in "\\PC{0,12}",
        value in "\\PC{0,12}",
        reply in proptest::option::of(proptest::collection::vec(any::<u8>(), 0..60)),
    ) {
        let mut recording = full();
        let exchange = &mut recording.exchanges[0];
        exchange.body = body;
        exchange.frames = vec![frame];
        exchange.headers.push((name, value));
        exchange.response.as_mut().unwrap().body = reply;
        prop_assert_eq!(round(&recording), recording);
    }

    #[test]
    fn no_input_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read("x.har", &bytes);
    }
}

const CHROME: &str = r#"{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},
"pages":[{"startedDateTime":"2023-11-15T23:38:00.209Z","id":"page_8","title":"https://school.example/login"}],
"entries":[
{"_initiator":{"type":"script","stack":{"callFrames":[],"parent":{"description":"Image","callFrames":[{"functionName":"g","scriptId":"69","url":"https://pixel.example/t.js","lineNumber":23,"columnNumber":9}]}}},
 "pageref":"page_8","startedDateTime":"2023-11-15T23:38:01.000Z","time":1.5,
 "request":{"method":"POST","url":"https://pixel.example/tr","headers":[{"name":"Referer","value":"https://school.example/"}],"postData":{"mimeType":"application/x-www-form-urlencoded","text":"","params":[{"name":"em","value":"x%40example.org"},{"name":"b","value":"2"}]}},
 "response":{"status":200,"headers":[],"content":{"size":3,"mimeType":"text/plain","text":"YWJj","encoding":"base64"}}},
{"request":{"method":"GET","headers":[]}},
{"startedDateTime":"not a date","request":{"url":"wss://pixel.example/s"},"_webSocketMessages":[{"type":"send","time":1,"opcode":1,"data":"hi"},{"type":"receive","opcode":1,"data":"no"},{"type":"send","opcode":2,"data":"AAE="}]}
]}}"#;

#[test]
fn a_chrome_export_is_read_and_its_bad_entry_named() {
    let (recording, unreadable) = read("chrome.har", CHROME.as_bytes()).unwrap();
    let [first, socket] = &recording.exchanges[..] else { panic!("{}", recording.exchanges.len()) };
    assert_eq!(first.body.as_deref(), Some(&b"em=x%40example.org&b=2"[..]));
    assert_eq!(first.page.as_deref(), Some("https://school.example/login"));
    assert_eq!(first.initiator.as_deref(), Some("https://pixel.example/t.js:24:10"));
    assert_eq!(first.response.as_ref().unwrap().body.as_deref(), Some(&b"abc"[..]));
    assert_eq!(socket.frames, [b"hi".to_vec(), vec![0, 1]]);
    assert_eq!(unreadable.iter().map(|u| u.line).collect::<Vec<_>>(), [Some(8), Some(9)]);
    assert!(unreadable[0].why.contains("entry 2") && unreadable[0].why.contains("url"), "{}", unreadable[0].why);
    assert!(unreadable[1].why.contains("startedDateTime"), "{}", unreadable[1].why);
}

/// As Insomnia and others write it; a time without an offset is UTC, in any kind of file.
#[test]
fn a_query_that_is_only_listed_is_part_of_the_address() {
    let entry = |url: &str, at: &str| {
        format!(
            r#"{{"log":{{"entries":[{{"startedDateTime":"{at}","request":{{"url":"{url}","queryString":[{{"name":"email","value":"x@example.org"}},{{"name":"b","value":"1&2#3"}}]}}}}]}}}}"#
        )
    };
    for (url, whole) in [
        ("https://t.example/c#f", "https://t.example/c?email=x@example.org&b=1%262%233#f"),
        ("https://t.example/c?a=1#f", "https://t.example/c?a=1&email=x@example.org&b=1%262%233#f"),
        ("https://t.example/c?em%61il=y&b=3", "https://t.example/c?em%61il=y&b=3"),
    ] {
        for at in ["2021-03-01T12:00:00Z", "2021-03-01T12:00:00.000", "2021-03-01 12:00:00", "1614600000000"] {
            let (recording, unreadable) = read("x.har", entry(url, at).as_bytes()).unwrap();
            assert_eq!((&*recording.exchanges[0].url, unreadable.len()), (whole, 0), "{at}");
            assert_eq!(recording.exchanges[0].at.map(|at| at.to_string()).as_deref(), Some("2021-03-01T12:00:00Z"));
        }
    }
}

#[test]
fn a_bad_file_is_told_by_place_and_cure() {
    for (text, code, line) in [
        ("<html>", "har-syntax", 1),
        ("{\"log\":{\"entries\":[\n{\"a\":1},\n", "har-cut", 3),
        ("{\"log\":{\n\"version\":\"1.2\"}}", "har-shape", 2),
        ("", "har-cut", 1),
    ] {
        let problem = read("bad.har", text.as_bytes()).unwrap_err();
        assert_eq!((problem.code, problem.place.line), (code, Some(line)), "{problem}");
        assert!(!problem.allowed.is_empty());
    }
    assert_eq!(read("bad.har", b"{\n\xff").unwrap_err().code, "har-encoding");
}

#[test]
fn a_problem_never_quotes_a_value() {
    let text = r#"{"log":{"entries":[{"request":{"url":"https://a.example/","headers":"someone@example.org"}}]}}"#;
    let (_, unreadable) = read("x.har", text.as_bytes()).unwrap();
    assert!(!unreadable[0].why.contains("someone"), "{}", unreadable[0].why);
}
