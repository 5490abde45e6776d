use super::*;

/// The example of the contract.
const GOOD: &str = r#"
[service]
name = "Meeting invitations"
controller = "Example Care AB"
start = "https://invite.example.se/"
first_party = ["example.se"]

[[zone]]                      # first match wins
name = "patient side"
pages = ["/m/*"]
recipients = []               # nobody else here

[[zone]]
name = "caregiver side"
pages = ["/*"]
[[zone.recipient]]
vendor = "meta"
role = "joint-controller"
purpose = "marketing"
consent = "accept"
data = ["page", "event"]
settings = { automatic-matching = "off" }

[[journey]]
name = "invite a patient by SMS"
recording = "journeys/invite.json"
"#;

fn problems(text: &str) -> Vec<Problem> {
    policy("sluss.toml", text).expect_err("must be refused").0
}

/// (line, code, nearest) of each problem.
fn told(text: &str) -> Vec<(usize, &'static str, Option<String>)> {
    problems(text).into_iter().map(|p| (p.place.line.unwrap_or(0), p.code, p.nearest)).collect()
}

#[test]
fn the_contracts_example_is_read_whole() {
    let policy = policy("sluss.toml", GOOD).expect("good");
    assert_eq!(policy.service.controller, "Example Care AB");
    assert_eq!(policy.service.first_party, ["example.se"]);
    assert_eq!(policy.zones.len(), 2);
    assert!(policy.zones[0].recipients.is_empty());
    let meta = &policy.zones[1].recipients[0];
    assert_eq!(
        (meta.vendor.as_str(), meta.role, meta.consent),
        ("meta", Some(ControllerRole::JointController), Some(Consent::Accept))
    );
    assert_eq!(meta.settings["automatic-matching"], "off");
    assert_eq!(meta.place.line, Some(17));
    assert_eq!(meta.setting_places["automatic-matching"].line, Some(22));
    assert_eq!(policy.journeys[0].recording.as_deref(), Some("journeys/invite.json"));
}

#[test]
fn every_mistake_is_told_in_one_pass_with_line_and_nearest() {
    let bad = GOOD
        .replace("controller = \"Example", "controler = \"Example")
        .replace("recipients = []", "recipents = []")
        .replace("joint-controller", "joint-controler")
        .replace("consent = \"accept\"", "consent = 3")
        .replace("\"event\"]", "\"evnt\", \"end-user.phon\"]")
        .replace("= \"off\"", "= \"of\"")
        .replace("recording =", "recordng =");
    let near = |w: &str| Some(w.to_owned());
    assert_eq!(
        told(&bad),
        [
            (2, "missing-key", None),
            (4, "unknown-key", near("controller")),
            (11, "unknown-key", near("recipients")),
            (18, "unknown-word", near("joint-controller")),
            (20, "wrong-type", None),
            (21, "data-word", near("event")),
            (21, "data-word", near("phone")),
            (22, "switch-value", near("off")),
            (26, "unknown-key", near("recording")),
        ]
    );
}

#[test]
fn a_password_may_go_nowhere() {
    let bad = GOOD.replace("\"event\"]", "\"event\", \"user.password\"]");
    assert_eq!(told(&bad).iter().map(|(_, code, _)| *code).collect::<Vec<_>>(), ["data-word"]);
}

#[test]
fn a_problem_names_column_and_shows_the_line() {
    let found = &problems(&GOOD.replace("vendor = ", "vendr = "))[0];
    // The table starts before its wrong key, so `vendor` is reported missing first.
    assert_eq!((found.code, found.place.line), ("missing-key", Some(16)));
    let found = &problems(&GOOD.replace("vendor = ", "vendr = "))[1];
    assert_eq!((found.place.line, found.place.column, found.place.width), (Some(17), Some(1), 5));
    assert_eq!(found.place.text.as_deref(), Some("vendr = \"meta\""));
    assert_eq!(
        found.to_string(),
        "sluss.toml:17:1: unknown key `vendr` in `[[zone.recipient]]`; did you mean `vendor`?"
    );
}

#[test]
fn syntax_errors_do_not_hide_the_rest() {
    let told =
        told(&GOOD.replace("name = \"patient side\"", "name = \"patient side").replace("[[journey]]", "[[jurney]]"));
    assert!(told.iter().any(|t| t.0 == 9 && t.1 == "toml"), "{told:?}");
    assert!(told.iter().any(|t| t.1 == "unknown-key" && t.2.as_deref() == Some("journey")), "{told:?}");
}

