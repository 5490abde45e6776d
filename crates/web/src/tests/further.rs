//! Drills, reports without login, other laws, the JSON for programs.

use super::browser::{Browser, Page};
use super::sample::{Sample, now};
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicI64, Ordering};

async fn send(sample: &Sample, browser: &mut Browser, case: &str, form: &str, fields: &[(&str, &str)]) -> Page {
    let seen = sample.site.db.case(case).await.unwrap().unwrap().version.to_string();
    let csrf = browser.get("/cases/new").await.csrf();
    let mut all = vec![("csrf", csrf.as_str()), ("seen", seen.as_str())];
    all.extend(fields);
    browser.post(&format!("/cases/{case}/{form}"), &all).await
}

#[tokio::test]
async fn a_drill_is_marked_has_its_own_clock_and_a_note_afterwards() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let csrf = browser.get("/cases/new").await.csrf();
    let report = [("csrf", csrf.as_str()), ("title", "Lost stick"), ("nature", "confidentiality"), ("exercise", "yes")];
    let opened = browser.post("/cases/new", &[&report[..], &[("suspected", "2026-11-21T20:00")]].concat()).await;
    let case = opened.header("location").trim_start_matches("/cases/").to_owned();
    let aware = [("aware", "2026-11-21T21:00"), ("person", "Berit"), ("reason", "the drill began")];
    assert_eq!(send(&sample, &mut browser, &case, "aware", &aware).await.status, 303);
    let text = browser.get(&format!("/cases/{case}")).await.text();
    assert!(text.contains("Nothing in it may be sent.") && text.contains("days and"), "{text}");
    assert_eq!(send(&sample, &mut browser, &case, "clock", &[("to", "2026-11-25T10:00")]).await.status, 303);
    let text = browser.get(&format!("/cases/{case}")).await.text();
    assert!(text.contains("too late"), "its clock is four days on: {text}");
    let conclude = [("about", "authority"), ("duty", "yes"), ("person", "Berit"), ("reasons", "readable data")];
    assert_eq!(send(&sample, &mut browser, &case, "conclude", &conclude).await.status, 303);
    let note = browser.get(&format!("/cases/{case}/after-action")).await.text();
    assert!(note.contains("One deadline was missed.") && note.contains("Awareness set"), "{note}");
    let real = browser.get(&format!("/cases/{}/after-action", sample.case)).await;
    assert_eq!(real.status, 404, "only a drill has one");
    let page = browser.get(&format!("/cases/{case}/notification")).await.text();
    assert!(page.contains("Nothing is sent in an exercise."), "{page}");
}

/// Cases are named by the time they were opened.
fn ticking() -> jiff::Timestamp {
    static TICKS: AtomicI64 = AtomicI64::new(0);
    now() + SignedDuration::from_millis(TICKS.fetch_add(1, Ordering::Relaxed))
}

#[tokio::test]
async fn anybody_can_report_and_sees_nothing_else() {
    let sample = Sample::new().await;
    let mut stranger = Browser::new(crate::Site { clock: ticking, ..sample.site.clone() });
    assert!(stranger.get("/").await.text().contains("href=\"/report\""), "who cannot log in is shown the way");
    let report = [("title", "Brev i soporna"), ("nature", "confidentiality"), ("suspected", "2026-11-21T20:00")];
    let wrong = stranger.post("/report", &report[..2]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("value=\"Brev i soporna\"") && wrong.text().contains("action=\"/report\""));
    let mut whole = report.to_vec();
    whole.extend([("reporter", "Aino, 09 555 0100"), ("exercise", "yes")]);
    let page = stranger.post("/report", &whole).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(stranger.get("/cases").await.status, 401);
    let case = sample.site.db.cases().await.unwrap().into_iter().find(|c| c.case.title == "Brev i soporna").unwrap();
    assert!(page.text().contains(&case.id) && !case.case.exercise && case.case.opened_by == "report-form");
    assert!(case.case.note.open().unwrap().contains("Aino"));
    stranger.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    assert_eq!(stranger.post("/report", &whole).await.status, 403, "not from a page of another site");
    stranger.headers.pop();
    for _ in 0..100 {
        stranger.post("/report", &[("title", "x")]).await;
    }
    for _ in 1..60 {
        assert_eq!(stranger.post("/report", &whole).await.status, 200, "what was refused stops nobody");
    }
    assert_eq!(stranger.post("/report", &whole).await.status, 429, "a flood is stopped");
    let mut closed = sample.site.clone();
    closed.open_report = false;
    assert_eq!(Browser::new(closed).get("/report").await.status, 404);
}

