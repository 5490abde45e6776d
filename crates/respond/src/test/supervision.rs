//! Authorities, precedents, plain language.

use crate::tables::tables;
use crate::{Act, Case, Command, Leading, Occurred, Text, competence, decide, facts, leading, precedents, readability};
use ::facts::Lang;

fn case(facts_text: &str) -> Case {
    let open = Act::Open {
        id: "c".into(),
        title: "t".into(),
        reference: String::new(),
        country: "SE".into(),
        facts: facts("t", facts_text).unwrap(),
        origins: vec![],
        findings: vec![],
        suspected: None,
        occurred: Occurred::Unknown,
        exercise: false,
        note: Text::default(),
    };
    Case::fold(&decide(None, &Command::new("anna", open), "2026-04-02T12:00:00Z".parse().unwrap()).unwrap()).unwrap()
}

#[test]
fn an_article_that_the_gdpr_does_not_have_is_told_with_what_it_has() {
    use crate::supervision::misnamed;
    for right in
        ["33", "33(1)", "33.5", "Art. 5(1)(f)", "artikel 58.2", "4(12)", "31", "99(2)", "6 kap. 2 §", "NIS2 21(9)"]
    {
        assert_eq!(misnamed(right), None, "{right}");
    }
    for precedent in &tables().precedents.precedent {
        assert!(precedent.articles.iter().all(|article| misnamed(article).is_none()), "{:?}", precedent.articles);
    }
    for (wrong, right) in
        [("99(9)", "99(1)–99(2)"), ("100", "1–99"), ("0", "1–99"), ("33.6", "33(1)–33(5)"), ("31(1)", "31")]
    {
        assert_eq!(misnamed(wrong).as_deref(), Some(right));
    }
}

