use super::*;

const GOOD: &str = r##"{
  "title": "invite",
  "timeout": 5000,
  "steps": [
    {"type": "setViewport", "width": 1280, "height": 800, "deviceScaleFactor": 2, "isMobile": false, "hasTouch": true, "isLandscape": false},
    {"type": "navigate", "url": "https://app.mote.example/", "assertedEvents": [{"type": "navigation", "url": "https://app.mote.example/", "title": ""}]},
    {"type": "click", "target": "main", "selectors": [["aria/Telefon"], ["#phone"], ["xpath///*[@id=\"phone\"]"]], "offsetX": 4.5, "offsetY": 2, "duration": 700, "deviceType": "touch"},
    {"type": "change", "value": "{{end-user.phone}}", "selectors": [["#phone"]], "timeout": 900},
    {"type": "keyDown", "key": "Tab"},
    {"type": "keyUp", "key": "Tab"},
    {"type": "doubleClick", "selectors": ["#send"], "button": "secondary", "offsetX": 1, "offsetY": 1, "frame": [0, 2]},
    {"type": "hover", "selectors": [["my-form", "button"]]},
    {"type": "scroll", "x": 0, "y": 320.5},
    {"type": "waitForElement", "selectors": ["#sent"], "operator": "==", "count": 1, "visible": true, "attributes": {"class": "ok"}, "properties": {"hidden": false}},
    {"type": "waitForExpression", "target": "https://app.mote.example/chat", "expression": "window.done"},
    {"type": "emulateNetworkConditions", "download": 1, "upload": 1, "latency": 1},
    {"type": "customStep", "name": "x", "parameters": {}},
    {"type": "close"}
  ]
}"##;

#[test]
fn a_recording_is_called_what_its_maker_called_it() {
    assert_eq!(title(GOOD).as_deref(), Some("invite"));
    assert_eq!((title(r#"{"title": " ", "steps": []}"#), title("[]"), title("no JSON")), (None, None, None));
}

fn problems(text: &str) -> Vec<Problem> {
    recording("invite.json", text).expect_err("must be refused").0
}

#[test]
fn every_step_type_is_read() {
    let steps = recording("invite.json", GOOD).expect("good");
    assert_eq!(steps.len(), TYPES.len());
    let names: Vec<&str> = steps.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(
        names[..5],
        ["setViewport 1280x800", "navigate https://app.mote.example/", "click #phone", "change #phone", "keyDown Tab"]
    );
    assert!(steps[1].navigates && !steps[2].navigates);
    assert_eq!(steps[2].selectors.len(), 3);
    assert_eq!(
        steps[2].action,
        StepAction::Click {
            double: false,
            button: "primary".into(),
            device: "touch".into(),
            offset: Some((4.5, 2.0)),
            duration: Duration::from_millis(700)
        }
    );
    assert_eq!(
        steps[0].action,
        StepAction::SetViewport { width: 1280, height: 800, mobile: false, touch: true, landscape: false, scale: 2.0 }
    );
    assert_eq!(steps[3].action, StepAction::Change { value: "{{end-user.phone}}".into() });
    assert_eq!((steps[3].timeout, steps[2].timeout), (Some(Duration::from_millis(900)), Some(Duration::from_secs(5))));
    assert_eq!((steps[3].line, &steps[6].frame[..]), (8, &[0, 2][..]));
    assert_eq!(steps[7].selectors, [["my-form", "button"]]);
    let (attributes, properties) = (Some(r#"{"class": "ok"}"#.into()), Some(r#"{"hidden": false}"#.into()));
    let awaited =
        StepAction::WaitForElement { visible: Some(true), count: Some(("==".into(), 1)), attributes, properties };
    assert_eq!(steps[9].action, awaited);
    assert_eq!(
        (steps[2].target.as_deref(), steps[10].target.as_deref()),
        (None, Some("https://app.mote.example/chat"))
    );
    assert_eq!(steps.iter().filter(|s| matches!(s.action, StepAction::Skip { .. })).count(), 1);
    assert_eq!(steps[11].action, StepAction::Network { download: 1.0, upload: 1.0, latency: 1.0 });
    assert_eq!(steps[1].leads_to.as_deref(), Some("https://app.mote.example/"));
    assert_eq!(steps[12].name, "customStep x");
    assert!(matches!(steps[12].action, StepAction::Unknown { .. }), "{:?}", steps[12]);
}

#[test]
fn every_wrong_step_is_told_with_its_line_and_the_nearest_right_word() {
    let bad = GOOD
        .replace("\"doubleClick\"", "\"dubleClick\"")
        .replace("{{end-user.phone}}", "{{end-user.phon}}")
        .replace("\"keyDown\", \"key\"", "\"keyDown\", \"kee\"")
        .replace("\"Tab\"}", "\"Tabb\"}")
        .replace("\"offsetX\": 4.5", "\"offsetz\": 4.5")
        .replace("\"offsetY\": 2,", "\"offsetY\": \"2\",")
        .replace("\"duration\": 700", "\"duration\": -1")
        .replace("\"secondary\"", "\"secondry\"")
        .replace("\"touch\"", "\"touchy\"")
        .replace("\"title\": \"\"}", "\"titel\": \"\"}")
        .replace("\"hover\", \"selectors\": [[\"my-form\", \"button\"]]", "\"hover\"");
    let told: Vec<_> = problems(&bad)
        .into_iter()
        .map(|p| (p.place.line.unwrap_or(0), p.code, p.nearest.unwrap_or_default()))
        .collect();
    assert_eq!(
        told,
        [
            (6, "step-name", "title".to_owned()),
            (7, "step-name", "offsetX".to_owned()),
            (7, "step-field", "touch".to_owned()),
            (7, "step-field", String::new()),
            (7, "step-field", String::new()),
            (8, "canary-identifier", "phone".to_owned()),
            (9, "step-name", "key".to_owned()),
            (9, "step-field", String::new()),
            (10, "step-key", "Tab".to_owned()),
            (11, "step-type", "doubleClick".to_owned()),
            (12, "step-selectors", String::new()),
        ]
    );
}

#[test]
fn a_wrong_mark_in_an_address_is_told_too() {
    let navigate = r#""type": "navigate", "url": "https://app.mote.example/"#;
    let told = problems(&GOOD.replace(navigate, &format!("{navigate}?mail={{{{user.mail}}}}")));
    assert_eq!((told.len(), told[0].code, told[0].place.line), (1, "canary-identifier", Some(6)));
}

#[test]
fn a_mark_without_a_role_is_shown_the_right_form() {
    let found = problems(&GOOD.replace("{{end-user.phone}}", "{{phone}}"));
    assert_eq!(found[0].allowed, ["{{user.phone}}", "{{end-user.phone}}"]);
    assert_eq!(found[0].place.text, None, "a recording may hold what somebody typed");
}

#[test]
fn other_json_and_broken_json_are_refused() {
    for (text, code) in [
        ("{\"log\":{}}", "recording-steps"),
        ("[]", "recording-steps"),
        ("{\"steps\":[]}", "recording-empty"),
        ("{", "json"),
    ] {
        assert_eq!(problems(text)[0].code, code, "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(at in 0..GOOD.len(), cut in 0..40usize, junk in "\\PC{0,3}") {
        let mut text = GOOD.to_owned();
        text.replace_range(at..(at + cut).min(GOOD.len()), &junk);
        let _ = recording("invite.json", &text);
    }
}

#[test]
fn what_is_no_recording_is_not_printed() {
    let told = problems("root:x:0:0:secret");
    assert_eq!((told[0].place.line, told[0].place.text.as_deref()), (Some(1), None), "{told:?}");
}
