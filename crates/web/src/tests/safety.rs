//! Who gets in, what a foreign page can do, and what text from outside can do: nothing.

use super::browser::Browser;
use super::sample::{AUDIT, Sample, now, report, site};
use axum::http::Method;
use jiff::SignedDuration;

const FORMS: [&str; 10] = [
    "/logout",
    "/cases/new",
    "/audits/{audit}/case",
    "/cases/{case}/aware",
    "/cases/{case}/facts",
    "/cases/{case}/conclude",
    "/cases/{case}/no-breach",
    "/cases/{case}/filed",
    "/cases/{case}/note",
    "/cases/{case}/item",
];

fn forms(sample: &Sample) -> Vec<String> {
    FORMS.map(|f| f.replace("{case}", &sample.case).replace("{audit}", AUDIT)).into()
}

#[tokio::test]
async fn a_link_opens_one_session_and_then_no_more() {
    let sample = Sample::new().await;
    let link = crate::login_link(&sample.site.db, "", "berit", now()).await.unwrap();
    let mut scanner = Browser::new(sample.site.clone());
    assert_eq!(scanner.send(Method::HEAD, &link, None).await.status, 204, "looking at a link does not spend it");
    scanner.headers.push(("sec-purpose", "prefetch".to_owned()));
    assert_eq!(scanner.get(&link).await.status, 204, "nor does fetching it ahead");
    scanner.headers.pop();
    assert_eq!(scanner.get(&link).await.header("set-cookie"), "", "nor does a preview in a chat");
    let mut first = Browser::new(sample.site.clone());
    let page = first.log_in(&link).await;
    let cookie = page.header("set-cookie").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"), "{cookie}");
    assert_eq!(first.get("/").await.status, 200);
    let mut second = Browser::new(sample.site.clone());
    second.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    assert_eq!(second.log_in(&link).await.status, 403, "a foreign page logs nobody in");
    second.headers.pop();
    assert_eq!(second.log_in(&link).await.status, 410);
    assert_eq!(second.get("/").await.status, 401);
}

#[tokio::test]
async fn links_and_sessions_run_out() {
    let sample = Sample::new().await;
    let old = crate::login_link(&sample.site.db, "", "berit", now() - SignedDuration::from_hours(2)).await.unwrap();
    assert_eq!(Browser::new(sample.site.clone()).log_in(&old).await.status, 410);
    let link = crate::login_link(&sample.site.db, "", "berit", now()).await.unwrap();
    let mut site = sample.site.clone();
    let mut browser = Browser::new(site.clone());
    browser.log_in(&link).await;
    site.clock = || now() + SignedDuration::from_hours(17);
    assert_eq!(browser.moved_to(site).get("/").await.status, 401);
}

#[tokio::test]
async fn nothing_but_the_style_sheet_is_shown_without_login() {
    let sample = Sample::new().await;
    let mut stranger = Browser::new(sample.site.clone());
    let picture = format!("/audits/{AUDIT}/screenshots/001.png");
    let more = [picture.as_str(), "/api/v1/cases", "/api/v1/audits"].map(str::to_owned);
    // The form for anybody's report shows nothing that is kept.
    for address in sample.addresses().into_iter().chain(more).filter(|a| a != "/report") {
        assert_eq!(stranger.get(&address).await.status, 401, "{address}");
    }
    let page = stranger.get("/").await.text();
    let style = page.split("href=\"").find(|p| p.starts_with("/assets/")).unwrap().split('"').next().unwrap();
    assert_eq!(stranger.get(style).await.header("content-type"), "text/css; charset=utf-8");
}

#[tokio::test]
async fn a_form_without_the_sessions_token_changes_nothing() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let other = sample.browser().await.get("/").await.csrf();
    let before = sample.site.db.verify().await.unwrap().links;
    for form in forms(&sample) {
        for token in ["", "guess", &other] {
            assert_eq!(browser.post(&form, &[("csrf", token), ("seen", "1")]).await.status, 403, "{form} {token}");
        }
    }
    let own = browser.get("/").await.csrf();
    browser.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    for form in forms(&sample) {
        assert_eq!(browser.post(&form, &[("csrf", &own), ("seen", "1")]).await.status, 403, "{form}");
    }
    assert_eq!(sample.site.db.verify().await.unwrap().links, before);
}

