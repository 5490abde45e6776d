//! What is asked in closed lists, numbers, times, countries and groups; and the letter from draft to approval.

use super::desk::Desk;
use respond::Text;

#[tokio::test]
async fn an_item_is_asked_as_what_it_is_and_told_by_its_label() {
    let mut desk = Desk::new().await;
    let page = desk.page("notification").await;
    assert!(
        page.contains("type=\"radio\" id=\"item-severity-text-moderate\" name=\"text\" value=\"moderate\""),
        "{page}"
    );
    assert!(!page.contains("<textarea id=\"item-severity-text\""));
    assert!(
        page.contains(&format!("href=\"{}#people.count\"", desk.address("facts"))),
        "what facts answer leads to them"
    );
    let strange = [("item", "severity"), ("text", "quite bad"), ("status.is", "known")];
    let refused = desk.send("item", &strange).await;
    assert!(refused.status == 422 && refused.text().contains("Choose one of the answers."), "{}", refused.text());
    desk.done("item", &[("item", "severity"), ("text", "moderate"), ("status.is", "known")]).await;
    let page = desk.page("notification").await;
    assert!(page.contains("<span class=\"told\">Moderate</span>"), "{page}");
    assert!(page.contains("value=\"moderate\" checked"), "what was chosen stays chosen");
    let history = desk.page("history").await;
    assert!(history.contains("Answer: Moderate") && !history.contains("Answer: moderate"), "{history}");
    // What does not apply says why, in a field of its own.
    let bare = [("item", "sector"), ("status.is", "not-applicable")];
    assert!(desk.send("item", &bare).await.text().contains("id=\"item-sector-why-wrong\""));
    desk.done("item", &[&bare[..], &[("why", "an association of one")]].concat()).await;
    assert_eq!(desk.case().await.items["sector"].text, Text::from("an association of one"));
}

#[tokio::test]
async fn a_time_is_read_on_the_clocks_of_the_page_and_a_number_is_one() {
    let mut desk = Desk::new().await;
    let told = [("item", "told-by-other-at"), ("text", "2026-11-20T09:30"), ("status.is", "known")];
    desk.done("item", &told).await;
    assert_eq!(desk.case().await.items["told-by-other-at"].text, Text::from("2026-11-20T08:30:00Z"));
    let history = desk.page("history").await;
    assert!(history.contains("20 November 2026, 09:30"), "{history}");
    let many = [("item", "records-number"), ("text", "many"), ("status.is", "known")];
    assert!(desk.send("item", &many).await.text().contains("Write a whole number."));
    let telephone = [("item", "other-contact"), ("text", "0846500400"), ("status.is", "known")];
    desk.done("item", &telephone).await;
    assert_eq!(desk.case().await.items["other-contact"].number, None, "digits of a text stay a text");
}

#[tokio::test]
async fn kept_files_are_offered_as_annexes() {
    let mut desk = Desk::new().await;
    let csrf = desk.csrf.clone();
    assert_eq!(desk.upload(&csrf, "log of the server", "log.txt", b"line").await.status, 303);
    let digest = desk.case().await.attachments[0].digest.clone();
    let page = desk.page("notification").await;
    assert!(page.contains(&format!("type=\"checkbox\" id=\"item-attachments-files-{digest}\"")), "{page}");
    desk.done("item", &[("item", "attachments"), ("files", &digest), ("status.is", "known")]).await;
    let page = desk.page("notification").await;
    assert!(page.contains("<span class=\"told\">log.txt: log of the server</span>"), "{page}");
    assert!(!desk.page("history").await.contains(&format!("annex: {digest}")));
}

#[tokio::test]
async fn countries_are_chosen_by_name_with_their_authority() {
    let mut desk = Desk::new().await;
    let page = desk.page("facts").await;
    assert!(page.contains("<option value=\"FI\">Finland – TSV</option>"), "{page}");
    let base = [("nature", "confidentiality"), ("people.countries.0.code", "FI")];
    let refused = desk.send("facts", &base).await;
    assert!(refused.status == 422 && refused.text().contains("<option value=\"FI\" selected>"), "{}", refused.text());
    let twice = [&base[..], &[("people.countries.0.number", "3"), ("people.countries", "FI 4")]].concat();
    assert!(desk.send("facts", &twice).await.text().contains("This country stands there twice."));
    let right = [&base[..], &[("people.countries.0.number", "3"), ("people.countries", "us 12")]].concat();
    assert_eq!(desk.send("facts", &right).await.status, 303);
    let people = desk.case().await.facts.people.unwrap();
    assert_eq!(people.countries, [("FI".to_owned(), 3.0), ("US".to_owned(), 12.0)].into());
    let page = desk.page("facts").await;
    assert!(page.contains("Finland 3, United States 12") && page.contains("value=\"US 12\""), "{page}");
}

#[tokio::test]
async fn a_group_tells_its_number_and_its_data_in_the_list() {
    let mut desk = Desk::new().await;
    assert_eq!(desk.send("facts", &[("nature", "confidentiality"), ("data", "contact")]).await.status, 303);
    let group = [("name", "patients"), ("people.count", "90 000"), ("data", "health")];
    assert_eq!(desk.send("facts/new", &group).await.status, 303);
    let page = desk.page("facts").await;
    assert!(page.contains(">patients</a>") && page.contains("Number of people: 90,000"), "{page}");
    assert!(page.contains("health"), "{page}");
}

