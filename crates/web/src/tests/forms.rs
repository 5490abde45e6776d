//! Every form of a case: its words, that it is taken, and that what was wrong is told at the field.

use super::browser::Browser;
use super::desk::Desk;
use crate::pages::case::forms::table::{FORMS, Kind};
use crate::say::Say;
use facts::Lang;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

#[test]
fn every_form_field_and_option_has_its_words_in_every_language() {
    for lang in Lang::ALL {
        let w = Say { words: paper::Words::new(lang), zone: TimeZone::UTC };
        let has = |key: String| assert!(w.words.has(&key), "{}: {key}", lang.tag());
        for form in FORMS {
            has(format!("web-form-{}", form.name));
            has(format!("respond-act-{}", form.name));
            has(format!("web-act-{}", form.name));
            for field in form.fields {
                let name = field.name.replace(['.', '_'], "-");
                let own = format!("web-form-{}-{name}", form.name);
                assert!(w.words.has(&own) || w.words.has(&format!("web-field-{name}")), "{}: {own}", lang.tag());
                if let Kind::One(codes) | Kind::Many(codes) = field.kind {
                    codes.iter().for_each(|code| has(format!("web-option-{name}-{code}")));
                }
            }
        }
    }
}

/// Codes of refusals and problems of `respond`, read from its source: a person must not meet one in English.
#[test]
fn every_refusal_of_an_act_has_a_sentence_in_every_language() {
    let text = [
        include_str!("../../../respond/src/case/decide.rs"),
        include_str!("../../../respond/src/case/further.rs"),
        include_str!("../../../respond/src/case/item.rs"),
        include_str!("../../../respond/src/case/remedy.rs"),
    ]
    .concat()
    .leak();
    // Each file of the acts; the second argument is the code.
    let second = |call: &'static str| call.split(',').nth(1).map(|arg| arg.trim().trim_matches('"'));
    let codes: BTreeSet<&str> = text.split("Refusal::new(").skip(1).filter_map(second).collect();
    assert!(codes.len() > 20 && codes.contains("aware-missing"), "{codes:?}");
    for lang in Lang::ALL {
        let words = paper::Words::new(lang);
        let missing: Vec<&&str> = codes.iter().filter(|code| !words.has(&format!("web-problem-{code}"))).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", lang.tag());
    }
}

#[tokio::test]
async fn a_measure_goes_from_owner_and_date_to_proof_and_effect() {
    let mut desk = Desk::aware().await;
    let wrong = desk.send("measure", &[("id", "m1"), ("what", "take the pixel out")]).await;
    assert_eq!(wrong.status, 422);
    let text = wrong.text();
    assert!(text.contains("href=\"#measure-owner\"") && text.contains("id=\"measure-owner-wrong\""), "{text}");
    assert!(text.contains("take the pixel out</textarea>"), "what was written stays");
    let what = [
        ("id", "m1"),
        ("what", "take the pixel out"),
        ("owner", "Aino"),
        ("due", "2026-11-21T12:00"),
        ("article_32", "d"),
    ];
    let text = desk.done("measure", &what).await;
    assert!(text.contains("Aino") && text.contains("overdue"), "{text}");
    let text =
        desk.done("measure-done", &[("id", "m1"), ("done", "2026-11-21T22:00"), ("proof", "audit of 22:00")]).await;
    assert!(text.contains("has not been checked yet"), "{text}");
    let checked = [("id", "m1"), ("done", "2026-11-21T22:00"), ("proof", "audit of 22:00"), ("effective", "yes")];
    let text = desk.done("measure-done", &checked).await;
    assert!(text.contains("has the effect.") && !text.contains("measure-done-m1"), "nothing is left to do: {text}");
}