#[tokio::test]
async fn a_case_for_another_country_is_opened_with_its_clock() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let choice = browser.get("/cases/new").await.text();
    let at = |code: &str| choice.find(&format!("<option value=\"{code}\"")).expect(code);
    assert!(at("SE") < at("FI") && at("FI") < at("AT") && at("AT") < at("BE"), "{choice}");
    let page = browser.get("/cases/new?country=FI").await;
    assert_eq!(page.header("location"), "/cases/new/FI");
    let page = browser.get("/cases/new/FI").await;
    assert!(page.text().contains("<option value=\"FI\" selected>Finland") && page.text().contains("Europe/Helsinki"));
    let csrf = page.csrf();
    let report = [("csrf", csrf.as_str()), ("title", "Brev"), ("nature", "confidentiality")];
    let all = [&report[..], &[("suspected", "2026-11-21T20:00")]].concat();
    let opened = browser.post("/cases/new/FI", &all).await;
    let id = opened.header("location").trim_start_matches("/cases/").to_owned();
    let case = sample.site.db.case(&id).await.unwrap().unwrap().case;
    assert_eq!((case.country.as_str(), case.times.suspected), ("FI", "2026-11-21T18:00:00Z".parse().ok()));
    assert_eq!(browser.get("/cases/new/XX").await.status, 404);
    assert!(Browser::new(sample.site.clone()).get("/report/FI").await.text().contains("action=\"/report/FI\""));
}

#[tokio::test]
async fn other_laws_have_reports_and_the_factors_are_weighed() {
    let sample = Sample::new().await;
    sample.aware_hours_ago(1).await;
    let mut browser = sample.browser().await;
    let case = sample.case.clone();
    let laws = [("regimes", "nis2"), ("person", "Berit"), ("reason", "essential service")];
    assert_eq!(send(&sample, &mut browser, &case, "regimes", &laws).await.status, 303);
    let text = browser.get(&format!("/cases/{case}/notification")).await.text();
    assert!(text.contains("cybersecurity (NIS2), early warning") && text.contains("value=\"nis2\" checked"), "{text}");
    let report = [("regime", "nis2"), ("stage", "early-warning"), ("authority", "CERT"), ("sent", "2026-11-21T23:00")];
    assert_eq!(send(&sample, &mut browser, &case, "report", &report).await.status, 303);
    let weigh = [("letter", "b"), ("weight", "mitigates"), ("text", "nobody meant it")];
    assert_eq!(send(&sample, &mut browser, &case, "weigh", &weigh).await.status, 303);
    let text = browser.get(&format!("/cases/{case}/authority")).await.text();
    assert!(text.contains("<strong>it mitigates</strong>: <span class=\"told\">nobody meant it"), "{text}");
    let history = browser.get(&format!("/cases/{case}/history")).await.text();
    assert!(
        history.contains("Law: cybersecurity (NIS2)") && history.contains("Factor: Intent or negligence"),
        "{history}"
    );
}

async fn post_json(browser: &mut Browser, path: &str, body: &Value) -> (u16, Value) {
    let mut request = browser.clone();
    request.headers.push(("content-type", "application/json".to_owned()));
    let page = request.send(Method::POST, path, Some(body.to_string())).await;
    (page.status.as_u16(), serde_json::from_slice(&page.body).expect("JSON"))
}

#[tokio::test]
async fn programs_do_the_same_acts_and_are_refused_the_same() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let address = format!("/api/v1/cases/{}/acts", sample.case);
    let note = |seen: u64| json!({"seen": seen, "act": {"type": "note/1", "text": {"private": "by a program"}}});
    let (status, answer) = post_json(&mut browser, &address, &note(1)).await;
    assert_eq!((status, &answer["version"]), (200, &json!(2)), "{answer}");
    let title = json!({"type": "title/1", "title": "By a program", "reason": {"private": "clearer"}});
    let (status, answer) = post_json(&mut browser, &address, &json!({"seen": 1, "act": title})).await;
    assert_eq!((status, &answer["error"], &answer["seen"]), (409, &json!("conflict"), &json!(1)), "{answer}");
    let acts: Value = serde_json::from_slice(&browser.get(&address).await.body).unwrap();
    let unseen: Vec<&Value> = acts["acts"].as_array().unwrap().iter().filter(|a| a["version"] == 2).collect();
    assert_eq!(unseen[0]["act"]["text"]["private"], "by a program", "what changed can be asked for");
    let late = (now() + SignedDuration::from_hours(2)).to_string();
    let aware = json!({"type": "aware/1", "aware": late, "person": "Berit", "reason": {"private": "log"}});
    let (status, answer) = post_json(&mut browser, &address, &json!({"seen": 2, "act": aware})).await;
    assert_eq!((status, &answer["problems"][0]["field"]), (422, &json!("aware")), "{answer}");
    let (status, _) = post_json(&mut browser, &address, &json!({"seen": 2, "act": {"type": "no-such/1"}})).await;
    assert_eq!(status, 422);
    let open = json!({"act": {"type": "open/1", "title": "By a program", "country": "SE",
        "facts": {"nature": ["availability"]}}});
    let (status, answer) = post_json(&mut browser, "/api/v1/cases", &open).await;
    assert_eq!(status, 201, "{answer}");
    let mut form = browser.clone();
    form.headers.push(("content-type", "text/plain".to_owned()));
    let page = form.send(Method::POST, "/api/v1/cases", Some(open.to_string())).await;
    assert_eq!(page.status, 403, "what a foreign page could send without asking is not taken");
    let mut foreign = browser.clone();
    foreign.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    assert_eq!(post_json(&mut foreign, "/api/v1/cases", &open).await.0, 403);
    assert_eq!(post_json(&mut Browser::new(sample.site.clone()), "/api/v1/cases", &open).await.0, 401);
    let year: Value = serde_json::from_slice(&browser.get("/api/v1/statistics/2026").await.body).unwrap();
    assert_eq!(year["cases"], 2, "{year}");
}

