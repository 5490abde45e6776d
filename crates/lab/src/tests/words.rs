use crate::words::{SOURCES, words};
use facts::Lang;
use std::{collections::BTreeMap, path::Path};

/// Key → the arguments it uses, in the order of their first use, sorted.
fn shape(source: &str) -> BTreeMap<String, Vec<String>> {
    let mut shape: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in source.lines() {
        if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '#'])) {
            assert!(shape.insert(name.to_owned(), Vec::new()).is_none(), "`{name}` stands twice");
            key = name.to_owned();
        }
        let args = line.split('$').skip(1).filter_map(|rest| rest.split_whitespace().next());
        shape.entry(key.clone()).or_default().extend(args.map(str::to_owned));
    }
    shape.values_mut().for_each(|args| args.sort());
    shape
}

#[test]
fn all_languages_have_the_same_keys_and_arguments() {
    let [(_, sv), (_, fi), (_, en)] = SOURCES;
    let sv = shape(sv);
    assert!(sv.len() > 100, "the file was read: {}", sv.len());
    assert_eq!(sv, shape(fi), "fi");
    assert_eq!(sv, shape(en), "en");
}

/// Every key in quotes that a template or the code says.
fn keys_said(text: &str) -> Vec<String> {
    let said = ["say(\"", ".with(\"", "(visitor, \"", "(&visitor, \"", "with(if channel == \"mail\" { \""].iter();
    said.flat_map(|call| text.split(call).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_key_a_page_says_has_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut checked = 0;
    for part in ["templates", "src", "src/service"] {
        for entry in std::fs::read_dir(folder.join(part)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            for key in keys_said(&text).into_iter().filter(|key| !key.contains('{')) {
                assert!(words(Lang::Sv).has(&key), "`{key}` in {}", path.display());
                checked += 1;
            }
        }
    }
    assert!(checked > 60, "only {checked} keys were seen");
}

#[test]
fn a_sentence_takes_its_arguments() {
    let text = words(Lang::Fi).with("meeting-text", &[("name", "Aino Ås")]);
    assert!(text.starts_with("Aino Ås odottaa"), "{text}");
    assert_eq!(words(Lang::En).say("no-such-key"), "no-such-key");
}
