//! Lists and answers as libraries draw them, and what another answer makes a form ask for.

use super::handmade::starting;
use super::*;
use serde_json::Value;

async fn visited(page: &str, mode: Mode) -> (Vec<Value>, Recording) {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&starting(&server, page, mode), out.path()).await.unwrap();
    let sent = server.arrived().into_iter().filter(|a| a.method == "POST" && a.url.ends_with("/apply"));
    (sent.map(|a| serde_json::from_slice(&a.body).unwrap_or_default()).collect(), recording)
}

fn typed<'a>(recording: &'a Recording, field: &str) -> Vec<&'a Canary> {
    recording.canaries.iter().filter(|c| c.field == field).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_answer_is_tried_after_a_form_went_out_also_where_a_button_opens_it() {
    for page in ["answers.html", "answers.html?open"] {
        let (sent, recording) = visited(page, Mode::Submit).await;
        let phone = typed(&recording, "input[name=\"phone\"]");
        let told = phone.first().unwrap_or_else(|| panic!("{page} {:#?} {:#?}", recording.runs, recording.gaps));
        assert_eq!(told.role, "end-user", "{page}");
        // A form that asks for more is another, and is sent with all that it asks for.
        assert_eq!(
            (sent.len(), &sent[1]["to"], &sent[1]["phone"]),
            (2, &"other".into(), &(*told.value).into()),
            "{page} {sent:#?}"
        );
        assert!(recording.gaps.is_empty(), "{page} {:#?}", recording.gaps);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_a_form_went_out_without_and_that_does_not_come_again_is_a_gap() {
    let (sent, recording) = visited("answers.html?once", Mode::Submit).await;
    assert_eq!((sent.len(), typed(&recording, "input[name=\"phone\"]").len()), (1, 0), "{:#?}", recording.runs);
    let told: Vec<_> = recording.gaps.iter().map(|g| (&*g.what, &*g.why)).collect();
    let what = format!("what `#f > fieldset > label:nth-of-type(2) > input` on https://{APP}/answers.html does");
    let why = "the form it stood in went out before it was pressed, and did not come up again";
    assert_eq!(told, [(&*what, why)], "{:#?}", recording.runs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_entry_is_chosen_of_each_list_that_a_form_wants() {
    for how in ["listbox", "dimmed", "loose", "only", "language", "many", "elements"] {
        let (sent, recording) = visited(&format!("lists.html?{how}"), Mode::Submit).await;
        // A switch that makes it ask for more makes it another form.
        let times = if how == "elements" { 2 } else { 1 };
        assert_eq!(sent.len(), times, "{how} {:#?} {:#?}", recording.runs, recording.gaps);
        assert!(recording.gaps.is_empty(), "{how} {:#?}", recording.gaps);
        let other = typed(&recording, "input[name=\"other\"]");
        assert_eq!(!other.is_empty(), how == "elements", "{:#?}", recording.runs);
        let page = recording.runs[0].steps.iter().any(|s| s.name.starts_with("fill") && s.name.contains("#page"));
        assert!(!page, "the page's own list is left: {:#?}", recording.runs);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_opens_in_a_dialog_is_left_without_the_dialog() {
    for how in ["calendar", "menu", "list"] {
        let (sent, recording) = visited(&format!("inlaid.html?{how}"), Mode::Submit).await;
        assert_eq!(sent.len(), 1, "{how} {:#?} {:#?}", recording.runs, recording.gaps);
        assert!(recording.gaps.is_empty(), "{how} {:#?}", recording.gaps);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_component_that_names_its_form_sends_it() {
    let (sent, recording) = visited("elsewhere.html", Mode::Submit).await;
    assert_eq!(sent.len(), 1, "{:#?} {:#?}", recording.runs, recording.gaps);
    let (sent, recording) = visited("elsewhere.html", Mode::Fill).await;
    let held = recording.gaps.iter().filter(|g| g.why.starts_with("this mode fills")).count();
    assert_eq!((sent.len(), held), (0, 1), "{:#?} {:#?}", recording.runs, recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn boxes_for_one_code_get_a_digit_each() {
    let (sent, recording) = visited("boxes.html", Mode::Submit).await;
    assert_eq!((sent.len(), &sent[0]["code"]), (1, &"7777".into()), "{sent:?} {:#?}", recording.runs);
    assert!(!typed(&recording, "input[name=\"em\"]").is_empty(), "{:#?}", recording.runs);
    let boxes = recording.gaps.iter().any(|g| g.what.contains("#boxes"));
    assert!(!boxes, "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_page_asks_who_goes_away_is_filled_and_sent() {
    for page in ["going.html", "going.html?form"] {
        let (sent, recording) = visited(page, Mode::Submit).await;
        let mail = typed(&recording, "input[name=\"em\"]");
        assert!(!mail.is_empty(), "{page} {:#?} {:#?}", recording.runs, recording.gaps);
        assert_eq!((sent.len(), &sent[0]["em"]), (1, &(*mail[0].value).into()), "{page} {:#?}", recording.runs);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_field_beside_a_calendar_gets_a_day_and_running_ids_are_no_names() {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&starting(&server, "day.html", Mode::Submit), out.path()).await.unwrap();
    let sent = server.arrived().into_iter().find(|a| a.method == "POST" && a.url.ends_with("/apply")).unwrap();
    let sent = String::from_utf8(sent.body).unwrap();
    assert!(sent.contains("toivottu=14.3.2030"), "{sent}");
    assert!(!typed(&recording, "input[name=\"email\"]").is_empty(), "{:#?}", recording.canaries);
}
