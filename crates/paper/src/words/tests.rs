use super::*;
use fluent_bundle::FluentResource;
use jiff::tz::{self, TimeZone};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// Message name → the variables it uses, read from the text itself (Fluent's own tree is not public).
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        if let Some((key, _)) = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic())) {
            let key = key.trim().to_owned();
            assert!(found.insert(key.clone(), BTreeSet::new()).is_none(), "`{key}` stands twice");
            current = Some(key);
        }
        let variables = line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).collect::<String>()
        });
        if let Some(set) = current.as_ref().and_then(|key| found.get_mut(key)) {
            set.extend(variables);
        }
    }
    found
}

#[test]
fn every_file_parses_and_its_keys_start_with_its_name() {
    for lang in Lang::ALL {
        for (file, text) in files_of(lang) {
            if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
                panic!("{}/{file}.ftl: {errors:?}", lang.tag());
            }
            for key in messages(text).keys() {
                assert!(key.starts_with(&format!("{file}-")), "{}/{file}.ftl: `{key}`", lang.tag());
            }
        }
    }
}

#[test]
fn all_languages_have_the_same_keys_with_the_same_variables() {
    let mut wrong = Vec::new();
    for lang in [Lang::Sv, Lang::Fi] {
        for ((file, theirs), (_, english)) in files_of(lang).iter().zip(files_of(Lang::En)) {
            let (theirs, english) = (messages(theirs), messages(english));
            // A date may be written without the month's name, or without its number.
            let same = |key: &str| key.starts_with("paper-moment") || key == "paper-date";
            for key in theirs.keys().chain(english.keys()).collect::<BTreeSet<_>>() {
                match (theirs.get(key), english.get(key)) {
                    (Some(_), None) if lang == Lang::Sv && key.ends_with("-of-finland") => {}
                    (Some(a), Some(b)) if a == b || same(key) => {}
                    (a, b) => wrong.push(format!("{file}.ftl `{key}`: {} {a:?}, en {b:?}", lang.tag())),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_message_is_empty() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for (file, text) in files_of(lang) {
            for (key, variables) in messages(text) {
                assert!(words.has(&key), "{}/{file}.ftl: `{key}` has no value", lang.tag());
                let args: Vec<(&str, Value<'_>)> = variables.iter().map(|v| (v.as_str(), 2.into())).collect();
                let said = words.with(&key, &args);
                assert!(!said.trim().is_empty(), "{}/{file}.ftl: `{key}` says nothing", lang.tag());
                assert!(!said.contains(['\u{2068}', '\u{2069}']), "`{key}` holds isolation marks");
            }
        }
    }
}

#[test]
fn numbers_are_grouped_as_the_language_does() {
    let said = |lang, n: f64| Words::new(lang).number(n);
    assert_eq!(said(Lang::Sv, 90_000.0), "90\u{a0}000");
    assert_eq!(said(Lang::Fi, -1234.5), "\u{2212}1234,5");
    assert_eq!(said(Lang::En, 1_234_567.25), "1,234,567.25");
    assert_eq!(Words::new(Lang::Sv).with("paper-hours", &[("n", 12_000.into())]), "12\u{a0}000 timmar");
}

#[test]
fn a_moment_names_its_offset_in_every_language() {
    let at: Timestamp = "2026-04-02T16:20:00Z".parse().unwrap();
    let zone = TimeZone::fixed(tz::offset(2));
    let said = |lang| Words::new(lang).moment_long(at, &zone);
    assert_eq!(said(Lang::Sv), "torsdag 2 april 2026 kl. 18.20 (UTC+2)");
    assert_eq!(said(Lang::Fi), "torstaina 2.4.2026 klo 18.20 (UTC+2)");
    assert_eq!(said(Lang::En), "Thursday 2 April 2026, 18:20 (UTC+2)");
}

#[test]
fn a_duration_is_told_in_its_two_largest_units() {
    let words = Words::new(Lang::Sv);
    let said = |minutes| words.duration(SignedDuration::from_mins(minutes));
    assert_eq!(said(72 * 60 + 61), "3 dygn och 1 timme");
    assert_eq!(said(-125), "2 timmar och 5 minuter");
    assert_eq!(said(60), "1 timme");
    assert_eq!(said(0), "0 minuter");
}

#[test]
fn a_key_that_is_missing_can_be_seen() {
    assert_eq!(missing_in("a ⟨web-title⟩ b ⟨x⟩"), ["web-title", "x"]);
    assert!(missing_in("nothing").is_empty());
    assert!(std::panic::catch_unwind(|| Words::new(Lang::En).say("paper-no-such-key")).is_err());
}

/// tables/terms.toml: the terms of the law, and what must not stand for them.
#[derive(serde::Deserialize)]
struct Terms {
    term: Vec<Term>,
    avoid: Vec<Avoid>,
}

#[derive(serde::Deserialize)]
struct Term {
    en: String,
    sv: Vec<String>,
    fi: Vec<String>,
    #[serde(default)]
    everywhere: bool,
    source: String,
}

#[derive(serde::Deserialize)]
struct Avoid {
    lang: String,
    words: Vec<String>,
}

fn terms() -> Terms {
    toml::from_str(include_str!("../../../../tables/terms.toml")).unwrap()
}

/// Every message of a language by its key, as it stands in the file, lower case.
fn texts(lang: Lang) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let mut key = String::new();
    for line in files_of(lang).iter().flat_map(|(_, text)| text.lines()).filter(|l| !l.starts_with('#')) {
        let mut said = line;
        if let Some((name, rest)) = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        {
            key = name.trim().to_owned();
            said = rest;
        }
        let text: &mut String = texts.entry(key.clone()).or_default();
        text.push_str(&said.to_lowercase());
        text.push(' ');
    }
    texts
}

#[test]
fn the_terms_of_the_law_are_used() {
    let english = texts(Lang::En);
    let mut wrong = Vec::new();
    for term in terms().term.iter().filter(|t| t.everywhere) {
        assert!(!term.source.is_empty());
        for (lang, allowed) in [(Lang::Sv, &term.sv), (Lang::Fi, &term.fi)] {
            let theirs = texts(lang);
            for (key, text) in english.iter().filter(|(_, text)| text.contains(&term.en)) {
                let said = theirs.get(key).map_or("", String::as_str);
                if !allowed.iter().any(|word| said.contains(word.as_str())) {
                    wrong.push(format!("{} `{key}`: no {allowed:?} for `{}` in: {text}", lang.tag(), term.en));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_to_avoid_stand_nowhere() {
    for avoid in terms().avoid {
        let lang = Lang::from_tag(&avoid.lang).unwrap();
        for (key, text) in texts(lang) {
            for word in &avoid.words {
                assert!(!text.contains(word.as_str()), "{} `{key}` says `{word}`", avoid.lang);
            }
        }
    }
}

/// A person reads each of these: nothing English is left of it in Swedish and Finnish but names.
#[test]
fn sources_are_told_in_the_readers_language() {
    let tables = [
        include_str!("../../../../tables/regimes/gdpr-risk.toml"),
        include_str!("../../../../tables/regimes/deadlines.toml"),
    ];
    // Names, and words that Swedish has in common.
    let names = [
        "risk",
        "person",
        "argument",
        "incident",
        "imy",
        "pts",
        "msb",
        "ivo",
        "kap",
        "laki",
        "kyberturvallisuuslaki",
        "brottsdatalagen",
        "brottsdataförordningen",
        "lag",
        "eller",
        "komplettera",
        "new",
        "art",
        "iii",
        "vii",
        "viii",
        "piltz",
        "pradel",
        "bayrvr",
        "com",
        "eur",
    ];
    let mut left = BTreeSet::new();
    for table in tables {
        let parsed: toml::Value = toml::from_str(table).unwrap();
        let mut sources = Vec::new();
        for kind in ["rule", "factor", "exemption", "term", "reading", "regime"] {
            let rows = parsed.get(kind).and_then(toml::Value::as_array).into_iter().flatten();
            let shown = rows.filter(|row| kind != "term" || row.get("ground").is_some());
            sources.extend(shown.filter_map(|row| row.get("source")?.as_str()));
        }
        assert!(sources.len() > 20);
        for source in sources {
            for lang in [Lang::Sv, Lang::Fi] {
                let told = Words::new(lang).cite(source);
                let words = |text: &str| -> BTreeSet<String> {
                    let words = text
                        .split(|c: char| !c.is_alphabetic())
                        .filter(|w| w.len() > 2 && w.starts_with(char::is_lowercase));
                    words.map(str::to_owned).collect()
                };
                let same: Vec<String> = words(source)
                    .intersection(&words(&told))
                    .filter(|w| !names.contains(&w.as_str()))
                    .cloned()
                    .collect();
                left.extend((!same.is_empty()).then(|| format!("{}: {source}: {same:?}", lang.tag())));
            }
        }
    }
    assert!(left.is_empty(), "{}", left.into_iter().collect::<Vec<_>>().join("\n"));
    assert_eq!(Words::new(Lang::Sv).cite("EDPB 01/2021 cases 2, 3; Recital 75"), "EDPB 01/2021 fall 2, 3; skäl 75");
    assert_eq!(Words::new(Lang::En).cite("Art. 33(1)"), "Art. 33(1)");
    let cited = "GDPR Art. 33(3)(a), 34(1); Art. 19a; EDPB 01/2021 case 3";
    assert_eq!(Words::new(Lang::Sv).cite(cited), "GDPR artikel 33.3 a, 34.1; artikel 19a; EDPB 01/2021 fall 3");
    let two = "GDPR Art. 33(1), (4)";
    assert_eq!(Words::new(Lang::Sv).cite(two), "GDPR artikel 33.1 och 33.4");
    assert_eq!(Words::new(Lang::Fi).cite(two), "GDPR 33 artiklan 1 ja 4 kohta");
    let ranges = "Reg. 611/2013 Art. 2(2)-(3); art. 3(2)(b)-(c), 3(4); EDPB 9/2022 par. 43-44; par. 113, 115; par. 7";
    assert_eq!(
        Words::new(Lang::Sv).cite(ranges),
        "förordning 611/2013 artikel 2.2–2.3; artikel 3.2 b–c, 3.4; EDPB 9/2022 punkterna 43–44; punkterna 113, 115; punkt 7"
    );
    assert_eq!(
        Words::new(Lang::Fi).cite(ranges),
        "asetus 611/2013 2 artiklan 2 ja 3 kohta; 3 artiklan 2 kohdan b ja c alakohta, 3 artiklan 4 kohta; EDPB 9/2022 kohdat 43–44; kohdat 113, 115; kohta 7"
    );
    let fi = "GDPR 33 artiklan 3 kohdan a alakohta, 34 artiklan 1 kohta; 19a artikla; EDPB 01/2021 tapaus 3";
    assert_eq!(Words::new(Lang::Fi).cite(cited), fi);
}

/// Prose names an article in one way in each language.
#[test]
fn no_sentence_shortens_an_article() {
    let all = [
        include_str!("../../../../tables/words/sv/web.ftl"),
        include_str!("../../../../tables/words/sv/respond.ftl"),
        include_str!("../../../../tables/words/sv/judge.ftl"),
        include_str!("../../../../tables/words/fi/web.ftl"),
        include_str!("../../../../tables/words/fi/respond.ftl"),
        include_str!("../../../../tables/words/fi/judge.ftl"),
        include_str!("../../../../tables/words/en/web.ftl"),
        include_str!("../../../../tables/words/en/respond.ftl"),
        include_str!("../../../../tables/words/en/judge.ftl"),
    ];
    let short = |line: &&str| line.contains(" art. ") || line.contains("Art. ");
    let found: Vec<&str> = all.iter().flat_map(|t| t.lines()).filter(|l| !l.starts_with('#')).filter(short).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn every_precedent_has_its_lesson_and_its_end_in_words() {
    let table: toml::Value = toml::from_str(include_str!("../../../../tables/precedents.toml")).unwrap();
    for precedent in table["precedent"].as_array().unwrap() {
        let id = precedent["id"].as_str().unwrap().to_lowercase();
        for key in ["respond-lesson", "respond-ended"] {
            assert!(Words::new(Lang::Sv).has(&format!("{key}-{id}")), "{key}-{id}");
        }
    }
}

/// A moment that is no awareness has to be told what it was taken for.
#[test]
fn every_start_of_a_deadline_has_words() {
    let table: toml::Value = toml::from_str(include_str!("../../../../tables/regimes/deadlines.toml")).unwrap();
    let mut told = 0;
    for regime in table["regime"].as_array().unwrap() {
        let stages = regime["stage"].as_array().unwrap();
        let from = stages[0]["from"].as_str().unwrap();
        if from != "aware" {
            assert!(Words::new(Lang::Fi).has(&format!("respond-deadline-from-{from}")), "{from}");
            told += 1;
        }
    }
    assert_eq!(told, 14);
}

/// Every term of Finland's own stands beside one of Sweden's.
#[test]
fn swedish_of_finland_has_its_own_terms() {
    let said = |country| Words::new(Lang::Sv).of_country(country).say("web-option-outcome-reprimand");
    assert_eq!([said("SE"), said("FI"), said("FI-AX")], ["reprimand", "anmärkning", "anmärkning"]);
    assert_eq!(Words::new(Lang::Fi).of_country("FI").say("web-option-outcome-reprimand"), "huomautus");
    for (_, text) in files_of(Lang::Sv) {
        for key in messages(text).into_keys().filter_map(|key| key.strip_suffix("-of-finland").map(str::to_owned)) {
            assert!(Words::new(Lang::Sv).has(&key), "{key}");
        }
    }
}

#[test]
fn one_is_told_as_one_and_a_date_in_a_text_as_the_language_writes_it() {
    let left = |lang, n: i64| Words::new(lang).with("respond-remind-left", &[("hours", n.into())]);
    let told = [(Lang::Sv, 1), (Lang::Sv, 24), (Lang::Fi, 1), (Lang::Fi, 24)].map(|(lang, n)| left(lang, n));
    assert_eq!(
        told,
        [
            "Högst 1 timme kvar.",
            "Högst 24 timmar kvar.",
            "Jäljellä on enintään 1 tunti.",
            "Jäljellä on enintään 24 tuntia."
        ]
    );
    let grave = |n: i64| Words::new(Lang::Fi).with("web-counted-high", &[("n", n.into())]);
    assert_eq!((grave(1).as_str(), grave(8).as_str()), ("1 vakava", "8 vakavaa"));
    assert_eq!(Words::new(Lang::Fi).dated_text("2024-04-30 (notified)"), "30.4.2024 (ilmoitettu)");
    assert_eq!(Words::new(Lang::Sv).dated_text("2022"), "2022");
}

/// What detection may say of a value's way: every name of its tables, and those beyond them.
#[test]
fn every_disguise_and_container_has_words() {
    let table = |text: &str| toml::from_str::<toml::Value>(text).unwrap();
    let (ids, ways) = (
        table(include_str!("../../../../tables/identifiers.toml")),
        table(include_str!("../../../../tables/transforms.toml")),
    );
    let words = Words::new(Lang::Sv);
    let names = |rows: &toml::Value| {
        rows.as_array().unwrap().iter().map(|r| r["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let forms = [names(&ids["normalisation"]), names(&ways["hash"]), names(&ways["encoding"])].concat();
    let beyond = ["letter-case", "respaced", "truncated", "salt-before", "salt-after", "hmac"].map(str::to_owned);
    let said =
        |name: &str| ["form", "hash", "encoding", "tidy"].iter().any(|k| words.has(&format!("paper-{k}-{name}")));
    let layers = [
        names(&ways["container"]),
        ["split", "protobuf", "keystrokes", "date", "number", "charset", "nfkc"].map(str::to_owned).to_vec(),
    ]
    .concat();
    let mut silent: Vec<String> = forms.into_iter().chain(beyond).filter(|n| !said(n)).collect();
    silent.extend(layers.into_iter().filter(|n| !words.has(&format!("paper-layer-{n}"))));
    assert_eq!(silent, [""; 0]);
    let role = words.or("paper-role", "relative");
    let step = crate::gaps::step("keyDown Tab", &words);
    assert_eq!((role.as_str(), step.as_str()), ("en närstående", "tryck ned Tab"));
}
