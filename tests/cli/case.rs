//! The breach register by the command line alone: a whole case, roles, reminders, a report by mail, a drill.

use crate::sinks::{Sink, sink};
use crate::{run, stderr, stdout};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::{TempDir, tempdir};

pub const FACTS: &str = r#"{"schema":"sluss/facts/1","nature":["confidentiality"],"confidentiality":"exfiltrated",
"unintelligible":"no","incident":["misdelivered"],"cause":"internal-non-malicious","data":["basic","economic"],
"people":{"count":1,"groups":["customers"]},"recipients":{"who":"known-untrusted","count":1}}"#;

/// `sluss case … --as WHO` on a register in the folder.
fn case(dir: &Path, who: &str, args: &[&str]) -> Output {
    run(dir, &[&["case", "--register", "r.db", "--as", who], args].concat())
}

/// The same, and it has to end so.
fn ends(dir: &Path, who: &str, args: &[&str], code: i32) -> String {
    let output = case(dir, who, args);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {}{}", stdout(&output), stderr(&output));
    if code == 2 { stderr(&output) } else { stdout(&output) }
}

fn json(dir: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&stdout(&case(dir, "Anna", args))).expect("JSON on stdout")
}

/// A case that was suspected in March, with facts.
fn opened(extra: &[&str]) -> (TempDir, String) {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("facts.json"), FACTS).unwrap();
    let open = ["open", "--title", "Letter", "--suspected", "2026-03-02T09:00", "--facts", "facts.json"];
    let id = ends(dir.path(), "Anna", &[&open, extra].concat(), 1).trim().to_owned();
    (dir, id)
}

#[test]
fn a_case_goes_from_suspicion_to_the_appeal_by_commands_alone() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    let ok = |args: &[&str]| ends(dir, "Anna", args, 0);
    assert!(ends(dir, "Anna", &["aware", &id, "--at", "2026-03-02T08:00", "--reason", "x"], 2).contains("suspicion"));
    assert!(ends(dir, "Anna", &["aware", &id, "--at", "2999-01-01T08:00", "--reason", "x"], 2).contains("future"));
    ok(&["aware", &id, "--at", "2026-03-02T10:00", "--reason", "the recipient rang"]);
    ends(dir, "Anna", &["assess", &id], 1);
    ok(&["conclude", &id, "authority", "yes", "--reasons", "a bank statement"]);
    ok(&["conclude", &id, "people", "yes", "--reasons", "they can check their account"]);
    let file = ["file", &id, "--kind", "incomplete", "--authority", "IMY", "--sent", "2026-03-06T09:00"];
    assert!(ends(dir, "Anna", &file, 2).contains("reasons for the delay"));
    ok(&[&file[..], &["--delay-reason", "the post room was ill"]].concat());
    ok(&["receipt", &id, "IMY-2026-77"]);
    ok(&["erasure", &id, "the recipient", "--sent", "2026-03-06T10:00"]);
    ok(&["escalate", &id, "the recipient", "--to", "her bank", "--reason", "no answer"]);
    let text = "We sent your letter to somebody else. Ring us: 08-465 004 00.";
    ok(&["communicate", &id, "--sent", "2026-03-06T11:00", "--people", "1", "--language", "sv", "--text", text]);
    let decided = ["--decided", "2026-03-19", "--received", "2026-03-20", "--outcome", "reprimand"];
    ok(&[&["decision", &id, "D-1", "--authority", "IMY", "--summary", "x"], &decided[..]].concat());
    ok(&["weigh", &id, "c", "mitigates", "--text", "told at once"]);
    let shown = json(dir, &["show", &id]);
    let duty = |name: &str| {
        let duties = shown["duties"].as_array().unwrap().iter();
        duties.clone().find(|d| d["id"] == name).unwrap_or_else(|| panic!("{name}")).clone()
    };
    assert_eq!(duty("notify-authority")["state"], "done-late");
    assert_eq!(duty("erasure")["due"], "2026-03-08T10:00:00+01:00");
    assert_eq!(duty("appeal")["due"], "2026-04-10T23:59:59+02:00", "three weeks from receipt");
    let frozen = shown["filings"][0]["fields"].to_string();
    assert!(frozen.contains("the post room was ill"), "the reasons for the delay are in the filing");
    assert_eq!(shown["filings"][0]["receipt"], "IMY-2026-77");
    assert_eq!(json(dir, &["statistics", "--year", "2026"])["late"], 1);
    assert_eq!(json(dir, &["factors", &id])["factors"].as_array().unwrap().len(), 11);
    assert!(ends(dir, "Anna", &["calendar"], 0).starts_with("BEGIN:VCALENDAR\r\n"));
    ok(&["export", &id, "-o", "case.zip"]);
    for file in ["case.zip", "r.db"] {
        assert_eq!(run(dir, &["verify", file]).status.code(), Some(0), "{file}");
    }
}

#[test]
fn the_case_in_short_of_the_help_runs_as_it_is_printed() {
    let dir = tempdir().unwrap();
    let dir = dir.path();
    fs::write(dir.join("facts.json"), FACTS).unwrap();
    let help = stdout(&run(dir, &["case", "--help"]));
    let lines: Vec<&str> = help.lines().skip_while(|l| *l != "A case in short:").skip(1).map(str::trim).collect();
    assert!(lines.len() > 6, "{help}");
    let sluss = format!("'{}'", tests::sluss().display());
    let mut id = String::new();
    for line in lines {
        let line = line.replace("sluss case", &format!("{sluss} case --register r.db")).replace("CASE", &id);
        let line = line.replace("&& sluss", &format!("&& {sluss}"));
        let output = Command::new("sh").args(["-c", &line]).current_dir(dir).output().unwrap();
        assert!(output.status.code() < Some(2), "{line}: {}", stderr(&output));
        if id.is_empty() {
            id = stdout(&output).trim().to_owned();
        }
    }
}

