//! Lists and archives as a user has them: from spreadsheets, cut short, of the wrong kind; a scan that is stopped.

use crate::{run, stderr, stdout};
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::tempdir;
use tests::sluss;

const LINE: &str = "{\"at\":\"2021-03-01T12:00:00Z\",\"url\":\"https://t.example.net/?m=klara.ek@example.com\"}\n";
const PEOPLE: &str = "id,email\np1,klara.ek@example.com\n";

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn many() -> String {
    (0..20_000).map(|i| LINE.replace("?m", &format!("?n={i}&m"))).collect()
}

/// Exit code, sightings, and what was said.
fn scan(dir: &Path, file: &str) -> (Option<i32>, usize, String) {
    let output = run(dir, &["scan", file, "--people", "people.csv", "--format", "ndjson"]);
    (output.status.code(), stdout(&output).lines().count(), stderr(&output))
}

#[test]
fn a_list_is_read_as_spreadsheets_write_it() {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("t.ndjson"), LINE).unwrap();
    for list in [
        "\u{feff}id,email\r\np1,klara.ek@example.com\r\n",
        "sep=;\nid;email\np1;klara.ek@example.com\n",
        "ID , Email\n\"p1\",\"a@example.com; Klara.Ek@example.com\"\n\n",
        "role,email,id\n\"a, \"\"b\"\"\nc\",klara.ek@example.com,p1\n",
    ] {
        fs::write(dir.path().join("people.csv"), list).unwrap();
        assert_eq!(scan(dir.path(), "t.ndjson"), (Some(1), 1, String::new()), "{list}");
    }
}

/// Neither a birth date nor a postal code is told where nothing announces it.
#[test]
fn the_first_row_of_a_table_announces_what_stands_below() {
    let dir = tempdir().unwrap();
    let people = "id,birth_date,postal_code\np1,1979-04-16,215 14\n";
    fs::write(dir.path().join("people.csv"), people).unwrap();
    let table = "\u{feff}id;födelsedatum;zip;note\r\n7;1979-04-16;21514;\"a\r\nb\"\r\n8;19790416;215 14;x\r\n";
    for text in [table.to_owned(), table.replace(';', "\t")] {
        fs::write(dir.path().join("x"), text).unwrap();
        let output = run(dir.path(), &["scan", "x", "--people", "people.csv"]);
        let found = stdout(&output);
        let found = found.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let found: Vec<_> = found.map(|hit| format!("{} {}", hit["exchange"], hit["key"]).replace('"', "")).collect();
        assert_eq!(found, ["2 födelsedatum", "2 zip", "4 födelsedatum", "4 zip"], "{}", stderr(&output));
    }
}

#[test]
fn a_list_that_is_wrong_is_refused_with_line_and_cure() {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("t.ndjson"), LINE).unwrap();
    for (list, said) in [
        ("id,e-mail\np1,x@example.com\n", &["people.csv:1", "e-mail", "Did you mean `email`"][..]),
        ("id,personnummer\np1,x\n", &["Did you mean `national_id`"]),
        ("klara,klara.ek@example.com\n", &["people.csv:1", "header row"]),
        ("id,role\np1,user\n", &["no column holds an identifier"]),
        ("id,email\np1,a@example.com\np2,b@example.com\np1,c@example.com\n", &["people.csv:4", "line 2"]),
        ("id,phone\np1,070-174 06 05\n\np2,klara\n", &["people.csv:4", "`phone`"]),
        ("id,birth_date\np1,1964-02-30\n", &["people.csv:2", "`birth_date`", "1990-03-01"]),
        ("id,national_id\np1,19640823-3235\n", &["people.csv:2", "`national_id`", "check digit"]),
        (
            "id,email\np1,\"klara.ek@example.com\np2,b@example.com\n",
            &["people.csv:2", "quotation mark that is not closed"],
        ),
        ("id,email\np1,klara.ek@example.com,x\n", &["people.csv:2", "3 cells"]),
    ] {
        fs::write(dir.path().join("people.csv"), list).unwrap();
        let (code, sightings, text) = scan(dir.path(), "t.ndjson");
        assert_eq!((code, sightings), (Some(2), 0), "{list}: {text}");
        said.iter().for_each(|phrase| assert!(text.contains(phrase), "{list} does not say `{phrase}`: {text}"));
        assert!(!text.contains("klara") && !text.contains("3235"), "a value was printed: {text}");
    }
    fs::write(dir.path().join("people.csv"), b"id,given_name\np1,\xc5sa\n").unwrap();
    let (code, _, text) = scan(dir.path(), "t.ndjson");
    assert!(code == Some(2) && text.contains("save the file as UTF-8"), "{text}");
    assert!(text.contains("people.csv:2") && text.contains("Latin-1"), "{text}");
}

