use crate::{names, run, stderr};
use std::fs;
use tempfile::tempdir;

/// Exit 2, every phrase in what is said, no stack trace, nothing left behind but what was there.
fn refused(files: &[(&str, &str)], args: &[&str], phrases: &[&str]) {
    let dir = tempdir().unwrap();
    for (name, text) in files {
        fs::write(dir.path().join(name), text).unwrap();
    }
    let before = names(dir.path());
    let output = run(dir.path(), args);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{args:?} said: {said}");
    for phrase in phrases {
        assert!(said.contains(phrase), "{args:?} does not say `{phrase}`: {said}");
    }
    assert!(!said.contains("panicked"), "{said}");
    let after: Vec<String> = names(dir.path()).into_iter().filter(|n| n != "data" && n != "xdg").collect();
    assert_eq!(after, before, "{args:?} left something behind");
}

#[test]
fn an_option_without_a_value_or_with_another_kind_of_one_says_what_it_takes() {
    refused(&[], &["scan", "--summary"], &["--summary <FILE>", "needs a value"]);
    refused(&[], &["scan", "--depth", "x", "f"], &["“x”", "a whole number"]);
    refused(&[], &["scan", "--depth", "300", "f"], &["“300”", "right: 0–"]);
}

#[test]
fn an_option_given_twice_a_path_of_no_browser_and_mail_without_a_server_are_told() {
    refused(&[], &["audit", "https://a.example/", "--pages", "2", "--pages", "3"], &["--pages", "more than once"]);
    let chromium = ["audit", "https://a.example/", "--out", "o", "--chromium", "/bin/false"];
    refused(&[], &chromium, &["/bin/false", "SLUSS_CHROMIUM"]);
    let watch = ["watch", "https://a.example/", "--once", "--state", "s", "--mail", "dpo@a.example"];
    refused(&[], &watch, &["no mail server", "SLUSS_SMTP"]);
}

#[test]
fn a_declaration_with_an_unknown_key_names_line_and_cure() {
    let toml = "[service]\nname = \"x\"\ncontroler = \"Example Care AB\"\nstart = \"https://a.example/\"\nfirst_party = [\"a.example\"]\n";
    refused(&[("sluss.toml", toml)], &["audit", "sluss.toml"], &["sluss.toml:3", "controler", "controller"]);
}

#[test]
fn a_declaration_that_is_no_toml_names_the_line() {
    refused(&[("sluss.toml", "[service]\nname = \n")], &["audit", "sluss.toml"], &["sluss.toml:2"]);
}

#[test]
fn an_unknown_vendor_is_refused_with_the_nearest() {
    let toml = "[service]\nname = \"x\"\ncontroller = \"c\"\nstart = \"https://a.example/\"\nfirst_party = [\"a.example\"]\n\n[[zone]]\nname = \"all\"\npages = [\"/*\"]\n\n[[zone.recipient]]\nvendor = \"mata\"\n";
    refused(&[("sluss.toml", toml)], &["audit", "sluss.toml"], &["mata", "meta"]);
}

#[test]
fn a_missing_journey_file_is_named() {
    let toml = "[service]\nname = \"x\"\ncontroller = \"c\"\nstart = \"https://a.example/\"\nfirst_party = [\"a.example\"]\n\n[[journey]]\nname = \"j\"\nrecording = \"gone.json\"\n";
    refused(&[("sluss.toml", toml)], &["audit", "sluss.toml"], &["gone.json"]);
}

#[test]
fn an_unknown_step_in_a_recording_is_named_with_its_line() {
    let json = "{\n  \"title\": \"t\",\n  \"steps\": [\n    {\"type\": \"navigate\", \"url\": \"https://a.example/\"},\n    {\"type\": \"clikc\", \"selectors\": [[\"#a\"]]}\n  ]\n}\n";
    refused(
        &[("j.json", json)],
        &["audit", "https://a.example/", "--recording", "j.json"],
        &["j.json:5", "clikc", "click"],
    );
}

#[test]
fn a_target_that_is_neither_address_nor_file_is_explained() {
    refused(&[], &["audit", "invite.example.se"], &["https://invite.example.se"]);
    refused(&[], &["audit", "htp://invite.example.se/"], &["https://invite.example.se/"]);
}

/// Where nobody listens.
fn nobody() -> String {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    taken.local_addr().unwrap().to_string()
}

#[test]
fn an_unreachable_host_is_told_as_such() {
    let nobody = nobody();
    let url = format!("https://{nobody}/");
    refused(&[], &["audit", &url, "--out", "o", "--consent", "none"], &[&nobody, "REFUSED", "--resolve"]);
}

#[test]
fn no_chromium_tells_how_to_get_it() {
    let args = ["audit", "https://a.example/", "--out", "o", "--chromium", "/nonexistent/chromium"];
    refused(&[], &args, &["/nonexistent/chromium", "apt-get install chromium"]);
}

#[test]
fn sending_forms_needs_a_yes() {
    refused(&[], &["audit", "https://a.example/", "--mode", "submit"], &["--yes"]);
}