#[test]
fn what_is_refused_names_what_would_be_right() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    let refused = |args: &[&str]| ends(dir, "Anna", args, 2);
    ends(dir, "Anna", &["aware", &id, "--at", "2026-03-02T10:00", "--reason", "the recipient rang"], 0);
    let file = ["file", &id, "--authority", "IMY", "--sent", "2026-03-06T09:00"];
    let said = refused(&[&file[..], &["--kind", "complete"]].concat());
    for part in ["`discovered_by` in `sluss case facts CASE facts.json`", "`sluss case item CASE description`"] {
        assert!(said.contains(part), "{said}");
    }
    let late = refused(&[&file[..], &["--kind", "incomplete"]].concat());
    assert!(late.contains("the deadline was 2026-03-05 10:00:00 +01:00"), "{late}");
    let said = refused(&["item", &id, "records-number", "--number", "x"]);
    assert!(said.contains("a number, such as 90000"), "{said}");
    for act in [&["erasure", &id, "the recipient", "--sent"][..], &["tell-controller", &id, "Example Town", "--told"]] {
        let said = refused(&[act, &["2020-01-01T10:00"]].concat());
        assert!(said.contains("before the first suspicion"), "{said}");
    }
    let name: &std::ffi::OsStr = std::os::unix::ffi::OsStrExt::from_bytes(b"Sm\xf6rg");
    let mut command = Command::new(tests::sluss());
    let output = command.args(["--lang", "en", "case", "note", "C"]).arg(name).output().unwrap();
    assert!(stderr(&output).contains("“Sm\u{fffd}rg” is not UTF-8 text"), "{}", stderr(&output));
}

#[test]
fn each_act_answers_in_json_where_that_is_asked_for() {
    let dir = tempdir().unwrap();
    let dir = dir.path();
    let asked = |args: &[&str]| json(dir, &[args, &["--format", "json"]].concat());
    let opened = asked(&["open", "--title", "Letter"]);
    let id = opened["case"].as_str().unwrap();
    let answer = |act: &str, version: u64| serde_json::json!({"schema": "sluss/case-act/1", "act": act, "case": id, "version": version});
    assert_eq!(opened, answer("open", 1));
    assert_eq!(asked(&["note", id, "the recipient rang"]), answer("note", 2));
    assert_eq!(asked(&["export", id, "-o", "case.zip"])["file"], "case.zip");
    assert_eq!((asked(&["settings"]), asked(&["plan"])), (Value::Null, Value::Null));
    assert_eq!(asked(&["list"])[0]["schema"], "sluss/case/1");
    assert_eq!(asked(&["list"])[0]["facts"]["schema"], "sluss/facts/1", "also where no facts are known");
    assert_eq!(asked(&["show", id])["schema"], "sluss/case/1");
    assert_eq!(ends(dir, "Anna", &["note", id, "again"], 0), "");
}

/// What a person at a terminal reads of an assessment: each group's own answer, and what would change the whole's.
#[test]
fn an_assessment_for_a_person_tells_the_groups_and_what_would_change_it() {
    let dir = tempdir().unwrap();
    let groups = r#","subgroups":[{"name":"Barnen","facts":{"people":{"count":1,"groups":["minors"]}}}]}"#;
    fs::write(dir.path().join("facts.json"), format!("{}{groups}", FACTS.strip_suffix('}').unwrap())).unwrap();
    let said = |lang: &str| stdout(&run(dir.path(), &["--lang", lang, "assess", "facts.json", "--format", "human"]));
    let english = said("en");
    assert!(english.contains("\nBarnen\nRisk: "), "{english}");
    assert!(english.contains("What would change the answer:\n  With the answer "), "{english}");
    let (swedish, finnish) = (said("sv"), said("fi"));
    assert!(swedish.contains("Vad som skulle ändra svaret:\n  Med svaret "), "{swedish}");
    assert!(finnish.contains("Mikä muuttaisi vastauksen:\n  Jos "), "{finnish}");
}

/// Nothing found is told from could not look.
#[test]
fn a_register_that_is_not_there_is_no_empty_register() {
    let dir = tempdir().unwrap();
    let dir = dir.path();
    for args in [&["list"][..], &["show", "x"], &["calendar"], &["remind"], &["settings"]] {
        assert!(ends(dir, "Anna", args, 2).contains("there is no register `r.db`"), "{args:?}");
    }
    assert!(!dir.join("r.db").exists(), "looking makes nothing");
    let opened = case(dir, "Anna", &["open", "--title", "Letter"]);
    assert!(stderr(&opened).contains("A new register was made: r.db"), "{}", stderr(&opened));
    assert!(!stderr(&case(dir, "Anna", &["open", "--title", "Letter"])).contains("A new register"), "told once");
}

#[test]
fn a_list_tells_cases_apart_and_names_no_deadline_that_nobody_has_to_keep() {
    let (dir, id) = opened(&["--reference", "R-1"]);
    let dir = dir.path();
    let ok = |args: &[&str]| ends(dir, "Anna", args, 0);
    let controllers = ["--controller", "Example Town", "--controller", "Example Region"];
    let ids = ends(dir, "Anna", &[&["controllers", &id, "--event", "august"], &controllers[..]].concat(), 1);
    ok(&["aware", &id, "--at", "2026-03-02T10:00", "--reason", "the recipient rang"]);
    let line = |id: &str| {
        let list = ok(&["list", "--format", "human"]);
        list.lines().find(|l| l.starts_with(&format!("{id}  "))).unwrap_or_else(|| panic!("{list}")).to_owned()
    };
    let town = line(ids.lines().next().unwrap());
    assert!(town.contains("Letter · R-1 · Example Town  [suspected]"), "{town}");
    assert!(line(&id).contains("notify by: 5 March 2026, 10:00 (UTC+1)"), "{}", line(&id));
    ok(&["conclude", &id, "authority", "yes", "--reasons", "a bank statement"]);
    ok(&["file", &id, "--kind", "incomplete", "--authority", "IMY", "--sent", "2026-03-03T09:00"]);
    assert!(line(&id).contains("[notified]") && !line(&id).contains("notify by"), "{}", line(&id));
}

