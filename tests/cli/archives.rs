use crate::{names, run, stderr, stdout};
use serde_json::{Value, json};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::tempdir;
use tests::sluss;

const PEOPLE: &str = "id,role,email,country\r\np1,patient,klara.ek@example.com,SE\r\np2,user,\"bo.ek@example.com;b@example.com\",FI\r\np3,user,info@example.org,FI\r\np4,user,info@example.org,FI\r\n";

const NDJSON: &str = "{\"at\":\"2021-03-01T12:00:00Z\",\"url\":\"https://www.facebook.com/tr/?em=klara.ek%40example.com\"}\n{\"at\":\"2021-05-01T12:00:00Z\",\"url\":\"https://t.example.net/?e=b@example.com\"}\n";
const LOG: &str = "192.0.2.1 - - [10/Feb/2021:13:55:36 +0100] \"GET /x HTTP/1.1\" 200 5 \"https://p.example/?m=bo.ek@example.com\" \"UA\"\nbroken\n";
const HAR: &str = "{\"log\":{\"entries\":[{\"request\":{\"method\":\"POST\",\"url\":\"https://t.example.net/c\",\"postData\":{\"mimeType\":\"application/x-www-form-urlencoded\",\"params\":[{\"name\":\"em\",\"value\":\"info@example.org\"}]}}},{\"request\":{\"url\":\"wss://t.example.net/s\"},\"_webSocketMessages\":[{\"type\":\"send\",\"opcode\":2,\"data\":\"eyJtIjoia2xhcmEuZWtAZXhhbXBsZS5jb20ifQ==\"}]}]}}";

