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
