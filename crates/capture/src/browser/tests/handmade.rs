//! Forms written by hand, without what the textbooks ask for: they are filled, pressed and gone through all the same.

use super::*;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

pub(super) fn starting(server: &Server, page: &str, mode: Mode) -> Plan {
    Plan { start: format!("https://{APP}/{page}"), ..plan(server, Script::Explore, mode) }
}

/// What arrived by one way, in order.
pub(super) fn taken(server: &Server, via: &str) -> Vec<Value> {
    let url = format!("https://{SINK}/collect?via={via}");
    let bodies = server.arrived().into_iter().filter(|a| a.url == url && a.method == "POST");
    let plain = |body: Vec<u8>| STANDARD.decode(&body).unwrap_or(body);
    bodies.map(|a| serde_json::from_slice(&plain(a.body)).unwrap()).collect()
}

fn kinds<'a>(recording: &'a Recording, fields: &[&'a str]) -> Vec<(&'a str, &'a str, &'a str)> {
    let of = |field: &&'a str| {
        let selector = format!("input[name=\"{field}\"]");
        let canary = recording.canaries.iter().find(|c| c.field == selector);
        canary.map_or((*field, "", ""), |c| (*field, c.kind.word(), c.role.as_str()))
    };
    fields.iter().map(of).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_before_a_field_are_its_label_whatever_the_mode() {
    for mode in [Mode::Fill, Mode::Submit] {
        let server = Server::start("handmade").await;
        let out = tempfile::tempdir().unwrap();
        let recording = run(&starting(&server, "labels.html", mode), out.path()).await.unwrap();
        let wanted = [
            ("a", "given_name", "user"),
            ("b", "phone", "user"),
            ("c", "email", "user"),
            ("d", "address", "user"),
            ("e", "postal_code", "user"),
            ("f", "national_id", "user"),
            ("g", "external_id", "user"),
            ("h", "external_id", "user"),
        ];
        assert_eq!(kinds(&recording, &["a", "b", "c", "d", "e", "f", "g", "h"]), wanted, "{mode:?}");
        let full = |body: &Value| body.as_object().unwrap().values().all(|v| v != "");
        assert!(taken(&server, "labels").iter().any(full), "{mode:?} {:#?}", server.arrived());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_field_that_cannot_be_filled_is_a_gap_and_keeps_no_form_back() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&starting(&server, "refuses.html", Mode::Submit), out.path()).await.unwrap();
    let told = |field: &str, why: &str| {
        recording
            .gaps
            .iter()
            .any(|g| g.what == format!("the field `{field}` on https://{APP}/refuses.html") && g.why.contains(why))
    };
    assert!(told("#pattern", "refused a made-up word") && told("#shy", "focus"), "{:#?}", recording.gaps);
    let sent = server.arrived().into_iter().filter(|a| a.url.ends_with("/send")).count();
    assert_eq!(sent, 1, "{:#?}", recording.runs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wizard_that_lives_in_memory_is_gone_through_to_its_end() {
    for (start, mode) in [("steps.html", Mode::Fill), ("steps.html?still", Mode::Fill), ("steps.html", Mode::Submit)] {
        let server = Server::start("handmade").await;
        let out = tempfile::tempdir().unwrap();
        // The address of the last step leads back to the first: nothing is left to do there.
        let plan = Plan { pages: 3, ..starting(&server, start, mode) };
        let recording = run(&plan, out.path()).await.unwrap();
        let taken = taken(&server, "steps");
        let full = taken.iter().any(|t| t.as_object().unwrap().len() == 4);
        assert!(full, "{start} {mode:?} {taken:?} {:#?} {:#?}", recording.runs, recording.gaps);
        let loads = server.arrived().iter().filter(|a| a.url.contains("/steps.html")).count();
        assert!(loads <= 4, "{start} {mode:?} {loads}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_name_is_two_canaries_of_one_field() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&starting(&server, "names.html", Mode::Fill), out.path()).await.unwrap();
    let of = |field: &str| {
        let selector = format!("input[name=\"{field}\"]");
        recording.canaries.iter().filter(move |c| c.field == selector).collect::<Vec<_>>()
    };
    for field in ["a", "b"] {
        let parts: Vec<_> = of(field).iter().map(|c| c.kind).collect();
        assert_eq!(parts, [IdentifierKind::GivenName, IdentifierKind::FamilyName]);
        let whole = of(field).iter().map(|c| c.value.as_str()).collect::<Vec<_>>().join(" ");
        let taken = taken(&server, "names");
        assert!(taken.iter().any(|t| t[field] == whole.as_str()), "{whole} in {taken:?}");
    }
    assert_eq!(of("name").iter().map(|c| c.kind).collect::<Vec<_>>(), [IdentifierKind::FamilyName]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_that_differ_in_their_query_only_leave_room_for_the_others() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = starting(&server, "search.html", Mode::Submit);
    plan.pages = 6;
    let recording = run(&plan, out.path()).await.unwrap();
    let opened: Vec<_> = recording.runs[0].steps.iter().filter_map(|s| s.name.strip_prefix("open ")).collect();
    for page in ["/one.html", "/two.html", "/three.html"] {
        assert!(opened.contains(&page), "{opened:?}");
    }
    let made_up: std::collections::BTreeSet<_> = opened.iter().filter(|o| o.contains("?q=")).collect();
    assert!(made_up.len() <= 1, "{opened:?}");
    let told = |what: &str, why: &str| recording.gaps.iter().any(|g| g.what == what && g.why.starts_with(why));
    assert!(told("3 more pages that are known", "not visited: --pages 6"), "{:#?} {opened:?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_field_for_a_file_gets_one_that_is_named_by_a_canary() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&starting(&server, "files.html", Mode::Submit), out.path()).await.unwrap();
    let value = |field: &str| recording.canaries.iter().find(|c| c.field == field).unwrap().value.clone();
    let taken = taken(&server, "files");
    // What it holds is one canary, what it is called another.
    let name = recording.canaries.iter().rfind(|c| c.field == "#picture").unwrap();
    assert_ne!(name.value, value("#picture"));
    assert_eq!(taken[0]["name"], format!("{}.png", name.value), "{taken:?}");
    assert!(taken[0]["text"].as_str().unwrap().contains(&value("#picture")));
    let arrived = server.arrived();
    let held = |end: &str| {
        arrived.iter().any(|a| a.url.ends_with(end) && String::from_utf8_lossy(&a.body).contains(&value("#referral")))
    };
    assert!(held("/upload") && held("/send"), "{:#?} {:#?}", recording.runs, recording.gaps);
    // Exactly what arrived was seen, however it was sent.
    for end in ["/beacon", "/request", "/raw", "/bytes", "/upload", "/send"] {
        let sent = arrived.iter().find(|a| a.method == "POST" && a.url.ends_with(end)).expect(end);
        let told = recording.exchanges.iter().find(|e| e.method == "POST" && e.url.ends_with(end)).expect(end);
        let text = |body: &[u8]| String::from_utf8_lossy(body).into_owned();
        assert_eq!(told.body.as_deref().map(text), Some(text(&sent.body)), "{end} {:#?}", recording.gaps);
    }
    assert!(!recording.gaps.iter().any(|g| g.what.starts_with("body of")), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_kept_what_was_typed_is_opened_again() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&starting(&server, "stored.html", Mode::Fill), out.path()).await.unwrap();
    let taken = taken(&server, "stored");
    // Each spelling takes the place of the one before.
    assert_eq!(recording.canaries.len(), 2);
    for canary in &recording.canaries {
        let value = canary.value.as_str();
        assert!(taken.iter().any(|t| t["phone"] == value), "{value} {taken:?} {:#?}", recording.runs);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_lies_on_top_is_pressed_first_and_nothing_under_it() {
    for start in ["modal.html", "modal.html?layer", "modal.html?escape", "modal.html?stays"] {
        let server = Server::start("handmade").await;
        let out = tempfile::tempdir().unwrap();
        let recording = run(&starting(&server, start, Mode::Fill), out.path()).await.unwrap();
        let taken = taken(&server, "modal");
        for one in &taken {
            let open = one["open"].as_array().unwrap();
            let fits = match one["id"].as_str().unwrap() {
                "agree" => open.contains(&"dialog".into()),
                "away" => open == &["layer"],
                _ => open.is_empty(),
            };
            assert!(fits, "{start} {one}");
        }
        let saved = taken.iter().any(|t| t["id"] == "save" && t["phone"] != "");
        let told = recording.gaps.iter().any(|g| g.what.starts_with("what lies under a dialog or layer"));
        let stays = start.ends_with("stays");
        assert_eq!((saved, stays && told), (!stays, stays), "{start} {taken:?} {:#?}", recording.gaps);
    }
}
