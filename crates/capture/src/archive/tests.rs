use super::{Kind, open};
use crate::har;
use facts::{Exchange, Recording, Unreadable};
use std::io::Write;
use std::path::PathBuf;

fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (dir, path)
}

fn all(name: &str, bytes: &[u8]) -> (Kind, Vec<Result<Exchange, Unreadable>>) {
    let (_dir, path) = file(name, bytes);
    let mut archive = open(&path).unwrap();
    let items = archive.by_ref().collect();
    assert_eq!(archive.bytes_read(), archive.total_bytes());
    (archive.kind(), items)
}

const LINES: &[u8] = br#"{"id":"17","at":"2021-03-01T12:00:00Z","page":"https://p.example/","method":"POST","url":"https://t.example/c","headers":[["referer","x"]],"body":"text"}

{"url":"https://t.example/d","body_base64":"AP8=","frames":["f"]}
{"url":7}
{"at":"yesterday","url":"https://t.example/e"}
{"id":5,"url":"https://t.example/f"}"#;

fn check_lines((kind, items): (Kind, Vec<Result<Exchange, Unreadable>>)) {
    assert_eq!(kind, Kind::Ndjson);
    let ids: Vec<_> = items.iter().filter_map(|i| i.as_ref().ok()).map(|e| e.id.as_str()).collect();
    assert_eq!(ids, ["17", "3", "5"]);
    assert_eq!(items[1].as_ref().unwrap().body, Some(vec![0, 255]));
    let bad: Vec<_> = items.iter().filter_map(|i| i.as_ref().err()).map(|u| (u.line, u.why.as_str())).collect();
    assert_eq!(bad.len(), 2);
    assert_eq!((bad[0].0, bad[1].0), (Some(4), Some(5)));
    assert!(bad[1].1.contains("`at`"), "{}", bad[1].1);
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

#[test]
fn lines_are_read_plain_and_compressed_whatever_the_name() {
    check_lines(all("t.ndjson", LINES));
    check_lines(all("t.ndjson.gz", &gz(LINES)));
    check_lines(all("t.jsonl.zst", &zstd::encode_all(LINES, 1).unwrap()));
    check_lines(all("download", LINES));
    check_lines(all("download.bin", &gz(LINES)));
}

#[test]
fn several_gzip_members_are_one_file() {
    let (first, second) = LINES.split_at(LINES.iter().position(|b| *b == b'\n').unwrap() + 1);
    check_lines(all("t.ndjson.gz", &[gz(first), gz(second)].concat()));
}

#[test]
fn a_cut_compressed_file_gives_what_it_has_and_says_so() {
    let mut bytes = gz(&LINES.repeat(200));
    bytes.truncate(bytes.len() - 20);
    let (_dir, path) = file("t.ndjson.gz", &bytes);
    let items: Vec<_> = open(&path).unwrap().collect();
    assert!(items.iter().any(Result::is_ok));
    assert!(items.last().unwrap().as_ref().unwrap_err().why.contains("from here on"));
}

#[test]
fn a_har_file_is_one_by_name_or_content() {
    let exchange =
        Exchange { id: "1".into(), method: "GET".into(), url: "https://a.example/".into(), ..Exchange::default() };
    let recording = Recording { exchanges: vec![exchange.clone()], ..Recording::default() };
    let mut bytes = Vec::new();
    har::write(&recording, &mut bytes).unwrap();
    for name in ["c.har", "c.har.gz", "whatever"] {
        let bytes = if name.ends_with("gz") { gz(&bytes) } else { bytes.clone() };
        let (kind, items) = all(name, &bytes);
        assert_eq!((kind, items), (Kind::Har, vec![Ok(exchange.clone())]), "{name}");
    }
}

#[test]
fn any_other_file_is_read_in_overlapping_pieces() {
    let bytes: Vec<u8> = (0..9_000_000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let (kind, items) = all("dump.bin", &bytes);
    assert_eq!(kind, Kind::Bytes);
    let mut end = 0;
    for item in items {
        let exchange = item.unwrap();
        let at: usize = exchange.id.strip_prefix("byte-").unwrap().parse().unwrap();
        let body = exchange.body.unwrap();
        assert_eq!(body, bytes[at..at + body.len()]);
        assert!(at <= end && (at == 0 || end - at == super::raw::OVERLAP), "{at} {end}");
        end = at + body.len();
    }
    assert_eq!(end, bytes.len());
}

#[test]
fn an_empty_file_is_one_empty_exchange() {
    let (_, items) = all("empty", b"");
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].as_ref().unwrap().body.as_deref(), Some(&b""[..]));
}

#[test]
fn what_cannot_be_opened_is_said_in_words() {
    let dir = tempfile::tempdir().unwrap();
    let missing = open(&dir.path().join("no.har")).err().unwrap();
    assert_eq!(missing.code, "archive-open");
    assert!(missing.message.contains("no such file"), "{missing}");
    assert_eq!(open(dir.path()).err().unwrap().code, "archive-folder");
}
