//! Every page in every language, and what a reader can do on it.

use super::sample::{AUDIT, PICTURE, Sample, now, report, site};
use crate::say::missing;
use facts::Lang;
use jiff::SignedDuration;

#[tokio::test]
async fn every_page_says_everything_in_every_language() {
    let sample = Sample::new().await;
    sample.handle().await;
    let mut browser = sample.browser().await;
    for lang in Lang::ALL {
        browser.speak(lang.tag());
        for address in sample.addresses() {
            let page = browser.get(&address).await;
            let text = page.text();
            assert_eq!(page.status, 200, "{address} {}", lang.tag());
            assert!(text.contains(&format!("<html lang=\"{}\">", lang.tag())), "{address}");
            assert_eq!(missing(&text), Vec::<&str>::new(), "{address} {}", lang.tag());
            assert_eq!(text.matches("<h1>").count(), 1, "{address} has one main heading");
            assert!(!text.contains("{$") && !text.contains("{ $"), "{address} has an argument that was not given");
        }
    }
}

#[tokio::test]
async fn the_language_is_remembered_and_leaves_the_address() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let page = browser.get("/audits?lang=fi").await;
    assert_eq!((page.status.as_u16(), page.header("location")), (303, "/audits"));
    assert!(browser.get("/audits").await.text().contains("<html lang=\"fi\">"));
    browser.headers.push(("accept-language", "sv".to_owned()));
    assert!(browser.get("/audits").await.text().contains("<html lang=\"fi\">"), "the choice outranks the browser");
}

#[tokio::test]
async fn nothing_found_and_could_not_look_are_told_apart() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let clean = browser.get("/audits/clean").await.text();
    assert!(clean.contains("Nothing was found, and nothing was out of sight."));
    let mut blind = report();
    blind.findings.clear();
    let other = site_without_findings(&blind).await;
    let text = other.browser().await.get(&format!("/audits/{AUDIT}")).await.text();
    assert!(text.contains("one thing could not be looked at"), "{text}");
}

/// It stands among real cases, last, and nobody is told to file it.
#[tokio::test]
async fn an_exercise_says_so_in_every_list() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let csrf = browser.get("/cases/new").await.csrf();
    let drill = [
        ("csrf", csrf.as_str()),
        ("title", "The stolen laptop"),
        ("nature", "confidentiality"),
        ("suspected", "2026-11-21T20:00"),
        ("occurred", "unknown"),
        ("exercise", "yes"),
    ];
    assert_eq!(browser.post("/cases/new", &drill).await.status, 303);
    for address in ["/", "/cases"] {
        let page = browser.get(address).await.text();
        let named = page.matches("The stolen laptop").count();
        assert!(named > 0 && page.matches("Exercise: The stolen laptop").count() == named, "{page}");
    }
}

#[tokio::test]
async fn a_report_that_is_sent_twice_opens_one_case() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let csrf = browser.get("/cases/new").await.csrf();
    let report = |title| {
        let times = [("suspected", "2026-11-21T20:00"), ("occurred", "unknown")];
        [&[("csrf", csrf.as_str()), ("title", title), ("nature", "confidentiality")][..], &times].concat()
    };
    let mut opened = Vec::new();
    for title in ["A lost bag", "A lost bag", "Another lost bag"] {
        opened.push(browser.post("/cases/new", &report(title)).await.header("location").to_owned());
    }
    assert_eq!(opened[0], opened[1]);
    assert_ne!(opened[0], opened[2]);
}

/// Recordings and reports hold gaps and steps in fixed English; the page tells them as the report's own file does.
#[tokio::test]
async fn what_could_not_be_seen_and_what_was_done_is_told_in_the_readers_language() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    for (lang, told) in [("sv", ["tryck på #send", "Innehållet i ett anrop"]), ("fi", ["paina #send", "pyynnön"])] {
        browser.speak(lang);
        let page = browser.get(&format!("/audits/{AUDIT}")).await.text();
        assert!(!page.contains("click #send") && !page.contains("body of POST"));
        for told in told {
            assert!(page.contains(told), "{told}: {page}");
        }
        let finding = browser.get(&format!("/audits/{AUDIT}/findings/f-other")).await.text();
        assert!(!finding.contains("click #send"), "{finding}");
    }
}

