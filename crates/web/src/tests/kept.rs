//! What is kept with a case beside its acts: files, letters while they are written; one event for several controllers; the
//! clocks of the case's country; forms for those who may send them.

use super::browser::Browser;
use super::desk::Desk;
use super::sample::{USER, now};
use register::User;
use respond::{Act, BreachFacts, Occurred};

#[tokio::test]
async fn a_file_is_kept_handed_out_and_destroyed_with_a_reason() {
    let mut desk = Desk::new().await;
    let (csrf, bytes) = (desk.csrf.clone(), b"<script>\x00\xff not text".repeat(40_000));
    let page = desk.upload(&csrf, "loggen", "C:\\mapp\\logg å.html", &bytes).await;
    assert_eq!(page.status, 303, "{}", page.text());
    let history = desk.page("history").await;
    assert!(history.contains(">logg å.html</a>") && history.contains("loggen"), "{history}");
    let digest = desk.case().await.attachments[0].digest.clone();
    let file = desk.browser.get(&desk.address(&format!("files/{digest}"))).await;
    assert_eq!((file.status.as_u16(), file.body == bytes), (200, true));
    assert_eq!(file.header("content-type"), "application/octet-stream");
    assert!(file.header("content-disposition").starts_with("attachment"), "{}", file.header("content-disposition"));
    assert!(
        file.header("content-disposition").ends_with("logg%20%C3%A5%2Ehtml"),
        "{}",
        file.header("content-disposition")
    );
    assert_eq!(desk.send("destroy", &[("digest", &digest)]).await.status, 422, "a reason is needed");
    assert_eq!(desk.send("destroy", &[("digest", &digest), ("reason", "not needed")]).await.status, 303);
    assert_eq!(desk.browser.get(&desk.address(&format!("files/{digest}"))).await.status, 404);
    assert!(desk.page("history").await.contains("(file destroyed)"));
}

