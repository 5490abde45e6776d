//! Forms as libraries of parts draw them: fields that nobody sees, lists that are dialogs, buttons within custom elements.

use super::handmade::{starting, taken};
use super::*;

async fn is_filled_and_goes_out_once(page: &str, how: &str) -> (serde_json::Value, Recording) {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let plan = starting(&server, &format!("{page}.html?{how}"), Mode::Submit);
    let recording = run(&plan, out.path()).await.unwrap();
    let taken = taken(&server, page);
    assert_eq!(taken.len(), 1, "{how} {:#?} {:#?}", recording.runs, recording.gaps);
    for name in ["mail", "family"] {
        let selectors = [format!("input[name=\"{name}\"]"), format!("#{name}")];
        let typed = recording.canaries.iter().any(|c| selectors.contains(&c.field) && c.value == taken[0][name]);
        assert!(typed, "{how} {taken:?} {:#?}", recording.canaries);
    }
    assert_eq!(recording.gaps, [], "{how} {:#?}", recording.runs);
    (taken[0].clone(), recording)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_drawn_by_a_library_is_filled_and_goes_out_once() {
    for how in ["confirm", "combo", "select", "search", "click", "box", "help"] {
        is_filled_and_goes_out_once("drawn", how).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_of_react_in_no_form_is_filled_and_goes_out_once() {
    for how in ["", "asks"] {
        let (taken, _) = is_filled_and_goes_out_once("gui", how).await;
        assert!(taken["school"] != "" && taken["by"] == "mejl", "{how} {taken}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_part_of_a_form_is_filled() {
    for how in ["hollow", "around", "calendar", "typed", "button", "copy", "holder", "words", "digits", "rest"] {
        is_filled_and_goes_out_once("parts", how).await;
    }
}

/// Lists that say nothing, forget what they were given or hear keys alone, and days in parts.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_chosen_or_turned_stays() {
    for how in ["unsaid", "shy", "keys", "typed", "arrows", "through", "boxed", "clears", "files"] {
        is_filled_and_goes_out_once("turned", how).await;
    }
    let (taken, recording) = is_filled_and_goes_out_once("turned", "split").await;
    let born: Vec<_> = recording.canaries.iter().filter(|c| c.kind == IdentifierKind::BirthDate).collect();
    assert_eq!(born.len(), 1, "{born:#?}");
    assert!(taken["day"] == *born[0].value && born[0].fields().count() == 3, "{taken} {born:#?}");
}

/// A dialog's own button sends as the one that opened it would.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_a_library_draws_sends_a_form_where_none_is_sent() {
    for how in ["confirm", "click"] {
        let server = Server::start("handmade").await;
        let out = tempfile::tempdir().unwrap();
        let recording = run(&starting(&server, &format!("drawn.html?{how}"), Mode::Fill), out.path()).await.unwrap();
        assert_eq!(taken(&server, "drawn"), Vec::<serde_json::Value>::new(), "{how} {:#?}", recording.runs);
        let pressed = recording.runs[0].steps.iter().any(|s| s.name.starts_with("click #send"));
        assert!(pressed, "{how} {:#?}", recording.runs);
    }
}