async fn site_without_findings(blind: &facts::Report) -> Sample {
    let sample = Sample::new().await;
    let audit = sample.site.db.audit(AUDIT).await.unwrap().unwrap().0;
    sample.site.db.put_audit(audit, Some(blind), "berit", now()).await.unwrap();
    sample
}

#[tokio::test]
async fn the_finding_page_shows_the_way_from_what_was_typed_to_what_was_sent() {
    let sample = Sample::new().await;
    let text = sample.browser().await.get(&format!("/audits/{AUDIT}/findings/f-other")).await.text();
    for part in [
        "070-174 06 21",
        "www.facebook.com",
        "udff[ph]",
        "https://connect.facebook.net/en_US/fbevents.js:41:1802",
        "screenshots/003.png",
        "770000000000001",
    ] {
        assert!(text.contains(part), "{part}");
    }
}

#[tokio::test]
async fn only_pictures_that_the_report_names_are_served() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let page = browser.get(&format!("/audits/{AUDIT}/screenshots/001.png")).await;
    assert_eq!((page.status.as_u16(), page.header("content-type"), &page.body[..]), (200, "image/png", PICTURE));
    std::fs::write(sample.folder.path().join(AUDIT).join("report.json"), "{}").unwrap();
    for file in [
        "report.json",
        "screenshots/secret.png",
        "screenshots/../screenshots/001.png",
        "screenshots/%2e%2e/report.json",
        "../register.db",
        "..%2fregister.db",
        "%2fetc%2fpasswd",
    ] {
        assert_eq!(browser.get(&format!("/audits/{AUDIT}/{file}")).await.status, 404, "{file}");
    }
}

#[tokio::test]
async fn a_report_that_names_files_outside_its_folder_gets_none_of_them() {
    let mut bad = report();
    bad.runs[0].steps[0].screenshot = Some("../register.db.png".to_owned());
    let sample = site(&bad).await;
    std::fs::write(sample.folder.path().join("register.db.png"), "secret").unwrap();
    let mut browser = sample.browser().await;
    for file in ["../register.db.png", "..%2fregister.db.png"] {
        assert_eq!(browser.get(&format!("/audits/{AUDIT}/{file}")).await.status, 404, "{file}");
    }
}

/// The time of filing is no date to be done by, and cases of one event are told apart by whose they are.
#[tokio::test]
async fn the_overview_names_no_date_that_is_past_its_use_and_whose_case_it_is() {
    let sample = Sample::new().await;
    sample.aware_hours_ago(1).await;
    let mut browser = sample.browser().await;
    let due = |text: String| text.contains("<span class=\"by\">by <time");
    assert!(due(browser.get("/").await.text()));
    let (controller, event) = ("Example Town".to_owned(), "august".to_owned());
    sample.act(respond::Act::SetController { controller, event, established: true, controllers: Vec::new() }).await;
    let kind = respond::FilingKind::Incomplete;
    sample
        .act(respond::Act::File {
            authority: "IMY".to_owned(),
            kind,
            sent: now(),
            receipt: String::new(),
            delay_reason: None,
            withdrawal_reason: None,
            documents: Vec::new(),
            fields: Vec::new(),
        })
        .await;
    let text = browser.get("/").await.text();
    assert!(!text.contains("(Filed)") && !due(text.clone()), "{text}");
    assert!(text.contains("Example Town") && browser.get("/cases").await.text().contains("Example Town"));
}

#[tokio::test]
async fn a_case_is_opened_from_a_finding_once() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let csrf = browser.get(&format!("/audits/{AUDIT}/findings/f-undeclared")).await.csrf();
    let form = [("csrf", csrf.as_str()), ("finding", "f-undeclared")];
    let first = browser.post(&format!("/audits/{AUDIT}/case"), &form).await;
    let again = browser.post(&format!("/audits/{AUDIT}/case"), &form).await;
    assert_eq!(first.status, 303);
    assert_eq!(first.header("location"), again.header("location"));
    let strange = [("csrf", csrf.as_str()), ("finding", "no-such")];
    assert_eq!(browser.post(&format!("/audits/{AUDIT}/case"), &strange).await.status, 422);
}