#[tokio::test]
async fn a_link_from_webmail_asks_once_more_from_our_own_page() {
    let sample = Sample::new().await;
    let mut held_back = Browser::new(sample.site.clone());
    held_back.headers.extend([("sec-fetch-site", "cross-site".to_owned()), ("sec-fetch-mode", "navigate".to_owned())]);
    let page = held_back.get("/cases").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("content=\"0; url=/cases\""), "{}", page.text());
    held_back.headers[1].1 = "same-origin".to_owned();
    assert_eq!(held_back.get("/cases").await.status, 401, "and not in a circle");
}

#[tokio::test]
async fn logging_out_ends_the_session_for_good() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let csrf = browser.get("/").await.csrf();
    let copy = browser.clone();
    assert_eq!(browser.post("/logout", &[("csrf", &csrf)]).await.status, 303);
    assert_eq!({ copy }.get("/").await.status, 401, "a copied cookie is worth nothing any more");
}

#[tokio::test]
async fn every_answer_carries_the_guards() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    for address in ["/", "/nothing/here", "/api/v1/cases", "/cases/new"] {
        let page = browser.get(address).await;
        assert!(page.header("content-security-policy").starts_with("default-src 'none'"), "{address}");
        for (name, value) in [
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(page.header(name), value, "{address} {name}");
        }
    }
}

#[tokio::test]
async fn a_foreign_name_for_our_address_is_turned_away() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    for (host, status) in [("evil.example", 421), ("localhost:8080", 200), ("127.0.0.1:8080", 200)] {
        browser.headers = vec![("host", host.to_owned())];
        let page = browser.get("/").await;
        assert_eq!(page.status, status, "{host}");
        assert_eq!(page.header("x-frame-options"), "DENY");
    }
}

#[tokio::test]
async fn hostile_text_stays_text() {
    const EVIL: &str = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
    let mut bad = report();
    bad.service = Some(EVIL.to_owned());
    bad.start = format!("https://example.org/{EVIL}");
    bad.gaps[0].what = EVIL.to_owned();
    bad.recipients[1].name = EVIL.to_owned();
    bad.runs[0].steps[0].name = EVIL.to_owned();
    bad.settings[0].change_at = Some("javascript:alert(3)".to_owned());
    bad.settings[0].account = EVIL.to_owned();
    bad.sightings[0].key = EVIL.to_owned();
    bad.sightings[0].initiator = Some(EVIL.to_owned());
    bad.findings[0].facts.insert("recipient".to_owned(), EVIL.to_owned());
    bad.findings[0].facts.insert("deletion_contact".to_owned(), "javascript:alert(4)".to_owned());
    let sample = site(&bad).await;
    sample.act(respond::Act::Note { text: EVIL.into() }).await;
    let mut browser = sample.browser().await;
    for address in sample.addresses() {
        let text = browser.get(&address).await.text();
        assert!(!text.contains("<script") && !text.contains("<img src=x"), "{address}");
        assert!(!text.contains("javascript:"), "{address}");
    }
    let csrf = browser.get("/cases/new").await.csrf();
    let page = browser.post("/cases/new", &[("csrf", &csrf), ("title", EVIL), ("what", EVIL)]).await;
    assert!(page.status == 422 && !page.text().contains("<script"));
}

#[tokio::test]
async fn errors_are_pages_in_the_readers_language_without_the_cause() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    browser.speak("sv");
    for (address, status) in
        [("/nothing", 404), ("/cases/none", 404), ("/audits/none", 404), ("/audits/clean/findings/x", 404)]
    {
        let page = browser.get(address).await;
        assert_eq!(page.status, status, "{address}");
        assert!(page.text().contains("Sidan finns inte"), "{address}");
    }
    assert_eq!(browser.send(Method::PUT, "/cases", None).await.status, 404);
    let csrf = browser.get("/cases/new").await.csrf();
    let long = "a".repeat(3 << 20);
    let page = browser.post("/cases/new", &[("csrf", &csrf), ("what", &long)]).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Något i det som skickades stämmer inte"));
}