#[test]
fn a_bad_people_row_is_named_by_line_and_reason() {
    let csv = "id,role,email\np1,user,anna@example.com\np1,user,bo@example.com\n";
    let files = [("people.csv", csv), ("t.ndjson", "{\"url\":\"https://a.example/\"}\n")];
    refused(&files, &["scan", "t.ndjson", "--people", "people.csv"], &["people.csv:3"]);
}

#[test]
fn a_quotation_mark_left_open_in_a_list_is_named_by_its_line() {
    let csv = "id,email,address\np1,bo@example.org,\"Storgatan 1\np2,anna@example.org,Ringleden 2\n";
    let files = [("people.csv", csv), ("t.ndjson", "{\"url\":\"https://a.example/?e=anna%40example.org\"}\n")];
    let phrases = ["people.csv:2", "quotation mark"];
    refused(&files, &["scan", "t.ndjson", "--people", "people.csv"], &phrases);
    refused(&files, &["scan", "t.ndjson", "--people", "people.csv", "--join", "reverse"], &phrases);
    refused(&files, &["index", "people.csv", "-o", "people.slx"], &phrases);
}

#[test]
fn where_nothing_can_be_written_nothing_is_read() {
    let files = [
        ("people.csv", "id,email\np1,anna@example.com\n"),
        ("t.ndjson", "{\"url\":\"https://a.example/?e=anna%40example.com\"}\n"),
    ];
    let scan = |more: [&str; 2], phrase: &str| {
        let args = ["scan", "t.ndjson", "--people", "people.csv", "--lang", "sv"];
        refused(&files, &[&args[..], &more].concat(), &[more[1], phrase]);
    };
    scan(["--summary", "gone/s.json"], "mappen finns inte");
    scan(["--plot", "gone/m.svg"], "mappen finns inte");
    scan(["--summary", "."], "det är en mapp");
    scan(["--plot", "t.ndjson/m.svg"], "är en fil");
    refused(&files, &["index", "people.csv", "-o", "gone/people.slx"], &["gone/people.slx", "folder"]);
    let out = crate::run(tempdir().unwrap().path(), &["index", "p", "-o", "gone/p", "--lang", "fi"]);
    assert!(stderr(&out).contains("kansiota ei ole"), "{}", stderr(&out));
}

#[test]
fn the_key_of_an_index_goes_with_an_index_only() {
    let files = [("people.csv", "id,email\np1,a@example.com\n"), ("t.ndjson", "{}\n"), ("k", "x")];
    refused(&files, &["scan", "t.ndjson", "--people", "people.csv", "--key", "k"], &["--key", "--people"]);
    refused(&files, &["scan", "t.ndjson", "--unknown", "--key", "k"], &["--index"]);
}

#[test]
fn an_unknown_people_column_is_named_with_the_nearest() {
    let files = [("people.csv", "id,emial\np1,anna@example.com\n"), ("t.ndjson", "{\"url\":\"https://a.example/\"}\n")];
    refused(&files, &["scan", "t.ndjson", "--people", "people.csv"], &["people.csv:1", "emial", "email"]);
}

#[test]
fn a_people_value_never_stands_in_an_error() {
    let csv = "id,email\np1,not-an-address-of-klara\n";
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("people.csv"), csv).unwrap();
    fs::write(dir.path().join("t.ndjson"), "{\"url\":\"https://a.example/\"}\n").unwrap();
    let output = run(dir.path(), &["scan", "t.ndjson", "--people", "people.csv"]);
    assert!(!stderr(&output).contains("klara"), "{}", stderr(&output));
}

#[test]
fn a_har_that_is_cut_is_refused() {
    let files = [
        ("people.csv", "id,email\np1,anna@example.com\n"),
        ("x.har", "{\"log\": {\"version\": \"1.2\", \"entries\": ["),
    ];
    refused(&files, &["scan", "x.har", "--people", "people.csv"], &["x.har"]);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    refused(
        &[("people.csv", "id,email\np1,a@example.com\n")],
        &["scan", "gone.har", "--people", "people.csv"],
        &["gone.har"],
    );
}

#[test]
fn facts_with_an_unknown_word_are_refused_with_the_nearest() {
    let facts = "{\"schema\":\"sluss/facts/1\",\"nature\":[\"confidentialty\"]}";
    refused(&[("f.json", facts)], &["assess", "f.json"], &["nature", "confidentialty", "confidentiality"]);
}

#[test]
fn facts_with_an_impossible_number_are_refused_with_the_field() {
    let facts = "{\"schema\":\"sluss/facts/1\",\"nature\":[\"confidentiality\"],\"people\":{\"count\":-3}}";
    refused(&[("f.json", facts)], &["assess", "f.json"], &["people.count"]);
}

#[test]
fn an_unknown_country_and_an_impossible_time_are_refused() {
    refused(&[], &["deadline", "--aware", "2026-04-02T18:20+02:00", "--country", "XX"], &["XX"]);
    refused(&[], &["deadline", "--aware", "2026-02-30T18:20+02:00"], &["2026-02-30"]);
}

#[test]
fn a_foreign_file_is_no_bundle() {
    refused(&[("b.zip", "PK not really")], &["verify", "b.zip"], &["b.zip"]);
}