#[tokio::test]
async fn the_clock_starts_only_when_a_named_person_says_so() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let address = format!("/cases/{}", sample.case);
    let page = browser.get(&address).await;
    assert!(page.text().contains("The clock is not running"));
    let csrf = page.csrf();
    let seen = sample.site.db.case(&sample.case).await.unwrap().unwrap().version.to_string();
    let base = [("csrf", csrf.as_str()), ("seen", seen.as_str())];
    let empty = browser.post(&format!("{address}/aware"), &base).await;
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("href=\"#aware-reason\""), "the field is named and linked");
    let mut form = base.to_vec();
    form.extend([("aware", "2026-11-21T22:30"), ("person", "Berit Lund"), ("reason", "loggen visade anropet")]);
    let done = browser.post(&format!("{address}/aware"), &form).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let text = browser.get(&address).await.text();
    // 72 hours from 22:30 on Saturday, read at 23:40.
    assert!(text.contains("Tuesday 24 November 2026, 22:30 (UTC+1)"), "{text}");
    assert!(text.contains("2 days and 22 hours left"), "{text}");
    let late = browser.post(&format!("{address}/aware"), &form).await;
    assert_eq!(late.status, 409, "a form made before that is told that somebody was faster");
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_written() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let address = format!("/cases/{}", sample.case);
    let csrf = browser.get(&address).await.csrf();
    let tomorrow = "2026-11-22T12:00";
    let form =
        [("csrf", csrf.as_str()), ("seen", "1"), ("aware", tomorrow), ("person", "Berit"), ("reason", "min text")];
    let page = browser.post(&format!("{address}/aware"), &form).await;
    let text = page.text();
    assert_eq!(page.status, 422);
    assert!(text.contains("min text") && text.contains(tomorrow), "{text}");
    assert!(text.contains("href=\"#aware-aware\""), "{text}");
}

#[tokio::test]
async fn facts_are_saved_with_their_origin_and_wrong_ones_are_marked() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let address = format!("/cases/{}/facts", sample.case);
    let csrf = browser.get(&address).await.csrf();
    let base = [("csrf", csrf.as_str()), ("seen", "1"), ("nature", "confidentiality"), ("data", "contact")];
    let mut wrong = base.to_vec();
    wrong.push(("people.count", "-3"));
    let page = browser.post(&address, &wrong).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("href=\"#people.count\"") && page.text().contains("value=\"-3\""), "{}", page.text());
    let mut right = base.to_vec();
    right.extend([("people.count", "90 000"), ("people.countries", "SE 80000, FI 10000"), ("context", "-")]);
    let page = browser.post(&address, &right).await;
    assert_eq!(page.status, 303, "{}", page.text());
    let text = browser.get(&format!("/cases/{}/facts", sample.case)).await.text();
    assert!(text.contains("90,000") && text.contains("berit"), "{text}");
    let facts = sample.site.db.case(&sample.case).await.unwrap().unwrap().case.facts;
    assert_eq!(facts.context.as_deref(), Some(&[][..]), "checked and none is not the same as not asked");
}

#[tokio::test]
async fn anybody_logged_in_can_report_and_the_report_starts_no_clock() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let csrf = browser.get("/cases/new").await.csrf();
    let mut form = vec![("csrf", csrf.as_str()), ("title", "Brev till fel patient"), ("occurred", "range")];
    form.extend([("nature", "confidentiality"), ("suspected", "2026-11-21T20:00"), ("from", "2026-11-20T08:00")]);
    let page = browser.post("/cases/new", &form).await;
    assert_eq!(page.status, 422, "a range has an end");
    assert!(page.text().contains("href=\"#to\"") && page.text().contains("Brev till fel patient"));
    form.push(("to", "2026-11-20T09:00"));
    let page = browser.post("/cases/new", &form).await;
    assert_eq!(page.status, 303, "{}", page.text());
    let text = browser.get(page.header("location")).await.text();
    assert!(text.contains("Brev till fel patient") && text.contains("The clock is not running"));
}