#[tokio::test]
async fn a_conclusion_that_the_facts_have_left_behind_is_asked_for_again() {
    use respond::{About, Act};
    let sample = Sample::new().await;
    sample.aware_hours_ago(1).await;
    let mut browser = sample.browser().await;
    let page = format!("/cases/{}", sample.case);
    for about in [About::Authority, About::People] {
        let (person, reasons) = ("Berit".to_owned(), "encrypted".into());
        sample.act(Act::Conclude { about, person, duty: false, reasons, proposed: None }).await;
    }
    assert!(browser.get(&page).await.text().contains("No duty to notify, as concluded"));
    let worse = r#"{"nature":["confidentiality"],"confidentiality":"exfiltrated","unintelligible":"no","cause":"external-malicious",
        "data":["health","national-id"],"people":{"groups":["patients"]},"recipients":{"who":"criminal"},"context":["targeted"]}"#;
    let facts = respond::facts("t", worse).unwrap();
    sample.act(Act::SetFacts { facts, source: "the police".into(), origins: vec![] }).await;
    let text = browser.get(&page).await.text();
    assert!(!text.contains("No duty to notify, as concluded"), "{text}");
    assert!(
        text.contains("no, on earlier facts: conclude again") && text.contains("Conclude again on the facts"),
        "{text}"
    );
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong_whatever_it_is() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let address = format!("/api/v1/cases/{}/acts", sample.case);
    let note = json!({"type": "note/1", "text": {"private": "x"}});
    let times = json!({"type": "times/1", "occurred": {"kind": "unknown", "form": "2026-11-20T08:00:00Z"},
        "suspected": "2026-11-21T20:00:00Z", "reason": {"private": "log"}});
    let facts = json!({"type": "facts/1", "source": {"private": "log"},
        "facts": {"nature": ["confidentiality"], "dta": ["health"]}});
    let mut more = note.clone();
    more["persn"] = json!("Berit");
    for (act, field, known) in [(more, "persn", "text, type"), (times, "form", "kind"), (facts, "dta", "data_detail")] {
        let (status, answer) = post_json(&mut browser, &address, &json!({"seen": 1, "act": act})).await;
        assert_eq!((status, &answer["problems"][0]["field"]), (422, &json!(field)), "{answer}");
        assert!(answer["problems"][0]["message"].as_str().unwrap().contains(known), "{answer}");
    }
    let text = json!({"type": "note/1", "text": "x"});
    let seen = json!({"seen": "one", "act": note});
    for (asked, field) in [(json!({"seen": 1, "act": text}), "text"), (seen, "seen")] {
        let (status, answer) = post_json(&mut browser, &address, &asked).await;
        assert_eq!((status, &answer["problems"][0]["field"]), (422, &json!(field)), "{answer}");
    }
    let ahead = json!({"seen": 99, "act": {"type": "title/1", "title": "x", "reason": {"private": "y"}}});
    let (status, answer) = post_json(&mut browser, &address, &ahead).await;
    assert_eq!((status, &answer["problems"][0]["code"]), (422, &json!("seen-ahead")), "{answer}");
    let ahead = json!({"seen": 99, "act": note});
    let (status, answer) = post_json(&mut browser, &address, &ahead).await;
    assert_eq!((status, &answer["problems"][0]["code"]), (422, &json!("seen-ahead")), "{answer}");
    let asked = json!({"seen": 1, "act": note});
    assert_eq!(post_json(&mut browser, "/api/v1/cases/nope/acts", &asked).await.0, 404);
    let opening = json!({"act": {"type": "open/1", "title": "", "country": "SE", "facts": {"nature": ["foo"]}}});
    let (_, answer) = post_json(&mut browser, "/api/v1/cases", &opening).await;
    assert_eq!(answer["problems"].as_array().unwrap().len(), 2, "{answer}");
    assert!(answer["problems"][0]["message"].as_str().unwrap().contains("foo"), "{answer}");
    let beside = json!({"seen": 1, "act": note, "when": "now"});
    let (status, answer) = post_json(&mut browser, &address, &beside).await;
    assert_eq!((status, &answer["problems"][0]["field"]), (422, &json!("when")), "{answer}");
    let long = json!({"seen": 1, "act": {"type": "note/1", "text": {"private": "x".repeat(3 << 20)}}});
    let answer = post_json(&mut browser, &address, &long).await.1;
    assert_eq!(answer["problems"][0]["code"], "body-long", "{answer}");
    assert!(answer["problems"][0]["message"].as_str().unwrap().contains("2 MiB"), "{answer}");
    let page = browser.get("/api/v1/statistics/abc").await;
    let answer: Value = serde_json::from_slice(&page.body).expect("JSON");
    assert_eq!((page.status.as_u16(), &answer["problems"][0]["code"]), (422, &json!("unreadable")), "{answer}");
    let asked = json!({"seen": 1, "act": {"type": "item/1", "item": "dpo-contact", "status": {"is": "known"},
        "text": {"private": "Berit"}, "number": null, "files": []}});
    assert_eq!(post_json(&mut browser, &address, &asked).await.0, 200);
    for (origin, status) in [("https://evil.example", 403), ("http://127.0.0.1:8080", 409), ("null", 409)] {
        let mut page = browser.clone();
        page.headers.push(("origin", origin.to_owned()));
        assert_eq!(post_json(&mut page, &address, &asked).await.0, status, "{origin}");
    }
}