/// Two have the page open: the page gave both the same number.
#[tokio::test]
async fn a_measure_that_came_second_keeps_what_was_written_and_is_added_when_sent_again() {
    let mut desk = Desk::aware().await;
    let measure = |what| [("id", "m1"), ("what", what), ("owner", "Aino")];
    desk.done("measure", &measure("take the pixel out")).await;
    let second = desk.send("measure", &measure("write to the vendor")).await;
    assert_eq!(second.status, 409);
    let text = second.text();
    assert!(text.contains("write to the vendor</textarea>") && text.contains("name=\"id\" value=\"m2\""), "{text}");
    desk.done("measure", &[("id", "m2"), ("what", "write to the vendor"), ("owner", "Aino")]).await;
    assert_eq!(desk.case().await.measures.len(), 2);
}

#[tokio::test]
async fn erasure_is_asked_answered_and_escalated() {
    let mut desk = Desk::aware().await;
    let early = [("recipient", "meta"), ("sent", "2026-11-21T23:00"), ("due", "2026-11-20T20:00")];
    let text = desk.send("request-erasure", &early).await.text();
    assert!(text.contains("21 November 2026, 23:00 (UTC+1) at the earliest"), "the limit in local time: {text}");
    assert!(text.contains("<option value=\"Meta (Facebook, Instagram)\">"), "who got the data is offered: {text}");
    desk.done("request-erasure", &[early[0], early[1], ("due", "2026-11-21T23:20")]).await;
    let again = [("recipient", "Meta"), ("sent", "2026-11-21T23:10"), ("due", "2026-11-22T21:00")];
    let text = desk.send("request-erasure", &again).await.text();
    assert!(text.contains("This recipient was asked already and has not answered."), "{text}");
    let text =
        desk.done("escalate-erasure", &[("recipient", "meta"), ("to", "the authority"), ("reason", "no answer")]).await;
    assert!(text.contains("overdue") && text.contains("the authority"), "{text}");
    let answer =
        [("recipient", "meta"), ("answered", "2026-11-21T23:30"), ("outcome", "confirmed"), ("note", "erased")];
    let text = desk.done("answer-erasure", &answer).await;
    assert!(text.contains("erasure confirmed") && !text.contains("action=\"/cases/x/answer-erasure\""), "{text}");
    assert_eq!(desk.case().await.erasures[0].outcome, Some(respond::Erasure::Confirmed));
}

#[tokio::test]
async fn times_are_corrected_and_awareness_changes_only_by_a_new_entry() {
    let mut desk = Desk::aware().await;
    let mut times =
        vec![("occurred.kind", "range"), ("occurred.from", "2026-11-20T08:00"), ("suspected", "2026-11-21T20:00")];
    times.push(("reason", "the log"));
    let text = desk.send("times", &times).await.text();
    assert!(text.contains("id=\"times-occurred-to-wrong\""), "a range has an end: {text}");
    times.push(("occurred.to", "2026-11-20T09:00"));
    desk.done("times", &times).await;
    assert_eq!(desk.case().await.times.occurred.end().unwrap().to_string(), "2026-11-20T08:00:00Z");
    let fields = [("aware", "2026-11-21T21:00"), ("person", "Berit"), ("reason", "looked again")];
    desk.done("aware", &fields).await;
    let history = desk.browser.get(&format!("/cases/{}/history", desk.sample.case)).await.text();
    assert!(history.contains("loggen") && history.contains("looked again"), "both entries stand: {history}");
    let early = [("aware", "2026-11-21T19:00"), ("person", "Berit"), ("reason", "earlier")];
    let text = desk.send("aware", &early).await.text();
    assert!(text.contains("before the first suspicion, 21 November 2026, 20:00 (UTC+1)"), "{text}");
}

