use tests::{MACHINE_FOLDERS, files, root};
use toml::{Table, Value};

fn tables() -> Vec<(String, Table)> {
    files(&root().join("tables"), "toml")
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a table");
            let name = path.strip_prefix(root()).expect("below the root").display().to_string();
            let table = text.parse().unwrap_or_else(|e| panic!("{name}: {e}"));
            (name, table)
        })
        .collect()
}

fn names_a_source(value: &Value) -> bool {
    match value {
        Value::Table(t) => t.contains_key("source") || t.contains_key("sources") || t.values().any(names_a_source),
        Value::Array(a) => a.iter().any(names_a_source),
        _ => false,
    }
}

#[test]
fn every_table_parses_and_names_its_source() {
    let tables = tables();
    assert!(tables.len() >= 20, "only {} tables found", tables.len());
    for (name, table) in tables {
        assert!(table.values().any(names_a_source) || table.contains_key("source"), "{name}: no row names its source");
    }
}

#[test]
fn no_table_holds_a_path_of_a_machine() {
    for (name, table) in tables() {
        let text = table.to_string();
        for bad in MACHINE_FOLDERS.map(|folder| format!("/{folder}/")) {
            assert!(!text.contains(&bad), "{name}: holds a path of a machine");
        }
    }
}

#[test]
fn the_words_are_there_in_three_languages() {
    let list = |lang: &str| {
        files(&root().join("tables/words").join(lang), "ftl")
            .iter()
            .map(|p| p.file_name().expect("a name").to_owned())
            .collect::<Vec<_>>()
    };
    let sv = list("sv");
    assert!(sv.len() >= 4, "word files: {sv:?}");
    assert_eq!(sv, list("fi"));
    assert_eq!(sv, list("en"));
}

/// The report tells every switch by its name in words.
#[test]
fn every_switch_of_a_vendor_has_words() {
    let words = ["sv", "fi", "en"]
        .map(|lang| std::fs::read_to_string(root().join("tables/words").join(lang).join("paper.ftl")).expect("words"));
    let vendors = tables().into_iter().filter(|(name, _)| name.starts_with("tables/vendors/"));
    let mut names = 0;
    for (file, vendor) in vendors {
        for setting in vendor.get("setting").and_then(Value::as_array).into_iter().flatten() {
            let name = setting["name"].as_str().expect("a name");
            names += 1;
            let known = words.iter().all(|text| text.contains(&format!("\npaper-setting-{name} = ")));
            assert!(known, "{file}: no words for `{name}`");
        }
    }
    assert!(names >= 36, "{names} switches");
}
