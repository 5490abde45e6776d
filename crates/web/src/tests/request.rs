//! The request on the page of a finding: shown whole where its values are made up, not at all where they are not.

use super::sample::{AUDIT, PHONE_TOKEN, Sample, report, site};

async fn page(sample: &Sample) -> String {
    sample.browser().await.get(&format!("/audits/{AUDIT}/findings/f-other")).await.text()
}

#[tokio::test]
async fn the_request_is_shown_with_what_was_found_marked() {
    let text = page(&Sample::new().await).await;
    assert!(text.contains(&format!("udff%5Bph%5D=<mark>{PHONE_TOKEN}</mark>&#38;dl=")), "{text}");
    for part in
        ["<strong>POST</strong> https://www.facebook.com/tr/?id=770000000000001", "https://invite.example.se/invite"]
    {
        assert!(text.contains(part), "{part}");
    }
    assert!(text.contains("&#60;b&#62;posted&#60;/b&#62;"), "a body is text, not markup");
    assert!(!text.contains("not-for-eyes"), "a cookie in which nothing was found is nobody's business");
}

#[tokio::test]
async fn a_request_with_values_of_real_people_is_not_shown() {
    let mut real = report();
    real.canaries.retain(|c| c.id != "c02");
    let text = page(&site(&real).await).await;
    assert!(text.contains("carries values of real people"), "{text}");
    assert!(!text.contains(PHONE_TOKEN) && !text.contains("posted"), "{text}");
}

#[tokio::test]
async fn a_recording_that_is_gone_is_said_to_be_gone() {
    let sample = Sample::new().await;
    std::fs::remove_file(sample.folder.path().join(AUDIT).join("capture.har")).unwrap();
    let text = page(&sample).await;
    assert!(text.contains("is not with the audit") && text.contains("udff[ph]"), "{text}");
}

#[tokio::test]
async fn a_value_that_was_asked_for_twice_names_both_fields() {
    let mut twice = report();
    let typed = twice.canaries.iter_mut().find(|c| c.id == "c02").unwrap();
    typed.also_in("#phone-again");
    let said = format!("Typed into the fields {} and #phone-again", typed.field);
    let text = page(&site(&twice).await).await;
    assert!(text.contains(&said), "{said} in {text}");
}
