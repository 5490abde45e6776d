use super::super::{Kind, LONGEST, PieceId};
use super::all;
use crate::har;
use facts::{Exchange, Recording};

fn exchange(id: &str) -> Exchange {
    Exchange { id: id.into(), method: "GET".into(), url: format!("https://a.example/{id}"), ..Exchange::default() }
}

#[test]
fn our_own_recording_comes_back_without_what_was_answered() {
    let mut recording = Recording { exchanges: vec![exchange("x"), exchange("y")], ..Recording::default() };
    recording.exchanges[1].frames = vec![b"\0\xff".to_vec()];
    let mut bytes = Vec::new();
    har::write(&recording, &mut bytes).unwrap();
    for name in ["c.har", "whatever"] {
        let got = all(name, &bytes);
        assert_eq!((got.kind, &got.exchanges), (Some(Kind::Har), &recording.exchanges), "{name}: {}", got.whys());
    }
}

const EXPORT: &str = "\u{feff}{ \"log\" : {\"version\":\"1.2\",\"x\":[{\"entries\":[]},\"]}\"],
\"pages\":[{\"id\":\"p1\",\"title\":\"https://school.example/\"}],
\"entries\" : [
 {\"pageref\":\"p1\",\"startedDateTime\":\"2023-11-15T23:38:01Z\",
  \"response\":{\"content\":{\"text\":\"}]\\\"\\\\\"}},
  \"request\":{\"method\":\"POST\",\"url\":\"https://t.example/a\",\"cookies\":[{\"name\":\"c\",\"value\":\"1\"}],
   \"postData\":{\"mimeType\":\"text/plain\",\"text\":\"%%%\",\"encoding\":\"base64\"}}},
 {\"request\":{\"method\":\"GET\"}},
 {\"request\":{\"url\":\"https://t.example/b\",\"method\":\"POST\",
   \"postData\":{\"mimeType\":\"multipart/form-data; boundary=zz\",\"params\":[{\"name\":\"em\",\"value\":\"v\"},{\"name\":\"f\",\"fileName\":\"n.txt\"}]}}}
]}}";

#[test]
fn a_foreign_export_is_read_entry_by_entry() {
    let got = all("x", EXPORT.as_bytes());
    assert_eq!((got.kind, got.ids()), (Some(Kind::Har), vec!["1", "3"]));
    let first = &got.exchanges[0];
    assert_eq!(first.page.as_deref(), Some("https://school.example/"));
    assert_eq!((first.header("cookie"), first.body.as_deref()), (Some("c=1"), Some(&b"%%%"[..])));
    let parts = String::from_utf8(got.exchanges[1].body.clone().unwrap()).unwrap();
    assert!(parts.contains("name=\"em\"\r\n\r\nv\r\n") && parts.contains("filename=\"n.txt\""), "{parts}");
    let lines: Vec<_> = got.unreadable.iter().map(|u| (u.line, u.why.contains("entry"))).collect();
    assert_eq!(lines, [(Some(4), true), (Some(8), true)], "{}", got.whys());
    assert_eq!(got.pieces[0].0, PieceId::One("2".into()));
}

/// As NDJSON is: some exporters leave the offset out, or write a number.
#[test]
fn times_are_read_in_every_spelling() {
    for time in ["\"2021-03-01T12:00:00.000\"", "\"2021-03-01 12:00:00\"", "\"1614600000000\"", "1614600000000"] {
        let text = format!(
            r#"{{"log":{{"version":"1.2","entries":[{{"startedDateTime":{time},"request":{{"url":"https://t.example/"}}}}]}}}}"#
        );
        let got = all("x.har", text.as_bytes());
        assert_eq!(got.exchanges[0].at, "2021-03-01T12:00:00Z".parse().ok(), "{time}");
    }
}

#[test]
fn a_cut_file_gives_what_it_has() {
    for cut in ["\"url\":\"https://t.example/b", "]}}"] {
        let got = all("x.har", &EXPORT.as_bytes()[..EXPORT.find(cut).unwrap() + 9 % cut.len()]);
        assert!(!got.exchanges.is_empty() && got.whys().contains("ends in the middle"), "{}", got.whys());
    }
    let got = all("x.har", b"{\"log\": {\"version\": \"1.2\", \"entries\": [");
    assert_eq!((got.exchanges.len(), got.unreadable.len()), (0, 1));
}

