//! Fields that other tests have not: what a visitor can fill is filled, and the form goes on.

use super::handmade::{starting, taken};
use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_field_a_visitor_can_fill_is_filled() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&starting(&server, "asked.html", Mode::Fill), out.path()).await.unwrap();
    let taken = taken(&server, "asked");
    let values = |name: &str| -> Vec<&str> {
        taken.iter().filter(|t| t["name"] == name).map(|t| t["value"].as_str().unwrap()).collect()
    };
    let canary = |name: &str| {
        let selector = format!("input[name=\"{name}\"]");
        recording.canaries.iter().find(|c| c.field == selector).map(|c| (c.value.as_str(), c.role.as_str()))
    };
    for name in ["q", "voucher", "shy"] {
        let (value, role) = canary(name).expect(name);
        assert!(values(name).contains(&value) && role == "user", "{name} {value} {taken:?}");
    }
    let (search, _) = canary("q").unwrap();
    assert!(values("q").contains(&&search[..3]), "key by key: {:?}", values("q"));
    for (name, value) in [
        ("day", "2030-03-14"),
        ("diagnosis", "Diabetes"),
        ("hour", "10.30"),
        ("count", "2"),
        ("picked", "1980-05-03"),
        ("opened", "1980-05-12"),
        ("once", "738214"),
        ("d0", "7"),
        ("d1", "7"),
    ] {
        assert!(values(name).contains(&value), "{name} {:?} {:#?}", values(name), recording.gaps);
    }
    assert!(values("language").is_empty() && values("captcha").is_empty(), "{taken:?}");
    let fields: Vec<_> = recording.gaps.iter().filter(|g| g.what.starts_with("the field")).collect();
    assert!(fields.len() == 1 && fields[0].why.ends_with("only people can tell what belongs there"), "{fields:#?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_wants_known_kinds_goes_on() {
    for mode in [Mode::Fill, Mode::Submit] {
        let server = Server::start("handmade").await;
        let out = tempfile::tempdir().unwrap();
        let recording = run(&starting(&server, "known.html", mode), out.path()).await.unwrap();
        let taken = taken(&server, "known");
        let full = taken.first().unwrap_or_else(|| panic!("{:#?} {:#?}", recording.gaps, recording.runs));
        let of = |name: &str| full[name].as_str().unwrap().to_owned();
        assert_eq!(of("mail"), of("mail2"));
        assert_eq!((of("time"), of("age"), of("week")), ("12:00".into(), "18".into(), "2030-W11".into()));
        for name in ["org", "fo", "dnr", "case", "web", "pnr", "secret", "mail", "phone"] {
            let selector = format!("input[name=\"{name}\"]");
            let typed = recording.canaries.iter().any(|c| c.field == selector && c.value == of(name));
            assert!(typed, "{name} {} {:#?}", of(name), recording.canaries);
        }
        let kind = |name: &str| {
            let selector = format!("input[name=\"{name}\"]");
            recording.canaries.iter().find(|c| c.field == selector).map(|c| c.kind)
        };
        assert_eq!((kind("pnr"), kind("secret")), (Some(IdentifierKind::NationalId), Some(IdentifierKind::Password)));
        assert!(of("web").starts_with("https://canary") && of("secret").contains('#'), "{full:?}");
        let touched = full["touched"].as_array().unwrap();
        assert!(touched.contains(&"colour".into()) && touched.contains(&"pleased".into()), "{touched:?}");
        let twice = recording.canaries.iter().any(|c| c.field == "input[name=\"mail2\"]");
        assert!(!twice, "what is asked for again is no canary of its own");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fields_behind_tabs_menus_and_windows_are_found() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let plan = Plan { pages: 2, ..starting(&server, "folded.html", Mode::Fill) };
    let recording = run(&plan, out.path()).await.unwrap();
    let taken = taken(&server, "folded");
    for name in ["tab", "part", "hover", "window"] {
        assert!(taken.iter().any(|t| t["name"] == name && t["value"] != ""), "{name} {taken:?} {:#?}", recording.runs);
    }
    let told = format!("a window that https://{APP}/folded.html opened");
    assert!(recording.gaps.iter().any(|g| g.what == told), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_grows_is_followed_down_for_a_while() {
    for (start, ends) in [("endless.html?most=91", true), ("endless.html", false)] {
        let server = Server::start("handmade").await;
        let out = tempfile::tempdir().unwrap();
        let recording = run(&starting(&server, start, Mode::Fill), out.path()).await.unwrap();
        let taken = taken(&server, "endless");
        assert!(taken.iter().any(|t| t["name"] == "deep" && t["value"] != ""), "{start} {:#?}", recording.gaps);
        let told = recording.gaps.iter().any(|g| g.what.starts_with("what comes further down on"));
        assert_eq!(told, !ends, "{start} {:#?}", recording.gaps);
    }
}

/// A script that reads only the second of two fields that ask for the same: the value names both.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_form_asks_for_twice_names_every_field_it_went_into() {
    for mode in [Mode::Fill, Mode::Submit] {
        let server = Server::start("handmade").await;
        let out = tempfile::tempdir().unwrap();
        let recording = run(&starting(&server, "twice.html", mode), out.path()).await.unwrap();
        let sent: Vec<_> = taken(&server, "second").iter().map(|t| t["mail"].as_str().unwrap().to_owned()).collect();
        // Nothing that nobody sees is filled where forms are sent; it has no spelling of its own.
        let first = if mode == Mode::Fill { &["#mail", "#mail2", "#mail3"][..] } else { &["#mail", "#mail2"] };
        for (spelling, fields) in [first, &["#mail", "#mail2"]].into_iter().enumerate() {
            let canary = recording.canaries.iter().filter(|c| c.field == "#mail").nth(spelling).expect("a spelling");
            assert_eq!(canary.fields().collect::<Vec<_>>(), fields, "{mode:?}");
            assert!(sent.contains(&canary.value), "{mode:?} {sent:?} {:#?}", recording.runs);
        }
        let names =
            |fields: &[&str]| recording.canaries.iter().filter(|c| c.fields().eq(fields.iter().copied())).count();
        assert!(names(&["#name", "#name2"]) >= 2, "given and family name: {:#?}", recording.canaries);
        assert!(names(&["#other"]) > 0, "somebody else's is another: {:#?}", recording.canaries);
        // The step that asks for the password again comes when the first is gone through.
        assert!(names(&["#secret", "#secret2"]) > 0, "{:#?}", recording.canaries);
        let alone = |c: &&facts::Canary| ["#mail2", "#mail3", "#name2", "#secret2"].contains(&c.field.as_str());
        assert_eq!(recording.canaries.iter().find(alone), None, "what is asked for again is no canary of its own");
        assert!(!taken(&server, "twice").is_empty(), "{:#?} {:#?}", recording.runs, recording.gaps);
        let reads = recording.behaviours.iter().filter(|b| b.script.contains("/second.js"));
        let read: Vec<_> = reads.filter(|b| b.what == facts::Deed::FieldRead).map(|b| b.field.as_str()).collect();
        assert!(!read.is_empty() && read.iter().all(|field| *field == "#mail2"), "what was read is told: {read:?}");
    }
}

/// One mark in two fields is one value where the form asks for it once more, and two where it does not.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recorded_confirmation_gets_what_it_confirms() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let name = "{{user.given_name}} {{user.family_name}}";
    let change = |field: &str, value: &str| {
        journeys::step(field, StepAction::Change { value: value.into() }, &[&[format!("#{field}").as_str()]])
    };
    let press = |button: &str| journeys::step(button, journeys::click(), &[&[format!("#{button}").as_str()]]);
    let steps = vec![
        change("mail", "{{user.email}}"),
        change("mail2", "{{user.email}}"),
        change("other", "{{user.email}}"),
        change("name", name),
        change("name2", name),
        change("secret", "{{user.password}}"),
        press("next"),
        change("secret2", "{{user.password}}"),
        press("done"),
    ];
    let plan =
        Plan { start: format!("https://{APP}/twice.html"), ..plan(&server, Script::Recorded(steps), Mode::Submit) };
    let recording = run(&plan, out.path()).await.unwrap();
    assert!(recording.runs[0].steps.iter().all(|s| s.ok), "{:#?}", recording.runs);
    let fields: Vec<Vec<&str>> = recording.canaries.iter().map(|c| c.fields().collect()).collect();
    let wanted: [&[&str]; 5] =
        [&["#mail", "#mail2"], &["#other"], &["#name", "#name2"], &["#name", "#name2"], &["#secret", "#secret2"]];
    assert_eq!(fields, wanted);
    let taken = taken(&server, "twice");
    assert!(taken[0]["mail"] == taken[0]["mail2"] && taken[0]["mail"] != taken[0]["other"], "{taken:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_reshapes_what_is_typed_keeps_the_number_and_is_filled_once_each_time() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&starting(&server, "masked.html", Mode::Fill), out.path()).await.unwrap();
    let numbers: Vec<_> = recording.canaries.iter().filter(|c| c.kind == IdentifierKind::Phone).collect();
    let national = |value: &str| {
        let digits: String = value.chars().filter(char::is_ascii_digit).collect();
        digits.trim_start_matches("46").trim_start_matches('0').to_owned()
    };
    let taken = taken(&server, "masked");
    for one in &taken {
        for (name, field) in [("mask", "#mask"), ("coded", "#coded")] {
            let held = national(one[name].as_str().unwrap());
            assert!(
                numbers.iter().any(|c| c.field == field && national(&c.value) == held),
                "{name} {one} {numbers:#?}"
            );
        }
    }
    assert!(!taken.is_empty(), "{:#?}", recording.runs);
    let filled = recording.runs[0].steps.iter().filter(|s| s.name.contains("#sym")).count();
    assert!(filled <= 2, "{:#?}", recording.runs);
    let gaps: Vec<_> = recording.gaps.iter().filter(|g| g.what.contains("field") || g.what.contains("typed")).collect();
    assert!(gaps.len() == 1 && gaps[0].why.contains("was sent at once"), "{gaps:#?}");
    assert!(!super::handmade::taken(&server, "code").is_empty(), "{:#?}", recording.runs);
}

/// A mask may draw the code of a country, or take none: what is typed there is the made-up number or nothing, and no other one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_mask_makes_another_number_of_what_is_typed() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&starting(&server, "masks.html", Mode::Fill), out.path()).await.unwrap();
    let taken = taken(&server, "masks");
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let national = |text: &str| digits(text).trim_start_matches("46").trim_start_matches('0').to_owned();
    let canaries = |name: &str| {
        let selector = format!("input[name=\"{name}\"]");
        recording.canaries.iter().filter(move |c| c.field == selector).map(|c| c.value.clone())
    };
    assert_eq!(taken.len(), 2, "both spellings: {:#?} {:#?}", recording.runs, recording.gaps);
    for one in &taken {
        for name in ["key", "bare", "none", "stays"] {
            let held = one[name].as_str().unwrap();
            let is = canaries(name).any(|c| national(&c) == national(held));
            assert!(is, "{name} {held} {:?}", canaries(name).collect::<Vec<_>>());
        }
        assert!(canaries("none").any(|c| digits(&c) == digits(one["none"].as_str().unwrap())), "respelled: {one}");
        for name in ["id", "ten"] {
            assert!(canaries(name).any(|c| c == one[name]), "{name} {one} {:#?}", recording.canaries);
        }
        assert!(one["ten"].as_str().unwrap().contains('+'), "with a hyphen it would be somebody else's: {one}");
        assert_eq!(one["dash"].as_str().map(|held| &held[..4]), Some("1890"), "cut, and nobody's: {one}");
        assert_eq!(digits(one["other"].as_str().unwrap()), "47", "a Norwegian number would be somebody's");
    }
    let told = |name: &str, why: &str| {
        recording.gaps.iter().any(|g| g.what.contains(&format!("[name=\"{name}\"]")) && g.why.contains(why))
    };
    assert!(told("other", "it makes another telephone number"), "{:#?}", recording.gaps);
    assert!(told("dash", "did not keep it") && !told("ten", "") && !told("id", ""), "{:#?}", recording.gaps);
}