#[tokio::test]
async fn a_file_that_cannot_be_kept_is_refused_with_the_reason_and_nothing_is_written() {
    let mut desk = Desk::new().await;
    let csrf = desk.csrf.clone();
    let settings = "schema = \"sluss/organisation/1\"\nname = \"Example\"\ncountry = \"SE\"\n[files]\nmost_mib = 1\n";
    flows::settings::put(&desk.sample.site.db, USER, "o.toml", settings, now()).await.unwrap();
    let before = desk.version().await;
    let large = desk.upload(&csrf, "the whole disk", "disk.img", &vec![7; (1 << 20) + 1]).await;
    assert_eq!(large.status, 422);
    let text = large.text();
    assert!(text.contains("At most 1 MiB is kept") && text.contains(">the whole disk</textarea>"), "{text}");
    for (what, name, bytes, said) in [("x", "a.txt", &b""[..], "not empty"), ("", "a.txt", b"x", "left empty")] {
        let page = desk.upload(&csrf, what, name, bytes).await;
        assert_eq!(page.status, 422);
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    assert_eq!(desk.upload("of another page", "x", "a.txt", b"x").await.status, 403);
    assert_eq!(desk.version().await, before);
}

/// The register tells what was done, not only that something was (Art. 33(5)).
#[tokio::test]
async fn the_history_tells_what_each_act_says() {
    let mut desk = Desk::aware().await;
    let csrf = desk.csrf.clone();
    assert_eq!(desk.upload(&csrf, "the log of the day", "gateway.txt", b"x").await.status, 303);
    desk.sample
        .act(Act::SetItem {
            item: "records-number".into(),
            status: respond::ItemStatus::Known,
            text: "".into(),
            number: Some(200_000.0),
            files: vec![],
        })
        .await;
    let act = serde_json::json!({"type": "communicate/1", "sent": now(), "means": "individual", "people": 7,
        "languages": ["sv"], "text": {"private": "Hej"}, "held_back": 0, "parts": ["happened"]});
    desk.sample.act(serde_json::from_value(act).unwrap()).await;
    let history = desk.page("history").await;
    let version = desk.version().await;
    let number = paper::Words::new(facts::Lang::En).number(200_000.0);
    for said in ["gateway.txt: the log of the day", &number, "Hej", "Swedish", "The text lacks: "] {
        assert!(history.contains(said), "{said}: {history}");
    }
    assert!(history.contains(&format!("<span class=\"hint\">{version}</span>")), "entries are numbered");
}

#[tokio::test]
async fn a_letter_is_kept_while_it_is_written_with_every_version() {
    let mut desk = Desk::new().await;
    let first = [("language", "sv"), ("happened", "Ett brev gick fel."), ("do", "keep")];
    assert_eq!(desk.send("communicate", &first).await.status, 303);
    let second =
        [("language", "sv"), ("happened", "Ett brev kom till fel person."), ("advice", "Ring oss."), ("do", "keep")];
    assert_eq!(desk.send("communicate", &second).await.status, 303);
    assert_eq!(desk.case().await.drafts.len(), 2);
    let newest = desk.page("people").await;
    assert!(newest.contains(">Ett brev kom till fel person.</textarea>") && newest.contains(">Ring oss.</textarea>"));
    assert!(newest.contains("Berit Lund") || newest.contains(USER), "who kept it");
    let older = desk.page("people?draft=1").await;
    assert!(older.contains(">Ett brev gick fel.</textarea>"), "{older}");
    let refused = desk.send("communicate", &[("language", "sv"), ("do", "keep")]).await;
    assert_eq!(refused.status, 422, "nothing is no draft");
    // Two write at once: the slower one is told, and keeps what was written.
    let (seen, csrf, address) = (desk.version().await, desk.csrf.clone(), desk.address("communicate"));
    desk.sample.act(Act::Note { text: "meanwhile".into() }).await;
    let fields = [("csrf", csrf.as_str()), ("seen", &seen), ("language", "sv"), ("happened", "my own"), ("do", "keep")];
    let page = desk.browser.post(&address, &fields).await;
    assert_eq!(page.status, 409);
    assert!(page.text().contains(">my own</textarea>") && page.text().contains("meanwhile"));
}

#[tokio::test]
async fn a_letter_begins_with_nothing_that_was_noted_within_the_house() {
    let mut desk = Desk::new().await;
    let open = |id: &str, consequences: Option<Vec<String>>| Act::Open {
        id: id.into(),
        title: "Something".into(),
        reference: String::new(),
        country: "SE".into(),
        facts: BreachFacts { nature: vec!["confidentiality".into()], consequences, ..BreachFacts::default() },
        origins: Vec::new(),
        findings: Vec::new(),
        suspected: None,
        occurred: Occurred::Unknown,
        exercise: false,
        note: "Kalle Kula told us".into(),
    };
    for (id, feared) in [("noted", None), ("feared", Some(vec!["identity-theft".to_owned()]))] {
        flows::cases::open(&desk.sample.site.db, USER, open(id, feared), now()).await.unwrap();
        let page = desk.browser.get(&format!("/cases/{id}/people")).await.text();
        assert!(!page.contains("Kalle"), "a name would go to everybody: {page}");
        assert_eq!(page.contains("It has begun with what the case knows"), id == "feared", "{page}");
    }
    assert_eq!(desk.send("communicate", &[("language", "fi"), ("advice", "Odota."), ("do", "keep")]).await.status, 303);
    let letter = desk.page("letters/1/letter.txt").await;
    assert!(letter.contains("[täydennettävä: kirjoitetaan rekisteröidyille"), "{letter}");
}

#[tokio::test]
async fn cases_for_several_controllers_are_opened_together_or_not_at_all() {
    let mut desk = Desk::new().await;
    let twice = [("event", "august"), ("controllers", "Example Town\nExample Region\nExample Town")];
    let page = desk.send("controllers", &twice).await;
    assert_eq!(page.status, 422, "{}", page.text());
    let text = page.text();
    assert!(text.contains("stands there twice") && text.contains("Example Region"), "{text}");
    assert_eq!(desk.sample.site.db.cases().await.unwrap().len(), 1);
    let (stale, csrf, address) = (desk.version().await, desk.csrf.clone(), desk.address("controllers"));
    desk.sample.act(Act::Note { text: "meanwhile".into() }).await;
    let named = [("event", "august"), ("controllers", "Example Town\nExample Region")];
    let late = [&[("csrf", csrf.as_str()), ("seen", stale.as_str())], &named[..]].concat();
    assert_eq!(desk.browser.post(&address, &late).await.status, 409);
    assert_eq!(desk.sample.site.db.cases().await.unwrap().len(), 1, "none");
    assert_eq!(desk.send("controllers", &named).await.status, 303);
    let cases = desk.sample.site.db.cases().await.unwrap();
    assert_eq!(cases.iter().filter(|s| s.case.event == "august").count(), 3);
    assert!(desk.page("").await.contains("Example Town"), "the case names its siblings");
    let log = desk.sample.site.db.log(1, 100).await.unwrap();
    assert_eq!(log.iter().rev().take(3).filter(|link| link.act.starts_with("case.")).count(), 3);
}

/// The controller is aware from when its processor told it: its own case learns when that was, and proposes it.
#[tokio::test]
async fn the_case_of_a_controller_learns_when_its_processor_told_it() {
    let mut desk = Desk::new().await;
    let facts = BreachFacts { role: Some("processor".into()), ..desk.case().await.facts };
    desk.sample.act(Act::SetFacts { facts, source: "the contract".into(), origins: Vec::new() }).await;
    let named = [("event", "august"), ("controllers", "Example Town\nExample Region")];
    assert_eq!(desk.send("controllers", &named).await.status, 303);
    desk.done("tell-controller", &[("controller", "Example Town"), ("told", "2026-11-21T23:20")]).await;
    let page = desk.page("").await;
    assert!(page.contains("Tell the controller: Example Region"), "{page}");
    assert!(!page.contains("Notify the authority no later than") && !page.contains("Document the breach"), "{page}");
    let cases = desk.sample.site.db.cases().await.unwrap();
    let of = |name: &str| cases.iter().find(|s| s.case.controller == name).unwrap();
    let told = of("Example Town").case.proposed_aware();
    assert_eq!(told, Some("2026-11-21T22:20:00Z".parse().unwrap()));
    assert_eq!(of("Example Region").case.proposed_aware(), None);
    let page = desk.browser.get(&format!("/cases/{}", of("Example Town").id)).await.text();
    assert!(page.contains("value=\"2026-11-21T23:20\""), "{page}");
}

#[tokio::test]
async fn times_are_those_of_the_country_of_the_case_and_the_zone_is_named() {
    let mut desk = Desk::new().await;
    let finnish = Act::Open {
        id: "fi".into(),
        title: "Kirje".into(),
        reference: String::new(),
        country: "FI".into(),
        facts: BreachFacts::default(),
        origins: Vec::new(),
        findings: Vec::new(),
        suspected: Some("2026-11-21T20:00:00Z".parse().unwrap()),
        occurred: Occurred::Unknown,
        exercise: false,
        note: String::new().into(),
    };
    flows::cases::open(&desk.sample.site.db, USER, finnish, now()).await.unwrap();
    let page = desk.browser.get("/cases/fi").await.text();
    assert!(page.contains("Europe/Helsinki") && page.contains("22:00"), "{page}");
    assert!(desk.page("").await.contains("Europe/Stockholm"));
    // What is written is read on the same clocks.
    let csrf = desk.csrf.clone();
    let fields =
        [("csrf", csrf.as_str()), ("seen", "1"), ("aware", "2026-11-21T23:30"), ("person", "Berit"), ("reason", "x")];
    assert_eq!(desk.browser.post("/cases/fi/aware", &fields).await.status, 303);
    let case = desk.sample.site.db.case("fi").await.unwrap().unwrap().case;
    assert_eq!(case.times.aware.unwrap().at.to_string(), "2026-11-21T21:30:00Z");
    let settings = "schema = \"sluss/organisation/1\"\nname = \"Example\"\ncountry = \"PT\"\n";
    flows::settings::put(&desk.sample.site.db, USER, "o.toml", settings, now()).await.unwrap();
    assert!(desk.browser.get("/cases").await.text().contains("Europe/Lisbon"), "pages of no case: the organisation's");
    assert!(desk.browser.get("/cases/fi").await.text().contains("Europe/Helsinki"));
}

#[tokio::test]
async fn a_form_that_a_role_may_not_send_is_not_shown() {
    let desk = Desk::new().await;
    desk.sample.act(Act::Note { text: "of a person".into() }).await;
    let db = &desk.sample.site.db;
    let site = desk.sample.site.clone();
    for (role, acts, barred) in [
        ("reader", &[][..], &["note", "aware", "facts", "communicate", "attach", "destroy", "controllers"][..]),
        ("reporter", &["note", "facts", "communicate", "attach"], &["aware", "conclude", "close", "destroy", "pause"]),
        ("owner", &["note", "aware", "facts", "conclude", "destroy", "communicate", "attach", "controllers"], &[]),
    ] {
        let user = User { id: role.into(), name: role.into(), role: role.into(), disabled: false };
        db.put_user(&user, USER, now()).await.unwrap();
        let link = crate::login_link(db, "", role, now()).await.unwrap();
        let mut browser = Browser::new(site.clone());
        browser.log_in(&link).await;
        let mut all = String::new();
        for tab in ["", "/facts", "/assessment", "/notification", "/people", "/measures", "/authority", "/history"] {
            all.push_str(&browser.get(&format!("/cases/{}{tab}", desk.sample.case)).await.text());
        }
        let shown = |name: &&&str| all.contains(&format!("action=\"/cases/{}/{name}\"", desk.sample.case));
        assert_eq!(acts.iter().filter(shown).count(), acts.len(), "{role}");
        assert_eq!(barred.iter().filter(shown).collect::<Vec<_>>(), Vec::<&&str>::new(), "{role}");
        let whole = if role == "owner" { 200 } else { 422 };
        assert_eq!(browser.get("/register/export").await.status, whole, "{role}");
        assert_eq!(browser.get("/verify").await.text().contains("/register/export"), role == "owner", "{role}");
    }
}

#[tokio::test]
async fn facts_that_were_taken_are_said_to_be_saved() {
    let mut desk = Desk::new().await;
    let page = desk.send("facts", &[("nature", "confidentiality"), ("people.count", "4")]).await;
    let saved = desk.browser.get(page.header("location")).await.text();
    assert!(saved.contains("class=\"saved\""), "{saved}");
    desk.send("facts", &[("nature", "confidentiality"), ("people.count", "1 200"), ("reason", "recount")]).await;
    let history = desk.page("history").await;
    assert!(history.contains("Number of people: 1200 (before: 4)\nrecount"), "{history}");
}

/// Nature has to be there, so a case that nobody knows anything of holds an empty one.
#[test]
fn a_nature_that_nobody_knew_was_not_checked() {
    let w = crate::say::Say { words: paper::Words::new(facts::Lang::En), zone: jiff::tz::TimeZone::UTC };
    let known = BreachFacts { nature: vec!["confidentiality".into()], ..BreachFacts::default() };
    let told = crate::questions::changes(&w, &BreachFacts::default(), &known);
    assert!(told.len() == 1 && told[0].contains(&w.t("web-unknown")), "{told:?}");
}

#[tokio::test]
async fn no_id_stands_twice_on_a_page_of_a_drill() {
    let mut desk = Desk::new().await;
    let fields =
        [("title", "Drill"), ("nature", "availability"), ("suspected", "2026-11-21T20:00"), ("exercise", "yes")];
    let csrf = desk.csrf.clone();
    let opened = desk.browser.post("/cases/new", &[&[("csrf", csrf.as_str())], &fields[..]].concat()).await;
    let text = desk.browser.get(opened.header("location")).await.text();
    let mut ids: Vec<&str> = text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert!(all > 20 && text.contains("id=\"clock\""), "{text}");
    assert_eq!(ids.len(), all, "an id stands twice");
}