#[test]
fn what_is_no_har_is_named_and_read_as_bytes() {
    let got = all("x.har", b"<html>\nanna@example.com");
    assert_eq!((got.kind, got.unreadable[0].line), (Some(Kind::Har), Some(1)));
    assert_eq!(got.pieces[0].1, b"<html>\nanna@example.com");
    let got = all("x.har", b"{\"log\":{\"entries\":[{\"request\":{\"url\":\"https://a.example/\"}} oops {\"x\":1}]}}");
    assert_eq!(got.ids(), ["1"]);
    assert!(got.whys().contains("not valid JSON"), "{}", got.whys());
    assert!(got.pieces[0].1.starts_with(b"oops"));
}

#[test]
fn an_answer_of_any_size_costs_no_memory_and_a_huge_request_is_read_in_pieces() {
    let big = "y".repeat(LONGEST + 1);
    let text = format!(
        "{{\"log\":{{\"entries\":[{{\"request\":{{\"url\":\"https://a.example/\"}},\"response\":{{\"content\":{{\"text\":\"{big}\"}}}}}},\
         {{\"request\":{{\"url\":\"https://b.example/\",\"postData\":{{\"text\":\"{big}\"}}}}}},\
         {{\"request\":{{\"url\":\"https://c.example/\"}}}}]}}}}"
    );
    let got = all("x.har", text.as_bytes());
    assert_eq!(got.ids(), ["1", "3"]);
    assert!(got.whys().contains("entry 2") && got.pieces[0].0 == PieceId::One("2/byte-0".into()), "{}", got.whys());
}

const ONE: &str = "{\"log\":{\"entries\":[{\"request\":{\"url\":\"https://t.example/a\"}}]}}";
const ROW: &str = "{\"url\":\"https://t.example/b\"}\n";

#[test]
fn what_stands_behind_a_document_is_read_as_what_it_is() {
    let got = all("x.har", format!("{ONE}\n\u{feff}{ONE}{ONE}\n{ROW}{ROW}").as_bytes());
    assert_eq!((got.kind, got.ids(), got.whys().as_str()), (Some(Kind::Har), vec!["1", "2", "3", "3", "4"], ""));
    let got = all("x.har", format!("{ONE}\nanna@example.com\n").as_bytes());
    assert_eq!((got.ids(), got.unreadable[0].line), (vec!["1"], Some(2)));
    assert_eq!(got.pieces[0].1, b"anna@example.com\n");
    // many small documents
    let got = all("x", ONE.repeat(3000).as_bytes());
    assert_eq!(got.exchanges.len(), 3000);
}

#[test]
fn a_line_that_is_a_document_is_read_as_one() {
    let answered = ONE.replace("\"}}]", "\"},\"response\":{\"content\":{\"text\":\"anna@example.com\"}}}]");
    let got = all("x.ndjson", format!("{ROW}{answered}\n{ROW}").as_bytes());
    assert_eq!(
        (got.kind, got.ids(), got.pieces.len()),
        (Some(Kind::Ndjson), vec!["1", "2/1", "3"], 0),
        "{}",
        got.whys()
    );
}

#[test]
fn what_stands_beside_the_log_is_looked_through() {
    let got = all("x.har", ONE.replace("]}}", "]},\"m\":\"anna@example.com\"}").as_bytes());
    assert_eq!((got.ids(), got.unreadable.len()), (vec!["1"], 1), "{}", got.whys());
    assert_eq!(got.pieces[0].1, b"\"anna@example.com\"\n");
}

#[test]
fn a_har_file_has_a_list_of_entries() {
    let row = "{\"log\":{\"level\":\"info\"},\"url\":\"https://t.example/b\"}\n";
    for text in [row.repeat(2), row.replace("{\"level\":\"info\"}", "\"x\"").repeat(2)] {
        let got = all("x", text.as_bytes());
        assert_eq!((got.kind, got.exchanges.len()), (Some(Kind::Ndjson), 2), "{}", got.whys());
    }
    let got = all("x", ONE.replace("{\"log\":", "").replace("]}}", "]}").as_bytes());
    assert_eq!((got.kind, got.ids()), (Some(Kind::Har), vec!["1"]));
}

#[test]
fn an_entry_that_is_none_costs_only_itself_and_no_answer_was_sent() {
    let entry =
        "{\"request\":{\"url\":\"https://t.example/?x=1\"},\"response\":{\"content\":{\"text\":\"anna@example.com\"}}}";
    let got = all("x.har", format!("{{\"log\":{{\"entries\":[{entry},null,\"b@example.com\",{entry}]}}}}").as_bytes());
    assert_eq!(got.ids(), ["1", "4"]);
    assert!(got.whys().contains("entry 2") && got.whys().contains("entry 3"), "{}", got.whys());
    let got = all("x.har", format!("{{\"log\":{{\"entries\":[{entry} oops {entry}, \"q@example.com\"").as_bytes());
    let rest: Vec<u8> = got.pieces.iter().flat_map(|p| p.1.clone()).collect();
    let rest = String::from_utf8(rest).unwrap();
    assert!(rest.contains("x=1") && rest.contains("q@example.com") && !rest.contains("anna"), "{rest}");
}