#[tokio::test]
async fn a_letter_is_a_draft_until_somebody_approves_it() {
    let mut desk = Desk::new().await;
    let mut letter = vec![("language", "sv"), ("happened", "Ett brev gick fel."), ("do", "keep")];
    assert_eq!(desk.send("communicate", &letter).await.status, 303);
    let approve = [("draft", "1"), ("person", "Berit Lund")];
    assert!(desk.send("approve-draft", &approve).await.text().contains("lacks parts that Article 34(2) demands"));
    letter.extend([("consequences", "Någon kan läsa det."), ("measures", "Vi fick det åter.")]);
    letter.extend([("advice", "Inget."), ("contact", "Berit, 08-465 004 00")]);
    assert_eq!(desk.send("communicate", &letter).await.status, 303);
    let approve = [("draft", "2"), ("person", "Berit Lund")];
    assert!(desk.send("approve-draft", &approve).await.text().contains("does not say who sends it"));
    assert!(desk.page("letters/2/letter.txt").await.contains("[fylls i: vem som skickar brevet"));
    for (item, text) in [("controller-name-contact", "Exempelvård AB"), ("dpo-contact", "Berit Lund, 08-465 004 00")] {
        desk.done("item", &[("item", item), ("text", text), ("status.is", "known")]).await;
    }
    let draft = desk.page("letters/2/letter.html").await;
    assert!(draft.contains("Utkast, inte godkänt") && draft.contains("Hej {{name}},"), "{draft}");
    desk.done("approve-draft", &approve).await;
    for file in ["letter.html", "letter.txt", "notice.html"] {
        let real = desk.page(&format!("letters/2/{file}")).await;
        assert!(!real.contains("Utkast") && real.contains("Exempelvård AB"), "{file}: {real}");
    }
    assert!(desk.page("letters/1/letter.txt").await.contains("Utkast"), "another version is still one");
    assert_eq!(desk.page("letters/2/addresses.csv").await, "name,address,postal_code,city,email\r\n");
    let page = desk.page("people").await;
    assert!(page.contains("approved") && page.contains("Berit Lund"), "{page}");
    assert!(!page.contains("name=\"unlike\""), "nothing differs yet");
    let ways = [("means", "individual"), ("people", "3"), ("sent", "2026-11-21T23:30")];
    let parts = letter.iter().filter(|(name, _)| *name != "do");
    let approved: Vec<(&str, &str)> = parts.copied().chain(ways).collect();
    let mut other = approved.clone();
    other[1].1 = "Ett annat brev.";
    let refused = desk.send("communicate", &other).await;
    let text = refused.text();
    assert!(refused.status == 422 && text.contains("The letter differs from the one that was approved."), "{text}");
    assert!(text.contains("name=\"unlike\"") && text.contains("Ett annat brev.</textarea>"), "{text}");
    other.push(("unlike", "yes"));
    desk.done("communicate", &approved).await;
    assert!(!desk.page("people").await.contains("Another letter than"));
    assert!(desk.done("communicate", &other).await.contains("Another letter than the approved one"));
    let said = "This letter was sent, though another was approved";
    assert_eq!(desk.page("history").await.matches(said).count(), 1, "who said so stands in the history");
    desk.done("facts", &[("nature", "confidentiality"), ("data", "contact"), ("data", "health")]).await;
    let doubt = desk.page("people").await;
    assert!(doubt.contains("name=\"page\" value=\"people\""), "{doubt}");
    let uphold = [("about", "people"), ("person", "Berit Lund"), ("reasons", "It named all."), ("page", "people")];
    let page = desk.send("uphold", &uphold).await;
    assert!(page.header("location").ends_with("/people?done=uphold"), "back where it was said");
    assert_eq!(desk.browser.get(&desk.address("letters/9/letter.txt")).await.status, 404);
}

#[tokio::test]
async fn what_would_change_the_answer_reads_as_a_sentence_and_the_copy_page_tells_whose_data() {
    let mut desk = Desk::new().await;
    let facts = [("nature", "confidentiality"), ("confidentiality", "likely"), ("data", "contact")];
    let facts = [&facts[..], &[("people.groups", "patients")]].concat();
    assert_eq!(desk.send("facts", &facts).await.status, 303);
    let page = desk.page("assessment").await;
    assert!(page.contains("With the answer “") && !page.contains("were “"), "{page}");
    assert!(desk.page("order/tsv").await.contains("Groups of data subjects"), "Art. 33(3)(a)");
    let own = desk.page("authority").await;
    assert!(own.contains("name=\"public_party\""), "Swedish law sets a public party apart");
    assert!(own.contains("<dt>Supervisory authority</dt>") && !own.contains("Lead authority"), "{own}");
    let abroad = [&facts[..], &[("people.countries", "FI 4, SE 3")]].concat();
    assert_eq!(desk.send("facts", &abroad).await.status, 303);
    assert!(desk.page("authority").await.contains("<dt>Lead authority</dt>"));
}
