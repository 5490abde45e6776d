use crate::{run, stderr, stdout};
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::tempdir;

const PEOPLE: &str = "id,role,email,phone\np1,patient,klara.ek@example.com,070-174 06 12\np2,user,info@example.org,\np3,user,info@example.org,\n";

/// sha256 of `701740612`, as Meta normalises `070-174 06 12`.
fn meta_phone() -> String {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(b"701740612").iter().map(|b| format!("{b:02x}")).collect()
}

fn lines(output: &str) -> Vec<Value> {
    output.lines().map(|l| serde_json::from_str(l).expect("a line of JSON")).collect()
}

fn write(dir: &Path) {
    let hit = format!(
        "{{\"id\":\"17\",\"at\":\"2021-03-01T12:00:00Z\",\"method\":\"GET\",\"url\":\"https://www.facebook.com/tr/?id=1&ev=X&udff%5Bph%5D={}\"}}",
        meta_phone()
    );
    let shared = "{\"id\":\"18\",\"url\":\"https://t.example.net/?e=info%40example.org\"}";
    fs::write(dir.join("t.ndjson"), format!("{hit}\nnot json\n{shared}\n")).unwrap();
    fs::write(dir.join("people.csv"), PEOPLE).unwrap();
}

#[test]
fn a_hashed_phone_is_found_under_its_match_key_and_the_bad_line_is_named() {
    let dir = tempdir().unwrap();
    write(dir.path());
    let output = run(dir.path(), &["scan", "t.ndjson", "--people", "people.csv", "--summary", "s.json"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let hits = lines(&stdout(&output));
    let hit = hits.iter().find(|h| h["exchange"] == "17").expect("the phone is seen");
    assert_eq!(hit["person"], "p1");
    assert_eq!(hit["recipient"], "meta");
    assert_eq!(hit["key"], "udff[ph]");
    assert_eq!(hit["part"], "url.query");
    assert_eq!(hit["identifier"], "phone");
    let form: Vec<&str> = hit["form"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(form.ends_with(&["sha256", "hex"]), "{form:?}");
    assert!(stderr(&output).contains("t.ndjson:2"), "{}", stderr(&output));

    let summary: Value = serde_json::from_str(&fs::read_to_string(dir.path().join("s.json")).unwrap()).unwrap();
    assert_eq!(summary["schema"], "sluss/summary/1");
    assert_eq!(summary["people"], 1);
    assert_eq!(summary["shared_addresses"], 1);
    assert_eq!(summary["unreadable"][0]["line"], 2);
}

#[test]
fn no_value_of_a_person_is_printed() {
    let dir = tempdir().unwrap();
    write(dir.path());
    for format in ["ndjson", "json", "human"] {
        let output = run(dir.path(), &["scan", "t.ndjson", "--people", "people.csv", "--format", format]);
        let all = stdout(&output) + &stderr(&output);
        for value in ["klara.ek", "1740612", "info@"] {
            assert!(!all.contains(value), "{format}: `{value}` was printed");
        }
    }
}

/// Pages, keys, hosts and ids are the archive's own, and may hold what was typed.
#[test]
fn no_value_is_printed_with_the_archives_own_words() {
    let dir = tempdir().unwrap();
    write(dir.path());
    let line = serde_json::json!({
        "id": "klara.ek@example.com",
        "page": "https://site.test/p?mail=klara.ek@example.com&tel=0701740612&q=%C3%A5",
        "initiator": "https://site.test/t.js?u=klara.ek%40example.com",
        "url": format!("https://0701740612.test/?udff[ph]={}", meta_phone()),
        "body": "{\"klara.ek@example.com\":{\"tel\":\"0701740612\"}}",
    });
    fs::write(dir.path().join("t.ndjson"), line.to_string()).unwrap();
    for format in ["ndjson", "json", "human"] {
        let args = ["scan", "t.ndjson", "--people", "people.csv", "--format", format, "--summary", "s.json"];
        let output = run(dir.path(), &args);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        let summary = fs::read_to_string(dir.path().join("s.json")).unwrap();
        let all = stdout(&output) + &stderr(&output) + &summary;
        for value in ["klara.ek", "1740612"] {
            assert!(!all.contains(value), "{format}: {all}");
        }
        assert!(all.contains("[email].tel") && all.contains("[phone].test"), "{format}: {all}");
        if format == "ndjson" {
            let page = "https://site.test/p?mail=[email]&tel=[phone]&q=%C3%A5";
            assert!(lines(&stdout(&output)).iter().all(|hit| hit["page"] == page), "{all}");
        }
    }
}

/// An archive is not the user's own: what a terminal would obey is shown.
#[test]
fn no_sign_that_a_terminal_obeys_is_sent_to_it() {
    let dir = tempdir().unwrap();
    write(dir.path());
    let line = serde_json::json!({
        "id": "\u{1b}[2K\u{1b}[1A\nforged#1  p9",
        "url": "https://t.example/",
        "body": "{\"\u{1b}[8m\u{202e}k\":\"klara.ek@example.com\"}",
    });
    fs::write(dir.path().join("t\u{1b}[1A.ndjson"), format!("{line}\nbad\n")).unwrap();
    let args = ["scan", "t\u{1b}[1A.ndjson", "--people", "people.csv", "--format", "human"];
    let output = run(dir.path(), &args);
    let (out, err) = (stdout(&output), stderr(&output));
    assert_eq!((output.status.code(), out.lines().count()), (Some(1), 1), "{out}{err}");
    for sign in ['\u{1b}', '\u{202e}'] {
        assert!(!out.contains(sign) && !err.contains(sign), "{out}{err}");
    }
    assert!(out.contains("\\u{1b}[2K") && out.contains("\\nforged") && err.contains("\\u{1b}[1A"), "{out}{err}");
    let args = ["scan", "t\u{1b}[1A.ndjson", "--people", "people.csv", "--format", "ndjson"];
    let told = lines(&stdout(&run(dir.path(), &args)));
    assert_eq!(told[0]["exchange"], "\u{1b}[2K\u{1b}[1A\nforged#1  p9");
}

#[test]
fn a_list_given_as_an_index_is_called_what_it_is_and_short_values_are_told_by_column() {
    let dir = tempdir().unwrap();
    write(dir.path());
    let output = run(dir.path(), &["scan", "t.ndjson", "--index", "people.csv", "--lang", "en"]);
    assert!(output.status.code() == Some(2) && stderr(&output).contains("no index of people"), "{}", stderr(&output));
    let list = "id,given_name,family_name,national_id,external_id,country\n1,Bo,Ek,12345678,K-1,DE\n";
    fs::write(dir.path().join("short.csv"), list).unwrap();
    let args = ["scan", "t.ndjson", "./t.ndjson", "--people", "short.csv", "--lang", "en"];
    let told = stderr(&run(dir.path(), &args));
    assert!(
        told.contains("`national_id` 1, `external_id` 1") || told.contains("`external_id` 1, `national_id` 1"),
        "{told}"
    );
    assert!(told.contains("looked through once: t.ndjson"), "{told}");
}

#[test]
fn nothing_found_is_exit_0() {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("t.ndjson"), "{\"url\":\"https://a.example/?x=1\"}\n").unwrap();
    fs::write(dir.path().join("people.csv"), PEOPLE).unwrap();
    let output = run(dir.path(), &["scan", "t.ndjson", "--people", "people.csv"]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(0), ""), "{}", stderr(&output));
}

#[test]
fn what_is_no_exchange_is_named_in_the_summary_as_on_the_screen() {
    let dir = tempdir().unwrap();
    let lines = "{\"url\":5}\n{\"url\":null}\n{\"url\":\"\"}\n{\"id\":\"x\"}\n{\"url\":\"https://a.example/\"}\n";
    fs::write(dir.path().join("t.ndjson"), lines).unwrap();
    fs::write(dir.path().join("people.csv"), PEOPLE).unwrap();
    let args = ["scan", "t.ndjson", "--people", "people.csv", "--summary", "s.json", "--lang", "en"];
    let output = run(dir.path(), &args);
    let summary: Value = serde_json::from_str(&fs::read_to_string(dir.path().join("s.json")).unwrap()).unwrap();
    assert_eq!(summary["exchanges"], 1);
    let told: Vec<_> = summary["unreadable"].as_array().unwrap().iter().collect();
    assert_eq!(told.iter().map(|u| u["line"].as_u64().unwrap()).collect::<Vec<_>>(), [1, 2, 3, 4]);
    for unreadable in &told[..3] {
        let why = unreadable["why"].as_str().unwrap();
        assert!(stderr(&output).contains(why), "`{why}` is not in {}", stderr(&output));
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_link_are_written_and_stay_what_they_are() {
    use std::os::unix::fs::{FileTypeExt as _, symlink};
    let dir = tempdir().unwrap();
    write(dir.path());
    let at = |name: &str| dir.path().join(name);
    assert!(std::process::Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
    symlink("summary.json", at("link")).unwrap();
    let reader = std::thread::spawn({
        let pipe = at("pipe");
        move || fs::read_to_string(pipe).unwrap()
    });
    let args = ["scan", "t.ndjson", "--people", "people.csv", "--summary", "link", "--plot", "pipe"];
    assert_eq!(run(dir.path(), &args).status.code(), Some(1));
    assert!(reader.join().unwrap().contains("<svg"));
    assert!(fs::symlink_metadata(at("pipe")).unwrap().file_type().is_fifo());
    assert!(fs::symlink_metadata(at("link")).unwrap().is_symlink());
    assert!(fs::read_to_string(at("summary.json")).unwrap().contains("sluss/summary/1"));
}

#[cfg(unix)]
#[test]
fn sightings_that_go_nowhere_are_told() {
    let dir = tempdir().unwrap();
    write(dir.path());
    let shell = |to: &str| {
        let line = format!("exec \"$0\" scan t.ndjson --people people.csv --lang en {to}");
        let mut command = std::process::Command::new("sh");
        command.args(["-c", &line]).arg(tests::sluss()).current_dir(dir.path());
        stderr(&command.output().unwrap())
    };
    assert!(shell(">&-").contains("go nowhere"));
    assert!(!shell(">/dev/null").contains("go nowhere"));
}
