//! Whatever comes in: no panic, and what was read is written and read again alike.

use crate::tables::tables;
use crate::{Answer, assess, deadline, facts};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Facts made of the vocabulary: some fields, each with words it may have.
pub fn some_facts() -> impl Strategy<Value = Value> {
    let words = &tables().vocabulary.words;
    let names: Vec<&String> = words.keys().filter(|k| *k != "ruled_out" && *k != "nature").collect();
    let field = prop::sample::select(names).prop_flat_map(|name| {
        let list = prop::sample::subsequence(tables().vocabulary.words[name].clone(), 1..3);
        (Just(name.clone()), list)
    });
    let natures = prop::sample::subsequence(vec!["confidentiality", "integrity", "availability"], 1..=3);
    (natures, prop::collection::vec(field, 0..14), prop::option::of(0u32..200_000)).prop_map(
        |(nature, fields, count)| {
            let mut root = json!({ "nature": nature });
            for (name, words) in fields {
                let value = if tables().vocabulary.lists.contains(&name) { json!(words) } else { json!(words[0]) };
                put(&mut root, &name, value);
            }
            if let Some(count) = count {
                put(&mut root, "people.count", json!(count));
            }
            root
        },
    )
}

pub fn put(root: &mut Value, path: &str, value: Value) {
    let mut slot = root;
    for key in path.split('.') {
        if slot.is_null() {
            *slot = Value::Object(Map::new());
        }
        slot = &mut slot[key];
    }
    *slot = value;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_or_refused(text in "[\\x20-\\x7eåäö\n\"{}\\[\\]:,]{0,120}") {
        if let Err(problems) = facts("any", &text) {
            prop_assert!(!problems.0.is_empty());
        }
        let _ = deadline(&text, "SE", "gdpr");
    }

    #[test]
    fn any_facts_of_the_vocabulary_are_assessed(value in some_facts()) {
        let read = match facts("any", &value.to_string()) {
            Ok(read) => read,
            // Disclosed to nobody: words that are each allowed and cannot be true together.
            Err(e) if e.0.iter().all(|p| ["facts-contradiction", "facts-nobody"].contains(&p.code)) => return Ok(()),
            Err(e) => panic!("{value}: {e}"),
        };
        let again = facts("any", &serde_json::to_string(&read).unwrap()).unwrap();
        prop_assert_eq!(&again, &read);
        let answer = assess(&read);
        prop_assert!(answer.duties.document);
        // Whoever tells the people tells the authority.
        prop_assert!(answer.duties.communicate != Answer::Yes || answer.duties.notify_authority == Answer::Yes);
        prop_assert!(answer.duties.notify_authority != Answer::Ask || !answer.questions.is_empty() || !answer.reasons.is_empty());
    }
}