#[test]
fn a_list_and_a_command_that_are_wrong_are_told_in_the_readers_language() {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("t.ndjson"), LINE).unwrap();
    let said = |list: &str, args: &[&str]| {
        fs::write(dir.path().join("people.csv"), list).unwrap();
        let output = run(dir.path(), &[&["scan", "t.ndjson", "--lang", "sv"][..], args].concat());
        (output.status.code(), stderr(&output))
    };
    let people = ["--people", "people.csv"];
    let (code, text) = said("id,email,phone\np1,x,1\np1,a@example.com,\n", &people);
    assert_eq!(code, Some(2));
    assert!(text.contains("`email` är ingen e-postadress") && text.contains("rad 2"), "{text}");
    let (code, text) = said(PEOPLE, &["--people", "people.csv", "--country", "UK"]);
    assert!(code == Some(2) && text.contains(": GB"), "{text}");
    assert!(said(PEOPLE, &["--people", "people.csv", "--country", "XX"]).1.contains("SE, FI, NO"));
    assert_eq!(said(PEOPLE, &["--people", "people.csv", "--country", "gb"]).0, Some(1));
    let (code, text) = said(PEOPLE, &["--index", "nofile.slx"]);
    assert!(code == Some(2) && text.contains("nofile.slx") && !text.contains(".key"), "{text}");
    assert!(said(PEOPLE, &[]).1.contains("--people <FILE> / --index <FILE> / --unknown"));
    fs::write(dir.path().join("bad.log"), "{bad\n{\"url\":5}\n{\"url\":[]}\n").unwrap();
    let (_, text) = said(PEOPLE, &["bad.log", "--people", "people.csv"]);
    assert!(text.contains("inget utbyte") && !text.contains("not an exchange"), "{text}");
}

#[test]
fn numbers_of_other_countries_are_what_their_own_rules_say() {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("t.ndjson"), LINE).unwrap();
    for (row, code) in [
        ("690863-4002,DK", 0),
        ("010180-1234,DK", 0),
        ("240671-9189,FI", 2),
        ("38803309913,EE", 2),
        ("38803309913,PL", 0),
    ] {
        fs::write(dir.path().join("people.csv"), format!("id,national_id,country\np1,{row}\n")).unwrap();
        let (was, _, text) = scan(dir.path(), "t.ndjson");
        assert_eq!(was, Some(code), "{row}: {text}");
    }
}

#[test]
fn archives_are_read_as_far_as_they_go_and_the_rest_is_named() {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("people.csv"), PEOPLE).unwrap();
    let bytes: Vec<u8> = (0..5000u32).flat_map(|i| i.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
    let packed = gz(many().as_bytes());
    let har = r#"{"log":{"entries":[{"request":{"method":"POST","url":"https://t.example/","postData":{"encoding":"base64","text":"AAEga2xhcmEuZWtAZXhhbXBsZS5jb20="}}},{"request":{"url":5}},{"request":{"url":"https://t.example/?m=klara.ek@example.com"}}]}}"#;
    let pcap = |link: u32, packet: &[u8]| {
        let words = [0xa1b2_c3d4, 0x0004_0002, 0, 0, 65_535, link, 1, 0, packet.len() as u32, packet.len() as u32];
        [&words.map(u32::to_le_bytes).concat(), packet].concat()
    };
    type Case<'a> = (&'a str, &'a [u8], i32, usize, &'a str);
    let foreign = pcap(147, b"?m=klara.ek@example.com");
    let cases: [Case; 16] = [
        ("empty.ndjson", b"", 0, 0, ""),
        ("blank.ndjson", b"\n\n", 0, 0, ""),
        ("zero", b"\0", 0, 0, ""),
        ("binary", &bytes, 0, 0, ""),
        ("binary2", &[&bytes, &b" klara.ek@example.com "[..], &bytes].concat(), 1, 1, "No time stands"),
        (
            "bad.ndjson",
            &format!("{LINE}{{bad\n{LINE}[1]\n").into_bytes(),
            1,
            2,
            "bad.ndjson:4: not an exchange: a line is an object",
        ),
        ("all-bad.ndjson", b"{bad\n{bad\n", 2, 0, "Nothing could be read of `all-bad.ndjson`"),
        (
            "base64.ndjson",
            b"{\"url\":\"https://a.example\",\"body_base64\":\"!klara.ek@example.com\"}\n",
            1,
            1,
            "`body_base64`",
        ),
        ("mark.ndjson", &format!("\u{feff}{}", LINE.replace('\n', "\r\n")).into_bytes(), 1, 1, ""),
        ("cut.ndjson.gz", &packed[..packed.len() - 2000], 1, 10_000, "cannot be read from here on"),
        ("begun.gz", &packed[..8], 2, 0, "begun.gz"),
        ("c.har", har.as_bytes(), 1, 2, "entry 2"),
        ("cut.har", &har.as_bytes()[..har.len() - 20], 1, 1, "ends in the middle"),
        ("other.har", b"{\"hello\":\"klara.ek@example.com\"}", 1, 1, "this is no HAR file"),
        ("foreign.pcap", &foreign, 1, 1, "link type 147"),
        ("cut.parquet", b"PAR1 and no more", 2, 0, "cut.parquet"),
    ];
    for (name, bytes, code, sightings, said) in cases {
        fs::write(dir.path().join(name), bytes).unwrap();
        let (was, seen, text) = scan(dir.path(), name);
        assert_eq!(was, Some(code), "{name}: {text}");
        assert!(if sightings < 10_000 { seen == sightings } else { seen >= sightings }, "{name}: {seen} {text}");
        assert!(if said.is_empty() { text.is_empty() } else { text.contains(said) }, "{name}: {text}");
    }
}