#[tokio::test]
async fn the_letter_is_checked_set_and_recorded() {
    let mut desk = Desk::aware().await;
    let part = [("language", "sv"), ("happened", "Ett mejl gick fel."), ("consequences", "Någon kan läsa din adress.")];
    let mut check = part.to_vec();
    check.push(("do", "check"));
    let page = desk.send("communicate", &check).await;
    let text = page.text();
    assert_eq!(page.status, 200);
    assert_eq!(text.matches("<strong class=\"warn\">Missing:").count(), 3, "{text}");
    assert!(text.contains("Too short to say how plain the language is."), "{text}");
    assert!(text.contains("Ett mejl gick fel.</textarea>"), "what was written stays");
    assert!(desk.case().await.communications.is_empty(), "a look saves nothing");
    let mut whole = part.to_vec();
    whole.extend([("measures", "Vi stängde av det."), ("advice", "Byt lösenord."), ("contact", "Berit, 08-123")]);
    let mut paper = whole.clone();
    paper.push(("do", "paper"));
    assert!(desk.send("communicate", &paper).await.body.starts_with(b"%PDF-"));
    let mut notice = whole.clone();
    notice.push(("do", "notice"));
    let notice = desk.send("communicate", &notice).await.text();
    assert!(notice.contains("<html lang=\"sv\">") && notice.contains("Byt lösenord."), "{notice}");
    whole.extend([("means", "individual"), ("people", "90 000"), ("held_back", "3"), ("sent", "2026-11-21T22:30")]);
    let text = desk.done("communicate", &whole).await;
    assert!(text.contains("90,000") && text.contains("<dd>3</dd>"), "{text}");
    let sent = desk.case().await.communications.remove(0);
    assert_eq!((sent.people, sent.held_back, sent.languages), (Some(90_000), 3, vec!["sv".to_owned()]));
    assert!(sent.text.open().unwrap().contains("Vad du själv kan göra\nByt lösenord."), "{:?}", sent.text);
}

#[tokio::test]
async fn an_exemption_needs_its_publication_and_has_a_letter() {
    let mut desk = Desk::aware().await;
    let fields = [("ground", "c"), ("reasons", "no addresses are kept"), ("person", "Berit")];
    let text = desk.send("exempt", &fields).await.text();
    assert!(text.contains("href=\"#exempt-published-at\""), "{text}");
    let mut public = fields.to_vec();
    public.extend([("published.at", "2026-11-21T22:30"), ("published.place", "https://www.example.se/notice")]);
    let text = desk.done("exempt", &public).await;
    assert!(text.contains("https://www.example.se/notice"), "{text}");
    for lang in Lang::ALL {
        let page = desk.browser.get(&format!("/cases/{}/exemption/{}.pdf", desk.sample.case, lang.tag())).await;
        assert!(page.body.starts_with(b"%PDF-"), "{}", lang.tag());
    }
}

#[tokio::test]
async fn the_authority_asks_is_answered_and_decides() {
    let mut desk = Desk::aware().await;
    let mut asked = vec![("authority", "IMY"), ("reference", "DI-2026-1"), ("question", "Which data?")];
    asked.extend([("received", "2026-11-21T21:00"), ("due", "2026-11-21T22:00")]);
    let text = desk.done("asked", &asked).await;
    assert!(text.contains("overdue") && text.contains("answered-DI-2026-1"), "{text}");
    desk.done("answered", &[("reference", "DI-2026-1"), ("answer", "Phone numbers."), ("sent", "2026-11-21T22:30")])
        .await;
    let mut decision = vec![("authority", "IMY"), ("reference", "DI-2026-1"), ("outcome", "reprimand")];
    decision.extend([("decided", "2026-11-21"), ("received", "2026-11-21"), ("articles", "32(1), 33(1)")]);
    decision.extend([("summary", "No routine."), ("orders_communication", "yes")]);
    let text = desk.done("decision", &decision).await;
    assert!(
        text.contains("Last day to appeal") && text.contains("14 December 2026"),
        "three weeks, and the 12th is a Saturday: {text}"
    );
    assert_eq!(desk.case().await.decisions[0].articles, ["32(1)", "33(1)"]);
    let people = desk.browser.get(&format!("/cases/{}/people", desk.sample.case)).await.text();
    assert!(people.contains("Yes: the authority has ordered it") && !people.contains("id=\"exempt\""), "{people}");
}