#[test]
fn values_are_revealed_to_a_terminal_only() {
    let files = [("people.csv", "id,email\np1,a@example.com\n"), ("t.ndjson", "{\"url\":\"https://a.example/\"}\n")];
    refused(&files, &["scan", "t.ndjson", "--people", "people.csv", "--reveal"], &["--reveal", "terminal"]);
}

#[test]
fn a_missing_journey_is_told_with_the_nearest_file_and_an_unknown_name_with_the_known_ones() {
    let toml = "[service]\nname = \"x\"\ncontroller = \"c\"\nstart = \"https://a.example/\"\nfirst_party = [\"a.example\"]\n\n[[journey]]\nname = \"j\"\nrecording = \"invit.json\"\n";
    let files = [("sluss.toml", toml), ("invite.json", "{}")];
    refused(&files, &["audit", "sluss.toml"], &["sluss.toml:9", "invit.json", "invite.json"]);
    refused(&[], &["audit", "https://a.example/", "--journey", "invte"], &["invte", "explore"]);
}

#[test]
fn a_filter_list_without_hosts_is_refused_with_what_would_be_right() {
    let files = [("list.txt", "! only words\n##.banner\n")];
    let args = ["audit", "https://a.example/", "--filter-list", "list.txt"];
    refused(&files, &args, &["list.txt:1", "||tracker.example^"]);
}

#[test]
fn a_host_that_cannot_be_reached_is_told_through_the_proxy_too() {
    let nobody = nobody();
    let url = format!("http://{nobody}/");
    let args = ["audit", &url, "--out", "o", "--consent", "none", "--proxy"];
    refused(&[], &args, &[&nobody, "Connection refused"]);
}

#[test]
fn arguments_that_cannot_be_read_are_told_in_the_readers_language() {
    refused(&[], &["scan", "--lang", "sv"], &["fel: Saknas: ", "<FILES>"]);
    refused(&[], &["scan", "x", "--people", "p", "--format", "pdf", "--lang=fi"], &["ei voi olla ”pdf”", "ndjson"]);
    refused(&[], &["audti", "--lang", "sv"], &["audti är inget kommando", "`audit`"]);
    refused(&[], &["watch", "--lang", "fi", "--evry", "6h"], &["--evry on tässä tuntematon", "`--every`"]);
    refused(&[], &["case", "show", "--lang", "en"], &["Missing: <CASE>", "--help"]);
    refused(&[], &["serve", "--bind", "here", "--lang", "sv"], &["en adress och en port, till exempel 127.0.0.1:8420"]);
    refused(&[], &["audit", "https://a.example/", "--timeout", "0"], &["cannot be “0”", "more than 0"]);
}

#[test]
fn what_is_wrong_is_told_in_the_readers_language() {
    let declaration = "[service]\nname = \"x\"\ncontroller = \"c\"\nstart = \"https://a.example/\"\n";
    let toml = |more: &str| format!("{declaration}{more}");
    let audit = |more: &str, sv: &str, fi: &str| {
        let files = [("sluss.toml", &*toml(more)), ("j.json", "{\"steps\":[{\"type\":\"chnage\"}]}")];
        refused(&files, &["audit", "sluss.toml", "--lang", "sv"], &[sv]);
        refused(&files, &["audit", "sluss.toml", "--lang", "fi"], &[fi]);
    };
    audit("[zone]\n", "ska vara en lista med tabeller", "luettelo taulukoita");
    audit("[[zone]\n", "ingen giltig TOML: tabellens namn avslutas inte", "taulukon nimi ei pääty");
    audit("x = \n", "ingen giltig TOML", "ei kelvollista TOML-muotoa");
    audit("controler = \"c\"\n", "okänd nyckel", "tuntematon avain");
    audit("[[journey]]\nname = \"j\"\nrecording = \"k.json\"\n", "inspelningen av vägen", "tallenne puuttuu");
    audit("[[journey]]\nname = \"j\"\nrecording = \"j.json\"\n", "okänd stegtyp", "tuntematon vaiheen tyyppi");
    refused(&[("b.zip", "x")], &["verify", "b.zip", "--lang", "sv"], &["är inget paket", "en .zip-fil gjord av sluss"]);
    refused(&[], &["audit", "foo", "--lang", "fi"], &["eikä olemassa oleva tiedosto", "sluss.toml-tiedoston polku"]);
    refused(&[], &["accept", "--until", "soon", "--lang", "sv"], &["en dag, till exempel 2027-01-31"]);
    let files = [
        ("people.csv", "id,email\np1,a@example.com\n"),
        ("t.ndjson", "{}"),
        ("i.slx", "sluss/index/2\n"),
        ("i.slx.key", "x"),
    ];
    let index = ["scan", "t.ndjson", "--index", "i.slx", "--lang"];
    refused(&files, &[&index[..], &["sv"]].concat(), &["ingen nyckelfil"]);
    let reveal = ["scan", "t.ndjson", "--people", "people.csv", "--reveal", "--lang", "fi"];
    refused(&files, &reveal, &["vain päätteessä"]);
}