#[test]
fn values_that_cannot_be_meant_are_refused() {
    for (from, to, code) in [
        ("https://invite.example.se/", "invite.example.se", "start-address"),
        ("https://invite.example.se/", "ftp://invite.example.se/", "start-address"),
        ("[\"example.se\"]", "[\"https://example.se/\"]", "first-party-domain"),
        ("[\"example.se\"]", "\"example.se\"", "wrong-type"),
        ("[\"example.se\"]", "[\"example.se\", \"co.uk\"]", "first-party-suffix"),
        ("[\"/m/*\"]", "[\"m/*\"]", "page-pattern"),
        ("[\"/m/*\"]", "[7]", "wrong-type"),
        ("https://invite.example.se/", "https://invite.example.fi/", "start-outside"),
        ("pages = [\"/m/*\"]", "pages = []", "zone-empty"),
        ("[\"/m/*\"]", "[\"/m/*?a=b\"]", "page-pattern"),
        ("recipients = []", "recipients = [\"meta\"]", "recipients-list"),
        ("\"caregiver side\"", "\"patient side\"", "duplicate-name"),
        ("\"Meeting invitations\"", "\" \"", "empty-value"),
    ] {
        let found = problems(&GOOD.replacen(from, to, 1));
        assert_eq!(found.len(), 1, "{to}: {found:?}");
        assert_eq!(found[0].code, code, "{to}");
        assert!(found[0].place.line.is_some());
    }
}

#[test]
fn a_recipient_that_is_never_read_is_told() {
    let twice = GOOD.replace("[[journey]]", "[[zone.recipient]]\nvendor = \"meta\"\n\n[[journey]]");
    assert_eq!(told(&twice), [(25, "duplicate-recipient", None)]);
}

#[test]
fn a_zone_in_which_no_page_lies_is_named_and_no_mistake() {
    for (from, to, shadowed) in [
        ("pages = [\"/m/*\"]", "pages = [\"/*\"]", true),
        ("pages = [\"/*\"]", "pages = [\"/m/*/join\", \"/m/x\"]", true),
        ("pages = [\"/*\"]", "pages = [\"/m/*/join\", \"/n\"]", false),
    ] {
        let policy = policy("sluss.toml", &GOOD.replace(from, to)).expect("no mistake");
        let wanted = [("caregiver side", vec!["patient side"])];
        assert_eq!(policy.shadowed(), if shadowed { &wanted[..] } else { &[] }, "{to}");
    }
}

#[test]
fn a_domain_may_be_written_with_its_own_letters() {
    let text = GOOD
        .replace("invite.example.se", "boka.vårdmöte.example")
        .replace("[\"example.se\"]", "[\"Vårdmöte.example\"]");
    let policy = policy("sluss.toml", &text).expect("good");
    assert!(policy.is_first_party("boka.xn--vrdmte-iua3l.example"), "{:?}", policy.service.first_party);
}

#[test]
fn a_byte_order_mark_and_carriage_returns_do_no_harm() {
    let text = format!("\u{feff}{}", GOOD.replace('\n', "\r\n"));
    assert_eq!(policy("sluss.toml", &text).map(|p| p.zones.len()), Ok(2));
}

#[test]
fn an_empty_file_says_what_is_missing() {
    assert_eq!(told(""), [(1, "missing-key", None)]);
}

#[test]
fn a_switch_may_be_written_as_a_boolean() {
    let policy = policy("sluss.toml", &GOOD.replace("= \"off\"", "= false")).expect("good");
    assert_eq!(policy.zones[1].recipients[0].settings["automatic-matching"], "off");
}

#[test]
fn the_documented_declaration_is_read() {
    let page = include_str!("../../../docs/declaration.md");
    let text = page.split("```toml\n").nth(1).and_then(|t| t.split("```").next()).expect("a TOML block");
    let policy = policy("docs/declaration.md", text).expect("the example of the documentation is right");
    assert_eq!((policy.zones.len(), policy.journeys.len()), (2, 2));
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(at in 0..GOOD.len(), junk in "\\PC{0,4}") {
        let mut text = GOOD.to_owned();
        if text.is_char_boundary(at) {
            text.insert_str(at, &junk);
        }
        let _ = policy("sluss.toml", &text);
    }
}

#[test]
fn a_name_and_password_are_taken_out_of_the_address() {
    let policy = crate::undeclared("https://auditor:w%2Frd@www.service.example/in?a=1");
    assert_eq!(policy.service.start, "https://www.service.example/in?a=1");
    let login = policy.service.login.expect("both stood there");
    assert_eq!((login.user.as_str(), login.password.as_str()), ("auditor", "w/rd"));
    assert_eq!(format!("{login:?}"), "Login");
    assert_eq!(crate::undeclared("https://www.service.example").service.login, None);
}