fn folder() -> tempfile::TempDir {
    let dir = tempdir().unwrap();
    for (name, text) in [
        ("people.csv", PEOPLE),
        ("t.ndjson", NDJSON),
        ("access.log", LOG),
        ("c.har", HAR),
        ("notes", "x\nklara.ek@example.com\n"),
    ] {
        fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

fn lines(output: &str) -> Vec<Value> {
    output.lines().map(|l| serde_json::from_str(l).expect("a line of JSON")).collect()
}

fn summary(dir: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(dir.join("s.json")).unwrap()).unwrap()
}

#[test]
fn several_files_of_several_formats_are_counted_together() {
    let dir = folder();
    let files = ["t.ndjson", "access.log", "c.har", "notes"];
    let rest = ["--people", "people.csv", "--summary", "s.json", "--plot", "p.svg"];
    let output = run(dir.path(), &[&["scan"][..], &files, &rest].concat());
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let where_: Vec<_> = lines(&stdout(&output))
        .iter()
        .map(|s| {
            format!(
                "{}#{} {} {}",
                s["source"].as_str().unwrap(),
                s["exchange"].as_str().unwrap(),
                s["part"].as_str().unwrap(),
                s["person"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(
        where_,
        [
            "t.ndjson#1 url.query p1",
            "t.ndjson#2 url.query p2",
            "access.log#1 referer p2",
            "c.har#1 body p3",
            "c.har#2 frame p1",
            "notes#2 body p1"
        ]
    );
    let found = summary(dir.path());
    assert_eq!((&found["people"], &found["shared_addresses"], &found["sightings"]), (&json!(2), &json!(1), &json!(6)));
    assert_eq!(found["by_role"]["patient"], json!({"people": 1, "sightings": 3}));
    assert_eq!(found["by_country"]["FI"]["people"], 1);
    assert_eq!(found["by_month"]["2021-02"], json!({"people": 1, "sightings": 1}));
    assert_eq!((&found["first"], &found["last"]), (&json!("2021-02-10T12:55:36Z"), &json!("2021-05-01T12:00:00Z")));
    let formats: Vec<_> = found["sources"].as_array().unwrap().iter().map(|s| s["format"].as_str().unwrap()).collect();
    assert_eq!(formats, ["ndjson", "access-log", "har", "text"]);
    assert_eq!(found["unreadable"], json!([{"source": "access.log", "line": 2, "why": "not a line of an access log"}]));
    let svg = fs::read_to_string(dir.path().join("p.svg")).unwrap();
    assert!(svg.contains("role=\"img\"") && svg.contains("2021-02: 1") && !svg.contains("klara"));
}

#[test]
fn standard_input_is_an_archive_too() {
    let dir = folder();
    let mut child = Command::new(sluss())
        .args(["scan", "-", "--people", "people.csv", "--format", "json"])
        .current_dir(dir.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(NDJSON.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(all["sightings"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&all["summary"]["sources"][0]["source"], &all["summary"]["bytes"]),
        (&json!("-"), &json!(NDJSON.len()))
    );
}

#[test]
fn an_index_finds_what_the_list_finds() {
    let dir = folder();
    let built = run(dir.path(), &["index", "people.csv", "-o", "people.slx"]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(stderr(&built).contains("people.slx.key"), "{}", stderr(&built));
    let scan = |with: &[&str]| {
        let output = run(dir.path(), &[&["scan", "t.ndjson", "c.har", "--summary", "s.json"], with].concat());
        (stdout(&output), summary(dir.path()))
    };
    assert_eq!(scan(&["--people", "people.csv"]), scan(&["--index", "people.slx"]));

    let again = run(dir.path(), &["index", "people.csv", "-o", "people.slx"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("--force"), "{}", stderr(&again));
    assert_eq!(run(dir.path(), &["index", "people.csv", "-o", "people.slx", "--force"]).status.code(), Some(0));

    fs::write(
        dir.path().join("other.key"),
        fs::read_to_string(dir.path().join("people.slx.key")).unwrap().replace(['1', '2'], "3"),
    )
    .unwrap();
    let other = run(dir.path(), &["scan", "t.ndjson", "--index", "people.slx", "--key", "other.key"]);
    assert_eq!(other.status.code(), Some(2), "{}", stderr(&other));
    let bytes = fs::read(dir.path().join("people.slx")).unwrap();
    fs::write(dir.path().join("people.slx"), &bytes[..bytes.len() / 2]).unwrap();
    let cut = run(dir.path(), &["scan", "t.ndjson", "--index", "people.slx"]);
    assert_eq!(cut.status.code(), Some(2));
    assert!(stderr(&cut).contains("people.slx"), "{}", stderr(&cut));
}

#[test]
fn a_list_that_is_wrong_makes_no_index_and_no_key() {
    let dir = tempdir().unwrap();
    for (csv, said) in [
        ("id,email\n", "no rows"),
        ("id,email\np1,a@example.com\np1,b@example.com\n", "people.csv:3"),
        ("", "people.csv"),
    ] {
        fs::write(dir.path().join("people.csv"), csv).unwrap();
        let output = run(dir.path(), &["index", "people.csv", "-o", "people.slx"]);
        assert_eq!(output.status.code(), Some(2), "{csv}");
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
        assert_eq!(names(dir.path()), ["people.csv"]);
    }
}

#[test]
fn nobody_is_counted_where_nobody_is_known() {
    let dir = folder();
    let output = run(dir.path(), &["scan", "t.ndjson", "--unknown", "--summary", "s.json"]);
    assert_eq!(output.status.code(), Some(1));
    let found = summary(dir.path());
    assert_eq!((&found["people"], &found["sightings"]), (&json!(0), &json!(2)));
    assert_eq!(found["by_role"]["unknown"], json!({"people": 0, "sightings": 2}));
}

#[test]
fn nothing_found_and_nothing_read_do_not_look_the_same() {
    let dir = folder();
    let people = ["--people", "people.csv"];
    fs::write(dir.path().join("empty"), "").unwrap();
    fs::write(dir.path().join("no.har"), "<html>").unwrap();
    let code = |file: &str| run(dir.path(), &[&["scan", file][..], &people].concat());
    assert_eq!(code("empty").status.code(), Some(0));
    let nothing = code("no.har");
    assert_eq!(nothing.status.code(), Some(2));
    assert!(stderr(&nothing).contains("no.har"), "{}", stderr(&nothing));
    let folder = code(".");
    assert_eq!(folder.status.code(), Some(2));
    assert!(stderr(&folder).contains("folder"), "{}", stderr(&folder));
    let gone = code("gone");
    assert_eq!((gone.status.code(), stdout(&gone)), (Some(2), String::new()));
}

#[test]
fn a_file_that_is_missing_does_not_keep_the_others_from_being_scanned() {
    let dir = folder();
    let rest = ["--people", "people.csv", "--summary", "s.json", "-q"];
    let output = run(dir.path(), &[&["scan", "gone", "t.ndjson", "."][..], &rest].concat());
    assert_eq!((output.status.code(), lines(&stdout(&output)).len()), (Some(2), 2), "{}", stderr(&output));
    assert!(stderr(&output).contains("error: cannot read `gone`: there is no such file"), "{}", stderr(&output));
    let found = summary(dir.path());
    let unread: Vec<_> =
        found["unreadable"].as_array().unwrap().iter().map(|u| u["source"].as_str().unwrap()).collect();
    assert_eq!((unread, &found["people"]), (vec!["gone", "."], &json!(2)));
}

#[test]
fn what_stands_behind_a_har_is_scanned_too() {
    let dir = folder();
    fs::write(dir.path().join("both.har"), format!("{{\"log\":{{\"entries\":[]}}}}\n{HAR}\n{NDJSON}")).unwrap();
    let output = run(dir.path(), &["scan", "both.har", "--people", "people.csv"]);
    assert_eq!((output.status.code(), lines(&stdout(&output)).len()), (Some(1), 4), "{}", stderr(&output));
    let said = stderr(&output);
    assert!(said.starts_with("In both.har no time stands") && said.lines().count() == 1, "{said}");
}

#[test]
fn what_could_not_be_seen_stays_on_stderr_and_in_the_summary() {
    let dir = folder();
    // an Ethernet frame with a UDP packet to port 53
    let udp = b"\0\0\0\0\0\0\0\0\0\0\0\0\x08\0\x45\0\0\x1c\0\0\x40\0\x40\x11\0\0\xc0\0\x02\x01\xc0\0\x02\x02\x9c\x40\0\x35\0\x08\0\0";
    let length = udp.len() as u32;
    let words = [0xa1b2_c3d4, 0x0004_0002, 0, 0, 65_535, 1, 1, 0, length, length];
    fs::write(dir.path().join("dns.pcap"), [&words.map(u32::to_le_bytes).concat()[..], udp].concat()).unwrap();
    fs::write(dir.path().join("t.xz"), b"\xfd7zXZ\0 klara.ek@example.com").unwrap();
    let scan = |file: &str, lang: &str| {
        let args = ["scan", file, "-q", "--people", "people.csv", "--summary", "s.json", "--lang", lang];
        let output = run(dir.path(), &args);
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{}", stderr(&output));
        stderr(&output)
    };
    assert!(scan("dns.pcap", "sv").contains("UDP-paket i dns.pcap: 1"));
    let found = summary(dir.path());
    assert_eq!(
        (&found["gaps"][0]["what"], &found["sources"][0]["gaps"]),
        (&json!("1 UDP packets in dns.pcap"), &json!(1))
    );
    assert!(scan("t.xz", "en").contains("t.xz: files packed by xz are not opened here; unpack it first"));
    assert!(scan("t.xz", "sv").contains("packa upp den först"));
}

#[test]
fn nothing_that_is_read_is_written_over() {
    let dir = folder();
    let scan = ["scan", "t.ndjson", "--people", "people.csv"];
    fs::hard_link(dir.path().join("t.ndjson"), dir.path().join("same")).unwrap();
    for (option, file) in
        [("--summary", "t.ndjson"), ("--summary", "./people.csv"), ("--plot", "same"), ("--summary", "-")]
    {
        let output = run(dir.path(), &[&scan[..], &[option, file]].concat());
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{option} {file}");
        assert!(stderr(&output).contains(option), "{}", stderr(&output));
    }
    let index = run(dir.path(), &["index", "people.csv", "-o", "people.csv", "--force"]);
    assert_eq!(index.status.code(), Some(2));
    assert_eq!(fs::read_to_string(dir.path().join("t.ndjson")).unwrap(), NDJSON);
    assert_eq!(fs::read_to_string(dir.path().join("people.csv")).unwrap(), PEOPLE);
    assert!(!names(dir.path()).contains(&"-".to_owned()));
}

/// Google sends the hash of a street without its number: that of everybody who lives there.
#[test]
fn one_request_counts_one_person_and_no_neighbour() {
    let hash = |text: &str| {
        use sha2::{Digest as _, Sha256};
        Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect::<String>()
    };
    let dir = folder();
    let people = "id,email,phone,address\na1,anna@example.org,070-1740605,Storgatan 12\n\
        a2,bo@example.org,+46 70 174 06 05,Storgatan 40\na3,cia@example.org,,Storgatan 7\n";
    fs::write(dir.path().join("people.csv"), people).unwrap();
    let (mail, street, phone) = (hash("bo@example.org"), hash("storgatan"), hash("46701740605"));
    let traffic = format!(
        "{{\"id\":\"1\",\"url\":\"https://t.example/?em={mail}&sa0={street}&ph={phone}\"}}\n\
         {{\"id\":\"2\",\"url\":\"https://t.example/?ph={phone}&address=Storgatan+999\"}}\n"
    );
    fs::write(dir.path().join("t.ndjson"), traffic).unwrap();
    let output = run(dir.path(), &["scan", "t.ndjson", "--people", "people.csv", "--summary", "s.json"]);
    let told: Vec<_> = lines(&stdout(&output))
        .iter()
        .map(|s| format!("{} {} {}", s["exchange"], s["person"], s["identifier"]))
        .collect();
    let wanted = [r#""1" "a2" "email""#, r#""1" "a2" "address""#, r#""1" "a2" "phone""#, r#""2" "a1" "phone""#];
    assert_eq!(told, wanted);
    let found = summary(dir.path());
    let counts = ["people", "people_low_confidence", "shared_addresses"].map(|name| found[name].as_u64());
    assert_eq!(counts, [Some(1), Some(0), Some(1)]);
}

#[test]
fn an_address_in_two_letter_cases_is_one_and_a_name_is_none() {
    let dir = folder();
    let people = "id,given_name,email\nx,Klara,info@vard.example\ny,Klara,Info@Vard.example\n";
    fs::write(dir.path().join("people.csv"), people).unwrap();
    let traffic = "{\"url\":\"https://t.example/?m=info@vard.example\",\"body\":\"first_name=Klara\"}\n";
    fs::write(dir.path().join("t.ndjson"), traffic).unwrap();
    fs::write(dir.path().join("t.txt"), "info@vard.example\n").unwrap();
    let output = run(dir.path(), &["scan", "t.ndjson", "t.txt", "--people", "people.csv", "--summary", "s.json"]);
    let mails = lines(&stdout(&output)).iter().filter(|s| s["identifier"] == "email").count();
    assert_eq!((mails, &summary(dir.path())["shared_addresses"]), (2, &json!(1)), "{}", stdout(&output));
}

#[test]
fn a_reader_that_closes_the_output_is_no_mistake() {
    let dir = folder();
    fs::write(dir.path().join("many.ndjson"), NDJSON.repeat(20_000)).unwrap();
    let mut child = Command::new(sluss())
        .args(["scan", "many.ndjson", "--people", "people.csv"])
        .current_dir(dir.path())
        .env("SLUSS_LANG", "en")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("Stopped"), "{}", stderr(&output));
}
