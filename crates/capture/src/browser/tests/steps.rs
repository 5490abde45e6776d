//! Steps that refuse, and what is sent at the end of a wizard by a button that stands beside no field.

use super::handmade::{starting, taken};
use super::*;

async fn visited(page: &str, mode: Mode) -> (Server, Recording) {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&starting(&server, page, mode), out.path()).await.unwrap();
    (server, recording)
}

fn sent(server: &Server) -> usize {
    server.arrived().iter().filter(|a| a.method == "POST" && a.url.ends_with("/apply")).count()
}

fn steps(recording: &Recording, name: &str) -> usize {
    recording.runs[0].steps.iter().filter(|s| s.name == name).count()
}

fn asks(recording: &Recording, kind: IdentifierKind) -> bool {
    recording.canaries.iter().any(|c| c.kind == kind)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_summary_at_the_end_is_sent_once_with_its_box_ticked() {
    for how in ["forms", "loose", "formed", "silent", "pushed", "draft"] {
        let (server, recording) = visited(&format!("summary.html?{how}"), Mode::Submit).await;
        assert_eq!(
            (sent(&server), taken(&server, "summary").len()),
            (1, 1),
            "{how} {:#?} {:#?}",
            recording.runs,
            recording.gaps
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_summary_sends_nothing_where_forms_are_only_filled() {
    for how in ["forms", "loose", "formed"] {
        let (server, recording) = visited(&format!("summary.html?{how}"), Mode::Fill).await;
        assert_eq!(sent(&server), 0, "{how} {:#?}", recording.runs);
        // Where the first step is a form, it is not submitted either.
        assert_eq!(steps(&recording, "click #send") > 0, how != "forms", "{how} {:#?}", recording.runs);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_that_refuses_is_a_gap_however_its_button_is_made() {
    for (how, form) in [
        ("typed", "form `#m > form`"),
        ("loose", "a form"),
        ("prevented", "form `#m > form`"),
        ("described", "form `#m > form`"),
        ("counted", "form `#m > form`"),
        ("draft", "form `#m > form`"),
    ] {
        for mode in [Mode::Submit, Mode::Fill] {
            if how == "draft" && mode == Mode::Fill {
                continue;
            }
            let (_server, recording) = visited(&format!("staying.html?{how}"), mode).await;
            let what = format!("what follows when {form} on https://{APP}/staying.html is sent");
            let why =
                "`#on` was pressed, the form stayed, and nothing of it was seen to go out; the page calls wrong: #code";
            let told = recording.gaps.iter().any(|g| (&*g.what, &*g.why) == (&*what, why));
            assert!(told, "{how} {mode:?} {:#?} {:#?}", recording.gaps, recording.runs);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_field_that_empties_itself_and_is_called_wrong_for_ever_ends_the_presses() {
    let visit = visited("staying.html?empties", Mode::Submit);
    let (_server, recording) = tokio::time::timeout(Duration::from_secs(90), visit).await.expect("it ends");
    let presses = steps(&recording, "click #send");
    assert!((1..=6).contains(&presses), "{presses}");
    assert!(recording.gaps.iter().any(|g| g.why.contains("the page calls wrong: #code")), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_word_that_becomes_a_chip_by_enter_is_entered_where_the_page_asks_for_it() {
    for page in ["chips.html", "chips.html?kept"] {
        for mode in [Mode::Submit, Mode::Fill] {
            let (_server, recording) = visited(page, mode).await;
            assert!(
                asks(&recording, IdentifierKind::Email),
                "{page} {mode:?} {:#?} {:#?}",
                recording.runs,
                recording.gaps
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_entry_is_chosen_of_what_a_service_suggests() {
    for mode in [Mode::Submit, Mode::Fill] {
        let (_server, recording) = visited("suggested.html", mode).await;
        assert!(asks(&recording, IdentifierKind::Email), "{mode:?} {:#?} {:#?}", recording.runs, recording.gaps);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fields_with_new_ids_at_each_mount_are_filled_once_and_the_step_that_stayed_is_a_gap() {
    let (_server, recording) = visited("mounted.html", Mode::Fill).await;
    assert_eq!(recording.canaries.len(), 4, "{:#?}", recording.canaries);
    let told =
        recording.gaps.iter().any(|g| g.why.contains("the form stayed") && g.why.contains("the page calls wrong"));
    assert!(told, "{:#?} {:#?}", recording.gaps, recording.runs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn steps_whose_button_stands_outside_their_forms_are_gone_through_and_sent_once() {
    let (server, recording) = visited("outside.html", Mode::Submit).await;
    assert_eq!(sent(&server), 1, "{:#?} {:#?}", recording.runs, recording.gaps);
    assert!(!recording.gaps.iter().any(|g| g.why.contains("the form stayed")), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tab_is_pressed_after_what_its_panel_holds() {
    let (server, recording) = visited("panels.html", Mode::Submit).await;
    assert_eq!(sent(&server), 1, "{:#?} {:#?}", recording.runs, recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_takes_the_place_of_a_code_that_sends_itself_is_filled_before_it_is_saved() {
    let (server, recording) = visited("panels.html?code", Mode::Submit).await;
    let saved: Vec<_> = server.arrived().into_iter().filter(|a| a.url.ends_with("/apply")).map(|a| a.body).collect();
    let full = |body: &Vec<u8>| String::from_utf8_lossy(body).contains("070");
    assert!(saved.len() == 1 && saved.iter().all(full), "{saved:?} {:#?} {:#?}", recording.runs, recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn questions_that_only_ask_to_choose_are_answered_one_after_the_other() {
    for how in ["radios", "table", "form", "scale", "stars", "buttons", "language", "many"] {
        let (server, recording) = visited(&format!("questions.html?{how}"), Mode::Submit).await;
        let taken = (sent(&server), taken(&server, "questions").len());
        assert_eq!(taken, (1, 1), "{how} {:#?} {:#?}", recording.runs, recording.gaps);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn buttons_that_are_left_are_named_by_their_number() {
    let (_server, recording) = visited("questions.html?faq", Mode::Fill).await;
    let left = |g: &facts::Gap| {
        g.what == format!("what 3 more buttons on https://{APP}/questions.html do")
            && g.why.starts_with("6 buttons of the page")
    };
    assert!(recording.gaps.iter().any(left), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_is_drawn_anew_is_sent_once_however_its_fields_are_named() {
    for how in ["counted", "lot", "listed"] {
        let (server, recording) = visited(&format!("redrawn.html?{how}"), Mode::Submit).await;
        assert_eq!(sent(&server), 1, "{how} {:#?}", recording.runs);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_to_nothing_is_told() {
    for (how, why) in [
        ("refused", "the service was sent it, and the form stayed; the page calls wrong: #k"),
        ("deaf", "nothing of them was seen to go out"),
        ("soon", "nothing of them was seen to go out"),
    ] {
        let (_server, recording) = visited(&format!("answered.html?{how}"), Mode::Submit).await;
        assert!(recording.gaps.iter().any(|g| g.why.contains(why)), "{how} {:#?}", recording.gaps);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_asks_for_more_with_another_answer_is_sent_with_that_too() {
    let (server, recording) = visited("answered.html?other", Mode::Submit).await;
    let answers: Vec<bool> = taken(&server, "answered").iter().map(|sent| sent["ph"].is_string()).collect();
    assert_eq!(answers, [false, true], "{:#?}", recording.runs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_asks_until_what_was_sent_is_done_is_waited_for() {
    let (server, recording) = visited("answered.html?later", Mode::Submit).await;
    assert_eq!((sent(&server), taken(&server, "answered").len()), (1, 1), "{:#?}", recording.runs);
}
