//! The organisation's own pages: plan and settings, controls and re-assessments, roles, the calendar.

use super::browser::Browser;
use super::sample::{Sample, USER, now, report};
use facts::Lang;
use jiff::SignedDuration;
use register::{Audit, AuditStatus};

const SETTINGS: &str = include_str!("../../assets/organisation.toml");

async fn post(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> super::browser::Page {
    let csrf = browser.get("/cases/new").await.csrf();
    let mut all = vec![("csrf", csrf.as_str())];
    all.extend(fields);
    browser.post(path, &all).await
}

#[tokio::test]
async fn the_plan_is_made_from_the_settings_and_names_what_it_lacks() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    assert!(browser.get("/plan").await.text().contains("There are no settings yet."));
    let wrong = SETTINGS.replace("every_days", "evry_days");
    let page = post(&mut browser, "/plan/settings", &[("text", &wrong)]).await;
    let text = page.text();
    assert_eq!(page.status, 422);
    assert!(
        text.contains(">Line 40<") && text.contains("“evry_days” is no setting.") && text.contains("evry_days ="),
        "{text}"
    );
    assert_eq!(post(&mut browser, "/plan/settings", &[("text", SETTINGS)]).await.status, 303);
    for lang in Lang::ALL {
        browser.speak(lang.tag());
        let text = browser.get("/plan").await.text();
        assert_eq!(crate::say::missing(&text), Vec::<&str>::new());
        assert!(
            text.contains("Berit Lund") && text.contains("08-465 004 00") && text.contains("id=\"gaps\""),
            "{text}"
        );
        let pdf = browser.get(&format!("/plan/{}.pdf", lang.tag())).await;
        assert!(pdf.body.starts_with(b"%PDF-"), "{}", lang.tag());
    }
}

#[tokio::test]
async fn a_control_is_recorded_and_a_new_recipient_demands_an_answer() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    post(&mut browser, "/plan/settings", &[("text", SETTINGS)]).await;
    let wrong = post(&mut browser, "/controls/audit", &[("passed", "no")]).await;
    assert_eq!(wrong.status, 422, "proof is missing");
    let done = [("passed", "no"), ("proof", "audit of today found a leak")];
    assert_eq!(post(&mut browser, "/controls/audit", &done).await.status, 303);
    let text = browser.get("/controls").await.text();
    assert!(text.contains("it did not pass") && text.contains("21 December 2026"), "thirty days on: {text}");
    assert!(text.contains("No change waits for an answer."), "{text}");
    let mut later = report();
    let mut stranger = later.recipients[0].clone();
    (stranger.id, stranger.third_party) = ("stranger".to_owned(), true);
    later.recipients.push(stranger);
    let mut audit = Audit::new("later", now() + SignedDuration::from_hours(1), &later.start, "later");
    audit.status = AuditStatus::Done;
    sample.site.db.put_audit(audit, Some(&later), USER, now()).await.unwrap();
    let text = browser.get("/controls").await.text();
    assert!(text.contains("New recipient: stranger"), "{text}");
    let overview = browser.get("/").await.text();
    assert!(overview.contains("One change waits for an answer."), "{overview}");
    let answer =
        [("demand", "later/recipient:stranger"), ("dpia", "yes"), ("reasons", "patients"), ("person", "Berit")];
    assert_eq!(post(&mut browser, "/reassessments", &answer[..2]).await.status, 422);
    assert_eq!(post(&mut browser, "/reassessments", &answer).await.status, 303);
    let text = browser.get("/controls").await.text();
    assert!(text.contains("One change has been answered") && text.contains("No change waits"), "{text}");
}

#[tokio::test]
async fn a_role_that_may_only_read_changes_nothing_and_keeps_its_words() {
    let sample = Sample::new().await;
    let mut owner = sample.browser().await;
    let page = post(&mut owner, "/users", &[("name", "Aino Virtanen"), ("role", "reader")]).await;
    let text = page.text();
    let link = text.split("<p class=\"copy\">").nth(1).and_then(|t| t.split('<').next()).expect("a link").to_owned();
    let mut reader = Browser::new(sample.site.clone());
    assert_eq!(reader.log_in(&link).await.status, 303);
    assert_eq!(Browser::new(sample.site.clone()).log_in(&link).await.status, 410, "once");
    let address = format!("/cases/{}", sample.case);
    let text = reader.get(&address).await.text();
    assert!(text.contains("You cannot enter anything, record what was sent and conclude."), "told beforehand: {text}");
    let note = [("seen", "1"), ("text", "my words")];
    let page = post(&mut reader, &format!("{address}/note"), &note).await;
    let text = page.text();
    assert_eq!(page.status, 422);
    assert!(text.contains("Your role does not allow this.") && text.contains("my words</textarea>"), "{text}");
    assert_eq!(post(&mut reader, "/users", &[("name", "x"), ("role", "owner")]).await.status, 422);
    assert_eq!(post(&mut reader, "/plan/settings", &[("text", SETTINGS)]).await.status, 422);
    for (address, shown) in [("/cases/new", "href=\"/report\""), ("/plan/settings", "The roles that may: ")] {
        let text = reader.get(address).await.text();
        let only = text.matches("method=\"post\"").count();
        assert!(only == 1 && text.contains(shown), "{address} has no form but that to log out: {text}");
    }
    let gone = [("name", "Aino Virtanen"), ("role", "reader"), ("do", "disable")];
    assert_eq!(post(&mut owner, "/users", &gone).await.status, 200);
    assert_eq!(reader.get(&address).await.status, 401, "the session ends with the access");
    let page = post(&mut owner, &format!("{address}/note"), &note).await;
    assert_eq!(page.status, 303);
}

#[tokio::test]
async fn the_calendar_opens_by_its_secret_until_there_is_a_newer_one() {
    let sample = Sample::new().await;
    sample.handle().await;
    let mut browser = sample.browser().await;
    let mut make = async || {
        let text = post(&mut browser, "/calendar", &[]).await.text();
        text.split("<p class=\"copy\">").nth(1).and_then(|t| t.split('<').next()).expect("a path").to_owned()
    };
    let (old, new) = (make().await, make().await);
    let mut program = Browser::new(sample.site.clone());
    assert_eq!(program.get(&old).await.status, 404, "the old one is worth nothing");
    let feed = program.get(&new).await;
    assert_eq!((feed.status.as_u16(), feed.header("content-type")), (200, "text/calendar; charset=utf-8"));
    assert!(feed.text().contains("BEGIN:VEVENT") && feed.text().contains(&sample.case), "{}", feed.text());
    assert!(!feed.text().contains("Berit"), "no person is named");
    assert_eq!(program.get("/calendar/guess/en.ics").await.status, 404);
}