#[test]
fn a_case_is_opened_where_the_settings_say_that_the_authority_is() {
    let dir = tempdir().unwrap();
    let dir = dir.path();
    let settings =
        "schema = \"sluss/organisation/1\"\nname = \"Example School\"\ncountry = \"FI\"\nlanguages = [\"fi\"]\n";
    fs::write(dir.join("o.toml"), settings).unwrap();
    ends(dir, "Anna", &["settings", "o.toml"], 0);
    let country = |args: &[&str]| {
        let id = ends(dir, "Anna", &[&["open", "--title", "Letter"], args].concat(), 1);
        json(dir, &["show", id.trim()])["country"].clone()
    };
    assert_eq!(country(&[]), "FI");
    assert_eq!(country(&["--country", "SE"]), "SE");
}

/// In the reader's language, and by the clocks of the case.
#[test]
fn what_is_wrong_is_told_without_english_and_in_the_cases_time() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    let said = |lang: &str, args: &[&str]| {
        let all = [&["--lang", lang, "case", "--register", "r.db", "--as", "Anna"], args].concat();
        let output = run(dir, &all);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        stderr(&output)
    };
    let aware = |at: &'static str| ["aware", &id, "--at", at, "--reason", "x"];
    // Whoever knew before the case was opened is led to the time of the suspicion, not to a false awareness.
    for lang in ["en", "sv", "fi"] {
        let early = said(lang, &aware("2026-03-02T08:00"));
        assert!(early.contains("2026-03-02 09:00:00 +01:00"), "{early}");
        assert!(early.contains("`sluss case times CASE --suspected …`"), "{early}");
    }
    assert!(said("sv", &aware("2999-01-01T08:00")).contains("Det ligger i framtiden. Nu är det 2"));
    assert!(said("fi", &aware("eilen")).contains("`eilen` ei ole ajankohta"));
    let decided = ["--decided", "2026-03-19", "--received", "2999-03-20", "--outcome", "reprimand"];
    let decision = [&["decision", &id, "D-1", "--authority", "IMY", "--summary", "x"], &decided[..]].concat();
    assert!(said("sv", &decision).contains("Nu är det 2"));
    let item = |args: &[&str]| said("sv", &[&["item", &id], args].concat());
    assert!(item(&["records-number", "--number", "1.5"]).contains("heltal"));
    assert!(item(&["nosuch", "--text", "x"]).contains("`nosuch` är inget fält i anmälan"));
    let regimes = said("sv", &["regimes", &id, "lex-mary", "--reason", "x"]);
    assert!(regimes.contains("”lex-mary”") && regimes.contains("`lex-maria`"), "{regimes}");
    let digest = "a".repeat(64);
    assert!(said("sv", &["destroy", &digest, "--reason", "x"]).contains("förseglat innehåll"));
    fs::write(
        dir.join("o.toml"),
        "schema = \"sluss/organisation/1\"\nname = \"x\"\ncountry = \"SE\"\n\
        [decides]\nauthority = \"Anna Ek, vd\"\n[[contact]]\nrole = \"dpo\"\nname = \"Nils Exempel\"\n",
    )
    .unwrap();
    assert!(said("sv", &["settings", "o.toml"]).contains("Ingen kontakt har rollen ”Anna Ek, vd”"));
}

const REPORT: &str = r#"{"schema":"sluss/report/1","start":"https://invite.example.com/","service":"Invitations",
"started":"2026-11-20T10:00:00Z","ended":"2026-11-20T10:05:00Z","runs":[],"exchanges":1,"gaps":[],"recipients":[],
"sightings":[],"settings":[],"findings":[{"id":"f1","rule":"before-consent","severity":"high","why":"","sightings":[],
"state":"new"}]}"#;

