//! What goes out and what does not, however a page sends; and what a visitor does beside typing and pressing.

use super::*;

fn starting(server: &Server, page: &str, mode: Mode) -> Plan {
    Plan { start: format!("https://{APP}/{page}"), ..plan(server, Script::Explore, mode) }
}

/// How often anything arrived below a path, whoever was asked.
fn count(server: &Server, path: &str) -> usize {
    let at = |a: &Arrived| url::Url::parse(&a.url).unwrap().path() == path && a.method != "OPTIONS";
    server.arrived().iter().filter(|a| at(a)).count()
}

fn bodies(recording: &Recording, path: &str) -> Vec<String> {
    let found = recording.exchanges.iter().filter(|e| url::Url::parse(&e.url).is_ok_and(|u| u.path() == path));
    found.map(|e| format!("{} {}", e.url, String::from_utf8_lossy(e.body.as_deref().unwrap_or_default()))).collect()
}

fn told(recording: &Recording, what: &str, why: &str) -> bool {
    recording.gaps.iter().any(|g| g.what.contains(what) && g.why.contains(why))
}

async fn recorded(plan: &Plan) -> Recording {
    let out = tempfile::tempdir().unwrap();
    run(plan, out.path()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_is_sent_once_however_its_script_sends_it() {
    for how in ["api", "elsewhere", "get", "jsonp", "frame", "encoded", "click", "encoded,quiet", "packed,quiet"] {
        let server = Server::start("handmade").await;
        let recording = recorded(&starting(&server, &format!("sends.html?{how}"), Mode::Submit)).await;
        assert_eq!(count(&server, "/apply"), 1, "{how} {:#?}", recording.runs);
        assert_eq!(recording.canaries.len(), 4, "both spellings were typed: {how}");
    }
}

/// A script that sends a form nobody sees sends of itself; the visitor's form stays, whoever sends it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_nobody_sees_goes_out_while_fields_are_filled_and_the_visitors_is_held_back_and_named() {
    let server = Server::start("handmade").await;
    let recording = recorded(&starting(&server, "scripted.html", Mode::Fill)).await;
    for path in ["/submitted", "/clicked"] {
        assert!(count(&server, path) > 0, "{path} {:#?}", recording.gaps);
        assert!(bodies(&recording, path).iter().any(|b| b.contains("example.org")), "{path}");
    }
    assert_eq!(count(&server, "/apply"), 0);
    let filled = recording.gaps.iter().filter(|g| g.what.starts_with("what follows when form `#form`"));
    assert_eq!(filled.count(), 1, "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_may_have_gone_out_encoded_is_named_and_not_sent_again() {
    let server = Server::start("handmade").await;
    let recording = recorded(&starting(&server, "sends.html?encoded,quiet", Mode::Submit)).await;
    assert!(told(&recording, "form `#form`", "cannot be read"), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_step_of_a_wizard_in_no_form_is_sent_though_it_asks_nothing() {
    for how in ["still,Skicka", "views,Lähetä", "saves,Skicka in", "views,Send"] {
        for (mode, sent) in [(Mode::Fill, 0), (Mode::Submit, 1)] {
            let server = Server::start("handmade").await;
            let recording = recorded(&starting(&server, &format!("ending.html?{how}"), mode)).await;
            assert_eq!([count(&server, "/apply"), count(&server, "/again")], [sent, 0], "{how} {:#?}", recording.runs);
            // A step that is kept by a request goes no further where that is held back.
            let reached = mode == Mode::Submit || !how.starts_with("saves");
            assert_eq!(bodies(&recording, "/apply").is_empty(), !reached, "{how} {mode:?} {:#?}", recording.runs);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_takes_away_what_was_filled_is_pressed_after_it_was_sent() {
    for undo in ["×,Rensa", ",Ta bort", ",Poista", "Stäng", "×", ",Clear", "✕,Dölj"] {
        let server = Server::start("handmade").await;
        let recording = recorded(&starting(&server, &format!("undone.html?{undo}"), Mode::Submit)).await;
        let arrived = server.arrived();
        let first = |path: &str| arrived.iter().position(|a| a.url.ends_with(path));
        assert_eq!(count(&server, "/apply"), 1, "{undo} {:#?}", recording.runs);
        assert!(first("/undone").is_none_or(|at| Some(at) > first("/apply")), "{undo} {:#?}", recording.runs);
    }
}

/// A button leads to its view, and later its address is opened as a page.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_is_sent_once_in_a_run_though_its_page_is_come_to_twice() {
    let server = Server::start("handmade").await;
    let recording = recorded(&Plan { pages: 4, ..starting(&server, "spa", Mode::Submit) }).await;
    let opened = recording.runs[0].steps.iter().any(|s| s.name == "open /spa/form");
    assert_eq!((count(&server, "/apply"), opened), (1, true), "{:#?}", recording.runs);
    assert!(!told(&recording, "form `#f`", ""), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_window_that_was_held_back_from_leaving_the_service_has_an_address() {
    let server = Server::start("handmade").await;
    let recording = recorded(&starting(&server, "offer.html", Mode::Fill)).await;
    assert!(told(&recording, "/offer", "does not leave the service"), "{:#?}", recording.gaps);
    assert!(!told(&recording, "a window that", ""), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_whose_handler_listens_to_clicks_is_not_sent_where_forms_are_not_sent() {
    let server = Server::start("handmade").await;
    let recording = recorded(&starting(&server, "sends.html?click", Mode::Fill)).await;
    assert_eq!(count(&server, "/apply"), 0, "{:#?}", recording.runs);
    assert_eq!(bodies(&recording, "/apply").len(), 2, "held back, but recorded: {:#?}", recording.runs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_form_led_to_is_gone_on_with_where_it_is_and_not_asked_for_again() {
    let server = Server::start("handmade").await;
    let plan = Plan { pages: 5, ..starting(&server, "booking.html", Mode::Submit) };
    let recording = recorded(&plan).await;
    for page in ["/booked.html", "/chosen.html", "/one.html"] {
        assert_eq!(count(&server, page), 1, "{page} {:#?}", recording.runs);
    }
    let reminded = server.arrived().iter().filter(|a| a.url.ends_with("via=reminder")).count();
    assert_eq!(reminded, 1, "{:#?}", recording.runs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fields_in_no_form_are_sent_like_a_form() {
    for (page, mode, sent) in [
        ("formless.html", Mode::Fill, 0),
        ("formless.html?get", Mode::Fill, 0),
        ("formless.html", Mode::Submit, 1),
        ("formless.html?get", Mode::Submit, 1),
    ] {
        let server = Server::start("handmade").await;
        let recording = recorded(&starting(&server, page, mode)).await;
        assert_eq!(count(&server, "/apply"), sent, "{page} {mode:?} {:#?}", recording.runs);
        if mode == Mode::Fill {
            let mails: Vec<_> = recording.canaries.iter().filter(|c| c.kind == IdentifierKind::Email).collect();
            let seen = bodies(&recording, "/apply").join("\n").replace("%40", "@");
            assert!(mails.len() == 2 && mails.iter().all(|c| seen.contains(&c.value)), "{seen}");
            assert!(told(&recording, "/apply", "held back"), "{:#?}", recording.gaps);
            // What only listens has what it listened to.
            let checked = server.arrived().iter().filter(|a| a.url.ends_with("via=check")).count();
            assert_eq!(checked, 2, "{:#?}", recording.runs);
        }
    }
}

/// React's own words for where a form goes, and its hidden fields, are others where a script draws it than where the server does.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_a_framework_draws_in_two_ways_is_sent_once() {
    let server = Server::start("handmade").await;
    let recording = recorded(&Plan { pages: 3, ..starting(&server, "react.html", Mode::Submit) }).await;
    let opened = recording.runs[0].steps.iter().any(|s| s.name == "open /react.html?m=p");
    assert_eq!((count(&server, "/apply"), opened), (1, true), "{:#?}", recording.runs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_button_beside_fields_in_no_form_sends_them_whatever_it_says() {
    for says in ["Spara svar", "Lägg till", "Nästa", "Gå vidare", "Vahvista", "Klart"] {
        for (mode, sent) in [(Mode::Fill, 0), (Mode::Submit, 1)] {
            let server = Server::start("handmade").await;
            let recording = recorded(&starting(&server, &format!("saved.html?{says}"), mode)).await;
            assert_eq!(count(&server, "/apply"), sent, "{says} {mode:?} {:#?}", recording.runs);
            assert!(count(&server, "/hashed") > 0, "{says} {mode:?} {:#?}", recording.runs);
            assert_eq!(told(&recording, "/apply", "held back"), mode == Mode::Fill, "{says} {:#?}", recording.gaps);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_frames_of_the_service_have_is_pressed_as_on_a_page() {
    let server = Server::start("handmade").await;
    let recording = recorded(&starting(&server, "frameset.html", Mode::Submit)).await;
    assert_eq!((count(&server, "/apply"), count(&server, "/asked")), (1, 1), "{:#?}", recording.runs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_of_frames_that_all_failed_shows_nothing() {
    let server = Server::start("handmade").await;
    let recording = recorded(&starting(&server, "frames-gone.html", Mode::Fill)).await;
    assert!(recording.runs[0].steps.iter().all(|s| !s.ok), "{:#?}", recording.runs);
    assert!(told(&recording, "", "none of its frames loaded"), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_in_a_frame_of_another_site_is_filled_and_not_sent() {
    for (own, sent) in [("service.example", 0), ("third.example", 1)] {
        let server = Server::start("handmade").await;
        let first_party = vec!["service.example".to_owned(), own.to_owned()];
        let recording = recorded(&Plan { first_party, ..starting(&server, "payment.html", Mode::Submit) }).await;
        assert_eq!(count(&server, "/apply"), sent, "{own} {:#?}", recording.runs);
        let why = "a frame of another site";
        let gaps =
            ["form `#k` on https://sink", "the buttons in the frame https://sink"].map(|w| told(&recording, w, why));
        assert_eq!(gaps, [sent == 0; 2], "{own} {:#?}", recording.gaps);
        assert!(recording.canaries.len() > 1, "{own} {:#?}", recording.canaries);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_in_a_view_by_hash_is_filled_and_sent_once_whichever_view_leads_to_it() {
    for (mode, sent) in [(Mode::Fill, 0), (Mode::Submit, 1)] {
        let server = Server::start("handmade").await;
        let recording = recorded(&Plan { pages: 6, ..starting(&server, "views.html", mode) }).await;
        assert_eq!([count(&server, "/apply"), count(&server, "/answered")], [sent; 2], "{:#?}", recording.runs);
        let filled = recording.runs[0].steps.iter().filter(|s| s.name.starts_with("fill ")).count();
        assert!(filled <= 6, "{filled} {:#?}", recording.runs);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_buys_or_deletes_in_a_filled_form_is_pressed_and_nothing_it_sends_goes_out() {
    for mode in [Mode::Fill, Mode::Submit] {
        let server = Server::start("handmade").await;
        let recording = recorded(&starting(&server, "checkout.html", mode)).await;
        let arrived = server.arrived();
        for path in ["/paid", "/saved", "/act", "/pixel"] {
            assert_eq!(count(&server, path), 0, "{mode:?} {path} {:#?}", recording.runs);
        }
        let pressed = |id: &str| arrived.iter().any(|a| a.url.ends_with(&format!("via={id}")));
        assert_eq!(["buy", "drop", "out", "print"].map(pressed), [true, true, false, false], "{:#?}", recording.runs);
        let mail = recording.canaries.iter().find(|c| c.kind == IdentifierKind::Email).unwrap();
        let seen = bodies(&recording, "/pixel").join("\n").replace("%40", "@");
        assert!(seen.contains(&mail.value), "{seen}");
        assert!(told(&recording, "what `#out` on", "logs out") && told(&recording, "what `#print` on", "prints"));
        let why = if mode == Mode::Fill { "this mode fills forms" } else { "buys, deletes or logs out" };
        assert!(told(&recording, "what follows when form `#pay`", why), "{:#?}", recording.gaps);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_was_opened_before_another_kept_something_is_opened_again_at_the_end() {
    let server = Server::start("handmade").await;
    let plan = Plan { pages: 4, ..starting(&server, "keeping.html", Mode::Fill) };
    let recording = recorded(&plan).await;
    assert!(server.arrived().iter().any(|a| a.url.ends_with("via=keeping")), "{:#?}", recording.runs);
    assert!(told(&recording, "2 files that pages link to", "not opened"), "{:#?}", recording.gaps);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn enter_and_the_mouse_are_tried_and_a_late_timer_of_the_service_is_named() {
    let server = Server::start("handmade").await;
    let recording = recorded(&starting(&server, "gestures.html", Mode::Fill)).await;
    let seen = |via: &str| bodies(&recording, "/collect").iter().any(|b| b.contains(&format!("via={via} ")));
    assert_eq!(["enter", "move", "leave"].map(seen), [true; 3], "{:#?}", recording.runs);
    assert!(told(&recording, "does 8 s after it began", "longer than 5 s"), "{:#?}", recording.gaps);
}