#[tokio::test]
async fn a_filing_is_frozen_and_a_follow_up_shows_what_changed() {
    let mut desk = Desk::aware().await;
    let first = [("kind", "incomplete"), ("authority", "IMY"), ("sent", "2026-11-21T23:00"), ("receipt", "IMY-77")];
    desk.done("file", &first).await;
    let item = [("item", "description"), ("text", "The pixel sent phone numbers."), ("status.is", "known")];
    let text = desk.done("item", &item).await;
    assert!(text.contains("One answer has changed since the last filing"), "{text}");
    desk.done("file", &[("kind", "follow-up"), ("authority", "IMY"), ("sent", "2026-11-21T23:30")]).await;
    let address = format!("/cases/{}/filings", desk.sample.case);
    let text = desk.browser.get(&format!("{address}/2")).await.text();
    assert!(text.contains("The pixel sent phone numbers.") && !text.contains("Kinds of personal data"), "{text}");
    let whole = desk.browser.get(&format!("{address}/1")).await.text();
    assert!(whole.contains("IMY-77"), "{whole}");
    let paper = whole.split("href=\"").find(|p| p.starts_with("/cases/") && p.contains("/files/")).unwrap();
    let paper = desk.browser.get(paper.split('"').next().unwrap()).await;
    assert_eq!(paper.status, 200);
    assert_eq!(desk.browser.get(&format!("{address}/3")).await.status, 404);
    let history = desk.browser.get(&format!("/cases/{}/history", desk.sample.case)).await.text();
    assert!(history.contains("notification-sv.pdf</a>"), "{history}");
}

#[tokio::test]
async fn an_item_may_be_promised_for_a_date() {
    let mut desk = Desk::aware().await;
    let item = [("item", "records-number"), ("status.is", "unknown"), ("status.promised", "2026-11-28T12:00")];
    let both = [&item[..], &[("text", "90 000")]].concat();
    let refused = desk.send("item", &both).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("An answer is known or not known yet, not both."), "{}", refused.text());
    let text = desk.done("item", &item).await;
    assert!(text.contains("promised for"), "{text}");
    let overview = desk.browser.get(&format!("/cases/{}", desk.sample.case)).await.text();
    assert!(overview.contains("Give what was promised"), "{overview}");
}