fn body(post: &str) -> (Vec<u8>, String) {
    let text =
        format!("{{\"log\":{{\"entries\":[{{\"request\":{{\"url\":\"https://t.example/\",\"postData\":{post}}}}}]}}}}");
    let got = all("x.har", text.as_bytes());
    let whys = got.whys();
    (got.exchanges.into_iter().next().expect("an exchange").body.unwrap_or_default(), whys)
}

#[test]
fn bodies_are_read_as_they_were_sent() {
    assert_eq!(body(r#"{"text":"x\ud800y"}"#), ("x\u{fffd}y".into(), String::new()));
    assert_eq!(body("{\"text\":\"\\u001f\u{8b}\\b\u{ff}\"}"), (vec![0x1f, 0x8b, 8, 0xff], String::new()));
    let binary = "{\"mimeType\":\"application/octet-stream\",\"text\":\"\\n\u{c3}\u{85}sa\"}";
    assert_eq!(body(binary), ("\nÅsa".into(), String::new()));
    // text of its own
    for plain in ["Åsa", "x^a", "xÚ"] {
        let (bytes, whys) = body(&format!("{{\"mimeType\":\"text/plain\",\"text\":\"{plain}\"}}"));
        assert_eq!((bytes.as_slice(), whys.as_str()), (plain.as_bytes(), ""));
    }
    let (_, whys) = body("{\"text\":\"\\u001f\u{fffd}\\b\"}");
    assert!(whys.contains("replaced bytes"), "{whys}");
}

/// As Playwright and Chromium write a beacon, a form with a file, a body whose size only HAR tells, and one of no known size.
#[test]
fn a_body_that_was_sent_and_is_not_there_is_told() {
    let entry =
        |request: &str| format!("{{\"request\":{{\"method\":\"POST\",\"url\":\"https://t.example/a\",{request}}}}}");
    let header = |name: &str, value: &str| format!("{{\"name\":\"{name}\",\"value\":\"{value}\"}}");
    let form = header("Content-Type", "multipart/form-data; boundary=zz");
    let entries = [
        format!("\"bodySize\":0,\"headers\":[{}]", header("content-length", "236")),
        format!(
            "\"headers\":[{form},{}],\"postData\":{{\"text\":\"--zz\\r\\n--zz--\"}}",
            header("content-length", "22")
        ),
        "\"bodySize\":7".to_owned(),
        format!("\"headers\":[{}]", header("transfer-encoding", "chunked")),
        // nothing is missing
        format!("\"headers\":[{}],\"postData\":{{\"text\":\"a=1\"}}", header("content-length", "3")),
        format!("\"bodySize\":-1,\"headers\":[{}]", header("content-length", "0")),
        format!("\"headers\":[{}],\"postData\":{{\"text\":\"a\"}}", header("content-length", "9")),
    ];
    let file = format!("{{\"log\":{{\"entries\":[{}]}}}}", entries.map(|e| entry(&e)).join(","));
    let got = all("x.har", file.as_bytes());
    assert_eq!(got.missing, [236, 10, 7, 0].map(|bytes| (Some("t.example".to_owned()), bytes)), "{}", got.whys());
}

const ATTACHED: &str = r#"{"log":{"entries":[
{"request":{"method":"POST","url":"https://t.example/a","postData":{"text":"","_file":"sent.json"}},"response":{"content":{"_file":"answer.json"}}},
{"request":{"method":"GET","url":"wss://t.example/w"},"response":{"content":{"_file":"messages.jsonl"}}},
{"request":{"method":"POST","url":"https://t.example/c","postData":{"_file":"none.bin"}},"response":null}]}}"#;
const MESSAGES: &[u8] = br#"{"type":"send","opcode":1,"data":"hello"}
{"type":"receive","opcode":1,"data":"no"}
{"type":"send","opcode":2,"data":"AP8="}"#;