#[tokio::test]
async fn the_overview_says_what_to_do_next_and_by_when() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let text = browser.get("/").await.text();
    assert!(text.contains("Say when you became aware"), "{text}");
    sample.handle().await;
    let text = browser.get("/").await.text();
    assert!(text.contains("2 days and 23 hours left"), "{text}");
    let (id, owner, due) = ("m1".to_owned(), "Aino".to_owned(), Some(now() + SignedDuration::from_hours(5)));
    let what = "take the pixel out".into();
    sample.act(respond::Act::AddMeasure { id, what, owner, due, article_32: Vec::new(), preventive: false }).await;
    let text = browser.get("/").await.text();
    assert!(text.contains("take the pixel out") && text.contains("(5 hours left)"), "by its own date: {text}");
}

#[tokio::test]
async fn near_the_deadline_filing_comes_before_finding_out_the_rest() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let order =
        |text: &str| text.find("Download the notification and file").zip(text.find("Conclude: must the authority"));
    sample.aware_hours_ago(2).await;
    let (file, conclude) = order(&browser.get(&format!("/cases/{}", sample.case)).await.text()).unwrap();
    assert!(conclude < file);
    let mut late = sample.site.clone();
    late.clock = || now() + SignedDuration::from_hours(60);
    let mut browser = sample.browser_of(late).await;
    let (file, conclude) = order(&browser.get(&format!("/cases/{}", sample.case)).await.text()).unwrap();
    assert!(file < conclude);
}

#[tokio::test]
async fn the_notification_is_a_pdf_in_each_language() {
    let sample = Sample::new().await;
    sample.handle().await;
    let mut browser = sample.browser().await;
    for lang in Lang::ALL {
        let page = browser.get(&format!("/cases/{}/notification/{}.pdf", sample.case, lang.tag())).await;
        assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "application/pdf"), "{}", lang.tag());
        assert!(page.body.starts_with(b"%PDF-"));
        assert!(page.header("content-disposition").starts_with("attachment"));
    }
    assert_eq!(browser.get(&format!("/cases/{}/notification/de.pdf", sample.case)).await.status, 404);
}

#[tokio::test]
async fn a_gap_of_the_notification_can_be_filled_where_it_is_named() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let address = format!("/cases/{}/notification", sample.case);
    let page = browser.get(&address).await;
    let item = page.text().split("name=\"item\" value=\"").nth(1).expect("a field to answer").to_owned();
    let item = item.split('"').next().unwrap().to_owned();
    let csrf = page.csrf();
    let mut form = vec![("csrf", csrf.as_str()), ("seen", "1"), ("item", item.as_str())];
    let empty = browser.post(&format!("/cases/{}/item", sample.case), &form).await;
    assert_eq!(empty.status, 422);
    form.extend([("text", "Example Care AB, Storgatan 1"), ("status.is", "known")]);
    let saved = browser.post(&format!("/cases/{}/item", sample.case), &form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert!(browser.get(&address).await.text().contains("Example Care AB, Storgatan 1"));
    form[2].1 = "no-such-field";
    form[1].1 = "2";
    assert_eq!(browser.post(&format!("/cases/{}/item", sample.case), &form).await.status, 422);
}

#[tokio::test]
async fn the_api_gives_the_same_as_the_pages() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let cases: serde_json::Value = serde_json::from_slice(&browser.get("/api/v1/cases").await.body).unwrap();
    assert_eq!(cases["cases"][0]["id"], sample.case.as_str());
    let page = browser.get(&format!("/api/v1/audits/{AUDIT}/report")).await;
    let read: facts::Report = serde_json::from_slice(&page.body).unwrap();
    assert_eq!(read, report());
    let page = browser.get("/api/v1/nothing").await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (404, "application/json"));
}