#[test]
fn authorities_follow_from_where_the_people_are() {
    let case = case(r#"{"nature":["confidentiality"],"people":{"countries":{"SE":90,"FI":5,"AX":2,"NO":3,"US":1}}}"#);
    let here = competence(&case, true);
    assert_eq!(here.lead.unwrap().country, "SE");
    let codes: Vec<&str> = here.concerned.iter().map(|a| a.country.as_str()).collect();
    assert_eq!(codes, ["FI", "NO"], "Åland's own authority is for its public bodies");
    assert_eq!((here.outside, here.notify_each), (vec!["US".to_owned()], false));
    let abroad = competence(&case, false);
    assert!(abroad.lead.is_none() && abroad.notify_each && abroad.concerned.len() == 3);
}

#[test]
fn a_lead_authority_is_named_where_there_is_one() {
    let told = |case: &Case| {
        let paper = crate::notification(case, "2026-04-02T12:00:00Z".parse().unwrap());
        paper.field("lead-authority").unwrap().value.clone()
    };
    let none = crate::FieldValue::NotApplicable;
    let mut abroad = case(r#"{"nature":["confidentiality"],"people":{"countries":{"SE":90,"FI":5}}}"#);
    assert!(matches!(told(&abroad), crate::FieldValue::Assumed { .. }), "nobody has said where it is established");
    assert!(abroad.cautions("2026-04-02T12:00:00Z".parse().unwrap()).iter().any(|c| c.id == "establishments-unknown"));
    let known = crate::Item { status: crate::ItemStatus::Known, text: "SE".into(), number: None, files: vec![] };
    abroad.items.insert("establishments".into(), known);
    assert!(matches!(told(&abroad), crate::FieldValue::Known { .. }));
    let caution = |case: &Case| case.cautions("2026-04-02T12:00:00Z".parse().unwrap()).first().map(|c| c.id);
    let mut said = |text: &str| {
        abroad.items.get_mut("establishments").unwrap().text = text.into();
        let concerned: Vec<String> = competence(&abroad, true).concerned.iter().map(|a| a.country.clone()).collect();
        let known = match told(&abroad) {
            crate::FieldValue::Known { .. } => "known",
            crate::FieldValue::Assumed { .. } => "assumed",
            crate::FieldValue::Unknown { .. } => "unknown",
            crate::FieldValue::NotApplicable => "none",
        };
        (known, caution(&abroad), concerned.join(" "))
    };
    assert_eq!(said("SE, FR"), ("assumed", Some("establishments-unknown"), "FI FR".into()), "which is the main one?");
    assert_eq!(said("several"), ("assumed", Some("establishments-unknown"), "FI".into()));
    assert_eq!(said("SE main, FR"), ("known", Some("public-unknown"), "FI FR".into()));
    assert_eq!(said("SE, FR main"), ("unknown", Some("established-elsewhere"), "FI FR".into()));
    assert_eq!(said("DE"), ("unknown", Some("established-elsewhere"), "FI DE".into()));
    assert_eq!(said("US"), ("none", Some("established-outside"), "FI".into()));
    abroad.established = false;
    assert_eq!(told(&abroad), none, "no one-stop shop");
    assert_eq!(told(&case(r#"{"nature":["confidentiality"],"people":{"countries":{"SE":90}}}"#)), none, "at home");
    let unknown = crate::FieldValue::Unknown { promised: None };
    assert_eq!(told(&case(r#"{"nature":["confidentiality"]}"#)), unknown, "where they are is not known");
}

/// Art. 55(2): Art. 56 does not apply to public authorities; nor is Åland another Member State than Finland.
#[test]
fn a_public_authority_has_its_own_authority_only_and_aland_is_no_border() {
    let now = "2026-04-02T12:00:00Z".parse().unwrap();
    let known =
        |text: &str| crate::Item { status: crate::ItemStatus::Known, text: text.into(), number: None, files: vec![] };
    let mut town = case(r#"{"nature":["confidentiality"],"people":{"countries":{"SE":9,"FI":1}}}"#);
    assert_eq!(competence(&town, true).concerned.len(), 1, "nobody has said that it is public");
    town.items.insert("sector".into(), known("public"));
    let who = competence(&town, true);
    assert_eq!((who.lead.unwrap().country.as_str(), who.concerned.len()), ("SE", 0));
    assert!(town.cautions(now).is_empty());
    let lead = crate::notification(&town, now).field("lead-authority").unwrap().value.clone();
    assert_eq!(lead, crate::FieldValue::NotApplicable);
    town.country = "FI-AX".into();
    town.items.remove("sector");
    let asked: Vec<&str> = town.cautions(now).iter().map(|c| c.id).collect();
    assert_eq!((leading(&town), asked), (Leading::Unsaid, vec!["sector-unknown"]), "it is for public bodies only");
    let lead = crate::notification(&town, now).field("lead-authority").unwrap().value.clone();
    assert_eq!(lead, crate::FieldValue::Unknown { promised: None });
    for sector in ["public", "private"] {
        town.items.insert("sector".into(), known(sector));
        let who = competence(&town, true);
        assert!(!who.concerned.iter().any(|a| a.country.starts_with("FI")), "{sector}");
    }
}

#[test]
fn the_likest_precedent_of_a_pixel_in_care_is_the_reprimand() {
    let pixel = case(
        r#"{"nature":["confidentiality"],"unintelligible":"subvertible","incident":["tracking-technology","misconfiguration"],"people":{"groups":["patients"]}}"#,
    );
    let like = precedents(&pixel);
    assert_eq!((like[0].id.as_str(), like[0].amount), ("SE-KRY", Some(0)));
    assert!(like.iter().any(|p| p.id == "SE-APOTEKET") && like.iter().all(|p| p.id != "SE-SSC"));
    let rows = &tables().precedents.precedent;
    assert_eq!(rows.len(), 21);
    assert!(
        rows.iter()
            .all(|p| ["primary", "secondary", "unconfirmed"].contains(&p.confidence.as_str()) && !p.source.is_empty())
    );
    assert!(rows.is_sorted_by_key(|p| &p.id));
}

#[test]
fn plain_and_official_swedish_are_told_apart() {
    let letter = "Vi skickade ditt brev till fel adress. Ring oss om du undrar. Du behöver inte göra något. \
                  Brevet är tillbaka och ingen annan har läst det.";
    let plain = readability(letter, Lang::Sv);
    assert!(plain.plain == Some(true) && plain.index.unwrap() < 35 && plain.longest_sentence == 9, "{plain:?}");
    let official = readability(
        "Personuppgiftsansvarige underrättar härigenom registrerade beträffande personuppgiftsincidentens sannolika \
         konsekvenser samt vidtagna säkerhetsåtgärder, varvid kontaktuppgifter till dataskyddsombudet tillhandahålls \
         genom organisationens officiella webbplats.",
        Lang::Sv,
    );
    assert!(official.plain == Some(false) && official.index.unwrap() > 80, "{official:?}");
    let wrong = readability(letter, Lang::Fi);
    assert_eq!((wrong.other, wrong.plain), (Some(Lang::Sv), None), "an index cannot tell a language");
    assert_eq!(readability("Ett brev gick fel.", Lang::Sv).plain, None, "too short to tell");
    assert_eq!(readability(" … ", Lang::En).index, None);
}
