//! Forms that ask for more than their attributes say, and what opens beside or over them: they are sent, or named.

use super::handmade::{starting, taken};
use super::*;

fn sent(server: &Server) -> usize {
    server.arrived().iter().filter(|a| a.method == "POST" && a.url.ends_with("/apply")).count()
}

async fn visited(page: &str, mode: Mode) -> (Server, Recording) {
    let server = Server::start("handmade").await;
    let out = tempfile::tempdir().unwrap();
    let recording = run(&starting(&server, page, mode), out.path()).await.unwrap();
    (server, recording)
}

fn gap<'a>(recording: &'a Recording, page: &str) -> Vec<&'a str> {
    let what = format!("what follows when form `#f` on https://{APP}/{page} is sent");
    recording.gaps.iter().filter(|g| g.what == what).map(|g| g.why.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn terms_are_agreed_to_and_one_of_a_group_is_chosen_though_nothing_marks_them_as_required() {
    for how in ["terms", "radio"] {
        let (server, recording) = visited(&format!("refused.html?{how}"), Mode::Submit).await;
        assert_eq!(sent(&server), 1, "{how} {:#?} {:#?}", recording.runs, recording.gaps);
        assert_eq!(gap(&recording, "refused.html"), Vec::<&str>::new(), "{how}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_did_not_go_out_is_a_gap_that_says_what_the_page_says() {
    for (how, mode, why) in [
        (
            "code",
            Mode::Submit,
            "`#send` was pressed, the form stayed, and nothing of it was seen to go out; the page shows an alert of 11 characters",
        ),
        (
            "called",
            Mode::Submit,
            "`#send` was pressed, the form stayed, and nothing of it was seen to go out; the page shows an alert of 12 characters",
        ),
        (
            "marked",
            Mode::Submit,
            "`#send` was pressed, the form stayed, and nothing of it was seen to go out; the page calls wrong: #mail",
        ),
        (
            "silent",
            Mode::Submit,
            "`#send` was pressed, the form stayed, and nothing of it was seen to go out; the page does not say why",
        ),
        ("disabled", Mode::Submit, "its button `#send` stayed disabled; the page does not say why"),
        ("disabled", Mode::Fill, "its button `#send` stayed disabled; the page does not say why"),
        ("dead", Mode::Fill, "this mode fills forms and clicks, but sends none"),
        ("code", Mode::Fill, "this mode fills forms and clicks, but sends none"),
    ] {
        let (server, recording) = visited(&format!("refused.html?{how}"), mode).await;
        assert_eq!((sent(&server), gap(&recording, "refused.html")), (0, vec![why]), "{how} {:#?}", recording.runs);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_button_of_a_form_opens_is_left_before_the_form_is_sent() {
    for how in ["dialog", "layer", "closes", "list"] {
        for mode in [Mode::Submit, Mode::Fill] {
            let (server, recording) = visited(&format!("opens.html?{how}"), mode).await;
            let pressed = recording.runs[0].steps.iter().any(|s| s.name == "click #send");
            let expected = usize::from(mode == Mode::Submit);
            assert_eq!(
                (sent(&server), pressed),
                (expected, true),
                "{how} {mode:?} {:#?} {:#?}",
                recording.runs,
                recording.gaps
            );
            assert!(!recording.gaps.iter().any(|g| g.what.contains("dialog or layer")), "{how} {:#?}", recording.gaps);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn links_that_only_do_what_their_listeners_do_are_pressed_and_lead_nowhere() {
    let (server, recording) = visited("links.html", Mode::Fill).await;
    let taken = taken(&server, "links");
    for name in ["idle", "script", "led"] {
        assert!(taken.iter().any(|t| t["name"] == name && t["value"] != ""), "{name} {:#?}", recording.runs);
    }
    let opened =
        server.arrived().iter().filter(|a| a.url.ends_with("/one.html") || a.url.ends_with("/two.html")).count();
    assert_eq!(opened, 0, "{:#?}", recording.runs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_without_a_button_is_sent_by_enter() {
    for (mode, expected) in [(Mode::Submit, 1), (Mode::Fill, 0)] {
        let (server, recording) = visited("enter.html", mode).await;
        assert_eq!(sent(&server), expected, "{:#?} {:#?}", recording.runs, recording.gaps);
        assert!(recording.exchanges.iter().any(|e| e.url.ends_with("via=enter")), "{:#?}", recording.runs);
        assert_eq!(gap(&recording, "enter.html").len(), 1 - expected, "{:#?}", recording.gaps);
    }
}