#[tokio::test]
async fn a_long_text_is_taken_up_to_the_limit_that_is_told() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let address = format!("/api/v1/cases/{}/acts", sample.case);
    let long = json!({"seen": 1, "act": {"type": "note/1", "text": {"private": "x".repeat((2 << 20) - 200)}}});
    assert_eq!(post_json(&mut browser, &address, &long).await.0, 200);
}

#[tokio::test]
async fn statistics_lead_to_years_that_have_cases_only() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let year = browser.get("/statistics/2026").await.text();
    assert!(!year.contains("/statistics/2025") && !year.contains("/statistics/2027"), "{year}");
    for (other, link) in [("2019", "/statistics/2026"), ("2030", "/statistics/2026")] {
        assert!(browser.get(&format!("/statistics/{other}")).await.text().contains(link), "{other}");
    }
}

#[tokio::test]
async fn nothing_of_a_mail_stays_where_it_cannot_be_destroyed() {
    let sample = Sample::new().await;
    let (db, mut browser) = (&sample.site.db, sample.browser().await);
    let mail = "From: a@example.se\r\nSubject: Letter to Kalle Kula\r\nMessage-ID: <7@example.se>\r\n\
                 Date: Sat, 21 Nov 2026 18:05:00 +0100\r\n\r\nhello\r\n";
    let take = |lang| flows::intake::mail(db, super::sample::USER, "m.eml", mail.as_bytes(), "SE", lang, now());
    let id = take(facts::Lang::Sv).await.unwrap();
    let again = take(facts::Lang::Sv).await.unwrap_err().to_string();
    assert!(again.contains(&id), "the same mail is the same case: {again}");
    let passed_on = mail.replace("hello", "hello, passed on");
    let by_id =
        flows::intake::mail(db, super::sample::USER, "m.eml", passed_on.as_bytes(), "SE", facts::Lang::Sv, now());
    assert!(by_id.await.unwrap_err().to_string().contains(&id), "by its Message-ID");
    let case = db.case(&id).await.unwrap().unwrap().case;
    assert_eq!(case.title, "Inrapporterat med e-post 21 november 2026");
    assert!(case.note.open().unwrap().contains("Kalle Kula"));
    let page = browser.get(&format!("/cases/{id}/history")).await;
    let text = page.text();
    let digests = text.split("name=\"digest\" value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let (csrf, mut fields) = (page.csrf(), vec![("reason", "asked for")]);
    fields.extend(digests.map(|digest| ("digest", digest)));
    fields.push(("csrf", &csrf));
    assert_eq!(browser.post(&format!("/cases/{id}/destroy"), &fields).await.status, 303);
    let kept = db.export(&id, "test").await.unwrap().files;
    assert!(kept.iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("Kalle")), "nothing is left of it");
}