/// As Playwright's HAR in a zip archive.
#[test]
fn files_that_entries_name_are_their_bodies_and_those_of_answers_are_left_out() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in [
        ("har.har", ATTACHED.as_bytes()),
        ("sent.json", b"{\"a\":1}"),
        ("answer.json", b"came back"),
        ("messages.jsonl", MESSAGES),
        ("trace.txt", b"nobody names it"),
    ] {
        zip.start_file(
            name,
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored),
        )
        .unwrap();
        std::io::Write::write_all(&mut zip, bytes).unwrap();
    }
    let got = all("p.zip", &zip.finish().unwrap().into_inner());
    assert_eq!(got.ids(), ["1", "2", "3"], "{}", got.whys());
    assert_eq!(got.exchanges[0].body.as_deref(), Some(&b"{\"a\":1}"[..]));
    assert_eq!(got.exchanges[1].frames, [b"hello".to_vec(), vec![0, 255]]);
    assert!(got.exchanges.iter().all(|e| e.response.is_none()));
    assert!(got.unreadable.len() == 1 && got.whys().contains("`none.bin`"), "{}", got.whys());
    assert_eq!(got.pieces.len(), 1);
    assert!(got.pieces[0].1.starts_with(b"nobody"));
}

#[test]
fn files_beside_a_har_are_its_bodies_and_none_elsewhere() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("in")).unwrap();
    std::fs::write(dir.path().join("in/sent.json"), "here").unwrap();
    std::fs::write(dir.path().join("secret"), "there").unwrap();
    let path = dir.path().join("in/x.har");
    std::fs::write(&path, ATTACHED.replace("none.bin", "../secret")).unwrap();
    let mut bodies = Vec::new();
    super::super::open(&path, &Default::default(), &Default::default()).unwrap().read(&mut |block| {
        block.read(&mut |item| {
            if let super::super::Item::Exchange(exchange, _) = item {
                bodies.push(exchange.body.clone());
            }
        });
        true
    });
    assert_eq!(bodies, [Some(b"here".to_vec()), None, None]);
    std::fs::write(dir.path().join("in/answer.json"), "came back").unwrap();
    let files = ["in/sent.json", "in/answer.json", "in/x.har", "secret"].map(|name| dir.path().join(name));
    assert_eq!(super::super::beside(&files), files[..2].iter().cloned().collect());
}

/// A number may be somebody's as well as a text.
#[test]
fn what_is_wrong_with_an_entry_is_told_without_its_values() {
    for value in ["196408233234", "46701740605.5", "\"a@example.com\"", "[\"a@example.com\"]", "true"] {
        let har = format!(
            r#"{{"log":{{"entries":[{{"request":{{"method":"GET","url":"https://t.example/","headers":[{{"name":{value},"value":{value}}}]}}}},{{"request":{{"url":{value},"method":7}}}},{{"response":{value}}}]}}}}"#
        );
        let got = all("x.har", har.as_bytes());
        assert!(got.whys().contains("missing field `request`"), "{}", got.whys());
        assert!(
            !got.whys().contains("1964") && !got.whys().contains("4670") && !got.whys().contains("example"),
            "{}",
            got.whys()
        );
    }
}

/// As programs write exchanges that put their keys in order.
#[test]
fn a_list_before_the_address_is_the_exchange_s_own() {
    let line = r#"{"data":[{"email":"a@example.com"},{"x":[1,2]}],"method":"POST","url":"https://t.example/a"}"#;
    for text in [line.to_owned(), format!("{line}\n{line}\n")] {
        let got = all("x.ndjson", text.as_bytes());
        assert_eq!(got.exchanges[0].host().as_deref(), Some("t.example"), "{}", got.whys());
    }
    let columns =
        r#"{"url":"","request_uri":"https://t.example/","server_name":"a@example.com","scheme":"b@example.com"}"#;
    let got = all("x.ndjson", columns.as_bytes());
    let body = String::from_utf8_lossy(got.exchanges[0].body.as_deref().unwrap_or_default()).into_owned();
    assert!(body.contains("a@example.com") && body.contains("b@example.com"), "{body}");
}

#[test]
fn what_stands_beside_the_entries_is_read_to_its_end() {
    let padding = "x".repeat(33 << 20);
    let text = format!(r#"{{"some":"{padding}","mail":"a@example.com"}}"#);
    let got = all("x.har", text.as_bytes());
    assert!(got.whys().contains("read as bytes"), "{}", got.whys());
    assert!(got.pieces.last().unwrap().1.ends_with(b"\"a@example.com\"\n"));
}

#[test]
fn objects_in_objects_without_end_are_read_to_a_depth() {
    let text = format!(r#"{{"data":[{{}}],"events":{}1"#, r#"{"events":"#.repeat(100_000));
    let got = all("x.json", text.as_bytes());
    assert_eq!((got.kind, got.unreadable.len()), (Some(Kind::Json), 1), "{}", got.whys());
    let text = format!(r#"{{"hits":{}{}"#, r#"{"hits":"#.repeat(100_000), "}".repeat(100_000));
    assert!(all("x.json", text.as_bytes()).exchanges.is_empty());
}