#[tokio::test]
async fn a_group_has_facts_and_an_answer_of_its_own() {
    let mut desk = Desk::aware().await;
    let wrong = desk.send("facts/new", &[("data", "health")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("href=\"#name\""), "{}", wrong.text());
    let done =
        desk.send("facts/new", &[("name", "invited patients"), ("data", "health"), ("data_detail", "rich")]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let again = desk.send("facts/new", &[("name", "invited patients"), ("data", "health")]).await;
    assert!(again.text().contains("There is a group of this name already."));
    let case = desk.sample.case.clone();
    let text = desk.browser.get(&format!("/cases/{case}/assessment")).await.text();
    assert!(text.contains("<h3>invited patients</h3>"), "{text}");
    assert_eq!(desk.send("facts/1", &[("name", "invited patients"), ("do", "remove")]).await.status, 303);
    assert!(desk.case().await.facts.subgroups.is_empty());
    assert_eq!(desk.browser.get(&format!("/cases/{case}/facts/1")).await.status, 404);
}

#[tokio::test]
async fn texts_about_persons_are_destroyed_with_a_reason_and_the_case_is_taken_out() {
    let mut desk = Desk::aware().await;
    desk.done("note", &[("text", "Berit rang patienten")]).await;
    let address = format!("/cases/{}/history", desk.sample.case);
    let text = desk.browser.get(&address).await.text();
    let digests: Vec<&str> =
        text.split("name=\"digest\" value=\"").skip(1).filter_map(|t| t.split('"').next()).collect();
    let last = *digests.last().expect("a text");
    let wrong = desk.send("destroy", &[("digest", last)]).await;
    assert_eq!(wrong.status, 422);
    assert!(desk.browser.get(&address).await.text().contains("Berit rang patienten"));
    desk.done("destroy", &[("digest", last), ("reason", "no longer needed")]).await;
    let text = desk.browser.get(&address).await.text();
    assert!(!text.contains("Berit rang patienten") && text.contains("(text destroyed)"), "{text}");
    let bundle = desk.browser.get(&format!("/cases/{}/export", desk.sample.case)).await;
    let verdict = prove::bundle::verify("case.zip", &bundle.body).expect("a bundle");
    assert!(verdict.ok && verdict.destroyed == 1, "{verdict:?}");
    let whole = desk.browser.get("/register/export").await;
    assert!(prove::bundle::verify("register.zip", &whole.body).expect("a bundle").ok);
    assert_eq!(desk.send("destroy", &[("digest", &"0".repeat(64)), ("reason", "x")]).await.status, 404);
}

#[tokio::test]
async fn a_case_is_closed_when_its_duties_are_done_and_opened_again() {
    let mut desk = Desk::aware().await;
    let close = [("person", "Berit"), ("reason", "done")];
    let text = desk.send("close", &close).await.text();
    assert!(text.contains("A named person has to conclude"), "{text}");
    for about in ["authority", "people"] {
        desk.done("conclude", &[("about", about), ("duty", "no"), ("person", "Berit"), ("reasons", "erased unread")])
            .await;
    }
    let text = desk.send("close", &close).await.text();
    assert!(text.contains("Document the breach (say what was breached"), "{text}");
    let told = [("item", "likely-consequences"), ("text", "none is likely"), ("status.is", "known")];
    desk.done("item", &told).await;
    desk.done("measure", &[("id", "m1"), ("what", "take the pixel out"), ("owner", "Aino")]).await;
    desk.done("measure-done", &[("id", "m1"), ("done", "2026-11-21T22:00"), ("proof", "audit of 22:00")]).await;
    let text = desk.done("close", &close).await;
    assert!(text.contains("id=\"reopen\"") && !text.contains("id=\"aware\""), "a closed case is only read: {text}");
    desk.done("reopen", &[("reason", "new facts")]).await;
    assert!(desk.case().await.closed.is_none());
}

#[tokio::test]
async fn the_order_of_the_authority_s_own_form_is_there_to_copy() {
    let mut desk = Desk::aware().await;
    let address = format!("/cases/{}/order", desk.sample.case);
    let text = desk.browser.get(&format!("{address}/imy")).await.text();
    let numbers: Vec<u32> =
        text.split("<li value=\"").skip(1).filter_map(|t| t.split('"').next()?.parse().ok()).collect();
    assert!(numbers.len() > 20 && numbers.is_sorted(), "{numbers:?}");
    assert_eq!(desk.browser.get(&format!("{address}/none")).await.status, 404);
}

#[tokio::test]
async fn a_refused_close_leads_to_what_is_still_to_be_concluded() {
    let mut desk = Desk::aware().await;
    for (lang, label) in [("sv", "Ska myndigheten"), ("fi", "valvontaviranomaiselle"), ("en", "authority be notified")]
    {
        desk.browser.speak(lang);
        let page = desk.send("close", &[("person", "Berit"), ("reason", "done")]).await.text();
        let to = format!("<a href=\"{}#conclude-authority\">", desk.address("assessment"));
        let linked = page.split(&to).nth(1).and_then(|rest| rest.split("</a>").next()).unwrap_or_default();
        assert!(linked.contains(label), "{lang}: {linked}: {page}");
    }
    assert!(desk.page("assessment").await.contains("id=\"conclude-authority\""));
}

#[tokio::test]
async fn a_title_is_one_line_of_at_most_200_characters() {
    let mut desk = Desk::new().await;
    for (title, said) in [("x".repeat(201), "at most 200 characters"), ("safe\u{202e}fdp.exe".into(), "invisible")] {
        let refused = desk.send("title", &[("title", title.as_str()), ("reason", "better")]).await;
        assert!(refused.status == 422 && refused.text().contains(said), "{}", refused.text());
        let act = serde_json::json!({"act": {"type": "open/1", "title": title, "country": "SE", "facts": {}}});
        assert_eq!(desk.browser.json("/api/v1/cases", &act).await.status, 422);
    }
    desk.done("title", &[("title", &"ö".repeat(200)), ("reason", "better")]).await;
    let list = desk.browser.get("/cases").await.text();
    assert!(list.contains(&format!("{}…<", "ö".repeat(120))), "{list}");
}

#[tokio::test]
async fn the_register_is_searched_and_paged() {
    let mut desk = Desk::new().await;
    for n in 0..102 {
        let act = serde_json::json!({"act": {"type": "open/1", "id": format!("brev-{n}"), "title": format!("Brev {n} till fel patient"), "country": "SE", "facts": {}}});
        assert_eq!(desk.browser.json("/api/v1/cases", &act).await.status, 201);
    }
    let rows = |page: &str| page.matches("<th scope=\"row\">").count();
    let first = desk.browser.get("/cases").await.text();
    assert!(rows(&first) == 100 && first.contains("/cases?q=&#38;page=2"), "{first}");
    let second = desk.browser.get("/cases?q=&page=2").await.text();
    assert_eq!(rows(&second), 3);
    let found = desk.browser.get("/cases?q=PATIENT+brev+77").await.text();
    assert!(rows(&found) == 1 && found.contains("Brev 77 till"), "{found}");
    let none = desk.browser.get("/cases?q=%22%3E%3Cb%3E").await.text();
    assert!(rows(&none) == 0 && none.contains("No case has") && !none.contains("<b>"), "{none}");
    let overview = desk.browser.get("/").await.text();
    assert!(overview.contains("All 103 open cases"), "{overview}");
}

/// The session ends, or another begins, while somebody writes.
#[tokio::test]
async fn what_was_written_is_given_back_where_it_could_not_be_taken() {
    let mut desk = Desk::new().await;
    let (address, seen) = (desk.address("title"), desk.version().await);
    let title = "Brev till <fel> patient";
    let fields = [("csrf", "of another login"), ("seen", seen.as_str()), ("title", title), ("reason", "better")];
    let mut stranger = Browser::new(desk.sample.site.clone());
    let out = stranger.post(&address, &fields).await;
    let text = out.text();
    assert!(
        out.status == 401 && text.contains("maxlength=\"200\" required value=\"Brev till &#60;fel&#62; patient\""),
        "{text}"
    );
    let stale = desk.browser.post(&address, &fields).await;
    let text = stale.text();
    assert!(stale.status == 403 && text.contains(" required>better</textarea>"), "{text}");
    let measure = [
        ("csrf", "of another login"),
        ("what", "Take it out"),
        ("due", "2026-12-01T12:00"),
        ("article_32", "b"),
        ("article_32", "d"),
        ("id", "m1"),
    ];
    let text = stranger.post(&desk.address("measure"), &measure).await.text();
    assert!(text.contains("<input type=\"datetime-local\" id=\"measure-due\"") && text.contains("12:00"), "{text}");
    assert!(
        text.matches(" checked>").count() == 2 && text.contains("type=\"hidden\" name=\"id\" value=\"m1\""),
        "{text}"
    );
    let csrf = stale.csrf();
    let fields = [("csrf", csrf.as_str()), ("seen", seen.as_str()), ("title", title), ("reason", "better")];
    assert_eq!(desk.browser.post(&address, &fields).await.status, 303);
    desk.browser.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    let foreign = desk.browser.post(&address, &fields).await.text();
    assert!(!foreign.contains("csrf") && !foreign.contains("patient"), "{foreign}");
}