/// The evidence comes along: the audit stands in the register, and nothing is linked that no audit has.
#[test]
fn a_case_from_a_report_keeps_the_report_and_links_no_finding_that_nobody_has() {
    let dir = tempdir().unwrap();
    let dir = dir.path();
    fs::write(dir.join("report.json"), REPORT).unwrap();
    fs::write(dir.join("summary.json"), r#"{"schema":"sluss/summary/1","sightings":3}"#).unwrap();
    let wrong = ends(dir, "Anna", &["open", "--report", "summary.json"], 2);
    assert!(wrong.contains("this is `sluss/summary/1`, no report of an audit"), "{wrong}");
    let id = ends(dir, "Anna", &["open", "--report", "report.json"], 1).trim().to_owned();
    assert_eq!(json(dir, &["show", &id])["times"]["occurred"]["kind"], "unknown", "an audit does not tell since when");
    let wrong = ends(dir, "Anna", &["link", &id, "nobody"], 2);
    assert!(wrong.contains("no audit in the register has the finding `nobody`") && wrong.contains("f1"), "{wrong}");
    ends(dir, "Anna", &["link", &id, "f1"], 0);
}

/// What the scan counted stands in the case as the scan's, the summary is sealed with it, and nobody's values are in either.
#[test]
fn a_scan_becomes_a_case_with_its_numbers() {
    let dir = tempdir().unwrap();
    let dir = dir.path();
    fs::write(dir.join("people.csv"), "id,role,email,country\np1,patient,klara.ek@example.com,SE\n").unwrap();
    let hit = r#"{"at":"2026-03-01T12:00:00Z","url":"https://www.facebook.com/tr/?id=1&x=klara.ek%40example.com"}"#;
    fs::write(dir.join("t.ndjson"), hit).unwrap();
    let scan = run(dir, &["scan", "t.ndjson", "--people", "people.csv", "--summary", "s.json"]);
    assert_eq!(scan.status.code(), Some(1), "{}", stderr(&scan));
    let id = ends(dir, "Anna", &["open", "--summary", "s.json", "--reference", "R-7"], 1).trim().to_owned();
    let shown = json(dir, &["show", &id]);
    assert_eq!(shown["facts"]["people"]["count"], 1.0, "{shown}");
    assert_eq!(shown["facts"]["people"]["countries"], serde_json::json!({"SE": 1.0}));
    assert_eq!(shown["facts"]["recipients"]["who"], "advertising-platform");
    assert_eq!(
        (&shown["reference"], &shown["times"]["occurred"]["at"]),
        (&"R-7".into(), &"2026-03-01T12:00:00Z".into())
    );
    let from =
        |fact: &str| shown["origins"].as_array().unwrap().iter().any(|o| o["fact"] == fact && o["from"] == "scan");
    assert!(from("people.count") && from("recipients.who"), "{}", shown["origins"]);
    assert!(ends(dir, "Anna", &["sealed", &id], 0).contains("summary.json"));
    assert!(!shown.to_string().contains("klara"));

    fs::write(dir.join("nobody.json"), r#"{"schema":"sluss/report/1","sightings":[]}"#).unwrap();
    let wrong = ends(dir, "Anna", &["open", "--summary", "nobody.json"], 2);
    assert!(wrong.contains("this is `sluss/report/1`, no summary of a scan"), "{wrong}");
    fs::write(dir.join("t.ndjson"), r#"{"url":"https://www.facebook.com/tr/?id=1"}"#).unwrap();
    run(dir, &["scan", "t.ndjson", "--people", "people.csv", "--summary", "none.json"]);
    assert!(ends(dir, "Anna", &["open", "--summary", "none.json"], 2).contains("the scan saw nobody"));
}

#[test]
fn the_settings_fill_the_notification_of_ones_own_case() {
    let dir = tempdir().unwrap();
    let dir = dir.path();
    let settings = "schema = \"sluss/organisation/1\"\nname = \"Example School\"\ncountry = \"SE\"\nidentifier = \"556000-0000\"\n\
                    [[contact]]\nrole = \"dpo\"\nname = \"Nils Exempel\"\nphone = \"08-465 004 00\"\n";
    fs::write(dir.join("o.toml"), settings).unwrap();
    fs::write(dir.join("ours.json"), FACTS).unwrap();
    fs::write(dir.join("theirs.json"), FACTS.replacen('{', "{\"role\":\"processor\",", 1)).unwrap();
    ends(dir, "Anna", &["settings", "o.toml"], 0);
    let items = |facts: &str| {
        let id = ends(dir, "Anna", &["open", "--title", "Letter", "--facts", facts], 1);
        json(dir, &["show", id.trim()])["items"].clone()
    };
    let ours = items("ours.json");
    let text = |item: &str| ours[item]["text"]["private"].as_str().unwrap_or_default().to_owned();
    assert_eq!(text("controller-name-contact"), "Example School");
    assert_eq!(text("controller-identifier"), "556000-0000");
    assert_eq!(text("dpo-contact"), "Nils Exempel, 08-465 004 00");
    assert_eq!(items("theirs.json"), serde_json::json!({}), "the controller is another");
}

/// What a person compares by hand stands in the words, not in the JSON only.
#[test]
fn a_verification_names_the_key_the_time_the_case_and_what_was_destroyed() {
    let (dir, id) = opened(&["--note", "Nils Exempel rang"]);
    let dir = dir.path();
    let sealed = json(dir, &["sealed", &id]);
    let note = sealed.as_array().unwrap().iter().find(|s| s["name"].as_str().unwrap().ends_with("/note")).unwrap();
    ends(dir, "Anna", &["destroy", note["digest"].as_str().unwrap(), "--reason", "asked for"], 0);
    ends(dir, "Anna", &["export", &id, "-o", "case.zip"], 0);
    let bundle = run(dir, &["verify", "case.zip"]);
    let verdict: Value = serde_json::from_str(&stdout(&bundle)).unwrap();
    let said = stderr(&bundle);
    for part in
        [&*format!("Evidence of: case {id}"), verdict["signer"]["fingerprint"].as_str().unwrap(), " UTC by the clock"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = stdout(&run(dir, &["verify", "r.db", "--format", "human"]));
    assert!(said.contains("with a reason in the log: 1."), "{said}");
}

#[test]
fn a_list_for_programs_tells_the_deadline_that_people_are_shown() {
    let (dir, id) = opened(&[]);
    ends(dir.path(), "Anna", &["aware", &id, "--at", "2026-03-02T10:00", "--reason", "the recipient rang"], 0);
    assert_eq!(json(dir.path(), &["list"])[0]["deadline"], "2026-03-05T10:00:00+01:00");
}

/// The newest entries can be cut off without a trace in the chain; an export kept elsewhere shows it.
#[test]
fn a_register_is_compared_with_an_earlier_export() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    fs::copy(dir.join("r.db"), dir.join("cut.db")).unwrap();
    ends(dir, "Anna", &["note", &id, "seen by two"], 0);
    ends(dir, "Anna", &["export", "-o", "all.zip"], 0);
    let since = |file: &str, export: &str| run(dir, &["verify", file, "--since", export, "--format", "human"]);
    assert_eq!(since("r.db", "all.zip").status.code(), Some(0));
    assert_eq!(run(dir, &["verify", "cut.db"]).status.code(), Some(0), "by itself it holds");
    let cut = since("cut.db", "all.zip");
    assert_eq!(cut.status.code(), Some(1));
    assert!(stdout(&cut).contains("does not go on from the earlier export"), "{}", stdout(&cut));
    assert_eq!(since("r.db", "r.db").status.code(), Some(2));
    assert_eq!(since("all.zip", "all.zip").status.code(), Some(2));
}

/// What is refused leaves no register behind.
#[test]
fn a_refused_opening_writes_nothing() {
    let dir = tempdir().unwrap();
    let refused = case(dir.path(), "Anna", &["open", "--title", "x", "--suspected", "2999-01-01T08:00"]);
    assert_eq!(refused.status.code(), Some(2), "{}", stderr(&refused));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn a_port_that_is_taken_is_the_users_to_change() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let (dir, at) = (tempdir().unwrap(), taken.local_addr().unwrap());
    for args in
        [&["serve", "--register", "r.db", "--bind", &at.to_string()][..], &["lab", "--port", &at.port().to_string()]]
    {
        let output = run(dir.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", stderr(&output));
        assert!(stderr(&output).contains("0: a free port"), "{}", stderr(&output));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0, "nothing is left behind");
    }
}

#[test]
fn a_letter_is_kept_with_what_it_lacks_and_how_plain_it_is() {
    let (dir, id) = opened(&[]);
    let hard = "Personuppgiftsincidentens konsekvenser beträffande konfidentialiteten föranleder informationsskyldighet \
                gentemot samtliga registrerade vilkas kontaktuppgifter obehörigen vidarebefordrats till utomstående \
                mottagare, såvida inte säkerhetsåtgärderna dessförinnan vidtagits eller uppgifternas obegriplighet för \
                mottagaren säkerställts";
    let kept = |text: &str| {
        let args = ["draft", &id, "--language", "sv", "--happened", text, "--contact", "Ring 08-465 004 00."];
        let output = case(dir.path(), "Anna", &args);
        assert_eq!(output.status.code(), Some(0), "whatever it is like, it is kept");
        stderr(&output)
    };
    let said = kept("Ett brev gick fel.");
    assert!(said.contains("still lacks: What it may mean for you; What we have done; What you can do"), "{said}");
    assert!(said.contains("Too short to say how plain the language is."), "{said}");
    assert!(kept(hard).contains("hard to read"));
}

/// Art. 34(2): all five parts, and who sends it; then it is no draft.
#[test]
fn a_letter_is_marked_until_it_is_approved_and_comes_as_files() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    let ok = |args: &[&str]| ends(dir, "Anna", args, 0);
    let parts = ["--happened", "a", "--consequences", "b", "--measures", "c", "--advice", "d", "--contact", "e"];
    ok(&[&["draft", &id, "--language", "en"][..], &parts].concat());
    assert!(ends(dir, "Anna", &["approve-draft", &id], 2).contains("`controller-name-contact`"));
    ok(&["item", &id, "controller-name-contact", "--text", "Example Care AB"]);
    ok(&["item", &id, "dpo-contact", "--text", "Berit Lund"]);
    let text = |name: &str| {
        ok(&["letter", &id, "-o", name]);
        fs::read_to_string(dir.join(name)).unwrap()
    };
    assert!(text("a.txt").contains("Draft, not approved"));
    ok(&["approve-draft", &id]);
    let real = text("b.txt");
    assert!(!real.contains("Draft") && real.contains("{{name}}") && real.contains("From: Example Care AB"), "{real}");
    assert!(text("b.html").contains("<html lang=\"en\">"));
    assert_eq!(text("b.csv"), "name,address,postal_code,city,email\r\n");
    ok(&["letter", &id, "-o", "b.pdf"]);
    assert!(ends(dir, "Anna", &["letter", &id, "-o", "b.doc"], 2).contains(".pdf, .txt, .html, .csv"));
    assert!(ends(dir, "Anna", &["letter", &id, "--draft", "7", "-o", "b.txt"], 2).contains("no such letter"));
}

/// A closed list is told with its labels where the answer is none of them.
#[test]
fn an_answer_that_cannot_be_one_is_refused_with_what_can() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    let wrong = |args: &[&str]| ends(dir, "Anna", &[&["item", &id], args].concat(), 2);
    assert!(wrong(&["severity", "--text", "bad"]).contains("minor (Minor), moderate (Moderate), severe (Severe)"));
    let swedish = wrong(&["severity", "--text", "bad", "--lang", "sv"]);
    assert!(swedish.contains("moderate (") && !swedish.contains("Moderate"), "{swedish}");
    assert!(wrong(&["told-by-other-at", "--text", "2026-02-30"]).contains("28 days"));
    assert!(wrong(&["attachments", "--file", "log.txt"]).contains("no file `log.txt`"));
    fs::write(dir.join("log.txt"), "line").unwrap();
    ends(dir, "Anna", &["attach", &id, "log.txt", "--what", "the log"], 0);
    ends(dir, "Anna", &["item", &id, "attachments", "--file", "log.txt"], 0);
    let shown = json(dir, &["show", &id]);
    assert_eq!(shown["items"]["attachments"]["files"][0], shown["attachments"][0]["digest"]);
}

#[test]
fn the_timeline_tells_a_first_notification_from_those_that_follow() {
    let (dir, id) = opened(&[]);
    let ok = |args: &[&str]| ends(dir.path(), "Anna", args, 0);
    ok(&["aware", &id, "--at", "2026-03-02T10:00", "--reason", "the recipient rang"]);
    ok(&["conclude", &id, "authority", "yes", "--reasons", "a bank statement"]);
    let file = |kind, sent| ok(&["file", &id, "--kind", kind, "--authority", "IMY", "--sent", sent]);
    file("incomplete", "2026-03-03T09:00");
    file("follow-up", "2026-03-04T09:00");
    let why = ["--withdrawal-reason", "the letter was never opened"];
    let withdrawal = ["file", &id, "--kind", "withdrawal", "--authority", "IMY", "--sent", "2026-03-05T09:00"];
    ok(&[&withdrawal[..], &why].concat());
    let told = ok(&["timeline", &id, "--format", "human"]);
    for line in ["Notification sent, to be completed", "Follow-up sent", "Notification withdrawn"] {
        assert_eq!(told.matches(line).count(), 1, "{line}: {told}");
    }
}

#[test]
fn a_role_that_does_not_allow_an_act_refuses_it_and_the_log_holds_no_name() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    assert!(ends(dir, "Berit Example", &["note", &id, "x"], 2).contains("no user"));
    ends(dir, "Anna", &["user", "Berit Example", "--role", "handler"], 0);
    ends(dir, "Berit Example", &["note", &id, "the envelope was mine"], 0);
    let conclude = ["conclude", &id, "authority", "yes", "--reasons", "x"];
    assert!(ends(dir, "Berit Example", &conclude, 2).contains("decider"));
    assert!(ends(dir, "Berit Example", &["user", "Carl", "--role", "owner"], 2).contains("owner"));
    assert!(ends(dir, "Anna", &["user", "Anna", "--role", "reader"], 2).contains("themselves"));
    let actors: Vec<Value> = json(dir, &["show", &id])["history"].as_array().unwrap().clone();
    assert!(actors.iter().all(|h| h["by"].as_str().unwrap().starts_with("u-")), "{actors:?}");
}

