//! Two people at one case: the slower one is told what the faster one did, and loses nothing.

use super::browser::Browser;
use super::sample::{Sample, now};
use facts::Lang;
use respond::{Act, BreachFacts};

async fn version(sample: &Sample) -> String {
    sample.site.db.case(&sample.case).await.unwrap().unwrap().version.to_string()
}

async fn sent(browser: &mut Browser, address: &str, seen: &str, fields: &[(&str, &str)]) -> super::browser::Page {
    let csrf = browser.get("/cases/new").await.csrf();
    let mut form = vec![("csrf", csrf.as_str()), ("seen", seen)];
    form.extend(fields);
    browser.post(address, &form).await
}

#[tokio::test]
async fn a_form_that_was_overtaken_tells_what_happened_and_keeps_what_was_written() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let seen = version(&sample).await;
    sample.act(Act::Note { text: "the processor called".into() }).await;
    let address = format!("/cases/{}/title", sample.case);
    let page = sent(&mut browser, &address, &seen, &[("title", "Letter"), ("reason", "my own words")]).await;
    let text = page.text();
    assert_eq!(page.status, 409);
    let told = text.split("id=\"overtaken\"").nth(1).and_then(|t| t.split("</div>").next()).expect("what happened");
    assert!(told.contains("the processor called") && !told.contains("opened the case"), "{told}");
    let reloaded = browser.get(&address).await;
    assert_eq!(reloaded.header("location"), format!("/cases/{}", sample.case), "a reload finds the page");
    assert!(text.contains(">my own words</textarea>"), "{text}");
    assert!(text.contains(&format!("name=\"seen\" value=\"{}\"", version(&sample).await)), "now it can be saved");
}

#[tokio::test]
async fn facts_that_others_changed_are_not_put_back_by_a_form_that_did_not_touch_them() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let (seen, before) = (version(&sample).await, stored(&sample).await);
    let mut faster = before.clone();
    faster.context = Some(vec!["targeted".to_owned()]);
    sample.act(Act::SetFacts { facts: faster, source: "the processor".into(), origins: Vec::new() }).await;
    let address = format!("/cases/{}/facts", sample.case);
    let data: Vec<&str> = before.data.iter().flatten().map(String::as_str).collect();
    let mut fields: Vec<(&str, &str)> = data.iter().map(|d| ("data", *d)).collect();
    fields.extend([("nature", "confidentiality"), ("people.count", "41")]);
    let page = sent(&mut browser, &address, &seen, &fields).await;
    let text = page.text();
    assert_eq!(page.status, 409, "{text}");
    assert!(text.contains("value=\"41\""), "what this person wrote stays");
    let chosen = text.split("name=\"context\" value=\"targeted\"").nth(1).expect("the choice");
    assert!(chosen.starts_with(" checked"), "what the other chose is not undone");
}

#[tokio::test]
async fn a_form_that_was_refused_still_knows_which_version_it_was_made_from() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let seen = version(&sample).await;
    sample.act(Act::Note { text: "meanwhile".into() }).await;
    for (form, wrong) in [("note", "text"), ("facts", "people.count")] {
        let address = format!("/cases/{}/{form}", sample.case);
        let page = sent(&mut browser, &address, &seen, &[(wrong, " ")]).await;
        assert_eq!(page.status, 422, "{form}");
        let text = page.text();
        assert!(
            text.contains(&format!("name=\"seen\" value=\"{seen}\"")),
            "{form}: the next try must meet the conflict"
        );
    }
}

async fn stored(sample: &Sample) -> BreachFacts {
    sample.site.db.case(&sample.case).await.unwrap().unwrap().case.facts
}

#[tokio::test]
async fn an_answer_to_an_item_survives_being_overtaken() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let page = browser.get(&format!("/cases/{}/notification", sample.case)).await.text();
    let item =
        page.split("name=\"item\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("an item").to_owned();
    let seen = version(&sample).await;
    sample.act(Act::Note { text: "meanwhile".into() }).await;
    let fields = [("item", item.as_str()), ("text", "twelve"), ("status.is", "assumed")];
    let page = sent(&mut browser, &format!("/cases/{}/item", sample.case), &seen, &fields).await;
    let text = page.text();
    assert_eq!(page.status, 409, "{text}");
    assert!(text.contains("meanwhile") && text.contains(">twelve</textarea>"), "{text}");
    assert!(text.contains("value=\"assumed\" checked"), "{text}");
}

#[tokio::test]
async fn a_program_that_was_overtaken_is_told_who_did_what() {
    let sample = Sample::new().await;
    let mut browser = sample.browser().await;
    let seen: u64 = version(&sample).await.parse().unwrap();
    sample.act(Act::Note { text: "of a person".into() }).await;
    let body =
        serde_json::json!({"seen": seen, "act": {"type": "title/1", "title": "Mine", "reason": {"private": "mine"}}});
    let page = browser.json(&format!("/api/v1/cases/{}/acts", sample.case), &body).await;
    assert_eq!(page.status, 409);
    let told: serde_json::Value = serde_json::from_slice(&page.body).unwrap();
    let change = &told["changes"][0];
    assert_eq!(
        (&told["seen"], &change["act"], &change["version"]),
        (&seen.into(), &"case.note".into(), &(seen + 1).into())
    );
    assert!(change["actor"].is_string() && !page.text().contains("of a person"), "{told}");
}

#[tokio::test]
async fn the_duties_stand_with_state_deadline_and_rule() {
    let sample = Sample::new().await;
    sample.aware_hours_ago(1).await;
    let duties = stored_case(&sample).await.duties(now());
    let mut browser = sample.browser().await;
    for lang in Lang::ALL {
        browser.speak(lang.tag());
        let text = browser.get(&format!("/cases/{}", sample.case)).await.text();
        let table =
            text.split("<h2 id=\"duties\">").nth(1).and_then(|t| t.split("</section>").next()).expect("a table");
        assert_eq!(table.matches("<tr><th scope=\"row\">").count(), duties.len());
        for duty in &duties {
            assert!(table.contains(&paper::Words::new(lang).cite(&duty.source)), "{}", duty.source);
        }
        let due = duties.iter().find(|d| d.id == "notify-authority").and_then(|d| d.due).expect("a deadline");
        assert!(table.contains(&format!("datetime=\"{}\"", due.timestamp())), "{table}");
    }
}

async fn stored_case(sample: &Sample) -> respond::Case {
    sample.site.db.case(&sample.case).await.unwrap().unwrap().case
}
