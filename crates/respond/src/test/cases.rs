//! The example cases of the authorities and our own: facts, expected answers, source.

use crate::{Answer, BreachFacts, assess, facts};
use serde_json::Value;
use std::path::Path;

pub struct Example {
    pub id: String,
    pub facts: BreachFacts,
    pub expected: Value,
}

pub fn examples() -> Vec<Example> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/cases");
    let mut paths: Vec<_> = folder.read_dir().unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "json"));
    paths.sort();
    paths.iter().map(|p| example(&p.to_string_lossy(), &std::fs::read_to_string(p).unwrap())).collect()
}

fn example(name: &str, text: &str) -> Example {
    let value: Value = serde_json::from_str(text).unwrap();
    let read = facts(name, &value["facts"].to_string()).unwrap_or_else(|e| panic!("{name}: {e}"));
    Example { id: value["id"].as_str().unwrap().to_owned(), facts: read, expected: value["expected"].clone() }
}

#[test]
fn every_example_comes_out_as_its_source_has_it() {
    let examples = examples();
    assert!(examples.len() >= 40, "the corpus has shrunk to {}", examples.len());
    let mut wrong = Vec::new();
    for example in &examples {
        let duties = assess(&example.facts).duties;
        let answers = crate::whatif::answers(&example.facts);
        assert_eq!(answers, (duties.notify_authority, duties.communicate), "{} without reasons", example.id);
        let duties = serde_json::to_value(duties).unwrap();
        for duty in ["document", "notify_authority", "communicate"] {
            if duties[duty] != example.expected[duty] {
                wrong.push(format!("{}: {duty} is {}, expected {}", example.id, duties[duty], example.expected[duty]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn whether_there_is_a_copy_is_asked_where_a_thing_was_lost() {
    let asks = |text: &str| {
        let questions = assess(&facts("t", text).unwrap()).questions;
        questions.iter().any(|q| q.fact == "availability.restored_from")
    };
    assert!(!asks(r#"{"nature":["confidentiality"]}"#), "a breach of confidentiality alone");
    assert!(asks(r#"{"nature":["confidentiality"],"incident":["paper-lost-stolen"]}"#));
}

#[test]
fn nothing_known_is_a_question_and_never_a_no() {
    for nature in ["confidentiality", "integrity", "availability"] {
        let read = facts("t", &format!(r#"{{"nature":["{nature}"]}}"#)).unwrap();
        let duties = assess(&read).duties;
        assert_eq!((duties.notify_authority, duties.communicate), (Answer::Ask, Answer::Ask), "{nature}");
    }
}

/// The same events, told with other facts by another person: the answer must not hang on the telling.
#[test]
fn an_example_told_in_other_words_has_the_same_answer() {
    let list: Vec<Value> = serde_json::from_str(include_str!("../../../../corpus/cases/variants/list.json")).unwrap();
    assert!(list.len() >= 170, "the variants have shrunk to {}", list.len());
    let mut wrong = Vec::new();
    for (i, variant) in list.iter().enumerate() {
        let read = facts("variant", &variant["facts"].to_string()).unwrap_or_else(|e| panic!("{i}: {e}"));
        let duties = serde_json::to_value(assess(&read).duties).unwrap();
        for duty in ["notify_authority", "communicate"] {
            if duties[duty] != variant["expected"][duty] {
                wrong.push(format!("{} ({}): {duty} is {}", variant["of"], variant["why"], duties[duty]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Issue: shortcuts that closed tools take. Each line is an event that the shortcut gets wrong: the shortcut, facts beside
/// the common ones, what is right for the authority and for the people.
#[test]
fn no_shortcut_decides() {
    use Answer::{Ask, No, Yes};
    let slip = r#""nature":["confidentiality"],"confidentiality":"exfiltrated","incident":["sent-by-mistake"],"cause":"internal-non-malicious""#;
    let attack = r#""cause":"external-malicious","recipients":{"who":"criminal"}"#;
    let trivial =
        r#""data_detail":"minimal","recipients":{"who":"known-untrusted","count":2,"erased":"confirmed"},"context":[]"#;
    let lines = [
        ("special category is high", format!(r#"{slip},"data":["basic","health"],"people":{{"count":15,"groups":["other"]}},{trivial}"#), No, No),
        ("minors are high", format!(r#"{slip},"data":["basic"],"people":{{"count":20,"groups":["minors"]}},{trivial}"#), No, No),
        (
            "encrypted is no breach",
            r#""nature":["confidentiality","availability"],"confidentiality":"likely","unintelligible":"yes","incident":["device-lost-stolen"],
            "availability":{"kind":"permanent","restored_from":"none"}"#.to_owned(),
            Yes,
            Ask,
        ),
        (
            "restored is no breach",
            r#""nature":["availability"],"data":["health"],"people":{"groups":["patients"]},
            "availability":{"kind":"temporary","hours":48,"restored_from":"backup","effect":"danger-to-health"}"#.to_owned(),
            Yes,
            Yes,
        ),
        (
            "few people are no duty",
            format!(r#"{slip},"data":["contact"],"people":{{"count":1}},"recipients":{{"who":"known-untrusted","count":1}},"context":["protected-identity"]"#),
            Yes,
            Yes,
        ),
        (
            "misuse seen is high",
            r#""nature":["confidentiality"],"confidentiality":"exfiltrated","incident":["abuse-of-access"],"cause":"internal-malicious","data":["basic","contact"],"data_detail":"ordinary",
            "people":{"groups":["customers"]},"recipients":{"who":"known-untrusted","count":1},"context":["misuse-observed"]"#.to_owned(),
            Yes,
            No,
        ),
        (
            "hashed is anonymous",
            format!(r#""nature":["confidentiality"],"confidentiality":"exfiltrated","unintelligible":"subvertible","data":["credentials","contact"],{attack}"#),
            Yes,
            Yes,
        ),
        (
            "pseudonyms are anonymous",
            format!(r#"{slip},"unintelligible":"subvertible","data":["contact"],"people":{{"count":9000,"identifiable":"indirectly"}},
            "recipients":{{"who":"advertising-platform"}}"#),
            Yes,
            Ask,
        ),
    ];
    for (shortcut, facts, notify, communicate) in lines {
        let duties = assess(&crate::facts(shortcut, &format!("{{{facts}}}")).unwrap()).duties;
        assert_eq!((duties.notify_authority, duties.communicate), (notify, communicate), "{shortcut}");
    }
}

#[test]
fn an_assessment_says_why_what_is_open_and_what_would_change_it() {
    let example = examples().into_iter().find(|e| e.id == "EDPB-09-2022-B-v").unwrap();
    let answer = assess(&example.facts);
    let text = serde_json::to_value(&answer).unwrap();
    assert_eq!((text["schema"].as_str(), text["risk"].as_str()), (Some("sluss/assessment/1"), Some("undetermined")));
    assert!(answer.reasons.iter().any(|r| r.id == "disclosure" && r.effect == "risk" && !r.source.is_empty()));
    assert!(answer.reasons.iter().any(|r| r.effect == "raises") && answer.reasons.iter().any(|r| r.effect == "lowers"));
    let hole = examples().into_iter().find(|e| e.id == "EDPB-09-2022-B-vii").unwrap();
    let questions = assess(&hole.facts).questions;
    assert!(questions.iter().any(|q| q.fact == "confidentiality"), "{questions:?}");
    let change = |fact: &str, value: &str| answer.would_change.iter().find(|c| c.fact == fact && c.value == value);
    assert_eq!(change("unintelligible", "yes").unwrap().notify_authority, Answer::No);
    assert_eq!(
        change("data_detail", "minimal").map(|c| c.notify_authority),
        None,
        "economic data are never a mere slip"
    );
    assert_eq!(serde_json::from_value::<crate::Assessment>(text).unwrap(), answer);
}

#[test]
fn exemptions_and_pauses_change_the_communication_only() {
    let example = examples().into_iter().find(|e| e.id == "EDPB-01-2021-07").unwrap();
    let with = |extra: &str| {
        let mut value = serde_json::to_value(&example.facts).unwrap();
        let extra: Value = serde_json::from_str(extra).unwrap();
        value.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        assess(&facts("t", &value.to_string()).unwrap())
    };
    let later = with(r#"{"mitigation":{"high_risk_no_longer_likely":true}}"#);
    assert_eq!((later.duties.notify_authority, later.duties.communicate), (Answer::Yes, Answer::No));
    assert!(later.reasons.iter().any(|r| r.effect == "exempts"));
    for extra in [r#"{"mitigation":{"disproportionate_effort":true}}"#, r#"{"restriction":"police-request"}"#] {
        assert_eq!(with(extra).duties.communicate, Answer::Yes, "{extra}");
    }
    let processor = with(r#"{"role":"processor"}"#);
    assert!(processor.duties.tell_controller && processor.reasons.iter().any(|r| r.effect == "controller-decides"));
}

#[test]
fn the_whole_takes_the_strictest_of_its_subgroups() {
    let read = |base: &str| {
        let text = format!(
            r#"{{"nature":["confidentiality"],"confidentiality":"exfiltrated","unintelligible":"no","cause":"internal-non-malicious",
            "incident":["sent-by-mistake"],"data":["basic","contact"],"data_detail":"minimal","context":[],
            "recipients":{{"who":"known-untrusted","count":1,"erased":"confirmed"}},"people":{{"count":12}},"subgroups":[{base}]}}"#
        );
        assess(&facts("t", &text).unwrap())
    };
    let harmless = r#"{"name":"ten","facts":{"people":{"count":10}}}"#;
    let grave = r#"{"name":"two","facts":{"people":{"count":2},"context":["protected-identity"]}}"#;
    assert_eq!(read(harmless).duties.communicate, Answer::No);
    let both = read(&format!("{harmless},{grave}"));
    assert_eq!(both.duties.communicate, Answer::Yes);
    assert_eq!((both.subgroups[0].duties.communicate, both.subgroups[1].duties.communicate), (Answer::No, Answer::Yes));
}

#[test]
fn the_score_is_enisas_and_decides_nothing() {
    let score = |text: &str| assess(&facts("t", text).unwrap()).enisa;
    let list = score(
        r#"{"nature":["confidentiality"],"confidentiality":"exfiltrated","cause":"external-malicious","data":["basic","economic"],
        "people":{"identifiable":"hardly","count":500},"recipients":{"who":"public"},"data_detail":"rich"}"#,
    );
    assert_eq!((list.dpc, list.ei, list.cb, list.se), (Some(4.0), Some(0.5), Some(1.0), Some(3.0)));
    assert_eq!((list.band.as_deref(), list.flags), (Some("high"), vec!["individuals-over-100".to_owned()]));
    let unknown = score(r#"{"nature":["availability"]}"#);
    assert_eq!((unknown.dpc, unknown.se, unknown.band), (None, None, None));
    for (se, band) in
        [(0.25, "low"), (1.75, "low"), (2.0, "medium"), (3.0, "high"), (4.0, "very-high"), (6.0, "very-high")]
    {
        assert_eq!(crate::tables::tables().enisa.band(se).as_deref(), Some(band));
    }
}

fn assessed(text: &str) -> crate::Assessment {
    assess(&facts("t", text).unwrap())
}

#[test]
fn only_what_would_change_the_answer_is_asked() {
    let laptop = r#"{"role":"controller","nature":["confidentiality","availability"],"confidentiality":"likely","unintelligible":"no",
        "availability":{"kind":"temporary","restored_from":"backup","effect":"none"},"incident":["device-lost-stolen"],"cause":"external-malicious",
        "data":["basic","contact","national-id","health"],"data_detail":"ordinary","people":{"count":212,"groups":["patients","vulnerable"],
        "identifiable":"directly"},"recipients":{"who":"unknown"},"context":["confidential-relationship"],"evidence":"not-applicable"}"#;
    let answer = assessed(laptop);
    assert_eq!((answer.risk, answer.questions), (crate::Risk::High, vec![]), "it is high whatever is learnt yet");
    let news = assessed(
        r#"{"nature":["availability"],"availability":{"kind":"permanent","restored_from":"none","effect":"none"},
        "incident":["deleted-destroyed"],"cause":"internal-non-malicious","data":["contact"],"data_detail":"minimal",
        "people":{"count":900,"groups":["subscribers"],"identifiable":"directly"},"context":[]}"#,
    );
    assert!(!news.questions.iter().any(|q| q.fact == "availability.hours"), "what is lost for good has no hours");
    assert!(!news.reasons.iter().any(|r| r.id == "contained"), "nobody received anything");
}

#[test]
fn what_would_change_is_the_answer_of_the_facts_with_the_change_made() {
    let text = |recipients: &str| {
        format!(
            r#"{{"nature":["confidentiality"],"confidentiality":"exfiltrated","unintelligible":"no","data":["basic","contact"],"data_detail":"minimal",
            "incident":["sent-by-mistake"],"cause":"internal-non-malicious","people":{{"count":100,"groups":["customers"],"identifiable":"directly"}},
            "recipients":{recipients},"context":[],"systemic":false,
            "subgroups":[{{"name":"protected","facts":{{"context":["protected-identity"],"people":{{"count":2,"groups":["vulnerable"]}}}}}}]}}"#
        )
    };
    let answer = assessed(&text(r#"{"who":"known-untrusted","count":1,"erased":"confirmed"}"#));
    assert_eq!(answer.duties.communicate, Answer::Yes);
    for change in &answer.would_change {
        if change.fact == "recipients.who" {
            let other = format!(r#"{{"who":"{}","count":1,"erased":"confirmed"}}"#, change.value);
            let made = assessed(&text(&other)).duties;
            assert_eq!((change.notify_authority, change.communicate), (made.notify_authority, made.communicate));
        }
    }
    let told = |value: &str| answer.would_change.iter().any(|c| c.fact == "recipients.who" && c.value == value);
    assert!(!told("criminal") && !told("public"), "the protected are told all the same");
    assert!(!told("none"), "what was carried off went to somebody");
}

#[test]
fn a_change_that_can_be_undone_is_not_called_final() {
    let answer = assessed(
        r#"{"nature":["integrity"],"integrity":"altered-recoverable","data":["health"],"people":{"groups":["patients"]}}"#,
    );
    let ids: Vec<&str> = answer.reasons.iter().map(|r| r.id.as_str()).collect();
    assert!(ids.contains(&"alteration-acted-upon") && !ids.contains(&"alteration-maybe-grave"), "{ids:?}");
}

#[test]
fn a_stolen_thing_without_a_sign_of_use_adds_nothing_to_the_score() {
    let cb = |confidentiality: &str, who: &str| {
        assessed(&format!(
            r#"{{"nature":["confidentiality"],"confidentiality":"{confidentiality}","cause":"external-non-malicious","recipients":{{"who":"{who}"}}}}"#
        ))
        .enisa
        .cb
    };
    let cbs = (cb("likely", "unknown"), cb("exfiltrated", "unknown"), cb("likely", "public"));
    assert_eq!(cbs, (Some(0.0), Some(0.5), Some(0.5)));
}

#[test]
fn what_the_circumstances_rest_on_is_never_taken_for_nothing() {
    let cb = |more: &str| assessed(&format!(r#"{{"nature":{more}}}"#)).enisa.cb;
    let away = r#"["availability"],"availability":{"kind":"temporary"}"#;
    assert_eq!(cb(away), None, "who caused it is not known");
    assert_eq!(cb(&format!(r#"{away},"cause":"internal-non-malicious""#)), Some(0.25));
    let taken = r#"["confidentiality"],"confidentiality":"exfiltrated","cause":"external-malicious""#;
    assert_eq!(cb(taken), None, "who has them is not known");
    assert_eq!(cb(&format!(r#"{taken},"recipients":{{"who":"criminal"}}"#)), Some(1.0));
    let lost = r#"["availability"],"cause":"internal-non-malicious","availability":"#;
    assert_eq!(cb(&format!(r#"{lost}{{"kind":"undetermined"}}"#)), None);
    assert_eq!(cb(&format!(r#"{lost}{{"kind":"permanent"}}"#)), Some(0.5));
}

#[test]
fn readable_data_are_not_called_unintelligible() {
    let rich = r#"{"nature":["confidentiality"],"confidentiality":"exfiltrated","unintelligible":"no","cause":"external-malicious","incident":["hacking"],
        "data":["health"],"data_detail":"rich","people":{"count":120,"groups":["patients"],"identifiable":"no"},"recipients":{"who":"criminal"},
        "context":["confidential-relationship"]}"#;
    let answer = assessed(rich);
    assert_eq!((answer.duties.notify_authority, answer.duties.communicate), (Answer::Ask, Answer::Ask));
    assert!(answer.questions.iter().any(|q| q.fact == "people.identifiable"));
    let has = |answer: &crate::Assessment, id: &str| answer.reasons.iter().any(|r| r.id == id);
    assert!(has(&answer, "anonymity-doubtful") && !has(&answer, "shielded"));
    let counted = assessed(&rich.replace("health", "purchase"));
    assert!(has(&counted, "not-identifiable") && !has(&counted, "shielded"));
    assert_eq!(counted.duties.notify_authority, Answer::No);
    let unsaid = r#"{"nature":["confidentiality"],"confidentiality":"cannot-assess","incident":["hacking"],"people":{"identifiable":"no"},
        "recipients":{"who":"advertising-platform"}}"#;
    let answer = assessed(unsaid);
    assert_eq!(answer.duties.notify_authority, Answer::Ask);
    assert!(answer.questions.iter().any(|q| q.fact == "data"));
}

#[test]
fn logs_nobody_was_asked_for_are_asked_for_and_are_no_reason() {
    let attack = r#""nature":["availability"],"confidentiality":"not-with-evidence","availability":{"kind":"permanent","restored_from":"none"},
        "incident":["ransomware"],"cause":"external-malicious","people":{"groups":["customers"]}"#;
    let answer = assessed(&format!("{{{attack}}}"));
    assert!(answer.questions.iter().any(|q| q.fact == "evidence"), "{:?}", answer.questions);
    let denied = |a: &crate::Assessment| a.reasons.iter().any(|r| r.id.starts_with("denial"));
    assert!(!denied(&answer));
    assert!(denied(&assessed(&format!(r#"{{{attack},"evidence":"none"}}"#))));
}

#[test]
fn the_number_of_recipients_that_needs_a_person_is_named() {
    let list = r#"{"nature":["confidentiality"],"confidentiality":"exfiltrated","unintelligible":"no","incident":["no-bcc"],"cause":"internal-non-malicious",
        "data":["contact"],"data_detail":"minimal","people":{"count":30,"groups":["subscribers"],"identifiable":"directly"},
        "recipients":{"who":"known-untrusted","count":30,"erased":"requested"},"context":[],"consequences":[],"systemic":false}"#;
    let answer = assessed(list);
    assert!(answer.duties.is_weighed() && answer.questions.is_empty());
    assert!(
        answer.reasons.iter().any(|r| r.fact == "recipients.count" && r.effect == "raises"),
        "{:?}",
        answer.reasons
    );
}