#[test]
fn destroyed_text_is_gone_and_the_chain_stays() {
    let (dir, id) = opened(&["--note", "Nils Exempel rang"]);
    let dir = dir.path();
    let sealed = json(dir, &["sealed", &id]);
    let note = sealed.as_array().unwrap().iter().find(|s| s["name"].as_str().unwrap().ends_with("/note")).unwrap();
    let digest = note["digest"].as_str().unwrap().to_owned();
    assert!(ends(dir, "Anna", &["destroy", &digest, "--reason", " "], 2).contains("reason"));
    assert!(ends(dir, "Anna", &["destroy", "abc", "--reason", "x"], 2).contains("64"));
    ends(dir, "Anna", &["destroy", &digest, "--reason", "asked for by the person"], 0);
    assert!(!json(dir, &["show", &id]).to_string().contains("Nils"));
    assert_eq!(run(dir, &["verify", "r.db"]).status.code(), Some(0));
}

#[test]
fn a_report_by_mail_becomes_a_suspicion_and_is_sealed() {
    let dir = tempdir().unwrap();
    let dir = dir.path();
    let mail = "From: Nils Exempel <nils@example.com>\r\nTo: dso@example.se\r\nSubject: =?utf-8?q?L=C3=A4cka?=\r\n\
                Message-ID: <1@example.com>\r\nDate: Mon, 02 Mar 2026 09:00:00 +0100\r\n\r\nMin granne fick mitt brev.\r\n";
    fs::write(dir.join("m.eml"), mail).unwrap();
    let id = ends(dir, "Anna", &["report", "--mail", "m.eml"], 1).trim().to_owned();
    let shown = json(dir, &["show", &id]);
    assert_eq!(shown["times"]["suspected"], "2026-03-02T08:00:00Z");
    let (title, note) = (shown["title"].as_str().unwrap(), shown["note"]["private"].as_str().unwrap());
    assert!(title.contains("2026") && !title.contains("Läcka"), "a title stands for ever: {title}");
    assert!(note.contains("Läcka") && note.contains("Min granne fick mitt brev."), "{note}");
    assert_eq!(shown["attachments"][0]["name"], "report.eml");
    assert!(shown["times"]["aware"].is_null(), "a report is no awareness");
    ends(dir, "Anna", &["assess", &id], 1);
    assert!(ends(dir, "Anna", &["report", "--mail", "m.eml"], 2).contains(&id), "the same mail is the same case");
    for (name, bytes) in
        [("empty.eml", &b""[..]), ("noise.eml", &[0, 255, 13, 10, 13, 10, 7]), ("text.eml", b"hello\n")]
    {
        fs::write(dir.join(name), bytes).unwrap();
        assert!(ends(dir, "Anna", &["report", "--mail", name], 2).contains(name));
    }
    assert_eq!(json(dir, &["list"]).as_array().unwrap().len(), 1, "nothing half-written");
}