/// Every field of the contract, to the letter.
#[test]
fn the_summary_is_exact() {
    let dir = tempdir().unwrap();
    let list = "id,role,email,city,country\np1,patient,klara.ek@example.com,Malmö,SE\np2,user,bo.ek@example.com,,FI\n\
        p3,user,info@example.org,,FI\np4,,info@example.org,,\n";
    let traffic = [
        r#"{"id":"a","at":"2021-01-31T23:30:00-01:00","url":"https://www.facebook.com/tr/?em=klara.ek%40example.com"}"#,
        r#"{"id":"b","at":"2021-01-05T12:00:00Z","url":"https://www.facebook.com/tr/?em=bo.ek%40example.com&x=klara.ek@example.com"}"#,
        "no exchange",
        r#"{"id":"c","at":"2021-03-01T12:00:00Z","url":"https://t.example.net/?em=info@example.org"}"#,
        r#"{"id":"d","url":"https://t.example.net/?q=Malm%C3%B6"}"#,
    ]
    .join("\n");
    fs::write(dir.path().join("people.csv"), list).unwrap();
    fs::write(dir.path().join("t.ndjson"), &traffic).unwrap();
    let output = run(dir.path(), &["scan", "t.ndjson", "--people", "people.csv", "--summary", "s.json"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let summary: Value = serde_json::from_str(&fs::read_to_string(dir.path().join("s.json")).unwrap()).unwrap();
    let why = "not an exchange: the line is no valid JSON: expected ident (column 2)";
    assert_eq!(
        summary,
        json!({
            "schema": "sluss/summary/1", "exchanges": 4, "bytes": traffic.len(), "sightings": 5, "people": 2,
            "people_low_confidence": 0, "shared_addresses": 1, "first": "2021-01-05T12:00:00Z", "last": "2021-03-01T12:00:00Z",
            "by_recipient": [
                {"recipient": "meta", "country": "IE", "people": 2, "sightings": 3, "first": "2021-01-05T12:00:00Z",
                 "last": "2021-02-01T00:30:00Z", "identifiers": {"email": 3}},
                {"recipient": "example.net", "people": 1, "sightings": 2, "first": "2021-03-01T12:00:00Z",
                 "last": "2021-03-01T12:00:00Z", "identifiers": {"email": 1, "city": 1}},
            ],
            "by_role": {"patient": {"people": 1, "sightings": 3}, "user": {"people": 1, "sightings": 2}},
            "by_country": {"SE": {"people": 1, "sightings": 3}, "FI": {"people": 1, "sightings": 2}},
            "by_month": {"2021-01": {"people": 2, "sightings": 2}, "2021-02": {"people": 1, "sightings": 1},
                         "2021-03": {"people": 0, "sightings": 1}},
            "unreadable": [{"source": "t.ndjson", "line": 3, "why": why}],
            "gaps": [],
            "sources": [{"source": "t.ndjson", "format": "ndjson", "exchanges": 4, "sightings": 5,
                         "sightings_without_time": 1, "unreadable": 1, "gaps": 0}],
        })
    );
}

fn listening(dir: &Path) -> Child {
    fs::write(dir.join("people.csv"), PEOPLE).unwrap();
    Command::new(sluss())
        .args(["scan", "-", "--people", "people.csv", "--format", "ndjson", "--summary", "s.json"])
        .current_dir(dir)
        .env("SLUSS_LANG", "en")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn interrupt(child: &Child) {
    let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(status.success());
}

/// Exit 1, and the summary counts what was printed.
fn kept(dir: &Path, child: Child, already: usize) {
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("Stopped"), "{}", stderr(&output));
    let summary: Value = serde_json::from_str(&fs::read_to_string(dir.join("s.json")).unwrap()).unwrap();
    assert_eq!(summary["stopped"], true);
    assert_eq!(summary["people"], 1);
    assert_eq!(summary["sightings"], already + stdout(&output).lines().count());
}

#[test]
fn an_interrupt_in_the_midst_of_much_keeps_what_was_found() {
    let dir = tempdir().unwrap();
    let mut child = listening(dir.path());
    let mut input = child.stdin.take().unwrap();
    let lines = many();
    let feeding = std::thread::spawn(move || while input.write_all(lines.as_bytes()).is_ok() {});
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    output.read_line(&mut first).unwrap();
    interrupt(&child);
    let rest = output.lines().count();
    kept(dir.path(), child, 1 + rest);
    feeding.join().unwrap();
}

#[test]
fn an_interrupt_while_nothing_comes_keeps_what_came() {
    let dir = tempdir().unwrap();
    let mut child = listening(dir.path());
    let mut input = child.stdin.take().unwrap();
    // more than a pipe holds: when all is written, it reads
    input.write_all(many().as_bytes()).unwrap();
    interrupt(&child);
    kept(dir.path(), child, 0);
    drop(input);
}