#[test]
fn a_drill_runs_on_its_own_clock_and_ends_with_a_note() {
    let (dir, id) = opened(&["--exercise"]);
    let dir = dir.path();
    ends(dir, "Anna", &["aware", &id, "--at", "2026-03-02T10:00", "--reason", "x"], 0);
    ends(dir, "Anna", &["clock", &id, "--to", "2099-03-02T10:00"], 0);
    ends(dir, "Anna", &["note", &id, "Call the deputy first."], 0);
    let note = json(dir, &["after-action", &id]);
    assert_eq!(note["schema"], "sluss/after-action/1");
    assert!(note["notes"].to_string().contains("deputy") && note["open"].as_u64().unwrap() > 0);
    let year = json(dir, &["statistics"]);
    assert_eq!((&year["cases"], &year["drills"]), (&0.into(), &1.into()));
    for said in [&["list"][..], &["show", &id], &["timeline", &id]] {
        let said = ends(dir, "Anna", &[said, &["--format", "human"]].concat(), 0);
        assert!(said.contains("Exercise: Letter"), "{said}");
    }
}

#[test]
fn one_event_gives_each_controller_a_clock_of_its_own() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    let args =
        ["controllers", &id, "--event", "august", "--controller", "Example Town", "--controller", "Example Region"];
    let opened = ends(dir, "Anna", &args, 1);
    let ids: Vec<&str> = opened.lines().collect();
    assert_eq!(ids.len(), 2);
    // Later than the event was first suspected, before the case was opened.
    ends(dir, "Anna", &["aware", ids[0], "--at", "2026-03-02T10:00", "--reason", "the processor wrote"], 0);
    let all = json(dir, &["list"]);
    let all = all.as_array().unwrap();
    assert!(all.iter().all(|c| c["event"] == "august"));
    let aware: Vec<&Value> = all.iter().filter(|c| !c["times"]["aware"].is_null()).map(|c| &c["id"]).collect();
    assert_eq!(aware, [ids[0]], "each has a clock of its own");
}

#[test]
fn reminders_go_out_once_by_mail_and_webhook() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    ends(dir, "Anna", &["aware", &id, "--at", "2026-03-02T10:00", "--reason", "x"], 0);
    let (smtp, mails) = sink(Sink::Mail, None);
    let (hook, posts) = sink(Sink::Web, None);
    let settings = format!(
        "schema = \"sluss/organisation/1\"\nname = \"Example School\"\ncountry = \"SE\"\nlanguages = [\"sv\"]\n\
         [reminders]\nemail = [\"dso@example.se\"]\nwebhook = \"http://127.0.0.1:{hook}/hook\"\n\
         [reminders.smtp]\nhost = \"127.0.0.1\"\nport = {smtp}\nfrom = \"sluss@example.se\"\n"
    );
    fs::write(dir.join("o.toml"), &settings).unwrap();
    ends(dir, "Anna", &["settings", "o.toml"], 0);
    let round = |dir: &Path, [queued, sent, failed, waiting]: [u32; 4], why: &[&str]| {
        let told = json(dir, &["remind"]);
        let wanted =
            serde_json::json!({"queued": queued, "sent": sent, "failed": failed, "waiting": waiting, "why": why});
        assert_eq!(told, wanted);
    };
    round(dir, [2, 2, 0, 0], &[]);
    let mail = mails.recv().unwrap();
    assert!(mail.contains("Message-ID: <") && mail.contains(&id) && !mail.contains("Letter"), "{mail}");
    let post = posts.recv().unwrap();
    assert!(post.contains("idempotency-key") && post.contains("notify-authority"), "{post}");
    assert_eq!(json(dir, &["remind"])["queued"], 0, "once");
    // A relay that is down: tried again later, nothing lost, exit 1.
    fs::write(dir.join("o.toml"), settings.replace(&smtp.to_string(), "1").replace("dso@", "vd@")).unwrap();
    ends(dir, "Anna", &["settings", "o.toml"], 0);
    ends(dir, "Anna", &["erasure", &id, "meta", "--sent", "2026-03-02T10:00"], 0);
    round(dir, [2, 1, 1, 1], &["the mail server cannot be reached"]);
    // Nothing is tried again so soon, and it waits all the same.
    round(dir, [0, 0, 0, 1], &["the mail server cannot be reached"]);
    ends(dir, "Anna", &["remind"], 1);
    // What could never arrive is refused when it is asked for.
    for (right, wrong) in [("dso@example.se", "not an address"), ("[reminders.smtp]\nhost", "[reminders.none]\nhost")] {
        fs::write(dir.join("o.toml"), settings.replace(right, wrong)).unwrap();
        ends(dir, "Anna", &["settings", "o.toml"], 2);
    }
}

/// Nothing that is said beside a report is dropped.
#[test]
fn a_case_from_a_report_keeps_what_is_said_with_it() {
    let dir = tempdir().unwrap();
    let report = r#"{"schema":"sluss/report/1","started":"2026-03-02T10:00:00Z","ended":"2026-03-02T11:00:00Z",
        "start":"https://invite.example.se/","runs":[],"exchanges":0,"gaps":[],"recipients":[],"sightings":[],"settings":[],
        "findings":[{"id":"f1","rule":"new-recipient","severity":"high","why":"seen","sightings":[],"state":"new"}]}"#;
    fs::write(dir.path().join("report.json"), report).unwrap();
    fs::write(dir.path().join("facts.json"), FACTS).unwrap();
    let said = ["--title", "My own", "--note", "by phone", "--reference", "R-7", "--country", "FI"];
    let known = ["--facts", "facts.json", "--suspected", "2026-03-01T09:00"];
    let id = ends(dir.path(), "Anna", &[&["open", "--report", "report.json"][..], &said, &known].concat(), 1);
    let shown = ends(dir.path(), "Anna", &["show", id.trim(), "--format", "json"], 0);
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(
        (&shown["title"], &shown["reference"], &shown["country"]),
        (&"My own".into(), &"R-7".into(), &"FI".into())
    );
    assert_eq!(shown["times"]["suspected"], "2026-03-01T07:00:00Z");
    assert_eq!((&shown["note"]["private"], &shown["findings"][0]), (&"by phone".into(), &"f1".into()));
    assert!(!shown["facts"]["data"].is_null(), "the facts given are kept");
    let again = case(dir.path(), "Anna", &[&["open", "--report", "report.json"][..], &said].concat());
    assert_eq!(again.status.code(), Some(2), "{}", stdout(&again));
    assert!(stderr(&again).contains(id.trim()), "the case that holds it is named");
    assert_eq!(ends(dir.path(), "Anna", &["open", "--report", "report.json"], 1).trim(), id.trim());
}

/// An act of the case is no content to be destroyed.
#[test]
fn acts_stay_and_texts_go() {
    let (dir, id) = opened(&["--note", "seen by Nils"]);
    let sealed: serde_json::Value =
        serde_json::from_str(&ends(dir.path(), "Anna", &["sealed", &id, "--format", "json"], 0)).unwrap();
    let of = |kind: &str| {
        let row = sealed.as_array().unwrap().iter().find(|row| row["kind"] == kind).unwrap();
        row["digest"].as_str().unwrap().to_owned()
    };
    ends(dir.path(), "Anna", &["destroy", &of("act"), "--reason", "the wrong line"], 2);
    ends(dir.path(), "Anna", &["destroy", &of("text"), "--reason", "asked for"], 0);
    ends(dir.path(), "Anna", &["show", &id], 0);
}

/// Each in the reader's language; what is named can be done.
#[test]
fn a_case_is_not_closed_over_a_duty_and_goes_to_no_strange_authority() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    let ok = |args: &[&str]| ends(dir, "Anna", args, 0);
    ok(&["aware", &id, "--at", "2026-03-02T10:00", "--reason", "the recipient rang"]);
    let banana = ["file", &id, "--kind", "incomplete", "--authority", "Banana", "--sent", "2026-03-03T09:00"];
    assert!(ends(dir, "Anna", &banana, 2).contains("IMY"));
    ok(&["conclude", &id, "authority", "no", "--reasons", "r"]);
    ok(&["conclude", &id, "people", "no", "--reasons", "r"]);
    let close = |lang: &str| ends(dir, "Anna", &["close", &id, "--reason", "done", "--lang", lang], 2);
    assert!(close("en").contains("Document the breach (say what was breached"), "{}", close("en"));
    assert!(close("sv").contains("Dokumentera incidenten (ange vad"), "{}", close("sv"));
    assert!(close("fi").contains("Dokumentoi loukkaus (kerro"), "{}", close("fi"));
    ok(&["item", &id, "likely-consequences", "--text", "none"]);
    ok(&["measure", &id, "m", "--what", "fetched it", "--owner", "Anna"]);
    ok(&["measure-done", &id, "m", "--done", "2026-03-03T09:00", "--proof", "receipt"]);
    ok(&["close", &id, "--reason", "done"]);
}

/// Wherever the clock is shown, what speaks against it stands beside it.
#[test]
fn what_speaks_against_the_clock_is_shown_with_it() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    let ok = |args: &[&str]| ends(dir, "Anna", args, 0);
    fs::write(dir.join("p.json"), FACTS.replace("{\"schema\"", "{\"discovered_by\":\"processor\",\"schema\"")).unwrap();
    ok(&["facts", &id, "p.json"]);
    ok(&["aware", &id, "--at", "2026-03-02T10:00", "--reason", "their mail was read"]);
    ok(&["item", &id, "told-by-other-at", "--text", "2026-02-27 09:00"]);
    assert_eq!(json(dir, &["show", &id])["cautions"][0]["id"], "told-earlier");
    for look in [&["show", &id][..], &["list"], &["timeline", &id]] {
        let seen = ok(&[look, &["--format", "human"]].concat());
        assert!(seen.contains("The processor told you on Friday 27 February 2026, 09:00 (UTC+1)"), "{seen}");
    }
    let seen = ok(&["show", &id, "--format", "human", "--lang", "fi"]);
    assert!(seen.contains("2.3.2026 klo 10.00 (UTC+1)") && !seen.contains("2026-03-02"), "{seen}");
    let seen = ok(&["show", &id, "--format", "human", "--lang", "sv"]);
    assert!(seen.contains("Personuppgiftsbiträdet underrättade er fredag 27 februari 2026 kl. 09.00"), "{seen}");
}

/// In whichever language it was made.
#[test]
fn a_draft_is_no_letter_that_went_out() {
    let (dir, id) = opened(&[]);
    let dir = dir.path();
    let parts = ["--happened", "a", "--consequences", "b", "--measures", "c", "--advice", "d"];
    let marks = [
        ("en", "Draft, not approved", "[to be filled in: who"),
        ("sv", "Utkast, inte godkänt", "[fylls i: vem"),
        ("fi", "Luonnos, ei hyväksytty", "[täydennettävä: kuka"),
    ];
    for (lang, mark, place) in marks {
        ends(dir, "Anna", &[&["draft", &id, "--language", lang][..], &parts].concat(), 0);
        ends(dir, "Anna", &["letter", &id, "-o", "l.txt"], 0);
        let told = ["communicate", &id, "--sent", "2026-03-03T10:00", "--language", lang, "--text-file", "l.txt"];
        let said = ends(dir, "Anna", &told, 2);
        assert!(said.contains(mark) && said.contains(place), "{said}");
    }
}

#[test]
fn notes_at_the_same_time_are_all_kept() {
    let (dir, id) = opened(&[]);
    let note = |n: usize| case(dir.path(), "Anna", &["note", &id, &format!("note {n}")]).status.code();
    let ends: Vec<_> = std::thread::scope(|s| {
        let all: Vec<_> = (0..6)
            .map(|n| {
                s.spawn({
                    let note = &note;
                    move || note(n)
                })
            })
            .collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(ends, [Some(0); 6]);
    let history = json(dir.path(), &["show", &id])["history"].as_array().unwrap().clone();
    assert_eq!(history.iter().filter(|h| h["act"] == "note").count(), 6);
}
